// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/sqlstores.h>

#include "rows.h"

namespace arb::storage {

using namespace usecases;

namespace {

/// A WHERE clause under construction: constant text and the values bound to its places.
struct QueueCondition
{
    QStringList parts;
    Values values;

    void add(const QString &part, const Values &bound = {})
    {
        parts.append(part);
        values.append(bound);
    }
    void anyOf(const QString &column, const QStringList &wanted)
    {
        if (wanted.isEmpty())
            return;
        Values bound;
        for (const QString &word : wanted)
            bound << word;
        add(QString(column + QStringLiteral(" IN (") + places(wanted.size()) + u')'), bound);
    }
    QString text() const { return parts.isEmpty() ? QStringLiteral("1 = 1") : parts.join(QStringLiteral(" AND ")); }
};

domain::UtcMs endOfDay(domain::UtcMs now)
{
    return domain::UtcMs::fromPlatform(now.toPlatform().date().addDays(1), QTime(0, 0));
}

void addView(QueueCondition &where, const QueueQuery &query)
{
    const QString open = QStringLiteral("d.state NOT IN ('Closed', 'Withdrawn')");
    const auto asked = [&where](const char *party) {
        where.add(QStringLiteral("d.state = 'AwaitingEvidence' AND EXISTS (SELECT 1 FROM evidence_request r "
                                 "WHERE r.case_id = d.id AND r.state = 'open' AND r.party = ?)"),
                  Values() << QString::fromLatin1(party));
    };
    switch (query.view) {
    case QueueView::Waiting:
        where.add(QStringLiteral("d.state IN ('Queued', 'Appealed') AND (d.parked_until IS NULL OR d.parked_until <= ?) "
                                 "AND (d.reserved_for IS NULL OR d.reserved_for = ? OR d.reserved_until IS NULL OR d.reserved_until < ?)"),
                  Values() << query.now << query.me.value() << query.now);
        return;
    case QueueView::Mine:
        where.add(QString(open + QStringLiteral(" AND (d.holder_id = ? OR (d.reserved_for = ? AND (d.reserved_until IS NULL OR d.reserved_until >= ?)))")),
                  Values() << query.me.value() << query.me.value() << query.now);
        return;
    case QueueView::DueToday:
        where.add(QStringLiteral("d.state IN ('Queued', 'Appealed', 'Claimed', 'AwaitingApproval') AND d.desk_due_at < ?"),
                  Values() << endOfDay(query.now));
        return;
    case QueueView::WaitingBuyer:
        asked("buyer");
        return;
    case QueueView::WaitingMerchant:
        asked("merchant");
        return;
    case QueueView::Approvals:
        where.add(QStringLiteral("d.state = 'AwaitingApproval'"));
        return;
    case QueueView::Appeals:
        where.add(QString(open + QStringLiteral(" AND d.appeal_round = 1")));
        return;
    case QueueView::HighValue:
        where.add(QString(open + QStringLiteral(" AND d.claimed_fen >= ?")), Values() << query.highValueFrom);
        return;
    case QueueView::All:
        return;
    }
}

/// What is put aside: the rules of isParked() and isReserved().
void addAside(QueueCondition &where, const QueueFilter &filter, domain::UtcMs now)
{
    const QString open = QStringLiteral("d.state NOT IN ('Closed', 'Withdrawn') AND ");
    const QString orOver = QStringLiteral("(d.state IN ('Closed', 'Withdrawn') OR ");
    if (filter.parked && *filter.parked)
        where.add(QString(open + QStringLiteral("d.parked_until > ?")), Values() << now);
    else if (filter.parked)
        where.add(QString(orOver + QStringLiteral("d.parked_until IS NULL OR d.parked_until <= ?)")), Values() << now);
    const QString kept = QString(open + QStringLiteral("d.reserved_for IS NOT NULL AND d.reserved_until >= ?"));
    if (filter.reserved && *filter.reserved)
        where.add(kept, Values() << now);
    else if (filter.reserved)
        where.add(QString(orOver + QStringLiteral("d.reserved_for IS NULL OR d.reserved_until IS NULL OR d.reserved_until < ?)")), Values() << now);
    if (!filter.reservedFor.isEmpty()) {
        where.add(kept, Values() << now);
        where.anyOf(QStringLiteral("(SELECT k.name FROM person k WHERE k.id = d.reserved_for)"), filter.reservedFor);
    }
}

void addFilter(QueueCondition &where, const QueueFilter &filter, domain::UtcMs now, const Dialect &dialect)
{
    if (const auto phrases = searchPhrases(filter.words); !phrases.isEmpty()) {
        const BoundSql found = dialect.casesWith(phrases);
        where.add(QString(QStringLiteral("d.id IN (") + found.text + u')'), textsOf(found.values));
    }
    QStringList states;
    for (const domain::DisputeState state : filter.states)
        states.append(domain::toCode(state));
    where.anyOf(QStringLiteral("d.state"), states);
    where.anyOf(QStringLiteral("d.reason"), filter.reasons);
    where.anyOf(QStringLiteral("d.type"), filter.types);
    where.anyOf(QStringLiteral("d.category"), filter.categories);
    where.anyOf(QStringLiteral("d.platform"), filter.platforms);
    where.anyOf(QStringLiteral("d.buyer_id"), filter.buyers);
    where.anyOf(QStringLiteral("p.name"), filter.holders);
    if (!filter.merchants.isEmpty()) {
        QueueCondition either;
        either.anyOf(QStringLiteral("d.merchant_id"), filter.merchants);
        either.anyOf(QStringLiteral("d.merchant_name"), filter.merchants);
        where.add(QString(u'(' + either.parts.join(QStringLiteral(" OR ")) + u')'), either.values);
    }
    if (!filter.tags.isEmpty()) {
        QueueCondition tagged;
        tagged.anyOf(QStringLiteral("g.tag"), filter.tags);
        where.add(QString(QStringLiteral("EXISTS (SELECT 1 FROM tag g WHERE g.case_id = d.id AND ") + tagged.text() + u')'), tagged.values);
    }
    if (!filter.flags.isEmpty()) {
        // Flags are few codes a case, kept in the row one a line; none contains another's text and a line end.
        QStringList either;
        Values bound;
        for (const QString &flag : filter.flags) {
            either.append(QStringLiteral("('\n' || d.flags || '\n') LIKE ? ESCAPE '!'"));
            bound << likePattern(QString(u'\n' + flag + u'\n'));
        }
        where.add(QString(u'(' + either.join(QStringLiteral(" OR ")) + u')'), bound);
    }
    if (filter.amountMin)
        where.add(QStringLiteral("d.claimed_fen >= ?"), Values() << *filter.amountMin);
    if (filter.amountMax)
        where.add(QStringLiteral("d.claimed_fen <= ?"), Values() << *filter.amountMax);
    if (filter.dueWithinMs)
        where.add(QStringLiteral("d.due_at < ?"), Values() << now.plusMs(*filter.dueWithinMs));
    if (filter.overdue) {
        where.add(*filter.overdue ? QStringLiteral("d.due_at < ?") : QStringLiteral("(d.due_at IS NULL OR d.due_at >= ?)"), Values() << now);
    }
    addAside(where, filter, now);
}

/// What the rows are sorted by; numbers, or texts by their bytes.
QStringList sortKeys(QueueSort sort)
{
    switch (sort) {
    case QueueSort::Rank: return {QStringLiteral("d.rank")};
    case QueueSort::Due: return {QStringLiteral("d.due_at")};
    case QueueSort::Amount: return {QStringLiteral("d.claimed_fen")};
    case QueueSort::Age:
    case QueueSort::Escalated: return {QStringLiteral("d.escalated_at")};
    case QueueSort::CaseNo: return {QStringLiteral("d.case_no")};
    case QueueSort::State: return {QStringLiteral("d.state")};
    case QueueSort::Reason: return {QStringLiteral("d.reason")};
    case QueueSort::Type: return {QStringLiteral("d.type")};
    case QueueSort::Category: return {QStringLiteral("d.category")};
    case QueueSort::Platform: return {QStringLiteral("d.platform")};
    case QueueSort::Merchant: return {QStringLiteral("d.merchant_name")};
    case QueueSort::Holder: return {QStringLiteral("COALESCE(p.name, '')")};
    case QueueSort::Product: return {QStringLiteral("d.product")};
    case QueueSort::Labels: return {QStringLiteral("d.flags"), QStringLiteral("d.tags")};
    }
    return {};
}

bool isNumber(QueueSort sort)
{
    return sort == QueueSort::Rank || sort == QueueSort::Due || sort == QueueSort::Amount || sort == QueueSort::Age
        || sort == QueueSort::Escalated;
}

QString orderBy(const QueueQuery &query, const Dialect &dialect)
{
    // The youngest first: age grows as the time of escalation lies back.
    const bool descending = query.descending != (query.sort == QueueSort::Age);
    QString order = QStringLiteral(" ORDER BY ");
    for (QString key : sortKeys(query.sort)) {
        // Without a limit every row is read anyhow: walking an index in its order would fetch the rows one by one from
        // all over the file, several times slower than a scan and a sort. The plus sign keeps the planner from it.
        if (!isNumber(query.sort))
            key += dialect.byteOrder();
        else if (query.limit <= 0)
            key.prepend(u'+');
        order += QString(key + (descending ? QStringLiteral(" DESC") : QStringLiteral(" ASC")));
        if (query.sort == QueueSort::Due)
            order += QStringLiteral(" NULLS LAST"); // on a column that is never null it would only keep the index away
        order += QStringLiteral(", ");
    }
    return QString(order + QStringLiteral("d.id"));
}

/// The head of the waiting queue comes from its own index; whatever is read whole is scanned and sorted.
QString tablesOf(const QueueQuery &query, const Dialect &dialect)
{
    const bool head = query.view == QueueView::Waiting && query.sort == QueueSort::Rank && query.limit > 0 && !query.descending;
    return headerTables(head ? dialect.byIndex(waitingInOrder) : QString());
}

} // namespace

Stored<QList<CaseHeader>> SqlCaseStore::queue(const QueueQuery &query)
{
    QueueCondition where;
    addView(where, query);
    addFilter(where, query.filter, query.now, m_session.dialect());
    QString sql = QString(QStringLiteral("SELECT ") + queueColumns() + tablesOf(query, m_session.dialect()) + QStringLiteral("WHERE ") + where.text()
                          + orderBy(query, m_session.dialect()));
    if (query.limit > 0) {
        sql += QStringLiteral(" LIMIT ?");
        where.values << query.limit;
    }
    return reading(m_session, [&] { return m_session.all(sql, where.values, readQueueRow); });
}

Stored<qint64> SqlCaseStore::queueCount(const QueueQuery &query)
{
    QueueCondition where;
    addView(where, query);
    addFilter(where, query.filter, query.now, m_session.dialect());
    const QString sql = QString(QStringLiteral("SELECT count(*)") + headerTables() + QStringLiteral("WHERE ") + where.text());
    return reading(m_session, [&] {
        return m_session.first(sql, where.values, [](const Row &row) { return row.integer(0); }).value_or(0);
    });
}

} // namespace arb::storage
