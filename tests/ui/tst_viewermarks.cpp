// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeevidence.h"

#include "../../ui/viewing/markdraft.h"
#include "../../ui/viewing/markpainting.h"
#include "../../ui/viewing/picturecanvas.h"

#include <ui/viewers.h>

#include <QtGui/QAction>
#include <QtGui/QMouseEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>

using namespace arb;
using Shape = domain::MarkShape;

/// Marks on pictures and pages: made with the pointer and by keyboard in whole pixels, found again, cited and removed.
class TstViewermarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void drawnWithThePointer_data();
    void drawnWithThePointer();
    void madeByKeyboard_data();
    void madeByKeyboard();
    void slipOfTheHandIsNoMark();
    void escapeDropsIt();
    void textMustSaySomething();
    void turningAwayKeepsTheNote();
    void draftStaysInsideThePicture();
    void longStrokesGetCoarser();
    void clickFindsTheMark();
    void markIsSeenOnThePicture();
    void tagsStayInThePane();
    void chosenMarkIsTheCitation();
    void marksOfOtherBytesAreToldOf();
    void removalIsAskedFirst();
    void measuresAreCompared();
    void whatWasJustDrawnIsCited();
    void pageIsInTheMark();

private:
    struct Made
    {
        Shape shape;
        QList<QPoint> points;
        QString note;
    };
    void showPicture(QSize picture, const ui::ViewState &state);
    void drag(const QList<QPointF> &way);
    ui::ViewerWidget *open(const QString &code, const QByteArray &digest);

    std::unique_ptr<tests::FakeLoader> m_loader;
    std::unique_ptr<QWidget> m_window;
    ui::PictureCanvas *m_canvas = nullptr;
    QList<Made> m_made;
};

static ui::ViewState viewAt(QPointF center, double zoom = 1.0, double rotation = 0.0)
{
    ui::ViewState state;
    state.center = center;
    state.zoom = zoom;
    state.rotation = rotation;
    state.fit = domain::ViewFit::Free;
    return state;
}

static domain::Mark markOf(qint64 id, Shape shape, const QList<QPoint> &points, const QByteArray &sha256 = "photo")
{
    domain::Mark mark;
    mark.id = domain::MarkId(id);
    mark.exhibit = QStringLiteral("B1");
    mark.sha256 = sha256;
    mark.shape = shape;
    mark.points = points;
    mark.note = QStringLiteral("crack here");
    mark.byName = QStringLiteral("Lin");
    return mark;
}

void TstViewermarks::init()
{
    m_loader = std::make_unique<tests::FakeLoader>();
    QImage photo(400, 300, QImage::Format_RGB32);
    photo.fill(QColor(60, 70, 80));
    m_loader->pictures.insert("photo", tests::FakeLoader::fullPicture(photo));
    QImage sheet(300, 400, QImage::Format_RGB32);
    sheet.fill(Qt::white);
    m_loader->documents.insert("pdf", {tests::FakeLoader::fullPicture(sheet), tests::FakeLoader::fullPicture(sheet)});
    m_window = std::make_unique<QWidget>();
    m_window->resize(700, 500);
    m_canvas = new ui::PictureCanvas(m_window.get());
    m_made.clear();
    connect(m_canvas, &ui::PictureCanvas::markMade, this,
            [this](Shape shape, const QList<QPoint> &points, const QString &note) { m_made.append({shape, points, note}); });
}

void TstViewermarks::cleanup()
{
    m_window.reset();
    m_loader.reset();
}

/// In a pane of 400 x 300.
void TstViewermarks::showPicture(QSize picture, const ui::ViewState &state)
{
    QImage image(picture, QImage::Format_RGB32);
    image.fill(QColor(60, 70, 80));
    m_canvas->setGeometry(0, 0, 400, 300);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_canvas->setPicture({image}, picture, 1.0, false);
    m_canvas->setViewState(state);
}

/// Pressed at the first point, released at the last.
void TstViewermarks::drag(const QList<QPointF> &way)
{
    const auto send = [this](QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, m_canvas->mapToGlobal(at), button, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(m_canvas, &event);
    };
    send(QEvent::MouseButtonPress, way.first(), Qt::LeftButton, Qt::LeftButton);
    for (qsizetype n = 1; n < way.size(); ++n)
        send(QEvent::MouseMove, way.at(n), Qt::NoButton, Qt::LeftButton);
    send(QEvent::MouseButtonRelease, way.last(), Qt::LeftButton, Qt::NoButton);
}

