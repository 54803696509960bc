// SPDX-License-Identifier: GPL-3.0-or-later
// What the canvas draws, from the bottom to the top: ground, pixels or cover, grid, places, marks, loupe, veil, focus.
#include "viewing/picturecanvas.h"

#include "viewing/partycolors.h"
#include "viewing/tonetable.h"

#include <ui/theme.h>

#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace arb::ui {

namespace {

constexpr double gridZoom = 8.0; // pixels are large enough to be told apart
constexpr int loupeRadius = 96;

QColor groundColor(const QPalette &palette)
{
    const QColor ground = palette.color(QPalette::Window);
    return isDark(palette) ? ground.darker(115) : ground.darker(106);
}

/// In pixels of the device: where a rectangle of logical pixels lies.
QRect deviceRect(const QRect &logical, double ratio)
{
    return QRectF(logical.x() * ratio, logical.y() * ratio, logical.width() * ratio, logical.height() * ratio).toAlignedRect();
}

} // namespace

void PictureCanvas::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), groundColor(palette()));
    if (!hasPicture())
        return;
    paintPicture(painter, event->rect());
    if (!isCovered()) {
        paintOverlays(painter);
        paintMagnifier(painter);
    }
    if (!m_former.isEmpty())
        paintFormer(painter);
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

void PictureCanvas::paintPicture(QPainter &painter, const QRect &exposed)
{
    if (isCovered()) {
        paintCover(painter);
        return;
    }
    paintToned(painter, toWidget(), m_view.zoom, exposed);
    if (m_view.zoom >= gridZoom)
        paintGrid(painter, exposed);
}

/// Nothing of the picture but its shape and, blurred, a few averages.
void PictureCanvas::paintCover(QPainter &painter) const
{
    const QRectF whole(QPointF(0, 0), QSizeF(m_fullSize));
    painter.save();
    painter.setTransform(toWidget(), true);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (m_cover == Care::Blur && !m_blurred.isNull())
        painter.drawImage(whole, m_blurred);
    else
        painter.fillRect(whole, QColor(128, 128, 128));
    painter.restore();
}

/// Tones are put on what stands on the screen, not on the picture: the cost is the pane's and never the 48 million pixels.
void PictureCanvas::paintToned(QPainter &painter, const QTransform &transform, double zoom, const QRect &exposed)
{
    if (m_view.tone.isPlain()) {
        paintPixels(painter, transform, zoom, exposed);
        return;
    }
    const double ratio = devicePixelRatioF();
    const QSize needed = (QSizeF(size()) * ratio).toSize();
    if (m_toned.size() != needed) {
        m_toned = QImage(needed, QImage::Format_ARGB32_Premultiplied);
        m_toned.setDevicePixelRatio(ratio);
    }
    QPainter below(&m_toned);
    below.setCompositionMode(QPainter::CompositionMode_Source);
    below.fillRect(exposed, Qt::transparent);
    below.setClipRect(exposed);
    paintPixels(below, transform, zoom, exposed);
    below.end();
    const QRect area = deviceRect(exposed, ratio) & m_toned.rect();
    applyTone(m_toned, area, m_view.tone);
    painter.drawImage(QRectF(area.x() / ratio, area.y() / ratio, area.width() / ratio, area.height() / ratio), m_toned, area);
}

void PictureCanvas::paintPixels(QPainter &painter, const QTransform &transform, double zoom, const QRectF &exposed) const
{
    const double full = m_fullSize.width();
    qsizetype at = 0;
    while (at + 1 < m_levels.size() && m_levels[at + 1].width() / full >= zoom)
        ++at;
    const QImage &level = m_levels[at];
    const QSizeF ratio(level.width() / full, static_cast<double>(level.height()) / m_fullSize.height());
    const QRectF visible = transform.inverted().mapRect(exposed) & QRectF(QPointF(0, 0), QSizeF(m_fullSize));
    if (visible.isEmpty())
        return;
    // Whole source pixels, so that what is drawn does not depend on what was exposed.
    const QRect source = QRectF(visible.x() * ratio.width(), visible.y() * ratio.height(), visible.width() * ratio.width(),
                                visible.height() * ratio.height())
                             .toAlignedRect()
        & level.rect();
    const QRectF target(source.x() / ratio.width(), source.y() / ratio.height(), source.width() / ratio.width(),
                        source.height() / ratio.height());
    const bool barePixels = level.size() == m_fullSize && zoom >= 1.0;
    painter.save();
    painter.setTransform(transform, true);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !barePixels);
    painter.drawImage(target, level, source);
    painter.restore();
}

/// Dark lines under light dashes: seen on every picture.
void PictureCanvas::paintGrid(QPainter &painter, const QRect &exposed) const
{
    const QTransform transform = toWidget();
    const QRect seen = transform.inverted().mapRect(QRectF(exposed)).toAlignedRect() & QRect(QPoint(0, 0), m_fullSize);
    if (seen.isEmpty())
        return;
    const double left = seen.left(), right = seen.left() + seen.width(), top = seen.top(), bottom = seen.top() + seen.height();
    QList<QLineF> lines;
    for (double x = left; x <= right; x += 1.0)
        lines.append(transform.map(QLineF(x, top, x, bottom)));
    for (double y = top; y <= bottom; y += 1.0)
        lines.append(transform.map(QLineF(left, y, right, y)));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(QColor(0, 0, 0, 120), 0));
    painter.drawLines(lines);
    QPen light(QColor(255, 255, 255, 150), 0);
    light.setDashPattern({2, 2});
    painter.setPen(light);
    painter.drawLines(lines);
    painter.restore();
}

