// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/session.h>

#include "smalldesk.h"

#include <QtTest/QSignalSpy>

#include <functional>
#include <utility>

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

/// Does jobs at once, or keeps them until they are let go: the moment between a key and its answer.
class HeldRunner final : public presentation::DeskRunner
{
public:
    explicit HeldRunner(const usecases::Desk &desk) : m_desk(desk) {}
    void post(std::function<void(const usecases::Desk &)> job) override
    {
        if (m_held)
            m_jobs.append(std::move(job));
        else
            job(m_desk);
    }
    void hold() { m_held = true; }
    void letGo()
    {
        m_held = false;
        const auto jobs = std::exchange(m_jobs, {});
        for (const auto &job : jobs)
            job(m_desk);
    }

private:
    const usecases::Desk &m_desk;
    QList<std::function<void(const usecases::Desk &)>> m_jobs;
    bool m_held = false;
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
    /// Admits D-1, changed by @p change, claims it for lin and opens it.
    domain::CaseId hold(const std::function<void(domain::CaseFile &)> &change = {})
    {
        const domain::CaseId id = desk.admit(QStringLiteral("D-1"), change);
        desk.claim(desk.lin, id);
        if (!open(id))
            qFatal("the case does not open");
        return id;
    }
};

/// The buyer's first exhibit as a citation.
inline domain::Citation photoCitation()
{
    domain::Citation citation;
    citation.exhibit = QStringLiteral("b1");
    return citation;
}

} // namespace arb::tests
