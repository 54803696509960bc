// SPDX-License-Identifier: GPL-3.0-or-later
#include "testfilms.h"

#include <decode/facts.h>
#include <decode/film.h>
#include <decode/picture.h>

#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace arb;
using decode::DecodeError;

/// Files made to hurt: each ends in a named error, quickly, and nothing but the given descriptor is read.
class TstHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void filmsAreRefused_data();
    void filmsAreRefused();
    void picturesAreRefused_data();
    void picturesAreRefused();
    void truncatedEverywhereNeverCrashes_data();
    void truncatedEverywhereNeverCrashes();
    void flippedBytesNeverCrash();

private:
    QString write(const QString &name, const QByteArray &bytes);
    QTemporaryDir m_dir;
    QByteArray m_film, m_jpeg, m_png, m_webp;
};

static QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static QByteArray bigEndian(quint32 value)
{
    QByteArray bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.append(static_cast<char>((value >> shift) & 0xFF));
    return bytes;
}

static quint32 pngSum(const QByteArray &bytes)
{
    quint32 sum = 0xFFFFFFFFU;
    for (const char c : bytes) {
        sum ^= static_cast<quint8>(c);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xEDB88320U : 0U);
    }
    return ~sum;
}

static QByteArray pngChunk(const QByteArray &type, const QByteArray &data)
{
    const QByteArray body = type + data;
    return bigEndian(static_cast<quint32>(data.size())) + body + bigEndian(pngSum(body));
}

static QByteArray pngOfSize(quint32 width, quint32 height)
{
    const QByteArray header = bigEndian(width) + bigEndian(height) + QByteArray::fromHex("0100000000"); // 1 bit grey
    const QByteArray rows = qCompress(QByteArray(100'000, '\0')).mid(4);
    return QByteArray::fromHex("89504e470d0a1a0a") + pngChunk("IHDR", header) + pngChunk("IDAT", rows) + pngChunk("IEND", {});
}

QString TstHostile::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_dir.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

void TstHostile::initTestCase()
{
    QVERIFY(m_dir.isValid());
    tests::FilmRecipe recipe;
    recipe.frames = 60;
    const QString film = m_dir.filePath(QStringLiteral("whole.mp4"));
    QVERIFY(tests::makeFilm(film, recipe));
    m_film = contentOf(film);
    const auto still = [&](const QString &name) {
        const QString path = m_dir.filePath(name);
        return tests::runTool(QStringLiteral("ffmpeg"),
                              {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-i"), film,
                               QStringLiteral("-frames:v"), QStringLiteral("1"), path})
            ? contentOf(path)
            : QByteArray();
    };
    m_jpeg = still(QStringLiteral("still.jpg"));
    m_png = still(QStringLiteral("still.png"));
    m_webp = still(QStringLiteral("still.webp"));
    QVERIFY(!m_jpeg.isEmpty() && !m_png.isEmpty() && !m_webp.isEmpty());
}

void TstHostile::filmsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("error");
    const QString secret = write(QStringLiteral("secret.ts"), m_film);
    const QByteArray playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n" + QFile::encodeName(secret)
        + "\n#EXT-X-ENDLIST\n";
    QTest::newRow("empty") << QByteArray() << int(DecodeError::Empty);
    QTest::newRow("text") << QByteArray("this is not a film, only words\n").repeated(50) << int(DecodeError::UnknownFormat);
    QTest::newRow("playlist in disguise") << playlist << int(DecodeError::UnknownFormat);
    QTest::newRow("concat script") << QByteArray("ffconcat version 1.0\nfile ") + QFile::encodeName(secret) + "\n"
                                   << int(DecodeError::UnknownFormat);
    QTest::newRow("playlist behind a film's head")
        << QByteArray::fromHex("000000186674797069736f6d0000020069736f6d61766331") + playlist << int(DecodeError::Damaged);
    QTest::newRow("only a head") << m_film.left(40) << int(DecodeError::Damaged);
    QTest::newRow("a picture") << m_png << int(DecodeError::UnknownFormat);
}

void TstHostile::filmsAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, error);
    const tests::OpenedFile file(write(QStringLiteral("evidence.mp4"), bytes));
    const auto film = decode::Film::open(file.fd());
    QVERIFY(!film.ok());
    QCOMPARE(int(film.error()), error);
}

