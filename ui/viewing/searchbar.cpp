// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/searchbar.h"

#include "viewing/fittedlabel.h"
#include "viewing/viewbar.h"

#include <ui/viewers.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>

namespace arb::ui {

namespace {

/// The viewer whose field @p bar is, or nullptr.
ViewerWidget *viewerAround(const QWidget *bar)
{
    QWidget *around = bar->parentWidget();
    while (around && !qobject_cast<ViewerWidget *>(around))
        around = around->parentWidget();
    return qobject_cast<ViewerWidget *>(around);
}

} // namespace

SearchBar::SearchBar(QWidget *parent)
    : QWidget(parent)
{
    m_field = new QLineEdit(this);
    m_field->setObjectName(QStringLiteral("viewerSearch"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_count = new FittedLabel(this);
    m_count->setObjectName(QStringLiteral("viewerSearchCount"));
    m_previous = new QAction(this);
    m_next = new QAction(this);
    m_buttons = new ViewBar(this);
    m_buttons->addGlyph(m_previous, Glyph::Previous);
    m_buttons->addGlyph(m_next, Glyph::Next);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 4, 4);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    row->addWidget(m_buttons);
    connect(m_field, &QLineEdit::textChanged, this, &SearchBar::wordsChanged);
    connect(m_next, &QAction::triggered, this, &SearchBar::nextWanted);
    connect(m_previous, &QAction::triggered, this, &SearchBar::previousWanted);
    retranslate();
}

bool SearchBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && key->modifiers() == Qt::NoModifier && viewerAround(this)) {
            event->accept(); // before it leaves a comparison
            return true;
        }
    }
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (key->modifiers().testFlag(Qt::ShiftModifier))
                Q_EMIT previousWanted();
            else
                Q_EMIT nextWanted();
            return true;
        }
        ViewerWidget *viewer = key->key() == Qt::Key_Escape && key->modifiers() == Qt::NoModifier ? viewerAround(this) : nullptr;
        if (viewer) {
            viewer->setFocus(); // by its proxy: the picture, the list or the text
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SearchBar::offer(QAction *action, Glyph glyph)
{
    m_buttons->addGlyph(action, glyph);
    const auto enable = [this, action] { action->setEnabled(!words().isEmpty()); };
    connect(m_field, &QLineEdit::textChanged, action, enable);
    enable();
}

QString SearchBar::words() const
{
    return m_field->text();
}

void SearchBar::clear()
{
    m_field->clear();
    setTextless(0, 0);
    setUnread(0);
    setReading(0, 0);
    showCount(0, -1);
}

void SearchBar::beginTyping()
{
    m_field->setFocus();
    m_field->selectAll();
}

void SearchBar::showCount(int current, int hits)
{
    m_current = current;
    m_hits = hits;
    m_next->setEnabled(hits > 0);
    m_previous->setEnabled(hits > 0);
    m_count->setTexts(hits < 0 ? QStringList() : countTexts());
}

/// From the longest to what is said in any case.
QStringList SearchBar::countTexts() const
{
    const QString count = countText();
    if (m_pagesToRead > 0) //: how far a search through a document has come
        return {QStringLiteral("%1 · %2").arg(count, tr("%1 of %2 pages read").arg(m_read).arg(m_pagesToRead)), count};
    if (m_hits == 0 && m_textless > 0 && m_textless == m_pages)
        return {tr("These pages carry no text to search"), tr("No text")};
    QStringList remarks{count};
    if (m_unread > 0)
        remarks.append(tr("%n page(s) could not be read", nullptr, m_unread));
    if (m_textless > 0)
        remarks.append(tr("%n page(s) without text", nullptr, m_textless));
    const QString last = m_hits == 0 && m_unread > 0 ? tr("Not all read") : count;
    return {remarks.join(QStringLiteral(" · ")), last};
}

void SearchBar::setTextless(int textless, int pages)
{
    m_textless = textless;
    m_pages = pages;
    showCount(m_current, m_hits);
}

void SearchBar::setUnread(int unread)
{
    m_unread = unread;
    showCount(m_current, m_hits);
}

void SearchBar::setReading(int read, int pages)
{
    m_read = read;
    m_pagesToRead = pages;
    showCount(m_current, m_hits);
}

QString SearchBar::countText() const
{
    if (m_pagesToRead > 0)
        return m_hits == 0 ? tr("Nothing found so far") : tr("%1 of %2 so far").arg(m_current).arg(m_hits);
    if (m_hits == 0)
        return tr("Not found");
    return m_current == 0 ? tr("%n found", nullptr, m_hits) : tr("%1 of %2").arg(m_current).arg(m_hits);
}

void SearchBar::retranslate()
{
    m_field->setPlaceholderText(tr("Search in this exhibit"));
    m_field->setAccessibleName(tr("Search in this exhibit"));
    setActionWords(m_next, tr("Next hit"));
    setActionWords(m_previous, tr("Previous hit"));
    showCount(m_current, m_hits);
}

} // namespace arb::ui
