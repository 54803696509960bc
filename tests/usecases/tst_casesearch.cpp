// SPDX-License-Identifier: GPL-3.0-or-later
#include <smalldesk.h>

#include <usecases/casesearch.h>
#include <usecases/filewords.h>
#include <usecases/readings.h>
#include <usecases/searchtext.h>

#include <domain/textlines.h>

#include <QtCore/QTemporaryFile>
#include <QtTest/QTest>

#include <algorithm>
#include <utility>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;

/// Search in one case: where words stand, and what of it a machine read.
class TstCaseSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsEveryKindOfText();
    void aReadingHasItsLinesPlace();
    void textsWithAllWordsComeAlone();
    void wordsOverLinesHaveTheBubblesPlace();
    void numbersOfPersonsAreHidden();
    void whatAnotherReaderReadIsReadAnew();
    void matchesAreLookedForApart();
    void keptReadingIsFoundAsOne();
    void filesOfWordsAreFoundByMessageAndLine();
    void whatFoldsIsFoundInFilesAsInTheRecord_data();
    void whatFoldsIsFoundInFilesAsInTheRecord();
    void filesHideNumbersOfPersons();
    void namesOfPersonsAreHiddenEverywhere();
    void theFilesHitsTakeTheirPlaceAmongTheRecords();
    void aFileGivesNotWithoutEnd();
    void phrasesGoOverLines();
    void theIndexKnowsTheBeginning();
    void wordsAreTakenInOnce();

private:
    static QByteArray shot() { return QByteArray(64, 'c'); }
    void read(const QList<domain::ReadLine> &lines)
    {
        domain::MachineReading reading;
        reading.size = QSize(400, 800);
        reading.bubbles = {{domain::ReadBubble::Side::Left, lines}};
        QVERIFY(keepReading(m_desk->desk, shot(), QStringLiteral("r-1"), reading));
    }
    static domain::ReadLine line(const char *text, int y) { return {{{QString::fromUtf8(text), QRect(20, y, 300, 30), 92}}}; }
    CaseView view() const { return must(OpenCase(m_desk->desk)(m_desk->actor(m_desk->lin), m_case), "open"); }
    QList<CaseHit> search(const char *words) const { return searchCase(view(), {QString::fromUtf8(words)}); }

    /// An exhibit whose file says @p words, as chats and texts of the desk are read.
    domain::CaseId admitFile(domain::ExhibitKind kind, const QByteArray &words)
    {
        m_file = std::make_unique<QTemporaryFile>();
        if (!m_file->open() || m_file->write(words) != words.size() || !m_file->flush())
            qFatal("no file");
        m_desk->vault.bytes = QFile::encodeName(m_file->fileName());
        m_desk->chats.log = domain::textLog(words);
        return m_desk->admit(QStringLiteral("D-2"), [kind](domain::CaseFile &file) { file.exhibits = {wordsExhibit(kind)}; });
    }
    static domain::Exhibit wordsExhibit(domain::ExhibitKind kind)
    {
        domain::Exhibit exhibit;
        exhibit.id = QStringLiteral("w1");
        exhibit.kind = kind;
        exhibit.file = QStringLiteral("evidence/w1");
        exhibit.sha256 = QByteArray(64, 'e');
        return exhibit;
    }
    static QList<CaseHit> searchText(const QByteArray &text, const QStringList &words)
    {
        return searchFile(wordsExhibit(domain::ExhibitKind::Text), domain::textLog(text), words, domain::Masks());
    }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<QTemporaryFile> m_file;
    domain::CaseId m_case;
};

void TstCaseSearch::init()
{
    m_desk = std::make_unique<SmallDesk>();
    m_case = m_desk->admit(QStringLiteral("D-1"), [](domain::CaseFile &file) {
        domain::Exhibit picture = file.exhibits.constFirst();
        picture.id = QStringLiteral("b8");
        picture.kind = domain::ExhibitKind::Image;
        picture.sha256 = shot();
        picture.caption = QString::fromUtf8("聊天截图银杏");
        file.exhibits.append(picture);
        domain::ChatMessage message;
        message.id = QStringLiteral("q1");
        message.at = file.escalatedAt;
        message.text = QString::fromUtf8("银杏颜色的那款没有货");
        file.chat.append(message);
        file.notes.append({file.escalatedAt, QStringLiteral("platform"), QString::fromUtf8("客服记录：银杏款")});
        if (!file.afterSale.answers.isEmpty())
            file.afterSale.answers[0].text = QString::fromUtf8("银杏款不退");
    });
}

