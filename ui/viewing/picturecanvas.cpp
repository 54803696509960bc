// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/picturecanvas.h"

#include "viewing/partycolors.h"

#include <ui/theme.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QStyle>

#include <algorithm>
#include <cmath>

namespace arb::ui {

namespace {

constexpr double smallestZoom = 0.01;
constexpr double largestZoom = 64.0;
constexpr double zoomStep = 1.25;

} // namespace

PictureCanvas::PictureCanvas(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setCursor(Qt::OpenHandCursor);
}

void PictureCanvas::setPicture(const QList<QImage> &levels, QSize fullSize, double pixelAspect, bool keepView)
{
    const bool same = keepView && fullSize == m_fullSize && qFuzzyCompare(pixelAspect, m_aspect);
    m_levels = levels;
    m_fullSize = fullSize;
    m_aspect = pixelAspect;
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
    m_levels.clear();
    m_fullSize = {};
    m_view = {};
    m_region.reset();
    m_marks.clear();
    update();
}

QTransform PictureCanvas::toWidget() const
{
    const double scale = m_view.zoom / devicePixelRatioF();
    QTransform transform;
    transform.translate(width() / 2.0, height() / 2.0);
    transform.scale(scale, scale);
    transform.rotate(m_view.rotation);
    if (m_view.mirrored)
        transform.scale(-1.0, 1.0);
    transform.scale(m_aspect, 1.0);
    transform.translate(-m_view.center.x(), -m_view.center.y());
    return transform;
}

double PictureCanvas::fitZoom() const
{
    if (m_fullSize.isEmpty() || width() < 1 || height() < 1)
        return 1.0;
    QSizeF size(m_fullSize.width() * m_aspect, m_fullSize.height());
    if (m_view.isOnItsSide())
        size.transpose();
    return std::clamp(std::min(width() / size.width(), height() / size.height()) * devicePixelRatioF(), smallestZoom,
                      largestZoom);
}

void PictureCanvas::applyFit()
{
    m_view.zoom = fitZoom();
    m_view.center = QPointF(m_fullSize.width() / 2.0, m_fullSize.height() / 2.0);
    m_view.fit = domain::ViewFit::Fit;
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

void PictureCanvas::changed(bool byReader)
{
    update();
    Q_EMIT viewStateChanged(m_view, byReader);
    askSharper();
}

void PictureCanvas::askSharper()
{
    if (m_levels.isEmpty() || m_levels.first().size() == m_fullSize)
        return;
    const double loaded = static_cast<double>(m_levels.first().width()) / m_fullSize.width();
    if (m_view.zoom > loaded)
        Q_EMIT sharperWanted();
}

void PictureCanvas::fit()
{
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

void PictureCanvas::turn(int quarterTurns)
{
    m_view.rotation = domain::normalizedDegrees(m_view.rotation + 90.0 * quarterTurns);
    if (m_view.isFitted())
        applyFit();
    changed(true);
}

void PictureCanvas::reveal(const QRect &region)
{
    if (!hasPicture() || region.isEmpty())
        return;
    m_view.center = QRectF(region).center();
    QSizeF size(region.width() * m_aspect, region.height());
    if (m_view.isOnItsSide())
        size.transpose();
    // The place fills at most two fifths of the pane, so that its surroundings say where it is.
    const double most = 0.4 * std::min(width() / size.width(), height() / size.height()) * devicePixelRatioF();
    m_view.zoom = std::clamp(most, std::min(fitZoom(), largestZoom), std::max(4.0, fitZoom()));
    m_view.fit = domain::ViewFit::Free;
    changed(true);
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

void PictureCanvas::beginRegion()
{
    if (!hasPicture())
        return;
    const QTransform back = toWidget().inverted();
    const QRectF pane(rect());
    const QRectF middle(pane.center() - QPointF(pane.width(), pane.height()) / 8, pane.size() / 4);
    setRegion(back.mapRect(middle).toAlignedRect());
    setFocus();
}

void PictureCanvas::setMarks(const QList<MarkedRegion> &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    update();
}

void PictureCanvas::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const QColor ground = palette().color(QPalette::Window);
    painter.fillRect(event->rect(), isDark(palette()) ? ground.darker(115) : ground.darker(106));
    if (!hasPicture())
        return;
    paintPicture(painter, event->rect());
    for (const MarkedRegion &mark : m_marks)
        paintMark(painter, mark.region, mark.label, false);
    if (m_region)
        paintMark(painter, *m_region, {}, true);
    if (hasFocus()) {
        // Two lines, so that the ring is seen on a picture of whatever colour too.
        const Tokens &t = tokensFor(palette());
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.surface, 1));
        painter.drawRect(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5));
        painter.setPen(QPen(t.accent, 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void PictureCanvas::paintPicture(QPainter &painter, const QRect &exposed) const
{
    const double full = m_fullSize.width();
    qsizetype at = 0;
    while (at + 1 < m_levels.size() && m_levels[at + 1].width() / full >= m_view.zoom)
        ++at;
    const QImage &level = m_levels[at];
    const QSizeF ratio(level.width() / full, static_cast<double>(level.height()) / m_fullSize.height());
    const QTransform transform = toWidget();
    const QRectF visible = transform.inverted().mapRect(QRectF(exposed)) & QRectF(QPointF(0, 0), QSizeF(m_fullSize));
    if (visible.isEmpty())
        return;
    // Whole source pixels, so that what is drawn does not depend on what was exposed.
    const QRect source = QRectF(visible.x() * ratio.width(), visible.y() * ratio.height(), visible.width() * ratio.width(),
                                visible.height() * ratio.height())
                             .toAlignedRect()
        & level.rect();
    const QRectF target(source.x() / ratio.width(), source.y() / ratio.height(), source.width() / ratio.width(),
                        source.height() / ratio.height());
    const bool barePixels = level.size() == m_fullSize && m_view.zoom >= 1.0;
    painter.save();
    painter.setTransform(transform, true);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !barePixels);
    painter.drawImage(target, level, source);
    painter.restore();
}

void PictureCanvas::paintMark(QPainter &painter, const QRect &region, const QString &label, bool selection) const
{
    const QRectF box = toWidget().mapRect(QRectF(region));
    const QColor accent = selection ? QColor(0xFF, 0xD4, 0x00) : QColor(0x00, 0xE5, 0xFF);
    painter.setBrush(Qt::NoBrush);
    // A dark line around a bright one is seen on every picture.
    painter.setPen(QPen(QColor(0, 0, 0, 200), 4));
    painter.drawRect(box);
    painter.setPen(QPen(accent, 2, selection ? Qt::DashLine : Qt::SolidLine));
    painter.drawRect(box);
    if (label.isEmpty())
        return;
    const QFontMetrics metrics(font());
    const QString text = metrics.elidedText(label, Qt::ElideRight, 240);
    QRectF tag(box.left() - 1, box.top() - metrics.height() - 6, metrics.horizontalAdvance(text) + 10, metrics.height() + 4);
    if (tag.top() < 0)
        tag.moveTop(box.bottom() + 2);
    painter.fillRect(tag, QColor(0, 0, 0, 210));
    painter.setPen(Qt::white);
    painter.drawText(tag, Qt::AlignCenter, text);
}

void PictureCanvas::resizeEvent(QResizeEvent *)
{
    if (!hasPicture())
        return;
    if (m_view.isFitted())
        applyFit();
    changed(false);
}

void PictureCanvas::wheelEvent(QWheelEvent *event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (qFuzzyIsNull(notches))
        return;
    zoomAt(std::pow(zoomStep, notches), event->position());
    event->accept();
}

QPoint PictureCanvas::clampedPixel(QPointF widget) const
{
    const QPointF place = toWidget().inverted().map(widget);
    return QPoint(std::clamp(static_cast<int>(std::floor(place.x())), 0, m_fullSize.width() - 1),
                  std::clamp(static_cast<int>(std::floor(place.y())), 0, m_fullSize.height() - 1));
}

void PictureCanvas::mousePressEvent(QMouseEvent *event)
{
    if (!hasPicture() || event->button() != Qt::LeftButton)
        return;
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_regionFrom = clampedPixel(event->position());
        setCursor(Qt::CrossCursor);
    } else {
        m_panFrom = event->position();
        setCursor(Qt::ClosedHandCursor);
    }
}

void PictureCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_regionFrom) {
        const QPoint to = clampedPixel(event->position());
        const QPoint topLeft(std::min(m_regionFrom->x(), to.x()), std::min(m_regionFrom->y(), to.y()));
        const QPoint bottomRight(std::max(m_regionFrom->x(), to.x()), std::max(m_regionFrom->y(), to.y()));
        setRegion(QRect(topLeft, bottomRight));
    } else if (m_panFrom) {
        panBy(event->position() - *m_panFrom);
        m_panFrom = event->position();
    }
}

