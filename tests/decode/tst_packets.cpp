// SPDX-License-Identifier: GPL-3.0-or-later
#include "testfilms.h"

#include <decode/facts.h>

#include <QtCore/QStringDecoder>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <libheif/heif.h>

#include <algorithm>
#include <cstdint>
#include <string>

using namespace arb;

/// What pictures say of themselves elsewhere than in the first place of EXIF: in XMP, in a HEIC's items, in a PNG's texts.
class TstPackets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itemsOfHeifAreRead_data();
    void itemsOfHeifAreRead();
    void brokenItemsSayNothing_data();
    void brokenItemsSayNothing();
    void timesHaveAnOrder_data();
    void timesHaveAnOrder();
    void xmpStandsInForExif();
    void xmpDoesNotTurnThePicture();
    void placesOfXmp_data();
    void placesOfXmp();
    void textsOfPngAreRead_data();
    void textsOfPngAreRead();
    void writtenTimesAreNotGuessed_data();
    void writtenTimesAreNotGuessed();
    void strangeLettersAreNoDamage_data();
    void strangeLettersAreNoDamage();

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    decode::Facts factsOf(const QByteArray &bytes) const;
    decode::Facts factsOfTagged(const QStringList &tags) const;
    QTemporaryDir m_dir;
    QByteArray m_jpeg, m_png;
};

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// EXIF that says in IFD0 which model took the picture, 10 bytes with the zero behind them, and when it was changed.
QByteArray exifOf(const QByteArray &model = QByteArray("Mi 14\0\0\0\0", 10), const QByteArray &changed = "2026:10:08 09:59:00")
{
    constexpr int modelAt = 8 + 2 + 2 * 12 + 4;
    QByteArray tiff = QByteArray::fromHex("4d4d002a00000008" "0002" "0110" "0002" "0000000a") + bigEndian(modelAt);
    tiff += QByteArray::fromHex("0132" "0002" "00000014") + bigEndian(modelAt + 10) + bigEndian(0);
    return tiff + model + changed + '\0';
}

QByteArray xmpOf(const QByteArray &elements)
{
    return "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
           "<rdf:Description rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmlns:exif='http://ns.adobe.com/exif/1.0/' "
           "xmlns:tiff='http://ns.adobe.com/tiff/1.0/' xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'>"
        + elements + "</rdf:Description></rdf:RDF></x:xmpmeta>";
}

QByteArray appSegment(const QByteArray &body)
{
    return QByteArray::fromHex("ffe1") + bigEndian(static_cast<quint32>(body.size()) + 2).right(2) + body;
}

QByteArray xmpSegment(const QByteArray &elements)
{
    return appSegment(QByteArray("http://ns.adobe.com/xap/1.0/") + '\0' + xmpOf(elements));
}

QByteArray exifSegment(const QByteArray &tiff)
{
    return appSegment(QByteArray::fromHex("457869660000") + tiff);
}

/// Puts an item beside a picture; @p handle is the picture's.
using ItemWriter = std::function<void(heif_context *context, heif_image_handle *handle)>;

/// A grey HEIC of 64 by 48 as libheif writes it: its table of items has base offsets of four bytes.
QByteArray heic(const QString &path, const ItemWriter &addItems)
{
    heif_context *context = heif_context_alloc();
    heif_encoder *encoder = nullptr;
    heif_image *image = nullptr;
    heif_image_handle *handle = nullptr;
    bool made = heif_context_get_encoder_for_format(context, heif_compression_HEVC, &encoder).code == heif_error_Ok
        && heif_image_create(64, 48, heif_colorspace_RGB, heif_chroma_interleaved_RGB, &image).code == heif_error_Ok
        && heif_image_add_plane(image, heif_channel_interleaved, 64, 48, 8).code == heif_error_Ok;
    if (made) {
        int stride = 0;
        std::uint8_t *plane = heif_image_get_plane(image, heif_channel_interleaved, &stride);
        std::fill_n(plane, static_cast<std::size_t>(stride) * 48, std::uint8_t{128});
        made = heif_context_encode_image(context, image, encoder, nullptr, &handle).code == heif_error_Ok;
    }
    if (made) {
        addItems(context, handle);
        made = heif_context_write_to_file(context, QFile::encodeName(path).constData()).code == heif_error_Ok;
    }
    if (handle != nullptr)
        heif_image_handle_release(handle);
    if (image != nullptr)
        heif_image_release(image);
    if (encoder != nullptr)
        heif_encoder_release(encoder);
    heif_context_free(context);
    return made ? bytesOf(path) : QByteArray();
}

