// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/lease.h>

#include <algorithm>

namespace arb::usecases {

Lease leaseOf(const CaseHeader &header, const DeskPolicy &policy, domain::UtcMs now)
{
    if (header.state != domain::DisputeState::Claimed || !header.leaseUntil)
        return {};
    const qint64 left = *header.leaseUntil - now;
    if (left < 0) // in time means t <= until
        return {.phase = LeasePhase::Over};
    // A third of the lease before its end, so that two renewals may fail before anybody is asked.
    const qint64 renewAt = std::max(policy.leaseMs / 3, policy.leaseGraceMs);
    return {.phase = left <= policy.leaseGraceMs ? LeasePhase::Grace : LeasePhase::Running, .leftMs = left, .renewNow = left <= renewAt};
}

} // namespace arb::usecases
