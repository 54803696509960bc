// SPDX-License-Identifier: GPL-3.0-or-later
#include "film/framefinder.h"

#include "film/damage.h"

#include <decode/limits.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

namespace arb::decode {

namespace {

constexpr std::int64_t leadFrames = 8;   ///< decoded fully before a target: others may refer to them
constexpr std::int64_t nearlyThere = 2;  ///< so few frames ahead are decoded rather than sought
constexpr std::int64_t stepBack = 16;    ///< from so few frames ahead it is going backwards, from farther it is a jump
constexpr std::int64_t readAhead = 24;   ///< of frames that come only from an earlier key: each costs several groups
constexpr int mostFaultsAtEnd = 64;
constexpr int mostEarlierKeys = 3;

} // namespace

FrameFinder::FrameFinder(Container &container, const FrameIndex &index)
    : m_container(container)
    , m_index(index)
    , m_cache(limits::frameCacheBytes)
{
}

std::int64_t FrameFinder::standIn(std::int64_t target) const
{
    const auto after = m_instead.upper_bound(target);
    if (after == m_instead.begin() || std::prev(after)->second.last < target)
        return target;
    return std::prev(after)->second.shown;
}

const FrameCache::Kept *FrameFinder::at(std::int64_t target)
{
    constexpr int mostHops = 3; // what stands for a frame is there by itself; a film that makes this untrue has no answer
    std::int64_t number = target;
    for (int hop = 0; hop < mostHops; ++hop) {
        number = standIn(number);
        if (const FrameCache::Kept *kept = m_cache.find(number)) {
            m_asked = target;
            return kept;
        }
        if (decode(number)) {
            m_asked = target;
            return m_cache.find(number);
        }
        if (m_container.patience().spent() || standIn(number) == number)
            break;
    }
    m_asked = target;
    return nullptr;
}

/// True when the frame is kept now.
bool FrameFinder::decode(std::int64_t target)
{
    const bool back = m_asked >= 0 && target < m_asked && m_asked - target <= stepBack;
    const std::int64_t before = back ? std::max<std::int64_t>(leadFrames, m_cache.room(m_container.codec()) - 4) : leadFrames;
    const std::int64_t keepFrom = std::max<std::int64_t>(0, target - before);
    const std::int64_t key = m_index.keyBefore(target);
    const bool onTheWay = m_decoded >= 0 && m_decoded < target && !m_ended && (m_index.key(key) <= m_decoded || target - m_decoded <= nearlyThere);
    if (onTheWay)
        decodeTo(target, keepFrom);
    for (const bool afresh : {false, true}) {
        if (afresh && !m_container.patience().spent() && seekTo(key))
            decodeTo(target, keepFrom);
        if (m_cache.find(target) != nullptr)
            return true;
        if (m_container.patience().spent())
            return false;
    }
    return decodeFromEarlier(target, key);
}

/// Without leaving anything out on the way, so that the answer is the same for all frames of a hole.
bool FrameFinder::decodeFromEarlier(std::int64_t target, std::int64_t key)
{
    const std::int64_t nextKey = key + 1 < m_index.starts() ? m_index.key(key + 1) : m_index.count();
    std::int64_t next = INT64_MAX, last = -1;
    for (std::int64_t from = key; from >= 0 && key - from < mostEarlierKeys; --from) {
        if (!seekTo(from))
            continue;
        const std::int64_t behind = std::min({next, nextKey, target + readAhead}) - 1;
        m_only = Instead{behind, target};
        std::int64_t came = decodeTo(target, 0);
        const bool found = m_cache.find(target) != nullptr;
        if (came >= target)
            next = std::min(next, came);
        while (found && came >= 0 && came < behind && !m_container.patience().spent())
            came = decodeTo(came + 1, 0);
        last = std::max(last, std::min(m_highest, target - 1));
        m_decoded = -1; // nothing goes on from here
        if (found)
            return true;
        if (m_container.patience().spent())
            return false;
    }
    if (next != INT64_MAX && next > target)
        m_instead[target] = {std::min(next, nextKey) - 1, next};
    else if (next == INT64_MAX && last >= 0)
        m_instead[target] = {nextKey - 1, last};
    return false;
}

bool FrameFinder::seekTo(std::int64_t key)
{
    m_decoded = m_highest = m_fed = m_fedBefore = m_anchor = -1;
    m_ended = false;
    m_begun = key;
    m_keyless = key <= 0 && m_index.beginsWithoutKey() && makesUpWhatIsMissing(*m_container.codec());
    m_only.reset();
    m_turn.clear();
    m_turns = 0;
    m_broken.clear();
    m_brokenBetween.clear();
    const bool there = key <= 0 || m_container.seekToKey(m_index.keyPacket(key).place);
    if (key <= 0)
        m_container.rewind();
    m_container.faults().take();
    m_ended = !there;
    return there;
}

bool FrameFinder::feed(std::int64_t keepFrom)
{
    if (m_ended)
        return false;
    AVCodecContext *codec = m_container.codec();
    if (!m_container.read(m_packet.get())) {
        m_ended = true;
        return !m_container.patience().spent() && avcodec_send_packet(codec, nullptr) >= 0;
    }
    // Nobody will see these frames and no other frame needs them: a third of the work of a long seek.
    const std::int64_t pts = PacketPlace::of(*m_packet).pts;
    const bool far = pts != AV_NOPTS_VALUE && keepFrom > 0 && pts < m_index.pts(keepFrom) && !m_index.isByDecoding();
    codec->skip_frame = far ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
    const bool shown = pts != AV_NOPTS_VALUE && (m_packet->flags & AV_PKT_FLAG_DISCARD) == 0;
    m_fedBefore = std::exchange(m_fed, shown ? m_index.frameAt(pts) : -1);
    if (shown) {
        m_turn[m_fed] = m_turns++;
        // Two groups back nothing is asked for any more.
        if (const std::int64_t key = m_index.keyBefore(m_fed); m_index.key(key) == m_fed && key > 1)
            m_turn.erase(m_turn.begin(), m_turn.lower_bound(m_index.key(key - 2)));
    }
    FaultLog::feeding(codec, m_fed, isReferredTo(*m_packet, *codec));
    noteLoss(avcodec_send_packet(codec, m_packet.get()));
    return true;
}

void FrameFinder::note(std::int64_t broken)
{
    if (broken >= 0 && m_broken.size() < limits::maxGaps)
        m_broken.insert(broken);
}

/// With threads that decode a frame each, the answer is about the packet before.
void FrameFinder::noteLoss(int status)
{
    if (status < 0 && status != AVERROR(EAGAIN) && status != AVERROR_EOF)
        note((m_container.codec()->active_thread_type & FF_THREAD_FRAME) != 0 ? m_fedBefore : m_fed);
}

std::int64_t FrameFinder::numberOf(const AVFrame &frame) const
{
    if (frame.best_effort_timestamp == AV_NOPTS_VALUE)
        return std::min(m_decoded + 1, m_index.count() - 1);
    return m_index.numberOf(frame.best_effort_timestamp, m_container.codec()->has_b_frames);
}

/// Rule 3. The marks on the frame itself are left to chance by decoder threads (see FaultLog), but for the one that says that the
/// decoder had not found its feet yet.
bool FrameFinder::isDamaged(const AVFrame &frame, std::int64_t number) const
{
    if (m_keyless || (frame.flags & AV_FRAME_FLAG_CORRUPT) != 0)
        return true;
    if (m_index.isByDecoding())
        return isSpoilt(frame, number);
    const auto turn = m_turn.find(number);
    const bool between = frame.pict_type == AV_PICTURE_TYPE_B;
    for (auto each = m_broken.lower_bound(m_index.key(m_index.keyBefore(number))); each != m_broken.end(); ++each) {
        const auto itsTurn = m_turn.find(*each);
        if (*each != number && turn != m_turn.end() && itsTurn != m_turn.end() && itsTurn->second > turn->second)
            continue; // decoded later
        // Far before a target those that nothing refers to are left out, so whether they are broken must not matter.
        if (*each != number && m_brokenBetween.contains(*each) && (!between || m_anchor > *each || number - *each >= leadFrames))
            continue;
        return true;
    }
    return false;
}

/// Rule 3 where m_broken counts packets as they are stored, but for those of frames between others, which have come out already.
bool FrameFinder::isSpoilt(const AVFrame &frame, std::int64_t number) const
{
    const auto first = m_broken.lower_bound(m_index.frameAt(m_index.keyPacket(m_index.keyBefore(number)).place.pts));
    if (first != m_broken.end() && *first <= FaultLog::numberFed(frame))
        return true;
    const auto after = m_brokenBetween.upper_bound(number);
    return frame.pict_type == AV_PICTURE_TYPE_B && after != m_brokenBetween.begin() && *std::prev(after) > m_anchor;
}

/// Rule 1.
bool FrameFinder::counts(std::int64_t number, bool damaged) const
{
    if (m_only)
        return number >= m_only->shown && number <= m_only->last;
    return number >= m_index.key(m_begun) && (!damaged || m_index.keyBefore(number) == m_begun);
}

/// Takes one frame out of the decoder: its number, or -1 when it wants more packets, or -2 at the end.
std::int64_t FrameFinder::receive(std::int64_t target, std::int64_t keepFrom)
{
    AvFrame frame(av_frame_alloc());
    int status = avcodec_receive_frame(m_container.codec(), frame.get());
    // Decoder threads tell of a damaged frame here; the next ones are behind it.
    for (int faults = 0; m_ended && status < 0 && status != AVERROR_EOF && faults < mostFaultsAtEnd; ++faults) {
        note(m_fed);
        status = avcodec_receive_frame(m_container.codec(), frame.get());
    }
    if (status == AVERROR_EOF)
        return -2;
    if (status < 0)
        return m_ended ? -2 : -1;
    const std::int64_t number = m_decoded = numberOf(*frame);
    for (const std::int64_t broken : m_container.faults().take())
        note(broken);
    m_keyless = m_keyless && frame->key_frame == 0;
    const bool between = frame->pict_type == AV_PICTURE_TYPE_B;
    const std::int64_t packet = m_index.isByDecoding() ? FaultLog::numberFed(*frame) : number;
    const bool alone = standsAlone(*frame);
    if (alone && m_broken.contains(packet))
        m_brokenBetween.insert(number);
    if (alone && m_index.isByDecoding())
        m_broken.erase(packet);
    const bool damaged = isDamaged(*frame, number);
    if (!between)
        m_anchor = number;
    if (!limits::fits(frame->width, frame->height))
        return number;
    if (number >= m_index.key(m_begun))
        m_highest = std::max(m_highest, number);
    if (number >= keepFrom && counts(number, damaged))
        m_cache.keep(number, std::move(frame), damaged, target);
    return number;
}

/// Decodes on until frame @p target or a later one is out: its number, or -1 when nothing (more) came.
std::int64_t FrameFinder::decodeTo(std::int64_t target, std::int64_t keepFrom)
{
    for (;;) {
        const std::int64_t number = receive(target, keepFrom);
        if (number >= target)
            return number;
        if (number == -2 || m_container.patience().spent())
            return -1;
        if (number == -1 && !feed(std::max<std::int64_t>(0, keepFrom)))
            return -1;
    }
}

} // namespace arb::decode
