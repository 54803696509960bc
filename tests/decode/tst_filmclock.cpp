// SPDX-License-Identifier: GPL-3.0-or-later
#include "testfilms.h"

#include <decode/film.h>
#include <decode/filmsearch.h>
#include <decode/format.h>

#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <vector>

using namespace arb;

/// Two recordings in one transport stream, one behind the other, each with a clock of its own; or one whose clock comes to its end.
class TstFilmClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_dir.isValid()); }
    void everyFrameIsTheOneAskedFor_data();
    void everyFrameIsTheOneAskedFor();
    void severalRecordingsFollowEachOther();
    void aRecordingThatBeginsWithoutAKeyIsDamagedUpToIt();
    void aWrongStampIsNoNewClock_data();
    void aWrongStampIsNoNewClock();
    void soundKeepsToThePictures();
    void aStreamIsKnownHoweverItBegins();

private:
    static constexpr int half = 120, group = 40, frames = 2 * half;
    QString path(const QString &name) const { return m_dir.filePath(name); }
    static int numberIn(const decode::FilmFrame &frame)
    {
        return tests::frameNumberIn([&](int x, int y) { return frame.bitmap.row(y)[x]; });
    }
    /// @p offset, seconds, is added to the times; by itself the second half begins where the first one did.
    bool makeHalf(const QString &file, bool second, const QString &bFrames, const QString &offset = {}) const;
    bool join(const QStringList &parts, const QString &file) const;
    QTemporaryDir m_dir;
};

/// Frames 0 to 119, or 120 to 239, of a film with a key every 40, from the time 0 on.
bool TstFilmClock::makeHalf(const QString &file, bool second, const QString &bFrames, const QString &offset) const
{
    const QString usual = second ? QStringLiteral("-4") : QStringLiteral("0");
    const QString whole = path(QStringLiteral("whole%1.mp4").arg(bFrames));
    tests::FilmRecipe recipe;
    recipe.frames = frames;
    recipe.codec = {QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-preset"), QStringLiteral("fast"), QStringLiteral("-g"), QString::number(group),
                    QStringLiteral("-sc_threshold"), QStringLiteral("0"), QStringLiteral("-bf"), bFrames};
    if (!QFile::exists(whole) && !tests::makeFilm(whole, recipe))
        return false;
    const QString dropped = (second ? QStringLiteral("noise=drop=lt(n\\,%1)") : QStringLiteral("noise=drop=gte(n\\,%1)")).arg(half);
    return tests::copyFilm(whole, path(file), {QStringLiteral("-bsf:v"), dropped, QStringLiteral("-output_ts_offset"), offset.isEmpty() ? usual : offset});
}

bool TstFilmClock::join(const QStringList &parts, const QString &file) const
{
    QFile joined(path(file));
    if (!joined.open(QIODevice::WriteOnly))
        return false;
    for (const QString &part : parts) {
        QFile one(path(part));
        if (!one.open(QIODevice::ReadOnly))
            return false;
        const QByteArray bytes = one.readAll();
        if (bytes.isEmpty() || joined.write(bytes) != bytes.size())
            return false;
    }
    return joined.flush();
}

void TstFilmClock::everyFrameIsTheOneAskedFor_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("clockBefore");
    QTest::addColumn<QString>("clockAfter");
    QTest::addColumn<int>("joins");
    const QString none = QStringLiteral("0"), three = QStringLiteral("3");
    QTest::newRow("stored as shown") << none << none << QString() << QString() << 1;
    QTest::newRow("stored in another order") << three << three << QString() << QString() << 1;
    QTest::newRow("only the first in another order") << three << none << QString() << QString() << 1;
    QTest::newRow("only the second in another order") << none << three << QString() << QString() << 1;
    QTest::newRow("the second was begun an hour before") << three << three << QStringLiteral("3600") << QString() << 1;
    // 33 bits of 1/90,000 s are 95,443.7 s: this clock comes to its end in the middle of the first half, at the join, in the second half.
    for (const char *offset : {"95440", "95438.317", "95437"}) {
        const QString seconds = QString::fromLatin1(offset);
        QTest::addRow("one clock that wraps, from %s", offset) << three << three << seconds << seconds << 0;
    }
}

