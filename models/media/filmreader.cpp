// SPDX-License-Identifier: GPL-3.0-or-later
#include <media/filmreader.h>

#include "helper/answers.h"
#include "helper/pool.h"

#include <decode/halving.h>
#include <decode/limits.h>

#include <algorithm>
#include <functional>

namespace arb::media {

namespace wire = decode::wire;
using domain::Failure;

struct FilmReader::Private
{
    HelperPool &helpers;
    QString origin;
    FilmReader::Effort effort = FilmReader::Effort::Shown;
    FileHandle file;
    HelperPool::Lease helper;
    qint64 frames = 0;
    QSize size = {}; ///< of every frame
    bool hasSound = false;
    bool soundTold = false; ///< as open() answered; peaks() reads it on any thread
    qint64 firstUs = 0, endUs = 0;

    template<typename Read>
    auto ask(wire::Request request, bool withFile, const QDeadlineTimer &deadline, const Abandoned &abandoned, const Read &read) -> decltype(read(HelperAnswer()));
    Media<MediaFilmInfo> begin(const QDeadlineTimer &deadline, const Abandoned &abandoned);
    using MayBe = std::function<bool(qint64 width, qint64 height)>;
    Media<MediaFrame> frame(const wire::Request &request, const MayBe &mayBe, const QDeadlineTimer &deadline, const Abandoned &abandoned);
    Media<MediaFrame> frameAgain(const wire::Request &request, const MayBe &mayBe, const Abandoned &abandoned);
    Media<MediaFrame> frameOfSize(const wire::Request &request, QSize exactly, const Abandoned &abandoned);
    QDeadlineTimer patience() const { return QDeadlineTimer(helpers.limits().filmSeconds * 1000); }
};

template<typename Read>
auto FilmReader::Private::ask(wire::Request request, bool withFile, const QDeadlineTimer &deadline, const Abandoned &abandoned, const Read &read)
    -> decltype(read(HelperAnswer()))
{
    if (!helper)
        return Failure{MediaError::HelperDied};
    request.maxPixels = helpers.limits().maxPixels;
    request.background = effort == Effort::Background ? 1 : 0;
    Media<HelperAnswer> answer = helper->ask(request, withFile ? file.fd() : -1, deadline, helpers.orClosed(abandoned));
    if (!answer)
        return Failure{answer.error()};
    auto result = read(std::move(*answer));
    if (!result)
        helper->end(); // it lied
    return result;
}

/// A helper for the film, and the film open in it.
Media<MediaFilmInfo> FilmReader::Private::begin(const QDeadlineTimer &deadline, const Abandoned &abandoned)
{
    if (!helper) {
        helper = HelperPool::Lease();
        Media<HelperPool::Lease> leased = helpers.lease(origin, deadline, abandoned);
        if (!leased)
            return Failure{leased.error()};
        helper = std::move(*leased);
    }
    wire::Request request;
    request.op = wire::Op::OpenFilm;
    const qint64 maxPixels = helpers.limits().maxPixels;
    return ask(request, true, deadline, abandoned, [maxPixels](HelperAnswer &&answer) { return filmFrom(std::move(answer), maxPixels); });
}

/// @p mayBe: the sides that it can have.
Media<MediaFrame> FilmReader::Private::frame(const wire::Request &request, const MayBe &mayBe, const QDeadlineTimer &deadline, const Abandoned &abandoned)
{
    if (!helper) {
        // It broke off over an earlier request, or was ended over one that took too long.
        hasSound = false;
        const Media<MediaFilmInfo> again = begin(deadline, abandoned);
        if (!again)
            return Failure{again.error()};
    }
    const qint64 maxPixels = helpers.limits().maxPixels;
    return ask(request, false, deadline, abandoned, [this, &mayBe, maxPixels](HelperAnswer &&answer) -> Media<MediaFrame> {
        const auto &values = answer.told.values;
        if (!mayBe(values[0], values[1]) || values[2] < 0 || values[2] >= frames)
            return Failure{MediaError::HelperDied};
        return frameFrom(std::move(answer), maxPixels);
    });
}

/// With another helper where the first one broke off over it.
Media<MediaFrame> FilmReader::Private::frameAgain(const wire::Request &request, const MayBe &mayBe, const Abandoned &abandoned)
{
    if (frames == 0)
        return Failure{MediaError::Unreadable};
    if (helpers.isGivenUp(file.fd()))
        return Failure{MediaError::HelperDied};
    const QDeadlineTimer deadline = patience();
    Media<MediaFrame> found = frame(request, mayBe, deadline, abandoned);
    while (!found && found.error() == MediaError::HelperDied && helpers.mayRestartOver(file.fd()))
        found = frame(request, mayBe, deadline, abandoned);
    return found;
}

Media<MediaFrame> FilmReader::Private::frameOfSize(const wire::Request &request, QSize exactly, const Abandoned &abandoned)
{
    return frameAgain(request, [exactly](qint64 width, qint64 height) { return width == exactly.width() && height == exactly.height(); }, abandoned);
}

FilmReader::FilmReader(const DecodeService &service, QString origin, Effort effort)
    : d(new Private{service.helpers(), std::move(origin), effort, {}, {}})
{
}

/// The helper is ended, not given back: what a film left in its memory is no use to a picture.
FilmReader::~FilmReader()
{
    if (d->helper)
        d->helper->end();
}

Media<MediaFilmInfo> FilmReader::open(int fd, const Abandoned &abandoned)
{
    d->file = reopened(fd);
    if (!d->file.isOpen())
        return Failure{MediaError::Unreadable};
    if (d->helpers.isGivenUp(d->file.fd()))
        return Failure{MediaError::HelperDied};
    const QDeadlineTimer deadline = d->patience();
    Media<MediaFilmInfo> info = d->begin(deadline, abandoned);
    while (!info && info.error() == MediaError::HelperDied && d->helpers.mayRestartOver(d->file.fd()))
        info = d->begin(deadline, abandoned);
    if (!info)
        return info;
    d->frames = info->ptsUs.size();
    d->size = info->size;
    d->firstUs = info->ptsUs.constFirst();
    d->endUs = d->firstUs + info->durationUs;
    if (info->hasSound) {
        wire::Request request;
        request.op = wire::Op::OpenSound;
        const Media<bool> sound = d->ask(request, true, deadline, abandoned, [](HelperAnswer &&) { return Media<bool>(true); });
        // Sound that cannot be decoded leaves a silent film, not a broken one; it is told, for silence proves nothing then.
        d->hasSound = sound.ok();
    }
    info->hasSound = d->hasSound;
    if (d->hasSound)
        info->unplayedSound.clear();
    d->soundTold = d->hasSound;
    return info;
}

Media<MediaFrame> FilmReader::frameAt(qint64 index, const Abandoned &abandoned)
{
    return frameCovering(index, {}, abandoned);
}

Media<MediaFrame> FilmReader::frameCovering(qint64 index, QSize box, const Abandoned &abandoned)
{
    // The whole frame covers what is larger than it, too.
    const QSize asked = box.isEmpty() ? QSize(0, 0) : box.boundedTo(d->size);
    wire::Request request;
    request.op = wire::Op::FrameAt;
    request.a = index;
    request.b = asked.width();
    request.c = asked.height();
    const int times = decode::halvingsFor(d->size.width(), d->size.height(), asked.width(), asked.height());
    return d->frameOfSize(request, QSize(decode::halved(d->size.width(), times), decode::halved(d->size.height(), times)), abandoned);
}

Media<MediaFrame> FilmReader::nearestAtOnce(qint64 index, const Abandoned &abandoned)
{
    wire::Request request;
    request.op = wire::Op::NearestAtOnce;
    request.a = index;
    return d->frameOfSize(request, d->size, abandoned);
}

Media<MediaFrame> FilmReader::thumbnail(qint64 us, QSize box, const Abandoned &abandoned)
{
    constexpr int most = decode::limits::maxThumbnailSide;
    const QSize asked = box.expandedTo(QSize(1, 1)).boundedTo(QSize(most, most));
    wire::Request request;
    request.op = wire::Op::Thumbnail;
    request.a = us;
    request.b = asked.width();
    request.c = asked.height();
    return d->frameAgain(request, [asked](qint64 width, qint64 height) { return width <= asked.width() && height <= asked.height(); }, abandoned);
}

Media<QList<MediaSoundPeak>> FilmReader::peaks(int count, const Abandoned &abandoned) const
{
    if (!d->soundTold || count < 1 || d->firstUs >= d->endUs)
        return QList<MediaSoundPeak>();
    const int asked = std::min(count, decode::limits::maxSoundPeaks);
    wire::Request request;
    request.op = wire::Op::SoundPeaks;
    request.a = d->firstUs;
    request.b = d->endUs;
    request.c = asked;
    return d->helpers.ask(d->origin, request, d->file.fd(), d->helpers.limits().filmSeconds, abandoned,
                          [asked](HelperAnswer &&answer) { return peaksFrom(std::move(answer), asked); });
}

void FilmReader::seekSound(qint64 us)
{
    if (!d->hasSound)
        return;
    wire::Request request;
    request.op = wire::Op::SeekSound;
    request.a = us;
    d->hasSound = d->ask(request, false, d->patience(), {}, [](HelperAnswer &&) { return Media<bool>(true); }).ok();
}

MediaSound FilmReader::nextSound()
{
    if (!d->hasSound)
        return {};
    wire::Request request;
    request.op = wire::Op::NextSound;
    const Media<MediaSound> sound = d->ask(request, false, d->patience(), {}, [](HelperAnswer &&answer) { return soundFrom(std::move(answer)); });
    d->hasSound = d->hasSound && d->helper;
    return sound ? *sound : MediaSound();
}

} // namespace arb::media
