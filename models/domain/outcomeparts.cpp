// SPDX-License-Identifier: GPL-3.0-or-later
#include "outcomeparts.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace arb::domain {

namespace {

constexpr char merchantDue[] = "hours:48";
constexpr char buyerReturnDue[] = "days:7";

QString dueOf(const Ruling &ruling, const QString &usual)
{
    return ruling.executeBy.isEmpty() ? usual : ruling.executeBy;
}

QString itemsDetail(const QList<RulingItem> &items)
{
    QStringList parts;
    for (const RulingItem &item : items)
        parts.append(QStringLiteral("sku=%1 quantity=%2").arg(item.sku, QString::number(item.quantity)));
    return parts.join(QStringLiteral("; "));
}

/// The merchant pays back from the order's funds; any other source is the platform's to move.
Party refundActor(const Ruling &ruling)
{
    for (const MoneyLeg &leg : ruling.legs) {
        if (leg.kind == LegKind::Refund && leg.from && *leg.from != Party::Merchant)
            return Party::Platform;
    }
    const QList<Funding> funding = fundingOf(ruling);
    const bool orderFunds = std::all_of(funding.begin(), funding.end(),
                                        [](const Funding &part) { return part.source == FundSource::OrderFunds; });
    return orderFunds ? Party::Merchant : Party::Platform;
}

} // namespace

QList<RulingFault> checkRefundPositive(const Ruling &ruling, const CaseFile &)
{
    if (ruling.refund > Money(0))
        return {};
    return {{RulingProblem::RefundMustBePositive, QStringLiteral("/refundFen")}};
}

QList<RulingFault> checkRefundZero(const Ruling &ruling, const CaseFile &)
{
    if (ruling.refund == Money(0))
        return {};
    return {{RulingProblem::RefundMustBeZero, QStringLiteral("/refundFen")}};
}

QList<RulingFault> checkNothingGranted(const Ruling &ruling, const CaseFile &file)
{
    QList<RulingFault> faults = checkRefundZero(ruling, file);
    for (qsizetype i = 0; i < ruling.legs.size(); ++i) {
        const MoneyLeg &leg = ruling.legs.at(i);
        const bool goodwill = leg.kind == LegKind::Coupon && leg.from == Party::Platform;
        if (leg.to == Party::Buyer && !goodwill)
            faults.append({RulingProblem::RefundMustBeZero, QStringLiteral("/legs/%1").arg(i)});
    }
    return faults;
}

bool returnUnderWay(const CaseFile &file)
{
    return file.returnLeg && (file.returnLeg->shippedAt || file.returnLeg->signedAt || !file.returnLeg->logistics.isEmpty());
}

bool asksForReturn(const Ruling &ruling, const CaseFile &file)
{
    if (returnUnderWay(file))
        return false;
    switch (ruling.outcome) {
    case OutcomeCode::ReturnAndRefund:
        return true;
    case OutcomeCode::Exchange:
    case OutcomeCode::Repair:
        return ruling.returnFreight.has_value();
    case OutcomeCode::RefundFull:
    case OutcomeCode::RefundPartial:
    case OutcomeCode::RejectClaim:
    case OutcomeCode::Resend:
    case OutcomeCode::NotEnoughEvidence:
    case OutcomeCode::NotAccepted:
        return false;
    }
    return false;
}

ExecutionTaskSpec buyerReturnTask(const Ruling &ruling)
{
    const QString payer = toCode(ruling.returnFreight.value_or(FreightPayer::Buyer));
    return {TaskKind::BuyerReturn, Party::Buyer, Money(0), QString::fromLatin1(buyerReturnDue), ClockStart::Signing,
            QStringLiteral("freight=%1").arg(payer)};
}

ExecutionTaskSpec refundTask(const Ruling &ruling, ClockStart startsAt)
{
    return {TaskKind::Refund, refundActor(ruling), ruling.refund, dueOf(ruling, QString::fromLatin1(merchantDue)), startsAt, {}};
}

ExecutionTaskSpec goodsTask(TaskKind kind, const Ruling &ruling, const QString &due, ClockStart startsAt)
{
    return {kind, Party::Merchant, Money(0), dueOf(ruling, due), startsAt, itemsDetail(ruling.items)};
}

QList<ExecutionTaskSpec> planGoodsSwap(TaskKind kind, const Ruling &ruling, const CaseFile &file, const QString &due)
{
    if (!asksForReturn(ruling, file))
        return {goodsTask(kind, ruling, due, ClockStart::Signing)};
    return {buyerReturnTask(ruling), goodsTask(kind, ruling, due, ClockStart::ReturnPickUp)};
}

} // namespace arb::domain
