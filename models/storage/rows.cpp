// SPDX-License-Identifier: GPL-3.0-or-later
#include "rows.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace arb::storage {

using namespace usecases;

QString queueColumns()
{
    static_assert(usecases::partyBit(domain::Party::Buyer) == 1 && usecases::partyBit(domain::Party::Merchant) == 2);
    return QStringLiteral(
        "d.id, d.platform, d.case_no, d.state, d.round, d.appeal_round, d.holder_id, p.name, d.claimed_at, d.lease_until, "
        "d.claim_no, d.version, d.reserved_for, (SELECT k.name FROM person k WHERE k.id = d.reserved_for), d.reserved_until, d.parked_until, d.due_at, d.due_unknown, d.desk_due_at, "
        "d.suspended_at, d.rank, d.ruling_id, d.first_reviewer_id, d.type, d.reason, d.trade_kind, d.category, d.product, "
        "d.order_no, d.claimed_fen, d.disputed_fen, d.escalated_at, d.buyer_id, d.merchant_id, d.merchant_name, d.flags, d.tags, "
        "CASE WHEN d.state = 'AwaitingEvidence' THEN (SELECT sum(DISTINCT CASE r.party WHEN 'buyer' THEN 1 WHEN 'merchant' THEN 2 ELSE 0 END) "
        "FROM evidence_request r WHERE r.case_id = d.id AND r.state = 'open') END");
}

QString headerColumns()
{
    return QString(queueColumns() + QStringLiteral(", d.bundle_digest, d.audit_seq, d.audit_hash"));
}

QString headerTables(const QString &hint)
{
    return QString(QStringLiteral(" FROM dispute d ") + hint + QStringLiteral("LEFT JOIN person p ON p.id = d.holder_id "));
}

CaseHeader readQueueRow(const Row &row)
{
    int at = 0;
    CaseHeader header;
    header.id = row.id<domain::CaseId>(at++);
    header.platform = row.text(at++);
    header.caseNo = row.text(at++);
    header.state = row.code<domain::DisputeState>(at++);
    header.round = row.number(at++);
    header.appealRound = row.flag(at++);
    header.holder = row.id<domain::PersonId>(at++);
    header.holderName = row.text(at++);
    header.claimedAt = row.maybeTime(at++);
    header.leaseUntil = row.maybeTime(at++);
    header.claimNo = row.integer(at++);
    header.version = row.integer(at++);
    header.reservedFor = row.id<domain::PersonId>(at++);
    header.reservedForName = row.text(at++);
    header.reservedUntil = row.maybeTime(at++);
    header.parkedUntil = row.maybeTime(at++);
    header.dueAt = row.maybeTime(at++);
    header.dueUnknown = row.text(at++);
    header.deskDueAt = row.maybeTime(at++);
    header.suspendedAt = row.maybeTime(at++);
    header.rank = row.integer(at++);
    header.ruling = row.id<domain::RulingId>(at++);
    header.firstReviewer = row.id<domain::PersonId>(at++);
    header.type = row.code<domain::AfterSaleType>(at++);
    header.reason = row.code<domain::Reason>(at++);
    header.tradeKind = row.code<domain::TradeKind>(at++);
    header.category = row.text(at++);
    header.product = row.text(at++);
    header.orderNo = row.text(at++);
    header.claimed = row.money(at++);
    header.disputed = row.money(at++);
    header.escalatedAt = row.time(at++);
    header.buyerId = row.text(at++);
    header.merchantId = row.text(at++);
    header.merchantName = row.text(at++);
    header.flags = splitList(row.text(at++));
    header.tags = splitList(row.text(at++));
    header.waitsFor = static_cast<usecases::PartySet>(row.integer(at++));
    return header;
}

CaseHeader readHeader(const Row &row)
{
    constexpr int afterQueue = 38;
    CaseHeader header = readQueueRow(row);
    header.bundleDigest = row.utf8(afterQueue);
    header.audit = {row.integer(afterQueue + 1), row.utf8(afterQueue + 2)};
    return header;
}

QString taskColumns()
{
    return QStringLiteral("t.id, t.case_id, d.case_no, t.ruling_id, t.ordinal, t.kind, t.actor, t.sum_fen, t.due_spec, t.starts_at, "
                          "t.detail, t.funding, t.idempotency_key, t.not_before, t.due_at, t.state, t.attempts, t.last_error, "
                          "t.sent_at, t.done_at FROM execution_task t JOIN dispute d ON d.id = t.case_id ");
}

