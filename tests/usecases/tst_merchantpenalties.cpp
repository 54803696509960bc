// SPDX-License-Identifier: GPL-3.0-or-later
#include <smalldesk.h>

#include <usecases/reports.h>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using domain::DisputeState;
using domain::Money;
using domain::Party;

/// The report "merchants by penalty points" against figures worked out by hand.
class TstMerchantPenalties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<SmallDesk>(); }

    void figuresByHand();
    void reversedAndOverturned();
    void periodCountsOnlyItsDays();
    void pointsExpire();
    void rateNeedsThirtyCases();
    void filtersMerchantLevelAndCategory();
    void refusesWrongQuestions();
    void trendAndCasesOutlastThePeriod();
    void usualPeriodIsNinetyDays();
    void fiveAlikeAreAPattern();

private:
    domain::CaseId ruled(const char *caseNo, const char *merchant, const domain::Ruling &ruling = SmallDesk::bandRuling(), const char *category = "3c")
    {
        const domain::CaseId id = m_desk->admit(QString::fromLatin1(caseNo), [&](domain::CaseFile &file) {
            file.merchant.id = QString::fromLatin1(merchant);
            file.merchant.name = QStringLiteral("shop ") + file.merchant.id;
            file.category = QString::fromLatin1(category);
        });
        m_desk->claim(m_desk->lin, id);
        m_desk->rule(m_desk->lin, id, ruling);
        return id;
    }
    Table report(const ReportQuery &query = {})
    {
        return must(runReport(m_desk->desk, m_desk->actor(m_desk->xu), QStringLiteral("merchant_penalties"), query), "report");
    }
    /// The row of @p key as "level valid soon points reversed cases lost refunded"; "none" when it is absent.
    static QString figures(const Table &table, const char *key)
    {
        for (const TableRow &row : table.rows) {
            if (row.key != QLatin1StringView(key))
                continue;
            QStringList texts;
            for (const size_t column : {3, 4, 5, 6, 7, 8, 9, 11})
                texts.append(QString::number(std::get<qint64>(row.cells.at(column))));
            return texts.join(u' ');
        }
        return QStringLiteral("none");
    }
    std::unique_ptr<SmallDesk> m_desk;
};

void TstMerchantPenalties::figuresByHand()
{
    // Shop 1: three cases with 3 points each and 269.00 refunded, one rejected. Shop 2: one rejected. Shop 3: none ruled.
    ruled("A-1", "m-1");
    ruled("A-2", "m-1");
    const domain::CaseId last = ruled("A-3", "m-1");
    m_desk->advance(domain::minuteMs);
    ruled("A-4", "m-1", SmallDesk::rejection());
    ruled("B-1", "m-2", SmallDesk::rejection());
    m_desk->admit(QStringLiteral("C-1"), [](domain::CaseFile &file) { file.merchant.id = QStringLiteral("m-3"); });
    Q_UNUSED(last);
    const Table table = report();
    QCOMPARE(table.asOf, m_desk->clock.at);
    QStringList keys;
    for (const Column &column : table.columns) {
        keys.append(QString::fromLatin1(column.key));
        QVERIFY2(column.type != ColumnType::Money || QString::fromUtf8(column.label).endsWith(QStringLiteral(", ¥")), column.label); // bare numbers need their unit
    }
    QCOMPARE(keys.join(u' '), QStringLiteral("platform merchantId merchant level validPoints pointsIn30Days points reversed cases lost lostRate refundedFen lastAt repeatPattern"));
    QCOMPARE(int(table.rows.size()), 2); // a shop that nothing was decided about has no row
    QCOMPARE(figures(table, "douyin:m-1"), QStringLiteral("2 9 9 9 0 4 3 80700"));
    QCOMPARE(figures(table, "douyin:m-2"), QStringLiteral("0 0 0 0 0 1 0 0"));
    QCOMPARE(table.rows.front().key, QStringLiteral("douyin:m-1")); // most points first
    QCOMPARE(int(table.rows.front().cases.size()), 4);              // the cases behind the numbers
    QCOMPARE(std::get<QString>(table.rows.front().cells.at(2)), QStringLiteral("shop m-1"));
    QCOMPARE(std::get<qint64>(table.rows.front().cells.at(12)), m_desk->clock.at.ms());
    QCOMPARE(table.levels.at(2).en, QStringLiteral("No campaigns"));
    QCOMPARE(table.trendLabels.back(), QStringLiteral("2026-10"));
    QCOMPARE(table.trendLabels.front(), QStringLiteral("2026-05"));
    QCOMPARE(table.rows.front().trend, (std::vector<qint64>{0, 0, 0, 0, 0, 9}));
}

