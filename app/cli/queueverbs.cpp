// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include <presentation/bulkpresenter.h>
#include <presentation/errortext.h>
#include <presentation/formats.h>
#include <presentation/labels.h>
#include <presentation/noticespresenter.h>
#include <presentation/queuewords.h>

#include <usecases/manycases.h>
#include <usecases/queuecommands.h>
#include <usecases/queuefilter.h>
#include <usecases/readings.h>
#include <usecases/searchtext.h>

#include <domain/rank.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QSet>

#include <algorithm>
#include <utility>

namespace arb::app {

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// --- the queue -----------------------------------------------------------------------------------------------------

/// What only whoever asks gives a row.
struct AskedRow
{
    bool conflict = false;  ///< of interest, as in the window
    bool byMachine = false; ///< found by words that only a machine read
};

QJsonObject rowJson(const usecases::CaseHeader &row, const usecases::DeskPolicy &policy, domain::UtcMs now, const AskedRow &asked)
{
    QJsonArray parties;
    for (const domain::Party party : {domain::Party::Buyer, domain::Party::Merchant}) {
        if (row.waitsFor & usecases::partyBit(party))
            parties.append(domain::toCode(party));
    }
    const domain::RankWeights weights{policy.rankMsPerHundredYuan, policy.rankAmountCapMs, policy.rankRiskMs};
    return {{QStringLiteral("caseNo"), row.caseNo},
            {QStringLiteral("platform"), row.platform},
            {QStringLiteral("state"), domain::toCode(row.state)},
            {QStringLiteral("waitingFor"), parties},
            {QStringLiteral("round"), row.round},
            {QStringLiteral("holder"), row.holderName.isEmpty() ? QJsonValue() : QJsonValue(row.holderName)},
            {QStringLiteral("parkedUntil"), usecases::isParked(row, now) ? QJsonValue(row.parkedUntil->toRfc3339()) : QJsonValue()},
            {QStringLiteral("reservedFor"), usecases::isReserved(row, now) ? QJsonValue(row.reservedForName) : QJsonValue()},
            {QStringLiteral("reservedUntil"), usecases::isReserved(row, now) ? QJsonValue(row.reservedUntil->toRfc3339()) : QJsonValue()},
            {QStringLiteral("conflict"), asked.conflict},
            {QStringLiteral("foundByMachine"), asked.byMachine},
            {QStringLiteral("reason"), domain::toCode(row.reason)},
            {QStringLiteral("category"), row.category},
            {QStringLiteral("claimedFen"), row.claimed.fen()},
            {QStringLiteral("dueAt"), row.dueAt ? QJsonValue(row.dueAt->toRfc3339()) : QJsonValue()},
            {QStringLiteral("rank"), row.rank},
            {QStringLiteral("why"), QJsonArray::fromStringList(domain::rankReasons(usecases::rankPartsOf(row), weights, now))},
            {QStringLiteral("flags"), QJsonArray::fromStringList(row.flags)}};
}

QString rowLine(const usecases::CaseHeader &row, const usecases::DeskPolicy &policy, domain::UtcMs now, const AskedRow &asked)
{
    QStringList standing{presentation::stateText(row), presentation::asideText(row, now, asked.conflict)};
    standing.removeAll(QString());
    const QString why = presentation::rankWords(row, policy, now);
    return QStringList{row.caseNo,
                       standing.join(QStringLiteral(" · ")),
                       presentation::leftText(row, now),
                       presentation::moneyText(row.claimed),
                       presentation::label(row.reason),
                       presentation::visibleText(row.merchantName.simplified()),
                       presentation::visibleText(row.product.simplified()),
                       row.holderName,
                       asked.byMachine ? presentation::foundByMachineText(why) : why}
        .join(QLatin1Char('\t'));
}

/// What --view, --filter, --sort and --descending say.
struct Choice
{
    usecases::QueueQuery query;
    QString filterLine;
    bool narrows = false; ///< a view or a filter was given
    QString wrong;        ///< the word that was not understood
    QString sentence;     ///< why, where more can be said than that
};

Choice choiceOf(Arguments &arguments, usecases::QueueView usual)
{
    Choice choice;
    choice.query.view = usual;
    if (const auto text = arguments.takeOption(QStringLiteral("--view"))) {
        const auto view = domain::fromCode<usecases::QueueView>(*text);
        choice.query.view = view.value_or(usual);
        choice.narrows = true;
        if (!view) {
            choice.wrong = *text;
            choice.sentence = CliWords::tr("No view is called \"%1\". There are: %2.").arg(presentation::typedText(*text), codesOf<usecases::QueueView>().join(u' '));
        }
    }
    if (const auto text = arguments.takeOption(QStringLiteral("--sort"))) {
        const auto sort = domain::fromCode<usecases::QueueSort>(*text);
        choice.query.sort = sort.value_or(usecases::QueueSort::Rank);
        if (!sort) {
            choice.wrong = *text;
            choice.sentence = CliWords::tr("Nothing is sorted by \"%1\". There are: %2.").arg(presentation::typedText(*text), codesOf<usecases::QueueSort>().join(u' '));
        }
    }
    if (const auto text = arguments.takeOption(QStringLiteral("--filter"))) {
        const auto filter = usecases::parseQueueFilter(*text);
        choice.narrows = true;
        choice.filterLine = *text;
        if (filter) {
            choice.query.filter = *filter;
        } else {
            choice.wrong = filter.error().token;
            choice.sentence = presentation::errorText(filter.error());
        }
    }
    choice.query.descending = arguments.takeFlag(QStringLiteral("--descending"));
    return choice;
}

int refused(Cli &cli, const Choice &choice)
{
    return choice.sentence.isEmpty() ? cli.usage(choice.wrong) : cli.fail(choice.sentence, WrongUsage);
}

/// The actor's view of this name as a query.
usecases::Done<usecases::QueueQuery> savedQuery(const usecases::Desk &desk, const usecases::Actor &actor, const QString &name)
{
    const auto views = usecases::QueueCommands(desk).views(actor);
    if (!views)
        return domain::Failure{views.error()};
    const auto found = std::ranges::find(*views, name, &usecases::SavedView::name);
    if (found == views->cend())
        return domain::Failure{usecases::CommandError(usecases::CommandFault::NoSuchView, name)};
    usecases::QueueQuery query;
    query.view = found->view;
    query.sort = found->sort;
    query.descending = found->descending;
    const auto filter = usecases::parseQueueFilter(found->filter);
    if (!filter)
        return domain::Failure{usecases::CommandError(usecases::CommandFault::BadValue, filter.error().token)};
    query.filter = *filter;
    return query;
}

/// @p choice as @p actor asks it now, or in its place the view called @p saved. Nothing, and Cli::actorStatus(), when
/// there is none.
std::optional<usecases::QueueQuery> askedBy(Cli &cli, const usecases::Actor &actor, usecases::QueueQuery choice, const std::optional<QString> &saved)
{
    const usecases::Desk desk = cli.workspace()->desk();
    if (saved) {
        const auto kept = savedQuery(desk, actor, *saved);
        if (!kept) {
            cli.refuse(kept.error());
            return std::nullopt;
        }
        choice = *kept;
    }
    choice.me = actor.person.id;
    choice.now = desk.clock.now();
    const auto people = desk.store.people();
    if (!people) {
        cli.refuse(usecases::CommandError(people.error()));
        return std::nullopt;
    }
    if (const auto stranger = usecases::strangerIn(choice.filter, *people)) {
        cli.refuseSentence(presentation::errorText(*stranger));
        return std::nullopt;
    }
    return choice;
}

/// Which of @p rows were found by words of @p query that only a machine read; asked for in portions, as one answer looks into
/// no more than a hundred cases.
usecases::Stored<QSet<domain::CaseId>> rowsByMachine(const usecases::Desk &desk, const QList<usecases::CaseHeader> &rows, const usecases::QueueQuery &query)
{
    constexpr qsizetype portion = 100;
    QSet<domain::CaseId> found;
    if (usecases::searchPhrases(query.filter.words).isEmpty())
        return found;
    for (qsizetype from = 0; from < rows.size(); from += portion) {
        QList<domain::CaseId> ids;
        for (qsizetype n = from; n < std::min(rows.size(), from + portion); ++n)
            ids.append(rows.at(n).id);
        const auto some = usecases::foundByMachine(desk, ids, query.filter.words);
        if (!some)
            return domain::Failure{some.error()};
        found += QSet<domain::CaseId>(some->cbegin(), some->cend());
    }
    return found;
}

int queue(Cli &cli, Arguments &arguments)
{
    const Choice choice = choiceOf(arguments, usecases::QueueView::Waiting);
    if (!choice.wrong.isEmpty())
        return refused(cli, choice);
    const auto saved = arguments.takeOption(QStringLiteral("--saved"));
    int limit = choice.query.limit;
    if (const auto text = arguments.takeOption(QStringLiteral("--limit"))) {
        bool ok = false;
        limit = text->toInt(&ok);
        if (!ok || limit < 1)
            return cli.usage(*text);
    }
    const bool count = arguments.takeFlag(QStringLiteral("--count"));
    const auto actor = cli.actor(arguments, !saved);
    if (!actor)
        return cli.actorStatus();
    if (!usecases::permitted(*actor, usecases::Permission::ReadCases))
        return cli.fail(usecases::CommandError(usecases::CommandFault::NotAllowed));
    const usecases::Desk desk = cli.workspace()->desk();
    const auto policy = desk.policy();
    if (!policy)
        return cli.fail(policy.error());
    auto query = askedBy(cli, *actor, choice.query, saved);
    if (!query)
        return cli.actorStatus();
    query->limit = limit;
    if (count) {
        const auto number = desk.cases.queueCount(*query);
        if (!number)
            return cli.fail(usecases::CommandError(number.error()));
        cli.answer({{QStringLiteral("count"), *number}}, QString::number(*number));
        return Done;
    }
    const auto rows = desk.cases.queue(*query);
    if (!rows)
        return cli.fail(usecases::CommandError(rows.error()));
    const auto conflicts = desk.cases.conflicts(actor->person.id);
    if (!conflicts)
        return cli.fail(usecases::CommandError(conflicts.error()));
    const auto known = desk.cases.casesOfKnownParties(actor->person.id);
    if (!known)
        return cli.fail(usecases::CommandError(known.error()));
    const auto byMachine = rowsByMachine(desk, *rows, *query);
    if (!byMachine)
        return cli.fail(usecases::CommandError(byMachine.error()));
    for (const usecases::CaseHeader &row : *rows) {
        // Of whoever asks, as in the window.
        const bool conflict = conflicts->contains(presentation::conflictKey(row)) || known->contains(row.id);
        const AskedRow asked{conflict, byMachine->contains(row.id)};
        cli.json() ? cli.print(rowJson(row, *policy, query->now, asked)) : cli.print(rowLine(row, *policy, query->now, asked));
    }
    return Done;
}

// --- many cases ----------------------------------------------------------------------------------------------------

QString fateCode(usecases::ManyFate fate)
{
    switch (fate) {
    case usecases::ManyFate::Waiting: return QStringLiteral("waiting");
    case usecases::ManyFate::Changes: return QStringLiteral("changes");
    case usecases::ManyFate::Done: return QStringLiteral("done");
    case usecases::ManyFate::Unchanged: return QStringLiteral("unchanged");
    case usecases::ManyFate::Refused: return QStringLiteral("refused");
    case usecases::ManyFate::Undone: return QStringLiteral("undone");
    case usecases::ManyFate::StaysDone: return QStringLiteral("stays_done");
    }
    return {};
}

/// What is wished, read off the line; nothing, and Cli::actorStatus(), when it is not whole.
std::optional<usecases::ManyWish> wishOf(Cli &cli, Arguments &arguments)
{
    usecases::ManyWish wish;
    const QString what = arguments.takePosition().value_or(QString());
    if (what == u"assign") {
        wish.action = usecases::ManyAction::Assign;
        wish.person = arguments.takePosition().value_or(QString());
        if (wish.person.isEmpty()) {
            cli.refuse(QStringLiteral("bulk assign NAME"));
            return std::nullopt;
        }
    } else if (what == u"release") {
        wish.action = usecases::ManyAction::Release;
    } else if (what == u"park") {
        wish.action = usecases::ManyAction::Park;
        const auto until = untilOption(cli, arguments);
        if (!until)
            return std::nullopt;
        wish.until = *until;
    } else if (what == u"tag") {
        wish.action = usecases::ManyAction::Tag;
        wish.addTags = arguments.takeOptions(QStringLiteral("--add"));
        wish.removeTags = arguments.takeOptions(QStringLiteral("--remove"));
        if (wish.addTags.isEmpty() && wish.removeTags.isEmpty()) {
            cli.refuse(QStringLiteral("--add"));
            return std::nullopt;
        }
    } else {
        cli.refuse(what.isEmpty() ? QStringLiteral("bulk assign|release|park|tag") : what);
        return std::nullopt;
    }
    return wish;
}

/// Why a parked case comes back before the time that was named; empty for any other line.
QString earlierReturn(const usecases::ManyLine &line, const usecases::ManyWish &wish, domain::UtcMs now)
{
    const bool parks = wish.action == usecases::ManyAction::Park && wish.until && line.after && line.after->parkedUntil;
    return parks ? presentation::earlierReturnText(line.before, *wish.until, now) : QString();
}

void printLine(Cli &cli, const usecases::ManyLine &line, const usecases::ManyWish &wish, domain::UtcMs now)
{
    const QString why = line.why ? presentation::commandLineText(*line.why) : QString();
    if (cli.json()) {
        QJsonObject object{{QStringLiteral("caseNo"), line.caseNo},
                           {QStringLiteral("platform"), line.before.platform},
                           {QStringLiteral("state"), domain::toCode(line.after ? line.after->state : line.before.state)},
                           {QStringLiteral("fate"), fateCode(line.fate)}};
        if (!why.isEmpty())
            object.insert(QStringLiteral("why"), why);
        if (line.takesFromHolder)
            object.insert(QStringLiteral("takesFrom"), line.before.holderName);
        if (line.after && line.after->parkedUntil)
            object.insert(QStringLiteral("parkedUntil"), line.after->parkedUntil->toRfc3339());
        cli.print(object);
        return;
    }
    QStringList cells{line.caseNo, presentation::BulkPresenter::fateLabel(line.fate, wish.action)};
    if (!why.isEmpty())
        cells.append(why);
    else if (line.takesFromHolder)
        cells.append(CliWords::tr("from %1, who will be told").arg(line.before.holderName));
    else if (const QString earlier = earlierReturn(line, wish, now); !earlier.isEmpty())
        cells.append(earlier);
    cli.print(cells.join(u'\t'));
}

/// The cases named on the line, or all of a choice that is made on it.
std::optional<QList<domain::CaseId>> casesOf(Cli &cli, Arguments &arguments, const usecases::Actor &actor, const Choice &choice,
                                             const std::optional<QString> &saved)
{
    const bool chosen = choice.narrows || saved;
    QList<domain::CaseId> ids;
    while (const auto ref = arguments.takePosition()) {
        const auto id = cli.caseOf(ref);
        if (!id)
            return std::nullopt;
        ids.append(*id);
    }
    if (chosen == !ids.isEmpty()) { // both, or nothing at all: never all cases of the desk by accident
        cli.refuse(QStringLiteral("CASE... | --view NAME | --filter TEXT | --saved NAME"));
        return std::nullopt;
    }
    if (!chosen)
        return ids;
    const auto query = askedBy(cli, actor, choice.query, saved);
    if (!query)
        return std::nullopt;
    const usecases::Desk desk = cli.workspace()->desk();
    const auto rows = desk.cases.queue(*query);
    if (!rows) {
        cli.refuse(usecases::CommandError(rows.error()));
        return std::nullopt;
    }
    for (const usecases::CaseHeader &row : *rows)
        ids.append(row.id);
    return ids;
}

int bulk(Cli &cli, Arguments &arguments)
{
    const auto wish = wishOf(cli, arguments);
    if (!wish)
        return cli.actorStatus();
    const bool preview = arguments.takeFlag(QStringLiteral("--preview"));
    const Choice choice = choiceOf(arguments, usecases::QueueView::All);
    if (!choice.wrong.isEmpty())
        return refused(cli, choice);
    const auto saved = arguments.takeOption(QStringLiteral("--saved"));
    const auto actor = cli.actor(false);
    if (!actor)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    const usecases::ManyCases cases(desk);
    if (const auto fits = cases.check(*actor, *wish); !fits) // once, and not for every case
        return cli.fail(fits.error());
    const auto ids = casesOf(cli, arguments, *actor, choice, saved);
    if (!ids)
        return cli.actorStatus();
    if (!arguments.leftOver().isEmpty())
        return cli.usage(arguments.leftOver());
    const QString commandId = cli.command(*actor).id;
    bool refused = false;
    for (const usecases::ManyLine &line : usecases::ManyCases::linesOf(*ids)) {
        const usecases::ManyLine told = preview ? cases.preview(*actor, *wish, line) : cases.carryOut(*actor, commandId, *wish, line);
        refused = refused || told.fate == usecases::ManyFate::Refused;
        printLine(cli, told, *wish, desk.clock.now());
    }
    return !refused ? Done : preview ? Problems : Failed;
}

// --- views, notices, presence --------------------------------------------------------------------------------------

QJsonObject viewJson(const usecases::SavedView &view)
{
    return {{QStringLiteral("name"), view.name}, {QStringLiteral("view"), domain::toCode(view.view)}, {QStringLiteral("filter"), view.filter},
            {QStringLiteral("sort"), domain::toCode(view.sort)}, {QStringLiteral("descending"), view.descending}};
}

int view(Cli &cli, Arguments &arguments)
{
    const QString what = arguments.takePosition().value_or(QString());
    const bool save = what == u"save", list = what == u"list";
    if (!save && !list && what != u"remove")
        return cli.usage(what.isEmpty() ? QStringLiteral("view list|save|remove") : what);
    const auto name = list ? QString() : arguments.takePosition();
    if (!name)
        return cli.usage(QStringLiteral("NAME"));
    const Choice choice = save ? choiceOf(arguments, usecases::QueueView::All) : Choice();
    if (!choice.wrong.isEmpty())
        return refused(cli, choice);
    const auto actor = cli.actor(arguments, false);
    if (!actor)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    usecases::QueueCommands commands(desk);
    if (list) {
        const auto views = commands.views(*actor);
        if (!views)
            return cli.fail(views.error());
        for (const usecases::SavedView &row : *views)
            cli.answer(viewJson(row), QStringList{row.name, presentation::label(row.view), row.filter, row.descending ? QString(domain::toCode(row.sort) + QStringLiteral(" descending")) : domain::toCode(row.sort)}.join(u'\t'));
        return Done;
    }
    if (save && !askedBy(cli, *actor, choice.query, {})) // what could never be asked is not kept
        return cli.actorStatus();
    const usecases::SavedView wish{actor->person.id, name->trimmed(), choice.query.view, choice.filterLine, choice.query.sort, choice.query.descending};
    const auto done = save ? commands.saveView(*actor, wish) : commands.removeView(*actor, *name);
    if (!done)
        return cli.fail(done.error());
    if (save)
        cli.answer(viewJson(wish), CliWords::tr("The view \"%1\" is kept.").arg(wish.name));
    else
        cli.answer({{QStringLiteral("name"), *name}, {QStringLiteral("removed"), true}}, CliWords::tr("The view \"%1\" is removed.").arg(*name));
    return Done;
}

int notices(Cli &cli, Arguments &arguments)
{
    const bool read = arguments.takeFlag(QStringLiteral("--read"));
    const auto actor = cli.actor(arguments, false);
    if (!actor)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    usecases::QueueCommands commands(desk);
    const auto unread = commands.notices(*actor);
    if (!unread)
        return cli.fail(unread.error());
    QList<domain::NoteId> ids;
    for (const usecases::Notice &notice : *unread) {
        ids.append(notice.id);
        cli.answer({{QStringLiteral("caseNo"), notice.caseNo}, {QStringLiteral("at"), notice.at.toRfc3339()},
                    {QStringLiteral("kind"), domain::toCode(notice.kind)}, {QStringLiteral("by"), notice.by}, {QStringLiteral("text"), notice.text}},
                   presentation::NoticesPresenter::sentence(notice, desk.clock.now()));
    }
    if (!read)
        return Done;
    const auto done = commands.readNotices(*actor, ids);
    return done ? Done : cli.fail(done.error());
}

int presence(Cli &cli, Arguments &arguments)
{
    const auto actor = cli.actor(arguments, true);
    if (!actor)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    const auto seen = usecases::QueueCommands(desk).others(*actor);
    if (!seen)
        return cli.fail(seen.error());
    for (const usecases::Presence &row : *seen) {
        const auto header = desk.cases.header(row.caseId);
        if (!header)
            continue;
        cli.answer({{QStringLiteral("caseNo"), header->caseNo}, {QStringLiteral("person"), row.name}, {QStringLiteral("seenAt"), row.seenAt.toRfc3339()}},
                   QStringList{header->caseNo, row.name, presentation::shortTimeText(row.seenAt, desk.clock.now())}.join(u'\t'));
    }
    return Done;
}

} // namespace

