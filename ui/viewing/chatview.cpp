// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/chatview.h"

#include "viewing/chatdelegate.h"

#include <QtCore/QScopedValueRollback>
#include <QtGui/QAccessible>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtGui/QPaintEvent>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <limits>

namespace arb::ui {

ChatView::ChatView(ChatModel &model, QWidget *parent)
    : CitableList(parent)
    , m_chat(model)
    , m_look(new ChatDelegate(model, *this))
{
    setItemDelegate(m_look);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ContiguousSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // its coming and going would change every height
    setFrameShape(QFrame::NoFrame);
    setModel(&model);
}

// --- heights -------------------------------------------------------------------------------------------------------------

int ChatView::measured(int row)
{
    const auto at = static_cast<std::size_t>(row);
    if (!m_isMeasured[at]) {
        m_heights.set(row, std::max(1, m_look->height(row, viewport()->width())));
        m_isMeasured[at] = true;
    }
    return height(row);
}

void ChatView::guessAll()
{
    m_width = viewport()->width();
    const int count = m_chat.rowCount();
    m_heights.assign(m_look->roughHeights(m_width));
    m_isMeasured.assign(static_cast<std::size_t>(count), false);
}

void ChatView::measureAnew()
{
    m_look->forgetSizes();
    guessAll();
    const int gone = rows() > 0 ? std::min(m_gone, measured(std::min(m_top, rows() - 1)) - 1) : 0;
    place(m_top, gone);
}

void ChatView::reset()
{
    CitableList::reset();
    m_top = m_gone = 0;
    measureAnew();
}

// --- places --------------------------------------------------------------------------------------------------------------

/// @p row at the upper edge with @p gone of its pixels above it; as near as beginning and end let it.
void ChatView::place(int row, int gone)
{
    const int before = m_top, room = viewport()->height();
    row = std::clamp(row, 0, std::max(0, rows() - 1));
    gone = rows() > 0 ? std::max(0, gone) : 0;
    while (row + 1 < rows() && gone >= measured(row))
        gone -= height(row++);
    int bottom = -gone;
    for (int below = row; below < rows() && bottom < room; ++below)
        bottom += measured(below);
    if (bottom < room) { // the end stands on the lower edge
        int rest = room;
        row = rows();
        while (rest > 0 && row > 0)
            rest -= measured(--row);
        gone = std::max(0, -rest);
    }
    m_top = row;
    m_gone = gone;
    showOnBar();
    viewport()->update();
    if (m_top != before)
        Q_EMIT topRowChanged(m_top);
}

/// The upper edge of @p row @p y pixels below that of the screen.
void ChatView::placeRowAt(int row, int y)
{
    while (y > 0 && row > 0)
        y -= measured(--row);
    place(row, std::max(0, -y));
}

void ChatView::putOnTop(int row)
{
    place(row, 0);
}

void ChatView::scrollBy(qint64 pixels)
{
    if (pixels >= 0)
        place(m_top, m_gone + static_cast<int>(pixels));
    else
        placeRowAt(m_top, -m_gone - static_cast<int>(pixels));
}

void ChatView::showOnBar()
{
    const QScopedValueRollback still(m_standsStill, true);
    constexpr qint64 longest = std::numeric_limits<int>::max() / 2;
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, static_cast<int>(std::clamp<qint64>(m_heights.total() - viewport()->height(), 0, longest)));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(fontMetrics().height());
    bar->setValue(static_cast<int>(std::min(longest, m_heights.top(m_top) + m_gone)));
    m_value = bar->value();
}

void ChatView::scrollContentsBy(int, int)
{
    if (m_standsStill)
        return;
    const qint64 value = verticalScrollBar()->value(), by = value - m_value;
    if (std::abs(by) <= 3 * qint64{viewport()->height()}) {
        scrollBy(by);
    } else if (value >= verticalScrollBar()->maximum()) {
        place(rows() - 1, std::numeric_limits<int>::max() / 2);
    } else if (const int row = m_heights.rowAt(value); row >= 0) {
        const auto gone = static_cast<int>(value - m_heights.top(row));
        place(row, std::min(gone, measured(row) - 1));
    }
}

int ChatView::yOf(int row) const
{
    constexpr qint64 farAway = 1'000'000'000;
    return static_cast<int>(std::clamp(m_heights.top(row) - m_heights.top(m_top) - m_gone, -farAway, farAway));
}

