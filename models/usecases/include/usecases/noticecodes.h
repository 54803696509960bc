// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace arb::usecases {

/// Texts of a NoticeKind::TakenOver notice to the person that a waiting case was kept for. A colon begins no reason that a
/// person would write; the presentation makes sentences of them.
inline constexpr char keptAssigned[] = ":assigned"; ///< somebody assigned the case to another person
inline constexpr char keptParked[] = ":parked";     ///< somebody put the case aside until another time; it stays kept
inline constexpr char keptUndone[] = ":undone";     ///< the assignment to the person was taken back

} // namespace arb::usecases
