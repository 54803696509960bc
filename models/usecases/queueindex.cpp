// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/queueindex.h>

#include "queuecolumns.h"

#include <domain/dispute.h>

#include <QtCore/QSet>

#include <array>

namespace arb::usecases {

using domain::DisputeState;

namespace {

// The small facts of a case in one word. The widths leave room for codes to come; put() asserts that they suffice.
constexpr int typeShift = 4, reasonShift = 8;
constexpr quint16 stateMask = 0xf, typeMask = 0xf, reasonMask = 0x1f;
constexpr quint16 appealBit = 1u << 13, buyerBit = 1u << 14, merchantBit = 1u << 15;
constexpr char partEnd = '\0'; // between the parts of a dictionary's text

quint16 factsOf(const QueueEntry &entry)
{
    const auto state = static_cast<quint16>(entry.state), type = static_cast<quint16>(entry.type), reason = static_cast<quint16>(entry.reason);
    Q_ASSERT(state <= stateMask && type <= typeMask && reason <= reasonMask);
    quint16 facts = static_cast<quint16>(state | type << typeShift | reason << reasonShift);
    if (entry.appealRound)
        facts |= appealBit;
    if (entry.waitsFor & partyBit(domain::Party::Buyer))
        facts |= buyerBit;
    if (entry.waitsFor & partyBit(domain::Party::Merchant))
        facts |= merchantBit;
    return facts;
}

/// Which small facts a query admits.
struct FactsMask
{
    quint32 states = ~0u, types = ~0u, reasons = ~0u;
    quint16 needed = 0;
    bool admits(quint16 facts) const
    {
        return (states >> (facts & stateMask) & types >> (facts >> typeShift & typeMask) & reasons >> (facts >> reasonShift & reasonMask) & 1u)
            && (facts & needed) == needed;
    }
};

quint32 maskOf(std::initializer_list<DisputeState> states)
{
    quint32 mask = 0;
    for (const DisputeState state : states)
        mask |= 1u << static_cast<unsigned>(state);
    return mask;
}

template<typename E>
quint32 maskOf(const QStringList &codes)
{
    quint32 mask = 0;
    for (const QString &code : codes) {
        if (const auto value = domain::fromCode<E>(code))
            mask |= 1u << static_cast<unsigned>(*value);
    }
    return mask;
}

quint32 openStates()
{
    return ~maskOf({DisputeState::Closed, DisputeState::Withdrawn});
}

FactsMask factsMask(const QueueQuery &query)
{
    FactsMask mask;
    switch (query.view) {
    case QueueView::Waiting: mask.states = maskOf({DisputeState::Queued, DisputeState::Appealed}); break;
    case QueueView::Mine:
    case QueueView::HighValue: mask.states = openStates(); break;
    case QueueView::DueToday:
        mask.states = maskOf({DisputeState::Queued, DisputeState::Appealed, DisputeState::Claimed, DisputeState::AwaitingApproval});
        break;
    case QueueView::WaitingBuyer:
    case QueueView::WaitingMerchant:
        mask.states = maskOf({DisputeState::AwaitingEvidence});
        mask.needed = query.view == QueueView::WaitingBuyer ? buyerBit : merchantBit;
        break;
    case QueueView::Approvals: mask.states = maskOf({DisputeState::AwaitingApproval}); break;
    case QueueView::Appeals:
        mask.states = openStates();
        mask.needed = appealBit;
        break;
    case QueueView::All: break;
    }
    const QueueFilter &filter = query.filter;
    if (!filter.states.isEmpty()) {
        quint32 wanted = 0;
        for (const DisputeState state : filter.states)
            wanted |= maskOf({state});
        mask.states &= wanted;
    }
    if (!filter.types.isEmpty())
        mask.types = maskOf<domain::AfterSaleType>(filter.types);
    if (!filter.reasons.isEmpty())
        mask.reasons = maskOf<domain::Reason>(filter.reasons);
    return mask;
}

/// Leaves the slots that @p wanted likes, in their order.
template<typename Wanted>
void keep(std::vector<quint32> &slots, Wanted wanted)
{
    size_t kept = 0;
    for (const quint32 slot : slots) {
        slots[kept] = slot;
        kept += wanted(slot) ? 1 : 0;
    }
    slots.resize(kept);
}

QList<QByteArray> parts(const QByteArray &text, char end)
{
    return text.isEmpty() ? QList<QByteArray>() : text.split(end);
}

/// Which texts of a dictionary @p wanted likes, by code.
template<typename Wanted>
std::vector<char> likedCodes(const Dictionary &dictionary, Wanted wanted)
{
    std::vector<char> liked;
    liked.reserve(dictionary.size());
    for (const QByteArray &text : dictionary.texts())
        liked.push_back(wanted(text) ? 1 : 0);
    return liked;
}

QList<QByteArray> utf8(const QStringList &texts)
{
    QList<QByteArray> all;
    for (const QString &text : texts)
        all.append(text.toUtf8());
    return all;
}

/// Does a label set (flags, end, tags) hold one of @p wanted in @p part?
bool holdsLabel(const QByteArray &text, int part, const QList<QByteArray> &wanted)
{
    const QList<QByteArray> labels = parts(text.split(partEnd).at(part), '\n');
    return std::ranges::any_of(wanted, [&labels](const QByteArray &label) { return labels.contains(label); });
}

/// Places of an enum's values in the order of their codes.
template<typename E>
std::vector<quint32> codePlaces()
{
    std::vector<QByteArray> codes;
    for (const domain::CodeRow<E> &row : domain::codeTable<E>())
        codes.push_back(row.code);
    return placesOf(codes);
}

domain::UtcMs endOfDay(domain::UtcMs now)
{
    return domain::UtcMs::fromPlatform(now.toPlatform().date().addDays(1), QTime(0, 0));
}

} // namespace

struct QueueIndex::Columns
{
    /// What few open cases have. A reservation without an end only remembers who asked, and is none.
    struct Times
    {
        quint64 reservedUntil = TimeColumn::none, parkedUntil = TimeColumn::none;
    };

