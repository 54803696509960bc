// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "caseshow.h"
#include "letterverb.h"

#include "../gateways.h"
#include "../reportfile.h"

#include <intake/schemacheck.h>
#include <intake/strictjson.h>

#include <presentation/errortext.h>
#include <presentation/formats.h>
#include <presentation/labels.h>

#include <usecases/deskcommands.h>
#include <usecases/filewords.h>
#include <usecases/reports.h>

#include <domain/casejson.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

namespace arb::app {

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// The ruling in a file, read as strictly as a bundle and held to the schema that others are given.
domain::Result<domain::Ruling, QString> readRuling(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return domain::Failure{CliWords::tr("%1 cannot be read: %2.").arg(path, file.errorString())};
    const QByteArray bytes = file.readAll();
    const auto object = intake::parseStrictObject(bytes);
    if (!object) {
        if (intake::parseStrictArray(bytes))
            return domain::Failure{CliWords::tr("%1 holds a list; a ruling is one object. Nothing was written.").arg(path)};
        const intake::IntakeError error{object.error().code, path, object.error().place()};
        return domain::Failure{CliWords::tr("%1 Nothing was written.").arg(intake::describe(error))};
    }
    const auto unfit = [&path](const intake::SchemaError &error) {
        return domain::Failure{CliWords::tr("%1: %2. Nothing was written.").arg(path, intake::describe(error))};
    };
    if (const auto fits = intake::checkSchema(*object, QStringLiteral("ruling")); !fits)
        return unfit(fits.error());
    const auto ruling = domain::rulingFromJson(*object);
    if (!ruling)
        return unfit({ruling.error().pointer, ruling.error().expected});
    return *ruling;
}

int rule(Cli &cli, Arguments &arguments)
{
    const auto path = arguments.takeOption(QStringLiteral("--file"));
    if (!path)
        return cli.usage(QStringLiteral("--file"));
    const auto ruling = readRuling(*path);
    if (!ruling)
        return cli.fail(ruling.error());
    const auto named = namedCase(cli, arguments);
    if (!named)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    usecases::Command command = cli.command(named->actor);
    if (command.id.isEmpty())
        command.id = ruling->commandId;
    return cli.finish(usecases::CaseCommands(desk).rule(command, named->id, *ruling));
}

int recall(Cli &cli, Arguments &arguments)
{
    const QString reason = arguments.takeOption(QStringLiteral("--reason")).value_or(QString());
    return onCase(cli, arguments, [&](auto &commands, const auto &command, auto id) { return commands.recall(command, id, reason); });
}

int appeal(Cli &cli, Arguments &arguments)
{
    const auto by = arguments.takeOption(QStringLiteral("--by"));
    const auto party = by ? domain::fromCode<domain::Party>(*by) : std::nullopt;
    if (!party)
        return cli.usage(by.value_or(QStringLiteral("--by")));
    QString text = arguments.takeOption(QStringLiteral("--text")).value_or(QString());
    if (const auto path = arguments.takeOption(QStringLiteral("--file"))) {
        QFile file(*path);
        if (!file.open(QIODevice::ReadOnly))
            return cli.fail(CliWords::tr("%1 cannot be read: %2.").arg(*path, file.errorString()));
        text = QString::fromUtf8(file.read(64 * 1024));
    }
    return onCase(cli, arguments, [&](auto &commands, const auto &command, auto id) { return commands.appeal(command, id, *party, text); });
}

// --- reports -------------------------------------------------------------------------------------------------------

int reportList(Cli &cli)
{
    for (const usecases::Report &report : usecases::reportCatalog()) {
        QStringList keys;
        for (const char *key : report.filterKeys)
            keys.append(QString::fromLatin1(key));
        if (cli.json()) {
            cli.print(QJsonObject{{QStringLiteral("name"), QString::fromLatin1(report.code)}, {QStringLiteral("filters"), QJsonArray::fromStringList(keys)}});
        } else {
            cli.print(QStringLiteral("%1\t%2\t%3").arg(QString::fromLatin1(report.code), QCoreApplication::translate("Report", report.label), keys.join(u' ')));
        }
    }
    return Done;
}

bool takeDay(Arguments &arguments, const QString &name, std::optional<QDate> *day, QString *bad)
{
    const auto text = arguments.takeOption(name);
    if (!text)
        return true;
    const QDate date = QDate::fromString(*text, Qt::ISODate);
    if (!date.isValid()) {
        *bad = *text;
        return false;
    }
    *day = date;
    return true;
}

int report(Cli &cli, Arguments &arguments)
{
    const auto name = arguments.takePosition();
    if (!name)
        return cli.usage(QStringLiteral("report NAME"));
    if (*name == u"list")
        return arguments.leftOver().isEmpty() ? reportList(cli) : cli.usage(arguments.leftOver());
    const bool known = std::ranges::any_of(usecases::reportCatalog(), [&](const usecases::Report &entry) { return *name == QLatin1StringView(entry.code); });
    if (!known)
        return cli.usage(*name);
    usecases::ReportQuery query;
    QString bad;
    if (!takeDay(arguments, QStringLiteral("--from"), &query.from, &bad) || !takeDay(arguments, QStringLiteral("--to"), &query.to, &bad))
        return cli.usage(bad);
    for (const QString &pair : arguments.takeOptions(QStringLiteral("--filter"))) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals <= 0)
            return cli.usage(pair);
        query.filters.insert(pair.left(equals), pair.mid(equals + 1));
    }
    const QString format = arguments.takeOption(QStringLiteral("--format")).value_or(cli.json() ? QStringLiteral("json") : QStringLiteral("csv"));
    const auto out = arguments.takeOption(QStringLiteral("--out"));
    const bool bom = arguments.takeFlag(QStringLiteral("--bom"));
    const auto actor = cli.actor(arguments, true);
    if (!actor)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    const auto table = usecases::runReport(desk, *actor, *name, query);
    if (!table)
        return table.error().fault == usecases::CommandFault::BadValue ? cli.usage(table.error().text) : cli.fail(table.error());
    const auto written = writeTable(*table, format, out.value_or(QString()), bom);
    if (!written)
        return written.error().startsWith(u'-') ? cli.fail(written.error().mid(2), WrongUsage) : cli.fail(written.error());
    if (!out)
        cli.raw(*written);
    return Done;
}

