// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparecanvas.h"

#include "../shell/accessibleroles.h"
#include "../viewing/tonetable.h"
#include "../viewing/viewgeometry.h"

#include <ui/theme.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace arb::ui {

using domain::CompareMode;

namespace {

constexpr double leastZoom = 0.01;
constexpr double mostZoom = 64.0;
constexpr double wheelStep = 1.25;
constexpr double edgeReach = 8.0; ///< pixels beside the edge that still take hold of it
constexpr int sameGrey = 128;

/// The coarsest level that still has a pixel for each one on screen.
const QImage &levelFor(const QList<QImage> &levels, QSize fullSize, double zoom)
{
    qsizetype at = 0;
    while (at + 1 < levels.size() && levels[at + 1].width() / static_cast<double>(fullSize.width()) >= zoom)
        ++at;
    return levels[at];
}

QImage canvasImage(QSize size, double ratio)
{
    QImage image(size * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    return image;
}

} // namespace

CompareCanvas::CompareCanvas(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("compareCanvas"));
    installAccessibleRoles();
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setCursor(Qt::OpenHandCursor);
    setMouseTracking(true);
}

void CompareCanvas::setSides(const Side &left, const Side &right)
{
    m_sides[0] = left;
    m_sides[1] = right;
    update();
}

void CompareCanvas::setPlace(const domain::ViewState &left, const domain::Similarity &alignment)
{
    if (left == m_left && alignment == m_alignment)
        return;
    m_left = left;
    m_alignment = alignment;
    update();
}

void CompareCanvas::setMode(CompareMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    m_drag = Drag::None;
    beat();
    update();
}

void CompareCanvas::setSlider(int permille)
{
    m_slider = std::clamp(permille, 0, 1000);
    update();
}

void CompareCanvas::setBlink(int ms)
{
    if (ms == m_blinkMs)
        return;
    m_blinkMs = std::clamp(ms, 100, 3000);
    beat();
}

void CompareCanvas::setGain(int percent)
{
    m_gain = std::clamp(percent, 100, 3200);
    update();
}

void CompareCanvas::setOpacity(int permille)
{
    m_opacity = std::clamp(permille, 0, 1000);
    update();
}

void CompareCanvas::setCalm(bool calm)
{
    m_calm = calm;
    beat();
}

void CompareCanvas::setPaused(bool paused)
{
    m_paused = paused;
    beat();
}

void CompareCanvas::showSide(bool right)
{
    if (right == m_rightOnShow)
        return;
    m_rightOnShow = right;
    update();
    Q_EMIT sideShown(right);
}

void CompareCanvas::beat()
{
    const bool wanted = m_mode == CompareMode::Blink && isVisible() && !m_calm && !m_paused;
    if (!wanted)
        m_blink.stop();
    else
        m_blink.start(m_blinkMs, this);
}

void CompareCanvas::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_blink.timerId())
        showSide(!m_rightOnShow);
    else
        QWidget::timerEvent(event);
}

void CompareCanvas::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    beat();
}

void CompareCanvas::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    beat();
}

// --- where things are ------------------------------------------------------------------------------------------------------

QTransform CompareCanvas::transformOf(const domain::ViewState &view, const Side &side) const
{
    return viewTransform(view, size(), devicePixelRatioF(), side.pixelAspect);
}

QTransform CompareCanvas::toWidget() const
{
    return transformOf(m_left, m_sides[0]);
}

domain::ViewState CompareCanvas::rightView() const
{
    return domain::rightFor(m_left, m_alignment, {});
}

double CompareCanvas::fitZoom() const
{
    QSizeF size(m_sides[0].fullSize.width() * m_sides[0].pixelAspect, m_sides[0].fullSize.height());
    if (size.isEmpty() || width() < 1 || height() < 1)
        return 1.0;
    if (m_left.isOnItsSide())
        size.transpose();
    return std::clamp(std::min(width() / size.width(), height() / size.height()) * devicePixelRatioF(), leastZoom, mostZoom);
}

double CompareCanvas::edge() const
{
    return width() * m_slider / 1000.0;
}

void CompareCanvas::want(const domain::ViewState &left)
{
    m_left = left;
    m_left.fit = domain::ViewFit::Free; // it fits this place, not the pane
    update();
    Q_EMIT viewWanted(m_left);
}

