// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeevidence.h"

#include "../../ui/viewing/picturecanvas.h"

#include <ui/viewers.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QRandomGenerator>
#include <QtCore/QSemaphore>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSlider>

#include <algorithm>

using namespace arb;

/// The film player: what is on the screen is what was asked for, read from the pixels of the grabbed widget.
class TstViewervideo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheFrameAskedFor();
    void stepsBothWaysByKey();
    void quickStepsAddUp();
    void citesFrameAndTime();
    void goesToCitedFrame();
    void playsByTheClockAndStops();
    void brokenFilmSaysWhy();
    void soundThatIsNotPlayedIsTold();
    void leavingAFilmNeverWaitsForIt();

private:
    ui::ViewerWidget *open(const QByteArray &digest, const QString &id, QRect where);
    std::unique_ptr<tests::FakeLoader> m_loader;
    std::unique_ptr<QWidget> m_window;
};

/// Is deaf while it decodes, as a decoder in the middle of a packet is.
class DeafFilm final : public tests::FakeFilm
{
public:
    explicit DeafFilm(QSemaphore &goOn, std::atomic<bool> &busy) : FakeFilm(500), m_goOn(goOn), m_busy(busy) {}
    ui::Shown<ui::FilmFrame> frameAt(qint64 index, const Abandoned &) override
    {
        m_busy = true;
        m_goOn.tryAcquire(1, 5000);
        return FakeFilm::frameAt(index, [] { return false; });
    }

private:
    QSemaphore &m_goOn;
    std::atomic<bool> &m_busy;
};

/// Has sound that nobody can decode.
class UnheardFilm final : public tests::FakeFilm
{
public:
    UnheardFilm() : FakeFilm(10) {}
    ui::Shown<ui::FilmInfo> open(const Abandoned &abandoned) override
    {
        ui::Shown<ui::FilmInfo> info = FakeFilm::open(abandoned);
        if (info)
            info->unplayedSound = QStringLiteral("dts");
        return info;
    }
};

static int numberOnScreen(ui::ViewerWidget *viewer)
{
    auto *canvas = viewer->findChild<ui::PictureCanvas *>();
    const QImage shown = canvas->grab().toImage();
    int number = 0;
    for (int bit = 0; bit < 16; ++bit) {
        const QPointF place = canvas->toWidget().map(QPointF(bit * tests::boxSide + 10.0, 10.0));
        if (qGreen(shown.pixel(place.toPoint())) > 128)
            number |= 1 << bit;
    }
    return number;
}

void TstViewervideo::init()
{
    m_loader = std::make_unique<tests::FakeLoader>();
    m_loader->films = {{"film", 500}, {"other", 300}, {"short", 10}};
    m_window = std::make_unique<QWidget>();
    m_window->resize(1000, 500);
    m_window->show();
}

void TstViewervideo::cleanup()
{
    m_window.reset();
    m_loader.reset();
}

void TstViewervideo::soundThatIsNotPlayedIsTold()
{
    m_loader->filmMakers["unheard"] = [] { return std::make_unique<UnheardFilm>(); };
    ui::ViewerWidget *viewer = open("unheard", QStringLiteral("B1"), QRect(0, 0, 500, 500));
    const auto *notice = viewer->findChild<QLabel *>(QStringLiteral("viewerNotice"));
    const auto *mute = viewer->findChild<QAction *>(QStringLiteral("videoMute"));
    QVERIFY(!notice->isHidden());
    QVERIFY(notice->text().contains(QStringLiteral("dts")));
    QVERIFY(!mute->isEnabled());
    QVERIFY(mute->toolTip().contains(QStringLiteral("dts")));
    // A film that has none is silent, and nothing is to be said of it.
    ui::EvidenceRef other = viewer->shown();
    other.exhibitId = QStringLiteral("B2");
    other.sha256 = "other";
    QSignalSpy seen(viewer, &ui::ViewerWidget::seen);
    viewer->show(other);
    QVERIFY(seen.wait(5000));
    QVERIFY(notice->isHidden());
    QVERIFY(!mute->toolTip().contains(QStringLiteral("dts")));
}

ui::ViewerWidget *TstViewervideo::open(const QByteArray &digest, const QString &id, QRect where)
{
    ui::ViewerWidget *viewer = ui::findViewer(QStringLiteral("video"))->create(*m_loader, m_window.get());
    viewer->setGeometry(where);
    viewer->QWidget::show();
    ui::EvidenceRef ref;
    ref.exhibitId = id;
    ref.sha256 = digest;
    ref.kind = domain::ExhibitKind::Video;
    ref.party = domain::Party::Merchant;
    ref.caption = QStringLiteral("unboxing");
    QSignalSpy seen(viewer, &ui::ViewerWidget::seen);
    viewer->show(ref);
    if (digest != "none" && !seen.wait(5000))
        qWarning("the film was not shown");
    return viewer;
}

void TstViewervideo::showsTheFrameAskedFor()
{
    ui::ViewerWidget *viewer = open("film", QStringLiteral("B1"), QRect(0, 0, 500, 500));
    auto *slider = viewer->findChild<QSlider *>(QStringLiteral("videoPosition"));
    QCOMPARE(slider->maximum(), 499);
    QCOMPARE(numberOnScreen(viewer), 0);
    QRandomGenerator random(5);
    for (int i = 0; i < 50; ++i) {
        const int target = static_cast<int>(random.bounded(500));
        slider->setValue(target);
        QTRY_COMPARE(viewer->property("frameIndex").toLongLong(), target);
        QCOMPARE(numberOnScreen(viewer), target);
    }
}

