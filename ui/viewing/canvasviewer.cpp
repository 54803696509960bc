// SPDX-License-Identifier: GPL-3.0-or-later
// The viewer around the canvas: its parts, its actions, how a picture is looked at. Marks and places: canvasviewer_marks.cpp.
#include "viewing/canvasviewer.h"

#include "viewing/filmscreen.h"
#include "viewing/lookpanel.h"
#include "viewing/markpanel.h"
#include "viewing/viewgeometry.h"
#include "viewing/waitsign.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <cmath>
#include <utility>

namespace arb::ui {

namespace {

constexpr int restMs = 1000; // a view that stood still this long is worth keeping

} // namespace

CanvasViewer::CanvasViewer(EvidenceLoader &loader, Marks marks, QWidget *parent)
    : ViewerWidget(loader, parent)
{
    auto *content = new QWidget(this);
    m_canvas = new PictureCanvas(content);
    m_canvas->setObjectName(QStringLiteral("pictureCanvas"));
    m_look = new LookPanel(content);
    m_look->hide();
    m_bar = new ViewBar(content);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_canvas, 1);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addWidget(m_look);
    m_markPanel = new MarkPanel(content);
    m_markPanel->hide();
    column->addWidget(m_markPanel);
    column->addWidget(m_bar);
    setContent(content);
    setFocusProxy(m_canvas);
    buildActions();
    buildMarkActions();
    if (marks == Marks::OfFilm)
        buildFilmMarkActions();
    m_markMore = addViewerAction(QStringLiteral("markMore"), {}, {});
    m_markPanel->bar()->foldInto(m_markMore);
    buildCover();
    connectCanvas();
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &CanvasViewer::tellView);
}

void CanvasViewer::buildActions()
{
    m_fit = addViewerAction(QStringLiteral("viewFit"), {Qt::Key_0}, [this] { m_canvas->fit(); });
    m_actual = addViewerAction(QStringLiteral("viewActualSize"), {Qt::Key_Asterisk}, [this] { m_canvas->actualSize(); });
    m_in = addViewerAction(QStringLiteral("viewZoomIn"), {Qt::Key_Plus, Qt::Key_Equal}, [this] { m_canvas->zoomBy(1.25); });
    m_out = addViewerAction(QStringLiteral("viewZoomOut"), {Qt::Key_Minus}, [this] { m_canvas->zoomBy(0.8); });
    m_left = addViewerAction(QStringLiteral("viewTurnLeft"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)},
                             [this] { m_canvas->turn(-1); });
    m_right = addViewerAction(QStringLiteral("viewTurnRight"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)},
                              [this] { m_canvas->turn(1); });
    m_regionAction = addViewerAction(QStringLiteral("viewRegion"), {QKeySequence(Qt::CTRL | Qt::Key_M)},
                                     [this] { m_canvas->beginRegion(); });
    m_keepRegion = addViewerAction(QStringLiteral("viewKeepRegion"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K)}, [this] { takeCrop(); });
    m_fill = addViewerAction(QStringLiteral("viewFill"), {QKeySequence(Qt::CTRL | Qt::Key_0)}, [this] { m_canvas->fill(); });
    m_mirror = addViewerAction(QStringLiteral("viewMirror"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)},
                               [this] { m_canvas->mirror(); });
    m_littleLeft = addViewerAction(QStringLiteral("viewTurnLittleLeft"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Left)},
                                   [this] { m_canvas->turnTo(std::round(m_canvas->viewState().rotation) - 1.0); });
    m_littleRight = addViewerAction(QStringLiteral("viewTurnLittleRight"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Right)},
                                    [this] { m_canvas->turnTo(std::round(m_canvas->viewState().rotation) + 1.0); });
    m_magnifier = addViewerAction(QStringLiteral("viewMagnifier"), {QKeySequence(Qt::CTRL | Qt::Key_G)}, [this] { cycleMagnifier(); });
    m_invert = addViewerAction(QStringLiteral("viewInvert"), {QKeySequence(Qt::CTRL | Qt::Key_I)}, [this] {
        domain::Tone tone = m_canvas->viewState().tone;
        tone.inverted = !tone.inverted;
        m_canvas->setTone(tone);
    });
    m_bar->addGlyph(m_fit, Glyph::Fit);
    m_bar->addGlyph(m_actual, Glyph::ActualSize);
    m_bar->addGlyph(m_out, Glyph::ZoomOut);
    m_bar->addGlyph(m_in, Glyph::ZoomIn);
    m_bar->addGlyph(m_left, Glyph::TurnLeft);
    m_bar->addGlyph(m_right, Glyph::TurnRight);
    m_bar->addGlyph(m_regionAction, Glyph::Region);
    m_lookToggle = addToggle(QStringLiteral("viewLook"), QKeySequence(Qt::CTRL | Qt::Key_T), m_look);
    m_bar->addGlyph(m_lookToggle, Glyph::Tones);
    m_look->bar()->addGlyph(m_fill, Glyph::Fill);
    m_look->bar()->addGlyph(m_mirror, Glyph::Mirror);
    m_look->bar()->addGlyph(m_magnifier, Glyph::Magnifier);
}

