// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/queue/queuepage.h"
#include "../../ui/queue/uniformlist.h"
#include "seat.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace arb;
using namespace arb::tests;
using presentation::QueueModel;
using usecases::QueueSort;

/// The queue's rows are sorted by whoever has no mouse as well: by a key in the table, by a button with every column.
class TstQueueSort : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keySortsByTheCurrentColumn();
    void buttonReachesEveryColumn();
    void sheetOfKeysNamesIt();

private:
    ui::UniformList *table() const { return m_seat->find<ui::UniformList>("queueTable"); }
    QString firstCase() const { return m_seat->rows.model().index(0, QueueModel::CaseColumn).data().toString(); }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<Seat> m_seat;
};

void TstQueueSort::init()
{
    m_desk = std::make_unique<SmallDesk>();
    for (int n = 1; n <= 3; ++n)
        m_desk->admit(QStringLiteral("D-%1").arg(n));
    m_seat = std::make_unique<Seat>(*m_desk, m_desk->lin);
    QVERIFY(m_seat->show());
    QVERIFY(m_seat->start());
    QTRY_COMPARE(m_seat->rows.model().rowCount(), 3);
    m_seat->trigger("queuePage");
    QTRY_VERIFY(table()->hasFocus());
}

void TstQueueSort::cleanup()
{
    m_seat.reset();
    m_desk.reset();
}

void TstQueueSort::keySortsByTheCurrentColumn()
{
    QCOMPARE(table()->currentIndex().column(), int(QueueModel::CaseColumn));
    m_seat->press(Qt::Key_O, Qt::ShiftModifier);
    QCOMPARE(m_seat->rows.choice().sort, QueueSort::CaseNo);
    QVERIFY(!m_seat->rows.choice().descending);
    QTRY_COMPARE(firstCase(), QStringLiteral("D-1"));
    m_seat->press(Qt::Key_O, Qt::ShiftModifier);
    QCOMPARE(m_seat->rows.choice().sort, QueueSort::CaseNo);
    QVERIFY(m_seat->rows.choice().descending); // again: the other way round
    QTRY_COMPARE(firstCase(), QStringLiteral("D-3"));
    QCOMPARE(table()->header()->sortIndicatorSection(), int(QueueModel::CaseColumn));
    QCOMPARE(table()->header()->sortIndicatorOrder(), Qt::DescendingOrder);
    const QString title = QueueModel::columnTitle(QueueModel::CaseColumn);
    QVERIFY2(table()->header()->accessibleDescription().contains(title), qPrintable(table()->header()->accessibleDescription()));
    QVERIFY2(m_seat->toast().contains(title), qPrintable(m_seat->toast())); // and heard

    m_seat->press(Qt::Key_Right); // another column begins with its smallest
    QCOMPARE(table()->currentIndex().column(), int(QueueModel::AmountColumn));
    QSignalSpy answers(&m_seat->rows, &presentation::QueuePresenter::refreshed);
    m_seat->press(Qt::Key_O, Qt::ShiftModifier);
    QCOMPARE(m_seat->rows.choice().sort, QueueSort::Amount);
    QVERIFY(!m_seat->rows.choice().descending);
    QTRY_VERIFY(answers.count() > 0); // its first row is the current one, in the same column
    QCOMPARE(table()->currentIndex().column(), int(QueueModel::AmountColumn));
    m_seat->press(Qt::Key_O, Qt::ShiftModifier);
    QCOMPARE(m_seat->rows.choice().sort, QueueSort::Amount);
    QVERIFY(m_seat->rows.choice().descending);
}

void TstQueueSort::buttonReachesEveryColumn()
{
    auto *button = m_seat->find<QToolButton>("queueSort");
    QVERIFY(button && button->isVisible() && button->isEnabled());
    QVERIFY(button->focusPolicy() & Qt::TabFocus);
    QVERIFY(!button->accessibleName().isEmpty());
    const auto action = [button](const QString &name) {
        const auto actions = button->menu()->actions();
        const auto found = std::ranges::find(actions, name, &QAction::objectName);
        return found == actions.cend() ? nullptr : *found;
    };
    for (int column = 0; column < QueueModel::ColumnCount; ++column) {
        QAction *by = action(QStringLiteral("sort_%1").arg(column)); // those that are not shown, too
        QVERIFY2(by, qPrintable(QueueModel::columnTitle(column)));
        by->trigger();
        QCOMPARE(m_seat->rows.choice().sort, QueueModel::sortOf(column));
        QVERIFY(by->isChecked());
        for (const bool descending : {true, false}) {
            QAction *way = action(descending ? QStringLiteral("sortDescending") : QStringLiteral("sortAscending"));
            QVERIFY(way);
            way->trigger();
            QCOMPARE(m_seat->rows.choice().descending, descending);
            QCOMPARE(m_seat->rows.choice().sort, QueueModel::sortOf(column));
            QVERIFY(way->isChecked());
        }
    }
    QCOMPARE(std::ranges::count_if(button->menu()->actions(), &QAction::isChecked), 2); // a column and a way
}

void TstQueueSort::sheetOfKeysNamesIt()
{
    m_seat->trigger("shortcuts");
    auto *sheet = m_seat->find<QDialog>("shortcutSheet");
    QVERIFY(sheet);
    const auto *keys = sheet->findChild<QTableWidget *>();
    bool named = false;
    for (int row = 0; row < keys->rowCount(); ++row)
        named = named || keys->item(row, 0)->text().contains(QStringLiteral("Shift+O"));
    QVERIFY(named);
    sheet->close();
}

QObject *make_tst_queuesort();
QObject *make_tst_queuesort()
{
    return new TstQueueSort;
}

#include "tst_queuesort.moc"
