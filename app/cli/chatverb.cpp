// SPDX-License-Identifier: GPL-3.0-or-later
#include "chatverb.h"

#include "cli.h"

#include <presentation/chatwords.h>
#include <presentation/errortext.h>
#include <presentation/formats.h>
#include <presentation/labels.h>

#include <usecases/opencase.h>

#include <intake/chatlog.h>

#include <domain/chatdiff.h>
#include <domain/chatevents.h>
#include <domain/masking.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QFile>

#include <algorithm>
#include <optional>
#include <vector>

namespace arb::app {

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

struct ChatWishes
{
    intake::ChatReading reading;
    std::optional<QString> exhibit, file;
    QString search;
    bool differences = false, strict = false;
};

/// "at=2,from=Sender,text=Body". Nothing when a part is no such pair or names no meaning.
std::optional<QHash<QString, QString>> columnsOf(const QString &text)
{
    QHash<QString, QString> columns;
    for (const QString &part : text.split(u',')) {
        const qsizetype equals = part.indexOf(u'=');
        if (equals < 1 || equals + 1 == part.size() || !domain::chatRoles().contains(part.first(equals)))
            return std::nullopt;
        columns.insert(part.first(equals), part.sliced(equals + 1));
    }
    return columns.contains(QStringLiteral("text")) ? std::optional(columns) : std::nullopt;
}

/// The word that is not understood, otherwise.
domain::Result<ChatWishes, QString> wishesOf(Arguments &arguments)
{
    ChatWishes wishes;
    wishes.exhibit = arguments.takeOption(QStringLiteral("--exhibit"));
    wishes.file = arguments.takeOption(QStringLiteral("--file"));
    wishes.search = arguments.takeOption(QStringLiteral("--search")).value_or(QString());
    wishes.differences = arguments.takeFlag(QStringLiteral("--differences"));
    wishes.strict = arguments.takeFlag(QStringLiteral("--strict"));
    if (const auto order = arguments.takeOption(QStringLiteral("--day-order"))) {
        wishes.reading.dayOrder = domain::dayOrderOf(*order);
        if (!wishes.reading.dayOrder)
            return domain::Failure{*order};
    }
    if (const auto zone = arguments.takeOption(QStringLiteral("--zone"))) {
        wishes.reading.zoneMinutes = domain::zoneMinutesOf(*zone);
        if (!wishes.reading.zoneMinutes)
            return domain::Failure{*zone};
    }
    if (const auto encoding = arguments.takeOption(QStringLiteral("--encoding"))) {
        if (!intake::isKnownEncoding(*encoding))
            return domain::Failure{*encoding};
        wishes.reading.encoding = *encoding;
    }
    if (const auto map = arguments.takeOption(QStringLiteral("--map"))) {
        const auto columns = columnsOf(*map);
        if (!columns)
            return domain::Failure{*map};
        wishes.reading.columns = *columns;
    }
    return wishes;
}

/// A chat as it may be shown: texts and names behind the masks of the case. @p now tells what lies in the future.
class ShownChat
{
public:
    ShownChat(const domain::ChatLog &log, const domain::Masks &masks, domain::UtcMs now)
        : m_log(log), m_masks(masks), m_rawMasks(masks), m_naming(domain::namesSpeakers(log)), m_now(now)
    {
        for (const domain::ChatSender &sender : log.senders) {
            if (!isOpen(sender))
                m_rawMasks.addName(sender.name);
        }
    }

