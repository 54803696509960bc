// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentingdesk.h>

#include <presentation/queuepresenter.h>

#include <usecases/queuecommands.h>

#include <contracts/queuedesk.h>

#include <QtCore/QPersistentModelIndex>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace arb;
using namespace arb::presentation;
using namespace arb::tests;
using namespace arb::usecases;

namespace {

/// A queue over stores in memory; the reader does its jobs when it is told to, when @p slow.
struct QueueScene
{
    explicit QueueScene(int cases, bool slow = false)
        : reader(desk.desk), session(runner, slow ? static_cast<DeskRunner &>(reader) : runner, journal), presenter(session)
    {
        random.admit(cases);
        session.setActor(Actor{.person = contractPerson(1001, "林晓", Role::Supervisor)});
    }
    static ContractStores storesOf(const std::shared_ptr<MemoryStore> &store)
    {
        return {store.get(), store.get(), store.get(), store.get(), store.get(), store.get(), store.get(), store.get(), store};
    }
    QList<domain::CaseId> expected()
    {
        QueueQuery query;
        query.view = presenter.choice().view;
        query.filter = *parseQueueFilter(presenter.choice().filter);
        query.sort = presenter.choice().sort;
        query.descending = presenter.choice().descending;
        query.me = session.actor().person.id;
        query.now = desk.clock.at;
        QList<domain::CaseId> ids;
        const auto stored = store->queue(query); // lives as long as the loop
        for (const CaseHeader &row : *stored)
            ids.append(row.id);
        return ids;
    }
    QList<domain::CaseId> shown()
    {
        QList<domain::CaseId> ids;
        for (int row = 0; row < presenter.model().rowCount(); ++row)
            ids.append(presenter.model().idAt(row));
        return ids;
    }
    /// Something that everybody sees: the case gets another holder, or none.
    void claim(domain::CaseId id, domain::PersonId by)
    {
        const CaseHeader header = *store->header(id);
        Transition move = contractMove(header, domain::DisputeState::Claimed);
        move.after.holder = by;
        move.after.leaseUntil = contractNow.plusMs(domain::hourMs);
        if (!store->apply(move))
            qFatal("the claim was refused");
    }

    std::shared_ptr<MemoryStore> store = std::make_shared<MemoryStore>();
    QueueDesk desk{storesOf(store)};
    RandomQueue random{desk.stores, 21};
    InlineRunner runner{desk.desk};
    SlowRunner reader;
    MemoryJournal journal;
    Session session;
    QueuePresenter presenter;
};

} // namespace

class TstQueuePresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatTheStoreSays();
    void showsFirstRowsBeforeAllIsRead();
    void answersTheLastQuestionOnly();
    void changesOfOthersLeaveSelectionAlone();
    void saysWhatOnlyAMachineRead();
    void timeBringsCasesBack();
    void refusesFilterWithoutLosingRows();
    void keepsSavedViews();
    void hearsOfViewsKeptElsewhere();
    void refusesUnfitViewNames();
    void tellsTroubleOnceAndRecovers();
    void readsAllRowsInBlocks();
    void fetchesRowsOnShow();
};

