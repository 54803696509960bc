// SPDX-License-Identifier: GPL-3.0-or-later
#include <smalldesk.h>

#include <usecases/lease.h>
#include <usecases/manycases.h>
#include <usecases/queuecommands.h>
#include <usecases/reports.h>

#include <algorithm>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using domain::DisputeState;

/// The queue of many: one wish for many cases, serving in order, what people are told, and the desk's weights.
class TstManyCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<SmallDesk>(); }

    void previewWritesNothingAndSaysWhatHappens();
    void eachCaseHasItsOwnEntry();
    void repeatedWishDoesNothingTwice();
    void undoRestoresUnlessTouched();
    void releasingAnothersCaseTellsThem();
    void assigningPassesOverWhoMayNotHear();
    void wishForNobodyIsRefusedAsAWhole();
    void servesInOrderWithoutTheRightToChoose();
    void orderIsNotPushedAsideByPassing();
    void ownReservedAndParkedCasesMayBeTaken();
    void tellsWhoIsConcerned();
    void tellsForWhomACaseWasKept();
    void parkedCaseReturnsWhenEvidenceArrives();
    void parkedWithoutTimeReturnsAtItsDeadline();
    void parkedPastItsDeadlineReturnsThen();
    void newWeightsOrderTheQueueAnew();
    void interruptedOrderingIsEndedByTasks();
    void leaseCountsDown();
    void presenceEndsByItself();
    void viewsAreKeptUnderDecentNames();
    void skipsAreReported();

private:
    QList<ManyLine> lines(const QList<domain::CaseId> &ids, const ManyWish &wish, const Person &who)
    {
        QList<ManyLine> told;
        for (const ManyLine &line : ManyCases::linesOf(ids))
            told.append(ManyCases(m_desk->desk).preview(m_desk->actor(who), wish, line));
        return told;
    }
    QList<ManyLine> carryOut(const QList<ManyLine> &lines, const ManyWish &wish, const Person &who, const QString &id = {})
    {
        QList<ManyLine> told;
        for (const ManyLine &line : lines)
            told.append(ManyCases(m_desk->desk).carryOut(m_desk->actor(who), id, wish, line));
        return told;
    }
    static ManyWish assignTo(const Person &person)
    {
        ManyWish wish;
        wish.action = ManyAction::Assign;
        wish.person = person.name;
        return wish;
    }
    static ManyWish tagging(const QString &tag)
    {
        ManyWish wish;
        wish.action = ManyAction::Tag;
        wish.addTags = {tag};
        return wish;
    }
    void serve(bool inOrder)
    {
        must(DeskCommands(m_desk->desk).setSetting({ownerActor(), {}, {}, {}}, QStringLiteral("serve_next"), inOrder ? "true" : "false"), "setting");
    }
    QList<NoticeKind> told(const Person &person)
    {
        QList<NoticeKind> kinds;
        for (const Notice &notice : must(QueueCommands(m_desk->desk).notices(m_desk->actor(person)), "notices"))
            kinds.append(notice.kind);
        return kinds;
    }
    SupplementFile photo(domain::Party party)
    {
        SupplementFile file;
        file.party = party;
        file.fileName = QStringLiteral("a.jpg");
        file.sha256 = QByteArray(64, 'b');
        return file;
    }
    std::unique_ptr<SmallDesk> m_desk;
};

void TstManyCases::previewWritesNothingAndSaysWhatHappens()
{
    const domain::CaseId waiting = m_desk->admit(QStringLiteral("D-1")), held = m_desk->admit(QStringLiteral("D-2"));
    const domain::CaseId closed = m_desk->inState(DisputeState::Withdrawn, QStringLiteral("D-3"));
    m_desk->claim(m_desk->lin, held);
    const QList<domain::CaseId> ids{waiting, held, closed, domain::CaseId(404)};
    QList<CaseRecord> before;
    for (const domain::CaseId id : {waiting, held, closed})
        before.append(m_desk->record(id));
    const QList<ManyLine> told = lines(ids, assignTo(m_desk->chen), m_desk->xu);
    QCOMPARE(told.at(0).fate, ManyFate::Changes);
    QCOMPARE(told.at(0).caseNo, QStringLiteral("D-1"));
    QCOMPARE(told.at(0).after->reservedFor, m_desk->chen.id);
    QCOMPARE(told.at(1).fate, ManyFate::Refused);
    QCOMPARE(told.at(1).why->fault, CommandFault::WrongState);
    QCOMPARE(told.at(1).caseNo, QStringLiteral("D-2"));
    QCOMPARE(told.at(2).fate, ManyFate::Refused);
    QCOMPARE(told.at(3).why->fault, CommandFault::NotFound);
    QCOMPARE(countLines(told).refused, 3);
    qsizetype at = 0;
    for (const domain::CaseId id : {waiting, held, closed})
        QVERIFY(m_desk->record(id) == before.at(at++));
    QVERIFY(this->told(m_desk->chen).isEmpty());
    for (const ManyLine &line : lines(ids.first(2), assignTo(m_desk->chen), m_desk->lin))
        QCOMPARE(line.why->fault, CommandFault::NotAllowed);
}

