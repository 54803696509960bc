// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/deskcommands.h>

#include "commandstep.h"

#include <domain/canonicaljson.h>
#include <domain/plaintext.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <numeric>
#include <utility>

namespace arb::usecases {

using domain::Failure;

namespace {

Done<void> stored(const Stored<void> &result)
{
    if (!result)
        return Failure{CommandError(result.error())};
    return {};
}

AuditDraft deskAudit(const Desk &desk, const Actor &actor, const char *action, const QJsonObject &payload)
{
    return AuditDraft{desk.clock.now(), actor.name(), QString::fromLatin1(action), payload};
}

/// A wish for a change of desk data, in the words of its audit entry.
struct DeskWish
{
    const Desk &desk;
    const Command &command;
    bool allowed;
    const char *action;
    QJsonObject payload;

    QByteArray digest() const
    {
        return domain::sha256Hex(domain::canonicalJson(QJsonObject{{QStringLiteral("actor"), command.actor.name()},
                                                                   {QStringLiteral("action"), QString::fromLatin1(action)},
                                                                   {QStringLiteral("payload"), payload}}));
    }
    /// True when this very wish was carried out before, OtherContent when its command id was another's. Asked before
    /// anything else is looked at: what the wish itself has changed since is no reason against it.
    Done<bool> isDone() const
    {
        if (!allowed)
            return Failure{CommandError(CommandFault::NotAllowed)};
        if (domain::hasControlInside(payload))
            return Failure{CommandError(CommandFault::ControlCharacters)};
        if (command.id.isEmpty())
            return false;
        if (!isCommandId(command.id))
            return Failure{CommandError(CommandFault::BadValue, QStringLiteral("command id"))};
        const auto known = desk.cases.command(command.id);
        if (!known)
            return Failure{CommandError(known.error())};
        if (!known->has_value())
            return false;
        if ((*known)->digest != digest())
            return Failure{CommandError(CommandFault::OtherContent, command.id)};
        return true;
    }
    Done<void> carryOut(DeskChange what) const
    {
        const auto done = isDone();
        if (!done)
            return Failure{done.error()};
        if (*done)
            return {};
        what.audit = deskAudit(desk, command.actor, action, payload);
        if (!command.id.isEmpty())
            what.command = CommandRecord{command.id, command.actor.name(), digest(), "{}", desk.clock.now()};
        return stored(desk.store.apply(what));
    }
};

Done<void> change(const Desk &desk, const Command &command, Permission permission, const char *action, const QJsonObject &payload,
                  const DeskChange &what)
{
    return DeskWish{desk, command, permitted(command.actor, permission), action, payload}.carryOut(what);
}

/// How many letters must be put in, taken out or changed to make @p to of @p from.
qsizetype distance(const QString &from, const QString &to)
{
    QList<qsizetype> row(to.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < from.size(); ++i) {
        qsizetype corner = std::exchange(row[0], i + 1);
        for (qsizetype j = 0; j < to.size(); ++j) {
            const qsizetype changed = corner + (from.at(i) == to.at(j) ? 0 : 1);
            corner = row.at(j + 1);
            row[j + 1] = std::min({changed, corner + 1, row.at(j) + 1});
        }
    }
    return row.constLast();
}

QString closestOf(QStringList names, const QString &given)
{
    names.sort(); // of two that are as near, always the same
    return *std::ranges::min_element(names, {}, [&](const QString &name) { return distance(given, name); });
}

StoredBook bookRow(const domain::RuleBook &book, const QByteArray &json)
{
    return StoredBook{book.id(), book.version(), domain::sha256Hex(json), book.effectiveFrom(), book.effectiveTo(), json};
}

} // namespace

Done<void> DeskCommands::seed(const Actor &actor, const QList<QByteArray> &books, const QList<QByteArray> &years)
{
    const Command command{actor, {}, {}, {}};
    const auto settings = m_desk.store.settings();
    const auto oldBooks = m_desk.store.books();
    const auto oldYears = m_desk.store.years();
    if (!settings || !oldBooks || !oldYears)
        return Failure{CommandError(CommandFault::StoreBroken)};
    const QHash<QString, QByteArray> defaults = DeskPolicy().toSettings();
    QStringList keys = defaults.keys();
    keys.sort(); // the same order every time: a demo's audit trail is part of its digest
    for (const QString &key : keys) {
        if (settings->contains(key))
            continue;
        DeskChange what;
        what.setting = qMakePair(key, defaults.value(key));
        const QJsonObject payload{{QStringLiteral("key"), key}, {QStringLiteral("value"), QString::fromUtf8(defaults.value(key))}};
        if (const auto done = change(m_desk, command, Permission::ManageSettings, "setting", payload, what); !done)
            return done;
    }
    for (const QByteArray &json : books) {
        const auto book = domain::parseRuleBook(json);
        if (!book)
            return Failure{CommandError(CommandFault::NoRuleBook, QString(book.error().pointer + u' ' + book.error().what))};
        const bool known = std::ranges::any_of(*oldBooks, [&](const StoredBook &row) {
            return row.id == book->id() && row.version == book->version();
        });
        if (known)
            continue;
        DeskChange what;
        what.book = bookRow(*book, json);
        const QJsonObject payload{{QStringLiteral("book"), book->id()},
                                  {QStringLiteral("version"), book->version()},
                                  {QStringLiteral("sha256"), QString::fromLatin1(what.book->sha256)}};
        if (const auto done = change(m_desk, command, Permission::ManagePolicy, "rule_book", payload, what); !done)
            return done;
    }
    for (const QByteArray &json : years) {
        const auto year = domain::parseCalendarYear(json);
        if (!year)
            return Failure{CommandError(CommandFault::BadValue, year.error().text)};
        const bool known = std::ranges::any_of(*oldYears, [&](const StoredYear &row) { return row.year == year->year; });
        if (known)
            continue;
        if (const auto done = addYear(command, json); !done)
            return done;
    }
    return {};
}

Done<Person> DeskCommands::addPerson(const Command &command, const Person &wish)
{
    if (wish.name.trimmed().isEmpty() || wish.name == u"owner" || wish.name == u"system")
        return Failure{CommandError(CommandFault::BadValue, QStringLiteral("name"))};
    const auto people = m_desk.store.people();
    if (!people)
        return Failure{CommandError(people.error())};
    Person person = wish;
    person.name = wish.name.trimmed();
    person.enabled = true;
    const DeskWish add{m_desk, command, permitted(command.actor, Permission::ManagePeople), "person_add",
                       {{QStringLiteral("name"), person.name},
                        {QStringLiteral("role"), domain::toCode(person.role)},
                        {QStringLiteral("approvalLimitFen"), person.approvalLimit.fen()},
                        {QStringLiteral("hearsAppeals"), person.hearsAppeals ? 1 : 0}}};
    const auto done = add.isDone();
    if (!done)
        return Failure{done.error()};
    const auto found = std::ranges::find(*people, person.name, &Person::name);
    if (*done && found != people->cend())
        return *found;
    if (person.approvalLimit < domain::Money())
        return Failure{CommandError(CommandFault::BadValue, person.approvalLimit.toString())};
    if (found != people->cend() && found->enabled) { // who works here is not changed by adding
        CommandError error(CommandFault::PersonExists);
        error.who = person.name;
        return Failure{error};
    }
    person.id = found != people->cend() ? found->id : domain::PersonId(m_desk.ids.next(m_desk.clock.now()));
    DeskChange what;
    what.upsertPerson = person;
    if (const auto added = add.carryOut(what); !added)
        return Failure{added.error()};
    return person;
}

Done<void> DeskCommands::disablePerson(const Command &command, const QString &name)
{
    const auto people = m_desk.store.people();
    if (!people)
        return Failure{CommandError(people.error())};
    const DeskWish disable{m_desk, command, permitted(command.actor, Permission::ManagePeople), "person_disable", {{QStringLiteral("name"), name}}};
    const auto done = disable.isDone();
    if (!done)
        return Failure{done.error()};
    const auto person = std::ranges::find(*people, name, &Person::name);
    if (person == people->cend() || (!person->enabled && !*done))
        return Failure{CommandError(CommandFault::UnknownPerson, name)};
    DeskChange what;
    what.upsertPerson = *person;
    what.upsertPerson->enabled = false;
    if (const auto disabled = disable.carryOut(what); !disabled)
        return disabled;
    return CaseCommands(m_desk).freeClaimsOf(command.actor, *person);
}

Done<void> DeskCommands::setSetting(const Command &command, const QString &key, const QByteArray &json)
{
    const QHash<QString, QByteArray> known = DeskPolicy().toSettings();
    if (!known.contains(key)) {
        CommandError error(CommandFault::NoSuchSetting, key);
        error.closest = closestOf(known.keys(), key);
        return Failure{error};
    }
    if (const std::optional<qint64> most = DeskPolicy::exceededLimit(key, json)) {
        CommandError error(CommandFault::SettingTooLarge, key);
        error.closest = QString::number(*most);
        return Failure{error};
    }
    const DeskPolicy read = DeskPolicy::fromSettings({{key, json}});
    if (read.toSettings().value(key) != json) // a value that does not survive reading is none
        return Failure{CommandError(CommandFault::BadValue, QString::fromUtf8(json))};
    if (key.startsWith(u"clock_") && !domain::ClockSpec::parse(QString::fromUtf8(json.mid(1, json.size() - 2))))
        return Failure{CommandError(CommandFault::BadValue, QString::fromUtf8(json))};
    DeskChange what;
    what.setting = qMakePair(key, json);
    const auto set = change(m_desk, command, Permission::ManageSettings, "setting",
                            {{QStringLiteral("key"), key}, {QStringLiteral("value"), QString::fromUtf8(json)}}, what);
    if (!set || !key.startsWith(u"rank_"))
        return set;
    const auto ranked = applyRankWeights(m_desk);
    return ranked ? Done<void>() : Done<void>(Failure{ranked.error()});
}

Done<void> DeskCommands::addYear(const Command &command, const QByteArray &json)
{
    const auto year = domain::parseCalendarYear(json);
    if (!year)
        return Failure{CommandError(CommandFault::BadValue, year.error().text)};
    DeskChange what;
    what.year = StoredYear{year->year, json};
    return change(m_desk, command, Permission::ManagePolicy, "calendar_year",
                  {{QStringLiteral("year"), year->year}, {QStringLiteral("sha256"), QString::fromLatin1(domain::sha256Hex(json))}}, what);
}

Done<bool> DeskCommands::addConflict(const Command &command, const QString &personName, const QString &platform, const QString &merchantId)
{
    const bool own = command.actor.name() == personName; // anybody may declare their own interest
    const bool allowed = own || permitted(command.actor, Permission::Assign) || permitted(command.actor, Permission::ManagePeople);
    const DeskWish add{m_desk, command, allowed, "conflict_add",
                       {{QStringLiteral("person"), personName}, {QStringLiteral("platform"), platform}, {QStringLiteral("merchant"), merchantId}}};
    const auto done = add.isDone();
    if (!done)
        return Failure{done.error()};
    const auto person = m_desk.person(personName);
    if (!person)
        return Failure{person.error()};
    const auto known = m_desk.cases.conflicts(person->id);
    if (!known)
        return Failure{CommandError(known.error())};
    if (*done) // the same answer as the first time
        return true;
    if (known->contains(QString(platform + u':' + merchantId))) // declared is declared
        return false;
    DeskChange what;
    what.conflict = ConflictOfInterest{person->id, platform, merchantId};
    const auto carried = add.carryOut(what);
    return carried ? Done<bool>(true) : Failure{carried.error()};
}

namespace {

/// What the trail says of each ruling, held against the stored ones. Few and small beside the trail.
class FixedRulings
{
public:
    void note(const domain::AuditEntry &entry)
    {
        if (entry.action != u"rule")
            return;
        const QJsonObject payload = QJsonDocument::fromJson(entry.payload).object();
        const QString digest = payload.value(QLatin1StringView("rulingSha256")).toString();
        const qint64 ruling = payload.value(QLatin1StringView("ruling")).toString().toLongLong();
        m_fixed.insert(ruling, {entry.scope, entry.seq, digest.toLatin1()});
    }

