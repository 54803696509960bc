// SPDX-License-Identifier: GPL-3.0-or-later
#include "testfilms.h"

#include <decode/facts.h>
#include <decode/picture.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <libheif/heif.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <functional>

using namespace arb;

/// Still pictures of every format that is let in, turned upright exactly once.
class TstPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void orientationIsAppliedOnce_data();
    void orientationIsAppliedOnce();
    void everyFormatDecodes_data();
    void everyFormatDecodes();
    void scaledDecodeCoversTheTarget();
    void rowsAreToldOfWhenTheyAreFinal();
    void whoLeavesEndsThePicture();
    void transparencyIsWhite();
    void tellsTimeAndDevice();
    void heifIsNotTurnedTwice_data();
    void heifIsNotTurnedTwice();

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QTemporaryDir m_dir;
};

/// EXIF with nothing but an orientation, as an APP1 segment.
static QByteArray orientationSegment(int orientation)
{
    QByteArray tiff = QByteArray::fromHex("4d4d002a00000008" "0001" "0112" "0003" "00000001");
    tiff += QByteArray::fromHex("00") + static_cast<char>(orientation) + QByteArray::fromHex("0000" "00000000");
    const QByteArray body = QByteArray::fromHex("457869660000") + tiff;
    QByteArray segment = QByteArray::fromHex("ffe1");
    const auto size = body.size() + 2;
    segment += static_cast<char>(size >> 8);
    segment += static_cast<char>(size & 0xFF);
    return segment + body;
}

/// The corner colours of a picture, clockwise from the top left: r red, g green, b blue, w white.
static QByteArray cornersOf(const decode::Bitmap &bitmap)
{
    const auto name = [&](int x, int y) {
        const quint32 pixel = bitmap.row(y)[x];
        const bool red = ((pixel >> 16) & 0xFF) > 128, green = ((pixel >> 8) & 0xFF) > 128, blue = (pixel & 0xFF) > 128;
        return red && green && blue ? 'w' : red ? 'r' : green ? 'g' : blue ? 'b' : '?';
    };
    const int right = bitmap.width - 4, bottom = bitmap.height - 4;
    return QByteArray{} + name(3, 3) + name(right, 3) + name(right, bottom) + name(3, bottom);
}

void TstPicture::initTestCase()
{
    QVERIFY(m_dir.isValid());
    // Red green / white blue, clockwise "rgbw", 120 x 80.
    const QString graph = QStringLiteral(
        "color=red:s=60x40[a];color=lime:s=60x40[b];color=blue:s=60x40[c];color=white:s=60x40[d];"
        "[a][b]hstack[t];[d][c]hstack[u];[t][u]vstack[out0]");
    const auto make = [&](const QString &name, const QStringList &more) {
        const QStringList head{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-f"),
                               QStringLiteral("lavfi"), QStringLiteral("-i"), graph, QStringLiteral("-frames:v"),
                               QStringLiteral("1")};
        return tests::runTool(QStringLiteral("ffmpeg"), head + more + QStringList{path(name)});
    };
    QVERIFY(make(QStringLiteral("plain.jpg"), {QStringLiteral("-q:v"), QStringLiteral("2")}));
    QVERIFY(make(QStringLiteral("plain.png"), {}));
    QVERIFY(make(QStringLiteral("plain.webp"), {QStringLiteral("-quality"), QStringLiteral("90")}));
    QVERIFY(make(QStringLiteral("big.jpg"), {QStringLiteral("-vf"), QStringLiteral("scale=2400:1600")}));
    QVERIFY(make(QStringLiteral("big.png"), {QStringLiteral("-vf"), QStringLiteral("scale=1200:800")}));
    QVERIFY(make(QStringLiteral("large.jpg"), {QStringLiteral("-vf"), QStringLiteral("scale=3000:2400,noise=alls=20")}));
    QFile large(path(QStringLiteral("large.jpg"))), turned(path(QStringLiteral("turned.jpg")));
    QVERIFY(large.open(QIODevice::ReadOnly) && turned.open(QIODevice::WriteOnly));
    QVERIFY(turned.write(large.read(2) + orientationSegment(6) + large.readAll()) > 0);
}

