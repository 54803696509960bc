// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentingdesk.h>
#include "words.h"

#include <presentation/presencepresenter.h>

#include <usecases/queuecommands.h>

#include <memory>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;

namespace {

/// One window of a person, of which several look at one desk.
struct Looker
{
    Looker(SmallDesk &desk, const usecases::Person &who) : runner(desk.desk) { session.setActor(desk.actor(who)); }
    bool open(domain::CaseId id)
    {
        QSignalSpy opened(&session, &Session::caseOpened);
        session.open(id);
        return opened.wait(5000);
    }
    QStringList sees(domain::CaseId id)
    {
        presence.look();
        QCoreApplication::processEvents();
        return presence.lookersAt(id);
    }
    InlineRunner runner;
    MemoryJournal journal;
    Session session{runner, journal};
    PresencePresenter presence{session};
};

} // namespace

/// Who looks at which case now: others, never oneself, and nobody who has gone.
class TstPresence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<SmallDesk>();
        m_case = m_desk->admit(QStringLiteral("D-1"));
        m_lin = std::make_unique<Looker>(*m_desk, m_desk->lin);
        m_chen = std::make_unique<Looker>(*m_desk, m_desk->chen);
    }
    void cleanup()
    {
        m_lin.reset();
        m_chen.reset();
        m_desk.reset();
    }

    void othersAppearByThePoll();
    void nobodyIsTheirOwnCompany();
    void whoLeavesIsGone();
    void whoOpensAnotherCaseIsThere();
    void whoSaysNothingIsGoneAfterAWhile();
    void unusedWindowLooksAtNothing();
    void whoIsOnAnotherPageDoesNotLook();
    void sentenceNamesAllInBothLanguages();

private:
    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Looker> m_lin, m_chen;
    domain::CaseId m_case;
};

void TstPresence::othersAppearByThePoll()
{
    m_lin->presence.start();
    QSignalSpy changed(&m_lin->presence, &PresencePresenter::changed);
    QCoreApplication::processEvents();
    QVERIFY(m_chen->open(m_case));
    QTRY_COMPARE(m_lin->presence.lookersAt(m_case), QStringList{m_desk->chen.name}); // nobody asked it to look
    QCOMPARE(changed.count(), 1);
    m_chen->session.closeCase();
    QTRY_VERIFY(m_lin->presence.lookersAt(m_case).isEmpty());
    QCOMPARE(changed.count(), 2);
}

void TstPresence::nobodyIsTheirOwnCompany()
{
    QVERIFY(m_lin->open(m_case));
    Looker second(*m_desk, m_desk->lin); // the same person's other window
    QVERIFY(second.open(m_case));
    QTRY_COMPARE(m_chen->sees(m_case), QStringList{m_desk->lin.name}); // once, in two windows
    QCOMPARE(m_lin->sees(m_case), QStringList());
    QVERIFY(m_chen->open(m_case));
    QTRY_COMPARE(m_lin->sees(m_case), QStringList{m_desk->chen.name}); // an answer has come, and it leaves lin out
    QTRY_COMPARE(second.sees(m_case), QStringList{m_desk->chen.name});
    QTRY_COMPARE(m_chen->sees(m_case), QStringList{m_desk->lin.name});
}

void TstPresence::whoLeavesIsGone()
{
    QVERIFY(m_chen->open(m_case));
    QTRY_COMPARE(m_lin->sees(m_case), QStringList{m_desk->chen.name});
    m_chen->session.closeCase();
    QTRY_COMPARE(m_lin->sees(m_case), QStringList());
}

void TstPresence::whoOpensAnotherCaseIsThere()
{
    const domain::CaseId other = m_desk->admit(QStringLiteral("D-2"));
    QVERIFY(m_chen->open(m_case));
    QTRY_COMPARE(m_lin->sees(m_case), QStringList{m_desk->chen.name});
    QVERIFY(m_chen->open(other));
    QTRY_COMPARE(m_lin->sees(other), QStringList{m_desk->chen.name});
    QCOMPARE(m_lin->sees(m_case), QStringList());
}

void TstPresence::whoSaysNothingIsGoneAfterAWhile()
{
    QVERIFY(m_chen->open(m_case));
    m_chen.reset(); // as a window that was killed: it says no goodbye
    m_desk->advance(usecases::QueueCommands::presenceMs);
    QTRY_COMPARE(m_lin->sees(m_case), QStringList{m_desk->chen.name});
    m_desk->advance(1);
    QTRY_COMPARE(m_lin->sees(m_case), QStringList());
    // A living window says it often enough to be missed twice.
    QVERIFY(2 * usecases::QueueCommands::presenceTouchMs < usecases::QueueCommands::presenceMs);
}

void TstPresence::unusedWindowLooksAtNothing()
{
    QVERIFY(m_chen->open(m_case));
    QTRY_COMPARE(m_lin->sees(m_case), QStringList{m_desk->chen.name});
    m_chen->presence.setActive(false);
    QTRY_COMPARE(m_lin->sees(m_case), QStringList());
    m_chen->presence.setActive(true);
    QTRY_COMPARE(m_lin->sees(m_case), QStringList{m_desk->chen.name});
}

/// At once, and again at once on return; meanwhile they hear who looks at what.
void TstPresence::whoIsOnAnotherPageDoesNotLook()
{
    QVERIFY(m_chen->open(m_case));
    QTRY_COMPARE(m_lin->sees(m_case), QStringList{m_desk->chen.name});
    m_chen->presence.setCaseShown(false);
    QTRY_COMPARE(m_lin->sees(m_case), QStringList());
    QVERIFY(m_lin->open(m_case));
    QTRY_COMPARE(m_chen->sees(m_case), QStringList{m_desk->lin.name});
    const domain::CaseId other = m_desk->admit(QStringLiteral("D-2"));
    QVERIFY(m_chen->open(other)); // read again or another one: what nobody sees is not looked at
    QCOMPARE(m_lin->sees(other), QStringList());
    m_chen->presence.setCaseShown(true);
    QTRY_COMPARE(m_lin->sees(other), QStringList{m_desk->chen.name});
}

void TstPresence::sentenceNamesAllInBothLanguages()
{
    QVERIFY(m_lin->open(m_case));
    QVERIFY(m_chen->open(m_case));
    QTRY_COMPARE(m_lin->sees(m_case).size(), 1);
    {
        const Speaking english(false);
        QCOMPARE(m_lin->presence.sentence(), QStringLiteral("陈默 is looking at this case too."));
    }
    Looker zhou(*m_desk, m_desk->zhou);
    QVERIFY(zhou.open(m_case));
    QTRY_COMPARE(m_lin->sees(m_case).size(), 2);
    {
        const Speaking english(false);
        QCOMPARE(m_lin->presence.sentence(), QStringLiteral("%1 are looking at this case too.").arg(m_lin->presence.lookersAt(m_case).join(QStringLiteral(", "))));
    }
    const Speaking chinese(true);
    QCOMPARE(m_lin->presence.sentence(), QStringLiteral("%1 也在查看本案。").arg(m_lin->presence.lookersAt(m_case).join(QStringLiteral("、"))));
}

QObject *make_tst_presence();
QObject *make_tst_presence()
{
    return new TstPresence;
}

#include "tst_presence.moc"
