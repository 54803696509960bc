// SPDX-License-Identifier: GPL-3.0-or-later
// Films from the file to the window: through the helper against bare libav doing the same, and against mpv where it is installed, in
// the same run. Processor time is that of this process and of its helpers together.
#include "benchdemo.h"
#include "benchdesk.h"
#include "benchmpv.h"

#include <media/decodeservice.h>
#include <media/filmreader.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <random>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace arb::app {

namespace {

constexpr int keyEvery = 250;
constexpr int shortFrames = 1800; ///< 60 s at 30 frames a second
constexpr int seeks = 50;
constexpr int steps = 40;
constexpr qint64 stepFrom = 4 * keyEvery - 1; ///< the end of a group: the dearest place to step back from
constexpr int framesPerSecond = 30;
constexpr int turnFrames = 2 * framesPerSecond; ///< played at a time, ours and bare in turns
constexpr QSize stripBox(160, 90);
constexpr QSize paneBox(960, 540);
constexpr int standByMs = 5000;

struct Spent
{
    double cpuMs = 0, wallMs = 0;
};

double msOf(const timespec &time)
{
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// What process @p parent's children and theirs have used of the processors until now; those that ended are not counted.
double cpuOfChildren(const QString &parent)
{
    double sum = 0;
    const QDir tasks(QStringLiteral("/proc/%1/task").arg(parent));
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile children(tasks.filePath(task + QStringLiteral("/children")));
        if (!children.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &child : children.readAll().split(' ')) {
            clockid_t clock{};
            timespec time{};
            if (child.toInt() <= 0)
                continue;
            if (::clock_getcpuclockid(child.toInt(), &clock) == 0 && ::clock_gettime(clock, &time) == 0)
                sum += msOf(time);
            sum += cpuOfChildren(QString::fromLatin1(child)); // the helpers are the fork server's
        }
    }
    return sum;
}

/// The same with this process itself.
double cpuOfFamily()
{
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return msOf(time) + cpuOfChildren(QStringLiteral("self"));
}

class FamilyWatch
{
public:
    FamilyWatch() { m_timer.start(); }
    Spent spent() const { return {cpuOfFamily() - m_cpu, static_cast<double>(m_timer.nsecsElapsed()) / 1e6}; }

private:
    double m_cpu = cpuOfFamily();
    QElapsedTimer m_timer;
};

bool ffmpeg(const QStringList &arguments)
{
    QProcess tool;
    tool.setStandardInputFile(QProcess::nullDevice());
    tool.start(QStringLiteral("ffmpeg"), QStringList{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y")} + arguments);
    return tool.waitForFinished(600'000) && tool.exitStatus() == QProcess::NormalExit && tool.exitCode() == 0;
}

/// One minute, and the same three times over.
bool makeFilms(const QString &one, const QString &three)
{
    const bool made = ffmpeg({QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"), QStringLiteral("testsrc2=s=1920x1080:r=30"),
                              QStringLiteral("-frames:v"), QString::number(shortFrames), QStringLiteral("-c:v"), QStringLiteral("libx264"),
                              QStringLiteral("-preset"), QStringLiteral("veryfast"), QStringLiteral("-g"), QString::number(keyEvery),
                              QStringLiteral("-keyint_min"), QString::number(keyEvery), QStringLiteral("-sc_threshold"), QStringLiteral("0"),
                              QStringLiteral("-bf"), QStringLiteral("3"), QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p"), one});
    return made && ffmpeg({QStringLiteral("-stream_loop"), QStringLiteral("2"), QStringLiteral("-i"), one, QStringLiteral("-c"), QStringLiteral("copy"), three});
}

/// What arbiter-decode says of bare libav with --time-film.
QList<Spent> bareFilm(const QString &program, const QStringList &arguments)
{
    QProcess child;
    child.start(program, QStringList{QStringLiteral("--time-film")} + arguments);
    QList<Spent> spent;
    if (!child.waitForFinished(600'000) || child.exitStatus() != QProcess::NormalExit || child.exitCode() != 0)
        return spent;
    for (const QByteArray &line : child.readAllStandardOutput().split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 2)
            spent.append({words[0].toDouble(), words[1].toDouble()});
    }
    return spent;
}

QList<double> cpuOf(const QList<Spent> &spent)
{
    QList<double> times;
    for (const Spent &one : spent)
        times.append(one.cpuMs);
    return times;
}

QList<double> wallOf(const QList<Spent> &spent)
{
    QList<double> times;
    for (const Spent &one : spent)
        times.append(one.wallMs);
    return times;
}

/// An open film of the benchmark.
struct BenchFilm
{
    BenchFilm(const media::DecodeService &service, const QString &path)
        : reader(service, path)
    {
        const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
        if (fd < 0)
            return;
        const auto opened = reader.open(fd);
        ::close(fd);
        if (opened)
            info = *opened;
    }
    bool isOpen() const { return !info.ptsUs.isEmpty(); }
    /// The frame on show @p us after the first.
    qint64 indexAt(qint64 us) const
    {
        const auto after = std::upper_bound(info.ptsUs.cbegin(), info.ptsUs.cend(), info.ptsUs.constFirst() + us);
        return std::max<qint64>(0, std::distance(info.ptsUs.cbegin(), after) - 1);
    }
    /// After the first frame, when the last one is due.
    qint64 endUs() const { return info.ptsUs.constLast() - info.ptsUs.constFirst(); }
    bool show(qint64 index, QSize box = {})
    {
        const auto frame = reader.frameCovering(index, box);
        return frame && frame->index == index;
    }

    media::FilmReader reader;
    media::MediaFilmInfo info;
};

class FilmBench
{
public:
    FilmBench(const BenchContext &context, QString *problem)
        : m_context(context), m_problem(problem), m_program(media::DecodeService::programNear(QCoreApplication::applicationDirPath())), m_service(options())
    {
    }
    QList<BenchLine> run();

private:
    /// Without the wrapper around the helper: its processor time can be read then. The other locks are on.
    media::DecodeService::Options options() const
    {
        media::DecodeService::Options options;
        options.program = m_program;
        options.most = media::Protection::Landlock;
        return options;
    }
    bool seekExactly();
    bool stepBack();
    bool showFirst();
    bool showStrip();
    bool play();
    struct Played
    {
        Spent spent;
        qint64 dropped = 0;
    };
    static std::optional<Played> playFrames(BenchFilm &film, qint64 first, int frames, QSize box);
    bool playTied();
    bool besideMpv();
    void add(const QString &what, double ours, double bare, double limit, bool ofRatio, const QString &unit = QStringLiteral("ms"))
    {
        m_lines.append({what, ours, bare, unit, limit, ofRatio});
    }

    const BenchContext &m_context;
    QString *m_problem;
    const QTemporaryDir m_place;
    const QString m_program;
    media::DecodeService m_service;
    QString m_one, m_three;
    QList<BenchLine> m_lines;
    QList<qint64> m_targets;              ///< frames that were sought
    QList<double> m_seekWall, m_stepWall; ///< ours, for mpv beside them
};

bool FilmBench::seekExactly()
{
    std::minstd_rand random(5);
    QList<qint64> targets;
    QStringList words{QStringLiteral("seek"), m_one};
    for (int n = 0; n < seeks; ++n) {
        targets.append(static_cast<qint64>(random() % shortFrames));
        words.append(QString::number(targets.constLast()));
    }
    const QList<Spent> bare = bareFilm(m_program, words);
    BenchFilm film(m_service, m_one);
    if (!film.isOpen() || bare.size() != seeks)
        return false;
    QList<Spent> ours, atOnce;
    for (const qint64 target : targets) {
        const FamilyWatch watch;
        if (!film.show(target))
            return false;
        ours.append(watch.spent());
    }
    for (const qint64 target : targets) {
        const FamilyWatch watch;
        if (!film.reader.nearestAtOnce(target))
            return false;
        atOnce.append(watch.spent());
    }
    m_targets = targets;
    m_seekWall = wallOf(ours);
    add(BenchWords::tr("1080p, exact seek, CPU, middle"), median(cpuOf(ours)), median(cpuOf(bare)), 1.15, true);
    add(BenchWords::tr("1080p, exact seek, CPU, 95th percentile"), p95(cpuOf(ours)), p95(cpuOf(bare)), 1.15, true);
    add(BenchWords::tr("1080p, exact seek, wall, 95th percentile"), p95(wallOf(ours)), p95(wallOf(bare)), 1.15, true);
    add(BenchWords::tr("1080p, something to see at once, wall, 95th percentile"), p95(wallOf(atOnce)), 0, 0, false);
    return true;
}

bool FilmBench::stepBack()
{
    constexpr qint64 last = stepFrom;
    const QList<Spent> group = bareFilm(m_program, {QStringLiteral("decode"), m_one, QString::number(last - keyEvery + 1), QString::number(last)});
    BenchFilm film(m_service, m_one);
    if (!film.isOpen() || group.size() != 1 || !film.show(last))
        return false;
    QList<Spent> spent;
    for (qint64 at = last - 1; at >= last - steps; --at) {
        const FamilyWatch watch;
        if (!film.show(at))
            return false;
        spent.append(watch.spent());
    }
    m_stepWall = wallOf(spent);
    QList<double> sorted = m_stepWall;
    std::sort(sorted.begin(), sorted.end());
    // One step in about thirty finds nothing kept and decodes the group again; all others are within the cache.
    const double cut = group.constFirst().wallMs / 4;
    const auto outside = std::lower_bound(sorted.cbegin(), sorted.cend(), cut);
    const QList<double> within(sorted.cbegin(), outside), misses(outside, sorted.cend());
    add(BenchWords::tr("1080p, step back within what is kept, 95th percentile"), p95(within), 0, 20, false);
    if (!misses.isEmpty())
        add(BenchWords::tr("1080p, step back outside of it, the worst, beside decoding one group of frames"), misses.constLast(), group.constFirst().wallMs, 1, true);
    add(BenchWords::tr("1080p, %n step(s) back that had to decode a group again", nullptr, steps), static_cast<double>(misses.size()), 0, 3, false, QString());
    return true;
}

bool FilmBench::showFirst()
{
    const QList<Spent> bare = bareFilm(m_program, {QStringLiteral("first"), m_one});
    QList<double> ours;
    for (int round = 0; round < 9; ++round) {
        // Nobody opens nine films within a blink: each round begins with a helper that stands by.
        if (!m_service.awaitStandBy(standByMs))
            return false;
        QElapsedTimer timer;
        timer.start();
        BenchFilm film(m_service, m_one);
        if (!film.isOpen() || !film.show(0))
            return false;
        ours.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    if (bare.isEmpty())
        return false;
    add(BenchWords::tr("1080p, first frame"), median(ours), median(wallOf(bare)), 0, false);
    add(BenchWords::tr("1080p, first frame, beyond bare opening and decoding"), median(ours) - median(wallOf(bare)), 0, 60, false);
    return true;
}

bool FilmBench::showStrip()
{
    BenchFilm film(m_service, m_three);
    if (!film.isOpen() || film.info.keyFrames.isEmpty())
        return false;
    const FamilyWatch watch;
    for (const qint64 key : film.info.keyFrames) {
        const auto thumbnail = film.reader.thumbnail(film.info.ptsUs.at(static_cast<qsizetype>(key)), stripBox);
        if (!thumbnail || thumbnail->index != key)
            return false;
    }
    add(BenchWords::tr("strip of a 3-minute 1080p film, all key frames"), watch.spent().wallMs, 0, 300, false);
    return true;
}

/// By the clock, from behind frame @p first, in frames that cover @p box.
std::optional<FilmBench::Played> FilmBench::playFrames(BenchFilm &film, qint64 first, int frames, QSize box)
{
    if (!film.show(first, box))
        return std::nullopt;
    const qint64 last = first + frames - 1, firstUs = film.info.ptsUs.at(first);
    const FamilyWatch watch;
    const auto begun = std::chrono::steady_clock::now();
    qint64 shown = first, dropped = 0;
    while (shown < last) {
        std::this_thread::sleep_until(begun + std::chrono::microseconds(film.info.ptsUs.at(shown + 1) - firstUs));
        const auto now = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun);
        const qint64 next = std::min(film.indexAt(firstUs - film.info.ptsUs.constFirst() + now.count()), last);
        dropped += next - shown - 1;
        if (!film.show(next, box))
            return std::nullopt;
        shown = next;
    }
    return Played{watch.spent(), dropped};
}

/// In turns: the same work can take half as much again of a shared machine's processors a few seconds later.
bool FilmBench::play()
{
    const int seconds = std::clamp(m_context.scale, 1, shortFrames / framesPerSecond), frames = seconds * framesPerSecond;
    BenchFilm small(m_service, m_one), large(m_service, m_one);
    if (!small.isOpen() || !large.isOpen())
        return false;
    double bareMs = 0, inPaneMs = 0, wholeMs = 0;
    qint64 dropped = 0;
    for (int first = 0; first < frames; first += turnFrames) {
        const int now = std::min(turnFrames, frames - first);
        const QList<Spent> bare = bareFilm(m_program, {QStringLiteral("play"), m_one, QString::number(framesPerSecond), QString::number(first), QString::number(now)});
        const std::optional<Played> inPane = playFrames(small, first, now, paneBox), whole = playFrames(large, first, now, {});
        if (bare.size() != 1 || !inPane || !whole)
            return false;
        bareMs += bare.constFirst().cpuMs;
        inPaneMs += inPane->spent.cpuMs;
        wholeMs += whole->spent.cpuMs;
        dropped += inPane->dropped;
    }
    add(BenchWords::tr("1080p at 30 frames a second in a pane of 960 x 540, %n second(s) played, CPU", nullptr, seconds), inPaneMs, bareMs, 1.3, true);
    add(BenchWords::tr("1080p at 30 frames a second as whole frames, %n second(s) played, CPU", nullptr, seconds), wholeMs, bareMs, 0, true);
    const auto inTime = static_cast<double>(frames - dropped) * 100.0 / frames;
    m_lines.append({BenchWords::tr("1080p at 30 frames a second, frames shown in time"), inTime, 0, QStringLiteral("%"), 100, false, true});
    return true;
}

/// One clock asks both for the frame at its time; at every sampled instant both show the same.
bool FilmBench::playTied()
{
    BenchFilm left(m_service, m_one), right(m_service, m_three);
    if (!left.isOpen() || !right.isOpen() || !left.show(0) || !right.show(0))
        return false;
    const int instants = std::clamp(m_context.scale * framesPerSecond, 2, shortFrames);
    const auto begun = std::chrono::steady_clock::now();
    qint64 most = 0, late = 0, drawn = 0;
    for (int instant = 1; instant < instants; ++instant) {
        std::this_thread::sleep_until(begun + std::chrono::microseconds(std::int64_t{1'000'000} * instant / framesPerSecond));
        const qint64 us = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun).count();
        if (us >= left.endUs())
            break; // the shorter one ends here
        std::atomic<qint64> other{-1};
        std::thread second([&] {
            const auto frame = right.reader.frameAt(right.indexAt(us));
            other = frame ? frame->index : -1;
        });
        const auto frame = left.reader.frameAt(left.indexAt(us));
        second.join();
        if (!frame || other < 0)
            return false;
        most = std::max(most, std::abs(frame->index - other.load()));
        late += frame->index - drawn > 1 ? 1 : 0;
        drawn = frame->index;
        instant = std::max(instant, static_cast<int>(us * framesPerSecond / 1'000'000));
    }
    add(BenchWords::tr("two 1080p films tied: largest difference"), static_cast<double>(most), 0, 0.5, false, BenchWords::tr("frames"));
    add(BenchWords::tr("two 1080p films tied: instants at which the clock left frames out"), static_cast<double>(late), 0, 0, false, QString());
    return true;
}

/// mpv keeps its time on the wall only; it works without a window here, so that it has less to do than it would have.
bool FilmBench::besideMpv()
{
    QList<double> seconds;
    for (const qint64 target : std::as_const(m_targets))
        seconds.append(static_cast<double>(target) / framesPerSecond);
    const MpvTimes mpv = timeMpv(m_one, seconds, static_cast<double>(stepFrom) / framesPerSecond, steps);
    if (mpv.seeks.size() == m_seekWall.size())
        add(BenchWords::tr("1080p, exact seek, wall, 95th percentile, beside mpv"), p95(m_seekWall), p95(mpv.seeks), 0, false);
    if (mpv.stepsBack.size() == m_stepWall.size()) {
        add(BenchWords::tr("1080p, step back, wall, middle, beside mpv"), median(m_stepWall), median(mpv.stepsBack), 0, false);
        add(BenchWords::tr("1080p, step back, wall, 95th percentile, beside mpv"), p95(m_stepWall), p95(mpv.stepsBack), 0, false);
    }
    return true; // without mpv there is nothing beside it
}

QList<BenchLine> FilmBench::run()
{
    if (QStandardPaths::findExecutable(QStringLiteral("ffmpeg")).isEmpty()) {
        *m_problem = BenchWords::tr("the films are made with ffmpeg, which is not installed here");
        return {};
    }
    m_one = m_place.filePath(QStringLiteral("one.mp4"));
    m_three = m_place.filePath(QStringLiteral("three.mp4"));
    if (!m_context.progress(BenchWords::tr("making films")))
        return {};
    if (!makeFilms(m_one, m_three)) {
        *m_problem = BenchWords::tr("the films could not be made");
        return {};
    }
    m_service.protection(); // starts the helper that stands by
    struct Part
    {
        QString name;
        bool (FilmBench::*run)();
    };
    const Part parts[] = {{BenchWords::tr("exact seeks"), &FilmBench::seekExactly}, {BenchWords::tr("steps back"), &FilmBench::stepBack},
                          {BenchWords::tr("first frames"), &FilmBench::showFirst},  {BenchWords::tr("a strip of thumbnails"), &FilmBench::showStrip},
                          {BenchWords::tr("playing"), &FilmBench::play},            {BenchWords::tr("playing two in step"), &FilmBench::playTied},
                          {BenchWords::tr("mpv"), &FilmBench::besideMpv}};
    for (const Part &part : parts) {
        if (!m_context.progress(part.name))
            return {};
        if (!(this->*part.run)()) {
            *m_problem = BenchWords::tr("the films could not be decoded: %1").arg(part.name);
            return {};
        }
    }
    return m_lines;
}

} // namespace

QList<BenchLine> benchFilms(const BenchContext &context, QString *problem)
{
    return FilmBench(context, problem).run();
}

} // namespace arb::app
