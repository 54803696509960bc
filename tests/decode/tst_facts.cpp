// SPDX-License-Identifier: GPL-3.0-or-later
#include "testfilms.h"

#include <decode/facts.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace arb;

/// What files say about themselves: places, times, previews and credentials, told only when they are really there.
class TstFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void placeIsReadInMillionths();
    void brokenPlacesAreNone_data();
    void brokenPlacesAreNone();
    void changeIsToldWithItsZone();
    void clockThatWasNeverSetIsNoTime();
    void previewIsCompared_data();
    void previewIsCompared();
    void credentialsAreFoundByStructure_data();
    void credentialsAreFoundByStructure();
    void filmTellsItsOwnTimes();

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const;
    bool shape(const QString &from, const QString &filter, const QString &to) const;
    decode::Facts factsOf(const QString &file) const;
    QTemporaryDir m_dir;
};

static QByteArray contentOfFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static QByteArray big(quint32 value, int bytes)
{
    QByteArray text;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        text.append(static_cast<char>((value >> shift) & 0xFF));
    return text;
}

static bool tellTags(const QString &file, const QStringList &tags)
{
    return tests::runTool(QStringLiteral("exiftool"), QStringList{QStringLiteral("-q"), QStringLiteral("-overwrite_original")} + tags + QStringList{file});
}

QString TstFacts::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

bool TstFacts::shape(const QString &from, const QString &filter, const QString &to) const
{
    return tests::runTool(QStringLiteral("ffmpeg"), {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-i"), from,
                                                     QStringLiteral("-vf"), filter, QStringLiteral("-q:v"), QStringLiteral("4"), path(to)});
}

decode::Facts TstFacts::factsOf(const QString &file) const
{
    const tests::OpenedFile opened(file);
    const auto facts = decode::readFacts(opened.fd());
    if (!facts.ok())
        qWarning("no facts of %s", qPrintable(file));
    return facts.ok() ? *facts : decode::Facts();
}

void TstFacts::initTestCase()
{
    QVERIFY(m_dir.isValid());
    const QString box = QStringLiteral(ARB_SOURCE_DIR "/resources/demo/cases/c06/evidence/c06-b1-box-label.jpg");
    const QString crabs = QStringLiteral(ARB_SOURCE_DIR "/resources/demo/cases/c14/evidence/c14-b1-crabs.jpg");
    QVERIFY(shape(box, QStringLiteral("scale=576:432"), QStringLiteral("box.jpg")));
    QVERIFY(shape(box, QStringLiteral("crop=iw:iw*9/16,scale=576:324"), QStringLiteral("wide.jpg")));
    QVERIFY(shape(box, QStringLiteral("crop=iw/2:ih/2:0:0,scale=576:432"), QStringLiteral("corner.jpg")));
    QVERIFY(shape(path(QStringLiteral("box.jpg")), QStringLiteral("transpose=1"), QStringLiteral("lying.jpg")));
    QVERIFY(shape(crabs, QStringLiteral("scale=576:432"), QStringLiteral("crabs.jpg")));
    QVERIFY(shape(path(QStringLiteral("box.jpg")), QStringLiteral("scale=160:120"), QStringLiteral("preview.jpg")));
    QVERIFY(shape(path(QStringLiteral("wide.jpg")), QStringLiteral("scale=160:90,pad=160:120:0:15:black"), QStringLiteral("barred.jpg")));
    QVERIFY(shape(path(QStringLiteral("wide.jpg")), QStringLiteral("crop=ih*4/3:ih,scale=160:120"), QStringLiteral("middle.jpg")));
    QVERIFY(shape(path(QStringLiteral("box.jpg")), QStringLiteral("eq=brightness=0.1"), QStringLiteral("bright.jpg")));
    QVERIFY(shape(path(QStringLiteral("box.jpg")), QStringLiteral("null"), QStringLiteral("plain.png")));
    QVERIFY(shape(path(QStringLiteral("box.jpg")), QStringLiteral("null"), QStringLiteral("plain.webp")));
    tests::FilmRecipe recipe;
    recipe.frames = 10;
    QVERIFY(tests::makeFilm(path(QStringLiteral("film.mp4")), recipe));
}

