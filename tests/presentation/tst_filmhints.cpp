// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include <presentation/filmhints.h>

#include <QtTest/QTest>

#include <algorithm>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;
using domain::FilmHint;
using domain::FoundCode;

/// What searches found in a film, in sentences that accuse nobody, set against the order's waybills.
class TstFilmHints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasItsSentence_data();
    void everyKindHasItsSentence();
    void soundMayBeginLate();
    void clocksCountFromTheFirstFrame();
    void codesAreSetAgainstTheWaybills_data();
    void codesAreSetAgainstTheWaybills();
    void picturesHaveNoTimes();
    void numberAloneIsNoOther_data();
    void numberAloneIsNoOther();
    void digitsCountByTheCasesOwn();
    void strangersCodesAreVisible();
    void cardLeadsToBothFrames();
    void cardSaysWhatHintsAreWorth();
    void chosenHintSaysWhatItMeans_data();
    void chosenHintSaysWhatItMeans();
    void chosenFindIsToldHoweverManyThereAre();
    void whatTheFileTellsIsNeverLeftOut();
    void nothingFoundIsSaidPlainly();
    void moreThanIsShownIsNotNothing();
    void hintsStandWhereTheirWordsSay();
    void searchesTellHowFarTheyAre();
    void notSearchedIsNotSpokenOf();
    void ratesAreReadAndRefused();
    void shippedRatesAreThere();
    void chineseHasNoEnglishLeft();

private:
    static constexpr qint64 firstUs = 80'000;
    static domain::CaseFile caseFile()
    {
        domain::CaseFile file;
        file.order.orderNo = QStringLiteral("SF2026100400001");
        file.order.waybillNo = QStringLiteral("SF1234567890123");
        file.returnLeg = domain::ReturnLeg();
        file.returnLeg->waybillNo = QStringLiteral("YT 8765-4321-0001");
        return file;
    }
    static domain::Exhibit film()
    {
        domain::Exhibit made;
        made.id = QStringLiteral("b1");
        made.kind = domain::ExhibitKind::Video;
        made.facts = {{QStringLiteral("firstPtsUs"), firstUs}};
        return made;
    }
    static FilmHint hint(FilmHint::Kind kind) { return {kind, firstUs + 36'960'000, firstUs + 37'000'000, 924, 925, 400}; }
    static FoundCode code(const char *text, FoundCode::Symbology symbology = FoundCode::Symbology::Code128)
    {
        return {QString::fromUtf8(text), symbology, 80, firstUs + 3'200'000, firstUs + 4'000'000, QRect(10, 20, 300, 40)};
    }
    static FileFinds finds()
    {
        FileFinds made;
        made.hintState = made.codeState = FileFinds::State::Done;
        made.hints = {hint(FilmHint::Kind::Interruption), hint(FilmHint::Kind::Covered)};
        made.codes = {code("SF1234567890123")};
        return made;
    }
    static FactsCard cardOf(const FileFinds &finds)
    {
        FactsCard card;
        addFinds(card, caseFile(), film(), finds, HintRates{QStringLiteral("s"), QStringLiteral("2026-11-27"), 106, 96, 4});
        return card;
    }
    static QString textOf(const FactsCard &card)
    {
        QStringList words;
        for (const CardLine &line : card.lines)
            words << line.label << line.value << line.hint;
        return words.join(QLatin1Char('\n'));
    }
};

