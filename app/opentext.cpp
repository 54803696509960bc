// SPDX-License-Identifier: GPL-3.0-or-later
#include "opentext.h"

#include <QtCore/QCoreApplication>

namespace arb::app {

namespace {

struct Start
{
    Q_DECLARE_TR_FUNCTIONS(Start)
};

} // namespace

QString openText(const storage::OpenError &error, const QString &address)
{
    using enum storage::OpenFault;
    switch (error.fault) {
    case NotFound: return Start::tr("There is no database at %1. Make one with: arbiter db init. To look around, try: arbiter demo.").arg(address);
    case NotADatabase: return Start::tr("%1 is not a desk's database. Nothing was changed; name the desk with --db, or make one elsewhere with: arbiter db init.").arg(address);
    case NoSchema: return Start::tr("The database at %1 is empty. Make it a desk with: arbiter db init.").arg(address);
    case OldSchema: return Start::tr("The database at %1 is older than this program. Save it, then: arbiter db migrate.").arg(address);
    case NewerSchema: return Start::tr("The database at %1 is newer than this program (%2). Use the newer program.").arg(address, error.detail);
    case UnsafeSettings: return Start::tr("The database at %1 does not keep the settings that protect rulings (%2); it is not opened.").arg(address, error.detail);
    case Busy: return Start::tr("The database at %1 is locked by another program. Try again in a moment.").arg(address);
    case ReadOnly: return Start::tr("The database at %1 takes no changes. Check the file's permissions and the disk's space.").arg(address);
    case DiskFull: return Start::tr("The disk that holds %1 is full. Make room, then try again; nothing was changed.").arg(address);
    case Offline:
        return Start::tr("The database server of %1 does not answer or refused the login (%2). Check that it runs, and its address, user and password; then try again.")
            .arg(address, error.detail.section(u'\n', 0, 0).simplified()); // the library's further lines guess
    case Broken: return Start::tr("The database at %1 could not be opened (%2). See: arbiter doctor.").arg(address, error.detail);
    }
    return {};
}

QString addressText(storage::AddressError error)
{
    using enum storage::AddressError;
    switch (error) {
    case UnknownScheme: return Start::tr("A database is named sqlite:FILE or postgresql://user@host:port/database.");
    case FileMissing: return Start::tr("The address names no file: sqlite:FILE.");
    case NameMissing: return Start::tr("The address names no database: postgresql://user@host:port/database.");
    case PasswordInAddress: return Start::tr("Passwords come from PGPASSWORD, .pgpass or a prompt, never from the address. Leave it out.");
    case UnknownOption: return Start::tr("The address has an option that is not known.");
    case BadValue: return Start::tr("The address has a value that cannot be used.");
    }
    return {};
}

QString migrateText(const storage::MigrateError &error)
{
    using enum storage::MigrateFault;
    switch (error.fault) {
    case NewerSchema: return Start::tr("The database is newer than this program (%1). Nothing was changed.").arg(error.detail);
    case FileChanged: return Start::tr("An applied step differs from the one this program ships (%1). Nothing was changed.").arg(error.detail);
    case FilesMissing: return Start::tr("This build has no schema steps; build it anew.");
    case NotADesk: return Start::tr("The database holds something of another program. Nothing was changed; name an empty database with --db.");
    case Locked: return Start::tr("Somebody else is changing the database. Nothing was changed; try again.");
    case ReadOnly: return Start::tr("The database takes no changes. Check permissions and the disk's space.");
    case Broken: return Start::tr("A step failed and was undone (%1).").arg(error.detail);
    }
    return {};
}

QString backupText(storage::BackupFault fault, const QString &file)
{
    using enum storage::BackupFault;
    switch (fault) {
    case NoTool: return Start::tr("pg_dump and pg_restore are needed for a PostgreSQL database, of the server's version or newer. Install postgresql-client-15; nothing was changed.");
    case FileExists: return Start::tr("%1 exists already; nothing was overwritten. Choose another name.").arg(file);
    case NotFound: return Start::tr("There is no backup file %1.").arg(file);
    case NotWritable: return Start::tr("%1 cannot be written. Check that its folder is there and its permissions; nothing was changed.").arg(file);
    case Damaged: return Start::tr("The backup does not pass its check; nothing was changed.");
    case NotADesk: return Start::tr("%1 is no backup of a desk; nothing was changed.").arg(file);
    case NewerSchema: return Start::tr("%1 was saved by a newer version of this program; nothing was changed. Restore it with that version.").arg(file);
    case OtherDesk: return Start::tr("%1 is the backup of another desk than the one that stands there; nothing was changed. If that is meant, add --other-desk.").arg(file);
    case Busy: return Start::tr("The database is in use by another program; nothing was changed. Close the windows that show it and try again.");
    case Offline: return Start::tr("The database server does not answer or refused the login; nothing was changed.");
    case NoSpace: return Start::tr("There is no space left; nothing was changed.");
    case Broken: return Start::tr("The backup could not be carried out; nothing was changed.");
    }
    return {};
}

} // namespace arb::app
