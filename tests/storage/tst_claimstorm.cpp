// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdesk.h"

#include <usecases/casecommands.h>
#include <usecases/deskcommands.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <cerrno>
#include <cmath>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using namespace arb::storage;
using domain::DisputeState;

/// Many clients take the next case, all at once, and are killed (-9) and replaced in the middle of it: no claim is made
/// twice, none that was acknowledged is lost, and no case drops out of the queue. The control does the same work without
/// the guard, and must be found out. ARB_CLAIMS sets how many claims (100000 takes minutes: give QTEST_FUNCTION_TIMEOUT, in
/// ms, too); the ordinary run is a sample.
class TstClaimStorm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void claimsAreNeitherDoubleNorLost_data();
    void claimsAreNeitherDoubleNorLost();
};

namespace {

constexpr int firstPerson = 1001;

/// What a client reports on its pipe once the store has said yes. Shorter than PIPE_BUF, so it comes whole or not at all.
struct Claimed
{
    qint64 caseId = 0, claimNo = 0, person = 0;
    quint32 round = 0, command = 0;
};

struct StormDesk final : Clock, IdSource, EvidenceVault, MediaInspector, ChatReader
{
    explicit StormDesk(const DatabaseAddress &address)
        : database(openDesk(address)), stores(*database),
          desk{stores.cases, stores.intake, stores.tasks, stores.reports, stores.audit, stores.desk, stores.queue, stores.examination, *this, *this, *this, *this, *this}
    {
    }
    domain::UtcMs now() override { return contractNow; } // stands: no lease runs out in the storm
    qint64 next(domain::UtcMs) override { return static_cast<qint64>(QRandomGenerator::system()->generate64() >> 2); }
    domain::Result<void, VaultError> putFile(const QString &, const QByteArray &) override { return domain::Failure{VaultError::Missing}; }
    domain::Result<QByteArray, VaultError> putBytes(const QByteArray &) override { return domain::Failure{VaultError::Missing}; }
    void settle(const QList<QByteArray> &) override {}
    void withdraw(const QList<QByteArray> &) override {}
    domain::Result<int, VaultError> open(const QByteArray &) override { return domain::Failure{VaultError::Missing}; }
    bool contains(const QByteArray &) override { return false; }
    QJsonObject inspect(int, domain::ExhibitKind) override { return {}; }
    domain::ChatLog readChat(const QByteArray &) override { return {}; }

    std::unique_ptr<Database> database;
    SqlStores stores;
    Desk desk;
};

QString commandOf(const Claimed &claim)
{
    return QStringLiteral("storm-%1-%2-%3").arg(claim.person).arg(claim.round).arg(claim.command);
}

bool isPassing(CommandFault fault)
{
    return fault == CommandFault::StoreBusy || fault == CommandFault::StoreOffline || fault == CommandFault::Changed;
}

/// The head of the queue, read and then written past every guard: what a desk without them would do.
Done<Receipt> takeUnguarded(StormDesk &storm, const DatabaseAddress &address, const Actor &actor)
{
    QueueQuery query;
    query.me = actor.person.id;
    query.now = contractNow;
    query.limit = 1;
    const auto rows = storm.stores.cases.queue(query);
    if (!rows)
        return domain::Failure{CommandError(rows.error())};
    if (rows->isEmpty())
        return domain::Failure{CommandError(CommandFault::QueueEmpty)};
    const CaseHeader &head = rows->constFirst();
    const QString sql = QStringLiteral("UPDATE dispute SET state = 'Claimed', holder_id = %1, claimed_at = 1, lease_until = 9000000000000, claim_no = %2 WHERE id = %3")
                            .arg(actor.person.id.value()).arg(head.claimNo + 1).arg(head.id.value());
    if (const QString refused = rawExec(address, sql); !refused.isEmpty())
        return domain::Failure{CommandError(refused.contains(QStringLiteral("locked")) ? CommandFault::StoreBusy : CommandFault::StoreBroken)};
    Receipt receipt;
    receipt.caseId = head.id;
    return receipt;
}

/// In a client: claims until nothing waits, lets one in four go again, and reports every claim.
[[noreturn]] void claimUntilEmpty(const DatabaseAddress &address, int client, quint32 round, bool guarded, int pipe)
{
    StormDesk storm(address);
    CaseCommands commands(storm.desk);
    const Actor actor{.person = contractPerson(firstPerson + client, qPrintable(QStringLiteral("r%1").arg(client)))};
    QRandomGenerator dice(static_cast<quint32>(client) * 7919 + round);
    for (quint32 n = 1;;) {
        Claimed claim{0, 0, actor.person.id.value(), round, n};
        const Command command{actor, commandOf(claim), {}, {}};
        const auto taken = guarded ? commands.claimNext(command) : takeUnguarded(storm, address, actor);
        if (!taken && isPassing(taken.error().fault))
            continue; // the same command again: if it was carried out after all, it says so
        if (!taken)
            ::_exit(taken.error().fault == CommandFault::QueueEmpty ? 0 : 10 + int(taken.error().fault));
        ++n;
        const auto header = storm.stores.cases.header(taken->caseId);
        if (!header)
            ::_exit(3);
        claim.caseId = taken->caseId.value();
        claim.claimNo = header->claimNo;
        if (::write(pipe, &claim, sizeof claim) != ssize_t(sizeof claim))
            ::_exit(5);
        if (guarded && dice.bounded(4) == 0) {
            const auto freed = commands.release({actor, {}, {}, header->claimNo}, taken->caseId);
            if (!freed && !isPassing(freed.error().fault))
                ::_exit(6);
        }
    }
}

struct Client
{
    pid_t pid = -1;
    int pipe = -1;
    quint32 round = 0;
};

/// The storm itself: every client's claims, the kills, the exit statuses that should not be.
struct Storm
{
    const DatabaseAddress &address;
    bool guarded;
    int clients;
    qint64 claims = 0; ///< to be made before the last client is left alone
    std::vector<Client> running{};
    QList<Claimed> acknowledged{};
    int kills = 0;
    QStringList faults{};

