// SPDX-License-Identifier: GPL-3.0-or-later
#include "film/damage.h"

#include <decode/limits.h>

#include <algorithm>
#include <iterator>

namespace arb::decode {

bool isPatchedUp(const AVFrame &frame)
{
    return frame.decode_error_flags != 0 || (frame.flags & AV_FRAME_FLAG_CORRUPT) != 0;
}

void DamageTrack::lost(std::int64_t number)
{
    if (number >= 0 && m_lost.size() < limits::maxGaps)
        m_lost.insert(number);
}

std::int64_t DamageTrack::reachBack(std::int64_t number) const
{
    return m_anchor >= 0 ? std::min(number, m_anchor + 1) : number;
}

void DamageTrack::came(const AVFrame &frame, std::int64_t number)
{
    const bool between = frame.pict_type == AV_PICTURE_TYPE_B;
    bool damaged = isPatchedUp(frame);
    while (!m_lost.empty() && *m_lost.begin() <= number) {
        const std::int64_t gone = *m_lost.begin();
        m_lost.erase(m_lost.begin());
        damaged = damaged || gone == number;
        if (gone < number) {
            mark(reachBack(gone), number - 1);
            m_untilKey = true; // what kind of frame it was, nobody knows
        }
    }
    if (frame.key_frame != 0)
        m_untilKey = false;
    if (damaged) {
        mark(between ? number : reachBack(number), number);
        (between ? m_untilAnchor : m_untilKey) = true;
    } else if (m_untilKey || (m_untilAnchor && between)) {
        mark(number, number);
    }
    if (!between) {
        m_anchor = number;
        m_untilAnchor = false;
    }
}

void DamageTrack::restart()
{
    m_lost.clear();
    m_anchor = -1;
    m_untilKey = m_untilAnchor = false;
}

void DamageTrack::end(std::int64_t count)
{
    if (!m_lost.empty() && *m_lost.begin() < count)
        mark(reachBack(*m_lost.begin()), count - 1);
    restart();
}

bool DamageTrack::isDamaged(std::int64_t number) const
{
    // What comes after it may have been decoded before it, to make it from.
    if (!m_lost.empty() && number <= *m_lost.begin() && number >= reachBack(*m_lost.begin()))
        return true;
    const auto after = m_stretches.upper_bound(number);
    return after != m_stretches.begin() && std::prev(after)->second >= number;
}

void DamageTrack::mark(std::int64_t first, std::int64_t last)
{
    auto from = m_stretches.upper_bound(first);
    if (from != m_stretches.begin() && std::prev(from)->second >= first - 1)
        --from;
    auto behind = from;
    for (; behind != m_stretches.end() && behind->first <= last + 1; ++behind) {
        first = std::min(first, behind->first);
        last = std::max(last, behind->second);
    }
    m_stretches.erase(from, behind);
    if (m_stretches.size() < limits::maxGaps)
        m_stretches.emplace(first, last);
}

} // namespace arb::decode
