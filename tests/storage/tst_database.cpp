// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdesk.h"

#include "../../models/storage/session.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <cstdio>
#include <map>

#include <unistd.h>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using namespace arb::storage;

class TstDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAddresses_data();
    void readsAddresses();
    void namesWrongFiles();
    void namesMissingServer();
    void readsBackSqliteSettings();
    void readsBackServerSettings();
    void lockedDatabaseIsBusy();
    void readOnlyRefusesWrites_data() { addEngineRows(); }
    void readOnlyRefusesWrites();
    void fullDatabaseIsReadOnly();
    void lostConnectionIsOpenedAgain();
    void fileThatIsGoneIsOffline();
    void refusesWriteInSnapshot_data() { addEngineRows(); }
    void refusesWriteInSnapshot();
    void snapshotSeesOneState_data() { addEngineRows(); }
    void snapshotSeesOneState();
    void keepsHighWaterMark();
    void checkFindsDamage_data() { addEngineRows(); }
    void checkFindsDamage();
    void backsUpAndRestores();
    void restoreRefusesWhatIsNotThisDesk();
    void restoreKeepsWhatStoodThere();
    void backupNeedsAFolder();
    void serverIsSavedAndRestored();
    void readsInAFolderThatTakesNoFiles();
    void flippedByteIsNamed_data() { addEngineRows(); }
    void flippedByteIsNamed();
};

void TstDatabase::readsAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("error"); ///< -1: none
    QTest::addColumn<QString>("again");
    const auto good = [](const char *text) { QTest::newRow(text) << QString::fromUtf8(text) << -1 << QString::fromUtf8(text); };
    const auto bad = [](const char *text, AddressError error) { QTest::newRow(text) << QString::fromUtf8(text) << int(error) << QString(); };
    good("sqlite:/tmp/名 a.db");
    good("sqlite:desk.db");
    good("postgresql://lin@db.example.org:5433/desk?sslmode=verify-full&application_name=arb");
    good("postgresql://lin@db/desk");
    good("postgresql:///desk?host=/run/postgresql");
    bad("mysql://x/y", AddressError::UnknownScheme);
    bad("desk.db", AddressError::UnknownScheme);
    bad("sqlite:", AddressError::FileMissing);
    bad("sqlite::memory:", AddressError::FileMissing);
    bad("sqlite:file:x?mode=memory", AddressError::FileMissing);
    bad("postgresql://lin@db/", AddressError::NameMissing);
    bad("postgresql://lin:secret@db/desk", AddressError::PasswordInAddress);
    bad("postgresql://lin:@db/desk", AddressError::PasswordInAddress);
    bad("postgresql://lin@db/desk?password=secret", AddressError::PasswordInAddress);
    bad("postgresql://lin@db/desk?options=-csynchronous_commit%3Doff", AddressError::UnknownOption);
    bad("postgresql://lin@db/desk?sslmode=require%3Bconnect_timeout%3D0", AddressError::BadValue);
    bad("postgresql://lin@db:x/desk", AddressError::BadValue);
}

void TstDatabase::readsAddresses()
{
    QFETCH(QString, text);
    QFETCH(int, error);
    QFETCH(QString, again);
    const auto address = parseAddress(text);
    QCOMPARE(address.ok() ? -1 : int(address.error()), error);
    if (address) {
        QCOMPARE(address->toString(), again);
        QCOMPARE(address->engine, text.startsWith(QStringLiteral("sqlite")) ? Engine::SQLite : Engine::PostgreSQL);
    }
}

