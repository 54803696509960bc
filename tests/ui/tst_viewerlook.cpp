// SPDX-License-Identifier: GPL-3.0-or-later
#include "../presentation/words.h"
#include "fakeevidence.h"

#include "../../ui/actions/actioncatalog.h"
#include "../../ui/viewing/picturecanvas.h"
#include "../../ui/viewing/tonetable.h"
#include "../../ui/viewing/viewgeometry.h"

#include <ui/viewers.h>

#include <QtCore/QSet>
#include <QtGui/QWheelEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>

#include <cmath>

using namespace arb;

/// How a picture is looked at: place, turn, mirror, tones, grid, magnifier, cover; and that a view comes back as it was left.
class TstViewerlook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void pointsStandWhereTheyShould_data();
    void pointsStandWhereTheyShould();
    void fitsAndFillsAtAnyAngle_data();
    void fitsAndFillsAtAnyAngle();
    void mirrorTurnsTheScreenRound();
    void wheelWithAltTurnsByOneDegree();
    void toneTableIsWorkedOut_data();
    void toneTableIsWorkedOut();
    void tonesAreOnThePictureOnly_data();
    void tonesAreOnThePictureOnly();
    void gridFromEightHundredPercent_data();
    void gridFromEightHundredPercent();
    void magnifierShowsBarePixels();
    void tellsHowManyPixelsAreOnShow();
    void foundWordsAreTinted();
    void fullResolutionComesByItself();
    void viewComesBackExactly();
    void pagesComeBackEachAsLeft();
    void leftViewIsTold();
    void citationKnowsTheView();
    void coveredPictureShowsNothingOfIt_data();
    void coveredPictureShowsNothingOfIt();
    void coveredPageShowsNothingOfIt();
    void keysDoNotClash();
    void everyControlHasAName();

private:
    ui::ViewerWidget *open(const QString &code, const QByteArray &digest, ui::Care care = ui::Care::Off);
    std::unique_ptr<tests::FakeLoader> m_loader;
    std::unique_ptr<QWidget> m_window;
};

static QImage distinctPixels(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(x % 251, y % 241, (x + y) % 239));
    }
    return image;
}

static QImage plain(QSize size, const QColor &color)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    return image;
}

/// A canvas of its own that shows @p image at 1:1, its middle in the middle.
static std::unique_ptr<ui::PictureCanvas> canvasWith(const QImage &image, QSize size, double zoom = 1.0)
{
    auto canvas = std::make_unique<ui::PictureCanvas>();
    canvas->resize(size);
    canvas->show();
    canvas->setPicture({image}, image.size(), 1.0, false);
    ui::ViewState state;
    state.zoom = zoom;
    state.center = QPointF(image.width() / 2.0, image.height() / 2.0);
    state.fit = domain::ViewFit::Free;
    canvas->setViewState(state);
    return canvas;
}

void TstViewerlook::init()
{
    m_loader = std::make_unique<tests::FakeLoader>();
    m_loader->pictures.insert("photo", tests::FakeLoader::fullPicture(distinctPixels(QSize(1600, 1200))));
    QImage checks(800, 600, QImage::Format_RGB32);
    for (int y = 0; y < 600; ++y) {
        for (int x = 0; x < 800; ++x)
            checks.setPixel(x, y, ((x / 8 + y / 8) & 1) ? qRgb(255, 0, 0) : qRgb(0, 0, 255));
    }
    m_loader->pictures.insert("checks", tests::FakeLoader::fullPicture(checks));
    m_loader->documents.insert("pdf", {tests::FakeLoader::fullPicture(plain(QSize(595, 842), Qt::white)),
                                       tests::FakeLoader::fullPicture(plain(QSize(595, 842), Qt::gray))});
    m_window = std::make_unique<QWidget>();
    m_window->resize(640, 480);
}

void TstViewerlook::cleanup()
{
    m_window.reset();
    m_loader.reset();
}

