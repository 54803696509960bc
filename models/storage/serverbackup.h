// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect.h"

namespace arb::storage {

/// Backups of a PostgreSQL database, by the server's own tools as children: pg_dump, pg_restore, createdb. The password goes
/// by the environment, never on a command line. Blocks; the file is in pg_dump's custom format.
domain::Result<void, BackupFault> dumpServer(const DatabaseAddress &address, const QString &password, const QString &file);
/// In one transaction: all of the backup, or nothing. Makes the database when there is none of the name.
domain::Result<QString, BackupFault> restoreServer(const DatabaseAddress &address, const Replacement &wish);

} // namespace arb::storage