int ChatView::verticalOffset() const
{
    return static_cast<int>(m_value);
}

QRect ChatView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.model() != model() || index.row() >= rows())
        return {};
    return {0, yOf(index.row()), viewport()->width(), height(index.row())};
}

QModelIndex ChatView::indexAt(const QPoint &point) const
{
    const qint64 y = m_heights.top(m_top) + m_gone + point.y();
    return y < 0 || y >= m_heights.total() ? QModelIndex() : model()->index(m_heights.rowAt(y), 0);
}

void ChatView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || index.model() != model() || index.row() >= rows())
        return;
    const int row = index.row(), room = viewport()->height(), tall = measured(row), y = yOf(row);
    switch (hint) {
    case EnsureVisible:
        if (row < m_top || y < 0 || (y + tall > room && tall >= room))
            place(row, 0);
        else if (y + tall > room)
            placeRowAt(row, room - tall);
        break;
    case PositionAtTop: place(row, 0); break;
    case PositionAtBottom: placeRowAt(row, std::max(0, room - tall)); break;
    case PositionAtCenter: placeRowAt(row, std::max(0, (room - tall) / 2)); break;
    }
}

void ChatView::doItemsLayout()
{
    QAbstractItemView::doItemsLayout(); // a QListView would now lay out every row
}

void ChatView::updateGeometries()
{
    showOnBar();
    QAbstractItemView::updateGeometries();
}

void ChatView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    if (viewport()->width() != m_width)
        measureAnew();
    else
        place(m_top, m_gone);
}

void ChatView::changeEvent(QEvent *event)
{
    CitableList::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        measureAnew();
}

std::optional<std::pair<int, int>> ChatView::messagesWithin(int first, int last) const
{
    while (first <= last && !m_chat.isMessage(first))
        ++first;
    while (last >= first && !m_chat.isMessage(last))
        --last;
    return first <= last ? std::optional(std::pair(first, last)) : std::nullopt;
}

std::pair<int, int> ChatView::chosenRows() const
{
    int first = rows(), last = -1;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        first = std::min(first, range.top());
        last = std::max(last, range.bottom());
    }
    return {first, last};
}

std::optional<std::pair<int, int>> ChatView::chosenMessages() const
{
    const auto [first, last] = chosenRows();
    return messagesWithin(first, last);
}

std::optional<std::pair<int, int>> ChatView::chosenMissing() const
{
    if (chosenMessages())
        return std::nullopt;
    auto [first, last] = chosenRows();
    const auto isMissing = [this](int row) { return m_chat.row(row).kind == ChatRow::Kind::Missing; };
    while (first <= last && !isMissing(first))
        ++first;
    while (last >= first && !isMissing(last))
        --last;
    return first <= last ? std::optional(std::pair(first, last)) : std::nullopt;
}

std::optional<std::pair<int, int>> ChatView::messagesInView() const
{
    const QRect port = viewport()->rect();
    if (rows() == 0 || port.isEmpty())
        return std::nullopt;
    const QModelIndex top = indexAt(port.topLeft() + QPoint(1, 1)), bottom = indexAt(port.bottomLeft() + QPoint(1, -1));
    const QRect end = visualRect(model()->index(rows() - 1, 0));
    if (!bottom.isValid() && (end.isEmpty() || end.bottom() > port.bottom()))
        return std::nullopt;
    return messagesWithin(top.isValid() ? top.row() : 0, bottom.isValid() ? bottom.row() : rows() - 1);
}

// --- what the model tells ------------------------------------------------------------------------------------------------

void ChatView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    viewport()->update();
    if (!roles.contains(Qt::SizeHintRole))
        return;
    if (topLeft.row() == 0 && bottomRight.row() == rows() - 1 && rows() > 1) {
        measureAnew();
        return;
    }
    for (int row = topLeft.row(); row <= bottomRight.row() && row < rows(); ++row) {
        m_look->forgetSize(row);
        m_isMeasured[static_cast<std::size_t>(row)] = false;
    }
    place(m_top, std::min(m_gone, measured(m_top) - 1));
}

void ChatView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    viewport()->update();
    if (!QAccessible::isActive() || !current.isValid() || !hasFocus())
        return;
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(current.row());
    QAccessible::updateAccessibility(&focus);
}

