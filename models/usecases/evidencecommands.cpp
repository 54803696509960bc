// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/casecommands.h>

#include "commandstep.h"
#include "mayhold.h"
#include "newexhibit.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace arb::usecases {

using domain::Failure;

namespace {

bool hasParty(const domain::CaseFile &file, domain::Party party)
{
    switch (party) {
    case domain::Party::Buyer:
    case domain::Party::Merchant:
        return true;
    case domain::Party::Creator:
        return file.creator.has_value();
    case domain::Party::Platform:
        return true;
    }
    return false;
}

/// When the last window closed: by its answer, or by itself at its end, however late somebody notices.
domain::UtcMs lastWindowClosed(const QList<EvidenceRequest> &requests, domain::UtcMs now)
{
    std::optional<domain::UtcMs> last;
    for (const EvidenceRequest &request : requests) {
        if (request.state == RequestState::Cancelled)
            continue;
        const domain::UtcMs closed = std::min(request.closedAt.value_or(now), request.dueAt);
        last = last ? std::max(*last, closed) : closed;
    }
    return last.value_or(now);
}

/// The requests as they will stand after @p updates.
QList<EvidenceRequest> updated(QList<EvidenceRequest> requests, const QList<RequestUpdate> &updates)
{
    for (EvidenceRequest &request : requests) {
        for (const RequestUpdate &update : updates) {
            if (update.id == request.id) {
                request.state = update.state;
                request.closedAt = update.at;
            }
        }
    }
    return requests;
}

/// After requests were closed: back to the queue when none is open any more, else the next open deadline.
Done<void> afterRequestsClosed(CommandStep &step, const QList<EvidenceRequest> &requests, domain::DisputeEvent event)
{
    std::optional<domain::UtcMs> nextDue;
    for (const EvidenceRequest &request : requests) {
        if (request.state == RequestState::Open)
            nextDue = nextDue ? std::min(*nextDue, request.dueAt) : request.dueAt;
    }
    if (nextDue) {
        step.setDue({nextDue, {}});
        return {};
    }
    if (const auto moved = step.move(event); !moved)
        return moved;
    step.notify(step.header.reservedFor, NoticeKind::Answered);
    step.backToWaiting(step.header.reservedFor, step.policy.deskRulingClock, lastWindowClosed(requests, step.now));
    return {};
}

/// Ends an open request by its party's answer. Whether the answer is late depends on the clock alone, not on whether
/// somebody has swept the time-outs already; it stands still while the case is suspended.
void close(CommandStep &step, const EvidenceRequest &request)
{
    const domain::UtcMs at = step.header.suspendedAt.value_or(step.now);
    const auto state = domain::inTime(at, request.dueAt) ? RequestState::Answered : RequestState::TimedOut;
    step.transition.requestUpdates.append({request.id, state, step.now});
}

/// One request per party of @p wish, added to the step's transition.
Done<void> addRequests(CommandStep &step, const domain::CaseFile &file, const EvidenceWish &wish)
{
    if (wish.element.trimmed().isEmpty() || wish.parties.isEmpty())
        return Failure{CommandError(CommandFault::TextMissing)};
    const Deadline due = wish.dueAt ? Deadline{wish.dueAt, {}} : step.after(step.policy.evidenceClock);
    if (!due.at)
        return Failure{CommandError(CommandFault::CalendarMissing, due.unknown)};
    if (*due.at <= step.now)
        return Failure{CommandError(CommandFault::DeadlinePast)};
    for (const domain::Party party : wish.parties) {
        if (party == domain::Party::Platform || !hasParty(file, party))
            return Failure{CommandError(CommandFault::PartyUnknown, domain::toCode(party))};
        step.transition.newRequests.append(EvidenceRequest{
            .id = domain::RequestId(step.desk.ids.next(step.now)), .party = party, .element = wish.element, .text = wish.text,
            .askedAt = step.now, .dueAt = *due.at, .askedBy = step.command.actor.name(), .state = RequestState::Open,
            .closedAt = {}});
    }
    return {};
}

} // namespace

