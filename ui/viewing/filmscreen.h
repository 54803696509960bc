// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QKeyEvent;

namespace arb::ui {

/// The whole screen for a viewer's content, with the viewer's keys. Knows nothing of films and decodes nothing: the content is
/// the same widget, and whoever lent it takes it back. Esc and F leave.
class FilmScreen final : public QWidget
{
    Q_OBJECT

public:
    /// A tool window of @p owner's, so that the keys of its window go on working.
    FilmScreen(QWidget *content, QWidget *owner);
    QWidget *content() const { return m_content; }
    /// Over all of the screen that its owner is on, with or without a window manager.
    void cover();

Q_SIGNALS:
    void leaveWanted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    static bool leaves(const QKeyEvent &event);

    QWidget *m_content = nullptr;
};

} // namespace arb::ui
