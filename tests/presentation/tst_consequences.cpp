// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentingdesk.h>
#include "words.h"

#include <presentation/consequences.h>
#include <presentation/rulingwords.h>

#include <algorithm>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;
using domain::Money;

/// The sentences before signing, word for word.
class TstConsequences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<SmallDesk>();
        m_desk->clock.at = SmallDesk::at("2026-10-12T09:05");
    }

    void caseOneInEnglish();
    void caseOneInChinese();
    void nothingIsPaid();
    void whoPaysFreight_data();
    void whoPaysFreight();
    void insuranceCoversTheWayBack();
    void otherOutcomes_data();
    void otherOutcomes();
    void ownDeadlineIsNamed();
    void laterRoundsSayWhatBecomesOfThePoints();
    void holidaysMoveTheSeventhDay();
    void alwaysInViewSaysWhatMatters();
    void suggestionSaysWhy();
    void suggestionAndHeaderNameOneFigure();
    void notesOfAPartyNameTheParty();
    void goodsThatStay_data();
    void goodsThatStay();
    void moneyComesFrom_data();
    void moneyComesFrom();
    void pointsAreThoseThatSigningWrites();
    void signedInTheCasesOwnWindow();
    void approverSeesEverythingDecided();

private:
    /// Case 1's shop had seven points before: two of three points each and one of one.
    usecases::CaseView caseOne()
    {
        for (int n = 0; n < 2; ++n) {
            domain::Ruling ruling = SmallDesk::bandRuling();
            if (n == 1)
                ruling.conduct = {{domain::ConductCode::Liable, domain::Party::Merchant}};
            const domain::CaseId id = m_desk->admit(QStringLiteral("E-%1").arg(n));
            m_desk->claim(m_desk->chen, id);
            m_desk->rule(m_desk->chen, id, ruling);
        }
        domain::Ruling third = SmallDesk::bandRuling();
        const domain::CaseId id = m_desk->admit(QStringLiteral("E-3"));
        m_desk->claim(m_desk->chen, id);
        m_desk->rule(m_desk->chen, id, third);
        return view(m_desk->admit());
    }
    usecases::CaseView view(domain::CaseId id) { return must(usecases::OpenCase(m_desk->desk)(m_desk->actor(m_desk->lin), id), "open"); }
    domain::Ruling ruling()
    {
        domain::Ruling ruling = SmallDesk::bandRuling();
        ruling.conduct = {{domain::ConductCode::Liable, domain::Party::Merchant}, {domain::ConductCode::UnfoundedRefusal, domain::Party::Merchant}};
        return ruling;
    }
    std::unique_ptr<SmallDesk> m_desk;
};

void TstConsequences::caseOneInEnglish()
{
    const Speaking english(false);
    const QStringList lines = consequences(caseOne(), ruling(), m_desk->clock.at);
    QCOMPARE(int(lines.size()), 4);
    QCOMPARE(lines.at(0), QStringLiteral("Buyer: sends back the goods and all parts by 19 Oct 09:05 (free pick-up) and gets ¥269.00 back by the original payment method."));
    QCOMPARE(lines.at(1), QStringLiteral("Merchant: refunds within 48 hours of the return's pick-up, otherwise the platform refunds from the order's funds; "
                                         "the merchant pays freight both ways."));
    QCOMPARE(lines.at(2), QStringLiteral("Liability: merchant 100 %, counted in dispute metrics. 3 points (goods 1, unfounded refusal 2); "
                                         "valid points over 90 days rise from 7 to 10, reaching \"Traffic limited\"."));
    QCOMPARE(lines.at(3), QStringLiteral("You can undo for 10 seconds and recall until execution starts; each side may appeal once by 19 Oct 09:05."));
}

