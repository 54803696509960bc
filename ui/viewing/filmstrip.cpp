// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/filmstrip.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace arb::ui {

namespace {

constexpr int peakCount = 1200;    // more than a pane has pixels
constexpr int mostKeyPictures = 40;  // of key frames, to be there within 300 ms

/// In the shape it is shown, no larger than it is or than @p box.
QImage smallPicture(const QImage &image, double pixelAspect, QSize box)
{
    const QSize whole(std::max(1, static_cast<int>(std::lround(image.width() * pixelAspect))), image.height());
    const QSize small = whole.scaled(box, Qt::KeepAspectRatio).boundedTo(whole).expandedTo(QSize(1, 1));
    return image.scaled(small, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace

FilmStrip::FilmStrip(std::unique_ptr<FrameSource> source, QObject *parent)
    : QThread(parent), m_source(std::move(source))
{
    setObjectName(QStringLiteral("filmStrip"));
}

FilmStrip::~FilmStrip()
{
    leave();
    wait(); // the source asks about abandonment all along, so this is short
}

void FilmStrip::want(int pictures, QSize box)
{
    {
        const std::lock_guard guard(m_lock);
        m_wish = {std::clamp(pictures, 1, mostPictures), box};
    }
    m_changed.notify_all();
}

void FilmStrip::leave()
{
    {
        const std::lock_guard guard(m_lock);
        m_quit = true;
    }
    m_changed.notify_all();
}

QList<FilmFrame> FilmStrip::takePictures()
{
    const std::lock_guard guard(m_lock);
    return std::exchange(m_pictures, {});
}

QList<SoundPeak> FilmStrip::takePeaks()
{
    const std::lock_guard guard(m_lock);
    return std::exchange(m_peaks, {});
}

bool FilmStrip::isStale(const Wish &wish) const
{
    const std::lock_guard guard(m_lock);
    return m_quit || m_wish != wish;
}

void FilmStrip::run()
{
    const Shown<FilmInfo> info = m_source->open([this] { return m_quit.load(); });
    if (!info || info->frameCount() == 0)
        return;
    bool peaksToCome = info->hasSound;
    Wish done;
    while (!m_quit) {
        Wish wish;
        {
            std::unique_lock guard(m_lock);
            m_changed.wait(guard, [&] { return m_quit || m_wish != done; });
            wish = m_wish;
        }
        if (m_quit)
            return;
        readKeyPictures(*info, wish);
        if (!m_quit && std::exchange(peaksToCome, false))
            readPeaks();
        fillPlaces(*info, wish);
        done = wish;
    }
}

qint64 FilmStrip::middleOfPlace(const FilmInfo &info, int n, int places)
{
    return info.firstUs() + (2 * n + 1) * info.durationUs / (2 * places);
}

void FilmStrip::take(FilmFrame picture)
{
    if (!m_read.insert(picture.index).second)
        return;
    {
        const std::lock_guard guard(m_lock);
        m_pictures.append(std::move(picture));
    }
    Q_EMIT picturesRead();
}

void FilmStrip::readKeyPictures(const FilmInfo &info, const Wish &wish)
{
    const int places = std::min(wish.pictures, mostKeyPictures);
    for (int n = 0; n < places && !isStale(wish); ++n) {
        const qint64 middle = middleOfPlace(info, n, places);
        // One key frame may be the nearest to many places.
        const auto after = std::upper_bound(info.keyFrames.cbegin(), info.keyFrames.cend(), info.indexAt(middle));
        if (after != info.keyFrames.cbegin() && m_read.contains(*std::prev(after)))
            continue;
        Shown<FilmFrame> picture = m_source->thumbnail(middle, wish.box, [this, &wish] { return isStale(wish); });
        if (picture)
            take(std::move(*picture));
    }
}

/// A place is filled when a frame begins between its middle and the one before. Goes forward only: the film is decoded at most
/// once, however many places are empty.
void FilmStrip::fillPlaces(const FilmInfo &info, const Wish &wish)
{
    if (m_read.empty())
        return; // a source without small pictures, or nothing to be had at all
    const auto abandoned = [this, &wish] { return isStale(wish); };
    qint64 firstIn = 0;
    for (int n = 0; n < wish.pictures && !isStale(wish); ++n) {
        const qint64 middle = middleOfPlace(info, n, wish.pictures), lastIn = info.indexAt(middle);
        const qint64 from = std::exchange(firstIn, lastIn + 1);
        const auto there = m_read.lower_bound(std::min(from, lastIn)); // a frame may be on show for longer than a place is wide
        if (there != m_read.end() && *there <= lastIn)
            continue;
        // The nearest to the left edge costs least and stands where its time is.
        const qint64 left = middle - info.durationUs / (2 * wish.pictures);
        const qint64 wanted = std::clamp(info.indexAt(left) + 1, std::min(from, lastIn), lastIn);
        const auto key = std::upper_bound(info.keyFrames.cbegin(), info.keyFrames.cend(), lastIn);
        if (key != info.keyFrames.cbegin() && *std::prev(key) >= from) {
            if (Shown<FilmFrame> picture = m_source->thumbnail(middle, wish.box, abandoned))
                take(std::move(*picture));
            continue;
        }
        Shown<FilmFrame> frame = m_source->frameAt(wanted, abandoned);
        if (!frame || frame->image.isNull())
            continue;
        frame->image = smallPicture(frame->image, info.pixelAspect, wish.box);
        take(std::move(*frame));
    }
}

void FilmStrip::readPeaks()
{
    Shown<QList<SoundPeak>> peaks = m_source->peaks(peakCount, [this] { return m_quit.load(); });
    if (!peaks || peaks->isEmpty())
        return;
    {
        const std::lock_guard guard(m_lock);
        m_peaks = std::move(*peaks);
    }
    Q_EMIT peaksRead();
}

} // namespace arb::ui
