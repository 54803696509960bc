// SPDX-License-Identifier: GPL-3.0-or-later
#include "stamp.h"

#include "halfday.h"
#include "stampzone.h"

#include <array>

namespace arb::intake {

namespace {

/// 1 to 12 for an English month, short or whole; 0: none is there.
int takeMonthName(StampCursor &cursor)
{
    static constexpr std::array<QStringView, 12> months{u"January", u"February", u"March", u"April", u"May", u"June", u"July", u"August", u"September", u"October", u"November",
                                                        u"December"};
    constexpr qsizetype shortest = 3, longest = 9;
    qsizetype letters = 0;
    while (letters <= longest && cursor.at + letters < cursor.text.size() && cursor.text[cursor.at + letters].isLetter())
        ++letters;
    const QStringView word = cursor.text.sliced(cursor.at, letters);
    constexpr QStringView initials = u"jfmasondJFMASOND";
    if (letters < shortest || (word.front() < QChar(0x80) && !initials.contains(word.front())))
        return 0;
    for (std::size_t n = 0; n < months.size(); ++n) {
        if (word.compare(months[n], Qt::CaseInsensitive) != 0 && word.compare(months[n].first(shortest), Qt::CaseInsensitive) != 0)
            continue;
        cursor.at += letters;
        cursor.take(u'.');
        return static_cast<int>(n) + 1;
    }
    return 0;
}

/// "Oct 13, 2026" and "13 October 2026": no number of it can be another.
bool takeNamedDate(StampCursor &cursor, RawStamp &stamp)
{
    StampCursor trial = cursor;
    StampDigits day = takeDigits(trial, 2);
    trial.skipBlanks();
    const int month = takeMonthName(trial);
    trial.skipBlanks();
    if (month == 0)
        return false;
    if (day.count == 0)
        day = takeDigits(trial, 2);
    trial.takeOne(u",");
    trial.skipBlanks();
    const StampDigits year = takeDigits(trial, 4);
    if (day.count == 0 || year.count != 4)
        return false;
    cursor = trial;
    stamp.first = static_cast<quint16>(year.value);
    stamp.second = static_cast<quint16>(month);
    stamp.third = static_cast<quint16>(day.value);
    stamp.longFirst = true;
    stamp.longThird = false;
    return true;
}

bool takeDateOfNumbers(StampCursor &cursor, RawStamp &stamp)
{
    const StampDigits first = takeDigits(cursor, 4);
    cursor.skipMarks();
    if (first.count == 0 || !cursor.takeOne(u"/.-年년"))
        return false;
    cursor.skipBlanks();
    const StampDigits second = takeDigits(cursor, 2);
    cursor.skipMarks();
    if (second.count == 0 || !cursor.takeOne(u"/.-月월"))
        return false;
    cursor.skipBlanks();
    const StampDigits third = takeDigits(cursor, 4);
    stamp.longFirst = first.count > 2;
    stamp.longThird = third.count > 2;
    if (third.count == 0 || (stamp.longFirst && stamp.longThird))
        return false;
    cursor.takeOne(u"日일.");
    stamp.first = static_cast<quint16>(first.value);
    stamp.second = static_cast<quint16>(second.value);
    stamp.third = static_cast<quint16>(third.value);
    return true;
}

/// Years of other calendars, which must not pass for common ones.
void settleYears(RawStamp &stamp)
{
    constexpr quint16 buddhistFrom = 2400, buddhistTo = 2700, otherFrom = 1300, otherTo = 1500, minguoFrom = 100, minguoTo = 199, earliest = 1000;
    if (!stamp.longFirst && !stamp.longThird)
        return;
    quint16 &year = stamp.longFirst ? stamp.first : stamp.third;
    if (year >= buddhistFrom && year <= buddhistTo) {
        year = static_cast<quint16>(year - buddhistYears);
        stamp.years = YearCount::Buddhist;
    } else if (year >= minguoFrom && year <= minguoTo) {
        year = static_cast<quint16>(year + minguoYears);
        stamp.years = YearCount::Minguo;
    } else if ((year > 0 && year < earliest) || (year >= otherFrom && year <= otherTo)) {
        stamp.years = YearCount::Other;
    }
}

bool takeDate(StampCursor &cursor, RawStamp &stamp)
{
    StampCursor trial = cursor;
    if (takeDateOfNumbers(trial, stamp))
        cursor = trial;
    else if (!takeNamedDate(cursor, stamp))
        return false;
    settleYears(stamp);
    return true;
}

/// What stands between date and time: a comma, T, a weekday, "klo", "um", "at" … Where words begin that may say which half of
/// the day is meant, but are not known; -1: nowhere.
qsizetype skipBetween(StampCursor &cursor)
{
    cursor.skipBlanks();
    cursor.takeOne(u",，、\u060C");
    cursor.skipBlanks();
    if (cursor.peek() == u'T' && cursor.at + 1 < cursor.text.size() && cursor.text[cursor.at + 1].isDigit()) {
        ++cursor.at;
        return -1;
    }
    if (cursor.peek().isDigit())
        return -1;
    constexpr qsizetype longest = 16;
    StampCursor trial = cursor;
    if (takeHalfDayBefore(trial) != HalfDay::None)
        return -1;
    qsizetype letters = 0;
    while (letters <= longest && cursor.at + letters < cursor.text.size()) {
        StampCursor inside{cursor.text, cursor.at + letters};
        const QChar c = inside.peek();
        if (!c.isLetter() && !c.isMark() && c != u'.' && c != u'(' && c != u')')
            break;
        if (letters > 0 && takeHalfDayBefore(inside) != HalfDay::None)
            break;
        ++letters;
    }
    if (letters == 0 || letters > longest)
        return -1;
    trial = {cursor.text, cursor.at + letters};
    trial.skipBlanks();
    trial.takeOne(u",，");
    trial.skipBlanks();
    StampCursor behind = trial;
    const bool isTold = takeHalfDayBefore(behind) != HalfDay::None;
    if (!isTold && !trial.peek().isDigit())
        return -1;
    const qsizetype from = cursor.at;
    cursor = trial;
    return isTold || saysNoHalfDay(cursor.text.sliced(from, letters)) ? -1 : from;
}

/// Between hours and minutes: a colon, a dot, 时, or the h of "20h30" and "20 h 30".
bool takeHourSign(StampCursor &cursor)
{
    if (cursor.takeOne(u":.：时時點点"))
        return true;
    StampCursor trial = cursor;
    trial.skipBlanks();
    if (!trial.takeOne(u"hH"))
        return false;
    trial.skipBlanks();
    if (!trial.peek().isDigit())
        return false;
    cursor = trial;
    return true;
}

/// The seconds of "23 h 59 min 58 s"; the sign of minutes may stand without them.
void takeSpelledSeconds(StampCursor &cursor, RawStamp &stamp)
{
    StampCursor trial = cursor;
    trial.skipBlanks();
    if (!trial.takeWord(u"min") || trial.peek().isLetter())
        return;
    trial.take(u'.');
    cursor = trial;
    trial.skipBlanks();
    const StampDigits seconds = takeDigits(trial, 2);
    trial.skipBlanks();
    if (seconds.count == 0 || !trial.takeOne(u"sS") || trial.peek().isLetterOrNumber())
        return;
    cursor = trial;
    stamp.hasSeconds = true;
    stamp.seconds = static_cast<quint8>(seconds.value);
}

bool takeTime(StampCursor &cursor, RawStamp &stamp)
{
    const qsizetype strange = skipBetween(cursor), wordAt = cursor.at;
    HalfDay half = takeHalfDayBefore(cursor);
    const StampDigits hour = takeDigits(cursor, 2);
    const qsizetype signAt = cursor.at;
    if (hour.count == 0 || !takeHourSign(cursor))
        return false;
    const bool isSpelled = cursor.text.sliced(signAt, cursor.at - signAt).contains(u'h', Qt::CaseInsensitive);
    const StampDigits minute = takeDigits(cursor, 2);
    if (minute.count != 2)
        return false;
    cursor.takeOne(u"分");
    StampCursor trial = cursor;
    trial.takeOne(u":.：");
    const StampDigits seconds = takeDigits(trial, 2);
    if (seconds.count == 2) {
        cursor = trial;
        cursor.takeOne(u"秒");
        stamp.hasSeconds = true;
        stamp.seconds = static_cast<quint8>(seconds.value);
        trial = cursor;
        if (trial.takeOne(u".,") && takeDigits(trial, 9).count > 0)
            cursor = trial;
    } else if (isSpelled) {
        takeSpelledSeconds(cursor, stamp);
    }
    if (half == HalfDay::None)
        half = takeHalfDayBehind(cursor);
    constexpr int lastOfHalf = 12; // what is more, and 0, is of a clock that goes through the whole day
    if (half == HalfDay::None && strange >= 0 && hour.value > 0 && hour.value <= lastOfHalf)
        stamp.strangeAt = strange;
    else if (isOpenHour(hour.value, half))
        stamp.strangeAt = wordAt;
    stamp.hour = static_cast<quint8>(hourOf(hour.value, half));
    stamp.minute = static_cast<quint8>(minute.value);
    return true;
}

/// A zone makes a stamp exact where the year stands first; which day other dates mean is known at the end of the file only.
void addZone(StampCursor &cursor, RawStamp &stamp, bool isField)
{
    const auto zone = takeZone(cursor, isField);
    if (!zone)
        return;
    stamp.zoneMinutes = static_cast<qint16>(*zone);
    if (!stamp.longFirst || stamp.years == YearCount::Other)
        return;
    const QDate date(stamp.first, stamp.second, stamp.third);
    const QTime time(stamp.hour, stamp.minute, stamp.seconds);
    if (date.isValid() && time.isValid())
        stamp.exact = domain::UtcMs::fromPlatform(date, time).plusMs((domain::platformOffsetSeconds / 60 - *zone) * domain::minuteMs);
}


/// "12:03, 13/10/2026"
std::optional<ScannedStamp> scanTimeFirst(StampCursor cursor)
{
    ScannedStamp scanned;
    if (!cursor.peek().isDigit() || !takeTime(cursor, scanned.stamp))
        return std::nullopt;
    cursor.skipBlanks();
    cursor.takeOne(u",，");
    cursor.skipBlanks();
    if (!takeDate(cursor, scanned.stamp))
        return std::nullopt;
    scanned.stamp.given = true;
    scanned.whole = true;
    scanned.end = cursor.at;
    return scanned;
}

std::optional<ScannedStamp> scanDateFirst(QStringView text, qsizetype from, bool isField)
{
    StampCursor cursor{text, from};
    cursor.skipBlanks();
    const StampCursor begin = cursor;
    ScannedStamp scanned;
    if (!takeDate(cursor, scanned.stamp))
        return scanTimeFirst(begin);
    scanned.end = cursor.at;
    if (!takeTime(cursor, scanned.stamp))
        return scanned;
    addZone(cursor, scanned.stamp, isField);
    scanned.stamp.given = true;
    scanned.whole = true;
    scanned.end = cursor.at;
    return scanned;
}

/// Reads what most exports write. Each piece is taken only where what follows it is known as well, so that nothing there could be
/// read in another way, or as more of it.
struct Glance
{
    const char16_t *at = nullptr, *end = nullptr;

