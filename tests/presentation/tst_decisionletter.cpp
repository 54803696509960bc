// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include <presentation/decisionletter.h>

#include <domain/casejson.h>

#include <smalldesk.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;
using domain::Party;

/// The letter about a ruling: what it tells its reader, and what it never tells of the other side or of the desk.
class TstDecisionLetter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<SmallDesk>(); }

    void tellsTheDecision();
    void tellsNothingOfTheOthers_data();
    void tellsNothingOfTheOthers();
    void saysTheSameOfAnOpenCase();
    void quotesNotesThatMayBeQuoted();
    void namesWhatItRestsOnInWords_data();
    void namesWhatItRestsOnInWords();
    void tellsNoDigestsOfTexts();
    void goesAlongAsARuling();
    void thereIsNoneWithoutARuling();
    void saysHowToAppeal();
    void fileNames();

private:
    /// The band's case with everything personal in every text, ruled by lin.
    domain::CaseId ruled(const domain::Ruling &ruling)
    {
        const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"), [](domain::CaseFile &file) {
            file.merchant.address = QStringLiteral("海城市南湾区仓前街9号2号库");
            file.chat[0].text = everything();
            file.exhibits[0].caption = QStringLiteral("开箱 ") + everything();
        });
        m_desk->claim(m_desk->lin, id);
        must(m_desk->commands.rule(m_desk->as(m_desk->lin, QStringLiteral("cmd-4711")), id, ruling), "rule");
        return id;
    }
    static QString everything()
    {
        return QStringLiteral("李晓雯（b-1，13900010011）住江州市临江区桐花路18号3栋502室；沃律数码专营店（m-1，13900020001）在海城市南湾区仓前街9号2号库");
    }
    static domain::Ruling tellingRuling()
    {
        domain::Ruling ruling = SmallDesk::bandRuling();
        ruling.reasonsZh = QStringLiteral("屏幕不亮。\n") + everything();
        ruling.reasonsEn = QStringLiteral("The screen stays dark.\n") + everything();
        ruling.conduct = {{domain::ConductCode::Liable, Party::Merchant}};
        domain::Citation message, scan, fact, buyerId, merchantId;
        message.message = QStringLiteral("c1");
        scan.logistics = 1;
        fact.fact = QStringLiteral("/order/signedAt");
        buyerId.fact = QStringLiteral("/buyer/id");
        merchantId.fact = QStringLiteral("/merchant/id");
        ruling.findings[0].text = everything();
        ruling.findings[0].citations += {message, scan, fact, buyerId, merchantId};
        return ruling;
    }
    usecases::CaseView open(domain::CaseId id) { return *usecases::OpenCase(m_desk->desk)(m_desk->actor(m_desk->lin), id); }
    static DecisionLetter letterOf(const usecases::CaseView &view, Party party) { return decisionLetter(view, view.book, party); }
    static QString textOf(const DecisionLetter &letter) { return letter.lines().join(u'\n'); }

    std::unique_ptr<SmallDesk> m_desk;
};

#define HAS(text, words) QVERIFY2((text).contains(QStringLiteral(words)), qPrintable(text))
#define HAS_NOT(text, words) QVERIFY2(!(text).contains(QStringLiteral(words)), qPrintable(text))

void TstDecisionLetter::tellsTheDecision()
{
    const Speaking english(false);
    const usecases::CaseView view = open(ruled(tellingRuling()));
    const QString text = textOf(letterOf(view, Party::Buyer));
    HAS(text, "To the buyer");
    HAS(text, "Case number: D-1");
    HAS(text, "Order: 6926092920141001");
    HAS(text, "Date of the ruling: 2026-10-12 09:00");
    HAS(text, "Claimed: ¥269.00");
    HAS(text, "Applied at: 2026-10-06 19:52");
    HAS(text, "Responsible: Merchant");
    HAS(text, "Refund to the original payment method: ¥269.00");
    HAS(text, "Freight: the merchant pays freight both ways");
    HAS(text, "Buyer sends the goods back, with all parts");
    HAS(text, "rule book desk-demo, version ");
    const domain::BookClause *clause = view.book.clause(view.record.rulings.constFirst().clause);
    QVERIFY(clause);
    QVERIFY2(text.contains(clause->titleEn) && text.contains(clause->textEn.simplified()), qPrintable(text));
    HAS(text, "The defect is shown");
    HAS(text, "Rests on: Buyer · Video · b1: ");
    HAS(text, "0:55.000 [SHA-256 aaaaaaaaaaaa]");
    HAS(text, "Rests on: Chat c1: ");
    HAS(text, "2026-10-05 09:00");
    HAS(text, "Rests on: Scan 2 of the tracking (");
    HAS(text, "2026-10-04 11:26)");
    HAS(text, "Rests on: Signed for: 2026-10-04 11:26");
    QCOMPARE(text.count(QStringLiteral("SHA-256")), 1); // of texts there are none: they stand here masked
    HAS(text, "The screen stays dark.");
    HAS_NOT(text, "屏幕不亮");
    const QStringList lines = letterOf(view, Party::Buyer).lines();
    for (const QString &line : lines)
        QVERIFY2(!line.isEmpty() && !line.contains(u'\n') && line == line.simplified(), qPrintable(line));
}

