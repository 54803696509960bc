// SPDX-License-Identifier: GPL-3.0-or-later
#include "decodedesk.h"

#include "hostile/attempts.h"

#include "helper/process.h"

#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace arb;
using media::Protection;

/// What each rung of the ladder holds, tried from inside; and what it does not hold, said as plainly.
class TstConfinement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attemptsEndAsTheRungSays_data();
    void attemptsEndAsTheRungSays();
    void landlockHoldsAlone_data();
    void landlockHoldsAlone();
    void theRungInForceIsTheHighestAskedFor();
    void whatIsEndedEarlyLeavesNobodyBehind();

private:
    enum class End { Killed, Denied, Succeeded };
};

static bool hasLandlock()
{
    return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, 1) >= 1;
}

void TstConfinement::attemptsEndAsTheRungSays_data()
{
    QTest::addColumn<int>("rung");
    QTest::addColumn<QString>("attempt");
    QTest::addColumn<int>("end");
    struct Row
    {
        const char *attempt;
        End onProcess, onFilter;
    };
    // A process of its own only has limits: it caps memory, files, priority and queues, keeps its memory to itself, and stops
    // nothing else. The filter kills, but for opening,
    // which it answers as libraries expect. Landlock and namespaces lie behind it: they show where the filter is not asked.
    static constexpr Row rows[] = {
        {"open", End::Succeeded, End::Denied},   {"socket", End::Succeeded, End::Killed},     {"exec", End::Succeeded, End::Killed},
        {"fork", End::Succeeded, End::Killed},   {"memory", End::Denied, End::Denied},        {"bigfile", End::Denied, End::Denied},
        {"ptrace", End::Succeeded, End::Killed}, {"parent", End::Succeeded, End::Killed},     {"owner", End::Succeeded, End::Killed},
        {"execmemory", End::Succeeded, End::Killed}, {"ahead", End::Succeeded, End::Killed}, {"behind", End::Succeeded, End::Succeeded},
        {"queue", End::Denied, End::Killed},     {"leeway", End::Denied, End::Killed},        {"readable", End::Denied, End::Killed},
    };
    for (const Row &row : rows) {
        const QString attempt = QString::fromLatin1(row.attempt);
        QTest::addRow("process: %s", row.attempt) << int(Protection::Process) << attempt << int(row.onProcess);
        QTest::addRow("filter: %s", row.attempt) << int(Protection::Filter) << attempt << int(row.onFilter);
        QTest::addRow("Landlock: %s", row.attempt) << int(Protection::Landlock) << attempt << int(row.onFilter);
        QTest::addRow("namespaces: %s", row.attempt) << int(Protection::Namespaces) << attempt << int(row.onFilter);
    }
}

void TstConfinement::attemptsEndAsTheRungSays()
{
    QFETCH(int, rung);
    QFETCH(QString, attempt);
    QFETCH(int, end);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a build with a sanitizer has no filter and no limit on memory");
#endif
    const QString program = tests::builtProgram("hostile-decode");
    if (Protection(rung) == Protection::Namespaces) {
        media::DecodeService real(tests::realDecoder());
        if (real.protection() != Protection::Namespaces)
            QSKIP("bubblewrap does not work on this system");
    }
    const QStringList command = media::helperCommand(program, QStringLiteral("--serve"), {QStringLiteral("attempt"), attempt}, Protection(rung), false);
    QProcess process;
    process.start(command.first(), command.mid(1));
    QVERIFY(process.waitForFinished(60'000));
    const int status = process.exitCode();
    // bubblewrap tells the signal that ended its child as a shell does.
    const bool killed = process.exitStatus() == QProcess::CrashExit ? status == SIGSYS : status == 128 + SIGSYS;
    const End found = killed ? End::Killed : status == tests::Denied ? End::Denied : End::Succeeded;
    if (found == End::Succeeded)
        QVERIFY2(status == tests::Succeeded || (attempt == u"exec" && status == 0), qPrintable(QString::number(status)));
    QCOMPARE(int(found), end);
}

void TstConfinement::landlockHoldsAlone_data()
{
    QTest::addColumn<QString>("attempt");
    QTest::addColumn<int>("status");
    QTest::newRow("open") << QStringLiteral("open") << int(tests::Denied);
    QTest::newRow("exec") << QStringLiteral("exec") << int(tests::Denied);
    QTest::newRow("socket") << QStringLiteral("socket") << int(tests::Succeeded); // why it is never alone
}

/// Behind the filter it is never asked; should a flaw in the filter be found, it is what remains.
void TstConfinement::landlockHoldsAlone()
{
    QFETCH(QString, attempt);
    QFETCH(int, status);
    if (!hasLandlock())
        QSKIP("this kernel has no Landlock");
    QProcess process;
    process.start(tests::builtProgram("hostile-decode"), {QStringLiteral("--serve"), QStringLiteral("--without"), QStringLiteral("filter"),
                                                          QStringLiteral("attempt"), attempt});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), status);
}

/// The lowest rung is told in the log; doctor and About say it, too.
void TstConfinement::theRungInForceIsTheHighestAskedFor()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^reduced protection: arbiter-decode ")));
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QCOMPARE(int(media::DecodeService(tests::realDecoder()).protection()), int(Protection::Process));
#else
    QCOMPARE(int(media::DecodeService(tests::realDecoder(Protection::Process)).protection()), int(Protection::Process));
    QCOMPARE(int(media::DecodeService(tests::realDecoder(Protection::Filter)).protection()), int(Protection::Filter));
    if (!hasLandlock())
        QSKIP("this kernel has no Landlock");
    QCOMPARE(int(media::DecodeService(tests::realDecoder(Protection::Landlock)).protection()), int(Protection::Landlock));
#endif
}

/// Ended at any moment of its beginning, on the highest rung there is: afterwards nobody has what was handed to it.
void TstConfinement::whatIsEndedEarlyLeavesNobodyBehind()
{
    media::DecodeService real(tests::realDecoder());
    const QStringList command = media::helperCommand(tests::realDecoder().program, QStringLiteral("--tool"), {QStringLiteral("pdfinfo"), QStringLiteral("-")},
                                                     real.protection(), true);
    constexpr int moments = 80;
    constexpr long stepNs = 100'000; // bubblewrap takes some milliseconds
    for (int moment = 0; moment < moments; ++moment) {
        int ends[2] = {-1, -1};
        QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
        const media::FileHandle reading(ends[0]);
        const pid_t process = media::startProcess(command, {-1, ends[1], -1});
        ::close(ends[1]);
        QVERIFY(process > 0);
        pollfd held{reading.fd(), POLLIN, 0};
        const timespec until{0, moment * stepNs};
        ::ppoll(&held, 1, &until, nullptr);
        media::endProcess(process);
        constexpr int patienceMs = 10'000;
        char rest[256];
        bool gone = false;
        while (!gone && ::poll(&held, 1, patienceMs) == 1)
            gone = ::read(reading.fd(), rest, sizeof rest) == 0;
        QVERIFY2(gone, qPrintable(QStringLiteral("ended after %1 ms").arg(static_cast<double>(moment * stepNs) / 1e6)));
    }
}

QObject *make_tst_confinement();
QObject *make_tst_confinement()
{
    return new TstConfinement;
}

#include "tst_confinement.moc"
