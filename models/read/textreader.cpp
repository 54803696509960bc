// SPDX-License-Identifier: GPL-3.0-or-later
#include <read/textreader.h>

#include "bubbles.h"
#include "engine.h"
#include "inkmap.h"

#include <decode/picture.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include <unistd.h>

namespace arb::read {

using decode::Abandoned;
using decode::BubbleSide;
using decode::DecodeError;
using decode::Outcome;
using decode::PictureReading;
using decode::ReadRoute;
using decode::ReadWord;

namespace {

constexpr std::size_t mostDataBytes = std::size_t{64} << 20; ///< the largest of Tesseract's languages has less
constexpr std::int64_t mostPixels = 24'000'000;  ///< read at once; larger pictures are shrunk first
constexpr int mostSide = 32'000;                 ///< Tesseract's own limit is 32,767
constexpr int leastSide = 12;
constexpr std::size_t mostWords = 8'000;
constexpr int sure = 90; ///< mean confidence from which on the second way is not tried

// Measured: characters of about 21 pixels are read best, small ones a little larger.
constexpr double wantedHeight = 20.0, wantedSmallHeight = 21.0; ///< of the ink, which is a little less than the character's square
constexpr int smallHeight = 31;

double scaleFor(int inkHeight)
{
    if (inkHeight <= 0)
        return 0.5;
    return std::clamp((inkHeight < smallHeight ? wantedSmallHeight : wantedHeight) / inkHeight, 0.1, 1.2);
}

/// Bytes of text at their confidence: more text and surer text both count.
double weightOf(const std::vector<ReadWord> &words)
{
    double sum = 0;
    for (const ReadWord &word : words) {
        const double share = word.confidence / 100.0;
        sum += static_cast<double>(word.text.size()) * share * share;
    }
    return sum;
}

int meanConfidence(const std::vector<ReadWord> &words)
{
    std::int64_t sum = 0, bytes = 0;
    for (const ReadWord &word : words) {
        sum += static_cast<std::int64_t>(word.text.size()) * word.confidence;
        bytes += static_cast<std::int64_t>(word.text.size());
    }
    return bytes == 0 ? 0 : static_cast<int>(sum / bytes);
}

std::vector<ReadWord> readBubbles(Engine &engine, const decode::Bitmap &picture, const Layout &layout, const Patience &patience)
{
    constexpr int rim = 12;
    std::vector<ReadWord> all;
    int line = 0, group = 0;
    for (const Bubble &bubble : layout.bubbles) {
        if (patience.isOver() || all.size() >= mostWords)
            break;
        const Gray ink = inkMap(picture, bubble, layout.page);
        const double scale = scaleFor(characterHeight(ink));
        const std::vector<ReadWord> words = engine.words(scaled(ink, scale, rim), Taking::OneBlock, patience);
        if (words.empty())
            continue;
        for (ReadWord word : words) {
            word.x = bubble.box.x + static_cast<int>(std::lround((word.x - rim) / scale));
            word.y = bubble.box.y + static_cast<int>(std::lround((word.y - rim) / scale));
            word.width = std::max(1, static_cast<int>(std::lround(word.width / scale)));
            word.height = std::max(1, static_cast<int>(std::lround(word.height / scale)));
            word.line += line;
            word.group = group;
            word.side = bubble.side;
            all.push_back(std::move(word));
        }
        line = all.back().line + 1;
        ++group;
    }
    return all;
}

Gray grayOf(const decode::Bitmap &picture)
{
    Gray gray{picture.width, picture.height, {}};
    gray.pixels.reserve(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const std::uint32_t color = picture.row(y)[x];
            constexpr std::uint32_t red = 77, green = 150, blue = 29;
            gray.pixels.push_back(static_cast<std::uint8_t>((((color >> 16) & 0xFFU) * red + ((color >> 8) & 0xFFU) * green + (color & 0xFFU) * blue) >> 8));
        }
    }
    return gray;
}

std::vector<ReadWord> readPage(Engine &engine, const decode::Bitmap &picture, const Patience &patience)
{
    std::vector<ReadWord> words = engine.words(grayOf(picture), Taking::Scattered, patience);
    // By lines from the top; the words of one stay together, and numbers are given anew.
    std::vector<std::pair<int, int>> tops; // y of a line's first word, the line
    for (const ReadWord &word : words) {
        if (tops.empty() || tops.back().second != word.line)
            tops.emplace_back(word.y, word.line);
    }
    std::ranges::sort(tops);
    std::vector<ReadWord> sorted;
    for (std::size_t n = 0; n < tops.size(); ++n) {
        for (ReadWord &word : words) {
            if (word.line != tops[n].second)
                continue;
            ReadWord moved = word;
            moved.line = moved.group = static_cast<int>(n);
            sorted.push_back(std::move(moved));
        }
    }
    return sorted;
}

/// Into the full-size picture, wholly inside it.
void stretch(std::vector<ReadWord> &words, const decode::Bitmap &picture, int fullWidth, int fullHeight)
{
    const double x = static_cast<double>(fullWidth) / picture.width, y = static_cast<double>(fullHeight) / picture.height;
    for (ReadWord &word : words) {
        const int left = std::clamp(static_cast<int>(std::lround(word.x * x)), 0, fullWidth - 1), top = std::clamp(static_cast<int>(std::lround(word.y * y)), 0, fullHeight - 1);
        word.width = std::clamp(static_cast<int>(std::lround(word.width * x)), 1, fullWidth - left);
        word.height = std::clamp(static_cast<int>(std::lround(word.height * y)), 1, fullHeight - top);
        word.x = left;
        word.y = top;
    }
}

} // namespace

