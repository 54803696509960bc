// SPDX-License-Identifier: GPL-3.0-or-later
#include "bubbles.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <unordered_map>
#include <utility>

namespace arb::read {

namespace {

constexpr int cellsAcross = 180; ///< so that the gap between a face and its bubble stays a cell wide
constexpr int smallestCell = 2, largestCell = 12; ///< pixels
constexpr int noise = 9;         ///< levels that are still the page
constexpr int neighbour = 4;     ///< levels from one step to the next: a white bubble is only 18 from a light page
constexpr int mostBubbles = 400;
constexpr int highestLoose = 60; ///< cells: what is higher is no line of words
constexpr int leastLeftOut = 4;  ///< cells

int channel(std::uint32_t color, int shift)
{
    return static_cast<int>((color >> shift) & 0xFFU);
}

/// Colours are counted in steps of four levels: what compression does to a flat area stays within one or two.
std::uint32_t stepOf(std::uint32_t color)
{
    return color & 0x00FCFCFCU;
}

struct Dominant
{
    std::uint32_t color = 0;
    double share = 0;
};

/// The colour seen most often, as the mean of those that fall into its step, and what share of the area is close to it.
class ColorCount
{
public:
    void add(std::uint32_t color)
    {
        Sum &sum = m_sums[stepOf(color)];
        ++sum.count;
        for (std::size_t n = 0; n < sum.channels.size(); ++n)
            sum.channels[n] += channel(color, static_cast<int>(n) * 8);
        ++m_all;
    }
    Dominant dominant() const
    {
        // A flat area that compression has stirred falls into several steps: the ones seen most are judged by all that is close.
        std::vector<std::pair<std::int64_t, std::uint32_t>> most;
        for (const auto &[step, sum] : m_sums)
            most.emplace_back(-sum.count, step);
        constexpr std::size_t judged = 8;
        const auto end = most.begin() + static_cast<std::ptrdiff_t>(std::min(judged, most.size()));
        std::partial_sort(most.begin(), end, most.end());
        Dominant best;
        std::int64_t bestNext = 0;
        for (auto one = most.begin(); one != end; ++one) {
            const std::uint32_t color = meanOfStep(one->second);
            std::int64_t next = 0, close = 0;
            for (const auto &[step, sum] : m_sums) {
                next += distance(step, stepOf(color)) <= neighbour ? sum.count : 0;
                close += distance(step, stepOf(color)) <= noise ? sum.count : 0;
            }
            if (next > bestNext) {
                bestNext = next;
                best = {meanOfStep(mostSeenBeside(stepOf(color))), static_cast<double>(close) / static_cast<double>(m_all)};
            }
        }
        return best;
    }

private:
    struct Sum
    {
        std::int64_t count = 0;
        std::array<std::int64_t, 3> channels{};
    };
    /// A step that is seldom seen, between the area's own and another, has as much beside it: the area's colour is the one seen most.
    std::uint32_t mostSeenBeside(std::uint32_t middle) const
    {
        std::pair<std::int64_t, std::uint32_t> most{m_sums.at(middle).count, middle};
        for (const auto &[step, sum] : m_sums) {
            if (distance(step, middle) <= neighbour)
                most = std::max(most, std::pair(sum.count, step));
        }
        return most.second;
    }
    std::uint32_t meanOfStep(std::uint32_t step) const
    {
        const Sum &sum = m_sums.at(step);
        std::uint32_t color = 0;
        for (std::size_t n = 0; n < sum.channels.size(); ++n)
            color |= static_cast<std::uint32_t>(sum.channels[n] / sum.count) << (n * 8);
        return color;
    }

