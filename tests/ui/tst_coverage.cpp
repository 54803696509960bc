// SPDX-License-Identifier: GPL-3.0-or-later
#include "../presentation/words.h"
#include "seat.h"

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
    void theOwnChatCountsItsMessages();
    void anotherPageOfTheWindowHidesTheEvidence();
    void theListStandsAboveTheButton();

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

void TstCoverage::theListStandsAboveTheButton()
{
    QTRY_COMPARE(meter("buyerMeter"), QStringLiteral("seen 1 of 2"));
    QVERIFY(!m_seat->find("coverageList")->isVisible()); // as long as nothing can be signed
    QVERIFY(m_seat->writeRuling());
    QTRY_VERIFY(m_seat->find("coverageList")->isVisible());
    const QString text = m_seat->find<QLabel>("coverageText")->text();
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

QObject *make_tst_coverage();
QObject *make_tst_coverage()
{
    return new TstCoverage;
}

#include "tst_coverage.moc"
