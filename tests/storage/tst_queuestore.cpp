// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdesk.h"

#include "../../models/storage/casewriter.h"
#include "../../models/storage/migrator.h"

#include <storage/changewatch.h>

#include <domain/casejson.h>

#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <atomic>
#include <sys/eventfd.h>
#include <unistd.h>

using namespace arb;
using namespace arb::tests;
using namespace arb::usecases;
using namespace arb::storage;

/// The queue's port where the engines differ: cursors, the search index of old and damaged databases, words of changes.
class TstQueueStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lateCommitIsReadNextTime();
    void rowsOfAnotherServersDumpAreNoNews();
    void cursorBeforeBackupReadsAll();
    void readsOnReadOnlyConnection_data() { addEngineRows(); }
    void readsOnReadOnlyConnection();
    void migrationIndexesOldCases_data() { addEngineRows(); }
    void migrationIndexesOldCases();
    void olderSearchTextsAreRenewed_data() { addEngineRows(); }
    void olderSearchTextsAreRenewed();
    void checkFindsLostWords_data() { addEngineRows(); }
    void checkFindsLostWords();
    void checkComparesIndexWithTokens();
    void plainSqliteReadsIndex();
    void watchTellsOfOthersWrites_data() { addEngineRows(); }
    void watchTellsOfOthersWrites();
    void serverPassesWordOn();
    void watchComesBackAfterLoss();
};

namespace {

QList<qint64> changedIds(QueueStore &store, ChangeCursor &cursor)
{
    QList<qint64> ids;
    const auto reached = store.entries(cursor, [&ids](const QueueEntry &entry) {
        ids.append(entry.id.value());
        return true;
    });
    if (!reached)
        return {-1};
    cursor = *reached;
    std::ranges::sort(ids);
    return ids;
}

void admitAll(const ContractStores &stores, int cases)
{
    QList<Admission> admissions;
    for (int n = 1; n <= cases; ++n)
        admissions.append(contractAdmission(n, QStringLiteral("C-%1").arg(n)));
    if (!stores.desk->apply(addingPerson(contractPerson(1001, "林晓"))) || !stores.intake->addMany(admissions))
        qFatal("the desk takes no cases");
}

QList<domain::CaseId> hits(QueueStore &store, const char *word)
{
    const auto found = store.search(searchPhrases({QString::fromUtf8(word)}), 0);
    return found ? *found : QList<domain::CaseId>{domain::CaseId(-1)};
}

OpenOptions readOnly()
{
    OpenOptions options;
    options.readOnly = true;
    return options;
}

} // namespace

/// A transaction that began before the reader looked and commits afterwards: a time or a counter as cursor passes it over.
void TstQueueStore::lateCommitIsReadNextTime()
{
    const EngineDesk desk(Engine::PostgreSQL);
    const ContractStores stores = storesOn(desk.address());
    admitAll(stores, 3);
    ChangeCursor cursor = 0;
    QCOMPARE(changedIds(*stores.queue, cursor), QList<qint64>({1, 2, 3}));
    QTRY_COMPARE(changedIds(*stores.queue, cursor), QList<qint64>()); // others may be writing on the server
    const auto late = openDesk(desk.address());
    {
        Transaction open(late->session(), Transaction::Kind::Write);
        writeTransition(late->session(), contractMove(*stores.cases->header(domain::CaseId(1)), domain::DisputeState::Closed));
        QVERIFY(stores.cases->apply(contractMove(*stores.cases->header(domain::CaseId(2)), domain::DisputeState::Closed)));
        QCOMPARE(changedIds(*stores.queue, cursor), QList<qint64>({2}));
        QCOMPARE(changedIds(*stores.queue, cursor), QList<qint64>({2})); // seen twice while the other is open: allowed
        open.commit();
    }
    QVERIFY(changedIds(*stores.queue, cursor).contains(1));
    QTRY_COMPARE(changedIds(*stores.queue, cursor), QList<qint64>());
}

void TstQueueStore::rowsOfAnotherServersDumpAreNoNews()
{
    const EngineDesk desk(Engine::PostgreSQL);
    const ContractStores stores = storesOn(desk.address());
    admitAll(stores, 2);
    QCOMPARE(rawExec(desk.address(), QStringLiteral("UPDATE dispute SET changed = 900000000000")), QString());
    ChangeCursor cursor = 0;
    QCOMPARE(changedIds(*stores.queue, cursor), QList<qint64>({1, 2}));
    QVERIFY(stores.cases->apply(contractMove(*stores.cases->header(domain::CaseId(2)), domain::DisputeState::Closed)));
    QCOMPARE(changedIds(*stores.queue, cursor), QList<qint64>({2}));
}

