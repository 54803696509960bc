// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/filmworker.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace arb::ui {

namespace {

constexpr qint64 displayStepNs = FilmPlayer::screenStepUs * 1000;
constexpr qint64 mostAheadNs = 500'000'000; ///< how far a slow machine aims ahead of the clock
constexpr qint64 nearFrames = 12;           ///< so near, the exact frame comes as fast as a key frame would
constexpr qint64 patienceNs = 20'000'000'000; ///< with a film whose beginning is lost, until a picture of it is found
constexpr qint64 soundAheadBytes = SoundLine::bytesPerSecond / 2;
constexpr qint64 soundSkipBytes = SoundLine::bytesPerSecond; ///< sound that is not heard, read at one go: pictures wait meanwhile
constexpr qint64 soundSlackUs = 120'000;
constexpr qint64 soundRoundNs = 100'000'000; ///< well within what is read ahead

} // namespace

qint64 mediaTimeUs(const TransportState &state, qint64 nowNs)
{
    if (!state.playing)
        return state.mediaUs;
    return state.mediaUs + static_cast<qint64>(static_cast<double>(nowNs - state.anchorNs) / 1000.0 * state.speed);
}

qint64 dueNsOf(const TransportState &state, qint64 mediaUs)
{
    return state.anchorNs + static_cast<qint64>(static_cast<double>(mediaUs - state.mediaUs) * 1000.0 / state.speed);
}

FilmPlayer::Worker::Worker(std::unique_ptr<FrameSource> source, std::shared_ptr<FilmClock> clock)
    : m_source(std::move(source)), m_clock(std::move(clock))
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
    std::shared_ptr<FilmMeeting> meeting;
    int seat = 0;
    {
        const std::lock_guard guard(m_lock);
        m_quit = true;
        meeting = std::exchange(m_wish.meeting, nullptr);
        seat = m_wish.seat;
    }
    m_changed.notify_all();
    if (meeting)
        meeting->leave(seat);
}

void FilmPlayer::Worker::setWish(const TransportState &state, std::optional<qint64> frame, std::optional<FilmLoop> loop)
{
    Wish wish;
    quint64 generation = 0;
    {
        const std::lock_guard guard(m_lock);
        m_wish.state = state;
        m_wish.frame = frame;
        m_wish.loop = loop;
        m_sound.clear();
        generation = ++m_generation;
        wish = m_wish;
    }
    m_changed.notify_all();
    if (wish.meeting)
        wish.meeting->become(wish.seat, generation, wish.doing());
}

void FilmPlayer::Worker::setSound(bool wanted)
{
    Wish wish;
    quint64 generation = 0;
    {
        const std::lock_guard guard(m_lock);
        m_soundWanted = wanted;
        m_sound.clear();
        generation = ++m_generation;
        wish = m_wish;
    }
    m_changed.notify_all();
    if (wish.meeting)
        wish.meeting->become(wish.seat, generation, wish.doing());
}

void FilmPlayer::Worker::setMeeting(std::shared_ptr<FilmMeeting> meeting, int seat)
{
    Wish wish, before;
    quint64 generation = 0;
    {
        const std::lock_guard guard(m_lock);
        before = m_wish;
        m_wish.meeting = std::move(meeting);
        m_wish.seat = seat;
        generation = ++m_generation;
        wish = m_wish;
    }
    m_changed.notify_all();
    if (before.meeting)
        before.meeting->leave(before.seat);
    if (wish.meeting)
        wish.meeting->become(wish.seat, generation, wish.doing());
}

void FilmPlayer::Worker::setBox(QSize box)
{
    const std::lock_guard guard(m_lock);
    m_box = box;
}

QSize FilmPlayer::Worker::box() const
{
    const std::lock_guard guard(m_lock);
    return m_box;
}

TransportState FilmPlayer::Worker::transport() const
{
    const std::lock_guard guard(m_lock);
    return m_wish.state;
}

std::optional<FilmPlayer::Worker::Outcome> FilmPlayer::Worker::takeFrame()
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
        if (wish.state.playing && wish.meeting) {
            playTogether(wish, generation);
        } else if (wish.state.playing) {
            playOn(wish, generation);
        } else {
            showPaused(wish, generation);
            done = generation;
        }
    }
}

/// Nothing comes on show that a newer wish has overtaken; only what is on the way to one place may serve on the way to another.
void FilmPlayer::Worker::publish(Outcome outcome, quint64 generation)
{
    {
        const std::lock_guard guard(m_lock);
        const bool serves = m_generation == generation || (outcome.onTheWay && !m_wish.state.playing);
        if (m_quit || !serves)
            return;
        keep(std::move(outcome));
    }
    Q_EMIT frameReady();
}

