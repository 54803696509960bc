// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundlemaker.h"
#include "intakedesk.h"

#include <domain/canonicaljson.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>
#include <QtTest/QTest>

#include <cstdio>

namespace arb::tests {

using intake::ImportOptions;
using intake::ImportResult;
using intake::ImportState;
using intake::IntakeFault;

namespace {

QStringList statesOf(const QList<ImportResult> &results)
{
    QStringList states;
    for (const ImportResult &result : results)
        states.append(result.error ? domain::toCode(result.error->code) : domain::toCode(result.state));
    return states;
}

/// The same members in another order and spacing.
QByteArray reordered(const QJsonObject &object)
{
    QByteArray text = "{";
    QStringList keys = object.keys();
    std::reverse(keys.begin(), keys.end());
    for (const QString &key : keys) {
        const QByteArray value = QJsonDocument(QJsonArray{object.value(key)}).toJson(QJsonDocument::Compact);
        text += (text.size() > 1 ? ",\n  \"" : "\"") + key.toUtf8() + "\" :\t" + value.mid(1, value.size() - 2);
    }
    return text + "\n}\n";
}

QByteArray zipNamed(const QString &caseNo)
{
    return zipOf(plainBundle(caseNo).parts());
}

} // namespace

class TstImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesZipAndFolder();
    void fillsInWhatFilesSay();
    void clashingNamesAreBothNamed();
    void chatThatNamesNothingIsNoted();
    void knowsTheSameCaseAgain();
    void tellsConflictsApart();
    void looksThroughFolders();
    void readsCaseLists();
    void keepsListingPictures();
    void keepsEarlierRecords();
    void takesForeignManifests();
    void takesTwoHundred();
    void oneBadOneDoesNotStopTheOthers();
    void stopsBetweenCases();
    void storeErrorsKeepNothing_data();
    void storeErrorsKeepNothing();
    void numbersTakenMeanwhileAreSeen();
    void fullVaultsKeepNothing();
    void describesEveryOutcome();
};

void TstImport::takesZipAndFolder()
{
    IntakeDesk desk;
    const ImportResult zip = desk.importZip(zipNamed(QStringLiteral("T-1")));
    QVERIFY2(zip.state == ImportState::Imported, qPrintable(intake::describe(zip)));
    QCOMPARE(zip.caseNo, QStringLiteral("T-1"));
    QVERIFY(!zip.id.isNull());
    writeFolder(desk.path(QStringLiteral("folder")), plainBundle(QStringLiteral("T-2")).parts());
    QCOMPARE(statesOf(desk.import(desk.path(QStringLiteral("folder")))), QStringList{QStringLiteral("imported")});
    QCOMPARE(desk.cases(), 2);
    QCOMPARE(desk.objects().size(), 3); // the statement is the same in both
    QCOMPARE(desk.record(QStringLiteral("T-1")).header.state, domain::DisputeState::Queued);
    QCOMPARE(desk.leftovers(), QStringList());
}

void TstImport::fillsInWhatFilesSay()
{
    IntakeDesk desk;
    QJsonObject file = plainCase(QStringLiteral("T-1"));
    QJsonArray exhibits = file.value(QStringLiteral("exhibits")).toArray();
    QJsonObject first = exhibits.at(0).toObject();
    first.insert(QStringLiteral("sha256"), first.value(QStringLiteral("sha256")).toString().toUpper());
    exhibits.replace(0, first);
    file.insert(QStringLiteral("exhibits"), exhibits);
    file.insert(QStringLiteral("couponFen"), 1.5);
    QCOMPARE(desk.importZip(zipOf(bundleOf(file).parts())).state, ImportState::Imported);
    const usecases::CaseRecord record = desk.record(QStringLiteral("T-1"));
    const domain::Exhibit &exhibit = record.file.exhibits.at(0);
    QCOMPARE(exhibit.sha256, domain::sha256Hex(statementBytes()));
    QCOMPARE(exhibit.size, statementBytes().size());
    QCOMPARE(exhibit.facts.value(QStringLiteral("length")).toInteger(), statementBytes().size());
    QCOMPARE(exhibit.facts.value(QStringLiteral("kind")).toString(), QStringLiteral("text"));
    QCOMPARE(record.file.otherFacts.size(), 1);
    QCOMPARE(desk.vault->read(exhibit.sha256).value(), statementBytes());
    // Upper or lower case of a digest makes no other case.
    QJsonObject lower = file;
    first.insert(QStringLiteral("sha256"), first.value(QStringLiteral("sha256")).toString().toLower());
    exhibits.replace(0, first);
    lower.insert(QStringLiteral("exhibits"), exhibits);
    QCOMPARE(desk.importZip(zipOf(bundleOf(lower).parts())).state, ImportState::AlreadyPresent);
}

