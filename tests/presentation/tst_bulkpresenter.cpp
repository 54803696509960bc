// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentingdesk.h>
#include "words.h"

#include <presentation/bulkpresenter.h>
#include <presentation/leasewords.h>
#include <presentation/noticespresenter.h>
#include <presentation/presencepresenter.h>

#include <usecases/queuecommands.h>

#include <QtTest/QAbstractItemModelTester>

using namespace arb;
using namespace arb::tests;
using namespace arb::presentation;
using namespace arb::usecases;

/// What the window tells of many cases, of notices, of who is looking and of a claim's end.
class TstBulkPresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void previewsCarriesOutAndTakesBack();
    void previewSaysNoMoreThanWhatWould();
    void whatWasClaimedSinceIsNotTakenBack();
    void refusedReleaseSpeaksOfNoDraft();
    void newWishForgetsTheOldPreview();
    void stopsBetweenPortions();
    void undoneReleaseSaysForWhomItIsKept();
    void previewSaysWhenADeadlineComesFirst();
    void offersWhatTheRoleMay();
    void noticesStayUntilAcknowledged();
    void noticesAreWholeSentences();
    void presenceIsToldWhileACaseIsOpen();
    void leaseSpeaksOfMineAndOthers();
};

namespace {

ManyWish tagging(const char *tag)
{
    ManyWish wish;
    wish.action = ManyAction::Tag;
    wish.addTags = {QString::fromLatin1(tag)};
    return wish;
}

QList<domain::CaseId> admitted(PresentingDesk &desk, int count)
{
    QList<domain::CaseId> ids;
    for (int n = 1; n <= count; ++n)
        ids.append(desk.desk.admit(QStringLiteral("D-%1").arg(n)));
    return ids;
}

} // namespace

void TstBulkPresenter::previewsCarriesOutAndTakesBack()
{
    const Speaking english(false);
    PresentingDesk desk;
    const QList<domain::CaseId> ids = admitted(desk, 50); // more than a portion
    must(desk.desk.commands.tag(desk.desk.as(desk.desk.lin), ids.constLast(), {QStringLiteral("batch")}, {}), "tag");
    BulkPresenter bulk(desk.session);
    const QAbstractItemModelTester tester(&bulk);
    bulk.setCases(ids);
    QVERIFY(!bulk.problem().isEmpty() || bulk.wish().action == ManyAction::Release);
    bulk.setWish(tagging("execution_failed"));
    QVERIFY2(bulk.problem().contains(QStringLiteral("execution failed")), qPrintable(bulk.problem()));
    QCOMPARE(bulk.phase(), BulkPresenter::Phase::Choosing);
    bulk.setWish(tagging("batch"));
    QTRY_COMPARE(bulk.phase(), BulkPresenter::Phase::Previewed);
    QCOMPARE(countLines(bulk.lines()).changes, 49);
    QCOMPARE(countLines(bulk.lines()).unchanged, 1);
    QVERIFY(bulk.canCarryOut() && !bulk.canUndo());
    QVERIFY(desk.desk.header(ids.constFirst()).tags.isEmpty());
    QCOMPARE(bulk.index(0, BulkPresenter::CaseColumn).data().toString(), QStringLiteral("D-1"));
    QVERIFY(bulk.summary().contains(QStringLiteral("49")));
    QSignalSpy finished(&bulk, &BulkPresenter::finished);
    bulk.carryOut();
    bulk.carryOut(); // Enter held down
    QTRY_COMPARE(bulk.phase(), BulkPresenter::Phase::Done);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(countLines(bulk.lines()).done, 49);
    QCOMPARE(desk.desk.header(ids.constFirst()).tags, QStringList{QStringLiteral("batch")});
    QCOMPARE(bulk.toText().count(u'\n'), 51);
    bulk.undo();
    QTRY_COMPARE(countLines(bulk.lines()).undone, 49);
    QTRY_COMPARE(bulk.phase(), BulkPresenter::Phase::Done);
    QVERIFY(!bulk.canUndo());
    QVERIFY(desk.desk.header(ids.constFirst()).tags.isEmpty());
    QCOMPARE(desk.desk.header(ids.constLast()).tags, QStringList{QStringLiteral("batch")});
}

void TstBulkPresenter::previewSaysNoMoreThanWhatWould()
{
    const Speaking english(false);
    PresentingDesk desk;
    const domain::CaseId id = desk.desk.admit();
    must(usecases::DeskCommands(desk.desk.desk).setSetting({ownerActor(), {}, {}, {}}, QStringLiteral("serve_next"), "true"), "setting");
    BulkPresenter bulk(desk.session);
    bulk.setCases({id});
    ManyWish parking;
    parking.action = ManyAction::Park;
    bulk.setWish(parking);
    QTRY_COMPARE(bulk.phase(), BulkPresenter::Phase::Previewed);
    const QString why = bulk.index(0, BulkPresenter::WhyColumn).data().toString();
    QVERIFY2(why.contains(QStringLiteral("in order")) && !why.contains(QStringLiteral("Nothing was changed")), qPrintable(why));
}

