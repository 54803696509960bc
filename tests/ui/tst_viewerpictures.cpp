// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeevidence.h"

#include "../../ui/viewing/comparesync.h"
#include "../../ui/viewing/picturecanvas.h"

#include <ui/theme.h>
#include <ui/viewers.h>

#include <QtCore/QTimer>
#include <QtGui/QMouseEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>

#include <algorithm>
#include <cmath>

using namespace arb;

/// Pictures and pages: zoom, pan, regions in upright pixels, and the linked pair.
class TstViewerpictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyKindHasAViewer();
    void fitsThenSharpensOnZoom();
    void fullResolutionRefusedNamesTheLimit();
    void pixelsAreBareAtActualSize();
    void regionIsInUprightPixels_data();
    void regionIsInUprightPixels();
    void regionByKeyboard();
    void goToShowsTheCitedRegion();
    void linkedPairKeepsTheOffset();
    void linkedPairOfTurnedPicturesMovesTogetherOnScreen();
    void linkIsExactAfterManySteps();
    void slowPixelsAreTold_data();
    void slowPixelsAreTold();
    void waitEndsWithWhatIsBroken();
    void brokenPictureSaysWhy();
    void whatMayPassIsTriedAgain();
    void newerEvidenceWins();
    void focusRingIsSeen();
    void whoFollowsSaysItsOwnZoom();
    void pagesTurnAndAreCited();
    void formerPageIsNotTakenForTheNext();
    void findsWordsInDocuments();
    void pagesWithoutTextAreTold();
    void escapeLeavesTheSearch();

private:
    ui::ViewerWidget *open(const QString &code, const QByteArray &digest, domain::ExhibitKind kind, const QString &id);
    std::unique_ptr<tests::FakeLoader> m_loader;
    std::unique_ptr<QWidget> m_window;
};

static QImage markedImage(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb((x * 7) & 255, (y * 5) & 255, ((x / 8 + y / 8) & 1) ? 200 : 40));
    }
    return image;
}

void TstViewerpictures::init()
{
    m_loader = std::make_unique<tests::FakeLoader>();
    m_loader->pictures.insert("left", tests::FakeLoader::fullPicture(markedImage(QSize(1600, 1200))));
    m_loader->pictures.insert("right", tests::FakeLoader::fullPicture(markedImage(QSize(900, 1300))));
    QList<ui::Picture> pages;
    for (int page = 0; page < 3; ++page) {
        QImage sheet(595, 842, QImage::Format_RGB32);
        sheet.fill(QColor(255, 255 - page * 40, 255));
        pages.append(tests::FakeLoader::fullPicture(sheet));
    }
    m_loader->documents.insert("pdf", pages);
    const auto word = [](const QString &text, int x) { return ui::PageWord{text, QRectF(x, 100, 80, 20)}; };
    m_loader->pageWordLists.insert("pdf", {{word(QStringLiteral("first"), 10), word(QStringLiteral("page"), 100)},
                                           {word(QStringLiteral("Amount"), 10), word(QStringLiteral("12,"), 100), word(QStringLiteral("amount"), 200)},
                                           {word(QStringLiteral("the"), 10), word(QStringLiteral("amount"), 100)}});
    m_window = std::make_unique<QWidget>();
    m_window->resize(900, 500);
}

void TstViewerpictures::cleanup()
{
    m_window.reset();
    m_loader.reset();
}

ui::ViewerWidget *TstViewerpictures::open(const QString &code, const QByteArray &digest, domain::ExhibitKind kind,
                                          const QString &id)
{
    ui::ViewerWidget *viewer = ui::findViewer(code)->create(*m_loader, m_window.get());
    viewer->setGeometry(id == QStringLiteral("M1") ? QRect(450, 0, 450, 500) : QRect(0, 0, 450, 500));
    m_window->show();
    viewer->QWidget::show();
    QSignalSpy seen(viewer, &ui::ViewerWidget::seen);
    ui::EvidenceRef ref;
    ref.exhibitId = id;
    ref.sha256 = digest;
    ref.kind = kind;
    ref.caption = QStringLiteral("crack");
    viewer->show(ref);
    if (digest != "broken" && !seen.wait(5000))
        qWarning("the evidence was not shown");
    return viewer;
}

