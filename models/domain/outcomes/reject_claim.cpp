// SPDX-License-Identifier: GPL-3.0-or-later
#include "outcomeparts.h"

namespace arb::domain {

namespace {

QList<ExecutionTaskSpec> planRejectClaim(const Ruling &, const CaseFile &)
{
    return {};
}

} // namespace

RulingOutcome make_reject_claim();

RulingOutcome make_reject_claim()
{
    return {OutcomeCode::RejectClaim, 4, QT_TRANSLATE_NOOP("RulingOutcome", "Claim rejected"), false, checkNothingGranted, planRejectClaim};
}

} // namespace arb::domain