Done<Receipt> CaseCommands::requestEvidence(const Command &command, domain::CaseId id, const QList<EvidenceWish> &wishes)
{
    QJsonArray asked;
    for (const EvidenceWish &wish : wishes) {
        QStringList parties;
        for (const domain::Party party : wish.parties)
            parties.append(domain::toCode(party));
        asked.append(QJsonObject{{QStringLiteral("parties"), parties.join(u',')},
                                 {QStringLiteral("element"), wish.element},
                                 {QStringLiteral("text"), wish.text},
                                 {QStringLiteral("due"), wish.dueAt ? wish.dueAt->ms() : 0}});
    }
    return run(command, id, "request_evidence", {{QStringLiteral("wishes"), asked}}, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::RequestEvidence); !allowed)
            return allowed;
        if (const auto free = hasNoInterest(step, step.command.actor.person); !free)
            return free;
        if (const auto holder = step.needHolder(); !holder)
            return holder;
        const auto record = step.record();
        if (!record)
            return Failure{record.error()};
        for (const EvidenceWish &wish : wishes) {
            if (const auto added = addRequests(step, record->file, wish); !added)
                return added;
        }
        const QList<EvidenceRequest> &made = step.transition.newRequests;
        if (made.isEmpty())
            return Failure{CommandError(CommandFault::TextMissing)};
        if (const auto moved = step.move(domain::DisputeEvent::RequestEvidence); !moved)
            return moved;
        step.dropHolder();
        step.after().reservedFor = step.me(); // comes back to whoever asked
        step.after().reservedUntil.reset();
        const auto first = std::min_element(made.begin(), made.end(), [](const auto &a, const auto &b) { return a.dueAt < b.dueAt; });
        step.setDue({first->dueAt, {}});
        return {};
    });
}

namespace {

/// Evidence has come: a parked case is back in the queue, and whoever parked it is told.
Done<void> returnParked(CommandStep &step, const CaseRecord &record)
{
    if (!step.header.parkedUntil || *step.header.parkedUntil <= step.now)
        return {};
    step.after().parkedUntil.reset();
    if (step.header.reservedUntil == step.header.parkedUntil) // kept for whoever put it aside: not for so long any more
        step.after().reservedUntil = step.after(step.policy.reservationClock).at.value_or(step.now.plusMs(domain::dayMs));
    const auto parked = std::find_if(record.audit.crbegin(), record.audit.crend(), [](const domain::AuditEntry &entry) { return entry.action == u"park"; });
    if (parked == record.audit.crend())
        return {};
    const auto people = step.desk.store.people();
    if (!people)
        return Failure{CommandError(people.error())};
    const auto person = std::ranges::find(*people, parked->actor, &Person::name);
    if (person != people->cend())
        step.notify(person->id, NoticeKind::Answered);
    return {};
}

} // namespace

Done<Receipt> CaseCommands::supplement(const Command &command, domain::CaseId id, const SupplementFile &file)
{
    const QJsonObject arguments{{QStringLiteral("party"), domain::toCode(file.party)},
                                {QStringLiteral("kind"), domain::toCode(file.kind)},
                                {QStringLiteral("file"), givenName(file)},
                                {QStringLiteral("sha256"), QString::fromLatin1(file.sha256)}};
    if (file.derivedFrom) // derive() is for that: no party hands in what the desk made
        return Failure{CommandError(CommandFault::BadValue, QStringLiteral("derivedFrom"))};
    FileOnce bytes(m_desk.vault, file);
    auto done = run(command, id, "supplement", arguments, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Supplement); !allowed)
            return allowed;
        if (!domain::isOpen(step.header.state))
            return step.notInThisState();
        const auto record = step.record();
        if (!record)
            return Failure{record.error()};
        if (!hasParty(record->file, file.party))
            return Failure{CommandError(CommandFault::PartyUnknown, domain::toCode(file.party))};
        const auto exhibit = exhibitOf(step, record->file, file);
        if (!exhibit)
            return Failure{exhibit.error()};
        addExhibit(step, *exhibit);
        if (const auto put = bytes.putIn(); !put)
            return put;
        for (const EvidenceRequest &request : record->requests) {
            const bool fits = file.element.isEmpty() || request.element == file.element;
            if (request.state == RequestState::Open && request.party == file.party && fits)
                close(step, request);
        }
        if (const auto returned = returnParked(step, *record); !returned)
            return returned;
        if (step.transition.requestUpdates.isEmpty() || step.header.state != domain::DisputeState::AwaitingEvidence)
            return {};
        return afterRequestsClosed(step, updated(record->requests, step.transition.requestUpdates), domain::DisputeEvent::EvidenceDone);
    });
    bytes.ended(done);
    return done;
}

