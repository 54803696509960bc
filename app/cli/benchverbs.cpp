// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "interruptible.h"

#include "../bench/benchdesk.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMainWindow>

namespace arb::app {

std::span<const Benchmark> benchmarks()
{
    static const Benchmark all[] = {
        {"start", QT_TRANSLATE_NOOP("Help", "start to usable window, and its memory with cases and films open, against an empty window"), 10'000, benchStart},
        {"queue", QT_TRANSLATE_NOOP("Help", "first rows of the queue against the bare query"), 10'000, benchQueue},
        {"open_case", QT_TRANSLATE_NOOP("Help", "a case in the window until its first exhibit is on show; reading a case against reading its rows"), 60, benchOpenCase},
        {"queue_scale", QT_TRANSLATE_NOOP("Help", "the queue of a million cases: first rows, jumps, sorts, filters, free text, stalls and memory"), 1'000'000, benchQueueScale},
        {"claims", QT_TRANSLATE_NOOP("Help", "claims against the bare statement on SQLite"), 100'000, benchClaims},
        {"claims_postgresql", QT_TRANSLATE_NOOP("Help", "claims of 32 clients against the same statements in pgbench; needs --db with an empty PostgreSQL database"), 200'000, benchClaimsPostgresql, true},
        {"pictures", QT_TRANSLATE_NOOP("Help", "JPEGs of 12, 48 and 100 megapixels through the locked-in helper against bare libjpeg-turbo; painting a linked pair; switching"), 1, benchPictures},
        {"films", QT_TRANSLATE_NOOP("Help", "1080p films through the locked-in helper against bare libav and mpv: exact seeks, steps back, first frame, thumbnails, playing, two in step; needs ffmpeg"), 60, benchFilms},
        {"timeline", QT_TRANSLATE_NOOP("Help", "panning and zooming a timeline of many events: CPU for each painting; making it"), 5'000, benchTimeline},
        {"chat", QT_TRANSLATE_NOOP("Help", "a chat of so many messages in the window: first lines, search, and the longest stall while scrolling"), 100'000, benchChat},
        {"chat_import", QT_TRANSLATE_NOOP("Help", "importing an exported chat of so many MB against reading and decoding the file"), 100, benchChatImport},
        {"ocr", QT_TRANSLATE_NOOP("Help", "words in made-up chat screenshots through the locked-in reader: characters read right, and time a shot; needs fonts-noto-cjk"), 100, benchOcr},
        {"import", QT_TRANSLATE_NOOP("Help", "importing bundles against inflating, hashing and syncing the same files"), 512, benchImport},
    };
    return all;
}

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// What `bench start` compares with: the library's window with nothing in it.
int emptyWindow()
{
    QMainWindow window;
    window.resize(1366, 768);
    window.show();
    QTimer::singleShot(0, &window, [] { QCoreApplication::exit(0); });
    return QApplication::exec();
}

QString number(double value)
{
    return QString::number(value, 'f', value < 10 ? 2 : 0);
}

/// Answers false when it was stopped or could not run; @p status says which end the verb comes to.
bool runOne(Cli &cli, const Benchmark &bench, int scale, int *status)
{
    QString problem;
    const QString &given = cli.options().database;
    const Interruptible guard; // the children of a benchmark are ended by the same Ctrl+C
    const BenchContext context{scale > 0 ? scale : bench.defaultScale, given.startsWith(QStringLiteral("postgresql:")) ? given : QString(),
                               [&](const QString &text) {
                                   cli.progress(text);
                                   return !Interruptible::asked();
                               }};
    const QList<BenchLine> lines = bench.run(context, &problem);
    cli.progress(QString());
    if (Interruptible::asked()) {
        *status = cli.stopped();
        return false;
    }
    if (!problem.isEmpty()) {
        *status = cli.fail(CliWords::tr("benchmark %1 did not run: %2").arg(QString::fromLatin1(bench.name), problem));
        return false;
    }
    for (const BenchLine &line : lines) {
        if (!line.met())
            *status = Problems;
        if (cli.json()) {
            cli.print(QJsonObject{{QStringLiteral("bench"), QString::fromLatin1(bench.name)}, {QStringLiteral("what"), line.what},
                                  {QStringLiteral("ours"), line.ours}, {QStringLiteral("bare"), line.bare}, {QStringLiteral("ratio"), line.ratio()},
                                  {QStringLiteral("unit"), line.unit}, {QStringLiteral("limit"), line.limit}, {QStringLiteral("ofRatio"), line.ofRatio}, {QStringLiteral("atLeast"), line.atLeast},
                                  {QStringLiteral("met"), line.met()}});
            continue;
        }
        QString text = QStringLiteral("%1: %2 %3").arg(line.what, number(line.ours), line.unit);
        if (line.bare > 0)
            text += CliWords::tr(", bare %1 %2, ratio %3").arg(number(line.bare), line.unit, QString::number(line.ratio(), 'f', 2));
        if (line.limit > 0 && line.atLeast)
            text += CliWords::tr(", at least %1%2: %3").arg(number(line.limit), line.ofRatio ? QStringLiteral("x") : QString(u' ' + line.unit),
                                                            line.met() ? CliWords::tr("met") : CliWords::tr("NOT met"));
        else if (line.limit > 0)
            text += CliWords::tr(", limit %1%2: %3").arg(number(line.limit), line.ofRatio ? QStringLiteral("x") : QString(u' ' + line.unit),
                                                         line.met() ? CliWords::tr("met") : CliWords::tr("NOT met"));
        cli.print(text);
    }
    return true;
}

int bench(Cli &cli, Arguments &arguments)
{
    if (arguments.takeFlag(QStringLiteral("--empty-window")))
        return emptyWindow();
    if (arguments.takeFlag(QStringLiteral("--case-window"))) {
        const QString address = cli.options().databaseOrDefault();
        return openCasesInWindow(address, defaultVault(address, cli.options().vault), arguments.takeFlag(QStringLiteral("--at-work")));
    }
    if (arguments.takeFlag(QStringLiteral("--queue-window"))) {
        const QString address = cli.options().databaseOrDefault();
        return workOnQueueInWindow(address, defaultVault(address, cli.options().vault));
    }
    if (const auto folder = arguments.takeOption(QStringLiteral("--picture-window")))
        return workOnPicturesInWindow(*folder);
    if (const auto messages = arguments.takeOption(QStringLiteral("--timeline-window")))
        return workOnTimelineInWindow(messages->toInt());
    if (const auto messages = arguments.takeOption(QStringLiteral("--chat-window")))
        return workOnChatInWindow(messages->toInt());
    int scale = 0;
    if (const auto text = arguments.takeOption(QStringLiteral("--scale"))) {
        bool ok = false;
        scale = text->toInt(&ok);
        if (!ok || scale <= 0)
            return cli.usage(*text);
    }
    const auto name = arguments.takePosition();
    if (!name || !arguments.leftOver().isEmpty())
        return cli.usage(name ? arguments.leftOver() : QStringLiteral("bench NAME"));
    int status = Done;
    bool known = *name == u"all" || *name == u"list";
    for (const Benchmark &one : benchmarks()) {
        if (*name == u"list") {
            if (cli.json())
                cli.print(QJsonObject{{QStringLiteral("name"), QString::fromLatin1(one.name)}});
            else
                cli.print(QStringLiteral("%1\t%2").arg(QString::fromLatin1(one.name), QCoreApplication::translate("Help", one.purpose)));
        } else if (*name == u"all" && one.needsServer && !cli.options().database.startsWith(QStringLiteral("postgresql:"))) {
            if (!cli.json())
                cli.print(CliWords::tr("%1 was left out: it needs --db with an empty PostgreSQL database.").arg(QString::fromLatin1(one.name)));
        } else if (*name == u"all" || *name == QLatin1StringView(one.name)) {
            known = true;
            if (!runOne(cli, one, scale, &status) && Interruptible::asked())
                return status;
        }
    }
    return known ? status : cli.usage(*name);
}

} // namespace

std::span<const Verb> benchVerbs()
{
    static const Verb verbs[] = {
        {"bench", "bench NAME|all [--scale N] | bench list", QT_TRANSLATE_NOOP("Help", "built-in benchmarks, each against the bare library in the same run"), bench},
    };
    return verbs;
}

} // namespace arb::app
