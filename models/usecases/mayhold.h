// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandstep.h"

namespace arb::usecases {

/// Whoever has skipped a case because they know a party decides nothing about it any more: ConflictOfInterest, without a text.
Done<void> isStranger(const CommandStep &step, const Person &person);
/// Whoever has declared an interest in the merchant, or is no stranger, moves nothing about the case: ConflictOfInterest. They may
/// still let go of it, pass it to somebody else, write to the file, and enter what the parties hand in.
Done<void> hasNoInterest(const CommandStep &step, const Person &person);
/// May the case be given to @p person: they may hear it (CommandStep::mayHear) and are a stranger to its parties.
Done<void> mayHold(const CommandStep &step, const Person &person);

} // namespace arb::usecases
