// SPDX-License-Identifier: GPL-3.0-or-later
#include "film/container.h"

#include "filestatus.h"
#include "film/secondrecording.h"

#include <decode/limits.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <span>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

extern "C" {
#include <libavutil/dict.h>
#include <libavutil/display.h>
}

namespace arb::decode {

void Patience::begin(Abandoned abandoned)
{
    m_abandoned = std::move(abandoned);
    m_deadline = std::chrono::steady_clock::now() + limits::videoRequest;
}

bool Patience::spent() const
{
    return (m_abandoned && m_abandoned()) || std::chrono::steady_clock::now() > m_deadline;
}

DecodeError Patience::reason() const
{
    return m_abandoned && m_abandoned() ? DecodeError::Abandoned : DecodeError::TimedOut;
}

namespace {

int refuseToOpen(AVFormatContext *, AVIOContext **, const char *, int, AVDictionary **)
{
    return AVERROR(EPERM);
}

int patienceSpent(void *patience)
{
    return static_cast<Patience *>(patience)->spent() ? 1 : 0;
}

constexpr int mostFaults = 32;
constexpr int nearKey = 16;          ///< so few packets before a key are read rather than sought again
constexpr int anywhereBefore = INT_MAX; ///< to the key from the beginning of the film; patience ends it
constexpr std::int64_t wayBackUs = 2'000'000;

const char *demuxerName(FileFormat format)
{
    switch (format) {
    case FileFormat::Mp4: return "mov";
    case FileFormat::Matroska: return "matroska";
    case FileFormat::Avi: return "avi";
    case FileFormat::MpegTs: return "mpegts";
    case FileFormat::Unknown:
    case FileFormat::Jpeg:
    case FileFormat::Png:
    case FileFormat::Webp:
    case FileFormat::Heif:
    case FileFormat::Avif:
    case FileFormat::Pdf: break;
    }
    return nullptr;
}

bool isCodecLetIn(AVCodecID codec)
{
    switch (codec) {
    case AV_CODEC_ID_H264:
    case AV_CODEC_ID_HEVC:
    case AV_CODEC_ID_VP8:
    case AV_CODEC_ID_VP9:
    case AV_CODEC_ID_AV1:
    case AV_CODEC_ID_MPEG4:
    case AV_CODEC_ID_H263:
    case AV_CODEC_ID_MPEG1VIDEO:
    case AV_CODEC_ID_MPEG2VIDEO:
    case AV_CODEC_ID_MJPEG:
    case AV_CODEC_ID_AAC:
    case AV_CODEC_ID_AAC_LATM:
    case AV_CODEC_ID_MP2:
    case AV_CODEC_ID_MP3:
    case AV_CODEC_ID_OPUS:
    case AV_CODEC_ID_VORBIS:
    case AV_CODEC_ID_FLAC:
    case AV_CODEC_ID_ALAC:
    case AV_CODEC_ID_AC3:
    case AV_CODEC_ID_EAC3:
    case AV_CODEC_ID_AMR_NB:
    case AV_CODEC_ID_AMR_WB:
    case AV_CODEC_ID_ADPCM_IMA_WAV:
    case AV_CODEC_ID_ADPCM_IMA_QT:
    case AV_CODEC_ID_ADPCM_MS:
    case AV_CODEC_ID_PCM_ALAW:
    case AV_CODEC_ID_PCM_MULAW:
    case AV_CODEC_ID_PCM_S16LE:
    case AV_CODEC_ID_PCM_S16BE:
    case AV_CODEC_ID_PCM_S24LE:
    case AV_CODEC_ID_PCM_S24BE:
    case AV_CODEC_ID_PCM_S8:
    case AV_CODEC_ID_PCM_U8:
        return true;
    default: // an enum of FFmpeg with hundreds of values; all others stay out
        return false;
    }
}

/// Also of kinds that are not let in.
bool hasSoundOfAnyKind(const AVFormatContext *format)
{
    const std::span streams(format->streams, format->nb_streams);
    return std::ranges::any_of(streams, [](const AVStream *stream) { return stream->codecpar->codec_type == AVMEDIA_TYPE_AUDIO; });
}

} // namespace

Outcome<std::unique_ptr<Container>> Container::open(int fd, AVMediaType type, const Abandoned &abandoned, int threads)
{
    FaultLog::silence();
    std::unique_ptr<Container> made(new Container);
    made->m_patience.begin(abandoned);
    if (const Outcome<bool> opened = made->openFormat(fd); !opened)
        return made->m_patience.spent() ? made->m_patience.reason() : opened.error();
    if (const Outcome<bool> opened = made->openCodec(type, threads); !opened)
        return opened.error();
    return made;
}

Container::~Container()
{
    m_codec.reset();
    if (m_format != nullptr)
        avformat_close_input(&m_format);
    if (m_io != nullptr) {
        av_freep(&m_io->buffer);
        avio_context_free(&m_io);
    }
    if (m_fd >= 0)
        ::close(m_fd);
}

Outcome<bool> Container::openFormat(int fd)
{
    struct stat status = {};
    if (!fileStatus(fd, status) || !S_ISREG(status.st_mode))
        return DecodeError::Unreadable;
    if (status.st_size == 0)
        return DecodeError::Empty;
    const std::optional<std::int64_t> second = secondRecordingAt(fd, [this] { return m_patience.spent(); });
    m_secondRecording = second.has_value();
    m_size = second.value_or(status.st_size);
    const FileFormat kind = sniff(fd);
    const char *demuxer = demuxerName(kind);
    if (demuxer == nullptr)
        return holdsOnlySound(fd) ? DecodeError::SoundOnly : DecodeError::UnknownFormat;
    m_fd = ::fcntl(fd, F_DUPFD_CLOEXEC, 0);
    if (m_fd < 0)
        return DecodeError::Unreadable;
    constexpr int bufferSize = 64 * 1024;
    auto *buffer = static_cast<unsigned char *>(av_malloc(bufferSize));
    m_io = avio_alloc_context(buffer, bufferSize, 0, this, readBytes, nullptr, seekBytes);
    m_format = avformat_alloc_context();
    if (m_io == nullptr || m_format == nullptr)
        return DecodeError::NoMemory;
    m_format->pb = m_io;
    m_format->flags |= AVFMT_FLAG_CUSTOM_IO;
    m_format->io_open = refuseToOpen; // external data references, playlists: nothing is opened by name
    m_format->interrupt_callback = {patienceSpent, &m_patience};
    m_format->max_streams = 64;
    m_format->correct_ts_overflow = 0; // it takes another recording of an earlier clock for one that wrapped: see ClockWatch
    AVDictionary *options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "none", 0);
    av_dict_set(&options, "format_whitelist", "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts", 0);
    // The demuxer is named, not probed: bytes that look like a playlist further down cannot choose another one.
    const int opened = avformat_open_input(&m_format, nullptr, av_find_input_format(demuxer), &options);
    av_dict_free(&options);
    if (opened < 0)
        return DecodeError::Damaged;
    if (avformat_find_stream_info(m_format, nullptr) < 0)
        return DecodeError::Damaged;
    m_seeksByDts = kind == FileFormat::MpegTs || kind == FileFormat::Avi;
    m_seeksByNumber = kind == FileFormat::Avi;
    m_transport = kind == FileFormat::MpegTs;
    return true;
}

