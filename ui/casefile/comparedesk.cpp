// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparedesk.h"

#include "comparebar.h"
#include "comparecanvas.h"
#include "filesearch.h"

#include "../viewing/canvasviewer.h"
#include "../viewing/comparesync.h"
#include "../viewing/filmsync.h"

#include <QtCore/QEvent>
#include <QtCore/QScopedValueRollback>
#include <QtGui/QAction>
#include <QtGui/QKeySequence>
#include <QtWidgets/QApplication>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>

namespace arb::ui {

using domain::CompareMode;
using domain::PairView;

namespace {

constexpr int settleMs = 400; ///< at rest for so long, a pair is told of

} // namespace

CompareDesk::CompareDesk(EvidenceLoader &loader, QWidget *parent)
    : CompareDesk(loader, std::make_shared<FileSearches>(loader), parent)
{
}

CompareDesk::CompareDesk(EvidenceLoader &loader, const std::shared_ptr<FileSearches> &searches, QWidget *parent)
    : QWidget(parent), m_left(new EvidencePane(loader, searches, PaneSide::Buyer, this)), m_third(new EvidencePane(loader, searches, PaneSide::Listing, this)),
      m_right(new EvidencePane(loader, searches, PaneSide::Merchant, this)), m_panes(new QSplitter(Qt::Horizontal, this)), m_stack(new QStackedWidget(this)),
      m_bar(new CompareBar(this)), m_canvas(new CompareCanvas(this)), m_sync(new CompareSync(this)), m_thirdSync(new CompareSync(this)), m_films(new FilmSync(this)),
      m_readPane(m_left)
{
    setObjectName(QStringLiteral("compareDesk"));
    m_panes->setChildrenCollapsible(false);
    m_panes->setHandleWidth(6);
    // No side gets more room than another, whatever its headings ask for; the handles are the reviewer's.
    for (EvidencePane *pane : {m_left, m_third, m_right}) {
        m_panes->addWidget(pane);
        m_panes->setStretchFactor(m_panes->count() - 1, 1);
        pane->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
        connect(pane, &EvidencePane::viewerChanged, this, &CompareDesk::pairUp);
    }
    m_third->hide();
    m_panes->setSizes({1000, 1000, 1000});
    m_stack->addWidget(m_panes);
    m_stack->addWidget(m_canvas);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);

    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, &CompareDesk::leave);
    m_thirdSettle.setSingleShot(true);
    m_thirdSettle.setInterval(settleMs);
    connect(&m_thirdSettle, &QTimer::timeout, this, &CompareDesk::leaveThird);
    connect(m_sync, &CompareSync::moved, this, &CompareDesk::look);
    connect(m_thirdSync, &CompareSync::moved, this, &CompareDesk::lookThird);
    connect(m_thirdSync, &CompareSync::canLinkChanged, this, [this] { lookThird(false); });
    connect(m_sync, &CompareSync::linkedChanged, m_thirdSync, &CompareSync::setLinked);
    const auto tell = [this](CompareSync *other) {
        if (m_chaining)
            return; // one of them is at the end of its zoom; the other keeps to the left all the same
        const QScopedValueRollback<bool> once(m_chaining, true);
        other->followLeft();
    };
    connect(m_sync, &CompareSync::leftFollowed, this, [this, tell] { tell(m_thirdSync); });
    connect(m_thirdSync, &CompareSync::leftFollowed, this, [this, tell] { tell(m_sync); });
    connectBar();
    connectFilms();
    connectCanvas();
    makeKeys();
    setCalm(false);
    m_bar->setOverlaying(false);
}

CompareDesk::~CompareDesk()
{
    // Panes and viewers go after this; what they still say is of no pair.
    for (const EvidencePane *pane : {m_left, m_third, m_right}) {
        disconnect(pane, nullptr, this, nullptr);
        if (pane->viewer())
            disconnect(pane->viewer(), nullptr, this, nullptr);
    }
}

void CompareDesk::connectBar()
{
    const auto on = [this](const char *id, auto act) { connect(m_bar->action(QLatin1StringView(id)), &QAction::triggered, this, act); };
    connect(m_bar, &CompareBar::modeChosen, this, [this](CompareMode mode) {
        setMode(mode);
        focus(m_readPane);
        look(true);
    });
    connect(m_bar, &CompareBar::valueChosen, this, &CompareDesk::setModeValue);
    connect(m_bar, &CompareBar::pinPicked, this, [this](int pin) {
        m_chosenPin = pin;
        showPins();
    });
    on("comparePause", [this](bool paused) { setPaused(paused); });
    on("comparePins", [this](bool checked) { setPinning(checked); });
    on("comparePinOut", [this] { removePin(); });
    on("compareAlone", [this](bool checked) {
        m_sync->setAlone(checked);
        m_thirdSync->setAlone(checked);
    });
    on("compareSwap", [this] { swapSides(); });
    on("compareThird", [this](bool checked) { setThirdShown(checked); });
}

