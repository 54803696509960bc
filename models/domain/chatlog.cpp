// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/chatlog.h>

#include <QtCore/QStringMatcher>

#include <algorithm>

namespace arb::domain {

QString ChatLog::id(const LoggedMessage &message) const
{
    return message.givenId.isEmpty() ? QStringLiteral("L%1").arg(message.line) : view(message.givenId).toString();
}

QString ChatLog::senderName(const LoggedMessage &message) const
{
    return message.sender < 0 ? QString() : senders.at(message.sender).name;
}

std::optional<UtcMs> ChatLog::firstAt() const
{
    std::optional<UtcMs> first;
    for (const LoggedMessage &message : messages) {
        if (message.at && (!first || *message.at < *first))
            first = message.at;
    }
    return first;
}

std::optional<UtcMs> ChatLog::lastAt() const
{
    std::optional<UtcMs> last;
    for (const LoggedMessage &message : messages) {
        if (message.at && (!last || *message.at > *last))
            last = message.at;
    }
    return last;
}

std::vector<qsizetype> ChatLog::containing(const QString &needle) const
{
    std::vector<qsizetype> found;
    if (needle.isEmpty())
        return found;
    const QStringMatcher matcher(needle, Qt::CaseInsensitive);
    const QStringView all(words);
    // Texts mostly follow each other in words: the next hit is kept until it lies behind; what lies before is looked at alone.
    qsizetype hit = -1, searchedFrom = -1;
    const auto holds = [&](TextPlace place) {
        if (place.isEmpty())
            return false;
        const qsizetype from = place.from;
        if (from < searchedFrom)
            return matcher.indexIn(view(place)) >= 0;
        if (searchedFrom < 0 || (hit >= 0 && hit < from)) {
            searchedFrom = from;
            hit = matcher.indexIn(all, from);
        }
        return hit >= 0 && hit + needle.size() <= from + place.size;
    };
    for (std::size_t n = 0; n < messages.size(); ++n) {
        if (holds(messages[n].text) || holds(messages[n].attachment))
            found.push_back(static_cast<qsizetype>(n));
    }
    return found;
}

ChatLog chatLogOf(const QList<ChatMessage> &chat)
{
    ChatLog log;
    log.format = QStringLiteral("platform");
    log.encoding = QStringLiteral("UTF-8");
    log.messages.reserve(static_cast<std::size_t>(chat.size()));
    const auto append = [&log](const QString &text) {
        const TextPlace place{static_cast<quint32>(log.words.size()), static_cast<quint32>(text.size())};
        log.words += text;
        log.words += u'\n';
        return text.isEmpty() ? TextPlace() : place;
    };
    for (const ChatMessage &message : chat) {
        LoggedMessage &logged = log.messages.emplace_back();
        logged.line = static_cast<quint32>(log.messages.size());
        logged.at = message.at;
        logged.changedAt = message.recalledAt ? message.recalledAt : message.editedAt;
        logged.recalled = message.recalledAt.has_value();
        logged.edited = message.editedAt.has_value();
        logged.givenId = append(message.id);
        logged.replyTo = append(message.replyTo);
        logged.attachment = append(message.exhibit);
        logged.text = append(message.text);
        logged.kind = message.from == Party::Platform ? LoggedKind::System : message.text.isEmpty() && !message.exhibit.isEmpty() ? LoggedKind::MediaOmitted : LoggedKind::Text;
        const auto known = std::find_if(log.senders.begin(), log.senders.end(), [&message](const ChatSender &sender) { return sender.party == message.from; });
        logged.sender = static_cast<qint32>(known - log.senders.begin());
        if (known == log.senders.end())
            log.senders.append({toCode(message.from), message.from, 0});
        ++log.senders[logged.sender].messages;
    }
    return log;
}

QString chatCode(LoggedKind kind)
{
    switch (kind) {
    case LoggedKind::Text: return QStringLiteral("text");
    case LoggedKind::System: return QStringLiteral("system");
    case LoggedKind::Call: return QStringLiteral("call");
    case LoggedKind::Note: return QStringLiteral("internal_note");
    case LoggedKind::Heading: return QStringLiteral("heading");
    case LoggedKind::MediaOmitted: return QStringLiteral("media_omitted");
    case LoggedKind::Unknown: return QStringLiteral("unknown");
    }
    return {};
}

QString chatCode(ChatFault fault)
{
    switch (fault) {
    case ChatFault::Bytes: return QStringLiteral("bytes");
    case ChatFault::NoHead: return QStringLiteral("no_head");
    case ChatFault::AlmostHead: return QStringLiteral("almost_head");
    case ChatFault::ImpossibleDate: return QStringLiteral("impossible_date");
    case ChatFault::BadJson: return QStringLiteral("bad_json");
    case ChatFault::MissingPart: return QStringLiteral("missing_part");
    case ChatFault::NoColumns: return QStringLiteral("no_columns");
    case ChatFault::UnknownKind: return QStringLiteral("unknown_kind");
    case ChatFault::OpenQuote: return QStringLiteral("open_quote");
    }
    return {};
}

QString chatCode(DayOrder order)
{
    switch (order) {
    case DayOrder::DayMonthYear: return QStringLiteral("dmy");
    case DayOrder::MonthDayYear: return QStringLiteral("mdy");
    case DayOrder::YearMonthDay: return QStringLiteral("ymd");
    }
    return {};
}

QStringList chatCodes(ChatDoubts doubts)
{
    QStringList codes;
    if (doubts.testFlag(ChatDoubt::ZoneUnknown))
        codes.append(QStringLiteral("zone_unknown"));
    if (doubts.testFlag(ChatDoubt::DayOrderAssumed))
        codes.append(QStringLiteral("day_order_assumed"));
    if (doubts.testFlag(ChatDoubt::NoSeconds))
        codes.append(QStringLiteral("no_seconds"));
    return codes;
}

std::optional<DayOrder> dayOrderOf(const QString &code)
{
    for (const DayOrder order : {DayOrder::DayMonthYear, DayOrder::MonthDayYear, DayOrder::YearMonthDay}) {
        if (chatCode(order) == code)
            return order;
    }
    return std::nullopt;
}

} // namespace arb::domain
