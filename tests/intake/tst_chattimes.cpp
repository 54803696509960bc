// SPDX-License-Identifier: GPL-3.0-or-later
#include "../fuzz/chatcheck.h"

#include <intake/chatlog.h>

#include <QtCore/QStringList>
#include <QtTest/QTest>

namespace arb::tests {

using domain::ChatDoubt;
using domain::ChatLog;
using domain::LoggedMessage;
using intake::readChat;

/// What stands beside a time: it is read for what it says, or the message has no time and the report says so.
class TstChatTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zonesAreReadOrReported_data();
    void zonesAreReadOrReported();
    void zonesOfDatesInAnyOrder();
    void zonesBesideADay();
    void strangeZonesOfOtherFormats_data();
    void strangeZonesOfOtherFormats();
    void wordsBeforeTheTimeSayItsHalf_data();
    void wordsBeforeTheTimeSayItsHalf();
    void openHoursOfEachFormat_data();
    void openHoursOfEachFormat();
    void wordsBesideTheTimeAreNoNames_data();
    void wordsBesideTheTimeAreNoNames();
    void intercomPartsHaveTheirOwnTimes();
    void rowsOfAPageAreMessages_data();
    void rowsOfAPageAreMessages();
    void namesOfColumnsAreNoMessage_data();
    void namesOfColumnsAreNoMessage();
    void aRowLikeAHeadMakesNoExport();
};

namespace {

/// To the second; empty where there is none.
QString momentOf(const LoggedMessage &message)
{
    return message.at ? message.at->toRfc3339().first(19) : QString();
}

/// line:code of each problem.
QString faultsOf(const ChatLog &log)
{
    QStringList faults;
    for (const domain::ChatLineProblem &problem : log.notUnderstood)
        faults.append(QStringLiteral("%1:").arg(problem.line) + domain::chatCode(problem.reason));
    return faults.join(u' ');
}

} // namespace

void TstChatTimes::zonesAreReadOrReported_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("moment"); ///< of the platform, +08:00; empty: none
    QTest::addColumn<bool>("named"); ///< the zone is known
    const auto row = [](const char *time, const char *moment, bool named) {
        QTest::newRow(time) << QString::fromUtf8(time) << QString::fromLatin1(moment) << named;
    };
    row("2026-10-06 08:30:00 UTC", "2026-10-06T16:30:00", true);
    row("2026-10-06 08:30:00 GMT", "2026-10-06T16:30:00", true);
    row("2026-10-06 08:30:00 GMT+2", "2026-10-06T14:30:00", true);
    row("2026-10-06 08:30:00 UTC+03:00", "2026-10-06T13:30:00", true);
    row("2026-10-06 08:30:00 UTC-0330", "2026-10-06T20:00:00", true);
    row("2026-10-06 08:30:00 -0500", "2026-10-06T21:30:00", true);
    row("2026-10-06 08:30:00+02", "2026-10-06T14:30:00", true);
    row("2026-10-06 08:30:00 +02", "2026-10-06T14:30:00", true);
    row("2026-10-06 08:30:00 +05:30", "2026-10-06T11:00:00", true);
    row("2026-10-06T08:30:00Z", "2026-10-06T16:30:00", true);
    row("2026-10-06 08:30:00 Z", "2026-10-06T16:30:00", true);
    row("2026-10-06T08:30:00.123456+02:00", "2026-10-06T14:30:00", true);
    row("2026-10-06T08:30:00+08:00[Asia/Shanghai]", "2026-10-06T08:30:00", true);
    row("2026-10-06 08:30:00 +0800 CST", "2026-10-06T08:30:00", true);
    row("2026-10-06 8:30 PM UTC", "2026-10-07T04:30:00", true);
    row("\"Tue, 06 Oct 2026 08:30:00 +0200\"", "2026-10-06T14:30:00", true);
    row("2026-10-06 08:30:00", "2026-10-06T08:30:00", false);
    row("2026-10-06 08:30:00 星期二", "2026-10-06T08:30:00", false);
    row("2026-10-06 08:30:00 Tue", "2026-10-06T08:30:00", false);
    // American, Chinese or Cuban? No hour is invented.
    row("2026-10-06 08:30:00 EST", "", false);
    row("2026-10-06 08:30:00 CST", "", false);
    row("2026-10-06 08:30:00 UTC EST", "", false);
    row("2026-10-06 08:30:00 UTC+99", "", false);
    row("2026-10-06 08:30:00 +99:00", "", false);
    row("2026-10-06 08:30:00 banana", "", false);
    row("2026-10-06 08:30:00 7", "", false);
    row("2026-10-06 08:30:00 09:00:00", "", false);
}

