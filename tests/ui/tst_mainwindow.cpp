// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentingdesk.h>
#include "fakeevidence.h"

#include <presentation/tablemodel.h>

#include <ui/mainwindow.h>

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QDateTimeEdit>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTableView>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QToolButton>

using namespace arb;
using namespace arb::tests;
using domain::DisputeState;

/// The whole window over a desk in memory: keys, focus and what the keyboard acts on.
class TstMainwindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void citesTheSideLookedAtLast();
    void platformsExhibitSaysWhoseItIs();
    void tabsGiveUpWordsBeforeTheyAreCut();
    void stepsIntoAnExhibitAndNotItsSearch();
    void keyOfAHiddenFormSaysWhy();
    void saysUntilWhenNobodyCanSign();
    void skipsByOneKey();
    void closedDialogKeepsItsSentence();
    void evidenceAskedForIsKeptUntilItIsAsked();
    void undoneSigningIsNotCalledRecalled();
    void historyTellsWhatWasDone();
    void blamesByOneKey();
    void rowsThatComeLaterCanBeOpened();
    void emptyListKeepsTheKeyboard();
    void escapeClearsTheFilter();
    void reversedPeriodShowsNoFigures();
    void chosenMerchantOutlivesTheReading();
    void secondSignatureByKey();
    void queuePageIsWorkedByKeys();
    void removedViewComesBackByUndo();
    void tabIconsFollowTheTheme();
    void placeInTheRecordIsTold();
    void keysOfTheEvidenceAreListed();

private:
    domain::CaseId admit(const QString &caseNo = QStringLiteral("D-1"));
    bool open(domain::CaseId id);
    void trigger(const char *action) { m_window->findChild<QAction *>(QLatin1StringView(action))->trigger(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
    }
    QString toast() const { return m_window->findChild<QLabel *>(QStringLiteral("toastText"))->text(); }
    QTabBar *tabs(const char *name) const { return m_window->findChild<QTabBar *>(QLatin1StringView(name)); }
    QDialog *dialog() const { return qobject_cast<QDialog *>(QApplication::activeModalWidget()); }
    /// Open and with the keyboard.
    bool hasDialog() const
    {
        return QTest::qWaitFor([this] { return dialog() && dialog()->isActiveWindow() && dialog()->isAncestorOf(QApplication::focusWidget()); });
    }

    std::unique_ptr<PresentingDesk> m_desk;
    std::unique_ptr<FakeLoader> m_loader;
    std::unique_ptr<presentation::QueuePresenter> m_queue;
    std::unique_ptr<presentation::RulingPresenter> m_ruling;
    std::unique_ptr<ui::MainWindow> m_window;
};

