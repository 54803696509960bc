// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "interruptible.h"

#include "../deskcheck.h"
#include "../importing.h"
#include "../sealedexport.h"

#include <intake/bagwriter.h>
#include <intake/importrun.h>

#include <usecases/deskcommands.h>
#include <usecases/filewords.h>

#include <presentation/errortext.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFileInfo>

#include <algorithm>
namespace arb::app {

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QJsonObject resultJson(const intake::ImportResult &result)
{
    QJsonObject object{{QStringLiteral("input"), result.input},
                       {QStringLiteral("state"), domain::toCode(result.state)},
                       {QStringLiteral("platform"), result.platform},
                       {QStringLiteral("caseNo"), result.caseNo}};
    if (result.error) {
        object.insert(QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), domain::toCode(result.error->code)},
                                                           {QStringLiteral("entry"), result.error->entry},
                                                           {QStringLiteral("detail"), result.error->detail}});
    }
    if (!result.notes.isEmpty() || !result.emptyTexts.isEmpty()) {
        QJsonArray notes;
        for (const intake::ImportNote &note : result.notes)
            notes.append(QJsonObject{{QStringLiteral("code"), QStringLiteral("exhibit_unknown")}, {QStringLiteral("message"), note.message}, {QStringLiteral("exhibit"), note.exhibit}});
        for (const intake::EmptyText &mark : result.emptyTexts)
            notes.append(QJsonObject{{QStringLiteral("code"), QStringLiteral("text_mark_empty")}, {QStringLiteral("exhibit"), mark.exhibit}, {QStringLiteral("place"), mark.place}});
        object.insert(QStringLiteral("notes"), notes);
    }
    if (result.state == intake::ImportState::Conflict) {
        object.insert(QStringLiteral("ours"), QString::fromLatin1(result.ours));
        object.insert(QStringLiteral("theirs"), QString::fromLatin1(result.theirs));
    }
    return object;
}

int import(Cli &cli, Arguments &arguments)
{
    const QStringList paths = arguments.takeRest();
    if (paths.isEmpty() || !arguments.leftOver().isEmpty())
        return cli.usage(paths.isEmpty() ? QStringLiteral("PATH") : arguments.leftOver());
    const auto actor = cli.actor(true);
    if (!actor)
        return cli.actorStatus();
    const auto vault = cli.workspace()->vault().real();
    if (!vault)
        return cli.fail(presentation::vaultText(vault.error()));
    bool allIn = true;
    QElapsedTimer timer;
    timer.start();
    intake::ImportOptions options;
    options.onResult = [&](const intake::ImportResult &result) {
        allIn = allIn && (result.state == intake::ImportState::Imported || result.state == intake::ImportState::AlreadyPresent);
        cli.json() ? cli.print(resultJson(result)) : cli.print(intake::describe(result));
    };
    options.onProgress = [&](const intake::ImportProgress &progress) {
        const double seconds = qMax(0.001, static_cast<double>(timer.elapsed()) / 1000);
        cli.progress(CliWords::tr("%1 of %2, %3 a second, %4 MB").arg(progress.inputs).arg(progress.of)
                         .arg(static_cast<double>(progress.inputs) / seconds, 0, 'f', 0).arg(progress.bytes / (1024 * 1024)));
    };
    const Interruptible guard;
    options.stop = &Interruptible::asked();
    const auto results = importInto(cli.workspace()->desk(), **vault, *actor, paths, std::move(options));
    cli.progress(QString());
    if (!results)
        return cli.fail(results.error());
    // What cannot be taken in now, the next window or `tasks run` does: the cases are in.
    if (const auto indexed = usecases::indexFileWords(cli.workspace()->desk(), [] { return Interruptible::asked().load(); }); !indexed)
        cli.fail(indexed.error());
    if (!cli.json() && results->size() > 1) {
        const auto count = [&](intake::ImportState state) { return std::ranges::count(*results, state, &intake::ImportResult::state); };
        cli.print(CliWords::tr("%1 imported, %2 already present, %3 in conflict, %4 refused.")
                      .arg(count(intake::ImportState::Imported)).arg(count(intake::ImportState::AlreadyPresent))
                      .arg(count(intake::ImportState::Conflict)).arg(count(intake::ImportState::Refused)));
    }
    return allIn && !results->isEmpty() ? Done : Failed;
}

