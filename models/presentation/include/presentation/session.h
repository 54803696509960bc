// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/runner.h>

#include <usecases/casecommands.h>
#include <usecases/opencase.h>

#include <QtCore/QObject>

namespace arb::presentation {

/// Writes a draft where it survives kill -9, within a second; app keeps it in the XDG state folder.
class DraftJournal
{
public:
    virtual ~DraftJournal() = default;
    virtual void write(const usecases::Draft &draft) = 0;
    virtual std::optional<usecases::Draft> read(domain::CaseId id, domain::PersonId author, int round) = 0;
    virtual void remove(domain::CaseId id, domain::PersonId author, int round) = 0;
};

/// Who is working, which case is open, and the one door through which a page gives a command. Lives on the window's
/// thread; every job runs on the runner and answers by signal.
class Session : public QObject
{
    Q_OBJECT

public:
    Session(DeskRunner &runner, DraftJournal &journal, QObject *parent = nullptr) : Session(runner, runner, journal, parent) {}
    /// @p reader has a connection and a thread of its own beside the runner's, for the queue. It only reads.
    Session(DeskRunner &runner, DeskRunner &reader, DraftJournal &journal, QObject *parent = nullptr);

    const usecases::Actor &actor() const { return m_actor; }
    void setActor(const usecases::Actor &actor);
    bool may(usecases::Permission permission) const { return usecases::permitted(m_actor, permission); }
    /// Desk time as last heard plus the time elapsed since.
    domain::UtcMs now() const;
    void heardTime(domain::UtcMs now);

    DeskRunner &runner() { return m_runner; }
    DeskRunner &reader() { return m_reader; }
    DraftJournal &journal() { return m_journal; }

    const usecases::CaseView *view() const { return m_view ? &*m_view : nullptr; }
    void open(domain::CaseId id);
    void reopen();
    void closeCase();
    bool holdsOpenCase() const;

    using Job = std::function<usecases::Done<usecases::Receipt>(usecases::CaseCommands &, const usecases::Command &)>;
    /// Gives a command about the open case; @p what names it for the answer ("claim", "rule" …). The command id is made
    /// here, once, so that a repeat after a lost reply is the same command.
    void command(const QString &what, Job job);

Q_SIGNALS:
    void actorChanged();
    void caseOpened();                                         ///< view() is new
    void caseClosed();
    void openFailed(const QString &sentence);
    void done(const QString &what, const arb::usecases::Receipt &receipt);
    void refused(const QString &what, const arb::usecases::CommandError &error, const QString &sentence);
    void busyChanged(bool busy);

private:
    DeskRunner &m_runner, &m_reader;
    DraftJournal &m_journal;
    usecases::Actor m_actor;
    std::optional<usecases::CaseView> m_view;
    domain::CaseId m_opening;
    qint64 m_offsetMs = 0; ///< desk time minus the monotonic clock
    int m_running = 0;
};

} // namespace arb::presentation
