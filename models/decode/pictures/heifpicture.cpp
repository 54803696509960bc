// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/codecs.h"

#include <decode/limits.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <string_view>

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

constexpr std::size_t mostExifBytes = std::size_t{16} << 20; ///< previews and makers' notes are inside
constexpr std::size_t mostXmpBytes = std::size_t{1} << 20;

std::vector<std::byte> metadataOfHeif(const heif_image_handle *handle, heif_item_id id, std::size_t most)
{
    const std::size_t size = heif_image_handle_get_metadata_size(handle, id);
    if (size == 0 || size > most)
        return {};
    std::vector<std::byte> bytes(size);
    if (heif_image_handle_get_metadata(handle, id, bytes.data()).code != heif_error_Ok)
        return {};
    return bytes;
}

/// The TIFF structure in an Exif item, which begins with how far behind this number of four bytes it is (ISO 23008-12, A.2.1).
/// Some count JPEG's "Exif" and two zeros as part of that way, others leave them standing where the structure should be.
std::vector<std::byte> tiffOfExifItem(std::vector<std::byte> item)
{
    constexpr std::size_t numberSize = 4;
    if (item.size() <= numberSize)
        return {};
    std::size_t way = 0;
    for (std::size_t i = 0; i < numberSize; ++i)
        way = way << 8 | std::to_integer<std::size_t>(item[i]);
    if (way >= item.size() - numberSize)
        return {};
    item.erase(item.begin(), item.begin() + static_cast<std::ptrdiff_t>(numberSize + way));
    constexpr std::array<std::byte, 6> mark{std::byte{'E'}, std::byte{'x'}, std::byte{'i'}, std::byte{'f'}, std::byte{0}, std::byte{0}};
    if (item.size() > mark.size() && std::equal(mark.begin(), mark.end(), item.begin()))
        item.erase(item.begin(), item.begin() + std::ssize(mark));
    return item;
}

} // namespace

Outcome<PictureSize> sizeOfHeif(Bytes bytes)
{
    const Outcome<OpenHeif> open = openHeif(bytes);
    if (!open)
        return open.error();
    return open->size;
}

MetadataPackets packetsOfHeif(Bytes bytes)
{
    using namespace std::string_view_literals;
    const Outcome<OpenHeif> open = openHeif(bytes);
    if (!open)
        return {};
    const heif_image_handle *handle = open->handle.get();
    std::array<heif_item_id, 32> items{};
    const int count = heif_image_handle_get_list_of_metadata_block_IDs(handle, nullptr, items.data(), static_cast<int>(items.size()));
    MetadataPackets packets;
    for (int i = 0; i < std::min(count, static_cast<int>(items.size())); ++i) {
        const heif_item_id id = items[static_cast<std::size_t>(i)];
        const char *type = heif_image_handle_get_metadata_type(handle, id);
        const char *content = heif_image_handle_get_metadata_content_type(handle, id);
        if (type == nullptr)
            continue;
        if (packets.exif.empty() && type == "Exif"sv)
            packets.exif = tiffOfExifItem(metadataOfHeif(handle, id, mostExifBytes));
        if (packets.xmp.empty() && type == "mime"sv && content != nullptr && content == "application/rdf+xml"sv) {
            const std::vector<std::byte> xmp = metadataOfHeif(handle, id, mostXmpBytes);
            packets.xmp.assign(reinterpret_cast<const char *>(xmp.data()), xmp.size());
        }
    }
    return packets;
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
