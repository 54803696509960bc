// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/evidenceports.h>

#include <domain/casefile.h>
#include <domain/ruling.h>

#include <QtCore/QAbstractListModel>
#include <QtCore/QDate>
#include <QtCore/QHash>
#include <QtGui/QImage>

#include <memory>
#include <optional>
#include <vector>

namespace arb::ui {

/// One line of a chat as it is read: a message, the break between two days, a silence, or (beside the platform's log) a
/// message that only the log has.
struct ChatRow
{
    enum class Kind { Day, Gap, Message, Missing };
    Kind kind = Kind::Message;
    bool isLogged = false;  ///< message is an index into the platform's log that stands beside this one
    qsizetype message = -1; ///< of the message, or of the one after the break
    qint64 gapMs = 0;       ///< between the rows above and below, both by one clock
};

/// A message made ready to be shown: every text is safe to draw. Of a very long one it has a part.
struct ChatEntry
{
    QString id, sender, text, attachment, exhibit, replyTo;
    std::optional<domain::Party> party;
    std::optional<domain::UtcMs> at, editedAt, recalledAt;
    domain::LoggedKind kind = domain::LoggedKind::Text;
    domain::ChatDoubts doubts;
    quint32 line = 0;
    bool edited = false, recalled = false;
    int replies = 0;        ///< messages that answer this one
    bool backwards = false; ///< its time is before that of the message above
    bool future = false;    ///< its time has not come
    bool isLogged = false;  ///< beside an export: of the platform's log
    bool altered = false;   ///< beside the log: its words there are others
    QString logged;         ///< which: the same part of them as of the text
    int part = 0, parts = 1; ///< of the longer one
    QList<domain::CharSpan> differs, loggedDiffers; ///< of text and logged: what the other side does not have
};

/// One message, by the side that it is of: beside an export, the same id may name one message of the export and another of the
/// platform's log.
struct ChatStop
{
    QString id;
    bool isLogged = false; ///< beside an export: of the platform's log
};

/// The rows of a chat with what the reader searches for and what is cited. Holds the log as it was read and makes the texts
/// of single messages when they are asked for: nothing grows with the log but one entry a row.
class ChatModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { KindRole = Qt::UserRole, MessageIdRole };
    static constexpr qint64 gapFromMs = domain::hourMs;
    /// Of a message, in characters: longer ones are read part by part.
    static constexpr qsizetype partSize = 4000;

    explicit ChatModel(QObject *parent = nullptr);

    /// What is later than this is in the future, for the messages that are set next; nothing: nobody knows what is.
    void setNow(std::optional<domain::UtcMs> now) { m_now = now; }
    /// The platform's own log.
    void setMessages(const QList<domain::ChatMessage> &messages);
    /// A log that somebody exported, beside @p platform; @p files are exhibits by the lower-case name of their file.
    void setRead(const ReadChat &read, const QList<domain::ChatMessage> &platform, const QHash<QString, QString> &files);
    /// Whether what only the platform's log has stands between the messages, and what differs is marked.
    void setDifferencesShown(bool shown);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    const ChatRow &row(int at) const { return m_rows[static_cast<std::size_t>(at)]; }
    bool isMessage(int at) const { return row(at).kind == ChatRow::Kind::Message; }
    ChatEntry message(qsizetype at) const;
    ChatEntry entry(int row) const; ///< of a message, or of a missing one
    /// Characters of the text, or of one part where it is longer, and of what the log says instead: a guess at the height of both,
    /// without making them.
    qsizetype roughSize(int row) const;
    bool hasFurther(int row) const; ///< more than a text: a quote, an attachment
    bool isExport() const { return m_read.log && m_isExport; }
    QString breakText(const ChatRow &row) const;
    QString senderText(const ChatEntry &entry) const;
    /// "10:12:03 · edited 10:13:00 · recalled 10:15:20"
    QString footText(const ChatEntry &entry) const;
    QString quoteText(const ChatEntry &entry) const;
    /// The messages from row @p first to @p last as plain lines, each behind a line end: id, day, time, sender, words.
    QString excerpt(int first, int last) const;
    QString partText(const ChatEntry &entry) const; ///< empty: it is whole
    QString differenceText(int row) const;          ///< empty: none
    /// What the log has in the place of an altered message, and where its words begin in that; empty: nothing else.
    QString loggedText(const ChatEntry &entry, qsizetype *wordsFrom = nullptr) const;
    int rowOf(const QString &messageId) const;      ///< -1 unknown
    /// The first row of a message at or after midnight (platform time) of @p day, in the order as shown; -1: none.
    int rowOfDay(QDate day) const;
    /// The first answer to the message at @p row, or else the next answer to what it answers itself; -1: none.
    int nextInThread(int row) const;
    /// The message that the one at @p row answers: one of the export's answers one of the export's, one that only the platform's
    /// log has answers one of the log's, which may stand here as what the export has too; -1: not here.
    int answeredRow(int row) const;
    ChatStop stopAt(int row) const; ///< what is no message has no id
    int rowOfStop(const ChatStop &stop) const; ///< -1: not here
    /// Of rows that only the platform's log has: their messages as that log itself is cited, not as places of this export.
    std::optional<domain::Citation> loggedCitation(int first, int last) const;
    int rowOfMessage(qsizetype message) const { return m_rowOfMessage[static_cast<std::size_t>(message)]; }
    void turnPart(int row, int by); ///< of a message, or of a missing one
    /// The part of the message that holds the first of @p words comes on show.
    void turnToWords(int row, const QString &words);

