// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundlebyhand.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace arb;
using namespace arb::tests;

/// Rule books and calendar years on the command line.
class TstPolicyCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void yearsAreReadStrictly_data();
    void yearsAreReadStrictly();
    void yearsAreReplacedInTheOpen();
    void booksAreReadStrictly_data();
    void booksAreReadStrictly();
    void explainsAsATrace();

private:
    Ran run(const QStringList &words) const
    {
        return runArbiter(m_home.path(), QStringList{QStringLiteral("--db"), QStringLiteral("sqlite:") + m_home.filePath(QStringLiteral("desk.db")),
                                                     QStringLiteral("--vault"), m_home.filePath(QStringLiteral("vault"))} + words);
    }
    QString written(const QByteArray &bytes) const
    {
        QFile file(m_home.filePath(QStringLiteral("file.json")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return file.fileName();
    }

    QTemporaryDir m_home;
};

void TstPolicyCli::initTestCase()
{
    QCOMPARE(run({QStringLiteral("db"), QStringLiteral("init")}).status, 0);
    QCOMPARE(run({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("lin"), QStringLiteral("--role"), QStringLiteral("reviewer")}).status, 0);
    const QString bundle = writeBundle(m_home.filePath(QStringLiteral("in")), QStringLiteral("H-1"));
    QCOMPARE(run({QStringLiteral("--as"), QStringLiteral("lin"), QStringLiteral("import"), bundle}).status, 0);
}

void TstPolicyCli::yearsAreReadStrictly_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("a key twice") << QByteArray(R"({"format":1,"year":2027,"source":"x","holidays":["2027-01-01"],"holidays":["2027-05-01"],"makeUpWorkingDays":[]})")
                                 << QByteArray("holidays");
    QTest::newRow("an unknown key") << QByteArray(R"({"format":1,"year":2027,"source":"x","holidays":["2027-01-01"],"hollidays":[],"makeUpWorkingDays":[]})")
                                    << QByteArray("hollidays");
    QTest::newRow("no holiday") << QByteArray(R"({"format":1,"year":2027,"source":"x","holidays":[],"makeUpWorkingDays":[]})") << QByteArray("holidays");
    QTest::newRow("no source") << QByteArray(R"({"format":1,"year":2027,"holidays":["2027-01-01"],"makeUpWorkingDays":[]})") << QByteArray("source");
    QTest::newRow("no JSON") << QByteArray("{\"format\":1,\n \"year\": what}") << QByteArray("line 2, column ");
    QTest::newRow("nothing") << QByteArray() << QByteArray("line 1, column 1");
    QTest::newRow("a day that is none") << QByteArray(R"({"format":1,"year":2027,"source":"x","holidays":["2027-02-30"],"makeUpWorkingDays":[]})") << QByteArray("holidays");
}

void TstPolicyCli::yearsAreReadStrictly()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, named);
    const Ran ran = run({QStringLiteral("calendar"), QStringLiteral("add"), written(json)});
    QCOMPARE(ran.status, 1);
    QVERIFY2(ran.err.contains(named) && ran.err.contains("file.json"), ran.err.constData());
    const Ran chinese = run({QStringLiteral("--lang"), QStringLiteral("zh_CN"), QStringLiteral("calendar"), QStringLiteral("add"), written(json)});
    QVERIFY2(chinese.err.contains("file.json") && chinese.err.contains("没有任何改动。\n") && !chinese.err.contains("Nothing"), chinese.err.constData());
    QVERIFY2(ran.err.endsWith(". Nothing was changed.\n") && !ran.err.contains(".."), ran.err.constData()); // two sentences
    QVERIFY(!run({QStringLiteral("calendar"), QStringLiteral("list")}).out.contains("2027"));
}

