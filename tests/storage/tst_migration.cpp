// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdesk.h"

#include "../../models/storage/migrator.h"

#include <domain/audit.h>
#include <domain/canonicaljson.h>
#include <domain/casejson.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace arb;
using namespace arb::tests;
using namespace arb::storage;

namespace {


OpenOptions anySchema()
{
    OpenOptions options;
    options.create = true;
    options.anySchema = true;
    return options;
}

QList<MigrationStep> shippedSteps(Database &database)
{
    return migrationSteps(QStringLiteral(":/migrations"), database.session().dialect());
}

} // namespace

class TstMigration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesDeskOnce_data() { addEngineRows(); }
    void makesDeskOnce();
    void failedStepLeavesNothing_data() { addEngineRows(); }
    void failedStepLeavesNothing();
    void refusesNewerSchema_data() { addEngineRows(); }
    void refusesNewerSchema();
    void opensNewerSchemaThatSaysCompatible();
    void tablesWithoutStepsAreNoDesk();
    void leavesStrangersThingsAlone_data();
    void leavesStrangersThingsAlone();
    void refusesChangedStep();
    void killedMigrationLeavesWholeSteps();
    void twoMigratorsMakeOneDesk_data() { addEngineRows(); }
    void twoMigratorsMakeOneDesk();
    void marksLiveOnWithFilms_data() { addEngineRows(); }
    void marksLiveOnWithFilms();
};

/// An empty database of the engine.
struct EmptyPlace
{
    explicit EmptyPlace(Engine engine)
    {
        if (engine == Engine::PostgreSQL) {
            server = std::make_unique<PostgresqlDesk>(false);
            address = server->address();
        } else {
            address.file = folder.filePath(QStringLiteral("desk.db"));
        }
    }
    QTemporaryDir folder;
    std::unique_ptr<PostgresqlDesk> server;
    DatabaseAddress address;
};

void TstMigration::makesDeskOnce()
{
    QFETCH(int, engine);
    const EmptyPlace place(static_cast<Engine>(engine));
    const auto database = openDesk(place.address, anySchema());
    QCOMPARE(*database->schemaVersion(), 0);
    QCOMPARE(*database->migrate(), MigrateOutcome::Created);
    QCOMPARE(*database->migrate(), MigrateOutcome::UpToDate);
    QCOMPARE(*database->schemaVersion(), Database::newestSchema());
    SqlStores stores(*database);
    const qint64 id = *stores.desk.databaseId();
    QVERIFY(id > 0);
    QCOMPARE(*SqlStores(*openDesk(place.address)).desk.databaseId(), id);
}

void TstMigration::failedStepLeavesNothing()
{
    QFETCH(int, engine);
    const EmptyPlace place(static_cast<Engine>(engine));
    const auto database = openDesk(place.address, anySchema());
    auto steps = shippedSteps(*database);
    MigrationStep second;
    second.number = Database::newestSchema() + 1;
    second.name = QStringLiteral("9999_broken");
    second.minCompatible = 1;
    second.checksum = "x";
    second.statements = {QStringLiteral("CREATE TABLE half (id INTEGER)"), QStringLiteral("CREATE TABEL half_done (id INTEGER)")};
    steps.append(second);
    const auto failed = Migrator(database->session(), steps).migrate();
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().fault, MigrateFault::Broken);
    QCOMPARE(failed.error().detail, second.name);
    QCOMPARE(*database->schemaVersion(), Database::newestSchema());
    QVERIFY(rawExec(place.address, QStringLiteral("SELECT * FROM half")) != QString());
    steps.last().statements.removeLast();
    QCOMPARE(*Migrator(database->session(), steps).migrate(), MigrateOutcome::Updated);
    QCOMPARE(rawExec(place.address, QStringLiteral("SELECT * FROM half")), QString());
}

