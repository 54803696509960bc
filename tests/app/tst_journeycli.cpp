// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundlebyhand.h"
#include "serverdesk.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace arb;
using namespace arb::tests;

/// A bundle written by hand goes from import to a ruling by command line only, on both engines; the audit chain holds, and
/// says which row it was after one byte of one was changed.
class TstJourneyCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bundleToRuling_data();
    void bundleToRuling();
    void statusCodes();
    void whatIsNotAllowedEndsSo();
    void rulingFilesAreHeldToTheirSchema();
    void aWindowNeedsADisplay();
};

namespace {

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

void TstJourneyCli::bundleToRuling_data()
{
    QTest::addColumn<bool>("server");
    QTest::newRow("sqlite") << false;
    QTest::newRow("postgresql") << true;
}

void TstJourneyCli::bundleToRuling()
{
    QFETCH(bool, server);
    const QTemporaryDir home;
    std::unique_ptr<ServerDesk> onServer;
    QString address = QStringLiteral("sqlite:") + home.filePath(QStringLiteral("desk.db"));
    if (server) {
        onServer = std::make_unique<ServerDesk>();
        address = onServer->address();
    }
    const QStringList at{QStringLiteral("--db"), address, QStringLiteral("--vault"), home.filePath(QStringLiteral("vault"))};
    const auto run = [&](const QStringList &words) { return runArbiter(home.path(), at + words); };
    const auto as = [&](const char *name, const QStringList &words) { return run(QStringList{QStringLiteral("--as"), QString::fromUtf8(name)} + words); };

    Ran ran = run({QStringLiteral("db"), QStringLiteral("init")});
    QVERIFY2(ran.status == 0, ran.err.constData());
    QCOMPARE(run({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("林晓"), QStringLiteral("--role"), QStringLiteral("reviewer")}).status, 0);
    QCOMPARE(run({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("许文"), QStringLiteral("--role"), QStringLiteral("supervisor")}).status, 0);

    const QString bundle = writeBundle(home.filePath(QStringLiteral("in")), QStringLiteral("H-1"));
    ran = as("林晓", {QStringLiteral("import"), bundle});
    QVERIFY2(ran.status == 0, QByteArray(ran.err + ran.out).constData());
    QVERIFY2(ran.out.contains("imported"), ran.out.constData());
    ran = as("林晓", {QStringLiteral("import"), bundle});
    QVERIFY2(ran.status == 0 && ran.out.contains("already present"), ran.out.constData());

    ran = run({QStringLiteral("queue"), QStringLiteral("--json")});
    QCOMPARE(objectOf(ran.out).value(QLatin1String("caseNo")).toString(), QStringLiteral("H-1"));
    QCOMPARE(objectOf(ran.out).value(QLatin1String("state")).toString(), QStringLiteral("Queued"));
    QCOMPARE(as("林晓", {QStringLiteral("claim"), QStringLiteral("--next")}).status, 0);
    QCOMPARE(as("许文", {QStringLiteral("claim"), QStringLiteral("H-1")}).status, 1); // somebody was faster

    const QJsonObject shown = objectOf(run({QStringLiteral("show"), QStringLiteral("H-1"), QStringLiteral("--json")}).out);
    QCOMPARE(shown.value(QLatin1String("exhibits")).toArray().size(), 3);
    const QJsonObject buyer = shown.value(QLatin1String("buyer")).toObject();
    QVERIFY(!buyer.value(QLatin1String("phone")).toString().contains(QStringLiteral("12345"))); // masked by default
    QVERIFY(!buyer.value(QLatin1String("name")).toString().contains(QStringLiteral("小明")));

    const QString ruling = writeRuling(home.path(), QStringLiteral("H-1"), QStringLiteral("cli-1"));
    ran = as("林晓", {QStringLiteral("rule"), QStringLiteral("H-1"), QStringLiteral("--file"), ruling, QStringLiteral("--json")});
    QVERIFY2(ran.status == 0, ran.err.constData());
    QCOMPARE(objectOf(ran.out).value(QLatin1String("state")).toString(), QStringLiteral("Ruled"));
    const QString id = objectOf(ran.out).value(QLatin1String("ruling")).toString();
    ran = as("林晓", {QStringLiteral("rule"), QStringLiteral("H-1"), QStringLiteral("--file"), ruling, QStringLiteral("--json")});
    QCOMPARE(objectOf(ran.out).value(QLatin1String("ruling")).toString(), id); // the same command is one ruling
    QVERIFY(objectOf(ran.out).value(QLatin1String("repeated")).toBool());

    const QJsonObject ruled = objectOf(run({QStringLiteral("show"), QStringLiteral("H-1"), QStringLiteral("--json")}).out);
    QCOMPARE(ruled.value(QLatin1String("ruling")).toObject().value(QLatin1String("outcome")).toString(), QStringLiteral("return_and_refund"));
    QVERIFY(!ruled.value(QLatin1String("ruling")).toObject().value(QLatin1String("book")).toObject().value(QLatin1String("version")).toString().isEmpty());
    QCOMPARE(run({QStringLiteral("tasks"), QStringLiteral("list")}).out.count("H-1"), qsizetype(ruled.value(QLatin1String("tasks")).toArray().size()));

    // A sealed case file leaves the house and is believed without a database.
    const QString sealed = home.filePath(QStringLiteral("H-1.arbcase"));
    QCOMPARE(as("林晓", {QStringLiteral("export"), QStringLiteral("H-1"), QStringLiteral("--out"), sealed}).status, 1); // supervisors only
    ran = as("许文", {QStringLiteral("export"), QStringLiteral("H-1"), QStringLiteral("--out"), sealed});
    QVERIFY2(ran.status == 0, ran.err.constData());
    ran = runArbiter(home.path(), {QStringLiteral("verify"), sealed});
    QVERIFY2(ran.status == 0, ran.err.constData());

    QCOMPARE(run({QStringLiteral("verify"), QStringLiteral("--audit")}).status, 0);
    QCOMPARE(run({QStringLiteral("db"), QStringLiteral("check"), QStringLiteral("--thorough")}).status, 0);
    changeStoredCases(address);
    ran = run({QStringLiteral("db"), QStringLiteral("check"), QStringLiteral("--thorough")});
    QVERIFY2(ran.status == 3 && QByteArray(ran.out + ran.err).contains("case H-1: the case file is not the one that came in"), QByteArray(ran.out + ran.err).constData());
    changeStoredRulings(address); // a ruling in document and columns alike: only the trail knows better
    ran = run({QStringLiteral("verify"), QStringLiteral("--audit")});
    QCOMPARE(ran.status, 3);
    QVERIFY2(ran.err.contains("stored ruling") && ran.err.contains("H-1"), ran.err.constData());
    ran = run({QStringLiteral("db"), QStringLiteral("check"), QStringLiteral("--thorough")});
    QVERIFY2(QByteArray(ran.out + ran.err).contains("stored ruling"), QByteArray(ran.out + ran.err).constData());
    const AuditPlace place = changeOneAuditByte(address, QStringLiteral("rule"));
    ran = run({QStringLiteral("verify"), QStringLiteral("--audit"), QStringLiteral("--json")});
    QCOMPARE(ran.status, 3);
    QCOMPARE(objectOf(ran.out).value(QLatin1String("seq")).toInteger(), place.seq);
    QCOMPARE(objectOf(ran.out).value(QLatin1String("scope")).toString(), QString::number(place.scope));
    QVERIFY2(ran.err.contains("audit entry"), ran.err.constData());
}

void TstJourneyCli::statusCodes()
{
    const QTemporaryDir home;
    const QString address = QStringLiteral("sqlite:") + home.filePath(QStringLiteral("desk.db"));
    const auto run = [&](const QStringList &words) { return runArbiter(home.path(), QStringList{QStringLiteral("--db"), address} + words); };
    QCOMPARE(run({QStringLiteral("queue")}).status, 1); // no desk yet: says how to make one
    QVERIFY(run({QStringLiteral("queue")}).err.contains("db init"));
    QCOMPARE(run({QStringLiteral("db"), QStringLiteral("init")}).status, 0);
    QCOMPARE(run({QStringLiteral("nonsense")}).status, 2);
    QCOMPARE(run({QStringLiteral("queue"), QStringLiteral("--nonsense")}).status, 2);
    QCOMPARE(run({QStringLiteral("queue"), QStringLiteral("--filter"), QStringLiteral("colour:red")}).status, 2);
    QCOMPARE(run({QStringLiteral("claim"), QStringLiteral("--next")}).status, 2);                                                     // who?
    QCOMPARE(run({QStringLiteral("--as"), QStringLiteral("nobody"), QStringLiteral("claim"), QStringLiteral("--next")}).status, 2);   // unknown
    QCOMPARE(run({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("林晓"), QStringLiteral("--role"), QStringLiteral("reviewer")}).status, 0);
    QCOMPARE(run({QStringLiteral("--as"), QStringLiteral("林晓"), QStringLiteral("claim"), QStringLiteral("--next")}).status, 3);     // empty queue
    QCOMPARE(run({QStringLiteral("calendar"), QStringLiteral("due"), QStringLiteral("--from"), QStringLiteral("2031-01-01T09:00:00+08:00"),
                  QStringLiteral("--clock"), QStringLiteral("workdays:1")})
                 .status,
             1); // a year without data fails by name
    QVERIFY(run({QStringLiteral("calendar"), QStringLiteral("due"), QStringLiteral("--from"), QStringLiteral("2031-01-01T09:00:00+08:00"),
                 QStringLiteral("--clock"), QStringLiteral("workdays:1")})
                .err.contains("2031"));
    for (const char *name : {"case", "ruling", "examination", "policy", "calendar"})
        QVERIFY(!objectOf(run({QStringLiteral("schema"), QString::fromLatin1(name)}).out).isEmpty());
    QCOMPARE(run({QStringLiteral("import"), home.filePath(QStringLiteral("missing.arbcase"))}).status, 1);
}

void TstJourneyCli::whatIsNotAllowedEndsSo()
{
    const QTemporaryDir home;
    const auto words = [](const QByteArray &line) { return QString::fromUtf8(line).split(u' '); };
    const auto run = [&](const QByteArray &line) {
        return runArbiter(home.path(), QStringList{QStringLiteral("--db"), QStringLiteral("sqlite:") + home.filePath(QStringLiteral("desk.db"))} + words(line));
    };
    for (const char *verb : {"rule H-1 --file none.json", "approve H-1", "recall H-1", "appeal H-1 --by buyer", "return H-1 --reason x", "reverse H-1 --reason x"})
        QCOMPARE(runArbiter(home.path(), QStringList{QStringLiteral("--db"), QStringLiteral("sqlite:/no/such/desk.db"), QStringLiteral("--as"), QStringLiteral("lin")} + words(verb)).status, 1);
    QCOMPARE(run("db init").status, 0);
    QCOMPARE(run("user add lin --role reviewer").status, 0);
    QCOMPARE(run("user add root --role admin").status, 0);
    for (const char *line : {"setting set lease_ms 60000", "setting list", "conflict add lin douyin:m-1", "conflict list lin", "user add x --role reviewer --approval-limit=-5"}) {
        const Ran ran = run(line);
        QVERIFY2(ran.status == 2, line);
        QVERIFY2(!ran.err.contains("CHECK") && ran.err.count('\n') == 1, ran.err.constData());
    }
    QCOMPARE(run("--as root setting set lease_ms 60000").status, 0);
    const QByteArray settings = run("--as root --json setting list").out;
    QVERIFY2(settings.contains(R"({"key":"lease_ms","value":60000})") && settings.contains(R"({"key":"clock_approval","value":")"), settings.constData());
    QCOMPARE(run("--as root tasks list").status, 1); // an admin sees no case data
    const QByteArray backup = QFile::encodeName(home.filePath(QStringLiteral("copy.db")));
    QCOMPARE(run("--as lin db backup " + backup).status, 1);
    QVERIFY(!QFile::exists(home.filePath(QStringLiteral("copy.db"))));
    QCOMPARE(run("--as root db backup " + backup).status, 0);
    const Ran nowhere = run("db backup /no/such/x.db");
    QCOMPARE(nowhere.status, 1);
    QVERIFY2(nowhere.err.contains("/no/such/x.db") && nowhere.err.contains("folder"), nowhere.err.constData());
    QCOMPARE(run("--as lin db restore " + backup).status, 1);
    const Ran restored = run("db restore " + backup);
    QVERIFY2(restored.status == 0 && restored.out.contains("before-restore"), restored.err.constData());
}

void TstJourneyCli::rulingFilesAreHeldToTheirSchema()
{
    const QTemporaryDir home;
    const QStringList at{QStringLiteral("--db"), QStringLiteral("sqlite:") + home.filePath(QStringLiteral("desk.db"))};
    QCOMPARE(runArbiter(home.path(), at + QStringList{QStringLiteral("db"), QStringLiteral("init")}).status, 0);
    const QString path = writeRuling(home.path(), QStringLiteral("H-1"), QStringLiteral("c-1"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray good = file.readAll();
    file.close();
    const auto answer = [&](const QByteArray &text) {
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(text) != text.size())
            qFatal("cannot write the ruling");
        file.close();
        return runArbiter(home.path(), at + QStringList{QStringLiteral("--as"), QStringLiteral("lin"), QStringLiteral("rule"), QStringLiteral("H-1"), QStringLiteral("--file"), path});
    };
    QVERIFY(answer(good).err.contains("lin")); // read; only nobody of that name is there
    const std::pair<QByteArray, const char *> cases[] = {
        {QByteArray(good).replace("8800", "8800.0"), "/refundFen"},
        {QByteArray(good).replace("\"merchant\": 100", "\"merchant\": 100.0"), "/blame/merchant"},
        {QByteArray(good).replace("c-1", QByteArray(500, 'x')), "/commandId"},
        {QByteArray(good).replace("签收不等于", QByteArray(200'000, 'x')), "/reasons/zh"},
        {QByteArray(good).replace("\"outcome\"", "\"outcom\""), "/outcome"},
        {"[]", "list"},
        {"{", "JSON"},
    };
    for (const auto &[text, word] : cases) {
        const Ran ran = answer(text);
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.err.contains(word) && ran.err.contains("Nothing was written") && ran.err.contains(path.toUtf8()), ran.err.constData());
        for (const char *ours : {"known_key", "integer,", "expected"})
            QVERIFY2(!ran.err.contains(ours), ran.err.constData());
    }
}

void TstJourneyCli::aWindowNeedsADisplay()
{
    const QTemporaryDir home;
    const QString address = QStringLiteral("sqlite:") + home.filePath(QStringLiteral("desk.db"));
    QCOMPARE(runArbiter(home.path(), {QStringLiteral("--db"), address, QStringLiteral("db"), QStringLiteral("init")}).status, 0);
    for (const QStringList &words : {QStringList{}, QStringList{QStringLiteral("open"), QStringLiteral("H-1")}}) {
        const Ran ran = runArbiter(home.path(), QStringList{QStringLiteral("--db"), address} + words);
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.err.contains("display"), ran.err.constData());
    }
    QVERIFY(runArbiter(home.path(), {QStringLiteral("--help")}).out.contains("arbiter open"));
}

QObject *make_tst_journeycli()
{
    return new TstJourneyCli;
}

#include "tst_journeycli.moc"
