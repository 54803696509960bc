// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/casecommands.h>
#include <usecases/deskcommands.h>

#include "commandstep.h"
#include "mayhold.h"

#include <QtCore/QSet>

#include <algorithm>

namespace arb::usecases {

using domain::Failure;

namespace {

bool finished(TaskState state)
{
    return state == TaskState::Done || state == TaskState::Cancelled;
}

/// The tasks as they will stand after the transition.
QList<ExecutionTask> tasksAfter(const CommandStep &step, QList<ExecutionTask> tasks)
{
    for (ExecutionTask &task : tasks) {
        for (const TaskUpdate &update : step.transition.taskUpdates) {
            if (update.id == task.id) {
                task.state = update.state;
                task.dueAt = update.dueAt;
            }
        }
    }
    tasks.append(step.transition.newTasks);
    return tasks;
}

/// Closes the case when nothing is left to do; otherwise its deadline is that of the next task.
Done<void> closeOrWait(CommandStep &step, const CaseRecord &record)
{
    std::optional<domain::UtcMs> due;
    bool open = false;
    for (const ExecutionTask &task : tasksAfter(step, record.tasks)) {
        if (finished(task.state))
            continue;
        open = true;
        if (task.dueAt && task.state != TaskState::Failed) // a failed task is a flag; no clock runs on it
            due = due ? std::min(*due, *task.dueAt) : *task.dueAt;
    }
    if (open) {
        step.setDue({due, {}});
        return {};
    }
    if (const auto moved = step.move(domain::DisputeEvent::TasksDone); !moved)
        return moved;
    step.setDue({});
    return {};
}

TaskUpdate updateOf(const ExecutionTask &task, TaskState state, domain::UtcMs at, const QString &error = {})
{
    return {.id = task.id, .state = state, .attempts = task.attempts, .lastError = error, .dueAt = task.dueAt, .at = at};
}

/// The merchant's clock starts when the return is on its way.
void startReturnClocks(CommandStep &step, const CaseRecord &record)
{
    for (const ExecutionTask &task : record.tasks) {
        if (finished(task.state) || task.spec.startsAt != domain::ClockStart::ReturnPickUp || task.dueAt)
            continue;
        TaskUpdate update = updateOf(task, task.state, step.now);
        update.dueAt = step.after(task.spec.due.isEmpty() ? QStringLiteral("hours:48") : task.spec.due).at;
        update.at.reset();
        step.transition.taskUpdates.append(update);
    }
}

void addTag(CommandStep &step, const QString &tag)
{
    if (!step.after().tags.contains(tag))
        step.after().tags.append(tag);
}

/// late_execution is conduct found by execution, never by a ruling; only where the ruling counts toward metrics.
Done<void> addLatePoints(CommandStep &step, const CaseRecord &record)
{
    const RulingRow *row = record.currentRuling();
    if (!row || !row->ruling.countsTowardMetrics)
        return {};
    const bool written = std::ranges::any_of(record.points, [row](const PenaltyPoint &point) {
        return point.ruling == row->id && point.code == domain::ConductCode::LateExecution && point.points > 0;
    });
    if (written) // late is late: a ruling with three late tasks is one conduct
        return {};
    const auto book = step.desk.bookByVersion(row->bookId, row->bookVersion);
    if (!book)
        return Failure{book.error()};
    PenaltyPoint point;
    point.id = domain::PointId(step.desk.ids.next(step.now));
    point.platform = step.header.platform;
    point.merchantId = step.header.merchantId;
    point.caseId = step.header.id;
    point.ruling = row->id;
    point.code = domain::ConductCode::LateExecution;
    point.points = book->pointsFor(point.code);
    point.at = step.now;
    point.expiresAt = domain::pointExpiry(step.now, static_cast<int>(step.policy.pointLifeDays));
    if (point.points != 0)
        step.transition.points.append(point);
    return {};
}

/// The platform pays in the merchant's place: the merchant's task ends, a task of the platform takes its place.
Done<void> payForMerchant(CommandStep &step, const CaseRecord &record, const ExecutionTask &task, const QList<domain::Funding> &funding)
{
    domain::Money sum;
    for (const domain::Funding &part : funding)
        sum += part.sum;
    if (sum != task.spec.sum)
        return Failure{CommandError(CommandFault::BadValue, QStringLiteral("funding"))};
    step.transition.taskUpdates.append(updateOf(task, TaskState::Cancelled, step.now, QStringLiteral("merchant_overdue")));
    int index = 0;
    for (const ExecutionTask &other : record.tasks)
        index = other.ruling == task.ruling ? std::max(index, other.index + 1) : index;
    ExecutionTask paid = task;
    paid.id = domain::TaskId(step.desk.ids.next(step.now));
    paid.index = index;
    paid.spec.actor = domain::Party::Platform;
    paid.spec.detail = QStringLiteral("for_merchant");
    paid.spec.startsAt = domain::ClockStart::Signing;
    paid.funding = funding;
    paid.idempotencyKey = QStringLiteral("%1/%2").arg(task.ruling.value()).arg(index);
    paid.notBefore = step.now;
    paid.dueAt = step.after(QStringLiteral("hours:72")).at; // arrival at the bank: one to three days
    paid.state = TaskState::Pending;
    paid.attempts = 0;
    paid.sentAt.reset();
    paid.doneAt.reset();
    step.transition.newTasks.append(paid);
    addTag(step, QStringLiteral("execution_overdue"));
    return addLatePoints(step, record);
}

const ExecutionTask *findTask(const CaseRecord &record, domain::TaskId id)
{
    const auto found = std::ranges::find(record.tasks, id, &ExecutionTask::id);
    return found == record.tasks.cend() ? nullptr : &*found;
}

Done<domain::CaseId> caseOfTask(const Desk &desk, domain::TaskId id)
{
    const auto tasks = desk.tasks.list({});
    if (!tasks)
        return Failure{CommandError(tasks.error())};
    const auto found = std::ranges::find(*tasks, id, &ExecutionTask::id);
    if (found == tasks->cend())
        return Failure{CommandError(CommandFault::NotFound, id.toString())};
    return found->caseId;
}

/// What one overdue task leads to: the default winner of its time-out.
Done<void> overdue(CommandStep &step, const CaseRecord &record, const ExecutionTask &task)
{
    if (task.spec.kind == domain::TaskKind::BuyerReturn) {
        // Nothing came back: the merchant owes nothing more.
        for (const ExecutionTask &other : record.tasks) {
            if (!finished(other.state))
                step.transition.taskUpdates.append(updateOf(other, TaskState::Cancelled, step.now, QStringLiteral("buyer_did_not_return")));
        }
        addTag(step, QStringLiteral("buyer_did_not_return"));
        return {};
    }
    if (task.spec.actor == domain::Party::Merchant && task.spec.kind == domain::TaskKind::Refund) {
        QList<domain::Funding> funding = task.funding;
        if (funding.isEmpty())
            funding.append({domain::FundSource::OrderFunds, task.spec.sum});
        return payForMerchant(step, record, task, funding);
    }
    step.transition.taskUpdates.append(updateOf(task, TaskState::Failed, step.now, QStringLiteral("overdue")));
    addTag(step, QStringLiteral("execution_failed"));
    return task.spec.actor == domain::Party::Merchant ? addLatePoints(step, record) : Done<void>();
}

/// What whoever confirms, refuses or takes over a task begins with: the right, the record, and the task in it.
template<typename Act>
Done<void> withTask(CommandStep &step, domain::TaskId id, const Act &act)
{
    if (const auto allowed = step.need(Permission::RunTasks); !allowed)
        return allowed;
    const auto record = step.record();
    if (!record)
        return Failure{record.error()};
    const ExecutionTask *task = findTask(*record, id);
    if (!task)
        return Failure{CommandError(CommandFault::NotFound, id.toString())};
    return act(*record, *task);
}

} // namespace

Done<Receipt> CaseCommands::taskDone(const Command &command, domain::TaskId taskId, const QString &detail)
{
    const auto id = caseOfTask(m_desk, taskId);
    if (!id)
        return Failure{id.error()};
    const QJsonObject arguments{{QStringLiteral("task"), taskId.toString()}, {QStringLiteral("detail"), detail}};
    return run(command, *id, "task_done", arguments, [&](CommandStep &step) -> Done<void> {
        return withTask(step, taskId, [&step](const CaseRecord &record, const ExecutionTask &task) -> Done<void> {
            if (task.state == TaskState::Done) {
                step.nothingToDo = true;
                return {};
            }
            if (step.header.state != domain::DisputeState::Executing || task.state == TaskState::Cancelled)
                return step.notInThisState();
            step.transition.taskUpdates.append(updateOf(task, TaskState::Done, step.now));
            if (task.spec.kind == domain::TaskKind::BuyerReturn)
                startReturnClocks(step, record);
            return closeOrWait(step, record);
        });
    });
}

Done<Receipt> CaseCommands::taskFailed(const Command &command, domain::TaskId taskId, const QString &reason)
{
    const auto id = caseOfTask(m_desk, taskId);
    if (!id)
        return Failure{id.error()};
    const QJsonObject arguments{{QStringLiteral("task"), taskId.toString()}, {QStringLiteral("reason"), reason}};
    return run(command, *id, "task_failed", arguments, [&](CommandStep &step) -> Done<void> {
        return withTask(step, taskId, [&](const CaseRecord &, const ExecutionTask &task) -> Done<void> {
            if (finished(task.state)) // what is done cannot fail any more
                return step.notInThisState();
            step.transition.taskUpdates.append(updateOf(task, TaskState::Failed, step.now, reason));
            addTag(step, QStringLiteral("execution_failed")); // a failed task is a flag, not a state
            return {};
        });
    });
}

Done<Receipt> CaseCommands::executeForMerchant(const Command &command, domain::TaskId taskId, const QList<domain::Funding> &funding)
{
    const auto id = caseOfTask(m_desk, taskId);
    if (!id)
        return Failure{id.error()};
    QStringList parts;
    for (const domain::Funding &part : funding)
        parts.append(QStringLiteral("%1:%2").arg(domain::toCode(part.source)).arg(part.sum.fen()));
    const QJsonObject arguments{{QStringLiteral("task"), taskId.toString()}, {QStringLiteral("funding"), parts.join(u',')}};
    return run(command, *id, "execute_for_merchant", arguments, [&](CommandStep &step) -> Done<void> {
        return withTask(step, taskId, [&](const CaseRecord &record, const ExecutionTask &task) -> Done<void> {
            if (finished(task.state))
                return Failure{CommandError(CommandFault::NotFound, taskId.toString())};
            if (step.header.state != domain::DisputeState::Executing)
                return step.notInThisState();
            if (const auto free = hasNoInterest(step, step.command.actor.person); !free)
                return free;
            const bool merchantPays = task.spec.kind == domain::TaskKind::Refund && task.spec.actor == domain::Party::Merchant;
            if (!merchantPays || !task.dueAt || step.now <= *task.dueAt) // the merchant still has time, or owes no refund
                return Failure{CommandError(CommandFault::BadValue, QStringLiteral("task"))};
            if (const auto paid = payForMerchant(step, record, task, funding); !paid)
                return paid;
            return closeOrWait(step, record);
        });
    });
}

Done<Receipt> CaseCommands::execute(const Command &command, domain::CaseId id)
{
    return run(command, id, "execute", {}, [](CommandStep &step) -> Done<void> {
        if (step.header.state != domain::DisputeState::Ruled || !step.header.dueAt || step.now <= *step.header.dueAt) {
            step.nothingToDo = true;
            return {};
        }
        const auto record = step.record();
        if (!record)
            return Failure{record.error()};
        std::optional<domain::UtcMs> due;
        bool tasks = false;
        for (const ExecutionTask &task : record->tasks) {
            if (finished(task.state))
                continue;
            tasks = true;
            if (task.dueAt)
                due = due ? std::min(*due, *task.dueAt) : *task.dueAt;
        }
        if (const auto moved = step.move(domain::DisputeEvent::Execute, tasks); !moved)
            return moved;
        step.setDue({due, {}});
        return {};
    });
}

Done<Receipt> CaseCommands::taskTimeOut(const Command &command, domain::CaseId id)
{
    return run(command, id, "task_overdue", {}, [](CommandStep &step) -> Done<void> {
        if (step.header.state != domain::DisputeState::Executing) {
            step.nothingToDo = true;
            return {};
        }
        const auto record = step.record();
        if (!record)
            return Failure{record.error()};
        const ExecutionTask *late = nullptr;
        for (const ExecutionTask &task : record->tasks) {
            if (canBeLate(task) && *task.dueAt < step.now && !late)
                late = &task;
        }
        if (!late) {
            step.nothingToDo = true;
            return {};
        }
        step.payload.insert(QStringLiteral("task"), late->id.toString());
        if (const auto done = overdue(step, *record, *late); !done)
            return done;
        return closeOrWait(step, *record);
    });
}

// --- the clock's work ----------------------------------------------------------------------------------------------

namespace {

/// When a task that the gateway did not take is handed over again: 1, 3, 7 … minutes after its time, in the end every
/// three days.
domain::UtcMs nextTry(const ExecutionTask &task)
{
    constexpr int longest = 12;
    return task.notBefore.plusMs(((qint64(1) << std::min(task.attempts, longest)) - 1) * domain::minuteMs);
}

/// Hands a due task to the gateway and records what it answered; a refusal or an unreachable gateway stays pending.
Done<bool> deliverOne(const Desk &desk, CaseCommands &commands, ExecutionGateway &gateway, const ExecutionTask &listed, TaskRun &run)
{
    const domain::UtcMs now = desk.clock.now();
    const auto record = desk.cases.record(listed.caseId);
    if (!record)
        return Failure{CommandError(record.error())};
    const auto found = std::ranges::find(record->tasks, listed.id, &ExecutionTask::id);
    if (found == record->tasks.cend() || found->state != TaskState::Pending || found->attempts != listed.attempts)
        return false; // another window was faster: it is theirs to hand over, and to count
    const ExecutionTask &task = *found;
    const Delivery delivery = gateway.deliver(task, now);
    if (delivery.state == DeliveryState::Confirmed) {
        const auto done = commands.taskDone({systemActor(), {}, {}, {}}, task.id, QStringLiteral("confirmed"));
        if (!done)
            return Failure{done.error()};
        run.confirmed += done->unchanged ? 0 : 1;
        return true;
    }
    Transition transition;
    transition.seenVersion = record->header.version;
    transition.after = record->header;
    transition.after.version = record->header.version + 1;
    const bool sent = delivery.state == DeliveryState::Delivered;
    TaskUpdate update{.id = task.id, .state = sent ? TaskState::Sent : TaskState::Pending, .attempts = task.attempts + 1,
                      .lastError = delivery.error, .dueAt = task.dueAt, .at = {}};
    if (sent)
        update.at = now;
    transition.taskUpdates.append(update);
    transition.audit = AuditDraft{now, systemActor().name(), sent ? QStringLiteral("task_sent") : QStringLiteral("task_refused"),
                                  {{QStringLiteral("task"), task.id.toString()}, {QStringLiteral("key"), task.idempotencyKey}}};
    const auto applied = desk.cases.apply(transition);
    if (!applied && applied.error() == StoreError::Stale) // somebody wrote meanwhile: the next round looks again
        return false;
    if (!applied)
        return Failure{CommandError(applied.error())};
    ++(sent ? run.delivered : run.failed);
    return sent;
}

} // namespace

Done<QList<ExecutionTask>> listTasks(const Desk &desk, const Actor &actor, const TaskFilter &filter)
{
    if (!permitted(actor, Permission::ReadCases))
        return Failure{CommandError(CommandFault::NotAllowed)};
    auto tasks = desk.tasks.list(filter);
    if (!tasks)
        return Failure{CommandError(tasks.error())};
    return std::move(tasks).value();
}

namespace {

/// One look at the clock: what it brings is carried out, what is due goes to the gateway, each once.
class Round
{
public:
    explicit Round(const Desk &desk, ExecutionGateway *gateway = nullptr) : m_desk(desk), m_gateway(gateway), m_commands(desk) {}