void TstFilmClock::everyFrameIsTheOneAskedFor()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, clockBefore);
    QFETCH(QString, clockAfter);
    QFETCH(int, joins);
    QVERIFY(makeHalf(QStringLiteral("first.ts"), false, before, clockBefore) && makeHalf(QStringLiteral("second.ts"), true, after, clockAfter));
    QVERIFY(join({QStringLiteral("first.ts"), QStringLiteral("second.ts")}, QStringLiteral("joined.ts")));
    const tests::OpenedFile opened(path(QStringLiteral("joined.ts")));
    auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    const decode::FilmInfo &info = (*film)->info();
    QCOMPARE(std::ssize(info.ptsUs), std::ptrdiff_t{frames});
    for (std::size_t n = 1; n < info.ptsUs.size(); ++n)
        QVERIFY(info.ptsUs[n] > info.ptsUs[n - 1] && info.ptsUs[n] - info.ptsUs[n - 1] < 200'000);
    const std::vector<std::int64_t> keys{0, group, 2 * group, half, half + group, half + 2 * group};
    QVERIFY(info.keyFrames == keys);
    const auto isRight = [](decode::Film &of, int at) {
        const auto frame = of.frameAt(at);
        return frame.ok() && frame->index == at && numberIn(*frame) == at && !frame->damaged;
    };
    QRandomGenerator random(11);
    for (int i = 0; i < 80; ++i) {
        const int at = static_cast<int>(random.bounded(frames));
        QVERIFY2(isRight(**film, at), qPrintable(QStringLiteral("sought %1").arg(at)));
    }
    for (int at = 0; at < frames; ++at)
        QVERIFY2(isRight(**film, at), qPrintable(QStringLiteral("forth %1").arg(at)));
    for (int at = frames - 1; at >= 0; --at)
        QVERIFY2(isRight(**film, at), qPrintable(QStringLiteral("back %1").arg(at)));
    auto fresh = decode::Film::open(opened.fd()); // which keeps no frames yet
    QVERIFY(fresh.ok());
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        const auto near = (*fresh)->nearestAtOnce(*key + 5);
        QVERIFY(near.ok());
        QCOMPARE(near->index, *key);
        QCOMPARE(numberIn(*near), static_cast<int>(*key));
        const auto small = (*fresh)->thumbnail(info.ptsUs.at(static_cast<std::size_t>(*key + 5)), tests::filmWidth, tests::filmHeight);
        QVERIFY(small.ok());
        QCOMPARE(small->index, *key);
        QCOMPARE(numberIn(*small), static_cast<int>(*key));
    }
    for (const int at : {half - 1, half, half + 1, 0, frames - 1}) {
        auto first = decode::Film::open(opened.fd());
        QVERIFY2(first.ok() && isRight(**first, at), qPrintable(QStringLiteral("afresh %1").arg(at)));
    }
    auto search = decode::InterruptionSearch::open(opened.fd());
    QVERIFY(search.ok());
    decode::Outcome<bool> done = false;
    while (done.ok() && !*done)
        done = (*search)->goOn(std::chrono::milliseconds(500));
    QVERIFY(done.ok());
    const std::vector<decode::FilmHint> hints = (*search)->take();
    QVERIFY(std::ranges::none_of(hints, [](const decode::FilmHint &hint) { return hint.kind == decode::FilmHint::Kind::Damaged || hint.kind == decode::FilmHint::Kind::MissingFrames; }));
    QCOMPARE(static_cast<int>(std::ranges::count(hints, decode::FilmHint::Kind::Joined, &decode::FilmHint::kind)), joins);
    const auto join = std::ranges::find(hints, decode::FilmHint::Kind::Joined, &decode::FilmHint::kind);
    if (joins == 0)
        return;
    QCOMPARE(join->beforeFrame, std::int64_t{half - 1});
    QCOMPARE(join->afterFrame, std::int64_t{half});
    QCOMPARE(join->fromUs, info.ptsUs.at(half - 1));
    QCOMPARE(join->toUs, info.ptsUs.at(half));
}

