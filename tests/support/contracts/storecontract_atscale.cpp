// SPDX-License-Identifier: GPL-3.0-or-later
#include "storecontract.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <algorithm>

namespace arb::tests {

using namespace usecases;
using domain::DisputeState;

namespace {

/// An entry whose texts live.
struct KeptEntry
{
    QueueEntry entry;
    QList<QByteArray> texts;
};

QList<KeptEntry> entriesSince(QueueStore &store, ChangeCursor &cursor)
{
    QList<KeptEntry> kept;
    const auto reached = store.entries(cursor, [&kept](const QueueEntry &entry) {
        KeptEntry row{entry, {}};
        for (const QByteArrayView text : {entry.platform, entry.category, entry.merchantId, entry.merchantName, entry.flags, entry.tags})
            row.texts.append(text.toByteArray());
        kept.append(row);
        return true;
    });
    if (!reached)
        qFatal("entries: StoreError %d", int(reached.error()));
    cursor = *reached;
    std::ranges::sort(kept, {}, [](const KeptEntry &row) { return row.entry.id; });
    return kept;
}

QList<qint64> idsSince(QueueStore &store, ChangeCursor &cursor)
{
    QList<qint64> ids;
    for (const KeptEntry &row : entriesSince(store, cursor))
        ids.append(row.entry.id.value());
    return ids;
}

QList<qint64> valuesOf(const Stored<QList<domain::CaseId>> &ids)
{
    QList<qint64> values;
    if (!ids)
        return {-1};
    for (const domain::CaseId id : *ids)
        values.append(id.value());
    return values;
}

} // namespace

void StoreContract::feedsEntriesOfAllCases()
{
    arrangeQueue();
    ChangeCursor cursor = 0;
    const QList<KeptEntry> kept = entriesSince(*m_stores.queue, cursor);
    QCOMPARE(kept.size(), 10);
    QCOMPARE(*m_stores.queue->caseCount(), 10);
    for (const KeptEntry &row : kept) {
        const CaseHeader header = *m_stores.cases->header(row.entry.id);
        const QueueEntry &entry = row.entry;
        QCOMPARE(entry.rank, header.rank);
        QVERIFY(entry.dueAt == header.dueAt && entry.deskDueAt == header.deskDueAt && entry.escalatedAt == header.escalatedAt);
        QVERIFY(entry.claimed == header.claimed && entry.state == header.state && entry.type == header.type && entry.reason == header.reason);
        QVERIFY(entry.appealRound == header.appealRound && entry.holder == header.holder && entry.reservedFor == header.reservedFor);
        QVERIFY(entry.reservedUntil == header.reservedUntil && entry.parkedUntil == header.parkedUntil);
        QCOMPARE(row.texts, QList<QByteArray>({header.platform.toUtf8(), header.category.toUtf8(), header.merchantId.toUtf8(),
                                               header.merchantName.toUtf8(), header.flags.join(u'\n').toUtf8(), header.tags.join(u'\n').toUtf8()}));
        const PartySet waits = header.caseNo == QStringLiteral("C-05") ? partyBit(domain::Party::Buyer)
            : header.caseNo == QStringLiteral("C-06")                  ? partyBit(domain::Party::Merchant)
                                                                       : PartySet(0);
        QCOMPARE(entry.waitsFor, waits);
    }
}

void StoreContract::feedsOnlyWhatChanged()
{
    ChangeCursor cursor = 0;
    QCOMPARE(idsSince(*m_stores.queue, cursor), QList<qint64>());
    const CaseHeader first = admit(1, QStringLiteral("C-1"));
    const CaseHeader second = admit(2, QStringLiteral("C-2"));
    QCOMPARE(idsSince(*m_stores.queue, cursor), QList<qint64>({1, 2}));
    // Tried again: while somebody else on the server writes, changes may be read twice.
    QTRY_COMPARE(idsSince(*m_stores.queue, cursor), QList<qint64>());
    const ContractStores other = another();
    QVERIFY(other.cases->apply(contractClaim(second, m_lin)));
    const QList<KeptEntry> claimed = entriesSince(*m_stores.queue, cursor);
    QCOMPARE(claimed.size(), 1);
    QVERIFY(claimed.constFirst().entry.holder == m_lin.id && claimed.constFirst().entry.state == DisputeState::Claimed);
    Transition ask = contractMove(*m_stores.cases->header(domain::CaseId(2)), DisputeState::AwaitingEvidence);
    ask.newRequests = {EvidenceRequest{domain::RequestId(5), domain::Party::Merchant, QStringLiteral("e"), {}, contractNow, contractNow, m_lin.name,
                                       RequestState::Open, {}}};
    ask.audit.action.clear(); // no act, but a change
    const CaseHeader asked = move(ask);
    const ChangeCursor before = cursor;
    QCOMPARE(entriesSince(*m_stores.queue, cursor).constFirst().entry.waitsFor, partyBit(domain::Party::Merchant));
    Transition answer = contractMove(asked, DisputeState::Queued);
    answer.requestUpdates = {RequestUpdate{domain::RequestId(5), RequestState::Answered, contractNow}};
    move(answer);
    QCOMPARE(entriesSince(*m_stores.queue, cursor).constFirst().entry.waitsFor, PartySet(0));
    // What does not change the row is no change of the queue.
    QVERIFY(m_stores.queue->touch(m_lin.id, first.id, contractNow));
    QVERIFY(m_stores.cases->saveDraft(Draft{first.id, m_lin.id, 1, 1, contractNow, "{}"}));
    QTRY_COMPARE(idsSince(*m_stores.queue, cursor), QList<qint64>());
    cursor = before; // a reader that stood there reads it once more
    QCOMPARE(idsSince(*m_stores.queue, cursor), QList<qint64>({2}));
    Transition refused = contractMove(first, DisputeState::Closed);
    refused.seenVersion = 7;
    QCOMPARE(m_stores.cases->apply(refused).error(), StoreError::Stale);
    QTRY_COMPARE(idsSince(*m_stores.queue, cursor), QList<qint64>());
}

void StoreContract::stopsFeedingWhenTold()
{
    admit(1, QStringLiteral("C-1"));
    admit(2, QStringLiteral("C-2"));
    ChangeCursor cursor = 0;
    int fed = 0;
    const auto stopped = m_stores.queue->entries(cursor, [&fed](const QueueEntry &) { return ++fed < 1; });
    QVERIFY(stopped.ok());
    QCOMPARE(*stopped, cursor);
    QCOMPARE(fed, 1);
    QCOMPARE(idsSince(*m_stores.queue, cursor), QList<qint64>({1, 2})); // and the connection works on
}

void StoreContract::readsRowsInOrderAsked()
{
    arrangeQueue();
    const domain::CaseId ids[] = {domain::CaseId(10), domain::CaseId(77), domain::CaseId(4), domain::CaseId(1)};
    const auto rows = m_stores.queue->rows(ids);
    QVERIFY(rows.ok());
    QCOMPARE(rows->size(), 3);
    qsizetype at = 0;
    for (const qint64 id : {10, 4, 1}) {
        CaseHeader whole = *m_stores.cases->header(domain::CaseId(id));
        whole.audit = {};
        whole.bundleDigest.clear();
        QVERIFY(rows->at(at++) == whole);
    }
    QVERIFY(m_stores.queue->rows({})->isEmpty());
}

/// Random texts of few letters, so that phrases meet and miss often: every store finds exactly what the rules say.
void StoreContract::findsPhrases()
{
    QRandomGenerator dice(31);
    const QStringList letters = QString::fromUtf8("退 款 假 货 a b 1 00 𠮷 カ ー é").split(u' ') + QStringList{QStringLiteral(" "), QStringLiteral("，"), QStringLiteral("'%_\"")};
    const auto text = [&](int longest) {
        QString made;
        for (int n = static_cast<int>(dice.bounded(longest)); n >= 0; --n)
            made += letters.at(dice.bounded(static_cast<int>(letters.size())));
        return made;
    };
    QList<Admission> admissions;
    for (int n = 1; n <= 120; ++n) {
        Admission admission = contractAdmission(n, QStringLiteral("C-%1").arg(n));
        admission.file.order.product = text(8);
        admission.file.chat.first().text = text(20);
        admissions.append(admission);
    }
    QVERIFY(m_stores.intake->addMany(admissions));
    int hits = 0;
    for (int n = 0; n < 150; ++n) {
        QStringList words;
        for (int k = static_cast<int>(dice.bounded(2)); k >= 0; --k)
            words.append(text(4));
        const QList<SearchPhrase> phrases = searchPhrases(words);
        QList<qint64> expected;
        for (auto it = admissions.crbegin(); it != admissions.crend(); ++it) {
            const QStringList tokens = searchTokens(searchableText(it->file));
            if (std::ranges::all_of(phrases, [&](const SearchPhrase &phrase) { return occurs(phrase, tokens); }))
                expected.append(it->header.id.value());
        }
        QCOMPARE(valuesOf(m_stores.queue->search(phrases, 0)), expected);
        QCOMPARE(valuesOf(m_stores.queue->search(phrases, 5)), expected.mid(0, 5));
        QueueQuery query;
        query.view = QueueView::All;
        query.now = contractNow;
        query.filter.words = words;
        QCOMPARE(*m_stores.cases->queueCount(query), expected.size());
        hits += expected.size() < admissions.size() && !expected.isEmpty();
    }
    QVERIFY(hits > 25);
}

void StoreContract::findsWhatWasSupplemented()
{
    const CaseHeader header = admit(1, QStringLiteral("C-1"));
    const auto found = [this](const char *word) { return valuesOf(m_stores.queue->search(searchPhrases({QString::fromUtf8(word)}), 0)); };
    QCOMPARE(found("开箱"), QList<qint64>());
    Transition supplement = contractMove(header, DisputeState::Queued);
    domain::Exhibit exhibit;
    exhibit.id = QStringLiteral("s1");
    exhibit.file = QStringLiteral("evidence/s1.jpg");
    exhibit.sha256 = QByteArray(64, 'e');
    exhibit.caption = QStringLiteral("开箱照片");
    supplement.newExhibits = {exhibit};
    CaseHeader after = move(supplement);
    QCOMPARE(found("开箱"), QList<qint64>({1}));
    QCOMPARE(found("unboxing"), QList<qint64>({1})); // what was there is there still
    QCOMPARE(found("手环"), QList<qint64>({1}));
    Transition second = contractMove(after, DisputeState::Queued);
    exhibit.id = QStringLiteral("s2");
    exhibit.caption = QStringLiteral("称重 482 g");
    second.newExhibits = {exhibit};
    move(second);
    QCOMPARE(found("称重 482"), QList<qint64>({1}));
    QCOMPARE(found("开箱照片"), QList<qint64>({1}));
}

/// Signed, sent back, signed anew, recalled: what stands is found, and nothing else.
void StoreContract::findsReasonsAndRulings()
{
    qint64 id = 0;
    for (const auto &row : domain::codeTable<domain::Reason>()) {
        ++id;
        Admission admission = contractAdmission(id, QStringLiteral("C-%1").arg(id));
        admission.header.reason = admission.file.afterSale.reason = row.value;
        QJsonObject afterSale = admission.file.document.value(QStringLiteral("afterSale")).toObject();
        afterSale.insert(QStringLiteral("reason"), QString::fromLatin1(row.code));
        admission.file.document.insert(QStringLiteral("afterSale"), afterSale); // what a later look at the case reads
        admit(admission);
    }
    const auto found = [this](const char *word) { return valuesOf(m_stores.queue->search(searchPhrases({QString::fromUtf8(word)}), 0)); };
    id = 0;
    for (const char *words : {"质量问题", "与描述不符", "发错", "少件", "破损", "未收到货", "延迟发货", "七天无理由", "假冒", "生鲜坏损", "赠品未发", "轨迹异常",
                              "拒收", "不想要了", "其他"})
        QCOMPARE(found(words), QList<qint64>({++id}));
    QCOMPARE(found("Counterfeit"), QList<qint64>({9}));
    QCOMPARE(found("seven days"), QList<qint64>({8}));

    RulingRow first = contractRuling(500, m_lin, contractNow, true);
    first.ruling.reasonsZh = QStringLiteral("商品封存备检。");
    first.ruling.reasonsEn = QStringLiteral("Sealed for inspection.");
    first.ruling.findings.first().text = QStringLiteral("发票没有品名");
    CaseHeader header = ruled(move(contractClaim(*m_stores.cases->header(domain::CaseId(9)), m_lin)), first);
    for (const char *words : {"封存备检", "sealed for", "发票没有品名", "假冒", "智能手环"})
        QVERIFY2(found(words).contains(9), words);
    Transition back = contractClaim(header, m_lin);
    back.approval = ApprovalRow{first.id, {m_zhou.id, m_zhou.name, contractNow, ApprovalDecision::Returned, QStringLiteral("once more")}};
    header = move(back);
    for (const char *words : {"封存备检", "sealed for", "发票没有品名"})
        QCOMPARE(found(words), QList<qint64>());
    RulingRow second = contractRuling(501, m_lin, contractNow.plusMs(1), true);
    second.ruling.reasonsZh = QStringLiteral("来源不能证明。");
    header = ruled(header, second);
    Transition approve = contractMove(header, DisputeState::Ruled);
    approve.approval = ApprovalRow{second.id, {m_zhou.id, m_zhou.name, contractNow.plusMs(7), ApprovalDecision::Approved, {}}};
    header = move(approve);
    QCOMPARE(found("来源不能"), QList<qint64>({9}));
    Transition recall = contractClaim(header, m_lin);
    recall.recall = RulingRecall{second.id, m_lin.id, contractNow.plusMs(8), QStringLiteral("wrong sum")};
    move(recall);
    QCOMPARE(found("来源不能"), QList<qint64>());
    QCOMPARE(found("假冒"), QList<qint64>({9}));
}

void StoreContract::feedsCasesByText()
{
    qint64 id = 0;
    for (const char *number : {"b", "B", "b", "ä", "a", "B"}) {
        Admission admission = contractAdmission(++id, QString::fromUtf8(number));
        admission.header.platform = QStringLiteral("p%1").arg(id);
        admission.header.product = QString::fromUtf8(id == 3 ? "退款" : "band");
        admit(admission);
    }
    const auto fed = [this](QueueSort text, int most) {
        QStringList rows;
        const auto done = m_stores.queue->byText(text, [&](domain::CaseId row, bool tie) {
            rows.append(QString(row.toString() + (tie ? QStringLiteral("=") : QString())));
            return rows.size() < most;
        });
        return done ? rows.join(u' ') : QStringLiteral("StoreError");
    };
    QCOMPARE(fed(QueueSort::CaseNo, 99), QStringLiteral("2 6= 5 1 3= 4"));
    QCOMPARE(fed(QueueSort::CaseNo, 2), QStringLiteral("2 6="));
}

void StoreContract::findsCasesOfBuyers()
{
    arrangeQueue();
    QCOMPARE(valuesOf(m_stores.queue->ofBuyers({QStringLiteral("b-2"), QStringLiteral("nobody")})), QList<qint64>({10}));
    QCOMPARE(valuesOf(m_stores.queue->ofBuyers({QStringLiteral("b-2"), QStringLiteral("b-9")})).size(), 10);
    QCOMPARE(valuesOf(m_stores.queue->ofBuyers({})), QList<qint64>());
}

void StoreContract::keepsPresence()
{
    const domain::CaseId first = admit(1, QStringLiteral("C-1")).id;
    const domain::CaseId second = admit(2, QStringLiteral("C-2")).id;
    QVERIFY(m_stores.queue->touch(m_lin.id, first, contractNow));
    QVERIFY(m_stores.queue->touch(m_chen.id, first, contractNow.plusMs(5)));
    const Presence lin{first, m_lin.id, m_lin.name, contractNow};
    const Presence chen{first, m_chen.id, m_chen.name, contractNow.plusMs(5)};
    QCOMPARE(*m_stores.queue->presence(contractNow), QList<Presence>({lin, chen}));
    QCOMPARE(*m_stores.queue->presence(contractNow.plusMs(1)), QList<Presence>({chen}));
    QVERIFY(m_stores.queue->touch(m_chen.id, second, contractNow.plusMs(9)));
    QCOMPARE(m_stores.queue->presence(contractNow)->constLast().caseId, second);
    QVERIFY(m_stores.queue->touch(m_chen.id, {}, contractNow.plusMs(10)));
    QVERIFY(m_stores.queue->touch(m_chen.id, {}, contractNow.plusMs(10))); // gone already: as wished
    QCOMPARE(*m_stores.queue->presence(contractNow), QList<Presence>({lin}));
    QCOMPARE(m_stores.queue->touch(m_chen.id, domain::CaseId(99), contractNow).error(), StoreError::Broken);
    QCOMPARE(m_stores.cases->header(first)->version, 1);
}

void StoreContract::keepsNotices()
{
    const CaseHeader header = admit(1, QStringLiteral("C-1"));
    Transition take = contractClaim(header, m_chen);
    const Notice taken{domain::NoteId(21), m_lin.id, header.id, header.caseNo, contractNow, NoticeKind::TakenOver, m_chen.name,
                       QStringLiteral("排班调整")};
    const Notice given{domain::NoteId(22), m_chen.id, header.id, header.caseNo, contractNow, NoticeKind::Assigned, m_chen.name, {}};
    const Notice later{domain::NoteId(23), m_lin.id, header.id, header.caseNo, contractNow.plusMs(1), NoticeKind::SentBack, m_zhou.name, {}};
    take.notices = {taken, given, later};
    Transition stale = take;
    stale.seenVersion = 9;
    QCOMPARE(m_stores.cases->apply(stale).error(), StoreError::Stale);
    QCOMPARE(*m_stores.queue->notices(m_lin.id), QList<Notice>());
    move(take);
    QCOMPARE(*m_stores.queue->notices(m_lin.id), QList<Notice>({taken, later}));
    QVERIFY(m_stores.queue->readNotices(m_lin.id, {taken.id, given.id}));
    QCOMPARE(*m_stores.queue->notices(m_lin.id), QList<Notice>({later}));
    QCOMPARE(*m_stores.queue->notices(m_chen.id), QList<Notice>({given}));
}

void StoreContract::keepsSavedViews()
{
    const SavedView mine{m_lin.id, QStringLiteral("生鲜"), QueueView::Waiting, QStringLiteral("category:fresh \"阳澄湖\""), QueueSort::Due, true};
    SavedView other{m_lin.id, QStringLiteral("Appeals"), QueueView::Appeals, {}, QueueSort::Rank, false};
    SavedView chen = mine;
    chen.person = m_chen.id;
    for (const SavedView &view : {mine, other, chen})
        QVERIFY(m_stores.queue->saveView(view));
    QCOMPARE(*m_stores.queue->savedViews(m_lin.id), QList<SavedView>({other, mine}));
    other.filter = QStringLiteral("overdue:yes");
    QVERIFY(m_stores.queue->saveView(other));
    QCOMPARE(*m_stores.queue->savedViews(m_lin.id), QList<SavedView>({other, mine}));
    QVERIFY(m_stores.queue->removeView(m_lin.id, mine.name));
    QVERIFY(m_stores.queue->removeView(m_lin.id, mine.name));
    QCOMPARE(*m_stores.queue->savedViews(m_lin.id), QList<SavedView>({other}));
    QCOMPARE(*m_stores.queue->savedViews(m_chen.id), QList<SavedView>({chen}));
    QCOMPARE(m_stores.queue->saveView(SavedView{domain::PersonId(99), QStringLiteral("x"), QueueView::All, {}, QueueSort::Rank, false}).error(),
             StoreError::Broken);
}

void StoreContract::countsSkips()
{
    CaseHeader header = admit(1, QStringLiteral("C-1"));
    const auto skip = [&](const Person &person, qint64 after, const char *reason) {
        Transition pass = contractMove(header, DisputeState::Queued);
        pass.skip = SkipRow{person.id, contractNow.plusMs(after), QString::fromLatin1(reason)};
        header = move(pass);
    };
    skip(m_lin, -1, "other");
    skip(m_lin, 0, "other");
    skip(m_lin, 5, "other");
    skip(m_lin, 6, "specialist");
    skip(m_chen, 7, "other");
    skip(m_chen, 10, "other");
    using Skip = QueueStore::SkipFact;
    QList<Skip> facts;
    const auto collect = [&facts](const Skip &fact) {
        facts.append(fact);
        return facts.size() < 4;
    };
    QVERIFY(m_stores.queue->skips(contractNow, contractNow.plusMs(10), collect));
    QStringList told;
    for (const Skip &fact : std::as_const(facts)) {
        QCOMPARE(fact.category, header.category);
        QCOMPARE(fact.caseId, header.id);
        told.append(QStringLiteral("%1 %2 %3").arg(fact.person, fact.reason).arg(fact.at - contractNow));
    }
    QCOMPARE(told, QStringList({m_lin.name + QStringLiteral(" other 0"), m_lin.name + QStringLiteral(" other 5"),
                                m_lin.name + QStringLiteral(" specialist 6"), m_chen.name + QStringLiteral(" other 7")}));
    facts.clear();
    QVERIFY(m_stores.queue->skips(contractNow.plusMs(11), contractNow.plusMs(20), collect));
    QVERIFY(facts.isEmpty());
}

void StoreContract::ranksAnewInPortions()
{
    const QList<QStringList> flags{{}, {QStringLiteral("regulator")}, {QStringLiteral("regulator"), QStringLiteral("media")}};
    QList<CaseHeader> rows;
    for (int n = 1; n <= 18; ++n) {
        Admission admission = contractAdmission(n, QStringLiteral("C-%1").arg(n), n);
        admission.header.claimed = domain::Money(QList<qint64>{0, 9'999, 10'000, 123'456, 9'999'999, 5}.at(n % 6));
        admission.header.flags = flags.at(n % 3);
        if (n % 4 == 0)
            admission.header.dueAt.reset();
        rows.append(admit(admission));
    }
    const domain::RankWeights weights{.msPerHundredYuan = 5'000'000'000, .amountCapMs = 30'000'000'000, .riskMs = 7'000'000'000};
    ChangeCursor cursor = 0;
    entriesSince(*m_stores.queue, cursor);
    domain::CaseId last;
    QList<qint64> ends;
    qint64 changed = 0;
    for (;;) {
        const auto done = m_stores.cases->rerank(weights, last, 5);
        QVERIFY(done.ok());
        if (done->last.isNull())
            break;
        last = done->last;
        ends.append(last.value());
        changed += done->changed;
    }
    QCOMPARE(ends, QList<qint64>({5, 10, 15, 18}));
    QCOMPARE(changed, 18);
    QCOMPARE(entriesSince(*m_stores.queue, cursor).size(), 18); // readers hear of it
    for (const CaseHeader &row : std::as_const(rows)) {
        CaseHeader expected = row;
        expected.rank = domain::rank(rankPartsOf(row), weights);
        QVERIFY(*m_stores.cases->header(row.id) == expected); // and nothing else has changed
    }
    QCOMPARE(m_stores.cases->rerank(weights, {}, 100)->changed, 0);
}

} // namespace arb::tests
