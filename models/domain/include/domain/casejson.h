// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casefile.h>
#include <domain/result.h>
#include <domain/ruling.h>

#include <QtCore/QJsonObject>

namespace arb::domain {

/// Where a JSON document does not have the shape it needs.
struct JsonShapeError
{
    QString pointer; ///< JSON pointer of the offending value
    QString expected; ///< stable English key: "time", "integer", "code", "string", "object", "array", "required", "range",
                      ///< "boolean", "digest", "unique", "known_key", "count", "length", "name", "same_as_merchantAnswer", "same_as_funding"
};

/// case.json (already syntax- and schema-checked) as a CaseFile. Checks once more what a CaseFile cannot hold:
/// times, closed codes, integers. Unknown keys become otherFacts. Does no I/O; exhibit sizes and facts stay empty.
Result<CaseFile, JsonShapeError> caseFileFromJson(const QJsonObject &object);

/// What one party's record in the personal-data table holds.
struct PersonalData
{
    Party party = Party::Buyer;
    QString name, phone, address;
    bool operator==(const PersonalData &) const = default;
};
/// The personal data of @p file; parties without any are left out.
QList<PersonalData> personalData(const CaseFile &file);
/// @p document without buyer, merchant (phone, address) and creator personal data; a merchant's name is a shop's name and stays.
QJsonObject withoutPersonalData(QJsonObject document);
/// The reverse: @p document with @p data written back in.
QJsonObject withPersonalData(QJsonObject document, const QList<PersonalData> &data);

/// An exhibit as case.json names it.
QJsonObject toJson(const Exhibit &exhibit);
/// `derivedFrom` of an exhibit: the place in the keys of a citation, with `how` and `tool`. Other keys are left alone.
QJsonObject toJson(const Derivation &derivation);
Result<Derivation, JsonShapeError> derivationFromJson(const QJsonObject &object);

/// What makes a case the same case: SHA-256 of case.json in its RFC 8785 form, personal data in it, exhibits' digests in
/// lower case. Pictures of the listing that are no exhibits have no digest there, so a line "digest  name" for each
/// follows the text.
QByteArray caseDigest(const CaseFile &file);

/// ruling.json as a Ruling and back (interfaces of docs/bundle.md); unknown keys are refused with their pointer, since a
/// misspelt key must not silently change a ruling; only keys that begin with "x-" pass and are dropped. `outcome` and
/// `countsTowardMetrics` are required; what else a ruling needs is checkRuling's to say. `refundSource` is the shorthand
/// for one source of the whole refund ("original_route" for order funds); beside `funding` it must name the same source.
Result<Ruling, JsonShapeError> rulingFromJson(const QJsonObject &object);
QJsonObject toJson(const Ruling &ruling);
/// A ruling being written, in the same keys; `outcome` and a finding's `verdict` are left out while they are not chosen,
/// and only there may they be missing.
Result<RulingDraft, JsonShapeError> draftFromJson(const QJsonObject &object);
QJsonObject toJson(const RulingDraft &draft);
/// SHA-256 of the ruling's RFC 8785 form: what its audit entry fixes.
QByteArray rulingDigest(const Ruling &ruling);
QJsonObject toJson(const Citation &citation);
Result<Citation, JsonShapeError> citationFromJson(const QJsonObject &object);

} // namespace arb::domain
