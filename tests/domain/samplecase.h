// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casejson.h>

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

/// A case with every key that case.json knows, and small changes of it.
namespace arb::tests {

inline QString str(const char *text)
{
    return QString::fromUtf8(text);
}

/// The rule book that the program ships.
inline QByteArray shippedJson()
{
    QFile file(QStringLiteral(":/policy/desk-demo-1.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the demo's rule book is not shipped");
    return file.readAll();
}

inline QJsonObject parsedObject(const char *json)
{
    return QJsonDocument::fromJson(QByteArray(json)).object();
}

inline QJsonObject fullCaseJson()
{
    return parsedObject(R"json({
  "format": 1, "caseNo": "T-1", "platform": "douyin", "escalatedAt": "2026-10-07T12:30:00+08:00", "tradeKind": "live",
  "category": "3c", "evidenceClosedAt": "2026-10-09T12:30:00+08:00",
  "order": {
    "orderNo": "O-1", "product": "Band", "sku": "BAND-BK", "quantity": 2, "priceFen": 29900, "paidFen": 26900,
    "freightFen": 600, "alreadyRefundedFen": 100, "freightInsurance": false, "sevenDayReturn": "excluded_unconfirmed",
    "orderedAt": "2026-09-29T20:14:00+08:00", "paidAt": "2026-09-29T20:15:00+08:00", "promisedShipBy": "2026-10-01T20:14:00+08:00",
    "shippedAt": "2026-09-30T16:40:00+08:00", "signedAt": "2026-10-04T11:26:00+08:00", "signedBy": "self",
    "carrier": "Gale", "waybillNo": "JF260930771043",
    "listing": {"title": "Band, sealed", "claims": ["new", "sealed"], "images": ["evidence/l1.jpg"]},
    "items": [{"sku": "BAND-BK", "title": "Band", "quantity": 1, "paidFen": 20000}, {"sku": "STRAP", "title": "Strap", "quantity": 2, "paidFen": 6900}],
    "gifts": [{"title": "Film", "valueFen": 900}]
  },
  "buyer": {"id": "b-9", "name": "Wang Wu", "phone": "13800000034", "address": "Somewhere 5",
            "history": {"orders": 40, "afterSales": 3, "interventions": 1, "upheld": 1, "windowDays": 90}},
  "merchant": {"id": "m-7", "name": "Wolv Digital", "phone": "02100000000", "address": "Warehouse 2"},
  "creator": {"id": "c-3", "name": "Li Si", "phone": "13900000000", "address": "Studio 1"},
  "afterSale": {
    "no": "A-1", "type": "return_refund", "reason": "quality_defect", "quantity": 1, "claimedFen": 26900,
    "appliedAt": "2026-10-06T19:52:00+08:00", "merchantDueAt": "2026-10-08T19:52:00+08:00", "buyerHasGoods": true,
    "merchantAnswer": {"at": "2026-10-07T10:05:00+08:00", "decision": "refused", "reason": "signed_means_accepted", "text": "signed"},
    "answers": [
      {"round": 2, "at": "2026-10-08T10:00:00+08:00", "decision": "partial", "reason": "returned_damaged", "text": "broken"},
      {"round": 1, "at": "2026-10-07T10:05:00+08:00", "decision": "refused", "reason": "signed_means_accepted", "text": "signed"}]
  },
  "return": {"waybillNo": "R-1", "carrier": "Gale", "shippedAt": "2026-10-07T18:00:00+08:00", "signedAt": "2026-10-08T09:00:00+08:00",
             "signedBy": "gate", "logistics": [{"at": "2026-10-07T18:00:00+08:00", "place": "Hub", "event": "picked_up", "text": "up"}]},
  "logistics": [{"at": "2026-09-30T16:40:00+08:00", "place": "Hub", "event": "picked_up", "text": "picked up"},
                {"at": "2026-10-04T11:26:00+08:00", "place": "Door", "event": "signed", "text": "signed"}],
  "chat": [{"id": "m1", "at": "2026-10-05T09:00:00+08:00", "from": "buyer", "text": "black screen", "exhibit": "b1"},
           {"id": "m2", "at": "2026-10-05T09:01:00+08:00", "from": "merchant", "text": "", "recalledAt": "2026-10-05T09:02:00+08:00",
            "editedAt": "2026-10-05T09:01:30+08:00", "replyTo": "m1"}],
  "exhibits": [
    {"id": "b1", "party": "buyer", "kind": "video", "file": "evidence/c01-b1.mp4", "caption": "unboxing", "element": "defect",
     "sha256": "AAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "submittedAt": "2026-10-07T12:31:00+08:00"},
    {"id": "b2", "party": "buyer", "kind": "image", "file": "evidence/c01-b2.jpg",
     "sha256": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "submittedAt": "2026-10-07T12:31:00+08:00"},
    {"id": "m1", "party": "merchant", "kind": "document", "file": "evidence/c01-m1.pdf",
     "sha256": "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc", "submittedAt": "2026-10-07T13:00:00+08:00"},
    {"id": "m2", "party": "merchant", "kind": "text", "file": "evidence/c01-m2.txt",
     "sha256": "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd", "submittedAt": "2026-10-07T13:00:00+08:00"}],
  "notes": [{"at": "2026-10-07T12:40:00+08:00", "from": "intake", "text": "called"}],
  "flags": ["media", "high_value"],
  "links": [{"caseNo": "T-0", "kind": "same_sku"}]
})json");
}

/// @p value with @p with at the place that @p steps name; an undefined @p with removes it.
inline QJsonValue changed(const QJsonValue &value, QStringList steps, const QJsonValue &with)
{
    if (steps.isEmpty())
        return with;
    const QString step = steps.takeFirst();
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        const qsizetype index = step.toLongLong();
        if (index == array.size())
            array.append(changed(QJsonValue(), steps, with));
        else
            array.replace(index, changed(array.at(index), steps, with));
        return array;
    }
    QJsonObject object = value.toObject();
    const QJsonValue inner = changed(object.value(step), steps, with);
    if (inner.isUndefined())
        object.remove(step);
    else
        object.insert(step, inner);
    return object;
}

inline QJsonObject changed(const QJsonObject &object, const char *path, const QJsonValue &with)
{
    return changed(QJsonValue(object), QString::fromLatin1(path).split(QLatin1Char('/')), with).toObject();
}

inline domain::CaseFile fullCase()
{
    return *domain::caseFileFromJson(fullCaseJson());
}

/// A plain case of @p paid and @p claimed fen: one image b1, one chat message, one scan, no freight.
inline domain::CaseFile plainCase(qint64 paid, qint64 claimed)
{
    QJsonObject json = parsedObject(R"json({
  "format": 1, "caseNo": "T-2", "platform": "douyin", "escalatedAt": "2026-10-07T12:30:00+08:00",
  "order": {"orderNo": "O-2", "product": "Thing", "sku": "S-1", "paidFen": 0},
  "buyer": {"id": "b-1"}, "merchant": {"id": "m-1"},
  "afterSale": {"no": "A-2", "type": "return_refund", "reason": "other", "claimedFen": 0, "appliedAt": "2026-10-06T19:52:00+08:00"},
  "logistics": [{"at": "2026-10-01T10:00:00+08:00"}],
  "chat": [{"id": "c1", "at": "2026-10-05T09:00:00+08:00", "from": "buyer", "text": "hello"}],
  "exhibits": [{"id": "b1", "party": "buyer", "kind": "image", "file": "evidence/b1.jpg",
     "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "submittedAt": "2026-10-07T12:31:00+08:00"}]
})json");
    json = changed(json, "order/paidFen", paid);
    json = changed(json, "afterSale/claimedFen", claimed);
    return *domain::caseFileFromJson(json);
}

} // namespace arb::tests
