// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparing.h"
#include "fakefilms.h"

#include "../../ui/viewing/filmscreen.h"
#include "../../ui/viewing/filmtimeline.h"

#include <ui/viewers.h>

#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <memory>

using namespace arb;
using namespace arb::tests;

/// How a film or picture stands in its pane when the reader is taken to a place of it: read from the pixels of the pane.
class TstFilmview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aCitedFrameIsShownWhole();
    void aTimeBetweenFramesIsArrivedAt_data();
    void aTimeBetweenFramesIsArrivedAt();
    void whatIsPointedOutKeepsTheZoom();
    void aCitedPictureIsShownWhole();
    void aRegionOnTheOtherSideIsNoHindrance();
    void theFullScreenShowsTheWholeFrame();
    void theFullScreenLeavesThePairAlone();
    void whatIsKeptOnTheFullScreenIsToldInTheWindow();
    void theWindowMayCloseMeanwhile();

private:
    void open(const QString &viewer, domain::ExhibitKind kind);
    ui::PictureCanvas *canvas() { return m_viewer->findChild<ui::PictureCanvas *>(); }
    ui::FilmTimeline *timeline() { return m_viewer->findChild<ui::FilmTimeline *>(); }
    qint64 frame() { return m_viewer->property("frameIndex").toLongLong(); }
    QImage pixels() { return canvas()->grab().toImage(); }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(canvas(), static_cast<Qt::Key>(key), modifiers); }
    bool isApart() { return qobject_cast<ui::FilmScreen *>(canvas()->window()) != nullptr; }
    /// Nothing of the frame is beyond the pane, and it is as large as it can be there.
    bool isWhole();
    void zoomAway();
    static domain::Citation placeOf(std::optional<qint64> frame);
    static qint64 ptsOf(qint64 index) { return 80'000 + index * 40'000; }

    std::unique_ptr<FakeLoader> m_loader;
    std::unique_ptr<QWidget> m_window;
    ui::ViewerWidget *m_viewer = nullptr;
};

void TstFilmview::init()
{
    m_loader = comparedPictures();
    m_loader->films = {{"film", 500}, {"other", 500}};
    m_window = std::make_unique<QWidget>();
}

void TstFilmview::cleanup()
{
    m_window.reset();
    m_loader.reset();
    m_viewer = nullptr;
}

void TstFilmview::open(const QString &viewer, domain::ExhibitKind kind)
{
    m_window->resize(640, 560);
    m_viewer = ui::findViewer(viewer)->create(*m_loader, m_window.get());
    m_viewer->setGeometry(0, 0, 640, 560);
    m_window->show();
    m_window->activateWindow();
    ui::EvidenceRef ref;
    ref.exhibitId = QStringLiteral("B1");
    ref.sha256 = kind == domain::ExhibitKind::Video ? "film" : "plain left";
    ref.kind = kind;
    QSignalSpy seen(m_viewer, &ui::ViewerWidget::seen);
    m_viewer->show(ref);
    QVERIFY(seen.count() > 0 || seen.wait(5000));
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_viewer->setFocus();
    QTRY_VERIFY(canvas()->hasFocus()); // which is drawn
    QCoreApplication::processEvents();
}

/// Far into the lower right corner, so that hardly anything of the picture is left in the pane.
void TstFilmview::zoomAway()
{
    ui::ViewState away = canvas()->viewState();
    away.fit = domain::ViewFit::Free;
    away.zoom = 7.0;
    away.center = QPointF(canvas()->fullSize().width() - 2.0, canvas()->fullSize().height() - 2.0);
    canvas()->setViewState(away);
    canvas()->zoomBy(1.25); // as the reader does
}

bool TstFilmview::isWhole()
{
    const QRectF shown = canvas()->toWidget().mapRect(QRectF(QPointF(), QSizeF(canvas()->fullSize()))), pane(canvas()->rect());
    const bool fills = shown.width() > pane.width() - 1.0 || shown.height() > pane.height() - 1.0;
    return fills && pane.adjusted(-1, -1, 1, 1).contains(shown);
}

domain::Citation TstFilmview::placeOf(std::optional<qint64> frame)
{
    domain::Citation place;
    place.exhibit = QStringLiteral("B1");
    place.frame = frame;
    return place;
}

