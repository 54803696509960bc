// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/viewgeometry.h"

#include <QtCore/QtMath>

#include <algorithm>
#include <cmath>

namespace arb::ui {

namespace {

/// The upright box around a box of @p size that was turned.
QSizeF boxAround(QSizeF size, double degrees)
{
    const double cosine = std::abs(std::cos(qDegreesToRadians(degrees))), sine = std::abs(std::sin(qDegreesToRadians(degrees)));
    return {size.width() * cosine + size.height() * sine, size.width() * sine + size.height() * cosine};
}

bool isNothing(QSizeF size)
{
    return size.width() < 1.0 || size.height() < 1.0;
}

} // namespace

QSize firstPixels(QSize size, double ratio)
{
    return size.expandedTo(QSize(640, 480)) * ratio;
}

QTransform viewTransform(const domain::ViewState &view, QSizeF pane, double ratio, double aspect)
{
    const double scale = view.zoom / ratio;
    QTransform transform;
    transform.translate(pane.width() / 2.0, pane.height() / 2.0);
    transform.scale(scale, scale);
    transform.rotate(view.rotation);
    if (view.mirrored)
        transform.scale(-1.0, 1.0);
    transform.scale(aspect, 1.0);
    transform.translate(-view.center.x(), -view.center.y());
    return transform;
}

double zoomToFit(QSize picture, double aspect, double rotation, QSizeF pane, double ratio)
{
    if (picture.isEmpty() || isNothing(pane))
        return 1.0;
    const QSizeF box = boxAround(QSizeF(picture.width() * aspect, picture.height()), rotation);
    return std::clamp(std::min(pane.width() / box.width(), pane.height() / box.height()) * ratio, smallestZoom, largestZoom);
}

double zoomToFill(QSize picture, double aspect, double rotation, QSizeF pane, double ratio)
{
    if (picture.isEmpty() || isNothing(pane))
        return 1.0;
    // Seen from the picture it is the pane that is turned, the other way round.
    const QSizeF box = boxAround(pane, rotation);
    return std::clamp(std::max(box.width() / (picture.width() * aspect), box.height() / picture.height()) * ratio, smallestZoom,
                      largestZoom);
}

QRect placeBeside(const QRectF &box, QSize size, QSize pane)
{
    constexpr int edge = 4, gap = 6;
    const QRect room = QRect(QPoint(), pane).adjusted(edge, edge, -edge, -edge), there = box.toAlignedRect();
    const int mostX = std::max(room.left(), room.right() + 1 - size.width()), mostY = std::max(room.top(), room.bottom() + 1 - size.height());
    const auto inside = [&](QPoint place) {
        return QRect(QPoint(std::clamp(place.x(), room.left(), mostX), std::clamp(place.y(), room.top(), mostY)), size);
    };
    const QPoint places[] = {{there.left(), there.bottom() + 1 + gap}, {there.right() + 1 + gap, there.top()}, {there.left() - gap - size.width(), there.top()},
                             {there.left(), there.top() - gap - size.height()}, {room.left(), mostY}, {mostX, mostY}, {room.left(), room.top()}, {mostX, room.top()}};
    QRect best = inside(places[0]);
    qint64 least = -1;
    for (const QPoint place : places) {
        const QRect here = inside(place), covered = here & there;
        const qint64 area = covered.isEmpty() ? 0 : qint64(covered.width()) * covered.height();
        if (least >= 0 && area >= least)
            continue;
        best = here;
        least = area;
    }
    return best;
}

} // namespace arb::ui
