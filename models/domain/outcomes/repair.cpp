// SPDX-License-Identifier: GPL-3.0-or-later
#include "outcomeparts.h"

namespace arb::domain {

namespace {

QList<ExecutionTaskSpec> planRepair(const Ruling &ruling, const CaseFile &file)
{
    return planGoodsSwap(TaskKind::MerchantRepair, ruling, file, QStringLiteral("days:30"));
}

} // namespace

RulingOutcome make_repair();

RulingOutcome make_repair()
{
    return {OutcomeCode::Repair, 7, QT_TRANSLATE_NOOP("RulingOutcome", "Repair"), false, checkRefundZero, planRepair};
}

} // namespace arb::domain
