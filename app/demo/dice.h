// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QtGlobal>

#include <random>

namespace arb::app::demo {

/// Chance from a seed, the same on every computer: the standard's distributions are not, so they are not used.
class Dice
{
public:
    explicit Dice(quint64 seed) : m_engine(seed) {}
    /// 0 … count - 1; 0 when there is nothing to choose.
    qsizetype below(qsizetype count) { return count > 0 ? qsizetype(m_engine() % quint64(count)) : 0; }
    /// low … high, both included.
    qint64 between(qint64 low, qint64 high) { return low + qint64(m_engine() % quint64(qMax<qint64>(high - low, 0) + 1)); }
    bool percent(int chance) { return below(100) < chance; }
    QJsonValue pick(const QJsonArray &from) { return from.isEmpty() ? QJsonValue() : from.at(below(from.size())); }

private:
    std::mt19937_64 m_engine;
};

} // namespace arb::app::demo
