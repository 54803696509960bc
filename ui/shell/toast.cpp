// SPDX-License-Identifier: GPL-3.0-or-later
#include "toast.h"

#include "wrappedlabel.h"

#include <ui/theme.h>

#include <QtCore/QEvent>
#include <QtGui/QAccessible>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace arb::ui {

Toast::Toast(QWidget *parent) : QFrame(parent), m_offer(new QLabel(this)), m_button(new QPushButton(this)), m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("toast"));
    m_offer->setObjectName(QStringLiteral("toastOffer"));
    m_text->setObjectName(QStringLiteral("toastText"));
    for (QLabel *label : {m_offer, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_button->setObjectName(QStringLiteral("toastButton"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(14, 8, 10, 8);
    layout->setColumnStretch(0, 1);
    layout->addWidget(m_offer, 0, 0);
    layout->addWidget(m_button, 0, 1);
    layout->addWidget(m_text, 1, 0, 1, 2);
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &Toast::count);
    connect(m_button, &QPushButton::clicked, this, [this] {
        withdraw();
        Q_EMIT pressed();
    });
    parent->installEventFilter(this);
    restyle();
    arrange();
}

void Toast::addRoom(QWidget *room)
{
    m_rooms.append(room);
    room->hide();
    room->installEventFilter(this);
    room->parentWidget()->installEventFilter(this);
}

QWidget *Toast::room() const
{
    const auto found = std::ranges::find_if(m_rooms, [](const QWidget *room) { return room->parentWidget()->isVisible(); });
    return found == m_rooms.cend() ? nullptr : *found;
}

void Toast::say(const Words &text, int seconds)
{
    m_textWords = text;
    m_textLeft = seconds;
    retranslate();
    appear(m_text->text());
}

void Toast::offer(const Words &text, const Words &button, int seconds)
{
    m_offerWords = text;
    m_buttonWords = button;
    m_offerLeft = seconds;
    m_textLeft = 0; // what was said before is older than the offer
    retranslate();
    appear(m_offer->text());
}

void Toast::retranslate()
{
    if (m_offerLeft > 0) {
        m_offer->setText(breakable(m_offerWords()));
        m_button->setText(m_buttonWords().arg(m_offerLeft));
    }
    if (m_textLeft > 0)
        m_text->setText(breakable(m_textWords()));
}

bool Toast::isOffering() const
{
    return m_offerLeft > 0;
}

void Toast::withdraw()
{
    m_offerLeft = 0;
    arrange();
}

void Toast::hush()
{
    m_textLeft = 0;
    arrange();
}

void Toast::appear(const QString &alert)
{
    setAccessibleName(alert);
    arrange();
    m_timer.start();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Toast::arrange()
{
    m_offer->setVisible(m_offerLeft > 0);
    m_button->setVisible(m_offerLeft > 0);
    m_text->setVisible(m_textLeft > 0);
    const bool any = m_offerLeft > 0 || m_textLeft > 0;
    setVisible(any);
    if (!any) {
        m_timer.stop();
        for (QWidget *room : std::as_const(m_rooms))
            room->hide();
        return;
    }
    raise();
    place();
}

void Toast::count()
{
    const bool ends = m_offerLeft == 1 || m_textLeft == 1;
    m_offerLeft = qMax(0, m_offerLeft - 1);
    m_textLeft = qMax(0, m_textLeft - 1);
    if (m_offerLeft > 0)
        m_button->setText(m_buttonWords().arg(m_offerLeft));
    if (ends)
        arrange();
}

void Toast::place()
{
    QWidget *own = room();
    QRect free = parentWidget()->rect().adjusted(20, 0, -20, -24);
    if (own) {
        own->show();
        if (QLayout *column = own->parentWidget()->layout())
            column->activate(); // a room that was hidden does not know yet how wide it is
        free = QRect(own->mapTo(parentWidget(), QPoint(0, 0)), own->size());
    }
    const int width = qMin(free.width(), 640);
    layout()->activate();
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : layout()->totalSizeHint().height();
    setGeometry(free.center().x() - width / 2, own ? free.top() : free.bottom() - height, width, height);
    if (own)
        own->setFixedHeight(height); // where it lies then is told by its events
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if ((type == QEvent::Resize || type == QEvent::Move || type == QEvent::Show || type == QEvent::Hide) && isVisible())
        place(); // Show and Hide: another page
    if (watched == parentWidget() && event->type() == QEvent::PaletteChange)
        restyle();
    return QFrame::eventFilter(watched, event);
}

void Toast::restyle()
{
    const Tokens &t = tokensFor(parentWidget()->palette()); // a style sheet of one's own holds one's palette back
    applySheet(this, QStringLiteral("#toast { background: %1; border: 1px solid %2; border-radius: 6px; } #toast QLabel { color: %3; }")
                      .arg(t.raised.name(), t.accent.name(), t.text.name()));
}

void Toast::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        arrange(); // it may need more room
    }
    QFrame::changeEvent(event);
}

} // namespace arb::ui
