// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include "cli/cli.h"
#include "cli/interruptible.h"
#include "demo/demo.h"
#include "deskwindow.h"
#include "importing.h"
#include "language.h"
#include "opentext.h"
#include "screenshots.h"
#include "usersettings.h"

#include <resources.h>

#include <storage/database.h>

#include <usecases/deskcommands.h>
#include <usecases/reports.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMessageBox>

#include <memory>
#include <utility>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace arb::app {

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// Verbs that open a window or measure one; all others run without a display.
bool needsWindow(const Options &options)
{
    if (options.help || options.version)
        return false;
    if (options.words.isEmpty() || options.selfTest)
        return true;
    const QString &verb = options.words.constFirst();
    if (verb == u"demo")
        return !options.words.contains(QStringLiteral("--prepare-only"));
    if (verb == u"report") // a PDF needs fonts, and they need the window system's library, though no display
        return options.words.contains(QStringLiteral("pdf")) || options.words.contains(QStringLiteral("--format=pdf"));
    return verb == u"open" || verb == u"bench" || verb == u"letter"; // a letter is a PDF
}

std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv, const Options &options)
{
    QCoreApplication::setApplicationName(QStringLiteral("arbiter"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ARB_VERSION));
    if (!needsWindow(options))
        return std::make_unique<QCoreApplication>(argc, argv);
    const bool display = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (!display && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        const QString verb = options.words.value(0);
        const bool unattended = options.selfTest || !options.screenshots.isEmpty() || verb == u"bench" || verb == u"report" || verb == u"letter";
        if (!unattended) // a window that nobody can see would wait for ever
            return std::make_unique<QCoreApplication>(argc, argv);
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    return std::make_unique<QApplication>(argc, argv);
}

/// Shows the desk at @p address until its window is closed; @p wanted is the case that is open first, or its bundle.
int showDesk(Cli &cli, const QString &address, const QString &vault, const QString &wanted = {})
{
    const Options &options = cli.options();
    const bool personal = options.screenshots.isEmpty() && !options.selfTest;
    const auto settings = userSettings();
    const QString wished = !options.language.isEmpty() || !personal ? options.language : settings->value(QStringLiteral("language")).toString();
    useLanguage(languageOr(wished));
    const int theme = personal ? settings->value(QStringLiteral("theme"), static_cast<int>(ui::ThemeMode::System)).toInt() : 0;
    if (!qobject_cast<QApplication *>(QCoreApplication::instance()))
        return cli.fail(CliWords::tr("There is no display to open a window on. The verbs work without one; see: arbiter --help"));
    auto &application = *qobject_cast<QApplication *>(QCoreApplication::instance());
    ui::applyTheme(application, static_cast<ui::ThemeMode>(theme));
    if (const auto parsed = storage::parseAddress(address); !parsed)
        return cli.fail(addressText(parsed.error()), WrongUsage);
    const auto refuse = [&](const QString &why) {
        if (personal && QGuiApplication::platformName() != u"offscreen")
            QMessageBox::critical(nullptr, CliWords::tr("Arbiter"), why);
        return cli.fail(why);
    };
    domain::CaseId first;
    if (!wanted.isEmpty()) {
        const auto actor = cli.actor(true);
        if (!actor)
            return cli.actorStatus();
        const auto id = caseOrBundle(*cli.workspace(), *actor, wanted);
        if (!id)
            return refuse(id.error());
        first = *id;
        cli.closeWorkspace();
    }
    QString problem;
    const auto desk = DeskWindow::open(address, vault, options.as, personal, &problem);
    if (!desk)
        return refuse(problem);
    if (options.selfTest) {
        QObject::connect(desk.get(), &DeskWindow::usable, &application, [] { QCoreApplication::exit(Done); });
        QTimer::singleShot(30'000, &application, [] { QCoreApplication::exit(Failed); });
    }
    if (!first.isNull())
        desk->session().open(first);
    desk->window().show();
    desk->start();
    if (!options.screenshots.isEmpty())
        return takeScreenshots(*desk, options.screenshots, [&](const QString &line) { cli.print(line); });
    return QApplication::exec();
}

int openVerb(Cli &cli)
{
    const QString address = cli.options().databaseOrDefault();
    const QStringList &words = cli.options().words; // none, or "open" and what it opens
    if (words.size() > 2)
        return cli.usage(words.at(2));
    return showDesk(cli, address, defaultVault(address, cli.options().vault), words.value(1));
}

std::optional<qint64> durationOf(const QString &text)
{
    bool ok = false;
    const qint64 number = text.chopped(1).toLongLong(&ok);
    const QChar unit = text.isEmpty() ? QChar() : text.back();
    const qint64 factor = unit == u'm' ? domain::minuteMs : unit == u'h' ? domain::hourMs : unit == u'd' ? domain::dayMs : 0;
    return ok && factor > 0 && number >= 0 ? std::optional(number * factor) : std::nullopt;
}

int advanceDemo(Cli &cli, const QString &address, const QString &vault, qint64 ms)
{
    auto space = Workspace::open(address, vault, {});
    if (!space)
        return cli.fail(space.error());
    if (!(*space)->time().isDemo())
        return cli.fail(CliWords::tr("%1 is no demo: its clock is not moved.").arg(address));
    const auto gateway = gatewayFor(**space);
    const auto run = (*space)->time().advance(ms, (*space)->desk(), *gateway);
    if (!run)
        return cli.fail(run.error());
    const QString now = (*space)->time().now().toRfc3339();
    cli.json() ? cli.print(QJsonObject{{QStringLiteral("database"), address}, {QStringLiteral("now"), now}})
               : cli.print(CliWords::tr("The demo's clock is at %1 now.").arg(now));
    return Done;
}

/// Ctrl+C stops the preparation; afterwards it closes the window as ever. @p made: cases were made, not found there.
domain::Result<QString, QString> prepareWithProgress(Cli &cli, const DemoWish &wish, bool *made)
{
    const Interruptible guard;
    QElapsedTimer timer;
    timer.start();
    return prepareDemo(wish, [&](int done, int of) {
        *made = true;
        const double seconds = qMax(0.001, static_cast<double>(timer.elapsed()) / 1000);
        cli.progress(CliWords::tr("preparing the demo: %1 of %n case(s), %2 a second", nullptr, of).arg(done).arg(done / seconds, 0, 'f', 0));
        return !Interruptible::asked();
    });
}

} // namespace

int runDemo(Cli &cli, Arguments &arguments)
{
    DemoWish wish;
    if (!cli.options().database.isEmpty())
        return cli.fail(CliWords::tr("The demo makes a database of its own in --dir DIR; leave --db out."), WrongUsage);
    bool ok = true, asked = false, made = false;
    if (const auto seed = arguments.takeOption(QStringLiteral("--seed"))) {
        wish.seed = seed->toULongLong(&ok);
        asked = true;
        if (!ok)
            return cli.usage(*seed);
    }
    if (const auto cases = arguments.takeOption(QStringLiteral("--cases"))) {
        wish.cases = cases->toInt(&ok);
        asked = true;
        if (!ok || wish.cases < 1)
            return cli.usage(*cases);
    }
    wish.dir = arguments.takeOption(QStringLiteral("--dir"))
                   .value_or(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/arbiter/demo"));
    wish.fresh = arguments.takeFlag(QStringLiteral("--fresh"));
    const auto advance = arguments.takeOption(QStringLiteral("--advance"));
    const auto by = advance ? durationOf(*advance) : std::nullopt;
    const bool prepareOnly = arguments.takeFlag(QStringLiteral("--prepare-only"));
    if ((advance && !by) || !arguments.leftOver().isEmpty())
        return cli.usage(advance && !by ? *advance : arguments.leftOver());
    const auto address = prepareWithProgress(cli, wish, &made);
    cli.progress(QString());
    if (!address)
        return cli.fail(address.error());
    if (asked && !made) // the wish is about another demo than the one that opens
        cli.warn(CliWords::tr("The demo in %1 is reused as it is, with its own seed and number of cases; --fresh makes it anew.").arg(wish.dir));
    const QString vault = wish.dir + QStringLiteral("/vault");
    if (by) {
        const int status = advanceDemo(cli, *address, vault, *by);
        return status;
    }
    if (prepareOnly) {
        if (cli.json())
            cli.print(QJsonObject{{QStringLiteral("database"), *address}, {QStringLiteral("vault"), vault}});
        else
            cli.print(CliWords::tr("The demo is ready: --db %1 --vault %2").arg(*address, vault));
        return Done;
    }
    return showDesk(cli, *address, vault);
}

int runProgram(int argc, char **argv)
{
#if defined(__GLIBC__)
    // Many threads decode and read; a heap for each would keep what films and pictures once needed (290 instead of 242 MB).
    mallopt(M_ARENA_MAX, 2);
#endif
    initResources();
    QStringList words;
    for (int n = 1; n < argc; ++n)
        words.append(QString::fromLocal8Bit(argv[n]));
    const auto options = parseOptions(words);
    Options nothing; // a command line that is not understood gets a sentence, not a window
    nothing.help = true;
    const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv, options ? *options : nothing);
    useLanguage(languageOr(options ? options->language : QString()));
    Cli cli(options ? *options : Options{});
    if (!options)
        return cli.usage(options.error());
    if (options->version) {
        cli.json() ? cli.print(QJsonObject{{QStringLiteral("version"), QStringLiteral(ARB_VERSION)}}) : cli.print(QStringLiteral("arbiter " ARB_VERSION));
        return Done;
    }
    if (options->words.isEmpty() || options->words.constFirst() == u"open") {
        if (options->help) {
            cli.print(helpText());
            return Done;
        }
        return openVerb(cli);
    }
    const Verb *verb = findVerb(options->words.constFirst());
    if (!verb)
        return cli.usage(options->words.constFirst());
    if (options->help) {
        cli.print(verbHelp(*verb));
        return Done;
    }
    Arguments arguments(options->words.mid(1));
    return verb->run(cli, arguments);
}

namespace {

/// What a usage line offers after its verb: options, and the words of verbs that have verbs of their own ("a|b" are two).
QStringList wordsOf(const Verb &verb)
{
    static const QRegularExpression option(QStringLiteral("--[a-z-]+")), inner(QStringLiteral("(?:^|\\| )[a-z-]+ ([a-z]+(?:\\|[a-z]+)*)(?= |$)"));
    const QString usage = QString::fromUtf8(verb.usage);
    QStringList words;
    for (auto found = option.globalMatch(usage); found.hasNext();)
        words.append(found.next().captured());
    for (auto found = inner.globalMatch(usage); found.hasNext();)
        words.append(found.next().captured(1).split(u'|'));
    if (qstrcmp(verb.name, "report") == 0) {
        words.append(QStringLiteral("list"));
        for (const usecases::Report &report : usecases::reportCatalog())
            words.append(QString::fromLatin1(report.code));
    }
    words.removeDuplicates();
    return words;
}

/// The codes that the value of an option stands for; none where it is free.
QStringList codesBehind(QStringView option, QStringView value)
{
    if (option == u"--view")
        return codesOf<usecases::QueueView>();
    if (option == u"--sort")
        return codesOf<usecases::QueueSort>();
    if (value == u"PARTY")
        return codesOf<domain::Party>();
    if (value == u"KIND")
        return codesOf<domain::ExhibitKind>();
    if (value == u"STATE")
        return codesOf<usecases::TaskState>();
    QStringList spelt; // "csv|xlsx", and the word in "TIME|evidence"
    for (const QStringView word : value.split(u'|', Qt::SkipEmptyParts)) {
        if (word == word.toString().toLower() && !word.contains(u'.'))
            spelt.append(word.toString());
    }
    return spelt;
}

/// What bash offers behind each option of the verb that takes a value: its codes, files, folders or nothing.
QString valueCases(const Verb &verb)
{
    static const QRegularExpression valued(QStringLiteral("(--[a-z-]+) ([A-Za-z_][\\w.=|]*)"));
    QString cases;
    for (auto found = valued.globalMatch(QString::fromUtf8(verb.usage)); found.hasNext();) {
        const auto match = found.next();
        const QString option = match.captured(1), value = match.captured(2);
        QString offered;
        if (const QStringList codes = codesBehind(option, value); !codes.isEmpty())
            offered = QStringLiteral("$(compgen -W \"%1\" -- \"$word\")").arg(codes.join(u' '));
        else if (value.startsWith(u"FILE") || value.contains(u'.'))
            offered = QStringLiteral("$(compgen -f -- \"$word\")");
        else if (value == u"DIR")
            offered = QStringLiteral("$(compgen -d -- \"$word\")");
        cases += QStringLiteral("    \"%1 %2\") COMPREPLY=(%3); return ;;\n").arg(QString::fromLatin1(verb.name), option, offered);
    }
    return cases;
}

} // namespace

QString completionScript()
{
    QStringList verbs{QStringLiteral("open")};
    QString words, values;
    for (const auto table : {deskVerbs(), caseVerbs(), queueVerbs(), rulingVerbs(), fileVerbs(), policyVerbs(), benchVerbs()}) {
        for (const Verb &verb : table) {
            const QString name = QString::fromLatin1(verb.name);
            verbs.append(name);
            QStringList own, inner;
            for (const QString &word : wordsOf(verb))
                (word.startsWith(u'-') ? own : inner).append(word);
            if (!own.isEmpty() || !inner.isEmpty())
                words += QStringLiteral("    %1) own=\"%2\" inner=\"%3\" ;;\n").arg(name, own.join(u' '), inner.join(u' '));
            values += valueCases(verb);
        }
    }
    return QStringLiteral("# bash completion for arbiter\n"
                          "_arbiter() {\n"
                          "    local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\" verb= own= inner= n=1\n"
                          "    local options=\"--db --vault --new-vault --as --lang --json --command-id --help --version\"\n"
                          "    case $before in\n"
                          "    --lang) COMPREPLY=($(compgen -W \"zh_CN en\" -- \"$word\")); return ;;\n"
                          "    --db|--as|--command-id) COMPREPLY=(); return ;;\n"
                          "    --vault) COMPREPLY=($(compgen -d -- \"$word\")); return ;;\n"
                          "    esac\n"
                          "    while [ $n -lt $COMP_CWORD ]; do\n"
                          "        case ${COMP_WORDS[n]} in\n"
                          "        --db|--vault|--as|--lang|--command-id) n=$((n + 1)) ;;\n"
                          "        -*) ;;\n"
                          "        *) verb=${COMP_WORDS[n]}; break ;;\n"
                          "        esac\n"
                          "        n=$((n + 1))\n"
                          "    done\n"
                          "    case \"$verb $before\" in\n"
                          "%3"
                          "    esac\n"
                          "    case $verb in\n"
                          "    \"\") inner=\"%1\" ;;\n"
                          "%2"
                          "    esac\n"
                          "    case $word in\n"
                          "    -*) COMPREPLY=($(compgen -W \"$own $options\" -- \"$word\")); return ;;\n"
                          "    esac\n"
                          "    COMPREPLY=($(compgen -W \"$inner\" -- \"$word\"))\n"
                          "    [ -z \"$verb\" ] || COMPREPLY+=($(compgen -f -- \"$word\"))\n"
                          "}\n"
                          "complete -F _arbiter arbiter\n")
        .arg(verbs.join(u' '), words, values);
}

QString manualPage()
{
    const auto roff = [](QString text) { return text.replace(u'\\', QStringLiteral("\\e")).replace(u'-', QStringLiteral("\\-")); };
    QString page = QStringLiteral(".TH ARBITER 1 \"\" \"arbiter " ARB_VERSION "\"\n.SH NAME\narbiter \\- the dispute\\-arbitration desk\n.SH SYNOPSIS\n"
                                  ".B arbiter\n[\\-\\-db ADDRESS] [\\-\\-vault DIR] [\\-\\-as NAME] [\\-\\-lang zh_CN|en] [\\-\\-json] "
                                  "[\\-\\-command\\-id ID] [VERB ...]\n.SH DESCRIPTION\n")
        + roff(CliWords::tr("Without a verb the window opens. ADDRESS is sqlite:FILE or postgresql://user@host:port/database; the default is in the user's data "
                            "folder, or what ARBITER_DB and ARBITER_VAULT say."))
        + QStringLiteral("\n.SH VERBS\n");
    for (const auto table : {deskVerbs(), caseVerbs(), queueVerbs(), rulingVerbs(), fileVerbs(), policyVerbs(), benchVerbs()}) {
        for (const Verb &verb : table) {
            page += QStringLiteral(".TP\n.B ") + roff(QString::fromUtf8(verb.usage)) + u'\n'
                + roff(QCoreApplication::translate("Help", verb.purpose)) + u'\n';
        }
    }
    page += QStringLiteral(".SH \"WORDS OF THE QUEUE\"\n") + roff(queueHelp()) + QStringLiteral("\n.SH CLOCKS\n") + roff(clockHelp());
    page += QStringLiteral("\n.SH \"CHATS IN TABLES\"\n") + roff(tableHelp());
    page += QStringLiteral("\n.SH ENVIRONMENT\n") + roff(environmentHelp()) + u'\n';
    return page + QStringLiteral(".SH \"EXIT STATUS\"\n") + roff(CliWords::tr("0 done, 1 failed, 2 wrong usage, 3 checked and found problems.")) + u'\n';
}

} // namespace arb::app
