// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/queueindex.h>

#include "queuecolumns.h"
#include "queuefacts.h"

#include <array>

namespace arb::usecases {

/// What QueueIndex knows of all cases: a column of each fact by slot, and the texts that columns hold codes of. Filled here,
/// asked by QueueIndex.
struct QueueTable
{
    /// What few open cases have. A reservation without an end only remembers who asked, and is none.
    struct Times
    {
        quint64 reservedUntil = TimeColumn::none, parkedUntil = TimeColumn::none;
    };
    static constexpr char partEnd = '\0'; ///< between the parts of a dictionary's text

    CaseIds ids;
    FenColumn claimed;
    TimeColumn rank, due, deskDue, escalated; ///< the rank is a moment, too
    FactColumn<QueueFacts> facts;
    CodeColumn holder, reservedFor, category, merchant, labels;
    QHash<quint32, Times> times;

    Dictionary categories, merchants, labelSets; ///< merchants: platform, id, name; label sets: flags, tags
    std::vector<QByteArray> personNames{QByteArray()}; ///< by code; 0 is nobody
    QHash<domain::PersonId, quint32> personCodes{{domain::PersonId(), 0}};
    int shape = 0; ///< as QueueIndex::shape()

    // What answers are worked out in, and kept of them.
    SortRoom room;
    QueueFacets facets;
    std::array<quint32, 3> facetsOf{~0u, ~0u, ~0u}; ///< sizes of the dictionaries that facets came from

    void reserve(size_t cases);
    void put(const QueueEntry &entry);
    void settle();
    void setPeople(const QList<Person> &people);
    qsizetype bytes() const; ///< of the columns

private:
    quint32 slotFor(domain::CaseId id);
    quint32 personCode(domain::PersonId person);

    QByteArray m_key;      ///< scratch of put()
    bool m_filling = true; ///< before the first settle()
};

} // namespace arb::usecases
