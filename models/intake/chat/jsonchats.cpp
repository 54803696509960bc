// SPDX-License-Identifier: GPL-3.0-or-later
// Telegram Desktop's result.json, Intercom's conversations, and the chat of case.json.
#include "chatbuilder.h"
#include "jsonpieces.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QVariant>

#include <algorithm>
#include <initializer_list>
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

/// Why there is no time in @p object.
ChatFault timeFault(const QJsonObject &object, QLatin1StringView key)
{
    return hasRestBehindTime(object.value(key).toString()) ? ChatFault::TimeNotUnderstood : ChatFault::MissingPart;
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
    if (error.error == QJsonParseError::NoError) { // whole, but a list where a message should be
        keepPiece(builder, piece, ChatFault::MissingPart, 0, piece.column);
        return;
    }
    const QByteArrayView before = QByteArrayView(bytes).first(std::clamp<qsizetype>(error.offset, 0, bytes.size()));
    const auto lines = static_cast<quint32>(before.count('\n'));
    const qsizetype inLine = before.size() - (before.lastIndexOf('\n') + 1);
    const auto column = static_cast<quint32>(QString::fromUtf8(before.last(inLine)).size() + 1);
    keepPiece(builder, piece, ChatFault::BadJson, lines, lines == 0 ? piece.column + column - 1 : column);
}

/// A number or text as it is written.
QString unquoted(QStringView written)
{
    if (!written.startsWith(u'"'))
        return written.toString();
    return QJsonDocument::fromJson(QString(u'[' + written.toString() + u']').toUtf8()).array().at(0).toString();
}

/// Where a file holds several conversations, says where each begins.
class Conversations
{
public:
    explicit Conversations(const QList<JsonPiece> &pieces)
        : m_areSeveral(std::ranges::any_of(pieces, [&pieces](const JsonPiece &piece) { return piece.conversation != pieces.constFirst().conversation; }))
    {
    }
    void announce(ChatBuilder &builder, const JsonPiece &piece)
    {
        if (!m_areSeveral || piece.conversation == m_current)
            return;
        m_current = piece.conversation;
        ++m_count;
        const QString id = unquoted(piece.outerId), name = unquoted(piece.outerName).trimmed();
        const QString key = id.isEmpty() ? QStringLiteral("#%1").arg(m_count) : id;
        builder.beginConversation(piece.line, key, name.isEmpty() ? key : QStringLiteral("%1 (%2)").arg(name, key));
    }

private:
    bool m_areSeveral = false;
    int m_current = -1, m_count = 0;
};

domain::ChatLog parsePieces(DecodedChat decoded, const ChatReading &reading, const QString &format, const QStringList &arrays, const QStringList &objects,
                            TakeObject take)
{
    ChatBuilder builder(std::move(decoded), format);
    const QString text = builder.takeWords();
    const JsonPieces found = jsonPieces(text, arrays, objects);
    Conversations conversations(found.pieces);
    for (const JsonPiece &piece : found.pieces) {
        conversations.announce(builder, piece);
        takePiece(builder, piece, take);
    }
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

/// What an exporter wrote without words of its own for it: "first_name: Bob; phone_number: 1".
QString plainValue(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        QStringList parts;
        for (auto member = object.constBegin(); member != object.constEnd(); ++member) {
            if (const QString text = plainValue(member.value()); !text.isEmpty())
                parts.append(member.key() + QStringLiteral(": ") + text);
        }
        return parts.join(QStringLiteral("; "));
    }
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue &item : value.toArray())
            parts.append(plainValue(item));
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    return value.isDouble() || value.isBool() ? value.toVariant().toString() : QString();
}

/// The members of @p object that @p keys names and that say something, a line each, under their own names.
QStringList memberLines(const QJsonObject &object, std::initializer_list<QLatin1StringView> keys)
{
    QStringList lines;
    for (const QLatin1StringView key : keys) {
        if (const QString text = plainValue(object.value(key)); !text.isEmpty())
            lines.append(key + QStringLiteral(": ") + text);
    }
    return lines;
}

