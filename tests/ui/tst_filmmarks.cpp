// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeevidence.h"

#include "../../ui/viewing/picturecanvas.h"

#include <ui/viewers.h>

#include <QtGui/QAction>
#include <QtGui/QMouseEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>

#include <algorithm>

using namespace arb;
using Shape = domain::MarkShape;

/// Marks on a film belong to its frames: made there, shown there only, found again to the frame. The fake film has 25 frames a
/// second from 80 ms on.
class TstFilmmarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void momentHasTitleAndNote();
    void fieldsLeaveWhatIsMarkedInSight_data();
    void fieldsLeaveWhatIsMarkedInSight();
    void spanIsMadeByTwoKeys();
    void spanBackwardsIsInOrder();
    void shapeShowsOnItsFrameOnly();
    void pickingFliesToTheFrame();
    void spanOnShowIsTheCitation();
    void markingHoldsTheFilmStill();
    void noteBeingTypedOutlivesTheFilm();

private:
    QAction *action(const char *name) const { return m_viewer->findChild<QAction *>(QString::fromLatin1(name)); }
    void goToFrame(qint64 frame);
    void draw(QPointF from, QPointF to) const;
    domain::Mark madeBy(const std::function<void()> &act) const;
    QLineEdit *field(const char *name) const { return m_viewer->findChild<QLineEdit *>(QString::fromLatin1(name)); }

    std::unique_ptr<tests::FakeLoader> m_loader;
    std::unique_ptr<QWidget> m_window;
    ui::ViewerWidget *m_viewer = nullptr;
    ui::PictureCanvas *m_canvas = nullptr;
};

static domain::FilmPlace frames(qint64 first, qint64 last)
{
    return {first, 80'000 + first * 40'000, last, 80'000 + last * 40'000};
}

static domain::Mark filmMark(qint64 id, Shape shape, const QList<QPoint> &points, const domain::FilmPlace &place)
{
    domain::Mark mark;
    mark.id = domain::MarkId(id);
    mark.exhibit = QStringLiteral("B1");
    mark.sha256 = "film";
    mark.shape = shape;
    mark.points = points;
    mark.film = place;
    mark.note = QStringLiteral("seal\nbroken already");
    return mark;
}

void TstFilmmarks::init()
{
    m_loader = std::make_unique<tests::FakeLoader>();
    m_loader->films = {{"film", 500}, {"other", 300}};
    m_window = std::make_unique<QWidget>();
    m_window->resize(700, 500);
    m_window->show();
    m_viewer = ui::findViewer(QStringLiteral("video"))->create(*m_loader, m_window.get());
    m_viewer->setGeometry(0, 0, 700, 500);
    m_viewer->QWidget::show();
    m_canvas = m_viewer->findChild<ui::PictureCanvas *>();
    ui::EvidenceRef ref;
    ref.exhibitId = QStringLiteral("B1");
    ref.sha256 = "film";
    ref.kind = domain::ExhibitKind::Video;
    QSignalSpy seen(m_viewer, &ui::ViewerWidget::seen);
    m_viewer->show(ref);
    QVERIFY(seen.count() > 0 || seen.wait(5000));
    m_window->activateWindow();
    m_canvas->setFocus();
}

void TstFilmmarks::cleanup()
{
    m_window.reset();
    m_loader.reset();
}

void TstFilmmarks::goToFrame(qint64 frame)
{
    domain::Citation place;
    place.exhibit = QStringLiteral("B1");
    place.frame = frame;
    m_viewer->goTo(place, {});
    QTRY_COMPARE(m_viewer->property("frameIndex").toLongLong(), frame);
}

domain::Mark TstFilmmarks::madeBy(const std::function<void()> &act) const
{
    QSignalSpy made(m_viewer, &ui::ViewerWidget::markMade);
    act();
    return made.count() == 1 ? made.first().first().value<domain::Mark>() : domain::Mark();
}

void TstFilmmarks::momentHasTitleAndNote()
{
    goToFrame(31);
    const domain::Mark mark = madeBy([this] {
        action("markMoment")->trigger();
        QVERIFY(field("markNote")->isVisible() && field("markMore")->isVisible());
        QTest::keyClicks(field("markNote"), QStringLiteral("Seal"));
        QTest::keyClick(field("markNote"), Qt::Key_Tab);
        QVERIFY(field("markNote")->isVisible()); // the other field is no turning away
        QTest::keyClicks(field("markMore"), QStringLiteral("cut before"));
        QTest::keyClick(field("markMore"), Qt::Key_Return);
    });
    QCOMPARE(mark.exhibit, QStringLiteral("B1"));
    QCOMPARE(mark.shape, Shape::Moment);
    QVERIFY(mark.points.isEmpty());
    QCOMPARE(mark.film, std::optional(frames(31, 31)));
    QCOMPARE(mark.note, QStringLiteral("Seal\ncut before"));
    QVERIFY(!field("markNote")->isVisible() && !field("markMore")->isVisible());
}