void TstFilmHints::everyKindHasItsSentence_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("sentence");
    const auto row = [](FilmHint::Kind kind, const char *words) { QTest::newRow(words) << int(kind) << QString::fromLatin1(words); };
    row(FilmHint::Kind::Interruption, "possible interruption at 0:37.0");
    row(FilmHint::Kind::Dissolve, "possible interruption at 0:36.9: one view fades into another");
    row(FilmHint::Kind::Covered, "the view was covered, or it was dark, from 0:36.9 to 0:37.0");
    row(FilmHint::Kind::Flash, "a flash of light at 0:37.0");
    row(FilmHint::Kind::Still, "the picture stands still from 0:36.9 to 0:37.0");
    row(FilmHint::Kind::MissingFrames, "frames are missing from 0:36.9 to 0:37.0");
    row(FilmHint::Kind::SoundBreak, "the sound breaks off from 0:36.9 to 0:37.0");
    row(FilmHint::Kind::Damaged, "damaged pictures from 0:36.9 to 0:37.0: the film cannot be judged there");
    row(FilmHint::Kind::Joined, "another recording begins at 0:37.0: the clock of the file starts again");
    row(FilmHint::Kind::Unshown, "behind its end the file holds another recording, which is not shown");
    row(FilmHint::Kind::Resized, "the pictures have another size from 0:37.0 on");
}

void TstFilmHints::everyKindHasItsSentence()
{
    QFETCH(int, kind);
    QFETCH(QString, sentence);
    QCOMPARE(hintSentence(hint(FilmHint::Kind(kind)), firstUs), sentence);
}

void TstFilmHints::soundMayBeginLate()
{
    const Speaking english(false);
    FilmHint late{FilmHint::Kind::SoundBreak, firstUs, firstUs + 1'500'000, 0, 37, 400};
    QCOMPARE(hintSentence(late, firstUs), QStringLiteral("the sound begins late, at 0:01.5"));
    late.fromUs += 40'000;
    QCOMPARE(hintSentence(late, firstUs), QStringLiteral("the sound breaks off from 0:00.0 to 0:01.5"));
}

void TstFilmHints::clocksCountFromTheFirstFrame()
{
    QCOMPARE(filmClock(0), QStringLiteral("0:00"));
    QCOMPARE(filmClock(37'999'999), QStringLiteral("0:37"));
    QCOMPARE(filmClock(3'200'000, true), QStringLiteral("0:03.2"));
    QCOMPARE(filmClock(3'723'400'000), QStringLiteral("1:02:03"));
    QCOMPARE(filmClock(-5), QStringLiteral("0:00")); // nothing is before the first frame
}

void TstFilmHints::codesAreSetAgainstTheWaybills_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("symbology");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *text, FoundCode::Symbology symbology, const char *sentence) {
        QTest::newRow(text) << QString::fromUtf8(text) << int(symbology) << QString::fromUtf8(sentence);
    };
    using S = FoundCode::Symbology;
    row("SF1234567890123", S::Code128, "waybill matches at 0:03.2");
    row("sf 1234-5678-90123", S::Code128, "waybill matches at 0:03.2");
    row("https://example.org/t?no=SF1234567890123", S::Qr, "waybill matches at 0:03.2");
    row("YT876543210001-1-1-", S::Code128, "waybill of the return matches at 0:03.2");
    row("SF1234567890124", S::Code128, "another waybill at 0:03.2: SF1234567890124");
    row("6901234567892", S::Ean13, "another code at 0:03.2: 6901234567892"); // goods, not parcels
    row("hello", S::Qr, "another code at 0:03.2: hello");
    row("YT7654321098765", S::Qr, "another waybill at 0:03.2: YT7654321098765");
    row("SF 7654-3210-98765", S::Qr, "another waybill at 0:03.2: SF 7654-3210-98765");
    row("https://example.org/track/JDVB12345678901?from=app", S::Qr, "another waybill at 0:03.2: JDVB12345678901");
    row("k1=2;no=jt1234567890123;k2=7", S::Qr, "another waybill at 0:03.2: jt1234567890123");
    row("EA123456785CN", S::Qr, "another waybill at 0:03.2: EA123456785CN");
    row("EA123456784CN", S::Qr, "another code at 0:03.2: EA123456784CN"); // its check digit is wrong
    row("https://example.org/item/100012043978.html", S::Qr, "another code at 0:03.2: https://example.org/item/100012043978.html");
    row("13812345678", S::Qr, "another code at 0:03.2: 13812345678");
    row("4312345678901", S::Qr, "another code at 0:03.2: 4312345678901"); // digits alone: an order, a payment
    row("SF2026100400001", S::Qr, "another code at 0:03.2: SF2026100400001"); // the order's own number
    row("LP00123456789012", S::Qr, "another code at 0:03.2: LP00123456789012"); // stands beside the waybill number on many labels
}

