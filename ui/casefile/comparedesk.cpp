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

void CompareDesk::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    QWidget::changeEvent(event);
}

} // namespace arb::ui
