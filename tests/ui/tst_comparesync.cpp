// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeevidence.h"

#include "../../ui/viewing/comparesync.h"
#include "../../ui/viewing/picturecanvas.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <cmath>

using namespace arb;

/// Two viewers tied by one recorded alignment.
class TstComparesync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void turningOneTurnsBothOnScreen();
    void mirroredAlignmentStays();
    void movedAloneIsANewAlignment();
    void altMovesOneAlone();
    void bothStopAtTheEndOfTheZoom();
    void panesOfANewSizeFitUntilSomethingIsAligned();
    void panesOfANewSizeUndoNoAlignment();
    void beingToldAgainRecordsNothing();
    void theThirdHangsOnTheLeft();

private:
    ui::ViewerWidget *open(const QByteArray &digest, const QString &id, const QRect &place);
    /// How far apart on screen are what belongs together, measured from the middle of each pane.
    double apart(QPointF leftPlace, QPointF rightPlace) const;

    std::unique_ptr<tests::FakeLoader> m_loader;
    std::unique_ptr<QWidget> m_window;
    ui::ViewerWidget *m_left = nullptr, *m_right = nullptr;
    ui::PictureCanvas *m_a = nullptr, *m_b = nullptr;
};

void TstComparesync::init()
{
    m_loader = std::make_unique<tests::FakeLoader>();
    for (const auto &[digest, size] : {std::pair("left", QSize(1600, 1200)), std::pair("right", QSize(900, 1300)), std::pair("third", QSize(640, 480))}) {
        QImage image(size, QImage::Format_RGB32);
        image.fill(QColor(120, 130, 140));
        m_loader->pictures.insert(digest, tests::FakeLoader::fullPicture(image));
    }
    m_window = std::make_unique<QWidget>();
    m_window->resize(1300, 500);
    m_left = open("left", QStringLiteral("b1"), QRect(0, 0, 450, 500));
    m_right = open("right", QStringLiteral("m1"), QRect(450, 0, 450, 500));
    m_a = m_left->findChild<ui::PictureCanvas *>();
    m_b = m_right->findChild<ui::PictureCanvas *>();
}

void TstComparesync::cleanup()
{
    m_window.reset();
    m_loader.reset();
}

ui::ViewerWidget *TstComparesync::open(const QByteArray &digest, const QString &id, const QRect &place)
{
    ui::ViewerWidget *viewer = ui::findViewer(QStringLiteral("image"))->create(*m_loader, m_window.get());
    viewer->setGeometry(place);
    m_window->show();
    viewer->QWidget::show();
    QSignalSpy seen(viewer, &ui::ViewerWidget::seen);
    ui::EvidenceRef ref;
    ref.exhibitId = id;
    ref.sha256 = digest;
    viewer->show(ref);
    if (!seen.wait(5000))
        qWarning("the evidence was not shown");
    return viewer;
}

