// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdesk.h"

#include <contracts/queuedesk.h>

#include <usecases/queuereader.h>

#include <QtTest/QTest>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;

/// What the window shows and what `arbiter queue` prints are the same rows in the same order, on both engines: the one
/// asks QueueReader on a connection of its own that only reads, the other CaseStore::queue().
class TstQueueRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowAndCommandLineAgree_data() { addEngineRows(); }
    void windowAndCommandLineAgree();
    void ownWritesAreSeenToo_data() { addEngineRows(); }
    void ownWritesAreSeenToo();
};

namespace {

ContractStores readOnlyStores(const storage::DatabaseAddress &address)
{
    struct Keep
    {
        explicit Keep(std::unique_ptr<storage::Database> opened) : database(std::move(opened)), stores(*database) {}
        std::unique_ptr<storage::Database> database;
        storage::SqlStores stores;
    };
    const auto keep = std::make_shared<Keep>(openDesk(address, {.readOnly = true, .create = false, .anySchema = false, .password = {}}));
    storage::SqlStores &stores = keep->stores;
    return {&stores.cases, &stores.intake, &stores.tasks, &stores.reports, &stores.audit, &stores.desk, &stores.queue, &stores.examination, keep};
}

} // namespace

void TstQueueRows::windowAndCommandLineAgree()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<storage::Engine>(engine));
    const ContractStores writer = storesOn(desk.address());
    RandomQueue cases(writer, 5);
    QueueDesk reading(readOnlyStores(desk.address()));
    QueueReader reader;
    int hits = 0;
    for (int round = 0; round < 3; ++round) {
        cases.admit(60);
        cases.stir(30);
        QVERIFY(*reader.isBehind(reading.desk));
        for (int n = 0; n < 150; ++n) {
            QueueReader::Question question;
            question.query = cases.query(true);
            question.counts = n % 10 == 0;
            question.visible = {{0, 9}};
            const auto answer = reader.ask(reading.desk, question);
            QVERIFY(answer);
            const auto rows = writer.cases->queue(question.query);
            QVERIFY(rows);
            QList<domain::CaseId> expected, found;
            for (const CaseHeader &row : *rows)
                expected.append(row.id);
            for (qsizetype row = 0; row < answer->order->size(); ++row)
                found.append(answer->order->id(row));
            if (found != expected)
                QFAIL(qPrintable(QStringLiteral("%1: %2 rows instead of %3").arg(describe(question.query)).arg(found.size()).arg(expected.size())));
            QVERIFY(answer->rows == rows->mid(0, 10));
            QueueQuery bare;
            bare.me = question.query.me;
            bare.now = question.query.now;
            for (auto at = answer->counts.cbegin(); at != answer->counts.cend(); ++at) {
                bare.view = at.key();
                QVERIFY2(at.value() == *writer.cases->queueCount(bare), qPrintable(domain::toCode(at.key())));
            }
            hits += expected.isEmpty() ? 0 : 1;
        }
        // On PostgreSQL the mark also moves with any other database of the server, so "behind" may be a false alarm; a
        // reader that stays behind whatever it reads is not. Another test may be storming that server for a while.
        QTRY_VERIFY_WITH_TIMEOUT(reader.ask(reading.desk, {}) && !*reader.isBehind(reading.desk), 60'000);
    }
    QVERIFY2(hits > 150, "questions without answers prove nothing");
}

/// The reader may have to share the writer's connection, which does not tell of its own writes.
void TstQueueRows::ownWritesAreSeenToo()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<storage::Engine>(engine));
    QueueDesk shared(storesOn(desk.address()));
    RandomQueue cases(shared.stores, 9);
    QueueReader reader;
    QueueReader::Question question;
    question.query.view = QueueView::All;
    question.query.now = contractNow;
    for (int round = 1; round <= 3; ++round) {
        cases.admit(5);
        const auto answer = reader.ask(shared.desk, question);
        QVERIFY(answer);
        QCOMPARE(answer->order->size(), round * 5);
    }
}

QObject *make_tst_queuerows()
{
    return new TstQueueRows;
}

#include "tst_queuerows.moc"
