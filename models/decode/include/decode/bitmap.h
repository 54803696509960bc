// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>

namespace arb::decode {

/// Opaque pixels, one 32-bit word 0xFFRRGGBB each, rows without padding. Owns its memory.
struct Bitmap
{
    int width = 0;
    int height = 0;
    std::unique_ptr<std::uint32_t[]> pixels;

    /// Pixels are not initialised. Null pixels when memory is short.
    static Bitmap make(int width, int height);
    std::uint32_t *row(int y) { return pixels.get() + std::int64_t{y} * width; }
    const std::uint32_t *row(int y) const { return pixels.get() + std::int64_t{y} * width; }
};

/// EXIF orientation 1 to 8 (others count as 1): the picture turned upright.
Bitmap upright(Bitmap source, int orientation);
/// Averages blocks of @p factor x @p factor pixels; 1 returns the source.
Bitmap shrink(Bitmap source, int factor);
/// Puts pixels with an alpha in their top byte (not premultiplied) on white.
void flattenOnWhite(Bitmap &bitmap);

} // namespace arb::decode
