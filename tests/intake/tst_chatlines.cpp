// SPDX-License-Identifier: GPL-3.0-or-later
#include "../fuzz/chatcheck.h"

#include <intake/chatlog.h>

#include <QtCore/QStringList>
#include <QtTest/QTest>

namespace arb::tests {

using domain::ChatLog;
using domain::LoggedKind;
using domain::LoggedMessage;
using intake::readChat;

/// Lines that are messages, and are no part of the message above them; or are reported.
class TstChatLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exporterLinesAreNotSwallowed_data();
    void exporterLinesAreNotSwallowed();
    void whatTheProgramOfAPageSaysIsItsOwn_data();
    void whatTheProgramOfAPageSaysIsItsOwn();
    void severalWordsBeforeATimeAreReported();
    void headsWithoutAYear_data();
    void headsWithoutAYear();
    void recallsOfSeveralLanguages_data();
    void recallsOfSeveralLanguages();
    void minutesAreNoName();
    void cellsAreNoName_data();
    void cellsAreNoName();
};

namespace {

/// line|sender|time of day|r where recalled|text
QStringList rowsOf(const ChatLog &log)
{
    QStringList rows;
    for (const LoggedMessage &message : log.messages) {
        const QString time = message.at ? message.at->toRfc3339().sliced(11, 8) : QString();
        rows.append(QStringLiteral("%1|").arg(message.line) + log.senderName(message) + u'|' + time + (message.recalled ? QStringLiteral("|r|") : QStringLiteral("||"))
                    + log.text(message).toString());
    }
    return rows;
}

QString faultsOf(const ChatLog &log)
{
    QStringList faults;
    for (const domain::ChatLineProblem &problem : log.notUnderstood)
        faults.append(QStringLiteral("%1:").arg(problem.line) + domain::chatCode(problem.reason));
    return faults.join(u' ');
}

} // namespace

void TstChatLines::exporterLinesAreNotSwallowed_data()
{
    QTest::addColumn<QString>("line"); ///< the third, in a message
    QTest::addColumn<QStringList>("rows"); ///< behind the first message
    QTest::addColumn<QString>("faults");
    const auto row = [](const char *line, const QStringList &rows, const char *faults) { QTest::newRow(line) << QString::fromUtf8(line) << rows << QString::fromLatin1(faults); };
    row("[2024-01-01 00:02:58] 李四: inline", {QStringLiteral("3|李四|00:02:58||inline")}, "");
    row("[2024-01-01 00:02:58] 李四：inline", {QStringLiteral("3|李四|00:02:58||inline")}, "");
    row("[2024-01-01 00:02:58] 李四", {QStringLiteral("3|李四|00:02:58||")}, "");
    row("[2024-01-01 晚上12:02] 李四: inline", {QStringLiteral("3|李四|||inline")}, "3:time_not_understood");
    row("[2024-01-01 00:02:58]", {}, "3:almost_head");
    row("[2024-01-01 00:02:58] 好的，明天发货", {}, "3:almost_head");
    row("2024-01-01 00:02:58，明天发货", {}, "3:almost_head");
    row("2024-01-01 发货", {}, "");
}

void TstChatLines::exporterLinesAreNotSwallowed()
{
    QFETCH(QString, line);
    QFETCH(QStringList, rows);
    QFETCH(QString, faults);
    const ChatLog log = readChat(QString(QStringLiteral("2023-12-31 23:59:58 张三\n你好\n") + line + QStringLiteral("\n2024-01-01 00:03:58 张三\n再见\n")).toUtf8());
    QCOMPARE(log.format, QStringLiteral("exporter_text"));
    QStringList expected{QStringLiteral("1|张三|23:59:58||你好") + (rows.isEmpty() ? QString(u'\n' + line) : QString())};
    expected += rows;
    expected.append(QStringLiteral("4|张三|00:03:58||再见"));
    QCOMPARE(rowsOf(log), expected);
    QCOMPARE(faultsOf(log), faults);
    QCOMPARE(brokenPromiseOf(log), QString());
}

