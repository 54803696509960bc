// SPDX-License-Identifier: GPL-3.0-or-later
#include "factciting.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QMouseEvent>
#include <QtGui/QStyleHints>
#include <QtWidgets/QMenu>

namespace arb::ui {

FactCiting::FactCiting(QWidget *parent)
    : QObject(parent)
{
}

void FactCiting::watch(QWidget *label)
{
    label->installEventFilter(this);
}

bool FactCiting::eventFilter(QObject *watched, QEvent *event)
{
    const QString pointer = watched->property("fact").toString();
    auto *label = qobject_cast<QWidget *>(watched);
    if (!label || pointer.isEmpty())
        return false;
    if (event->type() == QEvent::ContextMenu) {
        offer(label, pointer, static_cast<QContextMenuEvent *>(event)->globalPos());
        return true;
    }
    const auto *mouse = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseMove ? static_cast<QMouseEvent *>(event) : nullptr;
    if (!mouse)
        return false;
    if (event->type() == QEvent::MouseButtonPress) {
        m_pressedAt = mouse->button() == Qt::LeftButton ? std::optional(mouse->position()) : std::nullopt;
        return m_pressedAt.has_value(); // taken, or the moves would go to whatever lies behind
    }
    const bool held = m_pressedAt && mouse->buttons().testFlag(Qt::LeftButton);
    if (held && (mouse->position() - *m_pressedAt).manhattanLength() >= QGuiApplication::styleHints()->startDragDistance()) {
        m_pressedAt.reset();
        Q_EMIT dragWanted(pointer);
    }
    return held;
}

void FactCiting::offer(QWidget *label, const QString &pointer, QPoint at)
{
    auto *menu = new QMenu(label);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("factMenu"));
    menu->addAction(tr("Cite this"), this, [this, pointer] { Q_EMIT citeWanted(pointer); });
    menu->popup(at);
}

} // namespace arb::ui
