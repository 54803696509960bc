// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/factscard.h>
#include <presentation/filmhints.h>

#include <domain/transcriptmatch.h>

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>

namespace arb::presentation {

/// How well the reader reads the set of screenshots that comes with this program, as counts.
struct ReadingRates
{
    QString set, date;
    int lightCharacters = 0, lightWrong = 0, darkCharacters = 0, darkWrong = 0;
    bool operator==(const ReadingRates &) const = default;
};
/// Of resources/reading-rates.json; nothing when it is none.
std::optional<ReadingRates> readingRatesFrom(const QByteArray &json);
std::optional<ReadingRates> shippedReadingRates();

/// "99.1 %", rounded down.
QString rateText(int characters, int wrong);

/// "machine reading: 31 lines; of screenshots like these …; never evidence by itself".
QString readingSentence(const domain::MachineReading &reading, const std::optional<ReadingRates> &rates);
/// "found in the platform's log", "similar to a message of the log, differs here: …", "not in the log"; empty for what is no message. What stands
/// on neither side says so.
QString matchSentence(const domain::TranscriptMatch &match, const QString &read, const domain::CaseFile &file);

/// What was read at @p place as a text of its own: it begins with what it is, a bubble is a line, and numbers are left out: they are
/// read in the picture. Empty: no words were read.
QString readingExhibitText(const domain::MachineReading &reading, const QString &place);

/// Appends what was read to the card: how many lines, with what rate, and each bubble against the platform's log, with ways to
/// the place in the picture and to the message. @p matches are of the reading's bubbles; absent: they are not looked for yet.
void addReading(FactsCard &card, const domain::CaseFile &file, const FileFinds &finds, const std::optional<ReadingRates> &rates,
                const std::optional<QList<domain::TranscriptMatch>> &matches);

} // namespace arb::presentation