void TstChatTimes::zonesAreReadOrReported()
{
    QFETCH(QString, time);
    QFETCH(QString, moment);
    QFETCH(bool, named);
    const ChatLog log = readChat(QString(QStringLiteral("timestamp,sender,message\n") + time + QStringLiteral(",B,words\n")).toUtf8());
    QCOMPARE(log.format, QStringLiteral("csv"));
    QCOMPARE(log.messages.size(), std::size_t(1));
    const LoggedMessage &message = log.messages.front();
    QCOMPARE(momentOf(message), moment);
    QCOMPARE(log.senderName(message), QStringLiteral("B"));
    QCOMPARE(log.text(message).toString(), QStringLiteral("words"));
    QCOMPARE(message.doubts.testFlag(ChatDoubt::ZoneUnknown), !named && !moment.isEmpty());
    QCOMPARE(message.doubts.testFlag(ChatDoubt::NoSeconds), time.contains(QLatin1String("8:30 PM")));
    QCOMPARE(faultsOf(log), moment.isEmpty() ? QStringLiteral("2:time_not_understood") : QString());
}

/// Which number is the day is known at the end of the file; the zone waits for it, and what the reader says of the zone is of the others.
void TstChatTimes::zonesOfDatesInAnyOrder()
{
    intake::ChatReading reading;
    reading.zoneMinutes = 0;
    const ChatLog log = readChat("time,sender,message\n13/10/2026 08:30 +0200,A,x\n14/10/2026 23:30 UTC-5,A,y\n15/10/2026 08:30,A,z\n", reading);
    QCOMPARE(log.messages.size(), std::size_t(3));
    QCOMPARE(momentOf(log.messages[0]), QStringLiteral("2026-10-13T14:30:00"));
    QCOMPARE(momentOf(log.messages[1]), QStringLiteral("2026-10-15T12:30:00"));
    QCOMPARE(momentOf(log.messages[2]), QStringLiteral("2026-10-15T16:30:00"));
    QCOMPARE(faultsOf(log), QString());
    const ChatLog untold = readChat("time,sender,message\n13/10/2026 08:30 +0200,A,x\n15/10/2026 08:30,A,z\n");
    QVERIFY(!untold.messages[0].doubts.testFlag(ChatDoubt::ZoneUnknown));
    QVERIFY(untold.messages[1].doubts.testFlag(ChatDoubt::ZoneUnknown));
}

void TstChatTimes::zonesBesideADay()
{
    const ChatLog log = readChat("date,time,sender,message\n2026-10-06,08:30:00 UTC,B,a\n2026-10-06,08:31 GMT-5,B,b\n2026-10-06,08:31 PST,B,c\n2026-10-06 09:00,08:30,B,d\n");
    QStringList moments;
    for (const LoggedMessage &message : log.messages)
        moments.append(momentOf(message));
    // The last day tells a time already: neither of the two is the right one.
    QCOMPARE(moments, (QStringList{QStringLiteral("2026-10-06T16:30:00"), QStringLiteral("2026-10-06T21:31:00"), QString(), QString()}));
    QCOMPARE(faultsOf(log), QStringLiteral("4:time_not_understood 5:time_not_understood"));
}

void TstChatTimes::strangeZonesOfOtherFormats_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("faults");
    QTest::newRow("own list") << QByteArray(R"([{"id": "1", "at": "2026-10-06T08:30:00 EST", "from": "buyer", "text": "words"}])") << QStringLiteral("1:time_not_understood");
    QTest::newRow("page") << QByteArray("<div class=\"msg\"><span class=\"nickname\">B</span><span class=\"time\">2026-10-06 08:30:00 EST</span>\n<div class=\"content\">words</div></div>\n"
                                        "<div class=\"msg\"><span class=\"nickname\">A</span><span class=\"time\">2026-10-06 08:31:00</span>\n<div class=\"content\">more</div></div>\n")
                          << QStringLiteral("1:time_not_understood");
}

