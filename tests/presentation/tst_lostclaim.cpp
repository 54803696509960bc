// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentingdesk.h>

#include <presentation/rulingpresenter.h>

#include <algorithm>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;
using usecases::CommandFault;

/// A window whose claim is no longer the one that counts: its number gives it away, and its words are kept.
class TstLostClaim : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void olderClaimOfOnesOwnDoesNothing();
    void takenOverCannotBeRuled();
};

namespace {

/// Lin's window, which holds D-1 and has a ruling ready to be signed.
struct ReadyWindow
{
    ReadyWindow()
    {
        QObject::connect(&desk.session, &Session::refused, &desk.session, [this](const QString &, const usecases::CommandError &error) { refusals.append(error); });
        presenter.takeSuggestion();
        presenter.edit([](domain::Ruling &ruling) { ruling = SmallDesk::bandRuling(); });
    }
    bool isReady() { return QTest::qWaitFor([this] { return !desk.journal.written.isEmpty(); }) && presenter.canSign(); }

    PresentingDesk desk;
    RulingPresenter presenter{desk.session};
    domain::CaseId id = desk.hold();
    QList<usecases::CommandError> refusals;
};

} // namespace

/// State, holder and person are right; only the number tells this window from the one that claimed last.
void TstLostClaim::olderClaimOfOnesOwnDoesNothing()
{
    ReadyWindow window;
    QVERIFY(window.isReady());
    auto &[desk, presenter, id, refusals] = window;
    must(desk.desk.commands.release(desk.desk.as(desk.desk.lin), id), "release"); // lin's other window
    desk.desk.claim(desk.desk.lin, id);
    QVERIFY(desk.session.holdsOpenCase()); // as far as it knows
    QVERIFY(desk.session.view()->record.header.claimNo != desk.desk.header(id).claimNo);
    const auto handOver = [id = window.id](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.handToSupervisor(command, id, QStringLiteral("why")); };
    desk.session.command(QStringLiteral("hand_over"), handOver);
    QTRY_COMPARE(refusals.size(), 1);
    QCOMPARE(refusals.constLast().fault, CommandFault::LeaseLost);
    presenter.sign(false);
    QTRY_COMPARE(refusals.size(), 2);
    QCOMPARE(refusals.constLast().fault, CommandFault::LeaseLost);
    QCOMPARE(desk.desk.header(id).state, domain::DisputeState::Claimed);
    QVERIFY(desk.desk.record(id).rulings.isEmpty());
    QVERIFY(desk.journal.kept.contains(id));
    QVERIFY(desk.open(id)); // with the number of now it may
    QTRY_VERIFY2(presenter.canSign(), qPrintable(presenter.cannotSignText()));
    QSignalSpy done(&desk.session, &Session::done);
    presenter.sign(false);
    QTRY_COMPARE(done.count(), 1);
    QCOMPARE(desk.desk.record(id).rulings.size(), 1);
}

void TstLostClaim::takenOverCannotBeRuled()
{
    ReadyWindow window;
    QVERIFY(window.isReady());
    auto &[desk, presenter, id, refusals] = window;
    desk.desk.advance(domain::minuteMs);
    must(desk.desk.commands.takeOver(desk.desk.as(desk.desk.xu), id, QStringLiteral("shift over")), "take over");
    presenter.sign(false);
    QTRY_COMPARE(refusals.size(), 1);
    const usecases::CommandError error = refusals.constFirst();
    QCOMPARE(error.fault, CommandFault::LeaseLost);
    QCOMPARE(error.who, desk.desk.xu.name);
    QVERIFY(error.since && error.since->ms() == desk.desk.clock.at.ms());
    QVERIFY(desk.desk.record(id).rulings.isEmpty());
    QCOMPARE(desk.desk.header(id).holder, desk.desk.xu.id);
    QVERIFY(desk.journal.kept.contains(id)); // lin's words, here
    const auto drafts = desk.desk.record(id).drafts;
    QVERIFY(std::ranges::any_of(drafts, [xu = desk.desk.xu.id](const usecases::Draft &draft) { return draft.author == xu && draft.json.contains("defect_shown"); })); // and with whoever took over
    QVERIFY(std::ranges::any_of(drafts, [lin = desk.desk.lin.id](const usecases::Draft &draft) { return draft.author == lin; }));
}

QObject *make_tst_lostclaim();
QObject *make_tst_lostclaim()
{
    return new TstLostClaim;
}

#include "tst_lostclaim.moc"
