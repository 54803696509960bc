// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace.h"

#include <usecases/deskcommands.h>

#include <QtCore/QDir>
#include <QtCore/QFile>

namespace arb::app {

using domain::Failure;

domain::Result<intake::Vault *, usecases::VaultError> LazyVault::real()
{
    if (m_vault)
        return m_vault.get();
    if (m_root.isEmpty())
        return Failure{usecases::VaultError::NotNamed};
    const auto holds = m_mayBeNew ? usecases::Stored<bool>(false) : m_intake.holdsEvidence();
    const auto isReferenced = [this](const QByteArray &sha256) {
        const auto referenced = m_intake.isReferenced(sha256);
        return !referenced || *referenced; // in doubt the bytes stay
    };
    auto opened = intake::Vault::open(m_root, m_databaseId, isReferenced, holds && !*holds);
    if (!opened)
        return Failure{opened.error()};
    m_vault = std::move(opened).value();
    return m_vault.get();
}

domain::Result<void, usecases::VaultError> LazyVault::putFile(const QString &path, const QByteArray &sha256)
{
    const auto vault = real();
    if (!vault)
        return Failure{vault.error()};
    return (*vault)->putFile(path, sha256);
}

domain::Result<QByteArray, usecases::VaultError> LazyVault::putBytes(const QByteArray &bytes)
{
    const auto vault = real();
    if (!vault)
        return Failure{vault.error()};
    return (*vault)->putBytes(bytes);
}

void LazyVault::settle(const QList<QByteArray> &digests)
{
    if (m_vault)
        m_vault->settle(digests);
}

void LazyVault::withdraw(const QList<QByteArray> &digests)
{
    if (m_vault)
        m_vault->withdraw(digests);
}

domain::Result<int, usecases::VaultError> LazyVault::open(const QByteArray &sha256)
{
    const auto vault = real();
    if (!vault)
        return Failure{vault.error()};
    return (*vault)->open(sha256);
}

bool LazyVault::contains(const QByteArray &sha256)
{
    const auto vault = real();
    return vault && (*vault)->contains(sha256);
}

Workspace::Workspace(std::unique_ptr<storage::Database> database)
    : m_database(std::move(database)), m_cases(*m_database), m_intake(*m_database), m_tasks(*m_database), m_reports(*m_database),
      m_audit(*m_database), m_store(*m_database), m_queue(*m_database), m_examination(*m_database)
{
}

domain::Result<std::unique_ptr<Workspace>, storage::OpenError> Workspace::open(const QString &address, const QString &vaultRoot,
                                                                               const storage::OpenOptions &options, bool advancingClock, bool newVault)
{
    const auto parsed = storage::parseAddress(address);
    if (!parsed)
        return Failure{storage::OpenError{storage::OpenFault::NotFound, address}};
    auto database = storage::Database::open(*parsed, options);
    if (!database)
        return Failure{database.error()};
    std::unique_ptr<Workspace> workspace(new Workspace(std::move(database).value()));
    qint64 id = 0;
    if (!options.anySchema) {
        const auto known = workspace->m_store.databaseId();
        if (!known)
            return Failure{storage::OpenError{storage::OpenFault::Broken, QStringLiteral("the database has no id")}};
        id = *known;
        if (const auto settings = workspace->m_store.settings())
            workspace->m_decoder.setLimits(decodeLimitsOf(usecases::DeskPolicy::fromSettings(*settings)));
        workspace->m_time = std::make_unique<DeskTime>(workspace->m_store, *workspace->m_database, advancingClock);
    }
    workspace->m_vault = std::make_unique<LazyVault>(vaultRoot, id, workspace->m_intake, newVault);
    return workspace;
}

usecases::Desk Workspace::desk()
{
    return usecases::Desk{m_cases, m_intake, m_tasks, m_reports, m_audit, m_store, m_queue, m_examination, *m_vault, m_inspector, m_chats, *m_time, m_ids};
}

QString defaultVault(const QString &address, const QString &given)
{
    if (!given.isEmpty())
        return given;
    const QString environment = qEnvironmentVariable("ARBITER_VAULT");
    if (!environment.isEmpty())
        return environment;
    if (address.startsWith(QStringLiteral("sqlite:")))
        return address.mid(7) + QStringLiteral(".vault");
    return {};
}

namespace {

QList<QByteArray> embedded(const QString &folder)
{
    QList<QByteArray> files;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            files.append(file.readAll());
    }
    return files;
}

} // namespace

QList<QByteArray> shippedBooks()
{
    return embedded(QStringLiteral(":/policy"));
}

QList<QByteArray> shippedYears()
{
    return embedded(QStringLiteral(":/calendar"));
}

std::unique_ptr<Workspace> newDesk(const QString &folder)
{
    const QString address = QStringLiteral("sqlite:") + folder + QStringLiteral("/desk.db");
    const auto parsed = storage::parseAddress(address);
    storage::OpenOptions create;
    create.create = true;
    create.anySchema = true;
    auto database = storage::Database::open(*parsed, create);
    if (!database || !(*database)->migrate())
        return nullptr;
    auto space = Workspace::open(address, folder + QStringLiteral("/vault"), {});
    if (!space)
        return nullptr;
    const usecases::Desk desk = (*space)->desk();
    if (!usecases::DeskCommands(desk).seed(usecases::ownerActor(), shippedBooks(), shippedYears()))
        return nullptr;
    return std::move(space).value();
}

} // namespace arb::app