void TstConsequences::caseOneInChinese()
{
    const Speaking chinese(true);
    const QStringList lines = consequences(caseOne(), ruling(), m_desk->clock.at);
    QCOMPARE(lines.at(0), QStringLiteral("买家：10 月 19 日 09:05 前寄回商品和全部配件（免费上门取件），退款 269.00 元按原支付渠道退回。"));
    QCOMPARE(lines.at(1), QStringLiteral("商家：退货揽收后 48 小时内退款，逾期由平台从订单货款中直接退还；寄出和退货运费均由商家承担。"));
    QCOMPARE(lines.at(2), QStringLiteral("责任：商家 100%，计入纠纷指标。本案记 3 分（商品责任 1，无理拒绝售后 2）；90 日内有效分由 7 升至 10，达到“流量受限”。"));
    QCOMPARE(lines.at(3), QStringLiteral("签署后 10 秒内可取消，执行开始前可撤回；双方可在 10 月 19 日 09:05 前各申诉一次。"));
}

void TstConsequences::nothingIsPaid()
{
    const Speaking english(false);
    const QStringList lines = consequences(view(m_desk->admit()), SmallDesk::rejection(), m_desk->clock.at);
    QCOMPARE(lines.at(0), QStringLiteral("Buyer: no refund; keeps the goods."));
    QCOMPARE(lines.at(1), QStringLiteral("Merchant: not liable, not counted, no points."));
    QCOMPARE(lines.at(2), QStringLiteral("Liability: buyer 100 %, not counted in dispute metrics. No points."));
    domain::Ruling nobody = SmallDesk::rejection();
    nobody.outcome = domain::OutcomeCode::NotAccepted;
    nobody.blame = {};
    QCOMPARE(consequences(view(m_desk->admit(QStringLiteral("D-2"))), nobody, m_desk->clock.at).at(2),
             QStringLiteral("Liability: nobody, not counted in dispute metrics. No points."));
    const Speaking chinese(true);
    const QStringList zh = consequences(view(m_desk->admit(QStringLiteral("D-3"))), SmallDesk::rejection(), m_desk->clock.at);
    QCOMPARE(zh.at(0), QStringLiteral("买家：不获退款，商品归买家。"));
    QCOMPARE(zh.at(1), QStringLiteral("商家：不承担责任，不计入纠纷指标，不记分。"));
}

void TstConsequences::insuranceCoversTheWayBack()
{
    domain::Ruling with = ruling();
    with.outboundFreight = with.returnFreight = domain::FreightPayer::Buyer;
    const auto insured = view(m_desk->admit(QStringLiteral("D-1"), [](domain::CaseFile &file) { file.order.freightInsurance = true; }));
    {
        const Speaking english(false);
        const QStringList lines = consequences(insured, with, m_desk->clock.at);
        QVERIFY2(lines.at(0).contains(QStringLiteral("(return freight covered by return-freight insurance)")), qPrintable(lines.at(0)));
        QVERIFY2(lines.at(1).endsWith(QStringLiteral("; the buyer pays the outbound freight, the return freight is covered by return-freight insurance.")),
                 qPrintable(lines.at(1)));
        with.returnFreight = domain::FreightPayer::Merchant; // the insurance is the buyer's
        QVERIFY(!consequences(insured, with, m_desk->clock.at).join(QString()).contains(QStringLiteral("insurance")));
    }
    const Speaking chinese(true);
    QCOMPARE(returnFreightLabel(domain::FreightPayer::Buyer, insured.record.file.order), QStringLiteral("运费险抵扣"));
    QCOMPARE(returnFreightLabel(domain::FreightPayer::Platform, insured.record.file.order), QStringLiteral("平台承担"));
}

void TstConsequences::whoPaysFreight_data()
{
    using Payer = std::optional<domain::FreightPayer>;
    using enum domain::FreightPayer;
    QTest::addColumn<int>("outbound"); // -1 none
    QTest::addColumn<int>("back");
    QTest::addColumn<QString>("merchantEnds");
    QTest::addColumn<bool>("freePickUp");
    const auto row = [](const char *name, Payer outbound, Payer back, const char *ends, bool freePickUp) {
        QTest::newRow(name) << (outbound ? int(*outbound) : -1) << (back ? int(*back) : -1) << QString::fromLatin1(ends) << freePickUp;
    };
    row("merchant both", Merchant, Merchant, "; the merchant pays freight both ways.", true);
    row("each its own", Merchant, Buyer, "; the merchant pays the outbound freight, the buyer pays the return freight.", false);
    row("platform back", {}, Platform, "; the platform pays the return freight.", true);
    row("outbound alone", Merchant, {}, "; the merchant pays the outbound freight.", false);
    row("nothing said", {}, {}, "from the order's funds.", false);
}

