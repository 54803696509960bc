// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stamp.h"

#include <QtCore/QStringView>

namespace arb::intake {

/// A place in a text that is read from left to right; what is not there is not taken and leaves the place as it is.
struct StampCursor
{
    QStringView text;
    qsizetype at = 0;

    bool atEnd() const { return at >= text.size(); }
    QChar peek() const { return atEnd() ? QChar() : text[at]; }
    bool take(char16_t c)
    {
        if (peek() != c)
            return false;
        ++at;
        return true;
    }
    bool takeOne(QStringView any)
    {
        if (atEnd())
            return false;
        for (const QChar c : any) { // a few: a search is dearer to call than to do
            if (c == text[at]) {
                ++at;
                return true;
            }
        }
        return false;
    }
    bool takeWord(QStringView word)
    {
        if (!text.sliced(at).startsWith(word, Qt::CaseInsensitive))
            return false;
        at += word.size();
        return true;
    }
    /// Where words run from right to left, exports put them between a date's numbers.
    void skipMarks()
    {
        while (!atEnd() && isDirectionMark(text[at]))
            ++at;
    }
    void skipBlanks()
    {
        while (!atEnd() && isBlankOrMark(text[at]))
            ++at;
    }
};

struct StampDigits
{
    int value = 0, count = 0;
};

inline StampDigits takeDigits(StampCursor &cursor, int most)
{
    StampDigits digits;
    while (!cursor.atEnd() && digits.count < most) {
        const char16_t unit = cursor.peek().unicode();
        const int digit = unit >= u'0' && unit <= u'9' ? unit - u'0' : unit < 0x80 ? -1 : cursor.peek().digitValue();
        if (digit < 0)
            break;
        digits.value = digits.value * 10 + digit;
        ++digits.count;
        ++cursor.at;
    }
    return digits;
}

} // namespace arb::intake
