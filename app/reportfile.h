// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/result.h>

#include <output/tables.h>

#include <usecases/table.h>

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace arb::app {

/// A report table with the texts of the screen.
output::SheetTable sheetOf(const usecases::Table &table);
/// Why a file was not written, as a sentence.
QString writeText(output::WriteFault fault, const QString &path);
/// @p format csv, xlsx, pdf or json, into @p path (whole or not at all), or returned when @p path is empty.
/// The error is a sentence; it begins with "-" when the wish itself was wrong.
domain::Result<QByteArray, QString> writeTable(const usecases::Table &table, const QString &format, const QString &path, bool bom);

} // namespace arb::app