void TstDecisionLetter::tellsNothingOfTheOthers_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<bool>("buyer");
    for (const bool chinese : {false, true}) {
        for (const bool buyer : {false, true})
            QTest::addRow("%s to the %s", chinese ? "Chinese" : "English", buyer ? "buyer" : "merchant") << chinese << buyer;
    }
}

void TstDecisionLetter::tellsNothingOfTheOthers()
{
    QFETCH(bool, chinese);
    QFETCH(bool, buyer);
    const Speaking language(chinese);
    const usecases::CaseView view = open(ruled(tellingRuling()));
    const DecisionLetter letter = letterOf(view, buyer ? Party::Buyer : Party::Merchant);
    const QString text = textOf(letter), attached = QString::fromUtf8(letter.rulingJson);
    const QStringList ofTheBuyer{QStringLiteral("李晓雯"), QStringLiteral("13900010011"), QStringLiteral("3栋502室"), QStringLiteral("b-1")};
    const QStringList ofTheMerchant{QStringLiteral("沃律数码专营店"), QStringLiteral("13900020001"), QStringLiteral("9号2号库"), QStringLiteral("m-1")};
    for (const QString &words : buyer ? ofTheMerchant : ofTheBuyer) {
        QVERIFY2(!text.contains(words, Qt::CaseInsensitive), qPrintable(words + QStringLiteral(" in ") + text));
        QVERIFY2(!attached.contains(words, Qt::CaseInsensitive), qPrintable(words + QStringLiteral(" in ") + attached));
    }
    // The reader's own: by number, and the shop by its name; what is personal stays masked in a file that may be passed on.
    QVERIFY2(text.contains(buyer ? QStringLiteral("b-1") : QStringLiteral("m-1")), qPrintable(text));
    QCOMPARE(text.contains(QStringLiteral("沃律数码专营店")), !buyer);
    for (const QString &words : {QStringLiteral("李晓雯"), QStringLiteral("13900010011"), QStringLiteral("13900020001")})
        QVERIFY2(!text.contains(words) && !attached.contains(words), qPrintable(words));
    const domain::BookClause *clause = view.book.clause(view.record.rulings.constFirst().clause);
    QVERIFY(clause);
    QVERIFY2(text.contains((chinese ? clause->textZh : clause->textEn).simplified()), qPrintable(text));
    QCOMPARE(text.contains(QStringLiteral("屏幕不亮。")), chinese);
    // Nor anything of the desk's own.
    QVERIFY2(!text.contains(m_desk->lin.name) && !attached.contains(m_desk->lin.name), qPrintable(text));
    QCOMPARE(attached.contains(QStringLiteral("\"liable\"")), !buyer); // the merchant's conduct is its own affair
}

/// Masks are the letter's, whatever the window may show.
void TstDecisionLetter::saysTheSameOfAnOpenCase()
{
    const Speaking english(false);
    const domain::CaseId id = ruled(tellingRuling());
    const usecases::CaseView view = open(id);
    usecases::CaseView bare = view;
    bare.record = m_desk->record(id);
    bare.unmasked = true;
    bare.masks = domain::Masks::nothing();
    QVERIFY(bare.record.file.buyer.name == QStringLiteral("李晓雯"));
    for (const Party party : {Party::Buyer, Party::Merchant}) {
        QCOMPARE(letterOf(bare, party).lines(), letterOf(view, party).lines());
        QCOMPARE(letterOf(bare, party).rulingJson, letterOf(view, party).rulingJson);
    }
}

