// SPDX-License-Identifier: GPL-3.0-or-later
#include "decodedesk.h"

#include "../decode/testfilms.h"

#include <media/document.h>
#include <media/filmreader.h>
#include <media/picture.h>

#include <decode/film.h>
#include <decode/picture.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QThreadPool>
#include <QtTest/QTest>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstring>

#include <libheif/heif.h>
#include <webp/encode.h>

using namespace arb;
using media::MediaError;
using media::Protection;

/// Every format through the real helper with all locks on, pixel by pixel what the decoder gives in this process.
class TstWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void picturesAreTheSame_data();
    void picturesAreTheSame();
    void largePicturesComeInRows_data();
    void largePicturesComeInRows();
    void helpersOutliveAPictureNobodyWaitsFor();
    void filmsAreTheSame_data();
    void filmsAreTheSame();
    void filmsGoOnAfterTheirHelperIsGone();
    void limitsAreNamed();
    void manyMayAskAtOnce();
    void onlySoManyHelpersLive();
    void originsDoNotShareAHelper();
    void oneStandsByAfterManyCases();
    void helpersComeBackAfterTheirServerIsGone();

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QImage sample() const;
    bool writeHeif(const QString &name, heif_compression_format format) const;
    QTemporaryDir m_dir;
};

QImage TstWorker::sample() const
{
    QImage image(320, 200, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb((x * 3) % 256, (y * 5) % 256, (x * y) % 256));
    }
    return image;
}

bool TstWorker::writeHeif(const QString &name, heif_compression_format format) const
{
    const QImage rgb = sample().convertToFormat(QImage::Format_RGB888);
    heif_context *context = heif_context_alloc();
    heif_encoder *encoder = nullptr;
    heif_image *image = nullptr;
    bool done = heif_context_get_encoder_for_format(context, format, &encoder).code == heif_error_Ok;
    done = done && heif_image_create(rgb.width(), rgb.height(), heif_colorspace_RGB, heif_chroma_interleaved_RGB, &image).code == heif_error_Ok;
    if (done) {
        heif_image_add_plane(image, heif_channel_interleaved, rgb.width(), rgb.height(), 8);
        int stride = 0;
        uint8_t *plane = heif_image_get_plane(image, heif_channel_interleaved, &stride);
        for (int y = 0; y < rgb.height(); ++y)
            memcpy(plane + std::ptrdiff_t{y} * stride, rgb.constScanLine(y), static_cast<std::size_t>(rgb.width()) * 3);
        done = heif_context_encode_image(context, image, encoder, nullptr, nullptr).code == heif_error_Ok
            && heif_context_write_to_file(context, qPrintable(path(name))).code == heif_error_Ok;
        heif_image_release(image);
    }
    heif_encoder_release(encoder);
    heif_context_free(context);
    return done;
}

void TstWorker::initTestCase()
{
    QVERIFY(m_dir.isValid());
    const QImage image = sample();
    QVERIFY(image.save(path(QStringLiteral("a.jpg")), "JPG", 90));
    QVERIFY(image.save(path(QStringLiteral("a.png")), "PNG"));
    QImage large(3000, 2400, QImage::Format_RGB32);
    for (int y = 0; y < large.height(); ++y) {
        for (int x = 0; x < large.width(); ++x)
            large.setPixel(x, y, qRgb((x * 3) % 256, (y * 5) % 256, (x * y) % 256));
    }
    QVERIFY(large.save(path(QStringLiteral("large.jpg")), "JPG", 90));
    QFile whole(path(QStringLiteral("large.jpg"))), cut(path(QStringLiteral("cut.jpg")));
    QVERIFY(whole.open(QIODevice::ReadOnly) && cut.open(QIODevice::WriteOnly));
    QVERIFY(cut.write(whole.read(whole.size() * 6 / 10)) > 0);
    cut.close();
    uint8_t *webp = nullptr;
    const std::size_t size = WebPEncodeLosslessBGRA(image.constBits(), image.width(), image.height(), static_cast<int>(image.bytesPerLine()), &webp);
    QFile file(path(QStringLiteral("a.webp")));
    QVERIFY(size > 0 && file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(reinterpret_cast<const char *>(webp), static_cast<qint64>(size)), static_cast<qint64>(size));
    file.close();
    WebPFree(webp);
    QVERIFY(writeHeif(QStringLiteral("a.heic"), heif_compression_HEVC));
    QVERIFY(writeHeif(QStringLiteral("a.avif"), heif_compression_AV1));
    tests::FilmRecipe recipe;
    recipe.frames = 60;
    recipe.sound = true;
    QVERIFY(tests::makeFilm(path(QStringLiteral("a.mp4")), recipe));
}

