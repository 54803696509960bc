// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplebook.h"

#include <QtTest/QtTest>

using namespace arb::domain;
using namespace arb::tests;

/// Facts that are arithmetic on what was handed in: windows, silence, signatures, grounds.
class TstFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void freshWindowEndsToTheMinute_data();
    void freshWindowEndsToTheMinute();
    void liveGoodsHaveTheirOwnWindow_data();
    void liveGoodsHaveTheirOwnWindow();
    void tracksAreAbnormalAfterTwoDays_data();
    void tracksAreAbnormalAfterTwoDays();
    void whoSigns_data();
    void whoSigns();
    void unfoundedGrounds_data();
    void unfoundedGrounds();
    void silenceIsAFactOnlyWhenOverdue_data();
    void silenceIsAFactOnlyWhenOverdue();
    void sevenDayWindowOverAHoliday_data();
    void sevenDayWindowOverAHoliday();
    void yearWithoutDataTurnsNobodyAway();
};

void TstFacts::freshWindowEndsToTheMinute_data()
{
    QTest::addColumn<qint64>("afterMs");
    QTest::addColumn<QString>("clause");
    QTest::newRow("at the end") << 48 * hourMs << str("fresh_ratio");
    QTest::newRow("a minute late") << 48 * hourMs + minuteMs << str("fresh_late");
    QTest::newRow("a millisecond late") << 48 * hourMs + 1 << str("fresh_late");
    QTest::newRow("early") << minuteMs << str("fresh_ratio");
}

void TstFacts::freshWindowEndsToTheMinute()
{
    QFETCH(qint64, afterMs);
    QFETCH(QString, clause);
    CaseFile file = plainCase(6'800, 6'800);
    file.category = str("fresh");
    file.afterSale.reason = Reason::FreshFood;
    file.order.signedAt = file.afterSale.appliedAt.plusMs(-afterMs);
    const Facts facts = factsOf(file, {}, {}, calendar2026(), demoMorning);
    QCOMPARE(assess(file, facts, book()).clause, clause);
}

void TstFacts::liveGoodsHaveTheirOwnWindow_data()
{
    QTest::addColumn<bool>("live");
    QTest::addColumn<qint64>("afterNotice");
    QTest::addColumn<qint64>("afterSigning");
    QTest::addColumn<QString>("clause");
    QTest::newRow("signed late in the day, within 48 h of it") << false << 52 * hourMs << 47 * hourMs << str("fresh_ratio");
    QTest::newRow("more than 48 h after signing") << false << 54 * hourMs << 48 * hourMs + 1 << str("fresh_late");
    QTest::newRow("live, at the end of its window") << true << 12 * hourMs << 4 * hourMs << str("fresh_ratio");
    QTest::newRow("live, a moment late") << true << 12 * hourMs + 1 << 4 * hourMs << str("fresh_late_live");
    QTest::newRow("live, the next day") << true << 28 * hourMs << 20 * hourMs << str("fresh_late_live");
}

void TstFacts::liveGoodsHaveTheirOwnWindow()
{
    QFETCH(bool, live);
    QFETCH(qint64, afterNotice);
    QFETCH(qint64, afterSigning);
    QFETCH(QString, clause);
    CaseFile file = plainCase(29'800, 29'800);
    file.category = str("fresh");
    file.afterSale.reason = Reason::FreshFood;
    const UtcMs applied = file.afterSale.appliedAt;
    file.order.signedAt = applied.plusMs(-afterSigning);
    file.logistics = {{applied.plusMs(-afterNotice), {}, str("out_for_delivery"), {}}, {*file.order.signedAt, {}, str("signed"), {}}};
    const ReviewerFindings findings = live ? found("goods_live", Verdict::Proved) : ReviewerFindings();
    const Assessment assessment = assess(file, factsOf(file, findings, {}, calendar2026(), demoMorning), book());
    QCOMPARE(assessment.clause, clause);
    if (!live && clause == u"fresh_ratio") // whoever sees that the crabs were alive is told what that changes
        QVERIFY(assessment.wouldChange.contains(str("fresh_late_live")));
}

void TstFacts::tracksAreAbnormalAfterTwoDays_data()
{
    QTest::addColumn<qint64>("shippedBefore"); // the escalation
    QTest::addColumn<qint64>("pickedUpAfter"); // shipping; 0: never
    QTest::addColumn<QString>("clause");
    QTest::newRow("a minute ago") << minuteMs << qint64(0) << QString();
    QTest::newRow("nearly two days") << 48 * hourMs - 1 << qint64(0) << QString();
    QTest::newRow("two days") << 48 * hourMs << qint64(0) << str("track_abnormal");
    QTest::newRow("picked up meanwhile") << 90 * hourMs << 3 * hourMs << QString();
}