void TstMigration::refusesNewerSchema()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<Engine>(engine));
    const int newer = Database::newestSchema() + 1;
    QCOMPARE(rawExec(desk.address(), QStringLiteral("INSERT INTO schema_migration (number, name, checksum, min_compatible, applied_at) "
                                                    "VALUES (%1, 'later', 'x', %1, 1)").arg(newer)), QString());
    QCOMPARE(Database::open(desk.address()).error().fault, OpenFault::NewerSchema);
    QCOMPARE(openDesk(desk.address(), anySchema())->migrate().error().fault, MigrateFault::NewerSchema);
}

void TstMigration::opensNewerSchemaThatSaysCompatible()
{
    const EngineDesk desk(Engine::SQLite);
    QCOMPARE(rawExec(desk.address(), QStringLiteral("INSERT INTO schema_migration (number, name, checksum, min_compatible, applied_at) "
                                                    "VALUES (%1, 'later', 'x', 1, 1)").arg(Database::newestSchema() + 1)), QString());
    QVERIFY(Database::open(desk.address()).ok());
}

void TstMigration::tablesWithoutStepsAreNoDesk()
{
    const EngineDesk desk(Engine::SQLite);
    QCOMPARE(rawExec(desk.address(), QStringLiteral("DELETE FROM schema_migration")), QString());
    QCOMPARE(Database::open(desk.address()).error().fault, OpenFault::NotADatabase); // tables, but no step of ours
}

void TstMigration::leavesStrangersThingsAlone_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<QString>("make");
    QTest::addColumn<QString>("kept"); // goes only while it stands there
    QTest::addColumn<QString>("drop");
    const auto row = [](const char *name, Engine engine, const char *make, const char *kept, const char *drop) {
        QTest::newRow(name) << int(engine) << QString::fromLatin1(make) << QString::fromLatin1(kept) << QString::fromLatin1(drop);
    };
    for (const Engine engine : {Engine::SQLite, Engine::PostgreSQL}) {
        const QByteArray of = engine == Engine::SQLite ? "sqlite: " : "postgresql: ";
        row(QByteArray(of + "table").constData(), engine, "CREATE TABLE notes (id INTEGER, text TEXT)", "SELECT * FROM notes", "DROP TABLE notes");
        row(QByteArray(of + "view").constData(), engine, "CREATE VIEW seven AS SELECT 7 AS days", "SELECT * FROM seven", "DROP VIEW seven");
    }
    row("sqlite: name much like the engine's own", Engine::SQLite, "CREATE TABLE sqlitenotes (id INTEGER)", "SELECT * FROM sqlitenotes", "DROP TABLE sqlitenotes");
    row("postgresql: function", Engine::PostgreSQL, "CREATE FUNCTION seven() RETURNS integer LANGUAGE sql AS 'SELECT 7'", "SELECT seven()", "DROP FUNCTION seven()");
    row("postgresql: type", Engine::PostgreSQL, "CREATE TYPE mood AS ENUM ('calm')", "SELECT 'calm'::mood", "DROP TYPE mood");
    row("postgresql: sequence", Engine::PostgreSQL, "CREATE SEQUENCE numbers", "SELECT last_value FROM numbers", "DROP SEQUENCE numbers");
}

void TstMigration::leavesStrangersThingsAlone()
{
    QFETCH(int, engine);
    QFETCH(QString, make);
    QFETCH(QString, kept);
    QFETCH(QString, drop);
    const EmptyPlace place(static_cast<Engine>(engine));
    const auto database = openDesk(place.address, anySchema()); // while it is still empty
    QCOMPARE(rawExec(place.address, make), QString());
    QVERIFY(!database->isEmpty());
    QCOMPARE(Database::open(place.address).error().fault, OpenFault::NotADatabase);
    QCOMPARE(Database::open(place.address, anySchema()).error().fault, OpenFault::NotADatabase);
    QCOMPARE(database->migrate().error().fault, MigrateFault::NotADesk); // asked again where nobody can come between
    QVERIFY(rawExec(place.address, QStringLiteral("SELECT * FROM schema_migration")) != QString());
    QCOMPARE(rawExec(place.address, kept), QString());
    QCOMPARE(rawExec(place.address, drop), QString());
    QCOMPARE(*database->migrate(), MigrateOutcome::Created);
}