void TstMainwindow::init()
{
    m_desk = std::make_unique<PresentingDesk>();
    m_loader = std::make_unique<FakeLoader>();
    m_loader->pictures.insert(QByteArray(64, '1'), FakeLoader::fullPicture(numberedFrame(1)));
    m_loader->pictures.insert(QByteArray(64, '2'), FakeLoader::fullPicture(numberedFrame(2)));
    m_loader->texts.insert(QByteArray(64, '3'), "measured at the counter\nxx");
    m_queue = std::make_unique<presentation::QueuePresenter>(m_desk->session);
    m_ruling = std::make_unique<presentation::RulingPresenter>(m_desk->session);
    m_window = std::make_unique<ui::MainWindow>(m_desk->session, *m_queue, *m_ruling, *m_loader, ui::WindowServices{});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TstMainwindow::cleanup()
{
    m_window.reset();
    m_ruling.reset();
    m_queue.reset();
    m_loader.reset();
    m_desk.reset();
}

/// Buyer: a picture, then a text. Merchant's side: a picture, and a text of the platform's.
domain::CaseId TstMainwindow::admit(const QString &caseNo)
{
    return m_desk->desk.admit(caseNo, [](domain::CaseFile &file) {
        const auto exhibit = [&](const char *id, domain::Party party, domain::ExhibitKind kind, char digest) {
            domain::Exhibit made = file.exhibits.constFirst();
            made.id = QString::fromLatin1(id);
            made.party = party;
            made.kind = kind;
            made.caption = QString::fromLatin1(id) + QStringLiteral(" of the test");
            made.sha256 = QByteArray(64, digest);
            return made;
        };
        file.exhibits = {exhibit("b1", domain::Party::Buyer, domain::ExhibitKind::Image, '1'), exhibit("b2", domain::Party::Buyer, domain::ExhibitKind::Text, '3'),
                         exhibit("m1", domain::Party::Merchant, domain::ExhibitKind::Image, '2'),
                         exhibit("p1", domain::Party::Platform, domain::ExhibitKind::Text, '3')};
    });
}

bool TstMainwindow::open(domain::CaseId id)
{
    return m_desk->open(id) && QTest::qWaitFor([&] { return m_window->findChild<QLabel *>(QStringLiteral("caseTitle"))->isVisible(); });
}

void TstMainwindow::citesTheSideLookedAtLast()
{
    const domain::CaseId id = admit();
    m_desk->desk.claim(m_desk->desk.lin, id);
    QVERIFY(open(id));
    press(Qt::Key_X); // over to the merchant's picture
    QVERIFY(m_window->findChild<QWidget *>(QStringLiteral("merchantPane"))->isAncestorOf(QApplication::focusWidget()));
    m_window->findChild<QPlainTextEdit *>(QStringLiteral("reasonsZh"))->setFocus();
    QTRY_VERIFY((m_window->findChild<QPushButton *>(QStringLiteral("cite"))->click(), !m_ruling->draft().findings.isEmpty()));
    QCOMPARE(m_ruling->draft().findings.constFirst().citations.constFirst().exhibit, QStringLiteral("m1"));
    QVERIFY2(toast().contains(QStringLiteral("m1 of the test")), qPrintable(toast()));

    trigger("otherSide");
    trigger("cite");
    QTRY_COMPARE(m_ruling->draft().findings.constFirst().citations.constLast().exhibit, QStringLiteral("b1"));
    trigger("otherSide");
    trigger("nextExhibit"); // stepping through a side is looking at it
    m_window->findChild<QLineEdit *>(QStringLiteral("queueFilter"))->setFocus();
    QTRY_VERIFY((trigger("cite"), m_ruling->draft().findings.constFirst().citations.constLast().exhibit == u"p1"));
}

void TstMainwindow::platformsExhibitSaysWhoseItIs()
{
    QVERIFY(open(admit()));
    QCOMPARE(tabs("merchantExhibits")->tabText(0), QStringLiteral("1"));
    QCOMPARE(tabs("merchantExhibits")->tabText(1), QStringLiteral("Platform 1"));
    QVERIFY(tabs("merchantExhibits")->tabToolTip(1).startsWith(QStringLiteral("Platform")));
}

void TstMainwindow::tabsGiveUpWordsBeforeTheyAreCut()
{
    QVERIFY(open(m_desk->desk.admit(QStringLiteral("D-1"), [](domain::CaseFile &file) {
        const domain::Exhibit one = file.exhibits.constFirst();
        for (int n = 1; n <= 4; ++n) {
            domain::Exhibit made = one;
            made.id = QStringLiteral("p%1").arg(n);
            made.party = domain::Party::Platform;
            file.exhibits.append(made);
        }
    })));
    const QTabBar *bar = tabs("merchantExhibits");
    QCOMPARE(bar->count(), 6);
    QTRY_VERIFY(bar->tabText(4).isEmpty() && bar->tabText(5).isEmpty());
    QVERIFY(!bar->tabIcon(4).isNull() && !bar->tabIcon(5).isNull());
    QVERIFY2(bar->accessibleTabName(4).startsWith(QStringLiteral("Chat")) && bar->accessibleTabName(5).startsWith(QStringLiteral("Tracking")), qPrintable(bar->accessibleTabName(5)));
    QCOMPARE(bar->tabText(3), QStringLiteral("Platform 4"));
    m_window->resize(4000, 768);
    QTRY_COMPARE(bar->tabText(5), QStringLiteral("Tracking"));
}

void TstMainwindow::stepsIntoAnExhibitAndNotItsSearch()
{
    QVERIFY(open(admit()));
    press(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("pictureCanvas"));
    for (const char *expected : {"textContent", "chatList", "logisticsList", "pictureCanvas"}) {
        press(Qt::Key_BracketRight);
        QCOMPARE(QApplication::focusWidget()->objectName(), QLatin1StringView(expected));
    }
    // A picture that cannot be shown takes no key into a hidden page, and gives it back afterwards.
    m_loader->pictures.clear();
    press(Qt::Key_BracketRight);
    press(Qt::Key_BracketLeft);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("viewerMessage"));
    press(Qt::Key_BracketRight);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("textContent"));
}

