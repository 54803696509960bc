// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecase.h"

#include <domain/outcomes.h>

#include <QtCore/QDir>
#include <QtCore/QSet>
#include <QtTest/QtTest>

#include <functional>

using namespace arb::domain;
using namespace arb::tests;

namespace {

using Change = std::function<void(Ruling &, CaseFile &)>;

Citation exhibitCitation(const char *id)
{
    Citation citation;
    citation.exhibit = str(id);
    return citation;
}

Citation messageCitation(const char *id)
{
    Citation citation;
    citation.message = str(id);
    return citation;
}

Citation scanCitation(int index)
{
    Citation citation;
    citation.logistics = index;
    return citation;
}

Citation factCitation(const char *pointer)
{
    Citation citation;
    citation.fact = str(pointer);
    return citation;
}

ReturnLeg shippedBack()
{
    ReturnLeg leg;
    leg.shippedAt = UtcMs(1);
    return leg;
}

ReturnLeg arrivedBack()
{
    ReturnLeg leg;
    leg.signedAt = UtcMs(1);
    return leg;
}

/// A ruling without faults on a case of 100.00 paid and claimed: the whole sum back against the goods.
Ruling goodRuling()
{
    Ruling ruling;
    ruling.commandId = str("c");
    ruling.outcome = OutcomeCode::ReturnAndRefund;
    ruling.blame = {.merchant = 100};
    ruling.refund = Money(10000);
    ruling.findings = {{{}, Verdict::Proved, str("seen"), {exhibitCitation("b1")}}};
    ruling.reasonsZh = str("理由");
    return ruling;
}

QString problemName(RulingProblem problem)
{
    using enum RulingProblem;
    switch (problem) {
    case RefundOutOfRange: return str("RefundOutOfRange");
    case RefundMustBePositive: return str("RefundMustBePositive");
    case RefundMustBeZero: return str("RefundMustBeZero");
    case RefundMustBeFull: return str("RefundMustBeFull");
    case RefundMustBePartial: return str("RefundMustBePartial");
    case BlameDoesNotAddUp: return str("BlameDoesNotAddUp");
    case NoReturnReasonMissing: return str("NoReturnReasonMissing");
    case NoReturnReasonNotAllowed: return str("NoReturnReasonNotAllowed");
    case LegsDoNotAddUp: return str("LegsDoNotAddUp");
    case FundingDoesNotAddUp: return str("FundingDoesNotAddUp");
    case FindingMissing: return str("FindingMissing");
    case CitationNotOne: return str("CitationNotOne");
    case CitationUnknown: return str("CitationUnknown");
    case CitationDigestDiffers: return str("CitationDigestDiffers");
    case RegionWithoutFrame: return str("RegionWithoutFrame");
    case NoFrameThen: return str("NoFrameThen");
    case MarkUnknown: return str("MarkUnknown");
    case MarkElsewhere: return str("MarkElsewhere");
    case ReasonsMissing: return str("ReasonsMissing");
    case DepartureMissing: return str("DepartureMissing");
    case ItemUnknown: return str("ItemUnknown");
    case ExecuteByInvalid: return str("ExecuteByInvalid");
    case PartyNotInCase: return str("PartyNotInCase");
    case ClauseUnknown: return str("ClauseUnknown");
    case ConductNotAllowed: return str("ConductNotAllowed");
    case CountedWithoutBlame: return str("CountedWithoutBlame");
    case ElementOpen: return str("ElementOpen");
    }
    return {};
}

/// "problem at where", all of them, joined.
QString faultsOf(const Ruling &ruling, const CaseFile &file)
{
    QStringList texts;
    for (const RulingFault &fault : checkRuling(ruling, file))
        texts.append(problemName(fault.problem) + QLatin1Char(' ') + fault.where);
    return texts.join(QStringLiteral(", "));
}

/// "kind actor sum due start detail", one line a task.
QStringList planLines(const Ruling &ruling, const CaseFile &file)
{
    QStringList lines;
    for (const ExecutionTaskSpec &task : planRuling(ruling, file)) {
        const QString start = task.startsAt == ClockStart::Signing ? str("signing") : str("pickup");
        lines.append(QStringLiteral("%1 %2 %3 %4 %5 %6").arg(toCode(task.kind), toCode(task.actor), QString::number(task.sum.fen()), task.due, start, task.detail).trimmed());
    }
    return lines;
}

const QStringList notices{QStringLiteral("notice platform 0 hours:24 signing to=buyer"), QStringLiteral("notice platform 0 hours:24 signing to=merchant")};

} // namespace