std::span<const Verb> queueVerbs()
{
    static const Verb verbs[] = {
        {"queue", "queue [--view waiting|mine|due_today|waiting_buyer|waiting_merchant|approvals|appeals|high_value|all] [--filter TEXT] "
                  "[--sort rank|due|amount|age|case_no|escalated|state|reason|type|category|platform|merchant|holder|product|labels] [--descending] "
                  "[--saved NAME] [--limit N] [--count] | TEXT: words, state:CODE type:CODE reason:CODE flag:CODE category:CODE platform:CODE tag:TAG "
                  "merchant:NAME buyer:ID holder:NAME amount:>=FEN due:<24h overdue:yes|no parked:yes|no reserved:yes|no|NAME",
         QT_TRANSLATE_NOOP("Help", "the queue, in the order and with the filters of the window"), queue},
        {"bulk", "bulk assign NAME WHICH | bulk release WHICH | bulk park --until TIME|evidence WHICH | bulk tag [--add TAG]... [--remove TAG]... WHICH | "
                 "WHICH: CASE...|--view NAME|--filter TEXT|--saved NAME [--preview]",
         QT_TRANSLATE_NOOP("Help", "one wish for many cases, each on its own; --preview only says what would become of each"), bulk},
        {"view", "view list | view save NAME [--view NAME] [--filter TEXT] [--sort KEY] [--descending] | view remove NAME",
         QT_TRANSLATE_NOOP("Help", "views of the queue that a person keeps under a name"), view},
        {"notices", "notices [--read]", QT_TRANSLATE_NOOP("Help", "what one is told and has not read yet; --read puts it aside"), notices},
        {"presence", "presence", QT_TRANSLATE_NOOP("Help", "who looks at which case now"), presence},
    };
    return verbs;
}

} // namespace arb::app
