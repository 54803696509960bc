// SPDX-License-Identifier: GPL-3.0-or-later
#include "testfilms.h"

#include <decode/film.h>
#include <decode/filmsearch.h>

#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>
#include <chrono>
#include <vector>

using namespace arb;

/// Films that are stored in another order than they are shown (B-frames) in files that only say when packets are decoded: AVI.
class TstFilmOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_dir.isValid()); }
    void everyFrameIsTheOneAskedFor_data();
    void everyFrameIsTheOneAskedFor();
    void keysBehindWhichEarlierFramesAreStored_data();
    void keysBehindWhichEarlierFramesAreStored();
    void damageIsToldOfTheFramesThatHaveIt();
    void aFilmThatBeginsWithoutAKeyShowsItsOwnFrames_data();
    void aFilmThatBeginsWithoutAKeyShowsItsOwnFrames();
    void framesMadeFromMissingOnesAreDamaged_data();
    void framesMadeFromMissingOnesAreDamaged();

private:
    static constexpr int frames = 150;
    QString path(const QString &name) const { return m_dir.filePath(name); }
    static int numberIn(const decode::FilmFrame &frame)
    {
        return tests::frameNumberIn([&](int x, int y) { return frame.bitmap.row(y)[x]; });
    }
    static void films();
    bool make(const QString &file, const QStringList &codec) const;
    QTemporaryDir m_dir;
};

void TstFilmOrder::films()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("codec");
    const QStringList h264{QStringLiteral("libx264"), QStringLiteral("-preset"), QStringLiteral("fast"), QStringLiteral("-sc_threshold"), QStringLiteral("0"), QStringLiteral("-bf")};
    QTest::newRow("H.264, none") << QStringLiteral("none.avi") << h264 + QStringList{QStringLiteral("0")};
    QTest::newRow("H.264, one frame late") << QStringLiteral("one.avi") << h264 + QStringList{QStringLiteral("1")};
    QTest::newRow("H.264, two frames late") << QStringLiteral("two.avi") << h264 + QStringList{QStringLiteral("3")};
    const QString pyramid = QStringLiteral("open-gop=1:b-pyramid=normal:b-adapt=0"); // frames are made from some that are shown before the key
    QTest::newRow("H.264, frames across keys") << QStringLiteral("open.avi") << h264 + QStringList{QStringLiteral("5"), QStringLiteral("-x264-params"), pyramid};
    QTest::newRow("MPEG-4") << QStringLiteral("part2.avi")
                            << QStringList{QStringLiteral("mpeg4"), QStringLiteral("-q:v"), QStringLiteral("4"), QStringLiteral("-bf"), QStringLiteral("2")};
    QTest::newRow("MPEG-2") << QStringLiteral("mpeg2.avi")
                            << QStringList{QStringLiteral("mpeg2video"), QStringLiteral("-q:v"), QStringLiteral("4"), QStringLiteral("-bf"), QStringLiteral("2")};
    QTest::newRow("MPEG-4, two frames packed into one") << QStringLiteral("packed.avi")
                                                        << QStringList{QStringLiteral("libxvid"), QStringLiteral("-q:v"), QStringLiteral("4"), QStringLiteral("-bf"), QStringLiteral("1")};
}

bool TstFilmOrder::make(const QString &file, const QStringList &codec) const
{
    if (QFile::exists(path(file)))
        return true;
    tests::FilmRecipe recipe;
    recipe.frames = frames;
    recipe.codec = QStringList{QStringLiteral("-c:v")} + codec + QStringList{QStringLiteral("-g"), QStringLiteral("37")}; // 150 = 4 x 37 + 2
    return tests::makeFilm(path(file), recipe);
}

void TstFilmOrder::everyFrameIsTheOneAskedFor_data()
{
    films();
}

void TstFilmOrder::everyFrameIsTheOneAskedFor()
{
    QFETCH(QString, file);
    QFETCH(QStringList, codec);
    QVERIFY(make(file, codec));
    const tests::OpenedFile opened(path(file));
    auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    const int count = static_cast<int>((*film)->info().ptsUs.size());
    QVERIFY(count >= frames - 2 && count <= frames); // a packing encoder keeps the last ones to itself
    const auto isRight = [](decode::Film &of, int at) {
        const auto frame = of.frameAt(at);
        return frame.ok() && frame->index == at && numberIn(*frame) == at && !frame->damaged;
    };
    QRandomGenerator random(7);
    for (int i = 0; i < 150; ++i) {
        const int at = static_cast<int>(random.bounded(count));
        QVERIFY2(isRight(**film, at), qPrintable(QStringLiteral("sought %1").arg(at)));
    }
    for (int at = 0; at < count; ++at)
        QVERIFY2(isRight(**film, at), qPrintable(QStringLiteral("forth %1").arg(at)));
    for (int at = count - 1; at >= 0; --at)
        QVERIFY2(isRight(**film, at), qPrintable(QStringLiteral("back %1").arg(at)));
    for (const int at : {count - 1, count - 2, count - 3, 1, 35, 36, 37, 38, 39, 72, 73, 74}) { // as the first that is asked for
        auto fresh = decode::Film::open(opened.fd());
        QVERIFY(fresh.ok());
        QVERIFY2(isRight(**fresh, at), qPrintable(QStringLiteral("afresh %1").arg(at)));
        QVERIFY2(isRight(**fresh, at - 1), qPrintable(QStringLiteral("afresh, then before %1").arg(at)));
    }
}

