// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskservice.h"

#include <intake/chatfiles.h>

#include <QtCore/QLoggingCategory>

#include <atomic>

namespace arb::app {

namespace {

Q_LOGGING_CATEGORY(deskLog, "arbiter.desk")

}

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
    domain::Result<QByteArray, usecases::VaultError> putBytes(const QByteArray &bytes) override
    {
        intake::Vault *vault = m_vault.load();
        if (!vault)
            return Failure{usecases::VaultError::Missing};
        return vault->putBytes(bytes);
    }
    void settle(const QList<QByteArray> &digests) override
    {
        if (intake::Vault *vault = m_vault.load())
            vault->settle(digests);
    }
    void withdraw(const QList<QByteArray> &digests) override
    {
        if (intake::Vault *vault = m_vault.load())
            vault->withdraw(digests);
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
    usecases::VaultError error() const { return m_error.load(); }

private:
    std::unique_ptr<intake::Vault> m_owned;
    std::atomic<intake::Vault *> m_vault{nullptr};
    std::atomic<usecases::VaultError> m_error{usecases::VaultError::Missing};
};

struct DeskService::Backend
{
    Backend(storage::Stores &on, usecases::EvidenceVault &vault, const media::DecodeService &decoder)
        : stores(on), evidence(vault), inspector(decoder), time(on.desk, on.database, true)
    {
    }
    usecases::Desk desk()
    {
        return {stores.cases, stores.intake, stores.tasks, stores.reports, stores.audit, stores.desk, stores.queue, stores.examination, evidence, inspector, chats, time, ids};
    }

    storage::Stores stores;
    usecases::EvidenceVault &evidence;
    media::FileInspector inspector;
    intake::ChatFiles chats;
    DeskTime time;
    RandomIds ids;
    std::unique_ptr<usecases::ExecutionGateway> gateway;
};

/// The desk's time for the reader's thread: as last told by the writer's, or as a demo's stored clock says.
class DeskService::HeardTime final : public usecases::Clock
{
public:
    HeardTime() { m_since.start(); }
    domain::UtcMs now() override { return domain::UtcMs(m_start.load() + m_since.elapsed()); }
    /// The demo's clock as it is stored: another window may have moved it further than this one knows.
    void hearStored(domain::UtcMs at)
    {
        const qint64 start = at.ms() - m_since.elapsed();
        qint64 known = m_start.load();
        while (known < start && !m_start.compare_exchange_weak(known, start))
            continue; // it was told something else meanwhile
    }
    void hear(domain::UtcMs now) { m_start.store(now.ms() - m_since.elapsed()); }

private:
    QElapsedTimer m_since; ///< only read after the start
    std::atomic<qint64> m_start{0};
};

class DeskService::Reader final : public presentation::DeskRunner
{
public:
    explicit Reader(DeskService &service) : m_service(service), m_inspector(service.m_decoder) {}

    /// Once the writer has opened the database: it is a desk then, and its log is in order.
    void open()
    {
        auto executor = std::make_unique<storage::DbExecutor>(
            m_service.m_address, storage::OpenOptions{.readOnly = true, .create = false, .anySchema = false, .password = {}});
        QFuture<domain::Result<void, storage::OpenError>> opened = executor->opened();
        opened.waitForFinished();
        if (opened.resultCount() > 0 && opened.result().ok())
            m_executor = std::move(executor);
        else
            qCWarning(deskLog).noquote() << "no second connection for reading:" << (opened.resultCount() > 0 ? opened.result().error().detail : QString());
    }
    bool isOpen() const { return m_executor != nullptr; }
    void post(std::function<void(const usecases::Desk &)> job) override
    {
        if (!m_executor) {
            m_service.post(std::move(job));
            return;
        }
        m_executor->run([this, job = std::move(job)](storage::Stores &stores) {
            if (m_service.m_isDemo) {
                if (const auto clock = stores.desk.deskClock(); clock && clock->has_value())
                    m_service.m_heardTime->hearStored(**clock);
            }
            job(usecases::Desk{stores.cases, stores.intake, stores.tasks, stores.reports, stores.audit, stores.desk, stores.queue, stores.examination,
                               *m_service.m_evidence, m_inspector, m_chats, *m_service.m_heardTime, m_ids});
            return true;
        });
    }

private:
    DeskService &m_service;
    media::FileInspector m_inspector;
    intake::ChatFiles m_chats;
    RandomIds m_ids;
    std::unique_ptr<storage::DbExecutor> m_executor; ///< last: its thread uses everything above
};

DeskService::DeskService(const storage::DatabaseAddress &address, QString vaultRoot)
    : m_address(address), m_vaultRoot(std::move(vaultRoot)), m_evidence(std::make_unique<Evidence>()),
      m_heardTime(std::make_unique<HeardTime>()), m_executor(std::make_unique<storage::DbExecutor>(address)),
      m_reader(std::make_unique<Reader>(*this))
{
}

DeskService::~DeskService()
{
    m_decoder.close(); // whoever waits for a decoder goes home
    m_reader.reset();
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

presentation::DeskRunner &DeskService::reader()
{
    return *m_reader;
}

bool DeskService::hasOwnReader() const
{
    return m_reader->isOpen();
}

DeskService::Backend &DeskService::backend(storage::Stores &stores)
{
    if (!m_backend) {
        m_backend = std::make_unique<Backend>(stores, *m_evidence, m_decoder);
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
        m_takesChanges = stores.database.takesChanges();
        m_openedAt = behind.time.now();
        m_heardTime->hear(m_openedAt);
        if (const auto people = stores.desk.people())
            m_people = *people;
        if (const auto settings = stores.desk.settings())
            m_decoder.setLimits(decodeLimitsOf(usecases::DeskPolicy::fromSettings(*settings)));
        if (const auto id = stores.desk.databaseId())
            m_databaseId = *id;
        usecases::IntakeStore &intake = stores.intake;
        const auto holds = intake.holdsEvidence();
        if (m_vaultRoot.isEmpty()) {
            m_evidence->cannot(usecases::VaultError::NotNamed);
            return true;
        }
        const auto isReferenced = [&intake](const QByteArray &sha256) {
            const auto referenced = intake.isReferenced(sha256);
            return !referenced || *referenced;
        };
        auto vault = intake::Vault::open(m_vaultRoot, m_databaseId, isReferenced, holds && !*holds);
        if (vault)
            m_evidence->use(std::move(vault).value());
        else
            m_evidence->cannot(vault.error());
        return true;
    });
    ready.waitForFinished();
    m_reader->open();
    return {};
}

void DeskService::post(std::function<void(const usecases::Desk &)> job)
{
    m_executor->run([this, job = std::move(job)](storage::Stores &stores) {
        Backend &behind = backend(stores);
        behind.time.catchUp(); // nothing is written at a time that is over for others
        job(behind.desk());
        m_heardTime->hear(behind.time.now());
        return true;
    });
}

void DeskService::postBehind(std::function<void(Behind &)> job)
{
    m_executor->run([this, job = std::move(job)](storage::Stores &stores) {
        Backend &backing = backend(stores);
        backing.time.catchUp();
        Behind behind{backing.desk(), backing.time, m_evidence->get(), m_evidence->error(), *backing.gateway, stores.database};
        job(behind);
        m_heardTime->hear(backing.time.now());
        return true;
    });
}

} // namespace arb::app
