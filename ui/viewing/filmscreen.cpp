// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/filmscreen.h"

#include <QtGui/QCloseEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QScreen>
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

void FilmScreen::cover()
{
    // Full screen is a wish to the window manager; where there is none, this is all that happens.
    setGeometry(parentWidget()->screen()->geometry());
    showFullScreen();
}

bool FilmScreen::leaves(const QKeyEvent &event)
{
    const bool plain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    return plain && (event.key() == Qt::Key_Escape || event.key() == Qt::Key_F);
}

bool FilmScreen::event(QEvent *event)
{
    // The window's own F goes to what lies behind here.
    if (event->type() == QEvent::ShortcutOverride && leaves(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void FilmScreen::keyPressEvent(QKeyEvent *event)
{
    // What has the keyboard was asked first: a region is dropped before the screen is left.
    if (leaves(*event))
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