void TstImport::clashingNamesAreBothNamed()
{
    IntakeDesk desk;
    for (const auto &[added, named] : {std::pair("DATA/CASE.JSON", "data/case.json"), std::pair("data/Evidence/other.png", "data/evidence/other.png")}) {
        QList<ZipPart> parts = plainBundle().parts();
        ZipPart extra;
        extra.name = added;
        extra.bytes = "{}";
        parts.append(extra);
        const ImportResult refused = desk.importZip(zipOf(parts));
        QVERIFY(refused.error.has_value());
        QCOMPARE(int(refused.error->code), int(IntakeFault::DuplicateName));
        QCOMPARE(refused.error->entry, QString::fromLatin1(added));
        QCOMPARE(refused.error->detail, QString::fromLatin1(named));
    }
}

void TstImport::chatThatNamesNothingIsNoted()
{
    IntakeDesk desk;
    QJsonObject file = plainCase(QStringLiteral("T-1"));
    const auto message = [](const char *id, const QString &exhibit) {
        return QJsonObject{{QStringLiteral("id"), QString::fromLatin1(id)}, {QStringLiteral("at"), QStringLiteral("2026-10-05T09:00:00+08:00")},
                           {QStringLiteral("from"), QStringLiteral("buyer")}, {QStringLiteral("text"), QStringLiteral("看图")},
                           {QStringLiteral("exhibit"), exhibit}};
    };
    const QString known = file.value(QStringLiteral("exhibits")).toArray().at(0).toObject().value(QStringLiteral("id")).toString();
    file.insert(QStringLiteral("chat"), QJsonArray{message("c1", known), message("c2", QStringLiteral("x9"))});
    const ImportResult taken = desk.importZip(zipOf(bundleOf(file).parts()));
    QCOMPARE(taken.state, ImportState::Imported);
    QCOMPARE(taken.notes.size(), 1);
    QCOMPARE(taken.notes.constFirst().message, QStringLiteral("c2"));
    QCOMPARE(taken.notes.constFirst().exhibit, QStringLiteral("x9"));
    const QString line = intake::describe(taken);
    QVERIFY2(line.contains(QStringLiteral("c2")) && line.contains(QStringLiteral("x9")) && !line.contains(QStringLiteral("c1")), qPrintable(line));
    QVERIFY(desk.importZip(zipNamed(QStringLiteral("T-2"))).notes.isEmpty());
}

void TstImport::knowsTheSameCaseAgain()
{
    IntakeDesk desk;
    const ImportResult first = desk.importZip(zipNamed(QStringLiteral("T-1")));
    const QStringList objects = desk.objects();
    QCOMPARE(desk.importZip(zipNamed(QStringLiteral("T-1"))).state, ImportState::AlreadyPresent);
    BundleParts other = plainBundle(QStringLiteral("T-1"));
    other.caseText = reordered(plainCase(QStringLiteral("T-1")));
    const ImportResult again = desk.importZip(zipOf(other.parts()));
    QVERIFY2(again.state == ImportState::AlreadyPresent, qPrintable(intake::describe(again)));
    QCOMPARE(again.id, first.id);
    QCOMPARE(desk.cases(), 1);
    QCOMPARE(desk.objects(), objects);
    // Twice in one batch.
    writeFile(desk.path(QStringLiteral("two/a.arbcase")), zipNamed(QStringLiteral("T-9")));
    writeFile(desk.path(QStringLiteral("two/b.arbcase")), zipNamed(QStringLiteral("T-9")));
    const QList<ImportResult> both = desk.import(desk.path(QStringLiteral("two")));
    QCOMPARE(statesOf(both), (QStringList{QStringLiteral("imported"), QStringLiteral("already_present")}));
    QCOMPARE(both.at(1).id, both.at(0).id);
    QCOMPARE(desk.leftovers(), QStringList());
}

