// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecase.h"

#include <domain/timelinerules.h>

#include <QtTest/QtTest>

using namespace arb::domain;
using namespace arb::tests;

/// A case's times on one clock, and each rule: where it fires, where it must not, and where it may only say "possible".
class TstTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySourceHasItsEvents();
    void toldTimes_data();
    void toldTimes();
    void eventsCiteWhatTheyCameFrom();
    void picturesBeforeDelivery_data();
    void picturesBeforeDelivery();
    void goodsThatNeverCameHaveNoPictures();
    void filmsAfterTheApplication_data();
    void filmsAfterTheApplication();
    void filmsThatCameWithoutWords_data();
    void filmsThatCameWithoutWords();
    void dispatchAndFirstScan_data();
    void dispatchAndFirstScan();
    void evidenceAndItsTerm();
    void quotesOfLaterWords_data();
    void quotesOfLaterWords();
    void repliesToLaterMessagesAreCertain();
    void aClockThatIsAhead();
    void aClockThatIsBehindIsNoLie();
    void scansOutOfOrder_data();
    void scansOutOfOrder();
    void applicationBeforeTheOrder();
    void theFuture();
    void anHonestCaseSaysNothing();

private:
    /// Ordered on the 29th of September, out for delivery and signed for on the 4th of October, applied on the 6th.
    static CaseFile honest()
    {
        CaseFile file = plainCase(10'000, 10'000);
        file.exhibits.clear();
        file.chat.clear();
        file.order.orderedAt = time("2026-09-29T20:00:00+08:00");
        file.order.shippedAt = time("2026-09-30T10:00:00+08:00");
        file.order.signedAt = time("2026-10-04T11:00:00+08:00");
        file.afterSale.reason = Reason::QualityDefect;
        file.logistics = {{*time("2026-09-30T16:00:00+08:00"), {}, QStringLiteral("picked_up"), {}},
                          {*time("2026-10-04T09:00:00+08:00"), {}, QStringLiteral("out_for_delivery"), {}},
                          {*time("2026-10-04T11:00:00+08:00"), {}, QStringLiteral("signed"), {}}};
        file.evidenceClosedAt = time("2026-10-09T12:30:00+08:00");
        return file;
    }
    static std::optional<UtcMs> time(const char *text) { return UtcMs::fromRfc3339(QString::fromLatin1(text)); }
    static Exhibit &addPicture(CaseFile &file, const char *captured, const char *device = "Phone", const char *submitted = "2026-10-07T13:00:00+08:00")
    {
        Exhibit exhibit;
        exhibit.id = QStringLiteral("p%1").arg(file.exhibits.size());
        exhibit.kind = ExhibitKind::Image;
        exhibit.submittedAt = *time(submitted);
        exhibit.facts = {{QStringLiteral("capturedAt"), QString::fromLatin1(captured)}, {QStringLiteral("device"), QString::fromLatin1(device)}};
        file.exhibits.append(exhibit);
        return file.exhibits.last();
    }
    static QList<TimelineClash> of(const CaseFile &file, const TimelineExtra &extra = {}) { return clashesOf(timelineOf(file, extra), file, extra); }
    /// "rule certain" or "rule possible" of each.
    static QStringList said(const CaseFile &file, const TimelineExtra &extra = {})
    {
        QStringList lines;
        for (const TimelineClash &clash : of(file, extra))
            lines.append(QStringLiteral("%1 %2").arg(toCode(clash.rule), clash.certain ? QStringLiteral("certain") : QStringLiteral("possible")));
        return lines;
    }
    static QStringList expected(const char *lines) { return QString::fromLatin1(lines).split(u',', Qt::SkipEmptyParts); }
};

