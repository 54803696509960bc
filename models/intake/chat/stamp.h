// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/chatlog.h>

#include <QtCore/QStringView>

#include <optional>

namespace arb::intake {

/// Whose years a date counts, by a year of four digits.
enum class YearCount : quint8 {
    Common,
    Buddhist, ///< taken for one: no chat is of the years 2400 to 2700
    Minguo,   ///< taken for one: of the years 100 to 199, as Taiwan counts them
    Other     ///< of the Persian or the Islamic calendar, which no year tells apart: its months are not ours; or of one that nobody counts by
};

/// 543 more than the common year.
constexpr int buddhistYears = 543;
/// 1911 less than the common year.
constexpr int minguoYears = 1911;

/// A date and time as it was written; which number is the day is settled over the whole file (dayorder.h).
struct WrittenDate
{
    quint16 first = 0, second = 0, third = 0; ///< of the date; a Buddhist or Minguo year is the common one already
    quint8 hour = 0, minute = 0, seconds = 0;
    bool given = false;     ///< there is a date and a time
    bool longFirst = false, longThird = false; ///< has more than two digits: a year
    bool hasSeconds = false;
    YearCount years = YearCount::Common;
    std::optional<qint16> zoneMinutes; ///< east of Greenwich, where the zone was written
};

struct RawStamp : WrittenDate
{
    std::optional<domain::UtcMs> exact; ///< the zone was written behind a date that can be read in one way only, or it is a count of seconds
    qsizetype strangeAt = -1; ///< of the text that was scanned: where words before the time begin that leave its hour open; then it is no time. -1: nowhere
};

struct ScannedStamp
{
    RawStamp stamp;
    qsizetype end = 0; ///< the character behind it
    bool whole = false; ///< date and time; otherwise only a date was there, and end is behind it
};

/// A date at @p from of @p text and the time behind it, or the time and then the date, in any of the ways the exporters write
/// them: separators / . - or 年月日, "Oct 13, 2026", digits of any script, 12 and 24 hours, AM and 上午 before or behind, blanks of any kind. Nothing: no date there.
std::optional<ScannedStamp> scanStamp(QStringView text, qsizetype from = 0);

/// As scanStamp(), each way of writing tried in turn.
std::optional<ScannedStamp> scanAnyStamp(QStringView text, qsizetype from);
/// The ways that most lines of most exports are written, read at a glance: "13/10/26, 12:03 - " and "[13/10/26, 12:03:11 PM]".
/// Says what scanAnyStamp() says, or nothing: there scanAnyStamp() has to look.
std::optional<ScannedStamp> glanceAtStamp(QStringView text, qsizetype from);

/// Behind "Dec 31, 11:59 PM" or "11:59PM, Dec 31", as phones once wrote days of the year it was: nobody knows which, so it is no
/// time, but a message begins there. Nothing: no such day there.
std::optional<qsizetype> yearlessEnd(QStringView text, qsizetype from);

/// A whole field as a time: as scanStamp with any zone behind it, or seconds or milliseconds since 1970. Nothing, too, where
/// something stands beside the time that is not understood, such as the letters of a zone that more than one country uses.
std::optional<RawStamp> stampOf(QStringView field);
/// Why stampOf() says nothing of @p field: it does begin with a date and a time, but goes on, or words between them leave the hour open.
bool hasRestBehindTime(QStringView field);
RawStamp exactStamp(domain::UtcMs at);

/// U+200E and its like, which exporters strew about and which say nothing about the text.
inline bool isDirectionMark(QChar c)
{
    const char16_t unit = c.unicode();
    return unit >= 0x200B && (unit <= 0x200F || (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2060 && unit <= 0x2069) || unit == 0xFEFF);
}

/// Blanks of any width, and direction marks.
inline bool isBlankOrMark(QChar c)
{
    const char16_t unit = c.unicode();
    if (unit == u' ' || unit == u'\t')
        return true;
    return unit >= 0x80 && (unit == 0xA0 || unit == 0x3000 || (unit >= 0x2000 && unit <= 0x200A) || unit == 0x202F || isDirectionMark(c));
}

} // namespace arb::intake
