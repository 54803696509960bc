// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakefilms.h"

#include "../../ui/viewing/filmplayer.h"
#include "../../ui/viewing/filmtime.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace arb;

/// The player against a clock that the test moves: what is due is what is on the screen, to the frame.
class TstFilmplayer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void playsByTheClock();
    void loopWrapsFromItsLastFrameToItsFirst();
    void loopOfAFilmsEndWrapsToo();
    void changedSpeedDoesNotJump();
    void overloadLeavesOutAndNeverDrifts();
    void stepWhilePlayingStopsThere();
    void tellsWhatWasWatched();
    void soundGoesOnBehindTheLastPicture();
    void aGapIsWatchedAsFarAsItPlayed();
    void hiddenFilmIsNotWatched();
    void showsSomethingNearAtOnceAndSaysSo();
    void mergesStretches();
    void readsTypedPlaces_data();
    void readsTypedPlaces();

private:
    void play(std::unique_ptr<ui::FrameSource> source);
    int onScreen() { return tests::numberOnCanvas(m_canvas.get()); }
    static qint64 ptsOf(qint64 frame) { return 80'000 + frame * 40'000; }

    std::shared_ptr<tests::ManualClock> m_clock;
    std::unique_ptr<ui::FilmPlayer> m_player;
    std::unique_ptr<ui::PictureCanvas> m_canvas;
    QSemaphore m_permits;
    QList<qint64> m_shown; ///< frames, in their order
};

class LongSoundFilm final : public tests::FakeFilm
{
public:
    LongSoundFilm() : FakeFilm(5) {}
    ui::Shown<ui::FilmInfo> open(const Abandoned &abandoned) override
    {
        ui::Shown<ui::FilmInfo> info = FakeFilm::open(abandoned);
        if (info) {
            info->hasSound = true;
            info->durationUs += 2'000'000;
        }
        return info;
    }
};

void TstFilmplayer::init()
{
    m_clock = std::make_shared<tests::ManualClock>();
    m_canvas = std::make_unique<ui::PictureCanvas>();
    m_canvas->resize(400, 300);
    m_canvas->show();
}

void TstFilmplayer::cleanup()
{
    m_player.reset();
    m_canvas.reset();
    m_shown.clear();
    m_permits.tryAcquire(m_permits.available());
}

void TstFilmplayer::play(std::unique_ptr<ui::FrameSource> source)
{
    m_player = std::make_unique<ui::FilmPlayer>(std::move(source), nullptr, m_clock);
    connect(m_player.get(), &ui::FilmPlayer::frameShown, m_canvas.get(), [this](const ui::FilmFrame &frame) {
        m_canvas->setPicture({frame.image}, frame.image.size(), 1.0, true);
        m_shown.append(frame.index);
    });
}

void TstFilmplayer::playsByTheClock()
{
    play(std::make_unique<tests::FakeFilm>(30));
    QTRY_COMPARE(m_player->currentIndex(), 0);
    m_player->play();
    for (int frame = 1; frame < 30; ++frame) {
        m_clock->advanceMs(40);
        QTRY_COMPARE(m_player->currentIndex(), frame);
        QCOMPARE(onScreen(), frame);
    }
    QVERIFY(m_player->isPlaying()); // the last frame has its time as well
    m_clock->advanceMs(40);
    QTRY_VERIFY(!m_player->isPlaying());
    QCOMPARE(onScreen(), 29);
}

