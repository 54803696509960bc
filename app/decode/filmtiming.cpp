// SPDX-License-Identifier: GPL-3.0-or-later
#include "filmtiming.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <thread>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswscale/swscale.h>
}

namespace {

constexpr std::int64_t referencesBefore = 8; ///< frames decoded in full before the one that is wanted

/// The process's own processor time and the clock on the wall.
class Watch
{
public:
    void print() const
    {
        const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - m_wall;
        std::printf("%.3f %.3f\n", cpuMs() - m_cpu, wall.count());
    }

private:
    static double cpuMs()
    {
        timespec time{};
        ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }
    double m_cpu = cpuMs();
    std::chrono::steady_clock::time_point m_wall = std::chrono::steady_clock::now();
};

class BareFilm
{
public:
    BareFilm() = default;
    ~BareFilm()
    {
        sws_freeContext(m_scaler);
        av_frame_free(&m_frame);
        av_packet_free(&m_packet);
        avcodec_free_context(&m_codec);
        avformat_close_input(&m_format);
    }
    BareFilm(const BareFilm &) = delete;
    BareFilm &operator=(const BareFilm &) = delete;

    bool open(const char *path);
    /// Reads the time stamps of all packets, then goes back to the beginning.
    void index();
    /// True with a frame whose time is at or after @p pts; frames before it that no other one needs are passed over.
    bool decodeTo(std::int64_t pts, std::int64_t fullyFrom);
    bool seekTo(std::int64_t frame);
    bool next() { return decodeTo(INT64_MIN, INT64_MIN); }
    bool show();
    std::int64_t count() const { return static_cast<std::int64_t>(m_pts.size()); }

private:
    bool feed(std::int64_t fullyFrom);
    std::int64_t ptsOf(std::int64_t frame) const { return m_pts[static_cast<std::size_t>(std::clamp<std::int64_t>(frame, 0, count() - 1))]; }

