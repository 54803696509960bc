// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "caseshow.h"

#include "../opentext.h"

#include <intake/schemacheck.h>
#include <intake/strictjson.h>

#include <presentation/labels.h>

#include <usecases/deskcommands.h>
#include <usecases/opencase.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QLocale>

#include <algorithm>

namespace arb::app {

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QString calendarSentence(const domain::CalendarError &error, const QString &file = {})
{
    using enum domain::CalendarError::Kind;
    switch (error.kind) {
    case YearMissing: return CliWords::tr("The calendar %1 is missing, so this deadline cannot be known. Add it with: arbiter calendar add FILE").arg(error.year);
    case BadSpec: return CliWords::tr("not a clock: %1 (hours:48, days:7, fulldays:7, workdays:3, daily:09:00-18:00:4h)").arg(error.text);
    case BadFile: return CliWords::tr("“%1” is no calendar year: it is not understood at %2. Nothing was changed.").arg(file, error.text);
    }
    return {};
}

/// The years of the desk where there is one; of the program otherwise, so that the verb answers on a new machine too.
std::optional<domain::BusinessCalendar> calendarOf(Cli &cli)
{
    const QString address = cli.options().databaseOrDefault();
    const bool missing = address.startsWith(QStringLiteral("sqlite:")) && !QFile::exists(address.mid(7));
    if (!missing) {
        Workspace *space = cli.workspace();
        if (!space)
            return std::nullopt;
        const auto calendar = space->desk().calendar();
        if (!calendar) {
            cli.fail(calendar.error());
            return std::nullopt;
        }
        return *calendar;
    }
    QList<domain::CalendarYear> years;
    for (const QByteArray &json : shippedYears()) {
        if (const auto year = domain::parseCalendarYear(json))
            years.append(*year);
    }
    return domain::BusinessCalendar(years);
}

/// A line of a deadline's explanation; the calendar's own words come at its end.
QString explained(const QString &line)
{
    for (const char *word : domain::dayWords()) {
        if (!line.endsWith(QLatin1StringView(word)))
            continue;
        const QDate day = QDate::fromString(line.left(10), Qt::ISODate);
        const QString weekday = QLocale(presentation::languageIsChinese() ? QLocale::Chinese : QLocale::English).dayName(day.dayOfWeek(), QLocale::ShortFormat);
        return QStringLiteral("%1 %2 %3").arg(line.left(10), weekday, QCoreApplication::translate("Calendar", word));
    }
    return line;
}

int calendarDue(Cli &cli, Arguments &arguments)
{
    const auto from = arguments.takeOption(QStringLiteral("--from")), clock = arguments.takeOption(QStringLiteral("--clock"));
    const bool explain = arguments.takeFlag(QStringLiteral("--explain"));
    if (!from || !clock || !arguments.leftOver().isEmpty())
        return cli.usage(!from ? QStringLiteral("--from") : !clock ? QStringLiteral("--clock") : arguments.leftOver());
    const auto start = domain::UtcMs::fromRfc3339(*from);
    if (!start)
        return cli.usage(*from);
    const auto spec = domain::ClockSpec::parse(*clock);
    if (!spec)
        return cli.fail(calendarSentence({domain::CalendarError::Kind::BadSpec, 0, *clock}), WrongUsage);
    const auto calendar = calendarOf(cli);
    if (!calendar)
        return cli.actorStatus();
    const auto due = calendar->due(*start, *spec);
    if (!due)
        return cli.fail(calendarSentence(due.error()));
    if (cli.json()) {
        cli.print(QJsonObject{{QStringLiteral("due"), due->at.toRfc3339()},
                              {QStringLiteral("beforeRoll"), due->beforeRoll ? QJsonValue(due->beforeRoll->toRfc3339()) : QJsonValue()},
                              {QStringLiteral("explanation"), QJsonArray::fromStringList(due->explanation)}});
        return Done;
    }
    cli.print(due->at.toRfc3339());
    if (due->beforeRoll)
        cli.print(CliWords::tr("before the rest day moved it: %1").arg(due->beforeRoll->toRfc3339()));
    if (explain) {
        for (const QString &line : due->explanation)
            cli.print(explained(line));
        if (due->explanation.isEmpty()) // nothing is counted day by day
            cli.print(CliWords::tr("natural time, every hour counts"));
    }
    return Done;
}

struct FileFault
{
    QString code;     ///< stable and English, for --json
    QString sentence; ///< in the chosen language, with the file and the place
};

/// Where @p json, read from @p file, is no strict JSON or does not fit the shipped schema of that name.
std::optional<FileFault> shapeFault(const QByteArray &json, const QString &file, const QString &schema)
{
    const auto object = intake::parseStrictObject(json);
    if (!object)
        return FileFault{QStringLiteral("%1: %2").arg(object.error().pointer, domain::toCode(object.error().code)), intake::describe(object.error(), file)};
    if (const auto fits = intake::checkSchema(*object, schema); !fits) {
        const intake::IntakeError unfit{intake::IntakeFault::SchemaViolation, file, intake::describe(fits.error())};
        return FileFault{QStringLiteral("%1: %2").arg(fits.error().pointer, fits.error().what), intake::describe(unfit)};
    }
    return std::nullopt;
}

int calendarAdd(Cli &cli, Arguments &arguments)
{
    const auto path = arguments.takePosition();
    if (!path || !arguments.leftOver().isEmpty())
        return cli.usage(path ? arguments.leftOver() : QStringLiteral("FILE"));
    QFile file(*path);
    if (!file.open(QIODevice::ReadOnly))
        return cli.fail(CliWords::tr("%1 cannot be read: %2.").arg(*path, file.errorString()));
    const QByteArray json = file.readAll();
    if (const auto fault = shapeFault(json, *path, QStringLiteral("calendar")))
        return cli.fail(CliWords::tr("%1 Nothing was changed.").arg(fault->sentence));
    const auto year = domain::parseCalendarYear(json);
    if (!year)
        return cli.fail(calendarSentence(year.error(), *path));
    const auto actor = cli.actor(true);
    if (!actor)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    const auto before = desk.calendar();
    const bool known = before && before->knows(year->year);
    const auto added = usecases::DeskCommands(desk).addYear(cli.command(*actor), json);
    if (!added)
        return cli.fail(added.error());
    if (cli.json())
        cli.print(QJsonObject{{QStringLiteral("year"), year->year}, {QStringLiteral("replaced"), known}});
    else
        cli.print((known ? CliWords::tr("Calendar %1 is replaced by this file.") : CliWords::tr("Calendar %1 is kept.")).arg(year->year));
    return Done;
}

int calendarList(Cli &cli, Arguments &arguments)
{
    if (!arguments.leftOver().isEmpty())
        return cli.usage(arguments.leftOver());
    const auto calendar = calendarOf(cli);
    if (!calendar)
        return cli.actorStatus();
    for (const int year : calendar->years()) {
        const auto days = calendar->workingDaysIn(year);
        if (cli.json())
            cli.print(QJsonObject{{QStringLiteral("year"), year}, {QStringLiteral("workingDays"), days ? *days : 0}});
        else
            cli.print(CliWords::tr("%1: %n working day(s)", nullptr, days ? *days : 0).arg(year));
    }
    return Done;
}

int calendar(Cli &cli, Arguments &arguments)
{
    const QString what = arguments.takePosition().value_or(QString());
    if (what == u"due")
        return calendarDue(cli, arguments);
    if (what == u"add")
        return calendarAdd(cli, arguments);
    if (what == u"list")
        return calendarList(cli, arguments);
    return cli.usage(what.isEmpty() ? QStringLiteral("calendar") : what);
}

// --- rule books ----------------------------------------------------------------------------------------------------

void printBook(Cli &cli, const domain::RuleBook &book)
{
    if (cli.json()) {
        QJsonArray clauses;
        for (const domain::BookClause &clause : book.clauses()) {
            clauses.append(QJsonObject{{QStringLiteral("id"), clause.id}, {QStringLiteral("zh"), clause.titleZh}, {QStringLiteral("en"), clause.titleEn},
                                       {QStringLiteral("source"), clause.source}, {QStringLiteral("trust"), clause.trust}});
        }
        cli.print(QJsonObject{{QStringLiteral("id"), book.id()}, {QStringLiteral("version"), book.version()}, {QStringLiteral("platform"), book.platform()},
                              {QStringLiteral("effectiveFrom"), book.effectiveFrom()}, {QStringLiteral("effectiveTo"), book.effectiveTo()},
                              {QStringLiteral("clauses"), clauses}});
        return;
    }
    cli.print(CliWords::tr("%1 version %2, platform %3, from %4, %n clause(s)", nullptr, static_cast<int>(book.clauses().size()))
                  .arg(book.id(), book.version(), book.platform(), book.effectiveFrom()));
    for (const domain::BookClause &clause : book.clauses())
        cli.print(QStringLiteral("  %1\t%2\t%3").arg(clause.id, presentation::bilingual(clause.titleZh, clause.titleEn), clause.source));
}

int policyList(Cli &cli, Arguments &arguments)
{
    if (!arguments.leftOver().isEmpty())
        return cli.usage(arguments.leftOver());
    Workspace *space = cli.workspace();
    if (!space)
        return cli.actorStatus();
    const auto rows = space->desk().store.books();
    if (!rows)
        return cli.fail(usecases::CommandError(rows.error()));
    for (const usecases::StoredBook &row : *rows) {
        if (const auto book = domain::parseRuleBook(row.json))
            printBook(cli, *book);
    }
    return Done;
}

int policyCheck(Cli &cli, Arguments &arguments)
{
    const auto path = arguments.takePosition();
    if (!path || !arguments.leftOver().isEmpty())
        return cli.usage(path ? arguments.leftOver() : QStringLiteral("FILE"));
    QFile file(*path);
    if (!file.open(QIODevice::ReadOnly))
        return cli.fail(CliWords::tr("%1 cannot be read: %2.").arg(*path, file.errorString()));
    const QByteArray json = file.readAll();
    auto fault = shapeFault(json, *path, QStringLiteral("policy"));
    const auto book = fault ? domain::Failure{domain::RuleBookError{}} : domain::parseRuleBook(json);
    if (!fault && !book) {
        const domain::RuleBookError &error = book.error();
        fault = {QStringLiteral("%1: %2").arg(error.pointer, error.what),
                 CliWords::tr("%1 is no usable rule book: at %2 there should be: %3").arg(*path, error.pointer, QCoreApplication::translate("RuleBook", error.what.toUtf8().constData()))};
    }
    if (cli.json())
        cli.print(QJsonObject{{QStringLiteral("ok"), !fault}, {QStringLiteral("fault"), fault ? fault->code : QString()}});
    if (fault)
        return cli.fail(fault->sentence, Problems);
    if (!cli.json())
        cli.print(CliWords::tr("%1: %2 version %3, %n clause(s), each passes its own examples.", nullptr, static_cast<int>(book->clauses().size()))
                      .arg(*path, book->id(), book->version()));
    return Done;
}

QString elementText(const domain::RuleBook &book, const QString &code)
{
    const auto found = std::ranges::find(book.elements(), code, &domain::BookElement::code);
    return found == book.elements().cend() ? code : QStringLiteral("\"%1\" (%2)").arg(presentation::bilingual(found->labelZh, found->labelEn), code);
}

QString clauseText(const domain::RuleBook &book, const QString &id)
{
    const domain::BookClause *clause = book.clause(id);
    return clause ? QStringLiteral("%1 (%2)").arg(id, presentation::bilingual(clause->titleZh, clause->titleEn)) : id;
}

/// Every clause with what was looked at and what is known of it: + speaks for the clause, - against it.
void printTrace(Cli &cli, const domain::Assessment &assessment, const domain::RuleBook &book)
{
    const QString finding = QStringLiteral("finding:");
    const auto mark = [](bool yes) { return yes ? QStringLiteral("+") : QStringLiteral("-"); };
    QString clause;
    for (const domain::TraceLine &line : assessment.trace) {
        if (line.clause != clause) {
            clause = line.clause;
            cli.print(QStringLiteral("%1 %2").arg(mark(assessment.applying.contains(clause)), clauseText(book, clause)));
        }
        QString text = QStringLiteral("    %1 %2: %3").arg(mark(line.holds != line.negated), line.condition, line.value);
        if (line.fact.startsWith(finding))
            text += QStringLiteral("  ") + elementText(book, line.fact.mid(finding.size()));
        cli.print(text);
    }
}

void printSuggestion(Cli &cli, const domain::Suggestion &suggestion, const usecases::CaseView &view)
{
    cli.print(presentation::outcomeText(suggestion.outcome, suggestion.refund, domain::disputedSum(view.record.file)));
    cli.print(CliWords::tr("liable: %1").arg(presentation::blameText(suggestion.blame)));
    if (suggestion.outboundFreight)
        cli.print(CliWords::tr("outbound freight: %1").arg(presentation::label(*suggestion.outboundFreight)));
    if (suggestion.returnFreight)
        cli.print(CliWords::tr("return freight: %1").arg(presentation::returnFreightLabel(*suggestion.returnFreight, view.record.file.order)));
    if (suggestion.refund > domain::Money())
        cli.print(CliWords::tr("funds: %1").arg(presentation::label(suggestion.fundSource)));
    if (suggestion.noReturnReason)
        cli.print(CliWords::tr("nothing goes back: %1").arg(presentation::label(*suggestion.noReturnReason)));
    if (suggestion.reasonFound)
        cli.print(CliWords::tr("reason found: %1").arg(presentation::label(*suggestion.reasonFound)));
    if (!suggestion.executeBy.isEmpty())
        cli.print(CliWords::tr("to be carried out within: %1").arg(suggestion.executeBy));
    QStringList conduct;
    for (const domain::ConductCode code : suggestion.conduct)
        conduct.append(QStringLiteral("%1 %2").arg(presentation::label(code)).arg(view.book.pointsFor(code)));
    cli.print(CliWords::tr("points: %1").arg(suggestedPoints(suggestion, view.book))
              + (conduct.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(conduct.join(QStringLiteral(", ")))));
    cli.print(suggestion.countsTowardMetrics ? CliWords::tr("counts toward the merchant's metrics") : CliWords::tr("does not count toward the merchant's metrics"));
}

int policyExplain(Cli &cli, Arguments &arguments)
{
    const auto ref = arguments.takePosition();
    if (!arguments.leftOver().isEmpty())
        return cli.usage(arguments.leftOver());
    const auto actor = cli.actor(true);
    if (!actor)
        return cli.actorStatus();
    const auto id = cli.caseOf(ref);
    if (!id)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    const auto view = usecases::OpenCase(desk)(*actor, *id);
    if (!view)
        return cli.fail(view.error());
    const domain::Assessment &assessment = view->assessment;
    if (cli.json()) {
        QJsonArray trace;
        for (const domain::TraceLine &line : assessment.trace) {
            trace.append(QJsonObject{{QStringLiteral("clause"), line.clause}, {QStringLiteral("condition"), line.condition},
                                     {QStringLiteral("fact"), line.fact}, {QStringLiteral("value"), line.value}, {QStringLiteral("holds"), line.holds},
                                     {QStringLiteral("negated"), line.negated}});
        }
        QJsonObject object = suggestionJson(assessment, view->book);
        object.insert(QStringLiteral("applying"), QJsonArray::fromStringList(assessment.applying));
        object.insert(QStringLiteral("book"), view->book.id());
        object.insert(QStringLiteral("version"), view->book.version());
        object.insert(QStringLiteral("trace"), trace);
        cli.print(object);
        return Done;
    }
    cli.print(CliWords::tr("Rule book %1 version %2").arg(view->book.id(), view->book.version()));
    printTrace(cli, assessment, view->book);
    cli.print(assessment.clause.isEmpty() ? CliWords::tr("No clause applies with what is known so far.")
                                          : CliWords::tr("Applies: %1").arg(clauseText(view->book, assessment.clause)));
    if (assessment.suggestion)
        printSuggestion(cli, *assessment.suggestion, *view);
    for (const domain::MissingElement &missing : assessment.missing)
        cli.print(CliWords::tr("open: %1, to be proved by: %2").arg(elementText(view->book, missing.element), presentation::label(missing.burden)));
    for (const QString &clause : assessment.wouldChange)
        cli.print(CliWords::tr("a finding could change it to: %1").arg(clauseText(view->book, clause)));
    for (const QString &notice : assessment.notices)
        cli.print(presentation::noticeLabel(notice));
    return Done;
}

int policy(Cli &cli, Arguments &arguments)
{
    const QString what = arguments.takePosition().value_or(QString());
    if (what == u"list")
        return policyList(cli, arguments);
    if (what == u"check")
        return policyCheck(cli, arguments);
    if (what == u"explain")
        return policyExplain(cli, arguments);
    return cli.usage(what.isEmpty() ? QStringLiteral("policy") : what);
}

} // namespace

std::span<const Verb> policyVerbs()
{
    static const Verb verbs[] = {
        {"policy", "policy list | policy check FILE | policy explain CASE", QT_TRANSLATE_NOOP("Help", "rule books: what they say, whether one is sound, why it suggests what it suggests"), policy},
        {"calendar", "calendar due --from TIME --clock SPEC [--explain] | calendar list | calendar add FILE",
         QT_TRANSLATE_NOOP("Help", "deadlines and the years of working days behind them"), calendar},
    };
    return verbs;
}

} // namespace arb::app
