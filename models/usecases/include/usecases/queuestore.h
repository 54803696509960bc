// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/ports.h>
#include <usecases/searchtext.h>

#include <QtCore/QByteArrayView>

#include <functional>
#include <optional>
#include <span>

/// The port through which a queue of a million cases is shown. The reader holds a narrow row of every case in memory
/// (usecases/queueindex.h), orders and filters there, and fetches whole rows only for what is on the screen. All calls
/// only read but touch(), notices and views; they may run on a connection of their own beside the writer.
namespace arb::usecases {

/// What order, filters and counts need of one case. The views are valid during the callback only; UTF-8.
struct QueueEntry
{
    domain::CaseId id;
    qint64 rank = 0; ///< ms; the queue's order is (rank, id)
    std::optional<domain::UtcMs> dueAt, deskDueAt;
    domain::UtcMs escalatedAt;
    domain::Money claimed;
    domain::DisputeState state = domain::DisputeState::Queued;
    domain::AfterSaleType type = domain::AfterSaleType::ReturnRefund;
    domain::Reason reason = domain::Reason::Other;
    bool appealRound = false;
    PartySet waitsFor = 0;
    domain::PersonId holder, reservedFor;
    std::optional<domain::UtcMs> reservedUntil, parkedUntil;
    QByteArrayView platform, category, merchantId, merchantName;
    QByteArrayView flags, tags; ///< codes, one a line, as stored
};

/// Where a reader stands in the stream of changes. Opaque; 0 is the beginning. Not a time and not a row id: on
/// PostgreSQL a transaction that was open at the last reading is read again (data seen twice is the same data).
using ChangeCursor = qint64;

struct Presence
{
    domain::CaseId caseId;
    domain::PersonId person;
    QString name;
    domain::UtcMs seenAt;
    bool operator==(const Presence &) const = default;
};

/// A view of the queue that a person keeps under a name: filter line and sort as parseQueueFilter() reads them.
struct SavedView
{
    domain::PersonId person;
    QString name;
    QueueView view = QueueView::All;
    QString filter;
    QueueSort sort = QueueSort::Rank;
    bool descending = false;
    bool operator==(const SavedView &) const = default;
};

class QueueStore
{
public:
    virtual ~QueueStore() = default;

    /// Feeds the entries of all cases that changed after @p since (0: all cases), in no order, from one snapshot, and
    /// answers the cursor for the next call. A false from @p entry stops early: then the cursor is @p since again.
    virtual Stored<ChangeCursor> entries(ChangeCursor since, const std::function<bool(const QueueEntry &)> &entry) = 0;
    /// How many cases there are, for reserving memory; may be a little behind.
    virtual Stored<qint64> caseCount() = 0;
    /// Whole rows, in the order of @p ids; an id that is gone is left out. At most 1,000 at a time.
    virtual Stored<QList<CaseHeader>> rows(std::span<const domain::CaseId> ids) = 0;
    /// Cases in which every phrase occurs, newest (highest id) first; @p limit 0: all of them.
    virtual Stored<QList<domain::CaseId>> search(const QList<SearchPhrase> &phrases, int limit) = 0;
    /// Feeds all cases in the order of a text that entries do not carry (CaseNo or Product), by its bytes, then id.
    /// `tie`: the text is the same as that of the case before. A false from @p row stops.
    virtual Stored<void> byText(QueueSort text, const std::function<bool(domain::CaseId, bool tie)> &row) = 0;
    /// Cases of any of these buyers (platform ids), by id.
    virtual Stored<QList<domain::CaseId>> ofBuyers(const QStringList &buyers) = 0;

    /// "I look at this case now": replaces the person's former row; a null case removes it. No audit entry, no version.
    virtual Stored<void> touch(domain::PersonId person, domain::CaseId caseId, domain::UtcMs now) = 0;
    /// Who was seen at or after @p since, by person.
    virtual Stored<QList<Presence>> presence(domain::UtcMs since) = 0;

    /// Notices of a person that nobody has read, oldest first; and putting them aside.
    virtual Stored<QList<Notice>> notices(domain::PersonId person) = 0;
    /// By their ids, not by time: one that came meanwhile was not read.
    virtual Stored<void> readNotices(domain::PersonId person, const QList<domain::NoteId> &ids) = 0;

    virtual Stored<QList<SavedView>> savedViews(domain::PersonId person) = 0; ///< by name
    virtual Stored<void> saveView(const SavedView &view) = 0;                 ///< replaces one of the same name
    virtual Stored<void> removeView(domain::PersonId person, const QString &name) = 0;

    struct SkipFact
    {
        QString person, reason, category;
        domain::CaseId caseId;
        domain::UtcMs at;
        bool operator==(const SkipFact &) const = default;
    };
    /// Feeds the skips with from <= at < to, ordered by time, then case; a false from @p row stops.
    virtual Stored<void> skips(domain::UtcMs from, domain::UtcMs to, const std::function<bool(const SkipFact &)> &row) = 0;
};

} // namespace arb::usecases
