// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulkwriter.h"
#include "scan.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStorageInfo>
#include <QtCore/QUrl>
#include <QtCore/QVariant>
#include <QtSql/QSqlDriver>
#include <QtSql/QSqlQuery>

#include <poll.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <cstring>

namespace arb::storage {

using domain::Failure;
using usecases::StoreError;

namespace {

struct Pragma
{
    const char *name, *value, *expected; ///< value null: only read
};

QString sqliteValue(QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    if (!query.exec(sql) || !query.next())
        return {};
    return query.value(0).toString();
}

sqlite3 *sqliteHandle(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

int sqlitePrimary(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xff;
}

/// The online backup between two files; the target is complete and checked when it returns.
domain::Result<void, BackupFault> copySqlite(const QString &from, const QString &to, bool replace);
domain::Result<QString, BackupFault> replaceSqlite(const QString &file, const Replacement &wish);

class SqliteDialect final : public Dialect
{
public:
    explicit SqliteDialect(const DatabaseAddress &address) : m_file(address.file) {}

    domain::Result<void, OpenError> beforeOpen(const OpenOptions &options) const override
    {
        const QFileInfo file(m_file); // the driver would make an empty database of a misspelt name
        if (!file.exists() && !options.create)
            return Failure{OpenError{OpenFault::NotFound, m_file}};
        if (file.isDir())
            return Failure{OpenError{OpenFault::NotADatabase, m_file}};
        return {};
    }
    QString driver() const override { return QStringLiteral("QSQLITE"); }
    void configure(QSqlDatabase &database, const OpenOptions &options) const override
    {
        database.setDatabaseName(m_file);
        // Waiting is our own business (Transaction): fair, short and counted.
        QString flags = QStringLiteral("QSQLITE_BUSY_TIMEOUT=0");
        if (options.readOnly)
            flags += QStringLiteral(";QSQLITE_OPEN_READONLY");
        if (options.immutable) {
            database.setDatabaseName(QString(QUrl::fromLocalFile(QFileInfo(m_file).absoluteFilePath()).toString(QUrl::FullyEncoded)
                                             + QStringLiteral("?immutable=1")));
            flags += QStringLiteral(";QSQLITE_OPEN_URI");
        }
        database.setConnectOptions(flags);
    }
    /// A file that was deleted or replaced goes on taking writes, which nobody ever sees.
    QByteArray standing() const override
    {
        struct stat file = {};
        if (::stat(QFile::encodeName(m_file).constData(), &file) != 0)
            return QByteArrayLiteral("nothing");
        return QByteArray::number(static_cast<qulonglong>(file.st_dev)) + ':' + QByteArray::number(static_cast<qulonglong>(file.st_ino));
    }
    bool canOnlyBeRead(const OpenError &error) const override
    {
        // In a folder that takes no files there can be no -shm; without a -wal the file alone is the whole truth.
        const bool refused = error.fault == OpenFault::ReadOnly || error.fault == OpenFault::NotFound || error.fault == OpenFault::Broken;
        return refused && QFileInfo(m_file).isReadable() && !QFileInfo(QFileInfo(m_file).absolutePath()).isWritable()
            && QFileInfo(QString(m_file + QStringLiteral("-wal"))).size() == 0;
    }
    domain::Result<void, OpenError> prepare(QSqlDatabase &database, const OpenOptions &options) const override;
    bool takesChanges(const QSqlDatabase &database) const override
    {
        sqlite3 *handle = sqliteHandle(database); // SQLite opens a file without permission to write as one to read
        return !handle || sqlite3_db_readonly(handle, "main") != 1;
    }

    OpenFault openFault(const QSqlDatabase &, const QSqlError &error) const override { return faultOf(sqlitePrimary(error)); }
    StoreError classify(const QSqlDatabase &, const QSqlError &error) const override { return errorOf(error.nativeErrorCode().toInt()); }
    static StoreError errorOf(int code)
    {
        // The append-only tables refuse a key that exists by their triggers, which come before the index's own refusal.
        if (code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_ROWID
            || code == SQLITE_CONSTRAINT_TRIGGER)
            return StoreError::Conflict;
        switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return StoreError::Busy;
        case SQLITE_READONLY:
        case SQLITE_FULL:
        case SQLITE_PERM:
            return StoreError::ReadOnly;
        case SQLITE_IOERR: // what reached the disk is unknown: ask by command id
        case SQLITE_CANTOPEN:
            return StoreError::Offline;
        default:
            return StoreError::Broken;
        }
    }

    QString beginWrite() const override { return QStringLiteral("BEGIN IMMEDIATE"); }
    QString beginTake() const override { return beginWrite(); }
    QString beginSnapshot() const override { return QStringLiteral("BEGIN"); }
    bool waitsForLock() const override { return true; }
    QString idColumn() const override { return QStringLiteral("INTEGER PRIMARY KEY"); }
    QString migrationSuffix() const override { return QStringLiteral("sqlite"); }
    QString migrationLock() const override { return {}; } // BEGIN IMMEDIATE is the lock
    QString tableNames() const override
    {
        return QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    }
    QString schemaContents() const override { return QStringLiteral("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"); }
    QString lockRow() const override { return {}; }
    QString lockRowSkipping() const override { return {}; }
    QString byIndex(const char *index) const override { return QStringLiteral("INDEXED BY %1 ").arg(QLatin1String(index)); }
    QString byteOrder() const override { return QStringLiteral(" COLLATE BINARY"); }
    QString changeMark() const override { return QStringLiteral("PRAGMA data_version"); }
    QString raiseChange() const override { return QStringLiteral("UPDATE desk SET change_seq = change_seq + 1 WHERE id = 1"); }
    QString changeStamp() const override { return QStringLiteral("(SELECT change_seq FROM desk WHERE id = 1)"); }
    QString changeCursor() const override { return QStringLiteral("SELECT change_seq FROM desk WHERE id = 1"); }
    QString changedSince() const override { return QStringLiteral("d.changed > ?"); }
    QString forgetPages() const override { return QStringLiteral("PRAGMA shrink_memory"); }
    QString isGiven() const override { return QStringLiteral("d.id IN (SELECT value FROM json_each(?))"); }
    QString indexWords() const override { return QStringLiteral("INSERT INTO case_words (rowid, tokens) VALUES (?, ?)"); }
    QString dropWords() const override
    {
        return QStringLiteral("INSERT INTO case_words (case_words, rowid, tokens) VALUES ('delete', ?, ?)");
    }
    QString clearWords() const override { return QStringLiteral("INSERT INTO case_words (case_words) VALUES ('delete-all')"); }
    BoundSql casesWith(const QList<usecases::SearchPhrase> &phrases) const override;
    QString serverTime() const override { return {}; }
    QString raiseHighWater() const override
    {
        return QStringLiteral("UPDATE desk SET high_water_at = max(high_water_at, ?) WHERE id = 1");
    }
    QString version() const override { return QStringLiteral("SELECT 'SQLite ' || sqlite_version()"); }
    std::optional<StoreError> scan(const QSqlDatabase &database, const QString &sql, const QList<QVariant> &values,
                                   const std::function<bool(const ScanRow &)> &row) const override;
    std::unique_ptr<BulkWriter> bulkWriter(const QSqlDatabase &database) const override
    {
        sqlite3 *handle = sqliteHandle(database);
        return handle ? makeSqliteBulkWriter(handle, m_file) : nullptr;
    }
    QString listen() const override { return {}; }
    QString announce() const override { return {}; }
    bool hears(const QSqlDatabase &, int stop, int milliseconds) const override
    {
        pollfd place{stop, POLLIN, 0};
        ::poll(&place, 1, milliseconds);
        return false;
    }
    int lookEveryMs() const override { return 300; } // reads one number out of shared memory
    QStringList check(QSqlDatabase &database, bool thorough) const override;
    domain::Result<void, BackupFault> copyTo(const QString &file, const QString &) const override { return copySqlite(m_file, file, false); }
    domain::Result<QString, BackupFault> replaceBy(const Replacement &wish) const override { return replaceSqlite(m_file, wish); }

private:
    OpenError openErrorOf(const QSqlError &error) const
    {
        OpenError found{faultOf(sqlitePrimary(error)), error.text()};
        // A disk without room for the -shm is an input and output error to SQLite.
        if (found.fault == OpenFault::Broken && QStorageInfo(QFileInfo(m_file).absolutePath()).bytesAvailable() < 1024 * 1024)
            found.fault = OpenFault::DiskFull;
        return found;
    }
    static OpenFault faultOf(int primary)
    {
        switch (primary) {
        case SQLITE_CANTOPEN: return OpenFault::NotFound;
        case SQLITE_NOTADB:
        case SQLITE_CORRUPT: return OpenFault::NotADatabase;
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return OpenFault::Busy;
        case SQLITE_READONLY:
        case SQLITE_PERM: return OpenFault::ReadOnly;
        case SQLITE_FULL: return OpenFault::DiskFull;
        default: return OpenFault::Broken;
        }
    }
    QString m_file;
};

domain::Result<void, OpenError> SqliteDialect::prepare(QSqlDatabase &database, const OpenOptions &options) const
{
    // One library under driver and tokenizer, or handles mean nothing to us.
    if (sqliteValue(database, QStringLiteral("SELECT sqlite_source_id()")) != QString::fromLatin1(sqlite3_sourceid()))
        return Failure{OpenError{OpenFault::UnsafeSettings, QStringLiteral("the SQLite driver uses another library than this program")}};
    sqlite3 *handle = sqliteHandle(database);
    int defensive = 0;
    if (!handle || sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, &defensive) != SQLITE_OK || defensive != 1)
        return Failure{OpenError{OpenFault::UnsafeSettings, QStringLiteral("defensive mode did not take")}};
    sqlite3_busy_timeout(handle, 5000); // for the pragmas here only; taken back below

