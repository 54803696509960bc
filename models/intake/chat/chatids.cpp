// SPDX-License-Identifier: GPL-3.0-or-later
#include "chatids.h"

#include <QtCore/QHash>

#include <algorithm>
#include <utility>

namespace arb::intake {

namespace {

using domain::LoggedMessage;
using domain::TextPlace;

/// "L7", "L7.2": such an id would name another message, or none.
bool looksLikeLine(QStringView id)
{
    return id.size() > 1 && id.front() == u'L' && std::ranges::all_of(id.sliced(1), [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; });
}

class IdMaker
{
public:
    IdMaker(domain::ChatLog &log, const std::vector<ConversationStart> &conversations, bool byLine)
        : m_log(log), m_conversations(conversations), m_byLine(byLine)
    {
    }

    void make()
    {
        countGiven();
        renameGiven();
        nameByLine();
        followAnswers();
        for (const auto &[place, text] : std::as_const(m_written))
            *place = append(text);
    }

private:
    std::size_t size() const { return m_log.messages.size(); }

    /// Index into m_conversations from 1; 0: in none. To be asked in the order of messages.
    std::size_t conversationOf(std::size_t message)
    {
        while (m_conversation < m_conversations.size() && m_conversations[m_conversation].message <= message)
            ++m_conversation;
        return m_conversation;
    }

    void countGiven()
    {
        for (const LoggedMessage &message : m_log.messages) {
            if (!message.givenId.isEmpty())
                ++m_given[m_log.view(message.givenId)];
        }
    }

    QString withConversation(const QString &id, std::size_t conversation) const
    {
        const QString key = conversation > 0 ? m_conversations[conversation - 1].key : QString();
        return key.isEmpty() ? QString() : QString(id.first(1) + key + u'/' + id.sliced(1));
    }

    void renameGiven()
    {
        QHash<QString, int> renamed;
        std::vector<std::pair<std::size_t, QString>> wishes;
        m_conversation = 0;
        for (std::size_t n = 0; n < size(); ++n) {
            const QStringView id = m_log.view(m_log.messages[n].givenId);
            const std::size_t conversation = conversationOf(n);
            if (id.isEmpty() || (!m_byLine && m_given.value(id) == 1 && !looksLikeLine(id)))
                continue;
            const QString wish = m_byLine || looksLikeLine(id) ? QString() : withConversation(id.toString(), conversation);
            ++renamed[wish];
            wishes.emplace_back(n, wish);
        }
        if (!wishes.empty() || !m_conversations.empty())
            notePlaces();
        for (const auto &[n, wish] : wishes) {
            const bool tells = !wish.isEmpty() && renamed.value(wish) == 1 && !m_given.contains(wish);
            m_log.messages[n].givenId = {}; // the line, unless there is better
            m_names.insert(n, tells ? wish : QString());
            if (tells)
                m_written.emplace_back(&m_log.messages[n].givenId, wish);
        }
    }

    /// By the ids that the file gives.
    void notePlaces()
    {
        m_conversation = 0;
        for (std::size_t n = 0; n < size(); ++n) {
            QHash<QStringView, std::size_t> &places = m_places[conversationOf(n)];
            const QStringView id = m_log.view(m_log.messages[n].givenId);
            if (!id.isEmpty() && !places.contains(id)) // of twins, the first is answered to
                places.insert(id, n);
        }
    }

    void nameByLine()
    {
        QHash<quint32, quint32> before; // messages of the line
        for (std::size_t n = 0; n < size(); ++n) {
            LoggedMessage &message = m_log.messages[n];
            const quint32 place = ++before[message.line];
            if (!message.givenId.isEmpty() || !m_names.value(n).isEmpty())
                continue;
            const QString name = place == 1 ? QStringLiteral("L%1").arg(message.line) : QStringLiteral("L%1.%2").arg(message.line).arg(place);
            if (place > 1)
                m_written.emplace_back(&message.givenId, name);
            if (m_names.contains(n))
                m_names.insert(n, name);
        }
    }

    void followAnswers()
    {
        if (m_names.isEmpty() && m_conversations.empty())
            return;
        m_conversation = 0;
        for (std::size_t n = 0; n < size(); ++n) {
            LoggedMessage &message = m_log.messages[n];
            const std::size_t conversation = conversationOf(n);
            if (message.replyTo.isEmpty())
                continue;
            const QString id = m_log.view(message.replyTo).toString();
            const QHash<QStringView, std::size_t> &places = m_places[conversation];
            if (const auto found = places.constFind(id); found != places.cend()) {
                if (m_names.contains(*found))
                    m_written.emplace_back(&message.replyTo, m_names.value(*found));
            } else if (m_given.contains(id)) { // another conversation's, which is not meant
                m_written.emplace_back(&message.replyTo, withConversation(id, conversation));
            }
        }
    }

    TextPlace append(const QString &text)
    {
        if (text.isEmpty())
            return {};
        const TextPlace place{static_cast<quint32>(m_log.words.size()), static_cast<quint32>(text.size())};
        m_log.words += text;
        m_log.words += u'\n';
        return place;
    }

    domain::ChatLog &m_log;
    const std::vector<ConversationStart> &m_conversations;
    bool m_byLine;
    std::size_t m_conversation = 0;
    QHash<QStringView, int> m_given;                            ///< how many messages have the id
    QHash<std::size_t, QHash<QStringView, std::size_t>> m_places; ///< by conversation and given id: the message
    QHash<std::size_t, QString> m_names;                        ///< of messages that may not keep their id: the new one
    std::vector<std::pair<TextPlace *, QString>> m_written;     ///< what is to be written, once nothing is read any more
};

} // namespace

void makeIdsUnique(domain::ChatLog &log, const std::vector<ConversationStart> &conversations, bool byLine)
{
    bool someGiven = false, linesTell = true;
    quint32 before = 0; // lines count from 1
    for (const LoggedMessage &message : log.messages) {
        someGiven = someGiven || !message.givenId.isEmpty();
        linesTell = linesTell && message.line > before;
        before = message.line;
    }
    if (someGiven || !linesTell)
        IdMaker(log, conversations, byLine).make();
}

} // namespace arb::intake
