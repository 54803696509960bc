// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect.h"

#include "serverbackup.h"

#include <QtCore/QVariant>
#include <QtSql/QSqlQuery>

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

    bool canOnlyBeRead(const OpenError &) const override { return false; }

    QString beginWrite() const override { return QStringLiteral("BEGIN"); }
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
    QString lockRow() const override { return QStringLiteral(" FOR UPDATE"); }
    QString lockRowSkipping() const override { return QStringLiteral(" FOR UPDATE OF d SKIP LOCKED"); }
    QString queueHead() const override { return {}; }
    QString walkQueue() const override
    {
        // Until the tables are analyzed the planner reads and sorts the whole queue for its first row: 80 ms at 10,000.
        return QStringLiteral("SET LOCAL enable_sort = off");
    }
    QString byteOrder() const override { return QStringLiteral(" COLLATE \"C\""); }
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
    QString givenIds() const override { return QStringLiteral("SELECT CAST(json_array_elements_text(CAST(? AS json)) AS bigint)"); }
    QString indexWords() const override { return {}; } // its index stands on the table
    QString dropWords() const override { return {}; }
    BoundSql casesWith(const QList<usecases::SearchPhrase> &phrases) const override;
    QString serverTime() const override
    {
        return QStringLiteral("SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint");
    }
    QString raiseHighWater() const override { return {}; } // the server's clock rules, and one hot row would queue everybody
    QString version() const override { return QStringLiteral("SELECT 'PostgreSQL ' || current_setting('server_version')"); }
    QStringList check(QSqlDatabase &, bool) const override { return {}; } // pages are pg_amcheck's business
    domain::Result<void, BackupFault> copyTo(const QString &file, const QString &password) const override
    {
        return dumpServer(m_address, password, file);
    }
    domain::Result<QString, BackupFault> replaceBy(const Replacement &wish) const override { return restoreServer(m_address, wish); }

private:
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
    const QString state = error.nativeErrorCode();
    if (state.isEmpty() || !database.isOpen())
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

} // namespace

std::unique_ptr<Dialect> makePostgresqlDialect(const DatabaseAddress &address)
{
    return std::make_unique<PostgresqlDialect>(address);
}

} // namespace arb::storage
