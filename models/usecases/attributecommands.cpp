// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/casecommands.h>
#include <usecases/noticecodes.h>
#include <usecases/tagwords.h>

#include "commandstep.h"
#include "mayhold.h"

#include <algorithm>

/// What is done to a case without moving it on: parked, skipped, assigned, tagged, let go for somebody else, and taken back.
namespace arb::usecases {

using domain::Failure;

namespace {

CommandError wrongState(const CommandStep &step)
{
    CommandError error(CommandFault::WrongState);
    error.state = step.header.state;
    error.who = step.header.holderName;
    error.until = step.header.leaseUntil;
    return error;
}

void reserveFor(CommandStep &step, domain::PersonId person)
{
    step.after().reservedFor = person;
    // A year without data must not keep the case for ever: a natural day then.
    step.after().reservedUntil = step.after(step.policy.reservationClock).at.value_or(step.now.plusMs(domain::dayMs));
}

/// Is a skip of the caller's in force that says as much? A second one would only count twice in the report.
Done<bool> skippedAlready(const CommandStep &step, const QString &reasonCode)
{
    const auto knows = step.desk.cases.knowsParty(step.me(), step.header.id);
    if (!knows)
        return Failure{CommandError(knows.error())};
    if (*knows || reasonCode == knowPartyReason) // that one lasts, so it says more than a day's
        return *knows;
    bool found = false;
    const auto read = step.desk.queue.skips(step.now.plusMs(-domain::dayMs), step.now.plusMs(1), [&](const QueueStore::SkipFact &skip) {
        found = skip.caseId == step.header.id && skip.person == step.command.actor.name();
        return !found;
    });
    if (!read)
        return Failure{CommandError(read.error())};
    return found;
}

/// The person that the case was kept for is told when somebody else does with it what they would not see: @p code says
/// what, see noticecodes.h.
void tellKept(CommandStep &step, const char *code)
{
    if (isReserved(step.header, step.now))
        step.notify(step.header.reservedFor, NoticeKind::TakenOver, QString::fromLatin1(code));
}

/// Whoever holds the case holds it no more.
Done<void> letGo(CommandStep &step)
{
    if (const auto moved = step.move(domain::DisputeEvent::Release); !moved)
        return moved;
    step.dropHolder();
    return {};
}

} // namespace

std::optional<CommandError> passRefusal(const Actor &actor, const CaseHeader &header, bool servesInOrder)
{
    const bool held = header.state == domain::DisputeState::Claimed;
    if (servesInOrder && domain::isWaiting(header.state) && !permitted(actor, Permission::ClaimAny))
        return CommandError(CommandFault::OnlyHolderPasses);
    if (held ? header.holder == actor.person.id : domain::isWaiting(header.state))
        return std::nullopt;
    CommandError error(held ? CommandFault::NotHolder : CommandFault::WrongState);
    error.who = header.holderName;
    error.since = header.claimedAt;
    error.until = header.leaseUntil;
    error.state = header.state;
    return error;
}

std::optional<domain::UtcMs> latestReturn(const CaseHeader &header, domain::UtcMs now)
{
    const std::optional<domain::UtcMs> due = header.deskDueAt ? header.deskDueAt : header.dueAt;
    // A case that is late already may still wait, but is not forgotten.
    return due && *due <= now ? now.plusMs(domain::dayMs) : due;
}

Done<Receipt> CaseCommands::park(const Command &command, domain::CaseId id, std::optional<domain::UtcMs> until)
{
    return run(command, id, "park", {{QStringLiteral("until"), until ? until->ms() : 0}}, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Park); !allowed)
            return allowed;
        const auto latest = latestReturn(step.header, step.now);
        const domain::UtcMs wished = until ? *until : latest.value_or(step.now.plusMs(domain::dayMs));
        if (wished <= step.now)
            return Failure{CommandError(CommandFault::DeadlinePast)};
        if (until && wished > step.now.plusMs(longestParkMs))
            return Failure{CommandError(CommandFault::ParkTooLong)};
        const auto back = std::optional(latest ? std::min(wished, *latest) : wished);
        if (const auto pass = step.needToPass(); !pass)
            return pass;
        if (const auto free = hasNoInterest(step, command.actor.person); !free)
            return free;
        if (step.header.state == domain::DisputeState::Claimed) {
            if (const auto gone = letGo(step); !gone)
                return gone;
            step.after().reservedFor = step.me(); // who put it aside may take it up earlier
            step.after().reservedUntil = back;
        } else if (step.header.parkedUntil == back) {
            step.nothingToDo = true;
            return {};
        } else {
            tellKept(step, keptParked);
        }
        step.payload.insert(QStringLiteral("until"), back->ms());
        step.after().parkedUntil = back;
        return {};
    });
}

Done<Receipt> CaseCommands::skip(const Command &command, domain::CaseId id, const QString &reasonCode)
{
    static const QStringList codes{QStringLiteral("specialist"), QStringLiteral("know_party"), QStringLiteral("cannot_open"),
                                   QStringLiteral("other")};
    if (!codes.contains(reasonCode))
        return Failure{CommandError(CommandFault::BadValue, reasonCode)};
    return run(command, id, "skip", {{QStringLiteral("reason"), reasonCode}}, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Release); !allowed)
            return allowed;
        if (const auto pass = step.needToPass(); !pass)
            return pass;
        if (step.header.state == domain::DisputeState::Claimed) {
            if (const auto gone = letGo(step); !gone)
                return gone;
        } else {
            const auto already = skippedAlready(step, reasonCode);
            if (!already)
                return Failure{already.error()};
            if (*already) {
                step.nothingToDo = true;
                return {};
            }
        }
        step.transition.skip = SkipRow{step.me(), step.now, reasonCode};
        return {};
    });
}

