// SPDX-License-Identifier: GPL-3.0-or-later
// "[1/10/26, 12:03:11 AM] name: text" (iOS) and "1/10/26, 12:03 - name: text" (Android), in any language and clock; older:
// "1/10/26 12:03:11 AM: name: text" (iOS) and "2026. 10. 1. 오전 12:03, name : text" (Korean), where the first head of the
// file is such a one. A line without a head belongs to the message before it.
#include "chatbuilder.h"
#include "unitsearch.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace arb::intake {

namespace {

using domain::ChatFault;
using domain::LoggedKind;
using domain::LoggedMessage;

struct MessageHead
{
    RawStamp stamp;
    qsizetype body = 0; ///< where name and text begin
    char16_t weakEnd = 0; ///< the colon or comma behind the time, which many a sentence has, too; 0: a dash or bracket
    qsizetype strangeAt = -1; ///< where words stand beside the time that are not understood, or a day has no year; -1: nowhere
    bool isSure = true; ///< a head wherever it stands; otherwise, in a file of other heads, such a line is what somebody wrote
};

struct HeadReading
{
    std::optional<MessageHead> head;
    bool almost = false;   ///< a date stands there as in a head, but the rest does not fit
    qsizetype column = 0;  ///< where it ceased to fit, from 0; of a head, where it closes
};

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// The dash or bracket that closes a head behind the words at @p from, which are no part of a name; -1: there is none. With
/// dashes no program writes seconds; others write "time name", and a name may have a dash.
qsizetype behindStrangeWords(QStringView line, qsizetype from, bool bracketed, bool hasSeconds)
{
    constexpr qsizetype longest = 24;
    if (from >= line.size() || (!bracketed && (hasSeconds || !line[from].isLetter())))
        return -1;
    for (qsizetype at = from; at < std::min(line.size(), from + longest); ++at) {
        const QChar c = line[at];
        if (c == u':' || c == u'[' || (!bracketed && c.isDigit()))
            return -1;
        if (bracketed && c == u']')
            return at > from ? at : -1;
        const bool isApart = isBlankOrMark(line[at - 1]) && at + 1 < line.size() && isBlankOrMark(line[at + 1]);
        if (!bracketed && (c == u'-' || c == u'\u2013') && isApart)
            return at;
    }
    return -1;
}

/// Where name and text begin, behind what closes the head.
qsizetype bodyBegin(QStringView line, qsizetype closing)
{
    qsizetype at = closing + 1;
    while (at < line.size() && (line[at] == u' ' || line[at] == u'\u00A0'))
        ++at;
    return at;
}

/// Is there a time behind words that begin at @p from, and then a dash? Several words, which are none of a head's.
bool hasTimeAndDash(QStringView line, qsizetype from)
{
    constexpr qsizetype farthest = 48;
    const QStringView near = line.sliced(from, std::min(farthest, line.size() - from));
    const qsizetype dash = std::max(near.indexOf(u" - "), near.indexOf(u" \u2013 "));
    for (qsizetype colon = near.indexOf(u':'); colon > 0 && colon + 1 < dash; colon = near.indexOf(u':', colon + 1)) {
        if (near[colon - 1].isDigit() && near[colon + 1].isDigit())
            return true;
    }
    return false;
}

/// "Dec 31, 11:59 PM - ": a head without a year, so its message has no time.
HeadReading readYearlessHead(QStringView line, qsizetype from, bool bracketed)
{
    const auto behind = yearlessEnd(line, from);
    qsizetype end = behind.value_or(line.size());
    while (end < line.size() && isBlankOrMark(line[end]))
        ++end;
    if (end >= line.size() || (bracketed ? line[end] != u']' : (line[end] != u'-' && line[end] != u'\u2013') || end == *behind))
        return {};
    return {MessageHead{RawStamp(), bodyBegin(line, end), 0, from, true}, false, end};
}

HeadReading readHead(QStringView line)
{
    qsizetype at = 0;
    while (at < line.size() && isDirectionMark(line[at]))
        ++at;
    if (at == line.size() || (line[at] != u'[' && !line[at].isDigit() && !isAsciiLetter(line[at])))
        return {};
    const bool bracketed = line[at] == u'[';
    const auto scanned = scanStamp(line, at + (bracketed ? 1 : 0));
    if (!scanned)
        return readYearlessHead(line, at + (bracketed ? 1 : 0), bracketed);
    qsizetype end = scanned->end;
    const auto peek = [&] { return end < line.size() ? line[end] : QChar(); };
    if (!scanned->whole)
        return {std::nullopt, bracketed || peek() == u',' || hasTimeAndDash(line, end), end};
    while (end < line.size() && isBlankOrMark(line[end]))
        ++end;
    const char16_t behind = peek().unicode();
    const bool isWeak = !bracketed && end == scanned->end && (behind == u':' || behind == u',') && end + 1 < line.size() && isBlankOrMark(line[end + 1]);
    const bool fits = isWeak || (bracketed ? peek() == u']' : (peek() == u'-' || peek() == u'\u2013') && end > scanned->end);
    const qsizetype strangeAt = scanned->stamp.strangeAt;
    if (fits) // no hour is read that words before it leave open
        return {MessageHead{strangeAt < 0 ? scanned->stamp : RawStamp(), bodyBegin(line, end), isWeak ? behind : char16_t(0), strangeAt, true}, false, end};
    const qsizetype closing = behindStrangeWords(line, end, bracketed, scanned->stamp.hasSeconds);
    if (closing < 0)
        return {std::nullopt, true, end};
    // Morning or evening, or the zone of another place: no hour is read without it.
    return {MessageHead{RawStamp(), bodyBegin(line, closing), 0, end, false}, false, end};
}

/// Where the name ends: at the first colon that a blank or the end of the line follows. -1: nobody speaks.
qsizetype nameEnd(QStringView body)
{
    for (qsizetype colon = indexOfUnit(body, u':'); colon >= 0; colon = indexOfUnit(body, u':', colon + 1)) {
        if (colon + 1 == body.size() || isBlankOrMark(body[colon + 1]))
            return colon;
    }
    return -1;
}

/// With a weak or strange head only a line that goes on with a name tells the format: "name: " or, behind a comma, "name : ".
bool tellsFormat(QStringView line, const MessageHead &head)
{
    const qsizetype colon = nameEnd(line.sliced(head.body));
    if (head.strangeAt >= 0 && colon <= 0)
        return false;
    return head.weakEnd == 0 || (colon > 0 && (head.weakEnd == u':' || isBlankOrMark(line[head.body + colon - 1])));
}

class WhatsAppParser
{
public:
    explicit WhatsAppParser(ChatBuilder &builder) : m_builder(builder) {}