void TstViewerpictures::everyKindHasAViewer()
{
    for (const auto &row : domain::codeTable<domain::ExhibitKind>()) {
        const ui::Viewer *viewer = ui::findViewer(QString::fromLatin1(row.code));
        QVERIFY2(viewer, row.code);
        QVERIFY(viewer->label && *viewer->label);
        const std::unique_ptr<ui::ViewerWidget> widget(viewer->create(*m_loader, nullptr));
        QVERIFY(widget->focusProxy());
        QVERIFY2(!widget->focusProxy()->accessibleName().isEmpty() || !widget->focusProxy()->focusProxy(), row.code);
        QVERIFY(widget->focusProxy()->focusPolicy() != Qt::NoFocus);
    }
}

void TstViewerpictures::fitsThenSharpensOnZoom()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "left", domain::ExhibitKind::Image, QStringLiteral("B1"));
    auto *canvas = viewer->findChild<ui::PictureCanvas *>();
    QCOMPARE(canvas->fullSize(), QSize(1600, 1200));
    QVERIFY(canvas->viewState().isFitted());
    QVERIFY(std::abs(canvas->viewState().zoom - canvas->width() / 1600.0) < 1e-9);
    QCOMPARE(m_loader->askedTargets.size(), 1);
    viewer->findChild<QAction *>(QStringLiteral("viewActualSize"))->trigger();
    QCOMPARE(canvas->viewState().zoom, 1.0);
    QTRY_COMPARE(m_loader->askedTargets.size(), 2);
    QVERIFY(m_loader->askedTargets.last().isEmpty()); // full resolution
    QCOMPARE(canvas->viewState().zoom, 1.0);          // the view stayed when it came
}

void TstViewerpictures::fullResolutionRefusedNamesTheLimit()
{
    m_loader->given = {1'500'000, 1, 1};
    m_loader->fullErrors.insert("left", ui::ShowError::TooLarge);
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "left", domain::ExhibitKind::Image, QStringLiteral("B1"));
    viewer->findChild<QAction *>(QStringLiteral("viewActualSize"))->trigger();
    auto *notice = viewer->findChild<QLabel *>(QStringLiteral("viewerNotice"));
    QTRY_VERIFY(notice->isVisible());
    QVERIFY2(notice->text().contains(QStringLiteral("1.5 million pixels")), qPrintable(notice->text()));
    QVERIFY(viewer->findChild<ui::PictureCanvas *>()->hasPicture()); // the scaled one stays
}

void TstViewerpictures::pixelsAreBareAtActualSize()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "left", domain::ExhibitKind::Image, QStringLiteral("B1"));
    auto *canvas = viewer->findChild<ui::PictureCanvas *>();
    QSignalSpy arrived(viewer, &ui::ViewerWidget::citationChanged);
    viewer->findChild<QAction *>(QStringLiteral("viewActualSize"))->trigger();
    QVERIFY(arrived.wait(5000));
    ui::ViewState state = canvas->viewState();
    for (const double zoom : {1.0, 4.0}) {
        state.zoom = zoom;
        state.center = QPointF(800, 600) + QPointF(canvas->width() % 2, canvas->height() % 2) / 2 / zoom;
        canvas->setViewState(state);
        const QImage shown = canvas->grab().toImage();
        const QImage truth = m_loader->pictures.value("left").levels.first();
        for (int i = 20; i < 200; i += 7) {
            const QPointF place = canvas->toWidget().inverted().map(QPointF(i + 0.5, i + 0.5));
            QCOMPARE(QColor(shown.pixel(i, i)).name(),
                     QColor(truth.pixel(static_cast<int>(place.x()), static_cast<int>(place.y()))).name());
        }
    }
}

void TstViewerpictures::regionIsInUprightPixels_data()
{
    QTest::addColumn<int>("turns");
    for (int turns = 0; turns < 4; ++turns)
        QTest::addRow("%d quarter turns", turns) << turns;
}

