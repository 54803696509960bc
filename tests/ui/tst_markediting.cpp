// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeevidence.h"

#include "../../ui/viewing/markdraft.h"
#include "../../ui/viewing/picturecanvas.h"

#include <ui/viewers.h>

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLineEdit>

using namespace arb;
using Shape = domain::MarkShape;

/// Marks that are on record, corrected by their author: dragged, moved by keyboard, with another note.
class TstMarkediting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void ownMarkIsDragged_data();
    void ownMarkIsDragged();
    void ownMarkIsMovedByKeyboard();
    void movesAreToldBeforeAnythingElse();
    void noteIsWrittenAnew();
    void othersMarksStay();
    void chosenMarkKeepsItsChoice();
    void whatLeansOnTheEdgeStays();

private:
    void showPicture(const ui::ViewState &state);
    void drag(const QList<QPointF> &way);
    ui::ViewerWidget *open();

    std::unique_ptr<tests::FakeLoader> m_loader;
    std::unique_ptr<QWidget> m_window;
    ui::PictureCanvas *m_canvas = nullptr;
    int m_made = 0;
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

static domain::Mark ownMark(qint64 id, Shape shape, const QList<QPoint> &points)
{
    domain::Mark mark;
    mark.id = domain::MarkId(id);
    mark.exhibit = QStringLiteral("B1");
    mark.sha256 = "photo";
    mark.shape = shape;
    mark.points = points;
    mark.note = QStringLiteral("crack here");
    mark.by = domain::PersonId(5);
    mark.byName = QStringLiteral("Lin");
    return mark;
}

void TstMarkediting::init()
{
    m_loader = std::make_unique<tests::FakeLoader>();
    QImage photo(400, 300, QImage::Format_RGB32);
    photo.fill(QColor(60, 70, 80));
    m_loader->pictures.insert("photo", tests::FakeLoader::fullPicture(photo));
    m_window = std::make_unique<QWidget>();
    m_window->resize(700, 500);
    m_canvas = new ui::PictureCanvas(m_window.get());
    m_made = 0;
    connect(m_canvas, &ui::PictureCanvas::markMade, this, [this] { ++m_made; });
}

void TstMarkediting::cleanup()
{
    m_window.reset();
    m_loader.reset();
}

/// 400 x 300 in a pane of the same size.
void TstMarkediting::showPicture(const ui::ViewState &state)
{
    QImage image(QSize(400, 300), QImage::Format_RGB32);
    image.fill(QColor(60, 70, 80));
    m_canvas->setGeometry(0, 0, 400, 300);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_canvas->setPicture({image}, image.size(), 1.0, false);
    m_canvas->setViewState(state);
}

/// Pressed at the first point, released at the last.
void TstMarkediting::drag(const QList<QPointF> &way)
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

ui::ViewerWidget *TstMarkediting::open()
{
    m_canvas->hide();
    ui::ViewerWidget *viewer = ui::findViewer(QStringLiteral("image"))->create(*m_loader, m_window.get());
    viewer->setGeometry(m_window->rect());
    m_window->show();
    viewer->QWidget::show();
    QSignalSpy seen(viewer, &ui::ViewerWidget::seen);
    ui::EvidenceRef ref;
    ref.exhibitId = QStringLiteral("B1");
    ref.sha256 = "photo";
    viewer->show(ref);
    if (!seen.wait(5000))
        qWarning("the evidence was not shown");
    return viewer;
}

void TstMarkediting::ownMarkIsDragged_data()
{
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<QList<QPoint>>("before");
    QTest::addColumn<QList<QPointF>>("way");
    QTest::addColumn<QList<QPoint>>("after"); ///< empty: nothing is told
    const QList<QPoint> box{{100, 100}, {200, 180}};
    // The view stands at 100 %, with its middle on the picture's: a pixel of the pane is one of the picture.
    QTest::newRow("a corner") << Shape::Rectangle << box << QList<QPointF>{{200.5, 180.5}, {220.5, 190.5}, {230.5, 170.5}} << QList<QPoint>{{100, 100}, {230, 170}};
    QTest::newRow("an edge moves the whole") << Shape::Rectangle << box << QList<QPointF>{{150.5, 100.5}, {170.5, 130.5}} << QList<QPoint>{{120, 130}, {220, 210}};
    QTest::newRow("to the picture's edge") << Shape::Rectangle << box << QList<QPointF>{{150.5, 100.5}, {10.5, 60.5}} << QList<QPoint>{{0, 60}, {100, 140}};
    QTest::newRow("the head of an arrow") << Shape::Arrow << box << QList<QPointF>{{200.5, 180.5}, {210.5, 150.5}} << QList<QPoint>{{100, 100}, {210, 150}};
    QTest::newRow("a line as a whole") << Shape::Freehand << QList<QPoint>{{20, 50}, {60, 50}, {60, 90}} << QList<QPointF>{{60.5, 90.5}, {70.5, 80.5}}
                                       << QList<QPoint>{{30, 40}, {70, 40}, {70, 80}};
    QTest::newRow("a click is none") << Shape::Rectangle << box << QList<QPointF>{{150.5, 100.5}, {151.5, 100.5}} << QList<QPoint>{};
    QTest::newRow("beside it the picture moves") << Shape::Rectangle << box << QList<QPointF>{{150.5, 140.5}, {190.5, 160.5}} << QList<QPoint>{};
}

