// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecase.h"

#include <domain/chatdayorder.h>
#include <domain/chatevents.h>
#include <domain/timelinerules.h>

#include <QtTest/QTest>

using namespace arb::domain;
using namespace arb::tests;

/// What of an exported chat stands on the one clock, and which order of day and month the platform's log bears out.
class TstChatEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatDiffersIsDated();
    void anotherChatIsDatedAsAWhole();
    void unsureTimesAreTold();
    void agreeingMessagesSetTheClock();
    void manyAreGathered();
    void eventsLeadToTheirMessages();
    void orderAndFutureAreTold();
    void lastWordsOfTheLogAreKept();
    void noFileHoldsWhatCameAfterIt();
    void theLogSettlesTheDays_data();
    void theLogSettlesTheDays();

private:
    static UtcMs at(int day, int hour, int minute) { return UtcMs::fromPlatform(QDate(2026, 10, day), QTime(hour, minute)); }
    static ChatMessage said(const char *id, UtcMs when, Party from, const char *text)
    {
        ChatMessage message;
        message.id = QString::fromLatin1(id);
        message.at = when;
        message.from = from;
        message.text = QString::fromUtf8(text);
        return message;
    }
    static QList<ChatMessage> platform()
    {
        return {said("p1", at(5, 9, 0), Party::Buyer, "The cup arrived broken this morning"), said("p2", at(5, 9, 1), Party::Merchant, "We will refund you 30 yuan today"),
                said("p3", at(5, 9, 2), Party::Buyer, "I opened it with a hammer, sorry"), said("p4", at(5, 9, 3), Party::Merchant, "Please send us a picture of the box")};
    }
    static ChatLog exported(const QList<ChatMessage> &chat, ChatDoubts doubts = {})
    {
        ChatLog log = chatLogOf(chat);
        for (LoggedMessage &message : log.messages)
            message.doubts = doubts;
        return log;
    }
    static QStringList codes(const QList<TimelineEvent> &events)
    {
        QStringList list;
        for (const TimelineEvent &event : events)
            list.append(event.code);
        return list;
    }
};

void TstChatEvents::whatDiffersIsDated()
{
    QList<ChatMessage> chat = platform();
    chat[1].text = QStringLiteral("We will refund you 90 yuan today");
    chat.removeAt(2);
    chat.append(said("e5", at(5, 9, 4), Party::Buyer, "You promised me a new one"));
    const ChatLog log = exported(chat);
    const ChatDifferences differences = compareChats(log, platform());
    const QList<TimelineEvent> events = datedMessages(log, &differences, platform());
    QCOMPARE(codes(events), (QStringList{QStringLiteral("altered"), QStringLiteral("only_in_export")})); // what the export lacks is in the log's own lane
    QCOMPARE(events[0].text, chat[1].text);
    QCOMPARE(events[0].logged, platform()[1].text);
    QCOMPARE(events[0].party, Party::Merchant);
    QCOMPARE(events[0].message, log.id(log.messages[1]));
    QCOMPARE(events[1].at, at(5, 9, 4));
    QCOMPARE(events[1].logged, QString());
    QCOMPARE(events[1].certainty, TimeCertainty::Exact); // with zone and seconds
    const ChatLog same = exported(platform());
    const ChatDifferences none = compareChats(same, platform());
    QVERIFY(datedMessages(same, &none, platform()).isEmpty());
}

void TstChatEvents::anotherChatIsDatedAsAWhole()
{
    ChatLog log = exported(platform());
    log.messages[0].kind = LoggedKind::System;
    log.messages[1].at.reset();
    const QList<TimelineEvent> events = datedMessages(log, nullptr, {});
    QCOMPARE(events.size(), 2); // p3 and p4: the program's words and what has no time are left out
    QCOMPARE(events[0].text, platform()[2].text);
    QCOMPARE(events[0].code, QString());
}

