// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/viewbar.h"

#include "viewing/fittedlabel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <climits>

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
    m_entries.append({action, glyph, button});
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
    m_rest.append(widget);
    m_row->addWidget(widget, stretch);
}

void ViewBar::addGap()
{
    m_row->addStretch(1);
}

void ViewBar::foldInto(QAction *more)
{
    m_more = addGlyph(more, Glyph::More);
    m_entries.last().rank = INT_MAX; // what the others fold into
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_more);
    m_more->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &ViewBar::fillMenu);
    m_row->setSizeConstraint(QLayout::SetNoConstraint);
    fold();
}

void ViewBar::addToMenu(const QList<QAction *> &actions)
{
    m_menuOnly += actions;
    fold();
}

void ViewBar::setRank(const QList<QAction *> &actions, int rank)
{
    for (Entry &entry : m_entries) {
        if (actions.contains(entry.action))
            entry.rank = rank;
    }
    fold();
}

int ViewBar::neededWidth() const
{
    const QMargins margins = m_row->contentsMargins();
    int width = margins.left() + margins.right();
    bool folded = !m_menuOnly.isEmpty();
    for (const Entry &entry : m_entries) {
        folded = folded || entry.folded;
        if (!entry.folded && entry.button != m_more && entry.action->isVisible())
            width += std::max(entry.button->sizeHint().width(), entry.button->minimumWidth()) + m_row->spacing();
    }
    for (const QWidget *widget : m_rest) { // what can say it shorter does so before a button goes
        const bool isFitted = qobject_cast<const FittedLabel *>(widget) != nullptr;
        width += (isFitted ? widget->minimumSizeHint() : widget->sizeHint()).width() + m_row->spacing();
    }
    return folded ? width + m_more->sizeHint().width() + m_row->spacing() : width;
}

void ViewBar::fold()
{
    if (!m_more)
        return;
    for (Entry &entry : m_entries)
        entry.folded = false;
    while (neededWidth() > width()) {
        Entry *next = nullptr;
        for (Entry &entry : m_entries) {
            if (!entry.folded && entry.button != m_more && entry.action->isVisible() && (!next || entry.rank <= next->rank))
                next = &entry;
        }
        if (!next)
            break;
        next->folded = true;
    }
    const bool any = !m_menuOnly.isEmpty() || std::ranges::any_of(m_entries, &Entry::folded);
    for (const Entry &entry : std::as_const(m_entries))
        entry.button->setVisible(entry.button == m_more ? any : !entry.folded && entry.action->isVisible());
}

void ViewBar::fillMenu()
{
    QMenu *menu = m_more->menu();
    menu->clear();
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.folded)
            menu->addAction(entry.action);
    }
    menu->addSeparator();
    menu->addActions(m_menuOnly);
}

void ViewBar::setLow(bool low)
{
    const int space = low ? 0 : 2;
    m_row->setContentsMargins(4, space, 4, space);
}

QSize ViewBar::minimumSizeHint() const
{
    const QSize whole = QWidget::minimumSizeHint();
    return m_more ? QSize(std::min(160, whole.width()), whole.height()) : whole;
}

void ViewBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

bool ViewBar::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fold(); // a field has other words, and another width, in another language
    return done;
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