/// For whoever holds the lock.
void FilmPlayer::Worker::keep(Outcome outcome)
{
    m_shown = outcome.frame.index;
    m_shownWhole = outcome.frame.image.size() == m_info.size;
    m_latest = std::move(outcome);
}

/// As the meeting says: it knows whether it is still wanted.
void FilmPlayer::Worker::put(Outcome outcome)
{
    {
        const std::lock_guard guard(m_lock);
        if (m_quit)
            return;
        keep(std::move(outcome));
    }
    Q_EMIT frameReady();
}

/// What stands still is shown with the other film's. No @p outcome: it is on show already, or not to be had.
void FilmPlayer::Worker::publishExact(const Wish &wish, const std::optional<Outcome> &outcome, quint64 generation)
{
    if (!wish.meeting) {
        if (outcome)
            publish(*outcome, generation);
        return;
    }
    wish.meeting->bring(wish.seat, generation, [this, outcome] {
        if (outcome)
            put(*outcome);
    });
}

void FilmPlayer::Worker::showPaused(const Wish &wish, quint64 generation)
{
    const qint64 target = wish.frame.value_or(m_info.indexAt(m_info.firstUs() + wish.state.mediaUs));
    if (target == m_shown && m_shownWhole) {
        publishExact(wish, std::nullopt, generation);
        return;
    }
    // Far away: something near it at once. That is short work, so a newer wish does not break it off: whoever drags along the
    // timeline would otherwise see nothing.
    if (m_shown >= 0 && std::abs(target - m_shown) > nearFrames) {
        Shown<FilmFrame> near = m_source->nearestAtOnce(target, [this] { return m_quit.load(); });
        if (near) {
            if (near->index == target) {
                publishExact(wish, Outcome{std::move(*near), false, false}, generation);
                return;
            }
            publish({std::move(*near), true, false}, generation);
        }
    }
    Shown<FilmFrame> frame = m_source->frameAt(target, [this, generation] { return isStale(generation); });
    if (frame)
        publishExact(wish, Outcome{std::move(*frame), false, false}, generation);
    else if (!isStale(generation))
        showInstead(wish, target, frame.error(), generation);
}

/// What is on show stays; before anything is, the film shows the nearest picture that it has, or that it has none.
void FilmPlayer::Worker::showInstead(const Wish &wish, qint64 lost, ShowError why, quint64 generation)
{
    std::optional<Outcome> instead;
    if (m_shown < 0) {
        Shown<FilmFrame> any = pictureNear(lost, why, generation);
        if (isStale(generation))
            return;
        if (!any) {
            giveUp(any.error());
            return;
        }
        instead = Outcome{std::move(*any), false, false};
    }
    Q_EMIT frameMissing(lost);
    publishExact(wish, instead, generation);
}

/// Key frames behind @p lost, then before it, until one can be decoded. Only damage (@p why) may end somewhere: what took too long or
/// broke the decoder would again.
Shown<FilmFrame> FilmPlayer::Worker::pictureNear(qint64 lost, ShowError why, quint64 generation)
{
    QList<qint64> places;
    for (const qint64 key : std::as_const(m_info.keyFrames)) {
        if (key > lost)
            places.append(key);
    }
    for (auto key = m_info.keyFrames.crbegin(); key != m_info.keyFrames.crend(); ++key) {
        if (*key < lost)
            places.append(*key);
    }
    const qint64 until = m_clock->nowNs() + patienceNs;
    for (const qint64 place : std::as_const(places)) {
        if (why != ShowError::Damaged || m_clock->nowNs() > until)
            break;
        Shown<FilmFrame> frame = m_source->frameAt(place, [this, generation] { return isStale(generation); });
        if (frame)
            return frame;
        why = frame.error();
    }
    return domain::Failure{why};
}

/// As if it could not be opened: there is nothing to see and nothing to play.
void FilmPlayer::Worker::giveUp(ShowError why)
{
    {
        const std::lock_guard guard(m_lock);
        if (m_quit)
            return;
        m_opening = domain::Failure{why};
    }
    leave();
    Q_EMIT openingDone();
}

/// One slow frame is not yet a slow machine.
qint64 FilmPlayer::Worker::usualCostNs() const
{
    return std::min({m_costNs, m_costBeforeNs, mostAheadNs});
}