void TstFacts::placeIsReadInMillionths()
{
    const QString file = write(QStringLiteral("placed.jpg"), contentOfFile(path(QStringLiteral("preview.jpg"))));
    // 31 + 13/60 + 48.5/3600 = 31.2301389; 121 + 28/60 + 17/3600 = 121.4713889.
    QVERIFY(tellTags(file, {QStringLiteral("-GPSLatitude=31 13 48.5"), QStringLiteral("-GPSLatitudeRef=S"), QStringLiteral("-GPSLongitude=121 28 17"),
                            QStringLiteral("-GPSLongitudeRef=W")}));
    const decode::Facts facts = factsOf(file);
    QVERIFY(facts.hasPlace);
    QCOMPARE(facts.latitudeE6, -31'230'139);
    QCOMPARE(facts.longitudeE6, -121'471'389);
}

using Fractions = QList<QPair<quint32, quint32>>;

/// EXIF with nothing but GPS: references of one letter, degrees, minutes and seconds as fractions.
static QByteArray placeSegment(char north, char east, const Fractions &latitude, const Fractions &longitude)
{
    QByteArray tiff = QByteArray::fromHex("4d4d002a00000008" "0001" "8825" "0004" "00000001" "0000001a" "00000000" "0004");
    tiff += QByteArray::fromHex("0001" "0002" "00000002") + north + QByteArray(3, '\0');
    tiff += QByteArray::fromHex("0002" "0005" "00000003") + big(80, 4);
    tiff += QByteArray::fromHex("0003" "0002" "00000002") + east + QByteArray(3, '\0');
    tiff += QByteArray::fromHex("0004" "0005" "00000003") + big(104, 4) + big(0, 4);
    for (const Fractions &degrees : {latitude, longitude}) {
        for (const auto &[over, under] : degrees)
            tiff += big(over, 4) + big(under, 4);
    }
    const QByteArray body = QByteArray::fromHex("457869660000") + tiff;
    return QByteArray::fromHex("ffe1") + big(static_cast<quint32>(body.size()) + 2, 2) + body;
}

void TstFacts::brokenPlacesAreNone_data()
{
    QTest::addColumn<QByteArray>("segment");
    QTest::addColumn<bool>("place");
    const Fractions good{{31, 1}, {13, 1}, {30, 1}};
    QTest::newRow("good") << placeSegment('N', 'E', good, good) << true;
    QTest::newRow("no seconds' denominator") << placeSegment('N', 'E', {{31, 1}, {13, 1}, {30, 0}}, good) << false;
    QTest::newRow("no degrees' denominator") << placeSegment('N', 'E', good, {{31, 0}, {13, 1}, {30, 1}}) << false;
    QTest::newRow("beyond the pole") << placeSegment('N', 'E', {{91, 1}, {0, 1}, {0, 1}}, good) << false;
    QTest::newRow("pole and a second") << placeSegment('S', 'E', {{90, 1}, {0, 1}, {1, 1}}, good) << false;
    QTest::newRow("61 minutes") << placeSegment('N', 'E', {{31, 1}, {61, 1}, {0, 1}}, good) << false;
    QTest::newRow("beyond 180") << placeSegment('N', 'E', good, {{181, 1}, {0, 1}, {0, 1}}) << false;
    QTest::newRow("neither north nor south") << placeSegment('X', 'E', good, good) << false;
    QTest::newRow("no satellite") << placeSegment('N', 'E', {{0, 1}, {0, 1}, {0, 1}}, {{0, 1}, {0, 1}, {0, 1}}) << false;
    QTest::newRow("huge") << placeSegment('N', 'E', {{0xFFFFFFFFU, 1}, {0, 1}, {0, 1}}, good) << false;
}

