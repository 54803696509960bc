// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/waitsign.h"

#include <QtCore/QEvent>
#include <QtGui/QAccessible>

namespace arb::ui {

WaitSign::WaitSign(QWidget *parent)
    : QLabel(parent), m_slow(new QTimer(this)), m_long(new QTimer(this))
{
    setObjectName(QStringLiteral("waitSign"));
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignCenter);
    setWordWrap(true);
    setMargin(8);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_slow->setObjectName(QStringLiteral("waitSlow"));
    m_slow->setSingleShot(true);
    m_slow->setInterval(slowMs);
    m_long->setObjectName(QStringLiteral("waitLong"));
    m_long->setSingleShot(true);
    m_long->setInterval(longMs);
    connect(m_slow, &QTimer::timeout, this, [this] { turnTo(Wait::Slow); });
    connect(m_long, &QTimer::timeout, this, [this] { turnTo(Wait::Long); });
    hide();
}

void WaitSign::begin()
{
    turnTo(Wait::None);
    m_slow->start();
    m_long->start();
}

void WaitSign::stop()
{
    m_slow->stop();
    m_long->stop();
    turnTo(Wait::None);
}

QString WaitSign::words() const
{
    switch (m_wait) {
    case Wait::None: break;
    case Wait::Slow: return tr("Decoding …");
    case Wait::Long: return tr("Decoding … this takes long.");
    }
    return {};
}

void WaitSign::turnTo(Wait wait)
{
    if (wait == m_wait)
        return;
    m_wait = wait;
    setText(words());
    setVisible(wait != Wait::None);
    Q_EMIT wordsChanged();
    if (isVisible() && QAccessible::isActive()) {
        QAccessibleEvent told(this, QAccessible::Alert); // the focus did not move
        QAccessible::updateAccessibility(&told);
    }
}

void WaitSign::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setText(words());
        Q_EMIT wordsChanged();
    }
    QLabel::changeEvent(event);
}

} // namespace arb::ui
