// SPDX-License-Identifier: GPL-3.0-or-later
#include "clidesk.h"

#include <storage/sqlstores.h>

#include <usecases/readings.h>

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace arb;
using namespace arb::tests;

/// Words that stand in a screenshot or a text only, as a script finds them.
class TstSearchVerb : public QObject, private CliDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void queueFindsWordsOfAPicture();
    void queueSaysThatAMachineReadThem();
    void searchSaysThatAMachineReadThem();
    void personalNumbersAreHidden();
    void wordsOfATextAreFound();
    void checkAgreesWithTheIndex();
    void unreadableFilesAreNamed();
    void refusesNonsense_data();
    void refusesNonsense();

private:
    static QJsonObject objectOf(const Ran &ran) { return QJsonDocument::fromJson(ran.out).object(); }
    QJsonArray hits(const QString &text) const
    {
        const Ran ran = run(QStringLiteral("--as lin search S-1 --json --text ") + text);
        if (ran.status != 0)
            qWarning("%s", ran.err.constData());
        return objectOf(ran).value(QStringLiteral("hits")).toArray();
    }
};

void TstSearchVerb::initTestCase()
{
    makeDesk({QStringLiteral("S-1"), QStringLiteral("S-2")});
    // What the window does once it has read a picture.
    const auto database = storage::Database::open(*storage::parseAddress(address()));
    QVERIFY(database.ok());
    storage::SqlStores stores(**database);
    const auto found = stores.cases.find(QStringLiteral("douyin"), QStringLiteral("S-1"));
    QVERIFY(found && found->size() == 1);
    const auto record = stores.cases.record(found->constFirst());
    QVERIFY(record.ok());
    domain::MachineReading reading;
    reading.size = QSize(640, 480);
    const auto line = [](const char *text, int y) { return domain::ReadLine{{{QString::fromUtf8(text), QRect(20, y, 200, 24), 91}}}; };
    reading.bubbles = {{domain::ReadBubble::Side::Left, {line("你说过赔偿三倍", 40)}}, {domain::ReadBubble::Side::Right, {line("打我电话13812345634", 90)}}};
    QVERIFY(stores.examination.saveReading({record->file.exhibits.constFirst().sha256, QStringLiteral("test"), reading, record->header.escalatedAt}));
    for (int calls = 0; calls < 10 && *stores.examination.indexReadings(1); ++calls) {
    }
}

/// Both cases hold the same picture: found in both.
void TstSearchVerb::queueFindsWordsOfAPicture()
{
    const Ran ran = run(QStringLiteral("--as lin queue --view all --filter 赔偿三倍 --json"));
    QVERIFY2(ran.status == 0, ran.err.constData());
    QVERIFY(ran.out.contains("S-1") && ran.out.contains("S-2"));
    QVERIFY(!run(QStringLiteral("--as lin queue --view all --filter 赔偿四倍 --json")).out.contains("S-1"));
}

/// As the window's rows do: only where a word stands nowhere else.
void TstSearchVerb::queueSaysThatAMachineReadThem()
{
    const auto told = [this](const char *filter) { // of S-1, S-2: whether each says so
        const Ran json = run(QStringLiteral("--as lin queue --view all --json --filter ") + QString::fromUtf8(filter));
        QList<bool> rows;
        for (const QByteArray &line : json.out.trimmed().split('\n'))
            rows.append(QJsonDocument::fromJson(line).object().value(QStringLiteral("foundByMachine")).toBool());
        return rows;
    };
    const auto words = [this](const char *filter) {
        return run(QStringLiteral("--lang en --as lin queue --view all --filter ") + QString::fromUtf8(filter)).out.count("\tfound in machine reading · ");
    };
    QCOMPARE(told("赔偿三倍"), (QList<bool>{true, true}));
    QCOMPARE(words("赔偿三倍"), 2);
    QCOMPARE(told("杯口裂了"), (QList<bool>{false, false})); // of the chat
    QCOMPARE(words("杯口裂了"), 0);
    QVERIFY(!run(QStringLiteral("--lang en --as lin queue --view all")).out.contains("machine reading"));
}

void TstSearchVerb::searchSaysThatAMachineReadThem()
{
    const QJsonArray found = hits(QStringLiteral("赔偿三倍"));
    QCOMPARE(found.size(), 1);
    const QJsonObject hit = found.at(0).toObject();
    QCOMPARE(hit.value(QStringLiteral("where")).toString(), QStringLiteral("machine_reading"));
    QCOMPARE(hit.value(QStringLiteral("place")).toObject().value(QStringLiteral("exhibit")).toString(), QStringLiteral("b1"));
    const Ran words = run(QStringLiteral("--lang en --as lin search S-1 --text 赔偿三倍"));
    QVERIFY2(words.out.contains("Machine reading, no evidence by itself"), words.out.constData());
    QCOMPARE(hits(QStringLiteral("杯口裂了")).at(0).toObject().value(QStringLiteral("where")).toString(), QStringLiteral("chat"));
    QVERIFY(hits(QStringLiteral("nowhere")).isEmpty());
}

