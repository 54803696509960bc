// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/caserecord.h>
#include <usecases/deskpolicy.h>

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace arb::presentation {

/// How much time the step of @p row has left, and until when: "due soon · 39 min · today 09:40". A clock that stands says so.
QString leftText(const usecases::CaseHeader &row, domain::UtcMs now);

/// Why @p row stands where it stands in the queue's order, in words: the deadline or what stands in for it, then what
/// moved the case forward and by how long: "due today 14:20 · ¥439: 40 min earlier". Nothing that did not move it.
QString rankWords(const usecases::CaseHeader &row, const usecases::DeskPolicy &policy, domain::UtcMs now);

/// The same without what the time left beside it says already, one reason each: what moved the case, or what stands in for a
/// deadline that is none. @p brief: for a row where the sum stands as well: "40 min earlier", "minor involved".
QStringList reasonsBesideTime(const usecases::CaseHeader &row, const usecases::DeskPolicy &policy, domain::UtcMs now, bool brief);

/// Where an open case is put aside, for its row: "parked until today 14:20", "kept for 林晓 until tomorrow 09:00", or both; a
/// waiting one that is in @p conflict is "not for you · conflict of interest" before that. Empty when nothing keeps it.
QString asideText(const usecases::CaseHeader &row, domain::UtcMs now, bool conflict);
/// Where a case stands, for its cell and its row on the desk: what keeps it from being taken comes first and takes the place
/// of "waiting", so that it is what stays when the end has no room: "Parked until today 14:20 · kept for 林晓", "Kept for 林晓 ·
/// until tomorrow 09:00", "In review · 林晓". @p conflict: not for whoever looks.
QString standingText(const usecases::CaseHeader &row, domain::UtcMs now, bool conflict);
/// The part of it that says what keeps the case: empty for one that is simply waiting or held. @p brief: for a narrow row,
/// "Parked, today 14:20".
QString holdText(const usecases::CaseHeader &row, domain::UtcMs now, bool conflict, bool brief = false);
/// The longest texts of holdText() for one person with a name of usual length, in the language of now: for whoever makes room.
QStringList longestHolds(domain::UtcMs now);
/// @p why of a row that was found only by words which a machine read (usecases::foundByMachine), with that said before it.
QString foundByMachineText(const QString &why);
/// How a person's list of conflicts of interest names the merchant of @p row.
QString conflictKey(const usecases::CaseHeader &row);
/// Why the case of @p row comes back earlier when it is put aside until @p wished: a sentence, empty when it does not.
QString earlierReturnText(const usecases::CaseHeader &row, domain::UtcMs wished, domain::UtcMs now);
/// What asideText() says of time, as sentences, for whoever looks at the case.
QStringList asideSentences(const usecases::CaseHeader &row, domain::UtcMs now);

} // namespace arb::presentation
