// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../app/deskwindow.h"
#include "../../app/language.h"
#include "../../ui/viewing/picturecanvas.h"
#include "bundlebyhand.h"
#include "serverdesk.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>

#include <algorithm>

using namespace arb;
using namespace arb::tests;
using domain::DisputeState;

/// The same way as the command line's journey, in the window, with the keyboard alone: take, look, cite, rule, undo, rule.
class TstJourneyKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bundleToRuling_data();
    void bundleToRuling();
    void aDrawnMarkIsCitedUntilItIsGone();
};

namespace {

void press(QWidget *window, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWidget *target = QApplication::focusWidget();
    QTest::keyClick(target ? target : window, key, modifiers);
}

std::optional<usecases::CaseRecord> recordOf(app::DeskWindow &desk, const QString &caseNo)
{
    auto future = desk.session().runner().run([caseNo](const usecases::Desk &on) -> std::optional<usecases::CaseRecord> {
        const auto id = on.caseByRef(caseNo);
        if (!id)
            return std::nullopt;
        const auto record = on.cases.record(*id);
        return record ? std::optional(*record) : std::nullopt;
    });
    future.waitForFinished();
    return future.result();
}

} // namespace

void TstJourneyKeys::bundleToRuling_data()
{
    QTest::addColumn<bool>("server");
    QTest::newRow("sqlite") << false;
    QTest::newRow("postgresql") << true;
}