    void start(int n)
    {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            qFatal("no pipe: %s", std::strerror(errno));
        Client &client = running[size_t(n)];
        ++client.round;
        client.pid = ::fork();
        if (client.pid == 0)
            claimUntilEmpty(address, n, client.round, guarded, ends[1]);
        ::close(ends[1]);
        client.pipe = ends[0];
    }

    /// Reads one report; false when the client has ended.
    bool read(Client &client)
    {
        Claimed claim;
        const ssize_t got = ::read(client.pipe, &claim, sizeof claim);
        if (got != ssize_t(sizeof claim))
            return false;
        acknowledged.append(claim);
        return true;
    }

    void end(Client &client)
    {
        ::close(client.pipe);
        client.pipe = -1;
        int status = 0;
        ::waitpid(client.pid, &status, 0);
        if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
            faults.append(QStringLiteral("a client ended with %1").arg(WEXITSTATUS(status)));
    }

    void blow(QRandomGenerator &dice)
    {
        running.resize(size_t(clients));
        for (int n = 0; n < clients; ++n)
            start(n);
        const qint64 killEvery = std::max<qint64>(20, claims / 60);
        qint64 nextKill = killEvery;
        for (bool any = true; any;) {
            std::vector<pollfd> waits;
            std::vector<int> whose;
            for (int n = 0; n < clients; ++n) {
                if (running[size_t(n)].pipe >= 0) {
                    waits.push_back({running[size_t(n)].pipe, POLLIN, 0});
                    whose.push_back(n);
                }
            }
            any = !waits.empty();
            if (!any || ::poll(waits.data(), waits.size(), -1) < 0)
                continue;
            for (size_t k = 0; k < waits.size(); ++k) {
                if (waits[k].revents != 0 && !read(running[size_t(whose[k])]))
                    end(running[size_t(whose[k])]);
            }
            if (!guarded || acknowledged.size() < nextKill)
                continue;
            nextKill += killEvery;
            killOne(whose[dice.bounded(static_cast<quint32>(whose.size()))]);
        }
    }

    /// Somewhere between two system calls of its own; another takes its place under the same name.
    void killOne(int n)
    {
        Client &client = running[size_t(n)];
        if (client.pipe < 0)
            return;
        ::kill(client.pid, SIGKILL);
        ++kills;
        while (read(client)) { // what it said before it died counts
        }
        end(client);
        start(n);
    }
};

/// A client that was killed may have held a row while the others found nothing more: whatever still waits is to be had.
void takeTheRest(Storm *storm)
{
    StormDesk desk(storm->address);
    CaseCommands commands(desk.desk);
    const Actor actor{.person = contractPerson(firstPerson, "r0")};
    for (quint32 n = 1;; ++n) {
        Claimed claim{0, 0, actor.person.id.value(), 0, n};
        const auto taken = commands.claimNext({actor, commandOf(claim), {}, {}});
        if (!taken)
            return;
        const auto header = desk.stores.cases.header(taken->caseId);
        claim.caseId = taken->caseId.value();
        claim.claimNo = header ? header->claimNo : 0;
        storm->acknowledged.append(claim);
    }
}

struct Verdict
{
    qint64 doubles = 0, lost = 0, dropped = 0, unheard = 0;
};

/// Holds what the clients were told against what the desk knows.
Verdict judge(const Storm &storm, qint64 cases)
{
    Verdict verdict;
    StormDesk desk(storm.address);
    std::map<std::pair<qint64, qint64>, int> claimed;
    for (const Claimed &claim : storm.acknowledged) {
        if (++claimed[{claim.caseId, claim.claimNo}] > 1)
            ++verdict.doubles;
        if (storm.guarded) {
            const auto command = desk.stores.cases.command(commandOf(claim));
            verdict.lost += command && command->has_value() ? 0 : 1;
        }
    }
    qint64 known = 0, claims = 0;
    QueueQuery all;
    all.view = QueueView::All;
    all.now = contractNow;
    const auto rows = desk.stores.cases.queue(all);
    if (!rows)
        qFatal("the queue cannot be read");
    for (const CaseHeader &row : *rows) {
        known += row.state == DisputeState::Claimed && !row.holder.isNull() ? 1 : 0; // the storm ends when nothing waits
        claims += row.claimNo;
    }
    verdict.dropped = cases - known;
    verdict.unheard = claims - static_cast<qint64>(claimed.size()); // committed, and killed before it could say so
    return verdict;
}

/// The trail: in every case claims and releases take turns, and each claim was made by a command of its own.
qint64 brokenTrails(const DatabaseAddress &address)
{
    StormDesk desk(address);
    qint64 broken = 0, scope = 0;
    bool held = false;
    const auto read = desk.stores.audit.entries([&](const domain::AuditEntry &entry) {
        if (entry.scope == 0)
            return true;
        if (entry.scope != scope)
            held = false;
        scope = entry.scope;
        const bool claim = entry.action == u"claim", release = entry.action == u"release";
        if ((claim && held) || (release && !held))
            ++broken;
        held = claim || (held && !release);
        return true;
    });
    return read ? broken : -1;
}

} // namespace

