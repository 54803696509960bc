// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/chatlog.h>

#include <vector>

namespace arb::intake {

/// A conversation of an export that holds several: where it begins, and what tells it from the others.
struct ConversationStart
{
    std::size_t message = 0;
    QString key;
};

/// Makes ChatLog::id() name one message each: an id that several have gets its conversation's key in front, and where that
/// does not tell them apart, or the id could be taken for a line, the message is named by its line. Answers to ids that
/// changed follow, within their conversation. @p byLine: every message is named by its line, since nobody else would find the ids.
/// Linear; does nothing where no ids are given and every message has a line of its own.
void makeIdsUnique(domain::ChatLog &log, const std::vector<ConversationStart> &conversations, bool byLine);

} // namespace arb::intake
