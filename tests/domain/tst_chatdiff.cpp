// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/chatdiff.h>

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

#include <initializer_list>

namespace arb::tests {

using namespace domain;

/// Exports are made out of lists as the platform's are, and then changed.
class TstChatDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingOfTheSame();
    void findsWhatIsMissingAddedAndAltered();
    void findsTheClocksOffset();
    void findsTheOffsetOfCutMinutes_data();
    void findsTheOffsetOfCutMinutes();
    void headingsAndNotesAreNoDifference();
    void needsThreeForAnOffset();
    void findsWhatMoved();
    void learnsWhoIsWho();
    void everyMessageIsInOneRow();
    void differsByCharacters_data();
    void differsByCharacters();
    void saysWhetherDaysMeet_data();
    void saysWhetherDaysMeet();
    void isQuickOnLongLogs();
    void isQuickOnStrangersChats();
};

namespace {

const UtcMs noon = UtcMs::fromPlatform(QDate(2026, 10, 1), QTime(12, 0));

ChatMessage said(int minute, Party from, const char *text)
{
    ChatMessage message;
    message.id = QString::number(minute);
    message.at = noon.plusMs(minute * minuteMs);
    message.from = from;
    message.text = QString::fromUtf8(text);
    return message;
}

QList<ChatMessage> dispute()
{
    return {said(0, Party::Buyer, "杯子碎了，请看图"), said(1, Party::Merchant, "好的"), said(2, Party::Merchant, "我们退款三十元"), said(3, Party::Buyer, "不行，要退全款"),
            said(4, Party::Merchant, "请把货寄回来"), said(5, Party::Buyer, "运费谁出")};
}

QList<ChatMessage> shifted(QList<ChatMessage> chat, qint64 ms)
{
    for (ChatMessage &message : chat)
        message.at = message.at.plusMs(ms);
    return chat;
}

const ChatDifferenceRow *rowOf(const ChatDifferences &differences, ChatAgreement agreement)
{
    for (const ChatDifferenceRow &row : differences.rows) {
        if (row.agreement == agreement)
            return &row;
    }
    return nullptr;
}

} // namespace

void TstChatDiff::saysNothingOfTheSame()
{
    const ChatDifferences found = compareChats(chatLogOf(dispute()), dispute());
    QCOMPARE(found.same, qsizetype(6));
    QCOMPARE(found.rows.size(), std::size_t(6));
    QCOMPARE(found.offsetMs, std::optional<qint64>(0));
    for (const ChatDifferenceRow &row : found.rows)
        QVERIFY(row.timeDiffersMs == 0 && !row.senderDiffers && row.exported == row.logged);
}

void TstChatDiff::findsWhatIsMissingAddedAndAltered()
{
    QList<ChatMessage> exported = dispute();
    exported[2].text = QStringLiteral("我们退款三百元");
    exported.removeAt(4);
    exported.append(said(7, Party::Merchant, "您已同意三十元"));
    const ChatDifferences found = compareChats(chatLogOf(exported), dispute());
    QCOMPARE(found.same, qsizetype(4));
    QCOMPARE(found.altered, qsizetype(1));
    QCOMPARE(found.onlyLog, qsizetype(1));
    QCOMPARE(found.onlyExport, qsizetype(1));
    const ChatDifferenceRow *altered = rowOf(found, ChatAgreement::Altered);
    QVERIFY(altered);
    QCOMPARE(altered->exported, qsizetype(2));
    QCOMPARE(altered->exportSpans, (QList<CharSpan>{{5, 1}})); // 百
    QCOMPARE(altered->logSpans, (QList<CharSpan>{{5, 1}}));    // 十
    QCOMPARE(rowOf(found, ChatAgreement::OnlyLog)->logged, qsizetype(4));
    QCOMPARE(rowOf(found, ChatAgreement::OnlyExport)->exported, qsizetype(5));
}

