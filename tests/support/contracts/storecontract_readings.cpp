// SPDX-License-Identifier: GPL-3.0-or-later
#include "storecontract.h"

#include <usecases/searchtext.h>

#include <QtTest/QTest>

#include <algorithm>

namespace arb::tests {

using namespace usecases;

namespace {

const QByteArray pictureDigest(64, 'b'); ///< of a1, the contract case's only picture

StoredReading readingOf(const char *text, const QByteArray &sha256 = pictureDigest)
{
    StoredReading stored;
    stored.sha256 = sha256;
    stored.reader = QStringLiteral("test-1");
    stored.reading.size = QSize(300, 400);
    stored.reading.bubbles = {{domain::ReadBubble::Side::Right, {{{{QString::fromUtf8(text), QRect(10, 20, 200, 30), 91}}}}}};
    stored.readAt = contractNow;
    return stored;
}

QList<qint64> found(QueueStore &store, const char *words)
{
    QList<qint64> ids;
    const auto hits = store.search(searchPhrases({QString::fromUtf8(words)}), 0);
    if (!hits)
        return {-1};
    for (const domain::CaseId id : *hits)
        ids.append(id.value());
    return ids;
}

/// Until nothing is left; how many calls that took.
int indexAll(ExaminationStore &store, int limit)
{
    for (int calls = 1; calls < 100; ++calls) {
        const auto more = store.indexReadings(limit);
        if (!more)
            return -1;
        if (!*more)
            return calls;
    }
    return -1;
}

} // namespace

void StoreContract::keepsReadings()
{
    admit(1, QStringLiteral("C-1"));
    ExaminationStore &store = *m_stores.examination;
    QCOMPARE(*store.machineReading(pictureDigest), std::nullopt);
    QVERIFY(store.machineReadings(domain::CaseId(1))->isEmpty());
    const StoredReading first = readingOf("我要求退货 😀");
    QVERIFY(store.saveReading(first));
    QCOMPARE(*another().examination->machineReading(pictureDigest), std::optional(first));
    QCOMPARE(*store.machineReadings(domain::CaseId(1)), QList<StoredReading>({first}));
    StoredReading later = readingOf("我要求换货");
    later.reader = QStringLiteral("test-2");
    later.readAt = contractNow.plusMs(5);
    QVERIFY(store.saveReading(later));
    QCOMPARE(*store.machineReadings(domain::CaseId(1)), QList<StoredReading>({later}));
    // In the order of the exhibits, whenever each was read.
    const StoredReading film = readingOf("快递单", QByteArray(64, 'a'));
    QVERIFY(store.saveReading(film));
    QCOMPARE(*store.machineReadings(domain::CaseId(1)), QList<StoredReading>({film, later}));
    QVERIFY(store.machineReadings(domain::CaseId(9))->isEmpty());
    QCOMPARE(store.saveReading(readingOf("x", QByteArray(64, 'f'))).error(), StoreError::NotFound); // no case holds it
    QCOMPARE(*store.machineReading(QByteArray(64, 'f')), std::nullopt);
    QCOMPARE(m_stores.cases->record(domain::CaseId(1))->audit.size(), 1); // an aid leaves no trace
}

void StoreContract::findsWhatWasRead()
{
    const CaseHeader header = admit(1, QStringLiteral("C-1"));
    QCOMPARE(found(*m_stores.queue, "赔偿三倍"), QList<qint64>());
    QVERIFY(m_stores.examination->saveReading(readingOf("你说过赔偿三倍")));
    QVERIFY(indexAll(*m_stores.examination, 10) > 0);
    QCOMPARE(found(*m_stores.queue, "赔偿三倍"), QList<qint64>({1}));
    QueueQuery query;
    query.view = QueueView::All;
    query.now = contractNow;
    query.filter.words = {QString::fromUtf8("赔偿三倍"), QString::fromUtf8("黑屏")}; // one in the picture, one in the chat
    QCOMPARE(*m_stores.cases->queueCount(query), 1);
    // A case that comes in later with the same file, and one that changes, keep the words.
    admit(2, QStringLiteral("C-2"));
    QCOMPARE(found(*m_stores.queue, "赔偿三倍"), QList<qint64>({2, 1}));
    Transition supplement = contractMove(header, domain::DisputeState::Queued);
    domain::Exhibit exhibit;
    exhibit.id = QStringLiteral("s1");
    exhibit.file = QStringLiteral("evidence/s1.jpg");
    exhibit.sha256 = QByteArray(64, 'e');
    exhibit.caption = QStringLiteral("开箱照片");
    supplement.newExhibits = {exhibit};
    move(supplement);
    QCOMPARE(found(*m_stores.queue, "赔偿三倍"), QList<qint64>({2, 1}));
    QCOMPARE(found(*m_stores.queue, "开箱照片"), QList<qint64>({1}));
    // Read anew, what was read before is not found any more.
    QVERIFY(m_stores.examination->saveReading(readingOf("你说过赔偿双倍")));
    QVERIFY(indexAll(*m_stores.examination, 10) > 0);
    QCOMPARE(found(*m_stores.queue, "赔偿三倍"), QList<qint64>());
    QCOMPARE(found(*m_stores.queue, "赔偿双倍"), QList<qint64>({2, 1}));
}

/// Whose words were found: the parties', or a machine's alone.
void StoreContract::tellsWhatOnlyAMachineRead()
{
    admit(1, QStringLiteral("C-1"));
    admit(2, QStringLiteral("C-2"));
    ExaminationStore &store = *m_stores.examination;
    const QList<domain::CaseId> both{domain::CaseId(1), domain::CaseId(2), domain::CaseId(9)};
    QVERIFY(store.casesWithReadings(both)->isEmpty());
    QVERIFY(store.casesWithReadings({})->isEmpty());
    QVERIFY(!store.readSearchText(domain::CaseId(1))->has_value());
    const StoredReading reading = readingOf("你说过赔偿三倍");
    QVERIFY(store.saveReading(reading));
    QVERIFY(indexAll(store, 10) > 0);
    auto with = *another().examination->casesWithReadings(both);
    std::ranges::sort(with);
    QCOMPARE(with, both.first(2)); // both hold the picture
    const auto text = *store.readSearchText(domain::CaseId(1));
    QVERIFY(text.has_value());
    QCOMPARE(text->readings, QStringList{domain::readingText(reading.reading)});
    const QStringList tokens = text->tokens.split(u' ', Qt::SkipEmptyParts);
    QVERIFY(onlyInReadings(searchPhrases({QString::fromUtf8("赔偿三倍")}), tokens, text->readings));
    QVERIFY(!onlyInReadings(searchPhrases({QString::fromUtf8("黑屏")}), tokens, text->readings)); // of the chat
    QVERIFY(!store.readSearchText(domain::CaseId(9))->has_value());
}

void StoreContract::indexesReadingsInPortions()
{
    for (qint64 id = 1; id <= 5; ++id)
        admit(id, QStringLiteral("C-%1").arg(id));
    QVERIFY(m_stores.examination->saveReading(readingOf("赔偿三倍")));
    QVERIFY(m_stores.examination->saveReading(readingOf("退差价", QByteArray(64, 'a'))));
    QVERIFY(indexAll(*m_stores.examination, 2) > 0);
    QCOMPARE(found(*m_stores.queue, "赔偿三倍"), QList<qint64>({5, 4, 3, 2, 1}));
    QCOMPARE(found(*another().queue, "退差价"), QList<qint64>({5, 4, 3, 2, 1}));
    QCOMPARE(indexAll(*m_stores.examination, 2), 1); // nothing is left, and nothing is done twice
}

/// A case whose party hands in files of words after it came.
void StoreContract::findsWordsOfFiles()
{
    const CaseHeader header = admit(1, QStringLiteral("C-1"));
    ExaminationStore &store = *m_stores.examination;
    const auto before = store.filesWithoutWords({}, 10);
    QVERIFY(before && before->isEmpty()); // a film and a picture
    Transition supplement = contractMove(header, domain::DisputeState::Queued);
    const auto add = [&supplement](const char *id, domain::ExhibitKind kind, char digest) {
        domain::Exhibit exhibit;
        exhibit.id = QString::fromLatin1(id);
        exhibit.kind = kind;
        exhibit.file = QStringLiteral("evidence/") + exhibit.id;
        exhibit.sha256 = QByteArray(64, digest);
        supplement.newExhibits.append(exhibit);
    };
    add("w1", domain::ExhibitKind::Text, 'd');
    add("w2", domain::ExhibitKind::Text, 'c'); // the same file as w3: a chat in one place is read as one
    add("w3", domain::ExhibitKind::Chat, 'c');
    add("d1", domain::ExhibitKind::Text, 'e'); // what a machine read is found by its source
    supplement.newExhibits.last().derivedFrom = domain::Derivation{.exhibit = QStringLiteral("w1"), .sha256 = QByteArray(64, 'd'), .how = domain::DerivedHow::Ocr,
                                                                   .frame = {}, .pts = {}, .page = {}, .region = {}, .tool = {}};
    move(supplement);
    const WordFile chat{QByteArray(64, 'c'), domain::ExhibitKind::Chat}, text{QByteArray(64, 'd'), domain::ExhibitKind::Text};
    QCOMPARE(*store.filesWithoutWords({}, 10), QList<WordFile>({chat, text}));
    QCOMPARE(*store.filesWithoutWords({}, 1), QList<WordFile>({chat}));
    QCOMPARE(*store.filesWithoutWords(chat.sha256, 10), QList<WordFile>({text}));
    QVERIFY(store.saveWords({{chat.sha256, QString::fromUtf8("说好了赔偿三倍 😀")}, {QByteArray(64, '9'), QStringLiteral("of no case")}}));
    QCOMPARE(*another().examination->filesWithoutWords({}, 10), QList<WordFile>({text}));
    QVERIFY(store.saveWords({{text.sha256, QString()}})); // read, and nothing in it
    QVERIFY(store.filesWithoutWords({}, 10)->isEmpty());
    QVERIFY(indexAll(store, 1) > 0);
    QCOMPARE(found(*m_stores.queue, "赔偿三倍"), QList<qint64>({1}));
    QCOMPARE(found(*m_stores.queue, "of no case"), QList<qint64>());
    QVERIFY(store.saveWords({{chat.sha256, QString::fromUtf8("说好了退差价")}})); // read anew
    QVERIFY(indexAll(store, 1) > 0);
    QCOMPARE(found(*m_stores.queue, "赔偿三倍"), QList<qint64>());
    QCOMPARE(found(*m_stores.queue, "退差价"), QList<qint64>({1}));
    QCOMPARE(indexAll(store, 1), 1);
}

/// However long a file is, what was found before is found still.
void StoreContract::wordsOfFilesCrowdNothingOut()
{
    const CaseHeader header = admit(1, QStringLiteral("C-1"));
    Transition supplement = contractMove(header, domain::DisputeState::Queued);
    domain::Exhibit exhibit;
    exhibit.id = QStringLiteral("w1");
    exhibit.kind = domain::ExhibitKind::Text;
    exhibit.file = QStringLiteral("evidence/w1.txt");
    exhibit.sha256 = QByteArray(64, 'd');
    supplement.newExhibits = {exhibit};
    move(supplement);
    QVERIFY(m_stores.examination->saveReading(readingOf("你说过赔偿三倍")));
    QVERIFY(m_stores.examination->saveWords({{exhibit.sha256, QStringLiteral("beginning ") + QStringLiteral("longer and longer ").repeated(10'000)}}));
    QVERIFY(indexAll(*m_stores.examination, 10) > 0);
    QCOMPARE(found(*m_stores.queue, "赔偿三倍"), QList<qint64>({1}));
    QCOMPARE(found(*m_stores.queue, "黑屏"), QList<qint64>({1}));
    QCOMPARE(found(*m_stores.queue, "beginning"), QList<qint64>({1}));
}

} // namespace arb::tests