void TstFilmClock::severalRecordingsFollowEachOther()
{
    QVERIFY(makeHalf(QStringLiteral("first.ts"), false, QStringLiteral("3")) && makeHalf(QStringLiteral("second.ts"), true, QStringLiteral("3")));
    const QString first = QStringLiteral("first.ts"), second = QStringLiteral("second.ts");
    QVERIFY(join({second, first, second, first}, QStringLiteral("four.ts")));
    const tests::OpenedFile opened(path(QStringLiteral("four.ts")));
    auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    QCOMPARE(std::ssize((*film)->info().ptsUs), std::ptrdiff_t{4 * half});
    for (int at = 4 * half - 1; at >= 0; at -= 17) {
        const auto frame = (*film)->frameAt(at);
        QVERIFY(frame.ok());
        QCOMPARE(frame->index, std::int64_t{at});
        QCOMPARE(numberIn(*frame), (at + half) % frames);
    }
}

/// What comes before the first key is made from pictures that are not in the file.
void TstFilmClock::aRecordingThatBeginsWithoutAKeyIsDamagedUpToIt()
{
    constexpr int gone = 5;
    QVERIFY(makeHalf(QStringLiteral("first.ts"), false, QStringLiteral("0")) && makeHalf(QStringLiteral("second.ts"), true, QStringLiteral("0")));
    QVERIFY(tests::copyFilm(path(QStringLiteral("second.ts")), path(QStringLiteral("late.ts")), {QStringLiteral("-copyts"), QStringLiteral("-bsf:v"), QStringLiteral("noise=drop=lt(n\\,%1)").arg(gone)}));
    QVERIFY(join({QStringLiteral("first.ts"), QStringLiteral("late.ts")}, QStringLiteral("keyless.ts")));
    const tests::OpenedFile opened(path(QStringLiteral("keyless.ts")));
    auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    const decode::FilmInfo &info = (*film)->info();
    QCOMPARE(std::ssize(info.ptsUs), std::ptrdiff_t{frames - gone});
    QVERIFY(!info.gaps.empty());
    QCOMPARE(info.gaps.back().fromUs, info.ptsUs.at(half));
    QCOMPARE(info.gaps.back().toUs, info.ptsUs.at(half + group - gone));
    for (const int at : {half + group - gone, half - 1, frames - gone - 1}) {
        const auto frame = (*film)->frameAt(at);
        QVERIFY(frame.ok());
        QCOMPARE(frame->index, std::int64_t{at});
        QCOMPARE(numberIn(*frame), at < half ? at : at + gone);
    }
}

/// The time a PES packet begins with at @p at: five bytes, in them three times a bit that is always set.
static qint64 stampAt(const QByteArray &bytes, qsizetype at)
{
    const auto byte = [&](qsizetype n) { return static_cast<qint64>(static_cast<unsigned char>(bytes.at(at + n))); };
    return (byte(0) >> 1 & 7) << 30 | byte(1) << 22 | (byte(2) >> 1) << 15 | byte(3) << 7 | byte(4) >> 1;
}

static void setStamp(QByteArray &bytes, qsizetype at, qint64 time)
{
    const int head = static_cast<unsigned char>(bytes.at(at)) & 0xF0;
    const qint64 parts[] = {head | (time >> 30 & 7) << 1 | 1, time >> 22 & 0xFF, (time >> 15 & 0x7F) << 1 | 1, time >> 7 & 0xFF, (time & 0x7F) << 1 | 1};
    for (qsizetype n = 0; n < 5; ++n)
        bytes[at + n] = static_cast<char>(parts[n]);
}

