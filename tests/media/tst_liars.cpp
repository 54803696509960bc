// SPDX-License-Identifier: GPL-3.0-or-later
#include "decodedesk.h"

#include "../decode/testfilms.h"

#include <media/filmreader.h>
#include <media/inspector.h>
#include <media/picture.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryFile>
#include <QtCore/QThreadPool>
#include <QtCore/QTimer>
#include <QtTest/QTest>

#include <atomic>
#include <functional>

using namespace arb;
using media::MediaError;

/// A helper that was taken over says what it likes: the window must not believe it, wait for it or fall with it.
class TstLiars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theHonestOneIsBelieved();
    void noLieIsBelieved_data();
    void noLieIsBelieved();
    void restartsAreCountedOverTheSession();
    void lyingFilmsAreRefused_data();
    void lyingFilmsAreRefused();
    void anHonestFilmIsBelieved();
    void lyingFramesAreRefused_data();
    void lyingFramesAreRefused();
    void playedFramesAreOfTheSizeAskedFor();
    void memoryThatComesAgainIsReadAfresh();
    void memoryThatLosesItsPagesIsBlack();
    void thumbnailsFitTheirBox();
    void lyingPeaksAreRefused_data();
    void lyingPeaksAreRefused();
    void lyingFactsAreRefused();
    void silenceEndsWithTheTime();
    void whoLeavesDoesNotWait();
    void closingSendsEverybodyHome();
    void withoutHelperNothingIsDecoded();
    void theEventLoopGoesOnWhileAHelperHangs();

private:
    int fd() const { return m_file.handle(); }
    QTemporaryFile m_file;
};

void TstLiars::initTestCase()
{
    QVERIFY(m_file.open());
    // The start of a PNG: enough for our own look at the format; the liar reads nothing.
    QCOMPARE(m_file.write(QByteArray("\x89PNG\r\n\x1A\n0123456789", 18)), 18);
    QVERIFY(m_file.flush());
}

void TstLiars::theHonestOneIsBelieved()
{
    media::DecodeService::Options options = tests::lyingDecoder(QStringLiteral("honest"));
    options.limits.pictureSeconds = 10;
    const media::DecodeService service(options);
    const auto picture = media::readPicture(service, QStringLiteral("a"), fd(), {});
    QVERIFY(picture.ok());
    QCOMPARE(picture->fullSize, QSize(64, 48));
    QCOMPARE(picture->levels.first().size(), QSize(64, 48));
    media::DecodeService::Options inRows = tests::lyingDecoder(QStringLiteral("rows-honest"));
    inRows.limits.pictureSeconds = 10;
    const media::DecodeService other(inRows);
    QVERIFY(media::readPicture(other, QStringLiteral("a"), fd(), {}).ok());
}

void TstLiars::noLieIsBelieved_data()
{
    QTest::addColumn<QString>("lie");
    for (const char *lie : {"unsealed", "short", "sizes", "negative", "larger", "nomemory", "manyfiles", "socketmemory", "status", "number", "garbage",
                            "endless", "dies", "rows-first", "rows-falling", "rows-beyond", "rows-unsealed", "rows-other", "rows-again"})
        QTest::newRow(lie) << QString::fromLatin1(lie);
}

void TstLiars::noLieIsBelieved()
{
    QFETCH(QString, lie);
    media::DecodeService::Options options = tests::lyingDecoder(lie);
    options.limits.pictureSeconds = 10; // three starts have to fit on a loaded machine
    const media::DecodeService service(options);
    const auto picture = media::readPicture(service, QStringLiteral("a"), fd(), {});
    QVERIFY(!picture.ok());
    QCOMPARE(int(picture.error()), int(MediaError::HelperDied));
}

void TstLiars::restartsAreCountedOverTheSession()
{
    media::DecodeService::Options options = tests::lyingDecoder(QStringLiteral("dies"));
    options.limits.pictureSeconds = 10;
    options.limits.filmSeconds = 10;
    const media::DecodeService service(options);
    QCOMPARE(int(media::readPicture(service, QStringLiteral("a"), fd(), {}).error()), int(MediaError::HelperDied));
    QVERIFY(service.isGivenUp(fd()));
    // Given up for everybody: whoever asks next, of whatever kind, waits for no helper. One is not even started.
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(int(media::readPicture(service, QStringLiteral("b"), fd(), QSize(10, 10)).error()), int(MediaError::HelperDied));
    media::FilmReader film(service, QStringLiteral("a"));
    QCOMPARE(int(film.open(fd()).error()), int(MediaError::HelperDied));
    QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
    // Another file has its own three tries, and so has this one when somebody wants it.
    QTemporaryFile other;
    QVERIFY(other.open());
    QCOMPARE(other.write(QByteArray("\x89PNG\r\n\x1A\n9876543210", 18)), 18);
    QVERIFY(other.flush());
    QVERIFY(!service.isGivenUp(other.handle()));
    service.tryAgain();
    QVERIFY(!service.isGivenUp(fd()));
    QCOMPARE(int(film.open(fd()).error()), int(MediaError::HelperDied)); // a film's helpers count like a picture's
    QVERIFY(service.isGivenUp(fd()));
}

