// SPDX-License-Identifier: GPL-3.0-or-later
#include <output/tablefile.h>

namespace arb::output {

domain::Result<void, WriteFault> writeXlsx(const QString &path, const SheetTable &table)
{
    QList<TableFile::Cells> cells;
    for (const bool numeric : table.numeric)
        cells.append(numeric ? TableFile::Cells::Number : TableFile::Cells::Text);
    const auto file = TableFile::xlsx(path, table.headings, cells);
    if (const auto added = file->add(table.rows); !added)
        return added;
    return file->finish();
}

} // namespace arb::output