void TstDatabase::namesWrongFiles()
{
    QTemporaryDir folder;
    DatabaseAddress address;
    const auto fault = [&](const QString &file) {
        address.file = folder.filePath(file);
        const auto opened = Database::open(address);
        return opened ? -1 : int(opened.error().fault);
    };
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    QCOMPARE(fault(QStringLiteral("missing.db")), int(OpenFault::NotFound));
    QVERIFY(!QFile::exists(address.file));
    QCOMPARE(fault(QStringLiteral(".")), int(OpenFault::NotADatabase));
    write(QStringLiteral("text.db"), QByteArray(5000, 'x'));
    QCOMPARE(fault(QStringLiteral("text.db")), int(OpenFault::NotADatabase));
    write(QStringLiteral("empty.db"), {});
    QCOMPARE(fault(QStringLiteral("empty.db")), int(OpenFault::NoSchema));
    write(QStringLiteral("other.db"), {});
    address.file = folder.filePath(QStringLiteral("other.db"));
    QCOMPARE(rawExec(address, QStringLiteral("CREATE TABLE songs (id INTEGER)")), QString());
    QCOMPARE(fault(QStringLiteral("other.db")), int(OpenFault::NotADatabase));
}

void TstDatabase::namesMissingServer()
{
    const PostgresqlDesk desk(false);
    DatabaseAddress address = desk.address();
    QCOMPARE(Database::open(address).error().fault, OpenFault::NoSchema);
    address.name = QStringLiteral("arb_no_such_database");
    QCOMPARE(Database::open(address).error().fault, OpenFault::NotFound);
    address.host = QStringLiteral("127.0.0.1");
    address.port = 1;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(Database::open(address).error().fault, OpenFault::Offline);
    QVERIFY(timer.elapsed() < 6000);
}

void TstDatabase::readsBackSqliteSettings()
{
    const EngineDesk desk(Engine::SQLite);
    // Another program has set the file back to a journal that loses the last ruling in a power cut.
    QCOMPARE(rawValue(desk.address(), QStringLiteral("PRAGMA journal_mode = DELETE")), QStringLiteral("delete"));
    const auto database = openDesk(desk.address());
    const auto value = [&](const char *pragma) {
        return database->session().first(QStringLiteral("PRAGMA %1").arg(QString::fromLatin1(pragma)), {}, [](const Row &row) { return row.text(0); })
            .value_or(QString());
    };
    QCOMPARE(value("journal_mode"), QStringLiteral("wal"));
    QCOMPARE(value("synchronous"), QStringLiteral("2"));
    QCOMPARE(value("foreign_keys"), QStringLiteral("1"));
    QCOMPARE(value("trusted_schema"), QStringLiteral("0"));
    QCOMPARE(value("cell_size_check"), QStringLiteral("1"));
    QVERIFY(database->engineVersion().startsWith(QStringLiteral("SQLite 3.")));
    // A file that is held by a writer in the old journal cannot be switched: no start without the setting.
    const EngineDesk other(Engine::SQLite);
    QCOMPARE(rawValue(other.address(), QStringLiteral("PRAGMA journal_mode = DELETE")), QStringLiteral("delete"));
    QSqlDatabase holder = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("holder"));
    holder.setDatabaseName(other.address().file);
    QVERIFY(holder.open());
    QVERIFY(QSqlQuery(holder).exec(QStringLiteral("BEGIN EXCLUSIVE")));
    QCOMPARE(Database::open(other.address()).error().fault, OpenFault::Busy);
    holder.close();
    holder = QSqlDatabase();
    QSqlDatabase::removeDatabase(QStringLiteral("holder"));
}

void TstDatabase::readsBackServerSettings()
{
    const PostgresqlDesk desk;
    PostgresqlDesk::onServer(QStringLiteral("ALTER DATABASE %1 SET synchronous_commit = off").arg(desk.address().name));
    const auto database = openDesk(desk.address());
    const auto value = [&](const char *setting) {
        return database->session().first(QStringLiteral("SELECT current_setting('%1')").arg(QString::fromLatin1(setting)), {}, [](const Row &row) { return row.text(0); })
            .value_or(QString());
    };
    QCOMPARE(value("synchronous_commit"), QStringLiteral("on"));
    QCOMPARE(value("client_encoding"), QStringLiteral("UTF8"));
    QVERIFY(database->engineVersion().startsWith(QStringLiteral("PostgreSQL ")));
    SqlStores stores(*database);
    const auto now = stores.desk.serverTime();
    QVERIFY(now.ok() && now->has_value());
}