/// Adds @p ticks to the times of @p count packets of pictures from the @p from th on.
static bool stampWrong(QByteArray &bytes, int from, int count, qint64 ticks)
{
    constexpr qsizetype cell = 188;
    int packets = 0, changed = 0;
    for (qsizetype at = 0; at + cell <= bytes.size(); at += cell) {
        const qsizetype start = bytes.indexOf(QByteArray("\x00\x00\x01\xE0", 4), at);
        const bool begins = (bytes.at(at + 1) & 0x40) != 0 && start >= 0 && start < at + cell - 19;
        if (!begins || packets++ < from || changed >= count)
            continue;
        ++changed;
        setStamp(bytes, start + 9, stampAt(bytes, start + 9) + ticks);
        if ((static_cast<unsigned char>(bytes.at(start + 7)) & 0xC0) == 0xC0)
            setStamp(bytes, start + 14, stampAt(bytes, start + 14) + ticks);
    }
    return changed == count;
}

void TstFilmClock::aWrongStampIsNoNewClock_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("ticks"); // of 1/90000 s; half a frame more or less than what another frame has
    QTest::newRow("one, behind") << 1 << -60 * 3000 + 1500;
    QTest::newRow("one, ahead") << 1 << 60 * 3000 + 1500;
    QTest::newRow("two, behind") << 2 << -50 * 3000 + 1500;
    QTest::newRow("two, ahead") << 2 << 900 * 3000 + 1500;
}

/// All other frames keep their times.
void TstFilmClock::aWrongStampIsNoNewClock()
{
    QFETCH(int, count);
    QFETCH(int, ticks);
    constexpr int from = 70;
    QVERIFY(makeHalf(QStringLiteral("plain.ts"), false, QStringLiteral("0")));
    QFile plain(path(QStringLiteral("plain.ts"))), wrong(path(QStringLiteral("wrong.ts")));
    QVERIFY(plain.open(QIODevice::ReadOnly) && wrong.open(QIODevice::WriteOnly));
    QByteArray bytes = plain.readAll();
    QVERIFY(stampWrong(bytes, from, count, ticks));
    QVERIFY(wrong.write(bytes) == bytes.size() && wrong.flush());
    const tests::OpenedFile right(path(QStringLiteral("plain.ts"))), opened(path(QStringLiteral("wrong.ts")));
    const auto truth = decode::Film::open(right.fd()), film = decode::Film::open(opened.fd());
    QVERIFY(truth.ok() && film.ok());
    std::vector<std::int64_t> times = (*truth)->info().ptsUs;
    QCOMPARE(std::ssize(times), std::ptrdiff_t{half});
    const std::vector<std::int64_t> &found = (*film)->info().ptsUs;
    QCOMPARE(found.size(), times.size());
    int moved = 0;
    for (const std::int64_t time : times) // within a microsecond that rounding takes
        moved += std::ranges::none_of(found, [time](std::int64_t each) { return std::abs(each - time) <= 1; }) ? 1 : 0;
    QCOMPARE(moved, count);
}