void TstConsequences::whoPaysFreight()
{
    QFETCH(int, outbound);
    QFETCH(int, back);
    QFETCH(QString, merchantEnds);
    QFETCH(bool, freePickUp);
    const Speaking english(false);
    domain::Ruling with = ruling();
    const auto payer = [](int code) { return code < 0 ? std::nullopt : std::optional(domain::FreightPayer(code)); };
    with.outboundFreight = payer(outbound);
    with.returnFreight = payer(back);
    const QStringList lines = consequences(view(m_desk->admit()), with, m_desk->clock.at);
    QVERIFY2(lines.at(1).endsWith(merchantEnds), qPrintable(lines.at(1)));
    QCOMPARE(lines.at(0).contains(QStringLiteral("(free pick-up)")), freePickUp);
    QCOMPARE(lines.at(0).contains(QStringLiteral("at their own cost")), !freePickUp);
}

void TstConsequences::otherOutcomes_data()
{
    QTest::addColumn<domain::OutcomeCode>("outcome");
    QTest::addColumn<QString>("buyer");
    QTest::addColumn<QString>("merchant");
    using enum domain::OutcomeCode;
    QTest::newRow("refund without return") << RefundFull
        << QStringLiteral("Buyer: keeps or disposes of the goods and gets ¥269.00 back by the original payment method.")
        << QStringLiteral("Merchant: refunds within 48 hours of signing, otherwise the platform refunds from the order's funds; the merchant pays the outbound freight.");
    QTest::newRow("resend") << Resend << QStringLiteral("Buyer: gets the missing goods sent; no refund.")
        << QStringLiteral("Merchant: sends the missing goods by 14 Oct 09:05; the merchant pays the outbound freight.");
    QTest::newRow("repair in place") << Repair << QStringLiteral("Buyer: gets the goods repaired free of charge; no refund.")
        << QString();
}

void TstConsequences::otherOutcomes()
{
    QFETCH(domain::OutcomeCode, outcome);
    QFETCH(QString, buyer);
    QFETCH(QString, merchant);
    const Speaking english(false);
    domain::Ruling other = ruling();
    other.outcome = outcome;
    other.returnFreight.reset();
    if (outcome != domain::OutcomeCode::RefundFull)
        other.refund = {};
    else
        other.noReturnReason = domain::NoReturnReason::CannotBeReturned;
    const QStringList lines = consequences(view(m_desk->admit()), other, m_desk->clock.at);
    QCOMPARE(lines.at(0), buyer);
    if (!merchant.isEmpty())
        QCOMPARE(lines.at(1), merchant);
    for (const QString &line : lines)
        QVERIFY2(!line.contains(QLatin1Char('%') + QStringLiteral("1")), qPrintable(line));
}

void TstConsequences::ownDeadlineIsNamed()
{
    const Speaking english(false);
    domain::Ruling hurried = ruling();
    hurried.executeBy = QStringLiteral("hours:24");
    const usecases::CaseView open = view(m_desk->admit());
    QVERIFY(consequences(open, hurried, m_desk->clock.at).at(1).startsWith(QStringLiteral("Merchant: refunds within 24 hours of the return's pick-up,")));
    hurried.executeBy = QStringLiteral("workdays:1");
    QVERIFY(consequences(open, hurried, m_desk->clock.at).at(1).contains(QStringLiteral("within 1 working day of")));
}

void TstConsequences::laterRoundsSayWhatBecomesOfThePoints()
{
    const Speaking english(false);
    const domain::CaseId id = m_desk->inState(domain::DisputeState::Appealed, QStringLiteral("D-1"));
    const usecases::CaseView open = view(id);
    QCOMPARE(consequences(open, ruling(), m_desk->clock.at).at(2),
             QStringLiteral("Liability: merchant 100 %, counted in dispute metrics. The first ruling's points stand."));
    QCOMPARE(consequences(open, SmallDesk::rejection(), m_desk->clock.at).at(2),
             QStringLiteral("Liability: buyer 100 %, not counted in dispute metrics. The first ruling's 3 points are reversed; "
                            "valid points over 90 days fall from 3 to 0, reaching \"Good standing\"."));
}