void TstDatabase::lockedDatabaseIsBusy()
{
    const EngineDesk desk(Engine::SQLite);
    const ContractStores stores = storesOn(desk.address());
    {
        QSqlDatabase holder = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("holder"));
        holder.setDatabaseName(desk.address().file);
        QVERIFY(holder.open());
        QVERIFY(QSqlQuery(holder).exec(QStringLiteral("BEGIN IMMEDIATE")));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(stores.desk->setDeskClock(contractNow).error(), StoreError::Busy);
        QVERIFY(timer.elapsed() >= 4900 && timer.elapsed() < 8000);
        QVERIFY(stores.desk->people().ok()); // reading goes on
        holder.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("holder"));
    QVERIFY(stores.desk->setDeskClock(contractNow));
}

void TstDatabase::readOnlyRefusesWrites()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<Engine>(engine));
    const auto database = openDesk(desk.address(), {.readOnly = true, .create = false, .anySchema = false, .password = {}});
    SqlStores stores(*database);
    QCOMPARE(stores.desk.setDeskClock(contractNow).error(), StoreError::ReadOnly);
    QVERIFY(stores.desk.people().ok());
    QVERIFY(!database->takesChanges()); // known without trying
    QVERIFY(openDesk(desk.address())->takesChanges());
}

void TstDatabase::fullDatabaseIsReadOnly()
{
    const EngineDesk desk(Engine::SQLite);
    const auto database = openDesk(desk.address());
    SqlStores stores(*database);
    const qint64 pages = database->session().first(QStringLiteral("PRAGMA page_count"), {}, [](const Row &row) { return row.integer(0); }).value_or(0);
    database->session().exec(QStringLiteral("PRAGMA max_page_count = %1").arg(pages)); // what a full disk answers, without one
    Admission admission = contractAdmission(1, QStringLiteral("C-1"));
    admission.earlier = EarlierRecord{QByteArray(200'000, 'x'), {}};
    QCOMPARE(stores.intake.addMany(std::span(&admission, 1)).error(), StoreError::ReadOnly);
    QCOMPARE(stores.cases.header(domain::CaseId(1)).error(), StoreError::NotFound);
    database->session().exec(QStringLiteral("PRAGMA max_page_count = 1000000"));
    QVERIFY(stores.intake.addMany(std::span(&admission, 1)));
}

void TstDatabase::lostConnectionIsOpenedAgain()
{
    const EngineDesk desk(Engine::PostgreSQL);
    const auto database = openDesk(desk.address());
    SqlStores stores(*database);
    QVERIFY(stores.desk.people().ok());
    QCOMPARE(rawExec(desk.address(), QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
                                                    "AND pid <> pg_backend_pid()")), QString());
    QCOMPARE(stores.desk.setDeskClock(contractNow).error(), StoreError::Offline);
    QVERIFY(stores.desk.setDeskClock(contractNow));
    QVERIFY(*stores.desk.deskClock() == contractNow);
}

/// The engine would go on writing to a file that nobody can find any more.
void TstDatabase::fileThatIsGoneIsOffline()
{
    const EngineDesk desk(Engine::SQLite), other(Engine::SQLite);
    const QString file = desk.address().file, aside = file + QStringLiteral(".aside");
    const auto database = openDesk(desk.address());
    SqlStores stores(*database);
    QVERIFY(stores.desk.setDeskClock(contractNow));
    database->session().exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")); // the log beside the file would be taken for the other's
    QVERIFY(QFile::rename(file, aside));
    QCOMPARE(stores.desk.setDeskClock(contractNow).error(), StoreError::Offline);
    QCOMPARE(stores.cases.changeMark().error(), StoreError::Offline);
    QVERIFY(!QFile::exists(file)); // nor is an empty one made
    // Another desk in its place is not this one.
    QVERIFY(QFile::copy(other.address().file, file));
    QCOMPARE(stores.desk.people().error(), StoreError::Offline);
    QCOMPARE(stores.desk.people().error(), StoreError::Offline);
    QVERIFY(QFile::remove(file));
    QVERIFY(QFile::rename(aside, file));
    QVERIFY(*stores.desk.deskClock() == contractNow);
    // The same desk in another file is followed.
    QVERIFY(QFile::copy(file, aside));
    QCOMPARE(std::rename(QFile::encodeName(aside).constData(), QFile::encodeName(file).constData()), 0);
    const domain::UtcMs later(contractNow.ms() + 1000);
    QVERIFY(stores.desk.setDeskClock(later));
    const auto fresh = openDesk(desk.address());
    SqlStores seen(*fresh);
    QVERIFY(*seen.desk.deskClock() == later);
}

void TstDatabase::refusesWriteInSnapshot()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<Engine>(engine));
    const auto database = openDesk(desk.address());
    SqlStores stores(*database);
    QVERIFY(database->inSnapshot([&]() -> Stored<void> {
        const auto refused = stores.desk.setDeskClock(contractNow);
        return refused.ok() ? Stored<void>(domain::Failure{StoreError::Conflict}) : Stored<void>();
    }));
    QVERIFY(stores.desk.setDeskClock(contractNow));
}

