// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk itself adds to a case: its notes below the evidence, and exhibits made of others.
#include "casepanel.h"

#include "comparedesk.h"
#include "evidencepane.h"
#include "notespanel.h"

namespace arb::ui {

void CasePanel::connectDeskWork()
{
    m_notes->hide();
    connect(m_notes, &NotesPanel::closeWanted, this, [this] { setNotesOpen(false); });
    for (EvidencePane *pane : {m_buyer, m_merchant, m_compare->third()}) {
        connect(pane, &EvidencePane::pictureWanted, this, [this](const QImage &whole, const domain::Citation &place) { Q_EMIT pictureWanted(whole, place, m_shown); });
        connect(pane, &EvidencePane::readingWanted, this,
                [this](const domain::MachineReading &reading, const domain::Citation &place) { Q_EMIT readingWanted(reading, place, m_shown); });
    }
}

void CasePanel::fillNotes()
{
    if (!m_notesOpen)
        return;
    if (const usecases::CaseView *view = m_session.view())
        m_notes->setCase(*view, m_session.actor().person);
    else
        m_notes->clear();
}

void CasePanel::setNotesOpen(bool open)
{
    const bool takesKeyboard = !open && m_notes->hasFocusInside();
    m_notesOpen = open;
    fillNotes();
    m_notes->setVisible(open);
    fitBelow();
    if (open)
        m_notes->focusNotes();
    else if (takesKeyboard)
        focusEvidence();
}

std::optional<domain::Citation> CasePanel::sourceOnShow() const
{
    const domain::Exhibit *exhibit = exhibitOf(m_active);
    return exhibit && exhibit->derivedFrom ? std::optional(domain::sourceOf(*exhibit->derivedFrom)) : std::nullopt;
}

} // namespace arb::ui
