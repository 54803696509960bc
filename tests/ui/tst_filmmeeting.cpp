// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakefilms.h"
#include "filmpairs.h"

#include "../../ui/viewing/filmmeeting.h"
#include "../../ui/viewing/filmplayer.h"

#include <QtCore/QCoreApplication>
#include <QtTest/QTest>

#include <algorithm>

using namespace arb;
using namespace arb::tests;

/// Two films of which one is slow, on a clock that the test moves: what is painted of both belongs together.
class TstFilmmeeting : public QObject
{
    Q_OBJECT

public:
    bool eventFilter(QObject *watched, QEvent *event) override;

private Q_SLOTS:
    void init();
    void cleanup();
    void theNextInstant_data();
    void theNextInstant();
    void aLoopsEndIsNotPassed();
    void aLoopsEndIsNotPassedWhereTimesAreRounded_data();
    void aLoopsEndIsNotPassedWhereTimesAreRounded();
    void nothingComesOnShowAlone();
    void overloadLeavesOutOnBoth();
    void neverFartherApartThanTheRule_data();
    void neverFartherApartThanTheRule();
    void standingStillTheExactFramesComeTogether();
    void whatCannotBeDecodedHoldsNobody();
    void whatIsOverHoldsNobody();
    void aloneAgainItGoesOn();
    void whoLeavesHoldsNobody();

private:
    void open(const QList<qint64> &left, const QList<qint64> &right);
    void meet();
    qint64 onLeft() const { return m_left->currentIndex(); }
    qint64 onRight() const { return m_right->currentIndex(); }
    qint64 nowMs() const { return (m_clock->nowNs() - m_left->transport().anchorNs) / 1'000'000; }

    std::shared_ptr<ManualClock> m_clock;
    std::shared_ptr<GatedFilm::Gate> m_leftGate, m_rightGate;
    std::unique_ptr<ui::FilmPlayer> m_left, m_right;
    std::unique_ptr<ui::PictureCanvas> m_leftCanvas, m_rightCanvas;
    QList<std::pair<qint64, qint64>> m_painted; ///< frames of both, at every paint of one
};

namespace {

constexpr int plenty = 1'000'000;

ui::FilmTurn turnOf(const QList<qint64> &times, qint64 have, qint64 costMs = 0)
{
    ui::FilmTurn turn;
    turn.info = FakeFilm::infoOf(times);
    turn.state = {true, 1.0, 0, 0};
    turn.have = have;
    turn.last = turn.info.frameCount() - 1;
    turn.costNs = costMs * 1'000'000;
    return turn;
}

/// How far the times in which both frames are on show are apart; both films count from 0.
qint64 apart(const QList<qint64> &left, qint64 leftFrame, const QList<qint64> &right, qint64 rightFrame)
{
    const auto begin = [](const QList<qint64> &times, qint64 at) { return times.at(static_cast<qsizetype>(at)); };
    const auto end = [](const QList<qint64> &times, qint64 at) {
        return at + 1 < times.size() ? times.at(static_cast<qsizetype>(at) + 1) : endOfTimes(times);
    };
    return std::max({qint64(0), begin(left, leftFrame) - end(right, rightFrame), begin(right, rightFrame) - end(left, leftFrame)});
}

} // namespace

bool TstFilmmeeting::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && m_left && m_right && !m_left->isOnTheWay() && !m_right->isOnTheWay())
        m_painted.append({onLeft(), onRight()});
    return QObject::eventFilter(watched, event);
}

void TstFilmmeeting::init()
{
    m_clock = std::make_shared<ManualClock>();
    m_leftGate = std::make_shared<GatedFilm::Gate>();
    m_rightGate = std::make_shared<GatedFilm::Gate>();
    m_leftGate->permits.release(plenty);
}

void TstFilmmeeting::cleanup()
{
    m_left.reset();
    m_right.reset();
    m_leftCanvas.reset();
    m_rightCanvas.reset();
    m_painted.clear();
}