void TstFilmOrder::keysBehindWhichEarlierFramesAreStored_data()
{
    films();
}

/// Key frames, too, have the number at which they are shown.
void TstFilmOrder::keysBehindWhichEarlierFramesAreStored()
{
    QFETCH(QString, file);
    QFETCH(QStringList, codec);
    QVERIFY(make(file, codec));
    const tests::OpenedFile opened(path(file));
    auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    const std::vector<std::int64_t> keys = (*film)->info().keyFrames;
    QVERIFY(keys.size() >= 4);
    for (const std::int64_t key : keys) {
        const auto small = (*film)->thumbnail((*film)->info().ptsUs.at(static_cast<std::size_t>(key)), tests::filmWidth, tests::filmHeight);
        QVERIFY(small.ok());
        QCOMPARE(small->index, key);
        QCOMPARE(numberIn(*small), static_cast<int>(key));
    }
}

/// A frame between others that is broken spoils no other. What goes through the whole film counts as the desk does.
void TstFilmOrder::damageIsToldOfTheFramesThatHaveIt()
{
    QVERIFY(make(QStringLiteral("whole.avi"), {QStringLiteral("mpeg4"), QStringLiteral("-q:v"), QStringLiteral("4"), QStringLiteral("-bf"), QStringLiteral("2")}));
    QFile whole(path(QStringLiteral("whole.avi"))), hurt(path(QStringLiteral("hurt.avi")));
    QVERIFY(whole.open(QIODevice::ReadOnly) && hurt.open(QIODevice::WriteOnly));
    QByteArray bytes = whole.readAll();
    for (qsizetype at = bytes.size() / 2; at < bytes.size() / 2 + 60; ++at)
        bytes[at] = static_cast<char>(at * 31);
    QCOMPARE(hurt.write(bytes), bytes.size());
    hurt.close();
    const tests::OpenedFile sound(path(QStringLiteral("whole.avi"))), broken(path(QStringLiteral("hurt.avi")));
    auto truth = decode::Film::open(sound.fd()), film = decode::Film::open(broken.fd());
    QVERIFY(truth.ok() && film.ok());
    auto search = decode::InterruptionSearch::open(broken.fd());
    QVERIFY(search.ok());
    decode::Outcome<bool> done = false;
    while (done.ok() && !*done)
        done = (*search)->goOn(std::chrono::milliseconds(500));
    QVERIFY(done.ok());
    const std::vector<decode::FilmHint> hints = (*search)->take();
    int changed = 0;
    for (int at = 0; at < frames; ++at) {
        const auto right = (*truth)->frameAt(at), shown = (*film)->frameAt(at);
        QVERIFY(right.ok() && shown.ok());
        bool same = shown->index == at;
        for (int y = 0; same && y < tests::filmHeight; ++y)
            same = std::equal(right->bitmap.row(y), right->bitmap.row(y) + tests::filmWidth, shown->bitmap.row(y));
        if (same)
            continue;
        ++changed;
        QVERIFY2(shown->damaged, qPrintable(QString::number(at)));
        const bool told = std::ranges::any_of(hints, [at](const decode::FilmHint &hint) {
            return hint.kind == decode::FilmHint::Kind::Damaged && hint.beforeFrame < at && at < hint.afterFrame;
        });
        QVERIFY2(told, qPrintable(QString::number(at)));
    }
    QVERIFY(changed > 0 && changed <= 40); // no more than one group and the frames around it
    QVERIFY(!(*film)->frameAt(20)->damaged);
    QVERIFY(!(*film)->frameAt(140)->damaged);
}

void TstFilmOrder::aFilmThatBeginsWithoutAKeyShowsItsOwnFrames_data()
{
    QTest::addColumn<QString>("bFrames");
    QTest::newRow("stored as shown") << QStringLiteral("0");
    QTest::newRow("stored in another order") << QStringLiteral("3");
}