void TstFacts::brokenPlacesAreNone()
{
    QFETCH(QByteArray, segment);
    QFETCH(bool, place);
    QByteArray bytes = contentOfFile(path(QStringLiteral("preview.jpg")));
    bytes.insert(2, segment);
    const decode::Facts facts = factsOf(write(QStringLiteral("somewhere.jpg"), bytes));
    QCOMPARE(facts.width, 160);
    QCOMPARE(facts.hasPlace, place);
    QCOMPARE(facts.latitudeE6, place ? 31'225'000 : 0); // 31 + 13.5/60
}

void TstFacts::changeIsToldWithItsZone()
{
    const QString file = write(QStringLiteral("changed.jpg"), contentOfFile(path(QStringLiteral("preview.jpg"))));
    QVERIFY(tellTags(file, {QStringLiteral("-ModifyDate=2026:10:09 08:00:01"), QStringLiteral("-OffsetTime=-05:30"),
                            QStringLiteral("-DateTimeOriginal=2026:10:08 21:04:05")}));
    const decode::Facts facts = factsOf(file);
    QCOMPARE(facts.modifiedAt, std::string("2026-10-09T08:00:01-05:30"));
    QCOMPARE(facts.capturedAt, std::string("2026-10-08T21:04:05")); // no zone of its own
}

void TstFacts::clockThatWasNeverSetIsNoTime()
{
    const QString file = write(QStringLiteral("unset.jpg"), contentOfFile(path(QStringLiteral("preview.jpg"))));
    QVERIFY(tellTags(file, {QStringLiteral("-DateTimeOriginal#=0000:00:00 00:00:00"), QStringLiteral("-ModifyDate#=2026:13:01 00:00:00")}));
    const decode::Facts facts = factsOf(file);
    QCOMPARE(facts.capturedAt, std::string());
    QCOMPARE(facts.modifiedAt, std::string());
}

void TstFacts::previewIsCompared_data()
{
    QTest::addColumn<QString>("picture");
    QTest::addColumn<QString>("preview");
    QTest::addColumn<bool>("differs");
    const QString preview = QStringLiteral("preview.jpg");
    QTest::newRow("of the same picture") << QStringLiteral("box.jpg") << preview << false;
    QTest::newRow("not turned along") << QStringLiteral("lying.jpg") << preview << false;
    QTest::newRow("with bars") << QStringLiteral("wide.jpg") << QStringLiteral("barred.jpg") << false;
    QTest::newRow("cropped to 4:3") << QStringLiteral("wide.jpg") << QStringLiteral("middle.jpg") << false;
    QTest::newRow("of a brightened picture") << QStringLiteral("bright.jpg") << preview << false;
    QTest::newRow("of another picture") << QStringLiteral("crabs.jpg") << preview << true;
    QTest::newRow("from before cropping") << QStringLiteral("corner.jpg") << preview << true;
    QTest::newRow("none") << QStringLiteral("box.jpg") << QString() << false;
}

void TstFacts::previewIsCompared()
{
    QFETCH(QString, picture);
    QFETCH(QString, preview);
    QFETCH(bool, differs);
    const QString file = write(QStringLiteral("previewed.jpg"), contentOfFile(path(picture)));
    QStringList tags{QStringLiteral("-Orientation#=6")};
    if (!preview.isEmpty())
        tags.append(QStringLiteral("-ThumbnailImage<=") + path(preview));
    QVERIFY(tellTags(file, tags));
    QCOMPARE(factsOf(file).thumbnailDiffers, differs);
}

/// The head of a JUMBF superbox of type C2PA, as a manifest store begins.
static QByteArray manifestStore()
{
    const QByteArray description = QByteArray::fromHex("6332706100110010800000aa00389b71" "03") + QByteArray("c2pa", 5);
    const QByteArray inner = big(static_cast<quint32>(description.size()) + 8, 4) + "jumd" + description;
    return big(static_cast<quint32>(inner.size()) + 8, 4) + "jumb" + inner;
}

static QByteArray jpegSegment(char marker, const QByteArray &body)
{
    return QByteArray(1, '\xFF') + marker + big(static_cast<quint32>(body.size()) + 2, 2) + body;
}

