// SPDX-License-Identifier: GPL-3.0-or-later
#include "decodedesk.h"

#include "../decode/testfilms.h"

#include <media/document.h>
#include <media/filmreader.h>
#include <media/inspector.h>
#include <media/picture.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtTest/QTest>

#include <algorithm>

using namespace arb;
using media::MediaError;

/// The client side, through the real helper: images out of descriptors, PDF pages through confined children, facts for intake.
class TstDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pagesAreCountedAndPainted();
    void pageWordsHaveTheirPlaces();
    void wordsOfAStretchOfPages();
    void boxesAreReadWithCare();
    void oneDamagedPageTakesNoWordsFromOthers();
    void descriptorsStayWhereTheyWere();
    void hostileDocumentsAreRefused_data();
    void hostileDocumentsAreRefused();
    void hugePagesAreRefused();
    void lockedDocumentsSaySo();
    void filmsBecomeImages();
    void mipLevelsAverage();
    void mipLevelsOutliveEachOther();
    void inspectorTellsFacts();

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const;
    QTemporaryDir m_dir;
    media::DecodeService m_service{tests::realDecoder()};
    const QString m_origin = QStringLiteral("case/buyer");
};

QString TstDocuments::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

/// A PDF of one empty page, @p width x @p height points.
static QByteArray onePagePdf(int width, int height)
{
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 "
        + QByteArray::number(width) + ' ' + QByteArray::number(height)
        + "]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

void TstDocuments::initTestCase()
{
    QVERIFY(m_dir.isValid());
    QPdfWriter writer(path(QStringLiteral("three.pdf")));
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setResolution(72);
    QPainter painter(&writer);
    const QList<QColor> colors{Qt::red, Qt::green, Qt::blue};
    for (int page = 0; page < 3; ++page) {
        if (page > 0)
            writer.newPage();
        painter.fillRect(QRect(100, 200, 300, 100), colors[page]);
        painter.drawText(100, 400, QStringLiteral("Invoice number 4711-%1").arg(page + 1));
    }
    painter.end();
    tests::FilmRecipe recipe;
    recipe.frames = 60;
    recipe.sound = true;
    QVERIFY(tests::makeFilm(path(QStringLiteral("film.mp4")), recipe));
}

void TstDocuments::pagesAreCountedAndPainted()
{
    const tests::OpenedFile file(path(QStringLiteral("three.pdf")));
    const auto document = media::readDocument(m_service, file.fd());
    QVERIFY(document.ok());
    QCOMPARE(document->pages, 3);
    const auto page = media::readPage(m_service, m_origin, file.fd(), 2);
    QVERIFY(page.ok());
    // A4 at 144 dpi: 595 x 842 points, two pixels each.
    QVERIFY(std::abs(page->fullSize.width() - 1190) <= 2);
    QVERIFY(std::abs(page->fullSize.height() - 1684) <= 2);
    QCOMPARE(page->levels.first().size(), page->fullSize);
    QCOMPARE(QColor(page->levels.first().pixel(400, 500)).name(), QColor(Qt::green).name());
    QCOMPARE(QColor(page->levels.first().pixel(100, 100)).name(), QColor(Qt::white).name());
    QVERIFY(!media::readPage(m_service, m_origin, file.fd(), 9).ok());
}

void TstDocuments::pageWordsHaveTheirPlaces()
{
    const tests::OpenedFile file(path(QStringLiteral("three.pdf")));
    const auto pages = media::readPageWords(m_service, file.fd(), 3, 1);
    QVERIFY(pages.ok());
    QCOMPARE(pages->size(), 1);
    const QList<media::MediaWord> &words = pages->first();
    const auto found = std::ranges::find_if(words, [](const media::MediaWord &word) { return word.text.contains(QStringLiteral("4711-3")); });
    QVERIFY(found != words.cend());
    // Dark pixels of the letters lie inside the box, on the page as it is painted.
    const auto page = media::readPage(m_service, m_origin, file.fd(), 3);
    QVERIFY(page.ok());
    const QRect box = found->box.toAlignedRect();
    QVERIFY(QRect(QPoint(0, 0), page->fullSize).contains(box));
    int dark = 0;
    for (int y = box.top(); y <= box.bottom(); ++y) {
        for (int x = box.left(); x <= box.right(); ++x)
            dark += qGray(page->levels.first().pixel(x, y)) < 96 ? 1 : 0;
    }
    QVERIFY2(dark > 20, qPrintable(QString::number(dark)));
}

void TstDocuments::wordsOfAStretchOfPages()
{
    const tests::OpenedFile file(path(QStringLiteral("three.pdf")));
    const auto pages = media::readPageWords(m_service, file.fd(), 2, 32);
    QVERIFY(pages.ok());
    QCOMPARE(pages->size(), 2); // there are no more
    for (int n = 0; n < 2; ++n) {
        const QString number = QStringLiteral("4711-%1").arg(n + 2);
        QVERIFY(std::ranges::any_of(pages->at(n), [&](const media::MediaWord &word) { return word.text.contains(number); }));
        QVERIFY(std::ranges::none_of(pages->at(1 - n), [&](const media::MediaWord &word) { return word.text.contains(number); }));
    }
    QVERIFY(!media::readPageWords(m_service, file.fd(), 4, 2).ok());
    const tests::OpenedFile empty(write(QStringLiteral("empty.pdf"), onePagePdf(144, 72)));
    const auto none = media::readPageWords(m_service, empty.fd(), 1, 1);
    QVERIFY(none.ok());
    QCOMPARE(none->size(), 1); // a page without words is a page
    QVERIFY(none->first().isEmpty());
}

void TstDocuments::oneDamagedPageTakesNoWordsFromOthers()
{
    const QByteArray word = "<word xMin=\"10\" yMin=\"20\" xMax=\"30\" yMax=\"32\">";
    const QByteArray told = "<html><head><title>&lt;page &gt;</title></head><body><doc>\n  <page width=\"100\" height=\"100\">" + word + "one</word></page>\n"
        + "  <page width=\"100\" height=\"100\">" + word + "two</word></wrong>" + word + "lost</word></page>\n  <page width=\"100\" height=\"100\">\n  </page>\n"
        + "  <page width=\"100\" height=\"100\">" + word + "&lt;page four</word>\n  </page>\n</doc></body></html>";
    const QList<QList<media::MediaWord>> pages = media::wordsOfPages(told, 32);
    QCOMPARE(pages.size(), 4);
    QStringList first;
    for (const QList<media::MediaWord> &page : pages)
        first.append(page.isEmpty() ? QString() : page.first().text);
    QCOMPARE(first, (QStringList{QStringLiteral("one"), QStringLiteral("two"), QString(), QStringLiteral("<page four")}));
    QCOMPARE(media::wordsOfPages(told, 3).size(), 3);
    QVERIFY(media::wordsOfPages({}, 3).isEmpty());
}

void TstDocuments::boxesAreReadWithCare()
{
    const QByteArray page = "<html><body><doc><page width=\"100\" height=\"100\">"
                            "<word xMin=\"10\" yMin=\"20\" xMax=\"30\" yMax=\"32\">a\x01&lt;b</word>"
                            "<word xMin=\"30\" yMin=\"20\" xMax=\"10\" yMax=\"32\">backwards</word>"
                            "<word xMin=\"nan\" yMin=\"20\" xMax=\"1e99\" yMax=\"32\">nowhere</word>"
                            "<word xMin=\"40\" yMin=\"20\" xMax=\"50\" yMax=\"32\">whole</word><word xMin=\"1\"";
    const QList<media::MediaWord> words = media::wordsOfBoxes(page);
    QCOMPARE(words.size(), 2);
    QCOMPARE(words[0].text, QStringLiteral("a<b"));
    QCOMPARE(words[0].box, QRectF(20, 40, 40, 24)); // points at 72, pixels at 144 dpi
    QCOMPARE(words[1].text, QStringLiteral("whole"));
}

void TstDocuments::descriptorsStayWhereTheyWere()
{
    const tests::OpenedFile file(path(QStringLiteral("three.pdf")));
    QCOMPARE(::lseek(file.fd(), 7, SEEK_SET), 7);
    QVERIFY(media::readDocument(m_service, file.fd()).ok());
    QVERIFY(media::readPage(m_service, m_origin, file.fd(), 1).ok());
    QCOMPARE(::lseek(file.fd(), 0, SEEK_CUR), 7);
}

void TstDocuments::hostileDocumentsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("error");
    QFile whole(path(QStringLiteral("three.pdf")));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray good = whole.readAll();
    QTest::newRow("text") << QByteArray("only words") << int(MediaError::UnknownFormat);
    QTest::newRow("head only") << good.left(20) << int(MediaError::Damaged);
    QTest::newRow("no pages") << QByteArray("%PDF-1.7\n%%EOF\n") << int(MediaError::Damaged);
}

