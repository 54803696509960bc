// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakefilms.h"

#include "../../ui/viewing/filmpanel.h"
#include "../../ui/viewing/filmstrip.h"
#include "../../ui/viewing/filmtime.h"
#include "../../ui/viewing/filmtimeline.h"

#include <ui/theme.h>

#include <QtTest/QTest>
#include <QtWidgets/QLayout>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <memory>
#include <utility>

using namespace arb;

namespace {

/// Only the first frame decodes by itself: the longest group that there can be.
class OneKeyFilm final : public tests::FakeFilm
{
public:
    explicit OneKeyFilm(const QList<qint64> &ptsUs) : FakeFilm(ptsUs) {}
    ui::Shown<ui::FilmInfo> open(const Abandoned &abandoned) override
    {
        ui::Shown<ui::FilmInfo> info = FakeFilm::open(abandoned);
        if (info)
            info->keyFrames = {0};
        return info;
    }
    ui::Shown<ui::FilmFrame> thumbnail(qint64, QSize, const Abandoned &abandoned) override { return FakeFilm::frameAt(0, abandoned); }
    ui::Shown<ui::FilmFrame> frameAt(qint64 index, const Abandoned &abandoned) override
    {
        falls += index < last ? 1 : 0;
        last = index;
        return FakeFilm::frameAt(index, abandoned);
    }
    static inline std::atomic<qint64> last = 0;
    static inline std::atomic<int> falls = 0;
};

/// Has no small pictures.
class ThumblessFilm final : public tests::FakeFilm
{
public:
    ThumblessFilm() : FakeFilm(500) {}
    ui::Shown<ui::FilmFrame> thumbnail(qint64, QSize, const Abandoned &) override
    {
        ++refused;
        return domain::Failure{ui::ShowError::Refused};
    }
    ui::Shown<ui::FilmFrame> frameAt(qint64 index, const Abandoned &abandoned) override
    {
        ++decoded;
        return FakeFilm::frameAt(index, abandoned);
    }
    static inline std::atomic<int> refused = 0, decoded = 0;
};

/// 80 seconds upright, twelve frames a second, a key frame every eight seconds or earlier.
class UprightFilm final : public tests::FakeFilm
{
public:
    UprightFilm() : FakeFilm(times()) {}
    static QList<qint64> times()
    {
        QList<qint64> times;
        for (int n = 0; n < 960; ++n)
            times.append(n * 1'000'000LL / 12);
        return times;
    }
    static ui::FilmInfo info()
    {
        ui::FilmInfo info = infoOf(times());
        info.size = QSize(720, 1280);
        info.keyFrames = {0, 96, 185, 269, 365, 461, 557, 653, 749, 845, 941};
        return info;
    }
    ui::Shown<ui::FilmInfo> open(const Abandoned &) override { return info(); }
    ui::Shown<ui::FilmFrame> thumbnail(qint64 us, QSize, const Abandoned &abandoned) override
    {
        const ui::FilmInfo known = info();
        const auto after = std::ranges::upper_bound(known.keyFrames, known.indexAt(us));
        return FakeFilm::frameAt(*std::prev(after), abandoned);
    }
};

} // namespace

/// The small pictures of the strip: each place gets one, and each picture says its own time.
class TstFilmStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keyFramesComeFirst();
    void everyPlaceGetsAPicture_data();
    void everyPlaceGetsAPicture();
    void longFramesStandForThemselves();
    void whatIsReadIsNotReadAgain();
    void sourcesWithoutPicturesAreLeftAlone();
    void whatWasReadForAPlaceIsDrawnThere();
    void aNarrowerStripHasNoHoles();
    void noFrameIsDrawnTwice();
    void timesTellNeighboursApart();
    void codesDifferByShapeAndColour();

private:
    static constexpr QSize box{320, 180}; ///< as large as the frames, so that their numbers can be read
    static int numberIn(const QImage &image)
    {
        int number = 0;
        for (int bit = 0; bit < 16; ++bit)
            number |= qGreen(image.pixel(bit * tests::boxSide + 10, 10)) > 128 ? 1 << bit : 0;
        return number;
    }
    /// Waits until @p count pictures have come; by time.
    static QList<ui::FilmFrame> picturesOf(ui::FilmStrip &strip, qsizetype count)
    {
        QList<ui::FilmFrame> all;
        const bool came = QTest::qWaitFor([&] {
            all += strip.takePictures();
            return all.size() >= count;
        });
        std::ranges::sort(all, {}, &ui::FilmFrame::ptsUs);
        return came ? all : QList<ui::FilmFrame>();
    }
    static QList<qint64> evenTimes(int frames)
    {
        QList<qint64> times;
        for (int n = 0; n < frames; ++n)
            times.append(80'000 + n * 40'000);
        return times;
    }
};