void CompareDesk::connectCanvas()
{
    connect(m_canvas, &CompareCanvas::viewWanted, this, [this](const ViewState &left) { m_sync->moveBoth(left, m_canvas->alignment()); });
    connect(m_canvas, &CompareCanvas::alignmentWanted, this, [this](const domain::Similarity &alignment) {
        if (m_sync->isLinked())
            m_sync->align(alignment);
        else
            m_sync->moveBoth(m_canvas->leftView(), alignment);
    });
    connect(m_canvas, &CompareCanvas::sliderMoved, this, [this](int permille) {
        m_slider = permille;
        m_bar->showMode(m_mode, permille);
        look(true);
    });
    connect(m_canvas, &CompareCanvas::sideShown, this, &CompareDesk::say);
    connect(m_canvas, &CompareCanvas::pauseWanted, this, &CompareDesk::setPaused);
}

void CompareDesk::makeKeys()
{
    const auto key = [this](const char *id, const QList<QKeySequence> &keys, auto act) {
        auto *action = new QAction(m_stack); // not the bar: there Enter and Delete belong to its fields
        action->setObjectName(QLatin1StringView(id));
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setEnabled(false); // until there is something to leave or to pin
        connect(action, &QAction::triggered, this, act);
        m_stack->addAction(action);
        return action;
    };
    m_back = key("compareBack", {Qt::Key_Escape}, [this] {
        if (m_pinning)
            setPinning(false);
        else
            showPanes();
    });
    m_put = key("pinPut", {Qt::Key_Return, Qt::Key_Enter}, [this] { pinHere(false); });
    m_move = key("pinMove", {QKeySequence(Qt::SHIFT | Qt::Key_Return), QKeySequence(Qt::SHIFT | Qt::Key_Enter)}, [this] { pinHere(true); });
    m_out = key("pinOut", {Qt::Key_Backspace}, [this] { removePin(); });
}

QList<EvidencePane *> CompareDesk::panes() const
{
    if (isThirdShown())
        return {m_left, m_third, m_right};
    return {m_left, m_right};
}

bool CompareDesk::isThirdShown() const
{
    return !m_third->isHidden();
}

bool CompareDesk::isInView(const EvidencePane *pane) const
{
    return pane->isVisible() || (m_canvas->isVisible() && pane != m_third);
}

void CompareDesk::setThirdShown(bool shown)
{
    m_bar->action(QStringLiteral("compareThird"))->setChecked(shown);
    if (shown == isThirdShown())
        return;
    const bool hadFocus = m_third->hasFocusInside();
    m_third->setVisible(shown);
    // Hidden it holds no picture, and decodes none.
    m_third->setItems(shown ? m_thirdItems : QList<EvidencePane::Item>());
    if (m_readPane == m_third)
        m_readPane = m_left;
    if (hadFocus)
        focus(m_left);
    pairUp();
    Q_EMIT thirdShownChanged(shown);
}

void CompareDesk::setThirdItems(const QList<EvidencePane::Item> &items, bool ofTheSameCase)
{
    m_thirdItems = items;
    if (isThirdShown())
        m_third->setItems(items, ofTheSameCase);
}

void CompareDesk::setCalm(bool calm)
{
    // A desktop without animations wants none here either.
    m_still = calm || style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0;
    m_canvas->setCalm(m_still);
    setPaused(m_canvas->isPaused());
}

void CompareDesk::setPaused(bool paused)
{
    m_canvas->setPaused(paused);
    m_bar->showPaused(paused, m_still);
    say();
}

bool CompareDesk::run(const QString &action)
{
    QAction *found = m_bar->action(action);
    if (found)
        found->trigger();
    return found != nullptr;
}

void CompareDesk::setLinked(bool linked)
{
    m_linkedByReader = linked;
    m_sync->setLinked(linked);
}

// --- ways of comparing -----------------------------------------------------------------------------------------------------

CanvasViewer *CompareDesk::pictureOn(const EvidencePane *pane) const
{
    using domain::ExhibitKind;
    const EvidenceRef *ref = pane->current();
    const bool drawn = ref && (ref->kind == ExhibitKind::Image || ref->kind == ExhibitKind::Document || ref->kind == ExhibitKind::Video);
    auto *viewer = drawn && !ref->exhibitId.isEmpty() ? qobject_cast<CanvasViewer *>(pane->viewer()) : nullptr;
    return viewer && !viewer->isBroken() && !viewer->isCovered() && viewer->viewState() ? viewer : nullptr;
}