void CompareCanvas::fit()
{
    domain::ViewState left = m_left;
    left.zoom = fitZoom();
    left.center = QPointF(m_sides[0].fullSize.width() / 2.0, m_sides[0].fullSize.height() / 2.0);
    want(left);
}

void CompareCanvas::actualSize()
{
    zoomBy(1.0 / m_left.zoom);
}

void CompareCanvas::zoomBy(double factor)
{
    zoomAt(factor, QPointF(width() / 2.0, height() / 2.0));
}

void CompareCanvas::zoomAt(double factor, QPointF anchor)
{
    domain::ViewState left = m_left;
    const QPointF place = transformOf(left, m_sides[0]).inverted().map(anchor);
    left.zoom = std::clamp(left.zoom * factor, leastZoom, mostZoom);
    // The pixel under the pointer stays under the pointer.
    left.center += place - transformOf(left, m_sides[0]).inverted().map(anchor);
    want(left);
}

void CompareCanvas::panBy(QPointF widgetDelta)
{
    domain::ViewState left = m_left;
    const QTransform back = toWidget().inverted();
    left.center -= back.map(widgetDelta) - back.map(QPointF(0, 0));
    left.center.setX(std::clamp(left.center.x(), 0.0, static_cast<double>(m_sides[0].fullSize.width())));
    left.center.setY(std::clamp(left.center.y(), 0.0, static_cast<double>(m_sides[0].fullSize.height())));
    want(left);
}

void CompareCanvas::turn(double degrees)
{
    domain::ViewState left = m_left;
    left.rotation = domain::normalizedDegrees(left.rotation + degrees);
    want(left);
}

void CompareCanvas::mirror()
{
    // As seen: what is mirrored after the turn turns the other way.
    domain::ViewState left = m_left;
    left.mirrored = !left.mirrored;
    left.rotation = domain::normalizedDegrees(-left.rotation);
    want(left);
}

void CompareCanvas::moveRightBy(QPointF widgetDelta)
{
    domain::ViewState right = rightView();
    const QTransform back = transformOf(right, m_sides[1]).inverted();
    right.center -= back.map(widgetDelta) - back.map(QPointF(0, 0));
    m_alignment = domain::alignmentOf(m_left, right);
    update();
    Q_EMIT alignmentWanted(m_alignment);
}

void CompareCanvas::moveEdgeTo(double x)
{
    const int permille = std::clamp(static_cast<int>(std::lround(x * 1000.0 / std::max(1, width()))), 0, 1000);
    if (permille == m_slider)
        return;
    setSlider(permille);
    Q_EMIT sliderMoved(permille);
}

// --- painting --------------------------------------------------------------------------------------------------------------

int CompareCanvas::differenceTone(int left, int right, int gainPercent)
{
    return std::min(255, sameGrey + std::abs(left - right) * gainPercent / 200);
}

/// Each picture keeps the tones that it has in its pane.
void CompareCanvas::paintSide(QPainter &painter, const Side &side, const domain::ViewState &view, const QRect &exposed) const
{
    if (side.tone.isPlain()) {
        paintPixels(painter, side, view, exposed);
        return;
    }
    QImage toned = canvasImage(exposed.size(), devicePixelRatioF());
    {
        QPainter inside(&toned);
        inside.translate(-exposed.topLeft());
        paintPixels(inside, side, view, exposed);
    }
    applyTone(toned, toned.rect(), side.tone);
    painter.drawImage(exposed.topLeft(), toned);
}

void CompareCanvas::paintPixels(QPainter &painter, const Side &side, const domain::ViewState &view, const QRect &exposed) const
{
    if (side.levels.isEmpty() || side.fullSize.isEmpty())
        return;
    const QImage &level = levelFor(side.levels, side.fullSize, view.zoom);
    const double across = static_cast<double>(level.width()) / side.fullSize.width();
    const double down = static_cast<double>(level.height()) / side.fullSize.height();
    const QTransform transform = transformOf(view, side);
    const QRectF visible = transform.inverted().mapRect(QRectF(exposed)) & QRectF(QPointF(0, 0), QSizeF(side.fullSize));
    if (visible.isEmpty())
        return;
    // Whole source pixels and one around them, so that what is drawn does not depend on what was exposed.
    const QRect source = QRectF(visible.x() * across, visible.y() * down, visible.width() * across, visible.height() * down)
                             .toAlignedRect()
                             .adjusted(-1, -1, 1, 1)
        & level.rect();
    const QRectF target(source.x() / across, source.y() / down, source.width() / across, source.height() / down);
    const bool barePixels = level.size() == side.fullSize && view.zoom >= 1.0;
    painter.save();
    painter.setTransform(transform, true);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !barePixels);
    painter.drawImage(target, level, source);
    painter.restore();
}

