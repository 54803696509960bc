// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/timeline.h>

#include <QtCore/QJsonArray>

#include <algorithm>

namespace arb::domain {

namespace {

constexpr qsizetype clockChars = 19; // yyyy-MM-ddTHH:mm:ss
constexpr qint64 usualEvidenceMs = 48 * hourMs; ///< the evidence windows' length when the case names no end (casefile.h)

Citation factCitation(const QString &pointer)
{
    Citation citation;
    citation.fact = pointer;
    return citation;
}

Citation exhibitCitation(const Exhibit &exhibit)
{
    Citation citation;
    citation.exhibit = exhibit.id;
    citation.sha256 = exhibit.sha256;
    return citation;
}

Citation messageCitation(const QString &id)
{
    Citation citation;
    citation.message = id;
    return citation;
}

/// Where the answer of @p round stands in case.json.
QString answerPointer(const CaseFile &file, int round)
{
    const QJsonObject afterSale = file.document.value(QLatin1StringView("afterSale")).toObject();
    const QJsonArray answers = afterSale.value(QLatin1StringView("answers")).toArray();
    for (qsizetype i = 0; i < answers.size(); ++i) {
        if (answers.at(i).toObject().value(QLatin1StringView("round")).toInt() == round)
            return QStringLiteral("/afterSale/answers/%1/at").arg(i);
    }
    return QStringLiteral("/afterSale/merchantAnswer/at");
}

class TimelineBuilder
{
public:
    explicit TimelineBuilder(const CaseFile &file) : m_file(file) {}

    void addOrder()
    {
        const Order &order = m_file.order;
        addFact(TimelineLane::Order, TimelineWhat::Ordered, Party::Buyer, order.orderedAt, "/order/orderedAt");
        addFact(TimelineLane::Order, TimelineWhat::Paid, Party::Buyer, order.paidAt, "/order/paidAt");
        addFact(TimelineLane::Order, TimelineWhat::DispatchClaimed, Party::Merchant, order.shippedAt, "/order/shippedAt");
        addFact(TimelineLane::Order, TimelineWhat::Signed, Party::Buyer, order.signedAt, "/order/signedAt").text = order.signedBy;
        addFact(TimelineLane::Deadline, TimelineWhat::ShipBy, Party::Merchant, order.promisedShipBy, "/order/promisedShipBy");
    }

    void addParcels()
    {
        for (int i = 0; i < m_file.logistics.size(); ++i) {
            TimelineEvent &event = addScan(TimelineLane::Parcel, m_file.logistics.at(i));
            event.citation.logistics = i;
        }
        if (!m_file.returnLeg)
            return;
        const ReturnLeg &leg = *m_file.returnLeg;
        addFact(TimelineLane::ReturnParcel, TimelineWhat::ReturnDispatched, Party::Buyer, leg.shippedAt, "/return/shippedAt");
        addFact(TimelineLane::ReturnParcel, TimelineWhat::ReturnSigned, Party::Merchant, leg.signedAt, "/return/signedAt").text = leg.signedBy;
        for (int i = 0; i < leg.logistics.size(); ++i) {
            TimelineEvent &event = addScan(TimelineLane::ReturnParcel, leg.logistics.at(i));
            event.citation = factCitation(QStringLiteral("/return/logistics/%1").arg(i));
        }
    }

    void addChat()
    {
        for (const ChatMessage &message : m_file.chat) {
            addMessage(TimelineWhat::Message, message, message.at);
            if (message.editedAt)
                addMessage(TimelineWhat::MessageEdited, message, *message.editedAt);
            if (message.recalledAt)
                addMessage(TimelineWhat::MessageRecalled, message, *message.recalledAt);
        }
    }

    void addAfterSale()
    {
        addFact(TimelineLane::AfterSale, TimelineWhat::Applied, Party::Buyer, m_file.afterSale.appliedAt, "/afterSale/appliedAt");
        addFact(TimelineLane::Deadline, TimelineWhat::AnswerBy, Party::Merchant, m_file.afterSale.merchantDueAt, "/afterSale/merchantDueAt");
        for (const MerchantAnswer &answer : m_file.afterSale.answers) {
            if (!answer.at)
                continue;
            TimelineEvent &event = add(TimelineLane::AfterSale, TimelineWhat::Answered, Party::Merchant, *answer.at);
            event.code = toCode(answer.decision);
            event.text = answer.text;
            event.citation = factCitation(answerPointer(m_file, answer.round));
        }
        addFact(TimelineLane::AfterSale, TimelineWhat::Escalated, Party::Platform, m_file.escalatedAt, "/escalatedAt");
        if (m_file.evidenceClosedAt)
            addFact(TimelineLane::Deadline, TimelineWhat::EvidenceBy, Party::Platform, m_file.evidenceClosedAt, "/evidenceClosedAt");
        else
            addFact(TimelineLane::Deadline, TimelineWhat::EvidenceUsuallyBy, Party::Platform, m_file.escalatedAt.plusMs(usualEvidenceMs), "/escalatedAt");
        for (int i = 0; i < m_file.notes.size(); ++i) {
            const CaseNote &note = m_file.notes.at(i);
            TimelineEvent &event = add(TimelineLane::Desk, TimelineWhat::NoteTaken, Party::Platform, note.at);
            event.text = note.text;
            event.citation = factCitation(QStringLiteral("/notes/%1").arg(i));
        }
    }

