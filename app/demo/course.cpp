// SPDX-License-Identifier: GPL-3.0-or-later
#include "course.h"

#include <usecases/deskpolicy.h>
#include <usecases/desk.h>

namespace arb::app::demo {

using domain::UtcMs;

namespace {

/// Days from the demo's day on which the deadlines of waiting cases lie, in turn.
constexpr int dueDays[] = {1, 0, -2, 2, 1, 0, 2, 1, 1, 0, 2, 1, 2, 3, 1, 0, 2, 1, 2, 3};
constexpr qint64 evidenceWindow = 48 * domain::hourMs;
constexpr int longestWayBack = 20; ///< days; the longest holiday is shorter

qint64 hours(const QJsonValue &value)
{
    return qint64(value.toDouble() * double(domain::hourMs));
}

UtcMs dayAt(UtcMs day, int plusDays, QTime time)
{
    return UtcMs::fromPlatform(day.toPlatform().date().addDays(plusDays), time);
}

Course fixedCourse(const QJsonObject &times)
{
    const auto at = [&](const char *key) { return UtcMs::fromRfc3339(times.value(QLatin1StringView(key)).toString()); };
    Course course;
    course.ordered = at("orderedAt").value_or(UtcMs());
    course.shipped = at("shippedAt");
    course.signedAt = at("signedAt");
    course.answered = at("answeredAt");
    course.applied = at("appliedAt").value_or(UtcMs());
    course.escalated = at("escalatedAt").value_or(UtcMs());
    course.fixed = true;
    return course;
}

} // namespace

Course Course::moved(qint64 ms) const
{
    const auto later = [ms](const std::optional<UtcMs> &at) { return at ? std::optional(at->plusMs(ms)) : std::nullopt; };
    Course course = *this;
    course.ordered = ordered.plusMs(ms);
    course.promisedShipBy = promisedShipBy.plusMs(ms);
    course.merchantDue = merchantDue.plusMs(ms);
    course.shipped = later(shipped);
    course.signedAt = later(signedAt);
    course.answered = later(answered);
    course.applied = applied.plusMs(ms);
    course.escalated = escalated.plusMs(ms);
    return course;
}

Course Course::movedTo(UtcMs at) const
{
    const qint64 apart = at - escalated;
    Course course = moved((apart >= 0 ? apart : apart - domain::dayMs + 1) / domain::dayMs * domain::dayMs);
    course.escalated = at;
    return course;
}

namespace {

bool awake(UtcMs at)
{
    const int hour = at.toPlatform().time().hour();
    return hour >= 8 && hour < 23;
}

} // namespace

UtcMs inDaytimeAfter(UtcMs notBefore, UtcMs at, Dice &dice)
{
    if (awake(at))
        return at;
    const int hour = at.toPlatform().time().hour();
    const UtcMs evening = dayAt(at, hour >= 23 ? 0 : -1, QTime(20, 0)).plusMs(dice.between(5, 170) * domain::minuteMs);
    return evening > notBefore ? evening : inDaytime(at, dice);
}

UtcMs inDaytime(UtcMs at, Dice &dice)
{
    if (awake(at))
        return at;
    const int hour = at.toPlatform().time().hour();
    return dayAt(at, hour >= 23 ? 1 : 0, QTime(8, 0)).plusMs(dice.between(5, 170) * domain::minuteMs);
}

UtcMs inWorkingHours(UtcMs at, const domain::BusinessCalendar &calendar, Dice &dice)
{
    const auto working = [&](const QDate &date) {
        const auto known = calendar.isWorkingDay(date);
        return known ? *known : date.dayOfWeek() <= 5;
    };
    const QDateTime there = at.toPlatform();
    const bool early = there.time() < QTime(8, 45);
    if (working(there.date()) && !early && there.time() < QTime(17, 30))
        return at;
    QDate date = early ? there.date() : there.date().addDays(1);
    while (!working(date))
        date = date.addDays(1);
    return UtcMs::fromPlatform(date, QTime(8, 50)).plusMs(dice.between(0, 230) * domain::minuteMs);
}

Course courseOf(const QJsonObject &timeline, UtcMs morning, Dice &dice)
{
    Course course;
    if (const QJsonObject times = timeline.value(QStringLiteral("absolute")).toObject(); !times.isEmpty()) {
        course = fixedCourse(times);
    } else {
        // Orders are placed between ten in the morning and ten at night.
        UtcMs at = dayAt(morning, -int(timeline.value(QStringLiteral("orderedDaysBefore")).toInteger(10)), QTime(10, 0))
                       .plusMs(dice.between(0, 12 * 60) * domain::minuteMs);
        course.ordered = at;
        const auto next = [&](const char *key, bool byDay) -> std::optional<UtcMs> {
            const QJsonValue after = timeline.value(QLatin1StringView(key));
            if (!after.isDouble())
                return std::nullopt;
            at = at.plusMs(hours(after) + dice.between(0, 25) * domain::minuteMs + dice.between(0, 59) * domain::secondMs);
            if (byDay)
                at = inDaytime(at, dice);
            return at;
        };
        course.shipped = next("shippedAfterHours", false);
        course.signedAt = next("signedAfterHours", true);
        course.applied = next("appliedAfterHours", true).value_or(at);
        course.answered = next("answeredAfterHours", true);
        course.escalated = next("escalatedAfterHours", true).value_or(at);
    }
    const auto from = [&](UtcMs start, const char *key) {
        return start.plusMs(timeline.contains(QLatin1StringView(key)) ? hours(timeline.value(QLatin1StringView(key))) : evidenceWindow);
    };
    course.promisedShipBy = from(course.ordered, "promisedShipAfterHours");
    course.merchantDue = from(course.applied, "merchantDueAfterHours");
    return course;
}

UtcMs escalationForQueue(int turn, UtcMs morning, const domain::BusinessCalendar &calendar, Dice &dice)
{
    const int day = dueDays[size_t(turn) % std::size(dueDays)];
    const UtcMs due = dayAt(morning, day, QTime(9, 20)).plusMs(dice.between(0, 11 * 60) * domain::minuteMs);
    const QString clock = usecases::DeskPolicy().deskRulingClock;
    for (int days = 1; days < longestWayBack; ++days) {
        const UtcMs closed = due.plusMs(-days * domain::dayMs);
        if (usecases::deadline(clock, closed, calendar).at == due)
            return closed.plusMs(-evidenceWindow);
    }
    return due.plusMs(-4 * domain::dayMs); // a day that no deadline falls on: near it
}

} // namespace arb::app::demo
