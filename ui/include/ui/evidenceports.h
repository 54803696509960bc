// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/chatdiff.h>
#include <domain/chatevents.h>
#include <domain/chatreading.h>
#include <domain/filmfinds.h>
#include <domain/machinereading.h>
#include <domain/masking.h>
#include <domain/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QRectF>
#include <QtCore/QSize>
#include <QtCore/QString>
#include <QtGui/QImage>

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>

/// What the viewers need from the outside: pixels, samples and text of evidence, named by its digest (64 hex digits).
/// The program joins these to the decoder; tests join them to fakes. No viewer ever sees a path.
namespace arb::ui {

/// Why a piece of evidence cannot be shown; showErrorText() makes the words.
enum class ShowError {
    Missing, ///< the bytes are not in the store
    Altered, ///< the bytes in the store do not match their digest
    Empty, Unreadable, UnknownFormat, Refused,
    TooManyBytes, ///< over EvidenceLimits::bytes
    TooLarge,     ///< over EvidenceLimits::pixels
    TooManyFrames, ///< over EvidenceLimits::frames
    TooMuchText,   ///< over the cap of EvidenceLoader::bytes()
    NoMemory,      ///< it asks for more memory than the decoder may have
    SoundOnly,     ///< it holds sound and no pictures
    Damaged, TimedOut, NoTool,
    NoHelper,   ///< the program that decodes is not there: nothing is decoded without it
    HelperDied, ///< the decoder broke off over this file, and again when it was asked twice more
    Abandoned
};

/// What a file may ask for at most, for the words that refuse it; 0: not known.
struct EvidenceLimits
{
    qint64 pixels = 0;
    qint64 bytes = 0;
    qint64 frames = 0;
    int pictureSeconds = 0; ///< for a picture or page
    int filmSeconds = 0;    ///< for one request to a film
};

template<typename T>
using Shown = domain::Result<T, ShowError>;

/// An upright picture. Coordinates of citations are those of fullSize, whatever is loaded.
struct Picture
{
    QList<QImage> levels; ///< mip levels: the first is the largest, each further one half the one before; never empty
    QSize fullSize;       ///< pixels of the file, upright
    bool damaged = false; ///< what could be read is shown
    bool isFull() const { return !levels.isEmpty() && levels.first().size() == fullSize; }
    qint64 bytes() const
    {
        qint64 sum = 0;
        for (const QImage &level : levels)
            sum += level.sizeInBytes();
        return sum;
    }
};

/// A word of a page's text layer and where it stands, in pixels of the page at 144 dpi.
struct PageWord
{
    QString text;
    QRectF box;
    bool operator==(const PageWord &) const = default;
};

struct DocumentInfo
{
    int pages = 0;
};

/// A stretch of a film that damage left without pictures.
struct FilmGap
{
    qint64 fromUs = 0, toUs = 0; ///< like FilmInfo::ptsUs
    bool operator==(const FilmGap &) const = default;
};

/// Loudest sample either way of one of equal stretches of a film's sound.
struct SoundPeak
{
    qint16 low = 0, high = 0;
    bool operator==(const SoundPeak &) const = default;
};

/// Times are microseconds of the container's timestamps, not rebased.
struct FilmInfo
{
    QList<qint64> ptsUs; ///< of every frame in presentation order, rising; never empty once open
    QList<qint64> keyFrames; ///< numbers of the frames that decode by themselves, rising
    QList<FilmGap> gaps;     ///< rising; what the index can tell without decoding
    qint64 durationUs = 0; ///< from the first frame to the end of the last one, or of sound that goes on behind it
    QSize size; ///< upright pixels, before pixel aspect
    double pixelAspect = 1.0;
    int rotation = 0; ///< degrees clockwise already applied, before any mirroring
    double framesPerSecond = 0.0;
    bool hasSound = false;
    QString unplayedSound; ///< without sound that can be heard: what the coding of the sound is called that the film has all the same

