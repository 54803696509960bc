// SPDX-License-Identifier: GPL-3.0-or-later
#include "outcomeparts.h"

namespace arb::domain {

namespace {

QList<ExecutionTaskSpec> planExchange(const Ruling &ruling, const CaseFile &file)
{
    return planGoodsSwap(TaskKind::MerchantExchange, ruling, file, QStringLiteral("hours:48"));
}

} // namespace

RulingOutcome make_exchange();

RulingOutcome make_exchange()
{
    return {OutcomeCode::Exchange, 6, QT_TRANSLATE_NOOP("RulingOutcome", "Exchange"), false, checkRefundZero, planExchange};
}

} // namespace arb::domain
