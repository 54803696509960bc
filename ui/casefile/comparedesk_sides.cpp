// SPDX-License-Identifier: GPL-3.0-or-later
// Which picture of a pair is on which side.
#include "comparedesk.h"

#include "../viewing/canvasviewer.h"

namespace arb::ui {

void CompareDesk::swapSides()
{
    if (!m_left->currentItem() || !m_right->currentItem())
        return;
    m_mayExchange = false;
    if (const std::optional<domain::PairView> now = pairView()) {
        // Told at once: nothing else of the pair has to be touched for it to be kept.
        m_settle.stop();
        m_untold = false;
        Q_EMIT pairLeft(m_memory.keep(*now, PairMemory::Sides::Exchanged));
    }
    exchange();
}

void CompareDesk::exchange()
{
    const EvidencePane::Item left = *m_left->currentItem(), right = *m_right->currentItem();
    const bool isSeen = pictureOn(m_left) && pictureOn(m_right);
    m_left->showItem(right);
    m_right->showItem(left);
    for (const EvidencePane *pane : {m_left, m_right}) {
        if (isSeen && pane->viewer())
            pane->viewer()->uncover(); // what was looked at on one side is not covered again on the other
    }
}

/// Both are on show as the case opens with them, and were left the other way round? Then they stand so again. Not under
/// whoever was sent to a place on one of them.
bool CompareDesk::exchangedAsLeft(const PairMemory::Found &known)
{
    if (!m_mayExchange || !known.pair)
        return false;
    m_mayExchange = false;
    const CanvasViewer *left = pictureOn(m_left), *right = pictureOn(m_right);
    if (!known.pair->swapped || !left || !right || left->wasSent() || right->wasSent())
        return false;
    m_beginning = false;
    exchange();
    return true;
}

} // namespace arb::ui
