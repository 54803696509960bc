// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../app/deskcheck.h"
#include "bundlebyhand.h"
#include "demodesk.h"

#include <usecases/casecommands.h>
#include <usecases/deskcommands.h>
#include <usecases/opencase.h>
#include <usecases/searchtext.h>

#include <domain/casejson.h>
#include <domain/rank.h>

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>
#include <QtTest/QTest>

#include <algorithm>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using domain::DisputeState;

namespace {

constexpr int many = 3000;

/// Copies have numbers of their own: seven digits.
bool isCopy(const CaseHeader &header)
{
    return header.caseNo.size() == 12;
}

DemoDesk &crowdedDesk(bool server)
{
    static DemoDesk file(false, many);
    if (!server)
        return file;
    static DemoDesk onServer(true, many);
    return onServer;
}

/// Does what the header says agree with itself and with the morning at @p now? Empty: yes.
QString oddityOf(const CaseHeader &header, domain::UtcMs now)
{
    const bool held = !header.holder.isNull();
    switch (header.state) {
    case DisputeState::Claimed:
        return held && header.leaseUntil && *header.leaseUntil > now && header.claimedAt && *header.claimedAt <= now ? QString() : QStringLiteral("lease");
    case DisputeState::AwaitingEvidence:
    case DisputeState::Negotiating:
        return !held && header.dueAt && *header.dueAt > now ? QString() : QStringLiteral("waits for nothing");
    case DisputeState::AwaitingApproval:
    case DisputeState::Ruled:
    case DisputeState::Executing:
    case DisputeState::Closed:
        return !held && !header.ruling.isNull() ? QString() : QStringLiteral("no ruling");
    case DisputeState::Appealed:
        return !held && header.appealRound && header.round == 2 ? QString() : QStringLiteral("no appeal");
    case DisputeState::Withdrawn:
    case DisputeState::Suspended:
        return !held && !header.dueAt ? QString() : QStringLiteral("a clock runs");
    case DisputeState::Queued:
        return !held && header.dueAt ? QString() : QStringLiteral("no deadline");
    }
    return QStringLiteral("no state");
}

} // namespace

/// A desk of thousands: most of its cases are copies, and nothing about them may say so.
class TstCrowd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deskIsSound_data() { addRows(); }
    void deskIsSound();
    void everyStateIsThere_data() { addRows(); }
    void everyStateIsThere();
    void rowsAgreeWithTheirCase_data() { addRows(); }
    void rowsAgreeWithTheirCase();
    void copyIsClaimedAndRuled_data() { addRows(); }
    void copyIsClaimedAndRuled();
    void copiesHaveFewWords();
    void queueVerbListsCopies();
    void sameSeedSameCopies();
    void stoppedAmongCopiesLeavesNothing();

private:
    static void addRows()
    {
        QTest::addColumn<bool>("server");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgresql") << true;
    }
    QList<domain::CaseId> m_ruledHere;
};

void TstCrowd::deskIsSound()
{
    QFETCH(bool, server);
    DemoDesk &demo = crowdedDesk(server);
    const auto findings = app::checkDesk(demo.workspace(), true, [](const QString &) { return true; });
    QVERIFY(findings);
    QCOMPARE(*findings, QStringList());
    const auto verified = verifyAudit(demo.desk(), ownerActor());
    QVERIFY(verified);
    QVERIFY(!verified->firstFault);
    QVERIFY(verified->entries > 2 * many);
}

void TstCrowd::everyStateIsThere()
{
    QFETCH(bool, server);
    DemoDesk &demo = crowdedDesk(server);
    const domain::UtcMs now = demo.desk().clock.now();
    const QList<CaseHeader> all = demo.all();
    QCOMPARE(all.size(), many);
    QMap<DisputeState, int> states;
    QSet<QString> numbers, shops;
    QSet<qint64> sums;
    int overdue = 0;
    for (const CaseHeader &header : all) {
        numbers.insert(header.caseNo);
        if (!isCopy(header))
            continue;
        QVERIFY2(oddityOf(header, now).isEmpty(), qPrintable(header.caseNo + u' ' + oddityOf(header, now)));
        ++states[header.state];
        shops.insert(header.merchantId);
        sums.insert(header.claimed.fen());
        overdue += header.state == DisputeState::Queued && header.dueAt && *header.dueAt < now;
    }
    QCOMPARE(numbers.size(), many);
    for (const DisputeState state : {DisputeState::Queued, DisputeState::Claimed, DisputeState::AwaitingEvidence, DisputeState::Negotiating,
                                     DisputeState::AwaitingApproval, DisputeState::Executing, DisputeState::Closed, DisputeState::Appealed,
                                     DisputeState::Withdrawn, DisputeState::Suspended})
        QVERIFY2(states.value(state) > 0, qPrintable(domain::toCode(state)));
    QVERIFY(states.value(DisputeState::Queued) > many / 3);
    QVERIFY(states.value(DisputeState::Claimed) <= 24);
    QVERIFY(shops.size() > 200);
    QVERIFY(sums.size() > 200);
    QVERIFY(overdue > 0 && overdue < states.value(DisputeState::Queued) / 2);
    // Nothing that time should have moved long ago was left lying.
    const auto due = demo.desk().cases.dueWork(now, 100);
    QVERIFY(due);
    QVERIFY2(std::ranges::none_of(*due, [](const DueWork &work) { return work.kind != DueKind::TaskDue; }), "due work was left");
}

