// SPDX-License-Identifier: GPL-3.0-or-later
#include <smalldesk.h>

#include <usecases/coveragecommands.h>

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;

/// What people had on show of a case: who may add to it, and what a ruling and the record say of it.
class TstCoverage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whoeverReadsCasesIsCounted();
    void refusesWhatIsNotOfTheCase_data();
    void refusesWhatIsNotOfTheCase();
    void aRulingCarriesItsSignersOwn();
    void whatTheDeskMadeIsRecordedApart();
    void nothingOpenedIsSaidToo();
    void nobodyWritesTheirOwn();
    void draftsForgetIt();

private:
    static domain::CoverageItem film(const char *exhibit, char digest)
    {
        domain::CoverageItem item;
        item.exhibit = QString::fromLatin1(exhibit);
        item.kind = domain::ExhibitKind::Video;
        item.sha256 = QByteArray(64, digest);
        item.firstAt = domain::UtcMs(1000);
        item.shown = {{1000, 4000}, {9000, 9500}};
        item.film = {{0, 3'500'000}};
        return item;
    }
    Done<void> add(const Person &who, const domain::CoverageItem &item) const
    {
        return CoverageCommands(m_desk->desk).add(m_desk->actor(who), m_case, {{item}});
    }
    QJsonObject ruledEntry() const { return QJsonDocument::fromJson(m_desk->record(m_case).audit.constLast().payload).object(); }

    std::unique_ptr<SmallDesk> m_desk;
    domain::CaseId m_case;
};

void TstCoverage::init()
{
    m_desk = std::make_unique<SmallDesk>();
    m_case = m_desk->admit(QStringLiteral("D-1"), [](domain::CaseFile &file) {
        file.exhibits[0].facts = {{QStringLiteral("durationUs"), 60'000'000}};
        domain::Exhibit paper = file.exhibits.constFirst();
        paper.id = QStringLiteral("m1");
        paper.party = domain::Party::Merchant;
        paper.kind = domain::ExhibitKind::Document;
        paper.sha256 = QByteArray(64, 'b');
        paper.facts = {{QStringLiteral("pages"), 3}};
        file.exhibits.append(paper);
    });
}

void TstCoverage::whoeverReadsCasesIsCounted()
{
    QVERIFY_DONE(add(m_desk->lin, film("b1", 'a')));
    QVERIFY_DONE(add(m_desk->zheng, film("b1", 'a'))); // an auditor
    QCOMPARE_FAULT(add(m_desk->root, film("b1", 'a')), NotAllowed);
    QCOMPARE_FAULT(CoverageCommands(m_desk->desk).add(ownerActor(), m_case, {{film("b1", 'a')}}), PersonNeeded);
    QCOMPARE_FAULT(CoverageCommands(m_desk->desk).coverage(m_desk->actor(m_desk->root), m_case), NotAllowed);
    const auto mine = must(CoverageCommands(m_desk->desk).coverage(m_desk->actor(m_desk->lin), m_case), "coverage");
    QCOMPARE(mine.items, QList<domain::CoverageItem>({film("b1", 'a')}));
    QVERIFY(must(CoverageCommands(m_desk->desk).coverage(m_desk->actor(m_desk->chen), m_case), "coverage").isEmpty());
    QCOMPARE(m_desk->record(m_case).audit.size(), 1); // reading leaves no trace
}

void TstCoverage::refusesWhatIsNotOfTheCase_data()
{
    QTest::addColumn<QString>("exhibit");
    QTest::addColumn<char>("digest");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("page");
    const int video = static_cast<int>(domain::ExhibitKind::Video), paper = static_cast<int>(domain::ExhibitKind::Document);
    QTest::newRow("no such exhibit") << QStringLiteral("b9") << 'a' << video << Q_INT64_C(0);
    QTest::newRow("other bytes") << QStringLiteral("b1") << 'b' << video << Q_INT64_C(0);
    QTest::newRow("another kind") << QStringLiteral("b1") << 'a' << paper << Q_INT64_C(0);
    QTest::newRow("page below one") << QStringLiteral("m1") << 'b' << paper << Q_INT64_C(-1);
}

void TstCoverage::refusesWhatIsNotOfTheCase()
{
    QFETCH(QString, exhibit);
    QFETCH(char, digest);
    QFETCH(int, kind);
    QFETCH(qint64, page);
    domain::CoverageItem item = film(exhibit.toLatin1().constData(), digest);
    item.kind = static_cast<domain::ExhibitKind>(kind);
    if (page != 0)
        item.pages = {{page, page + 1}};
    QCOMPARE_FAULT(add(m_desk->lin, item), BadValue);
    QVERIFY(must(CoverageCommands(m_desk->desk).coverage(m_desk->actor(m_desk->lin), m_case), "coverage").isEmpty());
}

