// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentingdesk.h>
#include "words.h"

#include <presentation/errortext.h>
#include <presentation/rulingpresenter.h>

#include <QtCore/QTimer>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;
using usecases::CommandFault;

/// What becomes of a command between the key and its answer: which case it is about, that it is under way, that it may
/// take its time, and that it is not given where nothing can be written.
class TstWishes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answerNamesTheCaseOfItsKey();
    void claimOfTheOpenCaseBindsItsOwnCommandsOnly();
    void slowAnswerIsSpokenOf();
    void whatCanOnlyBeReadIsNotWritten();
    void recallSaysHowFarItIs();

private:
    static Session::Job claimOf(domain::CaseId id)
    {
        return [id](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.claim(command, id); };
    }
};

void TstWishes::answerNamesTheCaseOfItsKey()
{
    const Speaking english(false);
    PresentingDesk desk;
    const domain::CaseId taken = desk.desk.admit(QStringLiteral("D-1")), other = desk.desk.admit(QStringLiteral("D-2"));
    desk.desk.claim(desk.desk.chen, taken);
    QVERIFY(desk.open(taken));
    QStringList sentences;
    connect(&desk.session, &Session::refused, this, [&](const QString &, const usecases::CommandError &error, const QString &caseNo) {
        sentences.append(errorTextAbout(caseNo, error));
    });
    desk.session.command(QStringLiteral("claim"), claimOf(taken));
    desk.session.open(other); // the eye goes on before the answer
    QTRY_COMPARE(sentences.size(), 1);
    QVERIFY2(sentences.constFirst().startsWith(QStringLiteral("D-1: ")), qPrintable(sentences.constFirst()));
    QTRY_COMPARE(desk.session.view()->record.header.id, other);
    QCOMPARE(errorTextAbout(QString(), CommandFault::QueueEmpty), errorText(CommandFault::QueueEmpty));
}

void TstWishes::claimOfTheOpenCaseBindsItsOwnCommandsOnly()
{
    PresentingDesk desk;
    const domain::CaseId held = desk.hold();
    const domain::CaseId other = desk.desk.admit(QStringLiteral("D-2"));
    QList<std::optional<qint64>> fences;
    const auto look = [&fences](usecases::CaseCommands &, const usecases::Command &command) -> usecases::Done<usecases::Receipt> {
        fences.append(command.claimNo ? std::optional<qint64>(*command.claimNo) : std::nullopt);
        return domain::Failure{usecases::CommandError(CommandFault::NotAllowed)};
    };
    QSignalSpy refused(&desk.session, &Session::refused);
    desk.session.command(QStringLiteral("look"), look);
    desk.session.commandAbout({other, QStringLiteral("D-2")}, QStringLiteral("look"), look);
    desk.session.commandAbout({}, QStringLiteral("look"), look);
    QTRY_COMPARE(refused.count(), 3);
    QCOMPARE(fences.size(), 3);
    QVERIFY(fences.at(0) == std::optional<qint64>(desk.desk.header(held).claimNo));
    QVERIFY(!fences.at(1) && !fences.at(2));
}

void TstWishes::slowAnswerIsSpokenOf()
{
    SmallDesk small;
    SlowRunner runner(small.desk);
    MemoryJournal journal;
    Session session(runner, journal);
    session.setActor(small.actor(small.lin));
    session.findChild<QTimer *>(QStringLiteral("slow"))->setInterval(5);
    const domain::CaseId id = small.admit();
    QSignalSpy done(&session, &Session::done);
    QSignalSpy waiting(&session, &Session::waitingChanged);
    session.commandAbout({id, QStringLiteral("D-1")}, QStringLiteral("claim"), claimOf(id));
    QVERIFY(session.isRunning(QStringLiteral("claim")) && !session.isRunning(QStringLiteral("take_next")));
    QVERIFY(!session.waiting());
    QTRY_VERIFY(session.waiting());
    runner.runAll();
    QTRY_COMPARE(done.count(), 1);
    QVERIFY(!session.waiting() && !session.isRunning(QStringLiteral("claim")));
    QCOMPARE(waiting.count(), 2);
}

void TstWishes::whatCanOnlyBeReadIsNotWritten()
{
    const Speaking english(false);
    PresentingDesk desk;
    RulingPresenter ruling(desk.session);
    desk.hold();
    ruling.edit([](domain::Ruling &draft) { draft = SmallDesk::bandRuling(); });
    QList<CommandFault> faults;
    connect(&desk.session, &Session::refused, this, [&](const QString &, const usecases::CommandError &error) { faults.append(error.fault); });
    desk.session.setReadOnly(true);
    desk.session.command(QStringLiteral("note"), [](usecases::CaseCommands &, const usecases::Command &) -> usecases::Done<usecases::Receipt> {
        qFatal("given to a database that takes no changes");
    });
    QCOMPARE(faults.size(), 1);
    QCOMPARE(faults.constFirst(), CommandFault::StoreReadOnly);
    QVERIFY(!ruling.canSign());
    QCOMPARE(ruling.cannotSignText(), QStringLiteral("Cannot sign yet: the database can only be read."));
    QVERIFY(!readOnlyText().isEmpty());
}

void TstWishes::recallSaysHowFarItIs()
{
    const Speaking english(false);
    usecases::CommandError error(CommandFault::RecallWindowOver);
    error.until = SmallDesk::at("2026-10-12T09:25");
    const auto text = [&error](domain::DisputeState state) {
        error.state = state;
        return errorText(error);
    };
    using enum domain::DisputeState;
    QVERIFY2(!text(Ruled).contains(QStringLiteral("being carried out")), qPrintable(text(Ruled)));
    QVERIFY(text(Executing).contains(QStringLiteral("it is being carried out")));
    QVERIFY(text(Closed).contains(QStringLiteral("the case is closed")));
    for (const domain::DisputeState state : {Ruled, Executing, Closed})
        QVERIFY(text(state).contains(QStringLiteral("2026-10-12 09:25")) && text(state).contains(QStringLiteral("appeal")));
}

QObject *make_tst_wishes();
QObject *make_tst_wishes()
{
    return new TstWishes;
}

#include "tst_wishes.moc"
