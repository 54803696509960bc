// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/chatlog.h>

#include <domain/soughtwords.h>

#include <algorithm>
#include <utility>

namespace arb::domain {

namespace {

/// One sweep over the folded words of @p log.
std::vector<qsizetype> sweep(const ChatLog &log, const QString &folded, const QString &words, const std::function<bool()> &abandoned)
{
    constexpr std::size_t between = 10'000; // messages until somebody is asked
    std::vector<qsizetype> found;
    const SoughtWords sought(words);
    if (sought.isEmpty())
        return found;
    const QStringView all(folded);
    // Texts mostly follow each other in words: the next hit is kept until it lies behind; what lies before is looked at alone. A hit
    // that runs over the end of a text hides none within it: of what follows, nothing ends sooner.
    SoughtWords::Place hit;
    qsizetype searchedFrom = -1;
    const auto holds = [&](TextPlace place) {
        if (place.isEmpty())
            return false;
        const qsizetype from = place.from, end = from + place.size;
        if (from < searchedFrom)
            return !sought.next(all.sliced(from, place.size), 0).isNone();
        if (searchedFrom < 0 || (!hit.isNone() && hit.from < from)) {
            searchedFrom = from;
            hit = sought.next(all, from, abandoned);
        }
        return !hit.isNone() && hit.end() <= end;
    };
    for (std::size_t n = 0; n < log.messages.size(); ++n) {
        if (n % between == between - 1 && abandoned && abandoned())
            break;
        if (holds(log.messages[n].text) || holds(log.messages[n].attachment))
            found.push_back(static_cast<qsizetype>(n));
    }
    return found;
}

} // namespace

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

bool ChatLog::hasUnknownColumns() const
{
    const auto isWithout = [](const ChatLineProblem &problem) { return problem.reason == ChatFault::NoColumns; };
    return !tableHead.isEmpty() && (format == u"text" || std::any_of(notUnderstood.begin(), notUnderstood.end(), isWithout));
}

std::vector<qsizetype> ChatLog::containing(const QString &needle) const
{
    return sweep(*this, foldedText(words), needle, {});
}

QString foldedText(QStringView text)
{
    QString folded(text.size(), Qt::Uninitialized);
    QChar *to = folded.data();
    for (qsizetype n = 0; n < text.size(); ++n) {
        const char16_t unit = text[n].unicode();
        if (unit < 0x80) {
            to[n] = unit >= u'A' && unit <= u'Z' ? QChar(char16_t(unit + 0x20)) : QChar(unit);
        } else if (unit >= 0x2E80 && unit <= 0x9FFF) { // Chinese, Japanese and their signs have no cases
            to[n] = QChar(unit);
        } else if (QChar::isHighSurrogate(unit) && n + 1 < text.size() && text[n + 1].isLowSurrogate()) {
            const char32_t letter = QChar::toCaseFolded(QChar::surrogateToUcs4(unit, text[n + 1].unicode()));
            const bool isPair = QChar::requiresSurrogates(letter);
            to[n] = isPair ? QChar(QChar::highSurrogate(letter)) : text[n];
            to[n + 1] = isPair ? QChar(QChar::lowSurrogate(letter)) : text[n + 1];
            ++n;
        } else {
            const char32_t letter = QChar::toCaseFolded(char32_t(unit));
            to[n] = QChar::requiresSurrogates(letter) ? text[n] : QChar(static_cast<char16_t>(letter));
        }
    }
    return folded;
}

ChatSearch::ChatSearch(std::shared_ptr<const ChatLog> log)
    : m_log(std::move(log))
    , m_folded(foldedText(m_log->words))
{
}

std::vector<qsizetype> ChatSearch::containing(const QString &needle, const std::function<bool()> &abandoned) const
{
    return sweep(*m_log, m_folded, needle, abandoned);
}

std::vector<bool> namesSpeakers(const ChatLog &log)
{
    std::vector<bool> names;
    names.reserve(log.messages.size());
    for (const LoggedMessage &message : log.messages)
        names.push_back(message.kind == LoggedKind::System || message.kind == LoggedKind::Heading || message.kind == LoggedKind::Unknown);
    for (const ChatLineProblem &problem : log.notUnderstood) {
        const auto behind = std::ranges::upper_bound(log.messages, problem.line, {}, &LoggedMessage::line);
        if (behind != log.messages.begin())
            names[static_cast<std::size_t>(behind - log.messages.begin()) - 1] = true;
    }
    return names;
}

bool isBackwards(const ChatLog &log, std::size_t index)
{
    const std::optional<UtcMs> at = log.messages[index].at, above = index > 0 ? log.messages[index - 1].at : std::nullopt;
    return at && above && *at < *above;
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
    case ChatFault::OtherCalendar: return QStringLiteral("other_calendar");
    case ChatFault::TimeNotUnderstood: return QStringLiteral("time_not_understood");
    case ChatFault::SurplusCells: return QStringLiteral("surplus_cells");
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
    if (doubts.testFlag(ChatDoubt::BuddhistYear))
        codes.append(QStringLiteral("buddhist_year"));
    if (doubts.testFlag(ChatDoubt::MinguoYear))
        codes.append(QStringLiteral("minguo_year"));
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
