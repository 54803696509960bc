// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>

#include <optional>

/// What a film's file says of itself (Exhibit::facts), and whether frames and times lie in it. Where it says nothing,
/// nothing is held against them.
namespace arb::domain {

inline constexpr qint64 mostMicroseconds = qint64(1) << 53; ///< what a JSON number holds exactly

std::optional<qint64> factNumber(const QJsonObject &facts, const char *key);
bool isFrameOfFilm(qint64 frame, const QJsonObject &facts);
/// Between the first frame and the end of the last one, on the container's own clock.
bool isTimeOfFilm(qint64 pts, const QJsonObject &facts);
/// Of the frames whose times the file tells, the first and the last, the time is that one.
bool isTimeOfFrame(qint64 frame, qint64 pts, const QJsonObject &facts);

} // namespace arb::domain