    char16_t peek(qsizetype ahead = 0) const { return end - at > ahead ? at[ahead] : u'\0'; }
    bool take(char16_t c)
    {
        if (peek() != c)
            return false;
        ++at;
        return true;
    }
    StampDigits takeDigits(int most)
    {
        StampDigits digits;
        for (; digits.count < most && peek() >= u'0' && peek() <= u'9'; ++at, ++digits.count)
            digits.value = digits.value * 10 + (*at - u'0');
        return digits;
    }
    bool takeSeparator() { return take(u'/') || take(u'.') || take(u'-'); }

    /// "13/10/26, " or "2026-10-13 " before a digit
    bool takeDate(RawStamp &stamp)
    {
        const StampDigits first = takeDigits(4);
        if (first.count == 0 || !takeSeparator())
            return false;
        const StampDigits second = takeDigits(2);
        if (second.count == 0 || !takeSeparator())
            return false;
        const StampDigits third = takeDigits(4);
        stamp.first = static_cast<quint16>(first.value);
        stamp.second = static_cast<quint16>(second.value);
        stamp.third = static_cast<quint16>(third.value);
        stamp.longFirst = first.count > 2;
        stamp.longThird = third.count > 2;
        take(u',');
        return third.count > 0 && !(stamp.longFirst && stamp.longThird) && take(u' ');
    }