void TstLiars::lyingFilmsAreRefused_data()
{
    QTest::addColumn<QString>("lie");
    QTest::newRow("more time stamps than a film may have") << QStringLiteral("manytimes");
    QTest::newRow("time stamps that fall") << QStringLiteral("fallingtimes");
    QTest::newRow("key frames beyond the last frame") << QStringLiteral("keysbeyond");
    QTest::newRow("key frames that fall") << QStringLiteral("keysfall");
    QTest::newRow("more key frames than frames") << QStringLiteral("manykeys");
    QTest::newRow("a gap that ends before it begins") << QStringLiteral("gapsfall");
    QTest::newRow("gaps that overlap") << QStringLiteral("gapsoverlap");
    QTest::newRow("a gap to the end of time") << QStringLiteral("gapsfar");
    QTest::newRow("counts below nothing") << QStringLiteral("countslie");
    QTest::newRow("a kind of sound in two lines") << QStringLiteral("soundwords");
    QTest::newRow("a kind of sound that is too long") << QStringLiteral("soundlong");
    QTest::newRow("dies") << QStringLiteral("dies");
}

void TstLiars::lyingFilmsAreRefused()
{
    QFETCH(QString, lie);
    media::DecodeService::Options options = tests::lyingDecoder(lie);
    options.limits.filmSeconds = 20;
    const media::DecodeService service(options);
    media::FilmReader film(service, QStringLiteral("a"));
    const auto info = film.open(fd());
    QVERIFY(!info.ok());
    QCOMPARE(int(info.error()), int(MediaError::HelperDied));
    QVERIFY(!film.frameAt(0).ok());
}

