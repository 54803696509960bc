// SPDX-License-Identifier: GPL-3.0-or-later
#include "../presentation/words.h"
#include "fakeevidence.h"

#include <ui/viewers.h>

#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

#include <memory>

using namespace arb;

/// What a machine read, beside the picture it was read in.
class TstViewerReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreListedAndNumbersHaveTheirPiece();
    void wordsOnShowAreKept();
    void withoutDataOneSentenceSaysSo();
    void theNextPictureIsNotTheLast();
    void narrowPaneHasItBelowThePicture_data();
    void narrowPaneHasItBelowThePicture();

private:
    static domain::MachineReading reading()
    {
        const auto line = [](const char *text, int y) {
            return domain::ReadLine{{domain::ReadWord{QString::fromUtf8(text), QRect(20, y, 200, 30), 93}}};
        };
        domain::MachineReading made;
        made.size = QSize(300, 400);
        made.bubbles = {{domain::ReadBubble::Side::Left, {line("我要求退货", 40)}}, {domain::ReadBubble::Side::Right, {line("补偿332.12元", 120)}}};
        return made;
    }
    struct Stage
    {
        Stage()
        {
            QImage sheet(300, 400, QImage::Format_RGB32);
            sheet.fill(Qt::white);
            loader.pictures.insert("file", tests::FakeLoader::fullPicture(sheet));
            loader.pictures.insert("other", tests::FakeLoader::fullPicture(sheet));
            viewer.reset(ui::findViewer(QStringLiteral("image"))->create(loader, nullptr));
            viewer->resize(900, 600);
            viewer->QWidget::show();
        }
        bool look(const char *sha256)
        {
            QSignalSpy seen(viewer.get(), &ui::ViewerWidget::seen);
            ui::EvidenceRef ref;
            ref.exhibitId = QString::fromLatin1(sha256);
            ref.sha256 = sha256;
            viewer->show(ref);
            return seen.wait(5000);
        }
        QAction *toggle() const { return viewer->findChild<QAction *>(QStringLiteral("viewReading")); }
        QListWidget *list() const { return viewer->findChild<QListWidget *>(QStringLiteral("readingLines")); }
        QLabel *words() const { return viewer->findChild<QLabel *>(QStringLiteral("readingWords")); }
        tests::FakeLoader loader;
        std::unique_ptr<ui::ViewerWidget> viewer;
    };
};

void TstViewerReading::linesAreListedAndNumbersHaveTheirPiece()
{
    Stage stage;
    stage.loader.readings.insert("file", reading());
    QVERIFY(stage.look("file"));
    stage.toggle()->setChecked(true);
    QTRY_COMPARE(stage.list()->count(), 2);
    QCOMPARE(stage.list()->item(0)->text(), QStringLiteral("我要求退货"));
    QVERIFY(stage.list()->item(0)->icon().isNull());
    QVERIFY(!stage.list()->item(1)->icon().isNull()); // an amount: the picture itself is beside it
    QVERIFY(!stage.words()->text().isEmpty());
    QVERIFY(!stage.list()->accessibleName().isEmpty());
}

void TstViewerReading::wordsOnShowAreKept()
{
    Stage stage;
    stage.loader.readings.insert("file", reading());
    QVERIFY(stage.look("file"));
    auto *keep = stage.viewer->findChild<QAction *>(QStringLiteral("viewKeepReading"));
    auto *button = stage.viewer->findChild<QToolButton *>(QStringLiteral("readingOffer"));
    QVERIFY(keep && button);
    QSignalSpy taken(stage.viewer.get(), &ui::ViewerWidget::readingTaken);
    keep->trigger(); // first they come on show
    QVERIFY(stage.toggle()->isChecked());
    QTRY_COMPARE(stage.list()->count(), 2);
    QCOMPARE(taken.size(), 0);
    QVERIFY(button->isVisible() && !button->text().isEmpty());
    button->click();
    QCOMPARE(taken.size(), 1);
    QCOMPARE(taken.at(0).at(0).value<domain::MachineReading>(), reading());
    const auto place = taken.at(0).at(1).value<domain::Citation>();
    QCOMPARE(place.exhibit, QStringLiteral("file"));
    QCOMPARE(place.sha256, QByteArray("file"));
    QVERIFY(!place.region);
    QVERIFY(stage.look("other")); // of which nothing was read
    QVERIFY(!button->isVisible());
    stage.toggle()->setChecked(true);
    keep->trigger();
    QCOMPARE(taken.size(), 1);
}

void TstViewerReading::withoutDataOneSentenceSaysSo()
{
    Stage stage;
    stage.loader.readerMissing = true;
    QVERIFY(stage.look("file"));
    stage.toggle()->setChecked(true);
    QTRY_VERIFY(stage.words()->text().contains(QStringLiteral("tesseract-ocr-chi-sim")));
    QCOMPARE(stage.list()->count(), 0);
}

void TstViewerReading::theNextPictureIsNotTheLast()
{
    Stage stage;
    stage.loader.readings.insert("file", reading());
    QVERIFY(stage.look("file"));
    stage.toggle()->setChecked(true);
    QTRY_COMPARE(stage.list()->count(), 2);
    QVERIFY(stage.look("other"));
    QVERIFY(!stage.toggle()->isChecked());
    QCOMPARE(stage.list()->count(), 0);
}

void TstViewerReading::narrowPaneHasItBelowThePicture_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::newRow("English") << false;
    QTest::newRow("Chinese") << true;
}

void TstViewerReading::narrowPaneHasItBelowThePicture()
{
    QFETCH(bool, chinese);
    const tests::Speaking speaking(chinese);
    Stage stage;
    stage.loader.readings.insert("file", reading());
    stage.viewer->resize(380, 400);
    QVERIFY(stage.look("file"));
    stage.toggle()->setChecked(true);
    QTRY_COMPARE(stage.list()->count(), 2);
    ui::ViewerWidget *viewer = stage.viewer.get();
    const auto placed = [viewer](const QWidget *widget) { return QRect(widget->mapTo(viewer, QPoint()), widget->size()); };
    const QWidget *canvas = viewer->findChild<QWidget *>(QStringLiteral("pictureCanvas"));
    const QWidget *panel = viewer->findChild<QWidget *>(QStringLiteral("readingPanel"));
    QTRY_VERIFY(placed(panel).top() > placed(canvas).bottom());
    QVERIFY(canvas->height() >= 90);
    const QLabel *words = stage.words();
    QTRY_VERIFY(words->height() >= words->heightForWidth(words->width()));
    QVERIFY(placed(panel).contains(placed(words)));
    QVERIFY(viewer->rect().contains(placed(panel)));
    QVERIFY(placed(panel).contains(placed(stage.list())));
    QCOMPARE(stage.list()->horizontalScrollBar()->maximum(), 0);
    viewer->resize(900, 600); // and beside it again
    QTRY_VERIFY(placed(panel).right() < placed(canvas).left());
    QCOMPARE(panel->width(), 300);
    QCOMPARE(stage.list()->horizontalScrollBar()->maximum(), 0);
}

QObject *make_tst_viewerreading();
QObject *make_tst_viewerreading() { return new TstViewerReading; }

#include "tst_viewerreading.moc"