void addExifItem(heif_context *context, const heif_image_handle *handle, const QByteArray &item)
{
    heif_context_add_generic_metadata(context, handle, item.constData(), static_cast<int>(item.size()), "Exif", nullptr);
}

quint32 checkSum(const QByteArray &bytes)
{
    quint32 sum = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum & 1U) != 0 ? 0xEDB88320U ^ (sum >> 1) : sum >> 1;
    }
    return ~sum;
}

QByteArray pngChunk(const QByteArray &type, const QByteArray &data)
{
    return bigEndian(static_cast<quint32>(data.size())) + type + data + bigEndian(checkSum(type + data));
}

QByteArray plainText(const QByteArray &keyword, const QByteArray &text)
{
    return pngChunk("tEXt", keyword + '\0' + text);
}

constexpr int behindHeader = 33; ///< signature and IHDR of a PNG

} // namespace

void TstPackets::initTestCase()
{
    QVERIFY(m_dir.isValid());
    for (const QString &name : {QStringLiteral("plain.jpg"), QStringLiteral("plain.png")}) {
        QVERIFY(tests::runTool(QStringLiteral("ffmpeg"), {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-f"),
                                                          QStringLiteral("lavfi"), QStringLiteral("-i"), QStringLiteral("color=gray:s=64x48"),
                                                          QStringLiteral("-frames:v"), QStringLiteral("1"), path(name)}));
    }
    m_jpeg = bytesOf(path(QStringLiteral("plain.jpg")));
    m_png = bytesOf(path(QStringLiteral("plain.png")));
    QVERIFY(m_jpeg.startsWith("\xFF\xD8") && m_png.mid(12, 4) == "IHDR");
}

decode::Facts TstPackets::factsOf(const QByteArray &bytes) const
{
    QFile file(path(QStringLiteral("told")));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        return {};
    file.close();
    const tests::OpenedFile opened(file.fileName());
    const auto facts = decode::readFacts(opened.fd());
    return facts.ok() ? *facts : decode::Facts();
}

decode::Facts TstPackets::factsOfTagged(const QStringList &tags) const
{
    const QString name = path(QStringLiteral("tagged.jpg"));
    QFile file(name);
    const bool tagged = file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(m_jpeg) == m_jpeg.size();
    file.close();
    if (!tagged || !tests::runTool(QStringLiteral("exiftool"), QStringList{QStringLiteral("-q"), QStringLiteral("-overwrite_original")} + tags + QStringList{name}))
        return {};
    return factsOf(bytesOf(name));
}

void TstPackets::itemsOfHeifAreRead_data()
{
    QTest::addColumn<QByteArray>("exif"); ///< the item, with the number that it begins with
    QTest::addColumn<QByteArray>("xmp");
    QTest::addColumn<QByteArray>("device");
    QTest::addColumn<QByteArray>("taken");
    QTest::addColumn<QByteArray>("changed");
    const QByteArray mark = QByteArray::fromHex("457869660000"), changed = "2026-10-08T09:59:00";
    const QByteArray xmp = xmpOf("<xmp:CreateDate>2026-10-07T10:00:00+08:00</xmp:CreateDate><tiff:Model>X100</tiff:Model>");
    QTest::newRow("EXIF") << QByteArray(bigEndian(0) + exifOf()) << QByteArray() << QByteArray("Mi 14") << QByteArray() << changed;
    QTest::newRow("EXIF, JPEG's mark counted") << QByteArray(bigEndian(6) + mark + exifOf()) << QByteArray() << QByteArray("Mi 14") << QByteArray() << changed;
    QTest::newRow("EXIF, JPEG's mark not counted") << QByteArray(bigEndian(0) + mark + exifOf()) << QByteArray() << QByteArray("Mi 14") << QByteArray() << changed;
    QTest::newRow("XMP") << QByteArray() << xmp << QByteArray("X100") << QByteArray("2026-10-07T10:00:00+08:00") << QByteArray();
    QTest::newRow("both") << QByteArray(bigEndian(0) + exifOf()) << xmp << QByteArray("Mi 14") << QByteArray("2026-10-07T10:00:00+08:00") << changed;
    QTest::newRow("neither") << QByteArray() << QByteArray() << QByteArray() << QByteArray() << QByteArray();
}