void TstFilmHints::codesAreSetAgainstTheWaybills()
{
    QFETCH(QString, text);
    QFETCH(int, symbology);
    QFETCH(QString, sentence);
    QCOMPARE(codeSentence(code(text.toUtf8().constData(), FoundCode::Symbology(symbology)), caseFile(), domain::ExhibitKind::Video, firstUs), sentence);
}

void TstFilmHints::picturesHaveNoTimes()
{
    QCOMPARE(codeSentence(code("SF1234567890123"), caseFile(), domain::ExhibitKind::Image, 0), QStringLiteral("waybill matches"));
    QCOMPARE(codeSentence(code("SF1234567890124"), caseFile(), domain::ExhibitKind::Image, 0), QStringLiteral("another waybill: SF1234567890124"));
    domain::CaseFile bare;
    bare.order.waybillNo = QStringLiteral("123"); // so short that it would stand in many codes
    QCOMPARE(int(matchOf(code("SF1234567890123"), bare)), int(CodeMatch::OtherWaybill));
}

void TstFilmHints::numberAloneIsNoOther_data()
{
    QTest::addColumn<QString>("ours");
    QTest::addColumn<QString>("returned");
    QTest::addColumn<QString>("words");
    QTest::newRow("no number") << QString() << QString() << QStringLiteral("; this case has none to compare it with");
    QTest::newRow("a dash") << QStringLiteral(" - ") << QString() << QStringLiteral("; this case has none to compare it with");
    QTest::newRow("the return's alone") << QString() << QStringLiteral("YT8765432100012")
                                        << QStringLiteral("; it is not that of the return, and the order has none to compare it with");
}

void TstFilmHints::numberAloneIsNoOther()
{
    QFETCH(QString, ours);
    QFETCH(QString, returned);
    QFETCH(QString, words);
    const Speaking english(false);
    domain::CaseFile file;
    file.order.waybillNo = ours;
    if (!returned.isEmpty()) {
        file.returnLeg = domain::ReturnLeg();
        file.returnLeg->waybillNo = returned;
    }
    for (const FoundCode &read : {code("SF1234567890123"), code("SF1234567890123", FoundCode::Symbology::Qr)}) {
        QCOMPARE(int(matchOf(read, file)), int(CodeMatch::UncomparedWaybill));
        QCOMPARE(codeSentence(read, file, domain::ExhibitKind::Video, firstUs), QStringLiteral("a waybill number was read at 0:03.2: SF1234567890123").append(words));
        QCOMPARE(codeSentence(read, file, domain::ExhibitKind::Image, 0), QStringLiteral("a waybill number was read: SF1234567890123").append(words));
        FileFinds found = finds();
        found.codes = {read};
        FactsCard card;
        addFinds(card, file, film(), found, std::nullopt);
        const auto line = std::ranges::find(card.lines, QStringLiteral("code 0"), &CardLine::find);
        QVERIFY(line != card.lines.cend());
        QVERIFY(!line->look); // it points at nobody
        QCOMPARE(line->hint, QString());
    }
}

void TstFilmHints::digitsCountByTheCasesOwn()
{
    const auto qr = [](const char *text) { return code(text, FoundCode::Symbology::Qr); };
    domain::CaseFile file;
    file.order.waybillNo = QStringLiteral("4312345678901");
    QCOMPARE(int(matchOf(qr("4398765432109"), file)), int(CodeMatch::OtherWaybill));
    QCOMPARE(int(matchOf(qr("https://example.org/4398765432109"), file)), int(CodeMatch::OtherCode)); // of a shop as well as of a carrier
    QCOMPARE(int(matchOf(qr("1398765432109"), file)), int(CodeMatch::OtherCode));
    file.order.waybillNo = QStringLiteral("13812345678");
    QCOMPARE(int(matchOf(qr("13898765432"), file)), int(CodeMatch::OtherCode)); // a phone number
    file.order.waybillNo = QStringLiteral("JF260930771043"); // letters that no list knows
    QCOMPARE(int(matchOf(qr("JF260930771044"), file)), int(CodeMatch::OtherWaybill));
    QCOMPARE(int(matchOf(qr("no=JF260930771044"), file)), int(CodeMatch::OtherWaybill));
    QCOMPARE(int(matchOf(qr("JF26093077104"), file)), int(CodeMatch::OtherCode));
    QCOMPARE(int(matchOf(qr("JG260930771044"), file)), int(CodeMatch::OtherCode));
}

