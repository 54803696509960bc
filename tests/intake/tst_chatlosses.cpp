// SPDX-License-Identifier: GPL-3.0-or-later
#include "../fuzz/chatcheck.h"

#include <intake/chatlog.h>

#include <QtCore/QStringList>
#include <QtTest/QTest>

#include <algorithm>

namespace arb::tests {

using domain::ChatLog;
using domain::LoggedKind;
using domain::LoggedMessage;
using intake::readChat;

/// What importers once lost, mixed up or passed off as something else.
class TstChatLosses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsNameOneMessage_data();
    void idsNameOneMessage();
    void conversationsAreToldApart();
    void answersStayInTheirConversation();
    void listsAmongMessagesAreKept();
    void telegramSaysAllOfIt_data();
    void telegramSaysAllOfIt();
    void telegramNamesAccountsWithoutNames();
    void telegramReportsWhatItDoesNotKnow();
    void ourOwnListSaysAllOfIt();
    void intercomKeepsAllFiles();
    void intercomNotesAreNoMessages();
    void encodingsAreGuessedAndSaidToBe_data();
    void encodingsAreGuessedAndSaidToBe();
    void encodingsAreTakenAsTold();
    void readsWeakHeadsWhereTheFileHasThem_data();
    void readsWeakHeadsWhereTheFileHasThem();
    void furtherColumnsAreKept();
    void columnsNobodyChoseAreKept_data();
    void columnsNobodyChoseAreKept();
    void aDayAndATimeApartAreOneMoment();
    void yearsOfOtherCalendarsAreSaid();
    void recallsAreOfOneLine_data();
    void recallsAreOfOneLine();
    void openQuotesSwallowNoRows_data();
    void openQuotesSwallowNoRows();
};

namespace {

const LoggedMessage &at(const ChatLog &log, std::size_t n)
{
    return log.messages.at(n);
}

QString idsOf(const ChatLog &log)
{
    QStringList ids;
    for (const LoggedMessage &message : log.messages)
        ids.append(log.id(message));
    return ids.join(u' ');
}

QByteArray telegramOf(const QByteArray &messages)
{
    return R"({"name": "Shop", "type": "personal_chat", "id": 1, "messages": [)" + messages + "]}";
}

QByteArray saidAt(const QByteArray &rest)
{
    return R"({"id": 1, "type": "message", "date": "2026-10-01T12:00:00", "date_unixtime": "1790827200", "from": "A", )" + rest + "}";
}

QByteArray twoConversations()
{
    return R"({"conversations": [
 {"type": "conversation", "id": "8", "conversation_parts": {"conversation_parts": [
  {"id": "1", "part_type": "comment", "body": "<p>first of 8</p>", "created_at": 1791001000, "author": {"type": "user", "name": "U"}},
  {"id": "2", "part_type": "comment", "body": "second of 8", "created_at": 1791001010, "author": {"type": "admin", "name": "Ad"}}]}},
 {"type": "conversation", "id": "9", "title": "Late parcel", "conversation_parts": {"conversation_parts": [
  {"id": "1", "part_type": "comment", "body": "<p>first of 9</p>", "created_at": 1791002000, "author": {"type": "user", "name": "U"}},
  {"id": "3", "part_type": "comment", "body": "third", "created_at": 1791002010, "author": {"type": "admin", "name": "Ad"}}]}}]})";
}

} // namespace

void TstChatLosses::idsNameOneMessage_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("ids");
    QTest::newRow("each its own") << QByteArray(R"([{"id": "a", "at": "2026-10-01T12:00:00Z", "from": "buyer", "text": "x"},
{"id": "b", "at": "2026-10-01T12:00:00Z", "from": "buyer", "text": "y"}])") << QStringLiteral("a b");
    QTest::newRow("twins are named by their lines") << QByteArray(R"([{"id": "a", "at": "2026-10-01T12:00:00Z", "from": "buyer", "text": "x"},
{"id": "a", "at": "2026-10-01T12:00:00Z", "from": "buyer", "text": "other"}, {"id": "c", "at": "2026-10-01T12:00:00Z", "from": "buyer", "text": "z"}])")
                                                    << QStringLiteral("L1 L2 c");
    QTest::newRow("messages of one line are numbered") << QByteArray(
        R"([{"at": "2026-10-01T12:00:00Z", "from": "buyer", "text": "x"}, {"at": "2026-10-01T12:00:00Z", "from": "buyer", "text": "y"}, {"id": "c", "at": "2026-10-01T12:00:00Z", "from": "buyer", "text": "z"}, {"at": "2026-10-01T12:00:00Z", "from": "buyer", "text": "v"}])")
                                                       << QStringLiteral("L1 L1.2 c L1.4");
    QTest::newRow("an id that reads like a line is none") << QByteArray(R"([{"id": "L2", "at": "2026-10-01T12:00:00Z", "from": "buyer", "text": "x"},
{"at": "2026-10-01T12:00:00Z", "from": "buyer", "text": "y"}])") << QStringLiteral("L1 L2");
    QTest::newRow("table") << QByteArray("id,time,sender,message\n7,2026-10-01 12:00:00,A,x\n7,2026-10-01 12:01:00,B,y\n8,2026-10-01 12:02:00,A,z\n") << QStringLiteral("L2 L3 8");
    QTest::newRow("of two conversations") << twoConversations() << QStringLiteral("L3 I8/1 I2 L6 I9/1 I3");
}