void TstDocuments::hostileDocumentsAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, error);
    const tests::OpenedFile file(write(QStringLiteral("bad.pdf"), bytes));
    const auto document = media::readDocument(m_service, file.fd());
    QVERIFY(!document.ok());
    QCOMPARE(int(document.error()), error);
    QVERIFY(!media::readPage(m_service, m_origin, file.fd(), 1).ok());
}

/// Encrypted so that no empty password opens it.
void TstDocuments::lockedDocumentsSaySo()
{
    QByteArray locked = onePagePdf(100, 100);
    const QByteArray lock = "/ID[(0123456789abcdef)(0123456789abcdef)]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + QByteArray("41").repeated(32) + ">/U<"
        + QByteArray("42").repeated(32) + ">>>";
    locked.replace("/Root 1 0 R", QByteArray("/Root 1 0 R" + lock));
    const tests::OpenedFile file(write(QStringLiteral("locked.pdf"), locked));
    const auto document = media::readDocument(m_service, file.fd());
    QVERIFY(!document.ok());
    QCOMPARE(document.error(), MediaError::Refused);
    QCOMPARE(media::readPage(m_service, m_origin, file.fd(), 1).error(), MediaError::Refused);
    QCOMPARE(media::readPageWords(m_service, file.fd(), 1, 1).error(), MediaError::Refused);
}

