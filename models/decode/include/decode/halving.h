// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

/// How much smaller than it is a frame may come that is only looked at while a film plays. Halves alone: averaging four pixels and
/// converting a quarter of them costs no more than converting all (0.65 against 0.56 ms for 1080p), where scaling by any other factor
/// costs three to six times that, more than the smaller copy saves.
namespace arb::decode {

inline constexpr int mostHalvings = 3;

/// A side of a frame that was halved @p times; the odd pixel stays.
constexpr int halved(int side, int times)
{
    for (int n = 0; n < times; ++n)
        side = (side + 1) / 2;
    return side;
}

/// How often a frame can be halved and still covers the box; 0 for an empty box.
constexpr int halvingsFor(int width, int height, int boxWidth, int boxHeight)
{
    int times = 0;
    while (boxWidth > 0 && boxHeight > 0 && times < mostHalvings && halved(width, times + 1) >= boxWidth && halved(height, times + 1) >= boxHeight)
        ++times;
    return times;
}

/// A plane of bytes at half its size: means of four, rounded; at an odd edge of two. Strides in bytes.
void halvePlane(const std::uint8_t *from, std::ptrdiff_t fromStride, int width, int height, std::uint8_t *to, std::ptrdiff_t toStride);

} // namespace arb::decode