class TstOutcomes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void catalogueIsWhole();
    void namesAndKeys();
    void demoRulingsAreSound_data();
    void demoRulingsAreSound();
    void findsEveryProblem_data();
    void findsEveryProblem();
    void everyProblemHasARow();
    void refundsByOutcome_data();
    void refundsByOutcome();
    void acceptsClocksOfEveryKind();
    void plans_data();
    void plans();
    void plansAreDeterministicAndAddUp();
    void fundingAndShares();
};

void TstOutcomes::catalogueIsWhole()
{
    QStringList codes;
    for (const RulingOutcome &outcome : rulingOutcomes())
        codes.append(toCode(outcome.code));
    QStringList files;
    for (const QString &name : QDir(QStringLiteral(ARB_SOURCE_DIR "/models/domain/outcomes")).entryList({str("*.cpp")}, QDir::Files, QDir::Name))
        files.append(name.chopped(4));
    QCOMPARE(codes, files);
    for (const auto &row : codeTable<OutcomeCode>())
        QCOMPARE(outcomeOf(row.value).code, row.value);
    QCOMPARE(rulingOutcomes().size(), codeTable<OutcomeCode>().size());
}

void TstOutcomes::namesAndKeys()
{
    const QMap<int, QPair<QString, QString>> wanted{
        {1, {str("return_and_refund"), str("Return and refund")}},
        {2, {str("refund_full"), str("Full refund, no return")}},
        {3, {str("refund_partial"), str("Partial refund, no return")}},
        {4, {str("reject_claim"), str("Claim rejected")}},
        {5, {str("resend"), str("Send the missing goods")}},
        {6, {str("exchange"), str("Exchange")}},
        {7, {str("repair"), str("Repair")}},
        {8, {str("not_enough_evidence"), str("Not enough evidence")}},
        {9, {str("not_accepted"), str("Not accepted")}},
    };
    QMap<int, QPair<QString, QString>> found;
    QSet<QString> needReason;
    for (const RulingOutcome &outcome : rulingOutcomes()) {
        found.insert(outcome.key, {toCode(outcome.code), QString::fromLatin1(outcome.label)});
        if (outcome.needsNoReturnReason)
            needReason.insert(toCode(outcome.code));
    }
    QCOMPARE(found, wanted);
    QCOMPARE(needReason, (QSet<QString>{str("refund_full"), str("refund_partial")}));
}

/// The fifteen demo rulings: paid, claimed and what was ruled, typed from their description.
void TstOutcomes::demoRulingsAreSound_data()
{
    QTest::addColumn<int>("paid");
    QTest::addColumn<int>("claimed");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QList<int>>("blame"); // merchant, creator, platform, buyer
    QTest::addColumn<int>("refund");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("noReturn");
    const QList<int> m{100, 0, 0, 0}, c{0, 100, 0, 0}, p{0, 0, 100, 0}, b{0, 0, 0, 100}, none{0, 0, 0, 0};
    const auto row = [](const char *name, int paid, int claimed, const char *outcome, const QList<int> &blame, int refund, const char *source, const char *noReturn) {
        QTest::newRow(name) << paid << claimed << str(outcome) << blame << refund << str(source) << str(noReturn);
    };
    row("1 band", 26900, 26900, "return_and_refund", m, 26900, "order_funds", "");
    row("2 dress", 32800, 32800, "return_and_refund", none, 32800, "order_funds", "");
    row("3 kiwi", 6800, 6800, "refund_partial", m, 3400, "order_funds", "cannot_be_returned");
    row("4 pen", 21800, 12900, "reject_claim", b, 0, "", "");
    row("5 clothes", 15900, 0, "resend", m, 0, "", "");
    row("6 shoes", 43900, 0, "exchange", m, 0, "", "");
    row("7 fryer", 39900, 39900, "repair", m, 0, "", "");
    row("8 blanket", 45900, 45900, "refund_full", m, 45900, "order_funds", "not_received");
    row("9 cream", 168000, 168000, "refund_full", m, 168000, "deposit", "must_not_circulate");
    row("10 cup gift", 19900, 5900, "refund_partial", c, 5900, "reserve", "difference_only");
    row("11 cooker", 59900, 6000, "refund_partial", p, 6000, "platform_advance", "difference_only");
    row("12 coffee", 129900, 129900, "return_and_refund", {60, 0, 0, 40}, 122700, "order_funds", "");
    row("13 serum", 21600, 21600, "not_enough_evidence", none, 0, "", "");
    row("14 crab", 29800, 29800, "not_accepted", none, 0, "", "");
    row("15 mug", 18800, 18800, "reject_claim", b, 0, "", "");
}