void TstChatLosses::idsNameOneMessage()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, ids);
    const ChatLog log = readChat(file);
    QCOMPARE(idsOf(log), ids);
    QCOMPARE(brokenPromiseOf(log), QString());
}

void TstChatLosses::conversationsAreToldApart()
{
    const ChatLog log = readChat(twoConversations());
    QCOMPARE(log.format, QStringLiteral("intercom"));
    QCOMPARE(log.messages.size(), std::size_t(6));
    QCOMPARE(at(log, 0).kind, LoggedKind::Heading);
    QCOMPARE(log.text(at(log, 0)).toString(), QStringLiteral("8"));
    QCOMPARE(log.text(at(log, 2)).toString(), QStringLiteral("second of 8"));
    QCOMPARE(at(log, 3).kind, LoggedKind::Heading);
    QCOMPARE(log.text(at(log, 3)).toString(), QStringLiteral("Late parcel (9)"));
    QCOMPARE(log.text(at(log, 4)).toString(), QStringLiteral("first of 9"));
    // One conversation needs no heading.
    QCOMPARE(at(readChat(telegramOf(saidAt(R"("text": "hi")"))), 0).kind, LoggedKind::Text);
}

void TstChatLosses::answersStayInTheirConversation()
{
    const ChatLog log = readChat(R"({"about": "x", "chats": {"about": "y", "list": [
 {"name": "One \"1\"", "type": "personal_chat", "id": 11, "messages": [
  {"id": 1, "type": "message", "date": "2026-10-01T12:00:00", "date_unixtime": "1790827200", "from": "A", "text": "a"},
  {"id": 5, "type": "message", "date": "2026-10-01T12:00:30", "date_unixtime": "1790827230", "from": "A", "text": "only here"}]},
 {"name": null, "type": "personal_chat", "id": 12, "messages": [
  {"id": 1, "type": "message", "date": "2026-10-01T12:01:00", "date_unixtime": "1790827260", "from": "B", "text": "b"},
  {"id": 2, "type": "message", "date": "2026-10-01T12:02:00", "date_unixtime": "1790827320", "from": "C", "text": "to b", "reply_to_message_id": 1},
  {"id": 3, "type": "message", "date": "2026-10-01T12:03:00", "date_unixtime": "1790827380", "from": "C", "text": "to nobody", "reply_to_message_id": 5}]}]}})");
    QCOMPARE(log.format, QStringLiteral("telegram"));
    QCOMPARE(idsOf(log), QStringLiteral("L3 T11/1 T5 L6 T12/1 T2 T3"));
    QCOMPARE(log.text(at(log, 0)).toString(), QStringLiteral("One \"1\" (11)"));
    QCOMPARE(log.text(at(log, 3)).toString(), QStringLiteral("12"));
    QCOMPARE(log.view(at(log, 5).replyTo).toString(), QStringLiteral("T12/1"));
    QCOMPARE(log.view(at(log, 6).replyTo).toString(), QStringLiteral("T12/5")); // which is not in the file
}

void TstChatLosses::listsAmongMessagesAreKept()
{
    const ChatLog log = readChat(R"([{"id": "a", "at": "2026-10-01T12:00:00Z", "from": "buyer", "text": "x"},
 [{"id": "hidden", "text": "in a list"}],
 {"id": "b", "at": "2026-10-01T12:00:00Z", "from": "buyer", "text": "y"}])");
    QCOMPARE(idsOf(log), QStringLiteral("a L2 b"));
    QCOMPARE(at(log, 1).kind, LoggedKind::Unknown);
    QCOMPARE(log.text(at(log, 1)).toString(), QStringLiteral(R"([{"id": "hidden", "text": "in a list"}])"));
    QCOMPARE(log.notUnderstood.size(), 1);
    QCOMPARE(log.notUnderstood.constFirst().line, 2U);
    QCOMPARE(log.notUnderstood.constFirst().reason, domain::ChatFault::MissingPart);
}