void TstFilmview::aCitedFrameIsShownWhole()
{
    open(QStringLiteral("video"), domain::ExhibitKind::Video);
    timeline()->setValue(123);
    QTRY_COMPARE(frame(), 123);
    const QImage whole = pixels();
    const ui::ViewState fitting = canvas()->viewState();
    QVERIFY(QRectF(canvas()->rect()).contains(canvas()->toWidget().mapRect(QRectF(0, 0, 320, 180))));
    timeline()->setValue(300);
    QTRY_COMPARE(frame(), 300);
    zoomAway();
    const ui::ViewState away = canvas()->viewState();
    m_viewer->goTo(placeOf(123), QStringLiteral("cited"));
    QTRY_COMPARE(frame(), 123);
    QCOMPARE(canvas()->viewState(), fitting);
    QCOMPARE(pixels(), whole);
    // On the frame that is on show already, too, and however it stood when it was cited; but turned as it was.
    zoomAway();
    domain::Citation looked = placeOf(123);
    looked.view = away;
    looked.view->rotation = 180.0;
    m_viewer->goTo(looked, QStringLiteral("cited"));
    QCOMPARE(canvas()->viewState().rotation, 180.0);
    QCOMPARE(canvas()->viewState().zoom, fitting.zoom);
    QCOMPARE(canvas()->viewState().center, fitting.center);
    // A region is still brought into sight.
    domain::Citation region = placeOf(123);
    region.region = QRect(290, 150, 20, 20);
    m_viewer->goTo(region, QStringLiteral("cited"));
    QVERIFY(canvas()->viewState().zoom > fitting.zoom);
    QVERIFY(QRectF(canvas()->rect()).contains(canvas()->toWidget().mapRect(QRectF(*region.region))));
}

void TstFilmview::aTimeBetweenFramesIsArrivedAt_data()
{
    QTest::addColumn<qint64>("pts"); ///< of the container, whose frames begin at ptsOf()
    QTest::addColumn<qint64>("index");
    QTest::newRow("just after one begins") << ptsOf(123) + 1 << qint64(123);
    QTest::newRow("just before the next") << ptsOf(124) - 1 << qint64(123);
    QTest::newRow("as it begins") << ptsOf(123) << qint64(123);
    QTest::newRow("before the first") << ptsOf(0) - 1 << qint64(0);
    QTest::newRow("after the last") << ptsOf(499) + 39'000 << qint64(499);
}

/// As old notes and rulings name places: the frame that is on show then is the place, and the reader stands at it.
void TstFilmview::aTimeBetweenFramesIsArrivedAt()
{
    QFETCH(qint64, pts);
    QFETCH(qint64, index);
    open(QStringLiteral("video"), domain::ExhibitKind::Video);
    const ui::ViewState fitting = canvas()->viewState();
    timeline()->setValue(300);
    QTRY_COMPARE(frame(), 300);
    domain::Citation place = placeOf({});
    place.pts = pts;
    for (int visit = 0; visit < 2; ++visit) { // the second time its frame is on show already
        zoomAway();
        QVERIFY(canvas()->viewState() != fitting);
        m_viewer->goTo(place, QStringLiteral("cited"));
        QTRY_COMPARE(frame(), index);
        QTRY_COMPARE(canvas()->viewState(), fitting);
    }
    place.region = QRect(290, 150, 20, 20);
    m_viewer->goTo(place, QStringLiteral("cited"));
    QVERIFY(canvas()->viewState().zoom > fitting.zoom);
    QVERIFY(QRectF(canvas()->rect()).contains(canvas()->toWidget().mapRect(QRectF(*place.region))));
}

void TstFilmview::whatIsPointedOutKeepsTheZoom()
{
    using Kind = ui::TimelineTick::Kind;
    open(QStringLiteral("video"), domain::ExhibitKind::Video);
    m_viewer->setTimelineTicks(Kind::Interruption, {{Kind::Interruption, ptsOf(200), QStringLiteral("possible interruption"), QStringLiteral("i1")}});
    zoomAway();
    const ui::ViewState away = canvas()->viewState();
    m_viewer->goTo(placeOf(123), {}); // as a row of the hints' card does
    QTRY_COMPARE(frame(), 123);
    QCOMPARE(canvas()->viewState(), away);
    QTest::keyClick(canvas(), Qt::Key_F7);
    QTRY_COMPARE(frame(), 200);
    QCOMPARE(canvas()->viewState(), away);
}

void TstFilmview::aCitedPictureIsShownWhole()
{
    open(QStringLiteral("image"), domain::ExhibitKind::Image);
    const QImage whole = pixels();
    QVERIFY(isNear(whole.pixelColor(whole.rect().center()), 200, 100, 50));
    zoomAway();
    QVERIFY(pixels() != whole);
    m_viewer->goTo(placeOf({}), {});
    QVERIFY(pixels() != whole);
    m_viewer->goTo(placeOf({}), QStringLiteral("cited"));
    QCOMPARE(pixels(), whole);
}

