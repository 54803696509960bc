// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplebook.h"

#include <QtTest/QtTest>

#include <algorithm>

using namespace arb::domain;
using namespace arb::tests;

/// Rows of the decision table, with the sums and payers that the book works out.
class TstRuleTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void freshSharesGoByTheTable_data();
    void freshSharesGoByTheTable();
    void sumsByTheBook_data();
    void sumsByTheBook();
    void rowsOfTheTable_data();
    void rowsOfTheTable();
    void sharesDecideWhoPays();
    void saysWhenTheReturnIsInsured();
};

void TstRuleTable::freshSharesGoByTheTable_data()
{
    QTest::addColumn<int>("tenths");
    QTest::addColumn<qint64>("refundFen");
    const struct { int tenths; qint64 fen; } rows[] = {{1, 680},    {100, 680},  {101, 2'040}, {300, 2'040}, {301, 3'400},  {375, 3'400},
                                                       {500, 3'400}, {501, 4'760}, {700, 4'760}, {701, 6'800}, {1000, 6'800}};
    for (const auto &row : rows)
        QTest::addRow("%d.%d %%", row.tenths / 10, row.tenths % 10) << row.tenths << row.fen;
}

void TstRuleTable::freshSharesGoByTheTable()
{
    QFETCH(int, tenths);
    QFETCH(qint64, refundFen);
    Facts facts = factsFrom(R"({"category":"fresh","reasonFound":"fresh_food","hoursSignedToApplied":3})");
    facts.insert(QStringLiteral("badShare"), tenths);
    const Assessment assessment = assess(plainCase(6'800, 6'800), facts, book());
    QCOMPARE(assessment.clause, str("fresh_ratio"));
    QVERIFY(assessment.suggestion.has_value());
    QCOMPARE(assessment.suggestion->refund.fen(), refundFen);
    QVERIFY(assessment.missing.isEmpty());
}

void TstRuleTable::sumsByTheBook_data()
{
    QTest::addColumn<QByteArray>("facts");
    QTest::addColumn<qint64>("paidFen");
    QTest::addColumn<qint64>("freightFen");
    QTest::addColumn<qint64>("claimedFen");
    QTest::addColumn<qint64>("giftFen");
    QTest::addColumn<QString>("clause");
    QTest::addColumn<qint64>("refundFen");
    QTest::addColumn<QString>("freight");
    const QByteArray return7(R"({"reasonFound":"seven_day_no_reason","type":"return_refund","withinSevenDays":true,"sevenDayReturn":"yes"})");
    const QByteArray unconfirmed(R"({"reasonFound":"seven_day_no_reason","type":"return_refund","withinSevenDays":true,"sevenDayReturn":"excluded_unconfirmed"})");
    const QByteArray gift(R"({"reasonFound":"gift_missing","type":"refund_shipped"})");
    const auto row = [](const char *name, const QByteArray &facts, qint64 paid, qint64 freight, qint64 claimed, qint64 giftFen,
                        const char *clause, qint64 refund, const char *payers) {
        QTest::newRow(name) << facts << paid << freight << claimed << giftFen << str(clause) << refund << str(payers);
    };
    row("free shipping", return7, 12'900, 0, 12'900, 0, "seven_day_intact", 12'900, "merchant/buyer");
    row("freight paid by the buyer stays paid", return7, 12'900, 1'000, 13'900, 0, "seven_day_intact", 12'900, "buyer/buyer");
    row("a part claimed, freight paid", return7, 12'900, 1'000, 5'000, 0, "seven_day_intact", 5'000, "buyer/buyer");
    row("exclusion not confirmed, freight paid", unconfirmed, 12'900, 1'000, 13'900, 0, "seven_day_excluded_unconfirmed", 12'900, "buyer/buyer");
    row("gift within three tenths", gift, 19'900, 0, 5'900, 5'900, "gift_missing", 5'900, "-/-");
    row("gift worth nearly the goods", gift, 12'900, 0, 12'000, 12'000, "gift_missing", 3'870, "-/-");
    row("gift claimed above its value", gift, 19'900, 0, 5'900, 2'000, "gift_missing", 2'000, "-/-");
    row("gift without a stated value", gift, 12'900, 0, 12'000, 0, "gift_missing", 6'450, "-/-");
}

void TstRuleTable::sumsByTheBook()
{
    QFETCH(QByteArray, facts);
    QFETCH(qint64, paidFen);
    QFETCH(qint64, freightFen);
    QFETCH(qint64, claimedFen);
    QFETCH(qint64, giftFen);
    QFETCH(QString, clause);
    QFETCH(qint64, refundFen);
    QFETCH(QString, freight);
    CaseFile file = plainCase(paidFen, claimedFen);
    file.order.freight = Money(freightFen);
    if (giftFen > 0)
        file.order.gifts = {{str("Box"), Money(giftFen)}};
    const Assessment assessment = assess(file, factsFrom(facts.constData()), book());
    QCOMPARE(assessment.clause, clause);
    QVERIFY(assessment.suggestion.has_value());
    QCOMPARE(assessment.suggestion->refund.fen(), refundFen);
    QCOMPARE(freightOf(*assessment.suggestion), freight);
}

void TstRuleTable::rowsOfTheTable_data()
{
    QTest::addColumn<QByteArray>("facts");
    QTest::addColumn<QString>("clause");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("freight");
    const auto row = [](const char *name, const char *facts, const char *clause, const char *outcome, const char *payers) {
        QTest::newRow(name) << QByteArray(facts) << str(clause) << str(outcome) << str(payers);
    };
    row("seven-day exchange", R"({"reasonFound":"seven_day_no_reason","type":"exchange","withinSevenDays":true,"sevenDayReturn":"yes"})",
        "seven_day_exchange", "exchange", "buyer/buyer");
    row("virtual goods that are liked no longer", R"({"reasonFound":"seven_day_no_reason","type":"refund_shipped","tradeKind":"virtual","sevenDayReturn":"no"})",
        "", "", "");
    row("virtual goods that do not work", R"({"reasonFound":"quality_defect","type":"refund_shipped","tradeKind":"virtual","sevenDayReturn":"no"})",
        "virtual_cannot_return", "refund_full", "-/-");
    row("wilted flowers", R"({"reasonFound":"damaged","type":"refund_shipped","category":"flowers","partialClaim":false})",
        "virtual_cannot_return", "refund_full", "-/-");
    row("stones in the parcel", R"({"reasonFound":"wrong_item","type":"return_refund","category":"home","finding:nothing_to_return":"proved"})",
        "virtual_cannot_return", "refund_full", "-/-");
    row("a repair in the window", R"({"reasonFound":"quality_defect","type":"repair","withinSevenDays":true,"daysSinceSigned":3,"category":"3c"})",
        "quality_repair", "repair", "merchant/merchant");
    row("an exchange after ten days", R"({"reasonFound":"quality_defect","type":"exchange","withinSevenDays":false,"daysSinceSigned":10,"category":"3c"})",
        "quality_exchange", "exchange", "merchant/merchant");
    row("a repair after a month", R"({"reasonFound":"quality_defect","type":"repair","withinSevenDays":false,"daysSinceSigned":30,"category":"3c"})",
        "warranty_repair", "repair", "merchant/merchant");
    row("the wrong goods, money wanted", R"({"reasonFound":"wrong_item","type":"refund_shipped","category":"books","partialClaim":false})",
        "wrong_missing_damaged", "return_and_refund", "merchant/merchant");
    row("one plate of four", R"({"reasonFound":"damaged","type":"refund_shipped","category":"home","partialClaim":true})",
        "damaged_part_refund", "refund_partial", "merchant/-");
    row("a part missing", R"({"reasonFound":"missing_item","type":"refund_shipped","category":"3c","partialClaim":true})",
        "missing_part_refund", "refund_partial", "merchant/-");
    row("a part missing, all claimed", R"({"reasonFound":"missing_item","type":"refund_shipped","category":"3c","partialClaim":false})",
        "wrong_missing_damaged", "return_and_refund", "merchant/merchant");
    row("quality, window moved by a holiday", R"({"reasonFound":"quality_defect","type":"return_refund","withinSevenDays":true,"daysSinceSigned":10,"category":"3c"})",
        "quality_confirmed", "return_and_refund", "merchant/merchant");
    row("second-hand, all claimed", R"({"reasonFound":"not_as_described","type":"return_refund","tradeKind":"second_hand","partialClaim":false})",
        "description_wrong", "return_and_refund", "merchant/merchant");
}

void TstRuleTable::rowsOfTheTable()
{
    QFETCH(QByteArray, facts);
    QFETCH(QString, clause);
    QFETCH(QString, outcome);
    QFETCH(QString, freight);
    const Assessment assessment = assess(plainCase(10'000, 10'000), factsFrom(facts.constData()), book());
    QCOMPARE(assessment.clause, clause);
    QCOMPARE(assessment.suggestion.has_value(), !clause.isEmpty());
    if (clause.isEmpty())
        return;
    QCOMPARE(toCode(assessment.suggestion->outcome), outcome);
    QCOMPARE(freightOf(*assessment.suggestion), freight);
}

// The shares are the reviewer's, and so is what the damage is worth: without it there is no sum to suggest.
void TstRuleTable::sharesDecideWhoPays()
{
    ReviewerFindings findings = found("damage_on_return", Verdict::Proved);
    findings.merchantSharePercent = 30;
    const Assessment open = assessDemo(12, findings);
    QCOMPARE(open.clause, str("both_at_fault"));
    QVERIFY(!open.suggestion.has_value());
    const auto loss = std::ranges::find(open.missing, str("loss"), &MissingElement::element);
    QVERIFY(loss != open.missing.cend());
    QCOMPARE(loss->burden, Party::Merchant);
    findings.loss = Money(18'001);
    const Assessment counted = assessDemo(12, findings);
    QVERIFY(counted.suggestion.has_value());
    QCOMPARE(counted.suggestion->blame, (Blame{.merchant = 30, .creator = 0, .platform = 0, .buyer = 70}));
    QCOMPARE(counted.suggestion->refund.fen(), qint64(129'900 - 12'600)); // whole fen, the odd one to the buyer
    QVERIFY(counted.missing.isEmpty());
    findings.loss = Money(1'000'000); // more than the order was worth
    QCOMPARE(assessDemo(12, findings).suggestion->refund.fen(), qint64(129'900 - 90'930));
}

void TstRuleTable::saysWhenTheReturnIsInsured()
{
    const Facts facts = factsFrom(R"({"reasonFound":"seven_day_no_reason","type":"return_refund","withinSevenDays":true,"sevenDayReturn":"yes"})");
    CaseFile file = plainCase(12'900, 12'900);
    QVERIFY(!assess(file, facts, book()).notices.contains(str("return_insured")));
    file.order.freightInsurance = true;
    QVERIFY(assess(file, facts, book()).notices.contains(str("return_insured")));
    QVERIFY(!assessDemo(6).notices.contains(str("return_insured"))); // the merchant pays it there
}

QObject *make_tst_ruletable();
QObject *make_tst_ruletable()
{
    return new TstRuleTable;
}

#include "tst_ruletable.moc"
