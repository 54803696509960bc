// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stamp.h"

#include <vector>

namespace arb::intake {

/// Which number of a file's dates is the day, by evidence over all of them: a number above 12 is no month, and messages
/// stand in the order they were sent.
struct DayOrderFinding
{
    std::optional<domain::DayOrder> order; ///< nothing: no date was written in numbers alone
    bool open = false; ///< another reading fits as well
    std::optional<domain::DayOrder> other = {}; ///< that reading
};
DayOrderFinding findDayOrder(const std::vector<WrittenDate> &all);

/// @p stamp read in @p order, in the zone it names, otherwise as platform time; nothing when there is no such day or time.
std::optional<domain::UtcMs> timeOfStamp(const WrittenDate &stamp, domain::DayOrder order);
/// Day and month of @p stamp could be swapped.
bool dependsOnOrder(const WrittenDate &stamp);

} // namespace arb::intake
