// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/sqlstores.h>

#include "rows.h"
#include "scan.h"

#include <algorithm>

namespace arb::storage {

using namespace usecases;

namespace {

QList<domain::CaseId> scanIds(Session &session, const QString &sql, const Values &values)
{
    QList<domain::CaseId> ids;
    session.scan(sql, values, [&ids](const ScanRow &row) {
        ids.append(domain::CaseId(row.integer(0)));
        return true;
    });
    return ids;
}

/// Open requests of the cases that entries() is about to feed, by case.
QHash<qint64, PartySet> openRequests(Session &session, ChangeCursor since)
{
    QString sql = QStringLiteral("SELECT r.case_id, r.party FROM evidence_request r WHERE r.state = 'open'");
    Values values;
    if (since > 0) {
        // CROSS keeps SQLite from reading all open requests of the desk for the few cases that changed.
        sql = QString(QStringLiteral("SELECT r.case_id, r.party FROM dispute d CROSS JOIN evidence_request r "
                                     "WHERE r.case_id = d.id AND r.state = 'open' AND ")
                      + session.dialect().changedSince());
        values << since;
    }
    QHash<qint64, PartySet> waiting;
    session.scan(sql, values, [&](const ScanRow &row) {
        waiting[row.integer(0)] |= partyBit(row.code<domain::Party>(1));
        return true;
    });
    return waiting;
}

/// Nobody reads all cases twice, and the rows on show are found again where the system keeps the file.
void forgetPages(Session &session)
{
    if (const QString statement = session.dialect().forgetPages(); !statement.isEmpty())
        session.run(statement);
}

} // namespace

Stored<ChangeCursor> SqlQueueStore::entries(ChangeCursor since, const std::function<bool(const QueueEntry &)> &entry)
{
    return reading(m_session, [&] {
        const ChangeCursor reached = m_session.first(m_session.dialect().changeCursor(), {}, [](const Row &row) { return row.integer(0); }).value_or(0);
        const ChangeCursor from = since > reached ? 0 : since; // a backup was put back: everything may differ
        const QHash<qint64, PartySet> waiting = openRequests(m_session, from);
        QString sql = QStringLiteral("SELECT d.id, d.rank, d.due_at, d.desk_due_at, d.escalated_at, d.claimed_fen, d.state, d.type, d.reason, "
                                     "d.appeal_round, d.holder_id, d.reserved_for, d.reserved_until, d.parked_until, d.platform, d.category, "
                                     "d.merchant_id, d.merchant_name, d.flags, d.tags FROM dispute d");
        Values values;
        if (from > 0) {
            sql += QString(QStringLiteral(" WHERE ") + m_session.dialect().changedSince());
            values << from;
        }
        bool whole = true;
        m_session.scan(sql, values, [&](const ScanRow &row) {
            QueueEntry found;
            found.id = domain::CaseId(row.integer(0));
            found.rank = row.integer(1);
            found.dueAt = row.maybeTime(2);
            found.deskDueAt = row.maybeTime(3);
            found.escalatedAt = domain::UtcMs(row.integer(4));
            found.claimed = domain::Money(row.integer(5));
            found.state = row.code<domain::DisputeState>(6);
            found.type = row.code<domain::AfterSaleType>(7);
            found.reason = row.code<domain::Reason>(8);
            found.appealRound = row.integer(9) != 0;
            if (!waiting.isEmpty())
                found.waitsFor = waiting.value(found.id.value());
            found.holder = domain::PersonId(row.integer(10));
            found.reservedFor = domain::PersonId(row.integer(11));
            found.reservedUntil = row.maybeTime(12);
            found.parkedUntil = row.maybeTime(13);
            found.platform = row.text(14);
            found.category = row.text(15);
            found.merchantId = row.text(16);
            found.merchantName = row.text(17);
            found.flags = row.text(18);
            found.tags = row.text(19);
            whole = entry(found);
            return whole;
        });
        if (from == 0)
            forgetPages(m_session);
        return whole ? reached : since;
    }, true);
}

Stored<qint64> SqlQueueStore::caseCount()
{
    return reading(m_session, [&] {
        return m_session.first(QStringLiteral("SELECT count(*) FROM dispute"), {}, [](const Row &row) { return row.integer(0); }).value_or(0);
    });
}

Stored<QList<CaseHeader>> SqlQueueStore::rows(std::span<const domain::CaseId> ids)
{
    QStringList wanted;
    for (const domain::CaseId id : ids)
        wanted.append(id.toString());
    const QString list = QString(u'[' + wanted.join(u',') + u']');
    const QString sql = QString(QStringLiteral("SELECT ") + queueColumns() + headerTables() + QStringLiteral("WHERE ")
                                + m_session.dialect().isGiven());
    return reading(m_session, [&] {
        QHash<domain::CaseId, CaseHeader> found;
        m_session.each(sql, Values() << list, [&](const Row &row) {
            CaseHeader header = readQueueRow(row);
            found.insert(header.id, std::move(header));
            return true;
        });
        QList<CaseHeader> rows;
        for (const domain::CaseId id : ids) {
            if (const auto row = found.constFind(id); row != found.cend())
                rows.append(*row);
        }
        return rows;
    });
}

Stored<QList<domain::CaseId>> SqlQueueStore::search(const QList<SearchPhrase> &phrases, int limit)
{
    const BoundSql found = phrases.isEmpty() ? BoundSql{QStringLiteral("SELECT id AS case_id FROM dispute"), {}} : m_session.dialect().casesWith(phrases);
    QString sql = QString(found.text + QStringLiteral(" ORDER BY 1 DESC"));
    Values values = textsOf(found.values);
    if (limit > 0) {
        sql += QStringLiteral(" LIMIT ?");
        values << limit;
    }
    return reading(m_session, [&] { return scanIds(m_session, sql, values); });
}

Stored<void> SqlQueueStore::byText(QueueSort text, const std::function<bool(domain::CaseId, bool tie)> &row)
{
    const QString column = text == QueueSort::CaseNo ? QStringLiteral("case_no") : QStringLiteral("product");
    const QString sql = QString(QStringLiteral("SELECT id, ") + column + QStringLiteral(" FROM dispute ORDER BY ") + column
                                + m_session.dialect().byteOrder() + QStringLiteral(", id"));
    return reading(m_session, [&] {
        QByteArray before;
        bool first = true;
        m_session.scan(sql, {}, [&](const ScanRow &found) {
            const QByteArrayView bytes = found.text(1);
            const bool tie = !first && bytes == QByteArrayView(before);
            if (!tie)
                before = bytes.toByteArray();
            first = false;
            return row(domain::CaseId(found.integer(0)), tie);
        });
        forgetPages(m_session);
    });
}

Stored<QList<domain::CaseId>> SqlQueueStore::ofBuyers(const QStringList &buyers)
{
    if (buyers.isEmpty())
        return QList<domain::CaseId>();
    const QString sql = QString(QStringLiteral("SELECT id FROM dispute WHERE buyer_id IN (") + places(buyers.size()) + QStringLiteral(") ORDER BY id"));
    return reading(m_session, [&] { return scanIds(m_session, sql, textsOf(buyers)); });
}

Stored<void> SqlQueueStore::touch(domain::PersonId person, domain::CaseId caseId, domain::UtcMs now)
{
    return inTransaction(m_session, [&] {
        if (caseId.isNull()) {
            m_session.run(QStringLiteral("DELETE FROM presence WHERE person_id = ?"), Values() << person);
            return;
        }
        m_session.run(QStringLiteral("INSERT INTO presence (person_id, case_id, seen_at) VALUES (?, ?, ?) "
                                     "ON CONFLICT (person_id) DO UPDATE SET case_id = excluded.case_id, seen_at = excluded.seen_at"),
                      Values() << person << caseId << now);
    });
}

Stored<QList<Presence>> SqlQueueStore::presence(domain::UtcMs since)
{
    return reading(m_session, [&] {
        return m_session.all(QStringLiteral("SELECT s.case_id, s.person_id, p.name, s.seen_at FROM presence s JOIN person p ON p.id = s.person_id "
                                            "WHERE s.seen_at >= ? ORDER BY s.person_id"),
                             Values() << since, [](const Row &row) {
                                 return Presence{row.id<domain::CaseId>(0), row.id<domain::PersonId>(1), row.text(2), row.time(3)};
                             });
    });
}

Stored<QList<Notice>> SqlQueueStore::notices(domain::PersonId person)
{
    return reading(m_session, [&] {
        return m_session.all(QStringLiteral("SELECT n.id, n.person_id, n.case_id, d.case_no, n.at, n.kind, n.by_name, n.text FROM notice n "
                                            "JOIN dispute d ON d.id = n.case_id WHERE n.person_id = ? AND n.is_read = 0 ORDER BY n.id"),
                             Values() << person, [](const Row &row) {
                                 return Notice{row.id<domain::NoteId>(0), row.id<domain::PersonId>(1), row.id<domain::CaseId>(2), row.text(3),
                                               row.time(4), row.code<NoticeKind>(5), row.text(6), row.text(7)};
                             });
    });
}

Stored<void> SqlQueueStore::readNotices(domain::PersonId person, const QList<domain::NoteId> &ids)
{
    return inTransaction(m_session, [&] {
        for (const domain::NoteId id : ids)
            m_session.run(QStringLiteral("UPDATE notice SET is_read = 1 WHERE id = ? AND person_id = ? AND is_read = 0"), Values() << id << person);
    });
}

Stored<QList<SavedView>> SqlQueueStore::savedViews(domain::PersonId person)
{
    return reading(m_session, [&] {
        QList<SavedView> views = m_session.all(
            QStringLiteral("SELECT person_id, name, base_view, filter_line, sort_key, descending FROM saved_view WHERE person_id = ?"),
            Values() << person, [](const Row &row) {
                return SavedView{row.id<domain::PersonId>(0), row.text(1), row.code<QueueView>(2), row.text(3), row.code<QueueSort>(4), row.flag(5)};
            });
        std::ranges::sort(views, {}, &SavedView::name);
        return views;
    });
}

Stored<void> SqlQueueStore::saveView(const SavedView &view)
{
    return inTransaction(m_session, [&] {
        m_session.run(QStringLiteral("INSERT INTO saved_view (person_id, name, base_view, filter_line, sort_key, descending) VALUES (?, ?, ?, ?, ?, ?) "
                                     "ON CONFLICT (person_id, name) DO UPDATE SET base_view = excluded.base_view, "
                                     "filter_line = excluded.filter_line, sort_key = excluded.sort_key, descending = excluded.descending"),
                      Values() << view.person << view.name << domain::toCode(view.view) << view.filter << domain::toCode(view.sort) << view.descending);
    });
}

Stored<void> SqlQueueStore::removeView(domain::PersonId person, const QString &name)
{
    return inTransaction(m_session, [&] {
        m_session.run(QStringLiteral("DELETE FROM saved_view WHERE person_id = ? AND name = ?"), Values() << person << name);
    });
}

Stored<void> SqlQueueStore::skips(domain::UtcMs from, domain::UtcMs to, const std::function<bool(const SkipFact &)> &row)
{
    return reading(m_session, [&] {
        m_session.each(QStringLiteral("SELECT p.name, s.reason, d.category, s.case_id, s.at FROM skip_log s JOIN person p ON p.id = s.person_id "
                                      "JOIN dispute d ON d.id = s.case_id WHERE s.at >= ? AND s.at < ? ORDER BY s.at, s.case_id"),
                       Values() << from << to, [&](const Row &found) {
                           return row({found.text(0), found.text(1), found.text(2), found.id<domain::CaseId>(3), found.time(4)});
                       });
    });
}

} // namespace arb::storage
