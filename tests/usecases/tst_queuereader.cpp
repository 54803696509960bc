// SPDX-License-Identifier: GPL-3.0-or-later
#include <contracts/queuedesk.h>
#include <memorystore.h>

#include <usecases/queuereader.h>

#include <QtTest/QTest>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;

/// The reader's index follows the store, and reads no more of it than it must.
class TstQueueReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void agreesWithTheStore();
    void readsChangesOnly();
    void bringsVisibleRowsAndCounts();
    void namesWhatWasTouched();
    void searchesOnceForOneQuestion();
    void keepsOrderOfCaseNumbers();
    void stopsWhenToldAndBeginsAnew();
    void forgetsCasesThatABackupDoesNotHave();
    void passesFailuresOn();

private:
    QueueReader::Answer ask(const QueueReader::Question &question) { return must(m_reader.ask(m_desk->desk, question)); }
    static QueueReader::Answer must(Stored<QueueReader::Answer> answer)
    {
        if (!answer)
            qFatal("the reader failed: %d", int(answer.error()));
        return std::move(answer).value();
    }
    static QueueReader::Question all()
    {
        QueueReader::Question question;
        question.query.view = QueueView::All;
        question.query.now = contractNow;
        return question;
    }

    std::shared_ptr<MemoryStore> m_store;
    std::unique_ptr<QueueDesk> m_desk;
    std::unique_ptr<RandomQueue> m_cases;
    QueueReader m_reader;
};

void TstQueueReader::init()
{
    m_store = std::make_shared<MemoryStore>();
    MemoryStore *store = m_store.get();
    m_desk = std::make_unique<QueueDesk>(ContractStores{store, store, store, store, store, store, store, store, m_store});
    m_cases = std::make_unique<RandomQueue>(m_desk->stores, 11);
    m_reader = QueueReader();
}

void TstQueueReader::agreesWithTheStore()
{
    for (int round = 0; round < 4; ++round) {
        m_cases->admit(50);
        m_cases->stir(20);
        for (int n = 0; n < 200; ++n) {
            QueueReader::Question question;
            question.query = m_cases->query(true);
            question.counts = false;
            const QueueReader::Answer answer = ask(question);
            QList<domain::CaseId> expected, found;
            const auto stored = m_store->queue(question.query); // lives as long as the loop
            for (const CaseHeader &row : *stored)
                expected.append(row.id);
            for (qsizetype row = 0; row < answer.order->size(); ++row)
                found.append(answer.order->id(row));
            if (found != expected)
                QFAIL(qPrintable(describe(question.query)));
            const auto count = m_reader.count(m_desk->desk, question.query);
            QVERIFY(count && *count == *m_store->queueCount(question.query));
        }
    }
}

void TstQueueReader::readsChangesOnly()
{
    m_cases->admit(30);
    const QueueReader::Answer first = ask(all());
    QCOMPARE(first.order->size(), 30);
    QVERIFY(!*m_reader.isBehind(m_desk->desk));
    const QueueReader::Answer second = ask(all());
    QCOMPARE(second.reading, first.reading);
    m_cases->stir(1);
    QVERIFY(*m_reader.isBehind(m_desk->desk));
    QueueReader::Question question = all();
    question.shown = second.order;
    const QueueReader::Answer third = ask(question);
    QVERIFY(third.reading > second.reading);
    QCOMPARE(third.touched.size(), 1);
    QVERIFY(third.change.few);
    QCOMPARE(third.change.from, second.order);
    QCOMPARE(third.change.to, third.order);
}

