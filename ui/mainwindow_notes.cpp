// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk itself adds to the open case: notes, and exhibits made of others.
#include <ui/mainwindow.h>

#include "casefile/casepanel.h"
#include "casefile/notedialog.h"
#include "casefile/notespanel.h"
#include "casefile/picturekeeper.h"
#include "ruling/rulingpanel.h"

#include <presentation/recordwords.h>

#include <algorithm>

namespace arb::ui {

void MainWindow::connectDeskWork()
{
    auto *keeper = new PictureKeeper(this);
    connect(m_case, &CasePanel::pictureWanted, this, [this, keeper](const QImage &whole, const domain::Citation &place, domain::CaseId of) {
        const presentation::Session::About about = m_session.openCase();
        if (about.id == of)
            keeper->keep(whole, place, about);
    });
    const auto derive = [this](const usecases::SupplementFile &kept, const presentation::Session::About &about) {
        m_session.commandAbout(about, QStringLiteral("derive"), [id = about.id, kept](usecases::CaseCommands &commands, const usecases::Command &command) {
            return commands.derive(command, id, kept);
        });
    };
    connect(keeper, &PictureKeeper::packed, this, derive);
    connect(m_case, &CasePanel::readingWanted, this, [this, derive](const domain::MachineReading &reading, const domain::Citation &place, domain::CaseId of) {
        const presentation::Session::About about = m_session.openCase();
        if (about.id != of || !m_session.view())
            return;
        if (const auto kept = keepReadWords(reading, place, m_session.view()->record.file))
            derive(*kept, about);
    });
    connect(keeper, &PictureKeeper::failed, this, [this] {
        say([] { return tr("The picture was not kept: its place is not in it, or there is not enough memory for it."); }, 12);
    });
    NotesPanel *notes = m_case->notes();
    connect(notes, &NotesPanel::openWanted, this, &MainWindow::goTo);
    connect(notes, &NotesPanel::writeWanted, this, &MainWindow::askNote);
    connect(notes, &NotesPanel::placeDropped, this, [this](const domain::Citation &place) {
        // Once the drop is over: the dialog has the keyboard then.
        QMetaObject::invokeMethod(this, [this, place] { askNoteAt(place); }, Qt::QueuedConnection);
    });
    connect(notes, &NotesPanel::dragWanted, this, [this](const domain::Citation &place) { dragPlaces({place}); });
    connect(notes, &NotesPanel::removalWanted, this, [this](domain::NoteId note) {
        const presentation::Session::About about = m_session.openCase();
        m_session.commandAbout(about, QStringLiteral("note_remove"), [id = about.id, note](usecases::CaseCommands &commands, const usecases::Command &command) {
            return commands.removeNote(command, id, note);
        });
    });
    connect(notes, &NotesPanel::quoteWanted, this, [this](const QString &text) {
        if (!needsForm())
            return;
        m_ruling->quote(text);
        say([] { return tr("The note stands in the reasons now."); });
    });
}

void MainWindow::askNote()
{
    askNoteAt(placeToCite());
}

void MainWindow::askNoteAt(const std::optional<domain::Citation> &place)
{
    if (!needsCase())
        return;
    const presentation::Session::About about = m_session.openCase();
    const QString key = begunKey(QStringLiteral("note"), m_session.actor().person, about.id);
    QStringList people;
    for (const usecases::Person &person : std::as_const(m_services.people))
        people.append(person.name);
    const QString words = place ? presentation::citationText(*place, m_session.view()->record.file) : QString();
    auto *dialog = new NoteDialog(place, words, people, m_begun.value(key), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this, dialog, key, about](int answer) {
        const usecases::NoteWish wish = dialog->wish();
        m_begun.insert(key, wish.text); // Esc and a refusal cost nobody their sentences
        if (answer != QDialog::Accepted)
            return;
        m_session.commandAbout(about, QStringLiteral("note"), [id = about.id, wish](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.note(command, id, wish); });
    });
    dialog->open();
}

void MainWindow::goToSource()
{
    const auto source = m_case->sourceOnShow();
    if (source)
        goTo(*source);
    else
        say([] { return tr("The exhibit on show was handed in; it was not made of another one."); });
}

} // namespace arb::ui