void TstMainwindow::keyOfAHiddenFormSaysWhy()
{
    QVERIFY(open(admit()));
    for (const char *action : {"amount", "clause", "blame", "askEvidence", "suggestion", "handOver", "cite", "sign"}) {
        QLabel *text = m_window->findChild<QLabel *>(QStringLiteral("toastText"));
        text->clear();
        const QWidget *before = QApplication::focusWidget();
        trigger(action);
        QCOMPARE(QApplication::focusWidget(), before);
        QVERIFY2(!text->text().isEmpty(), action);
        QVERIFY2(!dialog(), action);
    }
    press(Qt::Key_4); // an outcome
    QVERIFY(!m_ruling->outcomeChosen());
}

void TstMainwindow::saysUntilWhenNobodyCanSign()
{
    QVERIFY(open(m_desk->desk.inState(DisputeState::AwaitingEvidence, QStringLiteral("D-2"))));
    const auto *standing = m_window->findChild<QLabel *>(QStringLiteral("cannotSignNow"));
    QVERIFY(standing->isVisible());
    QVERIFY2(standing->text().contains(QStringLiteral("evidence window")), qPrintable(standing->text()));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(toast(), standing->text());
}

void TstMainwindow::skipsByOneKey()
{
    const domain::CaseId id = admit();
    QVERIFY(open(id));
    press(Qt::Key_S);
    QVERIFY(hasDialog());
    press(Qt::Key_3);
    QTRY_COMPARE(m_desk->desk.record(id).audit.constLast().action, QStringLiteral("skip"));
    QTRY_VERIFY(!m_desk->session.view());
}

void TstMainwindow::historyTellsWhatWasDone()
{
    const domain::CaseId id = admit();
    m_desk->desk.claim(m_desk->desk.lin, id);
    QVERIFY(m_desk->desk.commands.note(m_desk->desk.as(m_desk->desk.lin), id, QStringLiteral("call the carrier")));
    QVERIFY(open(id));
    press(Qt::Key_H);
    QVERIFY(hasDialog());
    const auto *table = dialog()->findChild<QTableWidget *>(QStringLiteral("historyTable"));
    QCOMPARE(table->rowCount(), int(m_desk->desk.record(id).audit.size()));
    QCOMPARE(table->item(1, 1)->text(), m_desk->desk.lin.name);
    QCOMPARE(table->item(2, 3)->text(), QStringLiteral("call the carrier"));
    press(Qt::Key_C, Qt::ControlModifier);
    const QStringList copied = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(int(copied.size()), table->rowCount() + 1);
    QVERIFY2(copied.constLast().endsWith(QStringLiteral("call the carrier")), qPrintable(copied.constLast()));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
}

