// SPDX-License-Identifier: GPL-3.0-or-later
#include <smalldesk.h>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using domain::ConductCode;
using domain::DisputeState;
using domain::Money;
using domain::TaskKind;

/// What follows from a ruling: tasks, their clocks, who pays when nobody does, and that each of it happens once.
class TstExecution : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<SmallDesk>(); }

    void nothingHappensInsideTheRecallWindow();
    void countsOnlyItsOwn();
    void clocksOfTheReturnStartAtPickUp();
    void lastTaskClosesTheCase();
    void doneTwiceIsDoneOnce();
    void failureIsAFlag();
    void overdueMerchantIsPaidForOnce();
    void overdueRefundIsPaidForBesideACompensation();
    void stuckTimeOutIsNamed();
    void overdueOnTheDotIsInTime();
    void handedOverBeforeAnybodyIsLate();
    void neverSentIsNotLate();
    void latenessIsOneConduct();
    void supervisorChoosesTheSource();
    void payingForTheMerchantIsRefused_data();
    void payingForTheMerchantIsRefused();
    void nothingCameBack();
    void notCountedMeansNoLatePoints();
    void gatewayGetsEachTaskOnce();
    void refusedTasksAreTriedAgainLater();
    void confirmedByTheGateway();
    void waitingTasksHideNoTimeOut();
    void onlySomeMayRunTasks();

private:
    domain::CaseId executing(const domain::Ruling &ruling = SmallDesk::bandRuling(), const QString &caseNo = QStringLiteral("D-1"),
                             const std::function<void(domain::CaseFile &)> &change = {})
    {
        const domain::CaseId id = m_desk->admit(caseNo, change);
        m_desk->claim(m_desk->lin, id);
        m_desk->rule(m_desk->lin, id, ruling);
        m_desk->advance(11 * domain::minuteMs);
        must(m_desk->commands.carryOutDue(id, DueKind::RecallWindowOver), "execute");
        return id;
    }
    /// Refund without return: the merchant's 48 hours start at signing.
    static domain::Ruling refundNow()
    {
        domain::Ruling ruling = SmallDesk::bandRuling();
        ruling.outcome = domain::OutcomeCode::RefundFull;
        ruling.noReturnReason = domain::NoReturnReason::CannotBeReturned;
        ruling.returnFreight.reset();
        ruling.departure = QStringLiteral("the goods are gone");
        return ruling;
    }
    int count(domain::CaseId id, ConductCode code)
    {
        int rows = 0;
        for (const PenaltyPoint &point : m_desk->record(id).points)
            rows += point.code == code ? 1 : 0;
        return rows;
    }
    std::unique_ptr<SmallDesk> m_desk;
};

void TstExecution::nothingHappensInsideTheRecallWindow()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Ruled, QStringLiteral("D-1"));
    const CaseRecord before = m_desk->record(id);
    m_desk->clock.at = *before.header.dueAt;
    ScriptedGateway gateway;
    const TaskRun early = must(runTasks(m_desk->desk, systemActor(), gateway), "run");
    QCOMPARE(early.timeOuts + early.delivered, 0);
    QVERIFY(gateway.keys.isEmpty());
    QVERIFY(m_desk->record(id) == before);
    QCOMPARE_FAULT(m_desk->commands.taskDone(m_desk->as(m_desk->xu), before.tasks.constFirst().id, {}), WrongState);
    m_desk->advance(1);
    const TaskRun run = must(runTasks(m_desk->desk, systemActor(), gateway), "run");
    QCOMPARE(run.timeOuts, 1);
    QCOMPARE(run.delivered, 4);
    QCOMPARE(m_desk->header(id).state, DisputeState::Executing);
}