void TstChatLosses::telegramSaysAllOfIt_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("text");
    QTest::newRow("forwarded words") << QByteArray(R"("forwarded_from": "Z", "text": "I owe you")") << QStringLiteral("forwarded_from: Z\nI owe you");
    QTest::newRow("poll") << QByteArray(R"("poll": {"question": "q?", "closed": false, "answers": [{"text": "yes", "voters": 2}, {"text": "no"}]}, "text": "")")
                          << QStringLiteral("poll: q?\n- yes (2)\n- no");
    QTest::newRow("contact") << QByteArray(R"("contact_information": {"first_name": "Bob", "phone_number": "1"}, "text": "")")
                             << QStringLiteral("contact_information: first_name: Bob; phone_number: 1");
    QTest::newRow("place") << QByteArray(R"("location_information": {"latitude": 1.5, "longitude": 2.25}, "text": "")")
                           << QStringLiteral("location_information: latitude: 1.5; longitude: 2.25");
    QTest::newRow("text in an object") << QByteArray(R"("text": {"type": "bold", "text": "loud"})") << QStringLiteral("loud");
    QTest::newRow("link") << QByteArray(R"("text": ["Pay ", {"type": "text_link", "text": "here", "href": "https://evil.example/p"}, "!"])")
                          << QStringLiteral("Pay here [https://evil.example/p]!");
    QTest::newRow("buttons") << QByteArray(R"("text": "choose", "inline_bot_buttons": [[{"type": "url", "text": "Pay", "data": "https://e.example"}]])")
                             << QStringLiteral("choose\ninline_bot_buttons: data: https://e.example; text: Pay; type: url");
    QTest::newRow("what is not known") << QByteArray(R"("text": "words", "novelty": {"a": 1}, "width": 3)") << QStringLiteral("words\nnovelty: a: 1");
    QTest::newRow("text in pieces") << QByteArray(R"("text": [{"type": "bold", "text": "B"}, " c"])") << QStringLiteral("B c");
}

void TstChatLosses::telegramSaysAllOfIt()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, text);
    const ChatLog log = readChat(telegramOf(saidAt(members)));
    QCOMPARE(log.messages.size(), std::size_t(1));
    QCOMPARE(log.text(at(log, 0)).toString(), text);
    QCOMPARE(at(log, 0).kind, LoggedKind::Text);
    QVERIFY(log.notUnderstood.isEmpty());
}

void TstChatLosses::telegramNamesAccountsWithoutNames()
{
    const auto saidBy = [](const QByteArray &who) -> QByteArray { return R"({"type": "message", "date_unixtime": "1790827200", "text": "x", )" + who + "}"; };
    const ChatLog log = readChat(telegramOf(saidBy(R"("from": null, "from_id": "user1")") + ",\n" + saidBy(R"("from_id": "user2")") + ",\n" + saidBy(R"("from": "", "from_id": 7)") + ",\n"
                                            + saidBy(R"("from": "Ann", "from_id": "user3")") + ",\n"
                                            + R"({"type": "service", "date_unixtime": "1790827200", "actor": null, "actor_id": "user1", "action": "pin_message", "text": ""})"));
    QStringList senders;
    for (const LoggedMessage &message : log.messages)
        senders.append(log.senderName(message));
    QCOMPARE(senders, (QStringList{QStringLiteral("user1"), QStringLiteral("user2"), QStringLiteral("7"), QStringLiteral("Ann"), QStringLiteral("user1")}));
    QVERIFY(log.notUnderstood.isEmpty());
}

