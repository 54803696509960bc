// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuetable.h"

#include <domain/dispute.h>

#include <utility>

namespace arb::usecases {

void QueueTable::reserve(size_t cases)
{
    claimed.reserve(cases);
    facts.reserve(cases);
    for (TimeColumn *column : {&rank, &due, &deskDue, &escalated})
        column->reserve(cases);
    for (CodeColumn *column : {&holder, &reservedFor, &category, &merchant, &labels})
        column->reserve(cases);
}

quint32 QueueTable::slotFor(domain::CaseId id)
{
    if (!m_filling) {
        if (const auto known = ids.find(id))
            return *known;
    }
    ++shape;
    ids.append(id);
    claimed.append();
    growBy(facts, QueueFacts());
    for (TimeColumn *column : {&rank, &due, &deskDue, &escalated})
        column->append();
    for (CodeColumn *column : {&holder, &reservedFor, &category, &merchant, &labels})
        column->append();
    return ids.size() - 1;
}

quint32 QueueTable::personCode(domain::PersonId person)
{
    const auto found = personCodes.constFind(person);
    if (found != personCodes.cend())
        return *found;
    const auto code = static_cast<quint32>(personNames.size());
    personNames.push_back({});
    personCodes.insert(person, code);
    return code;
}

void QueueTable::put(const QueueEntry &entry)
{
    const quint32 slot = slotFor(entry.id);
    rank.set(slot, TimeColumn::raw(domain::UtcMs(entry.rank)));
    claimed.set(slot, entry.claimed.fen());
    due.set(slot, TimeColumn::raw(entry.dueAt));
    deskDue.set(slot, TimeColumn::raw(entry.deskDueAt));
    escalated.set(slot, TimeColumn::raw(entry.escalatedAt));
    facts[slot] = factsOf(entry);
    holder.set(slot, personCode(entry.holder));
    reservedFor.set(slot, personCode(entry.reservedFor));
    category.set(slot, categories.code(entry.category));
    m_key.resize(0);
    m_key.append(entry.platform).append(partEnd).append(entry.merchantId).append(partEnd).append(entry.merchantName);
    merchant.set(slot, merchants.code(m_key));
    m_key.resize(0);
    m_key.append(entry.flags).append(partEnd).append(entry.tags);
    labels.set(slot, labelSets.code(m_key));
    if (domain::isOpen(entry.state) && (entry.reservedUntil || entry.parkedUntil))
        times.insert(slot, {TimeColumn::raw(entry.reservedUntil), TimeColumn::raw(entry.parkedUntil)});
    else if (!times.isEmpty())
        times.remove(slot);
}

void QueueTable::settle()
{
    const quint32 late = ids.size() - ids.ascending();
    const bool first = std::exchange(m_filling, false);
    if (late == 0 || (!first && late < 1024 + ids.size() / 64))
        return;
    std::vector<quint32> by(ids.size());
    std::iota(by.begin(), by.end(), 0u);
    std::ranges::sort(by, {}, [this](quint32 slot) { return ids.at(slot); });
    CaseIds arranged;
    QHash<quint32, Times> moved;
    for (quint32 slot = 0; slot < ids.size(); ++slot) {
        arranged.append(ids.at(by[slot]));
        if (const auto found = times.constFind(by[slot]); found != times.cend())
            moved.insert(slot, *found);
    }
    ids = arranged;
    times = moved;
    claimed.arrange(by);
    rearrange(facts, by);
    for (TimeColumn *column : {&rank, &due, &deskDue, &escalated})
        column->arrange(by);
    for (CodeColumn *column : {&holder, &reservedFor, &category, &merchant, &labels})
        column->arrange(by);
    ++shape;
}

void QueueTable::setPeople(const QList<Person> &people)
{
    for (const Person &person : people)
        personNames[personCode(person.id)] = person.name.toUtf8();
}

qsizetype QueueTable::bytes() const
{
    qsizetype sum = ids.bytes() + claimed.bytes() + bytesOf(facts);
    for (const TimeColumn *column : {&rank, &due, &deskDue, &escalated})
        sum += column->bytes();
    for (const CodeColumn *column : {&holder, &reservedFor, &category, &merchant, &labels})
        sum += column->bytes();
    return sum;
}

} // namespace arb::usecases
