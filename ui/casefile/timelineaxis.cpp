// SPDX-License-Identifier: GPL-3.0-or-later
#include "timelineaxis.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace arb::ui {

namespace {

constexpr double leastMarkPixels = 64; ///< between two marks
constexpr double wordGap = 10;         ///< between their words
constexpr qint64 axisOffsetMs = domain::platformOffsetSeconds * domain::secondMs;
/// None is more than two and a half times the one before, so that some are in view on a narrow canvas, too.
constexpr auto clockSteps = std::to_array<qint64>(
    {domain::secondMs, 2 * domain::secondMs, 5 * domain::secondMs, 10 * domain::secondMs, 15 * domain::secondMs, 30 * domain::secondMs,
     domain::minuteMs, 2 * domain::minuteMs, 5 * domain::minuteMs, 10 * domain::minuteMs, 15 * domain::minuteMs, 30 * domain::minuteMs,
     domain::hourMs, 2 * domain::hourMs, 3 * domain::hourMs, 6 * domain::hourMs, 12 * domain::hourMs,
     domain::dayMs, 2 * domain::dayMs, 4 * domain::dayMs, 7 * domain::dayMs, 14 * domain::dayMs});
constexpr int monthsOfYear = 12;
/// Months, then one, two, five, ten … years.
constexpr auto monthSteps = std::to_array<qint64>(
    {1, 2, 3, 6, 12, 2 * 12, 5 * 12, 10 * 12, 20 * 12, 50 * 12, 100 * 12, 200 * 12, 500 * 12, 1'000 * 12, 2'000 * 12, 5'000 * 12});
constexpr qint64 shortMonthMs = 28 * domain::dayMs, shortYearMs = 365 * domain::dayMs;

qint64 floorTo(qint64 value, qint64 step)
{
    return value - ((value % step) + step) % step;
}

/// Months since the year 0 in which a moment lies by the platform's calendar; QDate has no year 0 to count through.
qint64 monthOf(qint64 ms)
{
    const std::chrono::sys_days day{std::chrono::days{floorTo(ms + axisOffsetMs, domain::dayMs) / domain::dayMs}};
    const std::chrono::year_month_day date(day);
    return qint64{static_cast<int>(date.year())} * monthsOfYear + static_cast<unsigned>(date.month()) - 1;
}

int yearOfMonth(qint64 month)
{
    return static_cast<int>(floorTo(month, monthsOfYear) / monthsOfYear);
}

qint64 beginOfMonth(qint64 month)
{
    const auto number = static_cast<unsigned>(month - floorTo(month, monthsOfYear)) + 1;
    const std::chrono::sys_days day{std::chrono::year(yearOfMonth(month)) / std::chrono::month(number) / 1};
    return qint64{day.time_since_epoch().count()} * domain::dayMs - axisOffsetMs;
}

/// The marks of one distance: of the clock, or of the calendar, whose months differ in length.
struct MarkStep
{
    qint64 size = 0;
    bool isMonths = false;

    qint64 before(qint64 ms) const { return isMonths ? beginOfMonth(floorTo(monthOf(ms), size)) : floorTo(ms + axisOffsetMs, size) - axisOffsetMs; }
    qint64 after(qint64 mark) const { return isMonths ? beginOfMonth(monthOf(mark) + size) : mark + size; }
    qint64 leastMs() const { return !isMonths ? size : size % monthsOfYear == 0 ? size / monthsOfYear * shortYearMs : size * shortMonthMs; }
    bool isOfClock() const { return !isMonths && size < domain::dayMs; }
    bool isOfYears() const { return isMonths && size % monthsOfYear == 0; }

    QString widest() const
    {
        if (isMonths)
            return isOfYears() ? QStringLiteral("0000") : QStringLiteral("0000-00");
        return size >= domain::dayMs ? QStringLiteral("00-00") : size >= domain::minuteMs ? QStringLiteral("00:00") : QStringLiteral("00:00:00");
    }

    QString wordsAt(qint64 ms) const
    {
        if (isMonths) {
            const qint64 month = monthOf(ms);
            const QString year = QStringLiteral("%1").arg(yearOfMonth(month), 4, 10, QLatin1Char('0'));
            return isOfYears() ? year : QStringLiteral("%1-%2").arg(year).arg(month - floorTo(month, monthsOfYear) + 1, 2, 10, QLatin1Char('0'));
        }
        const QDateTime time = domain::UtcMs(ms).toPlatform();
        return time.toString(size >= domain::dayMs ? QStringLiteral("MM-dd") : size >= domain::minuteMs ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss"));
    }
};

constexpr MarkStep dayStep{domain::dayMs, false}, monthStep{1, true}, yearStep{monthsOfYear, true};

MarkStep stepFor(double msPerPixel, const std::function<double(const QString &)> &widthOf)
{
    const auto fits = [&](const MarkStep &step) {
        return static_cast<double>(step.leastMs()) / msPerPixel >= std::max(leastMarkPixels, widthOf(step.widest()) + wordGap);
    };
    for (const qint64 size : clockSteps) {
        if (const MarkStep step{size, false}; fits(step))
            return step;
    }
    for (const qint64 size : monthSteps) {
        if (const MarkStep step{size, true}; fits(step))
            return step;
    }
    return {monthSteps.back(), true};
}

} // namespace

TimeAxis timeAxis(qint64 from, qint64 to, double msPerPixel, const std::function<double(const QString &)> &widthOf)
{
    TimeAxis axis;
    const MarkStep step = stepFor(msPerPixel, widthOf);
    for (qint64 at = step.before(from); at <= to; at = step.after(at))
        axis.marks.push_back({at, step.wordsAt(at)});
    if (step.isOfYears())
        return axis;
    const MarkStep whole = step.isOfClock() ? dayStep : step.isMonths ? yearStep : monthStep;
    for (qint64 at = whole.before(from); at <= to;) {
        const qint64 next = whole.after(at);
        TimeAxis::Group group{at, next, {whole.wordsAt(at)}};
        if (step.isOfClock())
            group.words.prepend(domain::UtcMs(at).toPlatform().toString(QStringLiteral("yyyy-MM-dd")));
        axis.groups.push_back(std::move(group));
        at = next;
    }
    return axis;
}

OwnTime ownTime(const domain::CaseTimeline &timeline)
{
    using enum domain::TimelineWhat;
    if (timeline.events.isEmpty())
        return {};
    qint64 first = 0, last = 0; // of a record, nothing is as old as 1970
    for (const domain::TimelineEvent &event : timeline.events) {
        const bool isOwn = event.what == Ordered || event.what == Paid || event.what == Applied || event.what == Escalated;
        if (!isOwn || event.at.ms() <= 0)
            continue;
        first = first == 0 ? event.at.ms() : first; // events are by time
        last = event.at.ms();
    }
    if (last == 0)
        return {timeline.events.first().at.ms(), timeline.events.last().at.ms()};
    const qint64 margin = std::max(3 * (last - first), ownMarginMs);
    OwnTime own{first, last};
    for (const domain::TimelineEvent &event : timeline.events) {
        const qint64 at = event.at.ms();
        if (at >= first - margin && at <= last + margin)
            own = {std::min(own.from, at), std::max(own.to, at)};
    }
    return own;
}

} // namespace arb::ui
