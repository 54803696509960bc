// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandlog.h"

#include "commandstep.h"

#include <domain/canonicaljson.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace arb::usecases {

using domain::Failure;

namespace {

QJsonObject receiptToJson(const Receipt &receipt)
{
    QJsonObject object{{QStringLiteral("case"), receipt.caseId.toString()},
            {QStringLiteral("caseNo"), receipt.caseNo},
            {QStringLiteral("state"), domain::toCode(receipt.state)},
            {QStringLiteral("version"), receipt.version},
            {QStringLiteral("ruling"), receipt.ruling.toString()},
            {QStringLiteral("needsApproval"), receipt.needsApproval},
            {QStringLiteral("approvalWhy"), receipt.approvalWhy},
            {QStringLiteral("exhibit"), receipt.exhibit},
            {QStringLiteral("note"), receipt.note.toString()}};
    if (!receipt.strayNames.isEmpty())
        object.insert(QStringLiteral("strayNames"), QJsonArray::fromStringList(receipt.strayNames));
    return object;
}

} // namespace

Receipt receiptOf(const CommandRecord &record)
{
    const QJsonObject object = QJsonDocument::fromJson(record.result).object();
    Receipt receipt;
    receipt.caseId = domain::CaseId(object.value(QStringLiteral("case")).toString().toLongLong());
    receipt.caseNo = object.value(QStringLiteral("caseNo")).toString();
    receipt.state = domain::fromCode<domain::DisputeState>(object.value(QStringLiteral("state")).toString())
                        .value_or(domain::DisputeState::Queued);
    receipt.version = object.value(QStringLiteral("version")).toInteger();
    receipt.ruling = domain::RulingId(object.value(QStringLiteral("ruling")).toString().toLongLong());
    receipt.needsApproval = object.value(QStringLiteral("needsApproval")).toBool();
    receipt.approvalWhy = object.value(QStringLiteral("approvalWhy")).toString();
    receipt.exhibit = object.value(QStringLiteral("exhibit")).toString();
    receipt.note = domain::NoteId(object.value(QStringLiteral("note")).toString().toLongLong());
    for (const QJsonValue &name : object.value(QStringLiteral("strayNames")).toArray())
        receipt.strayNames.append(name.toString());
    receipt.repeated = true;
    return receipt;
}

QByteArray commandDigest(const Command &command, domain::CaseId id, const char *action, const QJsonObject &arguments)
{
    const QJsonObject whole{{QStringLiteral("actor"), command.actor.name()},
                            {QStringLiteral("action"), QString::fromLatin1(action)},
                            {QStringLiteral("case"), id.toString()},
                            {QStringLiteral("arguments"), arguments}};
    return domain::sha256Hex(domain::canonicalJson(whole));
}

Done<std::optional<Receipt>> earlierReceipt(CaseStore &cases, const QString &id, const QByteArray &digest)
{
    if (id.isEmpty())
        return std::optional<Receipt>();
    if (!isCommandId(id))
        return Failure{CommandError(CommandFault::BadValue, QStringLiteral("command id"))};
    const auto known = cases.command(id);
    if (!known)
        return Failure{CommandError(known.error())};
    if (!known->has_value())
        return std::optional<Receipt>();
    if ((*known)->digest != digest)
        return Failure{CommandError(CommandFault::OtherContent, id)};
    return std::optional<Receipt>(receiptOf(**known));
}

std::optional<CommandRecord> commandRecord(const Command &command, const QByteArray &digest, const Receipt &receipt, domain::UtcMs now)
{
    if (command.id.isEmpty())
        return std::nullopt;
    return CommandRecord{command.id, command.actor.name(), digest, QJsonDocument(receiptToJson(receipt)).toJson(QJsonDocument::Compact), now};
}

} // namespace arb::usecases
