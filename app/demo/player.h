// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../clocks.h"
#include "evidencestage.h"
#include "story.h"

#include <usecases/casecommands.h>
#include <usecases/desk.h>
#include <usecases/deskcommands.h>

#include <functional>
#include <queue>
#include <vector>

namespace arb::app::demo {

/// What is said when the person did not want the demo any more.
QString stopped();

/// Tells all stories at once, step by step in the order of time, through the commands that the window and the command
/// line use. Leases, reservations, recall windows and deadlines depend on the time between steps, so whatever falls due
/// in between is carried out a second after it does, as an open window would.
class Player
{
public:
    using Admit = std::function<Told<domain::CaseId>(const Story &)>;
    /// @p admit hands in a story's case at the clock's time.
    Player(const usecases::Desk &desk, FixedTime &clock, EvidenceStage &stage, Admit admit);
    /// Something else to be done at its time, such as taking in many plain cases at once.
    struct Errand
    {
        domain::UtcMs at;
        std::function<Told<void>()> run;
    };
    /// Plays until @p until; @p step is called after each admission, step and errand, false stops.
    Told<void> play(const QList<Story> &stories, const QList<Errand> &errands, domain::UtcMs until, const std::function<bool()> &step);

private:
    /// What happens next. At the same moment time-outs come first, then new cases, then steps, each in the order of the stories.
    struct Event
    {
        domain::UtcMs at;
        int rank;
        qsizetype story, step;
        auto operator<=>(const Event &) const = default;
    };
    struct Actor
    {
        domain::CaseId id;
        qsizetype taken = 0;     ///< steps taken so far
        int awaitedPayments = 0; ///< executeForMerchant steps still to come: their time-out is not the clock's
    };

    void queueUp(const QList<Story> &stories, const QList<Errand> &errands);
    Told<void> happen(const Event &event, const QList<Story> &stories, const QList<Errand> &errands);
    Told<void> takeStep(Actor &actor, const Story &story, qsizetype index);
    Told<void> keepLease(const Actor &actor, const Story &story);
    Told<void> carryOutDue();
    void watch(qsizetype index, const Story &story);
    void watchTasks(qsizetype index);
    void wake(domain::UtcMs due, qsizetype story);

    const usecases::Desk &m_desk;
    FixedTime &m_clock;
    EvidenceStage &m_stage;
    Admit m_admit;
    usecases::CaseCommands m_commands;
    std::vector<Actor> m_actors;
    std::priority_queue<Event, std::vector<Event>, std::greater<>> m_events;
};

/// What one step needs; see verbs.cpp.
struct Scene
{
    const usecases::Desk &desk;
    usecases::CaseCommands &commands;
    EvidenceStage &stage;
    const Story &story;
    const Step &step;
    domain::CaseId id;
    usecases::Command command;
};
/// Carries out the scene's step; a sentence says why it could not be.
Told<void> act(const Scene &scene);

} // namespace arb::app::demo
