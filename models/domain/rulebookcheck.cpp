// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebookdata.h"

#include <algorithm>

/// What makes a rule book unusable though every part of it can be read.
///
/// Invariants of a sound book:
///  1. Every conduct that can be written has its points, and points always have a level.
///  2. What a clause suggests can be signed: its outcome, sum, reason for no return, conduct and metrics agree.
///  3. A sum that is computed by a table has its table.
namespace arb::domain {

namespace {

using Fault = std::optional<RuleBookError>;

/// The desk writes these by itself, whatever the clauses say.
constexpr ConductCode alwaysWritten[] = {ConductCode::Liable, ConductCode::UnfoundedRefusal, ConductCode::LateExecution};

bool hasPoints(const RuleBook::Data &data, ConductCode code)
{
    return std::ranges::find(data.penalties, code, &PenaltyRule::code) != data.penalties.cend();
}

bool givesMoney(OutcomeCode outcome)
{
    switch (outcome) {
    case OutcomeCode::ReturnAndRefund: case OutcomeCode::RefundFull: case OutcomeCode::RefundPartial:
        return true;
    case OutcomeCode::RejectClaim: case OutcomeCode::Resend: case OutcomeCode::Exchange: case OutcomeCode::Repair:
    case OutcomeCode::NotEnoughEvidence: case OutcomeCode::NotAccepted:
        return false;
    }
    return false;
}

Fault refundFault(const ClauseRule &rule, const RuleBook::Data &data, const QString &at)
{
    const OutcomeCode outcome = rule.suggestion.outcome;
    if (givesMoney(outcome) != (rule.refund != RefundRule::None))
        return RuleBookError{QString(at + QStringLiteral("/refund")), QString::fromLatin1(QT_TRANSLATE_NOOP("RuleBook", "a refund that fits the outcome"))};
    const bool whole = rule.refund == RefundRule::Disputed || rule.refund == RefundRule::Claimed;
    if (outcome == OutcomeCode::RefundFull && !whole)
        return RuleBookError{QString(at + QStringLiteral("/refund")), QString::fromLatin1(QT_TRANSLATE_NOOP("RuleBook", "the whole sum, as the outcome says"))};
    if (rule.refund == RefundRule::FreshRatio && data.freshRatio.isEmpty())
        return RuleBookError{QStringLiteral("/freshRatio"), QString::fromLatin1(QT_TRANSLATE_NOOP("RuleBook", "a table, since a clause counts by it"))};
    if (rule.refund == RefundRule::GiftValue && !data.giftCap)
        return RuleBookError{QStringLiteral("/giftCap"), QString::fromLatin1(QT_TRANSLATE_NOOP("RuleBook", "caps, since a clause counts by them"))};
    return std::nullopt;
}

Fault conductFault(const ClauseRule &rule, const RuleBook::Data &data, const QString &at)
{
    const Suggestion &suggestion = rule.suggestion;
    // Metrics and points are the merchant's; shares that are still to be found may make it liable.
    const bool merchantLiable = suggestion.blame.merchant > 0 || rule.refund == RefundRule::SharedLoss;
    if (suggestion.countsTowardMetrics && !merchantLiable)
        return RuleBookError{QString(at + QStringLiteral("/countsTowardMetrics")), QString::fromLatin1(QT_TRANSLATE_NOOP("RuleBook", "false where the merchant bears no share"))};
    for (qsizetype n = 0; n < suggestion.conduct.size(); ++n) {
        const QString place = QStringLiteral("%1/conduct/%2").arg(at).arg(n);
        if (suggestion.conduct.at(n) == ConductCode::LateExecution)
            return RuleBookError{place, QString::fromLatin1(QT_TRANSLATE_NOOP("RuleBook", "conduct that a ruling can find"))};
        if (!hasPoints(data, suggestion.conduct.at(n)))
            return RuleBookError{place, QString::fromLatin1(QT_TRANSLATE_NOOP("RuleBook", "conduct that has points"))};
    }
    return std::nullopt;
}

Fault clauseFault(const ClauseRule &rule, const RuleBook::Data &data, const QString &at)
{
    if (const Fault fault = refundFault(rule, data, at))
        return fault;
    if (outcomeOf(rule.suggestion.outcome).needsNoReturnReason != rule.suggestion.noReturnReason.has_value()) {
        return RuleBookError{QString(at + QStringLiteral("/noReturnReason")),
                             QString::fromLatin1(QT_TRANSLATE_NOOP("RuleBook", "a reason with a refund without return, and only there"))};
    }
    return conductFault(rule, data, at);
}

} // namespace

std::optional<RuleBookError> unsoundness(const RuleBook::Data &data)
{
    if (data.ladder.isEmpty())
        return RuleBookError{QStringLiteral("/ladder"), QString::fromLatin1(QT_TRANSLATE_NOOP("RuleBook", "at least one level"))};
    for (const ConductCode code : alwaysWritten) {
        if (!hasPoints(data, code))
            return RuleBookError{QStringLiteral("/penalties"), QString::fromLatin1(QT_TRANSLATE_NOOP("RuleBook", "points for liable, unfounded_refusal and late_execution"))};
    }
    for (size_t n = 0; n < data.rules.size(); ++n) {
        if (const Fault fault = clauseFault(data.rules.at(n), data, QStringLiteral("/clauses/%1/suggest").arg(n)))
            return fault;
    }
    return std::nullopt;
}

} // namespace arb::domain
