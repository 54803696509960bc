// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace arb::ui {

/// Two lines above everything at the bottom of the window, each going by itself: an offer with one thing to do about it, and
/// what was said last. A sentence never takes the place of an offer that still stands. Sentences come as what makes them, so
/// that they follow the language while they stand.
class Toast : public QFrame
{
    Q_OBJECT

public:
    explicit Toast(QWidget *parent);
    /// While what holds @p room is on show, it stands in @p room, which is as high as the toast and gone without one:
    /// nothing of such a page is ever covered. Elsewhere it stands over the window's lower end.
    void addRoom(QWidget *room);
    using Words = std::function<QString()>;
    void say(const Words &text, int seconds);
    /// The seconds left are counted down in the button's text (%1).
    void offer(const Words &text, const Words &button, int seconds);
    bool isOffering() const; ///< an offer stands
    void withdraw(); ///< the offer no longer stands
    void hush();     ///< what was said no longer holds

Q_SIGNALS:
    void pressed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void appear(const QString &alert);
    void arrange();
    void place();
    QWidget *room() const; ///< the one on show; none on other pages
    void restyle();
    void retranslate();
    void count();

    QList<QWidget *> m_rooms;
    QLabel *m_offer;
    QPushButton *m_button;
    QLabel *m_text;
    QTimer m_timer;
    Words m_offerWords, m_buttonWords, m_textWords;
    int m_offerLeft = 0, m_textLeft = 0;
};

} // namespace arb::ui
