// SPDX-License-Identifier: GPL-3.0-or-later
#include "notespanel.h"

#include "../citing/citationmime.h"
#include "../citing/citehandle.h"

#include <presentation/notewords.h>
#include <presentation/recordwords.h>

#include <ui/theme.h>

#include <QtCore/QEvent>
#include <QtGui/QDragEnterEvent>
#include <QtGui/QDropEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace arb::ui {

NotesPanel::NotesPanel(QWidget *parent) : QWidget(parent), m_title(new QLabel(this))
{
    setObjectName(QStringLiteral("notesPanel"));
    setAcceptDrops(true);
    auto *list = new CitableRows<QListWidget>(this);
    m_list = list;
    list->dragged = [this] {
        const domain::DeskNote *note = current();
        if (note && note->place)
            Q_EMIT dragWanted(*note->place);
    };
    m_title->setTextFormat(Qt::PlainText);
    m_list->setObjectName(QStringLiteral("notesList"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 2, 4, 0);
    head->setSpacing(2);
    head->addWidget(m_title, 1);
    m_write = addButton("noteWrite");
    m_go = addButton("noteGo");
    m_quote = addButton("noteQuote");
    m_remove = addButton("noteRemove");
    m_close = addButton("notesClose");
    for (QToolButton *button : {m_write, m_go, m_quote, m_remove, m_close})
        head->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &NotesPanel::enable);
    connect(m_list, &QListWidget::itemActivated, this, &NotesPanel::open);
    connect(m_write, &QToolButton::clicked, this, &NotesPanel::writeWanted);
    connect(m_go, &QToolButton::clicked, this, &NotesPanel::open);
    connect(m_quote, &QToolButton::clicked, this, [this] {
        const domain::DeskNote *note = current();
        const QString text = note ? presentation::quoteOf(*note, m_file) : QString();
        if (!text.isEmpty())
            Q_EMIT quoteWanted(text);
    });
    connect(m_remove, &QToolButton::clicked, this, [this] {
        if (const domain::DeskNote *note = current())
            Q_EMIT removalWanted(note->id);
    });
    connect(m_close, &QToolButton::clicked, this, &NotesPanel::closeWanted);
    retranslate();
    restyle();
    enable();
}

QToolButton *NotesPanel::addButton(const char *name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1StringView(name));
    button->setAutoRaise(true);
    button->setMinimumSize(26, 24);
    return button;
}

void NotesPanel::setCase(const usecases::CaseView &view, const usecases::Person &reader)
{
    m_notes = view.record.notes;
    std::ranges::reverse(m_notes);
    m_file = view.record.file;
    m_reader = reader;
    fill();
}

void NotesPanel::clear()
{
    m_notes.clear();
    m_file = {};
    fill();
}

void NotesPanel::fill()
{
    const qint64 before = m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toLongLong() : 0;
    m_list->clear();
    for (const domain::DeskNote &note : std::as_const(m_notes)) {
        auto *item = new QListWidgetItem(presentation::noteLine(note, m_file), m_list);
        item->setData(Qt::UserRole, note.id.value());
        if (note.id.value() == before)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0 && m_list->count() > 0)
        m_list->setCurrentRow(0);
    m_title->setText(m_notes.isEmpty() ? tr("No notes yet. N writes one at the place on show.") : tr("%n note(s)", nullptr, static_cast<int>(m_notes.size())));
    enable();
}

const domain::DeskNote *NotesPanel::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_notes.size() ? &m_notes.at(row) : nullptr;
}

void NotesPanel::enable()
{
    const domain::DeskNote *note = current();
    m_go->setEnabled(note && note->place);
    m_quote->setEnabled(note && !domain::quotableText(*note).isEmpty());
    const bool own = note && !note->author.isNull() && note->author == m_reader.id;
    m_remove->setEnabled(own || (note && m_reader.role == usecases::Role::Supervisor));
}

void NotesPanel::open()
{
    const domain::DeskNote *note = current();
    if (note && note->place)
        Q_EMIT openWanted(*note->place);
}

bool NotesPanel::hasFocusInside() const
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && isAncestorOf(focus);
}

void NotesPanel::focusNotes()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void NotesPanel::retranslate()
{
    m_list->setAccessibleName(tr("Notes of the case"));
    const auto name = [](QToolButton *button, const QString &words) {
        button->setToolTip(words);
        button->setAccessibleName(words);
    };
    name(m_write, tr("Write a note (N)"));
    name(m_go, tr("Go to the place of the note (Enter)"));
    name(m_quote, tr("Put the note into the reasons"));
    name(m_remove, tr("Remove the note (Delete)"));
    name(m_close, tr("Close the notes (Esc)"));
    fill();
}

void NotesPanel::restyle()
{
    const QColor ink = palette().color(QPalette::Text);
    m_write->setIcon(themedIcon(QStringLiteral("sticky-note"), ink, 16));
    m_go->setIcon(themedIcon(QStringLiteral("arrow-up-right"), ink, 16));
    m_quote->setIcon(themedIcon(QStringLiteral("quote"), ink, 16));
    m_remove->setIcon(themedIcon(QStringLiteral("undo-2"), ink, 16));
    m_close->setIcon(themedIcon(QStringLiteral("x"), ink, 16));
}

void NotesPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeWanted();
    else if (event->key() == Qt::Key_Delete && m_remove->isEnabled())
        m_remove->click();
    else
        QWidget::keyPressEvent(event);
}

void NotesPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (citationsIn(event->mimeData(), m_file.caseNo).isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void NotesPanel::dropEvent(QDropEvent *event)
{
    const QList<domain::Citation> places = citationsIn(event->mimeData(), m_file.caseNo);
    if (places.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT placeDropped(places.first()); // a note has one place
}

void NotesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QWidget::changeEvent(event);
}

} // namespace arb::ui