// --- tasks ---------------------------------------------------------------------------------------------------------

int taskList(Cli &cli, Arguments &arguments)
{
    usecases::TaskFilter filter;
    if (const auto text = arguments.takeOption(QStringLiteral("--state"))) {
        filter.state = domain::fromCode<usecases::TaskState>(*text);
        if (!filter.state)
            return cli.usage(*text);
    }
    const auto ref = arguments.takePosition();
    const auto actor = cli.actor(arguments, true);
    if (!actor)
        return cli.actorStatus();
    if (ref) {
        filter.caseId = cli.caseOf(ref);
        if (!filter.caseId)
            return cli.actorStatus();
    }
    const usecases::Desk desk = cli.workspace()->desk();
    const auto tasks = usecases::listTasks(desk, *actor, filter);
    if (!tasks)
        return cli.fail(tasks.error());
    for (const usecases::ExecutionTask &task : *tasks) {
        if (cli.json()) {
            cli.print(taskJson(task));
            continue;
        }
        cli.print(QStringList{task.id.toString(), task.caseNo, presentation::label(task.spec), presentation::label(task.spec.actor),
                              presentation::moneyText(task.spec.sum), presentation::label(task.state),
                              task.dueAt ? presentation::dateTimeText(*task.dueAt) : QString(), task.lastError}
                      .join(QLatin1Char('\t')));
    }
    return Done;
}