void TstPicture::orientationIsAppliedOnce_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QByteArray>("corners");
    // From the EXIF standard: where row 0 and column 0 are on screen.
    QTest::newRow("1 top left") << 1 << QByteArray("rgbw");
    QTest::newRow("2 top right") << 2 << QByteArray("grwb");
    QTest::newRow("3 bottom right") << 3 << QByteArray("bwrg");
    QTest::newRow("4 bottom left") << 4 << QByteArray("wbgr");
    QTest::newRow("5 left top") << 5 << QByteArray("rwbg");
    QTest::newRow("6 right top") << 6 << QByteArray("wrgb");
    QTest::newRow("7 right bottom") << 7 << QByteArray("bgrw");
    QTest::newRow("8 left bottom") << 8 << QByteArray("gbwr");
}

void TstPicture::orientationIsAppliedOnce()
{
    QFETCH(int, orientation);
    QFETCH(QByteArray, corners);
    QFile plain(path(QStringLiteral("plain.jpg")));
    QVERIFY(plain.open(QIODevice::ReadOnly));
    QByteArray bytes = plain.readAll();
    bytes.insert(2, orientationSegment(orientation));
    QFile turned(path(QStringLiteral("turned.jpg")));
    QVERIFY(turned.open(QIODevice::WriteOnly));
    turned.write(bytes);
    turned.close();
    const tests::OpenedFile file(turned.fileName());
    const auto picture = decode::decodePicture(file.fd(), 0, 0);
    QVERIFY(picture.ok());
    QCOMPARE(cornersOf(picture->bitmap), corners);
    QCOMPARE(picture->fullWidth, orientation >= 5 ? 80 : 120);
    QCOMPARE(picture->fullHeight, orientation >= 5 ? 120 : 80);
    const auto facts = decode::readFacts(file.fd());
    QVERIFY(facts.ok());
    QCOMPARE(facts->width, picture->fullWidth);
}

void TstPicture::everyFormatDecodes_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("jpeg") << QStringLiteral("plain.jpg");
    QTest::newRow("png") << QStringLiteral("plain.png");
    QTest::newRow("webp") << QStringLiteral("plain.webp");
}

void TstPicture::everyFormatDecodes()
{
    QFETCH(QString, file);
    const tests::OpenedFile opened(path(file));
    const auto picture = decode::decodePicture(opened.fd(), 0, 0);
    QVERIFY(picture.ok());
    QVERIFY(!picture->damaged);
    QCOMPARE(cornersOf(picture->bitmap), QByteArray("rgbw"));
    QCOMPARE(picture->bitmap.width, 120);
}

void TstPicture::scaledDecodeCoversTheTarget()
{
    const tests::OpenedFile jpeg(path(QStringLiteral("big.jpg")));
    const auto small = decode::decodePicture(jpeg.fd(), 500, 500);
    QVERIFY(small.ok());
    QCOMPARE(small->fullWidth, 2400);
    QVERIFY(small->bitmap.width >= 500 && small->bitmap.width < 1000);
    QCOMPARE(cornersOf(small->bitmap), QByteArray("rgbw"));
    const tests::OpenedFile png(path(QStringLiteral("big.png")));
    const auto halved = decode::decodePicture(png.fd(), 500, 500);
    QVERIFY(halved.ok());
    QCOMPARE(halved->bitmap.width, 600);
    QCOMPARE(halved->fullWidth, 1200);
}

