// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "randomqueue.h"

#include <forwardqueue.h>
#include <smalldesk.h>

namespace arb::tests {

/// A desk on whatever stores there are, for what only reads: it has no vault, and its clock stands.
struct QueueDesk
{
    explicit QueueDesk(const ContractStores &on)
        : stores(on), queue(*on.queue),
          desk{*on.cases, *on.intake, *on.tasks, *on.reports, *on.audit, *on.desk, queue, *on.examination, vault, inspector, chats, clock, ids}
    {
        clock.at = contractNow;
    }
    ContractStores stores;
    ForwardQueue queue;
    StandingClock clock;
    CountingIds ids;
    NoVault vault;
    NoInspector inspector;
    ToldChats chats;
    usecases::Desk desk;
};

} // namespace arb::tests
