// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <decode/bitmap.h>
#include <decode/format.h>
#include <decode/outcome.h>

#include <cstddef>
#include <functional>
#include <span>

namespace arb::decode {

/// A decoded still picture, upright (EXIF orientation or the container's own rotation applied, never both).
struct DecodedPicture
{
    Bitmap bitmap;      ///< as large as asked for or larger, at most full size
    int fullWidth = 0;  ///< upright pixels of the file
    int fullHeight = 0;
    bool damaged = false; ///< the file breaks off or has errors; what could be read is in the bitmap
    FileFormat format = FileFormat::Unknown;
};

/// Is told while a large picture is decoded that its first @p rows are as they will stay: @p bitmap is what comes back in the end. The first
/// time it is none. Not told of pictures whose pixels are turned, shrunk or converted afterwards. False: nobody waits any more.
using RowsReady = std::function<bool(const Bitmap &bitmap, int rows)>;

/// Decodes a JPEG, PNG, WebP, HEIC or AVIF so that it covers @p targetWidth x @p targetHeight upright pixels (0 x 0: full
/// size). JPEG is scaled while decoding. Blocks; reads @p fd from offset 0 without owning or moving it.
Outcome<DecodedPicture> decodePicture(int fd, int targetWidth, int targetHeight, const RowsReady &ready = {});

/// The same for bytes in memory.
Outcome<DecodedPicture> decodePicture(std::span<const std::byte> bytes, int targetWidth, int targetHeight);

} // namespace arb::decode
