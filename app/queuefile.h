// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/queueexport.h>

#include <memory>

namespace arb::app {

/// A file for rows of any number: a workbook when @p path ends in .xlsx, else CSV for spreadsheets. @p sums: columns that
/// hold sums of money.
std::shared_ptr<presentation::RowSink> openQueueFile(const QString &path, const QStringList &headings, const QList<bool> &sums);

} // namespace arb::app
