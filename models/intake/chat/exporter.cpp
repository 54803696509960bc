// SPDX-License-Identifier: GPL-3.0-or-later
// What exporters of WeChat and QQ write: "name  2026-10-01 12:03:11" or "2026-10-01 12:03:11 name" on a line, the text on
// the next ones; or the same as a page, where classes may say what is what.
#include "chatbuilder.h"
#include "html.h"
#include "pagerows.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace arb::intake {

namespace {

using domain::ChatFault;
using domain::LoggedKind;
using domain::LoggedMessage;
using domain::TextPlace;

struct ExporterHead
{
    RawStamp stamp;
    QStringView name;
    QStringView text; ///< what stands behind the name's colon on the same line
};

constexpr qsizetype longestName = 64;

bool mayBeName(QStringView name, bool apart)
{
    if (name.isEmpty() || name.size() > longestName || name.contains(u'\t')) // cells of a table are no name
        return false;
    // "name  time" is a head even with a comma in the name; one blank before a time is how sentences end, too.
    return apart || std::none_of(name.begin(), name.end(), [](QChar c) { return QStringView(u"，。！？；,!?;").contains(c); });
}

QStringView withoutBlanks(QStringView text)
{
    while (!text.isEmpty() && isBlankOrMark(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlankOrMark(text.back()))
        text.chop(1);
    return text;
}

std::optional<ExporterHead> timeLastHead(QStringView line)
{
    QStringView bare = line;
    while (!bare.isEmpty() && QStringView(u":：)]）】").contains(bare.back()))
        bare.chop(1);
    constexpr qsizetype longestStamp = 40;
    for (qsizetype at = std::max<qsizetype>(1, bare.size() - longestStamp); at < bare.size(); ++at) {
        if (!bare[at].isDigit() || bare[at - 1].isDigit())
            continue;
        const auto scanned = scanStamp(bare, at);
        if (!scanned || !scanned->whole || scanned->end != bare.size())
            continue;
        QStringView before = bare.first(at);
        while (!before.isEmpty() && QStringView(u"([（【").contains(before.back()))
            before.chop(1);
        const QStringView name = withoutBlanks(before);
        const bool apart = before.size() >= name.size() + 2 || before.endsWith(u'\t') || before.size() < at;
        if (!mayBeName(name, apart))
            return std::nullopt;
        return ExporterHead{scanned->stamp, name, {}};
    }
    return std::nullopt;
}

/// Name and text, or the name alone, behind the time.
std::optional<ExporterHead> headOfBody(const RawStamp &stamp, QStringView body)
{
    static constexpr std::array colons{u": ", u"："};
    for (const QStringView colon : colons) {
        const qsizetype end = body.indexOf(colon);
        if (end > 0 && end <= longestName && !body.first(end).contains(u'\t'))
            return ExporterHead{stamp, body.first(end), withoutBlanks(body.sliced(end + colon.size()))};
    }
    const QStringView name = body.endsWith(u':') ? body.chopped(1) : body;
    if (!name.isEmpty() && !mayBeName(name, false))
        return std::nullopt;
    return ExporterHead{stamp, name, {}};
}

/// "2026-10-01 12:03:11 name", or the time in square brackets.
std::optional<ExporterHead> timeFirstHead(QStringView line)
{
    const bool isBracketed = line.front() == u'[';
    const auto scanned = scanStamp(line, isBracketed ? 1 : 0);
    if (!scanned || !scanned->whole)
        return std::nullopt;
    const QStringView rest = line.sliced(scanned->end);
    if (isBracketed && !rest.startsWith(u']'))
        return std::nullopt;
    if (!isBracketed && !rest.isEmpty() && !isBlankOrMark(rest.front()))
        return std::nullopt;
    const QStringView body = withoutBlanks(rest.sliced(isBracketed ? 1 : 0));
    return isBracketed && body.isEmpty() ? std::nullopt : headOfBody(scanned->stamp, body);
}

std::optional<ExporterHead> exporterHead(QStringView line)
{
    const QStringView bare = withoutBlanks(line);
    constexpr qsizetype longestHead = 4096; // a head with its text on the same line; longer lines are texts
    if (bare.size() < 10 || bare.size() > longestHead)
        return std::nullopt;
    auto head = bare.front().isDigit() || bare.front() == u'[' ? timeFirstHead(bare) : std::nullopt;
    if (!head)
        head = timeLastHead(bare);
    if (head && head->stamp.strangeAt >= 0)
        head->stamp.strangeAt += bare.data() - line.data();
    return head;
}

/// Does @p line, which is no head, begin like one?
bool isAlmostHead(QStringView line)
{
    const QStringView bare = withoutBlanks(line);
    if (bare.isEmpty() || (!bare.front().isDigit() && bare.front() != u'['))
        return false;
    const auto scanned = scanStamp(bare, bare.front() == u'[' ? 1 : 0);
    return scanned && scanned->whole;
}

bool isProgram(QStringView name)
{
    return name == u"系统消息" || name == u"系统" || name == u"系统通知" || name.compare(u"system", Qt::CaseInsensitive) == 0;
}

/// Puts messages together out of places in the builder's words, line by line or block by block.
class ExporterParser
{
public:
    explicit ExporterParser(ChatBuilder &builder) : m_builder(builder) {}

    void line(TextPlace place, quint32 number)
    {
        const QStringView text = m_builder.words().sliced(place.from, place.size);
        const auto head = exporterHead(text);
        if (!head) {
            if (m_open && isAlmostHead(text))
                m_builder.problem(number, 1, ChatFault::AlmostHead, text);
            words(place, number);
            return;
        }
        const qsizetype strangeAt = head->stamp.strangeAt;
        open(number, strangeAt < 0 ? head->stamp : RawStamp());
        if (strangeAt >= 0) // no hour is read that words before it leave open
            m_builder.problem(number, static_cast<quint32>(strangeAt + 1), ChatFault::TimeNotUnderstood, text);
        if (!head->name.isEmpty())
            name(head->name);
        if (!head->text.isEmpty())
            extend(m_builder.place(head->text), number);
    }

    /// Words that are no head: of the open message, or of none.
    void words(TextPlace place, quint32 number)
    {
        if (m_builder.words().sliced(place.from, place.size).trimmed().isEmpty())
            return;
        if (m_open) {
            extend(place, number);
            return;
        }
        LoggedMessage &message = m_builder.begin(number, {});
        message.kind = LoggedKind::Unknown;
        message.text = place;
        m_builder.problem(number, 1, ChatFault::NoHead, m_builder.words().sliced(place.from, place.size));
    }

    void open(quint32 number, const RawStamp &stamp)
    {
        close();
        m_builder.begin(number, stamp);
        m_open = true;
        m_text = {};
        m_recalls.clear();
    }

    void name(QStringView given)
    {
        m_builder.last().sender = m_builder.sender(given);
        if (isProgram(given))
            m_builder.last().kind = LoggedKind::System;
    }

    /// What the program says happened, which is no part of the message before it.
    void event(TextPlace place, quint32 number, const RawStamp &stamp)
    {
        close();
        happened({place, number}, stamp);
    }

    void attach(TextPlace place, quint32 number)
    {
        if (!m_open || !m_builder.last().attachment.isEmpty()) {
            words(place, number);
            return;
        }
        m_builder.last().attachment = place;
    }

    void close()
    {
        if (!m_open)
            return;
        m_open = false;
        LoggedMessage &message = m_builder.last();
        message.text = m_text;
        recognizePhrases(m_builder, message);
        if (m_text.isEmpty() && !message.attachment.isEmpty())
            message.kind = LoggedKind::MediaOmitted;
        for (const Recall &recall : std::as_const(m_recalls))
            happened(recall, {});
        m_recalls.clear();
    }

private:
    struct Recall
    {
        TextPlace place;
        quint32 line;
    };

    /// Programs write that something was recalled below the words of the message before. Only what stands last may be theirs:
    /// what the sender wrote on behind it makes it a line of the sender's.
    void extend(TextPlace place, quint32 number)
    {
        if (m_text.isEmpty()) {
            m_text = place;
            return;
        }
        const auto recall = recallOf(m_builder.words().sliced(place.from, place.size));
        if (recall && recall->isSure) {
            m_recalls.append({place, number});
            return;
        }
        m_recalls.clear();
        m_text.size = place.from + place.size - m_text.from;
    }

    /// An event of its own, mostly a recall, and at a time that nobody wrote down.
    void happened(const Recall &recall, const RawStamp &stamp)
    {
        const QString words = m_builder.words().sliced(recall.place.from, recall.place.size).toString();
        const auto phrase = recallOf(words);
        LoggedMessage &message = m_builder.begin(recall.line, stamp);
        message.kind = LoggedKind::System;
        message.recalled = phrase.has_value();
        message.text = recall.place;
        if (phrase && !phrase->name.isEmpty())
            message.sender = m_builder.sender(phrase->name);
    }

    ChatBuilder &m_builder;
    TextPlace m_text;
    QList<Recall> m_recalls; ///< at the end of the open message
    bool m_open = false;
};

/// A message out of blocks whose classes say what they are; time and sender come in either order, the time even last.
class RoleParser
{
public:
    RoleParser(ChatBuilder &builder, ExporterParser &parser) : m_builder(builder), m_parser(parser) {}

    void take(const QList<HtmlBlock> &blocks)
    {
        for (const HtmlBlock &block : blocks)
            group(block);
        emitGroup();
    }

private:
    struct Group
    {
        std::optional<RawStamp> stamp;
        QString strangeTime; ///< with something behind it that is not understood
        QString sender;
        quint32 line = 0;
        QList<HtmlBlock> body;
        bool hasTime() const { return stamp || !strangeTime.isEmpty(); }
        bool isEmpty() const { return !hasTime() && sender.isEmpty() && body.isEmpty(); }
    };

    void group(const HtmlBlock &block)
    {
        const bool isBody = !m_group.sender.isEmpty() && m_group.body.isEmpty(); // a program has a name here and there
        if (block.role == HtmlRole::System && block.attachment.isEmpty() && !isBody) {
            event(block);
            return;
        }
        const auto stamp = block.role == HtmlRole::Time ? stampOf(block.text) : std::nullopt;
        const bool isSender = block.role == HtmlRole::Sender && !block.text.isEmpty() && block.text.size() <= longestName;
        const bool isStrange = block.role == HtmlRole::Time && !stamp && hasRestBehindTime(block.text);
        if (((stamp || isStrange) && m_group.hasTime()) || (isSender && (!m_group.sender.isEmpty() || !m_group.body.isEmpty())))
            emitGroup();
        if (m_group.isEmpty())
            m_group.line = block.line;
        if (stamp)
            m_group.stamp = stamp;
        else if (isStrange)
            m_group.strangeTime = block.text;
        else if (isSender)
            m_group.sender = block.text;
        else
            m_group.body.append(block);
    }

    /// A time right before it is the event's.
    void event(const HtmlBlock &block)
    {
        if (!m_group.sender.isEmpty() || !m_group.body.isEmpty())
            emitGroup();
        const RawStamp stamp = m_group.stamp.value_or(stampOf(block.text).value_or(RawStamp()));
        if (!m_group.strangeTime.isEmpty())
            m_builder.problem(m_group.line, 1, ChatFault::TimeNotUnderstood, m_group.strangeTime);
        m_group = {};
        m_parser.event(m_builder.append(block.text), block.line, stamp);
    }

    void emitGroup()
    {
        if (m_group.isEmpty())
            return;
        const bool isMessage = m_group.hasTime() || !m_group.sender.isEmpty();
        m_parser.close();
        if (isMessage) {
            m_parser.open(m_group.line, m_group.stamp.value_or(RawStamp()));
            if (!m_group.sender.isEmpty())
                m_parser.name(m_group.sender);
            if (!m_group.strangeTime.isEmpty())
                m_builder.problem(m_group.line, 1, ChatFault::TimeNotUnderstood, m_group.strangeTime);
            else if (!m_group.stamp)
                m_builder.problem(m_group.line, 1, ChatFault::MissingPart, m_group.sender);
        }
        for (const HtmlBlock &block : std::as_const(m_group.body)) {
            if (block.attachment.isEmpty())
                m_parser.words(m_builder.append(block.text), block.line);
            else
                m_parser.attach(m_builder.append(block.attachment), block.line);
        }
        m_parser.close();
        m_group = {};
    }

    ChatBuilder &m_builder;
    ExporterParser &m_parser;
    Group m_group;
};

/// Messages out of the rows of a table whose cells nothing names but what stands in them.
class RowParser
{
public:
    RowParser(ChatBuilder &builder, ExporterParser &parser, const PageColumns &columns) : m_builder(builder), m_parser(parser), m_columns(columns) {}

    void take(PageRow row)
    {
        m_parser.close();
        const quint32 line = row.front().line;
        const QString time = cellText(row, m_columns.time), sender = cellText(row, m_columns.sender);
        const auto stamp = stampOf(time);
        const bool isTime = stamp || std::any_of(time.begin(), time.end(), [](QChar c) { return c.isDigit(); });
        const bool isName = !sender.isEmpty() && sender.size() <= longestName;
        const bool isWithoutTime = time.isEmpty() && isName && std::any_of(row.begin(), row.end(), [this](const HtmlBlock &block) { return isSaid(block, true); });
        if (!isTime && !isWithoutTime) {
            keep(row);
            return;
        }
        m_parser.open(line, stamp.value_or(RawStamp()));
        if (isName)
            m_parser.name(sender);
        if (!stamp)
            m_builder.problem(line, 1, time.isEmpty() ? ChatFault::MissingPart : hasRestBehindTime(time) ? ChatFault::TimeNotUnderstood : ChatFault::ImpossibleDate,
                              time.isEmpty() ? sender : time);
        for (const HtmlBlock &block : row) {
            if (isSaid(block, isName))
                takeBlock(block);
        }
        m_parser.close();
    }

private:
    /// A picture beside a name is whose name it is.
    bool isSaid(const HtmlBlock &block, bool isName) const
    {
        const bool isNumber = m_columns.number > 0 && block.cell == m_columns.number; // words beside the cells have no number
        return block.cell != m_columns.time && !isNumber && (block.cell != m_columns.sender || !isName);
    }

    void takeBlock(const HtmlBlock &block)
    {
        if (block.attachment.isEmpty())
            m_parser.words(m_builder.append(block.text), block.line);
        else
            m_parser.attach(m_builder.append(block.attachment), block.line);
    }

    /// Names of columns, and whatever else is no message.
    void keep(PageRow row)
    {
        QStringList texts;
        for (const HtmlBlock &block : row)
            texts.append(block.attachment.isEmpty() ? block.text : block.attachment);
        m_parser.words(m_builder.append(texts.join(QStringLiteral(" | "))), row.front().line);
    }

    ChatBuilder &m_builder;
    ExporterParser &m_parser;
    PageColumns m_columns;
};

/// Blocks that nothing names: heads and words, and rows where they are a chat's.
void takePage(ChatBuilder &builder, ExporterParser &parser, const QList<HtmlBlock> &blocks)
{
    const std::vector<PageRow> rows = pageRowsOf(blocks);
    const PageColumns columns = pageColumnsOf(rows);
    for (const PageRow row : rows) {
        if (columns.time > 0 && row.front().row > 0) {
            RowParser(builder, parser, columns).take(row);
            continue;
        }
        for (const HtmlBlock &block : row) {
            if (block.role == HtmlRole::System && block.attachment.isEmpty() && !looksLikeExporterHead(block.text))
                parser.event(builder.append(block.text), block.line, {});
            else if (block.attachment.isEmpty())
                parser.line(builder.append(block.text), block.line);
            else
                parser.attach(builder.append(block.attachment), block.line);
        }
    }
}

} // namespace

bool looksLikeExporterHead(QStringView line)
{
    return exporterHead(line).has_value();
}

domain::ChatLog parseExporterText(DecodedChat decoded, const ChatReading &reading)
{
    ChatBuilder builder(std::move(decoded), QStringLiteral("exporter_text"));
    ExporterParser parser(builder);
    const QStringView all = builder.words();
    quint32 number = 1;
    for (qsizetype from = 0; from < all.size(); ++number) {
        const qsizetype feed = all.indexOf(u'\n', from);
        const qsizetype to = feed < 0 ? all.size() : feed;
        parser.line(builder.place(all.sliced(from, to - from)), number);
        from = to + 1;
    }
    parser.close();
    return std::move(builder).finish(reading);
}

domain::ChatLog parseExporterHtml(DecodedChat decoded, const ChatReading &reading)
{
    ChatBuilder builder(std::move(decoded), QStringLiteral("exporter_html"));
    const QString page = builder.takeWords();
    const QList<HtmlBlock> blocks = blocksOfHtml(page);
    ExporterParser parser(builder);
    const bool hasTimes = std::any_of(blocks.begin(), blocks.end(), [](const HtmlBlock &block) {
        return block.role == HtmlRole::Time && (stampOf(block.text) || hasRestBehindTime(block.text));
    });
    if (hasTimes)
        RoleParser(builder, parser).take(blocks);
    else
        takePage(builder, parser, blocks);
    parser.close();
    return std::move(builder).finish(reading);
}

} // namespace arb::intake