void TstCaseSearch::findsEveryKindOfText()
{
    read({line("你说银杏款可以退", 40)});
    QList<CaseHit::Where> kinds;
    for (const CaseHit &hit : search("银杏"))
        kinds.append(hit.where);
    using W = CaseHit::Where;
    QVERIFY(kinds.contains(W::Chat) && kinds.contains(W::Note) && kinds.contains(W::Caption));
    QCOMPARE(kinds.constFirst(), W::Chat);
    QCOMPARE(kinds.constLast(), W::Reading); // an aid comes last
    QCOMPARE(search("银杏").constFirst().place.message, QStringLiteral("q1"));
    QVERIFY(search("梧桐").isEmpty());
    QVERIFY(searchCase(view(), {}).isEmpty());
    QVERIFY(searchCase(view(), {QStringLiteral("!?")}).isEmpty());
}

void TstCaseSearch::aReadingHasItsLinesPlace()
{
    read({line("你好", 40), line("赔偿三倍", 80)});
    const QList<CaseHit> hits = search("三倍");
    QCOMPARE(hits.size(), 1);
    QVERIFY(hits.constFirst().where == CaseHit::Where::Reading);
    QCOMPARE(hits.constFirst().place.exhibit, QStringLiteral("b8"));
    QCOMPARE(hits.constFirst().place.sha256, shot());
    QCOMPARE(hits.constFirst().place.region, std::optional(QRect(20, 80, 300, 30)));
}

void TstCaseSearch::textsWithAllWordsComeAlone()
{
    read({line("银杏没有货", 40)});
    const QList<CaseHit> both = searchCase(view(), {QString::fromUtf8("银杏"), QString::fromUtf8("没有货")});
    QCOMPARE(both.size(), 2); // the message and the picture; the notes have one of the two
    const QList<CaseHit> one = searchCase(view(), {QString::fromUtf8("银杏"), QString::fromUtf8("不在这里")});
    QVERIFY(one.size() > 2);
}

void TstCaseSearch::wordsOverLinesHaveTheBubblesPlace()
{
    read({line("你说过赔偿", 40), line("三倍的", 80)});
    const QList<CaseHit> hits = search("赔偿三倍");
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits.constFirst().place.region, std::optional(QRect(20, 40, 300, 70)));
}

void TstCaseSearch::numbersOfPersonsAreHidden()
{
    read({line("打我电话13812345634", 40)});
    QCOMPARE(view().readings.size(), 1);
    QCOMPARE(view().readings.constFirst().exhibit, QStringLiteral("b8"));
    QVERIFY(search("13812345634").isEmpty());
    QCOMPARE(search("打我电话").constFirst().text, QString::fromUtf8("打我电话138******34"));
    // The program itself keeps what was read.
    QCOMPARE(keptReading(m_desk->desk, shot(), QStringLiteral("r-1"))->bubbles.constFirst().text(), QString::fromUtf8("打我电话13812345634"));
    const QList<StoredReading> stored = *m_desk->store.machineReadings(m_case);
    QCOMPARE(readingsOf(m_desk->record(m_case).file, stored, domain::Masks::nothing()).constFirst().reading.bubbles.constFirst().text(), QString::fromUtf8("打我电话13812345634"));
}

void TstCaseSearch::whatAnotherReaderReadIsReadAnew()
{
    QCOMPARE(keptReading(m_desk->desk, shot(), QStringLiteral("r-1")), std::nullopt);
    read({line("你好", 40)});
    QVERIFY(keptReading(m_desk->desk, shot(), QStringLiteral("r-1")));
    QCOMPARE(keptReading(m_desk->desk, shot(), QStringLiteral("r-2")), std::nullopt);
    QVERIFY(keepReading(m_desk->desk, QByteArray(64, '9'), QStringLiteral("r-1"), {})); // of no case: not kept, and no error
    QCOMPARE(keptReading(m_desk->desk, QByteArray(64, '9'), QStringLiteral("r-1")), std::nullopt);
    m_desk->store.failWrites(StoreError::ReadOnly);
    QVERIFY(!keepReading(m_desk->desk, shot(), QStringLiteral("r-1"), {}));
}

