// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/filmplayer.h"

#include "viewing/filmmeeting.h"
#include "viewing/filmworker.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtMultimedia/QAudioDevice>
#include <QtMultimedia/QAudioSink>
#include <QtMultimedia/QMediaDevices>

#include <algorithm>
#include <utility>

namespace arb::ui {

namespace {

constexpr qint64 tellEveryNs = 2'000'000'000;
constexpr qint64 dueAtOnce = 25; // frames that the badge speaks of, so that it stays calm
constexpr qint64 staysUs = 500'000; // so long a last frame is heard rather than seen

} // namespace

FilmPlayer::FilmPlayer(std::unique_ptr<FrameSource> source, QObject *parent, std::shared_ptr<FilmClock> clock)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_worker(std::make_unique<Worker>(std::move(source), m_clock))
{
    connect(m_worker.get(), &Worker::openingDone, this, &FilmPlayer::takeOpened, Qt::QueuedConnection);
    connect(m_worker.get(), &Worker::frameReady, this, &FilmPlayer::takeFrame, Qt::QueuedConnection);
    connect(m_worker.get(), &Worker::frameMissing, this, &FilmPlayer::takeMissing, Qt::QueuedConnection);
    connect(m_worker.get(), &Worker::endReached, this, &FilmPlayer::takeEnd, Qt::QueuedConnection);
    connect(m_worker.get(), &Worker::wrapped, this, &FilmPlayer::takeWrap, Qt::QueuedConnection);
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
    stopAccounts();
    if (m_meeting)
        m_meeting->setPlayer(m_seat, nullptr);
    m_meeting.reset();
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
        if (m_meeting)
            m_meeting->setPlayer(m_seat, nullptr);
        m_meeting.reset();
        m_info = {};
        Q_EMIT failed(opening->error());
        return;
    }
    m_info = **opening;
    Q_EMIT opened();
}

void FilmPlayer::setMeeting(std::shared_ptr<FilmMeeting> meeting, int seat)
{
    if (m_meeting)
        m_meeting->setPlayer(m_seat, nullptr);
    m_meeting = meeting;
    m_seat = seat;
    if (m_meeting)
        m_meeting->setPlayer(m_seat, this);
    m_worker->setMeeting(std::move(meeting), seat);
}

/// What both films have comes on show before anything else happens.
void FilmPlayer::takeFrame()
{
    const QPointer<FilmPlayer> other(m_meeting ? m_meeting->player(1 - m_seat) : nullptr);
    std::optional<Worker::Outcome> mine, others;
    {
        const std::unique_lock still = m_meeting ? m_meeting->still() : std::unique_lock<std::mutex>();
        mine = m_worker->takeFrame();
        if (other)
            others = other->m_worker->takeFrame();
    }
    if (mine)
        show(std::move(mine->frame), mine->onTheWay, mine->played);
    if (others && other)
        other->show(std::move(others->frame), others->onTheWay, others->played);
}

void FilmPlayer::show(FilmFrame frame, bool onTheWay, bool played)
{
    m_current = std::move(frame);
    m_onTheWay = onTheWay;
    if (m_current.index == m_target)
        m_missing = -1; // tried again, it came
    if (played) {
        if (isPlaying()) // else it was on its way when something else was asked for
            m_target = m_current.index;
        accountFor(m_current);
    }
    Q_EMIT frameShown(m_current);
}

void FilmPlayer::takeMissing(qint64 index)
{
    const bool wanted = isPlaying() ? m_meeting != nullptr : index == m_target; // the other film goes on
    if (!wanted || index == m_current.index)
        return; // something else was asked for meanwhile
    m_missing = m_target = index;
    Q_EMIT frameMissed();
}

void FilmPlayer::takeEnd()
{
    takeFrame();
    m_target = std::max<qint64>(0, m_current.index);
    m_ended = m_target == m_info.frameCount() - 1;
    if (m_ended)
        countStay(m_info.endOf(m_target));
    stopAccounts();
    Q_EMIT transportChanged(transport());
    if (m_meeting)
        m_meeting->heard(m_seat);
}