void TstChatLosses::telegramReportsWhatItDoesNotKnow()
{
    const QByteArray empty = saidAt(R"("novelty": {"a": 1}, "text": "")");
    QByteArray weird = saidAt(R"("text": "words")");
    weird.replace("\"message\"", "\"weird\"");
    const ChatLog log = readChat(telegramOf(empty + ",\n" + weird));
    QCOMPARE(log.messages.size(), std::size_t(2));
    QCOMPARE(log.notUnderstood.size(), 2);
    QCOMPARE(at(log, 0).kind, LoggedKind::Unknown);
    QCOMPARE(log.text(at(log, 0)).toString(), QString::fromUtf8(empty)); // it says itself
    QVERIFY(at(log, 0).at.has_value());
    QCOMPARE(log.notUnderstood.at(0).reason, domain::ChatFault::MissingPart);
    QCOMPARE(at(log, 1).kind, LoggedKind::Unknown);
    QCOMPARE(log.text(at(log, 1)).toString(), QStringLiteral("words"));
    QCOMPARE(log.notUnderstood.at(1).reason, domain::ChatFault::UnknownKind);
    QCOMPARE(log.notUnderstood.at(1).line, 2U);
}

void TstChatLosses::ourOwnListSaysAllOfIt()
{
    const ChatLog log = readChat(R"([{"id": "1", "at": "2026-10-01T12:00:00Z", "from": "buyer", "text": 5, "note": "lostword"},
        {"id": "2", "at": "2026-10-01T12:01:00Z", "from": "buyer", "text": "words", "more": {"a": [1, "b"]}, "replyTo": "1"}])");
    QCOMPARE(log.format, QStringLiteral("own"));
    QCOMPARE(log.view(at(log, 0).text), QStringLiteral("note: lostword\ntext: 5"));
    QVERIFY(log.view(at(log, 1).text).startsWith(QStringLiteral("words\nmore: ")));
    QVERIFY(log.view(at(log, 1).text).contains(u'b'));
    QCOMPARE(log.view(at(log, 1).replyTo), QStringLiteral("1"));
}

void TstChatLosses::intercomKeepsAllFiles()
{
    const ChatLog log = readChat(R"({"type": "conversation", "id": "5", "conversation_parts": {"conversation_parts": [
 {"id": "1", "part_type": "comment", "body": "<p>see</p>", "created_at": 1790827300, "author": {"type": "user", "name": "U"},
  "attachments": [{"name": "a.jpg"}, {"name": "b.jpg"}, {"url": "https://example.org/c"}]},
 {"id": "2", "part_type": "comment", "body": null, "redacted": true, "created_at": 1790827302, "author": {"type": "user", "name": "U"}},
 {"id": "3", "part_type": "comment", "body": null, "created_at": 1790827303, "author": {"type": "user", "name": "U"}}]}})");
    QCOMPARE(log.view(at(log, 0).attachment).toString(), QStringLiteral("a.jpg"));
    QCOMPARE(log.text(at(log, 0)).toString(), QStringLiteral("see\nattachment: b.jpg\nattachment: https://example.org/c"));
    QVERIFY(at(log, 1).recalled);
    QVERIFY(log.text(at(log, 1)).isEmpty()); // not "comment"
    QCOMPARE(at(log, 1).kind, LoggedKind::Text);
    QCOMPARE(at(log, 2).kind, LoggedKind::Unknown);
    QCOMPARE(log.notUnderstood.size(), 1);
    QCOMPARE(log.notUnderstood.constFirst().line, 5U);
}

void TstChatLosses::intercomNotesAreNoMessages()
{
    const ChatLog log = readChat(R"({"type": "conversation", "id": "5", "conversation_parts": {"conversation_parts": [
 {"id": "1", "part_type": "comment", "body": "<p>We will refund you</p>", "created_at": 1790827300, "author": {"type": "admin", "name": "Ad"}},
 {"id": "2", "part_type": "note", "body": "<p>do not refund</p>", "created_at": 1790827301, "author": {"type": "admin", "name": "Ad"}},
 {"id": "3", "part_type": "note_and_reopen", "body": null, "attachments": [{"name": "n.pdf"}], "created_at": 1790827302, "author": {"type": "admin", "name": "Ad"}}]}})");
    QCOMPARE(at(log, 0).kind, LoggedKind::Text);
    QCOMPARE(at(log, 1).kind, LoggedKind::Note);
    QCOMPARE(log.text(at(log, 1)).toString(), QStringLiteral("do not refund"));
    QCOMPARE(at(log, 2).kind, LoggedKind::Note);
    QCOMPARE(domain::chatCode(LoggedKind::Note), QStringLiteral("internal_note"));
}

