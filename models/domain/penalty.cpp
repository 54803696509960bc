// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/penalty.h>

#include <algorithm>

namespace arb::domain {

int validPoints(const QList<LedgerPoint> &ledger, UtcMs t)
{
    int sum = 0;
    for (const LedgerPoint &point : ledger) {
        if (point.at <= t && t < point.expiresAt)
            sum += point.points;
    }
    return std::max(0, sum);
}

int levelAt(const QList<StandingLevel> &ladder, int points)
{
    int level = 0;
    for (const StandingLevel &row : ladder) {
        if (points >= row.fromPoints)
            level = std::max(level, row.level);
    }
    return level;
}

UtcMs pointExpiry(UtcMs at, int days)
{
    return at.plusMs(days * dayMs);
}

} // namespace arb::domain
