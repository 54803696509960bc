// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecase.h"

#include <domain/policy.h>

#include <QtCore/QFile>
#include <QtCore/QSet>
#include <QtTest/QtTest>

#include <algorithm>

using namespace arb::domain;
using namespace arb::tests;

namespace {

const RuleBook &book()
{
    static const RuleBook read = [] {
        auto parsed = parseRuleBook(shippedJson());
        if (!parsed)
            qFatal("the demo's rule book is wrong at %s: %s", qPrintable(parsed.error().pointer), qPrintable(parsed.error().what));
        return std::move(parsed).value();
    }();
    return read;
}

BusinessCalendar calendar2026()
{
    QFile file(QStringLiteral(":/calendar/cn-2026.json"));
    const auto year = file.open(QIODevice::ReadOnly) ? parseCalendarYear(file.readAll()).value() : CalendarYear();
    return BusinessCalendar({year});
}

const UtcMs demoMorning = UtcMs::fromPlatform(QDate(2026, 10, 12), QTime(9, 0));

CaseFile demoCase(int number)
{
    QFile file(QStringLiteral(ARB_SOURCE_DIR "/resources/demo/cases/c%1/case.json").arg(number, 2, 10, QLatin1Char('0')));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no demo case %d", number);
    QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    QJsonArray exhibits = object.value(QStringLiteral("exhibits")).toArray();
    for (QJsonValueRef exhibit : exhibits) // digests are filled in when the bytes are read; rules do not look at them
        exhibit = changed(exhibit.toObject(), "sha256", QString(64, u'a'));
    object.insert(QStringLiteral("exhibits"), exhibits);
    return *caseFileFromJson(object);
}

Assessment assessDemo(int number, const ReviewerFindings &findings = {}, const CaseCircumstances &circumstances = {})
{
    const CaseFile file = demoCase(number);
    return assess(file, factsOf(file, findings, circumstances, calendar2026(), demoMorning), book());
}

Facts factsFrom(const char *json)
{
    Facts facts;
    const QJsonObject object = parsedObject(json);
    if (object.isEmpty())
        qFatal("no facts: %s", json);
    for (auto it = object.begin(); it != object.end(); ++it)
        facts.insert(it.key(), it.value());
    return facts;
}

ReviewerFindings found(const char *element, Verdict verdict)
{
    ReviewerFindings findings;
    findings.elements.insert(str(element), verdict);
    return findings;
}

} // namespace

class TstPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedBookIsWhole();
    void suggestsAsTheTableSays_data();
    void suggestsAsTheTableSays();
    void demoCasesAloneGiveTheSame_data();
    void demoCasesAloneGiveTheSame();
    void findingsDecideTheOthers_data();
    void findingsDecideTheOthers();
    void saysWhichFindingIsMissing_data();
    void saysWhichFindingIsMissing();
    void wouldChangeNamesOnlyWhatWins();
    void whatIsSuggestedCanBeSigned_data();
    void whatIsSuggestedCanBeSigned();
    void namesWhatItLookedAt();
    void samePointsSameAnswer();
    void suggestsNothingWithoutClause();
    void freshSharesGoByTheTable_data();
    void freshSharesGoByTheTable();
    void freshWindowEndsToTheMinute_data();
    void freshWindowEndsToTheMinute();
    void unfoundedGrounds_data();
    void unfoundedGrounds();
    void silenceIsAFactOnlyWhenOverdue_data();
    void silenceIsAFactOnlyWhenOverdue();
    void sevenDayWindowOverAHoliday_data();
    void sevenDayWindowOverAHoliday();
    void yearWithoutDataTurnsNobodyAway();
    void tellsNotices();
};

