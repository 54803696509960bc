// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundlemaker.h"
#include "intakedesk.h"

#include <intake/bagwriter.h>

#include <domain/canonicaljson.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

#include <atomic>

#include <sys/stat.h>

namespace arb::tests {

using intake::BagContent;
using intake::ImportState;
using intake::verifySealed;
using intake::writeBag;

namespace {

/// Appends one entry to the record.
void note(BagContent &content, const char *action, const QJsonObject &payload)
{
    const domain::AuditHead head = content.audit.isEmpty() ? domain::emptyAuditHead() : domain::headOf(content.audit.constLast());
    content.audit.append(domain::chain(head, Q_INT64_C(8'000'000'000'000'000'001), domain::UtcMs(1'791'766'800'000 + content.audit.size()),
                                       QStringLiteral("安"), QString::fromLatin1(action), payload));
}

QString digestText(const QJsonObject &object)
{
    return QString::fromLatin1(domain::sha256Hex(domain::canonicalJson(object)));
}

BagContent sealedContent(IntakeDesk &desk)
{
    BagContent content;
    content.caseJson = plainCase(QStringLiteral("T-1"));
    const QByteArray picture = pictureBytes("T-1");
    const QByteArray digest = desk.vault->putBytes(picture).value();
    content.evidence = {{QStringLiteral("evidence/statement.txt"), statementBytes(), {}, {}},
                        {QStringLiteral("evidence/photo.png"), {}, desk.vault->pathOf(digest), digest}};
    content.ruling = QJsonObject{{QStringLiteral("outcome"), QStringLiteral("reject_claim")}, {QStringLiteral("countsTowardMetrics"), false}};
    note(content, "admit", {{QStringLiteral("bundle"), digestText(content.caseJson)}});
    note(content, "claim", {});
    note(content, "rule", {{QStringLiteral("ruling"), QStringLiteral("7")}, {QStringLiteral("rulingNow"), QStringLiteral("7")},
                           {QStringLiteral("rulingSha256"), digestText(*content.ruling)}});
    note(content, "export", {});
    content.letters = {{QStringLiteral("letter-buyer.pdf"), "%PDF-1.4 …", {}, {}}};
    content.at = domain::UtcMs(1'791'766'800'000);
    return content;
}

/// The entry that does not fit when @p content is written and checked; empty when all fits.
QString misfitOf(IntakeDesk &desk, const BagContent &content)
{
    const auto written = writeBag(desk.path(QStringLiteral("misfit.arbcase")), content);
    return written ? QString() : QString(domain::toCode(written.error().code) + u' ' + written.error().entry);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TstBag : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatItReads();
    void writesTheSameBytesAgain();
    void isAnOrdinaryZip();
    void findsEveryChangedByte_data();
    void findsEveryChangedByte();
    void namesWhatChangedAroundTheFiles();
    void findsACutRecord();
    void holdsTheRulingAgainstTheRecord();
    void holdsTheCaseAgainstTheRecord();
    void holdsSupplementsAgainstTheRecord();
    void bringsEarlierRecordsAlong();
    void readsWhatRaisedLimitsSealed();
    void doesNotWriteDamagedEvidence();
    void leavesTheOldFileWhenItFails();
};

void TstBag::writesWhatItReads()
{
    IntakeDesk desk;
    const BagContent content = sealedContent(desk);
    const QString path = desk.path(QStringLiteral("out.arbcase"));
    const auto written = writeBag(path, content);
    QVERIFY2(written, written ? "" : qPrintable(intake::describe(written.error())));
    QCOMPARE(*written, domain::sha256Hex(bytesOf(path)));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777, 0600U);
    const auto report = verifySealed(path);
    QVERIFY(report);
    QCOMPARE(report->caseNo, QStringLiteral("T-1"));
    QCOMPARE(report->auditEntries, 4);
    QVERIFY(report->hasRuling && report->isSealed());
    QCOMPARE(report->digest, domain::sha256Hex(domain::canonicalJson(content.caseJson)));
    const auto result = desk.import(path).constFirst();
    QVERIFY2(result.state == ImportState::Imported, qPrintable(intake::describe(result)));
    const usecases::CaseRecord record = desk.record(QStringLiteral("T-1"));
    QVERIFY(record.earlier && record.earlier->auditJsonl.count('\n') == 4);
    // What was sealed is the same case as the plain one.
    QCOMPARE(desk.importZip(zipOf(plainBundle().parts())).state, ImportState::AlreadyPresent);
}

void TstBag::writesTheSameBytesAgain()
{
    IntakeDesk desk;
    BagContent content = sealedContent(desk);
    const auto first = writeBag(desk.path(QStringLiteral("a.arbcase")), content);
    std::swap(content.evidence[0], content.evidence[1]);
    const auto second = writeBag(desk.path(QStringLiteral("b.arbcase")), content);
    QVERIFY(first && second);
    QCOMPARE(*first, *second);
    QVERIFY(writeBag(desk.path(QStringLiteral("a.arbcase")), content)); // over the old one
    QCOMPARE(QDir(desk.folder.path()).entryList({QStringLiteral("*arbcase*")}, QDir::Files | QDir::Hidden).size(), 2);
}

void TstBag::isAnOrdinaryZip()
{
    IntakeDesk desk;
    const QString path = desk.path(QStringLiteral("out.arbcase"));
    QVERIFY(writeBag(path, sealedContent(desk)));
    const QByteArray zip = bytesOf(path);
    QVERIFY(zip.startsWith("PK\x03\x04"));
    const QList<QByteArray> order{"bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "data/case.json", "data/evidence/photo.png",
                                  "data/evidence/statement.txt", "data/ruling.json", "data/audit.jsonl", "data/letter-buyer.pdf"};
    qsizetype at = zip.indexOf("PK\x01\x02");
    for (const QByteArray &name : order) {
        at = zip.indexOf(name, at);
        QVERIFY2(at > 0, name.constData());
    }
}

void TstBag::findsEveryChangedByte_data()
{
    QTest::addColumn<int>("mask");
    QTest::newRow("lowest bit") << 0x01;
    QTest::newRow("case of a letter") << 0x20;
    QTest::newRow("highest bit") << 0x80;
    QTest::newRow("all bits") << 0xff;
}

void TstBag::findsEveryChangedByte()
{
    QFETCH(int, mask);
    IntakeDesk desk;
    const QString path = desk.path(QStringLiteral("out.arbcase"));
    QVERIFY(writeBag(path, sealedContent(desk)));
    QByteArray zip = bytesOf(path);
    const QString other = desk.path(QStringLiteral("other.arbcase"));
    const qsizetype directory = zip.indexOf("PK\x01\x02");
    int changed = 0;
    for (qsizetype at = 0; at < zip.size(); ++at) {
        // All of the headers, the directory and the end; of the contents, which digests cover, every seventh byte.
        const qsizetype header = zip.lastIndexOf("PK\x03\x04", at);
        const bool isContent = at < directory && at - header >= 30 + 27; // the longest name
        if (isContent && at % 7 != 0)
            continue;
        const char right = zip.at(at);
        zip[at] = static_cast<char>(right ^ mask);
        writeFile(other, zip);
        zip[at] = right;
        ++changed;
        QVERIFY2(!verifySealed(other), qPrintable(QStringLiteral("byte %1, %2 after its header").arg(at).arg(at - header)));
    }
    QVERIFY(changed > 1000);
    writeFile(other, zip + '\0');
    QVERIFY(!verifySealed(other));
    writeFile(other, zip.chopped(1));
    QVERIFY(!verifySealed(other));
    writeFile(other, QByteArray(zip).replace("claimedFen\":12900", "claimedFen\":12901"));
    const auto report = verifySealed(other);
    QVERIFY(!report);
    QCOMPARE(report.error().entry, QStringLiteral("data/case.json"));
}

void TstBag::namesWhatChangedAroundTheFiles()
{
    IntakeDesk desk;
    const QString path = desk.path(QStringLiteral("out.arbcase"));
    QVERIFY(writeBag(path, sealedContent(desk)));
    QByteArray zip = bytesOf(path);
    const qsizetype directory = zip.indexOf("PK\x01\x02");
    const qsizetype time = zip.lastIndexOf("data/ruling.json", directory) - 30 + 10;
    zip[time] = zip[zip.indexOf("data/ruling.json", directory) - 46 + 12] = 8; // in both headers, as any other program would write it
    writeFile(path, zip);
    auto report = verifySealed(path);
    QVERIFY(!report);
    QCOMPARE(domain::toCode(report.error().code), QStringLiteral("container_changed"));
    QCOMPARE(report.error().entry, QStringLiteral("data/ruling.json"));
    QCOMPARE(report.error().detail, QString::number(time));
    // Packed anew by somebody: whole and fit for import, but not the file that was sealed. A bundle never was one.
    QCOMPARE(desk.import(path).constFirst().state, ImportState::Imported);
    writeFile(path, zipOf(plainBundle().parts()));
    QVERIFY(verifySealed(path));
}

void TstBag::findsACutRecord()
{
    // Somebody who makes a whole bag out of a shorter record must change the head too.
    IntakeDesk desk;
    const BagContent content = sealedContent(desk);
    const QByteArray head = "Arbiter-Audit-Head: 4 " + content.audit.constLast().hash + '\n';
    BagContent shorter = content;
    shorter.audit.removeLast();
    const QString path = desk.path(QStringLiteral("out.arbcase"));
    QVERIFY(writeBag(path, shorter));
    const QByteArray zip = bytesOf(path);
    const qsizetype begin = zip.indexOf("{\"action\"");
    BundleParts parts = plainBundle();
    parts.data["ruling.json"] = domain::canonicalJson(*content.ruling);
    parts.data["audit.jsonl"] = zip.mid(begin, zip.indexOf("PK", begin) - begin);
    parts.tags["bag-info.txt"] = head;
    writeFile(path, zipOf(parts.parts()));
    const auto report = verifySealed(path);
    QVERIFY(!report);
    QCOMPARE(domain::toCode(report.error().code), QStringLiteral("audit_broken"));
    QCOMPARE(report.error().detail, QStringLiteral("4"));
    parts.tags["bag-info.txt"] = "Arbiter-Audit-Head: 3 " + shorter.audit.constLast().hash + '\n';
    writeFile(path, zipOf(parts.parts()));
    const auto packedAnew = verifySealed(path); // whole in itself, in a zip that is not ours
    QVERIFY(!packedAnew);
    QCOMPARE(domain::toCode(packedAnew.error().code), QStringLiteral("container_changed"));
}

void TstBag::holdsTheRulingAgainstTheRecord()
{
    IntakeDesk desk;
    const BagContent good = sealedContent(desk);
    QCOMPARE(misfitOf(desk, good), QString());
    BagContent other = good;
    other.ruling->insert(QStringLiteral("refundFen"), 1);
    QCOMPARE(misfitOf(desk, other), QStringLiteral("digest_mismatch data/ruling.json"));
    other.ruling.reset();
    QCOMPARE(misfitOf(desk, other), QStringLiteral("file_missing data/ruling.json"));
    // Taken back: then there is none to be carried along.
    BagContent recalled = good;
    note(recalled, "recall", {{QStringLiteral("ruling"), QStringLiteral("7")}, {QStringLiteral("rulingNow"), QStringLiteral("0")}});
    QCOMPARE(misfitOf(desk, recalled), QStringLiteral("digest_mismatch data/ruling.json"));
    recalled.ruling.reset();
    QCOMPARE(misfitOf(desk, recalled), QString());
}

void TstBag::holdsTheCaseAgainstTheRecord()
{
    IntakeDesk desk;
    BagContent content = sealedContent(desk);
    QJsonObject order = content.caseJson.value(QStringLiteral("order")).toObject();
    order.insert(QStringLiteral("paidFen"), 1);
    content.caseJson.insert(QStringLiteral("order"), order);
    QCOMPARE(misfitOf(desk, content), QStringLiteral("digest_mismatch data/case.json"));
    content.audit.clear(); // a record that begins with something else than an admission vouches for no case
    note(content, "claim", {});
    content.ruling.reset();
    QCOMPARE(misfitOf(desk, content), QStringLiteral("audit_broken data/audit.jsonl"));
}

void TstBag::holdsSupplementsAgainstTheRecord()
{
    IntakeDesk desk;
    BagContent content = sealedContent(desk);
    const QByteArray words = "found it again\n";
    QJsonObject added{{QStringLiteral("id"), QStringLiteral("S3")}, {QStringLiteral("party"), QStringLiteral("buyer")}, {QStringLiteral("kind"), QStringLiteral("text")},
                      {QStringLiteral("file"), QStringLiteral("evidence/S3.txt")}, {QStringLiteral("sha256"), QString::fromLatin1(domain::sha256Hex(words))},
                      {QStringLiteral("submittedAt"), QStringLiteral("2026-10-12T09:00:00.000+08:00")}, {QStringLiteral("caption"), QStringLiteral("receipt")}};
    const auto withAdded = [&](BagContent into) {
        QJsonArray exhibits = into.caseJson.value(QStringLiteral("exhibits")).toArray();
        exhibits.append(added);
        into.caseJson.insert(QStringLiteral("exhibits"), exhibits);
        into.evidence.append({QStringLiteral("evidence/S3.txt"), words, {}, {}});
        return into;
    };
    QCOMPARE(misfitOf(desk, withAdded(content)), QStringLiteral("digest_mismatch data/case.json")); // nobody entered it
    note(content, "supplement", {{QStringLiteral("exhibit"), QStringLiteral("S3")}, {QStringLiteral("exhibitSha256"), digestText(added)}});
    QCOMPARE(misfitOf(desk, content), QStringLiteral("digest_mismatch data/case.json")); // entered, but not there
    QCOMPARE(misfitOf(desk, withAdded(content)), QString());
    added.insert(QStringLiteral("party"), QStringLiteral("merchant"));
    QCOMPARE(misfitOf(desk, withAdded(content)), QStringLiteral("digest_mismatch data/case.json"));
}

void TstBag::bringsEarlierRecordsAlong()
{
    IntakeDesk desk;
    const QString path = desk.path(QStringLiteral("first.arbcase"));
    QVERIFY(writeBag(path, sealedContent(desk)));
    QCOMPARE(desk.import(path).constFirst().state, ImportState::Imported);
    const usecases::CaseRecord record = desk.record(QStringLiteral("T-1"));
    QVERIFY(record.earlier);
    BagContent again = sealedContent(desk);
    again.ruling.reset();
    again.audit = record.audit;
    again.earlier = record.earlier;
    QCOMPARE(misfitOf(desk, again), QString());
    IntakeDesk third;
    const auto result = third.import(desk.path(QStringLiteral("misfit.arbcase"))).constFirst();
    QVERIFY2(result.state == ImportState::Imported, qPrintable(intake::describe(result)));
    const auto kept = third.record(QStringLiteral("T-1")).earlier;
    QVERIFY(kept);
    QCOMPARE(kept->rulingJson, record.earlier->rulingJson);
    QCOMPARE(kept->auditJsonl.count('\n'), record.earlier->auditJsonl.count('\n') + record.audit.size()); // both records
    again.earlier->rulingJson.replace("reject_claim", "refund_full");
    QCOMPARE(misfitOf(desk, again), QStringLiteral("digest_mismatch data/earlier-rulings.jsonl"));
    again.earlier.reset();
    QCOMPARE(misfitOf(desk, again), QStringLiteral("file_missing data/earlier-rulings.jsonl"));
}

void TstBag::readsWhatRaisedLimitsSealed()
{
    IntakeDesk desk;
    BagContent content = sealedContent(desk);
    content.audit.clear();
    content.ruling.reset();
    QJsonArray exhibits;
    content.evidence.clear();
    for (int n = 0; n < 500; ++n) { // as many files of evidence as a desk lets in; the seal's own come on top
        const QByteArray words = "page " + QByteArray::number(n);
        exhibits.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("b%1").arg(n)}, {QStringLiteral("party"), QStringLiteral("buyer")},
                                    {QStringLiteral("kind"), QStringLiteral("text")}, {QStringLiteral("file"), QStringLiteral("evidence/%1.txt").arg(n)},
                                    {QStringLiteral("sha256"), QString::fromLatin1(domain::sha256Hex(words))},
                                    {QStringLiteral("submittedAt"), QStringLiteral("2026-10-09T20:07:00+08:00")}});
        content.evidence.append({QStringLiteral("evidence/%1.txt").arg(n), words, {}, {}});
    }
    content.caseJson.insert(QStringLiteral("exhibits"), exhibits);
    note(content, "admit", {{QStringLiteral("bundle"), digestText(content.caseJson)}});
    QCOMPARE(misfitOf(desk, content), QString());
    const QString path = desk.path(QStringLiteral("misfit.arbcase"));
    const auto report = verifySealed(path);
    QVERIFY2(report, report ? "" : qPrintable(intake::describe(report.error())));
    QCOMPARE(report->files, qint64(507));
    const auto result = desk.import(path).constFirst();
    QVERIFY2(result.state == ImportState::Imported, qPrintable(intake::describe(result)));
    intake::ImportOptions narrow;
    narrow.limits.maxFiles = 499;
    IntakeDesk other;
    QCOMPARE(domain::toCode(other.import(path, narrow).constFirst().error->code), QStringLiteral("too_many_files"));
}

