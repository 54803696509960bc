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

/// Notes, and exhibits that the desk made, in a sealed export: out, in again, and nothing that the record does not know.
class TstNotesPart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOutAndComesIn();
    void recordVouchesForNotes();
    void withheldNotesAreNamedAndNotTold();
    void derivedExhibitsComeAlong();
};

namespace {

void enterEntry(BagContent &content, const char *action, const QJsonObject &payload)
{
    const domain::AuditHead head = content.audit.isEmpty() ? domain::emptyAuditHead() : domain::headOf(content.audit.constLast());
    content.audit.append(domain::chain(head, Q_INT64_C(8'000'000'000'000'000'001), domain::UtcMs(1'791'766'700'000 + content.audit.size()),
                                       QStringLiteral("安"), QString::fromLatin1(action), payload));
}

/// T-1 with a note for the desk only and one that may be quoted.
BagContent notedContent(IntakeDesk &desk)
{
    BagContent content;
    content.caseJson = plainCase(QStringLiteral("T-1"));
    const QByteArray digest = desk.vault->putBytes(pictureBytes("T-1")).value();
    content.evidence = {{QStringLiteral("evidence/statement.txt"), statementBytes(), {}, {}},
                        {QStringLiteral("evidence/photo.png"), {}, desk.vault->pathOf(digest), digest}};
    enterEntry(content, "admit", {{QStringLiteral("bundle"), QString::fromLatin1(domain::sha256Hex(domain::canonicalJson(content.caseJson)))}});
    for (const auto visibility : {domain::NoteVisibility::DeskOnly, domain::NoteVisibility::MayBeQuoted}) {
        domain::DeskNote note{domain::NoteId(Q_INT64_C(7'512'345'678'901'234'500) + content.notes.size()), {}, {}, QStringLiteral("裂纹\n“here” @chen")};
        note.visibility = visibility;
        note.mentions = {QStringLiteral("chen")};
        domain::Citation place;
        place.fact = QStringLiteral("/order/paidFen");
        note.place = place;
        enterEntry(content, "note", {{QStringLiteral("note"), note.id.toString()}, {QStringLiteral("noteSha256"), QString::fromLatin1(domain::noteDigest(note))}});
        note.by = content.audit.constLast().actor;
        note.at = content.audit.constLast().at;
        content.notes.append(note);
    }
    return content;
}

/// Why a file of @p content does not hold together (what is written is read back like a stranger's); empty when it does.
QString faultOfImport(IntakeDesk &from, const BagContent &content)
{
    const QString path = from.path(QStringLiteral("try.arbcase"));
    if (const auto written = intake::writeBag(path, content); !written)
        return QString(domain::toCode(written.error().code) + u' ' + written.error().entry);
    return {};
}

} // namespace

void TstNotesPart::goesOutAndComesIn()
{
    IntakeDesk desk;
    const BagContent content = notedContent(desk);
    const QString path = desk.path(QStringLiteral("out.arbcase"));
    const auto written = intake::writeBag(path, content);
    QVERIFY2(written, written ? "" : qPrintable(intake::describe(written.error())));
    const auto result = desk.import(path).constFirst();
    QVERIFY2(result.state == ImportState::Imported, qPrintable(intake::describe(result)));
    const usecases::CaseRecord record = desk.record(QStringLiteral("T-1"));
    QCOMPARE(record.notes.size(), 2);
    for (qsizetype n = 0; n < 2; ++n) {
        domain::DeskNote note = record.notes.at(n);
        QVERIFY(note.author.isNull());
        note.id = content.notes.at(n).id; // ids are this desk's own
        QCOMPARE(note, content.notes.at(n));
    }
    // The admission fixes what came along, and the next export takes it along again.
    const QByteArray canonical = domain::canonicalJson(domain::notesToJson(content.notes));
    QVERIFY(record.audit.constFirst().payload.contains(QByteArray("\"notes\":\"" + domain::sha256Hex(canonical) + "\"")));
    QCOMPARE(usecases::vouchedNotes(record), record.notes);
    BagContent onward = content;
    onward.audit = record.audit;
    onward.earlier = record.earlier;
    onward.notes = record.notes;
    QCOMPARE(faultOfImport(desk, onward), QString());
}

void TstNotesPart::recordVouchesForNotes()
{
    IntakeDesk desk;
    const BagContent good = notedContent(desk);
    QCOMPARE(faultOfImport(desk, good), QString());
    const QString misfit = QStringLiteral("digest_mismatch data/notes.json");
    BagContent opened = good; // a note for the desk only is not opened up on the way
    opened.notes[0].visibility = domain::NoteVisibility::MayBeQuoted;
    QCOMPARE(faultOfImport(desk, opened), misfit);
    BagContent reworded = good;
    reworded.notes[1].text += QLatin1Char('!');
    QCOMPARE(faultOfImport(desk, reworded), misfit);
    BagContent renamed = good;
    renamed.notes[1].by = QStringLiteral("somebody");
    QCOMPARE(faultOfImport(desk, renamed), misfit);
    BagContent left = good;
    left.notes.removeLast();
    QCOMPARE(faultOfImport(desk, left), misfit);
    left.notes.clear();
    QCOMPARE(faultOfImport(desk, left), QStringLiteral("file_missing data/notes.json"));
    BagContent removed = good;
    enterEntry(removed, "note.remove", {{QStringLiteral("note"), good.notes.constFirst().id.toString()}});
    QCOMPARE(faultOfImport(desk, removed), misfit);
    removed.notes.removeFirst();
    QCOMPARE(faultOfImport(desk, removed), QString());
}

