// SPDX-License-Identifier: GPL-3.0-or-later
#include "clidesk.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

using namespace arb::tests;

/// `chat` as a script sees it.
class TstChatVerb : public QObject, private CliDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeDesk({QStringLiteral("H-1")}); }
    void readsAFile();
    void refusesNonsense_data();
    void refusesNonsense();
    void marksOrderAndFuture();
    void masksAndComparesAnExhibit();
    void textsThatQuoteLaterWordsAreTold();

private:
    static QString sample(const char *name) { return QStringLiteral(ARB_SOURCE_DIR "/tests/data/chat/") + QString::fromLatin1(name); }
    static QJsonObject objectOf(const Ran &ran) { return QJsonDocument::fromJson(ran.out).object(); }
};

void TstChatVerb::readsAFile()
{
    const QString line = QStringLiteral("chat --file ") + sample("whatsapp-android.txt");
    const Ran words = run(QStringLiteral("--lang en ") + line);
    QCOMPARE(words.status, 0);
    QVERIFY2(words.out.contains("line 7, character 17: begins like a message") && words.out.contains("WhatsApp text, UTF-8, 6 messages"), words.out.constData());
    const QJsonObject object = objectOf(run(line + QStringLiteral(" --json")));
    QCOMPARE(object.value(QStringLiteral("messages")).toArray().size(), 6);
    QCOMPARE(object.value(QStringLiteral("notUnderstood")).toArray().size(), 3);
    QCOMPARE(run(line + QStringLiteral(" --strict")).status, 3);
    const QJsonObject searched = objectOf(run(line + QStringLiteral(" --search LAMP --json")));
    QCOMPARE(searched.value(QStringLiteral("messages")).toArray().size(), 1);
    const QString open = QStringLiteral("chat --file ") + sample("whatsapp-open.txt");
    QVERIFY(run(QStringLiteral("--lang en ") + open).out.contains("--day-order mdy"));
    const QJsonObject told = objectOf(run(open + QStringLiteral(" --day-order mdy --json")));
    QCOMPARE(told.value(QStringLiteral("messages")).toArray().at(2).toObject().value(QStringLiteral("at")).toString(), QStringLiteral("2026-03-02T12:05:00+08:00"));
    const QString guessed = QStringLiteral("chat --file ") + sample("exporter-gb18030.txt");
    const QByteArray said = run(QStringLiteral("--lang en ") + guessed).out;
    QVERIFY2(said.contains("GB18030 is a guess") && said.contains("--encoding"), said.constData());
    QCOMPARE(objectOf(run(guessed + QStringLiteral(" --encoding Big5 --json"))).value(QStringLiteral("encoding")).toString(), QStringLiteral("Big5"));
    QFile table(path("semi.csv"));
    QVERIFY(table.open(QIODevice::WriteOnly) && table.write("Datum;Von;Nachricht\n01.10.2026 12:00;A;x\n") > 0);
    table.close();
    const QString unnamed = QStringLiteral("chat --file ") + path("semi.csv");
    QVERIFY(run(QStringLiteral("--lang en ") + unnamed).out.contains("--map at=1"));
    QVERIFY(!run(QStringLiteral("--lang en ") + unnamed + QStringLiteral(" --map at=1,from=2,text=3")).out.contains("--map"));
    QVERIFY(!words.out.contains("--map")); // no table
    const QJsonObject mapped = objectOf(run(QStringLiteral("chat --file ") + sample("table-nohead.csv") + QStringLiteral(" --map at=1,from=2,text=3 --json")));
    QCOMPARE(mapped.value(QStringLiteral("messages")).toArray().at(1).toObject().value(QStringLiteral("text")).toString(), QStringLiteral("hello"));
    // Day and time of day in two columns, as help and manual page show it.
    const QString columns = QStringLiteral("--map at=1,clock=2,from=3,text=4");
    const QJsonArray moments = objectOf(run(QStringLiteral("chat --file ") + sample("hand-daytime.csv") + u' ' + columns + QStringLiteral(" --json"))).value(QStringLiteral("messages")).toArray();
    QCOMPARE(moments.size(), 5);
    QCOMPARE(moments.at(0).toObject().value(QStringLiteral("at")).toString(), QStringLiteral("2026-02-13T13:05:00+08:00"));
    QVERIFY(run(QStringLiteral("--lang en --help")).out.contains(columns.toLatin1()));
    QVERIFY(run(QStringLiteral("--lang en completions man")).out.replace("\\-", "-").contains(columns.toLatin1()));
}

