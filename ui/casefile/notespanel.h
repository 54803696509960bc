// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/opencase.h>

#include <QtWidgets/QWidget>

class QLabel;
class QListWidget;
class QToolButton;

namespace arb::ui {

/// The open case's notes: Enter goes to the place a note is pinned to. Escape closes it. It writes nothing itself; it says
/// what is wanted. A citation that is dropped here is a place for a new note; a note's own place can be dragged away.
class NotesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit NotesPanel(QWidget *parent = nullptr);

    void setCase(const usecases::CaseView &view, const usecases::Person &reader);
    void clear();
    bool hasFocusInside() const;
    void focusNotes();

Q_SIGNALS:
    void openWanted(const arb::domain::Citation &place);
    void quoteWanted(const QString &text); ///< of a note that may be quoted, into the reasons
    void removalWanted(arb::domain::NoteId note);
    void writeWanted();
    void placeDropped(const arb::domain::Citation &place); ///< a note is to be written there
    void dragWanted(const arb::domain::Citation &place);   ///< the place of the chosen note, away from here
    void closeWanted();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    const domain::DeskNote *current() const;
    void fill();
    void enable();
    void open();
    void retranslate();
    void restyle();
    QToolButton *addButton(const char *name);

    QList<domain::DeskNote> m_notes; ///< newest first
    domain::CaseFile m_file;
    usecases::Person m_reader;
    QLabel *m_title;
    QToolButton *m_write = nullptr, *m_go = nullptr, *m_quote = nullptr, *m_remove = nullptr, *m_close = nullptr;
    QListWidget *m_list;
};

} // namespace arb::ui