void TstChatTimes::strangeZonesOfOtherFormats()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, faults);
    const ChatLog log = readChat(file);
    QVERIFY(!log.messages.empty());
    QCOMPARE(momentOf(log.messages.front()), QString());
    QCOMPARE(log.text(log.messages.front()).toString(), QStringLiteral("words"));
    QCOMPARE(faultsOf(log), faults);
}

void TstChatTimes::wordsBeforeTheTimeSayItsHalf_data()
{
    QTest::addColumn<QString>("time"); ///< behind the date
    QTest::addColumn<QString>("hour"); ///< and minute; empty: reported
    const auto row = [](const char *time, const char *hour) { QTest::newRow(time) << QString::fromUtf8(time) << QString::fromLatin1(hour); };
    for (const char *word : {"晚上", "晚间", "夜晚", "夜間", "晚", "深夜", "夜里", "半夜", "午夜", "저녁 ", "밤 ", "下午", "午后", "傍晚", "午後", "오후 ", "du. ", "பிற்பகல் ", "PM ", "星期日晚上", "周日 晚上"})
        row(qPrintable(QString::fromUtf8(word) + QStringLiteral("11:05")), "23:05");
    for (const char *word : {"上午", "早上", "早晨", "早", "凌晨", "清晨", "午前", "오전 ", "새벽 ", "de. ", "முற்பகல் ", "AM "})
        row(qPrintable(QString::fromUtf8(word) + QStringLiteral("8:05")), "08:05");
    row("凌晨12:05", "00:05");
    row("上午12:05", "00:05");
    row("下午12:05", "12:05");
    row("午后12:05", "12:05");
    row("午後0:05", "12:05");
    row("中午11:05", "11:05");
    row("中午1:05", "13:05");
    row("夜里2:05", "02:05");
    row("半夜0:05", "00:05");
    row("晚上6:05", "18:05");
    row("晚8:05", "20:05");
    // Of which day: the one that ends, or the next?
    row("晚上12:05", "");
    row("半夜12:05", "");
    row("午夜12:00", "");
    row("深夜12:05", "");
    row("밤 12:05", "");
    row("晚上1:05", "");
    // Words of languages that are not known here.
    row("alasiri 11:05", "");
    row("早饭11:05", "");
    row("午夜前11:05", "");
    row("ng 12:05", "");
    // A clock of the whole day needs no word.
    row("alasiri 23:05", "23:05");
    row("深夜23:05", "23:05");
    row("ng 0:05", "00:05");
    for (const char *word : {"klo ", "um ", "kl. ", "à ", "às ", "at ", "во ", "г., ", "Do. ", "lundi ", "星期日", "周日 ", "(日) ", "일요일 "})
        row(qPrintable(QString::fromUtf8(word) + QStringLiteral("9:05")), "09:05");
}

void TstChatTimes::wordsBeforeTheTimeSayItsHalf()
{
    QFETCH(QString, time);
    QFETCH(QString, hour);
    const QString moment = hour.isEmpty() ? QString() : QString(QStringLiteral("2026-10-04T") + hour + QStringLiteral(":00"));
    const QString date = QStringLiteral("2026/10/4 ") + time;
    const ChatLog chat = readChat(QString(QStringLiteral("2026/10/4 9:00 - A: first\n") + date + QStringLiteral(" - B: words\n")).toUtf8());
    QCOMPARE(chat.format, QStringLiteral("whatsapp"));
    QCOMPARE(chat.messages.size(), std::size_t(2));
    QCOMPARE(momentOf(chat.messages[1]), moment);
    QCOMPARE(chat.senderName(chat.messages[1]), QStringLiteral("B"));
    QCOMPARE(chat.text(chat.messages[1]).toString(), QStringLiteral("words"));
    QCOMPARE(faultsOf(chat), hour.isEmpty() ? QStringLiteral("2:time_not_understood") : QString());
    const ChatLog table = readChat(QString(QStringLiteral("time;sender;message\n") + date + QStringLiteral(";B;words\n")).toUtf8());
    QCOMPARE(table.messages.size(), std::size_t(1));
    QCOMPARE(momentOf(table.messages[0]), moment);
    QCOMPARE(faultsOf(table), hour.isEmpty() ? QStringLiteral("2:time_not_understood") : QString());
}