    AVFormatContext *m_format = nullptr;
    AVCodecContext *m_codec = nullptr;
    AVStream *m_stream = nullptr;
    AVPacket *m_packet = av_packet_alloc();
    AVFrame *m_frame = av_frame_alloc();
    SwsContext *m_scaler = nullptr;
    std::vector<std::uint8_t> m_pixels;
    std::vector<std::int64_t> m_pts, m_keys;
    std::int64_t m_at = -1; ///< time of the frame decoded last
};

bool BareFilm::open(const char *path)
{
    if (avformat_open_input(&m_format, path, nullptr, nullptr) < 0 || avformat_find_stream_info(m_format, nullptr) < 0)
        return false;
    const AVCodec *decoder = nullptr;
    const int stream = av_find_best_stream(m_format, AVMEDIA_TYPE_VIDEO, -1, -1, &decoder, 0);
    if (stream < 0)
        return false;
    m_stream = m_format->streams[stream];
    m_codec = avcodec_alloc_context3(decoder);
    avcodec_parameters_to_context(m_codec, m_stream->codecpar);
    m_codec->thread_count = 2;
    return avcodec_open2(m_codec, decoder, nullptr) >= 0;
}

void BareFilm::index()
{
    av_seek_frame(m_format, m_stream->index, 0, AVSEEK_FLAG_BACKWARD);
    for (; av_read_frame(m_format, m_packet) >= 0; av_packet_unref(m_packet)) {
        if (m_packet->stream_index != m_stream->index)
            continue;
        m_pts.push_back(m_packet->pts);
        if ((m_packet->flags & AV_PKT_FLAG_KEY) != 0)
            m_keys.push_back(m_packet->pts);
    }
    std::sort(m_pts.begin(), m_pts.end());
    std::sort(m_keys.begin(), m_keys.end());
    av_seek_frame(m_format, m_stream->index, 0, AVSEEK_FLAG_BACKWARD);
}

bool BareFilm::feed(std::int64_t fullyFrom)
{
    while (av_read_frame(m_format, m_packet) >= 0) {
        const bool ours = m_packet->stream_index == m_stream->index;
        if (ours) {
            m_codec->skip_frame = m_packet->pts < fullyFrom ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
            avcodec_send_packet(m_codec, m_packet);
        }
        av_packet_unref(m_packet);
        if (ours)
            return true;
    }
    return avcodec_send_packet(m_codec, nullptr) >= 0;
}

bool BareFilm::decodeTo(std::int64_t pts, std::int64_t fullyFrom)
{
    for (;;) {
        const int status = avcodec_receive_frame(m_codec, m_frame);
        if (status == AVERROR(EAGAIN)) {
            if (!feed(fullyFrom))
                return false;
            continue;
        }
        if (status < 0)
            return false;
        m_at = m_frame->best_effort_timestamp;
        if (m_at >= pts)
            return true;
    }
}

bool BareFilm::seekTo(std::int64_t frame)
{
    const std::int64_t pts = ptsOf(frame);
    const auto after = std::upper_bound(m_keys.begin(), m_keys.end(), pts);
    const std::int64_t key = after == m_keys.begin() ? 0 : *std::prev(after);
    if (m_at < key || m_at >= pts) {
        av_seek_frame(m_format, m_stream->index, pts, AVSEEK_FLAG_BACKWARD);
        avcodec_flush_buffers(m_codec);
    }
    return decodeTo(pts, ptsOf(frame - referencesBefore));
}

bool BareFilm::show()
{
    m_scaler = sws_getCachedContext(m_scaler, m_frame->width, m_frame->height, static_cast<AVPixelFormat>(m_frame->format), m_frame->width,
                                    m_frame->height, AV_PIX_FMT_BGRA, SWS_BILINEAR, nullptr, nullptr, nullptr);
    m_pixels.resize(static_cast<std::size_t>(m_frame->width) * static_cast<std::size_t>(m_frame->height) * 4);
    std::uint8_t *const planes[4] = {m_pixels.data(), nullptr, nullptr, nullptr};
    const int strides[4] = {m_frame->width * 4, 0, 0, 0};
    return m_scaler != nullptr && sws_scale(m_scaler, m_frame->data, m_frame->linesize, 0, m_frame->height, planes, strides) > 0;
}

bool timeFirst(const char *path)
{
    constexpr int rounds = 9;
    for (int round = 0; round < rounds; ++round) {
        const Watch watch;
        BareFilm film;
        if (!film.open(path) || !film.next() || !film.show())
            return false;
        watch.print();
    }
    return true;
}

bool timeSeeks(BareFilm &film, const std::vector<const char *> &frames)
{
    for (const char *frame : frames) {
        const Watch watch;
        if (!film.seekTo(std::atoll(frame)) || !film.show())
            return false;
        watch.print();
    }
    return true;
}

/// At @p framesPerSecond by the clock, from behind frame @p first: what a processor does between the frames costs as well.
bool timePlay(BareFilm &film, std::int64_t framesPerSecond, std::int64_t first, std::int64_t frames)
{
    if (!film.seekTo(first))
        return false;
    const Watch watch;
    const auto begun = std::chrono::steady_clock::now();
    for (std::int64_t frame = 1; frame < frames; ++frame) {
        std::this_thread::sleep_until(begun + std::chrono::microseconds(1'000'000 * frame / framesPerSecond));
        if (!film.next())
            return false;
    }
    watch.print();
    return true;
}

bool timeDecode(BareFilm &film, std::int64_t first, std::int64_t last)
{
    const Watch watch;
    if (!film.seekTo(first))
        return false;
    for (std::int64_t frame = first; frame < last; ++frame) {
        if (!film.next())
            return false;
    }
    watch.print();
    return true;
}

} // namespace

int timeFilm(std::string_view task, const char *path, const std::vector<const char *> &frames)
{
    if (task == "first")
        return timeFirst(path) ? 0 : 1;
    BareFilm film;
    if (!film.open(path))
        return 1;
    film.index();
    if (film.count() == 0)
        return 1;
    if (task == "seek")
        return timeSeeks(film, frames) ? 0 : 1;
    if (task == "play" && frames.size() == 3)
        return timePlay(film, std::max<std::int64_t>(1, std::atoll(frames[0])), std::atoll(frames[1]), std::atoll(frames[2])) ? 0 : 1;
    if (task == "decode" && frames.size() == 2)
        return timeDecode(film, std::atoll(frames[0]), std::atoll(frames[1])) ? 0 : 1;
    return 1;
}
