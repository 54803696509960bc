// SPDX-License-Identifier: GPL-3.0-or-later
#include "film/frameindex.h"

#include "film/clockbreaks.h"
#include "film/pictureskind.h"

#include <decode/limits.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

namespace arb::decode {

namespace {

constexpr std::int64_t strange = 5;             ///< so many times the usual step is a gap …
constexpr std::size_t mostReordered = 17;       ///< a picture and as many as may be stored behind it and be shown before it (H.264: 16)
constexpr std::int64_t shortestGapUs = 250'000; ///< … if a person would notice it at all

void sortUnique(std::vector<std::int64_t> &numbers)
{
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

struct ParserEnd
{
    void operator()(AVCodecParserContext *parser) const { av_parser_close(parser); }
};

/// Reads out of the packets themselves in which order they are shown, where they say it: H.264 counts its pictures.
class PictureCount
{
public:
    explicit PictureCount(const Container &container)
    {
        const AVCodecParameters *parameters = container.stream()->codecpar;
        if (parameters->codec_id != AV_CODEC_ID_H264)
            return;
        m_context.reset(avcodec_alloc_context3(nullptr)); // not the decoder's: the parser writes into it
        m_parser.reset(av_parser_init(static_cast<int>(parameters->codec_id)));
        if (!m_parser || !m_context || avcodec_parameters_to_context(m_context.get(), parameters) < 0)
            m_parser.reset();
        else
            m_parser->flags |= PARSER_FLAG_COMPLETE_FRAMES;
    }
    /// Of all packets, one after the other.
    std::optional<int> of(const AVPacket &packet)
    {
        if (!m_parser || packet.data == nullptr || packet.size <= 0)
            return std::nullopt;
        std::uint8_t *whole = nullptr;
        int size = 0;
        m_parser->pict_type = AV_PICTURE_TYPE_NONE;
        av_parser_parse2(m_parser.get(), m_context.get(), &whole, &size, packet.data, packet.size, packet.pts, packet.dts, packet.pos);
        return m_parser->pict_type == AV_PICTURE_TYPE_NONE ? std::nullopt : std::optional(m_parser->output_picture_number);
    }
    void stop() { m_parser.reset(); }

private:
    AvCodec m_context;
    std::unique_ptr<AVCodecParserContext, ParserEnd> m_parser;
};

/// Learns from all packets, as they are stored, whether their times are only those of decoding, and what can be told of the order of
/// showing even then.
class StoredOrder
{
public:
    explicit StoredOrder(const Container &container) : m_count(container) {}
    void shown(const AVPacket &packet, bool isKey, bool isEmpty)
    {
        const std::optional<int> number = m_count.of(packet);
        const bool told = packet.pts != AV_NOPTS_VALUE;
        m_anyUntold = m_anyUntold || !told;
        m_anyOfShowing = m_anyOfShowing || (told && packet.pts != packet.dts);
        // Nothing is to be learned where times of showing are told; by the way, most films tell them.
        if (m_anyOfShowing || (!m_anyUntold && ++m_packets > mostAllTold))
            m_count.stop();
        if (isKey) {
            m_leading.push_back(0);
            m_behindKey = true;
            m_keyNumber = number;
        } else if (m_behindKey && (number && m_keyNumber ? *number < *m_keyNumber : told || isEmpty)) {
            ++m_leading.back(); // it says so, or is between two others, hence shown at once: of these alone both times are known
        } else {
            m_behindKey = false;
        }
    }
    bool isByDecoding() const { return m_anyUntold && !m_anyOfShowing; }
    /// How many frames stored right behind the key (counted as they are stored) are shown before it.
    std::int64_t leading(std::size_t key) const { return isByDecoding() ? m_leading[key] : 0; }

private:
    static constexpr int mostAllTold = 16;
    PictureCount m_count;
    std::optional<int> m_keyNumber; ///< of the last key, as the pictures are counted
    int m_packets = 0;              ///< while all told
    std::vector<std::int64_t> m_leading;
    bool m_behindKey = false, m_anyUntold = false, m_anyOfShowing = false;
};

/// Whether to believe what packets are called. A file that calls all of them keys may only have nothing that says which are: then their
/// bytes are asked, for what is made from pictures before it does not come out right by itself.
class CalledKeys
{
public:
    explicit CalledKeys(const AVCodecParameters &parameters) : m_parameters(parameters), m_doubtful(!isAllKeys(parameters.codec_id)) {}
    void add(const AVPacket &packet, bool isKey)
    {
        m_doubtful = m_doubtful && isKey;
        if (m_doubtful)
            m_own.push_back(isKeyByItsBytes(packet, m_parameters).value_or(true));
    }
    /// Of what was called a key, as number @p n.
    bool isKey(std::size_t n) const { return !m_doubtful || n >= m_own.size() || m_own[n]; }

private:
    const AVCodecParameters &m_parameters;
    bool m_doubtful;
    std::vector<bool> m_own;
};

/// MPEG-4 as it is packed into AVI files puts two frames into one packet, and an empty one where the second would be, which may be
/// called a key and is none.
bool isEmptyFrame(const AVPacket &packet, AVCodecID codec)
{
    constexpr int mostBytes = 19; // as the decoder has it
    return codec == AV_CODEC_ID_MPEG4 && packet.pts == AV_NOPTS_VALUE && packet.size <= mostBytes;
}

/// From each frame to the next, by length; @p times are sorted.
std::vector<std::int64_t> stepsByLength(const std::vector<std::int64_t> &times)
{
    std::vector<std::int64_t> steps;
    for (std::size_t i = 1; i < times.size(); ++i)
        steps.push_back(times[i] - times[i - 1]);
    std::sort(steps.begin(), steps.end());
    return steps;
}

/// What packets say of how long they are on show. One that is said of all of them alike may only be the container's guess at a rate
/// which can be far above that of a film that varies it.
class ToldLengths
{
public:
    void add(std::int64_t length)
    {
        m_all.push_back(length);
        m_alike = m_alike && length == m_all.front();
    }
    /// Of the one that was added as number @p at, where frames are usually @p usual apart (0: there is only one).
    std::int64_t of(std::size_t at, std::int64_t usual) const
    {
        const std::int64_t told = m_all[at];
        const bool believed = told > 0 && told < mostTold && (!m_alike || told >= usual / 2);
        return believed ? told : usual;
    }

private:
    static constexpr std::int64_t mostTold = std::int64_t{1} << 40; ///< damage, in any time base
    std::vector<std::int64_t> m_all;
    bool m_alike = true;
};

/// How long the last of @p times is on show.
std::int64_t sortAndMeasureLast(std::vector<std::int64_t> &times, const ToldLengths &lengths)
{
    const auto last = std::distance(times.begin(), std::ranges::max_element(times));
    sortUnique(times);
    const std::vector<std::int64_t> steps = stepsByLength(times);
    return lengths.of(static_cast<std::size_t>(last), steps.empty() ? 0 : steps[steps.size() / 2]);
}

void onOneClock(std::vector<PacketPlace> &places, const Container &container)
{
    for (PacketPlace &place : places) {
        const std::int64_t offset = container.clockOffset(place.pos);
        place.pts += offset;
        place.dts += place.dts != AV_NOPTS_VALUE ? offset : 0;
    }
}

std::size_t firstFrom(std::int64_t pos, const std::vector<std::int64_t> &places)
{
    return static_cast<std::size_t>(std::distance(places.begin(), std::ranges::lower_bound(places, pos)));
}

/// Where a recording that begins at @p pos has its first key: what comes before is made from pictures that are not in the file.
std::int64_t keyFrom(std::int64_t pos, const std::vector<PacketPlace> &keys)
{
    const auto key = std::ranges::lower_bound(keys, pos, {}, &PacketPlace::pos);
    return key == keys.end() ? INT64_MAX : key->pos;
}

} // namespace

/// All times come to be of one clock.
void FrameIndex::followClock(std::vector<ClockBreak> breaks, Container &container, const Stored &stored)
{
    m_clockBreaks = std::move(breaks);
    container.setClockBreaks(m_clockBreaks);
    for (std::size_t n = 0; n < stored.places.size(); ++n)
        m_pts[n] += container.clockOffset(stored.places[n]);
    onOneClock(stored.keys, container);
    onOneClock(stored.damaged, container);
    for (const ClockBreak &clock : m_clockBreaks) {
        if (!clock.isJoin)
            continue;
        const std::size_t begin = firstFrom(clock.pos, stored.places);
        // Further on there is none that is shown before these, only what was stamped wrong.
        const std::size_t reordered = std::min(begin + mostReordered, m_pts.size());
        const auto first = std::min_element(m_pts.begin() + static_cast<std::ptrdiff_t>(begin), m_pts.begin() + static_cast<std::ptrdiff_t>(reordered));
        if (begin < reordered)
            m_joins.push_back(*first);
        for (std::size_t n = begin, end = firstFrom(keyFrom(clock.pos, stored.keys), stored.places); n < end; ++n)
            m_damaged.push_back(m_pts[n]);
    }
}

std::vector<std::int64_t> FrameIndex::joins() const
{
    std::vector<std::int64_t> frames;
    for (const std::int64_t pts : m_joins)
        frames.push_back(frameAt(pts));
    return frames;
}

Outcome<FrameIndex> FrameIndex::of(Container &container)
{
    FrameIndex index;
    std::vector<PacketPlace> keys, damaged;
    std::vector<std::int64_t> places; // of each time in m_pts, in a transport stream
    StoredOrder order(container);
    ToldLengths lengths; // of each time in m_pts
    CalledKeys called(*container.stream()->codecpar);
    ClockWatch watch(container.timeBase());
    container.rewind();
    const AvPacket packet(av_packet_alloc());
    while (container.read(packet.get())) {
        if (++index.m_packets == 1)
            index.m_beginsWithoutKey = (packet->flags & AV_PKT_FLAG_KEY) == 0;
        const PacketPlace place = PacketPlace::of(*packet);
        const std::int64_t pts = place.pts;
        watch.add(*packet);
        // Packets that an edit list cuts away are decoded but never shown.
        if (pts == AV_NOPTS_VALUE || (packet->flags & AV_PKT_FLAG_DISCARD) != 0)
            continue;
        if (std::ssize(index.m_pts) >= limits::maxFrames)
            return DecodeError::TooManyFrames;
        index.m_pts.push_back(pts);
        lengths.add(packet->duration);
        if (container.isTransportStream())
            places.push_back(place.pos);
        const bool empty = isEmptyFrame(*packet, container.codec()->codec_id);
        const bool isKey = (packet->flags & AV_PKT_FLAG_KEY) != 0 && !empty;
        order.shown(*packet, isKey, empty);
        if (isKey)
            keys.push_back(place);
        called.add(*packet, isKey);
        if ((packet->flags & AV_PKT_FLAG_CORRUPT) != 0)
            damaged.push_back(place);
    }
    if (container.patience().spent())
        return container.patience().reason();
    if (index.m_pts.empty())
        return DecodeError::Damaged;
    if (container.isTransportStream())
        index.followClock(watch.finish(), container, {places, keys, damaged});
    for (const PacketPlace &place : damaged)
        index.m_damaged.push_back(place.pts);
    const std::int64_t stored = index.count();
    index.m_lengthOfLast = sortAndMeasureLast(index.m_pts, lengths);
    index.m_hidden = stored - index.count();
    sortUnique(index.m_damaged);
    index.m_byDecoding = order.isByDecoding();
    index.m_beginsWithoutKey = index.m_beginsWithoutKey || !called.isKey(0);
    for (std::size_t n = 0; n < keys.size(); ++n) {
        if (!called.isKey(n))
            continue;
        index.m_keys.push_back({std::min(index.frameAt(keys[n].pts) + order.leading(n), index.count() - 1), keys[n], true});
    }
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
    const std::vector<std::int64_t> steps = stepsByLength(m_pts);
    if (steps.empty())
        return {};
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

std::int64_t FrameIndex::numberOf(std::int64_t time, int keptBack) const
{
    return m_byDecoding ? std::max<std::int64_t>(0, frameAt(time) - keptBack) : frameAt(time);
}

std::int64_t FrameIndex::keyBefore(std::int64_t frame) const
{
    const auto after = std::ranges::upper_bound(m_keys, frame, {}, &KeyPacket::number);
    return after == m_keys.begin() ? 0 : std::distance(m_keys.begin(), after) - 1;
}

} // namespace arb::decode
