// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/calendar.h>

#include <QtCore/QFile>
#include <QtTest/QtTest>

using namespace arb::domain;

namespace {

QString str(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray shippedYear(int year)
{
    QFile file(QStringLiteral(":/calendar/cn-%1.json").arg(year));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no calendar of %d is shipped", year);
    return file.readAll();
}

BusinessCalendar shipped()
{
    QList<CalendarYear> years;
    for (const int year : {2024, 2025, 2026}) {
        const auto read = parseCalendarYear(shippedYear(year));
        if (!read)
            qFatal("the calendar of %d is not readable: %s", year, qPrintable(read.error().text));
        years.append(*read);
    }
    return BusinessCalendar(years);
}

UtcMs at(const char *text)
{
    const auto time = UtcMs::fromRfc3339(str(text) + QStringLiteral(":00+08:00"));
    if (!time)
        qFatal("no time: %s", text);
    return *time;
}

QString due(const char *start, const char *spec)
{
    const auto clock = ClockSpec::parse(str(spec));
    if (!clock)
        return QStringLiteral("no clock");
    const auto found = shipped().due(at(start), *clock);
    if (!found)
        return QStringLiteral("missing %1").arg(found.error().year);
    return found->at.toPlatform().toString(QStringLiteral("yyyy-MM-ddTHH:mm"));
}

QDate day(const QString &text)
{
    return QDate::fromString(text, Qt::ISODate);
}

} // namespace

class TstCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWorkingDays_data();
    void countsWorkingDays();
    void holdsEveryHolidayAndMakeUpDay_data();
    void holdsEveryHolidayAndMakeUpDay();
    void knowsTheTraps_data();
    void knowsTheTraps();
    void refusesUnknownYearByName();
    void countsDeadlines_data();
    void countsDeadlines();
    void rollTellsBothDates();
    void explainsEveryDay();
    void readsAndPrintsSpecs_data();
    void readsAndPrintsSpecs();
    void refusesOtherSpecs_data();
    void refusesOtherSpecs();
    void refusesBadYears_data();
    void refusesBadYears();
    void onTheDotIsInTime();
    void clockStandsStill();
    void survivesTheEdgesOfTime_data();
    void survivesTheEdgesOfTime();
};

void TstCalendar::countsWorkingDays_data()
{
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("working");
    QTest::addColumn<int>("off");
    QTest::addColumn<int>("makeUp");
    QTest::newRow("2024") << 2024 << 251 << 28 << 8;
    QTest::newRow("2025") << 2025 << 248 << 28 << 5;
    QTest::newRow("2026") << 2026 << 248 << 33 << 6;
}

void TstCalendar::countsWorkingDays()
{
    QFETCH(int, year);
    QFETCH(int, working);
    QFETCH(int, off);
    QFETCH(int, makeUp);
    const auto read = parseCalendarYear(shippedYear(year));
    QVERIFY(read.ok());
    QCOMPARE(read->year, year);
    QCOMPARE(int(read->holidays.size()), off);
    QCOMPARE(int(read->makeUpDays.size()), makeUp);
    QVERIFY(!read->source.isEmpty());
    const auto counted = shipped().workingDaysIn(year);
    QVERIFY(counted.ok());
    QCOMPARE(*counted, working);
}

// The notices' tables, written down a second time: a slip in the shipped files cannot hide behind the totals.
void TstCalendar::holdsEveryHolidayAndMakeUpDay_data()
{
    QTest::addColumn<int>("year");
    QTest::addColumn<QString>("off");    // from..to, comma separated, without the year
    QTest::addColumn<QString>("worked");
    QTest::newRow("2024") << 2024 << str("01-01..01-01,02-10..02-17,04-04..04-06,05-01..05-05,06-10..06-10,09-15..09-17,10-01..10-07")
                          << str("02-04,02-18,04-07,04-28,05-11,09-14,09-29,10-12");
    QTest::newRow("2025") << 2025 << str("01-01..01-01,01-28..02-04,04-04..04-06,05-01..05-05,05-31..06-02,10-01..10-08")
                          << str("01-26,02-08,04-27,09-28,10-11");
    QTest::newRow("2026") << 2026 << str("01-01..01-03,02-15..02-23,04-04..04-06,05-01..05-05,06-19..06-21,09-25..09-27,10-01..10-07")
                          << str("01-04,02-14,02-28,05-09,09-20,10-10");
}

