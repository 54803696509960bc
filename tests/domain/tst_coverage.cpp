// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/casejson.h>
#include <domain/coverage.h>

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

#include <algorithm>
#include <initializer_list>
#include <random>

using namespace arb::domain;

/// What was on show: unions, their laws, the form a ruling keeps, and JSON both ways.
class TstCoverage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spansUnite_data();
    void spansUnite();
    void tooManySpansKeepTheLongest();
    void mergingIsAUnion();
    void mergingObeysItsLaws();
    void listsWhatThereIs();
    void aRulingKeepsOneStretch();
    void sumsBySide();
    void whatTheDeskMadeCountsApart();
    void jsonGoesBothWays();
    void refusesWhatIsOutOfRange_data();
    void refusesWhatIsOutOfRange();
    void aRulingCarriesIt();
};

using Spans = QList<CoverageSpan>;

namespace {

CoverageItem film(const Spans &played, std::optional<UtcMs> at = {})
{
    CoverageItem item;
    item.exhibit = QStringLiteral("b1");
    item.kind = ExhibitKind::Video;
    item.sha256 = QByteArray(64, 'a');
    item.firstAt = at;
    item.film = played;
    return item;
}

CoverageItem ownChat(const Spans &messages, qint64 total)
{
    CoverageItem item;
    item.kind = ExhibitKind::Chat;
    item.messages = messages;
    item.total = total;
    return item;
}

CaseFile caseOfThree()
{
    CaseFile file;
    const auto add = [&file](const char *id, Party party, ExhibitKind kind, char digest, const QJsonObject &facts) {
        Exhibit exhibit;
        exhibit.id = QString::fromLatin1(id);
        exhibit.party = party;
        exhibit.kind = kind;
        exhibit.sha256 = QByteArray(64, digest);
        exhibit.facts = facts;
        file.exhibits.append(exhibit);
    };
    add("b1", Party::Buyer, ExhibitKind::Video, 'a', {{QStringLiteral("durationUs"), 8'000'000}});
    add("m1", Party::Merchant, ExhibitKind::Document, 'b', {{QStringLiteral("pages"), 3}});
    add("p1", Party::Platform, ExhibitKind::Image, 'c', {});
    file.chat.resize(5);
    return file;
}

} // namespace

void TstCoverage::spansUnite_data()
{
    QTest::addColumn<Spans>("a");
    QTest::addColumn<Spans>("b");
    QTest::addColumn<Spans>("both");
    QTest::newRow("nothing") << Spans() << Spans() << Spans();
    QTest::newRow("apart") << Spans{{1, 2}} << Spans{{3, 4}} << Spans{{1, 2}, {3, 4}};
    QTest::newRow("meeting") << Spans{{1, 2}} << Spans{{2, 4}} << Spans{{1, 4}};
    QTest::newRow("overlapping") << Spans{{1, 5}} << Spans{{3, 9}} << Spans{{1, 9}};
    QTest::newRow("inside") << Spans{{1, 9}} << Spans{{3, 5}} << Spans{{1, 9}};
    QTest::newRow("bridge") << Spans{{1, 2}, {4, 6}} << Spans{{2, 4}} << Spans{{1, 6}};
    QTest::newRow("below zero, where a container may begin") << Spans{{-5, -1}} << Spans{{-2, 3}} << Spans{{-5, 3}};
    QTest::newRow("empty and backward ones count nothing") << Spans{{7, 7}} << Spans{{9, 8}} << Spans();
}

void TstCoverage::spansUnite()
{
    QFETCH(Spans, a);
    QFETCH(Spans, b);
    QFETCH(Spans, both);
    QCOMPARE(united(a, b), both);
    QCOMPARE(united(b, a), both);
    QCOMPARE(united(both, both), both);
}

