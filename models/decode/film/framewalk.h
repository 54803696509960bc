// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "film/container.h"
#include "film/damage.h"
#include "film/frameindex.h"

#include <decode/continuity.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <set>

namespace arb::decode {

/// A film from its first frame to its last, each frame once, on one thread: for what goes on behind somebody's back.
class FrameWalk
{
public:
    enum class Frames { All, Referred }; ///< those that others refer to are decoded faster, and are every second to fourth
    static Outcome<std::unique_ptr<FrameWalk>> open(int fd, Frames frames, const Abandoned &abandoned);

    /// The next frame that could be decoded, valid until the next call; nullptr at the end, and when patience is spent.
    const AVFrame *next();
    std::int64_t number() const { return m_number; } ///< of that frame, in presentation order
    std::int64_t ptsUs() const;
    bool isKey() const { return m_frame->key_frame != 0; }
    int permille() const;
    Container &container() { return *m_container; }
    const FrameIndex &index() const { return m_index; }
    /// What came out damaged so far; all of it once next() has come to the end.
    const DamageTrack &damage() const { return m_damage; }

private:
    FrameWalk() = default;
    void send();
    void noteFaults();
    void noteFaultsByPacket(std::int64_t number);
    void notePacket(std::int64_t broken);
    std::unique_ptr<Container> m_container;
    FrameIndex m_index;
    DamageTrack m_damage;
    std::set<std::int64_t> m_brokenPackets; ///< of a film that is numbered by decoding
    AvPacket m_packet{av_packet_alloc()};
    AvFrame m_frame{av_frame_alloc()};
    std::int64_t m_number = -1;
    bool m_drained = false;
    int m_faultsAtEnd = 0;
};

/// The brightness of a decoded frame as it lies in memory; nothing for pixel formats that have no plane of it.
struct LumaPlane
{
    const std::uint8_t *start = nullptr;
    std::ptrdiff_t stride = 0;
    int width = 0, height = 0;
    int shift = -1; ///< -1: one byte each; else two bytes, of which these low bits go

    int at(const std::uint8_t *row, int x) const
    {
        return shift < 0 ? row[x] : (row[2 * x] | (row[2 * x + 1] << 8)) >> shift;
    }
};
std::optional<LumaPlane> lumaOf(const AVFrame &frame);
SmallLuma smallLuma(const LumaPlane &plane);

} // namespace arb::decode