void TstCoverage::aRulingCarriesItsSignersOwn()
{
    domain::CoverageItem chat;
    chat.kind = domain::ExhibitKind::Chat;
    chat.firstAt = domain::UtcMs(2000);
    chat.messages = {{0, 1}};
    QVERIFY_DONE(add(m_desk->lin, film("b1", 'a')));
    QVERIFY_DONE(add(m_desk->lin, chat));
    QVERIFY_DONE(add(m_desk->lin, chat));
    domain::CoverageItem paper = film("m1", 'b');
    paper.kind = domain::ExhibitKind::Document;
    paper.film.clear();
    paper.pages = {{1, 3}};
    QVERIFY_DONE(add(m_desk->chen, paper)); // no signer
    m_desk->claim(m_desk->lin, m_case);
    m_desk->rule(m_desk->lin, m_case);
    const CaseRecord record = m_desk->record(m_case);
    const domain::Ruling &ruling = record.rulings.constFirst().ruling;
    QVERIFY(ruling.coverage);
    QCOMPARE(ruling.coverage->items.size(), 4); // b1, m1, the chat and the scans
    domain::CoverageItem kept = film("b1", 'a');
    kept.shown = {{1000, 4500}}; // 3 s and half a second
    kept.total = 60'000'000;
    QCOMPARE(*ruling.coverage->find(QStringLiteral("b1"), domain::ExhibitKind::Video), kept);
    QVERIFY(!ruling.coverage->find(QStringLiteral("m1"), domain::ExhibitKind::Document)->isOpened());
    const QJsonObject entry = ruledEntry();
    const auto said = [&entry](const char *key) { return entry.value(QLatin1StringView(key)).toString(); };
    QCOMPARE(said("coverageSha256"), QString::fromLatin1(domain::coverageDigest(*ruling.coverage)));
    QCOMPARE(said("coverageBuyer"), QStringLiteral("1/1"));
    QCOMPARE(said("coverageMerchant"), QStringLiteral("0/1"));
    QCOMPARE(said("coverageRecord"), QStringLiteral("1/2"));
    QCOMPARE(said("coverageFilmMs"), QStringLiteral("3500/60000"));
    QCOMPARE(said("coveragePages"), QStringLiteral("0/3"));
    QCOMPARE(said("coverageMessages"), QStringLiteral("1/1"));
    QCOMPARE(said("rulingSha256"), QString::fromLatin1(domain::rulingDigest(ruling)));
}

void TstCoverage::whatTheDeskMadeIsRecordedApart()
{
    SupplementFile file;
    file.kind = domain::ExhibitKind::Image;
    file.fileName = QStringLiteral("still.png");
    file.path = QStringLiteral("still.png");
    file.sha256 = QByteArray(64, 'f');
    file.size = 9;
    file.derivedFrom = domain::Derivation{.exhibit = QStringLiteral("b1"), .sha256 = QByteArray(64, 'a'), .frame = 0, .pts = 0, .page = {}, .region = {}, .tool = {}};
    QCOMPARE(must(m_desk->commands.derive(m_desk->as(m_desk->lin), m_case, file), "derive").exhibit, QStringLiteral("d1"));
    domain::CoverageItem still = film("d1", 'f');
    still.kind = domain::ExhibitKind::Image;
    still.film.clear();
    QVERIFY_DONE(add(m_desk->lin, still));
    m_desk->claim(m_desk->lin, m_case);
    m_desk->rule(m_desk->lin, m_case);
    QCOMPARE(ruledEntry().value(QLatin1StringView("coverageBuyer")).toString(), QStringLiteral("0/1")); // the film itself was not opened
    QCOMPARE(ruledEntry().value(QLatin1StringView("coverageMade")).toString(), QStringLiteral("1/1"));
}

void TstCoverage::nothingOpenedIsSaidToo()
{
    m_desk->claim(m_desk->lin, m_case);
    m_desk->rule(m_desk->lin, m_case);
    const CaseRecord record = m_desk->record(m_case);
    QCOMPARE(record.rulings.constFirst().ruling.coverage, std::optional(domain::nothingOpened(record.file)));
    QCOMPARE(ruledEntry().value(QLatin1StringView("coverageBuyer")).toString(), QStringLiteral("0/1"));
    QVERIFY(!ruledEntry().contains(QLatin1StringView("coverageMade"))); // nothing was made
}

void TstCoverage::nobodyWritesTheirOwn()
{
    domain::Ruling wish = SmallDesk::bandRuling();
    wish.coverage = domain::CaseCoverage{{film("b1", 'a')}};
    m_desk->claim(m_desk->lin, m_case);
    m_desk->rule(m_desk->lin, m_case, wish);
    const CaseRecord record = m_desk->record(m_case);
    QCOMPARE(record.rulings.constFirst().ruling.coverage, std::optional(domain::nothingOpened(record.file)));
}

void TstCoverage::draftsForgetIt()
{
    QVERIFY_DONE(add(m_desk->lin, film("b1", 'a')));
    m_desk->claim(m_desk->lin, m_case);
    m_desk->rule(m_desk->lin, m_case);
    QVERIFY_DONE(m_desk->commands.recall(m_desk->as(m_desk->lin), m_case, QStringLiteral("a slip")));
    const CaseRecord record = m_desk->record(m_case);
    QVERIFY(!record.drafts.isEmpty());
    QVERIFY(!record.drafts.constLast().json.contains("coverage"));
    QVERIFY(record.rulings.constFirst().ruling.coverage); // the ruling that was taken back keeps what it was signed on
}

QObject *make_tst_coverage();
QObject *make_tst_coverage()
{
    return new TstCoverage;
}

#include "tst_coverage.moc"
