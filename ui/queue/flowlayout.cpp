// SPDX-License-Identifier: GPL-3.0-or-later
#include "flowlayout.h"

#include <algorithm>

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

/// The height that the items need in the width of @p rect; moves them there as well, each in the middle of its line.
int FlowLayout::place(const QRect &rect, bool move) const
{
    struct Placed
    {
        QLayoutItem *item;
        QRect box;
    };
    QList<Placed> line;
    int x = rect.x(), y = rect.y(), high = 0;
    const auto endLine = [&line, &high, move] {
        for (const Placed &placed : line) {
            if (move)
                placed.item->setGeometry(placed.box.translated(0, (high - placed.box.height()) / 2));
        }
        line.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size(std::min(item->sizeHint().width(), std::max(rect.width(), item->minimumSize().width())), item->sizeHint().height());
        if (x > rect.x() && x + size.width() > rect.right() + 1) {
            endLine();
            x = rect.x();
            y += high + spacing();
            high = 0;
        }
        line.append({item, QRect(QPoint(x, y), size)});
        x += size.width() + spacing();
        high = std::max(high, size.height());
    }
    endLine();
    return y + high - rect.y();
}

} // namespace arb::ui
