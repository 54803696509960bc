// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/presencepresenter.h>

#include <presentation/labels.h>
#include <presentation/whendone.h>

#include <usecases/queuecommands.h>

#include <optional>

namespace arb::presentation {

namespace {

constexpr int presenceMs = 1'500; ///< who comes is seen within two seconds

using Seen = std::optional<QList<usecases::Presence>>;

} // namespace

PresencePresenter::PresencePresenter(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_touchTimer.setInterval(usecases::QueueCommands::presenceTouchMs);
    m_lookTimer.setInterval(presenceMs);
    connect(&m_touchTimer, &QTimer::timeout, this, &PresencePresenter::touch);
    connect(&m_lookTimer, &QTimer::timeout, this, &PresencePresenter::look);
    connect(&m_session, &Session::caseOpened, this, [this] {
        touch();
        look();
    });
    connect(&m_session, &Session::caseClosed, this, &PresencePresenter::touch);
}

void PresencePresenter::start()
{
    m_touchTimer.start();
    m_lookTimer.start();
    touch();
    look();
}

void PresencePresenter::setActive(bool active)
{
    if (std::exchange(m_active, active) != active)
        touch();
}

void PresencePresenter::setCaseShown(bool shown)
{
    if (std::exchange(m_caseShown, shown) != shown)
        touch();
}

void PresencePresenter::touch()
{
    const bool looks = m_active && m_caseShown && m_session.view();
    if (m_session.actor().person.id.isNull() || (!looks && !m_there))
        return;
    m_there = looks;
    const domain::CaseId id = looks ? m_session.view()->record.header.id : domain::CaseId();
    const usecases::Actor actor = m_session.actor();
    m_session.runner().post([actor, id](const usecases::Desk &desk) {
        const auto seen = usecases::QueueCommands(desk).lookAt(actor, id);
        Q_UNUSED(seen); // nobody is told that they were not seen; the next touch comes soon
    });
}

void PresencePresenter::look()
{
    if (m_looking || !m_active || !m_session.may(usecases::Permission::ReadCases))
        return;
    m_looking = true;
    const usecases::Actor actor = m_session.actor();
    const auto future = m_session.runner().run([actor](const usecases::Desk &desk) {
        const auto seen = usecases::QueueCommands(desk).others(actor);
        return seen ? Seen(*seen) : Seen();
    });
    whenDone(this, future, [this](const Seen &seen) {
        m_looking = false;
        if (!seen)
            return;
        QHash<domain::CaseId, QStringList> lookers;
        for (const usecases::Presence &row : *seen)
            lookers[row.caseId].append(row.name);
        if (lookers == m_lookers)
            return;
        m_lookers = lookers;
        Q_EMIT changed();
    });
}

QString PresencePresenter::sentence() const
{
    const QStringList names = m_session.view() ? lookersAt(m_session.view()->record.header.id) : QStringList();
    if (names.isEmpty())
        return {};
    return tr("%1 also look at this case now.", nullptr, static_cast<int>(names.size())).arg(names.join(languageIsChinese() ? QStringLiteral("、") : QStringLiteral(", ")));
}

} // namespace arb::presentation
