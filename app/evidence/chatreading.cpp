// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/chatreading.h"

#include <intake/chatlog.h>

#include <domain/masking.h>

namespace arb::app {

domain::ChatLog maskedLog(const domain::ChatLog &log)
{
    domain::ChatLog masked = log;
    masked.words.clear();
    masked.words.reserve(log.words.size());
    const auto append = [&masked](const QString &text) {
        const domain::TextPlace place{static_cast<quint32>(masked.words.size()), static_cast<quint32>(text.size())};
        masked.words += text;
        masked.words += u'\n';
        return place;
    };
    for (domain::LoggedMessage &message : masked.messages) {
        message.text = append(domain::maskInText(log.view(message.text).toString()));
        message.attachment = append(domain::maskInText(log.view(message.attachment).toString()));
        message.replyTo = append(log.view(message.replyTo).toString());
        message.givenId = append(log.view(message.givenId).toString());
    }
    for (domain::ChatSender &sender : masked.senders) {
        const bool isCode = sender.party && sender.name == domain::toCode(*sender.party);
        if (!isCode && sender.party != domain::Party::Merchant)
            sender.name = domain::maskName(sender.name);
    }
    for (domain::ChatLineProblem &problem : masked.notUnderstood)
        problem.excerpt = domain::maskInText(problem.excerpt);
    for (QStringList &row : masked.tableHead) {
        for (QString &field : row)
            field = domain::maskInText(field);
    }
    return masked;
}

ui::ReadChat readChatOf(const QByteArray &bytes, const domain::ChatReading &reading, const QList<domain::ChatMessage> &platform, bool masked)
{
    domain::ChatLog log = intake::readChat(bytes, reading);
    if (masked)
        log = maskedLog(log);
    ui::ReadChat read;
    if (!platform.isEmpty()) {
        auto differences = std::make_shared<domain::ChatDifferences>(domain::compareChats(log, platform));
        // An export of another chat would be marked from end to end, which says nothing.
        if (differences->same + differences->altered + differences->moved > 0)
            read.differences = std::move(differences);
    }
    read.log = std::make_shared<const domain::ChatLog>(std::move(log));
    read.search = std::make_shared<const domain::ChatSearch>(read.log);
    return read;
}

} // namespace arb::app
