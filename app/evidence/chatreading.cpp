// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/chatreading.h"

#include <intake/chatlog.h>

#include <domain/chatdayorder.h>
#include <domain/masking.h>

#include <QtCore/QHash>

#include <memory>
#include <optional>
#include <utility>

namespace arb::app {

namespace {

/// A party's code is no name, and a shop's name is public.
bool isOpenName(const domain::ChatSender &sender, const std::optional<domain::Party> &told)
{
    const bool isCode = sender.party && sender.name == domain::toCode(*sender.party);
    return isCode || (sender.party ? sender.party : told) == domain::Party::Merchant;
}

domain::ChatLog withMaskedWords(const domain::ChatLog &log)
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
    for (domain::ChatLineProblem &problem : masked.notUnderstood)
        problem.excerpt = domain::maskInText(problem.excerpt);
    for (QStringList &row : masked.tableHead) {
        for (QString &field : row)
            field = domain::maskInText(field);
    }
    return masked;
}

/// Only when it is known who is who: @p parties as of ChatDifferences, empty where nothing tells. A table's first rows hold the names as well.
void maskNames(domain::ChatLog &log, const QList<std::optional<domain::Party>> &parties)
{
    QHash<QString, QString> hidden;
    for (qsizetype n = 0; n < log.senders.size(); ++n) {
        domain::ChatSender &sender = log.senders[n];
        if (isOpenName(sender, parties.value(n)))
            continue;
        const QString masked = domain::maskName(sender.name);
        hidden.insert(sender.name, masked);
        sender.name = masked;
    }
    for (QStringList &row : log.tableHead) {
        for (QString &field : row)
            field = hidden.value(field, field);
    }
}

struct BesideLog
{
    domain::ChatLog log;
    domain::ChatDifferences differences; ///< empty where there is no log
};

BesideLog readBeside(const QByteArray &bytes, const domain::ChatReading &reading, const QList<domain::ChatMessage> &platform, bool masked)
{
    BesideLog read{intake::readChat(bytes, reading), {}};
    if (masked)
        read.log = withMaskedWords(read.log); // as the platform's are
    if (!platform.isEmpty())
        read.differences = domain::compareChats(read.log, platform);
    if (masked)
        maskNames(read.log, read.differences.parties);
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
