// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/policy.h>

#include <QtCore/QSet>

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

enum class RefundRule {
    None,
    Disputed,
    Claimed,
    Goods,      ///< the goods' price without the outbound freight
    GiftValue,  ///< the gift's declared value, capped by the book
    FreshRatio, ///< by the share spoilt
    SharedLoss  ///< the disputed sum less the buyer's share of the loss; blame is by the shares found
};

struct ClauseRule
{
    BookClause clause;
    int priority = 0;
    Condition when;
    Suggestion suggestion;
    RefundRule refund = RefundRule::None;
    bool outboundAsOrdered = false; ///< the outbound freight stays with whoever paid it by the order
    QList<Facts> fires, silent; ///< the clause's own examples
};

struct FreshStep
{
    int upToTenths = 0; ///< bad share in tenths of a percent
    int refundPercent = 0;
};

/// The most a missing gift counts, in percent of the main goods' price.
struct GiftCap
{
    int listedPercent = 0;   ///< the order lists the gift with its value
    int unlistedPercent = 0; ///< promised without one
};

struct RuleBook::Data
{
    QString id, version, platform, effectiveFrom, effectiveTo;
    bool unfinished = false;
    QList<BookElement> elements;
    QList<BookClause> clauses;
    std::vector<ClauseRule> rules;
    QSet<QString> asked; ///< the facts that any clause's condition looks at
    QList<PenaltyRule> penalties;
    QList<StandingLevel> ladder;
    QList<FreshStep> freshRatio;
    std::optional<GiftCap> giftCap;
};

/// The closed set of fact names; "finding:<element>" is one too.
bool isFactName(const QString &name);
/// Declared value of all gifts listed with the order.
Money giftValue(const Order &order);
/// What makes a book unusable though each of its parts can be read: the first such place. Clauses in the file's order.
std::optional<RuleBookError> unsoundness(const RuleBook::Data &data);
/// Does @p condition hold on @p facts? Every fact looked at is added to @p trace. An absent fact makes a comparison false.
bool holds(const Condition &condition, const Facts &facts, const QString &clause, QList<TraceLine> *trace);

} // namespace arb::domain
