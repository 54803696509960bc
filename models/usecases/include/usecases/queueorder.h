// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/largepages.h>

#include <domain/ids.h>

#include <QtCore/QList>

#include <memory>
#include <optional>
#include <vector>

/// The answer of a queue: which cases, in which order; and how one answer becomes the next.
namespace arb::usecases {

/// Case ids by slot. Copies share the memory and are cheap; only the one who made it appends, and a copy taken earlier
/// does not see what was appended later, so that another thread may read its copy meanwhile. Slots never change.
class CaseIds
{
public:
    quint32 size() const { return m_size; }
    domain::CaseId at(quint32 slot) const { return domain::CaseId(m_blocks[slot >> blockBits].at(slot & blockMask)); }
    /// Quick while ids were appended in rising order; what came late is searched one by one.
    std::optional<quint32> find(domain::CaseId id) const;
    void append(domain::CaseId id);
    /// The slots below this are in the order of ids.
    quint32 ascending() const { return m_ascending; }
    /// Does a slot mean the same case in both?
    bool shares(const CaseIds &other) const;
    qsizetype bytes() const;

private:
    static constexpr int blockBits = 13;
    static constexpr quint32 blockSize = 1u << blockBits, blockMask = blockSize - 1;
    /// Neighbours lie close together: 4 bytes each beside the first of them, unless one lies too far away.
    struct Block
    {
        qint64 base = 0;
        std::shared_ptr<qint32[]> near;
        std::shared_ptr<qint64[]> far; ///< instead, when set
        qint64 at(quint32 n) const { return far ? far[n] : base + near[n]; }
    };
    std::vector<Block> m_blocks;
    quint32 m_size = 0, m_ascending = 0;
};

/// Slots of a queue, a million of them more often than not: they come and go with every question, and what is given back
/// must leave no hole behind.
using Slots = std::vector<quint32, LargePages<quint32>>;

/// Rows of a queue, as slots of its ids: 4 bytes a row. Never changes once it was handed out.
struct QueueOrder
{
    CaseIds ids;
    Slots rows;

    qsizetype size() const { return static_cast<qsizetype>(rows.size()); }
    domain::CaseId id(qsizetype row) const { return ids.at(rows[static_cast<size_t>(row)]); }
    qsizetype rowOf(domain::CaseId id) const; ///< -1: not there
};
using QueueOrderPtr = std::shared_ptr<const QueueOrder>;

QueueOrderPtr orderOf(const QList<domain::CaseId> &ids);

struct RowRange
{
    int first = 0, last = 0;
    bool operator==(const RowRange &) const = default;
};

/// The steps from one order to another, as a list model takes them: rows leave, rows that stay may change places, rows
/// come. When too many leave or come to be told one by one, or the two have no slots in common, `few` is false and only
/// the orders count.
struct QueueChange
{
    QueueOrderPtr from, to;
    bool few = false;
    QList<RowRange> removed;  ///< rows of `from`, rising
    QList<RowRange> inserted; ///< rows of `to`, rising
    QueueOrderPtr kept;       ///< `from` without `removed`
    QueueOrderPtr arranged;   ///< `to` without `inserted`; the same object as `kept` when nothing changed places
};
QueueChange changeBetween(const QueueOrderPtr &from, const QueueOrderPtr &to);

} // namespace arb::usecases
