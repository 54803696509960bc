// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/commanderror.h>

namespace arb::usecases {

namespace {

CommandFault faultOf(StoreError error)
{
    switch (error) {
    case StoreError::Stale: return CommandFault::Changed;
    case StoreError::Conflict: return CommandFault::OtherContent;
    case StoreError::NotFound: return CommandFault::NotFound;
    case StoreError::Busy: return CommandFault::StoreBusy;
    case StoreError::ReadOnly: return CommandFault::StoreReadOnly;
    case StoreError::Offline: return CommandFault::StoreOffline;
    case StoreError::Broken: return CommandFault::StoreBroken;
    }
    return CommandFault::StoreBroken;
}

} // namespace

CommandError::CommandError(StoreError error) : fault(faultOf(error)) {}

} // namespace arb::usecases