/// Both on show with their first frames.
void TstFilmmeeting::open(const QList<qint64> &left, const QList<qint64> &right)
{
    const auto make = [this](const QList<qint64> &times, const std::shared_ptr<GatedFilm::Gate> &gate, std::unique_ptr<ui::PictureCanvas> &canvas) {
        canvas = std::make_unique<ui::PictureCanvas>();
        canvas->resize(400, 300);
        canvas->installEventFilter(this);
        canvas->show();
        auto player = std::make_unique<ui::FilmPlayer>(std::make_unique<GatedFilm>(times, gate), nullptr, m_clock);
        connect(player.get(), &ui::FilmPlayer::frameShown, canvas.get(), [shown = canvas.get()](const ui::FilmFrame &frame) {
            shown->setPicture({frame.image}, frame.image.size(), 1.0, true);
        });
        return player;
    };
    m_rightGate->permits.release();
    m_left = make(left, m_leftGate, m_leftCanvas);
    m_right = make(right, m_rightGate, m_rightCanvas);
    QTRY_COMPARE(onLeft(), 0);
    QTRY_COMPARE(onRight(), 0);
}

/// Their first frames are the same moment; the left one leads.
void TstFilmmeeting::meet()
{
    const auto meeting = std::make_shared<ui::FilmMeeting>();
    m_left->setMeeting(meeting, 0);
    m_right->setMeeting(meeting, 1);
    connect(m_left.get(), &ui::FilmPlayer::transportChanged, m_right.get(), [this](const ui::TransportState &state) { m_right->setTransport(state); });
}

void TstFilmmeeting::theNextInstant_data()
{
    QTest::addColumn<QList<qint64>>("right");
    QTest::addColumn<int>("leftHas");
    QTest::addColumn<int>("rightHas");
    QTest::addColumn<int>("costMs"); // of the right
    QTest::addColumn<int>("nowMs");
    QTest::addColumn<int>("showMs");
    QTest::addColumn<int>("leftFrame");
    QTest::addColumn<int>("rightFrame");
    // The left: 25 a second.
    const QList<qint64> same = evenTimes(100, 25, 1, 0), half = evenTimes(50, 25, 2, 0), later = [] {
        QList<qint64> times = evenTimes(100, 25, 1, 0);
        for (qint64 &us : times)
            us += us == 0 ? 0 : 900; // a container of milliseconds
        return times;
    }();
    QTest::newRow("both change") << same << 0 << 0 << 0 << 0 << 40 << 1 << 1;
    QTest::newRow("one changes") << half << 2 << 1 << 0 << 80 << 120 << 3 << 1;
    QTest::newRow("then both") << half << 3 << 1 << 0 << 120 << 160 << 4 << 2;
    QTest::newRow("what the right cannot reach is left out") << same << 0 << 0 << 100 << 0 << 80 << 2 << 2;
    QTest::newRow("the slow one stays as it is") << half << 2 << 1 << 75 << 80 << 120 << 3 << 1;
    QTest::newRow("late: what is due, at once") << same << 1 << 1 << 0 << 130 << 120 << 3 << 3;
    QTest::newRow("rounded another way, the same moment") << later << 0 << 0 << 0 << 0 << 40 << 1 << 1;
}

void TstFilmmeeting::theNextInstant()
{
    QFETCH(QList<qint64>, right);
    QFETCH(int, leftHas);
    QFETCH(int, rightHas);
    QFETCH(int, costMs);
    QFETCH(int, nowMs);
    QFETCH(int, showMs);
    QFETCH(int, leftFrame);
    QFETCH(int, rightFrame);
    const ui::FilmTurn left = turnOf(evenTimes(100, 25, 1, 0), leftHas), other = turnOf(right, rightHas, costMs);
    const ui::FilmInstant next = ui::nextInstant(left, &other, nowMs * 1'000'000LL), swapped = ui::nextInstant(other, &left, nowMs * 1'000'000LL);
    QCOMPARE(left.frameAt(next.atNs), leftFrame);
    QCOMPARE(other.frameAt(next.atNs), rightFrame);
    QCOMPARE(next.showNs / 1'000'000, showMs);
    QCOMPARE(swapped.atNs, next.atNs); // whoever is asked
    QCOMPARE(swapped.showNs, next.showNs);
}