void TstPackets::itemsOfHeifAreRead()
{
    QFETCH(QByteArray, exif);
    QFETCH(QByteArray, xmp);
    const QByteArray file = heic(path(QStringLiteral("items.heic")), [&](heif_context *context, heif_image_handle *handle) {
        if (!exif.isEmpty())
            addExifItem(context, handle, exif);
        if (!xmp.isEmpty())
            heif_context_add_XMP_metadata(context, handle, xmp.constData(), static_cast<int>(xmp.size()));
    });
    const decode::Facts facts = factsOf(file);
    QCOMPARE(facts.width, 64);
    QTEST(QByteArray::fromStdString(facts.device), "device");
    QTEST(QByteArray::fromStdString(facts.capturedAt), "taken");
    QTEST(QByteArray::fromStdString(facts.modifiedAt), "changed");
}

void TstPackets::brokenItemsSayNothing_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::newRow("of three bytes") << QByteArray(3, '\0');
    QTest::newRow("of nothing but the number") << bigEndian(0);
    QTest::newRow("the way leads just out of it") << QByteArray(bigEndian(static_cast<quint32>(exifOf().size())) + exifOf());
    QTest::newRow("the way leads far out of it") << QByteArray(bigEndian(0xFFFFFFFFU) + exifOf());
    QTest::newRow("the way leads into the middle") << QByteArray(bigEndian(5) + exifOf());
    QTest::newRow("nothing but JPEG's mark") << QByteArray(bigEndian(0) + QByteArray::fromHex("457869660000"));
    QTest::newRow("no TIFF") << QByteArray(bigEndian(0) + QByteArray(200, 'x'));
    QTest::newRow("the directory lies outside") << QByteArray(bigEndian(0) + QByteArray::fromHex("4d4d002a7fffffff") + QByteArray(40, '\0'));
}

void TstPackets::brokenItemsSayNothing()
{
    QFETCH(QByteArray, item);
    const QByteArray file = heic(path(QStringLiteral("broken.heic")), [&item](heif_context *context, heif_image_handle *handle) { addExifItem(context, handle, item); });
    const decode::Facts facts = factsOf(file);
    QCOMPARE(facts.width, 64); // the picture is none the worse
    QCOMPARE(facts.device, std::string());
    QCOMPARE(facts.modifiedAt, std::string());
}

void TstPackets::timesHaveAnOrder_data()
{
    QTest::addColumn<QStringList>("tags");
    QTest::addColumn<QByteArray>("taken");
    const QString original = QStringLiteral("-ExifIFD:DateTimeOriginal=2026:10:01 01:00:00"), digitized = QStringLiteral("-ExifIFD:CreateDate=2026:10:02 02:00:00"),
                  digitizedZone = QStringLiteral("-OffsetTimeDigitized=+08:00"), unset = QStringLiteral("-ExifIFD:DateTimeOriginal#=0000:00:00 00:00:00"),
                  xmpOriginal = QStringLiteral("-XMP-exif:DateTimeOriginal=2026:10:03 03:00:00+01:00"),
                  photoshop = QStringLiteral("-XMP-photoshop:DateCreated=2026:10:04 04:00:00"), created = QStringLiteral("-XMP-xmp:CreateDate=2026:10:05 05:00:00Z"),
                  changed = QStringLiteral("-ModifyDate=2026:10:06 06:00:00");
    QTest::newRow("all") << QStringList{original, digitized, digitizedZone, xmpOriginal, photoshop, created} << QByteArray("2026-10-01T01:00:00");
    QTest::newRow("digitized") << QStringList{digitized, digitizedZone, xmpOriginal, photoshop, created} << QByteArray("2026-10-02T02:00:00+08:00");
    QTest::newRow("digitized, the clock was never set before") << QStringList{unset, digitized} << QByteArray("2026-10-02T02:00:00");
    QTest::newRow("XMP's original") << QStringList{xmpOriginal, photoshop, created} << QByteArray("2026-10-03T03:00:00+01:00");
    QTest::newRow("Photoshop's") << QStringList{photoshop, created} << QByteArray("2026-10-04T04:00:00");
    QTest::newRow("XMP's creation") << QStringList{created} << QByteArray("2026-10-05T05:00:00Z");
    QTest::newRow("a change is no capture") << QStringList{changed} << QByteArray();
}

