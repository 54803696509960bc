// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <output/tables.h>

#include <memory>
#include <optional>

namespace arb::output {

/// A table too long for memory, written a block of rows after the other beside its path, in place only when finish() says
/// so. Opens its files with the first block; used on one thread at a time.
class TableFile
{
public:
    enum class Cells { Text, Number, Money }; ///< of a column; Money reads "¥1,299.00" and stays a sum in a workbook

    virtual ~TableFile() = default; ///< unfinished: nothing is left behind
    virtual domain::Result<void, WriteFault> add(const QList<QStringList> &rows) = 0;
    virtual domain::Result<void, WriteFault> finish() = 0;

    /// As csv(). @p bom for spreadsheets that guess the encoding.
    static std::unique_ptr<TableFile> csv(const QString &path, const QStringList &headings, bool bom);
    /// A workbook; what does not fit into one sheet goes on in the next.
    static std::unique_ptr<TableFile> xlsx(const QString &path, const QStringList &headings, const QList<Cells> &cells);
    /// "¥1,299.00" as 1299; nothing when it is no sum.
    static std::optional<double> sumOf(const QString &cell);
};

} // namespace arb::output
