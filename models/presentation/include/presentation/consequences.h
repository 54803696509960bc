// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/opencase.h>

#include <QtCore/QStringList>

namespace arb::presentation {

/// What happens if @p ruling is signed now, in plain words: one line per party, then standing, then what can still be
/// undone. Pure; made from the same plan that execution carries out.
QStringList consequences(const usecases::CaseView &view, const domain::Ruling &ruling, domain::UtcMs now);

/// The facts that are always in view, label and value in reading order.
struct FactLine
{
    QString label, value;
    bool alert = false; ///< worth a second look: an unfounded refusal, a window that is over
};
QList<FactLine> alwaysInView(const usecases::CaseView &view, domain::UtcMs now);

/// Why the rule book suggests what it suggests: the clause, the facts it rests on, what is missing.
QStringList suggestionLines(const usecases::CaseView &view, const domain::Assessment &assessment);

} // namespace arb::presentation
