// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace arb::ui {

inline constexpr double timelineAxisHeight = 36; ///< days above, hours below
inline constexpr double timelineFoot = 5;        ///< below the last lane, whose signs and words are higher than the lowest lane
inline constexpr double timelineCluster = 11;    ///< pixels: what is nearer is one sign
inline constexpr double timelineReach = 10;      ///< of the pointer
inline constexpr double timelineLeastMs = 20;     ///< of a pixel: seconds are well apart

} // namespace arb::ui
