// SPDX-License-Identifier: GPL-3.0-or-later
#include "seat.h"

#include <ui/theme.h>

#include <QtCore/QScopeGuard>
#include <QtGui/QClipboard>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace arb;
using namespace arb::tests;

/// The facts card of the exhibit on show: opened by a key, on the side that is looked at, its place hidden until asked for.
class TstFactsPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keyOpensItOnTheSideLookedAt();
    void buttonOpensItOnItsSide();
    void placeIsHiddenAgainWithTheNextExhibit();
    void linesCanBeReadAloudAndCopied();
    void chatHasNoFile();
    void windowRemembersIt();
    void themeChangesWhileItRuns();

private:
    QWidget *card(const char *pane) const { return m_seat->find(pane)->findChild<QWidget *>(QStringLiteral("factsCard")); }
    QStringList values(const char *pane) const
    {
        QStringList texts;
        for (const QLabel *label : card(pane)->findChildren<QLabel *>(QStringLiteral("factValue"))) {
            if (!label->isHidden())
                texts.append(label->text());
        }
        return texts;
    }
    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
};

void TstFactsPanel::init()
{
    m_desk = std::make_unique<SmallDesk>();
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    QVERIFY(m_seat->show());
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"), [](domain::CaseFile &file) {
        domain::Exhibit first = file.exhibits.constFirst();
        first.kind = domain::ExhibitKind::Image;
        first.facts = {{QStringLiteral("hasPlace"), true}, {QStringLiteral("latitudeE6"), 35'762'140}, {QStringLiteral("longitudeE6"), 109'432'870},
                       {QStringLiteral("capturedAt"), QStringLiteral("2026-10-05T10:00:00+08:00")}};
        domain::Exhibit second = first;
        second.id = QStringLiteral("b2");
        domain::Exhibit theirs = first;
        theirs.id = QStringLiteral("m1");
        theirs.party = domain::Party::Merchant;
        theirs.facts = {{QStringLiteral("device"), QStringLiteral("Baihe BH Note 9")}};
        file.exhibits = {first, second, theirs};
    });
    QVERIFY(m_seat->open(id));
}

void TstFactsPanel::cleanup()
{
    m_seat.reset();
    m_desk.reset();
}

void TstFactsPanel::keyOpensItOnTheSideLookedAt()
{
    QVERIFY(card("buyerPane")->isHidden());
    m_seat->press(Qt::Key_I);
    QTRY_VERIFY(card("buyerPane")->isVisible());
    QVERIFY(card("merchantPane")->isHidden());
    m_seat->trigger("otherSide");
    QTRY_VERIFY(card("merchantPane")->isVisible());
    QVERIFY(card("buyerPane")->isHidden());
    QVERIFY(values("merchantPane").contains(QStringLiteral("Baihe BH Note 9")));
    m_seat->trigger("factsCard");
    QVERIFY(card("merchantPane")->isHidden());
}

void TstFactsPanel::buttonOpensItOnItsSide()
{
    m_seat->find<QToolButton>("merchantFacts")->click();
    QVERIFY(card("merchantPane")->isVisible());
    QVERIFY(!m_seat->find<QToolButton>("buyerFacts")->isChecked());
    m_seat->find<QToolButton>("buyerFacts")->click(); // over to the other side, still open
    QVERIFY(card("buyerPane")->isVisible());
    QVERIFY(card("merchantPane")->isHidden());
    m_seat->find<QToolButton>("buyerFacts")->click();
    QVERIFY(card("buyerPane")->isHidden());
}

void TstFactsPanel::placeIsHiddenAgainWithTheNextExhibit()
{
    m_seat->trigger("factsCard");
    auto *reveal = card("buyerPane")->findChild<QPushButton *>(QStringLiteral("revealPlace"));
    QVERIFY(reveal->isVisible());
    const auto tells = [this](const char *digits) { return values("buyerPane").join(u' ').contains(QLatin1StringView(digits)); };
    QVERIFY(tells("35.8") && !tells("35.76214"));
    reveal->setFocus();
    reveal->click();
    QVERIFY(tells("35.76214"));
    QVERIFY(reveal->isHidden());
    QVERIFY(card("buyerPane")->isAncestorOf(QApplication::focusWidget())); // the keyboard did not fall out
    m_seat->trigger("nextExhibit");
    QVERIFY(!tells("35.76214"));
    m_seat->trigger("previousExhibit");
    QVERIFY(!tells("35.76214"));
    reveal->click();
    m_seat->trigger("factsCard");
    m_seat->trigger("factsCard"); // closed and opened: revealing was for that once
    QVERIFY(!tells("35.76214"));
}

void TstFactsPanel::linesCanBeReadAloudAndCopied()
{
    m_seat->trigger("factsCard");
    for (const QLabel *label : card("buyerPane")->findChildren<QLabel *>(QStringLiteral("factValue"))) {
        if (label->isHidden())
            continue;
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(label->accessibleName().endsWith(label->text()));
        QVERIFY(label->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
    }
    card("buyerPane")->findChild<QPushButton *>(QStringLiteral("copyFacts"))->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QString(64, u'a'))); // the whole digest, of which the card shows the ends
}

void TstFactsPanel::chatHasNoFile()
{
    m_seat->trigger("factsCard");
    for (int n = 0; n < 2; ++n)
        m_seat->trigger("nextExhibit"); // past both pictures to the chat
    QVERIFY(values("buyerPane").isEmpty());
    QVERIFY(card("buyerPane")->findChild<QPushButton *>(QStringLiteral("copyFacts"))->isHidden());
}

void TstFactsPanel::windowRemembersIt()
{
    const QByteArray closed = m_seat->window->looks();
    m_seat->trigger("factsCard");
    const QByteArray open = m_seat->window->looks();
    QVERIFY(open != closed);
    m_seat->window->restoreLooks(closed);
    QVERIFY(card("buyerPane")->isHidden());
    m_seat->window->restoreLooks(open);
    QVERIFY(card("buyerPane")->isVisible());
    QVERIFY(m_seat->window->looks() != closed);
}

void TstFactsPanel::themeChangesWhileItRuns()
{
    const QPalette before = QApplication::palette();
    const auto back = qScopeGuard([before] { QApplication::setPalette(before); });
    const auto choose = [](bool dark) { ui::applyTheme(*qApp, dark ? ui::ThemeMode::Dark : ui::ThemeMode::Light); };
    const auto ground = [this] { return card("buyerPane")->grab().toImage().pixelColor(2, 3).name(); }; // left of its heading
    choose(false);
    m_seat->trigger("factsCard");
    QTRY_VERIFY(card("buyerPane")->isVisible());
    QCOMPARE(ground(), ui::tokens(false).surface.name());
    choose(true); // while it is shown
    QCOMPARE(ground(), ui::tokens(true).surface.name());
    m_seat->trigger("factsCard");
    QVERIFY(card("buyerPane")->isHidden());
    choose(false); // while it is hidden
    m_seat->trigger("factsCard");
    QTRY_VERIFY(card("buyerPane")->isVisible());
    QCOMPARE(ground(), ui::tokens(false).surface.name());
}

QObject *make_tst_factspanel()
{
    return new TstFactsPanel;
}

#include "tst_factspanel.moc"