void TstMigration::refusesChangedStep()
{
    const EngineDesk desk(Engine::SQLite);
    QCOMPARE(rawExec(desk.address(), QStringLiteral("UPDATE schema_migration SET checksum = 'y' WHERE number = 1")), QString());
    const auto refused = openDesk(desk.address(), anySchema())->migrate();
    QCOMPARE(refused.error().fault, MigrateFault::FileChanged);
    QCOMPARE(refused.error().detail, QStringLiteral("0001_initial"));
}

void TstMigration::killedMigrationLeavesWholeSteps()
{
    QElapsedTimer timer;
    timer.start();
    {
        const EmptyPlace whole(Engine::SQLite);
        QVERIFY(openDesk(whole.address, anySchema())->migrate().ok());
    }
    const qint64 span = std::max<qint64>(timer.nsecsElapsed() / 1000, 1000);
    int untouched = 0;
    constexpr int kills = 12;
    for (int n = 0; n < kills; ++n) {
        const EmptyPlace place(Engine::SQLite);
        const pid_t child = ::fork();
        if (child == 0) {
            auto database = Database::open(place.address, anySchema());
            const bool done = database && (*database)->migrate().ok();
            ::_exit(done ? 0 : 1);
        }
        ::usleep(static_cast<useconds_t>(span * n / kills));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        const auto database = openDesk(place.address, anySchema());
        const auto version = database->schemaVersion();
        QVERIFY(version.ok());
        QVERIFY(*version >= 0 && *version <= Database::newestSchema());
        untouched += *version == 0;
        QVERIFY(database->migrate().ok());
        QVERIFY((*database->check(true)).findings.isEmpty());
        QVERIFY(Database::open(place.address).ok());
    }
    QVERIFY(untouched > 0); // some kills came before the end
}

void TstMigration::twoMigratorsMakeOneDesk()
{
    QFETCH(int, engine);
    const EmptyPlace place(static_cast<Engine>(engine));
    int created = 0;
    const auto work = [&](MigrateOutcome *outcome, bool *ok) {
        auto database = Database::open(place.address, anySchema());
        const auto done = database ? (*database)->migrate() : domain::Result<MigrateOutcome, MigrateError>(domain::Failure{MigrateError{}});
        *ok = done.ok();
        if (done)
            *outcome = *done;
    };
    MigrateOutcome outcomes[2] = {MigrateOutcome::Updated, MigrateOutcome::Updated};
    bool oks[2] = {false, false};
    std::thread first(work, &outcomes[0], &oks[0]);
    std::thread second(work, &outcomes[1], &oks[1]);
    first.join();
    second.join();
    for (int n = 0; n < 2; ++n) {
        QVERIFY(oks[n]);
        created += outcomes[n] == MigrateOutcome::Created;
    }
    QVERIFY(created >= 1); // both may have found it empty, or one between two steps; each step was taken once
    QCOMPARE(rawValue(place.address, QStringLiteral("SELECT count(*) FROM schema_migration")).toInt(), Database::newestSchema());
    QCOMPARE(rawValue(place.address, QStringLiteral("SELECT count(*) FROM desk")), QStringLiteral("1"));
}