void TstChatVerb::marksOrderAndFuture()
{
    QFile file(path("times.txt"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("2020-10-15, 14:03 - Ann: later\n2020-10-14, 14:03 - Ann: earlier\n2099-01-01, 00:00 - Ann: future\n");
    file.close();
    const QList<QByteArray> lines = run(QStringLiteral("--lang en chat --file HOME/times.txt")).out.split('\n');
    const auto lineOf = [&](const char *word) {
        const auto found = std::ranges::find_if(lines, [&](const QByteArray &line) { return line.endsWith(word); });
        return found == lines.cend() ? QByteArray() : *found;
    };
    QVERIFY(!lineOf("  later").isEmpty() && !lineOf("  later").contains('('));
    QVERIFY2(lineOf("  earlier").contains("(earlier than the message above)"), lineOf("  earlier").constData());
    QVERIFY2(lineOf("  future").contains("(a time in the future)"), lineOf("  future").constData());
    const QJsonArray messages =
        objectOf(run(QStringLiteral("chat --file HOME/times.txt --json"))).value(QStringLiteral("messages")).toArray();
    QCOMPARE(messages.size(), 3);
    for (int n = 0; n < 3; ++n) {
        QCOMPARE(messages.at(n).toObject().contains(QStringLiteral("backwards")), n == 1);
        QCOMPARE(messages.at(n).toObject().contains(QStringLiteral("future")), n == 2);
    }
}

void TstChatVerb::refusesNonsense_data()
{
    addLines({{"chat --file HOME/none.txt", 1, ""},
              {"chat --file HOME/in/H-1/bagit.txt --day-order sideways", 2, "sideways"},
              {"chat --file HOME/in/H-1/bagit.txt --zone east", 2, "east"},
              {"chat --file HOME/in/H-1/bagit.txt --encoding klingon", 2, "klingon"},
              {"chat --file HOME/in/H-1/bagit.txt --map who=1", 2, "who=1"},
              {"chat --file HOME/in/H-1/bagit.txt --differences", 2, "--differences"},
              {"chat --file HOME/in/H-1/bagit.txt extra", 2, "extra"},
              {"--as lin chat H-1 --exhibit nosuch", 1, "nosuch"}});
}

void TstChatVerb::refusesNonsense()
{
    QFETCH(QString, line);
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    const Ran ran = run(line);
    QCOMPARE(ran.status, status);
    QVERIFY2(ran.err.contains(words), ran.err.constData());
}

void TstChatVerb::masksAndComparesAnExhibit()
{
    const QJsonObject platform = objectOf(run(QStringLiteral("--as lin chat H-1 --json")));
    const QJsonArray logged = platform.value(QStringLiteral("messages")).toArray();
    QVERIFY(!logged.isEmpty());
    QFile file(path("export.txt"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("2026-10-15, 14:03 - 张三: 我的电话 13812345634\n");
    file.close();
    QCOMPARE(run(QStringLiteral("--as lin claim H-1")).status, 0);
    const Ran added = run(QStringLiteral("--as lin supplement H-1 --party buyer --kind chat --file HOME/export.txt --json"));
    QVERIFY2(added.status == 0, added.err.constData());
    const QJsonObject shown = objectOf(run(QStringLiteral("--as lin show H-1 --json")));
    QString id;
    for (const QJsonValue &value : shown.value(QStringLiteral("exhibits")).toArray()) {
        const QJsonObject facts = value.toObject().value(QStringLiteral("facts")).toObject();
        if (facts.value(QStringLiteral("chatFormat")).toString() == u"whatsapp")
            id = value.toObject().value(QStringLiteral("id")).toString();
    }
    QVERIFY(!id.isEmpty());
    const Ran ran = run(QStringLiteral("--as lin chat H-1 --exhibit ") + id + QStringLiteral(" --differences --json"));
    QVERIFY2(ran.status == 0, ran.err.constData());
    QVERIFY(!ran.out.contains("13812345634"));
    const QJsonObject differences = objectOf(ran).value(QStringLiteral("differences")).toObject();
    QCOMPARE(differences.value(QStringLiteral("onlyInExport")).toInt(), 1);
    QCOMPARE(differences.value(QStringLiteral("onlyInLog")).toInt(), logged.size());
    // It is of another chat than the log's: on the timeline it stands as a whole, masked as well.
    const Ran timeline = run(QStringLiteral("--as lin timeline H-1 --json"));
    QVERIFY2(timeline.status == 0, timeline.err.constData());
    QVERIFY(!timeline.out.contains("13812345634"));
    QJsonArray exported;
    for (const QJsonValue &value : objectOf(timeline).value(QStringLiteral("events")).toArray()) {
        if (value[QStringLiteral("lane")] == QStringLiteral("export") && value[QStringLiteral("citation")][QStringLiteral("exhibit")] == id)
            exported.append(value);
    }
    QCOMPARE(exported.size(), 1);
    QCOMPARE(exported.at(0)[QStringLiteral("at")].toString(), QStringLiteral("2026-10-15T14:03:00+08:00"));
    QCOMPARE(exported.at(0)[QStringLiteral("certainty")].toString(), QStringLiteral("zone_unknown"));
}

/// A statement that was handed in before the buyer said what stands in it.
void TstChatVerb::textsThatQuoteLaterWordsAreTold()
{
    const QString root = writeBundle(path("late"), QStringLiteral("H-2"));
    const auto contentOf = [](const QString &name) {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const auto digestOf = [](const QByteArray &bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); };
    const auto writeTo = [](const QString &name, const QByteArray &bytes) {
        QFile file(name);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    const QString caseName = root + QStringLiteral("/data/case.json"), listName = root + QStringLiteral("/manifest-sha256.txt");
    const QByteArray before = contentOf(caseName);
    const QByteArray after =
        QByteArray(before).replace("杯口裂了", "发货前检查过，杯子完好").replace("2026-10-07T09:05:00", "2026-10-06T08:00:00");
    QVERIFY(before != after && writeTo(caseName, after));
    QVERIFY(writeTo(listName, contentOf(listName).replace(digestOf(before), digestOf(after))));
    const Ran imported = run(QStringLiteral("--as lin import HOME/late"));
    QVERIFY2(imported.status == 0, QByteArray(imported.out + imported.err).constData());
    const QJsonObject timeline = objectOf(run(QStringLiteral("--as lin timeline H-2 --json")));
    const QJsonArray events = timeline.value(QStringLiteral("events")).toArray();
    int quotes = 0;
    for (const QJsonValue &clash : timeline.value(QStringLiteral("clashes")).toArray()) {
        if (clash[QStringLiteral("rule")] != QStringLiteral("chat_quoted_before_said"))
            continue;
        ++quotes;
        QCOMPARE(events.at(clash[QStringLiteral("first")].toInt())[QStringLiteral("exhibits")].toArray(), QJsonArray{QStringLiteral("m2")});
        QCOMPARE(events.at(clash[QStringLiteral("second")].toInt())[QStringLiteral("message")].toString(), QStringLiteral("1"));
    }
    QCOMPARE(quotes, 1);
}

QObject *make_tst_chatverb();
QObject *make_tst_chatverb()
{
    return new TstChatVerb;
}

#include "tst_chatverb.moc"
