// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/table.h>

#include <QtCore/QAbstractTableModel>

namespace arb::presentation {

/// Shows any report table; sorts by a column's typed values. Its texts are those of the exported file.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { RowKeyRole = Qt::UserRole, RawRole };

    using QAbstractTableModel::QAbstractTableModel;
    void setTable(const usecases::Table &table);
    const usecases::Table &table() const { return m_table; }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    usecases::Table m_table;
};

/// A cell as text, the same for screen and CSV: money without sign and grouping ("269.00"), time in platform time.
QString cellText(const usecases::Cell &cell, usecases::ColumnType type);
/// The same, with the names of levels that @p table carries.
QString cellText(const usecases::Table &table, const usecases::Cell &cell, usecases::ColumnType type);
QString columnTitle(const usecases::Column &column);
QString reportTitle(const QString &code); ///< a report's name in the language of the window

} // namespace arb::presentation
