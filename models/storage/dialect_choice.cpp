// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect.h"

#include <QtSql/QSqlDatabase>

#include <sqlite3.h>

namespace arb::storage {

std::unique_ptr<Dialect> makeDialect(const DatabaseAddress &address)
{
    switch (address.engine) {
    case Engine::SQLite: return makeSqliteDialect(address);
    case Engine::PostgreSQL: return makePostgresqlDialect(address);
    }
    return nullptr;
}

std::optional<BackupFault> unfitBackup(const std::optional<DeskFacts> &backup, const std::optional<DeskFacts> &standing, const Replacement &wish)
{
    if (!backup || backup->databaseId <= 0 || backup->schema <= 0)
        return BackupFault::NotADesk;
    if (backup->schema > wish.newestSchema && backup->minCompatible > wish.newestSchema)
        return BackupFault::NewerSchema;
    if (standing && standing->databaseId != backup->databaseId && !wish.otherDesk)
        return BackupFault::OtherDesk;
    return std::nullopt;
}

bool isDriverInstalled(Engine engine)
{
    DatabaseAddress address;
    address.engine = engine;
    return QSqlDatabase::isDriverAvailable(makeDialect(address)->driver());
}

QString sqliteVersion()
{
    return QString::fromLatin1(sqlite3_libversion());
}

} // namespace arb::storage
