// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundlemaker.h"
#include "intakedesk.h"

#include <intake/bagwriter.h>

#include <domain/canonicaljson.h>

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace arb;
using namespace arb::tests;
using intake::BagContent;
using intake::ImportState;

/// Marks, views and pairs in a sealed export: out, in again, and nothing that the record does not know.
class TstExaminationPart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOutAndComesIn();
    void goesOnFromDeskToDesk();
    void recordVouchesForMarks();
    void refusesBadOnes_data();
    void refusesBadOnes();
    void oldExportsHaveNone();
    void oldTextsThatSayNothingComeIn();
};

namespace {

void enter(BagContent &content, const char *action, const QJsonObject &payload)
{
    const domain::AuditHead head = content.audit.isEmpty() ? domain::emptyAuditHead() : domain::headOf(content.audit.constLast());
    content.audit.append(domain::chain(head, Q_INT64_C(8'000'000'000'000'000'001), domain::UtcMs(1'791'766'800'000 + content.audit.size()),
                                       QStringLiteral("安"), QString::fromLatin1(action), payload));
}

void enterMark(BagContent &content, domain::Mark &mark)
{
    enter(content, "mark.add", {{QStringLiteral("mark"), mark.id.toString()}, {QStringLiteral("markSha256"), QString::fromLatin1(domain::markDigest(mark))}});
    mark.byName = QStringLiteral("安");
    mark.at = content.audit.constLast().at;
}

/// The picture's id in plainCase().
QString pictureId(const QJsonObject &caseJson)
{
    for (const QJsonValue &exhibit : caseJson.value(QStringLiteral("exhibits")).toArray()) {
        if (exhibit.toObject().value(QStringLiteral("file")).toString() == u"evidence/photo.png")
            return exhibit.toObject().value(QStringLiteral("id")).toString();
    }
    return {};
}

/// T-1 with a mark, a view and a pair on its picture.
BagContent markedContent(IntakeDesk &desk)
{
    BagContent content;
    content.caseJson = plainCase(QStringLiteral("T-1"));
    const QByteArray digest = desk.vault->putBytes(pictureBytes("T-1")).value();
    content.evidence = {{QStringLiteral("evidence/statement.txt"), statementBytes(), {}, {}},
                        {QStringLiteral("evidence/photo.png"), {}, desk.vault->pathOf(digest), digest}};
    enter(content, "admit", {{QStringLiteral("bundle"), QString::fromLatin1(domain::sha256Hex(domain::canonicalJson(content.caseJson)))}});
    const QString picture = pictureId(content.caseJson);
    domain::Mark mark;
    mark.id = domain::MarkId(Q_INT64_C(7'512'345'678'901'234'567));
    mark.exhibit = picture;
    mark.sha256 = digest;
    mark.points = {{0, 0}, {1, 1}};
    mark.note = QStringLiteral("裂纹\n“here”");
    mark.view.zoom = 2.5;
    enterMark(content, mark);
    content.examination.marks = {mark};
    content.examination.views = {{picture, digest, 0, mark.view}};
    domain::PairView pair;
    pair.left = pair.right = picture;
    pair.leftSha256 = pair.rightSha256 = digest;
    pair.swapped = true;
    pair.pins = {{{0.5, 0.5}, {0.25, 1}}};
    pair.tie = domain::FilmTie{12'400'000, -3'160'000, 5'000'000};
    content.examination.pairs = {pair};
    enter(content, "export", {});
    content.at = domain::UtcMs(1'791'766'800'000);
    return content;
}

QString faultOfWriting(IntakeDesk &desk, const BagContent &content)
{
    const auto written = intake::writeBag(desk.path(QStringLiteral("faulty.arbcase")), content);
    return written ? QString() : QString(domain::toCode(written.error().code) + u' ' + written.error().entry);
}

domain::Examination keptIn(IntakeDesk &desk)
{
    return *desk.store.examination(desk.record(QStringLiteral("T-1")).header.id, domain::PersonId(5));
}

} // namespace

void TstExaminationPart::goesOutAndComesIn()
{
    IntakeDesk desk;
    const BagContent content = markedContent(desk);
    const QString path = desk.path(QStringLiteral("out.arbcase"));
    const auto written = intake::writeBag(path, content);
    QVERIFY2(written, written ? "" : qPrintable(intake::describe(written.error())));
    const QByteArray canonical = domain::canonicalJson(domain::toJson(content.examination));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains(QByteArray(canonical + "\n"))); // nothing is compressed
    const auto report = intake::verifySealed(path);
    QVERIFY(report);
    QCOMPARE(report->auditEntries, 3);

    const auto result = desk.import(path).constFirst();
    QVERIFY2(result.state == ImportState::Imported, qPrintable(intake::describe(result)));
    QCOMPARE(domain::canonicalJson(domain::toJson(keptIn(desk))), canonical);
    QVERIFY(keptIn(desk).marks.first().by.isNull());
    // The admission fixes what came along.
    const QByteArray admission = desk.record(QStringLiteral("T-1")).audit.constFirst().payload;
    QVERIFY(admission.contains(QByteArray("\"examination\":\"" + domain::sha256Hex(canonical) + "\"")));
}

