// SPDX-License-Identifier: GPL-3.0-or-later
#include "../presentation/words.h"
#include "seat.h"

#include <QtCore/QScopeGuard>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>
#include <optional>

using namespace arb;
using namespace arb::tests;
using domain::DisputeState;

/// Two windows at one case, two clicks on one button, a key that stays down: one claim, one ruling, and everybody is told.
class TstClaimRace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void laterOfTwoWindowsIsToldWhoHasIt();
    void otherComesBetweenReadingAndWriting();
    void leaseRunsOutDuringTheClick();
    void doubleClickClaimsOnce();
    void doubleClickTakesOneCase();
    void heldTakeNextTakesOneCase();
    void heldKeyWhoseRepeatsArriveAsPresses();
    void heldEnterOpensAndClaimsNothing();
    void heldSigningSignsWhatWasSeen();
    void heldKeyOfADialogSignsNothing();

private:
    Seat &sit(const usecases::Person &who) { return *m_seats.emplace_back(std::make_unique<Seat>(*m_desk, who)); }
    /// The window of lin, who holds @p id, with a ruling that can be signed; null when it does not come to that.
    Seat *ruling(domain::CaseId id)
    {
        m_desk->claim(m_desk->lin, id);
        Seat &seat = sit(m_desk->lin);
        return seat.show() && seat.open(id) && seat.writeRuling() ? &seat : nullptr;
    }
    int claims(domain::CaseId id)
    {
        const auto audit = m_desk->record(id).audit;
        return static_cast<int>(std::ranges::count(audit, QStringLiteral("claim"), &domain::AuditEntry::action));
    }

    std::unique_ptr<SmallDesk> m_desk;
    std::vector<std::unique_ptr<Seat>> m_seats;
    std::optional<Speaking> m_speaking;
};

void TstClaimRace::init()
{
    m_speaking.emplace(false);
    m_desk = std::make_unique<SmallDesk>();
}

void TstClaimRace::cleanup()
{
    m_seats.clear();
    m_desk.reset();
    m_speaking.reset();
}

void TstClaimRace::laterOfTwoWindowsIsToldWhoHasIt()
{
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"));
    Seat &first = sit(m_desk->lin), &second = sit(m_desk->chen);
    QSignalSpy refused(&first.session, &presentation::Session::refused);
    for (Seat *seat : {&first, &second}) {
        QVERIFY(seat->show());
        QVERIFY(seat->open(id));
        seat->runner.hold();
        seat->trigger("claim"); // neither knows of the other
    }
    first.runner.letGo();
    m_desk->advance(domain::minuteMs);
    second.runner.letGo();
    QTRY_VERIFY2(second.toast().contains(QStringLiteral("林晓 took this case at 2026-10-12 09:00")), qPrintable(second.toast()));
    QVERIFY2(!second.toast().contains(QStringLiteral("draft")), qPrintable(second.toast())); // nobody wrote one
    QTRY_VERIFY(first.session.holdsOpenCase());
    QTRY_COMPARE(second.session.view()->record.header.holder, m_desk->lin.id); // what is on show is true again
    QVERIFY(!second.session.holdsOpenCase());
    QCOMPARE(refused.count(), 0);
    QCOMPARE(claims(id), 1);
}

void TstClaimRace::otherComesBetweenReadingAndWriting()
{
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"));
    Seat &seat = sit(m_desk->lin);
    QVERIFY(seat.show());
    QVERIFY(seat.open(id));
    m_desk->store.beforeNextWrite([this, id] { m_desk->claim(m_desk->chen, id); });
    seat.trigger("claim");
    QTRY_VERIFY2(seat.toast().contains(QStringLiteral("陈默 took this case at 2026-10-12 09:00")), qPrintable(seat.toast()));
    QCOMPARE(m_desk->header(id).holder, m_desk->chen.id);
    QCOMPARE(claims(id), 1);
}

