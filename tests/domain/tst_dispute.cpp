// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/dispute.h>
#include <domain/platformstatus.h>

#include <QtCore/QMap>
#include <QtCore/QRandomGenerator>
#include <QtCore/QSet>
#include <QtTest/QtTest>

using namespace arb::domain;

namespace {

/// The whole table as the process description has it, typed apart from the program's. W is the waiting state of the round,
/// X is Executing with tasks and Closed without.
const char *const describedMoves[][3] = {
    {"Queued", "claim", "Claimed"},
    {"Appealed", "claim", "Claimed"},
    {"Claimed", "release", "W"},
    {"Claimed", "lease_expire", "W"},
    {"Claimed", "take_over", "Claimed"},
    {"Claimed", "request_evidence", "AwaitingEvidence"},
    {"AwaitingEvidence", "evidence_done", "W"},
    {"AwaitingEvidence", "evidence_time_out", "W"},
    {"Claimed", "start_negotiation", "Negotiating"},
    {"Negotiating", "settle", "Closed"},
    {"Negotiating", "negotiation_end", "W"},
    {"Claimed", "rule", "Ruled"},
    {"Claimed", "rule_for_approval", "AwaitingApproval"},
    {"AwaitingApproval", "approve", "Ruled"},
    {"AwaitingApproval", "return", "W"},
    {"Ruled", "recall", "Claimed"},
    {"AwaitingApproval", "recall", "Claimed"},
    {"Ruled", "execute", "X"},
    {"Executing", "tasks_done", "Closed"},
    {"Executing", "appeal", "Appealed"},
    {"Closed", "appeal", "Appealed"},
    {"Executing", "reverse", "Queued"},
    {"Closed", "reverse", "Queued"},
    {"Queued", "withdraw", "Withdrawn"},
    {"Claimed", "withdraw", "Withdrawn"},
    {"AwaitingEvidence", "withdraw", "Withdrawn"},
    {"Negotiating", "withdraw", "Withdrawn"},
    {"AwaitingApproval", "withdraw", "Withdrawn"},
    {"Ruled", "withdraw", "Withdrawn"},
    {"Executing", "withdraw", "Withdrawn"},
    {"Appealed", "withdraw", "Withdrawn"},
    {"Suspended", "withdraw", "Withdrawn"},
    {"Queued", "suspend", "Suspended"},
    {"Claimed", "suspend", "Suspended"},
    {"AwaitingEvidence", "suspend", "Suspended"},
    {"Negotiating", "suspend", "Suspended"},
    {"AwaitingApproval", "suspend", "Suspended"},
    {"Ruled", "suspend", "Suspended"},
    {"Executing", "suspend", "Suspended"},
    {"Appealed", "suspend", "Suspended"},
    {"Suspended", "resume", "W"},
};

QString described(const QString &state, const QString &event, DisputeFacts facts)
{
    for (const auto &move : describedMoves) {
        if (state != QLatin1StringView(move[0]) || event != QLatin1StringView(move[1]))
            continue;
        const QString to = QString::fromLatin1(move[2]);
        if (to == QLatin1StringView("W"))
            return facts.appealRound ? QStringLiteral("Appealed") : QStringLiteral("Queued");
        if (to == QLatin1StringView("X"))
            return facts.hasTasks ? QStringLiteral("Executing") : QStringLiteral("Closed");
        return to;
    }
    return QStringLiteral("forbidden");
}

QList<DisputeState> allStates()
{
    QList<DisputeState> states;
    for (const auto &row : codeTable<DisputeState>())
        states.append(row.value);
    return states;
}

QList<PlatformStatusList> allLists()
{
    return {PlatformStatusList::DouyinFilter, PlatformStatusList::DouyinRecord, PlatformStatusList::TaobaoService, PlatformStatusList::WeChatComplaint};
}

} // namespace

class TstDispute : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableIsTheDescribedOne();
    void waitingAndOpen();
    void randomLivesKeepTheInvariants();
    void everyStateCanBeReached();
    void platformListsAreWhole();
    void platformCodesThereAndBack();
    void everyPlaceHasAPlatformCode();
    void placesGoOutAsTheNearest_data();
    void placesGoOutAsTheNearest();
};

