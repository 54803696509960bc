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

private:
    struct Refusals
    {
        explicit Refusals(Session &session)
        {
            QObject::connect(&session, &Session::refused, &session, [this](const QString &, const usecases::CommandError &error) { errors.append(error); });
        }
        QList<usecases::CommandError> errors;
    };
    static bool writeRuling(PresentingDesk &desk, RulingPresenter &presenter)
    {
        presenter.takeSuggestion();
        presenter.edit([](domain::Ruling &ruling) { ruling = SmallDesk::bandRuling(); });
        return QTest::qWaitFor([&] { return !desk.journal.written.isEmpty(); }) && presenter.canSign();
    }
};

/// State, holder and person are right; only the number tells this window from the one that claimed last.
void TstLostClaim::olderClaimOfOnesOwnDoesNothing()
{
    PresentingDesk desk;
    RulingPresenter presenter(desk.session);
    const domain::CaseId id = desk.hold();
    QVERIFY(writeRuling(desk, presenter));
    Refusals refusals(desk.session);
    must(desk.desk.commands.release(desk.desk.as(desk.desk.lin), id), "release"); // lin's other window
    desk.desk.claim(desk.desk.lin, id);
    QVERIFY(desk.session.holdsOpenCase()); // as far as it knows
    QVERIFY(desk.session.view()->record.header.claimNo != desk.desk.header(id).claimNo);
    const auto handOver = [id](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.handToSupervisor(command, id, QStringLiteral("why")); };
    desk.session.command(QStringLiteral("hand_over"), handOver);
    QTRY_COMPARE(refusals.errors.size(), 1);
    QCOMPARE(refusals.errors.constLast().fault, CommandFault::LeaseLost);
    presenter.sign(false);
    QTRY_COMPARE(refusals.errors.size(), 2);
    QCOMPARE(refusals.errors.constLast().fault, CommandFault::LeaseLost);
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
    PresentingDesk desk;
    RulingPresenter presenter(desk.session);
    const domain::CaseId id = desk.hold();
    QVERIFY(writeRuling(desk, presenter));
    Refusals refusals(desk.session);
    desk.desk.advance(domain::minuteMs);
    must(desk.desk.commands.takeOver(desk.desk.as(desk.desk.xu), id, QStringLiteral("shift over")), "take over");
    presenter.sign(false);
    QTRY_COMPARE(refusals.errors.size(), 1);
    const usecases::CommandError error = refusals.errors.constFirst();
    QCOMPARE(error.fault, CommandFault::LeaseLost);
    QCOMPARE(error.who, desk.desk.xu.name);
    QVERIFY(error.since && error.since->ms() == desk.desk.clock.at.ms());
    QVERIFY(desk.desk.record(id).rulings.isEmpty());
    QCOMPARE(desk.desk.header(id).holder, desk.desk.xu.id);
    QVERIFY(desk.journal.kept.contains(id)); // lin's words, here
    const auto drafts = desk.desk.record(id).drafts;
    QVERIFY(std::ranges::any_of(drafts, [&](const usecases::Draft &draft) { return draft.author == desk.desk.xu.id && draft.json.contains("defect_shown"); })); // and with whoever took over
    QVERIFY(std::ranges::any_of(drafts, [&](const usecases::Draft &draft) { return draft.author == desk.desk.lin.id; }));
}

QObject *make_tst_lostclaim();
QObject *make_tst_lostclaim()
{
    return new TstLostClaim;
}

#include "tst_lostclaim.moc"
