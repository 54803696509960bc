// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/reports.h>

#include <domain/penalty.h>

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <map>

/// Merchants with their penalty points: who stands where on the ladder, and why.
namespace arb::usecases {

using domain::Failure;

namespace {

constexpr int trendMonths = 6;
constexpr int patternFrom = 5; ///< so many cases of one product for one reason against a merchant are a pattern, no accident
constexpr size_t levelColumn = 3, validColumn = 4, rateColumn = 10;

struct Standing
{
    QString platform, id, name;
    QList<domain::LedgerPoint> ledger; ///< the whole life, for valid points now
    qint64 cases = 0, lost = 0, points = 0, reversed = 0;
    domain::Money refunded;
    QList<domain::CaseId> caseIds;
    std::map<qint64, qint64> byMonth; ///< the whole life too: a trend that stopped at the period's edge would mislead
    std::map<std::pair<QString, domain::Reason>, int> against;
    std::optional<domain::UtcMs> lastAt;
};

qint64 monthIndex(domain::UtcMs at)
{
    const QDate day = at.toPlatform().date();
    return qint64(day.year()) * 12 + day.month() - 1;
}

void addCase(Standing &row, domain::CaseId id)
{
    if (!row.caseIds.contains(id))
        row.caseIds.append(id);
}

/// What counts whatever the period is: the standing of today and how it came about.
void countLife(Standing &row, const PenaltyFact &fact, domain::UtcMs now)
{
    if (fact.ruling)
        return;
    row.ledger.append({fact.points, fact.at, fact.expiresAt});
    row.byMonth[monthIndex(fact.at)] += fact.points;
    if (fact.at <= now && now < fact.expiresAt)
        addCase(row, fact.caseId);
}

void countPeriod(Standing &row, const PenaltyFact &fact)
{
    if (fact.ruling) {
        ++row.cases;
        row.lost += fact.lost ? 1 : 0;
        row.refunded += fact.refund;
        if (fact.lost)
            ++row.against[{fact.product, fact.reason}];
    } else {
        (fact.reversal ? row.reversed : row.points) += fact.points;
    }
    addCase(row, fact.caseId);
    row.lastAt = row.lastAt ? std::max(*row.lastAt, fact.at) : fact.at;
}

/// First to last moment of the asked period; to is exclusive.
PenaltyFilter periodOf(const ReportQuery &query)
{
    PenaltyFilter filter;
    if (query.from)
        filter.from = domain::UtcMs::fromPlatform(*query.from, QTime(0, 0));
    if (query.to)
        filter.to = domain::UtcMs::fromPlatform(query.to->addDays(1), QTime(0, 0));
    filter.platform = query.filters.value(QStringLiteral("platform"));
    filter.merchantId = query.filters.value(QStringLiteral("merchant"));
    filter.category = query.filters.value(QStringLiteral("category"));
    return filter;
}

/// "power bank × 12": what was ruled against the merchant again and again for one reason; the most frequent.
QString patternOf(const Standing &row)
{
    const auto most = std::ranges::max_element(row.against, {}, [](const auto &entry) { return entry.second; });
    if (most == row.against.cend() || most->second < patternFrom)
        return {};
    return QStringLiteral("%1 × %2").arg(most->first.first).arg(most->second);
}

TableRow rowOf(const Standing &row, const QList<domain::StandingLevel> &ladder, domain::UtcMs now, qint64 lastMonth)
{
    const int valid = domain::validPoints(row.ledger, now);
    const int soon = domain::validPoints(row.ledger, now.plusMs(30 * domain::dayMs));
    const int level = domain::levelAt(ladder, valid);
    TableRow out;
    out.key = row.platform + u':' + row.id;
    out.cases = row.caseIds;
    out.cells = {row.platform, row.id, row.name, qint64(level), qint64(valid), qint64(soon), row.points, row.reversed, row.cases, row.lost,
                 row.cases > 0 ? Cell(row.lost * 1000 / row.cases) : Cell(), row.refunded.fen(),
                 row.lastAt ? Cell(row.lastAt->ms()) : Cell(), patternOf(row)};
    for (qint64 month = lastMonth - trendMonths + 1; month <= lastMonth; ++month) {
        const auto found = row.byMonth.find(month);
        out.trend.push_back(found == row.byMonth.cend() ? 0 : found->second);
    }
    return out;
}

Done<Table> penaltyRows(const Desk &desk, const ReportQuery &query)
{
    const domain::UtcMs now = desk.clock.now();
    const PenaltyFilter period = periodOf(query);
    PenaltyFilter whole = period; // standing needs the whole ledger, whatever period is counted
    whole.from.reset();
    whole.to.reset();
    std::map<std::pair<QString, QString>, Standing> standings;
    const auto read = desk.reports.penaltyFacts(whole, [&](const PenaltyFact &fact) {
        Standing &row = standings[{fact.platform, fact.merchantId}];
        row.platform = fact.platform;
        row.id = fact.merchantId;
        row.name = fact.merchantName;
        countLife(row, fact, now);
        const bool inPeriod = (!period.from || fact.at >= *period.from) && (!period.to || fact.at < *period.to);
        if (inPeriod)
            countPeriod(row, fact);
        return true;
    });
    if (!read)
        return Failure{CommandError(read.error())};

    const auto book = desk.bookFor(period.platform.isEmpty() ? QStringLiteral("douyin") : period.platform, now);
    if (!book)
        return Failure{book.error()};
    Table table;
    table.name = QStringLiteral("merchant_penalties");
    table.asOf = now;
    for (const domain::StandingLevel &level : book->ladder())
        table.levels.push_back({level.nameZh, level.nameEn, level.effectZh, level.effectEn});
    table.columns = {{"platform", QT_TRANSLATE_NOOP("Report", "Platform"), ColumnType::Platform},
                     {"merchantId", QT_TRANSLATE_NOOP("Report", "Merchant id"), ColumnType::Text},
                     {"merchant", QT_TRANSLATE_NOOP("Report", "Merchant"), ColumnType::Text},
                     {"level", QT_TRANSLATE_NOOP("Report", "Level"), ColumnType::Level},
                     {"validPoints", QT_TRANSLATE_NOOP("Report", "Valid points"), ColumnType::Integer},
                     {"pointsIn30Days", QT_TRANSLATE_NOOP("Report", "In 30 days"), ColumnType::Integer},
                     {"points", QT_TRANSLATE_NOOP("Report", "In period"), ColumnType::Integer},
                     {"reversed", QT_TRANSLATE_NOOP("Report", "Reversed"), ColumnType::Integer},
                     {"cases", QT_TRANSLATE_NOOP("Report", "Ruled"), ColumnType::Integer},
                     {"lost", QT_TRANSLATE_NOOP("Report", "Liable"), ColumnType::Integer},
                     {"lostRate", QT_TRANSLATE_NOOP("Report", "Liable rate"), ColumnType::Percent},
                     {"refundedFen", QT_TRANSLATE_NOOP("Report", "Refunded, ¥"), ColumnType::Money},
                     {"lastAt", QT_TRANSLATE_NOOP("Report", "Latest"), ColumnType::Time},
                     {"repeatPattern", QT_TRANSLATE_NOOP("Report", "Repeat pattern"), ColumnType::Text}};
    table.footnotes = {
        QStringLiteral(QT_TRANSLATE_NOOP("Report", "Points and levels are assumptions kept as data in the rule book; they are not a platform's published figures.")),
        QStringLiteral(QT_TRANSLATE_NOOP("Report", "Rates are computed on the ruling in force; with fewer than 30 cases only the counts are shown."))};
    const qint64 lastMonth = monthIndex(now);
    for (qint64 month = lastMonth - trendMonths + 1; month <= lastMonth; ++month)
        table.trendLabels.push_back(QStringLiteral("%1-%2").arg(month / 12).arg(month % 12 + 1, 2, 10, QLatin1Char('0')));
    const QString wantedLevel = query.filters.value(QStringLiteral("level"));
    for (const auto &[key, row] : standings) {
        TableRow out = rowOf(row, book->ladder(), now, lastMonth);
        const qint64 level = std::get<qint64>(out.cells.at(levelColumn));
        const bool empty = row.cases == 0 && row.points == 0 && row.reversed == 0 && std::get<qint64>(out.cells.at(validColumn)) == 0;
        if (empty || (!wantedLevel.isEmpty() && wantedLevel != QString::number(level)))
            continue;
        if (row.cases < 30)
            out.cells.at(rateColumn) = std::monostate(); // too few for a rate
        table.rows.push_back(std::move(out));
    }
    std::ranges::stable_sort(table.rows, [](const TableRow &a, const TableRow &b) {
        const qint64 left = std::get<qint64>(a.cells.at(validColumn));
        const qint64 right = std::get<qint64>(b.cells.at(validColumn));
        return left != right ? left > right : a.key < b.key;
    });
    return table;
}

} // namespace

Report make_merchant_penalties()
{
    return {.code = "merchant_penalties", .label = QT_TRANSLATE_NOOP("Report", "Merchants by penalty points"),
            .filterKeys = {"platform", "merchant", "category", "level"}, .usualDays = 90, .run = penaltyRows};
}

} // namespace arb::usecases
