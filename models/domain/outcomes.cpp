// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/outcomes.h>

#include "outcomeparts.h"

#include <algorithm>
#include <cassert>

namespace arb::domain {

namespace {

constexpr char noticeDue[] = "hours:24";
constexpr char settlementDue[] = "hours:48";

/// Everyone who can pay a leg, in the order in which equal shares of blame are taken.
constexpr Party payersInOrder[] = {Party::Merchant, Party::Creator, Party::Platform, Party::Buyer};

/// Who pays a leg: as it says, else who is most to blame of those it does not go to, else the platform.
Party legPayer(const MoneyLeg &leg, const Blame &blame)
{
    if (leg.from)
        return *leg.from;
    const std::array<int, 4> percents = blame.percents();
    Party payer = Party::Platform;
    int most = 0;
    for (size_t i = 0; i < percents.size(); ++i) {
        if (payersInOrder[i] != leg.to && percents[i] > most) {
            payer = payersInOrder[i];
            most = percents[i];
        }
    }
    return payer;
}

/// A creator's money is with the platform, so the platform moves it.
Party legActor(const MoneyLeg &leg, const Blame &blame)
{
    const Party payer = legPayer(leg, blame);
    return payer == Party::Creator ? Party::Platform : payer;
}

void planLegs(QList<ExecutionTaskSpec> &plan, const Ruling &ruling)
{
    for (const MoneyLeg &leg : ruling.legs) {
        if (leg.kind == LegKind::Refund)
            continue; // carried out by the outcome's own refund task
        ExecutionTaskSpec task;
        task.kind = leg.kind == LegKind::FreightRefund ? TaskKind::FreightSettlement : TaskKind::Compensation;
        task.actor = legActor(leg, ruling.blame);
        task.sum = leg.sum;
        task.due = ruling.executeBy.isEmpty() ? QString::fromLatin1(settlementDue) : ruling.executeBy;
        task.detail = QStringLiteral("leg=%1 to=%2").arg(toCode(leg.kind), toCode(leg.to));
        plan.append(task);
    }
}

/// The part of the outbound freight that the buyer paid and the refund does not give back already.
Money freightLeftWithBuyer(const Ruling &ruling, const CaseFile &file)
{
    const Money goods = std::max(Money(0), file.order.paid - file.order.alreadyRefunded);
    const Money inRefund = std::max(Money(0), ruling.refund - goods);
    return std::max(Money(0), file.order.freight - inRefund);
}

bool hasFreightLeg(const Ruling &ruling)
{
    return std::any_of(ruling.legs.begin(), ruling.legs.end(), [](const MoneyLeg &leg) { return leg.kind == LegKind::FreightRefund; });
}

ExecutionTaskSpec freightTask(FreightPayer payer, Money sum, ClockStart startsAt, const QString &detail)
{
    const Party actor = payer == FreightPayer::Platform ? Party::Platform : Party::Merchant;
    return {TaskKind::FreightSettlement, actor, sum, QString::fromLatin1(settlementDue), startsAt, detail};
}

/// Freight that somebody else has paid than the ruling says. A freight leg settles it by itself.
void planFreight(QList<ExecutionTaskSpec> &plan, const Ruling &ruling, const CaseFile &file)
{
    if (hasFreightLeg(ruling))
        return;
    const FreightPayer outbound = ruling.outboundFreight.value_or(FreightPayer::Buyer);
    const Money left = freightLeftWithBuyer(ruling, file);
    // Without a refund the outbound freight is that of what the merchant sends now, which the merchant pays on the spot.
    if (outbound != FreightPayer::Buyer && ruling.refund > Money(0) && left > Money(0))
        plan.append(freightTask(outbound, left, ClockStart::Signing, QStringLiteral("freight=outbound to=buyer")));

    const FreightPayer back = ruling.returnFreight.value_or(FreightPayer::Buyer);
    if (back == FreightPayer::Buyer)
        return;
    if (returnUnderWay(file))
        plan.append(freightTask(back, Money(0), ClockStart::Signing, QStringLiteral("freight=return to=buyer")));
    else if (asksForReturn(ruling, file) && back == FreightPayer::Platform)
        plan.append(freightTask(back, Money(0), ClockStart::ReturnPickUp, QStringLiteral("freight=return to=carrier")));
}

void planNotices(QList<ExecutionTaskSpec> &plan, const Ruling &ruling, const CaseFile &file)
{
    QList<Party> told{Party::Buyer, Party::Merchant};
    if (file.creator && ruling.blame.creator > 0)
        told.append(Party::Creator);
    for (const Party party : told) {
        plan.append({TaskKind::Notice, Party::Platform, Money(0), QString::fromLatin1(noticeDue), ClockStart::Signing,
                     QStringLiteral("to=%1").arg(toCode(party))});
    }
}

} // namespace

const RulingOutcome &outcomeOf(OutcomeCode code)
{
    const std::vector<RulingOutcome> &all = rulingOutcomes();
    const auto found = std::find_if(all.begin(), all.end(), [code](const RulingOutcome &outcome) { return outcome.code == code; });
    assert(found != all.end());
    return *found;
}

QList<ExecutionTaskSpec> planRuling(const Ruling &ruling, const CaseFile &file)
{
    QList<ExecutionTaskSpec> plan = outcomeOf(ruling.outcome).plan(ruling, file);
    planLegs(plan, ruling);
    planFreight(plan, ruling, file);
    planNotices(plan, ruling, file);
    return plan;
}

QList<Funding> fundingOf(const Ruling &ruling)
{
    if (!ruling.funding.isEmpty() || ruling.refund == Money(0))
        return ruling.funding;
    return {{FundSource::OrderFunds, ruling.refund}};
}

std::array<Money, 4> costShares(const Ruling &ruling)
{
    return splitByPercent(ruling.refund, ruling.blame.percents());
}

} // namespace arb::domain
