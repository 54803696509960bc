// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/casecommands.h>

#include "citedplaces.h"
#include "commandstep.h"
#include "mayhold.h"

#include <domain/canonicaljson.h>
#include <domain/casejson.h>

#include <usecases/opencase.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <array>

namespace arb::usecases {

using domain::Failure;

QStringList approvalReasons(const domain::Ruling &ruling, const domain::BookClause *clause, const Person &author, const CaseRecord &record)
{
    QStringList reasons;
    domain::Money sum = ruling.refund;
    for (const domain::MoneyLeg &leg : ruling.legs) {
        if (leg.kind != domain::LegKind::Refund)
            sum += leg.sum;
    }
    if (sum > author.approvalLimit)
        reasons.append(QStringLiteral("amount"));
    if (clause && clause->needsApproval)
        reasons.append(QStringLiteral("clause"));
    if (ruling.blame.platform > 0)
        reasons.append(QStringLiteral("platform"));
    if (ruling.blame.merchant > 0 && ruling.blame.buyer > 0)
        reasons.append(QStringLiteral("both"));
    const bool deposit = std::ranges::any_of(ruling.funding, [](const domain::Funding &part) {
        return part.source == domain::FundSource::Deposit;
    });
    if (deposit)
        reasons.append(QStringLiteral("deposit"));
    const RulingRow *earlier = earlierRuling(record);
    if (earlier && (earlier->ruling.outcome != ruling.outcome || earlier->ruling.blame != ruling.blame))
        reasons.append(QStringLiteral("reversal"));
    return reasons;
}

bool departs(const domain::Ruling &ruling, const domain::Assessment &assessment)
{
    return assessment.suggestion
        && (assessment.suggestion->outcome != ruling.outcome || assessment.suggestion->refund != ruling.refund);
}

QList<domain::RulingFault> rulingFaults(const domain::Ruling &ruling, const domain::CaseFile &file, const domain::RuleBook &book,
                                        const domain::Assessment &assessment)
{
    QList<domain::RulingFault> faults = domain::checkRuling(ruling, file);
    const QString id = ruling.clause.value_or(assessment.clause);
    const domain::BookClause *clause = book.clause(id);
    if (!clause && !id.isEmpty())
        faults.append({domain::RulingProblem::ClauseUnknown, QStringLiteral("/clause")});
    for (const QString &element : clause ? clause->elements : QStringList()) {
        const bool found = std::ranges::any_of(ruling.findings, [&](const domain::Finding &finding) { return finding.element == element; });
        if (!found)
            faults.append({domain::RulingProblem::ElementOpen, QStringLiteral("/findings"), element});
    }
    if (departs(ruling, assessment) && ruling.departure.trimmed().isEmpty())
        faults.append({domain::RulingProblem::DepartureMissing, QStringLiteral("/departure")});
    return faults;
}

QList<domain::Conduct> conductOf(const domain::Ruling &ruling, const domain::Assessment &assessment)
{
    if (!ruling.conduct.isEmpty() || !ruling.countsTowardMetrics || ruling.blame.merchant == 0)
        return ruling.conduct;
    QList<domain::Conduct> conduct;
    if (assessment.suggestion && assessment.clause == ruling.clause.value_or(assessment.clause)) {
        for (const domain::ConductCode code : assessment.suggestion->conduct)
            conduct.append({code, domain::Party::Merchant});
    }
    if (conduct.isEmpty())
        conduct.append({domain::ConductCode::Liable, domain::Party::Merchant});
    return conduct;
}

namespace {

/// Digests of what is cited are fixed at signing, so that a citation can tell later whether it still means the same.
void fixDigests(domain::Ruling &ruling, const domain::CaseFile &file)
{
    for (domain::Finding &finding : ruling.findings) {
        for (domain::Citation &citation : finding.citations) {
            if (citation.sha256.isEmpty())
                citation.sha256 = domain::placeDigest(citation, file);
        }
    }
}

QByteArray suggestionJson(const domain::Assessment &assessment)
{
    QJsonObject object{{QStringLiteral("clause"), assessment.clause}};
    if (assessment.suggestion) {
        object.insert(QStringLiteral("outcome"), domain::toCode(assessment.suggestion->outcome));
        object.insert(QStringLiteral("refundFen"), assessment.suggestion->refund.fen());
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// A ruling while a party still has time to answer: names the party whose window closes last. A window may be open in
/// other states than AwaitingEvidence, after a suspension; one that has run out is closed with the ruling.
Done<void> noWindowOpen(CommandStep &step)
{
    const bool awaited = step.header.state == domain::DisputeState::AwaitingEvidence;
    const auto record = step.record();
    if (!record)
        return Failure{record.error()};
    CommandError error(CommandFault::EvidenceWindowOpen);
    error.state = step.header.state;
    for (const EvidenceRequest &request : record->requests) {
        if (request.state != RequestState::Open)
            continue;
        if (!awaited && !domain::inTime(step.now, request.dueAt)) {
            step.transition.requestUpdates.append({request.id, RequestState::TimedOut, step.now});
        } else if (!error.until || *error.until < request.dueAt) {
            error.text = domain::toCode(request.party);
            error.until = request.dueAt;
        }
    }
    if (awaited || error.until)
        return Failure{error};
    return {};
}

/// What the signer had on show, whatever the ruling's text says of it: nobody writes their own.
Done<void> fixCoverage(const CommandStep &step, const domain::CaseFile &file, domain::Ruling &ruling)
{
    const auto coverage = step.desk.examination.coverage(step.header.id, step.me());
    if (!coverage)
        return Failure{CommandError(coverage.error())};
    ruling.coverage = domain::atSigning(*coverage, file);
    return {};
}

/// Its digest and its short sums, for the record: "opened/there are", milliseconds of films.
void payCoverage(QJsonObject &payload, const domain::CaseCoverage &coverage, const domain::CaseFile &file)
{
    const auto ratio = [](qint64 part, qint64 whole) { return QStringLiteral("%1/%2").arg(part).arg(whole); };
    payload.insert(QStringLiteral("coverageSha256"), QString::fromLatin1(domain::coverageDigest(coverage)));
    domain::CoverageSum all;
    const std::array keys{"coverageBuyer", "coverageMerchant", "coverageRecord"};
    for (const domain::CoverageSide side : domain::coverageSides) {
        const domain::CoverageSum sum = domain::sumOf(coverage, file, side);
        payload.insert(QLatin1StringView(keys.at(static_cast<std::size_t>(side))), ratio(sum.opened, sum.of));
        all.madeOpened += sum.madeOpened;
        all.madeOf += sum.madeOf;
        all.filmUs += sum.filmUs;
        all.filmOfUs += sum.filmOfUs;
        all.pages += sum.pages;
        all.pagesOf += sum.pagesOf;
        all.messages += sum.messages;
        all.messagesOf += sum.messagesOf;
    }
    if (all.madeOf > 0)
        payload.insert(QStringLiteral("coverageMade"), ratio(all.madeOpened, all.madeOf));
    if (all.filmOfUs > 0)
        payload.insert(QStringLiteral("coverageFilmMs"), ratio(all.filmUs / 1000, all.filmOfUs / 1000));
    if (all.pagesOf > 0)
        payload.insert(QStringLiteral("coveragePages"), ratio(all.pages, all.pagesOf));
    if (all.messagesOf > 0)
        payload.insert(QStringLiteral("coverageMessages"), ratio(all.messages, all.messagesOf));
}

struct Prepared
{
    CaseRecord record;
    domain::RuleBook book;
    RulingRow row;
    QStringList approval;
    bool departs = false;
};

/// Everything that is checked and resolved before a ruling is written: common to signing and to submitting.
Done<Prepared> prepare(const CommandStep &step, const domain::Ruling &wish)
{
    auto record = step.record();
    if (!record)
        return Failure{record.error()};
    auto book = bookOfCase(step.desk, *record);
    if (!book)
        return Failure{book.error()};
    const domain::Assessment assessment = assessRecord(*record, *book, step.calendar, step.now, wish);
    const QList<domain::RulingFault> faults = rulingFaults(wish, record->file, *book, assessment);
    if (!faults.isEmpty()) {
        CommandError error(CommandFault::RulingInvalid);
        error.faults = faults;
        error.book = *book;
        return Failure{error};
    }

    Prepared prepared{.record = std::move(record).value(), .book = *book, .row = {}, .approval = {}};
    prepared.departs = departs(wish, assessment);
    RulingRow &row = prepared.row;
    row.clause = wish.clause.value_or(assessment.clause);
    row.id = domain::RulingId(step.desk.ids.next(step.now));
    row.round = step.header.round;
    row.madeBy = step.me();
    row.madeByName = step.command.actor.name();
    row.madeAt = step.now;
    row.bookId = book->id();
    row.bookVersion = book->version();
    row.bookDate = book->effectiveFrom();
    row.ruling = wish;
    row.ruling.commandId = step.command.id;
    row.ruling.clause = row.clause;
    row.ruling.conduct = conductOf(wish, assessment);
    fixDigests(row.ruling, prepared.record.file);
    if (const auto fixed = fixCoverage(step, prepared.record.file, row.ruling); !fixed)
        return Failure{fixed.error()};
    row.suggestionJson = QString::fromUtf8(suggestionJson(assessment));
    prepared.approval = approvalReasons(row.ruling, book->clause(row.clause), step.command.actor.person, prepared.record);
    row.needsApproval = !prepared.approval.isEmpty();
    return prepared;
}

} // namespace

Draft draftOf(const RulingRow &row, const CaseRecord &record, domain::UtcMs now)
{
    domain::Ruling text = row.ruling;
    text.coverage.reset(); // of that signing; the next one has its own
    qint64 revision = 0;
    for (const Draft &draft : record.drafts) {
        if (draft.author == row.madeBy && draft.round == row.round)
            revision = std::max(revision, draft.revision);
    }
    return Draft{.caseId = record.header.id, .author = row.madeBy, .round = row.round, .revision = revision + 1, .savedAt = now,
                 .json = QJsonDocument(domain::toJson(text)).toJson(QJsonDocument::Compact)};
}

Done<Receipt> CaseCommands::rule(const Command &command, domain::CaseId id, const domain::Ruling &ruling)
{
    const QJsonObject arguments{
        {QStringLiteral("sha256"), QString::fromLatin1(domain::sha256Hex(domain::canonicalJson(domain::toJson(ruling))))}};
    return run(command, id, "rule", arguments, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Rule); !allowed)
            return allowed;
        if (const auto closed = noWindowOpen(step); !closed)
            return closed;
        if (const auto holder = step.needHolder(); !holder)
            return holder;
        if (const auto mayHear = step.needToHear(); !mayHear)
            return mayHear;
        domain::Ruling wish = ruling;
        if (const auto settled = settleCitedPlaces(step, wish); !settled)
            return settled;
        auto prepared = prepare(step, wish);
        if (!prepared)
            return Failure{prepared.error()};
        const RulingRow &row = prepared->row;
        const auto event = row.needsApproval ? domain::DisputeEvent::RuleForApproval : domain::DisputeEvent::Rule;
        if (const auto moved = step.move(event); !moved)
            return moved;
        step.dropHolder();
        step.after().ruling = row.id;
        if (step.header.round == 1)
            step.after().firstReviewer = step.me();
        step.transition.ruling = row;
        if (row.needsApproval)
            step.setDue(step.after(step.policy.approvalClock));
        else
            putIntoEffect(step, row, prepared->record, prepared->book);
        step.receipt.ruling = row.id;
        step.receipt.needsApproval = row.needsApproval;
        step.receipt.approvalWhy = prepared->approval.join(u',');
        step.payload.insert(QStringLiteral("ruling"), row.id.toString());
        step.payload.insert(QStringLiteral("rulingSha256"), QString::fromLatin1(domain::rulingDigest(row.ruling)));
        step.payload.insert(QStringLiteral("outcome"), domain::toCode(row.ruling.outcome));
        step.payload.insert(QStringLiteral("refundFen"), row.ruling.refund.fen());
        step.payload.insert(QStringLiteral("clause"), row.clause);
        step.payload.insert(QStringLiteral("book"), QString(row.bookId + u'@' + row.bookVersion));
        step.payload.insert(QStringLiteral("departs"), prepared->departs ? 1 : 0);
        if (row.needsApproval)
            step.payload.insert(QStringLiteral("approval"), step.receipt.approvalWhy);
        payCoverage(step.payload, *row.ruling.coverage, prepared->record.file);
        return {};
    });
}

