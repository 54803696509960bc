// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/time.h>

#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

using namespace arb::domain;

class TstTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRfc3339_data();
    void readsRfc3339();
    void refusesEverythingElse_data();
    void refusesEverythingElse();
    void printsPlatformTime();
    void platformTimeIsFixed();
    void readsBackWhatItPrints();
};

void TstTime::readsRfc3339_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    const auto row = [](const char *text, qint64 ms) { QTest::newRow(text) << QString::fromLatin1(text) << ms; };
    row("1970-01-01T00:00:00Z", 0);
    row("1970-01-01T08:00:00+08:00", 0);
    row("2026-10-12T09:00:00+08:00", 1791766800000); // date -d 2026-10-12T01:00:00Z +%s
    row("2026-10-12t01:00:00z", 1791766800000);
    row("2026-10-11T20:30:00-04:30", 1791766800000);
    row("2026-10-12T01:00:00-00:00", 1791766800000);
    row("2026-10-12T09:00:00.5+08:00", 1791766800500);
    row("2026-10-12T09:00:00.123999999+08:00", 1791766800123);
    row("1969-12-31T23:59:59.999Z", -1);
    row("2024-02-29T00:00:00Z", 1709164800000);
    row("0001-01-01T00:00:00Z", -62135596800000);
    row("9999-12-31T23:59:59Z", 253402300799000);
}

void TstTime::readsRfc3339()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    const auto time = UtcMs::fromRfc3339(text);
    QVERIFY(time.has_value());
    QCOMPARE(time->ms(), ms);
}

void TstTime::refusesEverythingElse_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "2026-10-12", "2026-10-12T09:00:00", "2026-10-12 09:00:00Z", "2026-10-12T09:00Z", "2026-13-01T00:00:00Z",
                             "2026-02-29T00:00:00Z", "2026-10-12T24:00:00Z", "2026-10-12T09:60:00Z", "2026-12-31T23:59:60Z",
                             "2026-10-12T09:00:00.Z", "2026-10-12T09:00:00+8:00", "2026-10-12T09:00:00+08", "2026-10-12T09:00:00+0800",
                             "2026-10-12T09:00:00+24:00", "2026-10-12T09:00:00+08:60", "2026-10-12T09:00:00Z ", " 2026-10-12T09:00:00Z",
                             "26-10-12T09:00:00Z", "+2026-10-12T09:00:00Z", "2026-1-12T09:00:00Z", "0000-01-01T00:00:00Z", "2026-10-12T09:00:00Zx"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("full-width digits") << QStringLiteral("２０２６-10-12T09:00:00Z");
    QTest::newRow("NUL at the end") << QString(QStringLiteral("2026-10-12T09:00:00Z") + QChar(u'\0'));
}

void TstTime::refusesEverythingElse()
{
    QFETCH(QString, text);
    QVERIFY(!UtcMs::fromRfc3339(text));
}

void TstTime::printsPlatformTime()
{
    QCOMPARE(UtcMs(1791766800999).toRfc3339(), QStringLiteral("2026-10-12T09:00:00+08:00"));
    QCOMPARE(UtcMs(0).toRfc3339(), QStringLiteral("1970-01-01T08:00:00+08:00"));
}

void TstTime::platformTimeIsFixed()
{
    // China had summer time in 1986-1991; platform time does not know it.
    QCOMPARE(UtcMs::fromPlatform(QDate(1988, 7, 1), QTime(8, 0)).toRfc3339(), QStringLiteral("1988-07-01T08:00:00+08:00"));
    QCOMPARE(UtcMs::fromPlatform(QDate(1988, 7, 1), QTime(8, 0)), *UtcMs::fromRfc3339(QStringLiteral("1988-07-01T00:00:00Z")));
    QCOMPARE(UtcMs(0).toPlatform().time(), QTime(8, 0));
    QCOMPARE(UtcMs(0).toPlatform().offsetFromUtc(), platformOffsetSeconds);
}

void TstTime::readsBackWhatItPrints()
{
    QRandomGenerator random(3);
    for (int i = 0; i < 2000; ++i) {
        const UtcMs time(static_cast<qint64>(random.bounded(quint64(4'000'000'000))) * secondMs);
        QCOMPARE(UtcMs::fromRfc3339(time.toRfc3339()), std::optional(time));
    }
}

QObject *make_tst_time();
QObject *make_tst_time()
{
    return new TstTime;
}

#include "tst_time.moc"
