// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/opencase.h>

#include <QtCore/QStringList>

namespace arb::presentation {

/// What happens if @p ruling is signed now, in plain words: one line per party, then standing, then what can still be
/// undone. Pure; made from the same plan that execution carries out.
QStringList consequences(const usecases::CaseView &view, const domain::Ruling &ruling, domain::UtcMs now);

/// A clock spec as a length of time: "48 hours", "2 working days"; as it stands when it is no such clock.
QString clockText(const QString &spec);

/// The facts that are always in view, label and value in reading order.
struct FactLine
{
    QString label, value;
    bool alert = false; ///< worth a second look: an unfounded refusal, a window that is over
    QString pointer{};  ///< where it stands in case.json, for citing it; empty: it is not in the record
};
QList<FactLine> alwaysInView(const usecases::CaseView &view, domain::UtcMs now);

/// What the rule book suggests: clause and outcome, the findings that are missing, what to note.
QStringList suggestionBrief(const usecases::CaseView &view, const domain::Assessment &assessment);
/// Why it suggests that: the clause's text, the facts it rests on, what a finding could change.
QStringList suggestionGrounds(const usecases::CaseView &view, const domain::Assessment &assessment);
/// The one after the other.
QStringList suggestionLines(const usecases::CaseView &view, const domain::Assessment &assessment);

} // namespace arb::presentation