/// Signed on 27 September: the seventh day is a holiday, so that day ten may be in time; both dates are said.
void TstConsequences::holidaysMoveTheSeventhDay()
{
    const Speaking english(false);
    usecases::CaseView open = view(m_desk->admit());
    const auto signedLine = [&](const char *applied) {
        open.record.file.order.sevenDayReturn = domain::SevenDayReturn::Yes;
        open.record.file.order.signedAt = domain::UtcMs::fromRfc3339(QStringLiteral("2026-09-27T15:40:00+08:00"));
        open.record.file.afterSale.appliedAt = *domain::UtcMs::fromRfc3339(QLatin1StringView(applied));
        const QList<FactLine> lines = alwaysInView(open, m_desk->clock.at);
        return *std::ranges::find(lines, QStringLiteral("Signed"), &FactLine::label);
    };
    const FactLine inTime = signedLine("2026-10-07T16:20:00+08:00");
    QCOMPARE(inTime.value, QStringLiteral("2026-09-27 15:40 · day 7 is 2026-10-04, moved by holidays to 2026-10-08; applied 2026-10-07"));
    QVERIFY(!inTime.alert);
    QVERIFY(signedLine("2026-10-09T00:10:00+08:00").alert);
}

void TstConsequences::alwaysInViewSaysWhatMatters()
{
    const Speaking english(false);
    const QList<FactLine> lines = alwaysInView(view(m_desk->admit()), m_desk->clock.at);
    const auto line = [&](const char *label) {
        for (const FactLine &row : lines) {
            if (row.label == QLatin1StringView(label))
                return row;
        }
        return FactLine();
    };
    QCOMPARE(line("Reason filed").value, QStringLiteral("Return and refund · Quality defect"));
    QCOMPARE(line("Claimed / refundable").value, QStringLiteral("¥269.00 / ¥269.00"));
    QVERIFY(!line("Claimed / refundable").alert);
    QCOMPARE(line("Signed").value, QStringLiteral("2026-10-04 11:26 · applied on day 2"));
    QCOMPARE(line("Merchant's answer").value, QStringLiteral("refused · signed for means accepted"));
    QVERIFY(line("Merchant's answer").alert); // no valid ground
    QVERIFY(line("Waybill").value.startsWith(QStringLiteral("JF260930771043 · Signed for")));
    QCOMPARE(line("Return waybill").value, QStringLiteral("nothing sent back"));
    usecases::CaseView unnumbered = view(m_desk->admit(QStringLiteral("D-2")));
    unnumbered.record.file.order.waybillNo.clear();
    unnumbered.record.file.order.carrier.clear();
    const QList<FactLine> facts = alwaysInView(unnumbered, m_desk->clock.at);
    const auto waybill = std::ranges::find(facts, QStringLiteral("Waybill"), &FactLine::label);
    QVERIFY(waybill != facts.cend());
    QVERIFY2(waybill->value.startsWith(QStringLiteral("Signed for")), qPrintable(waybill->value));
    QCOMPARE(line("Seven-day label").value, QStringLiteral("no"));
    QCOMPARE(line("Freight insurance").value, QStringLiteral("unknown"));
}

void TstConsequences::suggestionSaysWhy()
{
    const Speaking english(false);
    const usecases::CaseView open = view(m_desk->admit());
    const QStringList lines = suggestionLines(open, open.assessment);
    QCOMPARE(lines.at(0), QStringLiteral("Quality defect confirmed: Return and full refund, ¥269.00"));
    QVERIFY(lines.contains(QStringLiteral("Open: \"The defect is shown\" (to be proved by the buyer)")));
    QVERIFY(lines.contains(QStringLiteral("The merchant's ground for refusing is no valid ground.")));
    QVERIFY(std::ranges::any_of(lines, [](const QString &text) { return text.startsWith(QStringLiteral("Because: ")); }));
    const QStringList none = suggestionLines(open, domain::Assessment());
    QCOMPARE(none, QStringList{QStringLiteral("The rule book has no suggestion for these facts.")});
}