void TstCaseSearch::matchesAreLookedForApart()
{
    read({line("银杏颜色的那款没有货", 40)});
    const CaseView opened = view();
    QVERIFY(!opened.readings.constFirst().matches); // a long log would keep whoever opens the case waiting
    const CaseReading laid = matched(opened.readings.constFirst(), opened.record.file.chat);
    QCOMPARE(laid.matches->size(), 1);
    QVERIFY(laid.matches->constFirst().kind == domain::TranscriptMatch::Kind::Found);
    QCOMPARE(laid.matches->constFirst().message, QStringLiteral("q1"));
}

/// The desk made it: what it holds was read by a machine, and nobody wrote it.
void TstCaseSearch::keptReadingIsFoundAsOne()
{
    const domain::CaseId id = admitFile(domain::ExhibitKind::Text, "first\n\n说好了赔偿三倍\n");
    CaseView opened = must(OpenCase(m_desk->desk)(m_desk->actor(m_desk->lin), id), "open");
    const auto made = std::ranges::find(opened.record.file.exhibits, QStringLiteral("w1"), &domain::Exhibit::id);
    QVERIFY(made != opened.record.file.exhibits.end());
    made->derivedFrom = domain::Derivation{};
    made->derivedFrom->how = domain::DerivedHow::Ocr;
    const QList<CaseHit> hits = searchWholeCase(m_desk->desk, opened, {QString::fromUtf8("三倍")}).hits;
    QCOMPARE(hits.size(), 1);
    QVERIFY(hits.constFirst().where == CaseHit::Where::Reading);
    QCOMPARE(hits.constFirst().place.exhibit, QStringLiteral("w1"));
}

void TstCaseSearch::filesOfWordsAreFoundByMessageAndLine()
{
    for (const auto kind : {domain::ExhibitKind::Chat, domain::ExhibitKind::Text}) {
        init();
        const domain::CaseId id = admitFile(kind, "first\n\n说好了赔偿三倍\n");
        const CaseView opened = must(OpenCase(m_desk->desk)(m_desk->actor(m_desk->lin), id), "open");
        const WholeSearch whole = searchWholeCase(m_desk->desk, opened, {QString::fromUtf8("三倍")});
        QVERIFY(whole.notSearched.isEmpty());
        const QList<CaseHit> hits = whole.hits;
        QCOMPARE(hits.size(), 1);
        QVERIFY(hits.constFirst().where == (kind == domain::ExhibitKind::Chat ? CaseHit::Where::Export : CaseHit::Where::Text));
        QCOMPARE(hits.constFirst().text, QString::fromUtf8("说好了赔偿三倍"));
        QCOMPARE(hits.constFirst().place.exhibit, QStringLiteral("w1"));
        QCOMPARE(hits.constFirst().place.sha256, QByteArray(64, 'e'));
        QCOMPARE(hits.constFirst().place.message, QStringLiteral("L3"));
        m_desk->vault.bytes.clear(); // the bytes are gone: the rest of the case is searched still
        const WholeSearch without = searchWholeCase(m_desk->desk, opened, {QString::fromUtf8("三倍")});
        QVERIFY(without.hits.isEmpty());
        QCOMPARE(without.notSearched, QList<NotSearched>({{QStringLiteral("w1"), VaultError::Missing}})); // and it is said which was not
    }
}

/// Lines that cannot hold the words are passed over without being folded; none of these may be.
void TstCaseSearch::whatFoldsIsFoundInFilesAsInTheRecord_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const char *line, const char *word) { QTest::newRow(name) << QString::fromUtf8(line) << QString::fromUtf8(word); };
    row("capital", "PAID", "paid");
    row("sought in capitals", "paid", "PAID");
    row("full-width", "ＰＡＩＤ", "paid");
    row("sought full-width", "paid", "ＰＡＩＤ");
    row("accent", "CAFÉ", "café");
    row("accent apart", "E\u0301clair", "éclair");
    row("kelvin sign", "\u212A9", "k9");
    row("half-width kana", "ｶﾞｽ", "ガス");
    row("compatible ideograph", "\uF900", "豈");
    row("beyond the basic plane", "𠮷野家", "𠮷野");
    row("ideographic zero", "二〇二六", "〇二");
    row("one character", "赔", "赔");
    row("after wide space", "好\u3000赔偿", "赔偿");
    row("invisible inside", "赔\u200B偿", "赔偿");
    row("circled number", "①", "1");
}