/// Below 0: there is none. Of several sounds one that can be heard: beside the one they call the best, phones store another that all can play.
int Container::bestStream(AVMediaType type) const
{
    const int best = av_find_best_stream(m_format, type, -1, -1, nullptr, 0);
    if (type != AVMEDIA_TYPE_AUDIO || (best >= 0 && isCodecLetIn(m_format->streams[best]->codecpar->codec_id)))
        return best;
    for (unsigned i = 0; i < m_format->nb_streams; ++i) {
        const AVCodecParameters *parameters = m_format->streams[i]->codecpar;
        if (parameters->codec_type == type && isCodecLetIn(parameters->codec_id))
            return static_cast<int>(i);
    }
    return best;
}

const AVCodecParameters *Container::sound() const
{
    if (const int best = bestStream(AVMEDIA_TYPE_AUDIO); best >= 0)
        return m_format->streams[best]->codecpar;
    const std::span streams(m_format->streams, m_format->nb_streams);
    const auto found = std::ranges::find_if(streams, [](const AVStream *stream) { return stream->codecpar->codec_type == AVMEDIA_TYPE_AUDIO; });
    return found == streams.end() ? nullptr : (*found)->codecpar; // what even its rate is not known of
}

Outcome<bool> Container::openCodec(AVMediaType type, int threads)
{
    const int index = bestStream(type);
    const bool cover = index >= 0 && (m_format->streams[index]->disposition & AV_DISPOSITION_ATTACHED_PIC) != 0;
    if (type == AVMEDIA_TYPE_VIDEO && (index < 0 || cover) && hasSoundOfAnyKind(m_format))
        return DecodeError::SoundOnly;
    if (index < 0)
        return DecodeError::Refused;
    m_stream = m_format->streams[index];
    for (unsigned i = 0; i < m_format->nb_streams; ++i)
        m_format->streams[i]->discard = static_cast<int>(i) == index ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    const AVCodecParameters *parameters = m_stream->codecpar;
    if (!isCodecLetIn(parameters->codec_id))
        return DecodeError::Refused;
    if (type == AVMEDIA_TYPE_VIDEO && !limits::fits(parameters->width, parameters->height))
        return parameters->width > 0 && parameters->height > 0 ? DecodeError::TooLarge : DecodeError::Damaged;
    const AVCodec *decoder = avcodec_find_decoder(parameters->codec_id);
    m_codec.reset(avcodec_alloc_context3(decoder));
    if (decoder == nullptr || !m_codec)
        return DecodeError::Refused;
    if (avcodec_parameters_to_context(m_codec.get(), parameters) < 0)
        return DecodeError::Damaged;
    m_codec->max_pixels = limits::allowedPixels;
    m_codec->pkt_timebase = m_stream->time_base;
    m_codec->thread_count = threads;
    m_faults.listenTo(m_codec.get());
    if (avcodec_open2(m_codec.get(), decoder, nullptr) < 0)
        return DecodeError::Damaged;
    return true;
}

