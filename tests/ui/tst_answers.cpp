// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentingdesk.h>
#include "fakeevidence.h"

#include <ui/mainwindow.h>

#include <usecases/queuecommands.h>

#include <QtCore/QTimer>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>

using namespace arb;
using namespace arb::tests;
using domain::DisputeState;

/// What the window makes of answers: they belong to the case of the key, whatever is open by then; they may take their
/// time; and what was done to many cases can be taken back after its dialog.
class TstAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void queuePageClaimsTheRowOfTheKey();
    void refusalNamesTheCaseOfTheKey();
    void answerOpensNothingOverAnotherCase();
    void whatWasSaidOfThisCaseGoesWithIt();
    void skipOfTheQueuePageIsAskedByNumber();
    void claimIsGivenOnceAndWaitingIsSaid();
    void viewByKeyBeginsWhereItIsSeen();
    void toastLeavesTheQueuePageFree();
    void toastLeavesTheDeskFree();
    void manyAreTakenBackAfterTheDialog();
    void whatCannotBeTakenBackIsToldPerCase();
    void rowsShowWhoLooks();
    void readOnlyIsSaidFromTheStart();

private:
    void trigger(const char *action) { m_window->findChild<QAction *>(QLatin1StringView(action))->trigger(); }
    template<typename T>
    T *find(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1StringView(name));
    }
    QString toast() const { return find<QLabel>("toastText")->text(); }
    QDialog *dialog() const { return qobject_cast<QDialog *>(QApplication::activeModalWidget()); }
    bool hasDialog() const
    {
        return QTest::qWaitFor([this] { return dialog() && dialog()->isActiveWindow() && dialog()->isAncestorOf(QApplication::focusWidget()); });
    }
    bool open(domain::CaseId id)
    {
        QSignalSpy opened(m_session.get(), &presentation::Session::caseOpened);
        m_session->open(id);
        return opened.wait(2000);
    }
    /// The queue page with all @p cases of the desk on it.
    void showQueue(int cases)
    {
        m_queue->start();
        QTRY_VERIFY(!m_queue->isFilling());
        QTRY_COMPARE(m_queue->model().rowCount(), cases);
        trigger("queuePage");
        QTRY_VERIFY(find<QListView>("queueTable")->hasFocus());
        for (int row = 0; row < cases; ++row)
            QTRY_VERIFY(m_queue->model().at(row));
    }
    void choose(domain::CaseId id)
    {
        find<QListView>("queueTable")->setCurrentIndex(m_queue->model().index(m_queue->model().rowOf(id), presentation::QueueModel::CaseColumn));
    }
    /// Tags what is marked in the dialog of many cases, and closes it.
    void tagMarked()
    {
        find<QPushButton>("queueMany")->click();
        QVERIFY(hasDialog());
        auto *action = dialog()->findChild<QComboBox *>(QStringLiteral("manyAction"));
        action->setCurrentIndex(action->findData(int(usecases::ManyAction::Tag)));
        dialog()->findChild<QLineEdit *>(QStringLiteral("manyAddTags"))->setText(QStringLiteral("vip"));
        auto *carryOut = dialog()->findChild<QPushButton *>(QStringLiteral("manyCarryOut"));
        QTRY_VERIFY(carryOut->isEnabled());
        carryOut->click();
        QTRY_VERIFY(dialog()->findChild<QPushButton *>(QStringLiteral("manyUndo"))->isVisible());
        dialog()->reject();
        QTRY_VERIFY(!dialog());
    }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<HeldRunner> m_runner;
    std::unique_ptr<MemoryJournal> m_journal;
    std::unique_ptr<presentation::Session> m_session;
    std::unique_ptr<FakeLoader> m_loader;
    std::unique_ptr<presentation::QueuePresenter> m_queue;
    std::unique_ptr<presentation::RulingPresenter> m_ruling;
    std::unique_ptr<ui::MainWindow> m_window;
};