void TstExecution::countsOnlyItsOwn()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Ruled, QStringLiteral("D-1"));
    m_desk->clock.at = m_desk->header(id).dueAt->plusMs(1);
    ScriptedGateway other;
    class Beaten final : public ExecutionGateway
    {
    public:
        Beaten(const Desk &desk, ExecutionGateway &faster) : m_desk(desk), m_faster(faster) {}
        Delivery deliver(const ExecutionTask &task, domain::UtcMs) override
        {
            if (!m_done) // another window carries out everything in the moment before ours does
                must(runTasks(m_desk, systemActor(), m_faster), "run");
            m_done = true;
            keys.append(task.idempotencyKey);
            return {};
        }
        QStringList keys;

    private:
        const Desk &m_desk;
        ExecutionGateway &m_faster;
        bool m_done = false;
    } late(m_desk->desk, other);
    const TaskRun run = must(runTasks(m_desk->desk, systemActor(), late), "run");
    QCOMPARE(run.timeOuts, 1); // the start of the execution was ours
    QCOMPARE(run.delivered + run.confirmed + run.failed, 0);
    QCOMPARE(other.keys.size(), 4);
    QCOMPARE(late.keys.size(), 1); // asked about the one that was in hand; the others are done
    int sent = 0;
    for (const domain::AuditEntry &entry : m_desk->record(id).audit)
        sent += entry.action == u"task_sent" ? 1 : 0;
    QCOMPARE(sent, 4);
}

void TstExecution::clocksOfTheReturnStartAtPickUp()
{
    const domain::CaseId id = executing();
    QVERIFY(!m_desk->task(id, TaskKind::Refund).dueAt.has_value());
    QCOMPARE(m_desk->header(id).dueAt, m_desk->task(id, TaskKind::Notice).dueAt);
    m_desk->advance(9 * domain::hourMs);
    m_desk->confirm(id, TaskKind::BuyerReturn);
    QCOMPARE(m_desk->task(id, TaskKind::BuyerReturn).doneAt, std::optional(m_desk->clock.at));
    QCOMPARE(m_desk->task(id, TaskKind::Refund).dueAt, std::optional(m_desk->clock.at.plusMs(48 * domain::hourMs)));
    QCOMPARE(m_desk->header(id).state, DisputeState::Executing);
}

void TstExecution::lastTaskClosesTheCase()
{
    const domain::CaseId id = executing();
    m_desk->confirmAll(id);
    const CaseRecord record = m_desk->record(id);
    QCOMPARE(record.header.state, DisputeState::Closed);
    QVERIFY(!record.header.dueAt.has_value());
    QCOMPARE(m_desk->points(id), 3); // on time: nothing is added
}

void TstExecution::doneTwiceIsDoneOnce()
{
    const domain::CaseId id = executing();
    m_desk->confirm(id, TaskKind::BuyerReturn);
    const CaseRecord before = m_desk->record(id);
    m_desk->advance(domain::hourMs);
    m_desk->confirm(id, TaskKind::BuyerReturn);
    QVERIFY(m_desk->record(id) == before);
    QCOMPARE_FAULT(m_desk->commands.taskDone(m_desk->as(m_desk->xu), domain::TaskId(77), {}), NotFound);
}

void TstExecution::failureIsAFlag()
{
    const domain::CaseId id = executing(refundNow());
    const domain::TaskId refund = m_desk->task(id, TaskKind::Refund).id;
    QVERIFY_DONE(m_desk->commands.taskFailed(m_desk->as(m_desk->xu), refund, QStringLiteral("account closed")));
    const CaseRecord failed = m_desk->record(id);
    QCOMPARE(failed.header.state, DisputeState::Executing);
    QVERIFY(failed.header.tags.contains(QStringLiteral("execution_failed")));
    QCOMPARE(m_desk->task(id, TaskKind::Refund).lastError, QStringLiteral("account closed"));
    m_desk->confirmAll(id); // mended: the case closes like any other
    QCOMPARE(m_desk->header(id).state, DisputeState::Closed);
    QCOMPARE_FAULT(m_desk->commands.taskFailed(m_desk->as(m_desk->xu), refund, QStringLiteral("no")), WrongState);
    QCOMPARE(m_desk->task(id, TaskKind::Refund).state, TaskState::Done); // what is done cannot fail any more
}

