// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/timelinerules.h>

#include "timelinequotes.h"

#include <QtCore/QHash>
#include <QtCore/QMap>
#include <QtCore/QSet>

#include <algorithm>
#include <utility>

namespace arb::domain {

namespace {

/// Elements that are shown by papers and screens, not by pictures of the goods.
constexpr const char *elementsOfPapers[] = {"source_chain", "medical_record", "campaign_failed", "price_lowered", "gift_promised",
                                            "gift_authorised", "stated_condition", "delivered", "waybill_of_return", "shipped_after_request"};
constexpr const char16_t *wordsOfUnboxing[] = {u"开箱", u"拆箱", u"拆包", u"拆封", u"unbox", u"unpack"};

/// When an event may have been: by the likeliest reading, and at the outermost.
struct Span
{
    UtcMs early, late, outerEarly, outerLate;
    bool isTold = false; ///< by a device's clock that nothing vouches for
};

class TimelineJudge
{
public:
    TimelineJudge(const CaseTimeline &timeline, const CaseFile &file, const TimelineExtra &extra)
        : m_timeline(timeline), m_events(timeline.events), m_file(file), m_extra(extra)
    {
        for (int i = 0; i < m_events.size(); ++i) {
            const TimelineEvent &event = m_events.at(i);
            if (event.what == TimelineWhat::Submitted)
                m_handedIn.insert(event.citation.exhibit, i);
            if (event.what == TimelineWhat::Message) {
                for (const QString &exhibit : event.exhibits) {
                    if (!m_shownInChat.contains(exhibit))
                        m_shownInChat.insert(exhibit, i); // events are by time: the first showing
                }
            }
        }
    }

    QList<TimelineClash> all()
    {
        judgeDevices(); // first: the others go by what it finds
        judgePictures();
        judgeDispatch(TimelineWhat::DispatchClaimed, TimelineLane::Parcel);
        judgeDispatch(TimelineWhat::ReturnDispatched, TimelineLane::ReturnParcel);
        judgeDeadlines();
        judgeScans(TimelineLane::Parcel, TimelineWhat::Signed);
        judgeScans(TimelineLane::ReturnParcel, TimelineWhat::ReturnSigned);
        judgeApplication();
        judgeFuture();
        judgeExports();
        m_clashes += quoteClashes(m_timeline, m_file, m_extra);
        std::ranges::stable_sort(m_clashes, [this](const TimelineClash &a, const TimelineClash &b) {
            return a.certain != b.certain ? a.certain : m_events.at(a.first).at < m_events.at(b.first).at;
        });
        return m_clashes;
    }

private:
    void add(TimelineRule rule, int first, int second, qint64 apart, bool certain)
    {
        m_clashes.append({.rule = rule, .first = first, .second = second, .apartMs = apart, .certain = certain, .offsetMs = 0, .others = {}});
    }

    /// With the lead of its device taken off.
    Span spanOf(int index) const
    {
        const TimelineEvent &event = m_events.at(index);
        const qint64 lead = m_lead.value(index);
        return {event.at.plusMs(-event.lengthMs - lead), event.at.plusMs(event.lengthMs - lead), event.outerEarliest, event.outerLatest,
                event.certainty != TimeCertainty::Exact};
    }

    /// The first event that says somebody else had the exhibit already: it was shown in the chat, or handed in; -1 none.
    int hadBy(const QString &exhibit) const
    {
        const int shown = m_shownInChat.value(exhibit, -1), handed = m_handedIn.value(exhibit, -1);
        if (shown < 0 || handed < 0)
            return std::max(shown, handed);
        return std::min(shown, handed); // events are by time
    }

    /// The earliest moment at which the buyer can have had the goods: on their way to the door, else signed for; -1 unknown.
    int deliveryEvent() const
    {
        int delivery = m_timeline.indexOf(TimelineWhat::Signed);
        for (int i = 0; i < m_events.size(); ++i) {
            const TimelineEvent &event = m_events.at(i);
            const bool nears = event.lane == TimelineLane::Parcel && (event.code == u"out_for_delivery" || event.code == u"signed");
            if (nears && (delivery < 0 || event.at < m_events.at(delivery).at))
                delivery = i;
        }
        return delivery;
    }

    /// A camera's picture or film of goods that came: a screenshot names no device.
    bool isOfReceivedGoods(int index) const
    {
        const TimelineEvent &event = m_events.at(index);
        const bool isMade = event.what == TimelineWhat::Captured || event.what == TimelineWhat::Filmed;
        const bool isPaper = std::ranges::any_of(elementsOfPapers, [&](const char *one) { return event.element == QLatin1StringView(one); });
        return isMade && event.party == Party::Buyer && !event.device.isEmpty() && !isPaper;
    }

