// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/evidenceports.h>

#include <QtCore/QThread>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <set>

namespace arb::ui {

/// Reads a film's small pictures and its waveform in the background, from a source of its own, so that nothing that is looked
/// at waits for them. Key frames first, for they cost next to nothing; then, where key frames lie farther apart than the places on
/// the strip, the frames between. Every picture has its own real time; what cannot be read is left out.
class FilmStrip final : public QThread
{
    Q_OBJECT

public:
    static constexpr int mostPictures = 160;

    /// Of place @p n of @p places that share the film, in microseconds of its own clock. Who reads a picture for a place and who
    /// draws it there must mean the same one.
    static qint64 middleOfPlace(const FilmInfo &info, int n, int places);

    explicit FilmStrip(std::unique_ptr<FrameSource> source, QObject *parent = nullptr);
    ~FilmStrip() override;

    /// About @p pictures over the whole film, each at most @p box. Asked again, what is read already is not read again.
    void want(int pictures, QSize box);
    QList<FilmFrame> takePictures();
    QList<SoundPeak> takePeaks();
    /// Nothing more is wanted; finished() tells when the thread has ended. Destroying it before that waits.
    void leave();

Q_SIGNALS:
    void picturesRead(); ///< some
    void peaksRead();

protected:
    void run() override;

private:
    struct Wish
    {
        int pictures = 0;
        QSize box;
        bool operator==(const Wish &) const = default;
    };

    void readKeyPictures(const FilmInfo &info, const Wish &wish);
    void fillPlaces(const FilmInfo &info, const Wish &wish);
    void take(FilmFrame picture);
    void readPeaks();
    bool isStale(const Wish &wish) const;

    std::unique_ptr<FrameSource> m_source; ///< touched by run() only
    std::set<qint64> m_read;               ///< frames whose pictures are read; run() only
    mutable std::mutex m_lock;
    std::condition_variable m_changed;
    std::atomic<bool> m_quit = false;
    Wish m_wish;
    QList<FilmFrame> m_pictures;
    QList<SoundPeak> m_peaks;
};

} // namespace arb::ui