void TstFilmStrip::keyFramesComeFirst()
{
    ui::FilmStrip strip(std::make_unique<tests::KeyedFilm>(500)); // 20 s, a key frame every 2 s
    strip.want(40, box);
    strip.start();
    // 40 places of half a second: ten key frames, and what lies between them.
    QList<ui::FilmFrame> inOrder;
    QTRY_VERIFY((inOrder += strip.takePictures()).size() >= 40);
    for (qsizetype n = 0; n < 10; ++n)
        QCOMPARE(inOrder.at(n).index, 50 * n);
    QCOMPARE(inOrder.size(), 40);
}

void TstFilmStrip::everyPlaceGetsAPicture_data()
{
    QTest::addColumn<bool>("oneKey");
    QTest::addColumn<bool>("variable");
    QTest::addColumn<int>("places");
    for (const int places : {7, 40, 120}) {
        QTest::addRow("a key frame every 2 s, %d places", places) << false << false << places;
        QTest::addRow("one key frame, %d places", places) << true << false << places;
        QTest::addRow("one key frame, variable rate, %d places", places) << true << true << places;
    }
}

void TstFilmStrip::everyPlaceGetsAPicture()
{
    QFETCH(bool, oneKey);
    QFETCH(bool, variable);
    QFETCH(int, places);
    QList<qint64> times = evenTimes(500);
    for (qsizetype n = 0; variable && n < times.size(); ++n)
        times[n] += n % 3 * 11'000; // no frame is as long as a place is wide
    std::unique_ptr<ui::FrameSource> film;
    if (oneKey)
        film = std::make_unique<OneKeyFilm>(times);
    else
        film = std::make_unique<tests::KeyedFilm>(500);
    OneKeyFilm::falls = 0;
    OneKeyFilm::last = 0;
    ui::FilmStrip strip(std::move(film));
    strip.want(places, box);
    strip.start();
    const QList<ui::FilmFrame> pictures = picturesOf(strip, places);
    QVERIFY(!pictures.isEmpty());
    const qint64 first = times.constFirst(), duration = tests::FakeFilm::infoOf(times).durationUs;
    qint64 before = first - 1;
    for (int n = 0; n < places; ++n) {
        const qint64 middle = first + (2 * n + 1) * duration / (2 * places);
        const auto here = std::ranges::find_if(pictures, [&](const ui::FilmFrame &picture) { return picture.ptsUs > before && picture.ptsUs <= middle; });
        QVERIFY2(here != pictures.cend(), qPrintable(QString::number(n)));
        before = middle;
    }
    for (const ui::FilmFrame &picture : pictures) {
        QCOMPARE(picture.ptsUs, times.at(picture.index)); // its own time, not the place's
        QCOMPARE(numberIn(picture.image), int(picture.index));
    }
    QCOMPARE(OneKeyFilm::falls.load(), 0); // once through the film, never back
}

void TstFilmStrip::longFramesStandForThemselves()
{
    // A frame of three seconds among short ones: the places it fills need it, and nothing else can be had for them.
    QList<qint64> times = evenTimes(100);
    for (qsizetype n = 51; n < times.size(); ++n)
        times[n] += 3'000'000;
    ui::FilmStrip strip(std::make_unique<OneKeyFilm>(times)); // 7 s
    strip.want(14, box);                                       // half a second each
    strip.start();
    QList<ui::FilmFrame> pictures;
    QTRY_VERIFY(((pictures += strip.takePictures()), !pictures.isEmpty() && std::ranges::max(pictures, {}, &ui::FilmFrame::index).index > 80));
    const auto isOf = [](qint64 index) { return [index](const ui::FilmFrame &picture) { return picture.index == index; }; };
    QCOMPARE(std::ranges::count_if(pictures, isOf(50)), 1); // on show from 2.08 s to 5.12 s
    QVERIFY(pictures.size() >= 9 && pictures.size() <= 14);
}

