// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casefile.h>

#include <QtCore/QFlags>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

/// A chat as somebody exported it: what an importer (intake/chatlog.h) understood of a file, and where it did not. Not the
/// platform's own log, which is CaseFile::chat; domain/chatdiff.h lays the one beside the other.
///
/// Invariants:
///  1. Nothing is dropped: whatever of the file is not blank is in a message's text, sender, time or attachment, or is a
///     message of kind Unknown, or belongs to the frame of its format (keys of JSON, tags, names of a table's columns, how it numbers its rows).
///  2. Texts are plain. No mark-up is kept, and nothing they name is ever loaded.
///  3. All texts of a log lie in one string, words; messages hold places in it. A log of a million messages is one text
///     and one table, so that it can be searched in one sweep and scrolled without making strings.
///  4. Messages stand in the order of the file, whatever their times say.
namespace arb::domain {

enum class LoggedKind : quint8 {
    Text,
    System,       ///< said by the program, not by a person
    Call,         ///< a voice or video call, missed or not
    Note,         ///< written by one side for itself: the other never saw it
    Heading,      ///< where another conversation of the same export begins: its name; no message, and the log has none like it
    MediaOmitted, ///< a picture, film, sound or file that the export speaks of; attachment names it where it has a name
    Unknown       ///< not understood: the line as it stands; ChatLog::notUnderstood says why
};

/// What is uncertain about a message's time.
enum class ChatDoubt : quint8 {
    ZoneUnknown = 1,     ///< written as local time of an unknown place; read as platform time (+08:00)
    DayOrderAssumed = 2, ///< day and month could be the other way round
    NoSeconds = 4,       ///< to the minute only
    BuddhistYear = 8,    ///< the year is written some 543 too high: taken for one of the Buddhist era
    MinguoYear = 16      ///< the year is written some 1911 too low: taken for one of the Minguo calendar
};
Q_DECLARE_FLAGS(ChatDoubts, ChatDoubt)

/// Which of three numbers of a date is what.
enum class DayOrder : quint8 { DayMonthYear, MonthDayYear, YearMonthDay };

/// Characters of ChatLog::words.
struct TextPlace
{
    quint32 from = 0, size = 0;
    bool isEmpty() const { return size == 0; }
    bool operator==(const TextPlace &) const = default;
};

struct LoggedMessage
{
    std::optional<UtcMs> at; ///< absent where the export gives none, or an impossible one
    std::optional<UtcMs> changedAt; ///< of the edit or recall, where the export says
    TextPlace text, attachment, replyTo, givenId;
    qint32 sender = -1; ///< index into ChatLog::senders; -1: nobody
    quint32 line = 0;   ///< of the file, from 1: where the message begins
    LoggedKind kind = LoggedKind::Text;
    ChatDoubts doubts;
    bool recalled = false, edited = false;
};

/// Who spoke, as the export names them.
struct ChatSender
{
    QString name;
    std::optional<Party> party; ///< where the export itself says; by comparing: ChatDifferences::parties
    qsizetype messages = 0;
    bool operator==(const ChatSender &) const = default;
};

enum class ChatFault : quint8 {
    Bytes,          ///< bytes that are no text in the file's encoding; shown as U+FFFD
    NoHead,         ///< words before the first message, or in a file of no known format
    AlmostHead,     ///< begins like a message but does not go on like one; kept with the message before it
    ImpossibleDate, ///< no such day or time; the message has no time
    BadJson,        ///< a piece that is no JSON, or is cut off
    MissingPart,    ///< a message without what makes one: a row too short, an object without text and time
    NoColumns,      ///< a table in which no text column was found
    UnknownKind,    ///< a kind of message that the importer does not know; kept as it stands
    OpenQuote,      ///< a quote of a table that is never closed; the row ends where the next one begins
    OtherCalendar,  ///< a year as the Persian and the Islamic calendar count them; the message has no time
    TimeNotUnderstood, ///< words beside a time, such as a zone that is none everywhere; the message has no time
    SurplusCells    ///< a row with more cells than the first one has; they are kept behind its text
};

struct ChatLineProblem
{
    quint32 line = 0, column = 0; ///< from 1; column in characters
    ChatFault reason = ChatFault::NoHead;
    QString excerpt; ///< the beginning of what was not understood
    bool operator==(const ChatLineProblem &) const = default;
};

struct ChatLog
{
    QString words;
    std::vector<LoggedMessage> messages;
    QList<ChatSender> senders; ///< in order of appearance
    QList<ChatLineProblem> notUnderstood; ///< by line
    QString format;   ///< whatsapp, telegram, exporter_text, exporter_html, intercom, csv, own, text (none known)
    QString encoding; ///< UTF-8, UTF-16LE, UTF-16BE, GB18030, Big5, windows-1252, or what the reader was told
    bool encodingGuessed = false; ///< no mark and no rule of the bytes proves it
    qsizetype rareCharacters = 0; ///< of a guessed one: characters that hardly any text in it has; many speak for another encoding
    bool byteOrderMark = false;
    qsizetype undecodable = 0; ///< places where bytes were no text
    std::optional<DayOrder> dayOrder; ///< of dates written in numbers, where there were any
    QList<QStringList> tableHead; ///< of a file that is, or may be, a table: the beginning of its first rows as they stand, for who is to say what the columns mean
    QHash<QString, QString> tableColumns; ///< of a table: numbers from 1 by what they were taken for (chatRoles() of chatreading.h)
    std::optional<bool> tableHeader;      ///< and whether its first row was taken for names
    bool dayOrderOpen = false; ///< nothing in the file tells day from month: dayOrder is a guess, the other reading fits too
    bool dayOrderByLog = false; ///< nothing in the file does, but the platform's log bears out dayOrder (domain/chatdayorder.h)
    std::optional<DayOrder> otherDayOrder; ///< fits every date of the file as well as dayOrder, whoever settled that one

