// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "caseshow.h"
#include "citedbytes.h"
#include "chatverb.h"
#include "markverb.h"
#include "noteverb.h"
#include "searchverb.h"
#include "timelineverb.h"

#include "../supplementfile.h"

#include <presentation/errortext.h>
#include <presentation/formats.h>
#include <presentation/labels.h>
#include <presentation/queuewords.h>

#include <usecases/examination.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <utility>

namespace arb::app {

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

int claim(Cli &cli, Arguments &arguments)
{
    if (!arguments.takeFlag(QStringLiteral("--next")))
        return given<&usecases::CaseCommands::claim>(cli, arguments);
    const auto actor = cli.actor(arguments, false);
    if (!actor)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    return cli.finish(usecases::CaseCommands(desk).claimNext(cli.command(*actor)));
}

int release(Cli &cli, Arguments &arguments)
{
    const auto named = namedCase(cli, arguments);
    if (!named)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    const auto done = usecases::CaseCommands(desk).release(cli.command(named->actor), named->id);
    if (!done || !done->unchanged || cli.json())
        return cli.finish(done);
    cli.print(CliWords::tr("%1: %2. Nobody held it; there was nothing to let go.").arg(done->caseNo, presentation::label(done->state)));
    return Done;
}

int park(Cli &cli, Arguments &arguments)
{
    const auto until = untilOption(cli, arguments);
    if (!until)
        return cli.actorStatus();
    QString earlier;
    const int status = onCase(cli, arguments, [&](auto &commands, const auto &command, auto id) {
        const usecases::Desk desk = cli.workspace()->desk();
        const auto before = desk.cases.header(id);
        auto done = commands.park(command, id, *until);
        if (done && before && *until)
            earlier = presentation::earlierReturnText(*before, **until, desk.clock.now());
        return done;
    });
    if (!earlier.isEmpty())
        cli.warn(earlier);
    return status;
}

int assign(Cli &cli, Arguments &arguments)
{
    const auto ref = arguments.takePosition();
    const auto name = arguments.takePosition();
    if (!ref || !name)
        return cli.usage(QStringLiteral("assign CASE NAME"));
    Arguments rest({*ref});
    if (!arguments.leftOver().isEmpty())
        return cli.usage(arguments.leftOver());
    return onCase(cli, rest, [&](auto &commands, const auto &command, auto id) { return commands.assign(command, id, *name); });
}

int tag(Cli &cli, Arguments &arguments)
{
    const QStringList add = arguments.takeOptions(QStringLiteral("--add")), remove = arguments.takeOptions(QStringLiteral("--remove"));
    if (add.isEmpty() && remove.isEmpty())
        return cli.usage(QStringLiteral("--add"));
    return onCase(cli, arguments, [&](auto &commands, const auto &command, auto id) { return commands.tag(command, id, add, remove); });
}

int negotiate(Cli &cli, Arguments &arguments)
{
    std::optional<domain::UtcMs> until;
    if (const auto text = arguments.takeOption(QStringLiteral("--until"))) {
        if (!cli.workspace())
            return cli.actorStatus();
        until = timeOf(cli, *text);
        if (!until)
            return cli.usage(*text);
    }
    return onCase(cli, arguments, [&](auto &commands, const auto &command, auto id) { return commands.startNegotiation(command, id, until); });
}

int skipCase(Cli &cli, Arguments &arguments)
{
    static const QStringList codes{QStringLiteral("specialist"), usecases::knowPartyReason, QStringLiteral("cannot_open"), QStringLiteral("other")};
    const QString reason = arguments.takeOption(QStringLiteral("--reason")).value_or(QString());
    if (!codes.contains(reason)) {
        const QString there = codes.join(u' ');
        return cli.fail(reason.trimmed().isEmpty() ? CliWords::tr("A reason is needed: --reason CODE. There are: %1.").arg(there)
                                                   : CliWords::tr("No reason to skip is called \"%1\". There are: %2.").arg(presentation::typedText(reason), there),
                        WrongUsage);
    }
    return onCase(cli, arguments, [&reason](auto &commands, const auto &command, auto id) { return commands.skip(command, id, reason); });
}

std::optional<QList<domain::Party>> partiesOf(const QString &text)
{
    if (text == u"both")
        return QList<domain::Party>{domain::Party::Buyer, domain::Party::Merchant};
    const auto party = domain::fromCode<domain::Party>(text);
    if (!party || *party == domain::Party::Platform)
        return std::nullopt;
    return QList<domain::Party>{*party};
}

int request(Cli &cli, Arguments &arguments)
{
    const auto party = arguments.takeOption(QStringLiteral("--party")), element = arguments.takeOption(QStringLiteral("--element")),
               due = arguments.takeOption(QStringLiteral("--due"));
    if (!party || !element)
        return cli.usage(!party ? QStringLiteral("--party") : QStringLiteral("--element"));
    const auto parties = partiesOf(*party);
    if (!parties)
        return cli.usage(*party);
    usecases::EvidenceWish wish{*parties, *element, arguments.takeOption(QStringLiteral("--text")).value_or(QString()), {}};
    if (due) {
        if (!cli.workspace())
            return cli.actorStatus();
        wish.dueAt = timeOf(cli, *due);
        if (!wish.dueAt)
            return cli.usage(*due);
    }
    return onCase(cli, arguments, [&](auto &commands, const auto &command, auto id) { return commands.requestEvidence(command, id, {wish}); });
}

int supplement(Cli &cli, Arguments &arguments)
{
    const auto party = arguments.takeOption(QStringLiteral("--party")), path = arguments.takeOption(QStringLiteral("--file"));
    if (!party || !path)
        return cli.usage(!party ? QStringLiteral("--party") : QStringLiteral("--file"));
    const auto who = domain::fromCode<domain::Party>(*party);
    if (!who)
        return cli.usage(*party);
    std::optional<domain::ExhibitKind> kind;
    if (const auto text = arguments.takeOption(QStringLiteral("--kind"))) {
        kind = domain::fromCode<domain::ExhibitKind>(*text);
        if (!kind)
            return cli.usage(*text);
    }
    const QString caption = arguments.takeOption(QStringLiteral("--caption")).value_or(QString());
    const QString element = arguments.takeOption(QStringLiteral("--element")).value_or(QString());
    Workspace *space = cli.workspace();
    if (!space)
        return cli.actorStatus();
    if (const auto vault = space->vault().real(); !vault)
        return cli.fail(presentation::vaultText(vault.error()));
    auto file = supplementFile(*space, *path, kind);
    if (!file)
        return cli.fail(file.error());
    file->party = *who;
    file->caption = caption;
    file->element = element;
    return onCase(cli, arguments, [&](auto &commands, const auto &command, auto id) { return commands.supplement(command, id, *file); });
}

// --- reading -------------------------------------------------------------------------------------------------------

int show(Cli &cli, Arguments &arguments)
{
    const auto named = namedCase(cli, arguments, true);
    if (!named)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    const auto view = usecases::OpenCase(desk)(named->actor, named->id);
    if (!view)
        return cli.fail(view.error());
    const auto seen = usecases::ExaminationCommands(desk).examination(named->actor, named->id);
    if (!seen)
        return cli.fail(seen.error());
    CitedBytes bytes(desk.vault, view->record.file);
    if (cli.json())
        cli.print(caseJson(*view, bytes, seen->marks));
    else
        cli.raw(caseText(*view, bytes, seen->marks).toUtf8());
    return Done;
}

} // namespace

