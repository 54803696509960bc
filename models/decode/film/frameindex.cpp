// SPDX-License-Identifier: GPL-3.0-or-later
#include "film/frameindex.h"

#include <decode/limits.h>

#include <algorithm>

namespace arb::decode {

Outcome<FrameIndex> FrameIndex::of(Container &container)
{
    FrameIndex index;
    std::vector<std::int64_t> keys;
    container.rewind();
    const AvPacket packet(av_packet_alloc());
    while (container.read(packet.get())) {
        const std::int64_t pts = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
        // Packets that an edit list cuts away are decoded but never shown.
        if (pts == AV_NOPTS_VALUE || (packet->flags & AV_PKT_FLAG_DISCARD) != 0)
            continue;
        if (std::ssize(index.m_pts) >= limits::maxFrames)
            return DecodeError::TooManyFrames;
        index.m_pts.push_back(pts);
        if ((packet->flags & AV_PKT_FLAG_KEY) != 0)
            keys.push_back(pts);
    }
    if (container.patience().spent())
        return container.patience().reason();
    if (index.m_pts.empty())
        return DecodeError::Damaged;
    std::sort(index.m_pts.begin(), index.m_pts.end());
    index.m_pts.erase(std::unique(index.m_pts.begin(), index.m_pts.end()), index.m_pts.end());
    for (const std::int64_t key : keys)
        index.m_keys.push_back(index.frameAt(key));
    index.m_keys.push_back(0);
    std::sort(index.m_keys.begin(), index.m_keys.end());
    index.m_keys.erase(std::unique(index.m_keys.begin(), index.m_keys.end()), index.m_keys.end());
    return index;
}

std::int64_t FrameIndex::frameAt(std::int64_t pts) const
{
    const auto after = std::upper_bound(m_pts.begin(), m_pts.end(), pts);
    return after == m_pts.begin() ? 0 : std::distance(m_pts.begin(), after) - 1;
}

std::int64_t FrameIndex::keyBefore(std::int64_t frame) const
{
    const auto after = std::upper_bound(m_keys.begin(), m_keys.end(), frame);
    return after == m_keys.begin() ? 0 : std::distance(m_keys.begin(), after) - 1;
}

} // namespace arb::decode