void TstCalendar::holdsEveryHolidayAndMakeUpDay()
{
    QFETCH(int, year);
    QFETCH(QString, off);
    QFETCH(QString, worked);
    QSet<QDate> holidays, makeUp;
    const auto dated = [year](const QString &monthDay) { return day(QStringLiteral("%1-%2").arg(year).arg(monthDay)); };
    for (const QString &range : off.split(u',')) {
        const QStringList ends = range.split(QStringLiteral(".."));
        for (QDate date = dated(ends.at(0)); date <= dated(ends.at(1)); date = date.addDays(1))
            holidays.insert(date);
    }
    for (const QString &text : worked.split(u','))
        makeUp.insert(dated(text));
    const BusinessCalendar calendar = shipped();
    for (QDate date(year, 1, 1); date.year() == year; date = date.addDays(1)) {
        const bool expected = makeUp.contains(date) || (!holidays.contains(date) && date.dayOfWeek() < 6);
        const auto working = calendar.isWorkingDay(date);
        QVERIFY(working.ok());
        QVERIFY2(*working == expected, qPrintable(date.toString(Qt::ISODate)));
    }
}

void TstCalendar::knowsTheTraps_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<bool>("working");
    QTest::newRow("New Year's Eve 2024 was worked") << str("2024-02-09") << true;
    QTest::newRow("New Year's Eve 2025 is off") << str("2025-01-28") << false;
    QTest::newRow("New Year's Eve 2026 is off") << str("2026-02-16") << false;
    QTest::newRow("Dragon Boat 2025 starts on a Saturday") << str("2025-05-31") << false;
    QTest::newRow("a worked Sunday") << str("2026-01-04") << true;
    QTest::newRow("a worked Saturday") << str("2026-02-14") << true;
    QTest::newRow("National Day 2025, eighth day") << str("2025-10-08") << false;
    QTest::newRow("National Day 2026 is over") << str("2026-10-08") << true;
    QTest::newRow("the demo's make-up Saturday") << str("2026-10-10") << true;
    QTest::newRow("and its Sunday") << str("2026-10-11") << false;
}

void TstCalendar::knowsTheTraps()
{
    QFETCH(QString, date);
    QFETCH(bool, working);
    const auto found = shipped().isWorkingDay(day(date));
    QVERIFY(found.ok());
    QCOMPARE(*found, working);
}

void TstCalendar::refusesUnknownYearByName()
{
    const BusinessCalendar calendar = shipped();
    QCOMPARE(calendar.years(), (QList<int>{2024, 2025, 2026}));
    QVERIFY(calendar.knows(2026));
    QVERIFY(!calendar.knows(2027));
    const auto day2027 = calendar.isWorkingDay(QDate(2027, 3, 3)); // a Wednesday: Monday to Friday is never assumed
    QVERIFY(!day2027.ok());
    QCOMPARE(day2027.error().kind, CalendarError::Kind::YearMissing);
    QCOMPARE(day2027.error().year, 2027);
    const auto total = calendar.workingDaysIn(2023);
    QVERIFY(!total.ok());
    QCOMPARE(total.error().year, 2023);
    const auto over = calendar.due(at("2026-12-31T10:00"), *ClockSpec::parse(str("workdays:1")));
    QVERIFY(!over.ok());
    QCOMPARE(over.error().kind, CalendarError::Kind::YearMissing);
    QCOMPARE(over.error().year, 2027);
    const auto rolls = calendar.due(at("2026-12-25T10:00"), *ClockSpec::parse(str("fulldays:7:roll")));
    QVERIFY(!rolls.ok());
    QCOMPARE(rolls.error().year, 2027);
}

