// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/masking.h>

#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QRect>
#include <QtCore/QSize>
#include <QtCore/QString>

#include <optional>

/// What a machine read in a picture. A search aid for people who look, never evidence by itself: nothing that decides reads it.
namespace arb::domain {

/// Boxes are pixels of the upright full-size picture.
struct ReadWord
{
    QString text;
    QRect box;
    int confidence = 0; ///< 0 to 100, the reader's own; no probability
    bool operator==(const ReadWord &) const = default;
};

struct ReadLine
{
    QList<ReadWord> words; ///< never empty
    QRect box() const;
    QString text() const;  ///< blanks between words that are not Chinese
    bool operator==(const ReadLine &) const = default;
};

/// The lines of one bubble of a chat, or of one block of a page.
struct ReadBubble
{
    enum class Side { Middle, Left, Right }; ///< Middle: clock times, titles, whatever is in no bubble
    Side side = Side::Middle;
    QList<ReadLine> lines; ///< never empty
    QRect box() const;
    QString text() const; ///< without line breaks: bubbles break anywhere
    bool operator==(const ReadBubble &) const = default;
};

struct MachineReading
{
    QSize size;           ///< of the picture, upright
    bool inBubbles = true; ///< false: the page was read as it is, and nothing is known of sides
    bool complete = true;  ///< false: there was no time for all of it
    QList<ReadBubble> bubbles; ///< from the top

    int lineCount() const;
    int meanConfidence() const; ///< over characters; 0 without any
    QList<ReadLine> lines() const;
    bool operator==(const MachineReading &) const = default;
};

/// Holds digits in a row that may be an amount or a waybill number: to be compared with the picture, never taken from here.
bool holdsNumber(const QString &text);

/// @p text with @p instead in the place of every number that holdsNumber() finds, and of what joins its digits: nobody can take it
/// from there.
QString withoutNumbers(const QString &text, const QString &instead);

/// The words whose middle lies in @p region, in pixels of the picture; lines and bubbles without any are gone.
MachineReading readingIn(MachineReading reading, const QRect &region);

/// With phone and identity-card numbers hidden as in a chat, also those that run over the lines of a bubble. A line with one
/// becomes one word: where inside it something is hidden is not told.
MachineReading maskedReading(MachineReading reading, const Masks &masks = {});

/// All that was read, a bubble a line.
QString readingText(const MachineReading &reading);

QJsonObject toJson(const MachineReading &reading);
/// Nothing when it is none.
std::optional<MachineReading> machineReadingFromJson(const QJsonObject &object);

} // namespace arb::domain
