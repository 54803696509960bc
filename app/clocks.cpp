// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks.h"

#include <QtCore/QDateTime>

#include <algorithm>

namespace arb::app {

namespace {

/// The first moment in [@p from, @p until) at which something falls due, or nothing.
usecases::Done<std::optional<domain::UtcMs>> nextDue(const usecases::Desk &desk, domain::UtcMs from, domain::UtcMs until)
{
    for (int batch = 256;; batch *= 4) {
        const auto due = desk.cases.dueWork(until, batch);
        if (!due)
            return domain::Failure{usecases::CommandError(due.error())};
        const auto found = std::ranges::lower_bound(*due, from, {}, &usecases::DueWork::at); // before it lies what is stuck
        if (found != due->cend())
            return std::optional(found->at);
        if (due->size() < batch)
            return std::optional<domain::UtcMs>();
    }
}

} // namespace

DeskTime::DeskTime(usecases::DeskStore &store, storage::Database &database, bool advancing)
    : m_store(store), m_database(database), m_advancing(advancing)
{
    m_elapsed.start();
    if (const auto demo = store.deskClock(); demo && demo->has_value())
        m_demo = **demo;
    // A window that was killed did not store where its clock stood, but every write carries its time.
    if (const auto mark = m_demo ? database.clockHighWater() : usecases::Stored<domain::UtcMs>(domain::UtcMs()); m_demo && mark)
        m_demo = std::max(*m_demo, *mark);
    if (m_demo)
        return;
    if (const auto server = store.serverTime(); server && server->has_value())
        m_server = **server;
    else if (const auto mark = database.clockHighWater())
        m_highWater = *mark;
}

domain::UtcMs DeskTime::now()
{
    if (m_demo)
        return m_advancing ? m_demo->plusMs(m_elapsed.elapsed()) : *m_demo;
    if (m_server)
        return m_server->plusMs(m_elapsed.elapsed());
    // A system clock that was set back must not make deadlines last longer than they are.
    const domain::UtcMs system(QDateTime::currentMSecsSinceEpoch());
    m_highWater = std::max(m_highWater, system);
    return m_highWater;
}

void DeskTime::catchUp()
{
    if (!m_demo || !m_advancing)
        return;
    domain::UtcMs furthest;
    if (const auto clock = m_store.deskClock(); clock && clock->has_value())
        furthest = **clock;
    if (const auto mark = m_database.clockHighWater())
        furthest = std::max(furthest, *mark);
    if (furthest > now()) {
        m_demo = furthest;
        m_elapsed.restart();
    }
}

usecases::Done<usecases::TaskRun> DeskTime::advance(qint64 ms, const usecases::Desk &desk, usecases::ExecutionGateway &gateway)
{
    if (!m_demo)
        return domain::Failure{usecases::CommandError(usecases::StoreError::NotFound)};
    const domain::UtcMs end = now().plusMs(ms);
    usecases::TaskRun whole;
    for (bool arrived = false;;) {
        const auto run = usecases::runTasks(desk, usecases::systemActor(), gateway);
        if (!run)
            return run;
        whole.timeOuts += run->timeOuts;
        whole.delivered += run->delivered;
        whole.confirmed += run->confirmed;
        whole.failed += run->failed;
        whole.stuck = run->stuck;
        if (arrived)
            return whole;
        const auto next = nextDue(desk, now(), end);
        if (!next)
            return domain::Failure{next.error()};
        const domain::UtcMs to = std::max(now(), *next ? std::min((*next)->plusMs(1), end) : end);
        arrived = to >= end;
        if (const auto stored = setTo(to); !stored)
            return domain::Failure{usecases::CommandError(stored.error())};
    }
}

usecases::Stored<void> DeskTime::setTo(domain::UtcMs at)
{
    m_demo = at;
    m_elapsed.restart();
    return m_store.setDeskClock(at);
}

void DeskTime::store()
{
    if (m_demo && m_advancing) {
        catchUp();
        const auto moved = setTo(now());
        Q_UNUSED(moved); // read-only: the demo's clock then starts where it was
    }
}

RandomIds::RandomIds(std::optional<quint64> seed) : m_random(seed ? *seed : quint64(std::random_device{}()) << 32 | std::random_device{}()) {}

qint64 RandomIds::next(domain::UtcMs now)
{
    constexpr int randomBits = 22;
    constexpr qint64 randomMask = (qint64(1) << randomBits) - 1;
    constexpr qint64 msMask = (qint64(1) << 41) - 1;
    const qint64 ms = now.ms() & msMask;
    if (ms == m_lastMs) {
        m_last += 1 + static_cast<qint64>(m_random() % 64);
        return m_last;
    }
    m_lastMs = ms;
    // All bits at random: verbs of a demo run one by one on a clock that stands still.
    m_last = std::max(m_last + 1, (ms << randomBits) | (static_cast<qint64>(m_random()) & randomMask));
    return m_last;
}

} // namespace arb::app
