// SPDX-License-Identifier: GPL-3.0-or-later
#include "millioncases.h"
#include <presentingdesk.h>

#include <presentation/queuepresenter.h>

#include <contracts/contractdata.h>

#include <usecases/queuereader.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QFile>
#include <QtCore/QTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <cstdio>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;
using namespace arb::usecases;

namespace {

/// ARB_QUEUE_CASES=1000000 measures; a small number only shows that it still runs.
qint64 casesAsked()
{
    const qint64 cases = qEnvironmentVariableIntValue("ARB_QUEUE_CASES");
    return cases > 0 ? cases : 20'000;
}

void say(const char *what, double value, const char *unit)
{
    std::printf("%-52s %10.2f %s\n", what, value, unit);
    std::fflush(stdout);
}

double ms(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// The program's memory in MB.
double resident()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

/// The longest time for which the event loop did not come round.
class StallWatch : public QObject
{
public:
    StallWatch()
    {
        m_since.start();
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = qMax(m_longest, ms(m_since));
            m_since.restart();
        });
        m_timer.start();
    }
    double take()
    {
        m_longest = qMax(m_longest, ms(m_since));
        m_since.restart();
        return std::exchange(m_longest, 0.0);
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0;
};

struct SpeedScene
{
    SpeedScene() : cases(casesAsked()), desk{store, store, store, store, store, store, cases, vault, inspector, clock, ids}, runner(desk), reader(desk),
                   session(runner, reader, journal), presenter(session)
    {
        clock.at = contractNow;
        session.setActor(Actor{.person = contractPerson(1001, "林晓", Role::Supervisor)});
    }
    /// Looks at the rows that a screen would show from @p row, then waits for them to be there.
    bool show(int row)
    {
        QueueModel &model = presenter.model();
        const auto loaded = [&] {
            bool all = true;
            for (int n = row; n < qMin(row + 25, model.rowCount()); ++n)
                all = model.index(n, QueueModel::CaseColumn).data(QueueModel::LoadedRole).toBool() && all;
            return all;
        };
        for (int tries = 0; tries < 100 && !loaded(); ++tries) {
            QEventLoop loop;
            QObject::connect(&model, &QueueModel::dataChanged, &loop, &QEventLoop::quit);
            QTimer::singleShot(1000, &loop, &QEventLoop::quit);
            loop.exec();
        }
        return loaded();
    }

    MemoryStore store; ///< of the worker's threads, which take turns in it: nothing else changes meanwhile
    MadeUpCases cases;
    StandingClock clock;
    CountingIds ids;
    NoVault vault;
    NoInspector inspector;
    Desk desk;
    ThreadRunner runner, reader;
    MemoryJournal journal;
    Session session;
    QueuePresenter presenter;
};

} // namespace

/// What the queue costs at a million cases, without a database: figures for people, on a quiet machine.
class TstQueueSpeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void index();
    void window();
};

void TstQueueSpeed::index()
{
    MadeUpCases cases(casesAsked());
    std::printf("index of %lld cases\n", static_cast<long long>(casesAsked()));
    const double before = resident();
    QueueIndex index;
    QElapsedTimer timer;
    double feeding = 0;
    timer.start();
    (void)cases.entries(0, [](const QueueEntry &) { return true; }).ok();
    feeding = ms(timer);
    timer.restart();
    index.reserve(*cases.caseCount());
    (void)cases.entries(0, [&index](const QueueEntry &entry) {
        index.put(entry);
        return true;
    }).ok();
    index.settle();
    say("fill, without making the entries up", ms(timer) - feeding, "ms");
    say("columns", double(index.columnBytes()) / double(index.size()), "bytes a case");
    say("resident", (resident() - before) * 1024 * 1024 / double(index.size()), "bytes a case");
    QueueQuery query;
    query.view = QueueView::All;
    query.now = contractNow;
    TextPlaces places(static_cast<size_t>(index.size()));
    timer.restart();
    quint32 place = 0;
    (void)cases.byText(QueueSort::CaseNo, [&](domain::CaseId id, bool) {
        places[*index.ids().find(id)] = place++;
        return true;
    }).ok();
    say("places of case numbers", ms(timer), "ms");
    for (const auto &row : domain::codeTable<QueueSort>()) {
        query.sort = row.value;
        timer.restart();
        const QueueOrderPtr order = index.order(query, {nullptr, &places});
        say(QByteArray(QByteArray("all cases by ") + row.code).constData(), ms(timer), "ms");
        QCOMPARE(order->size(), index.size());
    }
    query.sort = QueueSort::Rank;
    for (const auto &row : domain::codeTable<QueueView>()) {
        query.view = row.value;
        timer.restart();
        (void)index.count(query);
        say(QByteArray(QByteArray("count of view ") + row.code).constData(), ms(timer), "ms");
    }
    query.view = QueueView::All;
    const std::pair<const char *, const char *> filters[] = {
        {"filter state", "state:queued"}, {"filter category and amount", "category:fresh amount:>=100000"}, {"filter merchant", "merchant:m-77"},
        {"filter overdue", "overdue:yes"}, {"filter type and reason", "type:repair reason:other"}};
    for (const auto &[what, text] : filters) {
        query.filter = *parseQueueFilter(QString::fromLatin1(text));
        timer.restart();
        const QueueOrderPtr order = index.order(query);
        say(QByteArray(QByteArray(what) + ", sorted by rank").constData(), ms(timer), "ms");
    }
    const auto hits = cases.search({}, 0);
    timer.restart();
    const CaseSet set = index.setOf(*hits);
    say("half of all cases found by text, as a set", ms(timer), "ms");
    query.filter = {};
    const QueueOrderPtr all = index.order(query);
    cases.write(1000);
    (void)cases.entries(1, [&index](const QueueEntry &entry) {
        index.put(entry);
        return true;
    }).ok();
    const QueueOrderPtr next = index.order(query);
    timer.restart();
    const QueueChange change = changeBetween(all, next);
    say("difference of two orders", ms(timer), "ms");
    QVERIFY(change.few);
}