void TstTimeline::everySourceHasItsEvents()
{
    CaseFile file = fullCase();
    file.exhibits[0].facts = {{QStringLiteral("capturedAt"), QStringLiteral("2026-10-05T10:00:00Z")}, {QStringLiteral("durationUs"), 60'000'000}};
    TimelineExtra extra;
    extra.now = time("2026-10-12T09:00:00+08:00");
    extra.steps = {{*time("2026-10-07T12:30:00+08:00"), QStringLiteral("admit"), QStringLiteral("system")}};
    extra.terms = {{Party::Buyer, *time("2026-10-08T09:00:00+08:00"), *time("2026-10-10T09:00:00+08:00"), QStringLiteral("defect_shown")}};
    const CaseTimeline timeline = timelineOf(file, extra);
    QMap<QString, int> counts;
    for (const TimelineEvent &event : timeline.events)
        ++counts[toCode(event.lane)];
    QCOMPARE(counts.value(QStringLiteral("order")), 4); // ordered, paid, dispatched, signed
    QCOMPARE(counts.value(QStringLiteral("parcel")), 2);
    QCOMPARE(counts.value(QStringLiteral("return_parcel")), 3); // dispatched, signed, a scan
    QCOMPARE(counts.value(QStringLiteral("chat")), 4);          // two messages, an edit, a recall
    QCOMPARE(counts.value(QStringLiteral("after_sale")), 4);    // applied, two answers, escalated
    QCOMPARE(counts.value(QStringLiteral("evidence")), 4);
    QCOMPARE(counts.value(QStringLiteral("capture")), 1);
    QCOMPARE(counts.value(QStringLiteral("deadline")), 4);      // ship by, answer by, the term, the request
    QCOMPARE(counts.value(QStringLiteral("desk")), 3);          // the note, the step, now
    QVERIFY(std::is_sorted(timeline.events.begin(), timeline.events.end(), [](const TimelineEvent &a, const TimelineEvent &b) { return a.at < b.at; }));
    const TimelineEvent *film = timeline.first(TimelineWhat::Filmed);
    QVERIFY(film);
    QCOMPARE(film->latest - film->earliest, 2 * minuteMs); // the stamp is of its first or its last moment
    QCOMPARE(film->exhibits, QStringList{QStringLiteral("b1")});
    QCOMPARE(timeline.first(TimelineWhat::Now)->isCitable(), false);
}

void TstTimeline::toldTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("earliest");
    QTest::addColumn<QString>("latest");
    QTest::newRow("with an offset") << QStringLiteral("2026-10-05T10:00:00+02:00") << QStringLiteral("2026-10-05T16:00:00+08:00") << QStringLiteral("2026-10-05T16:00:00+08:00") << QStringLiteral("2026-10-05T16:00:00+08:00");
    QTest::newRow("no zone") << QStringLiteral("2026-10-05T10:00:00") << QStringLiteral("2026-10-05T10:00:00+08:00") << QStringLiteral("2026-10-05T04:00:00+08:00") << QStringLiteral("2026-10-06T06:00:00+08:00");
    QTest::newRow("nonsense") << QStringLiteral("0000:00:00 00:00:00") << QString() << QString() << QString();
    QTest::newRow("bad zone") << QStringLiteral("2026-10-05T10:00:00+99:00") << QString() << QString() << QString();
    QTest::newRow("short") << QStringLiteral("2026-10-05") << QString() << QString() << QString();
}

void TstTimeline::toldTimes()
{
    QFETCH(QString, text);
    QFETCH(QString, at);
    const auto told = toldTime(text);
    QCOMPARE(told.has_value(), !at.isEmpty());
    if (!told)
        return;
    QCOMPARE(told->at.toRfc3339(), at);
    QTEST(told->earliest.toRfc3339(), "earliest");
    QTEST(told->latest.toRfc3339(), "latest");
    QVERIFY(told->outerEarliest <= told->earliest && told->outerLatest >= told->latest);
    QCOMPARE(told->outerLatest - told->outerEarliest, 26 * hourMs + 2 * clockSkewMs); // whatever zone it was set to
}

