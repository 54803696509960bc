// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/result.h>
#include <domain/time.h>

#include <QtCore/QByteArray>
#include <QtCore/QDate>
#include <QtCore/QList>
#include <QtCore/QString>

#include <map>
#include <memory>
#include <optional>
#include <span>

/// Working days and deadlines. Boost.Date_Time counts the days; nothing outside calendar.cpp sees it.
namespace arb::domain {

/// One year of the State Council's calendar: days off and make-up working days. Everything else is Monday to Friday.
struct CalendarYear
{
    int year = 0;
    QString source; ///< the notice it comes from
    QList<QDate> holidays, makeUpDays;
    bool operator==(const CalendarYear &) const = default;
};

struct CalendarError
{
    enum class Kind {
        YearMissing, ///< no data for `year`; never silently Monday to Friday
        BadSpec,     ///< the clock spec cannot be read (text)
        BadFile      ///< the year file has another shape (text: JSON pointer)
    } kind = Kind::YearMissing;
    int year = 0;
    QString text;
};

/// Reads a year file (schema resources/schema/calendar-1.json): {"format":1,"year":2026,"source":…,"holidays":["2026-01-01",…],"makeUpWorkingDays":[…]}.
Result<CalendarYear, CalendarError> parseCalendarYear(const QByteArray &json);

/// How a deadline counts.
struct ClockSpec
{
    enum class Kind {
        Hours,    ///< hours:48 – natural hours
        Days,     ///< days:7 – natural days, same clock time
        FullDays, ///< fulldays:7[:roll] – counted from the day after, until 24:00 of the last (the seven-day law)
        WorkDays, ///< workdays:3 – same clock time on the third working day after the start day
        Daily     ///< daily:09:00-18:00:4h – counts inside a daily window only, holidays included
    } kind = Kind::Hours;
    qint64 count = 0;       ///< hours, days, or minutes for Daily
    bool roll = false;      ///< FullDays: a last day that is a rest day moves to the next working day
    QTime opens, closes;    ///< Daily
    bool operator==(const ClockSpec &) const = default;

    static std::optional<ClockSpec> parse(const QString &text);
    QString toString() const;
};

struct Due
{
    UtcMs at;
    std::optional<UtcMs> beforeRoll; ///< where roll moved the date: the day the law's count alone would give
    QStringList explanation;         ///< one line per day or window counted: "2026-10-10 Sat working (make-up day)"; none where all time counts
};

/// A value; cheap to copy.
class BusinessCalendar
{
public:
    explicit BusinessCalendar(const QList<CalendarYear> &years = {});
    bool knows(int year) const;
    QList<int> years() const;
    Result<bool, CalendarError> isWorkingDay(const QDate &date) const;
    Result<int, CalendarError> workingDaysIn(int year) const;
    /// The deadline of @p spec counted from @p start, in platform time. Only WorkDays and roll need years.
    Result<Due, CalendarError> due(UtcMs start, const ClockSpec &spec) const;

private:
    std::shared_ptr<const std::map<int, CalendarYear>> m_years;
};

/// In time means t <= due.
constexpr bool inTime(UtcMs t, UtcMs due)
{
    return t <= due;
}

/// A running deadline that can stand still and be extended. Paused time does not count: resume() moves the deadline by
/// exactly the time the clock stood still, working days included (a pause never loses or wins a party time).
struct CaseClock
{
    UtcMs startedAt;
    std::optional<UtcMs> dueAt;
    QString unknown; ///< "calendar 2027 missing"
    std::optional<UtcMs> pausedAt;

    void pause(UtcMs now);
    void resume(UtcMs now);
    void extend(qint64 ms);
    /// ms left at @p now, negative when overdue; frozen while paused; nothing when the deadline is unknown.
    std::optional<qint64> left(UtcMs now) const;
};

/// The words that explanations end with, context "Calendar", for whoever says them in another language.
std::span<const char *const> dayWords();

} // namespace arb::domain
