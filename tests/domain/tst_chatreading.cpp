// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/chatreading.h>
#include <domain/soughtwords.h>
#include <domain/viewing.h>

#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <algorithm>
#include <memory>
#include <optional>
#include <random>

using namespace arb;
using namespace arb::domain;

/// What a reader says of a chat's file, as it is kept; and searching words that were folded once.
class TstChatReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zonesAreWrittenAndRead();
    void isKeptWithTheView();
    void strangeReadingsAreRefused_data();
    void strangeReadingsAreRefused();
    void foldingMovesNoPlace();
    void findsWhateverTheCase();
    void findsWhatLookingAtEachMessageFinds();
    void wordsMayStandOverLineEnds();
    void aLongSearchIsGivenUp();
};

namespace {

QJsonObject examinationWith(const QJsonObject &reading)
{
    Examination all;
    all.views.append({QStringLiteral("b1"), QByteArray(64, 'a'), 0, ViewState(), {}});
    QJsonObject json = toJson(all);
    QJsonArray views = json.value(QStringLiteral("views")).toArray();
    QJsonObject view = views.at(0).toObject();
    view.insert(QStringLiteral("reading"), reading);
    views.replace(0, view);
    json.insert(QStringLiteral("views"), views);
    return json;
}

std::shared_ptr<const ChatLog> logWith(const QStringList &texts)
{
    QList<ChatMessage> chat;
    for (const QString &text : texts) {
        ChatMessage message;
        message.id = QStringLiteral("m%1").arg(chat.size());
        message.text = text;
        chat.append(message);
    }
    return std::make_shared<const ChatLog>(chatLogOf(chat));
}

} // namespace

void TstChatReading::zonesAreWrittenAndRead()
{
    QCOMPARE(zoneMinutesOf(QStringLiteral("+08:00")), std::optional(480));
    QCOMPARE(zoneMinutesOf(QStringLiteral("-03:30")), std::optional(-210));
    QCOMPARE(zoneMinutesOf(QStringLiteral("Z")), std::optional(0));
    for (const char *wrong : {"", "8", "+8:00", "+08:60", "+19:00", "+08:00 ", "08:00", "+08:00\n"})
        QVERIFY2(!zoneMinutesOf(QString::fromLatin1(wrong)), wrong);
    for (const int minutes : {-720, -210, -30, 0, 345, 480, 840})
        QCOMPARE(zoneMinutesOf(zoneCode(minutes)), std::optional(minutes));
    QCOMPARE(zoneCode(-30), QStringLiteral("-00:30"));
}

void TstChatReading::isKeptWithTheView()
{
    ChatReading reading;
    reading.dayOrder = DayOrder::MonthDayYear;
    reading.columns = {{QStringLiteral("at"), QStringLiteral("1")}, {QStringLiteral("text"), QStringLiteral("内容")}};
    reading.header = false;
    reading.zoneMinutes = -300;
    Examination before;
    before.views.append({QStringLiteral("b1"), QByteArray(64, 'a'), 0, ViewState(), reading});
    before.views.append({QStringLiteral("b2"), QByteArray(64, 'b'), 0, ViewState(), {}});
    const QJsonObject json = toJson(before);
    const auto after = examinationFromJson(json);
    QVERIFY(after);
    QCOMPARE(after->views, before.views);
    QVERIFY(!json.value(QStringLiteral("views")).toArray().at(1).toObject().contains(QStringLiteral("reading"))); // as it always was
}

void TstChatReading::strangeReadingsAreRefused_data()
{
    QTest::addColumn<QJsonObject>("reading");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("nothing") << QJsonObject() << true;
    QTest::newRow("farthest") << QJsonObject{{QStringLiteral("zoneMinutes"), -1080}} << true;
    QTest::newRow("no such zone") << QJsonObject{{QStringLiteral("zoneMinutes"), 1081}} << false;
    QTest::newRow("no such order") << QJsonObject{{QStringLiteral("dayOrder"), QStringLiteral("dym")}} << false;
    QTest::newRow("no such meaning") << QJsonObject{{QStringLiteral("columns"), QJsonObject{{QStringLiteral("colour"), QStringLiteral("1")}}}} << false;
    QTest::newRow("a number") << QJsonObject{{QStringLiteral("columns"), QJsonObject{{QStringLiteral("text"), 1}}}} << false;
    QTest::newRow("a long name") << QJsonObject{{QStringLiteral("columns"), QJsonObject{{QStringLiteral("text"), QStringLiteral("x").repeated(201)}}}} << false;
    QTest::newRow("something else") << QJsonObject{{QStringLiteral("colour"), true}} << false;
}

void TstChatReading::strangeReadingsAreRefused()
{
    QFETCH(QJsonObject, reading);
    QFETCH(bool, isGood);
    QCOMPARE(bool(examinationFromJson(examinationWith(reading))), isGood);
}

