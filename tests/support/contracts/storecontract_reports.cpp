// SPDX-License-Identifier: GPL-3.0-or-later
#include "storecontract.h"

#include <QtTest/QTest>

namespace arb::tests {

using namespace usecases;
using domain::DisputeState;

void StoreContract::findsDueWork_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("from"); ///< first moment that is due, ms after contractNow
    QTest::newRow("lease") << int(DueKind::LeaseExpired) << qint64(15 * domain::minuteMs + 1);
    QTest::newRow("evidence") << int(DueKind::EvidenceTimeOut) << qint64(domain::hourMs + 1);
    QTest::newRow("negotiation") << int(DueKind::NegotiationEnd) << qint64(domain::hourMs + 1);
    QTest::newRow("recall window") << int(DueKind::RecallWindowOver) << qint64(10 * domain::minuteMs + 1);
    QTest::newRow("task") << int(DueKind::TaskDue) << qint64(10 * domain::minuteMs);
    QTest::newRow("overdue task") << int(DueKind::TaskOverdue) << qint64(domain::hourMs + 1);
}

void StoreContract::findsDueWork()
{
    QFETCH(int, kind);
    QFETCH(qint64, from);
    CaseHeader header = move(contractClaim(admit(1, QStringLiteral("C-1")), m_lin));
    const RulingRow ruling = contractRuling(500, m_lin, contractNow);
    Transition change = contractMove(header, DisputeState::Claimed);
    switch (static_cast<DueKind>(kind)) {
    case DueKind::LeaseExpired:
        break;
    case DueKind::EvidenceTimeOut:
        change.after.state = DisputeState::AwaitingEvidence;
        for (const qint64 id : {800, 801}) { // two requests are one piece of work
            change.newRequests.append(EvidenceRequest{domain::RequestId(id), domain::Party::Buyer, QStringLiteral("e"), {}, contractNow,
                                                      contractNow.plusMs(domain::hourMs), m_lin.name, RequestState::Open, {}});
        }
        break;
    case DueKind::NegotiationEnd:
        change.after.state = DisputeState::Negotiating;
        change.after.dueAt = contractNow.plusMs(domain::hourMs);
        break;
    case DueKind::RecallWindowOver:
        header = ruled(header, ruling);
        change = contractMove(header, DisputeState::Ruled);
        break;
    case DueKind::TaskDue:
    case DueKind::TaskOverdue:
        change.after.state = DisputeState::Executing;
        change.ruling = ruling;
        change.newTasks = {contractTask(600, header, ruling, 0), contractTask(601, header, ruling, 1)};
        if (kind == int(DueKind::TaskOverdue)) {
            change.newTasks[0].state = TaskState::Sent;
            change.newTasks[0].dueAt = contractNow.plusMs(domain::hourMs);
            change.newTasks[1].state = TaskState::Done;
            change.newTasks[1].dueAt = contractNow.plusMs(1);
            for (const int index : {2, 3}) { // the platform was told too late, or not at all
                ExecutionTask task = contractTask(600 + index, header, ruling, index);
                task.spec.actor = domain::Party::Platform;
                task.dueAt = contractNow.plusMs(1);
                task.state = index == 2 ? TaskState::Sent : TaskState::Pending;
                if (index == 2)
                    task.sentAt = contractNow.plusMs(2);
                else
                    task.notBefore = contractNow.plusMs(domain::dayMs);
                change.newTasks.append(task);
            }
        }
        break;
    }
    move(change);
    const auto before = m_stores.cases->dueWork(contractNow.plusMs(from - 1), 10);
    QVERIFY(before.ok());
    QVERIFY(before->isEmpty());
    const auto due = m_stores.cases->dueWork(contractNow.plusMs(from), 10);
    QVERIFY(due.ok());
    QCOMPARE(due->size(), 1);
    QCOMPARE(int(due->constFirst().kind), kind);
    QCOMPARE(due->constFirst().caseId, header.id);
    QCOMPARE(due->constFirst().at, contractNow.plusMs(from - (kind == int(DueKind::TaskDue) ? 0 : 1)));
    admit(2, QStringLiteral("C-2"));
    Transition earlier = contractClaim(*m_stores.cases->header(domain::CaseId(2)), m_chen, contractNow.plusMs(-domain::dayMs));
    move(earlier);
    const auto two = m_stores.cases->dueWork(contractNow.plusMs(from), 1);
    QVERIFY(two.ok());
    QCOMPARE(two->size(), 1);
    QCOMPARE(two->constFirst().caseId, domain::CaseId(2)); // the oldest first
}

