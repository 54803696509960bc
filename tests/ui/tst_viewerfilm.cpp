// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakefilms.h"

#include "../../ui/viewing/filmscreen.h"
#include "../../ui/viewing/filmstrip.h"
#include "../../ui/viewing/filmtimeline.h"
#include "../../ui/viewing/viewbar.h"

#include <ui/viewers.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QRandomGenerator>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QMouseEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

using namespace arb;

/// The film viewer as a reader uses it: keys, typing, the timeline, the full screen.
class TstViewerfilm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void twoHundredSeeksShowTheFrameAskedFor();
    void fiveHundredStepsEachWay();
    void jumpsByKey();
    void jumpPastTheEndStandsThere();
    void jumpPastTheLoopStaysInIt();
    void goesWhereItIsTyped();
    void loopStandsOnTheTimeline();
    void lookHoldsAcrossFramesAndWhilePlaying();
    void keepsAndCopiesTheFrameOnShow();
    void fullScreenIsTheSameFrame();
    void fullScreenEndsWithTheFilm();
    void stripAndWaveformArrive();
    void filmLeavesWhileItsStripIsRead();
    void saysWhereItIsDamaged();
    void ticksAreToldAndChosen();
    void allThatIsPointedOutIsReachedByKey();
    void ticksAndMarksAreDraggedAway();
    void watchedStretchesAreShownAndTold();
    void narrowBarFoldsIntoItsMenu();
    void allThatTakesTheKeyboardHasAName();

private:
    ui::ViewerWidget *open(std::function<std::unique_ptr<ui::FrameSource>()> make, QSize size = QSize(640, 560));
    void key(int which, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    int onScreen() { return tests::numberOnCanvas(m_viewer->findChild<ui::PictureCanvas *>()); }
    qint64 frame() { return m_viewer->property("frameIndex").toLongLong(); }
    QString words(const char *label) { return m_viewer->findChild<QLabel *>(QString::fromLatin1(label))->text(); }
    QAction *action(const char *name) { return m_viewer->findChild<QAction *>(QString::fromLatin1(name)); }
    ui::FilmTimeline *timeline() { return m_viewer->findChild<ui::FilmTimeline *>(); }
    static qint64 ptsOf(qint64 index) { return 80'000 + index * 40'000; }

    std::unique_ptr<tests::FakeLoader> m_loader;
    std::unique_ptr<QWidget> m_window;
    ui::ViewerWidget *m_viewer = nullptr;
    QSemaphore m_permits;
};

void TstViewerfilm::init()
{
    m_loader = std::make_unique<tests::FakeLoader>();
    m_window = std::make_unique<QWidget>();
}

void TstViewerfilm::cleanup()
{
    m_permits.release(1000); // nobody must wait for one any more
    m_window.reset();
    m_loader.reset();
    m_viewer = nullptr;
    m_permits.tryAcquire(m_permits.available());
}

ui::ViewerWidget *TstViewerfilm::open(std::function<std::unique_ptr<ui::FrameSource>()> make, QSize size)
{
    m_loader->madeFilm = std::move(make);
    m_window->resize(size);
    m_viewer = ui::findViewer(QStringLiteral("video"))->create(*m_loader, m_window.get());
    m_viewer->setGeometry(QRect(QPoint(), size));
    m_window->show();
    m_window->activateWindow();
    ui::EvidenceRef ref;
    ref.exhibitId = QStringLiteral("B1");
    ref.sha256 = "film";
    ref.kind = domain::ExhibitKind::Video;
    ref.caption = QStringLiteral("unboxing");
    QSignalSpy seen(m_viewer, &ui::ViewerWidget::seen);
    m_viewer->show(ref);
    if (!seen.wait(5000))
        qWarning("the film was not shown");
    m_viewer->setFocus();
    return m_viewer;
}

void TstViewerfilm::key(int which, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_viewer->findChild<ui::PictureCanvas *>(), static_cast<Qt::Key>(which), modifiers);
}

static std::unique_ptr<ui::FrameSource> film600()
{
    return std::make_unique<tests::KeyedFilm>(600);
}

