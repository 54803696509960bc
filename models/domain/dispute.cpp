// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/dispute.h>

namespace arb::domain {

namespace {

/// Where a move ends when that depends on the case.
enum class MoveTarget {
    Fixed,         ///< always `to`
    Waiting,       ///< W of the round
    ExecuteOrClose ///< Executing, or Closed when no task is left
};

struct DisputeMove
{
    DisputeState from;
    DisputeEvent event;
    MoveTarget target;
    DisputeState to;
};

std::span<const DisputeMove> disputeMoves()
{
    using S = DisputeState;
    using E = DisputeEvent;
    using Target = MoveTarget;
    static constexpr DisputeMove rows[] = {
        {S::Queued, E::Claim, Target::Fixed, S::Claimed},
        {S::Appealed, E::Claim, Target::Fixed, S::Claimed},

        {S::Claimed, E::Release, Target::Waiting, S::Queued},
        {S::Claimed, E::LeaseExpire, Target::Waiting, S::Queued},
        {S::Claimed, E::TakeOver, Target::Fixed, S::Claimed},
        {S::Claimed, E::RequestEvidence, Target::Fixed, S::AwaitingEvidence},
        {S::Claimed, E::StartNegotiation, Target::Fixed, S::Negotiating},
        {S::Claimed, E::Rule, Target::Fixed, S::Ruled},
        {S::Claimed, E::RuleForApproval, Target::Fixed, S::AwaitingApproval},

        {S::AwaitingEvidence, E::EvidenceDone, Target::Waiting, S::Queued},
        {S::AwaitingEvidence, E::EvidenceTimeOut, Target::Waiting, S::Queued},

        {S::Negotiating, E::Settle, Target::Fixed, S::Closed},
        {S::Negotiating, E::NegotiationEnd, Target::Waiting, S::Queued},

        {S::AwaitingApproval, E::Approve, Target::Fixed, S::Ruled},
        {S::AwaitingApproval, E::Return, Target::Waiting, S::Queued},
        {S::AwaitingApproval, E::Recall, Target::Fixed, S::Claimed},

        {S::Ruled, E::Recall, Target::Fixed, S::Claimed},
        {S::Ruled, E::Execute, Target::ExecuteOrClose, S::Executing},

        {S::Executing, E::TasksDone, Target::Fixed, S::Closed},
        {S::Executing, E::Appeal, Target::Fixed, S::Appealed},
        {S::Executing, E::Reverse, Target::Fixed, S::Queued},

        {S::Closed, E::Appeal, Target::Fixed, S::Appealed},
        {S::Closed, E::Reverse, Target::Fixed, S::Queued},

        {S::Suspended, E::Resume, Target::Waiting, S::Queued},
    };
    return rows;
}

DisputeState resolveMove(const DisputeMove &move, DisputeFacts facts)
{
    using S = DisputeState;
    using Target = MoveTarget;
    switch (move.target) {
    case Target::Fixed:
        return move.to;
    case Target::Waiting:
        return waitingState(facts.appealRound);
    case Target::ExecuteOrClose:
        return facts.hasTasks ? S::Executing : S::Closed;
    }
    return move.to;
}

} // namespace

std::optional<DisputeState> next(DisputeState state, DisputeEvent event, DisputeFacts facts)
{
    using S = DisputeState;
    using E = DisputeEvent;
    // These two leave from every open state, so they are rules, not rows. A suspended case is not suspended again.
    if (event == E::Withdraw)
        return isOpen(state) ? std::optional(S::Withdrawn) : std::nullopt;
    if (event == E::Suspend)
        return isOpen(state) && state != S::Suspended ? std::optional(S::Suspended) : std::nullopt;
    for (const DisputeMove &move : disputeMoves()) {
        if (move.from == state && move.event == event)
            return resolveMove(move, facts);
    }
    return std::nullopt;
}

bool isWaiting(DisputeState state)
{
    return state == DisputeState::Queued || state == DisputeState::Appealed;
}

bool isOpen(DisputeState state)
{
    return state != DisputeState::Closed && state != DisputeState::Withdrawn;
}

} // namespace arb::domain
