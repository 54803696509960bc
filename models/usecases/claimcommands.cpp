// SPDX-License-Identifier: GPL-3.0-or-later
// Who holds a case: taking one by name or in order, letting it go, taking it over, handing it on.
#include <usecases/casecommands.h>

#include "commandlog.h"
#include "commandstep.h"
#include "mayhold.h"

#include <QtCore/QJsonDocument>

#include <algorithm>

namespace arb::usecases {

using domain::Failure;

namespace {

CommandError heldBy(CommandFault fault, const CaseHeader &header)
{
    CommandError error(fault);
    error.who = header.holderName;
    error.since = header.claimedAt;
    error.until = header.leaseUntil;
    error.state = header.state;
    return error;
}

/// The holder's draft of this round, copied for @p heir; nothing when the holder wrote none, or nothing newer than the
/// heir's own.
std::optional<Draft> draftFor(domain::PersonId heir, const CaseRecord &record)
{
    std::optional<Draft> copy;
    qint64 own = 0;
    for (const Draft &draft : record.drafts) {
        if (draft.round != record.header.round)
            continue;
        if (draft.author == record.header.holder)
            copy = draft;
        if (draft.author == heir)
            own = draft.revision;
    }
    if (!copy || heir == record.header.holder)
        return std::nullopt;
    copy->author = heir;
    // What both wrote must not hide behind the heir's higher number: the taken-over text is the newest there is.
    copy->revision = std::max(copy->revision, own + 1);
    return copy;
}

/// What take-next may give to @p person: nothing that they have skipped within a day.
TakeNextQuery nextFor(const Person &person, domain::UtcMs now)
{
    return {.me = person.id, .now = now, .appeals = person.hearsAppeals, .skippedSince = now.plusMs(-domain::dayMs)};
}

/// A case that somebody put aside is claimed all the same by whoever wants this very one: its trail says so, and who
/// parked it is told.
Done<void> tellWhoParked(CommandStep &step)
{
    if (!isParked(step.header, step.now))
        return {};
    step.payload.insert(QStringLiteral("parkedUntil"), step.header.parkedUntil->ms());
    const auto record = step.record();
    if (!record)
        return Failure{record.error()};
    const auto people = step.desk.store.people();
    if (!people)
        return Failure{CommandError(people.error())};
    const auto parked = std::ranges::find(record->audit.crbegin(), record->audit.crend(), QStringLiteral("park"), &domain::AuditEntry::action);
    if (parked == record->audit.crend())
        return {};
    const auto who = std::ranges::find(*people, parked->actor, &Person::name);
    if (who != people->cend())
        step.notify(who->id, NoticeKind::TakenOver);
    return {};
}

/// Was the caller the last to hold the case, until their time ran out? Their draft waits there.
bool heldLast(const CommandStep &step)
{
    const auto record = step.record();
    if (!record)
        return false;
    for (auto entry = record->audit.crbegin(); entry != record->audit.crend(); ++entry) {
        if (entry->action == u"lease_expire")
            return QJsonDocument::fromJson(entry->payload).object().value(QLatin1StringView("former")).toString() == step.command.actor.person.name;
        if (entry->action == u"claim" || entry->action == u"take_over" || entry->action == u"release")
            return false;
    }
    return false;
}

bool mayChooseFreely(const CommandStep &step)
{
    const CaseHeader &header = step.header;
    const bool kept = header.reservedFor == step.me() && (!header.reservedUntil || step.now <= *header.reservedUntil);
    return !step.policy.serveNext || kept || permitted(step.command.actor, Permission::ClaimAny) || heldLast(step);
}

Done<void> claimStep(CommandStep &step)
{
    if (const auto allowed = step.need(Permission::Claim); !allowed)
        return allowed;
    const CaseHeader &header = step.header;
    if (header.state == domain::DisputeState::Claimed) {
        if (header.holder != step.me())
            return Failure{heldBy(CommandFault::TakenByOther, header)};
        step.onlyLease = true;
        return {};
    }
    if (const auto hear = mayHold(step, step.command.actor.person); !hear)
        return hear;
    if (!header.reservedFor.isNull() && header.reservedFor != step.me() && header.reservedUntil && step.now <= *header.reservedUntil) {
        const auto people = step.desk.store.people();
        if (!people)
            return Failure{CommandError(people.error())};
        CommandError error(CommandFault::ReservedForOther);
        if (const auto kept = std::ranges::find(*people, header.reservedFor, &Person::id); kept != people->cend())
            error.who = kept->name;
        error.until = header.reservedUntil;
        return Failure{error};
    }
    if (const auto moved = step.move(domain::DisputeEvent::Claim); !moved)
        return moved;
    step.holdBy(step.command.actor.person);
    return {};
}

} // namespace

Done<Receipt> CaseCommands::claim(const Command &command, domain::CaseId id)
{
    const auto header = m_desk.cases.header(id);
    const auto before = m_desk.cases.command(command.id); // a repeat is answered, and changes nothing
    if (!before)
        return Failure{CommandError(before.error())};
    if (!before->has_value() && header && header->state == domain::DisputeState::Claimed && header->leaseUntil && *header->leaseUntil < m_desk.clock.now()) {
        // Nobody swept the expired lease yet; expiry is its own transition with its own audit entry.
        if (const auto swept = carryOutDue(id, DueKind::LeaseExpired); !swept && swept.error().fault != CommandFault::WrongState)
            return Failure{swept.error()};
    }
    return run(command, id, "claim", {}, [this](CommandStep &step) -> Done<void> {
        if (const auto claimed = claimStep(step); !claimed || step.onlyLease)
            return claimed;
        const auto choose = mayChoose(step);
        return choose ? tellWhoParked(step) : choose;
    });
}

std::optional<CommandError> CaseCommands::claimRefusal(const Actor &actor, const CaseHeader &header, const DeskPolicy &policy,
                                                       const domain::BusinessCalendar &calendar) const
{
    if (!domain::isWaiting(header.state))
        return std::nullopt;
    const Command command{actor, {}, {}, {}};
    CommandStep step{.desk = m_desk, .command = command, .header = header, .now = m_desk.clock.now(), .policy = policy,
                     .calendar = calendar, .transition = {}, .payload = {}, .receipt = {}};
    step.transition.after = header;
    if (const auto claimed = claimStep(step); !claimed)
        return claimed.error();
    if (mayChooseFreely(step))
        return std::nullopt;
    QueueQuery head;
    head.view = QueueView::Waiting;
    head.limit = 1;
    head.me = actor.person.id;
    head.now = step.now;
    const auto first = m_desk.cases.queue(head);
    if (!first)
        return CommandError(first.error());
    if (!first->isEmpty() && first->constFirst().id == header.id)
        return std::nullopt;
    return CommandError(CommandFault::ServedInOrder, first->isEmpty() ? QString() : first->constFirst().caseNo);
}

/// Choosing is a right. Whoever does not have it gets what comes next, and what is kept for them.
Done<void> CaseCommands::mayChoose(const CommandStep &step) const
{
    const CaseHeader &header = step.header;
    if (mayChooseFreely(step))
        return {};
    QString next;
    const auto look = [&](const CaseHeader &offered) {
        next = offered.id == header.id ? QString() : offered.caseNo;
        Transition none; // a version that nobody has: the store writes nothing
        none.seenVersion = -1;
        none.after = offered;
        return none;
    };
    const auto taken = m_desk.cases.takeNext(nextFor(step.command.actor.person, step.now), look);
    if (!taken && taken.error() != StoreError::Stale)
        return Failure{CommandError(taken.error())};
    if (taken || !next.isEmpty()) // nothing is offered at all, or another case is
        return Failure{CommandError(CommandFault::ServedInOrder, next)};
    return {};
}

Done<void> CaseCommands::freeExpired()
{
    for (bool freed = true; freed;) {
        const auto expired = m_desk.cases.expiredLeases(m_desk.clock.now(), 256);
        if (!expired)
            return Failure{CommandError(expired.error())};
        freed = false;
        for (const domain::CaseId id : *expired) {
            const auto swept = carryOutDue(id, DueKind::LeaseExpired);
            if (!swept && swept.error().fault != CommandFault::WrongState && swept.error().fault != CommandFault::Changed)
                return Failure{swept.error()};
            freed = freed || swept.ok();
        }
        freed = freed && expired->size() == 256;
    }
    return {};
}

Done<Receipt> CaseCommands::claimNext(const Command &command)
{
    if (!permitted(command.actor, Permission::Claim))
        return Failure{CommandError(CommandFault::NotAllowed)};
    const QByteArray digest = commandDigest(command, domain::CaseId(), "claim_next", {});
    auto before = earlierReceipt(m_desk.cases, command.id, digest);
    if (!before)
        return Failure{before.error()};
    if (before->has_value())
        return **before;
    const auto policy = m_desk.recentPolicy(); // for the lease and the rank; it decides about no right and no money
    if (!policy)
        return Failure{policy.error()};
    const domain::BusinessCalendar calendar; // taking a case starts no clock
    const domain::UtcMs now = m_desk.clock.now();
    Receipt receipt;
    Done<void> moved;
    const auto make = [&](const CaseHeader &header) {
        CommandStep step{.desk = m_desk, .command = command, .header = header, .now = now, .policy = *policy,
                         .calendar = calendar, .transition = {}, .payload = {}, .receipt = {}};
        step.transition.seenVersion = header.version;
        step.after() = header;
        step.after().version = header.version + 1;
        moved = step.move(domain::DisputeEvent::Claim);
        if (!moved) // a version that nobody has: the store writes nothing
            step.transition.seenVersion = -1;
        step.holdBy(command.actor.person);
        step.after().rank = rankOf(step.after(), step.policy);
        receipt = Receipt{.caseId = header.id, .caseNo = header.caseNo, .state = step.after().state,
                          .version = step.after().version, .ruling = {}, .approvalWhy = {}};
        step.payload = {{QStringLiteral("from"), domain::toCode(header.state)},
                        {QStringLiteral("to"), domain::toCode(step.after().state)},
                        {QStringLiteral("round"), header.round},
                        {QStringLiteral("next"), 1}};
        step.transition.audit = AuditDraft{now, command.actor.name(), QStringLiteral("claim"), step.payload};
        step.transition.command = commandRecord(command, digest, receipt, now);
        return step.transition;
    };
    TakeNextQuery query = nextFor(command.actor.person, now);
    query.notPastEndedLease = true;
    auto taken = m_desk.cases.takeNext(query, make);
    if (taken && !taken->has_value()) { // nothing waits, or what ran out must first wait again
        if (const auto swept = freeExpired(); !swept)
            return Failure{swept.error()};
        query.notPastEndedLease = false;
        taken = m_desk.cases.takeNext(query, make);
    }
    if (!moved)
        return Failure{moved.error()};
    if (!taken)
        return Failure{CommandError(taken.error())};
    if (!taken->has_value())
        return Failure{CommandError(CommandFault::QueueEmpty)};
    return receipt;
}

Done<Receipt> CaseCommands::release(const Command &command, domain::CaseId id)
{
    return run(command, id, "release", {}, [](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Release); !allowed)
            return allowed;
        const bool held = step.header.state == domain::DisputeState::Claimed;
        if (held && step.header.holder != step.me())
            return Failure{heldBy(CommandFault::NotHolder, step.header)};
        const bool fenced = step.command.claimNo && *step.command.claimNo != step.header.claimNo; // an older claim of one's own
        if (!held || fenced) {
            step.nothingToDo = true; // letting go of what nobody holds is done already
            return {};
        }
        if (const auto moved = step.move(domain::DisputeEvent::Release); !moved)
            return moved;
        step.dropHolder();
        return {};
    });
}