ui::ViewerWidget *TstViewerlook::open(const QString &code, const QByteArray &digest, ui::Care care)
{
    ui::ViewerWidget *viewer = ui::findViewer(code)->create(*m_loader, m_window.get());
    viewer->setCare(care);
    viewer->setGeometry(m_window->rect());
    m_window->show();
    viewer->QWidget::show();
    ui::EvidenceRef ref;
    ref.exhibitId = QStringLiteral("B1");
    ref.sha256 = digest;
    ref.kind = code == u"document" ? domain::ExhibitKind::Document : domain::ExhibitKind::Image;
    ref.caption = QStringLiteral("crack");
    viewer->show(ref);
    return viewer;
}

void TstViewerlook::pointsStandWhereTheyShould_data()
{
    QTest::addColumn<double>("rotation");
    QTest::addColumn<bool>("mirrored");
    QTest::addColumn<double>("aspect");
    QTest::addColumn<QPointF>("expected");
    // Pane 200 x 100, middle (100, 50); the point lies 3 right of and 4 below the one in the middle; zoom 2.
    QTest::newRow("upright") << 0.0 << false << 1.0 << QPointF(106, 58);
    QTest::newRow("a quarter") << 90.0 << false << 1.0 << QPointF(92, 56);
    QTest::newRow("half") << 180.0 << false << 1.0 << QPointF(94, 42);
    QTest::newRow("mirrored") << 0.0 << true << 1.0 << QPointF(94, 58);
    QTest::newRow("mirrored, then a quarter") << 90.0 << true << 1.0 << QPointF(92, 44);
    QTest::newRow("thirty degrees") << 30.0 << false << 1.0 << QPointF(101.1961524, 59.9282032);
    QTest::newRow("wide pixels") << 0.0 << false << 2.0 << QPointF(112, 58);
}

void TstViewerlook::pointsStandWhereTheyShould()
{
    QFETCH(double, rotation);
    QFETCH(bool, mirrored);
    QFETCH(double, aspect);
    QFETCH(QPointF, expected);
    ui::ViewState view;
    view.zoom = 2.0;
    view.center = QPointF(10, 20);
    view.rotation = rotation;
    view.mirrored = mirrored;
    const QPointF found = ui::viewTransform(view, QSizeF(200, 100), 1.0, aspect).map(QPointF(13, 24));
    QVERIFY2((found - expected).manhattanLength() < 1e-6, qPrintable(QStringLiteral("%1 %2").arg(found.x()).arg(found.y())));
}

void TstViewerlook::fitsAndFillsAtAnyAngle_data()
{
    QTest::addColumn<double>("rotation");
    QTest::addColumn<double>("fit");
    QTest::addColumn<double>("fill");
    // A picture of 400 x 200 in a pane of 200 x 200.
    QTest::newRow("upright") << 0.0 << 0.5 << 1.0;
    QTest::newRow("a quarter") << 90.0 << 0.5 << 1.0;
    QTest::newRow("an eighth") << 45.0 << 0.47140452 << 1.41421356;
}

void TstViewerlook::fitsAndFillsAtAnyAngle()
{
    QFETCH(double, rotation);
    QFETCH(double, fit);
    QFETCH(double, fill);
    const QSize picture(400, 200);
    const QSizeF pane(200, 200);
    QVERIFY(std::abs(ui::zoomToFit(picture, 1.0, rotation, pane, 1.0) - fit) < 1e-6);
    QVERIFY(std::abs(ui::zoomToFill(picture, 1.0, rotation, pane, 1.0) - fill) < 1e-6);
    QVERIFY(std::abs(ui::zoomToFit(picture, 1.0, rotation, pane, 2.0) - 2 * fit) < 1e-6); // in device pixels
}

