// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/database.h>

#include "migrator.h"
#include "searchindex.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <fcntl.h>
#include <unistd.h>

namespace arb::storage {

using domain::Failure;
using usecases::Stored;
using usecases::StoreError;

namespace {

constexpr char migrationFolder[] = ":/migrations";

OpenError openErrorOf(const DbError &refusal)
{
    switch (refusal.error) {
    case StoreError::Busy: return {OpenFault::Busy, {}};
    case StoreError::ReadOnly: return {OpenFault::ReadOnly, {}};
    case StoreError::Offline: return {OpenFault::Offline, {}};
    case StoreError::Stale:
    case StoreError::Conflict:
    case StoreError::NotFound:
    case StoreError::Broken: return {OpenFault::NotADatabase, {}};
    }
    return {};
}

/// Is what stands there a desk that this program understands?
domain::Result<void, OpenError> checkSchema(Session &session)
{
    const int newest = Database::newestSchema();
    try {
        const int applied = Migrator::appliedVersion(session);
        if (applied == 0) {
            const bool foreign = Migrator::holdsAnything(session);
            return Failure{OpenError{foreign ? OpenFault::NotADatabase : OpenFault::NoSchema, {}}};
        }
        if (applied < newest)
            return Failure{OpenError{OpenFault::OldSchema, QString::number(applied)}};
        if (applied > newest && Migrator::minCompatible(session) > newest)
            return Failure{OpenError{OpenFault::NewerSchema, QString::number(applied)}};
    } catch (const DbError &refusal) {
        return Failure{openErrorOf(refusal)};
    }
    return {};
}

/// Is @p address somebody else's database? Looked at by a connection that cannot write, since to open one for good already
/// changes a file. What cannot be looked at now is left to the migrator, which asks again under its lock.
bool isForeign(const DatabaseAddress &address, OpenOptions options)
{
    options.readOnly = true;
    options.create = false;
    const auto session = Session::open(address, options);
    if (!session)
        return false;
    try {
        return Migrator::isForeign(**session);
    } catch (const DbError &) {
        return false;
    }
}

/// Makes a finished file, and its name in the folder, durable.
bool syncFileAndFolder(const QString &file)
{
    for (const QString &path : {file, QFileInfo(file).absolutePath()}) {
        const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
        if (fd < 0)
            return false;
        const bool synced = ::fsync(fd) == 0;
        ::close(fd);
        if (!synced)
            return false;
    }
    return true;
}

/// The kept roll-up must be what its ledger adds up to.
constexpr char rollUpDifferences[] =
    "SELECT count(*) FROM (SELECT platform, merchant_id FROM "
    "(SELECT platform, merchant_id, points FROM penalty_point UNION ALL SELECT platform, merchant_id, -points FROM merchant_month) AS s "
    "GROUP BY platform, merchant_id HAVING sum(points) <> 0) AS t";

} // namespace

Database::Database(const DatabaseAddress &address, std::unique_ptr<Session> session)
    : m_address(address), m_session(std::move(session))
{
}

Database::~Database() = default;

domain::Result<std::unique_ptr<Database>, OpenError> Database::open(const DatabaseAddress &address, const OpenOptions &options)
{
    if (options.anySchema && !options.readOnly && isForeign(address, options))
        return Failure{OpenError{OpenFault::NotADatabase, {}}};
    auto session = Session::open(address, options);
    if (!session)
        return Failure{session.error()};
    if (!options.anySchema) {
        if (const auto schema = checkSchema(**session); !schema)
            return Failure{schema.error()};
    }
    return std::unique_ptr<Database>(new Database(address, std::move(session).value()));
}

bool Database::takesChanges()
{
    return m_session->dialect().takesChanges(m_session->database());
}

QString Database::engineVersion()
{
    const auto found = reading(*m_session, [this] {
        return m_session->first(m_session->dialect().version(), {}, [](const Row &row) { return row.text(0); }).value_or(QString());
    });
    return found ? *found : QString();
}

int Database::newestSchema()
{
    // The number of steps is the same for every dialect.
    const auto dialect = makeSqliteDialect({});
    return static_cast<int>(migrationSteps(QString::fromLatin1(migrationFolder), *dialect).size());
}

domain::Result<MigrateOutcome, MigrateError> Database::migrate()
{
    return Migrator(*m_session, migrationSteps(QString::fromLatin1(migrationFolder), m_session->dialect())).migrate();
}

Stored<int> Database::schemaVersion()
{
    return reading(*m_session, [this] { return Migrator::appliedVersion(*m_session); });
}

qint64 Database::databaseId()
{
    const auto id = reading(*m_session, [this] {
        return m_session->first(QStringLiteral("SELECT database_id FROM desk WHERE id = 1"), {}, [](const Row &row) { return row.integer(0); }).value_or(0);
    });
    return id ? *id : 0;
}

bool Database::isEmpty()
{
    const auto anything = reading(*m_session, [this] { return Migrator::holdsAnything(*m_session); });
    return anything && !*anything;
}

Stored<CheckReport> Database::check(bool thorough)
{
    return reading(*m_session, [&] {
        CheckReport report;
        report.findings = m_session->dialect().check(m_session->database(), thorough);
        if (!report.findings.isEmpty())
            return report; // queries on damaged pages say nothing worth hearing
        const qint64 differences = m_session->first(QString::fromLatin1(rollUpDifferences), {}, [](const Row &row) { return row.integer(0); }).value_or(0);
        if (differences > 0)
            report.findings.append(QStringLiteral("merchants whose monthly points differ from their ledger: %1").arg(differences));
        report.findings.append(searchFindings(*m_session, thorough));
        return report;
    });
}

Stored<void> Database::rebuildSearch()
{
    return inTransaction(*m_session, [this] { indexAnew(*m_session); });
}

Stored<SearchRenewal> Database::renewSearch(int limit)
{
    return inTransaction(*m_session, [&] { return renewTokens(*m_session, limit); });
}

domain::Result<void, BackupFault> Database::backupTo(const QString &file)
{
    if (QFileInfo::exists(file))
        return Failure{BackupFault::FileExists};
    const QString partial = QString(file + QStringLiteral(".partial"));
    QFile::remove(partial);
    const auto copied = m_session->dialect().copyTo(partial, m_session->password());
    if (!copied) {
        QFile::remove(partial);
        return copied;
    }
    if (!syncFileAndFolder(partial) || !QFile::rename(partial, file) || !syncFileAndFolder(file)) {
        QFile::remove(partial);
        return Failure{BackupFault::Broken};
    }
    return {};
}

domain::Result<QString, BackupFault> Database::restore(const QString &backup, const DatabaseAddress &address, bool otherDesk, const QString &password)
{
    if (!QFileInfo(backup).isFile())
        return Failure{BackupFault::NotFound};
    return makeDialect(address)->replaceBy({.backup = backup, .otherDesk = otherDesk, .password = password, .newestSchema = newestSchema()});
}

Stored<void> Database::inSnapshot(const std::function<Stored<void>()> &work)
{
    Stored<void> outcome;
    const auto read = reading(*m_session, [&] { outcome = work(); }, true);
    return read ? outcome : read;
}

Stored<domain::UtcMs> Database::clockHighWater()
{
    return reading(*m_session, [this] {
        return m_session->first(QStringLiteral("SELECT high_water_at FROM desk WHERE id = 1"), {}, [](const Row &row) { return row.time(0); })
            .value_or(domain::UtcMs());
    });
}

} // namespace arb::storage