void TstViewerpictures::regionIsInUprightPixels()
{
    QFETCH(int, turns);
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "left", domain::ExhibitKind::Image, QStringLiteral("B1"));
    auto *canvas = viewer->findChild<ui::PictureCanvas *>();
    canvas->turn(turns);
    const QRectF wanted(400.5, 300.5, 240, 160);
    const QTransform view = canvas->toWidget();
    QTest::mousePress(canvas, Qt::LeftButton, Qt::ShiftModifier, view.map(wanted.topLeft()).toPoint());
    QTest::mouseMove(canvas, view.map(wanted.center()).toPoint());
    QMouseEvent move(QEvent::MouseMove, view.map(wanted.bottomRight()), canvas->mapToGlobal(view.map(wanted.bottomRight())),
                     Qt::NoButton, Qt::LeftButton, Qt::ShiftModifier);
    QCoreApplication::sendEvent(canvas, &move);
    QTest::mouseRelease(canvas, Qt::LeftButton, Qt::ShiftModifier, view.map(wanted.bottomRight()).toPoint());
    const auto citation = viewer->currentCitation();
    QVERIFY(citation && citation->region);
    QCOMPARE(citation->exhibit, QStringLiteral("B1"));
    // A pointer is as fine as the pixels of the screen: one of them is 1/zoom pixels of the picture.
    const int slack = static_cast<int>(std::ceil(1.0 / canvas->viewState().zoom)) + 1;
    const QRect found = *citation->region;
    QVERIFY(std::abs(found.left() - 400) <= slack && std::abs(found.top() - 300) <= slack);
    QVERIFY(std::abs(found.width() - 240) <= 2 * slack && std::abs(found.height() - 160) <= 2 * slack);
}

void TstViewerpictures::regionByKeyboard()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "left", domain::ExhibitKind::Image, QStringLiteral("B1"));
    auto *canvas = viewer->findChild<ui::PictureCanvas *>();
    viewer->findChild<QAction *>(QStringLiteral("viewRegion"))->trigger();
    const auto before = canvas->region();
    QVERIFY(before);
    QVERIFY(before->contains(QPoint(800, 600)));
    QTest::keyClick(canvas, Qt::Key_Left);
    QVERIFY(canvas->region()->left() < before->left());
    QTest::keyClick(canvas, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(canvas->region()->width() > before->width());
    QTest::keyClick(canvas, Qt::Key_Escape);
    QVERIFY(!canvas->region());
}

void TstViewerpictures::goToShowsTheCitedRegion()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "left", domain::ExhibitKind::Image, QStringLiteral("B1"));
    auto *canvas = viewer->findChild<ui::PictureCanvas *>();
    domain::Citation citation;
    citation.exhibit = QStringLiteral("B1");
    citation.region = QRect(1200, 900, 80, 60);
    viewer->goTo(citation, QStringLiteral("1"));
    const QRectF box = canvas->toWidget().mapRect(QRectF(*citation.region));
    QVERIFY(QRectF(canvas->rect()).contains(box));
    QVERIFY(box.width() > 80);
    const QImage shown = canvas->grab().toImage();
    const QColor edge(shown.pixel(static_cast<int>(box.left()), static_cast<int>(box.center().y())));
    QVERIFY2(edge.green() > 180 && edge.blue() > 180 && edge.red() < 90, qPrintable(edge.name()));
    citation.exhibit = QStringLiteral("other");
    citation.region = QRect(0, 0, 10, 10);
    const ui::ViewState before = canvas->viewState();
    viewer->goTo(citation, {});
    QCOMPARE(canvas->viewState(), before);
}

/// Where on the right pane the point is that lies under @p place on the left.
static QPointF partner(const ui::PictureCanvas &canvas, QPointF widgetPlace)
{
    return canvas.toWidget().inverted().map(widgetPlace);
}

