// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filmclock.h"

#include <ui/viewers.h>

#include <QtCore/QPointer>

#include <array>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace arb::ui {

class FilmPlayer;

/// Where one of two films stands that play by one clock. Nanoseconds are the clock's.
struct FilmTurn
{
    FilmInfo info;
    TransportState state; ///< playing
    qint64 have = -1;     ///< the frame on show, or the one in its place that cannot be decoded
    qint64 last = 0;      ///< of the film or its loop
    qint64 costNs = 0;    ///< what a frame takes to decode
    bool loops = false;

    /// The frame on show at @p ns; before the film its first, after it its last.
    qint64 frameAt(qint64 ns) const;
    qint64 dueNs(qint64 index) const;
    qint64 endNs() const; ///< of the last frame
};

/// What is to come on show next, on both.
struct FilmInstant
{
    qint64 atNs = 0;   ///< each shows its frame at this instant
    qint64 showNs = 0; ///< and not before this one
    quint64 round = 0;
};

/// The next instant at which one of both (@p other may be null) shows another frame and that they can have decoded by then: what lies
/// before it is left out. Neither shows another frame between showNs and atNs.
FilmInstant nextInstant(const FilmTurn &one, const FilmTurn *other, qint64 nowNs);

/// Two films on one clock meet here, so that nothing comes on show on one of them alone.
/// 1. Playing, both decode their frame for one and the same instant and are handed out together, once both have it. Instants that were
///    not to be had in time are left out; the clock waits for nobody.
/// 2. Standing still, the exact frames are handed out together.
/// 3. A frame that cannot be decoded is there, too: its film stays as it is.
/// 4. A film that has stopped while the other plays, or has left, is not waited for.
/// Seats are 0 (left) and 1 (right). Called by the films' threads and the window's; whoever calls holds no lock that a handing out takes.
class FilmMeeting
{
public:
    enum class Doing { Away, Still, Playing };
    using Over = std::function<bool()>;
    using HandOut = std::function<void()>;

    /// While one lives, nothing is handed out and no instant agreed on: the clock is being set on both.
    class Hold
    {
    public:
        explicit Hold(std::shared_ptr<FilmMeeting> meeting); ///< null: none
        ~Hold();
        Hold(const Hold &) = delete;
        Hold &operator=(const Hold &) = delete;

    private:
        std::shared_ptr<FilmMeeting> m_meeting;
    };

    /// Something else is wished of the film in @p seat; what it brought before counts no more. @p unheard: it decided so by itself, and
    /// as long as the window has not heard() of it, it is as if held.
    void become(int seat, quint64 generation, Doing doing, bool unheard = false);
    void heard(int seat);
    /// For good.
    void leave(int seat);

    /// Waits for the other. None: something else is wished meanwhile.
    std::optional<FilmInstant> agree(int seat, quint64 generation, const FilmTurn &turn, const FilmClock &clock, const Over &over);
    /// Waits until both are handed out. False: nothing came of it.
    bool show(int seat, quint64 generation, const FilmInstant &instant, const HandOut &handOut, const Over &over);
    /// Standing still. Does not wait; @p handOut is called now or later, or never.
    void bring(int seat, quint64 generation, const HandOut &handOut);

    /// While it is held nothing is handed out: what both have then belongs together.
    std::unique_lock<std::mutex> still() { return std::unique_lock(m_lock); }

    /// The window's thread only.
    void setPlayer(int seat, FilmPlayer *player);
    FilmPlayer *player(int seat) const;

private:
    struct Seat
    {
        Doing doing = Doing::Away;
        quint64 generation = 0;
        bool unheard = false;
        bool there = false; ///< has what it is to show
        HandOut handOut;
        std::optional<FilmTurn> turn;
    };

    Seat &at(int seat) { return m_seats.at(static_cast<std::size_t>(seat)); }
    bool isSettled() const;
    void take(int seat, quint64 generation, Doing doing, bool unheard);
    void beginRound();
    void handOutReady();

    std::mutex m_lock;
    std::condition_variable m_changed;
    std::array<Seat, 2> m_seats;
    int m_holds = 0;
    quint64 m_round = 0;
    std::optional<FilmInstant> m_instant; ///< that both have agreed on
    std::array<QPointer<FilmPlayer>, 2> m_players;
};

} // namespace arb::ui