void TstFilmHints::strangersCodesAreVisible()
{
    const QString sentence = codeSentence(code("a\xE2\x80\xAE" "b", FoundCode::Symbology::Qr), caseFile(), domain::ExhibitKind::Image, 0);
    QVERIFY(!sentence.contains(QChar(0x202E))); // would turn the rest of the line round
    const QString longest = codeSentence(code(QByteArray(200, 'x').constData(), FoundCode::Symbology::Qr), caseFile(), domain::ExhibitKind::Image, 0);
    QVERIFY(longest.size() < 100);
}

void TstFilmHints::cardLeadsToBothFrames()
{
    const FactsCard card = cardOf(finds());
    const auto line = std::ranges::find(card.lines, QStringLiteral("possible interruption at 0:37.0"), &CardLine::value);
    QVERIFY(line != card.lines.cend());
    QCOMPARE(line->places.size(), 2);
    QCOMPARE(line->places[0].frame, 924);
    QCOMPARE(line->places[0].ptsUs, firstUs + 36'960'000);
    QCOMPARE(line->places[1].frame, 925);
    const auto waybill = std::ranges::find(card.lines, QStringLiteral("waybill matches at 0:03.2"), &CardLine::value);
    QVERIFY(waybill != card.lines.cend());
    QVERIFY(!waybill->look);
    QCOMPARE(waybill->places.constFirst().frame, 80);
    QCOMPARE(waybill->places.constFirst().region, QRect(10, 20, 300, 40));
}

void TstFilmHints::cardSaysWhatHintsAreWorth()
{
    const QString text = textOf(cardOf(finds()));
    QVERIFY(text.contains(QStringLiteral("96 of 106")));
    QVERIFY(text.contains(QStringLiteral("4 times")));
    QVERIFY(text.contains(QStringLiteral("Whip pans")));
    QVERIFY(text.contains(QStringLiteral("damage that no decoder notices (HEVC, VP9)")));
    QVERIFY(!text.contains(QStringLiteral("edited"), Qt::CaseInsensitive)); // that would be a verdict
    FactsCard unknown;
    addFinds(unknown, caseFile(), film(), finds(), std::nullopt);
    QVERIFY(!textOf(unknown).contains(QStringLiteral("labelled set")));
    FileFinds other = finds();
    other.codes = {code("SF1234567890124")};
    QVERIFY(std::ranges::any_of(cardOf(other).lines, &CardLine::look));
}

void TstFilmHints::chosenHintSaysWhatItMeans_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("counted"); // as the labelled set has it; cuts, covered lenses and flashes are counted and nothing else
    const auto row = [](FilmHint::Kind kind, const char *words, const char *counted) {
        QTest::newRow(words) << int(kind) << QString::fromLatin1(words) << QString::fromLatin1(counted);
    };
    row(FilmHint::Kind::Interruption, "Whip pans", "96 of 106");
    row(FilmHint::Kind::Dissolve, "slow turn", "12 of 14 dissolves");
    row(FilmHint::Kind::Covered, "cannot be seen", "25 of 28 covered lenses");
    row(FilmHint::Kind::Flash, "lamp", "26 of 27 flashes");
    row(FilmHint::Kind::Still, "lies still", "");
    row(FilmHint::Kind::MissingFrames, "leave something out", "");
    row(FilmHint::Kind::SoundBreak, "microphone", "");
    row(FilmHint::Kind::Damaged, "HEVC and VP9", ""); // where nothing is told of damage
    row(FilmHint::Kind::Joined, "read from the file", "");
    row(FilmHint::Kind::Unshown, "as a file by itself", "");
    row(FilmHint::Kind::Resized, "fitted into the size of the first", "");
}

