// SPDX-License-Identifier: GPL-3.0-or-later
#include "casepanel.h"

#include "comparedesk.h"

#include "../viewing/comparesync.h"

#include <QtCore/QSignalBlocker>
#include <QtGui/QAction>
#include <QtWidgets/QPushButton>

#include <algorithm>

/// How the open case's panel and its compare desk talk to each other, and which of its panes is the active one.
namespace arb::ui {

void CasePanel::joinCompare()
{
    CompareSync *sync = m_compare->sync();
    connect(m_link, &QPushButton::toggled, m_compare, &CompareDesk::setLinked);
    connect(m_link, &QPushButton::toggled, this, &CasePanel::showLinked);
    connect(sync, &CompareSync::linkedChanged, this, [this](bool linked) {
        const QSignalBlocker quiet(m_link); // pins and kept pairs link too; that is no wish of the reader's
        m_link->setChecked(linked);
        showLinked();
    });
    connect(sync, &CompareSync::canLinkChanged, m_link, &QPushButton::setEnabled);
    m_link->setEnabled(sync->canLink());
    for (const EvidencePane *pane : {m_buyer, m_compare->third(), m_merchant}) {
        connect(pane, &EvidencePane::viewerChanged, this, [this, pane] {
            if (pane->current() && !pane->current()->exhibitId.isEmpty())
                Q_EMIT exhibitTurned();
        });
    }
    connect(m_compare, &CompareDesk::pairLeft, this, [this](const domain::PairView &pair) {
        if (!m_shown.isNull())
            Q_EMIT pairLeft(pair, m_shown);
    });
    connect(m_compare, &CompareDesk::thirdShownChanged, this, [this](bool shown) {
        if (!shown && m_active == m_compare->third())
            activate(m_buyer);
    });
    // Chats scroll in step by the messages that they share.
    for (const EvidencePane *pane : {m_buyer, m_compare->third(), m_merchant}) {
        connect(pane, &EvidencePane::platformPlaceChanged, this, [this, pane](const QString &message, bool isExport) {
            for (const EvidencePane *other : m_compare->panes()) {
                if (other != pane && other->viewer())
                    other->viewer()->followPlatform(message, isExport);
            }
        });
    }
    for (int number = 1; number <= 9; ++number) {
        auto *show = new QAction(this);
        show->setObjectName(QStringLiteral("showHere%1").arg(number));
        show->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+%1").arg(number), QKeySequence::PortableText));
        connect(show, &QAction::triggered, this, [this, number] { m_active->showOffer(number); });
        addAction(show);
    }
}

void CasePanel::activate(EvidencePane *pane)
{
    const QList<EvidencePane *> all{m_buyer, m_compare->third(), m_merchant};
    const auto isElsewhere = [pane](const EvidencePane *other) { return other != pane && other->hasFocusInside(); };
    const bool hasKeyboard = std::ranges::any_of(all, isElsewhere);
    m_active = pane;
    m_onTimeline = false;
    for (EvidencePane *side : all)
        side->setActive(side == pane);
    if (hasKeyboard)
        m_compare->focus(pane); // keys never go to another side than the one that is marked
    tieTimeline();
}

/// Else the buyer's, where every case begins.
EvidencePane *CasePanel::paneWithFocus() const
{
    const QList<EvidencePane *> panes = m_compare->panes();
    const auto found = std::ranges::find_if(panes, &EvidencePane::hasFocusInside);
    return found == panes.cend() ? m_buyer : *found;
}

void CasePanel::cyclePane()
{
    const QList<EvidencePane *> panes = m_compare->panes();
    EvidencePane *next = panes.at((panes.indexOf(m_active) + 1) % panes.size());
    m_compare->focus(next); // first: an open card that goes with the keyboard in it would pass it on to anywhere
    activate(next);
}

void CasePanel::focusEvidence()
{
    m_compare->focus(m_active);
}

QList<EvidencePane *> CasePanel::nearestFirst() const
{
    QList<EvidencePane *> panes = m_compare->panes();
    panes.removeOne(m_active);
    panes.prepend(m_active);
    return panes;
}

std::optional<domain::PairView> CasePanel::pairView() const
{
    return m_compare->pairView();
}

void CasePanel::setPairViews(const QList<domain::PairView> &pairs)
{
    if (pairs == m_pairsGiven)
        return;
    m_pairsGiven = pairs;
    m_compare->setPairViews(pairs);
}

bool CasePanel::runCompare(const QString &action)
{
    return m_compare->run(action);
}

bool CasePanel::isThirdShown() const
{
    return m_compare->isThirdShown();
}

void CasePanel::setThirdShown(bool shown)
{
    m_compare->setThirdShown(shown);
}

void CasePanel::setCalm(bool calm)
{
    m_compare->setCalm(calm);
}

} // namespace arb::ui
