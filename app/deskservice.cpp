// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskservice.h"

#include <atomic>

namespace arb::app {

using domain::Failure;

/// The vault for readers; before it is open, and when it cannot be, evidence is missing rather than wrong.
class DeskService::Evidence final : public usecases::EvidenceVault
{
public:
    domain::Result<void, usecases::VaultError> putFile(const QString &path, const QByteArray &sha256) override
    {
        intake::Vault *vault = m_vault.load();
        return vault ? vault->putFile(path, sha256) : Failure{usecases::VaultError::Missing};
    }
    domain::Result<int, usecases::VaultError> open(const QByteArray &sha256) override
    {
        intake::Vault *vault = m_vault.load();
        if (!vault)
            return Failure{m_error.load()};
        return vault->open(sha256);
    }
    bool contains(const QByteArray &sha256) override
    {
        intake::Vault *vault = m_vault.load();
        return vault && vault->contains(sha256);
    }
    void use(std::unique_ptr<intake::Vault> vault)
    {
        m_owned = std::move(vault);
        m_vault.store(m_owned.get());
    }
    void cannot(usecases::VaultError error) { m_error.store(error); }
    intake::Vault *get() const { return m_vault.load(); }

private:
    std::unique_ptr<intake::Vault> m_owned;
    std::atomic<intake::Vault *> m_vault{nullptr};
    std::atomic<usecases::VaultError> m_error{usecases::VaultError::Missing};
};

struct DeskService::Backend
{
    Backend(storage::Stores &on, usecases::EvidenceVault &vault)
        : stores(on), evidence(vault), time(on.desk, on.database, true)
    {
    }
    usecases::Desk desk()
    {
        return {stores.cases, stores.intake, stores.tasks, stores.reports, stores.audit, stores.desk, stores.queue, evidence, inspector, time, ids};
    }

    storage::Stores stores;
    usecases::EvidenceVault &evidence;
    media::FileInspector inspector;
    DeskTime time;
    RandomIds ids;
    std::unique_ptr<usecases::ExecutionGateway> gateway;
};

DeskService::DeskService(const storage::DatabaseAddress &address, QString vaultRoot)
    : m_vaultRoot(std::move(vaultRoot)), m_evidence(std::make_unique<Evidence>()),
      m_executor(std::make_unique<storage::DbExecutor>(address))
{
}

DeskService::~DeskService()
{
    // The demo's clock is stored where it stands; the backend ends on the thread it was made on.
    m_executor->run([this](storage::Stores &stores) {
        backend(stores).time.store();
        m_backend.reset();
        return true;
    });
    m_executor.reset();
}

usecases::EvidenceVault &DeskService::evidence()
{
    return *m_evidence;
}

DeskService::Backend &DeskService::backend(storage::Stores &stores)
{
    if (!m_backend) {
        m_backend = std::make_unique<Backend>(stores, *m_evidence);
        m_backend->gateway = m_backend->time.isDemo()
            ? std::unique_ptr<usecases::ExecutionGateway>(std::make_unique<DemoGateway>())
            : std::make_unique<SpoolGateway>(spoolFolder(m_vaultRoot));
    }
    return *m_backend;
}

domain::Result<void, storage::OpenError> DeskService::waitUntilOpen()
{
    QFuture<domain::Result<void, storage::OpenError>> opened = m_executor->opened();
    opened.waitForFinished();
    if (opened.resultCount() == 0)
        return Failure{storage::OpenError{storage::OpenFault::Broken, QStringLiteral("the database thread ended")}};
    if (const auto result = opened.result(); !result)
        return Failure{result.error()};
    auto ready = m_executor->run([this](storage::Stores &stores) {
        Backend &behind = backend(stores);
        m_isDemo = behind.time.isDemo();
        m_openedAt = behind.time.now();
        if (const auto people = stores.desk.people())
            m_people = *people;
        if (const auto id = stores.desk.databaseId())
            m_databaseId = *id;
        usecases::IntakeStore &intake = stores.intake;
        auto vault = intake::Vault::open(m_vaultRoot, m_databaseId, [&intake](const QByteArray &sha256) {
            const auto referenced = intake.isReferenced(sha256);
            return !referenced || *referenced;
        });
        if (vault)
            m_evidence->use(std::move(vault).value());
        else
            m_evidence->cannot(vault.error());
        return true;
    });
    ready.waitForFinished();
    return {};
}

void DeskService::post(std::function<void(const usecases::Desk &)> job)
{
    m_executor->run([this, job = std::move(job)](storage::Stores &stores) {
        job(backend(stores).desk());
        return true;
    });
}

void DeskService::postBehind(std::function<void(Behind &)> job)
{
    m_executor->run([this, job = std::move(job)](storage::Stores &stores) {
        Backend &backing = backend(stores);
        Behind behind{backing.desk(), backing.time, m_evidence->get(), *backing.gateway};
        job(behind);
        return true;
    });
}

} // namespace arb::app