Done<Receipt> CaseCommands::approve(const Command &command, domain::CaseId id)
{
    return run(command, id, "approve", {}, [](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Approve); !allowed)
            return allowed;
        if (const auto moved = step.move(domain::DisputeEvent::Approve); !moved)
            return moved;
        const auto record = step.record();
        if (!record)
            return Failure{record.error()};
        const RulingRow *row = record->currentRuling();
        if (!row)
            return Failure{CommandError(CommandFault::NotFound)};
        if (row->madeBy == step.me())
            return Failure{CommandError(CommandFault::OwnRuling)};
        if (const auto mayHear = step.needToHear(); !mayHear)
            return mayHear;
        if (const auto stranger = isStranger(step, step.command.actor.person); !stranger)
            return stranger;
        const auto book = step.desk.bookByVersion(row->bookId, row->bookVersion);
        if (!book)
            return Failure{book.error()};
        step.transition.approval = ApprovalRow{row->id, Approval{step.me(), step.command.actor.name(), step.now,
                                                                 ApprovalDecision::Approved, {}}};
        putIntoEffect(step, *row, *record, *book);
        step.receipt.ruling = row->id;
        step.payload.insert(QStringLiteral("ruling"), row->id.toString());
        return {};
    });
}

Done<Receipt> CaseCommands::sendBack(const Command &command, domain::CaseId id, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return Failure{CommandError(CommandFault::TextMissing)};
    return run(command, id, "return", {{QStringLiteral("reason"), reason}}, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Approve); !allowed)
            return allowed;
        if (const auto moved = step.move(domain::DisputeEvent::Return); !moved)
            return moved;
        if (const auto free = hasNoInterest(step, step.command.actor.person); !free)
            return free;
        const auto record = step.record();
        if (!record)
            return Failure{record.error()};
        const RulingRow *row = record->currentRuling();
        if (!row)
            return Failure{CommandError(CommandFault::NotFound)};
        if (row->madeBy == step.me())
            return Failure{CommandError(CommandFault::OwnRuling)};
        step.transition.approval = ApprovalRow{row->id, Approval{step.me(), step.command.actor.name(), step.now,
                                                                 ApprovalDecision::Returned, reason}};
        step.transition.draft = draftOf(*row, *record, step.now);
        step.after().ruling = {};
        step.notify(row->madeBy, NoticeKind::SentBack, reason);
        step.backToWaiting(row->madeBy, step.policy.secondLookClock, step.now);
        step.receipt.ruling = row->id;
        step.payload.insert(QStringLiteral("ruling"), row->id.toString());
        return {};
    });
}

