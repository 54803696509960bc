// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrator.h"

#include "searchindex.h"

#include <domain/audit.h>
#include <domain/canonicaljson.h>

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>

namespace arb::storage {

using domain::Failure;
using usecases::StoreError;

namespace {

constexpr char nextMarker[] = "-- next";
constexpr char compatibleMarker[] = "-- min_compatible:";

QByteArray migrationFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList splitStatements(const QByteArray &text, const Dialect &dialect)
{
    QStringList statements;
    QString statement;
    const auto flush = [&] {
        if (!statement.trimmed().isEmpty())
            statements.append(statement.replace(QStringLiteral("@ID@"), dialect.idColumn()));
        statement.clear();
    };
    for (const QByteArray &line : text.split('\n')) {
        if (line.trimmed() == nextMarker)
            flush();
        else if (!line.startsWith("--"))
            statement += QString::fromUtf8(line) + u'\n';
    }
    flush();
    return statements;
}

MigrateFault migrateFault(StoreError error)
{
    switch (error) {
    case StoreError::Busy: return MigrateFault::Locked;
    case StoreError::ReadOnly: return MigrateFault::ReadOnly;
    case StoreError::Stale:
    case StoreError::Conflict:
    case StoreError::NotFound:
    case StoreError::Offline:
    case StoreError::Broken: return MigrateFault::Broken;
    }
    return MigrateFault::Broken;
}

constexpr int firstWithIndex = 2; ///< the step that made case_search
constexpr int instantMs = 2'000;

QElapsedTimer started()
{
    QElapsedTimer timer;
    timer.start();
    return timer;
}

/// The desk's one row: the database's id and the empty head of the desk's own audit chain.
void insertDesk(Session &session)
{
    const qint64 id = static_cast<qint64>(QRandomGenerator::system()->generate64() >> 1) | 1;
    session.run(QStringLiteral("INSERT INTO desk (id, database_id, audit_seq, audit_hash, high_water_at) VALUES (1, ?, 0, ?, 0)"),
                Values() << id << domain::emptyAuditHead().hash);
}

} // namespace

QList<MigrationStep> migrationSteps(const QString &folder, const Dialect &dialect)
{
    QList<MigrationStep> steps;
    const QStringList names = QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        if (name.count(u'.') != 1)
            continue; // the dialect's half
        MigrationStep step;
        step.name = name.chopped(4);
        step.number = step.name.left(4).toInt();
        if (step.number != steps.size() + 1)
            break;
        const QByteArray common = migrationFile(QString(folder + u'/' + name));
        const QByteArray own = migrationFile(QString(folder + u'/' + step.name + u'.' + dialect.migrationSuffix() + QStringLiteral(".sql")));
        step.checksum = domain::sha256Hex(common + '\0' + own);
        step.statements = splitStatements(common, dialect) + splitStatements(own, dialect);
        const qsizetype at = common.indexOf(compatibleMarker);
        const qsizetype end = common.indexOf('\n', at);
        step.minCompatible = at < 0 ? step.number : common.mid(at + static_cast<qsizetype>(qstrlen(compatibleMarker)),
                                                               end - at - static_cast<qsizetype>(qstrlen(compatibleMarker))).trimmed().toInt();
        steps.append(step);
    }
    return steps;
}

bool Migrator::holdsAnything(Session &session)
{
    return session.first(session.dialect().schemaContents(), {}, [](const Row &) { return true; }).value_or(false);
}

bool Migrator::isForeign(Session &session)
{
    return holdsAnything(session) && appliedVersion(session) == 0; // in this order: another migrator may make the desk in between
}

int Migrator::appliedVersion(Session &session)
{
    const QStringList names = session.all(session.dialect().tableNames(), {}, [](const Row &row) { return row.text(0); });
    if (!names.contains(QStringLiteral("schema_migration")))
        return 0;
    return session.first(QStringLiteral("SELECT coalesce(max(number), 0) FROM schema_migration"), {},
                         [](const Row &row) { return row.number(0); }).value_or(0);
}

