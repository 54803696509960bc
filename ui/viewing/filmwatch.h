// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>

#include <optional>

namespace arb::ui {

/// From one time stamp up to another, microseconds.
struct FilmStretch
{
    qint64 fromUs = 0, toUs = 0;
    bool operator==(const FilmStretch &) const = default;
};

/// @p stretches, rising and apart, with @p more: what meets or overlaps becomes one.
QList<FilmStretch> withStretch(const QList<FilmStretch> &stretches, FilmStretch more);

/// The stretch of a film that is being watched, told in pieces. Knows neither clock nor film.
class FilmWatch
{
public:
    /// A frame came on show while playing, on show until @p endUs unless dropped frames follow. What it does not continue is
    /// returned: it is over.
    std::optional<FilmStretch> add(qint64 ptsUs, qint64 endUs);
    /// What is on show stayed until then.
    void stayUntil(qint64 us);
    /// What was watched since it was last told; watching may go on.
    std::optional<FilmStretch> take();
    /// Playing goes on elsewhere, or not at all.
    std::optional<FilmStretch> finish();

private:
    std::optional<FilmStretch> m_stretch;
};

} // namespace arb::ui