void TstFilmStrip::whatIsReadIsNotReadAgain()
{
    ui::FilmStrip strip(std::make_unique<tests::KeyedFilm>(500));
    strip.want(20, box);
    strip.start();
    QList<ui::FilmFrame> pictures = picturesOf(strip, 20);
    QCOMPARE(pictures.size(), 20);
    strip.want(40, box);
    pictures += picturesOf(strip, 20);
    QList<qint64> numbers;
    for (const ui::FilmFrame &picture : pictures)
        numbers.append(picture.index);
    std::ranges::sort(numbers);
    QVERIFY(std::ranges::adjacent_find(numbers) == numbers.end());
    QVERIFY(numbers.size() >= 40);
}

void TstFilmStrip::sourcesWithoutPicturesAreLeftAlone()
{
    ThumblessFilm::refused = 0;
    ThumblessFilm::decoded = 0;
    ui::FilmStrip strip(std::make_unique<ThumblessFilm>());
    strip.want(10, box);
    strip.start();
    QTRY_COMPARE(ThumblessFilm::refused.load(), 10);
    strip.want(12, box); // begins when the first wish is done with
    QTRY_COMPARE(ThumblessFilm::refused.load(), 22);
    strip.leave();
    QVERIFY(strip.wait(5000));
    QVERIFY(strip.takePictures().isEmpty());
    QCOMPARE(ThumblessFilm::decoded.load(), 0); // a frame each would be all there is to decode, for nothing
}

/// Each picture begins exactly at the middle of its place: reading and drawing mean the same place, whatever is rounded.
void TstFilmStrip::whatWasReadForAPlaceIsDrawnThere()
{
    const ui::FilmInfo info = tests::FakeFilm::infoOf(evenTimes(1625)); // 65 s
    QImage red(box, QImage::Format_RGB32);
    red.fill(Qt::red);
    for (int width = 400; width < 1300; width += 61) {
        ui::FilmTimeline timeline;
        timeline.setFilm(info);
        timeline.resize(width, timeline.sizeHint().height());
        const int places = timeline.roomForPictures();
        QList<ui::FilmFrame> pictures;
        for (int n = 0; n < places; ++n) {
            const qint64 middle = ui::FilmStrip::middleOfPlace(info, n, places);
            pictures.append({red, info.indexAt(middle), middle});
        }
        timeline.setPictures(pictures);
        const QImage drawn = timeline.grab().toImage();
        for (const ui::FilmFrame &picture : std::as_const(pictures)) {
            const QPointF middle(timeline.xOf(picture.ptsUs), ui::FilmTimeline::tickLane + 10);
            QVERIFY2(drawn.pixelColor((middle * drawn.devicePixelRatio()).toPoint()) == QColor(Qt::red),
                     qPrintable(QStringLiteral("%1 pixels, %2 us").arg(width).arg(picture.ptsUs)));
        }
    }
}

/// Two films beside each other have less room than one: the places are others then, and what was read for more of them may lie in
/// none of the last.
void TstFilmStrip::aNarrowerStripHasNoHoles()
{
    const ui::FilmInfo info = UprightFilm::info();
    ui::FilmPanel panel;
    panel.setFilm(info);
    panel.show();
    const auto makeRoomFor = [&panel](int places) {
        int width = 200;
        do {
            panel.resize(++width, panel.sizeHint().height());
            panel.layout()->activate();
        } while (panel.timeline()->roomForPictures() < places && width < 4000);
    };
    const auto holes = [&] {
        const int places = panel.timeline()->roomForPictures();
        QStringList empty;
        qint64 before = info.firstUs() - 1;
        for (int n = 0; n < places; ++n) {
            const qint64 middle = ui::FilmStrip::middleOfPlace(info, n, places);
            const QList<ui::FilmFrame> &read = panel.timeline()->pictures();
            if (std::ranges::none_of(read, [&](const ui::FilmFrame &picture) { return picture.ptsUs > before && picture.ptsUs <= middle; }))
                empty.append(QString::number(n));
            before = middle;
        }
        return empty.join(u' ');
    };
    makeRoomFor(30);
    QCOMPARE(panel.timeline()->roomForPictures(), 30);
    panel.beginStrip(std::make_unique<UprightFilm>());
    QTRY_COMPARE(holes(), QString());
    makeRoomFor(24); // its last place ends its first half at 78.3 s; a key frame at 78.4 s was all there was
    QCOMPARE(panel.timeline()->roomForPictures(), 24);
    QTRY_COMPARE(holes(), QString());
    panel.clear();
}

