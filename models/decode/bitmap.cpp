// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/bitmap.h>

#include "passable.h"

#include <algorithm>
#include <new>

namespace arb::decode {

Bitmap Bitmap::make(int width, int height)
{
    Bitmap made;
    made.width = width;
    made.height = height;
    const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    if (arePixelsPassable())
        made.pixels = passablePixels(count * sizeof(std::uint32_t));
    else
        made.pixels.reset(new (std::nothrow) std::uint32_t[count]);
    return made;
}

namespace {

/// Copies by blocks, so that turning by 90 degrees does not miss the cache on every pixel.
template<typename From>
void turnBlocks(const Bitmap &source, Bitmap &target, From from)
{
    constexpr int block = 32;
    for (int top = 0; top < target.height; top += block) {
        for (int left = 0; left < target.width; left += block) {
            const int bottom = std::min(top + block, target.height);
            const int right = std::min(left + block, target.width);
            for (int y = top; y < bottom; ++y) {
                std::uint32_t *out = target.row(y);
                for (int x = left; x < right; ++x) {
                    const auto [sx, sy] = from(x, y);
                    out[x] = source.row(sy)[sx];
                }
            }
        }
    }
}

struct PixelPlace
{
    int x, y;
};

} // namespace

Bitmap upright(Bitmap source, int orientation)
{
    if (orientation < 2 || orientation > 8 || !source.pixels)
        return source;
    const bool turned = orientation >= 5;
    Bitmap target = turned ? Bitmap::make(source.height, source.width) : Bitmap::make(source.width, source.height);
    if (!target.pixels)
        return target;
    const int right = source.width - 1;
    const int bottom = source.height - 1;
    switch (orientation) {
    case 2: turnBlocks(source, target, [=](int x, int y) { return PixelPlace{right - x, y}; }); break;
    case 3: turnBlocks(source, target, [=](int x, int y) { return PixelPlace{right - x, bottom - y}; }); break;
    case 4: turnBlocks(source, target, [=](int x, int y) { return PixelPlace{x, bottom - y}; }); break;
    case 5: turnBlocks(source, target, [=](int x, int y) { return PixelPlace{y, x}; }); break;
    case 6: turnBlocks(source, target, [=](int x, int y) { return PixelPlace{y, bottom - x}; }); break;
    case 7: turnBlocks(source, target, [=](int x, int y) { return PixelPlace{right - y, bottom - x}; }); break;
    case 8: turnBlocks(source, target, [=](int x, int y) { return PixelPlace{right - y, x}; }); break;
    }
    return target;
}

Bitmap shrink(Bitmap source, int factor)
{
    if (factor < 2 || !source.pixels || source.width < factor || source.height < factor)
        return source;
    Bitmap target = Bitmap::make(source.width / factor, source.height / factor);
    if (!target.pixels)
        return target;
    const auto area = static_cast<std::uint32_t>(factor * factor);
    for (int y = 0; y < target.height; ++y) {
        std::uint32_t *out = target.row(y);
        for (int x = 0; x < target.width; ++x) {
            std::uint32_t red = 0, green = 0, blue = 0;
            for (int dy = 0; dy < factor; ++dy) {
                const std::uint32_t *in = source.row(y * factor + dy) + std::int64_t{x} * factor;
                for (int dx = 0; dx < factor; ++dx) {
                    red += (in[dx] >> 16) & 0xFF;
                    green += (in[dx] >> 8) & 0xFF;
                    blue += in[dx] & 0xFF;
                }
            }
            out[x] = 0xFF000000U | ((red / area) << 16) | ((green / area) << 8) | (blue / area);
        }
    }
    return target;
}

void flattenOnWhite(Bitmap &bitmap)
{
    const auto count = static_cast<std::size_t>(bitmap.width) * static_cast<std::size_t>(bitmap.height);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t pixel = bitmap.pixels[i];
        const std::uint32_t alpha = pixel >> 24;
        if (alpha == 255)
            continue;
        const auto blend = [alpha](std::uint32_t channel) { return (channel * alpha + 255 * (255 - alpha) + 127) / 255; };
        bitmap.pixels[i] = 0xFF000000U | (blend((pixel >> 16) & 0xFF) << 16) | (blend((pixel >> 8) & 0xFF) << 8)
            | blend(pixel & 0xFF);
    }
}

} // namespace arb::decode
