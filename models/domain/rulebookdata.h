// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/policy.h>

#include <vector>

namespace arb::domain {

enum class ConditionOp { All, Any, Not, Eq, Ne, In, Lt, Le, Gt, Ge, Exists };

/// A node of a clause's condition tree: an operator over facts, or over other nodes.
struct Condition
{
    ConditionOp op = ConditionOp::All;
    QString fact;
    QJsonValue value;
    std::vector<Condition> parts;
};

enum class RefundRule { None, Disputed, Claimed, FreshRatio };

struct ClauseRule
{
    BookClause clause;
    int priority = 0;
    Condition when;
    Suggestion suggestion;
    RefundRule refund = RefundRule::None;
    QList<Facts> fires, silent; ///< the clause's own examples
};

struct FreshStep
{
    int upToTenths = 0; ///< bad share in tenths of a percent
    int refundPercent = 0;
};

struct RuleBook::Data
{
    QString id, version, platform, effectiveFrom, effectiveTo;
    bool unfinished = false;
    QList<BookElement> elements;
    QList<BookClause> clauses;
    std::vector<ClauseRule> rules;
    QList<PenaltyRule> penalties;
    QList<StandingLevel> ladder;
    QList<FreshStep> freshRatio;
};

/// The closed set of fact names; "finding:<element>" is one too.
bool isFactName(const QString &name);
/// Does @p condition hold on @p facts? Every fact looked at is added to @p trace. An absent fact makes a comparison false.
bool holds(const Condition &condition, const Facts &facts, const QString &clause, QList<TraceLine> *trace);

} // namespace arb::domain
