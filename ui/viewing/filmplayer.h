// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/viewers.h>

#include "filmclock.h"
#include "filmwatch.h"

#include <QtCore/QObject>

#include <memory>
#include <optional>

class QAudioSink;
class QIODevice;
class QThread;
class QTimer;

namespace arb::ui {

class FilmMeeting;

/// Frames @p first to @p last, both shown.
struct FilmLoop
{
    qint64 first = 0, last = 0;
    bool operator==(const FilmLoop &) const = default;
};

/// Plays one film: a thread of its own asks the source for "the frame at t", t from the steady clock.
/// 1. The window's thread never decodes and never waits for decoding.
/// 2. Late frames are dropped by the clock; the clock never waits, so two films on one clock cannot drift apart.
/// 3. A newer request abandons the one being worked on.
/// 4. currentIndex() is what is on show, never what was asked for and is still on its way.
/// 5. A loop goes on from the clock at the instant its last frame has had its time.
/// 6. In a meeting nothing comes on show that the other film has not its part of: both change within one turn of the event loop.
/// Sound is off until asked for; a machine without a sound device plays silently.
class FilmPlayer : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 screenStepUs = 16'000; ///< no more frames than a screen can show
    static constexpr double slowest = 0.1, fastest = 8.0;

    explicit FilmPlayer(std::unique_ptr<FrameSource> source, QObject *parent = nullptr,
                        std::shared_ptr<FilmClock> clock = steadyFilmClock());
    ~FilmPlayer() override;

    const FilmInfo &info() const { return m_info; } ///< empty until opened()
    /// The frame that frameShown() told last, -1 before.
    qint64 currentIndex() const { return m_current.index; }
    qint64 currentPtsUs() const { return m_current.ptsUs; }
    const QImage &currentImage() const { return m_current.image; }
    bool isDamaged() const { return m_current.damaged; } ///< what is on show, as far as the decoder noticed
    /// What is on show is only near what was asked for, which follows.
    bool isOnTheWay() const { return m_onTheWay && !isMissing() && m_current.index != m_target; }
    /// The frame asked for last cannot be decoded: another is on show, and steps go on from the one asked for.
    bool isMissing() const { return m_missing == m_target; }
    qint64 target() const { return m_target; } ///< the frame asked for last
    bool isPlaying() const;
    double speed() const;
    bool isMuted() const { return m_muted; }
    TransportState transport() const;

    void play();
    void pause();
    void seekToFrame(qint64 index);
    void seekToPts(qint64 ptsUs);
    /// Relative to the frame asked for last, so that quick steps add up.
    void step(qint64 frames);
    /// slowest to fastest.
    void setSpeed(double speed);
    /// False when there is no sound device: it stays muted.
    bool setMuted(bool muted);
    /// Follows another film's clock. @p ownLoop: where a loop is set it goes on in it, and so leads at its end; else it loops by itself no
    /// more until it plays by itself again.
    void setTransport(const TransportState &state, bool ownLoop = false);
    /// From now on it shares a clock and its frames come on show with another film's, which takes the other seat (0 or 1); null:
    /// alone again.
    void setMeeting(std::shared_ptr<FilmMeeting> meeting, int seat);
    void setLoop(std::optional<FilmLoop> loop);
    const std::optional<FilmLoop> &loop() const { return m_loop; }
    /// What the frames have to cover while it plays, in pixels of the upright film; empty: nothing less than all of it. A film that
    /// stands still is told by its whole frame, which takes the place of the smaller one that was played last.
    void setBox(QSize box);
    bool isWhole() const { return !m_current.image.isNull() && m_current.image.size() == m_info.size; }
    /// Whether anybody can see it: only then watched() tells.
    void setOnShow(bool onShow);
    /// Of the frames that were due lately while playing and that a screen could show, how many per cent were not shown.
    int leftOutPercent() const { return m_leftOutPercent; }
    /// Nothing more is wanted. Returns at once, gone() tells when the thread has ended; destroying it before that waits.
    void leave();

Q_SIGNALS:
    void gone();
    void opened();
    /// It cannot be opened, or opens and has no picture that can be decoded: info() is empty.
    void failed(arb::ui::ShowError error);
    void frameShown(const arb::ui::FilmFrame &frame);
    void frameMissed(); ///< isMissing() holds now
    void leftOutChanged();
    /// As ViewerWidget::filmWatched().
    void watched(qint64 fromUs, qint64 toUs);
    /// The reader played, paused, sought, stepped or changed the speed (not setTransport), or the film came to its end.
    void transportChanged(const arb::ui::TransportState &state);

private:
    class Worker;

    void takeOpened();
    void show(FilmFrame frame, bool onTheWay, bool played);
    void takeFrame();
    void takeMissing(qint64 index);
    void takeEnd();
    void takeWrap();
    void accountFor(const FilmFrame &played);
    void countLeftOut(const FilmFrame &played);
    void tellWatched(const std::optional<FilmStretch> &stretch);
    void stopAccounts();
    void apply(TransportState state, std::optional<qint64> frame);
    bool lastStays() const;
    qint64 mediaOf(qint64 frame, qint64 mediaUs) const;
    bool stays(qint64 frame) const;
    qint64 watchedUntil(qint64 frame) const;
    void countStay(qint64 us);
    void watchFrom(qint64 frame, qint64 mediaUs);
    void goTo(qint64 frame, qint64 mediaUs);
    void feedSound();
    bool beginSound();

    std::shared_ptr<FilmClock> m_clock;
    std::unique_ptr<Worker> m_worker;
    std::shared_ptr<FilmMeeting> m_meeting; ///< null: alone
    int m_seat = 0;
    FilmInfo m_info;
    FilmFrame m_current{{}, -1, 0};
    bool m_onTheWay = false;
    qint64 m_target = 0; ///< frame asked for last while paused
    std::optional<qint64> m_staying; ///< frame that came on show last while it plays
    bool m_ended = false; ///< it played to its end and stands there
    qint64 m_missing = -1; ///< known to be not to be had since it was asked for last
    std::optional<FilmLoop> m_loop;
    bool m_onShow = true;
    FilmWatch m_watch;
    qint64 m_toldNs = 0; ///< when the watched stretch was last told
    std::optional<qint64> m_lastPlayed; ///< the frame before, of the same run
    qint64 m_due = 0, m_leftOut = 0;
    int m_leftOutPercent = 0;
    bool m_muted = true;
    std::unique_ptr<QAudioSink> m_sink;
    QIODevice *m_sinkDevice = nullptr; ///< owned by m_sink
    QTimer *m_soundTimer = nullptr;
};

} // namespace arb::ui
