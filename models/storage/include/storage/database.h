// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/ports.h>

#include <domain/result.h>

#include <QtCore/QList>
#include <QtCore/QPair>
#include <QtCore/QString>

#include <memory>

namespace arb::storage {

class Session;

enum class Engine { SQLite, PostgreSQL };

/// Where a database is: `sqlite:FILE` or `postgresql://user@host:port/name?option=value`. Never holds a password.
struct DatabaseAddress
{
    Engine engine = Engine::SQLite;
    QString file; ///< SQLite
    QString host, user, name; ///< PostgreSQL; a host beginning with '/' is the folder of a local socket
    int port = 5432;
    QList<QPair<QString, QString>> options; ///< sslmode, sslrootcert, sslcert, sslkey, application_name, host

    /// The address in the form it was read from.
    QString toString() const;
};

enum class AddressError {
    UnknownScheme,      ///< neither sqlite: nor postgresql://
    FileMissing,        ///< sqlite: without a file
    NameMissing,        ///< postgresql: without a database name
    PasswordInAddress,  ///< passwords come from PGPASSWORD, .pgpass or the keyring, never from an address
    UnknownOption,
    BadValue            ///< port or option value that cannot be passed on safely
};
domain::Result<DatabaseAddress, AddressError> parseAddress(const QString &text);

/// Whether Qt's driver for @p engine is installed; and the version of the SQLite library this program runs with.
bool isDriverInstalled(Engine engine);
QString sqliteVersion();

enum class OpenFault {
    NotFound,       ///< no such file, or no such database on the server
    NotADatabase,   ///< the file or the database is something else
    NoSchema,       ///< empty: `arbiter db init` makes it a desk
    OldSchema,      ///< older than this program: `arbiter db migrate`
    NewerSchema,    ///< newer than this program understands
    UnsafeSettings, ///< a setting that protects rulings did not take (read back after it was set)
    Busy,
    ReadOnly,       ///< opened for writing but does not take writes
    DiskFull,
    Offline,        ///< server unreachable, or it refused the login
    Broken
};
struct OpenError
{
    OpenFault fault = OpenFault::Broken;
    QString detail; ///< technical, English, for the log and `doctor`
};

struct OpenOptions
{
    bool readOnly = false;
    bool create = false;    ///< SQLite: make the file when it is missing
    bool anySchema = false; ///< any version will do, and none (init, migrate, restore); to write: no tables of somebody else
    bool immutable = false; ///< SQLite, set by the session itself: a file in a folder that takes no writes
    QString password;       ///< PostgreSQL, from the keyring; empty: libpq looks at PGPASSWORD and .pgpass
};

enum class MigrateOutcome { Created, Updated, UpToDate };
enum class MigrateFault {
    NewerSchema,  ///< the database knows steps that this program does not
    FileChanged,  ///< an applied step has another checksum than the shipped file
    FilesMissing, ///< no migrations are embedded: a fault of the build
    NotADesk,     ///< tables of somebody else: ours are not put among them
    Locked,       ///< somebody else is migrating or writing
    ReadOnly,
    Broken
};
struct MigrateError
{
    MigrateFault fault = MigrateFault::Broken;
    QString detail; ///< which step and what the engine said
};

/// What check() found. Empty findings: all is well.
struct CheckReport
{
    QStringList findings; ///< at most 100, English, as the engine words them
};

/// What a portion of Database::renewSearch() did.
struct SearchRenewal
{
    qint64 cases = 0;      ///< looked at in this portion
    bool finished = false; ///< nothing is left to be done
};

enum class BackupFault {
    NoTool,      ///< PostgreSQL: pg_dump, pg_restore or createdb is not installed, or older than the server
    FileExists,
    NotFound,
    NotWritable, ///< the backup's folder is missing or does not take files
    Damaged,     ///< the backup does not pass its check
    NotADesk,    ///< sound, but something else
    NewerSchema, ///< of a program newer than this
    OtherDesk,   ///< another desk, or no desk at all, stands where it would go
    Busy,
    NoSpace,
    Offline,
    Broken
};

/// A connection to the desk's database, checked for what the desk relies on before anything is read from it.
/// Used in one thread only: opened, used and closed there (DbExecutor does that). Does not know what the rows mean.
///
/// SQLite: WAL, synchronous FULL, foreign keys on, trusted_schema off, cell_size_check on, defensive; read back.
/// PostgreSQL: version 15 or newer, UTF-8, synchronous_commit on, keepalives 3/1/3 s, connect_timeout 5 s,
/// tcp_user_timeout 5 s. A lost connection is opened again at the next call.
class Database
{
public:
    static domain::Result<std::unique_ptr<Database>, OpenError> open(const DatabaseAddress &address, const OpenOptions &options = {});
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const DatabaseAddress &address() const { return m_address; }
    /// False: the file, its folder or the server takes no changes, for as long as this connection stands.
    bool takesChanges();
    /// Linked engine, e.g. "SQLite 3.40.1" or "PostgreSQL 15.14".
    QString engineVersion();

    /// Applies every embedded step that is missing, each in one transaction; a kill leaves whole steps only.
    domain::Result<MigrateOutcome, MigrateError> migrate();
    /// Number of the newest applied step; 0 for an empty database.
    usecases::Stored<int> schemaVersion();
    /// The id that evidence vault and backups know the desk by; 0 when there is none to be read.
    qint64 databaseId();
    /// No table at all.
    bool isEmpty();
    static int newestSchema();

    /// SQLite: quick_check or (@p thorough) integrity_check, and foreign_key_check. PostgreSQL: points, roll-up and
    /// heads only; pages are pg_amcheck's business. Both: the roll-up of points against its ledger, and the search index:
    /// that it holds every case, and (@p thorough) exactly the words of each.
    usecases::Stored<CheckReport> check(bool thorough);
    /// Makes the search index anew from the cases, in one transaction.
    usecases::Stored<void> rebuildSearch();
    /// Cases whose search text an older program made (usecases::searchTextForm) get it anew, the next @p limit of them in one
    /// transaction: to be called until it is finished. Whoever stops takes it up there the next time. Until then those
    /// cases are found by what was searched before. At once finished where nothing is to be done.
    usecases::Stored<SearchRenewal> renewSearch(int limit);
    static constexpr int renewalPortion = 100; ///< cases; others can write within a tenth of a second or so

    /// Consistent copy into a new file while others work; the file is complete, checked and durable when it returns.
    domain::Result<void, BackupFault> backupTo(const QString &file);
    /// Replaces what stands at @p address by a checked @p backup of the same desk, in one transaction; of another desk only
    /// when @p otherDesk says so. The file in which the former contents are kept aside; empty when there were none, and on
    /// PostgreSQL, where a missing database is made.
    static domain::Result<QString, BackupFault> restore(const QString &backup, const DatabaseAddress &address, bool otherDesk = false,
                                                        const QString &password = {});

    /// Everything @p work reads comes from one snapshot (reports, audit verification). Writes inside are refused.
    usecases::Stored<void> inSnapshot(const std::function<usecases::Stored<void>()> &work);

    /// Highest time any write carried (SQLite; UTC ms): a system clock before it has been set back.
    usecases::Stored<domain::UtcMs> clockHighWater();

    /// For the stores only.
    Session &session() { return *m_session; }

private:
    Database(const DatabaseAddress &address, std::unique_ptr<Session> session);

    DatabaseAddress m_address;
    std::unique_ptr<Session> m_session;
};

} // namespace arb::storage