void TstViewerlook::mirrorTurnsTheScreenRound()
{
    const auto canvas = canvasWith(plain(QSize(300, 200), Qt::white), QSize(400, 300));
    canvas->turnTo(30.0);
    const QPointF before = canvas->toWidget().map(QPointF(70, 90));
    canvas->mirror();
    const QPointF after = canvas->toWidget().map(QPointF(70, 90));
    QVERIFY((after - QPointF(400 - before.x(), before.y())).manhattanLength() < 1e-6);
    QCOMPARE(canvas->viewState().rotation, 330.0);
    QVERIFY(canvas->viewState().mirrored);
}

void TstViewerlook::wheelWithAltTurnsByOneDegree()
{
    const auto canvas = canvasWith(plain(QSize(300, 200), Qt::white), QSize(400, 300));
    const auto wheel = [&](QPoint angle, Qt::KeyboardModifiers modifiers) {
        QWheelEvent event(QPointF(50, 50), canvas->mapToGlobal(QPointF(50, 50)), {}, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(canvas.get(), &event);
    };
    wheel({120, 0}, Qt::AltModifier); // as Qt hands it over
    QCOMPARE(canvas->viewState().rotation, 1.0);
    wheel({-120, 0}, Qt::AltModifier);
    wheel({-120, 0}, Qt::AltModifier);
    QCOMPARE(canvas->viewState().rotation, 359.0);
    QCOMPARE(canvas->viewState().zoom, 1.0);
    wheel({0, 120}, Qt::NoModifier);
    QCOMPARE(canvas->viewState().zoom, 1.25);
}

void TstViewerlook::toneTableIsWorkedOut_data()
{
    QTest::addColumn<domain::Tone>("tone");
    QTest::addColumn<int>("value");
    QTest::addColumn<int>("expected");
    domain::Tone levels, gamma, bright, inverted, both;
    levels.black = 50;
    levels.white = 205;
    gamma.gammaPercent = 200;
    bright.brightness = 20;
    inverted.inverted = true;
    both.brightness = 20;
    both.inverted = true;
    QTest::newRow("plain") << domain::Tone{} << 77 << 77;
    QTest::newRow("black point") << levels << 50 << 0;
    QTest::newRow("below it") << levels << 12 << 0;
    QTest::newRow("white point") << levels << 205 << 255;
    QTest::newRow("between: 77 of 155") << levels << 127 << 127;
    QTest::newRow("gamma 2: the root of 64/255") << gamma << 64 << 128;
    QTest::newRow("a fifth brighter") << bright << 0 << 51;
    QTest::newRow("no brighter than white") << bright << 250 << 255;
    QTest::newRow("inverted") << inverted << 10 << 245;
    QTest::newRow("inverted last") << both << 0 << 204;
}

void TstViewerlook::toneTableIsWorkedOut()
{
    QFETCH(domain::Tone, tone);
    QFETCH(int, value);
    QFETCH(int, expected);
    QCOMPARE(static_cast<int>(ui::toneTable(tone)[static_cast<size_t>(value)]), expected);
}

void TstViewerlook::tonesAreOnThePictureOnly_data()
{
    QTest::addColumn<domain::Tone>("tone");
    QTest::addColumn<QColor>("expected");
    domain::Tone green, luma, inverted;
    green.channel = domain::ToneChannel::Green;
    luma.channel = domain::ToneChannel::Luma;
    inverted.inverted = true;
    QTest::newRow("none") << domain::Tone{} << QColor(200, 100, 50);
    QTest::newRow("green alone") << green << QColor(100, 100, 100);
    QTest::newRow("luma: 59.8 + 58.7 + 5.7") << luma << QColor(124, 124, 124);
    QTest::newRow("inverted") << inverted << QColor(55, 155, 205);
}

void TstViewerlook::tonesAreOnThePictureOnly()
{
    QFETCH(domain::Tone, tone);
    QFETCH(QColor, expected);
    const auto canvas = canvasWith(plain(QSize(100, 100), QColor(200, 100, 50)), QSize(300, 200));
    const QColor ground = canvas->grab().toImage().pixelColor(20, 100);
    canvas->setTone(tone);
    for (const double rotation : {0.0, 30.0}) {
        canvas->turnTo(rotation);
        const QImage shown = canvas->grab().toImage();
        QCOMPARE(shown.pixelColor(150, 100), expected);
        QCOMPARE(shown.pixelColor(120, 90), expected);
        QCOMPARE(shown.pixelColor(20, 100), ground);
        // Whatever is on the screen is the one or the other: no seam where they meet.
        for (int x = 60; x < 240; ++x)
            QVERIFY2(shown.pixelColor(x, 100) == expected || shown.pixelColor(x, 100) == ground, qPrintable(QString::number(x)));
    }
}

void TstViewerlook::gridFromEightHundredPercent_data()
{
    QTest::addColumn<QColor>("color");
    QTest::newRow("on light") << QColor(Qt::white);
    QTest::newRow("on dark") << QColor(Qt::black);
    QTest::newRow("on grey") << QColor(128, 128, 128);
}

void TstViewerlook::gridFromEightHundredPercent()
{
    QFETCH(QColor, color);
    const auto canvas = canvasWith(plain(QSize(40, 40), color), QSize(200, 200), 16.0);
    const auto strange = [&](const QRect &area) {
        const QImage shown = canvas->grab().toImage();
        int count = 0;
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x)
                count += shown.pixelColor(x, y) != color ? 1 : 0;
        }
        return count;
    };
    // The boundary of two pixels is at 100; the pixel to its right ends at 116.
    QVERIFY(strange(QRect(99, 103, 3, 10)) >= 5);
    QCOMPARE(strange(QRect(103, 103, 10, 10)), 0); // the pixel itself is bare
    ui::ViewState state = canvas->viewState();
    state.zoom = 7.5;
    canvas->setViewState(state);
    QCOMPARE(strange(QRect(50, 50, 100, 100)), 0);
}