void TstChatLosses::encodingsAreGuessedAndSaidToBe_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<bool>("guessed");
    QTest::addColumn<QString>("text");
    const QByteArray head("13/10/2026, 12:03 - A: ");
    QTest::newRow("ASCII") << QByteArray(head + "hello") << QStringLiteral("UTF-8") << false << QStringLiteral("hello");
    QTest::newRow("UTF-8") << QByteArray(head + "\xE6\x9D\xAF") << QStringLiteral("UTF-8") << false << QStringLiteral("杯");
    // 杯子裂了，请退款给我
    QTest::newRow("GB18030") << QByteArray(head + "\xB1\xAD\xD7\xD3\xC1\xD1\xC1\xCB\xA3\xAC\xC7\xEB\xCD\xCB\xBF\xEE\xB8\xF8\xCE\xD2") << QStringLiteral("GB18030") << true
                             << QStringLiteral("杯子裂了，请退款给我");
    // 這個杯子裂了，請退款給我
    QTest::newRow("Big5") << QByteArray(head + "\xB3\x6F\xAD\xD3\xAA\x4D\xA4\x6C\xB5\xF5\xA4\x46\xA1\x41\xBD\xD0\xB0\x68\xB4\xDA\xB5\xB9\xA7\xDA") << QStringLiteral("Big5")
                          << true << QStringLiteral("這個杯子裂了，請退款給我");
    QTest::newRow("Latin letters") << QByteArray(head + "caf\xE9 f\xFCr alle, \xE0 bient\xF4t") << QStringLiteral("windows-1252") << true << QStringLiteral("café für alle, à bientôt");
}

void TstChatLosses::encodingsAreGuessedAndSaidToBe()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    QFETCH(bool, guessed);
    QFETCH(QString, text);
    const ChatLog log = readChat(bytes);
    QCOMPARE(log.encoding, encoding);
    QCOMPARE(log.encodingGuessed, guessed);
    QCOMPARE(log.text(at(log, 0)).toString(), text);
    QCOMPARE(log.rareCharacters, qsizetype(0));
    QCOMPARE(log.undecodable, qsizetype(0));
}

void TstChatLosses::encodingsAreTakenAsTold()
{
    const QByteArray bytes("13/10/2026, 12:03 - A: caf\xE9 f\xFCr alle");
    intake::ChatReading reading;
    reading.encoding = QStringLiteral("ISO-8859-1");
    QVERIFY(intake::isKnownEncoding(reading.encoding) && intake::isKnownEncoding(QStringLiteral("Big5")) && !intake::isKnownEncoding(QStringLiteral("klingon")));
    ChatLog log = readChat(bytes, reading);
    QCOMPARE(log.text(at(log, 0)).toString(), QStringLiteral("café für alle"));
    QCOMPARE(log.encoding, QStringLiteral("ISO-8859-1"));
    QVERIFY(!log.encodingGuessed);
    reading.encoding = QStringLiteral("UTF-8");
    log = readChat(bytes, reading);
    QCOMPARE(log.undecodable, qsizetype(2));
    QCOMPARE(log.notUnderstood.size(), 1); // one line
    // Taken for Chinese it would be rare letters, which is said.
    reading.encoding.clear();
    log = readChat(QByteArray("13/10/2026, 12:03 - A: \xD6\xD0\xCE\xC4\xD6\xD0\xCE\xC4\xFD\xA5"), reading);
    QCOMPARE(log.encoding, QStringLiteral("GB18030"));
    QCOMPARE(log.rareCharacters, qsizetype(1));
}

void TstChatLosses::readsWeakHeadsWhereTheFileHasThem_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("messages"); ///< sender|time|text
    QTest::newRow("old iOS") << QStringLiteral("13/10/16 3:05:06 PM: Messages are encrypted\n13/10/16 3:05:09 PM: Ann: see: this\nand that\n14/10/16 0:05:09 AM: Shop: ok\n")
                             << QStringList{QStringLiteral("|2016-10-13T15:05:06|Messages are encrypted"), QStringLiteral("Ann|2016-10-13T15:05:09|see: this\nand that"),
                                            QStringLiteral("Shop|2016-10-14T00:05:09|ok")};
    QTest::newRow("Korean") << QStringLiteral("2026. 10. 13. 오후 3:05, 민수 : 안녕\n2026년 10월 13일 오후 3:06, Shop : 네: yes\n2026. 10. 13. 오후 3:07, 나갔습니다\n")
                            << QStringList{QStringLiteral("민수|2026-10-13T15:05:00|안녕"), QStringLiteral("Shop|2026-10-13T15:06:00|네: yes"),
                                           QStringLiteral("|2026-10-13T15:07:00|나갔습니다")};
}

