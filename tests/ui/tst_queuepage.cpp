// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/queue/celldelegate.h"
#include "../../ui/queue/filterchips.h"
#include "../../ui/queue/manydialog.h"
#include "../../ui/queue/queuepage.h"
#include "../../ui/queue/uniformlist.h"
#include "../presentation/words.h"

#include <presentingdesk.h>

#include <QtCore/QMimeData>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QToolButton>

using namespace arb;
using namespace arb::tests;
using presentation::QueueModel;

namespace {

/// Keeps what it is given.
struct KeptRows final : presentation::RowSink
{
    QList<QStringList> rows;
    int blocks = 0;
    bool finished = false;
    QString problem;
    bool add(const QList<QStringList> &block) override
    {
        ++blocks;
        rows += block;
        return problem.isEmpty();
    }
    QString finish() override
    {
        finished = true;
        return problem;
    }
};

} // namespace

/// The queue's page over a desk in memory: what is typed, ticked and pressed, and what leaves it.
class TstQueuePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keysWalkAndOpen();
    void typingNarrowsAfterAPause();
    void typedKeysBecomeChips();
    void nonsenseIsToldAndChangesNothing();
    void chipsNarrow();
    void chipFieldsRefuseNonsense();
    void deleteEmptiesAChip();
    void viewsAreKeptRenamedRemoved();
    void anotherViewBeginsWithItsFirstRow();
    void headerSorts();
    void columnsAreChosenAndKept();
    void copyIsWhatIsShown();
    void exportIsWhatIsShown();
    void exportThatFailsSaysWhy();
    void changesOfOthersLeaveTheMarksAlone();
    void keyExportsWhileSearching();
    void reasonsAreNeverCut();
    void viewKeyShowsTheWholeView();
    void chipFindsWhatIsPutAside();
    void manyCasesAreAskedFor();
    void everythingHasAName();

private:
    template<typename T>
    T *find(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1StringView(name));
    }
    ui::UniformList *table() const { return find<ui::UniformList>("queueTable"); }
    QLineEdit *search() const { return find<QLineEdit>("queueSearch"); }
    QWidget *popup() const { return QApplication::activePopupWidget(); }
    bool settled() { return QTest::qWaitFor([this] { return !m_queue->isFilling(); }); }
    QStringList cases() const
    {
        QStringList numbers;
        for (int row = 0; row < m_queue->model().rowCount(); ++row)
            numbers.append(m_queue->model().index(row, QueueModel::CaseColumn).data().toString());
        return numbers;
    }
    QList<QStringList> shownCells() const
    {
        QList<QStringList> lines;
        for (int row = 0; row < m_queue->model().rowCount(); ++row) {
            QStringList cells;
            for (const int column : table()->shownColumns())
                cells.append(m_queue->model().index(row, column).data().toString());
            lines.append(cells);
        }
        return lines;
    }

    std::unique_ptr<PresentingDesk> m_desk;
    std::unique_ptr<presentation::QueuePresenter> m_queue;
    std::unique_ptr<ui::QueuePage> m_page;
    QStringList m_said;
};

void TstQueuePage::init()
{
    m_said.clear();
    m_desk = std::make_unique<PresentingDesk>();
    for (int n = 1; n <= 6; ++n) {
        m_desk->desk.admit(QStringLiteral("D-%1").arg(n), [n](domain::CaseFile &file) {
            if (n == 2)
                file.order.product = QStringLiteral("白色马克杯");
        });
    }
    m_queue = std::make_unique<presentation::QueuePresenter>(m_desk->session);
    m_page = std::make_unique<ui::QueuePage>(m_desk->session, *m_queue);
    connect(m_page.get(), &ui::QueuePage::said, this, [this](const QString &sentence) { m_said.append(sentence); });
    m_page->resize(1366, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_queue->start();
    QVERIFY(settled());
    QTRY_COMPARE(cases().size(), 6);
    QTRY_VERIFY(!cases().contains(QStringLiteral("…")));
}

void TstQueuePage::cleanup()
{
    m_page.reset();
    m_queue.reset();
    m_desk.reset();
}

void TstQueuePage::keysWalkAndOpen()
{
    QSignalSpy chosen(m_page.get(), &ui::QueuePage::caseChosen);
    m_page->focusRows();
    QCOMPARE(table()->currentIndex().row(), 0);
    m_page->step(1);
    QTest::keyClick(table(), Qt::Key_Down);
    QCOMPARE(table()->currentIndex().row(), 2);
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).value<domain::CaseId>(), m_queue->model().idAt(2));
}

