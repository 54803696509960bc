// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdesk.h"

#include <usecases/casecommands.h>
#include <usecases/deskcommands.h>
#include <usecases/queuecommands.h>

#include <smalldesk.h>

#include <QtCore/QFile>

#include <atomic>
#include <latch>
#include <thread>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using namespace arb::storage;
using domain::DisputeState;

/// Several windows and `tasks run` carry out time-outs at the same moment, each with a connection of its own: every one is
/// done by one of them.
class TstTimeOuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsCarriedOutOnce_data() { addEngineRows(); }
    void eachIsCarriedOutOnce();
    void previewAndServingWorkOnDatabases_data() { addEngineRows(); }
    void previewAndServingWorkOnDatabases();
};

namespace {

constexpr int cases = 30, windows = 3;

/// Ids that several connections make at once.
struct SharedIds final : IdSource
{
    std::atomic<qint64> last{5'000'000};
    qint64 next(domain::UtcMs) override { return ++last; }
};

struct DeskOn
{
    DeskOn(const DatabaseAddress &address, IdSource &ids)
        : database(openDesk(address)), stores(*database),
          desk{stores.cases, stores.intake, stores.tasks, stores.reports, stores.audit, stores.desk, stores.queue, stores.examination, vault, inspector, chats, clock, ids}
    {
        clock.at = contractNow;
    }
    std::unique_ptr<Database> database;
    SqlStores stores;
    NoVault vault;
    NoInspector inspector;
    ToldChats chats;
    StandingClock clock;
    Desk desk;
};

QByteArray year(const char *path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void arrange(DeskOn &on)
{
    if (!DeskCommands(on.desk).seed(ownerActor(), {}, {year(":/calendar/cn-2026.json")}))
        qFatal("the desk was not seeded");
    const Person lin = contractPerson(1001, "林晓");
    if (!on.stores.desk.apply(addingPerson(lin)) || !on.stores.desk.apply(addingPerson(contractPerson(1002, "许文", Role::Supervisor, true))))
        qFatal("people were not added");
    QList<Admission> admissions;
    for (int n = 1; n <= cases; ++n)
        admissions.append(contractAdmission(n, QStringLiteral("C-%1").arg(n), n));
    if (!on.stores.intake.addMany(admissions))
        qFatal("cases were not admitted");
    CaseCommands commands(on.desk);
    for (int n = 1; n <= cases; ++n) { // a third runs out as leases, a third as questions, a third as negotiations
        const Command command{Actor{.person = lin}, {}, {}, {}};
        must(commands.claimNext(command), "claim");
        if (n % 3 == 1)
            must(commands.requestEvidence(command, domain::CaseId(n), {EvidenceWish{{domain::Party::Buyer}, QStringLiteral("e"), {}, {}}}), "ask");
        if (n % 3 == 2)
            must(commands.startNegotiation(command, domain::CaseId(n), contractNow.plusMs(domain::hourMs)), "negotiate");
    }
}

} // namespace

void TstTimeOuts::eachIsCarriedOutOnce()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<Engine>(engine));
    SharedIds ids;
    DeskOn first(desk.address(), ids);
    arrange(first);
    int timeOuts[windows] = {}, stuck[windows] = {};
    bool sound[windows] = {};
    std::latch start(windows);
    std::vector<std::thread> threads;
    for (int n = 0; n < windows; ++n) {
        threads.emplace_back([&, n] {
            DeskOn window(desk.address(), ids);
            window.clock.at = contractNow.plusMs(7 * domain::dayMs);
            start.arrive_and_wait();
            const auto run = carryOutTimeOuts(window.desk, Actor{.person = contractPerson(1002, "许文", Role::Supervisor, true)});
            sound[n] = run.ok();
            timeOuts[n] = run ? run->timeOuts : 0;
            stuck[n] = run ? static_cast<int>(run->stuck.size()) : 0;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    for (int n = 0; n < windows; ++n) {
        QVERIFY(sound[n]);
        QCOMPARE(stuck[n], 0);
    }
    const auto work = first.stores.cases.dueWork(contractNow.plusMs(7 * domain::dayMs), 100);
    QVERIFY(work.ok() && work->isEmpty());
    for (int n = 1; n <= cases; ++n) {
        const auto record = first.stores.cases.record(domain::CaseId(n));
        QVERIFY(record.ok());
        QCOMPARE(record->header.state, DisputeState::Queued);
        int entries = 0;
        for (const domain::AuditEntry &entry : record->audit)
            entries += entry.actor == u"system" ? 1 : 0;
        QCOMPARE(entries, 1);
    }
    // Whoever held or asked is told once of each, too; the end of a negotiation is nobody's news.
    const auto told = first.stores.queue.notices(domain::PersonId(1001));
    QVERIFY(told.ok());
    QCOMPARE(told->size(), cases / 3 * 2);
}

void TstTimeOuts::previewAndServingWorkOnDatabases()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<Engine>(engine));
    SharedIds ids;
    DeskOn on(desk.address(), ids);
    if (!DeskCommands(on.desk).seed(ownerActor(), {}, {year(":/calendar/cn-2026.json")}))
        qFatal("the desk was not seeded");
    const Person lin = contractPerson(1001, "林晓");
    QVERIFY(on.stores.desk.apply(addingPerson(lin)));
    QVERIFY(on.stores.intake.addMany(QList<Admission>{contractAdmission(1, QStringLiteral("C-1"), 1), contractAdmission(2, QStringLiteral("C-2"), 2)}));
    CaseCommands commands(on.desk);
    const Command command{Actor{.person = lin}, {}, {}, {}};
    const CaseHeader before = *on.stores.cases.header(domain::CaseId(1));
    QCOMPARE_FAULT(commands.claim(command, domain::CaseId(2)), ServedInOrder);
    QVERIFY(*on.stores.cases.header(domain::CaseId(1)) == before);
    QVERIFY_DONE(commands.claim(command, domain::CaseId(1)));
    CommandTrace trace{.rehearse = true, .before = {}, .after = {}};
    QVERIFY_DONE(CaseCommands(on.desk, trace).release(command, domain::CaseId(1)));
    QCOMPARE(trace.after.state, DisputeState::Queued);
    QCOMPARE(on.stores.cases.header(domain::CaseId(1))->state, DisputeState::Claimed);
}

QObject *make_tst_timeouts()
{
    return new TstTimeOuts;
}

#include "tst_timeouts.moc"