void TstBulkPresenter::previewSaysWhenADeadlineComesFirst()
{
    const Speaking english(false);
    PresentingDesk desk;
    desk.session.setActor(desk.desk.actor(desk.desk.xu));
    desk.session.heardTime(desk.desk.clock.at);
    BulkPresenter bulk(desk.session);
    bulk.setCases(admitted(desk, 1)); // due Monday 12:30
    ManyWish parking;
    parking.action = ManyAction::Park;
    const auto told = [&](domain::UtcMs until) {
        parking.until = until;
        bulk.setWish(parking);
        const bool done = QTest::qWaitFor([&bulk] { return bulk.phase() == BulkPresenter::Phase::Previewed; });
        return done ? bulk.index(0, BulkPresenter::WhyColumn).data().toString() : QString();
    };
    QCOMPARE(told(SmallDesk::at("2026-10-12T12:30")), QStringLiteral("Comes back today 12:30, or when evidence arrives before."));
    QCOMPARE(told(SmallDesk::at("2026-10-12T12:31")), QStringLiteral("The case's deadline is today 12:30: it comes back then."));
}

/// Nobody's claim is made by somebody else: what a supervisor released comes back as kept for who held it.
void TstBulkPresenter::undoneReleaseSaysForWhomItIsKept()
{
    const Speaking english(false);
    PresentingDesk desk;
    desk.session.setActor(desk.desk.actor(desk.desk.xu));
    desk.session.heardTime(desk.desk.clock.at);
    const QList<domain::CaseId> ids = admitted(desk, 1);
    desk.desk.claim(desk.desk.lin, ids.constFirst());
    BulkPresenter bulk(desk.session);
    bulk.setCases(ids);
    ManyWish wish;
    wish.action = ManyAction::Release;
    bulk.setWish(wish);
    QTRY_COMPARE(bulk.phase(), BulkPresenter::Phase::Previewed);
    bulk.carryOut();
    QTRY_COMPARE(countLines(bulk.lines()).done, 1);
    QTRY_COMPARE(bulk.phase(), BulkPresenter::Phase::Done);
    bulk.undo();
    QTRY_COMPARE(countLines(bulk.lines()).undone, 1);
    QCOMPARE(bulk.index(0, BulkPresenter::WhyColumn).data().toString(),
             QStringLiteral("Waiting, kept for %1 until tomorrow 09:00.").arg(desk.desk.lin.name)); // a working day
    QCOMPARE(desk.desk.header(ids.constFirst()).reservedFor, desk.desk.lin.id);
}

/// Assigned, then claimed: taking the assignment back comes too late for that one, and says so in words of its own.
void TstBulkPresenter::whatWasClaimedSinceIsNotTakenBack()
{
    PresentingDesk desk;
    desk.session.setActor(desk.desk.actor(desk.desk.xu));
    const QList<domain::CaseId> ids = admitted(desk, 3);
    BulkPresenter bulk(desk.session);
    bulk.setCases(ids);
    ManyWish wish;
    wish.action = ManyAction::Assign;
    wish.person = desk.desk.chen.name;
    bulk.setWish(wish);
    QTRY_COMPARE(bulk.phase(), BulkPresenter::Phase::Previewed);
    bulk.carryOut();
    QTRY_COMPARE(countLines(bulk.lines()).done, 3);
    QTRY_COMPARE(bulk.phase(), BulkPresenter::Phase::Done);
    desk.desk.claim(desk.desk.chen, ids.at(0));
    must(desk.desk.commands.note(desk.desk.as(desk.desk.chen), ids.at(1), QStringLiteral("x")), "note");
    bulk.undo();
    QTRY_COMPARE(bulk.phase(), BulkPresenter::Phase::Done);
    QCOMPARE(countLines(bulk.lines()).staysDone, 2);
    QCOMPARE(countLines(bulk.lines()).undone, 1);
    QCOMPARE(desk.desk.header(ids.at(0)).holder, desk.desk.chen.id);
    const auto cell = [&bulk](int row, int column) { return bulk.index(row, column).data().toString(); };
    {
        const Speaking english(false);
        QCOMPARE(bulk.summary(), QStringLiteral("1 case was taken back. 2 cases were not taken back."));
        QCOMPARE(cell(0, BulkPresenter::FateColumn), QStringLiteral("Not taken back"));
        QCOMPARE(cell(0, BulkPresenter::WhyColumn), QStringLiteral("%1 claimed the case at 2026-10-12 09:00. It stays as it is now.").arg(desk.desk.chen.name));
        QCOMPARE(cell(1, BulkPresenter::WhyColumn), QStringLiteral("The case has changed since: the notes (%1, 2026-10-12 09:00). It stays as it is now.").arg(desk.desk.chen.name));
    }
    const Speaking chinese(true);
    for (int row = 0; row < 2; ++row)
        QVERIFY2(isChinese(cell(row, BulkPresenter::WhyColumn)) && !cell(row, BulkPresenter::WhyColumn).contains(QStringLiteral("草稿")), qPrintable(cell(row, BulkPresenter::WhyColumn)));
    QVERIFY2(bulk.summary().contains(QStringLiteral("2")), qPrintable(bulk.summary()));
}