void TstQueuePage::typingNarrowsAfterAPause()
{
    QSignalSpy choices(m_queue.get(), &presentation::QueuePresenter::choiceChanged);
    m_page->focusFilter();
    QVERIFY(search()->hasFocus());
    QTest::keyClicks(search(), QStringLiteral("D-5"));
    QCOMPARE(choices.count(), 0); // nothing is asked between two letters
    QTRY_COMPARE(cases(), QStringList{QStringLiteral("D-5")});
    QCOMPARE(choices.count(), 1);
    QCOMPARE(search()->text(), QStringLiteral("D-5"));
    search()->setText(QStringLiteral("马克"));
    QTRY_COMPARE(cases(), QStringList{QStringLiteral("D-2")});
    search()->setText(QStringLiteral("nowhere"));
    QTRY_COMPARE(cases(), QStringList());
    QTRY_VERIFY(table()->accessibleDescription().contains(QStringLiteral("filter")));
}

void TstQueuePage::typedKeysBecomeChips()
{
    m_page->focusFilter();
    QTest::keyClicks(search(), QStringLiteral("D-5 state:queued"));
    QTest::keyClick(search(), Qt::Key_Return);
    QTRY_COMPARE(cases(), QStringList{QStringLiteral("D-5")});
    QCOMPARE(search()->text(), QStringLiteral("D-5"));
    QVERIFY(find<QToolButton>("chip_state")->accessibleName().contains(QStringLiteral("Waiting for ruling")));
    QVERIFY(table()->hasFocus());
}

void TstQueuePage::nonsenseIsToldAndChangesNothing()
{
    const QStringList before = cases();
    auto *note = find<QLabel>("filterNote");
    for (const char *nonsense : {"colour:red", "state:asleep", "amount:much", "due:soon", "overdue:maybe", "amount:>=99999999999999999999"}) {
        search()->setText(QLatin1StringView(nonsense));
        QTRY_VERIFY(note->isVisible());
        QVERIFY2(note->text().contains(QLatin1StringView(nonsense).mid(QLatin1StringView(nonsense).indexOf(u':') + 1)) || note->text().contains(QStringLiteral("colour")),
                 qPrintable(note->text()));
        QCOMPARE(cases(), before);
        search()->setText(QString());
        QTRY_VERIFY(!note->isVisible());
    }
    const QString unclosed = QStringLiteral("D-5 holder:\"a b");
    search()->setFocus();
    search()->setText(unclosed);
    QTest::keyClick(search(), Qt::Key_Return);
    QVERIFY2(note->isVisible() && note->text().contains(QStringLiteral("holder:\"a b")), qPrintable(note->text()));
    QCOMPARE(search()->accessibleDescription(), note->text());
    QCOMPARE(search()->text(), unclosed); // and the keyboard stays there
    QVERIFY(search()->hasFocus());
    QCOMPARE(cases(), before);
    for (const char *signs : {"%", "\\", "(((", "-", ":::"}) {
        search()->setText(QLatin1StringView(signs));
        QTRY_VERIFY(note->isVisible() && note->text().contains(QLatin1StringView(signs)));
        QCOMPARE(cases(), before);
    }
    search()->setText(QStringLiteral("holder:Nobody"));
    QTRY_VERIFY(note->isVisible() && note->text().contains(QStringLiteral("Nobody")));
    QTRY_VERIFY(cases().isEmpty());
    for (const char *odd : {"'; DROP TABLE x; --", "\"\"", "* OR NEAR("}) {
        QSignalSpy refreshed(m_queue.get(), &presentation::QueuePresenter::refreshed);
        search()->setText(QLatin1StringView(odd));
        QTRY_VERIFY(refreshed.count() > 0);
        QVERIFY(m_queue->trouble().isEmpty());
    }
}

