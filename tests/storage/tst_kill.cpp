// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdesk.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <csignal>
#include <map>
#include <sys/wait.h>
#include <unistd.h>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using namespace arb::storage;
using domain::DisputeState;

/// A writer is killed (-9) in the middle of ruling after ruling. What it was told is recorded must be there, and nothing
/// may be there by halves. ARB_KILLS sets how often; the few of an ordinary run are a sample.
class TstKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acknowledgedRulingsSurvive_data() { addEngineRows(); }
    void acknowledgedRulingsSurvive();
};

namespace {

constexpr int perRound = 25;

const Person &killPerson()
{
    static const Person person = contractPerson(1001, "林晓");
    return person;
}

void admitRound(const DatabaseAddress &address, int first)
{
    const ContractStores stores = storesOn(address);
    QList<Admission> admissions;
    for (int id = first; id < first + perRound; ++id)
        admissions.append(contractAdmission(id, QStringLiteral("C-%1").arg(id)));
    if (!stores.intake->addMany(admissions))
        qFatal("the round was not admitted");
}

/// In the child: claims and rules one case after the other; writes the id of each ruling to @p pipe once it is recorded.
[[noreturn]] void ruleUntilKilled(const DatabaseAddress &address, int first, int pipe)
{
    auto database = Database::open(address);
    if (!database)
        ::_exit(2);
    SqlStores stores(**database);
    for (int id = first; id < first + perRound; ++id) {
        const auto waiting = stores.cases.header(domain::CaseId(id));
        if (!waiting || !stores.cases.apply(contractClaim(*waiting, killPerson())))
            ::_exit(3);
        const CaseHeader header = *stores.cases.header(domain::CaseId(id));
        Transition rule = contractMove(header, DisputeState::Ruled);
        rule.ruling = contractRuling(100'000 + id, killPerson(), contractNow);
        rule.after.ruling = rule.ruling->id;
        rule.newTasks = {contractTask(200'000 + id * 2, header, *rule.ruling, 0), contractTask(200'001 + id * 2, header, *rule.ruling, 1)};
        rule.points = {contractPoint(300'000 + id, header, *rule.ruling, 2, contractNow)};
        rule.command = CommandRecord{QStringLiteral("rule-%1").arg(id), killPerson().name, QByteArray(64, '1'), "{}", contractNow};
        if (!stores.cases.apply(rule))
            ::_exit(4);
        if (::write(pipe, &id, sizeof id) != sizeof id)
            ::_exit(5);
    }
    ::_exit(0);
}

/// What is wrong with the case, or nothing.
QString tornIn(const CaseRecord &record, bool acknowledged)
{
    const bool ruled = record.header.state == DisputeState::Ruled;
    if (acknowledged && !ruled)
        return QStringLiteral("acknowledged but lost");
    if (record.rulings.size() != (ruled ? 1 : 0) || record.tasks.size() != (ruled ? 2 : 0) || record.points.size() != (ruled ? 1 : 0))
        return QStringLiteral("torn");
    domain::AuditVerifier verifier(record.header.id.value());
    for (const domain::AuditEntry &entry : record.audit) {
        if (verifier.feed(entry))
            return QStringLiteral("audit entry differs");
    }
    return verifier.finish(record.header.audit) ? QStringLiteral("audit head differs") : QString();
}

} // namespace

void TstKill::acknowledgedRulingsSurvive()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<Engine>(engine));
    QVERIFY(storesOn(desk.address()).desk->apply(addingPerson(killPerson())));
    const int kills = qEnvironmentVariableIntValue("ARB_KILLS") > 0 ? qEnvironmentVariableIntValue("ARB_KILLS") : 6;
    int acknowledgedAll = 0, unacknowledged = 0;
    for (int round = 0; round < kills; ++round) {
        const int first = 1 + round * perRound;
        admitRound(desk.address(), first);
        int pipes[2];
        QCOMPARE(::pipe(pipes), 0);
        const pid_t child = ::fork();
        if (child == 0)
            ruleUntilKilled(desk.address(), first, pipes[1]);
        ::close(pipes[1]);
        QSet<int> acknowledged;
        int id = 0;
        const int killAfter = QRandomGenerator::global()->bounded(perRound - 3);
        while (acknowledged.size() < killAfter && ::read(pipes[0], &id, sizeof id) == sizeof id)
            acknowledged.insert(id);
        ::usleep(static_cast<useconds_t>(QRandomGenerator::global()->bounded(20'000)));
        ::kill(child, SIGKILL);
        while (::read(pipes[0], &id, sizeof id) == sizeof id)
            acknowledged.insert(id);
        ::close(pipes[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY2(WIFSIGNALED(status) || WEXITSTATUS(status) == 0, qPrintable(QString::number(status)));

        const ContractStores stores = storesOn(desk.address());
        for (int one = first; one < first + perRound; ++one) {
            const auto record = stores.cases->record(domain::CaseId(one));
            QVERIFY(record.ok());
            const QString torn = tornIn(*record, acknowledged.contains(one));
            QVERIFY2(torn.isEmpty(), qPrintable(QStringLiteral("case %1: %2").arg(one).arg(torn)));
            const bool ruled = record->header.state == DisputeState::Ruled;
            QCOMPARE((*stores.cases->command(QStringLiteral("rule-%1").arg(one))).has_value(), ruled);
            unacknowledged += ruled && !acknowledged.contains(one);
        }
        acknowledgedAll += static_cast<int>(acknowledged.size());
    }
    QVERIFY((*openDesk(desk.address())->check(true)).findings.isEmpty());
    qInfo("%d kills, %d rulings acknowledged, all there; %d recorded without the writer hearing of it", kills, acknowledgedAll, unacknowledged);
}

QObject *make_tst_kill()
{
    return new TstKill;
}

#include "tst_kill.moc"
