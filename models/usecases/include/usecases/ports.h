// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/caserecord.h>
#include <usecases/people.h>

#include <domain/casejson.h>
#include <domain/chatlog.h>
#include <domain/rank.h>
#include <domain/result.h>
#include <domain/viewing.h>

#include <QtCore/QJsonObject>

#include <functional>
#include <optional>
#include <span>

/// The ports of the use cases. Every call is atomic: it happens wholly or not at all, and is durable when it returns.
/// All block; nothing here knows threads. The same contract tests run on the memory store, SQLite and PostgreSQL.
namespace arb::usecases {

enum class StoreError {
    Stale,     ///< the version seen is not the version stored; nothing was written
    Conflict,  ///< a unique key exists already (case number, command id …); nothing was written
    NotFound,
    Busy,      ///< locked or serialisation failure after the retries; try again
    ReadOnly,  ///< the database does not take writes (permissions, disk full, newer schema)
    Offline,   ///< no connection; the outcome of a write in flight is unknown: ask command() by id
    Broken     ///< anything else; details are in the log
};

template<typename T>
using Stored = domain::Result<T, StoreError>;

class Clock
{
public:
    virtual ~Clock() = default;
    virtual domain::UtcMs now() = 0;
};

/// Makes ids of 41 bits of ms and 22 random bits; seeded in the demo.
class IdSource
{
public:
    virtual ~IdSource() = default;
    virtual qint64 next(domain::UtcMs now) = 0;
};

/// One audit entry to be chained by the store inside its transaction, to the head that the row then has.
/// An empty action writes no entry (a lease renewal is no act).
struct AuditDraft
{
    domain::UtcMs at;
    QString actor, action;
    QJsonObject payload; ///< integers and strings only, no personal data
};

/// Makes a command idempotent: the same id with the same digest returns what it returned before.
struct CommandRecord
{
    QString id;
    QString actor;
    QByteArray digest;  ///< SHA-256 hex over the canonical arguments
    QByteArray result;  ///< compact JSON of what the command answered
    domain::UtcMs at;
};

struct RequestUpdate
{
    domain::RequestId id;
    RequestState state = RequestState::Answered;
    domain::UtcMs at;                     ///< when it was closed; means nothing while it stays open
    std::optional<domain::UtcMs> dueAt{}; ///< the deadline moves there
};
struct TaskUpdate
{
    domain::TaskId id;
    TaskState state = TaskState::Sent;
    int attempts = 0;
    QString lastError;
    std::optional<domain::UtcMs> dueAt, at;
};
struct RulingRecall
{
    domain::RulingId ruling;
    domain::PersonId by;
    domain::UtcMs at;
    QString reason;
};
struct ApprovalRow
{
    domain::RulingId ruling;
    Approval approval;
};
struct SkipRow
{
    domain::PersonId by;
    domain::UtcMs at;
    QString reason; ///< specialist, know_party, cannot_open, other
};
/// The reason that never passes: such a case is not given to the person again.
inline constexpr QLatin1StringView knowPartyReason{"know_party"};

enum class NoticeKind {
    TakenOver, ///< somebody took over a case that the person held, or, without a text, claimed one that they had parked
    Assigned,  ///< a case was assigned to the person
    SentBack,  ///< a ruling of the person's came back from approval
    Answered,  ///< evidence the person asked or waited for has come, or its time is over
    Released,  ///< somebody let go a case that the person held
    Expired,   ///< the person's claim has run out; the draft is kept
    Mentioned  ///< somebody named the person in a note
};

/// Something a person is told once, about a case: written in the transaction that causes it.
struct Notice
{
    domain::NoteId id;
    domain::PersonId person;
    domain::CaseId caseId;
    QString caseNo;     ///< read-only join
    domain::UtcMs at;
    NoticeKind kind = NoticeKind::TakenOver;
    QString by, text;   ///< who caused it, in which words
    bool operator==(const Notice &) const = default;
};

struct NoteRemoval
{
    domain::NoteId note; ///< NotFound when the case has no such note, or no longer
    domain::PersonId by;
    domain::UtcMs at;
};

/// One move of one case with everything that belongs to it. The store writes all of it in one transaction when the
/// stored version equals seenVersion, else Stale. `after.version` must be seenVersion + 1.
struct Transition
{
    qint64 seenVersion = 0;
    CaseHeader after;
    AuditDraft audit;
    std::optional<CommandRecord> command;
    QList<EvidenceRequest> newRequests;
    QList<RequestUpdate> requestUpdates;
    std::optional<RulingRow> ruling;     ///< appended
    std::optional<ApprovalRow> approval; ///< appended
    std::optional<RulingRecall> recall;  ///< appended
    QList<ExecutionTask> newTasks;
    QList<TaskUpdate> taskUpdates;
    QList<PenaltyPoint> points;          ///< appended; reversals included
    QList<domain::Exhibit> newExhibits;  ///< bytes are in the vault already
    std::optional<Draft> draft;          ///< written unless a higher revision is stored
    std::optional<DeskNote> note;
    std::optional<SkipRow> skip;
    QList<Notice> notices; ///< written; ids made by the caller
    std::optional<NoteRemoval> noteRemoval{};
};

// --- queue ---------------------------------------------------------------------------------------------------------

enum class QueueView { Waiting, Mine, DueToday, WaitingBuyer, WaitingMerchant, Approvals, Appeals, HighValue, All };
/// Texts are compared by their UTF-8 bytes, so that both databases and the window agree in every language: State …
/// Labels by code (labels: flags, then tags), Merchant and Holder by name.
enum class QueueSort {
    Rank, Due, Amount, Age, CaseNo, Escalated, State, Reason, Type, Category, Platform, Merchant, Holder, Product, Labels
};

/// A parsed filter (usecases/queuefilter.h makes it from text). Empty members do not filter.
struct QueueFilter
{
    QStringList words; ///< free text: each must occur in the case (usecases/searchtext.h)
    QList<domain::DisputeState> states;
    QStringList reasons, types, categories, platforms, merchants, buyers, holders, flags, tags; ///< codes, ids or names
    std::optional<domain::Money> amountMin, amountMax; ///< of the claimed sum, both included
    std::optional<qint64> dueWithinMs;                 ///< due before now + this
    std::optional<bool> overdue;
    std::optional<bool> parked, reserved; ///< isParked(), isReserved()
    QStringList reservedFor;              ///< names: kept for one of them now
};

struct QueueQuery
{
    QueueView view = QueueView::Waiting;
    QueueFilter filter;
    QueueSort sort = QueueSort::Rank;
    bool descending = false;
    int limit = 0; ///< 0: all
    domain::PersonId me;
    domain::UtcMs now;
    domain::Money highValueFrom{100'000};
};

/// Where take-next may look: waiting, not parked, not reserved for somebody else, not a case of @p me's conflicts, not
/// skipped by @p me at or after skippedSince or ever because they know a party, not a later round of a case of which @p me made an earlier ruling in effect.
struct TakeNextQuery
{
    domain::PersonId me;
    domain::UtcMs now;
    bool appeals = false; ///< may hear appeals
    std::optional<domain::UtcMs> skippedSince;
    bool notPastEndedLease = false; ///< give nothing while a lease ended before `now`: that case may come first
};

/// Work that time brings: see CaseStore::dueWork.
enum class DueKind { LeaseExpired, EvidenceTimeOut, NegotiationEnd, RecallWindowOver, TaskDue, TaskOverdue };
struct DueWork
{
    DueKind kind = DueKind::LeaseExpired;
    domain::CaseId caseId;
    domain::UtcMs at; ///< since when: the first such moment of the case
};

struct Reranked
{
    domain::CaseId last; ///< of those looked at; none: there were no more
    qint64 changed = 0;
};

class CaseStore
{
public:
    virtual ~CaseStore() = default;
    virtual Stored<CaseHeader> header(domain::CaseId id) = 0;
    /// All cases with @p caseNo, of @p platform only when it is not empty.
    virtual Stored<QList<domain::CaseId>> find(const QString &platform, const QString &caseNo) = 0;
    virtual Stored<CaseRecord> record(domain::CaseId id) = 0;
    virtual Stored<QList<CaseHeader>> queue(const QueueQuery &query) = 0;
    virtual Stored<qint64> queueCount(const QueueQuery &query) = 0;
    virtual Stored<void> apply(const Transition &transition) = 0;
    /// Picks the first case by (rank, id) and applies @p make's transition to it in the same transaction; two callers
    /// never get the same case. Nothing when no case is waiting.
    virtual Stored<std::optional<domain::CaseId>> takeNext(const TakeNextQuery &query,
                                                           const std::function<Transition(const CaseHeader &)> &make) = 0;
    virtual Stored<std::optional<CommandRecord>> command(const QString &id) = 0;
    /// Up to @p limit claimed cases whose lease ended before @p now, the longest ago first.
    virtual Stored<QList<domain::CaseId>> expiredLeases(domain::UtcMs now, int limit) = 0;
    /// Up to @p limit cases that have something due at @p now, oldest first. Tasks are overdue as canBeLate() says.
    virtual Stored<QList<DueWork>> dueWork(domain::UtcMs now, int limit) = 0;
    /// Gives the next @p limit cases after @p after, by id, the rank that @p weights make (domain::rank). Neither version nor
    /// audit change: whoever is at work on a case is not disturbed.
    virtual Stored<Reranked> rerank(const domain::RankWeights &weights, domain::CaseId after, int limit) = 0;
    /// Written unless a higher revision is stored (then Conflict).
    virtual Stored<void> saveDraft(const Draft &draft) = 0;
    virtual Stored<QStringList> conflicts(domain::PersonId person) = 0; ///< "platform:merchantId"
    /// Has @p person ever skipped the case because they know a party? Of a case that does not exist: no.
    virtual Stored<bool> knowsParty(domain::PersonId person, domain::CaseId id) = 0;
    /// All cases of which knowsParty() is true, each once, by id.
    virtual Stored<QList<domain::CaseId>> casesOfKnownParties(domain::PersonId person) = 0;
    /// A number that differs after any other connection has written (data_version; PostgreSQL: a sequence).
    virtual Stored<qint64> changeMark() = 0;
};

// --- intake --------------------------------------------------------------------------------------------------------

struct Admission
{
    CaseHeader header; ///< state Queued, version 1, everything computed
    domain::CaseFile file;
    AuditDraft audit;
    std::optional<EarlierRecord> earlier{};
    domain::Examination examination{}; ///< came with the case: marks of nobody here, views of nobody
    QList<DeskNote> notes{};           ///< came with the case, of nobody here
};
struct KnownCase
{
    domain::CaseId id;
    QByteArray bundleDigest;
};

class IntakeStore
{
public:
    virtual ~IntakeStore() = default;
    virtual Stored<std::optional<KnownCase>> known(const QString &platform, const QString &caseNo) = 0;
    /// Adds all in one transaction (one or up to 1,000). Conflict when any of the numbers exists: nothing was written.
    virtual Stored<void> addMany(std::span<const Admission> admissions) = 0;
    /// Is any row (exhibit) naming these bytes? For the vault's recovery.
    virtual Stored<bool> isReferenced(const QByteArray &sha256) = 0;
    /// Is there any exhibit at all? A vault that is new then is the wrong one.
    virtual Stored<bool> holdsEvidence() = 0;
};

// --- tasks, points, reports ----------------------------------------------------------------------------------------

struct TaskFilter
{
    std::optional<TaskState> state;
    std::optional<domain::CaseId> caseId;
    std::optional<domain::UtcMs> notBeforeUntil; ///< notBefore <= this
    int limit = 0;
};
class TaskStore
{
public:
    virtual ~TaskStore() = default;
    virtual Stored<QList<ExecutionTask>> list(const TaskFilter &filter) = 0;
};

/// One row of the penalty report's fact stream: a ruling in effect, or a point without a ruling.
struct PenaltyFact
{
    QString platform, merchantId, merchantName;
    domain::CaseId caseId;
    QString caseNo;
    domain::UtcMs at;          ///< effect of the ruling, or time of the point
    bool ruling = false;       ///< a ruling (counted as a case) rather than a point
    bool lost = false;         ///< merchant share > 0 and counts toward metrics
    domain::Money refund;
    domain::ConductCode code = domain::ConductCode::Liable;
    int points = 0;
    domain::UtcMs expiresAt;
    bool reversal = false;
    domain::RulingId rulingId;
    QString product;           ///< what the dispute is about
    domain::Reason reason = domain::Reason::Other; ///< as filed
};
struct PenaltyFilter
{
    std::optional<domain::UtcMs> from, to; ///< from <= at < to
    QString platform, merchantId, category;
};
/// How often a person took a case of a category, by choice or as the next one.
struct ClaimCount
{
    QString person, category;
    qint64 claims = 0;
    bool operator==(const ClaimCount &) const = default;
};
class ReportStore
{
public:
    virtual ~ReportStore() = default;
    /// Feeds facts ordered by (platform, merchant, at); stops early when @p row returns false.
    virtual Stored<void> penaltyFacts(const PenaltyFilter &filter, const std::function<bool(const PenaltyFact &)> &row) = 0;
    /// Points of one merchant, newest first.
    virtual Stored<QList<PenaltyPoint>> pointsOf(const QString &platform, const QString &merchantId) = 0;
    /// What the audit trail has of claims with from <= at < to, in no order. Renewed leases and take-overs are none.
    virtual Stored<QList<ClaimCount>> claimCounts(domain::UtcMs from, domain::UtcMs to) = 0;
};

class AuditStore
{
public:
    virtual ~AuditStore() = default;
    /// Every entry ordered by (scope, seq), straight from the rows.
    virtual Stored<void> entries(const std::function<bool(const domain::AuditEntry &)> &row) = 0;
    /// Every head that a case row (or the desk row, scope 0) keeps, ordered by scope.
    virtual Stored<void> heads(const std::function<bool(qint64 scope, const domain::AuditHead &)> &row) = 0;
    /// Every stored ruling: domain::rulingDigest of the document as it lies in the row, ordered by id. The digest is empty
    /// when the row's own columns say something else than the document.
    virtual Stored<void> rulings(const std::function<bool(qint64 scope, domain::RulingId, const QByteArray &sha256)> &row) = 0;
};

// --- the desk itself -----------------------------------------------------------------------------------------------

struct StoredBook
{
    QString id, version;
    QByteArray sha256;
    QString effectiveFrom, effectiveTo; ///< yyyy-MM-dd; to may be empty
    QByteArray json;
};
struct StoredYear
{
    int year = 0;
    QByteArray json;
};

struct ConflictOfInterest
{
    domain::PersonId person;
    QString platform, merchantId;
};

/// One change of desk data with its audit entry (scope 0, chained by the store).
struct DeskChange
{
    AuditDraft audit;
    std::optional<CommandRecord> command;
    std::optional<Person> upsertPerson;
    std::optional<QPair<QString, QByteArray>> setting; ///< key, compact JSON
    std::optional<StoredBook> book;
    std::optional<StoredYear> year;
    std::optional<ConflictOfInterest> conflict; ///< once more the same: nothing is added
};

class DeskStore
{
public:
    virtual ~DeskStore() = default;
    virtual Stored<QList<Person>> people() = 0;
    virtual Stored<QHash<QString, QByteArray>> settings() = 0;
    /// The same, perhaps as they were up to a second ago: for what many do many times a second.
    virtual Stored<QHash<QString, QByteArray>> recentSettings() { return settings(); }
    virtual Stored<QList<StoredBook>> books() = 0;
    virtual Stored<QList<StoredYear>> years() = 0;
    virtual Stored<void> apply(const DeskChange &change) = 0;
    /// The desk_clock row: demo time; absent on a real desk.
    virtual Stored<std::optional<domain::UtcMs>> deskClock() = 0;
    /// Never back: several programs move it, and an earlier time than the stored one changes nothing.
    virtual Stored<void> setDeskClock(domain::UtcMs now) = 0;
    /// Server time (PostgreSQL) or nothing (SQLite uses the system clock with a stored high-water mark).
    virtual Stored<std::optional<domain::UtcMs>> serverTime() = 0;
    virtual Stored<qint64> databaseId() = 0;
};

// --- evidence ------------------------------------------------------------------------------------------------------

enum class VaultError {
    NotNamed,      ///< nobody said where the vault is
    Strange,       ///< an empty folder, while the database has evidence: it must lie somewhere else
    Missing, Damaged, NoSpace, WrongDatabase, NotWritable, Broken
};

/// Content-addressed evidence bytes. Digests are 64 lower-case hex digits.
class EvidenceVault
{
public:
    virtual ~EvidenceVault() = default;
    /// Stores the bytes of the file at @p path (verified against @p sha256), durable when it returns.
    virtual domain::Result<void, VaultError> putFile(const QString &path, const QByteArray &sha256) = 0;
    /// Stores @p bytes, durable when it returns, and answers their digest.
    virtual domain::Result<QByteArray, VaultError> putBytes(const QByteArray &bytes) = 0;
    /// What was put got its row: the vault need not remember it as in doubt any more.
    virtual void settle(const QList<QByteArray> &digests) = 0;
    /// What was put got none: it goes again, unless a row refers to it or somebody else is about to.
    virtual void withdraw(const QList<QByteArray> &digests) = 0;
    /// Read-only file descriptor of verified bytes; the caller closes it.
    virtual domain::Result<int, VaultError> open(const QByteArray &sha256) = 0;
    virtual bool contains(const QByteArray &sha256) = 0;
};

/// What the file itself says: width, height, durationUs, capturedAt, device …; empty when nothing can be said.
class MediaInspector
{
public:
    virtual ~MediaInspector() = default;
    virtual QJsonObject inspect(int fd, domain::ExhibitKind kind) = 0;
    /// Container time of every frame in presentation order, µs; empty when nothing can be said.
    virtual QList<qint64> frameTimes(int fd)
    {
        Q_UNUSED(fd);
        return {};
    }
};

/// Reads a chat that somebody exported, as it is shown: only whoever reads it knows which ids its messages have.
class ChatReader
{
public:
    virtual ~ChatReader() = default;
    virtual domain::ChatLog readChat(const QByteArray &bytes) = 0;
};

/// Takes execution orders out of the house. At least once: the receiver recognises the idempotency key.
enum class DeliveryState { Delivered, Confirmed, Refused, Unreachable };
struct Delivery
{
    DeliveryState state = DeliveryState::Delivered;
    QString error;
};
class ExecutionGateway
{
public:
    virtual ~ExecutionGateway() = default;
    virtual Delivery deliver(const ExecutionTask &task, domain::UtcMs now) = 0;
};

} // namespace arb::usecases

namespace arb::domain {
template<> std::span<const CodeRow<usecases::QueueView>> codeTable<usecases::QueueView>();
template<> std::span<const CodeRow<usecases::QueueSort>> codeTable<usecases::QueueSort>();
template<> std::span<const CodeRow<usecases::NoticeKind>> codeTable<usecases::NoticeKind>();
}
