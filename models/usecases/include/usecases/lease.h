// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/caserecord.h>
#include <usecases/deskpolicy.h>

namespace arb::usecases {

enum class LeasePhase {
    None,    ///< nobody holds the case
    Running,
    Grace,   ///< the last minutes: the holder is asked to show that they are there
    Over     ///< past its end; whoever comes next may free it
};

/// How a claim stands now. A lease is renewed by every command of its holder; its last part is the grace in which a
/// window asks before it lets go. Nothing here writes.
struct Lease
{
    LeasePhase phase = LeasePhase::None;
    qint64 leftMs = 0; ///< until the end; 0 when over
    bool renewNow = false; ///< an active window of the holder renews by itself from here on
};
Lease leaseOf(const CaseHeader &header, const DeskPolicy &policy, domain::UtcMs now);

} // namespace arb::usecases
