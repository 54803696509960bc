// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparing.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QTabBar>

using namespace arb;
using namespace arb::tests;

/// What a side of the desk does when the open case changes under the reader.
class TstEvidencepane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsHandedInLeavesThePlace();
    void whatWentAwayMakesRoom();
    void anotherCaseBeginsAnew();
    void theSameFileInAnotherCaseIsShownAnew();
    void guestStays();
};

static QString shownOn(const ui::EvidencePane *pane)
{
    return pane->current() ? pane->current()->exhibitId : QString();
}

/// As itemOf(), in a case whose pictures are those of @p ids.
static ui::EvidencePane::Item itemAmong(const QStringList &ids, const char *id, const QByteArray &digest)
{
    ui::EvidencePane::Item item = itemOf(id, digest, domain::Party::Buyer);
    for (const QString &one : ids)
        item.ref.pictures.insert(one, "digest");
    return item;
}

void TstEvidencepane::whatIsHandedInLeavesThePlace()
{
    const auto loader = comparedPictures();
    const auto desk = compareDesk(*loader, "left", "right");
    ui::EvidencePane *pane = desk->left();
    const QStringList before{QStringLiteral("b1"), QStringLiteral("b2")}, after{QStringLiteral("b0"), QStringLiteral("b1"), QStringLiteral("b2"), QStringLiteral("b3")};
    pane->setItems({itemAmong(before, "b1", "left"), itemAmong(before, "b2", "other")});
    pane->step(1);
    QTRY_VERIFY(shownOn(pane) == u"b2" && pane->viewer()->viewState());
    QVERIFY(isSharp(*desk));
    canvasOf(pane)->zoomBy(3.0);
    const ui::ViewState view = *pane->viewer()->viewState();
    QSignalSpy changed(pane, &ui::EvidencePane::viewerChanged);
    const int asked = static_cast<int>(loader->askedTargets.size());
    pane->setItems({itemAmong(after, "b0", "third"), itemAmong(after, "b1", "left"), itemAmong(after, "b2", "other"), itemAmong(after, "b3", "third")}, true);
    QCOMPARE(shownOn(pane), QStringLiteral("b2"));
    QCOMPARE(pane->findChild<QTabBar *>()->currentIndex(), 2);
    QCOMPARE(pane->findChild<QTabBar *>()->count(), 4);
    QCOMPARE(changed.size(), 0);
    QCoreApplication::processEvents(); // whatever was asked of the loader would come now
    QCOMPARE(*pane->viewer()->viewState(), view);
    QCOMPARE(loader->askedTargets.size(), asked);
}

void TstEvidencepane::whatWentAwayMakesRoom()
{
    const auto loader = comparedPictures();
    const auto desk = compareDesk(*loader, "left", "right");
    ui::EvidencePane *pane = desk->left();
    pane->setItems({itemOf("b2", "other", domain::Party::Buyer)}, true);
    QCOMPARE(shownOn(pane), QStringLiteral("b2"));
    QCOMPARE(pane->viewer()->shown().exhibitId, QStringLiteral("b2"));
    pane->setItems({}, true);
    QVERIFY(!pane->viewer());
}

void TstEvidencepane::anotherCaseBeginsAnew()
{
    const auto loader = comparedPictures();
    const auto desk = compareDesk(*loader, "left", "right");
    ui::EvidencePane *pane = desk->left();
    pane->setItems({itemOf("b1", "left", domain::Party::Buyer), itemOf("b2", "other", domain::Party::Buyer)});
    pane->step(1);
    QCOMPARE(shownOn(pane), QStringLiteral("b2"));
    pane->setItems({itemOf("b0", "third", domain::Party::Buyer), itemOf("b2", "other", domain::Party::Buyer)});
    QCOMPARE(shownOn(pane), QStringLiteral("b0"));
}

/// Two parties hand in the same file: nobody has seen it in the second case yet.
void TstEvidencepane::theSameFileInAnotherCaseIsShownAnew()
{
    const auto loader = comparedPictures();
    const auto desk = compareDesk(*loader, "left", "right");
    ui::EvidencePane *pane = desk->left();
    QVERIFY(isSharp(*desk));
    QSignalSpy seen(pane->viewer(), &ui::ViewerWidget::seen), turned(pane, &ui::EvidencePane::evidenceTurned);
    pane->setItems({itemOf("b1", "left", domain::Party::Buyer)});
    QCOMPARE(turned.size(), 1);
    QTRY_COMPARE(seen.size(), 1);
    pane->setItems({itemOf("b1", "left", domain::Party::Buyer)}, true);
    QCoreApplication::processEvents(); // whatever was asked of the loader would come now
    QCOMPARE(turned.size(), 1);
    QCOMPARE(seen.size(), 1);
}

void TstEvidencepane::guestStays()
{
    const auto loader = comparedPictures();
    const auto desk = compareDesk(*loader, "left", "right");
    ui::EvidencePane *pane = desk->left();
    const ui::EvidencePane::Item guest = itemOf("m1", "right", domain::Party::Merchant);
    pane->setOffers({guest});
    QVERIFY(pane->showOffer(1));
    pane->setItems({itemOf("b1", "left", domain::Party::Buyer), itemOf("b2", "other", domain::Party::Buyer)}, true);
    QCOMPARE(shownOn(pane), QStringLiteral("m1"));
    QCOMPARE(pane->findChild<QTabBar *>()->count(), 3);
    pane->setOffers({}); // it was taken out of the case
    pane->setItems({itemOf("b1", "left", domain::Party::Buyer)}, true);
    QCOMPARE(shownOn(pane), QStringLiteral("b1"));
}

QObject *make_tst_evidencepane();
QObject *make_tst_evidencepane()
{
    return new TstEvidencepane;
}

#include "tst_evidencepane.moc"