void TstMarkediting::ownMarkIsDragged()
{
    QFETCH(Shape, shape);
    QFETCH(QList<QPoint>, before);
    QFETCH(QList<QPointF>, way);
    QFETCH(QList<QPoint>, after);
    showPicture(viewAt(QPointF(200, 150)));
    m_canvas->setAuthor(domain::PersonId(5));
    m_canvas->setMarks({{ownMark(7, shape, before), 1}});
    m_canvas->chooseMark(domain::MarkId(7));
    const ui::ViewState view = m_canvas->viewState();
    QSignalSpy changed(m_canvas, &ui::PictureCanvas::markChanged);
    drag(way);
    QCOMPARE(changed.size(), after.isEmpty() ? 0 : 1);
    QCOMPARE(m_made, 0);
    if (after.isEmpty())
        return;
    QCOMPARE(changed.first().at(0).value<domain::MarkId>(), domain::MarkId(7));
    QCOMPARE(changed.first().at(1).value<QList<QPoint>>(), after);
    QCOMPARE(changed.first().at(2).toString(), QStringLiteral("crack here"));
    QCOMPARE(m_canvas->viewState(), view); // the picture did not move
}

void TstMarkediting::ownMarkIsMovedByKeyboard()
{
    showPicture(viewAt(QPointF(200, 150), 1.0, 90.0)); // on its side: up in the pane is another way in it
    m_canvas->setAuthor(domain::PersonId(5));
    m_canvas->setMarks({{ownMark(7, Shape::Rectangle, {{100, 100}, {200, 180}}), 1}});
    m_canvas->chooseMark(domain::MarkId(7));
    m_canvas->setFocus();
    const ui::ViewState view = m_canvas->viewState();
    QSignalSpy changed(m_canvas, &ui::PictureCanvas::markChanged);
    QTest::keyClick(m_canvas, Qt::Key_Right, Qt::AltModifier);
    QKeyEvent released(QEvent::KeyRelease, Qt::Key_Alt, Qt::NoModifier);
    QCoreApplication::sendEvent(m_canvas, &released);
    QTest::keyPress(m_canvas, Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(changed.size(), 0); // the next step may come at once
    QTRY_COMPARE(changed.size(), 1); // the keys rest
    // Turned a quarter clockwise, to the right on the screen is up in the picture: 1 and 10 pixels.
    QCOMPARE(changed.first().at(1).value<QList<QPoint>>(), (QList<QPoint>{{100, 89}, {200, 169}}));
    QCOMPARE(m_canvas->viewState(), view);
    QTest::keyPress(m_canvas, Qt::Key_Left, Qt::AltModifier);
    QTest::keyClick(m_canvas, Qt::Key_Escape); // as it was
    m_canvas->settle();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_canvas->chosenMark(), domain::MarkId(7));
}

/// Whatever the reader turns to, a move is never lost and never more than one change.
void TstMarkediting::movesAreToldBeforeAnythingElse()
{
    showPicture(viewAt(QPointF(200, 150)));
    m_canvas->setAuthor(domain::PersonId(5));
    m_canvas->setMarks({{ownMark(7, Shape::Rectangle, {{100, 100}, {200, 180}}), 1}, {ownMark(8, Shape::Rectangle, {{300, 200}, {350, 250}}), 2}});
    m_canvas->setFocus();
    QSignalSpy changed(m_canvas, &ui::PictureCanvas::markChanged);
    const auto moveBySteps = [this, &changed] {
        m_canvas->chooseMark(domain::MarkId(7));
        changed.clear();
        for (int step = 0; step < 3; ++step)
            QTest::keyClick(m_canvas, Qt::Key_Down, Qt::AltModifier);
        return changed.isEmpty();
    };
    const auto isTold = [&changed] {
        return changed.size() == 1 && changed.first().at(0).value<domain::MarkId>() == domain::MarkId(7)
            && changed.first().at(1).value<QList<QPoint>>() == (QList<QPoint>{{100, 103}, {200, 183}});
    };
    QVERIFY(moveBySteps());
    m_canvas->chooseMark(domain::MarkId(8));
    QVERIFY(isTold());
    QVERIFY(moveBySteps());
    QTest::keyClick(m_canvas, Qt::Key_C); // it may cite the mark
    QVERIFY(isTold());
    QVERIFY(moveBySteps());
    m_canvas->settle();
    QVERIFY(isTold());
    QVERIFY(moveBySteps());
    m_canvas->clearFocus(); // another pane
    QVERIFY(isTold());
    m_canvas->setFocus();
    QVERIFY(moveBySteps());
    m_canvas->clear(); // another exhibit, another case
    QVERIFY(isTold());
}