void TstManyCases::eachCaseHasItsOwnEntry()
{
    const QList<domain::CaseId> ids{m_desk->admit(QStringLiteral("D-1")), m_desk->admit(QStringLiteral("D-2")), m_desk->admit(QStringLiteral("D-3"))};
    must(m_desk->commands.tag(m_desk->as(m_desk->lin), ids.at(1), {QStringLiteral("batch")}, {}), "tag");
    QList<qsizetype> before;
    for (const domain::CaseId id : ids)
        before.append(m_desk->record(id).audit.size());
    const ManyWish wish = tagging(QStringLiteral("batch"));
    const QList<ManyLine> done = carryOut(lines(ids, wish, m_desk->lin), wish, m_desk->lin, QStringLiteral("w-1"));
    QCOMPARE(done.at(0).fate, ManyFate::Done);
    QCOMPARE(done.at(1).fate, ManyFate::Unchanged);
    QCOMPARE(done.at(2).fate, ManyFate::Done);
    for (qsizetype n = 0; n < ids.size(); ++n) {
        const CaseRecord record = m_desk->record(ids.at(n));
        QCOMPARE(record.header.tags, QStringList{QStringLiteral("batch")});
        QCOMPARE(record.audit.size(), before.at(n) + (n == 1 ? 0 : 1));
        QCOMPARE(record.audit.constLast().action, QStringLiteral("tag"));
    }
}

void TstManyCases::repeatedWishDoesNothingTwice()
{
    const domain::CaseId id = m_desk->admit();
    const ManyWish wish = assignTo(m_desk->chen);
    const QList<ManyLine> once = carryOut(ManyCases::linesOf({id}), wish, m_desk->xu, QStringLiteral("w-1"));
    QCOMPARE(once.constFirst().fate, ManyFate::Done);
    const CaseRecord after = m_desk->record(id);
    const QList<ManyLine> again = carryOut(ManyCases::linesOf({id}), wish, m_desk->xu, QStringLiteral("w-1")); // the answer was lost
    QCOMPARE(again.constFirst().fate, ManyFate::Done);
    QVERIFY(!again.constFirst().canUndo()); // nobody knows any more what it was before
    QVERIFY(m_desk->record(id) == after);
}

void TstManyCases::undoRestoresUnlessTouched()
{
    const QList<domain::CaseId> ids{m_desk->admit(QStringLiteral("D-1")), m_desk->admit(QStringLiteral("D-2"))};
    const ManyCases cases(m_desk->desk);
    ManyWish park;
    park.action = ManyAction::Park;
    park.until = m_desk->clock.at.plusMs(domain::hourMs);
    m_desk->claim(m_desk->lin, ids.at(0));
    const QList<ManyLine> done = carryOut(ManyCases::linesOf(ids), park, m_desk->lin, QStringLiteral("w-1"));
    QCOMPARE(countLines(done).done, 2);
    QCOMPARE(m_desk->header(ids.at(0)).state, DisputeState::Queued);
    must(m_desk->commands.note(m_desk->as(m_desk->chen), ids.at(1), QStringLiteral("x")), "note");
    const ManyLine back = cases.undo(m_desk->actor(m_desk->lin), QStringLiteral("w-2"), park, done.at(0));
    QCOMPARE(back.fate, ManyFate::Undone);
    const CaseHeader row = m_desk->header(ids.at(0));
    QCOMPARE(row.state, DisputeState::Claimed); // held again, under a new claim number
    QCOMPARE(row.holder, m_desk->lin.id);
    QCOMPARE(row.claimNo, qint64(2));
    QVERIFY(!row.parkedUntil && row.reservedFor.isNull());
    QCOMPARE(m_desk->record(ids.at(0)).audit.constLast().action, QStringLiteral("undo"));
    const ManyLine touched = cases.undo(m_desk->actor(m_desk->lin), QStringLiteral("w-2"), park, done.at(1));
    QCOMPARE(touched.fate, ManyFate::StaysDone);
    QCOMPARE(countLines({back, touched}).staysDone, 1);
    QCOMPARE(touched.why->fault, CommandFault::Changed);
    QCOMPARE(m_desk->header(ids.at(1)).parkedUntil, park.until);
    const ManyLine strange = cases.undo(m_desk->actor(m_desk->zheng), QStringLiteral("w-3"), park, done.at(1));
    QCOMPARE(strange.fate, ManyFate::StaysDone);
}

