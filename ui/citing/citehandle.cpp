// SPDX-License-Identifier: GPL-3.0-or-later
#include "citing/citehandle.h"

#include <QtGui/QGuiApplication>
#include <QtGui/QMouseEvent>
#include <QtGui/QStyleHints>

namespace arb::ui {

CiteHandle::CiteHandle(QWidget *parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setIconSize(QSize(16, 16));
    setFocusPolicy(Qt::TabFocus);
}

void CiteHandle::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->button() == Qt::LeftButton ? std::optional(event->position()) : std::nullopt;
    QToolButton::mousePressEvent(event);
}

void CiteHandle::mouseMoveEvent(QMouseEvent *event)
{
    const bool held = m_pressedAt && event->buttons().testFlag(Qt::LeftButton);
    if (held && (event->position() - *m_pressedAt).manhattanLength() >= QGuiApplication::styleHints()->startDragDistance()) {
        m_pressedAt.reset();
        setDown(false); // let go of elsewhere: it is no click
        Q_EMIT dragWanted();
        return;
    }
    QToolButton::mouseMoveEvent(event);
}

CitableList::CitableList(QWidget *parent)
    : QListView(parent)
{
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
}

void CitableList::startDrag(Qt::DropActions)
{
    Q_EMIT dragWanted();
}

} // namespace arb::ui
