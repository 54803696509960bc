// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/ports.h>

#include <domain/result.h>

namespace arb::usecases {

struct FilterError
{
    QString token;    ///< the part that is not understood; of a "quote" all from its beginning to the line's end, as typed
    QString expected; ///< stable key: "key", "value" (there is none), "code", "amount", "range", "duration", "yes or no", "quote" (no second one)
};

/// Reads the queue's filter line: plain words are free text, `key:value` filters (state, reason, type, category,
/// platform, merchant, buyer, holder, flag, tag; state, reason, type and flag also by their names in either language), `amount:>=100000` in fen (also <= and a..b), `due:<24h` (m, h, d),
/// `overdue:yes`, `parked:yes`, `reserved:yes` (kept for somebody now) or `reserved:NAME` (for that person). Values with spaces go in double quotes. The window and `arbiter queue --filter` use this one reader.
domain::Result<QueueFilter, FilterError> parseQueueFilter(const QString &text);
/// The keys it knows.
QStringList queueFilterKeys();
/// The line that parseQueueFilter() reads as @p filter, words last. A double quote inside a value is left out: the line
/// cannot say it.
QString queueFilterText(const QueueFilter &filter);

} // namespace arb::usecases
