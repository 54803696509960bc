// SPDX-License-Identifier: GPL-3.0-or-later
// Benchmarks of start, queue, opening a case and memory: on a demo of the asked size, made for the run.
#include "benchdesk.h"
#include "benchdemo.h"

#include "../workspace.h"

#include <storage/barereader.h>

#include <usecases/opencase.h>

#include <QtCore/QElapsedTimer>

#include <algorithm>

namespace arb::app {

namespace {

double since(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

QStringList caseWindow(const BenchDemo &demo, bool atWork = false)
{
    QStringList words{QStringLiteral("--db"), demo.address, QStringLiteral("--vault"), demo.vault, QStringLiteral("bench"), QStringLiteral("--case-window")};
    if (atWork)
        words.append(QStringLiteral("--at-work"));
    return words;
}

} // namespace

double median(QList<double> times)
{
    std::ranges::sort(times);
    return times.isEmpty() ? 0 : times.at(times.size() / 2);
}

double p95(QList<double> times)
{
    std::ranges::sort(times);
    return times.isEmpty() ? 0 : times.at(qMin(times.size() - 1, times.size() * 95 / 100));
}

QList<BenchLine> benchStart(const BenchContext &context, QString *problem)
{
    BenchDemo demo;
    if (!demo.make(context, problem))
        return {};
    QList<double> ours, bare, peak, barePeak;
    for (int round = 0; round < 5; ++round) {
        if (!context.progress(BenchWords::tr("start %1/5").arg(round + 1)))
            return {};
        const ChildRun window = runChild({QStringLiteral("--db"), demo.address, QStringLiteral("--vault"), demo.vault, QStringLiteral("--self-test")});
        const ChildRun empty = runChild({QStringLiteral("bench"), QStringLiteral("--empty-window")});
        if (window.ms < 0 || empty.ms < 0) {
            *problem = BenchWords::tr("the window did not come up");
            return {};
        }
        ours.append(window.ms);
        bare.append(empty.ms);
        peak.append(window.peakMb);
        barePeak.append(empty.peakMb);
    }
    if (!context.progress(BenchWords::tr("cases in the window")))
        return {};
    const ChildRun working = runChild(caseWindow(demo, true));
    if (working.ms < 0) {
        *problem = BenchWords::tr("the cases did not open");
        return {};
    }
    return {{QStringLiteral("start to usable window, %1 cases").arg(context.scale), median(ours), median(bare), QStringLiteral("ms"), 1500, false},
            {QStringLiteral("memory of that window, no case open"), median(peak), median(barePeak), QStringLiteral("MB"), 0, false},
            {QStringLiteral("memory at most: fifteen cases, each exhibit looked at, films played"), working.peakMb, median(barePeak), QStringLiteral("MB"), 300, false}};
}

QList<BenchLine> benchQueue(const BenchContext &context, QString *problem)
{
    BenchDemo demo;
    if (!demo.make(context, problem))
        return {};
    auto space = Workspace::open(demo.address, demo.vault, {});
    const auto bare = storage::BareReader::open(demo.file());
    if (!space || !bare) {
        *problem = BenchWords::tr("the demo could not be opened");
        return {};
    }
    const usecases::Desk desk = (*space)->desk();
    usecases::QueueQuery query;
    query.limit = 200;
    query.now = desk.clock.now();
    QList<double> ours, theirs;
    for (int round = 0; round < 50; ++round) {
        QElapsedTimer timer;
        timer.start();
        const auto rows = desk.cases.queue(query);
        ours.append(since(timer));
        timer.restart();
        const qint64 count = bare->queuePage(query.limit);
        theirs.append(since(timer));
        if (!rows || rows->isEmpty() || count == 0) {
            *problem = BenchWords::tr("the queue is empty");
            return {};
        }
    }
    return {{QStringLiteral("first 200 rows of the queue, %1 cases").arg(context.scale), median(ours), median(theirs), QStringLiteral("ms"), 0, true}};
}

QList<BenchLine> benchOpenCase(const BenchContext &context, QString *problem)
{
    BenchDemo demo;
    if (!demo.make(context, problem))
        return {};
    auto space = Workspace::open(demo.address, demo.vault, {});
    const auto bare = storage::BareReader::open(demo.file());
    if (!space || !bare) {
        *problem = BenchWords::tr("the demo could not be opened");
        return {};
    }
    const usecases::Desk desk = (*space)->desk();
    usecases::QueueQuery query;
    query.view = usecases::QueueView::All;
    query.limit = 300;
    query.now = desk.clock.now();
    const auto headers = desk.cases.queue(query);
    if (!headers || headers->isEmpty()) {
        *problem = BenchWords::tr("there is no case to open");
        return {};
    }
    QList<double> ours, theirs;
    for (const usecases::CaseHeader &header : *headers) {
        QElapsedTimer timer;
        timer.start();
        const auto view = usecases::OpenCase(desk)(usecases::ownerActor(), header.id);
        ours.append(since(timer));
        timer.restart();
        const qint64 bytes = bare->caseRows(header.id);
        theirs.append(since(timer));
        if (!view || bytes == 0) {
            *problem = BenchWords::tr("case %1 could not be opened").arg(header.caseNo);
            return {};
        }
    }
    QList<double> shown;
    for (int round = 0; round < 3; ++round) {
        if (!context.progress(BenchWords::tr("window %1/3").arg(round + 1)))
            return {};
        const ChildRun window = runChild(caseWindow(demo));
        for (const QByteArray &line : window.out.split('\n')) {
            if (!line.isEmpty())
                shown.append(line.toDouble());
        }
        if (window.ms < 0 || shown.isEmpty()) {
            *problem = BenchWords::tr("the cases did not open in the window");
            return {};
        }
    }
    return {{QStringLiteral("case in the window until its first exhibit is shown, 95th percentile"), p95(shown), 0, QStringLiteral("ms"), 150, false},
            {QStringLiteral("case in the window until its first exhibit is shown, median"), median(shown), 0, QStringLiteral("ms"), 0, false},
            {QStringLiteral("reading a case, 95th percentile"), p95(ours), p95(theirs), QStringLiteral("ms"), 0, false},
            {QStringLiteral("reading a case, median"), median(ours), median(theirs), QStringLiteral("ms"), 0, false}};
}

} // namespace arb::app