void TstNotesPart::withheldNotesAreNamedAndNotTold()
{
    IntakeDesk desk;
    BagContent content = notedContent(desk);
    content.notes[0].text = QStringLiteral("never-to-leave"); // what it says is not in the file, so its digest cannot be wrong
    content.withheldNotes = {content.notes.takeFirst().id};
    const QString path = desk.path(QStringLiteral("out.arbcase"));
    const auto written = intake::writeBag(path, content);
    QVERIFY2(written, written ? "" : qPrintable(intake::describe(written.error())));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("never-to-leave"));
    const auto result = desk.import(path).constFirst();
    QVERIFY2(result.state == ImportState::Imported, qPrintable(intake::describe(result)));
    const usecases::CaseRecord record = desk.record(QStringLiteral("T-1"));
    QCOMPARE(record.notes.size(), 1);
    QCOMPARE(record.notes.constFirst().visibility, domain::NoteVisibility::MayBeQuoted);

    BagContent all = content; // nothing is told
    all.withheldNotes.append(all.notes.takeFirst().id);
    QCOMPARE(faultOfImport(desk, all), QString());
    const QString misfit = QStringLiteral("digest_mismatch data/notes.json");
    BagContent silent = content; // left out, and nobody says so
    silent.withheldNotes.clear();
    QCOMPARE(faultOfImport(desk, silent), misfit);
    BagContent invented = content; // the record knows of no such note
    invented.withheldNotes.append(domain::NoteId(77));
    QCOMPARE(faultOfImport(desk, invented), misfit);
    BagContent removed = content; // what was taken away is not withheld
    enterEntry(removed, "note.remove", {{QStringLiteral("note"), content.withheldNotes.constFirst().toString()}});
    QCOMPARE(faultOfImport(desk, removed), misfit);
}

void TstNotesPart::derivedExhibitsComeAlong()
{
    IntakeDesk desk;
    BagContent content = notedContent(desk);
    const QByteArray made = desk.vault->putBytes(pictureBytes("made")).value();
    QJsonArray exhibits = content.caseJson.value(QStringLiteral("exhibits")).toArray();
    domain::Exhibit exhibit;
    exhibit.id = QStringLiteral("d1");
    exhibit.party = domain::Party::Buyer;
    exhibit.file = QStringLiteral("evidence/derived-d1.png");
    exhibit.sha256 = made;
    exhibit.caption = QStringLiteral("x");
    exhibit.submittedAt = domain::UtcMs(1'791'766'700'000);
    domain::Derivation from;
    from.exhibit = exhibits.at(0).toObject().value(QStringLiteral("id")).toString();
    from.sha256 = QByteArray(64, 'a');
    from.how = domain::DerivedHow::Crop;
    from.region = QRect(0, 0, 1, 1);
    from.tool = QStringLiteral("arbiter 1");
    exhibit.derivedFrom = from;
    exhibits.append(domain::toJson(exhibit));
    content.caseJson.insert(QStringLiteral("exhibits"), exhibits);
    content.evidence.append({exhibit.file, {}, desk.vault->pathOf(made), made});
    BagContent unknown = content; // the record knows nothing of it
    QCOMPARE(faultOfImport(desk, unknown), QStringLiteral("digest_mismatch data/case.json"));
    enterEntry(content, "derive", {{QStringLiteral("exhibit"), exhibit.id},
                                   {QStringLiteral("exhibitSha256"), QString::fromLatin1(domain::sha256Hex(domain::canonicalJson(domain::toJson(exhibit))))}});
    const QString path = desk.path(QStringLiteral("out.arbcase"));
    const auto written = intake::writeBag(path, content);
    QVERIFY2(written, written ? "" : qPrintable(intake::describe(written.error())));
    const auto result = desk.import(path).constFirst();
    QVERIFY2(result.state == ImportState::Imported, qPrintable(intake::describe(result)));
    const usecases::CaseRecord record = desk.record(QStringLiteral("T-1"));
    const domain::Exhibit *found = domain::findExhibit(record.file, QStringLiteral("d1"));
    QVERIFY(found);
    QCOMPARE(found->derivedFrom, std::optional(from));
    QVERIFY(record.file.otherFacts.isEmpty()); // it is no key that nobody knows
}

QObject *make_tst_notespart();
QObject *make_tst_notespart()
{
    return new TstNotesPart;
}

#include "tst_notespart.moc"
