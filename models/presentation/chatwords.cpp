// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/chatwords.h>

#include <presentation/formats.h>

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cstdlib>
#include <iterator>

namespace arb::presentation {

namespace {

struct Chat
{
    Q_DECLARE_TR_FUNCTIONS(Chat)
};

int asCount(qsizetype count)
{
    return static_cast<int>(count);
}

bool anyDoubt(const domain::ChatLog &log, domain::ChatDoubt doubt)
{
    return std::any_of(log.messages.begin(), log.messages.end(), [doubt](const domain::LoggedMessage &message) { return message.doubts.testFlag(doubt); });
}

/// There are times whose zone is known.
bool anyZone(const domain::ChatLog &log)
{
    return std::any_of(log.messages.begin(), log.messages.end(),
                       [](const domain::LoggedMessage &message) { return message.at && !message.doubts.testFlag(domain::ChatDoubt::ZoneUnknown); });
}

} // namespace

QString dayOrderText(domain::DayOrder order)
{
    switch (order) {
    case domain::DayOrder::DayMonthYear: return Chat::tr("day, month, year");
    case domain::DayOrder::MonthDayYear: return Chat::tr("month, day, year");
    case domain::DayOrder::YearMonthDay: return Chat::tr("year, month, day");
    }
    return {};
}

QString chatFormatText(const QString &format)
{
    if (format == u"platform")
        return Chat::tr("The platform's log");
    if (format == u"whatsapp")
        return Chat::tr("WhatsApp text");
    if (format == u"telegram")
        return Chat::tr("Telegram JSON");
    if (format == u"exporter_text")
        return Chat::tr("Exporter's text");
    if (format == u"exporter_html")
        return Chat::tr("Exporter's page");
    if (format == u"intercom")
        return Chat::tr("Intercom JSON");
    if (format == u"csv")
        return Chat::tr("Table");
    if (format == u"own")
        return Chat::tr("Chat list of a case file");
    return Chat::tr("Text of no known form");
}

QString chatKindText(domain::LoggedKind kind)
{
    switch (kind) {
    case domain::LoggedKind::Text: return {};
    case domain::LoggedKind::System: return Chat::tr("from the program");
    case domain::LoggedKind::Call: return Chat::tr("call");
    case domain::LoggedKind::Note: return Chat::tr("internal note, not sent to the customer");
    case domain::LoggedKind::Heading: return Chat::tr("another conversation begins");
    case domain::LoggedKind::MediaOmitted: return Chat::tr("file, not part of the export");
    case domain::LoggedKind::Unknown: return Chat::tr("not understood");
    }
    return {};
}

QString chatBackwardsText()
{
    return Chat::tr("earlier than the message above");
}

QString chatFutureText()
{
    return Chat::tr("a time in the future");
}

QString chatFaultText(domain::ChatFault fault)
{
    switch (fault) {
    case domain::ChatFault::Bytes: return Chat::tr("bytes that are no text in this encoding");
    case domain::ChatFault::NoHead: return Chat::tr("belongs to no message");
    case domain::ChatFault::AlmostHead: return Chat::tr("begins like a message, but does not go on like one");
    case domain::ChatFault::ImpossibleDate: return Chat::tr("there is no such date or time");
    case domain::ChatFault::BadJson: return Chat::tr("no whole JSON");
    case domain::ChatFault::MissingPart: return Chat::tr("a part of the message is missing");
    case domain::ChatFault::NoColumns: return Chat::tr("no column of texts was found");
    case domain::ChatFault::UnknownKind: return Chat::tr("a kind of message that is not known here");
    case domain::ChatFault::OpenQuote: return Chat::tr("a quote is not closed");
    case domain::ChatFault::OtherCalendar: return Chat::tr("a year of another calendar, so the message has no time here");
    case domain::ChatFault::TimeNotUnderstood: return Chat::tr("what stands beside the time is not understood, so the message has no time here");
    case domain::ChatFault::SurplusCells: return Chat::tr("more cells than the table has columns, kept below the text");
    }
    return {};
}

QString agreementText(domain::ChatAgreement agreement)
{
    switch (agreement) {
    case domain::ChatAgreement::Same: return Chat::tr("the same");
    case domain::ChatAgreement::Altered: return Chat::tr("similar, differs here");
    case domain::ChatAgreement::OnlyExport: return Chat::tr("only in the export");
    case domain::ChatAgreement::OnlyLog: return Chat::tr("only in the platform's log");
    case domain::ChatAgreement::Moved: return Chat::tr("the same words at another place");
    }
    return {};
}

QString chatProblemText(const domain::ChatLineProblem &problem)
{
    return Chat::tr("line %1, character %2: %3: %4").arg(QString::number(problem.line), QString::number(problem.column), chatFaultText(problem.reason), visibleText(problem.excerpt));
}

QStringList chatDoubtTexts(const domain::ChatLog &log)
{
    QStringList texts;
    if (log.undecodable > 0)
        texts.append(Chat::tr("%n place(s) could not be decoded and are shown as U+FFFD.", nullptr, asCount(log.undecodable)));
    if (log.encodingGuessed)
        texts.append(Chat::tr("Nothing in the file proves its encoding: %1 is a guess.").arg(log.encoding));
    if (log.rareCharacters > 0)
        texts.append(Chat::tr("Read in this encoding, %n character(s) are rare ones. If the words make no sense, it is another encoding.", nullptr, asCount(log.rareCharacters)));
    if (anyDoubt(log, domain::ChatDoubt::ZoneUnknown))
        texts.append(anyZone(log) ? Chat::tr("Some of the export's times name no time zone: these are read as platform time (UTC+8).")
                                  : Chat::tr("The export names no time zone: its times are read as platform time (UTC+8)."));
    if (anyDoubt(log, domain::ChatDoubt::NoSeconds))
        texts.append(Chat::tr("The export's times are to the minute."));
    if (anyDoubt(log, domain::ChatDoubt::BuddhistYear))
        texts.append(Chat::tr("The export's years are taken for those of the Buddhist era: 543 were taken away."));
    if (anyDoubt(log, domain::ChatDoubt::MinguoYear))
        texts.append(Chat::tr("The export's years are taken for those of the Minguo calendar: 1911 were added."));
    if (log.dayOrderByLog && log.dayOrder)
        texts.append(Chat::tr("The order of day and month follows from the platform's log: dates are read as %1.").arg(dayOrderText(*log.dayOrder)));
    if (log.dayOrderOpen && log.dayOrder)
        texts.append(Chat::tr("Nothing in the file tells day from month: dates are read as %1, and the other reading fits as well.").arg(dayOrderText(*log.dayOrder)));
    return texts;
}

QStringList chatSummaryParts(const domain::ChatLog &log, const domain::ChatDifferences *differences)
{
    QStringList parts;
    const auto add = [&parts](const QString &words, qsizetype count) {
        if (count > 0)
            parts.append(words.arg(count));
    };
    if (differences) {
        parts.append(Chat::tr("%1 same").arg(differences->same));
        add(Chat::tr("%1 similar"), differences->altered);
        add(Chat::tr("%1 only here"), differences->onlyExport);
        add(Chat::tr("%1 only in the log"), differences->onlyLog);
        add(Chat::tr("%1 moved"), differences->moved);
    } else {
        parts.append(Chat::tr("Messages: %1").arg(std::ssize(log.messages)));
    }
    add(Chat::tr("%1 not understood"), log.notUnderstood.size());
    add(Chat::tr("%1 not decoded"), log.undecodable);
    if (log.dayOrderOpen)
        parts.append(Chat::tr("day or month first: uncertain"));
    if (log.dayOrderByLog)
        parts.append(Chat::tr("day or month first: by the log"));
    if (anyDoubt(log, domain::ChatDoubt::ZoneUnknown))
        parts.append(anyZone(log) ? Chat::tr("some times without a zone") : Chat::tr("no time zone"));
    if (anyDoubt(log, domain::ChatDoubt::NoSeconds))
        parts.append(Chat::tr("no seconds"));
    if (anyDoubt(log, domain::ChatDoubt::BuddhistYear))
        parts.append(Chat::tr("Buddhist years"));
    if (anyDoubt(log, domain::ChatDoubt::MinguoYear))
        parts.append(Chat::tr("Minguo years"));
    if (log.encodingGuessed)
        parts.append(Chat::tr("encoding guessed"));
    if (differences && differences->shareNothing())
        parts.append(Chat::tr("nothing of it is in the log")); // last: it stays where the room is short
    return parts;
}

QStringList differenceTexts(const domain::ChatDifferences &differences)
{
    QStringList texts;
    if (differences.offsetMs && std::llabs(*differences.offsetMs) >= domain::secondMs) {
        const QString seconds = QString::number(std::llabs(*differences.offsetMs) / domain::secondMs);
        const int support = asCount(differences.offsetSupport);
        const QString agreed = differences.offsetToTheMinute ? Chat::tr("give or take 1 min, since the export names no seconds; %n message(s) agree on it", nullptr, support)
                                                             : Chat::tr("%n message(s) agree on it", nullptr, support);
        texts.append((*differences.offsetMs > 0 ? Chat::tr("The export's clock is ahead of the log's by %1 s; %2. Times are compared after taking that away.")
                                                : Chat::tr("The export's clock is behind the log's by %1 s; %2. Times are compared after adding that."))
                         .arg(seconds, agreed));
    }
    if (differences.shareNothing())
        texts.append(differences.outsideDays ? Chat::tr("Nothing of this export is in the platform's log, and its days lie outside the log's.")
                                             : Chat::tr("Nothing of this export is in the platform's log."));
    texts.append(Chat::tr("%1 the same, %2 similar, %3 only in the export, %4 only in the platform's log, %5 at another place.")
                     .arg(differences.same).arg(differences.altered).arg(differences.onlyExport).arg(differences.onlyLog).arg(differences.moved));
    if (differences.altered + differences.onlyExport + differences.onlyLog + differences.moved > 0)
        texts.append(Chat::tr("A difference is a hint: an export may be of another chat, cut short or edited, and the log may not hold everything."));
    return texts;
}

} // namespace arb::presentation