    bool goodsCame() const
    {
        switch (m_file.afterSale.reason) {
        case Reason::NotReceived: case Reason::LateShipment: case Reason::TrackAbnormal: case Reason::RefusedAtDoor:
            return false;
        case Reason::QualityDefect: case Reason::NotAsDescribed: case Reason::WrongItem: case Reason::MissingItem: case Reason::Damaged:
        case Reason::SevenDayNoReason: case Reason::Counterfeit: case Reason::FreshFood: case Reason::GiftMissing: case Reason::NoLongerWanted:
        case Reason::Other:
            return m_file.afterSale.buyerHasGoods.value_or(true);
        }
        return true;
    }

    bool isStale(int index) const
    {
        const UtcMs from = m_file.order.orderedAt.value_or(m_file.afterSale.appliedAt);
        return from - m_events.at(index).outerLatest > staleClockMs;
    }

    // --- one device's clock ----------------------------------------------------------------------------------------------

    void judgeDevices()
    {
        QMap<QString, QList<int>> byDevice;
        for (int i = 0; i < m_events.size(); ++i) {
            const TimelineEvent &event = m_events.at(i);
            const bool isMade = event.what == TimelineWhat::Captured || event.what == TimelineWhat::Filmed;
            if (isMade && !event.device.isEmpty())
                byDevice[QStringLiteral("%1 %2").arg(toCode(event.party), event.device)].append(i);
        }
        for (const QList<int> &taken : std::as_const(byDevice)) {
            if (taken.size() >= 2 && !judgeAhead(taken))
                judgeBehind(taken);
        }
    }

    bool judgeAhead(const QList<int> &taken)
    {
        QList<int> late;
        qint64 most = 0;
        int worst = -1;
        for (const int index : taken) {
            const int had = hadBy(m_events.at(index).citation.exhibit);
            const qint64 ahead = had < 0 ? 0 : spanOf(index).early - m_events.at(had).at;
            if (ahead <= clockSkewMs)
                continue;
            late.append(index);
            if (ahead > most) {
                most = ahead;
                worst = index;
            }
        }
        if (late.size() < 2)
            return false;
        const int had = hadBy(m_events.at(worst).citation.exhibit);
        TimelineClash clash{.rule = TimelineRule::DeviceClockOff, .first = worst, .second = had, .apartMs = most,
                            .certain = m_events.at(worst).outerEarliest > m_events.at(had).at, .offsetMs = most, .others = taken};
        clash.others.removeOne(worst);
        m_clashes.append(clash);
        for (const int index : taken)
            m_lead.insert(index, most);
        return true;
    }

    /// Every picture of the device came before the delivery, by no more than a wrong zone, and fits when moved.
    void judgeBehind(const QList<int> &taken)
    {
        const int delivery = goodsCame() ? deliveryEvent() : -1;
        if (delivery < 0)
            return;
        qint64 need = 0, room = zoneAheadMs;
        int worst = -1;
        for (const int index : taken) {
            const qint64 before = m_events.at(delivery).at - spanOf(index).late;
            if (before <= clockSkewMs || !isOfReceivedGoods(index))
                return;
            if (before > need) {
                need = before;
                worst = index;
            }
            if (const int had = hadBy(m_events.at(index).citation.exhibit); had >= 0)
                room = std::min(room, m_events.at(had).at - spanOf(index).early);
        }
        if (need > room)
            return;
        TimelineClash clash{.rule = TimelineRule::DeviceClockOff, .first = worst, .second = delivery, .apartMs = need, .certain = false,
                            .offsetMs = -need, .others = taken};
        clash.others.removeOne(worst);
        m_clashes.append(clash);
        for (const int index : taken)
            m_lead.insert(index, -need);
    }

    // --- pictures and films ----------------------------------------------------------------------------------------------

