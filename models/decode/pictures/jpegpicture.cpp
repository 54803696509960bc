// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/codecs.h"

#include <decode/limits.h>

#include <csetjmp>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

namespace arb::decode {

namespace {

/// Everything that must outlive a longjmp out of libjpeg: the functions that call setjmp hold no C++ objects of their own.
struct JpegJob
{
    jpeg_decompress_struct codec = {};
    jpeg_error_mgr errors = {};
    jpeg_progress_mgr progress = {};
    std::jmp_buf jump = {};
    Bytes bytes;
    PictureSize target;
    RawPicture result;
    JOCTET *profile = nullptr;
    unsigned profileSize = 0;
    bool wantsProfile = false;
    DecodeError error = DecodeError::Damaged;
    bool rowsBegun = false;
    const RowsReady *ready = nullptr; ///< only where rows are final at once
    int rowsOfBand = 0;

    ~JpegJob()
    {
        std::free(profile);
        jpeg_destroy_decompress(&codec);
    }
};

[[noreturn]] void leaveJpeg(j_common_ptr codec)
{
    std::longjmp(static_cast<JpegJob *>(codec->client_data)->jump, 1);
}

void ignoreJpegMessage(j_common_ptr) {}

void countJpegWarning(j_common_ptr codec, int level)
{
    if (level < 0)
        ++codec->err->num_warnings;
}

void watchJpegScans(j_common_ptr codec)
{
    auto *job = static_cast<JpegJob *>(codec->client_data);
    if (job->codec.input_scan_number > limits::maxJpegScans) {
        job->error = DecodeError::Refused; // a few kilobytes of empty scans can cost minutes
        leaveJpeg(codec);
    }
}

void beginJpeg(JpegJob &job)
{
    job.codec.err = jpeg_std_error(&job.errors);
    job.codec.client_data = &job;
    job.errors.error_exit = leaveJpeg;
    job.errors.output_message = ignoreJpegMessage;
    job.errors.emit_message = countJpegWarning;
    job.progress.progress_monitor = watchJpegScans;
}

bool readJpegHeader(JpegJob &job)
{
    if (setjmp(job.jump) != 0)
        return false;
    jpeg_create_decompress(&job.codec);
    job.codec.client_data = &job;
    job.codec.progress = &job.progress;
    jpeg_mem_src(&job.codec, reinterpret_cast<const unsigned char *>(job.bytes.data()), job.bytes.size());
    if (job.wantsProfile)
        jpeg_save_markers(&job.codec, JPEG_APP0 + 2, 0xFFFF);
    jpeg_read_header(&job.codec, TRUE);
    job.result.full = {static_cast<int>(job.codec.image_width), static_cast<int>(job.codec.image_height)};
    if (!limits::fits(job.result.full.width, job.result.full.height)) {
        job.error = DecodeError::TooLarge;
        return false;
    }
    return true;
}

bool readJpegProfile(JpegJob &job)
{
    const long warnings = job.errors.num_warnings;
    if (setjmp(job.jump) != 0)
        return false;
    jpeg_read_icc_profile(&job.codec, &job.profile, &job.profileSize);
    job.errors.num_warnings = warnings; // a broken profile does not break the pixels
    return true;
}

bool isInk(const jpeg_decompress_struct &codec)
{
    return codec.jpeg_color_space == JCS_CMYK || codec.jpeg_color_space == JCS_YCCK;
}

/// False: no memory, or nobody waits any more.
bool beginJpegRows(JpegJob &job)
{
    constexpr std::size_t bandBytes = std::size_t{2} << 20;
    Bitmap &bitmap = job.result.bitmap;
    bitmap = Bitmap::make(static_cast<int>(job.codec.output_width), static_cast<int>(job.codec.output_height));
    if (!bitmap.pixels) {
        job.error = DecodeError::NoMemory;
        return false;
    }
    job.rowsOfBand = static_cast<int>(bandBytes / sizeof(std::uint32_t)) / bitmap.width + 1;
    if (job.rowsOfBand * 4 > bitmap.height || shrinkFactor({bitmap.width, bitmap.height}, job.target) > 1)
        job.ready = nullptr; // there sooner than told of, or not the last word
    job.error = DecodeError::Abandoned;
    return job.ready == nullptr || (*job.ready)(bitmap, 0);
}

/// Is it worth going on?
bool tellJpegRows(JpegJob &job)
{
    const auto rows = static_cast<int>(job.codec.output_scanline);
    return job.ready == nullptr || rows % job.rowsOfBand != 0 || (*job.ready)(job.result.bitmap, rows);
}

bool readJpegRows(JpegJob &job)
{
    if (setjmp(job.jump) != 0)
        return job.rowsBegun;
    jpeg_decompress_struct &codec = job.codec;
    codec.out_color_space = isInk(codec) ? JCS_CMYK : JCS_EXT_BGRA; // a word a pixel, either way
    // Powers of two only: libjpeg-turbo has fast paths for these and not for the sizes between.
    const int factor = shrinkFactor(job.result.full, job.target);
    codec.scale_num = factor >= 8 ? 1U : factor >= 4 ? 2U : factor >= 2 ? 4U : 8U;
    codec.scale_denom = 8;
    jpeg_start_decompress(&codec);
    if (!beginJpegRows(job))
        return false;
    job.rowsBegun = true;
    while (codec.output_scanline < codec.output_height) {
        auto line = reinterpret_cast<JSAMPROW>(job.result.bitmap.row(static_cast<int>(codec.output_scanline)));
        jpeg_read_scanlines(&codec, &line, 1);
        if (!tellJpegRows(job))
            return false;
    }
    return true;
}

void greyOutJpegRest(JpegJob &job)
{
    Bitmap &bitmap = job.result.bitmap;
    for (int y = static_cast<int>(job.codec.output_scanline); y < bitmap.height; ++y) {
        for (int x = 0; x < bitmap.width; ++x)
            bitmap.row(y)[x] = 0xFF808080U;
    }
}

} // namespace

Outcome<PictureSize> sizeOfJpeg(Bytes bytes)
{
    JpegJob job;
    job.bytes = bytes;
    beginJpeg(job);
    if (!readJpegHeader(job))
        return job.error;
    return job.result.full;
}

Outcome<RawPicture> decodeJpeg(Bytes bytes, PictureSize target, const RowsReady &ready)
{
    JpegJob job;
    job.bytes = bytes;
    job.target = target;
    job.wantsProfile = true;
    beginJpeg(job);
    if (!readJpegHeader(job) || !readJpegProfile(job))
        return job.error;
    if (job.profile != nullptr && job.profileSize <= maxProfileBytes) {
        const auto *begin = reinterpret_cast<const std::byte *>(job.profile);
        job.result.colors.icc.assign(begin, begin + job.profileSize);
    }
    job.result.colors.ofGrey = job.codec.jpeg_color_space == JCS_GRAYSCALE;
    if (ready && !isInk(job.codec) && isSrgb(job.result.colors))
        job.ready = &ready;
    if (!readJpegRows(job) || !job.result.bitmap.pixels)
        return job.error;
    if (isInk(job.codec)) {
        convertInkToSrgb(job.result.bitmap, static_cast<int>(job.codec.output_scanline), job.codec.saw_Adobe_marker != 0, job.result.colors);
        job.result.colors = {};
    }
    if (job.codec.output_scanline < job.codec.output_height)
        greyOutJpegRest(job);
    job.result.damaged = job.errors.num_warnings > 0 || job.codec.output_scanline < job.codec.output_height;
    return std::move(job.result);
}

} // namespace arb::decode
