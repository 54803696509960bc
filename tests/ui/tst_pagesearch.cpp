// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeevidence.h"

#include <ui/viewers.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>

using namespace arb;

/// A search through a long document says how far it is, and reads the text in stretches.
class TstPagesearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysThatItIsStillReading();
    void typingAsksNothingTwice();
    void beginsWithThePageOnShow();
    void onePageAtFaultHidesNoOther();
    void aFileThatCannotBeReadIsAskedForOnce();

private:
    using Asked = QList<std::pair<int, int>>;
    void search(const QString &words) { m_field->setText(words); }
    QString said() const { return m_count->accessibleName(); } // also where there is no room for it
    int page() const
    {
        const auto citation = m_viewer->currentCitation();
        return citation ? citation->page.value_or(0) : 0;
    }

    std::unique_ptr<tests::FakeLoader> m_loader;
    std::unique_ptr<ui::ViewerWidget> m_viewer;
    QLineEdit *m_field = nullptr;
    QLabel *m_count = nullptr;
};

/// A hundred pages; the needle is on the third and on the ninetieth.
void TstPagesearch::init()
{
    m_loader = std::make_unique<tests::FakeLoader>();
    QImage sheet(60, 80, QImage::Format_RGB32);
    sheet.fill(Qt::white);
    m_loader->documents.insert("long", QList<ui::Picture>(100, tests::FakeLoader::fullPicture(sheet)));
    QList<QList<ui::PageWord>> words(100, {ui::PageWord{QStringLiteral("hay"), QRectF(10, 10, 20, 10)}});
    for (const int page : {3, 90})
        words[page - 1].append(ui::PageWord{QStringLiteral("needle"), QRectF(10, 30, 30, 10)});
    m_loader->pageWordLists.insert("long", words);
    m_viewer.reset(ui::findViewer(QStringLiteral("document"))->create(*m_loader, nullptr));
    m_viewer->resize(900, 600);
    m_viewer->QWidget::show();
    m_field = m_viewer->findChild<QLineEdit *>(QStringLiteral("viewerSearch"));
    m_count = m_viewer->findChild<QLabel *>(QStringLiteral("viewerSearchCount"));
    ui::EvidenceRef ref;
    ref.exhibitId = QStringLiteral("B1");
    ref.sha256 = "long";
    ref.kind = domain::ExhibitKind::Document;
    m_viewer->show(ref);
    QTRY_COMPARE(page(), 1);
}

void TstPagesearch::cleanup()
{
    m_viewer.reset();
    m_loader.reset();
}

void TstPagesearch::saysThatItIsStillReading()
{
    m_loader->stalls = true;
    search(QStringLiteral("needle"));
    QCOMPARE(said(), QStringLiteral("Nothing found so far · 0 of 100 pages read"));
    m_loader->goOneFurther();
    QCOMPARE(said(), QStringLiteral("1 of 1 so far · 32 of 100 pages read"));
    m_loader->goOneFurther();
    QCOMPARE(said(), QStringLiteral("1 of 1 so far · 64 of 100 pages read"));
    m_loader->goOneFurther();
    QCOMPARE(said(), QStringLiteral("1 of 2 so far · 96 of 100 pages read"));
    QTest::keyClick(m_field, Qt::Key_Return); // on, meanwhile
    QCOMPARE(said(), QStringLiteral("2 of 2 so far · 96 of 100 pages read"));
    m_loader->goOneFurther();
    QCOMPARE(said(), QStringLiteral("2 of 2"));
    QCOMPARE(m_loader->wordsAsked, (Asked{{1, 32}, {33, 32}, {65, 32}, {97, 4}}));
    search(QStringLiteral("zzz")); // of what is known by now
    QCOMPARE(said(), QStringLiteral("Not found"));
    QCOMPARE(m_loader->wordsAsked.size(), 4);
}

void TstPagesearch::typingAsksNothingTwice()
{
    m_loader->stalls = true;
    QTest::keyClicks(m_field, QStringLiteral("needle"));
    QCOMPARE(m_loader->wordsAsked, (Asked{{1, 32}}));
    m_loader->goOn();
    QTRY_COMPARE(said(), QStringLiteral("1 of 2"));
    QCOMPARE(m_loader->wordsAsked.size(), 4);
    QTRY_COMPARE(page(), 3);
}

void TstPagesearch::beginsWithThePageOnShow()
{
    m_viewer->findChild<QSpinBox *>(QStringLiteral("documentPage"))->setValue(50);
    QTRY_COMPARE(page(), 50);
    search(QStringLiteral("needle"));
    QTRY_COMPARE(said(), QStringLiteral("2 of 2")); // in the order of the pages, once all are read
    QCOMPARE(m_loader->wordsAsked, (Asked{{50, 32}, {82, 19}, {1, 32}, {33, 17}}));
    QTRY_COMPARE(page(), 90);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(said(), QStringLiteral("1 of 2"));
    QTRY_COMPARE(page(), 3);
}

void TstPagesearch::onePageAtFaultHidesNoOther()
{
    m_loader->wordErrors.insert(40, ui::ShowError::TimedOut);
    search(QStringLiteral("needle"));
    QTRY_VERIFY2(said().startsWith(QStringLiteral("1 of 2 · 1 page")), qPrintable(said()));
    QVERIFY2(m_loader->wordsAsked.size() < 40, qPrintable(QString::number(m_loader->wordsAsked.size())));
    search(QStringLiteral("zzz"));
    QVERIFY2(said().startsWith(QStringLiteral("Not found · 1 page")), qPrintable(said())); // it may be there
}

void TstPagesearch::aFileThatCannotBeReadIsAskedForOnce()
{
    m_loader->wordErrors.insert(1, ui::ShowError::NoTool);
    search(QStringLiteral("needle"));
    QTRY_VERIFY2(said().startsWith(QStringLiteral("Not found · 100 page")), qPrintable(said()));
    QCOMPARE(m_loader->wordsAsked.size(), 1);
    m_loader->wordErrors.clear(); // somebody has installed it
    search(QStringLiteral("needl"));
    QTRY_COMPARE(said(), QStringLiteral("1 of 2"));
}

QObject *make_tst_pagesearch();
QObject *make_tst_pagesearch()
{
    return new TstPagesearch;
}

#include "tst_pagesearch.moc"
