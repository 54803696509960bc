// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/reasonwords.h>
#include <usecases/searchtext.h>

#include <contracts/contractdata.h>

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <algorithm>

using namespace arb;
using namespace arb::usecases;

namespace {

/// Letters of every kind that meet in one text, and what stands between them.
const QStringList &alphabet()
{
    static const QStringList letters = QString::fromUtf8("退 款 假 货 的 一 々 〇 ー 手 环 カ が 한 國 𠮷 a B c 1 0 2 É ß ﬁ Ａ １ я 　 , 。 - % _ ' \" * 😀")
                                           .split(u' ', Qt::SkipEmptyParts)
        + QStringList{QStringLiteral(" "), QString(QChar(0x200b)), QString(QChar(0x301)), QString(QChar(0xfe0f)), QString(QChar(0xd800))};
    return letters;
}

QString randomText(QRandomGenerator &dice, int longest)
{
    QString text;
    const int length = static_cast<int>(dice.bounded(longest + 1));
    for (int n = 0; n < length; ++n)
        text += alphabet().at(dice.bounded(static_cast<int>(alphabet().size())));
    return text;
}

bool joins(const QString &letter)
{
    const char16_t first = letter.at(0).unicode();
    return first == 0x200b || first == 0x301 || first == 0xfe0f;
}

bool isHan(const QString &letter)
{
    return letter.size() == 1 && letter.at(0).unicode() >= 0x4e00 && letter.at(0).unicode() <= 0x9fff;
}

} // namespace

class TstSearchText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesTokens_data();
    void makesTokens();
    void makesPhrases_data();
    void makesPhrases();
    void findsWhatStandsThere();
    void findsNothingElse();
    void longTextsAreSearchedInPieces_data();
    void longTextsAreSearchedInPieces();
    void aLongTextIsGivenUp();
    void tokensAreFoldedOnce();
    void knowsWhatOnlyAMachineRead();
    void columnHoldsTokens();
    void keepsWithinBounds();
    void searchesCaseButNoPersonalData();
    void searchesReasonsInBothLanguages();
    void searchesRulingsThatCount();
};

void TstSearchText::makesTokens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tokens"); // joined by |
    const auto row = [](const char *text, const char *tokens) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(tokens); };
    row("", "");
    row(" ,.!?%_'\"*()", "");
    row("退款", "退款|款");
    row("退", "退");
    row("七天无理由", "七天|天无|无理|理由|由");
    row("退款，假货", "退款|款|假货|货");
    row("Band 6 Pro", "band|6|pro");
    row("D-20261012-004", "d|20261012|004");
    row("iPhone15手机壳", "iphone15|手机|机壳|壳");
    row("Ｂａｎｄ１００％", "band100");
    row("Straße ÉCOLE", "straße|école"); // simple folding: one character stays one
    row("e\xcc\x81t\xc3\xa9", "été");           // composed and decomposed alike
    row("かき カキ", "かき|き|カキ|キ");
    row("コーヒー", "コー|ーヒ|ヒー|ー");
    row("한국어", "한국|국어|어");
    row("𠮷野家", "𠮷野|野家|家");              // beyond the first plane
    row("退\xe2\x80\x8b款", "退款|款");          // a zero-width space hides nothing
    row("葛\xef\xb8\x80城", "葛城|城");          // nor a variation selector
    row("дом-2", "дом|2");
    row("👍退款👍", "退款|款");
}

void TstSearchText::makesTokens()
{
    QFETCH(QString, text);
    QFETCH(QString, tokens);
    QCOMPARE(searchTokens(text).join(u'|'), tokens);
}

void TstSearchText::makesPhrases_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("tokens");
    QTest::addColumn<bool>("prefix");
    const auto row = [](const char *word, const char *tokens, bool prefix) {
        QTest::newRow(word) << QString::fromUtf8(word) << QString::fromUtf8(tokens) << prefix;
    };
    row("退款", "退款", false);
    row("退", "退", true);
    row("七天无", "七天|天无", false);
    row("退款 100", "退款|款|100", true);
    row("100 退款", "100|退款", false);
    row("Band", "band", true);
    row("abc退", "abc|退", true);
    row("100%", "100", true);
}

