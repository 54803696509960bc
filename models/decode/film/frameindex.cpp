// SPDX-License-Identifier: GPL-3.0-or-later
#include "film/frameindex.h"

#include <decode/limits.h>

#include <algorithm>

namespace arb::decode {

namespace {

constexpr std::int64_t strange = 5;             ///< so many times the usual step is a gap …
constexpr std::int64_t shortestGapUs = 250'000; ///< … if a person would notice it at all

void sortUnique(std::vector<std::int64_t> &numbers)
{
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

} // namespace

Outcome<FrameIndex> FrameIndex::of(Container &container)
{
    FrameIndex index;
    std::vector<PacketPlace> keys;
    container.rewind();
    const AvPacket packet(av_packet_alloc());
    while (container.read(packet.get())) {
        ++index.m_packets;
        const PacketPlace place = PacketPlace::of(*packet);
        const std::int64_t pts = place.pts;
        // Packets that an edit list cuts away are decoded but never shown.
        if (pts == AV_NOPTS_VALUE || (packet->flags & AV_PKT_FLAG_DISCARD) != 0)
            continue;
        if (std::ssize(index.m_pts) >= limits::maxFrames)
            return DecodeError::TooManyFrames;
        index.m_pts.push_back(pts);
        if ((packet->flags & AV_PKT_FLAG_KEY) != 0)
            keys.push_back(place);
        if ((packet->flags & AV_PKT_FLAG_CORRUPT) != 0)
            index.m_damaged.push_back(pts);
    }
    if (container.patience().spent())
        return container.patience().reason();
    if (index.m_pts.empty())
        return DecodeError::Damaged;
    sortUnique(index.m_pts);
    sortUnique(index.m_damaged);
    for (const PacketPlace &key : keys)
        index.m_keys.push_back({index.frameAt(key.pts), key, true});
    std::ranges::stable_sort(index.m_keys, {}, &KeyPacket::number);
    const auto twice = std::ranges::unique(index.m_keys, {}, &KeyPacket::number);
    index.m_keys.erase(twice.begin(), twice.end());
    if (index.m_keys.empty() || index.m_keys.front().number != 0)
        index.m_keys.insert(index.m_keys.begin(), KeyPacket{0, {}, false});
    return index;
}

std::vector<std::int64_t> FrameIndex::keys() const
{
    std::vector<std::int64_t> numbers;
    numbers.reserve(m_keys.size());
    for (const KeyPacket &key : m_keys) {
        if (key.isKey)
            numbers.push_back(key.number);
    }
    return numbers;
}

std::vector<FrameIndex::Gap> FrameIndex::gaps(std::int64_t promisedEnd, AVRational timeBase) const
{
    std::vector<std::int64_t> steps;
    for (std::size_t i = 1; i < m_pts.size(); ++i)
        steps.push_back(m_pts[i] - m_pts[i - 1]);
    if (steps.empty())
        return {};
    std::sort(steps.begin(), steps.end());
    const std::int64_t usual = std::max<std::int64_t>(1, steps[steps.size() / 2]);
    // Phones vary their rate by themselves: what one step in twenty is as long as, is usual for this film.
    const std::int64_t longest = std::max(strange * steps[steps.size() * 19 / 20], av_rescale_q(shortestGapUs, microseconds, timeBase));
    std::vector<Gap> found;
    std::size_t damage = 0;
    for (std::size_t i = 0; i < m_pts.size() && found.size() < limits::maxGaps; ++i) {
        const std::int64_t begin = m_pts[i];
        const bool last = i + 1 == m_pts.size();
        const std::int64_t next = last ? begin + usual : m_pts[i + 1];
        const bool damaged = damage < m_damaged.size() && m_damaged[damage] == begin;
        damage += damaged ? 1 : 0;
        if (!damaged && (last || next - begin <= longest))
            continue;
        const std::int64_t from = damaged ? begin : begin + std::min(usual, next - begin - 1);
        if (!found.empty() && found.back().to >= from)
            found.back().to = next; // one damaged packet after the other is one gap
        else
            found.push_back({from, next});
    }
    const std::int64_t end = m_pts.back() + usual;
    if (promisedEnd - end > longest && found.size() < limits::maxGaps) {
        if (!found.empty() && found.back().to >= end)
            found.back().to = promisedEnd;
        else
            found.push_back({end, promisedEnd});
    }
    return found;
}

std::int64_t FrameIndex::frameAt(std::int64_t pts) const
{
    const auto after = std::upper_bound(m_pts.begin(), m_pts.end(), pts);
    return after == m_pts.begin() ? 0 : std::distance(m_pts.begin(), after) - 1;
}

std::int64_t FrameIndex::keyBefore(std::int64_t frame) const
{
    const auto after = std::ranges::upper_bound(m_keys, frame, {}, &KeyPacket::number);
    return after == m_keys.begin() ? 0 : std::distance(m_keys.begin(), after) - 1;
}

} // namespace arb::decode
