// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../models/usecases/queuecolumns.h"

#include <QtTest/QTest>

#include <functional>
#include <random>

using namespace arb;

/// The sort of slots by key is stable and gives what the library's stable sort gives, whatever the keys look like.
class TstSortByKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheLibrarysStableSort_data();
    void isTheLibrarysStableSort();
};

using Keys = std::vector<quint64>;

static Keys keysOf(int count, const std::function<quint64(std::mt19937_64 &, int)> &keyOf)
{
    std::mt19937_64 random(7);
    Keys keys;
    for (int n = 0; n < count; ++n)
        keys.push_back(keyOf(random, n));
    return keys;
}

void TstSortByKey::isTheLibrarysStableSort_data()
{
    using Random = std::mt19937_64;
    QTest::addColumn<Keys>("keys");
    const auto far = (quint64(1) << 48) - 1;
    for (const int count : {2, 255, 256, 5000, 200'000}) {
        const auto row = [count](const char *what, const std::function<quint64(Random &, int)> &keyOf) {
            QTest::addRow("%d %s", count, what) << keysOf(count, keyOf);
        };
        row("equal", [](Random &, int) { return 42; });
        row("two values", [](Random &random, int) { return random() % 2; });
        row("few values", [](Random &random, int) { return random() % 300; });
        row("rising", [](Random &, int n) { return quint64(n); });
        row("falling", [](Random &, int n) { return quint64(1'000'000 - n); });
        row("moments of two years", [](Random &random, int) { return 1'700'000'000'000 + random() % 60'000'000'000; });
        row("moments, most of them none", [far](Random &random, int) { return random() % 5 ? far : 1'700'000'000'000 + random() % 60'000'000'000; });
        row("sums, most of them small", [](Random &random, int) { return random() % 50 ? random() % 20'000 : random() % 4'000'000'000; });
        row("all that fits into a word", [](Random &random, int) { return random(); });
        row("one far away", [](Random &random, int n) { return n == 1 ? ~quint64(0) : random() % 100'000; });
    }
}

void TstSortByKey::isTheLibrarysStableSort()
{
    QFETCH(Keys, keys);
    const auto key = [&keys](quint32 slot) { return keys[slot]; };
    usecases::Slots slots(keys.size());
    std::iota(slots.begin(), slots.end(), 0u);
    // Not in the order of slots: what is equal has to stay as it came.
    std::shuffle(slots.begin(), slots.end(), std::mt19937_64(3));
    usecases::Slots expected = slots;
    std::ranges::stable_sort(expected, {}, key);
    usecases::SortRoom room;
    for (int round = 0; round < 2; ++round) { // the second time in room that was used before
        usecases::Slots sorted = slots;
        usecases::sortByKey(sorted, key, room);
        QVERIFY(sorted == expected);
    }
}

QObject *make_tst_sortbykey();
QObject *make_tst_sortbykey()
{
    return new TstSortByKey;
}

#include "tst_sortbykey.moc"
