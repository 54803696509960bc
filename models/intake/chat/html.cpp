// SPDX-License-Identifier: GPL-3.0-or-later
#include "html.h"

#include <intake/chatlog.h>

#include <QtCore/QStringList>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace arb::intake {

namespace {

struct NamedEntity
{
    const char16_t *name;
    char16_t character;
};
constexpr std::array entities{
    NamedEntity{u"amp", u'&'},         NamedEntity{u"lt", u'<'},          NamedEntity{u"gt", u'>'},          NamedEntity{u"quot", u'"'},
    NamedEntity{u"apos", u'\''},       NamedEntity{u"nbsp", u'\u00A0'},   NamedEntity{u"copy", u'\u00A9'},   NamedEntity{u"reg", u'\u00AE'},
    NamedEntity{u"yen", u'\u00A5'},    NamedEntity{u"euro", u'\u20AC'},   NamedEntity{u"pound", u'\u00A3'},  NamedEntity{u"times", u'\u00D7'},
    NamedEntity{u"middot", u'\u00B7'}, NamedEntity{u"hellip", u'\u2026'}, NamedEntity{u"mdash", u'\u2014'},  NamedEntity{u"ndash", u'\u2013'},
    NamedEntity{u"lsquo", u'\u2018'},  NamedEntity{u"rsquo", u'\u2019'},  NamedEntity{u"ldquo", u'\u201C'},  NamedEntity{u"rdquo", u'\u201D'},
    NamedEntity{u"laquo", u'\u00AB'},  NamedEntity{u"raquo", u'\u00BB'},  NamedEntity{u"bull", u'\u2022'},   NamedEntity{u"deg", u'\u00B0'}};

constexpr std::array breakingTags{u"address", u"article", u"blockquote", u"br", u"dd", u"div", u"dl", u"dt", u"figure", u"footer", u"form", u"h1", u"h2", u"h3",
                                  u"h4", u"h5", u"h6", u"header", u"hr", u"li", u"main", u"ol", u"p", u"pre", u"section", u"table", u"td", u"th", u"tr", u"ul"};
constexpr std::array wordlessTags{u"script", u"style", u"head", u"noscript", u"template", u"iframe", u"object", u"svg"};
constexpr std::array voidTags{u"br", u"hr", u"img", u"input", u"meta", u"link", u"source", u"wbr", u"area", u"base", u"col", u"embed"};

template<std::size_t count>
bool isTagIn(const QString &name, const std::array<const char16_t *, count> &tags)
{
    return std::any_of(tags.begin(), tags.end(), [&name](const char16_t *tag) { return name == QStringView(tag); });
}

QString characterOf(uint code)
{
    const bool isControl = code < 0x20 && code != '\t' && code != '\n';
    if (code == 0 || isControl || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return QString(QChar(QChar::ReplacementCharacter));
    return QString::fromUcs4(std::array<char32_t, 1>{static_cast<char32_t>(code)}.data(), 1);
}

/// The character of "&name;" without & and ;. Nothing for what is no entity: then it stays as it stands.
QString entityText(QStringView name)
{
    if (name.startsWith(u'#')) {
        const bool isHex = name.size() > 1 && (name[1] == u'x' || name[1] == u'X');
        bool ok = false;
        const uint code = isHex ? name.sliced(2).toUInt(&ok, 16) : name.sliced(1).toUInt(&ok);
        return ok ? characterOf(code) : QString();
    }
    for (const NamedEntity &entity : entities) {
        if (name == QStringView(entity.name))
            return QString(QChar(entity.character));
    }
    return {};
}

QString decodedEntities(QStringView text)
{
    QString decoded;
    decoded.reserve(text.size());
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype at = text.indexOf(u'&', from);
        if (at < 0) {
            decoded += text.sliced(from);
            break;
        }
        decoded += text.sliced(from, at - from);
        constexpr qsizetype longest = 12;
        const QStringView near = text.sliced(at + 1, std::min(longest, text.size() - at - 1));
        const qsizetype end = near.indexOf(u';');
        const QString character = end > 0 ? entityText(near.first(end)) : QString();
        decoded += character.isEmpty() ? QStringLiteral("&") : character;
        from = at + 1 + (character.isEmpty() ? 0 : end + 1);
    }
    return decoded;
}

struct HtmlTag
{
    QString name; ///< lower case; empty for comments and declarations
    bool closes = false, closed = false;
    QString className, source, alternative;
    QString address; ///< a link leads to
    qsizetype end = 0; ///< behind the tag
};

/// Behind the > of the tag at @p from, which may stand inside quotes; the end of the text when there is none.
qsizetype tagEnd(QStringView html, qsizetype from)
{
    char16_t quote = 0;
    for (qsizetype at = from; at < html.size(); ++at) {
        const char16_t c = html[at].unicode();
        if (quote != 0)
            quote = c == quote ? 0 : quote;
        else if (c == u'>')
            return at + 1;
        else if ((c == u'"' || c == u'\'') && at > from && html[at - 1] == u'=')
            quote = c;
    }
    // A quote that never closes: the next > ends the tag.
    const qsizetype plain = html.indexOf(u'>', from);
    return plain < 0 ? html.size() : plain + 1;
}

/// As it is written; what holds its whole content says only what kind it is.
QString resourceName(QStringView value)
{
    return value.startsWith(u"data:") ? value.first(std::max<qsizetype>(value.indexOf(u';'), 5)).toString() : decodedEntities(value);
}

/// Do the words of a link say where it leads?
bool saysAddress(QStringView words, QStringView address)
{
    static constexpr std::array schemes{u"https://", u"http://", u"mailto:", u"tel:"};
    const auto bare = [](QStringView text) {
        text = text.trimmed();
        for (const QStringView scheme : schemes) {
            if (text.startsWith(scheme, Qt::CaseInsensitive)) {
                text = text.sliced(scheme.size());
                break;
            }
        }
        return text.endsWith(u'/') ? text.chopped(1) : text;
    };
    return bare(words) == bare(address);
}

void readAttributes(QStringView inside, HtmlTag &tag)
{
    for (qsizetype at = 0; at < inside.size();) {
        while (at < inside.size() && (inside[at].isSpace() || inside[at] == u'/'))
            ++at;
        const qsizetype nameFrom = at;
        while (at < inside.size() && !inside[at].isSpace() && inside[at] != u'=' && inside[at] != u'/')
            ++at;
        const QStringView name = inside.sliced(nameFrom, at - nameFrom);
        if (at >= inside.size() || inside[at] != u'=') {
            at += name.isEmpty() ? 1 : 0;
            continue;
        }
        ++at;
        const bool quoted = at < inside.size() && (inside[at] == u'"' || inside[at] == u'\'');
        qsizetype end = at;
        if (quoted)
            end = inside.indexOf(inside[at], at + 1);
        else
            while (end < inside.size() && !inside[end].isSpace())
                ++end;
        end = end < 0 ? inside.size() : end;
        const QStringView value = quoted ? inside.sliced(at + 1, end - std::min(at + 1, end)) : inside.sliced(at, end - at);
        if (name.compare(u"class", Qt::CaseInsensitive) == 0 || name.compare(u"id", Qt::CaseInsensitive) == 0)
            tag.className += u' ' + value.first(std::min<qsizetype>(value.size(), 200));
        else if (name.compare(u"src", Qt::CaseInsensitive) == 0)
            tag.source = resourceName(value);
        else if (name.compare(u"href", Qt::CaseInsensitive) == 0)
            tag.address = resourceName(value).trimmed();
        else if (name.compare(u"alt", Qt::CaseInsensitive) == 0)
            tag.alternative = decodedEntities(value);
        at = end + (quoted ? 1 : 0);
    }
}

/// The tag that begins at @p from, where a < stands. Nothing when that is just a character.
std::optional<HtmlTag> tagAt(QStringView html, qsizetype from)
{
    const QStringView rest = html.sliced(from);
    HtmlTag tag;
    if (rest.startsWith(u"<!--")) {
        const qsizetype end = html.indexOf(u"-->", from + 4);
        tag.end = end < 0 ? html.size() : end + 3;
        return tag;
    }
    if (rest.size() < 2)
        return std::nullopt;
    tag.closes = rest[1] == u'/';
    const qsizetype nameFrom = from + (tag.closes ? 2 : 1);
    const bool isDeclaration = rest[1] == u'!' || rest[1] == u'?';
    const auto isLetter = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); };
    if (!isDeclaration && (nameFrom >= html.size() || !isLetter(html[nameFrom])))
        return std::nullopt;
    tag.end = tagEnd(html, from);
    if (isDeclaration)
        return tag;
    qsizetype at = nameFrom;
    while (at < tag.end && html[at].isLetterOrNumber())
        ++at;
    tag.name = html.sliced(nameFrom, std::min<qsizetype>(at - nameFrom, 16)).toString().toLower();
    const qsizetype insideEnd = std::max(at, tag.end - (html[tag.end - 1] == u'>' ? 1 : 0));
    const QStringView inside = html.sliced(at, insideEnd - at);
    tag.closed = inside.endsWith(u'/');
    if (!tag.closes)
        readAttributes(inside, tag);
    return tag;
}

