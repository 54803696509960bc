// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/queue/uniformlist.h"

#include <QtCore/QAbstractTableModel>
#include <QtGui/QAccessible>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyledItemDelegate>

using namespace arb;

namespace {

constexpr int million = 1'000'000;
constexpr int rowPixels = 20;

/// Rows that are numbers, kept as a list only as far as a test changes them; counts what it is asked.
class Numbers : public QAbstractTableModel
{
public:
    explicit Numbers(int rows) : m_rows(rows) {}
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 4; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        ++asked;
        askedRows.insert(index.row());
        if (role != Qt::DisplayRole)
            return {};
        return m_reversed ? m_rows - 1 - index.row() : index.row() - m_shift;
    }
    QVariant headerData(int section, Qt::Orientation, int role) const override { return role == Qt::DisplayRole ? QVariant(section) : QVariant(); }

    void insert(int row, int count)
    {
        beginInsertRows({}, row, row + count - 1);
        m_rows += count;
        if (row == 0)
            m_shift += count;
        endInsertRows();
    }
    void remove(int row, int count)
    {
        beginRemoveRows({}, row, row + count - 1);
        m_rows -= count;
        if (row == 0)
            m_shift -= count;
        endRemoveRows();
    }
    void reverse()
    {
        Q_EMIT layoutAboutToBeChanged();
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex &at : before)
            after.append(index(m_rows - 1 - at.row(), at.column()));
        m_reversed = !m_reversed;
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged();
    }
    void change(int row, int column) { Q_EMIT dataChanged(index(row, column), index(row, column)); }

    mutable qint64 asked = 0;
    mutable QSet<int> askedRows;

private:
    int m_rows, m_shift = 0;
    bool m_reversed = false;
};

class Rows : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, rowPixels}; }
};

class List : public ui::UniformList
{
public:
    explicit List(QAbstractItemModel &model)
    {
        setItemDelegate(new Rows(this));
        setModel(&model);
        resize(400, 10 * rowPixels + 2 * frameWidth());
    }
    QList<QRect> painted;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        painted.append(event->rect());
        ui::UniformList::paintEvent(event);
    }
};

} // namespace

/// The view of the queue: what it costs does not depend on how many rows there are.
class TstUniformList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForWhatIsOnTheScreen();
    void costsTheSameAtAnyLength();
    void reachesEveryRowByKeys();
    void placesAreTheInverseOfEachOther();
    void clickAndShiftSelectAcrossAnyDistance();
    void selectingAllKeepsOneRange();
    void repaintsOnlyWhatChanged();
    void screenStandsStillWhenRowsComeAbove();
    void nextRowTakesThePlaceOfOneThatGoes();
    void restOfManyStaysChosen();
    void selectionFollowsItsRowThroughAnyOrder();
    void columnsHideMoveAndScroll();
    void typingReadsNoRows();
    void tellsAssistiveToolsTheCurrentRow();
};

