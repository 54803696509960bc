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

bool holdsUnder(bool negated, const Condition &condition, const Facts &facts, const QString &clause, QList<TraceLine> *trace)
{
    switch (condition.op) {
    case ConditionOp::All: {
        bool all = true;
        for (const Condition &part : condition.parts)
            all = holdsUnder(negated, part, facts, clause, trace) && all; // every part is traced, also after the first that fails
        return all;
    }
    case ConditionOp::Any: {
        bool any = false;
        for (const Condition &part : condition.parts)
            any = holdsUnder(negated, part, facts, clause, trace) || any;
        return any;
    }
    case ConditionOp::Not:
        return !holdsUnder(!negated, condition.parts.front(), facts, clause, trace);
    case ConditionOp::Eq: case ConditionOp::Ne: case ConditionOp::In: case ConditionOp::Lt: case ConditionOp::Le:
    case ConditionOp::Gt: case ConditionOp::Ge: case ConditionOp::Exists:
        break;
    }
    const auto known = facts.constFind(condition.fact);
    const QJsonValue fact = known == facts.cend() ? QJsonValue(QJsonValue::Undefined) : *known;
    const bool result = compare(condition, fact);
    if (trace) {
        const QString text = QStringLiteral("%1 %2 %3").arg(condition.fact, QString::fromUtf8(opName(condition.op)), compact(condition.value));
        trace->append({clause, negated ? QString(QStringLiteral("not ") + text) : text, condition.fact, compact(fact), result, negated});
    }
    return result;
}

} // namespace

bool holds(const Condition &condition, const Facts &facts, const QString &clause, QList<TraceLine> *trace)
{
    return holdsUnder(false, condition, facts, clause, trace);
}

