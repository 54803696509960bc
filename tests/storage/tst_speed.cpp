// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdesk.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

#include <algorithm>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using namespace arb::storage;

/// The queue at the size of a busy desk. The limits are several times what a quiet machine needs: they catch a lost
/// index or a query in a loop, not a slow disk. ARB_SPEED_CASES sets another size.
class TstSpeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsQueueOfTenThousand_data() { addEngineRows(); }
    void readsQueueOfTenThousand();
};

namespace {

template<typename Work>
double medianMs(Work work)
{
    QList<double> times;
    for (int n = 0; n < 7; ++n) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    return times.at(3);
}

} // namespace

void TstSpeed::readsQueueOfTenThousand()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<Engine>(engine));
    const ContractStores stores = storesOn(desk.address());
    const Person person = contractPerson(1001, "林晓");
    QVERIFY(stores.desk->apply(addingPerson(person)));
    const int cases = qEnvironmentVariableIntValue("ARB_SPEED_CASES") > 0 ? qEnvironmentVariableIntValue("ARB_SPEED_CASES") : 10'000;
    const Admission sample = contractAdmission(1, QStringLiteral("C-1"));
    QElapsedTimer timer;
    timer.start();
    for (int done = 0; done < cases;) {
        QList<Admission> batch;
        for (int n = 0; n < 1000; ++n, ++done) {
            Admission admission = sample;
            admission.header.id = domain::CaseId(done + 1);
            admission.header.caseNo = admission.file.caseNo = QStringLiteral("C-%1").arg(done);
            admission.header.rank = (done * 7919LL) % 1'000'003;
            admission.header.claimed = domain::Money(done);
            batch.append(admission);
        }
        QVERIFY(stores.intake->addMany(batch));
    }
    const qint64 intake = timer.elapsed();
    QueueQuery query;
    query.now = contractNow;
    QVERIFY((*stores.cases->queue(query)).size() == cases);
    const double all = medianMs([&] { stores.cases->queue(query).ok(); });
    query.limit = 100;
    const double head = medianMs([&] { stores.cases->queue(query).ok(); });
    const double count = medianMs([&] { stores.cases->queueCount(query).ok(); });
    query.filter.words = {QStringLiteral("c-77")};
    const double words = medianMs([&] { stores.cases->queue(query).ok(); });
    const double due = medianMs([&] { stores.cases->dueWork(contractNow, 100).ok(); });
    int fed = 0;
    const double entries = medianMs([&] { stores.queue->entries(0, [&fed](const QueueEntry &) { return ++fed > 0; }).ok(); });
    QVERIFY(fed > 0 && fed % cases == 0);
    const double newest = medianMs([&] { stores.queue->search(searchPhrases({QStringLiteral("手环")}), 50).ok(); });
    QList<domain::CaseId> some;
    for (int n = 1; n <= 256; ++n)
        some.append(domain::CaseId(n * 37LL % cases + 1));
    const double rows = medianMs([&] { stores.queue->rows(some).ok(); });
    const double take = medianMs([&] {
        const auto id = stores.cases->takeNext({.me = person.id, .now = contractNow, .appeals = false, .skippedSince = contractNow},
                                               [&](const CaseHeader &header) { return contractClaim(header, person); });
        QVERIFY(id.ok() && id->has_value());
    });
    qInfo("%d cases: intake %lld ms, whole queue %.1f ms, first 100 %.2f, count %.2f, words %.2f, due work %.2f, take next %.2f, entries %.1f, newest 50 "
          "of a word %.2f, 256 rows %.2f", cases, intake, all, head, count, words, due, take, entries, newest, rows);
    QVERIFY2(all < 400.0 * cases / 10'000, "whole queue");
    QVERIFY2(head < 20, "head of the queue");
    QVERIFY2(due < 50, "due work");
    QVERIFY2(entries < 150.0 * cases / 10'000, "entries");
    QVERIFY2(rows < 50, "256 rows");
}

QObject *make_tst_speed()
{
    return new TstSpeed;
}

#include "tst_speed.moc"