void TstQueueStore::cursorBeforeBackupReadsAll()
{
    const EngineDesk desk(Engine::SQLite);
    const ContractStores stores = storesOn(desk.address());
    admitAll(stores, 2);
    ChangeCursor cursor = 7'000'000; // of the database that was here before
    QCOMPARE(changedIds(*stores.queue, cursor), QList<qint64>({1, 2}));
    QCOMPARE(changedIds(*stores.queue, cursor), QList<qint64>());
}

void TstQueueStore::readsOnReadOnlyConnection()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<Engine>(engine));
    const ContractStores writer = storesOn(desk.address());
    admitAll(writer, 3);
    const auto database = openDesk(desk.address(), readOnly());
    SqlStores reader(*database);
    ChangeCursor cursor = 0;
    QCOMPARE(changedIds(reader.queue, cursor).size(), 3);
    QTRY_COMPARE(changedIds(reader.queue, cursor), QList<qint64>());
    QCOMPARE(hits(reader.queue, "手环").size(), 3);
    const domain::CaseId ids[] = {domain::CaseId(2)};
    QCOMPARE(reader.queue.rows(ids)->size(), 1);
    QCOMPARE(reader.queue.touch(domain::PersonId(1001), domain::CaseId(1), contractNow).error(), StoreError::ReadOnly);
    QVERIFY((*database->check(true)).findings.isEmpty());
    QVERIFY(writer.cases->apply(contractMove(*writer.cases->header(domain::CaseId(2)), domain::DisputeState::Closed)));
    QCOMPARE(changedIds(reader.queue, cursor), QList<qint64>({2}));
}

void TstQueueStore::migrationIndexesOldCases()
{
    QFETCH(int, engine);
    QTemporaryDir folder;
    std::unique_ptr<PostgresqlDesk> server;
    DatabaseAddress address;
    if (static_cast<Engine>(engine) == Engine::PostgreSQL) {
        server = std::make_unique<PostgresqlDesk>(false);
        address = server->address();
    } else {
        address.file = folder.filePath(QStringLiteral("desk.db"));
    }
    const auto database = openDesk(address, {.readOnly = false, .create = true, .anySchema = true, .password = {}});
    const auto steps = migrationSteps(QStringLiteral(":/migrations"), database->session().dialect());
    QVERIFY(Migrator(database->session(), steps.mid(0, 1)).migrate().ok());
    const QByteArray json = QJsonDocument(domain::withoutPersonalData(contractFile(QStringLiteral("C-1")).document)).toJson(QJsonDocument::Compact);
    constexpr int cases = 1'003; // more than one portion
    Session &session = database->session();
    {
        Transaction transaction(session, Transaction::Kind::Write);
        for (int n = 1; n <= cases; ++n) {
            session.run(QStringLiteral("INSERT INTO dispute (id, platform, case_no, state, round, appeal_round, claim_no, version, due_unknown, rank, "
                                       "type, reason, trade_kind, category, product, order_no, claimed_fen, disputed_fen, escalated_at, buyer_id, "
                                       "merchant_id, merchant_name, flags, tags, bundle_digest, audit_seq, audit_hash, search_text) VALUES "
                                       "(?, 'douyin', ?, 'Queued', 1, 0, 0, 1, '', 0, 'exchange', 'other', 'normal', '3c', 'x', 'o', 1, 1, 1, 'b', 'm', "
                                       "'s', '', '', '', 0, '', 'x')"),
                        Values() << n << QStringLiteral("C-%1").arg(n));
            session.run(QStringLiteral("INSERT INTO case_document (case_id, json) VALUES (?, ?)"), Values() << n << json);
        }
        session.run(QStringLiteral("INSERT INTO exhibit (case_id, exhibit_id, ordinal, party, kind, file, sha256, caption, element, submitted_at, size, "
                                   "facts) VALUES (7, 's', 0, 'buyer', 'image', 'f', ?, '补充照片', '', 1, 1, '{}')"),
                    Values() << QString(64, u'a'));
        transaction.commit();
    }
    QCOMPARE(Database::open(address).error().fault, OpenFault::OldSchema);
    QCOMPARE(*database->migrate(), MigrateOutcome::Updated);
    SqlStores stores(*database);
    QCOMPARE(hits(stores.queue, "智能手环").size(), cases);
    QCOMPARE(hits(stores.queue, "补充"), QList<domain::CaseId>({domain::CaseId(7)}));
    QVERIFY((*database->check(true)).findings.isEmpty());
    ChangeCursor cursor = 0;
    QCOMPARE(changedIds(stores.queue, cursor).size(), cases);
    QCOMPARE(changedIds(stores.queue, cursor), QList<qint64>());
}

