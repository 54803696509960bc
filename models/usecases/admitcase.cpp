// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/admitcase.h>

#include "commandstep.h"

#include <domain/canonicaljson.h>

namespace arb::usecases {

using domain::Failure;

namespace {

CaseHeader headerOf(const StagedCase &staged, domain::CaseId id, const DeskPolicy &policy, const domain::BusinessCalendar &calendar)
{
    const domain::CaseFile &file = staged.file;
    CaseHeader header;
    header.id = id;
    header.platform = file.platform;
    header.caseNo = file.caseNo;
    header.version = 1;
    header.type = file.afterSale.type;
    header.reason = file.afterSale.reason;
    header.tradeKind = file.tradeKind;
    header.category = file.category;
    header.product = file.order.product;
    header.orderNo = file.order.orderNo;
    header.claimed = file.afterSale.claimed;
    header.disputed = domain::disputedSum(file);
    header.escalatedAt = file.escalatedAt;
    header.buyerId = file.buyer.id;
    header.merchantId = file.merchant.id;
    header.merchantName = file.merchant.name;
    for (const domain::CaseFlag flag : file.flags)
        header.flags.append(domain::toCode(flag));
    if (domain::claimsTooMuch(file))
        header.tags.append(QStringLiteral("claims_too_much"));
    header.bundleDigest = staged.bundleDigest;
    // The desk's clock starts when the evidence windows are closed: as handed in, or the merchant's after escalation.
    const Deadline windows = file.evidenceClosedAt ? Deadline{file.evidenceClosedAt, {}}
                                                   : deadline(policy.evidenceClock, file.escalatedAt, calendar);
    const Deadline due = windows.at ? deadline(policy.deskRulingClock, *windows.at, calendar) : windows;
    header.dueAt = due.at;
    header.dueUnknown = due.unknown;
    header.deskDueAt = due.at;
    header.rank = rankOf(header, policy);
    return header;
}

AuditDraft auditOf(const Actor &actor, const StagedCase &staged, domain::UtcMs now)
{
    QJsonObject payload{{QStringLiteral("bundle"), QString::fromLatin1(staged.bundleDigest)},
                        {QStringLiteral("exhibits"), static_cast<qint64>(staged.file.exhibits.size())},
                        {QStringLiteral("to"), domain::toCode(domain::DisputeState::Queued)},
                        {QStringLiteral("round"), 1}};
    const auto fix = [&](const QString &key, const QByteArray &bytes) {
        if (!bytes.isEmpty())
            payload.insert(key, QString::fromLatin1(domain::sha256Hex(bytes)));
    };
    if (staged.earlier) {
        fix(QStringLiteral("earlierRulings"), staged.earlier->rulingJson);
        fix(QStringLiteral("earlierAudit"), staged.earlier->auditJsonl);
    }
    if (!staged.examination.isEmpty())
        fix(QStringLiteral("examination"), domain::canonicalJson(domain::toJson(staged.examination)));
    if (!staged.notes.isEmpty())
        fix(QStringLiteral("notes"), domain::canonicalJson(domain::notesToJson(staged.notes)));
    return AuditDraft{now, actor.name(), QStringLiteral("admit"), payload};
}

} // namespace

QList<domain::Result<Admitted, AdmitError>> AdmitCases::operator()(const Actor &actor, const QList<StagedCase> &cases) const
{
    using Answer = domain::Result<Admitted, AdmitError>;
    const auto refuseAll = [&](AdmitError::Kind kind, std::optional<StoreError> error) {
        QList<Answer> answers;
        for (const StagedCase &staged : cases)
            answers.append(Answer(Failure{AdmitError{.kind = kind, .caseNo = staged.file.caseNo, .ours = {}, .theirs = {}, .store = error}}));
        return answers;
    };
    const auto failAll = [&](StoreError error) { return refuseAll(AdmitError::Kind::Store, error); };
    if (!permitted(actor, Permission::Import))
        return refuseAll(AdmitError::Kind::NotAllowed, std::nullopt);
    const auto policy = m_desk.policy();
    const auto calendar = m_desk.calendar();
    if (!policy || !calendar)
        return failAll(StoreError::Broken);

    const domain::UtcMs now = m_desk.clock.now();
    QList<Answer> answers;
    std::vector<Admission> fresh;
    QHash<QString, QByteArray> inThisBatch;
    for (const StagedCase &staged : cases) {
        const QString key = staged.file.platform + u':' + staged.file.caseNo;
        const auto known = m_desk.intake.known(staged.file.platform, staged.file.caseNo);
        if (!known)
            return failAll(known.error());
        std::optional<QByteArray> theirs;
        domain::CaseId theirId;
        if (known->has_value()) {
            theirs = (*known)->bundleDigest;
            theirId = (*known)->id;
        } else if (inThisBatch.contains(key)) {
            theirs = inThisBatch.value(key);
        }
        if (theirs && *theirs == staged.bundleDigest) {
            answers.append(Answer(Admitted{AdmitOutcome::AlreadyPresent, theirId, staged.file.caseNo}));
            continue;
        }
        if (theirs) {
            answers.append(Answer(Failure{AdmitError{.kind = AdmitError::Kind::NumberTaken, .caseNo = staged.file.caseNo,
                                                     .ours = staged.bundleDigest, .theirs = *theirs, .store = {}}}));
            continue;
        }
        const domain::CaseId id(m_desk.ids.next(now));
        fresh.push_back(Admission{headerOf(staged, id, *policy, *calendar), staged.file, auditOf(actor, staged, now), staged.earlier, staged.examination, {}});
        for (DeskNote note : staged.notes) {
            note.id = domain::NoteId(m_desk.ids.next(now)); // theirs may be taken here, and nothing names a note by it
            note.author = {};
            fresh.back().notes.append(note);
        }
        inThisBatch.insert(key, staged.bundleDigest);
        answers.append(Answer(Admitted{AdmitOutcome::Imported, id, staged.file.caseNo}));
    }
    if (!fresh.empty()) {
        const auto added = m_desk.intake.addMany(fresh);
        if (!added)
            return failAll(added.error());
    }
    return answers;
}

} // namespace arb::usecases
