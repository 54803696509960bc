// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "film/container.h"

#include <cstdint>
#include <deque>
#include <vector>

namespace arb::decode {

/// Finds where the clock of a stream starts again (two recordings, one behind the other in one file) out of all its packets, as they
/// are stored. The clock has gone back when it is half a second or more behind, behind nearly all of the packets before, and stays
/// there: packets that are merely stamped wrong are damage, and no break.
class ClockWatch
{
public:
    explicit ClockWatch(AVRational timeBase);
    /// As the container stamped it. A packet without a place in the file or a time of decoding says nothing.
    void add(const AVPacket &packet);
    /// No more packets come. What was added since the clock last went back decides with what there is.
    std::vector<ClockBreak> finish();
    /// True from the packet on that makes a break certain.
    bool found() const { return !m_breaks.empty(); }

private:
    struct Stamp
    {
        std::int64_t pos, pts, dts;
    };
    bool isBehind(const Stamp &stamp) const;
    bool goesOn(const Stamp &stamp) const;
    bool isWrap(std::int64_t back) const;
    void remember(const Stamp &stamp);
    void breakHere();

    std::int64_t m_wrap; ///< after so much time the clock of a transport stream begins at 0 by itself
    std::int64_t m_half, m_longest; ///< half a second, and how far apart in time packets next to each other are believed to be
    std::deque<Stamp> m_last;       ///< of the clock that runs
    std::vector<Stamp> m_again;     ///< what may be the first packets of a clock that starts again
    std::vector<ClockBreak> m_breaks;
};


/// The breaks of the clock as they concern the sound of a film, which keeps to the pictures: both are moved by the same time. Reads
/// all of a transport stream once; afterwards @p sound is read on from anywhere: rewind or seek. Does nothing for other containers.
void followClock(Container &sound);

} // namespace arb::decode
