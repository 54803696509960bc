// SPDX-License-Identifier: GPL-3.0-or-later
#include "chatbuilder.h"

#include "dayorder.h"

#include <usecases/largepages.h>

#include <algorithm>
#include <utility>

namespace arb::intake {

using domain::ChatDoubt;
using domain::ChatFault;
using domain::LoggedMessage;
using domain::TextPlace;

namespace {

QString asWritten(const WrittenDate &stamp)
{
    const int more = stamp.years == YearCount::Buddhist ? buddhistYears : stamp.years == YearCount::Minguo ? -minguoYears : 0;
    return QStringLiteral("%1 %2 %3 %4:%5:%6").arg(stamp.first + (stamp.longFirst ? more : 0)).arg(stamp.second).arg(stamp.third + (stamp.longFirst ? 0 : more))
        .arg(stamp.hour).arg(stamp.minute, 2, 10, QLatin1Char('0')).arg(stamp.seconds, 2, 10, QLatin1Char('0'));
}

/// At most a message a line: more lines than @p words are likely to have, by pieces of a long text. Lines shorter than most are
/// told by nobody; for them, vectors grow.
qsizetype likelyLines(QStringView words)
{
    constexpr qsizetype pieces = 16, pieceLength = 16 * 1024, shortestLine = 20;
    const qsizetype most = words.size() / shortestLine + 1;
    if (words.size() <= pieces * pieceLength)
        return std::min(words.count(u'\n') + 1, most);
    const qsizetype apart = words.size() / pieces;
    qsizetype lines = 0;
    for (qsizetype n = 0; n < pieces; ++n)
        lines += words.sliced(n * apart, pieceLength).count(u'\n');
    return std::min(lines * apart / pieceLength * 3 / 2 + 1, most); // half as many again: a page that is not touched is not taken
}

} // namespace

ChatBuilder::ChatBuilder(DecodedChat decoded, const QString &format)
{
    m_log.words = std::move(decoded.text);
    m_log.encoding = decoded.encoding;
    m_log.byteOrderMark = decoded.byteOrderMark;
    m_log.undecodable = decoded.undecodable;
    m_log.encodingGuessed = decoded.guessed;
    m_log.rareCharacters = decoded.rare;
    m_log.notUnderstood = std::move(decoded.problems);
    m_log.format = format;
    // What is reserved costs nothing before it is used; growing would copy all of it.
    const auto most = static_cast<std::size_t>(likelyLines(m_log.words));
    m_log.messages.reserve(most);
    m_dates.reserve(most);
    usecases::wishLargePages(m_log.messages.data(), m_log.messages.capacity() * sizeof(LoggedMessage));
    usecases::wishLargePages(m_dates.data(), m_dates.capacity() * sizeof(WrittenDate));
}

QString ChatBuilder::takeWords()
{
    return std::exchange(m_log.words, QString());
}

void ChatBuilder::setTable(const QList<QStringList> &head, const QHash<QString, QString> &columns, bool hasHeader)
{
    m_log.tableHead = head;
    m_log.tableColumns = columns;
    m_log.tableHeader = hasHeader;
}

void ChatBuilder::beginConversation(quint32 line, const QString &key, const QString &name)
{
    m_conversations.push_back({m_log.messages.size(), key});
    LoggedMessage &heading = begin(line, {});
    heading.kind = domain::LoggedKind::Heading;
    heading.text = append(name);
}

LoggedMessage &ChatBuilder::begin(quint32 line, const RawStamp &stamp)
{
    LoggedMessage &message = m_log.messages.emplace_back();
    message.line = line;
    message.at = stamp.exact;
    message.doubts.setFlag(ChatDoubt::BuddhistYear, stamp.years == YearCount::Buddhist);
    message.doubts.setFlag(ChatDoubt::MinguoYear, stamp.years == YearCount::Minguo);
    message.doubts.setFlag(ChatDoubt::NoSeconds, stamp.exact && !stamp.hasSeconds);
    if (stamp.exact)
        m_dates.emplace_back();
    else
        m_dates.push_back(stamp);
    return message;
}

qint32 ChatBuilder::sender(QStringView name)
{
    // A chat mostly goes to and fro between two.
    if (m_lastSender < 0 || m_log.senders.at(m_lastSender).name != name)
        std::swap(m_lastSender, m_otherSender);
    if (m_lastSender < 0 || m_log.senders.at(m_lastSender).name != name) {
        const QString known = name.toString();
        const auto found = m_senders.constFind(known);
        if (found == m_senders.constEnd()) {
            m_lastSender = static_cast<qint32>(m_log.senders.size());
            m_log.senders.append({known, {}, 0});
            m_senders.insert(known, m_lastSender);
        } else {
            m_lastSender = *found;
        }
    }
    ++m_log.senders[m_lastSender].messages;
    return m_lastSender;
}

TextPlace ChatBuilder::place(QStringView part) const
{
    if (part.isEmpty())
        return {};
    return {static_cast<quint32>(part.data() - m_log.words.constData()), static_cast<quint32>(part.size())};
}

TextPlace ChatBuilder::append(QStringView text)
{
    if (text.isEmpty())
        return {};
    const TextPlace place{static_cast<quint32>(m_log.words.size()), static_cast<quint32>(text.size())};
    m_log.words.append(text);
    m_log.words.append(u'\n'); // a search must not find words that begin in one message and end in the next
    return place;
}

void ChatBuilder::problem(quint32 line, quint32 column, ChatFault reason, QStringView text)
{
    m_log.notUnderstood.append({line, column, reason, excerptOf(text)});
}

domain::ChatLog ChatBuilder::finish(const ChatReading &reading) &&
{
    const DayOrderFinding found = findDayOrder(m_dates);
    if (found.order) {
        m_log.dayOrder = reading.dayOrder.value_or(*found.order);
        m_log.dayOrderOpen = found.open && !reading.dayOrder;
        if (found.open && (m_log.dayOrder == found.order || m_log.dayOrder == found.other))
            m_log.otherDayOrder = m_log.dayOrder == found.order ? found.other : found.order; // also when somebody chose: the choice can be taken back
    }
    const domain::DayOrder order = m_log.dayOrder.value_or(domain::DayOrder::YearMonthDay);
    const qint64 toPlatform = reading.zoneMinutes ? (domain::platformOffsetSeconds / 60 - *reading.zoneMinutes) * domain::minuteMs : 0;
    for (std::size_t n = 0; n < m_dates.size(); ++n) {
        const WrittenDate &stamp = m_dates[n];
        LoggedMessage &message = m_log.messages[n];
        if (!stamp.given)
            continue;
        message.at = timeOfStamp(stamp, order);
        if (message.at && toPlatform != 0 && !stamp.zoneMinutes)
            message.at = message.at->plusMs(toPlatform);
        if (!message.at)
            m_log.notUnderstood.append({message.line, 1, stamp.years == YearCount::Other ? ChatFault::OtherCalendar : ChatFault::ImpossibleDate, asWritten(stamp)});
        message.doubts.setFlag(ChatDoubt::ZoneUnknown, !reading.zoneMinutes && !stamp.zoneMinutes);
        message.doubts.setFlag(ChatDoubt::NoSeconds, !stamp.hasSeconds);
        message.doubts.setFlag(ChatDoubt::DayOrderAssumed, m_log.dayOrderOpen && dependsOnOrder(stamp));
    }
    makeIdsUnique(m_log, m_conversations, m_byLine);
    std::stable_sort(m_log.notUnderstood.begin(), m_log.notUnderstood.end(),
                     [](const domain::ChatLineProblem &a, const domain::ChatLineProblem &b) { return a.line < b.line; });
    return std::move(m_log);
}

} // namespace arb::intake