/// One of the classes as a whole: "system-ui" and the like say how words look.
bool isOfProgram(const QString &className)
{
    static const QStringList known{QStringLiteral("system"), QStringLiteral("sysmsg"), QStringLiteral("sys-msg"), QStringLiteral("system-message"), QStringLiteral("system_message"),
                                   QStringLiteral("system-msg"), QStringLiteral("systemmessage"), QStringLiteral("message-system"), QStringLiteral("msg-system"),
                                   QStringLiteral("recall"), QStringLiteral("revoke")};
    const QStringList classes = className.toLower().split(u' ', Qt::SkipEmptyParts);
    return std::any_of(classes.begin(), classes.end(), [](const QString &one) { return known.contains(one); });
}

HtmlRole roleOfClass(const QString &className)
{
    static const QStringList times{QStringLiteral("time"), QStringLiteral("date"), QStringLiteral("datetime"), QStringLiteral("timestamp"), QStringLiteral("msgtime")};
    static const QStringList senders{QStringLiteral("nick"),     QStringLiteral("nickname"), QStringLiteral("name"),   QStringLiteral("sender"), QStringLiteral("user"),
                                     QStringLiteral("username"), QStringLiteral("author"),   QStringLiteral("talker"), QStringLiteral("displayname")};
    static const QStringList bodies{QStringLiteral("content"), QStringLiteral("text"), QStringLiteral("body"), QStringLiteral("bubble")};
    QString spaced;
    for (const QChar c : className)
        spaced += c.isLetterOrNumber() ? c.toLower() : QChar(u' ');
    const QStringList parts = spaced.split(u' ', Qt::SkipEmptyParts);
    const auto names = [&parts](const QStringList &known) { return std::any_of(parts.begin(), parts.end(), [&known](const QString &part) { return known.contains(part); }); };
    if (names(times))
        return HtmlRole::Time;
    if (names(senders))
        return HtmlRole::Sender;
    return names(bodies) ? HtmlRole::Body : isOfProgram(className) ? HtmlRole::System : HtmlRole::None;
}

