// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/chatdiff.h>

#include <optional>

namespace arb::domain {

/// One reading of an export and how it lies beside the platform's log.
struct LaidChat
{
    const ChatLog &log;
    const ChatDifferences &differences;
};

/// The order of day and month that the platform's log bears out: by exactly one of two readings of the same file, most of the
/// messages that the log has, and whose day depends on the order, stand within a minute of where the log has them. Nothing:
/// neither does, or both do. No clock's offset is taken away: a wrong order moves all messages of one day by the same.
std::optional<DayOrder> orderByLog(const LaidChat &first, const LaidChat &second, const QList<ChatMessage> &platform);

} // namespace arb::domain
