// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/reports.h>

#include <QtCore/QCoreApplication>

#include <map>
#include <tuple>

/// Who passed over which cases, and why: by person, reason and topic, and against what they took. A kind of case that everybody skips needs training or
/// a rule; that is what the report is for, not for ranking people.
namespace arb::usecases {

using domain::Failure;

namespace {

struct Skips
{
    qint64 count = 0;
    QList<domain::CaseId> cases;
    domain::UtcMs last;
};

/// Of @p claims, in tenths of a percent; nothing where nothing was claimed (a supervisor skips cases that nobody holds).
Cell rateOf(qint64 skips, qint64 claims)
{
    return claims > 0 ? Cell((skips * 2000 + claims) / (2 * claims)) : Cell();
}

Done<Table> skipRows(const Desk &desk, const ReportQuery &query)
{
    // "from" and "to" are whole days, both included.
    const domain::UtcMs from = query.from ? domain::UtcMs::fromPlatform(*query.from, QTime(0, 0)) : domain::UtcMs();
    const domain::UtcMs now = desk.clock.now();
    const domain::UtcMs to = query.to ? domain::UtcMs::fromPlatform(query.to->addDays(1), QTime(0, 0)) : now.plusMs(1);
    const auto wanted = [&query](const QString &key, const QString &value) {
        const QString asked = query.filters.value(key);
        return asked.isEmpty() || asked == value;
    };
    std::map<std::tuple<QString, QString, QString>, Skips> rows;
    std::map<QString, qint64> skipsOf, claimsOf;                       // by person, whatever is filtered
    std::map<std::pair<QString, QString>, qint64> claimsOfCategory;    // by person and category
    const auto read = desk.queue.skips(from, to, [&](const QueueStore::SkipFact &fact) {
        ++skipsOf[fact.person];
        if (!wanted(QStringLiteral("person"), fact.person) || !wanted(QStringLiteral("reason"), fact.reason)
            || !wanted(QStringLiteral("category"), fact.category))
            return true;
        Skips &row = rows[{fact.person, fact.reason, fact.category}];
        ++row.count;
        if (!row.cases.contains(fact.caseId))
            row.cases.append(fact.caseId);
        row.last = std::max(row.last, fact.at);
        return true;
    });
    if (!read)
        return Failure{CommandError(read.error())};
    const auto claimed = desk.reports.claimCounts(from, to);
    if (!claimed)
        return Failure{CommandError(claimed.error())};
    for (const ClaimCount &count : *claimed) {
        claimsOf[count.person] += count.claims;
        claimsOfCategory[{count.person, count.category}] += count.claims;
    }

    Table table;
    table.name = QStringLiteral("skips");
    table.asOf = now;
    table.columns = {{"person", QT_TRANSLATE_NOOP("Report", "Person"), ColumnType::Text},
                     {"reason", QT_TRANSLATE_NOOP("Report", "Reason for skipping"), ColumnType::SkipReason},
                     {"category", QT_TRANSLATE_NOOP("Report", "Category"), ColumnType::Category},
                     {"skips", QT_TRANSLATE_NOOP("Report", "Skips"), ColumnType::Integer},
                     {"cases", QT_TRANSLATE_NOOP("Report", "Cases"), ColumnType::Integer},
                     {"claims", QT_TRANSLATE_NOOP("Report", "Claims"), ColumnType::Integer},
                     {"skipRate", QT_TRANSLATE_NOOP("Report", "Skip rate"), ColumnType::Percent},
                     {"personSkipRate", QT_TRANSLATE_NOOP("Report", "Person's skip rate"), ColumnType::Percent},
                     {"lastAt", QT_TRANSLATE_NOOP("Report", "Latest"), ColumnType::Time}};
    table.footnotes = {QStringLiteral(QT_TRANSLATE_NOOP("Report", "A case skipped twice counts as two skips of one case. A kind of case that everybody skips needs training or a rule.")),
                       QStringLiteral(QT_TRANSLATE_NOOP("Report", "Rates are skips per 100 claims of the period: a row's against what the person claimed of its category, a person's against all they claimed."))};
    for (const auto &[key, row] : rows) {
        const auto &[person, reason, category] = key;
        TableRow out;
        out.key = person + u'/' + reason + u'/' + category;
        out.cases = row.cases;
        const qint64 claims = claimsOfCategory[{person, category}];
        out.cells = {person, reason, category, row.count, qint64(row.cases.size()), claims, rateOf(row.count, claims),
                     rateOf(skipsOf[person], claimsOf[person]), row.last.ms()};
        table.rows.push_back(std::move(out));
    }
    return table;
}

} // namespace

Report make_skips()
{
    return {.code = "skips", .label = QT_TRANSLATE_NOOP("Report", "Skipped cases"), .filterKeys = {"person", "reason", "category"},
            .usualDays = 7, .run = skipRows};
}

} // namespace arb::usecases