void TstManyCases::releasingAnothersCaseTellsThem()
{
    const domain::CaseId id = m_desk->admit();
    m_desk->claim(m_desk->lin, id);
    const ManyWish release{}; // release is the default
    const QList<ManyLine> byChen = lines({id}, release, m_desk->chen);
    QCOMPARE(byChen.constFirst().fate, ManyFate::Refused); // a reviewer lets go only of their own
    QCOMPARE(byChen.constFirst().why->fault, CommandFault::NotHolder);
    const QList<ManyLine> seen = lines({id}, release, m_desk->xu);
    QCOMPARE(seen.constFirst().fate, ManyFate::Changes);
    QVERIFY(seen.constFirst().takesFromHolder);
    QCOMPARE(seen.constFirst().before.holderName, m_desk->lin.name);
    const QList<ManyLine> done = carryOut(seen, release, m_desk->xu);
    QCOMPARE(done.constFirst().fate, ManyFate::Done);
    QCOMPARE(told(m_desk->lin), QList<NoticeKind>{NoticeKind::Released});
    QVERIFY(m_desk->header(id).holder.isNull());
    QCOMPARE(done.constFirst().before.state, DisputeState::Claimed);
    const ManyLine back = ManyCases(m_desk->desk).undo(m_desk->actor(m_desk->xu), QStringLiteral("w-2"), release, done.constFirst());
    QCOMPARE(back.fate, ManyFate::Undone);
    QCOMPARE(back.before.state, DisputeState::Queued); // as it is now
    QCOMPARE(m_desk->header(id).state, DisputeState::Queued);
    QCOMPARE(m_desk->header(id).reservedFor, m_desk->lin.id); // kept for them, claimed by nobody in their name
}

void TstManyCases::assigningPassesOverWhoMayNotHear()
{
    const domain::CaseId id = m_desk->admit(), appeal = m_desk->inState(DisputeState::Appealed, QStringLiteral("D-2"));
    must(DeskCommands(m_desk->desk).addConflict(m_desk->as(m_desk->chen), m_desk->chen.name, QStringLiteral("douyin"), QStringLiteral("m-1")), "conflict");
    const QList<ManyLine> chen = lines({id}, assignTo(m_desk->chen), m_desk->xu);
    QCOMPARE(chen.constFirst().why->fault, CommandFault::ConflictOfInterest);
    QCOMPARE(chen.constFirst().why->who, m_desk->chen.name);
    QCOMPARE(lines({appeal}, assignTo(m_desk->lin), m_desk->xu).constFirst().fate, ManyFate::Refused); // hears no appeals
    QCOMPARE(lines({appeal}, assignTo(m_desk->zhou), m_desk->xu).constFirst().fate, ManyFate::Changes);
}

void TstManyCases::wishForNobodyIsRefusedAsAWhole()
{
    const ManyCases cases(m_desk->desk);
    ManyWish wish = assignTo(m_desk->chen);
    QVERIFY_DONE(cases.check(m_desk->actor(m_desk->xu), wish));
    QCOMPARE_FAULT(cases.check(m_desk->actor(m_desk->lin), wish), NotAllowed);
    wish.person = QStringLiteral("nobody");
    const auto unknown = cases.check(m_desk->actor(m_desk->xu), wish);
    QCOMPARE_FAULT(unknown, UnknownPerson);
    QCOMPARE(unknown.error().text, wish.person);
    QCOMPARE_FAULT(cases.check(m_desk->actor(m_desk->xu), assignTo(m_desk->zheng)), TakesNoCases); // an auditor takes no case
    QVERIFY_DONE(cases.check(m_desk->actor(m_desk->lin), tagging(QStringLiteral("carrier_cause"))));
    QCOMPARE_FAULT(cases.check(m_desk->actor(m_desk->zheng), tagging(QStringLiteral("carrier_cause"))), NotAllowed);
    QCOMPARE_FAULT(cases.check(m_desk->actor(m_desk->lin), tagging(QStringLiteral("execution_failed"))), TagOfDesk);
    QCOMPARE_FAULT(cases.check(m_desk->actor(m_desk->lin), tagging(QString(41, u'x'))), TagUnfit);
}