void TstChatTimes::openHoursOfEachFormat_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("column");
    QTest::newRow("dashes") << QStringLiteral("2026/10/4 晚上12:05 - B: words\n") << QStringLiteral("whatsapp") << 11;
    QTest::newRow("brackets") << QStringLiteral("[2026/10/4 半夜12:05:09] B: words\n") << QStringLiteral("whatsapp") << 12;
    QTest::newRow("comma") << QStringLiteral("2026. 10. 4. 밤 12:05, B : words\n") << QStringLiteral("whatsapp") << 14;
    QTest::newRow("time last") << QStringLiteral("B  2026/10/4 alasiri 11:05\nwords\n") << QStringLiteral("exporter_text") << 14;
    QTest::newRow("time first") << QStringLiteral(" 2026-10-04 午夜12:05:09 B\nwords\n") << QStringLiteral("exporter_text") << 13;
    QTest::newRow("page") << QStringLiteral("<div><span class=\"nickname\">B</span><span class=\"time\">2026/10/4 晚上12:05</span><p class=\"content\">words</p></div>")
                          << QStringLiteral("exporter_html") << 1;
    QTest::newRow("own list") << QStringLiteral(R"([{"id": "1", "at": "2026/10/4 晚上12:05", "from": "B", "text": "words"}])") << QStringLiteral("own") << 2;
}

void TstChatTimes::openHoursOfEachFormat()
{
    QFETCH(QString, file);
    QFETCH(QString, format);
    QFETCH(int, column);
    const ChatLog log = readChat(file.toUtf8());
    QCOMPARE(log.format, format);
    QCOMPARE(log.messages.size(), std::size_t(1));
    QCOMPARE(momentOf(log.messages.front()), QString());
    QCOMPARE(log.senderName(log.messages.front()), QStringLiteral("B"));
    QCOMPARE(log.text(log.messages.front()).toString(), QStringLiteral("words"));
    QCOMPARE(faultsOf(log), QStringLiteral("1:time_not_understood"));
    QCOMPARE(static_cast<int>(log.notUnderstood.constFirst().column), column);
    QCOMPARE(brokenPromiseOf(log), QString());
}

void TstChatTimes::wordsBesideTheTimeAreNoNames_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("messages"); ///< sender|time|text
    QTest::addColumn<QString>("faults");
    QTest::newRow("brackets") << QStringLiteral("[13/10/2026, 08:30:00 EST] A: x\n[14/10/2026, 08:30:00 UTC] A: y\n") << QStringLiteral("whatsapp")
                              << QStringList{QStringLiteral("A||x"), QStringLiteral("A|2026-10-14T16:30:00|y")} << QStringLiteral("1:time_not_understood");
    QTest::newRow("several words") << QStringLiteral("13/10/2026 8:30 e pasdites - A: x\n14/10/2026 8:30 e pasdites - Messages are encrypted\n") << QStringLiteral("whatsapp")
                                   << QStringList{QStringLiteral("A||x"), QStringLiteral("||Messages are encrypted")}
                                   << QStringLiteral("1:time_not_understood 2:time_not_understood");
    QTest::newRow("of a message") << QStringLiteral("13/10/2026 08:30 - A: trains\n14/10/2026 10:30 uur - Amsterdam: platform 5\n") << QStringLiteral("whatsapp")
                                  << QStringList{QStringLiteral("A|2026-10-13T08:30:00|trains\n14/10/2026 10:30 uur - Amsterdam: platform 5")} << QStringLiteral("2:almost_head");
    QTest::newRow("zone of a head without dash") << QStringLiteral("甲  2026-10-06 08:30:11 UTC\nx\n乙  2026-10-06 08:31:11 +0300\ny\n") << QStringLiteral("exporter_text")
                                                 << QStringList{QStringLiteral("甲|2026-10-06T16:30:11|x"), QStringLiteral("乙|2026-10-06T13:31:11|y")} << QString();
    QTest::newRow("of a name") << QStringLiteral("2026-10-13 08:30:00 Ann - Shop: x\n2026-10-13 08:31:00 Ann - Shop: y\n") << QStringLiteral("exporter_text")
                               << QStringList{QStringLiteral("Ann - Shop|2026-10-13T08:30:00|x"), QStringLiteral("Ann - Shop|2026-10-13T08:31:00|y")} << QString();
}

