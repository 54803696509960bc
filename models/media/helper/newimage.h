// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtGui/QImage>

namespace arb::media {

/// An opaque image (RGB32) whose pixels are not initialised; null when memory is short. Large ones lie in huge pages where the
/// system has them, and the memory of those that were dropped is used again: finding, clearing and mapping thousands of small
/// pages for each frame costs more than decoding it. Any thread; the image may outlive everything else.
QImage newImage(QSize size);
/// Such images all at once, or none. They share one block, which goes back with the last of them: what is too small for a huge page
/// by itself is found as quickly.
QList<QImage> newImages(const QList<QSize> &sizes);

} // namespace arb::media