void TstViewerpictures::linkedPairKeepsTheOffset()
{
    ui::ViewerWidget *left = open(QStringLiteral("image"), "left", domain::ExhibitKind::Image, QStringLiteral("B1"));
    ui::ViewerWidget *right = open(QStringLiteral("image"), "right", domain::ExhibitKind::Image, QStringLiteral("M1"));
    auto *a = left->findChild<ui::PictureCanvas *>();
    auto *b = right->findChild<ui::PictureCanvas *>();
    ui::CompareSync sync;
    sync.setPair(left, right);
    // Align by hand: unlinked, the right one is moved and enlarged alone.
    sync.setLinked(false);
    const ui::ViewState untouched = a->viewState();
    b->zoomBy(3.0);
    QTest::keyClick(b, Qt::Key_Right);
    QTest::keyClick(b, Qt::Key_Down);
    QCOMPARE(a->viewState(), untouched);
    sync.setLinked(true);
    const QPointF spot(100, 120);
    const QPointF leftPoint = partner(*a, spot), rightPoint = partner(*b, spot);
    // Zoom at another place and pan on the left, then on the right.
    a->zoomBy(1.7);
    QTest::keyClick(a, Qt::Key_Left);
    QTest::keyClick(b, Qt::Key_Up);
    b->zoomBy(0.6);
    // What lay on top of each other still does.
    const QPointF leftNow = a->toWidget().map(leftPoint), rightNow = b->toWidget().map(rightPoint);
    QVERIFY2((leftNow - rightNow).manhattanLength() < 1e-6, qPrintable(QString::number((leftNow - rightNow).manhattanLength())));
    QVERIFY((leftNow - spot).manhattanLength() > 10); // and it did move
}

void TstViewerpictures::linkedPairOfTurnedPicturesMovesTogetherOnScreen()
{
    ui::ViewerWidget *left = open(QStringLiteral("image"), "left", domain::ExhibitKind::Image, QStringLiteral("B1"));
    ui::ViewerWidget *right = open(QStringLiteral("image"), "right", domain::ExhibitKind::Image, QStringLiteral("M1"));
    auto *a = left->findChild<ui::PictureCanvas *>();
    auto *b = right->findChild<ui::PictureCanvas *>();
    ui::CompareSync sync;
    sync.setPair(left, right);
    b->turn(1);
    const QPointF spot(90, 70);
    const QPointF leftPoint = partner(*a, spot), rightPoint = partner(*b, spot);
    a->zoomBy(2.0);
    QTest::keyClick(a, Qt::Key_Down);
    QVERIFY((a->toWidget().map(leftPoint) - b->toWidget().map(rightPoint)).manhattanLength() < 1e-6);
}

void TstViewerpictures::linkIsExactAfterManySteps()
{
    ui::ViewerWidget *left = open(QStringLiteral("image"), "left", domain::ExhibitKind::Image, QStringLiteral("B1"));
    ui::ViewerWidget *right = open(QStringLiteral("image"), "right", domain::ExhibitKind::Image, QStringLiteral("M1"));
    auto *a = left->findChild<ui::PictureCanvas *>();
    auto *b = right->findChild<ui::PictureCanvas *>();
    ui::CompareSync sync;
    sync.setPair(left, right);
    const QPointF spot(200, 200);
    const QPointF leftPoint = partner(*a, spot), rightPoint = partner(*b, spot);
    for (int i = 0; i < 400; ++i)
        a->zoomBy(i % 2 == 0 ? 1.13 : 1.0 / 1.13);
    QVERIFY((a->toWidget().map(leftPoint) - b->toWidget().map(rightPoint)).manhattanLength() < 1e-6);
}

void TstViewerpictures::slowPixelsAreTold_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("digest");
    QTest::addColumn<int>("kind");
    QTest::newRow("picture") << QStringLiteral("image") << QByteArray("left") << static_cast<int>(domain::ExhibitKind::Image);
    QTest::newRow("document") << QStringLiteral("document") << QByteArray("pdf") << static_cast<int>(domain::ExhibitKind::Document);
}

