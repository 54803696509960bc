// SPDX-License-Identifier: GPL-3.0-or-later
#include "outcomeparts.h"

namespace arb::domain {

namespace {

QList<ExecutionTaskSpec> planResend(const Ruling &ruling, const CaseFile &)
{
    return {goodsTask(TaskKind::MerchantResend, ruling, QStringLiteral("hours:48"), ClockStart::Signing)};
}

} // namespace

RulingOutcome make_resend();

RulingOutcome make_resend()
{
    return {OutcomeCode::Resend, 5, QT_TRANSLATE_NOOP("RulingOutcome", "Send the missing goods"), false, checkRefundZero, planResend};
}

} // namespace arb::domain