void TstImport::tellsConflictsApart()
{
    IntakeDesk desk;
    QCOMPARE(desk.importZip(zipNamed(QStringLiteral("T-1"))).state, ImportState::Imported);
    const QStringList objects = desk.objects();
    QJsonObject changed = plainCase(QStringLiteral("T-1"));
    changed.insert(QStringLiteral("category"), QStringLiteral("home"));
    BundleParts other = bundleOf(changed);
    const QByteArray more = "new words\n";
    QJsonArray exhibits = changed.value(QStringLiteral("exhibits")).toArray();
    QJsonObject first = exhibits.at(0).toObject();
    first.insert(QStringLiteral("sha256"), QString::fromLatin1(domain::sha256Hex(more)));
    exhibits.replace(0, first);
    changed.insert(QStringLiteral("exhibits"), exhibits);
    other.caseText = QJsonDocument(changed).toJson();
    other.data["evidence/statement.txt"] = more;
    const ImportResult result = desk.importZip(zipOf(other.parts()));
    QCOMPARE(result.state, ImportState::Conflict);
    QCOMPARE(result.ours, domain::sha256Hex(domain::canonicalJson(changed)));
    QCOMPARE(result.theirs, domain::sha256Hex(domain::canonicalJson(plainCase(QStringLiteral("T-1")))));
    const QString sentence = intake::describe(result);
    QVERIFY(sentence.contains(QString::fromLatin1(result.ours.left(12))) && sentence.contains(QString::fromLatin1(result.theirs.left(12))));
    QCOMPARE(desk.cases(), 1);
    QCOMPARE(desk.objects(), objects); // the refused one's bytes went again, the stored one's stayed
    // Two of one run name each other.
    writeFile(desk.path(QStringLiteral("two/a.arbcase")), zipNamed(QStringLiteral("T-9")));
    changed.insert(QStringLiteral("caseNo"), QStringLiteral("T-9"));
    BundleParts second = plainBundle(QStringLiteral("T-9"));
    QJsonObject nine = plainCase(QStringLiteral("T-9"));
    nine.insert(QStringLiteral("category"), QStringLiteral("home"));
    second.caseText = QJsonDocument(nine).toJson();
    writeFile(desk.path(QStringLiteral("two/b.arbcase")), zipOf(second.parts()));
    const QList<ImportResult> both = desk.import(desk.path(QStringLiteral("two")));
    QCOMPARE(statesOf(both), (QStringList{QStringLiteral("imported"), QStringLiteral("conflict")}));
    QCOMPARE(both.at(1).other, both.at(0).input);
    // The same number on another platform is another case.
    QJsonObject elsewhere = plainCase(QStringLiteral("T-1"));
    elsewhere.insert(QStringLiteral("platform"), QStringLiteral("taobao"));
    QCOMPARE(desk.importZip(zipOf(bundleOf(elsewhere).parts())).state, ImportState::Imported);
}

