// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../app/deskwindow.h"
#include "../../app/gateways.h"
#include "demodesk.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace arb;
using namespace arb::tests;

/// One clock for all that work at a demo's desk, whoever moves it on.
class TstDeskTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storedClockNeverGoesBack();
    void otherWindowHearsByItself();
    void nothingIsClaimedInThePast();

private:
    static constexpr qint64 fourHours = 4 * domain::hourMs;
    static QString addressOf(const DemoDesk &demo) { return QStringLiteral("sqlite:%1/arbiter.db").arg(demo.wish().dir); }
    static std::unique_ptr<app::Workspace> workspace(const DemoDesk &demo)
    {
        auto opened = app::Workspace::open(addressOf(demo), app::demoVault(demo.wish().dir), storage::OpenOptions{}, true);
        return opened ? std::move(opened).value() : nullptr;
    }
    static std::unique_ptr<app::DeskWindow> window(const DemoDesk &demo, const char *as)
    {
        QString problem;
        auto opened = app::DeskWindow::open(addressOf(demo), app::demoVault(demo.wish().dir), QString::fromUtf8(as), false, &problem);
        if (!opened)
            qWarning("%s", qPrintable(problem));
        return opened;
    }
};

void TstDeskTime::storedClockNeverGoesBack()
{
    DemoDesk demo;
    demo.close();
    const auto behind = workspace(demo), ahead = workspace(demo);
    QVERIFY(behind && ahead);
    const domain::UtcMs later = ahead->time().now().plusMs(fourHours);
    app::DemoGateway gateway;
    QVERIFY(ahead->time().advance(fourHours, ahead->desk(), gateway));
    QVERIFY(behind->time().now() < later); // it was not told
    behind->time().store();
    const auto stored = behind->desk().store.deskClock();
    QVERIFY(stored && stored->has_value());
    QVERIFY(**stored >= later);
    QVERIFY(behind->time().now() >= later);
    const domain::UtcMs now = ahead->time().now();
    ahead->time().catchUp(); // nothing is new to it
    QVERIFY(ahead->time().now() >= now);
}

void TstDeskTime::otherWindowHearsByItself()
{
    DemoDesk demo;
    demo.close();
    const auto first = window(demo, "林晓"), second = window(demo, "许文");
    QVERIFY(first && second);
    first->start();
    QTRY_VERIFY_WITH_TIMEOUT(!first->queue().isFilling(), 10'000);
    const domain::UtcMs later = first->session().now().plusMs(fourHours);
    second->services().advanceClock(fourHours);
    QTRY_VERIFY_WITH_TIMEOUT(first->session().now() >= later, 15'000);
}

void TstDeskTime::nothingIsClaimedInThePast()
{
    DemoDesk demo;
    demo.close();
    const auto first = window(demo, "林晓"), second = window(demo, "许文");
    QVERIFY(first && second);
    const domain::UtcMs later = first->session().now().plusMs(fourHours);
    second->services().advanceClock(fourHours);
    QTRY_VERIFY_WITH_TIMEOUT(second->session().now() >= later, 15'000);
    domain::CaseId claimed;
    connect(&first->session(), &presentation::Session::done, this, [&claimed](const QString &, const usecases::Receipt &receipt) { claimed = receipt.caseId; });
    first->session().commandAbout({}, QStringLiteral("take_next"), [](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.claimNext(command); });
    QTRY_VERIFY_WITH_TIMEOUT(!claimed.isNull(), 10'000);
    auto lease = first->session().runner().run([claimed](const usecases::Desk &on) {
        const auto header = on.cases.header(claimed);
        return header && header->leaseUntil ? *header->leaseUntil : domain::UtcMs();
    });
    lease.waitForFinished();
    QVERIFY(lease.result() > later);
}

QObject *make_tst_desktime();
QObject *make_tst_desktime()
{
    return new TstDeskTime;
}

#include "tst_desktime.moc"
