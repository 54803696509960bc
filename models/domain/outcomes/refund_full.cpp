// SPDX-License-Identifier: GPL-3.0-or-later
#include "outcomeparts.h"

namespace arb::domain {

namespace {

/// The whole disputed sum: all that was claimed, as far as it is left to give back.
QList<RulingFault> checkRefundFull(const Ruling &ruling, const CaseFile &file)
{
    QList<RulingFault> faults = checkRefundPositive(ruling, file);
    if (ruling.refund != disputedSum(file))
        faults.append({RulingProblem::RefundMustBeFull, QStringLiteral("/refundFen")});
    return faults;
}

QList<ExecutionTaskSpec> planRefundFull(const Ruling &ruling, const CaseFile &)
{
    return {refundTask(ruling, ClockStart::Signing)};
}

} // namespace

RulingOutcome make_refund_full();

RulingOutcome make_refund_full()
{
    return {OutcomeCode::RefundFull, 2, QT_TRANSLATE_NOOP("RulingOutcome", "Full refund, no return"), true, checkRefundFull, planRefundFull};
}

} // namespace arb::domain
