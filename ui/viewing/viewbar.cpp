// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/viewbar.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QToolButton>

namespace arb::ui {

ViewBar::ViewBar(QWidget *parent)
    : QWidget(parent)
{
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(4, 2, 4, 2);
    m_row->setSpacing(2);
}

QToolButton *ViewBar::addGlyph(QAction *action, Glyph glyph)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setIconSize(QSize(16, 16));
    button->setMinimumSize(26, 26);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    const auto name = [button, action] { button->setAccessibleName(action->text()); };
    connect(action, &QAction::changed, button, name);
    name();
    m_entries.append({action, glyph});
    action->setIcon(glyphIcon(glyph, palette()));
    m_row->addWidget(button);
    return button;
}

void ViewBar::setGlyph(QAction *action, Glyph glyph)
{
    for (Entry &entry : m_entries) {
        if (entry.action == action && entry.glyph != glyph) {
            entry.glyph = glyph;
            action->setIcon(glyphIcon(glyph, palette()));
        }
    }
}

void ViewBar::addRest(QWidget *widget, int stretch)
{
    m_row->addWidget(widget, stretch);
}

void ViewBar::addGap()
{
    m_row->addStretch(1);
}

void ViewBar::drawGlyphs()
{
    for (const Entry &entry : m_entries)
        entry.action->setIcon(glyphIcon(entry.glyph, palette()));
}

void ViewBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        drawGlyphs();
    QWidget::changeEvent(event);
}

void setActionWords(QAction *action, const QString &text)
{
    action->setText(text);
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key));
}

} // namespace arb::ui
