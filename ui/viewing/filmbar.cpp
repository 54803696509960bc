// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/filmbar.h"

#include "queue/flowlayout.h"
#include "shell/elidedlabel.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

namespace arb::ui {

FilmBar::FilmBar(QWidget *parent)
    : QWidget(parent), m_where(new QLabel(this)), m_badge(new QLabel(this)), m_said(new ElidedLabel(this)), m_place(new QLineEdit(this))
{
    setObjectName(QStringLiteral("filmBar"));
    auto *row = new FlowLayout(this, 8);
    m_where->setObjectName(QStringLiteral("videoWhere"));
    m_said->setObjectName(QStringLiteral("videoSaid"));
    m_badge->setObjectName(QStringLiteral("videoLeftOut"));
    m_place->setObjectName(QStringLiteral("videoPlace"));
    m_place->setMaxLength(20);
    m_place->setFixedWidth(m_place->fontMetrics().horizontalAdvance(QStringLiteral("00:00:00.000")) + 20);
    for (QLabel *label : {m_where, m_badge})
        label->setTextFormat(Qt::PlainText);
    for (QWidget *widget : {static_cast<QWidget *>(m_where), static_cast<QWidget *>(m_place), static_cast<QWidget *>(m_badge),
                            static_cast<QWidget *>(m_said)})
        row->addWidget(widget);
    m_said->hide();
    m_badge->hide();
    connect(m_place, &QLineEdit::returnPressed, this, &FilmBar::takeTyped);
    connect(m_place, &QLineEdit::textEdited, this, [this] {
        m_misread = false;
        showSaid();
    });
    retranslate();
}

void FilmBar::setWhere(const QString &text)
{
    // The digits run while it plays; the fields beside them should not.
    const int width = m_where->fontMetrics().horizontalAdvance(text);
    if (width > m_where->minimumWidth() || text.isEmpty())
        m_where->setMinimumWidth(width);
    m_where->setText(text);
}

void FilmBar::setSaid(const QString &text)
{
    if (text == m_saidWords)
        return;
    m_saidWords = text;
    showSaid();
}

void FilmBar::setLeftOut(int percent)
{
    m_leftOut = percent;
    m_badge->setText(tr("Frames left out: %1 %").arg(percent));
    m_badge->setVisible(percent > 0);
}

void FilmBar::setTypingEnabled(bool enabled)
{
    m_place->setEnabled(enabled);
    if (!enabled) {
        m_place->clear();
        m_misread = false;
        showSaid();
    }
}

void FilmBar::beginTyping()
{
    m_place->setFocus(Qt::ShortcutFocusReason);
    m_place->selectAll();
}

void FilmBar::takeTyped()
{
    const std::optional<TypedPlace> place = readFilmPlace(m_place->text());
    m_misread = !place;
    showSaid();
    if (!place)
        return;
    m_place->clear();
    Q_EMIT placeTyped(*place);
    Q_EMIT typingLeft();
}

void FilmBar::showSaid()
{
    const QString text = m_misread ? tr("Type a time such as 0:37.2, or a frame such as #1110.") : m_saidWords;
    m_said->setFullText(text);
    m_said->updateGeometry();
    m_said->setVisible(!text.isEmpty());
}

void FilmBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_place->hasFocus()) {
        m_place->clear();
        m_misread = false;
        showSaid();
        Q_EMIT typingLeft();
        return;
    }
    QWidget::keyPressEvent(event);
}

void FilmBar::retranslate()
{
    m_place->setPlaceholderText(tr("Go to"));
    m_place->setAccessibleName(tr("Go to a time or frame"));
    m_place->setToolTip(tr("Type a time such as 0:37.2, or a frame such as #1110."));
    m_badge->setToolTip(tr("This computer is too slow to show every frame in time. Those that are shown are shown at their time; pause and step to see all."));
    m_where->setMinimumWidth(0);
    setLeftOut(m_leftOut);
    showSaid();
}

} // namespace arb::ui