namespace {

Money giftRefund(const CaseFile &file, const GiftCap &cap)
{
    const Money value = giftValue(file.order);
    const bool listed = value > Money();
    const Money most(file.order.paid.fen() * (listed ? cap.listedPercent : cap.unlistedPercent) / 100);
    const Money asked = std::min(disputedSum(file), most);
    return listed ? std::min(asked, value) : asked;
}

/// Whole percent, or nothing while the shares are not settled.
std::optional<int> merchantShare(const Facts &facts)
{
    const QJsonValue share = facts.value(QStringLiteral("merchantShare"));
    return share.isDouble() ? std::optional(share.toInt()) : std::nullopt;
}

std::optional<Money> sharedLoss(const CaseFile &file, const Facts &facts)
{
    const QJsonValue loss = facts.value(QStringLiteral("lossFen"));
    const auto share = merchantShare(facts);
    if (!loss.isDouble() || !share)
        return std::nullopt;
    const Money whole = disputedSum(file);
    return whole - Money(std::min(loss.toInteger(), whole.fen()) * (100 - *share) / 100);
}

/// The refund that a clause's rule gives, or nothing when a finding is needed first.
std::optional<Money> refundOf(const ClauseRule &rule, const CaseFile &file, const Facts &facts, const RuleBook::Data &book)
{
    switch (rule.refund) {
    case RefundRule::None: return Money();
    case RefundRule::Disputed: return disputedSum(file);
    case RefundRule::Claimed: return std::min(file.afterSale.claimed, disputedSum(file));
    case RefundRule::Goods: return std::min(disputedSum(file), std::max(Money(), file.order.paid - file.order.alreadyRefunded));
    case RefundRule::GiftValue: return giftRefund(file, book.giftCap.value_or(GiftCap()));
    case RefundRule::SharedLoss: return sharedLoss(file, facts);
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

void addWinnersByElement(QSet<const ClauseRule *> &winners, const RuleBook::Data &book, const Facts &facts)
{
    for (const BookElement &element : book.elements) {
        const QString name = QStringLiteral("finding:") + element.code;
        if (facts.contains(name) || !book.asked.contains(name))
            continue;
        Facts trial = facts;
        for (const Verdict verdict : {Verdict::Proved, Verdict::NotProved, Verdict::NotEnough}) {
            trial.insert(name, toCode(verdict));
            winners.insert(firstThatHolds(book, trial));
        }
    }
}

/// Clauses that would take the chosen one's place with one more finding, the weightiest first. A clause that would hold
/// as well, but behind the chosen one, changes nothing and is not named.
QStringList wouldChange(const RuleBook::Data &book, const Facts &facts, const ClauseRule *chosen)
{
    QSet<const ClauseRule *> winners;
    addWinnersByElement(winners, book, facts);
    if (!merchantShare(facts) && book.asked.contains(QStringLiteral("merchantShare"))) { // both at fault is found together with the shares
        Facts shared = facts;
        shared.insert(QStringLiteral("merchantShare"), 50);
        winners.insert(firstThatHolds(book, shared));
        addWinnersByElement(winners, book, shared);
    }
    for (const ClauseRule &rule : book.rules) {
        if (!rule.suggestion.reasonFound)
            continue;
        Facts other = facts;
        other.insert(QStringLiteral("reasonFound"), toCode(*rule.suggestion.reasonFound));
        winners.insert(firstThatHolds(book, other));
    }
    QStringList others;
    for (const ClauseRule &rule : book.rules) {
        if (&rule != chosen && winners.contains(&rule))
            others.append(rule.clause.id);
    }
    return others;
}

/// By a verdict; a share that is proved needs its number too.
bool isConcluded(const QString &element, const Facts &facts)
{
    if (isCountedElement(element) && facts.contains(QStringLiteral("badShare")))
        return true;
    const QString verdict = facts.value(QString(QStringLiteral("finding:") + element)).toString();
    return !verdict.isEmpty() && !(isCountedElement(element) && verdict == toCode(Verdict::Proved));
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

MissingElement missingElement(const RuleBook::Data &book, const QString &code, const QString &clause)
{
    const auto element = std::ranges::find(book.elements, code, &BookElement::code);
    return {code, element == book.elements.cend() ? Party::Buyer : element->burden, clause};
}

} // namespace

Assessment assess(const CaseFile &file, const Facts &facts, const RuleBook &book)
{
    const RuleBook::Data &data = book.data();
    Assessment assessment;
    assessment.notices = noticesOf(file, facts);
    const ClauseRule *chosen = nullptr;
    for (const ClauseRule &rule : data.rules) { // by falling priority
        if (!holds(rule.when, facts, rule.clause.id, &assessment.trace))
            continue;
        assessment.applying.append(rule.clause.id);
        if (!chosen)
            chosen = &rule;
    }
    assessment.wouldChange = wouldChange(data, facts, chosen);
    if (!chosen)
        return assessment;
    assessment.clause = chosen->clause.id;
    for (const QString &code : chosen->clause.elements) {
        if (isConcluded(code, facts))
            continue;
        assessment.missing.append(missingElement(data, code, chosen->clause.id));
    }
    const auto refund = refundOf(*chosen, file, facts, data);
    if (!refund) { // the clause is clear, its sum waits for a finding
        if (chosen->refund == RefundRule::SharedLoss && !facts.contains(QStringLiteral("lossFen")))
            assessment.missing.append(missingElement(data, QStringLiteral("loss"), chosen->clause.id));
        return assessment;
    }
    Suggestion suggestion = chosen->suggestion;
    suggestion.refund = *refund;
    if (chosen->refund == RefundRule::SharedLoss) {
        suggestion.blame.merchant = merchantShare(facts).value_or(0);
        suggestion.blame.buyer = 100 - suggestion.blame.merchant;
    }
    if (chosen->outboundAsOrdered)
        suggestion.outboundFreight = file.order.freight > Money() ? FreightPayer::Buyer : FreightPayer::Merchant;
    if (suggestion.returnFreight == FreightPayer::Buyer && file.order.freightInsurance.value_or(false))
        assessment.notices.append(QStringLiteral("return_insured"));
    if (suggestion.blame.merchant > 0 && suggestion.countsTowardMetrics && facts.value(QStringLiteral("refusalUnfounded")).toBool()
        && !suggestion.conduct.contains(ConductCode::UnfoundedRefusal))
        suggestion.conduct.append(ConductCode::UnfoundedRefusal);
    assessment.suggestion = suggestion;
    return assessment;
}

} // namespace arb::domain