void TstCoverage::tooManySpansKeepTheLongest()
{
    Spans many;
    for (qint64 n = 0; n < mostCoverageSpans + 1; ++n)
        many.append({n * 10, n * 10 + (n == 3 ? 1 : 5)});
    const Spans kept = united(many, {});
    QCOMPARE(kept.size(), mostCoverageSpans);
    QVERIFY(!kept.contains(CoverageSpan{30, 31})); // the shortest went
    QVERIFY(std::ranges::is_sorted(kept, {}, &CoverageSpan::from));
}

void TstCoverage::mergingIsAUnion()
{
    CoverageItem early = film({{0, 2'000'000}}, UtcMs(100)), late = film({{1'000'000, 3'500'000}}, UtcMs(900));
    early.shown = {{100, 200}};
    late.shown = {{150, 260}}; // two windows at once: nobody sits before one evidence twice
    late.total = 8'000'000;
    const CoverageItem both = merged(late, early);
    QCOMPARE(both.firstAt, std::optional(UtcMs(100)));
    QCOMPARE(both.shown, Spans({{100, 260}}));
    QCOMPARE(both.shownMs(), 160);
    QCOMPARE(both.film, Spans({{0, 3'500'000}}));
    QCOMPARE(both.total, 8'000'000);
    QCOMPARE(both.covered(), 3'500'000);
    CoverageItem otherBytes = film({{0, 1}});
    otherBytes.sha256 = QByteArray(64, 'e');
    QCOMPARE(merged(CaseCoverage{{early}}, CaseCoverage{{otherBytes}}).items.size(), 2); // other bytes are another thing
    // A film may run past what its file says of its length; nobody sees more than there is.
    CoverageItem over = film({{0, 9'000'000}});
    over.total = 8'000'000;
    QCOMPARE(over.covered(), 8'000'000);
}

void TstCoverage::mergingObeysItsLaws()
{
    std::mt19937 random(20'261'127);
    const auto below = [&random](int end) { return static_cast<qint64>(random() % static_cast<quint32>(end)); };
    const auto some = [&] {
        CaseCoverage coverage;
        for (qint64 n = below(4); n > 0; --n) {
            CoverageItem item = below(2) == 0 ? film({}) : ownChat({}, below(9));
            if (below(2) == 0)
                item.firstAt = UtcMs(below(50));
            for (Spans *spans : {&item.shown, &item.film, &item.pages, &item.messages}) {
                const qint64 from = below(40);
                *spans = {{from, from + below(9)}};
            }
            coverage = merged(coverage, {{item}});
        }
        return coverage;
    };
    for (int round = 0; round < 500; ++round) {
        const CaseCoverage a = some(), b = some(), c = some();
        QCOMPARE(merged(a, a), a);
        QCOMPARE(merged(a, b), merged(b, a));
        QCOMPARE(merged(merged(a, b), c), merged(a, merged(b, c)));
        QCOMPARE(merged(merged(a, b), b), merged(a, b)); // a delta that comes twice
    }
}

void TstCoverage::listsWhatThereIs()
{
    const CaseFile file = caseOfThree();
    const CaseCoverage all = nothingOpened(file);
    QCOMPARE(all.items.size(), 4);
    QCOMPARE(all.find({}, ExhibitKind::Chat)->total, 5);
    QCOMPARE(all.find(QStringLiteral("b1"), ExhibitKind::Video)->total, 8'000'000);
    QCOMPARE(all.find(QStringLiteral("m1"), ExhibitKind::Document)->total, 3);
    QVERIFY(!all.find({}, ExhibitKind::Logistics)); // no scans
    QVERIFY(std::ranges::none_of(all.items, &CoverageItem::isOpened));
    QVERIFY(isUnopened(all, QStringLiteral("b1"), ExhibitKind::Video));
    QVERIFY(!isUnopened(merged(all, {{film({}, UtcMs(7))}}), QStringLiteral("b1"), ExhibitKind::Video));
    QVERIFY(isUnopened(all, {}, ExhibitKind::Chat));
    QVERIFY(!isUnopened(all, {}, ExhibitKind::Logistics)); // there is none
    QVERIFY(!isUnopened({}, QStringLiteral("b1"), ExhibitKind::Video)); // nothing is known of the case
    QVERIFY(nothingOpened(CaseFile()).isEmpty());
}

