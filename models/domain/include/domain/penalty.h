// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/ruling.h>
#include <domain/time.h>

#include <QtCore/QList>
#include <QtCore/QString>

/// Penalty points hang on conduct found, never on the outcome alone; 90 natural days; all of it is an assumption kept as
/// versioned data in the rule book and marked so on screen.
namespace arb::domain {

struct PenaltyRule
{
    ConductCode code = ConductCode::Liable;
    int points = 0;
    QString labelZh, labelEn;
    bool operator==(const PenaltyRule &) const = default;
};

struct StandingLevel
{
    int level = 0;
    int fromPoints = 0; ///< valid points at which it begins
    QString nameZh, nameEn, effectZh, effectEn;
    bool operator==(const StandingLevel &) const = default;
};

/// A point as the ledger keeps it; reversals are rows of their own with negative points.
struct LedgerPoint
{
    int points = 0;
    UtcMs at, expiresAt;
};

/// The sum of points with at <= t < expiresAt, never below zero.
int validPoints(const QList<LedgerPoint> &ledger, UtcMs t);
/// The highest level whose fromPoints is reached; 0 when there is none.
int levelAt(const QList<StandingLevel> &ladder, int points);
/// The moment a point of @p at ends: @p days natural days later, same clock time.
UtcMs pointExpiry(UtcMs at, int days);

} // namespace arb::domain
