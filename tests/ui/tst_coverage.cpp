// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/ruling/rulingpanel.h"
#include "../../ui/viewing/filmtimeline.h"
#include "../presentation/words.h"
#include "seat.h"

#include <presentation/coveragewords.h>

#include <QtTest/QSignalSpy>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QTabBar>

#include <optional>

using namespace arb;
using namespace arb::tests;
using domain::ExhibitKind;

/// What was opened is seen in the window: a meter, dots on tabs, the list above the button; and the ruling carries it.
class TstCoverage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void metersAndDotsFollow();
    void whatWasWatchedStandsOnTheTimelineWithTheFilm();
    void theOwnChatCountsItsMessages();
    void anotherPageOfTheWindowHidesTheEvidence();
    void newEvidenceIsTheSameNumberInTheNextWindow();
    void theListStandsAboveTheButton();
    void theApproverSeesWhatTheSignerSaw();

private:
    QString meter(const char *name) const { return m_seat->find<QLabel>(name)->accessibleName(); }
    domain::CaseCoverage stored() const { return *m_desk->store.coverage(m_case, m_desk->lin.id); }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
    std::optional<Speaking> m_speaking;
    domain::CaseId m_case;
};

/// Buyer: a film and a text. Merchant: a picture.
void TstCoverage::init()
{
    m_speaking.emplace(false);
    m_desk = std::make_unique<SmallDesk>();
    m_case = m_desk->admit(QStringLiteral("D-1"), [](domain::CaseFile &file) {
        const auto add = [&file](const char *id, domain::Party party, ExhibitKind kind, char digest) {
            domain::Exhibit exhibit = file.exhibits.constFirst();
            exhibit.id = QString::fromLatin1(id);
            exhibit.party = party;
            exhibit.kind = kind;
            exhibit.sha256 = QByteArray(64, digest);
            file.exhibits.append(exhibit);
        };
        add("b2", domain::Party::Buyer, ExhibitKind::Text, '3');
        add("m1", domain::Party::Merchant, ExhibitKind::Image, '2');
    });
    m_desk->claim(m_desk->lin, m_case);
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    m_seat->loader.films.insert(QByteArray(64, 'a'), 1500);
    m_seat->loader.texts.insert(QByteArray(64, '3'), "measured at the counter");
    m_seat->loader.pictures.insert(QByteArray(64, '2'), FakeLoader::fullPicture(numberedFrame(2)));
    m_seat->window->resize(1600, 900);
    QVERIFY(m_seat->show());
    QVERIFY(m_seat->start());
    QVERIFY(m_seat->open(m_case));
}

void TstCoverage::cleanup()
{
    m_seat.reset();
    m_desk.reset();
    m_speaking.reset();
}

void TstCoverage::metersAndDotsFollow()
{
    // The first of each side comes on show by itself.
    QTRY_COMPARE(meter("buyerMeter"), QStringLiteral("seen 1 of 2"));
    QTRY_COMPARE(meter("merchantMeter"), QStringLiteral("seen 1 of 1"));
    const auto *label = m_seat->find<QLabel>("buyerMeter");
    QVERIFY(label->isVisible() && !label->text().isEmpty());
    QVERIFY2(label->toolTip().contains(QStringLiteral("Not opened: b2")), qPrintable(label->toolTip()));
    QCOMPARE(label->accessibleDescription().contains(QStringLiteral("Not opened: b2")), true);
    auto *tabs = m_seat->find<QTabBar>("buyerExhibits");
    const auto icon = [tabs](int index) { return tabs->tabIcon(index).pixmap(16, 16).toImage(); };
    QVERIFY(!tabs->accessibleTabName(0).contains(QStringLiteral("not opened yet")));
    QVERIFY(tabs->accessibleTabName(1).contains(QStringLiteral("not opened yet")));
    QVERIFY(tabs->tabToolTip(1).contains(QStringLiteral("Not opened yet")));
    const QImage dotted = icon(1);
    tabs->setCurrentIndex(1);
    QTRY_COMPARE(meter("buyerMeter"), QStringLiteral("seen 2 of 2"));
    QVERIFY(!tabs->accessibleTabName(1).contains(QStringLiteral("not opened yet")));
    QVERIFY(!tabs->tabToolTip(1).contains(QStringLiteral("Not opened yet")));
    QVERIFY(icon(1) != dotted);
    // In the other language, too.
    m_speaking.reset();
    m_speaking.emplace(true);
    QTRY_VERIFY2(isChinese(meter("buyerMeter")), qPrintable(meter("buyerMeter")));
}

