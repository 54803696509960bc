// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "film/container.h"

#include <cstdint>
#include <map>
#include <set>

namespace arb::decode {

/// The decoder itself says that a frame is patched up.
bool isPatchedUp(const AVFrame &frame);

/// Whether the packet itself says that other frames are made from its own. Told of H.264 alone, where B-frames may be, too.
bool isReferredTo(const AVPacket &packet, const AVCodecContext &codec);
/// Between two others (B), and no other is made from it.
bool standsAlone(const AVFrame &frame);

/// Makes up what the first frames of a film that begins without a key are made from, and says nothing. H.264 waits for a key, or says.
bool makesUpWhatIsMissing(const AVCodecContext &codec);

/// Which frames of a film do not show what was filmed, out of what the decoder says while they come out of it one by one.
/// 1. A frame that others are made from spoils those before it, back to the last such frame, and all up to the next key frame:
///    nobody can tell which of them were made from it.
/// 2. A frame between two others (B) from which none is made spoils no more than those up to the next frame that is none.
/// 3. Only what the decoder noticed counts. Codecs without redundancy (VP9, most HEVC) decode nonsense without a word.
class DamageTrack
{
public:
    /// First and last number of each stretch, not touching each other.
    using Stretches = std::map<std::int64_t, std::int64_t>;

    /// The packet of frame @p number gave an error. Its frame may come all the same.
    void lost(std::int64_t number);
    /// Before the first came(): what comes up to a key frame is made from frames that are missing.
    void beginsWithoutKey() { m_untilKey = true; }
    /// Rising, until restart().
    void came(const AVFrame &frame, std::int64_t number);
    /// The next frame is a key frame somewhere else. What is known stays known.
    void restart();
    /// No more frames come; @p count is how many the film has.
    void end(std::int64_t count);
    bool isDamaged(std::int64_t number) const;
    const Stretches &stretches() const { return m_stretches; }

private:
    void mark(std::int64_t first, std::int64_t last);
    /// Where the frames begin that may be made from frame @p number.
    std::int64_t reachBack(std::int64_t number) const;

    Stretches m_stretches;
    std::set<std::int64_t> m_lost; ///< not yet passed
    std::int64_t m_anchor = -1;    ///< the last frame that was none between two others; -1 before the first
    bool m_untilKey = false, m_untilAnchor = false;
};

} // namespace arb::decode