void TstExecution::overdueMerchantIsPaidForOnce()
{
    const domain::CaseId id = executing(refundNow());
    const ExecutionTask refund = m_desk->task(id, TaskKind::Refund);
    m_desk->clock.at = refund.dueAt->plusMs(1);
    m_desk->sweep();
    const CaseRecord record = m_desk->record(id);
    QVERIFY(record.header.tags.contains(QStringLiteral("execution_overdue")));
    QCOMPARE(count(id, ConductCode::LateExecution), 1);
    QCOMPARE(m_desk->points(id), 3 + 2);
    int cancelled = 0, platform = 0;
    for (const ExecutionTask &task : record.tasks) {
        if (task.spec.kind != TaskKind::Refund)
            continue;
        if (task.state == TaskState::Cancelled && task.id == refund.id)
            ++cancelled;
        if (task.spec.actor == domain::Party::Platform) {
            ++platform;
            QCOMPARE(task.spec.sum, refund.spec.sum);
            QCOMPARE(task.funding, refund.funding);
            QVERIFY(task.idempotencyKey != refund.idempotencyKey);
        }
    }
    QCOMPARE(cancelled, 1);
    QCOMPARE(platform, 1);
    m_desk->sweep();
    m_desk->sweep();
    QCOMPARE(count(id, ConductCode::LateExecution), 1);
    QCOMPARE(m_desk->record(id).tasks.size(), record.tasks.size());
    m_desk->confirm(id, TaskKind::Refund);
    QCOMPARE_FAULT(m_desk->commands.taskDone(m_desk->as(m_desk->xu), refund.id, {}), WrongState); // the merchant's comes too late
}