void TstChatLosses::readsWeakHeadsWhereTheFileHasThem()
{
    QFETCH(QString, file);
    QFETCH(QStringList, messages);
    const ChatLog log = readChat(file.toUtf8());
    QCOMPARE(log.format, QStringLiteral("whatsapp"));
    QStringList read;
    for (const LoggedMessage &message : log.messages) {
        QVERIFY(message.at);
        read.append(log.senderName(message) + u'|' + message.at->toRfc3339().first(19) + u'|' + log.text(message).toString());
        QCOMPARE(message.kind, log.senderName(message).isEmpty() ? LoggedKind::System : LoggedKind::Text);
    }
    QCOMPARE(read, messages);
    QVERIFY(log.notUnderstood.isEmpty());
    QCOMPARE(brokenPromiseOf(log), QString());
}

void TstChatLosses::furtherColumnsAreKept()
{
    const ChatLog log = readChat("time,sender,message,amount,type,\n2026-10-01 12:00:00,A,pay,50,1,x\n2026-10-01 12:01:00,B,,60,1,\n"
                                 "2026-10-01 12:02:00,B,ok,,1,,late\n2026-10-01 12:03:00,A,This message was deleted,70,1,\n");
    QCOMPARE(log.format, QStringLiteral("csv"));
    QStringList texts;
    for (const LoggedMessage &message : log.messages)
        texts.append(log.text(message).toString());
    QCOMPARE(texts, (QStringList{QStringLiteral("pay\namount: 50\n6: x"), QStringLiteral("amount: 60"), QStringLiteral("ok\n7: late"),
                                 QStringLiteral("This message was deleted\namount: 70")}));
    QVERIFY(!at(log, 2).recalled && at(log, 3).recalled); // further columns hide no phrase
    QCOMPARE(brokenPromiseOf(log), QString());
    QCOMPARE(log.notUnderstood.size(), 1); // the one cell too many
    QCOMPARE(log.notUnderstood.constFirst().line, 4U);
    QCOMPARE(domain::chatCode(log.notUnderstood.constFirst().reason), QStringLiteral("surplus_cells"));
}

void TstChatLosses::columnsNobodyChoseAreKept_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("textColumn");
    QTest::addColumn<QStringList>("messages"); ///< sender|text
    QTest::addColumn<QList<int>>("surplus"); ///< lines of the report
    QTest::newRow("a comma among words") << QByteArray("when,who,words\n2023-12-31 23:59,Ann,hello,\n2024-01-01 01:00,Bob,we accept the return, but you pay freight\n")
                                         << QStringLiteral("3") << QStringList{QStringLiteral("Ann|hello"), QStringLiteral("Bob|we accept the return\n4:  but you pay freight")}
                                         << QList<int>{3};
    QTest::newRow("other columns") << QByteArray("time,sender,message,order_no,phone,type\n2023-12-31 23:59,Ann,hello,ORD1,138,1\n2023-12-31 23:59,Bob,,ORD2,,1\n") << QStringLiteral("3")
                                   << QStringList{QStringLiteral("Ann|hello\norder_no: ORD1\nphone: 138"), QStringLiteral("Bob|order_no: ORD2")} << QList<int>{};
    QTest::newRow("another time and name") << QByteArray("date,sender,message,time,name\n2023-12-31 23:59,Ann,hello,8:00,Anna\n") << QStringLiteral("3")
                                           << QStringList{QStringLiteral("Ann|hello\ntime: 8:00\nname: Anna")} << QList<int>{};
    QTest::newRow("no names") << QByteArray("2023-12-31 23:59,Ann,hello,ORD1\n2023-12-31 23:59,Bob,bye,ORD2,x\n") << QStringLiteral("3")
                              << QStringList{QStringLiteral("Ann|hello\n4: ORD1"), QStringLiteral("Bob|bye\n4: ORD2\n5: x")} << QList<int>{2};
    QTest::newRow("chosen beyond the first row") << QByteArray("2023-12-31 23:59,Ann\n2023-12-31 23:59,Bob,bye\n") << QStringLiteral("3")
                                                 << QStringList{QStringLiteral("|2023-12-31 23:59,Ann"), QStringLiteral("Bob|bye")} << QList<int>{};
}

