// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/noticespresenter.h>

#include <presentation/formats.h>
#include <presentation/whendone.h>

#include <usecases/noticecodes.h>
#include <usecases/queuecommands.h>

#include <algorithm>
#include <optional>

namespace arb::presentation {

using usecases::Notice;
using usecases::NoticeKind;

namespace {

constexpr int lookMs = 5'000;

using Found = std::optional<QList<Notice>>; ///< nothing: the desk could not say; what is known stands

} // namespace

NoticesPresenter::NoticesPresenter(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_timer.setInterval(lookMs);
    connect(&m_timer, &QTimer::timeout, this, &NoticesPresenter::look);
    connect(&m_session, &Session::actorChanged, this, [this] {
        m_unread.clear();
        m_told.clear();
        m_acknowledged.clear();
        Q_EMIT changed();
        look();
    });
}

void NoticesPresenter::start()
{
    m_timer.start();
    look();
}

void NoticesPresenter::look()
{
    if (!m_session.may(usecases::Permission::ReadCases) || m_session.actor().person.id.isNull())
        return;
    if (m_looking) {
        m_again = true;
        return;
    }
    m_looking = true;
    const usecases::Actor actor = m_session.actor();
    const auto future = m_session.runner().run([actor](const usecases::Desk &desk) {
        const auto notices = usecases::QueueCommands(desk).notices(actor);
        return notices ? Found(*notices) : Found();
    });
    whenDone(this, future, [this, whose = actor.person.id](const Found &found) {
        m_looking = false;
        if (found)
            take(whose, *found);
        if (std::exchange(m_again, false))
            look();
    });
}

void NoticesPresenter::take(domain::PersonId whose, const QList<Notice> &notices)
{
    if (whose != m_session.actor().person.id)
        return;
    QList<Notice> unread, fresh;
    for (const Notice &notice : notices) {
        if (m_acknowledged.contains(notice.id)) // the answer is older than the acknowledgement
            continue;
        unread.append(notice);
        if (!m_told.contains(notice.id))
            fresh.append(notice);
    }
    for (const Notice &notice : std::as_const(fresh))
        m_told.append(notice.id);
    if (unread == m_unread)
        return;
    m_unread = unread;
    Q_EMIT changed();
    if (!fresh.isEmpty())
        Q_EMIT arrived(fresh);
}

QString NoticesPresenter::sentence(const Notice &notice, domain::UtcMs now)
{
    const QString when = shortTimeText(notice.at, now);
    QString text;
    switch (notice.kind) {
    case NoticeKind::TakenOver:
        if (notice.text.isEmpty()) // whoever takes over from a holder says why
            return tr("%1 claimed %2, which you had parked, %3. It is not put aside any more.").arg(notice.by, notice.caseNo, when);
        if (notice.text == QLatin1StringView(usecases::keptAssigned))
            return tr("%1 assigned %2, which was kept for you, to somebody else, %3.").arg(notice.by, notice.caseNo, when);
        if (notice.text == QLatin1StringView(usecases::keptParked))
            return tr("%1 parked %2, which is kept for you, %3.").arg(notice.by, notice.caseNo, when);
        if (notice.text == QLatin1StringView(usecases::keptUndone))
            return tr("%1 took the assignment of %2 to you back, %3. The case is not kept for you any more.").arg(notice.by, notice.caseNo, when);
        text = tr("%1 took over %2, %3. What you wrote went along and is kept with you too.").arg(notice.by, notice.caseNo, when);
        break;
    case NoticeKind::Assigned:
        text = tr("%1 assigned %2 to you, %3.").arg(notice.by, notice.caseNo, when);
        break;
    case NoticeKind::SentBack:
        text = tr("%1 sent your ruling in %2 back, %3. Its text is your draft again.").arg(notice.by, notice.caseNo, when);
        break;
    case NoticeKind::Answered:
        text = notice.by == u"system" ? tr("The time for evidence in %1 is over, %2. The case is in the queue again.").arg(notice.caseNo, when)
                                      : tr("Evidence has come in %1, %2. The case is in the queue again.").arg(notice.caseNo, when);
        break;
    case NoticeKind::Released:
        text = tr("%1 released %2, which you held, %3. What you wrote is kept as a draft.").arg(notice.by, notice.caseNo, when);
        break;
    case NoticeKind::Expired:
        text = tr("Your hold on %1 ended by itself, %2. What you wrote is kept as a draft.").arg(notice.caseNo, when);
        break;
    case NoticeKind::Mentioned:
        text = tr("%1 mentions you in a note on %2, %3.").arg(notice.by, notice.caseNo, when);
        break;
    }
    return notice.text.isEmpty() ? text : tr("%1 Reason: %2").arg(text, visibleText(notice.text));
}

QString NoticesPresenter::summary() const
{
    return m_unread.isEmpty() ? QString() : tr("%n notices", nullptr, static_cast<int>(m_unread.size()));
}

void NoticesPresenter::acknowledge(const QList<domain::NoteId> &ids)
{
    if (ids.isEmpty())
        return;
    m_acknowledged.append(ids);
    m_unread.removeIf([&](const Notice &notice) { return ids.contains(notice.id); });
    Q_EMIT changed();
    const usecases::Actor actor = m_session.actor();
    const auto future = m_session.runner().run([actor, ids](const usecases::Desk &desk) { return usecases::QueueCommands(desk).readNotices(actor, ids).ok(); });
    whenDone(this, future, [this, ids](bool done) {
        if (done)
            return;
        m_acknowledged.removeIf([&](domain::NoteId id) { return ids.contains(id); }); // not stored: they come back
        look();
    });
}

void NoticesPresenter::acknowledgeAll()
{
    QList<domain::NoteId> ids;
    for (const Notice &notice : std::as_const(m_unread))
        ids.append(notice.id);
    acknowledge(ids);
}

} // namespace arb::presentation
