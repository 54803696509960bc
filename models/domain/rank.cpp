// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/rank.h>

#include <algorithm>

namespace arb::domain {

namespace {

qint64 amountBonus(const RankParts &parts, const RankWeights &weights)
{
    const qint64 hundreds = std::max<qint64>(0, parts.claimed.fen()) / rankAmountStepFen;
    return std::min(hundreds * weights.msPerHundredYuan, weights.amountCapMs);
}

} // namespace

qint64 rank(const RankParts &parts, const RankWeights &weights)
{
    const UtcMs due = parts.dueAt.value_or(parts.escalatedAt.plusMs(rankWithoutDeadlineMs));
    return due.ms() - amountBonus(parts, weights) - static_cast<qint64>(parts.flags.size()) * weights.riskMs
        + (parts.finished ? rankOfFinishedMs : 0);
}

QStringList rankReasons(const RankParts &parts, const RankWeights &weights, UtcMs now)
{
    QStringList why;
    if (parts.finished)
        return why;
    if (parts.dueAt && *parts.dueAt < now)
        why.append(QStringLiteral("overdue"));
    else if (parts.dueAt && *parts.dueAt - now <= dayMs)
        why.append(QStringLiteral("due_soon"));
    for (const QString &flag : parts.flags)
        why.append(QString(QStringLiteral("risk:") + flag));
    if (amountBonus(parts, weights) * 2 >= weights.amountCapMs && weights.amountCapMs > 0)
        why.append(QStringLiteral("amount"));
    return why;
}

} // namespace arb::domain