void TstClaimStorm::claimsAreNeitherDoubleNorLost_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<int>("clients");
    QTest::addColumn<bool>("guarded");
    QTest::newRow("sqlite, 8 processes") << int(Engine::SQLite) << 8 << true;
    QTest::newRow("postgresql, 64 clients") << int(Engine::PostgreSQL) << 64 << true;
    QTest::newRow("control without the guard, sqlite") << int(Engine::SQLite) << 8 << false;
    QTest::newRow("control without the guard, postgresql") << int(Engine::PostgreSQL) << 8 << false;
}

void TstClaimStorm::claimsAreNeitherDoubleNorLost()
{
    QFETCH(int, engine);
    QFETCH(int, clients);
    QFETCH(bool, guarded);
    const int asked = qEnvironmentVariableIntValue("ARB_CLAIMS");
    const qint64 claims = !guarded ? 60 : asked > 0 ? asked : 300;
    // One in four comes back, so three cases give about four claims. Chance may give back fewer, by a few times the square
    // root of their number, and so few cases more make sure of it.
    const qint64 spare = static_cast<qint64>(4 * std::sqrt(static_cast<double>(claims)));
    const qint64 cases = guarded ? claims * 3 / 4 + spare : claims;
    const EngineDesk desk(static_cast<Engine>(engine));
    {
        StormDesk storm(desk.address());
        QVERIFY(DeskCommands(storm.desk).seed(ownerActor(), {}, {}).ok());
        for (int n = 0; n < clients; ++n)
            QVERIFY(storm.stores.desk.apply(addingPerson(contractPerson(firstPerson + n, qPrintable(QStringLiteral("r%1").arg(n))))));
        for (qint64 first = 1; first <= cases; first += 1'000) {
            QList<Admission> admissions;
            for (qint64 id = first; id < first + 1'000 && id <= cases; ++id)
                admissions.append(contractAdmission(id, QStringLiteral("C-%1").arg(id), id % 97));
            QVERIFY(storm.stores.intake.addMany(admissions));
        }
    }
    QRandomGenerator dice(QRandomGenerator::global()->generate());
    Storm storm{.address = desk.address(), .guarded = guarded, .clients = clients, .claims = claims};
    QElapsedTimer time;
    time.start();
    storm.blow(dice);
    const double seconds = static_cast<double>(time.elapsed()) / 1000;
    if (guarded)
        takeTheRest(&storm);
    const Verdict verdict = judge(storm, cases);
    qInfo("%lld claims acknowledged in %.1f s, %d kills: %lld double, %lld lost, %lld dropped, %lld committed without the client hearing of it",
          static_cast<long long>(storm.acknowledged.size()), seconds, storm.kills, static_cast<long long>(verdict.doubles),
          static_cast<long long>(verdict.lost), static_cast<long long>(verdict.dropped), static_cast<long long>(verdict.unheard));
    QVERIFY2(storm.faults.isEmpty(), qPrintable(storm.faults.join(u' ')));
    if (!guarded) {
        QVERIFY(verdict.doubles > 0); // or the harness would see nothing
        return;
    }
    QVERIFY(storm.kills > 0);
    QVERIFY2(storm.acknowledged.size() >= claims, qPrintable(QString::number(storm.acknowledged.size())));
    QCOMPARE(verdict.doubles, qint64(0));
    QCOMPARE(verdict.lost, qint64(0));
    QCOMPARE(verdict.dropped, qint64(0));
    QVERIFY(verdict.unheard >= 0);
    QVERIFY(verdict.unheard <= storm.kills);
    QCOMPARE(brokenTrails(desk.address()), qint64(0));
}

QObject *make_tst_claimstorm()
{
    return new TstClaimStorm;
}

#include "tst_claimstorm.moc"