    constexpr int mostJournalTries = 20;
    static constexpr Pragma pragmas[] = {
        {"journal_mode", "WAL", "wal"},  {"synchronous", "FULL", "2"},    {"foreign_keys", "ON", "1"},
        {"trusted_schema", "OFF", "0"},  {"cell_size_check", "ON", "1"},  {"cache_size", "-8192", "-8192"},
        {"secure_delete", "ON", "1"},    {"recursive_triggers", "ON", "1"},
    };
    for (const Pragma &pragma : pragmas) {
        const QString name = QString::fromLatin1(pragma.name);
        const bool journal = std::strcmp(pragma.name, "journal_mode") == 0;
        if (!(journal && options.readOnly)) {
            QSqlQuery query(database);
            bool set = query.exec(QStringLiteral("PRAGMA %1 = %2").arg(name, QString::fromLatin1(pragma.value)));
            // Two who open a new file at once both change its journal, and the library does not wait for that; it does for a
            // transaction, behind which the journal is the right one already or can be changed.
            for (int again = 0; journal && !set && again < mostJournalTries; ++again) {
                query.exec(QStringLiteral("BEGIN IMMEDIATE"));
                query.exec(QStringLiteral("COMMIT"));
                set = query.exec(QStringLiteral("PRAGMA %1 = %2").arg(name, QString::fromLatin1(pragma.value)));
            }
            if (!set)
                return Failure{openErrorOf(query.lastError())};
        }
        QSqlQuery query(database);
        if (!query.exec(QStringLiteral("PRAGMA %1").arg(name)))
            return Failure{openErrorOf(query.lastError())};
        const QString read = query.next() ? query.value(0).toString() : QString();
        if (read != QString::fromLatin1(pragma.expected) && !(journal && options.readOnly))
            return Failure{OpenError{OpenFault::UnsafeSettings, QStringLiteral("PRAGMA %1 is '%2' instead of '%3'")
                                                                    .arg(name, read, QString::fromLatin1(pragma.expected))}};
    }
    sqlite3_busy_timeout(handle, 0);
    return {};
}

class SqliteScanRow final : public ScanRow
{
public:
    explicit SqliteScanRow(sqlite3_stmt *statement) : m_statement(statement) {}
    bool isNull(int column) const override { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
    qint64 integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
    QByteArrayView text(int column) const override
    {
        const unsigned char *bytes = sqlite3_column_text(m_statement, column); // before the length: it may convert
        return {bytes, sqlite3_column_bytes(m_statement, column)};
    }

private:
    sqlite3_stmt *m_statement;
};

std::optional<StoreError> SqliteDialect::scan(const QSqlDatabase &database, const QString &sql, const QList<QVariant> &values,
                                              const std::function<bool(const ScanRow &)> &row) const
{
    sqlite3 *handle = sqliteHandle(database);
    if (!handle)
        return StoreError::Offline;
    sqlite3_stmt *prepared = nullptr;
    int code = sqlite3_prepare_v2(handle, sql.toUtf8().constData(), -1, &prepared, nullptr);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)> statement(prepared, sqlite3_finalize);
    QByteArrayList texts; // live until the statement has run
    for (int place = 1; place <= values.size() && code == SQLITE_OK; ++place) {
        const QVariant &value = values.at(place - 1);
        if (value.isNull()) {
            code = sqlite3_bind_null(prepared, place);
        } else if (value.typeId() == QMetaType::QString) {
            texts.append(value.toString().toUtf8());
            code = sqlite3_bind_text(prepared, place, texts.constLast().constData(), static_cast<int>(texts.constLast().size()), nullptr);
        } else {
            code = sqlite3_bind_int64(prepared, place, value.toLongLong());
        }
    }
    if (code != SQLITE_OK)
        return errorOf(sqlite3_extended_errcode(handle));
    const SqliteScanRow current(prepared);
    while ((code = sqlite3_step(prepared)) == SQLITE_ROW) {
        if (!row(current))
            return std::nullopt;
    }
    return code == SQLITE_DONE ? std::nullopt : std::optional(errorOf(sqlite3_extended_errcode(handle)));
}

BoundSql SqliteDialect::casesWith(const QList<usecases::SearchPhrase> &phrases) const
{
    QStringList parts; // tokens hold letters and digits only: nothing to escape
    for (const usecases::SearchPhrase &phrase : phrases)
        parts.append(QString(u'"' + phrase.tokens.join(u' ') + (phrase.lastIsPrefix ? QStringLiteral("\" *") : QStringLiteral("\""))));
    return {QStringLiteral("SELECT rowid AS case_id FROM case_words WHERE case_words MATCH ?"), {parts.join(QStringLiteral(" AND "))}};
}

/// Does the index stand for the tokens beside the cases? @p thorough compares word by word.
bool indexIsSound(QSqlDatabase &database, bool thorough)
{
    // That command looks like a write: a reader, or who comes while another writes, counts only.
    if (thorough && sqlite3_db_readonly(sqliteHandle(database), "main") == 0) {
        QSqlQuery query(database);
        if (query.exec(QStringLiteral("INSERT INTO case_words (case_words, rank) VALUES ('integrity-check', 1)")))
            return true;
        if (const int code = sqlitePrimary(query.lastError()); code != SQLITE_BUSY && code != SQLITE_LOCKED)
            return false;
    }
    return sqliteValue(database, QStringLiteral("SELECT (SELECT count(*) FROM case_search) = (SELECT count(*) FROM case_words_docsize) AND NOT EXISTS "
                                                "(SELECT case_id FROM case_search EXCEPT SELECT id FROM case_words_docsize)"))
        == QStringLiteral("1");
}

QStringList SqliteDialect::check(QSqlDatabase &database, bool thorough) const
{
    QStringList findings;
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(thorough ? QStringLiteral("PRAGMA integrity_check(100)") : QStringLiteral("PRAGMA quick_check(100)")))
        return {query.lastError().databaseText()};
    while (query.next()) {
        if (query.value(0).toString() != QLatin1StringView("ok"))
            findings.append(query.value(0).toString());
    }
    if (query.lastError().isValid())
        findings.append(query.lastError().databaseText());
    if (!query.exec(QStringLiteral("PRAGMA foreign_key_check"))) {
        findings.append(query.lastError().databaseText());
        return findings;
    }
    while (query.next() && findings.size() < 100) {
        findings.append(QStringLiteral("row %1 of table %2 names a missing row of %3")
                            .arg(query.value(1).toString(), query.value(0).toString(), query.value(2).toString()));
    }
    query.finish();
    if (!indexIsSound(database, thorough))
        findings.append(QStringLiteral("the search index differs from the tokens it stands on; arbiter db reindex makes it anew"));
    return findings;
}