void TstWorker::picturesAreTheSame_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QSize>("target");
    QTest::addColumn<int>("rung");
    for (const Protection rung : {Protection::Process, Protection::Filter, Protection::Landlock, Protection::Namespaces}) {
        for (const char *name : {"a.jpg", "a.png", "a.webp", "a.heic", "a.avif"}) {
            QTest::addRow("%s, full, rung %d", name, int(rung)) << QString::fromLatin1(name) << QSize() << int(rung);
            QTest::addRow("%s, small, rung %d", name, int(rung)) << QString::fromLatin1(name) << QSize(100, 100) << int(rung);
        }
    }
}

void TstWorker::picturesAreTheSame()
{
    QFETCH(QString, name);
    QFETCH(QSize, target);
    QFETCH(int, rung);
    const media::DecodeService service(tests::realDecoder(Protection(rung)));
    const tests::OpenedFile file(path(name));
    const auto shown = media::readPicture(service, QStringLiteral("case/buyer"), file.fd(), target);
    QVERIFY2(shown.ok(), shown.ok() ? "" : qPrintable(QString::number(int(shown.error()))));
    const auto here = decode::decodePicture(file.fd(), target.isEmpty() ? 0 : target.width(), target.isEmpty() ? 0 : target.height());
    QVERIFY(here.ok());
    const QImage &image = shown->levels.first();
    QCOMPARE(shown->fullSize, QSize(here->fullWidth, here->fullHeight));
    QCOMPARE(image.size(), QSize(here->bitmap.width, here->bitmap.height));
    QCOMPARE(shown->damaged, here->damaged);
    for (int y = 0; y < image.height(); ++y)
        QVERIFY2(memcmp(image.constScanLine(y), here->bitmap.row(y), static_cast<std::size_t>(image.width()) * 4) == 0, qPrintable(QString::number(y)));
}

void TstWorker::largePicturesComeInRows_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("whole") << QStringLiteral("large.jpg");
    QTest::newRow("broken off") << QStringLiteral("cut.jpg");
}

void TstWorker::largePicturesComeInRows()
{
    QFETCH(QString, name);
    const media::DecodeService service(tests::realDecoder(Protection::Landlock));
    const tests::OpenedFile file(path(name));
    const auto shown = media::readPicture(service, QStringLiteral("case/buyer"), file.fd(), {});
    const auto here = decode::decodePicture(file.fd(), 0, 0);
    QVERIFY(shown.ok() && here.ok());
    QCOMPARE(shown->damaged, here->damaged);
    QCOMPARE(shown->damaged, name == QStringLiteral("cut.jpg"));
    QImage image(here->bitmap.width, here->bitmap.height, QImage::Format_RGB32);
    memcpy(image.bits(), here->bitmap.row(0), static_cast<std::size_t>(image.sizeInBytes()));
    const QList<QImage> levels = media::mipLevels(image);
    QCOMPARE(shown->levels.size(), levels.size());
    QVERIFY(levels.size() > 3);
    for (qsizetype n = 0; n < levels.size(); ++n)
        QVERIFY2(shown->levels.at(n) == levels.at(n), qPrintable(QString::number(n)));
}

void TstWorker::helpersOutliveAPictureNobodyWaitsFor()
{
    const media::DecodeService service(tests::realDecoder(Protection::Landlock));
    const tests::OpenedFile small(path(QStringLiteral("a.png"))), large(path(QStringLiteral("large.jpg")));
    QVERIFY(media::readPicture(service, QStringLiteral("case/buyer"), small.fd(), {}).ok());
    const QList<pid_t> before = tests::helperProcesses();
    int asked = 0; // who waits is asked when rows come, too
    const auto left = media::readPicture(service, QStringLiteral("case/buyer"), large.fd(), {}, [&asked] { return ++asked > 2; });
    QVERIFY(!left.ok());
    QCOMPARE(int(left.error()), int(MediaError::Abandoned));
    QVERIFY(media::readPicture(service, QStringLiteral("case/buyer"), large.fd(), {}).ok());
    const QList<pid_t> after = tests::helperProcesses();
    QVERIFY(std::ranges::all_of(before, [&after](pid_t helper) { return after.contains(helper); }));
}