void TstExecution::overdueRefundIsPaidForBesideACompensation()
{
    using Sources = QList<domain::Funding>;
    domain::Ruling ruling = refundNow();
    ruling.legs = {{domain::LegKind::Refund, Money(26'900), domain::Party::Buyer, {}},
                   {domain::LegKind::Compensation, Money(300), domain::Party::Buyer, {}}};
    ruling.funding = {{domain::FundSource::OrderFunds, Money(27'200)}}; // of both, as the rules of money allow
    const domain::CaseId id = executing(ruling);
    const ExecutionTask refund = m_desk->task(id, TaskKind::Refund);
    QCOMPARE(refund.funding, (Sources{{domain::FundSource::OrderFunds, Money(26'900)}}));
    QCOMPARE(m_desk->task(id, TaskKind::Compensation).funding, (Sources{{domain::FundSource::OrderFunds, Money(300)}}));
    m_desk->clock.at = refund.dueAt->plusMs(1);
    const TaskRun run = m_desk->sweep();
    QVERIFY(run.stuck.isEmpty());
    const ExecutionTask paid = m_desk->task(id, TaskKind::Refund);
    QCOMPARE(paid.spec.actor, domain::Party::Platform);
    QCOMPARE(paid.funding, refund.funding);
    QCOMPARE(count(id, ConductCode::LateExecution), 1);
}

void TstExecution::stuckTimeOutIsNamed()
{
    const domain::CaseId id = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-1"));
    m_desk->advance(16 * domain::minuteMs);
    m_desk->store.failNextWrite(StoreError::Broken);
    const TaskRun run = m_desk->sweep();
    QCOMPARE(run.timeOuts, 0);
    QCOMPARE(int(run.stuck.size()), 1);
    QCOMPARE(run.stuck.constFirst().caseNo, QStringLiteral("D-1"));
    QCOMPARE(run.stuck.constFirst().error.fault, CommandFault::StoreBroken);
    QCOMPARE(m_desk->header(id).state, DisputeState::Claimed);
    const TaskRun again = m_desk->sweep();
    QCOMPARE(again.timeOuts, 1);
    QVERIFY(again.stuck.isEmpty());
}

void TstExecution::overdueOnTheDotIsInTime()
{
    const domain::CaseId id = executing(refundNow());
    m_desk->confirm(id, TaskKind::Notice);
    m_desk->clock.at = *m_desk->task(id, TaskKind::Refund).dueAt;
    QVERIFY_DONE(m_desk->commands.carryOutDue(id, DueKind::TaskOverdue)); // nor are the notices, which nobody was told of yet
    QCOMPARE(count(id, ConductCode::LateExecution), 0);
    QCOMPARE(m_desk->task(id, TaskKind::Refund).state, TaskState::Pending);
}

void TstExecution::handedOverBeforeAnybodyIsLate()
{
    // The clock jumps past the recall window and the notices' day at once.
    const domain::CaseId id = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-1"));
    m_desk->rule(m_desk->lin, id, SmallDesk::rejection());
    const qsizetype audit = m_desk->record(id).audit.size();
    m_desk->advance(26 * domain::hourMs);
    ScriptedGateway gateway;
    gateway.answer = [](const ExecutionTask &) { return DeliveryState::Confirmed; };
    const TaskRun run = must(runTasks(m_desk->desk, systemActor(), gateway), "run");
    QCOMPARE(run.timeOuts, 1);
    QCOMPARE(run.confirmed, 2);
    const CaseRecord record = m_desk->record(id);
    QCOMPARE(record.header.state, DisputeState::Closed);
    QVERIFY(!record.header.tags.contains(QStringLiteral("execution_failed")));
    for (const ExecutionTask &task : record.tasks)
        QCOMPARE(task.state, TaskState::Done);
    QCOMPARE(int(gateway.keys.size()), 2);
    QCOMPARE(record.audit.size(), audit + 3); // execute, and each notice once
}

void TstExecution::neverSentIsNotLate()
{
    const domain::CaseId id = executing(SmallDesk::rejection());
    ScriptedGateway gateway;
    gateway.answer = [](const ExecutionTask &) { return DeliveryState::Unreachable; };
    m_desk->advance(30 * domain::hourMs);
    must(runTasks(m_desk->desk, systemActor(), gateway), "run");
    for (const ExecutionTask &task : m_desk->record(id).tasks)
        QCOMPARE(task.state, TaskState::Pending);
    gateway.answer = [](const ExecutionTask &) { return DeliveryState::Delivered; };
    m_desk->advance(domain::dayMs);
    must(runTasks(m_desk->desk, systemActor(), gateway), "run");
    must(runTasks(m_desk->desk, systemActor(), gateway), "run");
    for (const ExecutionTask &task : m_desk->record(id).tasks)
        QCOMPARE(task.state, TaskState::Sent); // handed over after its day: that is no failure of its receiver
    QVERIFY(!m_desk->header(id).tags.contains(QStringLiteral("execution_failed")));
}

void TstExecution::latenessIsOneConduct()
{
    domain::Ruling ruling = refundNow();
    ruling.refund = Money(26'900);
    ruling.legs = {{domain::LegKind::Refund, Money(26'900), domain::Party::Buyer, {}},
                   {domain::LegKind::Compensation, Money(1'000), domain::Party::Buyer, domain::Party::Merchant}};
    const domain::CaseId id = executing(ruling);
    m_desk->clock.at = m_desk->task(id, TaskKind::Refund).dueAt->plusMs(domain::hourMs);
    m_desk->sweep();
    QCOMPARE(m_desk->task(id, TaskKind::Compensation).state, TaskState::Failed);
    QVERIFY(m_desk->header(id).tags.contains(QStringLiteral("execution_failed")));
    QCOMPARE(count(id, ConductCode::LateExecution), 1); // two late tasks, one ruling not carried out in time
    QCOMPARE(m_desk->points(id), 3 + 2);
}

void TstExecution::supervisorChoosesTheSource()
{
    const domain::CaseId id = executing(refundNow());
    const ExecutionTask refund = m_desk->task(id, TaskKind::Refund);
    m_desk->clock.at = refund.dueAt->plusMs(1);
    const QList<domain::Funding> funding{{domain::FundSource::Deposit, Money(20'000)}, {domain::FundSource::PlatformAdvance, Money(6'900)}};
    const Command command = m_desk->as(m_desk->xu, QStringLiteral("pay"));
    QVERIFY_DONE(m_desk->commands.executeForMerchant(command, refund.id, funding));
    const auto again = m_desk->commands.executeForMerchant(command, refund.id, funding);
    QVERIFY_DONE(again);
    QVERIFY(again->repeated);
    QCOMPARE_FAULT(m_desk->commands.executeForMerchant(m_desk->as(m_desk->xu, QStringLiteral("pay2")), refund.id, funding), NotFound);
    QCOMPARE(m_desk->task(id, TaskKind::Refund).funding, funding);
    QCOMPARE(m_desk->task(id, TaskKind::Refund).spec.actor, domain::Party::Platform);
    QCOMPARE(m_desk->points(id), 3 + 2);
    m_desk->sweep(); // the clock has nothing left to do here
    QCOMPARE(count(id, ConductCode::LateExecution), 1);
}

void TstExecution::payingForTheMerchantIsRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<CommandFault>("fault");
    QTest::newRow("sum that differs") << QStringLiteral("sum") << CommandFault::BadValue;
    QTest::newRow("the merchant still has time") << QStringLiteral("early") << CommandFault::BadValue;
    QTest::newRow("no refund of the merchant's") << QStringLiteral("notice") << CommandFault::BadValue;
    QTest::newRow("inside the recall window") << QStringLiteral("ruled") << CommandFault::WrongState;
    QTest::newRow("a reviewer") << QStringLiteral("reviewer") << CommandFault::NotAllowed;
}

void TstExecution::payingForTheMerchantIsRefused()
{
    QFETCH(QString, what);
    QFETCH(CommandFault, fault);
    domain::CaseId id;
    if (what == u"ruled") {
        id = m_desk->admit();
        m_desk->claim(m_desk->lin, id);
        m_desk->rule(m_desk->lin, id, refundNow());
    } else {
        id = executing(refundNow());
    }
    const ExecutionTask task = m_desk->task(id, what == u"notice" ? TaskKind::Notice : TaskKind::Refund);
    m_desk->clock.at = task.dueAt->plusMs(what == u"early" ? 0 : 1);
    const CaseRecord before = m_desk->record(id);
    const Money sum = task.spec.sum + Money(what == u"sum" ? 1 : 0);
    const QList<domain::Funding> funding = sum > Money() ? QList<domain::Funding>{{domain::FundSource::Deposit, sum}} : QList<domain::Funding>{};
    const Person &who = what == u"reviewer" ? m_desk->lin : m_desk->xu;
    QCOMPARE(faultOf(m_desk->commands.executeForMerchant(m_desk->as(who), task.id, funding)), std::optional(fault));
    QVERIFY(m_desk->record(id) == before);
}

void TstExecution::nothingCameBack()
{
    const domain::CaseId id = executing();
    m_desk->clock.at = m_desk->task(id, TaskKind::BuyerReturn).dueAt->plusMs(1);
    m_desk->sweep();
    const CaseRecord record = m_desk->record(id);
    QVERIFY(record.header.tags.contains(QStringLiteral("buyer_did_not_return")));
    QCOMPARE(m_desk->task(id, TaskKind::Refund).state, TaskState::Cancelled); // the merchant owes nothing more
    QCOMPARE(m_desk->points(id), 3);
    QCOMPARE(count(id, ConductCode::LateExecution), 0);
}

void TstExecution::notCountedMeansNoLatePoints()
{
    domain::Ruling ruling = refundNow();
    ruling.countsTowardMetrics = false;
    const domain::CaseId id = executing(ruling);
    m_desk->clock.at = m_desk->task(id, TaskKind::Refund).dueAt->plusMs(1);
    m_desk->sweep();
    QVERIFY(m_desk->record(id).points.isEmpty());
    QVERIFY(m_desk->header(id).tags.contains(QStringLiteral("execution_overdue")));
}

void TstExecution::gatewayGetsEachTaskOnce()
{
    const domain::CaseId id = executing();
    ScriptedGateway gateway;
    QCOMPARE(must(runTasks(m_desk->desk, m_desk->actor(m_desk->xu), gateway), "run").delivered, 4);
    QCOMPARE(must(runTasks(m_desk->desk, m_desk->actor(m_desk->xu), gateway), "run").delivered, 0);
    QCOMPARE(int(gateway.keys.size()), 4);
    QStringList keys;
    for (const ExecutionTask &task : m_desk->record(id).tasks) {
        QCOMPARE(task.state, TaskState::Sent);
        QCOMPARE(task.attempts, 1);
        QCOMPARE(task.sentAt, std::optional(m_desk->clock.at));
        keys.append(task.idempotencyKey);
    }
    keys.sort();
    gateway.keys.sort();
    QCOMPARE(gateway.keys, keys);
}

void TstExecution::refusedTasksAreTriedAgainLater()
{
    const domain::CaseId id = executing();
    ScriptedGateway gateway;
    gateway.answer = [](const ExecutionTask &) { return DeliveryState::Unreachable; };
    QCOMPARE(must(runTasks(m_desk->desk, systemActor(), gateway), "run").failed, 4);
    QCOMPARE(m_desk->task(id, TaskKind::Refund).state, TaskState::Pending);
    QCOMPARE(m_desk->task(id, TaskKind::Refund).lastError, QStringLiteral("as told"));
    QCOMPARE(m_desk->task(id, TaskKind::Refund).attempts, 1);
    must(runTasks(m_desk->desk, systemActor(), gateway), "run"); // the recall window's end was a minute ago: tried once more
    QCOMPARE(m_desk->task(id, TaskKind::Refund).attempts, 2);
    QCOMPARE(must(runTasks(m_desk->desk, systemActor(), gateway), "run").failed, 0); // now it waits, ever longer
    m_desk->clock.at = m_desk->task(id, TaskKind::Refund).notBefore.plusMs(3 * domain::minuteMs);
    QCOMPARE(must(runTasks(m_desk->desk, systemActor(), gateway), "run").failed, 4);
    QCOMPARE(m_desk->task(id, TaskKind::Refund).attempts, 3);
    gateway.answer = [](const ExecutionTask &) { return DeliveryState::Delivered; };
    m_desk->advance(10 * domain::minuteMs);
    QCOMPARE(must(runTasks(m_desk->desk, systemActor(), gateway), "run").delivered, 4);
    QCOMPARE(m_desk->task(id, TaskKind::Refund).state, TaskState::Sent);
}

void TstExecution::confirmedByTheGateway()
{
    const domain::CaseId id = executing(SmallDesk::rejection());
    ScriptedGateway gateway;
    gateway.answer = [](const ExecutionTask &) { return DeliveryState::Confirmed; };
    const TaskRun run = must(runTasks(m_desk->desk, systemActor(), gateway), "run");
    QCOMPARE(run.confirmed, 2); // nothing but the two notices
    QCOMPARE(m_desk->header(id).state, DisputeState::Closed);
}

void TstExecution::waitingTasksHideNoTimeOut()
{
    ScriptedGateway gateway;
    gateway.answer = [](const ExecutionTask &) { return DeliveryState::Unreachable; };
    for (int n = 0; n < 300; ++n) { // more cases with undelivered work than one look at the clock takes
        const domain::CaseId id = m_desk->admit(QStringLiteral("W-%1").arg(n));
        m_desk->claim(m_desk->lin, id);
        m_desk->rule(m_desk->lin, id, SmallDesk::rejection());
    }
    m_desk->advance(11 * domain::minuteMs);
    must(runTasks(m_desk->desk, systemActor(), gateway), "run");
    m_desk->advance(domain::hourMs);
    const domain::CaseId late = m_desk->inState(DisputeState::Claimed, QStringLiteral("D-late"));
    m_desk->advance(16 * domain::minuteMs);
    must(runTasks(m_desk->desk, systemActor(), gateway), "run");
    QCOMPARE(m_desk->header(late).state, DisputeState::Queued);
}

void TstExecution::onlySomeMayRunTasks()
{
    ScriptedGateway gateway;
    for (const Person &person : {m_desk->lin, m_desk->zheng, m_desk->root})
        QCOMPARE_FAULT(runTasks(m_desk->desk, m_desk->actor(person), gateway), NotAllowed);
    QCOMPARE_FAULT(runTasks(m_desk->desk, ownerActor(), gateway), NotAllowed);
    QVERIFY_DONE(runTasks(m_desk->desk, m_desk->actor(m_desk->xu), gateway));
    QVERIFY_DONE(runTasks(m_desk->desk, systemActor(), gateway));
}

QObject *make_tst_execution();
QObject *make_tst_execution()
{
    return new TstExecution;
}

#include "tst_execution.moc"
