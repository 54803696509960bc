// SPDX-License-Identifier: GPL-3.0-or-later
#include "film/pictureskind.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace arb::decode {

namespace {

using PacketBytes = std::span<const std::uint8_t>;

/// Bits, the highest of a byte first; zeros behind the end.
class BitReader
{
public:
    explicit BitReader(PacketBytes bytes) : m_bytes(bytes) {}
    unsigned take(int bits)
    {
        unsigned value = 0;
        for (; bits > 0; --bits, ++m_at) {
            const std::size_t byte = m_at / 8;
            value = value << 1 | (byte < m_bytes.size() ? m_bytes[byte] >> (7 - m_at % 8) & 1U : 0U);
        }
        return value;
    }

private:
    PacketBytes m_bytes;
    std::size_t m_at = 0;
};

std::optional<bool> isH263Key(PacketBytes bytes)
{
    BitReader bits(bytes);
    if (bits.take(22) != 0x20) // the start code of a picture
        return std::nullopt;
    bits.take(8); // its time
    bits.take(5);
    constexpr unsigned extended = 7;
    if (bits.take(3) != extended)
        return bits.take(1) == 0;
    if (bits.take(3) == 1) // the part that need not come with each
        bits.take(18);
    return bits.take(3) == 0;
}

/// Behind the first start code 00 00 01 with @p code.
std::optional<PacketBytes> behindCode(PacketBytes bytes, std::uint8_t code)
{
    for (std::size_t at = 0; at + 4 < bytes.size(); ++at) {
        if (bytes[at] == 0 && bytes[at + 1] == 0 && bytes[at + 2] == 1 && bytes[at + 3] == code)
            return bytes.subspan(at + 4);
    }
    return std::nullopt;
}

std::optional<bool> isMpeg4Key(PacketBytes bytes)
{
    constexpr std::uint8_t vop = 0xB6;
    const std::optional<PacketBytes> picture = behindCode(bytes, vop);
    return picture ? std::optional(picture->front() >> 6 == 0) : std::nullopt;
}

std::optional<bool> isMpeg2Key(PacketBytes bytes)
{
    const std::optional<PacketBytes> picture = behindCode(bytes, 0);
    if (!picture || picture->size() < 2)
        return std::nullopt;
    BitReader bits(*picture);
    bits.take(10);
    return bits.take(3) == 1;
}

/// The first unit with a part of a picture says what it is.
std::optional<bool> isHevcKey(PacketBytes bytes, PacketBytes extra)
{
    if (extra.size() < 23 || extra[0] != 1)
        return std::nullopt; // start codes: whoever stores those looks into them
    const std::size_t lengthBytes = (extra[21] & 3U) + 1U;
    while (bytes.size() > lengthBytes) {
        std::size_t length = 0;
        for (std::size_t n = 0; n < lengthBytes; ++n)
            length = length << 8 | bytes[n];
        bytes = bytes.subspan(lengthBytes);
        const int type = bytes.front() >> 1 & 0x3F;
        if (type < 32)
            return type >= 16 && type <= 23;
        if (length == 0 || length >= bytes.size())
            return std::nullopt;
        bytes = bytes.subspan(length);
    }
    return std::nullopt;
}

} // namespace

bool isAllKeys(AVCodecID codec)
{
    const AVCodecDescriptor *descriptor = avcodec_descriptor_get(codec);
    return descriptor != nullptr && (descriptor->props & AV_CODEC_PROP_INTRA_ONLY) != 0;
}

std::optional<bool> isKeyByItsBytes(const AVPacket &packet, const AVCodecParameters &parameters)
{
    if (packet.data == nullptr || packet.size <= 0)
        return std::nullopt;
    const PacketBytes bytes(packet.data, static_cast<std::size_t>(packet.size));
    const PacketBytes extra(parameters.extradata, parameters.extradata == nullptr ? 0 : static_cast<std::size_t>(parameters.extradata_size));
    switch (parameters.codec_id) {
    case AV_CODEC_ID_H263: return isH263Key(bytes);
    case AV_CODEC_ID_MPEG4: return isMpeg4Key(bytes);
    case AV_CODEC_ID_MPEG1VIDEO:
    case AV_CODEC_ID_MPEG2VIDEO: return isMpeg2Key(bytes);
    case AV_CODEC_ID_HEVC: return isHevcKey(bytes, extra);
    case AV_CODEC_ID_VP8: return (bytes.front() & 1U) == 0;
    default: return std::nullopt; // an enum of FFmpeg with hundreds of values
    }
}

} // namespace arb::decode
