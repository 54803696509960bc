// SPDX-License-Identifier: GPL-3.0-or-later
// Exhibits that the desk makes of others, and notes: what people at the desk add to a case.
#include <usecases/casecommands.h>
#include <usecases/examination.h>
#include <usecases/filmplaces.h>

#include "citedplaces.h"
#include "newexhibit.h"

#include <domain/canonicaljson.h>
#include <domain/outcomes.h>

#include <QtCore/QJsonDocument>
#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <algorithm>

#include <unistd.h>

namespace arb::usecases {

using domain::Failure;

namespace {

/// A frame is of a film, a page of a document; a crop has its region inside what it was cut of, where that is known.
bool isPlaceIn(const domain::Derivation &place, const domain::Exhibit &source)
{
    using domain::ExhibitKind;
    const bool isFilm = source.kind == ExhibitKind::Video, isDocument = source.kind == ExhibitKind::Document;
    if (!isFilm && !isDocument && source.kind != ExhibitKind::Image)
        return false;
    if (place.frame.has_value() != isFilm || place.pts.has_value() != isFilm || place.page.has_value() != isDocument)
        return false;
    if (isFilm && !domain::liesInFilm({*place.frame, *place.pts, *place.frame, *place.pts}, source.facts))
        return false;
    const QJsonValue pages = source.facts.value(QLatin1StringView("pages"));
    if (isDocument && (*place.page < 1 || (pages.isDouble() && *place.page > pages.toInteger())))
        return false;
    const QSize size = markedSize(source, place.page.value_or(0));
    if (place.region && (place.region->isEmpty() || (!size.isEmpty() && !QRect(QPoint(), size).contains(*place.region))))
        return false;
    switch (place.how) {
    case domain::DerivedHow::Frame: return isFilm && !place.region;
    case domain::DerivedHow::Crop: return place.region.has_value();
    case domain::DerivedHow::Ocr: return true;
    }
    return false;
}

/// "0:12.400", "1:02:03.040": from the film's first frame.
QString placeTime(qint64 us)
{
    const qint64 ms = std::max<qint64>(0, us / 1000), minutes = ms / 60'000;
    const QString tail = QStringLiteral("%1.%2").arg(ms / 1000 % 60, 2, 10, QLatin1Char('0')).arg(ms % 1000, 3, 10, QLatin1Char('0'));
    return minutes < 60 ? QStringLiteral("%1:%2").arg(minutes).arg(tail)
                        : QStringLiteral("%1:%2:%3").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0')).arg(tail);
}

/// A caption that reads the same in every language: the source and the place in it, "B2 0:12.400" or "A1 p3 120x40+300+200"; of what a
/// machine read there, "OCR A1".
QString placeCaption(const domain::Derivation &place, const domain::Exhibit &source)
{
    QStringList parts{source.id};
    if (place.how == domain::DerivedHow::Ocr)
        parts.prepend(QStringLiteral("OCR"));
    if (place.page)
        parts.append(QStringLiteral("p%1").arg(*place.page));
    if (place.pts)
        parts.append(placeTime(*place.pts - source.facts.value(QLatin1StringView("firstPtsUs")).toInteger()));
    if (place.region)
        parts.append(QStringLiteral("%1x%2+%3+%4").arg(place.region->width()).arg(place.region->height()).arg(place.region->x()).arg(place.region->y()));
    return parts.join(u' ');
}

/// What stands there is shown to nobody when the vault has lost the file or has other bytes for it. A vault that cannot be asked
/// speaks against nothing.
Done<void> fileStands(EvidenceVault &vault, const domain::Exhibit &exhibit)
{
    const auto opened = vault.open(exhibit.sha256); // which compares the digest
    if (opened) {
        ::close(*opened);
        return {};
    }
    if (opened.error() == VaultError::Damaged)
        return Failure{CommandError(CommandFault::FileAltered, exhibit.id)};
    if (opened.error() == VaultError::Missing && !vault.contains(exhibit.sha256))
        return Failure{CommandError(CommandFault::FileLost, exhibit.id)};
    return {};
}

/// Does the case have what @p place names, and the file of the exhibit? Then the digest of what is there is in it afterwards, and of a
/// film both the frames and their times.
Done<domain::Citation> pinnedPlace(const CommandStep &step, domain::Citation place, const domain::CaseFile &file)
{
    QString stranger;
    bool isStrange = false;
    for (const domain::RulingFault &fault : domain::checkCitation(place, file)) {
        if (fault.problem == domain::RulingProblem::CitationDigestDiffers)
            return Failure{CommandError(CommandFault::MarkOnOtherBytes)};
        isStrange = true;
        stranger = fault.where;
    }
    if (isStrange)
        return Failure{CommandError(CommandFault::BadValue, (place.exhibit.isEmpty() ? place.message : place.exhibit) + stranger)};
    if (const domain::Exhibit *exhibit = domain::findExhibit(file, place.exhibit)) {
        if (const auto stands = fileStands(step.desk.vault, *exhibit); !stands)
            return Failure{stands.error()};
    }
    if (const auto fault = CitedFiles(step.desk, file).settle(place))
        return Failure{placeRefused(place.exhibit, *fault)};
    place.sha256 = domain::placeDigest(place, file);
    return place;
}

/// Tells those whom @p note mentions; its writer names themselves in vain. Names of nobody go into the answer.
Done<void> tellMentioned(CommandStep &step, DeskNote &note)
{
    if (!note.text.contains(u'@'))
        return {};
    const auto people = step.desk.store.people();
    if (!people)
        return Failure{CommandError(people.error())};
    QStringList names;
    for (const Person &person : *people) {
        if (permitted(Actor{.person = person}, Permission::ReadCases))
            names.append(person.name);
    }
    note.mentions = domain::mentionsIn(note.text, names);
    step.receipt.strayNames = domain::strayMentionsIn(note.text, names);
    for (const Person &person : *people) {
        if (note.mentions.contains(person.name))
            step.notify(person.id, NoticeKind::Mentioned);
    }
    return {};
}

} // namespace

Done<Receipt> CaseCommands::derive(const Command &command, domain::CaseId id, const SupplementFile &file)
{
    if (!file.derivedFrom)
        return Failure{CommandError(CommandFault::BadValue, QStringLiteral("derivedFrom"))};
    if (command.actor.person.id.isNull())
        return Failure{CommandError(CommandFault::PersonNeeded)};
    const domain::Derivation &from = *file.derivedFrom;
    const QJsonObject arguments{{QStringLiteral("derivedFrom"), domain::toJson(from)},
                                {QStringLiteral("kind"), domain::toCode(file.kind)},
                                {QStringLiteral("sha256"), QString::fromLatin1(file.sha256)}};
    FileOnce bytes(m_desk.vault, file);
    auto done = run(command, id, "derive", arguments, [&](CommandStep &step) -> Done<void> {
        if (!ExaminationCommands::mayMark(step.command.actor))
            return Failure{CommandError(CommandFault::NotAllowed)};
        if (!domain::isOpen(step.header.state))
            return step.notInThisState();
        const auto record = step.record();
        if (!record)
            return Failure{record.error()};
        const domain::Exhibit *source = domain::findExhibit(record->file, from.exhibit);
        const bool rightKind = file.kind == (from.how == domain::DerivedHow::Ocr ? domain::ExhibitKind::Text : domain::ExhibitKind::Image);
        if (!source || !rightKind || !isPlaceIn(from, *source))
            return Failure{CommandError(CommandFault::BadValue, from.exhibit)};
        if (source->sha256 != from.sha256)
            return Failure{CommandError(CommandFault::MarkOnOtherBytes)};
        SupplementFile made = file;
        made.party = source->party;
        if (made.caption.isEmpty())
            made.caption = placeCaption(from, *source);
        made.element.clear(); // nobody handed it in: it answers nothing that was asked for
        const auto exhibit = exhibitOf(step, record->file, made);
        if (!exhibit)
            return Failure{exhibit.error()};
        addExhibit(step, *exhibit);
        step.receipt.exhibit = exhibit->id;
        return bytes.putIn();
    });
    bytes.ended(done);
    return done;
}

Done<Receipt> CaseCommands::note(const Command &command, domain::CaseId id, const NoteWish &wish)
{
    if (wish.text.trimmed().isEmpty())
        return Failure{CommandError(CommandFault::TextMissing)};
    if (wish.text.size() > domain::longestNote)
        return Failure{CommandError(CommandFault::BadValue, QString(wish.text.left(40) + u'…'))};
    QJsonObject arguments{{QStringLiteral("sha256"), QString::fromLatin1(domain::sha256Hex(wish.text.toUtf8()))}};
    if (wish.visibility != domain::NoteVisibility::DeskOnly)
        arguments.insert(QStringLiteral("visibility"), domain::toCode(wish.visibility));
    if (wish.place)
        arguments.insert(QStringLiteral("placeSha256"), QString::fromLatin1(domain::sha256Hex(domain::canonicalJson(domain::toJson(*wish.place)))));
    return run(command, id, "note", arguments, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Park); !allowed)
            return allowed;
        DeskNote note{domain::NoteId(step.desk.ids.next(step.now)), step.now, step.command.actor.name(), wish.text};
        note.visibility = wish.visibility;
        note.author = step.me();
        if (wish.place) {
            const auto record = step.record();
            if (!record)
                return Failure{record.error()};
            const auto place = pinnedPlace(step, *wish.place, record->file);
            if (!place)
                return Failure{place.error()};
            note.place = *place;
        }
        if (const auto told = tellMentioned(step, note); !told)
            return told;
        step.payload.insert(QStringLiteral("note"), note.id.toString());
        step.payload.insert(QStringLiteral("noteSha256"), QString::fromLatin1(domain::noteDigest(note)));
        step.receipt.note = note.id;
        step.transition.note = note;
        return {};
    });
}

