// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "interruptible.h"

#include "../deskcheck.h"
#include "../doctor.h"
#include "../opentext.h"
#include "../program.h"

#include <presentation/errortext.h>
#include <presentation/formats.h>
#include <presentation/labels.h>

#include <usecases/deskcommands.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>

#include <algorithm>

namespace arb::app {

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// --- db --------------------------------------------------------------------------------------------------------------

/// Brings the search texts that an older program made to this one's form. An exit status when it was stopped or failed.
std::optional<int> renewSearch(Cli &cli, Workspace &space)
{
    constexpr int portion = 1000; // nobody works at the desk meanwhile, or they wait a second
    const Interruptible guard;
    const auto all = space.desk().queue.caseCount();
    for (qint64 done = 0;;) {
        const auto renewal = space.database().renewSearch(portion);
        if (!renewal)
            return cli.fail(usecases::CommandError(renewal.error()));
        done += renewal->cases;
        if (renewal->finished)
            break;
        if (Interruptible::asked())
            return cli.stopped();
        cli.progress(CliWords::tr("search texts: %1 of %2").arg(done).arg(all ? *all : done));
    }
    cli.progress(QString());
    return std::nullopt;
}

/// Makes or updates the schema, then fills in what a desk needs and does not have yet.
int migrate(Cli &cli, bool create)
{
    const QString address = cli.options().databaseOrDefault();
    if (create && address.startsWith(QStringLiteral("sqlite:")) && !QDir().mkpath(QFileInfo(address.mid(7)).absolutePath()))
        return cli.fail(CliWords::tr("The folder of %1 cannot be made.").arg(address));
    storage::OpenOptions open;
    open.create = create;
    open.anySchema = true;
    const auto parsed = storage::parseAddress(address);
    if (!parsed)
        return cli.fail(addressText(parsed.error()), WrongUsage);
    storage::MigrateOutcome outcome = storage::MigrateOutcome::UpToDate;
    {
        auto database = storage::Database::open(*parsed, open);
        if (!database)
            return cli.fail(database.error());
        const auto migrated = (*database)->migrate();
        if (!migrated)
            return cli.fail(migrateText(migrated.error()));
        outcome = *migrated;
    }
    Workspace *space = cli.workspace();
    if (!space)
        return cli.actorStatus();
    const auto actor = cli.actor(true);
    if (!actor)
        return cli.actorStatus();
    const usecases::Desk desk = space->desk();
    if (const auto seeded = usecases::DeskCommands(desk).seed(*actor, shippedBooks(), shippedYears()); !seeded)
        return cli.fail(seeded.error());
    if (const auto status = renewSearch(cli, *space))
        return *status;
    const auto version = space->database().schemaVersion();
    const QString schema = QString::number(version ? *version : 0);
    if (cli.json())
        cli.print(QJsonObject{{QStringLiteral("schema"), schema.toInt()}, {QStringLiteral("created"), outcome == storage::MigrateOutcome::Created}});
    else if (outcome == storage::MigrateOutcome::Created)
        cli.print(CliWords::tr("%1 is a desk now (schema %2). Next: arbiter user add NAME --role reviewer").arg(address, schema));
    else
        cli.print(CliWords::tr("%1 is up to date (schema %2).").arg(address, schema));
    return Done;
}

int check(Cli &cli, Arguments &arguments)
{
    const bool thorough = arguments.takeFlag(QStringLiteral("--thorough"));
    if (!arguments.leftOver().isEmpty())
        return cli.usage(arguments.leftOver());
    Workspace *space = cli.workspace();
    if (!space)
        return cli.actorStatus();
    const Interruptible guard;
    const auto findings = checkDesk(*space, thorough, [&](const QString &text) {
        cli.progress(text);
        return !Interruptible::asked();
    });
    cli.progress(QString());
    if (!findings)
        return cli.fail(findings.error());
    if (Interruptible::asked()) // what was found so far says nothing about the rest
        return cli.stopped();
    if (cli.json())
        cli.print(QJsonObject{{QStringLiteral("ok"), findings->isEmpty()}, {QStringLiteral("findings"), QJsonArray::fromStringList(*findings)}});
    else if (findings->isEmpty())
        cli.print(CliWords::tr("Database, audit chain and evidence are sound."));
    for (const QString &finding : *findings)
        cli.fail(finding);
    return findings->isEmpty() ? Done : Problems;
}

/// The exit status, said already, when whoever acts may not handle the database as a whole.
std::optional<int> mayManage(Cli &cli)
{
    const auto actor = cli.actor(true);
    if (!actor)
        return cli.actorStatus();
    if (!usecases::permitted(*actor, usecases::Permission::ManageDatabase))
        return cli.fail(usecases::CommandError(usecases::CommandFault::NotAllowed));
    return std::nullopt;
}

int db(Cli &cli, Arguments &arguments)
{
    const QString what = arguments.takePosition().value_or(QString());
    if (what == u"check")
        return check(cli, arguments);
    const bool takesFile = what == u"backup" || what == u"restore";
    const bool otherDesk = what == u"restore" && arguments.takeFlag(QStringLiteral("--other-desk"));
    const auto file = takesFile ? arguments.takePosition() : std::nullopt;
    if (!arguments.leftOver().isEmpty() || (takesFile && !file))
        return cli.usage(takesFile && !file ? QStringLiteral("FILE") : arguments.leftOver());
    if (what == u"init" || what == u"migrate")
        return migrate(cli, what == u"init");
    if (what == u"reindex") {
        if (const auto status = mayManage(cli))
            return *status;
        const Interruptible guard; // Ctrl+C waits for the end: the index is made in one step
        if (const auto done = cli.workspace()->database().rebuildSearch(); !done)
            return cli.fail(usecases::CommandError(done.error()));
        if (cli.json())
            cli.print(QJsonObject{{QStringLiteral("reindexed"), true}});
        else
            cli.print(CliWords::tr("The search index was made anew from all cases."));
        return Done;
    }
    if (what == u"backup") {
        if (const auto status = mayManage(cli))
            return *status;
        Workspace *space = cli.workspace();
        const Interruptible guard; // Ctrl+C waits for the end: no half copy of personal data stays behind
        if (const auto done = space->database().backupTo(*file); !done)
            return cli.fail(backupText(done.error(), *file));
        if (cli.json())
            cli.print(QJsonObject{{QStringLiteral("file"), *file}, {QStringLiteral("vault"), space->vaultRoot()}});
        else
            cli.print(CliWords::tr("Saved in %1. The evidence in %2 is saved separately.").arg(*file, space->vaultRoot()));
        return Done;
    }
    if (what == u"restore") {
        const auto parsed = storage::parseAddress(cli.options().databaseOrDefault());
        if (!parsed)
            return cli.fail(addressText(parsed.error()), WrongUsage);
        if (!cli.options().as.isEmpty()) { // a person is known to the desk that stands there
            if (const auto status = mayManage(cli))
                return *status;
            cli.closeWorkspace();
        }
        const auto done = storage::Database::restore(*file, *parsed, otherDesk);
        if (!done)
            return cli.fail(backupText(done.error(), *file));
        if (cli.json()) {
            cli.print(QJsonObject{{QStringLiteral("file"), *file}, {QStringLiteral("before"), done->isEmpty() ? QJsonValue() : QJsonValue(*done)}});
            return Done;
        }
        cli.print(done->isEmpty() ? CliWords::tr("Restored from %1.").arg(*file)
                                  : CliWords::tr("Restored from %1. What stood there before is kept in %2.").arg(*file, *done));
        return Done;
    }
    return cli.usage(what.isEmpty() ? QStringLiteral("db") : what);
}

// --- people ----------------------------------------------------------------------------------------------------------

QJsonObject personJson(const usecases::Person &person)
{
    return {{QStringLiteral("name"), person.name},
            {QStringLiteral("role"), domain::toCode(person.role)},
            {QStringLiteral("enabled"), person.enabled},
            {QStringLiteral("approvalLimitFen"), person.approvalLimit.fen()},
            {QStringLiteral("hearsAppeals"), person.hearsAppeals}};
}

int userAdd(Cli &cli, Arguments &arguments)
{
    usecases::Person person;
    const auto role = arguments.takeOption(QStringLiteral("--role"));
    const auto limit = arguments.takeOption(QStringLiteral("--approval-limit"));
    person.hearsAppeals = arguments.takeFlag(QStringLiteral("--hears-appeals"));
    person.name = arguments.takePosition().value_or(QString());
    if (person.name.isEmpty() || !role || !arguments.leftOver().isEmpty())
        return cli.usage(person.name.isEmpty() ? QStringLiteral("NAME") : !role ? QStringLiteral("--role") : arguments.leftOver());
    const auto known = domain::fromCode<usecases::Role>(*role);
    if (!known)
        return cli.usage(*role);
    person.role = *known;
    if (!cli.workspace())
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    const auto policy = desk.policy();
    if (!policy)
        return cli.fail(policy.error());
    person.approvalLimit = policy->approvalLimit;
    if (limit) {
        bool ok = false;
        person.approvalLimit = domain::Money(limit->toLongLong(&ok));
        if (!ok || person.approvalLimit < domain::Money())
            return cli.usage(*limit);
    }
    const auto actor = cli.actor(true);
    if (!actor)
        return cli.actorStatus();
    const auto added = usecases::DeskCommands(desk).addPerson(cli.command(*actor), person);
    if (!added)
        return cli.fail(added.error());
    cli.json() ? cli.print(personJson(*added)) : cli.print(CliWords::tr("%1 works here now as %2.").arg(added->name, presentation::label(added->role)));
    return Done;
}

int userList(Cli &cli)
{
    const auto people = cli.workspace()->desk().store.people();
    if (!people)
        return cli.fail(usecases::CommandError(people.error()));
    for (const usecases::Person &person : *people) {
        if (cli.json()) {
            cli.print(personJson(person));
            continue;
        }
        cli.print(QStringList{person.name, presentation::label(person.role), presentation::moneyText(person.approvalLimit),
                              person.hearsAppeals ? CliWords::tr("hears appeals") : QString(), person.enabled ? QString() : CliWords::tr("disabled")}
                      .join(QLatin1Char('\t')));
    }
    return Done;
}

int user(Cli &cli, Arguments &arguments)
{
    const QString what = arguments.takePosition().value_or(QString());
    if (what == u"add")
        return userAdd(cli, arguments);
    const auto name = what == u"disable" ? arguments.takePosition() : std::nullopt;
    if ((what != u"list" && what != u"disable") || !arguments.leftOver().isEmpty() || (what == u"disable" && !name))
        return cli.usage(arguments.leftOver().isEmpty() ? what : arguments.leftOver());
    const auto actor = cli.actor(true);
    if (!actor)
        return cli.actorStatus();
    if (what == u"list")
        return userList(cli);
    const usecases::Desk desk = cli.workspace()->desk();
    if (const auto done = usecases::DeskCommands(desk).disablePerson(cli.command(*actor), *name); !done)
        return cli.fail(done.error());
    cli.json() ? cli.print(QJsonObject{{QStringLiteral("name"), *name}, {QStringLiteral("enabled"), false}})
               : cli.print(CliWords::tr("%1 is disabled; what they did stays as it is.").arg(*name));
    return Done;
}

/// Has any case of @p platform the merchant of this very number? Their names say nothing here. True as well when nobody can tell.
bool hasCaseOf(const usecases::Desk &desk, const QString &platform, const QString &merchantId)
{
    constexpr int enough = 200; // those of a merchant who is called like the number come with them
    usecases::QueueQuery query;
    query.view = usecases::QueueView::All;
    query.filter.platforms = {platform};
    query.filter.merchants = {merchantId};
    query.now = desk.clock.now();
    query.limit = enough;
    const auto rows = desk.cases.queue(query);
    return !rows || std::ranges::any_of(*rows, [&](const usecases::CaseHeader &row) { return row.merchantId == merchantId; });
}

int conflict(Cli &cli, Arguments &arguments)
{
    const QString what = arguments.takePosition().value_or(QString());
    const auto name = arguments.takePosition(), merchant = what == u"add" ? arguments.takePosition() : std::nullopt;
    if ((what != u"add" && what != u"list") || !name || (what == u"add" && !merchant) || !arguments.leftOver().isEmpty())
        return cli.usage(QStringLiteral("conflict add NAME PLATFORM:MERCHANT | conflict list NAME"));
    const auto actor = cli.actor(false);
    if (!actor)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    if (what == u"add") {
        const qsizetype colon = merchant->indexOf(u':');
        if (colon <= 0)
            return cli.usage(*merchant);
        const auto added = usecases::DeskCommands(desk).addConflict(cli.command(*actor), *name, merchant->left(colon), merchant->mid(colon + 1));
        if (!added)
            return cli.fail(added.error());
        if (cli.json())
            cli.print(QJsonObject{{QStringLiteral("name"), *name}, {QStringLiteral("merchant"), *merchant}, {QStringLiteral("known"), !*added}});
        else
            cli.print((*added ? CliWords::tr("%1 is never offered cases of %2.") : CliWords::tr("%1 is never offered cases of %2; that was declared before.")).arg(*name, *merchant));
        if (!hasCaseOf(desk, merchant->left(colon), merchant->mid(colon + 1)))
            cli.warn(CliWords::tr("No case here has the merchant %1 so far; see that the number is right.").arg(*merchant));
        return Done;
    }
    const auto person = desk.person(*name);
    if (!person)
        return cli.fail(person.error());
    const auto all = desk.cases.conflicts(person->id);
    if (!all)
        return cli.fail(usecases::CommandError(all.error()));
    for (const QString &line : *all)
        cli.json() ? cli.print(QJsonObject{{QStringLiteral("merchant"), line}}) : cli.print(line);
    return Done;
}

int setting(Cli &cli, Arguments &arguments)
{
    const QString what = arguments.takePosition().value_or(QString());
    const auto key = what == u"set" ? arguments.takePosition() : std::nullopt, value = what == u"set" ? arguments.takePosition() : std::nullopt;
    if ((what != u"list" && what != u"set") || (what == u"set" && (!key || !value)) || !arguments.leftOver().isEmpty())
        return cli.usage(QStringLiteral("setting list | setting set KEY JSON"));
    const auto actor = cli.actor(false);
    if (!actor)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    if (what == u"set") {
        const auto done = usecases::DeskCommands(desk).setSetting(cli.command(*actor), *key, value->toUtf8());
        if (!done)
            return cli.fail(done.error());
        cli.json() ? cli.print(QJsonObject{{QStringLiteral("key"), *key}, {QStringLiteral("value"), *value}})
                   : cli.print(CliWords::tr("%1 is %2 now.").arg(*key, *value));
        return Done;
    }
    const auto rows = desk.store.settings();
    if (!rows)
        return cli.fail(usecases::CommandError(rows.error()));
    QStringList keys = rows->keys();
    const auto settable = usecases::DeskPolicy().toSettings();
    keys.removeIf([&](const QString &name) { return !settable.contains(name); }); // what the program notes for itself
    keys.sort();
    for (const QString &name : keys) {
        const auto most = usecases::DeskPolicy::exceededLimit(name, rows->value(name)); // an older program let more in
        const QByteArray stored = most ? QByteArray::number(*most) : rows->value(name);
        if (!cli.json()) {
            cli.print(name + u'\t' + QString::fromUtf8(stored));
            continue;
        }
        const QJsonValue read = QJsonDocument::fromJson('[' + stored + ']').array().at(0); // a bare scalar is no document
        cli.print(QJsonObject{{QStringLiteral("key"), name}, {QStringLiteral("value"), read}});
    }
    return Done;
}

// --- about the program -----------------------------------------------------------------------------------------------

int schema(Cli &cli, Arguments &arguments)
{
    const QString name = arguments.takePosition().value_or(QString());
    if (!arguments.leftOver().isEmpty())
        return cli.usage(arguments.leftOver());
    QFile file(QStringLiteral(":/schema/%1-1.json").arg(name));
    if (name.isEmpty() || !file.open(QIODevice::ReadOnly))
        return cli.usage(name.isEmpty() ? QStringLiteral("schema case|ruling|examination|policy|calendar") : name);
    cli.raw(file.readAll());
    return Done;
}

int doctor(Cli &cli, Arguments &arguments)
{
    if (!arguments.leftOver().isEmpty())
        return cli.usage(arguments.leftOver());
    const QList<DoctorLine> lines = examine(cli.options());
    bool ill = false;
    QJsonArray array;
    for (const DoctorLine &line : lines) {
        ill = ill || line.state == DoctorLine::State::Missing;
        array.append(QJsonObject{{QStringLiteral("what"), line.key}, {QStringLiteral("state"), doctorStateCode(line.state)}, {QStringLiteral("text"), line.text}});
        if (!cli.json())
            cli.print(QStringLiteral("%1  %2").arg(doctorMark(line.state), line.text));
    }
    if (cli.json())
        cli.print(QJsonObject{{QStringLiteral("ok"), !ill}, {QStringLiteral("checks"), array}});
    return ill ? Problems : Done;
}

int completions(Cli &cli, Arguments &arguments)
{
    const QString what = arguments.takePosition().value_or(QString());
    if ((what != u"bash" && what != u"man") || !arguments.leftOver().isEmpty())
        return cli.usage(QStringLiteral("completions bash|man"));
    cli.raw((what == u"bash" ? completionScript() : manualPage()).toUtf8());
    return Done;
}

int demo(Cli &cli, Arguments &arguments)
{
    return runDemo(cli, arguments);
}

} // namespace

