// SPDX-License-Identifier: GPL-3.0-or-later
#include "testfilms.h"

#include <decode/film.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <cmath>

using namespace arb;

/// Exact seeking and stepping, checked by the numbers drawn into the frames.
class TstFilm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everySeekIsExact_data();
    void everySeekIsExact();
    void stepsBothWays_data() { everySeekIsExact_data(); }
    void stepsBothWays();
    void timesFollowTheContainer();
    void turnsUpright();
    void hearsTheTone();
    void abandonsWhenAsked();
    void playsWhatIsLeftOfACutFilm();

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QTemporaryDir m_dir;
};

static int numberIn(const decode::FilmFrame &frame)
{
    return tests::frameNumberIn([&](int x, int y) { return frame.bitmap.row(y)[x]; });
}

void TstFilm::initTestCase()
{
    QVERIFY(m_dir.isValid());
    tests::FilmRecipe plain;
    plain.frames = 600;
    QVERIFY(tests::makeFilm(path(QStringLiteral("cfr.mp4")), plain));
    tests::FilmRecipe jittered;
    jittered.frames = 400;
    jittered.variableRate = true;
    QVERIFY(tests::makeFilm(path(QStringLiteral("vfr.mp4")), jittered));
    tests::FilmRecipe vp9;
    vp9.frames = 200;
    vp9.codec = {QStringLiteral("-c:v"), QStringLiteral("libvpx-vp9"), QStringLiteral("-deadline"), QStringLiteral("realtime"),
                 QStringLiteral("-cpu-used"), QStringLiteral("8"), QStringLiteral("-g"), QStringLiteral("100")};
    QVERIFY(tests::makeFilm(path(QStringLiteral("vp9.webm")), vp9));
    tests::FilmRecipe spoken;
    spoken.frames = 90;
    spoken.sound = true;
    QVERIFY(tests::makeFilm(path(QStringLiteral("sound.mp4")), spoken));
    QVERIFY(tests::runTool(QStringLiteral("ffmpeg"),
                           {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-i"),
                            path(QStringLiteral("sound.mp4")), QStringLiteral("-c"), QStringLiteral("copy"),
                            QStringLiteral("-metadata:s:v:0"), QStringLiteral("rotate=90"), path(QStringLiteral("turned.mp4"))}));
    QVERIFY(tests::runTool(QStringLiteral("ffmpeg"),
                           {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-i"),
                            path(QStringLiteral("sound.mp4")), QStringLiteral("-c"), QStringLiteral("copy"),
                            path(QStringLiteral("stream.ts"))}));
}

void TstFilm::everySeekIsExact_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("frames");
    QTest::newRow("constant rate, B-frames") << QStringLiteral("cfr.mp4") << 600;
    QTest::newRow("variable rate") << QStringLiteral("vfr.mp4") << 400;
    QTest::newRow("VP9 in WebM") << QStringLiteral("vp9.webm") << 200;
    QTest::newRow("transport stream") << QStringLiteral("stream.ts") << 90;
}

void TstFilm::everySeekIsExact()
{
    QFETCH(QString, file);
    QFETCH(int, frames);
    const tests::OpenedFile opened(path(file));
    auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    QCOMPARE((*film)->info().ptsUs.size(), static_cast<std::size_t>(frames));
    QCOMPARE((*film)->info().width, tests::filmWidth);
    QRandomGenerator random(7);
    for (int i = 0; i < 50; ++i) {
        const int target = static_cast<int>(random.bounded(frames));
        const auto frame = (*film)->frameAt(target);
        QVERIFY(frame.ok());
        QCOMPARE(frame->index, target);
        QCOMPARE(numberIn(*frame), target);
    }
}

void TstFilm::stepsBothWays()
{
    QFETCH(QString, file);
    QFETCH(int, frames);
    const tests::OpenedFile opened(path(file));
    auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    const int middle = frames / 2;
    for (int step = 0; step < 40; ++step) {
        const auto frame = (*film)->frameAt(middle + step);
        QVERIFY(frame.ok());
        QCOMPARE(numberIn(*frame), middle + step);
    }
    for (int step = 39; step > -40; --step) {
        const auto frame = (*film)->frameAt(middle + step);
        QVERIFY(frame.ok());
        QCOMPARE(numberIn(*frame), middle + step);
    }
    QCOMPARE((*film)->frameAt(-5)->index, 0);
    QCOMPARE((*film)->frameAt(frames + 5)->index, frames - 1);
}

