// SPDX-License-Identifier: GPL-3.0-or-later
#include "seat.h"

#include "../../ui/casefile/casepanel.h"
#include "../../ui/casefile/evidencepane.h"
#include "../../ui/viewing/picturecanvas.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>

using namespace arb;
using namespace arb::tests;

/// Exactly one pane is marked as the one that keys and citing work on, and it is the one with the keyboard.
class TstActivePane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void emptyPaneIsActivatedByAClick();
    void keyGoesRoundAllPanes();
    void hiddenPaneIsNotActive();
    void anotherCaseLeavesOneActive();
    void buttonsOfAPaneBringTheKeyboard();
    void tabsOfAPaneBringTheKeyboard();
    void whatIsCoveredWasNotShown();
    void pictureOfTheListingThatIsAnExhibitIsThere();

private:
    ui::EvidencePane *pane(const char *side) const { return m_seat->find<ui::EvidencePane>(side); }
    /// The one marked pane, as what its name begins with; "none" or "several" tell otherwise.
    QString active() const
    {
        QStringList names;
        for (const char *side : {"buyer", "listing", "merchant"}) {
            if (pane(QByteArray(QByteArray(side) + "Pane").constData())->isActive())
                names.append(QString::fromLatin1(side));
        }
        return names.size() == 1 ? names.first() : names.isEmpty() ? QStringLiteral("none") : QStringLiteral("several");
    }
    /// The pane with the keyboard, in the same words.
    QString withKeyboard() const
    {
        for (const char *side : {"buyer", "listing", "merchant"}) {
            if (pane(QByteArray(QByteArray(side) + "Pane").constData())->hasFocusInside())
                return QString::fromLatin1(side);
        }
        return QStringLiteral("none");
    }
    domain::CaseId admit(const char *caseNo)
    {
        const domain::CaseId id = m_desk->admit(QString::fromLatin1(caseNo), [](domain::CaseFile &file) {
            file.exhibits[0].kind = domain::ExhibitKind::Image;
            file.order.listing.images.clear();
        });
        m_desk->claim(m_desk->lin, id);
        return id;
    }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
    domain::CaseId m_first, m_second;
};

void TstActivePane::init()
{
    m_desk = std::make_unique<SmallDesk>();
    m_first = admit("D-1");
    m_second = admit("D-2");
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    QVERIFY(m_seat->show());
    QVERIFY(m_seat->open(m_first));
    QTRY_VERIFY(pane("buyerPane")->viewer() && pane("buyerPane")->viewer()->viewState());
    m_seat->trigger("compareThird");
    QTRY_VERIFY(pane("listingPane")->isVisible());
    QVERIFY(!pane("listingPane")->viewer()); // the listing came without a picture
    pane("buyerPane")->focusEvidence();
    QCOMPARE(active(), QStringLiteral("buyer"));
}

void TstActivePane::cleanup()
{
    m_seat.reset();
    m_desk.reset();
}

void TstActivePane::emptyPaneIsActivatedByAClick()
{
    QTest::mouseClick(m_seat->find<QLabel>("listingEmpty"), Qt::LeftButton);
    QCOMPARE(active(), QStringLiteral("listing"));
    QCOMPARE(withKeyboard(), QStringLiteral("listing"));
    // On what says whose pane it is, too.
    QTest::mouseClick(pane("buyerPane")->findChild<QLabel *>(QString(), Qt::FindDirectChildrenOnly), Qt::LeftButton);
    QCOMPARE(active(), QStringLiteral("buyer"));
    QCOMPARE(withKeyboard(), QStringLiteral("buyer"));
}

void TstActivePane::keyGoesRoundAllPanes()
{
    for (const char *next : {"listing", "merchant", "buyer", "listing"}) {
        m_seat->trigger("otherSide");
        QCOMPARE(active(), QString::fromLatin1(next));
        QCOMPARE(withKeyboard(), QString::fromLatin1(next));
    }
}

