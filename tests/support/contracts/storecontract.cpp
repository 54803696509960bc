// SPDX-License-Identifier: GPL-3.0-or-later
#include "storecontract.h"

#include <domain/casejson.h>

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

namespace arb::tests {

using namespace usecases;
using domain::DisputeState;

#define REQUIRE_OK(expression)                                                                                                \
    do {                                                                                                                      \
        const auto &requiredResult = (expression);                                                                           \
        if (!requiredResult)                                                                                                  \
            QFAIL(qPrintable(QStringLiteral("%1: StoreError %2").arg(QStringLiteral(#expression)).arg(int(requiredResult.error())))); \
    } while (false)

void StoreContract::init()
{
    m_lin = contractPerson(1001, "林晓");
    m_chen = contractPerson(1002, "陈默", Role::Reviewer, true);
    m_zhou = contractPerson(1003, "周岚", Role::Supervisor, true);
    m_stores = fresh();
    for (const Person &person : {m_lin, m_chen, m_zhou})
        REQUIRE_OK(m_stores.desk->apply(addingPerson(person)));
}

void StoreContract::cleanup()
{
    m_stores = {};
    drop();
}

CaseHeader StoreContract::admit(const Admission &admission)
{
    if (!m_stores.intake->addMany(std::span(&admission, 1)))
        qFatal("the contract's case was not admitted");
    return *m_stores.cases->header(admission.header.id);
}

CaseHeader StoreContract::admit(qint64 id, const QString &caseNo, qint64 rank)
{
    return admit(contractAdmission(id, caseNo, rank));
}

CaseHeader StoreContract::move(const Transition &transition)
{
    if (const auto done = m_stores.cases->apply(transition); !done)
        qFatal("the contract's move was refused: %d", int(done.error()));
    return *m_stores.cases->header(transition.after.id);
}

CaseHeader StoreContract::ruled(const CaseHeader &header, const RulingRow &ruling)
{
    Transition rule = contractMove(header, ruling.needsApproval ? DisputeState::AwaitingApproval : DisputeState::Ruled);
    rule.ruling = ruling;
    rule.after.ruling = ruling.id;
    rule.after.dueAt = ruling.madeAt.plusMs(10 * domain::minuteMs);
    rule.audit.payload.insert(QStringLiteral("ruling"), ruling.id.toString());
    return move(rule);
}

// --- what comes in -------------------------------------------------------------------------------------------------

void StoreContract::readsBackWhatWasAdmitted()
{
    Admission admission = contractAdmission(7, QStringLiteral("C-7"));
    admission.header.flags = {QStringLiteral("media"), QStringLiteral("claims_too_much")};
    admission.header.tags = {QStringLiteral("vip")};
    admission.header.dueAt.reset();
    admission.header.dueUnknown = QStringLiteral("calendar 2027 missing");
    admit(admission);

    const auto record = m_stores.cases->record(domain::CaseId(7));
    REQUIRE_OK(record);
    CaseHeader expected = admission.header;
    QCOMPARE(record->audit.size(), 1);
    expected.audit = domain::headOf(record->audit.constFirst());
    QVERIFY(record->header == expected);
    domain::CaseFile file = admission.file;
    file.document = domain::withoutPersonalData(file.document);
    QCOMPARE(record->file.buyer.name, QStringLiteral("王小五"));
    QVERIFY(record->file == file);
    QVERIFY(!QString::fromUtf8(QJsonDocument(record->file.document).toJson()).contains(QStringLiteral("13800000034")));
    QCOMPARE(record->audit.constFirst().action, QStringLiteral("admit"));

    const auto known = m_stores.intake->known(QStringLiteral("douyin"), QStringLiteral("C-7"));
    REQUIRE_OK(known);
    QVERIFY(known->has_value() && (*known)->id == domain::CaseId(7) && (*known)->bundleDigest == QByteArray(64, 'd'));
    QVERIFY(!(*m_stores.intake->known(QStringLiteral("taobao"), QStringLiteral("C-7"))).has_value());
    QCOMPARE(*m_stores.cases->find(QString(), QStringLiteral("C-7")), QList<domain::CaseId>{domain::CaseId(7)});
    QVERIFY((*m_stores.cases->find(QStringLiteral("taobao"), QStringLiteral("C-7"))).isEmpty());
    QVERIFY(*m_stores.intake->isReferenced(QByteArray(64, 'a')));
    QVERIFY(!*m_stores.intake->isReferenced(QByteArray(64, 'c')));
    QCOMPARE(m_stores.cases->header(domain::CaseId(8)).error(), StoreError::NotFound);
    QCOMPARE(m_stores.cases->record(domain::CaseId(8)).error(), StoreError::NotFound);
}

void StoreContract::refusesCaseNumberTwice()
{
    admit(1, QStringLiteral("C-1"));
    const Admission both[] = {contractAdmission(2, QStringLiteral("C-2")), contractAdmission(3, QStringLiteral("C-1"))};
    QCOMPARE(m_stores.intake->addMany(both).error(), StoreError::Conflict);
    QCOMPARE(m_stores.cases->header(domain::CaseId(2)).error(), StoreError::NotFound); // all or nothing
    Admission elsewhere = contractAdmission(3, QStringLiteral("C-1"));
    elsewhere.header.platform = QStringLiteral("taobao");
    elsewhere.file = contractFile(QStringLiteral("C-1"), QStringLiteral("taobao"));
    admit(elsewhere);
    QCOMPARE((*m_stores.cases->find(QString(), QStringLiteral("C-1"))).size(), 2);
}

void StoreContract::keepsEarlierRecord()
{
    Admission admission = contractAdmission(1, QStringLiteral("C-1"));
    admission.earlier = EarlierRecord{"{\"outcome\":\"repair\"}", "{\"seq\":1}\n"};
    admit(admission);
    const auto record = m_stores.cases->record(domain::CaseId(1));
    REQUIRE_OK(record);
    QVERIFY(record->earlier == admission.earlier);
}

// --- moves ---------------------------------------------------------------------------------------------------------

void StoreContract::writesWholeTransition()
{
    CaseHeader header = move(contractClaim(admit(1, QStringLiteral("C-1")), m_lin));
    QCOMPARE(header.holderName, m_lin.name);
    const RulingRow ruling = contractRuling(500, m_lin, contractNow);
    Transition rule = contractMove(header, DisputeState::Ruled);
    CaseHeader &after = rule.after;
    after.holder = {};
    after.claimedAt.reset();
    after.leaseUntil.reset();
    after.reservedFor = m_chen.id;
    after.reservedUntil = contractNow.plusMs(1);
    after.parkedUntil = contractNow.plusMs(2);
    after.dueAt = contractNow.plusMs(3);
    after.deskDueAt.reset();
    after.suspendedAt = contractNow.plusMs(4);
    after.rank = -5;
    after.round = 2;
    after.appealRound = true;
    after.ruling = ruling.id;
    after.firstReviewer = m_lin.id;
    after.flags = {QStringLiteral("late")};
    rule.ruling = ruling;
    rule.newTasks = {contractTask(600, header, ruling, 0), contractTask(601, header, ruling, 1)};
    rule.newTasks[1].dueAt = contractNow.plusMs(domain::hourMs);
    rule.points = {contractPoint(700, header, ruling, 2, contractNow)};
    rule.newRequests = {EvidenceRequest{domain::RequestId(800), domain::Party::Merchant, QStringLiteral("shipping"), QStringLiteral("proof?"),
                                        contractNow, contractNow.plusMs(5), m_lin.name, RequestState::Open, {}}};
    rule.draft = Draft{header.id, m_lin.id, 1, 3, contractNow, "{\"a\":1}"};
    rule.note = DeskNote{domain::NoteId(900), contractNow, m_lin.name, QStringLiteral("看过视频")};
    rule.command = CommandRecord{QStringLiteral("cmd-1"), m_lin.name, QByteArray(64, '1'), "{\"ok\":1}", contractNow};
    header = move(rule);

    CaseHeader expected = rule.after;
    expected.holderName.clear();
    expected.reservedForName = m_chen.name;
    expected.audit = header.audit;
    QVERIFY(header == expected);
    const auto record = m_stores.cases->record(header.id);
    REQUIRE_OK(record);
    QCOMPARE(record->rulings.size(), 1);
    QVERIFY(record->rulings.constFirst() == ruling);
    QVERIFY(record->tasks == rule.newTasks);
    QVERIFY(record->points == rule.points);
    QVERIFY(record->requests == rule.newRequests);
    QVERIFY(record->drafts == QList<Draft>{*rule.draft});
    QVERIFY(record->notes == QList<DeskNote>{*rule.note});
    QCOMPARE(record->audit.size(), 3);
    QCOMPARE(domain::headOf(record->audit.constLast()), record->header.audit);
    QCOMPARE(record->audit.constLast().prev, record->audit.at(1).hash);
    const auto command = m_stores.cases->command(QStringLiteral("cmd-1"));
    REQUIRE_OK(command);
    QVERIFY(command->has_value() && (*command)->digest == rule.command->digest && (*command)->result == rule.command->result
            && (*command)->actor == m_lin.name && (*command)->at == contractNow);
    QVERIFY(!(*m_stores.cases->command(QStringLiteral("cmd-2"))).has_value());
}

void StoreContract::refusesStaleVersion()
{
    const CaseHeader header = admit(1, QStringLiteral("C-1"));
    move(contractClaim(header, m_lin));
    QCOMPARE(m_stores.cases->apply(contractClaim(header, m_chen)).error(), StoreError::Stale);
    QCOMPARE((*m_stores.cases->header(header.id)).holder, m_lin.id);
    CaseHeader missing = header;
    missing.id = domain::CaseId(99);
    QCOMPARE(m_stores.cases->apply(contractClaim(missing, m_chen)).error(), StoreError::NotFound);
}

void StoreContract::refusesCommandTwiceBeforeStale()
{
    const CaseHeader header = admit(1, QStringLiteral("C-1"));
    Transition claim = contractClaim(header, m_lin);
    claim.command = CommandRecord{QStringLiteral("cmd"), m_lin.name, QByteArray(64, '1'), "{}", contractNow};
    move(claim);
    QCOMPARE(m_stores.cases->apply(claim).error(), StoreError::Conflict);
    QCOMPARE((*m_stores.cases->header(header.id)).version, 2);
}

void StoreContract::writesNothingOfRefusedTransition()
{
    const RulingRow ruling = contractRuling(500, m_lin, contractNow);
    ruled(move(contractClaim(admit(1, QStringLiteral("C-1")), m_lin)), ruling);
    const CaseHeader other = move(contractClaim(admit(2, QStringLiteral("C-2")), m_lin));
    const auto before = m_stores.cases->record(other.id);
    REQUIRE_OK(before);
    Transition rule = contractMove(other, DisputeState::Ruled);
    rule.command = CommandRecord{QStringLiteral("cmd"), m_lin.name, QByteArray(64, '1'), "{}", contractNow};
    rule.note = DeskNote{domain::NoteId(900), contractNow, m_lin.name, QStringLiteral("x")};
    rule.ruling = ruling; // the id is taken
    QCOMPARE(m_stores.cases->apply(rule).error(), StoreError::Conflict);
    QVERIFY(*m_stores.cases->record(other.id) == *before);
    QVERIFY(!(*m_stores.cases->command(QStringLiteral("cmd"))).has_value());

    Transition task = contractMove(other, DisputeState::Ruled);
    task.ruling = contractRuling(501, m_lin, contractNow);
    task.newTasks = {contractTask(600, other, *task.ruling, 0), contractTask(601, other, *task.ruling, 1)};
    task.newTasks[1].idempotencyKey = task.newTasks[0].idempotencyKey;
    QCOMPARE(m_stores.cases->apply(task).error(), StoreError::Conflict);
    QVERIFY(*m_stores.cases->record(other.id) == *before);
}

void StoreContract::writesNoEntryForEmptyAction()
{
    const CaseHeader header = move(contractClaim(admit(1, QStringLiteral("C-1")), m_lin));
    Transition renew = contractMove(header, DisputeState::Claimed);
    renew.audit.action.clear();
    renew.after.leaseUntil = contractNow.plusMs(domain::hourMs);
    const CaseHeader renewed = move(renew);
    QCOMPARE(renewed.audit, header.audit);
    QCOMPARE(renewed.version, header.version + 1);
    QCOMPARE((*m_stores.cases->record(header.id)).audit.size(), 2);
}

void StoreContract::makerIsNeverChecker()
{
    const RulingRow ruling = contractRuling(500, m_zhou, contractNow, true);
    const CaseHeader header = ruled(move(contractClaim(admit(1, QStringLiteral("C-1")), m_zhou)), ruling);
    Transition approve = contractMove(header, DisputeState::Ruled);
    approve.approval = ApprovalRow{ruling.id, {m_zhou.id, m_zhou.name, contractNow, ApprovalDecision::Approved, {}}};
    QCOMPARE(m_stores.cases->apply(approve).error(), StoreError::Broken);
    QVERIFY(!(*m_stores.cases->record(header.id)).rulings.constFirst().approval);
}

void StoreContract::decidesApprovalAndRecallOnce()
{
    const RulingRow ruling = contractRuling(500, m_lin, contractNow, true);
    CaseHeader header = ruled(move(contractClaim(admit(1, QStringLiteral("C-1")), m_lin)), ruling);
    Transition approve = contractMove(header, DisputeState::Ruled);
    approve.approval = ApprovalRow{ruling.id, {m_zhou.id, m_zhou.name, contractNow.plusMs(7), ApprovalDecision::Approved, QStringLiteral("ok")}};
    header = move(approve);
    Transition again = contractMove(header, DisputeState::Ruled);
    again.approval = ApprovalRow{ruling.id, {m_chen.id, m_chen.name, contractNow, ApprovalDecision::Returned, {}}};
    QCOMPARE(m_stores.cases->apply(again).error(), StoreError::Conflict);

    Transition recall = contractClaim(header, m_lin);
    recall.recall = RulingRecall{ruling.id, m_lin.id, contractNow.plusMs(8), QStringLiteral("wrong sum")};
    header = move(recall);
    Transition recallAgain = contractMove(header, DisputeState::Claimed);
    recallAgain.recall = recall.recall;
    QCOMPARE(m_stores.cases->apply(recallAgain).error(), StoreError::Conflict);

    const auto record = m_stores.cases->record(header.id);
    REQUIRE_OK(record);
    const RulingRow &row = record->rulings.constFirst();
    QVERIFY(row.approval == approve.approval->approval);
    QVERIFY(row.recall == (Recalled{m_lin.name, contractNow.plusMs(8), QStringLiteral("wrong sum")}));
    QVERIFY(!row.effectiveAt());
}

/// Under a clock that stands, ids of different programs say nothing about what came first.
void StoreContract::rulingsOfOneMomentStandInOrder()
{
    CaseHeader header = admit(1, QStringLiteral("C-1"));
    const QList<qint64> asMade{900, 100, 950, 500}; // all but the last are taken back
    for (const qint64 id : asMade) {
        Transition claim = contractClaim(header, m_lin);
        if (id != asMade.constFirst())
            claim.recall = RulingRecall{header.ruling, m_lin.id, contractNow, QStringLiteral("wrong sum")};
        header = ruled(move(claim), contractRuling(id, m_lin, contractNow));
    }
    const auto record = m_stores.cases->record(header.id);
    REQUIRE_OK(record);
    QList<qint64> ids;
    for (const RulingRow &row : record->rulings)
        ids.append(row.id.value());
    QCOMPARE(ids, asMade);
}

void StoreContract::refusesUnknownPeople()
{
    const CaseHeader header = admit(1, QStringLiteral("C-1"));
    QCOMPARE(m_stores.cases->apply(contractClaim(header, contractPerson(77, "nobody"))).error(), StoreError::Broken);
    QVERIFY(*m_stores.cases->header(header.id) == header);
}

void StoreContract::updatesRequestsAndTasks()
{
    const RulingRow ruling = contractRuling(500, m_lin, contractNow);
    CaseHeader header = move(contractClaim(admit(1, QStringLiteral("C-1")), m_lin));
    Transition rule = contractMove(header, DisputeState::Ruled);
    rule.ruling = ruling;
    rule.newTasks = {contractTask(600, header, ruling, 0)};
    rule.newRequests = {EvidenceRequest{domain::RequestId(800), domain::Party::Buyer, QStringLiteral("e"), {}, contractNow,
                                        contractNow.plusMs(5), m_lin.name, RequestState::Open, {}}};
    header = move(rule);
    Transition send = contractMove(header, DisputeState::Executing);
    send.taskUpdates = {TaskUpdate{domain::TaskId(600), TaskState::Sent, 1, QStringLiteral("slow"), contractNow.plusMs(9), contractNow.plusMs(1)}};
    send.requestUpdates = {RequestUpdate{domain::RequestId(800), RequestState::Open, {}, contractNow.plusMs(7)}}; // only its end moves
    header = move(send);
    const auto moved = m_stores.cases->record(header.id);
    REQUIRE_OK(moved);
    EvidenceRequest later = rule.newRequests.constFirst();
    later.dueAt = contractNow.plusMs(7);
    QVERIFY(moved->requests == QList<EvidenceRequest>{later});
    Transition done = contractMove(header, DisputeState::Closed);
    done.taskUpdates = {TaskUpdate{domain::TaskId(600), TaskState::Done, 2, {}, {}, contractNow.plusMs(2)}};
    done.requestUpdates = {RequestUpdate{domain::RequestId(800), RequestState::TimedOut, contractNow.plusMs(6)}};
    header = move(done);
    const auto record = m_stores.cases->record(header.id);
    REQUIRE_OK(record);
    ExecutionTask task = rule.newTasks.constFirst();
    task.state = TaskState::Done;
    task.attempts = 2;
    task.dueAt = contractNow.plusMs(9);  // an absent due time leaves the stored one
    task.sentAt = contractNow.plusMs(1); // and so does every time that the update is not about
    task.doneAt = contractNow.plusMs(2);
    QVERIFY(record->tasks == QList<ExecutionTask>{task});
    QCOMPARE(record->requests.constFirst().state, RequestState::TimedOut);
    QVERIFY(record->requests.constFirst().closedAt == contractNow.plusMs(6));
}

void StoreContract::keepsHigherDraftRevision()
{
    const CaseHeader header = admit(1, QStringLiteral("C-1"));
    const Draft fifth{header.id, m_lin.id, 1, 5, contractNow, "{\"five\":1}"};
    REQUIRE_OK(m_stores.cases->saveDraft(fifth));
    Draft fourth = fifth;
    fourth.revision = 4;
    fourth.json = "{}";
    QCOMPARE(m_stores.cases->saveDraft(fourth).error(), StoreError::Conflict);
    Transition note = contractMove(header, DisputeState::Queued);
    note.draft = fourth; // a move is not refused for an old draft: the newer text just stays
    move(note);
    QVERIFY((*m_stores.cases->record(header.id)).drafts == QList<Draft>{fifth});
    Draft same = fifth;
    same.json = "{\"again\":1}";
    REQUIRE_OK(m_stores.cases->saveDraft(same));
    Draft secondRound = fifth;
    secondRound.round = 2;
    REQUIRE_OK(m_stores.cases->saveDraft(secondRound));
    Draft hers = fifth;
    hers.author = m_chen.id;
    REQUIRE_OK(m_stores.cases->saveDraft(hers));
    QCOMPARE((*m_stores.cases->record(header.id)).drafts.size(), 3);
    Draft lost = fifth;
    lost.caseId = domain::CaseId(99);
    QCOMPARE(m_stores.cases->saveDraft(lost).error(), StoreError::NotFound);
}

void StoreContract::appendsExhibitsNotesAndTags()
{
    CaseHeader header = admit(1, QStringLiteral("C-1"));
    domain::Exhibit exhibit;
    exhibit.id = QStringLiteral("S1");
    exhibit.party = domain::Party::Merchant;
    exhibit.kind = domain::ExhibitKind::Document;
    exhibit.file = QStringLiteral("proof.pdf");
    exhibit.sha256 = QByteArray(64, 'c');
    exhibit.submittedAt = contractNow;
    exhibit.size = 12;
    domain::Derivation from;
    from.exhibit = QStringLiteral("a1");
    from.sha256 = QByteArray(64, 'b');
    from.how = domain::DerivedHow::Crop;
    from.frame = 3;
    from.pts = -40'000;
    from.region = QRect(0, 5, 7, 9);
    from.tool = QStringLiteral("“tool” 1");
    exhibit.derivedFrom = from;
    Transition supplement = contractMove(header, DisputeState::Queued);
    supplement.newExhibits = {exhibit};
    supplement.after.tags = {QStringLiteral("supervisor"), QStringLiteral("加急")};
    header = move(supplement);
    QCOMPARE(header.tags, supplement.after.tags);
    const auto record = m_stores.cases->record(header.id);
    REQUIRE_OK(record);
    QCOMPARE(record->file.exhibits.size(), 3);
    QVERIFY(record->file.exhibits.constLast() == exhibit);
    QVERIFY(*m_stores.intake->isReferenced(QByteArray(64, 'c')));
    Transition again = contractMove(header, DisputeState::Queued);
    again.newExhibits = {exhibit};
    QCOMPARE(m_stores.cases->apply(again).error(), StoreError::Conflict);
}

/// Pinned notes with who may read them and whom they mention; those that were removed are on record and nowhere else.
void StoreContract::pinsAndRemovesNotes()
{
    CaseHeader header = admit(1, QStringLiteral("C-1"));
    DeskNote pinned{domain::NoteId(901), contractNow, m_lin.name, QStringLiteral("看 @chen\n“裂纹”")};
    domain::Citation place;
    place.exhibit = QStringLiteral("a1");
    place.sha256 = QByteArray(64, 'b');
    place.region = QRect(0, 2, 3, 4);
    place.frame = 7;
    pinned.place = place;
    pinned.visibility = domain::NoteVisibility::MayBeQuoted;
    pinned.mentions = {m_chen.name, m_zhou.name};
    pinned.author = m_lin.id;
    Transition write = contractMove(header, DisputeState::Queued);
    write.note = pinned;
    write.notices = {Notice{domain::NoteId(902), m_chen.id, header.id, header.caseNo, contractNow, NoticeKind::Mentioned, m_lin.name, {}}};
    header = move(write);
    DeskNote plain{domain::NoteId(903), contractNow.plusMs(1), m_chen.name, QStringLiteral("x")};
    Transition second = contractMove(header, DisputeState::Queued);
    second.note = plain;
    header = move(second);
    const auto record = another().cases->record(header.id);
    REQUIRE_OK(record);
    QCOMPARE(record->notes, QList<DeskNote>({pinned, plain}));
    const auto told = m_stores.queue->notices(m_chen.id);
    REQUIRE_OK(told);
    QCOMPARE(told->size(), 1);
    QCOMPARE(told->constFirst().kind, NoticeKind::Mentioned);

    Transition removal = contractMove(header, DisputeState::Queued);
    removal.noteRemoval = NoteRemoval{pinned.id, m_zhou.id, contractNow};
    header = move(removal);
    Transition again = contractMove(header, DisputeState::Queued);
    again.noteRemoval = NoteRemoval{pinned.id, m_zhou.id, contractNow};
    QCOMPARE(m_stores.cases->apply(again).error(), StoreError::NotFound);
    again.noteRemoval = NoteRemoval{domain::NoteId(77), m_zhou.id, contractNow};
    QCOMPARE(m_stores.cases->apply(again).error(), StoreError::NotFound);
    const auto after = another().cases->record(header.id);
    REQUIRE_OK(after);
    QCOMPARE(after->notes, QList<DeskNote>{plain});
    QCOMPARE(after->header, header); // what was refused left nothing
}

} // namespace arb::tests
