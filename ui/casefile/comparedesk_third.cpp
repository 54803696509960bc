// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparedesk.h"

#include "../viewing/canvasviewer.h"
#include "../viewing/comparesync.h"

#include <QtCore/QScopedValueRollback>

/// How the third picture hangs on the left one is kept, as the pair's alignment is.
namespace arb::ui {

using domain::PairView;

namespace {

int pageOnShow(const CanvasViewer &viewer)
{
    const auto citation = viewer.shown().kind == domain::ExhibitKind::Document ? viewer.currentCitation() : std::nullopt;
    return citation ? citation->page.value_or(0) : 0;
}

} // namespace

void CompareDesk::watchThird()
{
    if (ViewerWidget *third = m_third->viewer())
        disconnect(third, nullptr, this, nullptr);
    for (const EvidencePane *pane : {m_left, m_third}) {
        if (const ViewerWidget *viewer = pane->viewer())
            connect(viewer, &ViewerWidget::citationChanged, this, [this] { lookThird(false); }); // another page
    }
}

std::optional<PairView> CompareDesk::thirdStanding() const
{
    const CanvasViewer *left = pictureOn(m_left), *third = isThirdShown() ? pictureOn(m_third) : nullptr;
    if (!left || !third)
        return std::nullopt;
    PairView pair;
    pair.left = left->shown().exhibitId;
    pair.right = third->shown().exhibitId;
    pair.leftSha256 = left->shown().sha256;
    pair.rightSha256 = third->shown().sha256;
    pair.leftPage = pageOnShow(*left);
    pair.rightPage = pageOnShow(*third);
    // Pins and modes are left to when the two are compared as the pair.
    if (const std::optional<PairView> known = m_memory.find(pair).pair)
        pair = *known;
    pair.leftView = *left->viewState();
    pair.rightView = *third->viewState();
    pair.linked = m_half ? m_linkedBefore : m_thirdSync->isLinked();
    pair.alignment = m_thirdSync->alignment().value_or(domain::Similarity{});
    return pair;
}

/// Ends what is no longer on show, has the next one begun, and marks what the reader did.
void CompareDesk::lookThird(bool byReader)
{
    const std::optional<PairView> now = thirdStanding();
    if (m_thirdPair && !(now && isSamePair(*now, *m_thirdPair))) {
        leaveThird();
        m_thirdPair.reset();
    }
    if (now && !m_thirdPair && !m_thirdBeginning) {
        m_thirdBeginning = true;
        // After the pair, which may put the left where it was.
        QMetaObject::invokeMethod(this, &CompareDesk::beginThird, Qt::QueuedConnection);
    }
    if (!m_thirdPair || *now == *m_thirdPair)
        return;
    m_thirdPair = now;
    if (!byReader || m_resuming)
        return;
    m_thirdTouched = m_thirdUntold = true;
    m_thirdSettle.start();
}

void CompareDesk::beginThird()
{
    m_thirdBeginning = false;
    const std::optional<PairView> now = thirdStanding();
    if (!now || m_thirdPair)
        return;
    m_thirdTouched = m_thirdUntold = false;
    const QScopedValueRollback<bool> quiet(m_resuming, true);
    if (const std::optional<PairView> known = m_memory.find(*now).pair) {
        pictureOn(m_third)->standAs(known->rightView);
        if (m_thirdSync->isLinked()) {
            m_thirdSync->resume(known->alignment, true);
            m_thirdSync->followLeft(); // wherever the pair has it
        }
    }
    m_thirdPair = thirdStanding();
}

void CompareDesk::leaveThird()
{
    m_thirdSettle.stop();
    if (!m_thirdPair || !m_thirdUntold)
        return;
    m_thirdUntold = false;
    Q_EMIT pairLeft(m_memory.keep(*m_thirdPair, PairMemory::Sides::Untold));
}

} // namespace arb::ui