void TstQueuePage::chipsNarrow()
{
    const domain::CaseId held = m_queue->model().idAt(0);
    m_desk->desk.claim(m_desk->desk.xu, held);
    m_queue->setView(usecases::QueueView::All);
    QTRY_COMPARE(cases().size(), 6);
    auto *chip = find<QToolButton>("chip_state");
    chip->setFocus();
    QTest::keyClick(chip, Qt::Key_Return);
    QVERIFY(popup());
    auto *list = popup()->findChild<QListWidget *>(QStringLiteral("chipChoices"));
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->text() == QStringLiteral("In review"))
            list->item(row)->setCheckState(Qt::Checked);
    }
    QTRY_COMPARE(m_queue->model().rowCount(), 1);
    QCOMPARE(m_queue->model().idAt(0), held);
    QCOMPARE(chip->accessibleName(), QStringLiteral("State: In review"));
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(!popup());
    find<QToolButton>("clearChips")->click();
    QTRY_COMPARE(m_queue->model().rowCount(), 6);
}

void TstQueuePage::chipFieldsRefuseNonsense()
{
    find<QToolButton>("chip_amount")->click();
    QVERIFY(popup());
    auto *note = popup()->findChild<QLabel *>(QStringLiteral("chipNote"));
    auto *from = popup()->findChild<QLineEdit *>(QStringLiteral("chipFrom"));
    auto *to = popup()->findChild<QLineEdit *>(QStringLiteral("chipTo"));
    from->setText(QStringLiteral("lots"));
    QVERIFY2(note->text().contains(QStringLiteral("lots")), qPrintable(note->text()));
    from->setText(QStringLiteral("1,000"));
    QVERIFY(!note->isVisible());
    QTRY_COMPARE(m_queue->model().rowCount(), 0);
    to->setText(QStringLiteral("5"));
    QVERIFY(note->isVisible());
    from->setText(QStringLiteral("100.50"));
    to->setText(QStringLiteral("¥400"));
    QTRY_COMPARE(m_queue->model().rowCount(), 6);
    QTRY_COMPARE(m_queue->choice().filter, QStringLiteral("amount:10050..40000"));
    popup()->close();

    find<QToolButton>("chip_deadline")->click();
    auto *due = popup()->findChild<QLineEdit *>(QStringLiteral("chipDue"));
    due->setText(QStringLiteral("soonish"));
    QVERIFY(popup()->findChild<QLabel *>(QStringLiteral("chipNote"))->text().contains(QStringLiteral("soonish")));
    due->setText(QStringLiteral("90m"));
    QTRY_VERIFY(m_queue->choice().filter.contains(QStringLiteral("due:<90m")));
    popup()->findChild<QRadioButton *>(QStringLiteral("due_overdue"))->click();
    QTRY_VERIFY(m_queue->choice().filter.contains(QStringLiteral("overdue:yes")));
    popup()->close();
}

void TstQueuePage::deleteEmptiesAChip()
{
    m_queue->setFilter(QStringLiteral("merchant:\"no such shop\" D-1"));
    QTRY_COMPARE(m_queue->model().rowCount(), 0);
    QCOMPARE(search()->text(), QStringLiteral("D-1"));
    auto *chip = find<QToolButton>("chip_merchant");
    QVERIFY(chip->accessibleName().contains(QStringLiteral("no such shop")));
    chip->setFocus();
    QTest::keyClick(chip, Qt::Key_Delete);
    QTRY_COMPARE(cases(), QStringList{QStringLiteral("D-1")});
}

