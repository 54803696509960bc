// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/filmmeeting.h"

#include "viewing/filmplayer.h"
#include "viewing/filmworker.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace arb::ui {

namespace {

constexpr qint64 screenStepNs = FilmPlayer::screenStepUs * 1000;
/// What follows so soon comes along: time stamps of one and the same moment are rounded in many ways, and no screen shows both.
constexpr qint64 sameMomentNs = screenStepNs / 4;

/// When @p turn shows what follows @p index, or is over. Surely behind its time stamp, which is a whole microsecond of the film.
qint64 changeNs(const FilmTurn &turn, qint64 index)
{
    if (index >= turn.last)
        return turn.endNs();
    return turn.dueNs(index + 1) + static_cast<qint64>(1000.0 / turn.state.speed) + 1;
}

/// The last instant of @p loop, whose end is where both begin again. A frame of the other that would come just before it is the one
/// behind the loop, rounded another way: then it is the instant before that one.
qint64 lastInstantNs(const FilmTurn &loop, const FilmTurn *other)
{
    const qint64 limit = loop.endNs() - 1;
    if (!other)
        return limit;
    const qint64 due = other->dueNs(other->frameAt(limit));
    const qint64 before = due - static_cast<qint64>(1000.0 / other->state.speed) - 1;
    const bool same = due > limit - sameMomentNs && due <= limit && loop.frameAt(before) == loop.last;
    return same ? before : limit;
}

} // namespace

qint64 FilmTurn::frameAt(qint64 ns) const
{
    return std::min(info.indexAt(info.firstUs() + mediaTimeUs(state, ns)), last);
}

qint64 FilmTurn::dueNs(qint64 index) const
{
    return dueNsOf(state, info.ptsAt(index) - info.firstUs());
}

qint64 FilmTurn::endNs() const
{
    return dueNsOf(state, info.endOf(last) - info.firstUs());
}

FilmInstant nextInstant(const FilmTurn &one, const FilmTurn *other, qint64 nowNs)
{
    const std::array<const FilmTurn *, 2> both{&one, other};
    const auto ofEach = [&both](auto say) {
        for (const FilmTurn *turn : both) {
            if (turn)
                say(*turn);
        }
    };
    qint64 ahead = screenStepNs, soonest = std::numeric_limits<qint64>::max(), end = soonest, limit = soonest;
    ofEach([&](const FilmTurn &turn) {
        ahead = std::max(ahead, turn.costNs);
        if (turn.loops && turn.endNs() < end) {
            end = turn.endNs();
            limit = lastInstantNs(turn, &turn == &one ? other : &one);
        }
        soonest = std::min(soonest, changeNs(turn, turn.have));
    });
    bool changes = false;
    ofEach([&](const FilmTurn &turn) { changes = changes || turn.frameAt(nowNs + ahead) != turn.have; });
    FilmInstant next;
    next.atNs = changes ? nowNs + ahead : soonest;
    qint64 along = next.atNs;
    ofEach([&](const FilmTurn &turn) {
        const qint64 change = changeNs(turn, turn.frameAt(next.atNs));
        if (change <= next.atNs + sameMomentNs)
            along = std::max(along, change);
    });
    next.atNs = std::min(along, limit);
    std::optional<qint64> due;
    ofEach([&](const FilmTurn &turn) {
        const qint64 index = turn.frameAt(next.atNs);
        if (index != turn.have)
            due = std::max(due.value_or(std::numeric_limits<qint64>::min()), std::min(turn.dueNs(index), next.atNs));
    });
    next.showNs = due.value_or(next.atNs == limit ? end : next.atNs + 1); // else it is the end of one of them that is waited for
    return next;
}

FilmMeeting::Hold::Hold(std::shared_ptr<FilmMeeting> meeting)
    : m_meeting(std::move(meeting))
{
    if (!m_meeting)
        return;
    const std::lock_guard guard(m_meeting->m_lock);
    ++m_meeting->m_holds;
}

FilmMeeting::Hold::~Hold()
{
    if (!m_meeting)
        return;
    {
        const std::lock_guard guard(m_meeting->m_lock);
        --m_meeting->m_holds;
        m_meeting->handOutReady();
    }
    m_meeting->m_changed.notify_all();
}

void FilmMeeting::setPlayer(int seat, FilmPlayer *player)
{
    m_players.at(static_cast<std::size_t>(seat)) = player;
}

