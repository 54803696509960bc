// SPDX-License-Identifier: GPL-3.0-or-later
#include "mayhold.h"

namespace arb::usecases {

using domain::Failure;

Done<void> isStranger(const CommandStep &step, const Person &person)
{
    const auto knows = step.desk.cases.knowsParty(person.id, step.header.id);
    if (!knows)
        return Failure{CommandError(knows.error())};
    if (!*knows)
        return {};
    CommandError error(CommandFault::ConflictOfInterest);
    if (person.id != step.me())
        error.who = person.name;
    return Failure{error};
}

Done<void> hasNoInterest(const CommandStep &step, const Person &person)
{
    const auto free = step.needNoConflict(person);
    return free ? isStranger(step, person) : free;
}

Done<void> mayHold(const CommandStep &step, const Person &person)
{
    const auto hear = step.mayHear(person);
    return hear ? isStranger(step, person) : hear;
}

} // namespace arb::usecases