void TstCoverage::aRulingKeepsOneStretch()
{
    const CaseFile file = caseOfThree();
    CoverageItem seen = film({{0, 2'000'000}}, UtcMs(1000));
    seen.shown = {{1000, 1500}, {9000, 9250}};
    CoverageItem stranger = film({}, UtcMs(1));
    stranger.exhibit = QStringLiteral("x9");
    const CaseCoverage kept = atSigning(merged({{seen}}, {{stranger}}), file);
    QCOMPARE(kept.items.size(), 4); // what was never opened stands there, too; what is not of the case does not
    const CoverageItem *own = kept.find(QStringLiteral("b1"), ExhibitKind::Video);
    QCOMPARE(own->shown, Spans({{1000, 1750}})); // 500 + 250 ms, one stretch
    QCOMPARE(own->film, seen.film);
    QCOMPARE(own->total, 8'000'000);
    QVERIFY(!kept.find(QStringLiteral("m1"), ExhibitKind::Document)->isOpened());
    QCOMPARE(atSigning(kept, file), kept);
}

void TstCoverage::sumsBySide()
{
    const CaseFile file = caseOfThree();
    CoverageItem seen = film({{0, 2'000'000}, {4'000'000, 5'500'000}}, UtcMs(1000));
    seen.shown = {{1000, 1750}};
    CoverageItem paper;
    paper.exhibit = QStringLiteral("m1");
    paper.kind = ExhibitKind::Document;
    paper.sha256 = QByteArray(64, 'b');
    paper.firstAt = UtcMs(2000);
    paper.pages = {{1, 2}, {3, 4}};
    CoverageItem chat = ownChat({{0, 2}}, 5);
    chat.firstAt = UtcMs(5);
    const CaseCoverage kept = atSigning(merged(merged({{seen}}, {{paper}}), {{chat}}), file);
    QCOMPARE(sumOf(kept, file, CoverageSide::Buyer), (CoverageSum{.opened = 1, .of = 1, .shownMs = 750, .filmUs = 3'500'000, .filmOfUs = 8'000'000}));
    QCOMPARE(sumOf(kept, file, CoverageSide::Merchant), (CoverageSum{.opened = 1, .of = 2, .pages = 2, .pagesOf = 3})); // the platform's picture sits there
    QCOMPARE(sumOf(kept, file, CoverageSide::Record), (CoverageSum{.opened = 1, .of = 1, .messages = 2, .messagesOf = 5}));
}