void TstSearchVerb::personalNumbersAreHidden()
{
    const Ran ran = run(QStringLiteral("--as lin search S-1 --text 打我电话 --json"));
    QVERIFY2(ran.status == 0 && ran.out.contains("138******34"), ran.out.constData());
    QVERIFY(!ran.out.contains("13812345634"));
}

/// The merchant's statement, from the import on.
void TstSearchVerb::wordsOfATextAreFound()
{
    const QJsonArray found = hits(QStringLiteral("检查过"));
    QCOMPARE(found.size(), 1);
    const QJsonObject hit = found.at(0).toObject(), place = hit.value(QStringLiteral("place")).toObject();
    QCOMPARE(hit.value(QStringLiteral("where")).toString(), QStringLiteral("text"));
    QCOMPARE(place.value(QStringLiteral("exhibit")).toString(), QStringLiteral("m2"));
    QCOMPARE(place.value(QStringLiteral("message")).toString(), QStringLiteral("L1"));
    const Ran line = run(QStringLiteral("--lang en --as lin search S-1 --text 检查过"));
    QVERIFY2(line.out.contains("Text · m2 · line 1 · 发货前检查过，杯子完好。\n"), line.out.constData());
    const Ran queue = run(QStringLiteral("--as lin queue --view all --filter 检查过 --json"));
    QVERIFY2(queue.status == 0 && queue.out.contains("S-1") && queue.out.contains("S-2"), queue.out.constData());
}

void TstSearchVerb::checkAgreesWithTheIndex()
{
    const Ran check = run(QStringLiteral("db check --thorough"));
    QVERIFY2(check.status == 0, check.out.constData());
    const Ran again = run(QStringLiteral("db reindex"));
    QVERIFY2(again.status == 0, again.err.constData());
    queueFindsWordsOfAPicture(); // made anew, it has them too
    wordsOfATextAreFound();
}

void TstSearchVerb::unreadableFilesAreNamed()
{
    QVERIFY(objectOf(run(QStringLiteral("--as lin search S-1 --json --text 检查过"))).value(QStringLiteral("notSearched")).toArray().isEmpty());
    QString kept;
    for (QDirIterator at(path("vault"), QDir::Files, QDirIterator::Subdirectories); at.hasNext();) {
        QFile file(at.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains("检查过"))
            kept = file.fileName();
    }
    QVERIFY(!kept.isEmpty());
    QVERIFY(QFile::rename(kept, path("aside")));
    const Ran json = run(QStringLiteral("--as lin search S-1 --json --text 检查过")), words = run(QStringLiteral("--lang en --as lin search S-1 --text 检查过"));
    QVERIFY(QFile::rename(path("aside"), kept));
    QCOMPARE(json.status, 0);
    QVERIFY(objectOf(json).value(QStringLiteral("hits")).toArray().isEmpty());
    const QJsonArray missed = objectOf(json).value(QStringLiteral("notSearched")).toArray();
    QCOMPARE(missed, QJsonArray({QJsonObject{{QStringLiteral("exhibit"), QStringLiteral("m2")}, {QStringLiteral("reason"), QStringLiteral("missing")}}}));
    QVERIFY2(words.out.contains("Not searched: m2 (the file is not in the evidence vault)\n"), words.out.constData());
}

void TstSearchVerb::refusesNonsense_data()
{
    addLines({{"--as lin search S-1", 2, "--text"}, {"--as lin search S-1 --text !?", 2, "\"!?\" has neither a letter nor a figure to search for"},
              {"--as lin search S-1 --text %", 2, "\"%\" has neither a letter nor a figure to search for"},
              {"--as lin search S-1 --text _", 2, "\"_\" has neither a letter nor a figure to search for"},
              {"--as lin search S-1 --text \"", 2, "has neither a letter nor a figure to search for"}, {"--as lin search S-9 --text a", 1, "S-9"}});
}

void TstSearchVerb::refusesNonsense()
{
    QFETCH(QString, line);
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    const Ran ran = run(line);
    QCOMPARE(ran.status, status);
    QVERIFY2(ran.err.contains(words), ran.err.constData());
}

QObject *make_tst_searchverb();
QObject *make_tst_searchverb()
{
    return new TstSearchVerb;
}

#include "tst_searchverb.moc"
