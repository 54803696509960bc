// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/viewing.h>

#include <QtCore/QRectF>
#include <QtCore/QSizeF>
#include <QtGui/QTransform>

/// Where a picture stands in its pane. Sizes of panes are logical pixels, @p ratio is device pixels per logical pixel,
/// @p aspect the width of a pixel of the picture over its height.
namespace arb::ui {

inline constexpr double smallestZoom = 0.01;
inline constexpr double largestZoom = 64.0;

/// What a first decode should cover in a pane or its part of @p size: in a small one as much as in a usual one, so that one that grows needs no
/// other. In device pixels.
QSize firstPixels(QSize size, double ratio);
/// From pixels of the picture to the pane.
QTransform viewTransform(const domain::ViewState &view, QSizeF pane, double ratio, double aspect);
/// The whole picture is seen, however it is turned.
double zoomToFit(QSize picture, double aspect, double rotation, QSizeF pane, double ratio);
/// Nothing but the picture is seen, however it is turned.
double zoomToFill(QSize picture, double aspect, double rotation, QSizeF pane, double ratio);
/// Where something of @p size stands in @p pane so that it says something of @p box there without covering it: below, to the right, to the
/// left, above. Where none of these has the room, inside the pane and over as little of the box as can be. Logical pixels.
QRect placeBeside(const QRectF &box, QSize size, QSize pane);

} // namespace arb::ui
