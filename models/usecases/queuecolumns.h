// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/queueorder.h>

#include <domain/time.h>

#include <QtCore/QByteArray>
#include <QtCore/QHash>

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <memory>
#include <numeric>
#include <optional>
#include <span>
#include <vector>

/// The containers that QueueIndex is made of: narrow columns by slot, dictionaries, and a sort of slots by key.
namespace arb::usecases {

/// A column of all cases: read at once, kept for as long as the desk is open.
template<typename T>
using FactColumn = std::vector<T, LargePages<T>>;

/// Grows by a sixteenth instead of doubling: a million cases more or less in full columns.
template<typename T>
void growBy(FactColumn<T> &column, const T &value)
{
    if (column.size() == column.capacity())
        column.reserve(column.size() + column.size() / 16 + 1024);
    column.push_back(value);
}

template<typename T>
void rearrange(FactColumn<T> &column, const std::vector<quint32> &by)
{
    FactColumn<T> arranged;
    arranged.reserve(column.capacity());
    for (const quint32 slot : by)
        arranged.push_back(column[slot]);
    column = std::move(arranged);
}

template<typename T>
qsizetype bytesOf(const FactColumn<T> &column)
{
    return static_cast<qsizetype>(column.capacity() * sizeof(T));
}

/// Moments in ms, or none, in 6 bytes each: from the year 1412 to past 9999; what lies outside counts as the end.
class TimeColumn
{
public:
    static constexpr quint64 none = (quint64(1) << 48) - 1; ///< sorts after every moment
    static quint64 raw(domain::UtcMs at)
    {
        return static_cast<quint64>(std::clamp<qint64>(at.ms() + bias, 1, static_cast<qint64>(none) - 1));
    }
    static quint64 raw(const std::optional<domain::UtcMs> &at) { return at ? raw(*at) : none; }
    static domain::UtcMs moment(quint64 raw) { return domain::UtcMs(static_cast<qint64>(raw) - bias); }