void TstConsequences::suggestionAndHeaderNameOneFigure()
{
    const Speaking english(false);
    const domain::CaseId id = m_desk->admit(QStringLiteral("F"), [](domain::CaseFile &file) {
        file.category = QStringLiteral("fresh");
        file.afterSale.appliedAt = file.order.signedAt->plusMs(62 * domain::hourMs + 50 * domain::minuteMs);
    });
    const usecases::CaseView open = view(id);
    domain::Assessment assessment = open.assessment;
    assessment.clause = QStringLiteral("missing_part_refund"); // any
    domain::TraceLine line;
    line.clause = assessment.clause;
    line.fact = QStringLiteral("hoursSignedToApplied");
    line.value = QStringLiteral("63"); // hours begun, as the rule counts
    line.holds = true;
    assessment.trace = {line};
    const QString grounds = suggestionGrounds(open, assessment).join(u'\n');
    QVERIFY2(grounds.contains(QStringLiteral("applied 2 d 14 h after signing")), qPrintable(grounds));
    QVERIFY2(alwaysInView(open, m_desk->clock.at).at(2).value.endsWith(QStringLiteral("applied 2 d 14 h later")), "the header says another figure");
}

void TstConsequences::notesOfAPartyNameTheParty()
{
    usecases::CaseView open = view(m_desk->admit());
    usecases::DeskNote note;
    note.by = domain::toCode(domain::Party::Merchant);
    note.at = m_desk->clock.at;
    note.text = QStringLiteral("补充说明");
    open.record.notes = {note};
    const Speaking chinese(true);
    QVERIFY2(rulingSummary(open, m_desk->clock.at).startsWith(QStringLiteral("备注，商家，2026-10-12 09:05：补充说明")), qPrintable(rulingSummary(open, m_desk->clock.at)));
}

void TstConsequences::goodsThatStay_data()
{
    QTest::addColumn<domain::NoReturnReason>("reason");
    QTest::addColumn<QString>("says");
    using enum domain::NoReturnReason;
    QTest::newRow("never came") << NotReceived << QStringLiteral("has nothing to send back");
    QTest::newRow("pointless") << CannotBeReturned << QStringLiteral("keeps or disposes of the goods");
    QTest::newRow("counterfeit") << MustNotCirculate << QStringLiteral("keeps the goods sealed");
    QTest::newRow("difference") << DifferenceOnly << QStringLiteral("gets the difference of ¥269.00");
}

void TstConsequences::goodsThatStay()
{
    QFETCH(domain::NoReturnReason, reason);
    QFETCH(QString, says);
    const Speaking english(false);
    domain::Ruling refund = ruling();
    refund.outcome = domain::OutcomeCode::RefundFull;
    refund.noReturnReason = reason;
    refund.returnFreight.reset();
    const QString line = consequences(view(m_desk->admit()), refund, m_desk->clock.at).at(0);
    QVERIFY2(line.contains(says), qPrintable(line));
    QVERIFY(line.contains(QStringLiteral("¥269.00")));
}

void TstConsequences::moneyComesFrom_data()
{
    QTest::addColumn<QList<int>>("sources");
    QTest::addColumn<bool>("merchantPays");
    QTest::addColumn<QString>("says");
    using enum domain::FundSource;
    QTest::newRow("order") << QList<int>{int(OrderFunds)} << true << QStringLiteral("Merchant: refunds within 48 hours of the return's pick-up, otherwise");
    QTest::newRow("deposit") << QList<int>{int(Deposit)} << true << QStringLiteral("Merchant: the refund is paid within 48 hours of the return's pick-up from the deposit;");
    QTest::newRow("reserve, not its doing") << QList<int>{int(Reserve)} << false << QStringLiteral("Merchant: pays nothing for this; the refund is paid within 48 hours of the return's pick-up from the reserve;");
    QTest::newRow("advance") << QList<int>{int(PlatformAdvance)} << true << QStringLiteral("recovers it from the merchant");
    QTest::newRow("the platform's own") << QList<int>{int(PlatformAdvance)} << false << QStringLiteral("Merchant: pays nothing for this; the platform refunds within 48 hours");
    QTest::newRow("two") << QList<int>{int(Deposit), int(PlatformAdvance)} << true << QStringLiteral("from several sources (deposit ¥134.50, platform advance ¥134.50)");
}