struct SqliteFile
{
    sqlite3 *handle = nullptr;
    ~SqliteFile() { sqlite3_close_v2(handle); }
    int open(const QString &file, int flags) { return sqlite3_open_v2(file.toUtf8().constData(), &handle, flags, nullptr); }
    QByteArray value(const char *sql)
    {
        QByteArray text;
        const auto keep = [](void *into, int columns, char **values, char **) -> int {
            if (columns > 0 && values[0])
                *static_cast<QByteArray *>(into) = values[0];
            return 1; // the first row only
        };
        sqlite3_exec(handle, sql, keep, &text, nullptr);
        return text;
    }
};

BackupFault copyFault(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL: return BackupFault::NoSpace;
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM: return BackupFault::NotWritable;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return BackupFault::Busy;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return BackupFault::Damaged;
    default: return BackupFault::Broken;
    }
}

constexpr int pagesPerStep = 1024; // 4 MB: others are held up for milliseconds only

domain::Result<void, BackupFault> copySqlite(const QString &from, const QString &to, bool replace)
{
    SqliteFile source, target;
    if (const int code = source.open(from, replace ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE); code != SQLITE_OK)
        return Failure{copyFault(code)};
    sqlite3_busy_timeout(source.handle, 5000);
    if (const int code = target.open(to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE); code != SQLITE_OK)
        return Failure{copyFault(code)};
    sqlite3_busy_timeout(target.handle, 5000);
    sqlite3_exec(target.handle, "PRAGMA synchronous = EXTRA", nullptr, nullptr, nullptr);

    sqlite3_backup *backup = sqlite3_backup_init(target.handle, "main", source.handle, "main");
    if (!backup)
        return Failure{copyFault(sqlite3_errcode(target.handle))};
    int code = SQLITE_OK;
    for (int waits = 0; code == SQLITE_OK || (code == SQLITE_BUSY && waits < 250); waits += code == SQLITE_BUSY) {
        code = sqlite3_backup_step(backup, replace ? -1 : pagesPerStep);
        if (code == SQLITE_BUSY)
            sqlite3_sleep(20);
    }
    const int finished = sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE)
        return Failure{copyFault(code)};
    if (finished != SQLITE_OK)
        return Failure{copyFault(finished)};
    if (!replace) {
        // One plain file: whoever carries it away must not need a -wal beside it.
        if (target.value("PRAGMA journal_mode = DELETE") != "delete" || target.value("PRAGMA quick_check(1)") != "ok")
            return Failure{BackupFault::Broken};
    }
    return {};
}

