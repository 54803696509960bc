// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparing.h"

#include "../presentation/words.h"

#include <QtGui/QMouseEvent>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTabBar>

#include <algorithm>
#include <cmath>
#include <random>

using namespace arb;
using namespace arb::tests;

/// The compare desk as a reader has it: pins, exhibits and pairs that are found again.
class TstCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_loader = comparedPictures(); }
    void cleanup() { m_loader.reset(); }
    void citedPlaceWinsOverTheKeptPair();
    void pinnedAlignmentStaysExact();
    void residualIsOfHowTheyStand();
    void pinsByKeyboard();
    void pinsAreMovedAndTakenOut();
    void pinsStandBelowTheNoteField();
    void nothingShinesThroughAPinsNumber();
    void noPinStandsOnACover();
    void sixtyFourPinsAreEnough();
    void swapExchangesTheSides();
    void anyExhibitIsShownHere();
    void thirdPaneFollowsTheLeft();
    void thirdPaneIsRestored();
    void pairIsRestoredToThePixel();
    void swappedPairIsRestoredByTheInverse();
    void fittedPairFitsThePanesOfNow();
    void fittedSideLeadsTheOther();
    void otherBytesAreNotRestored();
    void pairIsToldOnlyOfWhatTheReaderDid();
    void everyControlHasAName();

private:
    std::unique_ptr<ui::CompareDesk> desk(const QByteArray &left, const QByteArray &right) { return compareDesk(*m_loader, left, right); }

    std::unique_ptr<FakeLoader> m_loader;
};

void TstCompare::pinnedAlignmentStaysExact()
{
    const auto made = desk("left", "right");
    // The right picture is smaller and was taken at an angle.
    const domain::Similarity truth{0.6, 37.0, false, QPointF(150, 200)};
    QVERIFY(made->run(QStringLiteral("comparePins")));
    for (const QPointF spot : {QPointF(300, 200), QPointF(500, 900)}) {
        clickPin(made->left(), spot);
        QVERIFY(!made->sync()->isLinked()); // the partner is looked for alone
        clickPin(made->right(), truth.map(spot));
    }
    QCOMPARE(made->pairView()->pins.size(), 2);
    QVERIFY(made->sync()->isLinked());
    QVERIFY2(bar(*made)->said().contains(QStringLiteral("residual 0.0 px")), qPrintable(bar(*made)->said()));
    // A pointer is as fine as the screen: half a pixel there is less than two of either picture, over 437 between the pins.
    const domain::Similarity found = made->pairView()->alignment;
    QVERIFY2(std::abs(found.scale - 0.6) < 0.02 && std::abs(found.rotation - 37.0) < 2.0, qPrintable(QString::number(found.rotation)));
    QVERIFY(pinsApart(*made) < 0.01);
    made->run(QStringLiteral("comparePins"));

    made->setLinked(false);
    made->setLinked(true);
    std::mt19937 random(500);
    ui::PictureCanvas *canvases[] = {canvasOf(made->left()), canvasOf(made->right())};
    for (int step = 0; step < 500; ++step) {
        ui::PictureCanvas *canvas = canvases[random() % 2];
        switch (random() % 8) {
        case 0: canvas->zoomBy(1.31); break;
        case 1: canvas->zoomBy(1.0 / 1.31); break;
        case 2: QTest::keyClick(canvas, Qt::Key_Left); break;
        case 3: QTest::keyClick(canvas, Qt::Key_Right); break;
        case 4: QTest::keyClick(canvas, Qt::Key_Up); break;
        case 5: QTest::keyClick(canvas, Qt::Key_Down); break;
        case 6: canvas->turn(1); break;
        default: canvas->fit();
        }
        const double apart = pinsApart(*made);
        QVERIFY2(apart < 0.01, qPrintable(QStringLiteral("step %1: %2 px").arg(step).arg(apart)));
    }
}