void TstFacts::tracksAreAbnormalAfterTwoDays()
{
    QFETCH(qint64, shippedBefore);
    QFETCH(qint64, pickedUpAfter);
    QFETCH(QString, clause);
    CaseFile file = plainCase(10'000, 10'000);
    file.afterSale.reason = Reason::TrackAbnormal;
    file.afterSale.type = AfterSaleType::RefundShipped;
    file.afterSale.answers = {MerchantAnswer{.round = 1, .at = {}, .decision = AnswerDecision::Refused, .reason = str("other"), .text = {}}};
    file.order.shippedAt = file.escalatedAt.plusMs(-shippedBefore);
    file.logistics = {{*file.order.shippedAt, {}, str("created"), {}}};
    if (pickedUpAfter > 0)
        file.logistics.append({file.order.shippedAt->plusMs(pickedUpAfter), {}, str("picked_up"), {}});
    QCOMPARE(assess(file, factsOf(file, {}, {}, calendar2026(), demoMorning), book()).clause, clause);
}

void TstFacts::whoSigns_data()
{
    QTest::addColumn<QString>("by");
    QTest::addColumn<bool>("receiver");
    for (const char *by : {"", "本人", "本人签收", "buyer", "self", "王敏", " 王敏 "})
        QTest::newRow(qPrintable(QStringLiteral("receiver: %1").arg(str(by)))) << str(by) << true;
    for (const char *by : {"代收点", "家门口", "王芳", "非本人签收", "王敏家属"})
        QTest::newRow(qPrintable(QStringLiteral("somebody else: %1").arg(str(by)))) << str(by) << false;
}

void TstFacts::whoSigns()
{
    QFETCH(QString, by);
    QFETCH(bool, receiver);
    CaseFile file = plainCase(45'900, 45'900);
    file.buyer.name = str("王敏");
    file.afterSale.reason = Reason::NotReceived;
    file.afterSale.type = AfterSaleType::RefundShipped;
    file.afterSale.answers = {MerchantAnswer{.round = 1, .at = {}, .decision = AnswerDecision::Refused, .reason = str("other"), .text = {}}};
    file.order.signedAt = file.afterSale.appliedAt.plusMs(-hourMs);
    file.order.signedBy = by;
    const Facts facts = factsOf(file, {}, {}, calendar2026(), demoMorning);
    QCOMPARE(facts.value(QStringLiteral("signedByReceiver")).toBool(), receiver);
    QCOMPARE(assess(file, facts, book()).clause, receiver ? QString() : str("not_received"));
    file.buyer.name.clear(); // a case without the name knows only the words
    QCOMPARE(factsOf(file, {}, {}, calendar2026(), demoMorning).value(QStringLiteral("signedByReceiver")).toBool(), receiver && !by.contains(str("王敏")));
}

void TstFacts::unfoundedGrounds_data()
{
    QTest::addColumn<QString>("decision");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("unfounded");
    QTest::newRow("signed is accepted") << str("refused") << str("signed_means_accepted") << true;
    QTest::newRow("no unboxing video") << str("refused") << str("no_unboxing_video") << true;
    QTest::newRow("in part, without ground") << str("partial") << str("no_unboxing_video") << true;
    QTest::newRow("used") << str("refused") << str("used") << false;
    QTest::newRow("out of window") << str("refused") << str("out_of_window") << false;
    QTest::newRow("agreed") << str("agreed") << str("signed_means_accepted") << false;
    QTest::newRow("agreed in chat, with a chat") << str("refused") << str("agreed_in_chat") << false;
    for (const char *never : {"change_reason", "warehouse_moving", "on_holiday", "nothing_offered"})
        QTest::newRow(never) << str("refused") << str(never) << true;
    for (const char *claimed : {"already_signed", "operator_error", "goods_not_received", "waybill_wrong", "amount_changed", "address_mismatch"})
        QTest::newRow(claimed) << str("refused") << str(claimed) << false; // with a chat
    QTest::newRow("no seven-day service") << str("refused") << str("no_seven_day") << false; // the reason filed is "other"
    QTest::newRow("shipped, never picked up") << str("refused") << str("already_shipped") << true;
}

