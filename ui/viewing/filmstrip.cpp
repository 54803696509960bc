// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/filmstrip.h"

#include <algorithm>
#include <utility>

namespace arb::ui {

namespace {

constexpr int peakCount = 1200; // more than a pane has pixels

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
        readPictures(*info, wish);
        done = wish;
        if (std::exchange(peaksToCome, false))
            readPeaks();
    }
}

void FilmStrip::readPictures(const FilmInfo &info, const Wish &wish)
{
    for (int n = 0; n < wish.pictures && !isStale(wish); ++n) {
        const qint64 middle = info.firstUs() + (2 * n + 1) * info.durationUs / (2 * wish.pictures);
        // One key frame may be the nearest to many places.
        const auto after = std::upper_bound(info.keyFrames.cbegin(), info.keyFrames.cend(), info.indexAt(middle));
        if (after != info.keyFrames.cbegin() && m_read.contains(*std::prev(after)))
            continue;
        Shown<FilmFrame> picture = m_source->thumbnail(middle, wish.box, [this, &wish] { return isStale(wish); });
        if (!picture || m_read.contains(picture->index))
            continue;
        m_read.append(picture->index);
        {
            const std::lock_guard guard(m_lock);
            m_pictures.append(std::move(*picture));
        }
        Q_EMIT picturesRead();
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
