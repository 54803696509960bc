// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdesk.h"

#include <storage/dbexecutor.h>

#include <QtTest/QTest>

#include <map>
#include <thread>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using namespace arb::storage;

namespace {

constexpr int raceCases = 40;

void admitRaceCases(const DatabaseAddress &address)
{
    const ContractStores stores = storesOn(address);
    QVERIFY(stores.desk->apply(addingPerson(contractPerson(1001, "林晓"))));
    QVERIFY(stores.desk->apply(addingPerson(contractPerson(1002, "陈默"))));
    QList<Admission> admissions;
    for (int n = 1; n <= raceCases; ++n)
        admissions.append(contractAdmission(n, QStringLiteral("C-%1").arg(n), n % 7));
    QVERIFY(stores.intake->addMany(admissions));
}

} // namespace

class TstRace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takeNextGivesEachCaseOnce_data() { addEngineRows(); }
    void takeNextGivesEachCaseOnce();
    void claimThisIsWonOnce_data() { addEngineRows(); }
    void claimThisIsWonOnce();
    void sameCommandIsDoneOnce_data() { addEngineRows(); }
    void sameCommandIsDoneOnce();
    void rulingIsMadeOnce_data() { addEngineRows(); }
    void rulingIsMadeOnce();
    void approvalOrRecallWins_data() { addEngineRows(); }
    void approvalOrRecallWins();
    void executorDoesJobsInOrder_data() { addEngineRows(); }
    void executorDoesJobsInOrder();
    void executorFinishesWhatCame();
    void executorSaysWhyItDidNotOpen();
};

void TstRace::takeNextGivesEachCaseOnce()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<Engine>(engine));
    admitRaceCases(desk.address());
    QList<qint64> taken[2];
    bool sound[2] = {true, true};
    const auto work = [&](int n) {
        const Person person = contractPerson(1001 + n, n == 0 ? "林晓" : "陈默");
        const ContractStores stores = storesOn(desk.address());
        const TakeNextQuery query{.me = person.id, .now = contractNow, .appeals = false, .skippedSince = {}};
        for (;;) {
            const auto id = stores.cases->takeNext(query, [&](const CaseHeader &header) { return contractClaim(header, person); });
            sound[n] = sound[n] && id.ok();
            if (!id || !id->has_value())
                return;
            taken[n].append((*id)->value());
        }
    };
    std::thread first(work, 0), second(work, 1);
    first.join();
    second.join();
    QVERIFY(sound[0] && sound[1]);
    QSet<qint64> all(taken[0].cbegin(), taken[0].cend());
    all.unite(QSet<qint64>(taken[1].cbegin(), taken[1].cend()));
    QCOMPARE(taken[0].size() + taken[1].size(), raceCases);
    QCOMPARE(all.size(), raceCases);
}

void TstRace::claimThisIsWonOnce()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<Engine>(engine));
    admitRaceCases(desk.address());
    int won[2] = {0, 0};
    bool sound[2] = {true, true};
    const auto work = [&](int n) {
        const Person person = contractPerson(1001 + n, n == 0 ? "林晓" : "陈默");
        const ContractStores stores = storesOn(desk.address());
        for (int id = 1; id <= raceCases; ++id) {
            CaseHeader seen = *stores.cases->header(domain::CaseId(id));
            if (seen.state == domain::DisputeState::Claimed)
                continue;
            const auto done = stores.cases->apply(contractClaim(seen, person));
            sound[n] = sound[n] && (done.ok() || done.error() == StoreError::Stale);
            won[n] += done.ok();
        }
    };
    std::thread first(work, 0), second(work, 1);
    first.join();
    second.join();
    QVERIFY(sound[0] && sound[1]);
    QCOMPARE(won[0] + won[1], raceCases);
}

void TstRace::sameCommandIsDoneOnce()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<Engine>(engine));
    admitRaceCases(desk.address());
    const Person person = contractPerson(1001, "林晓");
    std::map<int, int> answers[2];
    const auto work = [&](int n) {
        const ContractStores stores = storesOn(desk.address());
        for (int id = 1; id <= raceCases; ++id) {
            Transition claim = contractClaim(contractAdmission(id, QString()).header, person);
            claim.command = CommandRecord{QStringLiteral("cmd-%1").arg(id), person.name, QByteArray(64, '1'), "{}", contractNow};
            const auto done = stores.cases->apply(claim);
            answers[n][id] = done.ok() ? -1 : int(done.error());
        }
    };
    std::thread first(work, 0), second(work, 1);
    first.join();
    second.join();
    for (int id = 1; id <= raceCases; ++id) {
        const int a = answers[0][id], b = answers[1][id];
        QVERIFY2((a == -1 && b == int(StoreError::Conflict)) || (b == -1 && a == int(StoreError::Conflict)),
                 qPrintable(QStringLiteral("case %1: %2 and %3").arg(id).arg(a).arg(b)));
    }
}

