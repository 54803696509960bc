// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/casefile.h>

#include <span>

/// What the codes of reasons are called in Chinese and in English, for the search text of cases. A table of its own and no
/// translation: every desk must index the same words, whatever language its window speaks. A change of it is a change of
/// the search text (searchTextForm).
namespace arb::usecases {

struct ReasonWords
{
    const char *code, *zh, *en; ///< UTF-8
};

/// The reasons of after-sale applications, in enum order.
std::span<const ReasonWords> reasonWords();
/// The reasons that a merchant gives in an answer: an open list of codes.
std::span<const ReasonWords> answerReasonWords();

/// The words of @p reason; and of a merchant's @p reason, nullptr for a code that has none.
const ReasonWords &wordsOf(domain::Reason reason);
const ReasonWords *wordsOfAnswerReason(const QString &reason);

} // namespace arb::usecases
