// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/keptpicture.h>

#include <domain/canonicaljson.h>

#include <QtCore/QDir>
#include <QtCore/QScopeGuard>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace arb;

/// What a picture of a place in an exhibit becomes: pixel for pixel, nothing else, and in no file of its own.
class TstKeptPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pixelsStay_data();
    void pixelsStay();
    void regionOutsideIsRefused();
    void liesInNoFile();
    void readWordsBecomeAText();
    void wordsOfARegionOnly();

private:
    static domain::MachineReading reading()
    {
        const auto bubble = [](const char *text, int y) {
            return domain::ReadBubble{domain::ReadBubble::Side::Left, {{{domain::ReadWord{QString::fromUtf8(text), QRect(20, y, 200, 30), 93}}}}};
        };
        domain::MachineReading made;
        made.size = QSize(300, 400);
        made.bubbles = {bubble("我要求退货", 40), bubble("补偿332.12元，电话13812345634", 120)};
        return made;
    }
    static QImage coloured(QImage::Format format)
    {
        QImage image(8, 6, format);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                image.setPixelColor(x, y, QColor(x * 30, y * 40, x * y, 255 - x));
        }
        return image;
    }
    static domain::Citation place(std::optional<QRect> region)
    {
        domain::Citation place;
        place.exhibit = QStringLiteral("b1");
        place.sha256 = QByteArray(64, 'a');
        place.region = region;
        return place;
    }
};

void TstKeptPicture::pixelsStay_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("opaque") << int(QImage::Format_RGB32);
    QTest::newRow("with alpha") << int(QImage::Format_ARGB32);
}

void TstKeptPicture::pixelsStay()
{
    QFETCH(int, format);
    QImage image = coloured(static_cast<QImage::Format>(format));
    image.setText(QStringLiteral("Author"), QStringLiteral("somebody"));
    const QRect region(2, 1, 5, 3);
    const auto kept = ui::keepPicture(image, place(region));
    QVERIFY(kept);
    const QImage back = QImage::fromData(kept->bytes, "PNG");
    QCOMPARE(back.size(), region.size());
    QVERIFY(back.textKeys().isEmpty());
    for (int y = 0; y < back.height(); ++y) {
        for (int x = 0; x < back.width(); ++x)
            QCOMPARE(back.pixel(x, y), image.pixel(region.x() + x, region.y() + y));
    }
    QCOMPARE(kept->size, qint64(kept->bytes.size()));
    QCOMPARE(kept->sha256, domain::sha256Hex(kept->bytes));
    QCOMPARE(kept->facts.value(QLatin1StringView("width")).toInt(), 5);
    QCOMPARE(kept->facts.value(QLatin1StringView("height")).toInt(), 3);
    QVERIFY(kept->derivedFrom);
    QCOMPARE(kept->derivedFrom->how, domain::DerivedHow::Crop);
    QCOMPARE(kept->derivedFrom->region, std::optional(region));
}

void TstKeptPicture::regionOutsideIsRefused()
{
    const QImage image = coloured(QImage::Format_RGB32);
    QVERIFY(!ui::keepPicture(image, place(QRect(4, 2, 5, 3)))); // one column beyond
    QVERIFY(ui::keepPicture(image, place(QRect(3, 3, 5, 3))));
    QVERIFY(!ui::keepPicture(QImage(), place({})));
}

/// Neither while it is on its way nor afterwards: what parties show is not for a folder that others may look into.
void TstKeptPicture::liesInNoFile()
{
    const QTemporaryDir temporary, work;
    const QByteArray before = qgetenv("TMPDIR");
    const QString folder = QDir::currentPath();
    const auto restore = qScopeGuard([&] {
        QDir::setCurrent(folder);
        if (before.isNull())
            qunsetenv("TMPDIR");
        else
            qputenv("TMPDIR", before);
    });
    qputenv("TMPDIR", QFile::encodeName(temporary.path()));
    QVERIFY(QDir::setCurrent(work.path()));
    QCOMPARE(QDir::tempPath(), QDir::cleanPath(temporary.path()));
    const QDir::Filters all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    const auto kept = ui::keepPicture(coloured(QImage::Format_RGB32), place({}));
    QVERIFY(kept);
    QVERIFY(kept->path.isEmpty());
    QCOMPARE(QDir(temporary.path()).entryList(all), QStringList());
    QCOMPARE(QDir(work.path()).entryList(all), QStringList());
}

/// What it is, from where, and no number: neither an amount nor a person's.
void TstKeptPicture::readWordsBecomeAText()
{
    const auto kept = ui::keepReadWords(reading(), place({}), {});
    QVERIFY(kept);
    QCOMPARE(kept->kind, domain::ExhibitKind::Text);
    QCOMPARE(kept->sha256, domain::sha256Hex(kept->bytes));
    QCOMPARE(kept->size, qint64(kept->bytes.size()));
    QVERIFY(kept->path.isEmpty() && kept->caption.isEmpty()); // the desk captions it
    const QString text = QString::fromUtf8(kept->bytes);
    QVERIFY2(text.startsWith(QStringLiteral("What a machine read in [b1].")), qPrintable(text));
    QVERIFY2(text.endsWith(QString::fromUtf8("\n\n我要求退货\n补偿[number]元，电话[number]\n")), qPrintable(text));
    QVERIFY(kept->derivedFrom);
    QCOMPARE(kept->derivedFrom->how, domain::DerivedHow::Ocr);
    QCOMPARE(kept->derivedFrom->exhibit, QStringLiteral("b1"));
    QCOMPARE(kept->derivedFrom->sha256, QByteArray(64, 'a'));
    QVERIFY(!kept->derivedFrom->region);
    QVERIFY(kept->derivedFrom->tool.startsWith(QStringLiteral("arbiter")));
    QVERIFY(!ui::keepReadWords({}, place({}), {})); // nothing was read
}

void TstKeptPicture::wordsOfARegionOnly()
{
    const QRect region(0, 30, 300, 60);
    const auto kept = ui::keepReadWords(reading(), place(region), {});
    QVERIFY(kept);
    QVERIFY(QString::fromUtf8(kept->bytes).endsWith(QString::fromUtf8("\n\n我要求退货\n")));
    QCOMPARE(kept->derivedFrom->region, std::optional(region));
    QVERIFY(!ui::keepReadWords(reading(), place(QRect(0, 300, 300, 60)), {}));
}

QObject *make_tst_keptpicture();
QObject *make_tst_keptpicture() { return new TstKeptPicture; }
#include "tst_keptpicture.moc"
