// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/filmwatch.h"

#include <algorithm>
#include <utility>

namespace arb::ui {

namespace {

constexpr qint64 unseenUs = 250'000; // shorter holes are the screen's or a slow moment's

} // namespace

QList<FilmStretch> withStretch(const QList<FilmStretch> &stretches, FilmStretch more)
{
    QList<FilmStretch> merged;
    for (const FilmStretch &stretch : stretches) {
        if (stretch.toUs < more.fromUs || stretch.fromUs > more.toUs)
            merged.append(stretch);
        else
            more = {std::min(stretch.fromUs, more.fromUs), std::max(stretch.toUs, more.toUs)};
    }
    const auto place = std::ranges::upper_bound(merged, more.fromUs, {}, &FilmStretch::fromUs);
    merged.insert(place, more);
    return merged;
}

std::optional<FilmStretch> FilmWatch::add(qint64 ptsUs, qint64 endUs)
{
    if (m_stretch && ptsUs >= m_stretch->fromUs && ptsUs < m_stretch->toUs + unseenUs) {
        m_stretch->toUs = std::max(m_stretch->toUs, endUs);
        return std::nullopt;
    }
    const std::optional<FilmStretch> before = finish();
    m_stretch = FilmStretch{ptsUs, endUs};
    return before;
}

void FilmWatch::stayUntil(qint64 us)
{
    if (m_stretch)
        m_stretch->toUs = std::max(m_stretch->toUs, us);
}

std::optional<FilmStretch> FilmWatch::take()
{
    if (!m_stretch || m_stretch->fromUs == m_stretch->toUs)
        return std::nullopt;
    const FilmStretch told = *m_stretch;
    m_stretch->fromUs = told.toUs;
    return told;
}

std::optional<FilmStretch> FilmWatch::finish()
{
    const std::optional<FilmStretch> told = take();
    m_stretch.reset();
    return told;
}

} // namespace arb::ui