/// What was understood to be a message but says nothing that is understood: it says itself.
void sayItself(ChatBuilder &builder, LoggedMessage &message, const JsonPiece &piece, ChatFault reason)
{
    message.kind = LoggedKind::Unknown;
    if (message.text.isEmpty())
        message.text = builder.append(piece.text);
    builder.problem(piece.line, piece.column, reason, piece.text);
}

// --- Telegram ----------------------------------------------------------------------------------------------------------

/// A text, or a list of texts and of objects that have one; behind words that lead elsewhere, where.
QString telegramText(const QJsonValue &value)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        const QString text = telegramText(object.value(QLatin1StringView("text"))), address = memberText(object, QLatin1StringView("href"));
        if (text.isEmpty())
            return plainValue(value);
        return address.isEmpty() || address == text ? text : QString(text + u" [" + address + u']');
    }
    if (!value.isArray())
        return plainValue(value);
    QString text;
    for (const QJsonValue &part : value.toArray())
        text += telegramText(part);
    return text;
}

QStringList pollLines(const QJsonObject &poll)
{
    if (poll.isEmpty())
        return {};
    QStringList lines{QStringLiteral("poll: ") + plainValue(poll.value(QLatin1StringView("question")))};
    for (const QJsonValue &answer : poll.value(QLatin1StringView("answers")).toArray()) {
        const QString voters = plainValue(answer.toObject().value(QLatin1StringView("voters")));
        lines.append(QStringLiteral("- ") + plainValue(answer.toObject().value(QLatin1StringView("text"))) + (voters.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(voters)));
    }
    return lines;
}

/// Members that are words already, or that say how the program keeps the message.
constexpr const char *telegramUsed[] = {
    "id", "type", "date", "date_unixtime", "edited", "edited_unixtime", "from", "from_id", "actor", "actor_id", "action", "text", "text_entities", "message_id",
    "reply_to_message_id", "reply_to_peer_id", "forwarded_from", "forwarded_from_id", "saved_from", "via_bot", "sticker_emoji", "poll", "contact_information",
    "location_information", "place_name", "address", "invoice_information", "game_title", "giveaway_information", "reactions", "photo", "photo_file_size", "file",
    "file_name", "file_size", "thumbnail", "thumbnail_file_size", "media_type", "mime_type", "width", "height", "duration_seconds"};
constexpr const char *telegramUsedByEvents[] = {"title", "members", "discard_reason"};

/// What else a message holds, a line each, under the file's own names.
QStringList telegramRest(const QJsonObject &object, bool isService)
{
    const auto names = [](const QString &key) { return [&key](const char *name) { return key == QLatin1StringView(name); }; };
    QStringList lines;
    for (auto member = object.constBegin(); member != object.constEnd(); ++member) {
        const QString key = member.key();
        if (std::ranges::any_of(telegramUsed, names(key)) || (isService && std::ranges::any_of(telegramUsedByEvents, names(key))))
            continue;
        if (const QString text = plainValue(member.value()); !text.isEmpty())
            lines.append(key + QStringLiteral(": ") + text);
    }
    return lines;
}