int Migrator::minCompatible(Session &session)
{
    return session.first(QStringLiteral("SELECT coalesce(max(min_compatible), 0) FROM schema_migration"), {},
                         [](const Row &row) { return row.number(0); }).value_or(0);
}

/// Applied steps must be the ones we ship: another text under the same number means another schema.
std::optional<MigrateError> Migrator::compare()
{
    std::optional<MigrateError> fault;
    m_session.each(QStringLiteral("SELECT number, name, checksum FROM schema_migration ORDER BY number"), {}, [&](const Row &row) {
        const int number = row.number(0);
        if (number > m_steps.size())
            fault = MigrateError{MigrateFault::NewerSchema, row.text(1)};
        else if (m_steps.at(number - 1).checksum != row.utf8(2))
            fault = MigrateError{MigrateFault::FileChanged, row.text(1)};
        return !fault;
    });
    return fault;
}

/// Applies the next missing step; false when there was none. Throws DbError; @p fault keeps what is known of it.
bool Migrator::applyNext(MigrateError &fault)
{
    Transaction transaction(m_session, Transaction::Kind::Write);
    if (const QString lock = m_session.dialect().migrationLock(); !lock.isEmpty())
        m_session.exec(lock);
    if (isForeign(m_session)) {
        fault.fault = MigrateFault::NotADesk;
        throw DbError{};
    }
    m_session.exec(QStringLiteral("CREATE TABLE IF NOT EXISTS schema_migration (number INTEGER NOT NULL PRIMARY KEY, "
                                  "name TEXT NOT NULL, checksum TEXT NOT NULL, min_compatible INTEGER NOT NULL, applied_at BIGINT NOT NULL)"));
    if (const auto differs = compare()) {
        fault = *differs;
        throw DbError{};
    }
    const int applied = appliedVersion(m_session);
    if (applied >= m_steps.size())
        return false;
    const MigrationStep &step = m_steps.at(applied);
    fault.detail = step.name;
    for (const QString &statement : step.statements)
        m_session.exec(statement);
    if (step.number == 1)
        insertDesk(m_session);
    // A database without the index would answer searches with nothing. Reading a case takes the newest schema, so the index of
    // cases from before it waits for the last step; killed before that, the next opening goes on here.
    m_indexBegins = m_indexBegins || step.number == firstWithIndex;
    if (step.number >= firstWithIndex && step.number == m_steps.size()) {
        indexMissingCases(m_session);
        if (m_indexBegins) // otherwise tokens of an earlier form may be there, which are renewed in portions
            markSearchForm(m_session);
    }
    m_session.run(QStringLiteral("INSERT INTO schema_migration (number, name, checksum, min_compatible, applied_at) VALUES (?, ?, ?, ?, ?)"),
                  Values() << step.number << step.name << step.checksum << step.minCompatible << QDateTime::currentMSecsSinceEpoch());
    transaction.commit();
    return true;
}

domain::Result<MigrateOutcome, MigrateError> Migrator::migrate()
{
    if (m_steps.isEmpty())
        return Failure{MigrateError{MigrateFault::FilesMissing, {}}};
    bool created = false;
    int done = 0;
    // While another opens the same new file its journal is locked for an instant for which the library does not wait.
    for (const QElapsedTimer since = started();;) {
        MigrateError fault;
        try {
            m_session.ensureOpen();
            created = created || appliedVersion(m_session) == 0;
            while (applyNext(fault))
                ++done;
            return done == 0 ? MigrateOutcome::UpToDate : created ? MigrateOutcome::Created : MigrateOutcome::Updated;
        } catch (const DbError &refusal) {
            if (fault.fault == MigrateFault::Broken)
                fault.fault = migrateFault(refusal.error);
            if (fault.fault != MigrateFault::Locked || since.hasExpired(instantMs))
                return Failure{fault};
        }
    }
}

} // namespace arb::storage