void TstLiars::anHonestFilmIsBelieved()
{
    media::DecodeService::Options options = tests::lyingDecoder(QStringLiteral("film-honest"));
    options.limits.filmSeconds = 20;
    const media::DecodeService service(options);
    media::FilmReader film(service, QStringLiteral("a"));
    const auto info = film.open(fd());
    QVERIFY(info.ok());
    QCOMPARE(info->ptsUs, (QList<qint64>{0, 40'000, 80'000, 120'000}));
    QCOMPARE(info->keyFrames, (QList<qint64>{0, 2}));
    QCOMPARE(info->gaps.size(), 1);
    QCOMPARE(info->gaps.constFirst().fromUs, 160'000);
    QCOMPARE(info->gaps.constFirst().toUs, 2'000'000);
    const auto frame = film.frameAt(1);
    QVERIFY(frame.ok());
    QCOMPARE(frame->image.size(), QSize(64, 48));
    QCOMPARE(frame->index, 1);
    QVERIFY(film.nearestAtOnce(3).ok());
    QVERIFY(film.thumbnail(0, QSize(64, 48)).ok());
    const auto peaks = film.peaks(7);
    QVERIFY(peaks.ok());
    QCOMPARE(peaks->size(), 7);
}

void TstLiars::lyingFramesAreRefused_data()
{
    QTest::addColumn<QString>("lie");
    QTest::newRow("a frame beyond the last") << QStringLiteral("film-index");
    QTest::newRow("a frame before the first") << QStringLiteral("film-negative");
    QTest::newRow("sides that need more than came") << QStringLiteral("film-sides");
    QTest::newRow("less memory than was told") << QStringLiteral("film-short");
    QTest::newRow("memory that could shrink") << QStringLiteral("film-unsealed");
    QTest::newRow("larger than the film") << QStringLiteral("film-larger");
    QTest::newRow("out of the film's shape") << QStringLiteral("film-stretched");
}

void TstLiars::lyingFramesAreRefused()
{
    QFETCH(QString, lie);
    media::DecodeService::Options options = tests::lyingDecoder(lie);
    options.limits.filmSeconds = 20;
    using Ask = std::function<media::Media<media::MediaFrame>(media::FilmReader &)>;
    const Ask asks[] = {[](media::FilmReader &film) { return film.frameAt(1); }, [](media::FilmReader &film) { return film.nearestAtOnce(1); },
                        [](media::FilmReader &film) { return film.frameCovering(1, QSize(60, 40)); },
                        [](media::FilmReader &film) { return film.thumbnail(0, QSize(100, 100)); }};
    for (const Ask &ask : asks) {
        const media::DecodeService service(options); // each with its own patience for the file
        media::FilmReader film(service, QStringLiteral("a"));
        QVERIFY(film.open(fd()).ok());
        const auto frame = ask(film);
        QVERIFY(!frame.ok());
        QCOMPARE(int(frame.error()), int(MediaError::HelperDied));
    }
}

/// It always sends 64 x 48, which is the whole film.
void TstLiars::playedFramesAreOfTheSizeAskedFor()
{
    media::DecodeService::Options options = tests::lyingDecoder(QStringLiteral("film-honest"));
    options.limits.filmSeconds = 20;
    for (const QSize box : {QSize(32, 24), QSize(10, 10)}) {
        const media::DecodeService service(options);
        media::FilmReader film(service, QStringLiteral("a"));
        QVERIFY(film.open(fd()).ok());
        const auto larger = film.frameCovering(1, box);
        QVERIFY(!larger.ok());
        QCOMPARE(int(larger.error()), int(MediaError::HelperDied));
    }
    for (const QSize box : {QSize(), QSize(33, 24), QSize(32, 25), QSize(64, 48), QSize(4000, 3000)}) {
        const media::DecodeService service(options);
        media::FilmReader film(service, QStringLiteral("a"));
        QVERIFY(film.open(fd()).ok());
        QVERIFY(film.frameCovering(1, box).ok());
    }
}

namespace {

/// What comes of asking for a frame that many times, as the colour of its last pixel.
QList<QRgb> askedAgain(const QString &lie, int fd, int times)
{
    media::DecodeService::Options options = tests::lyingDecoder(lie);
    options.limits.filmSeconds = 20;
    const media::DecodeService service(options);
    media::FilmReader film(service, QStringLiteral("a"));
    QList<QRgb> colors;
    if (!film.open(fd).ok())
        return colors;
    for (int n = 0; n < times; ++n) {
        if (const auto frame = film.frameAt(1))
            colors.append(frame->image.pixel(63, 47));
    }
    return colors;
}

} // namespace

/// The memory of a film that plays is kept mapped, and holds another frame each time; once it had pages, and then none.
void TstLiars::memoryThatComesAgainIsReadAfresh()
{
    QCOMPARE(askedAgain(QStringLiteral("film-again"), fd(), 4), (QList<QRgb>{0xFF000001, 0xFF000002, 0xFF000000, 0xFF000000}));
}

/// Looking at a huge page of which there is none left would end this program.
void TstLiars::memoryThatLosesItsPagesIsBlack()
{
    QCOMPARE(askedAgain(QStringLiteral("film-again-huge"), fd(), 3), QList<QRgb>(3, 0xFF000000));
}

void TstLiars::thumbnailsFitTheirBox()
{
    media::DecodeService::Options options = tests::lyingDecoder(QStringLiteral("film-honest"));
    options.limits.filmSeconds = 20;
    const media::DecodeService service(options);
    media::FilmReader film(service, QStringLiteral("a"));
    QVERIFY(film.open(fd()).ok());
    const auto larger = film.thumbnail(0, QSize(63, 48)); // it always sends 64 x 48
    QVERIFY(!larger.ok());
    QCOMPARE(int(larger.error()), int(MediaError::HelperDied));
}

void TstLiars::lyingPeaksAreRefused_data()
{
    QTest::addColumn<QString>("lie");
    QTest::newRow("fewer than were asked for") << QStringLiteral("film-few");
    QTest::newRow("low above high") << QStringLiteral("film-upside");
}

void TstLiars::lyingPeaksAreRefused()
{
    QFETCH(QString, lie);
    media::DecodeService::Options options = tests::lyingDecoder(lie);
    options.limits.filmSeconds = 20;
    const media::DecodeService service(options);
    media::FilmReader film(service, QStringLiteral("a"));
    QVERIFY(film.open(fd()).ok());
    const auto peaks = film.peaks(50);
    QVERIFY(!peaks.ok());
    QCOMPARE(int(peaks.error()), int(MediaError::HelperDied));
}

void TstLiars::lyingFactsAreRefused()
{
    media::DecodeService::Options options = tests::lyingDecoder(QStringLiteral("text"));
    options.limits.pictureSeconds = 10;
    const media::DecodeService service(options);
    media::FileInspector inspector(service);
    const QJsonObject facts = inspector.inspect(fd(), domain::ExhibitKind::Image);
    QVERIFY(facts.value(QStringLiteral("unreadable")).toBool());
    QVERIFY(!facts.contains(QStringLiteral("device")));
}

void TstLiars::silenceEndsWithTheTime()
{
    const media::DecodeService service(tests::lyingDecoder(QStringLiteral("silent")));
    QElapsedTimer timer;
    timer.start();
    const auto picture = media::readPicture(service, QStringLiteral("a"), fd(), {});
    QVERIFY(!picture.ok());
    QCOMPARE(int(picture.error()), int(MediaError::TimedOut));
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    media::FilmReader film(service, QStringLiteral("a"));
    QCOMPARE(int(film.open(fd()).error()), int(MediaError::TimedOut));
}

void TstLiars::whoLeavesDoesNotWait()
{
    media::DecodeService::Options options = tests::lyingDecoder(QStringLiteral("silent"));
    options.limits.pictureSeconds = 10;
    media::DecodeService service(options);
    QVERIFY(service.protection() != media::Protection::Nothing);
    QElapsedTimer timer;
    timer.start();
    const auto picture = media::readPicture(service, QStringLiteral("a"), fd(), {}, [] { return true; });
    QVERIFY(!picture.ok());
    QCOMPARE(int(picture.error()), int(MediaError::Abandoned));
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

void TstLiars::closingSendsEverybodyHome()
{
    media::DecodeService::Options options = tests::lyingDecoder(QStringLiteral("silent"));
    options.limits.pictureSeconds = 10;
    media::DecodeService service(options);
    std::atomic<int> error{-1};
    QThreadPool pool;
    pool.start([&] {
        const auto picture = media::readPicture(service, QStringLiteral("a"), fd(), {});
        error = picture ? -2 : int(picture.error());
    });
    service.protection();
    service.close();
    QVERIFY(pool.waitForDone(9'000));
    QCOMPARE(error.load(), int(MediaError::Abandoned));
    QCOMPARE(int(media::readPicture(service, QStringLiteral("a"), fd(), {}).error()), int(MediaError::Abandoned));
}

void TstLiars::withoutHelperNothingIsDecoded()
{
    for (const QString &program : {QString(), QStringLiteral("/nowhere/arbiter-decode"), QStringLiteral("/bin/true")}) {
        media::DecodeService::Options options;
        options.program = program;
        options.most = media::Protection::Landlock;
        media::DecodeService service(options);
        QCOMPARE(int(service.protection()), int(media::Protection::Nothing));
        QCOMPARE(int(media::readPicture(service, QStringLiteral("a"), fd(), {}).error()), int(MediaError::NoHelper));
        media::FilmReader film(service, QStringLiteral("a"));
        QCOMPARE(int(film.open(fd()).error()), int(MediaError::NoHelper));
        media::FileInspector inspector(service);
        const QJsonObject facts = inspector.inspect(fd(), domain::ExhibitKind::Image);
        QVERIFY(!facts.contains(QStringLiteral("unreadable"))); // nobody looked
    }
}

void TstLiars::theEventLoopGoesOnWhileAHelperHangs()
{
    const media::DecodeService service(tests::lyingDecoder(QStringLiteral("silent")));
    std::atomic<bool> done{false};
    QThreadPool pool;
    pool.start([&] {
        QVERIFY(!media::readPicture(service, QStringLiteral("a"), fd(), {}).ok());
        done = true;
    });
    QElapsedTimer between;
    qint64 longest = 0;
    QTimer ticks;
    QObject::connect(&ticks, &QTimer::timeout, this, [&] { longest = qMax(longest, between.restart()); });
    between.start();
    ticks.start(5);
    QTRY_VERIFY_WITH_TIMEOUT(done.load(), 10'000);
    QVERIFY2(longest < 200, qPrintable(QStringLiteral("the loop stood for %1 ms").arg(longest)));
}

QObject *make_tst_liars();
QObject *make_tst_liars()
{
    return new TstLiars;
}

#include "tst_liars.moc"
