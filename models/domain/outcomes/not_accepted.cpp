// SPDX-License-Identifier: GPL-3.0-or-later
#include "outcomeparts.h"

namespace arb::domain {

namespace {

QList<ExecutionTaskSpec> planNotAccepted(const Ruling &, const CaseFile &)
{
    return {};
}

} // namespace

RulingOutcome make_not_accepted();

RulingOutcome make_not_accepted()
{
    return {OutcomeCode::NotAccepted, 9, QT_TRANSLATE_NOOP("RulingOutcome", "Not accepted"), false, checkNothingGranted, planNotAccepted};
}

} // namespace arb::domain
