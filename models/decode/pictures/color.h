// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <decode/bitmap.h>

#include <cstddef>
#include <vector>

namespace arb::decode {

/// What a file says its colours mean. Nothing said means sRGB.
struct ColorProfile
{
    /// Primaries by their number in ITU-T H.273 where a container names them instead of bringing a profile.
    enum class Primaries { Unsaid = 0, Bt2020 = 9, DisplayP3 = 12 };

    std::vector<std::byte> icc;
    Primaries primaries = Primaries::Unsaid;
    bool ofGrey = false; ///< the file has no colours, so that a profile of grey applies
};

inline constexpr std::size_t maxProfileBytes = std::size_t{4} << 20; ///< larger ones are not looked at

/// RGB pixels as sRGB, in place. A profile that is damaged, of other than RGB (or grey, in a picture without colours), or sRGB itself leaves them as they are: the
/// profile is a stranger's too, and a picture in slightly wrong colours is better than none.
void convertToSrgb(Bitmap &bitmap, const ColorProfile &profile);

/// Would convertToSrgb() leave RGB pixels as they are?
bool isSrgb(const ColorProfile &profile);

/// The first @p rows hold ink, a byte each of cyan, magenta, yellow and black in the order of memory (@p inverted: 255 is no
/// ink); they come out as sRGB, by the profile if it is one of ink, else by plain subtraction.
void convertInkToSrgb(Bitmap &bitmap, int rows, bool inverted, const ColorProfile &profile);

} // namespace arb::decode
