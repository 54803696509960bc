// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <media/mediaerror.h>

#include <decode/bitmap.h>
#include <decode/outcome.h>

#include <QtGui/QImage>

namespace arb::media {

/// The same pixels without copying; the image owns them.
QImage imageFrom(decode::Bitmap bitmap);
MediaError errorFrom(decode::DecodeError error);

} // namespace arb::media