Done<Receipt> CaseCommands::evidenceDone(const Command &command, domain::CaseId id, domain::Party party)
{
    return run(command, id, "evidence_done", {{QStringLiteral("party"), domain::toCode(party)}}, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Supplement); !allowed)
            return allowed;
        const auto record = step.record();
        if (!record)
            return Failure{record.error()};
        for (const EvidenceRequest &request : record->requests) {
            if (request.state == RequestState::Open && request.party == party)
                close(step, request);
        }
        if (step.transition.requestUpdates.isEmpty())
            return Failure{CommandError(CommandFault::PartyUnknown, domain::toCode(party))};
        if (step.header.state != domain::DisputeState::AwaitingEvidence)
            return {}; // asked before a suspension: the case has gone on meanwhile
        return afterRequestsClosed(step, updated(record->requests, step.transition.requestUpdates), domain::DisputeEvent::EvidenceDone);
    });
}

Done<Receipt> CaseCommands::startNegotiation(const Command &command, domain::CaseId id, std::optional<domain::UtcMs> until)
{
    return run(command, id, "start_negotiation", {{QStringLiteral("until"), until ? until->ms() : 0}}, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Negotiate); !allowed)
            return allowed;
        if (const auto free = hasNoInterest(step, step.command.actor.person); !free)
            return free;
        if (const auto holder = step.needHolder(); !holder)
            return holder;
        const Deadline due = until ? Deadline{until, {}} : step.after(step.policy.negotiationClock);
        if (due.at && *due.at <= step.now)
            return Failure{CommandError(CommandFault::DeadlinePast)};
        if (const auto moved = step.move(domain::DisputeEvent::StartNegotiation); !moved)
            return moved;
        step.dropHolder();
        step.after().reservedFor = step.me();
        step.after().reservedUntil.reset();
        step.setDue(due);
        return {};
    });
}

Done<Receipt> CaseCommands::settle(const Command &command, domain::CaseId id, const QString &terms)
{
    if (terms.trimmed().isEmpty())
        return Failure{CommandError(CommandFault::TextMissing)};
    return run(command, id, "settle", {{QStringLiteral("terms"), terms}}, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Negotiate); !allowed)
            return allowed;
        if (const auto free = hasNoInterest(step, step.command.actor.person); !free)
            return free;
        if (const auto moved = step.move(domain::DisputeEvent::Settle); !moved)
            return moved;
        step.dropHolder();
        step.after().reservedFor = {};
        step.after().reservedUntil.reset();
        step.setDue({});
        step.transition.note = DeskNote{domain::NoteId(step.desk.ids.next(step.now)), step.now, step.command.actor.name(), terms};
        return {};
    });
}

