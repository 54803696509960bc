// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <intake/chatlog.h>

#include <QtCore/QSet>
#include <QtCore/QString>

#include <vector>

namespace arb::tests {

/// What of @p log breaks a promise of domain/chatlog.h: places outside of words, senders that are not there, two messages
/// of one id, and, in formats of lines, a line that is not blank and in no message (a direction mark in front of a text belongs to
/// nobody). Empty: nothing.
inline QString brokenPromiseOf(const domain::ChatLog &log)
{
    const auto isInside = [&log](domain::TextPlace place) { return qint64(place.from) + place.size <= log.words.size(); };
    std::vector<bool> covered(static_cast<std::size_t>(log.words.size()), false);
    std::vector<bool> headLine(static_cast<std::size_t>(log.words.count(u'\n')) + 2, false);
    QSet<QString> ids;
    for (const domain::LoggedMessage &message : log.messages) {
        if (!isInside(message.text) || !isInside(message.attachment) || !isInside(message.replyTo) || !isInside(message.givenId))
            return QStringLiteral("a place outside of the words");
        if (message.sender >= log.senders.size() || message.line == 0)
            return QStringLiteral("a message of nobody or of no line");
        const QString id = log.id(message);
        if (ids.contains(id))
            return QStringLiteral("two messages are %1").arg(id);
        ids.insert(id);
        for (quint32 n = 0; n < message.text.size; ++n)
            covered[message.text.from + n] = true;
        if (message.line < headLine.size())
            headLine[message.line] = true;
    }
    if (log.format != u"whatsapp" && log.format != u"exporter_text" && log.format != u"text")
        return {};
    std::size_t number = 1;
    for (qsizetype from = 0; from < log.words.size(); ++number) {
        const qsizetype feed = log.words.indexOf(u'\n', from), to = feed < 0 ? log.words.size() : feed;
        const QStringView line = QStringView(log.words).sliced(from, to - from);
        qsizetype first = 0;
        while (first < line.size() && (line[first].isSpace() || line[first].category() == QChar::Other_Format))
            ++first;
        if (first < line.size() && !headLine[number] && !covered[static_cast<std::size_t>(from + first)])
            return QStringLiteral("line %1 is lost").arg(number);
        from = to + 1;
    }
    return {};
}

} // namespace arb::tests