class HtmlReducer
{
public:
    explicit HtmlReducer(QStringView html) : m_html(html) {}

    QList<HtmlBlock> reduce()
    {
        for (qsizetype from = 0; from < m_html.size();) {
            const qsizetype at = m_html.indexOf(u'<', from);
            addText(m_html.sliced(from, (at < 0 ? m_html.size() : at) - from));
            if (at < 0)
                break;
            const auto tag = tagAt(m_html, at);
            if (!tag) {
                addText(m_html.sliced(at, 1));
                from = at + 1;
                continue;
            }
            m_passed = at;
            from = afterTag(*tag);
        }
        sayAddresses(0);
        flush();
        return std::move(m_blocks);
    }

private:
    struct Element
    {
        QString name;
        HtmlRole role;
        QString address;
        qsizetype wordsFrom = 0, blocks = 0; ///< where the words of a link begin
        quint32 row = 0, cell = 0; ///< it is in
        quint32 cells = 0; ///< of a row, so far
    };

    HtmlRole role() const { return m_open.empty() ? HtmlRole::None : m_open.back().role; }
    quint32 row() const { return m_open.empty() ? 0 : m_open.back().row; }
    quint32 cell() const { return m_open.empty() ? 0 : m_open.back().cell; }

    quint32 lineAt(qsizetype place)
    {
        m_line += static_cast<quint32>(m_html.sliced(m_counted, place - m_counted).count(u'\n'));
        m_counted = place;
        return m_line;
    }