void TstFilmHints::chosenHintSaysWhatItMeans()
{
    QFETCH(int, kind);
    QFETCH(QString, words);
    QFETCH(QString, counted);
    FileFinds found = finds();
    found.hints = {hint(FilmHint::Kind(kind))};
    FactsCard card;
    addFinds(card, caseFile(), film(), found, HintRates{QStringLiteral("s"), QStringLiteral("2026-11-27"), 106, 96, 4, 28, 25, 27, 26, 14, 12}, QStringLiteral("hint 0"));
    const auto line = std::ranges::find(card.lines, QStringLiteral("hint 0"), &CardLine::find);
    QVERIFY(line != card.lines.cend());
    QVERIFY2(line->hint.contains(words), qPrintable(line->hint));
    QVERIFY2(line->hint.contains(counted), qPrintable(line->hint));
    QCOMPARE(line->hint.contains(QStringLiteral("labelled set")), !counted.isEmpty());
    const QList<FilmHint::Kind> readFromFile{FilmHint::Kind::Joined, FilmHint::Kind::Unshown, FilmHint::Kind::Resized};
    const bool isRead = readFromFile.contains(FilmHint::Kind(kind));
    QCOMPARE(line->hint.contains(QStringLiteral("not counted")), counted.isEmpty() && !isRead);
    QCOMPARE(line->hint.contains(QStringLiteral("read from the file")), isRead);
    QCOMPARE(line->places.size(), FilmHint::Kind(kind) == FilmHint::Kind::Unshown ? 1 : 2);
    const bool isDissolve = FilmHint::Kind(kind) == FilmHint::Kind::Dissolve; // which has its own
    QCOMPARE(textOf(card).count(QStringLiteral("96 of 106")), isDissolve ? 0 : 1); // once, not in the heading as well
    QVERIFY(!textOf(card).contains(QStringLiteral("edited"), Qt::CaseInsensitive));
}

void TstFilmHints::chosenFindIsToldHoweverManyThereAre()
{
    FileFinds many = finds();
    many.hints = QList<FilmHint>(60, hint(FilmHint::Kind::Flash));
    many.codes = QList<FoundCode>(60, code("SF1234567890124"));
    const auto has = [](const FactsCard &card, const char *find) { return std::ranges::any_of(card.lines, [find](const CardLine &line) { return line.find == QLatin1StringView(find); }); };
    const FactsCard plain = cardOf(many);
    QVERIFY(has(plain, "hint 39") && !has(plain, "hint 40") && !has(plain, "hint 55") && !has(plain, "code 55"));
    QVERIFY(textOf(plain).contains(QStringLiteral("and 20 more")));
    FactsCard chosen;
    addFinds(chosen, caseFile(), film(), many, std::nullopt, QStringLiteral("hint 55"));
    QVERIFY(has(chosen, "hint 55") && !has(chosen, "hint 40"));
    QVERIFY(textOf(chosen).contains(QStringLiteral("and 19 more")));
    FactsCard label;
    addFinds(label, caseFile(), film(), many, std::nullopt, QStringLiteral("code 55"));
    QVERIFY(has(label, "code 55"));
}

