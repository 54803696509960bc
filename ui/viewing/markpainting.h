// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/viewing.h>

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainterPath>
#include <QtGui/QTransform>

#include <optional>

class QPainter;

namespace arb::ui {

/// A mark with the number it goes by among the marks of its exhibit.
struct NumberedMark
{
    domain::Mark mark;
    int number = 0;
    bool operator==(const NumberedMark &) const = default;
};

enum class MarkLook { Kept, Chosen, Draft };

/// "3 · the first words of its note"; a measure tells its length, too.
QString markLabel(const NumberedMark &mark);
/// "132.4 px"
QString markLengthText(const domain::Mark &mark);

/// The outline in the pane (none for a moment, whose tag stands in the upper left corner), with @p toPane from pixels of the picture.
QPainterPath markPath(domain::MarkShape shape, const QList<QPoint> &points, const QTransform &toPane);
/// A dark line around a bright one, seen on every picture; the label beside it unless it is empty. @p pane is as large as what is
/// painted on; @p tags are those painted before, and it is added.
void paintMark(QPainter &painter, domain::MarkShape shape, const QList<QPoint> &points, const QTransform &toPane, QSizeF pane, MarkLook look,
               const QString &label, QList<QRectF> &tags);
/// Where the tag of @p shape stands: above it or below it, whole in the pane as long as any of the shape is, and below those of @p tags
/// that it would cover, if there is room. It joins them.
QRectF placeTag(const QRectF &shape, QSizeF pane, const QString &text, const QFontMetricsF &metrics, QList<QRectF> &tags);
/// A line of text on a dark ground where placeTag() says; answers that.
QRectF paintTag(QPainter &painter, const QRectF &shape, QSizeF pane, const QString &text, QList<QRectF> &tags);
/// Every point of the shape can be taken by itself.
bool hasHandles(domain::MarkShape shape);
/// The handle of the mark under @p at, by the number of its point; nothing: none is there.
std::optional<qsizetype> handleAt(const domain::Mark &mark, const QTransform &toPane, QPointF at);
/// Is @p at on the outline of the mark or on its @p tag?
bool isOnMark(const domain::Mark &mark, const QTransform &toPane, const QRectF &tag, QPointF at);

} // namespace arb::ui