/// With the pointer, in places of the pane.
void TstFilmmarks::draw(QPointF from, QPointF to) const
{
    const auto send = [this](QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, m_canvas->mapToGlobal(at), button, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(m_canvas, &event);
    };
    send(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
    send(QEvent::MouseMove, to, Qt::NoButton, Qt::LeftButton);
    send(QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton);
}

void TstFilmmarks::fieldsLeaveWhatIsMarkedInSight_data()
{
    QTest::addColumn<QRect>("region"); // of the frame, which is 320 by 180
    QTest::newRow("upper left") << QRect(5, 5, 60, 40);
    QTest::newRow("lower left") << QRect(5, 130, 60, 45);
    QTest::newRow("lower right") << QRect(250, 130, 65, 45);
    QTest::newRow("all of the lower half") << QRect(2, 95, 316, 83);
    QTest::newRow("all of the left") << QRect(2, 2, 100, 176);
    QTest::newRow("all of the right") << QRect(200, 2, 118, 176);
}

void TstFilmmarks::fieldsLeaveWhatIsMarkedInSight()
{
    QFETCH(QRect, region);
    m_canvas->setTool(Shape::Rectangle);
    const QRectF marked = m_canvas->toWidget().mapRect(QRectF(region));
    draw(marked.topLeft() + QPointF(1, 1), marked.bottomRight() - QPointF(1, 1));
    QVERIFY(field("markNote")->isVisible() && field("markMore")->isVisible());
    for (const char *name : {"markNote", "markMore"}) {
        const QRect place = field(name)->geometry();
        QVERIFY2(m_canvas->rect().contains(place), name);
        QVERIFY2(!QRectF(place).intersects(marked), name);
    }
    QTest::keyClick(field("markNote"), Qt::Key_Escape);
    action("markMoment")->trigger(); // of the whole frame: somewhere it has to be
    QVERIFY(m_canvas->rect().contains(field("markNote")->geometry()) && m_canvas->rect().contains(field("markMore")->geometry()));
    QTest::keyClick(field("markNote"), Qt::Key_Escape);
}

void TstFilmmarks::spanIsMadeByTwoKeys()
{
    goToFrame(10);
    QVERIFY(!action("markSpanEnd")->isEnabled());
    QTest::keyClick(m_canvas, Qt::Key_BracketLeft, Qt::AltModifier);
    QVERIFY(action("markSpanBegin")->isChecked());
    // 10 * 40 ms after the first frame.
    QVERIFY(m_viewer->findChild<QLabel *>(QStringLiteral("markQuestion"))->text().contains(QStringLiteral("0:00.400")));
    goToFrame(35);
    const domain::Mark mark = madeBy([this] {
        QTest::keyClick(m_canvas, Qt::Key_BracketRight, Qt::AltModifier);
        QTest::keyClick(field("markNote"), Qt::Key_Return);
    });
    QCOMPARE(mark.film, std::optional(frames(10, 35)));
    QCOMPARE(mark.shape, Shape::Moment);
    QVERIFY(!action("markSpanBegin")->isChecked());
    QVERIFY(!action("markSpanEnd")->isEnabled());
}

void TstFilmmarks::spanBackwardsIsInOrder()
{
    goToFrame(35);
    action("markSpanBegin")->trigger();
    goToFrame(10);
    const domain::Mark mark = madeBy([this] {
        action("markSpanEnd")->trigger();
        QTest::keyClick(field("markNote"), Qt::Key_Return);
    });
    QCOMPARE(mark.film, std::optional(frames(10, 35)));
}

void TstFilmmarks::shapeShowsOnItsFrameOnly()
{
    m_viewer->setMarks({filmMark(5, Shape::Rectangle, {{20, 60}, {300, 160}}, frames(20, 22)), filmMark(6, Shape::Moment, {}, frames(7, 7))});
    const auto isDrawn = [this](qint64 frame, domain::MarkId id) {
        goToFrame(frame);
        return std::ranges::any_of(m_canvas->marks(), [id](const ui::NumberedMark &mark) { return mark.mark.id == id; });
    };
    for (const auto &[frame, drawn] : std::initializer_list<std::pair<qint64, bool>>{{19, false}, {20, true}, {21, true}, {22, true}, {23, false}})
        QVERIFY2(isDrawn(frame, domain::MarkId(5)) == drawn, qPrintable(QString::number(frame)));
    QVERIFY(isDrawn(7, domain::MarkId(6)));
    QVERIFY(!isDrawn(8, domain::MarkId(6)));
}

void TstFilmmarks::pickingFliesToTheFrame()
{
    m_viewer->setMarks({filmMark(5, Shape::Rectangle, {{20, 60}, {200, 160}}, frames(40, 40)), filmMark(6, Shape::Moment, {}, frames(80, 120))});
    auto *list = m_viewer->findChild<QListWidget *>(QStringLiteral("markList"));
    // The title first: where the list is narrow, the end is what is cut off. 40 * 40 ms.
    QCOMPARE(list->item(0)->text(), QStringLiteral("1 · seal · 0:01.600 · Rectangle · broken already"));
    QCOMPARE(list->item(1)->text(), QStringLiteral("2 · seal · 0:03.200–0:04.800 · Span · broken already"));
    QCOMPARE(list->item(1)->toolTip(), list->item(1)->text());
    Q_EMIT list->itemActivated(list->item(1));
    QTRY_COMPARE(m_viewer->property("frameIndex").toLongLong(), 80);
    QTRY_COMPARE(m_canvas->chosenMark(), domain::MarkId(6));
    const auto cited = m_viewer->currentCitation();
    QVERIFY(cited && !cited->region);
    QCOMPARE(cited->mark, domain::MarkId(6));
    QCOMPARE(cited->frame, std::optional<qint64>(80));
    QCOMPARE(cited->ptsEnd, std::optional<qint64>(80'000 + 120 * 40'000));
    Q_EMIT list->itemActivated(list->item(0));
    QTRY_COMPARE(m_viewer->property("frameIndex").toLongLong(), 40);
    QTRY_COMPARE(m_canvas->chosenMark(), domain::MarkId(5));
    QCOMPARE(m_viewer->currentCitation()->region, std::optional(QRect(20, 60, 180, 100)));
    QVERIFY(!m_viewer->currentCitation()->frameEnd);
}

void TstFilmmarks::spanOnShowIsTheCitation()
{
    goToFrame(3);
    action("markSpanBegin")->trigger();
    goToFrame(9);
    const auto cited = m_viewer->currentCitation();
    QVERIFY(cited);
    QCOMPARE(cited->frame, std::optional<qint64>(3));
    QCOMPARE(cited->pts, std::optional<qint64>(200'000));
    QCOMPARE(cited->frameEnd, std::optional<qint64>(9));
    QCOMPARE(cited->ptsEnd, std::optional<qint64>(440'000));
    action("markSpanBegin")->trigger(); // drops it
    QVERIFY(!m_viewer->currentCitation()->frameEnd);
    QCOMPARE(m_viewer->currentCitation()->frame, std::optional<qint64>(9));
}

void TstFilmmarks::markingHoldsTheFilmStill()
{
    action("videoPlay")->trigger();
    QVERIFY(m_viewer->transport()->playing);
    action("markMoment")->trigger();
    QVERIFY(!m_viewer->transport()->playing);
    QTest::keyClick(field("markNote"), Qt::Key_Escape);
}

void TstFilmmarks::noteBeingTypedOutlivesTheFilm()
{
    goToFrame(12);
    const domain::Mark mark = madeBy([this] {
        action("markMoment")->trigger();
        QTest::keyClicks(field("markNote"), QStringLiteral("half"));
        ui::EvidenceRef other;
        other.exhibitId = QStringLiteral("B2");
        other.sha256 = "other";
        other.kind = domain::ExhibitKind::Video;
        m_viewer->show(other);
    });
    QCOMPARE(mark.exhibit, QStringLiteral("B1"));
    QCOMPARE(mark.film, std::optional(frames(12, 12)));
    QCOMPARE(mark.note, QStringLiteral("half"));
}

QObject *make_tst_filmmarks();
QObject *make_tst_filmmarks()
{
    return new TstFilmmarks;
}

#include "tst_filmmarks.moc"