void TstViewerlook::magnifierShowsBarePixels()
{
    const QImage image = distinctPixels(QSize(400, 400));
    const auto canvas = canvasWith(image, QSize(400, 400));
    canvas->setMagnifier(4);
    const QImage shown = canvas->grab().toImage();
    // Without a pointer it is in the middle, at (199, 199): 12.5 pixels to the right are 3.125 of the picture.
    QCOMPARE(shown.pixel(211, 199), image.pixel(202, 199));
    QCOMPARE(shown.pixel(199, 219), image.pixel(199, 204)); // 20.5 down: 5.125
    QCOMPARE(shown.pixel(20, 200), image.pixel(20, 200));
    canvas->setMagnifier(0);
    QCOMPARE(canvas->grab().toImage().pixel(211, 199), image.pixel(211, 199));
    canvas->setMagnifier(99);
    QCOMPARE(canvas->magnifier(), 8);
}

void TstViewerlook::tellsHowManyPixelsAreOnShow()
{
    const auto canvas = canvasWith(plain(QSize(320, 180), Qt::gray), QSize(400, 300), 0.5);
    QCOMPARE(canvas->pixelsOnShow(), QSize(160, 90));
    canvas->turnTo(37.0); // as many of the picture, however it is turned
    QCOMPARE(canvas->pixelsOnShow(), QSize(160, 90));
    canvas->setMagnifier(4);
    QCOMPARE(canvas->pixelsOnShow(), QSize(640, 360));
    canvas->setMagnifier(0);
    ui::ViewState state = canvas->viewState();
    canvas->setPicture({plain(QSize(320, 180), Qt::gray)}, QSize(320, 180), 2.0, false); // its pixels are twice as wide as high
    state.fit = domain::ViewFit::Free;
    canvas->setViewState(state);
    QCOMPARE(canvas->pixelsOnShow(), QSize(320, 90));
    // Fewer pixels than it has are still all of the picture.
    canvas->setPicture({plain(QSize(160, 90), Qt::gray)}, QSize(320, 180), 2.0, true);
    QCOMPARE(canvas->pixelsOnShow(), QSize(320, 90));
}