namespace {

Done<void> timeOutEvidence(CommandStep &step)
{
    const auto record = step.record();
    if (!record)
        return Failure{record.error()};
    for (const EvidenceRequest &request : record->requests) {
        if (request.state == RequestState::Open && request.dueAt < step.now) // in time means t <= due
            step.transition.requestUpdates.append({request.id, RequestState::TimedOut, step.now});
    }
    if (step.transition.requestUpdates.isEmpty()) {
        step.nothingToDo = true;
        return {};
    }
    return afterRequestsClosed(step, updated(record->requests, step.transition.requestUpdates), domain::DisputeEvent::EvidenceTimeOut);
}

Done<void> expireLease(CommandStep &step)
{
    if (step.header.state != domain::DisputeState::Claimed || !step.header.leaseUntil || *step.header.leaseUntil >= step.now) {
        step.nothingToDo = true;
        return {};
    }
    if (const auto moved = step.move(domain::DisputeEvent::LeaseExpire); !moved)
        return moved;
    step.payload.insert(QStringLiteral("former"), step.header.holderName);
    step.notify(step.header.holder, NoticeKind::Expired); // no silent expiry
    step.dropHolder();
    return {};
}

Done<void> endNegotiation(CommandStep &step)
{
    if (!step.header.dueAt || *step.header.dueAt >= step.now) {
        step.nothingToDo = true;
        return {};
    }
    if (const auto moved = step.move(domain::DisputeEvent::NegotiationEnd); !moved)
        return moved;
    step.backToWaiting(step.header.reservedFor, step.policy.deskRulingClock, *step.header.dueAt);
    return {};
}

} // namespace

Done<Receipt> CaseCommands::carryOutDue(domain::CaseId id, DueKind kind)
{
    const Command command{systemActor(), {}, {}, {}};
    switch (kind) {
    case DueKind::LeaseExpired:
        return run(command, id, "lease_expire", {}, expireLease);
    case DueKind::EvidenceTimeOut:
        return run(command, id, "evidence_time_out", {}, timeOutEvidence);
    case DueKind::NegotiationEnd:
        return run(command, id, "negotiation_end", {}, endNegotiation);
    case DueKind::RecallWindowOver:
        return execute(command, id);
    case DueKind::TaskDue:
    case DueKind::TaskOverdue:
        return taskTimeOut(command, id);
    }
    return Failure{CommandError(CommandFault::BadValue)};
}

// --- lifecycle -----------------------------------------------------------------------------------------------------

namespace {

/// Whoever is at work on a case does not lose it to a colleague: it is stopped by them, by whoever could take it over, and
/// by anybody once the lease has run out.
Done<void> notOverTheHolder(const CommandStep &step)
{
    const CaseHeader &header = step.header;
    const bool held = header.state == domain::DisputeState::Claimed && header.leaseUntil && domain::inTime(step.now, *header.leaseUntil);
    if (!held || header.holder == step.me() || permitted(step.command.actor, Permission::TakeOver))
        return {};
    CommandError error(CommandFault::TakenByOther);
    error.who = header.holderName;
    error.since = header.claimedAt;
    error.until = header.leaseUntil;
    error.state = header.state;
    return Failure{error};
}

void cancelRequests(CommandStep &step, const CaseRecord &record)
{
    for (const EvidenceRequest &request : record.requests) {
        if (request.state == RequestState::Open)
            step.transition.requestUpdates.append({request.id, RequestState::Cancelled, step.now});
    }
}

/// A ruling that nothing was done about yet is taken back as a whole: its tasks, its points, and that it was in effect.
void takeBackUncarried(CommandStep &step, const CaseRecord &record, const QString &reason)
{
    const bool uncarried = step.header.state == domain::DisputeState::Ruled || step.header.state == domain::DisputeState::AwaitingApproval;
    if (const RulingRow *row = record.currentRuling(); row && uncarried) {
        takeRulingBack(step, *row, record, reason);
        step.payload.insert(QStringLiteral("ruling"), row->id.toString());
    }
}

void cancelOpenWork(CommandStep &step, const CaseRecord &record)
{
    cancelRequests(step, record);
    for (const ExecutionTask &task : record.tasks) {
        const bool cancelled = std::ranges::any_of(step.transition.taskUpdates, [&](const TaskUpdate &update) { return update.id == task.id; });
        if (task.state == TaskState::Pending && !cancelled) {
            step.transition.taskUpdates.append({.id = task.id, .state = TaskState::Cancelled, .attempts = task.attempts,
                                                .lastError = {}, .dueAt = task.dueAt, .at = step.now});
        }
    }
}

} // namespace