/// Nobody guessed it: it stands among the guesses, by time, however many there are.
void TstFilmHints::whatTheFileTellsIsNeverLeftOut()
{
    FileFinds many = finds();
    many.hints = QList<FilmHint>(120, hint(FilmHint::Kind::Flash));
    many.hints[5] = hint(FilmHint::Kind::Joined);
    many.hints[90] = hint(FilmHint::Kind::Joined);
    many.hints.append(hint(FilmHint::Kind::Unshown));
    const FactsCard card = cardOf(many);
    QStringList ids;
    for (const CardLine &line : card.lines) {
        if (line.find.startsWith(QLatin1String("hint ")))
            ids.append(line.find);
    }
    QCOMPARE(ids.size(), 40);
    QVERIFY(ids.contains(QStringLiteral("hint 5")));
    QCOMPARE(ids.sliced(37), (QStringList{QStringLiteral("hint 37"), QStringLiteral("hint 90"), QStringLiteral("hint 120")}));
    QVERIFY(textOf(card).contains(QStringLiteral("and 81 more")));
}

void TstFilmHints::nothingFoundIsSaidPlainly()
{
    FileFinds nothing;
    nothing.hintState = nothing.codeState = FileFinds::State::Done;
    const QString text = textOf(cardOf(nothing));
    QVERIFY(text.contains(QStringLiteral("no interruption noticed")));
    QVERIFY(text.contains(QStringLiteral("none read")));
}

/// Of a film that is whole in what it shows, while the file holds another one.
void TstFilmHints::moreThanIsShownIsNotNothing()
{
    const Speaking english(false);
    for (const FilmHint::Kind kind : {FilmHint::Kind::Unshown, FilmHint::Kind::Joined}) {
        FileFinds found;
        found.hintState = FileFinds::State::Done;
        found.hints = {hint(FilmHint::Kind::Covered), hint(kind)};
        const QString text = textOf(cardOf(found));
        QVERIFY(!text.contains(QStringLiteral("no interruption noticed")));
        QVERIFY(text.contains(kind == FilmHint::Kind::Joined ? QStringLiteral("possible interruption") : QStringLiteral("the file holds more than is shown")));
    }
}

void TstFilmHints::hintsStandWhereTheirWordsSay()
{
    const FilmHint dissolve{FilmHint::Kind::Dissolve, firstUs + 8'000'000, firstUs + 8'600'000, 200, 215, 400};
    QCOMPARE(hintMomentUs(dissolve), firstUs + 8'300'000);
    QVERIFY(hintSentence(dissolve, firstUs).contains(QStringLiteral("0:08.3")));
    QCOMPARE(hintMomentUs(hint(FilmHint::Kind::Interruption)), firstUs + 37'000'000);
    QCOMPARE(hintMomentUs(hint(FilmHint::Kind::Damaged)), firstUs + 36'960'000);
}

void TstFilmHints::searchesTellHowFarTheyAre()
{
    FileFinds looking;
    looking.hintState = FileFinds::State::Looking;
    looking.permille = 425;
    QVERIFY(textOf(cardOf(looking)).contains(QStringLiteral("42 %")));
    looking.hintState = FileFinds::State::Failed;
    QVERIFY(textOf(cardOf(looking)).contains(QStringLiteral("could not be looked through")));
}

void TstFilmHints::notSearchedIsNotSpokenOf()
{
    QVERIFY(cardOf(FileFinds()).lines.isEmpty());
}

void TstFilmHints::ratesAreReadAndRefused()
{
    const auto good = hintRatesFrom(R"({"set":"a","date":"2026-11-27","cuts":10,"found":8,"false":1})");
    QVERIFY(good);
    QCOMPARE(*good, (HintRates{QStringLiteral("a"), QStringLiteral("2026-11-27"), 10, 8, 1}));
    const auto all = hintRatesFrom(R"({"set":"a","date":"2026-11-27","cuts":10,"found":8,"false":1,"covers":{"told":3,"of":4},"flashes":{"told":0,"of":2}})");
    QVERIFY(all);
    QCOMPARE(*all, (HintRates{QStringLiteral("a"), QStringLiteral("2026-11-27"), 10, 8, 1, 4, 3, 2, 0}));
    const auto odd = hintRatesFrom(R"({"set":"a","date":"2026-11-27","cuts":10,"found":8,"false":1,"covers":{"told":5,"of":4},"flashes":{"told":-1,"of":2}})");
    QVERIFY(odd);
    QCOMPARE(*odd, *good); // those are as if not counted
    const auto kinds = hintRatesFrom(R"({"set":"a","date":"2026-11-27","cuts":10,"found":8,"false":1,"kinds":{"dissolve":{"cuts":5,"found":4}}})");
    QVERIFY(kinds);
    QCOMPARE(*kinds, (HintRates{QStringLiteral("a"), QStringLiteral("2026-11-27"), 10, 8, 1, 0, 0, 0, 0, 5, 4}));
    QVERIFY(hintMeaning(FilmHint::Kind::Dissolve, kinds).contains(QStringLiteral("4 of 5 dissolves")));
    QVERIFY(hintMeaning(FilmHint::Kind::Dissolve, good).contains(QStringLiteral("8 of 10 cuts"))); // not counted by themselves
    for (const char *bad : {"", "[]", "{}", R"({"cuts":0,"found":0})", R"({"cuts":10,"found":11,"false":0})", R"({"cuts":10,"found":5,"false":-1})"})
        QVERIFY2(!hintRatesFrom(bad), bad);
}

