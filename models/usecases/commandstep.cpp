// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandstep.h"

#include <usecases/lease.h>

#include <domain/rank.h>

#include <algorithm>

namespace arb::usecases {

using domain::Failure;

bool isCommandId(const QString &id)
{
    constexpr int longest = 200;
    return id.size() <= longest && std::ranges::none_of(id, [](QChar c) { return c.category() == QChar::Other_Control; });
}

Done<Person> assignee(const Desk &desk, const QString &name)
{
    const auto person = desk.person(name);
    if (person && !permitted(Actor{.person = *person}, Permission::Claim)) // kept for somebody who can never take it
        return Failure{CommandError(CommandFault::TakesNoCases, name)};
    return person;
}

Done<void> CommandStep::need(Permission permission) const
{
    if (!permitted(command.actor, permission))
        return Failure{CommandError(CommandFault::NotAllowed)};
    return {};
}

Done<void> CommandStep::needHolder()
{
    const bool held = header.state == domain::DisputeState::Claimed && header.holder == me() && !header.holder.isNull();
    const bool fenced = command.claimNo && *command.claimNo != header.claimNo;
    if (!held || fenced) {
        // Neither held nor waiting to be claimed: "claim it first" would be bad advice.
        const bool elsewhere = header.state != domain::DisputeState::Claimed && !domain::isWaiting(header.state);
        CommandError error(fenced ? CommandFault::LeaseLost : elsewhere ? CommandFault::WrongState : CommandFault::NotHolder);
        error.who = header.holderName;
        error.since = header.claimedAt;
        error.until = header.leaseUntil;
        error.state = header.state;
        return Failure{error};
    }
    if (leaseOf(header, policy, now).phase == LeasePhase::Over) {
        CommandError error(CommandFault::LeaseLost);
        error.since = header.claimedAt;
        error.until = header.leaseUntil;
        error.state = header.state;
        return Failure{error};
    }
    return {};
}

Done<void> CommandStep::needToPass()
{
    if (header.state == domain::DisputeState::Claimed)
        return needHolder();
    if (!domain::isWaiting(header.state))
        return notInThisState();
    if (policy.serveNext && !permitted(command.actor, Permission::ClaimAny))
        return Failure{CommandError(CommandFault::OnlyHolderPasses)};
    return {};
}

Done<void> CommandStep::needToHear(const Person &person) const
{
    if (header.round > 1) {
        const auto earlier = record();
        if (!earlier)
            return Failure{earlier.error()};
        if (header.firstReviewer == person.id || ruledBefore(*earlier, person.id)) {
            CommandError error(CommandFault::OwnRulingHeardAgain);
            if (person.id != me())
                error.who = person.name;
            return Failure{error};
        }
    }
    return needNoConflict(person);
}

Done<void> CommandStep::needNoConflict(const Person &person) const
{
    const auto conflicts = desk.cases.conflicts(person.id);
    if (!conflicts)
        return Failure{CommandError(conflicts.error())};
    if (!conflicts->contains(QString(header.platform + u':' + header.merchantId)))
        return {};
    CommandError error(CommandFault::ConflictOfInterest, header.merchantName);
    if (person.id != me())
        error.who = person.name;
    return Failure{error};
}

Done<void> CommandStep::mayHear(const Person &person) const
{
    if (const auto hear = needToHear(person); !hear)
        return hear;
    if (header.appealRound && !person.hearsAppeals) {
        CommandError error(CommandFault::HearsNoAppeals);
        if (person.id != me())
            error.who = person.name;
        return Failure{error};
    }
    return {};
}

void CommandStep::notify(domain::PersonId person, NoticeKind kind, const QString &text)
{
    if (person.isNull() || person == me())
        return;
    transition.notices.append(Notice{.id = domain::NoteId(desk.ids.next(now)), .person = person, .caseId = header.id, .caseNo = header.caseNo,
                                     .at = now, .kind = kind, .by = command.actor.name(), .text = text});
}

Done<void> CommandStep::move(domain::DisputeEvent event, bool hasTasks)
{
    const auto to = domain::next(header.state, event, {.appealRound = header.appealRound, .hasTasks = hasTasks});
    if (!to)
        return notInThisState();
    transition.after.state = *to;
    return {};
}

domain::Failure<CommandError> CommandStep::notInThisState() const
{
    CommandError error(CommandFault::WrongState);
    error.state = header.state;
    return Failure{error};
}

void CommandStep::dropHolder()
{
    CaseHeader &row = transition.after;
    row.holder = {};
    row.holderName.clear();
    row.claimedAt.reset();
    row.leaseUntil.reset();
}

void CommandStep::holdBy(const Person &person)
{
    CaseHeader &row = transition.after;
    row.holder = person.id;
    row.holderName = person.name;
    row.claimedAt = now;
    row.leaseUntil = now.plusMs(policy.leaseMs);
    ++row.claimNo;
    row.reservedFor = {};
    row.reservedUntil.reset();
    row.parkedUntil.reset();
}

void CommandStep::setDue(const Deadline &due)
{
    transition.after.dueAt = due.at;
    transition.after.dueUnknown = due.unknown;
}

void CommandStep::setDeskDue(const Deadline &due)
{
    transition.after.deskDueAt = due.at;
    setDue(due);
}

void CommandStep::backToWaiting(domain::PersonId former, const QString &deskClock, domain::UtcMs start)
{
    dropHolder();
    setDeskDue(deadline(deskClock, start, calendar));
    transition.after.reservedFor = former;
    transition.after.reservedUntil.reset();
    if (!former.isNull()) {
        // A year without data must not keep the case from its former holder: a natural day then.
        transition.after.reservedUntil = after(policy.reservationClock).at.value_or(now.plusMs(domain::dayMs));
    }
}

Done<CaseRecord> CommandStep::record() const
{
    auto found = desk.cases.record(header.id);
    if (!found)
        return Failure{CommandError(found.error())};
    return std::move(found).value();
}

QList<PenaltyPoint> reversals(const QList<PenaltyPoint> &points, domain::UtcMs now, IdSource &ids, domain::RulingId by,
                              const std::function<bool(const PenaltyPoint &)> &which)
{
    QList<PenaltyPoint> rows;
    for (const PenaltyPoint &point : points) {
        const bool reversed = std::ranges::any_of(points, [&](const PenaltyPoint &other) { return other.reverses == point.id; });
        if (reversed || !which(point))
            continue;
        PenaltyPoint row = point;
        row.ruling = by;
        row.id = domain::PointId(ids.next(now));
        row.points = -point.points;
        row.at = now;
        row.expiresAt = point.expiresAt; // both leave the valid sum on the same day
        row.reverses = point.id;
        rows.append(row);
    }
    return rows;
}

} // namespace arb::usecases