void TstExaminationPart::goesOnFromDeskToDesk()
{
    IntakeDesk desk;
    BagContent content = markedContent(desk);
    const QString path = desk.path(QStringLiteral("out.arbcase"));
    QVERIFY(intake::writeBag(path, content));
    QCOMPARE(desk.import(path).constFirst().state, ImportState::Imported);
    const usecases::CaseRecord record = desk.record(QStringLiteral("T-1"));
    content.audit = record.audit;
    content.earlier = record.earlier;
    content.examination = keptIn(desk);
    QCOMPARE(faultOfWriting(desk, content), QString());
    // A mark that was removed there does not come back.
    content.audit.append(domain::chain(domain::headOf(content.audit.constLast()), record.header.id.value(), domain::UtcMs(1'791'766'900'000),
                                       QStringLiteral("安"), QStringLiteral("mark.remove"),
                                       {{QStringLiteral("mark"), content.examination.marks.first().id.toString()}}));
    QCOMPARE(faultOfWriting(desk, content), QStringLiteral("digest_mismatch data/examination.json"));
    content.examination.marks.clear();
    QCOMPARE(faultOfWriting(desk, content), QString());
}

void TstExaminationPart::recordVouchesForMarks()
{
    IntakeDesk desk;
    const BagContent good = markedContent(desk);
    const QString misfit = QStringLiteral("digest_mismatch data/examination.json");
    BagContent moved = good;
    moved.examination.marks[0].points[1] = {2, 2};
    QCOMPARE(faultOfWriting(desk, moved), misfit);
    BagContent renamed = good;
    renamed.examination.marks[0].byName = QStringLiteral("somebody");
    QCOMPARE(faultOfWriting(desk, renamed), misfit);
    BagContent added = good;
    added.examination.marks.append(good.examination.marks.first());
    added.examination.marks[1].id = domain::MarkId(8);
    QCOMPARE(faultOfWriting(desk, added), misfit);
    BagContent left = good;
    left.examination.marks.clear();
    QCOMPARE(faultOfWriting(desk, left), misfit);
    left.examination = {};
    QCOMPARE(faultOfWriting(desk, left), QStringLiteral("file_missing data/examination.json"));
    BagContent removed = good;
    enter(removed, "mark.remove", {{QStringLiteral("mark"), good.examination.marks.first().id.toString()}});
    QCOMPARE(faultOfWriting(desk, removed), misfit);
    removed.examination.marks.clear();
    QCOMPARE(faultOfWriting(desk, removed), QString());
    BagContent corrected = good;
    domain::Mark &mark = corrected.examination.marks[0];
    const QString before = mark.id.toString();
    mark.id = domain::MarkId(mark.id.value() + 1);
    mark.points[1] = {2, 2};
    enter(corrected, "mark.correct", {{QStringLiteral("mark"), mark.id.toString()}, {QStringLiteral("corrects"), before},
                                      {QStringLiteral("markSha256"), QString::fromLatin1(domain::markDigest(mark))}});
    mark.byName = corrected.audit.constLast().actor;
    mark.at = corrected.audit.constLast().at;
    QCOMPARE(faultOfWriting(desk, corrected), QString());
    corrected.examination.marks.append(good.examination.marks.first()); // what was corrected does not come back
    QCOMPARE(faultOfWriting(desk, corrected), misfit);
    BagContent unrecorded = good;
    unrecorded.audit.clear();
    QCOMPARE(faultOfWriting(desk, unrecorded), QStringLiteral("file_missing data/audit.jsonl"));
}

