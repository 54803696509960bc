// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/policy.h>

#include "rulebookdata.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

#include <algorithm>

namespace arb::domain {

namespace {

QString compact(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return QStringLiteral("unknown");
    if (value.isString())
        return value.toString();
    QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(1, text.size() - 2));
}

const char *opName(ConditionOp op)
{
    switch (op) {
    case ConditionOp::All: return "all";
    case ConditionOp::Any: return "any";
    case ConditionOp::Not: return "not";
    case ConditionOp::Eq: return "=";
    case ConditionOp::Ne: return "≠";
    case ConditionOp::In: return "in";
    case ConditionOp::Lt: return "<";
    case ConditionOp::Le: return "≤";
    case ConditionOp::Gt: return ">";
    case ConditionOp::Ge: return "≥";
    case ConditionOp::Exists: return "exists";
    }
    return "";
}

bool compare(const Condition &condition, const QJsonValue &fact)
{
    const bool known = !fact.isUndefined();
    switch (condition.op) {
    case ConditionOp::Exists: return known == condition.value.toBool(true);
    case ConditionOp::Eq: return known && fact == condition.value;
    case ConditionOp::Ne: return known && fact != condition.value;
    case ConditionOp::In: return known && condition.value.toArray().contains(fact);
    case ConditionOp::Lt: return known && fact.isDouble() && fact.toInteger() < condition.value.toInteger();
    case ConditionOp::Le: return known && fact.isDouble() && fact.toInteger() <= condition.value.toInteger();
    case ConditionOp::Gt: return known && fact.isDouble() && fact.toInteger() > condition.value.toInteger();
    case ConditionOp::Ge: return known && fact.isDouble() && fact.toInteger() >= condition.value.toInteger();
    case ConditionOp::All:
    case ConditionOp::Any:
    case ConditionOp::Not:
        break;
    }
    return false;
}

} // namespace

bool holds(const Condition &condition, const Facts &facts, const QString &clause, QList<TraceLine> *trace)
{
    switch (condition.op) {
    case ConditionOp::All: {
        bool all = true;
        for (const Condition &part : condition.parts)
            all = holds(part, facts, clause, trace) && all; // every part is traced, also after the first that fails
        return all;
    }
    case ConditionOp::Any: {
        bool any = false;
        for (const Condition &part : condition.parts)
            any = holds(part, facts, clause, trace) || any;
        return any;
    }
    case ConditionOp::Not:
        return !holds(condition.parts.front(), facts, clause, trace);
    case ConditionOp::Eq: case ConditionOp::Ne: case ConditionOp::In: case ConditionOp::Lt: case ConditionOp::Le:
    case ConditionOp::Gt: case ConditionOp::Ge: case ConditionOp::Exists:
        break;
    }
    const QJsonValue fact = facts.contains(condition.fact) ? facts.value(condition.fact) : QJsonValue(QJsonValue::Undefined);
    const bool result = compare(condition, fact);
    if (trace) {
        trace->append({clause, QStringLiteral("%1 %2 %3").arg(condition.fact, QString::fromUtf8(opName(condition.op)), compact(condition.value)),
                       condition.fact, compact(fact), result});
    }
    return result;
}