void TstViewervideo::stepsBothWaysByKey()
{
    ui::ViewerWidget *viewer = open("film", QStringLiteral("B1"), QRect(0, 0, 500, 500));
    viewer->setFocus();
    for (int i = 1; i <= 30; ++i) {
        QTest::keyClick(viewer->focusWidget() ? viewer->focusWidget() : viewer, Qt::Key_Period);
        QTRY_COMPARE(numberOnScreen(viewer), i);
    }
    for (int i = 29; i >= 0; --i) {
        QTest::keyClick(viewer->focusWidget() ? viewer->focusWidget() : viewer, Qt::Key_Comma);
        QTRY_COMPARE(numberOnScreen(viewer), i);
    }
}

void TstViewervideo::quickStepsAddUp()
{
    ui::ViewerWidget *viewer = open("film", QStringLiteral("B1"), QRect(0, 0, 500, 500));
    auto *forward = viewer->findChild<QAction *>(QStringLiteral("videoStepForward"));
    for (int i = 0; i < 25; ++i)
        forward->trigger();
    QTRY_COMPARE(viewer->property("frameIndex").toLongLong(), 25);
    QCOMPARE(numberOnScreen(viewer), 25);
}

void TstViewervideo::citesFrameAndTime()
{
    ui::ViewerWidget *viewer = open("film", QStringLiteral("B1"), QRect(0, 0, 500, 500));
    viewer->findChild<QSlider *>(QStringLiteral("videoPosition"))->setValue(123);
    QTRY_COMPARE(viewer->property("frameIndex").toLongLong(), 123);
    viewer->findChild<ui::PictureCanvas *>()->setRegion(QRect(40, 60, 50, 30));
    const auto citation = viewer->currentCitation();
    QVERIFY(citation);
    QCOMPARE(citation->frame.value_or(-1), 123);
    QCOMPARE(citation->pts.value_or(-1), 80'000 + 123 * 40'000); // the container's own time, not rebased
    QCOMPARE(citation->region.value_or(QRect()), QRect(40, 60, 50, 30));
    viewer->findChild<QAction *>(QStringLiteral("videoStepForward"))->trigger();
    QTRY_COMPARE(viewer->property("frameIndex").toLongLong(), 124);
    QVERIFY(!viewer->currentCitation()->region);
}

void TstViewervideo::goesToCitedFrame()
{
    ui::ViewerWidget *viewer = open("film", QStringLiteral("B1"), QRect(0, 0, 500, 500));
    domain::Citation byFrame;
    byFrame.exhibit = QStringLiteral("B1");
    byFrame.frame = 321;
    viewer->goTo(byFrame, QStringLiteral("1"));
    QTRY_COMPARE(numberOnScreen(viewer), 321);
    domain::Citation byTime;
    byTime.exhibit = QStringLiteral("B1");
    byTime.pts = 80'000 + 77 * 40'000;
    viewer->goTo(byTime, QStringLiteral("2"));
    QTRY_COMPARE(numberOnScreen(viewer), 77);
}

void TstViewervideo::playsByTheClockAndStops()
{
    ui::ViewerWidget *viewer = open("short", QStringLiteral("B1"), QRect(0, 0, 500, 500));
    QSignalSpy moves(viewer, &ui::ViewerWidget::transportChanged);
    QElapsedTimer time;
    time.start();
    viewer->findChild<QAction *>(QStringLiteral("videoPlay"))->trigger();
    QVERIFY(viewer->transport()->playing);
    QTRY_VERIFY_WITH_TIMEOUT(!viewer->transport()->playing, 10'000);
    QVERIFY2(time.elapsed() >= 350, "ten frames at 25 a second last 400 ms");
    QTRY_COMPARE(numberOnScreen(viewer), 9);
    QTRY_VERIFY(moves.size() >= 2);
}

void TstViewervideo::brokenFilmSaysWhy()
{
    ui::ViewerWidget *viewer = open("none", QStringLiteral("M1"), QRect(0, 0, 500, 500));
    QTRY_VERIFY(viewer->isBroken());
    QVERIFY(viewer->findChild<QLabel *>(QStringLiteral("viewerMessage"))->text().contains(QStringLiteral("ask the merchant")));
}

void TstViewervideo::leavingAFilmNeverWaitsForIt()
{
    QSemaphore goOn;
    std::atomic<bool> busy = false;
    m_loader->madeFilm = [&] { return std::make_unique<DeafFilm>(goOn, busy); };
    std::unique_ptr<ui::ViewerWidget> viewer(ui::findViewer(QStringLiteral("video"))->create(*m_loader, nullptr));
    ui::EvidenceRef ref;
    ref.exhibitId = QStringLiteral("b1");
    ref.sha256 = "film";
    ref.kind = domain::ExhibitKind::Video;
    viewer->show(ref);
    QTRY_VERIFY(busy);
    QElapsedTimer clock;
    clock.start();
    viewer->clear();
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(!viewer->currentCitation());
    // The thread ends in its own time and takes its player with it.
    const auto players = [&] {
        const auto children = viewer->findChildren<QObject *>(QString(), Qt::FindDirectChildrenOnly);
        return std::ranges::count_if(children, [](const QObject *child) { return child->inherits("arb::ui::FilmPlayer"); });
    };
    QCOMPARE(players(), 1);
    goOn.release();
    QTRY_COMPARE(players(), 0);
}

QObject *make_tst_viewervideo()
{
    return new TstViewervideo;
}

#include "tst_viewervideo.moc"