void TstChatDiff::findsTheClocksOffset()
{
    QList<ChatMessage> exported = shifted(dispute(), 7 * hourMs + 3 * secondMs);
    exported[3].at = exported[3].at.plusMs(4 * minuteMs);
    const ChatDifferences found = compareChats(chatLogOf(exported), dispute());
    QCOMPARE(found.offsetMs, std::optional<qint64>(7 * hourMs + 3 * secondMs));
    QCOMPARE(found.offsetSupport, qsizetype(5));
    QCOMPARE(found.same, qsizetype(6));
    QCOMPARE(found.rows.at(3).timeDiffersMs, 4 * minuteMs);
    QCOMPARE(found.rows.at(2).timeDiffersMs, qint64(0));
}

void TstChatDiff::findsTheOffsetOfCutMinutes_data()
{
    QTest::addColumn<qint64>("shift"); ///< of the export's clock
    QTest::addColumn<QList<int>>("seconds");
    QTest::addColumn<qint64>("offset");
    const QList<int> spread{5, 17, 28, 39, 48, 57}, late{50, 52, 55, 57, 58, 59}, none{0, 0, 0, 0, 0, 0};
    QTest::newRow("cut copy") << qint64(0) << spread << qint64(0);
    QTest::newRow("cut copy of late seconds") << qint64(0) << late << qint64(0);
    QTest::newRow("copy of whole minutes") << qint64(0) << none << qint64(0);
    QTest::newRow("a minute ahead") << minuteMs << spread << minuteMs;
    QTest::newRow("a minute ahead, whole minutes") << minuteMs << none << minuteMs;
    QTest::newRow("a minute behind") << -minuteMs << spread << -minuteMs;
    QTest::newRow("hours ahead") << 7 * hourMs << late << 7 * hourMs;
}

void TstChatDiff::findsTheOffsetOfCutMinutes()
{
    QFETCH(qint64, shift);
    QFETCH(QList<int>, seconds);
    QFETCH(qint64, offset);
    QList<ChatMessage> logged = dispute();
    for (qsizetype n = 0; n < logged.size(); ++n)
        logged[n].at = logged.at(n).at.plusMs(seconds.at(n) * secondMs);
    ChatLog exported = chatLogOf(shifted(logged, shift));
    for (LoggedMessage &message : exported.messages) {
        message.at = UtcMs(message.at->ms() / minuteMs * minuteMs);
        message.doubts.setFlag(ChatDoubt::NoSeconds);
    }
    const ChatDifferences found = compareChats(exported, logged);
    QCOMPARE(found.offsetMs, std::optional(offset));
    QVERIFY(found.offsetToTheMinute);
    QCOMPARE(found.same, qsizetype(6));
    for (const ChatDifferenceRow &row : found.rows)
        QCOMPARE(row.timeDiffersMs, qint64(0));
}

void TstChatDiff::headingsAndNotesAreNoDifference()
{
    ChatLog exported = chatLogOf(dispute());
    LoggedMessage heading, note;
    heading.kind = LoggedKind::Heading;
    note.kind = LoggedKind::Note;
    note.text = {static_cast<quint32>(exported.words.size()), 9};
    exported.words += QStringLiteral("to myself");
    exported.messages.insert(exported.messages.begin(), heading);
    exported.messages.push_back(note);
    const ChatDifferences found = compareChats(exported, dispute());
    QCOMPARE(found.same, qsizetype(6));
    QCOMPARE(found.onlyExport, qsizetype(0));
    QCOMPARE(found.rows.size(), std::size_t(8));
    QCOMPARE(found.rows.front().agreement, ChatAgreement::Same);
    QCOMPARE(found.rows.front().logged, qsizetype(-1));
    // A note with the words of a message is that message, whatever the export calls it.
    exported.messages.back().text = exported.messages.at(6).text;
    exported.messages.erase(exported.messages.begin() + 6);
    QCOMPARE(compareChats(exported, dispute()).same, qsizetype(6));
}