void TstFilmmeeting::aLoopsEndIsNotPassed()
{
    const QList<qint64> times = evenTimes(100, 25, 1, 0);
    ui::FilmTurn loop = turnOf(times, 4, 400);
    loop.loops = true;
    loop.last = 5;
    const ui::FilmTurn other = turnOf(times, 4);
    const ui::FilmInstant next = ui::nextInstant(loop, &other, 160'000'000);
    QCOMPARE(loop.frameAt(next.atNs), 5);
    QCOMPARE(other.frameAt(next.atNs), 5); // and not 14, which the loop never shows
}

void TstFilmmeeting::aLoopsEndIsNotPassedWhereTimesAreRounded_data()
{
    QTest::addColumn<int>("numerator"); // of the frames a second
    QTest::addColumn<int>("denominator");
    QTest::addColumn<int>("last");  // of the loop
    QTest::addColumn<int>("grain"); // of the other's times, which are rounded down: microseconds
    QTest::addColumn<double>("speed");
    QTest::newRow("29.97, a microsecond earlier") << 30'000 << 1'001 << 3 << 1 << 1.0;
    QTest::newRow("30, a microsecond earlier") << 30 << 1 << 4 << 1 << 1.0;
    QTest::newRow("30, slowly") << 30 << 1 << 4 << 1 << 0.1;
    QTest::newRow("30, fast") << 30 << 1 << 4 << 1 << 8.0;
    QTest::newRow("29.97, a container of milliseconds") << 30'000 << 1'001 << 3 << 1'000 << 1.0;
    QTest::newRow("the same times") << 30'000 << 1'001 << 2 << 1 << 1.0; // 100.1 ms
}

/// What follows the loop begins on the other film a trace before the loop is over.
void TstFilmmeeting::aLoopsEndIsNotPassedWhereTimesAreRounded()
{
    QFETCH(int, numerator);
    QFETCH(int, denominator);
    QFETCH(int, last);
    QFETCH(int, grain);
    QFETCH(double, speed);
    const QList<qint64> times = evenTimes(100, numerator, denominator, 0);
    QList<qint64> down;
    for (qint64 frame = 0; frame < times.size(); ++frame)
        down.append(frame * denominator * 1'000'000 / numerator / grain * grain);
    for (const qint64 have : {last - 1, last}) {
        ui::FilmTurn loop = turnOf(times, have, 400);
        loop.loops = true;
        loop.last = last;
        ui::FilmTurn other = turnOf(down, have);
        loop.state.speed = other.state.speed = speed;
        const ui::FilmInstant next = ui::nextInstant(loop, &other, loop.dueNs(have) + 20'000), swapped = ui::nextInstant(other, &loop, loop.dueNs(have) + 20'000);
        QCOMPARE(loop.frameAt(next.atNs), qint64{last});
        QCOMPARE(other.frameAt(next.atNs), qint64{last});
        QCOMPARE(swapped.atNs, next.atNs); // whoever is asked
        QCOMPARE(swapped.showNs, next.showNs);
        if (have == last)
            QCOMPARE(next.showNs, loop.endNs()); // nothing changes until both begin again
        else
            QVERIFY(next.showNs < loop.endNs());
    }
}

void TstFilmmeeting::nothingComesOnShowAlone()
{
    const QList<qint64> times = evenTimes(100, 25, 1, 0);
    open(times, times);
    meet();
    m_painted.clear();
    int asked = m_rightGate->asked;
    m_left->play();
    for (int frame = 1; frame <= 40; ++frame) {
        QTRY_VERIFY(m_rightGate->asked > asked);
        asked = m_rightGate->asked;
        m_clock->advanceMs(40);
        QCoreApplication::processEvents();
        QCOMPARE(onLeft(), frame - 1); // due, and ready; but the right is not
        m_rightGate->permits.release();
        QTRY_COMPARE(onRight(), frame);
        QCOMPARE(onLeft(), frame);
    }
    for (const auto &[left, right] : std::as_const(m_painted))
        QCOMPARE(left, right);
    QVERIFY(!m_painted.isEmpty());
}

