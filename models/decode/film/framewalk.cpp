// SPDX-License-Identifier: GPL-3.0-or-later
#include "film/framewalk.h"

#include <decode/limits.h>

#include <algorithm>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace arb::decode {

namespace {

constexpr int mostFaultsInTail = 64;

} // namespace

Outcome<std::unique_ptr<FrameWalk>> FrameWalk::open(int fd, Frames frames, const Abandoned &abandoned)
{
    constexpr int threads = 1; // the other processors belong to whoever looks at something
    Outcome<std::unique_ptr<Container>> container = Container::open(fd, AVMEDIA_TYPE_VIDEO, abandoned, threads);
    if (!container)
        return container.error();
    Outcome<FrameIndex> index = FrameIndex::of(**container);
    if (!index)
        return index.error();
    std::unique_ptr<FrameWalk> walk(new FrameWalk);
    walk->m_container = std::move(*container);
    walk->m_index = std::move(*index);
    walk->m_container->rewind();
    if (walk->m_index.beginsWithoutKey() && makesUpWhatIsMissing(*walk->m_container->codec()))
        walk->m_damage.beginsWithoutKey();
    const bool all = frames == Frames::All || walk->m_index.isByDecoding(); // its frames are counted: none may be missing
    walk->m_container->codec()->skip_frame = all ? AVDISCARD_DEFAULT : AVDISCARD_NONREF;
    walk->m_container->patience().end();
    return walk;
}

const AVFrame *FrameWalk::next()
{
    AVCodecContext *codec = m_container->codec();
    while (!m_container->patience().spent()) {
        const int status = avcodec_receive_frame(codec, m_frame.get());
        if (status == 0) {
            const std::int64_t pts = m_frame->best_effort_timestamp;
            const std::int64_t number = pts == AV_NOPTS_VALUE ? m_number + 1 : m_index.numberOf(pts, codec->has_b_frames);
            if (number <= m_number || number >= m_index.count() || !limits::fits(m_frame->width, m_frame->height))
                continue; // before the film begins, or damage
            m_index.isByDecoding() ? noteFaultsByPacket(number) : noteFaults();
            m_number = number;
            m_damage.came(*m_frame, number);
            return m_frame.get();
        }
        // One damaged frame among the last ones is not the end of them.
        const bool fault = status != AVERROR(EAGAIN) && status != AVERROR_EOF;
        if (status == AVERROR_EOF || (m_drained && (!fault || ++m_faultsAtEnd > mostFaultsInTail))) {
            m_damage.end(m_index.count());
            return nullptr;
        }
        if (m_drained)
            continue;
        if (m_container->read(m_packet.get())) {
            send();
        } else if (!m_container->patience().spent()) {
            m_drained = true;
            avcodec_send_packet(codec, nullptr);
        }
    }
    return nullptr;
}

void FrameWalk::noteFaults()
{
    for (const std::int64_t broken : m_container->faults().take())
        m_damage.lost(broken);
}

/// Packets are numbered as they are stored: a broken one spoils its own frame and those stored behind it up to the next key, one of a
/// frame between two others (B) only that.
void FrameWalk::noteFaultsByPacket(std::int64_t number)
{
    for (const std::int64_t broken : m_container->faults().take())
        notePacket(broken);
    const std::int64_t own = FaultLog::numberFed(*m_frame);
    if (m_frame->key_frame != 0)
        m_brokenPackets.erase(m_brokenPackets.begin(), m_brokenPackets.lower_bound(own));
    if (m_brokenPackets.empty() || *m_brokenPackets.begin() > own)
        return;
    m_damage.lost(number);
    if (standsAlone(*m_frame))
        m_brokenPackets.erase(own);
}

void FrameWalk::notePacket(std::int64_t broken)
{
    if (broken >= 0 && m_brokenPackets.size() < limits::maxGaps)
        m_brokenPackets.insert(broken);
}

/// With one thread, what sending a packet answers is about that packet.
void FrameWalk::send()
{
    const std::int64_t pts = m_packet->pts != AV_NOPTS_VALUE ? m_packet->pts : m_packet->dts;
    const bool shown = pts != AV_NOPTS_VALUE && (m_packet->flags & AV_PKT_FLAG_DISCARD) == 0;
    const std::int64_t number = shown ? m_index.frameAt(pts) : -1;
    FaultLog::feeding(m_container->codec(), number, isReferredTo(*m_packet, *m_container->codec()));
    const int status = avcodec_send_packet(m_container->codec(), m_packet.get());
    if (status < 0 && status != AVERROR(EAGAIN))
        m_index.isByDecoding() ? notePacket(number) : m_damage.lost(number);
}

std::int64_t FrameWalk::ptsUs() const
{
    return av_rescale_q(m_index.pts(std::max<std::int64_t>(0, m_number)), m_container->timeBase(), microseconds);
}

int FrameWalk::permille() const
{
    return static_cast<int>((m_number + 1) * 1000 / m_index.count());
}

std::optional<LumaPlane> lumaOf(const AVFrame &frame)
{
    const AVPixFmtDescriptor *format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    if (format == nullptr || (format->flags & (AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BE)) != 0)
        return std::nullopt;
    const AVComponentDescriptor &first = format->comp[0]; // of RGB in planes that is one colour, which does as well
    const bool bytes = first.step == 1 && first.depth == 8, words = first.step == 2 && first.depth > 8 && first.depth <= 16;
    if (first.offset != 0 || (!bytes && !words) || frame.data[first.plane] == nullptr)
        return std::nullopt;
    return LumaPlane{frame.data[first.plane], frame.linesize[first.plane], frame.width, frame.height, bytes ? -1 : first.shift + first.depth - 8};
}

namespace {

/// Adds up row @p row of @p plane into the 96 areas it crosses.
void addRow(const LumaPlane &plane, const std::uint8_t *row, std::array<int, SmallLuma::width> &sums)
{
    for (int x = 0; x < SmallLuma::width; ++x) {
        const int from = x * plane.width / SmallLuma::width, to = std::max(from + 1, (x + 1) * plane.width / SmallLuma::width);
        int sum = 0;
        if (plane.shift < 0) {
            for (int at = from; at < to; ++at)
                sum += row[at];
        } else {
            for (int at = from; at < to; ++at)
                sum += plane.at(row, at);
        }
        sums[static_cast<std::size_t>(x)] += sum / (to - from);
    }
}

} // namespace

SmallLuma smallLuma(const LumaPlane &plane)
{
    constexpr int mostRows = 8; // of an area: more change nothing and cost as much as decoding
    SmallLuma small;
    for (int y = 0; y < SmallLuma::height; ++y) {
        const int from = y * plane.height / SmallLuma::height, to = std::max(from + 1, (y + 1) * plane.height / SmallLuma::height);
        const int step = std::max(1, (to - from) / mostRows);
        std::array<int, SmallLuma::width> sums{};
        int rows = 0;
        for (int at = from; at < to; at += step, ++rows)
            addRow(plane, plane.start + at * plane.stride, sums);
        for (int x = 0; x < SmallLuma::width; ++x)
            small.pixels[static_cast<std::size_t>(y * SmallLuma::width + x)] = static_cast<std::uint8_t>(std::min(255, sums[static_cast<std::size_t>(x)] / rows));
    }
    return small;
}

} // namespace arb::decode
