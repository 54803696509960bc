// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdesk.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>
#include <QtTest/QTest>

namespace arb::tests {

using namespace storage;

namespace {

DatabaseAddress serverAddress()
{
    const QString text = qEnvironmentVariable("ARB_TEST_PG");
    const auto address = parseAddress(text);
    if (text.isEmpty() || !address)
        qFatal("ARB_TEST_PG must name a PostgreSQL server to test on, e.g. postgresql://user@127.0.0.1:5432/postgres");
    return *address;
}

void migrateDesk(const DatabaseAddress &address)
{
    const auto database = openDesk(address, {.readOnly = false, .create = true, .anySchema = true, .password = {}});
    if (const auto done = database->migrate(); !done)
        qFatal("the desk was not made: %s", qPrintable(done.error().detail));
}

} // namespace

std::unique_ptr<Database> openDesk(const DatabaseAddress &address, const OpenOptions &options)
{
    auto database = Database::open(address, options);
    if (!database)
        qFatal("the desk does not open: %d %s", int(database.error().fault), qPrintable(database.error().detail));
    return std::move(database).value();
}

DatabaseAddress newSqliteDesk(const QString &folder, const QString &name)
{
    DatabaseAddress address;
    address.file = QDir(folder).filePath(name);
    migrateDesk(address);
    return address;
}

namespace {

struct RawAnswer
{
    QString error, value;
};

RawAnswer rawRun(const DatabaseAddress &address, const QString &sql)
{
    RawAnswer answer;
    const QString name = QStringLiteral("raw");
    {
        const bool server = address.engine == Engine::PostgreSQL;
        QSqlDatabase database = QSqlDatabase::addDatabase(server ? QStringLiteral("QPSQL") : QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(server ? address.name : address.file);
        database.setHostName(address.host);
        database.setPort(address.port);
        database.setUserName(address.user);
        if (!database.open()) {
            answer.error = database.lastError().text();
        } else {
            QSqlQuery query(database);
            if (!query.exec(sql))
                answer.error = query.lastError().text();
            else if (query.next())
                answer.value = query.value(0).toString();
        }
    }
    QSqlDatabase::removeDatabase(name);
    return answer;
}

} // namespace

QString rawExec(const DatabaseAddress &address, const QString &sql)
{
    return rawRun(address, sql).error;
}

QString rawValue(const DatabaseAddress &address, const QString &sql)
{
    return rawRun(address, sql).value;
}

struct EngineDesk::Folder
{
    QTemporaryDir folder;
};

EngineDesk::EngineDesk(Engine engine)
{
    if (engine == Engine::PostgreSQL) {
        m_server = std::make_unique<PostgresqlDesk>();
        m_address = m_server->address();
    } else {
        m_folder = std::make_unique<Folder>();
        m_address = newSqliteDesk(m_folder->folder.path());
    }
}

EngineDesk::~EngineDesk() = default;

void addEngineRows()
{
    QTest::addColumn<int>("engine");
    QTest::newRow("sqlite") << int(Engine::SQLite);
    QTest::newRow("postgresql") << int(Engine::PostgreSQL);
}

void PostgresqlDesk::onServer(const QString &sql)
{
    if (const QString error = rawExec(serverAddress(), sql); !error.isEmpty())
        qFatal("the test server refuses: %s", qPrintable(error));
}

PostgresqlDesk::PostgresqlDesk(bool migrated) : m_address(serverAddress())
{
    static int counter = 0;
    const QString prefix = QStringLiteral("arb_test_%1").arg(QCoreApplication::applicationPid());
    m_address.name = QStringLiteral("%1_%2").arg(prefix).arg(++counter);
    // Making a desk by copying a finished one is ten times faster than migrating each.
    static QString finished;
    if (migrated && finished.isEmpty()) {
        finished = QString(prefix + QStringLiteral("_0"));
        onServer(QStringLiteral("CREATE DATABASE %1").arg(finished));
        DatabaseAddress address = m_address;
        address.name = finished;
        migrateDesk(address);
        qAddPostRoutine([] { onServer(QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(finished)); });
    }
    onServer(migrated ? QStringLiteral("CREATE DATABASE %1 TEMPLATE %2").arg(m_address.name, finished)
                      : QStringLiteral("CREATE DATABASE %1").arg(m_address.name));
}

PostgresqlDesk::~PostgresqlDesk()
{
    onServer(QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(m_address.name));
}

ContractStores storesOn(const DatabaseAddress &address)
{
    struct Keep
    {
        explicit Keep(std::unique_ptr<Database> opened) : database(std::move(opened)), stores(*database) {}
        std::unique_ptr<Database> database;
        SqlStores stores;
    };
    const auto keep = std::make_shared<Keep>(openDesk(address));
    SqlStores &stores = keep->stores;
    return {&stores.cases, &stores.intake, &stores.tasks, &stores.reports, &stores.audit, &stores.desk, &stores.queue, &stores.examination, keep};
}

} // namespace arb::tests