    void judgePictures()
    {
        const int delivery = goodsCame() ? deliveryEvent() : -1;
        const int applied = m_timeline.indexOf(TimelineWhat::Applied);
        for (int i = 0; i < m_events.size(); ++i) {
            const TimelineEvent &event = m_events.at(i);
            const Span span = spanOf(i);
            if (delivery >= 0 && isOfReceivedGoods(i)) {
                const qint64 before = m_events.at(delivery).at - span.late;
                if (before > clockSkewMs)
                    add(TimelineRule::PhotoBeforeDelivery, i, delivery, before,
                        !m_lead.contains(i) && !isStale(i) && span.outerLate < m_events.at(delivery).at);
            }
            if (event.what == TimelineWhat::Filmed && event.party == Party::Buyer && applied >= 0 && (isOfUnboxing(event) || isWordlessProof(event))) {
                const qint64 after = span.early - m_events.at(applied).at;
                if (after > clockSkewMs)
                    add(TimelineRule::FilmAfterApplication, i, applied, after,
                        isOfUnboxing(event) && !m_lead.contains(i) && span.outerEarly > m_events.at(applied).at);
            }
        }
    }

    /// Of goods that came, and nothing says what of them it shows; handed in before anybody called for evidence.
    bool isWordlessProof(const TimelineEvent &film) const
    {
        const int handed = m_handedIn.value(film.citation.exhibit, -1);
        return film.text.trimmed().isEmpty() && film.element.isEmpty() && goodsCame() && handed >= 0 && m_events.at(handed).at < m_file.escalatedAt;
    }

    // --- the record ------------------------------------------------------------------------------------------------------

    void judgeDispatch(TimelineWhat claim, TimelineLane lane)
    {
        const int claimed = m_timeline.indexOf(claim);
        const auto seen = std::ranges::find_if(m_events, [lane](const TimelineEvent &event) {
            return event.lane == lane && event.what == TimelineWhat::Scan && event.code != u"created";
        });
        if (claimed < 0 || seen == m_events.end())
            return;
        const qint64 early = seen->at - m_events.at(claimed).at;
        if (early > dispatchToleranceMs)
            add(TimelineRule::DispatchBeforeScan, claimed, static_cast<int>(seen - m_events.begin()), early, true);
    }

    /// The last term of @p party: the case's, or one that the desk gave.
    int termOf(Party party) const
    {
        int term = -1;
        for (int i = 0; i < m_events.size(); ++i) {
            const TimelineEvent &event = m_events.at(i);
            const bool isForAll = event.what == TimelineWhat::EvidenceBy || event.what == TimelineWhat::EvidenceUsuallyBy;
            if (isForAll || (event.what == TimelineWhat::RequestedBy && event.party == party))
                term = i; // by time: the last stays
        }
        return term;
    }

    void judgeDeadlines()
    {
        for (int i = 0; i < m_events.size(); ++i) {
            const TimelineEvent &event = m_events.at(i);
            if (event.what != TimelineWhat::Submitted || event.party == Party::Platform)
                continue;
            const int term = termOf(event.party);
            const qint64 late = term < 0 ? 0 : event.at - m_events.at(term).at;
            if (late > recordToleranceMs)
                add(TimelineRule::EvidenceAfterDeadline, i, term, late, m_events.at(term).what != TimelineWhat::EvidenceUsuallyBy && !m_extra.reopened);
        }
    }

    /// A later stage of a parcel's way whose first scan is older than that of an earlier stage. A failed delivery goes round
    /// again, so only the first of each stage counts.
    void judgeScans(TimelineLane lane, TimelineWhat signing)
    {
        const auto firstOf = [&](const char *code) {
            const auto found = std::ranges::find_if(m_events, [&](const TimelineEvent &event) {
                return event.lane == lane && event.what == TimelineWhat::Scan && event.code == QLatin1StringView(code);
            });
            return found == m_events.end() ? -1 : static_cast<int>(found - m_events.begin());
        };
        const int pickedUp = firstOf("picked_up"), outFor = firstOf("out_for_delivery");
        const auto judge = [&](int later, std::initializer_list<int> earlier) {
            int clashing = -1;
            for (const int index : earlier) {
                if (later >= 0 && index >= 0 && m_events.at(index).at - m_events.at(later).at > scanToleranceMs)
                    clashing = std::max(clashing, index);
            }
            if (clashing >= 0)
                add(TimelineRule::ScanOrder, later, clashing, m_events.at(clashing).at - m_events.at(later).at, true);
            return clashing >= 0;
        };
        for (const char *moving : {"sorted", "in_transit", "out_for_delivery"})
            judge(firstOf(moving), {pickedUp});
        if (!judge(firstOf("signed"), {pickedUp, outFor}))
            judge(m_timeline.indexOf(signing), {pickedUp, outFor});
    }

