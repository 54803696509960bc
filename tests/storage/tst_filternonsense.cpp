// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdesk.h"

#include <contracts/contractdata.h>
#include <memorystore.h>
#include <nastyfilters.h>

#include <usecases/queuefilter.h>
#include <usecases/searchtext.h>

#include <QtTest/QTest>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using namespace arb::storage;

/// What the filter line takes never comes back as an error of the database, and finds what a plain walk finds.
class TstFilterNonsense : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverAnErrorOfTheDatabase_data() { addEngineRows(); }
    void neverAnErrorOfTheDatabase();

private:
    static QList<qint64> idsOf(const Stored<QList<CaseHeader>> &rows)
    {
        QList<qint64> ids;
        for (const CaseHeader &row : *rows)
            ids.append(row.id.value());
        return ids;
    }
};

void TstFilterNonsense::neverAnErrorOfTheDatabase()
{
    QFETCH(int, engine);
    const EngineDesk desk{Engine(engine)};
    const ContractStores stores = storesOn(desk.address());
    MemoryStore memory;
    QList<Admission> admissions;
    for (int n = 1; n <= 5; ++n)
        admissions.append(contractAdmission(n, QStringLiteral("C-%1").arg(n)));
    QVERIFY(stores.desk->apply(addingPerson(contractPerson(1001, "林晓"))));
    QVERIFY(stores.intake->addMany(admissions));
    QVERIFY(memory.addMany(admissions));
    for (const NastyFilter &nasty : nastyFilters()) {
        const auto filter = parseQueueFilter(nasty.line);
        QCOMPARE(filter.ok(), nasty.says.isEmpty());
        if (!filter)
            continue;
        QueueQuery query;
        query.view = QueueView::All;
        query.filter = *filter;
        query.now = contractNow;
        const auto rows = stores.cases->queue(query);
        QVERIFY2(rows.ok(), qPrintable(nasty.name));
        QVERIFY2(idsOf(rows) == idsOf(memory.queue(query)), qPrintable(nasty.name));
        const auto count = stores.cases->queueCount(query);
        QVERIFY2(count.ok() && *count == rows->size(), qPrintable(nasty.name));
        if (const auto phrases = searchPhrases(filter->words); !phrases.isEmpty())
            QVERIFY2(stores.queue->search(phrases, 50).ok(), qPrintable(nasty.name));
        if (!filter->buyers.isEmpty())
            QVERIFY2(stores.queue->ofBuyers(filter->buyers).ok(), qPrintable(nasty.name));
    }
}

QObject *make_tst_filternonsense();
QObject *make_tst_filternonsense()
{
    return new TstFilterNonsense;
}

#include "tst_filternonsense.moc"