void TstHostile::picturesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("error");
    QTest::newRow("empty") << QByteArray() << int(DecodeError::Empty);
    QTest::newRow("SVG") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>")
                         << int(DecodeError::UnknownFormat);
    QTest::newRow("900 megapixels in 300 bytes") << pngOfSize(30'000, 30'000) << int(DecodeError::TooLarge);
    QTest::newRow("one endless row") << pngOfSize(70'000, 1) << int(DecodeError::Damaged);
    QTest::newRow("no size") << pngOfSize(0, 10) << int(DecodeError::Damaged);
    QTest::newRow("JPEG head only") << m_jpeg.left(30) << int(DecodeError::Damaged);
    QTest::newRow("WebP head only") << m_webp.left(20) << int(DecodeError::Damaged);
    const qsizetype pixels = m_png.indexOf("IDAT");
    QVERIFY(pixels > 0);
    QTest::newRow("PNG without a whole row") << m_png.left(pixels + 8) << int(DecodeError::Damaged);
    QByteArray huge = m_jpeg;
    const qsizetype frame = huge.indexOf(QByteArray::fromHex("ffc0"));
    QVERIFY(frame > 0);
    huge.replace(frame + 5, 4, QByteArray::fromHex("fde8fde8")); // claims 65,000 x 65,000
    QTest::newRow("lying JPEG size") << huge << int(DecodeError::TooLarge);
}

void TstHostile::picturesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, error);
    const tests::OpenedFile file(write(QStringLiteral("evidence.jpg"), bytes));
    const auto picture = decode::decodePicture(file.fd(), 0, 0);
    QVERIFY(!picture.ok());
    QCOMPARE(int(picture.error()), error);
}

void TstHostile::truncatedEverywhereNeverCrashes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("mp4") << m_film;
    QTest::newRow("jpeg") << m_jpeg;
    QTest::newRow("png") << m_png;
    QTest::newRow("webp") << m_webp;
}

void TstHostile::truncatedEverywhereNeverCrashes()
{
    QFETCH(QByteArray, bytes);
    for (qsizetype size = bytes.size() - 1; size > 0; size -= std::max<qsizetype>(1, bytes.size() / 40)) {
        const tests::OpenedFile file(write(QStringLiteral("cut.bin"), bytes.left(size)));
        static_cast<void>(decode::readFacts(file.fd()));
        const auto picture = decode::decodePicture(file.fd(), 0, 0);
        if (picture.ok())
            QVERIFY(picture->damaged);
        if (auto film = decode::Film::open(file.fd()); film.ok())
            static_cast<void>((*film)->frameAt(5));
    }
}

void TstHostile::flippedBytesNeverCrash()
{
    QRandomGenerator random(3);
    for (int round = 0; round < 120; ++round) {
        QByteArray bytes = round % 4 == 0 ? m_film : round % 4 == 1 ? m_jpeg : round % 4 == 2 ? m_png : m_webp;
        for (int flip = 0; flip < 20; ++flip) {
            const auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(bytes.size())));
            bytes[at] = static_cast<char>(random.bounded(256));
        }
        const tests::OpenedFile file(write(QStringLiteral("flipped.bin"), bytes));
        static_cast<void>(decode::readFacts(file.fd()));
        static_cast<void>(decode::decodePicture(file.fd(), 100, 100));
        if (auto film = decode::Film::open(file.fd()); film.ok())
            static_cast<void>((*film)->frameAt(30));
    }
}

QObject *make_tst_hostile()
{
    return new TstHostile;
}

#include "tst_hostile.moc"