void TstChatTimes::wordsBesideTheTimeAreNoNames()
{
    QFETCH(QString, file);
    QFETCH(QString, format);
    QFETCH(QStringList, messages);
    QFETCH(QString, faults);
    const ChatLog log = readChat(file.toUtf8());
    QCOMPARE(log.format, format);
    QStringList read;
    for (const LoggedMessage &message : log.messages)
        read.append(log.senderName(message) + u'|' + momentOf(message) + u'|' + log.text(message).toString());
    QCOMPARE(read, messages);
    QCOMPARE(faultsOf(log), faults);
    QCOMPARE(brokenPromiseOf(log), QString());
}

/// 1790827200 is 2026-10-01T04:00:00Z. Only the first message has no time of its own.
void TstChatTimes::intercomPartsHaveTheirOwnTimes()
{
    const ChatLog log = readChat(R"({"type": "conversation", "id": "7", "created_at": 1790827200, "source": {"body": "<p>first</p>", "author": {"type": "user", "name": "A"}},
 "conversation_parts": {"conversation_parts": [
 {"id": "1", "part_type": "comment", "body": "bad", "created_at": "bad", "author": {"name": "A"}},
 {"id": "2", "part_type": "comment", "body": "none", "author": {"name": "A"}},
 {"id": "3", "part_type": "comment", "body": "strange", "created_at": "2026-10-01 12:00:00 EST", "author": {"name": "A"}},
 {"id": "4", "part_type": "comment", "body": "quoted", "created_at": "1790827260", "author": {"name": "A"}}]}})");
    QStringList read;
    for (const LoggedMessage &message : log.messages)
        read.append(log.text(message).toString() + u'|' + momentOf(message));
    QCOMPARE(read, (QStringList{QStringLiteral("first|2026-10-01T12:00:00"), QStringLiteral("bad|"), QStringLiteral("none|"), QStringLiteral("strange|"),
                                QStringLiteral("quoted|2026-10-01T12:01:00")}));
    QCOMPARE(faultsOf(log), QStringLiteral("3:missing_part 4:missing_part 5:time_not_understood"));
}

void TstChatTimes::rowsOfAPageAreMessages_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QStringList>("messages"); ///< line|sender|time|text
    QTest::addColumn<QString>("faults");
    QTest::newRow("name, time, text") << QStringLiteral("<html><body><table><tr><th>Who</th><th>When</th><th>What</th></tr>\n"
                                                        "<tr><td>甲</td><td>2026-10-06 08:30:11</td><td>你好</td></tr>\n"
                                                        "<tr><td>乙<td>2026-10-06 08:31:11<td>好<br>的\n" // closed by the next
                                                        "<tr><td>甲</td><td>2026-10-06 08:32:11 EST</td><td>x</td></tr>\n"
                                                        "<tr><td>乙</td><td></td><td>y</td></tr></table>\n<p>end</p></body></html>")
                                      << QStringList{QStringLiteral("1|||Who | When | What"), QStringLiteral("2|甲|2026-10-06T08:30:11|你好"), QStringLiteral("3|乙|2026-10-06T08:31:11|好\n的"),
                                                     QStringLiteral("4|甲||x"), QStringLiteral("5|乙||y"), QStringLiteral("6|||end")}
                                      << QStringLiteral("1:no_head 4:time_not_understood 5:missing_part 6:no_head");
    QTest::newRow("number, time, name, text") << QStringLiteral("<table><tr><td>1</td><td>2026-10-06 08:30:00</td><td>甲</td><td>one</td></tr>\n"
                                                                "<tr><td>2</td><td>2026-10-06 08:31:00</td><td>甲</td><td>two</td></tr></table>")
                                              << QStringList{QStringLiteral("1|甲|2026-10-06T08:30:00|one"), QStringLiteral("2|甲|2026-10-06T08:31:00|two")} << QString();
    QTest::newRow("words beside the cells") << QStringLiteral("<table><tr><td>甲</td><td>2026-10-06 08:30:00</td><td>one</td>two</tr></table>")
                                            << QStringList{QStringLiteral("1|甲|2026-10-06T08:30:00|one\ntwo")} << QString();
    QTest::newRow("heads in a table") << QStringLiteral("<table><tr><td>甲  2026-10-06 08:30:00</td></tr>\n<tr><td>one</td></tr></table>")
                                      << QStringList{QStringLiteral("1|甲|2026-10-06T08:30:00|one")} << QString();
}

