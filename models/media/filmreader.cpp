// SPDX-License-Identifier: GPL-3.0-or-later
#include <media/filmreader.h>

#include "frombitmap.h"

#include <decode/film.h>

namespace arb::media {

struct FilmReader::Private
{
    std::unique_ptr<decode::Film> film;
    std::unique_ptr<decode::Sound> sound;
};

FilmReader::FilmReader()
    : d(std::make_unique<Private>())
{
}

FilmReader::~FilmReader() = default;

Media<MediaFilmInfo> FilmReader::open(int fd, const std::function<bool()> &abandoned)
{
    decode::Outcome<std::unique_ptr<decode::Film>> film = decode::Film::open(fd, abandoned);
    if (!film)
        return domain::Failure{errorFrom(film.error())};
    d->film = std::move(*film);
    const decode::FilmInfo &found = d->film->info();
    if (found.hasSound) {
        // Sound that cannot be decoded leaves a silent film, not a broken one.
        decode::Outcome<std::unique_ptr<decode::Sound>> sound = decode::Sound::open(fd);
        if (sound)
            d->sound = std::move(*sound);
    }
    MediaFilmInfo info;
    info.ptsUs = QList<qint64>(found.ptsUs.begin(), found.ptsUs.end());
    info.durationUs = found.durationUs;
    info.size = QSize(found.width, found.height);
    info.pixelAspect = found.pixelAspect;
    info.rotation = found.rotation;
    info.framesPerSecond = found.framesPerSecond;
    info.hasSound = d->sound != nullptr;
    return info;
}

Media<MediaFrame> FilmReader::frameAt(qint64 index, const std::function<bool()> &abandoned)
{
    if (!d->film)
        return domain::Failure{MediaError::Unreadable};
    decode::Outcome<decode::FilmFrame> frame = d->film->frameAt(index, abandoned);
    if (!frame)
        return domain::Failure{errorFrom(frame.error())};
    return MediaFrame{imageFrom(std::move(frame->bitmap)), frame->index, frame->ptsUs};
}

void FilmReader::seekSound(qint64 us)
{
    if (d->sound)
        d->sound->seek(us);
}

MediaSound FilmReader::nextSound()
{
    if (!d->sound)
        return {};
    const decode::Outcome<decode::PcmChunk> chunk = d->sound->next();
    if (!chunk)
        return {};
    const auto size = static_cast<qsizetype>(chunk->samples.size()) * static_cast<qsizetype>(sizeof(std::int16_t));
    return {QByteArray(reinterpret_cast<const char *>(chunk->samples.data()), size), chunk->ptsUs};
}

} // namespace arb::media