void TstQueuePage::viewsAreKeptRenamedRemoved()
{
    auto *views = find<QListWidget>("viewList");
    QCOMPARE(views->count(), 9);
    QTRY_VERIFY(views->item(0)->text().contains(QStringLiteral("(6)")));
    m_queue->setFilter(QStringLiteral("D-3"));
    QTRY_COMPARE(cases().size(), 1);
    const auto answer = [this](const QString &name) {
        QVERIFY(QTest::qWaitFor([] { return QApplication::activeModalWidget() != nullptr; }));
        auto *line = QApplication::activeModalWidget()->findChild<QLineEdit *>(QStringLiteral("dialogLine"));
        line->setText(name);
        QTest::keyClick(line, Qt::Key_Return);
    };
    find<QToolButton>("saveView")->click();
    answer(QStringLiteral("mugs"));
    QTRY_COMPARE(views->count(), 10);
    QTRY_COMPARE(views->item(9)->text(), QStringLiteral("mugs (1)"));
    QCOMPARE(views->currentRow(), 9); // what is on show is this view

    m_desk->desk.admit(QStringLiteral("D-31")); // counts live on
    m_queue->refresh();
    QTRY_VERIFY(views->item(0)->text().contains(QStringLiteral("(7)")));

    m_page->showView(1);
    QTRY_COMPARE(m_queue->view(), usecases::QueueView::Waiting);
    m_page->activateWindow(); // the dialog had the keyboard
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->showView(0);
    QVERIFY(views->hasFocus());
    views->setCurrentRow(9);
    QTRY_COMPARE(m_queue->choice().filter, QStringLiteral("D-3"));
    find<QToolButton>("renameView")->click();
    answer(QStringLiteral("cups"));
    QTRY_VERIFY(views->item(9)->text().startsWith(QStringLiteral("cups")));
    QCOMPARE(views->count(), 10);

    QSignalSpy removed(m_page.get(), &ui::QueuePage::viewRemoved);
    find<QToolButton>("removeView")->click();
    QTRY_COMPARE(views->count(), 9);
    QCOMPARE(removed.count(), 1);
    m_queue->restoreView(removed.at(0).at(0).value<usecases::SavedView>());
    QTRY_COMPARE(views->count(), 10);
}

void TstQueuePage::keyExportsWhileSearching()
{
    QSignalSpy asked(m_page.get(), &ui::QueuePage::exportRequested);
    QTRY_VERIFY(find<QPushButton>("queueExport")->isEnabled()); // there is something to export
    m_page->focusFilter();
    QTRY_VERIFY(search()->hasFocus());
    QTest::keyClick(search(), Qt::Key_E, Qt::ControlModifier);
    QTRY_COMPARE(asked.count(), 1);
    QCOMPARE(search()->text(), QString());
    QTest::keyClick(search(), Qt::Key_E); // without Ctrl it is a letter
    QCOMPARE(search()->text(), QStringLiteral("e"));
    QCOMPARE(asked.count(), 1);
}

void TstQueuePage::reasonsAreNeverCut()
{
    const QHeaderView *header = table()->header();
    for (const bool chinese : {false, true}) {
        const Speaking speaking(chinese);
        QCoreApplication::sendPostedEvents();
        for (const auto &row : domain::codeTable<domain::Reason>()) {
            const int words = table()->fontMetrics().horizontalAdvance(presentation::label(row.value));
            QVERIFY2(words + 2 * ui::cellMargin <= header->sectionSize(QueueModel::ReasonColumn), row.code);
        }
        // At 1366 the usual columns need no scrolling.
        QVERIFY2(header->length() <= table()->viewport()->width(), qPrintable(QString::number(header->length())));
    }
    m_page->findChild<ui::UniformList *>(QStringLiteral("queueTable"))->header()->resizeSection(QueueModel::ReasonColumn, 300); // the reader's own
    {
        const Speaking speaking(false);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(header->sectionSize(QueueModel::ReasonColumn), 300);
    }
}