void TstImport::looksThroughFolders()
{
    IntakeDesk desk;
    writeFile(desk.path(QStringLiteral("in/b.arbcase")), zipNamed(QStringLiteral("T-2")));
    writeFile(desk.path(QStringLiteral("in/deep/er/a.ARBCASE")), zipNamed(QStringLiteral("T-3")));
    writeFolder(desk.path(QStringLiteral("in/a-folder")), plainBundle(QStringLiteral("T-1")).parts());
    writeFile(desk.path(QStringLiteral("in/readme.txt")), "not a bundle");
    writeFile(desk.path(QStringLiteral("in/other.zip")), "nor this");
    writeFile(desk.path(QStringLiteral("in/.hidden.arbcase")), zipNamed(QStringLiteral("T-4")));
    writeFile(desk.path(QStringLiteral("in/plain.zip")), zipNamed(QStringLiteral("T-5")));
    QJsonObject bare = plainCase(QStringLiteral("T-6"));
    bare.insert(QStringLiteral("exhibits"), QJsonArray());
    writeFile(desk.path(QStringLiteral("in/lists/l.jsonl")), QJsonDocument(bare).toJson(QJsonDocument::Compact));
    writeFile(desk.path(QStringLiteral("in/started/manifest-sha256.txt")), "");
    writeFile(desk.path(QStringLiteral("in/name-\uFFFD.arbcase")), zipNamed(QStringLiteral("T-7")));
    const QByteArray odd = QFile::encodeName(desk.path(QStringLiteral("in/name-"))) + "\xff.arbcase";
    QCOMPARE(::rename(QFile::encodeName(desk.path(QStringLiteral("in/name-\uFFFD.arbcase"))).constData(), odd.constData()), 0);
    QVERIFY(QFile::link(desk.path(QStringLiteral("in")), desk.path(QStringLiteral("in/deep/loop"))));
    QVERIFY(QFile::link(desk.path(QStringLiteral("in/b.arbcase")), desk.path(QStringLiteral("in/z.arbcase"))));
    const QList<ImportResult> results = desk.import(desk.path(QStringLiteral("in")));
    QMap<QString, QString> states; // by what was found, which is nothing silently
    for (const ImportResult &result : results) {
        states.insert(QFileInfo(result.input).fileName(), result.error ? domain::toCode(result.error->code) : domain::toCode(result.state));
        QVERIFY2(intake::describe(result).startsWith(result.input), qPrintable(intake::describe(result)));
    }
    const QString imported = QStringLiteral("imported");
    QCOMPARE(states, (QMap<QString, QString>{{QStringLiteral(".hidden.arbcase"), imported}, {QStringLiteral("a-folder"), imported},
                                             {QStringLiteral("b.arbcase"), imported}, {QStringLiteral("a.ARBCASE"), imported},
                                             {QStringLiteral("plain.zip"), imported}, {QStringLiteral("l.jsonl:1"), imported},
                                             {QStringLiteral("loop"), QStringLiteral("link")}, {QStringLiteral("z.arbcase"), QStringLiteral("link")},
                                             {QStringLiteral("other.zip"), QStringLiteral("not_a_bundle")},
                                             {QStringLiteral("started"), QStringLiteral("bagit_missing")},
                                             {QStringLiteral("name-\uFFFD.arbcase"), QStringLiteral("name_encoding")}}));
    QCOMPARE(desk.cases(), 6);
}

void TstImport::readsCaseLists()
{
    IntakeDesk desk;
    const auto line = [](const QString &caseNo) { return QByteArray(QJsonDocument(plainCase(caseNo)).toJson(QJsonDocument::Compact) + '\n'); };
    QJsonObject bare = plainCase(QStringLiteral("T-3"));
    bare.insert(QStringLiteral("exhibits"), QJsonArray());
    QJsonObject link = plainCase(QStringLiteral("T-4"));
    QJsonArray exhibits = link.value(QStringLiteral("exhibits")).toArray();
    QJsonObject second = exhibits.at(1).toObject();
    second.insert(QStringLiteral("file"), QStringLiteral("evidence/link.png"));
    exhibits.replace(1, second);
    link.insert(QStringLiteral("exhibits"), exhibits);
    const QByteArray list = line(QStringLiteral("T-1")) + "\n{\"caseNo\": 1\n" + line(QStringLiteral("T-2")) + QJsonDocument(bare).toJson(QJsonDocument::Compact) + '\n'
        + QJsonDocument(link).toJson(QJsonDocument::Compact); // no line end at the end
    writeFile(desk.path(QStringLiteral("list/cases.jsonl")), list);
    writeFile(desk.path(QStringLiteral("list/evidence/statement.txt")), statementBytes());
    writeFile(desk.path(QStringLiteral("list/evidence/photo.png")), pictureBytes("T-1"));
    QVERIFY(QFile::link(QStringLiteral("photo.png"), desk.path(QStringLiteral("list/evidence/link.png"))));
    const QList<ImportResult> results = desk.import(desk.path(QStringLiteral("list/cases.jsonl")));
    // T-2's picture is not the one on the disk.
    QCOMPARE(statesOf(results), (QStringList{QStringLiteral("imported"), QStringLiteral("bad_json"), QStringLiteral("digest_mismatch"), QStringLiteral("imported"), QStringLiteral("link")}));
    QVERIFY(results.at(1).input.endsWith(QStringLiteral("cases.jsonl:3")));
    QCOMPARE(results.at(1).error->entry, QStringLiteral("cases.jsonl:3"));
    QCOMPARE(results.at(2).error->entry, QStringLiteral("evidence/photo.png"));
    QCOMPARE(desk.cases(), 2);
    QCOMPARE(desk.objects().size(), 2);
    QCOMPARE(statesOf(desk.import(desk.path(QStringLiteral("list/cases.jsonl")))).count(QStringLiteral("already_present")), 2);
    QCOMPARE(desk.leftovers(), QStringList());
}

