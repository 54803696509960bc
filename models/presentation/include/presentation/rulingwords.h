// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/opencase.h>

#include <QtCore/QString>

/// A ruling in words: for whoever approves it, carries it out or reads it later.
namespace arb::presentation {

/// "the merchant pays freight both ways"; empty when the ruling says nothing of freight.
QString freightText(const domain::Ruling &ruling, const domain::Order &order);

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

} // namespace arb::presentation
