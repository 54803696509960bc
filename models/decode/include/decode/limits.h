// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

/// What a party's file may ask for at most. Everything beyond is TooLarge, TooManyFrames, NoMemory or TimedOut.
namespace arb::decode::limits {

inline constexpr std::int64_t maxPixels = 100'000'000;
inline constexpr int maxSide = 65'535;
inline constexpr std::size_t maxPictureBytes = std::size_t{256} << 20;
inline constexpr int maxJpegScans = 100;
inline constexpr std::int64_t maxFrames = 2'000'000;
inline constexpr std::size_t frameCacheBytes = std::size_t{24} << 20;
inline constexpr std::chrono::seconds pictureRequest{10};
inline constexpr std::chrono::seconds videoRequest{20};

/// What the desk allows for the file at hand, never more than maxPixels. The helper, which has one file at a time, sets it
/// before each; everybody else leaves it alone.
inline std::int64_t allowedPixels = maxPixels;

inline bool fits(std::int64_t width, std::int64_t height)
{
    return width > 0 && height > 0 && width <= maxSide && height <= maxSide && width * height <= allowedPixels;
}

} // namespace arb::decode::limits