/// What the file says of itself; nothing when it is no desk's, or not even a database.
std::optional<DeskFacts> factsOf(SqliteFile &file)
{
    const QByteArray tables = file.value("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN "
                                         "('desk', 'dispute', 'ruling', 'audit_entry', 'penalty_point', 'schema_migration')");
    if (tables != "6" || file.value("SELECT count(*) FROM desk") != "1")
        return std::nullopt;
    return DeskFacts{file.value("SELECT database_id FROM desk").toLongLong(), file.value("SELECT max(number) FROM schema_migration").toInt(),
                     file.value("SELECT max(min_compatible) FROM schema_migration").toInt()};
}

bool isSqliteFile(const QString &file)
{
    QFile bytes(file);
    return bytes.open(QIODevice::ReadOnly) && bytes.read(16) == QByteArrayView("SQLite format 3\0", 16);
}

/// A name beside @p file that is not taken.
QString asideName(const QString &file)
{
    QString name = QString(file + QStringLiteral(".before-restore"));
    for (int n = 2; QFileInfo::exists(name); ++n)
        name = QStringLiteral("%1.before-restore-%2").arg(file).arg(n);
    return name;
}

/// Keeps what stands at @p file: as a copy of the database, or byte by byte where it is damaged.
domain::Result<QString, BackupFault> keepAside(const QString &file, bool sound)
{
    const QString aside = asideName(file);
    if (sound) {
        if (const auto copied = copySqlite(file, aside, false); !copied)
            return Failure{copied.error()};
        return aside;
    }
    if (!QFile::rename(file, aside))
        return Failure{BackupFault::NotWritable};
    for (const char *suffix : {"-wal", "-shm"}) // of another file from now on
        QFile::rename(QString(file + QString::fromLatin1(suffix)), QString(aside + QString::fromLatin1(suffix)));
    return aside;
}

