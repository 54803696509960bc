// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

/// Rows as the values that use cases know, and back.
namespace arb::storage {

/// Columns of CaseHeader from `dispute d LEFT JOIN person p` (holder); readQueueRow() wants the first part only.
QString queueColumns();
QString headerColumns();
/// For Dialect::byIndex: walks the waiting cases in queue order. Left alone SQLite takes dispute_state and sorts them all.
inline constexpr char waitingInOrder[] = "dispute_waiting";
/// @p hint stands behind `dispute d` (Dialect::byIndex).
QString headerTables(const QString &hint = {});
usecases::CaseHeader readQueueRow(const Row &row);
usecases::CaseHeader readHeader(const Row &row);

/// Columns of the tables `execution_task t JOIN dispute d`.
QString taskColumns();
usecases::ExecutionTask readTask(const Row &row);
QString pointColumns();
usecases::PenaltyPoint readPoint(const Row &row);

QString joinList(const QStringList &words);
QStringList splitList(const QString &text);
QByteArray compactJson(const QJsonObject &object);
QJsonObject jsonObject(const QByteArray &text);
QString fundingToJson(const QList<domain::Funding> &funding);
QList<domain::Funding> fundingFromJson(const QByteArray &text);

/// "%word%" for LIKE … ESCAPE '!', folded.
QString likePattern(const QString &word);

/// yyyymm in platform time.
int platformMonth(domain::UtcMs at);

QString startCode(domain::ClockStart start);

/// Texts to bind, in order.
Values textsOf(const QStringList &texts);

/// "?, ?, ?" for @p count values.
QString places(qsizetype count);

} // namespace arb::storage