void TstTimeline::eventsCiteWhatTheyCameFrom()
{
    const CaseTimeline timeline = timelineOf(fullCase());
    QStringList places;
    for (const TimelineEvent &event : timeline.events) {
        QVERIFY2(event.isCitable(), qPrintable(toCode(event.what)));
        const Citation &citation = event.citation;
        const int kinds = int(!citation.exhibit.isEmpty()) + int(!citation.message.isEmpty()) + int(citation.logistics.has_value()) + int(!citation.fact.isEmpty());
        QCOMPARE(kinds, 1);
        places.append(citation.fact);
    }
    for (const char *fact : {"/order/orderedAt", "/order/paidAt", "/return/logistics/0", "/afterSale/answers/0/at",
                             "/afterSale/answers/1/at", "/evidenceClosedAt"})
        QVERIFY2(places.contains(QLatin1String(fact)), fact);
}

void TstTimeline::picturesBeforeDelivery_data()
{
    QTest::addColumn<QString>("captured");
    QTest::addColumn<QString>("lines");
    // Out for delivery at 09:00 on the 4th.
    QTest::newRow("after") << QStringLiteral("2026-10-04T12:00:00+08:00") << QString();
    QTest::newRow("minutes before") << QStringLiteral("2026-10-04T08:52:00+08:00") << QString();
    QTest::newRow("an hour before") << QStringLiteral("2026-10-04T08:00:00+08:00") << QStringLiteral("photo_before_delivery possible");
    QTest::newRow("no zone, an hour before") << QStringLiteral("2026-10-04T08:00:00") << QStringLiteral("photo_before_delivery possible");
    QTest::newRow("a day before, in any zone") << QStringLiteral("2026-10-03T08:00:00") << QString(QStringLiteral("photo_before_delivery certain"));
    // A clock in the zone furthest behind shows 20:50 on the 3rd when it is 16:50 here on the 4th.
    QTest::newRow("by no zone in time") << QStringLiteral("2026-10-03T12:30:00+08:00") << QStringLiteral("photo_before_delivery certain");
    QTest::newRow("by one zone in time") << QStringLiteral("2026-10-03T13:00:00+08:00") << QStringLiteral("photo_before_delivery possible");
    QTest::newRow("years before: a clock that was reset") << QStringLiteral("2020-01-01T00:00:00+08:00") << QStringLiteral("photo_before_delivery possible");
}

void TstTimeline::picturesBeforeDelivery()
{
    QFETCH(QString, captured);
    QFETCH(QString, lines);
    CaseFile file = honest();
    addPicture(file, captured.toLatin1().constData());
    QCOMPARE(said(file), expected(lines.toLatin1().constData()));
    const CaseTimeline timeline = timelineOf(file);
    for (const TimelineClash &clash : clashesOf(timeline, file)) {
        QCOMPARE(timeline.events.at(clash.first).citation.exhibit, QStringLiteral("p0"));
        QCOMPARE(timeline.events.at(clash.second).code, QStringLiteral("out_for_delivery"));
    }
}

void TstTimeline::goodsThatNeverCameHaveNoPictures()
{
    CaseFile file = honest();
    addPicture(file, "2026-10-01T08:00:00+08:00");
    QCOMPARE(said(file).size(), 1);
    file.exhibits[0].facts.remove(QStringLiteral("device")); // a screenshot
    QCOMPARE(said(file), QStringList());
    file.exhibits[0].facts.insert(QStringLiteral("device"), QStringLiteral("Phone"));
    file.exhibits[0].party = Party::Merchant; // a merchant has them before
    QCOMPARE(said(file), QStringList());
    file.exhibits[0].party = Party::Buyer;
    file.exhibits[0].element = QStringLiteral("gift_promised"); // the livestream, not the goods
    QCOMPARE(said(file), QStringList());
    file.exhibits[0].element.clear();
    file.afterSale.reason = Reason::NotReceived;
    QCOMPARE(said(file), QStringList());
}