/// The residual is that of what is on show, not of what the pins would have.
void TstCompare::residualIsOfHowTheyStand()
{
    const auto made = desk("left", "right");
    made->run(QStringLiteral("comparePins"));
    for (const QPointF spot : {QPointF(300, 200), QPointF(500, 900)}) {
        clickPin(made->left(), spot);
        clickPin(made->right(), spot / 2.0);
    }
    made->run(QStringLiteral("comparePins"));
    QVERIFY2(bar(*made)->said().contains(QStringLiteral("residual 0.0 px")), qPrintable(bar(*made)->said()));
    canvasOf(made->left())->zoomBy(1.5); // linked: both
    QVERIFY2(bar(*made)->said().contains(QStringLiteral("residual 0.0 px")), qPrintable(bar(*made)->said()));
    made->setLinked(false);
    canvasOf(made->right())->zoomBy(2.0);
    const QList<domain::PinPair> pins = made->pairView()->pins;
    const domain::Similarity now = *made->sync()->alignment();
    double squares = 0.0;
    for (const domain::PinPair &pin : pins) {
        const QPointF off = now.map(pin.left) - pin.right;
        squares += QPointF::dotProduct(off, off);
    }
    const double residual = std::sqrt(squares / 2.0);
    QVERIFY2(residual > 20.0, qPrintable(QString::number(residual))); // half as large about another middle
    const QString expected = QStringLiteral("residual %1 px").arg(residual, 0, 'f', 1);
    QVERIFY2(bar(*made)->said().contains(expected), qPrintable(bar(*made)->said()));
    made->setLinked(true);
    QVERIFY2(bar(*made)->said().contains(expected), qPrintable(bar(*made)->said()));
}

