// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/formats.h>
#include <presentation/queuemodel.h>

#include <domain/codes.h>

#include <QtCore/QPersistentModelIndex>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

using namespace arb;
using namespace arb::presentation;
using namespace arb::usecases;

namespace {

constexpr domain::UtcMs now(1'791'766'800'000);

CaseHeader headerOf(domain::CaseId id)
{
    CaseHeader row;
    row.id = id;
    row.caseNo = QStringLiteral("C-%1").arg(id.value());
    row.claimed = domain::Money(id.value() * 100);
    row.dueAt = now.plusMs(id.value() * domain::hourMs);
    return row;
}

/// Ids 1 … @p count and orders over them, which share their slots.
struct Cases
{
    explicit Cases(int count)
    {
        for (int id = 1; id <= count; ++id)
            ids.append(domain::CaseId(id));
    }
    QueueOrderPtr order(Slots rows) const { return std::make_shared<const QueueOrder>(QueueOrder{ids, std::move(rows)}); }
    QueueOrderPtr all() const
    {
        Slots rows(ids.size());
        std::iota(rows.begin(), rows.end(), 0u);
        return order(rows);
    }
    CaseIds ids;
};

void bring(QueueModel &model, const QList<domain::CaseId> &ids)
{
    QList<CaseHeader> rows;
    for (const domain::CaseId id : ids)
        rows.append(headerOf(id));
    model.put(rows);
    model.endAsking(true);
}

QList<qint64> shownIds(const QueueModel &model)
{
    QList<qint64> ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.append(model.index(row, 0).data(QueueModel::CaseIdRole).toLongLong());
    return ids;
}

} // namespace

/// A million rows of which only those looked at are here.
class TstQueueModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsPlaceholdersUntilRowsCome();
    void asksForWhatIsOnShowOnly();
    void asksAgainAfterFailureOnlyWhenLookedAt();
    void readsDoubtfulRowsAgain();
    void followsEveryChange_data();
    void followsEveryChange();
    void followsChangesWhilePagesLoad();
    void keepsSelectedCaseAcrossAnyAnswer();
    void movesTheClockOfRowsOnShow();
    void saysWhoLooksAndTellsOnlyThoseRows();
    void everyColumnHasTextAndOrder();
};

void TstQueueModel::showsPlaceholdersUntilRowsCome()
{
    QueueModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNow(now);
    const Cases cases(1000);
    QSignalSpy wanted(&model, &QueueModel::rowsWanted);
    QSignalSpy changed(&model, &QueueModel::dataChanged);
    model.change(changeBetween(model.order(), cases.all()));
    QCOMPARE(model.rowCount(), 1000);
    const QModelIndex index = model.index(300, QueueModel::CaseColumn);
    QCOMPARE(index.data().toString(), QStringLiteral("…"));
    QCOMPARE(index.data(QueueModel::LoadedRole).toBool(), false);
    QCOMPARE(index.data(QueueModel::CaseIdRole).toLongLong(), 301);
    QCOMPARE(index.data(QueueModel::UrgencyRole).toInt(), int(Urgency::None));
    QTRY_COMPARE(wanted.count(), 1);
    const auto ids = wanted.at(0).at(0).value<QList<domain::CaseId>>();
    QVERIFY(ids.contains(domain::CaseId(257)) && ids.contains(domain::CaseId(512)) && ids.size() <= 1000);
    changed.clear();
    bring(model, ids);
    QCOMPARE(index.data().toString(), QStringLiteral("C-301"));
    QCOMPARE(index.data(QueueModel::LoadedRole).toBool(), true);
    bool told = false;
    for (const auto &signal : changed)
        told = told || (signal.at(0).toModelIndex().row() <= 300 && signal.at(1).toModelIndex().row() >= 300);
    QVERIFY(told);
}

