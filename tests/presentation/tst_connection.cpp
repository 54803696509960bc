// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentingdesk.h>
#include "words.h"

#include <presentation/errortext.h>
#include <presentation/queuepresenter.h>
#include <presentation/rulingpresenter.h>

#include <QtCore/QTimer>

#include <memory>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;
using usecases::CommandFault;

/// A database that goes away and comes back: what is said meanwhile, and what becomes of a ruling that was on its way.
class TstConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<PresentingDesk>();
        m_desk->session.findChild<QTimer *>(QStringLiteral("reconnect"))->setInterval(5);
        m_presenter = std::make_unique<RulingPresenter>(m_desk->session);
    }
    void cleanup()
    {
        m_presenter.reset();
        m_desk.reset();
    }

    void rulingThatWasRecordedIsReported();
    void rulingThatWasNotRecordedIsStillHere();
    void asksUntilItIsBack();
    void queueNoticesTheLoss();
    void signsOverNoUnseenChange();
    void myOwnActIsNoChange();
    void saysWhatChangedAndWho();
    void sumsNameTheirFigures();

private:
    domain::CaseId readyToSign()
    {
        const domain::CaseId id = m_desk->desk.admit(QStringLiteral("D-1"));
        m_desk->desk.claim(m_desk->desk.lin, id);
        if (!m_desk->open(id))
            qFatal("the case does not open");
        m_presenter->takeSuggestion();
        m_presenter->edit([](domain::Ruling &ruling) { ruling = SmallDesk::bandRuling(); });
        if (!m_presenter->canSign())
            qFatal("%s", qPrintable(m_presenter->cannotSignText()));
        return id;
    }
    MemoryStore &store() { return m_desk->desk.store; }
    /// What is refused from now on.
    std::shared_ptr<QList<usecases::CommandError>> refusals()
    {
        auto errors = std::make_shared<QList<usecases::CommandError>>();
        connect(&m_desk->session, &Session::refused, this, [errors](const QString &, const usecases::CommandError &error) { errors->append(error); });
        return errors;
    }

    std::unique_ptr<PresentingDesk> m_desk;
    std::unique_ptr<RulingPresenter> m_presenter;
};

void TstConnection::rulingThatWasRecordedIsReported()
{
    const Speaking english(false);
    const domain::CaseId id = readyToSign();
    QSignalSpy done(&m_desk->session, &Session::done);
    QList<domain::UtcMs> recovered;
    connect(&m_desk->session, &Session::recovered, &m_desk->session, [&recovered](const QString &, domain::UtcMs at) { recovered.append(at); });
    const auto refused = refusals();
    store().breakAtNextWrite(true);
    m_presenter->sign(false);
    QTRY_VERIFY(m_desk->session.offline());
    QVERIFY(m_desk->session.inDoubt(QStringLiteral("rule")));
    QCOMPARE(m_presenter->cannotSignText(), QStringLiteral("Checking whether your last ruling was recorded…"));
    QVERIFY(m_presenter->signing()); // nobody signs a second time meanwhile
    QVERIFY(done.isEmpty());
    store().comeBack();
    QTRY_COMPARE(recovered.size(), 1);
    QCOMPARE(done.count(), 1);
    QVERIFY(refused->isEmpty());
    QVERIFY(!m_presenter->signing());
    QCOMPARE(recordedText(recovered.constFirst()), QStringLiteral("Recorded at 2026-10-12 09:00."));
    QCOMPARE(m_desk->desk.record(id).rulings.size(), 1);
    QVERIFY(!m_desk->journal.kept.contains(id)); // as after any success
}

void TstConnection::rulingThatWasNotRecordedIsStillHere()
{
    const Speaking english(false);
    const domain::CaseId id = readyToSign();
    QSignalSpy done(&m_desk->session, &Session::done);
    const auto refused = refusals();
    QTRY_VERIFY(!m_desk->journal.written.isEmpty()); // the next write is the ruling
    store().breakAtNextWrite(false);
    m_presenter->sign(false);
    QTRY_VERIFY(m_desk->session.inDoubt(QStringLiteral("rule")));
    store().comeBack();
    QTRY_COMPARE(refused->size(), 1);
    QVERIFY(done.isEmpty());
    QCOMPARE(errorText(refused->constFirst()), QStringLiteral("Not recorded; your draft is still here."));
    QVERIFY(!m_presenter->signing());
    QVERIFY(m_desk->desk.record(id).rulings.isEmpty());
    QVERIFY2(m_presenter->canSign(), qPrintable(m_presenter->cannotSignText()));
    m_presenter->sign(false);
    QTRY_COMPARE(done.count(), 1);
    QCOMPARE(m_desk->desk.record(id).rulings.size(), 1);
}

