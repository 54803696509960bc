// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

class QLabel;
class QPushButton;

namespace arb::ui {

/// Two lines above everything at the bottom of the window, each going by itself: an offer with one thing to do about it, and
/// what was said last. A sentence never takes the place of an offer that still stands.
class Toast : public QFrame
{
    Q_OBJECT

public:
    explicit Toast(QWidget *parent);
    /// Stands over the lower end of @p anchor while that is on show, else over the window's: never over what is worked with.
    void setAnchor(QWidget *anchor);
    void say(const QString &text, int seconds);
    /// The seconds left are counted down in the button's text (%1).
    void offer(const QString &text, const QString &button, int seconds);
    void withdraw(); ///< the offer no longer stands

Q_SIGNALS:
    void pressed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void appear(const QString &alert);
    void arrange();
    void place();
    void restyle();
    void count();

    QWidget *m_anchor = nullptr;
    QLabel *m_offer;
    QPushButton *m_button;
    QLabel *m_text;
    QTimer m_timer;
    QString m_buttonText;
    int m_offerLeft = 0, m_textLeft = 0;
};

} // namespace arb::ui
