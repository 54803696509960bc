// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dice.h"

#include <domain/calendar.h>
#include <domain/time.h>

#include <QtCore/QJsonObject>

#include <optional>

namespace arb::app::demo {

/// When things happened in a case that is made from a template.
struct Course
{
    domain::UtcMs ordered;
    domain::UtcMs promisedShipBy, merchantDue;
    std::optional<domain::UtcMs> shipped, signedAt, answered;
    domain::UtcMs applied, escalated;
    bool fixed = false; ///< told with its dates: not to be moved

    /// The same course of things, earlier or later.
    Course moved(qint64 ms) const;
    /// Moved by whole days, so that nobody writes at night, and escalated at @p at, up to a day later than told.
    Course movedTo(domain::UtcMs at) const;
};

/// Reads a template's timeline, counted back from @p morning; minutes are drawn, and nobody applies or answers at night.
Course courseOf(const QJsonObject &timeline, domain::UtcMs morning, Dice &dice);

/// An escalation that gives the @p turn-th waiting case its desk deadline on a day around @p morning: a few overdue,
/// several today, most in the next two days. Counts back through the desk's usual clocks.
domain::UtcMs escalationForQueue(int turn, domain::UtcMs morning, const domain::BusinessCalendar &calendar, Dice &dice);

/// @p at when that is in working hours, else some time in the morning of the next working day.
domain::UtcMs inWorkingHours(domain::UtcMs at, const domain::BusinessCalendar &calendar, Dice &dice);
/// @p at when people are awake, else the next morning.
domain::UtcMs inDaytime(domain::UtcMs at, Dice &dice);
/// @p at when people are awake, else the evening before, or the next morning where that is before @p notBefore.
domain::UtcMs inDaytimeAfter(domain::UtcMs notBefore, domain::UtcMs at, Dice &dice);

} // namespace arb::app::demo
