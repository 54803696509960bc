// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/queuestore.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include <presentation/runner.h>

namespace arb::tests {

/// Any number of made-up cases that cost nothing to store: the queue without a database, for measuring what it adds.
class MadeUpCases final : public usecases::QueueStore
{
public:
    template<typename T>
    using Stored = usecases::Stored<T>;

    explicit MadeUpCases(qint64 cases) : m_cases(cases) {}
    /// The last @p cases written by somebody: they are held now, or no longer.
    void write(qint64 cases);

    Stored<usecases::ChangeCursor> entries(usecases::ChangeCursor since, const std::function<bool(const usecases::QueueEntry &)> &entry) override;
    Stored<qint64> caseCount() override { return m_cases; }
    Stored<QList<usecases::CaseHeader>> rows(std::span<const domain::CaseId> ids) override;
    Stored<QList<domain::CaseId>> search(const QList<usecases::SearchPhrase> &phrases, int limit) override; ///< every second case
    Stored<void> byText(usecases::QueueSort text, const std::function<bool(domain::CaseId, bool tie)> &row) override;
    Stored<QList<domain::CaseId>> ofBuyers(const QStringList &) override { return QList<domain::CaseId>(); }
    Stored<void> touch(domain::PersonId, domain::CaseId, domain::UtcMs) override { return {}; }
    Stored<QList<usecases::Presence>> presence(domain::UtcMs) override { return QList<usecases::Presence>(); }
    Stored<QList<usecases::Notice>> notices(domain::PersonId) override { return QList<usecases::Notice>(); }
    Stored<void> readNotices(domain::PersonId, const QList<domain::NoteId> &) override { return {}; }
    Stored<QList<usecases::SavedView>> savedViews(domain::PersonId) override { return QList<usecases::SavedView>(); }
    Stored<void> saveView(const usecases::SavedView &) override { return {}; }
    Stored<void> removeView(domain::PersonId, const QString &) override { return {}; }
    Stored<void> skips(domain::UtcMs, domain::UtcMs, const std::function<bool(const SkipFact &)> &) override { return {}; }

private:
    usecases::CaseHeader header(qint64 number) const;

    qint64 m_cases;
    qint64 m_round = 0, m_written = 0;
};

/// A thread that does its jobs one by one, as the window's database threads do.
class ThreadRunner final : public presentation::DeskRunner
{
public:
    explicit ThreadRunner(const usecases::Desk &desk) : m_thread([this, &desk] { loop(desk); }) {}
    ~ThreadRunner() override;
    void post(std::function<void(const usecases::Desk &)> job) override;

private:
    void loop(const usecases::Desk &desk);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void(const usecases::Desk &)>> m_jobs;
    bool m_closing = false;
    std::thread m_thread; ///< last: it uses everything above
};

} // namespace arb::tests
