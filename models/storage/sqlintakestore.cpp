// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/sqlstores.h>

#include "casewriter.h"
#include "rows.h"
#include "searchindex.h"

#include <domain/casejson.h>

namespace arb::storage {

using namespace usecases;

namespace {

void insertCase(Session &session, const CaseHeader &header, const domain::AuditHead &head)
{
    const QString sql = QString(
        QStringLiteral("INSERT INTO dispute (id, platform, case_no, state, round, appeal_round, holder_id, claimed_at, lease_until, "
                       "claim_no, version, reserved_for, reserved_until, parked_until, due_at, due_unknown, desk_due_at, suspended_at, "
                       "rank, ruling_id, first_reviewer_id, type, reason, trade_kind, category, product, order_no, claimed_fen, "
                       "disputed_fen, escalated_at, buyer_id, merchant_id, merchant_name, flags, tags, bundle_digest, audit_seq, "
                       "audit_hash, changed) VALUES (") + places(38) + QStringLiteral(", ") + session.dialect().changeStamp() + u')');
    session.run(sql, Values() << header.id << header.platform << header.caseNo << domain::toCode(header.state) << header.round
                              << header.appealRound << header.holder << header.claimedAt << header.leaseUntil << header.claimNo
                              << header.version << header.reservedFor << header.reservedUntil << header.parkedUntil << header.dueAt
                              << header.dueUnknown << header.deskDueAt << header.suspendedAt << header.rank << header.ruling
                              << header.firstReviewer << domain::toCode(header.type) << domain::toCode(header.reason)
                              << domain::toCode(header.tradeKind) << header.category << header.product << header.orderNo
                              << header.claimed << header.disputed << header.escalatedAt << header.buyerId << header.merchantId
                              << header.merchantName << joinList(header.flags) << joinList(header.tags) << header.bundleDigest
                              << head.seq << head.hash);
}

void insertFile(Session &session, domain::CaseId id, const domain::CaseFile &file)
{
    session.run(QStringLiteral("INSERT INTO case_document (case_id, json) VALUES (?, ?)"),
                Values() << id << compactJson(domain::withoutPersonalData(file.document)));
    for (const domain::PersonalData &person : domain::personalData(file)) {
        session.run(QStringLiteral("INSERT INTO personal_data (case_id, party, name, phone, address) VALUES (?, ?, ?, ?, ?)"),
                    Values() << id << domain::toCode(person.party) << person.name << person.phone << person.address);
    }
    int ordinal = 0;
    for (const domain::Exhibit &exhibit : file.exhibits)
        writeExhibit(session, id, ordinal++, exhibit);
    for (const domain::CaseLink &link : file.links) {
        session.run(QStringLiteral("INSERT INTO case_link (case_id, kind, case_no) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
                    Values() << id << domain::toCode(link.kind) << link.caseNo);
    }
}

void admit(Session &session, const Admission &admission)
{
    const CaseHeader &header = admission.header;
    // The row keeps the head of a chain that begins with this entry; the entry itself needs no row to exist before it.
    const domain::AuditHead head = writeCaseAudit(session, header.id, domain::emptyAuditHead(), admission.audit);
    insertCase(session, header, head);
    insertFile(session, header.id, admission.file);
    indexCase(session, header.id, admission.file);
    if (!header.tags.isEmpty())
        writeTags(session, header.id, header.tags);
    if (admission.earlier) {
        session.run(QStringLiteral("INSERT INTO earlier_record (case_id, ruling_json, audit_jsonl) VALUES (?, ?, ?)"),
                    Values() << header.id << admission.earlier->rulingJson << admission.earlier->auditJsonl);
    }
    writeExamination(session, header.id, admission.examination, admission.audit.at);
    for (const usecases::DeskNote &note : admission.notes)
        writeNote(session, header.id, note);
}

} // namespace

Stored<std::optional<KnownCase>> SqlIntakeStore::known(const QString &platform, const QString &caseNo)
{
    return reading(m_session, [&] {
        return m_session.first(QStringLiteral("SELECT id, bundle_digest FROM dispute WHERE platform = ? AND case_no = ?"),
                               Values() << platform << caseNo, [](const Row &row) {
                                   return KnownCase{row.id<domain::CaseId>(0), row.utf8(1)};
                               });
    });
}

Stored<void> SqlIntakeStore::addMany(std::span<const Admission> admissions)
{
    return inTransaction(m_session, [&] {
        raiseChange(m_session);
        for (const Admission &admission : admissions)
            admit(m_session, admission);
    });
}

Stored<bool> SqlIntakeStore::isReferenced(const QByteArray &sha256)
{
    return reading(m_session, [&] {
        return m_session.first(QStringLiteral("SELECT 1 FROM exhibit WHERE sha256 = ? LIMIT 1"), Values() << sha256, [](const Row &) { return true; })
            .value_or(false);
    });
}

Stored<bool> SqlIntakeStore::holdsEvidence()
{
    return reading(m_session, [&] {
        return m_session.first(QStringLiteral("SELECT 1 FROM exhibit LIMIT 1"), {}, [](const Row &) { return true; }).value_or(false);
    });
}

} // namespace arb::storage
