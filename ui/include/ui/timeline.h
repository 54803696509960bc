// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

/// What others point out on a film's timeline. Times are microseconds of the container's timestamps, not rebased.
namespace arb::ui {

/// A moment that somebody or something pointed out.
struct TimelineTick
{
    enum class Kind { Mark, Interruption, Code, Event, Gap }; ///< Gap is the viewer's own
    Kind kind = Kind::Mark;
    qint64 us = 0;
    QString words; ///< tool tip and accessible text, plain
    QString id;    ///< the caller's own
    enum class Tone { Usual, Look, Muted }; ///< as its kind has it; worth a look; nothing to be made of it
    Tone tone = Tone::Usual;                ///< drawn by shape and colour; what it says stands in the words
    bool operator==(const TimelineTick &) const = default;
};

struct TimelineSpan
{
    enum class Kind { Mark, Loop, Watched, Gap };
    Kind kind = Kind::Mark;
    qint64 fromUs = 0, toUs = 0; ///< toUs: the end of the last frame
    QString words, id;
    bool operator==(const TimelineSpan &) const = default;
};

} // namespace arb::ui