void TstTimeline::filmsAfterTheApplication_data()
{
    QTest::addColumn<QString>("captured");
    QTest::addColumn<QString>("caption");
    QTest::addColumn<QString>("lines");
    // Applied at 19:52 on the 6th, handed in at 13:00 on the 8th; the film is five minutes long.
    QTest::newRow("before") << QStringLiteral("2026-10-04T12:00:00+08:00") << QString::fromUtf8("开箱视频") << QString();
    QTest::newRow("during") << QStringLiteral("2026-10-06T20:00:00+08:00") << QString::fromUtf8("开箱视频") << QString();
    QTest::newRow("hours after") << QStringLiteral("2026-10-06T22:00:00+08:00") << QString::fromUtf8("开箱视频") << QStringLiteral("film_after_application possible");
    QTest::newRow("in English") << QStringLiteral("2026-10-06T22:00:00+08:00") << QStringLiteral("Unboxing") << QStringLiteral("film_after_application possible");
    QTest::newRow("another film") << QStringLiteral("2026-10-06T22:00:00+08:00") << QString::fromUtf8("故障演示") << QString();
    QTest::newRow("in every zone after") << QStringLiteral("2026-10-08T04:00:00+08:00") << QString::fromUtf8("开箱视频") << QStringLiteral("film_after_application certain");
}

void TstTimeline::filmsAfterTheApplication()
{
    QFETCH(QString, captured);
    QFETCH(QString, caption);
    QFETCH(QString, lines);
    CaseFile file = honest();
    Exhibit &film = addPicture(file, captured.toLatin1().constData(), "Phone", "2026-10-08T13:00:00+08:00");
    film.kind = ExhibitKind::Video;
    film.caption = caption;
    film.facts.insert(QStringLiteral("durationUs"), 300'000'000);
    QCOMPARE(said(file), expected(lines.toLatin1().constData()));
}

void TstTimeline::filmsThatCameWithoutWords_data()
{
    QTest::addColumn<QString>("captured");
    QTest::addColumn<QString>("submitted");
    QTest::addColumn<QString>("caption");
    QTest::addColumn<QString>("element");
    QTest::addColumn<QString>("lines");
    // Applied at 19:52 on the 6th, escalated at 12:30 on the 7th; the film is five minutes long.
    const QString later = QStringLiteral("2026-10-06T21:00:00+08:00"), before = QStringLiteral("2026-10-07T09:00:00+08:00"), possible = QStringLiteral("film_after_application possible");
    QTest::newRow("an hour after") << later << before << QString() << QString() << possible;
    QTest::newRow("blanks are no words") << later << before << QStringLiteral(" \n") << QString() << possible;
    QTest::newRow("minutes after") << QStringLiteral("2026-10-06T20:06:00+08:00") << before << QString() << QString() << QString();
    QTest::newRow("before") << QStringLiteral("2026-10-06T12:00:00+08:00") << before << QString() << QString() << QString();
    QTest::newRow("it says what it shows") << later << before << QString::fromUtf8("故障演示") << QString() << QString();
    QTest::newRow("it is for an element") << later << before << QString() << QStringLiteral("fault_shown") << QString();
    QTest::newRow("asked for after the escalation") << later << QStringLiteral("2026-10-07T12:30:00+08:00") << QString() << QString() << QString();
    // 14 hours and the skew after the application even in the zone furthest ahead: what it shows is unknown all the same.
    QTest::newRow("in every zone after") << QStringLiteral("2026-10-07T06:00:00") << before << QString() << QString() << possible;
}

/// What the application was founded on, and nothing says whether it is the unboxing: never more than possible.
void TstTimeline::filmsThatCameWithoutWords()
{
    QFETCH(QString, captured);
    QFETCH(QString, submitted);
    QFETCH(QString, caption);
    QFETCH(QString, element);
    QFETCH(QString, lines);
    CaseFile file = honest();
    Exhibit &film = addPicture(file, captured.toLatin1().constData(), "", submitted.toLatin1().constData());
    film.kind = ExhibitKind::Video;
    film.caption = caption;
    film.element = element;
    film.facts.insert(QStringLiteral("durationUs"), 300'000'000);
    QCOMPARE(said(file), expected(lines.toLatin1().constData()));
    film.party = Party::Merchant; // who films what came back, and when they like
    QCOMPARE(said(file), QStringList());
    film.party = Party::Buyer;
    file.afterSale.reason = Reason::NotReceived; // there is nothing to be unpacked
    QCOMPARE(said(file), QStringList());
}

