// SPDX-License-Identifier: GPL-3.0-or-later
#include "pairmemory.h"

#include <utility>

namespace arb::ui {

namespace {

bool isSamePlace(const domain::PairView &a, const domain::PairView &b)
{
    return a.left == b.left && a.right == b.right && a.leftPage == b.leftPage && a.rightPage == b.rightPage;
}

} // namespace

domain::PairView swapped(const domain::PairView &pair)
{
    domain::PairView other = pair;
    other.swapped = false;
    std::swap(other.left, other.right);
    std::swap(other.leftSha256, other.rightSha256);
    std::swap(other.leftPage, other.rightPage);
    std::swap(other.leftView, other.rightView);
    other.alignment = pair.alignment.inverted();
    for (domain::PinPair &pin : other.pins)
        std::swap(pin.left, pin.right);
    if (other.tie)
        std::swap(other.tie->leftPts, other.tie->rightPts);
    return other;
}

bool isSamePair(const domain::PairView &a, const domain::PairView &b)
{
    return isSamePlace(a, b) && a.leftSha256 == b.leftSha256 && a.rightSha256 == b.rightSha256;
}

domain::PairView PairMemory::keep(const domain::PairView &pair, Sides sides)
{
    const domain::PairView other = swapped(pair);
    for (domain::PairView &known : m_pairs) {
        const bool isThisWay = isSamePlace(known, pair);
        if (!isThisWay && !isSamePlace(known, other))
            continue;
        const bool wasSwapped = known.swapped;
        known = isThisWay ? pair : other;
        known.swapped = sides == Sides::Untold ? wasSwapped : isThisWay == (sides == Sides::Exchanged);
        return known;
    }
    m_pairs.append(pair);
    m_pairs.last().swapped = sides == Sides::Exchanged;
    return m_pairs.constLast();
}

PairMemory::Found PairMemory::find(const domain::PairView &asked) const
{
    Found found;
    for (const domain::PairView &known : m_pairs) {
        for (const domain::PairView &way : {known, swapped(known)}) {
            if (isSamePair(way, asked))
                return {way, false};
            found.otherBytes = found.otherBytes || isSamePlace(way, asked);
        }
    }
    return found;
}

} // namespace arb::ui