void TstMigration::marksLiveOnWithFilms()
{
    QFETCH(int, engine);
    const EmptyPlace place(static_cast<Engine>(engine));
    const auto database = openDesk(place.address, anySchema());
    const auto steps = shippedSteps(*database);
    QCOMPARE(*Migrator(database->session(), steps.first(4)).migrate(), MigrateOutcome::Created);
    SqlStores stores(*database);
    const usecases::Person maker = contractPerson(1001, "林晓");
    QVERIFY(stores.desk.apply(addingPerson(maker)));
    const domain::CaseId one(1);
    const domain::Mark old = contractMark(800, &maker);
    // By hand: the stores write the newest schema.
    QCOMPARE(rawExec(place.address, QStringLiteral("INSERT INTO dispute (id, platform, case_no, state, round, appeal_round, claim_no, version, due_unknown, rank, "
                                                   "type, reason, trade_kind, category, product, order_no, claimed_fen, disputed_fen, escalated_at, buyer_id, "
                                                   "merchant_id, merchant_name, flags, tags, bundle_digest, audit_seq, audit_hash) VALUES "
                                                   "(1, 'douyin', 'C-1', 'Queued', 1, 0, 0, 1, '', 0, 'exchange', 'other', 'normal', '3c', 'x', 'o', 1, 1, 1, 'b', 'm', "
                                                   "'s', '', '', '', 0, '%1')").arg(QString::fromLatin1(domain::emptyAuditHead().hash))), QString());
    const QByteArray document = QJsonDocument(domain::withoutPersonalData(contractFile(QStringLiteral("C-1")).document)).toJson(QJsonDocument::Compact);
    QCOMPARE(rawExec(place.address, QStringLiteral("INSERT INTO case_document (case_id, json) VALUES (1, '%1')").arg(QString::fromUtf8(document))), QString());
    QCOMPARE(rawExec(place.address, QStringLiteral("INSERT INTO exhibit (case_id, exhibit_id, ordinal, party, kind, file, sha256, caption, element, submitted_at, "
                                                   "size, facts) VALUES (1, '%1', 0, 'buyer', 'image', 'f', '%2', '', '', 1, 1, '{}')")
                                        .arg(old.exhibit, QString::fromLatin1(old.sha256))), QString());
    const QString json = QString::fromUtf8(domain::canonicalJson(domain::toJson(old)));
    QCOMPARE(rawExec(place.address, QStringLiteral("INSERT INTO mark (case_id, id, exhibit, sha256, page, shape, json, note, by_id, by_name, at) "
                                                   "VALUES (1, 800, '%1', '%2', 0, 'rectangle', '%3', 'n', 1001, 'x', 5)")
                                        .arg(old.exhibit, QString::fromLatin1(old.sha256), json)), QString());

    QCOMPARE(*Migrator(database->session(), steps).migrate(), MigrateOutcome::Updated);
    QCOMPARE(stores.examination.examination(one, maker.id)->marks, QList<domain::Mark>({old}));
    for (const char *change : {"UPDATE mark SET note = 'other'", "DELETE FROM mark", "UPDATE mark SET removed_at = 5, removed_by = 1001, pts = 7"})
        QVERIFY2(rawExec(place.address, QString::fromLatin1(change)).contains(QStringLiteral("append-only")), change);
    QVERIFY(rawExec(place.address, QStringLiteral("INSERT INTO mark (case_id, id, exhibit, sha256, page, shape, json, note, by_name, at) "
                                                  "VALUES (1, 801, '%1', '%2', 0, 'moment', '{}', '', 'x', 5)")
                                       .arg(old.exhibit, QString::fromLatin1(old.sha256))) != QString()); // of no frame
    domain::Mark moment = contractMark(802, &maker);
    moment.shape = domain::MarkShape::Moment;
    moment.points.clear();
    moment.film = domain::FilmPlace{3, 120'000, 3, 120'000};
    QVERIFY(stores.examination.addMark(one, moment, {contractNow, maker.name, QStringLiteral("mark.add"), {}}, {}));
    QCOMPARE(stores.examination.examination(one, maker.id)->marks, QList<domain::Mark>({old, moment}));
    QCOMPARE(rawValue(place.address, QStringLiteral("SELECT frame FROM mark WHERE pts = 120000 AND pts_end = pts AND frame_end = frame")), QStringLiteral("3"));
}

QObject *make_tst_migration()
{
    return new TstMigration;
}

#include "tst_migration.moc"
