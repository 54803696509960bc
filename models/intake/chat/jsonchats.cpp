// SPDX-License-Identifier: GPL-3.0-or-later
// Telegram Desktop's result.json, Intercom's conversations, and the chat of case.json.
#include "chatbuilder.h"
#include "jsonpieces.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <optional>
#include <utility>

namespace arb::intake {

namespace {

using domain::ChatFault;
using domain::LoggedKind;
using domain::LoggedMessage;
using domain::Party;

QString memberText(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toString();
}

/// An id is a number here and a text there.
QString idOf(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

/// Seconds since 1970, as a number or in quotes; text of a time otherwise.
std::optional<RawStamp> stampIn(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    if (value.isDouble())
        return stampOf(QString::number(value.toDouble(), 'f', 0));
    return value.isString() ? stampOf(value.toString()) : std::nullopt;
}

std::optional<domain::UtcMs> exactIn(const QJsonObject &object, QLatin1StringView key)
{
    const auto stamp = stampIn(object, key);
    return stamp ? stamp->exact : std::nullopt;
}

/// What a piece that is no message keeps: itself.
void keepPiece(ChatBuilder &builder, const JsonPiece &piece, ChatFault reason, quint32 moreLines, quint32 column)
{
    LoggedMessage &message = builder.begin(piece.line, {});
    message.kind = LoggedKind::Unknown;
    message.text = builder.append(piece.text);
    builder.problem(piece.line + moreLines, column, reason, piece.text);
}

using TakeObject = void (*)(ChatBuilder &builder, const QJsonObject &object, const JsonPiece &piece);

void takePiece(ChatBuilder &builder, const JsonPiece &piece, TakeObject take)
{
    const QByteArray bytes = piece.text.toUtf8();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (document.isObject()) {
        take(builder, document.object(), piece);
        return;
    }
    const QByteArrayView before = QByteArrayView(bytes).first(std::clamp<qsizetype>(error.offset, 0, bytes.size()));
    const auto lines = static_cast<quint32>(before.count('\n'));
    const qsizetype inLine = before.size() - (before.lastIndexOf('\n') + 1);
    const auto column = static_cast<quint32>(QString::fromUtf8(before.last(inLine)).size() + 1);
    keepPiece(builder, piece, ChatFault::BadJson, lines, lines == 0 ? piece.column + column - 1 : column);
}

domain::ChatLog parsePieces(DecodedChat decoded, const ChatReading &reading, const QString &format, const QStringList &arrays, const QStringList &objects,
                            TakeObject take)
{
    ChatBuilder builder(std::move(decoded), format);
    const QString text = builder.takeWords();
    const JsonPieces found = jsonPieces(text, arrays, objects);
    for (const JsonPiece &piece : found.pieces)
        takePiece(builder, piece, take);
    const bool isSaid = !found.pieces.isEmpty() && !found.pieces.constLast().whole;
    if (found.cut && !isSaid)
        builder.problem(found.lastLine, 1, ChatFault::BadJson, QStringView(text).last(std::min<qsizetype>(text.size(), 40)));
    if (found.pieces.isEmpty()) { // nothing of it may get lost, message or not
        LoggedMessage &message = builder.begin(1, {});
        message.kind = LoggedKind::Unknown;
        message.text = builder.append(text);
        builder.problem(1, 1, ChatFault::NoHead, text);
    }
    return std::move(builder).finish(reading);
}

// --- Telegram ----------------------------------------------------------------------------------------------------------

/// A text, or a list of texts and of objects that have one.
QString telegramText(const QJsonValue &value)
{
    if (!value.isArray())
        return value.toString();
    QString text;
    for (const QJsonValue &part : value.toArray())
        text += part.isObject() ? part.toObject().value(QLatin1StringView("text")).toString() : part.toString();
    return text;
}

void takeTelegram(ChatBuilder &builder, const QJsonObject &object, const JsonPiece &piece)
{
    auto stamp = stampIn(object, QLatin1StringView("date_unixtime"));
    if (!stamp)
        stamp = stampIn(object, QLatin1StringView("date"));
    if (!stamp && !object.contains(QLatin1StringView("text"))) {
        keepPiece(builder, piece, ChatFault::MissingPart, 0, piece.column);
        return;
    }
    const bool isService = memberText(object, QLatin1StringView("type")) == u"service";
    const QString from = memberText(object, isService ? QLatin1StringView("actor") : QLatin1StringView("from"));
    const QString action = memberText(object, QLatin1StringView("action"));
    QString text = telegramText(object.value(QLatin1StringView("text")));
    QString file;
    for (const char *key : {"photo", "file", "file_name", "thumbnail"}) {
        if (file.isEmpty())
            file = memberText(object, QLatin1StringView(key));
    }
    const QString emoji = memberText(object, QLatin1StringView("sticker_emoji"));
    text = text.isEmpty() ? (isService ? action : emoji) : text;
    LoggedMessage &message = builder.begin(piece.line, stamp.value_or(RawStamp()));
    const QString id = idOf(object, QLatin1StringView("id")), reply = idOf(object, QLatin1StringView("reply_to_message_id"));
    message.givenId = id.isEmpty() ? domain::TextPlace() : builder.append(QString(u'T' + id));
    message.replyTo = reply.isEmpty() ? domain::TextPlace() : builder.append(QString(u'T' + reply));
    message.sender = from.isEmpty() ? -1 : builder.sender(from);
    message.attachment = builder.append(file);
    message.text = builder.append(text);
    message.changedAt = exactIn(object, QLatin1StringView("edited_unixtime"));
    message.edited = message.changedAt || object.contains(QLatin1StringView("edited"));
    message.kind = action == u"phone_call" ? LoggedKind::Call : isService ? LoggedKind::System : file.isEmpty() ? LoggedKind::Text : LoggedKind::MediaOmitted;
    if (!stamp)
        builder.problem(piece.line, piece.column, ChatFault::MissingPart, piece.text);
}

// --- Intercom ----------------------------------------------------------------------------------------------------------

QString attachmentOf(const QJsonObject &object)
{
    const QJsonObject first = object.value(QLatin1StringView("attachments")).toArray().at(0).toObject();
    return memberText(first, QLatin1StringView("name"));
}

void takeIntercom(ChatBuilder &builder, const QJsonObject &object, const JsonPiece &piece)
{
    auto stamp = stampIn(object, QLatin1StringView("created_at"));
    if (!stamp && !piece.outerCreated.isEmpty())
        stamp = stampOf(piece.outerCreated);
    const QString partType = memberText(object, QLatin1StringView("part_type"));
    const QString body = plainTextOfHtml(memberText(object, QLatin1StringView("body")));
    const QJsonObject author = object.value(QLatin1StringView("author")).toObject();
    if (!stamp && body.isEmpty() && author.isEmpty()) {
        keepPiece(builder, piece, ChatFault::MissingPart, 0, piece.column);
        return;
    }
    const QString type = memberText(author, QLatin1StringView("type"));
    const QString givenName = memberText(author, QLatin1StringView("name")), name = givenName.isEmpty() ? type : givenName;
    LoggedMessage &message = builder.begin(piece.line, stamp.value_or(RawStamp()));
    const QString id = idOf(object, QLatin1StringView("id"));
    message.givenId = id.isEmpty() ? domain::TextPlace() : builder.append(QString(u'I' + id));
    message.attachment = builder.append(attachmentOf(object));
    message.text = builder.append(body.isEmpty() && message.attachment.isEmpty() ? partType : body);
    message.kind = body.isEmpty() && message.attachment.isEmpty() ? LoggedKind::System : body.isEmpty() ? LoggedKind::MediaOmitted : LoggedKind::Text;
    message.changedAt = exactIn(object, QLatin1StringView("edited_at"));
    message.edited = message.changedAt.has_value();
    message.recalled = object.value(QLatin1StringView("redacted")).toBool();
    if (!name.isEmpty()) {
        message.sender = builder.sender(name);
        const bool customer = type == u"user" || type == u"lead" || type == u"contact", desk = type == u"admin" || type == u"teammate";
        if (customer || desk)
            builder.senderAt(message.sender).party = customer ? Party::Buyer : Party::Merchant;
        message.kind = type == u"bot" && message.kind == LoggedKind::Text ? LoggedKind::System : message.kind;
    }
    if (!stamp)
        builder.problem(piece.line, piece.column, ChatFault::MissingPart, piece.text);
}

// --- our own list ------------------------------------------------------------------------------------------------------

void takeOwn(ChatBuilder &builder, const QJsonObject &object, const JsonPiece &piece)
{
    const auto stamp = stampIn(object, QLatin1StringView("at"));
    const QString text = memberText(object, QLatin1StringView("text")), from = memberText(object, QLatin1StringView("from"));
    if (!stamp && text.isEmpty()) {
        keepPiece(builder, piece, ChatFault::MissingPart, 0, piece.column);
        return;
    }
    LoggedMessage &message = builder.begin(piece.line, stamp.value_or(RawStamp()));
    message.givenId = builder.append(idOf(object, QLatin1StringView("id")));
    message.replyTo = builder.append(idOf(object, QLatin1StringView("replyTo")));
    message.attachment = builder.append(memberText(object, QLatin1StringView("exhibit")));
    message.text = builder.append(text);
    message.kind = text.isEmpty() && !message.attachment.isEmpty() ? LoggedKind::MediaOmitted : LoggedKind::Text;
    const auto edited = exactIn(object, QLatin1StringView("editedAt")), recalled = exactIn(object, QLatin1StringView("recalledAt"));
    message.edited = edited.has_value();
    message.recalled = recalled.has_value();
    message.changedAt = recalled ? recalled : edited;
    if (!from.isEmpty()) {
        message.sender = builder.sender(from);
        builder.senderAt(message.sender).party = domain::fromCode<Party>(from);
        if (from == domain::toCode(Party::Platform))
            message.kind = LoggedKind::System;
    }
    if (!stamp)
        builder.problem(piece.line, piece.column, ChatFault::MissingPart, piece.text);
}

} // namespace

domain::ChatLog parseTelegram(DecodedChat decoded, const ChatReading &reading)
{
    return parsePieces(std::move(decoded), reading, QStringLiteral("telegram"), {QStringLiteral("messages")}, {}, takeTelegram);
}

domain::ChatLog parseIntercom(DecodedChat decoded, const ChatReading &reading)
{
    const QStringList key{QStringLiteral("conversation_parts")};
    return parsePieces(std::move(decoded), reading, QStringLiteral("intercom"), key, {QStringLiteral("source")}, takeIntercom);
}

domain::ChatLog parseOwnList(DecodedChat decoded, const ChatReading &reading)
{
    return parsePieces(std::move(decoded), reading, QStringLiteral("own"), {QString()}, {}, takeOwn);
}

} // namespace arb::intake
