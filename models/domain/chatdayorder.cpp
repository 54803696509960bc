// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/chatdayorder.h>

#include <algorithm>
#include <cstdlib>

namespace arb::domain {

namespace {

struct OrderTally
{
    qsizetype agree = 0, paired = 0;
};

/// Of the messages of @p laid that the log has and that @p other has at another time.
OrderTally tallyOf(const LaidChat &laid, const ChatLog &other, const QList<ChatMessage> &platform)
{
    OrderTally tally;
    for (const ChatDifferenceRow &row : laid.differences.rows) {
        if (row.exported < 0 || row.logged < 0)
            continue;
        const auto n = static_cast<std::size_t>(row.exported);
        const std::optional<UtcMs> &at = laid.log.messages[n].at;
        if (!at || other.messages[n].at == at)
            continue;
        ++tally.paired;
        if (std::llabs(*at - platform.at(row.logged).at) <= minuteMs)
            ++tally.agree;
    }
    return tally;
}

} // namespace

std::optional<DayOrder> orderByLog(const LaidChat &first, const LaidChat &second, const QList<ChatMessage> &platform)
{
    if (first.log.messages.size() != second.log.messages.size())
        return std::nullopt;
    const OrderTally one = tallyOf(first, second.log, platform), two = tallyOf(second, first.log, platform);
    const qsizetype paired = std::max(one.paired, two.paired); // a wrong reading may find fewer of them in the log
    const bool isFirst = 2 * one.agree > paired, isSecond = 2 * two.agree > paired;
    if (isFirst == isSecond)
        return std::nullopt;
    return isFirst ? first.log.dayOrder : second.log.dayOrder;
}

} // namespace arb::domain