void TstChatDiff::needsThreeForAnOffset()
{
    const QList<ChatMessage> two = dispute().first(2);
    const ChatDifferences found = compareChats(chatLogOf(shifted(two, 3 * minuteMs)), two);
    QVERIFY(!found.offsetMs);
    QCOMPARE(found.same, qsizetype(2));
    QCOMPARE(found.rows.at(0).timeDiffersMs, 3 * minuteMs);
}

void TstChatDiff::findsWhatMoved()
{
    QList<ChatMessage> exported = dispute();
    exported.move(0, 5);
    const ChatDifferences found = compareChats(chatLogOf(exported), dispute());
    QCOMPARE(found.moved, qsizetype(1));
    QCOMPARE(found.same, qsizetype(5));
    const ChatDifferenceRow *moved = rowOf(found, ChatAgreement::Moved);
    QCOMPARE(moved->exported, qsizetype(5));
    QCOMPARE(moved->logged, qsizetype(0));
}

void TstChatDiff::learnsWhoIsWho()
{
    ChatLog exported = chatLogOf(dispute());
    exported.senders[0] = {QStringLiteral("小雨"), {}, 3};
    exported.senders[1] = {QStringLiteral("客服"), {}, 3};
    ChatDifferences found = compareChats(exported, dispute());
    QCOMPARE(found.parties, (QList<std::optional<Party>>{Party::Buyer, Party::Merchant}));
    found = compareChats(exported, dispute(), {{{QStringLiteral("小雨"), Party::Merchant}}});
    QCOMPARE(found.parties.at(0), std::optional(Party::Merchant));
    QVERIFY(found.rows.at(0).senderDiffers);
}

void TstChatDiff::everyMessageIsInOneRow()
{
    QList<ChatMessage> logged, exported;
    for (int n = 0; n < 400; ++n) {
        logged.append(said(n, n % 2 == 0 ? Party::Buyer : Party::Merchant, qPrintable(QString::number(n % 7 * (n % 11)))));
        exported.append(said(n * 3 % 400, Party::Buyer, qPrintable(QString::number(n % 5 * (n % 13)))));
    }
    const ChatDifferences found = compareChats(chatLogOf(exported), logged);
    QList<int> left(400, 0), right(400, 0);
    for (const ChatDifferenceRow &row : found.rows) {
        if (row.exported >= 0)
            ++left[row.exported];
        if (row.logged >= 0)
            ++right[row.logged];
    }
    QCOMPARE(left, QList<int>(400, 1));
    QCOMPARE(right, QList<int>(400, 1));
    QCOMPARE(found.same + found.altered + found.onlyExport + found.onlyLog + found.moved, static_cast<qsizetype>(found.rows.size()));
}

void TstChatDiff::differsByCharacters_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("onlyLeft");
    QTest::addColumn<QString>("onlyRight");
    const auto row = [](const char *name, const char *left, const char *right, const char *onlyLeft, const char *onlyRight) {
        QTest::newRow(name) << QString::fromUtf8(left) << QString::fromUtf8(right) << QString::fromUtf8(onlyLeft) << QString::fromUtf8(onlyRight);
    };
    row("same", "abc", "abc", "", "");
    row("one", "pay 30 now", "pay 300 now", "", "0");
    row("two places", "a1b2c", "a9b8c", "12", "98");
    row("all", "abc", "xyz", "abc", "xyz");
    row("none", "", "xyz", "", "xyz");
    row("half a pair", "\U0001F600", "\U0001F601", "\U0001F600", "\U0001F601");
}

void TstChatDiff::differsByCharacters()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(QString, onlyLeft);
    QFETCH(QString, onlyRight);
    const TextDifference found = differenceOf(left, right);
    const auto text = [](const QString &of, const QList<CharSpan> &spans) {
        QString all;
        for (const CharSpan &span : spans)
            all += of.sliced(span.from, span.size);
        return all;
    };
    QCOMPARE(text(left, found.left), onlyLeft);
    QCOMPARE(text(right, found.right), onlyRight);
}

