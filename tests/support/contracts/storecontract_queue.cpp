// SPDX-License-Identifier: GPL-3.0-or-later
#include "storecontract.h"

#include <QtTest/QTest>

namespace arb::tests {

using namespace usecases;
using domain::DisputeState;

namespace {

QueueQuery contractQuery(QueueView view = QueueView::All)
{
    QueueQuery query;
    query.view = view;
    query.now = contractNow;
    return query;
}

} // namespace

QStringList StoreContract::numbers(const QueueQuery &query)
{
    const auto rows = m_stores.cases->queue(query);
    if (!rows)
        return {QStringLiteral("StoreError %1").arg(int(rows.error()))};
    QStringList numbers;
    for (const CaseHeader &row : *rows)
        numbers.append(row.caseNo);
    const auto count = m_stores.cases->queueCount(query);
    if (query.limit == 0 && (!count || *count != rows->size()))
        return {QStringLiteral("queueCount differs")};
    return numbers;
}

/// One case in every situation that a view or a filter asks about; ranks are in the order of the numbers.
void StoreContract::arrangeQueue()
{
    const auto admitted = [this](int n, const std::function<void(Admission &)> &change = {}) {
        Admission admission = contractAdmission(n, QStringLiteral("C-%1").arg(n, 2, 10, QChar(u'0')), n * 10);
        if (change)
            change(admission);
        return admit(admission);
    };
    admitted(1);
    Transition park = contractMove(admitted(2), DisputeState::Queued);
    park.after.parkedUntil = contractNow.plusMs(1);
    move(park);
    Transition reserve = contractMove(admitted(3), DisputeState::Queued);
    reserve.after.reservedFor = m_chen.id;
    reserve.after.reservedUntil = contractNow;
    move(reserve);
    Transition claim = contractClaim(admitted(4, [](Admission &a) { a.header.claimed = domain::Money(200'000); }), m_lin);
    claim.after.deskDueAt = contractNow.plusMs(15 * domain::hourMs); // exactly 24:00
    move(claim);
    const auto asks = [this](const CaseHeader &header, qint64 id, domain::Party party) {
        Transition ask = contractMove(header, DisputeState::AwaitingEvidence);
        ask.after.reservedFor = m_lin.id;
        ask.newRequests = {EvidenceRequest{domain::RequestId(id), party, QStringLiteral("e"), {}, contractNow, contractNow.plusMs(domain::dayMs),
                                           m_lin.name, RequestState::Open, {}}};
        move(ask);
    };
    asks(admitted(5), 805, domain::Party::Buyer);
    asks(admitted(6), 806, domain::Party::Merchant);
    ruled(move(contractClaim(admitted(7), m_lin)), contractRuling(507, m_lin, contractNow, true));
    Transition appeal = contractMove(admitted(8), DisputeState::Appealed);
    appeal.after.appealRound = true;
    appeal.after.round = 2;
    appeal.after.firstReviewer = m_lin.id;
    appeal.after.dueAt.reset();
    move(appeal);
    move(contractMove(admitted(9, [](Admission &a) { a.header.claimed = domain::Money(100'000); }), DisputeState::Closed));
    admitted(10, [](Admission &a) {
        a.header.category = QStringLiteral("fresh");
        a.header.product = a.file.order.product = QStringLiteral("阳澄湖 100%_Crab");
        a.file.category = a.header.category;
        a.file.order.items.clear();
        a.header.reason = domain::Reason::FreshFood;
        a.header.type = domain::AfterSaleType::RefundShipped;
        a.header.merchantId = QStringLiteral("m-8");
        a.header.merchantName = a.file.merchant.name = QStringLiteral("Lake Shop");
        a.header.buyerId = QStringLiteral("b-2");
        a.header.flags = {QStringLiteral("media"), QStringLiteral("food_safety")};
        a.header.tags = {QStringLiteral("加急")};
        a.header.dueAt = contractNow.plusMs(-1);
        a.header.deskDueAt = contractNow.plusMs(-1);
        a.header.claimed = domain::Money(5'000);
        a.header.escalatedAt = contractNow.plusMs(-10 * domain::dayMs);
    });
}

void StoreContract::showsCasesByView_data()
{
    QTest::addColumn<int>("view");
    QTest::addColumn<qint64>("me");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, QueueView view, qint64 me, const char *numbers) {
        QTest::newRow(name) << int(view) << me << QString::fromLatin1(numbers).split(u' ', Qt::SkipEmptyParts);
    };
    row("waiting, nobody", QueueView::Waiting, 0, "C-01 C-08 C-10");
    row("waiting, reserved for me", QueueView::Waiting, 1002, "C-01 C-03 C-08 C-10");
    row("mine", QueueView::Mine, 1001, "C-04 C-05 C-06 C-07");
    row("mine, reserved", QueueView::Mine, 1002, "C-03");
    row("mine, nobody", QueueView::Mine, 0, "");
    row("due today", QueueView::DueToday, 0, "C-10");
    row("waiting for buyer", QueueView::WaitingBuyer, 0, "C-05");
    row("waiting for merchant", QueueView::WaitingMerchant, 0, "C-06");
    row("approvals", QueueView::Approvals, 0, "C-07");
    row("appeals", QueueView::Appeals, 0, "C-08");
    row("high value", QueueView::HighValue, 0, "C-04");
    row("all", QueueView::All, 0, "C-01 C-02 C-03 C-04 C-05 C-06 C-07 C-08 C-09 C-10");
}

void StoreContract::showsCasesByView()
{
    QFETCH(int, view);
    QFETCH(qint64, me);
    QFETCH(QStringList, expected);
    arrangeQueue();
    QueueQuery query = contractQuery(static_cast<QueueView>(view));
    query.me = domain::PersonId(me);
    QCOMPARE(numbers(query), expected);
    // The reserved day ends with its last millisecond, a parked case comes back at the time named.
    if (query.view == QueueView::Waiting && me == 0) {
        query.now = contractNow.plusMs(1);
        QCOMPARE(numbers(query), QStringList({QStringLiteral("C-01"), QStringLiteral("C-02"), QStringLiteral("C-03"), QStringLiteral("C-08"),
                                              QStringLiteral("C-10")}));
    }
    const auto rows = m_stores.cases->queue(query);
    for (const CaseHeader &row : *rows) {
        CaseHeader whole = *m_stores.cases->header(row.id);
        whole.audit = {};
        whole.bundleDigest.clear();
        QVERIFY(row == whole);
    }
}

void StoreContract::filtersQueue_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *what, const QStringList &words, const char *numbers) {
        QTest::addRow("%s %s", what, qPrintable(words.join(u','))) << QString::fromLatin1(what) << words
                                                                   << QString::fromLatin1(numbers).split(u' ', Qt::SkipEmptyParts);
    };
    const auto u = [](const char *text) { return QString::fromUtf8(text); };
    row("words", {u("阳澄湖")}, "C-10");
    row("words", {u("crab"), u("LAKE")}, "C-10");
    row("words", {u("crab"), u("wolv")}, "");
    row("words", {u("100%")}, "C-10");
    row("words", {u("湖 100 crab")}, "C-10");
    row("words", {u("Band \"*")}, "C-01 C-02 C-03 C-04 C-05 C-06 C-07 C-08 C-09");
    row("words", {u("!%_*\"'")}, "C-01 C-02 C-03 C-04 C-05 C-06 C-07 C-08 C-09 C-10"); // nothing to search for
    row("words", {u("c-0"), u("o-1"), u("手环")}, "C-01 C-02 C-03 C-04 C-05 C-06 C-07 C-08 C-09");
    row("words", {u("'; DROP TABLE dispute; --")}, "");
    row("states", {u("Appealed"), u("Closed")}, "C-08 C-09");
    row("reasons", {u("fresh_food")}, "C-10");
    row("types", {u("refund_shipped")}, "C-10");
    row("categories", {u("fresh"), u("none")}, "C-10");
    row("platforms", {u("taobao")}, "");
    row("merchants", {u("m-8")}, "C-10");
    row("merchants", {u("Lake Shop")}, "C-10");
    row("buyers", {u("b-2")}, "C-10");
    row("holders", {u("林晓")}, "C-04 C-07");
    row("flags", {u("food_safety")}, "C-10");
    row("flags", {u("food")}, "");
    row("tags", {u("加急"), u("x")}, "C-10");
    row("tags", {u("急")}, "");
    row("amountMin", {u("100000")}, "C-04 C-09");
    row("amountMax", {u("5000")}, "C-10");
    row("dueWithin", {u("0")}, "C-10");
    row("overdue", {u("1")}, "C-10");
    row("not overdue", {u("0")}, "C-01 C-02 C-03 C-04 C-05 C-06 C-07 C-08 C-09");
    row("parked", {u("1")}, "C-02");
    row("parked", {u("0")}, "C-01 C-03 C-04 C-05 C-06 C-07 C-08 C-09 C-10");
    row("reserved", {u("1")}, "C-03"); // until its last millisecond; without an end it only remembers who asked
    row("reserved", {u("0")}, "C-01 C-02 C-04 C-05 C-06 C-07 C-08 C-09 C-10");
    row("reservedFor", {u("陈默"), u("林晓")}, "C-03");
    row("reservedFor", {u("林晓")}, "");
}

void StoreContract::filtersQueue()
{
    QFETCH(QString, what);
    QFETCH(QStringList, words);
    QFETCH(QStringList, expected);
    arrangeQueue();
    QueueQuery query = contractQuery();
    QueueFilter &filter = query.filter;
    const qint64 number = words.constFirst().toLongLong();
    const QHash<QString, std::function<void()>> set{
        {QStringLiteral("words"), [&] { filter.words = words; }},
        {QStringLiteral("states"), [&] { filter.states = {DisputeState::Appealed, DisputeState::Closed}; }},
        {QStringLiteral("reasons"), [&] { filter.reasons = words; }},
        {QStringLiteral("types"), [&] { filter.types = words; }},
        {QStringLiteral("categories"), [&] { filter.categories = words; }},
        {QStringLiteral("platforms"), [&] { filter.platforms = words; }},
        {QStringLiteral("merchants"), [&] { filter.merchants = words; }},
        {QStringLiteral("buyers"), [&] { filter.buyers = words; }},
        {QStringLiteral("holders"), [&] { filter.holders = words; }},
        {QStringLiteral("flags"), [&] { filter.flags = words; }},
        {QStringLiteral("tags"), [&] { filter.tags = words; }},
        {QStringLiteral("parked"), [&] { filter.parked = number == 1; }},
        {QStringLiteral("reserved"), [&] { filter.reserved = number == 1; }},
        {QStringLiteral("reservedFor"), [&] { filter.reservedFor = words; }},
        {QStringLiteral("amountMin"), [&] { filter.amountMin = domain::Money(number); }},
        {QStringLiteral("amountMax"), [&] { filter.amountMax = domain::Money(number); }},
        {QStringLiteral("dueWithin"), [&] { filter.dueWithinMs = number; }},
        {QStringLiteral("overdue"), [&] { filter.overdue = true; }},
        {QStringLiteral("not overdue"), [&] { filter.overdue = false; }},
    };
    QVERIFY(set.contains(what));
    set.value(what)();
    QCOMPARE(numbers(query), expected);
}

void StoreContract::sortsQueue_data()
{
    QTest::addColumn<int>("sort");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, QueueSort sort, bool descending, const char *numbers) {
        QTest::newRow(name) << int(sort) << descending << QString::fromLatin1(numbers).split(u' ');
    };
    row("rank", QueueSort::Rank, false, "C-1 C-2 c-3 C-4");
    row("rank down", QueueSort::Rank, true, "C-4 C-2 c-3 C-1");
    row("due", QueueSort::Due, false, "C-4 C-1 C-2 c-3");
    row("due down", QueueSort::Due, true, "C-1 C-2 C-4 c-3");
    row("amount", QueueSort::Amount, false, "C-2 C-1 c-3 C-4");
    row("case number", QueueSort::CaseNo, false, "C-1 C-2 C-4 c-3");
    row("escalated", QueueSort::Escalated, false, "c-3 C-1 C-2 C-4");
    row("age", QueueSort::Age, false, "C-1 C-2 C-4 c-3");
    row("age down", QueueSort::Age, true, "c-3 C-1 C-2 C-4");
}

void StoreContract::sortsQueue()
{
    QFETCH(int, sort);
    QFETCH(bool, descending);
    QFETCH(QStringList, expected);
    const auto put = [this](qint64 id, const char *number, qint64 rank, std::optional<qint64> due, qint64 amount, qint64 escalated) {
        Admission admission = contractAdmission(id, QString::fromLatin1(number), rank);
        admission.header.dueAt.reset();
        if (due)
            admission.header.dueAt = domain::UtcMs(*due);
        admission.header.claimed = domain::Money(amount);
        admission.header.escalatedAt = domain::UtcMs(escalated);
        admit(admission);
    };
    put(1, "C-1", -5, 20, 200, 50); // ties stay in the order of ids, absent deadlines come last
    put(2, "C-2", 7, 20, 100, 50);
    put(3, "c-3", 7, {}, 300, 10);
    put(4, "C-4", 9, 10, 400, 50);
    QueueQuery query = contractQuery();
    query.sort = static_cast<QueueSort>(sort);
    query.descending = descending;
    QCOMPARE(numbers(query), expected);
    query.limit = 2;
    QCOMPARE(numbers(query), expected.mid(0, 2));
}

// --- take next -----------------------------------------------------------------------------------------------------

void StoreContract::takesNextByRank()
{
    admit(1, QStringLiteral("C-1"), 30);
    admit(2, QStringLiteral("C-2"), 20);
    admit(3, QStringLiteral("C-3"), 20);
    const TakeNextQuery query{.me = m_lin.id, .now = contractNow, .appeals = false, .skippedSince = {}};
    const auto claim = [this](const CaseHeader &header) { return contractClaim(header, m_lin); };
    QList<qint64> taken;
    for (int n = 0; n < 3; ++n) {
        const auto id = m_stores.cases->takeNext(query, claim);
        QVERIFY(id.ok() && id->has_value());
        taken.append((*id)->value());
    }
    QCOMPARE(taken, QList<qint64>({2, 3, 1}));
    const auto none = m_stores.cases->takeNext(query, claim);
    QVERIFY(none.ok() && !none->has_value());
    QCOMPARE((*m_stores.cases->header(domain::CaseId(2))).holder, m_lin.id);
}

void StoreContract::takeNextPassesOver_data()
{
    QTest::addColumn<QString>("why");
    QTest::addColumn<bool>("taken");
    for (const auto &[why, taken] : std::initializer_list<std::pair<const char *, bool>>{
             {"parked", false}, {"parked until now", true}, {"reserved for other", false}, {"reserved for me", true}, {"reservation over", true},
             {"own first ruling", false}, {"first ruling of another", true}, {"own second ruling", false}, {"own second ruling recalled", true}, {"appeal without right", false}, {"appeal with right", true},
             {"conflict of interest", false}, {"skipped", false}, {"skipped before", true}, {"skipped by another", true}, {"skipped, knowing a party", false}, {"skipped by another, knowing a party", true}, {"claimed", false}})
        QTest::newRow(why) << QString::fromLatin1(why) << taken;
}

void StoreContract::takeNextPassesOver()
{
    QFETCH(QString, why);
    QFETCH(bool, taken);
    CaseHeader header = admit(1, QStringLiteral("C-1"));
    Transition change = contractMove(header, DisputeState::Queued);
    TakeNextQuery query{.me = m_lin.id, .now = contractNow, .appeals = false, .skippedSince = contractNow.plusMs(-domain::dayMs)};
    if (why.startsWith(QStringLiteral("parked")))
        change.after.parkedUntil = why == QStringLiteral("parked") ? contractNow.plusMs(1) : contractNow;
    if (why.startsWith(QStringLiteral("reserv"))) {
        change.after.reservedFor = why == QStringLiteral("reserved for me") ? m_lin.id : m_chen.id;
        change.after.reservedUntil = why == QStringLiteral("reservation over") ? contractNow.plusMs(-1) : contractNow;
    }
    if (why.contains(QStringLiteral("first ruling"))) {
        change.after.round = 2;
        change.after.firstReviewer = why == QStringLiteral("own first ruling") ? m_lin.id : m_chen.id;
    }
    if (why.startsWith(QStringLiteral("own second ruling"))) {
        RulingRow row = contractRuling(500, m_lin, contractNow);
        row.round = 2;
        change.after.round = 3;
        change.after.firstReviewer = m_chen.id;
        change.ruling = row;
        if (why.endsWith(QStringLiteral("recalled")))
            change.recall = RulingRecall{row.id, m_lin.id, contractNow, {}};
    }
    if (why.startsWith(QStringLiteral("appeal"))) {
        change.after.state = DisputeState::Appealed;
        change.after.appealRound = true;
        query.appeals = why == QStringLiteral("appeal with right");
    }
    if (why == QStringLiteral("conflict of interest"))
        QVERIFY(m_stores.desk->apply(addingConflict(m_lin, header.platform, header.merchantId)));
    if (why.startsWith(QStringLiteral("skipped"))) {
        const bool knows = why.endsWith(QStringLiteral("knowing a party"));
        const bool before = knows || why == QStringLiteral("skipped before");
        change.skip = SkipRow{why.contains(QStringLiteral("by another")) ? m_chen.id : m_lin.id,
                              before ? contractNow.plusMs(-domain::dayMs - 1) : contractNow.plusMs(-domain::dayMs),
                              knows ? QString(knowPartyReason) : QStringLiteral("other")};
    }
    header = move(why == QStringLiteral("claimed") ? contractClaim(header, m_chen) : change);
    const auto id = m_stores.cases->takeNext(query, [this](const CaseHeader &row) { return contractClaim(row, m_lin); });
    QVERIFY(id.ok());
    QCOMPARE(id->has_value(), taken);
    QVERIFY(((*m_stores.cases->header(header.id)).holder == m_lin.id) == taken);
}

void StoreContract::remembersWhoKnowsAParty()
{
    const CaseHeader first = admit(1, QStringLiteral("C-1")), second = admit(2, QStringLiteral("C-2"));
    const auto knows = [this](const Person &person, domain::CaseId id) {
        const auto answer = m_stores.cases->knowsParty(person.id, id);
        return !answer ? QStringLiteral("?") : *answer ? QStringLiteral("y") : QStringLiteral("n");
    };
    QCOMPARE(knows(m_lin, first.id), QStringLiteral("n"));
    QCOMPARE(knows(m_lin, domain::CaseId(99)), QStringLiteral("n"));
    const auto skipped = [](const CaseHeader &header, const Person &person, const QString &reason) {
        Transition change = contractMove(header, DisputeState::Queued);
        change.skip = SkipRow{person.id, contractNow, reason};
        return change;
    };
    const CaseHeader once = move(skipped(first, m_lin, QString(knowPartyReason)));
    move(skipped(once, m_lin, QStringLiteral("other"))); // a later skip takes nothing back
    move(skipped(second, m_lin, QStringLiteral("specialist")));
    QCOMPARE(knows(m_lin, first.id), QStringLiteral("y"));
    QCOMPARE(knows(m_lin, second.id), QStringLiteral("n"));
    QCOMPARE(knows(m_chen, first.id), QStringLiteral("n"));
    move(skipped(*m_stores.cases->header(first.id), m_lin, QString(knowPartyReason))); // said twice, named once
    QCOMPARE(*m_stores.cases->casesOfKnownParties(m_lin.id), QList<domain::CaseId>{first.id});
    QCOMPARE(*m_stores.cases->casesOfKnownParties(m_chen.id), QList<domain::CaseId>());
    const TakeNextQuery query{.me = m_lin.id, .now = contractNow, .appeals = false, .skippedSince = {}}; // no other skip counts
    const auto id = m_stores.cases->takeNext(query, [this](const CaseHeader &row) { return contractClaim(row, m_lin); });
    QVERIFY(id.ok() && id->has_value());
    QCOMPARE((*id)->value(), qint64(2));
    const auto none = m_stores.cases->takeNext(query, [this](const CaseHeader &row) { return contractClaim(row, m_lin); });
    QVERIFY(none.ok() && !none->has_value());
}

void StoreContract::takeNextRefusalLeavesCase()
{
    const CaseHeader header = admit(1, QStringLiteral("C-1"));
    const auto id = m_stores.cases->takeNext({.me = m_lin.id, .now = contractNow, .appeals = false, .skippedSince = {}}, [this](const CaseHeader &row) {
        Transition claim = contractClaim(row, m_lin);
        claim.seenVersion = row.version + 1;
        return claim;
    });
    QCOMPARE(id.error(), StoreError::Stale);
    QVERIFY(*m_stores.cases->header(header.id) == header);
}

void StoreContract::takeNextStopsAtAnEndedLease()
{
    const CaseHeader held = move(contractClaim(admit(1, QStringLiteral("C-1")), m_chen));
    admit(2, QStringLiteral("C-2"));
    QVERIFY(held.leaseUntil);
    TakeNextQuery query{.me = m_lin.id, .now = held.leaseUntil->plusMs(1), .appeals = false, .skippedSince = {}, .notPastEndedLease = true};
    const auto claim = [this](const CaseHeader &row) { return contractClaim(row, m_lin); };
    const auto stopped = m_stores.cases->takeNext(query, claim);
    QVERIFY(stopped.ok() && !stopped->has_value());
    QVERIFY((*m_stores.cases->header(domain::CaseId(2))).holder.isNull());
    query.now = *held.leaseUntil; // to the last millisecond it is theirs
    const auto taken = m_stores.cases->takeNext(query, claim);
    QVERIFY(taken.ok());
    QCOMPARE(*taken, std::optional(domain::CaseId(2)));
    admit(3, QStringLiteral("C-3"));
    query.now = held.leaseUntil->plusMs(1);
    query.notPastEndedLease = false;
    QCOMPARE(*m_stores.cases->takeNext(query, claim), std::optional(domain::CaseId(3)));
}

} // namespace arb::tests
