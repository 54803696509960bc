// SPDX-License-Identifier: GPL-3.0-or-later
#include <decode/picture.h>

#include <QtCore/QByteArray>
#include <QtGui/QRgb>
#include <QtTest/QTest>

#include <array>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>
#define CMS_NO_REGISTER_KEYWORD 1
#include <lcms2.h>

using namespace arb;

/// Pictures of other colour spaces come out as sRGB; a profile that is no use changes nothing.
class TstColor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void displayP3BecomesSrgb_data();
    void displayP3BecomesSrgb();
    void largePicturesAreConvertedEverywhere();
    void profilesOfGreyApplyToGrey();
    void uselessProfilesChangeNothing_data();
    void uselessProfilesChangeNothing();
};

static QByteArray bytesOf(cmsHPROFILE profile)
{
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, nullptr, &size);
    QByteArray bytes(static_cast<qsizetype>(size), '\0');
    cmsSaveProfileToMem(profile, bytes.data(), &size);
    cmsCloseProfile(profile);
    return bytes;
}

static QByteArray displayP3()
{
    const cmsCIExyY white{0.3127, 0.3290, 1.0};
    const cmsCIExyYTRIPLE corners{{0.680, 0.320, 1.0}, {0.265, 0.690, 1.0}, {0.150, 0.060, 1.0}};
    const std::array<cmsFloat64Number, 5> numbers{2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045};
    cmsToneCurve *curve = cmsBuildParametricToneCurve(nullptr, 4, numbers.data());
    std::array<cmsToneCurve *, 3> curves{curve, curve, curve};
    const QByteArray bytes = bytesOf(cmsCreateRGBProfile(&white, &corners, curves.data()));
    cmsFreeToneCurve(curve);
    return bytes;
}

/// A JPEG of one colour with @p profile in it, as good as the format allows.
static QByteArray jpegOf(QRgb color, int width, int height, const QByteArray &profile, bool grey = false)
{
    jpeg_compress_struct codec = {};
    jpeg_error_mgr errors = {};
    codec.err = jpeg_std_error(&errors);
    jpeg_create_compress(&codec);
    unsigned char *buffer = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&codec, &buffer, &size);
    codec.image_width = static_cast<JDIMENSION>(width);
    codec.image_height = static_cast<JDIMENSION>(height);
    codec.input_components = 3;
    codec.in_color_space = JCS_RGB;
    jpeg_set_defaults(&codec);
    if (grey)
        jpeg_set_colorspace(&codec, JCS_GRAYSCALE);
    jpeg_set_quality(&codec, 100, TRUE);
    jpeg_start_compress(&codec, TRUE);
    if (!profile.isEmpty())
        jpeg_write_icc_profile(&codec, reinterpret_cast<const JOCTET *>(profile.constData()), static_cast<unsigned>(profile.size()));
    QByteArray row;
    for (int x = 0; x < width; ++x) {
        row.append(static_cast<char>(qRed(color)));
        row.append(static_cast<char>(qGreen(color)));
        row.append(static_cast<char>(qBlue(color)));
    }
    auto line = reinterpret_cast<JSAMPROW>(row.data());
    for (int y = 0; y < height; ++y)
        jpeg_write_scanlines(&codec, &line, 1);
    jpeg_finish_compress(&codec);
    jpeg_destroy_compress(&codec);
    const QByteArray bytes(reinterpret_cast<const char *>(buffer), static_cast<qsizetype>(size));
    std::free(buffer);
    return bytes;
}

static decode::Outcome<decode::DecodedPicture> decoded(const QByteArray &bytes, int target = 0)
{
    return decode::decodePicture(std::span(reinterpret_cast<const std::byte *>(bytes.constData()), static_cast<std::size_t>(bytes.size())), target, target);
}

static bool isNear(quint32 pixel, QRgb wanted)
{
    return std::abs(qRed(pixel) - qRed(wanted)) <= 2 && std::abs(qGreen(pixel) - qGreen(wanted)) <= 2 && std::abs(qBlue(pixel) - qBlue(wanted)) <= 2;
}

