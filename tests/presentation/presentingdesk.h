// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/session.h>

#include <smalldesk.h>

#include <QtTest/QSignalSpy>

/// A session over a desk in memory: every job runs in place, answers come with the event loop.
namespace arb::tests {

struct MemoryJournal final : presentation::DraftJournal
{
    QList<usecases::Draft> written;
    QHash<domain::CaseId, usecases::Draft> kept;
    QList<domain::PersonId> removedOf;
    void write(const usecases::Draft &draft) override
    {
        written.append(draft);
        kept.insert(draft.caseId, draft);
    }
    std::optional<usecases::Draft> read(domain::CaseId id, domain::PersonId author, int round) override
    {
        const auto found = kept.constFind(id);
        return found != kept.cend() && found->author == author && found->round == round ? std::optional(*found) : std::nullopt;
    }
    void remove(domain::CaseId id, domain::PersonId author, int) override
    {
        removedOf.append(author);
        kept.remove(id);
    }
};

/// Keeps jobs until it is told to run them: a database that takes its time.
class SlowRunner final : public presentation::DeskRunner
{
public:
    explicit SlowRunner(const usecases::Desk &desk) : m_desk(desk) {}
    void post(std::function<void(const usecases::Desk &)> job) override { m_jobs.append(std::move(job)); }
    void runAll()
    {
        const auto jobs = std::exchange(m_jobs, {});
        for (const auto &job : jobs)
            job(m_desk);
    }
    qsizetype waiting() const { return m_jobs.size(); }

private:
    const usecases::Desk &m_desk;
    QList<std::function<void(const usecases::Desk &)>> m_jobs;
};

struct PresentingDesk
{
    SmallDesk desk;
    presentation::InlineRunner runner{desk.desk};
    MemoryJournal journal;
    presentation::Session session{runner, journal};

    PresentingDesk() { session.setActor(desk.actor(desk.lin)); }
    /// Opens the case and waits until it is there.
    bool open(domain::CaseId id)
    {
        QSignalSpy opened(&session, &presentation::Session::caseOpened);
        session.open(id);
        return opened.wait(1000);
    }
};

} // namespace arb::tests