    qint64 frameCount() const { return ptsUs.size(); }
    qint64 firstUs() const { return ptsUs.isEmpty() ? 0 : ptsUs.first(); }
    /// The frame on show at @p us; 0 before the first.
    qint64 indexAt(qint64 us) const
    {
        const auto after = std::upper_bound(ptsUs.cbegin(), ptsUs.cend(), us);
        return after == ptsUs.cbegin() ? 0 : std::distance(ptsUs.cbegin(), after) - 1;
    }
    qint64 ptsAt(qint64 index) const
    {
        return ptsUs.isEmpty() ? 0 : ptsUs[static_cast<qsizetype>(std::clamp<qint64>(index, 0, frameCount() - 1))];
    }
    /// When the next frame takes its place, or the film is over.
    qint64 endOf(qint64 index) const { return index + 1 < frameCount() ? ptsAt(index + 1) : std::max(firstUs() + durationUs, ptsAt(index) + 1); }
};

struct FilmFrame
{
    QImage image; ///< upright; smaller than FilmInfo::size where only a pane had to be covered
    qint64 index = 0;
    qint64 ptsUs = 0;
    bool damaged = false; ///< the decoder noticed damage in it, or in what it was made from
};

/// 16-bit little-endian stereo at 48,000 Hz.
struct SoundChunk
{
    QByteArray pcm; ///< empty at the end
    qint64 ptsUs = 0;
};

/// A film, exact to the frame both ways. All calls block; one thread at a time, never the window's.
class FrameSource
{
public:
    using Abandoned = std::function<bool()>; ///< asked during long work; true: nobody waits any more

    virtual ~FrameSource() = default;
    virtual Shown<FilmInfo> open(const Abandoned &abandoned) = 0;
    /// Exactly frame @p index; where damage left a hole, the next one that exists (see its index).
    virtual Shown<FilmFrame> frameAt(qint64 index, const Abandoned &abandoned) = 0;
    /// The same to be looked at while the film plays: it covers @p box (pixels of the upright film, before pixel aspect; empty: the
    /// whole frame) and may be smaller than the film, in its shape but for rounding.
    virtual Shown<FilmFrame> frameCovering(qint64 index, QSize box, const Abandoned &abandoned)
    {
        Q_UNUSED(box)
        return frameAt(index, abandoned);
    }
    /// What can be shown at once on the way to frame @p index: the last frame at or before it that decodes by itself (or is
    /// kept already). May be far from it: see its index.
    virtual Shown<FilmFrame> nearestAtOnce(qint64 index, const Abandoned &abandoned) { return frameAt(index, abandoned); }
    /// A small picture, at most @p box, of the key frame at or before @p us.
    virtual Shown<FilmFrame> thumbnail(qint64 us, QSize box, const Abandoned &abandoned);
    /// The sound's loudness in @p count equal stretches of the whole film; empty without sound.
    virtual Shown<QList<SoundPeak>> peaks(int count, const Abandoned &abandoned)
    {
        Q_UNUSED(count)
        Q_UNUSED(abandoned)
        return QList<SoundPeak>();
    }
    virtual void seekSound(qint64 us) = 0;
    virtual SoundChunk nextSound() = 0;
};

inline Shown<FilmFrame> FrameSource::thumbnail(qint64 us, QSize box, const Abandoned &abandoned)
{
    Q_UNUSED(us)
    Q_UNUSED(box)
    Q_UNUSED(abandoned)
    return domain::Failure{ShowError::Refused};
}

/// Of the file in an open descriptor: whose it is (files of different origins never share a decoder), and whether somebody
/// still waits.
struct Asking
{
    QString origin;
    std::function<bool()> abandoned; ///< as in FrameSource
};

/// Still pictures out of an open descriptor. Blocks; several threads at once.
class PictureSource
{
public:
    virtual ~PictureSource() = default;
    /// Covers @p target; an empty target is full size.
    virtual Shown<Picture> picture(int fd, QSize target, const Asking &asking) const = 0;
};

/// Pages (from 1) of a document out of an open descriptor; pictures are at 144 dpi. Blocks; several threads at once.
class DocumentSource
{
public:
    virtual ~DocumentSource() = default;
    virtual Shown<DocumentInfo> info(int fd) const = 0;
    virtual Shown<Picture> page(int fd, int page, const Asking &asking) const = 0;
    /// As EvidenceLoader::pageWords().
    virtual Shown<QList<QList<PageWord>>> pageWords(int fd, int first, int count) const = 0;
};

/// A chat that somebody exported, read; and laid beside the platform's log where there is one.
struct ReadChat
{
    std::shared_ptr<const domain::ChatLog> log;
    std::shared_ptr<const domain::ChatDifferences> differences; ///< none: there was nothing to compare
    std::shared_ptr<const domain::ChatSearch> search = {}; ///< of log; none: whoever shows it has it made
    QList<domain::TimelineEvent> dated = {}; ///< what of it the case's timeline shows (domain/chatevents.h)
    QString words = {};                      ///< and what it repeats of the platform's log (domain::loggedWords)
};

/// Brings evidence to the window without ever blocking it. Every answer comes later, on the window's thread, and only
/// while @p context lives and the ticket was not cancelled. Recent answers are kept up to a budget of bytes.
class EvidenceLoader
{
public:
    using Ticket = quint64; ///< 0 is nothing

