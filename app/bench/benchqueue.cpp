// SPDX-License-Identifier: GPL-3.0-or-later
// The queue at scale: in a window of its own process, and the store's answers beside the bare library's on the same file.
#include "benchdesk.h"
#include "benchdemo.h"

#include "../deskwindow.h"
#include "../workspace.h"

#include <storage/barereader.h>

#include <presentation/queuepresenter.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QFile>
#include <QtCore/QMap>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>

namespace arb::app {

namespace {

constexpr int rowsOnScreen = 30;
constexpr int longestWaitMs = 60'000;
constexpr int jumps = 60;
constexpr int newest = 50;
constexpr int letterMs = 60; ///< from one letter to the next: nobody types faster
constexpr int restMs = 7000; ///< by then the window has given back what it works with
constexpr int othersChange = 200'000; ///< cases

double msSince(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Memory of this program at present, MB.
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

struct Chip
{
    const char *filter, *where; ///< as people write it, and as bare SQL
};
constexpr Chip chips[] = {
    {"state:queued", "state = 'Queued'"},
    {"category:fresh", "category = 'fresh'"},
    {"type:repair", "type = 'repair'"},
    {"reason:damaged", "reason = 'damaged'"},
    {"platform:wechat", "platform = 'wechat'"},
    {"flag:food_safety", "flags = 'food_safety'"},
    {"amount:>=100000", "claimed_fen >= 100000"},
};
struct Sort
{
    usecases::QueueSort sort;
    const char *column;
};
constexpr Sort sorts[] = {{usecases::QueueSort::Amount, "claimed_fen"}, {usecases::QueueSort::Due, "due_at"},
                          {usecases::QueueSort::Escalated, "escalated_at"}, {usecases::QueueSort::CaseNo, "case_no"},
                          {usecases::QueueSort::Rank, "rank"}};

/// Words of the demo's goods, shops and captions: most of two characters, hot ones and rare ones.
QStringList searchedWords()
{
    return {QStringLiteral("家居"), QStringLiteral("红茶"), QStringLiteral("猫粮"), QStringLiteral("围巾"), QStringLiteral("羽绒"), QStringLiteral("签收"),
            QStringLiteral("旗舰"), QStringLiteral("小店"), QStringLiteral("花艺"), QStringLiteral("书店"), QStringLiteral("鲜果"), QStringLiteral("数码"),
            QStringLiteral("青禾"), QStringLiteral("云朵"), QStringLiteral("处理"), QStringLiteral("茶"), QStringLiteral("旗舰店"), QStringLiteral("1000777"),
            QStringLiteral("sh-40001"), QStringLiteral("没有的词")};
}

/// The longest time for which the event loop did not come round.
class StallWatch final : public QObject
{
public:
    StallWatch()
    {
        m_since.start();
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = qMax(m_longest, msSince(m_since));
            m_since.restart();
        });
        m_timer.start();
    }
    double take()
    {
        m_longest = qMax(m_longest, msSince(m_since));
        m_since.restart();
        return std::exchange(m_longest, 0.0);
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0;
};

/// What a person does with a queue of very many cases, one after the other; each line on stdout is a figure.
class QueueRound
{
public:
    QueueRound(DeskWindow &desk, const QString &address, const QString &vault) : m_queue(desk.queue()), m_address(address), m_vault(vault) {}

