// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/viewers.h>

#include <QtCore/QObject>

#include <memory>

class QAudioSink;
class QIODevice;
class QThread;
class QTimer;

namespace arb::ui {

/// Plays one film: a thread of its own asks the source for "the frame at t", t from the steady clock.
/// 1. The window's thread never decodes and never waits for decoding.
/// 2. Late frames are dropped by the clock; the clock never waits, so two films on one clock cannot drift apart.
/// 3. A newer request abandons the one being worked on.
/// Sound is off until asked for; a machine without a sound device plays silently.
class FilmPlayer : public QObject
{
    Q_OBJECT

public:
    explicit FilmPlayer(std::unique_ptr<FrameSource> source, QObject *parent = nullptr);
    ~FilmPlayer() override;

    const FilmInfo &info() const { return m_info; } ///< empty until opened()
    /// The frame that frameShown() told last, -1 before.
    qint64 currentIndex() const { return m_current.index; }
    qint64 currentPtsUs() const { return m_current.ptsUs; }
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
    /// 0.25 to 4.
    void setSpeed(double speed);
    /// False when there is no sound device: it stays muted.
    bool setMuted(bool muted);
    void setTransport(const TransportState &state);
    /// Nothing more is wanted. Returns at once, gone() tells when the thread has ended; destroying it before that waits.
    void leave();

Q_SIGNALS:
    void gone();
    void opened();
    void failed(arb::ui::ShowError error);
    void frameShown(const arb::ui::FilmFrame &frame);
    /// The reader played, paused, sought, stepped or changed the speed (not setTransport), or the film came to its end.
    void transportChanged(const arb::ui::TransportState &state);

private:
    class Worker;

    void takeOpened();
    void takeFrame();
    void takeEnd();
    void apply(TransportState state, std::optional<qint64> frame);
    void feedSound();
    bool beginSound();

    std::unique_ptr<Worker> m_worker;
    FilmInfo m_info;
    FilmFrame m_current{{}, -1, 0};
    qint64 m_target = 0; ///< frame asked for last while paused
    bool m_muted = true;
    std::unique_ptr<QAudioSink> m_sink;
    QIODevice *m_sinkDevice = nullptr; ///< owned by m_sink
    QTimer *m_soundTimer = nullptr;
};

} // namespace arb::ui
