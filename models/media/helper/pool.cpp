// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/pool.h"

#include <QtCore/QFileInfo>
#include <QtCore/QLoggingCategory>

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>

#include <sys/stat.h>

namespace arb::media {

namespace wire = decode::wire;
using domain::Failure;

namespace {

Q_LOGGING_CATEGORY(mediaLog, "arbiter.media")

constexpr std::chrono::milliseconds lookUp{50};
constexpr int helpersOfACase = 4; ///< a picture and a film of each party

qint64 nowMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// What a helper that was started on @p rung and has @p locks on is worth.
Protection rungOf(Protection rung, std::int64_t locks)
{
    if ((locks & wire::filterLock) == 0)
        return Protection::Process;
    if (rung == Protection::Namespaces)
        return rung;
    return (locks & wire::landlockLock) == 0 ? Protection::Filter : Protection::Landlock;
}

DecodeLimits capped(DecodeLimits limits)
{
    namespace most = decode::limits;
    limits.maxPixels = std::clamp<qint64>(limits.maxPixels, 1, most::maxPixels);
    limits.maxBytes = std::clamp<qint64>(limits.maxBytes, 1, static_cast<qint64>(most::maxPictureBytes));
    limits.pictureSeconds = std::clamp(limits.pictureSeconds, 1, static_cast<int>(most::pictureRequest.count()));
    limits.filmSeconds = std::clamp(limits.filmSeconds, 1, static_cast<int>(most::videoRequest.count()));
    limits.maxFrames = most::maxFrames;
    return limits;
}

} // namespace

void HelperPool::Lease::giveBack()
{
    if (m_helper)
        m_pool->giveBack(std::move(m_helper));
}

HelperPool::HelperPool(DecodeService::Options options)
    : m_options(std::move(options)), m_limits(capped(m_options.limits))
{
}

HelperPool::~HelperPool()
{
    close();
    if (m_keeper.joinable())
        m_keeper.join();
}

DecodeLimits HelperPool::limits() const
{
    const std::lock_guard guard(m_mutex);
    return m_limits;
}

void HelperPool::setLimits(const DecodeLimits &limits)
{
    const std::lock_guard guard(m_mutex);
    m_limits = capped(limits);
}

std::optional<HelperPool::FileKey> HelperPool::keyOf(int file)
{
    struct stat status = {};
    if (::fstat(file, &status) != 0)
        return std::nullopt;
    return FileKey{static_cast<std::uint64_t>(status.st_dev), static_cast<std::uint64_t>(status.st_ino), static_cast<std::int64_t>(status.st_size),
                   std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
}

bool HelperPool::mayRestartOver(int file)
{
    const std::optional<FileKey> key = keyOf(file);
    const std::lock_guard guard(m_mutex);
    return key && ++m_deaths[*key] <= mostRestarts;
}

bool HelperPool::isGivenUp(int file) const
{
    const std::optional<FileKey> key = keyOf(file);
    const std::lock_guard guard(m_mutex);
    const auto found = key ? m_deaths.find(*key) : m_deaths.end();
    return found != m_deaths.end() && found->second > mostRestarts;
}

void HelperPool::tryAgain()
{
    const std::lock_guard guard(m_mutex);
    m_deaths.clear();
}

void HelperPool::close()
{
    const std::lock_guard guard(m_mutex);
    m_closed = true;
    m_wake.notify_all();
    m_changed.notify_all();
}

bool HelperPool::isClosed() const
{
    const std::lock_guard guard(m_mutex);
    return m_closed;
}

Abandoned HelperPool::orClosed(const Abandoned &abandoned) const
{
    return [this, abandoned] { return isClosed() || (abandoned && abandoned()); };
}

/// Under the lock.
void HelperPool::beginKeeping()
{
    m_standBy = true;
    if (!m_keeper.joinable() && !m_closed)
        m_keeper = std::thread([this] { keep(); });
    m_wake.notify_all();
}

Protection HelperPool::protection()
{
    std::unique_lock lock(m_mutex);
    beginKeeping();
    m_changed.wait(lock, [this] { return m_tried || m_closed; });
    return m_protection;
}

bool HelperPool::awaitStandBy(const QDeadlineTimer &deadline)
{
    std::unique_lock lock(m_mutex);
    beginKeeping();
    while (m_fresh.empty() && m_standBy && !m_closed && !deadline.hasExpired() && !(m_tried && m_protection == Protection::Nothing))
        m_changed.wait_for(lock, lookUp);
    return !m_fresh.empty();
}

Media<HelperPool::Lease> HelperPool::lease(const QString &origin, const QDeadlineTimer &deadline, const Abandoned &abandoned)
{
    std::unique_lock lock(m_mutex);
    const quint64 failuresBefore = m_failures;
    ++m_waiting;
    beginKeeping();
    Media<Lease> answer = Failure{MediaError::Abandoned};
    while (!m_closed) {
        if (std::unique_ptr<Worker> helper = takeFor(origin)) {
            ++m_leased;
            answer = Lease(*this, std::move(helper));
            break;
        }
        if (m_tried && m_protection == Protection::Nothing) {
            answer = Failure{MediaError::NoHelper};
            break;
        }
        if (m_failures != failuresBefore || deadline.hasExpired()) {
            answer = Failure{deadline.hasExpired() ? MediaError::TimedOut : MediaError::HelperDied};
            break;
        }
        m_changed.wait_for(lock, lookUp);
        lock.unlock();
        const bool leaves = abandoned && abandoned();
        lock.lock();
        if (leaves)
            break;
    }
    --m_waiting;
    m_wake.notify_all(); // the one that stood by may be gone
    return answer;
}

/// Under the lock. One of the same origin first, then one that has seen nothing.
std::unique_ptr<Worker> HelperPool::takeFor(const QString &origin)
{
    // One that ended before it saw the file must not count against the file.
    const auto hasEnded = [](const std::unique_ptr<Worker> &helper) { return helper->hasEnded(); };
    if (std::erase_if(m_idle, hasEnded) + std::erase_if(m_fresh, hasEnded) > 0)
        m_wake.notify_all();
    std::unique_ptr<Worker> taken;
    const auto same = std::ranges::find_if(m_idle, [&](const std::unique_ptr<Worker> &helper) { return helper->origin == origin; });
    if (same != m_idle.end()) {
        taken = std::move(*same);
        m_idle.erase(same);
    } else if (!m_fresh.empty()) {
        taken = std::move(m_fresh.back());
        m_fresh.pop_back();
        taken->origin = origin;
    }
    return taken;
}

void HelperPool::giveBack(std::unique_ptr<Worker> helper)
{
    std::unique_lock lock(m_mutex);
    --m_leased;
    helper->idleSince = nowMs();
    if (helper->isAlive() && !m_closed)
        m_idle.push_back(std::move(helper));
    m_wake.notify_all();
    m_changed.notify_all();
    lock.unlock(); // one that is not kept ends here, without holding up the others
}

/// Under the lock: how many helpers that have seen nothing there should be.
int HelperPool::wantedFresh() const
{
    const int parties = m_options.mostHelpers >= helpersOfACase ? 2 : 1;
    return std::max(m_waiting, m_standBy ? parties : 0);
}

/// Under the lock: is there room for one more helper, and need?
bool HelperPool::mayStart() const
{
    const int there = m_leased + static_cast<int>(m_idle.size()) + static_cast<int>(m_fresh.size());
    return static_cast<int>(m_fresh.size()) < wantedFresh() && there < m_options.mostHelpers;
}

/// Under the lock. Those that were idle too long, and the oldest of them where there is no room for one that somebody waits for; for
/// one to stand by only while many are idle.
std::vector<std::unique_ptr<Worker>> HelperPool::takeRetired(qint64 now)
{
    std::vector<std::unique_ptr<Worker>> retired;
    const auto isOld = [&](const std::unique_ptr<Worker> &helper) { return now - helper->idleSince >= m_options.idleMs; };
    const auto old = std::stable_partition(m_idle.begin(), m_idle.end(), [&](const auto &helper) { return !isOld(helper); });
    std::move(old, m_idle.end(), std::back_inserter(retired));
    m_idle.erase(old, m_idle.end());
    const int there = m_leased + static_cast<int>(m_idle.size()) + static_cast<int>(m_fresh.size());
    const int needed = static_cast<int>(m_idle.size()) >= helpersOfACase ? wantedFresh() : m_waiting;
    if (needed > static_cast<int>(m_fresh.size()) && there >= m_options.mostHelpers && !m_idle.empty()) {
        const auto oldest = std::ranges::min_element(m_idle, {}, [](const auto &helper) { return helper->idleSince; });
        retired.push_back(std::move(*oldest));
        m_idle.erase(oldest);
    }
    return retired;
}

/// On the keeper's thread, not under the lock. A server that is gone is replaced, once.
std::unique_ptr<Worker> HelperPool::startHelper()
{
    const Abandoned closed = [this] { return isClosed(); };
    std::unique_ptr<Worker> helper = m_server ? Worker::start(*m_server, closed) : nullptr;
    if (helper || (m_server && m_server->isAlive()))
        return helper;
    m_server = ForkServer::start(m_command, closed); // only this thread writes the command
    return m_server ? Worker::start(*m_server, closed) : nullptr;
}

void HelperPool::tryRungs()
{
    std::unique_ptr<Worker> first;
    QStringList command;
    constexpr std::array rungs{Protection::Namespaces, Protection::Landlock, Protection::Filter, Protection::Process};
    Protection reached = Protection::Nothing;
    for (const Protection rung : rungs) {
        const bool possible = rung != Protection::Namespaces || QFileInfo(QStringLiteral("/usr/bin/bwrap")).isExecutable();
        if (first || isClosed() || m_options.program.isEmpty() || rung > m_options.most || !possible)
            continue;
        command = helperCommand(m_options.program, QStringLiteral("--serve"), m_options.extraArguments, rung, false);
        m_server = ForkServer::start(command, [this] { return isClosed(); });
        if (m_server)
            first = Worker::start(*m_server, [this] { return isClosed(); });
        if (first)
            reached = rungOf(rung, first->locks());
    }
    if (reached == Protection::Process)
        qCWarning(mediaLog).noquote() << "reduced protection:" << QFileInfo(m_options.program).fileName()
                                      << "runs without a filter for system calls; `arbiter doctor` says what would help";
    const std::lock_guard guard(m_mutex);
    m_protection = reached;
    m_tried = true;
    if (first) {
        m_command = command;
        m_locks = first->locks();
        m_fresh.push_back(std::move(first));
    }
    m_changed.notify_all();
}

void HelperPool::keep()
{
    tryRungs();
    std::unique_lock lock(m_mutex);
    while (!m_closed) {
        if (std::vector<std::unique_ptr<Worker>> retired = takeRetired(nowMs()); !retired.empty()) {
            lock.unlock();
            retired.clear(); // waits for their end
            lock.lock();
            continue;
        }
        if (m_protection != Protection::Nothing && mayStart()) {
            lock.unlock();
            std::unique_ptr<Worker> started = startHelper();
            lock.lock();
            if (started && (started->locks() & m_locks) == m_locks) {
                m_fresh.push_back(std::move(started));
            } else { // a lock that did hold and does not now is a failure too
                ++m_failures;
                m_standBy = false;
            }
            m_changed.notify_all();
            continue;
        }
        if (m_idle.empty())
            m_wake.wait(lock);
        else
            m_wake.wait_for(lock, std::chrono::milliseconds(std::clamp(m_options.idleMs, 50, 1000)));
    }
    std::vector<std::unique_ptr<Worker>> all = std::move(m_fresh);
    std::ranges::move(m_idle, std::back_inserter(all));
    m_fresh.clear();
    m_idle.clear();
    m_changed.notify_all();
    lock.unlock();
    all.clear();
    m_server.reset();
}

} // namespace arb::media
