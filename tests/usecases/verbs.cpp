// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

namespace arb::tests {

using namespace usecases;
using S = domain::DisputeState;
using F = CommandFault;
using domain::Party;

namespace {

using Give = Done<Receipt> (*)(SmallDesk &, const Command &, domain::CaseId);

const QString why = QStringLiteral("a reason");

/// Of things only the holder may do: a waiting case is to be claimed first, elsewhere it is the state that forbids.
const QMap<S, F> toBeClaimedFirst{{S::Queued, F::NotHolder}, {S::Appealed, F::NotHolder}};

QMap<S, S> everywhereBut(std::initializer_list<S> not_)
{
    QMap<S, S> moves;
    for (const S state : allStates()) {
        if (std::find(not_.begin(), not_.end(), state) == not_.end())
            moves.insert(state, state);
    }
    return moves;
}

QMap<S, S> everywhereTo(S to, std::initializer_list<S> not_)
{
    QMap<S, S> moves = everywhereBut(not_);
    for (S &target : moves)
        target = to;
    return moves;
}

QList<Verb> holderVerbs()
{
    QMap<S, F> rulingFaults = toBeClaimedFirst;
    rulingFaults.insert(S::AwaitingEvidence, F::EvidenceWindowOpen);
    return {
        {"release", "release", Permission::Release, &SmallDesk::lin, {{S::Claimed, S::Queued}}, {}, true,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.release(c, id); })},
        {"skip", "skip", Permission::Release, &SmallDesk::lin, {{S::Claimed, S::Queued}, {S::Queued, S::Queued}, {S::Appealed, S::Appealed}}, {}, true,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.skip(c, id, QStringLiteral("specialist")); })},
        {"park", "park", Permission::Park, &SmallDesk::lin, {{S::Claimed, S::Queued}, {S::Queued, S::Queued}, {S::Appealed, S::Appealed}}, {}, true,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.park(c, id, SmallDesk::at("2026-11-01T09:00")); })},
        {"handToSupervisor", "hand_to_supervisor", Permission::Release, &SmallDesk::lin, {{S::Claimed, S::Queued}}, toBeClaimedFirst, true,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.handToSupervisor(c, id, why); })},
        {"requestEvidence", "request_evidence", Permission::RequestEvidence, &SmallDesk::lin, {{S::Claimed, S::AwaitingEvidence}}, toBeClaimedFirst, true,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return askEvidence(d, c, id, {Party::Buyer}); })},
        {"startNegotiation", "start_negotiation", Permission::Negotiate, &SmallDesk::lin, {{S::Claimed, S::Negotiating}}, toBeClaimedFirst, true,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.startNegotiation(c, id, {}); })},
        {"rule", "rule", Permission::Rule, &SmallDesk::lin, {{S::Claimed, S::Ruled}}, rulingFaults, true,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.rule(c, id, SmallDesk::bandRuling()); })},
        {"ruleForApproval", "rule", Permission::Rule, &SmallDesk::lin, {{S::Claimed, S::AwaitingApproval}}, rulingFaults, true,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) {
             domain::Ruling ruling = SmallDesk::bandRuling();
             ruling.funding = {{domain::FundSource::Deposit, ruling.refund}};
             return d.commands.rule(c, id, ruling);
         })},
    };
}

