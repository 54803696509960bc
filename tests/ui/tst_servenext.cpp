// SPDX-License-Identifier: GPL-3.0-or-later
#include "../presentation/words.h"
#include "seat.h"

#include <presentation/errortext.h>

#include <optional>

using namespace arb;
using namespace arb::tests;

/// The window at a desk that gives out cases in order.
class TstServeNext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void refusalEndsWithTheCaseItNamed();
    void whatElseWasSaidStays();
    void afterASkipTheNextComes();
    void afterTheLastSkipItIsSaid();
    void supervisorChoosesAfterASkip();
    void skipOfTheQueuePageStaysThere();
    void asksNoReasonForWhatIsNotPassed();

private:
    /// Skips by the key, for the third reason: the case cannot be opened.
    void skip() const
    {
        m_seat->press(Qt::Key_S);
        QVERIFY(Seat::hasDialog());
        m_seat->press(Qt::Key_3);
        QTRY_VERIFY(!Seat::dialog());
    }
    bool take()
    {
        m_seat->press(Qt::Key_F2);
        return QTest::qWaitFor([this] { return m_seat->session.holdsOpenCase(); });
    }
    bool isTold(const QString &words) const { return m_seat->find<QLabel>("toastText")->isVisible() && m_seat->toast().contains(words); }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
    std::optional<Speaking> m_speaking;
    domain::CaseId m_first, m_second;
};

void TstServeNext::init()
{
    m_speaking.emplace(false);
    m_desk = std::make_unique<SmallDesk>();
    must(usecases::DeskCommands(m_desk->desk).setSetting({usecases::ownerActor(), {}, {}, {}}, QStringLiteral("serve_next"), "true"), "setting");
    m_first = m_desk->admit(QStringLiteral("D-1"));
    m_second = m_desk->admit(QStringLiteral("D-2")); // the same in everything else: the lower id comes first
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    QVERIFY(m_seat->show());
}

void TstServeNext::cleanup()
{
    m_seat.reset();
    m_desk.reset();
    m_speaking.reset();
}

void TstServeNext::refusalEndsWithTheCaseItNamed()
{
    QVERIFY(m_seat->open(m_second));
    m_seat->trigger("claim");
    QTRY_VERIFY2(isTold(QStringLiteral("the next one for you is D-1")), qPrintable(m_seat->toast()));
    m_seat->press(Qt::Key_F2);
    QTRY_VERIFY(m_seat->session.holdsOpenCase());
    QCOMPARE(m_seat->session.view()->record.header.id, m_first);
    QTRY_VERIFY(!m_seat->find<QLabel>("toastText")->isVisible()); // it is here
}

void TstServeNext::whatElseWasSaidStays()
{
    m_seat->window->say([] { return QStringLiteral("written elsewhere"); });
    m_seat->press(Qt::Key_F2);
    QTRY_VERIFY(m_seat->session.holdsOpenCase());
    QCoreApplication::processEvents();
    QVERIFY(isTold(QStringLiteral("written elsewhere")));
}

void TstServeNext::afterASkipTheNextComes()
{
    QVERIFY(take());
    QCOMPARE(m_seat->session.view()->record.header.id, m_first);
    skip();
    QTRY_VERIFY(m_seat->session.holdsOpenCase() && m_seat->session.view()->record.header.id == m_second);
    QVERIFY(isTold(QStringLiteral("Skipped: D-1")));
    QCOMPARE(m_desk->header(m_first).state, domain::DisputeState::Queued);
}

void TstServeNext::afterTheLastSkipItIsSaid()
{
    m_desk->claim(m_desk->xu, m_second);
    QVERIFY(take());
    skip();
    QTRY_VERIFY2(isTold(presentation::errorText(usecases::CommandFault::QueueEmpty)), qPrintable(m_seat->toast()));
    QVERIFY(!m_seat->session.view());
    QCOMPARE(m_desk->header(m_first).state, domain::DisputeState::Queued); // not the same one again
}

void TstServeNext::supervisorChoosesAfterASkip()
{
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->xu);
    QVERIFY(m_seat->show());
    QVERIFY(take());
    const domain::CaseId held = m_seat->session.view()->record.header.id;
    skip();
    QTRY_VERIFY(!m_seat->session.view());
    QTRY_VERIFY(!m_seat->session.busy());
    QCOMPARE(m_desk->header(held).state, domain::DisputeState::Queued);
    QCOMPARE(m_desk->header(held == m_first ? m_second : m_first).state, domain::DisputeState::Queued); // nothing was taken for them
}

void TstServeNext::skipOfTheQueuePageStaysThere()
{
    QVERIFY(m_seat->start());
    QVERIFY(take());
    m_seat->trigger("queuePage");
    m_seat->rows.setView(usecases::QueueView::Mine);
    QTRY_COMPARE(m_seat->rows.model().idAt(0), m_first);
    QTRY_VERIFY(m_seat->find("queueTable")->hasFocus());
    QTRY_VERIFY(m_seat->find("queuePage")->isVisible());
    skip();
    QTRY_COMPARE(m_desk->header(m_first).state, domain::DisputeState::Queued);
    QTRY_VERIFY(!m_seat->session.busy());
    QVERIFY(m_seat->find("queuePage")->isVisible());
    QCOMPARE(m_desk->header(m_second).state, domain::DisputeState::Queued);
}

/// Nobody is asked for a reason or a time, to hear afterwards that cases come in order here; a supervisor chooses.
void TstServeNext::asksNoReasonForWhatIsNotPassed()
{
    QVERIFY(m_seat->start());
    QTRY_COMPARE(m_seat->rows.model().rowCount(), 2);
    QTRY_VERIFY(m_seat->rows.servesInOrder().has_value());
    m_seat->trigger("queuePage");
    QTRY_VERIFY(m_seat->rows.model().at(0) != nullptr);
    const QString refusal = presentation::commandLineText(usecases::CommandError(usecases::CommandFault::OnlyHolderPasses));
    for (const char *key : {"skip", "park"}) {
        m_seat->find<QLabel>("toastText")->clear();
        m_seat->trigger(key);
        QVERIFY2(!Seat::dialog(), key);
        QTRY_VERIFY2(isTold(refusal), qPrintable(m_seat->toast()));
    }
    m_seat->session.setActor(m_desk->actor(m_desk->xu));
    m_seat->trigger("skip");
    QVERIFY(Seat::hasDialog());
    Seat::dialog()->reject();
}

QObject *make_tst_servenext();
QObject *make_tst_servenext()
{
    return new TstServeNext;
}

#include "tst_servenext.moc"