Done<Receipt> CaseCommands::withdraw(const Command &command, domain::CaseId id, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return Failure{CommandError(CommandFault::TextMissing)};
    return run(command, id, "withdraw", {{QStringLiteral("reason"), reason}}, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Withdraw); !allowed)
            return allowed;
        if (const auto free = hasNoInterest(step, step.command.actor.person); !free)
            return free;
        if (const auto free = notOverTheHolder(step); !free)
            return free;
        if (const auto moved = step.move(domain::DisputeEvent::Withdraw); !moved)
            return moved;
        const auto record = step.record();
        if (!record)
            return Failure{record.error()};
        takeBackUncarried(step, *record, reason);
        cancelOpenWork(step, *record);
        step.dropHolder();
        step.after().reservedFor = {};
        step.after().reservedUntil.reset();
        step.after().suspendedAt.reset();
        step.setDue({});
        return {};
    });
}

Done<Receipt> CaseCommands::suspend(const Command &command, domain::CaseId id, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return Failure{CommandError(CommandFault::TextMissing)};
    return run(command, id, "suspend", {{QStringLiteral("reason"), reason}}, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Suspend); !allowed)
            return allowed;
        if (const auto free = hasNoInterest(step, step.command.actor.person); !free)
            return free;
        if (const auto free = notOverTheHolder(step); !free)
            return free;
        if (const auto moved = step.move(domain::DisputeEvent::Suspend); !moved)
            return moved;
        const auto record = step.record();
        if (!record)
            return Failure{record.error()};
        // Resume leads to W, where nothing is in effect: a ruling that nothing was done about yet is taken back as a whole.
        // Open questions stay open; resume() moves their ends.
        takeBackUncarried(step, *record, reason);
        step.dropHolder();
        step.setDue({}); // the clock stands still; deskDueAt remembers where
        step.after().suspendedAt = step.now;
        step.transition.note = DeskNote{domain::NoteId(step.desk.ids.next(step.now)), step.now, step.command.actor.name(), reason};
        return {};
    });
}

Done<Receipt> CaseCommands::resume(const Command &command, domain::CaseId id, const QString &reason)
{
    return run(command, id, "resume", {{QStringLiteral("reason"), reason}}, [](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Suspend); !allowed)
            return allowed;
        if (const auto free = hasNoInterest(step, step.command.actor.person); !free)
            return free;
        if (const auto moved = step.move(domain::DisputeEvent::Resume); !moved)
            return moved;
        // Clocks go on where they stopped: every running deadline moves by the time the case stood still.
        const qint64 stood = step.header.suspendedAt ? step.now - *step.header.suspendedAt : 0;
        const auto record = step.record();
        if (!record)
            return Failure{record.error()};
        std::optional<domain::UtcMs> windowEnd;
        for (const EvidenceRequest &request : record->requests) {
            if (request.state != RequestState::Open)
                continue;
            const domain::UtcMs due = request.dueAt.plusMs(stood);
            step.transition.requestUpdates.append({request.id, RequestState::Open, {}, due});
            windowEnd = windowEnd ? std::max(*windowEnd, due) : due;
        }
        if (windowEnd) // the desk's own time begins when the windows have closed
            step.setDeskDue(deadline(step.policy.deskRulingClock, *windowEnd, step.calendar));
        else if (step.header.deskDueAt)
            step.setDeskDue({step.header.deskDueAt->plusMs(stood), {}});
        else
            step.setDeskDue(step.after(step.policy.deskRulingClock));
        step.after().suspendedAt.reset();
        if (!step.header.ruling.isNull()) {
            // It was being carried out, and that is never undone: what follows is heard as a reversal is, in a new round.
            ++step.after().round;
            step.after().appealRound = false;
            step.after().state = domain::DisputeState::Queued;
            step.after().ruling = {};
            step.setDeskDue(step.after(step.policy.deskRulingClock));
        }
        return {};
    });
}

} // namespace arb::usecases
