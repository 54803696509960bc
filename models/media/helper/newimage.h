// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QImage>

namespace arb::media {

/// An opaque image (RGB32) whose pixels are not initialised; null when memory is short. Large ones lie in huge pages where the
/// system has them, and the memory of those that were dropped is used again: finding, clearing and mapping thousands of small
/// pages for each frame costs more than decoding it. Any thread; the image may outlive everything else.
QImage newImage(QSize size);

} // namespace arb::media
