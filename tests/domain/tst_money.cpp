// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/money.h>

#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

#include <limits>

using namespace arb::domain;

class TstMoney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsYuan_data();
    void printsYuan();
    void readsWhatPeopleType_data();
    void readsWhatPeopleType();
    void readsBackWhatItPrints();
    void splitsByLargestRemainder_data();
    void splitsByLargestRemainder();
    void sharesAlwaysAddUp();
};

void TstMoney::printsYuan_data()
{
    QTest::addColumn<qint64>("fen");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << qint64(0) << QStringLiteral("0.00");
    QTest::newRow("one fen") << qint64(1) << QStringLiteral("0.01");
    QTest::newRow("below a thousand") << qint64(99999) << QStringLiteral("999.99");
    QTest::newRow("grouped") << qint64(129900) << QStringLiteral("1,299.00");
    QTest::newRow("grouped twice") << qint64(123456789) << QStringLiteral("1,234,567.89");
    QTest::newRow("negative") << qint64(-100000) << QStringLiteral("-1,000.00");
    QTest::newRow("lowest") << std::numeric_limits<qint64>::min() << QStringLiteral("-92,233,720,368,547,758.08");
}

void TstMoney::printsYuan()
{
    QFETCH(qint64, fen);
    QTEST(Money(fen).toString(), "text");
}

void TstMoney::readsWhatPeopleType_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("fen"); // -1: refused
    const auto row = [](const char *text, qint64 fen) { QTest::newRow(text) << QString::fromUtf8(text) << fen; };
    row("1299", 129900);
    row("1,299.00", 129900);
    row("¥1299.5", 129950);
    row("￥1299", 129900);
    row("１２９９．５０", 129950);
    row("１，２９９", 129900);
    row(" 269.00 元 ", 26900);
    row("0", 0);
    row("0.01", 1);
    row("007", 700);
    row("9999999999999.99", 999999999999999);
    row("99999999999999", -1);
    row("", -1);
    row("¥", -1);
    row("-5", -1);
    row("1.234", -1);
    row("1.", -1);
    row(".5", -1);
    row("1.2.3", -1);
    row("12,99", -1);
    row("1234,567", -1);
    row(",299", -1);
    row("1,2990", -1);
    row("1e3", -1);
    row("12 99", -1);
    row("٣", -1); // a digit, but not one that our users type
    row("abc", -1);
}

void TstMoney::readsWhatPeopleType()
{
    QFETCH(QString, text);
    QFETCH(qint64, fen);
    const auto read = Money::fromUserText(text);
    QCOMPARE(read ? read->fen() : -1, fen);
}

void TstMoney::readsBackWhatItPrints()
{
    QRandomGenerator random(20261012);
    for (int i = 0; i < 2000; ++i) {
        const Money sum(static_cast<qint64>(random.bounded(quint64(1) << random.bounded(1, 49))));
        QCOMPARE(Money::fromUserText(sum.toString()), std::optional(sum));
    }
}

void TstMoney::splitsByLargestRemainder_data()
{
    QTest::addColumn<qint64>("total");
    QTest::addColumn<QList<int>>("percent"); // merchant, creator, platform, buyer
    QTest::addColumn<QList<qint64>>("parts");
    QTest::newRow("nobody") << qint64(26900) << QList<int>{0, 0, 0, 0} << QList<qint64>{0, 0, 0, 0};
    QTest::newRow("one") << qint64(26900) << QList<int>{100, 0, 0, 0} << QList<qint64>{26900, 0, 0, 0};
    QTest::newRow("60 to 40") << qint64(122700) << QList<int>{60, 0, 0, 40} << QList<qint64>{73620, 0, 0, 49080};
    QTest::newRow("tie goes to the merchant") << qint64(101) << QList<int>{50, 0, 0, 50} << QList<qint64>{51, 0, 0, 50};
    QTest::newRow("tie goes to the creator") << qint64(1) << QList<int>{0, 50, 50, 0} << QList<qint64>{0, 1, 0, 0};
    QTest::newRow("largest remainder") << qint64(10) << QList<int>{34, 33, 0, 33} << QList<qint64>{4, 3, 0, 3};
    QTest::newRow("remainder beats order") << qint64(3) << QList<int>{10, 10, 10, 70} << QList<qint64>{1, 0, 0, 2};
    QTest::newRow("two fen left") << qint64(102) << QList<int>{25, 25, 25, 25} << QList<qint64>{26, 26, 25, 25};
    QTest::newRow("negative") << qint64(-101) << QList<int>{50, 0, 0, 50} << QList<qint64>{-51, 0, 0, -50};
    QTest::newRow("huge") << std::numeric_limits<qint64>::max() << QList<int>{50, 0, 0, 50}
                          << QList<qint64>{4611686018427387904, 0, 0, 4611686018427387903};
}

void TstMoney::splitsByLargestRemainder()
{
    QFETCH(qint64, total);
    QFETCH(QList<int>, percent);
    QFETCH(QList<qint64>, parts);
    const auto split = splitByPercent(Money(total), {percent.at(0), percent.at(1), percent.at(2), percent.at(3)});
    QCOMPARE((QList<qint64>{split[0].fen(), split[1].fen(), split[2].fen(), split[3].fen()}), parts);
}

void TstMoney::sharesAlwaysAddUp()
{
    QRandomGenerator random(1);
    for (int i = 0; i < 5000; ++i) {
        const int a = random.bounded(101);
        const int b = random.bounded(101 - a);
        const int c = random.bounded(101 - a - b);
        const std::array<int, 4> percent{a, b, c, 100 - a - b - c};
        const qint64 total = static_cast<qint64>(random.bounded(quint64(1) << random.bounded(1, 62)));
        const auto parts = splitByPercent(Money(total), percent);
        QCOMPARE((parts[0] + parts[1] + parts[2] + parts[3]).fen(), total);
        for (size_t k = 0; k < 4; ++k) {
            // Never more than one fen away from the exact share, and nothing for who has no share.
            QVERIFY(std::abs(static_cast<double>(parts[k].fen()) - static_cast<double>(total) * percent[k] / 100.0)
                    <= 1.0 + static_cast<double>(total) * 1e-15);
            if (percent[k] == 0)
                QCOMPARE(parts[k].fen(), qint64(0));
        }
    }
}

QObject *make_tst_money();
QObject *make_tst_money()
{
    return new TstMoney;
}

#include "tst_money.moc"