void TstCaseSearch::whatFoldsIsFoundInFilesAsInTheRecord()
{
    QFETCH(QString, line);
    QFETCH(QString, word);
    QVERIFY(occurs(*searchPhrase(word), searchTokens(line))); // the rule itself
    QCOMPARE(searchText(line.toUtf8(), {word}).size(), 1);
    QVERIFY(searchText("nothing of it, 完全不同", {word}).isEmpty());
}

void TstCaseSearch::filesHideNumbersOfPersons()
{
    QVERIFY(searchText("打我电话13812345634", {QStringLiteral("13812345634")}).isEmpty());
    QCOMPARE(searchText("打我电话13812345634", {QString::fromUtf8("打我电话")}).constFirst().text, QString::fromUtf8("打我电话138******34"));
}

/// What the record knows of a person is found nowhere: in what the parties wrote, in files, in what a machine read.
void TstCaseSearch::namesOfPersonsAreHiddenEverywhere()
{
    m_case = m_desk->admit(QStringLiteral("D-3"), [](domain::CaseFile &file) {
        domain::Exhibit picture = file.exhibits.constFirst();
        picture.id = QStringLiteral("b8");
        picture.kind = domain::ExhibitKind::Image;
        picture.sha256 = shot();
        picture.caption = QString::fromUtf8("李晓雯的截图");
        file.exhibits = {picture};
        file.notes.append({file.escalatedAt, QStringLiteral("platform"), QString::fromUtf8("李晓雯来电，住18号3栋502室")});
    });
    read({line("我是李晓雯", 40)});
    const CaseView opened = view();
    QVERIFY(searchCase(opened, {QString::fromUtf8("李晓雯")}).isEmpty());
    QVERIFY(searchFile(wordsExhibit(domain::ExhibitKind::Text), domain::textLog("李晓雯收"), {QString::fromUtf8("李晓雯")}, opened.masks).isEmpty());
    QCOMPARE(searchFile(wordsExhibit(domain::ExhibitKind::Text), domain::textLog("李晓雯收"), {QString::fromUtf8("收")}, opened.masks).constFirst().text, QString::fromUtf8("李**收"));
    QCOMPARE(opened.readings.constFirst().reading.bubbles.constFirst().text(), QString::fromUtf8("我是李**"));
    QCOMPARE(opened.record.file.exhibits.constFirst().caption, QString::fromUtf8("李**的截图"));
    QCOMPARE(opened.record.file.notes.constLast().text, QString::fromUtf8("李**来电，住***"));
}

void TstCaseSearch::theFilesHitsTakeTheirPlaceAmongTheRecords()
{
    read({line("你说银杏款可以退", 40)});
    QList<CaseHit> hits = search("银杏");
    const qsizetype ofRecord = hits.size();
    hits += searchText("银杏", {QString::fromUtf8("银杏")});
    hits = bestHits(hits);
    QCOMPARE(hits.size(), ofRecord + 1);
    QVERIFY(hits.constFirst().where == CaseHit::Where::Chat);
    QVERIFY(hits.at(ofRecord - 1).where == CaseHit::Where::Text);
    QVERIFY(hits.constLast().where == CaseHit::Where::Reading);
    // Whoever holds more of what is sought stands alone.
    const QStringList both{QString::fromUtf8("银杏"), QString::fromUtf8("无处")};
    const QList<CaseHit> best = bestHits(searchCase(view(), both) + searchText("银杏在无处", both));
    QCOMPARE(best.size(), 1);
    QCOMPARE(best.constFirst().held, 2);
    QVERIFY(bestHits({}).isEmpty());
}

