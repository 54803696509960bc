// SPDX-License-Identifier: GPL-3.0-or-later
// arbiter-corpus: every file of a folder through the real path, in a real window, and what became of them in numbers.
#include "corpusround.h"
#include "footprint.h"
#include "samplefiles.h"

#include "../../app/workspace.h"

#include <usecases/deskcommands.h>

#include <resources.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QDirIterator>
#include <QtCore/QTemporaryDir>
#include <QtWidgets/QApplication>

#include <cstdio>

using namespace arb;

namespace {

/// A desk of nothing but these files, with one person at it.
bool prepareDesk(const QString &folder)
{
    const auto space = app::newDesk(folder);
    if (!space)
        return false;
    const usecases::Desk desk = space->desk();
    usecases::Person person;
    person.name = QStringLiteral("林晓");
    person.role = usecases::Role::Supervisor;
    return bool(usecases::DeskCommands(desk).addPerson({usecases::ownerActor(), {}, {}, {}}, person));
}

/// Everything a program may write to by habit points into @p root, so that what it writes elsewhere is a find.
void moveIn(const QString &root)
{
    for (const char *folder : {"home", "tmp", "cwd", "state", "outside"})
        QDir(root).mkpath(QLatin1StringView(folder));
    const auto set = [&](const char *name, const char *folder) { qputenv(name, QFile::encodeName(root + u'/' + QLatin1StringView(folder))); };
    set("HOME", "home");
    set("TMPDIR", "tmp");
    set("XDG_DATA_HOME", "state");
    set("XDG_CONFIG_HOME", "state");
    set("XDG_STATE_HOME", "state");
    set("XDG_CACHE_HOME", "state");
    set("XDG_RUNTIME_DIR", "state");
    QDir::setCurrent(root + QStringLiteral("/cwd"));
}

QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext())
        files.append(walk.next());
    files.sort();
    return files;
}

/// @p ours: files that we made, over which no decoder may break off.
int report(const corpus::CorpusRound &round, const QStringList &changes, qint64 took, bool ours)
{
    for (auto part = round.counts().cbegin(); part != round.counts().cend(); ++part) {
        std::printf("%s\n", qPrintable(part.key()));
        for (auto outcome = part->cbegin(); outcome != part->cend(); ++outcome)
            std::printf("%8d  %s\n", *outcome, qPrintable(outcome.key()));
    }
    std::printf("%lld files in %.1f s; longest stall of the window %lld ms; %lld stalls over %lld ms; %lld paths written outside its folders\n",
                static_cast<long long>(round.filesDone()), static_cast<double>(took) / 1000.0, static_cast<long long>(round.longestStallMs()),
                static_cast<long long>(round.stalls().size()), static_cast<long long>(corpus::CorpusRound::stallLimitMs),
                static_cast<long long>(changes.size()));
    for (const corpus::CorpusRound::Stall &stall : round.stalls())
        std::printf("STALL %lld ms at %s\n", static_cast<long long>(stall.ms), qPrintable(stall.file));
    for (const QString &path : changes)
        std::printf("WRITTEN %s\n", qPrintable(path));
    const QString died = ui::showErrorText(ui::ShowError::HelperDied);
    bool lost = false;
    for (const corpus::CorpusRound::Counts &counts : round.counts()) {
        for (auto outcome = counts.cbegin(); outcome != counts.cend(); ++outcome)
            lost = lost || outcome.key().startsWith(QStringLiteral("LOST")) || (ours && outcome.key().contains(died));
    }
    return round.stalls().isEmpty() && changes.isEmpty() && !lost ? 0 : 1;
}

int run(const QString &folder, const QString &root, bool ours)
{
    const QStringList files = filesIn(folder);
    if (files.isEmpty()) {
        std::fprintf(stderr, "arbiter-corpus: no files in %s\n", qPrintable(folder));
        return 2;
    }
    const QString own = root + QStringLiteral("/state");
    if (!QDir().mkpath(own + QStringLiteral("/desk")) || !prepareDesk(own + QStringLiteral("/desk"))) {
        std::fprintf(stderr, "arbiter-corpus: the desk could not be made\n");
        return 2;
    }
    QString problem;
    const auto desk = app::DeskWindow::open(QStringLiteral("sqlite:%1/desk/desk.db").arg(own), own + QStringLiteral("/desk/vault"), {}, false, &problem);
    if (!desk) {
        std::fprintf(stderr, "arbiter-corpus: %s\n", qPrintable(problem));
        return 2;
    }
    const corpus::Footprint footprint({folder, root + QStringLiteral("/home"), root + QStringLiteral("/cwd"), root + QStringLiteral("/outside")});
    corpus::CorpusRound round(*desk, files, root + QStringLiteral("/tmp"));
    QElapsedTimer timer;
    QObject::connect(desk.get(), &app::DeskWindow::usable, &round, [&] {
        timer.start();
        round.start();
    });
    QObject::connect(&round, &corpus::CorpusRound::finished, qApp, &QCoreApplication::quit);
    desk->window().resize(1366, 768);
    desk->window().show();
    desk->start();
    QApplication::exec();
    return report(round, footprint.changes(), timer.elapsed(), ours);
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir root;
    QString folder = argc > 1 ? QString::fromLocal8Bit(argv[argc - 1]) : QString();
    if (!folder.startsWith(u'-') && !folder.isEmpty())
        folder = QDir(folder).absolutePath();
    moveIn(root.path());
    QApplication application(argc, argv);
    initResources();
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Feeds every file of DIR to the program as a bundle, a picture, a document, a video and a chat. Ends 1 when the window "
                                                    "stalled, lost a file or anything was written outside its folders."));
    parser.addHelpOption();
    const QCommandLineOption make(QStringLiteral("make"), QStringLiteral("First writes files made to hurt into DIR."));
    const QCommandLineOption every(QStringLiteral("every-kb"), QStringLiteral("Cut samples at each N-th kilobyte."), QStringLiteral("N"), QStringLiteral("1"));
    const QCommandLineOption seed(QStringLiteral("seed"), QStringLiteral("Of what is random about them."), QStringLiteral("N"), QStringLiteral("1"));
    parser.addOptions({make, every, seed});
    parser.addPositionalArgument(QStringLiteral("DIR"), QStringLiteral("the folder"));
    parser.process(application);
    if (parser.positionalArguments().size() != 1 || parser.value(every).toInt() < 1)
        parser.showHelp(2);
    if (parser.isSet(make)) {
        QString problem;
        const int written = corpus::writeSamples(folder, parser.value(every).toInt(), parser.value(seed).toUInt(), &problem);
        if (written < 0) {
            std::fprintf(stderr, "arbiter-corpus: %s\n", qPrintable(problem));
            return 2;
        }
        std::printf("%d files made in %s\n", written, qPrintable(folder));
    }
    return run(folder, root.path(), parser.isSet(make));
}
