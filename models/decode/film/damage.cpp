// SPDX-License-Identifier: GPL-3.0-or-later
#include "film/damage.h"

#include <decode/limits.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>

namespace arb::decode {

bool isPatchedUp(const AVFrame &frame)
{
    return frame.decode_error_flags != 0 || (frame.flags & AV_FRAME_FLAG_CORRUPT) != 0;
}

namespace {

constexpr int sliceLast = 5; ///< NAL units 1 to 5 are slices of a picture

/// What the head of an H.264 unit says; nothing when it is no slice.
std::optional<bool> sliceIsReferredTo(std::uint8_t head)
{
    const int type = head & 0x1F;
    return type >= 1 && type <= sliceLast ? std::optional((head & 0x60) != 0) : std::nullopt;
}

/// Units one behind the other, each with its length in @p lengthBytes before it, as MP4 and Matroska store them.
std::optional<bool> referredToByLengths(std::span<const std::uint8_t> bytes, std::size_t lengthBytes)
{
    while (bytes.size() > lengthBytes) {
        std::size_t length = 0;
        for (std::size_t n = 0; n < lengthBytes; ++n)
            length = length << 8 | bytes[n];
        if (const std::optional<bool> said = sliceIsReferredTo(bytes[lengthBytes]))
            return said;
        if (length >= bytes.size() - lengthBytes)
            break;
        bytes = bytes.subspan(lengthBytes + length);
    }
    return std::nullopt;
}

/// Units behind 0, 0, 1, as transport streams and AVI store them.
std::optional<bool> referredToByMarks(std::span<const std::uint8_t> bytes)
{
    for (std::size_t n = 0; n + 3 < bytes.size(); ++n) {
        if (bytes[n] != 0 || bytes[n + 1] != 0 || bytes[n + 2] != 1)
            continue;
        if (const std::optional<bool> said = sliceIsReferredTo(bytes[n + 3]))
            return said;
    }
    return std::nullopt;
}

} // namespace

bool isReferredTo(const AVPacket &packet, const AVCodecContext &codec)
{
    if (codec.codec_id != AV_CODEC_ID_H264 || packet.data == nullptr || packet.size <= 0)
        return false;
    const std::span<const std::uint8_t> bytes(packet.data, static_cast<std::size_t>(packet.size));
    constexpr int setupBytes = 7;
    const bool hasLengths = codec.extradata != nullptr && codec.extradata_size >= setupBytes && codec.extradata[0] == 1;
    return (hasLengths ? referredToByLengths(bytes, (codec.extradata[4] & 3U) + 1) : referredToByMarks(bytes)).value_or(false);
}

bool makesUpWhatIsMissing(const AVCodecContext &codec)
{
    return codec.codec_id != AV_CODEC_ID_H264;
}

bool standsAlone(const AVFrame &frame)
{
    return frame.pict_type == AV_PICTURE_TYPE_B && !FaultLog::isReferredTo(frame);
}

void DamageTrack::lost(std::int64_t number)
{
    if (number >= 0 && m_lost.size() < limits::maxGaps)
        m_lost.insert(number);
}

std::int64_t DamageTrack::reachBack(std::int64_t number) const
{
    return m_anchor >= 0 ? std::min(number, m_anchor + 1) : number;
}

void DamageTrack::came(const AVFrame &frame, std::int64_t number)
{
    const bool between = frame.pict_type == AV_PICTURE_TYPE_B, alone = standsAlone(frame);
    bool damaged = isPatchedUp(frame);
    while (!m_lost.empty() && *m_lost.begin() <= number) {
        const std::int64_t gone = *m_lost.begin();
        m_lost.erase(m_lost.begin());
        damaged = damaged || gone == number;
        if (gone < number) {
            mark(reachBack(gone), number - 1);
            m_untilKey = true; // what kind of frame it was, nobody knows
        }
    }
    if (frame.key_frame != 0)
        m_untilKey = false;
    if (damaged) {
        mark(alone ? number : reachBack(number), number);
        (alone ? m_untilAnchor : m_untilKey) = true;
    } else if (m_untilKey || (m_untilAnchor && between)) {
        mark(number, number);
    }
    if (!between) {
        m_anchor = number;
        m_untilAnchor = false;
    }
}

void DamageTrack::restart()
{
    m_lost.clear();
    m_anchor = -1;
    m_untilKey = m_untilAnchor = false;
}

void DamageTrack::end(std::int64_t count)
{
    if (!m_lost.empty() && *m_lost.begin() < count)
        mark(reachBack(*m_lost.begin()), count - 1);
    restart();
}

bool DamageTrack::isDamaged(std::int64_t number) const
{
    // What comes after it may have been decoded before it, to make it from.
    if (!m_lost.empty() && number <= *m_lost.begin() && number >= reachBack(*m_lost.begin()))
        return true;
    const auto after = m_stretches.upper_bound(number);
    return after != m_stretches.begin() && std::prev(after)->second >= number;
}

void DamageTrack::mark(std::int64_t first, std::int64_t last)
{
    auto from = m_stretches.upper_bound(first);
    if (from != m_stretches.begin() && std::prev(from)->second >= first - 1)
        --from;
    auto behind = from;
    for (; behind != m_stretches.end() && behind->first <= last + 1; ++behind) {
        first = std::min(first, behind->first);
        last = std::max(last, behind->second);
    }
    m_stretches.erase(from, behind);
    if (m_stretches.size() < limits::maxGaps)
        m_stretches.emplace(first, last);
}

} // namespace arb::decode