    void judgeApplication()
    {
        const int ordered = m_timeline.indexOf(TimelineWhat::Ordered), applied = m_timeline.indexOf(TimelineWhat::Applied);
        if (ordered < 0 || applied < 0)
            return;
        const qint64 before = m_events.at(ordered).at - m_events.at(applied).at;
        if (before > recordToleranceMs)
            add(TimelineRule::ApplicationBeforeOrder, applied, ordered, before, true);
    }

    // --- the future ------------------------------------------------------------------------------------------------------

    void judgeFuture()
    {
        for (int i = 0; i < m_events.size(); ++i) {
            const TimelineEvent &event = m_events.at(i);
            if (event.lane != TimelineLane::Capture || m_lead.contains(i))
                continue;
            const int had = event.what == TimelineWhat::FileChanged ? m_handedIn.value(event.citation.exhibit, -1) : hadBy(event.citation.exhibit);
            const qint64 after = had < 0 ? 0 : spanOf(i).early - m_events.at(had).at;
            if (after > clockSkewMs)
                add(TimelineRule::FutureTime, i, had, after, event.outerEarliest > m_events.at(had).at);
        }
        const int now = m_timeline.indexOf(TimelineWhat::Now);
        if (now < 0)
            return;
        QSet<int> told; // one of each lane: the farthest
        for (int i = static_cast<int>(m_events.size()) - 1; i > now; --i) {
            const TimelineEvent &event = m_events.at(i);
            const bool canWait = event.lane == TimelineLane::Deadline || event.lane == TimelineLane::Desk || event.lane == TimelineLane::Capture || event.lane == TimelineLane::Export;
            const qint64 after = event.at - m_events.at(now).at;
            if (canWait || after <= nowToleranceMs || told.contains(static_cast<int>(event.lane)))
                continue;
            told.insert(static_cast<int>(event.lane));
            add(TimelineRule::FutureTime, i, now, after, true);
        }
    }

    /// A file cannot hold what was written after it was handed in. Of each exported chat one message: the farthest.
    void judgeExports()
    {
        QMap<QString, int> farthest; // by exhibit
        for (int i = 0; i < m_events.size(); ++i) {
            const TimelineEvent &event = m_events.at(i);
            const int had = event.lane == TimelineLane::Export ? m_handedIn.value(event.citation.exhibit, -1) : -1;
            if (had < 0 || event.earliest - m_events.at(had).at <= clockSkewMs)
                continue;
            const auto known = farthest.find(event.citation.exhibit);
            if (known == farthest.end())
                farthest.insert(event.citation.exhibit, i);
            else if (m_events.at(*known).earliest < event.earliest)
                *known = i;
        }
        for (const int index : std::as_const(farthest)) {
            const int had = m_handedIn.value(m_events.at(index).citation.exhibit);
            add(TimelineRule::FutureTime, index, had, m_events.at(index).earliest - m_events.at(had).at, m_events.at(index).outerEarliest > m_events.at(had).at);
        }
    }

    const CaseTimeline &m_timeline;
    const QList<TimelineEvent> &m_events;
    const CaseFile &m_file;
    const TimelineExtra &m_extra;
    QHash<QString, int> m_handedIn, m_shownInChat; ///< event by exhibit
    QHash<int, qint64> m_lead;                     ///< how far the clock behind an event is ahead
    QList<TimelineClash> m_clashes;
};

} // namespace

bool isOfUnboxing(const TimelineEvent &film)
{
    return film.element == u"unboxing_continuous"
        || std::ranges::any_of(wordsOfUnboxing, [&](const char16_t *word) { return film.text.contains(QStringView(word), Qt::CaseInsensitive); });
}

QList<TimelineClash> clashesOf(const CaseTimeline &timeline, const CaseFile &file, const TimelineExtra &extra)
{
    return TimelineJudge(timeline, file, extra).all();
}

template<>
std::span<const CodeRow<TimelineRule>> codeTable<TimelineRule>()
{
    using enum TimelineRule;
    static constexpr CodeRow<TimelineRule> rows[] = {
        {PhotoBeforeDelivery, "photo_before_delivery"}, {FilmAfterApplication, "film_after_application"},
        {DispatchBeforeScan, "dispatch_before_first_scan"}, {EvidenceAfterDeadline, "evidence_after_deadline"},
        {QuotedBeforeSaid, "chat_quoted_before_said"}, {DeviceClockOff, "device_clock_off"}, {ScanOrder, "impossible_scan_order"},
        {ApplicationBeforeOrder, "application_before_order"}, {FutureTime, "future_time"}};
    return rows;
}

} // namespace arb::domain
