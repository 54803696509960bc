// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/ruling.h>

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>
#include <vector>

/// Money rules (paid, freight and claim are the case's; every sum in fen):
///  1. 0 <= refund <= disputedSum = min(claimed, paid + freight - already refunded), and never below zero.
///  2. refund_full gives back the whole disputed sum: all that was claimed and is left. A claim for a part of the order
///     (one missing item of three) may be granted in full this way.
///  3. refund_partial gives back more than nothing and less than refundableBalance: partial is measured against what was
///     paid, not against what was claimed. A price difference or a gift that is granted as claimed is a partial refund.
///  4. return_and_refund gives back more than nothing. The others refund nothing.
///  5. Refund legs add up to the refund. Compensation, freight and coupon legs come on top of it. Outcomes that grant the
///     buyer nothing have no leg to the buyer but a coupon of the platform's; what an overturned ruling took from the
///     merchant may go back in a leg to the merchant.
///  6. funding adds up to the refund, or to the refund with its compensation legs.
///  7. Splitting the refund's cost by blame is costShares and changes none of these.
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
    /// Stable words, "key=value" joined by spaces, items by "; ":
    /// BuyerReturn "freight=merchant" (anything but buyer means a free pick-up) · resend, exchange, repair
    /// "sku=LG-90 quantity=1; sku=…" or empty for the whole order · Compensation "leg=compensation to=buyer" or
    /// "leg=coupon to=buyer" · FreightSettlement "freight=outbound to=buyer", "freight=return to=buyer" or
    /// "freight=return to=carrier" (sum 0: as billed) · Notice "to=merchant" · Refund empty.
    QString detail;
    bool operator==(const ExecutionTaskSpec &) const = default;
};

/// Why a ruling cannot be signed as it stands. Each has its sentence in presentation/errortext.
enum class RulingProblem {
    RefundOutOfRange,        ///< below zero or above the disputed sum
    RefundMustBePositive,
    RefundMustBeZero,
    RefundMustBeFull,        ///< refund_full gives back the whole disputed sum
    RefundMustBePartial,     ///< refund_partial leaves something of what was paid with the merchant
    BlameDoesNotAddUp,
    NoReturnReasonMissing,
    NoReturnReasonNotAllowed,
    LegsDoNotAddUp,
    FundingDoesNotAddUp,
    FindingMissing,          ///< at least one finding with a citation
    CitationNotOne,          ///< a citation names none or several places
    CitationUnknown,         ///< names an exhibit, message, scan, fact or place in it that the case does not have
    CitationDigestDiffers,
    RegionWithoutFrame,      ///< a region of a film without the frame or time that it lies on: it would be shown on any frame
    NoFrameThen,             ///< a time of a film at which no frame begins; found by the use case, which asks the film
    MarkUnknown,             ///< names a mark that the case does not have, or not any more; found by the use case, which knows the marks
    MarkElsewhere,           ///< names another place than the mark that it is said to be made from
    ReasonsMissing,
    DepartureMissing,        ///< found by the use case, which knows the suggestion
    ItemUnknown,
    ExecuteByInvalid,        ///< no clock spec (domain/calendar.h)
    PartyNotInCase,          ///< blame or money of a creator where there is none
    ClauseUnknown,           ///< found by the use case, which knows the rule book
    ConductNotAllowed,       ///< late_execution comes from execution, never from a ruling
    CountedWithoutBlame,     ///< it counts toward the merchant's metrics though the merchant bears no share
    ElementOpen              ///< a finding without its verdict or number, or none for what the clause needs
};

struct RulingFault
{
    RulingProblem problem;
    QString where;     ///< JSON pointer into ruling.json, e.g. "/findings/0/citations/1"
    QString element{}; ///< ElementOpen: which; empty for a finding in general
    std::optional<Money> sum{}, expected{}; ///< …DoNotAddUp: what the parts come to, what they should; RefundOutOfRange: expected is the most
    std::optional<qint64> before{}, after{}; ///< NoFrameThen: when the frames next to it begin, microseconds of the container; absent: none does
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
/// Citations must name what the case has; digests, where given, must equal what stands there (placeDigest). A page belongs to documents, a
/// frame or time to videos, a region to pictures, frames of videos and pages of documents; none may lie outside what the exhibit's
/// facts say of it (width, height, pages, pageSizes, frames, firstPtsUs, lastPtsUs, durationUs). A fact must be found in the case's document, which
/// holds no personal data once stored.
QList<RulingFault> checkRuling(const Ruling &ruling, const CaseFile &file);
/// The same of one place alone, cited or written about: CitationNotOne, CitationUnknown and RegionWithoutFrame (where: the key
/// that is not there, empty for the whole), CitationDigestDiffers.
QList<RulingFault> checkCitation(const Citation &citation, const CaseFile &file);
/// The key ("/region", "/frame" …) by which @p citation names another place than @p mark was made on; "/mark" of another
/// exhibit's mark; empty: they agree. A key that the citation leaves out is the mark's.
QString keyOffMark(const Citation &citation, const Mark &mark);
/// Gives a citation that agrees with @p mark what it leaves out of the mark's place.
void completeFromMark(Citation &citation, const Mark &mark);
/// The tasks of the outcome, then compensation and coupons, freight, and a notice to each side. Its order is fixed: the
/// index of a task is part of its idempotency key. Goods go back with return_and_refund, and with exchange and repair when
/// the ruling says who pays the return freight; goods that are on their way already are not asked for again.
QList<ExecutionTaskSpec> planRuling(const Ruling &ruling, const CaseFile &file);

/// Funding as carried out: the ruling's, or all from order funds.
QList<Funding> fundingOf(const Ruling &ruling);
/// The refund's cost by party in fen (splitByPercent over blame).
std::array<Money, 4> costShares(const Ruling &ruling);

template<> std::span<const CodeRow<TaskKind>> codeTable<TaskKind>();

} // namespace arb::domain