    std::unordered_map<std::uint32_t, Sum> m_sums;
    std::int64_t m_all = 0;
};

/// The picture shrunk by averaging, and which of its cells are not the page.
struct Cells
{
    int side = smallestCell; ///< of one, in pixels
    int columns = 0, rows = 0;
    std::vector<std::uint32_t> colors;
    std::vector<char> differs;
    std::size_t at(int column, int row) const { return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column); }
};

std::uint32_t meanOf(const decode::Bitmap &picture, int left, int top, int side)
{
    std::array<int, 3> sums{};
    for (int y = top; y < top + side; ++y) {
        for (int x = left; x < left + side; ++x) {
            for (std::size_t n = 0; n < sums.size(); ++n)
                sums[n] += channel(picture.row(y)[x], static_cast<int>(n) * 8);
        }
    }
    std::uint32_t color = 0;
    for (std::size_t n = 0; n < sums.size(); ++n)
        color |= static_cast<std::uint32_t>(sums[n] / (side * side)) << (n * 8);
    return color;
}

Cells cellsOf(const decode::Bitmap &picture)
{
    Cells cells;
    cells.side = std::clamp(picture.width / cellsAcross, smallestCell, largestCell);
    cells.columns = picture.width / cells.side;
    cells.rows = picture.height / cells.side;
    cells.colors.reserve(static_cast<std::size_t>(cells.columns) * static_cast<std::size_t>(cells.rows));
    for (int row = 0; row < cells.rows; ++row) {
        for (int column = 0; column < cells.columns; ++column)
            cells.colors.push_back(meanOf(picture, column * cells.side, row * cells.side, cells.side));
    }
    return cells;
}

/// Boxes, in cells, of what hangs together (also over corners); marks what it visits.
std::vector<Box> partsOf(Cells &cells)
{
    std::vector<Box> parts;
    std::vector<std::pair<int, int>> open;
    for (int row = 0; row < cells.rows; ++row) {
        for (int column = 0; column < cells.columns; ++column) {
            if (cells.differs[cells.at(column, row)] == 0)
                continue;
            int left = column, right = column, top = row, bottom = row;
            cells.differs[cells.at(column, row)] = 0;
            open.assign(1, {column, row});
            while (!open.empty()) {
                const auto [x, y] = open.back();
                open.pop_back();
                left = std::min(left, x);
                right = std::max(right, x);
                top = std::min(top, y);
                bottom = std::max(bottom, y);
                for (int ny = std::max(0, y - 1); ny <= std::min(cells.rows - 1, y + 1); ++ny) {
                    for (int nx = std::max(0, x - 1); nx <= std::min(cells.columns - 1, x + 1); ++nx) {
                        if (cells.differs[cells.at(nx, ny)] != 0) {
                            cells.differs[cells.at(nx, ny)] = 0;
                            open.emplace_back(nx, ny);
                        }
                    }
                }
            }
            parts.push_back({left, top, right - left + 1, bottom - top + 1});
        }
    }
    return parts;
}

Box inPixels(const Box &part, int side, const decode::Bitmap &picture)
{
    // A cell on the rim is only partly the part's: one more all around.
    const int left = std::max(0, (part.x - 1) * side), top = std::max(0, (part.y - 1) * side);
    return {left, top, std::min(picture.width, (part.right() + 1) * side) - left, std::min(picture.height, (part.bottom() + 1) * side) - top};
}

Dominant dominantIn(const decode::Bitmap &picture, const Box &box)
{
    ColorCount count;
    for (int y = box.y; y < box.bottom(); ++y) {
        for (int x = box.x; x < box.right(); ++x)
            count.add(picture.row(y)[x]);
    }
    return count.dominant();
}

/// Square, and where chats put the faces of those who talk.
bool isAvatar(const Box &box, int width)
{
    const bool square = std::abs(box.width - box.height) * 5 <= std::max(box.width, box.height);
    const int middle = box.x + box.width / 2;
    return square && box.width * 30 >= width && box.width * 5 <= width && (middle * 100 < width * 15 || middle * 100 > width * 85);
}

/// A line between two areas, in cells.
bool isRule(const Box &part)
{
    return std::min(part.width, part.height) <= 2 && std::max(part.width, part.height) >= 40;
}

decode::BubbleSide sideOf(const Box &box, int width)
{
    const int left = box.x, right = width - box.right();
    if (std::abs(left - right) * 20 <= width)
        return decode::BubbleSide::Middle;
    return left < right ? decode::BubbleSide::Left : decode::BubbleSide::Right;
}

/// Whose a bubble is that leaves as much free on its left as on its right: the one beside whose face it stands; else the one whose
/// other bubbles begin, or end, where it does and have its colour. What neither tells stays in the middle: a card of the platform.
void settleWide(std::vector<Bubble> &bubbles, const std::vector<Box> &faces, int width)
{
    using Side = decode::BubbleSide;
    const std::vector<Bubble> told = bubbles;
    for (Bubble &bubble : bubbles) {
        const Box &box = bubble.box;
        if (bubble.side != Side::Middle || box.width * 2 < width)
            continue;
        const auto hasFace = [&](Side side) {
            return std::ranges::any_of(faces, [&](const Box &face) {
                const int x = face.x + face.width / 2, y = face.y + face.height / 2;
                return y >= box.y && y < box.bottom() && (side == Side::Left ? x < box.x : x >= box.right());
            });
        };
        const auto hasLike = [&](Side side) {
            return std::ranges::any_of(told, [&](const Bubble &other) {
                const int apart = side == Side::Left ? other.box.x - box.x : other.box.right() - box.right();
                return other.side == side && std::abs(apart) * 60 <= width && distance(other.color, bubble.color) <= noise;
            });
        };
        bool left = hasFace(Side::Left), right = hasFace(Side::Right);
        if (left == right) {
            left = hasLike(Side::Left);
            right = hasLike(Side::Right);
        }
        if (left != right)
            bubble.side = left ? Side::Left : Side::Right;
    }
}

/// Characters on the bare page, side by side, are one line.
void joinLoose(std::vector<Bubble> &loose)
{
    for (bool joined = true; joined;) {
        joined = false;
        for (std::size_t a = 0; a < loose.size() && !joined; ++a) {
            for (std::size_t b = a + 1; b < loose.size() && !joined; ++b) {
                Box &one = loose[a].box;
                const Box &other = loose[b].box;
                const int lower = std::max(one.y, other.y), upper = std::min(one.bottom(), other.bottom());
                const int apart = std::max(one.x, other.x) - std::min(one.right(), other.right());
                const int height = std::max(one.height, other.height);
                if ((upper - lower) * 2 < std::min(one.height, other.height) || apart > height)
                    continue;
                const int left = std::min(one.x, other.x), top = std::min(one.y, other.y);
                one = {left, top, std::max(one.right(), other.right()) - left, std::max(one.bottom(), other.bottom()) - top};
                loose.erase(loose.begin() + static_cast<std::ptrdiff_t>(b));
                joined = true;
            }
        }
    }
}

} // namespace

