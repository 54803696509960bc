// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bubbles.h"

#include <cstdint>
#include <vector>

namespace arb::read {

/// One byte a pixel, rows without padding: 0 is ink, 255 none.
struct Gray
{
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;
    std::uint8_t at(int x, int y) const { return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)]; }
    std::uint8_t &at(int x, int y) { return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)]; }
};

/// The text of @p bubble as black on white, whatever its colours are; what is outside its rounded corners is white.
Gray inkMap(const decode::Bitmap &picture, const Bubble &bubble, std::uint32_t page);

/// How high the characters of @p ink are, from the runs of rows that hold ink; 0 when nothing looks like a line.
int characterHeight(const Gray &ink);

/// @p ink by @p scale (averaging where it shrinks), with a white rim of @p rim pixels.
Gray scaled(const Gray &ink, double scale, int rim);

} // namespace arb::read
