// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/chatevents.h>

#include <domain/timelinerules.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <vector>

namespace arb::domain {

namespace {

constexpr qint64 platformAheadMs = platformOffsetSeconds * secondMs;

struct DatedMessage
{
    UtcMs at;
    qsizetype message = -1, row = -1; ///< of the log, and of the differences
};

bool isSpoken(const LoggedMessage &message)
{
    switch (message.kind) {
    case LoggedKind::Text:
    case LoggedKind::Call:
    case LoggedKind::MediaOmitted:
    case LoggedKind::Unknown: return message.at.has_value();
    case LoggedKind::System:
    case LoggedKind::Note:
    case LoggedKind::Heading: return false;
    }
    return false;
}

/// Empty: the log has it just so.
QString differenceCode(const ChatDifferenceRow &row)
{
    if (row.agreement != ChatAgreement::Same)
        return chatCode(row.agreement);
    if (row.senderDiffers)
        return QStringLiteral("other_sender");
    return row.timeDiffersMs != 0 ? QStringLiteral("other_time") : QString();
}

std::vector<DatedMessage> datedOf(const ChatLog &log, const ChatDifferences *differences)
{
    std::vector<DatedMessage> dated;
    const auto add = [&](qsizetype message, qsizetype row) {
        const LoggedMessage &said = log.messages[static_cast<std::size_t>(message)];
        if (isSpoken(said))
            dated.push_back({*said.at, message, row});
    };
    if (!differences) {
        for (qsizetype message = 0; message < std::ssize(log.messages); ++message)
            add(message, -1);
        return dated;
    }
    for (qsizetype row = 0; row < std::ssize(differences->rows); ++row) {
        const ChatDifferenceRow &one = differences->rows[static_cast<std::size_t>(row)];
        if (one.exported >= 0 && !differenceCode(one).isEmpty())
            add(one.exported, row);
    }
    return dated;
}

/// Where it stands on the one clock, and how far that is sure (5 in timeline.h).
void setClock(TimelineEvent &event, const LoggedMessage &message, const ChatDifferences *differences)
{
    const bool isLocal = message.doubts.testFlag(ChatDoubt::ZoneUnknown);
    const bool isSet = differences && differences->offsetMs; // by the platform's log
    const qint64 offset = isSet ? *differences->offsetMs : 0;
    const qint64 precision = message.doubts.testFlag(ChatDoubt::NoSeconds) ? minuteMs : 0;
    event.at = isLocal ? message.at->plusMs(-offset) : *message.at;
    event.earliest = event.at;
    event.latest = event.at.plusMs(precision);
    if (isLocal && isSet && differences->offsetToTheMinute)
        event.earliest = event.at.plusMs(-minuteMs);
    if (isLocal && !isSet) {
        event.earliest = event.at.plusMs(platformAheadMs - zoneAheadMs);
        event.latest = event.at.plusMs(platformAheadMs + zoneBehindMs + precision);
    }
    const bool isTurnable = message.doubts.testFlag(ChatDoubt::DayOrderAssumed);
    if (isTurnable) { // the other reading is as good
        const QDate date = event.at.toPlatform().date(), turned(date.year(), date.day(), date.month());
        const qint64 apart = turned.isValid() ? date.daysTo(turned) * dayMs : 0;
        event.earliest = std::min(event.earliest, event.earliest.plusMs(apart));
        event.latest = std::max(event.latest, event.latest.plusMs(apart));
    }
    event.outerEarliest = event.earliest;
    event.outerLatest = event.latest;
    if ((isLocal && !isSet) || isTurnable)
        event.certainty = TimeCertainty::ZoneUnknown;
    else if (isLocal || event.earliest != event.latest || message.doubts.testFlag(ChatDoubt::BuddhistYear)
             || message.doubts.testFlag(ChatDoubt::MinguoYear))
        event.certainty = TimeCertainty::DeviceClock;
}

TimelineEvent eventOf(const DatedMessage &dated, const ChatLog &log, const ChatDifferences *differences, const QList<ChatMessage> &platform)
{
    const LoggedMessage &message = log.messages[static_cast<std::size_t>(dated.message)];
    TimelineEvent event;
    event.lane = TimelineLane::Export;
    event.what = TimelineWhat::ExportMessage;
    setClock(event, message, differences);
    event.text = log.view(message.text.isEmpty() ? message.attachment : message.text).left(mostDatedText).toString();
    event.message = log.id(message);
    event.name = log.senderName(message);
    if (message.sender >= 0) {
        const std::optional<Party> told = differences ? differences->parties.value(message.sender) : std::nullopt;
        event.party = told ? *told : log.senders.at(message.sender).party.value_or(Party::Platform);
    }
    if (dated.row >= 0) {
        const ChatDifferenceRow &row = differences->rows[static_cast<std::size_t>(dated.row)];
        event.code = differenceCode(row);
        if (row.agreement == ChatAgreement::Altered && row.logged >= 0)
            event.logged = platform.at(row.logged).text.left(mostDatedText);
    }
    return event;
}

/// From the first of @p rest to the last.
TimelineEvent gathered(const std::vector<DatedMessage> &rest, const ChatLog &log, const ChatDifferences *differences, const QList<ChatMessage> &platform)
{
    const auto [first, last] = std::ranges::minmax_element(rest, {}, &DatedMessage::at);
    TimelineEvent event = eventOf(*first, log, differences, platform);
    const TimelineEvent end = eventOf(*last, log, differences, platform);
    event.what = TimelineWhat::ExportRest;
    event.party = Party::Platform;
    event.code = QString::number(rest.size());
    event.latest = event.outerLatest = std::max(event.latest, end.latest);
    event.text.clear();
    event.name.clear();
    event.logged.clear();
    return event;
}

} // namespace

QList<TimelineEvent> datedMessages(const ChatLog &log, const ChatDifferences *differences, const QList<ChatMessage> &platform)
{
    std::vector<DatedMessage> dated = datedOf(log, differences);
    std::vector<DatedMessage> rest;
    const auto earlier = [](const DatedMessage &a, const DatedMessage &b) { return a.at != b.at ? a.at < b.at : a.message < b.message; };
    if (std::ssize(dated) > mostDatedMessages) {
        const auto over = dated.begin() + mostDatedMessages;
        std::nth_element(dated.begin(), over, dated.end(), earlier);
        rest.assign(over, dated.end());
        dated.erase(over, dated.end());
    }
    std::sort(dated.begin(), dated.end(), earlier);
    QList<TimelineEvent> events;
    events.reserve(std::ssize(dated) + 1);
    for (const DatedMessage &one : dated)
        events.append(eventOf(one, log, differences, platform));
    if (!rest.empty())
        events.append(gathered(rest, log, differences, platform));
    return events;
}

QString loggedWords(const ChatDifferences &differences, const QList<ChatMessage> &platform)
{
    std::vector<qsizetype> logged;
    for (const ChatDifferenceRow &row : differences.rows) {
        const bool isSame = row.agreement == ChatAgreement::Same || row.agreement == ChatAgreement::Moved;
        if (isSame && row.exported >= 0 && row.logged >= 0)
            logged.push_back(row.logged);
    }
    std::ranges::sort(logged, [&platform](qsizetype a, qsizetype b) { return platform.at(a).at > platform.at(b).at; });
    QString words;
    for (const qsizetype one : logged) {
        const QString &text = platform.at(one).text;
        if (words.size() + text.size() >= mostLoggedWords)
            continue;
        words += text;
        words += u'\n';
    }
    return words;
}

bool isFuture(const LoggedMessage &message, UtcMs now)
{
    if (!message.at)
        return false;
    TimelineEvent event;
    setClock(event, message, nullptr);
    return event.earliest > now.plusMs(nowToleranceMs);
}

} // namespace arb::domain