void TstOutcomes::demoRulingsAreSound()
{
    QFETCH(int, paid);
    QFETCH(int, claimed);
    QFETCH(QString, outcome);
    QFETCH(QList<int>, blame);
    QFETCH(int, refund);
    QFETCH(QString, source);
    QFETCH(QString, noReturn);
    CaseFile file = plainCase(paid, claimed);
    if (blame.at(1) > 0)
        file.creator = PartyInfo{};
    Ruling ruling = goodRuling();
    ruling.outcome = *fromCode<OutcomeCode>(outcome);
    ruling.blame = {.merchant = blame.at(0), .creator = blame.at(1), .platform = blame.at(2), .buyer = blame.at(3)};
    ruling.refund = Money(refund);
    ruling.noReturnReason = fromCode<NoReturnReason>(noReturn);
    if (!source.isEmpty())
        ruling.funding = {{*fromCode<FundSource>(source), Money(refund)}};
    QCOMPARE(faultsOf(ruling, file), QString());

    // Only the refund is off by what a slip of the finger makes of it: it is found.
    ruling.funding.clear();
    ruling.refund = Money(claimed + 1);
    QVERIFY(!checkRuling(ruling, file).isEmpty());
}

void TstOutcomes::findsEveryProblem_data()
{
    QTest::addColumn<QString>("faults");
    QTest::addColumn<Change>("change");
    const auto row = [](const char *faults, const char *name, Change change) { QTest::newRow(qPrintable(str(faults) + str(" – ") + str(name))) << str(faults) << change; };
    row("RefundOutOfRange /refundFen", "more than claimed", [](Ruling &r, CaseFile &) { r.refund = Money(10001); });
    row("RefundOutOfRange /refundFen", "more than is left", [](Ruling &, CaseFile &f) { f.order.alreadyRefunded = Money(1); });
    row("RefundOutOfRange /refundFen, RefundMustBePositive /refundFen", "below zero", [](Ruling &r, CaseFile &) { r.refund = Money(-1); });
    row("RefundMustBePositive /refundFen", "return for nothing", [](Ruling &r, CaseFile &) { r.refund = Money(0); });
    row("RefundMustBeZero /refundFen", "rejected, but paid", [](Ruling &r, CaseFile &) { r.outcome = OutcomeCode::RejectClaim; });
    row("RefundMustBeZero /legs/0", "rejected, but compensated", [](Ruling &r, CaseFile &) {
        r.outcome = OutcomeCode::RejectClaim;
        r.refund = Money(0);
        r.legs = {{LegKind::Compensation, Money(100), Party::Buyer, Party::Merchant}};
    });
    row("RefundMustBeFull /refundFen", "not all of it", [](Ruling &r, CaseFile &) {
        r.outcome = OutcomeCode::RefundFull;
        r.noReturnReason = NoReturnReason::NotReceived;
        r.refund = Money(9999);
    });
    row("RefundMustBePartial /refundFen", "all of it", [](Ruling &r, CaseFile &) {
        r.outcome = OutcomeCode::RefundPartial;
        r.noReturnReason = NoReturnReason::Agreed;
    });
    row("BlameDoesNotAddUp /blame", "99", [](Ruling &r, CaseFile &) { r.blame = {.merchant = 99}; });
    row("BlameDoesNotAddUp /blame", "101", [](Ruling &r, CaseFile &) { r.blame = {.merchant = 60, .buyer = 41}; });
    row("BlameDoesNotAddUp /blame", "negative", [](Ruling &r, CaseFile &) { r.blame = {.merchant = 120, .buyer = -20}; });
    row("BlameDoesNotAddUp /blame", "cancelling out", [](Ruling &r, CaseFile &) { r.blame = {.merchant = 20, .buyer = -20}; });
    row("NoReturnReasonMissing /noReturnReason", "refund without return", [](Ruling &r, CaseFile &) { r.outcome = OutcomeCode::RefundFull; });
    row("NoReturnReasonNotAllowed /noReturnReason", "with a return", [](Ruling &r, CaseFile &) { r.noReturnReason = NoReturnReason::Agreed; });
    row("LegsDoNotAddUp /legs", "short", [](Ruling &r, CaseFile &) { r.legs = {{LegKind::Refund, Money(9999), Party::Buyer, {}}}; });
    row("LegsDoNotAddUp /legs", "no refund leg", [](Ruling &r, CaseFile &) { r.legs = {{LegKind::Compensation, Money(10000), Party::Buyer, {}}}; });
    row("LegsDoNotAddUp /legs/1", "empty leg", [](Ruling &r, CaseFile &) {
        r.legs = {{LegKind::Refund, Money(10000), Party::Buyer, {}}, {LegKind::Coupon, Money(0), Party::Buyer, {}}};
    });
    row("LegsDoNotAddUp /legs/0", "to oneself", [](Ruling &r, CaseFile &) { r.legs = {{LegKind::Refund, Money(10000), Party::Buyer, Party::Buyer}}; });
    row("LegsDoNotAddUp /legs/0", "refunded to the merchant", [](Ruling &r, CaseFile &) { r.legs = {{LegKind::Refund, Money(10000), Party::Merchant, Party::Platform}}; });
    row("PartyNotInCase /blame/creator", "a creator's share without a creator", [](Ruling &r, CaseFile &) { r.blame = {.merchant = 60, .creator = 40}; });
    row("PartyNotInCase /legs/0", "from a creator that is not there", [](Ruling &r, CaseFile &) { r.legs = {{LegKind::Refund, Money(10000), Party::Buyer, Party::Creator}}; });
    row("PartyNotInCase /legs/1", "to a creator that is not there", [](Ruling &r, CaseFile &) {
        r.legs = {{LegKind::Refund, Money(10000), Party::Buyer, {}}, {LegKind::Coupon, Money(1), Party::Creator, Party::Platform}};
    });
    row("FundingDoesNotAddUp /funding", "short", [](Ruling &r, CaseFile &) { r.funding = {{FundSource::Deposit, Money(9000)}}; });
    row("FundingDoesNotAddUp /funding/1", "empty part", [](Ruling &r, CaseFile &) {
        r.funding = {{FundSource::Deposit, Money(10000)}, {FundSource::Reserve, Money(0)}};
    });
    row("FundingDoesNotAddUp /funding", "nothing to fund", [](Ruling &r, CaseFile &) {
        r.outcome = OutcomeCode::NotAccepted;
        r.refund = Money(0);
        r.funding = {{FundSource::Deposit, Money(1)}};
    });
    row("FindingMissing /findings", "no finding", [](Ruling &r, CaseFile &) { r.findings.clear(); });
    row("FindingMissing /findings", "no citation", [](Ruling &r, CaseFile &) { r.findings[0].citations.clear(); });
    row("CitationNotOne /findings/0/citations/0", "none", [](Ruling &r, CaseFile &) { r.findings[0].citations[0] = {}; });
    row("CitationNotOne /findings/0/citations/0", "two", [](Ruling &r, CaseFile &) { r.findings[0].citations[0].fact = str("/order"); });
    row("CitationUnknown /findings/0/citations/0", "exhibit", [](Ruling &r, CaseFile &) { r.findings[0].citations[0].exhibit = str("b9"); });
    row("CitationUnknown /findings/0/citations/1", "message", [](Ruling &r, CaseFile &) { r.findings[0].citations.append(messageCitation("b1")); });
    row("CitationUnknown /findings/0/citations/0", "scan", [](Ruling &r, CaseFile &) { r.findings[0].citations[0] = scanCitation(1); });
    row("CitationUnknown /findings/0/citations/0", "fact", [](Ruling &r, CaseFile &) { r.findings[0].citations[0] = factCitation("/order/colour"); });
    row("CitationUnknown /findings/0/citations/0", "fact without a slash", [](Ruling &r, CaseFile &) { r.findings[0].citations[0] = factCitation("order"); });
    row("CitationUnknown /findings/0/citations/0", "fact in a list", [](Ruling &r, CaseFile &) { r.findings[0].citations[0] = factCitation("/chat/01"); });
    row("CitationUnknown /findings/0/citations/0", "fact below a text", [](Ruling &r, CaseFile &) { r.findings[0].citations[0] = factCitation("/caseNo/0"); });
    row("CitationUnknown /findings/0/citations/0/page", "page of a picture", [](Ruling &r, CaseFile &) { r.findings[0].citations[0].page = 1; });
    row("CitationUnknown /findings/0/citations/0/frame", "frame of a picture", [](Ruling &r, CaseFile &) { r.findings[0].citations[0].frame = 1; });
    row("CitationUnknown /findings/0/citations/0/pts", "time of a picture", [](Ruling &r, CaseFile &) { r.findings[0].citations[0].pts = 1; });
    row("CitationUnknown /findings/0/citations/0/region", "empty region", [](Ruling &r, CaseFile &) { r.findings[0].citations[0].region = QRect(1, 1, 0, 5); });
    row("CitationUnknown /findings/0/citations/0/region", "region of a message", [](Ruling &r, CaseFile &) {
        r.findings[0].citations[0] = messageCitation("c1");
        r.findings[0].citations[0].region = QRect(1, 1, 5, 5);
    });
    row("CitationUnknown /findings/0/citations/0/region", "region of a text", [](Ruling &r, CaseFile &f) {
        f.exhibits[0].kind = ExhibitKind::Text;
        r.findings[0].citations[0].region = QRect(1, 1, 5, 5);
    });
    row("RegionWithoutFrame /findings/0/citations/0/region", "region of no frame of a film", [](Ruling &r, CaseFile &f) {
        f.exhibits[0].kind = ExhibitKind::Video;
        r.findings[0].citations[0].region = QRect(1, 1, 5, 5);
    });
    row("CitationDigestDiffers /findings/0/citations/0", "other bytes", [](Ruling &r, CaseFile &) { r.findings[0].citations[0].sha256 = QByteArray(64, 'b'); });
    row("CitationDigestDiffers /findings/0/citations/0", "digest of a message", [](Ruling &r, CaseFile &) {
        r.findings[0].citations[0] = messageCitation("c1");
        r.findings[0].citations[0].sha256 = QByteArray(64, 'a');
    });
    row("ReasonsMissing /reasons/zh", "blank", [](Ruling &r, CaseFile &) { r.reasonsZh = str(" \n　"); });
    row("ItemUnknown /items/1", "foreign sku", [](Ruling &r, CaseFile &) { r.items = {{str("S-1"), 1}, {str("S-2"), 1}}; });
    row("ItemUnknown /items/0", "more than ordered", [](Ruling &r, CaseFile &) { r.items = {{str("S-1"), 2}}; });
    row("ItemUnknown /items/1", "more than ordered in two lines", [](Ruling &r, CaseFile &) { r.items = {{str("S-1"), 1}, {str("S-1"), 1}}; });
    row("ItemUnknown /items/0", "none of it", [](Ruling &r, CaseFile &) { r.items = {{str("S-1"), 0}}; });
    row("ItemUnknown /items/0", "no sku", [](Ruling &r, CaseFile &f) {
        f.order.sku.clear();
        r.items = {{QString(), 1}};
    });
    for (const char *spec : {"hours", "hours:", "hours:0", "hours:048", "hours:48 ", "hours:48\n", "48", "weeks:1", "days:-1", "days:100000", "workdays:1:roll", "daily:18:00-09:00:4h"})
        row("ExecuteByInvalid /executeBy", qPrintable(str(spec).replace(QLatin1Char('\n'), str("newline"))), [spec](Ruling &r, CaseFile &) { r.executeBy = str(spec); });
    row("ConductNotAllowed /conduct/1", "late execution", [](Ruling &r, CaseFile &) {
        r.conduct = {{ConductCode::Liable, Party::Merchant}, {ConductCode::LateExecution, Party::Merchant}};
    });
    row("CountedWithoutBlame /countsTowardMetrics", "nobody is to blame", [](Ruling &r, CaseFile &) {
        r.blame = {};
        r.countsTowardMetrics = true;
    });
    row("CountedWithoutBlame /countsTowardMetrics", "the creator alone", [](Ruling &r, CaseFile &file) {
        file.creator = PartyInfo{};
        r.blame = {.merchant = 0, .creator = 100, .platform = 0, .buyer = 0};
        r.countsTowardMetrics = true;
    });
    row("ElementOpen /findings/0/verdict", "no verdict", [](Ruling &r, CaseFile &) { r.findings[0].verdict.reset(); });
    row("ElementOpen /findings/0/permille", "a share without its number", [](Ruling &r, CaseFile &) {
        r.findings[0].element = str("bad_share");
        r.findings[0].verdict = Verdict::Proved;
    });
}