double TstComparesync::apart(QPointF leftPlace, QPointF rightPlace) const
{
    const QPointF a = m_a->toWidget().map(leftPlace) - QPointF(m_a->width(), m_a->height()) / 2.0;
    const QPointF b = m_b->toWidget().map(rightPlace) - QPointF(m_b->width(), m_b->height()) / 2.0;
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

void TstComparesync::turningOneTurnsBothOnScreen()
{
    ui::CompareSync sync;
    sync.setPair(m_left, m_right);
    const domain::Similarity before = sync.alignment().value_or(domain::Similarity{});
    m_b->turn(1);
    QCOMPARE(m_a->viewState().rotation, 90.0);
    QCOMPARE(m_b->viewState().rotation, 90.0);
    m_a->turn(-1);
    QCOMPARE(m_b->viewState().rotation, 0.0);
    QCOMPARE(sync.alignment().value_or(domain::Similarity{}), before);
    const QPointF spot(700, 300);
    QVERIFY(apart(spot, before.map(spot)) < 1e-6);
}

void TstComparesync::mirroredAlignmentStays()
{
    ui::CompareSync sync;
    sync.setPair(m_left, m_right);
    const domain::Similarity alignment{0.5, 30.0, true, QPointF(800, 100)};
    sync.align(alignment);
    QVERIFY(m_b->viewState().mirrored != m_a->viewState().mirrored);
    m_a->zoomBy(1.9);
    m_b->turn(1);
    QTest::keyClick(m_a, Qt::Key_Left);
    QTest::keyClick(m_b, Qt::Key_Up);
    for (const QPointF spot : {QPointF(10, 20), QPointF(1500, 900)})
        QVERIFY(apart(spot, alignment.map(spot)) < 1e-6);
    QCOMPARE(sync.alignment().value_or(domain::Similarity{}), alignment);
}

void TstComparesync::movedAloneIsANewAlignment()
{
    ui::CompareSync sync;
    sync.setPair(m_left, m_right);
    sync.setAlone(true);
    const ui::ViewState untouched = m_a->viewState();
    m_b->turn(1);
    m_b->zoomBy(2.0);
    QTest::keyClick(m_b, Qt::Key_Down);
    QCOMPARE(m_a->viewState(), untouched);
    QVERIFY(sync.isLinked());
    const domain::Similarity aligned = domain::alignmentOf(m_a->viewState(), m_b->viewState());
    QCOMPARE(sync.alignment().value_or(domain::Similarity{}), aligned);
    sync.setAlone(false);
    m_a->zoomBy(1.5);
    QTest::keyClick(m_b, Qt::Key_Left);
    QVERIFY(apart(QPointF(400, 500), aligned.map(QPointF(400, 500))) < 1e-6);
}

void TstComparesync::altMovesOneAlone()
{
    ui::CompareSync sync;
    sync.setPair(m_left, m_right);
    m_a->zoomBy(3.0);
    const ui::ViewState untouched = m_b->viewState();
    QTest::keyPress(m_a, Qt::Key_Alt);
    QTest::keyPress(m_a, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_b->viewState(), untouched);
    QTest::keyRelease(m_a, Qt::Key_Left);
    QTest::keyRelease(m_a, Qt::Key_Alt);
    QVERIFY(sync.isAligned());
    QTest::keyClick(m_a, Qt::Key_Left);
    QVERIFY(m_b->viewState() != untouched);
}

void TstComparesync::bothStopAtTheEndOfTheZoom()
{
    // A pixel of the right is four of the left: at 64 times, the right's most, the left is at 16.
    ui::CompareSync sync;
    sync.setPair(m_left, m_right);
    const domain::Similarity alignment{0.25, 0.0, false, QPointF(20, 30)};
    sync.align(alignment);
    m_a->zoomBy(1000.0);
    QCOMPARE(m_b->viewState().zoom, 64.0);
    QCOMPARE(m_a->viewState().zoom, 16.0);
    QVERIFY(apart(QPointF(800, 600), alignment.map(QPointF(800, 600))) < 1e-6);
    m_a->zoomBy(0.001);
    QVERIFY(apart(QPointF(800, 600), alignment.map(QPointF(800, 600))) < 1e-6);
}

void TstComparesync::panesOfANewSizeFitUntilSomethingIsAligned()
{
    ui::CompareSync sync;
    sync.setPair(m_left, m_right);
    m_left->setGeometry(0, 0, 450, 250);
    QTRY_VERIFY(m_a->height() < 250);
    QVERIFY(std::abs(m_a->viewState().zoom - std::min(m_a->width() / 1600.0, m_a->height() / 1200.0)) < 1e-9);
    QVERIFY(m_a->viewState().isFitted());
    QVERIFY(m_b->viewState().isFitted());
    QVERIFY(std::abs(m_b->viewState().zoom - std::min(m_b->width() / 900.0, m_b->height() / 1300.0)) < 1e-9);
    QVERIFY(!sync.isAligned());
}

void TstComparesync::panesOfANewSizeUndoNoAlignment()
{
    ui::CompareSync sync;
    sync.setPair(m_left, m_right);
    const domain::Similarity alignment{0.6, 12.0, false, QPointF(100, 50)};
    sync.align(alignment);
    QVERIFY(m_a->viewState().isFitted());
    const double before = m_a->viewState().zoom;
    m_left->setGeometry(0, 0, 450, 250);
    QTRY_VERIFY(m_a->viewState().zoom < before);
    QCOMPARE(sync.alignment().value_or(domain::Similarity{}), alignment);
    QVERIFY(apart(QPointF(300, 900), alignment.map(QPointF(300, 900))) < 1e-6);
}

void TstComparesync::beingToldAgainRecordsNothing()
{
    ui::CompareSync sync;
    sync.setPair(m_left, m_right);
    const domain::Similarity alignment{1.0 / 3.0, 7.7, true, QPointF(0.1, 0.2)};
    sync.align(alignment);
    sync.setLinked(true);
    sync.setPair(m_left, m_right); // and nothing was exchanged
    QCOMPARE(sync.alignment().value_or(domain::Similarity{}), alignment);
    sync.startOver();
    QVERIFY(!sync.isAligned());
}

void TstComparesync::theThirdHangsOnTheLeft()
{
    ui::ViewerWidget *third = open("third", QStringLiteral("listing-1"), QRect(900, 0, 400, 500));
    auto *c = third->findChild<ui::PictureCanvas *>();
    ui::CompareSync sync, thirdSync;
    sync.setPair(m_left, m_right);
    thirdSync.setPair(m_left, third);
    connect(&sync, &ui::CompareSync::leftFollowed, &thirdSync, &ui::CompareSync::followLeft);
    const domain::Similarity toThird = thirdSync.alignment().value_or(domain::Similarity{});
    m_b->zoomBy(2.0);
    QTest::keyClick(m_b, Qt::Key_Left);
    const QPointF spot(600, 700);
    const QPointF onLeft = m_a->toWidget().map(spot) - QPointF(m_a->width(), m_a->height()) / 2.0;
    const QPointF onThird = c->toWidget().map(toThird.map(spot)) - QPointF(c->width(), c->height()) / 2.0;
    QVERIFY(std::hypot(onLeft.x() - onThird.x(), onLeft.y() - onThird.y()) < 1e-6);
}

QObject *make_tst_comparesync();
QObject *make_tst_comparesync()
{
    return new TstComparesync;
}

#include "tst_comparesync.moc"