void TstFilmStrip::noFrameIsDrawnTwice()
{
    QImage red(box, QImage::Format_RGB32);
    red.fill(Qt::red);
    for (const int frames : {1, 3}) {
        const ui::FilmInfo info = tests::FakeFilm::infoOf(evenTimes(frames));
        ui::FilmTimeline timeline;
        timeline.setFilm(info);
        timeline.resize(800, timeline.sizeHint().height());
        QVERIFY(timeline.roomForPictures() > 6);
        QList<ui::FilmFrame> pictures;
        for (int n = 0; n < frames; ++n)
            pictures.append({red, n, info.ptsUs.at(n)});
        timeline.setPictures(pictures);
        const QImage drawn = timeline.grab().toImage();
        int redPixels = 0, redPictures = 0;
        const int y = int((ui::FilmTimeline::tickLane + 10) * drawn.devicePixelRatio());
        for (int x = 0; x < drawn.width(); ++x) {
            const bool isRed = drawn.pixelColor(x, y) == QColor(Qt::red);
            redPictures += isRed && redPixels == 0 ? 1 : 0;
            redPixels = isRed ? redPixels + 1 : 0;
        }
        QVERIFY2(redPictures >= frames && redPictures <= frames + 1, qPrintable(QString::number(redPictures))); // the position may part one
    }
}

void TstFilmStrip::timesTellNeighboursApart()
{
    QCOMPARE(ui::filmTimeShort(62'480'000), QStringLiteral("1:02"));
    QCOMPARE(ui::filmTimeShort(62'480'000, 1), QStringLiteral("1:02.4"));
    QCOMPARE(ui::filmTimeShort(3'662'045'999, 3), QStringLiteral("1:01:02.045"));
    QCOMPARE(ui::decimalsToTellApart({}), 0);
    QCOMPARE(ui::decimalsToTellApart({0}), 0);
    QCOMPARE(ui::decimalsToTellApart({0, 1'000'000, 2'500'000}), 0);
    QCOMPARE(ui::decimalsToTellApart({0, 400'000, 800'000, 1'200'000}), 1);
    QCOMPARE(ui::decimalsToTellApart({0, 40'000, 80'000}), 2);
    QCOMPARE(ui::decimalsToTellApart({0, 4'000, 8'000}), 3);
    QCOMPARE(ui::decimalsToTellApart({0, 100, 200}), 3); // there are no more
}

/// Of the ticks of the timeline, those of codes: another parcel's must not look like the order's.
void TstFilmStrip::codesDifferByShapeAndColour()
{
    using Tick = ui::TimelineTick;
    const ui::FilmInfo info = tests::FakeFilm::infoOf(evenTimes(500));
    ui::FilmTimeline timeline;
    timeline.setFilm(info);
    timeline.resize(800, timeline.sizeHint().height());
    timeline.setTicks({{Tick::Kind::Code, info.ptsAt(200), QStringLiteral("waybill matches"), QStringLiteral("c1"), Tick::Tone::Usual},
                       {Tick::Kind::Code, info.ptsAt(300), QStringLiteral("another waybill"), QStringLiteral("c2"), Tick::Tone::Look},
                       {Tick::Kind::Code, info.ptsAt(400), QStringLiteral("another code"), QStringLiteral("c3"), Tick::Tone::Muted}});
    const QImage drawn = timeline.grab().toImage();
    // So far right of and below the middle of the tick on a frame.
    const auto at = [&](int index, double right, double down) {
        const QPointF place(timeline.xOf(info.ptsAt(index)) + right, ui::FilmTimeline::tickLane / 2.0 + down);
        return drawn.pixelColor(int(place.x() * drawn.devicePixelRatio()), int(place.y() * drawn.devicePixelRatio())).rgb();
    };
    const ui::Tokens &colors = ui::tokensFor(timeline.palette());
    QCOMPARE(at(200, 0, 0), colors.success.rgb());
    QCOMPARE(at(300, 0, 0), colors.warning.rgb());
    QCOMPARE(at(400, 0, 0), colors.background.rgb()); // an empty square
    QVERIFY(at(400, -3.5, 0) != colors.background.rgb());
    QVERIFY(at(200, 2.5, -2.5) != colors.background.rgb()); // a square has corners
    QCOMPARE(at(300, 3.5, -3.5), colors.background.rgb());  // where a triangle that stands has none
}

QObject *make_tst_filmstrip();
QObject *make_tst_filmstrip()
{
    return new TstFilmStrip;
}

#include "tst_filmstrip.moc"