    CaseIds ids;
    FenColumn claimed;
    TimeColumn rank, due, deskDue, escalated; ///< the rank is a moment, too
    std::vector<quint16> facts;
    CodeColumn holder, reservedFor, category, merchant, labels;
    QHash<quint32, Times> times;

    Dictionary categories, merchants, labelSets; ///< merchants: platform, id, name; label sets: flags, tags
    std::vector<QByteArray> personNames{QByteArray()}; ///< by code; 0 is nobody
    QHash<domain::PersonId, quint32> personCodes{{domain::PersonId(), 0}};
    QByteArray key;      ///< scratch of put()
    bool filling = true; ///< before the first settle()
    int shape = 0;
    mutable SortRoom room;
    mutable QueueFacets facets;
    mutable std::array<quint32, 3> facetsOf{~0u, ~0u, ~0u}; ///< sizes of the dictionaries that facets came from

    quint32 personCode(domain::PersonId person)
    {
        const auto found = personCodes.constFind(person);
        if (found != personCodes.cend())
            return *found;
        const auto code = static_cast<quint32>(personNames.size());
        personNames.push_back({});
        personCodes.insert(person, code);
        return code;
    }
    /// Who is called by one of @p names, by code.
    std::vector<char> people(const QStringList &names) const
    {
        const QList<QByteArray> wanted = utf8(names);
        std::vector<char> liked{0};
        for (size_t code = 1; code < personNames.size(); ++code)
            liked.push_back(wanted.contains(personNames[code]) ? 1 : 0);
        return liked;
    }
    quint32 slotFor(domain::CaseId id);
    void reserveAll(size_t cases);
    bool waits(const QueueQuery &query, quint32 slot, const Times &at) const;
    template<typename Is>
    CaseSet aside(Is is) const;
};

void QueueIndex::Columns::reserveAll(size_t cases)
{
    claimed.reserve(cases);
    facts.reserve(cases);
    for (TimeColumn *column : {&rank, &due, &deskDue, &escalated})
        column->reserve(cases);
    for (CodeColumn *column : {&holder, &reservedFor, &category, &merchant, &labels})
        column->reserve(cases);
}

quint32 QueueIndex::Columns::slotFor(domain::CaseId id)
{
    if (!filling) {
        if (const auto known = ids.find(id))
            return *known;
    }
    ++shape;
    ids.append(id);
    claimed.append();
    growBy(facts, quint16(0));
    for (TimeColumn *column : {&rank, &due, &deskDue, &escalated})
        column->append();
    for (CodeColumn *column : {&holder, &reservedFor, &category, &merchant, &labels})
        column->append();
    return ids.size() - 1;
}

/// Is a waiting case neither parked nor reserved for somebody else?
bool QueueIndex::Columns::waits(const QueueQuery &query, quint32 slot, const Times &at) const
{
    const quint64 now = TimeColumn::raw(query.now);
    if (at.parkedUntil != TimeColumn::none && at.parkedUntil > now)
        return false;
    const quint32 person = reservedFor[slot];
    return person == 0 || person == personCodes.value(query.me, 0) || at.reservedUntil == TimeColumn::none || at.reservedUntil < now;
}

/// The slots of open cases of which @p is likes the times: few have any.
template<typename Is>
CaseSet QueueIndex::Columns::aside(Is is) const
{
    CaseSet set(ids.size(), false);
    for (auto at = times.cbegin(); at != times.cend(); ++at)
        set[at.key()] = is(at.key(), *at);
    return set;
}

QueueIndex::QueueIndex() : d(std::make_unique<Columns>()) {}
QueueIndex::~QueueIndex() = default;
QueueIndex::QueueIndex(QueueIndex &&) noexcept = default;
QueueIndex &QueueIndex::operator=(QueueIndex &&) noexcept = default;

void QueueIndex::reserve(qint64 cases)
{
    d->reserveAll(static_cast<size_t>(cases + cases / 64 + 1024));
}

void QueueIndex::put(const QueueEntry &entry)
{
    const quint32 slot = d->slotFor(entry.id);
    d->rank.set(slot, TimeColumn::raw(domain::UtcMs(entry.rank)));
    d->claimed.set(slot, entry.claimed.fen());
    d->due.set(slot, TimeColumn::raw(entry.dueAt));
    d->deskDue.set(slot, TimeColumn::raw(entry.deskDueAt));
    d->escalated.set(slot, TimeColumn::raw(entry.escalatedAt));
    d->facts[slot] = factsOf(entry);
    d->holder.set(slot, d->personCode(entry.holder));
    d->reservedFor.set(slot, d->personCode(entry.reservedFor));
    d->category.set(slot, d->categories.code(entry.category));
    d->key.resize(0);
    d->key.append(entry.platform).append(partEnd).append(entry.merchantId).append(partEnd).append(entry.merchantName);
    d->merchant.set(slot, d->merchants.code(d->key));
    d->key.resize(0);
    d->key.append(entry.flags).append(partEnd).append(entry.tags);
    d->labels.set(slot, d->labelSets.code(d->key));
    if (domain::isOpen(entry.state) && (entry.reservedUntil || entry.parkedUntil))
        d->times.insert(slot, {TimeColumn::raw(entry.reservedUntil), TimeColumn::raw(entry.parkedUntil)});
    else if (!d->times.isEmpty())
        d->times.remove(slot);
}

void QueueIndex::settle()
{
    const quint32 late = d->ids.size() - d->ids.ascending();
    const bool first = std::exchange(d->filling, false);
    if (late == 0 || (!first && late < 1024 + d->ids.size() / 64))
        return;
    std::vector<quint32> by(d->ids.size());
    std::iota(by.begin(), by.end(), 0u);
    std::ranges::sort(by, {}, [this](quint32 slot) { return d->ids.at(slot); });
    CaseIds ids;
    QHash<quint32, Columns::Times> times;
    for (quint32 slot = 0; slot < d->ids.size(); ++slot) {
        ids.append(d->ids.at(by[slot]));
        if (const auto found = d->times.constFind(by[slot]); found != d->times.cend())
            times.insert(slot, *found);
    }
    d->ids = ids;
    d->times = times;
    d->claimed.arrange(by);
    rearrange(d->facts, by);
    for (TimeColumn *column : {&d->rank, &d->due, &d->deskDue, &d->escalated})
        column->arrange(by);
    for (CodeColumn *column : {&d->holder, &d->reservedFor, &d->category, &d->merchant, &d->labels})
        column->arrange(by);
    ++d->shape;
}

void QueueIndex::setPeople(const QList<Person> &people)
{
    for (const Person &person : people)
        d->personNames[d->personCode(person.id)] = person.name.toUtf8();
}

void QueueIndex::rest()
{
    d->room = {};
}

qsizetype QueueIndex::size() const
{
    return d->ids.size();
}

const CaseIds &QueueIndex::ids() const
{
    return d->ids;
}

int QueueIndex::shape() const
{
    return d->shape;
}

CaseSet QueueIndex::setOf(const QList<domain::CaseId> &ids) const
{
    CaseSet set(d->ids.size(), false);
    // A text that is everywhere brings half a million ids, newest first: walking beside them beats looking each up.
    const bool walk = ids.size() > qsizetype(d->ids.ascending() / 64) && std::ranges::is_sorted(ids, std::greater());
    quint32 above = d->ids.ascending();
    for (const domain::CaseId id : ids) {
        if (walk) {
            while (above > 0 && d->ids.at(above - 1) > id)
                --above;
            if (above > 0 && d->ids.at(above - 1) == id) {
                set[above - 1] = true;
                continue;
            }
        }
        if (const auto slot = d->ids.find(id))
            set[*slot] = true;
    }
    return set;
}

std::vector<quint32> QueueIndex::matching(const QueueQuery &query, const QueueAids &aids) const
{
    const QueueFilter &filter = query.filter;
    std::vector<quint32> slots(d->ids.size());
    size_t count = 0;
    const FactsMask mask = factsMask(query);
    for (quint32 slot = 0; slot < d->ids.size(); ++slot) {
        slots[count] = slot;
        count += mask.admits(d->facts[slot]) ? 1 : 0;
    }
    slots.resize(count);

    // The view.
    const quint64 now = TimeColumn::raw(query.now);
    const quint32 me = d->personCodes.value(query.me, ~0u); // nobody is not "mine"
    if (query.view == QueueView::Waiting && !d->times.isEmpty()) {
        const CaseSet away = d->aside([&](quint32 slot, const Columns::Times &at) { return !d->waits(query, slot, at); });
        keep(slots, [&away](quint32 slot) { return !away[slot]; });
    }
    if (query.view == QueueView::Mine) {
        keep(slots, [&](quint32 slot) {
            if (query.me.isNull() || (d->holder[slot] != me && d->reservedFor[slot] != me))
                return false;
            const quint64 until = d->times.value(slot).reservedUntil;
            return d->holder[slot] == me || until == TimeColumn::none || until >= now;
        });
    }
    if (query.view == QueueView::DueToday)
        keep(slots, [&, end = TimeColumn::raw(endOfDay(query.now))](quint32 slot) { return d->deskDue[slot] < end; });
    if (query.view == QueueView::HighValue)
        keep(slots, [&, from = query.highValueFrom.fen()](quint32 slot) { return d->claimed[slot] >= from; });

    // The filter.
    if (filter.amountMin)
        keep(slots, [&, least = filter.amountMin->fen()](quint32 slot) { return d->claimed[slot] >= least; });
    if (filter.amountMax)
        keep(slots, [&, most = filter.amountMax->fen()](quint32 slot) { return d->claimed[slot] <= most; });
    if (filter.dueWithinMs)
        keep(slots, [&, end = TimeColumn::raw(query.now.plusMs(*filter.dueWithinMs))](quint32 slot) { return d->due[slot] < end; });
    if (filter.overdue)
        keep(slots, [&](quint32 slot) { return (d->due[slot] < now) == *filter.overdue; });
    if (filter.parked) {
        const CaseSet parked = d->aside([now](quint32, const Columns::Times &at) { return at.parkedUntil != TimeColumn::none && at.parkedUntil > now; });
        keep(slots, [&](quint32 slot) { return parked[slot] == *filter.parked; });
    }
    const auto kept = [&](quint32 slot, const Columns::Times &at) {
        return d->reservedFor[slot] != 0 && at.reservedUntil != TimeColumn::none && at.reservedUntil >= now;
    };
    if (filter.reserved) {
        const CaseSet reserved = d->aside(kept);
        keep(slots, [&](quint32 slot) { return reserved[slot] == *filter.reserved; });
    }
    if (!filter.reservedFor.isEmpty()) {
        const std::vector<char> liked = d->people(filter.reservedFor);
        const CaseSet reserved = d->aside([&](quint32 slot, const Columns::Times &at) { return kept(slot, at) && liked[d->reservedFor[slot]]; });
        keep(slots, [&](quint32 slot) { return reserved[slot]; });
    }
    if (aids.within)
        keep(slots, [&](quint32 slot) { return (*aids.within)[slot]; });
    if (!filter.categories.isEmpty()) {
        const QList<QByteArray> wanted = utf8(filter.categories);
        const auto liked = likedCodes(d->categories, [&wanted](const QByteArray &text) { return wanted.contains(text); });
        keep(slots, [&](quint32 slot) { return liked[d->category[slot]]; });
    }
    if (!filter.platforms.isEmpty() || !filter.merchants.isEmpty()) {
        const QList<QByteArray> platforms = utf8(filter.platforms), merchants = utf8(filter.merchants);
        const auto liked = likedCodes(d->merchants, [&](const QByteArray &text) {
            const QList<QByteArray> of = text.split(partEnd);
            return (platforms.isEmpty() || platforms.contains(of.at(0)))
                && (merchants.isEmpty() || merchants.contains(of.at(1)) || merchants.contains(of.at(2)));
        });
        keep(slots, [&](quint32 slot) { return liked[d->merchant[slot]]; });
    }
    if (!filter.holders.isEmpty()) {
        const std::vector<char> liked = d->people(filter.holders);
        keep(slots, [&](quint32 slot) { return liked[d->holder[slot]]; });
    }
    if (!filter.flags.isEmpty() || !filter.tags.isEmpty()) {
        const QList<QByteArray> flags = utf8(filter.flags), tags = utf8(filter.tags);
        const auto liked = likedCodes(d->labelSets, [&](const QByteArray &text) {
            return (flags.isEmpty() || holdsLabel(text, 0, flags)) && (tags.isEmpty() || holdsLabel(text, 1, tags));
        });
        keep(slots, [&](quint32 slot) { return liked[d->labels[slot]]; });
    }
    return slots;
}

void QueueIndex::sort(std::vector<quint32> &slots, const QueueQuery &query, const QueueAids &aids) const
{
    // Equal keys stand in the order of ids, whichever way the keys run: so the slots begin in it.
    const auto idOf = [this](quint32 slot) { return d->ids.at(slot); };
    const auto late = std::ranges::lower_bound(slots, d->ids.ascending());
    std::sort(late, slots.end(), [&](quint32 a, quint32 b) { return idOf(a) < idOf(b); });
    std::inplace_merge(slots.begin(), late, slots.end(), [&](quint32 a, quint32 b) { return idOf(a) < idOf(b); });

    const bool descending = query.descending != (query.sort == QueueSort::Age); // the youngest have the latest moment
    const quint64 flip = descending ? ~quint64(0) : 0;
    const auto byPlaces = [&](const std::vector<quint32> &places, auto code) {
        sortByKey(slots, [&](quint32 slot) { return places[code(slot)] ^ flip; }, d->room);
    };
    switch (query.sort) {
    case QueueSort::Rank:
        sortByKey(slots, [&](quint32 slot) { return d->rank[slot] ^ flip; }, d->room);
        return;
    case QueueSort::Due: // none comes last both ways
        sortByKey(slots, [&](quint32 slot) {
            const quint64 due = d->due[slot];
            return due != TimeColumn::none && descending ? TimeColumn::none - due : due;
        }, d->room);
        return;
    case QueueSort::Amount:
        sortByKey(slots, [&](quint32 slot) { return (static_cast<quint64>(d->claimed[slot]) ^ quint64(1) << 63) ^ flip; }, d->room);
        return;
    case QueueSort::Age:
    case QueueSort::Escalated:
        sortByKey(slots, [&](quint32 slot) { return d->escalated[slot] ^ flip; }, d->room);
        return;
    case QueueSort::CaseNo:
    case QueueSort::Product:
        if (aids.places)
            sortByKey(slots, [&](quint32 slot) { return (*aids.places)[slot] ^ flip; }, d->room);
        return;
    case QueueSort::State: byPlaces(codePlaces<DisputeState>(), [&](quint32 slot) { return d->facts[slot] & stateMask; }); return;
    case QueueSort::Reason:
        byPlaces(codePlaces<domain::Reason>(), [&](quint32 slot) { return d->facts[slot] >> reasonShift & reasonMask; });
        return;
    case QueueSort::Type:
        byPlaces(codePlaces<domain::AfterSaleType>(), [&](quint32 slot) { return d->facts[slot] >> typeShift & typeMask; });
        return;
    case QueueSort::Category: byPlaces(placesOf(d->categories.texts()), [&](quint32 slot) { return d->category[slot]; }); return;
    case QueueSort::Platform:
    case QueueSort::Merchant: {
        std::vector<QByteArray> texts;
        for (const QByteArray &text : d->merchants.texts())
            texts.push_back(text.split(partEnd).at(query.sort == QueueSort::Platform ? 0 : 2));
        byPlaces(placesOf(texts), [&](quint32 slot) { return d->merchant[slot]; });
        return;
    }
    case QueueSort::Holder: byPlaces(placesOf(d->personNames), [&](quint32 slot) { return d->holder[slot]; }); return;
    case QueueSort::Labels: byPlaces(placesOf(d->labelSets.texts()), [&](quint32 slot) { return d->labels[slot]; }); return;
    }
}

QueueOrderPtr QueueIndex::order(const QueueQuery &query, const QueueAids &aids) const
{
    QueueOrder order{d->ids, matching(query, aids)};
    sort(order.rows, query, aids);
    if (query.limit > 0 && order.size() > query.limit)
        order.rows.resize(static_cast<size_t>(query.limit));
    order.rows.shrink_to_fit();
    return std::make_shared<const QueueOrder>(std::move(order));
}

qint64 QueueIndex::count(const QueueQuery &query, const QueueAids &aids) const
{
    return static_cast<qint64>(matching(query, aids).size());
}

domain::UtcMs QueueIndex::changesAt(const QueueQuery &query) const
{
    const domain::UtcMs now = query.now;
    domain::UtcMs next = endOfDay(now);
    for (const Columns::Times &at : d->times) {
        if (at.parkedUntil != TimeColumn::none && TimeColumn::moment(at.parkedUntil) > now)
            next = std::min(next, TimeColumn::moment(at.parkedUntil));
        if (at.reservedUntil != TimeColumn::none && TimeColumn::moment(at.reservedUntil) >= now)
            next = std::min(next, TimeColumn::moment(at.reservedUntil).plusMs(1));
    }
    const auto afterNextDue = [&](qint64 within) { // the first moment when a case more is due before then + within
        const quint64 from = TimeColumn::raw(now.plusMs(within));
        quint64 first = TimeColumn::none;
        for (quint32 slot = 0; slot < d->ids.size(); ++slot) {
            const quint64 due = d->due[slot];
            first = due >= from ? std::min(first, due) : first;
        }
        if (first != TimeColumn::none)
            next = std::min(next, TimeColumn::moment(first).plusMs(1 - within));
    };
    if (query.filter.dueWithinMs)
        afterNextDue(*query.filter.dueWithinMs);
    if (query.filter.overdue)
        afterNextDue(0);
    return next;
}

QueueFacets QueueIndex::facets() const
{
    const std::array<quint32, 3> sizes{d->categories.size(), d->merchants.size(), d->labelSets.size()};
    if (d->facetsOf == sizes)
        return d->facets;
    QSet<QByteArray> platforms, tags;
    for (const QByteArray &text : d->merchants.texts())
        platforms.insert(text.left(text.indexOf(partEnd)));
    for (const QByteArray &text : d->labelSets.texts()) {
        for (const QByteArray &tag : parts(text.split(partEnd).at(1), '\n'))
            tags.insert(tag);
    }
    const auto sorted = [](const auto &texts) {
        QStringList list;
        for (const QByteArray &text : texts)
            list.append(QString::fromUtf8(text));
        list.removeAll(QString());
        list.sort();
        return list;
    };
    d->facets = {sorted(platforms), sorted(d->categories.texts()), sorted(tags)};
    d->facetsOf = sizes;
    return d->facets;
}

qsizetype QueueIndex::columnBytes() const
{
    qsizetype bytes = d->ids.bytes() + d->claimed.bytes() + bytesOf(d->facts);
    for (const TimeColumn *column : {&d->rank, &d->due, &d->deskDue, &d->escalated})
        bytes += column->bytes();
    for (const CodeColumn *column : {&d->holder, &d->reservedFor, &d->category, &d->merchant, &d->labels})
        bytes += column->bytes();
    return bytes;
}

} // namespace arb::usecases