void TstQueueModel::asksForWhatIsOnShowOnly()
{
    QueueModel model;
    const Cases cases(100'000);
    model.change(changeBetween(model.order(), cases.all()));
    QSignalSpy wanted(&model, &QueueModel::rowsWanted);
    model.index(0, 0).data();
    QTRY_COMPARE(wanted.count(), 1);
    for (int row = 0; row < 90'000; row += 50) // a dragged scroll bar passes by
        model.index(row, 0).data();
    QCOMPARE(wanted.count(), 1); // one question at a time
    bring(model, wanted.at(0).at(0).value<QList<domain::CaseId>>());
    QCOMPARE(wanted.count(), 2);
    const auto ids = wanted.at(1).at(0).value<QList<domain::CaseId>>();
    QVERIFY(ids.size() <= 768);
    QVERIFY(ids.contains(domain::CaseId(89'951)));
    QVERIFY(!ids.contains(domain::CaseId(50'000)));
}

void TstQueueModel::asksAgainAfterFailureOnlyWhenLookedAt()
{
    QueueModel model;
    const Cases cases(10);
    model.change(changeBetween(model.order(), cases.all()));
    QSignalSpy wanted(&model, &QueueModel::rowsWanted);
    model.index(0, 0).data();
    QTRY_COMPARE(wanted.count(), 1);
    model.endAsking(false);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(wanted.count(), 1);
    model.index(0, 0).data();
    QTRY_COMPARE(wanted.count(), 2);
    // A case that is gone is not asked for again and again.
    model.endAsking(true);
    QCOMPARE(model.index(0, QueueModel::CaseColumn).data().toString(), QString());
    QCOMPARE(wanted.count(), 2);
}

void TstQueueModel::readsDoubtfulRowsAgain()
{
    QueueModel model;
    const Cases cases(10);
    model.change(changeBetween(model.order(), cases.all()));
    QSignalSpy wanted(&model, &QueueModel::rowsWanted);
    const QModelIndex index = model.index(4, QueueModel::CaseColumn);
    index.data();
    QTRY_COMPARE(wanted.count(), 1);
    bring(model, wanted.at(0).at(0).value<QList<domain::CaseId>>());
    model.doubt({domain::CaseId(5), domain::CaseId(77)});
    QCOMPARE(index.data().toString(), QStringLiteral("C-5")); // stays on show meanwhile
    QTRY_COMPARE(wanted.count(), 2);
    QCOMPARE(wanted.at(1).at(0).value<QList<domain::CaseId>>(), QList<domain::CaseId>{domain::CaseId(5)});
    QSignalSpy changed(&model, &QueueModel::dataChanged);
    bring(model, {domain::CaseId(5)});
    QCOMPARE(changed.count(), 0); // it reads as before
    model.doubtAll();
    QTRY_COMPARE(wanted.count(), 3);
    CaseHeader row = headerOf(domain::CaseId(5));
    row.caseNo = QStringLiteral("C-5b");
    model.put({row});
    QCOMPARE(index.data().toString(), QStringLiteral("C-5b"));
    QCOMPARE(changed.count(), 1);
}

void TstQueueModel::followsEveryChange_data()
{
    QTest::addColumn<int>("strength"); // of a thousand rows, how many come and go
    QTest::addColumn<int>("moves");
    QTest::newRow("a little") << 3 << 2;
    QTest::newRow("nothing moves") << 20 << 0;
    QTest::newRow("much") << 300 << 50;
    QTest::newRow("everything") << 1000 << 1000;
}

void TstQueueModel::followsEveryChange()
{
    QFETCH(int, strength);
    QFETCH(int, moves);
    QueueModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Cases cases(400);
    std::mt19937 random(7);
    const auto below = [&random](size_t end) { return static_cast<size_t>(random()) % std::max<size_t>(end, 1); };
    QHash<qint64, QPersistentModelIndex> followed;
    for (int round = 0; round < 120; ++round) {
        if (round == 60)
            cases = Cases(300); // an index made anew: no slots in common
        Slots slots = round == 60 ? Slots() : model.order()->rows;
        if (round % 40 == 39)
            slots.clear();
        std::erase_if(slots, [&](quint32) { return below(1000) < size_t(strength); });
        for (quint32 slot = 0; slot < cases.ids.size(); ++slot) {
            if (below(1000) < size_t(strength) && std::ranges::find(slots, slot) == slots.end())
                slots.insert(slots.begin() + qsizetype(below(slots.size() + 1)), slot);
        }
        for (int n = 0; n < moves && slots.size() > 1; ++n) {
            const size_t from = below(slots.size());
            const quint32 slot = slots[from];
            slots.erase(slots.begin() + qsizetype(from));
            slots.insert(slots.begin() + qsizetype(below(slots.size() + 1)), slot);
        }
        const QueueOrderPtr next = cases.order(slots);
        QList<qint64> expected;
        for (qsizetype row = 0; row < next->size(); ++row)
            expected.append(next->id(row).value());
        model.change(changeBetween(model.order(), next));
        QCOMPARE(shownIds(model), expected);
        for (auto at = followed.cbegin(); at != followed.cend(); ++at) {
            QCOMPARE(at->isValid(), expected.contains(at.key()));
            if (at->isValid())
                QCOMPARE(at->data(QueueModel::CaseIdRole).toLongLong(), at.key());
        }
        followed.clear();
        for (int n = 0; n < 5 && model.rowCount() > 0; ++n) {
            const QModelIndex index = model.index(int(below(size_t(model.rowCount()))), int(below(QueueModel::ColumnCount)));
            followed.insert(index.data(QueueModel::CaseIdRole).toLongLong(), index);
        }
    }
}

/// As in a busy window: it is looked at, scrolled and re-ordered while rows are on their way, are read again because others
/// wrote, or do not come at all.
void TstQueueModel::followsChangesWhilePagesLoad()
{
    QueueModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Cases cases(400);
    std::mt19937 random(11);
    const auto below = [&random](size_t end) { return static_cast<size_t>(random()) % std::max<size_t>(end, 1); };
    QHash<qint64, int> written; // how often others have written the case
    const auto rowNow = [&written](domain::CaseId id) {
        CaseHeader row = headerOf(id);
        row.caseNo = QStringLiteral("C-%1 v%2").arg(id.value()).arg(written.value(id.value()));
        return row;
    };
    QSignalSpy wanted(&model, &QueueModel::rowsWanted);
    QSignalSpy inserted(&model, &QueueModel::rowsInserted), removed(&model, &QueueModel::rowsRemoved), moved(&model, &QueueModel::layoutChanged);
    QSignalSpy changed(&model, &QueueModel::dataChanged);
    const auto answer = [&](bool whole) {
        if (wanted.isEmpty())
            return;
        QList<CaseHeader> rows;
        for (const domain::CaseId id : wanted.constFirst().constFirst().value<QList<domain::CaseId>>())
            rows.append(rowNow(id));
        wanted.removeFirst();
        if (whole)
            model.put(rows);
        model.endAsking(whole);
    };
    const auto lookAround = [&] {
        for (int n = 0; n < 6 && model.rowCount() > 0; ++n) {
            const int top = int(below(size_t(model.rowCount())));
            for (int row = top; row < std::min(top + 25, model.rowCount()); ++row)
                model.index(row, int(below(QueueModel::ColumnCount))).data();
        }
    };
    Slots slots = cases.all()->rows;
    for (int round = 0; round < 50; ++round) {
        lookAround();
        QCoreApplication::processEvents(); // a question goes out; its answer comes after the change
        std::erase_if(slots, [&](quint32) { return below(1000) < 8; });
        const std::set<quint32> here(slots.begin(), slots.end());
        for (quint32 slot = 0; slot < cases.ids.size(); ++slot) {
            if (!here.contains(slot) && below(1000) < 200)
                slots.insert(slots.begin() + qsizetype(below(slots.size() + 1)), slot);
        }
        if (round % 3 == 0)
            std::swap(slots[below(slots.size())], slots[below(slots.size())]);
        if (round % 25 == 24)
            std::ranges::shuffle(slots, random); // sorted by another column
        QList<domain::CaseId> touched;
        for (int n = 0; n < 20; ++n) {
            const qint64 id = 1 + qint64(below(400));
            ++written[id];
            touched.append(domain::CaseId(id));
        }
        model.doubt(touched);
        model.change(changeBetween(model.order(), cases.order(slots)));
        lookAround();
        answer(round % 7 != 6); // now and then the database says nothing
        model.setNow(now.plusMs(round * domain::minuteMs));
    }
    QVERIFY(inserted.count() > 0 && removed.count() > 0 && moved.count() > 0 && changed.count() > 0);
    // When all has come, what is looked at reads as it was written last.
    for (const int top : {0, model.rowCount() / 2, model.rowCount() - 60}) {
        const auto reads = [&] {
            bool all = true;
            for (int row = top; row < top + 60; ++row)
                all = model.index(row, QueueModel::CaseColumn).data().toString() == rowNow(model.idAt(row)).caseNo && all;
            if (!all)
                answer(true);
            return all;
        };
        QTRY_VERIFY(reads());
    }
}

void TstQueueModel::keepsSelectedCaseAcrossAnyAnswer()
{
    QueueModel model;
    QList<CaseHeader> first;
    for (int id = 1; id <= 5; ++id)
        first.append(headerOf(domain::CaseId(id)));
    model.setRows(first, now);
    QCOMPARE(model.index(2, QueueModel::CaseColumn).data().toString(), QStringLiteral("C-3"));
    const QPersistentModelIndex selected = model.index(2, QueueModel::CaseColumn);
    const Cases cases(500); // the whole answer arrives after the first rows
    Slots slots = cases.all()->rows;
    std::ranges::reverse(slots);
    model.change(changeBetween(model.order(), cases.order(slots)));
    QCOMPARE(selected.row(), 497);
    QCOMPARE(selected.data().toString(), QStringLiteral("C-3"));
    QCOMPARE(model.rowOf(domain::CaseId(3)), 497);
    model.change(changeBetween(model.order(), cases.order({7, 2, 1})));
    QCOMPARE(selected.row(), 1);
    model.change(changeBetween(model.order(), cases.order({7, 1})));
    QVERIFY(!selected.isValid());
}

void TstQueueModel::movesTheClockOfRowsOnShow()
{
    QueueModel model;
    QList<CaseHeader> rows;
    for (int id = 1; id <= 600; ++id) {
        rows.append(headerOf(domain::CaseId(id)));
        if (id % 2 == 0)
            rows.last().dueAt.reset();
    }
    model.setRows(rows, now);
    model.index(300, 0).data();
    QSignalSpy changed(&model, &QueueModel::dataChanged);
    model.setNow(now);
    QCOMPARE(changed.count(), 0);
    model.setNow(now.plusMs(1)); // 301 h becomes 300 h 59 min; on the page looked at, and there only
    QVERIFY(changed.count() > 0);
    for (const auto &signal : changed) {
        const int first = signal.at(0).toModelIndex().row(), last = signal.at(1).toModelIndex().row();
        QVERIFY(first >= 256 && last < 512);
        QCOMPARE(first, last);
        QCOMPARE(first % 2, 0);
    }
    changed.clear();
    model.setNow(now.plusMs(domain::minuteMs - 1));
    QCOMPARE(changed.count(), 0);
}

void TstQueueModel::everyColumnHasTextAndOrder()
{
    QueueModel model;
    CaseHeader row = headerOf(domain::CaseId(9));
    row.platform = QStringLiteral("douyin");
    row.category = QStringLiteral("3c");
    row.holderName = QStringLiteral("林晓");
    row.product = QStringLiteral("Band");
    row.merchantName = QStringLiteral("Wolv");
    row.escalatedAt = now;
    row.flags = {QStringLiteral("media")};
    row.tags = {QStringLiteral("vip")};
    model.setRows({row}, now);
    std::set<QueueSort> sorts;
    for (int column = 0; column < QueueModel::ColumnCount; ++column) {
        QVERIFY2(!model.headerData(column, Qt::Horizontal).toString().isEmpty(), qPrintable(QString::number(column)));
        QVERIFY2(!model.index(0, column).data().toString().isEmpty(), qPrintable(QString::number(column)));
        sorts.insert(QueueModel::sortOf(column));
    }
    QCOMPARE(int(sorts.size()), int(QueueModel::ColumnCount)); // no two columns sort alike
    QVERIFY(model.index(0, QueueModel::LabelsColumn).data().toString().endsWith(QStringLiteral(" · vip")));
}

void TstQueueModel::saysWhoLooksAndTellsOnlyThoseRows()
{
    QueueModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNow(now);
    const Cases cases(20);
    model.change(changeBetween(model.order(), cases.all()));
    QList<domain::CaseId> ids;
    for (int id = 1; id <= 20; ++id)
        ids.append(domain::CaseId(id));
    bring(model, ids);
    const QModelIndex seventh = model.index(6, QueueModel::CaseColumn);
    QCOMPARE(seventh.data().toString(), QStringLiteral("C-7"));
    QVERIFY(seventh.data(QueueModel::LookersRole).toString().isEmpty());
    QSignalSpy changed(&model, &QueueModel::dataChanged);
    const QHash<domain::CaseId, QStringList> lookers{{domain::CaseId(7), {QStringLiteral("Chen"), QStringLiteral("Zhou")}}, {domain::CaseId(99), {QStringLiteral("Xu")}}};
    model.setLookers(lookers);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex(), seventh);
    QCOMPARE(changed.at(0).at(1).toModelIndex(), seventh);
    for (const int role : {int(QueueModel::LookersRole), int(Qt::ToolTipRole), int(Qt::AccessibleDescriptionRole)}) {
        const QString text = seventh.data(role).toString();
        QVERIFY2(text.contains(QStringLiteral("Chen")) && text.contains(QStringLiteral("Zhou")), qPrintable(text));
    }
    model.setLookers(lookers); // nobody came or went
    QCOMPARE(changed.count(), 1);
    model.setLookers({});
    QCOMPARE(changed.count(), 2);
    QVERIFY(seventh.data(QueueModel::LookersRole).toString().isEmpty());
}

QObject *make_tst_queuemodel()
{
    return new TstQueueModel;
}

#include "tst_queuemodel.moc"