    void addText(QStringView text)
    {
        const QStringView trimmed = text.trimmed();
        if (trimmed.isEmpty()) {
            m_pending += text.isEmpty() || m_pending.isEmpty() ? QStringLiteral("") : QStringLiteral(" ");
            return;
        }
        if (m_pending.trimmed().isEmpty())
            m_pendingLine = lineAt(trimmed.data() - m_html.data());
        m_pending += decodedEntities(text);
    }

    void flush()
    {
        // As a page shows it: runs of blanks are one; but blanks that do not break stay what they are.
        QString text;
        text.reserve(m_pending.size());
        for (const QChar c : std::as_const(m_pending)) {
            const bool blank = c == u' ' || c == u'\t' || c == u'\n';
            if (!blank)
                text += c;
            else if (!text.isEmpty() && text.back() != u' ')
                text += u' ';
        }
        if (text.endsWith(u' '))
            text.chop(1);
        m_pending.clear();
        if (!text.isEmpty())
            m_blocks.append({m_pendingLine, role(), text, {}, row(), cell()});
    }

    qsizetype afterTag(const HtmlTag &tag)
    {
        if (tag.name.isEmpty())
            return tag.end;
        if (isTagIn(tag.name, wordlessTags) && !tag.closes && !tag.closed)
            return behindElement(tag);
        if (tag.closes) {
            close(tag.name);
            return tag.end;
        }
        closeCells(tag.name);
        const HtmlRole own = tag.name == u"html" || tag.name == u"body" ? HtmlRole::None : roleOfClass(tag.className);
        if (isTagIn(tag.name, breakingTags) || own != HtmlRole::None)
            flush();
        if (tag.name == u"img" || tag.name == u"video" || tag.name == u"audio" || tag.name == u"source")
            addResource(tag);
        constexpr std::size_t deepest = 256; // what lies deeper has the role of what it is in
        if (!isTagIn(tag.name, voidTags) && !tag.closed && m_open.size() < deepest)
            open(tag, own);
        else if (tag.name == u"a")
            sayAddress(tag.address, {}, role());
        return tag.end;
    }

    void open(const HtmlTag &tag, HtmlRole own)
    {
        const bool isAsAround = own == HtmlRole::None || (own == HtmlRole::Body && role() == HtmlRole::System);
        Element element{tag.name, isAsAround ? role() : own, tag.name == u"a" ? tag.address : QString(), m_pending.size(), m_blocks.size(), row(), cell(), 0};
        if (tag.name == u"table" || tag.name == u"tr") {
            element.row = tag.name == u"tr" ? ++m_rows : 0;
            element.cell = 0;
        } else if (isCell(tag.name)) {
            const auto around = std::find_if(m_open.rbegin(), m_open.rend(), [](const Element &outer) { return outer.name == u"tr" || outer.name == u"table"; });
            element.cell = around != m_open.rend() && around->name == u"tr" ? ++around->cells : 0;
        }
        m_open.push_back(std::move(element));
    }

