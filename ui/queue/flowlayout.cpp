// SPDX-License-Identifier: GPL-3.0-or-later
#include "flowlayout.h"

#include <algorithm>
#include <utility>

namespace arb::ui {

FlowLayout::FlowLayout(QWidget *parent, int spacing) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->isEmpty() ? QSize() : item->minimumSize());
    return size;
}

/// The height that the items need in the width of @p rect. What is lower than its line stands in the middle of it.
int FlowLayout::place(const QRect &rect, bool move) const
{
    int x = rect.x(), y = rect.y(), line = 0;
    QList<std::pair<QLayoutItem *, QRect>> row;
    const auto endRow = [&] {
        for (const auto &[item, at] : std::as_const(row))
            item->setGeometry(at.translated(0, (line - at.height()) / 2));
        row.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size(std::min(item->sizeHint().width(), std::max(rect.width(), item->minimumSize().width())), item->sizeHint().height());
        if (x > rect.x() && x + size.width() > rect.right() + 1) {
            endRow();
            x = rect.x();
            y += line + spacing();
            line = 0;
        }
        if (move)
            row.append({item, QRect(QPoint(x, y), size)});
        x += size.width() + spacing();
        line = std::max(line, size.height());
    }
    endRow();
    return y + line - rect.y();
}

} // namespace arb::ui
