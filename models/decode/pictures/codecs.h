// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/color.h"

#include <decode/outcome.h>
#include <decode/picture.h>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

/// One function pair per picture library. Sizes are as stored; only HEIC and AVIF come out already upright.
namespace arb::decode {

using Bytes = std::span<const std::byte>;

struct PictureSize
{
    int width = 0, height = 0;
};
struct RawPicture
{
    Bitmap bitmap;
    PictureSize full;
    bool damaged = false;
    ColorProfile colors; ///< of the bitmap's pixels
};

/// What a container carries beside its pixels, out of its items but otherwise as it stands there.
struct MetadataPackets
{
    std::vector<std::byte> exif; ///< a TIFF structure; empty when there is none
    std::string xmp;             ///< RDF; empty when there is none
};
/// Of a PNG's own texts those that are facts, in UTF-8; otherwise as they stand there.
struct PngTexts
{
    std::string software, creationTime;
};

/// The whole factor by which @p full may be divided and still cover @p target; 1 when target is empty.
int shrinkFactor(PictureSize full, PictureSize target);

Outcome<PictureSize> sizeOfJpeg(Bytes bytes);
Outcome<PictureSize> sizeOfPng(Bytes bytes);
Outcome<PictureSize> sizeOfWebp(Bytes bytes);
Outcome<PictureSize> sizeOfHeif(Bytes bytes);

Outcome<RawPicture> decodeJpeg(Bytes bytes, PictureSize target, const RowsReady &ready = {});
Outcome<RawPicture> decodePng(Bytes bytes);
Outcome<RawPicture> decodeWebp(Bytes bytes);
Outcome<RawPicture> decodeHeif(Bytes bytes);

/// Nothing when the file is damaged; a packet over its limit is left out.
MetadataPackets packetsOfHeif(Bytes bytes);
/// Wherever in the file they stand; the first of each name counts, and one over its limit is left out.
PngTexts textsOfPng(Bytes bytes);

} // namespace arb::decode
