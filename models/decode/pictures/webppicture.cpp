// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts.h"
#include "pictures/codecs.h"

#include <decode/limits.h>

#include <webp/decode.h>

namespace arb::decode {

namespace {

const std::uint8_t *webpData(Bytes bytes)
{
    return reinterpret_cast<const std::uint8_t *>(bytes.data());
}

} // namespace

Outcome<PictureSize> sizeOfWebp(Bytes bytes)
{
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(webpData(bytes), bytes.size(), &features) != VP8_STATUS_OK)
        return DecodeError::Damaged;
    if (features.has_animation != 0)
        return DecodeError::Refused;
    if (!limits::fits(features.width, features.height))
        return DecodeError::TooLarge;
    return PictureSize{features.width, features.height};
}

Outcome<RawPicture> decodeWebp(Bytes bytes)
{
    const Outcome<PictureSize> size = sizeOfWebp(bytes);
    if (!size)
        return size.error();
    RawPicture result;
    result.full = *size;
    result.bitmap = Bitmap::make(size->width, size->height);
    if (!result.bitmap.pixels)
        return DecodeError::NoMemory;
    const std::size_t bufferSize = static_cast<std::size_t>(size->width) * static_cast<std::size_t>(size->height) * 4;
    auto *out = reinterpret_cast<std::uint8_t *>(result.bitmap.pixels.get());
    if (WebPDecodeBGRAInto(webpData(bytes), bytes.size(), out, bufferSize, size->width * 4) == nullptr)
        return DecodeError::Damaged;
    flattenOnWhite(result.bitmap);
    const Bytes profile = profileOfWebp(bytes);
    if (profile.size() <= maxProfileBytes)
        result.colors.icc.assign(profile.begin(), profile.end());
    return result;
}

} // namespace arb::decode