int exportCase(Cli &cli, Arguments &arguments)
{
    const auto out = arguments.takeOption(QStringLiteral("--out"));
    const bool force = arguments.takeFlag(QStringLiteral("--force"));
    const DeskNotes deskNotes = arguments.takeFlag(QStringLiteral("--with-desk-notes")) ? DeskNotes::GoAlong : DeskNotes::StayHere;
    if (!out)
        return cli.usage(QStringLiteral("--out"));
    const auto named = namedCase(cli, arguments);
    if (!named)
        return cli.actorStatus();
    const QFileInfo there(*out); // a link that leads nowhere stands there too
    if (!force && (there.exists() || there.isSymLink())) // before anything is noted in the audit trail
        return cli.fail(CliWords::tr("%1 exists already; nothing was overwritten. Choose another name, or add --force to replace it.").arg(*out));
    const Interruptible guard;
    const auto written = exportSealed(*cli.workspace(), cli.command(named->actor), named->id, *out, deskNotes, &Interruptible::asked());
    if (!written)
        return Interruptible::asked() ? cli.stopped() : cli.fail(written.error());
    if (cli.json()) {
        cli.print(QJsonObject{{QStringLiteral("file"), *out}, {QStringLiteral("sha256"), QString::fromLatin1(written->sha256)},
                              {QStringLiteral("notesWithheld"), written->notesWithheld}});
        return Done;
    }
    cli.print(CliWords::tr("Sealed in %1 (SHA-256 %2). It holds personal data unmasked.").arg(*out, QString::fromLatin1(written->sha256)));
    if (written->notesWithheld > 0)
        cli.print(CliWords::tr("%n note(s) for the desk only stayed here; --with-desk-notes takes them along.", nullptr, static_cast<int>(written->notesWithheld)));
    return Done;
}

int verifyDesk(Cli &cli)
{
    const auto actor = cli.actor(true);
    if (!actor)
        return cli.actorStatus();
    const auto report = usecases::verifyAudit(cli.workspace()->desk(), *actor);
    if (!report)
        return cli.fail(report.error());
    const bool ok = !report->firstFault.has_value();
    if (cli.json()) {
        QJsonObject object{{QStringLiteral("ok"), ok}, {QStringLiteral("entries"), report->entries}, {QStringLiteral("scopes"), report->scopes}};
        if (!ok) {
            object.insert(QStringLiteral("scope"), QString::number(report->firstFault->scope));
            object.insert(QStringLiteral("seq"), report->firstFault->seq);
        }
        cli.print(object);
    } else if (ok) {
        cli.print(CliWords::tr("The audit trail is whole: %1 in %2.")
                      .arg(CliWords::tr("%n audit entries", nullptr, static_cast<int>(report->entries)),
                           CliWords::tr("%n chain(s)", nullptr, static_cast<int>(report->scopes))));
    }
    if (ok)
        return Done;
    return cli.fail(auditSentence(cli.workspace()->desk(), *report->firstFault), Problems);
}

int verify(Cli &cli, Arguments &arguments)
{
    const bool audit = arguments.takeFlag(QStringLiteral("--audit"));
    const auto path = audit ? std::nullopt : arguments.takePosition();
    if ((!audit && !path) || !arguments.leftOver().isEmpty())
        return cli.usage(arguments.leftOver().isEmpty() ? QStringLiteral("verify FILE.arbcase | verify --audit") : arguments.leftOver());
    if (audit)
        return verifyDesk(cli);
    const auto report = intake::verifySealed(*path);
    if (!report) {
        if (cli.json()) {
            cli.print(QJsonObject{{QStringLiteral("ok"), false}, {QStringLiteral("code"), domain::toCode(report.error().code)},
                                  {QStringLiteral("entry"), report.error().entry}, {QStringLiteral("detail"), report.error().detail}});
        }
        const bool looked = intake::isOfInput(report.error().code); // otherwise it could not be checked at all
        return cli.fail(intake::describe(intake::namedAfter(report.error(), *path)), looked ? Problems : Failed);
    }
    if (cli.json()) {
        cli.print(QJsonObject{{QStringLiteral("ok"), true}, {QStringLiteral("platform"), report->platform}, {QStringLiteral("caseNo"), report->caseNo},
                              {QStringLiteral("digest"), QString::fromLatin1(report->digest)}, {QStringLiteral("files"), report->files},
                              {QStringLiteral("auditEntries"), report->auditEntries}, {QStringLiteral("ruling"), report->hasRuling}});
    } else {
        cli.print(CliWords::tr("%1 is whole: case %2, %3, %4.")
                      .arg(*path, report->caseNo, CliWords::tr("%n file(s)", nullptr, static_cast<int>(report->files)),
                           CliWords::tr("%n audit entries", nullptr, static_cast<int>(report->auditEntries))));
    }
    return Done;
}

} // namespace

std::span<const Verb> fileVerbs()
{
    static const Verb verbs[] = {
        {"import", "import PATH...", QT_TRANSLATE_NOOP("Help", "bundles, folders of bundles, case lists (.jsonl); one result per input"), import},
        {"export", "export CASE --out FILE.arbcase [--with-desk-notes] [--force]", QT_TRANSLATE_NOOP("Help", "a sealed case file with ruling and audit trail, unmasked; supervisors"), exportCase},
        {"verify", "verify FILE.arbcase | verify --audit", QT_TRANSLATE_NOOP("Help", "checks a sealed file without any database, or the database's audit trail"), verify},
    };
    return verbs;
}

} // namespace arb::app
