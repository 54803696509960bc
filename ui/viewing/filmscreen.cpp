// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/filmscreen.h"

#include <QtGui/QCloseEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QVBoxLayout>

namespace arb::ui {

FilmScreen::FilmScreen(QWidget *content, QWidget *owner)
    : QWidget(owner, Qt::Tool | Qt::FramelessWindowHint), m_content(content)
{
    setObjectName(QStringLiteral("filmScreen"));
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(content);
    content->show();
    addActions(owner->actions());
}

void FilmScreen::keyPressEvent(QKeyEvent *event)
{
    // What has the keyboard was asked first: a region is dropped before the screen is left.
    if (event->key() == Qt::Key_Escape)
        Q_EMIT leaveWanted();
    else
        QWidget::keyPressEvent(event);
}

void FilmScreen::closeEvent(QCloseEvent *event)
{
    event->ignore();
    Q_EMIT leaveWanted();
}

} // namespace arb::ui