void TstManyCases::servesInOrderWithoutTheRightToChoose()
{
    const domain::CaseId first = m_desk->admit(QStringLiteral("D-1"));
    const domain::CaseId second = m_desk->admit(QStringLiteral("D-2"), [](domain::CaseFile &file) { file.evidenceClosedAt = file.evidenceClosedAt->plusMs(domain::hourMs); });
    QVERIFY(DeskPolicy().serveNext); // a new desk serves in order
    serve(true);
    const CaseRecord before = m_desk->record(second);
    const auto chosen = m_desk->commands.claim(m_desk->as(m_desk->lin), second);
    QCOMPARE_FAULT(chosen, ServedInOrder);
    QCOMPARE(chosen.error().text, QStringLiteral("D-1"));
    QVERIFY(m_desk->record(second) == before);
    QCOMPARE(m_desk->header(first).state, DisputeState::Queued); // looking what comes next takes nothing
    QVERIFY_DONE(m_desk->commands.claim(m_desk->as(m_desk->xu), second)); // supervisors choose
    QVERIFY_DONE(m_desk->commands.claim(m_desk->as(m_desk->lin), first)); // the next one by its name
    must(m_desk->commands.release(m_desk->as(m_desk->xu), second), "release");
    must(DeskCommands(m_desk->desk).addConflict(m_desk->as(m_desk->chen), m_desk->chen.name, QStringLiteral("douyin"), QStringLiteral("m-1")), "conflict");
    QCOMPARE_FAULT(m_desk->commands.claim(m_desk->as(m_desk->chen), second), ConflictOfInterest); // the rule that matters is named
    serve(false);
    must(m_desk->commands.release(m_desk->as(m_desk->lin), first), "release");
    QVERIFY_DONE(m_desk->commands.claim(m_desk->as(m_desk->lin), second));
}

/// Whoever may not choose could otherwise park or skip what stands before the case they would like.
void TstManyCases::orderIsNotPushedAsideByPassing()
{
    const domain::CaseId first = m_desk->admit(QStringLiteral("D-1"));
    const domain::CaseId second = m_desk->admit(QStringLiteral("D-2"), [](domain::CaseFile &file) { file.evidenceClosedAt = file.evidenceClosedAt->plusMs(domain::hourMs); });
    serve(true);
    const auto until = m_desk->clock.at.plusMs(domain::hourMs);
    const QString reason = QStringLiteral("specialist");
    const CaseRecord before = m_desk->record(first);
    QCOMPARE_FAULT(m_desk->commands.park(m_desk->as(m_desk->lin), first, until), OnlyHolderPasses);
    QCOMPARE_FAULT(m_desk->commands.park(m_desk->as(m_desk->lin), first, std::nullopt), OnlyHolderPasses);
    QCOMPARE_FAULT(m_desk->commands.skip(m_desk->as(m_desk->lin), first, reason), OnlyHolderPasses);
    ManyWish wish;
    wish.action = ManyAction::Park;
    wish.until = until;
    QCOMPARE(lines({first}, wish, m_desk->lin).constFirst().why->fault, CommandFault::OnlyHolderPasses);
    QVERIFY(m_desk->record(first) == before);
    QCOMPARE_FAULT(m_desk->commands.claim(m_desk->as(m_desk->lin), second), ServedInOrder);
    // Whoever holds it may, and a supervisor may; another's held case is nobody's to pass.
    QCOMPARE(must(m_desk->commands.claimNext(m_desk->as(m_desk->lin)), "next").caseId, first);
    QCOMPARE_FAULT(m_desk->commands.skip(m_desk->as(m_desk->chen), first, reason), NotHolder);
    QVERIFY_DONE(m_desk->commands.skip(m_desk->as(m_desk->lin), first, reason));
    QCOMPARE(must(m_desk->commands.claimNext(m_desk->as(m_desk->lin)), "next").caseId, second);
    QVERIFY_DONE(m_desk->commands.park(m_desk->as(m_desk->lin), second, until));
    QVERIFY_DONE(m_desk->commands.park(m_desk->as(m_desk->xu), first, until));
    QVERIFY_DONE(m_desk->commands.skip(m_desk->as(m_desk->xu), first, reason));
    serve(false);
    QVERIFY_DONE(m_desk->commands.park(m_desk->as(m_desk->chen), first, std::nullopt)); // free choice: as ever
}

void TstManyCases::ownReservedAndParkedCasesMayBeTaken()
{
    m_desk->admit(QStringLiteral("D-1"));
    const auto later = [](domain::CaseFile &file) { file.evidenceClosedAt = file.evidenceClosedAt->plusMs(domain::hourMs); };
    const domain::CaseId kept = m_desk->admit(QStringLiteral("D-2"), later), parked = m_desk->admit(QStringLiteral("D-3"), later);
    m_desk->claim(m_desk->lin, parked);
    serve(true);
    must(m_desk->commands.assign(m_desk->as(m_desk->xu), kept, m_desk->lin.name), "assign");
    must(m_desk->commands.park(m_desk->as(m_desk->lin), parked, m_desk->clock.at.plusMs(domain::dayMs)), "park");
    QVERIFY_DONE(m_desk->commands.claim(m_desk->as(m_desk->lin), kept));
    QCOMPARE_FAULT(m_desk->commands.claim(m_desk->as(m_desk->chen), parked), ReservedForOther);
    QVERIFY_DONE(m_desk->commands.claim(m_desk->as(m_desk->lin), parked)); // who put it aside takes it up earlier
}

