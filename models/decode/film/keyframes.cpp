// SPDX-License-Identifier: GPL-3.0-or-later
#include "film/keyframes.h"

#include <decode/limits.h>

#include <algorithm>
#include <utility>

namespace arb::decode {

namespace {

constexpr int mostTries = 3;        ///< key frames one before the other, where the nearest is damaged

} // namespace

/// One packet and a flush: the frame comes out at once, whatever the order of the frames is.
AvFrame KeyFrames::decodeOne()
{
    AVCodecContext *codec = m_container->codec();
    const AvPacket packet(av_packet_alloc());
    AvFrame frame(av_frame_alloc());
    bool came = false;
    if (m_container->read(packet.get())) {
        avcodec_send_packet(codec, packet.get());
        avcodec_send_packet(codec, nullptr);
        came = avcodec_receive_frame(codec, frame.get()) == 0 && limits::fits(frame->width, frame->height);
    }
    avcodec_flush_buffers(codec);
    return came ? std::move(frame) : nullptr;
}

Outcome<KeyFrames::Found> KeyFrames::before(std::int64_t frame, const FrameIndex &index, int fd, const Abandoned &abandoned)
{
    if (!m_container) {
        Outcome<std::unique_ptr<Container>> opened = Container::open(fd, AVMEDIA_TYPE_VIDEO, abandoned, 1);
        if (!opened)
            return opened.error();
        m_container = std::move(*opened);
        m_container->setClockBreaks(index.clockBreaks());
        m_container->codec()->skip_frame = AVDISCARD_NONKEY;
    }
    Patience &patience = m_container->patience();
    patience.begin(abandoned);
    std::int64_t at = index.keyBefore(frame);
    Found found;
    if (!index.keyPacket(at).isKey) {
        patience.end();
        return found;
    }
    for (int tries = 0; tries < mostTries && at >= 0 && index.keyPacket(at).isKey && !found.frame && !patience.spent(); ++tries, --at) {
        if (!m_container->seekToKey(index.keyPacket(at).place))
            continue;
        m_container->faults().take();
        FaultLog::feeding(m_container->codec(), index.key(at));
        found.frame = decodeOne();
        found.number = index.key(at);
        found.damaged = !m_container->faults().take().empty() || (found.frame && (found.frame->flags & AV_FRAME_FLAG_CORRUPT) != 0);
    }
    const bool spent = !found.frame && patience.spent();
    const DecodeError reason = spent ? patience.reason() : DecodeError::Damaged;
    patience.end();
    if (!found.frame)
        return reason;
    return found;
}

} // namespace arb::decode