void TstCompare::pinsByKeyboard()
{
    const auto made = desk("left", "right");
    made->run(QStringLiteral("comparePins"));
    ui::PictureCanvas *a = canvasOf(made->left()), *b = canvasOf(made->right());
    a->zoomBy(2.0);
    for (const Qt::Key way : {Qt::Key_Left, Qt::Key_Right}) {
        made->left()->focusEvidence();
        QTest::keyClick(QApplication::focusWidget(), way);
        const QPointF here = a->viewState().center;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        made->right()->focusEvidence();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
        QCOMPARE(a->viewState().center, here); // each alone until the partner is found
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    const domain::PairView pair = made->pairView().value_or(domain::PairView{});
    QCOMPARE(pair.pins.size(), 2);
    QVERIFY(pair.linked);
    QVERIFY(pinsApart(*made) < 0.01);
    // The chosen pin goes to the cross, then out.
    QTest::keyClick(b, Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ShiftModifier);
    QVERIFY(made->pairView()->pins.last().right != pair.pins.last().right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    QCOMPARE(made->pairView()->pins.size(), 1);
    // A half is dropped with the mode.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(made->pairView()->pins.size(), 1);
    QVERIFY(made->sync()->isLinked());
    QVERIFY(!bar(*made)->action(QStringLiteral("comparePins"))->isChecked());
}

void TstCompare::pinsAreMovedAndTakenOut()
{
    const auto made = desk("left", "right");
    made->run(QStringLiteral("comparePins"));
    for (const QPointF spot : {QPointF(300, 200), QPointF(800, 900)}) {
        clickPin(made->left(), spot);
        clickPin(made->right(), QPointF(spot.x() * 0.5 + 100, spot.y() * 0.5 + 100));
    }
    ui::PictureCanvas *b = canvasOf(made->right());
    const QPointF from = b->toWidget().map(made->pairView()->pins.first().right);
    ui::PinLayer *layer = ui::PinLayer::of(b);
    QTest::mousePress(layer, Qt::LeftButton, Qt::NoModifier, from.toPoint());
    QMouseEvent move(QEvent::MouseMove, from + QPointF(30, 10), layer->mapToGlobal(from + QPointF(30, 10)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(layer, &move);
    QTest::mouseRelease(layer, Qt::LeftButton, Qt::NoModifier, (from + QPointF(30, 10)).toPoint());
    // The side it was moved on stood still: the pin is where the pointer left it.
    const QPointF to = b->toWidget().map(made->pairView()->pins.first().right);
    QVERIFY2(std::hypot(to.x() - from.x() - 30, to.y() - from.y() - 10) < 0.01, qPrintable(QString::number(to.x() - from.x())));
    QCOMPARE(made->pairView()->pins.size(), 2);
    QVERIFY(pinsApart(*made) < 0.01);
    made->findChild<QSpinBox *>(QStringLiteral("comparePin"))->setValue(1);
    const domain::PinPair second = made->pairView()->pins.last();
    bar(*made)->action(QStringLiteral("comparePinOut"))->trigger();
    QCOMPARE(made->pairView()->pins, QList<domain::PinPair>{second});
}

void TstCompare::pinsStandBelowTheNoteField()
{
    const auto made = desk("left", "right");
    ui::PictureCanvas *canvas = canvasOf(made->left());
    ui::PinLayer *layer = ui::PinLayer::of(canvas);
    layer->setPins({QPointF(300, 200)}, {}, -1);
    QObject *pins = layer, *note = canvas->findChild<QWidget *>(QStringLiteral("markNote"));
    QVERIFY(note);
    QVERIFY(canvas->children().indexOf(note) > canvas->children().indexOf(pins)); // the last is on top
}

void TstCompare::nothingShinesThroughAPinsNumber()
{
    m_loader->pictures.insert("white", FakeLoader::fullPicture(plainImage(QSize(400, 300), qRgb(255, 255, 255))));
    const auto made = desk("white", "right");
    ui::PictureCanvas *canvas = canvasOf(made->left());
    ui::PinLayer::of(canvas)->setPins({QPointF(200, 150)}, {}, -1);
    const QPoint at = canvas->toWidget().map(QPointF(200, 150)).toPoint();
    const QImage shown = canvas->grab().toImage();
    QCOMPARE(QColor(shown.pixel(at + QPoint(10, -10))).name(), QColor(Qt::black).name()); // beside the digit
}

/// Where a pin stands says what lies beneath: there is none before the picture is looked at, and none can be put.
void TstCompare::noPinStandsOnACover()
{
    const auto made = desk("left", "right");
    QVERIFY(made->run(QStringLiteral("comparePins")));
    for (const QPointF spot : {QPointF(300, 200), QPointF(500, 900)}) {
        clickPin(made->left(), spot);
        clickPin(made->right(), spot / 2.0);
    }
    QCOMPARE(made->pairView()->pins.size(), 2);
    const ui::PinLayer *over = ui::PinLayer::of(canvasOf(made->left()));
    QVERIFY(over->isVisible());
    made->left()->setCare(ui::Care::Grey);
    QVERIFY(made->left()->viewer()->isCovered());
    QVERIFY(!over->isVisible());
    QVERIFY(!made->pairView());
    made->left()->focusEvidence();
    QTest::keyClick(canvasOf(made->left()), Qt::Key_Return); // at the cross
    made->left()->viewer()->uncover();
    QTRY_VERIFY(made->pairView());
    QCOMPARE(made->pairView()->pins.size(), 2);
    QVERIFY(over->isVisible());
    // Another picture in the same pane is covered and has none of the last one's.
    made->left()->setItems({itemOf("b2", "other", domain::Party::Buyer)});
    QTRY_VERIFY(canvasOf(made->left())->hasPicture());
    QVERIFY(made->left()->viewer()->isCovered());
    QVERIFY(!over->isVisible());
    made->left()->setItems({itemOf("b1", "left", domain::Party::Buyer)});
    QTRY_VERIFY(made->pairView());
    QCOMPARE(made->pairView()->pins.size(), 2);
    // A cover that comes without anybody telling the desk hides them all the same.
    canvasOf(made->left())->setCover(ui::Care::Blur);
    QVERIFY(!over->isVisible());
    canvasOf(made->left())->setCover(ui::Care::Off);
    QVERIFY(over->isVisible());
}

void TstCompare::sixtyFourPinsAreEnough()
{
    const auto made = desk("left", "right");
    domain::PairView many = made->pairView().value_or(domain::PairView{});
    for (int n = 0; n < 64; ++n)
        many.pins.append({QPointF(10 + 20 * n, 100 + n * n / 8.0), QPointF(10 + 10 * n, 50 + n * n / 16.0)});
    made->setPairViews({many});
    QCOMPARE(made->pairView()->pins.size(), 64);
    made->run(QStringLiteral("comparePins"));
    clickPin(made->left(), QPointF(100, 1100));
    clickPin(made->right(), QPointF(100, 1100));
    QCOMPARE(made->pairView()->pins.size(), 64);
    QVERIFY2(bar(*made)->said().contains(QStringLiteral("at most 64 pins")), qPrintable(bar(*made)->said()));
}

void TstCompare::swapExchangesTheSides()
{
    const auto made = desk("left", "right");
    made->sync()->align({0.6, 30.0, false, QPointF(100, 40)});
    const domain::PairView before = made->pairView().value_or(domain::PairView{});
    made->run(QStringLiteral("compareSwap"));
    QTRY_VERIFY(made->pairView() && made->pairView()->left == QStringLiteral("m1"));
    const domain::PairView after = made->pairView().value_or(domain::PairView{});
    QCOMPARE(after.right, QStringLiteral("b1"));
    const QPointF spot(700, 500);
    const QPointF back = after.alignment.map(before.alignment.map(spot));
    QVERIFY(std::hypot(back.x() - spot.x(), back.y() - spot.y()) < 1e-6);
    QCOMPARE(after.leftView, before.rightView);
    QCOMPARE(after.rightView, before.leftView);
}

void TstCompare::anyExhibitIsShownHere()
{
    const auto made = desk("left", "right");
    made->left()->setOffers({itemOf("m1", "right", domain::Party::Merchant), itemOf("m2", "other", domain::Party::Merchant)});
    QVERIFY(made->left()->showOffer(2));
    QVERIFY(!made->left()->showOffer(3));
    QTRY_VERIFY(made->pairView() && made->pairView()->left == QStringLiteral("m2"));
    QCOMPARE(made->left()->current()->exhibitId, QStringLiteral("m2"));
    // By the menu of the tabs, which says what it offers; another guest takes the place of the first.
    auto *tabs = made->left()->findChild<QTabBar *>(QStringLiteral("buyerExhibits"));
    QCOMPARE(tabs->count(), 2);
    Q_EMIT tabs->customContextMenuRequested(QPoint(5, 5));
    auto *menu = made->findChild<QMenu *>(QStringLiteral("showHere"));
    QVERIFY(menu);
    const QList<QAction *> actions = menu->actions();
    QVERIFY(actions.size() == 3 && actions[1]->text().startsWith(QStringLiteral("picture m1")));
    actions[1]->trigger();
    menu->close();
    QTRY_COMPARE(made->left()->current()->exhibitId, QStringLiteral("m1"));
    QCOMPARE(tabs->count(), 2);
}

void TstCompare::thirdPaneFollowsTheLeft()
{
    const auto made = desk("left", "right");
    QVERIFY(!made->isThirdShown());
    made->setThirdItems({itemOf("listing-1", "third", domain::Party::Platform)});
    QVERIFY(!made->third()->viewer()); // hidden, it decodes nothing
    made->run(QStringLiteral("compareThird"));
    QVERIFY(made->isThirdShown());
    QCOMPARE(made->panes().size(), 3);
    QTRY_VERIFY(made->third()->viewer() && made->third()->viewer()->viewState());
    QTRY_VERIFY(canvasOf(made->third())->width() > 100);
    QCoreApplication::processEvents(); // every pane has its place
    ui::PictureCanvas *a = canvasOf(made->left()), *b = canvasOf(made->right()), *c = canvasOf(made->third());
    const domain::Similarity toThird = domain::alignmentOf(a->viewState(), c->viewState());
    a->zoomBy(2.0);
    QTest::keyClick(a, Qt::Key_Left);
    b->zoomBy(1.3); // moves the left, on which the third hangs
    const QPointF spot(700, 500);
    const QPointF onLeft = a->toWidget().map(spot) - QPointF(a->width(), a->height()) / 2.0;
    const QPointF onThird = c->toWidget().map(toThird.map(spot)) - QPointF(c->width(), c->height()) / 2.0;
    QVERIFY(std::hypot(onLeft.x() - onThird.x(), onLeft.y() - onThird.y()) < 0.01);
    made->run(QStringLiteral("compareThird"));
    QVERIFY(!made->isThirdShown());
}

void TstCompare::thirdPaneIsRestored()
{
    const auto withThird = [this] {
        auto made = desk("left", "right");
        made->setThirdItems({itemOf("listing-1", "third", domain::Party::Platform)});
        return made;
    };
    const auto showThird = [](ui::CompareDesk &made) {
        made.run(QStringLiteral("compareThird"));
        return QTest::qWaitFor([&made] {
            return made.third()->viewer() && made.third()->viewer()->viewState() && canvasOf(made.third())->width() > 100;
        });
    };
    QList<domain::PairView> kept;
    {
        const auto made = withThird();
        connect(made.get(), &ui::CompareDesk::pairLeft, this, [&kept](const domain::PairView &pair) { kept.append(pair); });
        QVERIFY(showThird(*made));
        QCoreApplication::processEvents(); // every pane has its place
        made->run(QStringLiteral("compareAlone"));
        canvasOf(made->third())->turnTo(30.0);
        canvasOf(made->third())->zoomBy(2.5);
        made->run(QStringLiteral("compareAlone"));
        canvasOf(made->left())->zoomBy(1.5); // takes the third along
        QTRY_COMPARE(kept.size(), 2);
    }
    const auto third = std::ranges::find(kept, QStringLiteral("listing-1"), &domain::PairView::right);
    QVERIFY(third != kept.end());
    QCOMPARE(third->left, QStringLiteral("b1"));
    QCOMPARE(third->alignment.rotation, 330.0); // from the left to the third: what stands there is seen turned by 30, so it is turned back
    const auto isAsLeft = [](const ui::ViewState &now, const ui::ViewState &then) {
        return std::abs(now.zoom - then.zoom) < 1e-6 && std::abs(now.rotation - then.rotation) < 1e-6 && std::abs(now.center.x() - then.center.x()) < 1e-3
            && std::abs(now.center.y() - then.center.y()) < 1e-3;
    };
    const auto again = withThird();
    again->setPairViews(kept);
    QSignalSpy told(again.get(), &ui::CompareDesk::pairLeft);
    QVERIFY(showThird(*again));
    ui::PictureCanvas *a = canvasOf(again->left()), *c = canvasOf(again->third());
    QTRY_VERIFY(isAsLeft(c->viewState(), third->rightView));
    QVERIFY(isAsLeft(a->viewState(), third->leftView));
    a->zoomBy(0.7); // and it goes on from there, exactly
    QVERIFY(isAsLeft(c->viewState(), domain::rightFor(a->viewState(), third->alignment, c->viewState())));
    QTRY_VERIFY(!told.isEmpty());
    for (const QList<QVariant> &one : std::as_const(told))
        QVERIFY(one.first().value<domain::PairView>().right != u"listing-1" || one.first().value<domain::PairView>().alignment == third->alignment);
}

void TstCompare::citedPlaceWinsOverTheKeptPair()
{
    domain::PairView kept;
    {
        const auto made = desk("left", "right");
        made->sync()->align({0.6, 37.0, true, QPointF(700, 200)});
        canvasOf(made->left())->zoomBy(3.0);
        made->run(QStringLiteral("compareSlider"));
        kept = made->pairView().value_or(domain::PairView{});
    }
    ui::CompareDesk again(*m_loader);
    again.resize(1200, 700);
    again.show();
    QVERIFY(QTest::qWaitForWindowActive(&again));
    again.setPairViews({kept});
    QSignalSpy told(&again, &ui::CompareDesk::pairLeft);
    again.right()->setItems({itemOf("m1", "right", domain::Party::Merchant)});
    again.left()->setItems({itemOf("b1", "left", domain::Party::Buyer)});
    domain::Citation place;
    place.exhibit = QStringLiteral("b1");
    place.sha256 = "left";
    place.region = QRect(1200, 900, 80, 60);
    again.left()->viewer()->goTo(place, QStringLiteral("cited")); // before its pixels are there
    QTRY_VERIFY(again.pairView());
    QCOMPARE(canvasOf(again.left())->viewState().center, QRectF(*place.region).center());
    QVERIFY(!overlay(again)->isVisible()); // a place is pointed out on its own picture
    const auto now = again.pairView();
    QCOMPARE(now->alignment, kept.alignment); // the other goes along
    QVERIFY(told.isEmpty()); // and the pair stays as it was kept
    canvasOf(again.left())->zoomBy(0.8);
    QTRY_COMPARE(told.size(), 1);
}

void TstCompare::pairIsRestoredToThePixel()
{
    domain::PairView kept;
    QImage leftBefore, rightBefore, sliderBefore;
    {
        const auto made = desk("left", "right");
        made->sync()->align({0.6, 37.0, true, QPointF(700, 200)});
        canvasOf(made->left())->zoomBy(3.0);
        QTest::keyClick(canvasOf(made->right()), Qt::Key_Left);
        QVERIFY(isSharp(*made));
        dropFocus();
        leftBefore = canvasOf(made->left())->grab().toImage();
        rightBefore = canvasOf(made->right())->grab().toImage();
        made->run(QStringLiteral("compareSlider"));
        value(*made)->setValue(33.3);
        sliderBefore = overlay(*made)->grab().toImage();
        kept = made->pairView().value_or(domain::PairView{});
        QCOMPARE(kept.sliderPermille, 333);
    }
    const auto again = desk("left", "right");
    again->setPairViews({kept});
    QTRY_COMPARE(again->pairView().value_or(domain::PairView{}), kept);
    QVERIFY(overlay(*again)->isVisible());
    QVERIFY(isSharp(*again));
    overlay(*again)->setFocus();
    QCOMPARE(overlay(*again)->grab().toImage(), sliderBefore);
    again->showPanes();
    dropFocus();
    QCoreApplication::processEvents();
    QCOMPARE(canvasOf(again->left())->grab().toImage(), leftBefore);
    QCOMPARE(canvasOf(again->right())->grab().toImage(), rightBefore);
    // And it goes on from there, exactly.
    canvasOf(again->left())->zoomBy(0.7);
    QCOMPARE(again->pairView()->alignment, kept.alignment);
}

void TstCompare::swappedPairIsRestoredByTheInverse()
{
    domain::PairView kept;
    {
        const auto made = desk("left", "right");
        made->sync()->align({0.6, 37.0, true, QPointF(700, 200)});
        kept = made->pairView().value_or(domain::PairView{});
    }
    auto again = std::make_unique<ui::CompareDesk>(*m_loader);
    again->resize(1200, 700);
    again->show();
    again->setPairViews({kept});
    again->left()->setItems({itemOf("m1", "right", domain::Party::Merchant)});
    again->right()->setItems({itemOf("b1", "left", domain::Party::Buyer)});
    QTRY_VERIFY(again->pairView());
    QCOMPARE(again->pairView()->alignment, kept.alignment.inverted());
    // What is told of it stands the way round it is stored: one pair is one row.
    QSignalSpy left(again.get(), &ui::CompareDesk::pairLeft);
    canvasOf(again->left())->zoomBy(1.5);
    QTRY_COMPARE(left.size(), 1);
    QCOMPARE(left.first().first().value<domain::PairView>().left, QStringLiteral("b1"));
}

/// It was left in narrow panes, beside the listing's.
void TstCompare::fittedPairFitsThePanesOfNow()
{
    const auto made = desk("left", "right");
    ui::PictureCanvas *a = canvasOf(made->left()), *b = canvasOf(made->right());
    domain::PairView kept = made->pairView().value_or(domain::PairView{});
    QVERIFY(kept.leftView.isFitted() && kept.rightView.isFitted());
    kept.leftView.rotation = 90.0;
    kept.leftView.zoom *= 0.4;
    kept.rightView.zoom *= 0.4;
    kept.rightView.tone.inverted = true;
    kept.alignment = domain::alignmentOf(kept.leftView, kept.rightView);
    QSignalSpy told(made.get(), &ui::CompareDesk::pairLeft), leftTold(made->left()->viewer(), &ui::ViewerWidget::viewLeft),
        rightTold(made->right()->viewer(), &ui::ViewerWidget::viewLeft);
    made->setPairViews({kept});
    QVERIFY(made->pairView());
    QVERIFY(a->viewState().isFitted() && b->viewState().isFitted());
    QCOMPARE(a->viewState().rotation, 90.0);
    QVERIFY(b->viewState().tone.inverted);
    const double ratio = a->devicePixelRatioF();
    QCOMPARE(a->viewState().zoom, std::min(a->width() / 1200.0, a->height() / 1600.0) * ratio); // 1600 x 1200, on its side
    QCOMPARE(b->viewState().zoom, std::min(b->width() / 900.0, b->height() / 1300.0) * ratio);
    made->left()->setItems({});
    made->right()->setItems({});
    QCOMPARE(told.size() + leftTold.size() + rightTold.size(), 0); // no doing of the reader's
}

void TstCompare::fittedSideLeadsTheOther()
{
    const auto made = desk("left", "right");
    const domain::PairView fitted = made->pairView().value_or(domain::PairView{});
    for (const bool leftFits : {true, false}) {
        domain::PairView kept = fitted;
        kept.leftView.zoom *= 0.4;
        kept.rightView.zoom *= 0.4;
        ui::ViewState &placed = leftFits ? kept.rightView : kept.leftView;
        placed.fit = domain::ViewFit::Free;
        placed.zoom *= 1.7;
        placed.rotation = 30.0;
        kept.alignment = domain::alignmentOf(kept.leftView, kept.rightView);
        made->setPairViews({kept});
        const ui::ViewState left = canvasOf(made->left())->viewState(), right = canvasOf(made->right())->viewState();
        const double zoom = (leftFits ? left : right).zoom, before = (leftFits ? fitted.leftView : fitted.rightView).zoom;
        QVERIFY2(std::abs(zoom - before) < 1e-9, qPrintable(QString::number(zoom)));
        const ui::ViewState wish = domain::rightFor(left, kept.alignment, right);
        QVERIFY(std::abs(wish.zoom - right.zoom) < 1e-9 && std::abs(wish.rotation - right.rotation) < 1e-6);
        QVERIFY(std::hypot(wish.center.x() - right.center.x(), wish.center.y() - right.center.y()) < 1e-6);
        QCOMPARE(made->pairView()->alignment, kept.alignment);
    }
}

void TstCompare::otherBytesAreNotRestored()
{
    const auto made = desk("left", "right");
    domain::PairView old = made->pairView().value_or(domain::PairView{});
    old.rightSha256 = "another file";
    old.alignment.rotation = 45.0;
    old.pins = {{QPointF(1, 1), QPointF(2, 2)}};
    const domain::PairView before = made->pairView().value_or(domain::PairView{});
    made->setPairViews({old});
    QVERIFY(made->pairView());
    QCOMPARE(made->pairView()->alignment, before.alignment);
    QVERIFY(made->pairView()->pins.isEmpty());
    QVERIFY2(bar(*made)->said().contains(QStringLiteral("not the one that was compared before")), qPrintable(bar(*made)->said()));
}

void TstCompare::pairIsToldOnlyOfWhatTheReaderDid()
{
    const auto made = desk("left", "right");
    QSignalSpy left(made.get(), &ui::CompareDesk::pairLeft);
    made->resize(1100, 650);
    QVERIFY(!left.wait(600)); // longer than a pair rests before it is told of
    canvasOf(made->left())->zoomBy(2.0);
    canvasOf(made->left())->zoomBy(1.1);
    QTRY_COMPARE(left.size(), 1);
    QCOMPARE(left.first().first().value<domain::PairView>(), made->pairView().value_or(domain::PairView{}));
    // Left before it rests: told at once, as it stood.
    canvasOf(made->left())->zoomBy(1.1);
    const domain::PairView last = made->pairView().value_or(domain::PairView{});
    made->right()->setItems({itemOf("m2", "other", domain::Party::Merchant)});
    QCOMPARE(left.size(), 2);
    QCOMPARE(left.last().first().value<domain::PairView>(), last);
    // And back again within the same case it is as it was left.
    QTRY_VERIFY(made->pairView());
    made->right()->setItems({itemOf("m1", "right", domain::Party::Merchant)});
    QTRY_VERIFY(made->pairView() && made->pairView()->right == QStringLiteral("m1"));
    QCOMPARE(made->pairView()->leftView, last.leftView);
    QCOMPARE(made->pairView()->rightView, last.rightView);
}

void TstCompare::everyControlHasAName()
{
    const auto made = desk("left", "right");
    made->run(QStringLiteral("comparePins"));
    const auto check = [&made] {
        for (const QWidget *widget : made->findChildren<QWidget *>()) {
            const bool ours = bar(*made)->isAncestorOf(widget) || widget == overlay(*made);
            if (!ours || widget->focusPolicy() == Qt::NoFocus || widget->objectName() == QStringLiteral("qt_spinbox_lineedit"))
                continue;
            const bool needsNone = widget->objectName() == QStringLiteral("compareValue") && !widget->isVisible();
            QVERIFY2(needsNone || !widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    };
    check();
    made->run(QStringLiteral("compareDifference"));
    check();
    // The words follow the language while they are on show.
    const QString english = bar(*made)->action(QStringLiteral("compareSlider"))->text();
    const QString said = bar(*made)->said();
    QVERIFY(!value(*made)->accessibleName().isEmpty());
    const QString name = value(*made)->accessibleName();
    {
        const Speaking chinese(true);
        QCoreApplication::processEvents();
        QVERIFY(bar(*made)->action(QStringLiteral("compareSlider"))->text() != english);
        QVERIFY(bar(*made)->said() != said);
        QVERIFY(value(*made)->accessibleName() != name);
    }
}

QObject *make_tst_compare();
QObject *make_tst_compare()
{
    return new TstCompare;
}

#include "tst_compare.moc"
