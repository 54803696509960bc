// SPDX-License-Identifier: GPL-3.0-or-later
#include <contracts/randomqueue.h>
#include <memorystore.h>

#include <usecases/queueindex.h>

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <limits>
#include <utility>
#include <vector>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;

namespace {

QueueEntry plainEntry(qint64 id, qint64 rank)
{
    QueueEntry entry;
    entry.id = domain::CaseId(id);
    entry.rank = rank;
    entry.platform = entry.category = entry.merchantId = entry.merchantName = "x";
    return entry;
}

QList<qint64> idsOf(const QueueOrder &order)
{
    QList<qint64> ids;
    for (qsizetype row = 0; row < order.size(); ++row)
        ids.append(order.id(row).value());
    return ids;
}

QueueOrderPtr orderOn(const CaseIds &ids, Slots slots)
{
    return std::make_shared<const QueueOrder>(QueueOrder{ids, std::move(slots)});
}

} // namespace

/// The queue in memory gives the rows and the order of the store, and tells how one answer becomes the next.
class TstQueueIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheStore_data();
    void agreesWithTheStore();
    void keepsSlotsApartFromReaders();
    void putsLateCasesInTheirPlace();
    void holdsIdsThatLieFarApart();
    void sortsKeysOfAnyWidth();
    void takesMoreCodesThanTwoBytesHold();
    void holdsCasesInFewBytes();
    void saysWhenTimeChangesTheAnswer();
    void listsFacets();
    void tellsChangesInSteps_data();
    void tellsChangesInSteps();
    void doesNotTellMuchInSteps();
};

void TstQueueIndex::agreesWithTheStore_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TstQueueIndex::agreesWithTheStore()
{
    QFETCH(quint32, seed);
    MemoryStore store;
    RandomQueue desk({&store, &store, &store, &store, &store, &store, &store, &store, {}}, seed);
    QueueIndex index;
    ChangeCursor cursor = 0;
    const auto placesBy = [&](QueueSort sort) {
        QueueQuery all;
        all.view = QueueView::All;
        all.sort = sort;
        TextPlaces places(static_cast<size_t>(index.size()));
        quint32 place = 0;
        QString last;
        const auto stored = store.queue(all); // lives as long as the loop
        for (const CaseHeader &row : *stored) {
            const QString text = sort == QueueSort::CaseNo ? row.caseNo : row.product;
            places[*index.ids().find(row.id)] = text == last ? place : ++place;
            last = text;
        }
        return places;
    };
    int hits = 0;
    for (int round = 0; round < 4; ++round) {
        desk.admit(60);
        desk.stir(40);
        index.setPeople(*store.people());
        cursor = *store.entries(cursor, [&index](const QueueEntry &entry) {
            index.put(entry);
            return true;
        });
        index.settle();
        QCOMPARE(index.size(), desk.ids().size());
        for (int n = 0; n < 400; ++n) {
            const QueueQuery query = desk.query(false);
            QueueAids aids;
            TextPlaces places;
            if (query.sort == QueueSort::CaseNo || query.sort == QueueSort::Product) {
                places = placesBy(query.sort);
                aids.places = &places;
            }
            const auto rows = store.queue(query);
            QList<qint64> expected;
            for (const CaseHeader &row : *rows)
                expected.append(row.id.value());
            const QList<qint64> found = idsOf(*index.order(query, aids));
            if (found != expected)
                QFAIL(qPrintable(QStringLiteral("%1: %2 rows instead of %3").arg(describe(query)).arg(found.size()).arg(expected.size())));
            QCOMPARE(index.count(query), *store.queueCount(query));
            hits += expected.isEmpty() ? 0 : 1;
        }
    }
    QVERIFY2(hits > 600, "questions without answers prove nothing");
}