    const domain::ChatLog &log() const { return m_log; }
    /// What was not understood, as it stands: it may name whoever speaks.
    QString raw(const QString &text) const { return m_rawMasks.hide(text); }
    QString text(const domain::LoggedMessage &message) const { return words(message, message.text); }
    QString attachment(const domain::LoggedMessage &message) const { return words(message, message.attachment); }
    QString name(qint32 sender) const
    {
        if (sender < 0)
            return {};
        const domain::ChatSender &known = m_log.senders.at(sender);
        return isOpen(known) ? known.name : domain::maskName(known.name);
    }
    bool isBackwards(const domain::LoggedMessage &message) const { return domain::isBackwards(m_log, indexOf(message)); }
    bool isFuture(const domain::LoggedMessage &message) const { return domain::isFuture(message, m_now); }
    bool holds(const domain::LoggedMessage &message, const QString &needle) const
    {
        return needle.isEmpty() || text(message).contains(needle, Qt::CaseInsensitive) || attachment(message).contains(needle, Qt::CaseInsensitive);
    }

private:
    std::size_t indexOf(const domain::LoggedMessage &message) const { return static_cast<std::size_t>(&message - m_log.messages.data()); }
    QString words(const domain::LoggedMessage &message, domain::TextPlace place) const
    {
        const domain::Masks &masks = m_naming[indexOf(message)] ? m_rawMasks : m_masks;
        return masks.hide(m_log.view(place).toString());
    }
    /// A party's code is no name, and a shop's name is public.
    bool isOpen(const domain::ChatSender &sender) const
    {
        const bool isCode = sender.party && sender.name == domain::toCode(*sender.party);
        return m_masks.hidesNothing() || isCode || sender.party == domain::Party::Merchant;
    }

