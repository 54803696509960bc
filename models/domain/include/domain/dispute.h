// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codes.h>

#include <optional>
#include <span>

/// The life of a dispute.
///
/// Invariants (each has its test, tst_dispute):
///  1. A case is in exactly one state; parked, reserved, skipped and tagged are attributes, not states.
///  2. Only next() knows which moves are legal; every use case asks it and nothing else moves a case.
///  3. The waiting state W is Queued, or Appealed while the round is an appeal; a case that comes back from a party, a
///     negotiation or an approval returns to the W of its round.
///  4. Only a holder's case (Claimed) can be ruled, released, asked about or negotiated.
///  5. A ruling takes effect in Ruled; AwaitingApproval has none in effect.
///  6. After Executing or Closed a ruling is never undone: Appeal and Reverse open a new round.
///  7. Closed and Withdrawn have no way back but Appeal and Reverse (Closed only).
///  8. Suspended remembers no state: Resume leads to W, and clocks go on where they stopped, those of the parties too.
namespace arb::domain {

enum class DisputeState {
    Queued, Claimed, AwaitingEvidence, Negotiating, AwaitingApproval, Ruled, Executing, Closed, Appealed, Withdrawn, Suspended
};

enum class DisputeEvent {
    Claim, Release, LeaseExpire, TakeOver, RequestEvidence, EvidenceDone, EvidenceTimeOut, StartNegotiation, Settle,
    NegotiationEnd, Rule, RuleForApproval, Approve, Return, Recall, Execute, TasksDone, Appeal, Reverse, Withdraw,
    Suspend, Resume
};

/// What next() must know beside state and event.
struct DisputeFacts
{
    bool appealRound = false; ///< the round is an appeal: W is Appealed
    bool hasTasks = true;     ///< the ruling in effect left tasks to carry out (Execute leads to Closed without)
};

/// The state after @p event, or nothing when the rules of the house forbid it. Admit has no row: it makes the case, always in Queued.
std::optional<DisputeState> next(DisputeState state, DisputeEvent event, DisputeFacts facts = {});

/// W of a round: where a case waits for a reviewer.
constexpr DisputeState waitingState(bool appealRound)
{
    return appealRound ? DisputeState::Appealed : DisputeState::Queued;
}
bool isWaiting(DisputeState state);
/// Not Closed and not Withdrawn.
bool isOpen(DisputeState state);

template<> std::span<const CodeRow<DisputeState>> codeTable<DisputeState>();
template<> std::span<const CodeRow<DisputeEvent>> codeTable<DisputeEvent>();

} // namespace arb::domain