void TstOutcomes::findsEveryProblem()
{
    QFETCH(QString, faults);
    QFETCH(Change, change);
    CaseFile file = plainCase(10000, 10000);
    Ruling ruling = goodRuling();
    QCOMPARE(faultsOf(ruling, file), QString());
    change(ruling, file);
    QCOMPARE(faultsOf(ruling, file), faults);
}

/// DepartureMissing and ClauseUnknown need the suggestion and the rule book, others the marks and the films: the use case finds them.
void TstOutcomes::everyProblemHasARow()
{
    QSet<QString> seen{str("DepartureMissing"), str("ClauseUnknown"), str("NoFrameThen"), str("MarkUnknown"), str("MarkElsewhere")};
    QFile source(QStringLiteral(ARB_SOURCE_DIR "/tests/domain/tst_outcomes.cpp"));
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(source.readAll());
    for (int i = 0; i <= static_cast<int>(RulingProblem::ElementOpen); ++i) {
        const QString name = problemName(static_cast<RulingProblem>(i));
        QVERIFY2(seen.contains(name) || text.contains(QString(QStringLiteral("row(\"") + name + QStringLiteral(" /"))), qPrintable(name));
    }
}

void TstOutcomes::refundsByOutcome_data()
{
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QList<int>>("money"); // paid, freight, already refunded, claimed
    QTest::addColumn<QList<int>>("allowed");
    QTest::addColumn<QList<int>>("refused");
    const auto row = [](const char *name, const char *outcome, const QList<int> &money, const QList<int> &allowed, const QList<int> &refused) {
        QTest::newRow(name) << str(outcome) << money << allowed << refused;
    };
    row("full, whole order", "refund_full", {10000, 0, 0, 10000}, {10000}, {0, 1, 9999, 10001});
    row("full, freight claimed", "refund_full", {10000, 800, 0, 10800}, {10800}, {10000, 10801});
    row("full, freight not claimed", "refund_full", {10000, 800, 0, 10000}, {10000}, {9999, 10800});
    row("full, claim above what was paid", "refund_full", {10000, 0, 0, 50000}, {10000}, {50000, 9999});
    row("full, part came back before", "refund_full", {10000, 0, 4000, 10000}, {6000}, {10000, 5999});
    row("full, one item of three", "refund_full", {10000, 0, 0, 3000}, {3000}, {2999, 10000});
    row("full, nothing left", "refund_full", {10000, 0, 10000, 10000}, {}, {0, 1, 10000});
    row("partial, below the claim", "refund_partial", {10000, 0, 0, 10000}, {1, 5000, 9999}, {0, 10000, 10001});
    row("partial, the claim is a part", "refund_partial", {10000, 0, 0, 3000}, {1, 3000}, {0, 3001, 10000});
    row("partial, goods without the freight", "refund_partial", {10000, 800, 0, 10800}, {10000, 10799}, {10800});
    row("partial, after an earlier one", "refund_partial", {10000, 0, 4000, 10000}, {5999}, {6000, 6001});
    row("return, any part", "return_and_refund", {10000, 0, 0, 10000}, {1, 10000}, {0, 10001});
    for (const char *outcome : {"reject_claim", "resend", "exchange", "repair", "not_enough_evidence", "not_accepted"})
        row(outcome, outcome, {10000, 0, 0, 10000}, {0}, {1, 10000});
    row("nothing claimed", "resend", {10000, 0, 0, 0}, {0}, {1});
}

