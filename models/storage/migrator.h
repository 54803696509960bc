// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

namespace arb::storage {

/// One numbered step: the portable file and, where there is one, the dialect's file after it.
struct MigrationStep
{
    int number = 0;
    QString name;           ///< "0001_initial"
    int minCompatible = 0;  ///< oldest program (its newest step) that may still work on the result
    QByteArray checksum;    ///< SHA-256 over both files
    QStringList statements;
};

/// The steps in @p folder (":/migrations") for @p dialect, in order; a hole or a double number ends the list there.
QList<MigrationStep> migrationSteps(const QString &folder, const Dialect &dialect);

/// Brings a database to the newest of @p steps: each in one transaction with its row of schema_migration, under a lock,
/// so that a kill leaves whole steps only and a second migrator waits and then finds nothing to do.
class Migrator
{
public:
    Migrator(Session &session, QList<MigrationStep> steps) : m_session(session), m_steps(std::move(steps)) {}
    domain::Result<MigrateOutcome, MigrateError> migrate();

    /// Number of the newest applied step, 0 when there is no schema; throws DbError.
    static int appliedVersion(Session &session);
    /// The oldest program that may use the database, as its newest step says; throws DbError.
    static int minCompatible(Session &session);
    static bool holdsAnything(Session &session); ///< a table, view, function … of whomever; throws DbError
    static bool isForeign(Session &session); ///< something, but no step of ours; throws DbError

private:
    bool applyNext(MigrateError &fault);
    std::optional<MigrateError> compare();

    Session &m_session;
    QList<MigrationStep> m_steps;
    bool m_indexBegins = false; ///< cases from before the search index were met
};

} // namespace arb::storage
