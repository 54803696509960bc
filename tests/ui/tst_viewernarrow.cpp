// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeevidence.h"

#include <ui/viewers.h>

#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>

#include <algorithm>
#include <cmath>

using namespace arb;

/// Viewers in panes as narrow as three beside each other: nothing is cut, what matters stays.
class TstViewernarrow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void labelsStandBesideTheirFields();
    void narrowBarsSayWhatMatters();

private:
    ui::ViewerWidget *open(const QString &code, const QByteArray &digest, domain::ExhibitKind kind);
    std::unique_ptr<tests::FakeLoader> m_loader;
    std::unique_ptr<QWidget> m_window;
};

void TstViewernarrow::init()
{
    const auto plain = [](QSize size) {
        QImage image(size, QImage::Format_RGB32);
        image.fill(QColor(60, 70, 80));
        return tests::FakeLoader::fullPicture(image);
    };
    m_loader = std::make_unique<tests::FakeLoader>();
    m_loader->pictures.insert("photo", plain(QSize(1600, 1200)));
    m_loader->documents.insert("pdf", {plain(QSize(595, 842)), plain(QSize(595, 842))});
    m_window = std::make_unique<QWidget>();
    m_window->resize(640, 480);
    m_window->show();
}

void TstViewernarrow::cleanup()
{
    m_window.reset();
    m_loader.reset();
}

ui::ViewerWidget *TstViewernarrow::open(const QString &code, const QByteArray &digest, domain::ExhibitKind kind)
{
    ui::ViewerWidget *viewer = ui::findViewer(code)->create(*m_loader, m_window.get());
    viewer->setGeometry(m_window->rect());
    viewer->QWidget::show();
    ui::EvidenceRef ref;
    ref.exhibitId = QStringLiteral("B1");
    ref.sha256 = digest;
    ref.kind = kind;
    viewer->show(ref);
    return viewer;
}

void TstViewernarrow::labelsStandBesideTheirFields()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "photo", domain::ExhibitKind::Image);
    QTRY_VERIFY(viewer->viewState());
    viewer->resize(330, 480); // so narrow that the line is broken
    viewer->findChild<QAction *>(QStringLiteral("viewLook"))->trigger();
    auto *panel = viewer->findChild<QWidget *>(QStringLiteral("lookPanel"));
    QTRY_VERIFY(panel->isVisible() && panel->height() > 60);
    int pairs = 0;
    for (const QLabel *label : panel->findChildren<QLabel *>()) {
        if (!label->buddy())
            continue;
        ++pairs;
        const QRect words(label->mapTo(panel, QPoint()), label->size()), field(label->buddy()->mapTo(panel, QPoint()), label->buddy()->size());
        QVERIFY2(std::abs(words.center().y() - field.center().y()) <= 1, qPrintable(label->text()));
        QVERIFY2(words.right() < field.left() && field.left() - words.right() < 12, qPrintable(label->text()));
    }
    QCOMPARE(pairs, 6); // angle, channel, black, white, gamma, brightness
}

void TstViewernarrow::narrowBarsSayWhatMatters()
{
    ui::ViewerWidget *viewer = open(QStringLiteral("image"), "photo", domain::ExhibitKind::Image);
    QTRY_VERIFY(viewer->viewState());
    auto *size = viewer->findChild<QLabel *>(QStringLiteral("pictureSize"));
    viewer->resize(640, 480);
    QTRY_VERIFY2(size->text().startsWith(QStringLiteral("1600 × 1200 · ")), qPrintable(size->text()));
    viewer->resize(210, 480);
    const auto isWhole = [](const QLabel *label) { return label->fontMetrics().horizontalAdvance(label->text()) <= label->width(); };
    QTRY_VERIFY2(size->text().endsWith(QStringLiteral(" %")) && !size->text().contains(u'·') && isWhole(size), qPrintable(size->text()));
    QVERIFY2(size->toolTip().startsWith(QStringLiteral("1600 × 1200 · ")), qPrintable(size->toolTip()));
    QVERIFY(size->geometry().right() < size->parentWidget()->width());

    ui::ViewerWidget *document = open(QStringLiteral("document"), "pdf", domain::ExhibitKind::Document);
    QTRY_VERIFY(document->viewState());
    auto *pages = document->findChild<QListWidget *>(QStringLiteral("documentPages"));
    QVERIFY(pages->isVisible());
    QVERIFY(pages->visualItemRect(pages->item(0)).right() < pages->viewport()->width()); // nothing to scroll sideways
    auto *zoom = document->findChild<QLabel *>(QStringLiteral("documentZoom"));
    document->resize(900, 480);
    QTRY_VERIFY2(zoom->text() == QStringLiteral("%1 %").arg(qRound(document->viewState()->zoom * 100)), qPrintable(zoom->text()));
    document->resize(210, 480);
    QTRY_VERIFY(!pages->isVisible()); // they would take half of the room
    const auto labels = document->findChildren<QLabel *>();
    const auto count = std::ranges::find_if(labels, [](const QLabel *label) { return label->text() == u"of 2"; });
    QVERIFY(count != labels.cend());
    QTRY_VERIFY(isWhole(zoom)); // it goes before the page number does
    QTRY_VERIFY(isWhole(*count) && (*count)->geometry().right() < (*count)->parentWidget()->width());
}

QObject *make_tst_viewernarrow();
QObject *make_tst_viewernarrow()
{
    return new TstViewernarrow;
}

#include "tst_viewernarrow.moc"
