// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../app/draftjournal.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace arb;

/// What a reviewer writes is on the disk within the second, whatever becomes of the program that wrote it.
class TstDraftJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onDiskWithinASecond();
    void newestTextWins();
    void anotherDeskAnotherDraft();
    void damagedFileIsNoDraft();
};

namespace {

usecases::Draft draft(qint64 revision, const QByteArray &json)
{
    return {.caseId = domain::CaseId(7), .author = domain::PersonId(3), .round = 1, .revision = revision, .savedAt = domain::UtcMs(1000), .json = json};
}
std::optional<usecases::Draft> readAnew(const QString &folder, qint64 database = 1)
{
    // A journal of its own has nothing in memory: what it answers was read from the disk.
    app::FileDraftJournal other(folder, database);
    return other.read(domain::CaseId(7), domain::PersonId(3), 1);
}

} // namespace

void TstDraftJournal::onDiskWithinASecond()
{
    const QTemporaryDir folder;
    app::FileDraftJournal journal(folder.path(), 1);
    journal.write(draft(1, R"({"outcome":"refund_full"})"));
    // The writer lives on and was never closed, as after kill -9.
    QTRY_VERIFY_WITH_TIMEOUT(readAnew(folder.path()).has_value(), 1000);
    QCOMPARE(readAnew(folder.path())->json, QByteArray(R"({"outcome":"refund_full"})"));
    QCOMPARE(readAnew(folder.path())->revision, 1);
}

void TstDraftJournal::newestTextWins()
{
    const QTemporaryDir folder;
    app::FileDraftJournal journal(folder.path(), 1);
    for (int revision = 1; revision <= 50; ++revision)
        journal.write(draft(revision, QByteArray::number(revision)));
    QCOMPARE(journal.read(domain::CaseId(7), domain::PersonId(3), 1)->revision, 50); // at once, from memory
    QTRY_COMPARE_WITH_TIMEOUT(readAnew(folder.path()) ? readAnew(folder.path())->revision : 0, 50, 3000);
    journal.remove(domain::CaseId(7), domain::PersonId(3), 1);
    QTRY_VERIFY_WITH_TIMEOUT(!readAnew(folder.path()), 1000);
}

void TstDraftJournal::anotherDeskAnotherDraft()
{
    const QTemporaryDir folder;
    app::FileDraftJournal journal(folder.path(), 1);
    journal.write(draft(1, "{}"));
    QTRY_VERIFY_WITH_TIMEOUT(readAnew(folder.path()).has_value(), 1000);
    QVERIFY(!readAnew(folder.path(), 2)); // the same case number on another database is another case
    QVERIFY(!journal.read(domain::CaseId(7), domain::PersonId(4), 1));
    QVERIFY(!journal.read(domain::CaseId(7), domain::PersonId(3), 2));
}

void TstDraftJournal::damagedFileIsNoDraft()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("1-7-3-1.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"revision\":");
    file.close();
    QVERIFY(!readAnew(folder.path()));
}

QObject *make_tst_draftjournal()
{
    return new TstDraftJournal;
}

#include "tst_draftjournal.moc"
