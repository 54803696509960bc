// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filmtie.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

#include <memory>

namespace arb::ui {

class FilmMeeting;

/// Two films on one clock: what the reader does to one of them (play, pause, seek, step, speed) sets the clock, and both are
/// asked for their frame at it. Where places on the pictures go together is CompareSync's.
/// 1. The clock never waits for a film: frames are dropped, the two never drift apart. What comes on show comes on both at once
///    (FilmMeeting).
/// 2. A film that has not begun or is over stands on its first or last frame while the other goes on; when one comes to
///    its end the clock runs on until the other does, too.
/// 3. A picture takes part and stands still.
/// 4. One loop at most, of the film on which it was set last: it is played on the one clock, and left from either side.
class FilmSync : public QObject
{
    Q_OBJECT

public:
    explicit FilmSync(QObject *parent = nullptr);

    /// Either may be null. Another pair is not tied.
    void setPair(ViewerWidget *left, ViewerWidget *right);
    /// Something is on show on both sides, and one at least is a film.
    bool canTie() const;
    bool canShift() const { return m_tie && film(true) && film(false); }
    bool isTied() const { return m_tie.has_value(); }
    /// With the place where the clock was set last.
    std::optional<domain::FilmTie> tie() const;

    /// What is on show on both sides is the same event. Both stop there.
    void tieHere();
    /// As they were left; but a film that was already taken somewhere stays there, and the other comes to it.
    void resume(const domain::FilmTie &tie);
    void untie();
    /// As untie(), and nobody is told: other films come.
    void forget();
    /// That film is tied @p frames later (below 0: earlier); the other stays where it is.
    void shift(bool left, qint64 frames);

    /// Now, since the event; and what each film has there.
    struct Place
    {
        qint64 sinceUs = 0;
        FilmPart left = FilmPart::On, right = FilmPart::On;
    };
    std::optional<Place> place() const;
    /// Microseconds from the left (or right) film's first frame to the event; none for a picture.
    std::optional<qint64> eventOn(bool left) const;

Q_SIGNALS:
    /// Tied, untied or shifted, or the reader set the clock.
    void changed();

private:
    ViewerWidget *viewer(bool left) const { return left ? m_left.data() : m_right.data(); }
    const FilmInfo *film(bool left) const;
    TiedFilms films() const { return {m_tie.value_or(domain::FilmTie{}), film(true), film(false)}; }
    std::optional<qint64> ptsOnShow(bool left) const;
    void follow(bool fromLeft, const TransportState &state);
    bool isOwnEnd(bool left, const TransportState &state, qint64 clockUs) const;
    std::optional<TransportState> staying(bool left, const TransportState &state, qint64 clockUs) const;
    TransportState clockOf(bool left, const TransportState &state) const;
    void meet(bool together);
    void keepLoopOf(bool left);
    void tellLoops();
    void tellPlays();
    std::optional<bool> loopOf(std::optional<bool> asToldByLeft) const; ///< of which film (left?) the loop is played, if any is
    void setClock(const TransportState &clock, std::optional<bool> asToldByLeft = std::nullopt);

    QPointer<ViewerWidget> m_left, m_right;
    std::optional<domain::FilmTie> m_tie;
    std::shared_ptr<FilmMeeting> m_meeting; ///< of the two films while they are tied
    TransportState m_clock;     ///< mediaUs: since the event
    TransportState m_known[2];  ///< of left and right, as each was seen last
    bool m_following = false;
};

} // namespace arb::ui
