// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/coveragepresenter.h>

#include <presentation/whendone.h>

#include <usecases/coveragecommands.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QSignalBlocker>

#include <algorithm>
#include <memory>
#include <utility>

namespace arb::presentation {

using usecases::CommandFault;
using usecases::CoverageCommands;

namespace {

CoverageClock realClock(const Session &session)
{
    const auto timer = std::make_shared<QElapsedTimer>();
    timer->start();
    return {[timer] { return timer->elapsed(); }, [&session] { return session.now(); }};
}

/// Nothing: the desk could not say; what is known stands.
using LoadedCoverage = std::optional<domain::CaseCoverage>;

domain::CoverageItem nameOnly(const domain::CoverageItem &item)
{
    domain::CoverageItem name;
    name.exhibit = item.exhibit;
    name.kind = item.kind;
    name.sha256 = item.sha256;
    return name;
}

} // namespace

CoveragePresenter::CoveragePresenter(Session &session, QObject *parent) : CoveragePresenter(session, realClock(session), parent) {}

CoveragePresenter::CoveragePresenter(Session &session, CoverageClock clock, QObject *parent)
    : QObject(parent), m_session(session), m_clock(std::move(clock)), m_actor(session.actor()), m_touched(m_clock.steadyMs()), m_timer(this)
{
    m_timer.setObjectName(QStringLiteral("coverageFlush"));
    m_timer.setInterval(flushMs);
    connect(&m_timer, &QTimer::timeout, this, &CoveragePresenter::flush);
    connect(&m_session, &Session::caseOpened, this, &CoveragePresenter::follow);
    connect(&m_session, &Session::caseClosed, this, &CoveragePresenter::follow);
    connect(&m_session, &Session::actorChanged, this, &CoveragePresenter::followActor);
    connect(&m_session, &Session::connectionChanged, this, [this] {
        if (m_session.offline())
            return;
        flush();
        load(); // it may have been asked for in vain
    });
    follow();
}

CoveragePresenter::~CoveragePresenter()
{
    const QSignalBlocker quiet(this); // whoever listens may be going, too
    flush();
}

void CoveragePresenter::follow()
{
    const usecases::CaseView *view = m_session.view();
    const domain::CaseId id = view ? view->record.header.id : domain::CaseId();
    if (id == m_case) {
        if (view)
            take(domain::nothingOpened(view->record.file)); // something may have been handed in
        return;
    }
    flush();
    m_case = id;
    m_known = view ? domain::nothingOpened(view->record.file) : domain::CaseCoverage();
    if (view && !m_timer.isActive())
        m_timer.start(); // from now on: what could not be written is tried again, whatever is open
    load();
    Q_EMIT changed();
}

void CoveragePresenter::followActor()
{
    settle(); // up to now it was somebody else
    for (Pane &pane : m_panes)
        pane.since.reset();
    m_actor = m_session.actor();
    flush();
    m_known = m_session.view() ? domain::nothingOpened(m_session.view()->record.file) : domain::CaseCoverage();
    begin();
    load();
    Q_EMIT changed();
}

void CoveragePresenter::load()
{
    const int load = ++m_loads;
    for (const Pending &pending : std::as_const(m_pending)) {
        if (pending.caseId == m_case && pending.actor.person.id == m_actor.person.id)
            take(pending.delta);
    }
    if (m_case.isNull() || m_actor.person.id.isNull() || !m_session.may(usecases::Permission::ReadCases))
        return;
    // On the runner, where it is written: what was given before is in the answer.
    const auto future = m_session.runner().run([actor = m_actor, id = m_case](const usecases::Desk &desk) {
        auto found = CoverageCommands(desk).coverage(actor, id);
        return found ? LoadedCoverage(std::move(found).value()) : LoadedCoverage();
    });
    whenDone(this, future, [this, load](const LoadedCoverage &found) {
        if (load == m_loads && found)
            take(*found);
    });
}

void CoveragePresenter::take(const domain::CaseCoverage &coverage)
{
    domain::CaseCoverage both = domain::merged(m_known, coverage);
    if (both == m_known)
        return;
    m_known = std::move(both);
    Q_EMIT changed();
}

// --- what the window tells ---------------------------------------------------------------------------------------------

void CoveragePresenter::turn(int pane, domain::CaseId id, const std::optional<domain::CoverageItem> &what)
{
    settle();
    if (what)
        m_panes.insert(pane, Pane{.caseId = id, .what = nameOnly(*what), .sinceAt = {}});
    else
        m_panes.remove(pane);
}

void CoveragePresenter::moveTo(int pane, domain::CaseId id)
{
    const auto found = m_panes.find(pane);
    if (found == m_panes.end() || found->caseId == id)
        return;
    settle();
    found->caseId = id;
    found->since.reset();
    begin();
}

void CoveragePresenter::setOnShow(int pane, bool onShow)
{
    const auto found = m_panes.find(pane);
    if (found == m_panes.end() || found->onShow == onShow)
        return;
    settle();
    found->onShow = onShow;
    found->since.reset();
    begin();
}

void CoveragePresenter::showPage(int pane, int page, int pages)
{
    const auto found = m_panes.find(pane);
    if (found == m_panes.end() || page < 1)
        return;
    found->page = page;
    found->pages = pages;
    countPlace(*found);
}

void CoveragePresenter::showMessages(int pane, qint64 first, qint64 last, qint64 total)
{
    const auto found = m_panes.find(pane);
    if (found == m_panes.end() || first < 0 || last < first || last >= total)
        return;
    found->messages = domain::CoverageSpan{first, last + 1};
    found->messagesOf = total;
    countPlace(*found);
}

void CoveragePresenter::watch(domain::CaseId id, const domain::CoverageItem &what, qint64 fromUs, qint64 toUs, qint64 durationUs)
{
    if (!m_active || toUs <= fromUs)
        return;
    domain::CoverageItem item = nameOnly(what);
    item.firstAt = m_clock.deskNow();
    item.film = {{fromUs, toUs}};
    item.total = std::max<qint64>(durationUs, 0);
    const domain::CoverageItem *before = id == m_case ? m_known.find(what.exhibit, what.kind) : nullptr;
    const bool isNew = before && domain::united(before->film, item.film) != before->film;
    add(id, item);
    if (isNew)
        touched();
}

void CoveragePresenter::setActive(bool active)
{
    if (active == m_active)
        return;
    settle();
    m_active = active;
    for (Pane &pane : m_panes)
        pane.since.reset();
    if (active)
        m_touched = m_clock.steadyMs();
    begin();
}

void CoveragePresenter::touched()
{
    const qint64 now = m_clock.steadyMs();
    if (!isIdle(now)) {
        m_touched = now;
        return;
    }
    settle(); // what was before the pause
    m_touched = now;
    begin();
}

// --- counting --------------------------------------------------------------------------------------------------------------

/// Counts the time up to now, or to where idleness began; what does not count any more has no `since`.
void CoveragePresenter::settle()
{
    const qint64 now = m_clock.steadyMs();
    const qint64 end = std::min(now, m_touched + idleMs);
    for (Pane &pane : m_panes) {
        if (!pane.since)
            continue;
        const qint64 length = end - *pane.since;
        if (length > 0) {
            domain::CoverageItem item = pane.what;
            item.shown = {{pane.sinceAt.ms(), pane.sinceAt.ms() + length}};
            add(pane.caseId, item);
            pane.sinceAt = pane.sinceAt.plusMs(length);
            pane.since = end;
        }
        if (isIdle(now))
            pane.since.reset();
    }
}

/// From now on what is on show counts.
void CoveragePresenter::begin()
{
    const qint64 now = m_clock.steadyMs();
    if (!m_active || isIdle(now))
        return;
    for (Pane &pane : m_panes) {
        if (!pane.onShow || pane.since)
            continue;
        pane.since = now;
        pane.sinceAt = m_clock.deskNow();
        domain::CoverageItem item = pane.what;
        item.firstAt = pane.sinceAt;
        add(pane.caseId, item);
        countPlace(pane);
    }
}

void CoveragePresenter::countPlace(const Pane &pane)
{
    if (!pane.since || isIdle(m_clock.steadyMs()))
        return;
    domain::CoverageItem item = pane.what;
    if (pane.page > 0) {
        item.pages = {{pane.page, pane.page + 1}};
        item.total = std::max(pane.pages, 0);
    } else if (pane.messages) {
        item.messages = {*pane.messages};
        item.total = pane.messagesOf;
    } else {
        return;
    }
    add(pane.caseId, item);
}

void CoveragePresenter::add(domain::CaseId id, const domain::CoverageItem &item)
{
    if (id.isNull() || m_actor.person.id.isNull())
        return;
    const domain::CaseCoverage delta{{item}};
    keep(m_actor, id, delta);
    if (id == m_case)
        take(delta);
}

void CoveragePresenter::keep(const usecases::Actor &actor, domain::CaseId id, const domain::CaseCoverage &delta)
{
    const auto known = std::ranges::find_if(m_pending, [&](const Pending &pending) { return pending.caseId == id && pending.actor.person.id == actor.person.id; });
    if (known == m_pending.end())
        m_pending.append({actor, id, delta});
    else
        known->delta = domain::merged(known->delta, delta);
}

void CoveragePresenter::flush()
{
    settle();
    if (m_session.offline() || m_session.readOnly())
        return;
    const QList<Pending> all = std::exchange(m_pending, {});
    for (const Pending &pending : all) {
        const auto future = m_session.runner().run([pending](const usecases::Desk &desk) {
            const auto added = CoverageCommands(desk).add(pending.actor, pending.caseId, pending.delta);
            return added ? std::optional<CommandFault>() : std::optional(added.error().fault);
        });
        whenDone(this, future, [this, pending](const std::optional<CommandFault> &fault) {
            // Perhaps it was written and only the answer was lost: the same once more changes nothing.
            if (fault == CommandFault::StoreOffline || fault == CommandFault::StoreBusy)
                keep(pending.actor, pending.caseId, pending.delta);
            if (fault == CommandFault::StoreOffline)
                m_session.heardOffline();
        });
    }
}

} // namespace arb::presentation
