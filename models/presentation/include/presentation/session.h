// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/runner.h>

#include <usecases/casecommands.h>
#include <usecases/opencase.h>

#include <QtCore/QObject>
#include <QtCore/QTimer>

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
///
/// A database that goes away:
///  1. Whoever hears that it does not answer says so (heardOffline); it is then asked every two seconds until it answers.
///  2. Meanwhile new commands are refused at once.
///  3. A command whose answer was lost stays in doubt until the database says whether it was recorded; only then it
///     answers, by done or by refused. It is never given a second time by itself.
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
    /// Reads the open case again; not while another one is on its way.
    void reopen();
    /// Reads the open case again if somebody else has written to it; asks the reader for its row only. While a command is
    /// on its way nothing is read: its answer does that.
    void follow();
    void closeCase();
    bool holdsOpenCase() const;
    /// A machine has read a file of the open case: view() has it from now on, masked as the case is. It is laid beside the
    /// platform's log on the reader's thread, like what view() came with.
    void learnReading(const QByteArray &sha256, const domain::MachineReading &reading);
    /// The case that is open, or is being opened: what the hands are on.
    domain::CaseId current() const { return m_opening; }

    bool offline() const { return m_attempt > 0; }
    int attempt() const { return m_attempt; } ///< how often the database has been asked for since it went away
    void heardOffline();
    bool inDoubt(const QString &what) const;
    bool busy() const { return !m_running.isEmpty(); } ///< a command has not answered yet
    bool isRunning(const QString &what) const { return m_running.contains(what); }
    bool waiting() const { return m_waiting; } ///< a command has had no answer for about a second

    /// Nothing can be written as long as this program runs: commands are refused at once.
    bool readOnly() const { return m_readOnly; }
    void setReadOnly(bool readOnly);

    /// The case that a wish is about, as it was chosen: its number stands in the answer, whatever is open by then.
    struct About
    {
        domain::CaseId id;
        QString caseNo;
    };
    About openCase() const; ///< without id when none is open
    using Job = std::function<usecases::Done<usecases::Receipt>(usecases::CaseCommands &, const usecases::Command &)>;
    /// Gives a command about the open case; @p what names it for the answer ("claim", "rule" …). The command id is made
    /// here, once, so that a repeat after a lost reply is the same command, unless the wish arose earlier with its @p id.
    void command(const QString &what, Job job, const QString &id = {}) { commandAbout(openCase(), what, std::move(job), id); }
    /// The same about another case, or about none that is known yet.
    void commandAbout(const About &about, const QString &what, Job job, const QString &id = {});

Q_SIGNALS:
    void actorChanged();
    void caseOpened();                                         ///< view() is new
    void caseClosed();
    void readingsChanged();                                    ///< of view(): something was read, or found in the log
    void openFailed(const arb::usecases::CommandError &error);
    void done(const QString &what, const arb::usecases::Receipt &receipt);
    /// @p caseNo: which case the command was about; empty when it was about none that was known.
    void refused(const QString &what, const arb::usecases::CommandError &error, const QString &caseNo);
    void recovered(const QString &what, arb::domain::UtcMs at); ///< after done: it had been in doubt, recorded at @p at
    void connectionChanged();                                  ///< lost, asked for again in vain, or back
    void runningChanged();                                     ///< a command was given, or has answered
    void waitingChanged();
    void readOnlyChanged();

private:
    struct Doubt
    {
        QString what, commandId, caseNo;
    };
    void matchReadings();
    void succeed(const QString &what, const usecases::Receipt &receipt);
    void fail(const QString &what, const usecases::CommandError &error, const QString &caseNo);
    void ended(const QString &what);
    void setWaiting(bool waiting);
    void askAgain();
    void settle(const QHash<QString, std::optional<usecases::RecordedCommand>> &known);

    DeskRunner &m_runner, &m_reader;
    DraftJournal &m_journal;
    usecases::Actor m_actor;
    std::optional<usecases::CaseView> m_view;
    domain::CaseId m_opening;
    qint64 m_offsetMs = 0; ///< desk time minus the monotonic clock
    QStringList m_running; ///< commands without an answer, by their names
    int m_attempt = 0;
    bool m_matching = false;  ///< a reading is being laid beside the log
    bool m_following = false; ///< the open case's row is being asked for
    bool m_asking = false, m_waiting = false, m_readOnly = false;
    QList<Doubt> m_doubts;
    QTimer m_reconnect, m_slow;
};

} // namespace arb::presentation
