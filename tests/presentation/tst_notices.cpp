// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentingdesk.h>
#include "words.h"

#include <presentation/noticespresenter.h>

#include <QtTest/QSignalSpy>

#include <memory>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;
using usecases::NoticeKind;

/// What a person is told of others' acts: once aloud, until it is read, in whole sentences.
class TstNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<PresentingDesk>();
        m_presenter = std::make_unique<NoticesPresenter>(m_desk->session);
    }
    void cleanup()
    {
        m_presenter.reset();
        m_desk.reset();
    }

    void takeOverNamesWhoAndWhen();
    void isToldOnceAndStaysUntilRead();
    void readingThatFailedComesBack();
    void eachPersonHasTheirOwn();
    void looksByItself();
    void countInBothLanguages();
    void everyKindReads_data();
    void everyKindReads();
    void claimOfWhatWasParkedIsNamed();

private:
    void takeFromLin(const QString &caseNo)
    {
        const domain::CaseId id = m_desk->desk.admit(caseNo);
        m_desk->desk.claim(m_desk->desk.lin, id);
        must(m_desk->desk.commands.takeOver(m_desk->desk.as(m_desk->desk.xu), id, QStringLiteral("shift over")), "take over");
    }
    qsizetype stored() { return m_desk->desk.store.notices(m_desk->desk.lin.id)->size(); }

    std::unique_ptr<PresentingDesk> m_desk;
    std::unique_ptr<NoticesPresenter> m_presenter;
};

void TstNotices::takeOverNamesWhoAndWhen()
{
    m_desk->desk.advance(5 * domain::minuteMs);
    takeFromLin(QStringLiteral("D-1"));
    m_presenter->look();
    QTRY_COMPARE(m_presenter->unread().size(), 1);
    const usecases::Notice notice = m_presenter->unread().constFirst();
    QCOMPARE(notice.kind, NoticeKind::TakenOver);
    {
        const Speaking english(false);
        QCOMPARE(NoticesPresenter::sentence(notice, m_desk->desk.clock.at),
                 QStringLiteral("许文 took over D-1, today 09:05. What you wrote went along and is kept with you too. Reason: shift over"));
    }
    const Speaking chinese(true);
    const QString sentence = NoticesPresenter::sentence(notice, m_desk->desk.clock.at);
    for (const char *part : {"许文", "已于今天 09:05 接手 D-1", "原因：shift over"})
        QVERIFY2(sentence.contains(QString::fromUtf8(part)), qPrintable(sentence));
}

void TstNotices::isToldOnceAndStaysUntilRead()
{
    takeFromLin(QStringLiteral("D-1"));
    QSignalSpy arrived(m_presenter.get(), &NoticesPresenter::arrived);
    m_presenter->look();
    QTRY_COMPARE(arrived.count(), 1);
    takeFromLin(QStringLiteral("D-2"));
    m_presenter->look();
    QTRY_COMPARE(arrived.count(), 2);
    const auto fresh = arrived.at(1).at(0).value<QList<usecases::Notice>>();
    QCOMPARE(fresh.size(), 1); // the first one has been told
    QCOMPARE(fresh.constFirst().caseNo, QStringLiteral("D-2"));
    QCOMPARE(m_presenter->unread().size(), 2);
    QCOMPARE(m_presenter->unread().constFirst().caseNo, QStringLiteral("D-1")); // oldest first
    m_presenter->acknowledge({m_presenter->unread().constFirst().id});
    QCOMPARE(m_presenter->unread().size(), 1); // at once, before the database answers
    QTRY_COMPARE(stored(), 1);
    m_presenter->acknowledgeAll();
    QTRY_COMPARE(stored(), 0);
    NoticesPresenter later(m_desk->session); // the next window
    QSignalSpy told(&later, &NoticesPresenter::arrived);
    later.look();
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QCOMPARE(told.count(), 0);
    QCOMPARE(arrived.count(), 2);
}

void TstNotices::readingThatFailedComesBack()
{
    takeFromLin(QStringLiteral("D-1"));
    QSignalSpy arrived(m_presenter.get(), &NoticesPresenter::arrived);
    m_presenter->look();
    QTRY_COMPARE(m_presenter->unread().size(), 1);
    m_desk->desk.store.failNextWrite(usecases::StoreError::Busy);
    m_presenter->acknowledgeAll();
    QVERIFY(m_presenter->unread().isEmpty());
    QTRY_COMPARE(m_presenter->unread().size(), 1);
    QCOMPARE(stored(), 1);
    QCOMPARE(arrived.count(), 1); // not called out again
}

