// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundlemaker.h"
#include "intakedesk.h"

#include <storage/database.h>
#include <storage/sqlstores.h>

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QRandomGenerator>
#include <QtCore/QSet>
#include <QtTest/QTest>

#include <algorithm>
#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

namespace arb::tests {

using intake::ImportState;

namespace {

/// A SQLite desk with its vault, opened as a program would.
struct FileDesk
{
    FileDesk(const QString &folder, qint64 firstId)
        : database(open(folder)), stores(*database), ids(firstId)
    {
        auto opened = intake::Vault::open(folder + QStringLiteral("/vault"), stores.desk.databaseId().value(), [this](const QByteArray &sha256) {
            const auto referenced = stores.intake.isReferenced(sha256);
            return !referenced || *referenced;
        });
        if (!opened)
            qFatal("the vault does not open: %d", int(opened.error()));
        vault = std::move(opened).value();
    }
    static std::unique_ptr<storage::Database> open(const QString &folder)
    {
        storage::DatabaseAddress address;
        address.file = folder + QStringLiteral("/desk.db");
        storage::OpenOptions options;
        if (!QFile::exists(address.file)) {
            options.create = options.anySchema = true;
            auto fresh = storage::Database::open(address, options);
            if (!fresh || !(*fresh)->migrate())
                qFatal("the desk was not made");
            options = {};
        }
        auto database = storage::Database::open(address, options);
        if (!database)
            qFatal("the desk does not open: %s", qPrintable(database.error().detail));
        return std::move(database).value();
    }
    QList<intake::ImportResult> import(const QString &path, intake::ImportOptions options = {})
    {
        const usecases::Desk desk{stores.cases, stores.intake, stores.tasks, stores.reports, stores.audit, stores.desk, stores.queue, stores.examination, *vault, inspector, chats, clock, ids};
        intake::ImportRun run(usecases::AdmitCases(desk), *vault, &inspector, std::move(options));
        return run(usecases::ownerActor(), {path});
    }

    std::unique_ptr<storage::Database> database;
    storage::SqlStores stores;
    FixedClock clock;
    CountingIds ids;
    LengthInspector inspector;
    intake::ChatFiles chats;
    std::unique_ptr<intake::Vault> vault;
};

/// How long a child takes that nobody kills, in µs.
int wholeImportUs(const QString &in)
{
    QTemporaryDir folder;
    FileDesk::open(folder.path());
    QElapsedTimer timer;
    timer.start();
    const pid_t child = ::fork();
    if (child == 0) {
        FileDesk(folder.path(), 1).import(in);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return static_cast<int>(timer.nsecsElapsed() / 1000);
}

} // namespace

/// Imports are killed at any moment; afterwards there are whole cases and their evidence, and nothing else.
class TstKillImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsIntoSqlite();
    void killedImportsLeaveWholeCasesOnly();
};

void TstKillImport::importsIntoSqlite()
{
    QTemporaryDir folder;
    FileDesk desk(folder.path(), 1);
    writeFile(folder.filePath(QStringLiteral("in/a.arbcase")), zipOf(plainBundle(QStringLiteral("T-1")).parts()));
    QCOMPARE(desk.import(folder.filePath(QStringLiteral("in"))).constFirst().state, ImportState::Imported);
    QCOMPARE(desk.import(folder.filePath(QStringLiteral("in"))).constFirst().state, ImportState::AlreadyPresent);
}

void TstKillImport::killedImportsLeaveWholeCasesOnly()
{
    constexpr int bundles = 60, kills = 40;
    QTemporaryDir folder;
    const QString in = folder.filePath(QStringLiteral("in"));
    for (int n = 0; n < bundles; ++n)
        writeFile(in + QStringLiteral("/%1.arbcase").arg(n, 3, 10, QLatin1Char('0')), zipOf(plainBundle(QStringLiteral("T-%1").arg(n)).parts()));
    FileDesk::open(folder.path());
    const int longest = wholeImportUs(in) * 5 / 4; // a busy machine is slower
    QRandomGenerator dice(20'261'012);
    int interrupted = 0, partial = 0;
    for (int round = 0; round < kills; ++round) {
        const pid_t child = ::fork();
        if (child == 0) {
            FileDesk desk(folder.path(), Q_INT64_C(1000) * (round + 1));
            intake::ImportOptions options;
            options.batchInputs = 8;
            desk.import(in, options);
            ::_exit(0);
        }
        ::usleep(static_cast<useconds_t>(dice.bounded(1'000, std::max(longest, 2'000))));
        ::kill(child, SIGKILL);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        interrupted += WIFSIGNALED(status) ? 1 : 0;

        FileDesk desk(folder.path(), 900'000);
        QSet<QString> named;
        int cases = 0;
        for (int n = 0; n < bundles; ++n) {
            const auto found = desk.stores.cases.find({}, QStringLiteral("T-%1").arg(n));
            QVERIFY(found && found->size() <= 1);
            for (const domain::CaseId id : *found) {
                ++cases;
                const auto record = desk.stores.cases.record(id);
                QVERIFY(record);
                QCOMPARE(record->file.exhibits.size(), 2);
                QCOMPARE(record->audit.size(), 1);
                for (const domain::Exhibit &exhibit : record->file.exhibits) {
                    QVERIFY(desk.vault->read(exhibit.sha256));
                    named.insert(QString::fromLatin1(exhibit.sha256));
                }
            }
        }
        const QStringList objects = vaultObjects(folder.filePath(QStringLiteral("vault")));
        QCOMPARE(QSet<QString>(objects.begin(), objects.end()), named);
        QCOMPARE(vaultLeftovers(folder.filePath(QStringLiteral("vault"))), QStringList());
        partial += cases > 0 && cases < bundles ? 1 : 0;
        if (cases == bundles) { // begin again
            desk.vault.reset();
            desk.database.reset();
            for (const QString &name : {QStringLiteral("desk.db"), QStringLiteral("desk.db-wal"), QStringLiteral("desk.db-shm")})
                QFile::remove(folder.filePath(name));
            QDir(folder.filePath(QStringLiteral("vault"))).removeRecursively();
            FileDesk::open(folder.path());
        }
    }
    // A control: were nothing interrupted half way, this would have tested nothing.
    QVERIFY2(interrupted >= 10 && partial >= 3, qPrintable(QStringLiteral("%1 interrupted, %2 half way").arg(interrupted).arg(partial)));
    FileDesk desk(folder.path(), 950'000);
    for (const auto &result : desk.import(in))
        QVERIFY(result.state == ImportState::Imported || result.state == ImportState::AlreadyPresent);
}

} // namespace arb::tests

QObject *make_tst_killimport();
QObject *make_tst_killimport()
{
    return new arb::tests::TstKillImport;
}

#include "tst_killimport.moc"
