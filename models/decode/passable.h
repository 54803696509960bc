// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <decode/bitmap.h>

/// Pixels in slots that another process can be given: what Bitmap::make takes inside the helper.
namespace arb::decode {

bool arePixelsPassable();
/// Null when memory is short.
std::unique_ptr<std::uint32_t[], PixelRelease> passablePixels(std::size_t bytes);

} // namespace arb::decode