QList<Verb> queueVerbs()
{
    return {
        {"claim", "claim", Permission::Claim, &SmallDesk::zhou, {{S::Queued, S::Claimed}, {S::Appealed, S::Claimed}}, {{S::Claimed, F::TakenByOther}}, false,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.claim(c, id); })},
        {"takeOver", "take_over", Permission::TakeOver, &SmallDesk::xu, {{S::Claimed, S::Claimed}}, {}, false,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.takeOver(c, id, why); })},
        {"assign", "assign", Permission::Assign, &SmallDesk::xu, {{S::Queued, S::Queued}, {S::Appealed, S::Appealed}}, {}, false,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.assign(c, id, d.zhou.name); })},
        {"tag", "tag", Permission::Park, &SmallDesk::chen, everywhereBut({}), {}, false,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.tag(c, id, {QStringLiteral("carrier_cause")}, {}); })},
        {"note", "note", Permission::Park, &SmallDesk::chen, everywhereBut({}), {}, false,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.note(c, id, why); })},
        {"supplement", "supplement", Permission::Supplement, &SmallDesk::chen, everywhereBut({S::Closed, S::Withdrawn}), {}, false,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) {
             return d.commands.supplement(c, id, {.id = QStringLiteral("late1"), .party = Party::Buyer, .kind = domain::ExhibitKind::Image,
                                                  .fileName = QStringLiteral("evidence/late.jpg"), .caption = {}, .element = {}, .path = {},
                                                  .sha256 = QByteArray(64, 'e'), .size = 10, .facts = {}});
         })},
        {"evidenceDone", "evidence_done", Permission::Supplement, &SmallDesk::chen, {{S::AwaitingEvidence, S::AwaitingEvidence}},
         [] {
             QMap<S, F> faults; // nothing was asked of this party
             for (const S state : allStates())
                 faults.insert(state, F::PartyUnknown);
             return faults;
         }(), false,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.evidenceDone(c, id, Party::Buyer); })},
    };
}

QList<Verb> lifeVerbs()
{
    return {
        {"settle", "settle", Permission::Negotiate, &SmallDesk::chen, {{S::Negotiating, S::Closed}}, {}, false,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.settle(c, id, QStringLiteral("30 yuan")); })},
        {"approve", "approve", Permission::Approve, &SmallDesk::xu, {{S::AwaitingApproval, S::Ruled}}, {}, false,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.approve(c, id); })},
        {"sendBack", "return", Permission::Approve, &SmallDesk::xu, {{S::AwaitingApproval, S::Queued}}, {}, false,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.sendBack(c, id, why); })},
        {"recall", "recall", Permission::Recall, &SmallDesk::lin, {{S::Ruled, S::Claimed}, {S::AwaitingApproval, S::Claimed}},
         {{S::Executing, F::RecallWindowOver}, {S::Closed, F::RecallWindowOver}}, false,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.recall(c, id, why); })},
        {"appeal", "appeal", Permission::Appeal, &SmallDesk::chen, {{S::Executing, S::Appealed}, {S::Closed, S::Appealed}}, {}, false,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.appeal(c, id, Party::Merchant, why); })},
        {"reverse", "reverse", Permission::Reverse, &SmallDesk::xu, {{S::Executing, S::Queued}, {S::Closed, S::Queued}}, {}, false,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.reverse(c, id, why); })},
        {"withdraw", "withdraw", Permission::Withdraw, &SmallDesk::lin, everywhereTo(S::Withdrawn, {S::Closed, S::Withdrawn}), {}, false,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.withdraw(c, id, why); })},
        {"suspend", "suspend", Permission::Suspend, &SmallDesk::lin, everywhereTo(S::Suspended, {S::Closed, S::Withdrawn, S::Suspended}), {}, false,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.suspend(c, id, why); })},
        {"resume", "resume", Permission::Suspend, &SmallDesk::chen, {{S::Suspended, S::Queued}}, {}, false,
         Give([](SmallDesk &d, const Command &c, domain::CaseId id) { return d.commands.resume(c, id, why); })},
    };
}

} // namespace

QList<S> allStates()
{
    QList<S> states;
    for (const auto &row : domain::codeTable<S>())
        states.append(row.value);
    return states;
}

const QList<Verb> &verbs()
{
    static const QList<Verb> all = holderVerbs() + queueVerbs() + lifeVerbs();
    return all;
}

const Verb &verb(const QString &name)
{
    for (const Verb &row : verbs()) {
        if (name == QLatin1StringView(row.name))
            return row;
    }
    qFatal("no verb %s", qPrintable(name));
}

} // namespace arb::tests