void TstQueueSpeed::window()
{
    const double before = resident();
    SpeedScene scene;
    QueuePresenter &presenter = scene.presenter;
    std::printf("window at %lld cases\n", static_cast<long long>(casesAsked()));
    StallWatch stall;
    QElapsedTimer timer;
    timer.start();
    presenter.setView(QueueView::All);
    presenter.start();
    const int all = static_cast<int>(casesAsked());
    QTRY_VERIFY_WITH_TIMEOUT(presenter.model().rowCount() == all, 60'000);
    say("all rows on show after the start", ms(timer), "ms");
    say("  longest stall", stall.take(), "ms");
    QSignalSpy refreshed(&presenter, &QueuePresenter::refreshed);
    const auto choose = [&](const char *what, const QueueChoice &choice) {
        refreshed.clear();
        stall.take();
        timer.restart();
        presenter.choose(choice);
        while (refreshed.isEmpty())
            refreshed.wait(60'000);
        QVERIFY(scene.show(0));
        say(what, ms(timer), "ms");
        say("  longest stall", stall.take(), "ms");
    };
    choose("by amount", {QueueView::All, {}, QueueSort::Amount, true});
    choose("by case number", {QueueView::All, {}, QueueSort::CaseNo, false});
    choose("by merchant", {QueueView::All, {}, QueueSort::Merchant, false});
    choose("waiting, by rank", {QueueView::Waiting, {}, QueueSort::Rank, false});
    choose("one category above a sum", {QueueView::All, QStringLiteral("category:fresh amount:>=100000"), QueueSort::Rank, false});
    choose("a text in half of the cases", {QueueView::All, QStringLiteral("half"), QueueSort::Rank, false});
    choose("all, by rank", {QueueView::All, {}, QueueSort::Rank, false});
    timer.restart();
    QVERIFY(scene.show(all - 30));
    say("jump to the end", ms(timer), "ms");
    for (const qint64 written : {qint64(1), qint64(100), qint64(casesAsked() / 2)}) {
        refreshed.clear();
        stall.take();
        const QPersistentModelIndex selected = presenter.model().index(all / 2, QueueModel::CaseColumn);
        const qint64 id = selected.data(QueueModel::CaseIdRole).toLongLong();
        timer.restart();
        scene.reader.post([&scene, written](const Desk &desk) {
            scene.cases.write(written);
            (void)desk.store.setDeskClock(contractNow).ok();
        });
        presenter.look();
        while (refreshed.isEmpty())
            refreshed.wait(60'000);
        std::printf("%lld cases written by others\n", static_cast<long long>(written));
        say("  seen", ms(timer), "ms");
        say("  longest stall", stall.take(), "ms");
        QCOMPARE(selected.data(QueueModel::CaseIdRole).toLongLong(), id);
    }
    presenter.setView(QueueView::Waiting); // rows that leave and come in great number
    while (refreshed.count() < 2)
        refreshed.wait(60'000);
    say("resident above the start, per case", (resident() - before) * 1024 * 1024 / double(all), "bytes");
    say("resident above the start", resident() - before, "MB");
}

QObject *make_tst_queuespeed()
{
    return new TstQueueSpeed;
}

#include "tst_queuespeed.moc"
