// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/rank.h>

#include <algorithm>

namespace arb::domain {

UtcMs rankDue(const RankParts &parts)
{
    return parts.dueAt.value_or(parts.escalatedAt.plusMs(rankWithoutDeadlineMs));
}

qint64 rankAmountBonus(const RankParts &parts, const RankWeights &weights)
{
    const qint64 hundreds = std::max<qint64>(0, parts.claimed.fen()) / rankAmountStepFen;
    return std::min(hundreds * weights.msPerHundredYuan, weights.amountCapMs);
}

qint64 rank(const RankParts &parts, const RankWeights &weights)
{
    return rankDue(parts).ms() - rankAmountBonus(parts, weights) - static_cast<qint64>(parts.flags.size()) * weights.riskMs
        + (parts.finished ? rankOfFinishedMs : 0);
}

QStringList rankReasons(const RankParts &parts, const RankWeights &weights, UtcMs now)
{
    if (parts.finished)
        return {QStringLiteral("finished")};
    QStringList why;
    if (!parts.dueAt)
        why.append(QStringLiteral("no_deadline"));
    else if (*parts.dueAt < now)
        why.append(QStringLiteral("overdue"));
    else
        why.append(*parts.dueAt - now <= dayMs ? QStringLiteral("due_soon") : QStringLiteral("due"));
    for (const QString &flag : parts.flags) {
        if (weights.riskMs > 0) // else it moves nothing
            why.append(QString(QStringLiteral("risk:") + flag));
    }
    if (rankAmountBonus(parts, weights) > 0)
        why.append(QStringLiteral("amount"));
    return why;
}

} // namespace arb::domain