void TstCrowd::rowsAgreeWithTheirCase()
{
    QFETCH(bool, server);
    DemoDesk &demo = crowdedDesk(server);
    const Desk desk = demo.desk();
    const domain::UtcMs now = desk.clock.now();
    const auto policy = desk.policy();
    QVERIFY(policy);
    int n = 0, texts = 0;
    for (const CaseHeader &row : demo.all()) {
        if (!isCopy(row) || ++n % 5 != 0)
            continue;
        const auto record = desk.cases.record(row.id);
        QVERIFY(record);
        const CaseHeader &header = record->header; // a row of the queue has not everything
        const domain::CaseFile &file = record->file;
        QCOMPARE(file.caseNo, header.caseNo);
        QCOMPARE(file.order.orderNo, header.orderNo);
        QCOMPARE(file.buyer.id, header.buyerId);
        QCOMPARE(file.merchant.id, header.merchantId);
        QCOMPARE(file.merchant.name, header.merchantName);
        QCOMPARE(file.afterSale.claimed, header.claimed);
        QCOMPARE(domain::disputedSum(file), header.disputed);
        QCOMPARE(file.escalatedAt, header.escalatedAt);
        QCOMPARE(domain::caseDigest(file), header.bundleDigest);
        QVERIFY(!file.buyer.name.isEmpty() && !file.buyer.phone.isEmpty() && !file.buyer.address.isEmpty());
        const domain::RankWeights weights{.msPerHundredYuan = policy->rankMsPerHundredYuan, .amountCapMs = policy->rankAmountCapMs,
                                          .riskMs = policy->rankRiskMs};
        if (header.state == DisputeState::Queued && !header.parkedUntil)
            QCOMPARE(header.rank, domain::rank(usecases::rankPartsOf(header), weights));
        if (!domain::isOpen(header.state))
            QVERIFY(header.rank > domain::rankOfFinishedMs);
        QVERIFY(!record->audit.isEmpty());
        QVERIFY(record->audit.constLast().at <= now);
        QVERIFY(file.escalatedAt <= record->audit.constFirst().at);
        QCOMPARE(record->audit.constLast().hash, header.audit.hash);
        const QList<domain::Exhibit> &exhibits = file.exhibits;
        QVERIFY(std::ranges::all_of(exhibits, [&](const domain::Exhibit &exhibit) { return desk.vault.contains(exhibit.sha256); }));
        if (!header.ruling.isNull()) {
            const RulingRow *current = record->currentRuling();
            QVERIFY(current);
            QVERIFY(current->ruling.commandId.contains(header.caseNo));
            QVERIFY(current->madeAt <= now);
        }
        for (const RulingRow &ruling : record->rulings) { // a copy's texts have digests of their own
            for (const domain::Finding &finding : ruling.ruling.findings) {
                for (const domain::Citation &citation : finding.citations) {
                    QVERIFY2(citation.sha256 == domain::placeDigest(citation, file), qPrintable(header.caseNo));
                    texts += citation.exhibit.isEmpty();
                }
            }
        }
        for (const ExecutionTask &task : record->tasks)
            QVERIFY(task.idempotencyKey.startsWith(QString::number(task.ruling.value())));
    }
    QVERIFY(n > many / 2);
    QVERIFY(texts > 0);
}