namespace {

/// The refund that a clause's rule gives, or nothing when a finding is needed first.
std::optional<Money> refundOf(const ClauseRule &rule, const CaseFile &file, const Facts &facts, const RuleBook::Data &book)
{
    switch (rule.refund) {
    case RefundRule::None: return Money();
    case RefundRule::Disputed: return disputedSum(file);
    case RefundRule::Claimed: return std::min(file.afterSale.claimed, disputedSum(file));
    case RefundRule::FreshRatio: {
        const QJsonValue share = facts.value(QStringLiteral("badShare"));
        if (!share.isDouble())
            return std::nullopt;
        for (const FreshStep &step : book.freshRatio) {
            if (share.toInteger() <= step.upToTenths)
                return Money(disputedSum(file).fen() * step.refundPercent / 100);
        }
        return disputedSum(file);
    }
    }
    return std::nullopt;
}

const ClauseRule *firstThatHolds(const RuleBook::Data &book, const Facts &facts)
{
    const auto found = std::ranges::find_if(book.rules, [&](const ClauseRule &rule) {
        return holds(rule.when, facts, rule.clause.id, nullptr);
    });
    return found == book.rules.cend() ? nullptr : &*found;
}

/// Clauses that would take the chosen one's place if one more element were concluded, alone or with blame shared between the
/// sides, or if the reason turned out to be dislike; the weightiest first. A clause that would hold as well, but behind the
/// chosen one, changes nothing and is not named.
QStringList wouldChange(const RuleBook::Data &book, const Facts &facts, const ClauseRule *chosen)
{
    QSet<const ClauseRule *> winners;
    for (const BookElement &element : book.elements) {
        const QString name = QStringLiteral("finding:") + element.code;
        if (facts.contains(name))
            continue;
        Facts trial = facts;
        Facts shared = facts;
        shared.insert(QStringLiteral("merchantShare"), facts.value(QStringLiteral("merchantShare"), 50));
        for (const Verdict verdict : {Verdict::Proved, Verdict::NotProved, Verdict::NotEnough}) {
            trial.insert(name, toCode(verdict));
            shared.insert(name, toCode(verdict));
            winners.insert(firstThatHolds(book, trial));
            winners.insert(firstThatHolds(book, shared));
        }
    }
    Facts dislike = facts; // what half of the faults that are filed come to
    dislike.insert(QStringLiteral("reasonFound"), toCode(Reason::SevenDayNoReason));
    winners.insert(firstThatHolds(book, dislike));
    QStringList others;
    for (const ClauseRule &rule : book.rules) {
        if (&rule != chosen && winners.contains(&rule))
            others.append(rule.clause.id);
    }
    return others;
}

QStringList noticesOf(const CaseFile &file, const Facts &facts)
{
    QStringList notices;
    if (facts.value(QStringLiteral("refusalUnfounded")).toBool())
        notices.append(QStringLiteral("refusal_unfounded"));
    if (facts.value(QStringLiteral("windowRolled")).toBool())
        notices.append(QStringLiteral("window_rolled"));
    if (claimsTooMuch(file))
        notices.append(QStringLiteral("claims_too_much"));
    if (file.category == u"fresh")
        notices.append(QStringLiteral("assumption_window"));
    return notices;
}

} // namespace

Assessment assess(const CaseFile &file, const Facts &facts, const RuleBook &book)
{
    const RuleBook::Data &data = book.data();
    Assessment assessment;
    assessment.notices = noticesOf(file, facts);
    const ClauseRule *chosen = nullptr;
    for (const ClauseRule &rule : data.rules) { // by falling priority
        const bool applies = holds(rule.when, facts, rule.clause.id, &assessment.trace);
        if (applies && !chosen)
            chosen = &rule;
    }
    assessment.wouldChange = wouldChange(data, facts, chosen);
    if (!chosen)
        return assessment;
    assessment.clause = chosen->clause.id;
    for (const QString &code : chosen->clause.elements) {
        const bool counted = code == u"bad_share" && facts.contains(QStringLiteral("badShare"));
        if (counted || facts.contains(QString(QStringLiteral("finding:") + code)))
            continue;
        const auto element = std::ranges::find(data.elements, code, &BookElement::code);
        assessment.missing.append({code, element == data.elements.cend() ? Party::Buyer : element->burden, chosen->clause.id});
    }
    const auto refund = refundOf(*chosen, file, facts, data);
    if (!refund)
        return assessment; // the clause is clear, its sum waits for a finding
    Suggestion suggestion = chosen->suggestion;
    suggestion.refund = *refund;
    if (suggestion.blame.merchant > 0 && suggestion.countsTowardMetrics && facts.value(QStringLiteral("refusalUnfounded")).toBool()
        && !suggestion.conduct.contains(ConductCode::UnfoundedRefusal))
        suggestion.conduct.append(ConductCode::UnfoundedRefusal);
    assessment.suggestion = suggestion;
    return assessment;
}

} // namespace arb::domain