void TstChatLines::whatTheProgramOfAPageSaysIsItsOwn_data()
{
    QTest::addColumn<QString>("block"); ///< between two messages
    QTest::addColumn<QStringList>("rows"); ///< between the two
    const auto row = [](const char *name, const char *block, const QStringList &rows) { QTest::newRow(name) << QString::fromUtf8(block) << rows; };
    row("a recall", "<div class=\"message system\">李四撤回了一条消息</div>", {QStringLiteral("2|李四||r|李四撤回了一条消息")});
    row("in a body", "<div class=\"system\"><div class=\"content\">“李四” 撤回了一条消息</div></div>", {QStringLiteral("2|李四||r|“李四” 撤回了一条消息")});
    row("two", "<div class=\"system\">李四加入群聊</div><div class=\"sysmsg\">你撤回了一条消息</div>", {QStringLiteral("2||||李四加入群聊"), QStringLiteral("2|||r|你撤回了一条消息")});
    row("with a time", "<div class=\"system\"><span class=\"time\">2026-10-01 08:30:30</span>李四加入群聊</div>", {QStringLiteral("2||08:30:30||李四加入群聊")});
    row("a time itself", "<div class=\"system\">2026-10-01 08:30:30</div>", {QStringLiteral("2||08:30:30||2026-10-01 08:30:30")});
    row("a name", "<div class=\"system\"><span class=\"nickname\">系统</span><span class=\"time\">2026-10-01 08:30:30</span><p>已发货</p></div>",
        {QStringLiteral("2|系统|08:30:30||已发货")});
}

void TstChatLines::whatTheProgramOfAPageSaysIsItsOwn()
{
    QFETCH(QString, block);
    QFETCH(QStringList, rows);
    const auto said = [](const char *time, const char *words) {
        return QStringLiteral("<div class=\"message\"><span class=\"nickname\">张三</span><span class=\"time\">2026-10-01 %1</span><div class=\"content\">%2</div></div>\n")
            .arg(QLatin1String(time), QLatin1String(words));
    };
    // Words such as "system-ui" say nothing of who speaks.
    const ChatLog log = readChat(QString(QStringLiteral("<html><body class=\"system\"><div class=\"system-ui\">") + said("08:30:00", "one") + block + u'\n' + said("08:31:00", "two")
                                         + QStringLiteral("</div></body></html>")).toUtf8());
    QCOMPARE(log.format, QStringLiteral("exporter_html"));
    QStringList expected{QStringLiteral("1|张三|08:30:00||one")};
    expected += rows;
    expected.append(QStringLiteral("3|张三|08:31:00||two"));
    QCOMPARE(rowsOf(log), expected);
    QVERIFY(log.notUnderstood.isEmpty());
    for (qsizetype n = 1; n <= rows.size(); ++n)
        QCOMPARE(log.messages.at(static_cast<std::size_t>(n)).kind, LoggedKind::System);
}

void TstChatLines::severalWordsBeforeATimeAreReported()
{
    const ChatLog log = readChat("4/10/2026 9:00 - Ann: one\n4/10/2026 de la noche 11:05 - Bob: two\n14/10/2026 ya no hay 9:00\n14/10/2026 9:01 - Ann: three\n");
    QCOMPARE(rowsOf(log), (QStringList{QStringLiteral("1|Ann|09:00:00||one\n4/10/2026 de la noche 11:05 - Bob: two\n14/10/2026 ya no hay 9:00"),
                                       QStringLiteral("4|Ann|09:01:00||three")}));
    QCOMPARE(faultsOf(log), QStringLiteral("2:almost_head"));
    QCOMPARE(brokenPromiseOf(log), QString());
}

/// Nobody knows of which year they are: messages of their own, without a time.
void TstChatLines::headsWithoutAYear_data()
{
    QTest::addColumn<QString>("head");
    for (const char *head : {"11:59PM, Dec 31 - ", "Dec 31, 11:59 PM - ", "31 Dec 23:59 - ", "23:59, 31 December - ", "[Dec 31, 11:59:58 PM] "})
        QTest::newRow(head) << QString::fromLatin1(head);
}