/// The words, with what else was said: forwarded words are not the sender's own, a contact or a place is no word at all.
QString telegramWords(const QJsonObject &object, bool isService)
{
    using View = QLatin1StringView;
    QStringList lines = memberLines(object, {View("forwarded_from"), View("saved_from"), View("via_bot")});
    const QString text = telegramText(object.value(View("text"))), action = memberText(object, View("action"));
    lines.append(text.isEmpty() ? (isService ? action : memberText(object, View("sticker_emoji"))) : text);
    lines += pollLines(object.value(View("poll")).toObject());
    lines += memberLines(object, {View("contact_information"), View("location_information"), View("place_name"), View("address"), View("invoice_information"),
                                  View("game_title"), View("giveaway_information"), View("reactions")});
    if (isService)
        lines += memberLines(object, {View("title"), View("members"), View("discard_reason"), View("duration_seconds")});
    lines.removeAll(QString());
    return lines.join(u'\n');
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
    const QString type = memberText(object, QLatin1StringView("type"));
    const bool isService = type == u"service", isKnown = isService || type.isEmpty() || type == u"message";
    QString from = memberText(object, isService ? QLatin1StringView("actor") : QLatin1StringView("from"));
    if (from.isEmpty()) // an account that was deleted has no name, but it is still that account and no other
        from = idOf(object, isService ? QLatin1StringView("actor_id") : QLatin1StringView("from_id"));
    QString file;
    for (const char *key : {"photo", "file", "file_name", "thumbnail"}) {
        if (file.isEmpty())
            file = memberText(object, QLatin1StringView(key));
    }
    LoggedMessage &message = builder.begin(piece.line, stamp.value_or(RawStamp()));
    const QString id = idOf(object, QLatin1StringView("id")), reply = idOf(object, QLatin1StringView("reply_to_message_id"));
    message.givenId = id.isEmpty() ? domain::TextPlace() : builder.append(QString(u'T' + id));
    message.replyTo = reply.isEmpty() ? domain::TextPlace() : builder.append(QString(u'T' + reply));
    message.sender = from.isEmpty() ? -1 : builder.sender(from);
    message.attachment = builder.append(file);
    QStringList lines{telegramWords(object, isService)};
    if (!lines.constFirst().isEmpty() || !file.isEmpty()) // what holds nothing else says itself
        lines += telegramRest(object, isService);
    lines.removeAll(QString());
    message.text = builder.append(lines.join(u'\n'));
    message.changedAt = exactIn(object, QLatin1StringView("edited_unixtime"));
    message.edited = message.changedAt || object.contains(QLatin1StringView("edited"));
    const bool isCall = memberText(object, QLatin1StringView("action")) == u"phone_call";
    message.kind = isCall ? LoggedKind::Call : isService ? LoggedKind::System : file.isEmpty() ? LoggedKind::Text : LoggedKind::MediaOmitted;
    if (!isKnown)
        sayItself(builder, message, piece, ChatFault::UnknownKind);
    else if (message.text.isEmpty() && file.isEmpty())
        sayItself(builder, message, piece, ChatFault::MissingPart);
    else if (!stamp)
        builder.problem(piece.line, piece.column, timeFault(object, QLatin1StringView("date")), piece.text);
}

// --- Intercom ----------------------------------------------------------------------------------------------------------

/// The names of all files that came with it; an address where there is no name.
QStringList attachmentsOf(const QJsonObject &object)
{
    QStringList names;
    for (const QJsonValue &value : object.value(QLatin1StringView("attachments")).toArray()) {
        const QString name = memberText(value.toObject(), QLatin1StringView("name"));
        names.append(name.isEmpty() ? memberText(value.toObject(), QLatin1StringView("url")) : name);
    }
    names.removeAll(QString());
    return names;
}

