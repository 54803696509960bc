// SPDX-License-Identifier: GPL-3.0-or-later
#include "film/clockbreaks.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <utility>

namespace arb::decode {

namespace {

constexpr std::size_t rememberedStamps = 32; ///< they say where a clock ended and how fast it ran
constexpr std::size_t weighedStamps = 16;    ///< of these, the last, three of four have to be ahead of a clock that has gone back
constexpr std::size_t certainStamps = 8;     ///< so many in a row are a clock …
constexpr std::size_t leastStamps = 3;       ///< … and so many at the end of the file; the first ones have to be behind
constexpr std::int64_t mostSteps = 4;        ///< between two of them
constexpr std::size_t mostBreaks = 10'000;
constexpr std::int64_t clockTicks = std::int64_t{1} << 33; ///< a time of presentation has 33 bits (ISO 13818-1, 2.4.3.7) …
constexpr AVRational clockTick{1, 90'000};                 ///< … and counts these
constexpr std::int64_t halfSecondUs = 500'000, longestHoleUs = 10'000'000;
constexpr std::int64_t farthestStamp = std::int64_t{1} << 60; ///< beyond it there is no time, only damage

/// Of what lies between times next to each other; 1 when that says nothing.
template<typename Stamps>
std::int64_t usualStepOf(const Stamps &stamps)
{
    std::vector<std::int64_t> steps;
    for (std::size_t n = 1; n < stamps.size(); ++n) {
        if (const std::int64_t step = stamps[n].dts - stamps[n - 1].dts; step > 0)
            steps.push_back(step);
    }
    if (steps.empty())
        return 1;
    const auto middle = steps.begin() + std::ssize(steps) / 2;
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
}

} // namespace

ClockWatch::ClockWatch(AVRational timeBase)
    : m_wrap(av_rescale_q(clockTicks, clockTick, timeBase))
    , m_half(av_rescale_q(halfSecondUs, microseconds, timeBase))
    , m_longest(av_rescale_q(longestHoleUs, microseconds, timeBase))
{
}

void ClockWatch::add(const AVPacket &packet)
{
    if (packet.pos < 0 || packet.dts == AV_NOPTS_VALUE || packet.dts < -farthestStamp || packet.dts > farthestStamp)
        return;
    const bool told = packet.pts != AV_NOPTS_VALUE && packet.pts > -farthestStamp && packet.pts < farthestStamp;
    const Stamp stamp{packet.pos, told ? packet.pts : packet.dts, packet.dts};
    if (!m_again.empty()) {
        if (goesOn(stamp)) {
            m_again.push_back(stamp);
            if (m_again.size() >= certainStamps)
                breakHere();
            return;
        }
        for (const Stamp &wrong : std::exchange(m_again, {}))
            remember(wrong);
    }
    if (isBehind(stamp))
        m_again.push_back(stamp);
    else
        remember(stamp);
}

bool ClockWatch::isBehind(const Stamp &stamp) const
{
    if (m_last.size() < leastStamps || stamp.pos <= m_last.back().pos || m_last.back().dts - stamp.dts < m_half)
        return false;
    const std::size_t weighed = std::min(weighedStamps, m_last.size());
    const auto ahead = std::count_if(m_last.end() - static_cast<std::ptrdiff_t>(weighed), m_last.end(), [&stamp](const Stamp &before) { return before.dts > stamp.dts; });
    return static_cast<std::size_t>(ahead) * 4 >= weighed * 3;
}

/// A clock that has started again runs on as the one before did; what returns to the old one was stamped wrong.
bool ClockWatch::goesOn(const Stamp &stamp) const
{
    const std::int64_t step = stamp.dts - m_again.back().dts;
    const bool isStep = step >= 0 && step <= mostSteps * std::max(usualStepOf(m_last), usualStepOf(m_again));
    return isStep && stamp.pos >= m_again.back().pos && (m_again.size() >= leastStamps || stamp.dts < m_last.back().dts);
}

void ClockWatch::remember(const Stamp &stamp)
{
    m_last.push_back(stamp);
    if (m_last.size() > rememberedStamps)
        m_last.pop_front();
}

/// How far the clock went back; one that comes to its end goes on without a hole.
bool ClockWatch::isWrap(std::int64_t back) const
{
    return std::abs(back - m_wrap) <= m_longest;
}

/// The new clock begins one step behind the last picture of the old one, in the order of decoding as well as in that of showing.
void ClockWatch::breakHere()
{
    std::int64_t endDts = m_last.back().dts, endPts = m_last.back().pts;
    std::vector<std::int64_t> times;
    for (const Stamp &stamp : m_last)
        times.push_back(stamp.dts);
    const auto middle = times.begin() + std::ssize(times) / 2;
    std::nth_element(times.begin(), middle, times.end());
    const auto isTrue = [&](std::int64_t time) { return std::abs(time - *middle) <= m_longest; };
    for (const Stamp &stamp : m_last) {
        endDts = !isTrue(endDts) || (isTrue(stamp.dts) && stamp.dts > endDts) ? stamp.dts : endDts;
        endPts = !isTrue(endPts) || (isTrue(stamp.pts) && stamp.pts > endPts) ? stamp.pts : endPts;
    }
    std::int64_t beginPts = m_again.front().pts;
    for (const Stamp &stamp : m_again)
        beginPts = std::min(beginPts, stamp.pts);
    const std::int64_t before = m_breaks.empty() ? 0 : m_breaks.back().offset, step = usualStepOf(m_last);
    const bool wraps = isWrap(endDts + step - m_again.front().dts);
    const std::int64_t offset = before + (wraps ? m_wrap : step + std::max(endDts - m_again.front().dts, endPts - beginPts));
    if (m_breaks.size() < mostBreaks)
        m_breaks.push_back({m_again.front().pos, offset, !wraps});
    m_last.assign(m_again.begin(), m_again.end());
    m_again.clear();
}

std::vector<ClockBreak> ClockWatch::finish()
{
    if (m_again.size() >= leastStamps)
        breakHere();
    return std::move(m_breaks);
}

namespace {

constexpr std::int64_t markEveryUs = 500'000;

/// The breaks of the pictures, each where the sound has come to it: the two are stored side by side, not in step.
std::vector<ClockBreak> placedInSound(std::vector<ClockBreak> pictures, const std::vector<ClockBreak> &sound)
{
    for (std::size_t n = 0; n < pictures.size(); ++n) {
        const std::int64_t at = pictures[n].pos;
        const std::int64_t from = n > 0 ? pictures[n - 1].pos : -1; // as moved already: they stay in order
        const std::int64_t to = n + 1 < pictures.size() ? pictures[n + 1].pos : INT64_MAX;
        const ClockBreak *nearest = nullptr;
        for (const ClockBreak &own : sound) {
            if (own.pos > from && own.pos < to && (nearest == nullptr || std::abs(own.pos - at) < std::abs(nearest->pos - at)))
                nearest = &own;
        }
        if (nearest != nullptr)
            pictures[n].pos = nearest->pos;
    }
    return pictures;
}

} // namespace

void followClock(Container &sound)
{
    AVFormatContext *format = sound.format();
    const int pictures = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    if (!sound.isTransportStream() || pictures < 0)
        return;
    AVStream *video = format->streams[pictures];
    ClockWatch watch(video->time_base), own(sound.timeBase());
    std::vector<TimeMark> marks;
    const std::int64_t apart = av_rescale_q(markEveryUs, microseconds, sound.timeBase());
    sound.rewind();
    video->discard = AVDISCARD_DEFAULT;
    const AvPacket packet(av_packet_alloc());
    std::int64_t pos = -1; // of pictures that are stored behind another in one packet, as Container counts it
    while (!sound.patience().spent() && av_read_frame(format, packet.get()) >= 0) {
        const bool isSound = packet->stream_index == sound.stream()->index;
        if (packet->stream_index == pictures) {
            packet->pos = pos = packet->pos >= 0 ? packet->pos : pos;
            watch.add(*packet);
        }
        if (isSound)
            own.add(*packet);
        const bool marked = isSound && packet->pos >= 0 && packet->dts != AV_NOPTS_VALUE;
        if (marked && (marks.empty() || packet->dts < marks.back().time || packet->dts - marks.back().time >= apart))
            marks.push_back({packet->dts, packet->pos});
        av_packet_unref(packet.get());
    }
    video->discard = AVDISCARD_ALL;
    std::vector<ClockBreak> breaks = watch.finish();
    if (!breaks.empty())
        sound.setClockBreaks(placedInSound(std::move(breaks), own.finish()), marks);
}

} // namespace arb::decode
