// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chatids.h"
#include "decoding.h"
#include "stamp.h"

#include <intake/chatlog.h>

#include <QtCore/QHash>

#include <optional>

namespace arb::intake {

/// Collects what a parser understands and, at the end, reads all its dates in one order. Parsers of lines keep the whole
/// file as words and give places in it; the others append the texts they find.
class ChatBuilder
{
public:
    /// Of a file of lines: words are the file.
    ChatBuilder(DecodedChat decoded, const QString &format);

    QStringView words() const { return m_log.words; }
    /// Before anything is appended: from now on words hold only what append() was given. Answers the file's text.
    QString takeWords();

    /// What follows is another conversation of the same file; @p key tells it from the others, @p name is shown.
    void beginConversation(quint32 line, const QString &key, const QString &name);
    domain::LoggedMessage &begin(quint32 line, const RawStamp &stamp);
    bool isEmpty() const { return m_log.messages.empty(); }
    domain::LoggedMessage &last() { return m_log.messages.back(); }
    qint32 sender(QStringView name);
    /// The ids that were given are a person's reading: messages are named by their lines, which everybody finds.
    void nameByLines() { m_byLine = true; }
    /// What a table's columns were taken for; see ChatLog.
    void setTable(const QList<QStringList> &head, const QHash<QString, QString> &columns, bool hasHeader);
    domain::ChatSender &senderAt(qint32 index) { return m_log.senders[index]; }
    const domain::ChatSender &senderAt(qint32 index) const { return m_log.senders.at(index); }
    /// @p part must point into words().
    domain::TextPlace place(QStringView part) const;
    domain::TextPlace append(QStringView text);
    void problem(quint32 line, quint32 column, domain::ChatFault reason, QStringView text);

    domain::ChatLog finish(const ChatReading &reading) &&;

private:
    domain::ChatLog m_log;
    std::vector<WrittenDate> m_dates; ///< of the messages, one each; not given where the time is exact
    std::vector<ConversationStart> m_conversations;
    bool m_byLine = false;
    QHash<QString, qint32> m_senders;
    qint32 m_lastSender = -1, m_otherSender = -1;
};

/// A line that says that a message was recalled.
struct RecallPhrase
{
    QStringView name; ///< of who recalled it, where the line says so
    bool isSure = true; ///< otherwise any words may stand where the name should
};

/// Nothing where @p line is more or other than such a phrase.
std::optional<RecallPhrase> recallOf(QStringView line);

/// What phrases of exporters say about a text: that a file was left out, that it was recalled, edited, a call. Sets kind,
/// flags and attachment; shortens the text by what is no word of the sender's (a mark of editing).
void recognizePhrases(ChatBuilder &builder, domain::LoggedMessage &message);

// --- one parser per family; each takes any text and loses nothing of it ---
domain::ChatLog parseWhatsApp(DecodedChat decoded, const ChatReading &reading);
domain::ChatLog parseExporterText(DecodedChat decoded, const ChatReading &reading);
domain::ChatLog parseExporterHtml(DecodedChat decoded, const ChatReading &reading);
domain::ChatLog parseTelegram(DecodedChat decoded, const ChatReading &reading);
domain::ChatLog parseIntercom(DecodedChat decoded, const ChatReading &reading);
domain::ChatLog parseOwnList(DecodedChat decoded, const ChatReading &reading);
domain::ChatLog parseTable(DecodedChat decoded, const ChatReading &reading);
domain::ChatLog parsePlainLines(DecodedChat decoded, const ChatReading &reading);

// --- what a text looks like ---
bool looksLikeWhatsApp(QStringView line);
bool looksLikeExporterHead(QStringView line);
/// The first row names a text column and one of time or sender.
bool looksLikeTable(QStringView text);
/// The first rows, where most of them have as many fields, two at least; otherwise none. Long fields are cut.
QList<QStringList> tableHeadOf(QStringView text);

} // namespace arb::intake