    bool run(const QElapsedTimer &sinceStart)
    {
        presentation::QueueModel &model = m_queue.model();
        if (!until([&] { return model.rowCount() > 0 && isShown(0); }))
            return false;
        say("first", msSince(sinceStart));
        say("memory_first", resident());
        if (!until([&] { return !m_queue.isFilling(); }))
            return false;
        say("filled", msSince(sinceStart));
        say("stall", m_stall.take());
        if (!choose("all", {usecases::QueueView::All, {}, usecases::QueueSort::Rank, false}))
            return false;
        say("rows", model.rowCount());
        QElapsedTimer quiet;
        quiet.start();
        until([&] { return quiet.elapsed() > restMs; });
        say("memory_filled", resident());
        return jumpAbout(model.rowCount()) && scroll(model.rowCount()) && resort() && filter() && search() && type() && followOthers();
    }

private:
    static void say(const char *what, double value) { std::printf("%s %.3f\n", what, value); }
    static bool until(const std::function<bool()> &reached)
    {
        QElapsedTimer timer;
        timer.start();
        while (!reached()) {
            if (timer.elapsed() > longestWaitMs)
                return false;
            QEventLoop loop;
            QTimer::singleShot(1, Qt::PreciseTimer, &loop, &QEventLoop::quit);
            loop.exec();
        }
        return true;
    }
    /// Looks at the rows that a screen would show from @p row; are they all here?
    bool isShown(int row)
    {
        presentation::QueueModel &model = m_queue.model();
        bool all = true;
        for (int n = row; n < qMin(row + rowsOnScreen, model.rowCount()); ++n)
            all = model.index(n, presentation::QueueModel::CaseColumn).data(presentation::QueueModel::LoadedRole).toBool() && all;
        return all;
    }
    bool show(const char *what, int row)
    {
        QElapsedTimer timer;
        timer.start();
        if (!until([&] { return isShown(row); }))
            return false;
        say(what, msSince(timer));
        say("stall_action", m_stall.take());
        return true;
    }
    bool choose(const char *what, const presentation::QueueChoice &choice)
    {
        bool answered = false;
        const auto heard = QObject::connect(&m_queue, &presentation::QueuePresenter::refreshed, &m_queue, [&answered] { answered = true; });
        m_stall.take();
        QElapsedTimer timer;
        timer.start();
        m_queue.choose(choice);
        const bool done = until([&] { return answered && isShown(0); });
        QObject::disconnect(heard);
        if (!done)
            return false;
        say(what, msSince(timer));
        say("stall_action", m_stall.take());
        return true;
    }
    bool jumpAbout(int rows)
    {
        quint64 random = 1;
        bool good = show("jump", qMax(0, rows - rowsOnScreen));
        for (int n = 0; n < jumps && good; ++n) {
            random = random * 6364136223846793005ULL + 1442695040888963407ULL;
            good = show("jump", static_cast<int>((random >> 33) % static_cast<quint64>(qMax(1, rows - rowsOnScreen))));
        }
        return good;
    }
    bool scroll(int rows) // the bar is dragged from one end to the other
    {
        bool good = true;
        for (int n = 0; n < jumps && good; ++n)
            good = show("scroll", static_cast<int>(qint64(rows) * n / jumps));
        return good;
    }
    bool resort()
    {
        for (int round = 0; round < 3; ++round) {
            for (const Sort &sort : sorts) {
                if (!choose("sort", {usecases::QueueView::All, {}, sort.sort, round % 2 == 0}))
                    return false;
            }
        }
        return choose("all", {usecases::QueueView::All, {}, usecases::QueueSort::Rank, false});
    }
    bool filter()
    {
        for (int round = 0; round < 3; ++round) {
            for (const Chip &chip : chips) {
                if (!choose("filter", {usecases::QueueView::All, QString::fromLatin1(chip.filter), usecases::QueueSort::Rank, false}))
                    return false;
            }
        }
        return true;
    }
    bool search()
    {
        for (const QString &word : searchedWords()) {
            if (!choose("search", {usecases::QueueView::All, word, usecases::QueueSort::Rank, false}))
                return false;
        }
        return true;
    }
    /// Words come letter by letter, faster than they are answered; each letter is another question.
    bool type()
    {
        for (const QString &word : {QStringLiteral("羽绒服"), QStringLiteral("1000777"), QStringLiteral("category:fresh 鲜果")}) {
            bool answered = false;
            const auto heard = QObject::connect(&m_queue, &presentation::QueuePresenter::refreshed, &m_queue, [&answered] { answered = true; });
            m_stall.take();
            for (qsizetype letters = 1; letters <= word.size(); ++letters) {
                answered = false;
                m_queue.choose({usecases::QueueView::All, word.first(letters), usecases::QueueSort::Rank, false});
                QElapsedTimer pause;
                pause.start();
                until([&] { return pause.elapsed() >= letterMs; });
            }
            const bool done = until([&] { return answered && isShown(0); });
            QObject::disconnect(heard);
            if (!done)
                return false;
            say("stall_typing", m_stall.take());
        }
        return true;
    }