namespace {

/// Two connections do @p step for each case, each with its own number, on the row as both of them saw it. How often each
/// won; -1 when one got another answer than "too late".
std::pair<int, int> raceFor(const DatabaseAddress &address, const QList<CaseHeader> &seen, const std::function<Transition(int, const CaseHeader &)> &step)
{
    int won[2] = {0, 0};
    const auto work = [&](int n) {
        const ContractStores stores = storesOn(address);
        for (const CaseHeader &row : seen) {
            const auto done = stores.cases->apply(step(n, row));
            if (!done && done.error() != StoreError::Stale) {
                won[n] = -1;
                return;
            }
            won[n] += done.ok();
        }
    };
    std::thread first(work, 0), second(work, 1);
    first.join();
    second.join();
    return {won[0], won[1]};
}

QList<CaseHeader> headersOf(const ContractStores &stores)
{
    QList<CaseHeader> rows;
    for (int id = 1; id <= raceCases; ++id)
        rows.append(*stores.cases->header(domain::CaseId(id)));
    return rows;
}

Transition rulingOn(const CaseHeader &row, qint64 id, const Person &maker, bool needsApproval)
{
    Transition rule = contractMove(row, needsApproval ? domain::DisputeState::AwaitingApproval : domain::DisputeState::Ruled);
    rule.ruling = contractRuling(id, maker, contractNow, needsApproval);
    rule.after.ruling = rule.ruling->id;
    rule.points = {contractPoint(id + 1'000'000, row, *rule.ruling, 2, contractNow)};
    rule.newTasks = {contractTask(id + 2'000'000, row, *rule.ruling, 0)};
    return rule;
}

} // namespace

void TstRace::rulingIsMadeOnce()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<Engine>(engine));
    admitRaceCases(desk.address());
    const ContractStores stores = storesOn(desk.address());
    const Person maker = contractPerson(1001, "林晓");
    for (const CaseHeader &row : headersOf(stores))
        QVERIFY(stores.cases->apply(contractClaim(row, maker)));
    const auto won = raceFor(desk.address(), headersOf(stores), [&](int n, const CaseHeader &row) {
        return rulingOn(row, 10'000 * (n + 1) + row.id.value(), maker, false);
    });
    QVERIFY(won.first >= 0 && won.second >= 0);
    QCOMPARE(won.first + won.second, raceCases);
    for (int id = 1; id <= raceCases; ++id) {
        const auto record = stores.cases->record(domain::CaseId(id));
        QVERIFY(record.ok());
        QCOMPARE(record->rulings.size(), 1); // and nothing of the one that came too late
        QCOMPARE(record->tasks.size(), 1);
        QCOMPARE(record->points.size(), 1);
        QCOMPARE(record->rulings.constFirst().id, record->header.ruling);
    }
}

void TstRace::approvalOrRecallWins()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<Engine>(engine));
    admitRaceCases(desk.address());
    const ContractStores stores = storesOn(desk.address());
    const Person maker = contractPerson(1001, "林晓"), checker = contractPerson(1002, "陈默");
    for (const CaseHeader &row : headersOf(stores))
        QVERIFY(stores.cases->apply(contractClaim(row, maker)));
    for (const CaseHeader &row : headersOf(stores))
        QVERIFY(stores.cases->apply(rulingOn(row, 10'000 + row.id.value(), maker, true)));
    const auto won = raceFor(desk.address(), headersOf(stores), [&](int n, const CaseHeader &row) {
        if (n == 0) {
            Transition approve = contractMove(row, domain::DisputeState::Ruled);
            approve.approval = ApprovalRow{row.ruling, {checker.id, {}, contractNow, ApprovalDecision::Approved, {}}};
            return approve;
        }
        Transition recall = contractClaim(row, maker);
        recall.after.ruling = {};
        recall.recall = RulingRecall{row.ruling, maker.id, contractNow, QStringLiteral("slip")};
        return recall;
    });
    QVERIFY(won.first >= 0 && won.second >= 0);
    QCOMPARE(won.first + won.second, raceCases);
    for (int id = 1; id <= raceCases; ++id) {
        const auto record = stores.cases->record(domain::CaseId(id));
        QVERIFY(record.ok());
        const RulingRow &row = record->rulings.constFirst();
        QVERIFY(row.approval.has_value() != row.recall.has_value()); // one of them, never both
        QCOMPARE(record->header.state, row.approval ? domain::DisputeState::Ruled : domain::DisputeState::Claimed);
    }
}

void TstRace::executorDoesJobsInOrder()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<Engine>(engine));
    DbExecutor executor(desk.address());
    QVERIFY(executor.opened().result().ok());
    QList<QFuture<qsizetype>> futures;
    for (int n = 1; n <= 5; ++n) {
        futures.append(executor.run([n](Stores &stores) {
            const auto done = stores.desk.apply(addingPerson(contractPerson(n, qPrintable(QString::number(n)))));
            const auto people = stores.desk.people();
            return done && people ? people->size() : qsizetype(-1);
        }));
    }
    for (int n = 1; n <= 5; ++n)
        QCOMPARE(futures.at(n - 1).result(), n);
    QFuture<void> nothing = executor.run([](Stores &stores) { stores.database.engineVersion(); });
    nothing.waitForFinished();
    QVERIFY(!nothing.isCanceled());
}

void TstRace::executorFinishesWhatCame()
{
    const EngineDesk desk(Engine::SQLite);
    QList<QFuture<bool>> futures;
    {
        DbExecutor executor(desk.address());
        for (int n = 1; n <= 20; ++n) {
            futures.append(executor.run([n](Stores &stores) { return stores.desk.apply(addingPerson(contractPerson(n, qPrintable(QString::number(n))))).ok(); }));
        }
    }
    for (const QFuture<bool> &future : futures)
        QVERIFY(future.result());
    QCOMPARE((*storesOn(desk.address()).desk->people()).size(), 20);
}

void TstRace::executorSaysWhyItDidNotOpen()
{
    DatabaseAddress address;
    address.file = QStringLiteral("/nonexistent/desk.db");
    DbExecutor executor(address);
    const auto opened = executor.opened().result();
    QCOMPARE(opened.error().fault, OpenFault::NotFound);
    QFuture<int> job = executor.run([](Stores &) { return 1; });
    job.waitForFinished();
    QCOMPARE(job.resultCount(), 0);
}

QObject *make_tst_race()
{
    return new TstRace;
}

#include "tst_race.moc"
