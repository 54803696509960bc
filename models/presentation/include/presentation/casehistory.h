// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/opencase.h>

#include <QtCore/QString>

namespace arb::presentation {

/// One line of a case's history: who did what, when, and what of it a reader wants to know.
struct HistoryRow
{
    qint64 seq = 0; ///< number of the entry in its audit chain
    domain::UtcMs at;
    QString who, what; ///< in words of the language of the moment; an unknown act keeps its code
    QString detail;    ///< reason, person, party, outcome and sum, text of a note; may be empty
    bool earlier = false; ///< of the record that came in with a sealed case, not of this desk
    bool operator==(const HistoryRow &) const = default;
};

/// The case's audit entries in words, what came in with it first, then this desk's, the oldest first. Personal data in
/// texts is masked.
QList<HistoryRow> historyOf(const usecases::CaseView &view);

/// Whoever acted, as the audit and notes name them: people by their names, the clock, the owner and a party by a word.
QString actorText(const QString &actor);
/// What was done, as the audit's code names it; an unknown code is given back.
QString actText(const QString &code);

} // namespace arb::presentation