void TstBulkPresenter::refusedReleaseSpeaksOfNoDraft()
{
    PresentingDesk desk;
    const domain::CaseId id = desk.desk.admit();
    desk.desk.claim(desk.desk.chen, id);
    BulkPresenter bulk(desk.session); // of lin, who wrote nothing
    bulk.setCases({id});
    bulk.setWish({});
    QTRY_COMPARE(bulk.phase(), BulkPresenter::Phase::Previewed);
    QCOMPARE(countLines(bulk.lines()).refused, 1);
    const auto why = [&bulk] { return bulk.index(0, BulkPresenter::WhyColumn).data().toString(); };
    {
        const Speaking english(false);
        QCOMPARE(why(), QStringLiteral("%1 holds this case until 2026-10-12 09:15.").arg(desk.desk.chen.name));
    }
    const Speaking chinese(true);
    QVERIFY2(isChinese(why()) && !why().contains(QStringLiteral("草稿")), qPrintable(why()));
}

void TstBulkPresenter::newWishForgetsTheOldPreview()
{
    SmallDesk small;
    SlowRunner runner(small.desk);
    MemoryJournal journal;
    Session session(runner, journal);
    session.setActor(small.actor(small.lin));
    const domain::CaseId id = small.admit();
    BulkPresenter bulk(session);
    bulk.setCases({id});
    bulk.setWish(tagging("first"));
    bulk.setWish(tagging("second")); // before the first preview has come
    runner.runAll();
    QTRY_COMPARE(bulk.phase(), BulkPresenter::Phase::Previewed);
    QCOMPARE(bulk.lines().constFirst().after->tags, QStringList{QStringLiteral("second")});
    ManyWish incomplete;
    incomplete.action = ManyAction::Tag;
    bulk.setWish(incomplete);
    QCOMPARE(bulk.phase(), BulkPresenter::Phase::Choosing);
    QVERIFY(!bulk.problem().isEmpty() && !bulk.canCarryOut());
}

void TstBulkPresenter::stopsBetweenPortions()
{
    PresentingDesk desk;
    const QList<domain::CaseId> ids = admitted(desk, 50);
    BulkPresenter bulk(desk.session);
    bulk.setCases(ids);
    bulk.setWish(tagging("batch"));
    QTRY_COMPARE(bulk.phase(), BulkPresenter::Phase::Previewed);
    bulk.carryOut();
    bulk.stop();
    QTRY_COMPARE(bulk.phase(), BulkPresenter::Phase::Done);
    const ManyCounts counts = countLines(bulk.lines());
    QVERIFY(counts.done > 0 && counts.done < 50);
    QCOMPARE(counts.changes, 50 - counts.done); // the rest is as it was, and is told so
}

void TstBulkPresenter::offersWhatTheRoleMay()
{
    PresentingDesk desk;
    BulkPresenter bulk(desk.session);
    QVERIFY(!bulk.actions().contains(ManyAction::Assign));
    QVERIFY(bulk.actions().contains(ManyAction::Tag));
    desk.session.setActor(desk.desk.actor(desk.desk.xu));
    QCOMPARE(bulk.actions().size(), 4);
    QSignalSpy people(&bulk, &BulkPresenter::peopleChanged);
    bulk.setCases(admitted(desk, 1));
    QVERIFY(people.wait(1000));
    QVERIFY(bulk.people().contains(desk.desk.lin.name) && !bulk.people().contains(desk.desk.zheng.name));
    desk.session.setActor(desk.desk.actor(desk.desk.zheng));
    QVERIFY(bulk.actions().isEmpty());
}