void TstImport::keepsListingPictures()
{
    IntakeDesk desk;
    QJsonObject file = plainCase(QStringLiteral("T-1"));
    QJsonObject order = file.value(QStringLiteral("order")).toObject();
    order.insert(QStringLiteral("listing"), QJsonObject{{QStringLiteral("title"), QStringLiteral("台灯")},
                                                        {QStringLiteral("images"), QJsonArray{QStringLiteral("evidence/photo.png"), QStringLiteral("listing/one.png")}}});
    file.insert(QStringLiteral("order"), order);
    BundleParts parts = bundleOf(file);
    parts.data["listing/one.png"] = pictureBytes("listing");
    const ImportResult result = desk.importZip(zipOf(parts.parts()));
    QVERIFY2(result.state == ImportState::Imported, qPrintable(intake::describe(result)));
    const QList<domain::Exhibit> exhibits = desk.record(QStringLiteral("T-1")).file.exhibits;
    QCOMPARE(exhibits.size(), 3); // photo.png is an exhibit already
    QCOMPARE(exhibits.at(2).party, domain::Party::Platform);
    QCOMPARE(desk.vault->read(exhibits.at(2).sha256).value(), pictureBytes("listing"));
    // The same words about another picture are another case; the same picture is the same one.
    QCOMPARE(desk.importZip(zipOf(parts.parts())).state, ImportState::AlreadyPresent);
    parts.data["listing/one.png"] = pictureBytes("another");
    QCOMPARE(desk.importZip(zipOf(parts.parts())).state, ImportState::Conflict);
}

void TstImport::keepsEarlierRecords()
{
    IntakeDesk desk;
    BundleParts parts = plainBundle(QStringLiteral("T-1"));
    const QByteArray ruling = R"({"outcome": "reject_claim", "countsTowardMetrics": false})";
    parts.data["ruling.json"] = ruling;
    parts.data["letter-buyer.pdf"] = "%PDF-1.4 letter";
    const ImportResult result = desk.importZip(zipOf(parts.parts()));
    QVERIFY2(result.state == ImportState::Imported, qPrintable(intake::describe(result)));
    const usecases::CaseRecord record = desk.record(QStringLiteral("T-1"));
    QCOMPARE(record.header.state, domain::DisputeState::Queued);
    QVERIFY(record.earlier);
    QCOMPARE(record.earlier->rulingJson, QByteArray("{\"countsTowardMetrics\":false,\"outcome\":\"reject_claim\"}\n")); // a line each
    QVERIFY(record.rulings.isEmpty());
    QCOMPARE(desk.objects().size(), 2); // letters are not kept
}

void TstImport::takesForeignManifests()
{
    // As other bagging programs write them: several sums, a star before the name, CR LF, upper case, blanks.
    IntakeDesk desk;
    BundleParts parts = plainBundle(QStringLiteral("T-1"));
    parts.bagit = "BagIt-Version: 0.97\r\nTag-File-Character-Encoding: utf-8\r\n";
    QByteArray sha256, sha512;
    QMap<QByteArray, QByteArray> payload{{"data/case.json", parts.caseText}};
    for (auto it = parts.data.begin(); it != parts.data.end(); ++it)
        payload.insert("data/" + it.key(), it.value());
    qint64 bytes = 0;
    for (auto it = payload.begin(); it != payload.end(); ++it) {
        sha256 += domain::sha256Hex(it.value()).toUpper() + " *" + it.key() + "\r\n";
        sha512 += QCryptographicHash::hash(it.value(), QCryptographicHash::Sha512).toHex() + "\t  " + it.key() + "\r\n";
        bytes += it.value().size();
    }
    parts.tags["manifest-sha256.txt"] = sha256;
    parts.tags["manifest-sha512.txt"] = sha512;
    parts.tags["bag-info.txt"] = "Source-Organization: 某平台\n  second line\nPayload-Oxum: " + QByteArray::number(bytes) + ".3\n";
    parts.tags["more/notes.txt"] = "tag files of others are left alone";
    QList<ZipPart> files = parts.parts();
    files.prepend({"data/", {}, 0x800, 0, 040755, {}, {}});
    for (ZipPart &file : files)
        file.method = file.bytes.isEmpty() ? 0 : 8;
    const ImportResult result = desk.importZip(zipOf(files));
    QVERIFY2(result.state == ImportState::Imported, qPrintable(intake::describe(result)));
}

