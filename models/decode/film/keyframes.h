// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "film/container.h"
#include "film/frameindex.h"

#include <cstdint>
#include <memory>

namespace arb::decode {

/// Single key frames of a film by a decoder of their own, one packet each: for what is shown at once and for thumbnails. Opened
/// at the first use; the decoder that plays the film keeps its place.
class KeyFrames
{
public:
    struct Found
    {
        AvFrame frame;
        std::int64_t number = -1;
        bool damaged = false; ///< its packet was found broken
    };
    /// The key frame at or before @p frame, or one a little earlier where that one is damaged. A null frame: the film
    /// has no key as early as that.
    Outcome<Found> before(std::int64_t frame, const FrameIndex &index, int fd, const Abandoned &abandoned);

private:
    AvFrame decodeOne();
    std::unique_ptr<Container> m_container;
};

} // namespace arb::decode