void TstViewerfilm::twoHundredSeeksShowTheFrameAskedFor()
{
    open(film600);
    QRandomGenerator random(7);
    for (int n = 0; n < 200; ++n) {
        const int target = static_cast<int>(random.bounded(600));
        timeline()->setValue(target);
        QTRY_COMPARE(onScreen(), target);
        QTRY_COMPARE(frame(), target);
        QCOMPARE(m_viewer->property("framePts").toLongLong(), ptsOf(target));
    }
}

void TstViewerfilm::fiveHundredStepsEachWay()
{
    open(film600);
    for (int n = 1; n <= 500; ++n) {
        key(Qt::Key_Period);
        QTRY_COMPARE(onScreen(), n);
    }
    for (int n = 499; n >= 0; --n) {
        key(Qt::Key_Comma);
        QTRY_COMPARE(onScreen(), n);
    }
    key(Qt::Key_Comma);
    QCOMPARE(frame(), 0);
}

void TstViewerfilm::jumpPastTheEndStandsThere()
{
    open([] { return std::make_unique<tests::FakeFilm>(2000); });
    timeline()->setValue(1900); // four seconds before the end
    QTRY_COMPARE(onScreen(), 1900);
    key(Qt::Key_Space);
    QTRY_VERIFY(m_viewer->transport()->playing);
    key(Qt::Key_PageDown);
    QTRY_COMPARE(onScreen(), 1999);
    QVERIFY(!m_viewer->transport()->playing);
    QTRY_COMPARE(frame(), 1999);
}

void TstViewerfilm::jumpPastTheLoopStaysInIt()
{
    open([] { return std::make_unique<tests::FakeFilm>(2000); });
    for (const auto &[from, to] : {std::pair(1900, 1940), std::pair(1960, 1999)}) { // five seconds on are past it, and past the end
        timeline()->setValue(to);
        QTRY_COMPARE(onScreen(), to);
        action("videoLoopTo")->trigger();
        timeline()->setValue(from);
        QTRY_COMPARE(onScreen(), from);
        action("videoLoopFrom")->trigger();
        key(Qt::Key_Space);
        QTRY_VERIFY(frame() > from);
        key(Qt::Key_PageDown);
        QVERIFY(m_viewer->transport()->playing);
        QTRY_VERIFY(frame() >= from && frame() < from + 10); // round again
        QTRY_VERIFY(frame() > to - 10 && frame() <= to);
        QVERIFY(m_viewer->transport()->playing);
        key(Qt::Key_Space);
        QVERIFY(!m_viewer->transport()->playing);
        action("videoLoopOff")->trigger();
    }
}

void TstViewerfilm::jumpsByKey()
{
    open([] { return std::make_unique<tests::FakeFilm>(2000); }); // 25 frames a second
    struct Jump { int key; Qt::KeyboardModifiers modifiers; int frames; };
    int at = 0;
    for (const Jump &jump : {Jump{Qt::Key_Right, Qt::ControlModifier, 25}, Jump{Qt::Key_PageDown, Qt::NoModifier, 125},
                             Jump{Qt::Key_PageDown, Qt::ControlModifier, 750}, Jump{Qt::Key_Period, Qt::ShiftModifier, 10},
                             Jump{Qt::Key_Comma, Qt::ShiftModifier, -10}, Jump{Qt::Key_PageUp, Qt::ControlModifier, -750},
                             Jump{Qt::Key_PageUp, Qt::NoModifier, -125}, Jump{Qt::Key_Left, Qt::ControlModifier, -25}}) {
        key(jump.key, jump.modifiers);
        at += jump.frames;
        QTRY_COMPARE(onScreen(), at);
    }
    // On the timeline, Page is a tenth of the film and the arrow a frame.
    timeline()->setFocus();
    QTest::keyClick(timeline(), Qt::Key_PageDown);
    QTRY_COMPARE(onScreen(), 199);
    QTest::keyClick(timeline(), Qt::Key_Right);
    QTRY_COMPARE(onScreen(), 200);
    QTest::keyClick(timeline(), Qt::Key_End);
    QTRY_COMPARE(onScreen(), 1999);
}

