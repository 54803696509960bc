// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/timelinewords.h>

#include <presentation/casehistory.h>
#include <presentation/chatwords.h>
#include <presentation/formats.h>
#include <presentation/labels.h>

#include <QtCore/QCoreApplication>

namespace arb::presentation {

namespace {

struct Timeline
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

constexpr qsizetype mostShownText = 80;

/// To the second: what is compared is often minutes apart.
QString momentText(domain::UtcMs at)
{
    return at.toPlatform().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString withText(const QString &what, const QString &text)
{
    QString shown = visibleText(text).simplified();
    if (shown.size() > mostShownText)
        shown = shown.left(mostShownText) + u'…';
    return shown.isEmpty() ? what : QStringLiteral("%1 · %2").arg(what, shown);
}

QString ofExhibit(const QString &what, const domain::TimelineEvent &event)
{
    return withText(QStringLiteral("%1 · %2").arg(what, event.exhibits.value(0)), event.text);
}

QString answerText(const domain::TimelineEvent &event)
{
    const auto decision = domain::fromCode<domain::AnswerDecision>(event.code);
    return withText(Timeline::tr("Merchant's answer: %1").arg(decision ? label(*decision) : event.code), event.text);
}

QString chatText(const domain::TimelineEvent &event)
{
    const QString who = label(event.party);
    QString text = visibleText(event.text).simplified();
    if (text.size() > mostShownText)
        text = text.left(mostShownText) + u'…';
    if (event.what == domain::TimelineWhat::MessageEdited)
        return Timeline::tr("%1 edited a message: %2").arg(who, text);
    if (event.what == domain::TimelineWhat::MessageRecalled)
        return Timeline::tr("%1 recalled a message: %2").arg(who, text);
    return Timeline::tr("%1: %2").arg(who, text);
}

QString shortText(const QString &text)
{
    const QString shown = visibleText(text).simplified();
    return shown.size() > mostShownText ? shown.left(mostShownText) + u'…' : shown;
}

/// How an export's message differs from what the platform's log has; empty: it was not compared.
QString differenceWords(const QString &code)
{
    using enum domain::ChatAgreement;
    for (const domain::ChatAgreement agreement : {Altered, OnlyExport, OnlyLog, Moved}) {
        if (code == domain::chatCode(agreement))
            return agreementText(agreement);
    }
    if (code == u"other_time")
        return Timeline::tr("the log has it at another time");
    if (code == u"other_sender")
        return Timeline::tr("in the log another party says it");
    return {};
}

QString exportText(const domain::TimelineEvent &event)
{
    const QString who = event.party == domain::Party::Platform ? visibleText(event.name) : label(event.party);
    const QString text = shortText(event.text);
    QString line = who.isEmpty() ? text : Timeline::tr("%1: %2").arg(who, text);
    if (line.isEmpty())
        line = Timeline::tr("Message without words");
    const QString differs = differenceWords(event.code);
    if (!event.logged.isEmpty())
        return Timeline::tr("%1 (%2; the log has: %3)").arg(line, differs, shortText(event.logged));
    return differs.isEmpty() ? line : Timeline::tr("%1 (%2)").arg(line, differs);
}

/// Of an export: the sides of its clock are those of what it tells, and of the other order of day and month.
QString exportTimeText(const domain::TimelineEvent &event)
{
    switch (event.certainty) {
    case domain::TimeCertainty::Exact: return momentText(event.at);
    case domain::TimeCertainty::DeviceClock: return Timeline::tr("about %1").arg(momentText(event.at));
    case domain::TimeCertainty::ZoneUnknown:
        return Timeline::tr("%1 if the export's times are read rightly; it may be between %2 and %3").arg(momentText(event.at), dateTimeText(event.earliest), dateTimeText(event.latest));
    }
    return {};
}

/// Of a clock: "at least 8 h ahead".
QString offsetText(qint64 offsetMs)
{
    return offsetMs > 0 ? Timeline::tr("at least %1 ahead").arg(durationText(offsetMs)) : Timeline::tr("at least %1 behind").arg(durationText(offsetMs));
}

QString factsText(const domain::TimelineClash &clash, const domain::CaseTimeline &timeline)
{
    const domain::TimelineEvent &first = timeline.events.at(clash.first), &second = timeline.events.at(clash.second);
    const QString apart = durationText(clash.apartMs);
    const QString exhibit = first.exhibits.value(0);
    switch (clash.rule) {
    case domain::TimelineRule::PhotoBeforeDelivery:
        return Timeline::tr("%1 was taken %2 before the goods can have been delivered.").arg(exhibit, apart);
    case domain::TimelineRule::FilmAfterApplication:
        if (!domain::isOfUnboxing(first))
            return Timeline::tr("The film %1, which came without words, was made %2 after the refund was asked for: too late for the unboxing, not for showing a fault.")
                .arg(exhibit, apart);
        return Timeline::tr("The unboxing film %1 was made %2 after the refund was asked for.").arg(exhibit, apart);
    case domain::TimelineRule::DispatchBeforeScan:
        return Timeline::tr("The goods were called dispatched %1 before the carrier first scanned the parcel.").arg(apart);
    case domain::TimelineRule::EvidenceAfterDeadline:
        return Timeline::tr("%1 was handed in %2 after the end of the evidence term.").arg(exhibit, apart);
    case domain::TimelineRule::QuotedBeforeSaid:
        return Timeline::tr("Words of message %1 are repeated %2 before it was written.").arg(second.message, apart);
    case domain::TimelineRule::DeviceClockOff: {
        const QString device = visibleText(first.device);
        if (clash.offsetMs > 0)
            return Timeline::tr("By its own clock, %1 took pictures after they were handed in or shown: the clock is %2.").arg(device, offsetText(clash.offsetMs));
        return Timeline::tr("All pictures of %1 are older than the delivery: either its clock was %2, or they do not show the goods that were delivered.")
            .arg(device, offsetText(clash.offsetMs));
    }
    case domain::TimelineRule::ScanOrder:
        return Timeline::tr("\"%1\" comes %2 before \"%3\".").arg(eventText(first), apart, eventText(second));
    case domain::TimelineRule::ApplicationBeforeOrder:
        return Timeline::tr("The refund was asked for %1 before the order was placed.").arg(apart);
    case domain::TimelineRule::FutureTime:
        if (second.what == domain::TimelineWhat::Now)
            return Timeline::tr("\"%1\" lies %2 in the future.").arg(eventText(first), apart);
        if (first.lane == domain::TimelineLane::Export)
            return Timeline::tr("A message in %1 is dated %2 after %1 was handed in: a clock is off, or the file was changed.").arg(exhibit, apart);
        return Timeline::tr("The file of %1 is dated %2 after it was handed in or shown: a clock is off, or the file was changed.").arg(exhibit, apart);
    }
    return {};
}

} // namespace

QString label(domain::TimelineLane lane)
{
    switch (lane) {
    case domain::TimelineLane::Order: return Timeline::tr("Order");
    case domain::TimelineLane::Parcel: return Timeline::tr("Parcel");
    case domain::TimelineLane::ReturnParcel: return Timeline::tr("Way back");
    case domain::TimelineLane::Chat: return Timeline::tr("Chat");
    case domain::TimelineLane::Export: return Timeline::tr("Exported chat");
    case domain::TimelineLane::AfterSale: return Timeline::tr("After-sale");
    case domain::TimelineLane::Evidence: return Timeline::tr("Handed in");
    case domain::TimelineLane::Capture: return Timeline::tr("Pictures taken");
    case domain::TimelineLane::Deadline: return Timeline::tr("Deadlines");
    case domain::TimelineLane::Desk: return Timeline::tr("Desk");
    }
    return {};
}

QString label(domain::TimelineRule rule)
{
    switch (rule) {
    case domain::TimelineRule::PhotoBeforeDelivery: return Timeline::tr("Picture older than the delivery");
    case domain::TimelineRule::FilmAfterApplication: return Timeline::tr("Film younger than the application");
    case domain::TimelineRule::DispatchBeforeScan: return Timeline::tr("Dispatch long before the first scan");
    case domain::TimelineRule::EvidenceAfterDeadline: return Timeline::tr("Evidence after its term");
    case domain::TimelineRule::QuotedBeforeSaid: return Timeline::tr("Chat repeated before it was written");
    case domain::TimelineRule::DeviceClockOff: return Timeline::tr("A device's clock is off");
    case domain::TimelineRule::ScanOrder: return Timeline::tr("Scans in an impossible order");
    case domain::TimelineRule::ApplicationBeforeOrder: return Timeline::tr("Application before the order");
    case domain::TimelineRule::FutureTime: return Timeline::tr("A time that lies in the future");
    }
    return {};
}

QString eventText(const domain::TimelineEvent &event)
{
    using enum domain::TimelineWhat;
    switch (event.what) {
    case Ordered: return Timeline::tr("Ordered");
    case Paid: return Timeline::tr("Paid");
    case DispatchClaimed: return Timeline::tr("Called dispatched");
    case Signed: return withText(Timeline::tr("Signed for"), event.text);
    case Scan: return withText(visibleText(scanLabel(event.code)), event.text);
    case ReturnDispatched: return Timeline::tr("Return called dispatched");
    case ReturnSigned: return withText(Timeline::tr("Return signed for"), event.text);
    case Message: case MessageEdited: case MessageRecalled: return chatText(event);
    case ExportMessage: return exportText(event);
    case ExportRest: return Timeline::tr("%n further message(s) of the export, too many to be shown one by one", nullptr, event.code.toInt());
    case Applied: return Timeline::tr("Refund asked for");
    case Answered: return answerText(event);
    case Escalated: return Timeline::tr("Escalated to the platform");
    case Submitted: return ofExhibit(Timeline::tr("%1 handed in").arg(label(event.party)), event);
    case Captured: return ofExhibit(Timeline::tr("Picture taken"), event);
    case Filmed: return ofExhibit(Timeline::tr("Film made"), event);
    case FileChanged: return ofExhibit(Timeline::tr("File last changed"), event);
    case ShipBy: return Timeline::tr("To be shipped by");
    case AnswerBy: return Timeline::tr("Merchant's answer due");
    case EvidenceBy: return Timeline::tr("Evidence term ends");
    case EvidenceUsuallyBy: return Timeline::tr("Evidence term usually ends");
    case RequestedBy: return Timeline::tr("Evidence asked of the %1 is due").arg(label(event.party).toLower());
    case NoteTaken: return withText(Timeline::tr("Note"), event.text);
    case DeskStep: return QStringLiteral("%1 · %2").arg(actText(event.code), actorText(event.text));
    case Now: return Timeline::tr("Now");
    }
    return {};
}

QString laneText(const domain::TimelineEvent &event)
{
    return event.lane == domain::TimelineLane::Export ? Timeline::tr("Export %1").arg(event.exhibits.value(0)) : label(event.lane);
}

QString eventTimeText(const domain::TimelineEvent &event)
{
    if (event.lane == domain::TimelineLane::Export)
        return exportTimeText(event);
    switch (event.certainty) {
    case domain::TimeCertainty::Exact: return momentText(event.at);
    case domain::TimeCertainty::DeviceClock: return Timeline::tr("%1 by the device's clock").arg(momentText(event.at));
    case domain::TimeCertainty::ZoneUnknown:
        return Timeline::tr("%1 if the clock showed platform time; no zone is told, so between %2 and %3")
            .arg(momentText(event.at), dateTimeText(event.earliest), dateTimeText(event.latest));
    }
    return {};
}

QString eventLine(const domain::TimelineEvent &event)
{
    return Timeline::tr("%1, %2: %3").arg(eventTimeText(event), laneText(event), eventText(event));
}

QString clashText(const domain::TimelineClash &clash, const domain::CaseTimeline &timeline)
{
    const QString facts = factsText(clash, timeline);
    if (clash.certain)
        return joined(facts, Timeline::tr("This holds however the times are read."));
    if (clash.rule == domain::TimelineRule::QuotedBeforeSaid)
        return joined(facts, Timeline::tr("Possible: the other side may also have repeated the statement later."));
    if (clash.rule == domain::TimelineRule::EvidenceAfterDeadline)
        return joined(facts, Timeline::tr("Possible: the term is the usual one, or the case was opened again."));
    if (clash.rule == domain::TimelineRule::FilmAfterApplication && !domain::isOfUnboxing(timeline.events.at(clash.first)))
        return joined(facts, Timeline::tr("Possible: it depends on what the film shows, and on the device's clock and zone."));
    return joined(facts, Timeline::tr("Possible: it depends on whether the device's clock and zone were right."));
}

} // namespace arb::presentation
