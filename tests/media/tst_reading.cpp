// SPDX-License-Identifier: GPL-3.0-or-later
#include "decodedesk.h"

#include <media/textreading.h>

#include <domain/transcriptmatch.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QHash>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>
#include <QtGui/QImageReader>
#include <QtTest/QTest>

#include <algorithm>
#include <random>

using namespace arb;
using media::MediaError;
using media::TextReading;

/// Words in pictures through the real helper with all locks on: the shipped screenshots, pictures made to hurt, and liars.
class TstReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void shippedScreenshotsAreRead_data();
    void shippedScreenshotsAreRead();
    void bubblesHaveSidesAndBoxes();
    void bothSidesAreLaidBesideTheLog_data();
    void bothSidesAreLaidBesideTheLog();
    void picturesWithoutWordsHaveFewOrNone_data();
    void picturesWithoutWordsHaveFewOrNone();
    void leavingEndsIt();
    void withoutDataNothingIsRead();
    void damagedDataIsNone();
    void noLieIsBelieved_data();
    void noLieIsBelieved();

private:
    static TextReading::Options real()
    {
        TextReading::Options options = TextReading::optionsNear(QStringLiteral(ARB_BINARY_DIR));
        options.program = tests::builtProgram("arbiter-read");
        return options;
    }
    static media::Media<domain::MachineReading> readFile(const TextReading &reader, const QString &path, const media::Abandoned &abandoned = {})
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return domain::Failure{MediaError::Unreadable};
        return reader.read(QStringLiteral("case buyer"), file.handle(), abandoned);
    }
    QString saved(const QImage &image, const char *name) const
    {
        const QString path = m_dir.filePath(QString::fromLatin1(name));
        return image.save(path, "PNG") ? path : QString();
    }
    QTemporaryDir m_dir;
};

void TstReading::initTestCase()
{
    QVERIFY(m_dir.isValid());
    QVERIFY2(!real().data.isEmpty(), "tesseract-ocr-chi-sim is missing; ./dev test installs it");
}

void TstReading::shippedScreenshotsAreRead_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<int>("permille");
    QTest::newRow("light") << QStringLiteral("light-42 light-30") << 980;
    QTest::newRow("dark") << QStringLiteral("dark-42 dark-30") << 970;
    QTest::newRow("small JPEG") << QStringLiteral("light-540") << 950;
}