void TstViewerfilm::goesWhereItIsTyped()
{
    open(film600);
    key(Qt::Key_J, Qt::ControlModifier);
    auto *field = m_viewer->findChild<QLineEdit *>(QStringLiteral("videoPlace"));
    const auto type = [&](const QString &text) {
        field->clear();
        field->insert(text);
        QTest::keyClick(field, Qt::Key_Return);
    };
    QVERIFY(QApplication::focusWidget() == field);
    type(QStringLiteral("0:10.2"));
    QTRY_COMPARE(onScreen(), 255);
    QVERIFY(QApplication::focusWidget() != field); // back to the film, where the keys step
    QCOMPARE(words("videoWhere"), QStringLiteral("0:10.200 / 0:24.000"));
    QVERIFY(words("videoWhereFrame").contains(QStringLiteral("255 / 599")));
    type(QStringLiteral("#77"));
    QTRY_COMPARE(onScreen(), 77);
    type(QStringLiteral("9:00"));
    QTRY_COMPARE(onScreen(), 599); // past the end is its end
    type(QStringLiteral("soon"));
    QVERIFY(words("videoSaid").contains(QStringLiteral("#1110")));
    QCOMPARE(field->text(), QStringLiteral("soon")); // to be mended, not to be typed again
    QCOMPARE(onScreen(), 599);
}

void TstViewerfilm::loopStandsOnTheTimeline()
{
    open(film600);
    const auto loop = [this] { return timeline()->spans(ui::TimelineSpan::Kind::Loop); };
    timeline()->setValue(100);
    QTRY_COMPARE(onScreen(), 100);
    key(Qt::Key_BracketLeft, Qt::ControlModifier);
    QCOMPARE(loop().size(), 1);
    QCOMPARE(loop().first().fromUs, ptsOf(100));
    QCOMPARE(loop().first().toUs, ptsOf(600)); // up to the end until told otherwise
    timeline()->setValue(140);
    QTRY_COMPARE(onScreen(), 140);
    key(Qt::Key_BracketRight, Qt::ControlModifier);
    QCOMPARE(loop().first().fromUs, ptsOf(100));
    QCOMPARE(loop().first().toUs, ptsOf(141));
    timeline()->setValue(200);
    QTRY_COMPARE(onScreen(), 200);
    key(Qt::Key_Space); // past the loop: from its beginning
    QTRY_VERIFY(frame() >= 100 && frame() <= 140);
    QVERIFY(m_viewer->transport()->playing);
    key(Qt::Key_Space);
    QVERIFY(action("videoLoopOff")->isEnabled());
    key(Qt::Key_Backslash, Qt::ControlModifier);
    QVERIFY(loop().isEmpty());
    QVERIFY(!action("videoLoopOff")->isEnabled());
}

void TstViewerfilm::lookHoldsAcrossFramesAndWhilePlaying()
{
    open(film600);
    auto *canvas = m_viewer->findChild<ui::PictureCanvas *>();
    canvas->turn(1);
    canvas->mirror();
    canvas->zoomBy(0.5);
    domain::Tone tone;
    tone.gammaPercent = 150;
    canvas->setTone(tone);
    const ui::ViewState look = canvas->viewState();
    timeline()->setValue(300);
    QTRY_COMPARE(onScreen(), 300);
    QCOMPARE(canvas->viewState(), look);
    key(Qt::Key_Space);
    QTRY_VERIFY(frame() > 303);
    QCOMPARE(canvas->viewState(), look);
    key(Qt::Key_Space);
    QTRY_COMPARE(static_cast<qint64>(onScreen()), frame());
    QCOMPARE(canvas->viewState(), look);
}

