// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulkwriter.h"
#include "scan.h"
#include "serverbackup.h"

#include <QtCore/QVariant>
#include <QtCore/QtEndian>
#include <QtSql/QSqlDriver>
#include <QtSql/QSqlQuery>

#include <libpq-fe.h>
#include <poll.h>

#include <vector>

namespace arb::storage {

using domain::Failure;
using usecases::StoreError;

namespace {

struct ServerSetting
{
    const char *name;
    const char *value;    ///< null: only read
    const char *expected;
};

constexpr ServerSetting serverSettings[] = {
    {"synchronous_commit", "on", "on"},
    {"default_transaction_isolation", "'read committed'", "read committed"},
    {"standard_conforming_strings", "on", "on"},
    {"client_encoding", "UTF8", "UTF8"},
    {"server_encoding", nullptr, "UTF8"},
    {"lock_timeout", "'5s'", "5s"},
    {"idle_in_transaction_session_timeout", "'60s'", "1min"},
    {"client_min_messages", "warning", "warning"},
    {"jit", "off", "off"}, // our statements are short; compiling them costs more than running them
};
constexpr int oldestServer = 150000;

class PostgresqlDialect final : public Dialect
{
public:
    explicit PostgresqlDialect(const DatabaseAddress &address) : m_address(address) {}

    domain::Result<void, OpenError> beforeOpen(const OpenOptions &) const override { return {}; }
    QString driver() const override { return QStringLiteral("QPSQL"); }
    void configure(QSqlDatabase &database, const OpenOptions &options) const override
    {
        database.setHostName(m_address.host);
        database.setPort(m_address.port);
        database.setUserName(m_address.user);
        database.setDatabaseName(m_address.name);
        database.setPassword(options.password); // empty: libpq looks at PGPASSWORD and .pgpass
        // A dead link hangs a default client for minutes: these end it within seconds.
        QString flags = QStringLiteral("connect_timeout=5;keepalives=1;keepalives_idle=3;keepalives_interval=1;"
                                       "keepalives_count=3;tcp_user_timeout=5000");
        bool named = false;
        for (const auto &[name, value] : m_address.options) {
            if (name == QLatin1StringView("host"))
                continue;
            named = named || name == QLatin1StringView("application_name");
            flags += QString(u';' + name + u'=' + value);
        }
        if (!named)
            flags += QStringLiteral(";application_name=arbiter");
        database.setConnectOptions(flags);
    }
    domain::Result<void, OpenError> prepare(QSqlDatabase &database, const OpenOptions &options) const override;

    OpenFault openFault(const QSqlDatabase &, const QSqlError &error) const override
    {
        // A refused connection has no SQLSTATE here; only the server's own words tell a missing database from the rest.
        return error.databaseText().contains(QLatin1StringView("does not exist")) && error.databaseText().contains(QLatin1StringView("database"))
            ? OpenFault::NotFound
            : OpenFault::Offline;
    }
    StoreError classify(const QSqlDatabase &database, const QSqlError &error) const override;
    static StoreError errorOf(const QString &state);

    bool canOnlyBeRead(const OpenError &) const override { return false; }
    bool takesChanges(const QSqlDatabase &database) const override;

