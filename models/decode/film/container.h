// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "film/faultlog.h"

#include <decode/format.h>
#include <decode/outcome.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

namespace arb::decode {

template<typename T, void (*release)(T **)>
struct AvFree
{
    void operator()(T *object) const { release(&object); }
};
using AvFrame = std::unique_ptr<AVFrame, AvFree<AVFrame, av_frame_free>>;
using AvPacket = std::unique_ptr<AVPacket, AvFree<AVPacket, av_packet_free>>;
using AvCodec = std::unique_ptr<AVCodecContext, AvFree<AVCodecContext, avcodec_free_context>>;

inline constexpr AVRational microseconds{1, 1'000'000};

/// Says when a request has to end: abandoned by the caller, or out of time.
class Patience
{
public:
    void begin(Abandoned abandoned);
    void end() { m_abandoned = {}; }
    bool spent() const;
    DecodeError reason() const;

private:
    Abandoned m_abandoned;
    std::chrono::steady_clock::time_point m_deadline = std::chrono::steady_clock::time_point::max();
};

/// Where a packet of a stream stands, in stream time. Without a decoding time the other one has to do, and the other way round.
struct PacketPlace
{
    std::int64_t pts = AV_NOPTS_VALUE; ///< as the index counts: shown at, else decoded at
    std::int64_t dts = AV_NOPTS_VALUE;
    std::int64_t pos = -1; ///< in the file, bytes; -1 unknown
    static PacketPlace of(const AVPacket &packet);
};

/// A place in a file where its clock starts again: another recording begins there, or the clock has come to its end, at 0.
struct ClockBreak
{
    std::int64_t pos = 0;    ///< of the first packet behind it, bytes
    std::int64_t offset = 0; ///< stream time: what makes times from there on follow those before the first break
    bool isJoin = true;      ///< another recording
};

/// Where in the file a packet with that time is.
struct TimeMark
{
    std::int64_t time = 0; ///< stream time
    std::int64_t pos = 0;  ///< bytes
};

/// How stored pixels come upright: turned first, then mirrored.
struct DisplayTurn
{
    int degrees = 0;       ///< clockwise: 0, 90, 180, 270
    bool mirrored = false; ///< left to right
    int orientation() const; ///< both in one, 1 to 8 as EXIF counts them (see upright())
};

/// A film's bytes, taken apart into packets: one stream open with its decoder, all others discarded. Reads only the one
/// descriptor it duplicated; whatever else the file names is refused.
class Container
{
public:
    /// @p threads: of the decoder. One frame by itself comes soonest from one.
    static Outcome<std::unique_ptr<Container>> open(int fd, AVMediaType type, const Abandoned &abandoned, int threads);
    ~Container();
    Container(const Container &) = delete;
    Container &operator=(const Container &) = delete;

    AVFormatContext *format() const { return m_format; }
    AVStream *stream() const { return m_stream; }
    AVCodecContext *codec() const { return m_codec.get(); }
    int fd() const { return m_fd; }  ///< its own
    DisplayTurn displayTurn() const; ///< to quarter turns, as the file's display matrix says
    AVRational timeBase() const { return m_stream->time_base; }
    bool has(AVMediaType type) const; ///< of a kind that is let in
    /// The sound of the film, also of a kind that is not let in; null: it has none.
    const AVCodecParameters *sound() const;
    AVStream *playedSound() const; ///< the one that a container opened for sound would have open; null: none that is let in
    /// From now on read() also hands over what it comes by of @p stream, another one; empty: no more.
    void overhear(AVStream *stream, std::function<void(const AVPacket &)> heard);
    std::int64_t size() const { return m_size; } ///< bytes of the file that are read
    Patience &patience() { return m_patience; }
    FaultLog &faults() { return m_faults; }
    bool holdsSecondRecording() const { return m_secondRecording; } ///< behind this film, which is the first one of the file
    bool isTransportStream() const { return m_transport; } ///< its packets have places, and can be sought by these
    /// From now on all packets have the times of one clock that runs through, and are sought by their places. @p breaks and @p marks
    /// (with the times that are stored) are as they lie in the file; without marks there is no use in seek(). Only of transport streams.
    void setClockBreaks(std::vector<ClockBreak> breaks, const std::vector<TimeMark> &marks = {});
    /// What is added to the stored times of a packet at @p pos.
    std::int64_t clockOffset(std::int64_t pos) const;
    /// The next packet of the stream, or false at the end, on damage that cannot be passed over, or when patience is spent.
    bool read(AVPacket *packet);
    /// To the last key at or before @p pts (stream time), and forgets what the decoder had. Some containers land elsewhere.
    bool seek(std::int64_t pts);
    /// To the key packet that stands at @p key: read() gives that one next. False when it does not come again (or patience is
    /// spent); what read() gives then is anything. Forgets what the decoder had.
    bool seekToKey(const PacketPlace &key);
    void rewind(); ///< to the first packet

private:
    Container() = default;
    Outcome<bool> openFormat(int fd);
    Outcome<bool> openCodec(AVMediaType type, int threads);
    int bestStream(AVMediaType type) const;
    bool comesNext(const PacketPlace &key, int mostPackets);
    bool readNext(AVPacket *packet);
    void setTime(AVPacket *packet);
    bool seekToByte(std::int64_t pos);
    bool seekToKeyByPlace(const PacketPlace &key);
    static int readBytes(void *self, std::uint8_t *to, int size);
    static std::int64_t seekBytes(void *self, std::int64_t offset, int whence);

    int m_fd = -1;
    std::int64_t m_size = 0; ///< of the film, bytes from the beginning; what lies behind is not read
    bool m_secondRecording = false;
    std::int64_t m_at = 0;
    std::function<void(const AVPacket &)> m_overheard; ///< of packets of other streams
    AVIOContext *m_io = nullptr;
    AVFormatContext *m_format = nullptr;
    AVStream *m_stream = nullptr;
    AvPacket m_held{av_packet_alloc()}; ///< read in advance
    bool m_holds = false;
    bool m_seeksByDts = false;    ///< which time the container's own table is by
    bool m_seeksByNumber = false; ///< the times of that table count packets from the beginning
    bool m_transport = false;
    std::vector<ClockBreak> m_breaks; ///< by place
    std::vector<TimeMark> m_marks;    ///< by time, which is that of one clock
    std::int64_t m_lastPos = -1;      ///< of what was read last, for packets that are stored behind another in one
    FaultLog m_faults;
    AvCodec m_codec; ///< speaks to the log
    Patience m_patience;
};

} // namespace arb::decode
