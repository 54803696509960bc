// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeevidence.h"

#include "../../ui/viewing/picturecanvas.h"

#include <ui/viewers.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QSpinBox>

using namespace arb;

/// A document is opened at the page that it was left at, unless somebody wants another.
class TstViewerpages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void pageOnShowIsTold();
    void opensAtThePageItWasLeftAt_data();
    void opensAtThePageItWasLeftAt();
    void whoeverWantsAnotherPageHasIt_data();
    void whoeverWantsAnotherPageHasIt();
    void noThumbnailIsThatOfAFurtherPage();
    void pageWithoutAPictureHasAnEmptySheet();

private:
    void open(const QByteArray &digest = "pdf");
    void turn() { m_viewer->findChild<QAction *>(QStringLiteral("documentNext"))->trigger(); }
    int page() const
    {
        const auto citation = m_viewer->currentCitation();
        return citation ? citation->page.value_or(0) : 0;
    }

    std::unique_ptr<tests::FakeLoader> m_loader;
    std::unique_ptr<QWidget> m_window;
    ui::ViewerWidget *m_viewer = nullptr;
};

void TstViewerpages::init()
{
    m_loader = std::make_unique<tests::FakeLoader>();
    QImage sheet(595, 842, QImage::Format_RGB32);
    sheet.fill(Qt::white);
    m_loader->documents.insert("pdf", QList<ui::Picture>(4, tests::FakeLoader::fullPicture(sheet)));
    m_window = std::make_unique<QWidget>();
    m_window->resize(640, 480);
    m_viewer = ui::findViewer(QStringLiteral("document"))->create(*m_loader, m_window.get());
    m_viewer->setGeometry(m_window->rect());
    m_window->show();
    m_viewer->QWidget::show();
}

void TstViewerpages::cleanup()
{
    m_window.reset();
    m_loader.reset();
}

void TstViewerpages::open(const QByteArray &digest)
{
    ui::EvidenceRef ref;
    ref.exhibitId = QStringLiteral("B1");
    ref.sha256 = digest;
    ref.kind = domain::ExhibitKind::Document;
    m_viewer->show(ref);
}

void TstViewerpages::pageOnShowIsTold()
{
    QSignalSpy told(m_viewer, &ui::ViewerWidget::viewLeft);
    open();
    QTRY_COMPARE(page(), 1);
    QVERIFY(told.isEmpty()); // there every document begins
    turn();
    QTRY_COMPARE(page(), 2);
    turn();
    QTRY_COMPARE(page(), 3);
    QCOMPARE(told.size(), 2);
    const auto left = told.last().first().value<domain::ExhibitView>();
    QCOMPARE(left.exhibit, QStringLiteral("B1"));
    QCOMPARE(left.sha256, QByteArray("pdf"));
    QCOMPARE(left.page, 0);
    QCOMPARE(left.lastPage, 3);
    m_viewer->findChild<QSpinBox *>(QStringLiteral("documentPage"))->setValue(1);
    QTRY_COMPARE(told.size(), 3);
    QCOMPARE(told.last().first().value<domain::ExhibitView>().lastPage, 1);
}

void TstViewerpages::opensAtThePageItWasLeftAt_data()
{
    QTest::addColumn<bool>("late");
    QTest::newRow("known before its pixels are there") << false;
    QTest::newRow("known when the first page is on show") << true;
}

void TstViewerpages::opensAtThePageItWasLeftAt()
{
    QFETCH(bool, late);
    ui::ViewState third;
    third.zoom = 2.0;
    third.center = QPointF(100, 200);
    third.fit = domain::ViewFit::Free;
    QSignalSpy told(m_viewer, &ui::ViewerWidget::viewLeft);
    open();
    if (late)
        QTRY_COMPARE(page(), 1);
    m_viewer->restoreView(third, 3);
    m_viewer->restorePage(3);
    QTRY_COMPARE(page(), 3);
    QCOMPARE(m_viewer->findChild<QSpinBox *>(QStringLiteral("documentPage"))->value(), 3);
    QCOMPARE(*m_viewer->viewState(), third);
    QVERIFY(told.isEmpty()); // nobody did anything
    // Told again (a mark was made, say), it is no news.
    turn();
    QTRY_COMPARE(page(), 4);
    m_viewer->restorePage(3);
    QCOMPARE(m_viewer->findChild<QSpinBox *>(QStringLiteral("documentPage"))->value(), 4);
    // It belongs to that document only.
    open();
    QTRY_COMPARE(page(), 1);
}

void TstViewerpages::whoeverWantsAnotherPageHasIt_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("turned") << QStringLiteral("turned");
    QTest::newRow("moved") << QStringLiteral("moved");
    QTest::newRow("sent there") << QStringLiteral("sent");
}

void TstViewerpages::whoeverWantsAnotherPageHasIt()
{
    QFETCH(QString, what);
    open();
    int wanted = 2;
    if (what == u"sent") {
        domain::Citation place;
        place.exhibit = QStringLiteral("B1");
        place.page = 2;
        m_viewer->goTo(place, QStringLiteral("1")); // before it is open
    } else {
        QTRY_COMPARE(page(), 1);
        if (what == u"turned")
            turn();
        else
            m_viewer->findChild<ui::PictureCanvas *>()->zoomBy(2.0);
        wanted = what == u"turned" ? 2 : 1;
    }
    m_viewer->restorePage(4);
    QTRY_COMPARE(page(), wanted);
    QCOMPARE(m_viewer->findChild<QSpinBox *>(QStringLiteral("documentPage"))->value(), wanted);
}

void TstViewerpages::noThumbnailIsThatOfAFurtherPage()
{
    QImage sheet(30, 40, QImage::Format_RGB32);
    sheet.fill(Qt::white);
    m_loader->documents.insert("long", QList<ui::Picture>(203, tests::FakeLoader::fullPicture(sheet)));
    open("long");
    const auto *thumbnails = m_viewer->findChild<QListWidget *>(QStringLiteral("documentPages"));
    auto *number = m_viewer->findChild<QSpinBox *>(QStringLiteral("documentPage"));
    QTRY_COMPARE(page(), 1);
    QCOMPARE(thumbnails->count(), 200);
    QCOMPARE(thumbnails->currentRow(), 0);
    number->setValue(203);
    QTRY_COMPARE(page(), 203);
    QCOMPARE(thumbnails->currentRow(), -1);
    QVERIFY(thumbnails->selectedItems().isEmpty());
    number->setValue(200);
    QTRY_COMPARE(page(), 200);
    QCOMPARE(thumbnails->currentRow(), 199);
}

void TstViewerpages::pageWithoutAPictureHasAnEmptySheet()
{
    m_loader->pageErrors.insert(3, ui::ShowError::TooLarge);
    m_loader->stalls = true;
    open();
    m_loader->goOneFurther(); // how many pages there are
    const auto *thumbnails = m_viewer->findChild<QListWidget *>(QStringLiteral("documentPages"));
    const auto picture = [thumbnails](int row) { return thumbnails->item(row)->icon().pixmap(thumbnails->iconSize()).toImage(); };
    QCOMPARE(thumbnails->count(), 4);
    const QImage empty = picture(3); // before its own has come
    QVERIFY(!empty.isNull());
    m_loader->goOn();
    QTRY_VERIFY(picture(3) != empty); // all that can come have come
    QCOMPARE(picture(2), empty);
}

QObject *make_tst_viewerpages();
QObject *make_tst_viewerpages()
{
    return new TstViewerpages;
}

#include "tst_viewerpages.moc"
