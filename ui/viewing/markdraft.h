// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/viewing.h>

namespace arb::ui {

/// A mark being made, in whole pixels of the upright picture; never outside of it. Knows nothing of the screen.
class MarkDraft
{
public:
    /// Begins where the pointer went down.
    MarkDraft(domain::MarkShape shape, QPoint at, QSize picture);
    /// Stands ready in @p area, for the keyboard.
    MarkDraft(domain::MarkShape shape, const QRect &area, QSize picture);

    /// A mark that is there, to be changed.
    MarkDraft(domain::MarkShape shape, const QList<QPoint> &points, QSize picture) : m_shape(shape), m_picture(picture), m_points(points) {}

    domain::MarkShape shape() const { return m_shape; }
    const QList<QPoint> &points() const { return m_points; }
    /// The pointer went on to @p to.
    void drag(QPoint to);
    void move(QPoint by);
    /// That point alone, of a shape that has handles.
    void put(qsizetype point, QPoint to) { m_points[point] = inside(to); }
    /// The last point goes on; a freehand line grows by one.
    void stretch(QPoint by);
    /// Enough points, and something to be seen between them (domain::hasExtent()); a moment has none.
    bool isComplete() const;

private:
    QPoint inside(QPoint point) const;
    void append(QPoint point);

    domain::MarkShape m_shape;
    QSize m_picture;
    QList<QPoint> m_points;
};

} // namespace arb::ui