void TstViewerfilm::keepsAndCopiesTheFrameOnShow()
{
    open(film600);
    timeline()->setValue(321);
    QTRY_COMPARE(onScreen(), 321);
    QSignalSpy taken(m_viewer, &ui::ViewerWidget::frameTaken);
    action("videoKeepFrame")->trigger();
    QCOMPARE(taken.size(), 1);
    QCOMPARE(taken.at(0).at(0).value<QImage>(), tests::numberedFrame(321)); // all pixels, whatever the pane
    QCOMPARE(taken.at(0).at(1).toLongLong(), 321);
    QCOMPARE(taken.at(0).at(2).toLongLong(), ptsOf(321));
    action("videoCopyFrame")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->image().convertToFormat(QImage::Format_RGB32), tests::numberedFrame(321));
}

void TstViewerfilm::fullScreenIsTheSameFrame()
{
    int films = 0;
    open([&films] {
        ++films;
        return film600();
    });
    auto *canvas = m_viewer->findChild<ui::PictureCanvas *>();
    timeline()->setValue(123);
    QTRY_COMPARE(onScreen(), 123);
    const int before = films; // the player's and the strip's
    QCOMPARE(before, 2);
    key(Qt::Key_F11);
    auto *screen = m_viewer->findChild<ui::FilmScreen *>();
    QVERIFY(screen && screen->isVisible() && screen->isFullScreen());
    // Nobody need be there to make it large: this is its size without that, too.
    QCOMPARE(screen->normalGeometry(), m_window->screen()->geometry());
    QTRY_COMPARE(screen->geometry(), m_window->screen()->geometry());
    QCOMPARE(m_viewer->findChild<ui::PictureCanvas *>(), canvas);
    QVERIFY(canvas->window() == screen);
    QTRY_VERIFY(canvas->hasFocus());
    QTRY_COMPARE(onScreen(), 123);
    key(Qt::Key_Period); // the keys go on working there, and the bar is there too
    QTRY_COMPARE(onScreen(), 124);
    QVERIFY(m_viewer->findChild<QToolButton *>()->window() == screen);
    canvas->beginRegion();
    QTest::keyClick(canvas, Qt::Key_Escape); // drops the region first
    QVERIFY(!canvas->region());
    QVERIFY(canvas->window() == screen);
    QTest::keyClick(canvas, Qt::Key_Escape);
    QCOMPARE(canvas->window(), m_window.get());
    QVERIFY(canvas->isVisible());
    QTRY_COMPARE(onScreen(), 124);
    QTRY_VERIFY(!m_viewer->findChild<ui::FilmScreen *>());
    QCOMPARE(films, before);
    QTRY_VERIFY(canvas->hasFocus());
    key(Qt::Key_F11);
    QVERIFY(canvas->window() != m_window.get());
    QTest::keyClick(canvas, Qt::Key_F);
    QCOMPARE(canvas->window(), m_window.get());
    QTRY_VERIFY(canvas->hasFocus());
    QTRY_COMPARE(onScreen(), 124);
}

void TstViewerfilm::fullScreenEndsWithTheFilm()
{
    open(film600);
    key(Qt::Key_F11);
    auto *canvas = m_viewer->findChild<ui::PictureCanvas *>();
    QVERIFY(canvas->window() != m_window.get());
    m_viewer->clear();
    QCOMPARE(canvas->window(), m_window.get());
    QTRY_VERIFY(!m_viewer->findChild<ui::FilmScreen *>());
}

void TstViewerfilm::stripAndWaveformArrive()
{
    open(film600, QSize(1000, 560));
    QTRY_COMPARE(timeline()->pictures().size(), 12);
    for (qsizetype n = 0; n < 12; ++n) {
        const ui::FilmFrame &picture = timeline()->pictures().at(n);
        QCOMPARE(picture.index, 50 * n); // key frames, under their own times
        QCOMPARE(picture.ptsUs, ptsOf(50 * n));
        QVERIFY(picture.image.width() <= 160 * m_viewer->devicePixelRatioF());
    }
    QTRY_VERIFY(!timeline()->peaks().isEmpty());
    QCOMPARE(timeline()->peaks().first(), (ui::SoundPeak{-9000, 12000}));
}

