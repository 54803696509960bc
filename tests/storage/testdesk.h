// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <contracts/storecontract.h>
#include <storage/sqlstores.h>

#include <QtCore/QString>

#include <memory>

/// Desks for the storage tests: a file of its own, or a database of its own on the server that ARB_TEST_PG names.
namespace arb::tests {

/// Address of a new migrated SQLite desk in @p folder.
storage::DatabaseAddress newSqliteDesk(const QString &folder, const QString &name = QStringLiteral("desk.db"));

/// A database on the test server, dropped when this dies.
class PostgresqlDesk
{
public:
    PostgresqlDesk(bool migrated = true);
    ~PostgresqlDesk();
    const storage::DatabaseAddress &address() const { return m_address; }
    /// Runs @p sql on the server's own database; for what only an owner may do.
    static void onServer(const QString &sql);

private:
    storage::DatabaseAddress m_address;
};

/// Runs @p sql past the program on a connection of its own; what the engine says, empty when it did it.
QString rawExec(const storage::DatabaseAddress &address, const QString &sql);
/// First column of the first row, as text.
QString rawValue(const storage::DatabaseAddress &address, const QString &sql);

/// A desk of each engine for tests that run on both; made when first asked for.
class EngineDesk
{
public:
    explicit EngineDesk(storage::Engine engine);
    ~EngineDesk();
    const storage::DatabaseAddress &address() const { return m_address; }

private:
    struct Folder;
    std::unique_ptr<Folder> m_folder;
    std::unique_ptr<PostgresqlDesk> m_server;
    storage::DatabaseAddress m_address;
};

/// A data table with the column "engine" (int) and a row for each.
void addEngineRows();

/// Opens the desk; ends the program with what went wrong, since no test could go on.
std::unique_ptr<storage::Database> openDesk(const storage::DatabaseAddress &address, const storage::OpenOptions &options = {});
ContractStores storesOn(const storage::DatabaseAddress &address);

} // namespace arb::tests