void TstViewerpictures::slowPixelsAreTold()
{
    QFETCH(QString, code);
    QFETCH(QByteArray, digest);
    QFETCH(int, kind);
    ui::ViewerWidget *viewer = open(code, digest, static_cast<domain::ExhibitKind>(kind), QStringLiteral("B1"));
    auto *canvas = viewer->findChild<ui::PictureCanvas *>();
    auto *sign = viewer->findChild<QLabel *>(QStringLiteral("waitSign"));
    auto *slow = viewer->findChild<QTimer *>(QStringLiteral("waitSlow")), *farLater = viewer->findChild<QTimer *>(QStringLiteral("waitLong"));
    // It was fast: nothing was said and nothing will be.
    QVERIFY(sign->isHidden() && !slow->isActive() && !farLater->isActive());
    QVERIFY(slow->interval() >= 250 && slow->interval() <= 400);
    QVERIFY(farLater->interval() >= 2000 && farLater->interval() <= 10'000);
    farLater->setInterval(600);
    m_loader->stalls = true;
    ui::EvidenceRef again = viewer->shown();
    again.exhibitId = QStringLiteral("B2");
    viewer->show(again);
    QVERIFY(sign->isHidden());
    QTRY_COMPARE(sign->text(), QStringLiteral("Decoding …"));
    QVERIFY(sign->isVisible());
    QCOMPARE(canvas->accessibleDescription(), sign->text());
    QTRY_VERIFY(sign->text().contains(QStringLiteral("long")));
    QCOMPARE(canvas->accessibleDescription(), sign->text());
    m_loader->goOn();
    QTRY_VERIFY(canvas->hasPicture());
    QVERIFY(sign->isHidden());
    QVERIFY(canvas->accessibleDescription().isEmpty());
}

void TstViewerpictures::waitEndsWithWhatIsBroken()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "left", domain::ExhibitKind::Image, QStringLiteral("B1"));
    auto *sign = viewer->findChild<QLabel *>(QStringLiteral("waitSign"));
    m_loader->stalls = true;
    ui::EvidenceRef broken = viewer->shown();
    broken.sha256 = "broken";
    viewer->show(broken);
    QTRY_VERIFY(sign->isVisible());
    m_loader->goOn();
    QVERIFY(viewer->isBroken());
    QVERIFY(sign->isHidden() && !viewer->findChild<QTimer *>(QStringLiteral("waitLong"))->isActive());
    // Nor is anything waited for in an empty pane.
    m_loader->stalls = true;
    viewer->show(broken);
    QTRY_VERIFY(sign->isVisible());
    viewer->clear();
    QVERIFY(sign->isHidden());
}

void TstViewerpictures::brokenPictureSaysWhy()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "broken", domain::ExhibitKind::Image, QStringLiteral("B1"));
    QTRY_VERIFY(viewer->isBroken());
    auto *message = viewer->findChild<QLabel *>(QStringLiteral("viewerMessage"));
    QVERIFY(message->isVisible());
    QVERIFY(message->text().startsWith(QStringLiteral("\"crack\" cannot be shown: the file is damaged. Other exhibits are not")));
    QCOMPARE(message->textFormat(), Qt::PlainText);
    QVERIFY(!viewer->currentCitation());
    m_loader->pictures.insert("broken", m_loader->pictures.value("left"));
    m_loader->errors.insert("broken", ui::ShowError::Altered); // bytes that are not what was handed in are not called unchanged
    ui::ViewerWidget *altered = open(QStringLiteral("image"), "broken", domain::ExhibitKind::Image, QStringLiteral("B2"));
    QTRY_VERIFY(altered->isBroken());
    const QString said = altered->findChild<QLabel *>(QStringLiteral("viewerMessage"))->text();
    QVERIFY2(said.contains(QStringLiteral("do not match their checksum. Other exhibits are not affected; ")), qPrintable(said));
}

void TstViewerpictures::whatMayPassIsTriedAgain()
{
    m_loader->errors.insert("left", ui::ShowError::HelperDied);
    ui::ViewerWidget *viewer = ui::findViewer(QStringLiteral("image"))->create(*m_loader, m_window.get());
    viewer->setGeometry(m_window->rect());
    viewer->QWidget::show();
    ui::EvidenceRef ref;
    ref.exhibitId = QStringLiteral("B1");
    ref.sha256 = "left";
    viewer->show(ref);
    auto *again = viewer->findChild<QPushButton *>(QStringLiteral("tryAgain"));
    QTRY_VERIFY(viewer->isBroken());
    QVERIFY(again->isVisibleTo(viewer));
    QCOMPARE(again->text(), QStringLiteral("Try again"));
    QSignalSpy tried(viewer, &ui::ViewerWidget::triedAgain);
    m_loader->errors.clear();
    again->click();
    QCOMPARE(m_loader->triesAgain, 1);
    QCOMPARE(tried.size(), 1);
    QTRY_VERIFY(viewer->findChild<ui::PictureCanvas *>()->hasPicture());
    QVERIFY(!viewer->isBroken());
    QCOMPARE(viewer->shown(), ref);
    m_loader->errors.insert("left", ui::ShowError::Damaged); // damage does not pass
    viewer->show(ref);
    QTRY_VERIFY(viewer->isBroken());
    QVERIFY(!again->isVisibleTo(viewer));
}

