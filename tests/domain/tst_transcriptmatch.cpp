// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/transcriptmatch.h>

#include <QtTest/QTest>

using namespace arb::domain;
using Kind = TranscriptMatch::Kind;

/// What a machine read against the platform's log. The set below is made by hand: what readers get wrong is forgiven, what
/// somebody changed is not.
class TstTranscriptMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void distanceCountsCharacters();
    void fullWidthAndBlanksDoNotCount();
    void labelledSet_data();
    void labelledSet();
    void countsOfTheLabelledSet();
    void equalMessagesAreTakenInTheirOrder();
    void cutBubblesAreParts();
    void clockTimesAreNoMessages();
    void wordsOfNoSideAreLaidBesideTheLog();
    void titlesDoNotMoveThePlaceInTheLog();
    void differencesPointIntoBothTexts();
    void emptyLogHoldsNothing();

private:
    static QList<ChatMessage> log()
    {
        QList<ChatMessage> made;
        for (const char *text : {"你好，请问什么时候发货？", "您的包裹已经在10月16号下午发出，运单号是YT7300627720459", "退888.93元我不同意，要么换新的，要么全额退款",
                                 "影响二次销售的话是不能退货的哦", "好的", "收到的商品有质量问题，我要求退货退款", "可以给您补偿332.12元，您看这样处理可以吗？", "好的"}) {
            ChatMessage message;
            message.id = QStringLiteral("m%1").arg(made.size() + 1);
            message.text = QString::fromUtf8(text);
            made.append(message);
        }
        return made;
    }
    /// One bubble on the left; characters after '~' are read with little confidence, one each.
    static ReadBubble bubble(const char *marked)
    {
        ReadLine line;
        int x = 100;
        bool doubtful = false;
        for (const QChar c : QString::fromUtf8(marked)) {
            if (c == u'~') {
                doubtful = true;
                continue;
            }
            line.words.append({QString(c), QRect(x, 50, 20, 20), doubtful ? 20 : 93});
            x += 20;
            doubtful = false;
        }
        return {ReadBubble::Side::Left, {line}};
    }
    /// Between two others, so that it is not taken for one that was cut.
    static MachineReading reading(const ReadBubble &one)
    {
        MachineReading made;
        made.size = QSize(1080, 2340);
        made.bubbles = {bubble("~"), one, bubble("~")};
        made.bubbles.first().lines.first().words = {{QStringLiteral("12:01"), QRect(500, 1, 60, 20), 90}};
        made.bubbles.first().side = made.bubbles.last().side = ReadBubble::Side::Middle;
        made.bubbles.last().lines = made.bubbles.first().lines;
        return made;
    }
    struct Case
    {
        const char *read;
        Kind kind;
        const char *message;
    };
    static QList<Case> cases()
    {
        return {
            {"你好，请问什么时候发货？", Kind::Found, "m1"},
            {"你好,请问什么时候发货?", Kind::Found, "m1"},                                             // narrow marks
            {"您的包~庄已经在10月16号下午发出，运单号是YT7300627720459", Kind::Found, "m2"},            // one character, doubted by the reader
            {"您的包裹~己经在10月16号下午发出，运单号是YT7300627720459", Kind::Found, "m2"},
            {"您的包裹已经在10月16号下午发出，运单号是YT73O0627720459", Kind::Found, "m2"},             // a letter for a digit
            {"影响二次销售的话是能退货的哦", Kind::Similar, "m4"},                                      // "not" is missing
            {"退888.93元我同意，要么换新的，要么全额退款", Kind::Similar, "m3"},
            {"可以给您补偿832.12元，您看这样处理可以吗？", Kind::Similar, "m7"},                       // another amount
            {"可以给您补偿~832.12元，您看这样处理可以吗？", Kind::Similar, "m7"},                      // a digit is never forgiven
            {"您的包裹已经在10月16号下午发出，运单号是YT7300627720458", Kind::Similar, "m2"},
            {"我从来没有说过要赔三倍", Kind::NotInLog, ""},
            {"请加我的私人号码，平台外付款便宜", Kind::NotInLog, ""},
            {"~你~厂~乙~古~口~丁", Kind::NotInLog, ""},                                                // nothing but doubt
            {"收到", Kind::NotInLog, ""},                                                              // two characters of a long message
        };
    }
};

void TstTranscriptMatch::distanceCountsCharacters()
{
    QCOMPARE(editDistance(u"", u"abc"), 3);
    QCOMPARE(editDistance(u"kitten", u"sitting"), 3);
    QCOMPARE(editDistance(u"退货", u"退货"), 0);
}

void TstTranscriptMatch::fullWidthAndBlanksDoNotCount()
{
    QCOMPARE(comparableText(u"Ｈi， 你　好"), QStringLiteral("hi,你好"));
}

void TstTranscriptMatch::labelledSet_data()
{
    QTest::addColumn<int>("number");
    for (int n = 0; n < cases().size(); ++n)
        QTest::addRow("%d", n) << n;
}

void TstTranscriptMatch::labelledSet()
{
    QFETCH(int, number);
    const Case one = cases().at(number);
    const TranscriptMatch match = matchTranscript(reading(bubble(one.read)), log()).at(1);
    QCOMPARE(static_cast<int>(match.kind), static_cast<int>(one.kind));
    QCOMPARE(match.message, QString::fromLatin1(one.message));
    QCOMPARE(match.inReading.isEmpty(), one.kind != Kind::Similar);
    QCOMPARE(match.inMessage.size(), match.inReading.size());
}

