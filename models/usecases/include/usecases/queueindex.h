// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/queueorder.h>
#include <usecases/queuestore.h>

#include <memory>
#include <span>
#include <vector>

namespace arb::usecases {

struct QueueTable;

/// A set of cases by slot of a QueueIndex, for what it cannot know itself: which cases a text occurs in.
using CaseSet = std::vector<bool>;
/// Where each slot stands in the order of some text; equal texts share a place.
using TextPlaces = std::vector<quint32, LargePages<quint32>>;

/// What the index is told beside the query.
struct QueueAids
{
    const CaseSet *within = nullptr;    ///< must be a member; for the query's words and buyers
    const TextPlaces *places = nullptr; ///< for QueueSort::CaseNo and Product
};

/// The open codes that cases carry at present: what filter chips offer. Sorted.
struct QueueFacets
{
    QStringList platforms, categories, tags;
    bool operator==(const QueueFacets &) const = default;
};

/// All cases of the desk as narrow columns in memory: filters, sorts and counts a million of them in milliseconds, and
/// gives exactly the rows and the order of CaseStore::queue() (tst_queueindex). Knows neither database nor threads; it
/// is fed by put() and used on one thread. At most 48 bytes a case, and what codes of text there are, once each.
class QueueIndex
{
public:
    QueueIndex();
    ~QueueIndex();
    QueueIndex(QueueIndex &&) noexcept;
    QueueIndex &operator=(QueueIndex &&) noexcept;

    void reserve(qint64 cases);
    /// Adds the case or replaces what is known of it. During the first filling every case must come once.
    void put(const QueueEntry &entry);
    /// After a round of put(): puts what came out of the order of ids in its place when it has become much. Slots then
    /// mean other cases, and sets and places made before are worth nothing.
    void settle();
    /// Names of holders, for filter and sort.
    void setPeople(const QList<Person> &people);

    /// Gives back the memory that answers are worked out in (8 bytes a case, seldom more), until the next question.
    /// Was there any?
    bool rest();

    qsizetype size() const;
    const CaseIds &ids() const;
    /// Rises whenever slots change their meaning or grow in number.
    int shape() const;
    CaseSet setOf(const QList<domain::CaseId> &ids) const;

    /// The cases of @p query. Of its filter, words and buyers are the business of QueueAids::within.
    QueueOrderPtr order(const QueueQuery &query, const QueueAids &aids = {}) const;
    qint64 count(const QueueQuery &query, const QueueAids &aids = {}) const;
    /// When the answer to @p query, or the count of any view, changes by time alone: never before this moment.
    domain::UtcMs changesAt(const QueueQuery &query) const;
    QueueFacets facets() const;
    /// What the columns hold, in bytes; dictionaries apart.
    qsizetype columnBytes() const;

private:
    Slots &matching(const QueueQuery &query, const QueueAids &aids) const; ///< until the next question
    void sort(Slots &slots, const QueueQuery &query, const QueueAids &aids) const;

    std::unique_ptr<QueueTable> d;
};

} // namespace arb::usecases
