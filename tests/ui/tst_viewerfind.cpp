// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeevidence.h"

#include <ui/viewers.h>

#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace arb;

/// Ctrl+F is the window's filter and a viewer's search: which of them it is depends on where the keyboard is.
class TstViewerfind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKeyIsOfWhereOneIs_data();
    void theKeyIsOfWhereOneIs();
};

void TstViewerfind::theKeyIsOfWhereOneIs_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<domain::ExhibitKind>("kind");
    QTest::addColumn<bool>("searches");
    QTest::newRow("text") << QStringLiteral("text") << domain::ExhibitKind::Text << true;
    QTest::newRow("chat") << QStringLiteral("chat") << domain::ExhibitKind::Chat << true;
    QTest::newRow("document") << QStringLiteral("document") << domain::ExhibitKind::Document << true;
    QTest::newRow("picture") << QStringLiteral("image") << domain::ExhibitKind::Image << true;
}

void TstViewerfind::theKeyIsOfWhereOneIs()
{
    QFETCH(QString, code);
    QFETCH(domain::ExhibitKind, kind);
    QFETCH(bool, searches);
    tests::FakeLoader loader;
    QImage sheet(300, 400, QImage::Format_RGB32);
    sheet.fill(Qt::white);
    loader.pictures.insert("file", tests::FakeLoader::fullPicture(sheet));
    loader.documents.insert("file", {tests::FakeLoader::fullPicture(sheet)});
    loader.texts.insert("file", kind == domain::ExhibitKind::Chat ? "[{\"id\":\"1\",\"from\":\"buyer\",\"at\":\"2026-10-01T10:00:00+08:00\",\"text\":\"hello\"}]" : "some words");
    QWidget window;
    window.resize(700, 500);
    QAction filter;
    filter.setShortcuts({QKeySequence(Qt::Key_Slash), QKeySequence(QStringLiteral("Ctrl+F"), QKeySequence::PortableText)});
    window.addAction(&filter);
    QPushButton elsewhere(&window);
    elsewhere.setGeometry(600, 10, 80, 30);
    ui::ViewerWidget *viewer = ui::findViewer(code)->create(loader, &window);
    viewer->setGeometry(0, 50, 700, 450);
    window.show();
    viewer->QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy seen(viewer, &ui::ViewerWidget::seen);
    ui::EvidenceRef ref;
    ref.exhibitId = QStringLiteral("B1");
    ref.sha256 = "file";
    ref.kind = kind;
    viewer->show(ref);
    QVERIFY(seen.size() == 1 || seen.wait(5000));

    QSignalSpy filtered(&filter, &QAction::triggered);
    elsewhere.setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(filtered.size(), 1);
    viewer->setFocus();
    QVERIFY(viewer->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(filtered.size(), searches ? 1 : 2);
    const auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QCOMPARE(field != nullptr && viewer->isAncestorOf(field), searches); // ready to be typed into
    if (!searches)
        return;
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier); // from the field, too
    QCOMPARE(filtered.size(), 1);
}

QObject *make_tst_viewerfind();
QObject *make_tst_viewerfind()
{
    return new TstViewerfind;
}

#include "tst_viewerfind.moc"