/// A database of the form before: in portions, by whoever comes, each taking up where the last one stopped.
void TstQueueStore::olderSearchTextsAreRenewed()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<Engine>(engine));
    const ContractStores stores = storesOn(desk.address());
    constexpr int cases = 25;
    admitAll(stores, cases);
    QVERIFY(openDesk(desk.address())->renewSearch(10)->finished); // a new desk has nothing to renew
    QVERIFY(stores.desk->settings()->isEmpty()); // and no setting says so
    const auto database = openDesk(desk.address());
    SqlStores own(*database);
    {
        Session &session = database->session(); // as it was made before reasons were searched for
        Transaction transaction(session, Transaction::Kind::Write);
        if (const QString clear = session.dialect().clearWords(); !clear.isEmpty())
            session.run(clear);
        for (int n = 1; n <= cases; ++n) {
            const QString tokens = QStringLiteral(" c %1 ").arg(n);
            session.run(QStringLiteral("UPDATE case_search SET tokens = ? WHERE case_id = ?"), Values() << tokens << n);
            if (const QString index = session.dialect().indexWords(); !index.isEmpty())
                session.run(index, Values() << n << tokens);
        }
        session.run(QStringLiteral("DELETE FROM desk_setting"));
        transaction.commit();
    }
    QCOMPARE(hits(own.queue, "质量问题").size(), 0);
    const auto first = database->renewSearch(10);
    QVERIFY(first && !first->finished && first->cases == 10);
    QCOMPARE(hits(own.queue, "质量问题").size(), 10);
    const auto second = openDesk(desk.address())->renewSearch(10); // after a kill, say
    QVERIFY(second && !second->finished && second->cases == 10);
    QCOMPARE(hits(own.queue, "quality defect").size(), 20);
    const auto third = database->renewSearch(10);
    QVERIFY(third && third->finished && third->cases == 5);
    QCOMPARE(hits(own.queue, "质量问题").size(), cases);
    QCOMPARE(database->renewSearch(10)->cases, 0);
    QCOMPARE(database->check(true)->findings, QStringList());
}

void TstQueueStore::checkFindsLostWords()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<Engine>(engine));
    admitAll(storesOn(desk.address()), 3);
    const auto findings = [&desk](bool thorough) { return openDesk(desk.address())->check(thorough)->findings.join(u'\n'); };
    QCOMPARE(findings(true), QString());
    QCOMPARE(rawExec(desk.address(), QStringLiteral("UPDATE case_document SET json = replace(json, 'Band', 'Lamp') WHERE case_id = 2")), QString());
    QCOMPARE(findings(false), QString());
    QVERIFY2(findings(true).contains(QStringLiteral("other words than the search index: 1")), qPrintable(findings(true)));
    QCOMPARE(rawExec(desk.address(), QStringLiteral("DELETE FROM case_search WHERE case_id = 3")), QString());
    if (static_cast<Engine>(engine) == Engine::PostgreSQL)
        QVERIFY2(findings(false).contains(QStringLiteral("lacks: 1;")), qPrintable(findings(false)));
    else
        QVERIFY2(findings(false).contains(QStringLiteral("differs from the tokens")), qPrintable(findings(false)));
    const auto database = openDesk(desk.address());
    QVERIFY(database->rebuildSearch());
    QCOMPARE(findings(true), QString());
    SqlStores stores(*database);
    QCOMPARE(hits(stores.queue, "lamp"), QList<domain::CaseId>({domain::CaseId(2)}));
    QCOMPARE(hits(stores.queue, "黑屏").size(), 3);
}

