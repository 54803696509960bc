// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/casecommands.h>

#include "commandlog.h"
#include "commandstep.h"
#include "rulingnow.h"

#include <usecases/lease.h>

#include <domain/casejson.h>
#include <domain/plaintext.h>

#include <algorithm>

namespace arb::usecases {

using domain::Failure;

namespace {

constexpr int staleRetries = 5;

/// Texts of people on their way into the case. What is written must be readable in a sealed export for ever.
bool holdsControl(const CommandStep &step)
{
    const Transition &made = step.transition;
    QStringList texts{step.command.id};
    for (const EvidenceRequest &request : made.newRequests)
        texts << request.element << request.text;
    for (const domain::Exhibit &exhibit : made.newExhibits)
        texts << exhibit.caption << exhibit.element << exhibit.file;
    if (made.note)
        texts << made.note->text;
    for (const Notice &notice : made.notices)
        texts << notice.text;
    const bool inTexts = std::ranges::any_of(texts, [](const QString &text) { return domain::hasControl(text); });
    return inTexts || domain::hasControlInside(step.payload) || (made.ruling && domain::hasControlInside(domain::toJson(made.ruling->ruling)));
}

/// The version is not the one on the caller's screen: what happened last, and by whom.
CommandError changedMeanwhile(CaseStore &cases, domain::CaseId id)
{
    CommandError error(CommandFault::Changed);
    const auto record = cases.record(id);
    if (!record)
        return error;
    // Marks are in the record too, but leave the version as it is.
    const auto last = std::find_if(record->audit.crbegin(), record->audit.crend(), [](const domain::AuditEntry &entry) { return !entry.action.startsWith(u"mark."); });
    if (last != record->audit.crend()) {
        error.who = last->actor;
        error.text = last->action;
        error.since = last->at;
    }
    return error;
}

/// What the trail and the log of commands keep of a step that is ready to be written.
Done<void> putOnRecord(CommandStep &step, const char *action, const QByteArray &digest)
{
    const Command &command = step.command;
    step.payload.insert(QStringLiteral("from"), domain::toCode(step.header.state));
    step.payload.insert(QStringLiteral("to"), domain::toCode(step.after().state));
    step.payload.insert(QStringLiteral("round"), step.after().round);
    if (touchesRulings(step)) { // what a sealed export's ruling.json is held against
        const auto ruling = rulingNow(step);
        if (!ruling)
            return Failure{ruling.error()};
        step.payload.insert(QStringLiteral("rulingNow"), ruling->toString());
    }
    if (!command.id.isEmpty())
        step.payload.insert(QStringLiteral("command"), command.id);
    if (!step.onlyLease)
        step.transition.audit = AuditDraft{step.now, command.actor.name(), QString::fromLatin1(action), step.payload};
    step.transition.command = commandRecord(command, digest, step.receipt, step.now);
    return {};
}

} // namespace

CaseCommands::CaseCommands(const Desk &desk) : m_desk(desk) {}
CaseCommands::CaseCommands(const Desk &desk, CommandTrace &trace) : m_desk(desk), m_trace(&trace) {}

Done<std::optional<RecordedCommand>> CaseCommands::recorded(const QString &commandId)
{
    const auto known = m_desk.cases.command(commandId);
    if (!known)
        return Failure{CommandError(known.error())};
    if (!known->has_value())
        return std::optional<RecordedCommand>();
    return std::optional(RecordedCommand{receiptOf(**known), (*known)->at});
}

Done<Receipt> CaseCommands::run(const Command &command, domain::CaseId id, const char *action, const QJsonObject &arguments,
                                const std::function<Done<void>(CommandStep &)> &make)
{
    const QByteArray digest = commandDigest(command, id, action, arguments);
    auto before = earlierReceipt(m_desk.cases, command.id, digest);
    if (!before)
        return Failure{before.error()};
    if (before->has_value())
        return **before;
    // Somebody else may write between our read and our write. Whoever named the version on their screen is told;
    // everybody else gets another try on the newer row.
    for (int tries = 0;; ++tries) {
        StoreError error = StoreError::Broken;
        auto done = attempt(command, id, action, arguments, digest, make, &error);
        if (!done && done.error().fault == CommandFault::LeaseLost && done.error().who.isEmpty() && !(m_trace && m_trace->rehearse)) {
            // Whoever slept through the end of the hold frees the case: what everybody reads and what the refusal says agree.
            // When that cannot be written, the next one to look for what is due writes it.
            (void)CaseCommands(m_desk).carryOutDue(id, DueKind::LeaseExpired).ok();
            return done;
        }
        if (done || done.error().fault != CommandFault::Changed || error != StoreError::Stale)
            return done;
        if (command.seenVersion)
            return Failure{changedMeanwhile(m_desk.cases, id)};
        if (tries >= staleRetries)
            return done;
    }
}

Done<Receipt> CaseCommands::attempt(const Command &command, domain::CaseId id, const char *action, const QJsonObject &arguments,
                                    const QByteArray &digest, const std::function<Done<void>(CommandStep &)> &make,
                                    StoreError *error)
{
    const auto header = m_desk.cases.header(id);
    if (!header)
        return Failure{CommandError(header.error())};
    // Whoever lost the case to somebody else is told that, which says more.
    const bool fenced = command.claimNo && *command.claimNo != header->claimNo;
    if (command.seenVersion && *command.seenVersion != header->version && !fenced)
        return Failure{changedMeanwhile(m_desk.cases, id)};
    auto policy = m_desk.policy();
    if (!policy)
        return Failure{policy.error()};
    auto calendar = m_desk.calendar();
    if (!calendar)
        return Failure{calendar.error()};

    CommandStep step{.desk = m_desk, .command = command, .header = *header, .now = m_desk.clock.now(), .policy = *policy,
                     .calendar = *calendar, .transition = {}, .payload = arguments, .receipt = {}};
    step.transition.seenVersion = header->version;
    step.transition.after = *header;
    step.transition.after.version = header->version + 1;
    if (const auto made = make(step); !made)
        return Failure{made.error()};
    if (holdsControl(step))
        return Failure{CommandError(CommandFault::ControlCharacters)};

    step.receipt.caseId = id;
    step.receipt.caseNo = header->caseNo;
    step.receipt.state = step.after().state;
    step.receipt.version = step.nothingToDo ? header->version : step.after().version;
    step.receipt.unchanged = step.nothingToDo;
    if (m_trace) {
        m_trace->before = *header;
        m_trace->after = step.nothingToDo ? *header : step.after();
    }
    if (step.nothingToDo || (m_trace && m_trace->rehearse))
        return step.receipt;

    // Whatever the holder does shows that they are at it; a hold that ended is not brought back by it.
    const bool keepsHolding = header->state == domain::DisputeState::Claimed && step.after().state == domain::DisputeState::Claimed
        && header->holder == step.me() && step.after().holder == step.me() && leaseOf(*header, *policy, step.now).phase != LeasePhase::Over;
    if (keepsHolding)
        step.after().leaseUntil = step.now.plusMs(policy->leaseMs);
    step.after().rank = rankOf(step.after(), step.policy);
    if (m_trace)
        m_trace->after = step.after();
    if (const auto kept = putOnRecord(step, action, digest); !kept)
        return Failure{kept.error()};
    const auto applied = m_desk.cases.apply(step.transition);
    if (applied)
        return step.receipt;
    *error = applied.error();
    if (applied.error() == StoreError::Conflict) {
        // The same command may have won the race through another connection.
        auto before = earlierReceipt(m_desk.cases, command.id, digest);
        if (before && before->has_value())
            return **before;
    }
    return Failure{CommandError(applied.error())};
}

Done<Receipt> CaseCommands::exporting(const Command &command, domain::CaseId id)
{
    return run(command, id, "export", {}, [](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::ExportCase); !allowed)
            return allowed;
        const auto record = step.record();
        if (!record)
            return Failure{record.error()};
        // Said with every export: entries of older programs call no ruling in force once it is appealed.
        if (const RulingRow *row = record->rulingInForce())
            step.payload.insert(QStringLiteral("rulingNow"), row->id.toString());
        return {};
    });
}

Done<void> CaseCommands::saveDraft(const Actor &actor, const Draft &draft)
{
    if (!permitted(actor, Permission::Rule) || draft.author != actor.person.id)
        return Failure{CommandError(CommandFault::NotAllowed)};
    const auto saved = m_desk.cases.saveDraft(draft);
    if (!saved)
        return Failure{CommandError(saved.error())};
    return {};
}

} // namespace arb::usecases
