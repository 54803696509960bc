// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/dbexecutor.h>

#include <storage/sqlstores.h>

namespace arb::storage {

DbExecutor::DbExecutor(const DatabaseAddress &address, const OpenOptions &options)
{
    QPromise<domain::Result<void, OpenError>> promise;
    m_opened = promise.future();
    promise.start();
    m_thread = std::thread([this, address, options, opening = std::move(promise)]() mutable { loop(address, options, std::move(opening)); });
}

DbExecutor::~DbExecutor()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void DbExecutor::post(Work work)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_closing) {
            m_queue.push_back(std::move(work));
            work = nullptr;
        }
    }
    if (work)
        work(nullptr); // too late: the future ends without a result
    m_wake.notify_one();
}

void DbExecutor::serve(Stores *stores)
{
    for (;;) {
        Work work;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_closing || !m_queue.empty(); });
            if (m_queue.empty())
                return;
            work = std::move(m_queue.front());
            m_queue.pop_front();
        }
        work(stores);
    }
}

void DbExecutor::loop(const DatabaseAddress &address, const OpenOptions &options, QPromise<domain::Result<void, OpenError>> promise)
{
    auto database = Database::open(address, options);
    if (!database) {
        promise.addResult(domain::Result<void, OpenError>(domain::Failure{database.error()}));
        promise.finish();
        serve(nullptr);
        return;
    }
    SqlStores sql(**database);
    Stores stores{sql.cases, sql.intake, sql.tasks, sql.reports, sql.audit, sql.desk, sql.queue, sql.examination, **database};
    promise.addResult(domain::Result<void, OpenError>());
    promise.finish();
    serve(&stores);
}

} // namespace arb::storage