void TstMerchantPenalties::reversedAndOverturned()
{
    const domain::CaseId recalled = ruled("A-1", "m-1");
    must(m_desk->commands.recall(m_desk->as(m_desk->lin), recalled, QStringLiteral("slip")), "recall");
    QCOMPARE(figures(report(), "douyin:m-1"), QStringLiteral("0 0 0 3 -3 0 0 0")); // both sides visible, the sum is zero, no case counts
    const domain::CaseId overturned = ruled("A-2", "m-1");
    m_desk->advance(11 * domain::minuteMs);
    must(m_desk->commands.carryOutDue(overturned, DueKind::RecallWindowOver), "execute");
    m_desk->confirmAll(overturned);
    QCOMPARE(figures(report(), "douyin:m-1"), QStringLiteral("1 3 3 6 -3 1 1 26900"));
    must(m_desk->commands.appeal(m_desk->as(m_desk->lin), overturned, Party::Merchant, QStringLiteral("new")), "appeal");
    m_desk->claim(m_desk->zhou, overturned);
    m_desk->rule(m_desk->zhou, overturned, SmallDesk::rejection());
    must(m_desk->commands.approve(m_desk->as(m_desk->xu), overturned), "approve");
    QCOMPARE(figures(report(), "douyin:m-1"), QStringLiteral("0 0 0 6 -6 1 0 0")); // rates go by the ruling in force
}

void TstMerchantPenalties::periodCountsOnlyItsDays()
{
    ruled("A-1", "m-1"); // 12 October
    m_desk->advance(2 * domain::dayMs);
    ruled("A-2", "m-1"); // 14 October
    ReportQuery query;
    query.from = QDate(2026, 10, 13);
    query.to = QDate(2026, 10, 14); // both days included
    QCOMPARE(figures(report(query), "douyin:m-1"), QStringLiteral("2 6 6 3 0 1 1 26900")); // standing needs the whole ledger
    query.from = query.to = QDate(2026, 10, 12);
    QCOMPARE(figures(report(query), "douyin:m-1"), QStringLiteral("2 6 6 3 0 1 1 26900"));
    query.from = query.to = QDate(2026, 10, 13);
    QCOMPARE(figures(report(query), "douyin:m-1"), QStringLiteral("2 6 6 0 0 0 0 0")); // nothing on that day, but the points count
    query.from = QDate(2026, 10, 15);
    query.to = QDate(2026, 10, 14);
    QCOMPARE_FAULT(runReport(m_desk->desk, m_desk->actor(m_desk->xu), QStringLiteral("merchant_penalties"), query), BadValue);
}

void TstMerchantPenalties::pointsExpire()
{
    ruled("A-1", "m-1");
    m_desk->advance(70 * domain::dayMs);
    QCOMPARE(figures(report(), "douyin:m-1"), QStringLiteral("1 3 0 3 0 1 1 26900")); // gone in 30 days if nothing happens
    m_desk->advance(20 * domain::dayMs);
    QCOMPARE(figures(report(), "douyin:m-1"), QStringLiteral("0 0 0 3 0 1 1 26900"));
}

void TstMerchantPenalties::rateNeedsThirtyCases()
{
    for (int n = 0; n < 29; ++n)
        ruled(qPrintable(QStringLiteral("A-%1").arg(n)), "m-1", n < 10 ? SmallDesk::bandRuling() : SmallDesk::rejection());
    QVERIFY(std::holds_alternative<std::monostate>(report().rows.front().cells.at(10)));
    ruled("A-29", "m-1", SmallDesk::rejection());
    QCOMPARE(std::get<qint64>(report().rows.front().cells.at(10)), qint64(333)); // 10 of 30, tenths of a percent
    QVERIFY(!report().footnotes.isEmpty());
}