void TstExaminationPart::refusesBadOnes_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    const QString shape = QStringLiteral("schema_violation");
    const QByteArray digest = domain::sha256Hex(pictureBytes("T-1"));
    QTest::newRow("other bytes") << QByteArray("\"sha256\":\"" + digest) << QByteArray("\"sha256\":\"" + QByteArray(64, 'e')) << shape << QStringLiteral("/marks/0/sha256");
    QTest::newRow("no such exhibit") << QByteArray("\"left\":{\"exhibit\":\"") << QByteArray("\"left\":{\"exhibit\":\"z") << shape << QStringLiteral("/pairs/0/left/sha256");
    QTest::newRow("shape") << QByteArray("\"rectangle\"") << QByteArray("\"circle\"") << shape << QStringLiteral("/marks/0/shape");
    QTest::newRow("range") << QByteArray("\"gainPercent\":100") << QByteArray("\"gainPercent\":99") << shape << QStringLiteral("/pairs/0/gainPercent");
    QTest::newRow("fraction") << QByteArray("\"zoom\":2500000000") << QByteArray("\"zoom\":2500000000.5") << shape << QStringLiteral("/zoom");
    QTest::newRow("key") << QByteArray("\"linked\"") << QByteArray("\"likned\"") << shape << QStringLiteral("/pairs/0/likned");
    QTest::newRow("format") << QByteArray("\"format\":1") << QByteArray("\"format\":2") << shape << QStringLiteral("/format");
    QTest::newRow("no JSON") << QByteArray("\"format\":1") << QByteArray("\"format\":1,") << QStringLiteral("bad_json") << QString();
}

void TstExaminationPart::refusesBadOnes()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, code);
    QFETCH(QString, place);
    IntakeDesk desk;
    BagContent content = markedContent(desk);
    QByteArray text = domain::canonicalJson(domain::toJson(content.examination));
    QVERIFY(text.contains(from));
    text.replace(from, to);
    content.examination = {};
    content.letters = {{QStringLiteral("examination.json"), text, {}, {}}}; // as it stands
    const auto written = intake::writeBag(desk.path(QStringLiteral("bad.arbcase")), content);
    QVERIFY(!written);
    QCOMPARE(domain::toCode(written.error().code), code);
    QCOMPARE(written.error().entry, QStringLiteral("data/examination.json"));
    QVERIFY2(written.error().detail.contains(place), qPrintable(written.error().detail));
    QCOMPARE(desk.cases(), 0);
}

void TstExaminationPart::oldExportsHaveNone()
{
    IntakeDesk desk;
    BagContent content = markedContent(desk);
    content.examination = {};
    content.audit.clear();
    enter(content, "admit", {{QStringLiteral("bundle"), QString::fromLatin1(domain::sha256Hex(domain::canonicalJson(content.caseJson)))}});
    QCOMPARE(faultOfWriting(desk, content), QString());
    QCOMPARE(desk.import(desk.path(QStringLiteral("faulty.arbcase"))).constFirst().state, ImportState::Imported);
    QVERIFY(keptIn(desk).isEmpty());
    QVERIFY(!desk.record(QStringLiteral("T-1")).audit.constFirst().payload.contains("\"examination\""));
}

/// Earlier versions let a text mark be empty; the record vouches for it and a ruling may cite it.
void TstExaminationPart::oldTextsThatSayNothingComeIn()
{
    IntakeDesk desk;
    BagContent content = markedContent(desk);
    domain::Mark text = content.examination.marks.first();
    text.id = domain::MarkId(text.id.value() + 1);
    text.shape = domain::MarkShape::Text;
    text.points = {{1, 0}};
    text.note.clear();
    enterMark(content, text);
    content.examination.marks.append(text);
    const QString path = desk.path(QStringLiteral("old.arbcase"));
    const auto written = intake::writeBag(path, content);
    QVERIFY2(written, written ? "" : qPrintable(intake::describe(written.error())));
    const auto result = desk.import(path).constFirst();
    QVERIFY2(result.state == ImportState::Imported, qPrintable(intake::describe(result)));
    QCOMPARE(result.emptyTexts.size(), 1);
    QCOMPARE(result.emptyTexts.constFirst().exhibit, text.exhibit);
    QCOMPARE(result.emptyTexts.constFirst().place, QStringLiteral("/marks/1"));
    QVERIFY2(intake::describe(result).contains(text.exhibit + QStringLiteral(" (/marks/1)")), qPrintable(intake::describe(result)));
    // What cites it names its id, its place and what it shows: all as it was.
    const QList<domain::Mark> kept = keptIn(desk).marks;
    QCOMPARE(kept.size(), 2);
    QCOMPARE(kept.last().id, text.id);
    QCOMPARE(kept.last().bounds(), text.bounds());
    QCOMPARE(domain::markDigest(kept.last()), domain::markDigest(text));
    // It goes on to the next desk, too.
    const usecases::CaseRecord record = desk.record(QStringLiteral("T-1"));
    content.audit = record.audit;
    content.earlier = record.earlier;
    content.examination = keptIn(desk);
    QCOMPARE(faultOfWriting(desk, content), QString());
    QVERIFY(desk.import(path).constFirst().emptyTexts.isEmpty()); // present already: nothing came in
}

QObject *make_tst_examinationpart();
QObject *make_tst_examinationpart()
{
    return new TstExaminationPart;
}

#include "tst_examinationpart.moc"