void TstDatabase::snapshotSeesOneState()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<Engine>(engine));
    const auto database = openDesk(desk.address());
    SqlStores stores(*database);
    const ContractStores other = storesOn(desk.address());
    QVERIFY(database->inSnapshot([&]() -> Stored<void> {
        const auto before = stores.desk.people();
        const bool added = other.desk->apply(addingPerson(contractPerson(1, "x"))).ok();
        const auto after = stores.desk.people();
        return added && before.ok() && after.ok() && before->isEmpty() && after->isEmpty() ? Stored<void>()
                                                                                          : Stored<void>(domain::Failure{StoreError::Conflict});
    }));
    QCOMPARE((*stores.desk.people()).size(), 1);
}

void TstDatabase::keepsHighWaterMark()
{
    const EngineDesk desk(Engine::SQLite);
    const auto database = openDesk(desk.address());
    SqlStores stores(*database);
    QVERIFY(*database->clockHighWater() == domain::UtcMs());
    QVERIFY(stores.desk.apply(addingPerson(contractPerson(1, "x"))));
    DeskChange earlier = addingPerson(contractPerson(2, "y"));
    earlier.audit.at = contractNow.plusMs(-domain::dayMs);
    QVERIFY(stores.desk.apply(earlier));
    QVERIFY(*database->clockHighWater() == contractNow);
}

void TstDatabase::checkFindsDamage()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<Engine>(engine));
    {
        const auto database = openDesk(desk.address());
        QVERIFY((*database->check(true)).findings.isEmpty());
    }
    QCOMPARE(rawExec(desk.address(), QStringLiteral("INSERT INTO merchant_month (platform, merchant_id, month, code, points, events) "
                                                    "VALUES ('p', 'm', 202610, 'liable', 2, 1)")), QString());
    const auto report = openDesk(desk.address())->check(false);
    QVERIFY(report.ok());
    QCOMPARE(report->findings.size(), 1);
    if (static_cast<Engine>(engine) == Engine::SQLite) {
        QCOMPARE(rawExec(desk.address(), QStringLiteral("INSERT INTO tag (case_id, tag) VALUES (99, 'x')")), QString()); // without its foreign keys
        const auto orphan = openDesk(desk.address())->check(false);
        QVERIFY(orphan.ok());
        QVERIFY2(orphan->findings.join(u'\n').contains(QStringLiteral("of table tag")), qPrintable(orphan->findings.join(u'\n')));
    }
}

