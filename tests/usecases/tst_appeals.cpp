// SPDX-License-Identifier: GPL-3.0-or-later
#include <smalldesk.h>

#include <QtCore/QJsonDocument>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using domain::DisputeState;
using domain::Money;
using domain::Party;
using domain::TaskKind;

/// Later rounds and the ways out: appeal, reversal, withdrawal, suspension.
class TstAppeals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<SmallDesk>(); }

    void opensARoundOfItsOwn();
    void oncePerParty();
    void neverTheMakerOfALaterRulingEither();
    void windowIsSevenNaturalDays();
    void partiesOnly();
    void neverTheFirstReviewer();
    void overturningReversesThePointsExactly();
    void upheldWithoutCountingTakesThePointsBack();
    void upheldWithLessConductWritesThePointsAnew();
    void affirmingPaysNothingTwice();
    void affirmingReplacesWhatWasNotDone();
    void higherRefundPaysTheDifference();
    void whatIsOnItsWayRunsOn();
    void recallOfAnOverturnRestoresThePoints();
    void heardUnderTheFirstRulingsBook();
    void reversalIsHeardByAnotherPerson();
    void withdrawalEndsEverythingOpen();
    void withdrawalTakesARulingBack();
    void suspensionStopsTheClocks();
    void suspensionStopsThePartiesClocksToo();
    void answersCountDuringAndAfterASuspension();
    void suspensionTakesARulingBack();
    void suspensionWhileBeingCarriedOutOpensARound();
    void suspendedCanBeWithdrawn();
    void nobodyStopsWhatAnotherHolds();
    void firstRulingIsInForceUntilAnotherIs();
    void exportSaysWhichRulingIsInForce();

private:
    domain::CaseId executing() { return m_desk->inState(DisputeState::Executing, QStringLiteral("D-1")); }
    void appealBy(domain::CaseId id, Party party) { must(m_desk->commands.appeal(m_desk->as(m_desk->chen), id, party, QStringLiteral("new")), "appeal"); }
    /// zhou hears the appeal; a supervisor approves where that is needed; the recall window passes.
    void decide(domain::CaseId id, const domain::Ruling &ruling)
    {
        m_desk->claim(m_desk->zhou, id);
        if (m_desk->rule(m_desk->zhou, id, ruling).needsApproval)
            must(m_desk->commands.approve(m_desk->as(m_desk->xu), id), "approve");
    }
    void passRecallWindow(domain::CaseId id)
    {
        m_desk->advance(11 * domain::minuteMs);
        must(m_desk->commands.carryOutDue(id, DueKind::RecallWindowOver), "execute");
    }
    /// What the last audit entry says is in force; "0": nothing.
    QString rulingNow(domain::CaseId id)
    {
        return QJsonDocument::fromJson(m_desk->record(id).audit.constLast().payload).object().value(QLatin1StringView("rulingNow")).toString();
    }
    /// Everything that went, or still may go, to the buyer.
    qint64 refundsInAll(domain::CaseId id)
    {
        qint64 fen = 0;
        for (const ExecutionTask &task : m_desk->record(id).tasks) {
            if (task.spec.kind == TaskKind::Refund && task.state != TaskState::Cancelled)
                fen += task.spec.sum.fen();
        }
        return fen;
    }
    std::unique_ptr<SmallDesk> m_desk;
};

void TstAppeals::opensARoundOfItsOwn()
{
    const domain::CaseId id = executing();
    const auto done = m_desk->commands.appeal(m_desk->as(m_desk->lin), id, Party::Merchant, QStringLiteral("a packing video"));
    QVERIFY_DONE(done);
    const CaseRecord record = m_desk->record(id);
    QCOMPARE(record.header.state, DisputeState::Appealed);
    QCOMPARE(record.header.round, 2);
    QVERIFY(record.header.appealRound);
    QVERIFY(record.header.ruling.isNull());
    QVERIFY(record.header.reservedFor.isNull());
    QCOMPARE(record.header.deskDueAt, std::optional(SmallDesk::at("2026-10-19T09:11"))); // five working days
    QCOMPARE(record.notes.constLast().by, QStringLiteral("merchant"));
    QCOMPARE(record.notes.constLast().text, QStringLiteral("a packing video"));
    QCOMPARE(m_desk->points(id), 3); // points stand until somebody decides otherwise
    m_desk->advance(3 * domain::dayMs); // nothing runs out while it is heard
    QCOMPARE(m_desk->sweep().timeOuts, 0);
}