void TstPicture::rowsAreToldOfWhenTheyAreFinal()
{
    const tests::OpenedFile file(path(QStringLiteral("large.jpg")));
    QList<int> told;
    QList<QByteArray> seen; // what had come each time
    const auto rowBytes = [](const decode::Bitmap &bitmap) { return qsizetype{bitmap.width} * 4; };
    const auto picture = decode::decodePicture(file.fd(), 0, 0, [&](const decode::Bitmap &bitmap, int rows) {
        const int before = told.isEmpty() ? 0 : told.constLast();
        told.append(rows);
        seen.append(QByteArray(reinterpret_cast<const char *>(bitmap.row(before)), (rows - before) * rowBytes(bitmap)));
        return true;
    });
    QVERIFY(picture.ok());
    QVERIFY(told.size() > 3);
    QCOMPARE(told.constFirst(), 0);
    QVERIFY(std::ranges::is_sorted(told, std::less_equal<>()));
    QVERIFY(told.constLast() <= picture->bitmap.height);
    const QByteArray all = seen.join();
    QCOMPARE(all.size(), told.constLast() * rowBytes(picture->bitmap));
    QVERIFY(std::memcmp(all.constData(), picture->bitmap.row(0), static_cast<std::size_t>(all.size())) == 0);
    // What is turned or shrunk afterwards has no row that stays; what is small is there too soon.
    int others = 0;
    const decode::RowsReady count = [&others](const decode::Bitmap &, int) { return ++others > 0; };
    QVERIFY(decode::decodePicture(file.fd(), 500, 500, count).ok());
    const tests::OpenedFile turned(path(QStringLiteral("turned.jpg")));
    QVERIFY(decode::decodePicture(turned.fd(), 0, 0, count).ok());
    QCOMPARE(others, 0);
}

void TstPicture::whoLeavesEndsThePicture()
{
    const tests::OpenedFile file(path(QStringLiteral("large.jpg")));
    int told = 0;
    const auto picture = decode::decodePicture(file.fd(), 0, 0, [&told](const decode::Bitmap &, int) { return ++told < 3; });
    QVERIFY(!picture.ok());
    QCOMPARE(int(picture.error()), int(decode::DecodeError::Abandoned));
    QCOMPARE(told, 3);
}

void TstPicture::transparencyIsWhite()
{
    const QString file = path(QStringLiteral("clear.png"));
    QVERIFY(tests::runTool(QStringLiteral("ffmpeg"),
                           {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-f"),
                            QStringLiteral("lavfi"), QStringLiteral("-i"), QStringLiteral("color=black@0.0:s=20x20,format=rgba"),
                            QStringLiteral("-frames:v"), QStringLiteral("1"), file}));
    const tests::OpenedFile opened(file);
    const auto picture = decode::decodePicture(opened.fd(), 0, 0);
    QVERIFY(picture.ok());
    QCOMPARE(picture->bitmap.row(5)[5], 0xFFFFFFFFU);
}

void TstPicture::tellsTimeAndDevice()
{
    const QString file = path(QStringLiteral("dated.jpg"));
    QVERIFY(QFile::copy(path(QStringLiteral("plain.jpg")), file));
    QVERIFY(tests::runTool(QStringLiteral("exiftool"),
                           {QStringLiteral("-q"), QStringLiteral("-overwrite_original"),
                            QStringLiteral("-DateTimeOriginal=2026:10:08 21:04:05"), QStringLiteral("-OffsetTimeOriginal=+08:00"),
                            QStringLiteral("-Make=HUAWEI"), QStringLiteral("-Model=P60"), file}));
    const tests::OpenedFile opened(file);
    const auto facts = decode::readFacts(opened.fd());
    QVERIFY(facts.ok());
    QCOMPARE(facts->capturedAt, std::string("2026-10-08T21:04:05+08:00"));
    QCOMPARE(facts->device, std::string("HUAWEI P60"));
    QVERIFY(!facts->hasPlace);
}

