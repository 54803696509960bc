// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filmclock.h"
#include "filmmeeting.h"
#include "filmplayer.h"
#include "soundline.h"

#include <QtCore/QSize>
#include <QtCore/QThread>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace arb::ui {

/// Media time of @p state at @p nowNs, microseconds from the first frame.
qint64 mediaTimeUs(const TransportState &state, qint64 nowNs);
/// When the media time @p mediaUs is due, of a film that plays.
qint64 dueNsOf(const TransportState &state, qint64 mediaUs);

/// The thread behind a FilmPlayer. All public functions may be called from the window's thread; answers come by signals.
class FilmPlayer::Worker final : public QThread
{
    Q_OBJECT

public:
    /// What came on show, or should.
    struct Outcome
    {
        FilmFrame frame;
        bool onTheWay = false; ///< not the frame asked for, which follows
        bool played = false;
    };

    Worker(std::unique_ptr<FrameSource> source, std::shared_ptr<FilmClock> clock);
    ~Worker() override;

    /// @p frame names the frame to show while paused; otherwise media time does. @p loop is for playing.
    void setWish(const TransportState &state, std::optional<qint64> frame, std::optional<FilmLoop> loop = std::nullopt);
    void setSound(bool wanted);
    /// From now on frames come on show as @p meeting lets them; null: by themselves.
    void setMeeting(std::shared_ptr<FilmMeeting> meeting, int seat);
    /// What frames have to cover while playing; the next one does. Standing still, the whole frame is shown.
    void setBox(QSize box);
    void leave(); ///< ends run() as soon as it asks
    TransportState transport() const;
    std::optional<Outcome> takeFrame();
    std::optional<Shown<FilmInfo>> takeOpening();
    /// Up to @p bytes that are due now; drops what is late.
    QByteArray takeSound(qsizetype bytes);

Q_SIGNALS:
    void openingDone(); ///< and once more where the film opens and none of its pictures can be decoded
    void frameReady();
    void frameMissing(qint64 index); ///< asked for while paused, and not to be had
    void endReached();
    void wrapped(); ///< from the loop's end to its beginning; transport() is anchored anew

protected:
    void run() override;

private:
    struct Wish
    {
        TransportState state;
        std::optional<qint64> frame;
        std::optional<FilmLoop> loop;
        std::shared_ptr<FilmMeeting> meeting; ///< null: plays alone
        int seat = 0;

        FilmMeeting::Doing doing() const { return state.playing ? FilmMeeting::Doing::Playing : FilmMeeting::Doing::Still; }
    };

    bool open();
    void showPaused(const Wish &wish, quint64 generation);
    void showInstead(const Wish &wish, qint64 lost, ShowError why, quint64 generation);
    Shown<FilmFrame> pictureNear(qint64 lost, ShowError why, quint64 generation);
    void giveUp(ShowError why);
    void playOn(const Wish &wish, quint64 generation);
    void playTogether(const Wish &wish, quint64 generation);
    void comeToEnd(const Wish &wish, quint64 generation);
    void wrap(const Wish &wish, quint64 generation);
    qint64 nextToShow(const Wish &wish, qint64 nowNs) const;
    Shown<FilmFrame> decode(qint64 index, quint64 generation);
    QSize box() const;
    void publish(Outcome outcome, quint64 generation);
    void publishExact(const Wish &wish, const std::optional<Outcome> &outcome, quint64 generation);
    void put(Outcome outcome);
    void keep(Outcome outcome);
    qint64 usualCostNs() const;
    bool isStale(quint64 generation) const { return m_quit || m_generation != generation; }
    void waitUntil(qint64 whenNs, quint64 generation);
    void waitHearing(const Wish &wish, qint64 whenNs, quint64 generation);
    void fillSound(const Wish &wish, quint64 generation);
    void finish(quint64 generation, std::optional<qint64> at = std::nullopt);

    std::unique_ptr<FrameSource> m_source; ///< touched by run() only
    std::shared_ptr<FilmClock> m_clock;
    qint64 m_costNs = 0, m_costBeforeNs = 0; ///< of the last two frames that playing went on to; run() only
    FilmInfo m_info;                       ///< written before openingDone(), then constant
    std::atomic<qint64> m_shown = -1;      ///< while run() waits for the other film, that one's thread may hand out what waits
    std::atomic<bool> m_shownWhole = false;
    qint64 m_had = -1;                     ///< shown in this generation, or not to be had; run() only
    quint64 m_hadGeneration = 0;           ///< run() only
    quint64 m_soundGeneration = 0;         ///< run() only
    bool m_soundEnded = false;             ///< run() only

    mutable std::mutex m_lock;
    std::condition_variable m_changed;
    std::atomic<bool> m_quit = false;
    std::atomic<quint64> m_generation = 0;
    std::atomic<bool> m_soundWanted = false;
    Wish m_wish;
    QSize m_box;
    std::optional<Outcome> m_latest;
    std::optional<Shown<FilmInfo>> m_opening;
    SoundLine m_sound; ///< not yet played
};

} // namespace arb::ui