void TstOutcomes::refundsByOutcome()
{
    QFETCH(QString, outcome);
    QFETCH(QList<int>, money);
    QFETCH(QList<int>, allowed);
    QFETCH(QList<int>, refused);
    CaseFile file = plainCase(money.at(0), money.at(3));
    file.order.freight = Money(money.at(1));
    file.order.alreadyRefunded = Money(money.at(2));
    Ruling ruling = goodRuling();
    ruling.outcome = *fromCode<OutcomeCode>(outcome);
    if (outcomeOf(ruling.outcome).needsNoReturnReason)
        ruling.noReturnReason = NoReturnReason::Agreed;
    for (const int refund : allowed) {
        ruling.refund = Money(refund);
        QCOMPARE(faultsOf(ruling, file), QString());
    }
    for (const int refund : refused) {
        ruling.refund = Money(refund);
        QVERIFY2(faultsOf(ruling, file).contains(str("/refundFen")), qPrintable(QString::number(refund)));
    }
}

void TstOutcomes::acceptsClocksOfEveryKind()
{
    for (const char *spec : {"hours:48", "days:7", "workdays:2", "fulldays:7", "fulldays:7:roll", "daily:09:00-18:00:4h"}) {
        Ruling ruling = goodRuling();
        ruling.executeBy = str(spec);
        QCOMPARE(faultsOf(ruling, plainCase(10000, 10000)), QString());
    }
}

