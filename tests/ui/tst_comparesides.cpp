// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparing.h"

#include "../../ui/casefile/pairmemory.h"

#include <QtTest/QSignalSpy>

using namespace arb;
using namespace arb::tests;

/// Which picture of a pair is on which side: exchanged by the reader it stays so, also when the case is opened again.
class TstCompareSides : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_loader = comparedPictures(); }
    void cleanup() { m_loader.reset(); }
    void memoryKnowsTheWayRound();
    void swappedSidesComeBack();
    void sidesAreNotExchangedUnderTheReader();

private:
    std::unique_ptr<FakeLoader> m_loader;
};

void TstCompareSides::memoryKnowsTheWayRound()
{
    using Sides = ui::PairMemory::Sides;
    domain::PairView pair;
    pair.left = QStringLiteral("b1");
    pair.right = QStringLiteral("m1");
    const domain::PairView other = ui::swapped(pair);
    ui::PairMemory memory;
    QVERIFY(!memory.keep(pair).swapped);
    QVERIFY(memory.keep(other).swapped);
    QCOMPARE(memory.keep(other).left, QStringLiteral("b1")); // one row, whichever way round
    QVERIFY(memory.keep(pair, Sides::Untold).swapped);       // as it was known
    QVERIFY(memory.find(pair).pair->swapped);
    QVERIFY(!memory.find(other).pair->swapped); // that is how it was left
    QVERIFY(!memory.keep(other, Sides::Exchanged).swapped);
    QVERIFY(!memory.find(pair).pair->swapped);
    QVERIFY(memory.keep(pair, Sides::Exchanged).swapped);
}

/// A pair left with its sides exchanged: b1 on the left, m1 on the right, as it is stored, and swapped.
static domain::PairView swappedPair(FakeLoader &loader)
{
    const auto made = compareDesk(loader, "left", "right");
    made->sync()->align({0.6, 37.0, true, QPointF(700, 200)});
    QSignalSpy told(made.get(), &ui::CompareDesk::pairLeft);
    made->run(QStringLiteral("compareSwap")); // and nothing else
    return told.isEmpty() ? domain::PairView{} : told.last().first().value<domain::PairView>();
}

void TstCompareSides::swappedSidesComeBack()
{
    const domain::PairView kept = swappedPair(*m_loader);
    QCOMPARE(kept.left, QStringLiteral("b1"));
    QVERIFY(kept.swapped);
    for (const bool knownLate : {false, true}) { // the store may answer before or after the pixels
        ui::CompareDesk again(*m_loader);
        again.resize(1200, 700);
        again.show();
        QSignalSpy told(&again, &ui::CompareDesk::pairLeft);
        if (!knownLate)
            again.setPairViews({kept});
        again.left()->setItems({itemOf("b1", "left", domain::Party::Buyer)});
        again.right()->setItems({itemOf("m1", "right", domain::Party::Merchant)});
        if (knownLate) {
            QTRY_VERIFY(again.pairView());
            QCOMPARE(again.pairView()->left, QStringLiteral("b1"));
            again.setPairViews({kept});
        }
        QTRY_VERIFY(again.pairView() && again.pairView()->left == QStringLiteral("m1"));
        QCOMPARE(again.pairView()->right, QStringLiteral("b1"));
        QCOMPARE(again.pairView()->alignment, kept.alignment.inverted());
        QVERIFY(told.isEmpty()); // the reader did nothing
        canvasOf(again.left())->zoomBy(1.5);
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(told.last().first().value<domain::PairView>().swapped);
        // Exchanged once more they are as they were handed in.
        again.run(QStringLiteral("compareSwap"));
        QCOMPARE(told.size(), 2);
        QCOMPARE(told.last().first().value<domain::PairView>().left, QStringLiteral("b1"));
        QVERIFY(!told.last().first().value<domain::PairView>().swapped);
    }
}

void TstCompareSides::sidesAreNotExchangedUnderTheReader()
{
    const domain::PairView kept = swappedPair(*m_loader);
    QVERIFY(kept.swapped);
    ui::CompareDesk again(*m_loader);
    again.resize(1200, 700);
    again.show();
    again.setPairViews({kept});
    again.right()->setItems({itemOf("m1", "right", domain::Party::Merchant)});
    again.left()->setItems({itemOf("b2", "other", domain::Party::Buyer), itemOf("b1", "left", domain::Party::Buyer)});
    QTRY_VERIFY(again.pairView());
    // Whoever asks for it on this side gets it on this side.
    QVERIFY(again.left()->showExhibit(QStringLiteral("b1"), domain::ExhibitKind::Image));
    QTRY_VERIFY(again.pairView() && again.pairView()->left == QStringLiteral("b1"));
    QCOMPARE(again.pairView()->alignment, kept.alignment);
    // Nor are they for whoever comes from a citation of one of them.
    ui::CompareDesk cited(*m_loader);
    cited.resize(1200, 700);
    cited.show();
    cited.setPairViews({kept});
    cited.right()->setItems({itemOf("m1", "right", domain::Party::Merchant)});
    cited.left()->setItems({itemOf("b1", "left", domain::Party::Buyer)});
    domain::Citation place;
    place.exhibit = QStringLiteral("b1");
    place.sha256 = "left";
    place.region = QRect(1200, 900, 80, 60);
    cited.left()->viewer()->goTo(place, QStringLiteral("cited"));
    QTRY_VERIFY(cited.pairView());
    QCOMPARE(cited.pairView()->left, QStringLiteral("b1"));
}

QObject *make_tst_comparesides();
QObject *make_tst_comparesides()
{
    return new TstCompareSides;
}

#include "tst_comparesides.moc"
