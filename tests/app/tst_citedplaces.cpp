// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundlebyhand.h"
#include "serverdesk.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <functional>

using namespace arb::tests;

/// Every kind of citation, from the ruling file through a signed ruling, what is shown of it, a sealed export and another
/// desk on the other database, in both languages: always the same place on the same bytes. The film has 12 frames a second
/// from zero. That a viewer opens each on its place is tst_citedopening's.
class TstCitedPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindComesBackAsItWas_data();
    void everyKindComesBackAsItWas();
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

void writeTo(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/// The bundle by hand with a film, a document, a chat that was handed in, and scans.
QString writeRichBundle(const QString &folder)
{
    const QString root = writeBundle(folder, QStringLiteral("P-1"));
    const QString demo = QStringLiteral(ARB_SOURCE_DIR "/resources/demo/cases/c04/evidence/");
    const QByteArray log("[06/10/2026, 08:30] A: it is cracked\n[06/10/2026, 08:31] B: signed is signed\nread it\n[06/10/2026, 08:32] A: no\n");
    const struct { const char *id, *kind, *file; QByteArray bytes; } more[] = {
        {"f1", "video", "evidence/unboxing.mp4", contentOf(demo + QStringLiteral("c04-b1-unboxing.mp4"))},
        {"d1", "document", "evidence/weights.pdf", contentOf(demo + QStringLiteral("c04-m2-weights.pdf"))},
        {"l1", "chat", "evidence/log.txt", log}};
    const QString casePath = root + QStringLiteral("/data/case.json");
    QJsonObject content = objectOf(contentOf(casePath));
    QJsonArray exhibits = content.value(QLatin1StringView("exhibits")).toArray();
    QByteArray manifest = contentOf(root + QStringLiteral("/manifest-sha256.txt"));
    for (const auto &file : more) {
        const QString name = QString::fromLatin1(file.file);
        writeTo(root + QStringLiteral("/data/") + name, file.bytes);
        exhibits.append(QJsonObject{{QStringLiteral("id"), QString::fromLatin1(file.id)}, {QStringLiteral("party"), QStringLiteral("buyer")},
                                    {QStringLiteral("kind"), QString::fromLatin1(file.kind)}, {QStringLiteral("file"), name},
                                    {QStringLiteral("sha256"), sha256Of(file.bytes)},
                                    {QStringLiteral("submittedAt"), QStringLiteral("2026-10-07T09:10:00+08:00")}});
        manifest += sha256Of(file.bytes).toLatin1() + "  data/" + name.toLatin1() + '\n';
    }
    content.insert(QStringLiteral("exhibits"), exhibits);
    QJsonObject order = content.value(QLatin1StringView("order")).toObject();
    order.insert(QStringLiteral("paidAt"), QStringLiteral("2026-10-01T09:01:00+08:00"));
    content.insert(QStringLiteral("order"), order);
    content.insert(QStringLiteral("logistics"), QJsonArray{QJsonObject{{QStringLiteral("at"), QStringLiteral("2026-10-02T16:40:00+08:00")},
        {QStringLiteral("place"), QStringLiteral("Hub")}, {QStringLiteral("event"), QStringLiteral("picked_up")}, {QStringLiteral("text"), QStringLiteral("up")}}});
    const QByteArray before = sha256Of(contentOf(casePath)).toLatin1(), caseJson = QJsonDocument(content).toJson();
    writeTo(casePath, caseJson);
    writeTo(root + QStringLiteral("/manifest-sha256.txt"), manifest.replace(before, sha256Of(caseJson).toLatin1()));
    return root;
}

/// What a place is cited as, without the digest, which signing adds, and without what comparing it gave.
QJsonArray placesOf(const QJsonValue &findings)
{
    QJsonArray places;
    for (const QJsonValue &value : findings.toArray().at(0).toObject().value(QLatin1StringView("citations")).toArray()) {
        QJsonObject place = value.toObject();
        place.remove(QStringLiteral("sha256"));
        place.remove(QStringLiteral("asCited"));
        places.append(place);
    }
    return places;
}

/// A region of no frame, a time between two frames, and a mark of another place are signed by nobody: each is named by its key.
/// @p mark is of f1, frames 12 to 24.
void refuseStrangePlaces(const std::function<Ran(const QJsonArray &)> &rule, const QString &mark)
{
    const struct { const char *citation, *key; } rows[] = {
        {R"({"exhibit": "f1", "region": [20, 490, 700, 150]})", "/region"},
        {R"({"exhibit": "f1", "pts": 1040000})", "/pts"},
        {R"({"exhibit": "f1", "frame": 24, "mark": "@MARK@"})", "/frame"},
        {R"({"exhibit": "b1", "region": [200, 150, 240, 180], "mark": "@MARK@"})", "/mark"},
        {R"({"exhibit": "f1", "mark": "7"})", "/mark"}};
    for (const auto &[citation, key] : rows) {
        const Ran refused = rule(QJsonArray{objectOf(QByteArray(citation).replace("@MARK@", mark.toLatin1()))});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains(QByteArray("/findings/0/citations/0").append(key)), refused.err.constData());
    }
    const Ran between = rule(QJsonArray{objectOf(rows[1].citation)});
    QVERIFY2(between.err.contains("1000000") && between.err.contains("1083333"), between.err.constData()); // frames 12 and 13
}

} // namespace