void TstOutcomes::plans_data()
{
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("tasks"); // without the two notices
    const auto row = [](const char *name, const char *outcome, Change change, const QStringList &tasks) { QTest::newRow(name) << str(outcome) << change << tasks; };
    const auto bothFreights = [](Ruling &r, CaseFile &) { r.outboundFreight = r.returnFreight = FreightPayer::Merchant; };

    row("return, free pick-up", "return_and_refund", bothFreights,
        {str("buyer_return buyer 0 days:7 signing freight=merchant"), str("refund merchant 10000 hours:48 pickup")});
    row("return at the buyer's cost", "return_and_refund", [](Ruling &, CaseFile &) {},
        {str("buyer_return buyer 0 days:7 signing freight=buyer"), str("refund merchant 10000 hours:48 pickup")});
    row("goods are back already", "return_and_refund", [](Ruling &r, CaseFile &f) {
        f.returnLeg = arrivedBack();
        r.returnFreight = FreightPayer::Buyer;
    }, {str("refund merchant 10000 hours:48 signing")});
    row("goods are back, merchant owes the freight", "return_and_refund", [](Ruling &r, CaseFile &f) {
        f.returnLeg = shippedBack();
        r.returnFreight = FreightPayer::Merchant;
    }, {str("refund merchant 10000 hours:48 signing"), str("freight_settlement merchant 0 hours:48 signing freight=return to=buyer")});
    row("platform pays the way back", "return_and_refund", [](Ruling &r, CaseFile &) { r.returnFreight = FreightPayer::Platform; },
        {str("buyer_return buyer 0 days:7 signing freight=platform"), str("refund merchant 10000 hours:48 pickup"),
         str("freight_settlement platform 0 hours:48 pickup freight=return to=carrier")});
    row("own date", "return_and_refund", [](Ruling &r, CaseFile &) { r.executeBy = str("workdays:3"); },
        {str("buyer_return buyer 0 days:7 signing freight=buyer"), str("refund merchant 10000 workdays:3 pickup")});
    row("full refund", "refund_full", [](Ruling &, CaseFile &) {}, {str("refund merchant 10000 hours:48 signing")});
    row("full refund, freight to the merchant", "refund_full", [](Ruling &r, CaseFile &f) {
        f.order.freight = Money(800);
        r.outboundFreight = FreightPayer::Merchant;
    }, {str("refund merchant 10000 hours:48 signing"), str("freight_settlement merchant 800 hours:48 signing freight=outbound to=buyer")});
    row("the refund covers the freight", "refund_full", [](Ruling &r, CaseFile &f) {
        f.order.paid = Money(9200);
        f.order.freight = Money(800);
        r.outboundFreight = FreightPayer::Merchant;
    }, {str("refund merchant 10000 hours:48 signing")});
    row("the refund covers part of the freight", "refund_full", [](Ruling &r, CaseFile &f) {
        f.order.paid = Money(9700);
        f.order.freight = Money(800);
        r.outboundFreight = FreightPayer::Platform;
    }, {str("refund merchant 10000 hours:48 signing"), str("freight_settlement platform 500 hours:48 signing freight=outbound to=buyer")});
    row("out of the deposit", "refund_full", [](Ruling &r, CaseFile &) { r.funding = {{FundSource::Deposit, Money(10000)}}; },
        {str("refund platform 10000 hours:48 signing")});
    row("advance", "refund_partial", [](Ruling &r, CaseFile &) { r.funding = {{FundSource::PlatformAdvance, Money(10000)}}; },
        {str("refund platform 10000 hours:48 signing")});
    row("the creator pays", "refund_partial", [](Ruling &r, CaseFile &) { r.legs = {{LegKind::Refund, Money(10000), Party::Buyer, Party::Creator}}; },
        {str("refund platform 10000 hours:48 signing")});
    row("compensation by who is to blame", "refund_full", [](Ruling &r, CaseFile &) {
        r.legs = {{LegKind::Refund, Money(10000), Party::Buyer, {}}, {LegKind::Compensation, Money(500), Party::Buyer, {}}};
    }, {str("refund merchant 10000 hours:48 signing"), str("compensation merchant 500 hours:48 signing leg=compensation to=buyer")});
    row("coupon, creator most to blame", "refund_full", [](Ruling &r, CaseFile &) {
        r.blame = {.merchant = 40, .creator = 60};
        r.legs = {{LegKind::Refund, Money(10000), Party::Buyer, {}}, {LegKind::Coupon, Money(300), Party::Buyer, {}}};
    }, {str("refund merchant 10000 hours:48 signing"), str("compensation platform 300 hours:48 signing leg=coupon to=buyer")});
    row("freight by its own leg", "return_and_refund", [](Ruling &r, CaseFile &f) {
        f.returnLeg = shippedBack();
        r.returnFreight = FreightPayer::Merchant;
        r.legs = {{LegKind::Refund, Money(10000), Party::Buyer, {}}, {LegKind::FreightRefund, Money(1200), Party::Buyer, Party::Merchant}};
    }, {str("refund merchant 10000 hours:48 signing"), str("freight_settlement merchant 1200 hours:48 signing leg=freight_refund to=buyer")});
    row("rejected", "reject_claim", [](Ruling &, CaseFile &) {}, {});
    row("overturned, merchant made whole", "reject_claim", [](Ruling &r, CaseFile &) {
        r.blame = {.buyer = 100};
        r.legs = {{LegKind::Compensation, Money(12900), Party::Merchant, Party::Platform}};
    }, {str("compensation platform 12900 hours:48 signing leg=compensation to=merchant")});
    row("resend", "resend", [](Ruling &r, CaseFile &f) {
        f.order.freight = Money(800);
        r.outboundFreight = FreightPayer::Merchant;
        r.items = {{str("LG-90"), 1}, {str("T-2"), 3}};
    }, {str("merchant_resend merchant 0 hours:48 signing sku=LG-90 quantity=1; sku=T-2 quantity=3")});
    row("exchange", "exchange", bothFreights,
        {str("buyer_return buyer 0 days:7 signing freight=merchant"), str("merchant_exchange merchant 0 hours:48 pickup")});
    row("exchange without a return", "exchange", [](Ruling &, CaseFile &) {}, {str("merchant_exchange merchant 0 hours:48 signing")});
    row("repair", "repair", bothFreights,
        {str("buyer_return buyer 0 days:7 signing freight=merchant"), str("merchant_repair merchant 0 days:30 pickup")});
    row("not enough evidence", "not_enough_evidence", [](Ruling &, CaseFile &) {}, {});
    row("not accepted", "not_accepted", [](Ruling &, CaseFile &) {}, {});
}

