// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/casefile/timelineaxis.h"

#include <timelinecases.h>

#include <QtTest/QtTest>

using namespace arb;
using namespace arb::domain;
using namespace arb::tests;

/// What the timeline's axis says from seconds to centuries, and what a timeline opens on.
class TstTimelineAxis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyScaleHasWords_data();
    void everyScaleHasWords();
    void hoursAreOfDays();
    void monthsAreOfTheCalendar();
    void decadesAreTold();
    void clocksThatWereResetOpenNothing();
    void whatIsNearBelongsToIt();
    void withoutARecordAllIsShown();

private:
    static double widthOf(const QString &words) { return 7.0 * static_cast<double>(words.size()); }
    static qint64 msOf(int year, int month, int day, int hour = 0) { return UtcMs::fromPlatform(QDate(year, month, day), QTime(hour, 0)).ms(); }
    static QStringList wordsOf(const ui::TimeAxis &axis)
    {
        QStringList words;
        for (const ui::TimeAxis::Mark &mark : axis.marks)
            words.append(mark.words);
        return words;
    }
    static void addPicture(CaseFile &file, const char *capturedAt)
    {
        Exhibit picture;
        picture.id = QStringLiteral("p%1").arg(file.exhibits.size());
        picture.submittedAt = file.escalatedAt.plusMs(hourMs);
        picture.facts.insert(QStringLiteral("capturedAt"), QString::fromLatin1(capturedAt));
        file.exhibits.append(picture);
    }
};

void TstTimelineAxis::everyScaleHasWords_data()
{
    QTest::addColumn<qint64>("from");
    QTest::newRow("a case") << msOf(2026, 10, 3, 5) + 1;
    QTest::newRow("a clock that was reset") << -domain::dayMs;
    QTest::newRow("long ago") << msOf(1904, 1, 1);
}

/// On a canvas of 300 pixels, from a second to centuries of a pixel.
void TstTimelineAxis::everyScaleHasWords()
{
    QFETCH(qint64, from);
    constexpr double wide = 300, gap = 3;
    for (double scale = 20; scale < 1e12; scale *= 1.17) {
        const auto to = static_cast<qint64>(static_cast<double>(from) + wide * scale);
        const ui::TimeAxis axis = ui::timeAxis(from, to, scale, widthOf);
        const QByteArray where = QByteArray::number(scale) + ' ' + wordsOf(axis).join(u' ').toUtf8();
        QVERIFY2(axis.marks.size() >= 2 && axis.marks.size() < 10, where.constData());
        QVERIFY2(axis.marks.front().at <= from && axis.marks.at(1).at > from, where.constData());
        int whole = 0;
        for (size_t i = 0; i < axis.marks.size(); ++i) {
            const auto xOf = [&](size_t mark) { return static_cast<double>(axis.marks.at(mark).at - from) / scale; };
            const double words = widthOf(axis.marks.at(i).words) + gap;
            QVERIFY2(words > gap, where.constData());
            QVERIFY2(i == 0 || xOf(i) - xOf(i - 1) > widthOf(axis.marks.at(i - 1).words) + gap, where.constData());
            whole += xOf(i) >= 0 && xOf(i) + words <= wide ? 1 : 0;
        }
        QVERIFY2(whole >= 1, where.constData());
        if (axis.groups.empty()) // of no year: they are years themselves
            QVERIFY2(axis.marks.front().words.size() >= 4 && !axis.marks.front().words.contains(u'-'), where.constData());
        else
            QVERIFY2(axis.groups.front().from <= from && axis.groups.back().to > to, where.constData());
    }
}

void TstTimelineAxis::hoursAreOfDays()
{
    // 300 pixels of six minutes are thirty hours; six hours of 60 pixels would be too near.
    const ui::TimeAxis axis = ui::timeAxis(msOf(2026, 10, 3, 20), msOf(2026, 10, 5, 2), 6.0 * minuteMs, widthOf);
    QCOMPARE(wordsOf(axis), QStringList({QStringLiteral("12:00"), QStringLiteral("00:00"), QStringLiteral("12:00"), QStringLiteral("00:00")}));
    QCOMPARE(axis.groups.size(), size_t{3});
    QCOMPARE(axis.groups.at(1).from, msOf(2026, 10, 4));
    QCOMPARE(axis.groups.at(1).words, QStringList({QStringLiteral("2026-10-04"), QStringLiteral("10-04")}));
}

