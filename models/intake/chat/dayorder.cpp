// SPDX-License-Identifier: GPL-3.0-or-later
#include "dayorder.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

namespace arb::intake {

namespace {

using domain::DayOrder;
using domain::UtcMs;

struct ReadDate
{
    int year = 0, month = 0, day = 0;
};

int fullYear(int year, bool isLong)
{
    return isLong ? year : 2000 + year;
}

std::optional<ReadDate> readDate(const WrittenDate &stamp, DayOrder order)
{
    if (stamp.longFirst || order == DayOrder::YearMonthDay) {
        if (stamp.longThird)
            return std::nullopt;
        return ReadDate{fullYear(stamp.first, stamp.longFirst), stamp.second, stamp.third};
    }
    const int year = fullYear(stamp.third, stamp.longThird);
    return order == DayOrder::DayMonthYear ? ReadDate{year, stamp.second, stamp.first} : ReadDate{year, stamp.first, stamp.second};
}

/// Days since 1970 of the proleptic Gregorian calendar (Hinnant); QDate would do, at ten times the price a message.
qint64 daysOf(const ReadDate &date)
{
    const int year = date.month <= 2 ? date.year - 1 : date.year;
    const int era = year / 400;
    const int ofEra = year - era * 400;
    const int ofYear = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    const int dayOfEra = ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear;
    return qint64(era) * 146'097 + dayOfEra - 719'468;
}

bool isDay(const ReadDate &date)
{
    static constexpr std::array lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1)
        return false;
    const bool leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
    return date.day <= lengths[static_cast<std::size_t>(date.month - 1)] + (leap && date.month == 2 ? 1 : 0);
}

/// The first of every run of messages of one day, with a written date: within a day all readings agree.
std::vector<WrittenDate> daysIn(const std::vector<WrittenDate> &all)
{
    std::vector<WrittenDate> days;
    for (const WrittenDate &stamp : all) {
        const bool same = !days.empty() && days.back().first == stamp.first && days.back().second == stamp.second && days.back().third == stamp.third;
        if (!same && stamp.given) {
            days.push_back(stamp);
            days.back().hour = days.back().minute = days.back().seconds = 0; // a bad time says nothing of the date
            days.back().zoneMinutes.reset();
        }
    }
    return days;
}

/// Nobody exported a chat that is older (2009-01-01): a short year before it is a day.
constexpr UtcMs beforeAnyExport(1'230'739'200'000);

/// No program writes a day that does not exist, while messages out of order do occur: it counts as so many of these.
constexpr qsizetype asMisplaced = 3;

/// How well a reading fits.
struct Fit
{
    DayOrder order = DayOrder::DayMonthYear;
    qsizetype faults = 0; ///< no such day, earlier than the message before, or than any export
    qint64 span = 0; ///< from the first to the last time
};

Fit fitOf(const std::vector<WrittenDate> &stamps, DayOrder order)
{
    Fit fit{order, 0, 0};
    std::optional<UtcMs> before, first, last;
    for (const WrittenDate &stamp : stamps) {
        if (stamp.longFirst)
            continue;
        const auto at = timeOfStamp(stamp, order);
        if (!at) {
            fit.faults += asMisplaced;
            continue;
        }
        fit.faults += (before && *at < *before) || *at < beforeAnyExport ? 1 : 0;
        before = at;
        first = first ? std::min(*first, *at) : *at;
        last = last ? std::max(*last, *at) : *at;
    }
    fit.span = first ? *last - *first : std::numeric_limits<qint64>::max();
    return fit;
}

/// Short years first are rare, and hardly any number forbids them: they are the reading only where the others fit worse, or
/// would stretch the chat over years, always on one day of the month. Otherwise they are out of the question.
void dropYearFirstUnlessItIs(std::array<Fit, 3> &fits)
{
    constexpr qint64 farLonger = 10;
    Fit &yearFirst = fits[2];
    const qsizetype least = std::min(fits[0].faults, fits[1].faults);
    qint64 shortest = std::numeric_limits<qint64>::max();
    for (std::size_t n = 0; n < 2; ++n)
        shortest = fits[n].faults == least ? std::min(shortest, fits[n].span) : shortest;
    const bool wins = yearFirst.faults < least || (yearFirst.faults == least && yearFirst.span < shortest / farLonger);
    if (!wins) {
        yearFirst.faults = std::numeric_limits<qsizetype>::max();
        return;
    }
    fits[0].faults = fits[1].faults = std::numeric_limits<qsizetype>::max();
}

} // namespace

std::optional<UtcMs> timeOfStamp(const WrittenDate &stamp, DayOrder order)
{
    const auto date = readDate(stamp, order);
    if (!stamp.given || stamp.years == YearCount::Other || !date || !isDay(*date) || stamp.hour > 23 || stamp.minute > 59 || stamp.seconds > 59)
        return std::nullopt;
    const qint64 offset = stamp.zoneMinutes ? *stamp.zoneMinutes * 60 : domain::platformOffsetSeconds;
    const qint64 seconds = daysOf(*date) * 86'400 + stamp.hour * 3600 + stamp.minute * 60 + stamp.seconds - offset;
    return UtcMs(seconds * domain::secondMs);
}

bool dependsOnOrder(const WrittenDate &stamp)
{
    return stamp.given && !stamp.longFirst && !(stamp.longThird && stamp.first == stamp.second);
}

DayOrderFinding findDayOrder(const std::vector<WrittenDate> &all)
{
    const std::vector<WrittenDate> stamps = daysIn(all);
    if (stamps.empty())
        return {};
    if (std::all_of(stamps.begin(), stamps.end(), [](const WrittenDate &stamp) { return stamp.longFirst; }))
        return {DayOrder::YearMonthDay, false};
    std::array fits{fitOf(stamps, DayOrder::DayMonthYear), fitOf(stamps, DayOrder::MonthDayYear), fitOf(stamps, DayOrder::YearMonthDay)};
    dropYearFirstUnlessItIs(fits);
    // Of readings that fit equally well the shorter story is likelier, but no evidence.
    std::stable_sort(fits.begin(), fits.end(), [](const Fit &a, const Fit &b) { return std::tie(a.faults, a.span) < std::tie(b.faults, b.span); });
    const bool tied = fits[0].faults == fits[1].faults;
    const bool differ = std::any_of(stamps.begin(), stamps.end(), [&fits](const WrittenDate &stamp) {
        return timeOfStamp(stamp, fits[0].order) != timeOfStamp(stamp, fits[1].order);
    });
    if (!tied || !differ)
        return {fits[0].order, false};
    return {fits[0].order, true, fits[1].order};
}

} // namespace arb::intake