void TstChatLosses::columnsNobodyChoseAreKept()
{
    QFETCH(QByteArray, table);
    QFETCH(QString, textColumn);
    QFETCH(QStringList, messages);
    QFETCH(QList<int>, surplus);
    domain::ChatReading told;
    told.columns = {{QStringLiteral("at"), QStringLiteral("1")}, {QStringLiteral("from"), QStringLiteral("2")}, {QStringLiteral("text"), textColumn}};
    const ChatLog log = readChat(table, told);
    QStringList read;
    for (const LoggedMessage &message : log.messages)
        read.append(log.senderName(message) + u'|' + log.text(message).toString());
    QCOMPARE(read, messages);
    QList<int> reported;
    for (const domain::ChatLineProblem &problem : log.notUnderstood) {
        if (problem.reason == domain::ChatFault::SurplusCells)
            reported.append(static_cast<int>(problem.line));
    }
    QCOMPARE(reported, surplus);
}

void TstChatLosses::aDayAndATimeApartAreOneMoment()
{
    const QByteArray rows = "\n2026-10-01,12:03,A,pay\n2026-10-02,00:10:05,B,ok\n";
    const auto moments = [](const ChatLog &log) {
        QStringList all;
        for (const LoggedMessage &message : log.messages)
            all.append(message.at ? message.at->toRfc3339() : QString());
        return all;
    };
    const QStringList expected{QStringLiteral("2026-10-01T12:03:00+08:00"), QStringLiteral("2026-10-02T00:10:05+08:00")};
    const ChatLog named = readChat("date,time,sender,message" + rows);
    QCOMPARE(moments(named), expected);
    QVERIFY(named.notUnderstood.isEmpty());
    QCOMPARE(moments(readChat("Time,Date,sender,message\n12:03,2026-10-01,A,pay\n00:10:05,2026-10-02,B,ok\n")), expected);
    domain::ChatReading told;
    told.columns = {{QStringLiteral("at"), QStringLiteral("1")}, {QStringLiteral("clock"), QStringLiteral("2")}, {QStringLiteral("from"), QStringLiteral("3")},
                    {QStringLiteral("text"), QStringLiteral("4")}};
    QCOMPARE(moments(readChat("a,b,c,d" + rows, told)).last(), expected.last());
    // A column that tells both stays the time, whatever stands beside it.
    QCOMPARE(moments(readChat("datetime,time,sender,message\n2026-10-01 12:03:00,5,A,pay\n")), QStringList{expected.first()});
}

/// A zone makes a time exact, but no year common; what is no day is told as it was written.
void TstChatLosses::yearsOfOtherCalendarsAreSaid()
{
    const ChatLog log = readChat(R"([{"id": "1", "at": "2569-10-01T12:00:00+07:00", "from": "buyer", "text": "a"},
        {"id": "2", "at": "1448-03-01T12:00:00Z", "from": "buyer", "text": "b"},
        {"id": "3", "at": "2399-10-01T12:00:00Z", "from": "buyer", "text": "c"},
        {"id": "4", "at": "2569-02-30T12:00:00Z", "from": "buyer", "text": "d"}])");
    QCOMPARE(log.messages.size(), std::size_t(4));
    QCOMPARE(at(log, 0).at->toRfc3339(), QStringLiteral("2026-10-01T13:00:00+08:00"));
    QCOMPARE(at(log, 0).doubts, domain::ChatDoubts(domain::ChatDoubt::BuddhistYear));
    QVERIFY(!at(log, 1).at);
    QCOMPARE(log.text(at(log, 1)).toString(), QStringLiteral("b"));
    QCOMPARE(at(log, 2).at->toRfc3339(), QStringLiteral("2399-10-01T20:00:00+08:00"));
    QVERIFY(!at(log, 3).at);
    QCOMPARE(log.notUnderstood.size(), 2);
    QCOMPARE(log.notUnderstood.at(0).reason, domain::ChatFault::OtherCalendar);
    QCOMPARE(log.notUnderstood.at(0).excerpt, QStringLiteral("1448 3 1 12:00:00"));
    QCOMPARE(log.notUnderstood.at(1).reason, domain::ChatFault::ImpossibleDate);
    QCOMPARE(log.notUnderstood.at(1).excerpt, QStringLiteral("2569 2 30 12:00:00"));
}

