// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas' picture and how it stands; painting, input and marks have their own files.
#include "viewing/picturecanvas.h"

#include "shell/accessibleroles.h"
#include "viewing/viewgeometry.h"

#include <QtWidgets/QLineEdit>

#include <algorithm>

namespace arb::ui {

namespace {

constexpr int blurredSide = 8; // pixels that a blurred picture is made of, along its longer side

QImage blurredFrom(const QImage &image)
{
    return image.scaled(QSize(blurredSide, blurredSide), Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

} // namespace

PictureCanvas::PictureCanvas(QWidget *parent)
    : QWidget(parent), m_note(new QLineEdit(this)), m_more(new QLineEdit(this))
{
    installAccessibleRoles();
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_note->setObjectName(QStringLiteral("markNote"));
    m_note->setMaxLength(2000);
    m_more->setObjectName(QStringLiteral("markMore"));
    m_more->setMaxLength(1799); // with a title of 200 and the line break between them
    for (QLineEdit *field : {m_note, m_more}) {
        field->hide();
        field->installEventFilter(this);
    }
    showCursor();
    retranslate();
}

void PictureCanvas::setPicture(const QList<QImage> &levels, QSize fullSize, double pixelAspect, bool keepView)
{
    const bool same = keepView && fullSize == m_fullSize && qFuzzyCompare(pixelAspect, m_aspect);
    m_levels = levels;
    m_fullSize = fullSize;
    m_aspect = pixelAspect;
    m_blurred = m_cover == Care::Blur ? blurredFrom(m_levels.last()) : QImage();
    if (!same) {
        m_view = {};
        m_region.reset();
        applyFit();
        Q_EMIT viewStateChanged(m_view, false);
    }
    update();
    askSharper();
}

void PictureCanvas::clear()
{
    setTool(std::nullopt);
    m_levels.clear();
    m_fullSize = {};
    m_view = {};
    m_blurred = {};
    m_toned = {};
    m_region.reset();
    m_places.clear();
    m_highlights.clear();
    m_marks.clear();
    m_chosen = {};
    m_former.clear();
    update();
}

void PictureCanvas::setFormer(const QString &words)
{
    if (words == m_former)
        return;
    m_former = words;
    update();
}

QTransform PictureCanvas::toWidget() const
{
    return viewTransform(m_view, size(), devicePixelRatioF(), m_aspect);
}

QSize PictureCanvas::pixelsOnShow() const
{
    const double scale = m_view.zoom * std::max(1, m_magnifier);
    return QSizeF(m_fullSize.width() * m_aspect * scale, m_fullSize.height() * scale).toSize().expandedTo(QSize(1, 1));
}

double PictureCanvas::fitZoom() const
{
    return zoomToFit(m_fullSize, m_aspect, m_view.rotation, size(), devicePixelRatioF());
}

/// Fits or fills, as the view says.
void PictureCanvas::applyFit()
{
    m_view.center = QPointF(m_fullSize.width() / 2.0, m_fullSize.height() / 2.0);
    m_view.zoom = m_view.fit == domain::ViewFit::Fill
        ? zoomToFill(m_fullSize, m_aspect, m_view.rotation, size(), devicePixelRatioF())
        : fitZoom();
}

void PictureCanvas::setViewState(const ViewState &state)
{
    if (state == m_view)
        return;
    m_view = state;
    m_view.zoom = std::clamp(state.zoom, smallestZoom, largestZoom);
    m_view.rotation = domain::normalizedDegrees(state.rotation);
    update();
    askSharper();
}

void PictureCanvas::standAs(const ViewState &state)
{
    setViewState(state);
    if (m_view.isFitted() && hasPicture())
        applyFit();
    update();
    askSharper();
}

void PictureCanvas::restoreView(const ViewState &state)
{
    standAs(state);
    Q_EMIT viewStateChanged(m_view, false);
}

void PictureCanvas::changed(bool byReader)
{
    update();
    Q_EMIT viewStateChanged(m_view, byReader);
    askSharper();
}

void PictureCanvas::askSharper()
{
    if (isCovered() || m_levels.isEmpty() || m_levels.first().size() == m_fullSize)
        return;
    const double loaded = static_cast<double>(m_levels.first().width()) / m_fullSize.width();
    if (m_view.zoom * std::max(1, m_magnifier) > loaded)
        Q_EMIT sharperWanted();
}

void PictureCanvas::fit()
{
    m_view.fit = domain::ViewFit::Fit;
    applyFit();
    changed(true);
}

void PictureCanvas::fill()
{
    m_view.fit = domain::ViewFit::Fill;
    applyFit();
    changed(true);
}

void PictureCanvas::actualSize()
{
    zoomAt(1.0 / m_view.zoom, rect().center());
}

void PictureCanvas::zoomBy(double factor)
{
    zoomAt(factor, QPointF(width() / 2.0, height() / 2.0));
}

void PictureCanvas::zoomAt(double factor, QPointF anchor)
{
    if (!hasPicture())
        return;
    const QPointF place = toWidget().inverted().map(anchor);
    m_view.zoom = std::clamp(m_view.zoom * factor, smallestZoom, largestZoom);
    m_view.fit = domain::ViewFit::Free;
    // The pixel under the pointer stays under the pointer.
    const QPointF moved = toWidget().inverted().map(anchor);
    m_view.center += place - moved;
    changed(true);
}

void PictureCanvas::panBy(QPointF widgetDelta)
{
    if (!hasPicture())
        return;
    const QTransform back = toWidget().inverted();
    m_view.center -= back.map(widgetDelta) - back.map(QPointF(0, 0));
    m_view.center.setX(std::clamp(m_view.center.x(), 0.0, static_cast<double>(m_fullSize.width())));
    m_view.center.setY(std::clamp(m_view.center.y(), 0.0, static_cast<double>(m_fullSize.height())));
    m_view.fit = domain::ViewFit::Free;
    changed(true);
}

void PictureCanvas::turnTo(double degrees)
{
    m_view.rotation = domain::normalizedDegrees(degrees);
    if (m_view.isFitted())
        applyFit();
    changed(true);
}

/// On the screen: what was on the right is on the left, however the picture is turned.
void PictureCanvas::mirror()
{
    m_view.mirrored = !m_view.mirrored;
    m_view.rotation = domain::normalizedDegrees(-m_view.rotation);
    changed(true);
}

void PictureCanvas::setTone(const domain::Tone &tone)
{
    if (tone == m_view.tone)
        return;
    m_view.tone = tone;
    changed(true);
}

void PictureCanvas::takeLook(const ViewState &look)
{
    m_view.rotation = domain::normalizedDegrees(look.rotation);
    m_view.mirrored = look.mirrored;
    m_view.tone = look.tone;
    if (m_view.isFitted())
        applyFit();
    changed(true);
}

void PictureCanvas::reveal(const QRect &region)
{
    if (!hasPicture() || region.isEmpty())
        return;
    m_view.center = QRectF(region).center();
    // The place fills at most two fifths of the pane, so that its surroundings say where it is.
    const double most = 0.4 * zoomToFit(region.size(), m_aspect, m_view.rotation, size(), devicePixelRatioF());
    m_view.zoom = std::clamp(most, std::min(fitZoom(), largestZoom), std::max(4.0, fitZoom()));
    m_view.fit = domain::ViewFit::Free;
    changed(true);
}

void PictureCanvas::bringIntoView(const QRect &region)
{
    constexpr int room = 24;
    const QRectF place = toWidget().mapRect(QRectF(region)), pane = QRectF(rect()).adjusted(room, room, -room, -room);
    if (!hasPicture() || pane.contains(place))
        return;
    const auto push = [](double low, double high, double from, double to) { return low < from ? from - low : high > to ? to - high : 0.0; };
    panBy(QPointF(push(place.left(), place.right(), pane.left(), pane.right()), push(place.top(), place.bottom(), pane.top(), pane.bottom())));
}

void PictureCanvas::setCover(Care cover)
{
    if (cover == m_cover)
        return;
    m_cover = cover;
    m_blurred = cover == Care::Blur && hasPicture() ? blurredFrom(m_levels.last()) : QImage();
    if (isCovered()) {
        setTool(std::nullopt);
        setRegion(std::nullopt);
    }
    update();
    askSharper();
    Q_EMIT coverChanged();
}

void PictureCanvas::setRegion(const std::optional<QRect> &region)
{
    std::optional<QRect> inside;
    if (region) {
        const QRect cut = region->normalized() & QRect(QPoint(0, 0), m_fullSize);
        if (!cut.isEmpty())
            inside = cut;
    }
    if (inside == m_region)
        return;
    m_region = inside;
    update();
    Q_EMIT regionChanged();
}

QRect PictureCanvas::middleOfPane() const
{
    const QRectF pane(rect());
    const QRectF middle(pane.center() - QPointF(pane.width(), pane.height()) / 8, pane.size() / 4);
    return toWidget().inverted().mapRect(middle).toAlignedRect();
}

void PictureCanvas::beginRegion()
{
    if (!hasPicture() || isCovered())
        return;
    setTool(std::nullopt);
    setRegion(middleOfPane());
    setFocus();
}

void PictureCanvas::setPlaces(const QList<MarkedRegion> &places)
{
    if (places == m_places)
        return;
    m_places = places;
    update();
}

void PictureCanvas::setHighlights(const QList<QRect> &rects, int current)
{
    if (rects == m_highlights && current == m_highlight)
        return;
    m_highlights = rects;
    m_highlight = current;
    update();
}

void PictureCanvas::resizeEvent(QResizeEvent *)
{
    if (!hasPicture())
        return;
    if (m_view.isFitted())
        applyFit();
    changed(false);
}

} // namespace arb::ui