void StoreContract::listsExpiredLeases()
{
    for (int n = 1; n <= 3; ++n) {
        const CaseHeader header = admit(n, QStringLiteral("C-%1").arg(n));
        move(contractClaim(header, m_lin, contractNow.plusMs(-n * domain::minuteMs))); // the last claimed runs out first
    }
    admit(4, QStringLiteral("C-4"));
    const domain::UtcMs end = contractNow.plusMs(15 * domain::minuteMs);
    const auto ids = [&](domain::UtcMs now, int limit) { return *m_stores.cases->expiredLeases(now, limit); };
    QVERIFY(ids(end.plusMs(-3 * domain::minuteMs), 10).isEmpty()); // in its last moment it still holds
    QCOMPARE(ids(end.plusMs(-3 * domain::minuteMs + 1), 10), QList<domain::CaseId>{domain::CaseId(3)});
    QCOMPARE(ids(end.plusMs(-domain::minuteMs), 10), (QList<domain::CaseId>{domain::CaseId(3), domain::CaseId(2)}));
    QCOMPARE(ids(end.plusMs(1), 2), (QList<domain::CaseId>{domain::CaseId(3), domain::CaseId(2)}));
}

void StoreContract::listsTasks()
{
    const CaseHeader first = move(contractClaim(admit(1, QStringLiteral("C-1")), m_lin));
    const CaseHeader second = move(contractClaim(admit(2, QStringLiteral("C-2")), m_lin));
    const auto rule = [&](const CaseHeader &header, const RulingRow &ruling, const QList<ExecutionTask> &tasks) {
        Transition change = contractMove(header, DisputeState::Executing);
        change.ruling = ruling;
        change.newTasks = tasks;
        move(change);
    };
    const RulingRow a = contractRuling(500, m_lin, contractNow.plusMs(5));
    const RulingRow b = contractRuling(501, m_lin, contractNow);
    ExecutionTask done = contractTask(601, first, a, 1);
    done.state = TaskState::Done;
    done.doneAt = contractNow;
    rule(first, a, {contractTask(600, first, a, 0), done});
    rule(second, b, {contractTask(602, second, b, 0)});
    const auto ids = [this](const TaskFilter &filter) {
        QList<qint64> found;
        const auto tasks = m_stores.tasks->list(filter);
        for (const ExecutionTask &task : *tasks)
            found.append(task.id.value());
        return found;
    };
    QCOMPARE(ids({}), QList<qint64>({602, 600, 601}));
    QCOMPARE(ids({.state = TaskState::Done, .caseId = {}, .notBeforeUntil = {}}), QList<qint64>({601}));
    QCOMPARE(ids({.state = {}, .caseId = second.id, .notBeforeUntil = {}}), QList<qint64>({602}));
    QCOMPARE(ids({.state = {}, .caseId = {}, .notBeforeUntil = contractNow.plusMs(10 * domain::minuteMs)}), QList<qint64>({602}));
    QCOMPARE(ids({.state = {}, .caseId = {}, .notBeforeUntil = {}, .limit = 2}), QList<qint64>({602, 600}));
    QVERIFY((*m_stores.tasks->list({.state = TaskState::Done, .caseId = {}, .notBeforeUntil = {}})).constFirst() == done);
}

