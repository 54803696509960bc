// SPDX-License-Identifier: GPL-3.0-or-later
#include "activitywatch.h"

#include <QtCore/QEvent>
#include <QtGui/QGuiApplication>

namespace arb::ui {

ActivityWatch::ActivityWatch(QObject *parent) : QObject(parent)
{
    auto *application = qobject_cast<QGuiApplication *>(QCoreApplication::instance());
    application->installEventFilter(this);
    connect(application, &QGuiApplication::applicationStateChanged, this, [this] { Q_EMIT activeChanged(isActive()); });
}

bool ActivityWatch::isActive()
{
    return QGuiApplication::applicationState() == Qt::ApplicationActive;
}

bool ActivityWatch::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::KeyPress || type == QEvent::MouseMove || type == QEvent::MouseButtonPress || type == QEvent::Wheel
        || type == QEvent::TouchBegin || type == QEvent::TouchUpdate || type == QEvent::TabletMove)
        Q_EMIT touched();
    return QObject::eventFilter(watched, event);
}

} // namespace arb::ui