void TstSearchText::makesPhrases()
{
    QFETCH(QString, word);
    QFETCH(QString, tokens);
    QFETCH(bool, prefix);
    const auto phrase = searchPhrase(word);
    QVERIFY(phrase.has_value());
    QCOMPARE(phrase->tokens.join(u'|'), tokens);
    QCOMPARE(phrase->lastIsPrefix, prefix);
    QVERIFY(!searchPhrase(QStringLiteral(" %_*\"'")));
    QCOMPARE(searchPhrases({QStringLiteral("!"), word}), QList<SearchPhrase>({*phrase}));
}

/// Whatever part of a text somebody types, cut out between letters of words or anywhere in Chinese, is found in it.
void TstSearchText::findsWhatStandsThere()
{
    QRandomGenerator dice(20261012);
    int searched = 0;
    for (int n = 0; n < 20'000; ++n) {
        QStringList letters;
        const int length = 1 + static_cast<int>(dice.bounded(24));
        for (int k = 0; k < length; ++k)
            letters.append(alphabet().at(dice.bounded(static_cast<int>(alphabet().size()))));
        // Latin words are found from their beginning: a cut inside one would not be one of its prefixes.
        int first = static_cast<int>(dice.bounded(length));
        while (first > 0 && !isHan(letters.at(first)) && !letters.at(first - 1).trimmed().isEmpty())
            --first;
        int count = 1 + static_cast<int>(dice.bounded(length - first));
        while (first + count < length && joins(letters.at(first + count)))
            ++count; // an accent belongs to its letter, whatever invisible stands between
        const QString text = letters.join(QString());
        const QString part = letters.mid(first, count).join(QString());
        const auto phrase = searchPhrase(part);
        if (!phrase)
            continue;
        ++searched;
        QVERIFY2(occurs(*phrase, searchTokens(text)), qPrintable(QStringLiteral("<%1> in <%2>").arg(part, text)));
    }
    QVERIFY(searched > 10'000);
}

/// In text of Han characters only, a phrase occurs exactly where the characters stand.
void TstSearchText::findsNothingElse()
{
    QRandomGenerator dice(4711);
    const QString letters = QString::fromUtf8("退款假货");
    int found = 0, missed = 0;
    for (int n = 0; n < 20'000; ++n) {
        const auto make = [&](int longest) {
            QString text;
            for (int k = static_cast<int>(dice.bounded(longest)); k >= 0; --k)
                text += letters.at(dice.bounded(4));
            return text;
        };
        const QString text = make(10), word = make(4);
        const bool there = occurs(*searchPhrase(word), searchTokens(text));
        QVERIFY2(there == text.contains(word), qPrintable(QStringLiteral("<%1> in <%2>").arg(word, text)));
        ++(there ? found : missed);
    }
    QVERIFY(found > 1000 && missed > 1000);
}

/// Both engines split the joined tokens at spaces and nowhere else, and a token made into tokens again is itself.
void TstSearchText::longTextsAreSearchedInPieces_data()
{
    QTest::addColumn<QString>("filler");
    QTest::newRow("words") << QStringLiteral("a ");
    QTest::newRow("one run") << QString::fromUtf8("退款");
    QTest::newRow("one word") << QStringLiteral("xy");
    QTest::newRow("no place to cut") << QString::fromUtf8("яж");
}

/// Wherever a piece ends, a phrase is found or not as it is among the tokens of the whole text.
void TstSearchText::longTextsAreSearchedInPieces()
{
    QFETCH(QString, filler);
    constexpr qsizetype piece = 64 * 1024;
    QRandomGenerator dice(29);
    for (int round = 0; round < 5; ++round) {
        const QString text = filler.repeated((piece - 30) / filler.size()) + randomText(dice, 80) + filler.repeated(100);
        const QStringList tokens = searchTokens(text);
        const qsizetype first = std::max<qsizetype>(0, searchTokens(filler.repeated((piece - 30) / filler.size())).size() - 40);
        QList<SearchPhrase> phrases;
        for (qsizetype at = first; at + 4 < std::min(tokens.size(), first + 130); ++at) {
            phrases.append({tokens.sliced(at, 1 + at % 4), false});
            phrases.append({{tokens.at(at), tokens.at(at + 2)}, false}); // stands there by chance, if at all
        }
        QCOMPARE(phrasesIn(phrases, text), std::ranges::count_if(phrases, [&tokens](const SearchPhrase &phrase) { return occurs(phrase, tokens); }));
    }
    QCOMPARE(phrasesIn({}, filler), 0);
    QCOMPARE(phrasesIn({{{QStringLiteral("a")}, true}}, QString()), 0);
}

void TstSearchText::aLongTextIsGivenUp()
{
    const QString text = QString::fromUtf8("退款").repeated(1'000'000);
    const QList<SearchPhrase> phrases = searchPhrases({QString::fromUtf8("没有")});
    int asked = 0;
    QCOMPARE(phrasesIn(phrases, text, [&asked] { return ++asked == 2; }), 0);
    QCOMPARE(asked, 2);
    asked = 0;
    QCOMPARE(phrasesIn(phrases, text, [&asked] { return ++asked < 0; }), 0);
    QVERIFY2(asked > 25, qPrintable(QString::number(asked))); // every 64 KiB of it
    QCOMPARE(phrasesIn(phrases, text + QString::fromUtf8("没有")), 1);
}

void TstSearchText::tokensAreFoldedOnce()
{
    QRandomGenerator dice(99);
    for (int n = 0; n < 20'000; ++n) {
        const QString text = randomText(dice, 30);
        const QStringList tokens = searchTokens(text);
        for (const QString &token : tokens) {
            QVERIFY2(!token.isEmpty() && searchTokens(token).constFirst() == token, qPrintable(text));
            for (const QChar c : token)
                QVERIFY2(c.unicode() >= 0x80 || c.isLower() || c.isDigit(), qPrintable(token));
        }
        QCOMPARE(searchTokens(text.toUpper().toLower()), searchTokens(text.toUpper().toLower().normalized(QString::NormalizationForm_D)));
    }
}

/// A case's tokens hold what the parties wrote, then what a machine read in their pictures, then their files of words.
void TstSearchText::knowsWhatOnlyAMachineRead()
{
    const QString said = QString::fromUtf8("手环黑屏 refund\n"), read = QString::fromUtf8("你说过赔偿三倍 refund\n"), file = QString::fromUtf8("黑屏 twice\n");
    const QStringList tokens = searchTokens(said + read + file);
    const auto only = [&](const char *word, const QStringList &readings) { return onlyInReadings(searchPhrases({QString::fromUtf8(word)}), tokens, readings); };
    QVERIFY(only("赔偿三倍", {read}));
    QVERIFY(only("三", {read})); // a character by itself, and the beginning of a word
    QVERIFY(!only("refund", {read})); // both said so
    QVERIFY(!only("黑屏", {read}));
    QVERIFY(!only("twice", {read})); // behind what was read
    QVERIFY(!only("不在", {read}));  // nowhere
    QVERIFY(!only("赔偿三倍", {}));
    QVERIFY(!only("赔偿三倍", {QString(read + QStringLiteral("more"))})); // read anew, and not taken in yet: nobody knows
    QVERIFY(onlyInReadings(searchPhrases({QStringLiteral("refund"), QString::fromUtf8("赔偿")}), tokens, {read})); // one of the words is enough
    QVERIFY(onlyInReadings(searchPhrases({QString::fromUtf8("你说")}), searchTokens(read + read), {read, read}));
    QVERIFY(!onlyInReadings(searchPhrases({QString::fromUtf8("你说")}), searchTokens(read + read), {read})); // the same words twice: one of them was said
}

void TstSearchText::columnHoldsTokens()
{
    QRandomGenerator dice(7);
    domain::CaseFile file;
    QCOMPARE(searchColumn(file), QString::fromUtf8(" 其他 他 other ")); // the reason of a case that has nothing yet
    for (int n = 0; n < 200; ++n) {
        file.order.product = randomText(dice, 20);
        domain::ChatMessage message;
        message.text = randomText(dice, 40);
        file.chat = {message};
        const QString column = searchColumn(file);
        QCOMPARE(column.trimmed().split(u' ', Qt::SkipEmptyParts), searchTokens(searchableText(file)));
        QVERIFY(column.startsWith(u' ') && column.endsWith(u' '));
    }
}

void TstSearchText::keepsWithinBounds()
{
    domain::CaseFile file;
    file.order.product = QString(300'000, QChar(u'a')); // no place to divide
    file.notes = {domain::CaseNote{{}, {}, QStringLiteral("too late")}};
    QVERIFY(searchableText(file).size() <= 100'000);
    for (const QString &token : searchTokens(searchableText(file)))
        QVERIFY(token.size() <= 64);
    file.order.product = QString(100'000, QChar(0xfdfa)); // one character that folds to eighteen
    QVERIFY(searchColumn(file).toUtf8().size() <= 900'000);
    // A long number is found by its beginning, however long.
    const QString number(150, QChar(u'7'));
    QVERIFY(occurs(*searchPhrase(number.left(70)), searchTokens(number)));
    QVERIFY(!occurs(*searchPhrase(QString(number + u'7')), searchTokens(number)));
}

void TstSearchText::searchesCaseButNoPersonalData()
{
    domain::CaseFile file = tests::contractFile(QStringLiteral("T-2026-77"));
    file.order.waybillNo = QStringLiteral("SF1234567");
    file.returnLeg = domain::ReturnLeg{};
    file.returnLeg->waybillNo = QStringLiteral("YT7654321");
    file.notes = {domain::CaseNote{{}, QStringLiteral("buyer"), QStringLiteral("请尽快处理")}};
    const QStringList tokens = searchTokens(searchableText(file));
    for (const char *word : {"T-2026-77", "2026-77", "O-1", "A-1", "sf1234567", "YT765", "智能手环", "手环", "b-9", "m-7", "c-3", "Wolv", "黑屏",
                             "signed is acc", "unboxing", "尽快", "3c"})
        QVERIFY2(occurs(*searchPhrase(QString::fromUtf8(word)), tokens), word);
    for (const char *word : {"王小五", "李四", "13800000034", "13900000000", "02100000000", "Somewhere", "Warehouse"})
        QVERIFY2(!occurs(*searchPhrase(QString::fromUtf8(word)), tokens), word);
}

void TstSearchText::searchesReasonsInBothLanguages()
{
    const auto finds = [](const domain::CaseFile &file, const char *word) {
        const QString text = QString::fromUtf8(word);
        for (const QString &part : {text, text.left(2), text.section(u' ', -1)}) {
            if (!occurs(*searchPhrase(part), searchTokens(searchableText(file))))
                return false;
        }
        return true;
    };
    QCOMPARE(reasonWords().size(), domain::codeTable<domain::Reason>().size());
    for (const auto &row : domain::codeTable<domain::Reason>()) {
        domain::CaseFile file = tests::contractFile(QStringLiteral("C-1"));
        file.afterSale.reason = row.value;
        const ReasonWords &words = wordsOf(row.value);
        QCOMPARE(QByteArray(words.code), QByteArray(row.code));
        QVERIFY2(finds(file, words.zh) && finds(file, words.en), row.code);
    }
    for (const ReasonWords &words : answerReasonWords()) {
        domain::CaseFile file = tests::contractFile(QStringLiteral("C-1"));
        file.afterSale.answers.first().reason = QString::fromUtf8(words.code);
        QVERIFY2(finds(file, words.zh) && finds(file, words.en), words.code);
    }
    // Nothing is found by a reason that it does not have; a code that nobody knows is found as it is written.
    domain::CaseFile file = tests::contractFile(QStringLiteral("C-1"));
    QVERIFY(!finds(file, "假冒") && !finds(file, "Counterfeit"));
    file.afterSale.answers.first().reason = QStringLiteral("unheard");
    QVERIFY(finds(file, "unheard"));
}

void TstSearchText::searchesRulingsThatCount()
{
    const Person maker = tests::contractPerson(1001, "林晓");
    RulingRow ruling = tests::contractRuling(500, maker, tests::contractNow, true);
    ruling.ruling.reasonsEn = QStringLiteral("The screen stays black.");
    const QStringList texts{ruling.ruling.reasonsZh, QStringLiteral("The screen stays black."), QStringLiteral("dark")};
    QCOMPARE(searchableTexts(QList<RulingRow>{ruling}), texts); // it waits for a second person
    ruling.approval = Approval{domain::PersonId(1003), QStringLiteral("周岚"), tests::contractNow, ApprovalDecision::Approved, {}};
    QCOMPARE(searchableTexts(QList<RulingRow>{ruling, ruling}), texts + texts);
    RulingRow recalled = ruling;
    recalled.recall = Recalled{maker.name, tests::contractNow, QStringLiteral("wrong sum")};
    ruling.approval->decision = ApprovalDecision::Returned;
    QCOMPARE(searchableTexts(QList<RulingRow>{recalled, ruling}), QStringList());
    const QStringList tokens = searchTokens(searchableText(tests::contractFile(QStringLiteral("C-1")), texts));
    for (const char *word : {"屏幕不亮", "stays black", "dark", "黑屏"})
        QVERIFY2(occurs(*searchPhrase(QString::fromUtf8(word)), tokens), word);
}

QObject *make_tst_searchtext()
{
    return new TstSearchText;
}

#include "tst_searchtext.moc"
