// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace arb::decode {

/// Gives pixels back to where they came from: the heap, or a slot of memory that can be handed to another process.
struct PixelRelease
{
    int memory = -1; ///< descriptor of the slot; -1: the heap
    std::size_t bytes = 0; ///< of the slot, which may be larger than the bitmap
    void operator()(std::uint32_t *pixels) const;
};

/// Opaque pixels, one 32-bit word 0xFFRRGGBB each, rows without padding. Owns its memory.
struct Bitmap
{
    int width = 0;
    int height = 0;
    std::unique_ptr<std::uint32_t[], PixelRelease> pixels;

    /// Pixels are not initialised. Null pixels when memory is short.
    static Bitmap make(int width, int height);
    std::uint32_t *row(int y) { return pixels.get() + std::int64_t{y} * width; }
    const std::uint32_t *row(int y) const { return pixels.get() + std::int64_t{y} * width; }
};

/// From now on Bitmap::make takes slots: shared memory that stays mapped and is used again for a later bitmap, so that the
/// system does not have to find, clear and map thousands of pages for each. For the helper, once at its start; from then on
/// only one thread makes and drops bitmaps.
void usePassablePixels();
/// The slot of @p bitmap, for another process to read from: sealed against resizing, and still @p bitmap's own. It may be
/// written again once the bitmap is gone. -1 for pixels of the heap.
int passableMemory(const Bitmap &bitmap);
/// @p bytes in sealed memory of their own; the caller closes it. -1 on failure.
int sealBytes(const void *bytes, std::size_t size);

/// EXIF orientation 1 to 8 (others count as 1): the picture turned upright.
Bitmap upright(Bitmap source, int orientation);
/// Averages blocks of @p factor x @p factor pixels; 1 returns the source.
Bitmap shrink(Bitmap source, int factor);
/// Puts pixels with an alpha in their top byte (not premultiplied) on white.
void flattenOnWhite(Bitmap &bitmap);

} // namespace arb::decode