void TstAnswers::init()
{
    m_desk = std::make_unique<SmallDesk>();
    m_runner = std::make_unique<HeldRunner>(m_desk->desk);
    m_journal = std::make_unique<MemoryJournal>();
    m_session = std::make_unique<presentation::Session>(*m_runner, *m_journal);
    m_session->setActor(m_desk->actor(m_desk->xu)); // may choose cases freely
    m_loader = std::make_unique<FakeLoader>();
    m_queue = std::make_unique<presentation::QueuePresenter>(*m_session);
    m_ruling = std::make_unique<presentation::RulingPresenter>(*m_session);
    m_window = std::make_unique<ui::MainWindow>(*m_session, *m_queue, *m_ruling, *m_loader, ui::WindowServices{});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TstAnswers::cleanup()
{
    m_window.reset();
    m_ruling.reset();
    m_queue.reset();
    m_loader.reset();
    m_session.reset();
    m_journal.reset();
    m_runner.reset();
    m_desk.reset();
}

void TstAnswers::queuePageClaimsTheRowOfTheKey()
{
    const domain::CaseId chosen = m_desk->admit(QStringLiteral("D-1")), other = m_desk->admit(QStringLiteral("D-2"));
    QVERIFY(open(other));
    showQueue(2);
    choose(chosen);
    m_runner->hold();
    trigger("claim");
    choose(other); // the hand is faster than the database
    m_runner->letGo();
    QTRY_COMPARE(toast(), QStringLiteral("Claimed: D-1"));
    QCOMPARE(m_desk->header(chosen).holder, m_desk->xu.id);
    QCOMPARE(m_desk->header(other).state, DisputeState::Queued);
    QCOMPARE(m_session->current(), other);
    QVERIFY(find<QWidget>("queuePage")->isVisible());
}

void TstAnswers::refusalNamesTheCaseOfTheKey()
{
    const domain::CaseId chosen = m_desk->admit(QStringLiteral("D-1")), other = m_desk->admit(QStringLiteral("D-2"));
    showQueue(2);
    choose(chosen);
    m_desk->claim(m_desk->chen, chosen);
    trigger("claim");
    QTRY_VERIFY2(toast().startsWith(QStringLiteral("D-1: ")), qPrintable(toast()));
    QVERIFY2(toast().contains(m_desk->chen.name), qPrintable(toast()));
    Q_UNUSED(other);
}

void TstAnswers::answerOpensNothingOverAnotherCase()
{
    const domain::CaseId first = m_desk->admit(QStringLiteral("D-1")), second = m_desk->admit(QStringLiteral("D-2"));
    m_desk->claim(m_desk->xu, first);
    QVERIFY(open(first));
    m_runner->hold();
    find<QPushButton>("release")->click();
    m_session->open(second);
    m_runner->letGo();
    QTRY_COMPARE(m_desk->header(first).state, DisputeState::Queued);
    QTRY_COMPARE(toast(), QStringLiteral("Released: D-1"));
    QTRY_VERIFY(m_session->view());
    QCOMPARE(m_session->view()->record.header.id, second); // it was not closed by the answer about the first
}

void TstAnswers::whatWasSaidOfThisCaseGoesWithIt()
{
    const domain::CaseId first = m_desk->admit(QStringLiteral("D-1")), second = m_desk->admit(QStringLiteral("D-2"));
    QVERIFY(open(first));
    trigger("amount"); // nobody holds it
    QVERIFY(find<QLabel>("toastText")->isVisible());
    QVERIFY(open(second));
    QVERIFY(!find<QLabel>("toastText")->isVisible());
}

void TstAnswers::skipOfTheQueuePageIsAskedByNumber()
{
    const domain::CaseId chosen = m_desk->admit(QStringLiteral("D-1"));
    m_desk->admit(QStringLiteral("D-2"));
    showQueue(2);
    choose(chosen);
    trigger("skip");
    QVERIFY(hasDialog());
    bool named = false;
    for (const QLabel *label : dialog()->findChildren<QLabel *>())
        named = named || label->text().contains(QStringLiteral("D-1"));
    QVERIFY(named);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_3);
    QTRY_COMPARE(toast(), QStringLiteral("Skipped: D-1"));
    QCOMPARE(m_desk->record(chosen).audit.constLast().action, QStringLiteral("skip"));
}

