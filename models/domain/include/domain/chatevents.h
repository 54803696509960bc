// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/chatdiff.h>
#include <domain/timeline.h>

#include <QtCore/QList>

namespace arb::domain {

inline constexpr qsizetype mostDatedMessages = 1000; ///< of one export; what is over is gathered into one event
inline constexpr qsizetype mostLoggedWords = 4000;   ///< characters; the few last messages decide
inline constexpr qsizetype mostDatedText = 400;      ///< characters of a message on the timeline

/// The messages of an exported chat that belong on the case's timeline, by time: what the platform's log (@p platform) does not
/// have, or not like that; all of them where @p differences is nullptr, since there was no log to compare with or it is of another
/// chat. Their code says how they differ (chatCode(), or other_time and other_sender; empty: not compared). Messages without a
/// time, of the program, and notes to oneself are left out. Of more than mostDatedMessages the earliest stand there and the
/// others are one ExportRest, whose code is their number, from the first of them to the last. Near linear; any thread.
QList<TimelineEvent> datedMessages(const ChatLog &log, const ChatDifferences *differences, const QList<ChatMessage> &platform);

/// The texts of the messages of the platform's log (@p platform) that the export has word for word, a line each, the latest first
/// and no more than mostLoggedWords characters: an export that was handed in before them holds what came later. Any thread.
QString loggedWords(const ChatDifferences &differences, const QList<ChatMessage> &platform);

/// Does it say a time that has not come at @p now, whatever its zone and order of day and month may be? Clocks of platform and
/// desk may differ by some minutes (nowToleranceMs).
bool isFuture(const LoggedMessage &message, UtcMs now);

} // namespace arb::domain
