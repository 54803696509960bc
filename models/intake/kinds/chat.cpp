// SPDX-License-Identifier: GPL-3.0-or-later
#include <intake/chatlog.h>
#include <intake/evidencekind.h>

#include "words.h"

#include <domain/casefile.h>

#include <algorithm>

namespace arb::intake {

namespace {

/// One message, shaped as in chat[] of case.json.
bool isChatMessage(const QJsonObject &item)
{
    const QJsonValue from = item.value(QStringLiteral("from"));
    return isText(item, "id", true) && isTime(item, "at", true) && domain::fromCode<domain::Party>(from.toString()) && isText(item, "text", false)
        && isText(item, "exhibit", false) && isTime(item, "recalledAt", false) && isTime(item, "editedAt", false) && isText(item, "replyTo", false);
}

/// A list of JSON, as the platform hands in chats. It must keep to the form; exports of other programs may be as broken as
/// they are: the report of what was not understood goes with them.
bool isPlatformList(const QByteArray &content)
{
    const QByteArray head = content.first(std::min<qsizetype>(content.size(), evidenceHead)).trimmed();
    const QByteArray bare = (head.startsWith("\xEF\xBB\xBF") ? head.sliced(3) : head).trimmed();
    const QByteArray inside = bare.startsWith('[') ? bare.sliced(1).trimmed() : QByteArray();
    const bool isList = inside.startsWith('{') || inside.startsWith('[') || inside.startsWith(']');
    return isList && !content.contains("\"conversation_parts\"");
}

std::optional<QString> chatFault(const QByteArray &content)
{
    return isPlatformList(content) ? listFault(content, isChatMessage, "id") : std::nullopt;
}

/// messages, notUnderstood, chatFormat, encoding; firstAt, lastAt, undecodable and dayOrderOpen where there is something to say.
QJsonObject chatFacts(const QByteArray &content)
{
    const domain::ChatLog log = readChat(content);
    QJsonObject facts{{QStringLiteral("messages"), static_cast<qint64>(log.messages.size())},
                      {QStringLiteral("notUnderstood"), static_cast<qint64>(log.notUnderstood.size())},
                      {QStringLiteral("chatFormat"), log.format},
                      {QStringLiteral("encoding"), log.encoding}};
    if (const auto first = log.firstAt())
        facts.insert(QStringLiteral("firstAt"), first->toRfc3339());
    if (const auto last = log.lastAt())
        facts.insert(QStringLiteral("lastAt"), last->toRfc3339());
    if (log.undecodable > 0)
        facts.insert(QStringLiteral("undecodable"), static_cast<qint64>(log.undecodable));
    if (log.dayOrderOpen)
        facts.insert(QStringLiteral("dayOrderOpen"), true);
    return facts;
}

} // namespace

EvidenceKind make_chat()
{
    EvidenceKind kind;
    kind.kind = domain::ExhibitKind::Chat;
    kind.maxBytes = maxChatBytes;
    kind.types = {{"text/plain", beginsAsChat}};
    kind.check = chatFault;
    kind.facts = chatFacts;
    return kind;
}

} // namespace arb::intake
