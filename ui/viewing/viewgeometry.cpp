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

} // namespace arb::ui