void TstViewerfilm::filmLeavesWhileItsStripIsRead()
{
    open([this] { return std::make_unique<tests::KeyedFilm>(600, nullptr, &m_permits); });
    QTRY_COMPARE(m_viewer->findChildren<ui::FilmStrip *>().size(), 1);
    QTRY_VERIFY(m_viewer->findChild<ui::FilmStrip *>()->isRunning());
    QElapsedTimer clock;
    clock.start();
    m_viewer->clear();
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(timeline()->pictures().isEmpty());
    m_permits.release();
    QTRY_VERIFY(m_viewer->findChildren<ui::FilmStrip *>().isEmpty()); // it ended in its own time
    QVERIFY(timeline()->pictures().isEmpty());
}

void TstViewerfilm::saysWhereItIsDamaged()
{
    open(film600);
    QCOMPARE(timeline()->spans(ui::TimelineSpan::Kind::Gap).size(), 1);
    QVERIFY(words("videoSaid").isEmpty());
    timeline()->setValue(100); // 4.080 s of the time stamps: inside
    QTRY_COMPARE(onScreen(), 100);
    QVERIFY(words("videoSaid").contains(QStringLiteral("0:03.920")) && words("videoSaid").contains(QStringLiteral("0:04.420")));
    timeline()->setValue(111); // from 4.520: behind
    QTRY_COMPARE(onScreen(), 111);
    QVERIFY(words("videoSaid").isEmpty());
}