void TstQueueReader::bringsVisibleRowsAndCounts()
{
    m_cases->admit(30);
    QueueReader::Question question = all();
    question.visible = {{2, 4}, {28, 40}};
    const QueueReader::Answer answer = ask(question);
    QList<domain::CaseId> ids;
    for (const CaseHeader &row : answer.rows)
        ids.append(row.id);
    QCOMPARE(ids, QList<domain::CaseId>({answer.order->id(2), answer.order->id(3), answer.order->id(4), answer.order->id(28), answer.order->id(29)}));
    QCOMPARE(answer.counts.size(), 9);
    QueueQuery bare;
    bare.now = contractNow;
    for (auto at = answer.counts.cbegin(); at != answer.counts.cend(); ++at) {
        bare.view = at.key();
        QCOMPARE(at.value(), *m_store->queueCount(bare));
    }
    QVERIFY(!answer.facets.platforms.isEmpty());
}

void TstQueueReader::namesWhatWasTouched()
{
    m_cases->admit(2000);
    QVERIFY(ask(all()).touched.isEmpty()); // it was the first reading
    m_cases->stir(5);
    const QueueReader::Answer few = ask(all());
    QVERIFY(!few.touched.isEmpty() && !few.muchTouched);
    QVERIFY(ask(all()).touched.isEmpty()); // told once
    m_cases->stir(3000);
    QVERIFY(ask(all()).muchTouched);
}

void TstQueueReader::searchesOnceForOneQuestion()
{
    m_cases->admit(30);
    QueueReader::Question question = all();
    question.query.filter.words = {QStringLiteral("band")};
    ask(question);
    question.query.sort = QueueSort::Due;
    question.query.view = QueueView::Waiting;
    ask(question);
    QCOMPARE(m_desk->queue.searches, 1);
    m_cases->admit(1);
    ask(question);
    QCOMPARE(m_desk->queue.searches, 2);
    question.query.filter.words = {QStringLiteral("…")}; // nothing to look for
    question.query.view = QueueView::All;
    QCOMPARE(ask(question).order->size(), 31);
    QCOMPARE(m_desk->queue.searches, 2);
}

void TstQueueReader::keepsOrderOfCaseNumbers()
{
    m_cases->admit(30);
    QVERIFY(m_reader.prepare(m_desk->desk)); // nothing is read yet: nothing to do
    QCOMPARE(m_desk->queue.textOrders, 0);
    ask(all());
    QVERIFY(m_reader.prepare(m_desk->desk));
    QueueReader::Question question = all();
    question.query.sort = QueueSort::CaseNo;
    ask(question);
    m_cases->stir(10); // case numbers never change
    ask(question);
    QCOMPARE(m_desk->queue.textOrders, 1);
    m_cases->admit(1);
    ask(question);
    QCOMPARE(m_desk->queue.textOrders, 2);
}

void TstQueueReader::stopsWhenToldAndBeginsAnew()
{
    m_cases->admit(30);
    m_desk->queue.failure = StoreError::Offline;
    QCOMPARE(m_reader.catchUp(m_desk->desk).error(), StoreError::Offline);
    m_desk->queue.failure.reset();
    QCOMPARE(ask(all()).order->size(), 30);
}

void TstQueueReader::forgetsCasesThatABackupDoesNotHave()
{
    m_cases->admit(30);
    m_desk->queue.cursorShift = 1000;
    QCOMPARE(ask(all()).order->size(), 30);
    // Another, smaller desk stands under the same connection now.
    const auto other = std::make_shared<MemoryStore>();
    QueueDesk second(ContractStores{other.get(), other.get(), other.get(), other.get(), other.get(), other.get(), other.get(), other.get(), other});
    RandomQueue(second.stores, 3).admit(7);
    const QueueReader::Answer answer = must(m_reader.ask(second.desk, all()));
    QCOMPARE(answer.order->size(), 7);
    QVERIFY(answer.muchTouched);
}

void TstQueueReader::passesFailuresOn()
{
    m_cases->admit(3);
    ask(all());
    m_desk->queue.failure = StoreError::Busy;
    QCOMPARE(m_reader.ask(m_desk->desk, all()).error(), StoreError::Busy);
    m_desk->queue.failure.reset();
    QCOMPARE(ask(all()).order->size(), 3);
}

QObject *make_tst_queuereader()
{
    return new TstQueueReader;
}

#include "tst_queuereader.moc"