void CompareCanvas::paintDifference(QPainter &painter, const QRect &exposed) const
{
    const double ratio = devicePixelRatioF();
    std::array<QImage, 2> drawn{canvasImage(exposed.size(), ratio), canvasImage(exposed.size(), ratio)};
    const std::array<domain::ViewState, 2> views{m_left, rightView()};
    for (std::size_t n = 0; n < drawn.size(); ++n) {
        QPainter inside(&drawn[n]);
        inside.translate(-exposed.topLeft());
        paintSide(inside, m_sides[n], views[n], exposed);
    }
    std::array<uchar, 256> tones; // by |left - right|
    for (int apart = 0; apart < 256; ++apart)
        tones[static_cast<std::size_t>(apart)] = static_cast<uchar>(differenceTone(apart, 0, m_gain));
    for (int y = 0; y < drawn[0].height(); ++y) {
        auto *left = reinterpret_cast<QRgb *>(drawn[0].scanLine(y));
        const auto *right = reinterpret_cast<const QRgb *>(drawn[1].constScanLine(y));
        for (int x = 0; x < drawn[0].width(); ++x) {
            const QRgb a = left[x], b = right[x];
            const auto tone = [&tones](int of, int other) { return tones[static_cast<std::size_t>(std::abs(of - other))]; };
            // Where only one of both is, there is nothing to compare.
            const bool both = qAlpha(a) == 255 && qAlpha(b) == 255;
            left[x] = both ? qRgb(tone(qRed(a), qRed(b)), tone(qGreen(a), qGreen(b)), tone(qBlue(a), qBlue(b))) : QRgb(0);
        }
    }
    painter.drawImage(exposed.topLeft(), drawn[0]);
}

void CompareCanvas::paintEdge(QPainter &painter) const
{
    const QPointF top(edge(), 0), bottom(edge(), height());
    painter.setPen(QPen(QColor(0, 0, 0, 200), 4));
    painter.drawLine(top, bottom);
    painter.setPen(QPen(Qt::white, 2));
    painter.drawLine(top, bottom);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::white);
    painter.setPen(QPen(QColor(0, 0, 0, 200), 2));
    painter.drawEllipse(QPointF(edge(), height() / 2.0), 6, 6);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

/// Which picture is where: never told by its place alone.
void CompareCanvas::paintNames(QPainter &painter) const
{
    const QFontMetrics metrics(font());
    const auto tag = [&](const QString &name, bool atRight) {
        const QString text = metrics.elidedText(name, Qt::ElideRight, std::max(40, width() / 2 - 30));
        QRectF box(8, 8, metrics.horizontalAdvance(text) + 12, metrics.height() + 6);
        if (atRight)
            box.moveRight(width() - 8);
        painter.fillRect(box, QColor(0, 0, 0, 210));
        painter.setPen(Qt::white);
        painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, text);
    };
    if (m_mode != CompareMode::Blink || !m_rightOnShow)
        tag(m_sides[0].name, false);
    if (m_mode != CompareMode::Blink || m_rightOnShow)
        tag(m_sides[1].name, true);
}

