// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/labels.h>

#include <presentation/formats.h>

#include <QtCore/QCoreApplication>

#include <atomic>

namespace arb::presentation {

namespace {

struct Labels
{
    Q_DECLARE_TR_FUNCTIONS(Labels)
};

std::atomic<bool> chinese{true};

} // namespace

bool languageIsChinese()
{
    return chinese;
}

void setLanguageIsChinese(bool value)
{
    chinese = value;
}

QString bilingual(const QString &zh, const QString &en)
{
    if (languageIsChinese())
        return zh.isEmpty() ? en : zh;
    return en.isEmpty() ? zh : en;
}

QString label(domain::DisputeState state)
{
    using enum domain::DisputeState;
    switch (state) {
    case Queued: return Labels::tr("Waiting for ruling");
    case Claimed: return Labels::tr("In review");
    case AwaitingEvidence: return Labels::tr("Waiting for evidence");
    case Negotiating: return Labels::tr("Parties negotiating");
    case AwaitingApproval: return Labels::tr("Waiting for approval");
    case Ruled: return Labels::tr("Ruled");
    case Executing: return Labels::tr("Being carried out");
    case Closed: return Labels::tr("Closed");
    case Appealed: return Labels::tr("Under appeal");
    case Withdrawn: return Labels::tr("Withdrawn");
    case Suspended: return Labels::tr("Suspended");
    }
    return {};
}

QString label(domain::OutcomeCode outcome)
{
    using enum domain::OutcomeCode;
    switch (outcome) {
    case ReturnAndRefund: return Labels::tr("Return and refund");
    case RefundFull: return Labels::tr("Full refund, no return");
    case RefundPartial: return Labels::tr("Partial refund, no return");
    case RejectClaim: return Labels::tr("Claim rejected");
    case Resend: return Labels::tr("Send the missing goods");
    case Exchange: return Labels::tr("Exchange");
    case Repair: return Labels::tr("Repair");
    case NotEnoughEvidence: return Labels::tr("Not enough evidence");
    case NotAccepted: return Labels::tr("Not accepted");
    }
    return {};
}

QString label(domain::Party party)
{
    switch (party) {
    case domain::Party::Buyer: return Labels::tr("Buyer");
    case domain::Party::Merchant: return Labels::tr("Merchant");
    case domain::Party::Creator: return Labels::tr("Creator");
    case domain::Party::Platform: return Labels::tr("Platform");
    }
    return {};
}

QString label(domain::Reason reason)
{
    using enum domain::Reason;
    switch (reason) {
    case QualityDefect: return Labels::tr("Quality defect");
    case NotAsDescribed: return Labels::tr("Not as described");
    case WrongItem: return Labels::tr("Wrong item");
    case MissingItem: return Labels::tr("Missing item");
    case Damaged: return Labels::tr("Damaged");
    case NotReceived: return Labels::tr("Not received");
    case LateShipment: return Labels::tr("Late shipment");
    case SevenDayNoReason: return Labels::tr("Seven days, no reason");
    case Counterfeit: return Labels::tr("Counterfeit");
    case FreshFood: return Labels::tr("Fresh food spoilt");
    case GiftMissing: return Labels::tr("Gift missing");
    case TrackAbnormal: return Labels::tr("Abnormal tracking");
    case RefusedAtDoor: return Labels::tr("Refused at the door");
    case NoLongerWanted: return Labels::tr("No longer wanted");
    case Other: return Labels::tr("Other");
    }
    return {};
}

QString label(domain::AfterSaleType type)
{
    using enum domain::AfterSaleType;
    switch (type) {
    case ReturnRefund: return Labels::tr("Return and refund");
    case RefundShipped: return Labels::tr("Refund, shipped");
    case RefundUnshipped: return Labels::tr("Refund, not shipped");
    case Exchange: return Labels::tr("Exchange");
    case Resend: return Labels::tr("Resend");
    case Repair: return Labels::tr("Repair");
    case PriceProtection: return Labels::tr("Price protection");
    }
    return {};
}

QString label(domain::TradeKind kind)
{
    using enum domain::TradeKind;
    switch (kind) {
    case Normal: return Labels::tr("Ordinary order");
    case Live: return Labels::tr("Live room");
    case Presale: return Labels::tr("Presale");
    case Custom: return Labels::tr("Made to order");
    case CrossBorder: return Labels::tr("Cross-border");
    case SecondHand: return Labels::tr("Second-hand");
    case Service: return Labels::tr("Service");
    case Virtual: return Labels::tr("Virtual goods");
    }
    return {};
}

QString label(domain::AnswerDecision decision)
{
    switch (decision) {
    case domain::AnswerDecision::Agreed: return Labels::tr("agreed");
    case domain::AnswerDecision::Refused: return Labels::tr("refused");
    case domain::AnswerDecision::Partial: return Labels::tr("agreed in part");
    case domain::AnswerDecision::Silent: return Labels::tr("no answer");
    }
    return {};
}

QString label(domain::SevenDayReturn value)
{
    switch (value) {
    case domain::SevenDayReturn::Yes: return Labels::tr("yes");
    case domain::SevenDayReturn::No: return Labels::tr("no");
    case domain::SevenDayReturn::ExcludedUnconfirmed: return Labels::tr("excluded, not confirmed by the buyer");
    }
    return {};
}

QString label(domain::ExhibitKind kind)
{
    switch (kind) {
    case domain::ExhibitKind::Image: return Labels::tr("Picture");
    case domain::ExhibitKind::Video: return Labels::tr("Video");
    case domain::ExhibitKind::Chat: return Labels::tr("Chat log");
    case domain::ExhibitKind::Document: return Labels::tr("Document");
    case domain::ExhibitKind::Logistics: return Labels::tr("Logistics record");
    case domain::ExhibitKind::Text: return Labels::tr("Text statement");
    }
    return {};
}

QString label(domain::FundSource source)
{
    switch (source) {
    case domain::FundSource::OrderFunds: return Labels::tr("order funds");
    case domain::FundSource::Reserve: return Labels::tr("reserve");
    case domain::FundSource::Deposit: return Labels::tr("deposit");
    case domain::FundSource::PlatformAdvance: return Labels::tr("platform advance");
    }
    return {};
}

QString label(domain::FreightPayer payer)
{
    switch (payer) {
    case domain::FreightPayer::Buyer: return Labels::tr("paid by the buyer");
    case domain::FreightPayer::Merchant: return Labels::tr("paid by the merchant");
    case domain::FreightPayer::Platform: return Labels::tr("paid by the platform");
    }
    return {};
}

QString returnFreightLabel(domain::FreightPayer payer, const domain::Order &order)
{
    return payer == domain::FreightPayer::Buyer && order.freightInsurance.value_or(false) ? Labels::tr("covered by return-freight insurance") : label(payer);
}

QString label(domain::NoReturnReason reason)
{
    using enum domain::NoReturnReason;
    switch (reason) {
    case NotReceived: return Labels::tr("not received");
    case CannotBeReturned: return Labels::tr("cannot be returned or pointless");
    case MustNotCirculate: return Labels::tr("must not circulate again");
    case Agreed: return Labels::tr("agreed", "why nothing goes back");
    case MerchantWillNotHelp: return Labels::tr("merchant will not help the return");
    case DifferenceOnly: return Labels::tr("only a difference is paid");
    }
    return {};
}

QString label(domain::Verdict verdict)
{
    switch (verdict) {
    case domain::Verdict::Proved: return Labels::tr("proved");
    case domain::Verdict::NotProved: return Labels::tr("not proved");
    case domain::Verdict::NotEnough: return Labels::tr("not enough to tell");
    }
    return {};
}

QString label(domain::MarkShape shape)
{
    switch (shape) {
    case domain::MarkShape::Rectangle: return Labels::tr("Rectangle");
    case domain::MarkShape::Ellipse: return Labels::tr("Ellipse");
    case domain::MarkShape::Arrow: return Labels::tr("Arrow");
    case domain::MarkShape::Freehand: return Labels::tr("Freehand line");
    case domain::MarkShape::Text: return Labels::tr("Text");
    case domain::MarkShape::Measure: return Labels::tr("Measure");
    case domain::MarkShape::Moment: return Labels::tr("Moment");
    }
    return {};
}

QString label(domain::ConductCode code)
{
    using enum domain::ConductCode;
    switch (code) {
    case Liable: return Labels::tr("liable for goods or performance");
    case UnfoundedRefusal: return Labels::tr("unfounded refusal");
    case LateShipment: return Labels::tr("late shipment");
    case NoAnswer: return Labels::tr("no answer in time");
    case LateExecution: return Labels::tr("ruling not carried out in time");
    case FalseEvidence: return Labels::tr("false evidence");
    case FraudShipment: return Labels::tr("fraudulent shipment");
    case Counterfeit: return Labels::tr("selling counterfeits");
    }
    return {};
}

QString label(domain::TaskKind kind)
{
    using enum domain::TaskKind;
    switch (kind) {
    case BuyerReturn: return Labels::tr("Buyer sends the goods back");
    case Refund: return Labels::tr("Refund");
    case Compensation: return Labels::tr("Compensation");
    case MerchantResend: return Labels::tr("Merchant sends the missing goods");
    case MerchantExchange: return Labels::tr("Merchant exchanges the goods");
    case MerchantRepair: return Labels::tr("Merchant repairs the goods");
    case FreightSettlement: return Labels::tr("Freight settled");
    case Notice: return Labels::tr("Notice to the parties");
    }
    return {};
}

QString label(const domain::ExecutionTaskSpec &spec)
{
    if (spec.kind == domain::TaskKind::Notice) {
        if (const auto to = domain::fromCode<domain::Party>(spec.detail.section(u'=', 1)))
            return Labels::tr("Notice to the %1").arg(label(*to).toLower());
    }
    return label(spec.kind);
}

QString label(domain::CaseFlag flag)
{
    switch (flag) {
    case domain::CaseFlag::Regulator: return Labels::tr("regulator");
    case domain::CaseFlag::Media: return Labels::tr("media");
    case domain::CaseFlag::Injury: return Labels::tr("injury");
    case domain::CaseFlag::FoodSafety: return Labels::tr("food safety");
    case domain::CaseFlag::Minor: return Labels::tr("minor involved");
    case domain::CaseFlag::HighValue: return Labels::tr("high value");
    }
    return {};
}

QString label(usecases::Role role)
{
    switch (role) {
    case usecases::Role::Reviewer: return Labels::tr("Reviewer");
    case usecases::Role::Supervisor: return Labels::tr("Supervisor");
    case usecases::Role::Auditor: return Labels::tr("Auditor");
    case usecases::Role::Admin: return Labels::tr("Admin");
    }
    return {};
}

QString label(usecases::QueueView view)
{
    using enum usecases::QueueView;
    switch (view) {
    case Waiting: return Labels::tr("Waiting");
    case Mine: return Labels::tr("Mine");
    case DueToday: return Labels::tr("Due today");
    case WaitingBuyer: return Labels::tr("Waiting for the buyer");
    case WaitingMerchant: return Labels::tr("Waiting for the merchant");
    case Approvals: return Labels::tr("Approvals");
    case Appeals: return Labels::tr("Appeals");
    case HighValue: return Labels::tr("High value");
    case All: return Labels::tr("All cases");
    }
    return {};
}

QString label(usecases::TaskState state)
{
    using enum usecases::TaskState;
    switch (state) {
    case Pending: return Labels::tr("to do");
    case Sent: return Labels::tr("sent");
    case Done: return Labels::tr("done");
    case Failed: return Labels::tr("failed");
    case Cancelled: return Labels::tr("cancelled");
    }
    return {};
}

QString label(usecases::RequestState state)
{
    using enum usecases::RequestState;
    switch (state) {
    case Open: return Labels::tr("open");
    case Answered: return Labels::tr("answered");
    case TimedOut: return Labels::tr("timed out");
    case Cancelled: return Labels::tr("cancelled");
    }
    return {};
}

namespace {

struct CodeWord
{
    const char *code;
    const char *word;
};

/// The word of an open code in context Labels, or the code as given.
template<size_t N>
QString wordOf(const CodeWord (&words)[N], const QString &code)
{
    for (const CodeWord &row : words) {
        if (code == QLatin1StringView(row.code))
            return Labels::tr(row.word);
    }
    return code;
}

constexpr CodeWord categories[] = {{"3c", QT_TRANSLATE_NOOP("Labels", "Electronics")},
                                   {"apparel", QT_TRANSLATE_NOOP("Labels", "Clothing")},
                                   {"shoes", QT_TRANSLATE_NOOP("Labels", "Shoes")},
                                   {"bags", QT_TRANSLATE_NOOP("Labels", "Bags")},
                                   {"jewellery", QT_TRANSLATE_NOOP("Labels", "Jewellery")},
                                   {"beauty", QT_TRANSLATE_NOOP("Labels", "Beauty")},
                                   {"food", QT_TRANSLATE_NOOP("Labels", "Food")},
                                   {"fresh", QT_TRANSLATE_NOOP("Labels", "Fresh food")},
                                   {"home", QT_TRANSLATE_NOOP("Labels", "Home")},
                                   {"furniture", QT_TRANSLATE_NOOP("Labels", "Furniture")},
                                   {"appliance", QT_TRANSLATE_NOOP("Labels", "Appliances")},
                                   {"auto", QT_TRANSLATE_NOOP("Labels", "Car parts")},
                                   {"pets", QT_TRANSLATE_NOOP("Labels", "Pets")},
                                   {"flowers", QT_TRANSLATE_NOOP("Labels", "Flowers")},
                                   {"books", QT_TRANSLATE_NOOP("Labels", "Books")},
                                   {"virtual", QT_TRANSLATE_NOOP("Labels", "Virtual goods")},
                                   {"other", QT_TRANSLATE_NOOP("Labels", "Other")}};
constexpr CodeWord platforms[] = {{"douyin", QT_TRANSLATE_NOOP("Labels", "Douyin")},
                                  {"taobao", QT_TRANSLATE_NOOP("Labels", "Taobao")},
                                  {"wechat", QT_TRANSLATE_NOOP("Labels", "WeChat Store")},
                                  {"jd", QT_TRANSLATE_NOOP("Labels", "JD")},
                                  {"kuaishou", QT_TRANSLATE_NOOP("Labels", "Kuaishou")},
                                  {"pinduoduo", QT_TRANSLATE_NOOP("Labels", "Pinduoduo")}};
constexpr CodeWord merchantReasons[] = {
    {"signed_means_accepted", QT_TRANSLATE_NOOP("Labels", "signed for means accepted")},
    {"no_evidence", QT_TRANSLATE_NOOP("Labels", "no evidence")},
    {"no_unboxing_video", QT_TRANSLATE_NOOP("Labels", "no unboxing video")},
    {"used", QT_TRANSLATE_NOOP("Labels", "goods were used")},
    {"not_intact", QT_TRANSLATE_NOOP("Labels", "goods not intact")},
    {"agreed_in_chat", QT_TRANSLATE_NOOP("Labels", "agreed in chat")},
    {"returned_damaged", QT_TRANSLATE_NOOP("Labels", "returned damaged")},
    {"returned_not_original", QT_TRANSLATE_NOOP("Labels", "returned goods are not the original")},
    {"out_of_window", QT_TRANSLATE_NOOP("Labels", "out of the time window")},
    {"buyer_fault", QT_TRANSLATE_NOOP("Labels", "buyer's fault")},
    {"change_reason", QT_TRANSLATE_NOOP("Labels", "asks for another reason")},
    {"warehouse_moving", QT_TRANSLATE_NOOP("Labels", "the warehouse is moving")},
    {"on_holiday", QT_TRANSLATE_NOOP("Labels", "on holiday")},
    {"nothing_offered", QT_TRANSLATE_NOOP("Labels", "cannot be returned, nothing offered")},
    {"already_signed", QT_TRANSLATE_NOOP("Labels", "signed for already")},
    {"operator_error", QT_TRANSLATE_NOOP("Labels", "a mistake of the operator")},
    {"goods_not_received", QT_TRANSLATE_NOOP("Labels", "the return did not arrive")},
    {"waybill_wrong", QT_TRANSLATE_NOOP("Labels", "wrong waybill number")},
    {"amount_changed", QT_TRANSLATE_NOOP("Labels", "another amount was agreed")},
    {"address_mismatch", QT_TRANSLATE_NOOP("Labels", "the address does not match")},
    {"no_seven_day", QT_TRANSLATE_NOOP("Labels", "no seven-day return")},
    {"already_shipped", QT_TRANSLATE_NOOP("Labels", "shipped already")},
    {"other", QT_TRANSLATE_NOOP("Labels", "other ground")}};
constexpr CodeWord scans[] = {{"created", QT_TRANSLATE_NOOP("Labels", "Waybill created")},
                              {"picked_up", QT_TRANSLATE_NOOP("Labels", "Picked up")},
                              {"sorted", QT_TRANSLATE_NOOP("Labels", "Sorted")},
                              {"in_transit", QT_TRANSLATE_NOOP("Labels", "In transit")},
                              {"out_for_delivery", QT_TRANSLATE_NOOP("Labels", "Out for delivery")},
                              {"signed", QT_TRANSLATE_NOOP("Labels", "Signed for")},
                              {"refused_at_door", QT_TRANSLATE_NOOP("Labels", "Refused at the door")},
                              {"returned", QT_TRANSLATE_NOOP("Labels", "Returned")},
                              {"lost", QT_TRANSLATE_NOOP("Labels", "Lost")},
                              {"other", QT_TRANSLATE_NOOP("Labels", "Other")}};
constexpr CodeWord tags[] = {{"supervisor", QT_TRANSLATE_NOOP("Labels", "handed to a supervisor")},
                             {"claims_too_much", QT_TRANSLATE_NOOP("Labels", "claims more than was paid")},
                             {"execution_overdue", QT_TRANSLATE_NOOP("Labels", "merchant did not act in time")},
                             {"execution_failed", QT_TRANSLATE_NOOP("Labels", "execution failed")},
                             {"buyer_did_not_return", QT_TRANSLATE_NOOP("Labels", "buyer did not return the goods")},
                             {"carrier_cause", QT_TRANSLATE_NOOP("Labels", "the carrier is the cause")},
                             {"resend_on_the_way", QT_TRANSLATE_NOOP("Labels", "the missing goods are on their way")},
                             {"needs_specialist", QT_TRANSLATE_NOOP("Labels", "needs a specialist")}};
constexpr CodeWord skipReasons[] = {{"specialist", QT_TRANSLATE_NOOP("Labels", "needs a specialist")},
                                    {"know_party", QT_TRANSLATE_NOOP("Labels", "I know a party")},
                                    {"cannot_open", QT_TRANSLATE_NOOP("Labels", "cannot open evidence")},
                                    {"other", QT_TRANSLATE_NOOP("Labels", "other")}};
constexpr CodeWord notices[] = {
    {"refusal_unfounded", QT_TRANSLATE_NOOP("Labels", "The merchant's ground for refusing is no valid ground.")},
    {"window_rolled", QT_TRANSLATE_NOOP("Labels", "The window's last day is a rest day and moves to the next working day.")},
    {"claims_too_much", QT_TRANSLATE_NOOP("Labels", "The claim is higher than what can be refunded.")},
    {"assumption_window", QT_TRANSLATE_NOOP("Labels", "The time window used here is an assumption taken from another platform.")},
    {"return_insured", QT_TRANSLATE_NOOP("Labels", "The order has return-freight insurance: the buyer's return freight can be claimed there.")}};

} // namespace

QString categoryLabel(const QString &code) { return wordOf(categories, code); }
QString platformLabel(const QString &code) { return wordOf(platforms, code); }
QString merchantReasonLabel(const QString &code) { return wordOf(merchantReasons, code); }
QString scanLabel(const QString &code) { return wordOf(scans, code); }
QString tagLabel(const QString &code) { return wordOf(tags, code); }
QString skipReasonLabel(const QString &code) { return wordOf(skipReasons, code); }
QString noticeLabel(const QString &code) { return wordOf(notices, code); }

QString approvalReasonLabel(const QString &code, domain::Money limit)
{
    if (code == u"amount")
        return Labels::tr("Amount above %1").arg(limitText(limit));
    if (code == u"clause")
        return Labels::tr("The clause asks for a second person");
    if (code == u"platform")
        return Labels::tr("The platform is found liable");
    if (code == u"both")
        return Labels::tr("Both sides are found liable");
    if (code == u"deposit")
        return Labels::tr("Money is taken from the deposit");
    if (code == u"reversal")
        return Labels::tr("An earlier ruling is changed");
    return code;
}

QString elementName(const QString &code, const domain::RuleBook &book)
{
    if (code.isEmpty())
        return Labels::tr("In general");
    for (const domain::BookElement &element : book.elements()) {
        if (element.code == code)
            return bilingual(element.labelZh, element.labelEn);
    }
    return code;
}

QString blameText(const domain::Blame &blame)
{
    if (blame.nobody())
        return Labels::tr("Nobody");
    if (blame.merchant > 0 && blame.buyer > 0 && blame.platform == 0 && blame.creator == 0)
        return Labels::tr("Both (merchant %1%, buyer %2%)").arg(blame.merchant).arg(blame.buyer);
    QStringList parts;
    const auto add = [&](int percent, domain::Party party) {
        if (percent == 100)
            parts.append(label(party));
        else if (percent > 0)
            parts.append(Labels::tr("%1 %2%").arg(label(party)).arg(percent));
    };
    add(blame.merchant, domain::Party::Merchant);
    add(blame.buyer, domain::Party::Buyer);
    add(blame.platform, domain::Party::Platform);
    add(blame.creator, domain::Party::Creator);
    return parts.join(QStringLiteral(" · "));
}

QString outcomeText(domain::OutcomeCode outcome, domain::Money refund, domain::Money full)
{
    if (outcome == domain::OutcomeCode::ReturnAndRefund && refund == full)
        return Labels::tr("Return and full refund, %1").arg(moneyText(refund));
    if (outcome == domain::OutcomeCode::ReturnAndRefund && refund < full)
        return Labels::tr("Return and refund, %1 (reduced by %2)").arg(moneyText(refund), moneyText(full - refund));
    if (outcome == domain::OutcomeCode::ReturnAndRefund || outcome == domain::OutcomeCode::RefundFull || outcome == domain::OutcomeCode::RefundPartial)
        return Labels::tr("%1, %2").arg(label(outcome), moneyText(refund));
    return label(outcome);
}

QString stateText(const usecases::CaseHeader &header)
{
    const bool buyer = header.waitsFor & usecases::partyBit(domain::Party::Buyer), merchant = header.waitsFor & usecases::partyBit(domain::Party::Merchant);
    if (header.state != domain::DisputeState::AwaitingEvidence)
        return label(header.state);
    if (buyer && merchant)
        return Labels::tr("Waiting for evidence (both)");
    if (buyer)
        return Labels::tr("Waiting for evidence (buyer)");
    if (merchant)
        return Labels::tr("Waiting for evidence (merchant)");
    return label(header.state);
}

} // namespace arb::presentation