void TstClaimRace::leaseRunsOutDuringTheClick()
{
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"));
    Seat *const lin = ruling(id);
    QVERIFY(lin);
    Seat &seat = *lin;
    seat.runner.hold();
    seat.trigger("signStay"); // in time, as far as the window knows
    m_desk->advance(15 * domain::minuteMs + 1);
    m_desk->claim(m_desk->chen, id);
    seat.runner.letGo();
    QTRY_VERIFY2(seat.toast().contains(QStringLiteral("陈默 took this case at 2026-10-12 09:15")), qPrintable(seat.toast()));
    QVERIFY2(seat.toast().contains(QStringLiteral("kept as a draft")), qPrintable(seat.toast()));
    QVERIFY(m_desk->record(id).rulings.isEmpty());
    QVERIFY(seat.journal.kept.contains(id));
}

void TstClaimRace::doubleClickClaimsOnce()
{
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"));
    Seat &seat = sit(m_desk->lin);
    QVERIFY(seat.show());
    QVERIFY(seat.open(id));
    auto *claim = seat.find<QPushButton>("claim");
    QTRY_VERIFY(claim->isVisible());
    QSignalSpy refused(&seat.session, &presentation::Session::refused);
    seat.runner.hold();
    QTest::mouseClick(claim, Qt::LeftButton);
    QTest::mouseClick(claim, Qt::LeftButton);
    seat.runner.letGo();
    QTRY_VERIFY(seat.session.holdsOpenCase());
    QTRY_VERIFY(!seat.session.busy());
    QCOMPARE(refused.count(), 0);
    QCOMPARE(claims(id), 1);
    QCOMPARE(m_desk->header(id).holder, m_desk->lin.id);
    QCOMPARE(seat.session.view()->record.header.claimNo, m_desk->header(id).claimNo); // and so the window can rule
}

