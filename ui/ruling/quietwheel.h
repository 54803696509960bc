// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QEvent>
#include <QtCore/QObject>
#include <QtWidgets/QWidget>

namespace arb::ui {

/// Keeps the mouse wheel from changing a field: whoever scrolls the form changes no ruling.
class QuietWheel : public QObject
{
public:
    explicit QuietWheel(QWidget *field) : QObject(field)
    {
        field->setFocusPolicy(Qt::StrongFocus); // nor does it take the focus
        field->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel)
            return false;
        event->ignore(); // on to the scroll area
        return true;
    }
};

} // namespace arb::ui
