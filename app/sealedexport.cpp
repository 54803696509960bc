// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealedexport.h"

#include <intake/bagwriter.h>

#include <presentation/errortext.h>

#include <domain/casejson.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QSet>

namespace arb::app {

using domain::Failure;

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// case.json as handed in, personal data back in, what came later appended; and the files it names.
intake::BagContent contentOf(const usecases::CaseRecord &record, const domain::Examination &examination, DeskNotes deskNotes, intake::Vault &vault,
                             domain::UtcMs now)
{
    intake::BagContent content;
    content.at = now;
    content.caseJson = domain::withPersonalData(record.file.document, domain::personalData(record.file));
    QJsonArray exhibits = content.caseJson.value(QLatin1String("exhibits")).toArray();
    QSet<QString> ids, packed;
    for (const QJsonValue &value : exhibits)
        ids.insert(value.toObject().value(QLatin1String("id")).toString());
    for (const domain::Exhibit &exhibit : record.file.exhibits) {
        // A listing's picture stands in the listing; it became an exhibit when the case came in.
        if (!ids.contains(exhibit.id) && !domain::isListingPicture(record.file, exhibit))
            exhibits.append(domain::toJson(exhibit));
        if (!packed.contains(exhibit.file))
            content.evidence.append({exhibit.file, {}, vault.pathOf(exhibit.sha256), exhibit.sha256});
        packed.insert(exhibit.file);
    }
    content.caseJson.insert(QStringLiteral("exhibits"), exhibits);
    if (const usecases::RulingRow *ruling = record.rulingInForce())
        content.ruling = domain::toJson(ruling->ruling);
    content.audit = record.audit;
    content.earlier = record.earlier;
    content.examination = examination;
    for (const domain::DeskNote &note : usecases::vouchedNotes(record)) {
        if (deskNotes == DeskNotes::StayHere && note.visibility == domain::NoteVisibility::DeskOnly)
            content.withheldNotes.append(note.id);
        else
            content.notes.append(note);
    }
    return content;
}

struct Reading
{
    usecases::CaseRecord record;
    domain::Examination examination;
};

/// Both as they are at one moment: a mark that somebody makes in between would be in one of them only.
usecases::Stored<Reading> readTogether(const usecases::Desk &desk, domain::CaseId id, domain::PersonId whose)
{
    constexpr int tries = 8;
    for (int n = 1;; ++n) {
        auto record = desk.cases.record(id);
        if (!record)
            return Failure{record.error()};
        auto examination = desk.examination.examination(id, whose);
        if (!examination)
            return Failure{examination.error()};
        const auto after = desk.cases.header(id);
        if (!after)
            return Failure{after.error()};
        if (after->audit == record->header.audit)
            return Reading{std::move(record).value(), std::move(examination).value()};
        if (n == tries)
            return Failure{usecases::StoreError::Busy};
    }
}

} // namespace

domain::Result<SealedFile, QString> exportSealed(Workspace &space, const usecases::Command &command, domain::CaseId id, const QString &path,
                                                 DeskNotes deskNotes, const std::atomic_bool *stop)
{
    const usecases::Desk desk = space.desk();
    usecases::CaseCommands commands(desk);
    if (const auto noted = commands.exporting(command, id); !noted)
        return Failure{presentation::errorText(noted.error())};
    const auto read = readTogether(desk, id, command.actor.person.id);
    if (!read)
        return Failure{presentation::errorText(usecases::CommandError(read.error()))};
    const auto vault = space.vault().real();
    if (!vault)
        return Failure{presentation::vaultText(vault.error())};
    const intake::BagContent content = contentOf(read->record, read->examination, deskNotes, **vault, desk.clock.now());
    const auto written = intake::writeBag(path, content, stop);
    if (!written)
        return Failure{CliWords::tr("%1 was not written: %2").arg(path, intake::describe(written.error()))};
    return SealedFile{*written, content.withheldNotes.size()};
}

} // namespace arb::app