Done<Receipt> CaseCommands::takeOver(const Command &command, domain::CaseId id, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return Failure{CommandError(CommandFault::TextMissing)};
    return run(command, id, "take_over", {{QStringLiteral("reason"), reason}}, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::TakeOver); !allowed)
            return allowed;
        if (const auto moved = step.move(domain::DisputeEvent::TakeOver); !moved)
            return moved;
        if (const auto hear = mayHold(step, step.command.actor.person); !hear)
            return hear;
        const auto record = step.record();
        if (!record)
            return Failure{record.error()};
        step.payload.insert(QStringLiteral("former"), step.header.holderName);
        step.transition.draft = draftFor(step.me(), *record);
        step.notify(step.header.holder, NoticeKind::TakenOver, reason);
        step.holdBy(step.command.actor.person);
        return {};
    });
}

Done<Receipt> CaseCommands::handToSupervisor(const Command &command, domain::CaseId id, const QString &reason)
{
    return run(command, id, "hand_to_supervisor", {{QStringLiteral("reason"), reason}}, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Release); !allowed)
            return allowed;
        if (const auto holder = step.needHolder(); !holder)
            return holder;
        if (const auto moved = step.move(domain::DisputeEvent::Release); !moved)
            return moved;
        step.dropHolder();
        if (!step.after().tags.contains(QStringLiteral("supervisor")))
            step.after().tags.append(QStringLiteral("supervisor"));
        // Not offered to the one who handed it over, nor to any reviewer: kept for a supervisor by the tag's reservation.
        const auto people = step.desk.store.people();
        if (!people)
            return Failure{CommandError(people.error())};
        const auto record = step.record();
        if (!record)
            return Failure{record.error()};
        for (const Person &person : *people) {
            if (person.enabled && person.role == Role::Supervisor && person.id != step.me() && mayHold(step, person)) {
                step.after().reservedFor = person.id;
                step.after().reservedUntil = step.after(step.policy.reservationClock).at.value_or(step.now.plusMs(domain::dayMs));
                step.transition.draft = draftFor(person.id, *record); // what was written goes along
                step.notify(person.id, NoticeKind::Assigned, reason);
                break;
            }
        }
        if (!reason.trimmed().isEmpty())
            step.transition.note = DeskNote{domain::NoteId(step.desk.ids.next(step.now)), step.now, step.command.actor.name(), reason};
        return {};
    });
}

Done<Receipt> CaseCommands::renewLease(const Command &command, domain::CaseId id)
{
    return run(Command{command.actor, {}, {}, command.claimNo}, id, "renew", {}, [](CommandStep &step) -> Done<void> {
        step.onlyLease = true;
        return step.needHolder();
    });
}

} // namespace arb::usecases