void TstChatEvents::unsureTimesAreTold()
{
    const QList<ChatMessage> one{said("x", at(5, 9, 0), Party::Buyer, "hello there")};
    const auto only = [&](ChatDoubts doubts) { return datedMessages(exported(one, doubts), nullptr, {}).first(); };
    const TimelineEvent minute = only(ChatDoubt::NoSeconds);
    QCOMPARE(minute.certainty, TimeCertainty::DeviceClock);
    QCOMPARE(minute.earliest, minute.at);
    QCOMPARE(minute.latest, minute.at.plusMs(minuteMs));
    // 09:00 on a clock 14 hours ahead of UTC is 19:00 of the day before in UTC, 03:00 here; 12 hours behind it is 21:00 UTC, 05:00 of the next day here.
    const TimelineEvent local = only(ChatDoubt::ZoneUnknown);
    QCOMPARE(local.certainty, TimeCertainty::ZoneUnknown);
    QCOMPARE(local.at, at(5, 9, 0));
    QCOMPARE(local.earliest, at(5, 3, 0));
    QCOMPARE(local.latest, at(6, 5, 0));
    // 5 October or 10 May: 148 days before.
    const TimelineEvent turned = only(ChatDoubt::DayOrderAssumed);
    QCOMPARE(turned.certainty, TimeCertainty::ZoneUnknown);
    QCOMPARE(turned.at - turned.earliest, 148 * dayMs);
    QCOMPARE(turned.latest, turned.at);
    QCOMPARE(only({}).certainty, TimeCertainty::Exact);
    QCOMPARE(only(ChatDoubt::BuddhistYear).certainty, TimeCertainty::DeviceClock);
    QCOMPARE(only(ChatDoubt::MinguoYear).certainty, TimeCertainty::DeviceClock);
}

void TstChatEvents::agreeingMessagesSetTheClock()
{
    QList<ChatMessage> chat = platform();
    chat.append(said("e5", at(5, 9, 4), Party::Buyer, "You promised me a new one"));
    for (ChatMessage &message : chat)
        message.at = message.at.plusMs(-6 * hourMs); // a phone in another zone
    const ChatLog log = exported(chat, ChatDoubt::ZoneUnknown);
    const ChatDifferences differences = compareChats(log, platform());
    QCOMPARE(differences.offsetMs, std::optional(-6 * hourMs));
    const QList<TimelineEvent> events = datedMessages(log, &differences, platform());
    QCOMPARE(events.size(), 1);
    QCOMPARE(events[0].at, at(5, 9, 4)); // on the platform's clock
    QCOMPARE(events[0].certainty, TimeCertainty::DeviceClock);
}

