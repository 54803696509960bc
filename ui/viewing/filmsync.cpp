// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/filmsync.h"

#include "viewing/filmclock.h"
#include "viewing/filmmeeting.h"
#include "viewing/filmworker.h"

#include <QtCore/QScopedValueRollback>

#include <utility>

namespace arb::ui {

namespace {

constexpr qint64 longUs = 500'000; ///< a frame that is on show for so long is not gone back to the beginning of

} // namespace

FilmSync::FilmSync(QObject *parent)
    : QObject(parent)
{
}

void FilmSync::setPair(ViewerWidget *left, ViewerWidget *right)
{
    if (left == m_left && right == m_right)
        return; // whoever shows another film on one of them calls forget()
    for (ViewerWidget *old : {m_left.data(), m_right.data()}) {
        if (old)
            disconnect(old, nullptr, this, nullptr);
    }
    forget();
    m_left = left;
    m_right = right;
    for (const bool isLeft : {true, false}) {
        if (!viewer(isLeft))
            continue;
        connect(viewer(isLeft), &ViewerWidget::transportChanged, this, [this, isLeft](const TransportState &state) { follow(isLeft, state); });
        connect(viewer(isLeft), &ViewerWidget::loopChanged, this, [this, isLeft] { keepLoopOf(isLeft); });
        connect(viewer(isLeft), &ViewerWidget::otherPauseWanted, this, [this, isLeft] {
            if (m_tie && film(!isLeft))
                viewer(!isLeft)->stopPlaying(); // which tells its place, and this side is taken there
        });
    }
}

const FilmInfo *FilmSync::film(bool left) const
{
    return viewer(left) ? viewer(left)->film() : nullptr;
}

bool FilmSync::canTie() const
{
    return m_left && m_right && m_left->viewState() && m_right->viewState() && (film(true) || film(false));
}

std::optional<domain::FilmTie> FilmSync::tie() const
{
    if (!m_tie)
        return std::nullopt;
    domain::FilmTie tie = *m_tie;
    tie.atUs = m_clock.mediaUs;
    return tie;
}

/// Where a film stands: playing, what is on the screen; else what was asked for last, which may be on its way.
std::optional<qint64> FilmSync::ptsOnShow(bool left) const
{
    const FilmInfo *mine = film(left);
    const auto state = mine ? viewer(left)->transport() : std::nullopt;
    if (!state)
        return std::nullopt;
    if (state->playing) {
        const auto citation = viewer(left)->currentCitation();
        if (citation && citation->pts)
            return citation->pts;
    }
    return mine->ptsAt(mine->indexAt(mine->firstUs() + mediaTimeUs(*state, steadyFilmClock()->nowNs())));
}

void FilmSync::tieHere()
{
    if (!canTie())
        return;
    m_tie = domain::FilmTie{ptsOnShow(true).value_or(0), ptsOnShow(false).value_or(0)};
    meet(true);
    keepLoopOf(loopOf(std::nullopt).value_or(true));
    const auto state = viewer(film(true) != nullptr)->transport();
    setClock({false, state ? state->speed : 1.0, 0, steadyFilmClock()->nowNs()});
}

void FilmSync::resume(const domain::FilmTie &tie)
{
    if (!canTie())
        return;
    m_tie = tie;
    meet(true);
    keepLoopOf(loopOf(std::nullopt).value_or(true));
    for (const bool left : {true, false}) {
        const auto state = film(left) ? viewer(left)->transport() : std::nullopt;
        if (state && (state->playing || state->mediaUs != 0)) {
            setClock(clockOf(left, *state), left);
            return;
        }
    }
    setClock({false, 1.0, tie.atUs, steadyFilmClock()->nowNs()});
}

void FilmSync::untie()
{
    if (!m_tie)
        return;
    forget();
    Q_EMIT changed();
}

void FilmSync::forget()
{
    meet(false);
    const bool wasTied = m_tie.has_value();
    m_tie.reset();
    m_clock = {};
    if (wasTied) {
        tellLoops();
        tellPlays();
    }
}

void FilmSync::meet(bool together)
{
    const bool both = together && film(true) && film(false);
    if (!both && !m_meeting)
        return;
    m_meeting = both ? std::make_shared<FilmMeeting>() : nullptr;
    for (const bool left : {true, false}) {
        if (viewer(left))
            viewer(left)->setMeeting(m_meeting, left ? 0 : 1);
    }
}

void FilmSync::shift(bool left, qint64 frames)
{
    if (!canShift())
        return;
    const qint64 now = steadyFilmClock()->nowNs();
    const qint64 clockUs = mediaTimeUs(m_clock, now);
    m_tie = films().shifted(left, clockUs, frames);
    setClock({m_clock.playing, m_clock.speed, clockUs, now});
}

std::optional<FilmSync::Place> FilmSync::place() const
{
    if (!m_tie)
        return std::nullopt;
    const qint64 clockUs = mediaTimeUs(m_clock, steadyFilmClock()->nowNs());
    return Place{clockUs, films().part(true, clockUs), films().part(false, clockUs)};
}

std::optional<qint64> FilmSync::eventOn(bool left) const
{
    if (!m_tie || !film(left))
        return std::nullopt;
    return films().ptsAt(left, 0) - film(left)->firstUs();
}

// --- one clock -------------------------------------------------------------------------------------------------------------

void FilmSync::follow(bool fromLeft, const TransportState &state)
{
    TransportState &known = m_known[fromLeft ? 0 : 1];
    if (m_following || !m_tie || !film(fromLeft) || state == known)
        return; // what it was told from here, and says again late, is no wish
    known = state;
    const qint64 clockUs = mediaTimeUs(m_clock, steadyFilmClock()->nowNs());
    if (isOwnEnd(fromLeft, state, clockUs)) {
        tellPlays();
        Q_EMIT changed();
        return;
    }
    if (const auto clock = staying(fromLeft, state, clockUs))
        setClock(*clock);
    else
        setClock(clockOf(fromLeft, state), fromLeft);
}

/// A film that stops because it is over does not stop the one that goes on.
bool FilmSync::isOwnEnd(bool left, const TransportState &state, qint64 clockUs) const
{
    const FilmInfo &mine = *film(left);
    const bool stoodStill = !state.playing && state.speed == m_clock.speed && mine.indexAt(mine.firstUs() + state.mediaUs) == mine.frameCount() - 1;
    return m_clock.playing && stoodStill && film(!left) && films().part(left, clockUs) == FilmPart::After
        && films().part(!left, clockUs) != FilmPart::After;
}

/// A film that stands does not know how far the clock is into its frame, or before its first and after its last one:
/// another speed, playing and pausing there go on from where the clock is. None: the film says where that is.
std::optional<TransportState> FilmSync::staying(bool left, const TransportState &state, qint64 clockUs) const
{
    const FilmInfo &mine = *film(left);
    const FilmPart part = films().part(left, clockUs);
    if (mine.indexAt(mine.firstUs() + state.mediaUs) != films().frameAt(left, clockUs))
        return std::nullopt;
    const bool stillStands = !m_clock.playing && !state.playing;
    if (stillStands || (part != FilmPart::On && state.speed != m_clock.speed))
        return TransportState{m_clock.playing, state.speed, clockUs, steadyFilmClock()->nowNs()};
    // A frame may stay for long: before a gap of the film, or while the sound goes on behind its last picture.
    const bool isLong = clockUs - films().clockAt(left, mine.ptsAt(films().frameAt(left, clockUs))) >= longUs;
    if ((part == FilmPart::Before || isLong) && state.playing != m_clock.playing)
        return TransportState{state.playing, state.speed, clockUs, steadyFilmClock()->nowNs()};
    return std::nullopt;
}

/// The clock as that film says: playing, its own time; standing still, exactly its frame.
TransportState FilmSync::clockOf(bool left, const TransportState &state) const
{
    const FilmInfo &mine = *film(left);
    TransportState clock = state;
    const qint64 pts = mine.firstUs() + state.mediaUs;
    clock.mediaUs = films().clockAt(left, state.playing ? pts : mine.ptsAt(mine.indexAt(pts)));
    return clock;
}

/// Two loops cannot be played in step: what the reader says of one film's loop, set or left, ends the other's.
void FilmSync::keepLoopOf(bool left)
{
    if (!m_tie)
        return;
    if (film(!left) && viewer(!left)->loops())
        viewer(!left)->leaveLoop();
    tellLoops();
}

/// Each side, whether the other one has a loop that can be left there.
void FilmSync::tellLoops()
{
    for (const bool left : {true, false}) {
        if (viewer(left))
            viewer(left)->setOtherLoops(m_tie && film(!left) && viewer(!left)->loops());
    }
}

/// Each side, whether the other one's film plays: with the clock, which one of them may be over.
void FilmSync::tellPlays()
{
    for (const bool left : {true, false}) {
        if (viewer(left))
            viewer(left)->setOtherPlays(m_tie && film(left) && film(!left) && m_clock.playing && m_known[left ? 1 : 0].playing);
    }
}

/// The film that speaks goes before.
std::optional<bool> FilmSync::loopOf(std::optional<bool> asToldByLeft) const
{
    const auto loops = [this](bool left) { return film(left) && viewer(left)->loops(); };
    if (asToldByLeft && loops(*asToldByLeft))
        return asToldByLeft;
    return loops(true) ? std::optional(true) : loops(false) ? std::optional(false) : std::nullopt;
}

void FilmSync::setClock(const TransportState &clock, std::optional<bool> asToldByLeft)
{
    m_clock = clock;
    {
        const std::optional<bool> looping = loopOf(asToldByLeft);
        const FilmMeeting::Hold hold(m_meeting); // a frame of the one is not shown with another time's of the other
        const QScopedValueRollback<bool> once(m_following, true);
        for (const bool left : {true, false}) {
            if (!film(left))
                continue;
            if (asToldByLeft != left)
                viewer(left)->setTransport(films().transport(left, clock), looping == left);
            m_known[left ? 0 : 1] = viewer(left)->transport().value_or(TransportState{});
        }
    }
    tellPlays();
    Q_EMIT changed();
}

} // namespace arb::ui