ui::ViewerWidget *TstViewermarks::open(const QString &code, const QByteArray &digest)
{
    m_canvas->hide();
    ui::ViewerWidget *viewer = ui::findViewer(code)->create(*m_loader, m_window.get());
    viewer->setGeometry(m_window->rect());
    m_window->show();
    viewer->QWidget::show();
    QSignalSpy seen(viewer, &ui::ViewerWidget::seen);
    ui::EvidenceRef ref;
    ref.exhibitId = QStringLiteral("B1");
    ref.sha256 = digest;
    ref.kind = code == u"document" ? domain::ExhibitKind::Document : domain::ExhibitKind::Image;
    viewer->show(ref);
    if (!seen.wait(5000))
        qWarning("the evidence was not shown");
    return viewer;
}

void TstViewermarks::drawnWithThePointer_data()
{
    QTest::addColumn<double>("rotation");
    QTest::addColumn<bool>("mirrored");
    QTest::addColumn<QPoint>("first");
    QTest::addColumn<QPoint>("last");
    // A picture of 200 x 200 whose middle is at (200, 150) in the pane. From (160.5, 120.5), which is 39.5 to the left and
    // 29.5 above, to (230.5, 170.5), which is 30.5 to the right and 20.5 below.
    QTest::newRow("upright") << 0.0 << false << QPoint(60, 70) << QPoint(130, 120);
    QTest::newRow("mirrored") << 0.0 << true << QPoint(139, 70) << QPoint(69, 120);
    QTest::newRow("a quarter") << 90.0 << false << QPoint(70, 139) << QPoint(120, 69);
    QTest::newRow("half") << 180.0 << false << QPoint(139, 129) << QPoint(69, 79);
    QTest::newRow("mirrored, then a quarter") << 90.0 << true << QPoint(129, 139) << QPoint(79, 69);
}

void TstViewermarks::drawnWithThePointer()
{
    QFETCH(double, rotation);
    QFETCH(bool, mirrored);
    QFETCH(QPoint, first);
    QFETCH(QPoint, last);
    ui::ViewState state = viewAt(QPointF(100, 100), 1.0, rotation);
    state.mirrored = mirrored;
    showPicture(QSize(200, 200), state);
    m_canvas->setTool(Shape::Arrow);
    drag({QPointF(160.5, 120.5), QPointF(200.5, 130.5), QPointF(230.5, 170.5)});
    auto *note = m_canvas->findChild<QLineEdit *>(QStringLiteral("markNote"));
    QVERIFY(note->isVisible() && note->hasFocus());
    QCOMPARE(m_made.size(), 0);
    QTest::keyClicks(note, QStringLiteral("scratch"));
    QTest::keyClick(note, Qt::Key_Return);
    QCOMPARE(m_made.size(), 1);
    QCOMPARE(m_made.first().shape, Shape::Arrow);
    QCOMPARE(m_made.first().points, (QList<QPoint>{first, last}));
    QCOMPARE(m_made.first().note, QStringLiteral("scratch"));
    QVERIFY(!m_canvas->tool());
    QVERIFY(m_canvas->hasFocus());
}

void TstViewermarks::madeByKeyboard_data()
{
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<QList<QPoint>>("points");
    // It stands ready in a quarter of the pane: from (150, 112.5) to (250, 187.5). Then 8 to the right, and 8 larger downwards.
    QTest::newRow("rectangle") << Shape::Rectangle << QList<QPoint>{{158, 112}, {257, 195}};
    QTest::newRow("ellipse") << Shape::Ellipse << QList<QPoint>{{158, 112}, {257, 195}};
    QTest::newRow("arrow") << Shape::Arrow << QList<QPoint>{{158, 149}, {257, 157}};
    QTest::newRow("measure") << Shape::Measure << QList<QPoint>{{158, 149}, {257, 157}};
    QTest::newRow("freehand grows") << Shape::Freehand << QList<QPoint>{{158, 149}, {257, 149}, {257, 157}};
}

