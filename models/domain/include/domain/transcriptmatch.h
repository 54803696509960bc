// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casefile.h>
#include <domain/machinereading.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringView>

/// A machine's reading of a chat against the platform's own log. A hint where to look: it forgives what readers get wrong, and
/// never forgives a digit.
namespace arb::domain {

/// A stretch of a text, in characters (UTF-16).
struct TextSpan
{
    qsizetype from = 0, length = 0;
    bool operator==(const TextSpan &) const = default;
};

struct TranscriptMatch
{
    enum class Kind {
        NotAMessage, ///< a clock time in no bubble: not looked for
        Found,       ///< nothing differs but what readers get wrong
        Similar,     ///< one message is like it, and differs
        NotInLog
    };
    Kind kind = Kind::NotAMessage;
    bool sideUnknown = false;      ///< read in bubbles, and on neither side: a title, a card, or words whose bubble was not found
    QString message;               ///< id of the likeliest one; empty unless Found or Similar
    QList<TextSpan> inReading;     ///< Similar: what differs, in the bubble's text; a stretch of no length: something is missing there
    QList<TextSpan> inMessage;     ///< and in the message's text, the same count
    bool operator==(const TranscriptMatch &) const = default;
};

/// For each bubble of @p reading, in its order. Of several equal messages the next after the one before is taken.
QList<TranscriptMatch> matchTranscript(const MachineReading &reading, const QList<ChatMessage> &log);

/// As texts are compared: without blanks, full-width forms as their narrow ones, small letters.
QString comparableText(QStringView text);
/// Fewest characters to insert, delete or replace; the measure of reading accuracy.
qsizetype editDistance(QStringView a, QStringView b);

} // namespace arb::domain
