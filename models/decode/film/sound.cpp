// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/film.h>

#include "film/clockbreaks.h"
#include "film/container.h"

#include <algorithm>
#include <array>
#include <exception>

extern "C" {
#include <libavutil/channel_layout.h>
#include <libswresample/swresample.h>
}

namespace arb::decode {

using SoundResampler = std::unique_ptr<SwrContext, AvFree<SwrContext, swr_free>>;

struct Sound::Private
{
    std::unique_ptr<Container> container;
    SoundResampler resampler;
    AvPacket packet{av_packet_alloc()};
    AvFrame frame{av_frame_alloc()};
    int inputRate = 0;
    int inputFormat = -1;
    int inputChannels = 0;
    std::int64_t from = INT64_MIN; ///< samples before this are cut, microseconds
    bool drained = false;

    bool nextFrame();
    bool prepare();
    PcmChunk resample();
    void cutBefore(PcmChunk &chunk) const;
};

bool Sound::Private::nextFrame()
{
    for (;;) {
        const int status = avcodec_receive_frame(container->codec(), frame.get());
        if (status == 0)
            return true;
        if (status != AVERROR(EAGAIN) || drained)
            return false;
        if (container->read(packet.get())) {
            avcodec_send_packet(container->codec(), packet.get());
        } else {
            drained = true;
            if (avcodec_send_packet(container->codec(), nullptr) < 0)
                return false;
        }
    }
}

/// A resampler for what the decoder gives now; it may change inside a damaged or joined file.
bool Sound::Private::prepare()
{
    const bool same = resampler && inputRate == frame->sample_rate && inputFormat == frame->format
        && inputChannels == frame->ch_layout.nb_channels;
    if (same)
        return true;
    if (frame->sample_rate < 1000 || frame->sample_rate > 384'000 || frame->ch_layout.nb_channels < 1)
        return false;
    SwrContext *made = nullptr;
    AVChannelLayout stereo;
    av_channel_layout_default(&stereo, channels);
    const int status = swr_alloc_set_opts2(&made, &stereo, AV_SAMPLE_FMT_S16, sampleRate, &frame->ch_layout,
                                           static_cast<AVSampleFormat>(frame->format), frame->sample_rate, 0, nullptr);
    resampler.reset(made);
    if (status < 0 || swr_init(made) < 0) {
        resampler.reset();
        return false;
    }
    inputRate = frame->sample_rate;
    inputFormat = frame->format;
    inputChannels = frame->ch_layout.nb_channels;
    return true;
}

PcmChunk Sound::Private::resample()
{
    PcmChunk chunk;
    const int room = swr_get_out_samples(resampler.get(), frame->nb_samples);
    if (room <= 0)
        return chunk;
    chunk.samples.resize(static_cast<std::size_t>(room) * channels);
    auto *out = reinterpret_cast<std::uint8_t *>(chunk.samples.data());
    const int got = swr_convert(resampler.get(), &out, room, const_cast<const std::uint8_t **>(frame->extended_data),
                                frame->nb_samples);
    chunk.samples.resize(static_cast<std::size_t>(std::max(got, 0)) * channels);
    const std::int64_t pts = frame->best_effort_timestamp == AV_NOPTS_VALUE ? 0 : frame->best_effort_timestamp;
    chunk.ptsUs = av_rescale_q(pts, container->timeBase(), microseconds);
    return chunk;
}

void Sound::Private::cutBefore(PcmChunk &chunk) const
{
    if (chunk.ptsUs >= from)
        return;
    const std::int64_t frames = av_rescale(from - chunk.ptsUs, sampleRate, 1'000'000);
    const std::int64_t cut = std::min(frames * channels, static_cast<std::int64_t>(std::ssize(chunk.samples)));
    chunk.samples.erase(chunk.samples.begin(), chunk.samples.begin() + cut);
    chunk.ptsUs = from;
}

Sound::Sound(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Sound::~Sound() = default;

Outcome<std::unique_ptr<Sound>> Sound::open(int fd)
{
    try {
        Outcome<std::unique_ptr<Container>> container = Container::open(fd, AVMEDIA_TYPE_AUDIO, {}, 1);
        if (!container)
            return container.error();
        auto made = std::make_unique<Private>();
        made->container = std::move(*container);
        followClock(*made->container);
        made->container->rewind();
        return std::unique_ptr<Sound>(new Sound(std::move(made)));
    } catch (const std::exception &) {
        return DecodeError::NoMemory;
    }
}

void Sound::seek(std::int64_t us)
{
    d->container->patience().begin({});
    d->container->seek(av_rescale_q(us, microseconds, d->container->timeBase()));
    d->from = us;
    d->drained = false;
    d->resampler.reset();
}

Outcome<PcmChunk> Sound::next()
{
    try {
        d->container->patience().begin({});
        while (d->nextFrame()) {
            if (!d->prepare())
                return DecodeError::Damaged;
            PcmChunk chunk = d->resample();
            d->cutBefore(chunk);
            if (!chunk.samples.empty())
                return chunk;
        }
        return PcmChunk{};
    } catch (const std::exception &) {
        return DecodeError::NoMemory;
    }
}

} // namespace arb::decode
