// SPDX-License-Identifier: GPL-3.0-or-later
#include "film/keyframes.h"

#include <decode/limits.h>

#include <algorithm>
#include <utility>

namespace arb::decode {

namespace {

constexpr int mostTries = 3;        ///< key frames one before the other, where the nearest is damaged
constexpr int mostPackets = 10'000; ///< until a key frame comes after a seek

} // namespace

/// One packet and a flush: the frame comes out at once, whatever the order of the frames is.
KeyFrames::Found KeyFrames::decodeOne(std::int64_t latest, const FrameIndex &index)
{
    AVCodecContext *codec = m_container->codec();
    const AvPacket packet(av_packet_alloc());
    Found found;
    for (int n = 0; n < mostPackets && m_container->read(packet.get()); ++n) {
        if ((packet->flags & AV_PKT_FLAG_KEY) == 0)
            continue;
        AvFrame frame(av_frame_alloc());
        avcodec_send_packet(codec, packet.get());
        avcodec_send_packet(codec, nullptr);
        if (avcodec_receive_frame(codec, frame.get()) == 0 && limits::fits(frame->width, frame->height)) {
            const std::int64_t pts = frame->best_effort_timestamp;
            found.number = pts == AV_NOPTS_VALUE ? latest : index.frameAt(pts);
            found.frame = std::move(frame);
        }
        break;
    }
    avcodec_flush_buffers(codec);
    return found;
}

Outcome<KeyFrames::Found> KeyFrames::before(std::int64_t frame, const FrameIndex &index, int fd, const Abandoned &abandoned)
{
    if (!m_container) {
        Outcome<std::unique_ptr<Container>> opened = Container::open(fd, AVMEDIA_TYPE_VIDEO, abandoned, 1);
        if (!opened)
            return opened.error();
        m_container = std::move(*opened);
        m_container->codec()->skip_frame = AVDISCARD_NONKEY;
    }
    Patience &patience = m_container->patience();
    patience.begin(abandoned);
    std::int64_t key = index.keyBefore(frame);
    Found found;
    for (int tries = 0; tries < mostTries && key >= 0 && !found.frame && !patience.spent(); ++tries, --key) {
        if (key == 0)
            m_container->rewind();
        else if (!m_container->seek(index.pts(index.key(key))))
            continue;
        found = decodeOne(index.key(key), index);
    }
    const bool spent = !found.frame && patience.spent();
    const DecodeError reason = spent ? patience.reason() : DecodeError::Damaged;
    patience.end();
    if (!found.frame)
        return reason;
    return found;
}

} // namespace arb::decode
