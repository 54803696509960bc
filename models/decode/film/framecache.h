// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "film/container.h"

#include <cstddef>
#include <cstdint>
#include <map>

namespace arb::decode {

/// Decoded frames near the one on show, by frame number, capped in bytes. Makes stepping back cheap.
class FrameCache
{
public:
    explicit FrameCache(std::size_t capBytes) : m_cap(capBytes) {}
    struct Kept
    {
        AvFrame frame;
        std::int64_t number = -1;
        bool damaged = false;
        std::size_t bytes = 0;
    };
    const Kept *find(std::int64_t frame) const;
    /// The last kept frame of these, both ends included.
    const Kept *lastBetween(std::int64_t first, std::int64_t last) const;
    /// Keeps @p decoded; when over the cap, drops what is farthest from @p around.
    void keep(std::int64_t frame, AvFrame decoded, bool damaged, std::int64_t around);
    /// How many frames of @p decoded's size fit.
    std::int64_t room(const AVCodecContext *codec) const;

private:
    std::size_t m_cap;
    std::size_t m_bytes = 0;
    std::map<std::int64_t, Kept> m_frames;
};

} // namespace arb::decode