void TstAnswers::claimIsGivenOnceAndWaitingIsSaid()
{
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"));
    QVERIFY(open(id));
    m_session->findChild<QTimer *>(QStringLiteral("slow"))->setInterval(5);
    auto *button = find<QPushButton>("claim");
    auto *note = find<QLabel>("waitingNote");
    QTRY_VERIFY(button->isEnabled());
    m_runner->hold();
    button->click();
    QVERIFY(!button->isEnabled() && !find<QPushButton>("takeNext")->isEnabled());
    trigger("claim"); // Enter held down
    QVERIFY(!note->isVisible());
    QTRY_VERIFY(note->isVisible()); // the window lives on
    QVERIFY(!note->text().isEmpty());
    m_runner->letGo();
    QTRY_COMPARE(m_desk->header(id).holder, m_desk->xu.id);
    QTRY_VERIFY(!note->isVisible());
    QTRY_VERIFY(find<QPushButton>("takeNext")->isEnabled());
    int claims = 0;
    for (const domain::AuditEntry &entry : m_desk->record(id).audit)
        claims += entry.action == u"claim" ? 1 : 0;
    QCOMPARE(claims, 1);
}

void TstAnswers::viewByKeyBeginsWhereItIsSeen()
{
    for (int n = 1; n <= 3; ++n)
        m_desk->admit(QStringLiteral("D-%1").arg(n));
    m_queue->start();
    QTRY_VERIFY(!m_queue->isFilling());
    QTRY_COMPARE(m_queue->model().rowCount(), 3);
    auto *rows = find<QListView>("queueRows");
    rows->setFocus();
    rows->setCurrentIndex(m_queue->model().index(2, presentation::QueueModel::CaseColumn));
    QSignalSpy refreshed(m_queue.get(), &presentation::QueuePresenter::refreshed);
    m_queue->setView(usecases::QueueView::All);
    QTRY_VERIFY(!refreshed.isEmpty());
    QCOMPARE(rows->currentIndex().row(), 0);
    trigger("nextCase"); // nobody has been at the first row yet
    QTRY_VERIFY(m_session->view());
    QCOMPARE(m_session->view()->record.header.id, m_queue->model().idAt(0));
    trigger("nextCase");
    QTRY_COMPARE(m_session->view()->record.header.id, m_queue->model().idAt(1));
    refreshed.clear();
    m_queue->setView(usecases::QueueView::Waiting); // the open case is in it as well
    QTRY_VERIFY(!refreshed.isEmpty());
    QCOMPARE(m_queue->model().idAt(rows->currentIndex().row()), m_session->view()->record.header.id);
}

void TstAnswers::toastLeavesTheQueuePageFree()
{
    m_desk->admit(QStringLiteral("D-1"));
    showQueue(1);
    m_window->say([] { return QStringLiteral("Something was said."); });
    const auto placed = [this](const QWidget *widget) { return QRect(widget->mapTo(m_window.get(), QPoint(0, 0)), widget->size()); };
    const QWidget *toast = find<QWidget>("toast"), *table = find<QWidget>("queueTable");
    QTRY_VERIFY(toast->isVisible() && !placed(table).intersects(placed(toast)));
    QVERIFY(m_window->rect().contains(placed(toast)));
}

void TstAnswers::toastLeavesTheDeskFree()
{
    m_desk->admit(QStringLiteral("D-1"));
    m_queue->start();
    QTRY_VERIFY(!m_queue->isFilling() && m_queue->model().rowCount() == 1);
    const auto placed = [this](const QWidget *widget) { return QRect(widget->mapTo(m_window.get(), QPoint(0, 0)), widget->size()); };
    const QRect takeNext = placed(find<QPushButton>("takeNext"));
    m_window->say([] { return QStringLiteral("Something was said of a case, in a sentence that is longer than one line of the list."); });
    const QWidget *toast = find<QWidget>("toast");
    QTRY_VERIFY(toast->isVisible());
    const auto covered = [&] {
        QStringList names;
        for (const char *name : {"takeNext", "queueRows", "queueWhy", "casePanel", "rulingPanel"}) {
            const auto *widget = find<QWidget>(name);
            if (widget->isVisible() && placed(widget).intersects(placed(toast)))
                names.append(QLatin1StringView(name));
        }
        return names;
    };
    QTRY_COMPARE(covered(), QStringList());
    QVERIFY(m_window->rect().contains(placed(toast)));
    QCOMPARE(placed(find<QPushButton>("takeNext")), takeNext); // nothing slips away from under the pointer
}