Done<Receipt> CaseCommands::recall(const Command &command, domain::CaseId id, const QString &reason)
{
    return run(command, id, "recall", {{QStringLiteral("reason"), reason}}, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Recall); !allowed)
            return allowed;
        const auto record = step.record();
        if (!record)
            return Failure{record.error()};
        const RulingRow *row = record->currentRuling();
        if (!row)
            return step.notInThisState();
        if (row->madeBy != step.me()) {
            CommandError error(CommandFault::NotDrafter);
            error.who = row->madeByName;
            return Failure{error};
        }
        const bool carriedOut = step.header.state == domain::DisputeState::Executing || step.header.state == domain::DisputeState::Closed;
        if (row->effectiveAt() && (carriedOut || (step.header.state == domain::DisputeState::Ruled && step.header.dueAt && step.now > *step.header.dueAt))) {
            CommandError error(CommandFault::RecallWindowOver);
            error.until = row->effectiveAt()->plusMs(step.policy.recallWindowMs);
            error.state = step.header.state;
            return Failure{error};
        }
        if (const auto moved = step.move(domain::DisputeEvent::Recall); !moved)
            return moved;
        takeRulingBack(step, *row, *record, reason);
        step.holdBy(step.command.actor.person);
        step.setDue({step.header.deskDueAt, {}});
        step.receipt.ruling = row->id;
        step.payload.insert(QStringLiteral("ruling"), row->id.toString());
        return {};
    });
}