    void parse()
    {
        const QStringView all = m_builder.words();
        const MessageHead first = firstHeadOf(all);
        m_weakEnd = first.weakEnd;
        m_hasStrange = !first.isSure;
        quint32 line = 1;
        for (qsizetype from = 0; from < all.size(); ++line) {
            const qsizetype feed = indexOfUnit(all, u'\n', from);
            const qsizetype to = feed < 0 ? all.size() : feed;
            take(all.sliced(from, to - from), line);
            from = to + 1;
        }
        close();
    }

private:
    /// The first head that tells the format.
    static MessageHead firstHeadOf(QStringView all)
    {
        for (qsizetype from = 0; from < all.size();) {
            const qsizetype feed = indexOfUnit(all, u'\n', from), to = feed < 0 ? all.size() : feed;
            const QStringView line = all.sliced(from, to - from);
            if (const HeadReading reading = readHead(line); reading.head && tellsFormat(line, *reading.head))
                return *reading.head;
            from = to + 1;
        }
        return {};
    }

    void take(QStringView line, quint32 number)
    {
        HeadReading reading = readHead(line);
        const bool isOtherEnd = reading.head && reading.head->weakEnd != 0 && reading.head->weakEnd != m_weakEnd;
        if (isOtherEnd || (reading.head && !reading.head->isSure && !m_hasStrange))
            reading = {std::nullopt, true, reading.column};
        if (reading.head)
            open(line, *reading.head, number);
        else
            goOn(line, number, reading);
    }

    void open(QStringView line, const MessageHead &head, quint32 number)
    {
        close();
        LoggedMessage &message = m_builder.begin(number, head.stamp);
        if (head.strangeAt >= 0)
            m_builder.problem(number, static_cast<quint32>(head.strangeAt + 1), ChatFault::TimeNotUnderstood, line);
        QStringView body = line.sliced(head.body);
        const qsizetype colon = nameEnd(body);
        if (colon > 0) {
            QStringView name = body.first(colon);
            while (!name.isEmpty() && isBlankOrMark(name.front()))
                name = name.sliced(1);
            while (head.weakEnd == u',' && !name.isEmpty() && isBlankOrMark(name.back()))
                name.chop(1);
            message.sender = m_builder.sender(name);
            body = body.sliced(std::min(colon + 2, body.size()));
        } else {
            message.kind = LoggedKind::System;
        }
        m_text = body;
        m_open = true;
    }

    void goOn(QStringView line, quint32 number, const HeadReading &reading)
    {
        if (line.trimmed().isEmpty())
            return;
        if (m_open) {
            m_text = QStringView(m_text.data(), line.data() + line.size());
            if (reading.almost)
                m_builder.problem(number, static_cast<quint32>(reading.column + 1), ChatFault::AlmostHead, line);
            return;
        }
        LoggedMessage &message = m_builder.begin(number, {});
        message.kind = LoggedKind::Unknown;
        message.text = m_builder.place(line);
        m_builder.problem(number, 1, ChatFault::NoHead, line);
    }

    void close()
    {
        if (!m_open)
            return;
        m_open = false;
        m_builder.last().text = m_builder.place(m_text);
        recognizePhrases(m_builder, m_builder.last());
    }

    ChatBuilder &m_builder;
    QStringView m_text; ///< of the message that is open
    bool m_open = false;
    char16_t m_weakEnd = 0; ///< how heads of this file end, where it is not a dash or bracket
    bool m_hasStrange = false; ///< heads have words that are not understood; elsewhere such a line is what somebody wrote
};

} // namespace

bool looksLikeWhatsApp(QStringView line)
{
    const HeadReading reading = readHead(line);
    return reading.head && tellsFormat(line, *reading.head);
}

domain::ChatLog parseWhatsApp(DecodedChat decoded, const ChatReading &reading)
{
    ChatBuilder builder(std::move(decoded), QStringLiteral("whatsapp"));
    WhatsAppParser(builder).parse();
    return std::move(builder).finish(reading);
}

domain::ChatLog parsePlainLines(DecodedChat decoded, const ChatReading &reading)
{
    ChatBuilder builder(std::move(decoded), QStringLiteral("text"));
    const QStringView all = builder.words();
    quint32 number = 1;
    for (qsizetype from = 0; from < all.size(); ++number) {
        const qsizetype feed = indexOfUnit(all, u'\n', from);
        const qsizetype to = feed < 0 ? all.size() : feed;
        const QStringView line = all.sliced(from, to - from);
        from = to + 1;
        if (line.trimmed().isEmpty())
            continue;
        LoggedMessage &message = builder.begin(number, {});
        message.kind = LoggedKind::Unknown;
        message.text = builder.place(line);
        builder.problem(number, 1, ChatFault::NoHead, line);
    }
    return std::move(builder).finish(reading);
}

} // namespace arb::intake