void TstJourneyKeys::bundleToRuling()
{
    QFETCH(bool, server);
    const QTemporaryDir home;
    std::unique_ptr<ServerDesk> onServer;
    QString address = QStringLiteral("sqlite:") + home.filePath(QStringLiteral("desk.db"));
    if (server) {
        onServer = std::make_unique<ServerDesk>();
        address = onServer->address();
    }
    const QString vault = home.filePath(QStringLiteral("vault"));
    const QStringList at{QStringLiteral("--db"), address, QStringLiteral("--vault"), vault};
    QCOMPARE(runArbiter(home.path(), at + QStringList{QStringLiteral("db"), QStringLiteral("init")}).status, 0);
    QCOMPARE(runArbiter(home.path(), at + QStringList{QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("林晓"), QStringLiteral("--role"), QStringLiteral("reviewer")}).status, 0);
    const QString bundle = writeBundle(home.filePath(QStringLiteral("in")), QStringLiteral("H-1"));
    QCOMPARE(runArbiter(home.path(), at + QStringList{QStringLiteral("import"), bundle}).status, 0);

    app::useLanguage(QStringLiteral("en"));
    QString problem;
    const auto desk = app::DeskWindow::open(address, vault, QStringLiteral("林晓"), false, &problem);
    QVERIFY2(desk, qPrintable(problem));
    ui::MainWindow &window = desk->window();
    QSignalSpy usable(desk.get(), &app::DeskWindow::usable);
    window.show();
    desk->start();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QVERIFY(usable.count() > 0 || usable.wait(10'000));

    press(&window, Qt::Key_F2); // take the next case
    QTRY_VERIFY_WITH_TIMEOUT(desk->session().holdsOpenCase(), 10'000);
    press(&window, Qt::Key_U); // the suggestion
    QTRY_VERIFY(desk->ruling().outcomeChosen());
    // Cite what is on show as soon as it can be seen; a refused C says so and changes nothing.
    press(&window, Qt::Key_F6);
    QTRY_VERIFY_WITH_TIMEOUT((press(&window, Qt::Key_C), !desk->ruling().draft().findings.isEmpty()), 10'000);
    // Ctrl+Enter leads to what is missing until nothing is.
    for (int step = 0; step < 8 && !desk->ruling().signing() && desk->session().holdsOpenCase() && !desk->ruling().canSign(); ++step) {
        press(&window, Qt::Key_Return, Qt::ControlModifier);
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        if (qobject_cast<QPlainTextEdit *>(focus) || qobject_cast<QLineEdit *>(focus))
            QTest::keyClicks(focus, QStringLiteral("the crack is plain to see"));
        else if (focus->objectName() == u"findings")
            QTest::keyClick(focus, Qt::Key_Plus); // the element is proved
    }
    QVERIFY2(desk->ruling().canSign(), qPrintable(desk->ruling().cannotSignText()));
    press(&window, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier); // sign and stay
    QTRY_COMPARE_WITH_TIMEOUT(desk->session().view()->record.header.state, DisputeState::Ruled, 10'000);
    auto record = recordOf(*desk, QStringLiteral("H-1"));
    QVERIFY(record && record->currentRuling());
    QCOMPARE(record->currentRuling()->ruling.outcome, domain::OutcomeCode::ReturnAndRefund);
    QCOMPARE(record->currentRuling()->madeByName, QStringLiteral("林晓"));
    QVERIFY(!record->currentRuling()->ruling.findings.constFirst().citations.isEmpty());
    QCOMPARE(record->currentRuling()->ruling.findings.constFirst().verdict, std::optional(domain::Verdict::Proved));
    QCOMPARE(record->audit.constLast().action, QStringLiteral("rule"));

    press(&window, Qt::Key_Z, Qt::ControlModifier); // undo: a recall, and the text is back
    QTRY_COMPARE_WITH_TIMEOUT(desk->session().view()->record.header.state, DisputeState::Claimed, 10'000);
    QTRY_VERIFY(desk->ruling().draft().reasonsZh.contains(QStringLiteral("crack")) || desk->ruling().draft().reasonsEn.contains(QStringLiteral("crack"))
                || desk->ruling().draft().departure.contains(QStringLiteral("crack")));
    record = recordOf(*desk, QStringLiteral("H-1"));
    QCOMPARE(record->audit.constLast().action, QStringLiteral("recall"));
    QTRY_VERIFY_WITH_TIMEOUT(desk->ruling().canSign(), 5000);
    press(&window, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(desk->session().view()->record.header.state, DisputeState::Ruled, 10'000);
    record = recordOf(*desk, QStringLiteral("H-1"));
    QCOMPARE(record->rulings.size(), 2);
    QVERIFY(record->rulings.constFirst().recall.has_value());
}

/// What was drawn is cited by its mark, also once that is on record; removed elsewhere, the draft keeps the place alone and can be signed.
void TstJourneyKeys::aDrawnMarkIsCitedUntilItIsGone()
{
    const QTemporaryDir home;
    const QString address = QStringLiteral("sqlite:") + home.filePath(QStringLiteral("desk.db")), vault = home.filePath(QStringLiteral("vault"));
    const QStringList at{QStringLiteral("--db"), address, QStringLiteral("--vault"), vault}, lin{QStringLiteral("--as"), QStringLiteral("林晓")};
    QCOMPARE(runArbiter(home.path(), at + QStringList{QStringLiteral("db"), QStringLiteral("init")}).status, 0);
    QCOMPARE(runArbiter(home.path(), at + QStringList{QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("林晓"), QStringLiteral("--role"), QStringLiteral("reviewer")}).status, 0);
    QCOMPARE(runArbiter(home.path(), at + QStringList{QStringLiteral("import"), writeBundle(home.filePath(QStringLiteral("in")), QStringLiteral("H-1"))}).status, 0);
    app::useLanguage(QStringLiteral("en"));
    QString problem;
    const auto openDesk = [&] {
        auto opened = app::DeskWindow::open(address, vault, QStringLiteral("林晓"), false, &problem);
        if (opened) {
            opened->window().show();
            opened->start();
        }
        return opened;
    };
    const auto citation = [](app::DeskWindow &desk) {
        const QList<domain::Finding> &findings = desk.ruling().draft().findings;
        return findings.isEmpty() || findings.constFirst().citations.isEmpty() ? domain::Citation() : findings.constFirst().citations.constFirst();
    };
    const auto removeMark = [&](domain::MarkId mark) {
        return runArbiter(home.path(), at + lin + QStringList{QStringLiteral("mark"), QStringLiteral("H-1"), QStringLiteral("--remove"), mark.toString()}).status;
    };
    auto desk = openDesk();
    QVERIFY2(desk, qPrintable(problem));
    QVERIFY(QTest::qWaitForWindowActive(&desk->window()));
    QTRY_VERIFY_WITH_TIMEOUT((press(&desk->window(), Qt::Key_F2), desk->session().holdsOpenCase()), 10'000);
    press(&desk->window(), Qt::Key_U);
    QTRY_VERIFY(desk->ruling().outcomeChosen());
    press(&desk->window(), Qt::Key_F6);
    auto *canvas = qobject_cast<ui::PictureCanvas *>(QApplication::focusWidget());
    QVERIFY(canvas);
    QTRY_VERIFY_WITH_TIMEOUT(canvas->hasPicture(), 10'000);
    press(&desk->window(), Qt::Key_1, Qt::ControlModifier); // a rectangle, kept where it stands
    press(&desk->window(), Qt::Key_Return);
    press(&desk->window(), Qt::Key_Return); // without a note
    QTRY_VERIFY_WITH_TIMEOUT(canvas->chosenMark().value() > 0, 10'000);
    press(&desk->window(), Qt::Key_C);
    const domain::Citation cited = citation(*desk);
    QCOMPARE(cited.mark, canvas->chosenMark());
    QVERIFY(cited.region);

    QCOMPARE(removeMark(cited.mark), 0); // by somebody at another window
    QTRY_VERIFY_WITH_TIMEOUT(citation(*desk).mark.isNull(), 20'000);
    QCOMPARE(citation(*desk).region, cited.region);

    canvas->setFocus();
    press(&desk->window(), Qt::Key_1, Qt::ControlModifier);
    press(&desk->window(), Qt::Key_Return);
    press(&desk->window(), Qt::Key_Return); // without a note
    QTRY_VERIFY_WITH_TIMEOUT(canvas->chosenMark().value() > cited.mark.value(), 10'000);
    QSignalSpy saved(&desk->ruling(), &presentation::RulingPresenter::draftSaved);
    press(&desk->window(), Qt::Key_C);
    QTRY_VERIFY_WITH_TIMEOUT(saved.count() > 0, 10'000);
    const domain::MarkId second = canvas->chosenMark();
    desk.reset();
    QCOMPARE(removeMark(second), 0); // while the draft lay there
    desk = openDesk();
    QVERIFY2(desk, qPrintable(problem));
    QVERIFY(QTest::qWaitForWindowActive(&desk->window()));
    QTRY_VERIFY_WITH_TIMEOUT(desk->session().holdsOpenCase(), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(!desk->ruling().draft().findings.isEmpty(), 10'000);
    const auto citesMarks = [](const domain::Finding &finding) { return std::ranges::any_of(finding.citations, [](const domain::Citation &each) { return !each.mark.isNull(); }); };
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::none_of(desk->ruling().draft().findings, citesMarks), 10'000);
}

QObject *make_tst_journeykeys()
{
    return new TstJourneyKeys;
}

#include "tst_journeykeys.moc"