void CompareCanvas::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const QColor ground = palette().color(QPalette::Window);
    const QRect exposed = event->rect();
    painter.fillRect(exposed, isDarkPalette(palette()) ? ground.darker(115) : ground.darker(106));
    switch (m_mode) {
    case CompareMode::SideBySide: break;
    case CompareMode::Slider:
        for (const bool right : {false, true}) {
            const QRectF part = right ? QRectF(edge(), 0, width() - edge(), height()) : QRectF(0, 0, edge(), height());
            painter.save();
            painter.setClipRect(part);
            paintSide(painter, m_sides[right ? 1 : 0], right ? rightView() : m_left, exposed);
            painter.restore();
        }
        paintEdge(painter);
        break;
    case CompareMode::Blink: paintSide(painter, m_sides[m_rightOnShow ? 1 : 0], m_rightOnShow ? rightView() : m_left, exposed); break;
    case CompareMode::Difference: paintDifference(painter, exposed); break;
    case CompareMode::Overlay:
        paintSide(painter, m_sides[0], m_left, exposed);
        painter.setOpacity(m_opacity / 1000.0);
        paintSide(painter, m_sides[1], rightView(), exposed);
        painter.setOpacity(1.0);
        break;
    }
    paintNames(painter);
    if (hasFocus()) {
        const Tokens &t = tokensFor(palette());
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.surface, 1));
        painter.drawRect(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5));
        painter.setPen(QPen(t.accent, 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

// --- mouse and keys --------------------------------------------------------------------------------------------------------

void CompareCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    update();
}

void CompareCanvas::wheelEvent(QWheelEvent *event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (qFuzzyIsNull(notches))
        return;
    zoomAt(std::pow(wheelStep, notches), event->position());
    event->accept();
}

void CompareCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragFrom = event->position();
    if (m_mode == CompareMode::Slider && std::abs(event->position().x() - edge()) <= edgeReach)
        m_drag = Drag::Edge;
    else
        m_drag = event->modifiers().testFlag(Qt::AltModifier) ? Drag::RightAlone : Drag::Pan;
}

void CompareCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF by = event->position() - m_dragFrom;
    switch (m_drag) {
    case Drag::None: {
        const bool atEdge = m_mode == CompareMode::Slider && std::abs(event->position().x() - edge()) <= edgeReach;
        setCursor(atEdge ? Qt::SplitHCursor : Qt::OpenHandCursor);
        return;
    }
    case Drag::Pan: panBy(by); break;
    case Drag::RightAlone: moveRightBy(by); break;
    case Drag::Edge: moveEdgeTo(event->position().x()); break;
    }
    m_dragFrom = event->position();
}

void CompareCanvas::mouseReleaseEvent(QMouseEvent *)
{
    m_drag = Drag::None;
}

void CompareCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (qFuzzyCompare(m_left.zoom, fitZoom()))
        zoomAt(1.0 / m_left.zoom, event->position());
    else
        fit();
}

bool CompareCanvas::keyForArrows(const QKeyEvent &event)
{
    QPointF towards;
    switch (event.key()) {
    case Qt::Key_Left: towards = {-1, 0}; break;
    case Qt::Key_Right: towards = {1, 0}; break;
    case Qt::Key_Up: towards = {0, -1}; break;
    case Qt::Key_Down: towards = {0, 1}; break;
    default: return false;
    }
    constexpr double panStep = 60.0, fineStep = 1.0, coarseStep = 10.0;
    const bool turns = event.modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    if (turns && towards.x() != 0.0) {
        turn(towards.x());
        return true;
    }
    if (event.modifiers().testFlag(Qt::AltModifier))
        moveRightBy(towards * (event.modifiers().testFlag(Qt::ShiftModifier) ? coarseStep : fineStep));
    else if (event.modifiers().testFlag(Qt::ControlModifier) && m_mode == CompareMode::Slider)
        moveEdgeTo(edge() + towards.x() * width() / 50.0);
    else
        panBy(towards * -panStep);
    return true;
}

void CompareCanvas::keyPressEvent(QKeyEvent *event)
{
    if (keyForArrows(*event))
        return;
    const bool withBoth = event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomBy(1.25); break;
    case Qt::Key_Minus: zoomBy(0.8); break;
    case Qt::Key_0: fit(); break;
    case Qt::Key_Asterisk: actualSize(); break;
    case Qt::Key_L:
    case Qt::Key_R:
    case Qt::Key_M:
        if (!withBoth) {
            QWidget::keyPressEvent(event);
            return;
        }
        if (event->key() == Qt::Key_M)
            mirror();
        else
            turn(event->key() == Qt::Key_L ? -90.0 : 90.0);
        break;
    case Qt::Key_Space:
        if (m_mode != CompareMode::Blink) {
            QWidget::keyPressEvent(event);
            return;
        }
        if (m_calm || m_paused)
            showSide(!m_rightOnShow);
        else
            Q_EMIT pauseWanted(true);
        break;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace arb::ui