void TstCitedPlaces::everyKindComesBackAsItWas_data()
{
    QTest::addColumn<bool>("server"); ///< the desk that rules; the other one takes the export
    QTest::addColumn<QString>("language");
    for (const char *language : {"en", "zh_CN"}) {
        QTest::addRow("from SQLite to PostgreSQL, %s", language) << false << QString::fromLatin1(language);
        QTest::addRow("from PostgreSQL to SQLite, %s", language) << true << QString::fromLatin1(language);
    }
}

void TstCitedPlaces::everyKindComesBackAsItWas()
{
    QFETCH(bool, server);
    QFETCH(QString, language);
    const QTemporaryDir home;
    const ServerDesk onServer;
    const auto placeOf = [&](bool there) { return there ? onServer.address() : QStringLiteral("sqlite:") + home.filePath(QStringLiteral("desk.db")); };
    QStringList at{QStringLiteral("--lang"), language, QStringLiteral("--db"), placeOf(server), QStringLiteral("--vault"), home.filePath(QStringLiteral("vault"))};
    const auto as = [&](const char *who, const QStringList &words) {
        const Ran ran = runArbiter(home.path(), at + QStringList{QStringLiteral("--as"), QString::fromUtf8(who)} + words);
        if (ran.status != 0)
            qWarning("%s", QByteArray(ran.out + ran.err).constData());
        return ran;
    };
    const auto found = [&] {
        for (const auto &[name, role] : {std::pair("林晓", "reviewer"), std::pair("许文", "supervisor")}) {
            const Ran ran = runArbiter(home.path(), at + QStringList{QStringLiteral("user"), QStringLiteral("add"), QString::fromUtf8(name), QStringLiteral("--role"), QString::fromLatin1(role)});
            QCOMPARE(ran.status, 0);
        }
    };
    const auto show = [&] { return objectOf(runArbiter(home.path(), at + QStringList{QStringLiteral("show"), QStringLiteral("P-1"), QStringLiteral("--json")}).out); };
    QCOMPARE(runArbiter(home.path(), at + QStringList{QStringLiteral("db"), QStringLiteral("init")}).status, 0);
    found();
    QCOMPARE(as("林晓", {QStringLiteral("import"), writeRichBundle(home.filePath(QStringLiteral("in")))}).status, 0);

    const QStringList mark{QStringLiteral("mark"), QStringLiteral("P-1"), QStringLiteral("--exhibit"), QStringLiteral("f1"), QStringLiteral("--json")};
    const QStringList span{QStringLiteral("--frame"), QStringLiteral("12"), QStringLiteral("--pts"), QStringLiteral("1000000"), QStringLiteral("--frame-end"),
                           QStringLiteral("24"), QStringLiteral("--pts-end"), QStringLiteral("2000000")};
    QCOMPARE(as("林晓", mark + QStringList{QStringLiteral("--shape"), QStringLiteral("moment"), QStringLiteral("--frame"), QStringLiteral("12")}).status, 2); // and when?
    const Ran elsewhen = runArbiter(home.path(), at + QStringList{QStringLiteral("--as"), QStringLiteral("林晓")} + mark
                                                     + QStringList{QStringLiteral("--shape"), QStringLiteral("moment"), QStringLiteral("--frame"),
                                                                   QStringLiteral("50"), QStringLiteral("--pts"), QStringLiteral("1000000")});
    QCOMPARE(elsewhen.status, 2); // that is the time of frame 12
    QVERIFY2(elsewhen.err.contains("f1/pts"), elsewhen.err.constData());
    const Ran made = as("林晓", mark + span + QStringList{QStringLiteral("--shape"), QStringLiteral("moment"), QStringLiteral("--note"), QStringLiteral("seal")});
    QCOMPARE(made.status, 0);
    const QString markId = objectOf(made.out).value(QLatin1StringView("mark")).toString();
    const QJsonArray cited = QJsonDocument::fromJson(QByteArray(R"([
        {"exhibit": "b1", "region": [200, 150, 240, 180]},
        {"exhibit": "b1", "region": [200, 150, 240, 180], "view": {"zoom": 2000000000, "x": 320000000, "y": 240500000, "rotation": 90000000,
                                                                    "mirrored": true, "fit": "free"}},
        {"exhibit": "d1", "page": 1, "region": [90, 312, 101, 51]},
        {"message": "1"},
        {"message": "1", "messageEnd": "2"},
        {"exhibit": "f1", "frame": 12, "pts": 1000000},
        {"exhibit": "f1", "frame": 12, "pts": 1000000, "frameEnd": 24, "ptsEnd": 2000000},
        {"exhibit": "f1", "frame": 24, "pts": 2000000, "region": [20, 490, 700, 150]},
        {"exhibit": "f1", "frame": 12, "pts": 1000000, "frameEnd": 24, "ptsEnd": 2000000, "mark": "@MARK@"},
        {"exhibit": "l1", "message": "L2", "messageEnd": "L4"},
        {"logistics": 0},
        {"fact": "/order/paidAt"},
        {"fact": "/order/signedAt"}])")
                                                         .replace("@MARK@", markId.toLatin1()))
                                 .array();
    const QString path = writeRuling(home.path(), QStringLiteral("P-1"), QStringLiteral("k-1"));
    const auto rule = [&](const QJsonArray &citations) {
        QJsonObject ruling = objectOf(contentOf(path));
        QJsonObject finding = ruling.value(QLatin1StringView("findings")).toArray().at(0).toObject();
        finding.insert(QStringLiteral("citations"), citations);
        ruling.insert(QStringLiteral("findings"), QJsonArray{finding});
        writeTo(path, QJsonDocument(ruling).toJson());
        return runArbiter(home.path(), at + QStringList{QStringLiteral("--as"), QStringLiteral("林晓"), QStringLiteral("rule"), QStringLiteral("P-1"), QStringLiteral("--file"), path});
    };
    QCOMPARE(as("林晓", {QStringLiteral("claim"), QStringLiteral("P-1")}).status, 0);
    for (const QJsonValue &value : cited) { // what was cited on other bytes is signed by nobody
        QJsonObject other = value.toObject();
        other.insert(QStringLiteral("sha256"), QString(64, u'e'));
        QCOMPARE(rule(QJsonArray{other}).status, 1);
    }
    refuseStrangePlaces(rule, markId);
    const Ran ruled = rule(cited);
    QVERIFY2(ruled.status == 0, ruled.err.constData());
    const QJsonObject shown = show();
    QCOMPARE(placesOf(shown.value(QLatin1StringView("findings"))), cited);
    QHash<QString, QJsonValue> digests;
    for (const QJsonValue &exhibit : shown.value(QLatin1StringView("exhibits")).toArray())
        digests.insert(exhibit[QLatin1StringView("id")].toString(), exhibit[QLatin1StringView("sha256")]);
    for (const QJsonValue &place : shown.value(QLatin1StringView("findings")).toArray().at(0)[QLatin1StringView("citations")].toArray()) {
        const bool ofFile = place.toObject().contains(QLatin1StringView("exhibit"));
        QCOMPARE(place[QLatin1StringView("sha256")], digests.value(place[QLatin1StringView("exhibit")].toString(), QJsonValue(QJsonValue::Undefined)));
        QCOMPARE(place[QLatin1StringView("asCited")], ofFile ? QJsonValue(QJsonValue::Undefined) : QJsonValue(true));
    }
    const QJsonArray marks = shown.value(QLatin1StringView("marks")).toArray();
    QCOMPARE(marks.at(0).toObject().value(QLatin1StringView("ptsEnd")).toInteger(), 2'000'000);
    const QByteArray told = runArbiter(home.path(), at + QStringList{QStringLiteral("show"), QStringLiteral("P-1")}).out;
    QVERIFY2(!told.contains("0 × 0"), told.constData()); // a span has times, and no region
    QVERIFY2(language != u"en" || told.contains("f1, frames 12 to 24  0:01.000–0:02.000  Moment  "), told.constData());

    // What the signer had on show goes with the ruling. At this desk nobody opened anything, and that is said of each exhibit.
    const QJsonValue coverage = shown.value(QLatin1StringView("ruling")).toObject().value(QLatin1StringView("coverage"));
    const QJsonArray items = coverage.toObject().value(QLatin1StringView("items")).toArray();
    QCOMPARE(items.size(), shown.value(QLatin1StringView("exhibits")).toArray().size() + 2); // with the chat and the scans
    for (const QJsonValue &item : items)
        QVERIFY(!item.toObject().contains(QLatin1StringView("firstAt")));

    const QString sealed = home.filePath(QStringLiteral("P-1.arbcase"));
    QCOMPARE(as("许文", {QStringLiteral("export"), QStringLiteral("P-1"), QStringLiteral("--out"), sealed}).status, 0);
    QCOMPARE(runArbiter(home.path(), {QStringLiteral("verify"), sealed}).status, 0);
    // The digests of messages, scans and facts travel within the sealed file alone.
    const QString digest = sha256Of(R"({"at":"2026-10-06T08:30:00+08:00","from":"buyer","id":"1","text":"杯口裂了"})");
    QVERIFY(contentOf(sealed).contains(digest.toLatin1()));
    QVERIFY(!QJsonDocument(shown).toJson().contains(digest.toLatin1()));
    at[3] = placeOf(!server);
    at[5] = home.filePath(QStringLiteral("other-vault"));
    QCOMPARE(runArbiter(home.path(), at + QStringList{QStringLiteral("db"), QStringLiteral("init")}).status, 0);
    found();
    QCOMPARE(as("许文", {QStringLiteral("import"), sealed}).status, 0);
    const QJsonObject there = show();
    const QJsonObject earlier = there.value(QLatin1StringView("earlier")).toObject().value(QLatin1StringView("rulings")).toArray().at(0).toObject();
    QCOMPARE(placesOf(earlier.value(QLatin1StringView("findings"))), cited);
    QCOMPARE(earlier.value(QLatin1StringView("findings")), shown.value(QLatin1StringView("findings"))); // on the same bytes, too
    // Of the exhibits that came out of the export, each has the bytes that were cited.
    for (const QJsonValue &exhibit : there.value(QLatin1StringView("exhibits")).toArray())
        QCOMPARE(exhibit[QLatin1StringView("sha256")], digests.value(exhibit[QLatin1StringView("id")].toString()));
    QCOMPARE(earlier.value(QLatin1StringView("coverage")), coverage);
    QCOMPARE(there.value(QLatin1StringView("marks")).toArray(), marks);

    // Where a message, a scan or a fact is another one now, what was cited says so; all else is as it was.
    changeStoredTexts(placeOf(!server));
    const QJsonValue now = show().value(QLatin1StringView("earlier"))[QLatin1StringView("rulings")].toArray().at(
        0)[QLatin1StringView("findings")];
    QCOMPARE(placesOf(now), cited);
    QHash<QString, QJsonValue> asCited;
    for (const QJsonValue &value : now.toArray().at(0)[QLatin1StringView("citations")].toArray()) {
        QJsonObject place = value.toObject();
        const QJsonValue answer = place.take(QStringLiteral("asCited"));
        asCited.insert(QString::fromUtf8(QJsonDocument(place).toJson(QJsonDocument::Compact)), answer);
    }
    QCOMPARE(asCited.value(QStringLiteral(R"({"message":"1"})")), QJsonValue(true));
    for (const char *changed : {R"({"message":"1","messageEnd":"2"})", R"({"logistics":0})", R"({"fact":"/order/signedAt"})"})
        QCOMPARE(asCited.value(QString::fromLatin1(changed)), QJsonValue(false));
    if (language == u"en") {
        const QByteArray text = runArbiter(home.path(), at + QStringList{QStringLiteral("show"), QStringLiteral("P-1")}).out;
        QVERIFY2(text.count("(changed since it was cited)") >= 3, text.constData());
        QVERIFY2(!text.contains("stored without a digest"), text.constData());
        QVERIFY2(text.contains("paid ¥88.00 on 2026-10-01 09:01") && text.contains("cites Paid at: 2026-10-01 09:01"), text.constData());
    }
}

QObject *make_tst_citedplaces();
QObject *make_tst_citedplaces()
{
    return new TstCitedPlaces;
}

#include "tst_citedplaces.moc"
