// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QMimeData>
#include <QtCore/QStringList>

#include <memory>

namespace arb::ui {

/// Rows of cells for the clipboard, the headings first: tab-separated text (tabs and line ends inside a cell become
/// spaces) and an HTML table, so that a spreadsheet and a letter both take it.
std::unique_ptr<QMimeData> tableMimeData(const QList<QStringList> &rows);

} // namespace arb::ui