/// Decoding takes 100 ms a frame on the right, a frame lasts 40: the left leaves out the same.
void TstFilmmeeting::overloadLeavesOutOnBoth()
{
    const QList<qint64> times = evenTimes(500, 25, 1, 0);
    open(times, times);
    meet();
    int asked = m_rightGate->asked;
    m_left->play();
    const QList<qint64> expected{1, 2, 7, 10, 12, 15, 17, 20, 22, 25, 27}; // from the third on it is known how slow it is
    for (qsizetype turn = 0; turn < 100; ++turn) {
        QTRY_VERIFY(m_rightGate->asked > asked);
        asked = m_rightGate->asked;
        const qint64 before = onRight();
        m_clock->advanceMs(100);
        m_rightGate->permits.release();
        QTRY_VERIFY(onRight() > before);
        QCOMPARE(onLeft(), onRight());
        if (turn >= 2)
            QCOMPARE(onRight(), nowMs() / 40); // by the clock, however much was left out
        if (turn < expected.size())
            QCOMPARE(onRight(), expected.at(turn));
        if (turn + 1 == expected.size()) {
            QCOMPARE(m_right->leftOutPercent(), 61); // 16 of the 26 since the first
            QCOMPARE(m_left->leftOutPercent(), 61);
        }
    }
    for (const auto &[left, right] : std::as_const(m_painted))
        QCOMPARE(left, right);
    m_left->pause();
    QCOMPARE(onLeft(), onRight());
}

void TstFilmmeeting::neverFartherApartThanTheRule_data()
{
    QTest::addColumn<QList<qint64>>("left");
    QTest::addColumn<QList<qint64>>("right");
    QTest::addColumn<int>("costMs");
    QTest::newRow("30 and 25") << evenTimes(600, 30, 1, 0) << evenTimes(500, 25, 1, 0) << 90;
    QTest::newRow("25 and 60") << evenTimes(500, 25, 1, 0) << evenTimes(1200, 60, 1, 0) << 70;
    QTest::newRow("60 and 25, very slow") << evenTimes(1200, 60, 1, 0) << evenTimes(500, 25, 1, 0) << 330;
    QTest::newRow("uneven and 30") << unevenTimes(200, 0, 5) << evenTimes(900, 30, 1, 0) << 150;
}

