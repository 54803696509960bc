// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/money.h>
#include <domain/time.h>

#include <QtCore/QStringList>

#include <optional>

namespace arb::domain {

inline constexpr qint64 rankWithoutDeadlineMs = 10 * dayMs;
/// What is finished stands after everything that waits: about 2,230 years after.
inline constexpr qint64 rankOfFinishedMs = qint64(1) << 46;
inline constexpr qint64 rankAmountStepFen = 10'000; ///< the bonus for amount counts whole hundreds of yuan

/// Weights of the queue's order; desk settings, in ms.
struct RankWeights
{
    qint64 msPerHundredYuan = 10 * minuteMs;
    qint64 amountCapMs = 4 * hourMs;
    qint64 riskMs = 6 * hourMs; ///< per risk flag
};

/// What the rank is made of; rankReasons() puts it in codes.
struct RankParts
{
    std::optional<UtcMs> dueAt; ///< of the step; a case without one stands where `escalatedAt` + rankWithoutDeadlineMs would
    UtcMs escalatedAt;
    Money claimed;
    QStringList flags;     ///< case flag codes; each counts as one risk
    bool finished = false; ///< nobody waits for it any more
};

/// rank (ms) = due time of the step − bonus for amount − bonus for risk; rankOfFinishedMs more when finished. Smaller comes first. Age needs no term, since
/// all cases age alike.
qint64 rank(const RankParts &parts, const RankWeights &weights);
/// The moment that the rank starts from: the deadline, or what stands in for it.
UtcMs rankDue(const RankParts &parts);
/// How much earlier the amount lets the case stand, in ms.
qint64 rankAmountBonus(const RankParts &parts, const RankWeights &weights);
/// Everything that the rank is made of, as codes: first one of "overdue", "due_soon" (24 h), "due" and "no_deadline" (then
/// rankDue() stands in), then "risk:<flag>" for each flag and "amount", as far as they move the case. Only "finished" for
/// what is finished.
QStringList rankReasons(const RankParts &parts, const RankWeights &weights, UtcMs now);

} // namespace arb::domain
