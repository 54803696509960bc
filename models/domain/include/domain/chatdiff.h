// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/chatlog.h>

#include <QtCore/QHash>
#include <QtCore/QList>

#include <optional>
#include <vector>

/// Lays a party's export beside the platform's log of the case. Says where the two differ, never who is right: an export
/// may be of another chat, cut short, or from a phone whose clock is off; the log may hold what was sent elsewhere.
namespace arb::domain {

enum class ChatAgreement : quint8 {
    Same,       ///< or, without a counterpart (logged -1, not counted), what no log could have: a heading, an internal note
    Altered,    ///< stands at the same place and time, but the words are not the same
    OnlyExport, ///< the log has nothing like it
    OnlyLog,    ///< the export has nothing like it
    Moved       ///< the same words, at another place in the order
};

/// Characters of one message's text.
struct CharSpan
{
    qsizetype from = 0, size = 0;
    bool operator==(const CharSpan &) const = default;
};

struct ChatDifferenceRow
{
    ChatAgreement agreement = ChatAgreement::Same;
    qsizetype exported = -1; ///< index into ChatLog::messages; -1 for OnlyLog
    qsizetype logged = -1;   ///< index into CaseFile::chat; -1 for OnlyExport, and for Same as said there
    QList<CharSpan> exportSpans, logSpans; ///< of Altered: what only this side has; empty where it has no more than the other
    qint64 timeDiffersMs = 0; ///< export - log beyond the clocks' offset and what the export's precision leaves open; 0: they agree
    bool senderDiffers = false; ///< said by another party than the log says
    bool operator==(const ChatDifferenceRow &) const = default;
};

struct ChatDifferences
{
    std::vector<ChatDifferenceRow> rows; ///< in the order of both, as far as they have the same
    std::optional<qint64> offsetMs; ///< constant by which the export's clock is ahead of the log's; absent: too few messages tell
    bool offsetToTheMinute = false; ///< the export names no seconds: give or take one minute
    qsizetype offsetSupport = 0;    ///< messages that agree on it
    QList<std::optional<Party>> parties; ///< of ChatLog::senders: given, by the export itself, or by who said the same words in the log
    qsizetype same = 0, altered = 0, onlyExport = 0, onlyLog = 0, moved = 0;
    /// Where they share nothing: no dated message of the export is of a day between the log's first and last, whichever zone its clock
    /// had. Not where day and month may be the other way round.
    bool outsideDays = false;

    bool shareNothing() const { return same + altered + moved == 0 && onlyExport > 0; }
};

struct ChatDiffOptions
{
    QHash<QString, Party> parties; ///< of senders' names, where somebody knows
    qint64 windowMs = 10 * minuteMs; ///< how far apart the same words may be, once the clocks' offset is taken away
};

/// Near linear time in both: 100,000 messages against 100,000 take well under a second.
ChatDifferences compareChats(const ChatLog &exported, const QList<ChatMessage> &logged, const ChatDiffOptions &options = {});

/// What @p left has that @p right has not, and the other way round, in characters.
struct TextDifference
{
    QList<CharSpan> left, right;
};
TextDifference differenceOf(QStringView left, QStringView right);

/// Codes for JSON output; not stored.
QString chatCode(ChatAgreement agreement);

} // namespace arb::domain
