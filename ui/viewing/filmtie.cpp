// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/filmtie.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace arb::ui {

namespace {

/// When the last frame is over.
qint64 endOf(const FilmInfo &film)
{
    return std::max(film.firstUs() + film.durationUs, film.ptsAt(film.frameCount() - 1) + 1);
}

/// How long frame @p index is on show.
qint64 lengthOf(const FilmInfo &film, qint64 index)
{
    const qint64 until = index + 1 < film.frameCount() ? film.ptsAt(index + 1) : endOf(film);
    return until - film.ptsAt(index);
}

qint64 meanLength(const FilmInfo &film)
{
    return std::max<qint64>(1, (endOf(film) - film.firstUs()) / film.frameCount());
}

/// Frame numbers that go on beyond both ends, at the mean rate.
qint64 numberAt(const FilmInfo &film, qint64 us)
{
    const qint64 mean = meanLength(film);
    if (us < film.firstUs())
        return -((film.firstUs() - us + mean - 1) / mean);
    if (us >= endOf(film))
        return film.frameCount() + (us - endOf(film)) / mean;
    return film.indexAt(us);
}

qint64 beginOf(const FilmInfo &film, qint64 number)
{
    if (number < 0)
        return film.firstUs() + number * meanLength(film);
    if (number >= film.frameCount())
        return endOf(film) + (number - film.frameCount()) * meanLength(film);
    return film.ptsAt(number);
}

} // namespace

FilmPart filmPartAt(const FilmInfo &film, qint64 ptsUs)
{
    if (ptsUs < film.firstUs())
        return FilmPart::Before;
    return ptsUs < endOf(film) ? FilmPart::On : FilmPart::After;
}

FilmPart TiedFilms::part(bool left, qint64 clockUs) const
{
    return film(left) ? filmPartAt(*film(left), ptsAt(left, clockUs)) : FilmPart::On;
}

/// Half of the shorter of the frames that both films have on show.
qint64 TiedFilms::halfFrame(qint64 clockUs) const
{
    qint64 shortest = std::numeric_limits<qint64>::max();
    for (const bool left : {true, false}) {
        if (const FilmInfo *each = film(left))
            shortest = std::min(shortest, lengthOf(*each, each->indexAt(ptsAt(left, clockUs))));
    }
    return shortest / 2;
}

qint64 TiedFilms::frameAt(bool left, qint64 clockUs) const
{
    const FilmInfo *mine = film(left);
    return mine ? mine->indexAt(ptsAt(left, clockUs) + halfFrame(clockUs)) : 0;
}

TransportState TiedFilms::transport(bool left, const TransportState &clock) const
{
    TransportState state = clock;
    const FilmInfo *mine = film(left);
    if (!mine)
        return state;
    // Playing, each film is asked for what it shows at one and the same moment; standing still, for exactly one frame.
    const qint64 pts = clock.playing ? ptsAt(left, clock.mediaUs) : mine->ptsAt(frameAt(left, clock.mediaUs));
    state.mediaUs = pts - mine->firstUs();
    return state;
}

domain::FilmTie TiedFilms::shifted(bool left, qint64 clockUs, qint64 frames) const
{
    domain::FilmTie tie = m_tie;
    const FilmInfo *mine = film(left);
    if (!mine)
        return tie;
    const qint64 now = ptsAt(left, clockUs);
    const qint64 asked = now + (part(left, clockUs) == FilmPart::On ? halfFrame(clockUs) : 0);
    const qint64 from = numberAt(*mine, asked), to = from + frames;
    const FilmInfo *other = film(!left);
    const qint64 others = other ? lengthOf(*other, other->indexAt(ptsAt(!left, clockUs))) : std::numeric_limits<qint64>::max();
    const auto length = [mine](qint64 number) { return beginOf(*mine, number + 1) - beginOf(*mine, number); };
    const auto half = [&](qint64 number) { return std::min(length(number), others) / 2; };
    // How far the clock is into the frame stays the same, as far as the frame that comes is long enough for it.
    const qint64 into = std::clamp(now - beginOf(*mine, from), -half(to - 1), length(to) - half(to) - 1);
    (left ? tie.leftPts : tie.rightPts) += beginOf(*mine, to) + into - now;
    return tie;
}

QString filmClockText(qint64 us, int decimals)
{
    qint64 unit = 1'000'000;
    for (int n = 0; n < decimals; ++n)
        unit /= 10;
    const qint64 parts = std::abs(us) / unit, perSecond = 1'000'000 / unit;
    const qint64 seconds = parts / perSecond;
    QString text = QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    if (decimals > 0)
        text += QStringLiteral(".%1").arg(parts % perSecond, decimals, 10, QLatin1Char('0'));
    return us < 0 && parts > 0 ? QStringLiteral("-") + text : text;
}

} // namespace arb::ui