void TstPolicy::shippedBookIsWhole()
{
    QCOMPARE(book().id(), str("desk-demo"));
    QCOMPARE(book().platform(), str("*"));
    QVERIFY(!book().version().isEmpty());
    QVERIFY(QDate::fromString(book().effectiveFrom(), Qt::ISODate).isValid());
    QVERIFY2(book().clauses().size() >= 15, qPrintable(QString::number(book().clauses().size())));
    const auto isChinese = [](const QString &text) {
        return std::ranges::any_of(text, [](QChar c) { return c.unicode() >= 0x4e00 && c.unicode() <= 0x9fff; });
    };
    QSet<QString> ids;
    for (const BookClause &clause : book().clauses()) {
        QVERIFY2(!ids.contains(clause.id), qPrintable(clause.id));
        ids.insert(clause.id);
        for (const QString &text : {clause.titleZh, clause.textZh})
            QVERIFY2(isChinese(text), qPrintable(clause.id));
        for (const QString &text : {clause.titleEn, clause.textEn})
            QVERIFY2(!text.isEmpty() && !isChinese(text), qPrintable(clause.id));
        QVERIFY2(!clause.source.isEmpty() && !clause.trust.isEmpty(), qPrintable(clause.id));
        QCOMPARE(book().clause(clause.id), &clause);
    }
    QCOMPARE(book().clause(str("no_such_clause")), nullptr);
    for (const BookElement &element : book().elements())
        QVERIFY2(isChinese(element.labelZh) && !element.labelEn.isEmpty(), qPrintable(element.code));
    for (const PenaltyRule &rule : book().penaltyRules())
        QVERIFY2(isChinese(rule.labelZh) && !rule.labelEn.isEmpty(), qPrintable(toCode(rule.code)));
    QCOMPARE(int(book().ladder().size()), 6);
}

