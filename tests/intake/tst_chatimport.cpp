// SPDX-License-Identifier: GPL-3.0-or-later
#include "../fuzz/chatcheck.h"

#include <intake/chatlog.h>
#include <intake/evidencekind.h>

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <algorithm>
#include <iterator>
#include <optional>
#include <random>

namespace arb::tests {

using domain::ChatLog;
using domain::DayOrder;
using domain::LoggedKind;
using domain::LoggedMessage;
using intake::readChat;

/// Each importer against files with answers written by hand (tests/data/chat), and what holds of any bytes.
class TstChatImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsWritten_data();
    void readsAsWritten();
    void tellsDayFromMonth_data();
    void tellsDayFromMonth();
    void readsTheOtherOrderWhenTold();
    void readsHeads_data();
    void readsHeads();
    void takesAGivenMap();
    void namesMessagesSoThatOthersFindThem();
    void takesAGivenHeaderAndZone();
    void offersTheFirstRows_data();
    void offersTheFirstRows();
    void reducesHtmlToWords_data();
    void reducesHtmlToWords();
    void keepsBidiAndNaughtyText();
    void keepsOrderAndFutureTimes();
    void losesNothingOfAnyBytes();
    void costsOneMessageWhenCut();
    void staysLinearOnOneLine();
    void factsOfTheKindAgree();
    void searchesWordsAndAttachments();
};