/// Without waiting for something to be counted or written: on the timeline as soon as the film stands there again.
void TstCoverage::whatWasWatchedStandsOnTheTimelineWithTheFilm()
{
    m_seat.reset();
    domain::CoverageItem film;
    film.exhibit = QStringLiteral("b1");
    film.kind = ExhibitKind::Video;
    film.sha256 = QByteArray(64, 'a');
    film.firstAt = domain::UtcMs(1000);
    film.film = {{1'000'000, 3'000'000}};
    QVERIFY(m_desk->store.addCoverage(m_case, m_desk->lin.id, {{film}}, m_desk->clock.at));
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin); // the program is started again; the merchant's picture cannot be shown
    m_seat->loader.films.insert(QByteArray(64, 'a'), 1500);
    m_seat->loader.texts.insert(QByteArray(64, '3'), "measured at the counter");
    m_seat->find<QTimer>("coverageFlush")->setInterval(3'600'000);
    QVERIFY(m_seat->show());
    QVERIFY(m_seat->start());
    QVERIFY(m_seat->open(m_case));
    const auto watched = [this] {
        const auto *timeline = m_seat->find<ui::FilmTimeline>("videoPosition");
        return timeline ? timeline->spans(ui::TimelineSpan::Kind::Watched).size() : 0;
    };
    QTRY_COMPARE(watched(), 1);
    auto *tabs = m_seat->find<QTabBar>("buyerExhibits");
    tabs->setCurrentIndex(1);
    QCOMPARE(watched(), 0);
    QTRY_COMPARE(meter("buyerMeter"), QStringLiteral("seen 2 of 2"));
    tabs->setCurrentIndex(0);
    QCOMPARE(watched(), 1);
}

void TstCoverage::theOwnChatCountsItsMessages()
{
    auto *tabs = m_seat->find<QTabBar>("buyerExhibits");
    tabs->setCurrentIndex(2); // the chat of both sides, with its one message
    m_seat->find<QTimer>("coverageFlush")->setInterval(10);
    QTRY_VERIFY(stored().find({}, ExhibitKind::Chat) && stored().find({}, ExhibitKind::Chat)->covered() == 1);
    QTRY_VERIFY(stored().find({}, ExhibitKind::Chat)->shownMs() > 0);
}

void TstCoverage::anotherPageOfTheWindowHidesTheEvidence()
{
    auto *timer = m_seat->find<QTimer>("coverageFlush");
    timer->setInterval(10);
    const QSignalSpy flushes(timer, &QTimer::timeout);
    const auto shownMs = [this] {
        const domain::CaseCoverage now = stored();
        const domain::CoverageItem *picture = now.find(QStringLiteral("m1"), ExhibitKind::Image);
        return picture ? picture->shownMs() : 0;
    };
    QTRY_VERIFY(shownMs() > 0);
    m_seat->window->showQueue();
    QTRY_VERIFY(!m_seat->find<QTabBar>("merchantExhibits")->isVisible());
    qsizetype seen = flushes.size();
    QTRY_VERIFY(flushes.size() > seen + 2); // the pane is asked a moment later
    const qint64 left = shownMs();
    seen = flushes.size();
    QTRY_VERIFY(flushes.size() > seen + 5);
    QCOMPARE(shownMs(), left);
    m_seat->window->showDesk();
    QTRY_VERIFY(shownMs() > left);
}

/// The link above the button and the meter count the same thing, in this window and in the one after it.
void TstCoverage::newEvidenceIsTheSameNumberInTheNextWindow()
{
    const auto link = [this] { return m_seat->find<QLabel>("unseenExhibits")->accessibleName(); };
    const auto nextWindow = [this] {
        m_seat.reset();
        m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
        m_seat->loader.pictures.insert(QByteArray(64, '2'), FakeLoader::fullPicture(numberedFrame(2)));
        m_seat->loader.pictures.insert(QByteArray(64, 'e'), FakeLoader::fullPicture(numberedFrame(3)));
        m_seat->window->resize(1600, 900);
        return m_seat->show() && m_seat->start() && m_seat->open(m_case);
    };
    QTRY_COMPARE(meter("merchantMeter"), QStringLiteral("seen 1 of 1"));
    QVERIFY(link().isEmpty()); // what came with the case is not new
    const usecases::SupplementFile file{.id = QStringLiteral("n1"), .party = domain::Party::Merchant, .kind = ExhibitKind::Image, .fileName = QStringLiteral("box.jpg"),
                                        .caption = {}, .element = {}, .path = {}, .sha256 = QByteArray(64, 'e'), .size = 9, .facts = {}};
    must(m_desk->commands.supplement(m_desk->as(m_desk->chen), m_case, file), "supplement");
    QVERIFY(nextWindow());
    QTRY_COMPARE(meter("merchantMeter"), QStringLiteral("seen 1 of 2"));
    QVERIFY2(link().startsWith(QStringLiteral("1 new exhibit")), qPrintable(link()));

    m_seat->find<QTabBar>("merchantExhibits")->setCurrentIndex(1);
    QTRY_COMPARE(meter("merchantMeter"), QStringLiteral("seen 2 of 2"));
    QVERIFY(link().isEmpty());
    QVERIFY(nextWindow());
    QTRY_COMPARE(meter("merchantMeter"), QStringLiteral("seen 2 of 2"));
    QVERIFY2(link().isEmpty(), qPrintable(link()));
}