void TstTimeline::dispatchAndFirstScan_data()
{
    QTest::addColumn<QString>("shipped");
    QTest::addColumn<QString>("lines");
    // First seen by the carrier at 16:00 on the 30th; the waybill alone is no parcel.
    QTest::newRow("twelve hours") << QStringLiteral("2026-09-30T04:00:00+08:00") << QString();
    QTest::newRow("more") << QStringLiteral("2026-09-30T03:59:00+08:00") << QStringLiteral("dispatch_before_first_scan certain");
    QTest::newRow("after the scan") << QStringLiteral("2026-09-30T18:00:00+08:00") << QString();
}

void TstTimeline::dispatchAndFirstScan()
{
    QFETCH(QString, shipped);
    QFETCH(QString, lines);
    CaseFile file = honest();
    file.order.shippedAt = UtcMs::fromRfc3339(shipped);
    file.logistics.prepend({*file.order.shippedAt, {}, QStringLiteral("created"), {}});
    QCOMPARE(said(file), expected(lines.toLatin1().constData()));
    file.logistics.clear(); // what nobody scanned contradicts nothing
    QCOMPARE(said(file), QStringList());
}

void TstTimeline::evidenceAndItsTerm()
{
    CaseFile file = honest(); // the term ends at 12:30 on the 9th
    addPicture(file, "", "", "2026-10-09T12:30:30+08:00");
    QCOMPARE(said(file), QStringList());
    file.exhibits[0].submittedAt = *time("2026-10-09T15:30:00+08:00");
    QCOMPARE(said(file), expected("evidence_after_deadline certain"));
    QCOMPARE(of(file).constFirst().apartMs, 3 * hourMs);
    TimelineExtra extra;
    extra.reopened = true;
    QCOMPARE(said(file, extra), expected("evidence_after_deadline possible"));
    extra = {};
    extra.terms = {{Party::Merchant, *time("2026-10-09T09:00:00+08:00"), *time("2026-10-11T09:00:00+08:00"), {}}};
    QCOMPARE(said(file, extra), expected("evidence_after_deadline certain")); // asked of the other side
    extra.terms[0].party = Party::Buyer;
    QCOMPARE(said(file, extra), QStringList());
    file.evidenceClosedAt.reset(); // 48 hours after 12:30 on the 7th are only what is usual
    QCOMPARE(said(file), expected("evidence_after_deadline possible"));
}

void TstTimeline::quotesOfLaterWords_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("lines");
    QTest::newRow("in other marks") << QStringLiteral("buyer") << QString::fromUtf8("是我自己 不小心摔坏的！") << QStringLiteral("chat_quoted_before_said possible");
    QTest::newRow("his own words again") << QStringLiteral("merchant") << QString::fromUtf8("是我自己不小心摔坏的") << QString();
    QTest::newRow("a common word") << QStringLiteral("buyer") << QString::fromUtf8("摔坏的") << QString();
    QTest::newRow("other words") << QStringLiteral("buyer") << QString::fromUtf8("不是我自己不小心摔坏的，是快递") << QString();
}

void TstTimeline::quotesOfLaterWords()
{
    QFETCH(QString, from);
    QFETCH(QString, said);
    CaseFile file = honest();
    MerchantAnswer answer;
    answer.at = time("2026-10-07T10:00:00+08:00");
    answer.text = QString::fromUtf8("买家说“是我自己不小心摔坏的”，不同意退款");
    file.afterSale.answers = {answer};
    ChatMessage message;
    message.id = QStringLiteral("c1");
    message.at = *time("2026-10-07T11:00:00+08:00");
    message.from = *fromCode<Party>(from);
    message.text = said;
    file.chat = {message};
    QTEST(TstTimeline::said(file).join(u','), "lines");
    file.chat.prepend(message); // it was said before as well
    file.chat[0].id = QStringLiteral("c0");
    file.chat[0].at = *time("2026-10-06T11:00:00+08:00");
    QCOMPARE(TstTimeline::said(file), QStringList());
}

