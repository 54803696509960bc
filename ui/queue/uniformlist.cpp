// SPDX-License-Identifier: GPL-3.0-or-later
#include "uniformlist.h"

#include <QtCore/QScopedValueRollback>
#include <QtGui/QAccessible>
#include <QtGui/QPainter>
#include <QtGui/QPaintEvent>
#include <QtWidgets/QAbstractItemDelegate>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace arb::ui {

UniformList::UniformList(QWidget *parent) : QListView(parent)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setDragEnabled(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void UniformList::setModel(QAbstractItemModel *model)
{
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    QListView::setModel(model);
    if (m_header)
        m_header->setModel(model);
    if (!model)
        return;
    m_connections = {
        connect(model, &QAbstractItemModel::rowsRemoved, this, [this] { moveTop(topRow() - std::exchange(m_goneAbove, 0)); }),
        connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, [this] {
            m_anchor = topRow() > 0 ? QPersistentModelIndex(this->model()->index(topRow(), modelColumn())) : QPersistentModelIndex();
        }),
        connect(model, &QAbstractItemModel::layoutChanged, this, [this] {
            moveTop(m_anchor.isValid() ? m_anchor.row() : topRow());
            m_anchor = QPersistentModelIndex();
        })};
}

QHeaderView *UniformList::showColumns()
{
    if (m_header)
        return m_header;
    m_header = new QHeaderView(Qt::Horizontal, this);
    m_header->setSectionsClickable(true);
    m_header->setSectionsMovable(true);
    m_header->setHighlightSections(false);
    m_header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_header->setStretchLastSection(true);
    m_header->setModel(model());
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    const auto relayout = [this] {
        updateGeometries();
        viewport()->update();
    };
    connect(m_header, &QHeaderView::sectionResized, this, relayout);
    connect(m_header, &QHeaderView::sectionMoved, this, relayout);
    connect(m_header, &QHeaderView::sectionCountChanged, this, relayout);
    connect(m_header, &QHeaderView::geometriesChanged, this, relayout);
    updateGeometries();
    return m_header;
}

QList<int> UniformList::shownColumns() const
{
    if (!m_header)
        return {modelColumn()};
    QList<int> columns;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (!m_header->isSectionHidden(column))
            columns.append(column);
    }
    return columns;
}

// --- places --------------------------------------------------------------------------------------------------------

int UniformList::rows() const
{
    return model() ? model()->rowCount(rootIndex()) : 0;
}

int UniformList::topRow() const
{
    return verticalScrollBar()->value();
}

int UniformList::pageRows() const
{
    return std::max(1, viewport()->height() / m_rowHeight);
}

int UniformList::rowAt(int y) const
{
    const int below = y >= 0 ? y / m_rowHeight : -((-y + m_rowHeight - 1) / m_rowHeight);
    return topRow() + below;
}

QRect UniformList::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.model() != model())
        return {};
    const int y = (index.row() - topRow()) * m_rowHeight;
    if (!m_header)
        return {0, y, viewport()->width(), m_rowHeight};
    if (m_header->isSectionHidden(index.column()))
        return {};
    return {m_header->sectionViewportPosition(index.column()), y, m_header->sectionSize(index.column()), m_rowHeight};
}

QModelIndex UniformList::indexAt(const QPoint &point) const
{
    const int row = rowAt(point.y());
    if (row < 0 || row >= rows())
        return {};
    const int column = m_header ? m_header->logicalIndexAt(point.x()) : modelColumn();
    return column < 0 ? QModelIndex() : model()->index(row, column, rootIndex());
}

int UniformList::horizontalOffset() const
{
    return m_header ? m_header->offset() : 0;
}

int UniformList::verticalOffset() const
{
    return topRow() * m_rowHeight;
}

void UniformList::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || index.model() != model())
        return;
    const int row = index.row();
    int top = topRow();
    switch (hint) {
    case EnsureVisible:
        top = row < top ? row : row >= top + pageRows() ? row - pageRows() + 1 : top;
        break;
    case PositionAtTop: top = row; break;
    case PositionAtBottom: top = row - pageRows() + 1; break;
    case PositionAtCenter: top = row - pageRows() / 2; break;
    }
    verticalScrollBar()->setValue(top);
    if (!m_header || m_header->isSectionHidden(index.column()))
        return;
    const int left = m_header->sectionPosition(index.column()), width = m_header->sectionSize(index.column());
    QScrollBar *bar = horizontalScrollBar();
    if (left < bar->value() || width > viewport()->width())
        bar->setValue(left);
    else if (left + width > bar->value() + viewport()->width())
        bar->setValue(left + width - viewport()->width());
}

