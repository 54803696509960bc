// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdesk.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

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

void PostgresqlDesk::onServer(const QString &sql)
{
    const DatabaseAddress server = serverAddress();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), QStringLiteral("test-server"));
        database.setHostName(server.host);
        database.setPort(server.port);
        database.setUserName(server.user);
        database.setDatabaseName(server.name);
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        if (!database.isOpen() || !query.exec(sql))
            qFatal("the test server refuses: %s %s", qPrintable(database.lastError().text()), qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test-server"));
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
    return {&stores.cases, &stores.intake, &stores.tasks, &stores.reports, &stores.audit, &stores.desk, keep};
}

} // namespace arb::tests