void PictureCanvas::paintOverlays(QPainter &painter) const
{
    const QTransform transform = toWidget();
    for (int n = 0; n < m_highlights.size(); ++n) {
        const QPolygonF box = transform.map(QPolygonF(QRectF(m_highlights.at(n))));
        painter.setPen(n == m_highlight ? QPen(QColor(0xB0, 0x50, 0x00), 2) : QPen(Qt::NoPen));
        painter.setBrush(n == m_highlight ? QColor(0xFF, 0x9A, 0x1F, 120) : QColor(0xFF, 0xE0, 0x40, 110));
        painter.drawPolygon(box);
    }
    QList<QRectF> tags; // in the order of markTags(), so that a tag is clicked where it is seen
    for (const MarkedRegion &place : m_places)
        paintPlace(painter, place.region, place.label, false, tags);
    for (const NumberedMark &mark : m_marks) {
        const MarkLook look = mark.mark.id == m_chosen ? MarkLook::Chosen : MarkLook::Kept;
        NumberedMark shown = mark;
        if (m_edit && m_edit->mark.id == mark.mark.id)
            shown.mark.points = m_edit->draft.points();
        paintMark(painter, shown.mark.shape, shown.mark.points, transform, size(), look, markLabel(shown), tags);
    }
    if (m_region)
        paintPlace(painter, *m_region, {}, true, tags);
    if (m_draft) {
        domain::Mark draft;
        draft.points = m_draft->points();
        const bool measured = m_draft->shape() == domain::MarkShape::Measure && draft.points.size() == 2;
        paintMark(painter, m_draft->shape(), draft.points, transform, size(), MarkLook::Draft, measured ? markLengthText(draft) : QString(), tags);
    }
}

void PictureCanvas::paintPlace(QPainter &painter, const QRect &region, const QString &label, bool selection, QList<QRectF> &tags) const
{
    const QPolygonF box = toWidget().map(QPolygonF(QRectF(region)));
    const QColor accent = selection ? QColor(0xFF, 0xD4, 0x00) : QColor(0x00, 0xE5, 0xFF);
    painter.setBrush(Qt::NoBrush);
    // A dark line around a bright one is seen on every picture.
    painter.setPen(QPen(QColor(0, 0, 0, 200), 4));
    painter.drawPolygon(box);
    painter.setPen(QPen(accent, 2, selection ? Qt::DashLine : Qt::SolidLine));
    painter.drawPolygon(box);
    if (!label.isEmpty())
        paintTag(painter, box.boundingRect(), size(), label, tags);
}

/// So pale that nobody takes it for what was asked for.
void PictureCanvas::paintFormer(QPainter &painter) const
{
    QColor veil = groundColor(palette());
    veil.setAlpha(190);
    painter.fillRect(rect(), veil);
    const QFontMetrics metrics(font());
    const QString text = metrics.elidedText(m_former, Qt::ElideRight, std::max(40, width() - 28));
    const QRectF box(8, 8, metrics.horizontalAdvance(text) + 12, metrics.height() + 6);
    painter.fillRect(box, QColor(0, 0, 0, 220));
    painter.setPen(Qt::white);
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, text);
}

QRect PictureCanvas::loupe() const
{
    const QPoint middle = m_pointer ? m_pointer->toPoint() : rect().center();
    return QRect(middle - QPoint(loupeRadius, loupeRadius), QSize(2 * loupeRadius, 2 * loupeRadius));
}

void PictureCanvas::paintMagnifier(QPainter &painter)
{
    if (m_magnifier == 0)
        return;
    const QRect round = loupe();
    const QPointF middle = QRectF(round).center();
    const QTransform transform = toWidget() * QTransform::fromTranslate(-middle.x(), -middle.y())
        * QTransform::fromScale(m_magnifier, m_magnifier) * QTransform::fromTranslate(middle.x(), middle.y());
    painter.save();
    QPainterPath glass;
    glass.addEllipse(round);
    painter.setClipPath(glass);
    painter.fillRect(round, groundColor(palette()));
    paintToned(painter, transform, m_view.zoom * m_magnifier, round & rect());
    painter.restore();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 200), 5));
    painter.drawEllipse(round);
    painter.setPen(QPen(Qt::white, 2));
    painter.drawEllipse(round);
    painter.restore();
}

void PictureCanvas::setMagnifier(int factor)
{
    const int wanted = factor < 2 ? 0 : std::min(factor, 8);
    if (wanted == m_magnifier)
        return;
    m_magnifier = wanted;
    setMouseTracking(wanted > 0);
    update();
    askSharper();
}

void PictureCanvas::movePointer(std::optional<QPointF> pointer)
{
    if (m_magnifier > 0)
        update(loupe().adjusted(-4, -4, 4, 4));
    m_pointer = pointer;
    if (m_magnifier > 0)
        update(loupe().adjusted(-4, -4, 4, 4));
}

} // namespace arb::ui
