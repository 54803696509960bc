// SPDX-License-Identifier: GPL-3.0-or-later
#include "timing.h"

#include <decode/format.h>
#include <decode/limits.h>
#include <decode/picture.h>

#include <chrono>
#include <cstdio>
#include <memory>

#include <fcntl.h>
#include <unistd.h>

#include <jpeglib.h>

namespace {

/// As somebody would write it who wants the pixels and trusts the file.
bool bareDecode(int fd, int width, int height)
{
    const auto bytes = arb::decode::readAll(fd, arb::decode::limits::maxPictureBytes);
    if (!bytes)
        return false;
    jpeg_decompress_struct codec{};
    jpeg_error_mgr errors{};
    codec.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&codec);
    jpeg_mem_src(&codec, reinterpret_cast<const unsigned char *>(bytes->data()), bytes->size());
    jpeg_read_header(&codec, TRUE);
    unsigned scale = 8;
    while (width > 0 && height > 0 && scale > 1 && codec.image_width * (scale / 2) / 8 >= static_cast<unsigned>(width)
           && codec.image_height * (scale / 2) / 8 >= static_cast<unsigned>(height))
        scale /= 2;
    codec.scale_num = scale;
    codec.scale_denom = 8;
    codec.out_color_space = JCS_EXT_BGRX;
    jpeg_start_decompress(&codec);
    const std::size_t stride = std::size_t{codec.output_width} * 4;
    const std::unique_ptr<unsigned char[]> pixels(new unsigned char[stride * codec.output_height]);
    while (codec.output_scanline < codec.output_height) {
        JSAMPROW row = pixels.get() + codec.output_scanline * stride;
        jpeg_read_scanlines(&codec, &row, 1);
    }
    jpeg_finish_decompress(&codec);
    jpeg_destroy_decompress(&codec);
    return true;
}

} // namespace

int timeDecoding(const char *path, bool bare, int width, int height, int rounds)
{
    const int fd = ::open(path, O_RDONLY | O_CLOEXEC);
    bool good = fd >= 0;
    for (int round = 0; good && round < rounds; ++round) {
        const auto begun = std::chrono::steady_clock::now();
        good = bare ? bareDecode(fd, width, height) : arb::decode::decodePicture(fd, width, height).ok();
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
        std::printf("%.3f\n", took.count());
    }
    if (fd >= 0)
        ::close(fd);
    return good ? 0 : 1;
}