QAction *CanvasViewer::addToggle(const QString &objectName, const QKeySequence &key, QWidget *panel)
{
    QAction *action = addViewerAction(objectName, {key}, {});
    action->setCheckable(true);
    connect(action, &QAction::toggled, this, [this, panel](bool on) {
        const QWidget *focus = QApplication::focusWidget();
        if (!on && focus && panel->isAncestorOf(focus))
            m_canvas->setFocus(); // a hidden panel must not keep the keyboard
        panel->setVisible(on);
    });
    return action;
}

void CanvasViewer::foldBar()
{
    m_more = addViewerAction(QStringLiteral("viewMore"), {}, {});
    m_bar->foldInto(m_more);
}

void CanvasViewer::buildCover()
{
    m_cover = new QWidget(m_canvas);
    m_cover->setObjectName(QStringLiteral("viewerCover"));
    m_cover->setAutoFillBackground(true);
    m_coverWords = new QLabel(m_cover);
    m_coverWords->setTextFormat(Qt::PlainText);
    m_coverWords->setWordWrap(true);
    m_coverWords->setAlignment(Qt::AlignCenter);
    m_lookButton = new QPushButton(m_cover);
    m_lookButton->setObjectName(QStringLiteral("uncover"));
    auto *column = new QVBoxLayout(m_cover);
    column->addWidget(m_coverWords);
    column->addWidget(m_lookButton, 0, Qt::AlignCenter);
    auto *over = new QVBoxLayout(m_canvas);
    over->setSizeConstraint(QLayout::SetNoConstraint);
    over->addWidget(m_cover, 0, Qt::AlignCenter);
    m_cover->hide();
    m_wait = new WaitSign(m_canvas);
    over->addWidget(m_wait, 0, Qt::AlignCenter); // never both: a cover lies on pixels
    connect(m_wait, &WaitSign::wordsChanged, this, &CanvasViewer::describeCanvas);
    connect(this, &ViewerWidget::broke, m_wait, &WaitSign::stop);
    connect(m_lookButton, &QPushButton::clicked, this, [this] {
        m_canvas->setFocus();
        uncover();
    });
}

void CanvasViewer::connectCanvas()
{
    connect(m_canvas, &PictureCanvas::viewStateChanged, this, [this](const ViewState &state, bool byReader) {
        if (m_apart) {
            showLook();
            return;
        }
        if (byReader) {
            m_touched = m_untold = true;
            m_rest.start();
        }
        showLook();
        Q_EMIT viewStateChanged(state, byReader);
    });
    connect(m_canvas, &PictureCanvas::regionChanged, this, &ViewerWidget::citationChanged);
    connect(m_look, &LookPanel::rotationWanted, m_canvas, &PictureCanvas::turnTo);
    connect(m_look, &LookPanel::toneWanted, m_canvas, &PictureCanvas::setTone);
}

void CanvasViewer::withAllPixels(std::function<void(const QImage &)> then)
{
    if (m_canvas->hasPicture() && m_canvas->levels().constFirst().size() == m_canvas->fullSize())
        then(m_canvas->levels().constFirst());
}

/// Without a region one is begun, to be placed first.
void CanvasViewer::takeCrop()
{
    if (isBroken() || isCovered() || !m_canvas->hasPicture() || shown().exhibitId.isEmpty())
        return;
    holdStill();
    if (!m_canvas->region()) {
        m_canvas->beginRegion();
        return;
    }
    domain::Citation place;
    place.exhibit = shown().exhibitId;
    place.sha256 = shown().sha256;
    place.region = m_canvas->region();
    fillPlace(place);
    withAllPixels([this, taken = place](const QImage &whole) { Q_EMIT cropTaken(whole, taken); });
}

/// None, twice, four times, eight times as large, none.
void CanvasViewer::cycleMagnifier()
{
    const int now = m_canvas->magnifier();
    m_canvas->setMagnifier(now == 0 ? 2 : now >= 8 ? 0 : now * 2);
}

void CanvasViewer::showLook()
{
    m_look->showState(m_canvas->viewState());
}