/// The answer comes faster than the second click.
void TstClaimRace::doubleClickTakesOneCase()
{
    const QList<domain::CaseId> ids{m_desk->admit(QStringLiteral("D-1")), m_desk->admit(QStringLiteral("D-2"))};
    Seat &seat = sit(m_desk->lin);
    QVERIFY(seat.show());
    auto *button = seat.find<QPushButton>("takeNext");
    const int pause = QApplication::doubleClickInterval();
    QApplication::setDoubleClickInterval(60'000); // a slow machine must not make two clicks of one
    const auto restore = qScopeGuard([pause] { QApplication::setDoubleClickInterval(pause); });
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(seat.session.holdsOpenCase());
    QTRY_VERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(!seat.session.busy());
    QCOMPARE(claims(ids.at(0)) + claims(ids.at(1)), 1);
    QApplication::setDoubleClickInterval(0); // later it means another case
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(claims(ids.at(0)) + claims(ids.at(1)), 2);
}

/// As X11 tells some of them: released and pressed in the same moment, and by no word repeated.
void TstClaimRace::heldKeyWhoseRepeatsArriveAsPresses()
{
    const QList<domain::CaseId> ids{m_desk->admit(QStringLiteral("D-1")), m_desk->admit(QStringLiteral("D-2"))};
    Seat &seat = sit(m_desk->lin);
    QVERIFY(seat.show());
    auto *action = seat.find<QAction>("takeNext");
    QSignalSpy triggered(action, &QAction::triggered);
    const auto release = [&](quint64 at) {
        QKeyEvent event(QEvent::KeyRelease, Qt::Key_F2, Qt::NoModifier);
        event.setTimestamp(at);
        QCoreApplication::sendEvent(seat.window.get(), &event);
    };
    const auto press = [&](quint64 at) {
        QKeyEvent event(QEvent::ShortcutOverride, Qt::Key_F2, Qt::NoModifier);
        event.setTimestamp(at);
        QCoreApplication::sendEvent(seat.window.get(), &event);
        QShortcutEvent shortcut(QKeySequence(Qt::Key_F2), 0);
        QCoreApplication::sendEvent(action, &shortcut);
    };
    press(1000);
    QTRY_VERIFY(seat.session.holdsOpenCase());
    for (quint64 at = 1700; at < 2000; at += 30) {
        release(at);
        press(at);
    }
    QCOMPARE(triggered.count(), 1);
    QTRY_VERIFY(!seat.session.busy());
    QCOMPARE(claims(ids.at(0)) + claims(ids.at(1)), 1);
    release(2010);
    press(2300);
    QCOMPARE(triggered.count(), 2);
}

void TstClaimRace::heldTakeNextTakesOneCase()
{
    QList<domain::CaseId> ids;
    for (int n = 1; n <= 4; ++n)
        ids.append(m_desk->admit(QStringLiteral("D-%1").arg(n)));
    Seat &seat = sit(m_desk->lin);
    QVERIFY(seat.show());
    const auto held = [&] { return std::ranges::count_if(ids, [&](domain::CaseId id) { return m_desk->header(id).state == DisputeState::Claimed; }); };
    seat.press(Qt::Key_F2);
    for (int n = 0; n < 5; ++n)
        seat.pressAgain(Qt::Key_F2);
    QTRY_VERIFY(seat.session.holdsOpenCase());
    for (int n = 0; n < 5; ++n)
        seat.pressAgain(Qt::Key_F2);
    QCOMPARE(held(), 1);
    seat.press(Qt::Key_F2); // pressed anew it means another one
    QTRY_COMPARE(held(), 2);
}

void TstClaimRace::heldEnterOpensAndClaimsNothing()
{
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"));
    Seat &seat = sit(m_desk->lin);
    QVERIFY(seat.show());
    QVERIFY(seat.start());
    seat.trigger("queuePage");
    QTRY_COMPARE(seat.rows.model().rowCount(), 1);
    QTRY_VERIFY(seat.find("queueTable")->hasFocus());
    seat.press(Qt::Key_Return);
    for (int n = 0; n < 10; ++n) {
        seat.pressAgain(Qt::Key_Return); // goes on wherever the keyboard is now
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(seat.session.view());
    for (int n = 0; n < 10; ++n)
        seat.pressAgain(Qt::Key_Return);
    QCOMPARE(seat.session.view()->record.header.id, id);
    QCOMPARE(m_desk->header(id).state, DisputeState::Queued);
}

void TstClaimRace::heldSigningSignsWhatWasSeen()
{
    const domain::CaseId seen = m_desk->admit(QStringLiteral("D-1")), next = m_desk->admit(QStringLiteral("D-2"));
    Seat *const lin = ruling(seen);
    QVERIFY(lin);
    Seat &seat = *lin;
    usecases::Draft ready = seat.journal.kept.value(seen); // the next case has a whole draft already
    ready.caseId = next;
    seat.journal.kept.insert(next, ready);
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    const auto stayDown = [&] {
        for (int n = 0; n < 20; ++n) {
            seat.pressAgain(Qt::Key_Return, Qt::ControlModifier);
            QCoreApplication::processEvents();
        }
    };
    stayDown();
    QTRY_VERIFY(seat.session.view() && seat.session.view()->record.header.id == next && seat.session.holdsOpenCase());
    QTRY_VERIFY2(seat.ruling.canSign(), qPrintable(seat.ruling.cannotSignText()));
    stayDown();
    QCOMPARE(m_desk->record(seen).rulings.size(), 1);
    QVERIFY(m_desk->record(next).rulings.isEmpty()); // nobody has looked at it
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->record(next).rulings.size(), 1);
}

void TstClaimRace::heldKeyOfADialogSignsNothing()
{
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"));
    Seat *const lin = ruling(id);
    QVERIFY(lin);
    Seat &seat = *lin;
    seat.trigger("note");
    QVERIFY(Seat::hasDialog());
    QTest::keyClicks(Seat::dialog()->findChild<QPlainTextEdit *>(), QStringLiteral("called the buyer"));
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    for (int n = 0; n < 20; ++n) {
        seat.pressAgain(Qt::Key_Return, Qt::ControlModifier);
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(m_desk->record(id).notes.size(), 1);
    QTRY_VERIFY(!Seat::dialog());
    QVERIFY(seat.ruling.canSign()); // it could have been
    QVERIFY(m_desk->record(id).rulings.isEmpty());
}

QObject *make_tst_claimrace();
QObject *make_tst_claimrace()
{
    return new TstClaimRace;
}

#include "tst_claimrace.moc"