void TstImport::takesTwoHundred()
{
    IntakeDesk desk;
    for (int n = 0; n < 200; ++n)
        writeFile(desk.path(QStringLiteral("in/%1.arbcase").arg(n, 3, 10, QLatin1Char('0'))), zipNamed(QStringLiteral("T-%1").arg(n)));
    int told = 0, steps = 0;
    ImportOptions options;
    options.onResult = [&told](const ImportResult &) { ++told; };
    options.onProgress = [&steps](const intake::ImportProgress &progress) {
        ++steps;
        QCOMPARE(progress.of, 200);
    };
    const QList<ImportResult> results = desk.import(desk.path(QStringLiteral("in")), options);
    QCOMPARE(results.size(), 200);
    QCOMPARE(told, 200);
    QCOMPARE(steps, 200);
    QCOMPARE(statesOf(results).count(QStringLiteral("imported")), 200);
    QCOMPARE(desk.cases(), 200);
    QCOMPARE(desk.objects().size(), 201);
    QCOMPARE(statesOf(desk.import(desk.path(QStringLiteral("in")))).count(QStringLiteral("already_present")), 200);
    QCOMPARE(desk.leftovers(), QStringList());
}

void TstImport::oneBadOneDoesNotStopTheOthers()
{
    IntakeDesk desk;
    for (int n = 0; n < 5; ++n)
        writeFile(desk.path(QStringLiteral("in/%1.arbcase").arg(n)), zipNamed(QStringLiteral("T-%1").arg(n)));
    writeFile(desk.path(QStringLiteral("in/2.arbcase")), "PK broken");
    const QStringList states = statesOf(desk.import(QStringList{desk.path(QStringLiteral("nowhere")), desk.path(QStringLiteral("in"))}));
    QCOMPARE(states, (QStringList{QStringLiteral("not_found"), QStringLiteral("imported"), QStringLiteral("imported"), QStringLiteral("bad_zip"),
                                  QStringLiteral("imported"), QStringLiteral("imported")}));
    QCOMPARE(desk.cases(), 4);
}

void TstImport::stopsBetweenCases()
{
    IntakeDesk desk;
    for (int n = 0; n < 10; ++n)
        writeFile(desk.path(QStringLiteral("in/%1.arbcase").arg(n)), zipNamed(QStringLiteral("T-%1").arg(n)));
    std::atomic_bool stop = false;
    ImportOptions options;
    options.batchInputs = 2;
    options.stop = &stop;
    options.onResult = [&stop](const ImportResult &result) { stop = stop || result.caseNo == u"T-3"; };
    const QStringList states = statesOf(desk.import(desk.path(QStringLiteral("in")), options));
    QCOMPARE(states.count(QStringLiteral("imported")), 4);
    QCOMPARE(states.count(QStringLiteral("stopped")), 6);
    QCOMPARE(desk.cases(), 4);
    QCOMPARE(desk.leftovers(), QStringList());
}

void TstImport::storeErrorsKeepNothing_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<QString>("code");
    QTest::newRow("busy") << int(usecases::StoreError::Busy) << QStringLiteral("store_busy");
    QTest::newRow("read only") << int(usecases::StoreError::ReadOnly) << QStringLiteral("store_read_only");
    QTest::newRow("offline") << int(usecases::StoreError::Offline) << QStringLiteral("store_offline");
}

