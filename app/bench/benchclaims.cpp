// SPDX-License-Identifier: GPL-3.0-or-later
// Claims: take-next as people use it, beside the bare library's and, on PostgreSQL, beside pgbench on the same server.
#include "benchdemo.h"
#include "benchdesk.h"

#include "../workspace.h"

#include <storage/barereader.h>

#include <usecases/casecommands.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>

#include <atomic>
#include <thread>
#include <vector>

namespace arb::app {

namespace {

constexpr int roundMs = 3000; // the waiting cases must last for all rounds
constexpr int clients = 32;
/// On the server, nine rounds take some twenty thousand cases, and of a demo's a little more than half can be claimed.
constexpr int fewestCases = 50'000;

/// Claims through the use case until @p end; how many.
qint64 claimUntil(const usecases::Desk &desk, const usecases::Person &person, const QElapsedTimer &timer, qint64 end)
{
    usecases::CaseCommands commands(desk);
    qint64 claims = 0;
    while (timer.elapsed() < end && commands.claimNext({usecases::Actor{.person = person}, {}, {}, {}}).ok())
        ++claims;
    return claims;
}

double aSecond(qint64 claims)
{
    return static_cast<double>(claims) * 1000 / roundMs;
}

/// All at once, each with a connection of its own that is open before the first begins.
double claimsOfMany(const BenchDemo &demo, const usecases::Person &person)
{
    std::atomic<int> ready{0};
    std::atomic<bool> go{false};
    std::atomic<qint64> claims{0};
    std::vector<std::thread> threads;
    for (int n = 0; n < clients; ++n) {
        threads.emplace_back([&] {
            auto space = Workspace::open(demo.address, demo.vault, {});
            ++ready;
            ready.notify_all();
            go.wait(false);
            if (!space)
                return;
            QElapsedTimer timer;
            timer.start();
            claims += claimUntil((*space)->desk(), person, timer, roundMs);
        });
    }
    for (int seen = ready; seen < clients; seen = ready)
        ready.wait(seen);
    go = true;
    go.notify_all();
    for (std::thread &thread : threads)
        thread.join();
    return aSecond(claims);
}

/// Empty: it is not installed.
QString pgbenchProgram()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("pgbench"));
    return program.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("pgbench"), {QStringLiteral("/usr/lib/postgresql/15/bin")}) : program;
}

/// Transactions a second of pgbench with @p script; 0 when it did not run.
double pgbench(const QString &program, const QString &address, const QByteArray &script, const QString &folder, const QString &protocol)
{
    const auto server = storage::parseAddress(address);
    QFile file(folder + QStringLiteral("/claim.sql"));
    if (!server || !file.open(QIODevice::WriteOnly) || file.write(script) != script.size())
        return 0;
    file.close();
    QProcess child;
    child.start(program, {QStringLiteral("-n"), QStringLiteral("-M"), protocol, QStringLiteral("-c"), QString::number(clients),
                          QStringLiteral("-j"), QStringLiteral("2"), QStringLiteral("-T"), QString::number(roundMs / 1000), QStringLiteral("-f"), file.fileName(),
                          QStringLiteral("-h"), server->host, QStringLiteral("-p"), QString::number(server->port), QStringLiteral("-U"), server->user, server->name});
    // Clients that find no case any more end it with a failure: it counted less than it could have done.
    if (!child.waitForFinished(60'000) || child.exitStatus() != QProcess::NormalExit || child.exitCode() != 0)
        return 0;
    static const QRegularExpression tps(QStringLiteral("tps = ([0-9.]+)"));
    return tps.match(QString::fromUtf8(child.readAllStandardOutput())).captured(1).toDouble();
}

std::optional<usecases::Person> reviewer(const usecases::Desk &desk)
{
    const auto person = desk.person(QStringLiteral("周岚"));
    return person ? std::optional(*person) : std::nullopt;
}

BenchLine claimLine(const QString &what, double ours, double bare, double least)
{
    return {what, ours, bare, QStringLiteral("a second"), least, true, true};
}

} // namespace

QList<BenchLine> benchClaims(const BenchContext &context, QString *problem)
{
    BenchDemo demo;
    if (!demo.make(context, problem))
        return {};
    auto space = Workspace::open(demo.address, demo.vault, {});
    const auto person = space ? reviewer((*space)->desk()) : std::nullopt;
    if (!person) {
        *problem = BenchWords::tr("the demo could not be opened");
        return {};
    }
    if (!context.progress(BenchWords::tr("claims")))
        return {};
    QElapsedTimer timer;
    timer.start();
    const qint64 ours = claimUntil((*space)->desk(), *person, timer, roundMs);
    space->reset();
    const qint64 bare = storage::claimBarely(demo.file(), person->id, roundMs);
    if (ours == 0 || bare == 0)
        *problem = BenchWords::tr("nothing could be claimed");
    return {claimLine(QStringLiteral("claims one after the other on SQLite, %1 cases").arg(context.scale), aSecond(ours), aSecond(bare), 0)};
}

QList<BenchLine> benchClaimsPostgresql(const BenchContext &context, QString *problem)
{
    if (context.server.isEmpty()) {
        *problem = BenchWords::tr("it needs an empty PostgreSQL database: --db postgresql://…");
        return {};
    }
    const QString program = pgbenchProgram();
    if (program.isEmpty()) {
        *problem = BenchWords::tr("pgbench is not installed (Debian: postgresql-contrib or postgresql-15)");
        return {};
    }
    if (context.scale < fewestCases) {
        *problem = BenchWords::tr("too few cases to be claimed for nine rounds: --scale %1 at least").arg(fewestCases);
        return {};
    }
    BenchDemo demo;
    if (!demo.make(context, context.server, problem))
        return {};
    auto space = Workspace::open(demo.address, demo.vault, {});
    const auto person = space ? reviewer((*space)->desk()) : std::nullopt;
    if (!person) {
        *problem = BenchWords::tr("the demo could not be opened");
        return {};
    }
    const QByteArray script = storage::claimScript(person->id, (*space)->desk().clock.now());
    QList<double> ours, bare, prepared;
    for (int round = 0; round < 3; ++round) { // in turn: the machine is not the same for a minute
        if (!context.progress(BenchWords::tr("claims %1/3").arg(round + 1)))
            return {};
        ours.append(claimsOfMany(demo, *person));
        bare.append(pgbench(program, demo.address, script, demo.place.path(), QStringLiteral("simple"))); // as pgbench does when nothing is said
        prepared.append(pgbench(program, demo.address, script, demo.place.path(), QStringLiteral("prepared")));
    }
    if (median(ours) <= 0)
        *problem = BenchWords::tr("nothing could be claimed");
    else if (median(bare) <= 0 || median(prepared) <= 0)
        *problem = BenchWords::tr("pgbench claimed nothing: it was refused by the server, or all cases were taken before");
    const QString what = QStringLiteral("claims of %1 clients on PostgreSQL, %2 cases").arg(clients).arg(context.scale);
    return {claimLine(what, median(ours), median(bare), 0.8),
            claimLine(QString(what + QStringLiteral(", beside pgbench -M prepared")), median(ours), median(prepared), 0)};
}

} // namespace arb::app
