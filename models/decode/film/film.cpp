// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/film.h>

#include "film/container.h"
#include "film/converter.h"
#include "film/framefinder.h"
#include "film/frameindex.h"
#include "film/keyframes.h"
#include "film/soundend.h"
#include "pictures/metadata.h"

#include <decode/halving.h>
#include <decode/limits.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <optional>
#include <utility>

namespace arb::decode {

namespace {

constexpr int decoderThreads = 2;        ///< a machine of the desk has two cores
constexpr std::int64_t filledUpUs = 150'000; ///< so much a codec adds to fill up its last packet: no sound that goes on behind the pictures

/// Until when the file says that there are pictures; 0 when it does not say, or when all are there.
std::int64_t promisedEnd(Container &container, const FrameIndex &index)
{
    const AVStream *stream = container.stream();
    const std::int64_t start = stream->start_time == AV_NOPTS_VALUE ? 0 : stream->start_time;
    if (stream->nb_frames > 0)
        return index.packets() < stream->nb_frames && stream->duration > 0 && stream->duration < INT64_MAX / 4 ? start + stream->duration : 0;
    // Without a count of frames there is the length of the whole, which sound may make longer than the pictures.
    const AVFormatContext *format = container.format();
    const bool known = format->duration > 0 && format->duration < INT64_MAX / 4 && container.sound() == nullptr;
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

/// What the coding of the sound is called; of one that nobody here knows, how the file itself calls it.
std::string soundKindOf(const AVCodecParameters *sound)
{
    if (sound == nullptr)
        return {};
    if (sound->codec_id != AV_CODEC_ID_NONE)
        return plainFact(avcodec_get_name(sound->codec_id));
    std::array<char, AV_FOURCC_MAX_STRING_SIZE> tag{};
    const std::string named = sound->codec_tag != 0 ? plainFact(av_fourcc_make_string(tag.data(), sound->codec_tag)) : std::string();
    return named.empty() ? "?" : named;
}

} // namespace

struct Film::Private
{
    std::unique_ptr<Container> container;
    FrameIndex index;
    FrameConverter converter, smaller, thumbnails; ///< each keeps what it needs for its own size
    KeyFrames keyFrames;
    FilmInfo info;
    std::optional<FrameFinder> finder; ///< of the container and the index, which stay where they are
    int storedWidth = 0, storedHeight = 0;
    int orientation = 1; ///< of the stored pixels, as EXIF counts them