void TstChatDiff::saysWhetherDaysMeet_data()
{
    QTest::addColumn<int>("days"); // from those of the log to those of the export
    QTest::addColumn<int>("doubts");
    QTest::addColumn<bool>("outside");
    const int none = 0, zone = static_cast<int>(ChatDoubt::ZoneUnknown), turned = static_cast<int>(ChatDoubt::DayOrderAssumed);
    QTest::newRow("the same") << 0 << none << false;
    QTest::newRow("the day before") << -1 << none << true;
    QTest::newRow("the day after") << 1 << none << true;
    QTest::newRow("the day after, by a clock of somewhere") << 1 << zone << false;
    QTest::newRow("days later, by a clock of somewhere") << 3 << zone << true;
    QTest::newRow("months later, if that is not the day") << 90 << turned << false;
}

/// Invented messages: nobody said anything like them.
void TstChatDiff::saysWhetherDaysMeet()
{
    QFETCH(int, days);
    QFETCH(int, doubts);
    QFETCH(bool, outside);
    const QList<ChatMessage> invented{said(0, Party::Merchant, "We owe you everything"), said(1, Party::Buyer, "Thanks")};
    ChatLog exported = chatLogOf(shifted(invented, days * dayMs));
    for (LoggedMessage &message : exported.messages)
        message.doubts = ChatDoubts::fromInt(doubts);
    const ChatDifferences found = compareChats(exported, dispute());
    QVERIFY(found.shareNothing());
    QCOMPARE(found.onlyExport, qsizetype(2));
    QCOMPARE(found.onlyLog, qsizetype(6));
    QCOMPARE(found.outsideDays, outside);
    // With one message in common nothing is said of days.
    QList<ChatMessage> shared = shifted(invented, days * dayMs);
    shared.append(dispute().first());
    QVERIFY(!compareChats(chatLogOf(shared), dispute()).shareNothing());
    QVERIFY(!compareChats(chatLogOf(shared), dispute()).outsideDays);
}

/// Long words, with times of the log's days and with none: no step lays each beside each.
void TstChatDiff::isQuickOnStrangersChats()
{
    QList<ChatMessage> logged, exported;
    for (int n = 0; n < 40; ++n)
        logged.append(said(n, Party::Buyer, QByteArray("abcdefghij").repeated(24).constData()));
    for (int n = 0; n < 100'000; ++n) {
        const QByteArray words = QByteArray("0123456789").repeated(24) + QByteArray::number(n);
        exported.append(said(0, Party::Merchant, words.constData()));
        exported.last().at = noon.plusMs(n * 10 * secondMs);
    }
    ChatLog log = chatLogOf(exported);
    for (const bool dated : {true, false}) {
        QElapsedTimer timer;
        timer.start();
        const ChatDifferences found = compareChats(log, logged);
        QVERIFY2(timer.elapsed() < 15'000, dated ? "dated" : "undated"); // each beside eight takes minutes
        QVERIFY(found.shareNothing());
        QCOMPARE(found.onlyExport, qsizetype(100'000));
        for (LoggedMessage &message : log.messages)
            message.at.reset();
    }
}

void TstChatDiff::isQuickOnLongLogs()
{
    for (const int distinct : {100'000, 50, 1}) {
        QList<ChatMessage> logged, exported;
        for (int n = 0; n < 100'000; ++n) {
            const ChatMessage message = said(n, n % 2 == 0 ? Party::Buyer : Party::Merchant, QByteArray::number(n % distinct).constData());
            if (n % 1000 != 5)
                logged.append(message);
            if (n % 1000 != 9)
                exported.append(message);
        }
        const ChatLog log = chatLogOf(exported);
        QElapsedTimer timer;
        timer.start();
        const ChatDifferences found = compareChats(log, logged);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(distinct))); // measured: a fifth of a second
        if (distinct == 100'000)
            QCOMPARE(found.onlyExport, qsizetype(100));
        QVERIFY(found.same >= 99'000);
    }
}

} // namespace arb::tests

QObject *make_tst_chatdiff();
QObject *make_tst_chatdiff()
{
    return new arb::tests::TstChatDiff;
}

#include "tst_chatdiff.moc"
