// SPDX-License-Identifier: GPL-3.0-or-later
#include "player.h"

#include "../gateways.h"

#include <presentation/errortext.h>

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace arb::app::demo {

using domain::Failure;
using namespace usecases;

namespace {

enum EventRank { KeepLease, TimeOut, Work, Admission, StepOfPerson };
constexpr char payVerb[] = "executeForMerchant";
constexpr qint64 longestSitting = 2 * domain::hourMs; ///< how long somebody keeps a case open without a step

bool open(TaskState state)
{
    return state == TaskState::Pending || state == TaskState::Sent;
}

/// Somebody has the case open and goes on with it: their window renews the lease. Whose step it is, or nobody's.
QString nextHand(const Story &story, qsizetype taken, domain::UtcMs now)
{
    if (taken >= story.steps.size() || story.steps.at(taken).at - now > longestSitting)
        return {};
    return story.steps.at(taken).as;
}

} // namespace

QString stopped()
{
    return QCoreApplication::translate("Demo", "Preparing the demo was stopped.");
}

Player::Player(const Desk &desk, FixedTime &clock, EvidenceStage &stage, Admit admit)
    : m_desk(desk), m_clock(clock), m_stage(stage), m_admit(std::move(admit)), m_commands(desk)
{
}

void Player::queueUp(const QList<Story> &stories, const QList<Errand> &errands)
{
    m_actors.assign(size_t(stories.size()), {});
    for (qsizetype n = 0; n < stories.size(); ++n) {
        m_events.push({stories.at(n).admitAt, Admission, n, 0});
        for (qsizetype k = 0; k < stories.at(n).steps.size(); ++k) {
            const Step &line = stories.at(n).steps.at(k);
            m_events.push({std::max(line.at, stories.at(n).admitAt), StepOfPerson, n, k});
            m_actors[size_t(n)].awaitedPayments += line.verb == QLatin1StringView(payVerb);
        }
    }
    for (qsizetype n = 0; n < errands.size(); ++n)
        m_events.push({errands.at(n).at, Work, n, 0});
}

Told<void> Player::play(const QList<Story> &stories, const QList<Errand> &errands, domain::UtcMs until, const std::function<bool()> &step)
{
    queueUp(stories, errands);
    while (!m_events.empty() && m_events.top().at <= until) {
        const Event event = m_events.top();
        m_events.pop();
        m_clock.at = event.at;
        if (const auto happened = happen(event, stories, errands); !happened)
            return happened;
        if (event.rank != Work)
            watch(event.story, stories.at(event.story));
        if (event.rank >= Work && !step())
            return Failure{stopped()};
    }
    m_clock.at = until;
    return carryOutDue();
}

Told<void> Player::happen(const Event &event, const QList<Story> &stories, const QList<Errand> &errands)
{
    if (event.rank == TimeOut)
        return carryOutDue();
    if (event.rank == Work)
        return errands.at(event.story).run();
    const Story &story = stories.at(event.story);
    Actor &actor = m_actors[size_t(event.story)];
    if (event.rank == KeepLease)
        return keepLease(actor, story);
    if (event.rank == StepOfPerson)
        return takeStep(actor, story, event.step);
    const auto id = m_admit(story);
    if (!id)
        return Failure{id.error()};
    actor.id = *id;
    return {};
}

Told<void> Player::keepLease(const Actor &actor, const Story &story)
{
    const auto header = m_desk.cases.header(actor.id);
    if (!header || header->state != domain::DisputeState::Claimed || nextHand(story, actor.taken, m_clock.at) != header->holderName)
        return {};
    const auto person = m_desk.person(header->holderName);
    if (!person)
        return Failure{presentation::errorText(person.error(), m_clock.at)};
    const auto renewed = m_commands.renewLease({usecases::Actor{.person = *person}, {}, {}, header->claimNo}, actor.id);
    return renewed ? Told<void>() : Told<void>(Failure{presentation::errorText(renewed.error(), m_clock.at)});
}

Told<void> Player::takeStep(Actor &actor, const Story &story, qsizetype index)
{
    const Step &step = story.steps.at(index);
    actor.taken = index + 1;
    if (step.verb == u"runTasks")
        return carryOutDue();
    usecases::Actor by = systemActor();
    if (step.as != u"system") {
        const auto person = m_desk.person(step.as);
        if (!person)
            return Failure{presentation::errorText(person.error(), m_clock.at)};
        by = usecases::Actor{.person = *person};
    }
    // Ids of commands come from the story, so that the same demo has the same ones.
    const QString id = QStringLiteral("demo-%1-%2").arg(story.caseNo).arg(index + 1);
    const auto done = act({.desk = m_desk, .commands = m_commands, .stage = m_stage, .story = story, .step = step,
                           .id = actor.id, .command = Command{by, id, {}, {}}});
    if (!done) {
        return Failure{QCoreApplication::translate("Demo", "%1, %2, “%3”: %4")
                           .arg(story.caseNo, step.at.toRfc3339(), step.verb, done.error())};
    }
    if (step.verb == QLatin1StringView(payVerb))
        --actor.awaitedPayments;
    return {};
}

/// What the clock has brought: time-outs and deliveries. A payment that a person is about to make in the merchant's
/// place is left to them; nothing is delivered in that gap, the next round does it.
Told<void> Player::carryOutDue()
{
    QList<domain::CaseId> left;
    for (const Actor &actor : m_actors) {
        if (actor.awaitedPayments > 0)
            left.append(actor.id);
    }
    for (bool moved = !left.isEmpty(); moved;) {
        moved = false;
        const auto due = m_desk.cases.dueWork(m_clock.at, 256);
        if (!due)
            return Failure{presentation::errorText(CommandError(due.error()))};
        const auto leftAlone = [&](const DueWork &work) { return work.kind == DueKind::TaskOverdue && left.contains(work.caseId); };
        if (std::ranges::none_of(*due, leftAlone))
            break;
        for (const DueWork &work : *due) {
            if (work.kind == DueKind::TaskDue || leftAlone(work))
                continue;
            const auto done = m_commands.carryOutDue(work.caseId, work.kind);
            if (!done)
                return Failure{presentation::errorText(done.error(), m_clock.at)};
            moved = true;
        }
        if (!moved)
            return {};
    }
    DemoGateway gateway;
    const auto run = runTasks(m_desk, systemActor(), gateway);
    if (!run)
        return Failure{presentation::errorText(run.error(), m_clock.at)};
    return {};
}

void Player::wake(domain::UtcMs due, qsizetype story)
{
    // In time means up to and including the deadline; a second later it is over.
    m_events.push({std::max(due, m_clock.at).plusMs(domain::secondMs), TimeOut, story, 0});
}

/// Looks when something will fall due in the case next.
void Player::watch(qsizetype index, const Story &story)
{
    const Actor &actor = m_actors[size_t(index)];
    const auto header = m_desk.cases.header(actor.id);
    if (!header)
        return;
    switch (header->state) {
    case domain::DisputeState::Claimed:
        if (header->leaseUntil && *header->leaseUntil > m_clock.at && nextHand(story, actor.taken, m_clock.at) == header->holderName)
            m_events.push({*header->leaseUntil, KeepLease, index, 0});
        else if (header->leaseUntil)
            wake(*header->leaseUntil, index);
        return;
    case domain::DisputeState::AwaitingEvidence:
    case domain::DisputeState::Negotiating:
    case domain::DisputeState::Ruled:
        if (header->dueAt)
            wake(*header->dueAt, index);
        return;
    case domain::DisputeState::Executing:
        watchTasks(index);
        return;
    case domain::DisputeState::Queued:
    case domain::DisputeState::AwaitingApproval:
    case domain::DisputeState::Closed:
    case domain::DisputeState::Appealed:
    case domain::DisputeState::Withdrawn:
    case domain::DisputeState::Suspended:
        return;
    }
}

void Player::watchTasks(qsizetype index)
{
    const auto tasks = m_desk.tasks.list({.state = {}, .caseId = m_actors[size_t(index)].id, .notBeforeUntil = {}, .limit = 0});
    if (!tasks)
        return;
    for (const ExecutionTask &task : *tasks) {
        if (task.state == TaskState::Pending && task.attempts == 0 && task.notBefore >= m_clock.at)
            wake(task.notBefore, index);
        if (open(task.state) && task.dueAt && *task.dueAt >= m_clock.at)
            wake(*task.dueAt, index);
    }
}

} // namespace arb::app::demo
