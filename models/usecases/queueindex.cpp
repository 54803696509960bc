// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/queueindex.h>

#include "queuetable.h"

#include <QtCore/QSet>

#include <utility>

namespace arb::usecases {

using domain::DisputeState;

namespace {

/// Leaves the slots that @p wanted likes, in their order.
template<typename Wanted>
void keep(Slots &slots, Wanted wanted)
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
    const QList<QByteArray> labels = parts(text.split(QueueTable::partEnd).at(part), '\n');
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

/// The slots of open cases of which @p is likes the times: few have any.
template<typename Is>
CaseSet aside(const QueueTable &table, Is is)
{
    CaseSet set(table.ids.size(), false);
    for (auto at = table.times.cbegin(); at != table.times.cend(); ++at)
        set[at.key()] = is(at.key(), *at);
    return set;
}

/// Is a waiting case neither parked nor reserved for somebody else?
bool waits(const QueueTable &table, const QueueQuery &query, quint32 slot, const QueueTable::Times &at)
{
    const quint64 now = TimeColumn::raw(query.now);
    if (at.parkedUntil != TimeColumn::none && at.parkedUntil > now)
        return false;
    const quint32 person = table.reservedFor[slot];
    return person == 0 || person == table.personCodes.value(query.me, 0) || at.reservedUntil == TimeColumn::none || at.reservedUntil < now;
}

/// Who is called by one of @p names, by code.
std::vector<char> likedPeople(const QueueTable &table, const QStringList &names)
{
    const QList<QByteArray> wanted = utf8(names);
    std::vector<char> liked{0};
    for (size_t code = 1; code < table.personNames.size(); ++code)
        liked.push_back(wanted.contains(table.personNames[code]) ? 1 : 0);
    return liked;
}

/// The first and the last moment that any of @p slots has, so that none can be told to come close after them: few bits are sorted sooner.
std::pair<quint64, quint64> ends(const Slots &slots, const TimeColumn &column)
{
    quint64 first = TimeColumn::none, last = 0;
    for (const quint32 slot : slots) {
        const quint64 at = column[slot];
        first = std::min(first, at);
        last = at == TimeColumn::none ? last : std::max(last, at);
    }
    return {first, std::max(first, last)};
}

// One part of a query each; of the small facts they need know nothing more.

void keepOfView(Slots &slots, const QueueTable &table, const QueueQuery &query)
{
    const quint64 now = TimeColumn::raw(query.now);
    const quint32 me = table.personCodes.value(query.me, ~0u); // nobody is not "mine"
    if (query.view == QueueView::Waiting && !table.times.isEmpty()) {
        const CaseSet away = aside(table, [&](quint32 slot, const QueueTable::Times &at) { return !waits(table, query, slot, at); });
        keep(slots, [&away](quint32 slot) { return !away[slot]; });
    }
    if (query.view == QueueView::Mine) {
        keep(slots, [&](quint32 slot) {
            if (query.me.isNull() || (table.holder[slot] != me && table.reservedFor[slot] != me))
                return false;
            const quint64 until = table.times.value(slot).reservedUntil;
            return table.holder[slot] == me || until == TimeColumn::none || until >= now;
        });
    }
    if (query.view == QueueView::DueToday)
        keep(slots, [&, end = TimeColumn::raw(endOfDay(query.now))](quint32 slot) { return table.deskDue[slot] < end; });
    if (query.view == QueueView::HighValue)
        keep(slots, [&, from = query.highValueFrom.fen()](quint32 slot) { return table.claimed[slot] >= from; });
}

void keepBySumsAndTimes(Slots &slots, const QueueTable &table, const QueueQuery &query)
{
    const QueueFilter &filter = query.filter;
    const quint64 now = TimeColumn::raw(query.now);
    if (filter.amountMin)
        keep(slots, [&, least = filter.amountMin->fen()](quint32 slot) { return table.claimed[slot] >= least; });
    if (filter.amountMax)
        keep(slots, [&, most = filter.amountMax->fen()](quint32 slot) { return table.claimed[slot] <= most; });
    if (filter.dueWithinMs)
        keep(slots, [&, end = TimeColumn::raw(query.now.plusMs(*filter.dueWithinMs))](quint32 slot) { return table.due[slot] < end; });
    if (filter.overdue)
        keep(slots, [&](quint32 slot) { return (table.due[slot] < now) == *filter.overdue; });
    if (filter.parked) {
        const CaseSet parked = aside(table, [now](quint32, const QueueTable::Times &at) { return at.parkedUntil != TimeColumn::none && at.parkedUntil > now; });
        keep(slots, [&](quint32 slot) { return parked[slot] == *filter.parked; });
    }
    const auto kept = [&](quint32 slot, const QueueTable::Times &at) {
        return table.reservedFor[slot] != 0 && at.reservedUntil != TimeColumn::none && at.reservedUntil >= now;
    };
    if (filter.reserved) {
        const CaseSet reserved = aside(table, kept);
        keep(slots, [&](quint32 slot) { return reserved[slot] == *filter.reserved; });
    }
    if (!filter.reservedFor.isEmpty()) {
        const std::vector<char> liked = likedPeople(table, filter.reservedFor);
        const CaseSet reserved = aside(table, [&](quint32 slot, const QueueTable::Times &at) { return kept(slot, at) && liked[table.reservedFor[slot]]; });
        keep(slots, [&](quint32 slot) { return reserved[slot]; });
    }
}

void keepByNames(Slots &slots, const QueueTable &table, const QueueFilter &filter)
{
    if (!filter.categories.isEmpty()) {
        const QList<QByteArray> wanted = utf8(filter.categories);
        const auto liked = likedCodes(table.categories, [&wanted](const QByteArray &text) { return wanted.contains(text); });
        keep(slots, [&](quint32 slot) { return liked[table.category[slot]]; });
    }
    if (!filter.platforms.isEmpty() || !filter.merchants.isEmpty()) {
        const QList<QByteArray> platforms = utf8(filter.platforms), merchants = utf8(filter.merchants);
        const auto liked = likedCodes(table.merchants, [&](const QByteArray &text) {
            const QList<QByteArray> of = text.split(QueueTable::partEnd);
            return (platforms.isEmpty() || platforms.contains(of.at(0)))
                && (merchants.isEmpty() || merchants.contains(of.at(1)) || merchants.contains(of.at(2)));
        });
        keep(slots, [&](quint32 slot) { return liked[table.merchant[slot]]; });
    }
    if (!filter.holders.isEmpty()) {
        const std::vector<char> liked = likedPeople(table, filter.holders);
        keep(slots, [&](quint32 slot) { return liked[table.holder[slot]]; });
    }
    if (!filter.flags.isEmpty() || !filter.tags.isEmpty()) {
        const QList<QByteArray> flags = utf8(filter.flags), tags = utf8(filter.tags);
        const auto liked = likedCodes(table.labelSets, [&](const QByteArray &text) {
            return (flags.isEmpty() || holdsLabel(text, 0, flags)) && (tags.isEmpty() || holdsLabel(text, 1, tags));
        });
        keep(slots, [&](quint32 slot) { return liked[table.labels[slot]]; });
    }
}

} // namespace

QueueIndex::QueueIndex() : d(std::make_unique<QueueTable>()) {}
QueueIndex::~QueueIndex() = default;
QueueIndex::QueueIndex(QueueIndex &&) noexcept = default;
QueueIndex &QueueIndex::operator=(QueueIndex &&) noexcept = default;

void QueueIndex::reserve(qint64 cases)
{
    d->reserve(static_cast<size_t>(cases + cases / 64 + 1024));
}

void QueueIndex::put(const QueueEntry &entry)
{
    d->put(entry);
}

void QueueIndex::settle()
{
    d->settle();
}

void QueueIndex::setPeople(const QList<Person> &people)
{
    d->setPeople(people);
}

bool QueueIndex::rest()
{
    const bool any = d->room.slots.capacity() + d->room.other.capacity() > 0;
    d->room = {};
    return any;
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

Slots &QueueIndex::matching(const QueueQuery &query, const QueueAids &aids) const
{
    Slots &slots = d->room.slots;
    slots.resize(d->ids.size());
    size_t count = 0;
    const FactsMask mask = factsMask(query);
    for (quint32 slot = 0; slot < d->ids.size(); ++slot) {
        slots[count] = slot;
        count += mask.admits(d->facts[slot]) ? 1 : 0;
    }
    slots.resize(count);
    keepOfView(slots, *d, query);
    keepBySumsAndTimes(slots, *d, query);
    if (aids.within)
        keep(slots, [&](quint32 slot) { return (*aids.within)[slot]; });
    keepByNames(slots, *d, query.filter);
    return slots;
}

void QueueIndex::sort(Slots &slots, const QueueQuery &query, const QueueAids &aids) const
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
    case QueueSort::Due: { // none comes last both ways
        const auto [first, last] = ends(slots, d->due);
        sortByKey(slots, [&, first = first, last = last](quint32 slot) {
            const quint64 due = d->due[slot];
            return due == TimeColumn::none ? last - first + 1 : descending ? last - due : due - first;
        }, d->room);
        return;
    }
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
    case QueueSort::State: byPlaces(codePlaces<DisputeState>(), [&](quint32 slot) { return d->facts[slot].state(); }); return;
    case QueueSort::Reason: byPlaces(codePlaces<domain::Reason>(), [&](quint32 slot) { return d->facts[slot].reason(); }); return;
    case QueueSort::Type: byPlaces(codePlaces<domain::AfterSaleType>(), [&](quint32 slot) { return d->facts[slot].type(); }); return;
    case QueueSort::Category: byPlaces(placesOf(d->categories.texts()), [&](quint32 slot) { return d->category[slot]; }); return;
    case QueueSort::Platform:
    case QueueSort::Merchant: {
        std::vector<QByteArray> texts;
        for (const QByteArray &text : d->merchants.texts())
            texts.push_back(text.split(QueueTable::partEnd).at(query.sort == QueueSort::Platform ? 0 : 2));
        byPlaces(placesOf(texts), [&](quint32 slot) { return d->merchant[slot]; });
        return;
    }
    case QueueSort::Holder: byPlaces(placesOf(d->personNames), [&](quint32 slot) { return d->holder[slot]; }); return;
    case QueueSort::Labels: byPlaces(placesOf(d->labelSets.texts()), [&](quint32 slot) { return d->labels[slot]; }); return;
    }
}

