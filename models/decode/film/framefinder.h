// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "film/container.h"
#include "film/framecache.h"
#include "film/frameindex.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>

namespace arb::decode {

/// Finds decoded frames by number. What it answers for a number is a matter of the film alone, not of what was asked before:
/// 1. A frame is what comes out for it when decoding begins afresh at the key before it. Where decoding went on from an earlier key,
///    its frames count as long as no damage was noticed since the key before them.
/// 2. What does not come so is looked for from one and two keys earlier; then the next frame that comes stands for it, or at the
///    end of the film the last one.
/// 3. A frame is damaged when its packet, or one that went into the decoder after its key and before it, was found broken. Of a frame
///    between two others (B) from which none is made, only those between the same two are spoilt. So are those before the first key
///    frame, where the decoder makes up what they are made from.
class FrameFinder
{
public:
    FrameFinder(Container &container, const FrameIndex &index);
    /// Null: nothing can be shown, or patience is spent. Valid until the next call.
    const FrameCache::Kept *at(std::int64_t target);
    /// The last kept frame of these, both ends included.
    const FrameCache::Kept *keptBetween(std::int64_t first, std::int64_t last) const { return m_cache.lastBetween(first, last); }

private:
    struct Instead
    {
        std::int64_t last, shown;
    };
    std::int64_t standIn(std::int64_t target) const;
    bool decode(std::int64_t target);
    bool decodeFromEarlier(std::int64_t target, std::int64_t key);
    bool seekTo(std::int64_t key);
    bool feed(std::int64_t keepFrom);
    std::int64_t receive(std::int64_t target, std::int64_t keepFrom);
    std::int64_t decodeTo(std::int64_t target, std::int64_t keepFrom);
    std::int64_t numberOf(const AVFrame &frame) const;
    void note(std::int64_t broken);
    void noteLoss(int status);
    bool isDamaged(const AVFrame &frame, std::int64_t number) const;
    bool isSpoilt(const AVFrame &frame, std::int64_t number) const;
    bool counts(std::int64_t number, bool damaged) const;

    Container &m_container;
    const FrameIndex &m_index;
    FrameCache m_cache;
    std::map<std::int64_t, Instead> m_instead; ///< by the first number of those for which another frame is shown
    AvPacket m_packet{av_packet_alloc()};
    std::int64_t m_asked = -1;   ///< to tell stepping back from jumping
    std::int64_t m_decoded = -1; ///< number of the frame that came out last, -1 after a seek
    std::int64_t m_highest = -1; ///< of those that came out since the seek
    bool m_ended = false;        ///< the decoder has been drained
    // Since decoding began afresh:
    std::int64_t m_begun = 0;                    ///< position in the index of the key it began at
    bool m_keyless = false;                      ///< it was none, and none has come yet
    std::optional<Instead> m_only;               ///< only frames of this stretch are kept
    std::map<std::int64_t, std::int64_t> m_turn; ///< by number, when its packet went into the decoder
    std::int64_t m_turns = 0;
    std::int64_t m_fed = -1, m_fedBefore = -1; ///< numbers of the frames whose packets went in last (by decoding: of the packets); -1 unknown
    std::set<std::int64_t> m_broken, m_brokenBetween; ///< numbers; those that are known to be between others
    std::int64_t m_anchor = -1;                       ///< the last frame that came out and was none between others
};

} // namespace arb::decode