void TstCalendar::countsDeadlines_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("spec");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *start, const char *spec, const char *expected) {
        QTest::newRow(name) << QByteArray(start) << QByteArray(spec) << str(expected);
    };
    row("natural hours pass holidays", "2026-10-01T12:30", "hours:48", "2026-10-03T12:30");
    row("natural days keep the clock time", "2026-10-12T09:05", "days:7", "2026-10-19T09:05");
    row("days run over a month", "2026-10-31T23:59", "days:1", "2026-11-01T23:59");
    row("natural days need no year", "2030-01-01T00:00", "days:7", "2030-01-08T00:00");
    row("seven days from the day after", "2026-10-04T11:26", "fulldays:7", "2026-10-12T00:00");
    row("seven days from midnight", "2026-10-04T00:00", "fulldays:7", "2026-10-12T00:00");
    row("seven days from the last minute", "2026-10-04T23:59", "fulldays:7", "2026-10-12T00:00");
    row("full days without roll end in the holiday", "2026-09-27T10:00", "fulldays:7", "2026-10-05T00:00");
    row("roll leaves the holiday", "2026-09-27T10:00", "fulldays:7:roll", "2026-10-09T00:00");
    row("roll stops on a make-up Saturday", "2026-10-03T10:00", "fulldays:7:roll", "2026-10-11T00:00");
    row("roll passes a plain Sunday", "2026-10-04T10:00", "fulldays:7:roll", "2026-10-13T00:00");
    row("roll leaves a working day alone", "2026-10-05T10:00", "fulldays:7:roll", "2026-10-13T00:00");
    row("full days need no year", "2030-01-01T10:00", "fulldays:7", "2030-01-09T00:00");
    row("case 1: Friday, make-up Saturday, Monday", "2026-10-09T12:30", "workdays:2", "2026-10-12T12:30");
    row("case 4: five days over National Day", "2026-10-04T11:00", "workdays:5", "2026-10-13T11:00");
    row("workdays from a Friday", "2026-10-16T18:00", "workdays:1", "2026-10-19T18:00");
    row("workdays from a holiday", "2026-02-15T08:00", "workdays:1", "2026-02-24T08:00");
    row("workdays over New Year", "2025-12-31T09:00", "workdays:1", "2026-01-04T09:00");
    row("JD: asked 10:00", "2026-10-12T10:00", "daily:09:00-18:00:4h", "2026-10-12T14:00");
    row("JD: asked 14:01, rest on the next day", "2026-10-12T14:01", "daily:09:00-18:00:4h", "2026-10-13T09:01");
    row("JD: holidays are included", "2026-10-01T14:01", "daily:09:00-18:00:4h", "2026-10-02T09:01");
    row("JD: ends exactly at closing", "2026-10-12T14:00", "daily:09:00-18:00:4h", "2026-10-12T18:00");
    row("JD: before opening", "2026-10-12T03:00", "daily:09:00-18:00:4h", "2026-10-12T13:00");
    row("JD: at opening", "2026-10-12T09:00", "daily:09:00-18:00:4h", "2026-10-12T13:00");
    row("JD: at closing", "2026-10-12T18:00", "daily:09:00-18:00:4h", "2026-10-13T13:00");
    row("JD: after closing", "2026-10-12T22:10", "daily:09:00-18:00:4h", "2026-10-13T13:00");
    row("daily over two nights", "2026-10-12T17:00", "daily:09:00-18:00:11h", "2026-10-14T10:00");
    row("daily in minutes", "2026-10-12T17:50", "daily:09:00-18:00:15m", "2026-10-13T09:05");
    row("daily needs no year", "2030-10-12T14:01", "daily:09:00-18:00:4h", "2030-10-13T09:01");
}

void TstCalendar::countsDeadlines()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, spec);
    QFETCH(QString, expected);
    QCOMPARE(due(start.constData(), spec.constData()), expected);
}

void TstCalendar::rollTellsBothDates()
{
    const auto rolled = shipped().due(at("2026-09-27T10:00"), *ClockSpec::parse(str("fulldays:7:roll")));
    QVERIFY(rolled.ok());
    QCOMPARE(rolled->beforeRoll, std::optional(at("2026-10-05T00:00")));
    QCOMPARE(rolled->at, at("2026-10-09T00:00"));
    const auto still = shipped().due(at("2026-10-05T10:00"), *ClockSpec::parse(str("fulldays:7:roll")));
    QVERIFY(still.ok());
    QVERIFY(!still->beforeRoll.has_value());
}