    /// "12:03", "12:03:11" or "12:03:11 PM", before "]" or " - "
    bool takeTime(RawStamp &stamp)
    {
        const StampDigits hour = takeDigits(2);
        if (hour.count == 0 || !take(u':'))
            return false;
        const StampDigits minute = takeDigits(2);
        stamp.hasSeconds = take(u':');
        const StampDigits seconds = stamp.hasSeconds ? takeDigits(2) : StampDigits{0, 2};
        const HalfDay half = takeHalfDay();
        stamp.hour = static_cast<quint8>(hourOf(hour.value, half));
        stamp.minute = static_cast<quint8>(minute.value);
        stamp.seconds = static_cast<quint8>(seconds.value);
        return minute.count == 2 && seconds.count == 2 && (peek() == u']' || (peek() == u' ' && peek(1) == u'-' && peek(2) == u' '));
    }

    HalfDay takeHalfDay()
    {
        constexpr char16_t toLower = 0x20, narrowBlank = 0x202F;
        const char16_t half = peek(1) | toLower;
        if ((peek() != u' ' && peek() != narrowBlank) || (half != u'a' && half != u'p') || (peek(2) | toLower) != u'm')
            return HalfDay::None;
        at += 3;
        return half == u'a' ? HalfDay::Morning : HalfDay::Afternoon;
    }
};

/// The date and time that @p field begins with; its end is that of the field where nothing behind them is left over.
std::optional<ScannedStamp> scanField(QStringView field)
{
    StampCursor begin{field};
    takeWeekday(begin);
    auto scanned = scanDateFirst(field, begin.at, true);
    if (!scanned || !scanned->whole)
        return std::nullopt;
    StampCursor rest{field, scanned->end};
    if (scanned->stamp.zoneMinutes && (rest.text[rest.at - 1].isDigit() || !isBlankOrMark(rest.peek())))
        skipZoneName(rest);
    rest.skipBlanks();
    takeWeekday(rest);
    while (rest.takeOne(u":：)]）】,，;；"))
        rest.skipBlanks();
    scanned->end = rest.at;
    return scanned;
}

} // namespace

std::optional<ScannedStamp> scanAnyStamp(QStringView text, qsizetype from)
{
    return scanDateFirst(text, from, false);
}

std::optional<ScannedStamp> glanceAtStamp(QStringView text, qsizetype from)
{
    Glance glance{text.utf16() + from, text.utf16() + text.size()};
    ScannedStamp scanned;
    if (!glance.takeDate(scanned.stamp) || !glance.takeTime(scanned.stamp))
        return std::nullopt;
    settleYears(scanned.stamp);
    scanned.stamp.given = true;
    scanned.whole = true;
    scanned.end = glance.at - text.utf16();
    return scanned;
}

std::optional<ScannedStamp> scanStamp(QStringView text, qsizetype from)
{
    auto scanned = glanceAtStamp(text, from);
    return scanned ? scanned : scanAnyStamp(text, from);
}

std::optional<qsizetype> yearlessEnd(QStringView text, qsizetype from)
{
    const auto takeDay = [](StampCursor &cursor) {
        StampDigits day = takeDigits(cursor, 2);
        cursor.skipBlanks();
        const bool isMonth = takeMonthName(cursor) != 0;
        const qsizetype behind = cursor.at;
        cursor.skipBlanks();
        if (day.count == 0)
            day = takeDigits(cursor, 2);
        else
            cursor.at = behind;
        return isMonth && day.count > 0;
    };
    RawStamp none;
    StampCursor cursor{text, from};
    cursor.skipBlanks();
    StampCursor trial = cursor;
    if (takeDay(trial) && takeTime(trial, none))
        return trial.at;
    if (!cursor.peek().isDigit() || !takeTime(cursor, none))
        return std::nullopt;
    cursor.skipBlanks();
    cursor.takeOne(u",，");
    cursor.skipBlanks();
    return takeDay(cursor) ? std::optional(cursor.at) : std::nullopt;
}

RawStamp exactStamp(domain::UtcMs at)
{
    RawStamp stamp;
    stamp.given = stamp.hasSeconds = true;
    stamp.exact = at;
    return stamp;
}

std::optional<RawStamp> stampOf(QStringView field)
{
    const QStringView trimmed = field.trimmed();
    bool isNumber = false;
    const double count = trimmed.toDouble(&isNumber);
    constexpr double secondsFrom = 1e8, secondsTo = 1e11, millisecondsTo = 1e14;
    if (isNumber && count >= secondsFrom && count < millisecondsTo)
        return exactStamp(domain::UtcMs(static_cast<qint64>(count < secondsTo ? count * 1000.0 : count)));
    const auto scanned = scanField(trimmed);
    if (!scanned || scanned->end < trimmed.size() || scanned->stamp.strangeAt >= 0)
        return std::nullopt;
    return scanned->stamp;
}

bool hasRestBehindTime(QStringView field)
{
    const QStringView trimmed = field.trimmed();
    const auto scanned = scanField(trimmed);
    return scanned && (scanned->end < trimmed.size() || scanned->stamp.strangeAt >= 0);
}

} // namespace arb::intake
