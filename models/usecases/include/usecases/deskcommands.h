// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/casecommands.h>

namespace arb::usecases {

/// What is done to the desk rather than to a case; each writes one audit entry of scope 0.
class DeskCommands
{
public:
    explicit DeskCommands(const Desk &desk) : m_desk(desk) {}

    /// First contents of a new database: settings, the shipped rule books and calendar years that are not there yet.
    Done<void> seed(const Actor &actor, const QList<QByteArray> &books, const QList<QByteArray> &years);
    Done<Person> addPerson(const Command &command, const Person &person);
    Done<void> disablePerson(const Command &command, const QString &name);
    Done<void> setSetting(const Command &command, const QString &key, const QByteArray &json);
    Done<void> addYear(const Command &command, const QByteArray &json);
    /// False: it was declared before, and nothing is written.
    Done<bool> addConflict(const Command &command, const QString &personName, const QString &platform, const QString &merchantId);

private:
    const Desk &m_desk;
};

struct AuditReport
{
    qint64 entries = 0, scopes = 0;
    std::optional<domain::AuditFinding> firstFault;
};
/// Walks every chain and every head, then holds every stored ruling against the entry that fixed it; keeps a head a case
/// and a digest a ruling in memory. Permission VerifyAudit.
Done<AuditReport> verifyAudit(const Desk &desk, const Actor &actor);

/// Tasks name cases and sums: for whoever may read cases.
Done<QList<ExecutionTask>> listTasks(const Desk &desk, const Actor &actor, const TaskFilter &filter);

/// Orders the queue by the weights that the desk's policy has now; nothing to do where that is done. Answers how many
/// cases got another rank. setSetting() does it at once, and runTasks() ends what was interrupted.
Done<qint64> applyRankWeights(const Desk &desk);

/// What `tasks run` and an open supervisor's window do: time-outs and due tasks, each exactly once.
struct TaskRun
{
    struct Stuck
    {
        QString caseNo;
        CommandError error;
    };
    int timeOuts = 0, delivered = 0, confirmed = 0, failed = 0;
    QList<Stuck> stuck; ///< time-outs that were due and could not be carried out
};
/// The time-outs alone: what a supervisor's window does on its runner, beside others that do the same. Each is carried out
/// by one of them.
Done<TaskRun> carryOutTimeOuts(const Desk &desk, const Actor &actor);
Done<TaskRun> runTasks(const Desk &desk, const Actor &actor, ExecutionGateway &gateway);

} // namespace arb::usecases