void TstChatLines::headsWithoutAYear()
{
    QFETCH(QString, head);
    const ChatLog log = readChat(QString(head + QStringLiteral("Ann: one: 1\nmore\n") + head + QStringLiteral("Bob: two\n") + head + QStringLiteral("Ann left\n")).toUtf8());
    QCOMPARE(log.format, QStringLiteral("whatsapp"));
    QCOMPARE(rowsOf(log), (QStringList{QStringLiteral("1|Ann|||one: 1\nmore"), QStringLiteral("3|Bob|||two"), QStringLiteral("4||||Ann left")}));
    QCOMPARE(faultsOf(log), QStringLiteral("1:time_not_understood 3:time_not_understood 4:time_not_understood"));
    QCOMPARE(brokenPromiseOf(log), QString());
    // With a year there is a time, also beside such a head.
    const ChatLog mixed = readChat(QString(QStringLiteral("Dec 30, 2013, 11:59 PM - Ann: one\n") + head + QStringLiteral("Bob: two\n")).toUtf8());
    QCOMPARE(rowsOf(mixed), (QStringList{QStringLiteral("1|Ann|23:59:00||one"), QStringLiteral("2|Bob|||two")}));
}

void TstChatLines::recallsOfSeveralLanguages_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("recalled");
    const auto row = [](const char *words, bool recalled) { QTest::newRow(words) << QString::fromUtf8(words) << recalled; };
    row("Diese Nachricht wurde gelöscht", true);
    row("Diese Nachricht wurde gelöscht.", true);
    row("Du hast diese Nachricht gelöscht", true);
    row("Se eliminó este mensaje", true);
    row("Se eliminó este mensaje.", true);
    row("Eliminaste este mensaje", true);
    row("Warum? Du hast diese Nachricht gelöscht", false);
    row("Eliminaste este mensaje, verdad?", false);
}

void TstChatLines::recallsOfSeveralLanguages()
{
    QFETCH(QString, words);
    QFETCH(bool, recalled);
    const ChatLog log = readChat(QString(QStringLiteral("31.12.23, 23:59 - Ann: \u200E") + words + u'\n').toUtf8());
    QCOMPARE(rowsOf(log), QStringList{QString(QStringLiteral("1|Ann|23:59:00|") + (recalled ? QStringLiteral("r|") : QStringLiteral("|")) + words)});
}

/// Minutes and seconds that are spelled belong to the time only where the hour is, too.
void TstChatLines::minutesAreNoName()
{
    const ChatLog log = readChat("2026-10-01 12:03 Min\nx\n2026-10-01 12 h 04 min 5 s Ann\ny\n");
    QCOMPARE(log.format, QStringLiteral("exporter_text"));
    QCOMPARE(rowsOf(log), (QStringList{QStringLiteral("1|Min|12:03:00||x"), QStringLiteral("3|Ann|12:04:05||y")}));
}

void TstChatLines::cellsAreNoName_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::newRow("words") << QByteArray("Datum\tUhrzeit\tVon\tNachricht\n31.12.2023\t23:59\tAnn\thallo\n01.01.2024\t00:01\tBob\tja\n");
    QTest::newRow("words with a colon") << QByteArray("Datum\tUhrzeit\tVon\tNachricht\n31.12.2023\t23:59\tAnn\tso: hallo\n01.01.2024\t00:01\tBob\tso: ja\n");
}

void TstChatLines::cellsAreNoName()
{
    QFETCH(QByteArray, table);
    const ChatLog log = readChat(table);
    QVERIFY(log.hasUnknownColumns());
    QCOMPARE(log.tableHead.size(), 3);
    QVERIFY(log.senders.isEmpty());
    QCOMPARE(log.notUnderstood.size(), 3);
    QCOMPARE(brokenPromiseOf(log), QString());
    domain::ChatReading told;
    told.columns = {{QStringLiteral("at"), QStringLiteral("1")}, {QStringLiteral("clock"), QStringLiteral("2")}, {QStringLiteral("from"), QStringLiteral("3")},
                    {QStringLiteral("text"), QStringLiteral("4")}};
    const ChatLog mapped = readChat(table, told);
    QCOMPARE(mapped.messages.size(), std::size_t(2));
    QCOMPARE(mapped.senderName(mapped.messages.at(1)), QStringLiteral("Bob"));
    QVERIFY(mapped.text(mapped.messages.at(0)).endsWith(QStringLiteral("hallo")));
    QVERIFY(mapped.notUnderstood.isEmpty());
}

} // namespace arb::tests

QObject *make_tst_chatlines();
QObject *make_tst_chatlines()
{
    return new arb::tests::TstChatLines;
}

#include "tst_chatlines.moc"
