// SPDX-License-Identifier: GPL-3.0-or-later
#include "toast.h"

#include <ui/theme.h>

#include <QtCore/QEvent>
#include <QtGui/QAccessible>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace arb::ui {

Toast::Toast(QWidget *parent) : QFrame(parent), m_text(new QLabel(this)), m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("toast"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_button->setObjectName(QStringLiteral("toastButton"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 8, 10, 8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &Toast::count);
    connect(m_button, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT pressed();
    });
    parent->installEventFilter(this);
    restyle();
    hide();
}

void Toast::say(const QString &text, const QString &button, int seconds)
{
    m_text->setText(text);
    m_text->setAccessibleName(text);
    m_buttonText = button;
    m_left = seconds;
    m_button->setVisible(!button.isEmpty());
    m_button->setText(button.contains(QStringLiteral("%1")) ? button.arg(seconds) : button);
    show();
    raise();
    place();
    m_timer.start();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Toast::dismiss()
{
    m_timer.stop();
    hide();
}

void Toast::count()
{
    if (--m_left <= 0) {
        dismiss();
        return;
    }
    if (m_buttonText.contains(QStringLiteral("%1")))
        m_button->setText(m_buttonText.arg(m_left));
}

void Toast::place()
{
    const int width = qMin(parentWidget()->width() - 40, 640);
    setFixedWidth(width);
    adjustSize();
    move((parentWidget()->width() - width) / 2, parentWidget()->height() - height() - 24);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::restyle()
{
    const Tokens &t = tokensFor(palette());
    applySheet(this, QStringLiteral("#toast { background: %1; border: 1px solid %2; border-radius: 6px; } #toast QLabel { color: %3; }")
                      .arg(t.raised.name(), t.accent.name(), t.text.name()));
}

void Toast::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QFrame::changeEvent(event);
}

} // namespace arb::ui
