// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/machinereading.h>

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace arb::domain;

/// What a machine read, as it is kept and as it is shown.
class TstMachineReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatItWrote();
    void refusesWhatIsNoReading_data();
    void refusesWhatIsNoReading();
    void hidesNumbersOfPersons();
    void hidesWhatRunsOverLines();
    void leavesOtherWordsAsTheyAre();
    void textIsABubbleALine();
    void numbersAreTakenOut_data();
    void numbersAreTakenOut();
    void regionHoldsItsWords();

private:
    static ReadLine line(const char *text, int y, int confidence = 90)
    {
        return {{{QString::fromUtf8(text), QRect(10, y, 200, 20), confidence}}};
    }
    static MachineReading made()
    {
        MachineReading reading;
        reading.size = QSize(1080, 2340);
        reading.complete = false;
        reading.bubbles = {{ReadBubble::Side::Middle, {line("14:03", 5)}},
                           {ReadBubble::Side::Left, {line("我要求退货", 40), line("请处理", 62, 71)}},
                           {ReadBubble::Side::Right, {{{{QStringLiteral("Hi"), QRect(1, 90, 20, 20), 88}, {QStringLiteral("there"), QRect(40, 90, 50, 20), 87}}}}}};
        return reading;
    }
};

void TstMachineReading::readsBackWhatItWrote()
{
    QCOMPARE(machineReadingFromJson(toJson(made())), std::optional(made()));
    QCOMPARE(machineReadingFromJson(toJson(MachineReading{})), std::optional(MachineReading{}));
}

void TstMachineReading::refusesWhatIsNoReading_data()
{
    QTest::addColumn<QJsonObject>("object");
    const auto listOf = [](const QJsonValue &only) { // braces around one list would be that list
        QJsonArray list;
        list.append(only);
        return list;
    };
    const auto withLines = [&listOf](const QJsonArray &lines, const char *side = "left") {
        const QJsonObject bubble{{QStringLiteral("side"), QString::fromLatin1(side)}, {QStringLiteral("lines"), lines}};
        return QJsonObject{{QStringLiteral("bubbles"), listOf(bubble)}};
    };
    const auto withWord = [&](const QJsonArray &word) { return withLines(listOf(listOf(word))); };
    const QJsonArray word{QStringLiteral("a"), 1, 2, 3, 4, 50};
    QVERIFY(machineReadingFromJson(withWord(word))); // so the rows below fail for what they say
    QTest::newRow("nothing") << QJsonObject();
    QTest::newRow("another side") << withLines(listOf(listOf(word)), "above");
    QTest::newRow("no lines") << withLines(QJsonArray());
    QTest::newRow("an empty line") << withLines(listOf(QJsonArray()));
    QTest::newRow("a word without its place") << withWord({QStringLiteral("a"), 1, 2});
    QTest::newRow("an empty word") << withWord({QString(), 1, 2, 3, 4, 50});
}

void TstMachineReading::refusesWhatIsNoReading()
{
    QFETCH(QJsonObject, object);
    QCOMPARE(machineReadingFromJson(object), std::nullopt);
}

void TstMachineReading::hidesNumbersOfPersons()
{
    MachineReading reading = made();
    reading.bubbles[1].lines[1] = {{{QString::fromUtf8("电话"), QRect(10, 62, 40, 20), 95}, {QStringLiteral("13812345634"), QRect(50, 62, 120, 20), 60}}};
    const MachineReading masked = maskedReading(reading);
    QCOMPARE(masked.bubbles.at(1).lines.at(0), reading.bubbles.at(1).lines.at(0));
    const ReadLine &hidden = masked.bubbles.at(1).lines.at(1);
    QCOMPARE(hidden.text(), QString::fromUtf8("电话138******34"));
    QCOMPARE(hidden.box(), QRect(10, 62, 160, 20)); // where the line stands is still known
    QCOMPARE(hidden.words.constFirst().confidence, 60);
    QVERIFY(!readingText(masked).contains(QStringLiteral("12345")));
}