/// The frame to prepare: the one that will be due once it is decoded, at least the next one that a screen can show.
qint64 FilmPlayer::Worker::nextToShow(const Wish &wish, qint64 nowNs) const
{
    const auto at = [&](qint64 ns) { return m_info.indexAt(m_info.firstUs() + mediaTimeUs(wish.state, ns)); };
    const qint64 cost = usualCostNs();
    if (at(nowNs) == m_shown)
        return std::max<qint64>(m_shown + 1, at(nowNs + std::max(cost, displayStepNs)));
    return at(nowNs + cost);
}

Shown<FilmFrame> FilmPlayer::Worker::decode(qint64 index, quint64 generation)
{
    const qint64 begun = m_clock->nowNs();
    Shown<FilmFrame> frame = m_source->frameCovering(index, box(), [this, generation] { return isStale(generation); });
    // A jump costs more than what follows it.
    if (index > m_shown && index - m_shown <= nearFrames) {
        m_costBeforeNs = m_costNs;
        m_costNs = m_clock->nowNs() - begun;
    }
    return frame;
}

void FilmPlayer::Worker::playOn(const Wish &wish, quint64 generation)
{
    const qint64 now = m_clock->nowNs();
    if (mediaTimeUs(wish.state, now) < 0 && m_shown != 0) {
        // The clock comes to this film later: until then it stands on its first frame.
        Shown<FilmFrame> first = decode(0, generation);
        if (first && !isStale(generation)) {
            publish({std::move(*first), false, false}, generation);
            return;
        }
    }
    const qint64 last = wish.loop ? wish.loop->last : m_info.frameCount() - 1;
    const qint64 endUs = m_info.endOf(last) - m_info.firstUs();
    const bool over = mediaTimeUs(wish.state, now) >= endUs;
    qint64 target = over ? last + 1 : nextToShow(wish, now);
    if (!over && m_shown != last)
        target = std::min(target, last); // there is time for it yet
    if (target > last) {
        if (wish.loop)
            wrap(wish, generation);
        else
            comeToEnd(wish, generation);
        return;
    }
    Shown<FilmFrame> frame = decode(target, generation);
    if (isStale(generation))
        return;
    if (!frame) {
        finish(generation); // damage: stop where the picture stops
        return;
    }
    waitHearing(wish, dueNsOf(wish.state, frame->ptsUs - m_info.firstUs()), generation);
    publish({std::move(*frame), false, true}, generation);
}

/// One instant that the other film shows, too. Damage does not stop it: the other goes on, and this one as soon as it can.
void FilmPlayer::Worker::playTogether(const Wish &wish, quint64 generation)
{
    const auto over = [this, generation] { return isStale(generation); };
    const qint64 had = m_hadGeneration == generation ? m_had : m_shown.load();
    const qint64 last = wish.loop ? wish.loop->last : m_info.frameCount() - 1;
    const FilmTurn turn{m_info, wish.state, had, last, usualCostNs(), wish.loop.has_value()};
    if (had == last && m_clock->nowNs() >= turn.endNs()) {
        if (wish.loop)
            wrap(wish, generation);
        else
            finish(generation, last);
        return;
    }
    const std::optional<FilmInstant> instant = wish.meeting->agree(wish.seat, generation, turn, *m_clock, over);
    if (!instant)
        return;
    const qint64 target = turn.frameAt(instant->atNs);
    std::optional<Outcome> outcome;
    if (target != had) {
        Shown<FilmFrame> frame = decode(target, generation);
        if (isStale(generation))
            return;
        if (frame)
            outcome = Outcome{std::move(*frame), false, mediaTimeUs(wish.state, instant->atNs) >= 0};
    }
    waitHearing(wish, instant->showNs, generation);
    const bool missing = target != had && !outcome;
    const auto handOut = [&] {
        if (outcome)
            put(std::move(*outcome));
        else if (missing)
            Q_EMIT frameMissing(target);
    };
    if (wish.meeting->show(wish.seat, generation, *instant, handOut, over)) {
        m_had = target;
        m_hadGeneration = generation;
    }
}

/// The last frame stays on show for its own time, or as long as the sound goes on.
void FilmPlayer::Worker::comeToEnd(const Wish &wish, quint64 generation)
{
    const qint64 last = m_info.frameCount() - 1;
    if (m_shown != last) {
        Shown<FilmFrame> frame = decode(last, generation);
        if (frame)
            publish({std::move(*frame), false, true}, generation);
    }
    waitHearing(wish, dueNsOf(wish.state, m_info.endOf(last) - m_info.firstUs()), generation);
    finish(generation);
}

