// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/viewers.h>

#include <array>

/// The arithmetic of two films that are tied at one event. Every answer is made anew from the tie and the films' own time
/// stamps, in whole microseconds; nothing is carried from one to the next, so nothing can drift.
namespace arb::ui {

/// Whether a film has a frame at a moment, or has not begun, or is over.
enum class FilmPart { Before, On, After };

FilmPart filmPartAt(const FilmInfo &film, qint64 ptsUs);

/// The clock counts microseconds since the event. Either film may be none: a picture, whose time stands still.
class TiedFilms
{
public:
    TiedFilms(const domain::FilmTie &tie, const FilmInfo *left, const FilmInfo *right) : m_tie(tie), m_films{left, right} {}

    qint64 clockAt(bool left, qint64 ptsUs) const { return ptsUs - tiedPts(left); }
    qint64 ptsAt(bool left, qint64 clockUs) const { return tiedPts(left) + clockUs; }
    /// On, for a picture.
    FilmPart part(bool left, qint64 clockUs) const;
    /// The frame to stand on: what the film shows half a frame of the faster film after @p clockUs. So a film whose frames
    /// begin a microsecond later than the other's is not a frame late, and what is on show is never off by more than that.
    /// Outside the film its first or last.
    qint64 frameAt(bool left, qint64 clockUs) const;
    /// What the film's player is to do when the clock does @p clock (its mediaUs: since the event).
    TransportState transport(bool left, const TransportState &clock) const;
    /// The tie in which that film shows what is @p frames later while the other stays where it is at @p clockUs. Beyond the
    /// ends of the film frames go on at its mean rate.
    domain::FilmTie shifted(bool left, qint64 clockUs, qint64 frames) const;

private:
    qint64 tiedPts(bool left) const { return left ? m_tie.leftPts : m_tie.rightPts; }
    const FilmInfo *film(bool left) const { return m_films[left ? 0 : 1]; }
    qint64 halfFrame(qint64 clockUs) const;

    domain::FilmTie m_tie;
    std::array<const FilmInfo *, 2> m_films;
};

/// "0:12.40", "-0:05.0": minutes, seconds and @p decimals of them, cut off and not rounded.
QString filmClockText(qint64 us, int decimals);

} // namespace arb::ui
