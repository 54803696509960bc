// SPDX-License-Identifier: GPL-3.0-or-later
#include "inkmap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace arb::read {

namespace {

constexpr int leastContrast = 24; ///< levels between a bubble and its text

/// How far each pixel of the box is from the bubble's own colour.
Gray distances(const decode::Bitmap &picture, const Bubble &bubble)
{
    Gray map{bubble.box.width, bubble.box.height, {}};
    map.pixels.reserve(static_cast<std::size_t>(map.width) * static_cast<std::size_t>(map.height));
    for (int y = bubble.box.y; y < bubble.box.bottom(); ++y) {
        for (int x = bubble.box.x; x < bubble.box.right(); ++x)
            map.pixels.push_back(static_cast<std::uint8_t>(distance(picture.row(y)[x], bubble.color)));
    }
    return map;
}

/// The page outside the bubble, reached from the border: not told by colour alone, because text may have the page's colour.
std::vector<std::pair<int, int>> outside(const decode::Bitmap &picture, const Bubble &bubble, std::uint32_t page)
{
    const int width = bubble.box.width, height = bubble.box.height;
    const int reach = distance(bubble.color, page) / 2;
    std::vector<char> seen(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
    std::vector<std::pair<int, int>> found;
    const auto visit = [&](int x, int y) {
        if (x < 0 || y < 0 || x >= width || y >= height)
            return;
        char &mark = seen[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
        const std::uint32_t color = picture.row(bubble.box.y + y)[bubble.box.x + x];
        if (mark != 0 || distance(color, bubble.color) <= reach)
            return;
        mark = 1;
        found.emplace_back(x, y);
    };
    for (int x = 0; x < width; ++x) {
        visit(x, 0);
        visit(x, height - 1);
    }
    for (int y = 0; y < height; ++y) {
        visit(0, y);
        visit(width - 1, y);
    }
    for (std::size_t next = 0; next < found.size(); ++next) {
        const auto [x, y] = found[next];
        visit(x - 1, y);
        visit(x + 1, y);
        visit(x, y - 1);
        visit(x, y + 1);
    }
    return found;
}

/// Clears what was found and the blurred pixels beside it.
void clearAround(Gray &map, const std::vector<std::pair<int, int>> &places)
{
    constexpr int blur = 2;
    for (const auto &[x, y] : places) {
        for (int ny = std::max(0, y - blur); ny <= std::min(map.height - 1, y + blur); ++ny) {
            for (int nx = std::max(0, x - blur); nx <= std::min(map.width - 1, x + blur); ++nx)
                map.at(nx, ny) = 0;
        }
    }
}

/// The distance that all but a few of the inked pixels stay below: pure ink.
int pureInk(const Gray &map)
{
    std::array<std::int64_t, 256> counts{};
    for (const std::uint8_t value : map.pixels)
        ++counts[value];
    std::int64_t inked = 0;
    for (std::size_t level = leastContrast; level < counts.size(); ++level)
        inked += counts[level];
    std::int64_t above = 0;
    for (std::size_t level = counts.size() - 1; level >= leastContrast; --level) {
        above += counts[level];
        if (above * 20 > inked)
            return static_cast<int>(level);
    }
    return 0;
}

} // namespace

Gray inkMap(const decode::Bitmap &picture, const Bubble &bubble, std::uint32_t page)
{
    Gray map = distances(picture, bubble);
    constexpr int tellsApart = 9;
    if (distance(bubble.color, page) > tellsApart)
        clearAround(map, outside(picture, bubble, page));
    const int pure = pureInk(map);
    for (std::uint8_t &value : map.pixels)
        value = pure == 0 ? std::uint8_t{255} : static_cast<std::uint8_t>(255 - std::min(255, value * 255 / pure));
    return map;
}

int characterHeight(const Gray &ink)
{
    constexpr std::uint8_t dark = 140;
    constexpr int leastHeight = 6;
    std::vector<int> runs;
    int run = 0;
    for (int y = 0; y <= ink.height; ++y) {
        bool inked = false;
        for (int x = 0; y < ink.height && x < ink.width && !inked; ++x)
            inked = ink.at(x, y) < dark;
        if (inked) {
            ++run;
        } else {
            if (run >= leastHeight)
                runs.push_back(run);
            run = 0;
        }
    }
    if (runs.empty())
        return 0;
    std::ranges::sort(runs);
    return runs[runs.size() / 2];
}

Gray scaled(const Gray &ink, double scale, int rim)
{
    Gray out;
    const int width = std::max(1, static_cast<int>(std::lround(ink.width * scale))), height = std::max(1, static_cast<int>(std::lround(ink.height * scale)));
    out.width = width + 2 * rim;
    out.height = height + 2 * rim;
    out.pixels.assign(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height), 255);
    // Each pixel is the mean of what it covers, with the edges in their share; at least one source pixel wide, which makes it
    // linear where it grows.
    const auto cover = [](int at, double step, int most) {
        const double span = std::max(1.0, step), middle = (at + 0.5) * step;
        return std::pair(std::clamp(middle - span / 2, 0.0, static_cast<double>(most)), std::clamp(middle + span / 2, 0.0, static_cast<double>(most)));
    };
    // By columns first, then by rows: the mean over a box is the mean of means.
    std::vector<float> half(static_cast<std::size_t>(width) * static_cast<std::size_t>(ink.height));
    const double stepX = static_cast<double>(ink.width) / width, stepY = static_cast<double>(ink.height) / height;
    for (int x = 0; x < width; ++x) {
        const auto [from, to] = cover(x, stepX, ink.width);
        for (int y = 0; y < ink.height; ++y) {
            double sum = 0;
            for (int sx = static_cast<int>(from); sx < ink.width && sx < to; ++sx)
                sum += (std::min(to, sx + 1.0) - std::max(from, static_cast<double>(sx))) * ink.at(sx, y);
            half[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)] = static_cast<float>(sum / (to - from));
        }
    }
    for (int y = 0; y < height; ++y) {
        const auto [from, to] = cover(y, stepY, ink.height);
        for (int x = 0; x < width; ++x) {
            double sum = 0;
            for (int sy = static_cast<int>(from); sy < ink.height && sy < to; ++sy) {
                const auto value = static_cast<double>(half[static_cast<std::size_t>(sy) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)]);
                sum += (std::min(to, sy + 1.0) - std::max(from, static_cast<double>(sy))) * value;
            }
            out.at(x + rim, y + rim) = static_cast<std::uint8_t>(std::clamp(std::lround(sum / (to - from)), 0L, 255L));
        }
    }
    return out;
}

} // namespace arb::read