void PictureCanvas::mouseReleaseEvent(QMouseEvent *)
{
    if (m_regionFrom && m_region && m_region->width() <= 2 && m_region->height() <= 2)
        setRegion(std::nullopt); // a click, not a region
    m_regionFrom.reset();
    m_panFrom.reset();
    setCursor(Qt::OpenHandCursor);
}

void PictureCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!hasPicture())
        return;
    if (m_view.isFitted())
        zoomAt(1.0 / m_view.zoom, event->position());
    else
        fit();
}

bool PictureCanvas::keyForRegion(const QKeyEvent &event)
{
    if (!m_region)
        return false;
    if (event.key() == Qt::Key_Escape) {
        setRegion(std::nullopt);
        return true;
    }
    const int step = std::max(1, static_cast<int>(8.0 / m_view.zoom));
    QPoint delta;
    switch (event.key()) {
    case Qt::Key_Left: delta = {-step, 0}; break;
    case Qt::Key_Right: delta = {step, 0}; break;
    case Qt::Key_Up: delta = {0, -step}; break;
    case Qt::Key_Down: delta = {0, step}; break;
    default: return false;
    }
    if (event.modifiers().testFlag(Qt::ShiftModifier)) {
        const QSize size = (m_region->size() + QSize(delta.x(), delta.y())).expandedTo(QSize(4, 4));
        setRegion(QRect(m_region->topLeft(), size));
    } else {
        QRect moved = m_region->translated(delta);
        moved.moveLeft(std::clamp(moved.left(), 0, std::max(0, m_fullSize.width() - moved.width())));
        moved.moveTop(std::clamp(moved.top(), 0, std::max(0, m_fullSize.height() - moved.height())));
        setRegion(moved);
    }
    return true;
}

void PictureCanvas::keyPressEvent(QKeyEvent *event)
{
    if (keyForRegion(*event))
        return;
    constexpr double step = 60.0;
    switch (event->key()) {
    case Qt::Key_Left: panBy({step, 0}); break;
    case Qt::Key_Right: panBy({-step, 0}); break;
    case Qt::Key_Up: panBy({0, step}); break;
    case Qt::Key_Down: panBy({0, -step}); break;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace arb::ui
