// SPDX-License-Identifier: GPL-3.0-or-later
#include "../presentation/words.h"
#include "seat.h"

#include <presentation/errortext.h>

#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

#include <optional>

using namespace arb;
using namespace arb::tests;
using domain::DisputeState;

/// A case that is stuck with its holder comes to a supervisor, by button and by key, with what was written.
class TstTakeOver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void supervisorTakesOverByKey();
    void buttonSaysItInBothLanguages();
    void closedDialogKeepsTheReason();
    void nothingToTakeOverIsSaid();
    void reviewerIsToldWhoMay();

private:
    Seat &sit(const usecases::Person &who) { return *m_seats.emplace_back(std::make_unique<Seat>(*m_desk, who)); }
    /// Presses the key that the list of keys names.
    static void pressTakeOver(const Seat &seat) { seat.press(Qt::Key_L, Qt::ShiftModifier); }

    std::unique_ptr<SmallDesk> m_desk;
    std::vector<std::unique_ptr<Seat>> m_seats;
    std::optional<Speaking> m_speaking;
    domain::CaseId m_case;
};

void TstTakeOver::init()
{
    m_speaking.emplace(false);
    m_desk = std::make_unique<SmallDesk>();
    m_case = m_desk->admit(QStringLiteral("D-1"));
}

void TstTakeOver::cleanup()
{
    m_seats.clear();
    m_desk.reset();
    m_speaking.reset();
}

void TstTakeOver::supervisorTakesOverByKey()
{
    m_desk->claim(m_desk->lin, m_case);
    Seat &former = sit(m_desk->lin);
    QVERIFY(former.show());
    QVERIFY(former.open(m_case));
    QVERIFY(former.writeRuling());
    Seat &seat = sit(m_desk->xu);
    QVERIFY(seat.show());
    QVERIFY(seat.open(m_case));
    pressTakeOver(seat);
    QVERIFY(Seat::hasDialog());
    QVERIFY(Seat::dialog()->findChild<QPlainTextEdit *>()->accessibleName().contains(QStringLiteral("林晓"))); // whose case it is
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(Seat::dialog()); // a reason is needed
    QCOMPARE(m_desk->header(m_case).holder, m_desk->lin.id);
    QTest::keyClicks(Seat::dialog()->findChild<QPlainTextEdit *>(), QStringLiteral("holder is ill"));
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->header(m_case).holder, m_desk->xu.id);
    QTRY_VERIFY(seat.session.holdsOpenCase());
    QTRY_COMPARE(seat.toast(), QStringLiteral("Taken over: D-1"));
    QCOMPARE(seat.ruling.draft().reasonsZh, SmallDesk::bandRuling().reasonsZh); // what was written came along
    const auto told = m_desk->store.notices(m_desk->lin.id);
    QVERIFY(told.ok() && told->size() == 1);
    QCOMPARE(told->constFirst().kind, usecases::NoticeKind::TakenOver);
    QCOMPARE(told->constFirst().text, QStringLiteral("holder is ill"));
}

void TstTakeOver::buttonSaysItInBothLanguages()
{
    m_desk->claim(m_desk->lin, m_case);
    Seat &seat = sit(m_desk->xu);
    QVERIFY(seat.show());
    QVERIFY(seat.open(m_case));
    auto *button = seat.find<QPushButton>("takeOver");
    QTRY_VERIFY(button->isVisible() && button->isEnabled());
    QVERIFY(!seat.find("claim")->isVisible());
    QCOMPARE(button->text(), QStringLiteral("Take over … (Shift+L)"));
    m_speaking.emplace(true);
    QTRY_VERIFY2(isChinese(button->text()) && button->text().contains(QStringLiteral("Shift+L")), qPrintable(button->text()));
    QVERIFY2(isChinese(button->toolTip()), qPrintable(button->toolTip()));
    button->setFocus(Qt::TabFocusReason);
    seat.press(Qt::Key_Space);
    QVERIFY(Seat::hasDialog());
    QVERIFY2(isChinese(Seat::dialog()->windowTitle()), qPrintable(Seat::dialog()->windowTitle()));
    Seat::dialog()->reject();
}

void TstTakeOver::closedDialogKeepsTheReason()
{
    m_desk->claim(m_desk->lin, m_case);
    Seat &seat = sit(m_desk->xu);
    QVERIFY(seat.show());
    QVERIFY(seat.open(m_case));
    pressTakeOver(seat);
    QVERIFY(Seat::hasDialog());
    QTest::keyClicks(Seat::dialog()->findChild<QPlainTextEdit *>(), QStringLiteral("half a rea"));
    seat.press(Qt::Key_Escape);
    QTRY_VERIFY(!Seat::dialog());
    seat.window->activateWindow(); // there is no window manager here that would
    QVERIFY(QTest::qWaitForWindowActive(seat.window.get()));
    QCOMPARE(m_desk->header(m_case).holder, m_desk->lin.id);
    pressTakeOver(seat);
    QVERIFY(Seat::hasDialog());
    QCOMPARE(Seat::dialog()->findChild<QPlainTextEdit *>()->toPlainText(), QStringLiteral("half a rea"));
    Seat::dialog()->reject();
}

void TstTakeOver::nothingToTakeOverIsSaid()
{
    Seat &seat = sit(m_desk->xu);
    QVERIFY(seat.show());
    QVERIFY(seat.open(m_case));
    QVERIFY(!seat.find("takeOver")->isVisible());
    pressTakeOver(seat);
    QTRY_VERIFY2(seat.toast().startsWith(QStringLiteral("Nobody holds this case")), qPrintable(seat.toast()));
    m_desk->claim(m_desk->xu, m_case);
    QVERIFY(seat.open(m_case));
    pressTakeOver(seat);
    QTRY_COMPARE(seat.toast(), QStringLiteral("You hold this case already."));
    QVERIFY(!Seat::dialog());
}

void TstTakeOver::reviewerIsToldWhoMay()
{
    m_desk->claim(m_desk->lin, m_case);
    Seat &seat = sit(m_desk->chen);
    QVERIFY(seat.show());
    QVERIFY(seat.open(m_case));
    QVERIFY(!seat.find("takeOver")->isVisible());
    pressTakeOver(seat);
    QTRY_VERIFY2(seat.toast().contains(presentation::errorText(usecases::CommandFault::NotAllowed)), qPrintable(seat.toast()));
    QVERIFY(!Seat::dialog());
    QCOMPARE(m_desk->header(m_case).state, DisputeState::Claimed);
}

QObject *make_tst_takeover();
QObject *make_tst_takeover()
{
    return new TstTakeOver;
}

#include "tst_takeover.moc"