void TstAppeals::oncePerParty()
{
    const domain::CaseId id = executing();
    appealBy(id, Party::Buyer);
    decide(id, SmallDesk::bandRuling());
    passRecallWindow(id);
    const CaseRecord before = m_desk->record(id);
    const auto again = m_desk->commands.appeal(m_desk->as(m_desk->chen), id, Party::Buyer, QStringLiteral("again"));
    QCOMPARE_FAULT(again, AlreadyAppealed);
    QCOMPARE(again.error().text, QStringLiteral("buyer"));
    QVERIFY(m_desk->record(id) == before);
    QVERIFY_DONE(m_desk->commands.appeal(m_desk->as(m_desk->chen), id, Party::Merchant, QStringLiteral("we too")));
    QCOMPARE(m_desk->header(id).round, 3);
}

void TstAppeals::windowIsSevenNaturalDays()
{
    const domain::CaseId id = executing();
    m_desk->confirmAll(id);
    const domain::UtcMs until = SmallDesk::at("2026-10-19T09:00"); // signed Monday 09:00
    m_desk->clock.at = until.plusMs(1);
    const auto late = m_desk->commands.appeal(m_desk->as(m_desk->chen), id, Party::Buyer, {});
    QCOMPARE_FAULT(late, AppealWindowOver);
    QCOMPARE(late.error().until, std::optional(until));
    m_desk->clock.at = until;
    QVERIFY_DONE(m_desk->commands.appeal(m_desk->as(m_desk->chen), id, Party::Buyer, {}));
}

void TstAppeals::partiesOnly()
{
    const domain::CaseId id = executing();
    for (const Party party : {Party::Platform, Party::Creator})
        QCOMPARE_FAULT(m_desk->commands.appeal(m_desk->as(m_desk->chen), id, party, {}), PartyUnknown);
}

void TstAppeals::neverTheFirstReviewer()
{
    const domain::CaseId id = m_desk->admit(); // the first reviewer hears appeals as well, but not this one
    m_desk->claim(m_desk->zhou, id);
    m_desk->rule(m_desk->zhou, id);
    passRecallWindow(id);
    appealBy(id, Party::Buyer);
    QCOMPARE_FAULT(m_desk->commands.claim(m_desk->as(m_desk->zhou), id), OwnRulingHeardAgain);
    QCOMPARE_FAULT(m_desk->commands.claimNext(m_desk->as(m_desk->zhou)), QueueEmpty);
    m_desk->claim(m_desk->tang, id);
    QVERIFY(m_desk->rule(m_desk->tang, id, SmallDesk::rejection()).needsApproval);
    QVERIFY_DONE(m_desk->commands.approve(m_desk->as(m_desk->xu), id));
    QCOMPARE(m_desk->header(id).firstReviewer, m_desk->zhou.id); // stays who it was
}

