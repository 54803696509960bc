// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/session.h>

#include <presentation/errortext.h>
#include <presentation/whendone.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QUuid>

namespace arb::presentation {

namespace {

qint64 monotonicMs()
{
    static const QElapsedTimer timer = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return timer.elapsed();
}

struct Opened
{
    std::optional<usecases::CaseView> view;
    std::optional<usecases::CommandError> error;
};

} // namespace

Session::Session(DeskRunner &runner, DeskRunner &reader, DraftJournal &journal, QObject *parent)
    : QObject(parent), m_runner(runner), m_reader(reader), m_journal(journal)
{
}

void Session::setActor(const usecases::Actor &actor)
{
    m_actor = actor;
    Q_EMIT actorChanged();
}

domain::UtcMs Session::now() const
{
    return domain::UtcMs(monotonicMs() + m_offsetMs);
}

void Session::heardTime(domain::UtcMs now)
{
    m_offsetMs = now.ms() - monotonicMs();
}

void Session::open(domain::CaseId id)
{
    m_opening = id;
    const usecases::Actor actor = m_actor;
    const auto future = m_runner.run([actor, id](const usecases::Desk &desk) {
        auto view = usecases::OpenCase(desk)(actor, id);
        return view ? Opened{std::move(view).value(), std::nullopt} : Opened{std::nullopt, view.error()};
    });
    whenDone(this, future, [this, id](const Opened &opened) {
        if (id != m_opening)
            return; // a newer wish has overtaken this one
        if (opened.error) {
            Q_EMIT openFailed(errorText(*opened.error));
            return;
        }
        m_view = opened.view;
        heardTime(m_view->now);
        Q_EMIT caseOpened();
    });
}

void Session::reopen()
{
    if (m_view)
        open(m_view->record.header.id);
}

void Session::closeCase()
{
    m_opening = {};
    m_view.reset();
    Q_EMIT caseClosed();
}

bool Session::holdsOpenCase() const
{
    return m_view && m_view->record.header.state == domain::DisputeState::Claimed && m_view->record.header.holder == m_actor.person.id
        && !m_actor.person.id.isNull();
}

void Session::command(const QString &what, Job job)
{
    usecases::Command command{m_actor, QUuid::createUuid().toString(QUuid::WithoutBraces), {}, {}};
    if (holdsOpenCase())
        command.claimNo = m_view->record.header.claimNo;
    if (++m_running == 1)
        Q_EMIT busyChanged(true);
    struct Answer
    {
        usecases::Receipt receipt;
        std::optional<usecases::CommandError> error;
        domain::UtcMs now;
    };
    const auto future = m_runner.run([command, job = std::move(job)](const usecases::Desk &desk) {
        usecases::CaseCommands commands(desk);
        const auto done = job(commands, command);
        return done ? Answer{*done, std::nullopt, desk.clock.now()} : Answer{{}, done.error(), desk.clock.now()};
    });
    whenDone(this, future, [this, what](const Answer &answer) {
        if (--m_running == 0)
            Q_EMIT busyChanged(false);
        heardTime(answer.now);
        if (answer.error)
            Q_EMIT refused(what, *answer.error, errorText(*answer.error, answer.now));
        else
            Q_EMIT done(what, answer.receipt);
    });
}

} // namespace arb::presentation