static QByteArray uuidBox(const QByteArray &purpose)
{
    const QByteArray body = QByteArray::fromHex("d8fec3d61b0e483c92975828877ec481" "00000000") + purpose + '\0' + QByteArray(8, '\0') + manifestStore();
    return big(static_cast<quint32>(body.size()) + 8, 4) + "uuid" + body;
}

void TstFacts::credentialsAreFoundByStructure_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("carried");
    const QByteArray jpeg = contentOfFile(path(QStringLiteral("preview.jpg"))), png = contentOfFile(path(QStringLiteral("plain.png"))),
                     webp = contentOfFile(path(QStringLiteral("plain.webp"))), film = contentOfFile(path(QStringLiteral("film.mp4")));
    const QByteArray app11 = QByteArray("JP") + big(1, 2) + big(1, 4) + manifestStore();
    QTest::newRow("jpeg without") << jpeg << false;
    QTest::newRow("jpeg") << QByteArray(jpeg).insert(2, jpegSegment('\xEB', app11)) << true;
    QTest::newRow("jpeg, after another segment") << QByteArray(jpeg).insert(2, jpegSegment('\xEB', "HDR something else") + jpegSegment('\xEB', app11)) << true;
    QTest::newRow("jpeg, in a comment") << QByteArray(jpeg).insert(2, jpegSegment('\xFE', app11)) << false;
    QTest::newRow("jpeg, cut off") << QByteArray(jpeg).insert(2, jpegSegment('\xEB', app11.left(30))) << false;
    QTest::newRow("jpeg, behind the pixels") << QByteArray(jpeg + jpegSegment('\xEB', app11)) << false;
    const QByteArray chunk = big(static_cast<quint32>(manifestStore().size()), 4) + "caBX" + manifestStore() + QByteArray(4, '\0');
    QTest::newRow("png without") << png << false;
    QTest::newRow("png") << QByteArray(png).insert(33, chunk) << true; // behind the signature and IHDR
    QTest::newRow("png, behind its end") << QByteArray(png + chunk) << false;
    QByteArray little(4, '\0');
    little[0] = static_cast<char>(manifestStore().size());
    const QByteArray padding(manifestStore().size() % 2, '\0');
    QTest::newRow("webp without") << webp << false;
    QTest::newRow("webp") << QByteArray(webp + QByteArray(webp.size() % 2, '\0') + "C2PA" + little + manifestStore() + padding) << true;
    QTest::newRow("film without") << film << false;
    QTest::newRow("film") << QByteArray(film + uuidBox("manifest")) << true;
    QTest::newRow("film, bare box") << QByteArray(film + manifestStore()) << true;
    QTest::newRow("film, of another purpose") << QByteArray(film + uuidBox("merkle")) << false;
    QTest::newRow("film, cut off") << QByteArray(film + uuidBox("manifest").chopped(20)) << false;
}

void TstFacts::credentialsAreFoundByStructure()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, carried);
    const decode::Facts facts = factsOf(write(QStringLiteral("carrier"), bytes));
    QVERIFY(facts.width > 0);
    QCOMPARE(facts.contentCredentials, carried);
}

void TstFacts::filmTellsItsOwnTimes()
{
    const QString file = write(QStringLiteral("timed.mp4"), contentOfFile(path(QStringLiteral("film.mp4"))));
    QVERIFY(tellTags(file, {QStringLiteral("-api"), QStringLiteral("QuickTimeUTC=1"), QStringLiteral("-QuickTime:CreateDate=2026:10:08 13:04:05+00:00"),
                            QStringLiteral("-QuickTime:ModifyDate=2026:10:09 07:08:09+00:00")}));
    const decode::Facts facts = factsOf(file);
    QCOMPARE(facts.capturedAt, std::string("2026-10-08T13:04:05Z"));
    QCOMPARE(facts.modifiedAt, std::string("2026-10-09T07:08:09Z"));
}

QObject *make_tst_facts()
{
    return new TstFacts;
}

#include "tst_facts.moc"
