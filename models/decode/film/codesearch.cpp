// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/filmsearch.h>

#include "film/framewalk.h"
#include "pictures/metadata.h"

#include <decode/bitmap.h>
#include <decode/format.h>
#include <decode/limits.h>
#include <decode/picture.h>
#include <decode/wire.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <optional>
#include <utility>

#define ZX_USE_UTF8 // text() as it will be; without it the header warns
#include <ReadBarcode.h>

extern "C" {
#include <libavutil/display.h>
}

namespace arb::decode {

namespace {

constexpr std::int64_t usualStepUs = 250'000, closeStepUs = 100'000; ///< between frames that are looked at; after one with a code
constexpr std::int64_t sameCodeUs = 1'500'000;                       ///< unread for longer, it is told again
constexpr int pictureSide = 4096; ///< a picture is decoded to about this: the bars of a label stay told apart

std::optional<Symbology> symbologyOf(ZXing::BarcodeFormat format)
{
    switch (format) {
    case ZXing::BarcodeFormat::Code128: return Symbology::Code128;
    case ZXing::BarcodeFormat::Code39: return Symbology::Code39;
    case ZXing::BarcodeFormat::QRCode: return Symbology::Qr;
    case ZXing::BarcodeFormat::EAN13: return Symbology::Ean13;
    case ZXing::BarcodeFormat::EAN8: return Symbology::Ean8;
    case ZXing::BarcodeFormat::ITF: return Symbology::Itf;
    default: // the library's other formats are not asked for
        return std::nullopt;
    }
}

/// Corners as the library has them, brought into @p width x @p height.
void placeCode(FoundCode &code, const ZXing::Position &corners, int width, int height)
{
    const auto [left, right] = std::ranges::minmax({corners[0].x, corners[1].x, corners[2].x, corners[3].x});
    const auto [top, bottom] = std::ranges::minmax({corners[0].y, corners[1].y, corners[2].y, corners[3].y});
    code.x = std::clamp(left, 0, width - 1);
    code.y = std::clamp(top, 0, height - 1);
    code.width = std::clamp(right, code.x + 1, width) - code.x; // bars are found along a line: it has no height
    code.height = std::clamp(bottom, code.y + 1, height) - code.y;
}

std::vector<FoundCode> codesIn(const ZXing::ImageView &image)
{
    ZXing::DecodeHints hints;
    using Format = ZXing::BarcodeFormat;
    hints.setFormats(Format::Code128 | Format::Code39 | Format::QRCode | Format::EAN13 | Format::EAN8 | Format::ITF);
    hints.setTryHarder(true);
    hints.setTryRotate(true);
    hints.setMaxNumberOfSymbols(16);
    std::vector<FoundCode> codes;
    for (const ZXing::Result &result : ZXing::ReadBarcodes(image, hints)) {
        const std::optional<Symbology> symbology = result.isValid() ? symbologyOf(result.format()) : std::nullopt;
        FoundCode code;
        code.text = symbology ? plainFact(result.text()) : std::string();
        if (code.text.empty())
            continue;
        code.symbology = *symbology;
        placeCode(code, result.position(), image.width(), image.height());
        codes.push_back(std::move(code));
    }
    return codes;
}

/// Quarter turns clockwise that bring the film upright.
int quarterTurns(const AVStream *stream)
{
    std::size_t size = 0;
    const std::uint8_t *data = av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    const double turned = data != nullptr && size >= 9 * sizeof(std::int32_t) ? av_display_rotation_get(reinterpret_cast<const std::int32_t *>(data)) : 0.0;
    return std::isnan(turned) ? 0 : static_cast<int>(((std::lround(-turned / 90.0) % 4) + 4) % 4);
}

/// The place in a picture of @p width x @p height after @p turns clockwise.
void turnCode(FoundCode &code, int turns, int width, int height)
{
    for (int n = 0; n < turns; ++n) {
        code = FoundCode{std::move(code.text), code.symbology, code.frame, code.ptsUs, code.lastUs, height - code.y - code.height, code.x, code.height, code.width};
        std::swap(width, height);
    }
}

void scaleCode(FoundCode &code, int fromWidth, int fromHeight, int toWidth, int toHeight)
{
    const auto scaled = [](int value, int from, int to) { return static_cast<int>(std::int64_t{value} * to / from); };
    const int right = scaled(code.x + code.width, fromWidth, toWidth), bottom = scaled(code.y + code.height, fromHeight, toHeight);
    code.x = std::min(scaled(code.x, fromWidth, toWidth), toWidth - 1);
    code.y = std::min(scaled(code.y, fromHeight, toHeight), toHeight - 1);
    code.width = std::max(1, right - code.x);
    code.height = std::max(1, bottom - code.y);
}

/// The brightness as bytes in rows without gaps, for frames that have more than eight bits.
std::vector<std::uint8_t> bytesOf(const LumaPlane &plane)
{
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(plane.width) * static_cast<std::size_t>(plane.height));
    auto to = bytes.begin();
    for (int y = 0; y < plane.height; ++y) {
        const std::uint8_t *row = plane.start + y * plane.stride;
        for (int x = 0; x < plane.width; ++x)
            *to++ = static_cast<std::uint8_t>(plane.at(row, x));
    }
    return bytes;
}

std::vector<FoundCode> codesIn(const LumaPlane &plane)
{
    if (plane.shift < 0 && plane.stride > 0)
        return codesIn(ZXing::ImageView(plane.start, plane.width, plane.height, ZXing::ImageFormat::Lum, static_cast<int>(plane.stride)));
    const std::vector<std::uint8_t> bytes = bytesOf(plane);
    return codesIn(ZXing::ImageView(bytes.data(), plane.width, plane.height, ZXing::ImageFormat::Lum));
}

} // namespace