void TstDispute::tableIsTheDescribedOne()
{
    int looked = 0;
    for (const auto &state : codeTable<DisputeState>()) {
        for (const auto &event : codeTable<DisputeEvent>()) {
            for (int bits = 0; bits < 4; ++bits) {
                const DisputeFacts facts{.appealRound = (bits & 1) != 0, .hasTasks = (bits & 2) != 0};
                const auto to = next(state.value, event.value, facts);
                const QString wanted = described(QString::fromLatin1(state.code), QString::fromLatin1(event.code), facts);
                QVERIFY2((to ? toCode(*to) : QStringLiteral("forbidden")) == wanted,
                         qPrintable(QStringLiteral("%1 -%2-> %3").arg(QString::fromLatin1(state.code), QString::fromLatin1(event.code), wanted)));
                ++looked;
            }
        }
    }
    QCOMPARE(looked, 11 * 22 * 4);
}

void TstDispute::waitingAndOpen()
{
    QSet<QString> waiting, closed;
    for (const DisputeState state : allStates()) {
        if (isWaiting(state))
            waiting.insert(toCode(state));
        if (!isOpen(state))
            closed.insert(toCode(state));
    }
    QCOMPARE(waiting, (QSet<QString>{QStringLiteral("Queued"), QStringLiteral("Appealed")}));
    QCOMPARE(closed, (QSet<QString>{QStringLiteral("Closed"), QStringLiteral("Withdrawn")}));
    QCOMPARE(waitingState(false), DisputeState::Queued);
    QCOMPARE(waitingState(true), DisputeState::Appealed);
}

void TstDispute::randomLivesKeepTheInvariants()
{
    using S = DisputeState;
    using E = DisputeEvent;
    QRandomGenerator random(20261012);
    const int events = static_cast<int>(codeTable<E>().size());
    for (int life = 0; life < 2000; ++life) {
        S state = S::Queued;
        bool appealRound = false;
        for (int step = 0; step < 200; ++step) {
            const E event = static_cast<E>(random.bounded(events));
            const auto to = next(state, event, {.appealRound = appealRound, .hasTasks = random.bounded(2) == 0});
            if (!to)
                continue;
            // 7: Closed is left by Appeal and Reverse only, Withdrawn never.
            QVERIFY(state != S::Withdrawn);
            QVERIFY(state != S::Closed || event == E::Appeal || event == E::Reverse);
            // 4: only a holder's case is ruled, released, asked about or negotiated.
            if (event == E::Rule || event == E::RuleForApproval || event == E::Release || event == E::RequestEvidence || event == E::StartNegotiation)
                QCOMPARE(state, S::Claimed);
            // 5 and 6: a ruling comes into effect by Rule or Approve, and only Recall takes it back, before execution.
            if (*to == S::Ruled)
                QVERIFY(event == E::Rule || event == E::Approve);
            if (event == E::Recall)
                QVERIFY(state == S::Ruled || state == S::AwaitingApproval);
            if (*to == S::Executing)
                QCOMPARE(state, S::Ruled);
            // 8: out of Suspended leads only back to waiting, or out.
            if (state == S::Suspended)
                QVERIFY(*to == waitingState(appealRound) || *to == S::Withdrawn);
            if (event == E::Appeal || event == E::Reverse)
                appealRound = event == E::Appeal;
            // 3: a waiting case waits in the W of its round.
            if (isWaiting(*to))
                QCOMPARE(*to, waitingState(appealRound));
            state = *to;
        }
    }
}

void TstDispute::everyStateCanBeReached()
{
    QSet<DisputeState> reached{DisputeState::Queued};
    for (qsizetype before = 0; before != reached.size();) {
        before = reached.size();
        const QSet<DisputeState> now = reached;
        for (const DisputeState state : now) {
            for (const auto &event : codeTable<DisputeEvent>()) {
                if (const auto to = next(state, event.value))
                    reached.insert(*to);
            }
        }
    }
    QCOMPARE(reached.size(), allStates().size());
}

/// Every official code of the four lists, typed from the platforms' documents.
void TstDispute::platformListsAreWhole()
{
    const QMap<PlatformStatusList, QList<int>> official{
        {PlatformStatusList::DouyinFilter, {0, 1, 2, 3, 4, 5, 6, 255}},
        {PlatformStatusList::DouyinRecord, {0, 1, 2, 3, 4, 5, 255}},
        {PlatformStatusList::TaobaoService, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}},
        {PlatformStatusList::WeChatComplaint, {100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 305, 307}},
    };
    QMap<PlatformStatusList, QList<int>> found;
    for (const PlatformStatusRow &row : platformStatusRows())
        found[row.list].append(row.code);
    for (QList<int> &codes : found)
        std::sort(codes.begin(), codes.end());
    QCOMPARE(found, official);
    QVERIFY(!fromPlatformStatus(PlatformStatusList::DouyinRecord, 6)); // exists in the other Douyin list only
    QVERIFY(!fromPlatformStatus(PlatformStatusList::DouyinFilter, 0));
}

