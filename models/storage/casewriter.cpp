// SPDX-License-Identifier: GPL-3.0-or-later
#include "casewriter.h"

#include "rows.h"
#include "searchindex.h"

#include <domain/casejson.h>

#include <algorithm>

namespace arb::storage {

using usecases::StoreError;
using namespace usecases;

void writeCommand(Session &session, const CommandRecord &command)
{
    session.run(QStringLiteral("INSERT INTO command (id, actor, digest, result, at) VALUES (?, ?, ?, ?, ?)"),
                Values() << command.id << command.actor << command.digest << command.result << command.at);
}

namespace {

void writeAuditEntry(Session &session, const domain::AuditEntry &entry)
{
    session.run(QStringLiteral("INSERT INTO audit_entry (scope, seq, at, actor, action, payload, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                Values() << entry.scope << entry.seq << entry.at << entry.actor << entry.action << entry.payload << entry.prev << entry.hash);
    if (const QString raise = session.dialect().raiseHighWater(); !raise.isEmpty())
        session.run(raise, Values() << entry.at);
}

} // namespace

void writeDeskAudit(Session &session, const AuditDraft &draft)
{
    if (draft.action.isEmpty())
        return;
    const auto head = session.first(QString(QStringLiteral("SELECT audit_seq, audit_hash FROM desk WHERE id = 1") + session.dialect().lockRow()), {},
                                    [](const Row &row) { return domain::AuditHead{row.integer(0), row.utf8(1)}; });
    if (!head)
        throw DbError{};
    const domain::AuditEntry entry = domain::chain(*head, 0, draft.at, draft.actor, draft.action, draft.payload);
    writeAuditEntry(session, entry);
    session.run(QStringLiteral("UPDATE desk SET audit_seq = ?, audit_hash = ? WHERE id = 1"), Values() << entry.seq << entry.hash);
}

domain::AuditHead writeCaseAudit(Session &session, domain::CaseId id, const domain::AuditHead &head, const AuditDraft &draft)
{
    if (draft.action.isEmpty())
        return head;
    const domain::AuditEntry entry = domain::chain(head, id.value(), draft.at, draft.actor, draft.action, draft.payload);
    writeAuditEntry(session, entry);
    return domain::headOf(entry);
}

void writeExhibit(Session &session, domain::CaseId id, int ordinal, const domain::Exhibit &exhibit)
{
    session.run(QStringLiteral("INSERT INTO exhibit (case_id, exhibit_id, ordinal, party, kind, file, sha256, caption, element, "
                               "submitted_at, size, facts, derived_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                Values() << id << exhibit.id << ordinal << domain::toCode(exhibit.party) << domain::toCode(exhibit.kind) << exhibit.file
                         << exhibit.sha256 << exhibit.caption << exhibit.element << exhibit.submittedAt << exhibit.size
                         << compactJson(exhibit.facts) << (exhibit.derivedFrom ? compactJson(domain::toJson(*exhibit.derivedFrom)) : QByteArray("")));
}

void writeNote(Session &session, domain::CaseId id, const DeskNote &note)
{
    session.run(QStringLiteral("INSERT INTO desk_note (id, case_id, at, by_name, text, place, visibility, mentions, author_id) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                Values() << note.id << id << note.at << note.by << note.text
                         << (note.place ? compactJson(domain::toJson(*note.place)) : QByteArray("")) << domain::toCode(note.visibility)
                         << note.mentions.join(u'\n') << note.author);
}

void writeTags(Session &session, domain::CaseId id, const QStringList &tags)
{
    session.run(QStringLiteral("DELETE FROM tag WHERE case_id = ?"), Values() << id);
    for (const QString &word : tags)
        session.run(QStringLiteral("INSERT INTO tag (case_id, tag) VALUES (?, ?) ON CONFLICT DO NOTHING"), Values() << id << word);
}

bool writeDraft(Session &session, const Draft &draft)
{
    return session.run(QStringLiteral("INSERT INTO draft (case_id, author_id, round, revision, saved_at, json) VALUES (?, ?, ?, ?, ?, ?) "
                                      "ON CONFLICT (case_id, author_id, round) DO UPDATE SET revision = excluded.revision, "
                                      "saved_at = excluded.saved_at, json = excluded.json WHERE draft.revision <= excluded.revision"),
                       Values() << draft.caseId << draft.author << draft.round << draft.revision << draft.savedAt << draft.json)
        > 0;
}

namespace {

struct StoredHead
{
    qint64 version = 0;
    domain::AuditHead audit;
    QString tags;
};

/// Locks the case's row, so that the chain has one writer.
StoredHead lockCase(Session &session, domain::CaseId id)
{
    const auto found = session.first(QString(QStringLiteral("SELECT version, audit_seq, audit_hash, tags FROM dispute WHERE id = ?") + session.dialect().lockRow()),
                                     Values() << id, [](const Row &row) {
                                         return StoredHead{row.integer(0), {row.integer(1), row.utf8(2)}, row.text(3)};
                                     });
    if (!found)
        throw DbError{StoreError::NotFound};
    return *found;
}

void updateCase(Session &session, const CaseHeader &after, qint64 seenVersion, const domain::AuditHead &head)
{
    const qint64 changed = session.run(
        QStringLiteral("UPDATE dispute SET state = ?, round = ?, appeal_round = ?, holder_id = ?, claimed_at = ?, lease_until = ?, "
                       "claim_no = ?, version = ?, reserved_for = ?, reserved_until = ?, parked_until = ?, due_at = ?, due_unknown = ?, "
                       "desk_due_at = ?, suspended_at = ?, rank = ?, ruling_id = ?, first_reviewer_id = ?, flags = ?, tags = ?, "
                       "audit_seq = ?, audit_hash = ?, changed = %1 WHERE id = ? AND version = ?").arg(session.dialect().changeStamp()),
        Values() << domain::toCode(after.state) << after.round << after.appealRound << after.holder << after.claimedAt << after.leaseUntil
                 << after.claimNo << after.version << after.reservedFor << after.reservedUntil << after.parkedUntil << after.dueAt
                 << after.dueUnknown << after.deskDueAt << after.suspendedAt << after.rank << after.ruling << after.firstReviewer
                 << joinList(after.flags) << joinList(after.tags) << head.seq << head.hash << after.id << seenVersion);
    if (changed != 1)
        throw DbError{StoreError::Stale};
}

void writeRequests(Session &session, const Transition &transition)
{
    for (const EvidenceRequest &request : transition.newRequests) {
        session.run(QStringLiteral("INSERT INTO evidence_request (id, case_id, party, element, text, asked_at, due_at, asked_by, state, closed_at) "
                                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                    Values() << request.id << transition.after.id << domain::toCode(request.party) << request.element << request.text
                             << request.askedAt << request.dueAt << request.askedBy << domain::toCode(request.state) << request.closedAt);
    }
    for (const RequestUpdate &update : transition.requestUpdates) {
        const auto closedAt = update.state == RequestState::Open ? std::nullopt : std::optional(update.at);
        const qint64 changed = session.run(
            QStringLiteral("UPDATE evidence_request SET state = ?, closed_at = ?, due_at = COALESCE(?, due_at) WHERE id = ? AND case_id = ?"),
            Values() << domain::toCode(update.state) << closedAt << update.dueAt << update.id << transition.after.id);
        if (changed != 1)
            throw DbError{};
    }
}

void writeCitations(Session &session, const RulingRow &row)
{
    for (int finding = 0; finding < row.ruling.findings.size(); ++finding) {
        const domain::Finding &found = row.ruling.findings.at(finding);
        for (int ordinal = 0; ordinal < found.citations.size(); ++ordinal) {
            const domain::Citation &citation = found.citations.at(ordinal);
            QString kind = QStringLiteral("fact");
            QString target = citation.fact;
            if (!citation.exhibit.isEmpty()) {
                kind = QStringLiteral("exhibit");
                target = citation.exhibit;
            } else if (!citation.message.isEmpty()) {
                kind = QStringLiteral("message");
                target = citation.message;
            } else if (citation.logistics) {
                kind = QStringLiteral("logistics");
                target = QString::number(*citation.logistics);
            }
            session.run(QStringLiteral("INSERT INTO citation (ruling_id, finding, ordinal, element, verdict, kind, target, sha256) "
                                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                        Values() << row.id << finding << ordinal << found.element
                                 << domain::toCode(found.verdict.value_or(domain::Verdict::NotEnough)) << kind << target << citation.sha256);
        }
    }
}

void writeRuling(Session &session, domain::CaseId id, const RulingRow &row)
{
    const domain::Ruling &ruling = row.ruling;
    session.run(QStringLiteral("INSERT INTO ruling (id, case_id, round, made_by, made_at, needs_approval, book_id, book_version, book_date, "
                               "clause, outcome, refund_fen, blame_merchant, blame_creator, blame_platform, blame_buyer, "
                               "counts_toward_metrics, ruling_json, suggestion_json) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                Values() << row.id << id << row.round << row.madeBy << row.madeAt << row.needsApproval << row.bookId << row.bookVersion
                         << row.bookDate << row.clause << domain::toCode(ruling.outcome) << ruling.refund << ruling.blame.merchant
                         << ruling.blame.creator << ruling.blame.platform << ruling.blame.buyer << ruling.countsTowardMetrics
                         << compactJson(domain::toJson(ruling)) << row.suggestionJson);
    writeCitations(session, row);
}

void writeDecisions(Session &session, const Transition &transition)
{
    if (transition.ruling)
        writeRuling(session, transition.after.id, *transition.ruling);
    if (transition.approval) {
        const Approval &approval = transition.approval->approval;
        // The maker is copied from the ruling, so that the row itself can say that maker and checker differ.
        const qint64 written = session.run(
            QStringLiteral("INSERT INTO ruling_approval (ruling_id, made_by, approver_id, at, decision, reason) "
                           "SELECT id, made_by, CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS TEXT), CAST(? AS TEXT) "
                           "FROM ruling WHERE id = ? AND case_id = ?"),
            Values() << approval.by << approval.at << domain::toCode(approval.decision) << approval.reason << transition.approval->ruling
                     << transition.after.id);
        if (written != 1)
            throw DbError{};
    }
    if (transition.recall) {
        session.run(QStringLiteral("INSERT INTO ruling_recall (ruling_id, by_id, at, reason) VALUES (?, ?, ?, ?)"),
                    Values() << transition.recall->ruling << transition.recall->by << transition.recall->at << transition.recall->reason);
    }
}

void writeTasks(Session &session, const Transition &transition)
{
    for (const ExecutionTask &task : transition.newTasks) {
        session.run(QStringLiteral("INSERT INTO execution_task (id, case_id, ruling_id, ordinal, kind, actor, sum_fen, due_spec, starts_at, "
                                   "detail, funding, idempotency_key, not_before, due_at, state, attempts, last_error, sent_at, done_at) "
                                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                    Values() << task.id << transition.after.id << task.ruling << task.index << domain::toCode(task.spec.kind)
                             << domain::toCode(task.spec.actor) << task.spec.sum << task.spec.due << startCode(task.spec.startsAt)
                             << task.spec.detail << fundingToJson(task.funding) << task.idempotencyKey << task.notBefore << task.dueAt
                             << domain::toCode(task.state) << task.attempts << task.lastError << task.sentAt << task.doneAt);
    }
    for (const TaskUpdate &update : transition.taskUpdates) {
        const std::optional<domain::UtcMs> sent = update.state == TaskState::Sent ? update.at : std::nullopt;
        const std::optional<domain::UtcMs> done = update.state == TaskState::Done ? update.at : std::nullopt;
        const qint64 changed = session.run(
            QStringLiteral("UPDATE execution_task SET state = ?, attempts = ?, last_error = ?, due_at = coalesce(?, due_at), "
                           "sent_at = coalesce(?, sent_at), done_at = coalesce(?, done_at) WHERE id = ? AND case_id = ?"),
            Values() << domain::toCode(update.state) << update.attempts << update.lastError << update.dueAt << sent << done << update.id
                     << transition.after.id);
        if (changed != 1)
            throw DbError{};
    }
}

void writePoints(Session &session, const Transition &transition)
{
    for (const PenaltyPoint &point : transition.points) {
        session.run(QStringLiteral("INSERT INTO penalty_point (id, platform, merchant_id, case_id, ruling_id, code, points, at, expires_at, reverses) "
                                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                    Values() << point.id << point.platform << point.merchantId << transition.after.id << point.ruling
                             << domain::toCode(point.code) << point.points << point.at << point.expiresAt << point.reverses);
        session.run(QStringLiteral("INSERT INTO merchant_month (platform, merchant_id, month, code, points, events) VALUES (?, ?, ?, ?, ?, 1) "
                                   "ON CONFLICT (platform, merchant_id, month, code) DO UPDATE SET "
                                   "points = merchant_month.points + excluded.points, events = merchant_month.events + 1"),
                    Values() << point.platform << point.merchantId << platformMonth(point.at) << domain::toCode(point.code) << point.points);
    }
}

void writeExtras(Session &session, const Transition &transition)
{
    const domain::CaseId id = transition.after.id;
    if (!transition.newExhibits.isEmpty()) {
        int ordinal = session.first(QStringLiteral("SELECT coalesce(max(ordinal), -1) FROM exhibit WHERE case_id = ?"), Values() << id,
                                    [](const Row &row) { return row.number(0); }).value_or(-1);
        for (const domain::Exhibit &exhibit : transition.newExhibits)
            writeExhibit(session, id, ++ordinal, exhibit);
    }
    if (transition.draft)
        writeDraft(session, *transition.draft);
    if (transition.note)
        writeNote(session, id, *transition.note);
    if (const auto &removal = transition.noteRemoval) {
        const qint64 removed = session.run(QStringLiteral("UPDATE desk_note SET removed_at = ?, removed_by = ? WHERE case_id = ? AND id = ? AND removed_at IS NULL"),
                                           Values() << removal->at << removal->by << id << removal->note);
        if (removed != 1)
            throw DbError{StoreError::NotFound};
    }
    if (const auto &skip = transition.skip) {
        session.run(QStringLiteral("INSERT INTO skip_log (case_id, person_id, at, reason) VALUES (?, ?, ?, ?)"),
                    Values() << id << skip->by << skip->at << skip->reason);
    }
    for (const Notice &notice : transition.notices) {
        session.run(QStringLiteral("INSERT INTO notice (id, person_id, case_id, at, kind, by_name, text, is_read) VALUES (?, ?, ?, ?, ?, ?, ?, 0)"),
                    Values() << notice.id << notice.person << id << notice.at << domain::toCode(notice.kind) << notice.by << notice.text);
    }
}

/// Does it say something new that is searched for, or take something back?
bool changesSearch(const Transition &transition)
{
    return transition.ruling || transition.recall || (transition.approval && transition.approval->approval.decision == ApprovalDecision::Returned)
        || std::ranges::any_of(transition.newExhibits, [](const domain::Exhibit &exhibit) { return !exhibit.caption.isEmpty(); });
}

} // namespace

void raiseChange(Session &session)
{
    if (const QString raise = session.dialect().raiseChange(); !raise.isEmpty())
        session.run(raise);
}

void appendCaseAudit(Session &session, domain::CaseId id, const AuditDraft &draft)
{
    const domain::AuditHead head = writeCaseAudit(session, id, lockCase(session, id).audit, draft);
    session.run(QStringLiteral("UPDATE dispute SET audit_seq = ?, audit_hash = ? WHERE id = ?"), Values() << head.seq << head.hash << id);
}

void writeTransition(Session &session, const Transition &transition, const CaseHeader *locked)
{
    const CaseHeader &after = transition.after;
    // The command first: one that came twice must learn that it was done, not that its version is old.
    if (transition.command)
        writeCommand(session, *transition.command);
    const StoredHead stored = locked ? StoredHead{locked->version, locked->audit, joinList(locked->tags)} : lockCase(session, after.id);
    if (stored.version != transition.seenVersion)
        throw DbError{StoreError::Stale};
    const domain::AuditHead head = writeCaseAudit(session, after.id, stored.audit, transition.audit);
    raiseChange(session);
    updateCase(session, after, transition.seenVersion, head);
    writeDecisions(session, transition);
    writeTasks(session, transition);
    writePoints(session, transition);
    writeRequests(session, transition);
    writeExtras(session, transition);
    if (joinList(after.tags) != stored.tags)
        writeTags(session, after.id, after.tags);
    if (changesSearch(transition))
        reindexCase(session, after.id);
}

} // namespace arb::storage