    const domain::ChatLog &m_log;
    domain::Masks m_masks, m_rawMasks;
    std::vector<bool> m_naming; ///< by message: m_rawMasks hide its words
    domain::UtcMs m_now;
};

// --- JSON --------------------------------------------------------------------------------------------------------------

QJsonObject messageJson(const ShownChat &shown, const domain::LoggedMessage &message)
{
    const domain::ChatLog &log = shown.log();
    QJsonObject object{{QStringLiteral("id"), log.id(message)},
                       {QStringLiteral("line"), static_cast<qint64>(message.line)},
                       {QStringLiteral("kind"), domain::chatCode(message.kind)},
                       {QStringLiteral("text"), shown.text(message)}};
    const auto add = [&object](const char *key, const QString &value) {
        if (!value.isEmpty())
            object.insert(QLatin1String(key), value);
    };
    add("at", message.at ? message.at->toRfc3339() : QString());
    add("from", shown.name(message.sender));
    add("party", message.sender >= 0 && log.senders.at(message.sender).party ? domain::toCode(*log.senders.at(message.sender).party) : QString());
    add("attachment", shown.attachment(message));
    add("replyTo", log.view(message.replyTo).toString());
    add("changedAt", message.changedAt ? message.changedAt->toRfc3339() : QString());
    if (message.recalled)
        object.insert(QStringLiteral("recalled"), true);
    if (message.edited)
        object.insert(QStringLiteral("edited"), true);
    if (shown.isBackwards(message))
        object.insert(QStringLiteral("backwards"), true);
    if (shown.isFuture(message))
        object.insert(QStringLiteral("future"), true);
    if (message.doubts)
        object.insert(QStringLiteral("doubts"), QJsonArray::fromStringList(domain::chatCodes(message.doubts)));
    return object;
}

QJsonObject logJson(const ShownChat &shown, const QString &search)
{
    const domain::ChatLog &log = shown.log();
    QJsonArray messages, problems, senders;
    for (const domain::LoggedMessage &message : log.messages) {
        if (shown.holds(message, search))
            messages.append(messageJson(shown, message));
    }
    for (const domain::ChatLineProblem &problem : log.notUnderstood) {
        problems.append(QJsonObject{{QStringLiteral("line"), static_cast<qint64>(problem.line)}, {QStringLiteral("column"), static_cast<qint64>(problem.column)},
                                    {QStringLiteral("reason"), domain::chatCode(problem.reason)}, {QStringLiteral("excerpt"), shown.raw(problem.excerpt)}});
    }
    for (qint32 n = 0; n < static_cast<qint32>(log.senders.size()); ++n) {
        const domain::ChatSender &sender = log.senders.at(n);
        senders.append(QJsonObject{{QStringLiteral("name"), shown.name(n)}, {QStringLiteral("messages"), sender.messages},
                                   {QStringLiteral("party"), sender.party ? QJsonValue(domain::toCode(*sender.party)) : QJsonValue()}});
    }
    return {{QStringLiteral("format"), log.format}, {QStringLiteral("encoding"), log.encoding}, {QStringLiteral("byteOrderMark"), log.byteOrderMark},
            {QStringLiteral("undecodable"), log.undecodable}, {QStringLiteral("encodingGuessed"), log.encodingGuessed},
            {QStringLiteral("rareCharacters"), log.rareCharacters},
            {QStringLiteral("dayOrder"), log.dayOrder ? QJsonValue(domain::chatCode(*log.dayOrder)) : QJsonValue()},
            {QStringLiteral("dayOrderOpen"), log.dayOrderOpen}, {QStringLiteral("senders"), senders}, {QStringLiteral("messages"), messages},
            {QStringLiteral("notUnderstood"), problems}};
}

QJsonArray spansJson(const QList<domain::CharSpan> &spans)
{
    QJsonArray array;
    for (const domain::CharSpan &span : spans)
        array.append(QJsonArray{span.from, span.size});
    return array;
}

QJsonObject differencesJson(const domain::ChatDifferences &differences, const ShownChat &exported, const ShownChat &logged)
{
    QJsonArray rows, parties;
    for (const domain::ChatDifferenceRow &row : differences.rows) {
        if (row.agreement == domain::ChatAgreement::Same && row.timeDiffersMs == 0 && !row.senderDiffers)
            continue;
        QJsonObject object{{QStringLiteral("is"), domain::chatCode(row.agreement)}};
        if (row.exported >= 0)
            object.insert(QStringLiteral("export"), messageJson(exported, exported.log().messages[static_cast<std::size_t>(row.exported)]));
        if (row.logged >= 0)
            object.insert(QStringLiteral("log"), messageJson(logged, logged.log().messages[static_cast<std::size_t>(row.logged)]));
        if (row.agreement == domain::ChatAgreement::Altered) { // of what is shown, which may be masked
            const domain::TextDifference texts = domain::differenceOf(exported.text(exported.log().messages[static_cast<std::size_t>(row.exported)]),
                                                                      logged.text(logged.log().messages[static_cast<std::size_t>(row.logged)]));
            object.insert(QStringLiteral("exportSpans"), spansJson(texts.left));
            object.insert(QStringLiteral("logSpans"), spansJson(texts.right));
        }
        if (row.timeDiffersMs != 0)
            object.insert(QStringLiteral("timeDiffersMs"), row.timeDiffersMs);
        if (row.senderDiffers)
            object.insert(QStringLiteral("senderDiffers"), true);
        rows.append(object);
    }
    for (const auto &party : differences.parties)
        parties.append(party ? QJsonValue(domain::toCode(*party)) : QJsonValue());
    return {{QStringLiteral("same"), differences.same}, {QStringLiteral("altered"), differences.altered}, {QStringLiteral("onlyInExport"), differences.onlyExport},
            {QStringLiteral("onlyInLog"), differences.onlyLog}, {QStringLiteral("moved"), differences.moved},
            {QStringLiteral("offsetMs"), differences.offsetMs ? QJsonValue(*differences.offsetMs) : QJsonValue()},
            {QStringLiteral("offsetToTheMinute"), differences.offsetToTheMinute}, {QStringLiteral("offsetSupport"), differences.offsetSupport}, {QStringLiteral("parties"), parties}, {QStringLiteral("rows"), rows}};
}

// --- words -------------------------------------------------------------------------------------------------------------

QString messageLine(const ShownChat &shown, const domain::LoggedMessage &message)
{
    QStringList parts{shown.log().id(message), message.at ? presentation::dateTimeText(*message.at) : CliWords::tr("no time"),
                      presentation::visibleText(shown.name(message.sender))};
    if (shown.isBackwards(message))
        parts.append(u'(' + presentation::chatBackwardsText() + u')');
    if (shown.isFuture(message))
        parts.append(u'(' + presentation::chatFutureText() + u')');
    if (const QString kind = presentation::chatKindText(message.kind); !kind.isEmpty())
        parts.append(u'(' + kind + u')');
    if (message.recalled)
        parts.append(u'(' + CliWords::tr("recalled") + u')');
    if (message.edited)
        parts.append(u'(' + CliWords::tr("edited") + u')');
    if (!message.replyTo.isEmpty())
        parts.append(u'(' + CliWords::tr("answers %1").arg(presentation::visibleText(shown.log().view(message.replyTo).toString())) + u')');
    QString text = presentation::visibleText(shown.text(message));
    text.replace(QLatin1String("\n"), QLatin1String("\n      ")); // a line of a text must not look like the next message
    parts.append(text);
    if (!message.attachment.isEmpty())
        parts.append(u'[' + presentation::visibleText(shown.attachment(message)) + u']');
    return parts.join(QStringLiteral("  "));
}

void printLog(Cli &cli, const ShownChat &shown, const QString &search)
{
    const domain::ChatLog &log = shown.log();
    cli.print(QStringLiteral("%1, %2, %3").arg(presentation::chatFormatText(log.format), log.encoding, CliWords::tr("%n message(s)", nullptr, static_cast<int>(log.messages.size()))));
    for (const QString &doubt : presentation::chatDoubtTexts(log))
        cli.print(doubt);
    if (log.encodingGuessed)
        cli.print(CliWords::tr("To read it in another encoding add --encoding NAME, such as Big5 or ISO-8859-1."));
    if (log.hasUnknownColumns())
        cli.print(CliWords::tr("This looks like a table. Say what its columns mean: --map at=1,from=2,text=3 (numbers, or names of the first row)."));
    if (log.dayOrderOpen && log.dayOrder != domain::DayOrder::YearMonthDay)
        cli.print(CliWords::tr("For the other reading add --day-order %1.").arg(log.dayOrder == domain::DayOrder::DayMonthYear ? QStringLiteral("mdy") : QStringLiteral("dmy")));
    QString text;
    for (const domain::LoggedMessage &message : log.messages) {
        if (shown.holds(message, search))
            text += QString(messageLine(shown, message) + u'\n');
    }
    cli.raw(text.toUtf8());
    if (log.notUnderstood.isEmpty())
        return;
    cli.print(CliWords::tr("Not understood, and kept as they are:"));
    for (domain::ChatLineProblem problem : log.notUnderstood) {
        problem.excerpt = shown.raw(problem.excerpt);
        cli.print(QStringLiteral("  ") + presentation::chatProblemText(problem));
    }
}

void printDifferences(Cli &cli, const domain::ChatDifferences &differences, const ShownChat &exported, const ShownChat &logged)
{
    for (const QString &sentence : presentation::differenceTexts(differences))
        cli.print(sentence);
    for (const domain::ChatDifferenceRow &row : differences.rows) {
        if (row.agreement == domain::ChatAgreement::Same && row.timeDiffersMs == 0 && !row.senderDiffers)
            continue;
        QString title = presentation::agreementText(row.agreement);
        if (row.timeDiffersMs != 0)
            title += CliWords::tr(", time differs by %1 s").arg(row.timeDiffersMs / domain::secondMs);
        if (row.senderDiffers)
            title += CliWords::tr(", sent by another party");
        cli.print(title);
        if (row.exported >= 0)
            cli.print(QStringLiteral("  > ") + messageLine(exported, exported.log().messages[static_cast<std::size_t>(row.exported)]));
        if (row.logged >= 0)
            cli.print(QStringLiteral("  = ") + messageLine(logged, logged.log().messages[static_cast<std::size_t>(row.logged)]));
    }
}

// --- the verb ----------------------------------------------------------------------------------------------------------

int statusOf(const ChatWishes &wishes, const domain::ChatLog &log)
{
    return wishes.strict && !log.notUnderstood.isEmpty() ? Problems : Done;
}

int chatOfFile(Cli &cli, const ChatWishes &wishes)
{
    QFile file(*wishes.file);
    if (!file.open(QIODevice::ReadOnly) || file.isSequential())
        return cli.fail(CliWords::tr("%1 cannot be read.").arg(*wishes.file));
    if (file.size() > intake::maxChatBytes)
        return cli.fail(CliWords::tr("%1 is larger than %2 MiB.").arg(*wishes.file, QString::number(intake::maxChatBytes / (1024 * 1024))));
    const domain::ChatLog log = intake::readChat(file.readAll(), wishes.reading);
    const domain::UtcMs now(QDateTime::currentMSecsSinceEpoch()); // there is no desk whose clock could be asked
    const ShownChat shown(log, domain::Masks::nothing(), now);    // whoever has the file has read it
    if (cli.json())
        cli.print(logJson(shown, wishes.search));
    else
        printLog(cli, shown, wishes.search);
    return statusOf(wishes, log);
}

/// The exhibit that is meant: the named one, or the only chat where the export is asked for.
const domain::Exhibit *meantExhibit(const domain::CaseFile &file, const ChatWishes &wishes)
{
    const domain::Exhibit *meant = nullptr;
    for (const domain::Exhibit &exhibit : file.exhibits) {
        if (exhibit.kind != domain::ExhibitKind::Chat || (wishes.exhibit && exhibit.id != *wishes.exhibit))
            continue;
        if (meant)
            return nullptr;
        meant = &exhibit;
    }
    return meant;
}

int chatOfCase(Cli &cli, Arguments &arguments, const ChatWishes &wishes)
{
    const auto named = namedCase(cli, arguments, true);
    if (!named)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    const auto view = usecases::OpenCase(desk)(named->actor, named->id);
    if (!view)
        return cli.fail(view.error());
    const auto record = desk.cases.record(named->id); // unmasked, or masks would look like differences
    if (!record)
        return cli.fail(usecases::CommandError(record.error()));
    const domain::ChatLog platform = domain::chatLogOf(record->file.chat);
    const ShownChat logged(platform, view->masks, view->now);
    if (!wishes.exhibit && !wishes.differences) {
        if (cli.json())
            cli.print(logJson(logged, wishes.search));
        else
            printLog(cli, logged, wishes.search);
        return Done;
    }
    const domain::Exhibit *exhibit = meantExhibit(record->file, wishes);
    if (!exhibit)
        return cli.fail(wishes.exhibit ? CliWords::tr("“%1” is no chat among the exhibits of this case.").arg(*wishes.exhibit)
                                       : CliWords::tr("This case does not have exactly one exported chat; name one with --exhibit."));
    const auto vault = cli.workspace()->vault().real();
    if (!vault)
        return cli.fail(presentation::vaultText(vault.error()));
    const auto bytes = (*vault)->read(exhibit->sha256);
    if (!bytes)
        return cli.fail(presentation::vaultText(bytes.error()));
    domain::ChatLog log = intake::readChat(*bytes, wishes.reading);
    // Who is who decides whose name is masked: the same whether differences are asked for or not.
    const domain::ChatDifferences differences = domain::compareChats(log, record->file.chat);
    for (qsizetype n = 0; n < differences.parties.size(); ++n)
        log.senders[n].party = differences.parties.at(n);
    const ShownChat shown(log, view->masks, view->now);
    if (cli.json()) {
        QJsonObject object = logJson(shown, wishes.search);
        object.insert(QStringLiteral("exhibit"), exhibit->id);
        if (wishes.differences)
            object.insert(QStringLiteral("differences"), differencesJson(differences, shown, logged));
        cli.print(object);
        return statusOf(wishes, log);
    }
    printLog(cli, shown, wishes.search);
    if (wishes.differences)
        printDifferences(cli, differences, shown, logged);
    return statusOf(wishes, log);
}

} // namespace

int chat(Cli &cli, Arguments &arguments)
{
    const auto wishes = wishesOf(arguments);
    if (!wishes)
        return cli.usage(wishes.error());
    if (!wishes->file)
        return chatOfCase(cli, arguments, *wishes);
    if (!arguments.leftOver().isEmpty() || wishes->exhibit || wishes->differences)
        return cli.usage(!arguments.leftOver().isEmpty() ? arguments.leftOver() : wishes->exhibit ? QStringLiteral("--exhibit") : QStringLiteral("--differences"));
    return chatOfFile(cli, *wishes);
}

} // namespace arb::app
