// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/session.h>

#include <domain/coverage.h>

#include <QtCore/QHash>
#include <QtCore/QTimer>

#include <functional>
#include <optional>

namespace arb::presentation {

/// What the presenter measures by; a test's own, or the machine's and the desk's.
struct CoverageClock
{
    std::function<qint64()> steadyMs;           ///< never steps; the desk's clock may
    std::function<domain::UtcMs()> deskNow;
};

/// What the actor has on show of the open case, told by the window and kept by the desk; it stands in nobody's way.
///  1. Time counts while the evidence is really on show, the window is active and somebody was at it within the last minute.
///     A film that shows what it has not shown before is being watched, so it is no idleness; a loop is.
///  2. Pages, messages and films count as they come on show under the same conditions, films only with an active window.
///  3. Written every five seconds and at flush(); what could not be written is kept and put together with what comes.
class CoveragePresenter : public QObject
{
    Q_OBJECT

public:
    explicit CoveragePresenter(Session &session, QObject *parent = nullptr);
    CoveragePresenter(Session &session, CoverageClock clock, QObject *parent = nullptr);
    ~CoveragePresenter() override; ///< flush()es

    static constexpr qint64 idleMs = 60'000;
    static constexpr int flushMs = 5'000;

    /// Of the open case and the actor: every item, also what was never opened. Empty without a case.
    const domain::CaseCoverage &coverage() const { return m_known; }

    /// Another evidence stands in @p pane (any number that tells panes apart), not on show yet: its exhibit, kind and digest
    /// count. Nothing: the pane is empty.
    void turn(int pane, domain::CaseId id, const std::optional<domain::CoverageItem> &what);
    void moveTo(int pane, domain::CaseId id); ///< what stands there stays, and is another case's now
    void setOnShow(int pane, bool onShow);
    void showPage(int pane, int page, int pages);                              ///< from 1; pages 0: not known
    void showMessages(int pane, qint64 first, qint64 last, qint64 total);      ///< positions from 0, both in view
    /// A stretch of @p what that was on show while it played; of the case that is named: it may have been left just now.
    void watch(domain::CaseId id, const domain::CoverageItem &what, qint64 fromUs, qint64 toUs, qint64 durationUs);
    /// The program's windows have the keyboard, or another program's.
    void setActive(bool active);
    /// A key, the mouse, a finger.
    void touched();
    void flush();

Q_SIGNALS:
    void changed(); ///< coverage() is new

private:
    struct Pane
    {
        domain::CaseId caseId;
        domain::CoverageItem what; ///< only what tells it apart
        bool onShow = false;
        std::optional<qint64> since{}; ///< steady time up to which it is counted; none: it does not count now
        domain::UtcMs sinceAt;         ///< the same by the desk's clock
        int page = 0, pages = 0;
        std::optional<domain::CoverageSpan> messages{};
        qint64 messagesOf = 0;
    };
    struct Pending
    {
        usecases::Actor actor;
        domain::CaseId caseId;
        domain::CaseCoverage delta;
    };

    void follow();
    void followActor();
    void load();
    void settle();
    void begin();
    void countPlace(const Pane &pane);
    bool isIdle(qint64 now) const { return now - m_touched >= idleMs; }
    void add(domain::CaseId id, const domain::CoverageItem &item);
    void keep(const usecases::Actor &actor, domain::CaseId id, const domain::CaseCoverage &delta);
    void take(const domain::CaseCoverage &coverage); ///< into what is known

    Session &m_session;
    CoverageClock m_clock;
    usecases::Actor m_actor;
    domain::CaseId m_case;
    domain::CaseCoverage m_known;
    QHash<int, Pane> m_panes;
    QList<Pending> m_pending;
    qint64 m_touched = 0;
    bool m_active = false;
    int m_loads = 0; ///< the answer of an older load counts no more
    QTimer m_timer;
};

} // namespace arb::presentation