int taskRun(Cli &cli, Arguments &arguments)
{
    const auto actor = cli.actor(arguments, false);
    if (!actor)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    const auto gateway = gatewayFor(*cli.workspace());
    const auto run = usecases::runTasks(desk, *actor, *gateway);
    if (!run)
        return cli.fail(run.error());
    if (const auto indexed = usecases::indexFileWords(desk); !indexed)
        return cli.fail(indexed.error());
    if (cli.json()) {
        cli.print(QJsonObject{{QStringLiteral("timeOuts"), run->timeOuts}, {QStringLiteral("delivered"), run->delivered},
                              {QStringLiteral("confirmed"), run->confirmed}, {QStringLiteral("failed"), run->failed},
                              {QStringLiteral("stuck"), run->stuck.size()}});
    } else {
        cli.print(CliWords::tr("%1, %2, %3 confirmed, %4 not taken.")
                      .arg(CliWords::tr("%n time-out(s) carried out", nullptr, run->timeOuts),
                           CliWords::tr("%n task(s) handed over", nullptr, run->delivered))
                      .arg(run->confirmed).arg(run->failed));
    }
    for (const usecases::TaskRun::Stuck &stuck : run->stuck)
        cli.fail(CliWords::tr("%1: what its deadline brings could not be carried out. %2").arg(stuck.caseNo, presentation::errorText(stuck.error)));
    return run->failed > 0 || !run->stuck.isEmpty() ? Failed : Done;
}

int taskAnswer(Cli &cli, Arguments &arguments, bool done)
{
    const auto number = arguments.takePosition();
    const QString detail = arguments.takeOption(done ? QStringLiteral("--detail") : QStringLiteral("--reason")).value_or(QString());
    if (!number || !arguments.leftOver().isEmpty())
        return cli.usage(number ? arguments.leftOver() : QStringLiteral("ID"));
    bool isNumber = false;
    const domain::TaskId id(number->toLongLong(&isNumber));
    if (!isNumber)
        return cli.usage(*number);
    const auto actor = cli.actor(false);
    if (!actor)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    usecases::CaseCommands commands(desk);
    return cli.finish(done ? commands.taskDone(cli.command(*actor), id, detail) : commands.taskFailed(cli.command(*actor), id, detail));
}

int tasks(Cli &cli, Arguments &arguments)
{
    const QString what = arguments.takePosition().value_or(QString());
    if (what == u"list")
        return taskList(cli, arguments);
    if (what == u"run")
        return taskRun(cli, arguments);
    if (what == u"done" || what == u"fail")
        return taskAnswer(cli, arguments, what == u"done");
    return cli.usage(what.isEmpty() ? QStringLiteral("tasks") : what);
}

} // namespace

std::span<const Verb> rulingVerbs()
{
    using usecases::CaseCommands;
    static const Verb verbs[] = {
        {"rule", "rule CASE --file ruling.json", QT_TRANSLATE_NOOP("Help", "sign a ruling, through the checks of the window"), rule},
        {"approve", "approve CASE", QT_TRANSLATE_NOOP("Help", "put a ruling that waits for approval into effect"), given<&CaseCommands::approve>},
        {"return", "return CASE --reason TEXT", QT_TRANSLATE_NOOP("Help", "send a drafted ruling back to its author"), reasoned<&CaseCommands::sendBack>},
        {"recall", "recall CASE [--reason TEXT]", QT_TRANSLATE_NOOP("Help", "take a ruling back before execution starts"), recall},
        {"appeal", "appeal CASE --by buyer|merchant [--text TEXT | --file FILE]", QT_TRANSLATE_NOOP("Help", "a party appeals; a new round by somebody else"), appeal},
        {"reverse", "reverse CASE --reason TEXT", QT_TRANSLATE_NOOP("Help", "open a new round of the desk's own accord"), reasoned<&CaseCommands::reverse>},
        {"letter", "letter CASE --party buyer|merchant [--out FILE.pdf] [--force]",
         QT_TRANSLATE_NOOP("Help", "a PDF that tells one side how its case was decided, with nothing of the other side's data"), letterVerb},
        {"report", "report NAME|list [--from DAY] [--to DAY] [--filter KEY=VALUE]... [--format csv|xlsx|pdf|json] [--bom] [--out FILE]",
         QT_TRANSLATE_NOOP("Help", "a supervisor's report; whole days in platform time, both included"), report},
        {"tasks", "tasks list [CASE] [--state STATE] | tasks run | tasks done ID [--detail TEXT] | tasks fail ID [--reason TEXT]",
         QT_TRANSLATE_NOOP("Help", "time-outs and what must be carried out because of rulings"), tasks},
    };
    return verbs;
}

} // namespace arb::app
