// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include <presentation/coveragepresenter.h>
#include <presentation/coveragewords.h>

#include <presentingdesk.h>

#include <QtCore/QTimer>
#include <QtTest/QTest>

#include <algorithm>
#include <memory>

using namespace arb;
using namespace arb::tests;
using domain::CoverageItem;
using domain::ExhibitKind;

/// A desk, a clock that stands until it is told, and a presenter that is told what a window would tell it.
struct CountedSession
{
    static constexpr qint64 base = 1'791'766'800'000;

    CountedSession()
    {
        id = at.hold([](domain::CaseFile &file) {
            file.exhibits[0].facts = {{QStringLiteral("durationUs"), 60'000'000}};
            domain::Exhibit paper = file.exhibits.constFirst();
            paper.id = QStringLiteral("m1");
            paper.party = domain::Party::Merchant;
            paper.kind = ExhibitKind::Document;
            paper.sha256 = QByteArray(64, 'b');
            paper.facts = {{QStringLiteral("pages"), 3}};
            file.exhibits.append(paper);
            while (file.chat.size() < 5) {
                file.chat.append(file.chat.constFirst());
                file.chat.last().id = QStringLiteral("c%1").arg(file.chat.size());
            }
        });
        at.session.findChild<QTimer *>(QStringLiteral("reconnect"))->setInterval(5);
        coverage = make();
    }
    std::unique_ptr<presentation::CoveragePresenter> make()
    {
        return std::make_unique<presentation::CoveragePresenter>(
            at.session, presentation::CoverageClock{[this] { return now; }, [this] { return domain::UtcMs(base + now); }});
    }
    static CoverageItem named(const QString &exhibit, ExhibitKind kind, char digest)
    {
        CoverageItem item;
        item.exhibit = exhibit;
        item.kind = kind;
        if (!exhibit.isEmpty())
            item.sha256 = QByteArray(64, digest);
        return item;
    }
    static CoverageItem film() { return named(QStringLiteral("b1"), ExhibitKind::Video, 'a'); }
    static CoverageItem paper() { return named(QStringLiteral("m1"), ExhibitKind::Document, 'b'); }
    static CoverageItem chat() { return named({}, ExhibitKind::Chat, 0); }
    domain::CaseCoverage stored() { return *at.desk.store.coverage(id, at.desk.lin.id); }
    domain::CaseFile file() { return at.desk.record(id).file; }

    PresentingDesk at;
    domain::CaseId id;
    qint64 now = 0;
    std::unique_ptr<presentation::CoveragePresenter> coverage;
};

/// What was on show is counted exactly, kept, and said in words.
class TstCoveragePresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScriptedSessionIsCountedExactly();
    void nothingCountsInTheBackground();
    void aLoopIsIdle();
    void twoWindowsOfOnePerson();
    void whatCouldNotBeWrittenComesLater();
    void whatWasStoredBeforeIsKnown();
    void whatWasStoredBeforeComesOnceTheStoreIsBack();
    void anotherCaseCountsForItself();
    void anotherPersonCountsForThemselves();
    void saysItInWords_data();
    void saysItInWords();
    void saysApartWhatTheDeskMade_data();
    void saysApartWhatTheDeskMade();
};