void TstDatabase::backsUpAndRestores()
{
    QTemporaryDir folder;
    const DatabaseAddress address = newSqliteDesk(folder.path());
    const auto database = openDesk(address);
    SqlStores stores(*database);
    const Admission first = contractAdmission(1, QStringLiteral("C-1"));
    QVERIFY(stores.intake.addMany(std::span(&first, 1)));
    const QString copy = folder.filePath(QStringLiteral("backup.db"));
    QVERIFY(database->backupTo(copy));
    QVERIFY(!QFile::exists(QString(copy + QStringLiteral("-wal"))));
    QCOMPARE(database->backupTo(copy).error(), BackupFault::FileExists);
    const Admission second = contractAdmission(2, QStringLiteral("C-2"));
    QVERIFY(stores.intake.addMany(std::span(&second, 1)));

    DatabaseAddress elsewhere;
    elsewhere.file = folder.filePath(QStringLiteral("restored.db"));
    QVERIFY(Database::restore(copy, elsewhere));
    const ContractStores restored = storesOn(elsewhere);
    QVERIFY(*restored.cases->record(domain::CaseId(1)) == *stores.cases.record(domain::CaseId(1)));
    QCOMPARE(restored.cases->header(domain::CaseId(2)).error(), StoreError::NotFound);
    QCOMPARE(*restored.desk->databaseId(), *stores.desk.databaseId());
    QVERIFY(Database::restore(copy, address)); // over the desk itself, while it is open
    QCOMPARE(stores.cases.header(domain::CaseId(2)).error(), StoreError::NotFound);

    QFile damaged(folder.filePath(QStringLiteral("damaged.db")));
    QVERIFY(QFile::copy(copy, damaged.fileName()));
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    damaged.seek(4096 * 3);
    damaged.write(QByteArray(4096, 'x'));
    damaged.close();
    QCOMPARE(Database::restore(damaged.fileName(), elsewhere, true).error(), BackupFault::Damaged);
    QCOMPARE(Database::restore(folder.filePath(QStringLiteral("none.db")), elsewhere).error(), BackupFault::NotFound);
    QVERIFY(restored.cases->header(domain::CaseId(1)).ok());
}

void TstDatabase::restoreRefusesWhatIsNotThisDesk()
{
    QTemporaryDir folder;
    const DatabaseAddress mine = newSqliteDesk(folder.path(), QStringLiteral("mine.db"));
    const DatabaseAddress theirs = newSqliteDesk(folder.path(), QStringLiteral("theirs.db"));
    const QString id = rawValue(mine, QStringLiteral("SELECT database_id FROM desk"));
    const QString backup = folder.filePath(QStringLiteral("theirs.backup"));
    QVERIFY(openDesk(theirs)->backupTo(backup));
    QCOMPARE(Database::restore(backup, mine).error(), BackupFault::OtherDesk);

    DatabaseAddress foreign;
    foreign.file = folder.filePath(QStringLiteral("foreign.db"));
    QCOMPARE(rawExec(foreign, QStringLiteral("CREATE TABLE desk (id INTEGER)")), QString());
    QCOMPARE(Database::restore(foreign.file, mine, true).error(), BackupFault::NotADesk);
    QFile text(folder.filePath(QStringLiteral("letter.txt")));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write(QByteArray(3000, 'x'));
    text.close();
    QCOMPARE(Database::restore(text.fileName(), mine, true).error(), BackupFault::NotADesk);

    DatabaseAddress newer = theirs;
    newer.file = backup;
    QCOMPARE(rawExec(newer, QStringLiteral("INSERT INTO schema_migration (number, name, checksum, min_compatible, applied_at) VALUES (900, 'x', 'y', 900, 0)")), QString());
    QCOMPARE(Database::restore(backup, mine, true).error(), BackupFault::NewerSchema);
    QCOMPARE(Database::restore(folder.filePath(QStringLiteral("mine.db")), foreign).error(), BackupFault::OtherDesk); // somebody else's file
    QCOMPARE(rawValue(mine, QStringLiteral("SELECT database_id FROM desk")), id);
    QVERIFY(!QFile::exists(QString(mine.file + QStringLiteral(".before-restore"))));
}