/// In platform time, whatever their length.
void TstTimelineAxis::monthsAreOfTheCalendar()
{
    const qint64 from = msOf(2025, 12, 20);
    const double scale = 3e7; // 28 days are 80 pixels, 14 are 40
    const ui::TimeAxis axis = ui::timeAxis(from, from + static_cast<qint64>(300 * scale), scale, widthOf);
    QCOMPARE(wordsOf(axis), QStringList({QStringLiteral("2025-12"), QStringLiteral("2026-01"), QStringLiteral("2026-02"), QStringLiteral("2026-03"), QStringLiteral("2026-04")}));
    QCOMPARE(axis.marks.at(1).at, msOf(2026, 1, 1));
    QCOMPARE(axis.marks.at(3).at, msOf(2026, 3, 1));
    QCOMPARE(axis.groups.size(), size_t{2});
    QCOMPARE(axis.groups.at(0).words, QStringList({QStringLiteral("2025")}));
    QCOMPARE(axis.groups.at(1).from, msOf(2026, 1, 1));
}

void TstTimelineAxis::decadesAreTold()
{
    const qint64 from = msOf(1965, 1, 1);
    const double scale = 100.0 * dayMs; // ten years are 36 pixels
    const ui::TimeAxis axis = ui::timeAxis(from, from + static_cast<qint64>(300 * scale), scale, widthOf);
    QCOMPARE(wordsOf(axis), QStringList({QStringLiteral("1960"), QStringLiteral("1980"), QStringLiteral("2000"), QStringLiteral("2020"), QStringLiteral("2040")}));
    QCOMPARE(axis.marks.at(1).at, msOf(1980, 1, 1));
    QVERIFY(axis.groups.empty());
}

void TstTimelineAxis::clocksThatWereResetOpenNothing()
{
    LabelledCase one = labelledCases(1).at(0);
    const CaseTimeline honest = timelineOf(one.file, one.extra);
    for (const char *clock : {"1970-01-01T00:00:00", "1980-01-01T00:00:00+08:00", "2031-01-01T00:00:00+08:00"})
        addPicture(one.file, clock);
    ChatMessage message;
    message.id = QStringLiteral("future");
    message.at = UtcMs(msOf(2099, 1, 1));
    one.file.chat.append(message);
    const CaseTimeline timeline = timelineOf(one.file, one.extra);
    QCOMPARE(timeline.events.last().at, message.at);
    const ui::OwnTime own = ui::ownTime(timeline);
    QCOMPARE(own.from, honest.events.first().at.ms());
    QCOMPARE(own.to, honest.events.last().at.ms());
}

void TstTimelineAxis::whatIsNearBelongsToIt()
{
    CaseFile file;
    file.order.orderedAt = UtcMs(msOf(2026, 10, 1));
    file.afterSale.appliedAt = UtcMs(msOf(2026, 10, 5));
    file.escalatedAt = UtcMs(msOf(2026, 10, 7));
    addPicture(file, "2026-09-01T00:00:00+08:00"); // thirty days before the order
    TimelineExtra extra;
    extra.now = UtcMs(msOf(2026, 11, 6)); // and after the escalation
    ui::OwnTime own = ui::ownTime(timelineOf(file, extra));
    QCOMPARE(own.from, msOf(2026, 9, 1));
    QCOMPARE(own.to, msOf(2026, 11, 6));
    file.exhibits[0].facts.insert(QStringLiteral("capturedAt"), QStringLiteral("2026-08-31T23:59:59+08:00"));
    own = ui::ownTime(timelineOf(file, extra));
    QCOMPARE(own.from, msOf(2026, 10, 1));
    file.order.orderedAt = UtcMs(msOf(2026, 8, 28)); // forty days: three times as much is near
    own = ui::ownTime(timelineOf(file, extra));
    QCOMPARE(own.from, msOf(2026, 8, 28));
    extra.now = UtcMs(msOf(2027, 2, 4)); // 120 days after the escalation
    own = ui::ownTime(timelineOf(file, extra));
    QCOMPARE(own.to, msOf(2027, 2, 4));
    extra.now = UtcMs(msOf(2027, 2, 5));
    own = ui::ownTime(timelineOf(file, extra));
    QCOMPARE(own.to, msOf(2026, 10, 9)); // the evidence's usual term
}

void TstTimelineAxis::withoutARecordAllIsShown()
{
    CaseTimeline timeline;
    QCOMPARE(ui::ownTime(timeline).to, qint64{0});
    TimelineEvent message;
    message.what = TimelineWhat::Message;
    for (const int year : {1970, 2026}) {
        message.at = UtcMs(msOf(year, 6, 1));
        timeline.events.append(message);
    }
    const ui::OwnTime own = ui::ownTime(timeline);
    QCOMPARE(own.from, msOf(1970, 6, 1));
    QCOMPARE(own.to, msOf(2026, 6, 1));
}

QObject *make_tst_timelineaxis();
QObject *make_tst_timelineaxis()
{
    return new TstTimelineAxis;
}

#include "tst_timelineaxis.moc"
