// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonpieces.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace arb::intake {

namespace {

class PieceScanner
{
public:
    PieceScanner(QStringView text, const QStringList &arrays, const QStringList &objects) : m_text(text), m_arrays(arrays), m_objects(objects) {}

    JsonPieces scan()
    {
        while (m_at < m_text.size())
            step();
        m_found.cut = m_found.cut || !m_frames.empty();
        m_found.lastLine = 1 + static_cast<quint32>(m_text.count(u'\n'));
        return std::move(m_found);
    }

private:
    struct Frame
    {
        bool isArray = false, captures = false, isConversation = false;
        QStringView created;
        int conversation = 0; ///< an object of a list, or the outermost, is one of its own; what lies in it belongs to it
        QStringView id, name;
    };

    void step()
    {
        const char16_t c = m_text[m_at].unicode();
        if (c == u'"')
            takeString();
        else if (c == u'{' || c == u'[')
            enter(c == u'[');
        else if (c == u'}' || c == u']')
            leave();
        else if (c == u':')
            takeColon();
        else if (c != u',' && !m_text[m_at].isSpace() && !m_frames.empty() && m_frames.back().captures)
            takeScalar();
        else
            ++m_at;
    }

    /// A number or a word where an object is looked for.
    void takeScalar()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && !QStringView(u",]}\n").contains(m_text[end]))
            ++end;
        addPiece(end, true);
        m_at = end;
    }

    /// Behind the string that begins at @p from.
    qsizetype stringEnd(qsizetype from) const
    {
        for (qsizetype at = from + 1; at < m_text.size(); ++at) {
            if (m_text[at] == u'\\')
                ++at;
            else if (m_text[at] == u'"')
                return at + 1;
        }
        return m_text.size();
    }

    void takeString()
    {
        const qsizetype end = stringEnd(m_at);
        if (!m_frames.empty() && m_frames.back().captures)
            addPiece(end, true);
        else
            m_string = m_text.sliced(m_at + 1, std::max<qsizetype>(end - m_at - 2, 0));
        m_at = end;
    }

    void takeColon()
    {
        ++m_at;
        m_key = m_string;
        if (m_frames.empty())
            return;
        Frame &frame = m_frames.back();
        if (m_key == u"created_at")
            frame.created = valueAhead();
        else if (m_key == u"id" && frame.isConversation)
            frame.id = valueAhead();
        else if ((m_key == u"name" || m_key == u"title") && frame.isConversation)
            frame.name = valueAhead();
    }

    /// The number or text behind a colon, as written; empty when it is neither.
    QStringView valueAhead() const
    {
        qsizetype from = m_at;
        while (from < m_text.size() && m_text[from].isSpace())
            ++from;
        if (from < m_text.size() && m_text[from] == u'"')
            return m_text.sliced(from, stringEnd(from) - from);
        qsizetype end = from;
        while (end < m_text.size() && (m_text[end].isDigit() || m_text[end] == u'-'))
            ++end;
        return m_text.sliced(from, end - from);
    }

    bool isWanted(bool isArray) const
    {
        if (m_frames.empty())
            return false;
        const Frame &around = m_frames.back();
        return around.isArray ? around.captures : !isArray && m_objects.contains(m_key);
    }

    void enter(bool isArray)
    {
        if (isWanted(isArray)) {
            const auto [end, whole] = bracketEnd(m_at);
            addPiece(end, whole);
            m_found.cut = m_found.cut || !whole;
            m_at = end;
            return;
        }
        Frame frame;
        frame.isArray = isArray;
        const bool named = !m_frames.empty() && !m_frames.back().isArray;
        frame.captures = isArray && (m_frames.empty() ? m_arrays.contains(QString()) : named && m_arrays.contains(m_key));
        frame.isConversation = !isArray && (m_frames.empty() || m_frames.back().isArray);
        if (!m_frames.empty()) {
            const Frame &around = m_frames.back();
            frame.created = around.created;
            frame.conversation = frame.isConversation ? ++m_conversations : around.conversation;
            frame.id = frame.isConversation ? QStringView() : around.id;
            frame.name = frame.isConversation ? QStringView() : around.name;
        }
        m_frames.push_back(frame);
        m_key = {};
        ++m_at;
    }

    void leave()
    {
        if (!m_frames.empty())
            m_frames.pop_back();
        ++m_at;
    }

    std::pair<qsizetype, bool> bracketEnd(qsizetype from) const
    {
        qsizetype depth = 0;
        for (qsizetype at = from; at < m_text.size();) {
            const char16_t c = m_text[at].unicode();
            if (c == u'"') {
                at = stringEnd(at);
                continue;
            }
            depth += c == u'{' || c == u'[' ? 1 : c == u'}' || c == u']' ? -1 : 0;
            ++at;
            if (depth == 0)
                return {at, true};
        }
        return {m_text.size(), false};
    }

    void addPiece(qsizetype end, bool whole)
    {
        const QStringView passed = m_text.sliced(m_counted, m_at - m_counted);
        m_line += static_cast<quint32>(passed.count(u'\n'));
        const qsizetype feed = passed.lastIndexOf(u'\n');
        m_lineFrom = feed < 0 ? m_lineFrom : m_counted + feed + 1;
        m_counted = m_at;
        const Frame &around = m_frames.back();
        m_found.pieces.append({m_text.sliced(m_at, end - m_at), m_line, static_cast<quint32>(m_at - m_lineFrom + 1), whole, around.created, around.conversation, around.id,
                               around.name, !around.isArray});
    }

    QStringView m_text;
    const QStringList &m_arrays, &m_objects;
    JsonPieces m_found;
    std::vector<Frame> m_frames;
    QStringView m_string, m_key;
    qsizetype m_at = 0, m_counted = 0, m_lineFrom = 0;
    quint32 m_line = 1;
    int m_conversations = 0;
};

} // namespace

JsonPieces jsonPieces(QStringView text, const QStringList &arrays, const QStringList &objects)
{
    return PieceScanner(text, arrays, objects).scan();
}

} // namespace arb::intake
