// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuefacts.h"

#include <domain/dispute.h>

namespace arb::usecases {

using domain::DisputeState;

namespace {

quint32 maskOf(std::initializer_list<DisputeState> states)
{
    quint32 mask = 0;
    for (const DisputeState state : states)
        mask |= 1u << static_cast<unsigned>(state);
    return mask;
}

template<typename E>
quint32 maskOf(const QStringList &codes)
{
    quint32 mask = 0;
    for (const QString &code : codes) {
        if (const auto value = domain::fromCode<E>(code))
            mask |= 1u << static_cast<unsigned>(*value);
    }
    return mask;
}

quint32 openStates()
{
    return ~maskOf({DisputeState::Closed, DisputeState::Withdrawn});
}

} // namespace

QueueFacts factsOf(const QueueEntry &entry)
{
    const auto state = static_cast<quint16>(entry.state), type = static_cast<quint16>(entry.type), reason = static_cast<quint16>(entry.reason);
    Q_ASSERT(state <= QueueFacts::stateMask && type <= QueueFacts::typeMask && reason <= QueueFacts::reasonMask);
    QueueFacts facts{static_cast<quint16>(state | type << QueueFacts::typeShift | reason << QueueFacts::reasonShift)};
    if (entry.appealRound)
        facts.word |= QueueFacts::appealBit;
    if (entry.waitsFor & partyBit(domain::Party::Buyer))
        facts.word |= QueueFacts::buyerBit;
    if (entry.waitsFor & partyBit(domain::Party::Merchant))
        facts.word |= QueueFacts::merchantBit;
    return facts;
}

FactsMask factsMask(const QueueQuery &query)
{
    FactsMask mask;
    switch (query.view) {
    case QueueView::Waiting: mask.states = maskOf({DisputeState::Queued, DisputeState::Appealed}); break;
    case QueueView::Mine:
    case QueueView::HighValue: mask.states = openStates(); break;
    case QueueView::DueToday:
        mask.states = maskOf({DisputeState::Queued, DisputeState::Appealed, DisputeState::Claimed, DisputeState::AwaitingApproval});
        break;
    case QueueView::WaitingBuyer:
    case QueueView::WaitingMerchant:
        mask.states = maskOf({DisputeState::AwaitingEvidence});
        mask.needed = query.view == QueueView::WaitingBuyer ? QueueFacts::buyerBit : QueueFacts::merchantBit;
        break;
    case QueueView::Approvals: mask.states = maskOf({DisputeState::AwaitingApproval}); break;
    case QueueView::Appeals:
        mask.states = openStates();
        mask.needed = QueueFacts::appealBit;
        break;
    case QueueView::All: break;
    }
    const QueueFilter &filter = query.filter;
    if (!filter.states.isEmpty()) {
        quint32 wanted = 0;
        for (const DisputeState state : filter.states)
            wanted |= maskOf({state});
        mask.states &= wanted;
    }
    if (!filter.types.isEmpty())
        mask.types = maskOf<domain::AfterSaleType>(filter.types);
    if (!filter.reasons.isEmpty())
        mask.reasons = maskOf<domain::Reason>(filter.reasons);
    return mask;
}

} // namespace arb::usecases