void TstViewermarks::madeByKeyboard()
{
    QFETCH(Shape, shape);
    QFETCH(QList<QPoint>, points);
    showPicture(QSize(400, 300), viewAt(QPointF(200, 150)));
    m_canvas->setTool(shape);
    const ui::ViewState before = m_canvas->viewState();
    QTest::keyClick(m_canvas, Qt::Key_Right);
    QTest::keyClick(m_canvas, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_canvas->viewState(), before); // the picture did not move
    QTest::keyClick(m_canvas, Qt::Key_Return);
    auto *note = m_canvas->findChild<QLineEdit *>(QStringLiteral("markNote"));
    QVERIFY(note->hasFocus());
    QTest::keyClick(note, Qt::Key_Return); // no note
    QCOMPARE(m_made.size(), 1);
    QCOMPARE(m_made.first().points, points);
    QVERIFY(m_made.first().note.isEmpty());
    QTest::keyClick(m_canvas, Qt::Key_Right); // nothing chosen: the picture moves again
    QVERIFY(m_canvas->viewState() != before);
}

void TstViewermarks::slipOfTheHandIsNoMark()
{
    showPicture(QSize(400, 300), viewAt(QPointF(200, 150)));
    m_canvas->setTool(Shape::Rectangle);
    drag({QPointF(50.5, 50.5), QPointF(51.5, 50.5)});
    QVERIFY(m_canvas->findChild<QLineEdit *>(QStringLiteral("markNote"))->isHidden());
    QCOMPARE(m_canvas->tool(), std::optional(Shape::Rectangle));
    QCOMPARE(m_made.size(), 0);
    drag({QPointF(50.5, 50.5), QPointF(150.5, 50.5)}); // as level as a line: a box of no height
    QVERIFY(m_canvas->findChild<QLineEdit *>(QStringLiteral("markNote"))->isHidden());
    QCOMPARE(m_canvas->tool(), std::optional(Shape::Rectangle));
    // So large that the way of the pointer lies within one pixel of the picture.
    m_canvas->setViewState(viewAt(QPointF(200.5, 150.5), 64.0));
    for (const Shape shape : {Shape::Arrow, Shape::Measure, Shape::Freehand}) {
        m_canvas->setTool(shape);
        drag({QPointF(180.5, 150.5), QPointF(215.5, 150.5)});
        QVERIFY(m_canvas->findChild<QLineEdit *>(QStringLiteral("markNote"))->isHidden());
    }
    QCOMPARE(m_made.size(), 0);
}

void TstViewermarks::escapeDropsIt()
{
    showPicture(QSize(400, 300), viewAt(QPointF(200, 150)));
    m_canvas->setTool(Shape::Ellipse);
    QTest::keyClick(m_canvas, Qt::Key_Escape);
    QVERIFY(!m_canvas->tool());
    m_canvas->setTool(Shape::Ellipse);
    drag({QPointF(50.5, 50.5), QPointF(90.5, 90.5)});
    auto *note = m_canvas->findChild<QLineEdit *>(QStringLiteral("markNote"));
    QTest::keyClicks(note, QStringLiteral("no"));
    QTest::keyClick(note, Qt::Key_Escape);
    QVERIFY(note->isHidden());
    QCOMPARE(m_made.size(), 0);
}

void TstViewermarks::textMustSaySomething()
{
    showPicture(QSize(400, 300), viewAt(QPointF(200, 150)));
    m_canvas->setTool(Shape::Text);
    drag({QPointF(70.5, 80.5)});
    auto *note = m_canvas->findChild<QLineEdit *>(QStringLiteral("markNote"));
    QTest::keyClick(note, Qt::Key_Return);
    QVERIFY(note->isVisible());
    QCOMPARE(m_made.size(), 0);
    QTest::keyClicks(note, QStringLiteral("  serial number  "));
    QTest::keyClick(note, Qt::Key_Return);
    QCOMPARE(m_made.size(), 1);
    QCOMPARE(m_made.first().points, QList<QPoint>{QPoint(70, 80)});
    QCOMPARE(m_made.first().note, QStringLiteral("serial number"));
}

void TstViewermarks::turningAwayKeepsTheNote()
{
    auto *elsewhere = new QLineEdit(m_window.get());
    elsewhere->setGeometry(450, 10, 100, 30);
    showPicture(QSize(400, 300), viewAt(QPointF(200, 150)));
    m_canvas->setTool(Shape::Rectangle);
    QTest::keyClick(m_canvas, Qt::Key_Return);
    auto *note = m_canvas->findChild<QLineEdit *>(QStringLiteral("markNote"));
    QTest::keyClicks(note, QStringLiteral("half a sen"));
    elsewhere->setFocus();
    QCOMPARE(m_made.size(), 1);
    QCOMPARE(m_made.first().note, QStringLiteral("half a sen"));
    QVERIFY(elsewhere->hasFocus());
    // Another picture comes while a note is being typed.
    m_canvas->setTool(Shape::Rectangle);
    QTest::keyClick(m_canvas, Qt::Key_Return);
    QTest::keyClicks(note, QStringLiteral("more"));
    m_canvas->clear();
    QCOMPARE(m_made.size(), 2);
    QCOMPARE(m_made.last().note, QStringLiteral("more"));
}