Done<Receipt> CaseCommands::removeNote(const Command &command, domain::CaseId id, domain::NoteId note)
{
    if (command.actor.person.id.isNull())
        return Failure{CommandError(CommandFault::PersonNeeded)};
    return run(command, id, "note.remove", {{QStringLiteral("note"), note.toString()}}, [&](CommandStep &step) -> Done<void> {
        if (const auto allowed = step.need(Permission::Park); !allowed)
            return allowed;
        const auto record = step.record();
        if (!record)
            return Failure{record.error()};
        const auto found = std::ranges::find(record->notes, note, &DeskNote::id);
        if (found == record->notes.cend())
            return Failure{CommandError(CommandFault::NoSuchNote, note.toString())};
        if (found->author != step.me() && step.command.actor.person.role != Role::Supervisor) {
            CommandError error(CommandFault::NotYourNote);
            error.who = found->by;
            return Failure{error};
        }
        step.transition.noteRemoval = NoteRemoval{note, step.me(), step.now};
        return {};
    });
}

QList<DeskNote> vouchedNotes(const CaseRecord &record)
{
    QSet<QString> written;
    bool someCameAlong = false;
    for (const domain::AuditEntry &entry : record.audit) {
        const QJsonObject payload = QJsonDocument::fromJson(entry.payload).object();
        if (entry.action == u"note" && payload.contains(QLatin1StringView("noteSha256")))
            written.insert(payload.value(QLatin1StringView("note")).toString());
        someCameAlong = someCameAlong || (entry.action == u"admit" && payload.contains(QLatin1StringView("notes")));
    }
    // What stands beside an act (a reason, a party's words) is in no entry by its id and never left the house.
    QList<DeskNote> notes;
    for (const DeskNote &note : record.notes) {
        const bool beforeAdmission = someCameAlong && !record.audit.isEmpty() && note.at <= record.audit.constFirst().at;
        if (written.contains(note.id.toString()) || beforeAdmission)
            notes.append(note);
    }
    return notes;
}

} // namespace arb::usecases