    void addExhibits()
    {
        for (const Exhibit &exhibit : m_file.exhibits) {
            const bool dated = exhibit.submittedAt.ms() > 0;
            if (exhibit.derivedFrom) // made at the desk: nobody handed it in, and its source is here already
                continue;
            if (dated && !isListingPicture(m_file, exhibit))
                addExhibit(TimelineLane::Evidence, TimelineWhat::Submitted, exhibit, exhibit.submittedAt);
            const qint64 lengthMs = exhibit.kind == ExhibitKind::Video ? exhibit.facts.value(QLatin1StringView("durationUs")).toInteger() / 1000 : 0;
            const TimelineWhat made = exhibit.kind == ExhibitKind::Video ? TimelineWhat::Filmed : TimelineWhat::Captured;
            addTold(made, exhibit, "capturedAt", std::max<qint64>(0, lengthMs));
            addTold(TimelineWhat::FileChanged, exhibit, "modifiedAt", 0);
        }
    }

    void addExports(const TimelineExtra &extra)
    {
        for (const ExportedChat &chat : extra.exports) {
            const Exhibit *exhibit = findExhibit(m_file, chat.exhibit);
            if (!exhibit)
                continue;
            for (TimelineEvent event : chat.events) {
                event.citation = exhibitCitation(*exhibit);
                event.citation.message = event.message;
                event.exhibits = {exhibit->id};
                m_events.append(event);
            }
        }
    }

    void addDesk(const TimelineExtra &extra)
    {
        for (const TimelineExtra::Term &term : extra.terms) {
            TimelineEvent &event = add(TimelineLane::Deadline, TimelineWhat::RequestedBy, term.party, term.dueAt);
            event.element = term.element;
        }
        for (const TimelineExtra::Step &step : extra.steps) {
            TimelineEvent &event = add(TimelineLane::Desk, TimelineWhat::DeskStep, Party::Platform, step.at);
            event.code = step.action;
            event.text = step.who;
        }
        if (extra.now)
            add(TimelineLane::Desk, TimelineWhat::Now, Party::Platform, *extra.now);
    }

    QList<TimelineEvent> sorted()
    {
        std::ranges::stable_sort(m_events, {}, &TimelineEvent::at);
        return std::move(m_events);
    }

private:
    TimelineEvent &add(TimelineLane lane, TimelineWhat what, Party party, UtcMs at)
    {
        TimelineEvent event;
        event.lane = lane;
        event.what = what;
        event.party = party;
        event.at = event.earliest = event.latest = event.outerEarliest = event.outerLatest = at;
        m_events.append(event);
        return m_events.last();
    }

    TimelineEvent &addFact(TimelineLane lane, TimelineWhat what, Party party, const std::optional<UtcMs> &at, const char *pointer)
    {
        if (!at)
            return m_nobody = {};
        TimelineEvent &event = add(lane, what, party, *at);
        event.citation = factCitation(QString::fromLatin1(pointer));
        return event;
    }

    TimelineEvent &addScan(TimelineLane lane, const LogisticsScan &scan)
    {
        TimelineEvent &event = add(lane, TimelineWhat::Scan, Party::Platform, scan.at);
        event.code = scan.event;
        event.text = scan.place.isEmpty() ? scan.text : scan.place;
        return event;
    }

    void addMessage(TimelineWhat what, const ChatMessage &message, UtcMs at)
    {
        TimelineEvent &event = add(TimelineLane::Chat, what, message.from, at);
        event.text = message.text;
        event.message = message.id;
        event.citation = messageCitation(message.id);
        if (!message.exhibit.isEmpty())
            event.exhibits.append(message.exhibit);
    }

    TimelineEvent &addExhibit(TimelineLane lane, TimelineWhat what, const Exhibit &exhibit, UtcMs at)
    {
        TimelineEvent &event = add(lane, what, exhibit.party, at);
        event.code = toCode(exhibit.kind);
        event.text = exhibit.caption;
        event.element = exhibit.element;
        event.citation = exhibitCitation(exhibit);
        event.exhibits.append(exhibit.id);
        return event;
    }

    void addTold(TimelineWhat what, const Exhibit &exhibit, const char *fact, qint64 lengthMs)
    {
        const auto told = toldTime(exhibit.facts.value(QLatin1StringView(fact)).toString(), lengthMs);
        if (!told)
            return;
        TimelineEvent &event = addExhibit(TimelineLane::Capture, what, exhibit, told->at);
        event.certainty = told->hasZone ? TimeCertainty::DeviceClock : TimeCertainty::ZoneUnknown;
        event.earliest = told->earliest;
        event.latest = told->latest;
        event.outerEarliest = told->outerEarliest;
        event.outerLatest = told->outerLatest;
        event.lengthMs = lengthMs;
        event.device = exhibit.facts.value(QLatin1StringView("device")).toString();
    }

