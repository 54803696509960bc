// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "film/container.h"

#include <cstdint>
#include <vector>

namespace arb::decode {

/// A place from where a film can be decoded.
struct KeyPacket
{
    std::int64_t number = 0; ///< of its frame
    PacketPlace place;
    bool isKey = true; ///< else it is the beginning of a film whose first frame is not a key
};

/// Which frames a film has: time stamps of all packets in presentation order, found by taking the file apart once without
/// decoding.
class FrameIndex
{
public:
    /// Rewinds first: finding the streams has already consumed packets, and every number would be off by these.
    static Outcome<FrameIndex> of(Container &container);

    std::int64_t count() const { return static_cast<std::int64_t>(m_pts.size()); }
    std::int64_t pts(std::int64_t frame) const { return m_pts[static_cast<std::size_t>(frame)]; }
    /// The frame shown at @p pts (stream time); 0 before the first.
    std::int64_t frameAt(std::int64_t pts) const;
    /// The file only says when packets are to be decoded (AVI, and what was copied from it). The frame that is shown as the n-th still
    /// has the n-th time, but the time of a packet is not that of its frame where frames are stored in another order.
    bool isByDecoding() const { return m_byDecoding; }
    /// Number of a frame that left the decoder with @p time (its best effort) while that kept @p keptBack frames back. By decoding
    /// it is the time of the packet that pushed the frame out, which is right only when no packet is left out on the way.
    std::int64_t numberOf(std::int64_t time, int keptBack) const;
    /// Position in keys() of the last key frame at or before @p frame.
    std::int64_t keyBefore(std::int64_t frame) const;
    std::int64_t key(std::int64_t at) const { return keyPacket(at).number; }
    std::int64_t starts() const { return static_cast<std::int64_t>(m_keys.size()); } ///< how many positions there are
    const KeyPacket &keyPacket(std::int64_t at) const { return m_keys[static_cast<std::size_t>(at)]; }
    std::vector<std::int64_t> keys() const; ///< numbers, rising, of what is a key; may be none
    std::int64_t hiddenFrames() const { return m_hidden; } ///< that have the very time of another one
    bool beginsWithoutKey() const { return m_beginsWithoutKey; } ///< as it is stored: what is cut away may be a key
    /// Where the clock starts again; all times here are of one that runs through, which is what the
    /// container gives that was indexed.
    const std::vector<ClockBreak> &clockBreaks() const { return m_clockBreaks; }
    /// How long the last frame is on show, in stream time: as the container says, else as usual in this film; 0: nobody knows.
    std::int64_t lengthOfLast() const { return m_lengthOfLast; }
    /// Numbers, rising, of the first frame of each recording behind the first one.
    std::vector<std::int64_t> joins() const;
    std::int64_t packets() const { return m_packets; }
    /// From and to in stream time, rising, each from the end of a frame to the beginning of the next.
    struct Gap
    {
        std::int64_t from, to;
    };
    /// @p promisedEnd: where the file says that the stream ends; 0 when it does not say.
    std::vector<Gap> gaps(std::int64_t promisedEnd, AVRational timeBase) const;

private:
    /// What is known of packets, as they are stored; the places are those of m_pts, which is not sorted yet.
    struct Stored
    {
        const std::vector<std::int64_t> &places;
        std::vector<PacketPlace> &keys, &damaged;
    };
    void followClock(std::vector<ClockBreak> breaks, Container &container, const Stored &stored);

    std::vector<std::int64_t> m_pts;  ///< sorted, unique
    std::vector<KeyPacket> m_keys;    ///< by number; the first is 0, key or not
    std::int64_t m_hidden = 0;
    std::int64_t m_packets = 0; ///< that were read, shown or not
    std::int64_t m_lengthOfLast = 0;
    bool m_byDecoding = false, m_beginsWithoutKey = false;
    std::vector<ClockBreak> m_clockBreaks;
    std::vector<std::int64_t> m_joins; ///< times of the first frames behind them
    std::vector<std::int64_t> m_damaged; ///< time stamps of packets that arrived damaged, sorted, unique
};

} // namespace arb::decode
