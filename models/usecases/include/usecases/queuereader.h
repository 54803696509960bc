// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/desk.h>
#include <usecases/queuefilter.h>
#include <usecases/queueindex.h>

#include <QtCore/QMap>

#include <functional>
#include <optional>

namespace arb::usecases {

/// Answers questions about the queue from an index that it keeps up to date with the store. Belongs to one thread, with
/// a connection of its own beside the writer's. Writes nothing.
class QueueReader
{
public:
    struct Question
    {
        QueueQuery query;
        QueueOrderPtr shown;     ///< what the asker shows, for the steps from there
        QList<RowRange> visible; ///< rows of the answer whose whole rows should come with it
        bool counts = true;      ///< of all views, without the filter
    };
    struct Answer
    {
        QueueOrderPtr order;
        QueueChange change; ///< from Question::shown to order
        QList<CaseHeader> rows;
        QMap<QueueView, qint64> counts;
        QueueFacets facets;
        DeskPolicy policy;
        std::optional<FilterError> stranger; ///< a name in the question's filter that nobody has
        QList<domain::CaseId> touched; ///< cases written since the last answer
        bool muchTouched = false;      ///< too many to name
        domain::UtcMs changesAt;       ///< time alone changes nothing before
        int reading = 0;               ///< rises whenever something new was read
    };

    /// Reads all cases the first time, then what changed. @p stop true: ends early and may be called again.
    Stored<void> catchUp(const Desk &desk, const std::function<bool()> &stop = {});
    /// Has somebody written since the last catchUp()?
    Stored<bool> isBehind(const Desk &desk);
    /// Catches up, then answers.
    Stored<Answer> ask(const Desk &desk, const Question &question);
    Stored<qint64> count(const Desk &desk, const QueueQuery &query);
    /// Work for a quiet moment: the order of case numbers, which a sort then finds ready, and memory to give back.
    Stored<void> prepare(const Desk &desk);
    const QueueIndex &index() const { return m_index; }

private:
    void clear(const Desk &desk);
    struct Places
    {
        int shape = -1;
        TextPlaces places;
    };
    /// What a query's words and buyers leave; kept while neither they nor the cases change.
    struct Found
    {
        QStringList words, buyers;
        int shape = -1, reading = -1;
        std::optional<CaseSet> cases;
    };
    Stored<QueueAids> aidsFor(const Desk &desk, const QueueQuery &query, Found &found);
    Stored<void> findTexts(const Desk &desk, const QueueFilter &filter, Found &found);
    Stored<void> place(const Desk &desk, QueueSort text, Places &places);
    void count(const QueueQuery &query);

    QueueIndex m_index;
    bool m_filled = false;
    ChangeCursor m_cursor = 0;
    std::optional<qint64> m_mark;
    int m_reading = 0;
    DeskPolicy m_policy;
    QList<Person> m_people;
    QList<domain::CaseId> m_touched;
    bool m_muchTouched = false;
    Found m_found;
    Places m_caseNos, m_products;
    QMap<QueueView, qint64> m_counts;
    int m_countedReading = -1;
    domain::PersonId m_countedFor;
    domain::UtcMs m_countedAt, m_countsEnd; ///< the counts hold from the first until before the second
};

} // namespace arb::usecases
