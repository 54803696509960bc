// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <smalldesk.h>

/// Every event of the state table that a person can bring about, as data: who does it, where it is allowed, where it leads.
namespace arb::tests {

struct Verb
{
    const char *name;
    const char *action;                            ///< of the audit entry
    usecases::Permission permission;
    usecases::Person SmallDesk::*who;              ///< who does it in these tests
    QMap<domain::DisputeState, domain::DisputeState> moves; ///< allowed source state → state after
    QMap<domain::DisputeState, usecases::CommandFault> otherFault; ///< where it is not simply WrongState
    bool holderOnly;                               ///< fenced by the claim number
    std::function<usecases::Done<usecases::Receipt>(SmallDesk &, const usecases::Command &, domain::CaseId)> give;
};

const QList<Verb> &verbs();
const Verb &verb(const QString &name);
QList<domain::DisputeState> allStates();

} // namespace arb::tests