void TstDispute::platformCodesThereAndBack()
{
    for (const PlatformStatusRow &row : platformStatusRows()) {
        const auto place = fromPlatformStatus(row.list, row.code);
        QCOMPARE(place, row.place);
        if (!place)
            continue;
        const int back = toPlatformStatus(row.list, *place);
        if (row.canonical)
            QCOMPARE(back, row.code);
        else // another code for the same place: what goes back means the same
            QCOMPARE(fromPlatformStatus(row.list, back), place);
    }
}

void TstDispute::everyPlaceHasAPlatformCode()
{
    for (const PlatformStatusList list : allLists()) {
        for (const DisputeState state : allStates()) {
            for (const WaitsFor waits : {WaitsFor::Nobody, WaitsFor::Reviewer, WaitsFor::Supervisor, WaitsFor::Buyer, WaitsFor::Merchant, WaitsFor::BothParties}) {
                for (const PlatformVerdict verdict : {PlatformVerdict::None, PlatformVerdict::ForBuyer, PlatformVerdict::ForSeller}) {
                    const auto back = fromPlatformStatus(list, toPlatformStatus(list, {state, waits, verdict}));
                    QVERIFY(back.has_value());
                    // An ended case is never reported as open, nor the reverse; a ruling in execution may count as ended.
                    if (state != DisputeState::Executing)
                        QCOMPARE(isOpen(back->state), isOpen(state));
                    // Douyin's record list is the one that has no word for an application taken back.
                    if (state == DisputeState::Withdrawn && list != PlatformStatusList::DouyinRecord)
                        QCOMPARE(back->state, state);
                }
            }
        }
    }
}

void TstDispute::placesGoOutAsTheNearest_data()
{
    using S = DisputeState;
    using W = WaitsFor;
    using V = PlatformVerdict;
    using L = PlatformStatusList;
    QTest::addColumn<int>("list");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("waits");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, L list, S state, W waits, V verdict, int code) {
        QTest::newRow(name) << static_cast<int>(list) << static_cast<int>(state) << static_cast<int>(waits) << static_cast<int>(verdict) << code;
    };
    row("filter: in review is handling", L::DouyinFilter, S::Claimed, W::Reviewer, V::None, 1);
    row("filter: waiting for the buyer is handling", L::DouyinFilter, S::AwaitingEvidence, W::Buyer, V::None, 1);
    row("filter: waiting for the merchant", L::DouyinFilter, S::AwaitingEvidence, W::Merchant, V::None, 4);
    row("filter: inside the recall window", L::DouyinFilter, S::Ruled, W::Nobody, V::ForBuyer, 1);
    row("filter: carried out for the buyer", L::DouyinFilter, S::Executing, W::Merchant, V::ForBuyer, 2);
    row("filter: closed for the seller", L::DouyinFilter, S::Closed, W::Nobody, V::ForSeller, 3);
    row("record: carried out for the buyer", L::DouyinRecord, S::Executing, W::Merchant, V::ForBuyer, 2);
    row("record: closed, whoever won", L::DouyinRecord, S::Closed, W::Nobody, V::ForBuyer, 255);
    row("record: withdrawn has only ended", L::DouyinRecord, S::Withdrawn, W::Nobody, V::None, 255);
    row("taobao: approval is the second tier", L::TaobaoService, S::AwaitingApproval, W::Supervisor, V::None, 4);
    row("taobao: closed for the buyer", L::TaobaoService, S::Closed, W::Nobody, V::ForBuyer, 8);
    row("wechat: waiting for both", L::WeChatComplaint, S::AwaitingEvidence, W::BothParties, V::None, 108);
    row("wechat: appeal", L::WeChatComplaint, S::Appealed, W::Reviewer, V::None, 111);
    row("wechat: suspended waits at the platform", L::WeChatComplaint, S::Suspended, W::Nobody, V::None, 101);
}

void TstDispute::placesGoOutAsTheNearest()
{
    QFETCH(int, list);
    QFETCH(int, state);
    QFETCH(int, waits);
    QFETCH(int, verdict);
    const PlatformPlace place{static_cast<DisputeState>(state), static_cast<WaitsFor>(waits), static_cast<PlatformVerdict>(verdict)};
    QTEST(toPlatformStatus(static_cast<PlatformStatusList>(list), place), "code");
}

QObject *make_tst_dispute();
QObject *make_tst_dispute()
{
    return new TstDispute;
}

#include "tst_dispute.moc"
