// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/caserecord.h>

#include <domain/casefile.h>
#include <domain/ruling.h>

#include <QtCore/QStringList>

namespace arb::presentation {

/// A place in the case's record (JSON pointer into case.json) with what stands there: "Applied at: 2026-10-05 08:30".
/// A note of the record comes with its author, time and words, other objects and lists by their names alone; a place that nobody
/// has words for is "the record's entry /x/y". Masked as @p file is.
QString recordText(const domain::CaseFile &file, const QString &pointer);

/// The places offered to be cited that this case's record fills, in reading order: what can be cited of the record itself.
QStringList recordPlaces(const domain::CaseFile &file);

/// Does anything stand there?
bool isInRecord(const domain::CaseFile &file, const QString &pointer);

/// What a citation points at, in words: "Scale photo, region 120 × 40 at 300, 200", "Chat 38: …", "Applied at: …". Made on
/// another file, message, scan or fact than stands there now, it says so.
QString citationText(const domain::Citation &citation, const domain::CaseFile &file);

/// The words of a place in an exhibit: `before` + `name` + `after` is its citationText() but for what has become of it since.
/// A row that is too narrow cuts the name, which its exhibit is known by still, and not the place.
struct CitedParts
{
    QString before, name, after; ///< around the exhibit's name, its place; both are empty for the exhibit as a whole
    QString brief;               ///< the place again, in as few letters as can be
    bool operator==(const CitedParts &) const = default;
};
/// All empty for a message, scan or fact of the record.
CitedParts citedParts(const domain::Citation &citation, const domain::CaseFile &file);

/// The same as short as it can stand in a text: "[B2 0:12.480]", "[B5 page 3]", "[chat m4–m9]", "[Signed for]".
QString citationReference(const domain::Citation &citation, const domain::CaseFile &file);

/// The same, and as citationText() does it says so when another file, message, scan or fact stands there now, or none.
QString checkedReference(const domain::Citation &citation, const domain::CaseFile &file);

/// Why a citation cannot be gone to: what stands there is not what was cited, or nothing does any more. Empty when it can.
QString whyNotThere(const domain::Citation &citation, const domain::CaseFile &file);

/// What in the record does not fit together, as hints and never verdicts: a phone ending that is not the order's.
QStringList mismatchSentences(const domain::CaseFile &file);

/// What a state means for this case, for the tooltip beside it: who has it, until when, what is allowed meanwhile.
QString stateTip(const usecases::CaseRecord &record, domain::UtcMs now);

} // namespace arb::presentation
