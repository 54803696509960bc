// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/reports.h>

#include <algorithm>

namespace arb::usecases {

using domain::Failure;

Done<Table> runReport(const Desk &desk, const Actor &actor, const QString &code, const ReportQuery &query)
{
    if (!permitted(actor, Permission::ReadReports))
        return Failure{CommandError(CommandFault::NotAllowed)};
    const auto &all = reportCatalog();
    const auto found = std::ranges::find_if(all, [&](const Report &report) { return code == QLatin1StringView(report.code); });
    if (found == all.cend())
        return Failure{CommandError(CommandFault::NotFound, code)};
    for (auto it = query.filters.cbegin(); it != query.filters.cend(); ++it) {
        const bool known = std::ranges::any_of(found->filterKeys, [&](const char *key) { return it.key() == QLatin1StringView(key); });
        if (!known)
            return Failure{CommandError(CommandFault::BadValue, it.key())};
    }
    if (query.from && query.to && *query.to < *query.from)
        return Failure{CommandError(CommandFault::BadValue, QStringLiteral("from"))};
    ReportQuery asked = query;
    if (!asked.from && !asked.to) {
        asked.to = desk.clock.now().toPlatform().date();
        asked.from = asked.to->addDays(-found->usualDays);
    }
    return found->run(desk, asked);
}

} // namespace arb::usecases
