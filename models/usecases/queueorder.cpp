// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/queueorder.h>

#include <algorithm>

namespace arb::usecases {

namespace {

constexpr qsizetype rangesTold = 64; // beyond it a view is better off to look at everything anew

/// A set of slots.
class SlotBits
{
public:
    explicit SlotBits(const QueueOrder &order) : m_words(order.ids.size() / 64 + 1)
    {
        for (const quint32 slot : order.rows)
            m_words[slot >> 6] |= quint64(1) << (slot & 63);
    }
    bool has(quint32 slot) const { return slot >> 6 < m_words.size() && (m_words[slot >> 6] >> (slot & 63) & 1) != 0; }

private:
    std::vector<quint64> m_words;
};

/// Divides @p order into what @p other holds too, in its order, and the ranges of rows that it does not hold. Holds it all
/// of them, the list stays empty: at a million rows a copy of what is there already costs more than the looking.
Slots sharedSlots(const QueueOrder &order, const SlotBits &other, QList<RowRange> *own)
{
    Slots shared;
    for (size_t row = 0; row < order.rows.size(); ++row) {
        const quint32 slot = order.rows[row];
        if (other.has(slot)) {
            if (!own->isEmpty())
                shared.push_back(slot);
            continue;
        }
        if (own->isEmpty()) {
            shared.reserve(order.rows.size());
            shared.assign(order.rows.begin(), order.rows.begin() + static_cast<ptrdiff_t>(row));
        }
        const int at = static_cast<int>(row);
        if (!own->isEmpty() && own->constLast().last == at - 1)
            own->last().last = at;
        else if (own->size() <= rangesTold)
            own->append({at, at});
        else
            return shared; // too many: nobody looks at the rest
    }
    return shared;
}

QueueOrderPtr orderWith(const CaseIds &ids, Slots slots)
{
    return std::make_shared<const QueueOrder>(QueueOrder{ids, std::move(slots)});
}

} // namespace

void CaseIds::append(domain::CaseId id)
{
    const quint32 place = m_size & blockMask;
    if (place == 0)
        m_blocks.push_back({id.value(), std::make_shared_for_overwrite<qint32[]>(blockSize), {}});
    Block &block = m_blocks.back();
    const qint64 distance = id.value() - block.base;
    if (!block.far && distance != static_cast<qint32>(distance)) {
        block.far = std::make_shared_for_overwrite<qint64[]>(blockSize);
        for (quint32 n = 0; n < place; ++n)
            block.far[n] = block.base + block.near[n];
        block.near.reset();
    }
    if (block.far)
        block.far[place] = id.value();
    else
        block.near[place] = static_cast<qint32>(distance);
    if (m_ascending == m_size && (m_size == 0 || at(m_size - 1) < id))
        ++m_ascending;
    ++m_size;
}

std::optional<quint32> CaseIds::find(domain::CaseId id) const
{
    quint32 low = 0, high = m_ascending;
    while (low < high) {
        const quint32 middle = low + (high - low) / 2;
        if (at(middle) < id)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < m_ascending && at(low) == id)
        return low;
    for (quint32 slot = m_ascending; slot < m_size; ++slot) {
        if (at(slot) == id)
            return slot;
    }
    return std::nullopt;
}

bool CaseIds::shares(const CaseIds &other) const
{
    return m_size == 0 || other.m_size == 0 || (m_blocks.front().near == other.m_blocks.front().near && m_blocks.front().far == other.m_blocks.front().far);
}

qsizetype CaseIds::bytes() const
{
    qsizetype each = 0;
    for (const Block &block : m_blocks)
        each += block.far ? qsizetype(sizeof(qint64)) : qsizetype(sizeof(qint32));
    return each * blockSize;
}

qsizetype QueueOrder::rowOf(domain::CaseId id) const
{
    const auto slot = ids.find(id);
    if (!slot)
        return -1;
    const auto found = std::ranges::find(rows, *slot);
    return found == rows.end() ? -1 : found - rows.begin();
}

QueueOrderPtr orderOf(const QList<domain::CaseId> &ids)
{
    QueueOrder order;
    for (const domain::CaseId id : ids) {
        order.rows.push_back(order.ids.size());
        order.ids.append(id);
    }
    return std::make_shared<const QueueOrder>(std::move(order));
}

QueueChange changeBetween(const QueueOrderPtr &from, const QueueOrderPtr &to)
{
    QueueChange change{from, to, false, {}, {}, {}, {}};
    if (!from->ids.shares(to->ids))
        return change;
    Slots kept = sharedSlots(*from, SlotBits(*to), &change.removed);
    if (change.removed.size() > rangesTold)
        return change;
    Slots arranged = sharedSlots(*to, SlotBits(*from), &change.inserted);
    if (change.inserted.size() > rangesTold)
        return change;
    change.few = true;
    change.kept = change.removed.isEmpty() ? from : orderWith(to->ids, std::move(kept));
    const Slots &before = change.kept->rows;
    if (before == (change.inserted.isEmpty() ? to->rows : arranged))
        change.arranged = change.kept;
    else
        change.arranged = change.inserted.isEmpty() ? to : orderWith(to->ids, std::move(arranged));
    return change;
}

} // namespace arb::usecases
