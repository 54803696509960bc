// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/markpainting.h"

#include <presentation/formats.h>

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>
#include <QtGui/QPainterPathStroker>

#include <algorithm>
#include <cmath>

namespace arb::ui {

namespace {

constexpr double tagWidth = 220.0;
constexpr double reach = 6.0; // how far from an outline a click may be

QPointF middleOf(QPoint pixel)
{
    return QPointF(pixel) + QPointF(0.5, 0.5);
}

QRectF boxOf(const QList<QPoint> &points)
{
    domain::Mark mark;
    mark.points = points;
    return QRectF(mark.bounds());
}

void addArrowHead(QPainterPath &path, QPointF tail, QPointF head)
{
    const QPointF along = tail - head;
    const double length = std::hypot(along.x(), along.y());
    if (length < 1.0)
        return;
    const QPointF unit = along / length, across(-unit.y(), unit.x());
    const double size = std::min(14.0, length);
    path.moveTo(head + unit * size + across * (size / 2));
    path.lineTo(head);
    path.lineTo(head + unit * size - across * (size / 2));
}

void addEnd(QPainterPath &path, QPointF end, QPointF other)
{
    const QPointF along = other - end;
    const double length = std::max(1.0, std::hypot(along.x(), along.y()));
    const QPointF across = QPointF(-along.y(), along.x()) / length * 6.0;
    path.moveTo(end - across);
    path.lineTo(end + across);
}

/// Above the upper left corner of @p shape, else below it. Whatever of the shape is in the pane, its tag is there as a whole.
QRectF tagBox(const QRectF &shape, QSizeF pane, double textWidth, double textHeight)
{
    QRectF box(shape.left() - 1, shape.top() - textHeight - 6, std::min(textWidth, tagWidth) + 10, textHeight + 4);
    if (box.top() < 0)
        box.moveTop(shape.bottom() + 2);
    const bool isSeen = shape.right() >= 0 && shape.left() <= pane.width() && shape.bottom() >= 0 && shape.top() <= pane.height();
    if (!isSeen)
        return box;
    box.moveLeft(std::max(0.0, std::min(box.left(), pane.width() - box.width())));
    box.moveTop(std::max(0.0, std::min(box.top(), pane.height() - box.height())));
    return box;
}

QColor inkOf(MarkLook look)
{
    switch (look) {
    case MarkLook::Kept: return QColor(0xFF, 0x8A, 0xD8);
    case MarkLook::Chosen: return Qt::white;
    case MarkLook::Draft: return QColor(0xFF, 0xD4, 0x00);
    }
    return {};
}

} // namespace

QString markLengthText(const domain::Mark &mark)
{
    //: a length in pixels of the picture
    return QCoreApplication::translate("arb::ui::Marks", "%1 px").arg(mark.length(), 0, 'f', 1);
}

QString markLabel(const NumberedMark &mark)
{
    QStringList parts{QString::number(mark.number)};
    if (mark.mark.shape == domain::MarkShape::Measure)
        parts.append(markLengthText(mark.mark));
    const QString note = mark.mark.film ? mark.mark.note.section(u'\n', 0, 0) : mark.mark.note; // of a film's marks the title
    if (!note.isEmpty())
        parts.append(presentation::visibleText(note.simplified()));
    return parts.join(QStringLiteral(" · "));
}

QPainterPath markPath(domain::MarkShape shape, const QList<QPoint> &points, const QTransform &toPane)
{
    using Shape = domain::MarkShape;
    QPainterPath path;
    if (points.isEmpty())
        return path;
    const QPointF first = toPane.map(middleOf(points.first())), last = toPane.map(middleOf(points.last()));
    switch (shape) {
    case Shape::Rectangle: {
        path.addRect(boxOf(points));
        return toPane.map(path);
    }
    case Shape::Ellipse: {
        path.addEllipse(boxOf(points));
        return toPane.map(path);
    }
    case Shape::Arrow:
        path.moveTo(first);
        path.lineTo(last);
        addArrowHead(path, first, last);
        break;
    case Shape::Freehand:
        path.moveTo(first);
        for (const QPoint &point : points)
            path.lineTo(toPane.map(middleOf(point)));
        break;
    case Shape::Text:
        path.moveTo(first - QPointF(5, 0));
        path.lineTo(first + QPointF(5, 0));
        path.moveTo(first - QPointF(0, 5));
        path.lineTo(first + QPointF(0, 5));
        break;
    case Shape::Measure:
        path.moveTo(first);
        path.lineTo(last);
        addEnd(path, first, last);
        addEnd(path, last, first);
        break;
    case Shape::Moment: break;
    }
    return path;
}

QRectF placeTag(const QRectF &shape, QSizeF pane, const QString &text, const QFontMetricsF &metrics, QList<QRectF> &tags)
{
    const QRectF first = tagBox(shape, pane, metrics.horizontalAdvance(text), metrics.height());
    QRectF box = first;
    // Each step goes down, past one of them at least.
    for (qsizetype n = 0; n < tags.size() && box.bottom() <= pane.height(); ++n) {
        if (!tags.at(n).intersects(box))
            continue;
        box.moveTop(tags.at(n).bottom() + 1);
        n = -1;
    }
    if (box.bottom() > pane.height())
        box = first;
    tags.append(box);
    return box;
}

QRectF paintTag(QPainter &painter, const QRectF &shape, QSizeF pane, const QString &text, QList<QRectF> &tags)
{
    const QFontMetricsF metrics(painter.font());
    const QString shown = metrics.elidedText(text, Qt::ElideRight, tagWidth);
    const QRectF box = placeTag(shape, pane, text, metrics, tags);
    painter.fillRect(box, QColor(0, 0, 0, 210));
    painter.setPen(Qt::white);
    painter.drawText(box, Qt::AlignCenter, shown);
    return box;
}

void paintMark(QPainter &painter, domain::MarkShape shape, const QList<QPoint> &points, const QTransform &toPane, QSizeF pane, MarkLook look,
               const QString &label, QList<QRectF> &tags)
{
    const QPainterPath path = markPath(shape, points, toPane);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const double width = look == MarkLook::Chosen ? 3.0 : 2.0;
    painter.setPen(QPen(QColor(0, 0, 0, 200), width + 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.setPen(QPen(inkOf(look), width, look == MarkLook::Draft ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPath(path);
    const bool handles = look != MarkLook::Kept && hasHandles(shape);
    for (qsizetype n = 0; handles && n < points.size(); ++n) {
        const QPointF spot = toPane.map(middleOf(points.at(n)));
        painter.setPen(QPen(Qt::black, 1));
        painter.setBrush(inkOf(look));
        painter.drawRect(QRectF(spot - QPointF(3.5, 3.5), QSizeF(7, 7)));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (!label.isEmpty())
        paintTag(painter, path.boundingRect(), pane, label, tags);
    painter.restore();
}

bool hasHandles(domain::MarkShape shape)
{
    return shape != domain::MarkShape::Freehand;
}

std::optional<qsizetype> handleAt(const domain::Mark &mark, const QTransform &toPane, QPointF at)
{
    // The last one is drawn on top.
    for (qsizetype n = hasHandles(mark.shape) ? mark.points.size() - 1 : -1; n >= 0; --n) {
        const QPointF way = toPane.map(middleOf(mark.points.at(n))) - at;
        if (std::max(std::abs(way.x()), std::abs(way.y())) <= reach)
            return n;
    }
    return std::nullopt;
}

bool isOnMark(const domain::Mark &mark, const QTransform &toPane, const QRectF &tag, QPointF at)
{
    const QPainterPath path = markPath(mark.shape, mark.points, toPane);
    QPainterPathStroker stroker;
    stroker.setWidth(2 * reach);
    return tag.contains(at) || stroker.createStroke(path).contains(at);
}

} // namespace arb::ui