void TstPicture::heifIsNotTurnedTwice_data()
{
    QTest::addColumn<int>("turn"); ///< of the container, as EXIF would number it
    QTest::addColumn<QByteArray>("corners");
    // Stored it is "rgbw", clockwise from the upper left.
    QTest::newRow("as stored") << 1 << QByteArray("rgbw");
    QTest::newRow("half") << 3 << QByteArray("bwrg");
    QTest::newRow("a quarter clockwise") << 6 << QByteArray("wrgb");
    QTest::newRow("a quarter the other way") << 8 << QByteArray("gbwr");
}

void TstPicture::heifIsNotTurnedTwice()
{
    QFETCH(int, turn);
    QFETCH(QByteArray, corners);
    // As telephones write them: EXIF orientation 6 beside whatever the container says, which alone counts; and a preview, here
    // of something else, which is never shown for the picture.
    const tests::OpenedFile png(path(QStringLiteral("plain.png")));
    const auto source = decode::decodePicture(png.fd(), 0, 0);
    QVERIFY(source.ok());
    heif_context *context = heif_context_alloc();
    heif_encoder *encoder = nullptr;
    QCOMPARE(int(heif_context_get_encoder_for_format(context, heif_compression_HEVC, &encoder).code), int(heif_error_Ok));
    heif_image *image = nullptr;
    heif_image_create(120, 80, heif_colorspace_RGB, heif_chroma_interleaved_RGB, &image);
    heif_image_add_plane(image, heif_channel_interleaved, 120, 80, 8);
    int stride = 0;
    std::uint8_t *plane = heif_image_get_plane(image, heif_channel_interleaved, &stride);
    for (int y = 0; y < 80; ++y) {
        for (int x = 0; x < 120; ++x) {
            const quint32 pixel = source->bitmap.row(y)[x];
            plane[y * stride + x * 3] = static_cast<std::uint8_t>(pixel >> 16);
            plane[y * stride + x * 3 + 1] = static_cast<std::uint8_t>(pixel >> 8);
            plane[y * stride + x * 3 + 2] = static_cast<std::uint8_t>(pixel);
        }
    }
    heif_image_handle *handle = nullptr;
    heif_encoding_options *options = heif_encoding_options_alloc();
    options->image_orientation = static_cast<heif_orientation>(turn);
    QCOMPARE(int(heif_context_encode_image(context, image, encoder, options, &handle).code), int(heif_error_Ok));
    heif_encoding_options_free(options);
    for (int y = 0; y < 80; ++y)
        std::fill_n(plane + y * stride, 360, std::uint8_t{128});
    heif_image_handle *preview = nullptr;
    QCOMPARE(int(heif_context_encode_thumbnail(context, image, handle, encoder, nullptr, 60, &preview).code), int(heif_error_Ok));
    QVERIFY(preview);
    heif_image_handle_release(preview);
    const QByteArray exif = orientationSegment(6).mid(4);
    heif_context_add_exif_metadata(context, handle, exif.constData(), static_cast<int>(exif.size()));
    const QByteArray file = QFile::encodeName(path(QStringLiteral("phone.heic")));
    QCOMPARE(int(heif_context_write_to_file(context, file.constData()).code), int(heif_error_Ok));
    heif_image_handle_release(handle);
    heif_image_release(image);
    heif_encoder_release(encoder);
    heif_context_free(context);
    const tests::OpenedFile opened(path(QStringLiteral("phone.heic")));
    const bool onItsSide = turn >= 5;
    for (const int target : {0, 30}) { // whole, and as small as the preview
        const auto picture = decode::decodePicture(opened.fd(), target, target);
        QVERIFY(picture.ok());
        QCOMPARE(cornersOf(picture->bitmap), corners);
        QCOMPARE(picture->fullWidth, onItsSide ? 80 : 120);
        QCOMPARE(picture->fullHeight, onItsSide ? 120 : 80);
    }
    const auto facts = decode::readFacts(opened.fd());
    QVERIFY(facts.ok());
    QCOMPARE(facts->width, onItsSide ? 80 : 120);
}

QObject *make_tst_picture()
{
    return new TstPicture;
}

#include "tst_picture.moc"
