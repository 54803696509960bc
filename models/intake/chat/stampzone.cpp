// SPDX-License-Identifier: GPL-3.0-or-later
#include "stampzone.h"

#include <algorithm>
#include <array>

namespace arb::intake {

namespace {

/// "+08:00", "+0800" or "+08" at the cursor, in minutes east of Greenwich; behind the word UTC "+8", too.
std::optional<int> takeOffset(StampCursor &cursor, bool isNamed)
{
    constexpr int farthestEast = 14 * 60, farthestWest = 12 * 60; // what is more is no zone, but where a span of time ends
    StampCursor trial = cursor;
    const bool isWest = trial.peek() == u'-' || trial.peek() == u'\u2212';
    if (!trial.takeOne(u"+-\u2212"))
        return std::nullopt;
    const StampDigits hours = takeDigits(trial, 2);
    const bool hasColon = hours.count > 0 && trial.take(u':');
    const StampDigits minutes = takeDigits(trial, 2);
    const bool hasHours = hours.count == 2 || (isNamed && hours.count == 1 && (hasColon || minutes.count == 0));
    const bool hasMinutes = minutes.count == 2 || (minutes.count == 0 && !hasColon);
    const int total = hours.value * 60 + minutes.value;
    const bool isZone = minutes.value < 60 && total <= (isWest ? farthestWest : farthestEast);
    if (!hasHours || !hasMinutes || !isZone || trial.peek().isLetterOrNumber())
        return std::nullopt;
    cursor = trial;
    return isWest ? -total : total;
}

/// "CST", "Asia/Shanghai", "China Standard Time".
bool isZoneName(QStringView words)
{
    constexpr qsizetype shortest = 3, longest = 5;
    const bool isShort = words.size() >= shortest && words.size() <= longest;
    const bool isAbbreviation = isShort && std::all_of(words.begin(), words.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
    const bool isPlace = !words.isEmpty() && words.front().isLetter() && words.contains(u'/');
    return isAbbreviation || isPlace || words.endsWith(u" Time") || words.endsWith(u"时间") || words.endsWith(u"時間");
}

} // namespace

std::optional<int> takeZone(StampCursor &cursor, bool isField)
{
    StampCursor trial = cursor;
    trial.skipBlanks();
    const bool isApart = trial.at > cursor.at, mayBeLetter = isField || !isApart;
    std::optional<int> zone;
    const bool isWord = trial.peek().isLetter();
    if (isWord && (trial.takeWord(u"UTC") || trial.takeWord(u"GMT"))) {
        StampCursor behind = trial;
        behind.skipBlanks();
        zone = takeOffset(behind, true);
        if (zone)
            trial = behind;
        else
            zone = 0;
        if (!isField && trial.peek() == u':')
            return std::nullopt;
    } else if (mayBeLetter && trial.takeOne(u"Zz")) {
        zone = 0;
    } else {
        const qsizetype from = trial.at;
        zone = takeOffset(trial, false);
        constexpr qsizetype withMinutes = 5;
        if (zone && !isField && trial.at - from < withMinutes)
            return std::nullopt;
    }
    if (!zone || trial.peek().isLetterOrNumber())
        return std::nullopt;
    cursor = trial;
    return zone;
}

bool takeWeekday(StampCursor &cursor)
{
    static constexpr std::array<QStringView, 7> days{u"Monday", u"Tuesday", u"Wednesday", u"Thursday", u"Friday", u"Saturday", u"Sunday"};
    static constexpr std::array<QStringView, 5> weeks{u"星期", u"周", u"週", u"礼拜", u"禮拜"};
    constexpr qsizetype shortest = 3;
    StampCursor trial = cursor;
    bool isDay = false;
    for (const QStringView week : weeks)
        isDay = isDay || (trial.takeWord(week) && trial.takeOne(u"一二三四五六日天"));
    for (const QStringView day : days)
        isDay = isDay || trial.takeWord(day) || trial.takeWord(day.first(shortest));
    if (!isDay || trial.peek().isLetterOrNumber())
        return false;
    trial.takeOne(u".");
    trial.takeOne(u",，");
    trial.skipBlanks();
    cursor = trial;
    return true;
}

void skipZoneName(StampCursor &cursor)
{
    StampCursor trial = cursor;
    trial.skipBlanks();
    const QChar closing = trial.peek() == u'(' ? QChar(u')') : trial.peek() == u'[' ? QChar(u']') : QChar();
    trial.at += closing.isNull() ? 0 : 1;
    qsizetype end = trial.at;
    while (end < trial.text.size() && (closing.isNull() ? !isBlankOrMark(trial.text[end]) : trial.text[end] != closing))
        ++end;
    if (isZoneName(trial.text.sliced(trial.at, end - trial.at)))
        cursor.at = std::min(end + (closing.isNull() ? 0 : 1), trial.text.size());
}

} // namespace arb::intake