void CanvasViewer::retranslate()
{
    setActionWords(m_fit, tr("Fit into the pane"));
    setActionWords(m_actual, tr("Actual size"));
    setActionWords(m_in, tr("Zoom in"));
    setActionWords(m_out, tr("Zoom out"));
    setActionWords(m_left, tr("Turn left"));
    setActionWords(m_right, tr("Turn right"));
    setActionWords(m_fill, tr("Fill the pane"));
    setActionWords(m_mirror, tr("Mirror left to right"));
    setActionWords(m_littleLeft, tr("Turn left by one degree"));
    setActionWords(m_littleRight, tr("Turn right by one degree"));
    setActionWords(m_magnifier, tr("Magnifier: 2, 4, 8 times, off"));
    setActionWords(m_invert, tr("Invert the colours"));
    setActionWords(m_lookToggle, tr("Angle, tones and magnifier"));
    setActionWords(m_regionAction, tr("Mark a region"));
    setActionWords(m_keepRegion, tr("Keep the region as a picture"));
    setActionWords(m_markMore, tr("More"));
    if (m_more)
        setActionWords(m_more, tr("More"));
    tellMarksInTime();
    m_regionAction->setToolTip(m_regionAction->toolTip() + QLatin1Char('\n')
                               + tr("Or drag with Shift. Arrow keys move it, Shift and arrow keys size it, Esc drops it."));
    const QString how = tr("Draw it, or press Enter to keep it where it stands. Arrow keys move it, Shift and arrow keys size it, Esc drops it.");
    for (auto tool = m_tools.cbegin(); tool != m_tools.cend(); ++tool) {
        setActionWords(tool.value(), tr("Mark: %1").arg(markShapeText(tool.key())));
        tool.value()->setToolTip(tool.value()->toolTip() + QLatin1Char('\n') + how);
    }
    setActionWords(m_markToggle, tr("Marks"));
    setActionWords(m_remove, tr("Remove the chosen mark"));
    setActionWords(m_noteAction, tr("Write the chosen mark's note anew"));
    m_noteAction->setToolTip(m_noteAction->toolTip() + QLatin1Char('\n')
                             + tr("A mark of your own moves when it is dragged, or with Alt and the arrow keys (Shift: ten pixels); a handle reshapes it."));
    if (m_moment) {
        setActionWords(m_moment, tr("Mark this frame"));
        setActionWords(m_spanBegin, tr("A span begins here"));
        m_spanBegin->setToolTip(m_spanBegin->toolTip() + QLatin1Char('\n')
                                + tr("Then go to its end: what is marked or cited there belongs to the whole span. Again drops it."));
        setActionWords(m_spanEnd, tr("Mark the span that ends here"));
    }
    m_markPanel->retranslate();
    showQuestion();
    m_look->retranslate();
    m_canvas->retranslate();
    m_coverWords->setText(tr("Covered. Press O to look."));
    m_lookButton->setText(tr("Look"));
    m_lookButton->setAccessibleName(tr("Look at the covered picture"));
    describeCanvas();
}

/// For whoever hears the canvas instead of seeing it: that it is covered, or that one waits for it.
void CanvasViewer::describeCanvas()
{
    const QString waiting = m_wait->words();
    m_canvas->setAccessibleDescription(!waiting.isEmpty() ? waiting : isCovered() ? m_coverWords->text() : QString());
}

void CanvasViewer::addPanel(QWidget *panel, bool beside)
{
    auto *column = static_cast<QVBoxLayout *>(m_bar->parentWidget()->layout());
    if (beside)
        static_cast<QHBoxLayout *>(column->itemAt(0)->layout())->insertWidget(0, panel);
    else
        column->insertWidget(column->count() - 1, panel);
}

void CanvasViewer::putPanelsBelow(bool below)
{
    auto *column = static_cast<QVBoxLayout *>(m_bar->parentWidget()->layout());
    static_cast<QHBoxLayout *>(column->itemAt(0)->layout())->setDirection(below ? QBoxLayout::BottomToTop : QBoxLayout::LeftToRight);
}

std::optional<ViewState> CanvasViewer::viewState() const
{
    if (!m_canvas->hasPicture())
        return std::nullopt;
    return m_canvas->viewState();
}

void CanvasViewer::setViewState(const ViewState &state)
{
    if (state == m_canvas->viewState())
        return;
    m_canvas->setViewState(state);
    m_touched = m_untold = true; // who follows the other side is left as it stands, too
    m_rest.start();
    showLook();
    viewPlaced();
}

void CanvasViewer::standAs(const ViewState &state)
{
    m_canvas->standAs(state);
    m_touched = true;
    showLook();
    viewPlaced();
}