void TstQueuePresenter::showsWhatTheStoreSays()
{
    QueueScene scene(150);
    QAbstractItemModelTester tester(&scene.presenter.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    scene.presenter.start();
    QTRY_VERIFY(!scene.presenter.isFilling());
    QSignalSpy refreshed(&scene.presenter, &QueuePresenter::refreshed);
    const char *filters[] = {"", "state:queued state:claimed", "手环", "amount:>=50000 overdue:no", "holder:林晓 category:3c", "tag:vip", "buyer:b-2"};
    for (const auto &view : domain::codeTable<QueueView>()) {
        for (const auto &sort : domain::codeTable<QueueSort>()) {
            const QString filter = QString::fromUtf8(filters[(size_t(view.value) + size_t(sort.value)) % std::size(filters)]);
            const QueueChoice choice{view.value, filter, sort.value, size_t(sort.value) % 2 == 1};
            refreshed.clear();
            scene.presenter.choose(choice);
            QTRY_VERIFY(refreshed.count() > 0);
            QCOMPARE(scene.presenter.choice(), choice);
            QCOMPARE(scene.shown(), scene.expected());
        }
    }
    QueueQuery bare;
    bare.me = scene.session.actor().person.id;
    bare.now = contractNow;
    for (const auto &view : domain::codeTable<QueueView>()) {
        bare.view = view.value;
        QCOMPARE(scene.presenter.count(view.value), *scene.store->queueCount(bare));
    }
}

void TstQueuePresenter::showsFirstRowsBeforeAllIsRead()
{
    QueueScene scene(600, true);
    QAbstractItemModelTester tester(&scene.presenter.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    scene.presenter.setView(QueueView::All);
    QSignalSpy refreshed(&scene.presenter, &QueuePresenter::refreshed);
    scene.presenter.start();
    QTRY_VERIFY(refreshed.count() > 0);
    QVERIFY(scene.presenter.isFilling());
    QCOMPARE(scene.shown(), scene.expected().mid(0, 256));
    QVERIFY(scene.presenter.model().index(200, QueueModel::CaseColumn).data(QueueModel::LoadedRole).toBool());
    const QPersistentModelIndex selected = scene.presenter.model().index(100, QueueModel::CaseColumn);
    const qint64 id = selected.data(QueueModel::CaseIdRole).toLongLong();
    // The answer for another view comes meanwhile, too.
    scene.presenter.setView(QueueView::Waiting);
    QTRY_COMPARE(scene.shown(), scene.expected().mid(0, 256));
    scene.presenter.setView(QueueView::All);
    QTRY_COMPARE(scene.shown(), scene.expected().mid(0, 256));
    const QPersistentModelIndex again = scene.presenter.model().index(scene.presenter.model().rowOf(domain::CaseId(id)), QueueModel::CaseColumn);
    while (scene.presenter.isFilling()) {
        scene.reader.runAll();
        QCoreApplication::processEvents();
    }
    refreshed.clear();
    QTRY_VERIFY(scene.reader.waiting() > 0);
    scene.reader.runAll();
    QTRY_VERIFY(refreshed.count() > 0);
    QCOMPARE(scene.shown(), scene.expected());
    QCOMPARE(again.data(QueueModel::CaseIdRole).toLongLong(), id);
}

void TstQueuePresenter::answersTheLastQuestionOnly()
{
    QueueScene scene(60, true);
    scene.presenter.start();
    while (scene.presenter.isFilling() || scene.reader.waiting() > 0) {
        scene.reader.runAll();
        QCoreApplication::processEvents();
    }
    QSignalSpy refreshed(&scene.presenter, &QueuePresenter::refreshed);
    scene.presenter.setView(QueueView::All);
    const QList<domain::CaseId> before = scene.shown();
    for (const QString &text : {QStringLiteral("b"), QStringLiteral("ba"), QStringLiteral("ban"), QStringLiteral("band")})
        scene.presenter.setFilter(text); // returns at once, whatever the reader is doing
    QCOMPARE(scene.shown(), before);
    scene.reader.runAll();
    QTRY_VERIFY(refreshed.count() > 0);
    QCoreApplication::processEvents();
    QCOMPARE(refreshed.count(), 1);
    QCOMPARE(scene.desk.queue.searches, 1);
    QCOMPARE(scene.shown(), scene.expected());
}

void TstQueuePresenter::changesOfOthersLeaveSelectionAlone()
{
    QueueScene scene(200);
    scene.presenter.start();
    QTRY_VERIFY(!scene.presenter.isFilling() && scene.presenter.count(QueueView::Waiting) > 0);
    QueueModel &model = scene.presenter.model();
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(scene.shown(), scene.expected());
    QVERIFY(model.rowCount() > 10);
    const QPersistentModelIndex selected = model.index(5, QueueModel::CaseColumn);
    const qint64 id = selected.data(QueueModel::CaseIdRole).toLongLong();
    QSignalSpy removed(&model, &QueueModel::rowsRemoved);
    QSignalSpy layout(&model, &QueueModel::layoutChanged);
    QSignalSpy reset(&model, &QueueModel::modelReset);
    const qint64 waiting = scene.presenter.count(QueueView::Waiting);
    scene.claim(model.idAt(2), domain::PersonId(1002));
    scene.presenter.look();
    QTRY_COMPARE(removed.count(), 1);
    QCOMPARE(layout.count() + reset.count(), 0);
    QCOMPARE(selected.row(), 4);
    QCOMPARE(selected.data(QueueModel::CaseIdRole).toLongLong(), id);
    QTRY_COMPARE(scene.presenter.count(QueueView::Waiting), waiting - 1);
    QCOMPARE(scene.shown(), scene.expected());

    // A change that moves no row is told as data.
    scene.presenter.setView(QueueView::All);
    QTRY_COMPARE(scene.shown(), scene.expected());
    const int row = model.rowOf(domain::CaseId(id));
    QCOMPARE(model.index(row, QueueModel::HolderColumn).data(QueueModel::LoadedRole).toBool(), true);
    QSignalSpy changed(&model, &QueueModel::dataChanged);
    scene.claim(domain::CaseId(id), domain::PersonId(1002));
    scene.presenter.look();
    QTRY_COMPARE(model.index(row, QueueModel::HolderColumn).data().toString(), QString::fromUtf8("陈默"));
    QVERIFY(changed.count() > 0);
    QCOMPARE(removed.count(), 1);
}

/// Words that stand in a case only because a machine read them in a picture: its row says so, and forgets it with the words.
void TstQueuePresenter::saysWhatOnlyAMachineRead()
{
    QueueScene scene(0);
    const Admission one = contractAdmission(1, QStringLiteral("C-1"));
    QVERIFY(scene.store->addMany(std::span(&one, 1)));
    StoredReading reading;
    reading.sha256 = QByteArray(64, 'b'); // of its picture
    reading.reader = QStringLiteral("test-1");
    reading.reading.size = QSize(300, 400);
    reading.reading.bubbles = {{domain::ReadBubble::Side::Right, {{{{QString::fromUtf8("你说过赔偿三倍"), QRect(10, 20, 200, 30), 91}}}}}};
    reading.readAt = contractNow;
    QVERIFY(scene.store->saveReading(reading));
    while (*scene.store->indexReadings(10)) { }
    scene.presenter.start();
    QTRY_VERIFY(!scene.presenter.isFilling() && scene.presenter.model().rowCount() == 1);
    const QString words = QStringLiteral("found in machine reading · ");
    const auto says = [&](int column, int role) { return scene.presenter.model().index(0, column).data(role).toString(); };
    const QString second = says(QueueModel::CaseColumn, QueueModel::SecondLineRole), why = says(QueueModel::WhyColumn, Qt::DisplayRole);
    QVERIFY(!second.contains(words) && !why.contains(words));
    scene.presenter.setFilter(QString::fromUtf8("赔偿三倍"));
    QTRY_COMPARE(says(QueueModel::CaseColumn, QueueModel::SecondLineRole), QString(words + second));
    QCOMPARE(scene.presenter.model().rowCount(), 1);
    QCOMPARE(says(QueueModel::WhyColumn, Qt::DisplayRole), QString(words + why));
    QVERIFY(says(QueueModel::CaseColumn, Qt::ToolTipRole).startsWith(words));
    QVERIFY(says(QueueModel::CaseColumn, Qt::AccessibleDescriptionRole).contains(words));
    scene.presenter.setFilter(QString::fromUtf8("黑屏")); // of the chat
    QTRY_COMPARE(says(QueueModel::CaseColumn, QueueModel::SecondLineRole), second);
    QCOMPARE(scene.presenter.model().rowCount(), 1);
    scene.presenter.setFilter(QString::fromUtf8("黑屏 赔偿三倍")); // not without the machine
    QTRY_COMPARE(says(QueueModel::CaseColumn, QueueModel::SecondLineRole), QString(words + second));
    scene.presenter.setFilter({});
    QTRY_COMPARE(says(QueueModel::CaseColumn, QueueModel::SecondLineRole), second);
}

void TstQueuePresenter::timeBringsCasesBack()
{
    QueueScene scene(0);
    const Admission one = contractAdmission(1, QStringLiteral("C-1"));
    QVERIFY(scene.store->addMany(std::span(&one, 1)));
    Transition park = contractMove(*scene.store->header(domain::CaseId(1)), domain::DisputeState::Queued);
    park.after.parkedUntil = contractNow.plusMs(domain::hourMs);
    QVERIFY(scene.store->apply(park));
    scene.presenter.start();
    QTRY_VERIFY(!scene.presenter.isFilling() && scene.presenter.count(QueueView::All) == 1);
    QCOMPARE(scene.presenter.model().rowCount(), 0);
    scene.desk.clock.at = contractNow.plusMs(domain::hourMs);
    scene.session.heardTime(scene.desk.clock.at);
    scene.presenter.look();
    QTRY_COMPARE(scene.presenter.model().rowCount(), 1);
    QTRY_COMPARE(scene.presenter.count(QueueView::Waiting), 1);
}

void TstQueuePresenter::refusesFilterWithoutLosingRows()
{
    QueueScene scene(20);
    scene.presenter.start();
    QTRY_VERIFY(!scene.presenter.isFilling());
    QSignalSpy refused(&scene.presenter, &QueuePresenter::filterRefused);
    scene.presenter.setFilter(QStringLiteral("amount:many"));
    QCOMPARE(refused.count(), 1);
    QVERIFY(refused.at(0).at(0).toString().contains(QStringLiteral("\"many\" is no sum")));
    QCOMPARE(scene.presenter.choice().filter, QString());
    scene.presenter.setFilter(QStringLiteral("amount:>=1"));
    QCOMPARE(refused.at(1).at(0).toString(), QString());
}

void TstQueuePresenter::keepsSavedViews()
{
    QueueScene scene(80);
    scene.presenter.start();
    QTRY_VERIFY(!scene.presenter.isFilling());
    scene.presenter.choose({QueueView::All, QStringLiteral("category:3c"), QueueSort::Amount, true});
    scene.presenter.saveView(QStringLiteral("mine"));
    QTRY_COMPARE(scene.presenter.savedViews().size(), 1);
    const SavedView saved = scene.presenter.savedViews().constFirst().view;
    QCOMPARE(QueuePresenter::choiceOf(saved), scene.presenter.choice());
    const qint64 expected = scene.expected().size();
    QTRY_COMPARE(scene.presenter.savedViews().constFirst().count, expected);
    // Its count is alive.
    QSignalSpy counts(&scene.presenter, &QueuePresenter::countsChanged);
    Admission more = contractAdmission(77, QStringLiteral("X-1"));
    QVERIFY(scene.store->addMany(std::span(&more, 1)));
    scene.presenter.look();
    QTRY_COMPARE(scene.presenter.savedViews().constFirst().count, expected + 1);
    QVERIFY(counts.count() > 0);
    // Others do not see it.
    scene.session.setActor(Actor{.person = contractPerson(1002, "陈默", Role::Reviewer, true)});
    QTRY_COMPARE(scene.presenter.savedViews().size(), 0);
    scene.session.setActor(Actor{.person = contractPerson(1001, "林晓", Role::Supervisor)});
    QTRY_COMPARE(scene.presenter.savedViews().size(), 1);
    scene.presenter.removeView(QStringLiteral("mine"));
    QTRY_COMPARE(scene.presenter.savedViews().size(), 0);
}

/// By the command line, or another window of the same person: it comes and goes by itself, and the choice stays.
void TstQueuePresenter::hearsOfViewsKeptElsewhere()
{
    QueueScene scene(20);
    scene.presenter.start();
    QTRY_VERIFY(!scene.presenter.isFilling());
    scene.presenter.choose({QueueView::All, QStringLiteral("category:3c"), QueueSort::Amount, true});
    const QueueChoice choice = scene.presenter.choice();
    usecases::QueueCommands elsewhere(scene.desk.desk);
    const Actor me = scene.session.actor();
    QVERIFY_DONE(elsewhere.saveView(me, {me.person.id, QStringLiteral("theirs"), QueueView::Mine, {}, QueueSort::Rank, false}));
    QTRY_COMPARE_WITH_TIMEOUT(scene.presenter.savedViews().size(), 1, 15'000);
    QTRY_VERIFY(scene.presenter.savedViews().constFirst().count >= 0);
    QSignalSpy told(&scene.presenter, &QueuePresenter::savedViewsChanged);
    QVERIFY_DONE(elsewhere.removeView(me, QStringLiteral("theirs")));
    QTRY_COMPARE_WITH_TIMEOUT(scene.presenter.savedViews().size(), 0, 15'000);
    QCOMPARE(told.count(), 1); // what is read again and is as it was is not told
    QCOMPARE(scene.presenter.choice(), choice);
}

void TstQueuePresenter::refusesUnfitViewNames()
{
    QueueScene scene(20);
    scene.presenter.start();
    QTRY_VERIFY(!scene.presenter.isFilling());
    const auto names = [&scene] {
        QStringList all;
        for (const QueuePresenter::ShownView &shown : scene.presenter.savedViews())
            all.append(shown.view.name);
        return all;
    };
    scene.presenter.saveView(QStringLiteral(" mine "));
    QTRY_COMPARE(names(), QStringList{QStringLiteral("mine")});
    QSignalSpy failed(&scene.presenter, &QueuePresenter::failed);
    scene.presenter.saveView(QString(61, u'x'));
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY2(failed.at(0).at(0).toString().contains(QStringLiteral("60 characters")), qPrintable(failed.at(0).at(0).toString()));
    scene.presenter.saveView(QStringLiteral("a\u0007"));
    QTRY_COMPARE(failed.count(), 2);
    scene.presenter.renameView(QStringLiteral("mine"), QStringLiteral("  "));
    QTRY_COMPARE(failed.count(), 3);
    scene.presenter.removeView(QStringLiteral("other"));
    QTRY_COMPARE(failed.count(), 4);
    QVERIFY2(failed.at(3).at(0).toString().contains(QStringLiteral("other")), qPrintable(failed.at(3).at(0).toString()));
    // Renamed to itself, as it would be kept: still there.
    scene.presenter.renameView(QStringLiteral("mine"), QStringLiteral(" mine"));
    scene.presenter.renameView(QStringLiteral("mine"), QStringLiteral("ours "));
    QTRY_COMPARE(names(), QStringList{QStringLiteral("ours")});
    QCOMPARE(failed.count(), 4);
}

void TstQueuePresenter::tellsTroubleOnceAndRecovers()
{
    QueueScene scene(20);
    scene.presenter.start();
    QTRY_VERIFY(!scene.presenter.isFilling() && scene.presenter.model().rowCount() > 0);
    QSignalSpy failed(&scene.presenter, &QueuePresenter::failed);
    QSignalSpy trouble(&scene.presenter, &QueuePresenter::troubleChanged);
    const QList<domain::CaseId> before = scene.shown();
    scene.desk.queue.failure = StoreError::Busy;
    scene.presenter.refresh();
    QTRY_COMPARE(failed.count(), 1);
    scene.presenter.refresh();
    scene.presenter.refresh();
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QCOMPARE(failed.count(), 1);
    QVERIFY(!scene.presenter.trouble().isEmpty());
    QCOMPARE(scene.shown(), before); // what was on show stays
    scene.desk.queue.failure.reset();
    scene.presenter.look();
    QTRY_VERIFY(scene.presenter.trouble().isEmpty());
    QCOMPARE(trouble.count(), 2);
}

void TstQueuePresenter::readsAllRowsInBlocks()
{
    QueueScene scene(2300);
    scene.presenter.setView(QueueView::All);
    scene.presenter.start();
    QTRY_VERIFY(!scene.presenter.isFilling() && scene.presenter.model().rowCount() == 2300);
    QList<domain::CaseId> ids;
    QList<qsizetype> blocks;
    std::optional<bool> whole;
    scene.presenter.readAll(
        this, scene.presenter.model().order(),
        [&](const QList<CaseHeader> &rows) {
            blocks.append(rows.size());
            for (const CaseHeader &row : rows)
                ids.append(row.id);
            return true;
        },
        [&](bool all) { whole = all; });
    QTRY_VERIFY(whole.has_value());
    QVERIFY(*whole);
    QCOMPARE(blocks, QList<qsizetype>({1000, 1000, 300}));
    QCOMPARE(ids, scene.shown());
    whole.reset();
    scene.presenter.readAll(this, scene.presenter.model().order(), [](const QList<CaseHeader> &) { return false; }, [&](bool all) { whole = all; });
    QTRY_VERIFY(whole.has_value());
    QVERIFY(!*whole);
}

void TstQueuePresenter::fetchesRowsOnShow()
{
    QueueScene scene(900);
    scene.presenter.setView(QueueView::All);
    scene.presenter.start();
    QTRY_VERIFY(!scene.presenter.isFilling() && scene.presenter.model().rowCount() == 900);
    const QModelIndex index = scene.presenter.model().index(888, QueueModel::CaseColumn);
    QCOMPARE(index.data().toString(), QStringLiteral("…"));
    QTRY_VERIFY(index.data(QueueModel::LoadedRole).toBool());
    QCOMPARE(index.data().toString(), (*scene.store->header(scene.presenter.model().idAt(888))).caseNo);
}

QObject *make_tst_queuepresenter()
{
    return new TstQueuePresenter;
}

#include "tst_queuepresenter.moc"