void TstViewerpictures::newerEvidenceWins()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "left", domain::ExhibitKind::Image, QStringLiteral("B1"));
    QSignalSpy seen(viewer, &ui::ViewerWidget::seen);
    ui::EvidenceRef first = viewer->shown();
    first.exhibitId = QStringLiteral("B2");
    ui::EvidenceRef second = first;
    second.exhibitId = QStringLiteral("B3");
    second.sha256 = "right";
    viewer->show(first);
    viewer->show(second);
    QVERIFY(seen.wait(5000));
    QCOMPARE(seen.size(), 1);
    QCOMPARE(seen.first().first().toString(), QStringLiteral("B3"));
    QCOMPARE(m_loader->cancelled, 1);
    QCOMPARE(viewer->findChild<ui::PictureCanvas *>()->fullSize(), QSize(900, 1300));
}

void TstViewerpictures::pagesTurnAndAreCited()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("document"), "pdf", domain::ExhibitKind::Document, QStringLiteral("B1"));
    QCOMPARE(viewer->currentCitation()->page.value_or(0), 1);
    viewer->findChild<QAction *>(QStringLiteral("documentNext"))->trigger();
    QTRY_COMPARE(viewer->currentCitation()->page.value_or(0), 2);
    viewer->findChild<ui::PictureCanvas *>()->setRegion(QRect(10, 20, 30, 40));
    QCOMPARE(viewer->currentCitation()->region.value_or(QRect()), QRect(10, 20, 30, 40));
    domain::Citation citation;
    citation.exhibit = QStringLiteral("B1");
    citation.page = 3;
    viewer->goTo(citation, QStringLiteral("2"));
    QTRY_COMPARE(viewer->currentCitation()->page.value_or(0), 3);
    QVERIFY(!viewer->currentCitation()->region); // it was on page 2
}

/// Until the next page is decoded the one before it stands there dimmed, under its own number.
void TstViewerpictures::formerPageIsNotTakenForTheNext()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("document"), "pdf", domain::ExhibitKind::Document, QStringLiteral("B1"));
    auto *canvas = viewer->findChild<ui::PictureCanvas *>();
    auto *number = viewer->findChild<QSpinBox *>(QStringLiteral("documentPage"));
    const auto shown = [canvas] { return canvas->grab().toImage().pixelColor(canvas->rect().center()); };
    const auto green = [&shown](int of) { return std::abs(shown().green() - of) <= 2; }; // 255, 215 and 175 by page; scaled pixels may be off by one
    const QColor first = shown();
    QVERIFY(green(255));
    m_loader->stalls = true;
    viewer->findChild<QAction *>(QStringLiteral("documentNext"))->trigger();
    QCOMPARE(number->value(), 2);
    QVERIFY2(canvas->former().contains(u'1'), qPrintable(canvas->former()));
    QVERIFY(std::abs(shown().red() - first.red()) >= 5); // no page is without all red
    QCOMPARE(viewer->currentCitation()->page.value_or(0), 1); // what is seen is what is cited
    // Whoever turns back has it as it was, at once.
    viewer->findChild<QAction *>(QStringLiteral("documentPrevious"))->trigger();
    QCOMPARE(number->value(), 1);
    QVERIFY(canvas->former().isEmpty());
    QCOMPARE(shown(), first);
    viewer->findChild<QAction *>(QStringLiteral("documentNext"))->trigger();
    QVERIFY(!canvas->former().isEmpty());
    m_loader->goOn();
    QTRY_VERIFY(green(215));
    QVERIFY(canvas->former().isEmpty());
    // Another document begins without.
    m_loader->stalls = true;
    viewer->findChild<QAction *>(QStringLiteral("documentNext"))->trigger();
    QVERIFY(!canvas->former().isEmpty());
    viewer->clear();
    QVERIFY(canvas->former().isEmpty());
}

