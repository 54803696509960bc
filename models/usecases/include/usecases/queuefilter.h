// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/ports.h>

#include <domain/result.h>

#include <optional>

namespace arb::usecases {

struct FilterError
{
    QString token;    ///< the part that is not understood; of a "quote" all from its beginning to the line's end, as typed
    QString expected; ///< stable key: "key", "value" (there is none), "code", "amount", "range", "duration", "yes or no", "quote" (no second one),
                      ///< "word" (signs only: nothing to search for), "person" (of strangerIn(): no account has the name),
                      ///< "contradiction" (yes where no stands before it, or the other way round)
    bool operator==(const FilterError &) const = default;
};

/// Reads the queue's filter line: plain words are free text, `key:value` filters (state, reason, type, category,
/// platform, merchant, buyer, holder, flag, tag; state, reason, type, flag and the desk's own tags also by their names in either language; flag takes those tags as well), `amount:>=100000` in fen (also <= and a..b), `due:<24h` (m, h, d),
/// `overdue:yes`, `parked:yes`, `reserved:yes` (kept for somebody now) or `reserved:NAME` (for that person). Values with spaces go in double quotes. The window and `arbiter queue --filter` use this one reader.
domain::Result<QueueFilter, FilterError> parseQueueFilter(const QString &text);
/// The first name of a holder, or of whom cases are kept for, that none of @p people has; nothing when all are known. Who is
/// known and has no case is no stranger: the answer is an empty queue.
std::optional<FilterError> strangerIn(const QueueFilter &filter, const QList<Person> &people);
/// Codes of the tags that the desk itself puts on cases.
QStringList deskTags();
/// The keys it knows.
QStringList queueFilterKeys();
/// The line that parseQueueFilter() reads as @p filter, words last. A double quote inside a value is left out: the line
/// cannot say it.
QString queueFilterText(const QueueFilter &filter);

} // namespace arb::usecases