void TstChatLosses::recallsAreOfOneLine_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("messages"); ///< line|sender|kind|r where recalled|text
    QTest::newRow("nothing else") << QStringLiteral("你撤回了一条消息") << QStringList{QStringLiteral("1|客服|text|r|你撤回了一条消息")};
    QTest::newRow("the sender's name") << QStringLiteral("客服 撤回了一条消息") << QStringList{QStringLiteral("1|客服|text|r|客服 撤回了一条消息")};
    QTest::newRow("a question") << QStringLiteral("为什么你撤回了一条消息") << QStringList{QStringLiteral("1|客服|text||为什么你撤回了一条消息")};
    QTest::newRow("below words") << QStringLiteral("请看这里\n你撤回了一条消息\n")
                                 << QStringList{QStringLiteral("1|客服|text||请看这里"), QStringLiteral("3||system|r|你撤回了一条消息")};
    QTest::newRow("by name below words") << QStringLiteral("请看这里\n\n\"小明\" 撤回了一条消息")
                                         << QStringList{QStringLiteral("1|客服|text||请看这里"), QStringLiteral("4|小明|system|r|\"小明\" 撤回了一条消息")};
    QTest::newRow("among words") << QStringLiteral("他说\n你撤回了一条消息\n是吗") << QStringList{QStringLiteral("1|客服|text||他说\n你撤回了一条消息\n是吗")};
    QTest::newRow("words below") << QStringLiteral("你撤回了一条消息\n为什么") << QStringList{QStringLiteral("1|客服|text||你撤回了一条消息\n为什么")};
}

void TstChatLosses::recallsAreOfOneLine()
{
    QFETCH(QString, words);
    QFETCH(QStringList, messages);
    const ChatLog log = readChat(QString(QStringLiteral("客服  2026-10-01 12:04:00\n") + words).toUtf8());
    QCOMPARE(log.format, QStringLiteral("exporter_text"));
    QStringList read;
    for (const LoggedMessage &message : log.messages) {
        read.append(QStringLiteral("%1|").arg(message.line) + log.senderName(message) + u'|' + domain::chatCode(message.kind) + (message.recalled ? QStringLiteral("|r|") : QStringLiteral("||"))
                    + log.text(message).toString());
    }
    QCOMPARE(read, messages);
    QVERIFY(log.notUnderstood.isEmpty());
    QCOMPARE(brokenPromiseOf(log), QString());
}

void TstChatLosses::openQuotesSwallowNoRows_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QList<int>>("open"); ///< lines of the report
    QTest::newRow("to the end") << QByteArray("2026-10-01 12:01:00,B,\"cut\nnext,line,x\n2026-10-01 12:02:00,C,z\n2026-10-01 12:03:00,C,last\n")
                                << QStringList{QStringLiteral("cut\nnext,line,x"), QStringLiteral("z"), QStringLiteral("last")} << QList<int>{2};
    QTest::newRow("to another row's quote") << QByteArray("2026-10-01 12:01:00,B,\"cut\n2026-10-01 12:02:00,C,\"z\"\n2026-10-01 12:03:00,C,last\n")
                                            << QStringList{QStringLiteral("cut"), QStringLiteral("z"), QStringLiteral("last")} << QList<int>{2};
    QTest::newRow("each its own") << QByteArray("2026-10-01 12:01:00,B,\"a\n2026-10-01 12:02:00,C,\"b\n2026-10-01 12:03:00,C,\"c\n")
                                  << QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c\n")} << QList<int>{2, 3, 4};
    QTest::newRow("a closed one keeps its rows") << QByteArray("2026-10-01 12:01:00,B,\"he wrote:\n2026-10-01 12:00:00,C,z\nand so on\"\n2026-10-01 12:03:00,C,last\n")
                                                 << QStringList{QStringLiteral("he wrote:\n2026-10-01 12:00:00,C,z\nand so on"), QStringLiteral("last")} << QList<int>{};
}

void TstChatLosses::openQuotesSwallowNoRows()
{
    QFETCH(QByteArray, rows);
    QFETCH(QStringList, texts);
    QFETCH(QList<int>, open);
    const ChatLog log = readChat("time,sender,message\n" + rows);
    QCOMPARE(log.format, QStringLiteral("csv"));
    QStringList said;
    for (const LoggedMessage &message : log.messages)
        said.append(log.text(message).toString());
    QCOMPARE(said, texts);
    QList<int> reported;
    for (const domain::ChatLineProblem &problem : log.notUnderstood) {
        QCOMPARE(problem.reason, domain::ChatFault::OpenQuote);
        reported.append(static_cast<int>(problem.line));
    }
    QCOMPARE(reported, open);
    QCOMPARE(at(log, log.messages.size() - 1).line, static_cast<quint32>(1 + rows.trimmed().count('\n') + 1));
}

} // namespace arb::tests

QObject *make_tst_chatlosses();
QObject *make_tst_chatlosses()
{
    return new arb::tests::TstChatLosses;
}

#include "tst_chatlosses.moc"