void TstQueuePage::viewKeyShowsTheWholeView()
{
    m_queue->choose({usecases::QueueView::All, QStringLiteral("D-3 holder:nobody"), usecases::QueueSort::Amount, true});
    QTRY_COMPARE(cases().size(), 0);
    QVERIFY(find<QToolButton>("chip_holder")->accessibleName().contains(QStringLiteral("nobody")));
    m_page->showView(1);
    QTRY_COMPARE(cases().size(), 6);
    QCOMPARE(m_queue->choice().filter, QString());
    QVERIFY(m_queue->choice().sort == usecases::QueueSort::Amount && m_queue->choice().descending); // how one reads is one's own
    QCOMPARE(search()->text(), QString());
    QVERIFY(!find<QToolButton>("chip_holder")->accessibleName().contains(QStringLiteral("nobody")));
}

void TstQueuePage::chipFindsWhatIsPutAside()
{
    m_queue->setView(usecases::QueueView::All);
    SmallDesk &desk = m_desk->desk;
    const domain::CaseId second = m_queue->model().idAt(1), third = m_queue->model().idAt(2);
    const QStringList before = cases();
    must(desk.commands.park(desk.as(desk.xu), second, desk.clock.at.plusMs(domain::hourMs)), "park");
    must(desk.commands.assign(desk.as(desk.xu), third, desk.chen.name), "assign");
    m_queue->refresh();
    find<QToolButton>("chip_aside")->click();
    popup()->findChild<QRadioButton *>(QStringLiteral("aside_parked"))->click();
    QTRY_COMPARE(m_queue->choice().filter, QStringLiteral("parked:yes"));
    QTRY_COMPARE(cases(), QStringList{before.at(1)});
    popup()->findChild<QRadioButton *>(QStringLiteral("aside_reserved"))->click();
    QTRY_COMPARE(m_queue->choice().filter, QStringLiteral("reserved:yes"));
    QTRY_COMPARE(cases(), QStringList{before.at(2)});
    popup()->findChild<QRadioButton *>(QStringLiteral("aside_neither"))->click();
    QTRY_COMPARE(cases().size(), 4);
    popup()->findChild<QPushButton *>(QStringLiteral("chipClear"))->click();
    QTRY_COMPARE(cases().size(), 6);
    find<QToolButton>("chip_aside")->click();
    popup()->findChild<QLineEdit *>(QStringLiteral("chipNames"))->setText(desk.chen.name);
    QTRY_COMPARE(m_queue->choice().filter, QString(QStringLiteral("reserved:") + desk.chen.name));
    QTRY_COMPARE(cases(), QStringList{before.at(2)});
    popup()->close();
    auto *chip = find<QToolButton>("chip_aside");
    QVERIFY2(chip->accessibleName().contains(desk.chen.name), qPrintable(chip->accessibleName()));
    chip->setFocus();
    QTest::keyClick(chip, Qt::Key_Delete);
    QTRY_COMPARE(cases().size(), 6);
}

void TstQueuePage::anotherViewBeginsWithItsFirstRow()
{
    table()->setFocus();
    table()->setCurrentIndex(m_queue->model().index(4, QueueModel::CaseColumn));
    QSignalSpy refreshed(m_queue.get(), &presentation::QueuePresenter::refreshed);
    m_page->showView(9);
    QTRY_VERIFY(!refreshed.isEmpty());
    QCOMPARE(m_queue->view(), usecases::QueueView::All);
    QCOMPARE(table()->currentIndex().row(), 0);
    QCOMPARE(table()->topRow(), 0);
    QCOMPARE(m_page->chosen().id, m_queue->model().idAt(0));
    QCOMPARE(m_page->chosen().caseNo, cases().constFirst());

    table()->selectAll(); // marks are kept for the wish they are meant for
    refreshed.clear();
    m_page->showView(1);
    QTRY_VERIFY(!refreshed.isEmpty());
    QCOMPARE(table()->currentIndex().row(), 0);
    QCOMPARE(table()->selectedRanges().constFirst(), qMakePair(0, 5));
}

