// SPDX-License-Identifier: GPL-3.0-or-later
// The pair on show and what is remembered of it: begun, stood as it was left, told of, left.
#include "comparedesk.h"

#include "comparebar.h"
#include "comparecanvas.h"

#include "../viewing/canvasviewer.h"
#include "../viewing/comparesync.h"
#include "../viewing/filmsync.h"

#include <QtCore/QScopedValueRollback>

#include <algorithm>

namespace arb::ui {

using domain::CompareMode;
using domain::PairView;

void CompareDesk::pairUp()
{
    for (const EvidencePane *pane : {m_left, m_right}) {
        ViewerWidget *viewer = pane->viewer();
        if (!viewer)
            continue;
        disconnect(viewer, nullptr, this, nullptr);
        const auto see = [this] {
            if (!isPairOnShow())
                return;
            refreshCanvas();
            if (m_films->isTied())
                sayFilms();
        };
        connect(viewer, &ViewerWidget::pageTurning, this, &CompareDesk::endPair); // the tie hears it, too, whoever is first
        connect(viewer, &ViewerWidget::viewStateChanged, this, see);
        connect(viewer, &ViewerWidget::citationChanged, this, see);
        connect(viewer, &ViewerWidget::pictureReplaced, this, see);
        if (auto *canvas = qobject_cast<CanvasViewer *>(viewer))
            watchPins(canvas, pane == m_left);
    }
    const auto isFilm = [](const EvidencePane *pane) { return pane->current() && pane->current()->kind == domain::ExhibitKind::Video; };
    const QList<EvidencePane *> shown = panes();
    for (EvidencePane *pane : {m_left, m_third, m_right})
        pane->setFilmBeside(std::ranges::count_if(shown, isFilm) > 1);
    watchThird();
    if (!isPairOnShow())
        showPins(); // a viewer that comes back may still have those of its last pair
    m_films->setPair(m_left->viewer(), m_right->viewer());
    m_sync->setPair(m_left->viewer(), m_right->viewer());
    m_thirdSync->setPair(m_left->viewer(), isThirdShown() ? m_third->viewer() : nullptr);
}

std::optional<PairView> CompareDesk::standing() const
{
    const CanvasViewer *left = pictureOn(m_left), *right = pictureOn(m_right);
    if (!left || !right)
        return std::nullopt;
    const auto page = [](const CanvasViewer &viewer) {
        const auto citation = viewer.shown().kind == domain::ExhibitKind::Document ? viewer.currentCitation() : std::nullopt;
        return citation ? citation->page.value_or(0) : 0;
    };
    PairView pair;
    pair.left = left->shown().exhibitId;
    pair.right = right->shown().exhibitId;
    pair.leftSha256 = left->shown().sha256;
    pair.rightSha256 = right->shown().sha256;
    pair.leftPage = page(*left);
    pair.rightPage = page(*right);
    pair.leftView = *left->viewState();
    pair.rightView = *right->viewState();
    pair.linked = m_half ? m_linkedBefore : m_sync->isLinked(); // unlinked only while a partner is looked for
    pair.alignment = m_sync->alignment().value_or(domain::Similarity{});
    pair.pins = m_pins;
    pair.tie = m_films->tie();
    pair.mode = m_mode;
    pair.sliderPermille = m_slider;
    pair.blinkMs = m_blinkMs;
    pair.gainPercent = m_gain;
    pair.opacityPermille = m_opacity;
    return pair;
}

/// True while the pair that has begun is on show. Ends it when it no longer is, and has the next one begun.
bool CompareDesk::isPairOnShow()
{
    const std::optional<PairView> now = standing();
    m_bar->setOverlaying(now.has_value());
    if (m_pair && !(now && isSamePair(*now, *m_pair)))
        endPair();
    m_bar->showTie(now && m_films->canTie(), m_films->isTied(), m_films->canShift());
    if (!now && m_mode != CompareMode::SideBySide)
        setMode(CompareMode::SideBySide);
    if (now && !m_pair && !m_beginning) {
        m_beginning = true;
        // After everybody else who has something to do with a new picture.
        QMetaObject::invokeMethod(this, &CompareDesk::begin, Qt::QueuedConnection);
    }
    return m_pair.has_value();
}

/// Of what has begun, if anything has: what was done to it is told, and nothing of it belongs to what comes next.
void CompareDesk::endPair()
{
    if (!m_pair)
        return;
    m_mayExchange = false; // others are looked at
    leave();
    m_pair.reset();
    m_pins.clear();
    m_half.reset();
    m_sync->letGo();
    m_films->forget();
    showPins();
    say(); // no tie any more
}

void CompareDesk::look(bool byReader)
{
    if (!isPairOnShow())
        return;
    refreshCanvas();
    const std::optional<PairView> now = standing();
    if (*now == *m_pair)
        return;
    m_pair = now;
    if (!byReader)
        return;
    m_touched = m_untold = true;
    m_otherBytes = false;
    m_settle.start();
    say();
}

void CompareDesk::begin()
{
    const std::optional<PairView> now = standing();
    if (!now || m_pair) {
        m_beginning = false;
        return;
    }
    const PairMemory::Found known = m_memory.find(*now);
    if (exchangedAsLeft(known))
        return;
    m_otherBytes = !known.pair && known.otherBytes;
    m_touched = m_untold = false;
    m_tooManyPins = false;
    if (known.pair) {
        resume(*known.pair);
    } else {
        m_pins.clear();
        m_sync->startOver();
        m_films->forget();
        m_sync->setLinked(m_linkedByReader);
        setMode(CompareMode::SideBySide);
    }
    m_chosenPin = static_cast<int>(m_pins.size()) - 1;
    m_beginning = false;
    m_pair = standing();
    m_bar->showTie(m_films->canTie(), m_films->isTied(), m_films->canShift());
    showPins();
    say();
}

void CompareDesk::resume(const PairView &kept)
{
    const QScopedValueRollback<bool> quiet(m_resuming, true);
    CanvasViewer *left = pictureOn(m_left), *right = pictureOn(m_right);
    const bool leftSent = left->isAtDestination(), rightSent = !leftSent && right->isAtDestination();
    left->standAs(kept.leftView);
    right->standAs(kept.rightView);
    m_sync->resume(kept.alignment, kept.linked);
    const bool otherPanes = left->viewState()->zoom != kept.leftView.zoom || right->viewState()->zoom != kept.rightView.zoom;
    if (otherPanes && m_sync->isAligned()) // both fitting, nothing has to follow
        m_sync->followFitted();
    m_thirdSync->followLeft();
    m_pins = kept.pins;
    if (kept.tie)
        m_films->resume(*kept.tie);
    else
        m_films->forget();
    m_slider = kept.sliderPermille;
    m_blinkMs = kept.blinkMs;
    m_gain = kept.gainPercent;
    m_opacity = kept.opacityPermille;
    if (leftSent || rightSent) {
        standWhereSent(leftSent ? left : right, leftSent);
        return;
    }
    // Whoever searches sees what was found, wherever the pair was left.
    const bool leftFound = left->standAtHit(), rightFound = right->standAtHit();
    setMode(leftFound || rightFound ? CompareMode::SideBySide : kept.mode);
}

/// Whoever came from a citation wants to see its place, whatever the pair was left at; the other goes along if they are linked.
/// The pair stays as it was kept until the reader moves something.
void CompareDesk::standWhereSent(CanvasViewer *viewer, bool isLeft)
{
    setMode(CompareMode::SideBySide);
    viewer->standAtDestination();
    if (m_sync->isLinked() && m_sync->alignment())
        m_sync->align(*m_sync->alignment(), isLeft);
}

void CompareDesk::leave()
{
    m_settle.stop();
    if (!m_pair || !m_untold)
        return;
    m_untold = false;
    Q_EMIT pairLeft(m_memory.keep(*m_pair));
}

std::optional<PairView> CompareDesk::pairView() const
{
    return m_pair ? standing() : std::nullopt;
}

void CompareDesk::setPairViews(const QList<PairView> &pairs)
{
    m_memory.setAll(pairs);
    if (m_thirdPair && m_thirdTouched) {
        m_memory.keep(*m_thirdPair, PairMemory::Sides::Untold);
    } else if (m_thirdPair) {
        m_thirdPair.reset();
        beginThird();
    }
    if (!m_pair)
        return;
    if (m_touched) {
        m_memory.keep(*m_pair); // what the reader did since is newer than what was stored
        return;
    }
    m_pair.reset();
    begin();
}

void CompareDesk::forgetPairs()
{
    leave();
    leaveThird();
    m_pair.reset();
    m_thirdPair.reset();
    m_memory.setAll({});
    m_mayExchange = true;
    m_pins.clear();
    m_half.reset();
    m_otherBytes = false;
    m_sync->startOver();
    m_films->forget();
    setPinning(false);
    setMode(CompareMode::SideBySide);
}

} // namespace arb::ui