void TstDocuments::hugePagesAreRefused()
{
    const tests::OpenedFile file(write(QStringLiteral("huge.pdf"), onePagePdf(14'400, 14'400)));
    QVERIFY(media::readDocument(m_service, file.fd()).ok());
    const auto page = media::readPage(m_service, m_origin, file.fd(), 1);
    QVERIFY(!page.ok());
    QCOMPARE(int(page.error()), int(MediaError::TooLarge));
    const tests::OpenedFile small(write(QStringLiteral("small.pdf"), onePagePdf(144, 72)));
    const auto fine = media::readPage(m_service, m_origin, small.fd(), 1);
    QVERIFY(fine.ok());
    QCOMPARE(fine->fullSize, QSize(288, 144));
}

void TstDocuments::filmsBecomeImages()
{
    const tests::OpenedFile file(path(QStringLiteral("film.mp4")));
    media::FilmReader reader(m_service, m_origin);
    const auto info = reader.open(file.fd());
    QVERIFY(info.ok());
    QCOMPARE(info->ptsUs.size(), 60);
    QVERIFY(info->hasSound);
    const auto frame = reader.frameAt(41);
    QVERIFY(frame.ok());
    QCOMPARE(tests::frameNumberIn([&](int x, int y) { return frame->image.pixel(x, y); }), 41);
    QCOMPARE(frame->ptsUs, info->ptsUs[41]);
    QVERIFY(!reader.nextSound().pcm.isEmpty());
}

void TstDocuments::mipLevelsAverage()
{
    QImage checks(1024, 512, QImage::Format_RGB32);
    for (int y = 0; y < 512; ++y) {
        for (int x = 0; x < 1024; ++x)
            checks.setPixel(x, y, (x + y) % 2 == 0 ? qRgb(255, 255, 255) : qRgb(0, 0, 0));
    }
    const QList<QImage> levels = media::mipLevels(checks);
    QCOMPARE(levels.size(), 2);
    QCOMPARE(levels[1].size(), QSize(512, 256));
    QCOMPARE(qGreen(levels[1].pixel(100, 100)), 128);
}

/// They share their memory, and none of it goes while one of them is left.
void TstDocuments::mipLevelsOutliveEachOther()
{
    QImage ground(2000, 1500, QImage::Format_RGB32);
    ground.fill(QColor(10, 120, 230));
    QList<QImage> levels = media::mipLevels(ground);
    QCOMPARE(levels.size(), 4); // 2000 x 1500, 1000 x 750, 500 x 375, 250 x 187
    QCOMPARE(levels.at(3).size(), QSize(250, 187));
    const QImage small = levels.takeLast();
    QImage middle = levels.takeLast();
    levels.clear();
    ground.fill(Qt::black);
    const QList<QImage> others = media::mipLevels(ground); // may lie where the first ones lay
    middle.fill(Qt::white);
    for (const QPoint at : {QPoint(0, 0), QPoint(249, 186), QPoint(120, 90)})
        QCOMPARE(QColor(small.pixel(at)), QColor(10, 120, 230));
    QCOMPARE(QColor(middle.pixel(499, 374)), QColor(Qt::white));
    QCOMPARE(QColor(others.at(1).pixel(999, 749)), QColor(Qt::black));
    QCOMPARE(QColor(others.at(3).pixel(0, 0)), QColor(Qt::black));
}