/// Its first packets are gone. What cannot be decoded is stood for by the first frame there is, under that one's number; all
/// others are themselves, however they are come by.
void TstFilmOrder::aFilmThatBeginsWithoutAKeyShowsItsOwnFrames()
{
    QFETCH(QString, bFrames);
    constexpr int gone = 5, key = 37;
    const QString whole = QStringLiteral("whole%1.avi").arg(bFrames), cut = path(QStringLiteral("cut%1.avi").arg(bFrames));
    QVERIFY(make(whole, {QStringLiteral("libx264"), QStringLiteral("-preset"), QStringLiteral("fast"), QStringLiteral("-sc_threshold"),
                         QStringLiteral("0"), QStringLiteral("-bf"), bFrames}));
    QVERIFY(tests::copyFilm(path(whole), cut, {QStringLiteral("-bsf:v"), QStringLiteral("noise=drop=lt(n\\,%1),setts=pts=PTS-%1:dts=DTS-%1").arg(gone)}));
    const tests::OpenedFile opened(cut);
    auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    const int count = static_cast<int>((*film)->info().ptsUs.size());
    QCOMPARE(count, frames - gone);
    QCOMPARE((*film)->info().ptsUs.front(), std::int64_t{0});
    const std::vector<std::int64_t> keys{key - gone, 2 * key - gone, 3 * key - gone, 4 * key - gone};
    QVERIFY((*film)->info().keyFrames == keys);
    const auto isRight = [](decode::Film &of, int at) {
        const auto frame = of.frameAt(at);
        const int shown = std::max(at, key - gone);
        return frame.ok() && frame->index == shown && numberIn(*frame) == shown + gone && !frame->damaged;
    };
    for (int at = 0; at < count; ++at)
        QVERIFY2(isRight(**film, at), qPrintable(QStringLiteral("forth %1").arg(at)));
    for (int at = count - 1; at >= 0; --at)
        QVERIFY2(isRight(**film, at), qPrintable(QStringLiteral("back %1").arg(at)));
    for (const int at : {0, key - gone - 1, key - gone, key, count - 1}) { // as the first that is asked for
        auto fresh = decode::Film::open(opened.fd());
        QVERIFY(fresh.ok());
        QVERIFY2(isRight(**fresh, at), qPrintable(QStringLiteral("afresh %1").arg(at)));
    }
}

void TstFilmOrder::framesMadeFromMissingOnesAreDamaged_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("AVI") << QStringLiteral("avi");
    QTest::newRow("MP4") << QStringLiteral("mp4");
}

/// MPEG-4 shows something even before the first key of a film whose first packets are gone; it is not what was filmed.
void TstFilmOrder::framesMadeFromMissingOnesAreDamaged()
{
    QFETCH(QString, kind);
    constexpr int gone = 5, key = 37;
    const QString whole = QStringLiteral("stored.%1").arg(kind), cut = path(QStringLiteral("cutstored.%1").arg(kind));
    QVERIFY(make(whole, {QStringLiteral("mpeg4"), QStringLiteral("-q:v"), QStringLiteral("4"), QStringLiteral("-bf"), QStringLiteral("0")}));
    QVERIFY(tests::copyFilm(path(whole), cut, {QStringLiteral("-bsf:v"), QStringLiteral("noise=drop=lt(n\\,%1),setts=pts=PTS-%1:dts=DTS-%1").arg(gone)}));
    const tests::OpenedFile opened(cut);
    auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    const int count = static_cast<int>((*film)->info().ptsUs.size()), first = key - (frames - count);
    QCOMPARE((*film)->info().keyFrames.front(), std::int64_t{first});
    for (const int at : {count - 1, first + 1, first, first - 1, 3, first}) {
        const auto frame = (*film)->frameAt(at);
        QVERIFY(frame.ok());
        QCOMPARE(frame->index, std::int64_t{at});
        QCOMPARE(frame->damaged, at < first);
    }
    auto search = decode::InterruptionSearch::open(opened.fd());
    QVERIFY(search.ok());
    decode::Outcome<bool> done = false;
    while (done.ok() && !*done)
        done = (*search)->goOn(std::chrono::milliseconds(500));
    QVERIFY(done.ok());
    const std::vector<decode::FilmHint> hints = (*search)->take();
    QVERIFY(std::ranges::any_of(hints, [](const decode::FilmHint &hint) {
        return hint.kind == decode::FilmHint::Kind::Damaged && hint.beforeFrame < 3 && hint.afterFrame > 3;
    }));
    QVERIFY(std::ranges::none_of(hints, [](const decode::FilmHint &hint) { return hint.kind == decode::FilmHint::Kind::Damaged && hint.afterFrame > key; }));
}

QObject *make_tst_filmorder();
QObject *make_tst_filmorder()
{
    return new TstFilmOrder;
}

#include "tst_filmorder.moc"
