// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks.h"
#include "evidence/decoder.h"
#include "gateways.h"

#include <presentation/runner.h>

#include <intake/vault.h>
#include <media/inspector.h>
#include <storage/dbexecutor.h>

#include <QtCore/QString>

#include <functional>
#include <memory>

namespace arb::app {

/// The desk behind the window: one thread with the database, the clock and the ids; another with a connection that only
/// reads, for the queue; evidence readable from any thread. Everything the window wants of the desk goes through post()
/// and never blocks it.
class DeskService final : public presentation::DeskRunner
{
public:
    DeskService(const storage::DatabaseAddress &address, QString vaultRoot);
    ~DeskService() override;

    /// Waits for the connection and what the window needs before it can show itself: for the program's start only.
    domain::Result<void, storage::OpenError> waitUntilOpen();

    void post(std::function<void(const usecases::Desk &)> job) override;
    /// Reads beside the writer, in an order of its own. Works on the writer's connection when it can have none: then
    /// hasOwnReader() is false, and the window says so.
    presentation::DeskRunner &reader();
    bool hasOwnReader() const;
    /// A job that also needs what is not a port of the use cases.
    struct Behind
    {
        usecases::Desk desk;
        DeskTime &time;
        intake::Vault *vault; ///< nullptr when it cannot be used
        usecases::VaultError whyNot; ///< why it cannot
        usecases::ExecutionGateway &gateway;
        storage::Database &database;
    };
    void postBehind(std::function<void(Behind &)> job);

    /// For viewers: reads only, any thread.
    usecases::EvidenceVault &evidence();
    /// For intake and viewers, with the desk's limits; any thread.
    media::DecodeService &decoder() { return m_decoder; }
    bool isDemo() const { return m_isDemo; }
    bool takesChanges() const { return m_takesChanges; } ///< false: the database can only be read
    QList<usecases::Person> people() const { return m_people; }
    qint64 databaseId() const { return m_databaseId; }
    domain::UtcMs openedAt() const { return m_openedAt; }
    QString vaultRoot() const { return m_vaultRoot; }

private:
    struct Backend;
    class Evidence;
    class HeardTime;
    class Reader;
    Backend &backend(storage::Stores &stores);

    storage::DatabaseAddress m_address;
    QString m_vaultRoot;
    media::DecodeService m_decoder{decoderOptions()};
    std::unique_ptr<Evidence> m_evidence;
    std::unique_ptr<HeardTime> m_heardTime;
    std::unique_ptr<Backend> m_backend; ///< made, used and destroyed on the database's thread
    bool m_isDemo = false;
    bool m_takesChanges = true;
    QList<usecases::Person> m_people;
    qint64 m_databaseId = 0;
    domain::UtcMs m_openedAt;
    std::unique_ptr<storage::DbExecutor> m_executor; ///< its thread uses everything above
    std::unique_ptr<Reader> m_reader;                ///< last: it may hand its jobs to the executor
};

} // namespace arb::app
