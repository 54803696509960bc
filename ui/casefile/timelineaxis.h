// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/timeline.h>

#include <QtCore/QStringList>

#include <functional>
#include <vector>

namespace arb::ui {

/// What an axis of platform time says: marks with a word each, and above them what they are part of. Times are UTC
/// milliseconds, widths pixels. From seconds to centuries two marks are never so near that their words touch.
struct TimeAxis
{
    struct Mark
    {
        qint64 at = 0;
        QString words; ///< of the clock, else of the day, the month, the year
    };
    struct Group ///< a day of hours, a month of days, a year of months; years are in none
    {
        qint64 from = 0, to = 0;
        QStringList words; ///< the longest first: as many as may have room
    };
    std::vector<Mark> marks;
    std::vector<Group> groups;
};

/// Of what is in view, with the last mark before it. @p widthOf: of a word, in the font it is drawn with.
TimeAxis timeAxis(qint64 from, qint64 to, double msPerPixel, const std::function<double(const QString &)> &widthOf);

/// What a timeline opens on: the events of the case's own time, which is from its order to its escalation. Clocks that were
/// reset say 1970, and a message may come from the future: what is further away than three times the own time, at least
/// ownMarginMs, does not belong to it. A case without such times has all of its events.
struct OwnTime
{
    qint64 from = 0, to = 0; ///< of its first and its last event
};
inline constexpr qint64 ownMarginMs = 30 * domain::dayMs;
OwnTime ownTime(const domain::CaseTimeline &timeline);

} // namespace arb::ui
