// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include <presentation/errortext.h>
#include <presentation/formats.h>

#include <usecases/reasonwords.h>

#include <smalldesk.h>

#include <QtTest/QtTest>

#include <functional>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;

namespace {

using Words = QList<QPair<QString, std::function<QString()>>>; // code, its word in the language of the moment

template<typename E>
void addEnum(Words &words, const char *name)
{
    for (const auto &row : domain::codeTable<E>()) {
        const E value = row.value;
        words.append({QStringLiteral("%1 %2").arg(QLatin1StringView(name), QLatin1StringView(row.code)), [value] { return label(value); }});
    }
}

void addOpen(Words &words, const char *name, QString (*word)(const QString &), std::initializer_list<const char *> codes)
{
    for (const char *code : codes) {
        const QString text = QString::fromLatin1(code);
        words.append({QStringLiteral("%1 %2").arg(QLatin1StringView(name), text), [word, text] { return word(text); }});
    }
}

Words allWords()
{
    Words words;
    addEnum<domain::DisputeState>(words, "state");
    addEnum<domain::OutcomeCode>(words, "outcome");
    addEnum<domain::Party>(words, "party");
    addEnum<domain::Reason>(words, "reason");
    addEnum<domain::AfterSaleType>(words, "type");
    addEnum<domain::TradeKind>(words, "trade");
    addEnum<domain::AnswerDecision>(words, "answer");
    addEnum<domain::SevenDayReturn>(words, "seven days");
    addEnum<domain::ExhibitKind>(words, "exhibit");
    addEnum<domain::FundSource>(words, "funds");
    addEnum<domain::FreightPayer>(words, "freight");
    addEnum<domain::NoReturnReason>(words, "no return");
    addEnum<domain::Verdict>(words, "verdict");
    addEnum<domain::ConductCode>(words, "conduct");
    addEnum<domain::TaskKind>(words, "task");
    addEnum<domain::CaseFlag>(words, "flag");
    addEnum<usecases::Role>(words, "role");
    addEnum<usecases::QueueView>(words, "view");
    addEnum<usecases::TaskState>(words, "task state");
    addEnum<usecases::RequestState>(words, "request state");
    addOpen(words, "category", categoryLabel, {"3c", "apparel", "shoes", "beauty", "food", "fresh", "home", "appliance", "virtual", "other"});
    addOpen(words, "platform", platformLabel, {"douyin", "taobao", "wechat", "jd"});
    addOpen(words, "ground", merchantReasonLabel, {"signed_means_accepted", "no_unboxing_video", "agreed_in_chat", "returned_damaged",
                                                   "returned_not_original", "out_of_window", "used", "other"});
    addOpen(words, "scan", scanLabel, {"created", "picked_up", "sorted", "in_transit", "out_for_delivery", "signed", "other"});
    addOpen(words, "tag", tagLabel, {"supervisor", "claims_too_much", "execution_overdue", "execution_failed", "buyer_did_not_return"});
    addOpen(words, "skip", skipReasonLabel, {"specialist", "know_party", "cannot_open", "other"});
    addOpen(words, "notice", noticeLabel, {"refusal_unfounded", "window_rolled", "claims_too_much", "assumption_window", "return_insured"});
    for (const char *code : {"amount", "clause", "platform", "both", "deposit", "reversal"}) {
        const QString text = QString::fromLatin1(code);
        words.append({QStringLiteral("approval %1").arg(text), [text] { return approvalReasonLabel(text, domain::Money(100'000)); }});
    }
    return words;
}

} // namespace

class TstLabels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsWord_data();
    void everyCodeHasItsWord();
    void searchedReasonsAreCalledAsShown();
    void unknownOpenCodesStayAsGiven();
    void statesSayWhoIsWaitedFor_data();
    void statesSayWhoIsWaitedFor();
    void noticesSayToWhom();
    void blameInWords();
    void outcomesCarryTheirSum();
    void oneWordMayMeanTwoThings();
    void refusedSumNamesTheMost();
    void refusedTimeNamesTheNextFrames();
    void ownNewerClaimIsNobodyElses();
    void avoidsForbiddenWords();
    void everyFaultIsASentence_data();
    void everyFaultIsASentence();
    void everyProblemHasItsWords_data();
    void everyProblemHasItsWords();
    void faultsCarryWhoAndWhen();
    void openElementsAreCalledByTheirNames();
    void bilingualFallsBack();
};

void TstLabels::everyCodeHasItsWord_data()
{
    QTest::addColumn<int>("index");
    const Words words = allWords();
    for (int n = 0; n < words.size(); ++n)
        QTest::newRow(qPrintable(words.at(n).first)) << n;
}

void TstLabels::everyCodeHasItsWord()
{
    QFETCH(int, index);
    const auto word = allWords().at(index);
    const QString source = word.second();
    QVERIFY(!source.isEmpty());
    QVERIFY2(!isChinese(source), qPrintable(source));
    QVERIFY2(!source.contains(u'_') && !source.contains(u'%'), qPrintable(source)); // a word, not its code
    const Speaking chinese(true);
    QVERIFY2(isChinese(word.second()), qPrintable(word.second()));
}

/// People search for what they read: the table that is indexed says what the screen says, in both languages.
void TstLabels::searchedReasonsAreCalledAsShown()
{
    for (const bool inChinese : {false, true}) {
        const Speaking speaking(inChinese);
        for (const auto &row : domain::codeTable<domain::Reason>()) {
            const usecases::ReasonWords &words = usecases::wordsOf(row.value);
            QCOMPARE(QString::fromUtf8(inChinese ? words.zh : words.en), label(row.value));
        }
        for (const usecases::ReasonWords &words : usecases::answerReasonWords())
            QCOMPARE(QString::fromUtf8(inChinese ? words.zh : words.en), merchantReasonLabel(QString::fromUtf8(words.code)));
    }
}

void TstLabels::unknownOpenCodesStayAsGiven()
{
    const QString odd = QStringLiteral("space_travel");
    for (const auto &word : {categoryLabel(odd), platformLabel(odd), merchantReasonLabel(odd), scanLabel(odd), tagLabel(odd),
                             approvalReasonLabel(odd, {})})
        QCOMPARE(word, odd);
}

void TstLabels::statesSayWhoIsWaitedFor_data()
{
    QTest::addColumn<QList<domain::Party>>("open");
    QTest::addColumn<QString>("en");
    QTest::addColumn<QString>("zh");
    QTest::newRow("buyer") << QList<domain::Party>{domain::Party::Buyer} << QStringLiteral("Waiting for evidence (buyer)") << QStringLiteral("待举证（买家）");
    QTest::newRow("merchant") << QList<domain::Party>{domain::Party::Merchant} << QStringLiteral("Waiting for evidence (merchant)") << QStringLiteral("待举证（商家）");
    QTest::newRow("both") << QList<domain::Party>{domain::Party::Buyer, domain::Party::Merchant} << QStringLiteral("Waiting for evidence (both)")
                          << QStringLiteral("待举证（双方）");
}

void TstLabels::statesSayWhoIsWaitedFor()
{
    QFETCH(QList<domain::Party>, open);
    QFETCH(QString, en);
    QFETCH(QString, zh);
    usecases::CaseHeader header;
    header.state = domain::DisputeState::AwaitingEvidence;
    for (const domain::Party party : open)
        header.waitsFor |= usecases::partyBit(party);
    QCOMPARE(stateText(header), en);
    const Speaking chinese(true);
    QCOMPARE(stateText(header), zh);
    header.state = domain::DisputeState::Withdrawn;
    QCOMPARE(stateText(header), QStringLiteral("已撤销"));
}

void TstLabels::noticesSayToWhom()
{
    domain::ExecutionTaskSpec notice;
    notice.kind = domain::TaskKind::Notice;
    notice.detail = QStringLiteral("to=merchant");
    QCOMPARE(label(notice), QStringLiteral("Notice to the merchant"));
    const Speaking chinese(true);
    QCOMPARE(label(notice), QStringLiteral("通知商家"));
    notice.detail.clear();
    QCOMPARE(label(notice), label(domain::TaskKind::Notice));
}

void TstLabels::blameInWords()
{
    QCOMPARE(blameText({}), QStringLiteral("Nobody"));
    QCOMPARE(blameText({.merchant = 100, .creator = 0, .platform = 0, .buyer = 0}), QStringLiteral("Merchant"));
    QCOMPARE(blameText({.merchant = 60, .creator = 0, .platform = 0, .buyer = 40}), QStringLiteral("Both (merchant 60%, buyer 40%)"));
    QCOMPARE(blameText({.merchant = 0, .creator = 50, .platform = 50, .buyer = 0}), QStringLiteral("Platform 50% · Creator 50%"));
    const Speaking chinese(true);
    QCOMPARE(blameText({.merchant = 60, .creator = 0, .platform = 0, .buyer = 40}), QStringLiteral("双方（商家 60%，买家 40%）"));
}

void TstLabels::outcomesCarryTheirSum()
{
    using enum domain::OutcomeCode;
    const domain::Money full(26'900);
    QCOMPARE(outcomeText(ReturnAndRefund, full, full), QStringLiteral("Return and full refund, ¥269.00"));
    QCOMPARE(outcomeText(ReturnAndRefund, domain::Money(122'700), domain::Money(129'900)), QStringLiteral("Return and refund, ¥1,227.00 (reduced by ¥72.00)"));
    QCOMPARE(outcomeText(RefundPartial, domain::Money(3'400), domain::Money(6'800)), QStringLiteral("Partial refund, no return, ¥34.00"));
    QCOMPARE(outcomeText(ReturnAndRefund, domain::Money(90'000), full), QStringLiteral("Return and refund, ¥900.00")); // too much is no reduction
    QCOMPARE(outcomeText(RejectClaim, {}, full), QStringLiteral("Claim rejected"));
    const Speaking chinese(true);
    QCOMPARE(outcomeText(ReturnAndRefund, full, full), QStringLiteral("退货退款（全额 269.00 元）"));
    QCOMPARE(outcomeText(ReturnAndRefund, domain::Money(122'700), domain::Money(129'900)), QStringLiteral("退货退款（1,227.00 元，减额 72.00 元）"));
}

void TstLabels::oneWordMayMeanTwoThings()
{
    QCOMPARE(label(domain::NoReturnReason::Agreed), QStringLiteral("agreed"));
    const Speaking chinese(true);
    QCOMPARE(label(domain::NoReturnReason::Agreed), QStringLiteral("双方约定"));
    QCOMPARE(label(domain::AnswerDecision::Agreed), QStringLiteral("同意"));
}

void TstLabels::refusedSumNamesTheMost()
{
    domain::RulingFault fault{domain::RulingProblem::RefundOutOfRange, QStringLiteral("/refundFen")};
    fault.expected = domain::Money(26'900);
    QCOMPARE(errorText(fault, {}), QStringLiteral("the refund must lie between nothing and the disputed sum of ¥269.00"));
    const Speaking chinese(true);
    QCOMPARE(errorText(fault, {}), QStringLiteral("退款须在 0 与争议金额 269.00 元之间"));
}

void TstLabels::refusedTimeNamesTheNextFrames()
{
    domain::RulingFault fault{domain::RulingProblem::NoFrameThen, QStringLiteral("/findings/0/citations/1/pts")};
    fault.before = 1'000'000;
    fault.after = 1'083'333;
    QCOMPARE(faultText(fault, {}), QStringLiteral("a citation names a time of a video at which no frame begins; the frames next to it begin at the pts "
                                                  "1000000 and 1083333 (/findings/0/citations/1/pts)"));
    fault.before.reset();
    fault.after = -40'000;
    QCOMPARE(errorText(fault, {}), QStringLiteral("a citation names a time of a video at which no frame begins; the frame next to it begins at the pts -40000"));
    usecases::CommandError refused(usecases::CommandFault::NoFrameThen, QStringLiteral("v1/pts")); // of a note
    refused.faults = {fault};
    QCOMPARE(errorText(refused), QStringLiteral("\"v1/pts\" is a time at which no frame of the video begins; the frame next to it begins at the pts -40000. "
                                                "Nothing was changed; name that one."));
    refused.faults[0].before = -80'000;
    QCOMPARE(errorText(refused), QStringLiteral("\"v1/pts\" is a time at which no frame of the video begins; the frames next to it begin at the pts "
                                                "-80000 and -40000. Nothing was changed; name one of them."));
}

void TstLabels::ownNewerClaimIsNobodyElses()
{
    usecases::CommandError lost{usecases::CommandFault::LeaseLost};
    lost.who = QStringLiteral("陈默");
    lost.since = domain::UtcMs::fromPlatform(QDate(2026, 10, 12), QTime(9, 1));
    lost.until = domain::UtcMs::fromPlatform(QDate(2026, 10, 12), QTime(9, 16));
    QCOMPARE(errorTextAbout(QStringLiteral("D-1"), lost, QStringLiteral("林晓")), errorTextAbout(QStringLiteral("D-1"), lost));
    const QString own = errorTextAbout(QStringLiteral("D-1"), lost, lost.who);
    QVERIFY2(own.startsWith(QStringLiteral("D-1: You claimed this case again yourself at 2026-10-12 09:01")) && !own.contains(lost.who), qPrintable(own));
    const Speaking chinese(true);
    QVERIFY(errorTextAbout(QString(), lost, lost.who).startsWith(QStringLiteral("您本人已在 2026-10-12 09:01")));
}

void TstLabels::avoidsForbiddenWords()
{
    const Speaking chinese(true);
    for (const auto &word : allWords()) {
        for (const char *forbidden : {"败诉", "恶意买家", "仅退款"}) // nobody is blamed, and no outcome is called "refund only"
            QVERIFY2(!word.second().contains(QString::fromUtf8(forbidden)), qPrintable(word.first));
    }
}

void TstLabels::everyFaultIsASentence_data()
{
    QTest::addColumn<int>("fault");
    for (int n = 0; n <= int(usecases::CommandFault::StoreBroken); ++n)
        QTest::addRow("fault %d", n) << n;
}

void TstLabels::everyFaultIsASentence()
{
    QFETCH(int, fault);
    usecases::CommandError error{usecases::CommandFault(fault)};
    error.text = QStringLiteral("buyer");
    error.who = QStringLiteral("Ann");
    error.faults = {{domain::RulingProblem::ReasonsMissing, QStringLiteral("/reasons/zh")}};
    const QString sentence = errorText(error);
    QVERIFY(!sentence.isEmpty());
    QVERIFY2(!sentence.contains(QStringLiteral("%1")) && !sentence.contains(QStringLiteral("%2")), qPrintable(sentence));
    QVERIFY2(!sentence.contains(QStringLiteral("system error"), Qt::CaseInsensitive), qPrintable(sentence));
    const Speaking chinese(true);
    const QString translated = errorText(error);
    QVERIFY2(isChinese(translated), qPrintable(translated));
    QVERIFY2(!translated.contains(QStringLiteral("%1")), qPrintable(translated));
}

void TstLabels::everyProblemHasItsWords_data()
{
    QTest::addColumn<int>("problem");
    for (int n = 0; n <= int(domain::RulingProblem::ElementOpen); ++n)
        QTest::addRow("problem %d", n) << n;
}

void TstLabels::everyProblemHasItsWords()
{
    QFETCH(int, problem);
    const auto which = domain::RulingProblem(problem);
    QVERIFY(!errorText(which).isEmpty());
    QVERIFY(faultText({which, QStringLiteral("/refundFen")}, {}).endsWith(QStringLiteral("(/refundFen)")));
    const Speaking chinese(true);
    QVERIFY2(isChinese(errorText(which)), qPrintable(errorText(which)));
}

void TstLabels::faultsCarryWhoAndWhen()
{
    usecases::CommandError taken{usecases::CommandFault::TakenByOther};
    taken.who = QStringLiteral("陈默");
    taken.since = domain::UtcMs::fromPlatform(QDate(2026, 10, 12), QTime(9, 1));
    taken.until = domain::UtcMs::fromPlatform(QDate(2026, 10, 12), QTime(9, 16));
    QCOMPARE(errorText(taken), QStringLiteral("陈默 took this case at 2026-10-12 09:01. What you wrote is kept as a draft. "
                                              "Take the next case, or wait until the hold ends at 2026-10-12 09:16."));
    usecases::CommandError window{usecases::CommandFault::EvidenceWindowOpen, QStringLiteral("merchant")};
    window.until = taken.until;
    QCOMPARE(errorText(window), QStringLiteral("Cannot sign yet: the merchant's evidence window ends at 2026-10-12 09:16."));
    usecases::CommandError kept{usecases::CommandFault::ReservedForOther};
    kept.who = taken.who;
    kept.until = taken.until;
    QCOMPARE(errorText(kept), QStringLiteral("The case is reserved for 陈默 until 2026-10-12 09:16."));
    usecases::CommandError recall{usecases::CommandFault::NotDrafter};
    recall.who = taken.who;
    QVERIFY(errorText(recall).startsWith(QStringLiteral("Only 陈默, who signed it, can recall it.")));
    const Speaking chinese(true);
    QVERIFY(errorText(window).startsWith(QStringLiteral("还不能签署：")));
    QVERIFY(errorText(window).contains(QStringLiteral("商家")));
}

void TstLabels::openElementsAreCalledByTheirNames()
{
    SmallDesk desk;
    const domain::CaseId id = desk.inState(domain::DisputeState::Claimed, QStringLiteral("D-1"));
    domain::Ruling ruling = SmallDesk::bandRuling();
    ruling.findings.first().element.clear(); // nothing is said of what the clause needs
    const auto refused = desk.commands.rule(desk.as(desk.lin), id, ruling);
    QVERIFY(!refused);
    const auto book = desk.desk.bookFor(QStringLiteral("douyin"), desk.clock.at);
    QVERIFY_DONE(book);
    const QString code = refused.error().faults.constFirst().element;
    const QString english = elementName(code, *book);
    QVERIFY(english != code);
    QCOMPARE(errorText(refused.error()), QStringLiteral("Cannot sign yet: element \"%1\" is still open.").arg(english));
    const Speaking chinese(true);
    QCOMPARE(errorText(refused.error()), QStringLiteral("还不能签署：要件“%1”还没有结论。").arg(elementName(code, *book)));
}

void TstLabels::bilingualFallsBack()
{
    const QString zh = QStringLiteral("中"), en = QStringLiteral("en");
    setLanguageIsChinese(true);
    QCOMPARE(bilingual(zh, en), zh);
    QCOMPARE(bilingual({}, en), en);
    setLanguageIsChinese(false);
    QCOMPARE(bilingual(zh, en), en);
    QCOMPARE(bilingual(zh, {}), zh);
    setLanguageIsChinese(true);
}

QObject *make_tst_labels();
QObject *make_tst_labels()
{
    return new TstLabels;
}

#include "tst_labels.moc"
