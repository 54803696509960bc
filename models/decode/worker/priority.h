// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The one priority that a helper may ask for, of itself: the lock on system calls lets exactly these numbers through. The
/// system's headers do not have those of disks.
namespace arb::decode {

inline constexpr int backgroundNice = 15;
inline constexpr long ioprioWhoProcess = 1, ioprioIdle = 3L << 13; // as wide as the lock compares

} // namespace arb::decode