void TstViewermarks::draftStaysInsideThePicture()
{
    ui::MarkDraft draft(Shape::Rectangle, QPoint(10, 10), QSize(100, 80));
    QVERIFY(!draft.isComplete());
    draft.drag(QPoint(30, 30));
    draft.move(QPoint(-50, 5));
    QCOMPARE(draft.points(), (QList<QPoint>{{0, 15}, {20, 35}})); // it kept its size
    draft.move(QPoint(500, 500));
    QCOMPARE(draft.points(), (QList<QPoint>{{79, 59}, {99, 79}}));
    draft.stretch(QPoint(9, -100));
    QCOMPARE(draft.points(), (QList<QPoint>{{79, 59}, {99, 0}}));
    draft.drag(QPoint(-7, 900));
    QCOMPARE(draft.points(), (QList<QPoint>{{79, 59}, {0, 79}}));
}

void TstViewermarks::longStrokesGetCoarser()
{
    ui::MarkDraft draft(Shape::Freehand, QPoint(0, 0), QSize(5000, 10));
    for (int x = 1; x < 5000; ++x)
        draft.drag(QPoint(x, x % 2));
    QVERIFY(draft.points().size() <= 2000);
    QVERIFY(draft.points().size() > 500);
    QCOMPARE(draft.points().first(), QPoint(0, 0));
    QCOMPARE(draft.points().last(), QPoint(4999, 1));
}

void TstViewermarks::clickFindsTheMark()
{
    showPicture(QSize(400, 300), viewAt(QPointF(200, 150)));
    m_canvas->setMarks({{markOf(7, Shape::Rectangle, {{100, 100}, {200, 200}}), 1}, {markOf(8, Shape::Arrow, {{300, 100}, {350, 150}}), 2},
                        {markOf(9, Shape::Freehand, {{20, 250}, {60, 250}, {60, 290}}), 3}});
    const auto click = [this](QPointF at) {
        drag({at});
        return m_canvas->chosenMark().value();
    };
    QCOMPARE(click(QPointF(100.5, 150.5)), 7); // on its left edge
    QCOMPARE(click(QPointF(150.5, 150.5)), 0); // inside is the picture
    QCOMPARE(click(QPointF(325.5, 125.5)), 8);
    QCOMPARE(click(QPointF(60.5, 270.5)), 9);
    QCOMPARE(click(QPointF(110.5, 92.5)), 7); // on its label
    QTest::keyClick(m_canvas, Qt::Key_Escape);
    QVERIFY(m_canvas->chosenMark().isNull());
    click(QPointF(325.5, 125.5));
    m_canvas->setMarks({}); // somebody removed it
    QVERIFY(m_canvas->chosenMark().isNull());
}

void TstViewermarks::markIsSeenOnThePicture()
{
    showPicture(QSize(400, 300), viewAt(QPointF(200, 150)));
    m_canvas->setMarks({{markOf(7, Shape::Measure, {{100, 150}, {200, 150}}), 1}});
    const QColor line = m_canvas->grab().toImage().pixelColor(150, 150);
    QVERIFY2(line.red() > 200 && line.blue() > 150, qPrintable(line.name()));
    m_canvas->chooseMark(domain::MarkId(7));
    QCOMPARE(m_canvas->grab().toImage().pixelColor(150, 150), QColor(Qt::white));
    QCOMPARE(ui::markLabel({markOf(7, Shape::Measure, {{100, 150}, {200, 150}}), 3}), QStringLiteral("3 · 100.0 px · crack here"));
}