QueueOrderPtr QueueIndex::order(const QueueQuery &query, const QueueAids &aids) const
{
    Slots &slots = matching(query, aids);
    sort(slots, query, aids);
    if (query.limit > 0 && slots.size() > static_cast<size_t>(query.limit))
        slots.resize(static_cast<size_t>(query.limit));
    // An answer of nearly all cases takes the room with it: to copy it costs fresh memory, too.
    const bool most = slots.size() > slots.capacity() / 4 * 3;
    return std::make_shared<const QueueOrder>(QueueOrder{d->ids, most ? std::exchange(slots, {}) : Slots(slots.cbegin(), slots.cend())});
}

qint64 QueueIndex::count(const QueueQuery &query, const QueueAids &aids) const
{
    return static_cast<qint64>(matching(query, aids).size());
}

domain::UtcMs QueueIndex::changesAt(const QueueQuery &query) const
{
    const domain::UtcMs now = query.now;
    domain::UtcMs next = endOfDay(now);
    for (const QueueTable::Times &at : d->times) {
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
        platforms.insert(text.left(text.indexOf(QueueTable::partEnd)));
    for (const QByteArray &text : d->labelSets.texts()) {
        for (const QByteArray &tag : parts(text.split(QueueTable::partEnd).at(1), '\n'))
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
    return d->bytes();
}

} // namespace arb::usecases
