// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QRandomGenerator>

#include <algorithm>

/// Time stamps of films that tests make up, and how far apart two frames on show are: worked out from the stamps alone.
namespace arb::tests {

/// @p count frames, @p num in @p den seconds, the first at @p firstUs; stamps are rounded as containers do.
inline QList<qint64> evenTimes(int count, qint64 num, qint64 den, qint64 firstUs)
{
    QList<qint64> times;
    for (int i = 0; i < count; ++i)
        times.append(firstUs + (i * den * 1'000'000 + num / 2) / num);
    return times;
}

/// Gaps of 20 to 473 ms, as telephones make them.
inline QList<qint64> unevenTimes(int count, qint64 firstUs, quint32 seed)
{
    QRandomGenerator random(seed);
    QList<qint64> times{firstUs};
    while (times.size() < count)
        times.append(times.last() + random.bounded(20'000, 473'000));
    return times;
}

inline qint64 lastLength(const QList<qint64> &times)
{
    return times.last() - times[times.size() - 2];
}

inline qint64 endOfTimes(const QList<qint64> &times)
{
    return times.last() + lastLength(times);
}

inline qsizetype frameOf(const QList<qint64> &times, qint64 us)
{
    const auto after = std::upper_bound(times.cbegin(), times.cend(), us);
    return std::max<qsizetype>(0, std::distance(times.cbegin(), after) - 1);
}

inline qint64 lengthAt(const QList<qint64> &times, qint64 us)
{
    const qsizetype at = frameOf(times, us);
    return at + 1 < times.size() ? times[at + 1] - times[at] : lastLength(times);
}

/// How far @p us is from the time in which frame @p index is on show. Before the film that is its first frame's, after it
/// its last one's.
inline qint64 offBy(const QList<qint64> &times, qsizetype index, qint64 us)
{
    if (index == 0 && us < times.first())
        return 0;
    if (us < times[index])
        return times[index] - us;
    return index + 1 < times.size() && us >= times[index + 1] ? us - times[index + 1] + 1 : 0;
}

} // namespace arb::tests
