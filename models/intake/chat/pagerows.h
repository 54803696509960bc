// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html.h"

#include <span>
#include <vector>

namespace arb::intake {

/// Blocks of a page that stand together in one row of a table, or in none.
using PageRow = std::span<const HtmlBlock>;
/// In order; they view @p blocks.
std::vector<PageRow> pageRowsOf(const QList<HtmlBlock> &blocks);
/// The words of one cell, a blank between its lines.
QString cellText(PageRow row, quint32 cell);

/// Which cells of the rows say what; 0: none does.
struct PageColumns
{
    quint32 time = 0, sender = 0;
    quint32 number = 0; ///< counts the rows
};
/// Time is 0 where most rows are none of a chat: they have no cell that is a time and two others.
PageColumns pageColumnsOf(const std::vector<PageRow> &rows);

} // namespace arb::intake
