// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparing.h"

#include <QtGui/QMouseEvent>
#include <QtTest/QSignalSpy>

using namespace arb;
using namespace arb::tests;
using domain::CompareMode;

/// One picture laid on the other: slider, blinking, difference and overlay, by the pixels that are painted.
class TstComparemodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_loader = comparedPictures(); }
    void cleanup() { m_loader.reset(); }
    void sliderShowsBothSides();
    void differenceOfKnownPixels();
    void overlayMixes();
    void blinksAndStops();
    void nothingBlinksForWhoWantsNone();
    void movingInAModeMovesBothPanes();
    void altMovesTheRightPictureAlone();

private:
    std::unique_ptr<ui::CompareDesk> desk(const QByteArray &left, const QByteArray &right) { return compareDesk(*m_loader, left, right); }

    std::unique_ptr<FakeLoader> m_loader;
};

void TstComparemodes::sliderShowsBothSides()
{
    const auto made = desk("plain left", "plain right");
    made->run(QStringLiteral("compareSlider"));
    QVERIFY(overlay(*made)->isVisible());
    QVERIFY(isNear(middle(*made, -50), 200, 100, 50));
    QVERIFY(isNear(middle(*made, 50), 210, 100, 20));
    // With Ctrl the arrows move the edge by a fiftieth of the width, without they move the pictures.
    QCOMPARE(QApplication::focusWidget(), overlay(*made));
    for (int n = 0; n < 5; ++n)
        QTest::keyClick(overlay(*made), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(made->pairView()->sliderPermille, 600);
    QCOMPARE(value(*made)->value(), 60.0);
    QVERIFY(isNear(middle(*made, 50), 200, 100, 50));
    // By mouse: the edge is taken and let go.
    const QPoint edge(overlay(*made)->width() * 600 / 1000, 300), to(overlay(*made)->width() / 4, 300);
    QTest::mousePress(overlay(*made), Qt::LeftButton, Qt::NoModifier, edge);
    QMouseEvent move(QEvent::MouseMove, to, overlay(*made)->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(overlay(*made), &move);
    QTest::mouseRelease(overlay(*made), Qt::LeftButton, Qt::NoModifier, to);
    QVERIFY(std::abs(made->pairView()->sliderPermille - 250) <= 1);
    QVERIFY(isNear(middle(*made, -50), 210, 100, 20));
    QTest::keyClick(overlay(*made), Qt::Key_Escape);
    QVERIFY(!overlay(*made)->isVisible());
    QCOMPARE(made->pairView()->mode, CompareMode::SideBySide);
    QVERIFY(made->left()->hasFocusInside());
}

void TstComparemodes::differenceOfKnownPixels()
{
    // (200, 100, 50) against (210, 100, 20) is 10, 0 and 30 apart; middle grey is the same, half of it lies above.
    QCOMPARE(ui::CompareCanvas::differenceTone(7, 7, 3200), 128);
    QCOMPARE(ui::CompareCanvas::differenceTone(0, 255, 100), 255);
    const auto made = desk("plain left", "plain right");
    made->run(QStringLiteral("compareDifference"));
    QVERIFY(isNear(middle(*made), 133, 128, 143));
    value(*made)->setValue(4.0);
    QCOMPARE(made->pairView()->gainPercent, 400);
    QVERIFY(isNear(middle(*made), 148, 128, 188));
    value(*made)->setValue(32.0);
    QVERIFY(isNear(middle(*made), 255, 128, 255)); // 128 + 160 and 128 + 480 are cut off
    // Where there is no picture there is no difference either.
    const QImage shown = overlay(*made)->grab().toImage();
    QVERIFY(shown.pixelColor(10, shown.height() - 10) != QColor(128, 128, 128));
}

void TstComparemodes::overlayMixes()
{
    const auto made = desk("plain left", "plain right");
    made->run(QStringLiteral("compareOverlay"));
    QVERIFY(isNear(middle(*made), 205, 100, 35, 2));
    value(*made)->setValue(0.0);
    QVERIFY(isNear(middle(*made), 200, 100, 50));
    value(*made)->setValue(100.0);
    QVERIFY(isNear(middle(*made), 210, 100, 20));
    QCOMPARE(made->pairView()->opacityPermille, 1000);
}

void TstComparemodes::blinksAndStops()
{
    const auto made = desk("plain left", "plain right");
    made->run(QStringLiteral("compareBlink"));
    value(*made)->setValue(100);
    QCOMPARE(made->pairView()->blinkMs, 100);
    QSignalSpy shown(overlay(*made), &ui::CompareCanvas::sideShown);
    QTRY_VERIFY(shown.size() >= 2);
    QTest::keyClick(overlay(*made), Qt::Key_Space);
    QVERIFY(overlay(*made)->isPaused());
    const bool right = overlay(*made)->isRightOnShow();
    QVERIFY(isNear(middle(*made), right ? 210 : 200, 100, right ? 20 : 50));
    QVERIFY2(bar(*made)->said().contains(right ? QStringLiteral("picture m1") : QStringLiteral("picture b1")), qPrintable(bar(*made)->said()));
    QTest::keyClick(overlay(*made), Qt::Key_Space);
    QCOMPARE(overlay(*made)->isRightOnShow(), !right);
    QVERIFY(bar(*made)->said().contains(right ? QStringLiteral("picture b1") : QStringLiteral("picture m1")));
    QCOMPARE(overlay(*made)->accessibleName(), bar(*made)->said());
    bar(*made)->action(QStringLiteral("comparePause"))->trigger();
    shown.clear();
    QTRY_VERIFY(shown.size() >= 1);
}

void TstComparemodes::nothingBlinksForWhoWantsNone()
{
    const auto made = desk("plain left", "plain right");
    made->setCalm(true);
    made->run(QStringLiteral("compareBlink"));
    value(*made)->setValue(100);
    QSignalSpy shown(overlay(*made), &ui::CompareCanvas::sideShown);
    QVERIFY(!shown.wait(350)); // three times as long as a side would be on show
    QVERIFY(isNear(middle(*made), 200, 100, 50));
    QTest::keyClick(overlay(*made), Qt::Key_Space);
    QVERIFY(isNear(middle(*made), 210, 100, 20));
}

void TstComparemodes::movingInAModeMovesBothPanes()
{
    const auto made = desk("left", "right");
    const domain::Similarity truth{0.6, 20.0, false, QPointF(50, 60)};
    made->sync()->align(truth);
    made->run(QStringLiteral("compareOverlay"));
    for (const Qt::Key key : {Qt::Key_Plus, Qt::Key_Plus, Qt::Key_Left, Qt::Key_Up, Qt::Key_0, Qt::Key_Plus})
        QTest::keyClick(overlay(*made), key);
    QTest::keyClick(overlay(*made), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(canvasOf(made->left())->viewState().rotation, 90.0);
    // Mirrored as seen: what was turned to the right is then turned to the left.
    QTest::keyClick(overlay(*made), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(canvasOf(made->left())->viewState().mirrored && canvasOf(made->right())->viewState().mirrored);
    QCOMPARE(canvasOf(made->left())->viewState().rotation, 270.0);
    QTest::keyClick(overlay(*made), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(canvasOf(made->left())->viewState().rotation, 271.0);
    QCOMPARE(made->pairView()->alignment, truth);
    QCOMPARE(overlay(*made)->leftView(), made->pairView()->leftView);
    const domain::ViewState right = domain::rightFor(made->pairView()->leftView, truth, made->pairView()->rightView);
    QCOMPARE(made->pairView()->rightView, right);
}

void TstComparemodes::altMovesTheRightPictureAlone()
{
    const auto made = desk("left", "right");
    made->run(QStringLiteral("compareOverlay"));
    const domain::PairView before = made->pairView().value_or(domain::PairView{});
    QTest::keyClick(overlay(*made), Qt::Key_Right, Qt::AltModifier);
    QTest::keyClick(overlay(*made), Qt::Key_Right); // Alt is no longer held
    QTest::keyClick(overlay(*made), Qt::Key_Left);
    const domain::PairView after = made->pairView().value_or(domain::PairView{});
    QVERIFY(after.linked);
    // One pixel on screen to the right: what lies under the left's middle is one of them further left on the right picture.
    const double onePixel = 1.0 / before.rightView.zoom;
    const QPointF moved = after.alignment.map(QPointF(800, 600)) - before.alignment.map(QPointF(800, 600));
    QVERIFY2(std::abs(moved.x() + onePixel) < 1e-6 && std::abs(moved.y()) < 1e-6, qPrintable(QString::number(moved.x())));
}

QObject *make_tst_comparemodes();
QObject *make_tst_comparemodes()
{
    return new TstComparemodes;
}

#include "tst_comparemodes.moc"