void TstActivePane::hiddenPaneIsNotActive()
{
    m_seat->trigger("otherSide");
    QCOMPARE(active(), QStringLiteral("listing"));
    m_seat->trigger("compareThird");
    QVERIFY(!pane("listingPane")->isVisible());
    QCOMPARE(active(), QStringLiteral("buyer"));
    QCOMPARE(withKeyboard(), QStringLiteral("buyer"));
}

void TstActivePane::anotherCaseLeavesOneActive()
{
    m_seat->trigger("otherSide");
    QVERIFY(m_seat->open(m_second));
    QCOMPARE(active(), QStringLiteral("listing"));
    QCOMPARE(withKeyboard(), QStringLiteral("listing"));
}

/// The keyboard is on one side while a button of another is clicked, which takes no focus itself.
void TstActivePane::buttonsOfAPaneBringTheKeyboard()
{
    QTest::mouseClick(m_seat->find<QToolButton>("merchantFacts"), Qt::LeftButton);
    QCOMPARE(active(), QStringLiteral("merchant"));
    QCOMPARE(withKeyboard(), QStringLiteral("merchant"));
}

/// Tabs take no focus by a click either, neither one that turns the exhibit nor the one on show.
void TstActivePane::tabsOfAPaneBringTheKeyboard()
{
    const auto click = [this](const char *tabs, int index) {
        auto *bar = m_seat->find<QTabBar>(tabs);
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(index).center());
        return bar->currentIndex();
    };
    QVERIFY(m_seat->find<QTabBar>("buyerExhibits")->count() > 1);
    pane("merchantPane")->focusEvidence();
    QCOMPARE(active(), QStringLiteral("merchant"));
    QCOMPARE(click("buyerExhibits", 1), 1);
    QCOMPARE(active(), QStringLiteral("buyer"));
    QCOMPARE(withKeyboard(), QStringLiteral("buyer"));
    pane("merchantPane")->focusEvidence();
    QCOMPARE(active(), QStringLiteral("merchant"));
    QCOMPARE(click("buyerExhibits", 1), 1); // it is on show already
    QCOMPARE(active(), QStringLiteral("buyer"));
    QCOMPARE(withKeyboard(), QStringLiteral("buyer"));
    QVERIFY(pane("buyerPane")->viewer()->isAncestorOf(QApplication::focusWidget()) || pane("buyerPane")->viewer()->hasFocus());
}

void TstActivePane::whatIsCoveredWasNotShown()
{
    auto *panel = m_seat->find<ui::CasePanel>("casePanel");
    panel->setCare(ui::Care::Grey);
    QSignalSpy turned(panel, &ui::CasePanel::exhibitTurned);
    m_seat->trigger("nextExhibit");
    m_seat->trigger("previousExhibit");
    QVERIFY(pane("buyerPane")->viewer()->isCovered());
    QCOMPARE(turned.size(), 1);
    QTRY_VERIFY(pane("buyerPane")->viewer()->viewState()); // the picture is there
    QVERIFY(!pane("buyerPane")->isSeen());
    m_seat->trigger("look");
    QCOMPARE(pane("buyerPane")->current()->exhibitId, QStringLiteral("b1"));
    QVERIFY(pane("buyerPane")->isSeen());
}

/// case.json names the same file as a picture of the listing and as an exhibit.
void TstActivePane::pictureOfTheListingThatIsAnExhibitIsThere()
{
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-3"), [](domain::CaseFile &file) {
        file.exhibits[0].kind = domain::ExhibitKind::Image;
        file.order.listing.images = {file.exhibits[0].file};
    });
    m_desk->claim(m_desk->lin, id);
    QVERIFY(m_seat->open(id));
    QTRY_VERIFY(pane("listingPane")->viewer());
    QVERIFY(!m_seat->find<QLabel>("listingEmpty")->isVisible());
}

QObject *make_tst_activepane();
QObject *make_tst_activepane()
{
    return new TstActivePane;
}

#include "tst_activepane.moc"