void TstNotices::eachPersonHasTheirOwn()
{
    takeFromLin(QStringLiteral("D-1"));
    m_presenter->look();
    QTRY_COMPARE(m_presenter->unread().size(), 1);
    m_desk->session.setActor(m_desk->desk.actor(m_desk->desk.chen));
    QVERIFY(m_presenter->unread().isEmpty()); // nobody reads another's, not for a moment
    QCOMPARE(m_presenter->summary(), QString());
    m_desk->session.setActor(m_desk->desk.actor(m_desk->desk.lin));
    QTRY_COMPARE(m_presenter->unread().size(), 1);
}

void TstNotices::looksByItself()
{
    m_presenter->start();
    QCoreApplication::processEvents();
    takeFromLin(QStringLiteral("D-1"));
    QTRY_COMPARE_WITH_TIMEOUT(m_presenter->unread().size(), 1, 20'000);
}

void TstNotices::countInBothLanguages()
{
    QCOMPARE(m_presenter->summary(), QString());
    takeFromLin(QStringLiteral("D-1"));
    m_presenter->look();
    QTRY_COMPARE(m_presenter->unread().size(), 1);
    {
        const Speaking english(false);
        QCOMPARE(m_presenter->summary(), QStringLiteral("1 notice"));
    }
    takeFromLin(QStringLiteral("D-2"));
    m_presenter->look();
    QTRY_COMPARE(m_presenter->unread().size(), 2);
    {
        const Speaking english(false);
        QCOMPARE(m_presenter->summary(), QStringLiteral("2 notices"));
    }
    const Speaking chinese(true);
    QCOMPARE(m_presenter->summary(), QStringLiteral("2 条通知"));
}

void TstNotices::everyKindReads_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::newRow("English") << false;
    QTest::newRow("Chinese") << true;
}

void TstNotices::everyKindReads()
{
    QFETCH(bool, chinese);
    const Speaking speaking(chinese);
    const domain::UtcMs at = SmallDesk::at("2026-10-12T08:30");
    QStringList sentences;
    for (const NoticeKind kind : {NoticeKind::TakenOver, NoticeKind::Assigned, NoticeKind::SentBack, NoticeKind::Answered, NoticeKind::Released, NoticeKind::Expired, NoticeKind::Mentioned}) {
        usecases::Notice notice;
        notice.caseNo = QStringLiteral("D-7");
        notice.at = at;
        notice.kind = kind;
        notice.by = QStringLiteral("Ann");
        notice.text = QStringLiteral("why\u202Ewhy");
        const QString sentence = NoticesPresenter::sentence(notice, at.plusMs(domain::hourMs));
        QVERIFY2(sentence.contains(QStringLiteral("D-7")) && sentence.contains(QStringLiteral("08:30")), qPrintable(sentence));
        QCOMPARE(isChinese(sentence), chinese);
        QVERIFY2(!sentence.contains(u'\u202E'), "what others wrote turns the line around");
        QVERIFY(!sentences.contains(sentence));
        sentences.append(sentence);
    }
}

void TstNotices::claimOfWhatWasParkedIsNamed()
{
    usecases::Notice notice;
    notice.caseNo = QStringLiteral("D-7");
    notice.at = SmallDesk::at("2026-10-12T08:30");
    notice.by = QStringLiteral("Ann");
    const auto said = [&notice] { return NoticesPresenter::sentence(notice, notice.at); };
    {
        const Speaking english(false);
        QCOMPARE(said(), QStringLiteral("Ann claimed D-7, which you had parked, today 08:30. It is not put aside any more."));
        notice.text = QStringLiteral(":assigned");
        QCOMPARE(said(), QStringLiteral("Ann assigned D-7, which was kept for you, to somebody else, today 08:30."));
        notice.text = QStringLiteral(":parked");
        QCOMPARE(said(), QStringLiteral("Ann parked D-7, which is kept for you, today 08:30."));
    }
    const Speaking chinese(true);
    notice.text = QStringLiteral(":undone");
    QVERIFY2(isChinese(said()) && !said().contains(u':' + QStringLiteral("undone")), qPrintable(said()));
    notice.text.clear();
    QVERIFY2(isChinese(said()) && said().contains(QStringLiteral("搁置")), qPrintable(said()));
}

QObject *make_tst_notices();
QObject *make_tst_notices()
{
    return new TstNotices;
}

#include "tst_notices.moc"