void TstChatTimes::rowsOfAPageAreMessages()
{
    QFETCH(QString, page);
    QFETCH(QStringList, messages);
    QFETCH(QString, faults);
    const ChatLog log = readChat(page.toUtf8());
    QCOMPARE(log.format, QStringLiteral("exporter_html"));
    QStringList read;
    for (const LoggedMessage &message : log.messages)
        read.append(QStringLiteral("%1|").arg(message.line) + log.senderName(message) + u'|' + momentOf(message) + u'|' + log.text(message).toString());
    QCOMPARE(read, messages);
    QCOMPARE(faultsOf(log), faults);
    QCOMPARE(brokenPromiseOf(log), QString());
}

void TstChatTimes::namesOfColumnsAreNoMessage_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<int>("messages");
    QTest::addColumn<QString>("faults");
    QTest::newRow("names") << QByteArray("day,time,who,msg\n06/10/2026,08:30,A,hi\n13/10/2026,08:31,B,ho\n") << 2 << QString();
    QTest::newRow("a row without a time between") << QByteArray("day,time,who,msg\n,,A,hi\n13/10/2026,08:31,B,ho\n") << 2 << QStringLiteral("2:impossible_date");
    QTest::newRow("none") << QByteArray("06/10/2026,08:30,A,hi\n13/10/2026,08:31,B,ho\n") << 2 << QString();
    QTest::newRow("no times") << QByteArray("soon,later,A,hi\nlong,ago,B,ho\n") << 2 << QStringLiteral("1:impossible_date 2:impossible_date");
}

void TstChatTimes::namesOfColumnsAreNoMessage()
{
    QFETCH(QByteArray, table);
    QFETCH(int, messages);
    QFETCH(QString, faults);
    intake::ChatReading reading;
    reading.columns = {{QStringLiteral("at"), QStringLiteral("1")}, {QStringLiteral("clock"), QStringLiteral("2")}, {QStringLiteral("from"), QStringLiteral("3")},
                       {QStringLiteral("text"), QStringLiteral("4")}};
    const ChatLog log = readChat(table, reading);
    QCOMPARE(static_cast<int>(log.messages.size()), messages);
    QCOMPARE(faultsOf(log), faults);
}

/// The last row alone reads like the head of an exporter.
void TstChatTimes::aRowLikeAHeadMakesNoExport()
{
    const ChatLog log = readChat("day,time,who,msg\n06/10/2026,08:30,A,hi\n13/10/2026,08:31,B,ho\n14/10/2026,08:32,B,hm\n15/10/2026,08:33\n");
    QCOMPARE(log.format, QStringLiteral("text"));
    QVERIFY(log.hasUnknownColumns());
    QCOMPARE(log.messages.size(), std::size_t(5));
    const ChatLog chat = readChat("A\t2026-10-06 08:30:00\nhi, you\nand, you\nB\t2026-10-06 08:31:00\nho, ho\nha, ha\n");
    QCOMPARE(chat.format, QStringLiteral("exporter_text"));
    QVERIFY(!chat.hasUnknownColumns());
}

} // namespace arb::tests

QObject *make_tst_chattimes();
QObject *make_tst_chattimes()
{
    return new arb::tests::TstChatTimes;
}

#include "tst_chattimes.moc"