void TstViewerlook::foundWordsAreTinted()
{
    const auto canvas = canvasWith(plain(QSize(100, 100), Qt::white), QSize(100, 100));
    canvas->setHighlights({QRect(10, 10, 30, 20), QRect(10, 60, 30, 20)}, 1);
    const QImage shown = canvas->grab().toImage();
    QVERIFY(shown.pixelColor(25, 20) != QColor(Qt::white));
    QVERIFY(shown.pixelColor(25, 70) != shown.pixelColor(25, 20)); // the one that is looked at
    QCOMPARE(shown.pixelColor(80, 20), QColor(Qt::white));
}

void TstViewerlook::fullResolutionComesByItself()
{
    open(QStringLiteral("image"), "photo");
    QTRY_COMPARE(m_loader->askedTargets.size(), 2);
    QVERIFY(!m_loader->askedTargets.first().isEmpty());
    QVERIFY(m_loader->askedTargets.last().isEmpty());
}

void TstViewerlook::viewComesBackExactly()
{
    ui::ViewState left;
    left.zoom = 1.37;
    left.center = QPointF(812.25, 411.5);
    left.rotation = 33.0;
    left.mirrored = true;
    left.fit = domain::ViewFit::Free;
    left.tone.gammaPercent = 150;
    left.tone.channel = domain::ToneChannel::Blue;
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "photo");
    viewer->restoreView(left); // before the pixels are there
    QTRY_VERIFY(viewer->viewState());
    QCOMPARE(*viewer->viewState(), left);
    // What the reader has moved since is not taken from under the eyes.
    viewer->findChild<QAction *>(QStringLiteral("viewZoomIn"))->trigger();
    const ui::ViewState moved = *viewer->viewState();
    viewer->restoreView(left);
    QCOMPARE(*viewer->viewState(), moved);
    // Fitted is fitted to this pane, whatever the other one's size was.
    ui::ViewerWidget *again = open(QStringLiteral("image"), "photo");
    ui::ViewState fitted = left;
    fitted.fit = domain::ViewFit::Fit;
    again->restoreView(fitted);
    QTRY_VERIFY(again->viewState());
    const auto *canvas = again->findChild<ui::PictureCanvas *>();
    const QRectF whole = canvas->toWidget().mapRect(QRectF(0, 0, 1600, 1200));
    QVERIFY(QRectF(canvas->rect()).adjusted(-1, -1, 1, 1).contains(whole));
    QVERIFY(whole.width() > canvas->width() - 2 || whole.height() > canvas->height() - 2); // no smaller than it has to be
    QCOMPARE(again->viewState()->rotation, left.rotation);
    QVERIFY(again->viewState()->mirrored);
    QCOMPARE(again->viewState()->tone, left.tone);
}

void TstViewerlook::pagesComeBackEachAsLeft()
{
    ui::ViewState second;
    second.zoom = 2.0;
    second.center = QPointF(100, 200);
    second.fit = domain::ViewFit::Free;
    ui::ViewerWidget *viewer = open(QStringLiteral("document"), "pdf");
    viewer->restoreView(second, 2);
    QTRY_VERIFY(viewer->viewState());
    QVERIFY(viewer->viewState()->isFitted()); // the first page was not looked at yet
    viewer->findChild<QAction *>(QStringLiteral("documentNext"))->trigger();
    QTRY_COMPARE(viewer->currentCitation()->page.value_or(0), 2);
    QCOMPARE(*viewer->viewState(), second);
}