void FilmPlayer::takeWrap()
{
    if (m_staying)
        countStay(m_info.endOf(*m_staying));
    Q_EMIT transportChanged(transport());
    if (m_meeting)
        m_meeting->heard(m_seat);
}

void FilmPlayer::accountFor(const FilmFrame &played)
{
    countLeftOut(played);
    if (!m_onShow)
        return;
    if (m_staying && played.index == *m_staying + 1)
        countStay(played.ptsUs);
    m_staying = played.index;
    tellWatched(m_watch.add(played.ptsUs, watchedUntil(played.index)));
    const qint64 now = m_clock->nowNs();
    if (now - m_toldNs >= tellEveryNs) {
        m_toldNs = now;
        tellWatched(m_watch.take());
    }
}

void FilmPlayer::countLeftOut(const FilmFrame &played)
{
    const qint64 before = m_lastPlayed.value_or(played.index);
    m_lastPlayed = played.index;
    if (played.index <= before)
        return; // the first, or a loop's
    const double showable = static_cast<double>(played.ptsUs - m_info.ptsAt(before)) / (static_cast<double>(screenStepUs) * speed());
    const qint64 due = std::min(played.index - before, std::max<qint64>(1, static_cast<qint64>(showable)));
    m_due += due;
    m_leftOut += due - 1;
    if (m_due < dueAtOnce)
        return;
    m_leftOutPercent = static_cast<int>(100 * m_leftOut / m_due);
    m_due = m_leftOut = 0;
    Q_EMIT leftOutChanged();
}

void FilmPlayer::tellWatched(const std::optional<FilmStretch> &stretch)
{
    if (stretch)
        Q_EMIT watched(stretch->fromUs, stretch->toUs);
}

/// It plays on elsewhere, or not at all.
void FilmPlayer::stopAccounts()
{
    if (isPlaying())
        countStay(m_info.firstUs() + mediaTimeUs(transport(), m_clock->nowNs()));
    m_staying.reset();
    tellWatched(m_watch.finish());
    m_toldNs = m_clock->nowNs();
    m_lastPlayed.reset();
    m_due = m_leftOut = 0;
    if (std::exchange(m_leftOutPercent, 0) != 0)
        Q_EMIT leftOutChanged();
}

void FilmPlayer::setBox(QSize box)
{
    m_worker->setBox(box);
}

void FilmPlayer::setOnShow(bool onShow)
{
    if (!onShow && isPlaying())
        countStay(m_info.firstUs() + mediaTimeUs(transport(), m_clock->nowNs()));
    m_onShow = onShow;
    if (!onShow) {
        m_staying.reset();
        tellWatched(m_watch.finish());
    }
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
    const FilmMeeting::Hold hold(m_meeting); // until the other film has been told
    stopAccounts();
    m_missing = -1;
    m_worker->setWish(state, frame, m_loop);
    Q_EMIT transportChanged(state);
}

void FilmPlayer::play()
{
    if (m_info.frameCount() == 0 || isPlaying())
        return;
    TransportState state = transport();
    // At the end, play means again from the start; past the loop, from its.
    qint64 from = m_target;
    if (from >= m_info.frameCount() - 1 && (m_ended || !lastStays()))
        from = 0;
    if (m_loop && (m_target > m_loop->last || from < m_loop->first))
        from = m_loop->first;
    state.mediaUs = from == m_target && !m_ended ? mediaOf(from, state.mediaUs) : m_info.ptsAt(from) - m_info.firstUs();
    state.playing = true;
    state.anchorNs = m_clock->nowNs();
    m_ended = false;
    apply(state, std::nullopt);
    watchFrom(from, state.mediaUs);
}

/// It plays from there on: @p frame may be on show already, and is not delivered again.
void FilmPlayer::watchFrom(qint64 frame, qint64 mediaUs)
{
    if (!m_onShow || frame != m_current.index || mediaUs < 0)
        return;
    m_staying = frame;
    const qint64 at = m_info.firstUs() + mediaUs;
    tellWatched(m_watch.add(at, std::max(at, watchedUntil(frame))));
}

void FilmPlayer::pause()
{
    if (!isPlaying())
        return;
    takeFrame(); // what was about to be shown
    TransportState state = transport();
    state.mediaUs = mediaOf(m_current.index, mediaTimeUs(state, m_clock->nowNs()));
    state.playing = false;
    m_target = m_current.index;
    m_ended = false;
    apply(state, m_current.index); // exactly the frame that is on the screen
}