struct CodeSearch::Private
{
    std::unique_ptr<FrameWalk> walk; ///< none for a picture
    int turns = 0;
    int width = 0, height = 0;
    std::int64_t nextUs = INT64_MIN;
    std::vector<FoundCode> codes;
    bool done = false;

    Outcome<bool> readPicture(int fd);
    void lookAt(const AVFrame &frame);
    void keep(FoundCode code);
};

Outcome<bool> CodeSearch::Private::readPicture(int fd)
{
    Outcome<DecodedPicture> picture = decodePicture(fd, pictureSide, pictureSide);
    if (!picture)
        return picture.error();
    // Formats that cannot be scaled while decoding come in full size.
    const int factor = std::max(1, std::max(picture->bitmap.width, picture->bitmap.height) / pictureSide);
    const Bitmap bitmap = shrink(std::move(picture->bitmap), factor);
    if (!bitmap.pixels)
        return DecodeError::TooLarge;
    width = picture->fullWidth;
    height = picture->fullHeight;
    // 0xFFRRGGBB words: blue first in memory.
    const auto *pixels = reinterpret_cast<const std::uint8_t *>(bitmap.pixels.get());
    for (FoundCode &code : codesIn(ZXing::ImageView(pixels, bitmap.width, bitmap.height, ZXing::ImageFormat::BGRX))) {
        scaleCode(code, bitmap.width, bitmap.height, width, height);
        keep(std::move(code));
    }
    done = true;
    return true;
}

/// A code that is read again within a moment is the same one.
void CodeSearch::Private::keep(FoundCode code)
{
    for (FoundCode &known : codes) {
        if (known.text == code.text && known.symbology == code.symbology && code.ptsUs - known.lastUs <= sameCodeUs) {
            known.lastUs = std::max(known.lastUs, code.ptsUs);
            return;
        }
    }
    if (codes.size() < wire::mostCodes)
        codes.push_back(std::move(code));
}

void CodeSearch::Private::lookAt(const AVFrame &frame)
{
    const std::int64_t ptsUs = walk->ptsUs();
    if (ptsUs < nextUs && !walk->isKey())
        return;
    nextUs = ptsUs + usualStepUs;
    const std::optional<LumaPlane> luma = lumaOf(frame);
    if (!luma)
        return;
    for (FoundCode &code : codesIn(*luma)) {
        nextUs = ptsUs + closeStepUs;
        code.frame = walk->number();
        code.ptsUs = code.lastUs = ptsUs;
        const bool across = turns % 2 == 1;
        turnCode(code, turns, luma->width, luma->height);
        scaleCode(code, across ? luma->height : luma->width, across ? luma->width : luma->height, width, height);
        keep(std::move(code));
    }
}

CodeSearch::CodeSearch(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

CodeSearch::~CodeSearch() = default;

Outcome<std::unique_ptr<CodeSearch>> CodeSearch::open(int fd, const Abandoned &abandoned)
{
    try {
        auto made = std::make_unique<Private>();
        if (isPicture(sniff(fd))) {
            if (const Outcome<bool> read = made->readPicture(fd); !read)
                return read.error();
            return std::unique_ptr<CodeSearch>(new CodeSearch(std::move(made)));
        }
        Outcome<std::unique_ptr<FrameWalk>> walk = FrameWalk::open(fd, FrameWalk::Frames::Referred, abandoned);
        if (!walk)
            return walk.error();
        made->walk = std::move(*walk);
        const AVStream *stream = made->walk->container().stream();
        made->turns = quarterTurns(stream);
        made->width = made->turns % 2 == 1 ? stream->codecpar->height : stream->codecpar->width;
        made->height = made->turns % 2 == 1 ? stream->codecpar->width : stream->codecpar->height;
        return std::unique_ptr<CodeSearch>(new CodeSearch(std::move(made)));
    } catch (const std::exception &) {
        return DecodeError::TooLarge;
    }
}

Outcome<bool> CodeSearch::goOn(std::chrono::milliseconds slice, const Abandoned &abandoned)
{
    if (d->done)
        return true;
    const auto until = std::chrono::steady_clock::now() + slice;
    Patience &patience = d->walk->container().patience();
    try {
        patience.begin(abandoned);
        while (!d->done && std::chrono::steady_clock::now() < until) {
            const AVFrame *frame = d->walk->next();
            if (frame == nullptr && patience.spent())
                return patience.reason();
            d->done = frame == nullptr;
            if (frame != nullptr)
                d->lookAt(*frame);
        }
        patience.end();
        return d->done;
    } catch (const std::exception &) {
        return DecodeError::TooLarge;
    }
}

int CodeSearch::permille() const
{
    return d->done ? 1000 : std::min(999, d->walk->permille());
}

int CodeSearch::width() const
{
    return d->width;
}

int CodeSearch::height() const
{
    return d->height;
}

std::vector<FoundCode> CodeSearch::take()
{
    return std::move(d->codes);
}

} // namespace arb::decode