    void describe(const SoundEnd &sound);
    void describeGaps();
    std::int64_t endOfPictures() const; ///< when the last frame has had its time, microseconds like FilmInfo::ptsUs
    Outcome<FilmFrame> shown(const AVFrame &frame, std::int64_t number, bool damaged, int halvings = 0);
    Outcome<FilmFrame> small(const AVFrame &frame, std::int64_t number, bool damaged, int boxWidth, int boxHeight);
    /// A frame's pixels, with what is known of it; without pixels it is damaged.
    Outcome<FilmFrame> named(Bitmap bitmap, std::int64_t number, bool damaged) const;
    Outcome<FilmFrame> firstSmall(int boxWidth, int boxHeight, const Abandoned &abandoned);
};

void Film::Private::describe(const SoundEnd &sound)
{
    const AVStream *stream = container->stream();
    const AVFormatContext *format = container->format();
    storedWidth = stream->codecpar->width;
    storedHeight = stream->codecpar->height;
    for (FrameConverter *each : {&converter, &smaller, &thumbnails})
        each->setShape(FilmShape::of(*container));
    const DisplayTurn turn = container->displayTurn();
    orientation = turn.orientation();
    info.rotation = turn.degrees;
    info.mirrored = turn.mirrored;
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
    const std::int64_t picturesEnd = endOfPictures(), soundEnd = sound.behind(picturesEnd).value_or(picturesEnd);
    info.durationUs = (soundEnd - picturesEnd > filledUpUs ? soundEnd : picturesEnd) - info.ptsUs.front();
    info.keyFrames = index.keys();
    describeGaps();
    info.hasSound = container->has(AVMEDIA_TYPE_AUDIO);
    info.soundKind = soundKindOf(container->sound());
    info.hiddenFrames = index.hiddenFrames();
    info.holdsSecondRecording = container->holdsSecondRecording();
    info.capturedAt = filmTime(format);
    info.device = filmDevice(format);
    info.software = filmTag(format, "encoder");
}

std::int64_t Film::Private::endOfPictures() const
{
    constexpr std::int64_t anyFrameUs = 40'000;          // of a film of one, of which nothing is known
    constexpr std::int64_t longestUs = 86'400'000'000; // what is longer is damage
    const std::int64_t last = info.ptsUs.back();
    if (index.lengthOfLast() <= 0)
        return last + anyFrameUs;
    const std::int64_t end = av_rescale_q(index.pts(index.count() - 1) + index.lengthOfLast(), container->timeBase(), microseconds);
    return std::clamp(end, last + 1, last + longestUs);
}

void Film::Private::describeGaps()
{
    for (const FrameIndex::Gap &gap : index.gaps(promisedEnd(*container, index), container->timeBase())) {
        const FilmGap made{av_rescale_q(gap.from, container->timeBase(), microseconds), av_rescale_q(gap.to, container->timeBase(), microseconds)};
        if (made.fromUs < made.toUs && (info.gaps.empty() || info.gaps.back().toUs < made.fromUs))
            info.gaps.push_back(made);
    }
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
        auto made = std::make_unique<Private>();
        made->container = std::move(*container);
        const SoundEnd sound(*made->container); // goes before the container, whatever happens
        Outcome<FrameIndex> index = FrameIndex::of(*made->container);
        if (!index)
            return index.error();
        made->index = std::move(*index);
        made->describe(sound);
        made->finder.emplace(*made->container, made->index);
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
        const FrameCache::Kept *found = d->finder->at(target);
        const DecodeError reason = found == nullptr && patience.spent() ? patience.reason() : DecodeError::Damaged;
        patience.end();
        if (found == nullptr)
            return reason;
        return d->shown(*found->frame, found->number, found->damaged, halvingsFor(d->info.width, d->info.height, boxWidth, boxHeight));
    } catch (const std::exception &) {
        return DecodeError::TooLarge;
    }
}

Outcome<FilmFrame> Film::Private::shown(const AVFrame &frame, std::int64_t number, bool damaged, int halvings)
{
    return named(halvings == 0 ? converter.convert(&frame, storedWidth, storedHeight, orientation)
                               : smaller.convertHalved(&frame, storedWidth, storedHeight, halvings, orientation),
                 number, damaged);
}

Outcome<FilmFrame> Film::Private::named(Bitmap bitmap, std::int64_t number, bool damaged) const
{
    if (!bitmap.pixels)
        return DecodeError::Damaged;
    FilmFrame made;
    made.bitmap = std::move(bitmap);
    made.index = number;
    made.ptsUs = info.ptsUs[static_cast<std::size_t>(number)];
    made.damaged = damaged;
    return made;
}

Outcome<FilmFrame> Film::nearestAtOnce(std::int64_t index, const Abandoned &abandoned)
{
    try {
        const std::int64_t target = std::clamp<std::int64_t>(index, 0, d->index.count() - 1);
        const std::int64_t key = d->index.key(d->index.keyBefore(target));
        if (const FrameCache::Kept *kept = d->finder->keptBetween(key, target))
            return d->shown(*kept->frame, kept->number, kept->damaged);
        const Outcome<KeyFrames::Found> found = d->keyFrames.before(target, d->index, d->container->fd(), abandoned);
        if (!found)
            return found.error();
        return found->frame ? d->shown(*found->frame, found->number, found->damaged) : Outcome<FilmFrame>(DecodeError::Damaged);
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
        return found->frame ? d->small(*found->frame, found->number, found->damaged, boxWidth, boxHeight) : d->firstSmall(boxWidth, boxHeight, abandoned);
    } catch (const std::exception &) {
        return DecodeError::NoMemory;
    }
}

/// Of a film that begins without a key (cut out of a longer one): the first picture there is.
Outcome<FilmFrame> Film::Private::firstSmall(int boxWidth, int boxHeight, const Abandoned &abandoned)
{
    Patience &patience = container->patience();
    patience.begin(abandoned);
    const FrameCache::Kept *found = finder->at(0);
    const DecodeError reason = found == nullptr && patience.spent() ? patience.reason() : DecodeError::Damaged;
    patience.end();
    return found != nullptr ? small(*found->frame, found->number, found->damaged, boxWidth, boxHeight) : Outcome<FilmFrame>(reason);
}

Outcome<FilmFrame> Film::Private::small(const AVFrame &frame, std::int64_t number, bool damaged, int boxWidth, int boxHeight)
{
    const double wide = info.width * info.pixelAspect, high = info.height;
    const double scale = std::min({boxWidth / wide, boxHeight / high, 1.0});
    int width = std::clamp(static_cast<int>(std::lround(wide * scale)), 1, std::max(1, boxWidth));
    int height = std::clamp(static_cast<int>(std::lround(high * scale)), 1, std::max(1, boxHeight));
    if (info.rotation == 90 || info.rotation == 270)
        std::swap(width, height); // the converter turns after it has scaled
    return named(thumbnails.convert(&frame, width, height, orientation), number, damaged);
}

} // namespace arb::decode
