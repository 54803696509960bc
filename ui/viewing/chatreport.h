// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/chatdiff.h>
#include <domain/chatreading.h>

#include <QtCore/QStringList>

#include <optional>

/// What a chat's bar and its report say.
namespace arb::ui {

/// The clock of the times on show, as short as can be: "UTC+8".
QString zoneSign(const domain::ChatReading &reading);
/// What it is to read a file's dates in @p order; none: there is no other order.
QString readAsText(const std::optional<domain::DayOrder> &order);
/// @p zone, whole sentences on what is uncertain and where the logs differ, then each line that was not understood.
QStringList chatReportLines(const domain::ChatLog &log, const domain::ChatDifferences *differences, const QString &zone);

} // namespace arb::ui