    QStringView view(TextPlace place) const { return QStringView(words).sliced(place.from, place.size); }
    QStringView text(const LoggedMessage &message) const { return view(message.text); }
    /// Names one message. The export's own id behind a letter ("T12", "I12"; own lists: as it is), with its conversation
    /// ("T3/12") where several have that id; or "L" and the line, with a number from 2 ("L7.2") for the further messages of it.
    QString id(const LoggedMessage &message) const;
    QString senderName(const LoggedMessage &message) const;
    /// First and last time that any message has.
    std::optional<UtcMs> firstAt() const;
    std::optional<UtcMs> lastAt() const;
    /// Rows of a table that say nothing of what its columns mean.
    bool hasUnknownColumns() const;
    /// Indexes of messages whose text or attachment holds @p needle (domain/soughtwords.h); in order. Folds all words first:
    /// whoever searches more than once keeps a ChatSearch.
    std::vector<qsizetype> containing(const QString &needle) const;
};

/// @p text with every letter in the form that stands for all its cases, each as long as it was: places stay places.
QString foldedText(QStringView text);

/// A log with its words folded once, so that each search is a single sweep over them. Made off the window's thread (it reads
/// all words); searched on any thread. Two bytes a character beside the log.
class ChatSearch
{
public:
    explicit ChatSearch(std::shared_ptr<const ChatLog> log);
    const ChatLog *log() const { return m_log.get(); }
    /// As ChatLog::containing(). @p abandoned is asked now and then, inside a long text as well: nobody waits any more, and what is
    /// answered then means nothing.
    std::vector<qsizetype> containing(const QString &needle, const std::function<bool()> &abandoned = {}) const;

private:
    std::shared_ptr<const ChatLog> m_log;
    QString m_folded;
};

/// Of each message of @p log: may it name who speaks, although that is no part of what somebody says? What the program says, a
/// conversation's name, a line as it stands, and what was kept with a message because it was not understood.
std::vector<bool> namesSpeakers(const ChatLog &log);

/// Is the time of the message at @p index before that of the one above it? It stands where the log has it all the same.
bool isBackwards(const ChatLog &log, std::size_t index);

/// The platform's own log in the same shape, format "platform": senders are party codes, ids the log's own.
ChatLog chatLogOf(const QList<ChatMessage> &chat);

/// Codes for JSON output; not stored.
QString chatCode(LoggedKind kind);
QString chatCode(ChatFault fault);
QString chatCode(DayOrder order); ///< dmy, mdy, ymd
QStringList chatCodes(ChatDoubts doubts);
std::optional<DayOrder> dayOrderOf(const QString &code);

Q_DECLARE_OPERATORS_FOR_FLAGS(ChatDoubts)

} // namespace arb::domain