void TstMerchantPenalties::filtersMerchantLevelAndCategory()
{
    ruled("A-1", "m-1");
    ruled("B-1", "m-2");
    ruled("B-2", "m-2");
    ruled("B-3", "m-2", SmallDesk::rejection(), "home");
    const auto rows = [&](const char *key, const char *value) {
        ReportQuery query;
        query.filters.insert(QString::fromLatin1(key), QString::fromLatin1(value));
        QStringList keys;
        for (const TableRow &row : report(query).rows)
            keys.append(row.key);
        return keys.join(u' ');
    };
    QCOMPARE(rows("merchant", "m-1"), QStringLiteral("douyin:m-1"));
    QCOMPARE(rows("level", "2"), QStringLiteral("douyin:m-2"));
    QCOMPARE(rows("level", "1"), QStringLiteral("douyin:m-1"));
    QCOMPARE(rows("level", "5"), QString());
    QCOMPARE(rows("category", "home"), QStringLiteral("douyin:m-2"));
    QCOMPARE(rows("platform", "taobao"), QString());
}

void TstMerchantPenalties::refusesWrongQuestions()
{
    const QString name = QStringLiteral("merchant_penalties");
    QCOMPARE_FAULT(runReport(m_desk->desk, m_desk->actor(m_desk->lin), name, {}), NotAllowed);
    QCOMPARE_FAULT(runReport(m_desk->desk, m_desk->actor(m_desk->root), name, {}), NotAllowed);
    QVERIFY_DONE(runReport(m_desk->desk, m_desk->actor(m_desk->zheng), name, {}));
    QCOMPARE_FAULT(runReport(m_desk->desk, m_desk->actor(m_desk->xu), QStringLiteral("horoscope"), {}), NotFound);
    ReportQuery query;
    query.filters.insert(QStringLiteral("colour"), QStringLiteral("red"));
    const auto done = runReport(m_desk->desk, m_desk->actor(m_desk->xu), name, query);
    QCOMPARE_FAULT(done, BadValue);
    QCOMPARE(done.error().text, QStringLiteral("colour"));
}

void TstMerchantPenalties::trendAndCasesOutlastThePeriod()
{
    const domain::CaseId id = ruled("A-1", "m-1"); // 3 points on 12 October, valid for 90 days
    m_desk->advance(20 * domain::dayMs);
    const QDate today = m_desk->clock.at.toPlatform().date();
    const Table table = report({.from = today, .to = today, .filters = {}});
    QCOMPARE(figures(table, "douyin:m-1"), QStringLiteral("1 3 3 0 0 0 0 0"));
    QCOMPARE(table.rows.front().trend, (std::vector<qint64>{0, 0, 0, 0, 3, 0}));
    QCOMPARE(table.rows.front().cases, QList<domain::CaseId>{id});
}

void TstMerchantPenalties::usualPeriodIsNinetyDays()
{
    ruled("A-1", "m-1");
    m_desk->advance(90 * domain::dayMs);
    QCOMPARE(figures(report(), "douyin:m-1"), QStringLiteral("0 0 0 3 0 1 1 26900"));
    m_desk->advance(domain::dayMs);
    QCOMPARE(figures(report(), "douyin:m-1"), QStringLiteral("none"));
    const QDate first(2026, 10, 12);
    QCOMPARE(figures(report({.from = first, .to = first, .filters = {}}), "douyin:m-1"), QStringLiteral("0 0 0 3 0 1 1 26900"));
}

void TstMerchantPenalties::fiveAlikeAreAPattern()
{
    const auto pattern = [this] { return std::get<QString>(report().rows.front().cells.back()); };
    for (const char *number : {"A-1", "A-2", "A-3", "A-4"})
        ruled(number, "m-1");
    ruled("A-5", "m-1", SmallDesk::rejection()); // not against the merchant
    QCOMPARE(pattern(), QString());
    const domain::CaseId last = ruled("A-6", "m-1");
    const QString product = m_desk->desk.cases.header(last)->product;
    QCOMPARE(pattern(), QString(product + QStringLiteral(" × 5")));
}

QObject *make_tst_merchantpenalties();
QObject *make_tst_merchantpenalties()
{
    return new TstMerchantPenalties;
}

#include "tst_merchantpenalties.moc"
