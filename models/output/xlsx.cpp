// SPDX-License-Identifier: GPL-3.0-or-later
#include <output/tables.h>

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <xlsxwriter.h>

namespace arb::output {

namespace {

void fill(lxw_worksheet *sheet, lxw_format *heading, const SheetTable &table)
{
    for (qsizetype column = 0; column < table.headings.size(); ++column)
        worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(column), table.headings.at(column).toUtf8().constData(), heading);
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        const QStringList &cells = table.rows.at(row);
        for (qsizetype column = 0; column < cells.size(); ++column) {
            bool number = false;
            const double value = cells.at(column).toDouble(&number);
            const auto at = static_cast<lxw_row_t>(row + 1);
            const auto to = static_cast<lxw_col_t>(column);
            if (number && table.numeric.value(column, false))
                worksheet_write_number(sheet, at, to, value, nullptr);
            else // strings are never formulas in a workbook: nothing to defuse
                worksheet_write_string(sheet, at, to, cells.at(column).toUtf8().constData(), nullptr);
        }
    }
    worksheet_freeze_panes(sheet, 1, 0);
}

} // namespace

domain::Result<void, WriteFault> writeXlsx(const QString &path, const SheetTable &table)
{
    // Made in a place of its own first: the writer leaves half a file when the disk is full.
    const QTemporaryDir place;
    if (!place.isValid())
        return domain::Failure{WriteFault::NoSpace};
    const QString made = place.filePath(QStringLiteral("table.xlsx"));
    lxw_workbook *book = workbook_new(QFile::encodeName(made).constData());
    if (!book)
        return domain::Failure{WriteFault::NoSpace};
    lxw_worksheet *sheet = workbook_add_worksheet(book, nullptr);
    lxw_format *heading = workbook_add_format(book);
    format_set_bold(heading);
    fill(sheet, heading, table);
    if (workbook_close(book) != LXW_NO_ERROR)
        return domain::Failure{WriteFault::NoSpace};
    QFile file(made);
    if (!file.open(QIODevice::ReadOnly))
        return domain::Failure{WriteFault::CannotWrite};
    return writeWhole(path, file.readAll());
}

} // namespace arb::output
