// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/evidencekind.h>

#include "words.h"

#include <domain/casefile.h>

namespace arb::intake {

namespace {

/// One message, shaped as in chat[] of case.json.
bool isChatMessage(const QJsonObject &item)
{
    const QJsonValue from = item.value(QStringLiteral("from"));
    return isText(item, "id", true) && isTime(item, "at", true) && domain::fromCode<domain::Party>(from.toString()) && isText(item, "text", false)
        && isText(item, "exhibit", false) && isTime(item, "recalledAt", false) && isTime(item, "editedAt", false) && isText(item, "replyTo", false);
}

} // namespace

EvidenceKind make_chat()
{
    EvidenceKind kind;
    kind.kind = domain::ExhibitKind::Chat;
    kind.maxBytes = maxWordBytes;
    kind.types = {{"text/plain", beginsAsWords}};
    kind.check = [](const QByteArray &content) { return listFault(content, isChatMessage, "id"); };
    return kind;
}

} // namespace arb::intake
