// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/codecs.h"
#include "pictures/metadata.h"

#include <decode/limits.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>
#include <string_view>

#include <png.h>

namespace arb::decode {

namespace {

/// Everything that must outlive a longjmp out of libpng.
struct PngJob
{
    png_structp codec = nullptr;
    png_infop info = nullptr;
    Bytes bytes;
    std::size_t at = 0;
    RawPicture result;
    DecodeError error = DecodeError::Damaged;
    bool hasRow = false;     ///< one row came whole, of whatever pass
    bool isComplete = false; ///< to the last byte

    ~PngJob() { png_destroy_read_struct(&codec, &info, nullptr); }
};

[[noreturn]] void leavePng(png_structp codec, png_const_charp)
{
    png_longjmp(codec, 1);
}

void ignorePngWarning(png_structp, png_const_charp) {}

void readPngBytes(png_structp codec, png_bytep to, std::size_t size)
{
    auto *job = static_cast<PngJob *>(png_get_io_ptr(codec));
    if (size > job->bytes.size() - job->at)
        png_error(codec, "");
    std::memcpy(to, job->bytes.data() + job->at, size);
    job->at += size;
}

bool readPngHeader(PngJob &job)
{
    job.codec = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, leavePng, ignorePngWarning);
    if (job.codec == nullptr)
        return false;
    job.info = png_create_info_struct(job.codec);
    if (job.info == nullptr || setjmp(png_jmpbuf(job.codec)) != 0)
        return false;
    png_set_user_limits(job.codec, limits::maxSide, limits::maxSide);
    png_set_chunk_malloc_max(job.codec, 16U << 20);
    png_set_chunk_cache_max(job.codec, 128);
    png_set_read_fn(job.codec, &job, readPngBytes);
    png_read_info(job.codec, job.info);
    job.result.full = {static_cast<int>(png_get_image_width(job.codec, job.info)),
                       static_cast<int>(png_get_image_height(job.codec, job.info))};
    if (!limits::fits(job.result.full.width, job.result.full.height)) {
        job.error = DecodeError::TooLarge;
        return false;
    }
    return true;
}

bool readPngRows(PngJob &job)
{
    if (setjmp(png_jmpbuf(job.codec)) != 0)
        return job.hasRow;
    png_set_expand(job.codec);
    png_set_scale_16(job.codec);
    png_set_gray_to_rgb(job.codec);
    png_set_add_alpha(job.codec, 0xFF, PNG_FILLER_AFTER);
    png_set_bgr(job.codec);
    const int passes = png_set_interlace_handling(job.codec);
    png_read_update_info(job.codec, job.info);
    const int width = job.result.full.width;
    const int height = job.result.full.height;
    if (png_get_rowbytes(job.codec, job.info) != static_cast<std::size_t>(width) * 4)
        return false;
    job.result.bitmap = Bitmap::make(width, height);
    if (!job.result.bitmap.pixels) {
        job.error = DecodeError::NoMemory;
        return false;
    }
    const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    std::fill_n(job.result.bitmap.pixels.get(), count, 0xFF808080U); // what never arrives stays grey
    for (int pass = 0; pass < passes; ++pass) {
        for (int y = 0; y < height; ++y) {
            png_read_row(job.codec, reinterpret_cast<png_bytep>(job.result.bitmap.row(y)), nullptr);
            job.hasRow = true;
        }
    }
    png_read_end(job.codec, nullptr);
    job.isComplete = true;
    return true;
}

ColorProfile profileOfPng(const PngJob &job)
{
    ColorProfile colors;
    png_charp name = nullptr;
    png_bytep profile = nullptr;
    png_uint_32 size = 0;
    int compression = 0;
    if (png_get_iCCP(job.codec, job.info, &name, &compression, &profile, &size) != 0 && size <= maxProfileBytes) {
        const auto *begin = reinterpret_cast<const std::byte *>(profile);
        colors.icc.assign(begin, begin + size);
        colors.ofGrey = (png_get_color_type(job.codec, job.info) & PNG_COLOR_MASK_COLOR) == 0;
    }
    return colors;
}

constexpr std::string_view pngSoftware = "Software", pngCreationTime = "Creation Time"; // keywords of the PNG specification, 11.3.3

std::uint32_t lengthOfChunk(Bytes chunk)
{
    std::uint32_t length = 0;
    for (std::size_t i = 0; i < 4; ++i)
        length = length << 8 | std::to_integer<std::uint32_t>(chunk[i]);
    return length;
}

/// Whether a chunk, whole, is a text with this keyword; compressed or not, the keyword stands at its beginning.
bool isPngText(Bytes chunk, std::string_view keyword)
{
    const std::string_view text(reinterpret_cast<const char *>(chunk.data()), chunk.size());
    const std::string_view type = text.substr(4, 4), body = text.substr(8);
    return (type == "tEXt" || type == "zTXt" || type == "iTXt") && body.size() > keyword.size() && body.starts_with(keyword)
        && body[keyword.size()] == 0;
}

/// A PNG of one pixel with the first text of each keyword out of @p bytes, as far as the pixels. Texts may stand behind the pixels,
/// and libpng would only come to them by decoding all of those.
std::vector<std::byte> textsAlone(Bytes bytes)
{
    using namespace std::string_view_literals;
    constexpr std::string_view head = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0\x3A\x7E\x9B\x55"sv;
    constexpr std::string_view tail = "\0\0\0\0IDAT"sv;
    constexpr std::uint32_t mostTextBytes = 64U << 10;
    constexpr int mostChunks = 200'000;
    constexpr std::size_t around = 12; // length and type before a chunk's data, a check sum behind it
    const auto toBytes = [](std::string_view text) { return std::as_bytes(std::span(text)); };
    std::vector<std::byte> made(toBytes(head).begin(), toBytes(head).end());
    bool hasSoftware = false, hasTime = false;
    std::size_t at = 8;
    for (int i = 0; i < mostChunks && !(hasSoftware && hasTime) && bytes.size() - at >= around; ++i) {
        const std::uint32_t length = lengthOfChunk(bytes.subspan(at));
        if (length > bytes.size() - at - around)
            break;
        const Bytes chunk = bytes.subspan(at, around + length);
        const bool software = !hasSoftware && isPngText(chunk, pngSoftware), time = !hasTime && isPngText(chunk, pngCreationTime);
        if ((software || time) && length <= mostTextBytes)
            made.insert(made.end(), chunk.begin(), chunk.end());
        hasSoftware = hasSoftware || software;
        hasTime = hasTime || time;
        at += chunk.size();
    }
    made.insert(made.end(), toBytes(tail).begin(), toBytes(tail).end());
    return made;
}

/// Latin-1 by the specification, but many programs write UTF-8 there too; iTXt is nothing else.
std::string utf8OfPngText(const png_text &text)
{
    const std::string stored = text.text == nullptr ? std::string() : std::string(text.text);
    if (text.compression == PNG_ITXT_COMPRESSION_NONE || text.compression == PNG_ITXT_COMPRESSION_zTXt || isUtf8(stored))
        return stored;
    std::string wide;
    for (const char c : stored) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80)
            wide.push_back(static_cast<char>(0xC0 | (byte >> 6)));
        wide.push_back(static_cast<char>(byte >= 0x80 ? 0x80 | (byte & 0x3F) : byte));
    }
    return wide;
}

} // namespace

Outcome<PictureSize> sizeOfPng(Bytes bytes)
{
    PngJob job;
    job.bytes = bytes;
    if (!readPngHeader(job))
        return job.error;
    return job.result.full;
}

PngTexts textsOfPng(Bytes bytes)
{
    PngTexts found;
    if (bytes.size() < 8)
        return found;
    const std::vector<std::byte> alone = textsAlone(bytes);
    PngJob job;
    job.bytes = alone;
    if (!readPngHeader(job))
        return found;
    png_textp texts = nullptr;
    int count = 0;
    png_get_text(job.codec, job.info, &texts, &count);
    for (int i = 0; i < count; ++i)
        (texts[i].key == pngSoftware ? found.software : found.creationTime) = utf8OfPngText(texts[i]);
    return found;
}

Outcome<RawPicture> decodePng(Bytes bytes)
{
    PngJob job;
    job.bytes = bytes;
    if (!readPngHeader(job) || !readPngRows(job) || !job.result.bitmap.pixels)
        return job.error;
    job.result.damaged = !job.isComplete;
    flattenOnWhite(job.result.bitmap);
    job.result.colors = profileOfPng(job);
    return std::move(job.result);
}

} // namespace arb::decode