void TstViewerfilm::ticksAreToldAndChosen()
{
    using Kind = ui::TimelineTick::Kind;
    open(film600);
    m_viewer->setTimelineTicks(Kind::Interruption, {{Kind::Interruption, ptsOf(200), QStringLiteral("possible interruption"), QStringLiteral("i1")}});
    m_viewer->setTimelineTicks(Kind::Code, {{Kind::Code, ptsOf(80), QStringLiteral("waybill matches"), QStringLiteral("c1")}});
    QSignalSpy chosen(m_viewer, &ui::ViewerWidget::timelineTickChosen);
    timeline()->setFocus();
    QTest::keyClick(timeline(), Qt::Key_BracketRight);
    QTRY_COMPARE(onScreen(), 80);
    QCOMPARE(words("videoSaid"), QStringLiteral("waybill matches"));
    QTest::keyClick(timeline(), Qt::Key_BracketRight);
    QTRY_COMPARE(onScreen(), 98); // 4.000 s of the time stamps: the hole begins
    QCOMPARE(words("videoSaid").count(QStringLiteral("0:03.920")), 1);
    QTest::keyClick(timeline(), Qt::Key_BracketRight);
    QTRY_COMPARE(onScreen(), 200);
    QTest::keyClick(timeline(), Qt::Key_BracketRight); // there is no further one
    QTest::keyClick(timeline(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(1).toString(), QStringLiteral("i1"));
    QTest::keyClick(timeline(), Qt::Key_BracketLeft);
    QTRY_COMPARE(onScreen(), 98);
    QTest::mouseClick(timeline(), Qt::LeftButton, {}, QPoint(qRound(timeline()->xOf(ptsOf(200))), 5));
    QTRY_COMPARE(onScreen(), 200);
    QCOMPARE(chosen.size(), 2);
    m_viewer->setTimelineTicks(Kind::Interruption, {});
    QVERIFY(words("videoSaid").isEmpty());
}

void TstViewerfilm::allThatIsPointedOutIsReachedByKey()
{
    using Kind = ui::TimelineTick::Kind;
    open(film600);
    m_viewer->setTimelineTicks(Kind::Interruption, {{Kind::Interruption, ptsOf(200), QStringLiteral("sound breaks off"), QStringLiteral("i1")}});
    m_viewer->setTimelineTicks(Kind::Code, {{Kind::Code, ptsOf(200), QStringLiteral("waybill matches"), QStringLiteral("c1")}});
    m_viewer->setTimelineSpans(ui::TimelineSpan::Kind::Mark, {{ui::TimelineSpan::Kind::Mark, ptsOf(300), ptsOf(320), QStringLiteral("seal"), QStringLiteral("7")}});
    QSignalSpy chosen(m_viewer, &ui::ViewerWidget::timelineTickChosen), spans(m_viewer, &ui::ViewerWidget::timelineSpanChosen);
    const auto lastChosen = [&chosen] { return chosen.isEmpty() ? QString() : chosen.last().at(1).toString(); };
    timeline()->setFocus();
    QTest::keyClick(timeline(), Qt::Key_BracketRight); // the hole
    QTRY_COMPARE(onScreen(), 98);
    QTest::keyClick(timeline(), Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(lastChosen(), QStringLiteral("gap 0"));
    QTest::keyClick(timeline(), Qt::Key_BracketRight);
    QTRY_COMPARE(onScreen(), 200);
    QStringList said;
    QTRY_COMPARE((said = timeline()->accessibleDescription().split(QStringLiteral(" · "))).size(), 2); // told apart
    QVERIFY(said.contains(QStringLiteral("sound breaks off")) && said.contains(QStringLiteral("waybill matches")));
    QTest::keyClick(timeline(), Qt::Key_Return);
    QCOMPARE(lastChosen(), QStringLiteral("i1"));
    QTest::keyClick(timeline(), Qt::Key_Return); // two stand here
    QCOMPARE(lastChosen(), QStringLiteral("c1"));
    QTest::keyClick(timeline(), Qt::Key_Return);
    QCOMPARE(lastChosen(), QStringLiteral("i1"));
    QTest::keyClick(timeline(), Qt::Key_BracketRight);
    QTRY_COMPARE(onScreen(), 300); // a marked span begins
    QTest::keyClick(timeline(), Qt::Key_Return);
    QCOMPARE(spans.size(), 1);
    QCOMPARE(spans.at(0).at(0).toString(), QStringLiteral("7"));
    QCOMPARE(chosen.size(), 4);
}

/// With the button held, from @p from to @p to of @p widget.
static void dragOver(QWidget *widget, QPoint from, QPoint to)
{
    QTest::mousePress(widget, Qt::LeftButton, {}, from);
    for (const QPoint place : {(from + to) / 2, to}) {
        QMouseEvent move(QEvent::MouseMove, place, widget->mapToGlobal(place), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(widget, &move);
    }
    QTest::mouseRelease(widget, Qt::LeftButton, {}, to);
}

void TstViewerfilm::ticksAndMarksAreDraggedAway()
{
    using Kind = ui::TimelineTick::Kind;
    open(film600);
    domain::Mark moment;
    moment.id = domain::MarkId(4);
    moment.exhibit = QStringLiteral("B1");
    moment.sha256 = "film";
    moment.shape = domain::MarkShape::Moment;
    moment.film = domain::FilmPlace{400, ptsOf(400), 400, ptsOf(400)};
    m_viewer->setMarks({moment});
    m_viewer->setTimelineTicks(Kind::Interruption, {{Kind::Interruption, ptsOf(200), QStringLiteral("possible interruption"), QStringLiteral("i1")}});
    QSignalSpy chosen(m_viewer, &ui::ViewerWidget::timelineTickChosen), dragged(m_viewer, &ui::ViewerWidget::placeDragWanted);
    const int far = QApplication::startDragDistance() + 10;
    const QPoint tick(qRound(timeline()->xOf(ptsOf(200))), 5);
    dragOver(timeline(), tick, tick + QPoint(0, far));
    QCOMPARE(dragged.size(), 1);
    domain::Citation place;
    place.exhibit = QStringLiteral("B1");
    place.sha256 = "film";
    place.frame = 200;
    place.pts = ptsOf(200);
    QCOMPARE(dragged.last().at(0).value<domain::Citation>(), place);
    const QPoint mark(qRound(timeline()->xOf(ptsOf(400))), 5);
    dragOver(timeline(), mark, mark + QPoint(0, far));
    QCOMPARE(dragged.size(), 2);
    QCOMPARE(dragged.last().at(0).value<domain::Citation>().mark, moment.id);
    QCOMPARE(dragged.last().at(0).value<domain::Citation>().frame, std::optional<qint64>(400));
    QCOMPARE(chosen.size(), 0); // carried, not gone to
    QCOMPARE(onScreen(), 0);
    // From the list of marks as well.
    action("markList")->setChecked(true);
    auto *list = m_viewer->findChild<QListWidget *>(QStringLiteral("markList"));
    QTRY_VERIFY(list->isVisible());
    const QPoint row = list->visualItemRect(list->item(0)).center();
    dragOver(list->viewport(), row, row + QPoint(far, 0));
    QCOMPARE(dragged.size(), 3);
    QCOMPARE(dragged.last().at(0).value<domain::Citation>().mark, moment.id);
    QTRY_COMPARE(onScreen(), 0);
}

void TstViewerfilm::watchedStretchesAreShownAndTold()
{
    open(film600);
    QSignalSpy watched(m_viewer, &ui::ViewerWidget::filmWatched);
    m_viewer->setTimelineSpans(ui::TimelineSpan::Kind::Watched, {{ui::TimelineSpan::Kind::Watched, ptsOf(400), ptsOf(450), {}, {}}});
    key(Qt::Key_Space);
    QTRY_VERIFY(frame() >= 5);
    key(Qt::Key_Space);
    QVERIFY(!watched.isEmpty());
    QCOMPARE(watched.at(0).at(0).toString(), QStringLiteral("B1"));
    QCOMPARE(watched.at(0).at(1).toLongLong(), ptsOf(0));
    const QList<ui::TimelineSpan> spans = timeline()->spans(ui::TimelineSpan::Kind::Watched);
    QVERIFY(spans.size() >= 2);
    QCOMPARE(spans.first().fromUs, ptsOf(0));
    QCOMPARE(spans.last().toUs, ptsOf(450));
}

void TstViewerfilm::narrowBarFoldsIntoItsMenu()
{
    open(film600, QSize(450, 520));
    auto *more = m_viewer->findChild<QAction *>(QStringLiteral("videoMore"));
    ui::ViewBar *bar = nullptr;
    QToolButton *moreButton = nullptr;
    for (QToolButton *button : m_viewer->findChildren<QToolButton *>()) {
        if (button->defaultAction() == more) {
            moreButton = button;
            bar = qobject_cast<ui::ViewBar *>(button->parentWidget());
        }
    }
    QVERIFY(bar && moreButton->isVisible());
    QTRY_COMPARE(bar->window()->width(), 450);
    QVERIFY(bar->width() <= 450);
    Q_EMIT moreButton->menu()->aboutToShow();
    QStringList missing;
    for (QToolButton *button : bar->findChildren<QToolButton *>()) {
        const bool whole = button->isVisible() && bar->rect().contains(button->geometry());
        if (!whole && button->defaultAction()->isVisible() && !moreButton->menu()->actions().contains(button->defaultAction()))
            missing.append(button->defaultAction()->objectName());
    }
    QCOMPARE(missing, QStringList());
    for (const char *name : {"videoPlay", "videoStepBack", "videoStepForward"}) {
        const auto buttons = bar->findChildren<QToolButton *>();
        QVERIFY(std::ranges::any_of(buttons, [&](QToolButton *button) { return button->defaultAction() == action(name) && button->isVisible(); }));
    }
    // Nothing stands out of the pane.
    for (QWidget *widget : m_viewer->findChildren<QWidget *>()) {
        if (widget->isVisible() && !widget->isWindow())
            QVERIFY2(widget->mapTo(m_viewer, QPoint(widget->width(), 0)).x() <= 450, qPrintable(widget->objectName()));
    }
}

void TstViewerfilm::allThatTakesTheKeyboardHasAName()
{
    open(film600);
    for (QWidget *widget : m_viewer->findChildren<QWidget *>()) {
        const bool taken = widget->focusPolicy() != Qt::NoFocus && widget->isVisible() && !widget->focusProxy();
        if (taken && !widget->inherits("QMenu"))
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName() + u' ' + QString::fromLatin1(widget->metaObject()->className())));
    }
}

QObject *make_tst_viewerfilm();
QObject *make_tst_viewerfilm()
{
    return new TstViewerfilm;
}

#include "tst_viewerfilm.moc"
