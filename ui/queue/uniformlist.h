// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPersistentModelIndex>
#include <QtWidgets/QListView>

class QHeaderView;

namespace arb::ui {

/// Rows of one height over a table model of any length: nothing is kept per row, so that a million rows cost what those on
/// the screen cost. Shows one column as a list or, after showColumns(), several under a header. The scroll bar counts rows;
/// what is on the screen stays there when rows come or go above it. Selects whole rows. Neither trees, editors nor drags.
///
/// The delegate's sizeHint() of an invalid index is the height of every row.
class UniformList : public QListView
{
    Q_OBJECT

public:
    explicit UniformList(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// From now on a header with the model's columns stands above the rows; its sections may be hidden and moved.
    QHeaderView *showColumns();
    QHeaderView *header() const { return m_header; } ///< nullptr: a list
    QList<int> shownColumns() const;                 ///< from left to right
    int rowHeight() const { return m_rowHeight; }
    int topRow() const;
    int pageRows() const; ///< rows that are wholly visible, at least one
    /// The selected rows as ranges, rising; never longer than what the hand has selected, whatever the model's length.
    QList<QPair<int, int>> selectedRanges() const;

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;
    void keyboardSearch(const QString &) override {} ///< it would read every row

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override;
    int verticalOffset() const override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;

protected Q_SLOTS:
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles = {}) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    int rows() const;
    int rowAt(int y) const; ///< also of places above and below the viewport; may be no row
    int nearestChosen(int start, int end) const;
    int columnBeside(int column, int by) const;
    void placeHeader();
    void moveTop(int row);

    QHeaderView *m_header = nullptr;
    int m_rowHeight = 20;
    int m_goneAbove = 0;           ///< rows above the screen that are being removed
    bool m_standsStill = false;    ///< the scroll bar moves, the picture does not
    QPersistentModelIndex m_anchor; ///< the row at the top while everything changes places
    QList<QMetaObject::Connection> m_connections;
};

} // namespace arb::ui