bool Container::has(AVMediaType type) const
{
    for (unsigned i = 0; i < m_format->nb_streams; ++i) {
        const AVCodecParameters *parameters = m_format->streams[i]->codecpar;
        if (parameters->codec_type == type && isCodecLetIn(parameters->codec_id))
            return true;
    }
    return false;
}

AVStream *Container::playedSound() const
{
    const int best = bestStream(AVMEDIA_TYPE_AUDIO);
    return best >= 0 && isCodecLetIn(m_format->streams[best]->codecpar->codec_id) ? m_format->streams[best] : nullptr;
}

void Container::overhear(AVStream *stream, std::function<void(const AVPacket &)> heard)
{
    stream->discard = heard ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    m_overheard = std::move(heard);
}

bool Container::read(AVPacket *packet)
{
    if (!m_holds)
        return readNext(packet);
    m_holds = false;
    av_packet_unref(packet);
    av_packet_move_ref(packet, m_held.get());
    return true;
}

bool Container::readNext(AVPacket *packet)
{
    for (int faults = 0;;) {
        av_packet_unref(packet);
        const int status = m_patience.spent() ? AVERROR_EXIT : av_read_frame(m_format, packet);
        if (status >= 0 && packet->stream_index == m_stream->index) {
            if (m_transport)
                setTime(packet);
            return true;
        }
        if (status >= 0 && m_overheard)
            m_overheard(*packet);
        // A damaged packet is passed over; a reader that only ever fails is at its end.
        if (status == AVERROR_EOF || status == AVERROR_EXIT || (status < 0 && ++faults > mostFaults))
            return false;
    }
}