void TstDocuments::inspectorTellsFacts()
{
    media::FileInspector inspector(m_service);
    const tests::OpenedFile film(path(QStringLiteral("film.mp4")));
    const QJsonObject facts = inspector.inspect(film.fd(), domain::ExhibitKind::Video);
    QCOMPARE(facts.value(QStringLiteral("width")).toInt(), 320);
    QCOMPARE(facts.value(QStringLiteral("frames")).toInt(), 60);
    QCOMPARE(facts.value(QStringLiteral("durationUs")).toInteger(), 2'000'000);
    QCOMPARE(facts.value(QStringLiteral("hasSound")).toBool(), true);
    const QList<qint64> times = inspector.frameTimes(film.fd());
    QCOMPARE(times.size(), 60);
    QCOMPARE(facts.value(QStringLiteral("firstPtsUs")).toInteger(-1), times.constFirst());
    QCOMPARE(facts.value(QStringLiteral("lastPtsUs")).toInteger(-1), times.constLast());
    const tests::OpenedFile pdf(path(QStringLiteral("three.pdf")));
    const QJsonObject paper = inspector.inspect(pdf.fd(), domain::ExhibitKind::Document);
    QCOMPARE(paper.value(QStringLiteral("pages")).toInt(), 3);
    const QJsonArray sizes = paper.value(QStringLiteral("pageSizes")).toArray();
    QCOMPARE(sizes.size(), 3);
    const auto painted = media::readPage(m_service, m_origin, pdf.fd(), 2);
    QVERIFY(painted.ok());
    QVERIFY(std::abs(sizes.at(1).toArray().at(0).toInt() - painted->fullSize.width()) <= 1); // regions are measured on it
    QVERIFY(std::abs(sizes.at(1).toArray().at(1).toInt() - painted->fullSize.height()) <= 1);
    QVERIFY(inspector.frameTimes(pdf.fd()).isEmpty());
    const tests::OpenedFile words(write(QStringLiteral("words.txt"), "hello"));
    QVERIFY(inspector.inspect(words.fd(), domain::ExhibitKind::Text).isEmpty());
    const auto ofDemo = [&inspector](const QString &file) {
        const tests::OpenedFile opened(QStringLiteral(ARB_SOURCE_DIR "/resources/demo/cases/") + file);
        return inspector.inspect(opened.fd(), domain::ExhibitKind::Image);
    };
    const QJsonObject placed = ofDemo(QStringLiteral("c03/evidence/c03-m1-shipping.jpg"));
    QCOMPARE(placed.value(QStringLiteral("latitudeE6")).toInt(), 35'762'140); // as resources/demo/tools/media/case03.py wrote it
    QCOMPARE(placed.value(QStringLiteral("longitudeE6")).toInt(), 109'432'870);
    QCOMPARE(placed.value(QStringLiteral("modifiedAt")).toString(), QStringLiteral("2026-10-07T11:20:44+08:00"));
    QVERIFY(!placed.contains(QStringLiteral("thumbnailDiffers")) && !placed.contains(QStringLiteral("contentCredentials")));
    QVERIFY(ofDemo(QStringLiteral("c15/evidence/c15-b1-crack.jpg")).value(QStringLiteral("thumbnailDiffers")).toBool());
    const QJsonObject signedPicture = ofDemo(QStringLiteral("c02/evidence/c02-m1-grey-card.jpg"));
    QVERIFY(signedPicture.value(QStringLiteral("contentCredentials")).toBool());
    QVERIFY(!signedPicture.contains(QStringLiteral("latitudeE6")));
    QVERIFY(inspector.inspect(words.fd(), domain::ExhibitKind::Image).value(QStringLiteral("unreadable")).toBool());
}

QObject *make_tst_documents()
{
    return new TstDocuments;
}

#include "tst_documents.moc"