void TstReading::shippedScreenshotsAreRead()
{
    QFETCH(QString, prefix);
    QFETCH(int, permille);
    QFile list(QStringLiteral(ARB_SOURCE_DIR "/tests/data/ocr/texts.tsv"));
    QVERIFY(list.open(QIODevice::ReadOnly));
    const TextReading reader(real());
    const QStringList kinds = prefix.split(QLatin1Char(' '));
    qsizetype wrong = 0, characters = 0;
    for (const QString &row : QString::fromUtf8(list.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QStringList cells = row.split(QLatin1Char('\t'));
        if (!kinds.contains(cells.first().left(cells.first().lastIndexOf(QLatin1Char('-')))))
            continue;
        const auto reading = readFile(reader, QStringLiteral(ARB_SOURCE_DIR "/tests/data/ocr/") + cells.first());
        QVERIFY2(reading.ok(), qPrintable(cells.first()));
        QVERIFY(reading->complete);
        QString read;
        for (const domain::ReadBubble &bubble : reading->bubbles)
            read += bubble.text();
        const QString wanted = domain::comparableText(QStringList(cells.mid(1)).join(QString()));
        wrong += domain::editDistance(wanted, domain::comparableText(read));
        characters += wanted.size();
    }
    QVERIFY(characters > 100);
    qInfo("%s: %lld of %lld characters wrong", qPrintable(prefix), static_cast<long long>(wrong), static_cast<long long>(characters));
    QVERIFY2((characters - wrong) * 1000 >= characters * permille, qPrintable(QStringLiteral("%1 of %2 wrong").arg(wrong).arg(characters)));
}

void TstReading::bubblesHaveSidesAndBoxes()
{
    const TextReading reader(real());
    const auto reading = readFile(reader, QStringLiteral(ARB_SOURCE_DIR "/tests/data/ocr/dark-42-1.png"));
    QVERIFY(reading.ok());
    QCOMPARE(reading->size, QSize(1080, 2340));
    QVERIFY(reading->inBubbles);
    bool left = false, right = false, middle = false;
    int bottom = 0;
    for (const domain::ReadBubble &bubble : reading->bubbles) {
        left = left || bubble.side == domain::ReadBubble::Side::Left;
        right = right || bubble.side == domain::ReadBubble::Side::Right;
        middle = middle || bubble.side == domain::ReadBubble::Side::Middle;
        QVERIFY(QRect(QPoint(), reading->size).contains(bubble.box()));
        QVERIFY(bubble.box().center().y() > bottom); // from the top
        bottom = bubble.box().center().y();
    }
    QVERIFY(left && right && middle);
}

void TstReading::bothSidesAreLaidBesideTheLog_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QString>("sides");
    QHash<QString, QString> sides; // made from what painted the shots: which words are the buyer's and which the shop's
    QFile list(QStringLiteral(ARB_SOURCE_DIR "/tests/data/ocr/sides.tsv")), words(QStringLiteral(ARB_SOURCE_DIR "/tests/data/ocr/texts.tsv"));
    QVERIFY(list.open(QIODevice::ReadOnly) && words.open(QIODevice::ReadOnly));
    for (const QString &row : QString::fromUtf8(list.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        sides.insert(row.section(QLatin1Char('\t'), 0, 0), row.section(QLatin1Char('\t'), 1));
    for (const QString &row : QString::fromUtf8(words.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QStringList cells = row.split(QLatin1Char('\t'));
        if (cells.first().endsWith(QStringLiteral(".png"))) // bubbles of the small JPEG run together
            QTest::newRow(qPrintable(cells.first())) << cells.first() << QStringList(cells.mid(1)) << sides.value(cells.first());
    }
}

/// Every message of a shot is found in a log that holds them all, the buyer's as well as the shop's.
void TstReading::bothSidesAreLaidBesideTheLog()
{
    QFETCH(QString, name);
    QFETCH(QStringList, texts);
    QFETCH(QString, sides);
    QCOMPARE(texts.size(), sides.size());
    QList<domain::ChatMessage> log;
    for (qsizetype n = 0; n < texts.size(); ++n) {
        domain::ChatMessage message;
        message.id = QString::number(n);
        message.text = texts.at(n);
        if (sides.at(n) != QLatin1Char('M'))
            log.append(message);
    }
    const TextReading reader(real());
    const auto reading = readFile(reader, QStringLiteral(ARB_SOURCE_DIR "/tests/data/ocr/") + name);
    QVERIFY(reading.ok());
    QVERIFY(reading->inBubbles);
    QString found;
    for (const domain::ReadBubble &bubble : reading->bubbles)
        found += QLatin1Char(bubble.side == domain::ReadBubble::Side::Middle ? 'M' : bubble.side == domain::ReadBubble::Side::Left ? 'L' : 'R');
    QCOMPARE(found, sides);
    const QList<domain::TranscriptMatch> matches = domain::matchTranscript(*reading, log);
    QCOMPARE(matches.size(), sides.size());
    for (qsizetype n = 0; n < matches.size(); ++n) {
        if (sides.at(n) == QLatin1Char('M'))
            continue;
        // Of equal messages the next one is taken; a character misread makes it similar at worst.
        const auto matched = std::ranges::find(log, matches.at(n).message, &domain::ChatMessage::id);
        QVERIFY2(matched != log.cend(), qPrintable(texts.at(n)));
        QCOMPARE(matched->text, texts.at(n));
    }
}

void TstReading::picturesWithoutWordsHaveFewOrNone_data()
{
    QTest::addColumn<QString>("path");
    QImage dot(1, 1, QImage::Format_RGB32);
    dot.fill(Qt::red);
    QTest::newRow("one pixel") << saved(dot, "dot.png");
    QImage blank(1080, 2340, QImage::Format_RGB32);
    blank.fill(Qt::white);
    QTest::newRow("blank") << saved(blank, "blank.png");
    QImage thin(3, 20'000, QImage::Format_RGB32);
    thin.fill(Qt::black);
    QTest::newRow("thin") << saved(thin, "thin.png");
    QImage noise(700, 700, QImage::Format_RGB32);
    std::mt19937 engine(7);
    for (int y = 0; y < noise.height(); ++y) {
        for (int x = 0; x < noise.width(); ++x)
            noise.setPixel(x, y, static_cast<QRgb>(engine()) | 0xFF000000U);
    }
    QTest::newRow("noise") << saved(noise, "noise.png");
    QImage large(9'000, 6'000, QImage::Format_RGB32);
    large.fill(Qt::lightGray);
    QTest::newRow("54 megapixels") << saved(large, "large.png");
}

void TstReading::picturesWithoutWordsHaveFewOrNone()
{
    QFETCH(QString, path);
    QVERIFY(!path.isEmpty());
    const TextReading reader(real());
    const auto reading = readFile(reader, path);
    QVERIFY(reading.ok());
    QCOMPARE(reading->size, QImageReader(path).size()); // its own limit of memory keeps Qt from reading the largest
    for (const domain::ReadLine &line : reading->lines())
        QVERIFY(QRect(QPoint(), reading->size).contains(line.box()));
}

void TstReading::leavingEndsIt()
{
    const TextReading reader(real());
    QElapsedTimer timer;
    timer.start();
    const auto reading = readFile(reader, QStringLiteral(ARB_SOURCE_DIR "/tests/data/ocr/light-30-1.png"), [] { return true; });
    QVERIFY(!reading.ok());
    QCOMPARE(reading.error(), MediaError::Abandoned);
    QVERIFY(timer.elapsed() < 15'000);
    QVERIFY(readFile(reader, QStringLiteral(ARB_SOURCE_DIR "/tests/data/ocr/light-30-1.png")).ok()); // the next one is served
}

void TstReading::withoutDataNothingIsRead()
{
    TextReading::Options options = real();
    options.data.clear();
    const TextReading reader(options);
    QVERIFY(!reader.isThere());
    const auto reading = readFile(reader, QStringLiteral(ARB_SOURCE_DIR "/tests/data/ocr/light-30-1.png"));
    QVERIFY(!reading.ok());
    QCOMPARE(reading.error(), MediaError::NoTool);
}

void TstReading::damagedDataIsNone()
{
    const QString path = m_dir.filePath(QStringLiteral("chi_sim.traineddata"));
    QFile empty(path);
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    TextReading::Options options = real();
    options.data = path;
    const auto reading = readFile(TextReading(options), QStringLiteral(ARB_SOURCE_DIR "/tests/data/ocr/light-30-1.png"));
    QVERIFY(!reading.ok());
    QCOMPARE(reading.error(), MediaError::NoTool);
}

void TstReading::noLieIsBelieved_data()
{
    QTest::addColumn<QString>("lie");
    for (const char *lie : {"words-outside", "words-unordered", "words-control", "words-cut", "words-many"})
        QTest::newRow(lie) << QString::fromLatin1(lie);
}

void TstReading::noLieIsBelieved()
{
    QFETCH(QString, lie);
    TextReading::Options options = real();
    options.program = tests::builtProgram("hostile-decode");
    options.most = media::Protection::Landlock;
    options.extraArguments = {QStringLiteral("lie"), lie};
    const auto reading = readFile(TextReading(options), QStringLiteral(ARB_SOURCE_DIR "/tests/data/ocr/light-30-1.png"));
    QVERIFY(!reading.ok());
    QCOMPARE(reading.error(), MediaError::HelperDied);
}

QObject *make_tst_reading();
QObject *make_tst_reading() { return new TstReading; }

#include "tst_reading.moc"
