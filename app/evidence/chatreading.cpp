// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/chatreading.h"

#include <intake/chatlog.h>

#include <domain/chatdayorder.h>
#include <domain/masking.h>

#include <QtCore/QHash>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace arb::app {

namespace {

/// A party's code is no name, and a shop's name is public.
bool isOpenName(const domain::ChatSender &sender, const std::optional<domain::Party> &told)
{
    const bool isCode = sender.party && sender.name == domain::toCode(*sender.party);
    return isCode || (sender.party ? sender.party : told) == domain::Party::Merchant;
}

/// @p log with the words of each message as @p change makes them: (message's index, words) -> words.
template<typename Change>
domain::ChatLog withWords(const domain::ChatLog &log, Change change)
{
    domain::ChatLog changed = log;
    changed.words.clear();
    changed.words.reserve(log.words.size());
    const auto append = [&changed](const QString &text) {
        const domain::TextPlace place{static_cast<quint32>(changed.words.size()), static_cast<quint32>(text.size())};
        changed.words += text;
        changed.words += u'\n';
        return place;
    };
    for (std::size_t n = 0; n < changed.messages.size(); ++n) {
        domain::LoggedMessage &message = changed.messages[n];
        message.text = append(change(n, log.view(message.text).toString()));
        message.attachment = append(change(n, log.view(message.attachment).toString()));
        message.replyTo = append(log.view(message.replyTo).toString());
        message.givenId = append(log.view(message.givenId).toString());
    }
    return changed;
}

/// What was not understood, and a table's first rows, which are kept as they stand.
void maskRaw(domain::ChatLog &log, const domain::Masks &masks)
{
    for (domain::ChatLineProblem &problem : log.notUnderstood)
        problem.excerpt = masks.hide(problem.excerpt);
    for (QStringList &row : log.tableHead) {
        for (QString &field : row)
            field = masks.hide(field);
    }
}

domain::ChatLog withMaskedWords(const domain::ChatLog &log, const domain::Masks &masks)
{
    domain::ChatLog masked = withWords(log, [&masks](std::size_t, const QString &words) { return masks.hide(words); });
    maskRaw(masked, masks);
    return masked;
}

/// Who speaks is hidden in what is no part of what somebody says as well, except where @p platform has the very same words.
void maskSpokenOf(domain::ChatLog &log, domain::ChatDifferences &differences, const QList<domain::ChatMessage> &platform, const domain::Masks &masks)
{
    maskRaw(log, masks);
    std::vector<bool> named = domain::namesSpeakers(log);
    for (const domain::ChatDifferenceRow &row : differences.rows) {
        if (row.exported >= 0 && row.logged >= 0 && row.agreement != domain::ChatAgreement::Altered)
            named[static_cast<std::size_t>(row.exported)] = false;
    }
    if (std::ranges::find(named, true) == named.cend())
        return;
    log = withWords(log, [&](std::size_t n, const QString &words) { return named[n] ? masks.hide(words) : words; });
    for (domain::ChatDifferenceRow &row : differences.rows) { // places in words that may be shorter now
        if (row.agreement != domain::ChatAgreement::Altered || row.exported < 0 || row.logged < 0 || !named[static_cast<std::size_t>(row.exported)])
            continue;
        domain::TextDifference texts = domain::differenceOf(log.text(log.messages[static_cast<std::size_t>(row.exported)]), platform.at(row.logged).text);
        row.exportSpans = std::move(texts.left);
        row.logSpans = std::move(texts.right);
    }
}

/// Only when it is known who is who: the parties of @p differences, empty where nothing tells. A table's first rows hold the names as
/// well, and so may what was not understood.
void maskNames(domain::ChatLog &log, domain::ChatDifferences &differences, const QList<domain::ChatMessage> &platform, domain::Masks masks)
{
    QHash<QString, QString> hidden;
    for (qsizetype n = 0; n < log.senders.size(); ++n) {
        domain::ChatSender &sender = log.senders[n];
        if (isOpenName(sender, differences.parties.value(n)))
            continue;
        const QString masked = domain::maskName(sender.name);
        hidden.insert(sender.name, masked);
        masks.addName(sender.name);
        sender.name = masked;
    }
    if (hidden.isEmpty())
        return;
    for (QStringList &row : log.tableHead) {
        for (QString &field : row)
            field = hidden.value(field, field);
    }
    maskSpokenOf(log, differences, platform, masks);
}

struct BesideLog
{
    domain::ChatLog log;
    domain::ChatDifferences differences; ///< empty where there is no log
};

BesideLog readBeside(const QByteArray &bytes, const domain::ChatReading &reading, const QList<domain::ChatMessage> &platform, const domain::Masks &masks)
{
    BesideLog read{intake::readChat(bytes, reading), {}};
    if (!masks.hidesNothing())
        read.log = withMaskedWords(read.log, masks); // as the platform's are
    if (!platform.isEmpty())
        read.differences = domain::compareChats(read.log, platform);
    if (!masks.hidesNothing())
        maskNames(read.log, read.differences, platform, masks);
    return read;
}

/// Where nothing in the file tells day from month, the platform's log may.
BesideLog readByLog(const QByteArray &bytes, const domain::ChatReading &reading, const QList<domain::ChatMessage> &platform, const domain::Masks &masks)
{
    BesideLog read = readBeside(bytes, reading, platform, masks);
    if (!read.log.dayOrderOpen || !read.log.otherDayOrder || platform.isEmpty())
        return read;
    domain::ChatReading turned = reading;
    turned.dayOrder = read.log.otherDayOrder;
    BesideLog other = readBeside(bytes, turned, platform, masks);
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

ui::ReadChat readChatOf(const QByteArray &bytes, const domain::ChatReading &reading, const QList<domain::ChatMessage> &platform, const domain::Masks &masks)
{
    BesideLog beside = readByLog(bytes, reading, platform, masks);
    ui::ReadChat read;
    // One that shares nothing is marked from end to end: it may be of another chat, and it may be invented. Only rows that nobody has
    // explained yet are no messages that the log could lack.
    const domain::ChatDifferences &found = beside.differences;
    const bool isLaidBeside = found.same + found.altered + found.moved > 0 || (found.shareNothing() && !beside.log.hasUnknownColumns());
    if (isLaidBeside)
        read.differences = std::make_shared<const domain::ChatDifferences>(std::move(beside.differences));
    read.log = std::make_shared<const domain::ChatLog>(std::move(beside.log));
    read.search = std::make_shared<const domain::ChatSearch>(read.log);
    read.dated = domain::datedMessages(*read.log, read.differences.get(), platform);
    if (read.differences)
        read.words = domain::loggedWords(*read.differences, platform);
    return read;
}

} // namespace arb::app
