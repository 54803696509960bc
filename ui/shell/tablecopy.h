// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QMimeData>
#include <QtCore/QStringList>

#include <memory>

class QAbstractItemModel;

namespace arb::ui {

/// Rows of cells for the clipboard, the headings first: tab-separated text (tabs and line ends inside a cell become
/// spaces) and an HTML table, so that a spreadsheet and a letter both take it.
std::unique_ptr<QMimeData> tableMimeData(const QList<QStringList> &rows);

/// The headings and the given @p rows of a model as they are shown, for tableMimeData(); all rows when none are given.
QList<QStringList> tableCells(const QAbstractItemModel &model, const QList<int> &rows = {});

} // namespace arb::ui
