// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/queuecommands.h>

#include <usecases/queuefilter.h>

#include <domain/plaintext.h>

#include <algorithm>

namespace arb::usecases {

using domain::Failure;

namespace {

constexpr qsizetype longestName = 60;

template<typename T>
Done<T> answered(Stored<T> result)
{
    if (!result)
        return Failure{CommandError(result.error())};
    return std::move(result).value();
}

template<>
Done<void> answered(Stored<void> result)
{
    if (!result)
        return Failure{CommandError(result.error())};
    return {};
}

} // namespace

Done<void> QueueCommands::needPerson(const Actor &actor) const
{
    if (actor.person.id.isNull())
        return Failure{CommandError(CommandFault::PersonNeeded)};
    if (!permitted(actor, Permission::ReadCases))
        return Failure{CommandError(CommandFault::NotAllowed)};
    return {};
}

Done<void> QueueCommands::lookAt(const Actor &actor, domain::CaseId id)
{
    if (const auto person = needPerson(actor); !person)
        return person;
    return answered(m_desk.queue.touch(actor.person.id, id, m_desk.clock.now()));
}

Done<QList<Presence>> QueueCommands::others(const Actor &actor)
{
    if (!permitted(actor, Permission::ReadCases))
        return Failure{CommandError(CommandFault::NotAllowed)};
    auto seen = m_desk.queue.presence(m_desk.clock.now().plusMs(-presenceMs));
    if (!seen)
        return Failure{CommandError(seen.error())};
    seen->removeIf([&](const Presence &row) { return row.person == actor.person.id; });
    return std::move(seen).value();
}

Done<QList<Notice>> QueueCommands::notices(const Actor &actor)
{
    if (const auto person = needPerson(actor); !person)
        return Failure{person.error()};
    return answered(m_desk.queue.notices(actor.person.id));
}

Done<void> QueueCommands::readNotices(const Actor &actor, const QList<domain::NoteId> &ids)
{
    if (const auto person = needPerson(actor); !person)
        return person;
    return answered(m_desk.queue.readNotices(actor.person.id, ids));
}

Done<QList<SavedView>> QueueCommands::views(const Actor &actor)
{
    if (const auto person = needPerson(actor); !person)
        return Failure{person.error()};
    return answered(m_desk.queue.savedViews(actor.person.id));
}

Done<void> QueueCommands::saveView(const Actor &actor, SavedView view)
{
    if (const auto person = needPerson(actor); !person)
        return person;
    view.person = actor.person.id;
    view.name = view.name.trimmed();
    if (view.name.isEmpty() || view.name.size() > longestName)
        return Failure{CommandError(CommandFault::ViewNameUnfit)};
    if (domain::hasControl(view.name) || domain::hasControl(view.filter))
        return Failure{CommandError(CommandFault::ControlCharacters)};
    if (const auto filter = parseQueueFilter(view.filter); !filter)
        return Failure{CommandError(CommandFault::BadValue, filter.error().token)};
    return answered(m_desk.queue.saveView(view));
}

Done<void> QueueCommands::removeView(const Actor &actor, const QString &name)
{
    const auto all = views(actor);
    if (!all)
        return Failure{all.error()};
    if (std::ranges::find(*all, name, &SavedView::name) == all->cend())
        return Failure{CommandError(CommandFault::NoSuchView, name)};
    return answered(m_desk.queue.removeView(actor.person.id, name));
}

} // namespace arb::usecases