void ChatView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
    if (!QAccessible::isActive() || selected.isEmpty())
        return;
    QAccessibleEvent chosen(this, QAccessible::SelectionAdd);
    chosen.setChild(selected.constFirst().top());
    QAccessible::updateAccessibility(&chosen);
}

// --- hand and eye --------------------------------------------------------------------------------------------------------

/// The next row beside @p row that is more than a break; -1 when there is none.
int ChatView::beside(int row, int by) const
{
    for (row += by; row >= 0 && row < rows(); row += by) {
        const ChatRow::Kind kind = m_chat.row(row).kind;
        if (kind == ChatRow::Kind::Message || kind == ChatRow::Kind::Missing)
            return row;
    }
    return -1;
}

/// The row @p pixels below @p row, or above it.
int ChatView::rowFrom(int row, int pixels)
{
    const int by = pixels < 0 ? -1 : 1;
    int rest = std::abs(pixels);
    while (row + by >= 0 && row + by < rows() && rest > 0) {
        row += by;
        rest -= measured(row);
    }
    return row;
}

QModelIndex ChatView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const QModelIndex current = currentIndex();
    const int row = current.isValid() ? current.row() : std::max(0, beside(m_top - 1, 1));
    if (rows() == 0)
        return {};
    if (!current.isValid() && action != MoveHome && action != MoveEnd)
        return model()->index(row, 0); // the first key takes hold of what is on show
    int next = row;
    const int page = std::max(1, viewport()->height() - height(row));
    switch (action) {
    case MoveUp:
    case MovePrevious:
    case MoveLeft: next = beside(row, -1); break;
    case MoveDown:
    case MoveNext:
    case MoveRight: next = beside(row, 1); break;
    case MovePageUp: next = beside(rowFrom(row, -page) + 1, -1); break;
    case MovePageDown: next = beside(rowFrom(row, page) - 1, 1); break;
    case MoveHome: next = beside(-1, 1); break;
    case MoveEnd: next = beside(rows(), -1); break;
    }
    return next < 0 ? current : model()->index(next, 0);
}

void ChatView::keyPressEvent(QKeyEvent *event)
{
    const int row = currentIndex().row(), key = event->key();
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (plain && key == Qt::Key_Slash) {
        event->ignore(); // whoever holds the search field
        return;
    }
    if (plain && row >= 0 && row < rows()) {
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            Q_EMIT partWanted(row, key == Qt::Key_Right ? 1 : -1);
            return;
        }
        // A message taller than the screen is read to its end before the next one comes.
        const int y = yOf(row), bottom = y + height(row), room = viewport()->height();
        const bool isPage = key == Qt::Key_PageDown || key == Qt::Key_PageUp;
        const int step = isPage ? std::max(1, room * 9 / 10) : 3 * fontMetrics().height();
        if ((key == Qt::Key_Down || key == Qt::Key_PageDown) && y < room && bottom > room) {
            scrollBy(std::min(step, bottom - room));
            return;
        }
        if ((key == Qt::Key_Up || key == Qt::Key_PageUp) && y < 0 && bottom > 0) {
            scrollBy(-std::min(step, -y));
            return;
        }
    }
    CitableList::keyPressEvent(event);
}

void ChatView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const QRect area = rect.normalized();
    const qint64 above = m_heights.top(m_top) + m_gone;
    QItemSelection selection;
    if (rows() > 0 && above + area.bottom() >= 0 && above + area.top() < m_heights.total()) {
        selection = QItemSelection(model()->index(m_heights.rowAt(std::max<qint64>(0, above + area.top())), 0),
                                   model()->index(m_heights.rowAt(above + area.bottom()), 0));
    }
    selectionModel()->select(selection, command);
}

QRegion ChatView::visualRegionForSelection(const QItemSelection &) const
{
    return QRegion(viewport()->rect());
}

void ChatView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QStyle::State state = option.state;
    const QRect area = event->region().boundingRect();
    int y = -m_gone;
    for (int row = m_top; row < rows() && y < viewport()->height(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        option.rect = QRect(0, y, viewport()->width(), height(row));
        y += height(row);
        if (!option.rect.intersects(area))
            continue;
        option.state = state & ~QStyle::State_HasFocus;
        option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        option.state.setFlag(QStyle::State_HasFocus, index == currentIndex() && hasFocus());
        m_look->paint(&painter, option, index);
    }
}

} // namespace arb::ui