void StoreContract::countsClaims()
{
    CaseHeader first = admit(1, QStringLiteral("C-1")), second = admit(2, QStringLiteral("C-2"));
    const auto claim = [&](CaseHeader &header, const Person &person, qint64 after) {
        Transition take = contractClaim(header, person, contractNow.plusMs(after));
        take.audit = AuditDraft{contractNow.plusMs(after), person.name, QStringLiteral("claim"), {}};
        header = move(take);
        Transition release = contractMove(header, DisputeState::Queued); // another act than a claim
        release.after.holder = {};
        release.after.claimedAt.reset();
        release.after.leaseUntil.reset();
        header = move(release);
    };
    claim(first, m_lin, 0);
    claim(first, m_lin, 5);
    claim(second, m_lin, 6);
    claim(second, m_chen, 9);
    claim(second, m_chen, 10);
    const auto counted = [this](qint64 from, qint64 to) {
        QStringList told;
        const auto counts = m_stores.reports->claimCounts(contractNow.plusMs(from), contractNow.plusMs(to));
        if (!counts)
            return QStringList{QStringLiteral("failed")};
        for (const ClaimCount &count : *counts)
            told.append(QStringLiteral("%1 %2 %3").arg(count.person, count.category).arg(count.claims));
        told.sort();
        return told;
    };
    const auto line = [&first](const Person &person, int claims) { return QStringLiteral("%1 %2 %3").arg(person.name, first.category).arg(claims); };
    QStringList expected{line(m_lin, 3), line(m_chen, 1)};
    expected.sort();
    QCOMPARE(counted(0, 10), expected);
    QCOMPARE(counted(5, 6), QStringList{line(m_lin, 1)});
    QCOMPARE(counted(11, 20), QStringList());
}

