// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/sqlstores.h>

#include "casereader.h"
#include "casewriter.h"
#include "rows.h"

#include <domain/casejson.h>

#include <algorithm>
#include <limits>
#include <tuple>

namespace arb::storage {

using namespace usecases;

namespace {

CaseHeader loadHeader(Session &session, domain::CaseId id)
{
    const auto found = session.first(QString(QStringLiteral("SELECT ") + headerColumns() + headerTables() + QStringLiteral("WHERE d.id = ?")),
                                     Values() << id, readHeader);
    if (!found)
        throw DbError{StoreError::NotFound};
    return *found;
}

EvidenceRequest readRequest(const Row &row)
{
    EvidenceRequest request;
    request.id = row.id<domain::RequestId>(0);
    request.party = row.code<domain::Party>(1);
    request.element = row.text(2);
    request.text = row.text(3);
    request.askedAt = row.time(4);
    request.dueAt = row.time(5);
    request.askedBy = row.text(6);
    request.state = row.code<RequestState>(7);
    request.closedAt = row.maybeTime(8);
    return request;
}

RulingRow readRuling(const Row &row)
{
    RulingRow ruling;
    ruling.id = row.id<domain::RulingId>(0);
    ruling.round = row.number(1);
    ruling.madeBy = row.id<domain::PersonId>(2);
    ruling.madeByName = row.text(3);
    ruling.madeAt = row.time(4);
    ruling.needsApproval = row.flag(5);
    ruling.bookId = row.text(6);
    ruling.bookVersion = row.text(7);
    ruling.bookDate = row.text(8);
    ruling.clause = row.text(9);
    const auto parsed = domain::rulingFromJson(jsonObject(row.utf8(10)));
    if (!parsed)
        throw DbError{};
    ruling.ruling = *parsed;
    ruling.suggestionJson = row.text(11);
    if (!row.isNull(12)) {
        ruling.approval = Approval{row.id<domain::PersonId>(12), row.text(13), row.time(14), row.code<ApprovalDecision>(15), row.text(16)};
    }
    if (!row.isNull(18))
        ruling.recall = Recalled{row.text(17), row.time(18), row.text(19)};
    return ruling;
}

QList<RulingRow> loadRulings(Session &session, domain::CaseId id)
{
    // What was made in one moment is ordered by the chain; of rulings that it does not name, what was taken back came first.
    return session.all(QStringLiteral(
                           "SELECT r.id, r.round, r.made_by, m.name, r.made_at, r.needs_approval, r.book_id, r.book_version, r.book_date, r.clause, "
                           "r.ruling_json, r.suggestion_json, a.approver_id, q.name, a.at, a.decision, a.reason, b.name, c.at, c.reason "
                           "FROM ruling r JOIN person m ON m.id = r.made_by "
                           "LEFT JOIN ruling_approval a ON a.ruling_id = r.id LEFT JOIN person q ON q.id = a.approver_id "
                           "LEFT JOIN ruling_recall c ON c.ruling_id = r.id LEFT JOIN person b ON b.id = c.by_id "
                           "WHERE r.case_id = ? ORDER BY r.round, r.made_at, "
                           "CASE WHEN c.at IS NOT NULL OR coalesce(a.decision, '') = 'returned' THEN 0 ELSE 1 END, r.id"), Values() << id, readRuling);
}

QList<domain::AuditEntry> loadAudit(Session &session, domain::CaseId id)
{
    return session.all(QStringLiteral("SELECT seq, at, actor, action, payload, prev, hash FROM audit_entry WHERE scope = ? ORDER BY seq"),
                       Values() << id, [id](const Row &row) {
                           return domain::AuditEntry{.scope = id.value(), .seq = row.integer(0), .at = row.time(1), .actor = row.text(2),
                                                     .action = row.text(3), .payload = row.utf8(4), .prev = row.utf8(5), .hash = row.utf8(6)};
                       });
}

/// Of rulings made in one moment – under a clock that stands, as the demo's – ids of different programs do not say which
/// came first: the case's own chain does, with the entry that made each.
void orderByChain(QList<RulingRow> &rulings, const QList<domain::AuditEntry> &audit)
{
    const auto sameMoment = [](const RulingRow &one, const RulingRow &other) { return one.round == other.round && one.madeAt == other.madeAt; };
    if (std::ranges::adjacent_find(rulings, sameMoment) == rulings.cend())
        return;
    QHash<qint64, qint64> madeBy; // ruling → seq
    for (const domain::AuditEntry &entry : audit) {
        const qint64 named = jsonObject(entry.payload).value(QLatin1StringView("ruling")).toString().toLongLong();
        if (named != 0 && !madeBy.contains(named))
            madeBy.insert(named, entry.seq);
    }
    std::ranges::stable_sort(rulings, {}, [&](const RulingRow &row) { return std::tuple(row.round, row.madeAt.ms(), madeBy.value(row.id.value())); });
}

QList<Draft> loadDrafts(Session &session, domain::CaseId id)
{
    return session.all(QStringLiteral("SELECT author_id, round, revision, saved_at, json FROM draft WHERE case_id = ? ORDER BY round, author_id"),
                       Values() << id, [id](const Row &row) {
                           return Draft{id, row.id<domain::PersonId>(0), row.number(1), row.integer(2), row.time(3), row.utf8(4)};
                       });
}

CaseRecord loadRecord(Session &session, domain::CaseId id)
{
    CaseRecord record;
    record.header = loadHeader(session, id);
    record.file = loadFile(session, id);
    record.requests = session.all(QStringLiteral("SELECT id, party, element, text, asked_at, due_at, asked_by, state, closed_at "
                                                 "FROM evidence_request WHERE case_id = ? ORDER BY asked_at, id"), Values() << id, readRequest);
    record.rulings = loadRulings(session, id);
    record.tasks = session.all(QString(QStringLiteral("SELECT ") + taskColumns() + QStringLiteral("WHERE t.case_id = ? ORDER BY t.ruling_id, t.ordinal, t.id")),
                               Values() << id, readTask);
    record.points = session.all(QString(QStringLiteral("SELECT ") + pointColumns() + QStringLiteral("WHERE case_id = ? ORDER BY at, id")),
                                Values() << id, readPoint);
    record.drafts = loadDrafts(session, id);
    record.notes = session.all(QStringLiteral("SELECT id, at, by_name, text, place, visibility, mentions, author_id FROM desk_note "
                                              "WHERE case_id = ? AND removed_at IS NULL ORDER BY at, id"), Values() << id, readNote);
    record.audit = loadAudit(session, id);
    orderByChain(record.rulings, record.audit);
    record.earlier = session.first(QStringLiteral("SELECT ruling_json, audit_jsonl FROM earlier_record WHERE case_id = ?"), Values() << id,
                                   [](const Row &row) { return EarlierRecord{row.utf8(0), row.utf8(1)}; });
    return record;
}

} // namespace

Stored<CaseHeader> SqlCaseStore::header(domain::CaseId id)
{
    return reading(m_session, [&] { return loadHeader(m_session, id); });
}

Stored<QList<domain::CaseId>> SqlCaseStore::find(const QString &platform, const QString &caseNo)
{
    return reading(m_session, [&] {
        const auto id = [](const Row &row) { return row.id<domain::CaseId>(0); };
        if (platform.isEmpty())
            return m_session.all(QStringLiteral("SELECT id FROM dispute WHERE case_no = ? ORDER BY id"), Values() << caseNo, id);
        return m_session.all(QStringLiteral("SELECT id FROM dispute WHERE platform = ? AND case_no = ?"), Values() << platform << caseNo, id);
    });
}

Stored<CaseRecord> SqlCaseStore::record(domain::CaseId id)
{
    return reading(m_session, [&] { return loadRecord(m_session, id); }, true);
}

Stored<void> SqlCaseStore::apply(const Transition &transition)
{
    return inTransaction(m_session, [&] { writeTransition(m_session, transition); });
}

Stored<std::optional<domain::CaseId>> SqlCaseStore::takeNext(const TakeNextQuery &query,
                                                             const std::function<Transition(const CaseHeader &)> &make)
{
    QString sql = QString(QStringLiteral("SELECT ") + headerColumns() + headerTables(m_session.dialect().byIndex(waitingInOrder))
                          + QStringLiteral("WHERE d.state IN ('Queued', 'Appealed') AND (d.parked_until IS NULL OR d.parked_until <= ?) "
                                           "AND (d.reserved_for IS NULL OR d.reserved_for = ? OR d.reserved_until IS NULL OR d.reserved_until < ?) "
                                           "AND (d.round = 1 OR ((d.first_reviewer_id IS NULL OR d.first_reviewer_id <> ?) AND NOT EXISTS "
                                           "(SELECT 1 FROM report_rulings e JOIN ruling r ON r.id = e.ruling_id WHERE e.case_id = d.id "
                                           "AND e.round < d.round AND e.effective_at IS NOT NULL AND r.made_by = ?))) "
                                           "AND NOT EXISTS (SELECT 1 FROM conflict_of_interest c WHERE c.person_id = ? "
                                           "AND c.platform = d.platform AND c.merchant_id = d.merchant_id) "));
    Values values;
    values << query.now << query.me << query.now << query.me << query.me << query.me;
    if (!query.appeals)
        sql += QStringLiteral("AND d.appeal_round = 0 ");
    sql += QStringLiteral("AND NOT EXISTS (SELECT 1 FROM skip_log s WHERE s.person_id = ? AND s.case_id = d.id AND (s.reason = ? OR s.at >= ?)) ");
    values << query.me << QString(knowPartyReason) << query.skippedSince.value_or(domain::UtcMs(std::numeric_limits<qint64>::max()));
    if (query.notPastEndedLease) {
        // Left alone SQLite reads every claimed case for it, and taking one gets slower with each that is held.
        sql += QStringLiteral("AND NOT EXISTS (SELECT 1 FROM dispute e %1WHERE e.state = 'Claimed' AND e.lease_until < ?) ")
                   .arg(m_session.dialect().byIndex("dispute_lease"));
        values << query.now;
    }
    sql += QString(QStringLiteral("ORDER BY d.rank, d.id LIMIT 1") + m_session.dialect().lockRowSkipping());
    return inTransaction(
        m_session,
        [&]() -> std::optional<domain::CaseId> {
            const auto header = m_session.first(sql, values, readHeader);
            if (!header)
                return std::nullopt;
            writeTransition(m_session, make(*header), &*header);
            return header->id;
        },
        Transaction::Kind::Take);
}

Stored<std::optional<CommandRecord>> SqlCaseStore::command(const QString &id)
{
    return reading(m_session, [&] {
        return m_session.first(QStringLiteral("SELECT id, actor, digest, result, at FROM command WHERE id = ?"), Values() << id,
                               [](const Row &row) {
                                   return CommandRecord{row.text(0), row.text(1), row.utf8(2), row.utf8(3), row.time(4)};
                               });
    });
}

Stored<QList<domain::CaseId>> SqlCaseStore::expiredLeases(domain::UtcMs now, int limit)
{
    return reading(m_session, [&] {
        return m_session.all(QStringLiteral("SELECT id FROM dispute %1WHERE state = 'Claimed' AND lease_until < ? ORDER BY lease_until, id LIMIT ?")
                                 .arg(m_session.dialect().byIndex("dispute_lease")),
                             Values() << now << limit, [](const Row &row) { return row.id<domain::CaseId>(0); });
    });
}

Stored<QList<DueWork>> SqlCaseStore::dueWork(domain::UtcMs now, int limit)
{
    // Each branch on its own partial index; the numbers are DueKind's.
    const QString sql = QStringLiteral(
        "SELECT kind, case_id, at FROM ("
        "SELECT * FROM (SELECT 0 AS kind, id AS case_id, lease_until AS at FROM dispute %1WHERE state = 'Claimed' AND lease_until < ? "
        "ORDER BY lease_until, id LIMIT ?) AS a UNION ALL "
        "SELECT 1, r.case_id, min(r.due_at) FROM evidence_request r %3JOIN dispute d ON d.id = r.case_id "
        "WHERE r.state = 'open' AND r.due_at < ? AND d.state = 'AwaitingEvidence' GROUP BY r.case_id UNION ALL "
        "SELECT CASE state WHEN 'Negotiating' THEN 2 ELSE 3 END, id, due_at FROM dispute %2"
        "WHERE state IN ('Negotiating', 'Ruled') AND due_at < ? UNION ALL "
        "SELECT 4, t.case_id, min(t.not_before) FROM execution_task t %4JOIN dispute d ON d.id = t.case_id "
        "WHERE t.state = 'pending' AND t.not_before <= ? AND d.state = 'Executing' GROUP BY t.case_id UNION ALL "
        "SELECT 5, t.case_id, min(t.due_at) FROM execution_task t %5JOIN dispute d ON d.id = t.case_id "
        "WHERE t.state IN ('pending', 'sent') AND t.due_at < ? AND (t.actor <> 'platform' OR t.sent_at <= t.due_at) "
        "AND d.state = 'Executing' GROUP BY t.case_id"
        ") AS w ORDER BY at, case_id, kind LIMIT ?")
                            .arg(m_session.dialect().byIndex("dispute_lease"), m_session.dialect().byIndex("dispute_step_due"),
                                 m_session.dialect().byIndex("evidence_request_open"), m_session.dialect().byIndex("execution_task_pending"),
                                 m_session.dialect().byIndex("execution_task_due"));
    return reading(m_session, [&] {
        return m_session.all(sql, Values() << now << limit << now << now << now << now << limit,
                             [](const Row &row) { return DueWork{static_cast<DueKind>(row.number(0)), row.id<domain::CaseId>(1), row.time(2)}; });
    });
}

namespace {

/// domain::rank as an expression over `dispute`, and what it binds.
const char rankExpression[] =
    "coalesce(due_at, escalated_at + CAST(? AS BIGINT)) "
    "- CASE WHEN claimed_fen <= 0 THEN CAST(0 AS BIGINT) "
    "WHEN claimed_fen / CAST(? AS BIGINT) * CAST(? AS BIGINT) > CAST(? AS BIGINT) THEN CAST(? AS BIGINT) "
    "ELSE claimed_fen / CAST(? AS BIGINT) * CAST(? AS BIGINT) END "
    "- CAST(? AS BIGINT) * CASE WHEN flags = '' THEN 0 ELSE length(flags) - length(replace(flags, CAST(? AS TEXT), '')) + 1 END "
    "+ CASE WHEN state IN ('Closed', 'Withdrawn') THEN CAST(? AS BIGINT) ELSE CAST(0 AS BIGINT) END";

Values rankValues(const domain::RankWeights &weights)
{
    return Values() << domain::rankWithoutDeadlineMs << domain::rankAmountStepFen << weights.msPerHundredYuan << weights.amountCapMs
                    << weights.amountCapMs << domain::rankAmountStepFen << weights.msPerHundredYuan << weights.riskMs
                    << QStringLiteral("\n") << domain::rankOfFinishedMs;
}

} // namespace

Stored<Reranked> SqlCaseStore::rerank(const domain::RankWeights &weights, domain::CaseId after, int limit)
{
    const QString rank = QString::fromLatin1(rankExpression);
    return inTransaction(m_session, [&] {
        Reranked done;
        done.last = m_session.first(QStringLiteral("SELECT coalesce(max(id), 0) FROM (SELECT id FROM dispute WHERE id > ? ORDER BY id LIMIT ?) AS portion"),
                                    Values() << after.value() << limit, [](const Row &row) { return domain::CaseId(row.integer(0)); })
                        .value_or(domain::CaseId());
        if (done.last.isNull())
            return done;
        raiseChange(m_session);
        Values values = rankValues(weights);
        values << after.value() << done.last;
        values.append(rankValues(weights));
        done.changed = m_session.run(QString(QStringLiteral("UPDATE dispute SET rank = ") + rank + QStringLiteral(", changed = ") + m_session.dialect().changeStamp()
                                             + QStringLiteral(" WHERE id > ? AND id <= ? AND rank <> ") + rank),
                                     values);
        return done;
    });
}

Stored<void> SqlCaseStore::saveDraft(const Draft &draft)
{
    return inTransaction(m_session, [&] {
        const bool known = m_session.first(QStringLiteral("SELECT 1 FROM dispute WHERE id = ?"), Values() << draft.caseId,
                                           [](const Row &) { return true; }).value_or(false);
        if (!known)
            throw DbError{StoreError::NotFound};
        if (!writeDraft(m_session, draft))
            throw DbError{StoreError::Conflict};
    });
}

Stored<QStringList> SqlCaseStore::conflicts(domain::PersonId person)
{
    return reading(m_session, [&] {
        QStringList names = m_session.all(QStringLiteral("SELECT platform, merchant_id FROM conflict_of_interest WHERE person_id = ?"),
                                          Values() << person, [](const Row &row) { return QString(row.text(0) + u':' + row.text(1)); });
        names.sort();
        return names;
    });
}

Stored<bool> SqlCaseStore::knowsParty(domain::PersonId person, domain::CaseId id)
{
    return reading(m_session, [&] {
        return m_session.first(QStringLiteral("SELECT 1 FROM skip_log WHERE person_id = ? AND case_id = ? AND reason = ?"),
                               Values() << person << id << QString(knowPartyReason), [](const Row &) { return true; }).value_or(false);
    });
}

Stored<QList<domain::CaseId>> SqlCaseStore::casesOfKnownParties(domain::PersonId person)
{
    return reading(m_session, [&] {
        return m_session.all(QStringLiteral("SELECT DISTINCT case_id FROM skip_log WHERE person_id = ? AND reason = ? ORDER BY case_id"),
                             Values() << person << QString(knowPartyReason), [](const Row &row) { return domain::CaseId(row.integer(0)); });
    });
}

Stored<qint64> SqlCaseStore::changeMark()
{
    return reading(m_session, [&] {
        return m_session.first(m_session.dialect().changeMark(), {}, [](const Row &row) { return row.integer(0); }).value_or(0);
    });
}

} // namespace arb::storage