void TstFacts::unfoundedGrounds()
{
    QFETCH(QString, decision);
    QFETCH(QString, reason);
    QFETCH(bool, unfounded);
    CaseFile file = plainCase(100, 100);
    MerchantAnswer answer;
    answer.decision = *fromCode<AnswerDecision>(decision);
    answer.reason = reason;
    file.afterSale.answers = {answer};
    const Facts facts = factsOf(file, {}, {}, calendar2026(), demoMorning);
    QCOMPARE(facts.value(QStringLiteral("refusalUnfounded")).toBool(), unfounded);
    QCOMPARE(facts.value(QStringLiteral("answerDecision")).toString(), decision);
    const auto unfoundedNow = [&] {
        return factsOf(file, {}, {}, calendar2026(), demoMorning).value(QStringLiteral("refusalUnfounded")).toBool();
    };
    if (decision == u"refused" && !unfounded && !QStringList{str("used"), str("out_of_window"), str("no_seven_day")}.contains(reason)) {
        file.chat.clear(); // a claim about a chat that nobody has handed in is no ground
        QVERIFY(unfoundedNow());
    }
    if (reason == u"no_seven_day") {
        file.afterSale.reason = Reason::QualityDefect; // which has nothing to do with it
        QVERIFY(unfoundedNow());
    }
    if (reason == u"already_shipped") {
        file.logistics = {{file.afterSale.appliedAt.plusMs(-1), {}, str("picked_up"), {}}};
        QVERIFY(!unfoundedNow());
        file.logistics.first().at = file.afterSale.appliedAt.plusMs(1);
        QVERIFY(unfoundedNow());
    }
}

void TstFacts::silenceIsAFactOnlyWhenOverdue_data()
{
    QTest::addColumn<bool>("answered");
    QTest::addColumn<QVariant>("dueIn"); // ms from now
    QTest::addColumn<bool>("silent");
    QTest::newRow("deadline still running") << false << QVariant(hourMs) << false;
    QTest::newRow("deadline in this moment") << false << QVariant(qint64(0)) << false;
    QTest::newRow("deadline past") << false << QVariant(qint64(-1)) << true;
    QTest::newRow("no deadline handed in, applied days ago") << false << QVariant() << true;
    QTest::newRow("answered") << true << QVariant(-hourMs) << false;
}

void TstFacts::silenceIsAFactOnlyWhenOverdue()
{
    QFETCH(bool, answered);
    QFETCH(QVariant, dueIn);
    QFETCH(bool, silent);
    CaseFile file = plainCase(100, 100);
    if (answered)
        file.afterSale.answers = {MerchantAnswer{.round = 1, .at = {}, .decision = AnswerDecision::Refused, .reason = str("used"), .text = {}}};
    if (dueIn.isValid())
        file.afterSale.merchantDueAt = demoMorning.plusMs(dueIn.toLongLong());
    QCOMPARE(factsOf(file, {}, {}, calendar2026(), demoMorning).value(QStringLiteral("merchantSilent")).toBool(), silent);
    if (dueIn.isValid())
        return;
    // Without a deadline the usual 48 hours count from the application.
    const auto silentAt = [&](qint64 afterMs) {
        return factsOf(file, {}, {}, calendar2026(), file.afterSale.appliedAt.plusMs(afterMs)).value(QStringLiteral("merchantSilent")).toBool();
    };
    QVERIFY(!silentAt(minuteMs));
    QVERIFY(!silentAt(48 * hourMs));
    QVERIFY(silentAt(48 * hourMs + 1));
}

void TstFacts::sevenDayWindowOverAHoliday_data()
{
    QTest::addColumn<QString>("applied");
    QTest::addColumn<bool>("within");
    QTest::addColumn<bool>("rolled");
    QTest::newRow("within the law's own seven days") << str("2026-10-04T23:59:59+08:00") << true << false;
    QTest::newRow("in the holiday that moves the end") << str("2026-10-07T10:00:00+08:00") << true << true;
    QTest::newRow("on the first working day") << str("2026-10-08T23:59:59+08:00") << true << true;
    QTest::newRow("after it") << str("2026-10-09T00:00:01+08:00") << false << true;
}

void TstFacts::sevenDayWindowOverAHoliday()
{
    QFETCH(QString, applied);
    QFETCH(bool, within);
    QFETCH(bool, rolled);
    CaseFile file = plainCase(100, 100);
    file.order.signedAt = UtcMs::fromPlatform(QDate(2026, 9, 27), QTime(10, 0));
    file.afterSale.appliedAt = *UtcMs::fromRfc3339(applied);
    const Facts facts = factsOf(file, {}, {}, calendar2026(), demoMorning);
    QCOMPARE(facts.value(QStringLiteral("withinSevenDays")).toBool(), within);
    QCOMPARE(facts.value(QStringLiteral("windowRolled")).toBool(), rolled);
}

void TstFacts::yearWithoutDataTurnsNobodyAway()
{
    CaseFile file = plainCase(100, 100);
    file.order.signedAt = UtcMs::fromPlatform(QDate(2031, 3, 3), QTime(10, 0));
    file.afterSale.appliedAt = UtcMs::fromPlatform(QDate(2031, 3, 10), QTime(23, 0));
    const Facts facts = factsOf(file, {}, {}, calendar2026(), demoMorning);
    QCOMPARE(facts.value(QStringLiteral("withinSevenDays")).toBool(), true);
    QCOMPARE(facts.value(QStringLiteral("windowRolled")).toBool(), false);
}

QObject *make_tst_facts();
QObject *make_tst_facts()
{
    return new TstFacts;
}

#include "tst_facts.moc"