void CompareDesk::setMode(CompareMode mode)
{
    const bool over = mode != CompareMode::SideBySide;
    if (over && !(pictureOn(m_left) && pictureOn(m_right))) {
        m_bar->showMode(m_mode, modeValue());
        return;
    }
    if (over && m_pinning)
        setPinning(false);
    const QWidget *focused = QApplication::focusWidget();
    const bool readerInside = focused && m_stack->isAncestorOf(focused);
    for (EvidencePane *pane : panes()) {
        if (pane->hasFocusInside())
            m_readPane = pane;
    }
    m_mode = mode;
    m_canvas->setSlider(m_slider);
    m_canvas->setBlink(m_blinkMs);
    m_canvas->setGain(m_gain);
    m_canvas->setOpacity(m_opacity);
    m_canvas->setMode(mode);
    if (over) {
        m_canvas->setPlace(*pictureOn(m_left)->viewState(), m_sync->alignment().value_or(domain::Similarity{}));
        refreshCanvas();
    }
    QWidget *page = over ? static_cast<QWidget *>(m_canvas) : m_panes;
    const bool turns = m_stack->currentWidget() != page;
    m_stack->setCurrentWidget(page);
    m_bar->showMode(mode, modeValue());
    m_back->setEnabled(over || m_pinning);
    m_playOver->setEnabled(mode != CompareMode::Blink); // there Space stops the blinking
    if (readerInside && turns)
        focus(m_readPane);
    say();
}

int CompareDesk::modeValue() const
{
    switch (m_mode) {
    case CompareMode::SideBySide: return 0;
    case CompareMode::Slider: return m_slider;
    case CompareMode::Blink: return m_blinkMs;
    case CompareMode::Difference: return m_gain;
    case CompareMode::Overlay: return m_opacity;
    }
    return 0;
}

void CompareDesk::setModeValue(int value)
{
    switch (m_mode) {
    case CompareMode::SideBySide: break;
    case CompareMode::Slider:
        m_slider = value;
        m_canvas->setSlider(value);
        break;
    case CompareMode::Blink:
        m_blinkMs = value;
        m_canvas->setBlink(value);
        break;
    case CompareMode::Difference:
        m_gain = value;
        m_canvas->setGain(value);
        break;
    case CompareMode::Overlay:
        m_opacity = value;
        m_canvas->setOpacity(value);
        break;
    }
    look(true);
}

/// Sharper pixels may have come, or the views moved.
void CompareDesk::refreshCanvas()
{
    if (m_mode == CompareMode::SideBySide)
        return;
    CanvasViewer *left = pictureOn(m_left), *right = pictureOn(m_right);
    if (!left || !right)
        return;
    const auto side = [](const CanvasViewer &viewer, const EvidencePane &pane) {
        const EvidencePane::Item *item = pane.currentItem();
        const PictureCanvas &picture = *viewer.canvas();
        return CompareCanvas::Side{picture.levels(), picture.fullSize(), picture.pixelAspect(), picture.viewState().tone, item ? item->caption : QString()};
    };
    m_canvas->setSides(side(*left, *m_left), side(*right, *m_right));
    // Unlinked, the alignment is the one in which the mode was begun: asked anew at each step it would drift.
    m_canvas->setPlace(*left->viewState(), m_sync->isLinked() ? m_sync->alignment().value_or(domain::Similarity{}) : m_canvas->alignment());
}

void CompareDesk::showPanes()
{
    if (m_mode == CompareMode::SideBySide)
        return;
    setMode(CompareMode::SideBySide);
    look(true);
}

void CompareDesk::focus(EvidencePane *pane)
{
    if (m_mode == CompareMode::SideBySide)
        pane->focusEvidence();
    else
        m_canvas->setFocus(Qt::ShortcutFocusReason);
}

// --- the pair and its memory -----------------------------------------------------------------------------------------------

void CompareDesk::pairUp()
{
    // Heard before the tie hears it: what belongs to another page is no movement of this one.
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
        connect(viewer, &ViewerWidget::viewStateChanged, this, see);
        connect(viewer, &ViewerWidget::citationChanged, this, see);
        connect(viewer, &ViewerWidget::pictureReplaced, this, see);
        if (auto *canvas = qobject_cast<CanvasViewer *>(viewer))
            watchPins(canvas, pane == m_left);
    }
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
    if (m_pair && !(now && isSamePair(*now, *m_pair))) {
        m_mayExchange = false; // others are looked at
        leave();
        m_pair.reset();
        m_pins.clear();
        m_half.reset();
        m_sync->startOver();
        m_films->forget();
        showPins();
    }
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
    setMode(kept.mode);
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

void CompareDesk::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    QWidget::changeEvent(event);
}

} // namespace arb::ui