int distance(std::uint32_t a, std::uint32_t b)
{
    int most = 0;
    for (const int shift : {0, 8, 16})
        most = std::max(most, std::abs(channel(a, shift) - channel(b, shift)));
    return most;
}

Layout findBubbles(const decode::Bitmap &picture)
{
    Cells cells = cellsOf(picture);
    Layout layout;
    ColorCount count;
    for (const std::uint32_t color : cells.colors)
        count.add(color);
    layout.page = count.dominant().color;
    cells.differs.reserve(cells.colors.size());
    for (const std::uint32_t color : cells.colors)
        cells.differs.push_back(distance(color, layout.page) > noise ? 1 : 0);

    constexpr double flatShare = 0.25; // a bubble is its own colour even between small characters of a JPEG; a photograph has none
    std::vector<Bubble> loose;
    std::vector<Box> faces;
    for (const Box &part : partsOf(cells)) {
        const Box box = inPixels(part, cells.side, picture);
        if (isAvatar(box, picture.width))
            faces.push_back(box);
        if (part.height < 2 || isRule(part) || isAvatar(box, picture.width))
            continue;
        const Dominant dominant = dominantIn(picture, box);
        const bool bare = distance(dominant.color, layout.page) <= noise;
        if (dominant.share < flatShare || (bare && (part.height > highestLoose || loose.size() >= mostBubbles))) {
            layout.leftOut = layout.leftOut || part.height >= leastLeftOut;
            continue;
        }
        (bare ? loose : layout.bubbles).push_back({box, dominant.color, sideOf(box, picture.width)});
        if (layout.bubbles.size() >= mostBubbles)
            break;
    }
    settleWide(layout.bubbles, faces, picture.width);
    joinLoose(loose);
    for (Bubble &line : loose)
        line.side = decode::BubbleSide::Middle;
    layout.bubbles.insert(layout.bubbles.end(), loose.begin(), loose.end());
    std::ranges::sort(layout.bubbles, {}, [](const Bubble &bubble) { return std::pair(bubble.box.y, bubble.box.x); });
    return layout;
}

} // namespace arb::read