/// Words, the subject of a letter before them, and the files beyond the first, which is the message's attachment.
QString intercomWords(const QJsonObject &object, const QString &body, const QStringList &files)
{
    QStringList lines;
    if (const QString subject = plainTextOfHtml(memberText(object, QLatin1StringView("subject"))); !subject.isEmpty())
        lines.append(QStringLiteral("subject: ") + subject);
    lines.append(body);
    lines += memberLines(object, {QLatin1StringView("assigned_to")});
    for (qsizetype n = 1; n < files.size(); ++n)
        lines.append(QStringLiteral("attachment: ") + files.at(n));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

/// @p kind of what was said, by what Intercom calls the part: a note is read by the desk's own people only.
LoggedKind intercomKind(const QString &partType, bool hasWords, bool hasFile)
{
    if (partType == u"note" || partType.startsWith(u"note_and_"))
        return LoggedKind::Note;
    return hasWords ? LoggedKind::Text : hasFile ? LoggedKind::MediaOmitted : LoggedKind::System;
}

void takeIntercom(ChatBuilder &builder, const QJsonObject &object, const JsonPiece &piece)
{
    auto stamp = stampIn(object, QLatin1StringView("created_at"));
    // The first message is a member of the conversation and has no time but that one's; a part without a time has none.
    const bool isFirst = piece.isMember && !object.contains(QLatin1StringView("created_at"));
    if (!stamp && isFirst && !piece.outerCreated.isEmpty())
        stamp = stampOf(unquoted(piece.outerCreated));
    const QString partType = memberText(object, QLatin1StringView("part_type"));
    const QString body = plainTextOfHtml(memberText(object, QLatin1StringView("body")));
    const QJsonObject author = object.value(QLatin1StringView("author")).toObject();
    if (!stamp && body.isEmpty() && author.isEmpty()) {
        keepPiece(builder, piece, ChatFault::MissingPart, 0, piece.column);
        return;
    }
    const QString type = memberText(author, QLatin1StringView("type"));
    const QString givenName = memberText(author, QLatin1StringView("name")), name = givenName.isEmpty() ? type : givenName;
    const QStringList files = attachmentsOf(object);
    const bool recalled = object.value(QLatin1StringView("redacted")).toBool();
    const bool isEvent = body.isEmpty() && files.isEmpty() && !recalled && partType != u"comment"; // it happened, nobody said it
    const QString words = intercomWords(object, isEvent ? partType : body, files);
    LoggedMessage &message = builder.begin(piece.line, stamp.value_or(RawStamp()));
    message.recalled = recalled;
    const QString id = idOf(object, QLatin1StringView("id"));
    message.givenId = id.isEmpty() ? domain::TextPlace() : builder.append(QString(u'I' + id));
    message.attachment = builder.append(files.value(0));
    message.text = builder.append(words);
    message.kind = intercomKind(partType, recalled || (partType.isEmpty() ? !words.isEmpty() : !body.isEmpty()), !files.isEmpty());
    message.changedAt = exactIn(object, QLatin1StringView("edited_at"));
    message.edited = message.changedAt.has_value();
    if (!name.isEmpty()) {
        message.sender = builder.sender(name);
        const bool customer = type == u"user" || type == u"lead" || type == u"contact", desk = type == u"admin" || type == u"teammate";
        if (customer || desk)
            builder.senderAt(message.sender).party = customer ? Party::Buyer : Party::Merchant;
        message.kind = type == u"bot" && message.kind == LoggedKind::Text ? LoggedKind::System : message.kind;
    }
    if (words.isEmpty() && files.isEmpty() && !recalled)
        sayItself(builder, message, piece, ChatFault::MissingPart);
    else if (!stamp)
        builder.problem(piece.line, piece.column, timeFault(object, QLatin1StringView("created_at")), piece.text);
}

// --- our own list ------------------------------------------------------------------------------------------------------

/// What else stands in a message, a line each: names that are not ours, and words given as something else.
QStringList ownRest(const QJsonObject &object)
{
    static constexpr const char *times[] = {"id", "at", "editedAt", "recalledAt"}; // reported where they say nothing
    static constexpr const char *words[] = {"from", "text", "exhibit", "replyTo"};
    QStringList lines;
    for (auto member = object.constBegin(); member != object.constEnd(); ++member) {
        const QString key = member.key();
        const auto isName = [&key](const char *name) { return key == QLatin1StringView(name); };
        if (std::ranges::any_of(times, isName) || (member.value().isString() && std::ranges::any_of(words, isName)))
            continue;
        if (const QString text = plainValue(member.value()); !text.isEmpty())
            lines.append(key + QStringLiteral(": ") + text);
    }
    return lines;
}

void takeOwn(ChatBuilder &builder, const QJsonObject &object, const JsonPiece &piece)
{
    const auto stamp = stampIn(object, QLatin1StringView("at"));
    const QString from = memberText(object, QLatin1StringView("from"));
    QStringList said = ownRest(object);
    said.prepend(memberText(object, QLatin1StringView("text")));
    said.removeAll(QString());
    const QString text = said.join(u'\n');
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
        builder.problem(piece.line, piece.column, timeFault(object, QLatin1StringView("at")), piece.text);
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
