// SPDX-License-Identifier: GPL-3.0-or-later
#include "heldkeys.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>

namespace arb::ui {

namespace {

constexpr quint64 sameMomentMs = 5; // no finger is as fast; the window system gives both the same time

} // namespace

HeldKeys::HeldKeys(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool HeldKeys::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyRelease: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!key->isAutoRepeat()) {
            m_releasedKey = key->key();
            m_releasedAt = key->timestamp();
        }
        break;
    }
    case QEvent::ShortcutOverride: { // comes before the shortcut itself
        const auto *key = static_cast<QKeyEvent *>(event);
        m_repeats = key->isAutoRepeat() || (key->key() == m_releasedKey && m_releasedAt > 0 && key->timestamp() - m_releasedAt <= sameMomentMs);
        break;
    }
    case QEvent::Shortcut:
        if (const auto *action = qobject_cast<QAction *>(watched); action && !action->autoRepeat() && m_repeats)
            return true;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace arb::ui
