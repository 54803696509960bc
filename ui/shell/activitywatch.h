// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

namespace arb::ui {

/// Whether somebody is at this program: its windows have the keyboard, and a hand moves. It sees that, never what is typed.
class ActivityWatch : public QObject
{
    Q_OBJECT

public:
    explicit ActivityWatch(QObject *parent = nullptr);
    static bool isActive();

Q_SIGNALS:
    void touched();
    void activeChanged(bool active);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace arb::ui