/// Nobody loses a case that was kept for them without a word, nor keeps one on paper only.
void TstManyCases::tellsForWhomACaseWasKept()
{
    const domain::CaseId id = m_desk->admit();
    const auto texts = [this](const Person &person) {
        QStringList all;
        for (const Notice &notice : must(QueueCommands(m_desk->desk).notices(m_desk->actor(person)), "notices"))
            all.append(domain::toCode(notice.kind) + notice.text);
        return all;
    };
    must(m_desk->commands.assign(m_desk->as(m_desk->xu), id, m_desk->lin.name), "assign");
    must(m_desk->commands.park(m_desk->as(m_desk->xu), id, m_desk->clock.at.plusMs(domain::hourMs)), "park");
    QCOMPARE(texts(m_desk->lin), QStringList({QStringLiteral("assigned"), QStringLiteral("taken_over:parked")}));
    const ManyWish wish = assignTo(m_desk->chen);
    const QList<ManyLine> done = carryOut(ManyCases::linesOf({id}), wish, m_desk->xu, QStringLiteral("w-1"));
    QCOMPARE(done.constFirst().fate, ManyFate::Done);
    QCOMPARE(texts(m_desk->lin).constLast(), QStringLiteral("taken_over:assigned"));
    QCOMPARE(texts(m_desk->chen), QStringList{QStringLiteral("assigned")});
    QCOMPARE(ManyCases(m_desk->desk).undo(m_desk->actor(m_desk->xu), QStringLiteral("w-2"), wish, done.constFirst()).fate, ManyFate::Undone);
    QCOMPARE(m_desk->header(id).reservedFor, m_desk->lin.id);
    QCOMPARE(texts(m_desk->chen), QStringList({QStringLiteral("assigned"), QStringLiteral("taken_over:undone")}));
    QCOMPARE(texts(m_desk->lin).constLast(), QStringLiteral("assigned"));
    QCOMPARE(texts(m_desk->lin).size(), 4);
    QVERIFY(texts(m_desk->xu).isEmpty()); // nobody is told of what they do themselves
    // After its time the case is kept for nobody, so nobody is told.
    m_desk->advance(30 * domain::dayMs);
    QVERIFY(!isReserved(m_desk->header(id), m_desk->clock.at));
    must(m_desk->commands.assign(m_desk->as(m_desk->xu), id, m_desk->chen.name), "assign");
    QCOMPARE(texts(m_desk->lin).size(), 4);
}

void TstManyCases::tellsWhoIsConcerned()
{
    const domain::CaseId id = m_desk->admit();
    m_desk->claim(m_desk->lin, id);
    must(m_desk->commands.takeOver(m_desk->as(m_desk->xu), id, QStringLiteral("shift")), "take over");
    QList<Notice> lin = must(QueueCommands(m_desk->desk).notices(m_desk->actor(m_desk->lin)), "notices");
    QCOMPARE(lin.size(), 1);
    QCOMPARE(lin.constFirst().by, m_desk->xu.name);
    QCOMPARE(lin.constFirst().text, QStringLiteral("shift"));
    QCOMPARE(lin.constFirst().caseNo, QStringLiteral("D-1"));
    QVERIFY_DONE(QueueCommands(m_desk->desk).readNotices(m_desk->actor(m_desk->chen), {lin.constFirst().id})); // not theirs
    QCOMPARE(told(m_desk->lin), QList<NoticeKind>{NoticeKind::TakenOver});
    QVERIFY_DONE(QueueCommands(m_desk->desk).readNotices(m_desk->actor(m_desk->lin), {lin.constFirst().id}));
    QVERIFY(told(m_desk->lin).isEmpty());
    must(m_desk->commands.release(m_desk->as(m_desk->xu), id), "release");
    must(m_desk->commands.assign(m_desk->as(m_desk->xu), id, m_desk->lin.name), "assign");
    m_desk->claim(m_desk->lin, id);
    m_desk->ask(m_desk->lin, id, {domain::Party::Buyer});
    must(m_desk->commands.evidenceDone(m_desk->as(m_desk->xu), id, domain::Party::Buyer), "evidence");
    m_desk->claim(m_desk->lin, id);
    domain::Ruling ruling = SmallDesk::bandRuling();
    ruling.funding = {{domain::FundSource::Deposit, ruling.refund}};
    m_desk->rule(m_desk->lin, id, ruling);
    must(m_desk->commands.sendBack(m_desk->as(m_desk->xu), id, QStringLiteral("look again")), "send back");
    m_desk->claim(m_desk->lin, id);
    m_desk->advance(16 * domain::minuteMs);
    m_desk->sweep();
    QCOMPARE(told(m_desk->lin), QList<NoticeKind>({NoticeKind::Assigned, NoticeKind::Answered, NoticeKind::SentBack, NoticeKind::Expired}));
    QVERIFY(told(m_desk->xu).isEmpty());
    QCOMPARE_FAULT(QueueCommands(m_desk->desk).notices(m_desk->actor(m_desk->root)), NotAllowed);
    QCOMPARE_FAULT(QueueCommands(m_desk->desk).notices(ownerActor()), PersonNeeded);
}

