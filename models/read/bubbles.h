// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <decode/bitmap.h>
#include <decode/reading.h>

#include <cstdint>
#include <vector>

/// Where text stands in a screenshot of a chat.
namespace arb::read {

struct Box
{
    int x = 0, y = 0, width = 0, height = 0;
    int right() const { return x + width; }
    int bottom() const { return y + height; }
};

struct Bubble
{
    Box box;
    std::uint32_t color = 0; ///< its own: what text stands on
    decode::BubbleSide side = decode::BubbleSide::Middle;
};

struct Layout
{
    std::uint32_t page = 0;      ///< the colour that is seen most
    std::vector<Bubble> bubbles; ///< from the top; words on the bare page are bubbles in its colour
    bool leftOut = false;        ///< there is more that is no avatar and may hold words: a photograph, or two things run together
};

/// Colours of @p picture differ by more than noise: the largest difference of a channel, 0 to 255.
int distance(std::uint32_t a, std::uint32_t b);

/// Bubbles and loose words; avatars, lines and photographs are left out.
Layout findBubbles(const decode::Bitmap &picture);

} // namespace arb::read