void TstCrowd::copyIsClaimedAndRuled()
{
    QFETCH(bool, server);
    DemoDesk &demo = crowdedDesk(server);
    const Desk desk = demo.desk();
    const QList<CaseHeader> all = demo.all();
    const auto late = std::ranges::find_if(all, [](const CaseHeader &header) {
        return isCopy(header) && header.state == DisputeState::Queued && header.reason == domain::Reason::LateShipment && !header.parkedUntil
            && header.reservedFor.isNull() && header.category == u"apparel" && header.claimed < domain::Money(40'000);
    });
    QVERIFY(late != all.cend());
    const Actor reviewer{.person = demo.person(QStringLiteral("林晓"))};
    const auto view = OpenCase(desk)(reviewer, late->id);
    QVERIFY(view);
    CaseCommands commands(desk);
    QVERIFY(commands.claim({reviewer, {}, {}, {}}, late->id));
    QJsonObject json = QJsonDocument::fromJson(R"({"outcome": "refund_full", "blame": {"merchant": 100}, "freight": {"outbound": "merchant"},
        "noReturnReason": "not_received", "clause": "late_shipment", "countsTowardMetrics": true,
        "conduct": [{"code": "late_shipment", "party": "merchant"}],
        "findings": [{"verdict": "proved", "text": "承诺时间已过，没有揽收。", "citations": [{"fact": "/order/promisedShipBy"}]}],
        "reasons": {"zh": "承诺时间已过仍未发出，全额退款。", "en": "Promised and not sent: full refund."}})").object();
    json.insert(QStringLiteral("refundFen"), late->claimed.fen());
    const auto ruling = domain::rulingFromJson(json);
    QVERIFY(ruling);
    const auto ruled = commands.rule({reviewer, {}, {}, {}}, late->id, *ruling);
    QVERIFY2(ruled, qPrintable(QString::number(ruled ? 0 : int(ruled.error().fault))));
    m_ruledHere.append(late->id);
    QCOMPARE(ruled->state, DisputeState::Ruled);
    const auto verified = verifyAudit(desk, ownerActor());
    QVERIFY(verified);
    QVERIFY(!verified->firstFault);
}

/// At most 60 characters beside numbers, goods, shop and what codes are called: a desk of a million stays small.
void TstCrowd::copiesHaveFewWords()
{
    DemoDesk &demo = crowdedDesk(false);
    int ruled = 0;
    for (const CaseHeader &row : demo.all()) {
        if (!isCopy(row) || m_ruledHere.contains(row.id)) // that one has the words of this test
            continue;
        const auto record = demo.desk().cases.record(row.id);
        QVERIFY(record);
        const QStringList rulings = searchableTexts(record->rulings);
        QString words = rulings.join(QString());
        for (const domain::MerchantAnswer &answer : record->file.afterSale.answers)
            words += answer.text;
        for (const domain::ChatMessage &message : record->file.chat)
            words += message.text;
        for (const domain::CaseNote &note : record->file.notes)
            words += note.text;
        for (const domain::Exhibit &exhibit : record->file.exhibits)
            words += exhibit.caption;
        QVERIFY2(words.size() <= 60, qPrintable(row.caseNo + u' ' + words));
        ruled += !rulings.isEmpty() && row.id.value() % 50 == 0;
        if (rulings.isEmpty() || row.id.value() % 50 != 0)
            continue;
        const auto found = demo.desk().queue.search(searchPhrases({rulings.constFirst()}), 0);
        QVERIFY2(found && found->contains(row.id), qPrintable(row.caseNo));
    }
    QVERIFY(ruled > 0);
}

void TstCrowd::queueVerbListsCopies()
{
    DemoDesk &demo = crowdedDesk(false);
    demo.close();
    const QTemporaryDir home;
    const Ran ran = runArbiter(home.path(), {QStringLiteral("--db"), QStringLiteral("sqlite:%1/arbiter.db").arg(demo.wish().dir), QStringLiteral("--vault"),
                                             app::demoVault(demo.wish().dir), QStringLiteral("queue"), QStringLiteral("--json"), QStringLiteral("--view"),
                                             QStringLiteral("all"), QStringLiteral("--filter"), QStringLiteral("1000042")});
    QCOMPARE(ran.status, 0);
    QCOMPARE(ran.out.count('\n'), 1);
    QCOMPARE(QJsonDocument::fromJson(ran.out.trimmed()).object().value(QLatin1StringView("caseNo")).toString(), QStringLiteral("D-26-1000042"));
}

void TstCrowd::sameSeedSameCopies()
{
    DemoDesk first(false, 1000), again(false, 1000), other(false, 1000, 2);
    const QByteArray contents = first.contents();
    QVERIFY(contents == again.contents());
    QVERIFY(contents != other.contents());
}

void TstCrowd::stoppedAmongCopiesLeavesNothing()
{
    const QTemporaryDir folder;
    app::DemoWish wish;
    wish.dir = folder.path();
    wish.source = demoSource();
    wish.cases = many;
    const auto stopped = app::prepareDemo(wish, [](int done, int) { return done < many / 2; });
    QVERIFY(!stopped);
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

QObject *make_tst_crowd();
QObject *make_tst_crowd()
{
    return new TstCrowd;
}

#include "tst_crowd.moc"
