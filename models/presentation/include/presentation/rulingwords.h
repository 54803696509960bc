// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/opencase.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

/// A ruling in words: for whoever approves it, carries it out or reads it later.
namespace arb::presentation {

/// "the merchant pays freight both ways"; empty when the ruling says nothing of freight.
QString freightText(const domain::Ruling &ruling, const domain::Order &order);

/// "deposit 300.00, platform advance 159.00": who funds the refund, with the sums where there are several.
QString fundingText(const domain::Ruling &ruling);

struct Points
{
    int sum = 0;
    QString parts; ///< "goods 1, unfounded refusal 2"
};
/// The merchant's points by the conduct of @p ruling; none while it does not count.
Points pointsOf(const domain::Ruling &ruling, const domain::RuleBook &book);

/// "The defect is shown – proved: the screen stays dark (37.5 %)".
QString findingText(const domain::Finding &finding, const domain::RuleBook &book);

/// The rulings of the case with all that was decided, the tasks and notes; a ruling that waits for approval with what its
/// approval would set in motion. Plain text in paragraphs.
QString rulingSummary(const usecases::CaseView &view, domain::UtcMs now);

/// A ruling of the case that is not the current one, for whoever reads it later.
struct EarlierRuling
{
    QString title; ///< one line: round, by whom, when, and what became of it
    QString text;  ///< all that was decided and what was done with it, a line each
    QList<domain::Citation> citations; ///< of all findings, in their order
    QStringList coverage;              ///< what was on show before it was signed; empty where that was not kept
    bool cameIn = false;               ///< with the record of an earlier proceeding: made on another desk, read-only
};
/// Of this desk, the newest first, then those that came in with the case, the newest first. What came in is masked as the case
/// is, and its citations name no marks, which were another desk's. A line of it that is no ruling is left out.
QList<EarlierRuling> earlierRulings(const usecases::CaseView &view);

} // namespace arb::presentation