    virtual ~EvidenceLoader() = default;
    /// A picture that covers @p target; an empty target is full size.
    virtual Ticket picture(const QByteArray &sha256, QSize target, QObject *context,
                           std::function<void(const Shown<Picture> &)> then) = 0;
    virtual Ticket document(const QByteArray &sha256, QObject *context,
                            std::function<void(const Shown<DocumentInfo> &)> then) = 0;
    virtual Ticket page(const QByteArray &sha256, int page, QObject *context,
                        std::function<void(const Shown<Picture> &)> then) = 0;
    /// The words of @p count pages from @p first on, a list for each page in their order; fewer lists where the file has fewer pages. One page
    /// that cannot be read, and their time and output together, can fail them all.
    virtual Ticket pageWords(const QByteArray &sha256, int first, int count, QObject *context,
                            std::function<void(const Shown<QList<QList<PageWord>>> &)> then) = 0;
    /// The bytes themselves, for texts; TooMuchText above @p cap.
    virtual Ticket bytes(const QByteArray &sha256, qint64 cap, QObject *context,
                         std::function<void(const Shown<QByteArray> &)> then) = 0;
    /// An exported chat, read as @p reading says, beside @p platform (may be empty). @p masked: masks() hide what is personal before it is compared,
    /// as in @p platform, and afterwards the names of those who speak. A loader without a reader says so by not answering: 0.
    virtual Ticket chatLog(const QByteArray &sha256, const domain::ChatReading &reading, const QList<domain::ChatMessage> &platform, bool masked, QObject *context,
                           std::function<void(const Shown<ReadChat> &)> then)
    {
        Q_UNUSED(sha256)
        Q_UNUSED(reading)
        Q_UNUSED(platform)
        Q_UNUSED(masked)
        Q_UNUSED(context)
        Q_UNUSED(then)
        return 0;
    }
    /// The answer will not come; work not begun is dropped. Unknown tickets are ignored.
    virtual void cancel(Ticket ticket) = 0;
    /// A film that is not open yet; the caller opens it on a thread of its own.
    virtual std::unique_ptr<FrameSource> film(const QByteArray &sha256) = 0;
    /// The same for what goes on meanwhile (thumbnails): whatever is looked at goes first.
    virtual std::unique_ptr<FrameSource> filmBehind(const QByteArray &sha256) { return film(sha256); }
    /// Pictures that will probably be asked for next, at @p target; drops what an earlier call asked and nobody wants now.
    virtual void prefetch(const QList<QByteArray> &digests, QSize target) = 0;
    /// Whose each file is (case and party, in any words that tell them apart): told before files of a case are asked for. Files
    /// of one origin share a decoder, of others never; a file nobody told of is an origin of its own.
    virtual void belongTo(const QHash<QByteArray, QString> &origins) { Q_UNUSED(origins) }
    /// What is hidden in words that are asked for masked: of the case on show, told before its files are asked for.
    void hide(const domain::Masks &masks) { m_masks = masks; }
    const domain::Masks &masks() const { return m_masks; }
    /// The desk's time when the case came on show, told before its files are asked for; nobody told: nothing is in the future.
    void setNow(domain::UtcMs now) { m_now = now; }
    std::optional<domain::UtcMs> now() const { return m_now; }
    /// What was given up because the decoder broke off over it may be tried again.
    virtual void tryAgain() {}
    virtual EvidenceLimits limits() const { return {}; }
    /// Hints on interruptions in a film, found in the background, one file at a time; once found they are kept. @p progress
    /// (may be empty) hears permille of the way. A loader without a search says that it found nothing by not answering: 0.
    virtual Ticket filmHints(const QByteArray &sha256, QObject *context, std::function<void(int)> progress,
                             std::function<void(const Shown<QList<domain::FilmHint>> &)> then)
    {
        Q_UNUSED(sha256)
        Q_UNUSED(context)
        Q_UNUSED(progress)
        Q_UNUSED(then)
        return 0;
    }
    /// Bar codes in a picture or a film, in the same way.
    virtual Ticket codes(const QByteArray &sha256, QObject *context, std::function<void(const Shown<QList<domain::FoundCode>> &)> then)
    {
        Q_UNUSED(sha256)
        Q_UNUSED(context)
        Q_UNUSED(then)
        return 0;
    }
    /// What a machine reads in a picture, in the same way; NoTool where the reader or its data is not installed.
    virtual Ticket machineReading(const QByteArray &sha256, QObject *context, std::function<void(const Shown<domain::MachineReading> &)> then)
    {
        Q_UNUSED(sha256)
        Q_UNUSED(context)
        Q_UNUSED(then)
        return 0;
    }

private:
    domain::Masks m_masks;
    std::optional<domain::UtcMs> m_now;
};

} // namespace arb::ui