void TstUniformList::nextRowTakesThePlaceOfOneThatGoes()
{
    Numbers model(100);
    List list(model);
    list.setSelectionMode(QAbstractItemView::ExtendedSelection);
    list.show();
    QVERIFY(QTest::qWaitForWindowExposed(&list));
    list.setCurrentIndex(model.index(4, 0));
    list.verticalScrollBar()->setValue(50); // the reader looks elsewhere
    model.remove(4, 1);
    QCOMPARE(list.currentIndex().row(), 4); // the row after it, not the one passed over
    QVERIFY(list.selectionModel()->isRowSelected(4, {}));
    QCOMPARE(list.selectionModel()->selectedRows().size(), 1);
    QCOMPARE(list.verticalScrollBar()->value(), 49); // the same rows on the screen
    // Not by setCurrentIndex(): it adds to what is chosen as long as the last click of another test held Ctrl.
    list.selectionModel()->setCurrentIndex(model.index(98, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    model.remove(98, 1);
    QCOMPARE(list.currentIndex().row(), 97); // the last: what is left before it
}

void TstUniformList::restOfManyStaysChosen()
{
    Numbers model(100);
    List list(model);
    list.setSelectionMode(QAbstractItemView::ExtendedSelection);
    list.show();
    QVERIFY(QTest::qWaitForWindowExposed(&list));
    for (const int row : {2, 5, 6, 9})
        list.selectionModel()->setCurrentIndex(model.index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    model.remove(9, 1); // somebody else took the current one
    QCOMPARE(list.selectedRanges(), (QList<QPair<int, int>>{{2, 2}, {5, 6}}));
    QCOMPARE(list.currentIndex().row(), 6); // the nearest before it: none is behind
    list.selectionModel()->setCurrentIndex(model.index(5, 0), QItemSelectionModel::NoUpdate);
    model.remove(5, 1);
    QCOMPARE(list.selectedRanges(), (QList<QPair<int, int>>{{2, 2}, {5, 5}}));
    QCOMPARE(list.currentIndex().row(), 5); // what stood behind it
    model.remove(0, 2); // not chosen: nothing but the numbers changes
    QCOMPARE(list.selectedRanges(), (QList<QPair<int, int>>{{0, 0}, {3, 3}}));
    model.remove(3, 1);
    QCOMPARE(list.selectedRanges(), (QList<QPair<int, int>>{{0, 0}}));
    QCOMPARE(list.currentIndex().row(), 0);
}

void TstUniformList::asksForWhatIsOnTheScreen()
{
    Numbers model(million);
    List list(model);
    list.show();
    QVERIFY(QTest::qWaitForWindowExposed(&list));
    QTRY_VERIFY(model.askedRows.contains(0));
    QVERIFY2(model.askedRows.size() <= 11, qPrintable(QString::number(model.askedRows.size())));
    model.askedRows.clear();
    list.verticalScrollBar()->setValue(777'777);
    QTRY_VERIFY(model.askedRows.contains(777'777));
    for (const int row : std::as_const(model.askedRows))
        QVERIFY(row >= 777'777 - 11 && row <= 777'777 + 11);
    QCOMPARE(list.verticalScrollBar()->maximum(), million - 10);
}

void TstUniformList::costsTheSameAtAnyLength()
{
    const auto cost = [](int rows) {
        Numbers model(rows);
        List list(model);
        list.showColumns();
        list.grab();
        model.asked = 0;
        list.verticalScrollBar()->setValue(rows / 2);
        list.grab();
        list.setCurrentIndex(model.index(rows / 3, 0));
        list.grab();
        model.insert(rows / 2, 3);
        model.remove(2, 1);
        list.grab();
        return model.asked;
    };
    const qint64 few = cost(1000);
    QVERIFY(few > 0);
    QCOMPARE(cost(million), few);
}

void TstUniformList::reachesEveryRowByKeys()
{
    Numbers model(million);
    List list(model);
    list.show();
    QVERIFY(QTest::qWaitForWindowActive(&list));
    list.setFocus();
    const auto row = [&list](Qt::Key key) {
        QTest::keyClick(&list, key);
        return list.currentIndex().row();
    };
    list.setCurrentIndex(model.index(0, 0));
    QCOMPARE(row(Qt::Key_Down), 1);
    QCOMPARE(row(Qt::Key_PageDown), 11);
    QCOMPARE(row(Qt::Key_End), million - 1);
    QCOMPARE(list.topRow(), million - 10);
    QCOMPARE(row(Qt::Key_Down), million - 1);
    QCOMPARE(row(Qt::Key_PageUp), million - 11);
    QCOMPARE(row(Qt::Key_Up), million - 12);
    QCOMPARE(row(Qt::Key_Home), 0);
    QCOMPARE(list.topRow(), 0);
}

void TstUniformList::placesAreTheInverseOfEachOther()
{
    Numbers model(million);
    List list(model);
    list.showColumns();
    list.grab();
    list.verticalScrollBar()->setValue(500'000);
    for (const int row : {0, 499'999, 500'000, 500'009, million - 1}) {
        const QRect rect = list.visualRect(model.index(row, 1));
        QCOMPARE(rect.height(), rowPixels);
        QCOMPARE(list.indexAt(rect.center()), model.index(row, 1));
    }
    list.scrollTo(model.index(123, 0), QAbstractItemView::PositionAtTop);
    QCOMPARE(list.topRow(), 123);
    list.scrollTo(model.index(124, 0));
    QCOMPARE(list.topRow(), 123); // it was visible
    QVERIFY(!list.indexAt(QPoint(5, -124 * rowPixels)).isValid());
}

void TstUniformList::clickAndShiftSelectAcrossAnyDistance()
{
    Numbers model(million);
    List list(model);
    list.setSelectionMode(QAbstractItemView::ExtendedSelection);
    list.show();
    QVERIFY(QTest::qWaitForWindowActive(&list));
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, QPoint(30, 2 * rowPixels + 5));
    list.verticalScrollBar()->setValue(900'000);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, Qt::ShiftModifier, QPoint(30, 5));
    QCOMPARE(list.selectedRanges(), (QList<QPair<int, int>>{{2, 900'000}}));
    QTest::mouseClick(list.viewport(), Qt::LeftButton, Qt::ControlModifier, QPoint(30, 3 * rowPixels + 5));
    QCOMPARE(list.selectedRanges(), (QList<QPair<int, int>>{{2, 900'000}, {900'003, 900'003}}));
    list.setFocus();
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, QPoint(30, 5));
    QTest::keyClick(&list, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&list, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(list.selectedRanges(), (QList<QPair<int, int>>{{900'000, 900'002}}));
}

void TstUniformList::selectingAllKeepsOneRange()
{
    Numbers model(million);
    List list(model);
    list.setSelectionMode(QAbstractItemView::ExtendedSelection);
    list.grab();
    model.asked = 0;
    list.selectAll();
    QCOMPARE(list.selectedRanges(), (QList<QPair<int, int>>{{0, million - 1}}));
    QVERIFY(model.asked < 100);
}

void TstUniformList::repaintsOnlyWhatChanged()
{
    Numbers model(million);
    List list(model);
    QHeaderView *header = list.showColumns();
    list.show();
    QVERIFY(QTest::qWaitForWindowExposed(&list));
    QTRY_VERIFY(!list.painted.isEmpty());
    QCoreApplication::processEvents();
    list.painted.clear();
    model.change(500'000, 1); // far from the screen
    model.change(3, 1);
    QTRY_COMPARE(list.painted.size(), 1);
    QCOMPARE(list.painted.constFirst(), QRect(header->sectionViewportPosition(1), 3 * rowPixels, header->sectionSize(1), rowPixels));
}

void TstUniformList::screenStandsStillWhenRowsComeAbove()
{
    Numbers model(million);
    List list(model);
    list.grab();
    model.insert(0, 2);
    QCOMPARE(list.topRow(), 0); // at the top the first row is what matters
    list.verticalScrollBar()->setValue(5002);
    QCOMPARE(model.index(list.topRow(), 0).data().toInt(), 5000);
    model.insert(0, 7);
    QCOMPARE(model.index(list.topRow(), 0).data().toInt(), 5000);
    model.remove(0, 9);
    QCOMPARE(model.index(list.topRow(), 0).data().toInt(), 5000);
    QCOMPARE(list.topRow(), 5000);
    model.insert(900'000, 5);
    QCOMPARE(list.topRow(), 5000);
    list.verticalScrollBar()->setValue(list.verticalScrollBar()->maximum());
    model.remove(list.topRow() + 2, 5); // below: the end comes nearer
    QCOMPARE(list.topRow(), model.rowCount() - 10);
}

void TstUniformList::selectionFollowsItsRowThroughAnyOrder()
{
    Numbers model(million);
    List list(model);
    list.grab();
    list.verticalScrollBar()->setValue(100);
    list.setCurrentIndex(model.index(105, 0));
    model.reverse();
    QCOMPARE(list.currentIndex().data().toInt(), 105);
    QCOMPARE(list.selectedRanges(), (QList<QPair<int, int>>{{million - 106, million - 106}}));
    QCOMPARE(model.index(list.topRow(), 0).data().toInt(), 100); // what was at the top still is, as far as there are rows below
}

void TstUniformList::columnsHideMoveAndScroll()
{
    Numbers model(million);
    List list(model);
    QHeaderView *header = list.showColumns();
    header->resizeSection(0, 300);
    header->resizeSection(1, 300);
    list.grab();
    QVERIFY(list.horizontalScrollBar()->maximum() > 0);
    list.scrollTo(model.index(0, 1));
    QVERIFY(list.horizontalScrollBar()->value() > 0);
    QVERIFY(list.viewport()->rect().contains(list.visualRect(model.index(0, 1)).center()));
    header->hideSection(2);
    header->moveSection(header->visualIndex(3), 0);
    QCOMPARE(list.shownColumns(), (QList<int>{3, 0, 1}));
    QCOMPARE(list.visualRect(model.index(0, 2)), QRect());
    list.setCurrentIndex(model.index(4, 3));
    QTest::keyClick(&list, Qt::Key_Right);
    QCOMPARE(list.currentIndex(), model.index(4, 0));
    QTest::keyClick(&list, Qt::Key_Left);
    QTest::keyClick(&list, Qt::Key_Left);
    QCOMPARE(list.currentIndex(), model.index(4, 3));
}

void TstUniformList::typingReadsNoRows()
{
    Numbers model(million);
    List list(model);
    list.grab();
    model.asked = 0;
    list.keyboardSearch(QStringLiteral("9"));
    QCOMPARE(model.asked, 0);
}

void TstUniformList::tellsAssistiveToolsTheCurrentRow()
{
    Numbers model(million);
    List list(model);
    list.grab();
    model.asked = 0;
    QAccessibleInterface *told = QAccessible::queryAccessibleInterface(&list);
    QVERIFY(told && told->tableInterface());
    QCOMPARE(told->tableInterface()->rowCount(), million);
    QAccessibleInterface *cell = told->tableInterface()->cellAt(999'999, 0);
    QVERIFY(cell);
    QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("999999"));
    QVERIFY(model.asked < 10);
    QCOMPARE(told->indexOfChild(cell), 999'999 * model.columnCount());
}

QObject *make_tst_uniformlist()
{
    return new TstUniformList;
}

#include "tst_uniformlist.moc"
