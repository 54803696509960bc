// SPDX-License-Identifier: GPL-3.0-or-later
#include <media/filmreader.h>

#include "helper/answers.h"
#include "helper/pool.h"

namespace arb::media {

namespace wire = decode::wire;
using domain::Failure;

struct FilmReader::Private
{
    HelperPool &helpers;
    QString origin;
    FileHandle file;
    HelperPool::Lease helper;
    qint64 frames = 0;
    bool hasSound = false;

    template<typename Read>
    auto ask(wire::Request request, bool withFile, const QDeadlineTimer &deadline, const Abandoned &abandoned, const Read &read) -> decltype(read(HelperAnswer()));
    Media<MediaFilmInfo> begin(const QDeadlineTimer &deadline, const Abandoned &abandoned);
    Media<MediaFrame> frame(qint64 index, const QDeadlineTimer &deadline, const Abandoned &abandoned);
    QDeadlineTimer patience() const { return QDeadlineTimer(helpers.limits().filmSeconds * 1000); }
};

template<typename Read>
auto FilmReader::Private::ask(wire::Request request, bool withFile, const QDeadlineTimer &deadline, const Abandoned &abandoned, const Read &read)
    -> decltype(read(HelperAnswer()))
{
    if (!helper)
        return Failure{MediaError::HelperDied};
    request.maxPixels = helpers.limits().maxPixels;
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

Media<MediaFrame> FilmReader::Private::frame(qint64 index, const QDeadlineTimer &deadline, const Abandoned &abandoned)
{
    if (!helper) {
        // It broke off over an earlier request, or was ended over one that took too long.
        hasSound = false;
        const Media<MediaFilmInfo> again = begin(deadline, abandoned);
        if (!again)
            return Failure{again.error()};
    }
    wire::Request request;
    request.op = wire::Op::FrameAt;
    request.a = index;
    const qint64 maxPixels = helpers.limits().maxPixels;
    return ask(request, false, deadline, abandoned, [this, maxPixels](HelperAnswer &&answer) -> Media<MediaFrame> {
        if (answer.told.values[2] < 0 || answer.told.values[2] >= frames)
            return Failure{MediaError::HelperDied};
        return frameFrom(std::move(answer), maxPixels);
    });
}

FilmReader::FilmReader(const DecodeService &service, QString origin)
    : d(new Private{service.helpers(), std::move(origin), {}, {}})
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
    if (info->hasSound) {
        wire::Request request;
        request.op = wire::Op::OpenSound;
        const Media<bool> sound = d->ask(request, true, deadline, abandoned, [](HelperAnswer &&) { return Media<bool>(true); });
        // Sound that cannot be decoded leaves a silent film, not a broken one.
        d->hasSound = sound.ok();
    }
    info->hasSound = d->hasSound;
    return info;
}

Media<MediaFrame> FilmReader::frameAt(qint64 index, const Abandoned &abandoned)
{
    if (d->frames == 0)
        return Failure{MediaError::Unreadable};
    if (d->helpers.isGivenUp(d->file.fd()))
        return Failure{MediaError::HelperDied};
    const QDeadlineTimer deadline = d->patience();
    Media<MediaFrame> frame = d->frame(index, deadline, abandoned);
    while (!frame && frame.error() == MediaError::HelperDied && d->helpers.mayRestartOver(d->file.fd()))
        frame = d->frame(index, deadline, abandoned);
    return frame;
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
