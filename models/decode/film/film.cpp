// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/film.h>

#include "film/container.h"
#include "film/converter.h"
#include "film/damage.h"
#include "film/framecache.h"
#include "film/frameindex.h"
#include "film/keyframes.h"
#include "pictures/metadata.h"

#include <decode/halving.h>
#include <decode/limits.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <optional>
#include <utility>

namespace arb::decode {

namespace {

constexpr std::int64_t leadFrames = 8;   ///< decoded fully before a target: others may refer to them
constexpr std::int64_t nearlyThere = 2;  ///< so few frames ahead are decoded rather than sought
constexpr std::int64_t stepBack = 16;    ///< from so few frames ahead it is going backwards, from farther it is a jump
constexpr int decoderThreads = 2;        ///< a machine of the desk has two cores
constexpr int mostFaultsAtEnd = 64;

/// Until when the file says that there are pictures; 0 when it does not say, or when all are there.
std::int64_t promisedEnd(Container &container, const FrameIndex &index)
{
    const AVStream *stream = container.stream();
    const std::int64_t start = stream->start_time == AV_NOPTS_VALUE ? 0 : stream->start_time;
    if (stream->nb_frames > 0)
        return index.packets() < stream->nb_frames && stream->duration > 0 && stream->duration < INT64_MAX / 4 ? start + stream->duration : 0;
    // Without a count of frames there is the length of the whole, which sound may make longer than the pictures.
    const AVFormatContext *format = container.format();
    const bool known = format->duration > 0 && format->duration < INT64_MAX / 4 && !container.has(AVMEDIA_TYPE_AUDIO);
    return known && format->duration_estimation_method == AVFMT_DURATION_FROM_STREAM ? start + av_rescale_q(format->duration, microseconds, stream->time_base) : 0;
}

std::string filmTag(const AVFormatContext *format, const char *key)
{
    const AVDictionaryEntry *entry = av_dict_get(format->metadata, key, nullptr, 0);
    return entry == nullptr ? std::string() : plainFact(entry->value);
}

std::string filmTime(const AVFormatContext *format)
{
    const std::string apple = isoFact(filmTag(format, "com.apple.quicktime.creationdate")); // local time with offset: says more
    return apple.empty() ? isoFact(filmTag(format, "creation_time")) : apple;
}

std::string filmDevice(const AVFormatContext *format)
{
    const std::string make = filmTag(format, "com.apple.quicktime.make");
    const std::string model = filmTag(format, "com.apple.quicktime.model");
    if (!model.empty())
        return make.empty() ? model : make + " " + model;
    return filmTag(format, "com.android.model");
}

} // namespace

struct Film::Private
{
    std::unique_ptr<Container> container;
    FrameIndex index;
    FrameCache cache{limits::frameCacheBytes};
    FrameConverter converter, smaller, thumbnails; ///< each keeps what it needs for its own size
    KeyFrames keyFrames;
    FilmInfo info;
    DamageTrack damage;
    int storedWidth = 0, storedHeight = 0;
    std::int64_t decoded = -1; ///< number of the frame that came out of the decoder last, -1 after a seek
    std::int64_t asked = -1;   ///< the last request, to tell stepping back from jumping
    bool ended = false;        ///< the decoder has been drained
    std::int64_t fed = -1, fedBefore = -1; ///< numbers of the frames whose packets went into the decoder last; -1 unknown
    AvPacket packet{av_packet_alloc()};