void UniformList::doItemsLayout()
{
    QAbstractItemView::doItemsLayout(); // a QListView would now note where each row stands
}

void UniformList::updateGeometries()
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    m_rowHeight = std::max(1, itemDelegate() ? itemDelegate()->sizeHint(option, QModelIndex()).height() : 1);
    placeHeader();
    verticalScrollBar()->setRange(0, std::max(0, rows() - pageRows()));
    verticalScrollBar()->setPageStep(pageRows());
    verticalScrollBar()->setSingleStep(1);
    QAbstractItemView::updateGeometries();
}

void UniformList::placeHeader()
{
    if (!m_header)
        return;
    const int height = m_header->isHidden() ? 0 : m_header->sizeHint().height();
    setViewportMargins(0, height, 0, 0);
    const QRect inside = viewport()->geometry();
    m_header->setGeometry(inside.left(), inside.top() - height, inside.width(), height);
    horizontalScrollBar()->setRange(0, std::max(0, m_header->length() - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(20);
    m_header->setOffset(horizontalScrollBar()->value());
}

void UniformList::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
}

void UniformList::scrollContentsBy(int dx, int dy)
{
    if (m_header && dx != 0)
        m_header->setOffset(horizontalScrollBar()->value());
    if (m_standsStill)
        return;
    const int pixels = dy * m_rowHeight;
    if (std::abs(pixels) >= viewport()->height() || std::abs(dx) >= viewport()->width())
        viewport()->update();
    else
        viewport()->scroll(dx, pixels);
}

/// The rows on the screen keep their places, only their numbers change.
void UniformList::moveTop(int row)
{
    const QScopedValueRollback still(m_standsStill, true);
    updateGeometries();
    verticalScrollBar()->setValue(row);
    viewport()->update();
}

// --- what the model tells ------------------------------------------------------------------------------------------

void UniformList::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &)
{
    if (QAccessible::isActive()) {
        QAccessibleTableModelChangeEvent told(this, QAccessibleTableModelChangeEvent::DataChanged);
        told.setFirstRow(topLeft.row());
        told.setLastRow(bottomRight.row());
        told.setFirstColumn(topLeft.column());
        told.setLastColumn(bottomRight.column());
        QAccessible::updateAccessibility(&told);
    }
    const int first = std::max(topLeft.row(), topRow()), last = std::min(bottomRight.row(), rowAt(viewport()->height()));
    if (first > last)
        return;
    const int y = (first - topRow()) * m_rowHeight, height = (last - first + 1) * m_rowHeight;
    if (!m_header) {
        viewport()->update(0, y, viewport()->width(), height);
        return;
    }
    QRegion changed; // columns may have been moved apart
    for (int column = topLeft.column(); column <= bottomRight.column(); ++column) {
        if (!m_header->isSectionHidden(column))
            changed += QRect(m_header->sectionViewportPosition(column), y, m_header->sectionSize(column), height);
    }
    viewport()->update(changed);
}

void UniformList::rowsInserted(const QModelIndex &parent, int start, int end)
{
    const int top = topRow();
    QAbstractItemView::rowsInserted(parent, start, end);
    // Whoever stands at the very top wants to see what comes first.
    moveTop(top > 0 && start <= top ? top + (end - start + 1) : top);
}

/// The chosen row next to @p start..@p end, those behind it first; -1: there is none.
int UniformList::nearestChosen(int start, int end) const
{
    int before = -1;
    for (const auto &[first, last] : selectedRanges()) {
        if (last > end)
            return std::max(first, end + 1);
        if (first < start)
            before = std::min(last, start - 1);
    }
    return before;
}

void UniformList::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    // What came after takes its place: the next key must not act on a case that was passed over. Of many chosen ones the rest
    // stay chosen, and the nearest of them is the current one. Nothing scrolls, since nobody moved.
    const QModelIndex at = currentIndex();
    if (at.isValid() && at.row() >= start && at.row() <= end) {
        const bool chosen = selectionModel()->isRowSelected(at.row(), parent);
        const int kept = chosen ? nearestChosen(start, end) : -1;
        const int next = kept >= 0 ? kept : end + 1 < model()->rowCount(parent) ? end + 1 : start - 1;
        const bool scrolls = hasAutoScroll();
        setAutoScroll(false);
        if (next >= 0) {
            selectionModel()->setCurrentIndex(model()->index(next, at.column(), parent),
                                              chosen && kept < 0 ? QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows : QItemSelectionModel::NoUpdate);
        }
        setAutoScroll(scrolls);
    }
    QAbstractItemView::rowsAboutToBeRemoved(parent, start, end);
    m_goneAbove = std::clamp(topRow() - start, 0, end - start + 1);
}

