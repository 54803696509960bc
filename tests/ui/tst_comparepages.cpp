// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparing.h"

#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QLineEdit>

using namespace arb;
using namespace arb::tests;

/// What is aligned belongs to two pages: whichever comes next on one side, the other stands as it was left, and so it is remembered.
class TstComparePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_loader.reset(); }
    void nextPageMovesNothingOnTheOtherSide_data();
    void nextPageMovesNothingOnTheOtherSide();
    void nextPageMovesNotTheThird();
    void nextExhibitMovesNotTheThird();
    void whatIsFoundIsInViewHoweverThePairWasLeft();

private:
    static ui::EvidencePane::Item documentOf(const char *id, const QByteArray &digest, domain::Party party);
    static void turn(const ui::EvidencePane *pane, const char *way) { pane->viewer()->findChild<QAction *>(QLatin1StringView(way))->trigger(); }
    static bool isAt(const ui::CompareDesk &desk, const QString &left, int page)
    {
        return QTest::qWaitFor([&] {
            const std::optional<domain::PairView> pair = desk.pairView();
            return pair && pair->left == left && pair->leftPage == page;
        });
    }

    std::unique_ptr<FakeLoader> m_loader;
};

void TstComparePages::init()
{
    m_loader = comparedPictures();
    const ui::Picture sheet = FakeLoader::fullPicture(patternImage(QSize(595, 842))), slip = FakeLoader::fullPicture(patternImage(QSize(120, 90)));
    m_loader->documents.insert("plain", {sheet});
    m_loader->documents.insert("mixed", {sheet, sheet, slip, sheet});
    m_loader->documents.insert("their", {sheet});
}

ui::EvidencePane::Item TstComparePages::documentOf(const char *id, const QByteArray &digest, domain::Party party)
{
    ui::EvidencePane::Item item = itemOf(id, digest, party);
    item.ref.kind = domain::ExhibitKind::Document;
    return item;
}

void TstComparePages::nextPageMovesNothingOnTheOtherSide_data()
{
    QTest::addColumn<bool>("second"); // the pane's viewer has shown another document before
    QTest::newRow("first document") << false;
    QTest::newRow("second document") << true;
}

void TstComparePages::nextPageMovesNothingOnTheOtherSide()
{
    QFETCH(bool, second);
    ui::CompareDesk desk(*m_loader);
    desk.resize(1200, 700);
    desk.show();
    QVERIFY(QTest::qWaitForWindowActive(&desk));
    QList<ui::EvidencePane::Item> items{documentOf("b2", "mixed", domain::Party::Buyer)};
    if (second)
        items.prepend(documentOf("b1", "plain", domain::Party::Buyer));
    desk.left()->setItems(items);
    desk.right()->setItems({documentOf("m1", "their", domain::Party::Merchant)});
    QTRY_VERIFY(desk.pairView());
    if (second)
        desk.left()->step(1);
    for (int page = 1; page <= 3; ++page) {
        QVERIFY(isAt(desk, QStringLiteral("b2"), page));
        if (page < 3)
            turn(desk.left(), "documentNext");
    }
    QSignalSpy left(desk.right(), &ui::EvidencePane::viewLeft);
    QSignalSpy told(&desk, &ui::CompareDesk::pairLeft);
    const double fitted = canvasOf(desk.right())->viewState().zoom;
    QTest::keyClick(canvasOf(desk.left()), Qt::Key_Left); // linked: the other goes along
    const domain::ViewState onLeft = canvasOf(desk.left())->viewState(), onRight = canvasOf(desk.right())->viewState();
    QVERIFY(!onRight.isFitted());
    QCOMPARE(onRight.zoom, fitted);

    turn(desk.left(), "documentNext"); // far larger than the slip
    QVERIFY(isAt(desk, QStringLiteral("b2"), 4));
    QCOMPARE(canvasOf(desk.right())->viewState(), onRight);
    QVERIFY(canvasOf(desk.left())->viewState().isFitted());
    QCOMPARE(told.size(), 1);
    const auto pair = told.first().first().value<domain::PairView>();
    QCOMPARE(pair.leftPage, 3);
    QCOMPARE(pair.leftView, onLeft);
    QCOMPARE(pair.rightView, onRight);
    QTRY_VERIFY(!left.isEmpty());
    for (const QList<QVariant> &one : std::as_const(left)) {
        const auto view = one.first().value<domain::ExhibitView>();
        if (view.page > 0) // not just the page that it will be opened at
            QCOMPARE(view.view, onRight);
    }
    // From here on the two of now are linked.
    canvasOf(desk.left())->zoomBy(2.0);
    QVERIFY(std::abs(canvasOf(desk.right())->viewState().zoom - 2.0 * onRight.zoom) < 1e-9);
    turn(desk.left(), "documentPrevious");
    QVERIFY(isAt(desk, QStringLiteral("b2"), 3));
    QCOMPARE(canvasOf(desk.left())->viewState(), onLeft);
    QCOMPARE(canvasOf(desk.right())->viewState(), onRight);
}

