// SPDX-License-Identifier: GPL-3.0-or-later
#include "testfilms.h"

#include <decode/film.h>

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>

using namespace arb;

/// The key frames, which every container is asked for in its own way.
class TstFilmKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_dir.isValid()); }
    void keyFramesAreTheNearest_data();
    void keyFramesAreTheNearest();
    void filesThatCallEveryPacketAKeyAreNotBelieved_data();
    void filesThatCallEveryPacketAKeyAreNotBelieved();
    void aFilmThatBeginsWithoutAKeySaysWhatThereIs();

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    static int numberIn(const decode::FilmFrame &frame)
    {
        return tests::turnedFrameNumberIn([&](int x, int y) { return frame.bitmap.row(y)[x]; }, 0);
    }
    QTemporaryDir m_dir;
};

void TstFilmKeys::keyFramesAreTheNearest_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("codec");
    const QStringList h264{QStringLiteral("libx264"), QStringLiteral("-preset"), QStringLiteral("ultrafast"), QStringLiteral("-bf"), QStringLiteral("3"),
                           QStringLiteral("-sc_threshold"), QStringLiteral("0")};
    QTest::newRow("MP4") << QStringLiteral("keys.mp4") << h264;
    QTest::newRow("Matroska") << QStringLiteral("keys.mkv") << h264;
    QTest::newRow("transport stream") << QStringLiteral("keys.ts") << h264;
    QTest::newRow("transport stream, MPEG-2") << QStringLiteral("keys2.ts")
                                              << QStringList{QStringLiteral("mpeg2video"), QStringLiteral("-bf"), QStringLiteral("2"), QStringLiteral("-b:v"), QStringLiteral("4M")};
    QTest::newRow("AVI") << QStringLiteral("keys.avi")
                         << QStringList{QStringLiteral("mpeg4"), QStringLiteral("-bf"), QStringLiteral("0"), QStringLiteral("-b:v"), QStringLiteral("4M")};
}

/// What is shown at once is the key frame at or before the place, and every one of them is a small picture: by its number and by
/// what is drawn into it.
void TstFilmKeys::keyFramesAreTheNearest()
{
    QFETCH(QString, file);
    QFETCH(QStringList, codec);
    tests::FilmRecipe recipe;
    recipe.frames = 200;
    recipe.codec = QStringList{QStringLiteral("-c:v")} + codec + QStringList{QStringLiteral("-g"), QStringLiteral("40")};
    QVERIFY(tests::makeFilm(path(file), recipe));
    const tests::OpenedFile opened(path(file));
    auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    const std::vector<std::int64_t> keys = (*film)->info().keyFrames;
    QVERIFY2(keys.size() >= 4, qPrintable(QString::number(keys.size())));
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        const std::int64_t inside = std::min(*key + 5, std::ssize((*film)->info().ptsUs) - 1);
        const auto near = (*film)->nearestAtOnce(inside);
        QVERIFY(near.ok());
        QCOMPARE(near->index, *key);
        const auto small = (*film)->thumbnail((*film)->info().ptsUs.at(static_cast<std::size_t>(inside)), tests::filmWidth, tests::filmHeight);
        QVERIFY(small.ok());
        QCOMPARE(small->index, *key);
        QCOMPARE(numberIn(*small), numberIn(*near));
        QCOMPARE(numberIn(*near), int(*key));
    }
}

void TstFilmKeys::filesThatCallEveryPacketAKeyAreNotBelieved_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("codec");
    const QStringList mpeg4{QStringLiteral("mpeg4"), QStringLiteral("-bf"), QStringLiteral("2"), QStringLiteral("-b:v"), QStringLiteral("4M")};
    const QStringList hevc{QStringLiteral("libx265"), QStringLiteral("-preset"), QStringLiteral("ultrafast"), QStringLiteral("-x265-params"),
                           QStringLiteral("log-level=none:keyint=12:min-keyint=12:scenecut=0")};
    const QStringList h263{QStringLiteral("h263"), QStringLiteral("-b:v"), QStringLiteral("4M")}, h263p{QStringLiteral("h263p"), QStringLiteral("-b:v"), QStringLiteral("4M")};
    QTest::newRow("H.263 in AVI") << QStringLiteral("all.avi") << h263;
    QTest::newRow("H.263 in Matroska") << QStringLiteral("all.mkv") << h263;
    QTest::newRow("H.263 with extensions in AVI") << QStringLiteral("allp.avi") << h263p;
    QTest::newRow("MPEG-4 without a table") << QStringLiteral("all.mp4") << mpeg4;
    QTest::newRow("HEVC without a table") << QStringLiteral("allhevc.mp4") << hevc;
    QTest::newRow("MPEG-2 without a table") << QStringLiteral("all2.mov") << QStringList{QStringLiteral("mpeg2video"), QStringLiteral("-b:v"), QStringLiteral("4M")};
    QTest::newRow("VP8 without a table") << QStringLiteral("all8.mkv") << QStringList{QStringLiteral("libvpx"), QStringLiteral("-b:v"), QStringLiteral("4M")};
}