namespace {

QByteArray chatFile(const QString &name)
{
    QFile file(QStringLiteral(ARB_SOURCE_DIR "/tests/data/chat/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(name));
    return file.readAll();
}

QJsonObject asJson(const ChatLog &log, const LoggedMessage &message)
{
    QJsonObject object{{QStringLiteral("id"), log.id(message)},
                       {QStringLiteral("at"), message.at ? QJsonValue(message.at->toRfc3339()) : QJsonValue()},
                       {QStringLiteral("from"), log.senderName(message)},
                       {QStringLiteral("kind"), domain::chatCode(message.kind)},
                       {QStringLiteral("text"), log.text(message).toString()},
                       {QStringLiteral("doubts"), QJsonArray::fromStringList(domain::chatCodes(message.doubts))}};
    if (!message.attachment.isEmpty())
        object.insert(QStringLiteral("attachment"), log.view(message.attachment).toString());
    if (!message.replyTo.isEmpty())
        object.insert(QStringLiteral("replyTo"), log.view(message.replyTo).toString());
    if (message.recalled)
        object.insert(QStringLiteral("recalled"), true);
    if (message.edited)
        object.insert(QStringLiteral("edited"), true);
    return object;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

void TstChatImport::readsAsWritten_data()
{
    QTest::addColumn<QString>("name");
    const QStringList answers = QDir(QStringLiteral(ARB_SOURCE_DIR "/tests/data/chat")).entryList({QStringLiteral("*.expected.json")});
    QVERIFY(answers.size() >= 21);
    for (const char *format : {"whatsapp-dmy.txt", "whatsapp-mdy.txt", "exporter-gb18030.txt", "exporter.html", "telegram.json", "intercom.json", "table.csv", "own.json"}) // their answers were worked out first
        QVERIFY2(answers.contains(QStringLiteral("hand-%1.expected.json").arg(QLatin1String(format))), format);
    for (const QString &answer : answers) {
        const QString name = answer.chopped(QStringLiteral(".expected.json").size());
        QTest::newRow(qPrintable(name)) << name;
    }
}

void TstChatImport::readsAsWritten()
{
    QFETCH(QString, name);
    const QJsonObject expected = QJsonDocument::fromJson(chatFile(name + QStringLiteral(".expected.json"))).object();
    QVERIFY(!expected.isEmpty());
    const ChatLog log = readChat(chatFile(name));
    QCOMPARE(log.format, expected.value(QStringLiteral("format")).toString());
    QCOMPARE(log.encoding, expected.value(QStringLiteral("encoding")).toString());
    QCOMPARE(log.byteOrderMark, expected.value(QStringLiteral("byteOrderMark")).toBool());
    QCOMPARE(log.undecodable, static_cast<qsizetype>(expected.value(QStringLiteral("undecodable")).toInt()));
    QCOMPARE(log.dayOrder ? domain::chatCode(*log.dayOrder) : QString(), expected.value(QStringLiteral("dayOrder")).toString());
    QCOMPARE(log.dayOrderOpen, expected.value(QStringLiteral("dayOrderOpen")).toBool());
    const QJsonArray messages = expected.value(QStringLiteral("messages")).toArray();
    for (qsizetype n = 0; n < std::min(messages.size(), static_cast<qsizetype>(log.messages.size())); ++n)
        QCOMPARE(compact(asJson(log, log.messages[static_cast<std::size_t>(n)])), compact(messages.at(n).toObject()));
    QCOMPARE(static_cast<qsizetype>(log.messages.size()), messages.size());
    QJsonArray problems;
    for (const domain::ChatLineProblem &problem : log.notUnderstood)
        problems.append(QJsonArray{static_cast<qint64>(problem.line), static_cast<qint64>(problem.column), domain::chatCode(problem.reason)});
    QCOMPARE(problems, expected.value(QStringLiteral("notUnderstood")).toArray());
    QCOMPARE(brokenPromiseOf(log), QString());
}

void TstChatImport::tellsDayFromMonth_data()
{
    QTest::addColumn<QByteArray>("dates");
    QTest::addColumn<QString>("order");
    QTest::addColumn<bool>("open");
    QTest::newRow("a 13 in front") << QByteArray("1/10/26 13/10/26") << QStringLiteral("dmy") << false;
    QTest::newRow("a 13 behind") << QByteArray("10/1/26 10/13/26") << QStringLiteral("mdy") << false;
    // Read month first the second message would be of February, the first of March.
    QTest::newRow("by the order of messages") << QByteArray("3/2/26 2/3/26") << QStringLiteral("dmy") << false;
    // Days first the third is no day; months first it is only late. No program writes a day that does not exist.
    QTest::newRow("no such day against out of order") << QByteArray("3/2/26 3/13/26 3/12/26") << QStringLiteral("mdy") << false;
    QTest::newRow("open") << QByteArray("1/2/26 2/2/26 3/2/26") << QStringLiteral("dmy") << true;
    QTest::newRow("the same either way") << QByteArray("5/5/26 6/6/26") << QStringLiteral("dmy") << false;
    QTest::newRow("year of four digits first") << QByteArray("2026/2/1 2026/2/3") << QStringLiteral("ymd") << false;
    QTest::newRow("short year first") << QByteArray("26/10/15 26/10/16 26/10/17") << QStringLiteral("ymd") << false;
    QTest::newRow("long year behind") << QByteArray("01.02.2026 13.02.2026") << QStringLiteral("dmy") << false;
}

void TstChatImport::tellsDayFromMonth()
{
    QFETCH(QByteArray, dates);
    QFETCH(QString, order);
    QFETCH(bool, open);
    QByteArray text;
    for (const QByteArray &date : dates.split(' '))
        text += date + ", 12:03 - Ann: hi\n";
    const ChatLog log = readChat(text);
    QCOMPARE(log.format, QStringLiteral("whatsapp"));
    QVERIFY(log.dayOrder);
    QCOMPARE(domain::chatCode(*log.dayOrder), order);
    QCOMPARE(log.dayOrderOpen, open);
}

void TstChatImport::readsTheOtherOrderWhenTold()
{
    intake::ChatReading reading;
    reading.dayOrder = DayOrder::MonthDayYear;
    const ChatLog log = readChat(chatFile(QStringLiteral("whatsapp-open.txt")), reading);
    QVERIFY(!log.dayOrderOpen);
    QCOMPARE(log.messages.at(1).at->toRfc3339(), QStringLiteral("2026-02-02T12:04:00+08:00"));
    QCOMPARE(log.messages.at(2).at->toRfc3339(), QStringLiteral("2026-03-02T12:05:00+08:00"));
    QVERIFY(!log.messages.at(2).doubts.testFlag(domain::ChatDoubt::DayOrderAssumed));
}

void TstChatImport::readsHeads_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("at"); ///< empty: no head
    const auto row = [](const char *name, const QString &head, const char *at) { QTest::newRow(name) << head << QString::fromLatin1(at); };
    row("android", QStringLiteral("15/10/26, 14:03 - "), "2026-10-15T14:03:00");
    row("no comma", QStringLiteral("15/10/2026 14:03 - "), "2026-10-15T14:03:00");
    row("dots", QStringLiteral("15.10.26, 14:03 - "), "2026-10-15T14:03:00");
    row("finnish", QStringLiteral("15.10.2026 klo 14.03 - "), "2026-10-15T14:03:00");
    row("dashes", QStringLiteral("15-10-2026 14:03 - "), "2026-10-15T14:03:00");
    row("iso", QStringLiteral("2026-10-15, 14:03 - "), "2026-10-15T14:03:00");
    row("midnight in twelve hours", QStringLiteral("15/10/26, 12:03 AM - "), "2026-10-15T00:03:00");
    row("noon in twelve hours", QStringLiteral("15/10/26, 12:03 pm - "), "2026-10-15T12:03:00");
    row("spanish", QStringLiteral("15/10/26, 2:03 p. m. - "), "2026-10-15T14:03:00");
    row("narrow blank", QStringLiteral("15/10/26, 2:03\u202FPM - "), "2026-10-15T14:03:00");
    row("brackets", QStringLiteral("[15/10/26, 14:03:11] "), "2026-10-15T14:03:11");
    row("mark and brackets", QStringLiteral("\u200E[15.10.26, 14:03:11] "), "2026-10-15T14:03:11");
    row("chinese", QStringLiteral("2026/10/15 下午2:03 - "), "2026-10-15T14:03:00");
    row("chinese words", QStringLiteral("2026年10月15日 下午2:03 - "), "2026-10-15T14:03:00");
    row("chinese weekday", QStringLiteral("2026年10月15日 星期四 晚上9:03 - "), "2026-10-15T21:03:00");
    row("korean", QStringLiteral("2026. 10. 15. 오후 2:03 - "), "2026-10-15T14:03:00");
    row("arabic digits", QStringLiteral("\u0661\u0665/\u0661\u0660/\u0662\u0660\u0662\u0666, \u0661\u0664:\u0660\u0663 - "), "2026-10-15T14:03:00");
    row("arabic with marks", QStringLiteral("\u200F\u0661\u0665\u200F/\u0661\u0660\u200F/\u0662\u0660\u0662\u0666\u060C \u0662:\u0660\u0663 \u0645 - "), "2026-10-15T14:03:00");
    row("month by name", QStringLiteral("Oct 15, 2026, 2:03 PM - "), "2026-10-15T14:03:00");
    row("month by its whole name", QStringLiteral("15 October 2026, 14:03 - "), "2026-10-15T14:03:00");
    row("time first", QStringLiteral("14:03, 15/10/2026 - "), "2026-10-15T14:03:00");
    row("french words", QStringLiteral("15/10/2026, 14 h 03 min 11 s - "), "2026-10-15T14:03:11");
    row("french minutes", QStringLiteral("15/10/2026, 14 h 03 min - "), "2026-10-15T14:03:00");
    row("french brackets", QStringLiteral("[2026-10-15 \u00E0 14 h 3 min 9 s] "), ""); // minutes have two digits
    row("french canadian", QStringLiteral("[2026-10-15 \u00E0 14 h 03 min 9 s] "), "2026-10-15T14:03:09");
    row("bulgarian", QStringLiteral("15.10.26 \u0433., 14:03 \u0447. - "), "2026-10-15T14:03:00");
    row("bulgarian brackets", QStringLiteral("[15.10.26 \u0433., 14:03:11] "), "2026-10-15T14:03:11");
    row("no month", QStringLiteral("Octopus 15, 2026, 2:03 PM - "), "");
    row("colon among dashes", QStringLiteral("15/10/26 14:03:11: "), ""); // words of a message before
    row("comma among dashes", QStringLiteral("15/10/26 14:03, "), "");
    row("no dash", QStringLiteral("15/10/26, 14:03 "), "");
    row("a sum", QStringLiteral("15/10 and 3.50 - "), "");
}

void TstChatImport::readsHeads()
{
    QFETCH(QString, head);
    QFETCH(QString, at);
    const ChatLog log = readChat(QString(QStringLiteral("16/10/26, 09:00 - Shop: first\n") + head + QStringLiteral("Ann: text: more\n")).toUtf8(),
                                 {DayOrder::DayMonthYear, {}});
    QCOMPARE(log.messages.size(), std::size_t(at.isEmpty() ? 1 : 2));
    if (at.isEmpty())
        return;
    QCOMPARE(log.messages.at(1).at->toRfc3339(), QString(at + QStringLiteral("+08:00")));
    QCOMPARE(log.senderName(log.messages.at(1)), QStringLiteral("Ann"));
    QCOMPARE(log.text(log.messages.at(1)).toString(), QStringLiteral("text: more"));
}

void TstChatImport::takesAGivenMap()
{
    intake::ChatReading reading;
    reading.columns = {{QStringLiteral("at"), QStringLiteral("1")}, {QStringLiteral("from"), QStringLiteral("2")}, {QStringLiteral("text"), QStringLiteral("3")}};
    reading.dayOrder = DayOrder::MonthDayYear;
    const ChatLog log = readChat(chatFile(QStringLiteral("table-nohead.csv")), reading);
    QCOMPARE(log.format, QStringLiteral("csv"));
    QCOMPARE(log.messages.size(), std::size_t(2));
    QCOMPARE(log.messages.at(1).at->toRfc3339(), QStringLiteral("2026-10-02T12:00:00+08:00"));
    QCOMPARE(log.senderName(log.messages.at(0)), QStringLiteral("Buyer"));
    QCOMPARE(log.text(log.messages.at(1)).toString(), QStringLiteral("hello"));
    const ChatLog named = readChat("when;who;what\n2026-10-01 12:00;Ann;hi\n", {{}, {{QStringLiteral("text"), QStringLiteral("What")}}});
    QCOMPARE(named.messages.size(), std::size_t(1));
    QCOMPARE(named.text(named.messages.at(0)).toString(), QStringLiteral("hi\nwhen: 2026-10-01 12:00\nwho: Ann"));
}

/// Only who said what the columns mean knows of ids that no header names; a citation has to be found by everybody.
void TstChatImport::namesMessagesSoThatOthersFindThem()
{
    const QByteArray table("when;nr;what;re\n2026-10-01 12:00;a7;hi;\n2026-10-01 12:01;a8;ho;a7\n");
    intake::ChatReading reading;
    reading.columns = {{QStringLiteral("at"), QStringLiteral("when")}, {QStringLiteral("id"), QStringLiteral("nr")},
                       {QStringLiteral("text"), QStringLiteral("what")}, {QStringLiteral("replyTo"), QStringLiteral("re")}};
    const ChatLog log = readChat(table, reading);
    QCOMPARE(log.messages.size(), std::size_t(2));
    QCOMPARE(log.id(log.messages.at(0)), QStringLiteral("L2"));
    QCOMPARE(log.id(log.messages.at(1)), QStringLiteral("L3"));
    QCOMPARE(log.view(log.messages.at(1).replyTo).toString(), QStringLiteral("L2")); // answers follow
    const ChatLog unmapped = readChat(table);
    const auto isThird = [&unmapped](const domain::LoggedMessage &message) { return unmapped.id(message) == u"L3"; };
    QVERIFY(std::ranges::any_of(unmapped.messages, isThird));
    const ChatLog known = readChat("text,id,time\nhi,a7,2026-01-02 12:00\n", {{}, {{QStringLiteral("text"), QStringLiteral("1")}, {QStringLiteral("id"), QStringLiteral("2")}}});
    QCOMPARE(known.id(known.messages.at(0)), QStringLiteral("a7")); // the file's own header names them
}

void TstChatImport::takesAGivenHeaderAndZone()
{
    const QByteArray table("when;who;what\n01/02/2026 23:30;Ann;hi\n");
    intake::ChatReading reading;
    reading.columns = {{QStringLiteral("at"), QStringLiteral("1")}, {QStringLiteral("from"), QStringLiteral("2")}, {QStringLiteral("text"), QStringLiteral("3")}};
    reading.dayOrder = DayOrder::DayMonthYear;
    reading.zoneMinutes = 60; // seven hours behind the platform's
    QCOMPARE(readChat(table, reading).messages.size(), std::size_t(1)); // "when" is no time, but the next row has one there
    reading.header = false;
    QCOMPARE(readChat(table, reading).messages.size(), std::size_t(2));
    reading.header = true;
    const ChatLog log = readChat(table, reading);
    QCOMPARE(log.messages.size(), std::size_t(1));
    QCOMPARE(log.messages.at(0).at->toRfc3339(), QStringLiteral("2026-02-02T06:30:00+08:00"));
    QVERIFY(!log.messages.at(0).doubts.testFlag(domain::ChatDoubt::ZoneUnknown));
    QVERIFY(log.notUnderstood.isEmpty());
    QVERIFY(!log.hasUnknownColumns());
    QCOMPARE(log.tableColumns, reading.columns);
    QCOMPARE(log.tableHeader, std::optional(true));
    const ChatLog known = readChat("text,id,time\nhi,7,2026-01-02 12:00\n"); // by its names
    QCOMPARE(known.tableColumns, (QHash<QString, QString>{{QStringLiteral("text"), QStringLiteral("1")}, {QStringLiteral("id"), QStringLiteral("2")}, {QStringLiteral("at"), QStringLiteral("3")}}));
    QCOMPARE(known.tableHeader, std::optional(true));
    QCOMPARE(readChat("3;Ann;hi\n", {{}, {{QStringLiteral("text"), QStringLiteral("3")}}}).messages.size(), std::size_t(1)); // the 3 is no name of a column
    QCOMPARE(readChat("3;Ann;hi\n", {{}, {{QStringLiteral("text"), QStringLiteral("3")}}}).words, QStringLiteral("hi\n1: 3\n2: Ann\n"));
    // A zone that is written has the last word.
    reading.header = false;
    QCOMPARE(readChat("2026-02-01T12:00:00+08:00;Ann;hi\n", reading).messages.at(0).at->toRfc3339(), QStringLiteral("2026-02-01T12:00:00+08:00"));
}

void TstChatImport::offersTheFirstRows_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<qsizetype>("rows");
    QTest::addColumn<qsizetype>("fields"); ///< of the second row
    QTest::addColumn<bool>("unknown");
    const auto row = [](const char *name, const QByteArray &file, qsizetype rows, qsizetype fields, bool unknown) { QTest::newRow(name) << file << rows << fields << unknown; };
    row("names nobody knows", "when;who;what\n1/2/2026 12:00;Ann;\"a;b\"\n1/3/2026 12:00;Shop;c\n", 3, 3, true);
    row("known names", "time,sender,text\n2026-01-02 12:00,Ann,hi\n", 2, 3, false);
    row("tabs", "a\tb\nc\td\n", 2, 2, true);
    row("prose", "Dear Ann\nthe cup, which you sent, broke\nYours\n", 0, 0, false);
    row("one row", "a,b,c\n", 0, 0, false);
    row("a chat", "15/10/26, 14:03 - Ann: hi\n15/10/26, 14:04 - Ann: ho\n", 0, 0, false);
    row("no more than eight", QByteArray("a|b\n").repeated(1000), 8, 2, true);
    row("a field without an end", "a,b\nc,\"" + QByteArray(10 * 1024 * 1024, 'x'), 0, 0, false);
}

void TstChatImport::offersTheFirstRows()
{
    QFETCH(QByteArray, file);
    QFETCH(qsizetype, rows);
    QFETCH(qsizetype, fields);
    QFETCH(bool, unknown);
    const ChatLog log = readChat(file);
    QCOMPARE(log.tableHead.size(), rows);
    QCOMPARE(log.tableHead.value(1).size(), fields);
    QCOMPARE(log.hasUnknownColumns(), unknown);
}

void TstChatImport::reducesHtmlToWords_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *html, const char *words) { QTest::newRow(name) << QString::fromUtf8(html) << QString::fromUtf8(words); };
    row("plain", "a < b && c", "a < b && c");
    row("tags", "<p>one <b>t</b>wo</p><p>three</p>", "one two\nthree");
    row("script", "a<script>if (1<2) alert('</p>')</script>b", "ab");
    row("open script", "a<SCRIPT>b", "a");
    row("comment", "a<!-- > -->b", "ab");
    row("entities", "&lt;b&gt; &amp;amp; &#20320;&#x597d; &nosuch; &#0;", "<b> &amp; 你好 &nosuch; \xEF\xBF\xBD");
    row("quoted", "<a title=\"a > b\">x</a>", "x");
    row("picture", "<img src=\"http://evil.example/a/p.png\">", "[p.png]");
    row("link", "see <a href=\"http://evil.example/?a=1&amp;b\">this <b>page</b></a>, now", "see this page [http://evil.example/?a=1&b], now");
    row("link that says where", "<a href=\"https://example.org/\">example.org</a> <a href='mailto:a@b.c'>a@b.c</a>", "example.org a@b.c");
    row("link on the page", "<a href=\"#top\">up</a>", "up");
    row("link without quotes", "<a href=http://e.example/>x</a>", "[http://e.example/]x");
    row("link of blocks", "<a href=\"http://e.example\"><p>one</p><p>two</p></a>", "one\ntwo\n[http://e.example]");
    row("open link", "<p><a href=\"http://e.example\">x</p>y", "x [http://e.example]\ny");
    row("cut tag", "text <b", "text");
    row("event", "<p onclick=\"x()\">y</p>", "y");
}

