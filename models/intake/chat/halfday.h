// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stampcursor.h"

namespace arb::intake {

/// What a word beside a time says of its hour.
enum class HalfDay {
    None,
    Morning,   ///< 12 is midnight
    Afternoon, ///< 12 is noon
    Noon,      ///< from 10 in the morning to what follows 12
    Evening,   ///< from 5 to 11 in the evening
    Night      ///< from 6 to 11 before midnight, from 0 to 5 behind it
};

/// A word right before a digit, perhaps with blanks between, which are taken with it.
HalfDay takeHalfDayBefore(StampCursor &cursor);
/// AM, a.m., "a. m." and what phones write in other languages, behind the time.
HalfDay takeHalfDayBehind(StampCursor &cursor);

/// Weekdays and words such as "um" and "klo", which say nothing of the hour. @p words may have dots and brackets.
bool saysNoHalfDay(QStringView words);

/// Hours of a 12 hour clock as hours of the day; 25 when there is no such hour.
int hourOf(int hour, HalfDay half);
/// Twelve at night, of which nobody can say whether it ends or begins the day beside it; and small hours of an evening.
bool isOpenHour(int hour, HalfDay half);

} // namespace arb::intake