std::span<const Verb> caseVerbs()
{
    using usecases::CaseCommands;
    static const Verb verbs[] = {
        {"claim", "claim CASE | claim --next", QT_TRANSLATE_NOOP("Help", "take a case, or the next one"), claim},
        {"release", "release CASE", QT_TRANSLATE_NOOP("Help", "let a case go"), release},
        {"skip", "skip CASE --reason specialist|know_party|cannot_open|other", QT_TRANSLATE_NOOP("Help", "let a case go, with the reason why"), skipCase},
        {"take-over", "take-over CASE --reason TEXT", QT_TRANSLATE_NOOP("Help", "take a case from its holder; the draft goes along"), reasoned<&CaseCommands::takeOver>},
        {"escalate", "escalate CASE --reason TEXT", QT_TRANSLATE_NOOP("Help", "hand a case to the supervisor"), reasoned<&CaseCommands::handToSupervisor>},
        {"park", "park CASE --until TIME|evidence",
         QT_TRANSLATE_NOOP("Help", "put a case aside until a time (RFC 3339 or a clock such as workdays:1); it comes back earlier when evidence arrives"), park},
        {"assign", "assign CASE NAME", QT_TRANSLATE_NOOP("Help", "reserve a waiting case for a person"), assign},
        {"tag", "tag CASE [--add TAG]... [--remove TAG]...", QT_TRANSLATE_NOOP("Help", "change a case's tags"), tag},
        {"note", "note CASE --text TEXT [--visibility desk_only|may_be_quoted] [--exhibit ID [--page N] [--frame N] [--pts US] [--region X,Y,W,H]] | note list CASE | note remove CASE ID",
         QT_TRANSLATE_NOOP("Help", "add a note for the desk, pinned to a place of the evidence or to none; @NAME tells a colleague. Or list the notes, or remove one"), noteVerb},
        {"negotiate", "negotiate CASE [--until TIME]", QT_TRANSLATE_NOOP("Help", "give the parties time to agree"), negotiate},
        {"settle", "settle CASE --reason TEXT", QT_TRANSLATE_NOOP("Help", "close a case on what the parties agreed"), reasoned<&CaseCommands::settle>},
        {"withdraw", "withdraw CASE --reason TEXT", QT_TRANSLATE_NOOP("Help", "the buyer took the application back"), reasoned<&CaseCommands::withdraw>},
        {"suspend", "suspend CASE --reason TEXT", QT_TRANSLATE_NOOP("Help", "stop a case and its clocks"), reasoned<&CaseCommands::suspend>},
        {"resume", "resume CASE --reason TEXT", QT_TRANSLATE_NOOP("Help", "go on with a suspended case"), reasoned<&CaseCommands::resume>},
        {"show", "show CASE", QT_TRANSLATE_NOOP("Help", "the case file with clocks, findings, marks, suggestion, ruling and tasks"), show},
        {"timeline", "timeline CASE", QT_TRANSLATE_NOOP("Help", "everything of a case that has a time, on one clock, and hints where times do not fit together"), showTimeline},
        {"search", "search CASE --text TEXT",
         QT_TRANSLATE_NOOP("Help", "where in a case words stand: chat, answers, notes, captions, exported chats and texts, and what a machine read in its pictures, which is no evidence by itself"), searchVerb},
        {"chat", "chat CASE [--exhibit ID] [--differences] [--search TEXT] [--strict] | chat --file FILE [--search TEXT] [--strict] "
                 "[--day-order dmy|mdy|ymd] [--zone +HH:MM] [--encoding NAME] [--map at=COLUMN,clock=COLUMN,from=COLUMN,text=COLUMN]",
         QT_TRANSLATE_NOOP("Help", "the platform's log of a case, an exported chat among its exhibits, or one in a file: every message, the lines that were not "
                                   "understood, and where the export differs from the log; with --strict the status is 3 when a line was not understood"), chat},
        {"request", "request CASE --party buyer|merchant|creator|both --element CODE [--text TEXT] [--due TIME]",
         QT_TRANSLATE_NOOP("Help", "ask a party for evidence"), request},
        {"supplement", "supplement CASE --party PARTY --file FILE [--kind KIND] [--caption TEXT] [--element CODE]",
         QT_TRANSLATE_NOOP("Help", "add an exhibit that arrived later"), supplement},
        {"derive", "derive CASE --exhibit ID --frame N|--pts US [--region X,Y,W,H] [--caption TEXT] | derive CASE --exhibit ID [--page N] --region X,Y,W,H [--caption TEXT] "
                   "| derive CASE --exhibit ID --ocr [--page N | --frame N | --pts US] [--region X,Y,W,H] [--caption TEXT]",
         QT_TRANSLATE_NOOP("Help", "make an exhibit of a frame of a film, or of a region of a picture, page or frame; with --ocr a text of the words that a "
                                   "machine reads there, without numbers, which is no evidence by itself; it names its source"), deriveVerb},
        {"mark", "mark CASE --exhibit ID --shape rectangle|ellipse|arrow|freehand|text|measure --at X,Y[,...] [--page N | --frame N --pts US [--frame-end N --pts-end US]] [--note TEXT] | mark CASE --exhibit ID --shape moment --frame N --pts US [--frame-end N --pts-end US] [--note TEXT] | mark CASE --remove ID",
         QT_TRANSLATE_NOOP("Help", "point something out on a picture or page, in pixels of the upright picture (X,Y,W,H for rectangle and ellipse, points for "
                                   "the others), or remove a mark"), markEvidence},
    };
    return verbs;
}

} // namespace arb::app