void TstChatImport::reducesHtmlToWords()
{
    QFETCH(QString, html);
    QFETCH(QString, words);
    QCOMPARE(intake::plainTextOfHtml(html), words);
}

void TstChatImport::keepsBidiAndNaughtyText()
{
    const QString naughty = QStringLiteral("\u202Egpj.exe \u2066<img src=x onerror=alert(1)>\u2069 '; DROP TABLE x;-- =cmd|' \u0000\u0007 Z\u0351\u036B \U0001F469\u200D\U0001F4BB");
    const ChatLog log = readChat(QString(QStringLiteral("15/10/26, 14:03 - Ann: ") + naughty + u'\n').toUtf8());
    QCOMPARE(log.messages.size(), std::size_t(1));
    QCOMPARE(log.text(log.messages.at(0)).toString(), naughty);
    QVERIFY(log.notUnderstood.isEmpty());
}

void TstChatImport::keepsOrderAndFutureTimes()
{
    const ChatLog log = readChat("2026-10-15, 14:03 - Ann: later\n2026-10-14, 14:03 - Ann: earlier\n2099-01-01, 00:00 - Ann: future\n");
    QCOMPARE(log.messages.size(), std::size_t(3));
    QCOMPARE(log.text(log.messages.at(1)).toString(), QStringLiteral("earlier"));
    QVERIFY(*log.messages.at(1).at < *log.messages.at(0).at);
    QCOMPARE(log.lastAt()->toRfc3339(), QStringLiteral("2099-01-01T00:00:00+08:00"));
    QCOMPARE(log.firstAt()->toRfc3339(), QStringLiteral("2026-10-14T14:03:00+08:00"));
}