void TstAnswers::manyAreTakenBackAfterTheDialog()
{
    const domain::CaseId ids[] = {m_desk->admit(QStringLiteral("D-1")), m_desk->admit(QStringLiteral("D-2"))};
    showQueue(2);
    find<QListView>("queueTable")->selectAll();
    tagMarked();
    QCOMPARE(m_desk->header(ids[0]).tags, QStringList{QStringLiteral("vip")});
    QTRY_VERIFY(find<QPushButton>("toastButton")->isVisible());
    trigger("recall"); // Ctrl+Z
    QTRY_VERIFY(m_desk->header(ids[0]).tags.isEmpty() && m_desk->header(ids[1]).tags.isEmpty());
    QTRY_VERIFY2(toast().contains(QLatin1Char('2')), qPrintable(toast()));
    QVERIFY(!dialog());
}

void TstAnswers::whatCannotBeTakenBackIsToldPerCase()
{
    const domain::CaseId touched = m_desk->admit(QStringLiteral("D-1")), calm = m_desk->admit(QStringLiteral("D-2"));
    showQueue(2);
    find<QListView>("queueTable")->selectAll();
    tagMarked();
    must(m_desk->commands.tag(m_desk->as(m_desk->chen), touched, {QStringLiteral("later")}, {}), "tag");
    QTRY_VERIFY(find<QPushButton>("toastButton")->isVisible());
    m_window->activateWindow();
    find<QPushButton>("toastButton")->click();
    QTRY_VERIFY(dialog());
    QVERIFY(m_desk->header(calm).tags.isEmpty());
    QVERIFY(m_desk->header(touched).tags.contains(QStringLiteral("vip")));
    const auto *rows = dialog()->findChild<QListView *>(QStringLiteral("manyRows"));
    QCOMPARE(rows->model()->rowCount(), 2);
    bool explained = false;
    for (int row = 0; row < 2; ++row)
        explained = explained || !rows->model()->index(row, presentation::BulkPresenter::WhyColumn).data().toString().isEmpty();
    QVERIFY(explained);
    dialog()->reject();
    QTRY_VERIFY(!dialog());
}

void TstAnswers::rowsShowWhoLooks()
{
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"));
    showQueue(1);
    must(usecases::QueueCommands(m_desk->desk).lookAt(m_desk->actor(m_desk->chen), id), "look");
    const QModelIndex row = m_queue->model().index(0, presentation::QueueModel::CaseColumn);
    QTRY_VERIFY_WITH_TIMEOUT(row.data(presentation::QueueModel::LookersRole).toString().contains(m_desk->chen.name), 5000);
}

void TstAnswers::readOnlyIsSaidFromTheStart()
{
    const domain::CaseId id = m_desk->admit(QStringLiteral("D-1"));
    m_session->setReadOnly(true);
    auto *banner = find<QLabel>("bannerText");
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(QStringLiteral("only be read")) && banner->text().contains(QStringLiteral("searching")), qPrintable(banner->text()));
    QVERIFY(!find<QPushButton>("takeNext")->isEnabled());
    QVERIFY(find<QPushButton>("takeNext")->toolTip().contains(QStringLiteral("only be read")));
    QVERIFY(open(id));
    QVERIFY(!find<QPushButton>("claim")->isEnabled());
    QVERIFY(!find<QPushButton>("parkWaiting")->isEnabled());
    trigger("claim");
    QCOMPARE(m_desk->header(id).state, DisputeState::Queued);
    QVERIFY(banner->isVisible());
}

QObject *make_tst_answers()
{
    return new TstAnswers;
}

#include "tst_answers.moc"