/// The pair is linked: a region of the left film takes the right one into its corner.
void TstFilmview::aRegionOnTheOtherSideIsNoHindrance()
{
    ui::CompareDesk desk(*m_loader);
    desk.resize(1200, 700);
    desk.show();
    QVERIFY(QTest::qWaitForWindowActive(&desk));
    const auto item = [](const char *id, const QByteArray &digest, domain::Party party) {
        ui::EvidencePane::Item made = itemOf(id, digest, party);
        made.ref.kind = domain::ExhibitKind::Video;
        return made;
    };
    desk.left()->setItems({item("B1", "film", domain::Party::Buyer)});
    desk.right()->setItems({item("M1", "other", domain::Party::Merchant)});
    QTRY_VERIFY(desk.pairView());
    desk.sync()->setLinked(true);
    QCoreApplication::processEvents();
    const QImage whole = canvasOf(desk.right())->grab().toImage();
    domain::Citation onLeft = placeOf(0), onRight = placeOf(0);
    onLeft.region = QRect(300, 160, 12, 12);
    onRight.exhibit = QStringLiteral("M1");
    desk.left()->viewer()->goTo(onLeft, QStringLiteral("cited"));
    QVERIFY(!canvasOf(desk.right())->viewState().isFitted());
    QVERIFY(canvasOf(desk.right())->grab().toImage() != whole);
    desk.right()->viewer()->goTo(onRight, QStringLiteral("cited"));
    QCOMPARE(canvasOf(desk.right())->grab().toImage(), whole);
}

void TstFilmview::theFullScreenShowsTheWholeFrame()
{
    open(QStringLiteral("video"), domain::ExhibitKind::Video);
    timeline()->setValue(123);
    QTRY_COMPARE(frame(), 123);
    const ui::ViewState fitting = canvas()->viewState();
    for (const bool zoomed : {true, false}) {
        if (zoomed)
            zoomAway();
        else
            canvas()->fit();
        const ui::ViewState before = canvas()->viewState();
        const QImage inThePane = pixels();
        press(Qt::Key_F11);
        QVERIFY(isApart());
        QTRY_COMPARE(canvas()->window()->geometry(), m_window->screen()->geometry());
        QTRY_VERIFY(isWhole() && canvas()->viewState().zoom > fitting.zoom);
        QCOMPARE(numberOnCanvas(canvas()), 123);
        canvas()->zoomBy(3.0); // the reader's own business, which ends with the full screen
        press(Qt::Key_Escape);
        QVERIFY(!isApart());
        QTRY_COMPARE(canvas()->viewState(), before);
        QTRY_COMPARE(pixels(), inThePane);
    }
}

/// How it is looked at there is neither told nor kept.
void TstFilmview::theFullScreenLeavesThePairAlone()
{
    open(QStringLiteral("video"), domain::ExhibitKind::Video);
    zoomAway();
    const ui::ViewState before = canvas()->viewState();
    QList<domain::ExhibitView> left;
    connect(m_viewer, &ui::ViewerWidget::viewLeft, this, [&left](const domain::ExhibitView &view) { left.append(view); });
    QSignalSpy moved(m_viewer, &ui::ViewerWidget::viewStateChanged);
    press(Qt::Key_F11);
    QTRY_COMPARE(canvas()->window()->geometry(), m_window->screen()->geometry());
    canvas()->zoomBy(3.0);
    QVERIFY(moved.isEmpty());
    m_viewer->clear(); // the film goes while it is there
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.constFirst().view, before);
    m_viewer->disconnect(this); // it outlives the list
}

void TstFilmview::whatIsKeptOnTheFullScreenIsToldInTheWindow()
{
    open(QStringLiteral("video"), domain::ExhibitKind::Video);
    timeline()->setValue(123);
    QTRY_COMPARE(frame(), 123);
    QSignalSpy taken(m_viewer, &ui::ViewerWidget::frameTaken), cut(m_viewer, &ui::ViewerWidget::cropTaken);
    press(Qt::Key_F11);
    QVERIFY(isApart());
    QTRY_VERIFY(canvas()->window()->isActiveWindow()); // or its keys are not served
    press(Qt::Key_K, Qt::ControlModifier);
    QTRY_COMPARE(taken.size(), 1);
    QCOMPARE(taken.constFirst().at(0).value<QImage>(), numberedFrame(123));
    QVERIFY(!isApart());
    QTRY_VERIFY(canvas()->hasFocus() && m_window->isActiveWindow());
    press(Qt::Key_F11);
    QVERIFY(isApart());
    QTRY_VERIFY(canvas()->window()->isActiveWindow());
    canvas()->setRegion(QRect(40, 60, 50, 30));
    press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(cut.size(), 1);
    QVERIFY(!isApart());
}

void TstFilmview::theWindowMayCloseMeanwhile()
{
    open(QStringLiteral("video"), domain::ExhibitKind::Video);
    timeline()->setValue(123);
    QTRY_COMPARE(frame(), 123);
    press(Qt::Key_F11);
    QVERIFY(isApart());
    m_window->hide();
    QTRY_VERIFY(!isApart());
    m_window->show();
    m_window->activateWindow();
    QTRY_VERIFY(m_window->isActiveWindow());
    press(Qt::Key_F11);
    QVERIFY(isApart());
    const QPointer<ui::FilmScreen> screen = qobject_cast<ui::FilmScreen *>(canvas()->window());
    m_window.reset(); // as when the program ends
    QVERIFY(!screen);
}

QObject *make_tst_filmview();
QObject *make_tst_filmview()
{
    return new TstFilmview;
}

#include "tst_filmview.moc"