void TstDatabase::restoreKeepsWhatStoodThere()
{
    QTemporaryDir folder;
    const DatabaseAddress mine = newSqliteDesk(folder.path(), QStringLiteral("mine.db"));
    const DatabaseAddress theirs = newSqliteDesk(folder.path(), QStringLiteral("theirs.db"));
    const QString mineId = rawValue(mine, QStringLiteral("SELECT database_id FROM desk"));
    const QString backup = folder.filePath(QStringLiteral("theirs.backup"));
    QVERIFY(openDesk(theirs)->backupTo(backup));
    const auto first = Database::restore(backup, mine, true);
    QVERIFY(first.ok());
    QCOMPARE(rawValue(mine, QStringLiteral("SELECT database_id FROM desk")), rawValue(theirs, QStringLiteral("SELECT database_id FROM desk")));
    DatabaseAddress aside;
    aside.file = *first;
    QCOMPARE(rawValue(aside, QStringLiteral("SELECT database_id FROM desk")), mineId);
    const auto second = Database::restore(backup, mine);
    QVERIFY(second.ok());
    QVERIFY(*second != *first);

    QFile damaged(mine.file); // what is restored for most of all
    QVERIFY(damaged.open(QIODevice::WriteOnly | QIODevice::Truncate));
    damaged.write(QByteArray(9000, 'x'));
    damaged.close();
    const auto third = Database::restore(backup, mine);
    QVERIFY(third.ok());
    QVERIFY(openDesk(mine)->check(true).value().findings.isEmpty());
    QCOMPARE(QFileInfo(*third).size(), qint64(9000));
}

void TstDatabase::backupNeedsAFolder()
{
    for (const Engine engine : {Engine::SQLite, Engine::PostgreSQL}) {
        const EngineDesk desk(engine);
        QCOMPARE(openDesk(desk.address())->backupTo(QStringLiteral("/no/such/folder/x.db")).error(), BackupFault::NotWritable);
    }
}

void TstDatabase::serverIsSavedAndRestored()
{
    QTemporaryDir folder;
    const EngineDesk desk(Engine::PostgreSQL);
    const ContractStores stores = storesOn(desk.address());
    const Person person = contractPerson(1001, "林晓");
    QVERIFY(stores.desk->apply(addingPerson(person)));
    const Admission first = contractAdmission(1, QStringLiteral("C-1"));
    QVERIFY(stores.intake->addMany(std::span(&first, 1)));
    const QString copy = folder.filePath(QStringLiteral("desk.backup"));
    QVERIFY(openDesk(desk.address())->backupTo(copy));
    QCOMPARE(openDesk(desk.address())->backupTo(copy).error(), BackupFault::FileExists);
    const CaseRecord saved = *stores.cases->record(domain::CaseId(1));
    const Admission second = contractAdmission(2, QStringLiteral("C-2"));
    QVERIFY(stores.intake->addMany(std::span(&second, 1)));

    QVERIFY(Database::restore(copy, desk.address()).ok()); // over the desk itself
    QVERIFY(*stores.cases->record(domain::CaseId(1)) == saved);
    QCOMPARE(stores.cases->header(domain::CaseId(2)).error(), StoreError::NotFound);
    QVERIFY(rawExec(desk.address(), QStringLiteral("UPDATE audit_entry SET actor = 'x'")).contains(QStringLiteral("append-only")));

    const PostgresqlDesk other; // made from one template: only the id tells them apart
    QCOMPARE(rawExec(other.address(), QStringLiteral("UPDATE desk SET database_id = database_id + 1")), QString());
    QCOMPARE(Database::restore(copy, other.address()).error(), BackupFault::OtherDesk);
    QVERIFY(Database::restore(copy, other.address(), true).ok());
    QVERIFY(*storesOn(other.address()).cases->record(domain::CaseId(1)) == saved);
    DatabaseAddress made = other.address();
    made.name += QStringLiteral("_new"); // a database that is not there yet
    QVERIFY(Database::restore(copy, made).ok());
    QVERIFY(*storesOn(made).cases->record(domain::CaseId(1)) == saved);
    PostgresqlDesk::onServer(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(made.name));

    QCOMPARE(Database::restore(QStringLiteral(ARB_SOURCE_DIR "/CMakeLists.txt"), desk.address()).error(), BackupFault::NotADesk);
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    QCOMPARE(openDesk(desk.address())->backupTo(folder.filePath(QStringLiteral("x"))).error(), BackupFault::NoTool);
    qputenv("PATH", path);
}