domain::Result<QString, BackupFault> replaceSqlite(const QString &file, const Replacement &wish)
{
    {
        SqliteFile backup;
        if (const int code = backup.open(wish.backup, SQLITE_OPEN_READONLY); code != SQLITE_OK)
            return Failure{copyFault(code)};
        sqlite3_busy_timeout(backup.handle, 5000);
        if (backup.value("PRAGMA quick_check(1)") != "ok")
            return Failure{isSqliteFile(wish.backup) ? BackupFault::Damaged : BackupFault::NotADesk};
        std::optional<DeskFacts> standing;
        bool sound = false;
        const bool something = QFileInfo(file).size() > 0;
        if (something) {
            SqliteFile target;
            sound = target.open(file, SQLITE_OPEN_READWRITE) == SQLITE_OK && target.value("PRAGMA quick_check(1)") == "ok";
            if (sound) // something sound that is no desk is somebody else's
                standing = factsOf(target).value_or(DeskFacts{});
        }
        if (const auto unfit = unfitBackup(factsOf(backup), standing, wish))
            return Failure{*unfit};
        if (something) {
            const auto aside = keepAside(file, sound);
            if (!aside)
                return aside;
            const auto copied = copySqlite(wish.backup, file, true);
            return copied ? aside : domain::Result<QString, BackupFault>(Failure{copied.error()});
        }
    }
    const auto copied = copySqlite(wish.backup, file, true);
    return copied ? domain::Result<QString, BackupFault>(QString()) : domain::Result<QString, BackupFault>(Failure{copied.error()});
}

} // namespace

std::unique_ptr<Dialect> makeSqliteDialect(const DatabaseAddress &address)
{
    return std::make_unique<SqliteDialect>(address);
}

} // namespace arb::storage
