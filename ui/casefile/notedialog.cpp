// SPDX-License-Identifier: GPL-3.0-or-later
#include "notedialog.h"

#include "shell/accessibleroles.h"

#include <presentation/notewords.h>

#include <QtCore/QAbstractItemModel>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollBar>

namespace arb::ui {

NoteDialog::NoteDialog(const std::optional<domain::Citation> &place, const QString &placeWords, const QStringList &people, const QString &begun, QWidget *parent)
    : TextDialog(tr("Write a note"), tr("A note of the desk. @ and a name tells a colleague."), begun, parent), m_place(place), m_pin(new QCheckBox(this)),
      m_visibility(new QComboBox(this)), m_names(new QCompleter(people, this))
{
    m_pin->setObjectName(QStringLiteral("notePin"));
    QString words = placeWords;
    m_pin->setText(tr("Pinned to %1").arg(words.replace(QLatin1Char('&'), QStringLiteral("&&")))); // a party's text has no keys
    m_pin->setChecked(place.has_value());
    m_pin->setVisible(place.has_value());
    m_visibility->setObjectName(QStringLiteral("noteVisibility"));
    nameChoice(m_visibility, tr("Who may read the note"));
    for (const domain::NoteVisibility visibility : {domain::NoteVisibility::DeskOnly, domain::NoteVisibility::MayBeQuoted})
        m_visibility->addItem(presentation::visibilityText(visibility), static_cast<int>(visibility));
    m_visibility->setItemData(0, tr("Never in anything that a party reads"), Qt::ToolTipRole);
    m_visibility->setItemData(1, tr("It may stand in reasons and letters"), Qt::ToolTipRole);
    addBelow(m_pin);
    addBelow(m_visibility);
    m_names->setWidget(field());
    m_names->setCaseSensitivity(Qt::CaseInsensitive);
    m_names->setCompletionMode(QCompleter::PopupCompletion);
    m_names->popup()->setObjectName(QStringLiteral("noteNames"));
    m_names->popup()->setAccessibleName(tr("People of the desk"));
    m_names->setWrapAround(false); // past the last name there is no name to be chosen
    field()->installEventFilter(this);
    m_names->popup()->installEventFilter(this); // after the completer, and so before it
    connect(field(), &QPlainTextEdit::textChanged, this, &NoteDialog::offerNames);
    connect(m_names, qOverload<const QString &>(&QCompleter::activated), this, &NoteDialog::complete);
}

usecases::NoteWish NoteDialog::wish() const
{
    usecases::NoteWish wish{.text = text()};
    if (m_place && m_pin->isChecked())
        wish.place = m_place;
    wish.visibility = static_cast<domain::NoteVisibility>(m_visibility->currentData().toInt());
    return wish;
}

std::optional<QString> NoteDialog::begunName() const
{
    constexpr qsizetype longestName = 64;
    const QString before = field()->toPlainText().left(field()->textCursor().position());
    const qsizetype at = before.lastIndexOf(QLatin1Char('@'));
    if (at < 0 || before.size() - at > longestName || before.indexOf(QLatin1Char('\n'), at) >= 0)
        return std::nullopt;
    return before.mid(at + 1);
}

void NoteDialog::offerNames()
{
    const std::optional<QString> begun = begunName();
    m_names->setCompletionPrefix(begun.value_or(QString()));
    // A whole name needs no offer; it would only take the keys away.
    const bool whole = begun && m_names->completionCount() == 1 && m_names->currentCompletion() == *begun;
    if (!begun || whole || m_names->completionCount() == 0) {
        m_names->popup()->hide();
        return;
    }
    m_names->popup()->setCurrentIndex(m_names->completionModel()->index(0, 0));
    QRect at = field()->cursorRect();
    at.setWidth(m_names->popup()->sizeHintForColumn(0) + m_names->popup()->verticalScrollBar()->sizeHint().width());
    m_names->complete(at);
}

void NoteDialog::complete(const QString &name)
{
    QTextCursor cursor = field()->textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, static_cast<int>(begunName().value_or(QString()).size()));
    cursor.insertText(QString(name + QLatin1Char(' ')));
    field()->setTextCursor(cursor);
}

/// The name that is marked, or the first one.
void NoteDialog::choose()
{
    const QModelIndex marked = m_names->popup()->currentIndex();
    const QModelIndex chosen = marked.isValid() ? marked : m_names->completionModel()->index(0, 0);
    const QString name = chosen.data(m_names->completionRole()).toString();
    m_names->popup()->hide();
    if (!name.isEmpty())
        complete(name);
}

/// While names are offered, Enter and Tab choose one; they are no line break and do not leave the field. The keys come to the
/// list, and the completer would hand them to the field past the filters of that.
bool NoteDialog::eventFilter(QObject *watched, QEvent *event)
{
    const bool here = watched == field() || watched == m_names->popup();
    if (here && event->type() == QEvent::KeyPress && m_names->popup()->isVisible()) {
        const auto *press = static_cast<QKeyEvent *>(event);
        const int key = press->key();
        const bool chooses = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab;
        const bool plain = (press->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier; // Ctrl+Enter answers
        if ((chooses && plain) || key == Qt::Key_Escape) {
            event->accept();
            if (chooses)
                choose();
            else
                m_names->popup()->hide();
            return true;
        }
    }
    return TextDialog::eventFilter(watched, event);
}

} // namespace arb::ui