void TstColor::displayP3BecomesSrgb_data()
{
    // Worked out by hand: the curve undone, P3 to XYZ to sRGB by the matrices of their primaries, the curve again.
    QTest::addColumn<QRgb>("given");
    QTest::addColumn<QRgb>("wanted");
    QTest::newRow("brown") << qRgb(180, 120, 90) << qRgb(190, 117, 84);
    QTest::newRow("green") << qRgb(90, 160, 120) << qRgb(61, 162, 117);
    QTest::newRow("blue") << qRgb(60, 70, 150) << qRgb(57, 70, 155);
    QTest::newRow("grey") << qRgb(128, 128, 128) << qRgb(128, 128, 128);
    QTest::newRow("white") << qRgb(255, 255, 255) << qRgb(255, 255, 255);
}

void TstColor::displayP3BecomesSrgb()
{
    QFETCH(QRgb, given);
    QFETCH(QRgb, wanted);
    const auto picture = decoded(jpegOf(given, 64, 48, displayP3()));
    QVERIFY(picture.ok());
    QVERIFY(!picture->damaged);
    const quint32 pixel = picture->bitmap.row(20)[30];
    QVERIFY2(isNear(pixel, wanted), qPrintable(QString::number(pixel, 16)));
    QCOMPARE(pixel >> 24, 0xFFU);
    const auto scaled = decoded(jpegOf(given, 640, 480, displayP3()), 80);
    QVERIFY(scaled.ok());
    QVERIFY(isNear(scaled->bitmap.row(5)[5], wanted));
}

void TstColor::largePicturesAreConvertedEverywhere()
{
    const auto picture = decoded(jpegOf(qRgb(180, 120, 90), 2500, 2001, displayP3())); // several blocks of rows, not of one height
    QVERIFY(picture.ok());
    for (int y = 0; y < 2001; ++y)
        QVERIFY2(isNear(picture->bitmap.row(y)[y], qRgb(190, 117, 84)), qPrintable(QString::number(y)));
}

/// Of gamma 1.8: 128 is 0.2892 of white, which is 146 in sRGB.
void TstColor::profilesOfGreyApplyToGrey()
{
    cmsToneCurve *curve = cmsBuildGamma(nullptr, 1.8);
    const cmsCIExyY white{0.3457, 0.3585, 1.0};
    const QByteArray profile = bytesOf(cmsCreateGrayProfile(&white, curve));
    cmsFreeToneCurve(curve);
    const QRgb grey = qRgb(128, 128, 128);
    const auto plain = decoded(jpegOf(grey, 64, 48, {}, true)), picture = decoded(jpegOf(grey, 64, 48, profile, true));
    QVERIFY(plain.ok() && picture.ok());
    QVERIFY(isNear(plain->bitmap.row(20)[30], grey));
    QVERIFY2(isNear(picture->bitmap.row(20)[30], qRgb(146, 146, 146)), qPrintable(QString::number(picture->bitmap.row(20)[30], 16)));
    QCOMPARE(picture->bitmap.row(20)[30] >> 24, 0xFFU);
}

void TstColor::uselessProfilesChangeNothing_data()
{
    QTest::addColumn<QByteArray>("profile");
    QTest::newRow("sRGB") << bytesOf(cmsCreate_sRGBProfile());
    QTest::newRow("noise") << QByteArray(500, 'x');
    QTest::newRow("cut off") << displayP3().left(200);
    cmsToneCurve *curve = cmsBuildGamma(nullptr, 2.2);
    const cmsCIExyY white{0.3457, 0.3585, 1.0};
    QTest::newRow("grey") << bytesOf(cmsCreateGrayProfile(&white, curve));
    cmsFreeToneCurve(curve);
    QTest::newRow("Lab") << bytesOf(cmsCreateLab4Profile(nullptr));
    QTest::newRow("too large") << displayP3() + QByteArray(5 << 20, '\0');
}

void TstColor::uselessProfilesChangeNothing()
{
    QFETCH(QByteArray, profile);
    const QRgb color = qRgb(180, 120, 90);
    const auto plain = decoded(jpegOf(color, 64, 48, {}));
    const auto picture = decoded(jpegOf(color, 64, 48, profile));
    QVERIFY(plain.ok() && picture.ok());
    QVERIFY(!picture->damaged); // the pixels are whole, whatever the profile
    QVERIFY(isNear(plain->bitmap.row(20)[30], color));
    QCOMPARE(picture->bitmap.row(20)[30], plain->bitmap.row(20)[30]);
}

QObject *make_tst_color()
{
    return new TstColor;
}

#include "tst_color.moc"
