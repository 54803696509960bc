// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/chatreading.h"

#include <intake/chatlog.h>

#include <domain/chatdayorder.h>
#include <domain/masking.h>

#include <memory>
#include <utility>

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

namespace {

struct BesideLog
{
    domain::ChatLog log;
    domain::ChatDifferences differences; ///< empty where there is no log
};

BesideLog readBeside(const QByteArray &bytes, const domain::ChatReading &reading, const QList<domain::ChatMessage> &platform, bool masked)
{
    BesideLog read{intake::readChat(bytes, reading), {}};
    if (masked)
        read.log = maskedLog(read.log);
    if (!platform.isEmpty())
        read.differences = domain::compareChats(read.log, platform);
    return read;
}

/// Where nothing in the file tells day from month, the platform's log may.
BesideLog readByLog(const QByteArray &bytes, const domain::ChatReading &reading, const QList<domain::ChatMessage> &platform, bool masked)
{
    BesideLog read = readBeside(bytes, reading, platform, masked);
    if (!read.log.dayOrderOpen || !read.log.otherDayOrder || platform.isEmpty())
        return read;
    domain::ChatReading turned = reading;
    turned.dayOrder = read.log.otherDayOrder;
    BesideLog other = readBeside(bytes, turned, platform, masked);
    const auto order = domain::orderByLog({read.log, read.differences}, {other.log, other.differences}, platform);
    if (!order)
        return read;
    if (order == other.log.dayOrder)
        read = std::move(other);
    read.log.dayOrderOpen = false;
    read.log.dayOrderByLog = true;
    for (domain::LoggedMessage &message : read.log.messages)
        message.doubts.setFlag(domain::ChatDoubt::DayOrderAssumed, false);
    return read;
}

} // namespace

ui::ReadChat readChatOf(const QByteArray &bytes, const domain::ChatReading &reading, const QList<domain::ChatMessage> &platform, bool masked)
{
    BesideLog beside = readByLog(bytes, reading, platform, masked);
    ui::ReadChat read;
    // An export of another chat would be marked from end to end, which says nothing.
    if (beside.differences.same + beside.differences.altered + beside.differences.moved > 0)
        read.differences = std::make_shared<const domain::ChatDifferences>(std::move(beside.differences));
    read.log = std::make_shared<const domain::ChatLog>(std::move(beside.log));
    read.search = std::make_shared<const domain::ChatSearch>(read.log);
    read.dated = domain::datedMessages(*read.log, read.differences.get(), platform);
    return read;
}

} // namespace arb::app