FilmPlayer *FilmMeeting::player(int seat) const
{
    return m_players.at(static_cast<std::size_t>(seat)).data();
}

void FilmMeeting::become(int seat, quint64 generation, Doing doing, bool unheard)
{
    {
        const std::lock_guard guard(m_lock);
        take(seat, generation, doing, unheard);
        handOutReady();
    }
    m_changed.notify_all();
}

void FilmMeeting::heard(int seat)
{
    {
        const std::lock_guard guard(m_lock);
        at(seat).unheard = false;
        handOutReady();
    }
    m_changed.notify_all();
}

void FilmMeeting::leave(int seat)
{
    become(seat, std::numeric_limits<quint64>::max(), Doing::Away);
}

/// The film's thread may come to know of a wish before it is told here, or after another.
void FilmMeeting::take(int seat, quint64 generation, Doing doing, bool unheard)
{
    Seat &mine = at(seat);
    if (generation <= mine.generation)
        return;
    mine = Seat{};
    mine.doing = doing;
    mine.generation = generation;
    mine.unheard = unheard;
    beginRound();
}

/// Whoever plays has to agree anew.
void FilmMeeting::beginRound()
{
    ++m_round;
    m_instant.reset();
    for (Seat &each : m_seats) {
        each.turn.reset();
        if (each.doing == Doing::Playing) {
            each.there = false;
            each.handOut = nullptr;
        }
    }
}

/// Both do what the window wants, or there is one only.
bool FilmMeeting::isSettled() const
{
    const bool alone = std::ranges::any_of(m_seats, [](const Seat &each) { return each.doing == Doing::Away; });
    const bool unheard = std::ranges::any_of(m_seats, [](const Seat &each) { return each.unheard; });
    return alone || (m_holds == 0 && !unheard);
}

void FilmMeeting::handOutReady()
{
    if (!isSettled())
        return;
    const bool together = m_seats[0].doing == m_seats[1].doing;
    if (together && !(m_seats[0].there && m_seats[1].there))
        return;
    bool played = false;
    for (Seat &each : m_seats) {
        if (!each.there)
            continue;
        if (const HandOut handOut = std::exchange(each.handOut, nullptr))
            handOut();
        played = played || each.doing == Doing::Playing;
    }
    if (played)
        beginRound();
}

std::optional<FilmInstant> FilmMeeting::agree(int seat, quint64 generation, const FilmTurn &turn, const FilmClock &clock, const Over &over)
{
    std::unique_lock guard(m_lock);
    take(seat, generation, Doing::Playing, false);
    Seat &mine = at(seat), &others = at(1 - seat);
    if (generation != mine.generation)
        return std::nullopt;
    mine.turn = turn;
    const quint64 round = m_round;
    while (!over() && m_round == round) {
        if (m_instant)
            return m_instant;
        const bool alone = others.doing != Doing::Playing;
        if (isSettled() && (alone || others.turn)) {
            FilmInstant next = nextInstant(turn, alone ? nullptr : &*others.turn, clock.nowNs());
            next.round = round;
            if (!alone)
                m_instant = next;
            m_changed.notify_all();
            return next;
        }
        m_changed.wait(guard);
    }
    return std::nullopt;
}

bool FilmMeeting::show(int seat, quint64 generation, const FilmInstant &instant, const HandOut &handOut, const Over &over)
{
    std::unique_lock guard(m_lock);
    Seat &mine = at(seat);
    if (generation != mine.generation || instant.round != m_round)
        return false;
    bool done = false;
    mine.there = true;
    mine.handOut = [&] {
        handOut();
        done = true;
    };
    handOutReady();
    m_changed.notify_all();
    m_changed.wait(guard, [&] { return over() || m_round != instant.round; });
    if (m_round == instant.round) {
        mine.there = false;
        mine.handOut = nullptr; // it would speak of what is gone by then
    }
    return done;
}

void FilmMeeting::bring(int seat, quint64 generation, const HandOut &handOut)
{
    const std::lock_guard guard(m_lock);
    take(seat, generation, Doing::Still, false);
    Seat &mine = at(seat);
    if (generation != mine.generation || mine.doing != Doing::Still)
        return;
    mine.there = true;
    mine.handOut = handOut;
    handOutReady();
}

} // namespace arb::ui
