// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/filmworker.h"

#include <algorithm>
#include <chrono>

namespace arb::ui {

namespace {

constexpr qint64 displayStepNs = 16'000'000;      ///< no more frames than a screen can show
constexpr qint64 soundBytesPerSecond = 48'000 * 4;
constexpr qint64 soundAheadBytes = soundBytesPerSecond / 2;
constexpr qint64 soundSlackUs = 120'000;

} // namespace

qint64 steadyNowNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

qint64 mediaTimeUs(const TransportState &state, qint64 nowNs)
{
    if (!state.playing)
        return state.mediaUs;
    return state.mediaUs + static_cast<qint64>(static_cast<double>(nowNs - state.anchorNs) / 1000.0 * state.speed);
}

FilmPlayer::Worker::Worker(std::unique_ptr<FrameSource> source)
    : m_source(std::move(source))
{
    setObjectName(QStringLiteral("film"));
}

FilmPlayer::Worker::~Worker()
{
    leave();
    wait(); // the source asks about abandonment at every packet, so this is short
}

void FilmPlayer::Worker::leave()
{
    {
        const std::lock_guard guard(m_lock);
        m_quit = true;
    }
    m_changed.notify_all();
}

void FilmPlayer::Worker::setWish(const TransportState &state, std::optional<qint64> frame)
{
    {
        const std::lock_guard guard(m_lock);
        m_wish = {state, frame};
        m_sound.clear();
        ++m_generation;
    }
    m_changed.notify_all();
}

void FilmPlayer::Worker::setSound(bool wanted)
{
    {
        const std::lock_guard guard(m_lock);
        m_soundWanted = wanted;
        m_sound.clear();
        m_soundPtsUs = 0;
        ++m_generation;
    }
    m_changed.notify_all();
}

TransportState FilmPlayer::Worker::transport() const
{
    const std::lock_guard guard(m_lock);
    return m_wish.state;
}

std::optional<FilmFrame> FilmPlayer::Worker::takeFrame()
{
    const std::lock_guard guard(m_lock);
    return std::exchange(m_latest, std::nullopt);
}

std::optional<Shown<FilmInfo>> FilmPlayer::Worker::takeOpening()
{
    const std::lock_guard guard(m_lock);
    return std::exchange(m_opening, std::nullopt);
}

bool FilmPlayer::Worker::open()
{
    Shown<FilmInfo> opened = m_source->open([this] { return m_quit.load(); });
    const bool good = opened.ok();
    if (good)
        m_info = *opened;
    {
        const std::lock_guard guard(m_lock);
        m_opening = std::move(opened);
    }
    Q_EMIT openingDone();
    return good;
}

void FilmPlayer::Worker::run()
{
    if (!open())
        return;
    std::optional<quint64> done; // of the paused wish that was already fulfilled
    while (!m_quit) {
        Wish wish;
        quint64 generation = 0;
        {
            std::unique_lock guard(m_lock);
            m_changed.wait(guard, [&] { return m_quit || m_wish.state.playing || !done || *done != m_generation; });
            wish = m_wish;
            generation = m_generation;
        }
        if (m_quit)
            return;
        if (wish.state.playing) {
            playOn(wish, generation);
        } else {
            showPaused(wish, generation);
            done = generation;
        }
    }
}

void FilmPlayer::Worker::publish(FilmFrame frame)
{
    m_shown = frame.index;
    {
        const std::lock_guard guard(m_lock);
        m_latest = std::move(frame);
    }
    Q_EMIT frameReady();
}

void FilmPlayer::Worker::showPaused(const Wish &wish, quint64 generation)
{
    const qint64 target = wish.frame.value_or(m_info.indexAt(m_info.firstUs() + wish.state.mediaUs));
    if (target == m_shown)
        return;
    Shown<FilmFrame> frame = m_source->frameAt(target, [this, generation] { return isStale(generation); });
    if (frame)
        publish(std::move(*frame));
}

/// The frame to prepare: the one that belongs on the screen now, or else the next one that a screen can show.
qint64 FilmPlayer::Worker::nextToShow(const Wish &wish, qint64 nowNs) const
{
    const qint64 due = m_info.indexAt(m_info.firstUs() + mediaTimeUs(wish.state, nowNs));
    if (due != m_shown)
        return due;
    const qint64 soon = m_info.indexAt(m_info.firstUs() + mediaTimeUs(wish.state, nowNs + displayStepNs));
    return std::max(m_shown + 1, soon);
}

void FilmPlayer::Worker::playOn(const Wish &wish, quint64 generation)
{
    const qint64 now = steadyNowNs();
    if (mediaTimeUs(wish.state, now) >= m_info.durationUs) {
        if (m_shown != m_info.frameCount() - 1) {
            Shown<FilmFrame> last =
                m_source->frameAt(m_info.frameCount() - 1, [this, generation] { return isStale(generation); });
            if (last && !isStale(generation))
                publish(std::move(*last));
        }
        finish(generation);
        return;
    }
    if (mediaTimeUs(wish.state, now) < 0 && m_shown != 0) {
        // The clock comes to this film later: until then it stands on its first frame.
        Shown<FilmFrame> first = m_source->frameAt(0, [this, generation] { return isStale(generation); });
        if (first && !isStale(generation)) {
            publish(std::move(*first));
            return;
        }
    }
    const qint64 target = nextToShow(wish, now);
    if (target >= m_info.frameCount()) {
        // The last frame stays on show for its own time.
        const double left = static_cast<double>(m_info.durationUs - mediaTimeUs(wish.state, now));
        waitUntil(now + static_cast<qint64>(std::max(0.0, left) * 1000.0 / wish.state.speed) + 1'000'000, generation);
        return;
    }
    Shown<FilmFrame> frame = m_source->frameAt(target, [this, generation] { return isStale(generation); });
    if (isStale(generation))
        return;
    if (!frame) {
        finish(generation); // damage: stop where the picture stops
        return;
    }
    fillSound(wish, generation);
    const double aheadUs = static_cast<double>(frame->ptsUs - m_info.firstUs() - wish.state.mediaUs);
    waitUntil(wish.state.anchorNs + static_cast<qint64>(aheadUs * 1000.0 / wish.state.speed), generation);
    if (!isStale(generation))
        publish(std::move(*frame));
}

void FilmPlayer::Worker::waitUntil(qint64 steadyNs, quint64 generation)
{
    const std::chrono::steady_clock::time_point when{std::chrono::nanoseconds(steadyNs)};
    std::unique_lock guard(m_lock);
    m_changed.wait_until(guard, when, [&] { return isStale(generation); });
}

void FilmPlayer::Worker::finish(quint64 generation)
{
    {
        const std::lock_guard guard(m_lock);
        if (isStale(generation))
            return;
        m_wish.state.playing = false;
        m_wish.frame = m_shown;
        m_wish.state.mediaUs = m_info.ptsAt(m_shown) - m_info.firstUs();
        m_sound.clear();
        ++m_generation;
    }
    Q_EMIT endReached();
}

void FilmPlayer::Worker::fillSound(const Wish &wish, quint64 generation)
{
    // At other speeds the sound would be at another pitch; a voice that cannot be understood is left out.
    if (!m_soundWanted || !m_info.hasSound || wish.state.speed != 1.0)
        return;
    if (m_soundGeneration != generation) {
        m_source->seekSound(m_info.firstUs() + mediaTimeUs(wish.state, steadyNowNs()));
        m_soundGeneration = generation;
        m_soundEnded = false;
    }
    while (!m_soundEnded && !isStale(generation)) {
        {
            const std::lock_guard guard(m_lock);
            if (m_sound.size() >= soundAheadBytes)
                return;
        }
        const SoundChunk chunk = m_source->nextSound();
        m_soundEnded = chunk.pcm.isEmpty();
        const std::lock_guard guard(m_lock);
        if (m_generation != generation)
            return;
        if (m_sound.isEmpty())
            m_soundPtsUs = chunk.ptsUs - m_info.firstUs();
        m_sound += chunk.pcm;
    }
}

QByteArray FilmPlayer::Worker::takeSound(qsizetype bytes)
{
    const std::lock_guard guard(m_lock);
    if (m_sound.isEmpty() || !m_wish.state.playing)
        return {};
    const auto drop = [this](qsizetype count) {
        count = std::min(count, m_sound.size()) / 4 * 4;
        m_sound.remove(0, count);
        m_soundPtsUs += static_cast<qint64>(count) * 1'000'000 / soundBytesPerSecond;
    };
    const qint64 late = mediaTimeUs(m_wish.state, steadyNowNs()) - m_soundPtsUs;
    if (late < -soundSlackUs)
        return {}; // not yet
    if (late > soundSlackUs)
        drop(static_cast<qsizetype>(late * soundBytesPerSecond / 1'000'000));
    const QByteArray due = m_sound.left(bytes / 4 * 4);
    drop(due.size());
    return due;
}

} // namespace arb::ui