// Facts by hand, expectations from the table of the fifteen.
void TstPolicy::suggestsAsTheTableSays_data()
{
    QTest::addColumn<qint64>("paidFen");
    QTest::addColumn<QByteArray>("facts");
    QTest::addColumn<QString>("clause");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("merchant");
    QTest::addColumn<qint64>("refundFen");
    QTest::addColumn<QString>("freight"); // outbound/return, "-" for none
    QTest::addColumn<bool>("counts");
    QTest::addColumn<int>("points");
    QTest::newRow("1 smart band")
        << qint64(26'900)
        << QByteArray(R"({"reason":"quality_defect","reasonFound":"quality_defect","type":"return_refund","category":"3c","tradeKind":"live",
             "daysSinceSigned":2,"signed":true,"withinSevenDays":true,"sevenDayReturn":"no","answerDecision":"refused",
             "answerReason":"signed_means_accepted","merchantSilent":false,"refusalUnfounded":true,"duplicate":false,"appealRound":false,
             "hasReturnLeg":false,"evidenceTimedOutBuyer":false})")
        << str("quality_confirmed") << str("return_and_refund") << 100 << qint64(26'900) << str("merchant/merchant") << true << 3;
    QTest::newRow("5 missing trousers")
        << qint64(15'900)
        << QByteArray(R"({"reason":"missing_item","reasonFound":"missing_item","type":"resend","category":"apparel","tradeKind":"normal",
             "daysSinceSigned":0,"signed":true,"withinSevenDays":true,"answerDecision":"refused","answerReason":"no_unboxing_video",
             "merchantSilent":false,"refusalUnfounded":true,"duplicate":false,"appealRound":false,"hasReturnLeg":false})")
        << str("wrong_missing_damaged_resend") << str("resend") << 100 << qint64(0) << str("merchant/-") << true << 3;
    QTest::newRow("6 shoes 41 and 42")
        << qint64(43'900)
        << QByteArray(R"({"reason":"wrong_item","reasonFound":"wrong_item","type":"exchange","category":"shoes","tradeKind":"normal",
             "daysSinceSigned":2,"signed":true,"withinSevenDays":true,"answerDecision":"refused","answerReason":"used",
             "merchantSilent":false,"refusalUnfounded":false,"duplicate":false,"appealRound":false,"hasReturnLeg":false})")
        << str("wrong_missing_damaged_exchange") << str("exchange") << 100 << qint64(0) << str("merchant/merchant") << true << 1;
    QTest::newRow("8 blanket not received")
        << qint64(45'900)
        << QByteArray(R"({"reason":"not_received","reasonFound":"not_received","type":"refund_shipped","category":"home","tradeKind":"normal",
             "daysSinceSigned":4,"signed":true,"signedByReceiver":false,"hasPickupScan":true,"answerDecision":"refused",
             "answerReason":"other","merchantSilent":false,"refusalUnfounded":false,"duplicate":false,"appealRound":false,"hasReturnLeg":false})")
        << str("not_received") << str("refund_full") << 100 << qint64(45'900) << str("merchant/-") << true << 1;
    QTest::newRow("14 crabs, too late")
        << qint64(29'800)
        << QByteArray(R"({"reason":"fresh_food","reasonFound":"fresh_food","type":"refund_shipped","category":"fresh","tradeKind":"normal",
             "daysSinceSigned":3,"signed":true,"hoursNoticeToApplied":72,"hoursSignedToApplied":63,"answerDecision":"refused",
             "answerReason":"out_of_window","merchantSilent":false,"refusalUnfounded":false,"duplicate":false,"appealRound":false,"hasReturnLeg":false})")
        << str("fresh_late") << str("not_accepted") << 0 << qint64(0) << str("-/-") << false << 0;
}

namespace {

QString freightOf(const Suggestion &suggestion)
{
    const auto word = [](const std::optional<FreightPayer> &payer) { return payer ? toCode(*payer) : QStringLiteral("-"); };
    return QStringLiteral("%1/%2").arg(word(suggestion.outboundFreight), word(suggestion.returnFreight));
}

int pointsOf(const Suggestion &suggestion)
{
    int points = 0;
    for (const ConductCode code : suggestion.conduct)
        points += suggestion.countsTowardMetrics ? book().pointsFor(code) : 0;
    return points;
}

} // namespace

void TstPolicy::suggestsAsTheTableSays()
{
    QFETCH(qint64, paidFen);
    QFETCH(QByteArray, facts);
    QFETCH(QString, clause);
    QFETCH(QString, outcome);
    QFETCH(int, merchant);
    QFETCH(qint64, refundFen);
    QFETCH(QString, freight);
    QFETCH(bool, counts);
    QFETCH(int, points);
    const Assessment assessment = assess(plainCase(paidFen, paidFen), factsFrom(facts.constData()), book());
    QCOMPARE(assessment.clause, clause);
    QVERIFY(assessment.suggestion.has_value());
    const Suggestion &suggestion = *assessment.suggestion;
    QCOMPARE(toCode(suggestion.outcome), outcome);
    QCOMPARE(suggestion.blame.merchant, merchant);
    QCOMPARE(suggestion.blame.sum(), merchant);
    QCOMPARE(suggestion.refund.fen(), refundFen);
    QCOMPARE(suggestion.fundSource, FundSource::OrderFunds);
    QCOMPARE(freightOf(suggestion), freight);
    QCOMPARE(suggestion.countsTowardMetrics, counts);
    QCOMPARE(pointsOf(suggestion), points);
    QCOMPARE(suggestion.noReturnReason.has_value(), outcomeOf(suggestion.outcome).needsNoReturnReason);
}

void TstPolicy::demoCasesAloneGiveTheSame_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("clause");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<qint64>("refundFen");
    QTest::addColumn<int>("points");
    const auto row = [](int number, const char *clause, const char *outcome, qint64 refundFen, int points) {
        QTest::addRow("case %d", number) << number << str(clause) << str(outcome) << refundFen << points;
    };
    row(1, "quality_confirmed", "return_and_refund", 26'900, 3);
    row(5, "wrong_missing_damaged_resend", "resend", 0, 3);
    row(6, "wrong_missing_damaged_exchange", "exchange", 0, 1);
    row(8, "not_received", "refund_full", 45'900, 1);
    row(14, "fresh_late", "not_accepted", 0, 0);
}

void TstPolicy::demoCasesAloneGiveTheSame()
{
    QFETCH(int, number);
    QFETCH(QString, clause);
    QFETCH(QString, outcome);
    QFETCH(qint64, refundFen);
    QFETCH(int, points);
    const Assessment assessment = assessDemo(number);
    QCOMPARE(assessment.clause, clause);
    QVERIFY(assessment.suggestion.has_value());
    QCOMPARE(toCode(assessment.suggestion->outcome), outcome);
    QCOMPARE(assessment.suggestion->refund.fen(), refundFen);
    QCOMPARE(pointsOf(*assessment.suggestion), points);
}

void TstPolicy::findingsDecideTheOthers_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<ReviewerFindings>("findings");
    QTest::addColumn<QString>("clause");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<qint64>("refundFen");
    QTest::addColumn<int>("merchant");
    QTest::addColumn<int>("buyer");
    QTest::addColumn<bool>("counts");
    ReviewerFindings dislike;
    dislike.reasonFound = Reason::SevenDayNoReason;
    QTest::newRow("2 dislike, not the colour") << 2 << dislike << str("seven_day_intact") << str("return_and_refund") << qint64(32'800) << 0 << 0 << false;
    ReviewerFindings nineOf24;
    nineOf24.badSharePercentTimes10 = 375;
    QTest::newRow("3 nine of 24 bad") << 3 << nineOf24 << str("fresh_ratio") << str("refund_partial") << qint64(3'400) << 100 << 0 << true;
    QTest::newRow("4 the seal was broken") << 4 << found("intact_at_signing", Verdict::Proved) << str("intact_at_signing_proven") << str("reject_claim")
                                           << qint64(0) << 0 << 100 << false;
    ReviewerFindings shares = found("damage_on_return", Verdict::Proved);
    shares.merchantSharePercent = 60;
    QTest::newRow("12 both at fault") << 12 << shares << str("both_at_fault") << str("return_and_refund") << qint64(129'900) << 60 << 40 << true;
    QTest::newRow("15 the listing's own picture") << 15 << found("goods_shown", Verdict::NotProved) << str("buyer_no_prima_facie")
                                                  << str("reject_claim") << qint64(0) << 0 << 100 << false;
    QTest::newRow("11 the campaign failed") << 11 << found("campaign_failed", Verdict::Proved) << str("platform_promotion") << str("refund_partial")
                                            << qint64(6'000) << 0 << 0 << false;
    QTest::newRow("7 a fault of the device") << 7 << found("fault_shown", Verdict::Proved) << str("warranty_repair") << str("repair") << qint64(0) << 100
                                             << 0 << true;
    QTest::newRow("9 no chain of sources") << 9 << found("source_chain", Verdict::NotProved) << str("counterfeit_unproven_source")
                                           << str("refund_full") << qint64(168'000) << 100 << 0 << true;
}

void TstPolicy::findingsDecideTheOthers()
{
    QFETCH(int, number);
    QFETCH(ReviewerFindings, findings);
    QFETCH(QString, clause);
    QFETCH(QString, outcome);
    QFETCH(qint64, refundFen);
    QFETCH(int, merchant);
    QFETCH(int, buyer);
    QFETCH(bool, counts);
    const Assessment assessment = assessDemo(number, findings);
    QCOMPARE(assessment.clause, clause);
    QVERIFY(assessment.suggestion.has_value());
    QCOMPARE(toCode(assessment.suggestion->outcome), outcome);
    QCOMPARE(assessment.suggestion->refund.fen(), refundFen);
    QCOMPARE(assessment.suggestion->blame.merchant, merchant);
    QCOMPARE(assessment.suggestion->blame.buyer, buyer);
    QCOMPARE(assessment.suggestion->countsTowardMetrics, counts);
}

void TstPolicy::saysWhichFindingIsMissing_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("missing");     // an element of the clause without a finding …
    QTest::addColumn<QString>("wouldChange"); // … or a clause that one finding would lead to
    QTest::newRow("2") << 2 << str("mismatch_shown") << str("seven_day_intact");
    QTest::newRow("3") << 3 << str("bad_share") << QString();
    QTest::newRow("4") << 4 << str("item_missing") << str("intact_at_signing_proven");
    QTest::newRow("12") << 12 << str("goods_intact") << str("both_at_fault");
    QTest::newRow("15") << 15 << QString() << str("buyer_no_prima_facie");
}

void TstPolicy::saysWhichFindingIsMissing()
{
    QFETCH(int, number);
    QFETCH(QString, missing);
    QFETCH(QString, wouldChange);
    const Assessment assessment = assessDemo(number);
    if (!missing.isEmpty()) {
        const auto row = std::ranges::find(assessment.missing, missing, &MissingElement::element);
        QVERIFY(row != assessment.missing.cend());
        QCOMPARE(row->clause, assessment.clause);
        const auto element = std::ranges::find(book().elements(), missing, &BookElement::code);
        QCOMPARE(row->burden, element->burden);
    }
    if (!wouldChange.isEmpty())
        QVERIFY2(assessment.wouldChange.contains(wouldChange), qPrintable(assessment.wouldChange.join(u',')));
    if (number == 3)
        QVERIFY(!assessment.suggestion.has_value()); // the clause is clear, its sum waits for the count
}

// What is named must win when that finding is made: a clause that would only apply behind the chosen one changes nothing.
void TstPolicy::wouldChangeNamesOnlyWhatWins()
{
    for (const int number : {1, 2, 4, 5, 6, 8, 14, 15}) {
        const CaseFile file = demoCase(number);
        const Facts facts = factsOf(file, {}, {}, calendar2026(), demoMorning);
        const Assessment now = assess(file, facts, book());
        QSet<QString> winners;
        const auto tryWith = [&](const Facts &trial) { winners.insert(assess(file, trial, book()).clause); };
        for (const BookElement &element : book().elements()) {
            for (const Verdict verdict : {Verdict::Proved, Verdict::NotProved, Verdict::NotEnough}) {
                Facts trial = facts;
                trial.insert(QStringLiteral("finding:") + element.code, toCode(verdict));
                tryWith(trial);
                trial.insert(QStringLiteral("merchantShare"), 50);
                tryWith(trial);
            }
        }
        Facts dislike = facts;
        dislike.insert(str("reasonFound"), toCode(Reason::SevenDayNoReason));
        tryWith(dislike);
        winners.subtract({QString(), now.clause});
        QCOMPARE(QSet<QString>(now.wouldChange.cbegin(), now.wouldChange.cend()), winners);
        QCOMPARE(int(now.wouldChange.size()), int(winners.size()));
    }
}

void TstPolicy::whatIsSuggestedCanBeSigned_data()
{
    QTest::addColumn<int>("number");
    for (int number = 1; number <= 15; ++number)
        QTest::addRow("case %d", number) << number;
}

void TstPolicy::whatIsSuggestedCanBeSigned()
{
    QFETCH(int, number);
    const Assessment assessment = assessDemo(number);
    if (!assessment.suggestion)
        return; // it waits for a finding
    const Suggestion &suggestion = *assessment.suggestion;
    Ruling ruling;
    ruling.outcome = suggestion.outcome;
    ruling.blame = suggestion.blame;
    ruling.refund = suggestion.refund;
    ruling.outboundFreight = suggestion.outboundFreight;
    ruling.returnFreight = suggestion.returnFreight;
    ruling.noReturnReason = suggestion.noReturnReason;
    ruling.executeBy = suggestion.executeBy;
    ruling.reasonsZh = str("理由");
    Citation fact;
    fact.fact = str("/order/orderNo");
    ruling.findings = {{QString(), Verdict::Proved, str("record"), {fact}}};
    const QList<RulingFault> faults = checkRuling(ruling, demoCase(number));
    QVERIFY2(faults.isEmpty(), qPrintable(assessment.clause + (faults.isEmpty() ? QString() : faults.constFirst().where)));
}

void TstPolicy::namesWhatItLookedAt()
{
    const Assessment assessment = assessDemo(1);
    const auto lineOf = [&](const char *fact) {
        const auto found = std::ranges::find_if(assessment.trace, [&](const TraceLine &line) {
            return line.clause == assessment.clause && line.fact == str(fact);
        });
        return found == assessment.trace.cend() ? TraceLine() : *found;
    };
    const TraceLine reason = lineOf("reasonFound");
    QCOMPARE(reason.condition, str("reasonFound in [\"quality_defect\",\"damaged\"]"));
    QCOMPARE(reason.value, str("quality_defect"));
    QVERIFY(reason.holds);
    const TraceLine days = lineOf("daysSinceSigned");
    QCOMPARE(days.condition, str("daysSinceSigned ≤ 7"));
    QCOMPARE(days.value, str("2"));
    QVERIFY(days.holds);
    const TraceLine open = lineOf("finding:defect_shown"); // under a "not": unknown is not "not proved"
    QCOMPARE(open.value, str("unknown"));
    QVERIFY(!open.holds);
    QSet<QString> clauses;
    for (const TraceLine &line : assessment.trace)
        clauses.insert(line.clause);
    QCOMPARE(int(clauses.size()), int(book().clauses().size())); // also why the others do not apply
}

void TstPolicy::samePointsSameAnswer()
{
    const Assessment once = assessDemo(8);
    const Assessment again = assessDemo(8);
    QCOMPARE(once.clause, again.clause);
    QCOMPARE(once.wouldChange, again.wouldChange);
    QCOMPARE(int(once.trace.size()), int(again.trace.size()));
    for (qsizetype n = 0; n < once.trace.size(); ++n)
        QCOMPARE(once.trace.at(n).condition, again.trace.at(n).condition);
}

void TstPolicy::suggestsNothingWithoutClause()
{
    const Assessment assessment = assess(plainCase(100, 100), factsFrom(R"({"reasonFound":"other","type":"repair"})"), book());
    QVERIFY(assessment.clause.isEmpty());
    QVERIFY(!assessment.suggestion.has_value());
    QVERIFY(assessment.missing.isEmpty());
    QVERIFY(!assessment.trace.isEmpty());
    QVERIFY(assessment.wouldChange.contains(str("liability_unsettled")));
}

void TstPolicy::freshSharesGoByTheTable_data()
{
    QTest::addColumn<int>("tenths");
    QTest::addColumn<qint64>("refundFen");
    const struct { int tenths; qint64 fen; } rows[] = {{1, 680},    {100, 680},  {101, 2'040}, {300, 2'040}, {301, 3'400},  {375, 3'400},
                                                       {500, 3'400}, {501, 4'760}, {700, 4'760}, {701, 6'800}, {1000, 6'800}};
    for (const auto &row : rows)
        QTest::addRow("%d.%d %%", row.tenths / 10, row.tenths % 10) << row.tenths << row.fen;
}

void TstPolicy::freshSharesGoByTheTable()
{
    QFETCH(int, tenths);
    QFETCH(qint64, refundFen);
    Facts facts = factsFrom(R"({"category":"fresh","reasonFound":"fresh_food","hoursNoticeToApplied":3})");
    facts.insert(QStringLiteral("badShare"), tenths);
    const Assessment assessment = assess(plainCase(6'800, 6'800), facts, book());
    QCOMPARE(assessment.clause, str("fresh_ratio"));
    QVERIFY(assessment.suggestion.has_value());
    QCOMPARE(assessment.suggestion->refund.fen(), refundFen);
    QVERIFY(assessment.missing.isEmpty());
}

void TstPolicy::freshWindowEndsToTheMinute_data()
{
    QTest::addColumn<qint64>("afterMs");
    QTest::addColumn<QString>("clause");
    QTest::newRow("at the end") << 48 * hourMs << str("fresh_ratio");
    QTest::newRow("a minute late") << 48 * hourMs + minuteMs << str("fresh_late");
    QTest::newRow("a millisecond late") << 48 * hourMs + 1 << str("fresh_late");
    QTest::newRow("early") << minuteMs << str("fresh_ratio");
}

void TstPolicy::freshWindowEndsToTheMinute()
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

void TstPolicy::unfoundedGrounds_data()
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
}

void TstPolicy::unfoundedGrounds()
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
    if (reason == u"agreed_in_chat") {
        file.chat.clear(); // a claim about a chat that nobody has handed in is no ground
        QVERIFY(factsOf(file, {}, {}, calendar2026(), demoMorning).value(QStringLiteral("refusalUnfounded")).toBool());
    }
}

void TstPolicy::silenceIsAFactOnlyWhenOverdue_data()
{
    QTest::addColumn<bool>("answered");
    QTest::addColumn<QVariant>("dueIn"); // ms from now
    QTest::addColumn<bool>("silent");
    QTest::newRow("deadline still running") << false << QVariant(hourMs) << false;
    QTest::newRow("deadline in this moment") << false << QVariant(qint64(0)) << false;
    QTest::newRow("deadline past") << false << QVariant(qint64(-1)) << true;
    QTest::newRow("no deadline handed in") << false << QVariant() << true;
    QTest::newRow("answered") << true << QVariant(-hourMs) << false;
}

void TstPolicy::silenceIsAFactOnlyWhenOverdue()
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
}

void TstPolicy::sevenDayWindowOverAHoliday_data()
{
    QTest::addColumn<QString>("applied");
    QTest::addColumn<bool>("within");
    QTest::addColumn<bool>("rolled");
    QTest::newRow("within the law's own seven days") << str("2026-10-04T23:59:59+08:00") << true << false;
    QTest::newRow("in the holiday that moves the end") << str("2026-10-07T10:00:00+08:00") << true << true;
    QTest::newRow("on the first working day") << str("2026-10-08T23:59:59+08:00") << true << true;
    QTest::newRow("after it") << str("2026-10-09T00:00:01+08:00") << false << true;
}

void TstPolicy::sevenDayWindowOverAHoliday()
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

void TstPolicy::yearWithoutDataTurnsNobodyAway()
{
    CaseFile file = plainCase(100, 100);
    file.order.signedAt = UtcMs::fromPlatform(QDate(2031, 3, 3), QTime(10, 0));
    file.afterSale.appliedAt = UtcMs::fromPlatform(QDate(2031, 3, 10), QTime(23, 0));
    const Facts facts = factsOf(file, {}, {}, calendar2026(), demoMorning);
    QCOMPARE(facts.value(QStringLiteral("withinSevenDays")).toBool(), true);
    QCOMPARE(facts.value(QStringLiteral("windowRolled")).toBool(), false);
}

void TstPolicy::tellsNotices()
{
    QVERIFY(assessDemo(1).notices.contains(str("refusal_unfounded")));
    QVERIFY(!assessDemo(6).notices.contains(str("refusal_unfounded")));
    QVERIFY(assessDemo(14).notices.contains(str("assumption_window")));
    const CaseFile greedy = plainCase(100, 101);
    QVERIFY(assess(greedy, {}, book()).notices.contains(str("claims_too_much")));
    QVERIFY(!assess(plainCase(100, 100), {}, book()).notices.contains(str("claims_too_much")));
}

QObject *make_tst_policy();
QObject *make_tst_policy()
{
    return new TstPolicy;
}

#include "tst_policy.moc"