void TstChatImport::losesNothingOfAnyBytes()
{
    std::mt19937_64 random(7);
    static const QByteArray pieces[] = {"15/10/26, 14:03 - Ann: hi", "[1/2/26, 1:02:03 PM] B: x", "\n", "\n\n", "Ann  2026-10-01 12:03:11", "\xE4\xBD\xA0", "\xC4\xE3", "\xFF",
                                        "text", ": ", "99/99/99, 99:99 - C: y", "<This message was edited>", "\r\n", "\t", "2026-10-01 12:03:11 Ann", "\"", "{", "["};
    for (int round = 0; round < 3000; ++round) {
        QByteArray bytes;
        for (std::size_t n = random() % 24; n > 0; --n) {
            if (random() % 8 == 0)
                bytes += static_cast<char>(random() & 0xFF);
            else
                bytes += pieces[random() % std::size(pieces)];
        }
        const QString broken = brokenPromiseOf(readChat(bytes));
        QVERIFY2(broken.isEmpty(), qPrintable(QString(broken + u' ' + QString::fromLatin1(bytes.toHex()))));
    }
}

void TstChatImport::costsOneMessageWhenCut()
{
    const QByteArray whole = chatFile(QStringLiteral("own.json"));
    const qsizetype firstEnd = whole.indexOf("},") + 1;
    for (qsizetype size = firstEnd; size < whole.size(); ++size) {
        const ChatLog log = readChat(whole.first(size));
        QCOMPARE(log.id(log.messages.at(0)), QStringLiteral("m1"));
        QVERIFY(!log.notUnderstood.isEmpty() || size == whole.size());
    }
}