void TstViewerlook::leftViewIsTold()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("document"), "pdf");
    QTRY_VERIFY(viewer->viewState());
    QList<domain::ExhibitView> left;
    connect(viewer, &ui::ViewerWidget::viewLeft, this, [&left](const domain::ExhibitView &view) { left.append(view); });
    viewer->findChild<QAction *>(QStringLiteral("viewActualSize"))->trigger();
    viewer->findChild<QAction *>(QStringLiteral("viewMirror"))->trigger();
    const ui::ViewState state = *viewer->viewState();
    viewer->clear();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().exhibit, QStringLiteral("B1"));
    QCOMPARE(left.first().sha256, QByteArray("pdf"));
    QCOMPARE(left.first().page, 1);
    QCOMPARE(left.first().view, state);
    // Nothing was moved: nothing is told.
    ui::ViewerWidget *untouched = open(QStringLiteral("image"), "photo");
    QTRY_VERIFY(untouched->viewState());
    connect(untouched, &ui::ViewerWidget::viewLeft, this, [&left](const domain::ExhibitView &view) { left.append(view); });
    untouched->clear();
    QCOMPARE(left.size(), 1);
}

void TstViewerlook::citationKnowsTheView()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "photo");
    QTRY_VERIFY(viewer->viewState());
    auto *canvas = viewer->findChild<ui::PictureCanvas *>();
    canvas->turnTo(20.0);
    canvas->setRegion(QRect(10, 20, 30, 40));
    const domain::Citation citation = *viewer->currentCitation();
    QCOMPARE(*citation.view, canvas->viewState());
    QVERIFY(citation.mark.isNull());
    canvas->turnTo(0.0);
    canvas->mirror();
    viewer->goTo(citation, QStringLiteral("1"));
    QCOMPARE(canvas->viewState().rotation, 20.0);
    QVERIFY(!canvas->viewState().mirrored);
    QVERIFY(QRectF(canvas->rect()).contains(canvas->toWidget().mapRect(QRectF(10, 20, 30, 40))));
}

void TstViewerlook::coveredPictureShowsNothingOfIt_data()
{
    QTest::addColumn<int>("care");
    QTest::newRow("blurred") << static_cast<int>(ui::Care::Blur);
    QTest::newRow("grey") << static_cast<int>(ui::Care::Grey);
}

void TstViewerlook::coveredPictureShowsNothingOfIt()
{
    QFETCH(int, care);
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "checks", static_cast<ui::Care>(care));
    QSignalSpy seen(viewer, &ui::ViewerWidget::seen);
    QTRY_VERIFY(viewer->viewState());
    auto *canvas = viewer->findChild<ui::PictureCanvas *>();
    const auto original = [canvas] {
        const QImage shown = canvas->grab().toImage();
        int count = 0;
        for (int y = 0; y < shown.height(); ++y) {
            for (int x = 0; x < shown.width(); ++x) {
                const QColor c = shown.pixelColor(x, y);
                count += (c.red() > 220 && c.blue() < 40 && c.green() < 40) || (c.blue() > 220 && c.red() < 40 && c.green() < 40) ? 1 : 0;
            }
        }
        return count;
    };
    for (const double zoom : {0.5, 1.0, 16.0}) {
        ui::ViewState state = canvas->viewState();
        state.zoom = zoom;
        canvas->setViewState(state);
        canvas->setMagnifier(4);
        QCOMPARE(original(), 0);
    }
    canvas->setMagnifier(0);
    QVERIFY(viewer->isCovered());
    QVERIFY(!viewer->currentCitation());
    QCOMPARE(seen.size(), 0);
    QVERIFY(canvas->accessibleName().contains(QStringLiteral("covered")));
    QVERIFY(canvas->accessibleDescription().contains(QStringLiteral("O")));
    viewer->findChild<QAbstractButton *>(QStringLiteral("uncover"))->click();
    QCOMPARE(seen.size(), 1);
    QVERIFY(!viewer->isCovered());
    QVERIFY(viewer->currentCitation());
    QVERIFY(original() > 1000);
    // For this exhibit and this case: another one is covered, and so is this one after another case.
    ui::EvidenceRef other = viewer->shown();
    other.exhibitId = QStringLiteral("B2");
    viewer->show(other);
    QVERIFY(viewer->isCovered());
    other.exhibitId = QStringLiteral("B1");
    viewer->show(other);
    QVERIFY(!viewer->isCovered());
    viewer->forgetUncovered();
    QVERIFY(viewer->isCovered());
    viewer->setCare(ui::Care::Off);
    QVERIFY(!viewer->isCovered());
}