void TstQueueIndex::keepsSlotsApartFromReaders()
{
    QueueIndex index;
    for (qint64 id = 1; id <= 9000; ++id)
        index.put(plainEntry(id, -id));
    index.settle();
    const QueueQuery query;
    const QueueOrderPtr before = index.order(query);
    const int shape = index.shape();
    index.put(plainEntry(9001, -9001));
    index.put(plainEntry(5, 7));
    index.settle();
    QVERIFY(index.shape() != shape);
    QCOMPARE(before->size(), 9000);
    QCOMPARE(before->ids.size(), 9000u);
    QCOMPARE(before->rowOf(domain::CaseId(9000)), 0);
    QCOMPARE(before->rowOf(domain::CaseId(9001)), -1);
    const QueueOrderPtr after = index.order(query);
    QVERIFY(before->ids.shares(after->ids));
    QCOMPARE(after->rowOf(domain::CaseId(9001)), 0);
    QCOMPARE(after->rowOf(domain::CaseId(5)), 9000);
}

void TstQueueIndex::putsLateCasesInTheirPlace()
{
    QueueIndex index;
    for (qint64 id = 1; id <= 100; ++id)
        index.put(plainEntry(id * 1000, 0));
    index.settle();
    const CaseIds first = index.ids();
    for (qint64 n = 1; n < 1000; ++n)
        index.put(plainEntry(50'000 + n, 0));
    index.settle();
    QVERIFY(first.shares(index.ids())); // few: they stay at the end
    QVERIFY(std::ranges::is_sorted(idsOf(*index.order(QueueQuery()))));
    for (qint64 n = 1; n < 1000; ++n)
        index.put(plainEntry(60'000 + n, 0));
    index.settle();
    QVERIFY(!first.shares(index.ids()));
    QCOMPARE(index.ids().ascending(), index.ids().size());
    QList<qint64> ids = idsOf(*index.order(QueueQuery()));
    QVERIFY(std::ranges::is_sorted(ids));
    QCOMPARE(ids.size(), index.size());
    QCOMPARE(first.at(0), domain::CaseId(1000));
}

void TstQueueIndex::takesMoreCodesThanTwoBytesHold()
{
    QueueIndex index;
    for (int n = 0; n < 70'000; ++n) {
        QueueEntry entry = plainEntry(n + 1, 0);
        const QByteArray name = QByteArray::number(n);
        entry.merchantId = entry.merchantName = name;
        index.put(entry);
    }
    index.settle();
    QueueQuery query;
    for (const int n : {0, 1, 65'535, 65'536, 69'999}) {
        query.filter.merchants = {QString::number(n)};
        QCOMPARE(idsOf(*index.order(query)), QList<qint64>{n + 1});
    }
}

void TstQueueIndex::holdsCasesInFewBytes()
{
    constexpr int cases = 200'000;
    QueueIndex index;
    index.reserve(cases);
    for (int n = 0; n < cases; ++n)
        index.put(plainEntry(n + 1, n % 1000));
    index.settle();
    const double each = double(index.columnBytes()) / cases;
    QVERIFY2(each <= 48, qPrintable(QString::number(each)));
    for (int n = 0; n < cases / 2; ++n) // and when it grows beyond what was reserved
        index.put(plainEntry(cases + n + 1, n));
    index.settle();
    const double grown = double(index.columnBytes()) / double(index.size());
    QVERIFY2(grown <= 51, qPrintable(QString::number(grown)));
}

void TstQueueIndex::saysWhenTimeChangesTheAnswer()
{
    QueueIndex index;
    QueueQuery query;
    query.now = contractNow;
    const domain::UtcMs midnight = contractNow.plusMs(15 * domain::hourMs);
    QCOMPARE(index.changesAt(query), midnight);

    QueueEntry parked = plainEntry(1, 0);
    parked.parkedUntil = contractNow.plusMs(500);
    index.put(parked);
    QCOMPARE(index.changesAt(query), contractNow.plusMs(500));
    QCOMPARE(index.count(query), 0);
    query.now = contractNow.plusMs(500);
    QCOMPARE(index.count(query), 1);
    QCOMPARE(index.changesAt(query), midnight);

    QueueEntry reserved = plainEntry(2, 0);
    reserved.reservedFor = domain::PersonId(7);
    reserved.reservedUntil = contractNow.plusMs(900);
    index.put(reserved);
    QCOMPARE(index.changesAt(query), contractNow.plusMs(901));
    QCOMPARE(index.count(query), 1);
    query.now = contractNow.plusMs(901);
    QCOMPARE(index.count(query), 2);

    QueueEntry due = plainEntry(3, 0);
    due.dueAt = contractNow.plusMs(domain::hourMs);
    index.put(due);
    query.filter.overdue = true;
    QCOMPARE(index.changesAt(query), contractNow.plusMs(domain::hourMs + 1));
    QCOMPARE(index.count(query), 0);
    query.now = index.changesAt(query);
    QCOMPARE(index.count(query), 1);
    query.filter = {};
    query.filter.dueWithinMs = 20 * domain::minuteMs;
    query.now = contractNow.plusMs(1000);
    QCOMPARE(index.changesAt(query), contractNow.plusMs(40 * domain::minuteMs + 1));
    QCOMPARE(index.count(query), 0);
    query.now = index.changesAt(query);
    QCOMPARE(index.count(query), 1);
}

void TstQueueIndex::listsFacets()
{
    QueueIndex index;
    QueueEntry entry = plainEntry(1, 0);
    entry.platform = "taobao";
    entry.category = "fresh";
    entry.tags = "b\na";
    index.put(entry);
    entry.id = domain::CaseId(2);
    entry.platform = "douyin";
    entry.tags = "b";
    index.put(entry);
    const auto u = [](const char *text) { return QString::fromLatin1(text); };
    QCOMPARE(index.facets(), (QueueFacets{{u("douyin"), u("taobao")}, {u("fresh")}, {u("a"), u("b")}}));
    entry.category = "3c";
    index.put(entry);
    QCOMPARE(index.facets().categories, QStringList({u("3c"), u("fresh")}));
}

void TstQueueIndex::tellsChangesInSteps_data()
{
    QTest::addColumn<QList<int>>("from");
    QTest::addColumn<QList<int>>("to");
    QTest::addColumn<int>("removed");
    QTest::addColumn<int>("inserted");
    QTest::addColumn<bool>("moved");
    QTest::newRow("nothing") << QList<int>{1, 2, 3} << QList<int>{1, 2, 3} << 0 << 0 << false;
    QTest::newRow("from empty") << QList<int>{} << QList<int>{2, 1} << 0 << 1 << false;
    QTest::newRow("to empty") << QList<int>{2, 1} << QList<int>{} << 1 << 0 << false;
    QTest::newRow("leave") << QList<int>{1, 2, 3, 4, 5} << QList<int>{3, 5} << 2 << 0 << false;
    QTest::newRow("come") << QList<int>{3, 5} << QList<int>{1, 2, 3, 4, 5, 6} << 0 << 3 << false;
    QTest::newRow("both") << QList<int>{1, 2, 3, 4} << QList<int>{5, 1, 4, 6} << 1 << 2 << false;
    QTest::newRow("move") << QList<int>{1, 2, 3} << QList<int>{3, 1, 2} << 0 << 0 << true;
    QTest::newRow("all at once") << QList<int>{1, 2, 3, 4} << QList<int>{4, 7, 1} << 1 << 1 << true;
}

void TstQueueIndex::holdsIdsThatLieFarApart()
{
    constexpr qint64 far = std::numeric_limits<qint64>::max();
    CaseIds ids;
    const QList<qint64> wanted{5, 6, 6 + (qint64(1) << 31), 6 + (qint64(1) << 32), far - 1, far};
    for (const qint64 id : wanted)
        ids.append(domain::CaseId(id));
    CaseIds before = ids; // what was copied stays what it was
    ids.append(domain::CaseId(7));
    for (qsizetype n = 0; n < wanted.size(); ++n) {
        QCOMPARE(ids.at(static_cast<quint32>(n)), domain::CaseId(wanted.at(n)));
        QCOMPARE(before.at(static_cast<quint32>(n)), domain::CaseId(wanted.at(n)));
        QCOMPARE(ids.find(domain::CaseId(wanted.at(n))), std::optional(static_cast<quint32>(n)));
    }
    QCOMPARE(ids.find(domain::CaseId(7)), std::optional(6u));
    QCOMPARE(ids.ascending(), 6u);
    QVERIFY(!ids.find(domain::CaseId(8)));
}

void TstQueueIndex::sortsKeysOfAnyWidth()
{
    for (const int bits : {1, 11, 12, 31, 33, 44, 46}) { // of the moments, up to some thousand years
        QueueIndex index;
        QRandomGenerator random(static_cast<quint32>(bits));
        std::vector<std::pair<qint64, qint64>> expected; // rank, id
        for (qint64 id = 1; id <= 3000; ++id) {
            QueueEntry entry = plainEntry(id, 0);
            entry.rank = static_cast<qint64>(random.generate64() >> (64 - bits));
            expected.emplace_back(entry.rank, id);
            index.put(entry);
        }
        index.settle();
        for (const bool descending : {false, true}) {
            std::ranges::stable_sort(expected, [descending](const auto &a, const auto &b) {
                return a.first != b.first ? (a.first < b.first) != descending : a.second < b.second;
            });
            QList<qint64> ids;
            for (const auto &[rank, id] : expected)
                ids.append(id);
            QueueQuery query;
            query.view = QueueView::All;
            query.descending = descending;
            QCOMPARE(idsOf(*index.order(query)), ids);
        }
    }
}

void TstQueueIndex::tellsChangesInSteps()
{
    QFETCH(QList<int>, from);
    QFETCH(QList<int>, to);
    CaseIds ids;
    for (qint64 id = 1; id <= 8; ++id)
        ids.append(domain::CaseId(id));
    const auto order = [&ids](const QList<int> &cases) {
        Slots slots;
        for (const int id : cases)
            slots.push_back(static_cast<quint32>(id - 1));
        return orderOn(ids, slots);
    };
    const QueueChange change = changeBetween(order(from), order(to));
    QVERIFY(change.few);
    QTEST(int(change.removed.size()), "removed");
    QTEST(int(change.inserted.size()), "inserted");
    QTEST(change.kept != change.arranged, "moved");
    // The steps lead from the one to the other.
    QList<int> rows = from;
    for (auto range = change.removed.crbegin(); range != change.removed.crend(); ++range)
        rows.remove(range->first, range->last - range->first + 1);
    const auto asInts = [](const QueueOrder &of) {
        QList<int> list;
        for (const qint64 id : idsOf(of))
            list.append(int(id));
        return list;
    };
    QCOMPARE(rows, asInts(*change.kept));
    rows = asInts(*change.arranged);
    for (const RowRange &range : change.inserted) {
        for (int row = range.first; row <= range.last; ++row)
            rows.insert(row, to.at(row));
    }
    QCOMPARE(rows, to);
}

void TstQueueIndex::doesNotTellMuchInSteps()
{
    CaseIds ids;
    Slots all, odd;
    for (quint32 slot = 0; slot < 1000; ++slot) {
        ids.append(domain::CaseId(slot + 1));
        all.push_back(slot);
        if (slot % 2)
            odd.push_back(slot);
    }
    QVERIFY(!changeBetween(orderOn(ids, all), orderOn(ids, odd)).few);
    QVERIFY(!changeBetween(orderOn(ids, odd), orderOn(ids, all)).few);
    QVERIFY(!changeBetween(orderOn(ids, all), orderOf({domain::CaseId(1)})).few); // other slots
    QVERIFY(changeBetween(orderOn(ids, all), orderOn(ids, Slots(all.begin(), all.begin() + 500))).few);
}

QObject *make_tst_queueindex()
{
    return new TstQueueIndex;
}

#include "tst_queueindex.moc"
