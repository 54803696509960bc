// SPDX-License-Identifier: GPL-3.0-or-later
#include "contractdata.h"

#include <domain/casejson.h>

#include <QtCore/QJsonDocument>

namespace arb::tests {

using namespace usecases;

Person contractPerson(qint64 id, const char *name, Role role, bool hearsAppeals)
{
    return Person{domain::PersonId(id), QString::fromUtf8(name), role, true, domain::Money(100'000), hearsAppeals};
}

DeskChange addingPerson(const Person &person)
{
    DeskChange change;
    change.audit = {contractNow, QStringLiteral("owner"), QStringLiteral("add_person"), {{QStringLiteral("name"), person.name}}};
    change.upsertPerson = person;
    return change;
}

DeskChange addingConflict(const Person &person, const QString &platform, const QString &merchantId)
{
    DeskChange change;
    change.audit = {contractNow, person.name, QStringLiteral("conflict_add"), {{QStringLiteral("merchant"), merchantId}}};
    change.conflict = ConflictOfInterest{person.id, platform, merchantId};
    return change;
}

domain::CaseFile contractFile(const QString &caseNo, const QString &platform)
{
    QJsonObject object = QJsonDocument::fromJson(R"json({
      "format": 1, "escalatedAt": "2026-10-11T12:30:00+08:00", "tradeKind": "live", "category": "3c", "x-lane": {"n": 7},
      "order": {"orderNo": "O-1", "product": "智能手环 Band", "sku": "B-1", "quantity": 1, "priceFen": 29900, "paidFen": 26900, "freightFen": 600,
                "signedAt": "2026-10-04T11:26:00+08:00", "items": [{"sku": "B-1", "title": "Band", "quantity": 1, "paidFen": 26900}]},
      "buyer": {"id": "b-9", "name": "王小五", "phone": "13800000034", "address": "Somewhere 5", "history": {"orders": 40}},
      "merchant": {"id": "m-7", "name": "Wolv Digital", "phone": "02100000000", "address": "Warehouse 2"},
      "creator": {"id": "c-3", "name": "李四", "phone": "13900000000"},
      "afterSale": {"no": "A-1", "type": "return_refund", "reason": "quality_defect", "claimedFen": 26900,
                    "appliedAt": "2026-10-06T19:52:00+08:00",
                    "merchantAnswer": {"at": "2026-10-07T10:05:00+08:00", "decision": "refused", "text": "signed is accepted"}},
      "chat": [{"id": "m1", "at": "2026-10-05T09:00:00+08:00", "from": "buyer", "text": "黑屏 😀", "exhibit": "b1"}],
      "exhibits": [
        {"id": "b1", "party": "buyer", "kind": "video", "file": "evidence/b1.mp4", "caption": "unboxing", "element": "defect",
         "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "submittedAt": "2026-10-07T12:31:00+08:00"},
        {"id": "a1", "party": "merchant", "kind": "image", "file": "evidence/a1.jpg",
         "sha256": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "submittedAt": "2026-10-07T13:31:00+08:00"}],
      "links": [{"caseNo": "T-0", "kind": "same_sku"}]
    })json").object();
    object.insert(QStringLiteral("caseNo"), caseNo);
    object.insert(QStringLiteral("platform"), platform);
    auto file = domain::caseFileFromJson(object);
    if (!file)
        qFatal("the contract's case is not readable: %s", qPrintable(file.error().pointer));
    file->exhibits[0].size = 4096;
    file->exhibits[0].facts = {{QStringLiteral("durationUs"), 8'000'000}, {QStringLiteral("device"), QStringLiteral("K30")}};
    return std::move(file).value();
}

Admission contractAdmission(qint64 id, const QString &caseNo, qint64 rank)
{
    Admission admission;
    admission.file = contractFile(caseNo);
    CaseHeader &row = admission.header;
    row.id = domain::CaseId(id);
    row.platform = admission.file.platform;
    row.caseNo = caseNo;
    row.version = 1;
    row.rank = rank;
    row.dueAt = contractNow.plusMs(domain::dayMs);
    row.deskDueAt = contractNow.plusMs(domain::dayMs);
    row.type = admission.file.afterSale.type;
    row.reason = admission.file.afterSale.reason;
    row.tradeKind = admission.file.tradeKind;
    row.category = admission.file.category;
    row.product = admission.file.order.product;
    row.orderNo = admission.file.order.orderNo;
    row.claimed = admission.file.afterSale.claimed;
    row.disputed = domain::disputedSum(admission.file);
    row.escalatedAt = admission.file.escalatedAt;
    row.buyerId = admission.file.buyer.id;
    row.merchantId = admission.file.merchant.id;
    row.merchantName = admission.file.merchant.name;
    row.bundleDigest = QByteArray(64, 'd');
    row.audit = domain::emptyAuditHead();
    admission.audit = {contractNow, QStringLiteral("owner"), QStringLiteral("admit"), {{QStringLiteral("caseNo"), caseNo}}};
    return admission;
}

Transition contractMove(const CaseHeader &header, domain::DisputeState state)
{
    Transition move;
    move.seenVersion = header.version;
    move.after = header;
    move.after.version = header.version + 1;
    move.after.state = state;
    move.audit = {contractNow, QStringLiteral("林晓"), QStringLiteral("move"), {{QStringLiteral("to"), domain::toCode(state)}}};
    return move;
}

Transition contractClaim(const CaseHeader &header, const Person &person, domain::UtcMs now)
{
    Transition claim = contractMove(header, domain::DisputeState::Claimed);
    claim.after.holder = person.id;
    claim.after.claimedAt = now;
    claim.after.leaseUntil = now.plusMs(15 * domain::minuteMs);
    claim.after.claimNo = header.claimNo + 1;
    return claim;
}

RulingRow contractRuling(qint64 id, const Person &maker, domain::UtcMs at, bool needsApproval)
{
    RulingRow row;
    row.id = domain::RulingId(id);
    row.madeBy = maker.id;
    row.madeByName = maker.name;
    row.madeAt = at;
    row.needsApproval = needsApproval;
    row.bookId = QStringLiteral("douyin");
    row.bookVersion = QStringLiteral("2026.1");
    row.bookDate = QStringLiteral("2026-01-01");
    row.clause = QStringLiteral("quality.1");
    row.suggestionJson = QStringLiteral("{\"outcome\":\"return_and_refund\"}");
    row.ruling.commandId = QStringLiteral("command-%1").arg(id);
    row.ruling.outcome = domain::OutcomeCode::ReturnAndRefund;
    row.ruling.blame.merchant = 100;
    row.ruling.refund = domain::Money(26'900);
    row.ruling.countsTowardMetrics = true;
    row.ruling.outboundFreight = domain::FreightPayer::Merchant;
    row.ruling.conduct = {{domain::ConductCode::Liable, domain::Party::Merchant}};
    row.ruling.reasonsZh = QStringLiteral("开箱视频显示屏幕不亮。");
    domain::Citation place;
    place.exhibit = QStringLiteral("b1");
    place.sha256 = QByteArray(64, 'a');
    place.region = QRect(10, 20, 30, 40);
    place.frame = 12;
    domain::Citation said;
    said.message = QStringLiteral("m1");
    row.ruling.findings = {{QStringLiteral("defect"), domain::Verdict::Proved, QStringLiteral("dark"), {place, said}}};
    return row;
}

ExecutionTask contractTask(qint64 id, const CaseHeader &header, const RulingRow &ruling, int index)
{
    ExecutionTask task;
    task.id = domain::TaskId(id);
    task.caseId = header.id;
    task.caseNo = header.caseNo;
    task.ruling = ruling.id;
    task.index = index;
    task.spec = {domain::TaskKind::Refund, domain::Party::Merchant, domain::Money(26'900), QStringLiteral("hours:48"),
                 domain::ClockStart::ReturnPickUp, QStringLiteral("sku=B-1 quantity=1")};
    task.funding = {{domain::FundSource::OrderFunds, domain::Money(20'000)}, {domain::FundSource::Deposit, domain::Money(6'900)}};
    task.idempotencyKey = QStringLiteral("%1/%2").arg(ruling.id.value()).arg(index);
    task.notBefore = ruling.madeAt.plusMs(10 * domain::minuteMs);
    return task;
}

PenaltyPoint contractPoint(qint64 id, const CaseHeader &header, const RulingRow &ruling, int points, domain::UtcMs at)
{
    PenaltyPoint point;
    point.id = domain::PointId(id);
    point.platform = header.platform;
    point.merchantId = header.merchantId;
    point.caseId = header.id;
    point.ruling = ruling.id;
    point.code = domain::ConductCode::Liable;
    point.points = points;
    point.at = at;
    point.expiresAt = at.plusMs(90 * domain::dayMs);
    return point;
}

domain::Mark contractMark(qint64 id, const Person *person)
{
    domain::Mark mark;
    mark.id = domain::MarkId(id);
    mark.exhibit = QStringLiteral("a1");
    mark.sha256 = QByteArray(64, 'b');
    mark.points = {{10, 20}, {40, 60}};
    mark.note = QStringLiteral("裂纹\nhere");
    mark.view.zoom = 1.5;
    mark.view.center = {12.25, -3};
    mark.view.tone.gammaPercent = 150;
    mark.by = person ? person->id : domain::PersonId();
    mark.byName = person ? person->name : QStringLiteral("somebody else");
    mark.at = contractNow.plusMs(7);
    return mark;
}

} // namespace arb::tests