void TstFilmplayer::loopWrapsFromItsLastFrameToItsFirst()
{
    play(std::make_unique<tests::FakeFilm>(100));
    QTRY_COMPARE(m_player->currentIndex(), 0);
    m_player->setLoop(ui::FilmLoop{10, 14});
    QSignalSpy moved(m_player.get(), &ui::FilmPlayer::transportChanged);
    m_player->play(); // from outside: at the loop's beginning
    QTRY_COMPARE(m_player->currentIndex(), 10);
    moved.clear();
    for (int step = 1; step <= 23; ++step) {
        m_clock->advanceMs(40);
        QTRY_COMPARE(m_player->currentIndex(), 10 + step % 5);
        QCOMPARE(onScreen(), 10 + step % 5);
    }
    QCOMPARE(m_player->leftOutPercent(), 0);
    QTRY_COMPARE(moved.size(), 4); // a partner is told of every wrap
    // The whole loop lasts 200 ms, whatever the wrap cost: its anchor is where the last frame ended.
    QCOMPARE(m_player->transport().anchorNs, 1'000'000'000LL + 4 * 200'000'000LL);
    m_player->setLoop(std::nullopt);
    for (int frame = 14; frame <= 17; ++frame) {
        m_clock->advanceMs(40);
        QTRY_COMPARE(m_player->currentIndex(), frame);
    }
}

void TstFilmplayer::loopOfAFilmsEndWrapsToo()
{
    play(std::make_unique<tests::FakeFilm>(20));
    QTRY_COMPARE(m_player->currentIndex(), 0);
    m_player->setLoop(ui::FilmLoop{18, 19});
    m_player->play();
    QTRY_COMPARE(m_player->currentIndex(), 18);
    for (int step = 1; step <= 6; ++step) {
        m_clock->advanceMs(40);
        QTRY_COMPARE(m_player->currentIndex(), 18 + step % 2);
    }
    QVERIFY(m_player->isPlaying());
}

void TstFilmplayer::changedSpeedDoesNotJump()
{
    play(std::make_unique<tests::FakeFilm>(100));
    QTRY_COMPARE(m_player->currentIndex(), 0);
    m_player->play();
    struct Leg { double speed; qint64 msPerFrame; };
    int frame = 0;
    for (const Leg &leg : {Leg{1.0, 40}, Leg{0.5, 80}, Leg{2.0, 20}, Leg{0.1, 400}, Leg{0.25, 160}}) {
        m_player->setSpeed(leg.speed);
        QCOMPARE(m_player->speed(), leg.speed);
        for (int n = 0; n < 4; ++n) {
            m_clock->advanceMs(leg.msPerFrame);
            ++frame; // not below: what is tried again would count again
            QTRY_COMPARE(m_player->currentIndex(), frame);
        }
    }
    QList<qint64> each;
    for (qint64 n = 0; n <= frame; ++n)
        each.append(n);
    QCOMPARE(m_shown, each); // none twice, none left out
    m_player->setSpeed(8.0); // 5 ms a frame: a screen shows every fourth
    m_clock->advanceMs(50);
    QTRY_COMPARE(m_player->currentIndex(), frame + 10);
    m_player->setSpeed(100.0);
    QCOMPARE(m_player->speed(), 8.0);
    m_player->setSpeed(0.0);
    QCOMPARE(m_player->speed(), 0.1);
}

/// Decoding takes 100 ms a frame, a frame lasts 40.
void TstFilmplayer::overloadLeavesOutAndNeverDrifts()
{
    play(std::make_unique<tests::PacedFilm>(500, m_permits, *m_clock, 100));
    m_permits.release();
    QTRY_COMPARE(m_player->currentIndex(), 0);
    QSignalSpy leftOut(m_player.get(), &ui::FilmPlayer::leftOutChanged);
    m_player->play();
    const qint64 anchor = m_player->transport().anchorNs;
    // Two frames tell how slow it is; from then on it is the frame that is due that comes.
    const QList<qint64> expected{1, 2, 7, 10, 12, 15, 17, 20, 22, 25, 27};
    for (qsizetype n = 0; n < 100; ++n) {
        const qsizetype before = m_shown.size();
        m_permits.release();
        QTRY_COMPARE(m_shown.size(), before + 1);
        const qint64 due = (m_clock->nowNs() - anchor) / 40'000'000;
        if (n >= 2)
            QCOMPARE(m_player->currentIndex(), due);
        QCOMPARE(onScreen(), static_cast<int>(m_player->currentIndex()));
        if (n < expected.size())
            QCOMPARE(m_player->currentIndex(), expected.at(n));
        if (n + 1 == expected.size()) {
            QCOMPARE(leftOut.size(), 1);
            QCOMPARE(m_player->leftOutPercent(), 61); // 16 of the 26 since the first
        }
    }
    m_player->pause();
    QCOMPARE(m_player->leftOutPercent(), 0);
    m_permits.release();
}

void TstFilmplayer::stepWhilePlayingStopsThere()
{
    play(std::make_unique<tests::FakeFilm>(100));
    QTRY_COMPARE(m_player->currentIndex(), 0);
    m_player->play();
    for (int frame = 1; frame <= 5; ++frame) {
        m_clock->advanceMs(40);
        QTRY_COMPARE(m_player->currentIndex(), frame);
    }
    m_player->step(1);
    QVERIFY(!m_player->isPlaying());
    QTRY_COMPARE(m_player->currentIndex(), 6);
    m_clock->advanceMs(400);
    m_player->step(-10); // before the first there is nothing
    QTRY_COMPARE(m_player->currentIndex(), 0);
    QCOMPARE(onScreen(), 0);
    QCOMPARE(m_shown, (QList<qint64>{0, 1, 2, 3, 4, 5, 6, 0}));
}

void TstFilmplayer::tellsWhatWasWatched()
{
    play(std::make_unique<tests::FakeFilm>(200));
    QTRY_COMPARE(m_player->currentIndex(), 0);
    QSignalSpy watched(m_player.get(), &ui::FilmPlayer::watched);
    m_player->play();
    for (int frame = 1; frame <= 55; ++frame) {
        m_clock->advanceMs(40);
        QTRY_COMPARE(m_player->currentIndex(), frame);
    }
    QCOMPARE(watched.size(), 1); // after two seconds, when frame 50 came
    QCOMPARE(watched.at(0), (QVariantList{ptsOf(0), ptsOf(51)}));
    m_player->pause();
    QCOMPARE(watched.size(), 2);
    QCOMPARE(watched.at(1), (QVariantList{ptsOf(51), ptsOf(56)}));
    m_player->seekToFrame(100); // looking at it is not watching
    QTRY_COMPARE(m_player->currentIndex(), 100);
    m_player->play();
    m_clock->advanceMs(40);
    QTRY_COMPARE(m_player->currentIndex(), 101);
    m_player->seekToFrame(150);
    QCOMPARE(watched.size(), 3);
    QCOMPARE(watched.at(2), (QVariantList{ptsOf(100), ptsOf(102)}));
}

/// The last picture stays while the sound goes on: two seconds longer than pictures do.
void TstFilmplayer::soundGoesOnBehindTheLastPicture()
{
    play(std::make_unique<LongSoundFilm>());
    QTRY_COMPARE(m_player->currentIndex(), 0);
    QSignalSpy watched(m_player.get(), &ui::FilmPlayer::watched);
    m_player->play();
    for (int frame = 1; frame < 5; ++frame) {
        m_clock->advanceMs(40);
        QTRY_COMPARE(m_player->currentIndex(), frame);
    }
    m_clock->advanceMs(1040); // a second more than the last picture has
    m_player->pause();
    QVERIFY(!m_player->isPlaying());
    QCOMPARE(m_player->transport().mediaUs, 1'200'000);
    QCOMPARE(watched.size(), 1);
    QCOMPARE(watched.at(0), (QVariantList{ptsOf(0), ptsOf(0) + 1'200'000})); // and not what was not heard yet
    m_player->play(); // goes on from there
    QCOMPARE(m_player->transport().mediaUs, 1'200'000);
    QCOMPARE(m_player->currentIndex(), 4);
    m_clock->advanceMs(1000);
    QTRY_COMPARE(watched.size(), 2);
    QVERIFY(!m_player->isPlaying());
    QCOMPARE(watched.at(1), (QVariantList{ptsOf(0) + 1'200'000, ptsOf(0) + 2'200'000}));
    m_player->play(); // it had come to its end
    QTRY_COMPARE(m_player->currentIndex(), 0);
    m_player->seekToPts(ptsOf(0) + 2'000'000);
    QTRY_COMPARE(m_player->currentIndex(), 4);
    QCOMPARE(m_player->transport().mediaUs, 2'000'000);
    m_player->seekToFrame(4);
    QCOMPARE(m_player->transport().mediaUs, 160'000);
    m_player->seekToPts(ptsOf(3) + 20'000); // other pictures are sought exactly
    QCOMPARE(m_player->transport().mediaUs, 120'000);
}

/// What was not waited for was not watched, or an hour without pictures would be.
void TstFilmplayer::aGapIsWatchedAsFarAsItPlayed()
{
    const QList<qint64> times{0, 40'000, 80'000, 3'680'000'000, 3'680'040'000, 3'680'080'000};
    play(std::make_unique<tests::FakeFilm>(times));
    QTRY_COMPARE(m_player->currentIndex(), 0);
    QSignalSpy watched(m_player.get(), &ui::FilmPlayer::watched);
    m_player->play();
    for (int frame = 1; frame < 3; ++frame) {
        m_clock->advanceMs(40);
        QTRY_COMPARE(m_player->currentIndex(), frame);
    }
    m_clock->advanceMs(5'000);
    m_player->pause();
    QCOMPARE(watched.size(), 1);
    QCOMPARE(watched.at(0), (QVariantList{qint64(0), qint64(5'080'000)}));
    m_player->seekToFrame(2);
    m_player->play();
    m_clock->advanceMs(3'679'920); // all of it
    QTRY_COMPARE(m_player->currentIndex(), 3);
    m_player->seekToFrame(0);
    qint64 until = 0;
    for (const QVariantList &told : std::as_const(watched))
        until = std::max(until, told.at(1).toLongLong());
    QCOMPARE(until, 3'680'040'000);
}

void TstFilmplayer::hiddenFilmIsNotWatched()
{
    play(std::make_unique<tests::FakeFilm>(200));
    QTRY_COMPARE(m_player->currentIndex(), 0);
    QSignalSpy watched(m_player.get(), &ui::FilmPlayer::watched);
    m_player->setOnShow(false);
    m_player->play();
    m_clock->advanceMs(40);
    QTRY_COMPARE(m_player->currentIndex(), 1);
    m_player->setOnShow(true);
    m_clock->advanceMs(40);
    QTRY_COMPARE(m_player->currentIndex(), 2);
    m_player->pause();
    QCOMPARE(watched.size(), 1);
    QCOMPARE(watched.at(0), (QVariantList{ptsOf(2), ptsOf(3)}));
}

void TstFilmplayer::showsSomethingNearAtOnceAndSaysSo()
{
    play(std::make_unique<tests::KeyedFilm>(500, &m_permits));
    QTRY_COMPARE(m_player->currentIndex(), 0);
    m_player->seekToFrame(123);
    QCOMPARE(m_player->currentIndex(), 0); // what is on show
    QTRY_COMPARE(m_player->currentIndex(), 100);
    QCOMPARE(onScreen(), 100);
    QVERIFY(m_player->isOnTheWay());
    QCOMPARE(m_player->currentPtsUs(), ptsOf(100));
    QCOMPARE(m_player->target(), 123);
    m_permits.release();
    QTRY_COMPARE(m_player->currentIndex(), 123);
    QCOMPARE(onScreen(), 123);
    QVERIFY(!m_player->isOnTheWay());
    // Near by, the exact frame only: a key frame would flash.
    m_shown.clear();
    m_permits.release();
    m_player->step(1);
    QTRY_COMPARE(m_player->currentIndex(), 124);
    QCOMPARE(m_shown, QList<qint64>{124});
    // On the way to one place, another is wished: the one that is on show now.
    m_player->seekToFrame(260);
    QTRY_COMPARE(m_player->currentIndex(), 250);
    QVERIFY(m_player->isOnTheWay());
    m_player->seekToFrame(250);
    QVERIFY(!m_player->isOnTheWay());
}

void TstFilmplayer::mergesStretches()
{
    using List = QList<ui::FilmStretch>;
    QCOMPARE(ui::withStretch({}, {5, 9}), (List{{5, 9}}));
    QCOMPARE(ui::withStretch({{5, 9}}, {1, 3}), (List{{1, 3}, {5, 9}}));
    QCOMPARE(ui::withStretch({{1, 3}, {5, 9}}, {3, 5}), (List{{1, 9}}));
    QCOMPARE(ui::withStretch({{1, 3}, {5, 9}, {20, 30}}, {4, 6}), (List{{1, 3}, {4, 9}, {20, 30}}));
    QCOMPARE(ui::withStretch({{1, 30}}, {4, 6}), (List{{1, 30}}));
}

void TstFilmplayer::readsTypedPlaces_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("frame"); // -1: none
    QTest::addColumn<qint64>("us");
    QTest::newRow("frame") << "#1110" << qint64(1110) << qint64(-1);
    QTest::newRow("minutes and tenths") << "0:37.2" << qint64(-1) << qint64(37'200'999);
    QTest::newRow("seconds") << " 37 " << qint64(-1) << qint64(37'000'999);
    QTest::newRow("hours") << "1:02:03.045" << qint64(-1) << qint64(3'723'045'999);
    QTest::newRow("more digits than count") << "0:01.2345678" << qint64(-1) << qint64(1'234'999);
    QTest::newRow("of an input method") << QString::fromUtf8("０：３７．２") << qint64(-1) << qint64(37'200'999);
    QTest::newRow("frame of an input method") << QString::fromUtf8("＃７８") << qint64(78) << qint64(-1);
    for (const char *wrong : {"", "#", "#-1", "abc", "1:2:3:4", "1.", "#1.5", "0x10"})
        QTest::newRow(wrong[0] ? wrong : "nothing") << wrong << qint64(-1) << qint64(-1);
}

void TstFilmplayer::readsTypedPlaces()
{
    QFETCH(QString, text);
    QFETCH(qint64, frame);
    QFETCH(qint64, us);
    const std::optional<ui::TypedPlace> place = ui::readFilmPlace(text);
    QCOMPARE(place.has_value(), frame >= 0 || us >= 0);
    if (!place)
        return;
    QCOMPARE(place->frame.value_or(-1), frame);
    QCOMPARE(place->us.value_or(-1), us);
}

QObject *make_tst_filmplayer();
QObject *make_tst_filmplayer()
{
    return new TstFilmplayer;
}

#include "tst_filmplayer.moc"
