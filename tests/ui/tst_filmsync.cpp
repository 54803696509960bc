// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparing.h"
#include "fakefilms.h"
#include "filmpairs.h"

#include "../presentation/words.h"

#include "../../ui/viewing/filmsync.h"
#include "../../ui/viewing/filmtimeline.h"

#include <QtTest/QSignalSpy>

#include <random>

using namespace arb;
using namespace arb::tests;

/// Two films in step on the compare desk: what counts is what stands in the pixels of both panes.
class TstFilmsync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_loader.reset(); }
    void untiedEachGoesAlone();
    void tiedPairStaysInStep_data();
    void tiedPairStaysInStep();
    void theFastOneWaitsForTheSlowOne();
    void aLoopHoldsWhicheverFilmIsAsked();
    void aLoopIsLeftFromEitherSide();
    void oneFilmEndsTheOtherGoesOn();
    void waitsForTheFilmThatBeginsLater();
    void shiftsUntiesAndTiesAgain();
    void aPairIsFoundAsItWasLeft();
    void theSidesExchanged();
    void aCitedFrameLeads();
    void aFilmAndAPicture();
    void laidOverOneAnotherTheyShowTheirFrames();
    void wordsFollowTheLanguage();

private:
    std::unique_ptr<ui::CompareDesk> desk(const QByteArray &left, const QByteArray &right, const QList<domain::PairView> &known = {});

    std::unique_ptr<FakeLoader> m_loader;
};

namespace {

ui::EvidencePane::Item filmItem(const char *id, const QByteArray &digest, domain::Party party)
{
    ui::EvidencePane::Item item = itemOf(id, digest, party);
    item.ref.kind = domain::ExhibitKind::Video;
    return item;
}

/// The number in the boxes of a frame, as @p shown painted it.
int numberIn(QWidget *shown, const QTransform &toWidget)
{
    const QImage image = shown->grab().toImage();
    int number = 0;
    for (int bit = 0; bit < 16; ++bit) {
        const QPoint place = toWidget.map(QPointF(bit * boxSide + 10.0, 10.0)).toPoint();
        if (image.rect().contains(place) && qGreen(image.pixel(place)) > 128)
            number |= 1 << bit;
    }
    return number;
}

int numberOn(const ui::EvidencePane *pane)
{
    ui::PictureCanvas *canvas = canvasOf(pane);
    return numberIn(canvas, canvas->toWidget());
}

/// The frame that the film of @p pane was asked for last.
qint64 askedFrame(const ui::EvidencePane *pane)
{
    const ui::FilmInfo *film = pane->viewer()->film();
    const auto state = pane->viewer()->transport();
    return film && state && !state->playing ? film->indexAt(film->firstUs() + state->mediaUs) : -1;
}

/// Both stand still and what was asked for is in the pixels.
bool atRest(const ui::CompareDesk &desk)
{
    return QTest::qWaitFor([&desk] {
        for (const ui::EvidencePane *pane : {desk.left(), desk.right()}) {
            if (pane->viewer()->film() && askedFrame(pane) != numberOn(pane))
                return false;
        }
        return true;
    });
}

void trigger(const ui::EvidencePane *pane, const char *action)
{
    pane->viewer()->findChild<QAction *>(QLatin1StringView(action))->trigger();
}

void seek(const ui::EvidencePane *pane, qint64 frame)
{
    domain::Citation there;
    there.exhibit = pane->current()->exhibitId;
    there.frame = frame;
    pane->viewer()->goTo(there, QString());
}

domain::FilmTie tieOf(const ui::CompareDesk &desk)
{
    return desk.films()->tie().value_or(domain::FilmTie{});
}

/// By how much what is on show breaks the rule, in microseconds: half a frame of the faster film is allowed.
qint64 tooFarApart(const ui::CompareDesk &desk, const QList<qint64> &left, const QList<qint64> &right)
{
    const domain::FilmTie tie = tieOf(desk);
    const qint64 onLeft = tie.leftPts + tie.atUs, onRight = tie.rightPts + tie.atUs;
    const qint64 faster = std::min(lengthAt(left, onLeft), lengthAt(right, onRight));
    const qint64 off = std::max(offBy(left, numberOn(desk.left()), onLeft), offBy(right, numberOn(desk.right()), onRight));
    return std::max<qint64>(0, off - faster / 2);
}

} // namespace

