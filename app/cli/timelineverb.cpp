// SPDX-License-Identifier: GPL-3.0-or-later
#include "timelineverb.h"

#include "cli.h"

#include "../evidence/chatreading.h"

#include <presentation/timelinemodel.h>

#include <domain/casejson.h>
#include <domain/timelinerules.h>

#include <usecases/examination.h>
#include <usecases/opencase.h>

#include <QtCore/QCoreApplication>

#include <utility>

namespace arb::app {

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QJsonObject eventJson(const domain::TimelineEvent &event)
{
    QJsonObject object{{QStringLiteral("lane"), domain::toCode(event.lane)},
                       {QStringLiteral("what"), domain::toCode(event.what)},
                       {QStringLiteral("party"), domain::toCode(event.party)},
                       {QStringLiteral("at"), event.at.toRfc3339()},
                       {QStringLiteral("certainty"), domain::toCode(event.certainty)}};
    if (event.earliest != event.latest) {
        object.insert(QStringLiteral("earliest"), event.earliest.toRfc3339());
        object.insert(QStringLiteral("latest"), event.latest.toRfc3339());
    }
    for (const auto &[key, text] : {std::pair("code", event.code), std::pair("text", event.text), std::pair("device", event.device),
                                    std::pair("element", event.element), std::pair("message", event.message),
                                    std::pair("name", event.name), std::pair("logged", event.logged)}) {
        if (!text.isEmpty())
            object.insert(QLatin1String(key), text);
    }
    if (!event.exhibits.isEmpty())
        object.insert(QStringLiteral("exhibits"), QJsonArray::fromStringList(event.exhibits));
    object.insert(QStringLiteral("citation"), event.isCitable() ? QJsonValue(domain::toJson(event.citation)) : QJsonValue());
    return object;
}

/// "first", "second" and "others" count the events from 0.
QJsonObject clashJson(const domain::TimelineClash &clash, const domain::CaseTimeline &timeline)
{
    QJsonArray others;
    for (const int event : clash.others)
        others.append(event);
    return {{QStringLiteral("rule"), domain::toCode(clash.rule)}, {QStringLiteral("certain"), clash.certain},
            {QStringLiteral("first"), clash.first}, {QStringLiteral("second"), clash.second},
            {QStringLiteral("others"), others}, {QStringLiteral("apartMs"), clash.apartMs},
            {QStringLiteral("clockOffsetMs"), clash.rule == domain::TimelineRule::DeviceClockOff ? QJsonValue(clash.offsetMs) : QJsonValue()},
            {QStringLiteral("words"), presentation::clashText(clash, timeline)}};
}

/// The case's exported chats, each read as the asker left it in the window, and its texts. One that cannot be read has no events:
/// `verify` and `chat` say why.
QList<domain::ExportedChat> exportsOf(Cli &cli, const usecases::Desk &desk, const usecases::Actor &actor, domain::CaseId id, const usecases::CaseView &view)
{
    const auto vault = cli.workspace()->vault().real();
    if (!vault)
        return {};
    const auto examined = usecases::ExaminationCommands(desk).examination(actor, id);
    const QList<domain::ExhibitView> views = examined ? examined->views : QList<domain::ExhibitView>();
    QList<domain::ExportedChat> exports;
    for (const domain::Exhibit &exhibit : view.record.file.exhibits) {
        const bool isText = exhibit.kind == domain::ExhibitKind::Text;
        if ((exhibit.kind != domain::ExhibitKind::Chat && !isText) || exhibit.sha256.isEmpty() || exhibit.derivedFrom)
            continue;
        const auto bytes = (*vault)->read(exhibit.sha256);
        if (!bytes)
            continue;
        if (isText) {
            exports.append({exhibit.id, {}, view.masks.hide(QString::fromUtf8(*bytes).left(domain::mostStatementWords))});
            continue;
        }
        domain::ChatReading reading;
        for (const domain::ExhibitView &left : views) {
            if (left.exhibit == exhibit.id && left.sha256 == exhibit.sha256)
                reading = left.reading;
        }
        const ui::ReadChat read = readChatOf(*bytes, reading, view.record.file.chat, view.masks);
        exports.append({exhibit.id, read.dated, read.words});
    }
    return exports;
}

} // namespace

int showTimeline(Cli &cli, Arguments &arguments)
{
    const auto named = namedCase(cli, arguments, true);
    if (!named)
        return cli.actorStatus();
    const usecases::Desk desk = cli.workspace()->desk();
    auto view = usecases::OpenCase(desk)(named->actor, named->id);
    if (!view)
        return cli.fail(view.error());
    for (usecases::CaseReading &reading : view->readings)
        reading = usecases::matched(std::move(reading), view->record.file.chat);
    const domain::TimelineExtra extra = presentation::timelineExtra(*view, exportsOf(cli, desk, named->actor, named->id, *view));
    const domain::CaseTimeline timeline = domain::timelineOf(view->record.file, extra);
    const QList<domain::TimelineClash> clashes = domain::clashesOf(timeline, view->record.file, extra);
    if (cli.json()) {
        QJsonArray events, hints;
        for (const domain::TimelineEvent &event : timeline.events)
            events.append(eventJson(event));
        for (const domain::TimelineClash &clash : clashes)
            hints.append(clashJson(clash, timeline));
        cli.print(QJsonObject{{QStringLiteral("caseNo"), view->record.header.caseNo}, {QStringLiteral("events"), events}, {QStringLiteral("clashes"), hints}});
        return Done;
    }
    QString text = CliWords::tr("%1, times at +08:00; ~ is by a device's clock").arg(view->record.header.caseNo) + QLatin1Char('\n');
    for (const domain::TimelineEvent &event : timeline.events) {
        const QLatin1Char sure(event.certainty == domain::TimeCertainty::Exact ? ' ' : '~');
        text += QStringLiteral("  %1%2  %3  %4\n").arg(sure).arg(event.at.toPlatform().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                                                             presentation::laneText(event), presentation::eventText(event));
    }
    if (!clashes.isEmpty())
        text += QLatin1Char('\n') + CliWords::tr("Hints, no verdicts:") + QLatin1Char('\n');
    for (const domain::TimelineClash &clash : clashes) {
        text += QStringLiteral("  %1 (%2)\n      %3\n      1: %4\n      2: %5\n")
                    .arg(presentation::label(clash.rule), domain::toCode(clash.rule), presentation::clashText(clash, timeline),
                         presentation::eventLine(timeline.events.at(clash.first)), presentation::eventLine(timeline.events.at(clash.second)));
    }
    cli.raw(text.toUtf8());
    return Done;
}

} // namespace arb::app
