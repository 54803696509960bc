// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeevidence.h"
#include "filmpairs.h"

#include "../../ui/viewing/filmtie.h"

#include <QtTest/QTest>

#include <cstdlib>

using namespace arb;
using namespace arb::tests;

/// The arithmetic of two tied films.
class TstFilmtie : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesGoTogether_data();
    void framesGoTogether();
    void theSameRateIsFrameByFrame();
    void oneClockForBoth_data();
    void oneClockForBoth();
    void outsideStandsOnTheEdge();
    void shiftsByFrames_data();
    void shiftsByFrames();
    void aPictureStandsStill();
    void writesTimes();
};

using Times = QList<qint64>;

static void addPairs()
{
    QTest::addColumn<Times>("left");
    QTest::addColumn<Times>("right");
    QTest::addColumn<qint64>("leftPts");
    QTest::addColumn<qint64>("rightPts");
    const auto row = [](const char *name, const Times &left, const Times &right, int leftFrame, int rightFrame) {
        QTest::newRow(name) << left << right << left[leftFrame] << right[rightFrame];
    };
    const Times thirty = evenTimes(600, 30, 1, 0), pal = evenTimes(500, 25, 1, 80'000);
    row("30 and 25", thirty, pal, 372, 79);
    row("25 and 30", pal, thirty, 10, 500);
    row("ntsc and 60", evenTimes(400, 30'000, 1001, 33'367), evenTimes(900, 60, 1, 0), 5, 5);
    row("variable and 30", unevenTimes(200, 1'234'567, 3), thirty, 60, 20);
    row("variable and variable", unevenTimes(150, -500'000, 5), unevenTimes(180, 90'000'000, 7), 70, 2);
    row("5 and 120", evenTimes(50, 5, 1, 0), evenTimes(1200, 120, 1, -7'000'000), 20, 700);
}

void TstFilmtie::framesGoTogether_data() { addPairs(); }

void TstFilmtie::framesGoTogether()
{
    QFETCH(Times, left);
    QFETCH(Times, right);
    QFETCH(qint64, leftPts);
    QFETCH(qint64, rightPts);
    const ui::FilmInfo infos[] = {FakeFilm::infoOf(left), FakeFilm::infoOf(right)};
    const ui::TiedFilms tied({leftPts, rightPts}, &infos[0], &infos[1]);
    for (const bool leads : {true, false}) {
        const Times &mine = leads ? left : right, &others = leads ? right : left;
        const qint64 further = leads ? rightPts - leftPts : leftPts - rightPts;
        for (qsizetype index = 0; index < mine.size(); ++index) {
            const qint64 clock = tied.clockAt(leads, mine[index]);
            QCOMPARE(tied.frameAt(leads, clock), index); // whoever leads stands exactly there
            const qint64 frame = tied.frameAt(!leads, clock);
            const qint64 there = mine[index] + further;
            QCOMPARE(tied.ptsAt(!leads, clock), there);
            const qint64 faster = std::min(lengthAt(mine, mine[index]), lengthAt(others, there));
            const qint64 off = offBy(others, frame, there);
            QVERIFY2(off * 2 <= faster, qPrintable(QStringLiteral("frame %1 with %2: %3 us").arg(index).arg(frame).arg(off)));
            // Where the other is the faster, that is how far its time stamp is away, too.
            if (lengthAt(others, there) == faster && there >= others.first() && there < endOfTimes(others) - faster)
                QVERIFY(std::abs(others[frame] - there) * 2 <= faster + 1);
        }
    }
    QCOMPARE(tied.frameAt(true, 0), frameOf(left, leftPts));
    QCOMPARE(tied.frameAt(false, 0), frameOf(right, rightPts));
}

/// Two films of one rate whose stamps were rounded another way are never a frame apart.
void TstFilmtie::theSameRateIsFrameByFrame()
{
    const Times even = evenTimes(600, 30, 1, 0);
    Times jittered;
    QRandomGenerator random(9);
    for (const qint64 us : even)
        jittered.append(us + random.bounded(-900, 901)); // a container of milliseconds
    const ui::FilmInfo left = FakeFilm::infoOf(even), right = FakeFilm::infoOf(jittered);
    const ui::TiedFilms tied({even[100], jittered[130]}, &left, &right);
    for (int index = 0; index < 570; ++index) {
        QCOMPARE(tied.frameAt(false, tied.clockAt(true, even[index])), std::min(index + 30, 599));
        QCOMPARE(tied.frameAt(true, tied.clockAt(false, jittered[index + 30])), index);
    }
}

void TstFilmtie::oneClockForBoth_data() { addPairs(); }

void TstFilmtie::oneClockForBoth()
{
    QFETCH(Times, left);
    QFETCH(Times, right);
    QFETCH(qint64, leftPts);
    QFETCH(qint64, rightPts);
    const ui::FilmInfo infos[] = {FakeFilm::infoOf(left), FakeFilm::infoOf(right)};
    const ui::TiedFilms tied({leftPts, rightPts}, &infos[0], &infos[1]);
    for (const double speed : {0.1, 0.25, 1.0, 1.5, 3.0, 8.0}) {
        const qint64 began = 7'000'000'000'123;
        const ui::TransportState clock{true, speed, -1'234'567, began};
        const ui::TransportState a = tied.transport(true, clock), b = tied.transport(false, clock);
        QVERIFY(a.playing && b.playing && a.speed == speed && b.speed == speed && a.anchorNs == began && b.anchorNs == began);
        // After minutes as at the beginning: not a microsecond between the two.
        for (const qint64 later : {0LL, 1LL, 33'366'700LL, 987'654'321LL, 600'000'000'000LL}) {
            const auto gone = static_cast<qint64>(static_cast<double>(later) / 1000.0 * speed);
            const qint64 onLeft = infos[0].firstUs() + a.mediaUs + gone, onRight = infos[1].firstUs() + b.mediaUs + gone;
            QCOMPARE(onLeft - leftPts, onRight - rightPts);
        }
    }
}

void TstFilmtie::outsideStandsOnTheEdge()
{
    const ui::FilmInfo left = FakeFilm::infoOf(evenTimes(100, 25, 1, 0)), right = FakeFilm::infoOf(evenTimes(50, 25, 1, 1'000'000));
    const ui::TiedFilms tied({2'000'000, 1'000'000}, &left, &right); // the left at frame 50, the right at its first
    QCOMPARE(tied.part(false, -1), ui::FilmPart::Before);
    QCOMPARE(tied.part(false, 0), ui::FilmPart::On);
    QCOMPARE(tied.part(false, 1'999'999), ui::FilmPart::On);
    QCOMPARE(tied.part(false, 2'000'000), ui::FilmPart::After); // 50 frames of 40 ms
    QCOMPARE(tied.frameAt(false, -2'000'000), 0);
    QCOMPARE(tied.frameAt(false, 9'000'000), 49);
    const ui::TransportState before = tied.transport(false, {false, 1.0, -2'000'000, 0}), after = tied.transport(false, {false, 1.0, 9'000'000, 0});
    QCOMPARE(before.mediaUs, 0);
    QCOMPARE(after.mediaUs, 49 * 40'000);
    // Playing, its own time is told, though it has not come yet: it begins by the clock.
    QCOMPARE(tied.transport(false, {true, 1.0, -500'000, 0}).mediaUs, -500'000);
}

void TstFilmtie::shiftsByFrames_data() { addPairs(); }

void TstFilmtie::shiftsByFrames()
{
    QFETCH(Times, left);
    QFETCH(Times, right);
    QFETCH(qint64, leftPts);
    QFETCH(qint64, rightPts);
    const ui::FilmInfo infos[] = {FakeFilm::infoOf(left), FakeFilm::infoOf(right)};
    const domain::FilmTie tie{leftPts, rightPts};
    const ui::TiedFilms tied(tie, &infos[0], &infos[1]);
    for (const bool which : {true, false}) {
        for (const qint64 frames : {1, -1, 10, -10, 100, -100}) {
            // At the event both stand on the beginning of a frame.
            const domain::FilmTie there = tied.shifted(which, 0, frames);
            const ui::TiedFilms shifted(there, &infos[0], &infos[1]);
            const qint64 wanted = std::clamp<qint64>(tied.frameAt(which, 0) + frames, 0, (which ? left : right).size() - 1);
            QCOMPARE(shifted.frameAt(which, 0), wanted);
            QCOMPARE(shifted.frameAt(!which, 0), tied.frameAt(!which, 0));
            QCOMPARE(which ? there.rightPts : there.leftPts, which ? rightPts : leftPts);
            QCOMPARE(shifted.shifted(which, 0, -frames), tie); // also beyond the ends
        }
    }
}

void TstFilmtie::aPictureStandsStill()
{
    const ui::FilmInfo film = FakeFilm::infoOf(evenTimes(100, 25, 1, 80'000));
    const ui::TiedFilms tied({480'000, 0}, &film, nullptr);
    QCOMPARE(tied.frameAt(true, 0), 10);
    QCOMPARE(tied.frameAt(true, 400'000), 20);
    QCOMPARE(tied.part(false, -90'000'000), ui::FilmPart::On);
    QCOMPARE(tied.frameAt(false, 1'000'000), 0);
    const domain::FilmTie asItWas{480'000, 0};
    QCOMPARE(tied.shifted(false, 0, 10), asItWas);
}

void TstFilmtie::writesTimes()
{
    QCOMPARE(ui::filmClockText(12'400'000, 2), QStringLiteral("0:12.40"));
    QCOMPARE(ui::filmClockText(3'169'999, 2), QStringLiteral("0:03.16"));
    QCOMPARE(ui::filmClockText(-5'000'000, 1), QStringLiteral("-0:05.0"));
    QCOMPARE(ui::filmClockText(-40'000, 1), QStringLiteral("0:00.0"));
    QCOMPARE(ui::filmClockText(3'725'000'000, 0), QStringLiteral("62:05"));
}

QObject *make_tst_filmtie();
QObject *make_tst_filmtie()
{
    return new TstFilmtie;
}

#include "tst_filmtie.moc"