void TstBag::doesNotWriteDamagedEvidence()
{
    IntakeDesk desk;
    const BagContent content = sealedContent(desk);
    const QString object = content.evidence.at(1).path;
    QFile::setPermissions(object, QFile::ReadOwner | QFile::WriteOwner);
    writeFile(object, "bit rot");
    const QString path = desk.path(QStringLiteral("out.arbcase"));
    const auto written = writeBag(path, content);
    QVERIFY(!written);
    QCOMPARE(domain::toCode(written.error().code), QStringLiteral("digest_mismatch"));
    QCOMPARE(written.error().entry, QStringLiteral("data/evidence/photo.png"));
    QVERIFY(!QFile::exists(path));
}

void TstBag::leavesTheOldFileWhenItFails()
{
    IntakeDesk desk;
    BagContent content = sealedContent(desk);
    const QString path = desk.path(QStringLiteral("out.arbcase"));
    QVERIFY(writeBag(path, content));
    const QByteArray before = bytesOf(path);
    content.evidence.removeFirst(); // case.json still names it, so the check of what was written fails
    QVERIFY(!writeBag(path, content));
    QCOMPARE(bytesOf(path), before);
    QCOMPARE(QDir(desk.folder.path()).entryList({QStringLiteral("*arbcase*")}, QDir::Files | QDir::Hidden).size(), 1);
    const std::atomic_bool stop{true};
    const auto stopped = writeBag(path, sealedContent(desk), &stop);
    QVERIFY(!stopped);
    QCOMPARE(domain::toCode(stopped.error().code), QStringLiteral("stopped"));
    QCOMPARE(bytesOf(path), before);
    QCOMPARE(QDir(desk.folder.path()).entryList({QStringLiteral("*arbcase*")}, QDir::Files | QDir::Hidden).size(), 1);
    const auto nowhere = writeBag(desk.path(QStringLiteral("no/such/folder/x.arbcase")), sealedContent(desk));
    QVERIFY(!nowhere);
    QCOMPARE(domain::toCode(nowhere.error().code), QStringLiteral("write_failed"));
}

} // namespace arb::tests

QObject *make_tst_bag();
QObject *make_tst_bag()
{
    return new arb::tests::TstBag;
}

#include "tst_bag.moc"
