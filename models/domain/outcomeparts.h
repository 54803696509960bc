// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/outcomes.h>

#include <QtCore/QtGlobal>

/// What the outcome files have in common: checks of the sum, and the tasks they are made of.
namespace arb::domain {

QList<RulingFault> checkRefundPositive(const Ruling &ruling, const CaseFile &file);
QList<RulingFault> checkRefundZero(const Ruling &ruling, const CaseFile &file);
/// Zero refund, and no money to the buyer by another name.
QList<RulingFault> checkNothingGranted(const Ruling &ruling, const CaseFile &file);

/// Goods are on their way back, or there.
bool returnUnderWay(const CaseFile &file);
/// The ruling lets goods travel back that are not on their way yet.
bool asksForReturn(const Ruling &ruling, const CaseFile &file);

ExecutionTaskSpec buyerReturnTask(const Ruling &ruling);
/// The refund, by whom the funding or the refund's leg makes carry it out.
ExecutionTaskSpec refundTask(const Ruling &ruling, ClockStart startsAt);
/// A task of the merchant's about goods: resend, exchange, repair.
ExecutionTaskSpec goodsTask(TaskKind kind, const Ruling &ruling, const QString &due, ClockStart startsAt);
/// The goods' way back where one is asked for, then @p kind with its clock started by it.
QList<ExecutionTaskSpec> planGoodsSwap(TaskKind kind, const Ruling &ruling, const CaseFile &file, const QString &due);

} // namespace arb::domain
