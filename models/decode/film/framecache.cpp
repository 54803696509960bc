// SPDX-License-Identifier: GPL-3.0-or-later
#include "film/framecache.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

extern "C" {
#include <libavutil/imgutils.h>
}

namespace arb::decode {

namespace {

std::size_t frameBytes(AVPixelFormat format, int width, int height)
{
    const int size = av_image_get_buffer_size(format, width, height, 64);
    return size > 0 ? static_cast<std::size_t>(size) : static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4;
}

} // namespace

const FrameCache::Kept *FrameCache::find(std::int64_t frame) const
{
    const auto found = m_frames.find(frame);
    return found == m_frames.end() ? nullptr : &found->second;
}

const FrameCache::Kept *FrameCache::lastBetween(std::int64_t first, std::int64_t last) const
{
    const auto after = m_frames.upper_bound(last);
    if (after == m_frames.begin() || std::prev(after)->first < first)
        return nullptr;
    return &std::prev(after)->second;
}

void FrameCache::keep(std::int64_t frame, AvFrame decoded, bool damaged, std::int64_t around)
{
    const std::size_t bytes = frameBytes(static_cast<AVPixelFormat>(decoded->format), decoded->width, decoded->height);
    Kept &entry = m_frames[frame];
    m_bytes -= entry.bytes;
    entry = Kept{std::move(decoded), frame, damaged, bytes};
    m_bytes += bytes;
    while (m_bytes > m_cap && m_frames.size() > 1) {
        const auto first = m_frames.begin();
        const auto last = std::prev(m_frames.end());
        const bool dropFirst = std::llabs(first->first - around) >= std::llabs(last->first - around);
        const auto victim = dropFirst ? first : last;
        m_bytes -= victim->second.bytes;
        m_frames.erase(victim);
    }
}

std::int64_t FrameCache::room(const AVCodecContext *codec) const
{
    const AVPixelFormat format = codec->pix_fmt == AV_PIX_FMT_NONE ? AV_PIX_FMT_YUV420P : codec->pix_fmt;
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(m_cap / frameBytes(format, codec->width, codec->height)));
}

} // namespace arb::decode