struct TextReader::Private
{
    Engine engine;
};

TextReader::TextReader() : d(std::make_unique<Private>()) {}

TextReader::~TextReader() = default;

Outcome<bool> TextReader::learn(int fd)
{
    if (d->engine.isTaught())
        return true;
    std::vector<char> data;
    constexpr std::size_t piece = 1 << 20;
    for (ssize_t got = 1; got > 0;) {
        const std::size_t have = data.size();
        data.resize(have + piece);
        got = ::pread(fd, data.data() + have, piece, static_cast<off_t>(have));
        if (got < 0 || have + static_cast<std::size_t>(got) > mostDataBytes)
            return DecodeError::Unreadable;
        data.resize(have + static_cast<std::size_t>(got));
    }
    if (data.empty())
        return DecodeError::Empty;
    if (!d->engine.learn(data))
        return DecodeError::Damaged;
    return true;
}

Outcome<PictureReading> TextReader::read(int fd, const Abandoned &abandoned)
{
    Outcome<decode::DecodedPicture> picture = decode::decodePicture(fd, 0, 0);
    if (!picture)
        return picture.error();
    decode::Bitmap pixels = std::move(picture->bitmap);
    int factor = 1;
    while (std::int64_t{pixels.width / factor} * (pixels.height / factor) > mostPixels || std::max(pixels.width, pixels.height) / factor > mostSide)
        ++factor;
    if (factor > 1)
        pixels = decode::shrink(std::move(pixels), factor);
    if (!pixels.pixels)
        return DecodeError::NoMemory;
    return read(pixels, picture->fullWidth, picture->fullHeight, abandoned);
}

Outcome<PictureReading> TextReader::read(const decode::Bitmap &picture, int fullWidth, int fullHeight, const Abandoned &abandoned)
{
    if (!d->engine.isTaught())
        return DecodeError::Refused;
    PictureReading reading;
    reading.width = fullWidth;
    reading.height = fullHeight;
    if (picture.width < leastSide || picture.height < leastSide)
        return reading;
    const Patience rest{std::chrono::steady_clock::now() + patience, abandoned};
    const Layout layout = findBubbles(picture);
    reading.words = readBubbles(d->engine, picture, layout, rest);
    if ((layout.leftOut || meanConfidence(reading.words) < sure) && !rest.isOver()) {
        std::vector<ReadWord> page = readPage(d->engine, picture, rest);
        if (weightOf(page) > weightOf(reading.words)) {
            reading.words = std::move(page);
            reading.route = ReadRoute::Page;
        }
    }
    if (abandoned && abandoned())
        return DecodeError::Abandoned;
    reading.complete = !rest.isOver();
    if (reading.words.size() > mostWords)
        reading.words.resize(mostWords);
    stretch(reading.words, picture, fullWidth, fullHeight);
    return reading;
}

} // namespace arb::read