void TstChatEvents::manyAreGathered()
{
    QList<ChatMessage> chat;
    for (int n = 0; n < 100'000; ++n)
        chat.append(said("x", at(5, 9, 0).plusMs((n * 7919 % 100'000) * secondMs), Party::Buyer, "many words")); // out of order: 7919 and 100,000 have no common divisor
    const QList<TimelineEvent> events = datedMessages(exported(chat), nullptr, {});
    QCOMPARE(events.size(), mostDatedMessages + 1);
    QCOMPARE(events[0].at, at(5, 9, 0));
    QCOMPARE(events[999].at, at(5, 9, 0).plusMs(999 * secondMs));
    const TimelineEvent &rest = events.last();
    QCOMPARE(rest.what, TimelineWhat::ExportRest);
    QCOMPARE(rest.code, QStringLiteral("99000"));
    QCOMPARE(rest.at, at(5, 9, 0).plusMs(1000 * secondMs));
    QCOMPARE(rest.latest, at(5, 9, 0).plusMs(99'999 * secondMs));
}

void TstChatEvents::eventsLeadToTheirMessages()
{
    CaseFile file = fullCase();
    file.exhibits[0].sha256 = QByteArray(64, 'a');
    const ChatLog log = exported(platform());
    TimelineExtra extra;
    extra.exports = {{file.exhibits[0].id, datedMessages(log, nullptr, {})}, {QStringLiteral("nobody's"), datedMessages(log, nullptr, {})}};
    int found = 0;
    for (const TimelineEvent &event : timelineOf(file, extra).events) {
        if (event.lane != TimelineLane::Export)
            continue;
        ++found;
        QCOMPARE(event.citation.exhibit, file.exhibits[0].id);
        QCOMPARE(event.citation.sha256, QByteArray(64, 'a'));
        QCOMPARE(event.citation.message, event.message);
        QVERIFY(event.isCitable() && !event.message.isEmpty());
        QCOMPARE(event.exhibits, QStringList{file.exhibits[0].id});
    }
    QCOMPARE(found, 4);
}

void TstChatEvents::orderAndFutureAreTold()
{
    ChatLog log = exported({said("1", at(5, 9, 0), Party::Buyer, "a"), said("2", at(5, 8, 59), Party::Buyer, "b"),
                            said("3", at(5, 8, 59), Party::Buyer, "c"), said("4", at(7, 9, 0), Party::Buyer, "d")});
    QVERIFY(!isBackwards(log, 0));
    QVERIFY(isBackwards(log, 1));
    QVERIFY(!isBackwards(log, 2)); // at the same time
    log.messages[2].at.reset();
    QVERIFY(!isBackwards(log, 2));
    QVERIFY(!isBackwards(log, 3)); // nobody knows when the one above was

    LoggedMessage &last = log.messages[3];
    QVERIFY(isFuture(last, at(7, 8, 54)));
    QVERIFY(!isFuture(last, at(7, 8, 55))); // clocks differ by that much
    QVERIFY(!isFuture(last, at(7, 9, 1)));
    last.doubts = ChatDoubt::ZoneUnknown; // it may have been written six hours to the east
    QVERIFY(!isFuture(last, at(7, 2, 55)));
    QVERIFY(isFuture(last, at(7, 2, 54)));
    last.at = at(9, 9, 0);
    last.doubts = ChatDoubt::DayOrderAssumed; // or the 10th of September
    QVERIFY(!isFuture(last, at(1, 9, 0)));
    QVERIFY(!isFuture(log.messages[2], at(1, 0, 0))); // without a time
}

void TstChatEvents::lastWordsOfTheLogAreKept()
{
    QList<ChatMessage> chat = platform();
    chat[1].text = QStringLiteral("We will refund you 40 yuan today"); // altered: these are not the log's words
    chat.append(said("e5", at(5, 9, 4), Party::Buyer, "You promised me a new one"));
    ChatDifferences differences = compareChats(exported(chat), platform());
    QCOMPARE(loggedWords(differences, platform()),
             QString(platform()[3].text + u'\n' + platform()[2].text + u'\n' + platform()[0].text + u'\n'));
    // The latest that there is room for, and no halves.
    QList<ChatMessage> many;
    for (int n = 0; n < 60; ++n)
        many.append(said(QByteArray::number(n).constData(), at(5, 9, n), Party::Buyer,
                         QByteArray(QByteArray("n") + QByteArray::number(n) + QByteArray(98, 'x')).constData()));
    differences = compareChats(exported(many), many);
    QCOMPARE(differences.same, 60);
    const QString words = loggedWords(differences, many);
    QVERIFY(words.size() <= mostLoggedWords && words.size() > mostLoggedWords - 110);
    QVERIFY(words.startsWith(many.constLast().text) && !words.contains(many.constFirst().text + u'\n'));
}

void TstChatEvents::noFileHoldsWhatCameAfterIt()
{
    CaseFile file = fullCase();
    file.exhibits[0].submittedAt = at(15, 10, 0);
    TimelineExtra extra;
    extra.now = at(20, 12, 0);
    const auto told = [&file, &extra](const QList<ChatMessage> &chat, ChatDoubts doubts = {}) { // of the export alone
        extra.exports = {{file.exhibits[0].id, datedMessages(exported(chat, doubts), nullptr, {})}};
        const CaseTimeline timeline = timelineOf(file, extra);
        QStringList clashes;
        for (const TimelineClash &clash : clashesOf(timeline, file, extra)) {
            const TimelineEvent &first = timeline.events.at(clash.first), &second = timeline.events.at(clash.second);
            if (first.lane == TimelineLane::Export)
                clashes.append(QStringLiteral("%1 %2 %3 %4").arg(toCode(clash.rule), first.text, toCode(second.what)).arg(clash.apartMs / minuteMs));
        }
        return clashes;
    };
    // Of several the farthest; what stands before the hand-in is as it should be.
    QCOMPARE(told({said("a", at(14, 9, 0), Party::Buyer, "before"), said("b", at(30, 9, 0), Party::Buyer, "far"), said("c", at(16, 9, 0), Party::Buyer, "near")}),
             QStringList{QStringLiteral("future_time far submitted 21540")}); // 15 days less an hour
    // Two clocks may be ten minutes apart.
    QCOMPARE(told({said("a", at(15, 10, 10), Party::Buyer, "just")}), QStringList());
    QCOMPARE(told({said("a", at(15, 10, 11), Party::Buyer, "more")}), QStringList{QStringLiteral("future_time more submitted 11")});
    // A local time of nobody knows where may be six hours earlier than the platform's: the clock furthest ahead is 14 h before UTC.
    QCOMPARE(told({said("a", at(15, 16, 10), Party::Buyer, "may be")}, ChatDoubt::ZoneUnknown), QStringList());
    QCOMPARE(told({said("a", at(15, 16, 11), Party::Buyer, "is")}, ChatDoubt::ZoneUnknown), QStringList{QStringLiteral("future_time is submitted 11")});
}

void TstChatEvents::theLogSettlesTheDays_data()
{
    // The day in October that the log has the messages on; the file says 5 and 10, in either order.
    QTest::addColumn<QDate>("logged");
    QTest::addColumn<int>("secondsOff");
    QTest::addColumn<std::optional<DayOrder>>("order");
    QTest::newRow("day first") << QDate(2026, 10, 5) << 0 << std::optional(DayOrder::DayMonthYear);
    QTest::newRow("month first") << QDate(2026, 5, 10) << 0 << std::optional(DayOrder::MonthDayYear);
    QTest::newRow("within a minute") << QDate(2026, 5, 10) << 60 << std::optional(DayOrder::MonthDayYear);
    QTest::newRow("further away") << QDate(2026, 5, 10) << 61 << std::optional<DayOrder>();
    QTest::newRow("neither") << QDate(2026, 7, 7) << 0 << std::optional<DayOrder>();
}

void TstChatEvents::theLogSettlesTheDays()
{
    QFETCH(QDate, logged);
    QFETCH(int, secondsOff);
    QFETCH(std::optional<DayOrder>, order);
    const auto onDay = [](QDate day, int seconds) {
        QList<ChatMessage> chat = platform();
        for (qsizetype n = 0; n < chat.size(); ++n)
            chat[n].at = UtcMs::fromPlatform(day, QTime(9, static_cast<int>(n))).plusMs(seconds * secondMs);
        return chat;
    };
    ChatLog first = exported(onDay(QDate(2026, 10, 5), 0)), second = exported(onDay(QDate(2026, 5, 10), 0));
    first.dayOrder = DayOrder::DayMonthYear;
    second.dayOrder = DayOrder::MonthDayYear;
    const QList<ChatMessage> log = onDay(logged, secondsOff);
    const ChatDifferences one = compareChats(first, log), two = compareChats(second, log);
    QCOMPARE(orderByLog({first, one}, {second, two}, log), order);
    QCOMPARE(orderByLog({second, two}, {first, one}, log), order); // whichever was read first
}

QObject *make_tst_chatevents();
QObject *make_tst_chatevents()
{
    return new TstChatEvents;
}

#include "tst_chatevents.moc"
