// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandstep.h"

namespace arb::usecases {

/// Does @p step make, approve, take back or set aside a ruling?
bool touchesRulings(const CommandStep &step);
/// CaseRecord::rulingInForce() once @p step is written; a null id: there is none. Its audit entry says so.
Done<domain::RulingId> rulingNow(const CommandStep &step);

} // namespace arb::usecases
