// SPDX-License-Identifier: GPL-3.0-or-later
#include "historydialog.h"

#include "tablecopy.h"

#include <presentation/formats.h>

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QShortcut>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

namespace arb::ui {

namespace {

enum Column { When, Who, What, Detail, ColumnCount };

} // namespace

HistoryDialog::HistoryDialog(const QString &caseNo, const QList<presentation::HistoryRow> &rows, QWidget *parent)
    : QDialog(parent), m_table(new QTableWidget(0, ColumnCount, this))
{
    setObjectName(QStringLiteral("historyDialog"));
    setWindowTitle(tr("History of %1").arg(caseNo));
    resize(860, 520);
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setAccessibleName(windowTitle());
    m_table->setHorizontalHeaderLabels({tr("When"), tr("Who"), tr("What"), tr("Details")});
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setWordWrap(true);
    m_table->setTabKeyNavigation(false);
    fill(rows);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(new QShortcut(QKeySequence::Copy, this), &QShortcut::activated, this, &HistoryDialog::copy);
    m_table->setFocus();
}

void HistoryDialog::fill(const QList<presentation::HistoryRow> &rows)
{
    const auto add = [this](const QStringList &cells) {
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        for (int column = 0; column < cells.size(); ++column) {
            auto *item = new QTableWidgetItem(cells.at(column));
            item->setTextAlignment(Qt::AlignLeft | Qt::AlignTop);
            m_table->setItem(row, column, item);
        }
    };
    for (const presentation::HistoryRow &row : rows) {
        const QString what = row.earlier ? tr("Earlier record: %1").arg(row.what) : row.what;
        add({presentation::dateTimeText(row.at), row.who, what, row.detail});
    }
    for (const Column column : {When, Who, What})
        m_table->resizeColumnToContents(column);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setSectionResizeMode(Detail, QHeaderView::Stretch);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    if (m_table->rowCount() > 0)
        m_table->setCurrentCell(m_table->rowCount() - 1, When);
}

void HistoryDialog::copy() const
{
    QList<QStringList> cells{{}};
    for (int column = 0; column < ColumnCount; ++column)
        cells.first().append(m_table->horizontalHeaderItem(column)->text());
    const QModelIndexList marked = m_table->selectionModel()->selectedRows();
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (marked.size() > 1 && !m_table->selectionModel()->isRowSelected(row))
            continue;
        QStringList line;
        for (int column = 0; column < ColumnCount; ++column)
            line.append(m_table->item(row, column)->text());
        cells.append(line);
    }
    QGuiApplication::clipboard()->setMimeData(tableMimeData(cells).release());
}

} // namespace arb::ui