void TstConnection::asksUntilItIsBack()
{
    const Speaking english(false);
    readyToSign();
    store().goOffline();
    m_desk->session.heardOffline();
    QCOMPARE(m_desk->session.attempt(), 1);
    QTRY_VERIFY(m_desk->session.attempt() >= 3);
    QVERIFY(!m_presenter->canSign());
    QCOMPARE(m_presenter->cannotSignText(), QStringLiteral("Cannot sign yet: the database connection is lost."));
    QVERIFY2(reconnectingText(3).startsWith(QStringLiteral("The database connection is lost; reconnecting (attempt 3). Open evidence stays readable")),
             qPrintable(reconnectingText(3)));
    const auto refused = refusals();
    m_desk->session.command(QStringLiteral("note"), [](usecases::CaseCommands &, const usecases::Command &) -> usecases::Done<usecases::Receipt> {
        qFatal("given to a database that is not there");
    });
    QCOMPARE(refused->size(), 1);
    store().comeBack();
    QTRY_VERIFY(!m_desk->session.offline());
    QVERIFY(m_presenter->canSign());
}

void TstConnection::queueNoticesTheLoss()
{
    QueuePresenter queue(m_desk->session);
    int failed = 0;
    connect(&queue, &QueuePresenter::failed, this, [&failed] { ++failed; });
    store().goOffline();
    queue.refresh();
    QTRY_VERIFY(m_desk->session.offline());
    QCOMPARE(failed, 0); // the loss is said once, at one place
    QSignalSpy refreshed(&queue, &QueuePresenter::refreshed);
    store().comeBack();
    QTRY_VERIFY(!refreshed.isEmpty());
}

void TstConnection::signsOverNoUnseenChange()
{
    const domain::CaseId id = readyToSign();
    const auto refused = refusals();
    must(m_desk->desk.commands.tag(m_desk->desk.as(m_desk->desk.xu), id, {QStringLiteral("needs_specialist")}, {}), "tag");
    m_presenter->sign(false);
    QTRY_COMPARE(refused->size(), 1);
    const auto error = refused->constFirst();
    QCOMPARE(error.fault, CommandFault::Changed);
    QCOMPARE(error.who, m_desk->desk.xu.name);
    QCOMPARE(error.text, QStringLiteral("tag"));
    QVERIFY(m_desk->desk.record(id).rulings.isEmpty());
    QVERIFY(m_desk->open(id)); // now it has been seen
    QSignalSpy done(&m_desk->session, &Session::done);
    m_presenter->sign(false);
    QTRY_COMPARE(done.count(), 1);
}

void TstConnection::myOwnActIsNoChange()
{
    const domain::CaseId id = readyToSign();
    QSignalSpy done(&m_desk->session, &Session::done);
    m_desk->session.command(QStringLiteral("renew"), [id](usecases::CaseCommands &commands, const usecases::Command &command) { return commands.renewLease(command, id); });
    QTRY_COMPARE(done.count(), 1);
    m_presenter->sign(false); // though the case has not been read again
    QTRY_COMPARE(done.count(), 2);
    QCOMPARE(m_desk->desk.record(id).rulings.size(), 1);
}

void TstConnection::saysWhatChangedAndWho()
{
    usecases::CommandError error(CommandFault::Changed, QStringLiteral("supplement"));
    error.who = QStringLiteral("陈默");
    error.since = SmallDesk::at("2026-10-12T09:05");
    const Speaking chinese(true);
    QCOMPARE(errorText(error), QStringLiteral("您撰写期间案件有变化：证据（陈默，2026-10-12 09:05）。草稿已保留，裁决没有发出。请查看变化后再签署。"));
    error.who = QStringLiteral("system");
    error.text = QStringLiteral("lease_expire");
    QVERIFY2(errorText(error).contains(QStringLiteral("承办人（到期自动处理，")), qPrintable(errorText(error)));
}

void TstConnection::sumsNameTheirFigures()
{
    readyToSign();
    m_presenter->edit([](domain::Ruling &ruling) {
        ruling.funding = {{domain::FundSource::Deposit, domain::Money(10'000)}, {domain::FundSource::Reserve, domain::Money(6'000)}};
    });
    const Speaking chinese(true);
    QCOMPARE(m_presenter->cannotSignText(), QStringLiteral("还不能签署：各项合计 160.00 元，应为 269.00 元，差 109.00 元。请调整“资金来自”。其他内容已保存。"));
    const domain::RulingFault fault{domain::RulingProblem::LegsDoNotAddUp, QStringLiteral("/legs"), {}, domain::Money(100), domain::Money(300)};
    QCOMPARE(faultText(fault, {}), QStringLiteral("各项合计 1.00 元，应为 3.00 元，差 2.00 元。请调整“退款各项”（/legs）"));
}

QObject *make_tst_connection();
QObject *make_tst_connection()
{
    return new TstConnection;
}

#include "tst_connection.moc"