void TstQueuePage::headerSorts()
{
    QHeaderView *header = table()->header();
    const auto click = [&](int column) {
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(header->sectionViewportPosition(column) + 8, header->height() / 2));
    };
    click(QueueModel::CaseColumn);
    QTRY_COMPARE(m_queue->choice().sort, usecases::QueueSort::CaseNo);
    const bool first = m_queue->choice().descending;
    QTRY_COMPARE(cases().constFirst(), first ? QStringLiteral("D-6") : QStringLiteral("D-1"));
    click(QueueModel::CaseColumn);
    QTRY_COMPARE(m_queue->choice().descending, !first);
    QTRY_COMPARE(cases().constFirst(), first ? QStringLiteral("D-1") : QStringLiteral("D-6"));
    m_queue->setSort(usecases::QueueSort::Amount, true); // chosen elsewhere: the header shows it
    QCOMPARE(header->sortIndicatorSection(), int(QueueModel::AmountColumn));
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
}

void TstQueuePage::columnsAreChosenAndKept()
{
    const auto toggle = [this](int column) {
        for (QAction *action : m_page->findChildren<QAction *>(QStringLiteral("column_%1").arg(column)))
            action->trigger();
    };
    QVERIFY(!table()->shownColumns().contains(QueueModel::PlatformColumn));
    toggle(QueueModel::PlatformColumn);
    toggle(QueueModel::WhyColumn);
    QVERIFY(table()->shownColumns().contains(QueueModel::PlatformColumn));
    QVERIFY(!table()->shownColumns().contains(QueueModel::WhyColumn));
    table()->header()->moveSection(table()->header()->visualIndex(QueueModel::PlatformColumn), 0);
    const QList<int> chosen = table()->shownColumns();
    const QByteArray state = m_page->columnsState();
    ui::QueuePage later(m_desk->session, *m_queue);
    later.restoreColumns("nonsense");
    later.restoreColumns("99:nonsense");
    QVERIFY(later.shownColumns() != chosen);
    later.restoreColumns(state);
    QCOMPARE(later.shownColumns(), chosen);
    QCOMPARE(later.shownHeadings().constFirst(), QueueModel::columnTitle(QueueModel::PlatformColumn));
}

void TstQueuePage::copyIsWhatIsShown()
{
    table()->selectAll();
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY(!m_said.isEmpty());
    QStringList lines{m_page->shownHeadings().join(u'\t')};
    for (const QStringList &cells : shownCells())
        lines.append(cells.join(u'\t'));
    QCOMPARE(QApplication::clipboard()->text(), lines.join(u'\n'));
    const QString html = QApplication::clipboard()->mimeData()->html();
    QCOMPARE(html.count(QStringLiteral("<tr>")), 7);
    QVERIFY(html.contains(QStringLiteral("<td>D-1</td>")));
}

void TstQueuePage::exportIsWhatIsShown()
{
    const auto kept = std::make_shared<KeptRows>();
    table()->header()->hideSection(QueueModel::MerchantColumn);
    m_page->exportTo(kept, QStringLiteral("queue.csv"));
    QVERIFY(m_page->isExporting());
    QTRY_VERIFY(kept->finished);
    QCOMPARE(kept->rows, shownCells());
    QTRY_COMPARE(m_said, QStringList{QStringLiteral("Written: queue.csv")});
    QVERIFY(!m_page->isExporting());
}

void TstQueuePage::exportThatFailsSaysWhy()
{
    const auto kept = std::make_shared<KeptRows>();
    kept->problem = QStringLiteral("the disk is full.");
    m_page->exportTo(kept, QStringLiteral("queue.csv"));
    QTRY_COMPARE(m_said.size(), 1);
    QVERIFY2(m_said.constFirst().contains(QStringLiteral("the disk is full.")), qPrintable(m_said.constFirst()));
    QVERIFY(find<QPushButton>("queueExport")->isEnabled());
}