    /// What the clock brings by itself; tasks stay for whoever has a gateway.
    Done<TaskRun> timeOuts()
    {
        if (const auto late = carryOut(true); !late)
            return Failure{late.error()};
        return m_run;
    }

    Done<TaskRun> run()
    {
        // A desk that slept, or a clock that was moved, finds the end of a recall window and the deadlines behind it at
        // once: what the end sets free is handed over before anybody is late with it.
        if (const auto begun = carryOut(false); !begun)
            return Failure{begun.error()};
        if (const auto handed = deliver(); !handed)
            return Failure{handed.error()};
        const auto late = carryOut(true);
        if (!late)
            return Failure{late.error()};
        if (*late > 0) { // what the platform does in the merchant's place
            if (const auto handed = deliver(); !handed)
                return Failure{handed.error()};
        }
        return m_run;
    }

private:
    /// Time-outs until none is left; those of tasks only @p withOverdue. How many there were.
    Done<int> carryOut(bool withOverdue)
    {
        const int before = m_run.timeOuts;
        for (int batch = 256;;) {
            const auto due = m_desk.cases.dueWork(m_desk.clock.now(), batch);
            if (!due)
                return Failure{CommandError(due.error())};
            int moved = 0;
            for (const DueWork &work : *due) {
                if (work.kind == DueKind::TaskDue || (work.kind == DueKind::TaskOverdue && !withOverdue) || m_stuck.contains(work.caseId))
                    continue;
                moved += carryOutOne(work) ? 1 : 0;
            }
            m_run.timeOuts += moved;
            if (moved == 0 && due->size() < batch)
                break;
            if (moved == 0)
                batch *= 4; // tasks that wait must not hide the time-outs behind them
        }
        return m_run.timeOuts - before;
    }