void TstViewermarks::tagsStayInThePane()
{
    QImage image(400, 300, QImage::Format_RGB32);
    QPainter painter(&image);
    const QSizeF pane(image.size());
    const QString words = QStringLiteral("12 · a scratch along the edge");
    const auto paintTag = [&](const QRectF &shape) {
        QList<QRectF> alone;
        return ui::paintTag(painter, shape, pane, words, alone);
    };
    const QRectF inside = paintTag({100, 100, 50, 50});
    QCOMPARE(inside.left(), 99.0);
    QVERIFY(inside.bottom() <= 100.0);
    const QList<QRectF> atTheEdge{{390, 100, 30, 20}, {-20, 100, 40, 40}, {100, -10, 50, 20}, {100, -10, 50, 400}, {350, 290, 100, 100}, {-50, -50, 600, 500}, {}};
    for (const QRectF &shape : atTheEdge) {
        const QRectF tag = paintTag(shape);
        QVERIFY2(QRectF(QPointF(), pane).contains(tag), qPrintable(QStringLiteral("%1, %2").arg(tag.x()).arg(tag.y())));
    }
    const QRectF away = paintTag({500, 100, 20, 20});
    QVERIFY(!QRectF(QPointF(), pane).intersects(away)); // nothing hints at what is not in view
    // Two that would stand in the same corner do not cover each other.
    QList<QRectF> tags;
    for (const QRectF &shape : {QRectF(390, 100, 30, 20), QRectF(385, 100, 30, 20), QRectF(380, 104, 30, 20)})
        ui::paintTag(painter, shape, pane, words, tags);
    QCOMPARE(tags.size(), 3);
    QVERIFY(!tags[0].intersects(tags[1]) && !tags[0].intersects(tags[2]) && !tags[1].intersects(tags[2]));
    QVERIFY(tags[0].top() < tags[1].top() && tags[1].top() < tags[2].top());
    // Where it is seen it is clicked.
    showPicture(QSize(400, 300), viewAt(QPointF(200, 150)));
    m_canvas->setMarks({{markOf(7, Shape::Rectangle, {{380, 100}, {395, 120}}), 1}});
    drag({QPointF(330.5, 92.5)});
    QCOMPARE(m_canvas->chosenMark(), domain::MarkId(7));
}

void TstViewermarks::chosenMarkIsTheCitation()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "photo");
    auto *canvas = viewer->findChild<ui::PictureCanvas *>();
    domain::Mark mark = markOf(7, Shape::Rectangle, {{100, 100}, {200, 200}});
    mark.view.rotation = 45.0;
    mark.view.tone.inverted = true;
    viewer->setMarks({mark});
    QVERIFY(viewer->currentCitation()->mark.isNull());
    auto *list = viewer->findChild<QListWidget *>(QStringLiteral("markList"));
    QCOMPARE(list->count(), 1);
    QCOMPARE(list->item(0)->text(), QStringLiteral("1 · Rectangle · crack here · Lin"));
    QSignalSpy chosen(viewer, &ui::ViewerWidget::markChosen);
    Q_EMIT list->itemActivated(list->item(0));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(canvas->chosenMark(), mark.id);
    QVERIFY(QRectF(canvas->rect()).contains(canvas->toWidget().mapRect(QRectF(mark.bounds()))));
    const domain::Citation citation = *viewer->currentCitation();
    QCOMPARE(citation.mark, mark.id);
    QCOMPARE(citation.region.value_or(QRect()), mark.bounds());
    QVERIFY(!citation.page);
    QCOMPARE(citation.view.value_or(ui::ViewState{}), mark.view);
    canvas->chooseMark({});
    canvas->turnTo(0.0);
    viewer->goTo(citation, QStringLiteral("1")); // as a click on the citation elsewhere does
    QCOMPARE(canvas->chosenMark(), mark.id);
    QCOMPARE(canvas->viewState().rotation, 45.0);
    QVERIFY(canvas->viewState().tone.inverted);
}

void TstViewermarks::marksOfOtherBytesAreToldOf()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "photo");
    auto *notice = viewer->findChild<QLabel *>(QStringLiteral("viewerNotice"));
    viewer->setMarks({markOf(6, Shape::Rectangle, {{1, 1}, {9, 9}}, "earlier"), markOf(7, Shape::Rectangle, {{10, 10}, {90, 90}})});
    QVERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(QStringLiteral("another file")));
    auto *list = viewer->findChild<QListWidget *>(QStringLiteral("markList"));
    QCOMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().startsWith(QStringLiteral("2 · "))); // numbers do not depend on what is drawn
    viewer->setMarks({markOf(7, Shape::Rectangle, {{10, 10}, {90, 90}})});
    QVERIFY(!notice->isVisible());
}

