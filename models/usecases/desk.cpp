// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/desk.h>

#include "commandstep.h"

#include <domain/rank.h>

#include <algorithm>

namespace arb::usecases {

using domain::Failure;

Done<DeskPolicy> Desk::policy() const
{
    const auto rows = store.settings();
    if (!rows)
        return Failure{CommandError(rows.error())};
    return DeskPolicy::fromSettings(*rows);
}

Done<DeskPolicy> Desk::recentPolicy() const
{
    const auto rows = store.recentSettings();
    if (!rows)
        return Failure{CommandError(rows.error())};
    return DeskPolicy::fromSettings(*rows);
}

Done<domain::BusinessCalendar> Desk::calendar() const
{
    const auto rows = store.years();
    if (!rows)
        return Failure{CommandError(rows.error())};
    QList<domain::CalendarYear> years;
    for (const StoredYear &row : *rows) {
        auto year = domain::parseCalendarYear(row.json);
        if (!year)
            return Failure{CommandError(CommandFault::CalendarMissing, QString::number(row.year))};
        years.append(*year);
    }
    return domain::BusinessCalendar(years);
}

namespace {

Done<domain::RuleBook> parsed(const StoredBook &row)
{
    auto book = domain::parseRuleBook(row.json);
    if (!book)
        return Failure{CommandError(CommandFault::NoRuleBook, QString(row.id + u'@' + row.version + u' ' + book.error().pointer))};
    return std::move(book).value();
}

} // namespace

Done<domain::RuleBook> Desk::bookFor(const QString &platform, domain::UtcMs date) const
{
    const auto rows = store.books();
    if (!rows)
        return Failure{CommandError(rows.error())};
    const QString day = date.toPlatform().date().toString(Qt::ISODate);
    const StoredBook *best = nullptr;
    bool bestOwn = false;
    std::optional<domain::RuleBook> chosen;
    for (const StoredBook &row : *rows) {
        if (row.effectiveFrom > day || (!row.effectiveTo.isEmpty() && row.effectiveTo < day))
            continue;
        auto book = parsed(row);
        if (!book)
            return book;
        const bool own = book->platform() == platform;
        if (!own && book->platform() != u"*")
            continue;
        // The platform's own book before the one for all; of several the one that came into force last.
        if (!best || (own && !bestOwn) || (own == bestOwn && row.effectiveFrom > best->effectiveFrom)) {
            best = &row;
            bestOwn = own;
            chosen = *book;
        }
    }
    if (!chosen)
        return Failure{CommandError(CommandFault::NoRuleBook, QString(platform + u' ' + day))};
    return *chosen;
}

Done<domain::RuleBook> Desk::bookByVersion(const QString &id, const QString &version) const
{
    const auto rows = store.books();
    if (!rows)
        return Failure{CommandError(rows.error())};
    for (const StoredBook &row : *rows) {
        if (row.id == id && row.version == version)
            return parsed(row);
    }
    return Failure{CommandError(CommandFault::NoRuleBook, QString(id + u'@' + version))};
}

Done<Person> Desk::person(const QString &name) const
{
    const auto people = store.people();
    if (!people)
        return Failure{CommandError(people.error())};
    const auto found = std::ranges::find(*people, name, &Person::name);
    if (found == people->cend() || !found->enabled)
        return Failure{CommandError(CommandFault::UnknownPerson, name)};
    return *found;
}

Done<domain::CaseId> Desk::caseByRef(const QString &ref) const
{
    const qsizetype colon = ref.indexOf(u':');
    const QString platform = colon < 0 ? QString() : ref.left(colon);
    const auto found = cases.find(platform, ref.mid(colon + 1));
    if (!found)
        return Failure{CommandError(found.error())};
    if (found->isEmpty())
        return Failure{CommandError(CommandFault::NotFound, ref)};
    if (found->size() > 1)
        return Failure{CommandError(CommandFault::Ambiguous, ref)};
    return found->constFirst();
}

Deadline deadline(const QString &spec, domain::UtcMs start, const domain::BusinessCalendar &calendar)
{
    const auto clock = domain::ClockSpec::parse(spec);
    Q_ASSERT(clock);
    const auto due = calendar.due(start, clock.value_or(domain::ClockSpec{.kind = domain::ClockSpec::Kind::Hours, .count = 48,
                                                                          .roll = false, .opens = {}, .closes = {}}));
    if (due)
        return {due->at, {}};
    return {std::nullopt, QStringLiteral("calendar %1 missing").arg(due.error().year)};
}

domain::RankWeights rankWeightsOf(const DeskPolicy &policy)
{
    return {.msPerHundredYuan = policy.rankMsPerHundredYuan, .amountCapMs = policy.rankAmountCapMs, .riskMs = policy.rankRiskMs};
}

qint64 rankOf(const CaseHeader &header, const DeskPolicy &policy)
{
    return domain::rank(rankPartsOf(header), rankWeightsOf(policy));
}

} // namespace arb::usecases
