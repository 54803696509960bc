// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/codecs.h"

#include <decode/limits.h>

#include <memory>

#include <libheif/heif.h>

namespace arb::decode {

namespace {

using HeifContext = std::unique_ptr<heif_context, decltype(&heif_context_free)>;
using HeifHandle = std::unique_ptr<const heif_image_handle, decltype(&heif_image_handle_release)>;
using HeifImage = std::unique_ptr<const heif_image, decltype(&heif_image_release)>;

struct OpenHeif
{
    HeifContext context{nullptr, heif_context_free};
    HeifHandle handle{nullptr, heif_image_handle_release};
    PictureSize size;
};

Outcome<OpenHeif> openHeif(Bytes bytes)
{
    OpenHeif open;
    open.context.reset(heif_context_alloc());
    if (!open.context)
        return DecodeError::NoMemory;
    heif_context_set_maximum_image_size_limit(open.context.get(), limits::maxSide);
    heif_error status = heif_context_read_from_memory_without_copy(open.context.get(), bytes.data(), bytes.size(), nullptr);
    if (status.code != heif_error_Ok)
        return status.code == heif_error_Memory_allocation_error ? DecodeError::NoMemory : DecodeError::Damaged;
    heif_image_handle *handle = nullptr;
    status = heif_context_get_primary_image_handle(open.context.get(), &handle);
    if (status.code != heif_error_Ok)
        return DecodeError::Damaged;
    open.handle.reset(handle);
    open.size = {heif_image_handle_get_width(handle), heif_image_handle_get_height(handle)};
    if (!limits::fits(open.size.width, open.size.height))
        return DecodeError::TooLarge;
    return open;
}

ColorProfile profileOfHeif(const heif_image_handle *handle)
{
    ColorProfile colors;
    const std::size_t size = heif_image_handle_get_raw_color_profile_size(handle);
    if (size > 0 && size <= maxProfileBytes) {
        colors.icc.resize(size);
        if (heif_image_handle_get_raw_color_profile(handle, colors.icc.data()).code != heif_error_Ok)
            colors.icc.clear();
        return colors;
    }
    heif_color_profile_nclx *named = nullptr;
    if (heif_image_handle_get_nclx_color_profile(handle, &named).code != heif_error_Ok || named == nullptr)
        return colors;
    // Curves for bright screens (PQ, HLG) would need more than a change of primaries: such pictures stay as decoded.
    const int curve = static_cast<int>(named->transfer_characteristics);
    const bool ordinary = curve == 1 || curve == 2 || curve == 6 || curve == 13 || curve == 14 || curve == 15;
    const int primaries = static_cast<int>(named->color_primaries);
    if (ordinary && primaries == static_cast<int>(ColorProfile::Primaries::DisplayP3))
        colors.primaries = ColorProfile::Primaries::DisplayP3;
    if (ordinary && primaries == static_cast<int>(ColorProfile::Primaries::Bt2020))
        colors.primaries = ColorProfile::Primaries::Bt2020;
    heif_nclx_color_profile_free(named);
    return colors;
}

} // namespace

Outcome<PictureSize> sizeOfHeif(Bytes bytes)
{
    const Outcome<OpenHeif> open = openHeif(bytes);
    if (!open)
        return open.error();
    return open->size;
}

Outcome<RawPicture> decodeHeif(Bytes bytes)
{
    const Outcome<OpenHeif> open = openHeif(bytes);
    if (!open)
        return open.error();
    heif_image *decoded = nullptr;
    const heif_error status = heif_decode_image(open->handle.get(), &decoded, heif_colorspace_RGB,
                                                heif_chroma_interleaved_RGBA, nullptr);
    if (status.code != heif_error_Ok)
        return status.code == heif_error_Unsupported_feature ? DecodeError::Refused : DecodeError::Damaged;
    const HeifImage image(decoded, heif_image_release);
    RawPicture result;
    // The decoded size counts: it is what rotation and cropping in the container left.
    result.full = {heif_image_get_width(decoded, heif_channel_interleaved),
                   heif_image_get_height(decoded, heif_channel_interleaved)};
    int stride = 0;
    const std::uint8_t *plane = heif_image_get_plane_readonly(decoded, heif_channel_interleaved, &stride);
    if (plane == nullptr || !limits::fits(result.full.width, result.full.height) || stride < result.full.width * 4)
        return DecodeError::Damaged;
    result.bitmap = Bitmap::make(result.full.width, result.full.height);
    if (!result.bitmap.pixels)
        return DecodeError::NoMemory;
    for (int y = 0; y < result.full.height; ++y) {
        const std::uint8_t *from = plane + std::ptrdiff_t{y} * stride;
        std::uint32_t *to = result.bitmap.row(y);
        for (int x = 0; x < result.full.width; ++x, from += 4) {
            to[x] = (std::uint32_t{from[3]} << 24) | (std::uint32_t{from[0]} << 16) | (std::uint32_t{from[1]} << 8)
                | std::uint32_t{from[2]};
        }
    }
    flattenOnWhite(result.bitmap);
    result.colors = profileOfHeif(open->handle.get());
    return result;
}

} // namespace arb::decode
