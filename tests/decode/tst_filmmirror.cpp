// SPDX-License-Identifier: GPL-3.0-or-later
#include "testfilms.h"

#include <decode/film.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace arb;

/// Films whose file says that they are to be shown turned, mirrored or both: every kind of picture of them is upright.
class TstFilmMirror : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyMatrixIsHonoured_data();
    void everyMatrixIsHonoured();

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QTemporaryDir m_dir;
};

void TstFilmMirror::initTestCase()
{
    QVERIFY(m_dir.isValid());
    tests::FilmRecipe recipe;
    recipe.frames = 60;
    QVERIFY(tests::makeFilm(path(QStringLiteral("stored.mp4")), recipe));
}

void TstFilmMirror::everyMatrixIsHonoured_data()
{
    QTest::addColumn<QList<int>>("matrix"); ///< a, b, c, d: stored x, y is shown at a x + c y, b x + d y
    QTest::addColumn<int>("rotation");
    QTest::addColumn<bool>("mirrored");
    QTest::newRow("as it is stored") << QList<int>{1, 0, 0, 1} << 0 << false;
    QTest::newRow("left to right") << QList<int>{-1, 0, 0, 1} << 0 << true;
    QTest::newRow("half a turn") << QList<int>{-1, 0, 0, -1} << 180 << false;
    QTest::newRow("top to bottom") << QList<int>{1, 0, 0, -1} << 180 << true;
    QTest::newRow("rows for columns") << QList<int>{0, 1, 1, 0} << 90 << true;
    QTest::newRow("a quarter clockwise") << QList<int>{0, 1, -1, 0} << 90 << false;
    QTest::newRow("rows for columns, from the end") << QList<int>{0, -1, -1, 0} << 270 << true;
    QTest::newRow("a quarter back") << QList<int>{0, -1, 1, 0} << 270 << false;
}

/// Where @p shown differs from @p stored moved by the matrix; empty: nowhere.
static QString differenceOf(const decode::Bitmap &stored, const decode::Bitmap &shown, const QList<int> &matrix)
{
    const int a = matrix.at(0), b = matrix.at(1), c = matrix.at(2), d = matrix.at(3);
    const int right = stored.width - 1, bottom = stored.height - 1;
    const QSize size = a != 0 ? QSize(stored.width, stored.height) : QSize(stored.height, stored.width);
    if (size != QSize(shown.width, shown.height))
        return QStringLiteral("%1 x %2").arg(shown.width).arg(shown.height);
    for (int y = 0; y <= bottom; ++y) {
        for (int x = 0; x <= right; ++x) {
            const int toX = a * x + c * y + (a < 0 ? right : 0) + (c < 0 ? bottom : 0);
            const int toY = b * x + d * y + (b < 0 ? right : 0) + (d < 0 ? bottom : 0);
            if (shown.row(toY)[toX] != stored.row(y)[x])
                return QStringLiteral("stored at %1, %2").arg(x).arg(y);
        }
    }
    return {};
}

void TstFilmMirror::everyMatrixIsHonoured()
{
    QFETCH(QList<int>, matrix);
    QFETCH(int, rotation);
    QFETCH(bool, mirrored);
    const QString file = path(QStringLiteral("shown.mp4"));
    QVERIFY(tests::showFilmBy(path(QStringLiteral("stored.mp4")), file, matrix.at(0), matrix.at(1), matrix.at(2), matrix.at(3)));
    const tests::OpenedFile asStored(path(QStringLiteral("stored.mp4"))), asShown(file);
    const auto stored = decode::Film::open(asStored.fd()), shown = decode::Film::open(asShown.fd());
    QVERIFY(stored.ok() && shown.ok());
    QCOMPARE((*shown)->info().rotation, rotation);
    QCOMPARE((*shown)->info().mirrored, mirrored);
    const bool lies = rotation % 180 == 0;
    QCOMPARE(QSize((*shown)->info().width, (*shown)->info().height), lies ? QSize(tests::filmWidth, tests::filmHeight) : QSize(tests::filmHeight, tests::filmWidth));
    // A whole frame, half of one for a small pane, what is shown at once on the way, and a small picture of the strip.
    const int wide = tests::filmWidth / 2, high = tests::filmHeight / 2;
    const auto compare = [&matrix](const decode::Outcome<decode::FilmFrame> &from, const decode::Outcome<decode::FilmFrame> &to) {
        return from.ok() && to.ok() ? differenceOf(from->bitmap, to->bitmap, matrix) : QStringLiteral("no frame");
    };
    QCOMPARE(compare((*stored)->frameAt(37), (*shown)->frameAt(37)), QString());
    QCOMPARE(compare((*stored)->frameCovering(37, wide, high), (*shown)->frameCovering(37, lies ? wide : high, lies ? high : wide)), QString());
    QCOMPARE(compare((*stored)->nearestAtOnce(20), (*shown)->nearestAtOnce(20)), QString());
    QCOMPARE(compare((*stored)->thumbnail(0, 160, 160), (*shown)->thumbnail(0, 160, 160)), QString());
}

QObject *make_tst_filmmirror();
QObject *make_tst_filmmirror()
{
    return new TstFilmMirror;
}

#include "tst_filmmirror.moc"
