// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/timelinerules.h>

namespace arb::domain {

/// Statements that repeat words of the chat which were written later, and replies to messages that came later.
QList<TimelineClash> quoteClashes(const CaseTimeline &timeline, const CaseFile &file, const TimelineExtra &extra);

} // namespace arb::domain