    const CaseFile &m_file;
    QList<TimelineEvent> m_events;
    TimelineEvent m_nobody; ///< what is written to where there is no time
};

} // namespace

bool TimelineEvent::isCitable() const
{
    return !citation.exhibit.isEmpty() || !citation.message.isEmpty() || citation.logistics || !citation.fact.isEmpty();
}

int CaseTimeline::indexOf(TimelineWhat what) const
{
    const auto found = std::ranges::find(events, what, &TimelineEvent::what);
    return found == events.end() ? -1 : static_cast<int>(found - events.begin());
}

const TimelineEvent *CaseTimeline::first(TimelineWhat what) const
{
    const int index = indexOf(what);
    return index < 0 ? nullptr : &events.at(index);
}

CaseTimeline timelineOf(const CaseFile &file, const TimelineExtra &extra)
{
    TimelineBuilder builder(file);
    builder.addOrder();
    builder.addParcels();
    builder.addAfterSale();
    builder.addChat();
    builder.addExhibits();
    builder.addExports(extra);
    builder.addDesk(extra);
    return {builder.sorted()};
}

std::optional<ToldTime> toldTime(const QString &text, qint64 lengthMs)
{
    if (text.size() < clockChars)
        return std::nullopt;
    const auto reading = UtcMs::fromRfc3339(QString(text.left(clockChars) + u'Z'));
    if (!reading)
        return std::nullopt;
    ToldTime told;
    told.reading = *reading;
    told.hasZone = text.size() > clockChars;
    told.outerEarliest = reading->plusMs(-zoneAheadMs - lengthMs - clockSkewMs);
    told.outerLatest = reading->plusMs(zoneBehindMs + lengthMs + clockSkewMs);
    if (!told.hasZone) {
        told.at = reading->plusMs(-platformOffsetSeconds * secondMs);
        told.earliest = reading->plusMs(-zoneAheadMs - lengthMs);
        told.latest = reading->plusMs(zoneBehindMs + lengthMs);
        return told;
    }
    const auto at = UtcMs::fromRfc3339(text);
    if (!at)
        return std::nullopt;
    told.at = *at;
    told.earliest = at->plusMs(-lengthMs);
    told.latest = at->plusMs(lengthMs);
    return told;
}

template<>
std::span<const CodeRow<TimelineLane>> codeTable<TimelineLane>()
{
    using enum TimelineLane;
    static constexpr CodeRow<TimelineLane> rows[] = {{Order, "order"}, {Parcel, "parcel"}, {ReturnParcel, "return_parcel"}, {Chat, "chat"}, {Export, "export"},
                                                     {AfterSale, "after_sale"}, {Evidence, "evidence"}, {Capture, "capture"},
                                                     {Deadline, "deadline"}, {Desk, "desk"}};
    return rows;
}

template<>
std::span<const CodeRow<TimelineWhat>> codeTable<TimelineWhat>()
{
    using enum TimelineWhat;
    static constexpr CodeRow<TimelineWhat> rows[] = {{Ordered, "ordered"},
                                                     {Paid, "paid"},
                                                     {DispatchClaimed, "dispatch_claimed"},
                                                     {Signed, "signed"},
                                                     {Scan, "scan"},
                                                     {ReturnDispatched, "return_dispatched"},
                                                     {ReturnSigned, "return_signed"},
                                                     {Message, "message"},
                                                     {MessageEdited, "message_edited"},
                                                     {MessageRecalled, "message_recalled"},
                                                     {ExportMessage, "export_message"},
                                                     {ExportRest, "export_rest"},
                                                     {Applied, "applied"},
                                                     {Answered, "answered"},
                                                     {Escalated, "escalated"},
                                                     {Submitted, "submitted"},
                                                     {Captured, "captured"},
                                                     {Filmed, "filmed"},
                                                     {FileChanged, "file_changed"},
                                                     {ShipBy, "ship_by"},
                                                     {AnswerBy, "answer_by"},
                                                     {EvidenceBy, "evidence_by"},
                                                     {EvidenceUsuallyBy, "evidence_usually_by"},
                                                     {RequestedBy, "requested_by"},
                                                     {NoteTaken, "note_taken"},
                                                     {DeskStep, "desk_step"},
                                                     {Now, "now"}};
    return rows;
}

template<>
std::span<const CodeRow<TimeCertainty>> codeTable<TimeCertainty>()
{
    using enum TimeCertainty;
    static constexpr CodeRow<TimeCertainty> rows[] = {{Exact, "exact"}, {DeviceClock, "device_clock"}, {ZoneUnknown, "zone_unknown"}};
    return rows;
}

} // namespace arb::domain
