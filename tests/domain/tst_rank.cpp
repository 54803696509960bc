// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/rank.h>

#include <QtTest/QtTest>

#include <algorithm>

using namespace arb::domain;

namespace {

const UtcMs dueAt = UtcMs::fromPlatform(QDate(2026, 10, 12), QTime(12, 30));

RankParts parts(qint64 claimedFen = 0, const QStringList &flags = {})
{
    return {.dueAt = dueAt, .escalatedAt = dueAt.plusMs(-4 * dayMs), .claimed = Money(claimedFen), .flags = flags};
}

} // namespace

class TstRank : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheDueTimeAlone();
    void amountBringsForwardUpToTheCap_data();
    void amountBringsForwardUpToTheCap();
    void everyFlagBringsForward();
    void withoutDeadlineStandsTenDaysAfterEscalation();
    void weightsAreSettings();
    void ordersAsPeopleExpect();
    void finishedStandsLast();
    void saysWhy_data();
    void saysWhy();
    void saysWhatMoves();
};

void TstRank::isTheDueTimeAlone()
{
    QCOMPARE(rank(parts(), {}), dueAt.ms());
    RankParts older = parts(); // age needs no term: all cases age alike
    older.escalatedAt = older.escalatedAt.plusMs(-30 * dayMs);
    QCOMPARE(rank(older, {}), rank(parts(), {}));
}

void TstRank::amountBringsForwardUpToTheCap_data()
{
    QTest::addColumn<qint64>("fen");
    QTest::addColumn<qint64>("bonus");
    QTest::newRow("nothing") << qint64(0) << qint64(0);
    QTest::newRow("below a hundred yuan") << qint64(9'999) << qint64(0);
    QTest::newRow("a hundred yuan") << qint64(10'000) << 10 * minuteMs;
    QTest::newRow("whole hundreds only") << qint64(26'900) << 20 * minuteMs;
    QTest::newRow("at the cap") << qint64(240'000) << 4 * hourMs;
    QTest::newRow("beyond the cap") << qint64(99'999'999) << 4 * hourMs;
    QTest::newRow("the largest sum a file can hold") << (qint64(1) << 53) << 4 * hourMs;
    QTest::newRow("a negative sum is none") << qint64(-50'000) << qint64(0);
}

void TstRank::amountBringsForwardUpToTheCap()
{
    QFETCH(qint64, fen);
    QFETCH(qint64, bonus);
    QCOMPARE(dueAt.ms() - rank(parts(fen), {}), bonus);
}

void TstRank::everyFlagBringsForward()
{
    QCOMPARE(dueAt.ms() - rank(parts(0, {QStringLiteral("media")}), {}), 6 * hourMs);
    QCOMPARE(dueAt.ms() - rank(parts(10'000, {QStringLiteral("media"), QStringLiteral("minor")}), {}), 12 * hourMs + 10 * minuteMs);
}

void TstRank::withoutDeadlineStandsTenDaysAfterEscalation()
{
    RankParts open = parts();
    open.dueAt.reset();
    QCOMPARE(rank(open, {}), open.escalatedAt.plusMs(10 * dayMs).ms());
}

void TstRank::weightsAreSettings()
{
    const RankWeights weights{.msPerHundredYuan = 1, .amountCapMs = 2, .riskMs = 7};
    QCOMPARE(dueAt.ms() - rank(parts(20'000, {QStringLiteral("media")}), weights), qint64(2 + 7));
    QCOMPARE(dueAt.ms() - rank(parts(90'000), weights), qint64(2));
}

void TstRank::ordersAsPeopleExpect()
{
    RankParts overdue = parts();
    overdue.dueAt = dueAt.plusMs(-2 * hourMs);
    RankParts injury = parts(0, {QStringLiteral("injury")});
    injury.dueAt = dueAt.plusMs(5 * hourMs);
    RankParts dear = parts(500'000);
    dear.dueAt = dueAt.plusMs(hourMs);
    // Due times: overdue −2 h; dear +1 h − 4 h; injury +5 h − 6 h; plain 0.
    QList<qint64> order{rank(dear, {}), rank(overdue, {}), rank(injury, {}), rank(parts(), {})};
    QVERIFY(std::ranges::is_sorted(order));
}

void TstRank::finishedStandsLast()
{
    RankParts finished = parts(900'000, {QStringLiteral("injury"), QStringLiteral("media")});
    finished.finished = true;
    finished.dueAt.reset();
    finished.escalatedAt = UtcMs(0);
    RankParts waiting = parts();
    waiting.dueAt = *UtcMs::fromRfc3339(QStringLiteral("2099-12-31T23:59:59+08:00"));
    QVERIFY(rank(waiting, {}) < rank(finished, {}));
    QCOMPARE(rankReasons(finished, {}, dueAt), QStringList{QStringLiteral("finished")});
}

void TstRank::saysWhy_data()
{
    QTest::addColumn<qint64>("fen");
    QTest::addColumn<QString>("flag");
    QTest::addColumn<qint64>("left");
    QTest::addColumn<QStringList>("why");
    const auto words = [](std::initializer_list<const char *> list) {
        QStringList texts;
        for (const char *word : list)
            texts.append(QString::fromLatin1(word));
        return texts;
    };
    QTest::newRow("nothing but a deadline") << qint64(0) << QString() << dayMs + 1 << words({"due"});
    QTest::newRow("due within a day") << qint64(0) << QString() << dayMs << words({"due_soon"});
    QTest::newRow("due in this moment") << qint64(0) << QString() << qint64(0) << words({"due_soon"});
    QTest::newRow("overdue") << qint64(0) << QString() << qint64(-1) << words({"overdue"});
    QTest::newRow("what moves the case is named") << qint64(10'000) << QString() << 2 * dayMs << words({"due", "amount"});
    QTest::newRow("what moves nothing is not") << qint64(9'999) << QString() << 2 * dayMs << words({"due"});
    QTest::newRow("all of it") << qint64(900'000) << QStringLiteral("media") << -hourMs << words({"overdue", "risk:media", "amount"});
}

void TstRank::saysWhy()
{
    QFETCH(qint64, fen);
    QFETCH(QString, flag);
    QFETCH(qint64, left);
    QFETCH(QStringList, why);
    QCOMPARE(rankReasons(parts(fen, flag.isEmpty() ? QStringList() : QStringList{flag}), {}, dueAt.plusMs(-left)), why);
}

void TstRank::saysWhatMoves()
{
    RankParts without = parts(43'900, {QStringLiteral("injury")});
    without.dueAt.reset();
    without.escalatedAt = dueAt;
    QCOMPARE(rankReasons(without, {}, dueAt), (QStringList{QStringLiteral("no_deadline"), QStringLiteral("risk:injury"), QStringLiteral("amount")}));
    QCOMPARE(rankDue(without).ms() - dueAt.ms(), 10 * dayMs);
    QCOMPARE(rankAmountBonus(without, {}), 40 * minuteMs); // four whole hundreds at ten minutes
    QCOMPARE(rankAmountBonus(parts(900'000), {}), 4 * hourMs);
    QCOMPARE(rankAmountBonus(parts(-1), {}), qint64(0));
    // A desk that weighs neither names neither.
    const RankWeights none{.msPerHundredYuan = 0, .amountCapMs = 0, .riskMs = 0};
    QCOMPARE(rankReasons(without, none, dueAt), QStringList{QStringLiteral("no_deadline")});
}

QObject *make_tst_rank();
QObject *make_tst_rank()
{
    return new TstRank;
}

#include "tst_rank.moc"