/// Does the last frame stay because the sound goes on? Then it can be paused, and begun, at any time of it.
bool FilmPlayer::lastStays() const
{
    const qint64 last = m_info.frameCount() - 1;
    return m_info.hasSound && last >= 0 && m_info.endOf(last) - m_info.ptsAt(last) >= staysUs;
}

/// Of exactly @p frame; within a last one that stays, @p mediaUs.
qint64 FilmPlayer::mediaOf(qint64 frame, qint64 mediaUs) const
{
    const qint64 own = m_info.ptsAt(frame) - m_info.firstUs();
    return frame == m_info.frameCount() - 1 && lastStays() ? std::clamp(mediaUs, own, m_info.endOf(frame) - m_info.firstUs()) : own;
}

/// A frame on show has been watched until the next one; one that stays (there is a gap, or the end of the sound), only as far as playing
/// has come.
bool FilmPlayer::stays(qint64 frame) const
{
    return m_info.endOf(frame) - m_info.ptsAt(frame) >= staysUs;
}

qint64 FilmPlayer::watchedUntil(qint64 frame) const
{
    return stays(frame) ? m_info.ptsAt(frame) : m_info.endOf(frame);
}

/// Playing has come to @p us while that frame stayed.
void FilmPlayer::countStay(qint64 us)
{
    if (m_staying && stays(*m_staying))
        m_watch.stayUntil(std::clamp(us, m_info.ptsAt(*m_staying), m_info.endOf(*m_staying)));
}

void FilmPlayer::goTo(qint64 frame, qint64 mediaUs)
{
    m_target = frame;
    m_ended = false;
    TransportState state = transport();
    state.playing = false;
    state.mediaUs = mediaOf(frame, mediaUs);
    apply(state, m_target);
}

void FilmPlayer::seekToFrame(qint64 index)
{
    if (m_info.frameCount() == 0)
        return;
    const qint64 frame = std::clamp<qint64>(index, 0, m_info.frameCount() - 1);
    goTo(frame, m_info.ptsAt(frame) - m_info.firstUs());
}

void FilmPlayer::seekToPts(qint64 ptsUs)
{
    if (m_info.frameCount() > 0)
        goTo(m_info.indexAt(ptsUs), ptsUs - m_info.firstUs());
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
    const qint64 now = m_clock->nowNs();
    state.mediaUs = mediaTimeUs(state, now);
    state.anchorNs = now;
    state.speed = std::clamp(speed, slowest, fastest);
    if (state.playing)
        apply(state, std::nullopt);
    else
        apply(state, m_target);
}

void FilmPlayer::setTransport(const TransportState &state, bool ownLoop)
{
    if (m_info.frameCount() == 0)
        return;
    TransportState mine = state;
    const qint64 media = mediaTimeUs(state, m_clock->nowNs());
    const std::optional<FilmLoop> loop = ownLoop ? m_loop : std::nullopt;
    if (state.playing && media >= m_info.durationUs && !loop) {
        mine.playing = false; // the partner is where this film has nothing any more
        mine.mediaUs = media;
    }
    if (!mine.playing)
        mine.mediaUs = std::clamp<qint64>(mine.mediaUs, 0, m_info.durationUs);
    m_target = m_info.indexAt(m_info.firstUs() + mine.mediaUs);
    m_ended = false;
    stopAccounts();
    m_missing = -1;
    m_worker->setWish(mine, std::nullopt, loop);
    if (mine.playing)
        watchFrom(m_target, media);
}

void FilmPlayer::setLoop(std::optional<FilmLoop> loop)
{
    if (loop == m_loop)
        return;
    m_loop = loop;
    if (!isPlaying())
        return;
    TransportState state = transport();
    if (m_loop && (m_current.index < m_loop->first || m_current.index > m_loop->last)) {
        state.mediaUs = m_info.ptsAt(m_loop->first) - m_info.firstUs();
        state.anchorNs = m_clock->nowNs();
    }
    apply(state, std::nullopt);
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
