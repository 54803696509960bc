// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulingnow.h"

namespace arb::usecases {

using domain::Failure;

bool touchesRulings(const CommandStep &step)
{
    const Transition &made = step.transition;
    return made.ruling || made.approval || made.recall || made.after.ruling != step.header.ruling;
}

Done<domain::RulingId> rulingNow(const CommandStep &step)
{
    auto read = step.record();
    if (!read)
        return Failure{read.error()};
    CaseRecord record = std::move(read).value();
    const Transition &made = step.transition;
    record.header = made.after;
    if (made.ruling)
        record.rulings.append(*made.ruling);
    for (RulingRow &row : record.rulings) {
        if (made.approval && made.approval->ruling == row.id)
            row.approval = made.approval->approval;
        if (made.recall && made.recall->ruling == row.id)
            row.recall = Recalled{step.command.actor.name(), made.recall->at, made.recall->reason};
    }
    const RulingRow *row = record.rulingInForce();
    return row ? row->id : domain::RulingId();
}

} // namespace arb::usecases
