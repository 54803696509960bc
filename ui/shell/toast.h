// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

class QLabel;
class QPushButton;

namespace arb::ui {

/// A line above everything at the bottom of the window, with one thing to do about it; goes by itself.
class Toast : public QFrame
{
    Q_OBJECT

public:
    explicit Toast(QWidget *parent);
    /// @p button empty: no button. @p seconds left are counted down in the button's text (%1).
    void say(const QString &text, const QString &button, int seconds);
    void dismiss();

Q_SIGNALS:
    void pressed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    void restyle();
    void count();

    QLabel *m_text;
    QPushButton *m_button;
    QTimer m_timer;
    QString m_buttonText;
    int m_left = 0;
};

} // namespace arb::ui
