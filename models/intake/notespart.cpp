// SPDX-License-Identifier: GPL-3.0-or-later
#include "notespart.h"

#include "casetext.h"
#include "seal.h"

#include <domain/casejson.h>

#include <QtCore/QHash>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

namespace arb::intake {

using domain::Failure;

namespace {

constexpr JsonLimits notesLimits{.maxBytes = 32 * 1024 * 1024, .maxDepth = 16, .maxValues = 500'000};

const QString &notesName()
{
    static const QString name = QStringLiteral("data/notes.json");
    return name;
}

/// What the record says of notes.
struct NoteRecord
{
    struct Written
    {
        QByteArray sha256;
        QString by;
        domain::UtcMs at;
    };
    QHash<QString, Written> standing; ///< by id
    QSet<QString> removed;
    bool someCameAlong = false; ///< with an earlier import; those are fixed there
};

NoteRecord noteRecordOf(const QList<domain::AuditEntry> &audit)
{
    NoteRecord record;
    for (const domain::AuditEntry &entry : audit) {
        const QJsonObject payload = QJsonDocument::fromJson(entry.payload).object();
        const QString note = payload.value(QLatin1StringView("note")).toString();
        if (entry.action == u"admit") {
            record.someCameAlong = record.someCameAlong || payload.contains(QLatin1StringView("notes"));
        } else if (entry.action == u"note" && payload.contains(QLatin1StringView("noteSha256"))) { // older programs sent no notes along
            record.standing.insert(note, {payload.value(QLatin1StringView("noteSha256")).toString().toLatin1(), entry.actor, entry.at});
        } else if (entry.action == u"note.remove") {
            record.standing.remove(note);
            record.removed.insert(note);
        }
    }
    return record;
}

/// Every note that stands in @p record is told as it was written, or said to be withheld.
bool isNoteVouchedFor(const domain::NotesFile &file, NoteRecord record)
{
    const auto cameAlong = [&record](const QString &id) { return record.someCameAlong && !record.removed.contains(id); };
    for (const domain::DeskNote &note : file.notes) {
        const QString id = note.id.toString();
        const auto written = record.standing.constFind(id);
        if (written == record.standing.cend()) {
            if (!cameAlong(id))
                return false;
            continue;
        }
        if (written->sha256 != domain::noteDigest(note) || written->by != note.by || written->at != note.at)
            return false;
        record.standing.erase(written);
    }
    for (const domain::NoteId id : file.withheld) {
        if (!record.standing.remove(id.toString()) && !cameAlong(id.toString()))
            return false;
    }
    return record.standing.isEmpty(); // none was left out in silence
}

} // namespace

Taken readNotesPart(BundleSource &source, const Bag &bag, ReadCase &result)
{
    const NoteRecord record = noteRecordOf(result.audit);
    if (!source.has(notesName())) {
        if (record.standing.isEmpty())
            return {};
        return Failure{IntakeError{IntakeFault::FileMissing, notesName(), QStringLiteral("data/audit.jsonl")}};
    }
    if (result.audit.isEmpty()) // nothing vouches for it
        return Failure{IntakeError{IntakeFault::FileMissing, QStringLiteral("data/audit.jsonl"), notesName()}};
    const auto bytes = readListed(source, bag, notesName(), notesLimits.maxBytes);
    if (!bytes)
        return Failure{bytes.error()};
    const auto document = readObject(*bytes, notesName(), notesLimits);
    if (!document)
        return Failure{document.error()};
    auto read = domain::notesFromJson(document->object());
    if (!read)
        return Failure{violation(notesName(), {read.error().pointer, read.error().expected})};
    if (!isNoteVouchedFor(*read, record))
        return Failure{IntakeError{IntakeFault::DigestMismatch, notesName(), QStringLiteral("data/audit.jsonl")}};
    result.notes = std::move(read).value().notes;
    return {};
}

} // namespace arb::intake
