// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/database.h>

#include <usecases/examinationstore.h>
#include <usecases/queuestore.h>

#include <QtCore/QFuture>
#include <QtCore/QPromise>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>

namespace arb::storage {

/// What a job works with: the ports, and the database they stand on.
struct Stores
{
    usecases::CaseStore &cases;
    usecases::IntakeStore &intake;
    usecases::TaskStore &tasks;
    usecases::ReportStore &reports;
    usecases::AuditStore &audit;
    usecases::DeskStore &desk;
    usecases::QueueStore &queue;
    usecases::ExaminationStore &examination;
    Database &database;
};

/// One thread with one connection and a queue of jobs, done in the order they came. The window hands its reading and
/// writing to it and never waits. Jobs must not touch objects of other threads.
class DbExecutor
{
public:
    DbExecutor(const DatabaseAddress &address, const OpenOptions &options = {});
    /// Takes no more jobs, finishes those that came, closes the connection.
    ~DbExecutor();
    DbExecutor(const DbExecutor &) = delete;
    DbExecutor &operator=(const DbExecutor &) = delete;

    /// How opening went; the first thing to ask.
    QFuture<domain::Result<void, OpenError>> opened() const { return m_opened; }

    /// Queues @p job; its future finishes without a result when the database could not be opened or the executor closes.
    template<typename Job>
    auto run(Job job) -> QFuture<std::invoke_result_t<Job, Stores &>>
    {
        using Answer = std::invoke_result_t<Job, Stores &>;
        auto promise = std::make_shared<QPromise<Answer>>();
        QFuture<Answer> future = promise->future();
        promise->start();
        post([promise, job = std::move(job)](Stores *stores) mutable {
            if (stores && !promise->isCanceled()) {
                if constexpr (std::is_void_v<Answer>)
                    job(*stores);
                else
                    promise->addResult(job(*stores));
            }
            promise->finish();
        });
        return future;
    }

private:
    using Work = std::function<void(Stores *)>;
    void post(Work work);
    void loop(const DatabaseAddress &address, const OpenOptions &options, QPromise<domain::Result<void, OpenError>> promise);
    void serve(Stores *stores);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Work> m_queue;
    bool m_closing = false;
    QFuture<domain::Result<void, OpenError>> m_opened;
    std::thread m_thread;
};

} // namespace arb::storage
