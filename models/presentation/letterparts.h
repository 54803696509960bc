// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "letterhiding.h"

#include <presentation/decisionletter.h>

namespace arb::presentation {

/// What a letter is made of; all of it outlives the making.
struct LetterSource
{
    const usecases::CaseView &view;
    const usecases::RulingRow &row;
    const domain::RuleBook &book;
    const LetterHiding &hiding;
    domain::Party addressee = domain::Party::Buyer;
    domain::UtcMs effectiveAt;
};

LetterPart letterOutcome(const LetterSource &source);
LetterPart letterSteps(const LetterSource &source);    ///< what is to be done because of it, by whom and until when
LetterPart letterFindings(const LetterSource &source); ///< each with what it rests on
LetterPart letterNotes(const LetterSource &source);    ///< that may be quoted, at places that the ruling cites
LetterPart letterAppeal(const LetterSource &source);

} // namespace arb::presentation