void TstCoverage::theListStandsAboveTheButton()
{
    QTRY_COMPARE(meter("buyerMeter"), QStringLiteral("seen 1 of 2"));
    QVERIFY(!m_seat->find("coverageList")->isVisible()); // as long as nothing can be signed
    QVERIFY(m_seat->writeRuling());
    QTRY_VERIFY(m_seat->find("coverageList")->isVisible());
    const QString text = m_seat->find("coverageList")->findChild<QLabel *>(QStringLiteral("coverageText"))->text();
    QVERIFY2(text.contains(QStringLiteral("Not opened: b2")), qPrintable(text));
    QVERIFY(text.indexOf(QStringLiteral("Not opened: b2")) < text.indexOf(QStringLiteral("b1 · "))); // named first
    QVERIFY(m_seat->ruling.canSign()); // it blocks nothing
    m_seat->ruling.sign(false);
    QTRY_COMPARE(m_desk->record(m_case).rulings.size(), 1);
    const auto coverage = m_desk->record(m_case).rulings.constFirst().ruling.coverage;
    QVERIFY(coverage);
    // Seen a moment ago, and with the ruling already.
    QVERIFY(coverage->find(QStringLiteral("b1"), ExhibitKind::Video)->isOpened());
    QVERIFY(coverage->find(QStringLiteral("m1"), ExhibitKind::Image)->isOpened());
    QVERIFY(!coverage->find(QStringLiteral("b2"), ExhibitKind::Text)->isOpened());
}

/// Whoever approves is told what the signer had on show, not what they had themselves; its citations lead there.
void TstCoverage::theApproverSeesWhatTheSignerSaw()
{
    m_seat.reset();
    domain::CoverageItem text;
    text.exhibit = QStringLiteral("b2");
    text.kind = ExhibitKind::Text;
    text.sha256 = QByteArray(64, '3');
    text.firstAt = domain::UtcMs(1000);
    text.shown = {{1000, 8000}};
    QVERIFY(m_desk->store.addCoverage(m_case, m_desk->lin.id, {{text}}, m_desk->clock.at));
    const domain::CaseCoverage signersOwn = domain::atSigning(stored(), m_desk->record(m_case).file);
    domain::Ruling ruling = SmallDesk::bandRuling();
    ruling.funding = {{domain::FundSource::Deposit, ruling.refund}}; // this needs a second person
    m_desk->rule(m_desk->lin, m_case, ruling);
    QCOMPARE(m_desk->header(m_case).state, domain::DisputeState::AwaitingApproval);

    m_seat = std::make_unique<Seat>(*m_desk, m_desk->xu);
    m_seat->loader.pictures.insert(QByteArray(64, '2'), FakeLoader::fullPicture(numberedFrame(2)));
    m_seat->window->resize(1600, 900);
    QVERIFY(m_seat->show());
    QVERIFY(m_seat->start());
    QVERIFY(m_seat->open(m_case));
    auto *list = m_seat->find("signedCoverage");
    QTRY_VERIFY(list->isVisible());
    QVERIFY(!m_seat->find("coverageList")->isVisible()); // nothing is to be signed here
    const auto shown = [list] { return list->findChild<QLabel *>(QStringLiteral("coverageText"))->text(); };
    const domain::CaseFile file = m_desk->record(m_case).file;
    QCOMPARE(shown(), presentation::coverageLines(signersOwn, file).join(u'\n'));
    QVERIFY2(shown().contains(QStringLiteral("b2 · Text statement · on show 0:07")), qPrintable(shown()));
    QTRY_COMPARE(meter("merchantMeter"), QStringLiteral("seen 1 of 1")); // the approver's own, which is another thing
    QCOMPARE(shown(), presentation::coverageLines(signersOwn, file).join(u'\n'));
    auto *box = list->findChild<QScrollArea *>();
    QVERIFY(box->focusPolicy() & Qt::TabFocus);
    QCOMPARE(box->accessibleName(), QStringLiteral("What was on show before signing"));
    QCOMPARE(box->accessibleDescription(), shown());
    QVERIFY(m_seat->find<QPushButton>("approve")->isEnabled()); // it keeps nobody from anything

    auto *citations = m_seat->find<QListWidget>("rulingCitations");
    QCOMPARE(citations->count(), 1);
    QSignalSpy chosen(m_seat->window->findChild<ui::RulingPanel *>(), &ui::RulingPanel::citationChosen);
    QTest::mouseClick(citations->viewport(), Qt::LeftButton, {}, citations->visualItemRect(citations->item(0)).center());
    QVERIFY(!chosen.isEmpty());
    QCOMPARE(chosen.constFirst().constFirst().value<domain::Citation>(), m_desk->record(m_case).rulings.constFirst().ruling.findings.constFirst().citations.constFirst());
    chosen.clear();
    citations->setFocus();
    citations->setCurrentRow(0);
    QTest::keyClick(citations, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);

    m_speaking.reset();
    m_speaking.emplace(true);
    QTRY_VERIFY2(isChinese(shown()), qPrintable(shown()));
    QTRY_VERIFY2(isChinese(box->accessibleName()), qPrintable(box->accessibleName()));
}

QObject *make_tst_coverage();
QObject *make_tst_coverage()
{
    return new TstCoverage;
}

#include "tst_coverage.moc"