void TstOutcomes::plans()
{
    QFETCH(QString, outcome);
    QFETCH(Change, change);
    QFETCH(QStringList, tasks);
    CaseFile file = plainCase(10000, 10000);
    Ruling ruling = goodRuling();
    ruling.outcome = *fromCode<OutcomeCode>(outcome);
    if (!QStringList{str("return_and_refund"), str("refund_full"), str("refund_partial")}.contains(outcome))
        ruling.refund = Money(0);
    change(ruling, file);
    QCOMPARE(planLines(ruling, file), tasks + notices);
}

void TstOutcomes::plansAreDeterministicAndAddUp()
{
    for (const auto &row : codeTable<OutcomeCode>()) {
        CaseFile file = fullCase();
        file.returnLeg.reset();
        Ruling ruling = goodRuling();
        ruling.outcome = row.value;
        ruling.blame = {.merchant = 50, .creator = 50};
        ruling.outboundFreight = ruling.returnFreight = FreightPayer::Platform;
        if (checkRuling(ruling, file).contains(RulingFault{RulingProblem::RefundMustBeZero, str("/refundFen")}))
            ruling.refund = Money(0);
        const auto plan = planRuling(ruling, file);
        QCOMPARE(planRuling(ruling, file), plan);
        Money refunded;
        int told = 0;
        for (const ExecutionTaskSpec &task : plan) {
            QVERIFY(!task.due.isEmpty());
            QVERIFY(task.sum >= Money(0));
            refunded += task.kind == TaskKind::Refund ? task.sum : Money(0);
            told += task.kind == TaskKind::Notice ? 1 : 0;
        }
        QCOMPARE(refunded, ruling.refund);
        QCOMPARE(told, 3); // the creator is at fault, so the creator is told as well
    }
}