    /// The first ruling that is not what its entry fixed, that no entry made, or that is gone.
    Done<std::optional<domain::AuditFinding>> compare(AuditStore &store)
    {
        std::optional<domain::AuditFinding> finding;
        const auto read = store.rulings([&](qint64 scope, domain::RulingId id, const QByteArray &sha256) {
            const Fixed fixed = m_fixed.take(id.value());
            const bool same = fixed.sha256.isEmpty() || fixed.sha256 == sha256; // entries of old fix nothing
            if (fixed.scope != scope || !same)
                finding = domain::AuditFinding{scope, fixed.scope == scope ? fixed.seq : 0, domain::AuditFault::RulingDiffers};
            return !finding;
        });
        if (!read)
            return Failure{CommandError(read.error())};
        if (!finding && !m_fixed.isEmpty()) {
            const auto gone = std::min_element(m_fixed.cbegin(), m_fixed.cend(), [](const Fixed &a, const Fixed &b) {
                return std::pair(a.scope, a.seq) < std::pair(b.scope, b.seq);
            });
            finding = domain::AuditFinding{gone->scope, gone->seq, domain::AuditFault::RulingDiffers};
        }
        return finding;
    }

private:
    struct Fixed
    {
        qint64 scope = 0, seq = 0;
        QByteArray sha256;
    };
    QHash<qint64, Fixed> m_fixed;
};

} // namespace

Done<AuditReport> verifyAudit(const Desk &desk, const Actor &actor)
{
    if (!permitted(actor, Permission::VerifyAudit))
        return Failure{CommandError(CommandFault::NotAllowed)};
    // Heads are few and small: one per case. Entries stream by in (scope, seq) order and are checked as they pass; both are
    // walked side by side, so that the fault that is named is the first.
    QMap<qint64, domain::AuditHead> heads;
    const auto readHeads = desk.audit.heads([&](qint64 scope, const domain::AuditHead &head) {
        heads.insert(scope, head);
        return true;
    });
    if (!readHeads)
        return Failure{CommandError(readHeads.error())};
    AuditReport report;
    std::optional<domain::AuditVerifier> verifier;
    std::optional<qint64> scope;
    FixedRulings rulings;
    const auto finish = [&] {
        if (!scope || report.firstFault)
            return;
        if (const auto head = heads.constFind(*scope); head != heads.cend())
            report.firstFault = verifier->finish(*head);
        else
            report.firstFault = domain::AuditFinding{*scope, 1, domain::AuditFault::HeadMissing};
        heads.remove(*scope);
    };
    /// A case, or the desk, that has no entry at all: every chain begins with the entry of its admission.
    const auto emptyChainBefore = [&](std::optional<qint64> end) {
        const bool empty = !heads.isEmpty() && (!end || heads.firstKey() < *end);
        if (empty && !report.firstFault)
            report.firstFault = domain::AuditFinding{heads.firstKey(), 1, domain::AuditFault::SequenceBroken};
    };
    const auto readEntries = desk.audit.entries([&](const domain::AuditEntry &entry) {
        if (!scope || *scope != entry.scope) {
            finish();
            emptyChainBefore(entry.scope);
            scope = entry.scope;
            verifier.emplace(entry.scope);
            ++report.scopes;
        }
        ++report.entries;
        rulings.note(entry);
        if (!report.firstFault)
            report.firstFault = verifier->feed(entry);
        return !report.firstFault.has_value();
    });
    if (!readEntries)
        return Failure{CommandError(readEntries.error())};
    finish();
    emptyChainBefore(std::nullopt);
    if (!report.firstFault) {
        const auto compared = rulings.compare(desk.audit);
        if (!compared)
            return Failure{compared.error()};
        report.firstFault = *compared;
    }
    return report;
}

} // namespace arb::usecases
