// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/audit.h>
#include <domain/casefile.h>
#include <domain/desknote.h>
#include <domain/dispute.h>
#include <domain/ids.h>
#include <domain/outcomes.h>
#include <domain/rank.h>
#include <domain/ruling.h>
#include <domain/time.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

/// What the desk knows of a case: the row of the queue (CaseHeader) and everything around it (CaseRecord).
namespace arb::usecases {

/// The case's row. `version` rises with every write and guards it; `claimNo` rises with every claim and take-over and
/// fences the writes of a holder whose lease has passed to somebody else.
/// Which parties have an open evidence request: bit n is Party n.
using PartySet = quint8;
constexpr PartySet partyBit(domain::Party party) { return static_cast<PartySet>(1u << static_cast<unsigned>(party)); }

struct CaseHeader
{
    domain::CaseId id;
    QString platform, caseNo;
    domain::DisputeState state = domain::DisputeState::Queued;
    int round = 1;            ///< 1 the first hearing; an appeal or a reversal opens the next
    bool appealRound = false; ///< this round is an appeal
    domain::PersonId holder;
    QString holderName; ///< read-only join
    std::optional<domain::UtcMs> claimedAt, leaseUntil;
    qint64 claimNo = 0;
    qint64 version = 0;
    domain::PersonId reservedFor;
    QString reservedForName; ///< read-only join
    std::optional<domain::UtcMs> reservedUntil, parkedUntil;
    std::optional<domain::UtcMs> dueAt;     ///< of the current step; absent while suspended or unknown
    QString dueUnknown;                     ///< "calendar 2027 missing" when the deadline needs a year without data
    std::optional<domain::UtcMs> deskDueAt; ///< the desk's own deadline for this round's ruling
    std::optional<domain::UtcMs> suspendedAt;
    qint64 rank = 0;                        ///< ms; order is (rank, id)
    domain::RulingId ruling;                ///< in effect, or awaiting approval; none otherwise
    domain::PersonId firstReviewer;         ///< who made the first round's ruling: may not hear the next
    domain::AuditHead audit;
    // Columns the queue shows and filters by; set at admission.
    domain::AfterSaleType type = domain::AfterSaleType::ReturnRefund;
    domain::Reason reason = domain::Reason::Other;
    domain::TradeKind tradeKind = domain::TradeKind::Normal;
    QString category, product, orderNo;
    domain::Money claimed, disputed;
    domain::UtcMs escalatedAt;
    QString buyerId, merchantId, merchantName; ///< the platform's ids
    QStringList flags;                         ///< case flag codes
    QStringList tags;
    PartySet waitsFor = 0;                     ///< read-only join: whom open requests ask, while the case waits for evidence
    QByteArray bundleDigest;                   ///< domain::caseDigest
    bool operator==(const CaseHeader &) const = default;
};

enum class RequestState { Open, Answered, TimedOut, Cancelled };

/// Put aside: an open case that comes back at a moment still to come.
bool isParked(const CaseHeader &header, domain::UtcMs now);
/// Kept for one person: an open case with a reservation whose end has not passed. One without an end only remembers who asked.
bool isReserved(const CaseHeader &header, domain::UtcMs now);

/// What a case's place in the queue is made of.
domain::RankParts rankPartsOf(const CaseHeader &header);

/// An evidence request to one party ("both" makes two).
struct EvidenceRequest
{
    domain::RequestId id;
    domain::Party party = domain::Party::Buyer;
    QString element; ///< element code of the rule book
    QString text;
    domain::UtcMs askedAt, dueAt;
    QString askedBy;
    RequestState state = RequestState::Open;
    std::optional<domain::UtcMs> closedAt;
    bool operator==(const EvidenceRequest &) const = default;
};

enum class ApprovalDecision { Approved, Returned };
struct Approval
{
    domain::PersonId by;
    QString byName;
    domain::UtcMs at;
    ApprovalDecision decision = ApprovalDecision::Approved;
    QString reason;
    bool operator==(const Approval &) const = default;
};
struct Recalled
{
    QString byName;
    domain::UtcMs at;
    QString reason;
    bool operator==(const Recalled &) const = default;
};

/// A ruling as stored, with what happened to it since. The ruling row itself never changes.
struct RulingRow
{
    domain::RulingId id;
    int round = 1;
    domain::PersonId madeBy;
    QString madeByName;
    domain::UtcMs madeAt;
    bool needsApproval = false;
    QString bookId, bookVersion, bookDate; ///< rule book, its version and effective date (yyyy-MM-dd)
    QString clause;                        ///< resolved clause id; empty when none applies
    domain::Ruling ruling;
    QString suggestionJson;                ///< compact JSON of the suggestion that was shown
    std::optional<Approval> approval;
    std::optional<Recalled> recall;
    std::optional<domain::UtcMs> effectiveAt() const; ///< madeAt or approval time; nothing while waiting, returned or recalled
    bool operator==(const RulingRow &) const = default;
};

enum class TaskState { Pending, Sent, Done, Failed, Cancelled };
struct ExecutionTask
{
    domain::TaskId id;
    domain::CaseId caseId;
    QString caseNo;
    domain::RulingId ruling;
    int index = 0; ///< position in the ruling's plan
    domain::ExecutionTaskSpec spec;
    QList<domain::Funding> funding;
    QString idempotencyKey; ///< "<ruling id>/<index>"
    domain::UtcMs notBefore;             ///< ruling time + recall window
    std::optional<domain::UtcMs> dueAt;  ///< absent until its clock starts
    TaskState state = TaskState::Pending;
    int attempts = 0;
    QString lastError;
    std::optional<domain::UtcMs> sentAt, doneAt;
    bool operator==(const ExecutionTask &) const = default;
};
/// Is it open, with a clock that somebody can miss? What the platform owes and was never told of, or was told of too late,
/// is late by nobody's fault: it is handed over until it is taken.
bool canBeLate(const ExecutionTask &task);

struct PenaltyPoint
{
    domain::PointId id;
    QString platform, merchantId;
    domain::CaseId caseId;
    domain::RulingId ruling; ///< none for conduct found by execution
    domain::ConductCode code = domain::ConductCode::Liable;
    int points = 0;          ///< negative for a reversal
    domain::UtcMs at, expiresAt;
    domain::PointId reverses; ///< the point this row reverses exactly, or none
    bool operator==(const PenaltyPoint &) const = default;
};

/// What a reviewer was writing. Keyed (case, author, round); the higher revision wins.
struct Draft
{
    domain::CaseId caseId;
    domain::PersonId author;
    int round = 1;
    qint64 revision = 0;
    domain::UtcMs savedAt;
    QByteArray json; ///< ruling.json as far as it goes, compact
    bool operator==(const Draft &) const = default;
};

using domain::DeskNote;

/// Earlier records found in a sealed export: read-only, beside the new case. An export that was imported before brings
/// its own earlier ones along, the oldest first.
struct EarlierRecord
{
    QByteArray rulingJson; ///< a ruling a line, as domain::rulingFromJson reads it
    QByteArray auditJsonl; ///< an entry a line; each chain counts from 1
    bool operator==(const EarlierRecord &) const = default;
};

struct CaseRecord
{
    CaseHeader header;
    domain::CaseFile file; ///< personal data filled in; masking is the business of whoever shows it
    QList<EvidenceRequest> requests;
    QList<RulingRow> rulings;
    QList<ExecutionTask> tasks;
    QList<PenaltyPoint> points;
    QList<Draft> drafts;
    QList<DeskNote> notes; ///< without those that were removed
    QList<domain::AuditEntry> audit;
    std::optional<EarlierRecord> earlier;
    const RulingRow *currentRuling() const; ///< header.ruling's row, or nullptr
    /// What the parties are bound by: the newest ruling that took effect and was not taken back. An appeal, a reversal or a
    /// draft of the next round changes nothing about it. Before any took effect, the one that waits for a second person.
    const RulingRow *rulingInForce() const;
    bool operator==(const CaseRecord &) const = default;
};

/// The notes that a sealed export takes along: those that the record vouches for, desk-only ones too, since it is the desk's own.
QList<DeskNote> vouchedNotes(const CaseRecord &record);

/// The ruling that this round is about: the newest in effect of the rounds before, or nullptr in the first.
const RulingRow *earlierRuling(const CaseRecord &record);
/// Did @p person make the ruling in effect of an earlier round? Then somebody else hears this one.
bool ruledBefore(const CaseRecord &record, domain::PersonId person);

} // namespace arb::usecases

namespace arb::domain {
template<> std::span<const CodeRow<usecases::RequestState>> codeTable<usecases::RequestState>();
template<> std::span<const CodeRow<usecases::TaskState>> codeTable<usecases::TaskState>();
template<> std::span<const CodeRow<usecases::ApprovalDecision>> codeTable<usecases::ApprovalDecision>();
}