void TstDecisionLetter::quotesNotesThatMayBeQuoted()
{
    const Speaking english(false);
    const domain::CaseId id = ruled(tellingRuling());
    domain::Citation cited, elsewhere;
    cited.exhibit = elsewhere.exhibit = QStringLiteral("b1");
    cited.pts = 55'000'000;
    elsewhere.pts = 1'000'000;
    using enum domain::NoteVisibility;
    const auto write = [&](const char *text, const domain::Citation &place, domain::NoteVisibility visibility) {
        return m_desk->commands.note(m_desk->as(m_desk->lin), id, usecases::NoteWish{QString::fromUtf8(text), place, visibility});
    };
    QVERIFY_DONE(write("QUOTED by 李晓雯 of m-1", cited, MayBeQuoted));
    QVERIFY_DONE(write("SECRET", cited, DeskOnly));
    QVERIFY_DONE(write("UNCITED", elsewhere, MayBeQuoted));
    const DecisionLetter letter = letterOf(open(id), Party::Buyer);
    const QString text = textOf(letter);
    HAS(text, "QUOTED by 李** of *** [b1 0:55.000]");
    HAS_NOT(text, "SECRET");
    HAS_NOT(text, "UNCITED");
    QVERIFY(!letter.rulingJson.contains("SECRET"));
}

void TstDecisionLetter::namesWhatItRestsOnInWords_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *pointer, const char *words) { QTest::newRow(pointer) << QString::fromLatin1(pointer) << QString::fromUtf8(words); };
    row("/evidenceClosedAt", "Rests on: Evidence term ends: 2026-10-09 12:30");
    row("/order", "Rests on: Order");
    row("/exhibits", "Rests on: List of exhibits");
    row("/afterSale/merchantAnswer", "Rests on: Merchant's answer: refused");
    row("/notes/0", "Rests on: Note 1: Buyer, 2026-10-07 12:40: 李** calls from 139******11");
    row("/notes/1", "Rests on: Note 2: a note of the desk, 2026-10-08 18:55"); // what it says, and who wrote it, stays there
    row("/notes/1/text", "Rests on: Note 2, words");
    row("/notes/1/from", "Rests on: Note 2, written by");
    row("/notes/1/mood", "Rests on: the record's entry /notes/1/mood");
    row("/notes/2", "Rests on: Note 3: a note of the desk, 2026-10-08 19:00");
    row("/notes", "Rests on: Notes");
}

/// Nor does it tell what the desk and the platform noted for themselves.
void TstDecisionLetter::namesWhatItRestsOnInWords()
{
    QFETCH(QString, pointer);
    QFETCH(QString, words);
    const Speaking english(false);
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"), [](domain::CaseFile &file) {
        const QByteArray notes = R"json([
            {"at": "2026-10-07T12:40:00+08:00", "from": "buyer", "text": "李晓雯 calls\nfrom 13900010011"},
            {"at": "2026-10-08T18:55:00+08:00", "from": "intake", "text": "SECRET", "mood": "SECRET"},
            {"at": "2026-10-08T19:00:00+08:00", "from": "platform", "text": "SECRET"}])json";
        file.document.insert(QStringLiteral("notes"), QJsonDocument::fromJson(notes).array());
        file = *domain::caseFileFromJson(file.document);
    });
    m_desk->claim(m_desk->lin, id);
    domain::Ruling ruling = SmallDesk::bandRuling();
    domain::Citation place;
    place.fact = pointer;
    ruling.findings[0].citations.append(place);
    must(m_desk->commands.rule(m_desk->as(m_desk->lin), id, ruling), "rule");
    for (const Party party : {Party::Buyer, Party::Merchant}) {
        const DecisionLetter letter = letterOf(open(id), party);
        QVERIFY2(letter.lines().contains(words), qPrintable(textOf(letter)));
        HAS_NOT(textOf(letter), "SECRET");
        HAS_NOT(textOf(letter), "intake");
        QVERIFY(!letter.rulingJson.contains("SECRET"));
    }
}

