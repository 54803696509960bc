// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewing/filmplayer.h"

#include <QtCore/QThread>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace arb::ui {

qint64 steadyNowNs();
/// Media time of @p state at @p nowNs, microseconds from the first frame.
qint64 mediaTimeUs(const TransportState &state, qint64 nowNs);

/// The thread behind a FilmPlayer. All public functions may be called from the window's thread; answers come by signals.
class FilmPlayer::Worker final : public QThread
{
    Q_OBJECT

public:
    explicit Worker(std::unique_ptr<FrameSource> source);
    ~Worker() override;

    /// @p frame names the frame to show while paused; otherwise media time does.
    void setWish(const TransportState &state, std::optional<qint64> frame);
    void setSound(bool wanted);
    void leave(); ///< ends run() as soon as it asks
    TransportState transport() const;
    std::optional<FilmFrame> takeFrame();
    std::optional<Shown<FilmInfo>> takeOpening();
    /// Up to @p bytes that are due now; drops what is late.
    QByteArray takeSound(qsizetype bytes);

Q_SIGNALS:
    void openingDone();
    void frameReady();
    void endReached();

protected:
    void run() override;

private:
    struct Wish
    {
        TransportState state;
        std::optional<qint64> frame;
    };

    bool open();
    void showPaused(const Wish &wish, quint64 generation);
    void playOn(const Wish &wish, quint64 generation);
    qint64 nextToShow(const Wish &wish, qint64 nowNs) const;
    void publish(FilmFrame frame);
    bool isStale(quint64 generation) const { return m_quit || m_generation != generation; }
    void waitUntil(qint64 steadyNs, quint64 generation);
    void fillSound(const Wish &wish, quint64 generation);
    void finish(quint64 generation);

    std::unique_ptr<FrameSource> m_source; ///< touched by run() only
    FilmInfo m_info;                       ///< written before openingDone(), then constant
    qint64 m_shown = -1;                   ///< run() only
    quint64 m_soundGeneration = 0;         ///< run() only
    bool m_soundEnded = false;             ///< run() only

    mutable std::mutex m_lock;
    std::condition_variable m_changed;
    std::atomic<bool> m_quit = false;
    std::atomic<quint64> m_generation = 0;
    std::atomic<bool> m_soundWanted = false;
    Wish m_wish;
    std::optional<FilmFrame> m_latest;
    std::optional<Shown<FilmInfo>> m_opening;
    QByteArray m_sound;        ///< PCM not yet played
    qint64 m_soundPtsUs = 0;   ///< media time of its first sample
};

} // namespace arb::ui