void TstDatabase::readsInAFolderThatTakesNoFiles()
{
    QTemporaryDir folder;
    const DatabaseAddress address = newSqliteDesk(folder.path());
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther));
    QVERIFY(QFile::setPermissions(address.file, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    const bool root = ::geteuid() == 0; // to whom permissions mean nothing
    QVERIFY(!root || ::setresuid(65534, 65534, 0) == 0);
    auto opened = Database::open(address);
    const QString fault = opened.ok() ? QString() : opened.error().detail;
    const bool read = opened.ok() && SqlStores(**opened).desk.people().ok();
    const auto written = opened.ok() ? SqlStores(**opened).desk.setDeskClock(contractNow) : Stored<void>();
    opened = domain::Failure{OpenError{}};
    QVERIFY(!root || ::setresuid(0, 0, 0) == 0);
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY2(read, qPrintable(fault));
    QVERIFY(!written.ok());
    QCOMPARE(written.error(), StoreError::ReadOnly);
}

void TstDatabase::flippedByteIsNamed()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<Engine>(engine));
    const auto verify = [&] {
        QList<domain::AuditFinding> findings;
        const ContractStores stores = storesOn(desk.address());
        std::map<qint64, domain::AuditVerifier> verifiers;
        const auto fed = stores.audit->entries([&](const domain::AuditEntry &entry) {
            if (const auto finding = verifiers.try_emplace(entry.scope, entry.scope).first->second.feed(entry))
                findings.append(*finding);
            return true;
        });
        const auto ended = stores.audit->heads([&](qint64 scope, const domain::AuditHead &head) {
            const auto found = verifiers.find(scope);
            const domain::AuditVerifier nothing(scope);
            if (const auto finding = (found == verifiers.end() ? nothing : found->second).finish(head))
                findings.append(*finding);
            return true;
        });
        return fed && ended ? findings : QList<domain::AuditFinding>{{-1, -1, domain::AuditFault::HeadMissing}};
    };
    {
        const ContractStores stores = storesOn(desk.address());
        const Person person = contractPerson(1001, "林晓");
        QVERIFY(stores.desk->apply(addingPerson(person)));
        const Admission admission = contractAdmission(42, QStringLiteral("C-1"));
        QVERIFY(stores.intake->addMany(std::span(&admission, 1)));
        QVERIFY(stores.cases->apply(contractClaim(*stores.cases->header(domain::CaseId(42)), person)));
        QVERIFY(stores.cases->apply(contractMove(*stores.cases->header(domain::CaseId(42)), domain::DisputeState::Claimed)));
    }
    QVERIFY(verify().isEmpty());
    // Whoever owns the database can take the triggers away; the chain still tells.
    if (static_cast<Engine>(engine) == Engine::SQLite) {
        QCOMPARE(rawExec(desk.address(), QStringLiteral("DROP TRIGGER audit_entry_no_update")), QString());
        QCOMPARE(rawExec(desk.address(), QStringLiteral("DROP TRIGGER audit_entry_no_delete")), QString());
    } else {
        QCOMPARE(rawExec(desk.address(), QStringLiteral("ALTER TABLE audit_entry DISABLE TRIGGER ALL")), QString());
    }
    QCOMPARE(rawExec(desk.address(), QStringLiteral("UPDATE audit_entry SET payload = replace(payload, 'Claimed', 'Clbimed') WHERE scope = 42 AND seq = 2")), QString());
    const auto findings = verify();
    QVERIFY(!findings.isEmpty());
    QCOMPARE(findings.constFirst(), (domain::AuditFinding{42, 2, domain::AuditFault::HashDiffers}));
    QCOMPARE(rawExec(desk.address(), QStringLiteral("UPDATE audit_entry SET payload = replace(payload, 'Clbimed', 'Claimed') WHERE scope = 42 AND seq = 2")), QString());
    QVERIFY(verify().isEmpty());
    QCOMPARE(rawExec(desk.address(), QStringLiteral("DELETE FROM audit_entry WHERE scope = 42 AND seq = 3")), QString());
    const auto cut = verify();
    QCOMPARE(cut.size(), 1);
    QCOMPARE(cut.constFirst().scope, 42);
    QCOMPARE(cut.constFirst().fault, domain::AuditFault::HeadDiffers);
}

QObject *make_tst_database()
{
    return new TstDatabase;
}

#include "tst_database.moc"