void TstFilm::timesFollowTheContainer()
{
    const tests::OpenedFile opened(path(QStringLiteral("vfr.mp4")));
    auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    // The recipe's own time stamps: 1800 + N*N*7919 mod 40770 ticks of 1/90000 s after the one before.
    qint64 ticks = 0;
    for (qint64 n = 1; n < 100; ++n)
        ticks += 1800 + (n * n * 7919) % 40770;
    const auto frame = (*film)->frameAt(99);
    QVERIFY(frame.ok());
    QVERIFY(std::abs(frame->ptsUs - ticks * 1'000'000 / 90'000) <= 1);
    QCOMPARE((*film)->indexAt(frame->ptsUs), 99);
    QCOMPARE((*film)->indexAt(frame->ptsUs - 1), 98);
    QCOMPARE((*film)->indexAt(-1'000'000), 0);
}

void TstFilm::turnsUpright()
{
    const tests::OpenedFile plain(path(QStringLiteral("sound.mp4")));
    const tests::OpenedFile turned(path(QStringLiteral("turned.mp4")));
    auto straight = decode::Film::open(plain.fd());
    auto film = decode::Film::open(turned.fd());
    QVERIFY(straight.ok() && film.ok());
    const decode::FilmInfo &info = (*film)->info();
    QCOMPARE(info.width, tests::filmHeight);
    QCOMPARE(info.height, tests::filmWidth);
    QVERIFY(info.rotation == 90 || info.rotation == 270);
    const auto stored = (*straight)->frameAt(37);
    const auto upright = (*film)->frameAt(37);
    QVERIFY(stored.ok() && upright.ok());
    const int number = tests::frameNumberIn([&](int x, int y) {
        return info.rotation == 90 ? upright->bitmap.row(x)[info.width - 1 - y] : upright->bitmap.row(info.height - 1 - x)[y];
    });
    QCOMPARE(number, 37);
}

void TstFilm::hearsTheTone()
{
    const tests::OpenedFile opened(path(QStringLiteral("sound.mp4")));
    auto sound = decode::Sound::open(opened.fd());
    QVERIFY(sound.ok());
    (*sound)->seek(1'000'000);
    int crossings = 0;
    qint64 frames = 0;
    std::int16_t last = 0;
    while (frames < decode::Sound::sampleRate) {
        const auto chunk = (*sound)->next();
        QVERIFY(chunk.ok());
        QVERIFY(!chunk->samples.empty());
        if (frames == 0)
            QVERIFY(std::abs(chunk->ptsUs - 1'000'000) < 50'000);
        for (std::size_t i = 0; i < chunk->samples.size() && frames < decode::Sound::sampleRate; i += 2, ++frames) {
            crossings += last < 0 && chunk->samples[i] >= 0 ? 1 : 0;
            last = chunk->samples[i];
        }
    }
    QVERIFY2(std::abs(crossings - 440) <= 3, qPrintable(QString::number(crossings))); // one second of 440 Hz
    const tests::OpenedFile silent(path(QStringLiteral("cfr.mp4")));
    QCOMPARE(decode::Sound::open(silent.fd()).error(), decode::DecodeError::Refused);
}

void TstFilm::abandonsWhenAsked()
{
    const tests::OpenedFile opened(path(QStringLiteral("cfr.mp4")));
    auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    const auto frame = (*film)->frameAt(240, [] { return true; });
    QVERIFY(!frame.ok());
    QCOMPARE(frame.error(), decode::DecodeError::Abandoned);
    QCOMPARE(numberIn(*(*film)->frameAt(241)), 241);
}

void TstFilm::playsWhatIsLeftOfACutFilm()
{
    const QString cut = path(QStringLiteral("cut.webm"));
    QFile whole(path(QStringLiteral("vp9.webm")));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QFile part(cut);
    QVERIFY(part.open(QIODevice::WriteOnly));
    part.write(whole.read(whole.size() / 2));
    part.close();
    const tests::OpenedFile opened(cut);
    auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    const auto count = static_cast<int>((*film)->info().ptsUs.size());
    QVERIFY(count > 20 && count < 200);
    QCOMPARE(numberIn(*(*film)->frameAt(20)), 20);
    QVERIFY((*film)->frameAt(count - 1).ok());
}

QObject *make_tst_film()
{
    return new TstFilm;
}

#include "tst_film.moc"