void TstManyCases::parkedCaseReturnsWhenEvidenceArrives()
{
    const domain::CaseId id = m_desk->admit();
    m_desk->claim(m_desk->lin, id);
    must(m_desk->commands.park(m_desk->as(m_desk->lin), id, m_desk->clock.at.plusMs(20 * domain::dayMs)), "park");
    QCOMPARE_FAULT(m_desk->commands.claimNext(m_desk->as(m_desk->lin)), QueueEmpty);
    must(m_desk->commands.supplement(m_desk->as(m_desk->chen), id, photo(domain::Party::Buyer)), "supplement");
    const CaseHeader back = m_desk->header(id);
    QVERIFY(!back.parkedUntil);
    QVERIFY(*back.reservedUntil < m_desk->clock.at.plusMs(5 * domain::dayMs)); // not kept for the whole of the planned time
    QCOMPARE(told(m_desk->lin), QList<NoticeKind>{NoticeKind::Answered});
    QCOMPARE(must(m_desk->commands.claimNext(m_desk->as(m_desk->lin)), "next").caseId, id);
}

void TstManyCases::parkedWithoutTimeReturnsAtItsDeadline()
{
    const domain::CaseId id = m_desk->admit();
    const auto due = m_desk->header(id).deskDueAt;
    QVERIFY(due && *due > m_desk->clock.at);
    must(m_desk->commands.park(m_desk->as(m_desk->chen), id, std::nullopt), "park");
    QCOMPARE(m_desk->header(id).parkedUntil, due);
    m_desk->clock.at = *due;
    QCOMPARE(must(m_desk->commands.claimNext(m_desk->as(m_desk->lin)), "next").caseId, id);
    must(m_desk->commands.release(m_desk->as(m_desk->lin), id), "release");
    // Late already: a day, so that it may wait for evidence and is not forgotten.
    must(m_desk->commands.park(m_desk->as(m_desk->chen), id, std::nullopt), "park a late one");
    QCOMPARE(m_desk->header(id).parkedUntil, std::optional(due->plusMs(domain::dayMs)));
}

void TstManyCases::parkedPastItsDeadlineReturnsThen()
{
    const domain::CaseId id = m_desk->admit();
    const auto park = [&](domain::UtcMs until) { return m_desk->commands.park(m_desk->as(m_desk->chen), id, until); };
    const domain::UtcMs due = SmallDesk::at("2026-10-12T12:30");
    QCOMPARE(m_desk->header(id).deskDueAt, std::optional(due));
    QCOMPARE_FAULT(park(m_desk->clock.at.plusMs(longestParkMs + 1)), ParkTooLong);
    QCOMPARE_FAULT(park(SmallDesk::at("9998-12-31T00:00")), ParkTooLong);
    QVERIFY(!m_desk->header(id).parkedUntil);
    QVERIFY_DONE(park(due.plusMs(-1)));
    QCOMPARE(m_desk->header(id).parkedUntil, std::optional(due.plusMs(-1)));
    QVERIFY_DONE(park(due.plusMs(3 * domain::dayMs)));
    QCOMPARE(m_desk->header(id).parkedUntil, std::optional(due));
    m_desk->clock.at = due;
    QVERIFY(!isParked(m_desk->header(id), due));
    QVERIFY_DONE(park(due.plusMs(3 * domain::dayMs))); // late by then: a day at the most
    QCOMPARE(m_desk->header(id).parkedUntil, std::optional(due.plusMs(domain::dayMs)));
    CaseHeader free = m_desk->header(id);
    free.deskDueAt.reset();
    free.dueAt.reset();
    QVERIFY(!latestReturn(free, due)); // no deadline: nothing holds its time back
}