void TstMainwindow::closedDialogKeepsItsSentence()
{
    const domain::CaseId id = admit();
    QVERIFY(open(id));
    press(Qt::Key_N);
    QVERIFY(hasDialog());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ask the carrier"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    m_window->activateWindow(); // nobody manages windows here
    QTRY_VERIFY(m_window->isActiveWindow());
    press(Qt::Key_N);
    QVERIFY(hasDialog());
    QCOMPARE(dialog()->findChild<QPlainTextEdit *>()->toPlainText(), QStringLiteral("ask the carrier"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->desk.record(id).notes.size(), 1);
    QTRY_COMPARE(m_desk->desk.record(id).notes.constFirst().text, QStringLiteral("ask the carrier"));
    QTRY_VERIFY(!dialog());
    m_window->activateWindow();
    QTRY_VERIFY(m_window->isActiveWindow());
    press(Qt::Key_N); // recorded: nothing is left of it
    QVERIFY(hasDialog());
    QVERIFY(dialog()->findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
    press(Qt::Key_Escape);
}

void TstMainwindow::evidenceAskedForIsKeptUntilItIsAsked()
{
    const domain::CaseId id = admit();
    m_desk->desk.claim(m_desk->desk.lin, id);
    QVERIFY(open(id));
    const auto ask = [this] {
        m_window->activateWindow(); // nobody manages windows here
        if (!QTest::qWaitFor([this] { return m_window->isActiveWindow(); }))
            return false;
        trigger("askEvidence");
        return hasDialog();
    };
    const auto text = [this] { return dialog()->findChild<QPlainTextEdit *>(QStringLiteral("askText")); };
    const auto until = [this](const QDate &day) { dialog()->findChild<QDateTimeEdit *>(QStringLiteral("askDue"))->setDateTime(QDateTime(day, QTime(9, 0), Qt::UTC)); };
    QVERIFY(ask());
    dialog()->findChild<QAbstractButton *>(QStringLiteral("ask_buyer"))->click();
    text()->setPlainText(QStringLiteral("the waybill of the return"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QVERIFY(ask());
    QCOMPARE(text()->toPlainText(), QStringLiteral("the waybill of the return"));
    QVERIFY(dialog()->findChild<QAbstractButton *>(QStringLiteral("ask_buyer"))->isChecked());
    until(QDate(2026, 10, 1)); // long past: refused
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!dialog());
    QTRY_VERIFY2(toast().contains(QStringLiteral("future")), qPrintable(toast()));
    QVERIFY(ask());
    QCOMPARE(text()->toPlainText(), QStringLiteral("the waybill of the return"));
    until(QDate(2026, 10, 20));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->desk.header(id).state, DisputeState::AwaitingEvidence);
}

void TstMainwindow::undoneSigningIsNotCalledRecalled()
{
    const domain::CaseId id = m_desk->desk.admit(QStringLiteral("D-1"));
    m_desk->desk.claim(m_desk->desk.lin, id);
    QVERIFY(open(id));
    const auto sign = [&] {
        m_ruling->takeSuggestion();
        m_ruling->edit([](domain::Ruling &draft) { draft = SmallDesk::bandRuling(); });
        trigger("signStay");
    };
    const auto reason = [&] { return QString::fromUtf8(m_desk->desk.record(id).audit.constLast().payload); };
    sign();
    QTRY_COMPARE(m_desk->desk.header(id).state, DisputeState::Ruled);
    QTRY_VERIFY(m_window->findChild<QPushButton *>(QStringLiteral("toastButton"))->isVisible());
    trigger("recall"); // Ctrl+Z while it is offered
    QTRY_COMPARE(toast(), QStringLiteral("Signing undone: D-1. Your text is back as a draft."));
    QVERIFY2(reason().contains(QStringLiteral("\"undo\"")), qPrintable(reason()));
    QTRY_VERIFY(m_desk->session.holdsOpenCase() && m_ruling->canSign());
    trigger("signStay");
    QTRY_COMPARE(m_desk->desk.header(id).state, DisputeState::Ruled);
    auto *recall = m_window->findChild<QPushButton *>(QStringLiteral("recall"));
    QTRY_VERIFY(recall->isVisible() && recall->isEnabled());
    recall->click();
    QTRY_COMPARE(toast(), QStringLiteral("Recalled: D-1. Your text is back as a draft."));
    QVERIFY2(reason().contains(QStringLiteral("\"recall\"")), qPrintable(reason()));
}

void TstMainwindow::blamesByOneKey()
{
    const domain::CaseId id = admit();
    m_desk->desk.claim(m_desk->desk.lin, id);
    QVERIFY(open(id));
    press(Qt::Key_1);
    press(Qt::Key_B);
    QVERIFY(hasDialog());
    press(Qt::Key_2);
    QTRY_COMPARE(m_ruling->draft().blame.buyer, 100);
    QTRY_VERIFY(!dialog());
}

void TstMainwindow::rowsThatComeLaterCanBeOpened()
{
    const domain::CaseId id = m_desk->desk.inState(DisputeState::AwaitingApproval, QStringLiteral("D-3"));
    trigger("approvals"); // the rows are on their way
    QTRY_COMPARE(m_queue->model().rowCount(), 1);
    QCoreApplication::processEvents();
    press(Qt::Key_Return);
    QTRY_VERIFY(m_desk->session.view());
    QCOMPARE(m_desk->session.view()->record.header.id, id);
}

void TstMainwindow::emptyListKeepsTheKeyboard()
{
    trigger("approvals");
    QTRY_VERIFY(m_window->findChild<QListView *>(QStringLiteral("queueRows"))->hasFocus());
    m_queue->refresh();
    QSignalSpy refreshed(m_queue.get(), &presentation::QueuePresenter::refreshed);
    QVERIFY(refreshed.wait(1000));
    QVERIFY(m_window->findChild<QListView *>(QStringLiteral("queueRows"))->hasFocus());
}

void TstMainwindow::escapeClearsTheFilter()
{
    admit();
    m_queue->start();
    auto *rows = m_window->findChild<QListView *>(QStringLiteral("queueRows"));
    auto *filter = m_window->findChild<QLineEdit *>(QStringLiteral("queueFilter"));
    QTRY_COMPARE(rows->model()->rowCount(), 1);
    trigger("filter");
    QTest::keyClicks(filter, QStringLiteral("nowhere"));
    QTRY_COMPARE(rows->model()->rowCount(), 0);
    QTest::keyClick(filter, Qt::Key_Escape);
    QTRY_COMPARE(rows->model()->rowCount(), 1);
    QVERIFY(filter->text().isEmpty() && rows->hasFocus());

    QTest::keyClicks(filter, QStringLiteral("nowhere"));
    QTRY_COMPARE(rows->model()->rowCount(), 0);
    trigger("approvals"); // a view asked for by its key is not hidden behind an old filter
    QVERIFY(filter->text().isEmpty());
    QTRY_VERIFY(rows->accessibleDescription().contains(QStringLiteral("approval")));
}

void TstMainwindow::reversedPeriodShowsNoFigures()
{
    m_desk->desk.inState(DisputeState::Ruled, QStringLiteral("D-7"));
    m_desk->session.setActor(m_desk->desk.actor(m_desk->desk.xu));
    m_window->showReports();
    const auto *table = m_window->findChild<QTableView *>(QStringLiteral("merchantTable"));
    auto *save = m_window->findChild<QPushButton *>(QStringLiteral("exportCsv"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    const QList<QDateEdit *> dates = m_window->findChildren<QDateEdit *>();
    QCOMPARE(int(dates.size()), 2);
    const QDate from = dates.at(0)->date();
    dates.at(0)->setDate(dates.at(1)->date().addDays(1));
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QVERIFY(!save->isEnabled());
    dates.at(0)->setDate(from);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QVERIFY(save->isEnabled());
}

void TstMainwindow::chosenMerchantOutlivesTheReading()
{
    m_desk->desk.inState(DisputeState::Ruled, QStringLiteral("D-7"));
    const domain::CaseId other = m_desk->desk.admit(QStringLiteral("D-8"), [](domain::CaseFile &file) {
        file.merchant.id = QStringLiteral("m-other");
        file.merchant.name = QStringLiteral("Another shop");
    });
    m_desk->desk.claim(m_desk->desk.lin, other);
    m_desk->desk.rule(m_desk->desk.lin, other);
    m_desk->session.setActor(m_desk->desk.actor(m_desk->desk.xu));
    m_window->showReports();
    auto *table = m_window->findChild<QTableView *>(QStringLiteral("merchantTable"));
    QTRY_COMPARE(table->model()->rowCount(), 2);
    const auto key = [table] { return table->currentIndex().data(presentation::TableModel::RowKeyRole).toString(); };
    table->setCurrentIndex(table->model()->index(1, 2));
    const QString chosen = key();
    QVERIFY(!chosen.isEmpty());
    QSignalSpy read(table->model(), &QAbstractItemModel::modelReset);
    m_window->showReports();
    QTRY_COMPARE(read.count(), 1);
    QCOMPARE(key(), chosen);
    QEvent spoken(QEvent::LanguageChange);
    QCoreApplication::sendEvent(m_window->findChild<QWidget *>(QStringLiteral("reportsPage")), &spoken);
    QCoreApplication::processEvents();
    QCOMPARE(read.count(), 1); // other words, the same figures
    QCOMPARE(key(), chosen);
}

void TstMainwindow::secondSignatureByKey()
{
    const domain::CaseId id = m_desk->desk.inState(DisputeState::AwaitingApproval, QStringLiteral("D-7"));
    QCOMPARE(m_desk->desk.header(id).state, DisputeState::AwaitingApproval);
    m_desk->session.setActor(m_desk->desk.actor(m_desk->desk.xu));
    QVERIFY(open(id));
    trigger("sign");
    QTRY_COMPARE(m_desk->desk.header(id).state, DisputeState::Ruled);
}

void TstMainwindow::queuePageIsWorkedByKeys()
{
    admit(QStringLiteral("D-1"));
    admit(QStringLiteral("D-2"));
    m_queue->start();
    QTRY_VERIFY(!m_queue->isFilling() && m_queue->model().rowCount() == 2);
    trigger("queuePage");
    auto *table = m_window->findChild<QListView *>(QStringLiteral("queueTable"));
    QTRY_VERIFY(table->hasFocus());
    QCOMPARE(table->currentIndex().row(), 0);
    press(Qt::Key_J);
    QCOMPARE(table->currentIndex().row(), 1);
    QVERIFY(!m_desk->session.view()); // walking opens nothing here
    press(Qt::Key_Slash);
    QVERIFY(m_window->findChild<QLineEdit *>(QStringLiteral("queueSearch"))->hasFocus());
    press(Qt::Key_Return);
    QVERIFY(table->hasFocus());
    const domain::CaseId marked = m_queue->model().idAt(table->currentIndex().row());
    press(Qt::Key_Return);
    QTRY_VERIFY(m_desk->session.view());
    QCOMPARE(m_desk->session.view()->record.header.id, marked);
    QVERIFY(m_window->findChild<QWidget *>(QStringLiteral("casePanel"))->isVisible());
}

void TstMainwindow::removedViewComesBackByUndo()
{
    m_queue->start();
    m_queue->saveView(QStringLiteral("mugs"));
    QTRY_COMPARE(m_queue->savedViews().size(), 1);
    trigger("queuePage");
    auto *views = m_window->findChild<QListWidget *>(QStringLiteral("viewList"));
    views->setCurrentRow(views->count() - 1);
    m_window->findChild<QToolButton *>(QStringLiteral("removeView"))->click();
    QTRY_COMPARE(m_queue->savedViews().size(), 0);
    trigger("recall");
    QTRY_COMPARE(m_queue->savedViews().size(), 1);
}

void TstMainwindow::tabIconsFollowTheTheme()
{
    QVERIFY(open(admit()));
    const auto icon = [&] { return tabs("buyerExhibits")->tabIcon(0).pixmap(16, 16).toImage(); };
    const QImage light = icon();
    const QPalette before = m_window->palette();
    QPalette dark = before;
    dark.setColor(QPalette::Window, QColor(0x16, 0x19, 0x1D));
    dark.setColor(QPalette::Text, QColor(0xE6, 0xEA, 0xEE));
    m_window->setPalette(dark);
    QTRY_VERIFY(icon() != light);
}

void TstMainwindow::placeInTheRecordIsTold()
{
    const domain::CaseId id = m_desk->desk.admit(QStringLiteral("D-4"));
    m_desk->desk.claim(m_desk->desk.lin, id);
    domain::Ruling ruling = SmallDesk::bandRuling();
    domain::Citation place;
    place.fact = QStringLiteral("/order/signedAt");
    ruling.findings[0].citations = {place};
    m_desk->desk.rule(m_desk->desk.lin, id, ruling);
    QVERIFY(open(id));
    auto *cited = m_window->findChild<QListView *>(QStringLiteral("rulingCitations"));
    QTRY_VERIFY(cited->isVisible());
    Q_EMIT cited->activated(cited->model()->index(0, 0));
    QVERIFY2(toast().contains(QStringLiteral("Signed for: 2026-10-04")), qPrintable(toast()));
}

void TstMainwindow::keysOfTheEvidenceAreListed()
{
    trigger("shortcuts");
    auto *sheet = m_window->findChild<QDialog *>(QStringLiteral("shortcutSheet"));
    QVERIFY(sheet);
    const auto *table = sheet->findChild<QTableWidget *>();
    QStringList keys;
    for (int row = 0; row < table->rowCount(); ++row)
        keys.append(table->item(row, 0)->text());
    for (const char *key : {"0", "*", "-", "Space", ",", ".", "M", "Ctrl+M"})
        QVERIFY2(keys.contains(QLatin1StringView(key)), key);
    QCOMPARE(keys.count(QStringLiteral("0")), 1);
    sheet->close();
}

QObject *make_tst_mainwindow()
{
    return new TstMainwindow;
}

#include "tst_mainwindow.moc"
