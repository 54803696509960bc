// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/deskcommands.h>

#include <storage/database.h>

#include <QtCore/QElapsedTimer>

#include <random>

namespace arb::app {

/// The desk's time: the demo's stored clock where there is one (frozen, or advancing with elapsed time for the window),
/// the server's on PostgreSQL, else the system's, never before the highest time that any write carried.
class DeskTime final : public usecases::Clock
{
public:
    DeskTime(usecases::DeskStore &store, storage::Database &database, bool advancing);
    domain::UtcMs now() override;
    /// Demo, advancing: another window or program may have moved the clock on. Reads where it stands by now; never goes back.
    void catchUp();
    bool isDemo() const { return m_demo.has_value(); }
    /// Demo: moves the clock by @p ms and stores it. What falls due on the way is carried out on @p desk, whose clock this
    /// is, in the millisecond after its moment: it carries the time that it has and not the journey's end.
    usecases::Done<usecases::TaskRun> advance(qint64 ms, const usecases::Desk &desk, usecases::ExecutionGateway &gateway);
    /// Demo, advancing: stores where the clock stands; one that others have moved further stays there.
    void store();

private:
    usecases::Stored<void> setTo(domain::UtcMs at);

    usecases::DeskStore &m_store;
    storage::Database &m_database;
    std::optional<domain::UtcMs> m_demo, m_server;
    domain::UtcMs m_highWater;
    bool m_advancing;
    QElapsedTimer m_elapsed;
};

/// A clock that stands where it is put: for seeding.
class FixedTime final : public usecases::Clock
{
public:
    domain::UtcMs at;
    domain::UtcMs now() override { return at; }
};

/// 41 bits of ms and 22 random bits; rising within a millisecond, so that a frozen clock still makes different ids.
class RandomIds final : public usecases::IdSource
{
public:
    explicit RandomIds(std::optional<quint64> seed = std::nullopt);
    qint64 next(domain::UtcMs now) override;

private:
    std::mt19937_64 m_random;
    qint64 m_last = 0;
    qint64 m_lastMs = -1;
};

} // namespace arb::app