std::span<const Verb> deskVerbs()
{
    static const Verb verbs[] = {
        {"demo", "demo [--seed N] [--cases N] [--dir DIR] [--fresh] [--advance TIME] [--prepare-only]",
         QT_TRANSLATE_NOOP("Help", "a desk on a working day, to try everything; --advance moves its clock (4h, 1d)"), demo},
        {"db", "db init | db migrate | db check [--thorough] | db reindex | db backup FILE | db restore FILE [--other-desk]",
         QT_TRANSLATE_NOOP("Help", "the database: make, update, check, save, restore"), db},
        {"user", "user add NAME --role reviewer|supervisor|auditor|admin [--approval-limit FEN] [--hears-appeals] | user list | user disable NAME",
         QT_TRANSLATE_NOOP("Help", "people"), user},
        {"conflict", "conflict add NAME PLATFORM:MERCHANT | conflict list NAME", QT_TRANSLATE_NOOP("Help", "conflicts of interest: cases that a person is never offered"), conflict},
        {"setting", "setting list | setting set KEY JSON", QT_TRANSLATE_NOOP("Help", "the desk's policy"), setting},
        {"schema", "schema case|ruling|examination|policy|calendar", QT_TRANSLATE_NOOP("Help", "prints a JSON Schema"), schema},
        {"doctor", "doctor", QT_TRANSLATE_NOOP("Help", "what works here, and how to mend what does not"), doctor},
        {"completions", "completions bash|man", QT_TRANSLATE_NOOP("Help", "prints a completion script, or the manual page"), completions},
    };
    return verbs;
}

} // namespace arb::app