void TstFilmHints::shippedRatesAreThere()
{
    const auto rates = shippedHintRates();
    QVERIFY(rates);
    QVERIFY(rates->cuts >= 100);
    QVERIFY(rates->covers >= 20 && rates->flashes >= 20 && rates->dissolves >= 10);
    QVERIFY(hintMeaning(FilmHint::Kind::Covered, rates).contains(QStringLiteral("%1 of %2 covered lenses").arg(rates->coversTold).arg(rates->covers)));
    QVERIFY(hintMeaning(FilmHint::Kind::Covered, std::nullopt).contains(QStringLiteral("not counted")));
}

void TstFilmHints::chineseHasNoEnglishLeft()
{
    const Speaking chinese(true);
    FileFinds all = finds();
    all.hints.clear();
    for (int kind = 0; kind <= int(FilmHint::Kind::Unshown); ++kind)
        all.hints.append(hint(FilmHint::Kind(kind)));
    all.codes = {code("SF1234567890123"), code("YT876543210001"), code("SF1234567890124"), code("6901234567892", FoundCode::Symbology::Ean13)};
    all.hints.append({FilmHint::Kind::SoundBreak, firstUs, firstUs + 1'500'000, 0, 37, 400});
    FileFinds looking;
    looking.hintState = looking.codeState = FileFinds::State::Looking;
    FileFinds failed;
    failed.hintState = failed.codeState = FileFinds::State::Failed;
    QString text = textOf(cardOf(all)) + textOf(cardOf(looking)) + textOf(cardOf(failed));
    domain::CaseFile noNumber, onlyReturn = caseFile();
    onlyReturn.order.waybillNo.clear();
    for (int kind = 0; kind <= int(FilmHint::Kind::Unshown); ++kind) {
        text += hintMeaning(FilmHint::Kind(kind), HintRates{QString(), QString(), 106, 96, 4, 25, 25, 27, 26, 14, 12});
        text += hintMeaning(FilmHint::Kind(kind), std::nullopt);
        text += hintMeaning(FilmHint::Kind(kind), HintRates{QString(), QString(), 106, 96, 4});
    }
    for (const domain::CaseFile &file : {noNumber, onlyReturn}) {
        for (const domain::ExhibitKind kind : {domain::ExhibitKind::Video, domain::ExhibitKind::Image})
            text += codeSentence(code("SF1234567890124"), file, kind, firstUs);
    }
    for (const CardLine &line : cardOf(all).lines) {
        for (const CardPlace &place : line.places)
            text += place.words;
    }
    text.remove(QStringLiteral("SF1234567890124"));
    text.remove(QStringLiteral("HEVC")).remove(QStringLiteral("VP9")); // names in every language
    QVERIFY2(std::ranges::none_of(text, [](QChar c) { return c.isLetter() && c.unicode() < 0x80; }), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("0:37")));
}

QObject *make_tst_filmhints();
QObject *make_tst_filmhints()
{
    return new TstFilmHints;
}

#include "tst_filmhints.moc"