/// The expected numbers are worked out from the script, second by second.
void TstCoveragePresenter::aScriptedSessionIsCountedExactly()
{
    CountedSession one;
    presentation::CoveragePresenter &told = *one.coverage;
    constexpr qint64 base = CountedSession::base;
    const auto at = [&one](qint64 ms) { one.now = ms; };
    told.setActive(true);
    told.turn(0, one.id, CountedSession::film());
    told.turn(1, one.id, CountedSession::chat());
    at(1000);
    told.setOnShow(0, true); // the first frame is there
    at(1500);
    told.setOnShow(1, true);
    told.showMessages(1, 0, 2, 5);
    at(4000);
    told.watch(one.id, CountedSession::film(), 0, 2'000'000, 60'000'000);
    at(6000);
    told.watch(one.id, CountedSession::film(), 2'000'000, 3'500'000, 60'000'000);
    at(8000);
    told.setActive(false); // another program
    at(20'000);
    told.showMessages(1, 3, 4, 5); // scrolls by itself; nobody is there
    QCOMPARE(told.coverage().find({}, ExhibitKind::Chat)->messages, QList<domain::CoverageSpan>({{0, 3}}));
    at(30'000);
    told.setActive(true); // what is in view now counts
    at(60'000);
    told.flush(); // in between, as every five seconds
    at(95'000);
    told.touched(); // idle since 90,000
    at(97'000);
    told.turn(0, one.id, CountedSession::paper());
    at(97'500);
    told.showPage(0, 1, 3); // still under a cover
    QVERIFY(told.coverage().find(QStringLiteral("m1"), ExhibitKind::Document)->pages.isEmpty());
    at(98'000);
    told.setOnShow(0, true);
    at(99'000);
    told.showPage(0, 3, 3);
    at(100'000);
    told.setOnShow(1, false); // the pane is hidden
    at(103'000);
    told.flush();

    CoverageItem film = CountedSession::film(), paper = CountedSession::paper(), chat = CountedSession::chat();
    film.firstAt = domain::UtcMs(base + 1000);
    film.shown = {{base + 1000, base + 8000}, {base + 30'000, base + 90'000}, {base + 95'000, base + 97'000}};
    film.film = {{0, 3'500'000}};
    film.total = 60'000'000;
    paper.firstAt = domain::UtcMs(base + 98'000);
    paper.shown = {{base + 98'000, base + 103'000}};
    paper.pages = {{1, 2}, {3, 4}};
    paper.total = 3;
    chat.firstAt = domain::UtcMs(base + 1500);
    chat.shown = {{base + 1500, base + 8000}, {base + 30'000, base + 90'000}, {base + 95'000, base + 100'000}};
    chat.messages = {{0, 5}};
    chat.total = 5;
    const domain::CaseCoverage expected = domain::merged(domain::merged({{film}}, {{paper}}), {{chat}});
    QCOMPARE(one.stored(), expected);
    QCOMPARE(told.coverage(), domain::merged(domain::nothingOpened(one.file()), expected));

    // Of each side, and exactly.
    using Sum = domain::CoverageSum;
    const domain::CaseFile file = one.file();
    QCOMPARE(domain::sumOf(told.coverage(), file, domain::CoverageSide::Buyer),
             (Sum{.opened = 1, .of = 1, .shownMs = 7000 + 60'000 + 2000, .filmUs = 3'500'000, .filmOfUs = 60'000'000}));
    QCOMPARE(domain::sumOf(told.coverage(), file, domain::CoverageSide::Merchant), (Sum{.opened = 1, .of = 1, .shownMs = 5000, .pages = 2, .pagesOf = 3}));
    QCOMPARE(domain::sumOf(told.coverage(), file, domain::CoverageSide::Record), // the scans were not opened
             (Sum{.opened = 1, .of = 2, .shownMs = 6500 + 60'000 + 5000, .messages = 5, .messagesOf = 5}));

    // The ruling has it, each time as one stretch: 69,000 of the film, 71,500 of the chat, 5,000 of the paper.
    one.at.desk.rule(one.at.desk.lin, one.id);
    const auto kept = one.at.desk.record(one.id).rulings.constFirst().ruling.coverage;
    film.shown = {{base + 1000, base + 70'000}};
    chat.shown = {{base + 1500, base + 73'000}};
    QVERIFY(kept);
    QCOMPARE(*kept->find(film.exhibit, film.kind), film);
    QCOMPARE(*kept->find(paper.exhibit, paper.kind), paper);
    QCOMPARE(*kept->find({}, chat.kind), chat);
    QVERIFY(!kept->find({}, ExhibitKind::Logistics)->isOpened());
    for (const domain::CoverageSide side : domain::coverageSides)
        QCOMPARE(domain::sumOf(*kept, file, side), domain::sumOf(told.coverage(), file, side));
}

void TstCoveragePresenter::nothingCountsInTheBackground()
{
    CountedSession one;
    one.coverage->turn(0, one.id, CountedSession::film());
    one.coverage->setOnShow(0, true);
    one.now = 5000;
    one.coverage->touched();
    one.coverage->watch(one.id, CountedSession::film(), 0, 2'000'000, 60'000'000);
    one.now = 9000;
    one.coverage->flush();
    QVERIFY(one.stored().isEmpty());
    QVERIFY(!one.coverage->coverage().find(QStringLiteral("b1"), ExhibitKind::Video)->isOpened());
}

/// New seconds of a film keep the reader there; the same once more do not.
void TstCoveragePresenter::aLoopIsIdle()
{
    CountedSession one;
    one.coverage->setActive(true);
    one.coverage->turn(0, one.id, CountedSession::film());
    one.coverage->setOnShow(0, true);
    for (qint64 second = 10; second <= 50; second += 10) { // 40 s new, then the same for ever
        one.now = second * 1000;
        one.coverage->watch(one.id, CountedSession::film(), 0, std::min<qint64>(second, 40) * 1'000'000, 60'000'000);
    }
    for (one.now = 60'000; one.now <= 200'000; one.now += 10'000)
        one.coverage->watch(one.id, CountedSession::film(), 0, 40'000'000, 60'000'000);
    one.coverage->flush();
    const domain::CaseCoverage stored = one.stored();
    QCOMPARE(stored.items.constFirst().shownMs(), 100'000); // a minute after the last new second, at 40,000
    QCOMPARE(domain::lengthOf(stored.items.constFirst().film), 40'000'000);
}

void TstCoveragePresenter::twoWindowsOfOnePerson()
{
    CountedSession one;
    const auto other = one.make();
    for (presentation::CoveragePresenter *window : {one.coverage.get(), other.get()}) {
        window->setActive(true);
        window->turn(0, one.id, CountedSession::film());
        window->setOnShow(0, true);
    }
    one.coverage->watch(one.id, CountedSession::film(), 0, 1'000'000, 60'000'000);
    other->watch(one.id, CountedSession::film(), 5'000'000, 6'000'000, 60'000'000);
    one.now = 3000;
    one.coverage->flush();
    one.now = 4000;
    other->flush();
    QCOMPARE(one.stored().items.constFirst().film, QList<domain::CoverageSpan>({{0, 1'000'000}, {5'000'000, 6'000'000}}));
    QCOMPARE(one.stored().items.constFirst().shownMs(), 4000); // the same four seconds
}

void TstCoveragePresenter::whatCouldNotBeWrittenComesLater()
{
    CountedSession one;
    one.coverage->setActive(true);
    one.coverage->turn(0, one.id, CountedSession::film());
    one.coverage->setOnShow(0, true);
    one.at.desk.store.goOffline();
    one.now = 5000;
    one.coverage->flush();
    QTRY_VERIFY(one.at.session.offline());
    one.now = 7000;
    one.at.desk.store.comeBack();
    QTRY_VERIFY(!one.at.session.offline());
    QTRY_COMPARE(one.stored().items.size(), 1);
    QCOMPARE(one.stored().items.constFirst().shownMs(), 7000);
}

void TstCoveragePresenter::whatWasStoredBeforeIsKnown()
{
    CountedSession one;
    CoverageItem before = CountedSession::film();
    before.firstAt = domain::UtcMs(5);
    before.film = {{0, 9'000'000}};
    QVERIFY(one.at.desk.store.addCoverage(one.id, one.at.desk.lin.id, {{before}}, domain::UtcMs(6)));
    one.coverage = one.make(); // a window that is opened later
    QTRY_VERIFY(one.coverage->coverage().find(QStringLiteral("b1"), ExhibitKind::Video)->isOpened());
    QCOMPARE(one.coverage->coverage().find(QStringLiteral("b1"), ExhibitKind::Video)->covered(), 9'000'000);
}

void TstCoveragePresenter::whatWasStoredBeforeComesOnceTheStoreIsBack()
{
    CountedSession one;
    CoverageItem before = CountedSession::film();
    before.firstAt = domain::UtcMs(5);
    before.film = {{0, 9'000'000}};
    QVERIFY(one.at.desk.store.addCoverage(one.id, one.at.desk.lin.id, {{before}}, domain::UtcMs(6)));
    one.at.desk.store.goOffline();
    one.coverage = one.make(); // asks in vain
    one.coverage->setActive(true);
    one.coverage->turn(0, one.id, CountedSession::film());
    one.coverage->setOnShow(0, true);
    one.coverage->flush();
    QTRY_VERIFY(one.at.session.offline());
    QCOMPARE(one.coverage->coverage().find(QStringLiteral("b1"), ExhibitKind::Video)->covered(), 0);
    one.at.desk.store.comeBack();
    QTRY_VERIFY(!one.at.session.offline());
    QTRY_COMPARE(one.coverage->coverage().find(QStringLiteral("b1"), ExhibitKind::Video)->covered(), 9'000'000);
}

void TstCoveragePresenter::anotherCaseCountsForItself()
{
    CountedSession one;
    const domain::CaseId other = one.at.desk.admit(QStringLiteral("D-2"));
    one.coverage->setActive(true);
    one.coverage->turn(0, one.id, CountedSession::film());
    one.coverage->setOnShow(0, true);
    one.now = 2000;
    QVERIFY(one.at.open(other));
    QCOMPARE(one.stored().items.constFirst().shownMs(), 2000); // written at leaving
    one.coverage->moveTo(0, other); // the very same film is handed in there
    one.now = 5000;
    one.coverage->flush();
    QCOMPARE(one.stored().items.constFirst().shownMs(), 2000);
    QCOMPARE(one.at.desk.store.coverage(other, one.at.desk.lin.id)->items.constFirst().shownMs(), 3000);
    QVERIFY(one.coverage->coverage().find(QStringLiteral("b1"), ExhibitKind::Video)->isOpened());
    QVERIFY(!one.coverage->coverage().find(QStringLiteral("m1"), ExhibitKind::Document)); // of the other case
}

void TstCoveragePresenter::anotherPersonCountsForThemselves()
{
    CountedSession one;
    one.coverage->setActive(true);
    one.coverage->turn(0, one.id, CountedSession::film());
    one.coverage->setOnShow(0, true);
    one.now = 2000;
    one.at.session.setActor(one.at.desk.actor(one.at.desk.chen));
    one.now = 2500;
    one.coverage->flush();
    QCOMPARE(one.stored().items.constFirst().shownMs(), 2000);
    const domain::CaseCoverage theirs = *one.at.desk.store.coverage(one.id, one.at.desk.chen.id);
    QCOMPARE(theirs.items.constFirst().shownMs(), 500);
    QCOMPARE(theirs.items.constFirst().firstAt, std::optional(domain::UtcMs(CountedSession::base + 2000)));
}

void TstCoveragePresenter::saysItInWords_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::newRow("English") << false;
    QTest::newRow("Chinese") << true;
}

void TstCoveragePresenter::saysItInWords()
{
    QFETCH(bool, chinese);
    const Speaking speaking(chinese);
    CountedSession one;
    CoverageItem film = CountedSession::film();
    film.firstAt = domain::UtcMs(5);
    film.shown = {{5, 65'005}};
    film.film = {{0, 41'900'000}};
    const domain::CaseFile file = one.file();
    const domain::CaseCoverage coverage = domain::atSigning({{film}}, file);
    const QString meter = presentation::coverageMeter(domain::sumOf(coverage, file, domain::CoverageSide::Buyer));
    const QStringList lines = presentation::coverageLines(coverage, file);
    domain::Ruling ruling;
    QVERIFY(presentation::coverageBrief(ruling, file).isEmpty()); // an older ruling says nothing of it
    ruling.coverage = coverage;
    QCOMPARE(presentation::clockText(3'723'999'999), QStringLiteral("1:02:03"));
    for (const QString &text : QStringList{meter, presentation::coverageBrief(ruling, file)} + lines)
        QCOMPARE(isChinese(text), chinese);
    if (chinese)
        return;
    QCOMPARE(meter, QStringLiteral("seen 1 of 1 · film 0:41 of 1:00"));
    QCOMPARE(lines, QStringList({QStringLiteral("Buyer: seen 1 of 1 · film 0:41 of 1:00"), QStringLiteral("  b1 · Video · on show 1:05 · film 0:41 of 1:00"),
                                 QStringLiteral("Merchant: seen 0 of 1 · pages 0 of 3"), QStringLiteral("  Not opened: m1 · Document"),
                                 QStringLiteral("Platform's record: seen 0 of 2 · messages 0 of 5"), QStringLiteral("  Not opened: Chat of both sides"),
                                 QStringLiteral("  Not opened: The carrier's scans")}));
    QVERIFY(presentation::coverageBrief(ruling, file).startsWith(QStringLiteral("On show before signing – Buyer: seen 1 of 1")));
}

void TstCoveragePresenter::saysApartWhatTheDeskMade_data()
{
    saysItInWords_data();
}

void TstCoveragePresenter::saysApartWhatTheDeskMade()
{
    QFETCH(bool, chinese);
    const Speaking speaking(chinese);
    CountedSession one;
    domain::CaseFile file = one.file();
    for (const char *id : {"d1", "d2"}) {
        domain::Exhibit still = file.exhibits.constFirst();
        still.id = QString::fromLatin1(id);
        still.kind = ExhibitKind::Image;
        still.sha256 = QByteArray(64, id[1]);
        still.derivedFrom = domain::Derivation{.exhibit = QStringLiteral("b1"), .sha256 = QByteArray(64, 'a'), .frame = 0, .pts = 0, .page = {}, .region = {}, .tool = {}};
        file.exhibits.append(still);
    }
    CoverageItem still = CountedSession::named(QStringLiteral("d2"), ExhibitKind::Image, '2');
    still.firstAt = domain::UtcMs(5);
    still.shown = {{5, 3005}};
    domain::Ruling ruling;
    ruling.coverage = domain::atSigning({{still}}, file);
    const QString meter = presentation::coverageMeter(domain::sumOf(*ruling.coverage, file, domain::CoverageSide::Buyer));
    const QStringList lines = presentation::coverageLines(*ruling.coverage, file).first(5);
    const QString brief = presentation::coverageBrief(ruling, file);
    for (const QString &text : QStringList{meter, brief} + lines)
        QCOMPARE(isChinese(text), chinese);
    if (chinese)
        return;
    QCOMPARE(meter, QStringLiteral("seen 0 of 1 · film 0:00 of 1:00"));
    QCOMPARE(lines, QStringList({QStringLiteral("Buyer: seen 0 of 1 · film 0:00 of 1:00"), QStringLiteral("  Not opened: b1 · Video"),
                                 QStringLiteral("  made at the desk: seen 1 of 2"), QStringLiteral("  Not opened: d1 · Picture"),
                                 QStringLiteral("  d2 · Picture · on show 0:03")}));
    QVERIFY2(brief.contains(QStringLiteral("Buyer: seen 0 of 1 · film 0:00 of 1:00 · made at the desk: seen 1 of 2")), qPrintable(brief));
}

QObject *make_tst_coveragepresenter();
QObject *make_tst_coveragepresenter()
{
    return new TstCoveragePresenter;
}

#include "tst_coveragepresenter.moc"
