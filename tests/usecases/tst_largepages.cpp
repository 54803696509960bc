// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/largepages.h>

#include <QtTest/QTest>

#include <algorithm>
#include <vector>

namespace arb::tests {

class TstLargePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memoryStaysWhatItWas_data();
    void memoryStaysWhatItWas();
};

void TstLargePages::memoryStaysWhatItWas_data()
{
    QTest::addColumn<qulonglong>("bytes");
    QTest::addColumn<qulonglong>("from"); ///< where the piece that is wished for begins
    QTest::newRow("nothing") << 0ULL << 0ULL;
    QTest::newRow("less than a large page") << 4096ULL << 1ULL;
    QTest::newRow("just enough") << (32ULL << 20) << 0ULL;
    QTest::newRow("from the midst of a page") << (40ULL << 20) + 12'345 << 4097ULL;
}

/// Whoever wishes for large pages gets them or not, and loses nothing that is in them or beside them.
void TstLargePages::memoryStaysWhatItWas()
{
    QFETCH(qulonglong, bytes);
    QFETCH(qulonglong, from);
    std::vector<char> memory(bytes + from + 1, 'a');
    usecases::wishLargePages(memory.data() + from, bytes);
    QVERIFY(std::all_of(memory.begin(), memory.end(), [](char c) { return c == 'a'; }));
    std::fill(memory.begin(), memory.end(), 'b');
    QVERIFY(std::all_of(memory.begin(), memory.end(), [](char c) { return c == 'b'; }));
}

} // namespace arb::tests

QObject *make_tst_largepages();
QObject *make_tst_largepages()
{
    return new arb::tests::TstLargePages;
}

#include "tst_largepages.moc"