/// The loop's first frame follows when its last one has had its time: the clock goes on from that instant, however late it is.
void FilmPlayer::Worker::wrap(const Wish &wish, quint64 generation)
{
    const qint64 fromUs = m_info.ptsAt(wish.loop->first) - m_info.firstUs();
    const qint64 endUs = m_info.endOf(wish.loop->last) - m_info.firstUs();
    Shown<FilmFrame> frame = decode(wish.loop->first, generation);
    if (isStale(generation))
        return;
    if (!frame && !wish.meeting) {
        finish(generation);
        return;
    }
    qint64 instant = dueNsOf(wish.state, endUs);
    waitHearing(wish, instant, generation);
    const auto roundNs = static_cast<qint64>(static_cast<double>(endUs - fromUs) * 1000.0 / wish.state.speed);
    const qint64 late = m_clock->nowNs() - instant;
    if (roundNs > 0 && late > roundNs)
        instant += late / roundNs * roundNs;
    {
        const std::lock_guard guard(m_lock);
        if (isStale(generation))
            return;
        m_wish.state.mediaUs = fromUs;
        m_wish.state.anchorNs = instant;
        m_sound.clear();
        generation = ++m_generation;
    }
    if (wish.meeting) // the other film comes along once the window has told it
        wish.meeting->become(wish.seat, generation, FilmMeeting::Doing::Playing, true);
    else
        publish({std::move(*frame), false, true}, generation);
    Q_EMIT wrapped();
}

void FilmPlayer::Worker::waitUntil(qint64 whenNs, quint64 generation)
{
    std::unique_lock guard(m_lock);
    m_clock->waitUntil(guard, m_changed, whenNs, [&] { return isStale(generation); });
}

/// A picture may stay for longer than there is sound read ahead.
void FilmPlayer::Worker::waitHearing(const Wish &wish, qint64 whenNs, quint64 generation)
{
    fillSound(wish, generation);
    while (!isStale(generation) && whenNs - m_clock->nowNs() > 2 * soundRoundNs) {
        waitUntil(m_clock->nowNs() + soundRoundNs, generation);
        fillSound(wish, generation);
    }
    waitUntil(whenNs, generation);
}

/// @p at: where it has come to, when that is not what is on show.
void FilmPlayer::Worker::finish(quint64 generation, std::optional<qint64> at)
{
    Wish wish;
    {
        const std::lock_guard guard(m_lock);
        if (isStale(generation))
            return;
        m_wish.state.playing = false;
        m_wish.frame = std::max<qint64>(0, m_shown);
        m_wish.state.mediaUs = m_info.ptsAt(at.value_or(m_shown)) - m_info.firstUs();
        m_sound.clear();
        generation = ++m_generation;
        wish = m_wish;
    }
    if (wish.meeting)
        wish.meeting->become(wish.seat, generation, FilmMeeting::Doing::Still, true);
    Q_EMIT endReached();
}

void FilmPlayer::Worker::fillSound(const Wish &wish, quint64 generation)
{
    // At other speeds the sound would be at another pitch; a voice that cannot be understood is left out.
    if (!m_soundWanted || !m_info.hasSound || wish.state.speed != 1.0)
        return;
    if (m_soundGeneration != generation) {
        const qint64 fromUs = m_info.firstUs() + mediaTimeUs(wish.state, m_clock->nowNs());
        m_source->seekSound(fromUs);
        m_soundGeneration = generation;
        m_soundEnded = false;
        const std::lock_guard guard(m_lock);
        if (m_generation != generation)
            return;
        m_sound.begin(fromUs, m_info.endOf(m_info.frameCount() - 1));
    }
    qint64 skipped = 0;
    while (!m_soundEnded && !isStale(generation) && skipped < soundSkipBytes) {
        {
            const std::lock_guard guard(m_lock);
            if (m_sound.certainBytes() >= soundAheadBytes)
                return;
        }
        const SoundChunk chunk = m_source->nextSound();
        m_soundEnded = chunk.pcm.isEmpty();
        const std::lock_guard guard(m_lock);
        if (m_generation != generation)
            return;
        if (!m_sound.add(chunk))
            skipped += chunk.pcm.size();
    }
}

QByteArray FilmPlayer::Worker::takeSound(qsizetype bytes)
{
    const std::lock_guard guard(m_lock);
    if (m_sound.isEmpty() || !m_wish.state.playing)
        return {};
    const qint64 dueUs = m_info.firstUs() + mediaTimeUs(m_wish.state, m_clock->nowNs());
    const qint64 late = dueUs - m_sound.startUs();
    if (late < -soundSlackUs)
        return {}; // not yet
    if (late > soundSlackUs)
        m_sound.dropBefore(dueUs);
    return m_sound.take(bytes);
}

} // namespace arb::ui