void StoreContract::feedsPenaltyFacts()
{
    CaseHeader header = move(contractClaim(admit(1, QStringLiteral("C-1")), m_lin));
    const RulingRow ruling = contractRuling(500, m_lin, contractNow, true);
    Transition rule = contractMove(header, DisputeState::AwaitingApproval);
    rule.ruling = ruling;
    header = move(rule);
    QList<PenaltyFact> facts;
    const auto keep = [&facts](const PenaltyFact &fact) {
        facts.append(fact);
        return true;
    };
    QVERIFY(m_stores.reports->penaltyFacts({}, keep));
    QVERIFY(facts.isEmpty()); // waiting for approval is not in effect

    Transition approve = contractMove(header, DisputeState::Ruled);
    approve.approval = ApprovalRow{ruling.id, {m_zhou.id, m_zhou.name, contractNow.plusMs(5), ApprovalDecision::Approved, {}}};
    approve.points = {contractPoint(700, header, ruling, 2, contractNow.plusMs(5))};
    header = move(approve);
    QVERIFY(m_stores.reports->penaltyFacts({}, keep));
    QCOMPARE(facts.size(), 2);
    const PenaltyFact &first = facts.at(0);
    QVERIFY(first.ruling && first.lost && !first.reversal);
    QCOMPARE(first.at, contractNow.plusMs(5));
    QCOMPARE(first.refund, domain::Money(26'900));
    QCOMPARE(first.caseNo, QStringLiteral("C-1"));
    QCOMPARE(first.merchantName, QStringLiteral("Wolv Digital"));
    QCOMPARE(first.rulingId, ruling.id);
    const PenaltyFact &second = facts.at(1);
    QVERIFY(!second.ruling && !second.reversal);
    QCOMPARE(second.points, 2);
    QCOMPARE(second.expiresAt, contractNow.plusMs(5 + 90 * domain::dayMs));

    Transition recall = contractClaim(header, m_lin);
    recall.recall = RulingRecall{ruling.id, m_lin.id, contractNow.plusMs(6), QStringLiteral("x")};
    PenaltyPoint reversal = contractPoint(701, header, ruling, -2, contractNow.plusMs(6));
    reversal.reverses = domain::PointId(700);
    recall.points = {reversal};
    header = move(recall);
    facts.clear();
    QVERIFY(m_stores.reports->penaltyFacts({}, keep));
    QCOMPARE(facts.size(), 2); // the ruling is gone, both points stay
    QVERIFY(!facts.at(0).ruling && facts.at(1).reversal);
    const auto points = m_stores.reports->pointsOf(QStringLiteral("douyin"), QStringLiteral("m-7"));
    QVERIFY(points.ok());
    QVERIFY(*points == (QList<PenaltyPoint>{reversal, approve.points.constFirst()}));
    QVERIFY((*m_stores.reports->pointsOf(QStringLiteral("douyin"), QStringLiteral("m-9"))).isEmpty());

    Transition twice = contractMove(header, DisputeState::Claimed);
    reversal.id = domain::PointId(702);
    twice.points = {reversal};
    QCOMPARE(m_stores.cases->apply(twice).error(), StoreError::Conflict); // a point is reversed once
}

void StoreContract::overturnedRulingCountsNoLonger()
{
    QList<domain::RulingId> newest;
    const auto overturn = [&](int number, qint64 firstId, qint64 secondId, qint64 laterMs) {
        const CaseHeader claimed = move(contractClaim(admit(number, QStringLiteral("C-%1").arg(number)), m_lin));
        RulingRow second = contractRuling(secondId, m_chen, contractNow.plusMs(laterMs));
        second.round = 2;
        second.ruling.blame = {};
        second.ruling.blame.buyer = 100;
        second.ruling.refund = domain::Money(0);
        second.ruling.outcome = domain::OutcomeCode::RejectClaim;
        ruled(ruled(claimed, contractRuling(firstId, m_lin, contractNow)), second);
        newest.append(second.id);
    };
    overturn(1, 500, 400, 0); // in one moment, and ids of two programs
    overturn(2, 501, 502, domain::dayMs);
    QList<PenaltyFact> facts;
    QVERIFY(m_stores.reports->penaltyFacts({}, [&facts](const PenaltyFact &fact) {
        facts.append(fact);
        return true;
    }));
    QCOMPARE(facts.size(), newest.size());
    for (qsizetype n = 0; n < facts.size(); ++n) { // by time
        QCOMPARE(facts.at(n).rulingId, newest.at(n));
        QVERIFY(!facts.at(n).lost);
    }
}

void StoreContract::filtersPenaltyFacts()
{
    const auto put = [this](qint64 id, const char *merchant, const char *category, qint64 at) {
        Admission admission = contractAdmission(id, QStringLiteral("C-%1").arg(id));
        admission.header.merchantId = QString::fromLatin1(merchant);
        admission.header.category = QString::fromLatin1(category);
        ruled(move(contractClaim(admit(admission), m_lin)), contractRuling(500 + id, m_lin, domain::UtcMs(at)));
    };
    put(1, "m-2", "3c", 100);
    put(2, "m-1", "3c", 300);
    put(3, "m-1", "fresh", 200);
    const auto cases = [this](const PenaltyFilter &filter, int stopAfter = 100) {
        QList<qint64> found;
        const auto done = m_stores.reports->penaltyFacts(filter, [&](const PenaltyFact &fact) {
            found.append(fact.caseId.value());
            return found.size() < stopAfter;
        });
        return done ? found : QList<qint64>{-1};
    };
    QCOMPARE(cases({}), QList<qint64>({3, 2, 1})); // by merchant, then time
    QCOMPARE(cases({}, 2), QList<qint64>({3, 2}));
    QCOMPARE(cases({.from = domain::UtcMs(200), .to = {}, .platform = {}, .merchantId = {}, .category = {}}), QList<qint64>({3, 2}));
    QCOMPARE(cases({.from = {}, .to = domain::UtcMs(200), .platform = {}, .merchantId = {}, .category = {}}), QList<qint64>({1}));
    QCOMPARE(cases({.from = {}, .to = {}, .platform = {}, .merchantId = QStringLiteral("m-1"), .category = {}}), QList<qint64>({3, 2}));
    QCOMPARE(cases({.from = {}, .to = {}, .platform = QStringLiteral("taobao"), .merchantId = {}, .category = {}}), QList<qint64>());
    QCOMPARE(cases({.from = {}, .to = {}, .platform = {}, .merchantId = {}, .category = QStringLiteral("fresh")}), QList<qint64>({3}));
}

void StoreContract::chainsEveryScope()
{
    move(contractClaim(admit(2, QStringLiteral("C-2")), m_lin));
    admit(1, QStringLiteral("C-1"));
    QList<QPair<qint64, qint64>> places;
    std::map<qint64, domain::AuditVerifier> verifiers;
    bool sound = true;
    QVERIFY(m_stores.audit->entries([&](const domain::AuditEntry &entry) {
        places.append({entry.scope, entry.seq});
        sound = sound && !verifiers.try_emplace(entry.scope, entry.scope).first->second.feed(entry);
        return true;
    }));
    QVERIFY(sound);
    QCOMPARE(places, (QList<QPair<qint64, qint64>>{{0, 1}, {0, 2}, {0, 3}, {1, 1}, {2, 1}, {2, 2}}));
    QList<qint64> scopes;
    QVERIFY(m_stores.audit->heads([&](qint64 scope, const domain::AuditHead &head) {
        scopes.append(scope);
        const auto found = verifiers.find(scope);
        sound = sound && found != verifiers.end() && !found->second.finish(head);
        return true;
    }));
    QVERIFY(sound);
    QCOMPARE(scopes, QList<qint64>({0, 1, 2}));
    int fed = 0;
    QVERIFY(m_stores.audit->entries([&](const domain::AuditEntry &) { return ++fed < 2; }));
    QCOMPARE(fed, 2);
}

// --- the desk ------------------------------------------------------------------------------------------------------

void StoreContract::keepsPeople()
{
    Person changed = m_lin;
    changed.enabled = false;
    changed.approvalLimit = domain::Money(5);
    changed.hearsAppeals = true;
    QVERIFY(m_stores.desk->apply(addingPerson(changed)));
    const auto people = m_stores.desk->people();
    QVERIFY(people.ok());
    QVERIFY(*people == (QList<Person>{changed, m_chen, m_zhou}));
    DeskChange twin = addingPerson(contractPerson(2000, "陈默"));
    twin.command = CommandRecord{QStringLiteral("twin"), QStringLiteral("owner"), QByteArray(64, '2'), "{}", contractNow};
    QCOMPARE(m_stores.desk->apply(twin).error(), StoreError::Conflict);
    QVERIFY(!(*m_stores.cases->command(QStringLiteral("twin"))).has_value());
    twin.upsertPerson = contractPerson(2000, "吴迪", Role::Admin);
    QVERIFY(m_stores.desk->apply(twin));
    QCOMPARE(m_stores.desk->apply(twin).error(), StoreError::Conflict); // the command came twice
}

void StoreContract::keepsSettingsBooksYears()
{
    const AuditDraft audit{contractNow, QStringLiteral("owner"), QStringLiteral("seed"), {}};
    const auto apply = [&](const std::function<void(DeskChange &)> &fill) {
        DeskChange change;
        change.audit = audit;
        fill(change);
        return m_stores.desk->apply(change);
    };
    QVERIFY(apply([](DeskChange &change) { change.setting = {QStringLiteral("lease_ms"), QByteArray("900000")}; }));
    QVERIFY(apply([](DeskChange &change) { change.setting = {QStringLiteral("lease_ms"), QByteArray("60000")}; }));
    QVERIFY(*m_stores.desk->settings() == (QHash<QString, QByteArray>{{QStringLiteral("lease_ms"), QByteArray("60000")}}));
    const StoredBook newer{QStringLiteral("douyin"), QStringLiteral("2"), QByteArray(64, 'e'), QStringLiteral("2026-05-01"), {}, "{\"名\":1}"};
    StoredBook older = newer;
    older.version = QStringLiteral("10");
    older.effectiveFrom = QStringLiteral("2025-01-01");
    older.effectiveTo = QStringLiteral("2026-04-30");
    QVERIFY(apply([&](DeskChange &change) { change.book = newer; }));
    QVERIFY(apply([&](DeskChange &change) { change.book = older; }));
    QCOMPARE(apply([&](DeskChange &change) { change.book = older; }).error(), StoreError::Conflict);
    const auto books = m_stores.desk->books();
    QVERIFY(books.ok());
    QCOMPARE(books->size(), 2);
    QCOMPARE(books->constFirst().version, QStringLiteral("10"));
    QCOMPARE(books->constLast().json, QByteArray("{\"名\":1}"));
    QVERIFY(apply([](DeskChange &change) { change.year = StoredYear{2027, "{}"}; }));
    QVERIFY(apply([](DeskChange &change) { change.year = StoredYear{2026, "{}"}; }));
    QVERIFY(apply([](DeskChange &change) { change.year = StoredYear{2027, "{\"x\":1}"}; }));
    const auto years = m_stores.desk->years();
    QVERIFY(years.ok());
    QCOMPARE(years->size(), 2);
    QCOMPARE(years->constFirst().year, 2026);
    QCOMPARE(years->constLast().json, QByteArray("{\"x\":1}"));
}

void StoreContract::keepsDeskClock()
{
    QVERIFY(!(*m_stores.desk->deskClock()).has_value());
    QVERIFY(m_stores.desk->setDeskClock(contractNow));
    QVERIFY(m_stores.desk->setDeskClock(contractNow.plusMs(1)));
    QVERIFY(*m_stores.desk->deskClock() == contractNow.plusMs(1));
    QVERIFY(m_stores.desk->setDeskClock(contractNow)); // of a program that is behind
    QVERIFY(*m_stores.desk->deskClock() == contractNow.plusMs(1));
    const auto id = m_stores.desk->databaseId();
    QVERIFY(id.ok() && *id > 0);
}

void StoreContract::keepsConflictsOfInterest()
{
    for (const char *merchant : {"m-2", "m-1", "m-1"}) // once more the same is no fault
        QVERIFY(m_stores.desk->apply(addingConflict(m_lin, QStringLiteral("douyin"), QString::fromLatin1(merchant))));
    DeskChange again = addingConflict(m_lin, QStringLiteral("douyin"), QStringLiteral("m-3"));
    again.command = CommandRecord{QStringLiteral("c-1"), m_lin.name, QByteArray(64, 'a'), "{}", contractNow};
    QVERIFY(m_stores.desk->apply(again));
    QCOMPARE(m_stores.desk->apply(again).error(), StoreError::Conflict); // the command, not the interest
    again = addingConflict(contractPerson(4'040, "nobody"), QStringLiteral("douyin"), QStringLiteral("m-1"));
    QCOMPARE(m_stores.desk->apply(again).error(), StoreError::Broken);
    QCOMPARE(*m_stores.cases->conflicts(m_lin.id), QStringList({QStringLiteral("douyin:m-1"), QStringLiteral("douyin:m-2"), QStringLiteral("douyin:m-3")}));
    QVERIFY((*m_stores.cases->conflicts(m_chen.id)).isEmpty());
}

void StoreContract::marksChangesOfOthers()
{
    ContractStores other = another();
    const auto before = m_stores.cases->changeMark();
    QVERIFY(before.ok());
    QCOMPARE(*m_stores.cases->changeMark(), *before);
    const Admission admission = contractAdmission(1, QStringLiteral("C-1"));
    QVERIFY(other.intake->addMany(std::span(&admission, 1)));
    const auto after = m_stores.cases->changeMark();
    QVERIFY(after.ok());
    QVERIFY(*after != *before);
    QVERIFY(m_stores.cases->header(domain::CaseId(1)).ok());
}

} // namespace arb::tests
