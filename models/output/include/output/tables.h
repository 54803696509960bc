// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

/// Tables as files. Texts come ready made (language and formats are the caller's), so that screen and file agree.
namespace arb::output {

struct SheetTable
{
    QString title;
    QStringList headings;
    QList<QStringList> rows;
    QList<bool> numeric; ///< per column: cells that read as numbers become numbers in XLSX
};

/// RFC 4180: CRLF, quotes doubled. A cell that a spreadsheet would run as a formula (= + - @, tab or return first, but
/// not a plain number) is defused with a leading apostrophe. @p bom for spreadsheets that guess the encoding.
QByteArray csv(const SheetTable &table, bool bom);
/// One line of it, with its end.
QByteArray csvLine(const QStringList &cells);
/// The cell as csv() writes it, unquoted: defused where needed.
QString defused(const QString &cell);

/// A4 across, the headings on every page, page numbers, @p notes below the table. Needs a QGuiApplication (fonts).
QByteArray pdf(const SheetTable &table, const QStringList &notes);

enum class WriteFault { CannotWrite, NoSpace };
/// Writes beside @p path and renames: a file is there whole or not at all.
domain::Result<void, WriteFault> writeWhole(const QString &path, const QByteArray &bytes);
domain::Result<void, WriteFault> writeXlsx(const QString &path, const SheetTable &table);

} // namespace arb::output