Done<void> CaseCommands::freeClaimsOf(const Actor &actor, const Person &former)
{
    QueueQuery query;
    query.view = QueueView::Mine;
    query.me = former.id;
    query.now = m_desk.clock.now();
    const auto held = m_desk.cases.queue(query);
    if (!held)
        return Failure{CommandError(held.error())};
    for (const CaseHeader &row : *held) {
        if (row.holder != former.id)
            continue;
        const auto freed = run({actor, {}, {}, {}}, row.id, "release", {{QStringLiteral("former"), former.name}}, [&](CommandStep &step) -> Done<void> {
            if (const auto allowed = step.need(Permission::ManagePeople); !allowed)
                return allowed;
            if (step.header.state != domain::DisputeState::Claimed || step.header.holder != former.id) {
                step.nothingToDo = true;
                return {};
            }
            if (const auto gone = letGo(step); !gone)
                return gone;
            return {};
        });
        if (!freed)
            return Failure{freed.error()};
    }
    return {};
}

Done<Receipt> CaseCommands::assign(const Command &command, domain::CaseId id, const QString &personName)
{
    return run(command, id, "assign", {{QStringLiteral("person"), personName}}, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Assign); !allowed)
            return allowed;
        const auto person = assignee(step.desk, personName);
        if (!person)
            return Failure{person.error()};
        if (!domain::isWaiting(step.header.state))
            return Failure{wrongState(step)};
        if (const auto hear = mayHold(step, *person); !hear)
            return hear;
        const CaseHeader &header = step.header;
        const bool kept = header.reservedFor == person->id && (!header.reservedUntil || step.now <= *header.reservedUntil);
        if (kept) {
            step.nothingToDo = true;
            return {};
        }
        tellKept(step, keptAssigned);
        reserveFor(step, person->id);
        step.notify(person->id, NoticeKind::Assigned);
        return {};
    });
}

Done<Receipt> CaseCommands::freeClaim(const Command &command, domain::CaseId id, const QString &reason)
{
    return run(command, id, "free", {{QStringLiteral("reason"), reason}}, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::TakeOver); !allowed)
            return allowed;
        if (step.header.state != domain::DisputeState::Claimed) {
            step.nothingToDo = true;
            return {};
        }
        if (const auto moved = step.move(domain::DisputeEvent::Release); !moved)
            return moved;
        step.payload.insert(QStringLiteral("former"), step.header.holderName);
        step.notify(step.header.holder, NoticeKind::Released, reason);
        step.dropHolder();
        return {};
    });
}

Done<Receipt> CaseCommands::tag(const Command &command, domain::CaseId id, const QStringList &add, const QStringList &remove)
{
    const auto added = tagsToAdd(add), removed = tagsToRemove(remove);
    const QJsonObject arguments{{QStringLiteral("add"), (added ? *added : add).join(u',')}, {QStringLiteral("remove"), remove.join(u',')}};
    return run(command, id, "tag", arguments, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Park); !allowed)
            return allowed;
        if (const auto free = hasNoInterest(step, command.actor.person); !free)
            return free;
        if (!added)
            return Failure{added.error()};
        if (!removed)
            return Failure{removed.error()};
        for (const QString &word : *removed)
            step.after().tags.removeAll(word);
        for (const QString &word : *added) {
            if (!step.after().tags.contains(word))
                step.after().tags.append(word);
        }
        step.nothingToDo = step.after().tags == step.header.tags;
        return {};
    });
}

Done<Receipt> CaseCommands::putBack(const Command &command, domain::CaseId id, Permission needed, const CaseHeader &before)
{
    if (!command.seenVersion)
        return Failure{CommandError(CommandFault::BadValue, QStringLiteral("version"))};
    return run(command, id, "undo", {{QStringLiteral("version"), *command.seenVersion}}, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(needed); !allowed)
            return allowed;
        const bool wasHeld = before.state == domain::DisputeState::Claimed;
        if (step.header.state != before.state && !(wasHeld && domain::isWaiting(step.header.state)))
            return Failure{wrongState(step)};
        step.after().tags = before.tags;
        step.after().parkedUntil = before.parkedUntil;
        step.after().reservedFor = before.reservedFor;
        step.after().reservedUntil = before.reservedUntil;
        if (!wasHeld || step.header.state == before.state) {
            if (before.reservedFor == step.header.reservedFor)
                return {};
            tellKept(step, keptUndone);
            if (isReserved(step.after(), step.now)) // they were told that it went to somebody else
                step.notify(before.reservedFor, NoticeKind::Assigned);
            return {};
        }
        if (before.holder != step.me()) { // nobody's claim is made by somebody else; but it is kept for them
            reserveFor(step, before.holder);
            step.notify(before.holder, NoticeKind::Assigned);
            return {};
        }
        if (const auto hear = mayHold(step, step.command.actor.person); !hear)
            return hear;
        if (const auto moved = step.move(domain::DisputeEvent::Claim); !moved)
            return moved;
        step.holdBy(step.command.actor.person);
        return {};
    });
}

} // namespace arb::usecases
