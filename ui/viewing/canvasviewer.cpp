// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/canvasviewer.h"

#include <QtWidgets/QBoxLayout>

namespace arb::ui {

CanvasViewer::CanvasViewer(EvidenceLoader &loader, QWidget *parent)
    : ViewerWidget(loader, parent)
{
    auto *content = new QWidget(this);
    m_canvas = new PictureCanvas(content);
    m_canvas->setObjectName(QStringLiteral("pictureCanvas"));
    m_bar = new ViewBar(content);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_canvas, 1);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addWidget(m_bar);
    setContent(content);
    setFocusProxy(m_canvas);

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
    m_bar->addGlyph(m_fit, Glyph::Fit);
    m_bar->addGlyph(m_actual, Glyph::ActualSize);
    m_bar->addGlyph(m_out, Glyph::ZoomOut);
    m_bar->addGlyph(m_in, Glyph::ZoomIn);
    m_bar->addGlyph(m_left, Glyph::TurnLeft);
    m_bar->addGlyph(m_right, Glyph::TurnRight);
    m_bar->addGlyph(m_regionAction, Glyph::Region);
    connect(m_canvas, &PictureCanvas::viewStateChanged, this, &ViewerWidget::viewStateChanged);
    connect(m_canvas, &PictureCanvas::regionChanged, this, &ViewerWidget::citationChanged);
}

void CanvasViewer::retranslate()
{
    setActionWords(m_fit, tr("Fit into the pane"));
    setActionWords(m_actual, tr("Actual size"));
    setActionWords(m_in, tr("Zoom in"));
    setActionWords(m_out, tr("Zoom out"));
    setActionWords(m_left, tr("Turn left"));
    setActionWords(m_right, tr("Turn right"));
    setActionWords(m_regionAction, tr("Mark a region"));
    m_regionAction->setToolTip(m_regionAction->toolTip() + QLatin1Char('\n')
                               + tr("Or drag with Shift. Arrow keys move it, Shift and arrow keys size it, Esc drops it."));
}

void CanvasViewer::addPanel(QWidget *panel, bool beside)
{
    auto *column = static_cast<QVBoxLayout *>(m_bar->parentWidget()->layout());
    if (beside)
        static_cast<QHBoxLayout *>(column->itemAt(0)->layout())->insertWidget(0, panel);
    else
        column->insertWidget(column->count() - 1, panel);
}

std::optional<domain::Citation> CanvasViewer::currentCitation() const
{
    if (isBroken() || shown().exhibitId.isEmpty() || !m_canvas->hasPicture())
        return std::nullopt;
    domain::Citation citation;
    citation.exhibit = shown().exhibitId;
    citation.sha256 = shown().sha256;
    citation.region = m_canvas->region();
    fillPlace(citation);
    return citation;
}

void CanvasViewer::goTo(const domain::Citation &citation, const QString &label)
{
    if (citation.exhibit != shown().exhibitId || citation.exhibit.isEmpty())
        return;
    m_destination = citation;
    m_destinationLabel = label;
    m_traveling = true;
    travel(citation);
}

void CanvasViewer::arrived()
{
    updateMarks();
    if (!m_traveling || !m_destination || !m_canvas->hasPicture() || !isPlaceOnShow(*m_destination))
        return;
    m_traveling = false;
    if (m_destination->region)
        m_canvas->reveal(*m_destination->region);
}

void CanvasViewer::showCited(const QList<domain::Citation> &citations)
{
    m_cited = citations;
    updateMarks();
}

void CanvasViewer::updateMarks()
{
    QList<MarkedRegion> marks;
    int number = 0;
    for (const domain::Citation &citation : m_cited) {
        ++number;
        const bool here = citation.exhibit == shown().exhibitId && citation.region && isPlaceOnShow(citation);
        if (here && !(m_destination && citation == *m_destination))
            marks.append({*citation.region, QString::number(number)});
    }
    if (m_destination && m_destination->region && isPlaceOnShow(*m_destination))
        marks.append({*m_destination->region, m_destinationLabel});
    m_canvas->setMarks(marks);
}

void CanvasViewer::forgetPlaces()
{
    m_destination.reset();
    m_traveling = false;
    m_cited.clear();
    m_canvas->setMarks({});
    m_canvas->setRegion(std::nullopt);
}

std::optional<ViewState> CanvasViewer::viewState() const
{
    if (!m_canvas->hasPicture())
        return std::nullopt;
    return m_canvas->viewState();
}

void CanvasViewer::setViewState(const ViewState &state)
{
    m_canvas->setViewState(state);
}

QSize CanvasViewer::paneTarget() const
{
    const QSize pane = m_canvas->size().expandedTo(QSize(640, 480));
    return pane * devicePixelRatioF();
}

} // namespace arb::ui