void TstPackets::timesHaveAnOrder()
{
    QFETCH(QStringList, tags);
    const decode::Facts facts = factsOfTagged(tags);
    QCOMPARE(facts.width, 64);
    QTEST(QByteArray::fromStdString(facts.capturedAt), "taken");
}

void TstPackets::xmpStandsInForExif()
{
    const QStringList xmp{QStringLiteral("-XMP-tiff:Make=Xiaomi"), QStringLiteral("-XMP-tiff:Model=Mi 14"), QStringLiteral("-XMP-xmp:CreatorTool=GIMP"),
                          QStringLiteral("-XMP-xmp:ModifyDate=2026:10:09 08:00:01-05:30")};
    const decode::Facts alone = factsOfTagged(xmp);
    QCOMPARE(alone.device, std::string("Xiaomi Mi 14"));
    QCOMPARE(alone.software, std::string("GIMP"));
    QCOMPARE(alone.modifiedAt, std::string("2026-10-09T08:00:01-05:30"));
    QCOMPARE(alone.capturedAt, std::string());
    const decode::Facts beside = factsOfTagged(xmp + QStringList{QStringLiteral("-IFD0:Model=P60"), QStringLiteral("-IFD0:Software=P60 1.2"),
                                                                 QStringLiteral("-IFD0:ModifyDate=2026:10:10 10:00:00")});
    QCOMPARE(beside.device, std::string("P60")); // not of two cameras
    QCOMPARE(beside.software, std::string("P60 1.2"));
    QCOMPARE(beside.modifiedAt, std::string("2026-10-10T10:00:00"));
}

void TstPackets::xmpDoesNotTurnThePicture()
{
    const decode::Facts facts = factsOf(QByteArray(m_jpeg).insert(2, xmpSegment("<tiff:Orientation>6</tiff:Orientation><tiff:Model>X100</tiff:Model>")));
    QCOMPARE(facts.device, std::string("X100"));
    QCOMPARE(facts.width, 64);
    QCOMPARE(facts.height, 48);
}

void TstPackets::placesOfXmp_data()
{
    QTest::addColumn<QByteArray>("latitude");
    QTest::addColumn<QByteArray>("longitude");
    QTest::addColumn<bool>("place");
    QTest::addColumn<int>("latitudeE6");
    QTest::addColumn<int>("longitudeE6");
    const QByteArray east = "121,28,17E";
    QTest::newRow("seconds") << QByteArray("31,13,48N") << QByteArray("121,28,17W") << true << 31'230'000 << -121'471'389; // 31 + 13/60 + 48/3600
    QTest::newRow("parts of a minute") << QByteArray("31,13.5S") << QByteArray("121,30.0E") << true << -31'225'000 << 121'500'000;
    QTest::newRow("beyond the pole") << QByteArray("91,0,0N") << east << false << 0 << 0;
    QTest::newRow("pole and a second") << QByteArray("90,0,1N") << east << false << 0 << 0;
    QTest::newRow("61 minutes") << QByteArray("31,61,0N") << east << false << 0 << 0;
    QTest::newRow("negative") << QByteArray("31,-13,48N") << east << false << 0 << 0;
    QTest::newRow("neither north nor south") << QByteArray("31,13,48E") << east << false << 0 << 0;
    QTest::newRow("degrees alone") << QByteArray("31N") << east << false << 0 << 0;
    QTest::newRow("four parts") << QByteArray("31,13,48,2N") << east << false << 0 << 0;
    QTest::newRow("nothing behind the comma") << QByteArray("31,13,N") << east << false << 0 << 0;
    QTest::newRow("no number") << QByteArray("nan,nan,nanN") << east << false << 0 << 0;
    QTest::newRow("huge") << QByteArray("1" + QByteArray(150, '0') + ",0,0N") << east << false << 0 << 0;
    QTest::newRow("half") << QByteArray("31,13,48N") << QByteArray() << false << 0 << 0;
    QTest::newRow("no satellite") << QByteArray("0,0,0N") << QByteArray("0,0,0E") << false << 0 << 0;
}