void TstCaseSearch::aFileGivesNotWithoutEnd()
{
    const QByteArray many = QByteArray("again\n").repeated(mostFileHits + 5);
    QCOMPARE(searchText(many, {QStringLiteral("again")}).size(), mostFileHits);
    // A better one is not missed behind them.
    const QList<CaseHit> better = searchText(many + "once again\n", {QStringLiteral("again"), QStringLiteral("once")});
    QCOMPARE(better.size(), 1);
    QCOMPARE(better.constFirst().place.message, QStringLiteral("L%1").arg(mostFileHits + 6));
    const QByteArray line = QByteArray(500'000, 'x') + " needle";
    QCOMPARE(searchText(line, {QStringLiteral("needle")}).size(), 1);
    QCOMPARE(searchText(line, {QStringLiteral("needle")}).constFirst().text.size(), 1'000);
    QVERIFY(searchFile(wordsExhibit(domain::ExhibitKind::Text), domain::textLog(many), {QStringLiteral("again")}, domain::Masks(), [] { return true; }).isEmpty());
    // Inside one line as well: what stands at its end is not waited for.
    int asked = 0;
    const QByteArray endless = QByteArray("again and ").repeated(200'000) + "needle";
    QVERIFY(searchFile(wordsExhibit(domain::ExhibitKind::Text), domain::textLog(endless), {QStringLiteral("needle")}, domain::Masks(), [&asked] { return ++asked > 1; }).isEmpty());
    QCOMPARE(asked, 2);
    QVERIFY(searchCase(view(), {QString::fromUtf8("银杏")}, [] { return false; }).size() > 1);
}

/// Of a text; messages of a chat are apart.
void TstCaseSearch::phrasesGoOverLines()
{
    const QByteArray text = "they agreed to pay\n\n  three\ttimes\nthree times more\n";
    const auto lines = [&text](const char *phrase) {
        QStringList named;
        for (const CaseHit &hit : searchText(text, {QString::fromUtf8(phrase)}))
            named.append(hit.place.message);
        return named.join(u' ');
    };
    QCOMPARE(lines("pay three"), QStringLiteral("L1")); // where it begins
    QCOMPARE(lines("three times"), QStringLiteral("L3 L4"));
    QCOMPARE(lines("pay  three times three tim"), QStringLiteral("L1"));
    QCOMPARE(lines("agreed three"), QString());
    QCOMPARE(lines("pay"), QStringLiteral("L1"));
    QVERIFY(searchText(text, {QStringLiteral("pay three")}).constFirst().text.startsWith(QStringLiteral("they agreed to pay\n  three")));
    QCOMPARE(searchText(QByteArray(5'000, 'x') + " pay\nthree " + QByteArray(5'000, 'y'), {QStringLiteral("pay three")}).size(), 1);
    QVERIFY(searchFile(wordsExhibit(domain::ExhibitKind::Chat), domain::textLog(text), {QStringLiteral("pay three")}, domain::Masks()).isEmpty());
    const QList<CaseHit> both = searchText(text, {QStringLiteral("pay three"), QStringLiteral("agreed")});
    QCOMPARE(both.size(), 1);
    QCOMPARE(both.constFirst().held, 2);
}

void TstCaseSearch::theIndexKnowsTheBeginning()
{
    QCOMPARE(indexedWords(domain::textLog(QByteArray("one\0two\nthree\n", 14))), QStringLiteral("one two\nthree\n"));
    QCOMPARE(indexedWords(domain::textLog(QByteArray(60'000, 'x'))).size(), mostIndexedCharacters);
    QCOMPARE(indexedWords(domain::textLog(QByteArray("word\n").repeated(20'000))).size(), mostIndexedCharacters);
    domain::ChatLog log;
    log.words = QStringLiteral("Ann bill.pdf");
    log.senders = {{QStringLiteral("Ann"), {}, 1}};
    domain::LoggedMessage message;
    message.sender = 0;
    message.attachment = {4, 8};
    log.messages.push_back(message);
    QCOMPARE(indexedWords(log), QStringLiteral("bill.pdf\n")); // names of persons are not searched for
}

void TstCaseSearch::wordsAreTakenInOnce()
{
    const domain::CaseId id = admitFile(domain::ExhibitKind::Text, "说好了赔偿三倍");
    const auto found = [this] { return *m_desk->store.search(searchPhrases({QString::fromUtf8("三倍")}), 0); };
    QVERIFY(found().isEmpty());
    const QByteArray file = std::exchange(m_desk->vault.bytes, QByteArray());
    QVERIFY(indexFileWords(m_desk->desk)); // the bytes cannot be had now
    QVERIFY(found().isEmpty());
    m_desk->vault.bytes = file;
    QVERIFY(indexFileWords(m_desk->desk));
    QCOMPARE(found(), QList<domain::CaseId>({id}));
    QVERIFY(!takeFileWords(m_desk->desk, {})->more);
    QVERIFY(m_desk->store.filesWithoutWords({}, 10)->isEmpty());
}

QObject *make_tst_casesearch();
QObject *make_tst_casesearch()
{
    return new TstCaseSearch;
}

#include "tst_casesearch.moc"
