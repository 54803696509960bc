// SPDX-License-Identifier: GPL-3.0-or-later
#include "outcomeparts.h"

namespace arb::domain {

namespace {

/// Partial is measured against what was paid: a claim for a part of it may be granted as it stands.
QList<RulingFault> checkRefundPartial(const Ruling &ruling, const CaseFile &file)
{
    QList<RulingFault> faults = checkRefundPositive(ruling, file);
    if (ruling.refund > Money(0) && ruling.refund >= refundableBalance(file))
        faults.append({RulingProblem::RefundMustBePartial, QStringLiteral("/refundFen")});
    return faults;
}

QList<ExecutionTaskSpec> planRefundPartial(const Ruling &ruling, const CaseFile &)
{
    return {refundTask(ruling, ClockStart::Signing)};
}

} // namespace

RulingOutcome make_refund_partial();

RulingOutcome make_refund_partial()
{
    return {OutcomeCode::RefundPartial, 3, QT_TRANSLATE_NOOP("RulingOutcome", "Partial refund, no return"), true, checkRefundPartial, planRefundPartial};
}

} // namespace arb::domain
