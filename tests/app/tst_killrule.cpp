// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundlebyhand.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <csignal>

using namespace arb;
using namespace arb::tests;

/// The program itself is killed (-9) while it signs. What it said is recorded must be there, nothing may be there by halves,
/// and the same command again ends in exactly one ruling. ARB_KILLS sets how often; the few of an ordinary run are a sample.
class TstKillRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedRulesAreWholeOrAbsent();
};

void TstKillRule::killedRulesAreWholeOrAbsent()
{
    const QTemporaryDir home;
    const QStringList at{QStringLiteral("--db"), QStringLiteral("sqlite:") + home.filePath(QStringLiteral("desk.db")), QStringLiteral("--as"), QStringLiteral("lin")};
    const auto run = [&](const QStringList &words) { return runArbiter(home.path(), at + words); };
    QCOMPARE(runArbiter(home.path(), at.first(2) + QStringList{QStringLiteral("db"), QStringLiteral("init")}).status, 0);
    QCOMPARE(runArbiter(home.path(), at.first(2) + QString::fromLatin1("user add lin --role reviewer").split(u' ')).status, 0);
    const int kills = qEnvironmentVariableIntValue("ARB_KILLS") > 0 ? qEnvironmentVariableIntValue("ARB_KILLS") : 5;
    int inTime = 0, recorded = 0;
    int longestMs = 0; // a busy machine is slower: the first round is left alone and says how long a ruling takes
    for (int round = -1; round < kills; ++round) {
        const QString number = QStringLiteral("K-%1").arg(round);
        QCOMPARE(run({QStringLiteral("import"), writeBundle(home.filePath(QStringLiteral("in")), number)}).status, 0);
        QCOMPARE(run({QStringLiteral("claim"), number}).status, 0);
        const QStringList sign{QStringLiteral("rule"), number, QStringLiteral("--file"), writeRuling(home.path(), number, QStringLiteral("kill-%1").arg(round))};
        const auto shown = [&] { return QJsonDocument::fromJson(run({QStringLiteral("show"), number, QStringLiteral("--json")}).out).object(); };

        if (round < 0) {
            QElapsedTimer timer;
            timer.start();
            QCOMPARE(run(sign).status, 0);
            longestMs = int(timer.elapsed()) + 10;
            continue;
        }
        QProcess program;
        program.start(QStringLiteral(ARB_BINARY_DIR "/arbiter"), at + sign);
        QVERIFY(program.waitForStarted());
        program.waitForFinished(QRandomGenerator::global()->bounded(longestMs)); // anywhere between its start and its end
        program.kill();
        QVERIFY(program.state() == QProcess::NotRunning || program.waitForFinished()); // it may have come to its end by itself
        const bool said = program.readAllStandardOutput().contains(number.toUtf8());
        inTime += program.exitStatus() == QProcess::CrashExit ? 1 : 0;

        const QJsonObject after = shown();
        const bool ruled = after.value(QLatin1String("state")).toString() == u"Ruled";
        QVERIFY2(ruled || !said, "what was said to be recorded is lost");
        QVERIFY(ruled || after.value(QLatin1String("state")).toString() == u"Claimed");
        QCOMPARE(!after.value(QLatin1String("tasks")).toArray().isEmpty(), ruled);
        recorded += ruled ? 1 : 0;
        const QString first = after.value(QLatin1String("ruling")).toObject().value(QLatin1String("id")).toString();
        const Ran again = run(sign + QStringList{QStringLiteral("--json")});
        QVERIFY2(again.status == 0, again.err.constData());
        const QJsonObject receipt = QJsonDocument::fromJson(again.out).object();
        QCOMPARE(receipt.value(QLatin1String("repeated")).toBool(), ruled);
        if (ruled && !first.isEmpty())
            QCOMPARE(receipt.value(QLatin1String("ruling")).toString(), first);
        QCOMPARE(shown().value(QLatin1String("state")).toString(), QStringLiteral("Ruled"));
    }
    // A control: were none killed after it had recorded, or none before, this would have tested half of it.
    QVERIFY2(kills < 50 || (recorded > 0 && recorded < kills), qPrintable(QStringLiteral("%1 of %2 had recorded").arg(recorded).arg(kills)));
    const Ran check = runArbiter(home.path(), at.first(2) + QStringList{QStringLiteral("db"), QStringLiteral("check")});
    QVERIFY2(check.status == 0, check.err.constData());
    qInfo("%d programs, %d killed before their end, %d had recorded", kills, inTime, recorded);
}

QObject *make_tst_killrule();
QObject *make_tst_killrule()
{
    return new TstKillRule;
}

#include "tst_killrule.moc"
