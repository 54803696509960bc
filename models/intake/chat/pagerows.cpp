// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagerows.h"

#include "stamp.h"

#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <algorithm>
#include <map>

namespace arb::intake {

namespace {

constexpr qsizetype longestSender = 64;

struct PageColumn
{
    QSet<QString> texts; ///< each once
    bool isNumbers = true, isShort = true;
    int times = 0;
};
using ColumnsByCell = std::map<quint32, PageColumn>;

bool isPageTime(const QString &text)
{
    constexpr qsizetype longestTime = 80;
    return text.size() <= longestTime && (stampOf(text) || hasRestBehindTime(text));
}

/// The number of each cell that says something; none of a row with more cells than any list of messages has.
std::vector<quint32> cellsOf(PageRow row)
{
    constexpr std::size_t most = 32;
    std::vector<quint32> cells;
    for (const HtmlBlock &block : row) {
        if (cells.size() > most)
            return {};
        if (std::find(cells.begin(), cells.end(), block.cell) == cells.end())
            cells.push_back(block.cell);
    }
    return cells;
}

/// The cell that is a time in most rows.
quint32 timeCellOf(const std::vector<PageRow> &rows)
{
    std::map<quint32, int> times;
    for (const PageRow row : rows) {
        if (row.front().row == 0)
            continue;
        for (const quint32 cell : cellsOf(row))
            times[cell] += isPageTime(cellText(row, cell)) ? 1 : 0;
    }
    const auto most = std::max_element(times.begin(), times.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
    return most == times.end() || most->second == 0 ? 0 : most->first;
}

void addRow(ColumnsByCell &columns, PageRow row)
{
    for (const quint32 cell : cellsOf(row)) {
        const QString text = cellText(row, cell);
        PageColumn &column = columns[cell];
        column.texts.insert(text.left(longestSender));
        column.isShort = column.isShort && text.size() <= longestSender;
        column.isNumbers = column.isNumbers && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    }
}

/// Who speaks stands before the time; otherwise in the cell behind it that has the fewest different words.
quint32 senderCellOf(const ColumnsByCell &columns, quint32 time)
{
    quint32 before = 0, behind = 0;
    qsizetype fewest = 0;
    for (const auto &[cell, column] : columns) {
        if (cell == time || column.isNumbers || !column.isShort)
            continue;
        if (cell < time)
            before = cell;
        else if (behind == 0 || column.texts.size() < fewest) {
            behind = cell;
            fewest = column.texts.size();
        }
    }
    return before > 0 ? before : behind;
}

} // namespace

std::vector<PageRow> pageRowsOf(const QList<HtmlBlock> &blocks)
{
    std::vector<PageRow> rows;
    for (qsizetype from = 0; from < blocks.size();) {
        qsizetype to = from + 1;
        while (to < blocks.size() && blocks.at(to).row == blocks.at(from).row)
            ++to;
        rows.emplace_back(blocks.constData() + from, static_cast<std::size_t>(to - from));
        from = to;
    }
    return rows;
}

QString cellText(PageRow row, quint32 cell)
{
    QStringList lines;
    for (const HtmlBlock &block : row) {
        if (cell > 0 && block.cell == cell && !block.text.isEmpty())
            lines.append(block.text);
    }
    return lines.join(u' ');
}

PageColumns pageColumnsOf(const std::vector<PageRow> &rows)
{
    constexpr std::size_t fewestCells = 3;
    const quint32 time = timeCellOf(rows);
    ColumnsByCell columns;
    qsizetype chatRows = 0, others = 0;
    for (const PageRow row : rows) {
        if (time == 0 || row.front().row == 0)
            continue;
        const bool isChat = cellsOf(row).size() >= fewestCells && isPageTime(cellText(row, time));
        ++(isChat ? chatRows : others);
        if (isChat)
            addRow(columns, row);
    }
    if (chatRows == 0 || chatRows < others)
        return {};
    const auto first = columns.begin();
    const bool isCounted = first->first < time && first->second.isNumbers && columns.size() > fewestCells;
    return {time, senderCellOf(columns, time), isCounted ? first->first : 0};
}

} // namespace arb::intake
