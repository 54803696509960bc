// SPDX-License-Identifier: GPL-3.0-or-later
#include "outcomeparts.h"

namespace arb::domain {

namespace {

QList<ExecutionTaskSpec> planNotEnoughEvidence(const Ruling &, const CaseFile &)
{
    return {};
}

} // namespace

RulingOutcome make_not_enough_evidence();

RulingOutcome make_not_enough_evidence()
{
    return {OutcomeCode::NotEnoughEvidence, 8, QT_TRANSLATE_NOOP("RulingOutcome", "Not enough evidence"), false, checkNothingGranted, planNotEnoughEvidence};
}

} // namespace arb::domain