void TstViewermarks::removalIsAskedFirst()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "photo");
    auto *canvas = viewer->findChild<ui::PictureCanvas *>();
    auto *remove = viewer->findChild<QAction *>(QStringLiteral("markRemove"));
    auto *question = viewer->findChild<QLabel *>(QStringLiteral("markQuestion"));
    viewer->setMarks({markOf(7, Shape::Rectangle, {{100, 100}, {200, 200}})});
    QSignalSpy wanted(viewer, &ui::ViewerWidget::markRemovalWanted);
    QVERIFY(!remove->isEnabled());
    canvas->chooseMark(domain::MarkId(7));
    remove->trigger();
    QCOMPARE(wanted.size(), 0);
    QVERIFY(question->isVisible());
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_Escape);
    QVERIFY(!question->isVisible());
    canvas->chooseMark(domain::MarkId(7));
    remove->trigger();
    remove->trigger();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<domain::MarkId>(), domain::MarkId(7));
}

void TstViewermarks::measuresAreCompared()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "photo");
    viewer->setMarks({markOf(1, Shape::Measure, {{0, 10}, {100, 10}}), markOf(2, Shape::Measure, {{0, 20}, {30, 60}})});
    auto *list = viewer->findChild<QListWidget *>(QStringLiteral("markList"));
    QCOMPARE(list->item(0)->text(), QStringLiteral("1 · Measure · 100.0 px · crack here · Lin"));
    QCOMPARE(list->item(1)->text(), QStringLiteral("2 · Measure · 50.0 px · 0.50 times mark 1 · crack here · Lin"));
}

void TstViewermarks::whatWasJustDrawnIsCited()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "photo");
    auto *canvas = viewer->findChild<ui::PictureCanvas *>();
    const domain::Mark old = markOf(1, Shape::Measure, {{0, 10}, {100, 10}});
    viewer->setMarks({old});
    QList<domain::Mark> made;
    connect(viewer, &ui::ViewerWidget::markMade, this, [&made](const domain::Mark &mark) { made.append(mark); });
    viewer->findChild<QAction *>(QStringLiteral("markRectangle"))->trigger();
    QTest::keyClick(canvas, Qt::Key_Return);
    canvas->finishNote();
    QCOMPARE(made.size(), 1);
    QVERIFY(viewer->currentCitation()->mark.isNull()); // not stored yet
    domain::Mark mine = made.first();
    mine.id = domain::MarkId(7);
    viewer->setMarks({old, mine});
    QCOMPARE(viewer->currentCitation()->mark, mine.id);
    canvas->chooseMark({});
    domain::Mark theirs = mine;
    theirs.id = domain::MarkId(8);
    viewer->setMarks({old, mine, theirs}); // somebody else's choice is not ours
    QVERIFY(viewer->currentCitation()->mark.isNull());
}

void TstViewermarks::pageIsInTheMark()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("document"), "pdf");
    auto *canvas = viewer->findChild<ui::PictureCanvas *>();
    QList<domain::Mark> made;
    connect(viewer, &ui::ViewerWidget::markMade, this, [&made](const domain::Mark &mark) { made.append(mark); });
    viewer->findChild<QAction *>(QStringLiteral("documentNext"))->trigger();
    QTRY_COMPARE(viewer->currentCitation()->page.value_or(0), 2);
    viewer->findChild<QAction *>(QStringLiteral("markRectangle"))->trigger();
    QVERIFY(canvas->tool());
    QTest::keyClick(canvas, Qt::Key_Return);
    canvas->finishNote();
    QCOMPARE(made.size(), 1);
    domain::Mark mark = made.first();
    QCOMPARE(mark.page, 2);
    QCOMPARE(mark.exhibit, QStringLiteral("B1"));
    QCOMPARE(mark.sha256, QByteArray("pdf"));
    QCOMPARE(mark.view, canvas->viewState());
    QVERIFY(mark.id.isNull());
    QVERIFY(!viewer->findChild<QAction *>(QStringLiteral("markRectangle"))->isChecked());
    // It is drawn on its page, and picking it in the list goes there.
    mark.id = domain::MarkId(5);
    viewer->setMarks({mark});
    viewer->findChild<QAction *>(QStringLiteral("documentPrevious"))->trigger();
    QTRY_COMPARE(viewer->currentCitation()->page.value_or(0), 1);
    canvas->chooseMark({});
    auto *list = viewer->findChild<QListWidget *>(QStringLiteral("markList"));
    Q_EMIT list->itemActivated(list->item(0));
    QTRY_COMPARE(viewer->currentCitation()->mark, mark.id);
    QCOMPARE(viewer->currentCitation()->page.value_or(0), 2);
}

QObject *make_tst_viewermarks();
QObject *make_tst_viewermarks()
{
    return new TstViewermarks;
}

#include "tst_viewermarks.moc"