void TstQueueStore::checkComparesIndexWithTokens()
{
    const EngineDesk desk(Engine::SQLite);
    admitAll(storesOn(desk.address()), 2);
    QCOMPARE(rawExec(desk.address(), QStringLiteral("INSERT INTO case_words (case_words, rowid, tokens) VALUES ('delete', 2, ' 黑屏 ')")), QString());
    const auto database = openDesk(desk.address());
    QVERIFY2(database->check(true)->findings.join(u'\n').contains(QStringLiteral("differs from the tokens")),
             qPrintable(database->check(true)->findings.join(u'\n')));
    QVERIFY(database->rebuildSearch());
    QVERIFY(database->check(true)->findings.isEmpty());
}

/// No tokenizer of ours: whoever opens the file with any SQLite can search it.
void TstQueueStore::plainSqliteReadsIndex()
{
    const EngineDesk desk(Engine::SQLite);
    admitAll(storesOn(desk.address()), 3);
    QCOMPARE(rawValue(desk.address(), QStringLiteral("SELECT count(*) FROM case_words WHERE case_words MATCH '\"智能 能手 手环\"'")), QStringLiteral("3"));
}

// --- words of changes --------------------------------------------------------------------------------------------

namespace {

struct Heard
{
    std::atomic<int> changed{0}, lost{0}, back{0};
    void operator()(ChangeWatch::Word word)
    {
        switch (word) {
        case ChangeWatch::Word::Changed: ++changed; break;
        case ChangeWatch::Word::Lost: ++lost; break;
        case ChangeWatch::Word::Back: ++back; break;
        }
    }
};

} // namespace

void TstQueueStore::watchTellsOfOthersWrites()
{
    QFETCH(int, engine);
    const EngineDesk desk(static_cast<Engine>(engine));
    const ContractStores stores = storesOn(desk.address());
    admitAll(stores, 1);
    Heard heard;
    const ChangeWatch watch(desk.address(), {}, [&heard](ChangeWatch::Word word) { heard(word); });
    for (int n = 1; n <= 3; ++n) {
        const int before = heard.changed;
        // Until the watch listens, and then for each round: a write is heard of within two seconds. Each writes something
        // new: SQLite does not write what stands there already.
        bool told = false;
        for (int tries = 0; tries < 3 && !told; ++tries) {
            QVERIFY(stores.queue->touch(domain::PersonId(1001), domain::CaseId(1), contractNow.plusMs(10 * n + tries)));
            told = QTest::qWaitFor([&] { return heard.changed > before; }, 2000);
        }
        QVERIFY(told);
    }
    QCOMPARE(heard.lost.load(), 0);
}

/// A listener need not look: the one who commits says so.
void TstQueueStore::serverPassesWordOn()
{
    const EngineDesk desk(Engine::PostgreSQL);
    const auto listener = openDesk(desk.address(), readOnly());
    Session &session = listener->session();
    session.exec(session.dialect().listen());
    const ContractStores stores = storesOn(desk.address());
    QVERIFY(stores.desk->setDeskClock(contractNow));
    const int stop = ::eventfd(0, EFD_CLOEXEC);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(session.dialect().hears(session.database(), stop, 20'000));
    QVERIFY(timer.elapsed() < 10'000);
    ::eventfd_write(stop, 1);
    QVERIFY(!session.dialect().hears(session.database(), stop, 20'000)); // one word was said, and nobody waits longer
    QVERIFY(timer.elapsed() < 20'000);
    ::close(stop);
}

void TstQueueStore::watchComesBackAfterLoss()
{
    const EngineDesk desk(Engine::PostgreSQL);
    Heard heard;
    const ChangeWatch watch(desk.address(), {}, [&heard](ChangeWatch::Word word) { heard(word); });
    const QString listeners = QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'arbiter'");
    QTRY_COMPARE(rawValue(desk.address(), listeners), QStringLiteral("1"));
    QCOMPARE(rawExec(desk.address(), QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                                    "WHERE datname = current_database() AND application_name = 'arbiter'")), QString());
    QTRY_VERIFY(heard.lost == 1 && heard.back == 1);
    const ContractStores stores = storesOn(desk.address());
    const int before = heard.changed;
    QVERIFY(stores.desk->setDeskClock(contractNow));
    QTRY_VERIFY(heard.changed > before);
}

QObject *make_tst_queuestore()
{
    return new TstQueueStore;
}

#include "tst_queuestore.moc"
