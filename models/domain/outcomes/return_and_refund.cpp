// SPDX-License-Identifier: GPL-3.0-or-later
#include "outcomeparts.h"

namespace arb::domain {

namespace {

QList<ExecutionTaskSpec> planReturnAndRefund(const Ruling &ruling, const CaseFile &file)
{
    if (!asksForReturn(ruling, file))
        return {refundTask(ruling, ClockStart::Signing)};
    return {buyerReturnTask(ruling), refundTask(ruling, ClockStart::ReturnPickUp)};
}

} // namespace

RulingOutcome make_return_and_refund();

RulingOutcome make_return_and_refund()
{
    return {OutcomeCode::ReturnAndRefund, 1, QT_TRANSLATE_NOOP("RulingOutcome", "Return and refund"), false, checkRefundPositive, planReturnAndRefund};
}

} // namespace arb::domain
