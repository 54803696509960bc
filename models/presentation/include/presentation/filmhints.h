// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/factscard.h>

#include <domain/filmfinds.h>
#include <domain/machinereading.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace arb::presentation {

/// What the search finds of a set of films with known cuts: the words beside every hint. Counts, so that nobody has to believe
/// a rounded share.
struct HintRates
{
    QString set, date;
    int cuts = 0, found = 0, wrong = 0;
    int covers = 0, coversTold = 0, flashes = 0, flashesTold = 0; ///< 0 and 0: not counted
    int dissolves = 0, dissolvesFound = 0;                        ///< among the cuts; 0 and 0: not counted by themselves
    bool operator==(const HintRates &) const = default;
};
/// Of resources/continuity-rates.json; nothing when it is none.
std::optional<HintRates> hintRatesFrom(const QByteArray &json);
/// Those that this program was built with; nothing when it has none.
std::optional<HintRates> shippedHintRates();

/// What is known so far of a file on show.
struct FileFinds
{
    enum class State { None, Looking, Done, Failed };
    State hintState = State::None, codeState = State::None;
    int permille = 0; ///< of the way to the hints
    QList<domain::FilmHint> hints;
    QList<domain::FoundCode> codes;
    State readState = State::None;
    bool readerMissing = false; ///< why it failed: the reader or its data is not installed
    domain::MachineReading reading;
    bool operator==(const FileFinds &) const = default;
};

/// "0:37" from the film's first frame; with tenths "0:03.2"; hours only when there are any.
QString filmClock(qint64 us, bool tenths = false);

/// Where a hint stands on the timeline, and what its sentence names where that is one moment: the first frame after it; of a dissolve the
/// middle, of damage the beginning. Microseconds as in the hint.
qint64 hintMomentUs(const domain::FilmHint &hint);

/// "possible interruption at 0:37.0"; @p firstUs is the film's first time stamp. Plain words, no verdict.
QString hintSentence(const domain::FilmHint &hint, qint64 firstUs);

/// Whose waybill a code carries. Where the order has no number there is no other parcel's: UncomparedWaybill, which points at nobody.
enum class CodeMatch { Waybill, ReturnWaybill, OtherWaybill, UncomparedWaybill, OtherCode };
/// Spaces, hyphens and case do not count; a code that contains the number (a link, a package suffix "-1-1-") matches too. Other
/// numbers count as waybills by their length on a linear code, in a QR code (or the link or fields in it) by a carrier's letters
/// or the shape of the case's own numbers.
CodeMatch matchOf(const domain::FoundCode &code, const domain::CaseFile &file);
/// "waybill matches at 0:03.2"; in a picture without the time.
QString codeSentence(const domain::FoundCode &code, const domain::CaseFile &file, domain::ExhibitKind kind, qint64 firstUs);

/// What a find is called on the timeline and in the card: its number in FileFinds.
QString hintId(qsizetype number);
QString codeId(qsizetype number);

/// What a hint of this kind says, what else looks like it, and how often it is right where that was counted.
QString hintMeaning(domain::FilmHint::Kind kind, const std::optional<HintRates> &rates);

/// Appends what was found to the card of @p exhibit: hints with what they mean and how often they are right, codes against the
/// order's waybills. By time and no more than can be read, though never without what the file itself tells. The find called @p chosen is
/// told however many there are, with what its kind means beside it.
void addFinds(FactsCard &card, const domain::CaseFile &file, const domain::Exhibit &exhibit, const FileFinds &finds,
              const std::optional<HintRates> &rates, const QString &chosen = {});

} // namespace arb::presentation
