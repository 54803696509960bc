// SPDX-License-Identifier: GPL-3.0-or-later
// The case's times below its evidence.
#include "casepanel.h"

#include "comparedesk.h"
#include "evidencepane.h"
#include "exportround.h"
#include "findpanel.h"
#include "notespanel.h"
#include "timelinepanel.h"

#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSplitter>

namespace arb::ui {

namespace {

constexpr int leastBelow = 140; // a panel's heading and some of its lines, below panes that are as low as they go

} // namespace

QWidget *CasePanel::makeTimeline()
{
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setObjectName(QStringLiteral("evidenceAndTimeline"));
    auto *panels = new QSplitter(Qt::Vertical, split);
    panels->addWidget(m_timeline);
    panels->addWidget(m_notes);
    panels->addWidget(m_find);
    panels->setStretchFactor(0, 2);
    panels->setStretchFactor(1, 1);
    panels->setStretchFactor(2, 1);
    panels->setChildrenCollapsible(false);
    // All of them at once need more height than a small screen has: then one scrolls to the others, and the window stays on it.
    m_below = new QScrollArea(split);
    m_below->setObjectName(QStringLiteral("belowEvidence"));
    m_below->setFrameShape(QFrame::NoFrame);
    m_below->setFocusPolicy(Qt::NoFocus); // the panels have the keyboard
    m_below->setWidgetResizable(true);
    m_below->setWidget(panels);
    m_below->setMinimumHeight(leastBelow);
    m_below->hide();
    split->addWidget(m_compare);
    split->addWidget(m_below);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    m_evidenceAndBelow = split;
    m_timeline->hide();
    m_exports = new ExportRound(m_loader, this);
    connect(m_exports, &ExportRound::readFurther, this, &CasePanel::fillTimeline);
    connect(m_timeline, &TimelinePanel::closeWanted, this, [this] { setTimelineOpen(false); });
    connect(m_timeline, &TimelinePanel::openWanted, this, &CasePanel::goToFound);
    connect(m_timeline, &TimelinePanel::citeWanted, this, &CasePanel::placesChosen);
    connect(m_timeline, &TimelinePanel::dragWanted, this, &CasePanel::placesDragged);
    for (EvidencePane *pane : {m_buyer, m_merchant, m_compare->third()}) {
        connect(pane, &EvidencePane::exhibitPointedAt, this, [this](const QString &exhibit) {
            m_pointedAt = exhibit;
            tieTimeline();
        });
        connect(pane, &EvidencePane::viewerChanged, this, &CasePanel::tieTimeline);
    }
    connect(m_timeline, &TimelinePanel::exhibitsTied, this, [this](const QStringList &exhibits) {
        for (EvidencePane *pane : {m_buyer, m_merchant, m_compare->third()})
            pane->setTied(exhibits);
    });
    return split;
}

/// As high as the open panels need to be read without scrolling, where the evidence leaves the room.
void CasePanel::fitBelow()
{
    m_below->setVisible(!m_timeline->isHidden() || !m_notes->isHidden() || !m_find->isHidden());
    if (m_below->isHidden())
        return;
    const int wanted = m_below->widget()->minimumSizeHint().height() + (m_timeline->isHidden() ? 0 : m_timeline->scrolledAway());
    m_evidenceAndBelow->refresh(); // what has just been shown has no height yet
    const QList<int> heights = m_evidenceAndBelow->sizes();
    const int both = heights.at(0) + heights.at(1);
    if (heights.at(1) < wanted && both > wanted)
        m_evidenceAndBelow->setSizes({both - wanted, wanted}); // the panes keep the least they need
}

/// The events of the exhibit under the pointer, else of the one on show in the active side, so that keys tie as well.
void CasePanel::tieTimeline()
{
    if (!m_timelineOpen)
        return;
    const EvidenceRef *shown = m_active ? m_active->current() : nullptr;
    m_timeline->pointOut(m_pointedAt.isEmpty() && shown ? shown->exhibitId : m_pointedAt);
}

void CasePanel::fillTimeline()
{
    if (!m_timelineOpen)
        return;
    readExports();
    if (const usecases::CaseView *view = m_session.view())
        m_timeline->setCase(*view, m_exports->exports());
    else
        m_timeline->clear();
    tieTimeline();
}

/// Only while somebody looks at the times: an export may be as long as it likes.
void CasePanel::readExports()
{
    if (!m_timelineOpen)
        return;
    if (const usecases::CaseView *view = m_session.view())
        m_exports->follow(*view, [this](const domain::Exhibit &exhibit) { return readingOf(exhibit.id, exhibit.sha256); });
    else
        m_exports->leave();
}

void CasePanel::setTimelineOpen(bool open)
{
    const bool takesKeyboard = !open && m_timeline->hasFocusInside();
    m_timelineOpen = open;
    fillTimeline();
    m_timeline->setVisible(open);
    fitBelow();
    if (open) {
        m_timeline->focusTimeline();
        return;
    }
    m_onTimeline = false;
    for (EvidencePane *pane : {m_buyer, m_merchant, m_compare->third()})
        pane->setTied({});
    if (takesKeyboard)
        focusEvidence();
}

} // namespace arb::ui