void TstFilmmeeting::neverFartherApartThanTheRule()
{
    QFETCH(QList<qint64>, left);
    QFETCH(QList<qint64>, right);
    QFETCH(int, costMs);
    open(left, right);
    meet();
    m_painted.clear();
    int asked = m_rightGate->asked; // playing asks at once
    m_left->play();
    for (int turn = 0; turn < 40; ++turn) {
        const bool asks = QTest::qWaitFor([&] {
            if (m_rightGate->asked > asked)
                return true;
            m_clock->advanceMs(2);
            return false;
        }, 30'000); // an uneven film's frame lasts up to half a second of this clock
        const QString state = QStringLiteral("turn %1: %2 and %3 on show at %4 ms, asked %5 and %6 times").arg(turn).arg(onLeft()).arg(onRight()).arg(nowMs())
                                  .arg(m_leftGate->asked).arg(m_rightGate->asked);
        QVERIFY2(asks, qPrintable(state));
        asked = m_rightGate->asked;
        m_clock->advanceMs(costMs);
        const qint64 before = onRight();
        m_rightGate->permits.release();
        QVERIFY(QTest::qWaitFor([&] {
            if (onRight() != before)
                return true;
            m_clock->advanceMs(1); // what is ready early waits for its time
            return false;
        }, 30'000));
        QCOMPARE(apart(left, onLeft(), right, onRight()), 0);
    }
    QVERIFY(m_left->isPlaying() && m_right->isPlaying());
    for (const auto &[onLeft, onRight] : std::as_const(m_painted)) {
        const qint64 faster = std::min(lengthAt(left, left.at(onLeft)), lengthAt(right, right.at(onRight)));
        QVERIFY2(apart(left, onLeft, right, onRight) * 2 <= faster, qPrintable(QStringLiteral("%1 with %2").arg(onLeft).arg(onRight)));
    }
    QVERIFY(!m_painted.isEmpty());
    QVERIFY(m_right->currentPtsUs() >= (nowMs() - 3 * costMs) * 1000 - 473'000); // it has kept up
}

void TstFilmmeeting::standingStillTheExactFramesComeTogether()
{
    const QList<qint64> times = evenTimes(100, 25, 1, 0);
    open(times, times);
    meet();
    m_painted.clear();
    for (const int frame : {5, 6, 3, 80}) {
        const qint64 before = onLeft();
        const int asked = m_rightGate->asked;
        m_left->seekToFrame(frame);
        QTRY_VERIFY(m_rightGate->asked > asked);
        QCoreApplication::processEvents();
        QCOMPARE(onLeft(), before);
        m_rightGate->permits.release();
        QTRY_COMPARE(onRight(), frame);
        QCOMPARE(onLeft(), frame);
    }
    // On the way there, another place: what was ready for the first never comes.
    const int asked = m_rightGate->asked;
    m_left->seekToFrame(81);
    QTRY_VERIFY(m_rightGate->asked > asked);
    m_left->seekToFrame(80);
    QTRY_COMPARE(onLeft(), 80);
    m_rightGate->permits.release(2);
    m_left->seekToFrame(82);
    QTRY_COMPARE(onRight(), 82);
    QCOMPARE(onLeft(), 82);
    for (const auto &[left, right] : std::as_const(m_painted))
        QCOMPARE(left, right);
    QVERIFY(!m_painted.isEmpty());
}

void TstFilmmeeting::whatCannotBeDecodedHoldsNobody()
{
    const QList<qint64> times = evenTimes(100, 25, 1, 0);
    m_rightGate->firstMissing = 10;
    m_rightGate->lastMissing = 20;
    m_rightGate->permits.release(plenty);
    open(times, times);
    meet();
    m_left->play();
    const auto reaches = [this](qint64 frame) {
        return QTest::qWaitFor([this, frame] {
            if (onLeft() < frame)
                m_clock->advanceMs(10);
            return onLeft() >= frame;
        });
    };
    QVERIFY(reaches(15));
    QVERIFY(onRight() <= 9);
    QTRY_VERIFY(m_right->isMissing());
    QVERIFY(m_right->isPlaying());
    QVERIFY(reaches(30));
    QCOMPARE(onRight(), onLeft());
    QVERIFY(!m_right->isMissing());
    // Standing still it says so and holds nobody either.
    m_left->seekToFrame(12);
    QTRY_COMPARE(onLeft(), 12);
    QTRY_VERIFY(m_right->isMissing());
    QCOMPARE(m_right->target(), 12);
}

void TstFilmmeeting::whatIsOverHoldsNobody()
{
    m_rightGate->permits.release(plenty);
    open(evenTimes(100, 25, 1, 0), evenTimes(10, 25, 1, 0));
    meet();
    m_left->play();
    QVERIFY(QTest::qWaitFor([this] {
        if (onLeft() < 20)
            m_clock->advanceMs(10);
        return onLeft() >= 20;
    }));
    QVERIFY(m_left->isPlaying());
    QTRY_VERIFY(!m_right->isPlaying());
    QCOMPARE(onRight(), 9);
    // Back where both are, they go together.
    m_left->seekToFrame(4);
    QTRY_COMPARE(onRight(), 4);
    QCOMPARE(onLeft(), 4);
}

void TstFilmmeeting::aloneAgainItGoesOn()
{
    const QList<qint64> times = evenTimes(100, 25, 1, 0);
    open(times, times);
    meet();
    m_left->play();
    m_clock->advanceMs(40);
    QCoreApplication::processEvents();
    QCOMPARE(onLeft(), 0); // there are no permits for the right
    m_left->setMeeting(nullptr, 0);
    m_right->setMeeting(nullptr, 0);
    m_clock->advanceMs(40);
    QTRY_VERIFY(onLeft() > 0);
    QCOMPARE(onRight(), 0);
}

void TstFilmmeeting::whoLeavesHoldsNobody()
{
    const QList<qint64> times = evenTimes(100, 25, 1, 0);
    open(times, times);
    meet();
    m_left->play();
    m_clock->advanceMs(40);
    QCoreApplication::processEvents();
    QCOMPARE(onLeft(), 0);
    m_right.reset();
    m_clock->advanceMs(40);
    QTRY_VERIFY(m_left->currentIndex() > 0);
}

QObject *make_tst_filmmeeting();
QObject *make_tst_filmmeeting()
{
    return new TstFilmmeeting;
}

#include "tst_filmmeeting.moc"