/// Or a picture would be decoded without those it is made from, and shown as if nothing were amiss.
void TstFilmKeys::filesThatCallEveryPacketAKeyAreNotBelieved()
{
    QFETCH(QString, file);
    QFETCH(QStringList, codec);
    constexpr int frames = 60, group = 12;
    tests::FilmRecipe recipe;
    recipe.frames = frames;
    QVERIFY(tests::makeFilm(path(QStringLiteral("plain.mp4")), recipe));
    const QStringList begin{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-i"), path(QStringLiteral("plain.mp4")), QStringLiteral("-vf"),
                            QStringLiteral("pad=352:288:0:0"), QStringLiteral("-an"), QStringLiteral("-c:v")};
    QVERIFY(tests::runTool(QStringLiteral("ffmpeg"), begin + codec + QStringList{QStringLiteral("-g"), QString::number(group), path(file)}));
    QFile made(path(file));
    QVERIFY(made.open(QIODevice::ReadWrite));
    QByteArray bytes = made.readAll();
    bytes.replace("stss", "skip"); // the table of keys, where there is one
    QVERIFY(made.seek(0) && made.write(bytes) == bytes.size() && made.flush());
    const tests::OpenedFile opened(path(file));
    auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    QCOMPARE(std::ssize((*film)->info().ptsUs), std::ptrdiff_t{frames});
    const std::vector<std::int64_t> &keys = (*film)->info().keyFrames;
    QVERIFY2(!keys.empty() && keys.front() == 0 && keys.size() <= frames / group + 1, qPrintable(QString::number(keys.size())));
    for (const int at : {frames - 1, 31, group - 1, 25, 1, 40}) {
        auto fresh = decode::Film::open(opened.fd()); // which keeps no frames yet
        QVERIFY(fresh.ok());
        const auto frame = (*fresh)->frameAt(at);
        QVERIFY(frame.ok());
        QCOMPARE(frame->index, std::int64_t{at});
        QCOMPARE(numberIn(*frame), at);
        QVERIFY((*fresh)->thumbnail((*fresh)->info().ptsUs.at(static_cast<std::size_t>(at)), 160, 160).ok());
    }
}

void TstFilmKeys::aFilmThatBeginsWithoutAKeySaysWhatThereIs()
{
    // Cut out of a transport stream with a key every 40 frames: from the middle of the first group on.
    tests::FilmRecipe recipe;
    recipe.frames = 200;
    recipe.codec = {QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-preset"), QStringLiteral("ultrafast"), QStringLiteral("-g"), QStringLiteral("40"),
                    QStringLiteral("-sc_threshold"), QStringLiteral("0")};
    QVERIFY(tests::makeFilm(path(QStringLiteral("long.ts")), recipe));
    QFile whole(path(QStringLiteral("long.ts"))), part(path(QStringLiteral("part.ts")));
    QVERIFY(whole.open(QIODevice::ReadOnly) && part.open(QIODevice::WriteOnly));
    QByteArray bytes = whole.readAll();
    constexpr qsizetype cell = 188, tables = 3; // of a transport stream
    const qsizetype cells = bytes.size() / cell;
    bytes.remove(tables * cell, cells / 10 * cell);
    QVERIFY(part.write(bytes) == bytes.size() && part.flush());
    const tests::OpenedFile opened(path(QStringLiteral("part.ts")));
    auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    const decode::FilmInfo &info = (*film)->info();
    QVERIFY(!info.keyFrames.empty());
    const std::int64_t first = info.keyFrames.front();
    QVERIFY(first > 0);
    for (const std::int64_t at : {first, first + 3}) {
        const auto near = (*film)->nearestAtOnce(at);
        QVERIFY(near.ok());
        QCOMPARE(near->index, first);
    }
    const auto small = (*film)->thumbnail(info.ptsUs.front(), 160, 160);
    QVERIFY(small.ok());
    QVERIFY(small->index <= first);
    const auto fresh = decode::Film::open(opened.fd());
    QVERIFY(!(*fresh)->nearestAtOnce(first - 1).ok()); // never one from behind the place
}

QObject *make_tst_filmkeys();
QObject *make_tst_filmkeys()
{
    return new TstFilmKeys;
}

#include "tst_filmkeys.moc"