void TstManyCases::newWeightsOrderTheQueueAnew()
{
    const auto worth = [](qint64 fen, qint64 laterMs) {
        return [fen, laterMs](domain::CaseFile &file) {
            file.afterSale.claimed = domain::Money(fen);
            file.evidenceClosedAt = file.evidenceClosedAt->plusMs(laterMs);
        };
    };
    const domain::CaseId cheap = m_desk->admit(QStringLiteral("D-1"), worth(5'000, 0));
    const domain::CaseId dear = m_desk->admit(QStringLiteral("D-2"), worth(20'000, 6 * domain::minuteMs * 60));
    QVERIFY(m_desk->header(cheap).rank < m_desk->header(dear).rank);
    const CaseHeader before = m_desk->header(dear);
    DeskCommands desk(m_desk->desk);
    const Command owner{ownerActor(), {}, {}, {}};
    QVERIFY_DONE(desk.setSetting(owner, QStringLiteral("rank_amount_cap_ms"), QByteArray::number(30 * domain::dayMs)));
    QVERIFY_DONE(desk.setSetting(owner, QStringLiteral("rank_ms_per_hundred_yuan"), QByteArray::number(5 * domain::dayMs)));
    QVERIFY(m_desk->header(dear).rank < m_desk->header(cheap).rank);
    QCOMPARE(m_desk->header(dear).version, before.version); // nobody at work on it is disturbed
    QCOMPARE(must(m_desk->commands.claimNext(m_desk->as(m_desk->lin)), "next").caseId, dear);
    must(m_desk->commands.release(m_desk->as(m_desk->lin), dear), "release");
    QVERIFY(m_desk->header(dear).rank < m_desk->header(cheap).rank); // and commands use the new weights too
    QCOMPARE(must(applyRankWeights(m_desk->desk), "rank"), qint64(0));
}

void TstManyCases::interruptedOrderingIsEndedByTasks()
{
    const domain::CaseId id = m_desk->admit();
    const qint64 before = m_desk->header(id).rank;
    DeskChange change; // the setting is there, and then the program died
    change.setting = qMakePair(QStringLiteral("rank_ms_per_hundred_yuan"), QByteArray("1000"));
    QVERIFY(m_desk->store.apply(change));
    QCOMPARE(m_desk->header(id).rank, before);
    m_desk->sweep();
    QVERIFY(m_desk->header(id).rank != before);
}

void TstManyCases::leaseCountsDown()
{
    const domain::CaseId id = m_desk->admit();
    const DeskPolicy policy;
    const auto phase = [&] { return leaseOf(m_desk->header(id), policy, m_desk->clock.at).phase; };
    QCOMPARE(phase(), LeasePhase::None);
    m_desk->claim(m_desk->lin, id);
    QCOMPARE(phase(), LeasePhase::Running);
    QCOMPARE(leaseOf(m_desk->header(id), policy, m_desk->clock.at).leftMs, policy.leaseMs);
    QVERIFY(!leaseOf(m_desk->header(id), policy, m_desk->clock.at).renewNow);
    m_desk->advance(10 * domain::minuteMs);
    QVERIFY(leaseOf(m_desk->header(id), policy, m_desk->clock.at).renewNow);
    m_desk->advance(3 * domain::minuteMs);
    QCOMPARE(phase(), LeasePhase::Grace);
    must(m_desk->commands.renewLease(m_desk->as(m_desk->lin), id), "renew");
    QCOMPARE(phase(), LeasePhase::Running);
    m_desk->advance(policy.leaseMs);
    QCOMPARE(phase(), LeasePhase::Grace); // in the last moment it still holds
    m_desk->advance(1);
    QCOMPARE(phase(), LeasePhase::Over);
}

void TstManyCases::presenceEndsByItself()
{
    const domain::CaseId id = m_desk->admit();
    QueueCommands commands(m_desk->desk);
    const auto seen = [&] { return must(commands.others(m_desk->actor(m_desk->lin)), "others").size(); };
    QVERIFY_DONE(commands.lookAt(m_desk->actor(m_desk->chen), id));
    QVERIFY_DONE(commands.lookAt(m_desk->actor(m_desk->lin), id));
    QCOMPARE(seen(), 1); // oneself is no news
    m_desk->advance(QueueCommands::presenceMs);
    QCOMPARE(seen(), 1);
    m_desk->advance(1);
    QCOMPARE(seen(), 0);
    QVERIFY_DONE(commands.lookAt(m_desk->actor(m_desk->chen), id));
    QVERIFY_DONE(commands.lookAt(m_desk->actor(m_desk->chen), {}));
    QCOMPARE(seen(), 0);
    QCOMPARE_FAULT(commands.lookAt(ownerActor(), id), PersonNeeded);
    QCOMPARE_FAULT(commands.lookAt(m_desk->actor(m_desk->root), id), NotAllowed);
}

void TstManyCases::viewsAreKeptUnderDecentNames()
{
    QueueCommands commands(m_desk->desk);
    const Actor lin = m_desk->actor(m_desk->lin);
    SavedView view;
    view.name = QStringLiteral("  生鲜 ");
    view.filter = QStringLiteral("category:fresh");
    view.person = m_desk->chen.id; // whoever saves it owns it, whatever it says
    QVERIFY_DONE(commands.saveView(lin, view));
    QCOMPARE(must(commands.views(lin), "views").constFirst().name, QStringLiteral("生鲜"));
    QVERIFY(must(commands.views(m_desk->actor(m_desk->chen)), "views").isEmpty());
    SavedView bad = view;
    bad.filter = QStringLiteral("nonsense:1");
    QCOMPARE_FAULT(commands.saveView(lin, bad), BadValue);
    bad = view;
    bad.name = QStringLiteral(" ");
    QCOMPARE_FAULT(commands.saveView(lin, bad), ViewNameUnfit);
    bad.name = QString(61, u'x');
    QCOMPARE_FAULT(commands.saveView(lin, bad), ViewNameUnfit);
    bad.name = QStringLiteral("a\u0007");
    QCOMPARE_FAULT(commands.saveView(lin, bad), ControlCharacters);
    QCOMPARE_FAULT(commands.removeView(lin, QStringLiteral("other")), NoSuchView);
    QVERIFY_DONE(commands.removeView(lin, QStringLiteral("生鲜")));
}

void TstManyCases::skipsAreReported()
{
    const domain::CaseId one = m_desk->admit(QStringLiteral("D-1")), two = m_desk->admit(QStringLiteral("D-2"));
    const auto skip = [&](const Person &who, domain::CaseId id, const char *reason) {
        must(m_desk->commands.skip(m_desk->as(who), id, QString::fromLatin1(reason)), "skip");
    };
    m_desk->advance(-8 * domain::dayMs);
    skip(m_desk->lin, one, "other"); // before the usual period
    m_desk->advance(8 * domain::dayMs);
    m_desk->claim(m_desk->lin, one);
    skip(m_desk->lin, one, "specialist");
    skip(m_desk->lin, one, "specialist"); // of a case that they have passed over: counts once
    m_desk->claim(m_desk->lin, two);
    skip(m_desk->lin, two, "specialist");
    skip(m_desk->chen, two, "cannot_open");
    const auto report = runReport(m_desk->desk, m_desk->actor(m_desk->xu), QStringLiteral("skips"), {});
    QVERIFY_DONE(report);
    QCOMPARE(report->rows.size(), size_t(2));
    const auto row = std::ranges::find_if(report->rows, [&](const TableRow &found) { return std::get<QString>(found.cells.at(0)) == m_desk->lin.name; });
    QVERIFY(row != report->rows.cend());
    QCOMPARE(std::get<QString>(row->cells.at(1)), QStringLiteral("specialist"));
    QCOMPARE(std::get<qint64>(row->cells.at(3)), qint64(2));
    QCOMPARE(std::get<qint64>(row->cells.at(4)), qint64(2));
    QCOMPARE(std::get<qint64>(row->cells.at(5)), qint64(2)); // claims
    for (const size_t rate : {size_t(6), size_t(7)})
        QCOMPARE(std::get<qint64>(row->cells.at(rate)), qint64(1000)); // two of two, in tenths of a percent
    const auto chen = std::ranges::find_if(report->rows, [&](const TableRow &found) { return std::get<QString>(found.cells.at(0)) == m_desk->chen.name; });
    QVERIFY(chen != report->rows.cend());
    QVERIFY(std::holds_alternative<std::monostate>(chen->cells.at(6))); // no claim, no rate
    QCOMPARE(row->cases, QList<domain::CaseId>({one, two})); // every number leads to its cases
    ReportQuery query;
    m_desk->claim(m_desk->lin, two);
    skip(m_desk->lin, two, "cannot_open");
    query.filters.insert(QStringLiteral("person"), m_desk->lin.name);
    query.filters.insert(QStringLiteral("reason"), QStringLiteral("cannot_open"));
    const auto filtered = runReport(m_desk->desk, m_desk->actor(m_desk->xu), QStringLiteral("skips"), query);
    QVERIFY_DONE(filtered);
    QCOMPARE(std::get<qint64>(filtered->rows.at(0).cells.at(6)), qint64(333)); // this row's one of three
    QCOMPARE(std::get<qint64>(filtered->rows.at(0).cells.at(7)), qint64(1000)); // all of the person's, whatever is filtered
    query.filters.remove(QStringLiteral("person"));
    QCOMPARE(runReport(m_desk->desk, m_desk->actor(m_desk->xu), QStringLiteral("skips"), query)->rows.size(), size_t(2));
    QCOMPARE_FAULT(runReport(m_desk->desk, m_desk->actor(m_desk->lin), QStringLiteral("skips"), {}), NotAllowed);
}

QObject *make_tst_manycases();
QObject *make_tst_manycases()
{
    return new TstManyCases;
}

#include "tst_manycases.moc"
