// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/codes.h>

#include <domain/casefile.h>
#include <domain/dispute.h>
#include <domain/outcomes.h>
#include <domain/ruling.h>

// Every table stands in the order of its enum and holds every value (tst_codes). A code that has shipped is in files and
// databases: it is never changed or removed, see tests/architecture/frozen_codes.txt.
namespace arb::domain {

// States are written as the interface texts write them ("AwaitingEvidence"); all other codes are snake_case.
template<>
std::span<const CodeRow<DisputeState>> codeTable<DisputeState>()
{
    using enum DisputeState;
    static constexpr CodeRow<DisputeState> rows[] = {
        {Queued, "Queued"},
        {Claimed, "Claimed"},
        {AwaitingEvidence, "AwaitingEvidence"},
        {Negotiating, "Negotiating"},
        {AwaitingApproval, "AwaitingApproval"},
        {Ruled, "Ruled"},
        {Executing, "Executing"},
        {Closed, "Closed"},
        {Appealed, "Appealed"},
        {Withdrawn, "Withdrawn"},
        {Suspended, "Suspended"},
    };
    return rows;
}

template<>
std::span<const CodeRow<DisputeEvent>> codeTable<DisputeEvent>()
{
    using enum DisputeEvent;
    static constexpr CodeRow<DisputeEvent> rows[] = {
        {Claim, "claim"},
        {Release, "release"},
        {LeaseExpire, "lease_expire"},
        {TakeOver, "take_over"},
        {RequestEvidence, "request_evidence"},
        {EvidenceDone, "evidence_done"},
        {EvidenceTimeOut, "evidence_time_out"},
        {StartNegotiation, "start_negotiation"},
        {Settle, "settle"},
        {NegotiationEnd, "negotiation_end"},
        {Rule, "rule"},
        {RuleForApproval, "rule_for_approval"},
        {Approve, "approve"},
        {Return, "return"},
        {Recall, "recall"},
        {Execute, "execute"},
        {TasksDone, "tasks_done"},
        {Appeal, "appeal"},
        {Reverse, "reverse"},
        {Withdraw, "withdraw"},
        {Suspend, "suspend"},
        {Resume, "resume"},
    };
    return rows;
}

template<>
std::span<const CodeRow<Party>> codeTable<Party>()
{
    using enum Party;
    static constexpr CodeRow<Party> rows[] = {
        {Buyer, "buyer"},
        {Merchant, "merchant"},
        {Creator, "creator"},
        {Platform, "platform"},
    };
    return rows;
}

template<>
std::span<const CodeRow<TradeKind>> codeTable<TradeKind>()
{
    using enum TradeKind;
    static constexpr CodeRow<TradeKind> rows[] = {
        {Normal, "normal"},
        {Live, "live"},
        {Presale, "presale"},
        {Custom, "custom"},
        {CrossBorder, "cross_border"},
        {SecondHand, "second_hand"},
        {Service, "service"},
        {Virtual, "virtual"},
    };
    return rows;
}

template<>
std::span<const CodeRow<AfterSaleType>> codeTable<AfterSaleType>()
{
    using enum AfterSaleType;
    static constexpr CodeRow<AfterSaleType> rows[] = {
        {ReturnRefund, "return_refund"},
        {RefundShipped, "refund_shipped"},
        {RefundUnshipped, "refund_unshipped"},
        {Exchange, "exchange"},
        {Resend, "resend"},
        {Repair, "repair"},
        {PriceProtection, "price_protection"},
    };
    return rows;
}

template<>
std::span<const CodeRow<Reason>> codeTable<Reason>()
{
    using enum Reason;
    static constexpr CodeRow<Reason> rows[] = {
        {QualityDefect, "quality_defect"},
        {NotAsDescribed, "not_as_described"},
        {WrongItem, "wrong_item"},
        {MissingItem, "missing_item"},
        {Damaged, "damaged"},
        {NotReceived, "not_received"},
        {LateShipment, "late_shipment"},
        {SevenDayNoReason, "seven_day_no_reason"},
        {Counterfeit, "counterfeit"},
        {FreshFood, "fresh_food"},
        {GiftMissing, "gift_missing"},
        {TrackAbnormal, "track_abnormal"},
        {RefusedAtDoor, "refused_at_door"},
        {NoLongerWanted, "no_longer_wanted"},
        {Other, "other"},
    };
    return rows;
}

template<>
std::span<const CodeRow<AnswerDecision>> codeTable<AnswerDecision>()
{
    using enum AnswerDecision;
    static constexpr CodeRow<AnswerDecision> rows[] = {
        {Agreed, "agreed"},
        {Refused, "refused"},
        {Partial, "partial"},
        {Silent, "silent"},
    };
    return rows;
}

template<>
std::span<const CodeRow<SevenDayReturn>> codeTable<SevenDayReturn>()
{
    using enum SevenDayReturn;
    static constexpr CodeRow<SevenDayReturn> rows[] = {
        {Yes, "yes"},
        {No, "no"},
        {ExcludedUnconfirmed, "excluded_unconfirmed"},
    };
    return rows;
}

template<>
std::span<const CodeRow<ExhibitKind>> codeTable<ExhibitKind>()
{
    using enum ExhibitKind;
    static constexpr CodeRow<ExhibitKind> rows[] = {
        {Image, "image"},
        {Video, "video"},
        {Chat, "chat"},
        {Document, "document"},
        {Logistics, "logistics"},
        {Text, "text"},
    };
    return rows;
}

template<>
std::span<const CodeRow<CaseFlag>> codeTable<CaseFlag>()
{
    using enum CaseFlag;
    static constexpr CodeRow<CaseFlag> rows[] = {
        {Regulator, "regulator"},
        {Media, "media"},
        {Injury, "injury"},
        {FoodSafety, "food_safety"},
        {Minor, "minor"},
        {HighValue, "high_value"},
    };
    return rows;
}

template<>
std::span<const CodeRow<DerivedHow>> codeTable<DerivedHow>()
{
    using enum DerivedHow;
    static constexpr CodeRow<DerivedHow> rows[] = {{Frame, "frame"}, {Crop, "crop"}, {Ocr, "ocr"}};
    return rows;
}

template<>
std::span<const CodeRow<LinkKind>> codeTable<LinkKind>()
{
    using enum LinkKind;
    static constexpr CodeRow<LinkKind> rows[] = {
        {Duplicate, "duplicate"},
        {SameSku, "same_sku"},
        {SameBuyer, "same_buyer"},
        {Earlier, "earlier"},
    };
    return rows;
}

template<>
std::span<const CodeRow<OutcomeCode>> codeTable<OutcomeCode>()
{
    using enum OutcomeCode;
    static constexpr CodeRow<OutcomeCode> rows[] = {
        {ReturnAndRefund, "return_and_refund"},
        {RefundFull, "refund_full"},
        {RefundPartial, "refund_partial"},
        {RejectClaim, "reject_claim"},
        {Resend, "resend"},
        {Exchange, "exchange"},
        {Repair, "repair"},
        {NotEnoughEvidence, "not_enough_evidence"},
        {NotAccepted, "not_accepted"},
    };
    return rows;
}

// funding[].source; the shorthand key refundSource calls order funds "original_route" (rulingjson.cpp).
template<>
std::span<const CodeRow<FundSource>> codeTable<FundSource>()
{
    using enum FundSource;
    static constexpr CodeRow<FundSource> rows[] = {
        {OrderFunds, "order_funds"},
        {Reserve, "reserve"},
        {Deposit, "deposit"},
        {PlatformAdvance, "platform_advance"},
    };
    return rows;
}

template<>
std::span<const CodeRow<FreightPayer>> codeTable<FreightPayer>()
{
    using enum FreightPayer;
    static constexpr CodeRow<FreightPayer> rows[] = {
        {Buyer, "buyer"},
        {Merchant, "merchant"},
        {Platform, "platform"},
    };
    return rows;
}

template<>
std::span<const CodeRow<NoReturnReason>> codeTable<NoReturnReason>()
{
    using enum NoReturnReason;
    static constexpr CodeRow<NoReturnReason> rows[] = {
        {NotReceived, "not_received"},
        {CannotBeReturned, "cannot_be_returned"},
        {MustNotCirculate, "must_not_circulate"},
        {Agreed, "agreed"},
        {MerchantWillNotHelp, "merchant_will_not_help"},
        {DifferenceOnly, "difference_only"},
    };
    return rows;
}

template<>
std::span<const CodeRow<Verdict>> codeTable<Verdict>()
{
    using enum Verdict;
    static constexpr CodeRow<Verdict> rows[] = {
        {Proved, "proved"},
        {NotProved, "not_proved"},
        {NotEnough, "not_enough"},
    };
    return rows;
}

template<>
std::span<const CodeRow<LegKind>> codeTable<LegKind>()
{
    using enum LegKind;
    static constexpr CodeRow<LegKind> rows[] = {
        {Refund, "refund"},
        {Compensation, "compensation"},
        {FreightRefund, "freight_refund"},
        {Coupon, "coupon"},
    };
    return rows;
}

template<>
std::span<const CodeRow<ConductCode>> codeTable<ConductCode>()
{
    using enum ConductCode;
    static constexpr CodeRow<ConductCode> rows[] = {
        {Liable, "liable"},
        {UnfoundedRefusal, "unfounded_refusal"},
        {LateShipment, "late_shipment"},
        {NoAnswer, "no_answer"},
        {LateExecution, "late_execution"},
        {FalseEvidence, "false_evidence"},
        {FraudShipment, "fraud_shipment"},
        {Counterfeit, "counterfeit"},
    };
    return rows;
}

template<>
std::span<const CodeRow<TaskKind>> codeTable<TaskKind>()
{
    using enum TaskKind;
    static constexpr CodeRow<TaskKind> rows[] = {
        {BuyerReturn, "buyer_return"},
        {Refund, "refund"},
        {Compensation, "compensation"},
        {MerchantResend, "merchant_resend"},
        {MerchantExchange, "merchant_exchange"},
        {MerchantRepair, "merchant_repair"},
        {FreightSettlement, "freight_settlement"},
        {Notice, "notice"},
    };
    return rows;
}

template<>
std::span<const CodeRow<ToneChannel>> codeTable<ToneChannel>()
{
    using enum ToneChannel;
    static constexpr CodeRow<ToneChannel> rows[] = {
        {All, "all"},
        {Red, "red"},
        {Green, "green"},
        {Blue, "blue"},
        {Luma, "luma"},
    };
    return rows;
}

template<>
std::span<const CodeRow<ViewFit>> codeTable<ViewFit>()
{
    using enum ViewFit;
    static constexpr CodeRow<ViewFit> rows[] = {
        {Free, "free"},
        {Fit, "fit"},
        {Fill, "fill"},
    };
    return rows;
}

template<>
std::span<const CodeRow<CompareMode>> codeTable<CompareMode>()
{
    using enum CompareMode;
    static constexpr CodeRow<CompareMode> rows[] = {
        {SideBySide, "side_by_side"},
        {Slider, "slider"},
        {Blink, "blink"},
        {Difference, "difference"},
        {Overlay, "overlay"},
    };
    return rows;
}

template<>
std::span<const CodeRow<MarkShape>> codeTable<MarkShape>()
{
    using enum MarkShape;
    static constexpr CodeRow<MarkShape> rows[] = {
        {Rectangle, "rectangle"},
        {Ellipse, "ellipse"},
        {Arrow, "arrow"},
        {Freehand, "freehand"},
        {Text, "text"},
        {Measure, "measure"},
        {Moment, "moment"},
    };
    return rows;
}

} // namespace arb::domain