/// Pages are pictures, too; and their small ones beside them show as much.
void TstViewerlook::coveredPageShowsNothingOfIt()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("document"), "pdf", ui::Care::Grey);
    QSignalSpy seen(viewer, &ui::ViewerWidget::seen), pageSeen(viewer, &ui::ViewerWidget::pageSeen);
    QTRY_VERIFY(viewer->viewState());
    auto *canvas = viewer->findChild<ui::PictureCanvas *>();
    auto *pages = viewer->findChild<QListWidget *>(QStringLiteral("documentPages"));
    QVERIFY(viewer->isCovered());
    QVERIFY(!viewer->currentCitation());
    QVERIFY(!pages->isVisible());
    const QPoint middle = canvas->toWidget().map(QPointF(20, 20)).toPoint(); // beside what the cover says
    QCOMPARE(canvas->grab().toImage().pixelColor(middle), QColor(128, 128, 128));
    viewer->findChild<QAction *>(QStringLiteral("documentNext"))->trigger();
    QTRY_VERIFY2(canvas->accessibleName().startsWith(QStringLiteral("Page 2")), qPrintable(canvas->accessibleName()));
    QVERIFY(canvas->accessibleName().endsWith(QStringLiteral("covered")));
    QVERIFY(viewer->isCovered());
    QCOMPARE(seen.size() + pageSeen.size(), 0);
    viewer->uncover();
    QCOMPARE(seen.size(), 1);
    QCOMPARE(pageSeen.size(), 1);
    QCOMPARE(pageSeen.first().at(1).toInt(), 2);
    QVERIFY(pages->isVisible());
    QCOMPARE(viewer->currentCitation()->page.value_or(0), 2);
    viewer->findChild<QAction *>(QStringLiteral("documentPrevious"))->trigger();
    QTRY_COMPARE(pageSeen.size(), 2); // the document is uncovered as a whole
    QVERIFY(!viewer->isCovered());
}

void TstViewerlook::keysDoNotClash()
{
    QSet<QString> window;
    for (const ui::ActionRow &row : ui::actionCatalog()) {
        for (const QString &key : QString::fromLatin1(row.keys).split(QStringLiteral(" | "), Qt::SkipEmptyParts))
            window.insert(QKeySequence(key, QKeySequence::PortableText).toString());
    }
    for (const ui::Viewer &viewer : ui::viewers()) {
        const std::unique_ptr<ui::ViewerWidget> made(viewer.create(*m_loader, nullptr));
        QSet<QString> own;
        for (const QAction *action : made->actions()) {
            QVERIFY(!action->text().isEmpty());
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(!own.contains(key.toString()), qPrintable(key.toString()));
                own.insert(key.toString());
                if (action->objectName() != u"viewerFind") // its key searches wherever one is
                    QVERIFY2(!window.contains(key.toString()), qPrintable(key.toString()));
            }
        }
    }
}

void TstViewerlook::everyControlHasAName()
{
    const tests::Speaking speaking(true);
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "photo", ui::Care::Blur);
    QTRY_VERIFY(viewer->viewState());
    for (const QWidget *widget : viewer->findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
            || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QListWidget *>(widget)
            || widget->objectName() == u"pictureCanvas" || widget->objectName() == u"markNote";
        if (!isControl || widget->objectName().startsWith(u"qt_") || widget->focusPolicy() == Qt::NoFocus)
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const QString name = widget->accessibleName().isEmpty() && button ? button->text() : widget->accessibleName();
        QVERIFY2(tests::isChinese(name), qPrintable(QStringLiteral("%1 '%2'").arg(widget->objectName(), name)));
    }
}

QObject *make_tst_viewerlook();
QObject *make_tst_viewerlook()
{
    return new TstViewerlook;
}

#include "tst_viewerlook.moc"