void TstAppeals::overturningReversesThePointsExactly()
{
    const domain::CaseId id = executing();
    m_desk->confirmAll(id);
    appealBy(id, Party::Merchant);
    m_desk->claim(m_desk->zhou, id);
    const Receipt drafted = m_desk->rule(m_desk->zhou, id, SmallDesk::rejection());
    QCOMPARE(drafted.approvalWhy, QStringLiteral("reversal"));
    QCOMPARE(m_desk->points(id), 3); // not before a second person agrees
    m_desk->advance(domain::hourMs);
    QVERIFY_DONE(m_desk->commands.approve(m_desk->as(m_desk->xu), id));
    const CaseRecord record = m_desk->record(id);
    QCOMPARE(m_desk->points(id), 0);
    QCOMPARE(int(record.points.size()), 4);
    for (int n = 0; n < 2; ++n) {
        QCOMPARE(record.points.at(n + 2).points, -record.points.at(n).points);
        QCOMPARE(record.points.at(n + 2).reverses, record.points.at(n).id);
        QCOMPARE(record.points.at(n + 2).at, m_desk->clock.at);
        QCOMPARE(record.points.at(n + 2).ruling, drafted.ruling);
    }
    QCOMPARE(refundsInAll(id), qint64(26'900)); // what was paid is not claimed back by itself
}

void TstAppeals::upheldWithoutCountingTakesThePointsBack()
{
    const domain::CaseId id = executing();
    m_desk->confirmAll(id);
    appealBy(id, Party::Merchant);
    domain::Ruling upheld = SmallDesk::bandRuling();
    upheld.countsTowardMetrics = false;
    decide(id, upheld);
    const CaseRecord record = m_desk->record(id);
    QCOMPARE(m_desk->points(id), 0); // the ruling in effect does not count: nothing stands
    for (const PenaltyPoint &point : record.points)
        QVERIFY(point.points > 0 || point.ruling == record.header.ruling);
}

void TstAppeals::upheldWithLessConductWritesThePointsAnew()
{
    const domain::CaseId id = executing();
    m_desk->confirmAll(id);
    appealBy(id, Party::Merchant);
    domain::Ruling upheld = SmallDesk::bandRuling();
    upheld.conduct = {{domain::ConductCode::Liable, Party::Merchant}}; // the refusal was founded after all
    decide(id, upheld);
    const CaseRecord record = m_desk->record(id);
    int standing = 0;
    for (const PenaltyPoint &point : record.points) {
        if (point.ruling != record.header.ruling || point.points < 0)
            continue;
        QCOMPARE(point.code, domain::ConductCode::Liable);
        standing += point.points;
    }
    QVERIFY(standing > 0 && standing < 3);
    QCOMPARE(m_desk->points(id), standing);
}

void TstAppeals::neverTheMakerOfALaterRulingEither()
{
    const domain::CaseId id = executing(); // round 1 by lin
    appealBy(id, Party::Buyer);
    m_desk->claim(m_desk->xu, id);
    m_desk->rule(m_desk->xu, id);
    passRecallWindow(id);
    appealBy(id, Party::Merchant); // against the ruling that xu made
    QCOMPARE(m_desk->header(id).round, 3);
    QCOMPARE_FAULT(m_desk->commands.claim(m_desk->as(m_desk->xu), id), OwnRulingHeardAgain);
    QCOMPARE_FAULT(m_desk->commands.claimNext(m_desk->as(m_desk->xu)), QueueEmpty);
    m_desk->claim(m_desk->zhou, id);
    QCOMPARE_FAULT(m_desk->commands.takeOver(m_desk->as(m_desk->xu), id, QStringLiteral("ill")), OwnRulingHeardAgain);
    QVERIFY(m_desk->rule(m_desk->zhou, id, SmallDesk::rejection()).needsApproval);
    QCOMPARE_FAULT(m_desk->commands.approve(m_desk->as(m_desk->xu), id), OwnRulingHeardAgain);
    QVERIFY_DONE(m_desk->commands.approve(m_desk->as(m_desk->tang), id));
}

void TstAppeals::withdrawalTakesARulingBack()
{
    for (const DisputeState state : {DisputeState::Ruled, DisputeState::AwaitingApproval}) {
        const domain::CaseId id = m_desk->inState(state, domain::toCode(state));
        QVERIFY_DONE(m_desk->commands.withdraw(m_desk->as(m_desk->chen), id, QStringLiteral("agreed")));
        const CaseRecord record = m_desk->record(id);
        QCOMPARE(record.header.state, DisputeState::Withdrawn);
        QVERIFY(record.header.ruling.isNull());
        QVERIFY(record.rulings.constFirst().recall.has_value()); // nothing was done about it: it is as if it had not been made
        QCOMPARE(m_desk->points(id), 0);
        QCOMPARE(refundsInAll(id), qint64(0));
    }
}

void TstAppeals::affirmingPaysNothingTwice()
{
    const domain::CaseId id = executing();
    m_desk->confirmAll(id); // goods back, refund paid
    appealBy(id, Party::Merchant);
    decide(id, SmallDesk::bandRuling());
    QCOMPARE(m_desk->points(id), 3); // what the first ruling wrote stands
    passRecallWindow(id);
    ScriptedGateway gateway;
    must(runTasks(m_desk->desk, systemActor(), gateway), "run");
    for (const ExecutionTask &task : gateway.tasks)
        QCOMPARE(task.spec.kind, TaskKind::Notice); // the parties are told; nothing else is left
    QCOMPARE(int(gateway.tasks.size()), 2);
    QCOMPARE(refundsInAll(id), qint64(26'900));
}

void TstAppeals::affirmingReplacesWhatWasNotDone()
{
    const domain::CaseId id = executing(); // nothing has left the house yet
    const ExecutionTask old = m_desk->task(id, TaskKind::Refund);
    appealBy(id, Party::Merchant);
    m_desk->advance(6 * domain::dayMs);
    decide(id, SmallDesk::bandRuling());
    passRecallWindow(id);
    const CaseRecord record = m_desk->record(id);
    for (const ExecutionTask &task : record.tasks) {
        if (task.ruling == old.ruling)
            QCOMPARE(task.state, TaskState::Cancelled);
    }
    QCOMPARE(refundsInAll(id), qint64(26'900));
    ScriptedGateway gateway;
    must(runTasks(m_desk->desk, systemActor(), gateway), "run");
    QCOMPARE(int(gateway.tasks.size()), 4);
    QCOMPARE(m_desk->points(id), 3); // the time of the appeal makes nobody late
    m_desk->confirmAll(id);
    QCOMPARE(m_desk->header(id).state, DisputeState::Closed);
}

void TstAppeals::higherRefundPaysTheDifference()
{
    const domain::CaseId id = m_desk->admit();
    m_desk->claim(m_desk->lin, id);
    domain::Ruling part = SmallDesk::bandRuling();
    part.refund = Money(20'000);
    part.departure = QStringLiteral("worn");
    m_desk->rule(m_desk->lin, id, part);
    passRecallWindow(id);
    m_desk->confirmAll(id);
    appealBy(id, Party::Buyer);
    domain::Ruling all = SmallDesk::bandRuling();
    all.funding = {{domain::FundSource::OrderFunds, Money(22'000)}, {domain::FundSource::PlatformAdvance, Money(4'900)}};
    decide(id, all);
    const ExecutionTask rest = m_desk->task(id, TaskKind::Refund);
    QCOMPARE(rest.spec.sum, Money(6'900));
    QCOMPARE(rest.funding, (QList<domain::Funding>{{domain::FundSource::OrderFunds, Money(2'000)}, {domain::FundSource::PlatformAdvance, Money(4'900)}}));
    QVERIFY(rest.dueAt.has_value()); // the goods are back: there is no pick-up left to wait for
    QCOMPARE(refundsInAll(id), qint64(26'900));
}

void TstAppeals::whatIsOnItsWayRunsOn()
{
    const domain::CaseId id = executing();
    m_desk->sweep(); // everything handed over, nothing confirmed
    const ExecutionTask refund = m_desk->task(id, TaskKind::Refund);
    const ExecutionTask back = m_desk->task(id, TaskKind::BuyerReturn);
    appealBy(id, Party::Merchant);
    m_desk->advance(5 * domain::dayMs);
    decide(id, SmallDesk::bandRuling());
    const domain::UtcMs decided = m_desk->clock.at;
    passRecallWindow(id);
    QCOMPARE(m_desk->task(id, TaskKind::Refund).id, refund.id); // no second order beside the first
    QCOMPARE(m_desk->task(id, TaskKind::BuyerReturn).id, back.id);
    QCOMPARE(m_desk->task(id, TaskKind::BuyerReturn).dueAt, std::optional(decided.plusMs(7 * domain::dayMs))); // with a fresh clock
    m_desk->confirm(id, TaskKind::BuyerReturn);
    QCOMPARE(m_desk->task(id, TaskKind::Refund).dueAt, std::optional(m_desk->clock.at.plusMs(48 * domain::hourMs)));
    m_desk->confirmAll(id);
    QCOMPARE(m_desk->header(id).state, DisputeState::Closed);
    QCOMPARE(refundsInAll(id), qint64(26'900));
}

void TstAppeals::recallOfAnOverturnRestoresThePoints()
{
    const domain::CaseId id = executing();
    appealBy(id, Party::Merchant);
    decide(id, SmallDesk::rejection());
    QCOMPARE(m_desk->points(id), 0);
    QVERIFY_DONE(m_desk->commands.recall(m_desk->as(m_desk->zhou), id, QStringLiteral("slip")));
    QCOMPARE(m_desk->points(id), 3);
    QVERIFY(m_desk->rule(m_desk->zhou, id, SmallDesk::rejection()).needsApproval);
    QVERIFY_DONE(m_desk->commands.approve(m_desk->as(m_desk->tang), id));
    QCOMPARE(m_desk->points(id), 0); // and once more, each row reversed once
    const auto report = verifyAudit(m_desk->desk, m_desk->actor(m_desk->zheng));
    QVERIFY_DONE(report);
    QVERIFY(!report->firstFault.has_value());
}

void TstAppeals::heardUnderTheFirstRulingsBook()
{
    const domain::CaseId id = executing();
    QJsonObject book = QJsonDocument::fromJson(m_desk->store.books()->constFirst().json).object();
    book.insert(QStringLiteral("version"), QStringLiteral("9"));
    book.insert(QStringLiteral("appliesTo"), QStringLiteral("unfinished"));
    book.insert(QStringLiteral("effectiveFrom"), QStringLiteral("2026-10-12"));
    QVERIFY_DONE(DeskCommands(m_desk->desk).seed(ownerActor(), {QJsonDocument(book).toJson()}, {}));
    appealBy(id, Party::Buyer);
    decide(id, SmallDesk::bandRuling());
    QCOMPARE(m_desk->record(id).rulings.constLast().bookVersion, QStringLiteral("1"));
}

void TstAppeals::reversalIsHeardByAnotherPerson()
{
    const domain::CaseId id = executing();
    QVERIFY_DONE(m_desk->commands.reverse(m_desk->as(m_desk->xu), id, QStringLiteral("the wrong case")));
    const CaseHeader row = m_desk->header(id);
    QCOMPARE(row.state, DisputeState::Queued);
    QCOMPARE(row.round, 2);
    QVERIFY(!row.appealRound);
    QVERIFY(row.ruling.isNull());
    QCOMPARE_FAULT(m_desk->commands.claim(m_desk->as(m_desk->lin), id), OwnRulingHeardAgain);
    QCOMPARE_FAULT(m_desk->commands.claimNext(m_desk->as(m_desk->lin)), QueueEmpty);
    m_desk->claim(m_desk->chen, id); // no appeal: everybody else may hear it
    QVERIFY(m_desk->rule(m_desk->chen, id, SmallDesk::rejection()).needsApproval);
    QVERIFY_DONE(m_desk->commands.approve(m_desk->as(m_desk->xu), id));
    QCOMPARE(m_desk->points(id), 0);
    QCOMPARE(refundsInAll(id), qint64(0)); // nothing had been paid, nothing will be
}

void TstAppeals::withdrawalEndsEverythingOpen()
{
    const domain::CaseId asked = m_desk->inState(DisputeState::AwaitingEvidence, QStringLiteral("D-1"));
    QVERIFY_DONE(m_desk->commands.withdraw(m_desk->as(m_desk->chen), asked, QStringLiteral("agreed")));
    const CaseRecord record = m_desk->record(asked);
    QCOMPARE(record.header.state, DisputeState::Withdrawn);
    QVERIFY(!record.header.dueAt.has_value());
    QVERIFY(record.header.reservedFor.isNull());
    for (const EvidenceRequest &request : record.requests)
        QCOMPARE(request.state, RequestState::Cancelled);
    const domain::CaseId paid = m_desk->inState(DisputeState::Executing, QStringLiteral("D-2"));
    QVERIFY_DONE(m_desk->commands.withdraw(m_desk->as(m_desk->chen), paid, QStringLiteral("agreed")));
    for (const ExecutionTask &task : m_desk->record(paid).tasks)
        QCOMPARE(task.state, TaskState::Cancelled);
    m_desk->advance(30 * domain::dayMs);
    ScriptedGateway gateway;
    const TaskRun run = must(runTasks(m_desk->desk, systemActor(), gateway), "run");
    QCOMPARE(run.timeOuts + run.delivered, 0);
    QVERIFY(gateway.keys.isEmpty());
}

void TstAppeals::suspensionStopsTheClocks()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-1"));
    const CaseHeader before = m_desk->header(id);
    QCOMPARE(before.deskDueAt, std::optional(SmallDesk::at("2026-10-12T12:30")));
    QVERIFY_DONE(m_desk->commands.suspend(m_desk->as(m_desk->lin), id, QStringLiteral("police report 17")));
    const CaseRecord still = m_desk->record(id);
    QVERIFY(!still.header.dueAt.has_value());
    QVERIFY(still.header.holder.isNull());
    QCOMPARE(still.header.suspendedAt, std::optional(m_desk->clock.at));
    QCOMPARE(still.notes.constLast().text, QStringLiteral("police report 17"));
    m_desk->advance(40 * domain::dayMs);
    QCOMPARE(m_desk->sweep().timeOuts, 0);
    QCOMPARE_FAULT(m_desk->commands.claim(m_desk->as(m_desk->lin), id), WrongState);
    QVERIFY_DONE(m_desk->commands.resume(m_desk->as(m_desk->chen), id, {}));
    const CaseHeader after = m_desk->header(id);
    QCOMPARE(after.state, DisputeState::Queued);
    QVERIFY(!after.suspendedAt.has_value());
    QCOMPARE(after.deskDueAt, std::optional(before.deskDueAt->plusMs(40 * domain::dayMs))); // as much time as was left
    QCOMPARE(after.dueAt, after.deskDueAt);
}

void TstAppeals::suspensionStopsThePartiesClocksToo()
{
    const domain::CaseId id = m_desk->inState(DisputeState::AwaitingEvidence, QStringLiteral("D-1"));
    const QList<EvidenceRequest> asked = m_desk->record(id).requests;
    QCOMPARE(int(asked.size()), 2);
    QVERIFY_DONE(m_desk->commands.suspend(m_desk->as(m_desk->chen), id, QStringLiteral("police")));
    m_desk->advance(40 * domain::dayMs);
    QCOMPARE(m_desk->sweep().timeOuts, 0);
    QVERIFY_DONE(m_desk->commands.resume(m_desk->as(m_desk->chen), id, {}));
    const QList<EvidenceRequest> open = m_desk->record(id).requests;
    for (qsizetype n = 0; n < open.size(); ++n) {
        QCOMPARE(open.at(n).state, RequestState::Open);
        QVERIFY(!open.at(n).closedAt.has_value());
        QCOMPARE(open.at(n).dueAt, asked.at(n).dueAt.plusMs(40 * domain::dayMs)); // as much time as was left
    }
    QVERIFY(m_desk->header(id).deskDueAt > std::optional(open.constFirst().dueAt)); // the desk's time begins when theirs ends
    m_desk->claim(m_desk->lin, id);
    QCOMPARE_FAULT(m_desk->commands.rule(m_desk->as(m_desk->lin), id, SmallDesk::bandRuling()), EvidenceWindowOpen);
    m_desk->clock.at = open.constFirst().dueAt;
    m_desk->sweep();
    m_desk->claim(m_desk->lin, id);
    QCOMPARE_FAULT(m_desk->commands.rule(m_desk->as(m_desk->lin), id, SmallDesk::bandRuling()), EvidenceWindowOpen); // the last moment counts
    m_desk->advance(1);
    m_desk->rule(m_desk->lin, id);
    QCOMPARE(m_desk->header(id).state, DisputeState::Ruled);
    for (const EvidenceRequest &request : m_desk->record(id).requests)
        QCOMPARE(request.state, RequestState::TimedOut);
}

void TstAppeals::answersCountDuringAndAfterASuspension()
{
    const domain::CaseId id = m_desk->inState(DisputeState::AwaitingEvidence, QStringLiteral("D-1"));
    QVERIFY_DONE(m_desk->commands.suspend(m_desk->as(m_desk->chen), id, QStringLiteral("police")));
    m_desk->advance(40 * domain::dayMs);
    QVERIFY_DONE(m_desk->commands.evidenceDone(m_desk->as(m_desk->chen), id, domain::Party::Buyer));
    QCOMPARE(m_desk->header(id).state, DisputeState::Suspended);
    QVERIFY_DONE(m_desk->commands.resume(m_desk->as(m_desk->chen), id, {}));
    QVERIFY_DONE(m_desk->commands.evidenceDone(m_desk->as(m_desk->chen), id, domain::Party::Merchant));
    QCOMPARE(m_desk->header(id).state, DisputeState::Queued);
    for (const EvidenceRequest &request : m_desk->record(id).requests)
        QCOMPARE(request.state, RequestState::Answered);
    m_desk->claim(m_desk->lin, id);
    m_desk->rule(m_desk->lin, id);
    QCOMPARE(m_desk->header(id).state, DisputeState::Ruled);
}

void TstAppeals::suspensionTakesARulingBack()
{
    for (const DisputeState state : {DisputeState::Ruled, DisputeState::AwaitingApproval}) {
        const domain::CaseId id = m_desk->inState(state, domain::toCode(state));
        QVERIFY_DONE(m_desk->commands.suspend(m_desk->as(m_desk->chen), id, QStringLiteral("police")));
        const CaseRecord record = m_desk->record(id);
        QVERIFY(record.header.ruling.isNull());
        QVERIFY(record.rulings.constFirst().recall.has_value());
        QCOMPARE(m_desk->points(id), 0);
        QCOMPARE(refundsInAll(id), qint64(0));
        QVERIFY_DONE(m_desk->commands.resume(m_desk->as(m_desk->chen), id, {}));
        QCOMPARE(m_desk->header(id).round, 1);
        m_desk->claim(m_desk->lin, id);
        m_desk->rule(m_desk->lin, id);
        passRecallWindow(id);
        QCOMPARE(refundsInAll(id), qint64(26'900)); // once, not twice
        QCOMPARE(m_desk->points(id), 3);
    }
}

void TstAppeals::suspensionWhileBeingCarriedOutOpensARound()
{
    const domain::CaseId id = executing();
    m_desk->sweep();
    m_desk->confirm(id, TaskKind::BuyerReturn);
    QVERIFY_DONE(m_desk->commands.suspend(m_desk->as(m_desk->chen), id, QStringLiteral("court order")));
    QCOMPARE(m_desk->points(id), 3);
    m_desk->advance(10 * domain::dayMs);
    QCOMPARE(m_desk->sweep().timeOuts, 0);
    QVERIFY_DONE(m_desk->commands.resume(m_desk->as(m_desk->chen), id, {}));
    const CaseHeader row = m_desk->header(id);
    QCOMPARE(row.state, DisputeState::Queued);
    QCOMPARE(row.round, 2); // after Executing nothing is undone within a round
    QCOMPARE_FAULT(m_desk->commands.claim(m_desk->as(m_desk->lin), id), OwnRulingHeardAgain);
    m_desk->claim(m_desk->chen, id);
    m_desk->rule(m_desk->chen, id);
    passRecallWindow(id);
    QCOMPARE(refundsInAll(id), qint64(26'900));
    QCOMPARE(m_desk->points(id), 3);
}

void TstAppeals::suspendedCanBeWithdrawn()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Suspended, QStringLiteral("D-1"));
    QVERIFY_DONE(m_desk->commands.withdraw(m_desk->as(m_desk->chen), id, QStringLiteral("agreed")));
    QVERIFY(!m_desk->header(id).suspendedAt.has_value());
    QCOMPARE_FAULT(m_desk->commands.resume(m_desk->as(m_desk->chen), id, {}), WrongState);
}

void TstAppeals::nobodyStopsWhatAnotherHolds()
{
    const QString why = QStringLiteral("police");
    const auto stop = [&](bool ends, const Person &person, domain::CaseId id) {
        return ends ? m_desk->commands.withdraw(m_desk->as(person), id, why) : m_desk->commands.suspend(m_desk->as(person), id, why);
    };
    for (const bool ends : {false, true}) {
        const auto claimed = [&](const char *number) { return m_desk->inState(DisputeState::Claimed, QString::fromLatin1(number) + (ends ? u'b' : u'a')); };
        const domain::CaseId id = claimed("D-1");
        const CaseRecord before = m_desk->record(id);
        const auto refused = stop(ends, m_desk->chen, id);
        QCOMPARE_FAULT(refused, TakenByOther);
        QCOMPARE(refused.error().who, m_desk->lin.name);
        QCOMPARE(refused.error().since, before.header.claimedAt);
        QCOMPARE(refused.error().until, before.header.leaseUntil);
        QVERIFY(m_desk->record(id) == before);
        QVERIFY_DONE(stop(ends, m_desk->xu, id)); // who may take it over may stop it too
        QVERIFY_DONE(stop(ends, m_desk->lin, claimed("D-2")));
        const domain::CaseId late = claimed("D-3");
        m_desk->advance(15 * domain::minuteMs);
        QCOMPARE_FAULT(stop(ends, m_desk->chen, late), TakenByOther); // in its last moment it still holds
        m_desk->advance(1);
        QVERIFY_DONE(stop(ends, m_desk->chen, late)); // nobody has swept the lease yet
        QCOMPARE(m_desk->header(late).state, ends ? DisputeState::Withdrawn : DisputeState::Suspended);
    }
}

void TstAppeals::firstRulingIsInForceUntilAnotherIs()
{
    const domain::CaseId id = executing();
    const domain::RulingId first = m_desk->header(id).ruling;
    const auto inForce = [&] {
        const CaseRecord record = m_desk->record(id);
        const RulingRow *row = record.rulingInForce();
        return row ? row->id : domain::RulingId();
    };
    QCOMPARE(inForce(), first);
    appealBy(id, Party::Buyer);
    QVERIFY(m_desk->header(id).ruling.isNull());
    QCOMPARE(inForce(), first);
    QCOMPARE(rulingNow(id), first.toString());

    domain::Ruling other = SmallDesk::bandRuling();
    other.blame.merchant = 60;
    other.blame.buyer = 40;
    m_desk->claim(m_desk->zhou, id);
    const Receipt drafted = m_desk->rule(m_desk->zhou, id, other);
    QVERIFY(drafted.needsApproval);
    QCOMPARE(inForce(), first); // a draft binds nobody
    QCOMPARE(rulingNow(id), first.toString());
    must(m_desk->commands.sendBack(m_desk->as(m_desk->xu), id, QStringLiteral("look again")), "return");
    QCOMPARE(inForce(), first);
    QCOMPARE(rulingNow(id), first.toString());
    m_desk->claim(m_desk->zhou, id);
    const Receipt again = m_desk->rule(m_desk->zhou, id, other);
    must(m_desk->commands.approve(m_desk->as(m_desk->xu), id), "approve");
    QCOMPARE(inForce(), again.ruling);
    QCOMPARE(rulingNow(id), again.ruling.toString());
    must(m_desk->commands.recall(m_desk->as(m_desk->zhou), id, QStringLiteral("typing error")), "recall");
    QCOMPARE(inForce(), first);
    QCOMPARE(rulingNow(id), first.toString());
}

void TstAppeals::exportSaysWhichRulingIsInForce()
{
    const domain::CaseId plain = m_desk->admit(QStringLiteral("D-2"));
    must(m_desk->commands.exporting(m_desk->as(m_desk->xu), plain), "export");
    QCOMPARE(rulingNow(plain), QString()); // nothing to be said
    const domain::CaseId waiting = m_desk->inState(DisputeState::AwaitingApproval, QStringLiteral("D-3"));
    const QString drafted = m_desk->header(waiting).ruling.toString();
    QCOMPARE(rulingNow(waiting), drafted); // nothing is in force: the one that waits
    must(m_desk->commands.exporting(m_desk->as(m_desk->xu), waiting), "export");
    QCOMPARE(rulingNow(waiting), drafted);
    must(m_desk->commands.recall(m_desk->as(m_desk->lin), waiting, QStringLiteral("typing error")), "recall");
    QCOMPARE(rulingNow(waiting), QStringLiteral("0"));
    const domain::CaseId id = executing();
    const QString first = m_desk->header(id).ruling.toString();
    must(m_desk->commands.reverse(m_desk->as(m_desk->xu), id, QStringLiteral("new facts")), "reverse");
    QCOMPARE(rulingNow(id), first);
    must(m_desk->commands.exporting(m_desk->as(m_desk->xu), id), "export");
    QCOMPARE(rulingNow(id), first);
}

QObject *make_tst_appeals();
QObject *make_tst_appeals()
{
    return new TstAppeals;
}

#include "tst_appeals.moc"