    const domain::ChatLog *log() const { return m_read.log.get(); }
    std::shared_ptr<const domain::ChatLog> sharedLog() const { return m_read.log; }
    const domain::ChatDifferences *differences() const { return m_read.differences.get(); }
    QList<int> differenceRows() const; ///< rising
    /// The platform's message at @p row, or the nearest before it that this log has too; empty: none.
    QString platformPlace(int row) const;
    int rowOfPlatform(const QString &messageId) const; ///< -1: not here

    QString searchWords() const { return m_words; }
    void setSearchWords(const QString &words);
    void setCited(const QHash<QString, int> &numbers);
    int citedNumber(const QString &messageId) const { return m_cited.value(messageId); }
    void setPicture(const QString &exhibitId, const QImage &picture);
    void forgetPictures();
    QImage picture(const QString &exhibitId) const { return m_pictures.value(exhibitId); }
    void languageChanged();

private:
    void take(const ReadChat &read, const QList<domain::ChatMessage> &platform, bool isExport);
    void buildRows();
    void noteIds();
    void noteReplies();
    void noteDifferences();
    qsizetype messageOf(const QString &messageId) const; ///< -1 unknown
    struct TimeAbove
    {
        std::optional<domain::UtcMs> shown; ///< of the last row that has one
        qint64 loggedMs = 0;                ///< the same moment by the clock of the platform's log
    };
    /// @p message, a Message or a Missing one, behind the break that it needs: the number of its row.
    int appendMessage(ChatRow::Kind kind, qsizetype message, TimeAbove &above);
    std::optional<domain::UtcMs> shownAt(const ChatRow &row) const; ///< of a message, or of the one after the break
    ChatEntry platformEntry(qsizetype at) const;
    ChatEntry loggedEntry(qsizetype at) const; ///< beside an export, with its words
    int rowOfLogged(const QString &messageId) const; ///< beside an export; -1: unknown, or not shown
    const domain::ChatDifferenceRow *differenceAt(int row) const;
    void everythingChanged();

    ReadChat m_read;
    QList<domain::ChatMessage> m_platform;
    bool m_isExport = false, m_differencesShown = true;
    std::optional<domain::UtcMs> m_now;
    std::vector<ChatRow> m_rows;
    std::vector<int> m_rowOfMessage;
    std::vector<int> m_rowOfLogged;       ///< by index into the platform's log; -1: this log has nothing like it
    std::vector<int> m_differenceOf;      ///< by message: index into the differences' rows
    QHash<QStringView, int> m_givenIds;   ///< messages by the id that the log gives; views of its words
    QHash<qsizetype, QList<qsizetype>> m_replies; ///< messages by the one they answer, rising
    QHash<qsizetype, QList<qsizetype>> m_loggedReplies; ///< the same within the platform's log, beside an export
    QHash<QString, int> m_platformIds;    ///< beside an export
    QHash<QString, QString> m_files;
    QHash<qsizetype, int> m_parts, m_loggedParts; ///< of long messages that were turned: of this log; missing ones
    QHash<QString, int> m_cited;
    QHash<QString, QImage> m_pictures;
    QString m_words;
};

} // namespace arb::ui