void TstPolicyCli::yearsAreReplacedInTheOpen()
{
    const QString file = written(R"({"format":1,"year":2028,"source":"x","holidays":["2028-01-01"],"makeUpWorkingDays":[]})");
    const Ran first = run({QStringLiteral("calendar"), QStringLiteral("add"), file});
    QVERIFY2(first.status == 0 && !first.out.contains("replaced"), first.out.constData());
    const Ran again = run({QStringLiteral("calendar"), QStringLiteral("add"), file});
    QVERIFY2(again.status == 0 && again.out.contains("replaced"), again.out.constData());
}

void TstPolicyCli::booksAreReadStrictly_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("as it is") << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("misspelt key") << QByteArray("\"freshRatio\"") << QByteArray("\"freshRatios\"") << QByteArray("freshRatio");
    QTest::newRow("unknown trust") << QByteArray("\"trust\": \"EA\"") << QByteArray("\"trust\": \"EE\"") << QByteArray("trust");
    QTest::newRow("late execution") << QByteArray("\"late_shipment\"\n    ]") << QByteArray("\"late_execution\"\n    ]") << QByteArray("conduct");
    QTest::newRow("a key twice") << QByteArray("\"platform\": \"*\",") << QByteArray("\"platform\": \"*\", \"platform\": \"jd\",") << QByteArray("platform");
}

void TstPolicyCli::booksAreReadStrictly()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, named);
    QFile shipped(QStringLiteral(ARB_SOURCE_DIR "/resources/policy/desk-demo-1.json"));
    QVERIFY(shipped.open(QIODevice::ReadOnly));
    QByteArray book = shipped.readAll();
    if (!from.isEmpty()) {
        QVERIFY(book.contains(from));
        book.replace(from, to);
    }
    const Ran ran = run({QStringLiteral("policy"), QStringLiteral("check"), written(book)});
    QCOMPARE(ran.status, named.isEmpty() ? 0 : 3);
    QVERIFY2(ran.err.contains(named) && (named.isEmpty() || ran.err.contains("file.json")), ran.err.constData());
}

void TstPolicyCli::explainsAsATrace()
{
    const QStringList explain{QStringLiteral("--as"), QStringLiteral("lin"), QStringLiteral("policy"), QStringLiteral("explain"), QStringLiteral("H-1")};
    const Ran said = run(explain);
    QVERIFY2(said.status == 0, said.err.constData());
    const QJsonObject json = QJsonDocument::fromJson(run(explain + QStringList{QStringLiteral("--json")}).out).object();
    const QString clause = json.value(QLatin1String("clause")).toString();
    QVERIFY(!clause.isEmpty());
    QCOMPARE(json.value(QLatin1String("applying")).toArray().at(0).toString(), clause);
    for (const char *key : {"freight", "fundSource", "noReturnReason", "reasonFound", "executeBy", "points", "wouldChange", "missing"})
        QVERIFY2(json.contains(QLatin1String(key)), key);
    // Every condition of the clause that applies speaks for it.
    QStringList lines = QString::fromUtf8(said.out).split(u'\n');
    const auto head = lines.indexOf(QRegularExpression(QStringLiteral("^\\+ %1 .*").arg(clause)));
    QVERIFY2(head >= 0, said.out.constData());
    qsizetype looked = 0;
    for (qsizetype n = head + 1; n < lines.size() && lines.at(n).startsWith(u' '); ++n, ++looked)
        QVERIFY2(lines.at(n).startsWith(u"    + "), qPrintable(lines.at(n)));
    QVERIFY(looked > 1);
    QVERIFY2(said.out.contains("return freight") && said.out.contains("points") && said.out.contains("could change it to"), said.out.constData());
    const QString open = json.value(QLatin1String("missing")).toArray().at(0).toString();
    QVERIFY2(said.out.contains(QStringLiteral("\" (%1), to be proved by").arg(open).toUtf8()), said.out.constData()); // with its name before the code
}

QObject *make_tst_policycli();
QObject *make_tst_policycli()
{
    return new TstPolicyCli;
}

#include "tst_policycli.moc"
