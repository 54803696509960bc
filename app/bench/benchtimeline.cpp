// SPDX-License-Identifier: GPL-3.0-or-later
// A timeline of many events in a window of its own: how long it takes to make and, above all, to paint while it moves.
#include "benchdemo.h"
#include "benchdesk.h"

#include <ui/timelineview.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QWidget>

#include <cstdio>
#include <ctime>
#include <functional>
#include <memory>

namespace arb::app {

namespace {

constexpr int frames = 300;

double processorMs()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Two weeks of a talkative case: nearly all of its events are messages, every tenth a picture.
usecases::CaseView talkativeCase(int events)
{
    usecases::CaseView view;
    domain::CaseFile &file = view.record.file;
    domain::UtcMs at = domain::UtcMs::fromPlatform(QDate(2026, 9, 1), QTime(9, 0));
    file.order.orderedAt = at;
    file.order.signedAt = at.plusMs(2 * domain::dayMs);
    file.afterSale.appliedAt = at.plusMs(3 * domain::dayMs);
    file.escalatedAt = at.plusMs(14 * domain::dayMs);
    for (int i = 0; i < events; ++i) {
        at = at.plusMs(domain::minuteMs * (1 + i * 7 % 9));
        if (i % 10 == 0) {
            domain::Exhibit exhibit;
            exhibit.id = QStringLiteral("b%1").arg(i);
            exhibit.facts.insert(QStringLiteral("capturedAt"), at.toRfc3339().left(19));
            file.exhibits.append(exhibit);
            continue;
        }
        domain::ChatMessage message;
        message.id = QStringLiteral("m%1").arg(i);
        message.at = at;
        message.from = i % 2 == 0 ? domain::Party::Buyer : domain::Party::Merchant;
        message.text = QStringLiteral("第 %1 条：请看一下照片里的划痕").arg(i);
        file.chat.append(message);
    }
    return view;
}

void turnWheel(QWidget &canvas, int angle, Qt::KeyboardModifiers keys)
{
    const QPointF middle(canvas.width() / 2.0, canvas.height() / 2.0);
    QWheelEvent event(middle, canvas.mapToGlobal(middle), QPoint(), QPoint(0, angle), Qt::NoButton, keys, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&canvas, &event);
}

QList<double> paintings(QWidget &canvas, const std::function<void(int)> &move)
{
    QList<double> times;
    for (int frame = 0; frame < frames; ++frame) {
        const double before = processorMs();
        move(frame);
        canvas.repaint();
        times.append(processorMs() - before);
    }
    return times;
}

} // namespace

int workOnTimelineInWindow(int events)
{
    const usecases::CaseView view = talkativeCase(events);
    QElapsedTimer timer;
    timer.start();
    const std::unique_ptr<QWidget> panel(ui::makeTimelineView(view));
    const double made = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    panel->resize(1366, 320);
    panel->show();
    QCoreApplication::processEvents();
    auto *canvas = panel->findChild<QWidget *>(QStringLiteral("timelineCanvas"));
    if (!canvas)
        return 1;
    canvas->repaint();
    const QList<double> zoomed = paintings(*canvas, [&](int frame) { turnWheel(*canvas, frame / 30 % 2 == 0 ? 60 : -60, Qt::NoModifier); });
    QList<double> panned;
    for (int level = 0; level < 3; ++level) { // as a whole, days, hours
        panned += paintings(*canvas, [&](int frame) { turnWheel(*canvas, frame / 60 % 2 == 0 ? 30 : -30, Qt::ShiftModifier); });
        for (int turn = 0; turn < 12; ++turn)
            turnWheel(*canvas, 120, Qt::NoModifier);
    }
    std::printf("%.3f\n%.3f\n%.3f\n", p95(panned), p95(zoomed), made);
    return 0;
}

QList<BenchLine> benchTimeline(const BenchContext &context, QString *problem)
{
    if (!context.progress(BenchWords::tr("timeline")))
        return {};
    const ChildRun window = runChild({QStringLiteral("bench"), QStringLiteral("--timeline-window"), QString::number(context.scale)});
    const QList<QByteArray> figures = window.out.split('\n');
    if (window.ms < 0 || figures.size() < 3) {
        *problem = BenchWords::tr("the window could not be measured");
        return {};
    }
    constexpr double frameMs = 1000.0 / 60;
    return {{BenchWords::tr("panning %1 events: CPU for each painting, 95th percentile").arg(context.scale), figures.at(0).toDouble(), 0, QStringLiteral("ms"), frameMs},
            {BenchWords::tr("zooming them, the same"), figures.at(1).toDouble(), 0, QStringLiteral("ms"), frameMs},
            {BenchWords::tr("making the timeline and looking for clashes"), figures.at(2).toDouble(), 0, QStringLiteral("ms"), 0}};
}

} // namespace arb::app
