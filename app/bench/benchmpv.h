// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace arb::app {

/// What mpv takes for the same steps, in ms on the wall, by its own remote control.
struct MpvTimes
{
    QList<double> seeks, stepsBack;
};

/// Opens @p film in mpv without a window or sound, seeks exactly to each of @p seconds, then goes back @p framesBack frames
/// from @p backFrom. Empty lists where mpv is not installed or does not answer; what it did answer stays.
MpvTimes timeMpv(const QString &film, const QList<double> &seconds, double backFrom, int framesBack);

} // namespace arb::app