    /// Another connection gives very many cases a new place, all of them in one go as the window sees it.
    bool followOthers()
    {
        if (!choose("all", {usecases::QueueView::All, {}, usecases::QueueSort::Rank, false}))
            return false;
        std::atomic<int> changed{-1};
        std::thread others([&] {
            const auto space = Workspace::open(m_address, m_vault, {});
            qint64 total = 0;
            domain::CaseId last;
            while (space && total < othersChange) {
                const auto done = (*space)->desk().cases.rerank({.msPerHundredYuan = 1, .amountCapMs = 1, .riskMs = 1}, last, 10'000);
                if (!done || done->last.isNull())
                    break;
                last = done->last;
                total += done->changed;
            }
            changed = static_cast<int>(total);
        });
        m_stall.take();
        const bool written = until([&] { return changed >= 0; });
        others.join();
        bool answered = false;
        const auto heard = QObject::connect(&m_queue, &presentation::QueuePresenter::refreshed, &m_queue, [&answered] { answered = true; });
        QElapsedTimer timer;
        timer.start();
        m_queue.refresh();
        const bool seen = written && until([&] { return answered && isShown(0); });
        QObject::disconnect(heard);
        say("others_changed", changed);
        say("others_seen", msSince(timer));
        say("stall_others", m_stall.take());
        return seen && changed > 0;
    }

    presentation::QueuePresenter &m_queue;
    QString m_address, m_vault;
    StallWatch m_stall;
};

double longestOf(const QList<double> &times)
{
    return times.isEmpty() ? 0 : *std::ranges::max_element(times);
}

/// Times of @p rounds runs of @p work; empty when it failed once.
QList<double> timed(int rounds, const std::function<bool()> &work)
{
    QList<double> times;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        if (!work())
            return {};
        times.append(msSince(timer));
    }
    return times;
}

/// What the bare library needs for the same questions.
struct BareTimes
{
    QList<double> page, rows, sort, filter;
};

BareTimes bareTimes(storage::BareReader &bare)
{
    BareTimes times;
    times.page = timed(20, [&] { return bare.queuePage(200) > 0; });
    QList<domain::CaseId> ids;
    bare.eachId([&ids](domain::CaseId id) { ids.append(id); });
    quint64 random = 7;
    times.rows = timed(jumps, [&] {
        qint64 bytes = 0;
        for (int n = 0; n < rowsOnScreen; ++n) {
            random = random * 6364136223846793005ULL + 1442695040888963407ULL;
            bytes += bare.row(ids.at(static_cast<qsizetype>((random >> 33) % static_cast<quint64>(ids.size()))));
        }
        return bytes > 0;
    });
    for (const Sort &sort : sorts)
        times.sort += timed(1, [&] { return bare.sorted(sort.column) > 0; });
    for (const Chip &chip : chips)
        times.filter += timed(1, [&] { return bare.filtered(chip.where) >= 0; });
    return times;
}

/// Newest hits of each word, ours and bare.
bool searchTimes(const usecases::Desk &desk, storage::BareReader &bare, QList<double> &ours, QList<double> &theirs)
{
    for (int round = 0; round < 5; ++round) {
        for (const QString &word : searchedWords()) {
            const auto phrase = usecases::searchPhrase(word);
            QElapsedTimer timer;
            timer.start();
            const auto found = desk.queue.search({*phrase}, newest);
            const auto rows = found ? desk.queue.rows(*found) : domain::Failure{usecases::StoreError::Broken};
            ours.append(msSince(timer));
            timer.restart();
            const qint64 hits = bare.newestWith(*phrase, newest);
            theirs.append(msSince(timer));
            if (!rows || rows->size() != hits)
                return false;
        }
    }
    return true;
}

/// The figures that the window's process says, by name; empty when it failed.
using Said = QMap<QByteArray, QList<double>>;
Said queueWindow(const BenchDemo &demo)
{
    const ChildRun window = runChild({QStringLiteral("--db"), demo.address, QStringLiteral("--vault"), demo.vault, QStringLiteral("bench"),
                                      QStringLiteral("--queue-window")});
    Said said;
    for (const QByteArray &line : window.ms < 0 ? QByteArrayList() : window.out.split('\n')) {
        if (const QByteArrayList words = line.split(' '); words.size() == 2)
            said[words.at(0)].append(words.at(1).toDouble());
    }
    return said;
}

} // namespace

int workOnQueueInWindow(const QString &address, const QString &vault)
{
    QElapsedTimer timer;
    timer.start();
    QString problem;
    const auto desk = DeskWindow::open(address, vault, QStringLiteral("许文"), false, &problem);
    if (!desk) {
        std::fprintf(stderr, "%s\n", qPrintable(problem));
        return 1;
    }
    desk->window().resize(1366, 768);
    desk->window().show();
    desk->start();
    return QueueRound(*desk, address, vault).run(timer) ? 0 : 1;
}

QList<BenchLine> benchQueueScale(const BenchContext &context, QString *problem)
{
    BenchDemo demo;
    QElapsedTimer making;
    making.start();
    if (!demo.make(context, problem))
        return {};
    const double madeIn = msSince(making) / 1000;
    const auto bare = storage::BareReader::open(demo.file());
    auto space = Workspace::open(demo.address, demo.vault, {});
    if (!bare || !space) {
        *problem = BenchWords::tr("the demo could not be opened");
        return {};
    }
    const usecases::Desk desk = (*space)->desk();
    usecases::QueueQuery query;
    query.limit = 200;
    query.now = desk.clock.now();
    if (!context.progress(BenchWords::tr("bare library")))
        return {};
    const QList<double> page = timed(20, [&] { return desk.cases.queue(query).ok(); });
    const BareTimes theirs = bareTimes(*bare);
    QList<double> search, bareSearch;
    if (!searchTimes(desk, *bare, search, bareSearch)) {
        *problem = BenchWords::tr("a search found other cases than the bare library");
        return {};
    }
    if (!context.progress(BenchWords::tr("window")))
        return {};
    const ChildRun empty = runChild({QStringLiteral("bench"), QStringLiteral("--empty-window")});
    const Said said = queueWindow(demo);
    // What a case costs is what a larger desk needs more: caches of fixed size are full on both.
    BenchContext smaller = context;
    smaller.scale = context.scale / 5;
    BenchDemo other;
    if (!other.make(smaller, problem))
        return {};
    const Said less = queueWindow(other);
    if (said.isEmpty() || less.isEmpty() || empty.ms < 0) {
        *problem = BenchWords::tr("the queue did not work in the window");
        return {};
    }
    const auto one = [&](const char *what) { return said.value(what).value(0); };
    const double moreCases = one("rows") - less.value("rows").value(0);
    const double perCase = (one("memory_filled") - less.value("memory_filled").value(0)) * 1024 * 1024 / qMax(1.0, moreCases);
    const bool atScale = context.scale >= 500'000; // below, the caches are what counts
    const QString ms = QStringLiteral("ms"), mb = QStringLiteral("MB");
    return {{QStringLiteral("making the desk of %1 cases").arg(context.scale), madeIn, 0, QStringLiteral("s"), 0, false},
            {QStringLiteral("first 200 rows, %1 cases").arg(context.scale), median(page), median(theirs.page), ms, 2, true},
            {QStringLiteral("window: from opening the desk to its first rows"), one("first"), 0, ms, 0, false},
            {QStringLiteral("window: until all cases are read"), one("filled"), 0, ms, 0, false},
            {QStringLiteral("window: longest stall while all cases are read"), one("stall"), 0, ms, 50, false},
            {QStringLiteral("window: jump anywhere, 95th percentile"), p95(said.value("jump")), p95(theirs.rows), ms, 100, false},
            {QStringLiteral("window: scroll from end to end, 95th percentile"), p95(said.value("scroll")), p95(theirs.rows), ms, 100, false},
            {QStringLiteral("window: sort all cases anew, 95th percentile"), p95(said.value("sort")), p95(theirs.sort), ms, 100, false},
            {QStringLiteral("window: filter chips, 95th percentile"), p95(said.value("filter")), p95(theirs.filter), ms, 100, false},
            {QStringLiteral("window: all hits of a word, 95th percentile"), p95(said.value("search")), 0, ms, 0, false},
            {QStringLiteral("window: longest stall of any of these"), longestOf(said.value("stall_action")), 0, ms, 50, false},
            {QStringLiteral("window: longest stall while a word is typed letter by letter"), longestOf(said.value("stall_typing")), 0, ms, 50, false},
            {QStringLiteral("window: longest stall while others change %1 cases").arg(one("others_changed")), one("stall_others"), 0, ms, 50, false},
            {QStringLiteral("newest 50 hits of a word, 95th percentile"), p95(search), p95(bareSearch), ms, 50, false},
            {QStringLiteral("memory of that window above an empty one"), one("memory_filled") - empty.peakMb, 0, mb, 200, false},
            {QStringLiteral("memory for each case"), perCase, 0, QStringLiteral("bytes"), atScale ? 64.0 : 0.0, false}};
}

} // namespace arb::app