/// What a mask hides could be guessed from the digest of a short text.
void TstDecisionLetter::tellsNoDigestsOfTexts()
{
    const usecases::CaseView view = open(ruled(tellingRuling()));
    const QList<domain::Citation> cited = view.record.rulings.constFirst().ruling.findings.constFirst().citations;
    QVERIFY(std::ranges::none_of(cited, [](const domain::Citation &citation) { return citation.sha256.isEmpty(); }));
    const auto told = domain::rulingFromJson(QJsonDocument::fromJson(letterOf(view, Party::Buyer).rulingJson).object());
    QVERIFY(told.ok());
    const QList<domain::Citation> sent = told->findings.constFirst().citations;
    QCOMPARE(sent.size(), cited.size());
    for (const domain::Citation &citation : sent)
        QCOMPARE(citation.sha256.isEmpty(), citation.exhibit.isEmpty());
}

void TstDecisionLetter::goesAlongAsARuling()
{
    const domain::Ruling signedRuling = SmallDesk::rejection();
    const usecases::CaseView view = open(ruled(signedRuling));
    const QByteArray json = letterOf(view, Party::Merchant).rulingJson;
    const auto ruling = domain::rulingFromJson(QJsonDocument::fromJson(json).object());
    QVERIFY2(ruling.ok(), json.constData());
    QCOMPARE(ruling->outcome, domain::OutcomeCode::RejectClaim);
    QCOMPARE(ruling->blame.buyer, 100);
    QCOMPARE(ruling->clause.value_or(QString()), view.record.rulings.constFirst().clause);
    QCOMPARE(ruling->findings.constFirst().citations.constFirst().sha256, view.record.rulings.constFirst().ruling.findings.constFirst().citations.constFirst().sha256);
    QVERIFY(!ruling->coverage);
    QVERIFY2(!json.contains("cmd-4711"), json.constData());
    QVERIFY2(!QString::fromUtf8(json).contains(signedRuling.departure), json.constData());
    const QString text = textOf(letterOf(view, Party::Merchant));
    QVERIFY2(!text.contains(signedRuling.departure), qPrintable(text));
}

void TstDecisionLetter::thereIsNoneWithoutARuling()
{
    const Speaking english(false);
    const auto why = [this](domain::CaseId id) { return whyNoLetter(open(id)); };
    const auto anew = [this](domain::DisputeState state) {
        m_desk = std::make_unique<SmallDesk>();
        return m_desk->inState(state, QStringLiteral("D-2"));
    };
    using enum domain::DisputeState;
    QCOMPARE(why(anew(Claimed)), QStringLiteral("No ruling is in effect in this case, so there is no letter about it."));
    QCOMPARE(why(anew(AwaitingApproval)),
             QStringLiteral("The ruling waits for approval: there is no letter before a second person has approved it."));
    const domain::CaseId taken = anew(Ruled);
    QCOMPARE(why(taken), QString());
    QVERIFY_DONE(m_desk->commands.recall(m_desk->as(m_desk->lin), taken, QStringLiteral("undo")));
    QVERIFY(!why(taken).isEmpty());
    QVERIFY(letterOf(open(taken), Party::Buyer).lines() == QStringList{QString()});
}

/// Seven days from when the ruling took effect, at the same clock time; once for each side.
void TstDecisionLetter::saysHowToAppeal()
{
    const Speaking english(false);
    const domain::CaseId id = m_desk->inState(domain::DisputeState::Executing, QStringLiteral("D-5"));
    const QString before = textOf(letterOf(open(id), Party::Buyer));
    HAS(before, "with the platform until 2026-10-19 09:00. Each side can appeal once.");
    HAS_NOT(before, "heard again");
    QVERIFY_DONE(m_desk->commands.appeal(m_desk->as(m_desk->lin), id, Party::Buyer, QStringLiteral("new")));
    const QString buyer = textOf(letterOf(open(id), Party::Buyer)), merchant = textOf(letterOf(open(id), Party::Merchant));
    HAS(buyer, "You have appealed in this case");
    HAS_NOT(buyer, "You can appeal");
    HAS(buyer, "This decision stands until another one takes effect.");
    HAS(merchant, "until 2026-10-19 09:00");
}

void TstDecisionLetter::fileNames()
{
    QCOMPARE(letterFileName(QStringLiteral("D-1"), Party::Buyer), QStringLiteral("letter-D-1-buyer.pdf"));
    QCOMPARE(letterFileName(QStringLiteral("../D 1/售"), Party::Merchant), QStringLiteral("letter-.._D_1_售-merchant.pdf"));
}

QObject *make_tst_decisionletter();
QObject *make_tst_decisionletter()
{
    return new TstDecisionLetter;
}

#include "tst_decisionletter.moc"
