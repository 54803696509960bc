// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../app/deskwindow.h"
#include "../../app/language.h"
#include "bundlebyhand.h"
#include "serverdesk.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>

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

QObject *make_tst_journeykeys()
{
    return new TstJourneyKeys;
}

#include "tst_journeykeys.moc"
