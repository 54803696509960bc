// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casefile.h>

#include <QtCore/QList>

#include <optional>

/// How long a film lasts, set against the times of the order. Hints for people who look, never verdicts: the clock of a phone may be
/// off, and some tell when a recording ended, not when it began.
namespace arb::domain {

/// Something about a film's length that does not go together with the order's times, by the film's own clock.
struct FilmSpanFind
{
    enum class What {
        AcrossSigning,     ///< began before the parcel was signed for and would have ended after it
        AcrossApplication, ///< began before the claim was filed and would have ended after it
        EndsAfterHandedIn, ///< would have ended after it was handed in
        LongerThanAtHand   ///< longer than the time between signing and application
    };
    What what = What::AcrossSigning;
    bool certain = true; ///< false: it depends on the time zone, which the file does not tell
    qint64 byMs = 0;     ///< how far its end lies beyond; LongerThanAtHand: how much longer. 0 when not certain
    bool operator==(const FilmSpanFind &) const = default;
};

struct FilmSpan
{
    qint64 lengthMs = 0;
    bool told = false;    ///< the file tells a time; without one only the length can be compared
    bool hasZone = false; ///< and in which zone: then begin is one moment
    UtcMs begin, latestBegin; ///< equal with a zone; else the earliest and the latest that the reading may mean
    QList<FilmSpanFind> finds; ///< in the order of What
    UtcMs end() const { return begin.plusMs(lengthMs); } ///< with a zone
};

/// Of a film that a party handed in and whose length is known; of everything else nothing.
std::optional<FilmSpan> filmSpanOf(const CaseFile &file, const Exhibit &exhibit);

} // namespace arb::domain