void TstTranscriptMatch::countsOfTheLabelledSet()
{
    int right = 0, altered = 0, alteredTold = 0;
    for (const Case &one : cases()) {
        const Kind kind = matchTranscript(reading(bubble(one.read)), log()).at(1).kind;
        right += kind == one.kind ? 1 : 0;
        altered += one.kind == Kind::Similar ? 1 : 0;
        alteredTold += one.kind == Kind::Similar && kind == Kind::Similar ? 1 : 0;
    }
    qInfo("%d of %lld right, %d of %d altered ones told", right, static_cast<long long>(cases().size()), alteredTold, altered);
    QCOMPARE(alteredTold, altered);
    QCOMPARE(right, static_cast<int>(cases().size()));
}

void TstTranscriptMatch::equalMessagesAreTakenInTheirOrder()
{
    MachineReading made = reading(bubble("好的"));
    made.bubbles.insert(2, bubble("收到的商品有质量问题，我要求退货退款"));
    made.bubbles.insert(3, bubble("好的"));
    const QList<TranscriptMatch> matches = matchTranscript(made, log());
    QCOMPARE(matches.at(1).message, QStringLiteral("m5"));
    QCOMPARE(matches.at(2).message, QStringLiteral("m6"));
    QCOMPARE(matches.at(3).message, QStringLiteral("m8"));
}

void TstTranscriptMatch::cutBubblesAreParts()
{
    MachineReading made;
    made.bubbles = {bubble("运单号是YT7300627720459")};
    const TranscriptMatch match = matchTranscript(made, log()).first();
    QCOMPARE(static_cast<int>(match.kind), static_cast<int>(Kind::Found));
    QCOMPARE(match.message, QStringLiteral("m2"));
}

void TstTranscriptMatch::clockTimesAreNoMessages()
{
    const QList<TranscriptMatch> matches = matchTranscript(reading(bubble("好的")), log());
    QCOMPARE(matches.size(), 3);
    QCOMPARE(static_cast<int>(matches.first().kind), static_cast<int>(Kind::NotAMessage));
}

/// A bubble that was not told from the page leaves its lines in the middle: they are looked for, and it is said that nobody's side is known.
void TstTranscriptMatch::wordsOfNoSideAreLaidBesideTheLog()
{
    struct Row
    {
        const char *read;
        Kind kind;
        const char *message;
    };
    const auto middle = [](const char *text) {
        ReadBubble line = bubble(text);
        line.side = ReadBubble::Side::Middle;
        return line;
    };
    for (const Row &row : {Row{"影响二次销售的话是不能退货的哦", Kind::Found, "m4"}, Row{"影响二次销售的话是能退货的哦", Kind::Similar, "m4"},
                           Row{"收到的商品有质量问题，", Kind::Found, "m6"}, // one line of two
                           Row{"外套专营店", Kind::NotInLog, ""}, Row{"我从来没有说过要赔三倍", Kind::NotInLog, ""},
                           Row{"昨天 下午 3:07", Kind::NotAMessage, ""}, Row{"2026年10月3日 14:03", Kind::NotAMessage, ""},
                           Row{"2026-10-03", Kind::NotAMessage, ""}, Row{"559.69", Kind::NotInLog, ""}, Row{"9023647711153", Kind::NotInLog, ""}}) {
        const TranscriptMatch match = matchTranscript(reading(middle(row.read)), log()).at(1);
        QVERIFY2(match.kind == row.kind, row.read);
        QCOMPARE(match.message, QString::fromLatin1(row.message));
        QVERIFY2(match.sideUnknown, row.read);
    }
    QVERIFY(!matchTranscript(reading(bubble("好的")), log()).at(1).sideUnknown);
    MachineReading page = reading(middle("好的"));
    page.inBubbles = false; // nothing is known of sides anywhere
    QVERIFY(!matchTranscript(page, log()).at(1).sideUnknown);
}

void TstTranscriptMatch::titlesDoNotMoveThePlaceInTheLog()
{
    MachineReading made = reading(bubble("好的"));
    made.bubbles.first() = bubble("可以给您补偿332.99元，您看这样处理可以吗？"); // like m7, behind m5
    made.bubbles.first().side = ReadBubble::Side::Middle;
    const QList<TranscriptMatch> matches = matchTranscript(made, log());
    QCOMPARE(static_cast<int>(matches.first().kind), static_cast<int>(Kind::Similar));
    QCOMPARE(matches.at(1).message, QStringLiteral("m5"));
}

void TstTranscriptMatch::differencesPointIntoBothTexts()
{
    const TranscriptMatch match = matchTranscript(reading(bubble("影响二次销售的话是能退货的哦")), log()).at(1);
    QCOMPARE(match.inReading, (QList<TextSpan>{{9, 0}}));
    QCOMPARE(match.inMessage, (QList<TextSpan>{{9, 1}})); // 不
}

void TstTranscriptMatch::emptyLogHoldsNothing()
{
    QCOMPARE(static_cast<int>(matchTranscript(reading(bubble("好的")), {}).at(1).kind), static_cast<int>(Kind::NotInLog));
    QVERIFY(matchTranscript({}, log()).isEmpty());
}

QObject *make_tst_transcriptmatch();
QObject *make_tst_transcriptmatch() { return new TstTranscriptMatch; }

#include "tst_transcriptmatch.moc"