void TstPackets::placesOfXmp()
{
    QFETCH(QByteArray, latitude);
    QFETCH(QByteArray, longitude);
    QByteArray elements = "<exif:GPSLatitude>" + latitude + "</exif:GPSLatitude>";
    if (!longitude.isEmpty())
        elements += "<exif:GPSLongitude>" + longitude + "</exif:GPSLongitude>";
    const decode::Facts facts = factsOf(QByteArray(m_jpeg).insert(2, xmpSegment(elements)));
    QCOMPARE(facts.width, 64);
    QTEST(facts.hasPlace, "place");
    QTEST(facts.latitudeE6, "latitudeE6");
    QTEST(facts.longitudeE6, "longitudeE6");
}

void TstPackets::textsOfPngAreRead_data()
{
    QTest::addColumn<QByteArray>("chunks");
    QTest::addColumn<bool>("behind"); ///< the pixels, right before the end
    QTest::addColumn<QByteArray>("software");
    QTest::addColumn<QByteArray>("taken");
    const QByteArray both = plainText("Software", "Adobe ImageReady") + plainText("Creation Time", "2026:10:08 09:00:00"), taken = "2026-10-08T09:00:00";
    const QByteArray deflated = qCompress(QByteArray("Adobe ImageReady")).mid(4); // Qt puts the length before it
    QTest::newRow("before the pixels") << both << false << QByteArray("Adobe ImageReady") << taken;
    QTest::newRow("behind the pixels") << both << true << QByteArray("Adobe ImageReady") << taken;
    QTest::newRow("compressed") << pngChunk("zTXt", QByteArray("Software\0\0", 10) + deflated) << false << QByteArray("Adobe ImageReady") << QByteArray();
    QTest::newRow("in UTF-8") << pngChunk("iTXt", QByteArray("Software\0\0\0\0\0", 13) + "美图秀秀") << false << QByteArray("美图秀秀") << QByteArray();
    QTest::newRow("in UTF-8, compressed") << pngChunk("iTXt", QByteArray("Software\0\1\0\0\0", 13) + qCompress(QByteArray("美图秀秀")).mid(4)) << true
                                          << QByteArray("美图秀秀") << QByteArray();
    QTest::newRow("in Latin-1") << plainText("Software", "Caf\xE9 \xA9") << false << QByteArray("Café ©") << QByteArray();
    QTest::newRow("in UTF-8 against the rules") << plainText("Software", "Café") << false << QByteArray("Café") << QByteArray();
    QTest::newRow("twice") << QByteArray(plainText("Software", "first") + plainText("Software", "second")) << false << QByteArray("first") << QByteArray();
    QTest::newRow("others") << QByteArray(plainText("Author", "Lin") + plainText("Softwares", "x") + plainText("Comment", "2026:10:08 09:00:00")) << false
                            << QByteArray() << QByteArray();
    QTest::newRow("damaged") << QByteArray(plainText("Software", "Adobe").chopped(4) + QByteArray(4, '\0')) << false << QByteArray() << QByteArray();
    QTest::newRow("over its limit") << plainText("Software", QByteArray(70'000, 'x')) << false << QByteArray() << QByteArray();
    QTest::newRow("blows up") << pngChunk("zTXt", QByteArray("Software\0\0", 10) + qCompress(QByteArray(40 << 20, 'x')).mid(4)) << false << QByteArray() << QByteArray();
    QTest::newRow("none") << QByteArray() << false << QByteArray() << QByteArray();
}

void TstPackets::textsOfPngAreRead()
{
    QFETCH(QByteArray, chunks);
    QFETCH(bool, behind);
    const decode::Facts facts = factsOf(QByteArray(m_png).insert(behind ? m_png.size() - 12 : behindHeader, chunks));
    QCOMPARE(facts.width, 64);
    QTEST(QByteArray::fromStdString(facts.software), "software");
    QTEST(QByteArray::fromStdString(facts.capturedAt), "taken");
}

void TstPackets::writtenTimesAreNotGuessed_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("taken");
    const auto row = [](const char *written, const char *taken) { QTest::newRow(written) << QByteArray(written) << QByteArray(taken); };
    row("Thu, 08 Oct 2026 09:00:00 +0800", "2026-10-08T09:00:00+08:00");
    row("8 Oct 2026 09:00 GMT", "2026-10-08T09:00:00Z");
    row("Thu, 8 Oct 2026 09:00:00 EST", "2026-10-08T09:00:00"); // it may be either of two zones
    row("Thu, 08 Oct 2026 09:00:00", "2026-10-08T09:00:00");
    row("2026-10-08T09:00:00.25+08:00", "2026-10-08T09:00:00+08:00");
    row("2026-10-08T09:00Z", "2026-10-08T09:00:00Z");
    row("2026-10-08T09:00", "2026-10-08T09:00:00");
    row("2026-10-08T09:00-0330", "2026-10-08T09:00:00-03:30");
    row("2026-10-08", "");
    row("10/08/26", "");
    row("8 Oct 26 09:00:00 GMT", "");
    row("Thu, 32 Oct 2026 09:00:00 GMT", "");
    row("Thu, 08 Okt 2026 09:00:00 GMT", "");
    row("Thu, 08 ctN 2026 09:00:00 GMT", "");
    row("Thu, 08 Oct 2026 25:00:00 GMT", "");
    row("Thu Oct  8 09:00:00 2026", "");
    row("Thu, 08 Oct 2026 09:00:00 AM CST", "");
    row("yesterday", "");
    row("", "");
}

void TstPackets::writtenTimesAreNotGuessed()
{
    QFETCH(QByteArray, written);
    const decode::Facts facts = factsOf(QByteArray(m_png).insert(behindHeader, plainText("Creation Time", written)));
    QCOMPARE(facts.width, 64);
    QTEST(QByteArray::fromStdString(facts.capturedAt), "taken");
}

void TstPackets::strangeLettersAreNoDamage_data()
{
    QTest::addColumn<QByteArray>("model"); ///< of ten bytes
    QTest::addColumn<QString>("device");
    const auto unknown = [](int count) { return QString(count, QChar::ReplacementCharacter); };
    QTest::newRow("GBK") << QByteArray("\xBB\xAAP60\0\0\0\0\0", 10) << QString(unknown(2) + QStringLiteral("P60"));
    QTest::newRow("cut off") << QByteArray("P60 \xE5\x8D\0\0\0\0", 10) << QString(QStringLiteral("P60 ") + unknown(2));
    QTest::newRow("too long a form") << QByteArray("P60\xC0\xAF\0\0\0\0\0", 10) << QString(QStringLiteral("P60") + unknown(2));
    QTest::newRow("half of a pair") << QByteArray("P60\xED\xA0\x80\0\0\0\0", 10) << QString(QStringLiteral("P60") + unknown(3));
    QTest::newRow("mark of byte order") << QByteArray("\xEF\xBB\xBFP60\0\0\0\0", 10) << QStringLiteral("P60");
    QTest::newRow("UTF-8") << QByteArray("华为P\0\0\0", 10) << QStringLiteral("华为P");
}

void TstPackets::strangeLettersAreNoDamage()
{
    QFETCH(QByteArray, model);
    QCOMPARE(model.size(), 10);
    const decode::Facts facts = factsOf(QByteArray(m_jpeg).insert(2, exifSegment(exifOf(model))));
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString device = decoder.decode(QByteArrayView(facts.device.data(), static_cast<qsizetype>(facts.device.size())));
    QVERIFY(!decoder.hasError()); // else the window takes the whole answer for a lie
    QTEST(device, "device");
    QCOMPARE(facts.modifiedAt, std::string("2026-10-08T09:59:00"));
}

QObject *make_tst_packets()
{
    return new TstPackets;
}

#include "tst_packets.moc"
