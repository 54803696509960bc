// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/chatdiff.h>

#include <algorithm>
#include <vector>

namespace arb::domain {

namespace {

/// A table of so many cells is filled for the middle of two texts; longer middles differ as a whole.
constexpr qsizetype mostTextCells = 256 * 256;

void addCharacter(QList<CharSpan> &spans, qsizetype at)
{
    if (!spans.isEmpty() && spans.constLast().from + spans.constLast().size == at)
        ++spans.last().size;
    else
        spans.append({at, 1});
}

/// Longest common subsequence; what is not in it differs.
TextDifference differenceByTable(QStringView left, QStringView right, qsizetype offset)
{
    const auto width = static_cast<std::size_t>(right.size() + 1);
    std::vector<quint16> longest(static_cast<std::size_t>(left.size() + 1) * width, 0); // of the rests from (l, r) on
    const auto cell = [&longest, width](qsizetype l, qsizetype r) -> quint16 & { return longest[static_cast<std::size_t>(l) * width + static_cast<std::size_t>(r)]; };
    for (qsizetype l = left.size() - 1; l >= 0; --l) {
        for (qsizetype r = right.size() - 1; r >= 0; --r)
            cell(l, r) = left[l] == right[r] ? static_cast<quint16>(cell(l + 1, r + 1) + 1) : std::max(cell(l + 1, r), cell(l, r + 1));
    }
    TextDifference difference;
    qsizetype l = 0, r = 0;
    while (l < left.size() || r < right.size()) {
        if (l < left.size() && r < right.size() && left[l] == right[r]) {
            ++l;
            ++r;
        } else if (r == right.size() || (l < left.size() && cell(l + 1, r) >= cell(l, r + 1))) {
            addCharacter(difference.left, offset + l++);
        } else {
            addCharacter(difference.right, offset + r++);
        }
    }
    return difference;
}

/// Spans over whole characters: two that share their first half differ as wholes.
QList<CharSpan> ofWholeCharacters(const QList<CharSpan> &spans, QStringView text)
{
    QList<CharSpan> whole;
    for (CharSpan span : spans) {
        if (span.from > 0 && text[span.from].isLowSurrogate() && text[span.from - 1].isHighSurrogate()) {
            --span.from;
            ++span.size;
        }
        const qsizetype end = span.from + span.size;
        if (end < text.size() && text[end].isLowSurrogate() && text[end - 1].isHighSurrogate())
            ++span.size;
        if (!whole.isEmpty() && whole.constLast().from + whole.constLast().size >= span.from)
            whole.last().size = span.from + span.size - whole.constLast().from;
        else
            whole.append(span);
    }
    return whole;
}

TextDifference wholeDifference(QStringView left, QStringView right, const TextDifference &difference)
{
    return {ofWholeCharacters(difference.left, left), ofWholeCharacters(difference.right, right)};
}

} // namespace

TextDifference differenceOf(QStringView left, QStringView right)
{
    qsizetype front = 0;
    const qsizetype shorter = std::min(left.size(), right.size());
    while (front < shorter && left[front] == right[front])
        ++front;
    qsizetype back = 0;
    while (back < shorter - front && left[left.size() - 1 - back] == right[right.size() - 1 - back])
        ++back;
    const QStringView leftMiddle = left.sliced(front).chopped(back), rightMiddle = right.sliced(front).chopped(back);
    if (leftMiddle.size() * rightMiddle.size() <= mostTextCells && !leftMiddle.isEmpty() && !rightMiddle.isEmpty())
        return wholeDifference(left, right, differenceByTable(leftMiddle, rightMiddle, front));
    TextDifference difference;
    if (!leftMiddle.isEmpty())
        difference.left.append({front, leftMiddle.size()});
    if (!rightMiddle.isEmpty())
        difference.right.append({front, rightMiddle.size()});
    return wholeDifference(left, right, difference);
}

} // namespace arb::domain