void UniformList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    if (!QAccessible::isActive() || !current.isValid() || !hasFocus())
        return;
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(current.row() * model()->columnCount(rootIndex()) + current.column());
    QAccessible::updateAccessibility(&focus);
}

void UniformList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
    if (!QAccessible::isActive() || selected.isEmpty())
        return;
    QAccessibleEvent chosen(this, QAccessible::SelectionAdd);
    chosen.setChild(selected.constFirst().top() * model()->columnCount(rootIndex()) + modelColumn());
    QAccessible::updateAccessibility(&chosen);
}

// --- hand and eye --------------------------------------------------------------------------------------------------

int UniformList::columnBeside(int column, int by) const
{
    const QList<int> columns = shownColumns();
    const qsizetype at = columns.indexOf(column);
    if (columns.isEmpty())
        return modelColumn();
    return columns.at(std::clamp<qsizetype>(at < 0 ? 0 : at + by, 0, columns.size() - 1));
}

QModelIndex UniformList::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int count = rows();
    if (count == 0)
        return {};
    const QModelIndex current = currentIndex();
    int column = columnBeside(current.isValid() ? current.column() : modelColumn(), 0);
    if (!current.isValid())
        return model()->index(0, column, rootIndex());
    int row = current.row();
    switch (action) {
    case MoveUp:
    case MovePrevious: --row; break;
    case MoveDown:
    case MoveNext: ++row; break;
    case MovePageUp: row -= pageRows(); break;
    case MovePageDown: row += pageRows(); break;
    case MoveHome: row = 0; break;
    case MoveEnd: row = count - 1; break;
    case MoveLeft: column = columnBeside(column, -1); break;
    case MoveRight: column = columnBeside(column, 1); break;
    }
    return model()->index(std::clamp(row, 0, count - 1), column, rootIndex());
}

void UniformList::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const QRect area = rect.normalized();
    const int first = std::max(0, rowAt(area.top())), last = std::min(rows() - 1, rowAt(area.bottom()));
    QItemSelection selection;
    if (first <= last)
        selection = QItemSelection(model()->index(first, 0, rootIndex()), model()->index(last, model()->columnCount(rootIndex()) - 1, rootIndex()));
    selectionModel()->select(selection, command);
}

QRegion UniformList::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    const int end = rowAt(viewport()->height());
    for (const QItemSelectionRange &range : selection) {
        const int first = std::max(range.top(), topRow()), last = std::min(range.bottom(), end);
        if (range.isValid() && first <= last)
            region += QRect(0, (first - topRow()) * m_rowHeight, viewport()->width(), (last - first + 1) * m_rowHeight);
    }
    return region;
}

QList<QPair<int, int>> UniformList::selectedRanges() const
{
    QList<QPair<int, int>> ranges;
    if (!selectionModel())
        return ranges;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        if (range.isValid())
            ranges.append({range.top(), range.bottom()});
    }
    std::ranges::sort(ranges);
    QList<QPair<int, int>> joined; // two ranges may share rows when they differ in columns
    for (const auto &range : std::as_const(ranges)) {
        if (!joined.isEmpty() && range.first <= joined.constLast().second + 1)
            joined.last().second = std::max(joined.constLast().second, range.second);
        else
            joined.append(range);
    }
    return joined;
}

void UniformList::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QStyle::State plain = option.state & ~QStyle::State_HasFocus;
    const bool focus = hasFocus() || viewport()->hasFocus();
    const QRect area = event->rect();
    const int first = std::max(0, rowAt(area.top())), last = std::min(rows() - 1, rowAt(area.bottom()));
    const QList<int> columns = shownColumns();
    const QModelIndex current = currentIndex();
    for (int row = first; row <= last; ++row) {
        const bool selected = selectionModel()->isSelected(model()->index(row, columns.isEmpty() ? 0 : columns.constFirst(), rootIndex()));
        for (const int column : columns) {
            const QModelIndex index = model()->index(row, column, rootIndex());
            option.rect = visualRect(index);
            if (!option.rect.intersects(area))
                continue;
            option.index = index;
            option.state = plain;
            option.state.setFlag(QStyle::State_Selected, selected);
            option.state.setFlag(QStyle::State_HasFocus, focus && index == current);
            itemDelegateForIndex(index)->paint(&painter, option, index);
        }
    }
}

} // namespace arb::ui
