// SPDX-License-Identifier: GPL-3.0-or-later
// Search in the open case, and what a machine reads in its pictures for it.
#include "casepanel.h"

#include "comparedesk.h"
#include "evidencepane.h"
#include "factspanel.h"
#include "findpanel.h"
#include "readinground.h"

namespace arb::ui {

void CasePanel::connectSearch()
{
    new ReadingRound(m_session, m_loader, this);
    m_find->hide();
    m_find->setReadings([this](const domain::Exhibit &exhibit) { return readingOf(exhibit.id, exhibit.sha256); });
    connect(m_find, &FindPanel::closeWanted, this, [this] { setFindOpen(false); });
    connect(m_find, &FindPanel::openWanted, this, &CasePanel::goToFound);
    connect(m_find, &FindPanel::allCasesWanted, this, &CasePanel::allCasesWanted);
    connect(m_find, &FindPanel::jumped, this, [this](const usecases::CaseHit &hit, int hits) {
        if (goToFound(hit.place))
            Q_EMIT foundPlace(hit, hits);
    });
    for (EvidencePane *pane : {m_buyer, m_merchant, m_compare->third()}) {
        connect(pane, &EvidencePane::allCasesWanted, this, &CasePanel::allCasesWanted);
        connect(&m_session, &presentation::Session::readingsChanged, pane->card(), [pane] { pane->card()->refresh(); });
    }
    connect(&m_session, &presentation::Session::readingsChanged, this, &CasePanel::fillTimeline);
}

void CasePanel::setFindOpen(bool open)
{
    const bool takesKeyboard = !open && m_find->hasFocusInside();
    m_find->setVisible(open);
    fitBelow();
    if (open)
        m_find->beginTyping();
    else if (takesKeyboard)
        focusEvidence();
}

void CasePanel::jumpTo(const QStringList &words)
{
    m_find->jump(words);
}

} // namespace arb::ui