void TstQueuePage::changesOfOthersLeaveTheMarksAlone()
{
    QAbstractItemModelTester tester(&m_queue->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy shown(m_queue.get(), &presentation::QueuePresenter::refreshed);
    m_queue->setView(usecases::QueueView::All);
    QTRY_VERIFY(!shown.isEmpty());
    QTRY_COMPARE(m_queue->model().rowCount(), 6);
    // Not by setCurrentIndex(), which asks what keys another test has held down last.
    table()->selectionModel()->setCurrentIndex(m_queue->model().index(3, QueueModel::CaseColumn), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const domain::CaseId marked = m_queue->model().idAt(3);
    const domain::CaseId taken[] = {m_queue->model().idAt(0), m_queue->model().idAt(1), m_queue->model().idAt(2)};
    for (int n = 0; n < 5; ++n) {
        m_desk->desk.admit(QStringLiteral("N-%1").arg(n), [n](domain::CaseFile &file) { file.afterSale.claimed = domain::Money(100 + n * 5000); });
        if (n < 3)
            m_desk->desk.claim(m_desk->desk.xu, taken[n]);
        QSignalSpy refreshed(m_queue.get(), &presentation::QueuePresenter::refreshed);
        m_queue->refresh();
        QTRY_VERIFY(refreshed.count() > 0);
        QCOMPARE(m_queue->model().rowCount(), 7 + n);
        QCOMPARE(m_queue->model().idAt(table()->currentIndex().row()), marked);
        const auto ranges = table()->selectedRanges();
        QCOMPARE(ranges.size(), 1);
        QCOMPARE(m_queue->model().idAt(ranges.constFirst().first), marked);
    }
}

void TstQueuePage::manyCasesAreAskedFor()
{
    QSignalSpy wanted(m_page.get(), &ui::QueuePage::manyRequested);
    table()->clearSelection();
    QVERIFY(!find<QPushButton>("queueMany")->isEnabled());
    table()->setFocus();
    table()->setCurrentIndex(m_queue->model().index(1, QueueModel::CaseColumn));
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    QTRY_VERIFY(find<QLabel>("queueCounts")->text().contains(QStringLiteral("2")));
    QTest::keyClick(table(), Qt::Key_M);
    QCOMPARE(wanted.count(), 1);
    const auto ids = wanted.at(0).at(0).value<QList<domain::CaseId>>();
    QCOMPARE(ids, (QList<domain::CaseId>{m_queue->model().idAt(1), m_queue->model().idAt(2)}));

    m_desk->session.setActor(m_desk->desk.actor(m_desk->desk.xu));
    ui::ManyDialog dialog(m_desk->session, ids, m_page.get());
    dialog.show();
    auto *action = dialog.findChild<QComboBox *>(QStringLiteral("manyAction"));
    action->setCurrentIndex(action->findData(int(usecases::ManyAction::Tag)));
    dialog.findChild<QLineEdit *>(QStringLiteral("manyAddTags"))->setText(QStringLiteral("vip"));
    auto *carryOut = dialog.findChild<QPushButton *>(QStringLiteral("manyCarryOut"));
    auto *undo = dialog.findChild<QPushButton *>(QStringLiteral("manyUndo"));
    QTRY_VERIFY(carryOut->isEnabled());
    QVERIFY(m_desk->desk.header(ids.constFirst()).tags.isEmpty()); // a preview writes nothing
    carryOut->click();
    QTRY_VERIFY(undo->isVisible() && undo->isEnabled());
    for (const domain::CaseId id : ids)
        QCOMPARE(m_desk->desk.header(id).tags, QStringList{QStringLiteral("vip")});
    undo->click();
    QTRY_VERIFY(m_desk->desk.header(ids.constFirst()).tags.isEmpty());
    QTRY_VERIFY(!dialog.presenter().isBusy());
}

void TstQueuePage::everythingHasAName()
{
    for (QWidget *widget : m_page->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || qobject_cast<QAbstractScrollArea *>(widget->parentWidget())
            || widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 qPrintable(QStringLiteral("%1 %2").arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName())));
    }
    const QModelIndex row = m_queue->model().index(0, QueueModel::CaseColumn);
    QVERIFY(row.data(Qt::AccessibleDescriptionRole).toString().contains(row.siblingAtColumn(QueueModel::WhyColumn).data().toString()));
}

QObject *make_tst_queuepage()
{
    return new TstQueuePage;
}

#include "tst_queuepage.moc"