void TstChatImport::staysLinearOnOneLine()
{
    for (const QByteArray &beginning : {QByteArray("15/10/26, 14:03 - Ann: "), QByteArray("<html><body><div>"), QByteArray("[{\"from\":\"buyer\",\"text\":\""), QByteArray("a  2026-10-01 12:03:11\n"), QByteArray()}) {
        for (const QByteArray &filling : {QByteArray("x"), QByteArray("&"), QByteArray("<b>"), QByteArray("1/"), QByteArray("\\\""), QByteArray(" :")}) {
            const qsizetype size = 10 * 1024 * 1024;
            QByteArray bytes = beginning;
            bytes.reserve(size + 100);
            while (bytes.size() < size)
                bytes += filling;
            QElapsedTimer timer;
            timer.start();
            const ChatLog log = readChat(bytes);
            QVERIFY2(timer.elapsed() < 10'000, QByteArray(beginning + filling).constData()); // a square would take hours
            QCOMPARE(brokenPromiseOf(log), QString());
        }
    }
}

void TstChatImport::factsOfTheKindAgree()
{
    const intake::EvidenceKind &kind = intake::evidenceKind(domain::ExhibitKind::Chat);
    const QByteArray bytes = chatFile(QStringLiteral("whatsapp-android.txt"));
    QVERIFY(kind.facts);
    const QJsonObject facts = kind.facts(bytes);
    QCOMPARE(facts.value(QStringLiteral("messages")).toInt(), 6);
    QCOMPARE(facts.value(QStringLiteral("notUnderstood")).toInt(), 3);
    QCOMPARE(facts.value(QStringLiteral("chatFormat")).toString(), QStringLiteral("whatsapp"));
    QCOMPARE(facts.value(QStringLiteral("firstAt")).toString(), QStringLiteral("2026-10-01T09:58:00+08:00"));
    QCOMPARE(facts.value(QStringLiteral("lastAt")).toString(), QStringLiteral("2026-10-13T14:06:00+08:00"));
    for (const char *name : {"whatsapp-utf16le.txt", "whatsapp-utf16be.txt", "exporter-gb18030.txt", "intercom.json", "telegram.json"})
        QVERIFY2(!intake::checkEvidence(domain::ExhibitKind::Chat, QStringLiteral("x"), chatFile(QString::fromLatin1(name))), name);
}

void TstChatImport::searchesWordsAndAttachments()
{
    const ChatLog log = readChat(chatFile(QStringLiteral("whatsapp-android.txt")));
    QCOMPARE(log.containing(QStringLiteral("LAMP")), std::vector<qsizetype>{3});
    QCOMPARE(log.containing(QStringLiteral("img-1")), std::vector<qsizetype>{3});
    QVERIFY(log.containing(QStringLiteral("no such thing")).empty());
    QVERIFY(log.containing(QString()).empty());
    const ChatLog json = readChat(chatFile(QStringLiteral("telegram.json")));
    QCOMPARE(json.containing(QStringLiteral("photo_1")), std::vector<qsizetype>{2});
}

} // namespace arb::tests

QObject *make_tst_chatimport();
QObject *make_tst_chatimport()
{
    return new arb::tests::TstChatImport;
}

#include "tst_chatimport.moc"
