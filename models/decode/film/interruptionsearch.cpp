// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/filmsearch.h>

#include "film/clockbreaks.h"
#include "film/framewalk.h"

#include <decode/wire.h>

#include <algorithm>
#include <cstddef>
#include <exception>
#include <optional>
#include <utility>

namespace arb::decode {

namespace {

constexpr std::int64_t soundGapUs = 100'000;    ///< no codec leaves so much between its packets
constexpr std::int64_t soundEdgeUs = 1'000'000; ///< less at the film's beginning or end is how phones start and stop

/// A stretch of the film's own time without sound.
struct Silence
{
    std::int64_t fromUs = 0, toUs = 0;
};

/// Before the sound's first packet, between its packets and behind them; takes the file apart once more, without decoding. A
/// film whose sound cannot be read has none.
std::vector<Silence> soundHoles(int fd, std::int64_t firstFrameUs, std::int64_t lastFrameUs, const Abandoned &abandoned)
{
    std::vector<Silence> holes;
    Outcome<std::unique_ptr<Container>> opened = Container::open(fd, AVMEDIA_TYPE_AUDIO, abandoned, 1);
    if (!opened)
        return holes;
    Container &sound = **opened;
    followClock(sound);
    sound.rewind();
    const AvPacket packet(av_packet_alloc());
    std::optional<std::int64_t> begin, end;
    while (sound.read(packet.get())) {
        const std::int64_t pts = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
        if (pts == AV_NOPTS_VALUE || (packet->flags & AV_PKT_FLAG_DISCARD) != 0)
            continue;
        const std::int64_t fromUs = av_rescale_q(pts, sound.timeBase(), microseconds);
        begin = std::min(begin.value_or(fromUs), fromUs);
        if (packet->duration <= 0)
            continue;
        if (end && fromUs - *end > soundGapUs && holes.size() < wire::mostHints)
            holes.push_back({*end, fromUs});
        end = std::max(end.value_or(INT64_MIN), fromUs + av_rescale_q(packet->duration, sound.timeBase(), microseconds));
    }
    if (end && *begin - firstFrameUs > soundEdgeUs)
        holes.insert(holes.begin(), Silence{firstFrameUs, *begin});
    if (end && !sound.patience().spent() && lastFrameUs - *end > soundEdgeUs)
        holes.push_back({*end, lastFrameUs});
    return holes;
}

/// From the first damaged frame to the first whole one.
FilmHint damageHint(const FrameIndex &index, AVRational base, std::int64_t first, std::int64_t last)
{
    const std::int64_t after = std::min(last + 1, index.count() - 1);
    FilmHint hint;
    hint.kind = FilmHint::Kind::Damaged;
    hint.fromUs = av_rescale_q(index.pts(first), base, microseconds);
    hint.toUs = av_rescale_q(index.pts(after), base, microseconds);
    hint.beforeFrame = std::max<std::int64_t>(0, first - 1);
    hint.afterFrame = after;
    hint.strength = static_cast<int>(std::clamp<std::int64_t>((hint.toUs - hint.fromUs) / 10'000, 1, 1000));
    return hint;
}

/// At an edge of damage the picture jumps because of it, and a frame or two away too.
constexpr std::int64_t damageEdge = 2;

/// Of the damage's making, not of the film's. What only spans it (a picture that stands still, a covered lens) stays, unless it
/// begins or ends there.
bool isMadeByDamage(const FilmHint &hint, const DamageTrack::Stretches &damage)
{
    using K = FilmHint::Kind;
    const auto touches = [&damage](std::int64_t first, std::int64_t last) {
        return std::ranges::any_of(damage, [&](const auto &stretch) { return first <= stretch.second + damageEdge && last >= stretch.first - damageEdge; });
    };
    switch (hint.kind) {
    case K::Interruption:
    case K::Dissolve:
    case K::Flash:
    case K::MissingFrames: return touches(hint.beforeFrame, hint.afterFrame);
    case K::Covered:
    case K::Still: return touches(hint.beforeFrame, hint.beforeFrame) || touches(hint.afterFrame, hint.afterFrame);
    case K::SoundBreak:
    case K::Damaged:
    case K::Joined:
    case K::Unshown:
    case K::Resized: break;
    }
    return false;
}

/// As certain as what it is read from: the file, not its pictures.
FilmHint certainHint(FilmHint::Kind kind, const FrameIndex &index, AVRational base, std::int64_t before, std::int64_t after)
{
    constexpr int certain = 1000;
    return {kind, av_rescale_q(index.pts(before), base, microseconds), av_rescale_q(index.pts(after), base, microseconds), before, after, certain};
}

} // namespace

struct InterruptionSearch::Private
{
    std::unique_ptr<FrameWalk> walk;
    ContinuityDetector detector;
    std::vector<FilmHint> hints;
    int width = 0, height = 0;         ///< of the last frame
    std::vector<std::int64_t> resized; ///< frames of another size than the one before
    bool done = false;

    void noteSize(const AVFrame &frame);
    void finish(const Abandoned &abandoned);
};

void InterruptionSearch::Private::noteSize(const AVFrame &frame)
{
    constexpr std::size_t most = 100; // more is a film made to have them
    if (width > 0 && (frame.width != width || frame.height != height) && resized.size() < most)
        resized.push_back(walk->number());
    width = frame.width;
    height = frame.height;
}

void InterruptionSearch::Private::finish(const Abandoned &abandoned)
{
    done = true;
    hints = detector.finish();
    const DamageTrack::Stretches &damage = walk->damage().stretches();
    std::erase_if(hints, [&damage](const FilmHint &hint) { return isMadeByDamage(hint, damage); });
    const FrameIndex &index = walk->index();
    const AVRational base = walk->container().timeBase();
    for (const auto &[first, last] : damage)
        hints.push_back(damageHint(index, base, first, last));
    const std::int64_t firstUs = av_rescale_q(index.pts(0), base, microseconds);
    const std::int64_t lastUs = av_rescale_q(index.pts(index.count() - 1), base, microseconds);
    for (const Silence &silence : soundHoles(walk->container().fd(), firstUs, lastUs, abandoned)) {
        FilmHint hint;
        hint.kind = FilmHint::Kind::SoundBreak;
        hint.fromUs = silence.fromUs;
        hint.toUs = silence.toUs;
        hint.beforeFrame = index.frameAt(av_rescale_q(silence.fromUs, microseconds, base));
        hint.afterFrame = index.frameAt(av_rescale_q(silence.toUs, microseconds, base));
        hint.strength = static_cast<int>(std::clamp<std::int64_t>((silence.toUs - silence.fromUs) / 2'000, 1, 1000));
        hints.push_back(hint);
    }
    std::vector<FilmHint> certain;
    for (const std::int64_t join : index.joins())
        certain.push_back(certainHint(FilmHint::Kind::Joined, index, base, std::max<std::int64_t>(0, join - 1), join));
    for (const std::int64_t other : resized)
        certain.push_back(certainHint(FilmHint::Kind::Resized, index, base, std::max<std::int64_t>(0, other - 1), other));
    const std::int64_t last = index.count() - 1;
    if (walk->container().holdsSecondRecording())
        certain.push_back(certainHint(FilmHint::Kind::Unshown, index, base, last, last));
    hints = hintsTogether(std::move(hints), std::move(certain));
}

std::vector<FilmHint> hintsTogether(std::vector<FilmHint> guessed, std::vector<FilmHint> certain)
{
    using K = FilmHint::Kind;
    std::ranges::stable_sort(certain, {}, &FilmHint::fromUs);
    if (certain.size() > wire::mostHints) // the last stays: it may be the one that says there is more
        certain.erase(certain.begin() + static_cast<std::ptrdiff_t>(wire::mostHints) - 1, certain.end() - 1);
    std::vector<std::int64_t> begins; // of the recordings that follow, and of pictures of another size
    for (const FilmHint &hint : certain) {
        if (hint.kind != K::Unshown)
            begins.push_back(hint.afterFrame);
    }
    std::ranges::sort(begins);
    std::erase_if(guessed, [&begins](const FilmHint &hint) { return hint.kind == K::Interruption && std::ranges::binary_search(begins, hint.afterFrame); });
    std::ranges::stable_sort(guessed, {}, &FilmHint::fromUs);
    if (guessed.size() > wire::mostHints - certain.size())
        guessed.resize(wire::mostHints - certain.size());
    guessed.insert(guessed.end(), certain.begin(), certain.end());
    std::ranges::stable_sort(guessed, {}, &FilmHint::fromUs); // sound may go on behind the last picture
    return guessed;
}

InterruptionSearch::InterruptionSearch(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

InterruptionSearch::~InterruptionSearch() = default;

Outcome<std::unique_ptr<InterruptionSearch>> InterruptionSearch::open(int fd, const Abandoned &abandoned)
{
    try {
        Outcome<std::unique_ptr<FrameWalk>> walk = FrameWalk::open(fd, FrameWalk::Frames::All, abandoned);
        if (!walk)
            return walk.error();
        auto made = std::make_unique<Private>();
        made->walk = std::move(*walk);
        return std::unique_ptr<InterruptionSearch>(new InterruptionSearch(std::move(made)));
    } catch (const std::exception &) {
        return DecodeError::TooLarge;
    }
}

Outcome<bool> InterruptionSearch::goOn(std::chrono::milliseconds slice, const Abandoned &abandoned)
{
    const auto until = std::chrono::steady_clock::now() + slice;
    Patience &patience = d->walk->container().patience();
    try {
        patience.begin(abandoned);
        while (!d->done && std::chrono::steady_clock::now() < until) {
            const AVFrame *frame = d->walk->next();
            if (frame == nullptr && patience.spent())
                return patience.reason();
            if (frame == nullptr) {
                d->finish(abandoned);
                break;
            }
            const std::optional<LumaPlane> luma = lumaOf(*frame);
            if (!luma)
                return DecodeError::Refused;
            d->noteSize(*frame);
            d->detector.add(smallLuma(*luma), d->walk->ptsUs(), d->walk->number());
        }
        patience.end();
        return d->done;
    } catch (const std::exception &) {
        return DecodeError::TooLarge;
    }
}

int InterruptionSearch::permille() const
{
    return d->done ? 1000 : std::min(999, d->walk->permille());
}

std::vector<FilmHint> InterruptionSearch::take()
{
    return std::move(d->hints);
}

} // namespace arb::decode