void TstViewerpictures::findsWordsInDocuments()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("document"), "pdf", domain::ExhibitKind::Document, QStringLiteral("B1"));
    auto *field = viewer->findChild<QLineEdit *>(QStringLiteral("viewerSearch"));
    auto *count = viewer->findChild<QLabel *>(QStringLiteral("viewerSearchCount"));
    QTest::keyClicks(field, QStringLiteral("AMOUNT"));
    QTRY_COMPARE(count->text(), QStringLiteral("1 of 3"));
    QTRY_COMPARE(viewer->currentCitation()->page.value_or(0), 2);
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(count->text(), QStringLiteral("3 of 3"));
    QTRY_COMPARE(viewer->currentCitation()->page.value_or(0), 3);
}

void TstViewerpictures::pagesWithoutTextAreTold()
{
    const ui::PageWord word{QStringLiteral("amount"), QRectF(10, 10, 60, 20)};
    m_loader->documents.insert("scan", m_loader->documents.value("pdf"));
    m_loader->documents.insert("mixed", m_loader->documents.value("pdf"));
    m_loader->pageWordLists.insert("mixed", {{word}, {}, {}});
    ui::ViewerWidget *viewer = open(QStringLiteral("document"), "scan", domain::ExhibitKind::Document, QStringLiteral("B1"));
    viewer->resize(900, 600);
    auto *field = viewer->findChild<QLineEdit *>(QStringLiteral("viewerSearch"));
    auto *count = viewer->findChild<QLabel *>(QStringLiteral("viewerSearchCount"));
    QTest::keyClicks(field, QStringLiteral("amount"));
    QTRY_COMPARE(count->text(), QStringLiteral("These pages carry no text to search"));

    ui::ViewerWidget *mixed = open(QStringLiteral("document"), "mixed", domain::ExhibitKind::Document, QStringLiteral("B1"));
    mixed->resize(900, 600);
    field = mixed->findChild<QLineEdit *>(QStringLiteral("viewerSearch"));
    count = mixed->findChild<QLabel *>(QStringLiteral("viewerSearchCount"));
    QTest::keyClicks(field, QStringLiteral("amount"));
    QTRY_VERIFY2(count->text().startsWith(QStringLiteral("1 of 1 · 2 page")), qPrintable(count->text()));
    QTest::keyClicks(field, QStringLiteral("x"));
    QTRY_VERIFY2(count->text().startsWith(QStringLiteral("Not found · 2 page")), qPrintable(count->text()));
}

void TstViewerpictures::escapeLeavesTheSearch()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("document"), "pdf", domain::ExhibitKind::Document, QStringLiteral("B1"));
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    auto *field = viewer->findChild<QLineEdit *>(QStringLiteral("viewerSearch"));
    viewer->findChild<QAction *>(QStringLiteral("viewerFind"))->trigger();
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("amount"));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(viewer->findChild<ui::PictureCanvas *>()->hasFocus());
    QCOMPARE(field->text(), QStringLiteral("amount"));
}

void TstViewerpictures::focusRingIsSeen()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "left", domain::ExhibitKind::Image, QStringLiteral("b1"));
    auto *canvas = viewer->findChild<ui::PictureCanvas *>();
    QTRY_VERIFY(canvas->hasPicture());
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    const auto edge = [&] { return canvas->grab().toImage().pixelColor(1, canvas->height() / 2); };
    canvas->clearFocus();
    const QColor without = edge();
    canvas->setFocus();
    QVERIFY(canvas->hasFocus());
    QCOMPARE(edge(), ui::tokensFor(canvas->palette()).accent);
    QVERIFY(edge() != without);
}

void TstViewerpictures::whoFollowsSaysItsOwnZoom()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "left", domain::ExhibitKind::Image, QStringLiteral("b1"));
    QTRY_VERIFY(viewer->viewState());
    ui::ViewState state = *viewer->viewState();
    state.zoom = 2.5;
    viewer->setViewState(state);
    const auto labels = viewer->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->text().endsWith(QStringLiteral("250 %")); }));
}

QObject *make_tst_viewerpictures()
{
    return new TstViewerpictures;
}

#include "tst_viewerpictures.moc"
