// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/mediaports.h"

#include <media/document.h>
#include <media/picture.h>

#include <unistd.h>

namespace arb::app {

namespace {

ui::Shown<ui::Picture> pictureFrom(const media::Media<media::MediaPicture> &found)
{
    if (!found)
        return domain::Failure{showErrorFrom(found.error())};
    return ui::Picture{found->levels, found->fullSize, found->damaged};
}

ui::Shown<ui::FilmFrame> filmFrameFrom(const media::Media<media::MediaFrame> &found)
{
    if (!found)
        return domain::Failure{showErrorFrom(found.error())};
    return ui::FilmFrame{found->image, found->index, found->ptsUs, found->damaged};
}

} // namespace

ui::ShowError showErrorFrom(media::MediaError error)
{
    using M = media::MediaError;
    using S = ui::ShowError;
    switch (error) {
    case M::Empty: return S::Empty;
    case M::Unreadable: return S::Unreadable;
    case M::UnknownFormat: return S::UnknownFormat;
    case M::Refused: return S::Refused;
    case M::TooManyBytes: return S::TooManyBytes;
    case M::TooLarge: return S::TooLarge;
    case M::TooManyFrames: return S::TooManyFrames;
    case M::NoMemory: return S::NoMemory;
    case M::SoundOnly: return S::SoundOnly;
    case M::Damaged: return S::Damaged;
    case M::Abandoned: return S::Abandoned;
    case M::TimedOut: return S::TimedOut;
    case M::NoTool: return S::NoTool;
    case M::NoHelper: return S::NoHelper;
    case M::HelperDied: return S::HelperDied;
    }
    return S::Damaged;
}

ui::ShowError showErrorFrom(usecases::VaultError error)
{
    switch (error) {
    case usecases::VaultError::NotNamed:
    case usecases::VaultError::Strange:
    case usecases::VaultError::Missing: return ui::ShowError::Missing;
    case usecases::VaultError::Damaged: return ui::ShowError::Altered;
    case usecases::VaultError::NoSpace:
    case usecases::VaultError::WrongDatabase:
    case usecases::VaultError::NotWritable:
    case usecases::VaultError::Broken: return ui::ShowError::Unreadable;
    }
    return ui::ShowError::Unreadable;
}

ui::Shown<ui::Picture> MediaPictureSource::picture(int fd, QSize target, const ui::Asking &asking) const
{
    return pictureFrom(media::readPicture(m_decoder, asking.origin, fd, target, asking.abandoned));
}

ui::Shown<ui::DocumentInfo> MediaDocumentSource::info(int fd) const
{
    const media::Media<media::MediaDocument> found = media::readDocument(m_decoder, fd);
    if (!found)
        return domain::Failure{showErrorFrom(found.error())};
    return ui::DocumentInfo{found->pages};
}

ui::Shown<ui::Picture> MediaDocumentSource::page(int fd, int page, const ui::Asking &asking) const
{
    return pictureFrom(media::readPage(m_decoder, asking.origin, fd, page, asking.abandoned));
}

ui::Shown<QList<QList<ui::PageWord>>> MediaDocumentSource::pageWords(int fd, int first, int count) const
{
    const media::Media<QList<QList<media::MediaWord>>> found = media::readPageWords(m_decoder, fd, first, count);
    if (!found)
        return domain::Failure{showErrorFrom(found.error())};
    QList<QList<ui::PageWord>> pages;
    pages.reserve(found->size());
    for (const QList<media::MediaWord> &page : *found) {
        QList<ui::PageWord> &words = pages.emplaceBack();
        words.reserve(page.size());
        for (const media::MediaWord &word : page)
            words.append({word.text, word.box});
    }
    return pages;
}

MediaFrameSource::MediaFrameSource(usecases::EvidenceVault &vault, const media::DecodeService &decoder, const QString &origin, const QByteArray &sha256,
                                   media::FilmReader::Effort effort)
    : m_vault(vault)
    , m_sha256(sha256)
    , m_reader(decoder, origin, effort)
{
}

ui::Shown<ui::FilmInfo> MediaFrameSource::open(const Abandoned &abandoned)
{
    const domain::Result<int, usecases::VaultError> file = m_vault.open(m_sha256);
    if (!file)
        return domain::Failure{showErrorFrom(file.error())};
    const media::Media<media::MediaFilmInfo> found = m_reader.open(*file, abandoned);
    ::close(*file);
    if (!found)
        return domain::Failure{showErrorFrom(found.error())};
    ui::FilmInfo info;
    info.ptsUs = found->ptsUs;
    info.keyFrames = found->keyFrames;
    for (const media::MediaGap &gap : found->gaps)
        info.gaps.append({gap.fromUs, gap.toUs});
    info.durationUs = found->durationUs;
    info.size = found->size;
    info.pixelAspect = found->pixelAspect;
    info.rotation = found->rotation;
    info.framesPerSecond = found->framesPerSecond;
    info.hasSound = found->hasSound;
    info.unplayedSound = found->unplayedSound;
    return info;
}

ui::Shown<ui::FilmFrame> MediaFrameSource::frameAt(qint64 index, const Abandoned &abandoned)
{
    return filmFrameFrom(m_reader.frameAt(index, abandoned));
}

ui::Shown<ui::FilmFrame> MediaFrameSource::frameCovering(qint64 index, QSize box, const Abandoned &abandoned)
{
    return filmFrameFrom(m_reader.frameCovering(index, box, abandoned));
}

ui::Shown<ui::FilmFrame> MediaFrameSource::nearestAtOnce(qint64 index, const Abandoned &abandoned)
{
    return filmFrameFrom(m_reader.nearestAtOnce(index, abandoned));
}

ui::Shown<ui::FilmFrame> MediaFrameSource::thumbnail(qint64 us, QSize box, const Abandoned &abandoned)
{
    return filmFrameFrom(m_reader.thumbnail(us, box, abandoned));
}

ui::Shown<QList<ui::SoundPeak>> MediaFrameSource::peaks(int count, const Abandoned &abandoned)
{
    const media::Media<QList<media::MediaSoundPeak>> found = m_reader.peaks(count, abandoned);
    if (!found)
        return domain::Failure{showErrorFrom(found.error())};
    QList<ui::SoundPeak> peaks;
    peaks.reserve(found->size());
    for (const media::MediaSoundPeak &peak : *found)
        peaks.append({peak.low, peak.high});
    return peaks;
}

void MediaFrameSource::seekSound(qint64 us)
{
    m_reader.seekSound(us);
}

ui::SoundChunk MediaFrameSource::nextSound()
{
    const media::MediaSound found = m_reader.nextSound();
    return {found.pcm, found.ptsUs};
}

} // namespace arb::app