    bool carryOutOne(const DueWork &work)
    {
        const auto before = m_desk.cases.header(work.caseId);
        const auto done = m_commands.carryOutDue(work.caseId, work.kind);
        // Another window may have carried it out in the same moment: the version guards, nothing is done twice.
        if (!done && done.error().fault != CommandFault::WrongState && done.error().fault != CommandFault::Changed) {
            m_stuck.insert(work.caseId);
            m_run.stuck.append({before ? before->caseNo : work.caseId.toString(), done.error()});
        }
        return done && !done->unchanged;
    }

    Done<void> deliver()
    {
        const auto tasks = m_desk.tasks.list({.state = TaskState::Pending, .caseId = {}, .notBeforeUntil = m_desk.clock.now(), .limit = 0});
        if (!tasks)
            return Failure{CommandError(tasks.error())};
        for (const ExecutionTask &task : *tasks) {
            const auto header = m_desk.cases.header(task.caseId);
            if (!header || header->state != domain::DisputeState::Executing || nextTry(task) > m_desk.clock.now() || m_tried.contains(task.id))
                continue;
            m_tried.insert(task.id);
            if (const auto delivered = deliverOne(m_desk, m_commands, *m_gateway, task, m_run); !delivered)
                return Failure{delivered.error()};
        }
        return {};
    }

    const Desk &m_desk;
    ExecutionGateway *m_gateway;
    CaseCommands m_commands;
    TaskRun m_run;
    QSet<domain::CaseId> m_stuck;
    QSet<domain::TaskId> m_tried;
};

} // namespace

Done<TaskRun> carryOutTimeOuts(const Desk &desk, const Actor &actor)
{
    if (!permitted(actor, Permission::RunTasks))
        return Failure{CommandError(CommandFault::NotAllowed)};
    if (const auto ranked = applyRankWeights(desk); !ranked)
        return Failure{ranked.error()};
    return Round(desk).timeOuts();
}

Done<TaskRun> runTasks(const Desk &desk, const Actor &actor, ExecutionGateway &gateway)
{
    if (!permitted(actor, Permission::RunTasks))
        return Failure{CommandError(CommandFault::NotAllowed)};
    if (const auto ranked = applyRankWeights(desk); !ranked)
        return Failure{ranked.error()};
    return Round(desk, &gateway).run();
}

} // namespace arb::usecases
