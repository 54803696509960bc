// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandstep.h"

#include <algorithm>

/// What a ruling does in the moment it takes effect: tasks, points, and what becomes of an earlier round's.
///
/// Invariants:
///  1. Nothing is carried out twice: what an earlier round's ruling had carried out counts toward this one.
///  2. Nothing of an earlier round is left to do: it runs on as this ruling's, or it is cancelled.
///  3. Money that was paid beyond what this ruling grants is not claimed back by itself; that is a matter of its legs.
namespace arb::usecases {

namespace {

bool ofEarlierRound(const ExecutionTask &task, const CaseRecord &record, int round)
{
    const auto row = std::ranges::find(record.rulings, task.ruling, &RulingRow::id);
    return row != record.rulings.cend() && row->round < round;
}

/// What earlier rounds leave to this ruling.
struct EarlierWork
{
    domain::Money refunded;                   ///< paid, or on its way
    bool goodsBack = false;                   ///< the buyer has sent the goods back
    bool goodsAskedBack = false;              ///< … or has been asked to and still is
    QList<domain::ExecutionTaskSpec> settled; ///< everything else that was carried out or is on its way
};

bool sameWork(const domain::ExecutionTaskSpec &a, const domain::ExecutionTaskSpec &b)
{
    return a.kind == b.kind && a.actor == b.actor && a.sum == b.sum && a.detail == b.detail;
}

domain::Money refundIn(const QList<domain::ExecutionTaskSpec> &plan)
{
    const auto refund = std::ranges::find(plan, domain::TaskKind::Refund, &domain::ExecutionTaskSpec::kind);
    return refund == plan.cend() ? domain::Money() : refund->sum;
}

/// Is work that has left the house still wanted by @p plan?
bool stillWanted(const ExecutionTask &task, const QList<domain::ExecutionTaskSpec> &plan, const EarlierWork &work)
{
    if (task.spec.kind == domain::TaskKind::Refund)
        return work.refunded + task.spec.sum <= refundIn(plan);
    return std::ranges::any_of(plan, [&](const domain::ExecutionTaskSpec &spec) {
        return task.spec.kind == domain::TaskKind::BuyerReturn ? spec.kind == task.spec.kind : sameWork(spec, task.spec);
    });
}

void countAsDone(EarlierWork &work, const ExecutionTask &task)
{
    if (task.spec.kind == domain::TaskKind::Refund)
        work.refunded += task.spec.sum;
    else if (task.spec.kind == domain::TaskKind::BuyerReturn)
        (task.state == TaskState::Done ? work.goodsBack : work.goodsAskedBack) = true;
    else if (task.spec.kind != domain::TaskKind::Notice) // every ruling is told to the parties anew
        work.settled.append(task.spec);
}

/// Looks through the tasks of earlier rounds: what is done counts, what has left the house and is still wanted runs on
/// with a fresh clock (an appeal never makes anybody late), the rest is cancelled.
EarlierWork settleEarlierTasks(CommandStep &step, const RulingRow &row, const CaseRecord &record,
                               const QList<domain::ExecutionTaskSpec> &plan)
{
    EarlierWork work;
    for (const ExecutionTask &task : record.tasks) {
        if (task.state == TaskState::Done && ofEarlierRound(task, record, row.round))
            countAsDone(work, task);
    }
    for (const ExecutionTask &task : record.tasks) {
        if (task.state == TaskState::Done || task.state == TaskState::Cancelled || !ofEarlierRound(task, record, row.round))
            continue;
        TaskUpdate update{.id = task.id, .state = TaskState::Cancelled, .attempts = task.attempts,
                          .lastError = QStringLiteral("replaced_by_later_ruling"), .dueAt = {}, .at = step.now};
        if (task.state == TaskState::Sent && stillWanted(task, plan, work)) {
            countAsDone(work, task);
            update = {.id = task.id, .state = TaskState::Sent, .attempts = task.attempts, .lastError = task.lastError,
                      .dueAt = task.dueAt ? step.after(task.spec.due).at : std::nullopt, .at = {}};
        }
        step.transition.taskUpdates.append(update);
    }
    return work;
}

/// The sources of @p sum when @p spent has come out of them before, in their order; fewer when they do not reach so far.
QList<domain::Funding> fundingOfPart(const QList<domain::Funding> &funding, domain::Money spent, domain::Money sum)
{
    QList<domain::Funding> parts;
    for (domain::Funding part : funding) {
        const domain::Money before = std::min(part.sum, spent);
        spent = spent - before;
        part.sum = std::min(part.sum - before, sum);
        sum = sum - part.sum;
        if (part.sum > domain::Money())
            parts.append(part);
    }
    return parts;
}

/// Does the ruling's funding pay for this? It covers the refund and, where it is long enough, the compensation.
bool isFunded(const domain::ExecutionTaskSpec &spec)
{
    return spec.kind == domain::TaskKind::Refund
        || (spec.kind == domain::TaskKind::Compensation && spec.detail.startsWith(u"leg=compensation"));
}

/// What is left to do of @p spec; nothing when it was carried out before.
std::optional<domain::ExecutionTaskSpec> leftOf(domain::ExecutionTaskSpec spec, EarlierWork &work)
{
    if (spec.kind == domain::TaskKind::Refund) {
        if (work.refunded >= spec.sum)
            return std::nullopt;
        spec.sum = spec.sum - work.refunded;
    } else if (spec.kind == domain::TaskKind::BuyerReturn) {
        if (work.goodsBack || work.goodsAskedBack)
            return std::nullopt;
    } else {
        const auto done = std::ranges::find_if(work.settled, [&](const auto &other) { return sameWork(other, spec); });
        if (done != work.settled.end()) {
            work.settled.erase(done);
            return std::nullopt;
        }
    }
    if (work.goodsBack)
        spec.startsAt = domain::ClockStart::Signing; // there is no pick-up left to wait for
    return spec;
}

void addTasks(CommandStep &step, const RulingRow &row, const CaseRecord &record)
{
    const domain::UtcMs notBefore = step.now.plusMs(step.policy.recallWindowMs);
    const QList<domain::ExecutionTaskSpec> plan = domain::planRuling(row.ruling, record.file);
    EarlierWork work = settleEarlierTasks(step, row, record, plan);
    const QList<domain::Funding> funding = domain::fundingOf(row.ruling);
    domain::Money spent;
    for (int index = 0; index < plan.size(); ++index) {
        const domain::Money before = spent;
        if (isFunded(plan.at(index)))
            spent += plan.at(index).sum;
        const auto spec = leftOf(plan.at(index), work);
        if (!spec)
            continue;
        ExecutionTask task;
        task.id = domain::TaskId(step.desk.ids.next(step.now));
        task.caseId = step.header.id;
        task.caseNo = step.header.caseNo;
        task.ruling = row.id;
        task.index = index;
        task.spec = *spec;
        if (isFunded(*spec)) // what an earlier round paid came out of the sources first
            task.funding = fundingOfPart(funding, before + (plan.at(index).sum - spec->sum), spec->sum);
        task.idempotencyKey = QStringLiteral("%1/%2").arg(row.id.value()).arg(index);
        task.notBefore = notBefore;
        if (spec->startsAt == domain::ClockStart::Signing && !spec->due.isEmpty())
            task.dueAt = step.after(spec->due).at;
        step.transition.newTasks.append(task);
    }
    step.setDue({notBefore, {}});
}

/// Which conduct of the merchant's @p ruling names, whatever the order.
QList<domain::ConductCode> merchantConduct(const domain::Ruling &ruling)
{
    QList<domain::ConductCode> codes;
    for (const domain::Conduct &conduct : ruling.conduct) {
        if (conduct.party == domain::Party::Merchant)
            codes.append(conduct.code);
    }
    std::ranges::sort(codes);
    return codes;
}

void addPoints(CommandStep &step, const RulingRow &row, const CaseRecord &record, const domain::RuleBook &book)
{
    const EarlierPoints earlier = earlierPoints(record, row.ruling);
    if (earlier.stand)
        return;
    step.transition.points = reversals(record.points, step.now, step.desk.ids, row.id, [&](const PenaltyPoint &point) {
        return std::ranges::any_of(earlier.reversed, [&](const PenaltyPoint &other) { return other.id == point.id; });
    });
    if (!row.ruling.countsTowardMetrics)
        return;
    for (const domain::Conduct &conduct : row.ruling.conduct) {
        const int points = book.pointsFor(conduct.code);
        if (conduct.party != domain::Party::Merchant || points == 0)
            continue;
        PenaltyPoint point;
        point.id = domain::PointId(step.desk.ids.next(step.now));
        point.platform = step.header.platform;
        point.merchantId = step.header.merchantId;
        point.caseId = step.header.id;
        point.ruling = row.id;
        point.code = conduct.code;
        point.points = points;
        point.at = step.now;
        point.expiresAt = domain::pointExpiry(step.now, static_cast<int>(step.policy.pointLifeDays));
        step.transition.points.append(point);
    }
}

} // namespace

EarlierPoints earlierPoints(const CaseRecord &record, const domain::Ruling &ruling)
{
    const RulingRow *row = earlierRuling(record);
    if (!row)
        return {};
    const domain::Ruling &before = row->ruling;
    const bool sameDecision = before.outcome == ruling.outcome && before.blame == ruling.blame
        && before.countsTowardMetrics == ruling.countsTowardMetrics;
    if (sameDecision && merchantConduct(before) == merchantConduct(ruling))
        return {.stand = true, .reversed = {}};
    EarlierPoints points;
    for (const PenaltyPoint &point : record.points) {
        const bool reversed = std::ranges::any_of(record.points, [&](const PenaltyPoint &other) { return other.reverses == point.id; });
        // Late is late: a ruling that is upheld in all but the conduct it names does not undo what execution found.
        const bool stays = sameDecision && point.code == domain::ConductCode::LateExecution;
        if (point.points > 0 && !reversed && !stays)
            points.reversed.append(point);
    }
    return points;
}

void putIntoEffect(CommandStep &step, const RulingRow &row, const CaseRecord &record, const domain::RuleBook &book)
{
    addTasks(step, row, record);
    addPoints(step, row, record, book);
}

void takeRulingBack(CommandStep &step, const RulingRow &row, const CaseRecord &record, const QString &reason)
{
    step.transition.recall = RulingRecall{row.id, step.me(), step.now, reason};
    for (const ExecutionTask &task : record.tasks) {
        if (task.ruling == row.id && task.state == TaskState::Pending) {
            step.transition.taskUpdates.append({.id = task.id, .state = TaskState::Cancelled, .attempts = task.attempts,
                                                .lastError = {}, .dueAt = task.dueAt, .at = step.now});
        }
    }
    // Reversals that the ruling wrote are reversed too: an overturn taken back restores the earlier points.
    step.transition.points = reversals(record.points, step.now, step.desk.ids, row.id, [&](const PenaltyPoint &point) {
        return point.ruling == row.id;
    });
    step.transition.draft = draftOf(row, record, step.now);
    step.after().ruling = {};
}

} // namespace arb::usecases