void TstConsequences::moneyComesFrom()
{
    QFETCH(QList<int>, sources);
    QFETCH(bool, merchantPays);
    QFETCH(QString, says);
    const Speaking english(false);
    domain::Ruling with = ruling();
    for (const int source : std::as_const(sources))
        with.funding.append({domain::FundSource(source), Money(26'900 / sources.size())});
    if (!merchantPays) {
        with.blame = {.merchant = 0, .creator = 0, .platform = 100, .buyer = 0};
        with.countsTowardMetrics = false;
    }
    const QString line = consequences(view(m_desk->admit()), with, m_desk->clock.at).at(1);
    QVERIFY2(line.contains(says), qPrintable(line));
}

void TstConsequences::pointsAreThoseThatSigningWrites()
{
    const Speaking english(false);
    const domain::CaseId id = m_desk->admit();
    domain::Ruling silent = ruling();
    silent.conduct.clear();
    silent.clause = QStringLiteral("missing_part_refund"); // not the suggestion's: its conduct is not taken over
    silent.findings[0].element = QStringLiteral("item_missing");
    const QString line = consequences(view(id), silent, m_desk->clock.at).at(2);
    m_desk->claim(m_desk->lin, id);
    m_desk->rule(m_desk->lin, id, silent);
    QCOMPARE(m_desk->points(id), 1);
    QVERIFY2(line.contains(QStringLiteral("1 point (goods 1)")), qPrintable(line));
}

void TstConsequences::signedInTheCasesOwnWindow()
{
    const Speaking english(false);
    const auto says = [&](const QString &caseNo, const char *applied, const char *category, domain::SevenDayReturn label) {
        const domain::CaseId id = m_desk->admit(caseNo, [&](domain::CaseFile &file) {
            file.category = QString::fromLatin1(category);
            file.order.sevenDayReturn = label;
            file.afterSale.appliedAt = SmallDesk::at(applied);
        });
        return alwaysInView(view(id), m_desk->clock.at).at(2).value;
    };
    using enum domain::SevenDayReturn;
    QCOMPARE(says(QStringLiteral("F"), "2026-10-04T14:11", "fresh", No), QStringLiteral("2026-10-04 11:26 · applied 2 h 45 min later"));
    QCOMPARE(says(QStringLiteral("S"), "2026-10-04T14:11", "3c", Yes), QStringLiteral("2026-10-04 11:26 · applied the same day"));
    QCOMPARE(says(QStringLiteral("D"), "2026-10-06T14:11", "3c", Yes), QStringLiteral("2026-10-04 11:26 · applied on day 2 of 7"));
    // The seventh day, 11 October, is a Sunday: the window ends with the Monday.
    QCOMPARE(says(QStringLiteral("L"), "2026-10-14T14:11", "3c", Yes),
             QStringLiteral("2026-10-04 11:26 · day 7 is 2026-10-11, moved by holidays to 2026-10-12; applied 2026-10-14"));
}

void TstConsequences::approverSeesEverythingDecided()
{
    const Speaking english(false);
    const domain::CaseId id = m_desk->inState(domain::DisputeState::AwaitingApproval, QStringLiteral("D-1"));
    const QString text = rulingSummary(view(id), m_desk->clock.at);
    for (const char *part : {"Return and full refund, ¥269.00", "Blame: Merchant", "Refunded to the original payment method, funded by: deposit", "the merchant pays freight both ways",
                             "3 points: goods 1, unfounded refusal 2", "The defect is shown – proved: dark", "What will happen",
                             "from the deposit", "Drafted by"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(QString::fromUtf8(part) + QStringLiteral(" not in: ") + text));
    const QString later = rulingSummary(view(m_desk->inState(domain::DisputeState::Ruled, QStringLiteral("D-2"))), m_desk->clock.at);
    QVERIFY(!later.contains(QStringLiteral("What will happen"))); // it is happening: the tasks say so
    QVERIFY(later.contains(QStringLiteral("To be carried out")));
}

QObject *make_tst_consequences();
QObject *make_tst_consequences()
{
    return new TstConsequences;
}

#include "tst_consequences.moc"
