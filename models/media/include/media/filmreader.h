// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <media/decodeservice.h>
#include <media/mediaerror.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QSize>
#include <QtCore/QString>
#include <QtGui/QImage>

#include <memory>

namespace arb::media {

/// A stretch without pictures; where it begins at the end of the last frame, the film is cut off.
struct MediaGap
{
    qint64 fromUs = 0, toUs = 0;
};

/// Loudest sample either way of a stretch of sound.
struct MediaSoundPeak
{
    qint16 low = 0, high = 0;
};

/// Times are microseconds of the container's timestamps, not rebased.
struct MediaFilmInfo
{
    QList<qint64> ptsUs;   ///< of every frame in presentation order, rising; never empty
    QList<qint64> keyFrames; ///< numbers of those that decode by themselves, rising
    QList<MediaGap> gaps;    ///< rising; what the index can tell without decoding
    qint64 durationUs = 0; ///< from the first frame to the end of the last one, or of sound that goes on behind it
    QSize size;            ///< upright pixels, before pixel aspect
    double pixelAspect = 1.0;
    int rotation = 0;      ///< degrees clockwise already applied, before any mirroring
    double framesPerSecond = 0.0;
    bool hasSound = false;
    QString unplayedSound; ///< without sound that can be heard: what the coding of the sound is called that the film has all the same
};

struct MediaFrame
{
    QImage image; ///< upright
    qint64 index = 0;
    qint64 ptsUs = 0;
    bool damaged = false; ///< the decoder noticed damage in it, or in what it was made from
};

/// 16-bit little-endian stereo at 48,000 Hz.
struct MediaSound
{
    QByteArray pcm; ///< empty at the end
    qint64 ptsUs = 0;
};

/// A film open for exact seeking in both directions, in a helper of its own. One thread at a time; every call blocks, at most
/// DecodeLimits::filmSeconds. The service must outlive it.
class FilmReader
{
public:
    /// Whether somebody waits for the pictures, or they are for what goes on meanwhile: then everything else goes first.
    enum class Effort { Shown, Background };
    /// The film is a file of @p origin.
    FilmReader(const DecodeService &service, QString origin, Effort effort = Effort::Shown);
    ~FilmReader();
    FilmReader(const FilmReader &) = delete;
    FilmReader &operator=(const FilmReader &) = delete;

    /// @p fd is duplicated; the caller keeps its own.
    Media<MediaFilmInfo> open(int fd, const Abandoned &abandoned = {});
    /// Exactly frame @p index, brought into range.
    Media<MediaFrame> frameAt(qint64 index, const Abandoned &abandoned = {});
    /// The same, halved as often as it still covers @p box (upright pixels, before pixel aspect); empty: the whole frame. To be looked
    /// at while the film plays.
    Media<MediaFrame> frameCovering(qint64 index, QSize box, const Abandoned &abandoned = {});
    /// The nearest frame at or before @p index that is decoded already or decodes by itself: see its index.
    Media<MediaFrame> nearestAtOnce(qint64 index, const Abandoned &abandoned = {});
    /// The key frame at or before @p us, in the shape it is shown, as large as fits into @p box (1024 pixels a side at most).
    Media<MediaFrame> thumbnail(qint64 us, QSize box, const Abandoned &abandoned = {});
    /// Of @p count (1 to 16,384) equal stretches of the whole film; empty without sound. Once the film is open this may be called
    /// on another thread while it plays: another helper of the same origin does it, and takes up to a few seconds.
    Media<QList<MediaSoundPeak>> peaks(int count, const Abandoned &abandoned = {}) const;
    /// Sound has its own position; without sound, and after the helper had to be replaced, these do nothing and give empty chunks.
    void seekSound(qint64 us);
    MediaSound nextSound();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace arb::media