void TstCalendar::explainsEveryDay()
{
    const auto work = shipped().due(at("2026-10-09T12:30"), *ClockSpec::parse(str("workdays:2")));
    QVERIFY(work.ok());
    QCOMPARE(work->explanation, (QStringList{str("2026-10-10 Sat working (make-up day)"), str("2026-10-11 Sun rest day"),
                                             str("2026-10-12 Mon working")}));
    const auto off = shipped().due(at("2026-10-06T12:30"), *ClockSpec::parse(str("workdays:1")));
    QVERIFY(off.ok());
    QCOMPARE(off->explanation, (QStringList{str("2026-10-07 Wed holiday"), str("2026-10-08 Thu working")}));
    const auto daily = shipped().due(at("2026-10-12T14:01"), *ClockSpec::parse(str("daily:09:00-18:00:4h")));
    QVERIFY(daily.ok());
    QCOMPARE(daily->explanation, (QStringList{str("2026-10-12 14:01-18:00"), str("2026-10-13 09:00-09:01")}));
}

void TstCalendar::readsAndPrintsSpecs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("printed");
    for (const char *text : {"hours:48", "days:7", "fulldays:7", "fulldays:7:roll", "workdays:3", "daily:09:00-18:00:4h", "daily:09:00-18:00:90m"})
        QTest::newRow(text) << str(text) << str(text);
    QTest::newRow("whole hours in minutes") << str("daily:09:00-18:00:240m") << str("daily:09:00-18:00:4h");
}

void TstCalendar::readsAndPrintsSpecs()
{
    QFETCH(QString, text);
    QFETCH(QString, printed);
    const auto spec = ClockSpec::parse(text);
    QVERIFY(spec.has_value());
    QCOMPARE(spec->toString(), printed);
    QCOMPARE(ClockSpec::parse(spec->toString()), spec);
}

void TstCalendar::refusesOtherSpecs_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "hours", "hours:", "hours:0", "hours:-1", "hours:04", "hours:1.5", "hours:100000", "HOURS:1", "weeks:1",
                             "hours:48:roll", "workdays:1:roll", "fulldays:7:rolled", "hours:48 ", " hours:48", "hours:48\n",
                             "daily:09:00-18:00", "daily:9:00-18:00:4h", "daily:18:00-09:00:4h", "daily:09:00-09:00:4h",
                             "daily:09:00-24:00:4h", "daily:09:00-18:60:4h", "daily:09:00-18:00:0h", "daily:09:00-18:00:4d"})
        QTest::newRow(text) << str(text);
}

void TstCalendar::refusesOtherSpecs()
{
    QFETCH(QString, text);
    QVERIFY(!ClockSpec::parse(text).has_value());
}

void TstCalendar::refusesBadYears_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("pointer");
    const auto row = [](const char *name, const char *json, const char *pointer) { QTest::newRow(name) << QByteArray(json) << str(pointer); };
    row("no JSON", "{", "");
    row("no object", "[]", "");
    row("another format", R"({"format":2,"year":2027,"holidays":[],"makeUpWorkingDays":[]})", "/format");
    row("no year", R"({"format":1,"holidays":[],"makeUpWorkingDays":[]})", "/year");
    row("no holidays", R"({"format":1,"year":2027,"makeUpWorkingDays":[]})", "/holidays");
    row("a year without any", R"({"format":1,"year":2027,"holidays":[],"makeUpWorkingDays":[]})", "/holidays");
    row("a misspelt key", R"({"format":1,"year":2027,"holidays":["2027-01-01"],"makeUpWorkingDays":[],"hollidays":[]})", "/hollidays");
    row("no make-up days", R"({"format":1,"year":2027,"holidays":["2027-01-01"]})", "/makeUpWorkingDays");
    row("no date", R"({"format":1,"year":2027,"holidays":["2027-01-01","soon"],"makeUpWorkingDays":[]})", "/holidays/1");
    row("a day that is none", R"({"format":1,"year":2027,"holidays":["2027-02-29"],"makeUpWorkingDays":[]})", "/holidays/0");
    row("another year's day", R"({"format":1,"year":2027,"holidays":["2026-12-31"],"makeUpWorkingDays":[]})", "/holidays/0");
    row("a day twice", R"({"format":1,"year":2027,"holidays":["2027-01-01","2027-01-01"],"makeUpWorkingDays":[]})", "/holidays/1");
    row("make-up on a weekday", R"({"format":1,"year":2027,"holidays":["2027-01-01"],"makeUpWorkingDays":["2027-02-08"]})", "/makeUpWorkingDays/0");
    row("off and made up", R"({"format":1,"year":2027,"holidays":["2027-02-06"],"makeUpWorkingDays":["2027-02-06"]})", "/makeUpWorkingDays/0");
}

