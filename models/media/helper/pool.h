// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/worker.h"

#include <compare>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace arb::media {

/// The helpers of a DecodeService.
/// 1. A helper that has seen a file of one origin sees none of another.
/// 2. One caller at a time has a helper; a second caller of the same origin gets another, so that a picture never waits behind a
///    film.
/// 3. All helpers are forked by one server, which one thread starts that lives as long as the pool: the system ends the server when
///    that thread is gone, and the helpers with the server.
/// 4. Two helpers that have seen nothing stand by (one, where few may be), so that the first pictures of both parties do not wait for
///    them to put their locks on.
class HelperPool
{
public:
    explicit HelperPool(DecodeService::Options options);
    ~HelperPool();
    HelperPool(const HelperPool &) = delete;
    HelperPool &operator=(const HelperPool &) = delete;

    /// A helper for one caller; goes back to the pool, if it still lives, when the lease ends.
    class Lease
    {
    public:
        Lease() = default;
        Lease(HelperPool &pool, std::unique_ptr<Worker> helper) : m_pool(&pool), m_helper(std::move(helper)) {}
        Lease(Lease &&other) noexcept = default;
        Lease &operator=(Lease &&other) noexcept
        {
            std::swap(m_pool, other.m_pool);
            std::swap(m_helper, other.m_helper);
            return *this;
        }
        ~Lease() { giveBack(); }
        Worker *operator->() const { return m_helper.get(); }
        explicit operator bool() const { return m_helper != nullptr && m_helper->isAlive(); }

    private:
        void giveBack();
        HelperPool *m_pool = nullptr;
        std::unique_ptr<Worker> m_helper;
    };
    Media<Lease> lease(const QString &origin, const QDeadlineTimer &deadline, const Abandoned &abandoned);

    /// One request about one file. A helper that breaks off over it is replaced, but only twice for one file, whatever is asked
    /// of it; then HelperDied, at once, until tryAgain().
    template<typename Read>
    auto ask(const QString &origin, const decode::wire::Request &request, int file, int seconds, const Abandoned &abandoned, const Read &read,
             const Underway &underway = {}) -> decltype(read(HelperAnswer()))
    {
        if (isGivenUp(file))
            return domain::Failure{MediaError::HelperDied};
        const QDeadlineTimer deadline(seconds * 1000);
        for (;;) {
            auto result = askOnce(origin, request, file, deadline, abandoned, read, underway);
            if (result || result.error() != MediaError::HelperDied || !mayRestartOver(file))
                return result;
        }
    }
    /// A helper broke off over @p file: may another one try? Counted over the life of the pool.
    bool mayRestartOver(int file);
    bool isGivenUp(int file) const;
    /// Files that were given up may be asked about again.
    void tryAgain();

    /// Waits until one that has seen nothing stands by; false when none does by the deadline.
    bool awaitStandBy(const QDeadlineTimer &deadline);

    static constexpr int mostRestarts = 2;
    Protection protection();
    const DecodeService::Options &options() const { return m_options; }
    DecodeLimits limits() const;
    void setLimits(const DecodeLimits &limits);
    void close();
    bool isClosed() const;
    /// @p abandoned, or the pool is being closed.
    Abandoned orClosed(const Abandoned &abandoned) const;

private:
    template<typename Read>
    auto askOnce(const QString &origin, const decode::wire::Request &request, int file, const QDeadlineTimer &deadline, const Abandoned &abandoned,
                 const Read &read, const Underway &underway) -> decltype(read(HelperAnswer()))
    {
        Media<Lease> helper = lease(origin, deadline, abandoned);
        if (!helper)
            return domain::Failure{helper.error()};
        Media<HelperAnswer> answer = (*helper)->ask(request, file, deadline, orClosed(abandoned), underway);
        if (!answer)
            return domain::Failure{answer.error()};
        auto result = read(std::move(*answer));
        if (!result)
            (*helper)->end(); // it lied
        return result;
    }

    /// The same bytes, as far as the system can tell without reading them; evidence never changes in its place.
    struct FileKey
    {
        std::uint64_t device = 0, inode = 0;
        std::int64_t size = 0, changedNs = 0;
        auto operator<=>(const FileKey &) const = default;
    };
    static std::optional<FileKey> keyOf(int file);

    void beginKeeping();
    void keep();
    void tryRungs();
    int wantedFresh() const;
    bool mayStart() const;
    std::unique_ptr<Worker> startHelper();
    std::unique_ptr<Worker> takeFor(const QString &origin);
    std::vector<std::unique_ptr<Worker>> takeRetired(qint64 now);
    void giveBack(std::unique_ptr<Worker> helper);

    const DecodeService::Options m_options;
    mutable std::mutex m_mutex; ///< everything below
    std::condition_variable m_wake;    ///< the keeper has something to do
    std::condition_variable m_changed; ///< callers may have what they wait for
    std::vector<std::unique_ptr<Worker>> m_fresh, m_idle;
    int m_leased = 0, m_waiting = 0;
    quint64 m_failures = 0; ///< starts that failed
    bool m_standBy = false; ///< somebody asked since the last failure: keep one ready
    bool m_tried = false, m_closed = false;
    Protection m_protection = Protection::Nothing;
    std::int64_t m_locks = 0; ///< what every helper must have on, as the first one had
    QStringList m_command;
    DecodeLimits m_limits;
    std::map<FileKey, int> m_deaths; ///< of helpers, by the file they broke off over
    std::unique_ptr<ForkServer> m_server; ///< the keeper's own, outside of the lock
    std::thread m_keeper;
};

} // namespace arb::media