    void describe();
    void describeGaps();
    Outcome<FilmFrame> shown(const AVFrame *frame, std::int64_t number, int halvings = 0);
    Outcome<FilmFrame> small(const AVFrame &frame, std::int64_t number, int boxWidth, int boxHeight);
    Outcome<FilmFrame> firstSmall(int boxWidth, int boxHeight, const Abandoned &abandoned);
    bool seekTo(std::int64_t key);
    bool feed(std::int64_t keepFrom);
    std::int64_t receive(std::int64_t target, std::int64_t keepFrom);
    std::int64_t decodeTo(std::int64_t target, std::int64_t keepFrom);
    std::int64_t find(std::int64_t target);
    std::int64_t numberOf(const AVFrame *frame) const;
    void noteLoss(int status);
};

void Film::Private::describe()
{
    const AVStream *stream = container->stream();
    const AVFormatContext *format = container->format();
    storedWidth = stream->codecpar->width;
    storedHeight = stream->codecpar->height;
    info.rotation = container->rotation();
    const bool turned = info.rotation == 90 || info.rotation == 270;
    info.width = turned ? storedHeight : storedWidth;
    info.height = turned ? storedWidth : storedHeight;
    const AVRational aspect = av_guess_sample_aspect_ratio(container->format(), container->stream(), nullptr);
    if (aspect.num > 0 && aspect.den > 0)
        info.pixelAspect = std::clamp(turned ? 1.0 / av_q2d(aspect) : av_q2d(aspect), 0.1, 10.0);
    info.ptsUs.reserve(static_cast<std::size_t>(index.count()));
    for (std::int64_t i = 0; i < index.count(); ++i)
        info.ptsUs.push_back(av_rescale_q(index.pts(i), container->timeBase(), microseconds));
    const std::int64_t span = info.ptsUs.back() - info.ptsUs.front();
    info.framesPerSecond = span > 0 ? static_cast<double>(index.count() - 1) * 1e6 / static_cast<double>(span) : 25.0;
    info.durationUs = span + std::llround(1e6 / info.framesPerSecond);
    info.keyFrames = index.keys();
    describeGaps();
    info.hasSound = container->has(AVMEDIA_TYPE_AUDIO);
    info.capturedAt = filmTime(format);
    info.device = filmDevice(format);
    info.software = filmTag(format, "encoder");
}

void Film::Private::describeGaps()
{
    for (const FrameIndex::Gap &gap : index.gaps(promisedEnd(*container, index), container->timeBase())) {
        const FilmGap made{av_rescale_q(gap.from, container->timeBase(), microseconds), av_rescale_q(gap.to, container->timeBase(), microseconds)};
        if (made.fromUs < made.toUs && (info.gaps.empty() || info.gaps.back().toUs < made.fromUs))
            info.gaps.push_back(made);
    }
}

bool Film::Private::seekTo(std::int64_t key)
{
    if (key <= 0)
        container->rewind();
    else if (!container->seekToKey(index.keyPacket(key).place))
        return false;
    decoded = -1;
    ended = false;
    fed = fedBefore = -1;
    damage.restart();
    container->faults().take();
    return true;
}

bool Film::Private::feed(std::int64_t keepFrom)
{
    if (ended)
        return false;
    AVCodecContext *codec = container->codec();
    if (!container->read(packet.get())) {
        ended = true;
        return !container->patience().spent() && avcodec_send_packet(codec, nullptr) >= 0;
    }
    // Nobody will see these frames and no other frame needs them: a third of the work of a long seek.
    const std::int64_t pts = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
    const bool far = pts != AV_NOPTS_VALUE && keepFrom > 0 && pts < index.pts(keepFrom);
    codec->skip_frame = far ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
    fedBefore = std::exchange(fed, pts == AV_NOPTS_VALUE || (packet->flags & AV_PKT_FLAG_DISCARD) != 0 ? -1 : index.frameAt(pts));
    FaultLog::feeding(codec, fed);
    noteLoss(avcodec_send_packet(codec, packet.get()));
    return true;
}

/// With threads that decode a frame each, the answer is about the packet before.
void Film::Private::noteLoss(int status)
{
    static_assert(decoderThreads == 2);
    if (status < 0 && status != AVERROR(EAGAIN) && status != AVERROR_EOF)
        damage.lost((container->codec()->active_thread_type & FF_THREAD_FRAME) != 0 ? fedBefore : fed);
}

std::int64_t Film::Private::numberOf(const AVFrame *frame) const
{
    if (frame->best_effort_timestamp == AV_NOPTS_VALUE)
        return std::min(decoded + 1, index.count() - 1);
    return index.frameAt(frame->best_effort_timestamp);
}

/// Takes one frame out of the decoder: its number, or -1 when it wants more packets, or -2 at the end.
std::int64_t Film::Private::receive(std::int64_t target, std::int64_t keepFrom)
{
    AvFrame frame(av_frame_alloc());
    int status = avcodec_receive_frame(container->codec(), frame.get());
    // Decoder threads tell of a damaged frame here; the next ones are behind it.
    for (int faults = 0; ended && status < 0 && status != AVERROR_EOF && faults < mostFaultsAtEnd; ++faults) {
        damage.lost(fed);
        status = avcodec_receive_frame(container->codec(), frame.get());
    }
    if (status == AVERROR_EOF)
        return -2;
    if (status < 0)
        return ended ? -2 : -1;
    decoded = numberOf(frame.get());
    for (const std::int64_t broken : container->faults().take())
        damage.lost(broken);
    damage.came(*frame, decoded);
    if (decoded >= keepFrom && limits::fits(frame->width, frame->height))
        cache.keep(decoded, std::move(frame), target);
    return decoded;
}

/// Decodes on until frame @p target or a later one is out: its number, or -1 when nothing (more) came.
std::int64_t Film::Private::decodeTo(std::int64_t target, std::int64_t keepFrom)
{
    for (;;) {
        const std::int64_t number = receive(target, keepFrom);
        if (number >= target)
            return number;
        if (number == -2 || container->patience().spent())
            return -1;
        if (number == -1 && !feed(std::max<std::int64_t>(0, keepFrom)))
            return -1;
    }
}

std::int64_t Film::Private::find(std::int64_t target)
{
    const bool back = asked >= 0 && target < asked && asked - target <= stepBack;
    asked = target;
    if (cache.find(target) != nullptr)
        return target;
    const std::int64_t before = back ? std::max<std::int64_t>(leadFrames, cache.room(container->codec()) - 4) : leadFrames;
    const std::int64_t keepFrom = std::max<std::int64_t>(0, target - before);
    std::int64_t key = index.keyBefore(target);
    const bool onTheWay = decoded >= 0 && decoded < target && !ended
        && (index.key(key) <= decoded || target - decoded <= nearlyThere);
    if (onTheWay) {
        const std::int64_t got = decodeTo(target, keepFrom);
        if (got == target || container->patience().spent())
            return got;
    }
    std::int64_t best = -1;
    for (;; --key) {
        if (seekTo(key)) {
            const std::int64_t got = decodeTo(target, keepFrom);
            if (got == target || container->patience().spent())
                return got;
            best = got >= 0 && (best < 0 || got < best) ? got : best;
        }
        // Some containers land behind the key that was asked for; then one key earlier, once or twice, ends it.
        if (key <= 0 || index.keyBefore(target) - key >= 3)
            break;
    }
    if (best < 0 && decoded >= 0 && cache.find(decoded) != nullptr)
        best = decoded; // the film breaks off before the target: the last picture there is
    return best;
}

Film::Film(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Film::~Film() = default;

Outcome<std::unique_ptr<Film>> Film::open(int fd, const Abandoned &abandoned)
{
    try {
        Outcome<std::unique_ptr<Container>> container = Container::open(fd, AVMEDIA_TYPE_VIDEO, abandoned, decoderThreads);
        if (!container)
            return container.error();
        Outcome<FrameIndex> index = FrameIndex::of(**container);
        if (!index)
            return index.error();
        auto made = std::make_unique<Private>();
        made->container = std::move(*container);
        made->index = std::move(*index);
        made->describe();
        made->seekTo(0);
        made->container->patience().end();
        return std::unique_ptr<Film>(new Film(std::move(made)));
    } catch (const std::exception &) {
        return DecodeError::NoMemory;
    }
}

const FilmInfo &Film::info() const
{
    return d->info;
}

std::int64_t Film::indexAt(std::int64_t us) const
{
    const std::vector<std::int64_t> &pts = d->info.ptsUs;
    const auto after = std::upper_bound(pts.begin(), pts.end(), us);
    return after == pts.begin() ? 0 : std::distance(pts.begin(), after) - 1;
}

Outcome<FilmFrame> Film::frameAt(std::int64_t index, const Abandoned &abandoned)
{
    return frameCovering(index, 0, 0, abandoned);
}

Outcome<FilmFrame> Film::frameCovering(std::int64_t index, int boxWidth, int boxHeight, const Abandoned &abandoned)
{
    try {
        const std::int64_t target = std::clamp<std::int64_t>(index, 0, d->index.count() - 1);
        Patience &patience = d->container->patience();
        patience.begin(abandoned);
        const std::int64_t found = d->find(target);
        const bool spent = found < 0 && patience.spent();
        const DecodeError reason = spent ? patience.reason() : DecodeError::Damaged;
        patience.end();
        const AVFrame *frame = found < 0 ? nullptr : d->cache.find(found);
        if (frame == nullptr) {
            d->decoded = spent ? d->decoded : -1;
            return reason;
        }
        return d->shown(frame, found, halvingsFor(d->info.width, d->info.height, boxWidth, boxHeight));
    } catch (const std::exception &) {
        return DecodeError::TooLarge;
    }
}

Outcome<FilmFrame> Film::Private::shown(const AVFrame *frame, std::int64_t number, int halvings)
{
    FilmFrame made;
    made.bitmap = halvings == 0 ? converter.convert(frame, storedWidth, storedHeight, info.rotation)
                                : smaller.convertHalved(frame, storedWidth, storedHeight, halvings, info.rotation);
    if (!made.bitmap.pixels)
        return DecodeError::Damaged;
    made.index = number;
    made.ptsUs = info.ptsUs[static_cast<std::size_t>(number)];
    made.damaged = damage.isDamaged(number) || isPatchedUp(*frame);
    return made;
}

Outcome<FilmFrame> Film::nearestAtOnce(std::int64_t index, const Abandoned &abandoned)
{
    try {
        const std::int64_t target = std::clamp<std::int64_t>(index, 0, d->index.count() - 1);
        const std::int64_t key = d->index.key(d->index.keyBefore(target));
        if (const std::optional<std::int64_t> kept = d->cache.lastBetween(key, target))
            return d->shown(d->cache.find(*kept), *kept);
        const Outcome<KeyFrames::Found> found = d->keyFrames.before(target, d->index, d->container->fd(), abandoned);
        if (!found)
            return found.error();
        return found->frame ? d->shown(found->frame.get(), found->number) : Outcome<FilmFrame>(DecodeError::Damaged);
    } catch (const std::exception &) {
        return DecodeError::TooLarge;
    }
}

Outcome<FilmFrame> Film::thumbnail(std::int64_t us, int boxWidth, int boxHeight, const Abandoned &abandoned)
{
    try {
        const Outcome<KeyFrames::Found> found = d->keyFrames.before(indexAt(us), d->index, d->container->fd(), abandoned);
        if (!found)
            return found.error();
        return found->frame ? d->small(*found->frame, found->number, boxWidth, boxHeight) : d->firstSmall(boxWidth, boxHeight, abandoned);
    } catch (const std::exception &) {
        return DecodeError::NoMemory;
    }
}

/// Of a film that begins without a key (cut out of a longer one): the first picture there is.
Outcome<FilmFrame> Film::Private::firstSmall(int boxWidth, int boxHeight, const Abandoned &abandoned)
{
    Patience &patience = container->patience();
    patience.begin(abandoned);
    const std::int64_t found = find(0);
    const DecodeError reason = found < 0 && patience.spent() ? patience.reason() : DecodeError::Damaged;
    patience.end();
    const AVFrame *frame = found < 0 ? nullptr : cache.find(found);
    return frame != nullptr ? small(*frame, found, boxWidth, boxHeight) : Outcome<FilmFrame>(reason);
}

Outcome<FilmFrame> Film::Private::small(const AVFrame &frame, std::int64_t number, int boxWidth, int boxHeight)
{
    const double wide = info.width * info.pixelAspect, high = info.height;
    const double scale = std::min({boxWidth / wide, boxHeight / high, 1.0});
    int width = std::clamp(static_cast<int>(std::lround(wide * scale)), 1, std::max(1, boxWidth));
    int height = std::clamp(static_cast<int>(std::lround(high * scale)), 1, std::max(1, boxHeight));
    if (info.rotation == 90 || info.rotation == 270)
        std::swap(width, height); // the converter turns after it has scaled
    FilmFrame made;
    made.bitmap = thumbnails.convert(&frame, width, height, info.rotation);
    if (!made.bitmap.pixels)
        return DecodeError::Damaged;
    made.index = number;
    made.ptsUs = info.ptsUs[static_cast<std::size_t>(number)];
    made.damaged = damage.isDamaged(number) || isPatchedUp(frame);
    return made;
}

} // namespace arb::decode
