// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stampcursor.h"

#include <optional>

/// What may stand beside a time. Each leaves the cursor where it is when there is no such thing.
namespace arb::intake {

/// "Z", "+08:00", "UTC" or "GMT+2" at the cursor or behind blanks, in minutes. No other letters: EST and CST are other zones in
/// other countries. In a line a name may follow: there nothing is a zone that might be the beginning of one.
std::optional<int> takeZone(StampCursor &cursor, bool isField);
/// "Tue," and its like, which say nothing that the date does not.
bool takeWeekday(StampCursor &cursor);
/// Behind an offset the name of the zone only says it again.
void skipZoneName(StampCursor &cursor);

} // namespace arb::intake