void TstWorker::filmsAreTheSame_data()
{
    QTest::addColumn<int>("rung");
    for (const Protection rung : {Protection::Process, Protection::Filter, Protection::Landlock, Protection::Namespaces})
        QTest::addRow("rung %d", int(rung)) << int(rung);
}

void TstWorker::filmsAreTheSame()
{
    QFETCH(int, rung);
    const media::DecodeService service(tests::realDecoder(Protection(rung)));
    const tests::OpenedFile file(path(QStringLiteral("a.mp4")));
    media::FilmReader reader(service, QStringLiteral("case/buyer"));
    const auto info = reader.open(file.fd());
    QVERIFY(info.ok());
    const auto film = decode::Film::open(file.fd());
    QVERIFY(film.ok());
    const decode::FilmInfo &here = (*film)->info();
    QCOMPARE(info->ptsUs, QList<qint64>(here.ptsUs.begin(), here.ptsUs.end()));
    QCOMPARE(info->framesPerSecond, here.framesPerSecond);
    QCOMPARE(info->pixelAspect, here.pixelAspect);
    QCOMPARE(info->durationUs, here.durationUs);
    for (const qint64 index : {41, 3, 40, 59, 0}) {
        const auto frame = reader.frameAt(index);
        const auto own = (*film)->frameAt(index);
        QVERIFY(frame.ok() && own.ok());
        QCOMPARE(frame->index, own->index);
        QCOMPARE(frame->ptsUs, own->ptsUs);
        for (int y = 0; y < frame->image.height(); ++y)
            QVERIFY(memcmp(frame->image.constScanLine(y), own->bitmap.row(y), static_cast<std::size_t>(frame->image.width()) * 4) == 0);
    }
    const auto sound = decode::Sound::open(file.fd());
    QVERIFY(sound.ok());
    QVERIFY(info->hasSound);
    reader.seekSound(500'000);
    (*sound)->seek(500'000);
    for (int n = 0; n < 5; ++n) {
        const media::MediaSound chunk = reader.nextSound();
        const auto own = (*sound)->next();
        QVERIFY(own.ok());
        QCOMPARE(chunk.ptsUs, own->ptsUs);
        QCOMPARE(chunk.pcm, QByteArray(reinterpret_cast<const char *>(own->samples.data()), static_cast<qsizetype>(own->samples.size() * 2)));
    }
}

void TstWorker::filmsGoOnAfterTheirHelperIsGone()
{
    media::DecodeService::Options options = tests::realDecoder(Protection::Landlock);
    options.mostHelpers = 1; // the film's own, and none standing by
    const media::DecodeService service(options);
    const tests::OpenedFile file(path(QStringLiteral("a.mp4")));
    media::FilmReader reader(service, QStringLiteral("case/buyer"));
    QVERIFY(reader.open(file.fd()).ok());
    const QList<pid_t> helpers = tests::helperProcesses();
    QCOMPARE(helpers.size(), 1);
    QCOMPARE(::kill(helpers.constFirst(), SIGKILL), 0);
    const auto frame = reader.frameAt(41);
    QVERIFY(frame.ok());
    QCOMPARE(tests::frameNumberIn([&](int x, int y) { return frame->image.pixel(x, y); }), 41);
}

void TstWorker::limitsAreNamed()
{
    media::DecodeService service(tests::realDecoder());
    const tests::OpenedFile file(path(QStringLiteral("a.jpg")));
    media::DecodeLimits limits;
    limits.maxPixels = 320 * 200 - 1;
    service.setLimits(limits);
    QCOMPARE(int(media::readPicture(service, QStringLiteral("a"), file.fd(), {}).error()), int(MediaError::TooLarge));
    limits.maxPixels = 320 * 200;
    service.setLimits(limits);
    QVERIFY(media::readPicture(service, QStringLiteral("a"), file.fd(), {}).ok());
    limits.maxBytes = 1000;
    service.setLimits(limits);
    QCOMPARE(int(media::readPicture(service, QStringLiteral("a"), file.fd(), {}).error()), int(MediaError::TooManyBytes));
    limits = {.maxPixels = qint64{1} << 40, .maxBytes = qint64{1} << 40, .pictureSeconds = 100'000, .filmSeconds = 100'000};
    service.setLimits(limits); // the program's own limits stand above the desk's
    QCOMPARE(service.limits().maxPixels, 100'000'000);
    QCOMPARE(service.limits().maxBytes, qint64{256} << 20);
    QCOMPARE(service.limits().pictureSeconds, 10);
    QCOMPARE(service.limits().filmSeconds, 20);
}

void TstWorker::manyMayAskAtOnce()
{
    const media::DecodeService service(tests::realDecoder());
    std::atomic<int> good{0};
    QThreadPool pool;
    pool.setMaxThreadCount(6);
    for (int n = 0; n < 24; ++n) {
        pool.start([&, n] {
            const tests::OpenedFile file(path(n % 2 == 0 ? QStringLiteral("a.jpg") : QStringLiteral("a.png")));
            const auto picture = media::readPicture(service, QStringLiteral("party %1").arg(n % 3), file.fd(), {});
            good += picture && picture->fullSize == QSize(320, 200) ? 1 : 0;
        });
    }
    QVERIFY(pool.waitForDone(120'000));
    QCOMPARE(good.load(), 24);
}

void TstWorker::onlySoManyHelpersLive()
{
    media::DecodeService::Options options = tests::realDecoder(Protection::Landlock);
    options.mostHelpers = 2;
    options.idleMs = 100;
    const media::DecodeService service(options);
    const tests::OpenedFile file(path(QStringLiteral("a.png")));
    for (int n = 0; n < 5; ++n) {
        QVERIFY(media::readPicture(service, QStringLiteral("party %1").arg(n), file.fd(), {}).ok());
        QVERIFY2(tests::helperProcesses().size() <= 2, qPrintable(QString::number(tests::helperProcesses().size())));
    }
    QTRY_VERIFY_WITH_TIMEOUT(tests::helperProcesses().size() <= 1, 10'000); // the one that stands by
}

void TstWorker::originsDoNotShareAHelper()
{
    media::DecodeService::Options options = tests::realDecoder(Protection::Landlock);
    options.mostHelpers = 4;
    const media::DecodeService service(options);
    const tests::OpenedFile file(path(QStringLiteral("a.png")));
    QVERIFY(media::readPicture(service, QStringLiteral("case/buyer"), file.fd(), {}).ok());
    QVERIFY(media::readPicture(service, QStringLiteral("case/buyer"), file.fd(), {}).ok());
    QTRY_COMPARE(tests::helperProcesses().size(), 3); // the buyer's, and two that stand by
    QVERIFY(media::readPicture(service, QStringLiteral("case/merchant"), file.fd(), {}).ok());
    QTRY_COMPARE(tests::helperProcesses().size(), 4);
}

void TstWorker::oneStandsByAfterManyCases()
{
    media::DecodeService service(tests::realDecoder(Protection::Landlock));
    const tests::OpenedFile file(path(QStringLiteral("a.png")));
    for (int n = 0; n < 12; ++n)
        QVERIFY(media::readPicture(service, QStringLiteral("case %1/buyer").arg(n), file.fd(), {}).ok());
    QVERIFY(service.awaitStandBy(10'000)); // idle ones make room
}

void TstWorker::helpersComeBackAfterTheirServerIsGone()
{
    const media::DecodeService service(tests::realDecoder(Protection::Landlock));
    const tests::OpenedFile file(path(QStringLiteral("a.png")));
    QVERIFY(media::readPicture(service, QStringLiteral("case/buyer"), file.fd(), {}).ok());
    const QList<pid_t> servers = tests::childProcesses(QStringLiteral("self"));
    QCOMPARE(servers.size(), 1); // however many helpers
    const QList<pid_t> helpers = tests::helperProcesses();
    QVERIFY(!helpers.isEmpty());
    QCOMPARE(::kill(servers.constFirst(), SIGKILL), 0);
    const auto runs = [](pid_t helper) { // nothing stands there of one that has ended, be it buried or not
        QFile words(QStringLiteral("/proc/%1/cmdline").arg(helper));
        return words.open(QIODevice::ReadOnly) && !words.readAll().isEmpty();
    };
    QTRY_VERIFY(std::ranges::none_of(helpers, runs)); // they end with it; others may stand by already
    const auto picture = media::readPicture(service, QStringLiteral("case/buyer"), file.fd(), {});
    QVERIFY(picture.ok());
    QCOMPARE(picture->fullSize, QSize(320, 200));
}

QObject *make_tst_worker();
QObject *make_tst_worker()
{
    return new TstWorker;
}

#include "tst_worker.moc"