/// A party is asked for what it handed in; a still that a reviewer made of its film is none of that.
void TstCoverage::whatTheDeskMadeCountsApart()
{
    CaseFile file = caseOfThree();
    for (const char *id : {"d1", "d2"}) {
        Exhibit still;
        still.id = QString::fromLatin1(id);
        still.party = Party::Buyer;
        still.sha256 = QByteArray(64, id[1]);
        still.derivedFrom = Derivation{.exhibit = QStringLiteral("b1"), .sha256 = QByteArray(64, 'a'), .frame = 3, .pts = 120'000, .page = {}, .region = {}, .tool = {}};
        file.exhibits.append(still);
    }
    CoverageItem still;
    still.exhibit = QStringLiteral("d2");
    still.sha256 = QByteArray(64, '2');
    still.firstAt = UtcMs(1000);
    still.shown = {{1000, 3000}};
    const CaseCoverage kept = atSigning({{still}}, file);
    QCOMPARE(kept.items.size(), 6); // they stand there like everything else
    QVERIFY(isMadeHere(still, file));
    QVERIFY(!isMadeHere(*kept.find(QStringLiteral("b1"), ExhibitKind::Video), file));
    QVERIFY(!isMadeHere(*kept.find({}, ExhibitKind::Chat), file));
    QCOMPARE(sumOf(kept, file, CoverageSide::Buyer), (CoverageSum{.opened = 0, .of = 1, .madeOpened = 1, .madeOf = 2, .filmOfUs = 8'000'000}));
    QCOMPARE(sumOf(kept, file, CoverageSide::Merchant).madeOf, 0);
}

void TstCoverage::jsonGoesBothWays()
{
    CoverageItem seen = film({{-80'000, 2'000'000}}, UtcMs(1'791'766'800'000));
    seen.shown = {{1'791'766'800'000, 1'791'766'860'000}};
    const CaseCoverage coverage = merged({{seen}}, {{ownChat({{0, 3}, {4, 5}}, 5)}});
    const QJsonObject json = toJson(coverage);
    const auto back = caseCoverageFromJson(json);
    QVERIFY(back);
    QCOMPARE(*back, coverage);
    QCOMPARE(coverageDigest(*back), coverageDigest(coverage));
    QVERIFY(coverageDigest(coverage) != coverageDigest({}));
    const auto item = coverageItemFromJson(toJson(seen));
    QVERIFY(item);
    QCOMPARE(*item, seen);
    QCOMPARE(*caseCoverageFromJson({{QStringLiteral("items"), QJsonArray()}}), CaseCoverage());
}

void TstCoverage::refusesWhatIsOutOfRange_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *name, const char *key, const QJsonValue &value) { QTest::newRow(name) << QString::fromLatin1(key) << value; };
    const auto spans = [](std::initializer_list<QJsonValue> numbers) {
        QJsonArray list;
        list.append(QJsonArray(numbers));
        return list;
    };
    row("no kind", "kind", QJsonValue::Undefined);
    row("unknown kind", "kind", QStringLiteral("smell"));
    row("no digest", "sha256", QJsonValue::Undefined);
    row("before time", "firstAt", -1);
    row("after all time", "firstAt", Q_INT64_C(253'402'300'800'000));
    row("half a number", "film", spans({0, 1.5}));
    row("backward", "film", spans({2, 1}));
    row("empty", "film", spans({1, 1}));
    row("three numbers", "film", spans({1, 2, 3}));
    row("no list of lists", "film", QJsonArray{1, 2});
    row("empty list", "film", QJsonArray());
    row("meeting", "film", QJsonArray{QJsonArray{1, 2}, QJsonArray{2, 3}});
    row("falling", "film", QJsonArray{QJsonArray{5, 6}, QJsonArray{1, 2}});
    row("page nought", "pages", spans({0, 1}));
    row("message before the first", "messages", spans({-1, 1}));
    row("nothing in total", "total", 0);
    row("misspelt", "totl", 5);
}

void TstCoverage::refusesWhatIsOutOfRange()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject json = toJson(film({{0, 1}}, UtcMs(5)));
    QVERIFY(coverageItemFromJson(json));
    if (value.isUndefined())
        json.remove(key);
    else
        json.insert(key, value);
    const auto read = coverageItemFromJson(json);
    QVERIFY(!read);
    QVERIFY2(read.error().contains(key), qPrintable(read.error()));
    QVERIFY(!caseCoverageFromJson({{QStringLiteral("items"), QJsonArray{json}}}));
}

void TstCoverage::aRulingCarriesIt()
{
    Ruling ruling;
    const QByteArray without = rulingDigest(ruling);
    ruling.coverage = CaseCoverage{{film({{0, 1}}, UtcMs(5))}};
    QVERIFY(rulingDigest(ruling) != without);
    const auto back = rulingFromJson(toJson(ruling));
    QVERIFY(back);
    QCOMPARE(back->coverage, ruling.coverage);
    // Twice the same item could be two truths.
    QJsonObject json = toJson(ruling);
    const QJsonObject item = toJson(film({{0, 1}}));
    json.insert(QStringLiteral("coverage"), QJsonObject{{QStringLiteral("items"), QJsonArray{item, item}}});
    const auto twice = rulingFromJson(json);
    QVERIFY(!twice);
    QCOMPARE(twice.error().pointer, QStringLiteral("/coverage/items/1"));
}

QObject *make_tst_coverage();
QObject *make_tst_coverage()
{
    return new TstCoverage;
}

#include "tst_coverage.moc"