    static bool isCell(const QString &name) { return name == u"td" || name == u"th"; }

    /// Cells and rows end where the next one begins; many a page does not close them.
    void closeCells(const QString &beginning)
    {
        const bool isRow = beginning == u"tr";
        while (isRow || isCell(beginning)) {
            const auto found = std::find_if(m_open.rbegin(), m_open.rend(), [](const Element &element) { return element.name == u"table" || element.name == u"tr" || isCell(element.name); });
            if (found == m_open.rend() || found->name == u"table" || (!isRow && found->name == u"tr"))
                return;
            const QString name = found->name; // which goes with it
            close(name);
        }
    }

    void close(const QString &name)
    {
        const auto found = std::find_if(m_open.rbegin(), m_open.rend(), [&name](const Element &element) { return element.name == name; });
        if (found != m_open.rend())
            sayAddresses(m_open.size() - static_cast<std::size_t>(found - m_open.rbegin()) - 1);
        if (isTagIn(name, breakingTags) || (found != m_open.rend() && found->role != HtmlRole::None))
            flush();
        if (found != m_open.rend())
            m_open.erase(std::next(found).base(), m_open.end());
    }

    /// Of the links that end with the element number @p from.
    void sayAddresses(std::size_t from)
    {
        for (std::size_t n = m_open.size(); n > from; --n) {
            const Element &element = m_open[n - 1];
            const bool isTogether = element.blocks == m_blocks.size() && element.wordsFrom <= m_pending.size();
            const QString words = isTogether && !element.address.isEmpty() ? m_pending.sliced(element.wordsFrom) : QString();
            sayAddress(element.address, words, element.role);
        }
    }

    /// Where a link leads, unless its words say so or it stays on the page. Names and times are read for what they are and get none.
    void sayAddress(const QString &address, const QString &words, HtmlRole linked)
    {
        const bool isWords = linked != HtmlRole::Time && linked != HtmlRole::Sender;
        if (address.isEmpty() || !isWords || address.startsWith(u'#') || address.startsWith(u"javascript:", Qt::CaseInsensitive) || saysAddress(words, address))
            return;
        if (m_pending.trimmed().isEmpty())
            m_pendingLine = lineAt(m_passed);
        m_pending += QStringLiteral(" [") + address + u']';
    }

    /// Named, never loaded. A small picture with words, as emoticons are, is those words.
    void addResource(const HtmlTag &tag)
    {
        if (!tag.alternative.isEmpty()) {
            if (m_pending.trimmed().isEmpty())
                m_pendingLine = lineAt(m_passed);
            m_pending += tag.alternative;
        }
        if (tag.source.isEmpty() || tag.alternative.startsWith(u'['))
            return;
        flush();
        const QString name = tag.source.section(u'/', -1);
        m_blocks.append({lineAt(m_passed), role(), {}, name.isEmpty() || tag.source.startsWith(u"data:") ? tag.source : name, row(), cell()});
    }

    qsizetype behindElement(const HtmlTag &tag)
    {
        const QString closing = u"</" + tag.name;
        const qsizetype end = m_html.indexOf(closing, tag.end, Qt::CaseInsensitive);
        if (end < 0)
            return tag.name == u"head" ? tag.end : m_html.size();
        return tagEnd(m_html, end);
    }

    QStringView m_html;
    QList<HtmlBlock> m_blocks;
    std::vector<Element> m_open;
    QString m_pending;
    quint32 m_pendingLine = 1, m_line = 1, m_rows = 0;
    qsizetype m_counted = 0, m_passed = 0;
};

} // namespace

QList<HtmlBlock> blocksOfHtml(QStringView html)
{
    return HtmlReducer(html).reduce();
}

QString plainTextOfHtml(QStringView html)
{
    QStringList lines;
    for (const HtmlBlock &block : blocksOfHtml(html))
        lines.append(block.attachment.isEmpty() ? block.text : u'[' + block.attachment + u']');
    return lines.join(u'\n');
}

} // namespace arb::intake