void TstTimeline::repliesToLaterMessagesAreCertain()
{
    CaseFile file = honest();
    ChatMessage first, second;
    first.id = QStringLiteral("c1");
    first.at = *time("2026-10-05T10:00:00+08:00");
    first.replyTo = QStringLiteral("c2");
    second.id = QStringLiteral("c2");
    second.at = first.at.plusMs(hourMs);
    file.chat = {first, second};
    QCOMPARE(said(file), expected("chat_quoted_before_said certain"));
    file.chat[1].at = first.at.plusMs(-hourMs);
    QCOMPARE(said(file), QStringList());
    // An export of the chat that was handed in before the message in it was written.
    file.chat = {second};
    file.chat[0].text = QString::fromUtf8("明天给你寄一个新的手环");
    file.chat[0].at = *time("2026-10-08T10:00:00+08:00");
    addPicture(file, "", "", "2026-10-07T13:00:00+08:00").kind = ExhibitKind::Chat;
    TimelineExtra extra;
    extra.words = {{QStringLiteral("p0"), QString::fromUtf8("商家 10:00\n明天给你寄一个新的手环")}};
    QCOMPARE(said(file, extra), expected("chat_quoted_before_said possible"));
    // In a text it is a statement of its own: of others' words it is a quote, and its writer may say the same again.
    file.exhibits.last().kind = ExhibitKind::Text;
    file.exhibits.last().party = Party::Buyer;
    file.chat[0].from = Party::Merchant;
    QCOMPARE(said(file, extra), expected("chat_quoted_before_said possible"));
    file.chat[0].from = Party::Buyer;
    QCOMPARE(said(file, extra), QStringList());
}

void TstTimeline::aClockThatIsAhead()
{
    CaseFile file = honest();
    addPicture(file, "2026-10-07T20:00:00+08:00"); // handed in at 13:00; the zone furthest ahead is six hours before ours
    QCOMPARE(said(file), expected("future_time certain"));
    file.exhibits[0].facts.insert(QStringLiteral("capturedAt"), QStringLiteral("2026-10-07T18:00:00+08:00"));
    QCOMPARE(said(file), expected("future_time possible")); // one alone may be a changed file
    addPicture(file, "2026-10-07T17:00:00+08:00");
    const QList<TimelineClash> clashes = of(file);
    QCOMPARE(said(file), expected("device_clock_off possible"));
    QCOMPARE(clashes.constFirst().offsetMs, 5 * hourMs);
    QCOMPARE(clashes.constFirst().others.size(), 1);
    // Its other times are judged five hours earlier: this film was made before the application of 19:52 on the 6th.
    Exhibit &film = addPicture(file, "2026-10-06T22:00:00+08:00");
    film.kind = ExhibitKind::Video;
    film.caption = QStringLiteral("unboxing");
    QCOMPARE(said(file), expected("device_clock_off possible"));
    file.exhibits[2].facts.insert(QStringLiteral("device"), QStringLiteral("Another")); // whose clock nobody doubts
    QCOMPARE(said(file), expected("film_after_application possible,device_clock_off possible"));
    file.exhibits[0].facts.insert(QStringLiteral("capturedAt"), QStringLiteral("2026-10-09T20:00:00+08:00"));
    QVERIFY(said(file).contains(QStringLiteral("device_clock_off certain"))); // no zone is 55 hours ahead
    // A message that showed the picture is as good as handing it in.
    CaseFile shown = honest();
    for (int n = 0; n < 2; ++n) {
        addPicture(shown, "2026-10-06T12:00:00+08:00");
        ChatMessage message;
        message.id = QStringLiteral("c%1").arg(n);
        message.at = *time("2026-10-06T10:00:00+08:00");
        message.exhibit = shown.exhibits.at(n).id;
        shown.chat.append(message);
    }
    QCOMPARE(said(shown), expected("device_clock_off possible"));
    QCOMPARE(of(shown).constFirst().offsetMs, 2 * hourMs);
}

