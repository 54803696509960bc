// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/markdraft.h"

#include <algorithm>

namespace arb::ui {

namespace {

constexpr qsizetype mostFreehandPoints = 2000; // domain::Mark

} // namespace

MarkDraft::MarkDraft(domain::MarkShape shape, QPoint at, QSize picture)
    : m_shape(shape), m_picture(picture)
{
    if (shape != domain::MarkShape::Moment)
        m_points = {inside(at)};
}

MarkDraft::MarkDraft(domain::MarkShape shape, const QRect &area, QSize picture)
    : m_shape(shape), m_picture(picture)
{
    using Shape = domain::MarkShape;
    const QPoint first = inside(area.topLeft()), last = inside(area.bottomRight());
    const int middle = inside(area.center()).y();
    switch (shape) {
    case Shape::Rectangle:
    case Shape::Ellipse: m_points = {first, last}; break;
    case Shape::Arrow:
    case Shape::Freehand:
    case Shape::Measure: m_points = {{first.x(), middle}, {last.x(), middle}}; break;
    case Shape::Text: m_points = {inside(area.center())}; break;
    case Shape::Moment: break; // of the whole picture
    }
}

QPoint MarkDraft::inside(QPoint point) const
{
    return {std::clamp(point.x(), 0, std::max(0, m_picture.width() - 1)), std::clamp(point.y(), 0, std::max(0, m_picture.height() - 1))};
}

void MarkDraft::append(QPoint point)
{
    if (point == m_points.last())
        return;
    if (m_points.size() >= mostFreehandPoints) {
        // A long stroke gets coarser, never shorter: every second point goes, the first stays.
        QList<QPoint> thinned;
        for (qsizetype n = 0; n < m_points.size(); n += 2)
            thinned.append(m_points.at(n));
        m_points = thinned;
    }
    m_points.append(point);
}

void MarkDraft::drag(QPoint to)
{
    using Shape = domain::MarkShape;
    const QPoint point = inside(to);
    switch (m_shape) {
    case Shape::Rectangle:
    case Shape::Ellipse:
    case Shape::Arrow:
    case Shape::Measure: m_points = {m_points.first(), point}; break;
    case Shape::Text: m_points = {point}; break;
    case Shape::Freehand: append(point); break;
    case Shape::Moment: break;
    }
}

void MarkDraft::move(QPoint by)
{
    // All or nothing along each axis: what leans on an edge keeps its size.
    int left = m_picture.width(), top = m_picture.height(), right = 0, bottom = 0;
    for (const QPoint &point : m_points) {
        left = std::min(left, point.x());
        top = std::min(top, point.y());
        right = std::max(right, point.x());
        bottom = std::max(bottom, point.y());
    }
    const QPoint step(std::clamp(by.x(), -left, std::max(0, m_picture.width() - 1 - right)),
                      std::clamp(by.y(), -top, std::max(0, m_picture.height() - 1 - bottom)));
    for (QPoint &point : m_points)
        point += step;
}

void MarkDraft::stretch(QPoint by)
{
    if (m_points.isEmpty())
        return;
    const QPoint to = inside(m_points.last() + by);
    if (m_shape == domain::MarkShape::Freehand)
        append(to);
    else
        m_points.last() = to;
}

bool MarkDraft::isComplete() const
{
    if (m_shape == domain::MarkShape::Text || m_shape == domain::MarkShape::Moment)
        return true;
    return m_points.size() >= 2 && domain::hasExtent(m_shape, m_points);
}

} // namespace arb::ui