/// Of several packets that are stored in one, only the first has a place of its own.
void Container::setTime(AVPacket *packet)
{
    packet->pos = m_lastPos = packet->pos >= 0 ? packet->pos : m_lastPos;
    const std::int64_t offset = clockOffset(packet->pos);
    packet->pts += packet->pts != AV_NOPTS_VALUE ? offset : 0;
    packet->dts += packet->dts != AV_NOPTS_VALUE ? offset : 0;
}

std::int64_t Container::clockOffset(std::int64_t pos) const
{
    const auto after = std::ranges::upper_bound(m_breaks, pos, {}, &ClockBreak::pos);
    return after == m_breaks.begin() ? 0 : std::prev(after)->offset;
}

void Container::setClockBreaks(std::vector<ClockBreak> breaks, const std::vector<TimeMark> &marks)
{
    if (!m_transport)
        return;
    m_breaks = std::move(breaks);
    m_marks.clear();
    for (TimeMark mark : marks) {
        mark.time += clockOffset(mark.pos);
        if (m_marks.empty() || mark.time >= m_marks.back().time) // damage may have stamped some wrong
            m_marks.push_back(mark);
    }
}

PacketPlace PacketPlace::of(const AVPacket &packet)
{
    return {packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts, packet.dts, packet.pos};
}

bool Container::seek(std::int64_t pts)
{
    if (!m_breaks.empty()) {
        const auto after = std::ranges::upper_bound(m_marks, pts, {}, &TimeMark::time);
        return seekToByte(after == m_marks.begin() ? 0 : std::prev(after)->pos);
    }
    m_holds = false;
    const bool done = av_seek_frame(m_format, m_stream->index, pts, AVSEEK_FLAG_BACKWARD) >= 0;
    avcodec_flush_buffers(m_codec.get());
    return done;
}

bool Container::seekToByte(std::int64_t pos)
{
    m_holds = false;
    m_lastPos = pos;
    const bool done = av_seek_frame(m_format, m_stream->index, pos, AVSEEK_FLAG_BYTE) >= 0;
    avcodec_flush_buffers(m_codec.get());
    return done;
}

/// Where the clock starts again, a search by time would find one recording or the other.
bool Container::seekToKeyByPlace(const PacketPlace &key)
{
    constexpr std::int64_t bitBefore = 256 * 1024, muchBefore = 16 * bitBefore;
    for (const std::int64_t before : {std::int64_t{0}, bitBefore, muchBefore}) {
        if (key.pos >= 0 && seekToByte(std::max<std::int64_t>(0, key.pos - before)) && comesNext(key, anywhereBefore))
            return true;
        if (m_patience.spent())
            return false;
    }
    rewind();
    return comesNext(key, anywhereBefore);
}

/// Reads on to the key; behind it there is no use in that.
bool Container::comesNext(const PacketPlace &key, int mostPackets)
{
    for (int n = 0; n < mostPackets && readNext(m_held.get()); ++n) {
        const PacketPlace at = PacketPlace::of(*m_held);
        m_holds = (m_held->flags & AV_PKT_FLAG_KEY) != 0 && at.pts == key.pts;
        if (m_holds)
            return true;
        if (key.dts != AV_NOPTS_VALUE && at.dts != AV_NOPTS_VALUE && at.dts > key.dts)
            return false;
    }
    return false;
}

/// Tables are by the time of decoding (transport streams, AVI: by that of showing they land a few packets behind the key, which is
/// the next key for whoever waits for one) or by the time of showing (Matroska); which, only what arrives tells for certain.
bool Container::seekToKey(const PacketPlace &key)
{
    if (!m_breaks.empty())
        return seekToKeyByPlace(key);
    const std::int64_t dts = key.dts != AV_NOPTS_VALUE ? key.dts : key.pts;
    for (int tries = 0; tries < (dts == key.pts ? 1 : 2); ++tries) {
        const bool byDts = m_seeksByDts == (tries == 0);
        if (seek(byDts ? dts : key.pts) && comesNext(key, nearKey)) {
            m_seeksByDts = dts == key.pts ? m_seeksByDts : byDts;
            return true;
        }
        if (m_patience.spent())
            return false;
    }
    constexpr int mostBefore = 2'000;
    if (seek(std::min(dts, key.pts) - av_rescale_q(wayBackUs, microseconds, m_stream->time_base)) && comesNext(key, mostBefore))
        return true;
    rewind(); // this is how the key was found
    return comesNext(key, anywhereBefore);
}