void TstMarkediting::noteIsWrittenAnew()
{
    ui::ViewerWidget *viewer = open();
    auto *canvas = viewer->findChild<ui::PictureCanvas *>();
    auto *note = canvas->findChild<QLineEdit *>(QStringLiteral("markNote"));
    auto *action = viewer->findChild<QAction *>(QStringLiteral("markNoteEdit"));
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    viewer->setMarkAuthor(domain::PersonId(5));
    viewer->setMarks({ownMark(7, Shape::Rectangle, {{100, 100}, {200, 200}})});
    QSignalSpy wanted(viewer, &ui::ViewerWidget::markCorrectionWanted);
    QVERIFY(!action->isEnabled());
    canvas->chooseMark(domain::MarkId(7));
    QVERIFY(action->isEnabled());
    action->trigger();
    QVERIFY(note->hasFocus());
    QCOMPARE(note->text(), QStringLiteral("crack here"));
    QTest::keyClick(note, Qt::Key_Return);
    QCOMPARE(wanted.size(), 0); // as it was
    QTest::keyClick(canvas, Qt::Key_Return); // by the key, too
    QVERIFY(note->hasFocus());
    note->selectAll();
    QTest::keyClicks(note, QStringLiteral("scratch"));
    QTest::keyClick(note, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().at(0).value<domain::MarkId>(), domain::MarkId(7));
    QCOMPARE(wanted.first().at(1).value<QList<QPoint>>(), (QList<QPoint>{{100, 100}, {200, 200}}));
    QCOMPARE(wanted.first().at(2).toString(), QStringLiteral("scratch"));
    QTest::keyClick(canvas, Qt::Key_Return);
    QTest::keyClicks(note, QStringLiteral(" no"));
    QTest::keyClick(note, Qt::Key_Escape);
    QCOMPARE(wanted.size(), 1);
    // The mark goes while its note is being typed: what was typed becomes a mark of its own.
    QSignalSpy made(viewer, &ui::ViewerWidget::markMade);
    QTest::keyClick(canvas, Qt::Key_Return);
    note->selectAll();
    QTest::keyClicks(note, QStringLiteral("kept"));
    viewer->setMarks({});
    QCOMPARE(made.size(), 1);
    QCOMPARE(made.first().first().value<domain::Mark>().note, QStringLiteral("kept"));
    QCOMPARE(wanted.size(), 1);
}

void TstMarkediting::othersMarksStay()
{
    showPicture(viewAt(QPointF(200, 150)));
    m_canvas->setMarks({{ownMark(7, Shape::Rectangle, {{100, 100}, {200, 180}}), 1}, {ownMark(-1, Shape::Rectangle, {{300, 200}, {350, 250}}), 2}});
    QSignalSpy changed(m_canvas, &ui::PictureCanvas::markChanged);
    for (const qint64 author : {0, 6, 5}) { // nobody, somebody else, and its author
        m_canvas->setAuthor(domain::PersonId(author));
        m_canvas->setViewState(viewAt(QPointF(200, 150)));
        m_canvas->chooseMark(domain::MarkId(7));
        drag({QPointF(150.5, 100.5), QPointF(170.5, 130.5)});
        QCOMPARE(changed.size(), author == 5 ? 1 : 0);
    }
    QVERIFY(!m_canvas->canChange(domain::MarkId(-1))); // not on record yet
}

void TstMarkediting::chosenMarkKeepsItsChoice()
{
    ui::ViewerWidget *viewer = open();
    auto *canvas = viewer->findChild<ui::PictureCanvas *>();
    viewer->setMarks({ownMark(7, Shape::Rectangle, {{100, 100}, {200, 200}})});
    canvas->chooseMark(domain::MarkId(7));
    viewer->renameMark(domain::MarkId(7), domain::MarkId(9));
    viewer->setMarks({ownMark(9, Shape::Rectangle, {{101, 100}, {201, 200}})});
    QCOMPARE(canvas->chosenMark(), domain::MarkId(9));
    QCOMPARE(viewer->currentCitation()->mark, domain::MarkId(9));
}

/// A box by its sizes ends one behind the last pixel: moved along its edge it stays there.
void TstMarkediting::whatLeansOnTheEdgeStays()
{
    ui::MarkDraft draft(Shape::Rectangle, QList<QPoint>{{20, 10}, {100, 40}}, QSize(100, 80));
    draft.move(QPoint(0, 5));
    QCOMPARE(draft.points(), (QList<QPoint>{{20, 15}, {100, 45}}));
    draft.move(QPoint(7, -100));
    QCOMPARE(draft.points(), (QList<QPoint>{{20, 0}, {100, 30}}));
    draft.put(1, QPoint(300, -4));
    QCOMPARE(draft.points(), (QList<QPoint>{{20, 0}, {99, 0}}));
}

QObject *make_tst_markediting();
QObject *make_tst_markediting()
{
    return new TstMarkediting;
}

#include "tst_markediting.moc"
