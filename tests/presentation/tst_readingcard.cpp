// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/readingcard.h>

#include <QtTest/QTest>

using namespace arb;
using namespace arb::presentation;

/// What the card says of a machine's reading: counts and rates, never a verdict, never a number without its picture.
class TstReadingCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bubblesAreHeldAgainstTheLog();
    void numbersAreNotRepeated();
    void wordsOfNoSideSaySo();
    void whatIsTooMuchIsCounted();
    void whatIsNotLaidBesideTheLogYetSaysSo();
    void statesAreSaid();
    void ratesAreReadAndRefused();
    void textOfItsOwnSaysWhatItIs();

private:
    static domain::CaseFile caseFile()
    {
        domain::CaseFile file;
        domain::ChatMessage message;
        message.id = QStringLiteral("m1");
        message.text = QString::fromUtf8("可以给您补偿332.12元");
        file.chat.append(message);
        return file;
    }
    static FileFinds finds(const char *text)
    {
        FileFinds made;
        made.readState = FileFinds::State::Done;
        made.reading.size = QSize(1080, 2340);
        const domain::ReadWord word{QString::fromUtf8(text), QRect(100, 200, 500, 40), 93};
        made.reading.bubbles = {{domain::ReadBubble::Side::Left, {{{word}}}}};
        return made;
    }
    static FactsCard cardOf(const FileFinds &finds)
    {
        FactsCard card;
        addReading(card, caseFile(), finds, ReadingRates{QStringLiteral("a"), QStringLiteral("2026-11-27"), 1000, 9, 1000, 21},
                   domain::matchTranscript(finds.reading, caseFile().chat));
        return card;
    }
};

void TstReadingCard::bubblesAreHeldAgainstTheLog()
{
    const FactsCard card = cardOf(finds("我从来没有说过"));
    QCOMPARE(card.lines.size(), 2);
    QVERIFY(card.lines.first().hint.contains(QStringLiteral("99.1 %")));
    QVERIFY(card.lines.first().hint.contains(QStringLiteral("97.9 %")));
    QVERIFY(card.lines.last().value.contains(QStringLiteral("not in the platform's log")));
    QCOMPARE(card.lines.last().places.size(), 1);
    QCOMPARE(card.lines.last().places.first().region, QRect(100, 200, 500, 40));
}

void TstReadingCard::numbersAreNotRepeated()
{
    const FactsCard card = cardOf(finds("可以给您补偿882.12元"));
    QCOMPARE(card.lines.size(), 2);
    QVERIFY(!card.lines.last().value.contains(QStringLiteral("8"))); // neither the line nor the digits that differ
    QVERIFY(card.lines.last().value.contains(QStringLiteral("differs in a number")));
    QCOMPARE(card.lines.last().places.last().message, QStringLiteral("m1"));
}

void TstReadingCard::wordsOfNoSideSaySo()
{
    FileFinds made = finds("我从来没有说过");
    made.reading.bubbles.first().side = domain::ReadBubble::Side::Middle;
    const FactsCard card = cardOf(made);
    QCOMPARE(card.lines.size(), 2);
    QCOMPARE(card.lines.last().value, QString::fromUtf8("我从来没有说过: side unknown, perhaps no message; not in the platform's log"));
    made = finds("12:01"); // a clock time is none
    made.reading.bubbles.first().side = domain::ReadBubble::Side::Middle;
    QCOMPARE(cardOf(made).lines.size(), 1);
}

void TstReadingCard::whatIsTooMuchIsCounted()
{
    FileFinds made = finds("我从来没有说过");
    for (int n = 1; n < 43; ++n)
        made.reading.bubbles.append(made.reading.bubbles.first());
    const FactsCard card = cardOf(made);
    QCOMPARE(card.lines.size(), 1 + 40 + 1); // how much was read, the lines, and what is not among them
    QVERIFY2(card.lines.last().value.startsWith(QStringLiteral("3 more")), qPrintable(card.lines.last().value));
}

void TstReadingCard::whatIsNotLaidBesideTheLogYetSaysSo()
{
    FactsCard card;
    addReading(card, caseFile(), finds("我从来没有说过"), std::nullopt, std::nullopt);
    QCOMPARE(card.lines.size(), 2);
    QVERIFY(card.lines.last().value.contains(QStringLiteral("being laid beside the platform's log")));
    card = {};
    addReading(card, {}, finds("我从来没有说过"), std::nullopt, std::nullopt); // a case without a log
    QCOMPARE(card.lines.size(), 1);
}

void TstReadingCard::statesAreSaid()
{
    FileFinds made;
    QVERIFY(cardOf(made).lines.isEmpty());
    made.readState = FileFinds::State::Looking;
    QCOMPARE(cardOf(made).lines.size(), 1);
    made.readState = FileFinds::State::Failed;
    QVERIFY(!cardOf(made).lines.first().value.contains(QStringLiteral("tesseract")));
    made.readerMissing = true;
    QVERIFY(cardOf(made).lines.first().value.contains(QStringLiteral("tesseract-ocr-chi-sim")));
}

void TstReadingCard::ratesAreReadAndRefused()
{
    QVERIFY(readingRatesFrom(R"({"set":"a","date":"b","light":{"characters":10,"wrong":1},"dark":{"characters":10,"wrong":0}})"));
    for (const char *bad : {"", "[]", "{}", R"({"light":{"characters":10,"wrong":11},"dark":{"characters":10,"wrong":0}})", R"({"light":{"characters":10,"wrong":1}})"})
        QVERIFY2(!readingRatesFrom(bad), bad);
    QCOMPARE(rateText(1235, 11), QStringLiteral("99.1 %"));
}

void TstReadingCard::textOfItsOwnSaysWhatItIs()
{
    domain::MachineReading reading = finds("可以给您补偿882.12元").reading;
    const QString text = readingExhibitText(reading, QStringLiteral("b1"));
    QVERIFY2(text.startsWith(QStringLiteral("What a machine read in b1.")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("never evidence by itself")));
    QVERIFY(text.contains(QStringLiteral("Numbers are left out")));
    QVERIFY(text.endsWith(QString::fromUtf8("\n\n可以给您补偿[number]元\n")));
    QVERIFY(!text.contains(QStringLiteral("no time")));
    reading = finds("好的").reading;
    reading.complete = false;
    QVERIFY(!readingExhibitText(reading, QStringLiteral("b1")).contains(QStringLiteral("Numbers")));
    QVERIFY(readingExhibitText(reading, QStringLiteral("b1")).contains(QStringLiteral("no time")));
    QVERIFY(readingExhibitText({}, QStringLiteral("b1")).isEmpty());
}

QObject *make_tst_readingcard();
QObject *make_tst_readingcard() { return new TstReadingCard; }

#include "tst_readingcard.moc"