void TstImport::storeErrorsKeepNothing()
{
    QFETCH(int, error);
    QFETCH(QString, code);
    IntakeDesk desk;
    desk.store.failNextWrite(usecases::StoreError(error));
    const ImportResult result = desk.importZip(zipNamed(QStringLiteral("T-1")));
    QVERIFY(result.error);
    QCOMPARE(domain::toCode(result.error->code), code);
    QCOMPARE(desk.cases(), 0);
    QCOMPARE(desk.objects(), QStringList());
    // Once the store answers again, the same goes in.
    QCOMPARE(desk.importZip(zipNamed(QStringLiteral("T-1"))).state, ImportState::Imported);
    QCOMPARE(desk.leftovers(), QStringList());
}

void TstImport::numbersTakenMeanwhileAreSeen()
{
    // Another desk takes T-1 between looking and writing: the batch is redone one by one.
    IntakeDesk desk;
    for (int n = 0; n < 3; ++n)
        writeFile(desk.path(QStringLiteral("in/%1.arbcase").arg(n)), zipNamed(QStringLiteral("T-%1").arg(n)));
    desk.store.beforeNextWrite([&desk] {
        usecases::Admission taken;
        QVERIFY(usecases::AdmitCases(desk.desk())(desk.actor, {}).isEmpty());
        taken.header.id = domain::CaseId(999);
        taken.header.platform = QStringLiteral("douyin");
        taken.header.caseNo = QStringLiteral("T-1");
        taken.header.version = 1;
        taken.header.bundleDigest = QByteArray(64, 'f');
        taken.file.platform = taken.header.platform;
        taken.file.caseNo = taken.header.caseNo;
        taken.audit = {desk.clock.now(), QStringLiteral("bob"), QStringLiteral("admit"), {}};
        QVERIFY(desk.store.addMany({&taken, 1}));
    });
    const QList<ImportResult> results = desk.import(desk.path(QStringLiteral("in")));
    QCOMPARE(statesOf(results), (QStringList{QStringLiteral("imported"), QStringLiteral("conflict"), QStringLiteral("imported")}));
    QCOMPARE(results.at(1).theirs, QByteArray(64, 'f'));
    QCOMPARE(desk.objects().size(), 3); // the statement and two pictures
}

void TstImport::fullVaultsKeepNothing()
{
    IntakeDesk desk;
    // The session cannot begin where the incoming folder is a file.
    desk.vault.reset();
    QDir(desk.path(QStringLiteral("vault/incoming"))).removeRecursively();
    desk.openVault();
    writeFile(desk.path(QStringLiteral("vault/incoming")), "in the way");
    const ImportResult result = desk.importZip(zipNamed(QStringLiteral("T-1")));
    QVERIFY(result.error);
    QCOMPARE(domain::toCode(result.error->code), QStringLiteral("vault_broken"));
    QCOMPARE(desk.cases(), 0);
}

void TstImport::describesEveryOutcome()
{
    ImportResult result;
    result.caseNo = QStringLiteral("T-1");
    result.input = QStringLiteral("in/\u001b[2J\nx.arbcase");
    result.error = intake::IntakeError{IntakeFault::FileMissing, QStringLiteral("data/x"), QStringLiteral("data/case.json")};
    for (const auto &row : domain::codeTable<ImportState>()) {
        result.state = row.value;
        const QString sentence = intake::describe(result);
        QVERIFY2(sentence.size() > 10 && !sentence.contains(u'%'), qPrintable(sentence));
        QVERIFY2(sentence.startsWith(QStringLiteral("in/\\u001b[2J\\u000ax.arbcase")), qPrintable(sentence)); // which one, and nothing for a terminal
    }
    result.state = ImportState::Refused;
    QVERIFY(intake::describe(result).endsWith(QStringLiteral("is missing (at data/x). Nothing was written. Correct it and import again.")));
    result.error = intake::IntakeError{IntakeFault::BadZip, {}, QStringLiteral("no_directory")};
    QVERIFY2(intake::describe(result).contains(QStringLiteral("“\\u001b[2J\\u000ax.arbcase”")), qPrintable(intake::describe(result)));
    result.error = intake::IntakeError{IntakeFault::Stopped, {}, {}};
    QVERIFY(!intake::describe(result).contains(QStringLiteral("Correct it")));
}

} // namespace arb::tests

QObject *make_tst_import();
QObject *make_tst_import()
{
    return new arb::tests::TstImport;
}

#include "tst_import.moc"
