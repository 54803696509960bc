// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks.h"
#include "evidence/decoder.h"

#include <storage/database.h>
#include <storage/sqlstores.h>

#include <usecases/desk.h>

#include <intake/chatfiles.h>
#include <intake/vault.h>
#include <media/inspector.h>

#include <QtCore/QString>

#include <memory>

namespace arb::app {

/// Evidence for verbs that read no bytes: the vault is opened at the first touch only.
class LazyVault final : public usecases::EvidenceVault
{
public:
    /// @p mayBeNew: a vault is made even though the database has evidence.
    LazyVault(QString root, qint64 databaseId, usecases::IntakeStore &intake, bool mayBeNew = false)
        : m_root(std::move(root)), m_databaseId(databaseId), m_mayBeNew(mayBeNew), m_intake(intake)
    {
    }
    /// The vault itself, or why it cannot be used.
    domain::Result<intake::Vault *, usecases::VaultError> real();
    const QString &root() const { return m_root; }
    domain::Result<void, usecases::VaultError> putFile(const QString &path, const QByteArray &sha256) override;
    domain::Result<QByteArray, usecases::VaultError> putBytes(const QByteArray &bytes) override;
    void settle(const QList<QByteArray> &digests) override;
    void withdraw(const QList<QByteArray> &digests) override;
    domain::Result<int, usecases::VaultError> open(const QByteArray &sha256) override;
    bool contains(const QByteArray &sha256) override;

private:
    QString m_root;
    qint64 m_databaseId;
    bool m_mayBeNew;
    usecases::IntakeStore &m_intake;
    std::unique_ptr<intake::Vault> m_vault;
};

/// A database with everything that stands on it, for one thread: the concrete side of a Desk.
class Workspace
{
public:
    /// @p vaultRoot as defaultVault() answers; @p newVault: it may be an empty folder although there is evidence.
    static domain::Result<std::unique_ptr<Workspace>, storage::OpenError> open(const QString &address, const QString &vaultRoot,
                                                                               const storage::OpenOptions &options, bool advancingClock = false,
                                                                                bool newVault = false);
    usecases::Desk desk();
    storage::Database &database() { return *m_database; }
    DeskTime &time() { return *m_time; }
    LazyVault &vault() { return *m_vault; }
    media::FileInspector &inspector() { return m_inspector; }
    const media::DecodeService &decoder() const { return m_decoder; }
    media::DecodeLimits decodeLimits() const { return m_decoder.limits(); } ///< the desk's
    QString vaultRoot() const { return m_vault->root(); }

private:
    explicit Workspace(std::unique_ptr<storage::Database> database);

    std::unique_ptr<storage::Database> m_database;
    storage::SqlCaseStore m_cases;
    storage::SqlIntakeStore m_intake;
    storage::SqlTaskStore m_tasks;
    storage::SqlReportStore m_reports;
    storage::SqlAuditStore m_audit;
    storage::SqlDeskStore m_store;
    storage::SqlQueueStore m_queue;
    storage::SqlExaminationStore m_examination;
    std::unique_ptr<LazyVault> m_vault;
    media::DecodeService m_decoder{decoderOptions()}; ///< with the desk's limits; starts nothing before a file is to be looked at
    media::FileInspector m_inspector{m_decoder};
    intake::ChatFiles m_chats;
    std::unique_ptr<DeskTime> m_time;
    RandomIds m_ids;
};

/// Where the evidence of @p address lies by default; empty for PostgreSQL, where it must be named.
QString defaultVault(const QString &address, const QString &given);

/// A new desk in @p folder: desk.db and vault, with the shipped rule books and years and nobody at it; nullptr when that fails.
std::unique_ptr<Workspace> newDesk(const QString &folder);

/// The rule books and calendar years that the program ships, as files embedded in it.
QList<QByteArray> shippedBooks();
QList<QByteArray> shippedYears();

} // namespace arb::app
