// SPDX-License-Identifier: GPL-3.0-or-later
#include "casereader.h"

#include "rows.h"

#include <domain/casejson.h>

namespace arb::storage {

namespace {

domain::Exhibit readExhibit(const Row &row)
{
    domain::Exhibit exhibit;
    exhibit.id = row.text(0);
    exhibit.party = row.code<domain::Party>(1);
    exhibit.kind = row.code<domain::ExhibitKind>(2);
    exhibit.file = row.text(3);
    exhibit.sha256 = row.utf8(4);
    exhibit.caption = row.text(5);
    exhibit.element = row.text(6);
    exhibit.submittedAt = row.time(7);
    exhibit.size = row.integer(8);
    exhibit.facts = jsonObject(row.utf8(9));
    if (const QByteArray from = row.utf8(10); !from.isEmpty()) {
        const auto read = domain::derivationFromJson(jsonObject(from));
        if (!read)
            throw DbError{}; // somebody else wrote the database
        exhibit.derivedFrom = *read;
    }
    return exhibit;
}

} // namespace

usecases::DeskNote readNote(const Row &row)
{
    usecases::DeskNote note{row.id<domain::NoteId>(0), row.time(1), row.text(2), row.text(3)};
    if (const QByteArray place = row.utf8(4); !place.isEmpty()) {
        const auto read = domain::citationFromJson(jsonObject(place));
        if (!read)
            throw DbError{}; // somebody else wrote the database
        note.place = *read;
    }
    note.visibility = row.code<domain::NoteVisibility>(5);
    note.mentions = row.text(6).split(u'\n', Qt::SkipEmptyParts);
    note.author = row.id<domain::PersonId>(7);
    return note;
}

domain::CaseFile loadFile(Session &session, domain::CaseId id)
{
    const auto document = session.first(QStringLiteral("SELECT json FROM case_document WHERE case_id = ?"), Values() << id,
                                        [](const Row &row) { return jsonObject(row.utf8(0)); });
    const auto personal = session.all(QStringLiteral("SELECT party, name, phone, address FROM personal_data WHERE case_id = ? ORDER BY party"),
                                      Values() << id, [](const Row &row) {
                                          return domain::PersonalData{row.code<domain::Party>(0), row.text(1), row.text(2), row.text(3)};
                                      });
    if (!document)
        throw DbError{};
    auto file = domain::caseFileFromJson(domain::withPersonalData(*document, personal));
    if (!file)
        throw DbError{}; // it was readable when it came in
    file->document = *document;
    file->exhibits = session.all(QStringLiteral("SELECT exhibit_id, party, kind, file, sha256, caption, element, submitted_at, size, facts, derived_from "
                                                "FROM exhibit WHERE case_id = ? ORDER BY ordinal"), Values() << id, readExhibit);
    return std::move(file).value();
}

} // namespace arb::storage