void CanvasViewer::standApart()
{
    tellView(); // how it stands here, and not what comes now
    m_apart = true;
    m_viewBefore = viewState();
    ViewState whole = m_canvas->viewState();
    whole.fit = domain::ViewFit::Fit;
    m_canvas->standAs(whole);
    viewPlaced();
}

void CanvasViewer::standBack()
{
    if (!std::exchange(m_apart, false))
        return;
    const auto before = std::exchange(m_viewBefore, std::nullopt);
    if (!before || !m_canvas->hasPicture())
        return;
    m_canvas->standAs(*before);
    showLook();
    viewPlaced();
}

void CanvasViewer::toggleFullScreen(const QString &words)
{
    if (m_screen) {
        leaveFullScreen();
        return;
    }
    standApart();
    m_screen = new FilmScreen(lendContent(words), this);
    connect(m_screen, &FilmScreen::leaveWanted, this, [this] { leaveFullScreen(); });
    m_screen->setWindowTitle(m_canvas->accessibleName());
    m_screen->cover();
    m_screen->activateWindow();
    m_canvas->setFocus();
}

void CanvasViewer::leaveFullScreen()
{
    FilmScreen *leaving = std::exchange(m_screen, nullptr);
    if (!leaving)
        return;
    standBack();
    takeBackContent(leaving->content());
    leaving->hide();
    leaving->deleteLater();
    window()->activateWindow();
    m_canvas->setFocus();
}

void CanvasViewer::restoreView(const ViewState &state, int page)
{
    m_remembered.insert(page, state);
    if (m_canvas->hasPicture() && pageOnShow() == page && !m_touched)
        takeRemembered();
}

void CanvasViewer::takeRemembered()
{
    const auto found = m_remembered.constFind(pageOnShow());
    if (found != m_remembered.cend())
        m_canvas->restoreView(*found);
}

void CanvasViewer::tellView()
{
    m_rest.stop();
    if (!m_untold || !m_canvas->hasPicture() || shown().exhibitId.isEmpty())
        return;
    m_untold = false;
    m_remembered.insert(pageOnShow(), m_canvas->viewState());
    Q_EMIT viewLeft({shown().exhibitId, shown().sha256, pageOnShow(), m_canvas->viewState()});
}

void CanvasViewer::leavePage()
{
    m_canvas->finishNote();
    tellView();
    m_touched = m_untold = false;
}

void CanvasViewer::leaveExhibit()
{
    leavePage();
    m_wait->stop();
    m_destination.reset();
    m_destinationView.reset();
    m_drawn.reset();
    m_traveling = false;
    m_cited.clear();
    m_marks.clear();
    m_removalAsked.reset();
    m_remembered.clear();
    m_canvas->chooseMark({});
    m_canvas->clear();
    m_canvas->setMagnifier(0);
    showLook();
    m_frame.reset();
    if (m_spanFrom)
        beginSpan(false);
    m_markPanel->setMarks({});
    tellMarksInTime();
    m_cover->hide();
}

void CanvasViewer::waitForPixels()
{
    m_wait->begin();
}

void CanvasViewer::cameOnShow(bool replaced)
{
    m_wait->stop();
    takeRemembered();
    applyCover();
    if (!replaced)
        return;
    Q_EMIT pictureReplaced();
    if (!isCovered())
        Q_EMIT seen(shown().exhibitId);
}

bool CanvasViewer::isCovered() const
{
    return mayCover() && care() != Care::Off && !shown().exhibitId.isEmpty() && !m_uncovered.contains(shown().exhibitId);
}

void CanvasViewer::applyCover()
{
    const bool covered = isCovered();
    m_canvas->setCover(covered ? care() : Care::Off);
    m_cover->setVisible(covered && m_canvas->hasPicture());
    m_wasCovered = covered;
    retranslate(); // what is read aloud says so
}

void CanvasViewer::tellSeen()
{
    if (m_canvas->hasPicture())
        Q_EMIT seen(shown().exhibitId);
    Q_EMIT uncovered(shown().exhibitId);
    Q_EMIT citationChanged();
}

void CanvasViewer::uncover()
{
    if (!isCovered())
        return;
    m_uncovered.insert(shown().exhibitId);
    applyCover();
    tellSeen();
}

void CanvasViewer::forgetUncovered()
{
    m_uncovered.clear();
    applyCover();
}

void CanvasViewer::careChanged()
{
    const bool before = m_wasCovered;
    applyCover();
    if (before && !isCovered() && !shown().exhibitId.isEmpty())
        tellSeen();
    else
        Q_EMIT citationChanged();
}

QSize CanvasViewer::paneTarget() const
{
    return firstPixels(m_canvas->size(), devicePixelRatioF());
}

} // namespace arb::ui
