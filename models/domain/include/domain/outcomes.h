// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/ruling.h>

#include <QtCore/QList>
#include <QtCore/QString>

#include <vector>

namespace arb::domain {

enum class TaskKind { BuyerReturn, Refund, Compensation, MerchantResend, MerchantExchange, MerchantRepair, FreightSettlement, Notice };
enum class ClockStart { Signing, ReturnPickUp }; ///< the merchant's execution clock: at signing without a return, at its pick-up with one

/// One thing that must happen because of a ruling; becomes an execution task with an idempotency key.
struct ExecutionTaskSpec
{
    TaskKind kind = TaskKind::Refund;
    Party actor = Party::Merchant;
    Money sum;
    QString due;                              ///< clock spec counted from startsAt
    ClockStart startsAt = ClockStart::Signing;
    QString detail;                           ///< stable code or items text, e.g. "sku=LG-90 quantity=1"
    bool operator==(const ExecutionTaskSpec &) const = default;
};

/// Why a ruling cannot be signed as it stands. Each has its sentence in presentation/errortext.
enum class RulingProblem {
    RefundOutOfRange,        ///< below zero or above the disputed sum
    RefundMustBePositive,
    RefundMustBeZero,
    RefundMustBeFull,        ///< refund_full gives back the whole disputed sum
    BlameDoesNotAddUp,
    NoReturnReasonMissing,
    NoReturnReasonNotAllowed,
    LegsDoNotAddUp,
    FundingDoesNotAddUp,
    FindingMissing,          ///< at least one finding with a citation
    CitationNotOne,          ///< a citation names none or several places
    CitationUnknown,         ///< names an exhibit, message, scan or fact that the case does not have
    CitationDigestDiffers,
    ReasonsMissing,
    DepartureMissing,
    ItemUnknown,
    ExecuteByInvalid,
    ClauseUnknown,
    ConductNotAllowed        ///< late_execution comes from execution, never from a ruling
};

struct RulingFault
{
    RulingProblem problem;
    QString where; ///< JSON pointer into ruling.json, e.g. "/findings/0/citations/1"
    bool operator==(const RulingFault &) const = default;
};

/// A ruling outcome: one file per entry in models/domain/outcomes.
struct RulingOutcome
{
    OutcomeCode code;
    int key;               ///< 1-9, the number key and the order on screen (most used first)
    const char *label;     ///< English, context "RulingOutcome"
    bool needsNoReturnReason;
    /// Faults of amount and parameters for this outcome only; the common ones are checkRuling's.
    QList<RulingFault> (*check)(const Ruling &, const CaseFile &);
    /// What must be carried out; pure and deterministic.
    QList<ExecutionTaskSpec> (*plan)(const Ruling &, const CaseFile &);
};

/// All outcomes in code order of their files (generated catalogue).
const std::vector<RulingOutcome> &rulingOutcomes();
/// The entry of @p code; every code has one (tested).
const RulingOutcome &outcomeOf(OutcomeCode code);

/// Everything that keeps @p ruling from being signed on @p file, the outcome's own checks included.
/// Citations must name what the case has; digests, where given, must equal the exhibit's.
QList<RulingFault> checkRuling(const Ruling &ruling, const CaseFile &file);
/// The tasks of the outcome plus freight and notices common to all.
QList<ExecutionTaskSpec> planRuling(const Ruling &ruling, const CaseFile &file);

/// Funding as carried out: the ruling's, or all from order funds.
QList<Funding> fundingOf(const Ruling &ruling);
/// The refund's cost by party in fen (splitByPercent over blame).
std::array<Money, 4> costShares(const Ruling &ruling);

template<> std::span<const CodeRow<TaskKind>> codeTable<TaskKind>();

} // namespace arb::domain
