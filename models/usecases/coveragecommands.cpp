// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/coveragecommands.h>

#include <algorithm>

namespace arb::usecases {

using domain::Failure;

namespace {

Done<void> needLooker(const Actor &actor)
{
    if (actor.person.id.isNull())
        return Failure{CommandError(CommandFault::PersonNeeded)};
    if (!permitted(actor, Permission::ReadCases))
        return Failure{CommandError(CommandFault::NotAllowed)};
    return {};
}

} // namespace

Done<domain::CaseCoverage> CoverageCommands::coverage(const Actor &actor, domain::CaseId id) const
{
    if (const auto looker = needLooker(actor); !looker)
        return Failure{looker.error()};
    auto found = m_desk.examination.coverage(id, actor.person.id);
    if (!found)
        return Failure{CommandError(found.error())};
    return std::move(found).value();
}

Done<void> CoverageCommands::add(const Actor &actor, domain::CaseId id, const domain::CaseCoverage &delta)
{
    if (const auto looker = needLooker(actor); !looker)
        return looker;
    if (const auto readable = domain::caseCoverageFromJson(domain::toJson(delta)); !readable)
        return Failure{CommandError(CommandFault::BadValue, readable.error())};
    if (delta.isEmpty())
        return {};
    const auto record = m_desk.cases.record(id);
    if (!record)
        return Failure{CommandError(record.error())};
    const domain::CaseCoverage known = domain::nothingOpened(record->file);
    for (const domain::CoverageItem &item : delta.items) {
        const auto isThis = [&item](const domain::CoverageItem &other) { return domain::placeOf(other) == domain::placeOf(item) && other.kind == item.kind; };
        if (!std::ranges::any_of(known.items, isThis))
            return Failure{CommandError(CommandFault::BadValue, item.exhibit.isEmpty() ? domain::toCode(item.kind) : item.exhibit)};
    }
    const auto added = m_desk.examination.addCoverage(id, actor.person.id, delta, m_desk.clock.now());
    return added ? Done<void>() : Failure{CommandError(added.error())};
}

} // namespace arb::usecases