void TstComparePages::nextPageMovesNotTheThird()
{
    ui::CompareDesk desk(*m_loader);
    desk.resize(1200, 700);
    desk.show();
    QVERIFY(QTest::qWaitForWindowActive(&desk));
    desk.left()->setItems({documentOf("b2", "mixed", domain::Party::Buyer)});
    desk.right()->setItems({documentOf("m1", "their", domain::Party::Merchant)});
    desk.setThirdItems({itemOf("listing-1", "third", domain::Party::Platform)});
    desk.run(QStringLiteral("compareThird"));
    QTRY_VERIFY(desk.pairView() && desk.third()->viewer() && desk.third()->viewer()->viewState() && canvasOf(desk.third())->width() > 100);
    for (int page = 1; page <= 3; ++page) {
        QVERIFY(isAt(desk, QStringLiteral("b2"), page));
        if (page < 3)
            turn(desk.left(), "documentNext");
    }
    QCoreApplication::processEvents(); // the third has begun, too
    canvasOf(desk.left())->zoomBy(1.5);
    const domain::ViewState third = canvasOf(desk.third())->viewState();
    QVERIFY(!third.isFitted());
    turn(desk.left(), "documentNext");
    QVERIFY(isAt(desk, QStringLiteral("b2"), 4));
    QCoreApplication::processEvents();
    QCOMPARE(canvasOf(desk.third())->viewState(), third);
    canvasOf(desk.left())->zoomBy(2.0);
    QVERIFY(std::abs(canvasOf(desk.third())->viewState().zoom - 2.0 * third.zoom) < 1e-9);
}

void TstComparePages::nextExhibitMovesNotTheThird()
{
    const auto made = compareDesk(*m_loader, "left", "right");
    made->left()->setItems({itemOf("b1", "left", domain::Party::Buyer), itemOf("b2", "plain left", domain::Party::Buyer)});
    made->setThirdItems({itemOf("listing-1", "third", domain::Party::Platform)});
    made->run(QStringLiteral("compareThird"));
    QTRY_VERIFY(made->third()->viewer() && made->third()->viewer()->viewState() && canvasOf(made->third())->width() > 100);
    QVERIFY(isAt(*made, QStringLiteral("b1"), 0));
    QCoreApplication::processEvents();
    canvasOf(made->left())->zoomBy(1.5);
    const domain::ViewState third = canvasOf(made->third())->viewState();
    QVERIFY(!third.isFitted());
    made->left()->step(1);
    QVERIFY(isAt(*made, QStringLiteral("b2"), 0));
    QCoreApplication::processEvents();
    QCOMPARE(canvasOf(made->third())->viewState(), third);
}

void TstComparePages::whatIsFoundIsInViewHoweverThePairWasLeft()
{
    const QRect needle(480, 700, 80, 20);
    m_loader->pageWordLists.insert("mixed", {{}, {ui::PageWord{QStringLiteral("needle"), QRectF(needle)}}, {}, {}});
    ui::CompareDesk desk(*m_loader);
    desk.resize(1200, 700);
    desk.show();
    QVERIFY(QTest::qWaitForWindowActive(&desk));
    desk.left()->setItems({documentOf("b2", "mixed", domain::Party::Buyer)});
    desk.right()->setItems({documentOf("m1", "their", domain::Party::Merchant)});
    QVERIFY(isAt(desk, QStringLiteral("b2"), 1));
    domain::PairView kept = desk.pairView().value_or(domain::PairView{});
    kept.leftPage = 2;
    kept.leftView.zoom = 4.0; // its upper left corner fills the pane
    kept.leftView.center = QPointF(60, 60);
    kept.leftView.fit = domain::ViewFit::Free;
    kept.mode = domain::CompareMode::Overlay;
    desk.setPairViews({kept});
    desk.left()->viewer()->findChild<QLineEdit *>(QStringLiteral("viewerSearch"))->setText(QStringLiteral("needle"));
    QVERIFY(isAt(desk, QStringLiteral("b2"), 2));
    const ui::PictureCanvas *canvas = canvasOf(desk.left());
    QVERIFY(QRectF(canvas->rect()).contains(canvas->toWidget().mapRect(QRectF(needle))));
    QCOMPARE(canvas->viewState().zoom, 4.0);                            // but for the place as it was left
    QCOMPARE(desk.pairView()->mode, domain::CompareMode::SideBySide); // where it is marked
    // Whoever turns to the page by hand has it as it was left.
    turn(desk.left(), "documentPrevious");
    QVERIFY(isAt(desk, QStringLiteral("b2"), 1));
    desk.left()->viewer()->findChild<QLineEdit *>(QStringLiteral("viewerSearch"))->clear();
    desk.setPairViews({kept});
    turn(desk.left(), "documentNext");
    QVERIFY(isAt(desk, QStringLiteral("b2"), 2));
    QCOMPARE(canvas->viewState().center, QPointF(60, 60));
}

QObject *make_tst_comparepages();
QObject *make_tst_comparepages()
{
    return new TstComparePages;
}

#include "tst_comparepages.moc"
