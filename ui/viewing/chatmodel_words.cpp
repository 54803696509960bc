// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/chatmodel.h"

#include <presentation/chatwords.h>
#include <presentation/formats.h>
#include <presentation/labels.h>

#include <algorithm>

/// What is said beside and between the messages.
namespace arb::ui {

namespace {

QString chatClockText(domain::UtcMs at, domain::ChatDoubts doubts = {})
{
    const QString clock = at.toPlatform().toString(doubts.testFlag(domain::ChatDoubt::NoSeconds) ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss"));
    const bool isUncertain = doubts.testFlag(domain::ChatDoubt::ZoneUnknown) || doubts.testFlag(domain::ChatDoubt::DayOrderAssumed)
        || doubts.testFlag(domain::ChatDoubt::BuddhistYear) || doubts.testFlag(domain::ChatDoubt::MinguoYear);
    return isUncertain ? QString(u'~' + clock) : clock;
}

} // namespace

QString ChatModel::breakText(const ChatRow &shown) const
{
    if (shown.kind == ChatRow::Kind::Gap)
        return tr("%1 of silence").arg(presentation::durationText(shown.gapMs));
    const std::optional<domain::UtcMs> at = shownAt(shown);
    if (shown.kind != ChatRow::Kind::Day || !at)
        return {};
    const QString text = at->toPlatform().date().toString(Qt::ISODate);
    return shown.gapMs < 2 * domain::dayMs ? text : tr("%1 (%2 later)").arg(text, presentation::durationText(shown.gapMs));
}

QString ChatModel::senderText(const ChatEntry &entry) const
{
    if (!entry.party || entry.sender == domain::toCode(*entry.party))
        return entry.party ? presentation::label(*entry.party) : entry.sender;
    return entry.sender.isEmpty() ? presentation::label(*entry.party) : QStringLiteral("%1 · %2").arg(presentation::label(*entry.party), entry.sender);
}

QString ChatModel::footText(const ChatEntry &entry) const
{
    QStringList parts;
    if (entry.at)
        parts.append(chatClockText(*entry.at, entry.doubts));
    else if (m_isExport)
        parts.append(tr("line %1, without a time").arg(entry.line));
    if (entry.backwards)
        parts.append(presentation::chatBackwardsText());
    if (entry.future)
        parts.append(presentation::chatFutureText());
    if (m_isExport)
        parts.append(presentation::chatKindText(entry.kind));
    if (entry.edited)
        parts.append(entry.editedAt ? tr("edited %1").arg(chatClockText(*entry.editedAt)) : tr("edited"));
    if (entry.recalled)
        parts.append(entry.recalledAt ? tr("recalled %1").arg(chatClockText(*entry.recalledAt)) : tr("recalled"));
    if (entry.replies > 0)
        parts.append(tr("%n reply(s)", nullptr, entry.replies));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString ChatModel::quoteText(const ChatEntry &entry) const
{
    if (entry.replyTo.isEmpty())
        return {};
    const int at = entry.isLogged ? rowOfLogged(entry.replyTo) : rowOf(entry.replyTo);
    if (at < 0)
        return tr("Reply to a message that is not in this chat");
    constexpr qsizetype longest = 200;
    // What the log's message answers was said in the log's words, however the export has them.
    const ChatEntry quoted = entry.isLogged ? loggedEntry(m_platformIds.value(entry.replyTo)) : message(row(at).message);
    return tr("%1: %2").arg(senderText(quoted), quoted.text.left(longest).replace(u'\n', u' '));
}

QString ChatModel::excerpt(int first, int last) const
{
    QString lines;
    for (int at = first; at <= last; ++at) {
        if (!isMessage(at))
            continue;
        const ChatEntry said = entry(at);
        const QString day = said.at ? said.at->toPlatform().date().toString(Qt::ISODate) + u' ' : QString();
        QStringList words{quoteText(said), said.text, presentation::visibleText(said.exhibit), said.attachment, partText(said)};
        if (!words.first().isEmpty())
            words.first() = tr("(in reply to %1)").arg(words.first());
        words.removeAll(QString());
        lines += QStringLiteral("\n[%1] %2%3 %4: %5").arg(presentation::visibleText(said.id), day, footText(said), senderText(said), words.join(u' '));
    }
    return lines;
}

QString ChatModel::partText(const ChatEntry &entry) const
{
    return entry.parts < 2 ? QString() : tr("Part %1 of %2 of a long message: show more (Right, Left)").arg(entry.part + 1).arg(entry.parts);
}

QString ChatModel::loggedText(const ChatEntry &entry, qsizetype *wordsFrom) const
{
    if (!entry.altered || (entry.logged.isEmpty() && entry.part > 0))
        return {};
    const QString frame = tr("the log says: %1");
    if (wordsFrom)
        *wordsFrom = std::max<qsizetype>(0, frame.indexOf(QStringLiteral("%1")));
    return entry.logged.isEmpty() ? tr("the log has no words here") : frame.arg(entry.logged);
}

QString ChatModel::differenceText(int at) const
{
    if (row(at).kind == ChatRow::Kind::Missing)
        return presentation::agreementText(domain::ChatAgreement::OnlyLog);
    const domain::ChatDifferenceRow *difference = differenceAt(at);
    if (!difference)
        return {};
    QStringList parts;
    if (difference->agreement != domain::ChatAgreement::Same)
        parts.append(presentation::agreementText(difference->agreement));
    if (difference->senderDiffers)
        parts.append(tr("said by somebody else than in the log"));
    if (difference->timeDiffersMs != 0)
        parts.append(difference->timeDiffersMs > 0 ? tr("%1 later than in the log").arg(presentation::durationText(difference->timeDiffersMs))
                                                   : tr("%1 earlier than in the log").arg(presentation::durationText(-difference->timeDiffersMs)));
    return parts.join(QStringLiteral(" · "));
}

} // namespace arb::ui