Done<Receipt> CaseCommands::appeal(const Command &command, domain::CaseId id, domain::Party by, const QString &text)
{
    const QJsonObject arguments{{QStringLiteral("by"), domain::toCode(by)},
                                {QStringLiteral("sha256"), QString::fromLatin1(domain::sha256Hex(text.toUtf8()))}};
    return run(command, id, "appeal", arguments, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Appeal); !allowed)
            return allowed;
        if (by != domain::Party::Buyer && by != domain::Party::Merchant)
            return Failure{CommandError(CommandFault::PartyUnknown, domain::toCode(by))};
        if (const auto moved = step.move(domain::DisputeEvent::Appeal); !moved)
            return moved;
        const auto record = step.record();
        if (!record)
            return Failure{record.error()};
        for (const domain::AuditEntry &entry : record->audit) {
            const QJsonObject payload = QJsonDocument::fromJson(entry.payload).object();
            if (entry.action == u"appeal" && payload.value(QStringLiteral("by")).toString() == domain::toCode(by))
                return Failure{CommandError(CommandFault::AlreadyAppealed, domain::toCode(by))};
        }
        const RulingRow *row = record->currentRuling();
        if (!row || !row->effectiveAt()) // settled: there is nothing to appeal against
            return step.notInThisState();
        const Deadline window = deadline(step.policy.appealWindowClock, *row->effectiveAt(), step.calendar);
        if (window.at && step.now > *window.at) {
            CommandError error(CommandFault::AppealWindowOver);
            error.until = window.at;
            return Failure{error};
        }
        ++step.after().round;
        step.after().appealRound = true;
        step.after().state = domain::DisputeState::Appealed;
        step.after().ruling = {};
        step.backToWaiting({}, step.policy.appealAnswerClock, step.now);
        if (!text.trimmed().isEmpty())
            step.transition.note = DeskNote{domain::NoteId(step.desk.ids.next(step.now)), step.now, domain::toCode(by), text};
        return {};
    });
}

Done<Receipt> CaseCommands::reverse(const Command &command, domain::CaseId id, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return Failure{CommandError(CommandFault::TextMissing)};
    return run(command, id, "reverse", {{QStringLiteral("reason"), reason}}, [](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Reverse); !allowed)
            return allowed;
        if (const auto moved = step.move(domain::DisputeEvent::Reverse); !moved)
            return moved;
        if (const auto free = hasNoInterest(step, step.command.actor.person); !free)
            return free;
        ++step.after().round;
        step.after().appealRound = false;
        step.after().ruling = {};
        step.backToWaiting({}, step.policy.deskRulingClock, step.now);
        return {};
    });
}

} // namespace arb::usecases
