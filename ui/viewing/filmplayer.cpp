// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/filmplayer.h"

#include "viewing/filmworker.h"

#include <QtCore/QTimer>
#include <QtMultimedia/QAudioDevice>
#include <QtMultimedia/QAudioSink>
#include <QtMultimedia/QMediaDevices>

#include <algorithm>

namespace arb::ui {

FilmPlayer::FilmPlayer(std::unique_ptr<FrameSource> source, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(std::move(source)))
{
    connect(m_worker.get(), &Worker::openingDone, this, &FilmPlayer::takeOpened, Qt::QueuedConnection);
    connect(m_worker.get(), &Worker::frameReady, this, &FilmPlayer::takeFrame, Qt::QueuedConnection);
    connect(m_worker.get(), &Worker::endReached, this, &FilmPlayer::takeEnd, Qt::QueuedConnection);
    m_soundTimer = new QTimer(this);
    m_soundTimer->setInterval(20);
    connect(m_soundTimer, &QTimer::timeout, this, &FilmPlayer::feedSound);
    m_worker->setWish({}, 0);
    m_worker->start();
}

FilmPlayer::~FilmPlayer()
{
    m_soundTimer->stop();
    m_worker.reset();
}

void FilmPlayer::leave()
{
    m_soundTimer->stop();
    m_sinkDevice = nullptr;
    m_sink.reset();
    connect(m_worker.get(), &QThread::finished, this, &FilmPlayer::gone, Qt::QueuedConnection);
    m_worker->leave();
    if (m_worker->isFinished()) // it ended by itself, perhaps before anybody listened
        QMetaObject::invokeMethod(this, &FilmPlayer::gone, Qt::QueuedConnection);
}

void FilmPlayer::takeOpened()
{
    const std::optional<Shown<FilmInfo>> opening = m_worker->takeOpening();
    if (!opening)
        return;
    if (!*opening) {
        Q_EMIT failed(opening->error());
        return;
    }
    m_info = **opening;
    Q_EMIT opened();
}

void FilmPlayer::takeFrame()
{
    std::optional<FilmFrame> frame = m_worker->takeFrame();
    if (!frame)
        return;
    m_current = std::move(*frame);
    if (isPlaying())
        m_target = m_current.index;
    Q_EMIT frameShown(m_current);
}

void FilmPlayer::takeEnd()
{
    takeFrame();
    m_target = m_current.index;
    Q_EMIT transportChanged(transport());
}

bool FilmPlayer::isPlaying() const
{
    return m_worker->transport().playing;
}

double FilmPlayer::speed() const
{
    return m_worker->transport().speed;
}

TransportState FilmPlayer::transport() const
{
    return m_worker->transport();
}

void FilmPlayer::apply(TransportState state, std::optional<qint64> frame)
{
    m_worker->setWish(state, frame);
    Q_EMIT transportChanged(state);
}

void FilmPlayer::play()
{
    if (m_info.frameCount() == 0 || isPlaying())
        return;
    TransportState state = transport();
    // At the end, play means again from the start.
    const bool atEnd = m_current.index >= m_info.frameCount() - 1;
    state.mediaUs = atEnd ? 0 : std::max<qint64>(0, m_current.ptsUs - m_info.firstUs());
    state.playing = true;
    state.anchorNs = steadyNowNs();
    apply(state, std::nullopt);
}

void FilmPlayer::pause()
{
    if (!isPlaying())
        return;
    TransportState state = transport();
    state.playing = false;
    state.mediaUs = m_current.ptsUs - m_info.firstUs();
    m_target = m_current.index;
    apply(state, m_current.index); // exactly the frame that is on the screen
}

void FilmPlayer::seekToFrame(qint64 index)
{
    if (m_info.frameCount() == 0)
        return;
    m_target = std::clamp<qint64>(index, 0, m_info.frameCount() - 1);
    TransportState state = transport();
    state.playing = false;
    state.mediaUs = m_info.ptsAt(m_target) - m_info.firstUs();
    apply(state, m_target);
}

void FilmPlayer::seekToPts(qint64 ptsUs)
{
    seekToFrame(m_info.indexAt(ptsUs));
}

void FilmPlayer::step(qint64 frames)
{
    if (isPlaying())
        pause();
    seekToFrame(m_target + frames);
}

void FilmPlayer::setSpeed(double speed)
{
    TransportState state = transport();
    const qint64 now = steadyNowNs();
    state.mediaUs = mediaTimeUs(state, now);
    state.anchorNs = now;
    state.speed = std::clamp(speed, 0.25, 4.0);
    if (state.playing)
        apply(state, std::nullopt);
    else
        apply(state, m_target);
}

void FilmPlayer::setTransport(const TransportState &state)
{
    if (m_info.frameCount() == 0)
        return;
    TransportState mine = state;
    const qint64 media = mediaTimeUs(state, steadyNowNs());
    if (state.playing && media >= m_info.durationUs) {
        mine.playing = false; // the partner is where this film has nothing any more
        mine.mediaUs = media;
    }
    if (!mine.playing)
        mine.mediaUs = std::clamp<qint64>(mine.mediaUs, 0, m_info.durationUs);
    m_target = m_info.indexAt(m_info.firstUs() + mine.mediaUs);
    m_worker->setWish(mine, std::nullopt);
}

bool FilmPlayer::setMuted(bool muted)
{
    if (!muted && !beginSound())
        return false;
    m_muted = muted;
    m_worker->setSound(!muted);
    if (muted) {
        m_soundTimer->stop();
        m_sinkDevice = nullptr;
        m_sink.reset();
    }
    return true;
}

bool FilmPlayer::beginSound()
{
    // Asked only now: without a device the very question costs time, and some backends crash on it.
    if (!m_info.hasSound || QMediaDevices::audioOutputs().isEmpty())
        return false;
    QAudioFormat format;
    format.setSampleRate(48'000);
    format.setChannelCount(2);
    format.setSampleFormat(QAudioFormat::Int16);
    m_sink = std::make_unique<QAudioSink>(QMediaDevices::defaultAudioOutput(), format);
    m_sink->setBufferSize(48'000 * 4 / 8);
    m_sinkDevice = m_sink->start();
    if (!m_sinkDevice) {
        m_sink.reset();
        return false;
    }
    m_soundTimer->start();
    return true;
}

void FilmPlayer::feedSound()
{
    if (!m_sinkDevice || !m_sink)
        return;
    const QByteArray due = m_worker->takeSound(m_sink->bytesFree());
    if (!due.isEmpty())
        m_sinkDevice->write(due);
}

} // namespace arb::ui
