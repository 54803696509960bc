// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakefilms.h"

#include "../../ui/viewing/filmtimeline.h"

#include <ui/viewers.h>

#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <memory>

using namespace arb;

/// While a film plays it is asked for in the pixels that its pane shows; standing still it is whole.
class TstFilmpixels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_asked = std::make_shared<tests::AskedBoxes>(); }
    void cleanup()
    {
        m_viewer.reset();
        m_loader.reset();
    }
    void playsNoMorePixelsThanThePaneShows();
    void keepsTheWholeOfAPlayedFrame();
    void endsOnItsWholeLastFrame();

private:
    void open(int frames);
    int onScreen() { return tests::numberOnCanvas(m_viewer->findChild<ui::PictureCanvas *>()); }
    qint64 frame() { return m_viewer->property("frameIndex").toLongLong(); }
    QAction *action(const char *name) { return m_viewer->findChild<QAction *>(QString::fromLatin1(name)); }
    ui::FilmTimeline *timeline() { return m_viewer->findChild<ui::FilmTimeline *>(); }
    static qint64 ptsOf(qint64 index) { return 80'000 + index * 40'000; }

    std::unique_ptr<tests::FakeLoader> m_loader;
    std::unique_ptr<ui::ViewerWidget> m_viewer;
    std::shared_ptr<tests::AskedBoxes> m_asked;
};

void TstFilmpixels::open(int frames)
{
    m_loader = std::make_unique<tests::FakeLoader>();
    m_loader->madeFilm = [frames, asked = m_asked] { return std::make_unique<tests::CoveringFilm>(frames, asked); };
    m_viewer.reset(ui::findViewer(QStringLiteral("video"))->create(*m_loader, nullptr));
    m_viewer->resize(640, 560);
    m_viewer->show();
    ui::EvidenceRef ref;
    ref.exhibitId = QStringLiteral("B1");
    ref.sha256 = "film";
    ref.kind = domain::ExhibitKind::Video;
    QSignalSpy seen(m_viewer.get(), &ui::ViewerWidget::seen);
    m_viewer->show(ref);
    QVERIFY(seen.wait(5000));
}

static ui::PictureCanvas *halfSized(ui::ViewerWidget *viewer)
{
    auto *canvas = viewer->findChild<ui::PictureCanvas *>();
    canvas->zoomBy(0.5 / canvas->viewState().zoom); // 320 x 180 on 160 x 90 pixels of the screen
    return canvas;
}

void TstFilmpixels::playsNoMorePixelsThanThePaneShows()
{
    const QSize whole(320, 180), half(160, 90);
    open(600);
    ui::PictureCanvas *canvas = halfSized(m_viewer.get());
    const ui::ViewState view = canvas->viewState();
    const auto loaded = [canvas] { return canvas->levels().constFirst().size(); };
    QVERIFY(m_asked->take().isEmpty()); // nothing was played yet
    QCOMPARE(loaded(), whole);
    action("videoPlay")->trigger();
    QTRY_VERIFY(frame() > 3);
    QCOMPARE(loaded(), half);
    QCOMPARE(static_cast<qint64>(onScreen()), frame());
    QCOMPARE(canvas->fullSize(), whole); // marks and places stay where they are
    QCOMPARE(canvas->viewState(), view);
    const QList<QSize> boxes = m_asked->take();
    QVERIFY(!boxes.isEmpty());
    for (const QSize box : boxes)
        QCOMPARE(box, half);
    canvas->zoomBy(2.0);
    QTRY_COMPARE(loaded(), whole);
    QVERIFY(m_viewer->transport()->playing);
    QCOMPARE(m_asked->take().constLast(), whole);
    canvas->zoomBy(0.5);
    QTRY_COMPARE(loaded(), half);
    canvas->turn(1); // needs no more pixels than before
    const qint64 before = frame();
    QTRY_VERIFY(frame() > before + 2);
    QCOMPARE(loaded(), half);
    const ui::ViewState turned = canvas->viewState();
    action("videoPlay")->trigger();
    const qint64 stands = frame();
    QTRY_COMPARE(canvas->levels().constFirst(), tests::numberedFrame(static_cast<int>(stands)));
    QCOMPARE(frame(), stands);
    QCOMPARE(static_cast<qint64>(onScreen()), stands);
    QCOMPARE(canvas->viewState(), turned);
    m_asked->take();
    action("videoStepForward")->trigger();
    QTRY_COMPARE(frame(), stands + 1);
    QCOMPARE(canvas->levels().constFirst(), tests::numberedFrame(static_cast<int>(stands + 1)));
    timeline()->setValue(400);
    QTRY_COMPARE(onScreen(), 400);
    QCOMPARE(loaded(), whole);
    QVERIFY(m_asked->take().isEmpty()); // nobody asks for less while it stands still
}

void TstFilmpixels::keepsTheWholeOfAPlayedFrame()
{
    open(600);
    ui::PictureCanvas *canvas = halfSized(m_viewer.get());
    QSignalSpy taken(m_viewer.get(), &ui::ViewerWidget::frameTaken);
    action("videoPlay")->trigger();
    QTRY_VERIFY(frame() > 3);
    QCOMPARE(canvas->levels().constFirst().size(), QSize(160, 90));
    action("videoKeepFrame")->trigger();
    QTRY_COMPARE(taken.size(), 1);
    QVERIFY(!m_viewer->transport()->playing); // it stands on what is kept
    const qint64 kept = taken.at(0).at(1).toLongLong();
    QCOMPARE(frame(), kept);
    QCOMPARE(taken.at(0).at(0).value<QImage>(), tests::numberedFrame(static_cast<int>(kept)));
    QCOMPARE(taken.at(0).at(2).toLongLong(), ptsOf(kept));
    // The same for a region that is cut out.
    action("videoPlay")->trigger();
    QTRY_VERIFY(frame() > kept + 3 && canvas->levels().constFirst().size() == QSize(160, 90));
    QSignalSpy cut(m_viewer.get(), &ui::ViewerWidget::cropTaken);
    action("viewKeepRegion")->trigger(); // holds still, and asks where
    QVERIFY(!m_viewer->transport()->playing);
    QVERIFY(canvas->region().has_value());
    canvas->setRegion(QRect(10, 20, 100, 50));
    action("viewKeepRegion")->trigger();
    QTRY_COMPARE(cut.size(), 1);
    QCOMPARE(cut.at(0).at(0).value<QImage>(), tests::numberedFrame(static_cast<int>(frame())));
}

void TstFilmpixels::endsOnItsWholeLastFrame()
{
    open(12);
    ui::PictureCanvas *canvas = halfSized(m_viewer.get());
    action("videoPlay")->trigger();
    QTRY_COMPARE(frame(), 11);
    QTRY_COMPARE(canvas->levels().constFirst(), tests::numberedFrame(11));
    QCOMPARE(frame(), 11);
    QVERIFY(!m_viewer->transport()->playing);
    const QList<QSize> boxes = m_asked->take();
    QVERIFY(!boxes.isEmpty());
    QCOMPARE(boxes.constLast(), QSize(160, 90)); // and yet it ended whole
}

QObject *make_tst_filmpixels();
QObject *make_tst_filmpixels()
{
    return new TstFilmpixels;
}

#include "tst_filmpixels.moc"