QString startCode(domain::ClockStart start)
{
    switch (start) {
    case domain::ClockStart::Signing: return QStringLiteral("signing");
    case domain::ClockStart::ReturnPickUp: return QStringLiteral("return_pick_up");
    }
    return {};
}

ExecutionTask readTask(const Row &row)
{
    ExecutionTask task;
    task.id = row.id<domain::TaskId>(0);
    task.caseId = row.id<domain::CaseId>(1);
    task.caseNo = row.text(2);
    task.ruling = row.id<domain::RulingId>(3);
    task.index = row.number(4);
    task.spec.kind = row.code<domain::TaskKind>(5);
    task.spec.actor = row.code<domain::Party>(6);
    task.spec.sum = row.money(7);
    task.spec.due = row.text(8);
    task.spec.startsAt = row.text(9) == startCode(domain::ClockStart::Signing) ? domain::ClockStart::Signing : domain::ClockStart::ReturnPickUp;
    task.spec.detail = row.text(10);
    task.funding = fundingFromJson(row.utf8(11));
    task.idempotencyKey = row.text(12);
    task.notBefore = row.time(13);
    task.dueAt = row.maybeTime(14);
    task.state = row.code<TaskState>(15);
    task.attempts = row.number(16);
    task.lastError = row.text(17);
    task.sentAt = row.maybeTime(18);
    task.doneAt = row.maybeTime(19);
    return task;
}

QString pointColumns()
{
    return QStringLiteral("id, platform, merchant_id, case_id, ruling_id, code, points, at, expires_at, reverses FROM penalty_point ");
}

PenaltyPoint readPoint(const Row &row)
{
    PenaltyPoint point;
    point.id = row.id<domain::PointId>(0);
    point.platform = row.text(1);
    point.merchantId = row.text(2);
    point.caseId = row.id<domain::CaseId>(3);
    point.ruling = row.id<domain::RulingId>(4);
    point.code = row.code<domain::ConductCode>(5);
    point.points = row.number(6);
    point.at = row.time(7);
    point.expiresAt = row.time(8);
    point.reverses = row.id<domain::PointId>(9);
    return point;
}

QString joinList(const QStringList &words)
{
    return words.join(u'\n');
}

QStringList splitList(const QString &text)
{
    return text.isEmpty() ? QStringList() : text.split(u'\n');
}

QByteArray compactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject jsonObject(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QString fundingToJson(const QList<domain::Funding> &funding)
{
    QJsonArray rows;
    for (const domain::Funding &part : funding)
        rows.append(QJsonObject{{QStringLiteral("source"), domain::toCode(part.source)}, {QStringLiteral("sumFen"), part.sum.fen()}});
    return QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact));
}

QList<domain::Funding> fundingFromJson(const QByteArray &text)
{
    QList<domain::Funding> funding;
    const QJsonArray rows = QJsonDocument::fromJson(text).array();
    for (const auto &value : rows) {
        const QJsonObject object = value.toObject();
        const auto source = domain::fromCode<domain::FundSource>(object.value(QStringLiteral("source")).toString());
        if (!source)
            throw DbError{};
        funding.append({*source, domain::Money(object.value(QStringLiteral("sumFen")).toInteger())});
    }
    return funding;
}

QString likePattern(const QString &word)
{
    QString pattern = word.toCaseFolded();
    pattern.replace(u'!', QStringLiteral("!!")).replace(u'%', QStringLiteral("!%")).replace(u'_', QStringLiteral("!_"));
    return QString(u'%' + pattern + u'%');
}

int platformMonth(domain::UtcMs at)
{
    const QDate date = at.toPlatform().date();
    return date.year() * 100 + date.month();
}

Values textsOf(const QStringList &texts)
{
    Values values;
    for (const QString &text : texts)
        values << text;
    return values;
}

QString places(qsizetype count)
{
    QStringList marks;
    for (qsizetype n = 0; n < count; ++n)
        marks.append(QStringLiteral("?"));
    return marks.join(QStringLiteral(", "));
}

} // namespace arb::storage
