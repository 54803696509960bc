// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchdemo.h"

#include "../demo/demo.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QProcess>

namespace arb::app {

namespace {

constexpr int longestChildMs = 300'000;

} // namespace

bool BenchDemo::make(const BenchContext &context, QString *problem)
{
    return make(context, {}, problem);
}

bool BenchDemo::make(const BenchContext &context, const QString &on, QString *problem)
{
    DemoWish wish;
    wish.cases = context.scale;
    wish.dir = place.path() + QStringLiteral("/demo");
    wish.database = on;
    const auto made = prepareDemo(wish, [&](int done, int of) {
        return context.progress(BenchWords::tr("demo %1/%2").arg(done).arg(of));
    });
    if (!made) {
        *problem = made.error();
        return false;
    }
    address = *made;
    vault = demoVault(wish.dir);
    return true;
}

ChildRun runChild(const QStringList &arguments)
{
    QProcess child;
    QElapsedTimer timer;
    timer.start();
    child.start(QCoreApplication::applicationFilePath(), arguments);
    ChildRun run;
    while (child.state() != QProcess::NotRunning) {
        QFile status(QStringLiteral("/proc/%1/status").arg(child.processId()));
        if (status.open(QIODevice::ReadOnly)) {
            for (const QByteArray &line : status.readAll().split('\n')) {
                if (line.startsWith("VmHWM:"))
                    run.peakMb = qMax(run.peakMb, line.mid(6).trimmed().split(' ').constFirst().toDouble() / 1024);
            }
        }
        if (child.waitForFinished(5))
            break;
        if (timer.elapsed() > longestChildMs) {
            child.kill();
            child.waitForFinished();
            return {};
        }
    }
    run.out = child.readAllStandardOutput();
    run.ms = child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0 ? static_cast<double>(timer.nsecsElapsed()) / 1e6 : -1;
    return run;
}

} // namespace arb::app