void TstTimeline::aClockThatIsBehindIsNoLie()
{
    CaseFile file = honest();
    addPicture(file, "2026-10-04T04:00:00"); // five hours before, no zone
    addPicture(file, "2026-10-04T04:30:00");
    QCOMPARE(said(file), expected("device_clock_off possible"));
    QCOMPARE(of(file).constFirst().offsetMs, -5 * hourMs);
    addPicture(file, "2026-10-04T12:00:00"); // a third after the delivery: then it was not the clock
    QCOMPARE(said(file), expected("photo_before_delivery possible,photo_before_delivery possible"));
    file.exhibits.removeLast();
    addPicture(file, "2026-10-01T04:30:00"); // further than any zone
    QCOMPARE(said(file), expected("photo_before_delivery certain,photo_before_delivery possible,photo_before_delivery possible"));
}

void TstTimeline::scansOutOfOrder_data()
{
    QTest::addColumn<QString>("signedAt");
    QTest::addColumn<QString>("lines");
    QTest::newRow("half an hour") << QStringLiteral("2026-10-04T08:30:00+08:00") << QString();
    QTest::newRow("more") << QStringLiteral("2026-10-04T08:29:00+08:00") << QStringLiteral("impossible_scan_order certain");
    QTest::newRow("before it was picked up") << QStringLiteral("2026-09-30T10:29:00+08:00") << QStringLiteral("impossible_scan_order certain");
}

void TstTimeline::scansOutOfOrder()
{
    QFETCH(QString, signedAt);
    QFETCH(QString, lines);
    CaseFile file = honest();
    file.order.signedAt = UtcMs::fromRfc3339(signedAt);
    file.logistics[2].at = *file.order.signedAt;
    QCOMPARE(said(file), expected(lines.toLatin1().constData())); // once, though scan and order say the same
    // A second round after a failed delivery is no disorder.
    file = honest();
    file.logistics.append({*time("2026-10-03T09:00:00+08:00"), {}, QStringLiteral("out_for_delivery"), {}});
    file.logistics.append({*time("2026-10-03T20:00:00+08:00"), {}, QStringLiteral("in_transit"), {}});
    QCOMPARE(said(file), QStringList());
}

void TstTimeline::applicationBeforeTheOrder()
{
    CaseFile file = honest();
    file.afterSale.appliedAt = file.order.orderedAt->plusMs(-30 * secondMs);
    QCOMPARE(said(file), QStringList());
    file.afterSale.appliedAt = file.order.orderedAt->plusMs(-hourMs);
    QCOMPARE(said(file), expected("application_before_order certain"));
}

void TstTimeline::theFuture()
{
    CaseFile file = honest();
    TimelineExtra extra;
    extra.now = time("2026-10-07T13:00:00+08:00");
    QCOMPARE(said(file, extra), QStringList()); // deadlines lie ahead, and may
    ChatMessage message;
    message.id = QStringLiteral("c1");
    message.at = extra.now->plusMs(2 * hourMs);
    file.chat = {message, message};
    QCOMPARE(said(file, extra), expected("future_time certain")); // one of a source is enough
    addPicture(file, "2026-10-06T12:00:00+08:00").facts.insert(QStringLiteral("modifiedAt"), QStringLiteral("2026-10-07T14:00:00+08:00"));
    QCOMPARE(said(file, extra), expected("future_time certain,future_time possible"));
}

void TstTimeline::anHonestCaseSaysNothing()
{
    CaseFile file = honest();
    addPicture(file, "2026-10-04T12:00:00+08:00");
    addPicture(file, "2026-10-05T12:00:00");
    addPicture(file, "2026-10-06T12:00:00Z", "Camera");
    TimelineExtra extra;
    extra.now = time("2026-10-12T09:00:00+08:00");
    QCOMPARE(said(file, extra), QStringList());
    QVERIFY(clashesOf(timelineOf(CaseFile()), CaseFile()).isEmpty());
}

QObject *make_tst_timeline();
QObject *make_tst_timeline()
{
    return new TstTimeline;
}

#include "tst_timeline.moc"