/// Where the film is counted (AVI: the time of a packet is its number) it has to be the very first packet of the table, key or not: no
/// key before the beginning is no way to get there, and by bytes the count would go on from wherever it stood.
void Container::rewind()
{
    if (!m_breaks.empty()) {
        seekToByte(0);
        return;
    }
    m_holds = false;
    m_lastPos = -1;
    const std::int64_t start = m_stream->start_time == AV_NOPTS_VALUE ? 0 : m_stream->start_time;
    const std::int64_t early = start - av_rescale_q(10'000'000, microseconds, m_stream->time_base);
    const bool counted = m_seeksByNumber && av_seek_frame(m_format, m_stream->index, early, AVSEEK_FLAG_ANY) >= 0; // the first from there
    if (!counted && avformat_seek_file(m_format, m_stream->index, INT64_MIN, early, start, 0) < 0
        && av_seek_frame(m_format, m_stream->index, start, AVSEEK_FLAG_BACKWARD) < 0)
        av_seek_frame(m_format, m_stream->index, 0, AVSEEK_FLAG_BYTE);
    avcodec_flush_buffers(m_codec.get());
}

int Container::readBytes(void *self, std::uint8_t *to, int size)
{
    auto *container = static_cast<Container *>(self);
    const std::int64_t most = std::min<std::int64_t>(size, container->m_size - container->m_at);
    if (most <= 0)
        return AVERROR_EOF;
    for (;;) {
        const ssize_t got = ::pread(container->m_fd, to, static_cast<std::size_t>(most), container->m_at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0 ? AVERROR_EOF : AVERROR(EIO);
        container->m_at += got;
        return static_cast<int>(got);
    }
}

std::int64_t Container::seekBytes(void *self, std::int64_t offset, int whence)
{
    auto *container = static_cast<Container *>(self);
    whence &= ~AVSEEK_FORCE;
    if (whence == AVSEEK_SIZE)
        return container->m_size;
    const std::int64_t base = whence == SEEK_CUR ? container->m_at : whence == SEEK_END ? container->m_size : 0;
    const std::int64_t target = base + offset;
    if (target < 0)
        return AVERROR(EINVAL);
    container->m_at = target;
    return target;
}

int DisplayTurn::orientation() const
{
    switch (degrees) {
    case 90: return mirrored ? 5 : 6;
    case 180: return mirrored ? 4 : 3;
    case 270: return mirrored ? 7 : 8;
    default: return mirrored ? 2 : 1;
    }
}

DisplayTurn Container::displayTurn() const
{
    std::array<std::int32_t, 9> matrix{};
    std::size_t size = 0;
    const std::uint8_t *data = av_stream_get_side_data(m_stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    if (data == nullptr || size < sizeof matrix)
        return {};
    std::memcpy(matrix.data(), data, sizeof matrix);
    DisplayTurn turn;
    turn.mirrored = static_cast<double>(matrix[0]) * matrix[4] < static_cast<double>(matrix[1]) * matrix[3];
    // The angle of a matrix that mirrors says nothing: only without the mirroring is it a turn.
    if (turn.mirrored) {
        for (const std::size_t horizontal : {0U, 3U, 6U})
            matrix[horizontal] = matrix[horizontal] == INT32_MIN ? INT32_MAX : -matrix[horizontal];
    }
    const double counterClockwise = av_display_rotation_get(matrix.data());
    if (std::isnan(counterClockwise))
        return {};
    const long quarter = std::lround(-counterClockwise / 90.0);
    turn.degrees = static_cast<int>(((quarter % 4) + 4) % 4) * 90;
    return turn;
}

} // namespace arb::decode
