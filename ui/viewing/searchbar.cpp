// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/searchbar.h"

#include "viewing/viewbar.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

namespace arb::ui {

SearchBar::SearchBar(QWidget *parent)
    : QWidget(parent)
{
    m_field = new QLineEdit(this);
    m_field->setObjectName(QStringLiteral("viewerSearch"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("viewerSearchCount"));
    m_count->setTextFormat(Qt::PlainText);
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
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (key->modifiers().testFlag(Qt::ShiftModifier))
                Q_EMIT previousWanted();
            else
                Q_EMIT nextWanted();
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
    if (hits < 0)
        m_count->clear();
    else if (hits == 0)
        m_count->setText(tr("Not found"));
    else if (current == 0)
        m_count->setText(tr("%n found", nullptr, hits));
    else
        m_count->setText(tr("%1 of %2").arg(current).arg(hits));
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
