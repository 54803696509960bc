// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/picture.h>

#include "pictures/codecs.h"
#include "pictures/metadata.h"

#include <decode/limits.h>

#include <algorithm>
#include <exception>

namespace arb::decode {

int shrinkFactor(PictureSize full, PictureSize target)
{
    if (target.width <= 0 || target.height <= 0)
        return 1;
    // Covering means: both sides of a picture fitted into the target are at least as long as there.
    const double fit = std::max(1.0, std::max(static_cast<double>(full.width) / target.width,
                                              static_cast<double>(full.height) / target.height));
    return static_cast<int>(fit);
}

namespace {

Outcome<RawPicture> decodeRaw(FileFormat format, Bytes bytes, PictureSize target, const RowsReady &ready)
{
    switch (format) {
    case FileFormat::Jpeg: return decodeJpeg(bytes, target, ready);
    case FileFormat::Png: return decodePng(bytes);
    case FileFormat::Webp: return decodeWebp(bytes);
    case FileFormat::Heif:
    case FileFormat::Avif: return decodeHeif(bytes);
    case FileFormat::Unknown:
    case FileFormat::Pdf:
    case FileFormat::Mp4:
    case FileFormat::Matroska:
    case FileFormat::Avi:
    case FileFormat::MpegTs: break;
    }
    return DecodeError::UnknownFormat;
}

Outcome<DecodedPicture> decodeBytes(Bytes bytes, PictureSize target, const RowsReady &ready)
{
    const FileFormat format = sniff(bytes);
    if (!isPicture(format))
        return holdsOnlySound(bytes) ? DecodeError::SoundOnly : DecodeError::UnknownFormat;
    // libheif turns the picture itself; EXIF orientation on top would turn it twice.
    const bool turnsItself = format == FileFormat::Heif || format == FileFormat::Avif;
    const int orientation = turnsItself ? 1 : readMetadata(bytes).orientation;
    if (orientation >= 5)
        std::swap(target.width, target.height);
    Outcome<RawPicture> raw = decodeRaw(format, bytes, target, orientation < 2 ? ready : RowsReady());
    if (!raw)
        return raw.error();
    const int factor = shrinkFactor({raw->bitmap.width, raw->bitmap.height}, target);
    DecodedPicture picture;
    Bitmap bitmap = shrink(std::move(raw->bitmap), factor);
    if (!bitmap.pixels)
        return DecodeError::NoMemory;
    convertToSrgb(bitmap, raw->colors); // after shrinking: a screenful costs a tenth of the whole
    picture.bitmap = upright(std::move(bitmap), orientation);
    if (!picture.bitmap.pixels)
        return DecodeError::NoMemory;
    picture.fullWidth = orientation >= 5 ? raw->full.height : raw->full.width;
    picture.fullHeight = orientation >= 5 ? raw->full.width : raw->full.height;
    picture.damaged = raw->damaged;
    picture.format = format;
    return picture;
}

} // namespace

Outcome<DecodedPicture> decodePicture(int fd, int targetWidth, int targetHeight, const RowsReady &ready)
{
    try {
        const Outcome<std::vector<std::byte>> bytes = readAll(fd, limits::maxPictureBytes);
        if (!bytes)
            return bytes.error();
        return decodeBytes(*bytes, {targetWidth, targetHeight}, ready);
    } catch (const std::exception &) {
        return DecodeError::NoMemory; // only memory can throw here
    }
}

Outcome<DecodedPicture> decodePicture(std::span<const std::byte> bytes, int targetWidth, int targetHeight)
{
    try {
        return decodeBytes(bytes, {targetWidth, targetHeight}, {});
    } catch (const std::exception &) {
        return DecodeError::NoMemory;
    }
}

} // namespace arb::decode