void TstChatReading::foldingMovesNoPlace()
{
    // Letters whose lower case is longer, no letter, halves of letters, letters beyond the first plane.
    const QString text = QStringLiteral("A\u0130\u00DF\u1E9E\uFB01\u03A3\u03C2 \u9000\u6B3E \U00010400\U0001F469") + QChar(0xD800) + QStringLiteral("Z") + QChar(0xDC00);
    const QString folded = foldedText(text);
    QCOMPARE(folded.size(), text.size());
    QCOMPARE(folded.at(0), QChar(u'a'));
    QVERIFY(folded.contains(QStringLiteral("\u9000\u6B3E")));
    QVERIFY(folded.contains(QStringLiteral("\U00010428"))); // the small form of the Deseret letter
    QCOMPARE(folded.at(text.indexOf(u'\u03A3')), folded.at(text.indexOf(u'\u03C2'))); // both are a sigma
    QCOMPARE(foldedText(folded), folded);
}

void TstChatReading::findsWhateverTheCase()
{
    const ChatSearch search(logWith({QStringLiteral("Straße ΣΊΣΥΦΟΣ"), QStringLiteral("退款 REFUND"), QStringLiteral("nothing")}));
    QCOMPARE(search.containing(QStringLiteral("σίσυφοσ")), std::vector<qsizetype>{0});
    QCOMPARE(search.containing(QStringLiteral("STRAßE")), std::vector<qsizetype>{0});
    QCOMPARE(search.containing(QStringLiteral("退款 ref")), std::vector<qsizetype>{1});
    QVERIFY(search.containing(QString()).empty());
    QVERIFY(search.containing(QStringLiteral("REFUND\nnothing")).empty()); // of two messages
    QVERIFY(search.containing(QStringLiteral("m1")).empty());              // an id is no word of it
}

void TstChatReading::findsWhatLookingAtEachMessageFinds()
{
    std::mt19937_64 random(11);
    static const QStringList pieces{QStringLiteral("ab"), QStringLiteral("A"), QStringLiteral("退"), QStringLiteral("款"), QStringLiteral("Ä"), QStringLiteral("\n"), QStringLiteral(" ")};
    const auto made = [&random](std::size_t most) {
        QString text;
        for (std::size_t n = random() % (most + 1); n > 0; --n)
            text += pieces.at(static_cast<qsizetype>(random() % static_cast<std::size_t>(pieces.size())));
        return text;
    };
    for (int round = 0; round < 300; ++round) {
        QStringList texts;
        for (int n = 0; n < 12; ++n)
            texts.append(made(8));
        const std::shared_ptr<const ChatLog> log = logWith(texts);
        const QString needle = made(3);
        QStringList words = needle.simplified().split(u' ', Qt::SkipEmptyParts);
        std::ranges::transform(words, words.begin(), [](const QString &word) { return QRegularExpression::escape(word); });
        const QRegularExpression phrase(words.join(QStringLiteral("\\s+")), QRegularExpression::CaseInsensitiveOption);
        std::vector<qsizetype> expected;
        for (qsizetype n = 0; n < texts.size(); ++n) {
            if (!words.isEmpty() && texts.at(n).contains(phrase))
                expected.push_back(n);
        }
        QCOMPARE(ChatSearch(log).containing(needle), expected);
        QCOMPARE(log->containing(needle), expected);
    }
}

void TstChatReading::wordsMayStandOverLineEnds()
{
    const ChatSearch search(logWith({QStringLiteral("We pay  three\r\ntimes"), QString::fromUtf8("说好了\u3000赔偿\n三倍"), QStringLiteral("paythree"), QStringLiteral("pay"), QStringLiteral("three")}));
    for (const char *words : {"pay three", "PAY   THREE TIMES", " three times ", "ay thr"})
        QCOMPARE(search.containing(QString::fromUtf8(words)), std::vector<qsizetype>{0});
    QCOMPARE(search.containing(QString::fromUtf8("说好了 赔偿 三倍")), std::vector<qsizetype>{1});
    QVERIFY(search.containing(QStringLiteral(" \n")).empty());
    const SoughtWords sought(QStringLiteral("a  B"));
    const QString text = foldedText(QStringLiteral("a a\t\nB, A b"));
    const SoughtWords::Place first = sought.next(text, 0), second = sought.next(text, first.end());
    QVERIFY(first.from == 2 && first.size == 4);
    QVERIFY(second.from == 8 && second.end() == 11);
    QVERIFY(sought.next(text, second.from + 1).isNone() && SoughtWords(QStringLiteral(" ")).next(text, 0).isNone());
}

void TstChatReading::aLongSearchIsGivenUp()
{
    const QString needle = QStringLiteral("needle");
    const ChatSearch line(logWith({QString(4'000'000, u'x') + needle}));
    QCOMPARE(line.containing(needle), std::vector<qsizetype>{0});
    int asked = 0;
    QVERIFY(line.containing(needle, [&asked] { return ++asked == 2; }).empty());
    QCOMPARE(asked, 2);
    // Over the end of a stretch nothing is lost.
    for (qsizetype before = 999'980; before < 1'000'000; ++before)
        QCOMPARE(ChatSearch(logWith({QString(before, u'x') + needle + QString(1'000'000, u'x')})).containing(needle).size(), std::size_t{1});
    const ChatSearch many(logWith(QStringList(30'000, QStringLiteral("a needle"))));
    asked = 0;
    QCOMPARE(many.containing(needle, [&asked] { return ++asked == 2; }).size(), std::size_t{19'999});
}

QObject *make_tst_chatreading();
QObject *make_tst_chatreading()
{
    return new TstChatReading;
}

#include "tst_chatreading.moc"