    QString beginWrite() const override { return QStringLiteral("BEGIN"); }
    QString beginTake() const override
    {
        // Until the tables are analyzed the planner reads and sorts the whole queue for its first row: 80 ms at 10,000.
        return QStringLiteral("BEGIN; SET LOCAL enable_sort = off");
    }
    QString beginSnapshot() const override { return QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); }
    bool waitsForLock() const override { return false; }
    QString idColumn() const override { return QStringLiteral("BIGINT PRIMARY KEY"); }
    QString migrationSuffix() const override { return QStringLiteral("postgresql"); }
    QString migrationLock() const override { return QStringLiteral("SELECT pg_advisory_xact_lock(4711308)"); }
    QString tableNames() const override
    {
        return QStringLiteral("SELECT table_name::text FROM information_schema.tables "
                              "WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'");
    }
    QString schemaContents() const override
    {
        // Tables, views, types, functions and all other kinds of things depend on their schema; an extension's are nobody's work.
        return QStringLiteral("SELECT d.objid FROM pg_depend d JOIN pg_namespace n ON d.refclassid = 'pg_namespace'::regclass AND d.refobjid = n.oid "
                              "WHERE n.nspname = current_schema() AND d.deptype = 'n' AND d.classid <> 'pg_extension'::regclass AND NOT EXISTS "
                              "(SELECT 1 FROM pg_depend e WHERE e.classid = d.classid AND e.objid = d.objid AND e.deptype = 'e') LIMIT 1");
    }
    QString lockRow() const override { return QStringLiteral(" FOR UPDATE"); }
    QString lockRowSkipping() const override { return QStringLiteral(" FOR UPDATE OF d SKIP LOCKED"); }
    QString byIndex(const char *) const override { return {}; } // its statistics know better
    QString byteOrder() const override { return QStringLiteral(" COLLATE \"C\""); }
    QByteArray standing() const override { return {}; }
    QString changeMark() const override
    {
        // Every commit changes the set of running transactions, whoever made it; nothing has to be written for it.
        return QStringLiteral("SELECT hashtextextended(pg_current_snapshot()::text, 0)");
    }
    QString raiseChange() const override { return {}; }
    QString changeStamp() const override { return QStringLiteral("pg_current_xact_id()::text::bigint"); }
    QString changeCursor() const override
    {
        // The oldest transaction that was running: whatever it and later ones commit is read next time.
        return QStringLiteral("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
    }
    QString changedSince() const override
    {
        // Beyond the snapshot stand only rows that came out of another server's dump: nothing new about them.
        return QStringLiteral("d.changed >= ? AND d.changed < pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
    }
    QString forgetPages() const override { return {}; }
    QString isGiven() const override { return QStringLiteral("d.id = ANY (CAST(translate(CAST(? AS text), '[]', '{}') AS bigint[]))"); }
    QString indexWords() const override { return {}; } // its index stands on the table
    QString dropWords() const override { return {}; }
    QString clearWords() const override { return {}; }
    BoundSql casesWith(const QList<usecases::SearchPhrase> &phrases) const override;
    QString serverTime() const override
    {
        return QStringLiteral("SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint");
    }
    QString raiseHighWater() const override { return {}; } // the server's clock rules, and one hot row would queue everybody
    QString version() const override { return QStringLiteral("SELECT 'PostgreSQL ' || current_setting('server_version')"); }
    std::optional<StoreError> scan(const QSqlDatabase &database, const QString &sql, const QList<QVariant> &values,
                                   const std::function<bool(const ScanRow &)> &row) const override;
    std::unique_ptr<BulkWriter> bulkWriter(const QSqlDatabase &database) const override
    {
        PGconn *connection = handleOf(database);
        return connection ? makePostgresqlBulkWriter(connection) : nullptr;
    }
    QString listen() const override { return QStringLiteral("LISTEN arbiter_changed"); }
    QString announce() const override { return QStringLiteral("NOTIFY arbiter_changed"); }
    bool hears(const QSqlDatabase &database, int stop, int milliseconds) const override;
    int lookEveryMs() const override { return 1000; } // also finds a dead connection
    QStringList check(QSqlDatabase &, bool) const override { return {}; } // pages are pg_amcheck's business
    domain::Result<void, BackupFault> copyTo(const QString &file, const QString &password) const override
    {
        return dumpServer(m_address, password, file);
    }
    domain::Result<QString, BackupFault> replaceBy(const Replacement &wish) const override { return restoreServer(m_address, wish); }

private:
    static PGconn *handleOf(const QSqlDatabase &database)
    {
        const QVariant handle = database.driver()->handle();
        // Qt's documentation has the first name; builds that look through the alias have the second.
        const bool known = handle.isValid() && (qstrcmp(handle.typeName(), "PGconn*") == 0 || qstrcmp(handle.typeName(), "pg_conn*") == 0);
        return known ? *static_cast<PGconn *const *>(handle.constData()) : nullptr;
    }

    DatabaseAddress m_address;
};

domain::Result<void, OpenError> PostgresqlDialect::prepare(QSqlDatabase &database, const OpenOptions &options) const
{
    QSqlQuery query(database);
    const auto offline = [&query] { return Failure{OpenError{OpenFault::Offline, query.lastError().text()}}; };
    if (!query.exec(QStringLiteral("SELECT current_setting('server_version_num')::int")) || !query.next())
        return offline();
    if (query.value(0).toInt() < oldestServer)
        return Failure{OpenError{OpenFault::UnsafeSettings, QStringLiteral("PostgreSQL 15 or newer is needed")}};
    for (const ServerSetting &setting : serverSettings) {
        const QString name = QString::fromLatin1(setting.name);
        if (setting.value && !query.exec(QStringLiteral("SET %1 = %2").arg(name, QString::fromLatin1(setting.value))))
            return offline();
        if (!query.exec(QStringLiteral("SHOW %1").arg(name)) || !query.next())
            return offline();
        if (query.value(0).toString() != QString::fromLatin1(setting.expected)) {
            return Failure{OpenError{OpenFault::UnsafeSettings, QStringLiteral("%1 is '%2' instead of '%3'")
                                                                    .arg(name, query.value(0).toString(), QString::fromLatin1(setting.expected))}};
        }
    }
    if (options.readOnly && !query.exec(QStringLiteral("SET default_transaction_read_only = on")))
        return offline();
    return {};
}

bool PostgresqlDialect::takesChanges(const QSqlDatabase &database) const
{
    QSqlQuery query(database); // a stand-by server says so as well
    return !query.exec(QStringLiteral("SHOW transaction_read_only")) || !query.next() || query.value(0).toString() != QStringLiteral("on");
}

BoundSql PostgresqlDialect::casesWith(const QList<usecases::SearchPhrase> &phrases) const
{
    QStringList words, patterns; // tokens hold letters and digits only: nothing to escape
    for (const usecases::SearchPhrase &phrase : phrases) {
        for (qsizetype n = 0; n < phrase.tokens.size(); ++n) {
            const bool prefix = phrase.lastIsPrefix && n + 1 == phrase.tokens.size();
            words.append(QString(u'\'' + phrase.tokens.at(n) + (prefix ? QStringLiteral("':*") : QStringLiteral("'"))));
        }
        if (phrase.tokens.size() > 1) // the index knows no places: one after the other is looked up in the tokens
            patterns.append(QString(QStringLiteral("% ") + phrase.tokens.join(u' ') + (phrase.lastIsPrefix ? QStringLiteral("%") : QStringLiteral(" %"))));
    }
    BoundSql sql{QStringLiteral("SELECT s.case_id FROM case_search s "
                                "WHERE array_to_tsvector(string_to_array(btrim(s.tokens), ' ')) @@ CAST(? AS tsquery)"),
                 {words.join(QStringLiteral(" & "))}};
    for (const QString &pattern : patterns) {
        sql.text += QStringLiteral(" AND s.tokens LIKE ?");
        sql.values.append(pattern);
    }
    return sql;
}

StoreError PostgresqlDialect::classify(const QSqlDatabase &database, const QSqlError &error) const
{
    return database.isOpen() ? errorOf(error.nativeErrorCode()) : StoreError::Offline;
}

StoreError PostgresqlDialect::errorOf(const QString &state)
{
    if (state.isEmpty())
        return StoreError::Offline; // a dead connection fails without a code (and without an error type)
    if (state == QLatin1StringView("23505"))
        return StoreError::Conflict;
    for (const char *busy : {"40001", "40P01", "55P03", "55006"}) {
        if (state == QLatin1StringView(busy))
            return StoreError::Busy;
    }
    for (const char *readOnly : {"25006", "42501", "53100"}) { // read-only transaction, privilege, disk full
        if (state == QLatin1StringView(readOnly))
            return StoreError::ReadOnly;
    }
    for (const char *gone : {"57P01", "57P02", "57P03", "53300", "25P03", "25P04"}) {
        if (state == QLatin1StringView(gone))
            return StoreError::Offline;
    }
    return state.startsWith(QLatin1StringView("08")) ? StoreError::Offline : StoreError::Broken;
}

/// Rows in the server's binary form.
class PostgresqlScanRow final : public ScanRow
{
public:
    explicit PostgresqlScanRow(const PGresult *result) : m_result(result) {}
    bool isNull(int column) const override { return PQgetisnull(m_result, 0, column) == 1; }
    qint64 integer(int column) const override
    {
        const char *bytes = PQgetvalue(m_result, 0, column);
        switch (PQgetlength(m_result, 0, column)) {
        case 8: return qFromBigEndian<qint64>(bytes);
        case 4: return qFromBigEndian<qint32>(bytes);
        case 2: return qFromBigEndian<qint16>(bytes);
        }
        return 0;
    }
    QByteArrayView text(int column) const override { return {PQgetvalue(m_result, 0, column), PQgetlength(m_result, 0, column)}; }

private:
    const PGresult *m_result;
};

/// Takes what is left of earlier answers off the connection: QtSql leaves the end of one there when the first row was all
/// that anybody wanted, and neither statements nor words of others get past it.
void settle(PGconn *connection)
{
    while (PGresult *left = PQgetResult(connection))
        PQclear(left);
}

/// Leaves the connection ready for the next statement, however the reading of this one ends.
struct RunningScan
{
    PGconn *connection;
    bool ended = false;
    ~RunningScan()
    {
        if (!ended) {
            char words[256];
            PGcancel *cancel = PQgetCancel(connection);
            PQcancel(cancel, words, static_cast<int>(sizeof words));
            PQfreeCancel(cancel);
        }
        settle(connection);
    }
};

std::optional<StoreError> PostgresqlDialect::scan(const QSqlDatabase &database, const QString &sql, const QList<QVariant> &values,
                                                  const std::function<bool(const ScanRow &)> &row) const
{
    PGconn *connection = handleOf(database);
    if (!connection)
        return StoreError::Offline;
    QByteArray text;
    int place = 0;
    for (const char byte : sql.toUtf8()) { // texts are bound, never written into a statement: each question mark is a place
        if (byte == '?')
            text += '$' + QByteArray::number(++place);
        else
            text += byte;
    }
    QByteArrayList texts;
    for (const QVariant &value : values)
        texts.append(value.toString().toUtf8());
    std::vector<const char *> bound;
    for (qsizetype n = 0; n < values.size(); ++n)
        bound.push_back(values.at(n).isNull() ? nullptr : texts.at(n).constData());
    settle(connection);
    constexpr int binary = 1;
    if (PQsendQueryParams(connection, text.constData(), static_cast<int>(bound.size()), nullptr, bound.data(), nullptr, nullptr, binary) != 1)
        return StoreError::Offline;
    RunningScan running{connection};
    PQsetSingleRowMode(connection); // as they come: a million rows at once would be held twice
    while (PGresult *got = PQgetResult(connection)) {
        const std::unique_ptr<PGresult, void (*)(PGresult *)> result(got, PQclear);
        const ExecStatusType status = PQresultStatus(got);
        if (status == PGRES_SINGLE_TUPLE) {
            if (!row(PostgresqlScanRow(got)))
                return std::nullopt;
            continue;
        }
        running.ended = true;
        if (status != PGRES_TUPLES_OK)
            return errorOf(QString::fromLatin1(PQresultErrorField(got, PG_DIAG_SQLSTATE)));
    }
    running.ended = true;
    return std::nullopt;
}

bool PostgresqlDialect::hears(const QSqlDatabase &database, int stop, int milliseconds) const
{
    PGconn *connection = handleOf(database);
    if (!connection)
        return false;
    settle(connection);
    pollfd places[] = {{stop, POLLIN, 0}, {PQsocket(connection), POLLIN, 0}};
    ::poll(places, 2, milliseconds);
    bool told = false;
    PQconsumeInput(connection); // a dead connection shows at the next query
    while (PGnotify *word = PQnotifies(connection)) {
        told = true;
        PQfreemem(word);
    }
    return told;
}

} // namespace

std::unique_ptr<Dialect> makePostgresqlDialect(const DatabaseAddress &address)
{
    return std::make_unique<PostgresqlDialect>(address);
}

} // namespace arb::storage