void TstMachineReading::hidesWhatRunsOverLines()
{
    MachineReading reading = made();
    reading.bubbles[1].lines = {line("打我电话1381234", 40), line("5634就行", 62)};
    const MachineReading masked = maskedReading(reading);
    QCOMPARE(masked.bubbles.at(1).text(), QString::fromUtf8("打我电话138******34就行"));
    QCOMPARE(masked.bubbles.at(1).box(), reading.bubbles.at(1).box());
    // A number of its own line is hidden, whatever digits the line before ends with.
    reading.bubbles[1].lines = {line("订单号1", 40), line("13812345634", 62)};
    QCOMPARE(maskedReading(reading).bubbles.at(1).text(), QString::fromUtf8("订单号1138******34"));
}

void TstMachineReading::leavesOtherWordsAsTheyAre()
{
    MachineReading reading = made();
    reading.bubbles[1].lines.append(line("运单号JF13812345634，退888.93元", 84));
    QCOMPARE(maskedReading(reading), reading);
}

void TstMachineReading::textIsABubbleALine()
{
    QCOMPARE(readingText(made()), QString::fromUtf8("14:03\n我要求退货请处理\nHi there\n"));
    MachineReading odd;
    odd.bubbles = {{ReadBubble::Side::Left, {{{{QStringLiteral("a") + QChar(QChar::Null) + QStringLiteral("b"), QRect(0, 0, 9, 9), 1}}}}}};
    QCOMPARE(readingText(odd), QStringLiteral("ab\n"));
}

void TstMachineReading::numbersAreTakenOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    QTest::newRow("amount") << QString::fromUtf8("补偿332.12元，好吗") << QString::fromUtf8("补偿#元，好吗");
    QTest::newRow("waybill") << QStringLiteral("YT8730244155765, signed") << QStringLiteral("YT#, signed"); // the comma is the sentence's
    QTest::newRow("thousands") << QStringLiteral("1,299.00") << QStringLiteral("#");
    QTest::newRow("hidden") << QStringLiteral("138******34") << QStringLiteral("#");
    QTest::newRow("clock") << QStringLiteral("08:00") << QStringLiteral("#");
    QTest::newRow("two") << QStringLiteral("42 / 43") << QStringLiteral("# / #");
    QTest::newRow("wide digits") << QString::fromUtf8("退８８元") << QString::fromUtf8("退#元");
    QTest::newRow("one digit") << QString::fromUtf8("3天，-5.") << QString::fromUtf8("3天，-5.");
    QTest::newRow("none") << QString::fromUtf8("好的...") << QString::fromUtf8("好的...");
    QTest::newRow("over lines") << QStringLiteral("a12\n34b\n") << QStringLiteral("a#\n#b\n");
}

void TstMachineReading::numbersAreTakenOut()
{
    QFETCH(QString, text);
    QFETCH(QString, kept);
    QCOMPARE(withoutNumbers(text, QStringLiteral("#")), kept);
    QVERIFY(!holdsNumber(withoutNumbers(text, QStringLiteral("#"))));
}

void TstMachineReading::regionHoldsItsWords()
{
    MachineReading reading = made();
    reading.bubbles = {{ReadBubble::Side::Middle, {line("14:03", 5)}}, // at x 10, 200 wide, 20 high
                       {ReadBubble::Side::Left, {{{{QStringLiteral("ab"), QRect(10, 40, 20, 20), 90}, {QStringLiteral("cd"), QRect(60, 40, 20, 20), 90}}}, line("below", 62)}}};
    const MachineReading cut = readingIn(reading, QRect(0, 30, 50, 25));
    QCOMPARE(readingText(cut), QStringLiteral("ab\n"));
    QCOMPARE(cut.bubbles.constFirst().side, ReadBubble::Side::Left);
    QCOMPARE(cut.size, reading.size);
    QCOMPARE(readingIn(reading, QRect(QPoint(), QSize(300, 300))), reading);
    QVERIFY(readingIn(reading, QRect(500, 500, 5, 5)).bubbles.isEmpty());
}

QObject *make_tst_machinereading();
QObject *make_tst_machinereading()
{
    return new TstMachineReading;
}

#include "tst_machinereading.moc"
