// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentingdesk.h>

#include <presentation/rulingpresenter.h>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;

/// The open case follows what others write to it; what is being written here stays.
class TstFollow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void readsWhatAnotherWrote();
    void readsNothingWhereNothingChanged();
    void leavesTheAnswerToACommand();
    void whatIsTypedStays();
    void readingAgainOvertakesNoWish();

private:
    bool open()
    {
        QSignalSpy opened(&*m_session, &Session::caseOpened);
        m_session->open(m_case);
        return opened.wait(1000);
    }
    /// Puts the question and has it answered.
    bool follow()
    {
        m_session->follow();
        const bool asked = m_reader->waiting() == 1;
        m_reader->runAll();
        return asked;
    }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<InlineRunner> m_runner;
    std::unique_ptr<SlowRunner> m_reader;
    MemoryJournal m_journal;
    std::unique_ptr<Session> m_session;
    domain::CaseId m_case;
};

void TstFollow::init()
{
    m_journal = {};
    m_desk = std::make_unique<SmallDesk>();
    m_runner = std::make_unique<InlineRunner>(m_desk->desk);
    m_reader = std::make_unique<SlowRunner>(m_desk->desk);
    m_session = std::make_unique<Session>(*m_runner, *m_reader, m_journal);
    m_session->setActor(m_desk->actor(m_desk->lin));
    m_case = m_desk->admit(QStringLiteral("D-1"));
}

void TstFollow::cleanup()
{
    m_session.reset();
    m_reader.reset();
    m_runner.reset();
    m_desk.reset();
}

void TstFollow::readsWhatAnotherWrote()
{
    QVERIFY(open());
    m_desk->claim(m_desk->chen, m_case);
    QCOMPARE(m_session->view()->record.header.state, domain::DisputeState::Queued);
    QVERIFY(follow());
    QTRY_COMPARE(m_session->view()->record.header.holder, m_desk->chen.id);
    must(m_desk->commands.takeOver(m_desk->as(m_desk->xu), m_case, QStringLiteral("ill")), "take over");
    QVERIFY(QTest::qWaitFor([this] { return follow(); })); // once the answer before has come
    QTRY_COMPARE(m_session->view()->record.header.holderName, QStringLiteral("许文"));
}

void TstFollow::readsNothingWhereNothingChanged()
{
    m_session->follow();
    QCOMPARE(m_reader->waiting(), 0); // no case is open
    QVERIFY(open());
    QSignalSpy opened(&*m_session, &Session::caseOpened);
    QVERIFY(follow());
    QVERIFY(QTest::qWaitFor([this] { return follow(); }));
    m_session->closeCase();
    QTRY_VERIFY((m_session->follow(), m_reader->waiting() == 0));
    QCoreApplication::processEvents();
    QCOMPARE(opened.count(), 0);
    QVERIFY(!m_session->view());
}

void TstFollow::leavesTheAnswerToACommand()
{
    SlowRunner slow(m_desk->desk);
    Session session(slow, *m_reader, m_journal);
    session.setActor(m_desk->actor(m_desk->lin));
    QSignalSpy opened(&session, &Session::caseOpened), done(&session, &Session::done);
    session.open(m_case);
    slow.runAll();
    QTRY_COMPARE(opened.count(), 1);
    session.command(QStringLiteral("note"), [this](usecases::CaseCommands &commands, const usecases::Command &command) {
        return commands.note(command, m_case, QStringLiteral("seen"));
    });
    session.follow();
    QCOMPARE(m_reader->waiting(), 0);
    slow.runAll();
    QTRY_COMPARE(done.count(), 1);
    session.follow();
    QCOMPARE(m_reader->waiting(), 1);
    m_reader->runAll();
}

void TstFollow::whatIsTypedStays()
{
    RulingPresenter ruling(*m_session);
    m_desk->claim(m_desk->lin, m_case);
    QVERIFY(open());
    ruling.takeSuggestion();
    ruling.edit([](domain::Ruling &draft) { draft.reasonsZh = QStringLiteral("手环无法开机，"); });
    ruling.setRefundText(QStringLiteral("12x"));
    must(m_desk->commands.note(m_desk->as(m_desk->xu), m_case, QStringLiteral("look at the seal")), "note");
    QVERIFY(follow());
    QTRY_COMPARE(m_session->view()->record.notes.size(), 1);
    QCOMPARE(ruling.draft().reasonsZh, QStringLiteral("手环无法开机，"));
    QCOMPARE(ruling.refundText(), QStringLiteral("12x"));
    QVERIFY(ruling.touched() && ruling.outcomeChosen());
}

/// A word from elsewhere (a notice, a command of the case that is left) must not take the reader back.
void TstFollow::readingAgainOvertakesNoWish()
{
    SlowRunner slow(m_desk->desk);
    Session session(slow, *m_reader, m_journal);
    session.setActor(m_desk->actor(m_desk->lin));
    QSignalSpy opened(&session, &Session::caseOpened);
    session.open(m_case);
    slow.runAll();
    QTRY_COMPARE(opened.count(), 1);
    const domain::CaseId next = m_desk->admit(QStringLiteral("D-2"));
    session.open(next);
    session.reopen();
    slow.runAll();
    QTRY_COMPARE(session.view()->record.header.id, next);
    session.reopen();
    slow.runAll();
    QTRY_COMPARE(opened.count(), 3);
    QCOMPARE(session.view()->record.header.id, next);
}

QObject *make_tst_follow();
QObject *make_tst_follow()
{
    return new TstFollow;
}

#include "tst_follow.moc"
