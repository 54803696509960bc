// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/tablemodel.h>

#include <presentation/labels.h>

#include <usecases/reports.h>

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace arb::presentation {

QString cellText(const usecases::Cell &cell, usecases::ColumnType type)
{
    if (const auto *text = std::get_if<QString>(&cell)) {
        switch (type) {
        case usecases::ColumnType::Platform: return platformLabel(*text);
        case usecases::ColumnType::SkipReason: return skipReasonLabel(*text);
        case usecases::ColumnType::Category: return categoryLabel(*text);
        case usecases::ColumnType::Text: case usecases::ColumnType::Integer: case usecases::ColumnType::Money:
        case usecases::ColumnType::Time: case usecases::ColumnType::Date: case usecases::ColumnType::Percent:
        case usecases::ColumnType::Level: return *text;
        }
        return *text;
    }
    const auto *number = std::get_if<qint64>(&cell);
    if (!number)
        return {};
    switch (type) {
    case usecases::ColumnType::Text:
    case usecases::ColumnType::Integer:
    case usecases::ColumnType::Level:
    case usecases::ColumnType::Platform:
    case usecases::ColumnType::SkipReason:
    case usecases::ColumnType::Category:
        return QString::number(*number);
    case usecases::ColumnType::Money:
        return QStringLiteral("%1%2.%3").arg(*number < 0 ? QStringLiteral("-") : QString()).arg(qAbs(*number) / 100).arg(qAbs(*number) % 100, 2, 10, QLatin1Char('0'));
    case usecases::ColumnType::Time:
        return domain::UtcMs(*number).toPlatform().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    case usecases::ColumnType::Date:
        return domain::UtcMs(*number).toPlatform().toString(QStringLiteral("yyyy-MM-dd"));
    case usecases::ColumnType::Percent:
        return QStringLiteral("%1.%2 %").arg(*number / 10).arg(*number % 10);
    }
    return {};
}

QString cellText(const usecases::Table &table, const usecases::Cell &cell, usecases::ColumnType type)
{
    const auto *number = std::get_if<qint64>(&cell);
    if (type != usecases::ColumnType::Level || !number || *number < 0 || *number >= static_cast<qint64>(table.levels.size()))
        return cellText(cell, type);
    const usecases::LevelName &name = table.levels[static_cast<size_t>(*number)];
    return QStringLiteral("%1 %2").arg(QString::number(*number), bilingual(name.zh, name.en));
}

QString columnTitle(const usecases::Column &column)
{
    return QCoreApplication::translate("Report", column.label);
}

QString reportTitle(const QString &code)
{
    for (const usecases::Report &report : usecases::reportCatalog()) {
        if (code == QLatin1StringView(report.code))
            return QCoreApplication::translate("Report", report.label);
    }
    return code;
}

void TableModel::setTable(const usecases::Table &table)
{
    beginResetModel();
    m_table = table;
    endResetModel();
}

void TableModel::retranslate()
{
    if (!m_table.columns.empty())
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, static_cast<int>(m_table.columns.size()) - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const usecases::TableRow &row = m_table.rows.at(static_cast<size_t>(index.row()));
    const usecases::Column &column = m_table.columns.at(static_cast<size_t>(index.column()));
    const usecases::Cell &cell = row.cells.at(static_cast<size_t>(index.column()));
    switch (role) {
    case Qt::DisplayRole:
        return cellText(m_table, cell, column.type);
    case Qt::AccessibleTextRole:
        return QString(columnTitle(column) + QStringLiteral(": ") + cellText(m_table, cell, column.type));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((usecases::isWord(column.type) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case RowKeyRole:
        return row.key;
    case RawRole:
        if (const auto *number = std::get_if<qint64>(&cell))
            return *number;
        return cellText(m_table, cell, column.type);
    default:
        return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnCount())
        return {};
    return columnTitle(m_table.columns.at(static_cast<size_t>(section)));
}

void TableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QStringList keys;
    for (const QModelIndex &index : before)
        keys.append(m_table.rows.at(static_cast<size_t>(index.row())).key);
    std::ranges::stable_sort(m_table.rows, [column, order](const usecases::TableRow &a, const usecases::TableRow &b) {
        const auto &left = a.cells.at(static_cast<size_t>(column));
        const auto &right = b.cells.at(static_cast<size_t>(column));
        return order == Qt::AscendingOrder ? left < right : right < left;
    });
    QModelIndexList after;
    for (int n = 0; n < before.size(); ++n) {
        const auto found = std::ranges::find(m_table.rows, keys.at(n), &usecases::TableRow::key);
        after.append(index(static_cast<int>(found - m_table.rows.begin()), before.at(n).column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

} // namespace arb::presentation