void TstFilmsync::init()
{
    m_loader = comparedPictures();
    m_loader->filmTimes = {{"thirty", evenTimes(400, 30, 1, 0)},        {"pal", evenTimes(300, 25, 1, 80'000)},
                           {"uneven", unevenTimes(120, 1'234'567, 11)}, {"sixty", evenTimes(500, 60, 1, -3'000'000)},
                           {"short", evenTimes(20, 25, 1, 0)},          {"other short", evenTimes(24, 50, 1, 500'000)}};
}

std::unique_ptr<ui::CompareDesk> TstFilmsync::desk(const QByteArray &left, const QByteArray &right, const QList<domain::PairView> &known)
{
    auto made = std::make_unique<ui::CompareDesk>(*m_loader);
    made->resize(1200, 700);
    made->show();
    if (!QTest::qWaitForWindowActive(made.get()))
        qWarning("the desk is not active");
    made->setPairViews(known);
    made->left()->setItems({filmItem("b1", left, domain::Party::Buyer)});
    made->right()->setItems({filmItem("m1", right, domain::Party::Merchant)});
    if (!QTest::qWaitFor([&made] { return made->pairView().has_value(); }))
        qWarning("the pair does not begin");
    return made;
}

void TstFilmsync::untiedEachGoesAlone()
{
    const auto made = desk("thirty", "pal");
    QVERIFY(!made->pairView()->tie);
    seek(made->left(), 77);
    QVERIFY(atRest(*made));
    QCOMPARE(numberOn(made->left()), 77);
    QCOMPARE(numberOn(made->right()), 0);
    QCOMPARE(bar(*made)->said(), QString());
    QVERIFY(!bar(*made)->action(QStringLiteral("compareUntie"))->isEnabled());
    QVERIFY(!bar(*made)->action(QStringLiteral("compareLater1"))->isEnabled());
}

void TstFilmsync::tiedPairStaysInStep_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<int>("leftFrame");
    QTest::addColumn<int>("rightFrame");
    QTest::newRow("30 and 25") << QByteArray("thirty") << QByteArray("pal") << 150 << 40;
    QTest::newRow("variable and 60") << QByteArray("uneven") << QByteArray("sixty") << 30 << 320;
    QTest::newRow("25 and variable") << QByteArray("pal") << QByteArray("uneven") << 5 << 50;
}

void TstFilmsync::tiedPairStaysInStep()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(int, leftFrame);
    QFETCH(int, rightFrame);
    const QList<qint64> times[] = {m_loader->filmTimes.value(left), m_loader->filmTimes.value(right)};
    const auto made = desk(left, right);
    const ui::EvidencePane *panes[] = {made->left(), made->right()};
    seek(panes[0], leftFrame);
    seek(panes[1], rightFrame);
    QVERIFY(made->run(QStringLiteral("compareTie")));
    QVERIFY(atRest(*made));
    QCOMPARE(numberOn(panes[0]), leftFrame);
    QCOMPARE(numberOn(panes[1]), rightFrame);
    const domain::FilmTie tie = tieOf(*made);
    QCOMPARE(tie.leftPts, times[0][leftFrame]);
    QCOMPARE(tie.rightPts, times[1][rightFrame]);

    std::mt19937 random(500);
    const char *const steps[] = {"videoStepForward", "videoStepBack", "videoSecondForward", "videoSecondBack"};
    for (int turn = 0; turn < 200; ++turn) {
        const std::size_t side = random() % 2;
        const ui::EvidencePane *pane = panes[side];
        const int before = numberOn(pane);
        const auto what = static_cast<unsigned>(random() % 10);
        if (what < 3) {
            seek(pane, static_cast<qint64>(random() % static_cast<unsigned>(times[side].size())));
        } else if (what < 7) {
            trigger(pane, steps[random() % 4]);
        } else if (what < 9) {
            trigger(pane, random() % 2 ? "videoFaster" : "videoSlower");
            QCOMPARE(panes[0]->viewer()->transport()->speed, panes[1]->viewer()->transport()->speed);
        } else {
            trigger(pane, "videoPlay");
            const auto a = panes[0]->viewer()->transport(), b = panes[1]->viewer()->transport();
            if (a->playing && b->playing) { // one clock, not two
                QCOMPARE(a->anchorNs, b->anchorNs);
                QCOMPARE(times[0].first() + a->mediaUs - tie.leftPts, times[1].first() + b->mediaUs - tie.rightPts);
            }
            static_cast<void>(QTest::qWaitFor([pane, before] { return pane->viewer()->property("frameIndex").toInt() != before; }, 300));
            for (const ui::EvidencePane *each : {panes[side], panes[1 - side]}) {
                if (each->viewer()->transport()->playing)
                    trigger(each, "videoPlay");
            }
        }
        QVERIFY2(atRest(*made), qPrintable(QStringLiteral("turn %1").arg(turn)));
        const qint64 apart = tooFarApart(*made, times[0], times[1]);
        QVERIFY2(apart == 0, qPrintable(QStringLiteral("turn %1, action %2: %3 us").arg(turn).arg(what).arg(apart)));
        // Where the reader took a film it stands, and the clock is exactly there.
        const int now = numberOn(pane);
        if (what < 7 && now != before)
            QCOMPARE(times[side][now] - (side == 0 ? tie.leftPts : tie.rightPts), tieOf(*made).atUs);
        QCOMPARE(tieOf(*made).leftPts, tie.leftPts);
        QCOMPARE(tieOf(*made).rightPts, tie.rightPts);
    }
}

/// The right decodes only when it is let: what is on show stays a pair, on the steady clock.
void TstFilmsync::theFastOneWaitsForTheSlowOne()
{
    const auto gate = std::make_shared<GatedFilm::Gate>();
    gate->permits.release(100);
    m_loader->filmTimes.insert("other pal", evenTimes(300, 25, 1, 0));
    m_loader->filmMakers.insert("pal", [gate, times = m_loader->filmTimes.value("pal")] { return std::make_unique<GatedFilm>(times, gate); });
    const auto made = desk("other pal", "pal");
    seek(made->left(), 150);
    seek(made->right(), 40);
    made->run(QStringLiteral("compareTie"));
    QVERIFY(atRest(*made));
    gate->permits.tryAcquire(gate->permits.available());
    const auto frameOn = [](const ui::EvidencePane *pane) { return pane->viewer()->property("frameIndex").toInt(); };
    trigger(made->left(), "videoPlay");
    QVERIFY(!QTest::qWaitFor([&] { return frameOn(made->left()) != 150; }, 200));
    for (int turn = 0; turn < 10; ++turn) {
        const int before = frameOn(made->right());
        gate->permits.release();
        QTRY_VERIFY(frameOn(made->right()) > before);
        QCOMPARE(frameOn(made->left()) - 150, frameOn(made->right()) - 40);
    }
    gate->permits.release(100);
    trigger(made->left(), "videoPlay");
    QVERIFY(atRest(*made));
    QCOMPARE(numberOn(made->left()) - 150, numberOn(made->right()) - 40);
    // Untied, the left goes alone.
    gate->permits.tryAcquire(gate->permits.available());
    made->run(QStringLiteral("compareUntie"));
    trigger(made->left(), "videoPlay");
    const int before = frameOn(made->left()), right = frameOn(made->right());
    QTRY_VERIFY(frameOn(made->left()) > before);
    QCOMPARE(frameOn(made->right()), right);
}

void TstFilmsync::aLoopHoldsWhicheverFilmIsAsked()
{
    m_loader->filmTimes.insert("other pal", evenTimes(300, 25, 1, 0));
    const auto made = desk("other pal", "pal");
    seek(made->left(), 150);
    seek(made->right(), 40);
    made->run(QStringLiteral("compareTie"));
    QVERIFY(atRest(*made));
    trigger(made->left(), "videoLoopFrom");
    seek(made->left(), 160);
    QVERIFY(atRest(*made));
    trigger(made->left(), "videoLoopTo");
    const auto frameOn = [](const ui::EvidencePane *pane) { return pane->viewer()->property("frameIndex").toInt(); };
    const auto loops = [&] {
        int rounds = 0, before = frameOn(made->left()), most = before;
        return QTest::qWaitFor([&] {
            const int now = frameOn(made->left());
            most = std::max(most, now);
            rounds += now < before ? 1 : 0;
            before = now;
            return rounds >= 2 || now > 160;
        }, 20'000) && most <= 160;
    };
    trigger(made->left(), "videoPlay");
    QVERIFY(loops());
    trigger(made->right(), "videoFaster");
    QVERIFY(loops());
    trigger(made->right(), "videoPlay"); // it stands …
    QVERIFY(atRest(*made));
    trigger(made->right(), "videoPlay"); // … and goes on
    QVERIFY(loops());
    made->right()->focusEvidence();
    made->run(QStringLiteral("compareLater1"));
    QVERIFY(loops());
    trigger(made->right(), "videoPlay");
    QVERIFY(atRest(*made));
    QCOMPARE(numberOn(made->left()) - 150, numberOn(made->right()) - 41);
    trigger(made->left(), "videoLoopOff");
    trigger(made->left(), "videoPlay");
    QTRY_VERIFY(frameOn(made->left()) > 161);
}

void TstFilmsync::aLoopIsLeftFromEitherSide()
{
    m_loader->filmTimes.insert("other pal", evenTimes(300, 25, 1, 0));
    const auto made = desk("other pal", "pal");
    seek(made->left(), 150);
    seek(made->right(), 40);
    made->run(QStringLiteral("compareTie"));
    QVERIFY(atRest(*made));
    const auto canBeLeft = [](const ui::EvidencePane *pane) { return pane->viewer()->findChild<QAction *>(QStringLiteral("videoLoopOff"))->isEnabled(); };
    const auto isDrawn = [](const ui::EvidencePane *pane) {
        return !pane->viewer()->findChild<ui::FilmTimeline *>()->spans(ui::TimelineSpan::Kind::Loop).isEmpty();
    };
    const auto frameOn = [](const ui::EvidencePane *pane) { return pane->viewer()->property("frameIndex").toInt(); };
    QVERIFY(!canBeLeft(made->left()) && !canBeLeft(made->right()));
    trigger(made->left(), "videoLoopFrom");
    seek(made->left(), 155);
    QVERIFY(atRest(*made));
    trigger(made->left(), "videoLoopTo");
    QVERIFY(isDrawn(made->left()) && !isDrawn(made->right()));
    QVERIFY(canBeLeft(made->left()) && canBeLeft(made->right()));
    trigger(made->left(), "videoPlay");
    QTRY_VERIFY(frameOn(made->left()) < 155); // round
    trigger(made->right(), "videoLoopOff");
    QVERIFY(!isDrawn(made->left()) && !canBeLeft(made->left()) && !canBeLeft(made->right()));
    QTRY_VERIFY(frameOn(made->left()) > 156);
    QVERIFY(made->left()->viewer()->transport()->playing && made->right()->viewer()->transport()->playing);
    trigger(made->left(), "videoPlay");
    QVERIFY(atRest(*made));
    QCOMPARE(numberOn(made->left()) - 150, numberOn(made->right()) - 40);
    // One loop: the one that was set last.
    trigger(made->left(), "videoLoopFrom");
    trigger(made->right(), "videoLoopFrom");
    QVERIFY(!isDrawn(made->left()) && isDrawn(made->right()));
    QVERIFY(canBeLeft(made->left()) && canBeLeft(made->right()));
    made->run(QStringLiteral("compareUntie"));
    QVERIFY(!canBeLeft(made->left()) && canBeLeft(made->right()) && isDrawn(made->right()));
}

void TstFilmsync::oneFilmEndsTheOtherGoesOn()
{
    const auto made = desk("short", "pal");
    seek(made->left(), 16);
    seek(made->right(), 100);
    made->run(QStringLiteral("compareTie"));
    QVERIFY(atRest(*made));
    trigger(made->left(), "videoPlay");
    QTRY_VERIFY(!made->left()->viewer()->transport()->playing);
    QTRY_VERIFY(numberOn(made->right()) > 106); // beyond 100 + 4, where the left is over
    QVERIFY(made->right()->viewer()->transport()->playing);
    QCOMPARE(numberOn(made->left()), 19);
    QVERIFY(bar(*made)->said().endsWith(QStringLiteral("; left ended")) && bar(*made)->saidInFull().contains(QStringLiteral("the left stands on its last one")));
    trigger(made->left(), "videoPlay"); // the pair plays: it stops, though the left alone could only begin again
    QVERIFY(!made->right()->viewer()->transport()->playing);
    QVERIFY(atRest(*made));
    QCOMPARE(numberOn(made->left()), 19);
    QVERIFY(numberOn(made->right()) > 106);
    trigger(made->right(), "videoPlay"); // on from there
    QVERIFY(made->right()->viewer()->transport()->playing);
    trigger(made->right(), "videoPlay");
    QVERIFY(atRest(*made));
    QCOMPARE(numberOn(made->left()), 19);
    // Back where both are, the left comes along again.
    seek(made->right(), 101);
    QVERIFY(atRest(*made));
    QCOMPARE(numberOn(made->left()), 17);
    QVERIFY2(bar(*made)->said().contains(QStringLiteral("both at +0:00.0")), qPrintable(bar(*made)->said()));
}

void TstFilmsync::waitsForTheFilmThatBeginsLater()
{
    const auto made = desk("thirty", "pal");
    seek(made->left(), 100);
    seek(made->right(), 3); // 120 ms after its first: the left's 3.333 - 0.120 s
    made->run(QStringLiteral("compareTie"));
    seek(made->left(), 90);
    QVERIFY(atRest(*made));
    QCOMPARE(numberOn(made->right()), 0);
    QVERIFY(bar(*made)->said().endsWith(QStringLiteral("; right not begun")) && bar(*made)->saidInFull().contains(QStringLiteral("the right stands on its first one")));
    // Played and stopped on the side that has not begun, it is the one clock that runs and stops.
    trigger(made->right(), "videoPlay");
    QVERIFY(made->left()->viewer()->transport()->playing);
    QVERIFY(made->right()->viewer()->transport()->playing);
    QTRY_VERIFY(numberOn(made->right()) > 2);
    trigger(made->right(), "videoPlay");
    QVERIFY(atRest(*made));
    QCOMPARE(tooFarApart(*made, m_loader->filmTimes.value("thirty"), m_loader->filmTimes.value("pal")), 0);
    QVERIFY(numberOn(made->left()) >= 99);
}

void TstFilmsync::shiftsUntiesAndTiesAgain()
{
    const auto made = desk("thirty", "pal");
    seek(made->left(), 150);
    seek(made->right(), 120);
    made->run(QStringLiteral("compareTie"));
    QVERIFY(atRest(*made));
    const domain::FilmTie tie = tieOf(*made);
    made->right()->focusEvidence();
    const std::pair<const char *, int> shifts[] = {{"compareLater1", 121},   {"compareLater10", 131}, {"compareEarlier100", 31},
                                                   {"compareEarlier10", 21}, {"compareEarlier1", 20}, {"compareLater100", 120}};
    for (const auto &[action, frame] : shifts) {
        made->run(QLatin1StringView(action));
        QVERIFY(atRest(*made));
        QCOMPARE(numberOn(made->right()), frame);
        QCOMPARE(numberOn(made->left()), 150);
        QCOMPARE(tieOf(*made).leftPts, tie.leftPts);
        QCOMPARE(tieOf(*made).rightPts, 80'000 + frame * 40'000);
    }
    QCOMPARE(tieOf(*made), tie);
    made->left()->focusEvidence();
    made->run(QStringLiteral("compareLater10"));
    QVERIFY(atRest(*made));
    QCOMPARE(numberOn(made->left()), 160);
    QCOMPARE(numberOn(made->right()), 120);
    // It holds from then on: a second is 30 frames here and 25 there.
    seek(made->left(), 190);
    QVERIFY(atRest(*made));
    QCOMPARE(numberOn(made->right()), 145);

    made->run(QStringLiteral("compareUntie"));
    QVERIFY(!made->pairView()->tie);
    seek(made->left(), 20);
    QVERIFY(atRest(*made));
    QCOMPARE(numberOn(made->right()), 145);
    made->run(QStringLiteral("compareTie"));
    QCOMPARE(tieOf(*made).rightPts, 80'000 + 145 * 40'000);
    seek(made->right(), 170);
    QVERIFY(atRest(*made));
    QCOMPARE(numberOn(made->left()), 50);
    // Tied again at another event, without untying.
    made->run(QStringLiteral("compareTie"));
    QCOMPARE(tieOf(*made).rightPts, 80'000 + 170 * 40'000);
    QCOMPARE(tieOf(*made).atUs, 0);
}

void TstFilmsync::aPairIsFoundAsItWasLeft()
{
    domain::PairView kept;
    int left = 0, right = 0;
    {
        const auto made = desk("uneven", "thirty");
        QSignalSpy told(made.get(), &ui::CompareDesk::pairLeft);
        seek(made->left(), 40);
        seek(made->right(), 60);
        made->run(QStringLiteral("compareTie"));
        seek(made->right(), 97);
        QVERIFY(atRest(*made));
        left = numberOn(made->left());
        right = numberOn(made->right());
        QTRY_VERIFY(!told.isEmpty());
        kept = told.last().first().value<domain::PairView>();
        QCOMPARE(kept.tie, made->pairView()->tie);
    }
    // By way of what is written down.
    domain::Examination all;
    all.pairs = {kept};
    all.pairs[0].leftSha256 = all.pairs[0].rightSha256 = QByteArray(64, 'a'); // these stand for digests here
    const auto read = domain::examinationFromJson(domain::toJson(all));
    QVERIFY(read);
    kept.tie = read->pairs.constFirst().tie;

    const auto again = desk("uneven", "thirty", {kept});
    QVERIFY(atRest(*again));
    QCOMPARE(right, 97);
    QCOMPARE(numberOn(again->left()), left);
    QCOMPARE(numberOn(again->right()), right);
    QCOMPARE(again->pairView()->tie, kept.tie);
    QVERIFY2(bar(*again)->said().startsWith(QStringLiteral("tied: left ")), qPrintable(bar(*again)->said()));
    seek(again->right(), 60);
    QVERIFY(atRest(*again));
    QCOMPARE(numberOn(again->left()), 40);
}

void TstFilmsync::theSidesExchanged()
{
    const auto made = desk("thirty", "pal");
    seek(made->left(), 150);
    seek(made->right(), 40);
    made->run(QStringLiteral("compareTie"));
    seek(made->left(), 180);
    QVERIFY(atRest(*made));
    made->run(QStringLiteral("compareSwap"));
    QTRY_VERIFY(made->pairView() && made->pairView()->left == QStringLiteral("m1"));
    QVERIFY(atRest(*made));
    QCOMPARE(tieOf(*made).leftPts, 80'000 + 40 * 40'000);
    QCOMPARE(tieOf(*made).rightPts, 5'000'000);
    QCOMPARE(numberOn(made->left()), 65);
    QCOMPARE(numberOn(made->right()), 180);
}

/// Who asks for a cited frame sees it, tied or not.
void TstFilmsync::aCitedFrameLeads()
{
    domain::PairView kept;
    {
        const auto made = desk("thirty", "pal");
        seek(made->left(), 150);
        seek(made->right(), 40);
        made->run(QStringLiteral("compareTie"));
        kept = made->pairView().value_or(domain::PairView{});
    }
    const auto again = std::make_unique<ui::CompareDesk>(*m_loader);
    again->resize(1200, 700);
    again->show();
    again->setPairViews({kept});
    again->left()->setItems({filmItem("b1", "thirty", domain::Party::Buyer)});
    again->right()->setItems({filmItem("m1", "pal", domain::Party::Merchant)});
    seek(again->right(), 90);
    QTRY_VERIFY(again->pairView());
    QVERIFY(atRest(*again));
    QCOMPARE(numberOn(again->right()), 90);
    QCOMPARE(numberOn(again->left()), 210); // 50 frames of 40 ms are 60 of 33.3
}

void TstFilmsync::aFilmAndAPicture()
{
    const auto made = desk("thirty", "pal");
    made->right()->setItems({itemOf("m2", "right", domain::Party::Merchant)});
    QTRY_VERIFY(made->pairView() && made->pairView()->right == QStringLiteral("m2"));
    seek(made->left(), 45);
    made->run(QStringLiteral("compareTie"));
    const domain::FilmTie tie{1'500'000, 0};
    QCOMPARE(tieOf(*made), tie);
    QCOMPARE(bar(*made)->said(), QStringLiteral("tied: left 0:01.50 = the picture on the right"));
    QVERIFY(!bar(*made)->action(QStringLiteral("compareLater1"))->isEnabled());
    const QImage picture = canvasOf(made->right())->grab().toImage();
    trigger(made->left(), "videoStepForward");
    QVERIFY(atRest(*made));
    QCOMPARE(numberOn(made->left()), 46);
    QCOMPARE(canvasOf(made->right())->grab().toImage(), picture);
    QVERIFY(made->pairView()->tie);
    made->run(QStringLiteral("compareUntie"));
    QCOMPARE(bar(*made)->said(), QString());
}

void TstFilmsync::laidOverOneAnotherTheyShowTheirFrames()
{
    const auto made = desk("thirty", "pal");
    made->setCalm(true); // blinking by hand
    seek(made->left(), 150);
    seek(made->right(), 40);
    made->run(QStringLiteral("compareTie"));
    QVERIFY(atRest(*made));
    made->left()->focusEvidence();
    made->run(QStringLiteral("compareBlink"));
    ui::CompareCanvas *over = overlay(*made);
    over->showSide(false);
    QCOMPARE(numberIn(over, over->toWidget()), 150);
    // Its keys are the film's.
    for (int n = 0; n < 30; ++n)
        QTest::keyClick(over, Qt::Key_Period);
    QTRY_COMPARE(numberIn(over, over->toWidget()), 180);
    over->showSide(true);
    QTRY_COMPARE(numberIn(over, over->toWidget()), 65);
    QTest::keyClick(over, Qt::Key_Comma);
    QTRY_COMPARE(numberIn(over, over->toWidget()), 64); // 33 of 40 ms back
    made->showPanes();
    QVERIFY(atRest(*made));
    QCOMPARE(numberOn(made->left()), 179);
    QCOMPARE(numberOn(made->right()), 64);
}

void TstFilmsync::wordsFollowTheLanguage()
{
    const auto made = desk("thirty", "pal");
    seek(made->left(), 372);
    seek(made->right(), 79);
    made->run(QStringLiteral("compareTie"));
    QCOMPARE(bar(*made)->said(), QStringLiteral("tied: left 0:12.40 = right 0:03.16, both at +0:00.0"));
    seek(made->right(), 4);
    QVERIFY(atRest(*made));
    QCOMPARE(bar(*made)->said(), QStringLiteral("tied: left 0:12.40 = right 0:03.16, both at -0:03.0"));
    const QString english = bar(*made)->said(), tie = bar(*made)->action(QStringLiteral("compareTie"))->text();
    {
        const Speaking chinese(true);
        QCoreApplication::processEvents();
        QVERIFY(bar(*made)->said() != english);
        QVERIFY(bar(*made)->said().contains(QStringLiteral("0:12.40")));
        QVERIFY(bar(*made)->action(QStringLiteral("compareTie"))->text() != tie);
    }
    for (const QWidget *widget : bar(*made)->findChildren<QWidget *>()) {
        const bool needsOne = widget->focusPolicy() != Qt::NoFocus && widget->isVisible() && widget->objectName() != QStringLiteral("qt_spinbox_lineedit");
        QVERIFY2(!needsOne || !widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
}

QObject *make_tst_filmsync();
QObject *make_tst_filmsync()
{
    return new TstFilmsync;
}

#include "tst_filmsync.moc"