void TstBulkPresenter::noticesStayUntilAcknowledged()
{
    PresentingDesk desk;
    const domain::CaseId id = desk.desk.admit();
    desk.desk.claim(desk.desk.lin, id);
    NoticesPresenter notices(desk.session);
    QSignalSpy arrived(&notices, &NoticesPresenter::arrived);
    QSignalSpy changed(&notices, &NoticesPresenter::changed);
    must(desk.desk.commands.takeOver(desk.desk.as(desk.desk.xu), id, QStringLiteral("shift")), "take over");
    notices.look();
    QVERIFY(arrived.wait(1000));
    QCOMPARE(notices.unread().size(), 1);
    must(desk.desk.commands.release(desk.desk.as(desk.desk.xu), id), "release");
    must(desk.desk.commands.assign(desk.desk.as(desk.desk.xu), id, desk.desk.lin.name), "assign");
    notices.look();
    QVERIFY(arrived.wait(1000));
    QCOMPARE(notices.unread().size(), 2);
    QCOMPARE(arrived.constLast().constFirst().value<QList<Notice>>().size(), 1); // the first is unread still, but told once
    notices.acknowledgeAll();
    QVERIFY(notices.unread().isEmpty());
    QVERIFY(must(QueueCommands(desk.desk.desk).notices(desk.desk.actor(desk.desk.lin)), "notices").isEmpty());
    desk.session.setActor(desk.desk.actor(desk.desk.chen));
    QVERIFY(notices.unread().isEmpty());
}

void TstBulkPresenter::noticesAreWholeSentences()
{
    for (const bool chinese : {true, false}) {
        const Speaking speaking(chinese);
        QSet<QString> sentences;
        for (const auto &row : domain::codeTable<NoticeKind>()) {
            const Notice notice{domain::NoteId(1), {}, {}, QStringLiteral("D-1"), SmallDesk::at("2026-10-12T09:00"), row.value, QStringLiteral("Xu"), QStringLiteral("ill\u202e")};
            const QString sentence = NoticesPresenter::sentence(notice, SmallDesk::at("2026-10-12T10:00"));
            QVERIFY(sentence.contains(QStringLiteral("D-1")));
            QVERIFY(!sentence.contains(QChar(0x202e)) && !sentence.contains(QStringLiteral("%")));
            QCOMPARE(isChinese(sentence), chinese);
            sentences.insert(sentence);
        }
        QCOMPARE(sentences.size(), qsizetype(domain::codeTable<NoticeKind>().size()));
    }
}

void TstBulkPresenter::presenceIsToldWhileACaseIsOpen()
{
    const Speaking english(false);
    PresentingDesk desk;
    const domain::CaseId id = desk.desk.admit();
    PresencePresenter presence(desk.session);
    QVERIFY(desk.open(id));
    const auto seenByChen = [&] { return must(QueueCommands(desk.desk.desk).others(desk.desk.actor(desk.desk.chen)), "others").size(); };
    QTRY_COMPARE(seenByChen(), 1);
    presence.setActive(false); // at lunch
    QCOMPARE(seenByChen(), 0);
    presence.setActive(true);
    QCOMPARE(seenByChen(), 1);
    QVERIFY(presence.sentence().isEmpty());
    must(QueueCommands(desk.desk.desk).lookAt(desk.desk.actor(desk.desk.chen), id), "look");
    QSignalSpy changed(&presence, &PresencePresenter::changed);
    QTRY_VERIFY((presence.look(), !changed.isEmpty())); // a look that is under way answers for what was before
    QCOMPARE(presence.lookersAt(id), QStringList{desk.desk.chen.name});
    QVERIFY(presence.sentence().contains(desk.desk.chen.name));
    desk.session.closeCase();
    QCOMPARE(seenByChen(), 0);
}

void TstBulkPresenter::leaseSpeaksOfMineAndOthers()
{
    const Speaking english(false);
    SmallDesk desk;
    const domain::CaseId id = desk.admit();
    const DeskPolicy policy;
    const auto text = [&](const Person &person) {
        const CaseHeader row = desk.header(id);
        return leaseText(row, leaseOf(row, policy, desk.clock.at), person.id, desk.clock.at);
    };
    QVERIFY(text(desk.lin).isEmpty());
    desk.claim(desk.lin, id);
    QVERIFY(text(desk.lin).contains(QStringLiteral("15:00")));
    QVERIFY(text(desk.chen).contains(desk.lin.name) && text(desk.chen).contains(QStringLiteral("09:15")));
    desk.advance(14 * domain::minuteMs);
    QVERIFY(text(desk.lin).contains(QStringLiteral("1:00")));
    desk.advance(2 * domain::minuteMs);
    QVERIFY(text(desk.lin) != text(desk.chen));
}

QObject *make_tst_bulkpresenter();
QObject *make_tst_bulkpresenter()
{
    return new TstBulkPresenter;
}

#include "tst_bulkpresenter.moc"