void TstOutcomes::fundingAndShares()
{
    Ruling ruling = goodRuling();
    QCOMPARE(fundingOf(ruling), (QList<Funding>{{FundSource::OrderFunds, Money(10000)}}));
    ruling.funding = {{FundSource::Deposit, Money(3000)}, {FundSource::PlatformAdvance, Money(7000)}};
    QCOMPARE(fundingOf(ruling), ruling.funding);
    ruling.refund = Money(0);
    ruling.funding.clear();
    QVERIFY(fundingOf(ruling).isEmpty());

    // The coffee machine: 1,227.00 go back, of which the merchant bears 60 %.
    ruling.refund = Money(122700);
    ruling.blame = {.merchant = 60, .buyer = 40};
    QCOMPARE(costShares(ruling), (std::array<Money, 4>{Money(73620), Money(0), Money(0), Money(49080)}));
    ruling.blame = {};
    QCOMPARE(costShares(ruling), (std::array<Money, 4>{}));

    // Funding may carry the compensation as well.
    CaseFile file = plainCase(10000, 10000);
    Ruling both = goodRuling();
    both.legs = {{LegKind::Refund, Money(10000), Party::Buyer, {}}, {LegKind::Compensation, Money(500), Party::Buyer, {}}};
    both.funding = {{FundSource::Deposit, Money(10500)}};
    QCOMPARE(faultsOf(both, file), QString());
    both.funding = {{FundSource::Deposit, Money(10000)}};
    QCOMPARE(faultsOf(both, file), QString());

    // A gift has no sku and is named by its title.
    file.order.gifts = {{str("Film"), Money(900)}};
    both.items = {{str("Film"), 1}};
    QCOMPARE(faultsOf(both, file), QString());
}

QObject *make_tst_outcomes();
QObject *make_tst_outcomes()
{
    return new TstOutcomes;
}

#include "tst_outcomes.moc"
