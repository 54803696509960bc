// SPDX-License-Identifier: GPL-3.0-or-later
#include "testfilms.h"

#include <decode/film.h>
#include <decode/filmsearch.h>

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>
#include <chrono>
#include <vector>

using namespace arb;
using decode::FilmHint;

/// Films whose pictures change their size on the way: none is squeezed into the shape of another, and it is said.
class TstFilmShape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_dir.isValid()); }
    void aFrameKeepsItsOwnShape_data();
    void aFrameKeepsItsOwnShape();
    void framesOfOneTimeAreCounted();

private:
    static bool join(const QStringList &parts, const QString &to);
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QTemporaryDir m_dir;
};

bool TstFilmShape::join(const QStringList &parts, const QString &to)
{
    QFile joined(to);
    return joined.open(QIODevice::WriteOnly) && std::ranges::all_of(parts, [&joined](const QString &part) {
        QFile one(part);
        return one.open(QIODevice::ReadOnly) && joined.write(one.readAll()) == one.size();
    });
}

void TstFilmShape::aFrameKeepsItsOwnShape_data()
{
    QTest::addColumn<QString>("filter"); ///< of the second half of the film, which is as large as the first by itself
    QTest::addColumn<QRect>("picture");  ///< where its pictures are
    QTest::addColumn<double>("box");     ///< side of one of its boxes there
    QTest::newRow("larger") << QStringLiteral("scale=640:360:flags=neighbor") << QRect(0, 0, 320, 180) << 20.0;
    QTest::newRow("higher") << QStringLiteral("pad=320:360:0:0:color=white") << QRect(80, 0, 160, 180) << 10.0;
    QTest::newRow("wider") << QStringLiteral("pad=640:180:0:0:color=white") << QRect(0, 45, 320, 90) << 10.0;
    QTest::newRow("wider pixels") << QStringLiteral("scale=640:180:flags=neighbor,setsar=1/2") << QRect(0, 0, 320, 180) << 20.0;
}

void TstFilmShape::aFrameKeepsItsOwnShape()
{
    QFETCH(QString, filter);
    QFETCH(QRect, picture);
    QFETCH(double, box);
    constexpr int half = 60;
    tests::FilmRecipe recipe;
    recipe.frames = half;
    recipe.codec.back() = QStringLiteral("0"); // so that its times begin at 0
    const QString made = path(QStringLiteral("made.mp4")), first = path(QStringLiteral("first.ts")), second = path(QStringLiteral("second.ts"));
    QVERIFY(tests::makeFilm(made, recipe) && tests::copyFilm(made, first));
    QVERIFY(tests::runTool(QStringLiteral("ffmpeg"), {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-i"), made, QStringLiteral("-vf"), filter,
                                                      QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-bf"), QStringLiteral("0"),
                                                      QStringLiteral("-output_ts_offset"), QStringLiteral("2"), second}));
    QVERIFY(join({first, second}, path(QStringLiteral("two.ts"))));
    const tests::OpenedFile opened(path(QStringLiteral("two.ts")));
    auto film = decode::Film::open(opened.fd());
    QVERIFY(film.ok());
    QCOMPARE(std::ssize((*film)->info().ptsUs), std::ptrdiff_t{2 * half});
    for (const int at : {3, half - 1, half, half + 21, 2 * half - 1}) {
        const auto frame = (*film)->frameAt(at);
        QVERIFY(frame.ok());
        const decode::Bitmap &bitmap = frame->bitmap;
        QCOMPARE(QSize(bitmap.width, bitmap.height), QSize(tests::filmWidth, tests::filmHeight));
        const double scale = at < half ? 1.0 : box / tests::filmBox;
        const QPoint corner = at < half ? QPoint() : picture.topLeft();
        QCOMPARE(tests::frameNumberIn([&](int x, int y) { return bitmap.row(corner.y() + static_cast<int>(y * scale))[corner.x() + static_cast<int>(x * scale)]; }), at % half);
        for (const QPoint &outside : {QPoint(picture.left() - 3, 90), QPoint(picture.right() + 3, 90), QPoint(160, picture.top() - 3), QPoint(160, picture.bottom() + 3)}) {
            if (at >= half && QRect(0, 0, bitmap.width, bitmap.height).contains(outside))
                QCOMPARE(bitmap.row(outside.y())[outside.x()], 0xFF000000U);
        }
    }
    const auto small = (*film)->thumbnail((*film)->info().ptsUs.back(), 64, 36);
    QVERIFY(small.ok() && small->index >= half);
    QCOMPARE(QSize(small->bitmap.width, small->bitmap.height), QSize(64, 36));
    QCOMPARE(small->bitmap.row(18)[1] == 0xFF000000U, picture.left() > 0);
    QCOMPARE(small->bitmap.row(34)[32] == 0xFF000000U, picture.top() > 0);

    auto search = decode::InterruptionSearch::open(opened.fd());
    QVERIFY(search.ok());
    decode::Outcome<bool> done = false;
    while (done && !*done)
        done = (*search)->goOn(std::chrono::milliseconds(500));
    QVERIFY(done.ok());
    const std::vector<FilmHint> hints = (*search)->take();
    const auto resized = std::ranges::find(hints, FilmHint::Kind::Resized, &FilmHint::kind);
    QVERIFY(resized != hints.end());
    QCOMPARE(resized->beforeFrame, std::int64_t{half - 1});
    QCOMPARE(resized->afterFrame, std::int64_t{half});
    QCOMPARE(std::ranges::count(hints, FilmHint::Kind::Resized, &FilmHint::kind), 1);
}

/// Only one of them can be found by its time.
void TstFilmShape::framesOfOneTimeAreCounted()
{
    constexpr int frames = 60, overlapping = 5;
    tests::FilmRecipe recipe;
    recipe.frames = frames;
    recipe.codec.back() = QStringLiteral("0");
    const QString made = path(QStringLiteral("plain.mp4")), first = path(QStringLiteral("begins.ts")), second = path(QStringLiteral("follows.ts"));
    QVERIFY(tests::makeFilm(made, recipe) && tests::copyFilm(made, first));
    QVERIFY(tests::copyFilm(made, second, {QStringLiteral("-output_ts_offset"), QString::number((frames - overlapping) / 30.0, 'f', 6)}));
    QVERIFY(join({first, second}, path(QStringLiteral("overlap.ts"))));
    const tests::OpenedFile alone(first), both(path(QStringLiteral("overlap.ts")));
    const auto one = decode::Film::open(alone.fd()), film = decode::Film::open(both.fd());
    QVERIFY(one.ok() && film.ok());
    QCOMPARE((*one)->info().hiddenFrames, std::int64_t{0});
    QCOMPARE((*film)->info().hiddenFrames, std::int64_t{overlapping});
    QCOMPARE(std::ssize((*film)->info().ptsUs), std::ptrdiff_t{2 * frames - overlapping});
}

QObject *make_tst_filmshape();
QObject *make_tst_filmshape()
{
    return new TstFilmShape;
}

#include "tst_filmshape.moc"