void TstCalendar::refusesBadYears()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, pointer);
    const auto year = parseCalendarYear(json);
    QVERIFY(!year.ok());
    QCOMPARE(year.error().kind, CalendarError::Kind::BadFile);
    QCOMPARE(year.error().text, pointer);
}

void TstCalendar::onTheDotIsInTime()
{
    const UtcMs due = at("2026-10-12T12:30");
    QVERIFY(inTime(due, due));
    QVERIFY(inTime(due.plusMs(-1), due));
    QVERIFY(!inTime(due.plusMs(1), due));
}

void TstCalendar::clockStandsStill()
{
    CaseClock clock{.startedAt = at("2026-10-12T09:00"), .dueAt = at("2026-10-14T09:00"), .unknown = {}, .pausedAt = {}};
    QCOMPARE(clock.left(at("2026-10-13T09:00")), std::optional(dayMs));
    clock.pause(at("2026-10-13T09:00"));
    clock.pause(at("2026-10-13T12:00")); // still the first pause
    QCOMPARE(clock.left(at("2026-10-20T09:00")), std::optional(dayMs));
    clock.resume(at("2026-10-20T09:00"));
    QCOMPARE(clock.dueAt, std::optional(at("2026-10-21T09:00")));
    clock.resume(at("2026-10-30T09:00")); // runs already
    QCOMPARE(clock.left(at("2026-10-22T09:00")), std::optional(-dayMs));
    clock.extend(2 * dayMs);
    QCOMPARE(clock.dueAt, std::optional(at("2026-10-23T09:00")));
    CaseClock unknown;
    unknown.unknown = str("calendar 2027 missing");
    unknown.pause(at("2026-10-13T09:00"));
    unknown.resume(at("2026-10-14T09:00"));
    unknown.extend(1);
    QVERIFY(!unknown.left(at("2026-10-13T09:00")).has_value());
}

// Dates come from strangers' files: a year that no calendar library counts must be answered, not thrown at.
void TstCalendar::survivesTheEdgesOfTime_data()
{
    QTest::addColumn<QString>("start");
    for (const char *start : {"0001-01-01T00:00:00Z", "1399-12-31T12:00:00Z", "9999-12-30T00:00:00Z", "9999-12-31T23:59:59Z"})
        QTest::newRow(start) << str(start);
}

void TstCalendar::survivesTheEdgesOfTime()
{
    QFETCH(QString, start);
    const auto from = UtcMs::fromRfc3339(start);
    QVERIFY(from.has_value());
    const BusinessCalendar calendar = shipped();
    for (const char *spec : {"hours:48", "days:7", "fulldays:7", "daily:09:00-18:00:4h"}) {
        const auto found = calendar.due(*from, *ClockSpec::parse(str(spec)));
        QVERIFY2(found.ok(), spec);
        QVERIFY2(found->at > *from, spec);
    }
    for (const char *spec : {"fulldays:7:roll", "workdays:2"}) {
        const auto found = calendar.due(*from, *ClockSpec::parse(str(spec)));
        QVERIFY2(!found.ok(), spec);
        QCOMPARE(found.error().kind, CalendarError::Kind::YearMissing);
    }
}

QObject *make_tst_calendar();
QObject *make_tst_calendar()
{
    return new TstCalendar;
}

#include "tst_calendar.moc"
