// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/filmsearch.h>

#include "film/framewalk.h"
#include "film/placement.h"
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

namespace arb::decode {

namespace {

constexpr std::int64_t usualStepUs = 250'000, closeStepUs = 100'000; ///< between frames that are looked at; after one with a code
constexpr std::int64_t enlargedStepUs = 2'000'000; ///< between frames without a code that are looked at enlarged: four times the work
constexpr std::int64_t mirroredStepUs = 500'000;   ///< between frames without a QR code that are looked at mirrored
constexpr std::int64_t mostEnlarged = 4'000'000;   ///< pixels: bars are told apart in what is larger, and the time is bounded
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

/// Brightness as bytes in rows without gaps.
struct GrayPicture
{
    int width = 0, height = 0;
    std::vector<std::uint8_t> bytes;
    GrayPicture(int w, int h) : width(w), height(h), bytes(static_cast<std::size_t>(w) * static_cast<std::size_t>(h)) {}
    std::uint8_t *row(int y) { return bytes.data() + std::ptrdiff_t{y} * width; }
    ZXing::ImageView view() const { return ZXing::ImageView(bytes.data(), width, height, ZXing::ImageFormat::Lum); }
    /// The last row first: mirrored, and of all mirrored views the one that the library need not copy.
    ZXing::ImageView upsideDown() const
    {
        return ZXing::ImageView(bytes.data() + std::ptrdiff_t{height - 1} * width, width, height, ZXing::ImageFormat::Lum, -width, 1);
    }
};

GrayPicture grayOf(const LumaPlane &plane)
{
    GrayPicture gray(plane.width, plane.height);
    for (int y = 0; y < plane.height; ++y) {
        const std::uint8_t *from = plane.start + y * plane.stride;
        std::uint8_t *to = gray.row(y);
        for (int x = 0; x < plane.width; ++x)
            to[x] = static_cast<std::uint8_t>(plane.at(from, x));
    }
    return gray;
}

GrayPicture grayOf(const Bitmap &bitmap)
{
    GrayPicture gray(bitmap.width, bitmap.height);
    for (int y = 0; y < bitmap.height; ++y) {
        const std::uint32_t *from = bitmap.row(y);
        std::uint8_t *to = gray.row(y);
        for (int x = 0; x < bitmap.width; ++x)
            to[x] = static_cast<std::uint8_t>((306 * ((from[x] >> 16) & 0xFF) + 601 * ((from[x] >> 8) & 0xFF) + 117 * (from[x] & 0xFF)) >> 10);
    }
    return gray;
}

/// Paints a code over, and @p more around it.
void paintOver(GrayPicture &gray, const FoundCode &code, int more)
{
    const int left = std::max(0, code.x - more), right = std::min(gray.width, code.x + code.width + more);
    for (int y = std::max(0, code.y - more); y < std::min(gray.height, code.y + code.height + more); ++y)
        std::fill(gray.row(y) + left, gray.row(y) + right, std::uint8_t{255});
}

std::optional<FoundCode> codeFrom(const ZXing::Result &result, const GrayPicture &gray)
{
    const std::optional<Symbology> symbology = result.isValid() ? symbologyOf(result.format()) : std::nullopt;
    FoundCode code;
    code.text = symbology ? plainFact(result.text()) : std::string();
    if (code.text.empty())
        return std::nullopt;
    code.symbology = *symbology;
    placeCode(code, result.position(), gray.width, gray.height);
    return code;
}

ZXing::DecodeHints hintsFor(ZXing::BarcodeFormats formats, std::uint8_t most)
{
    ZXing::DecodeHints hints;
    hints.setTryHarder(true);
    hints.setTryRotate(true);
    hints.setFormats(formats);
    hints.setMaxNumberOfSymbols(most);
    return hints;
}

/// @p mirrored: read in the mirrored picture, placed in @p gray itself.
std::vector<FoundCode> qrCodesIn(const GrayPicture &gray, bool mirrored)
{
    constexpr std::uint8_t mostQr = 16;
    std::vector<FoundCode> codes;
    for (const ZXing::Result &result :
         ZXing::ReadBarcodes(mirrored ? gray.upsideDown() : gray.view(), hintsFor(ZXing::BarcodeFormat::QRCode, mostQr))) {
        std::optional<FoundCode> code = codeFrom(result, gray);
        if (!code)
            continue;
        if (mirrored)
            code->y = gray.height - code->y - code->height;
        codes.push_back(std::move(*code));
    }
    return codes;
}

/// Selfie cameras store what they see mirrored: bars are read from both sides, and of mirrored QR codes version 1.4 reads about one in
/// three (it depends on the text). @p alsoMirrored looks for the others, where no QR code is read as it stands.
std::vector<FoundCode> codesIn(GrayPicture gray, bool alsoMirrored)
{
    constexpr int mostReads = 12;
    using Format = ZXing::BarcodeFormat;
    std::vector<FoundCode> codes = qrCodesIn(gray, false);
    if (codes.empty() && alsoMirrored)
        codes = qrCodesIn(gray, true);
    // Asked for several codes of bars, version 1.4 ends the program where a text comes twice (an assertion in
    // Result::operator==). One at a time, each painted over before the next.
    const ZXing::DecodeHints hints = hintsFor(Format::Code128 | Format::Code39 | Format::EAN13 | Format::EAN8 | Format::ITF, 1);
    const std::size_t firstBars = codes.size();
    int again = 0;
    for (int read = 0; read < mostReads; ++read) {
        const std::optional<FoundCode> code = codeFrom(ZXing::ReadBarcode(gray.view(), hints), gray);
        if (!code)
            break;
        const auto known = std::find_if(codes.begin() + static_cast<std::ptrdiff_t>(firstBars), codes.end(), [&](const FoundCode &each) { return each.text == code->text; });
        again = known == codes.end() ? 0 : again + 1; // bars beyond what was painted over
        if (known == codes.end())
            codes.push_back(*code);
        paintOver(gray, *code, (1 + again) * std::max(8, std::max(code->width, code->height) / 6));
    }
    return codes;
}

/// Twice as wide and high, what lies between two pixels being their mean, and then each pixel moved away from the mean of those
/// around it: bars of a label far away, hardly wider than a pixel, stand apart again.
GrayPicture enlarged(GrayPicture &gray)
{
    GrayPicture twice(gray.width * 2, gray.height * 2);
    for (int y = 0; y < twice.height; ++y) {
        const std::uint8_t *upper = gray.row(y / 2), *lower = gray.row(std::min(gray.height - 1, (y + 1) / 2));
        std::uint8_t *to = twice.row(y);
        for (int x = 0; x < twice.width; ++x) {
            const int left = x / 2, right = std::min(gray.width - 1, (x + 1) / 2);
            to[x] = static_cast<std::uint8_t>((upper[left] + upper[right] + lower[left] + lower[right] + 2) / 4);
        }
    }
    GrayPicture sharp = twice;
    constexpr int reach = 2; // a pixel of the film to each side
    for (int y = reach; y < twice.height - reach; ++y) {
        const std::uint8_t *from = twice.row(y), *above = twice.row(y - reach), *below = twice.row(y + reach);
        std::uint8_t *to = sharp.row(y);
        for (int x = reach; x < twice.width - reach; ++x) {
            const int around = (from[x - reach] + from[x + reach] + above[x] + below[x]) / 4;
            to[x] = static_cast<std::uint8_t>(std::clamp(from[x] + from[x] - around, 0, 255));
        }
    }
    return sharp;
}

/// Only for a picture in which codesIn() found none; mirrored ones as well.
std::vector<FoundCode> smallCodesIn(GrayPicture gray)
{
    if (std::int64_t{gray.width} * gray.height > mostEnlarged)
        return {};
    std::vector<FoundCode> codes = codesIn(enlarged(gray), true);
    for (FoundCode &code : codes) {
        const int right = (code.x + code.width + 1) / 2, bottom = (code.y + code.height + 1) / 2;
        code.x /= 2;
        code.y /= 2;
        code.width = std::max(1, right - code.x);
        code.height = std::max(1, bottom - code.y);
    }
    return codes;
}

/// The place in a picture of @p width x @p height after it is brought upright.
void turnCode(FoundCode &code, const DisplayTurn &turn, int width, int height)
{
    for (int n = 0; n < turn.degrees / 90; ++n) {
        code = FoundCode{std::move(code.text), code.symbology, code.frame, code.ptsUs, code.lastUs, height - code.y - code.height, code.x, code.height, code.width};
        std::swap(width, height);
    }
    if (turn.mirrored)
        code.x = width - code.x - code.width;
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

} // namespace

struct CodeSearch::Private
{
    std::unique_ptr<FrameWalk> walk; ///< none for a picture
    DisplayTurn turn;
    FilmShape shape; ///< as it is stored
    int width = 0, height = 0;
    std::int64_t nextUs = INT64_MIN, nextEnlargedUs = INT64_MIN, nextMirroredUs = INT64_MIN;
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
    std::vector<FoundCode> found = codesIn(grayOf(bitmap), true);
    if (found.empty())
        found = smallCodesIn(grayOf(bitmap));
    for (FoundCode &code : found) {
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
    const bool mirrored = ptsUs >= nextMirroredUs;
    std::vector<FoundCode> found = codesIn(grayOf(*luma), mirrored);
    if (mirrored) // one that is there is followed closely
        nextMirroredUs = ptsUs
            + (std::ranges::find(found, Symbology::Qr, &FoundCode::symbology) == found.end() ? mirroredStepUs : closeStepUs);
    if (found.empty() && ptsUs >= nextEnlargedUs) {
        found = smallCodesIn(grayOf(*luma));
        nextEnlargedUs = ptsUs + (found.empty() ? enlargedStepUs : usualStepUs); // one that is there is followed closely
    }
    for (FoundCode &code : found) {
        nextUs = ptsUs + closeStepUs;
        code.frame = walk->number();
        code.ptsUs = code.lastUs = ptsUs;
        const Placement place = placed(frame, shape);
        scaleCode(code, luma->width, luma->height, place.width, place.height);
        code.x += place.x;
        code.y += place.y;
        turnCode(code, turn, shape.width, shape.height);
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
        made->turn = made->walk->container().displayTurn();
        made->shape = FilmShape::of(made->walk->container());
        const bool across = made->turn.degrees % 180 != 0;
        made->width = across ? made->shape.height : made->shape.width;
        made->height = across ? made->shape.width : made->shape.height;
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
