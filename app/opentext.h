// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/database.h>

#include <QtCore/QString>

namespace arb::app {

/// Why the database could not be opened, as a sentence with what to do next.
QString openText(const storage::OpenError &error, const QString &address);
/// Why an address cannot be used; never repeats it, since it may hold a password.
QString addressText(storage::AddressError error);
QString migrateText(const storage::MigrateError &error);
QString backupText(storage::BackupFault fault, const QString &file);

} // namespace arb::app
