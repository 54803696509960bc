// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/viewing.h>

#include <domain/plaintext.h>

#include <algorithm>
#include <cmath>

namespace arb::domain {

QRect Mark::bounds() const
{
    if (points.isEmpty())
        return {};
    int left = points.constFirst().x(), top = points.constFirst().y(), right = left, bottom = top;
    for (const QPoint &point : points) {
        left = std::min(left, point.x());
        right = std::max(right, point.x());
        top = std::min(top, point.y());
        bottom = std::max(bottom, point.y());
    }
    return {left, top, std::max(1, right - left), std::max(1, bottom - top)};
}

double Mark::length() const
{
    const bool measured = shape == MarkShape::Arrow || shape == MarkShape::Measure;
    if (!measured || points.size() != 2)
        return 0.0;
    const QPointF way = points.at(1) - points.at(0);
    return std::hypot(way.x(), way.y());
}

namespace {

bool hasRightCount(const Mark &mark)
{
    switch (mark.shape) {
    case MarkShape::Rectangle:
    case MarkShape::Ellipse:
    case MarkShape::Arrow:
    case MarkShape::Measure: return mark.points.size() == 2;
    case MarkShape::Freehand: return mark.points.size() >= 2 && mark.points.size() <= mostMarkPoints;
    case MarkShape::Text: return mark.points.size() == 1;
    case MarkShape::Moment: return mark.points.isEmpty();
    }
    return false;
}

/// A moment is one of a film, and films have no pages.
bool fitsInTime(const Mark &mark)
{
    if (!mark.film)
        return mark.shape != MarkShape::Moment;
    return mark.page == 0 && liesInFilm(*mark.film, {});
}

} // namespace

bool hasExtent(MarkShape shape, const QList<QPoint> &points)
{
    const auto differ = [&points](auto along) {
        return std::ranges::any_of(points, [&](const QPoint &point) { return along(point) != along(points.constFirst()); });
    };
    const bool wide = differ([](const QPoint &point) { return point.x(); }), high = differ([](const QPoint &point) { return point.y(); });
    switch (shape) {
    case MarkShape::Rectangle:
    case MarkShape::Ellipse: return wide && high;
    case MarkShape::Arrow:
    case MarkShape::Measure:
    case MarkShape::Freehand: return wide || high;
    case MarkShape::Text:
    case MarkShape::Moment: return true;
    }
    return true;
}

std::optional<MarkFault> checkMark(const Mark &mark, QSize size)
{
    if (mark.exhibit.isEmpty() || mark.sha256.size() != 64 || mark.page < 0)
        return MarkFault::NoExhibit;
    if (!hasRightCount(mark))
        return MarkFault::WrongPoints;
    if (!fitsInTime(mark))
        return MarkFault::OutsideFilm;
    if (!hasExtent(mark.shape, mark.points))
        return MarkFault::NoExtent;
    const QRect picture(QPoint(), size.isEmpty() ? QSize(mostMarkPixel, mostMarkPixel) : size);
    if (!mark.points.isEmpty() && !picture.contains(mark.bounds()))
        return MarkFault::OutsidePicture;
    if (mark.note.size() > mostMarkNote)
        return MarkFault::NoteTooLong;
    if (hasControl(mark.note))
        return MarkFault::ControlCharacters;
    if (mark.shape == MarkShape::Text && mark.note.trimmed().isEmpty())
        return MarkFault::NoText;
    return std::nullopt;
}

} // namespace arb::domain
