// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/database.h>

#include <usecases/searchtext.h>

#include <QtCore/QVariant>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>

#include <functional>
#include <memory>
#include <optional>

namespace arb::storage {

struct Replacement
{
    QString backup;
    bool otherDesk = false; ///< also when another desk stands there
    QString password;
    int newestSchema = 0;
};

/// What a backup, or a database, says about itself.
struct DeskFacts
{
    qint64 databaseId = 0;
    int schema = 0, minCompatible = 0;
};
/// Why @p backup may not replace @p standing (nothing: no desk stands there); nothing when it may.
std::optional<BackupFault> unfitBackup(const std::optional<DeskFacts> &backup, const std::optional<DeskFacts> &standing, const Replacement &wish);

/// A piece of SQL and the texts for its places, in order.
struct BoundSql
{
    QString text;
    QStringList values;
};

class BulkWriter;
class ScanRow;

/// Everything in which the two engines differ; nothing else in this module asks which one it is.
class Dialect
{
public:
    virtual ~Dialect() = default;

    /// Looks before the driver would make or misread something.
    virtual domain::Result<void, OpenError> beforeOpen(const OpenOptions &options) const = 0;
    virtual QString driver() const = 0;
    virtual void configure(QSqlDatabase &database, const OpenOptions &options) const = 0;
    /// What stands at the address: once the answer is another, an open connection is to something that is gone. Empty where
    /// connections notice by themselves.
    virtual QByteArray standing() const = 0;
    /// Sets what the desk relies on and reads it back.
    virtual domain::Result<void, OpenError> prepare(QSqlDatabase &database, const OpenOptions &options) const = 0;
    virtual OpenFault openFault(const QSqlDatabase &database, const QSqlError &error) const = 0;
    virtual usecases::StoreError classify(const QSqlDatabase &database, const QSqlError &error) const = 0;

    /// After opening failed with @p error: can the database be read as it lies there, if it is changed by nobody?
    virtual bool canOnlyBeRead(const OpenError &error) const = 0;

    /// Does the open connection take changes at all? In doubt it does: a write then says what is wrong.
    virtual bool takesChanges(const QSqlDatabase &database) const = 0;

    virtual QString beginWrite() const = 0;
    virtual QString beginTake() const = 0; ///< beginWrite() for taking the head of the queue
    virtual QString beginSnapshot() const = 0;
    /// A write that finds the database locked: wait and begin again (SQLite), or run the whole work again (PostgreSQL).
    virtual bool waitsForLock() const = 0;

    virtual QString idColumn() const = 0;       ///< for @ID@ in migrations
    virtual QString migrationSuffix() const = 0; ///< "sqlite", "postgresql"
    virtual QString migrationLock() const = 0;  ///< statement to take inside the step's transaction, or empty
    virtual QString tableNames() const = 0;     ///< query for the names of all tables of the desk's schema
    virtual QString schemaContents() const = 0; ///< query with a row for whatever stands in the desk's schema, extensions aside
    virtual QString lockRow() const = 0;        ///< appended to a SELECT of the row that will be written
    virtual QString lockRowSkipping() const = 0; ///< the same, passing over rows that others hold
    /// After a table and its alias: read it by @p index, where the planner would take one that reads far more.
    virtual QString byIndex(const char *index) const = 0;
    virtual QString byteOrder() const = 0;      ///< COLLATE clause for text in the order of its bytes
    virtual QString changeMark() const = 0;     ///< query for CaseStore::changeMark
    virtual QString raiseChange() const = 0;    ///< statement before a transaction's first write to `dispute`, or empty
    virtual QString changeStamp() const = 0;    ///< expression for `dispute.changed` of a row being written
    virtual QString changeCursor() const = 0;   ///< query, inside a snapshot, for where a reader of it stands
    virtual QString changedSince() const = 0;   ///< condition on `dispute d` with one place for a reader's cursor
    virtual QString forgetPages() const = 0;    ///< statement after a reading of all cases, which drops what it left in memory; or empty
    virtual QString isGiven() const = 0;        ///< condition on `dispute d`: its id is in one bound text "[1,2]"
    virtual QString indexWords() const = 0;     ///< statement with places for a case's id and tokens, or empty
    virtual QString dropWords() const = 0;      ///< the reverse, with the tokens that were given; or empty
    virtual QString clearWords() const = 0;     ///< statement that empties the index, or empty
    /// Query for the ids of the cases in which all of @p phrases (one at least) occur.
    virtual BoundSql casesWith(const QList<usecases::SearchPhrase> &phrases) const = 0;
    virtual QString serverTime() const = 0;     ///< query for the server's time in ms, or empty
    virtual QString raiseHighWater() const = 0; ///< statement with one place for a time, or empty
    virtual QString version() const = 0;        ///< query for the engine's version

    /// Feeds the rows of a query to @p row until it says false, past QtSql, which copies every value of every row.
    /// @p values are integers, texts or null. Nothing, or what went wrong. @p row may throw.
    virtual std::optional<usecases::StoreError> scan(const QSqlDatabase &database, const QString &sql, const QList<QVariant> &values,
                                                     const std::function<bool(const ScanRow &)> &row) const = 0;

    /// Writes very many rows through the connection; nothing when it is gone.
    virtual std::unique_ptr<BulkWriter> bulkWriter(const QSqlDatabase &database) const = 0;

    /// What makes a connection hear of others' commits, and what tells them of one; empty where there is nothing to hear.
    virtual QString listen() const = 0;
    virtual QString announce() const = 0;
    /// Waits until somebody announced something (true) or @p milliseconds are over, or @p stop becomes readable.
    virtual bool hears(const QSqlDatabase &database, int stop, int milliseconds) const = 0;
    /// How often a listener looks by itself: words get lost, and SQLite has none.
    virtual int lookEveryMs() const = 0;

    virtual QStringList check(QSqlDatabase &database, bool thorough) const = 0;
    /// Copies the whole database to a new file while others work; the file is complete and checked.
    virtual domain::Result<void, BackupFault> copyTo(const QString &file, const QString &password) const = 0;
    /// Replaces the whole database by a checked copy; where the former contents are kept aside.
    virtual domain::Result<QString, BackupFault> replaceBy(const Replacement &wish) const = 0;
};

std::unique_ptr<Dialect> makeSqliteDialect(const DatabaseAddress &address);
std::unique_ptr<Dialect> makePostgresqlDialect(const DatabaseAddress &address);
std::unique_ptr<Dialect> makeDialect(const DatabaseAddress &address);

} // namespace arb::storage
