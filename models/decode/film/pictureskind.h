// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

extern "C" {
#include <libavcodec/avcodec.h>
}

namespace arb::decode {

/// Can every picture of this coding be decoded by itself? Then all its packets are keys.
bool isAllKeys(AVCodecID codec);

/// Does the packet hold a picture that can be decoded by itself, by what stands in its bytes? Nothing: not told here. For files that call
/// every packet a key: MP4 and QuickTime without a table of them (ISO 14496-12, 8.6.2), and H.263 in AVI and Matroska. H.263 (ITU-T
/// H.263, 5.1), MPEG-4 (ISO 14496-2, 6.2.5), MPEG-1 and MPEG-2 (ISO 13818-2, 6.2.3), HEVC with lengths, VP8. H.264 is looked into by libav.
std::optional<bool> isKeyByItsBytes(const AVPacket &packet, const AVCodecParameters &parameters);

} // namespace arb::decode