    quint64 operator[](quint32 slot) const { return quint64(m_high[slot]) << 32 | m_low[slot]; }
    void set(quint32 slot, quint64 raw)
    {
        m_low[slot] = static_cast<quint32>(raw);
        m_high[slot] = static_cast<quint16>(raw >> 32);
    }
    void append()
    {
        growBy(m_low, quint32(0));
        growBy(m_high, quint16(0));
    }
    void reserve(size_t cases)
    {
        m_low.reserve(cases);
        m_high.reserve(cases);
    }
    void arrange(const std::vector<quint32> &by)
    {
        rearrange(m_low, by);
        rearrange(m_high, by);
    }
    qsizetype bytes() const { return bytesOf(m_low) + bytesOf(m_high); }

private:
    static constexpr qint64 bias = qint64(1) << 44;
    FactColumn<quint32> m_low;
    FactColumn<quint16> m_high;
};

/// Values in few bytes each, until one comes that does not fit: then all in more.
template<typename Narrow, typename Wide>
class WideningColumn
{
public:
    Wide operator[](quint32 slot) const { return m_wide.empty() ? static_cast<Wide>(m_narrow[slot]) : m_wide[slot]; }
    void set(quint32 slot, Wide value)
    {
        if (m_wide.empty() && value != static_cast<Wide>(static_cast<Narrow>(value)))
            widen();
        if (m_wide.empty())
            m_narrow[slot] = static_cast<Narrow>(value);
        else
            m_wide[slot] = value;
    }
    void append()
    {
        if (m_wide.empty())
            growBy(m_narrow, Narrow(0));
        else
            growBy(m_wide, Wide(0));
    }
    void reserve(size_t cases)
    {
        if (m_wide.empty())
            m_narrow.reserve(cases);
        else
            m_wide.reserve(cases);
    }
    void arrange(const std::vector<quint32> &by)
    {
        if (m_wide.empty())
            rearrange(m_narrow, by);
        else
            rearrange(m_wide, by);
    }
    qsizetype bytes() const { return bytesOf(m_narrow) + bytesOf(m_wide); }

private:
    void widen()
    {
        m_wide.reserve(m_narrow.capacity());
        m_wide.assign(m_narrow.begin(), m_narrow.end());
        m_narrow = FactColumn<Narrow>();
    }
    FactColumn<Narrow> m_narrow;
    FactColumn<Wide> m_wide;
};
using CodeColumn = WideningColumn<quint16, quint32>; ///< codes of a dictionary
using FenColumn = WideningColumn<quint32, qint64>;

/// Texts, each once, numbered as they come.
class Dictionary
{
public:
    quint32 code(QByteArrayView text)
    {
        // Neighbouring cases often carry the same text.
        if (m_last < m_texts.size() && QByteArrayView(m_texts[m_last]) == text)
            return m_last;
        const auto found = m_codes.constFind(QByteArray::fromRawData(text.data(), text.size()));
        if (found != m_codes.cend())
            return m_last = *found;
        m_last = static_cast<quint32>(m_texts.size());
        m_texts.push_back(text.toByteArray());
        m_codes.insert(m_texts.back(), m_last);
        return m_last;
    }
    const std::vector<QByteArray> &texts() const { return m_texts; }
    quint32 size() const { return static_cast<quint32>(m_texts.size()); }

private:
    std::vector<QByteArray> m_texts;
    QHash<QByteArray, quint32> m_codes;
    quint32 m_last = 0;
};

/// The place of each text among @p texts sorted by bytes; equal texts share one.
inline std::vector<quint32> placesOf(const std::vector<QByteArray> &texts)
{
    std::vector<quint32> sorted(texts.size()), places(texts.size());
    std::iota(sorted.begin(), sorted.end(), 0u);
    std::ranges::sort(sorted, [&texts](quint32 a, quint32 b) { return texts[a] < texts[b]; });
    quint32 place = 0;
    for (size_t n = 0; n < sorted.size(); ++n) {
        if (n > 0 && texts[sorted[n - 1]] != texts[sorted[n]])
            ++place;
        places[sorted[n]] = place;
    }
    return places;
}

/// Where questions are answered: 4 bytes a slot, and 4 more for sorting. Fresh memory costs as much as the sort itself, so it is used again, and given
/// back when nobody sorts.
struct SortRoom
{
    using Room = std::vector<quint64, LargePages<quint64>>;
    Slots slots, other;          ///< the answer on its way
    std::vector<quint32> starts; ///< where the slots of each coarse key begin
    Room keyed, moved;           ///< keys above their slots, of those that share a coarse key
};

/// Sorts @p keyed by the @p bits from @p shift up, 55 at most; equal ones stay as they are. Radix: memory is walked from end to end and
/// not jumped about in for every digit. @p moved is scratch of the same size.
template<int digitBits>
void radixSort(std::span<quint64> keyed, std::span<quint64> moved, int shift, int bits)
{
    constexpr size_t digits = size_t(1) << digitBits;
    std::array<quint32, digits + 1> starts;
    std::span<quint64> from = keyed, to = moved;
    for (int low = shift; low < shift + bits; low += digitBits) {
        const auto digit = [low](quint64 one) { return static_cast<size_t>(one >> low) & (digits - 1); };
        starts.fill(0);
        for (const quint64 one : from)
            ++starts[digit(one) + 1];
        if (starts[digit(from.front()) + 1] == from.size())
            continue; // the same digit everywhere
        std::partial_sum(starts.begin(), starts.end(), starts.begin());
        for (const quint64 one : from)
            to[starts[digit(one)]++] = one;
        std::swap(from, to);
    }
    if (from.data() != keyed.data())
        std::ranges::copy(from, keyed.begin());
}

/// Sorts a few of all slots, neighbours by their coarse keys, by the whole @p key.
template<typename Key>
void sortRun(std::span<quint32> run, Key key, int slotBits, SortRoom &room)
{
    constexpr size_t insertedAtOnce = 24, inCache = 4096;
    quint64 low = std::numeric_limits<quint64>::max(), high = 0;
    for (const quint32 slot : run) {
        const quint64 value = key(slot);
        low = std::min(low, value);
        high = std::max(high, value);
    }
    if (low == high)
        return;
    const int bits = static_cast<int>(std::bit_width(high - low));
    if (bits + slotBits > 64) { // keys of centuries, or sums beyond all: rare enough
        std::ranges::stable_sort(run, {}, key);
        return;
    }
    room.keyed.resize(std::max(room.keyed.size(), run.size()));
    const std::span<quint64> keyed(room.keyed.data(), run.size());
    std::ranges::transform(run, keyed.begin(), [&](quint32 slot) { return (key(slot) - low) << slotBits | slot; });
    if (run.size() <= insertedAtOnce) {
        for (size_t n = 1; n < keyed.size(); ++n) {
            const quint64 one = keyed[n];
            size_t place = n;
            for (; place > 0 && keyed[place - 1] >> slotBits > one >> slotBits; --place)
                keyed[place] = keyed[place - 1];
            keyed[place] = one;
        }
    } else {
        room.moved.resize(std::max(room.moved.size(), run.size()));
        const std::span<quint64> moved(room.moved.data(), run.size());
        run.size() <= inCache ? radixSort<8>(keyed, moved, slotBits, bits) : radixSort<11>(keyed, moved, slotBits, bits);
    }
    const quint64 slotMask = (quint64(1) << slotBits) - 1;
    for (size_t n = 0; n < run.size(); ++n)
        run[n] = static_cast<quint32>(keyed[n] & slotMask);
}

/// Sorts @p slots by @p key (slot to quint64), equal keys staying as they are. First into cells by the keys' leading bits, which takes
/// no more room than the slots themselves, then some neighbouring cells at a time, which stay in the cache.
template<typename Key>
void sortByKey(Slots &slots, Key key, SortRoom &room)
{
    constexpr int mostCellBits = 16;
    constexpr size_t runSize = 1024;
    if (slots.size() < 2)
        return;
    quint64 low = std::numeric_limits<quint64>::max(), high = 0, last = 0;
    quint32 lastSlot = 0;
    bool sorted = true;
    for (const quint32 slot : slots) {
        const quint64 value = key(slot);
        low = std::min(low, value);
        high = std::max(high, value);
        sorted = sorted && last <= value;
        last = value;
        lastSlot = std::max(lastSlot, slot);
    }
    if (sorted)
        return;
    if (slots.size() < 256) {
        std::ranges::stable_sort(slots, {}, key);
        return;
    }
    const int bits = static_cast<int>(std::bit_width(high - low)), slotBits = std::max(1, static_cast<int>(std::bit_width(lastSlot)));
    const int cellBits = std::min(bits, mostCellBits), shift = bits - cellBits;
    const auto cellOf = [&](quint32 slot) { return static_cast<size_t>((key(slot) - low) >> shift); };
    const size_t cells = size_t(1) << cellBits;
    room.starts.assign(cells + 1, 0);
    for (const quint32 slot : slots)
        ++room.starts[cellOf(slot) + 1];
    std::partial_sum(room.starts.begin(), room.starts.end(), room.starts.begin());
    room.other.resize(slots.size());
    for (const quint32 slot : slots)
        room.other[room.starts[cellOf(slot)]++] = slot; // starts become ends
    slots.swap(room.other);
    if (shift == 0)
        return;
    size_t begin = 0;
    for (size_t cell = 0; cell < cells; ++cell) {
        const size_t end = room.starts[cell];
        const bool full = end - begin >= runSize || cell + 1 == cells || room.starts[cell + 1] - end >= runSize;
        if (!full || end == begin)
            continue;
        sortRun(std::span(slots).subspan(begin, end - begin), key, slotBits, room);
        begin = end;
    }
}

} // namespace arb::usecases
