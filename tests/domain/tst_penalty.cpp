// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/penalty.h>
#include <domain/policy.h>

#include <QtCore/QFile>
#include <QtTest/QtTest>

using namespace arb::domain;

namespace {

RuleBook demoBook()
{
    QFile file(QStringLiteral(":/policy/desk-demo-1.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the demo's rule book is not shipped");
    auto book = parseRuleBook(file.readAll());
    if (!book)
        qFatal("the demo's rule book is wrong at %s", qPrintable(book.error().pointer));
    return std::move(book).value();
}

UtcMs at(int month, int day, int hour = 9)
{
    return UtcMs::fromPlatform(QDate(2026, month, day), QTime(hour, 0));
}

LedgerPoint point(int points, UtcMs from)
{
    return {points, from, pointExpiry(from, 90)};
}

} // namespace

class TstPenalty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ladderHasItsLevels_data();
    void ladderHasItsLevels();
    void pointsHangOnConduct_data();
    void pointsHangOnConduct();
    void livesNinetyNaturalDays();
    void countsWhatIsValid();
    void reversalSumsToZeroFromItsDayOn();
    void neverBelowZero();
    void noLadderIsLevelZero();
};

void TstPenalty::ladderHasItsLevels_data()
{
    QTest::addColumn<int>("points");
    QTest::addColumn<int>("level");
    const struct { int points, level; } rows[] = {{0, 0}, {1, 1}, {5, 1}, {6, 2}, {9, 2}, {10, 3}, {14, 3}, {15, 4}, {19, 4}, {20, 5}, {21, 5}, {900, 5}};
    for (const auto &row : rows)
        QTest::addRow("%d points", row.points) << row.points << row.level;
}

void TstPenalty::ladderHasItsLevels()
{
    QFETCH(int, points);
    QFETCH(int, level);
    const RuleBook book = demoBook();
    QCOMPARE(levelAt(book.ladder(), points), level);
    QList<StandingLevel> shuffled = book.ladder(); // the highest level reached counts, wherever it stands
    std::reverse(shuffled.begin(), shuffled.end());
    QCOMPARE(levelAt(shuffled, points), level);
}

void TstPenalty::pointsHangOnConduct_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("points");
    const struct { const char *code; int points; } rows[] = {
        {"liable", 1}, {"unfounded_refusal", 2}, {"late_shipment", 1}, {"no_answer", 1}, {"late_execution", 2},
        {"false_evidence", 6}, {"fraud_shipment", 8}, {"counterfeit", 12}};
    for (const auto &row : rows)
        QTest::newRow(row.code) << QString::fromLatin1(row.code) << row.points;
}

void TstPenalty::pointsHangOnConduct()
{
    QFETCH(QString, code);
    QFETCH(int, points);
    const auto conduct = fromCode<ConductCode>(code);
    QVERIFY(conduct.has_value());
    QCOMPARE(demoBook().pointsFor(*conduct), points);
}

void TstPenalty::livesNinetyNaturalDays()
{
    const UtcMs from = at(10, 12);
    QCOMPARE(pointExpiry(from, 90), UtcMs::fromPlatform(QDate(2027, 1, 10), QTime(9, 0)));
    const QList<LedgerPoint> ledger{point(3, from)};
    QCOMPARE(validPoints(ledger, from.plusMs(-1)), 0);
    QCOMPARE(validPoints(ledger, from), 3);
    QCOMPARE(validPoints(ledger, from.plusMs(90 * dayMs - 1)), 3);
    QCOMPARE(validPoints(ledger, from.plusMs(90 * dayMs)), 0);
}

void TstPenalty::countsWhatIsValid()
{
    const QList<LedgerPoint> ledger{point(2, at(6, 1)), point(7, at(8, 1)), point(3, at(10, 12))};
    QCOMPARE(validPoints(ledger, at(10, 12, 8)), 7);
    QCOMPARE(validPoints(ledger, at(10, 12)), 10);
    QCOMPARE(levelAt(demoBook().ladder(), validPoints(ledger, at(10, 12))), 3); // case 1: 7 + 3 reaches "Traffic limited"
    QCOMPARE(validPoints({}, at(10, 12)), 0);
}

void TstPenalty::reversalSumsToZeroFromItsDayOn()
{
    const LedgerPoint original = point(12, at(9, 1));
    LedgerPoint reversal = original; // both leave the valid sum in the same moment
    reversal.points = -original.points;
    reversal.at = at(10, 12);
    const QList<LedgerPoint> ledger{original, reversal};
    QCOMPARE(validPoints(ledger, at(10, 12, 8)), 12);
    for (UtcMs t = at(10, 12); t < original.expiresAt.plusMs(3 * dayMs); t = t.plusMs(dayMs))
        QCOMPARE(validPoints(ledger, t), 0);
    QCOMPARE(validPoints({original, reversal, point(1, at(10, 1))}, at(10, 12)), 1);
}

void TstPenalty::neverBelowZero()
{
    QCOMPARE(validPoints({{-5, at(9, 1), at(12, 1)}}, at(10, 12)), 0);
}

void TstPenalty::noLadderIsLevelZero()
{
    QCOMPARE(levelAt({}, 50), 0);
}

QObject *make_tst_penalty();
QObject *make_tst_penalty()
{
    return new TstPenalty;
}

#include "tst_penalty.moc"