void TstFilmClock::soundKeepsToThePictures()
{
    constexpr int each = 90;
    tests::FilmRecipe recipe;
    recipe.frames = each;
    recipe.sound = true;
    QVERIFY(tests::makeFilm(path(QStringLiteral("loud.ts")), recipe));
    QVERIFY(tests::runTool(QStringLiteral("ffmpeg"), {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-i"), path(QStringLiteral("loud.ts")),
                                                      QStringLiteral("-c:v"), QStringLiteral("copy"), QStringLiteral("-af"), QStringLiteral("volume=0"),
                                                      QStringLiteral("-c:a"), QStringLiteral("aac"), path(QStringLiteral("quiet.ts"))}));
    QVERIFY(join({QStringLiteral("quiet.ts"), QStringLiteral("loud.ts")}, QStringLiteral("spoken.ts")));
    const tests::OpenedFile opened(path(QStringLiteral("spoken.ts")));
    const auto film = decode::Film::open(opened.fd());
    const auto sound = decode::Sound::open(opened.fd());
    QVERIFY(film.ok() && sound.ok());
    const std::vector<std::int64_t> &times = (*film)->info().ptsUs;
    QCOMPARE(std::ssize(times), std::ptrdiff_t{2 * each});
    const auto loudest = [&](std::size_t frame) {
        (*sound)->seek(times.at(frame));
        int most = 0;
        for (int n = 0; n < 3; ++n) {
            const auto chunk = (*sound)->next();
            if (!chunk.ok() || chunk->samples.empty() || std::abs(chunk->ptsUs - times.at(frame)) > 200'000)
                return -1;
            for (const std::int16_t sample : chunk->samples)
                most = std::max(most, std::abs(int(sample)));
        }
        return most;
    };
    for (const int frame : {170, 10, 100, 80, 120, 40}) {
        const int most = loudest(static_cast<std::size_t>(frame));
        QVERIFY2(frame < each ? most >= 0 && most < 50 : most > 1000, qPrintable(QStringLiteral("%1: %2").arg(frame).arg(most)));
    }
    const auto peaks = decode::soundPeaks(opened.fd(), times.front(), times.back(), 18);
    QVERIFY(peaks.ok());
    QCOMPARE(std::ssize(*peaks), std::ptrdiff_t{18});
    for (std::size_t n = 0; n < 18; ++n)
        QVERIFY2(n == 8 || n == 9 || (n < 8 ? peaks->at(n).high < 50 : peaks->at(n).high > 1000), qPrintable(QString::number(n)));
    // The sound is not behind the pictures: it begins again where they do, within what the two of a recording are apart.
    (*sound)->seek(times.at(each) - 300'000);
    std::int64_t begins = 0;
    while (begins == 0) {
        const auto chunk = (*sound)->next();
        QVERIFY(chunk.ok() && !chunk->samples.empty());
        if (std::ranges::any_of(chunk->samples, [](std::int16_t sample) { return sample > 1000; }))
            begins = chunk->ptsUs;
    }
    QVERIFY2(std::abs(begins - times.at(each)) < 120'000, qPrintable(QString::number(begins - times.at(each))));
}

/// Camcorders put the time of arrival before each packet; what is cut out of a longer stream may begin inside a packet.
void TstFilmClock::aStreamIsKnownHoweverItBegins()
{
    QVERIFY(makeHalf(QStringLiteral("begins.ts"), false, QStringLiteral("3")));
    QVERIFY(tests::copyFilm(path(QStringLiteral("begins.ts")), path(QStringLiteral("camcorder.m2ts")), {QStringLiteral("-mpegts_m2ts_mode"), QStringLiteral("1")}));
    QFile whole(path(QStringLiteral("begins.ts"))), cut(path(QStringLiteral("cut.ts")));
    QVERIFY(whole.open(QIODevice::ReadOnly) && cut.open(QIODevice::WriteOnly));
    const QByteArray bytes = whole.readAll();
    constexpr int table = 188; // the first packet has none of the pictures
    QVERIFY(cut.write(bytes.sliced(table - 77)) == bytes.size() - table + 77 && cut.flush());
    for (const char *name : {"camcorder.m2ts", "cut.ts"}) {
        const tests::OpenedFile opened(path(QString::fromLatin1(name)));
        QCOMPARE(static_cast<int>(decode::sniff(opened.fd())), static_cast<int>(decode::FileFormat::MpegTs));
        auto film = decode::Film::open(opened.fd());
        QVERIFY2(film.ok(), name);
        QCOMPARE(std::ssize((*film)->info().ptsUs), std::ptrdiff_t{half});
        for (const int at : {half - 1, 0, half / 2}) {
            const auto frame = (*film)->frameAt(at);
            QVERIFY(frame.ok());
            QCOMPARE(numberIn(*frame), at);
        }
    }
}

QObject *make_tst_filmclock();
QObject *make_tst_filmclock()
{
    return new TstFilmClock;
}

#include "tst_filmclock.moc"
