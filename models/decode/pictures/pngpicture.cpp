// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/codecs.h"

#include <decode/limits.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>

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

} // namespace

Outcome<PictureSize> sizeOfPng(Bytes bytes)
{
    PngJob job;
    job.bytes = bytes;
    if (!readPngHeader(job))
        return job.error;
    return job.result.full;
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
