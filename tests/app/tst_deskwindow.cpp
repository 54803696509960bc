// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../app/deskwindow.h"
#include "demodesk.h"

#include <QtCore/QFile>
#include <QtCore/QThread>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>

using namespace arb;
using namespace arb::tests;

/// The window with everything behind it, closed and opened again.
class TstDeskwindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheCaseInHand();
    void aReviewersWindowFreesWhatIsOver();
    void killedWindowLosesNoMoreThanARound();
    void tablesAreWrittenBesideTheWindow();

private:
    static std::unique_ptr<app::DeskWindow> open(const DemoDesk &demo, const char *as)
    {
        QString problem;
        const QString dir = demo.wish().dir;
        auto desk = app::DeskWindow::open(QStringLiteral("sqlite:%1/arbiter.db").arg(dir), app::demoVault(dir), QString::fromUtf8(as), false, &problem);
        if (!desk)
            qWarning("%s", qPrintable(problem));
        return desk;
    }
};

void TstDeskwindow::beginsWithTheCaseInHand()
{
    DemoDesk demo;
    const domain::CaseId waiting = demo.record("D-26-1012").header.id; // asked for evidence: comes back to 林晓, is in nobody's hands
    const domain::CaseId taken = demo.record("D-26-1001").header.id;
    demo.close();
    {
        const auto desk = open(demo, "林晓");
        QVERIFY(desk);
        QSignalSpy done(&desk->session(), &presentation::Session::done);
        desk->session().command(QStringLiteral("claim"), [taken](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.claim(command, taken); });
        QVERIFY(done.wait(10'000));
    }
    const auto desk = open(demo, "林晓");
    QVERIFY(desk);
    auto mine = desk->session().runner().run([me = desk->session().actor().person.id](const usecases::Desk &on) {
        usecases::QueueQuery query;
        query.view = usecases::QueueView::Mine;
        query.me = me;
        query.now = on.clock.now();
        const auto rows = on.cases.queue(query);
        return rows ? *rows : QList<usecases::CaseHeader>();
    });
    mine.waitForFinished();
    QVERIFY(std::ranges::any_of(mine.result(), [waiting](const usecases::CaseHeader &row) { return row.id == waiting; }));
    desk->start();
    QTRY_VERIFY_WITH_TIMEOUT(desk->session().view(), 10'000);
    QCOMPARE(desk->session().view()->record.header.id, taken);

    // Whoever was quicker than the start, and has chosen a case, gets that one.
    const auto again = open(demo, "林晓");
    QVERIFY(again);
    again->start();
    again->session().open(waiting);
    QTRY_VERIFY_WITH_TIMEOUT(again->session().view(), 10'000);
    QCOMPARE(again->session().view()->record.header.id, waiting);
}

/// No supervisor's window may be open for hours; lists must not tell of holds that are over.
void TstDeskwindow::aReviewersWindowFreesWhatIsOver()
{
    DemoDesk demo;
    const domain::CaseId taken = demo.record("D-26-1001").header.id;
    {
        const usecases::Desk desk = demo.desk();
        const usecases::Command command{{demo.person(QStringLiteral("林晓")), false, false}, QStringLiteral("c-1"), {}, {}};
        QVERIFY(usecases::CaseCommands(desk).claim(command, taken));
        const auto clock = desk.store.deskClock();
        QVERIFY(clock.ok() && clock->has_value());
        QVERIFY(desk.store.setDeskClock((*clock)->plusMs(16 * domain::minuteMs)));
    }
    QCOMPARE(demo.record("D-26-1001").header.state, domain::DisputeState::Claimed);
    demo.close();
    {
        const auto desk = open(demo, "陈默");
        QVERIFY(desk);
        QVERIFY(!desk->session().may(usecases::Permission::RunTasks));
        desk->start();
        const auto state = [&] {
            auto header = desk->session().runner().run([taken](const usecases::Desk &on) {
                const auto found = on.cases.header(taken);
                return found ? found->state : domain::DisputeState::Claimed;
            });
            header.waitForFinished();
            return header.result();
        };
        QTRY_COMPARE_WITH_TIMEOUT(state(), domain::DisputeState::Queued, 10'000);
    }
}

void TstDeskwindow::killedWindowLosesNoMoreThanARound()
{
    DemoDesk demo;
    demo.close();
    const auto desk = open(demo, "林晓");
    QVERIFY(desk);
    const auto stored = [&] {
        auto clock = desk->session().runner().run([](const usecases::Desk &on) {
            const auto at = on.store.deskClock();
            return at && at->has_value() ? **at : domain::UtcMs();
        });
        clock.waitForFinished();
        return clock.result();
    };
    const domain::UtcMs before = stored();
    auto *round = desk->findChild<QTimer *>(QStringLiteral("round"));
    QVERIFY(round);
    // Until time has passed, each round stores where the clock stands.
    QTRY_VERIFY((QMetaObject::invokeMethod(round, "timeout"), stored() > before));
}

void TstDeskwindow::tablesAreWrittenBesideTheWindow()
{
    DemoDesk demo;
    demo.close();
    const auto desk = open(demo, "许文");
    QVERIFY(desk);
    usecases::Table table;
    table.name = QStringLiteral("test");
    table.columns = {{"merchant", "Merchant", usecases::ColumnType::Text}};
    const QString path = demo.wish().dir + QStringLiteral("/out.csv");
    QString answer = QStringLiteral("none yet");
    bool here = false;
    desk->services().writeCsv(table, path, [&](const QString &problem) {
        answer = problem;
        here = QThread::currentThread() == QCoreApplication::instance()->thread();
    });
    QCOMPARE(answer, QStringLiteral("none yet")); // the window goes on meanwhile
    QTRY_COMPARE(answer, QString());
    QVERIFY(here);
    QVERIFY(QFile::exists(path));
}

QObject *make_tst_deskwindow()
{
    return new TstDeskwindow;
}

#include "tst_deskwindow.moc"
