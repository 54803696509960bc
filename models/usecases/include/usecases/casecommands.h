// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/desk.h>

#include <QtCore/QJsonObject>

#include <functional>
#include <optional>

namespace arb::usecases {

/// Who gives a command, and its id. The id is made by the caller when the wish arises (a form opens, a line is typed):
/// the same id again returns what the first one returned; the same id with other content is refused. Empty: made here.
struct Command
{
    Actor actor;
    QString id;
    std::optional<qint64> seenVersion; ///< the version on the caller's screen; a newer one in the store is Changed
    std::optional<qint64> claimNo;     ///< the fence: a holder's claim number; another one in the store is LeaseLost
};

struct CommandStep;

/// What a command answers.
struct Receipt
{
    domain::CaseId caseId;
    QString caseNo;
    domain::DisputeState state = domain::DisputeState::Queued;
    qint64 version = 0;
    domain::RulingId ruling; ///< of rule, approve, return, recall
    bool needsApproval = false;
    QString approvalWhy;     ///< "amount", "clause", "blame" … when needsApproval
    bool repeated = false;   ///< the command id was known: nothing was done again
    QString exhibit{};       ///< of derive: the id of the new one
    domain::NoteId note{};   ///< of note
    QStringList strayNames{}; ///< of note: written as mentions, but nobody who reads cases here is called so
    bool unchanged = false;  ///< the case was as wished already: nothing was written
};

/// The case before and after a command that was not a repeat.
struct CommandTrace
{
    bool rehearse = false; ///< everything is checked, nothing is written: `after` is what would be
    CaseHeader before, after;
};

/// What a command that was recorded had answered, and when.
struct RecordedCommand
{
    Receipt receipt;
    domain::UtcMs at;
};

/// Why a second person is needed for @p ruling, as stable codes in order of weight; empty when none is: "amount" above
/// the author's limit, "clause" by rule, "platform" or "both" to blame, "deposit" money, "reversal" of an earlier ruling.
QStringList approvalReasons(const domain::Ruling &ruling, const domain::BookClause *clause, const Person &author, const CaseRecord &record);

/// Does @p ruling decide otherwise than suggested (outcome or sum)? Then it needs its `departure`.
bool departs(const domain::Ruling &ruling, const domain::Assessment &assessment);

/// Everything that keeps @p ruling from being signed: checkRuling's faults, then what only the rule book and its
/// suggestion can tell (an element that the clause needs is open, an unknown clause, a departure without its reason).
QList<domain::RulingFault> rulingFaults(const domain::Ruling &ruling, const domain::CaseFile &file, const domain::RuleBook &book,
                                        const domain::Assessment &assessment);

/// The conduct that signing writes: the ruling's, else the suggestion's for the same clause, else that the merchant is
/// liable; none while the ruling does not count or the merchant bears no share.
QList<domain::Conduct> conductOf(const domain::Ruling &ruling, const domain::Assessment &assessment);

/// What becomes of the points that earlier rounds wrote when @p ruling decides this one. They stand only where it agrees
/// in outcome, blame, counting and the merchant's conduct; otherwise they are reversed and written anew.
struct EarlierPoints
{
    bool stand = false;
    QList<PenaltyPoint> reversed;
};
EarlierPoints earlierPoints(const CaseRecord &record, const domain::Ruling &ruling);

struct EvidenceWish
{
    QList<domain::Party> parties;
    QString element, text;
    std::optional<domain::UtcMs> dueAt; ///< absent: the desk's evidence clock
};

/// A note as it is written; who is mentioned is read from its text.
struct NoteWish
{
    QString text;
    std::optional<domain::Citation> place{}; ///< the digest of an exhibit is filled in when absent
    domain::NoteVisibility visibility = domain::NoteVisibility::DeskOnly;
};

struct SupplementFile
{
    QString id; ///< exhibit id; made when empty
    domain::Party party = domain::Party::Buyer;
    domain::ExhibitKind kind = domain::ExhibitKind::Image;
    QString fileName; ///< as its sender called it: becomes the caption when there is none, never a name in the case
    QString caption, element;
    QString path;      ///< where the bytes lie, to be put into the vault; empty, as `bytes` is, when they are in it already
    QByteArray sha256; ///< of the bytes
    qint64 size = 0;
    QJsonObject facts;
    std::optional<domain::Derivation> derivedFrom{}; ///< of derive() only
    QByteArray bytes{}; ///< instead of a path: themselves
};

/// Everything a person (or the clock) can do to one case: one method per event of the state table, all with the same
/// pipeline: command id, permission, state, fence, deadline arithmetic, one Transition, one audit entry.
class CaseCommands
{
public:
    explicit CaseCommands(const Desk &desk);
    /// Tells in @p trace what the command did, or would do. Not for supplement(), which puts bytes into the vault.
    CaseCommands(const Desk &desk, CommandTrace &trace);

    /// Of a case by name: for whoever may choose (Permission::ClaimAny, or a desk that does not serve in order), of a case
    /// that is kept for the caller, and of the one that claimNext() would give.
    Done<Receipt> claim(const Command &command, domain::CaseId id);
    Done<Receipt> claimNext(const Command &command);
    /// Why claim() of @p header, a case that waits, would be refused to @p actor now; nothing when it would not. Only reads,
    /// so of a desk that serves in order it goes by the head of the queue, as far as @p actor may see it.
    std::optional<CommandError> claimRefusal(const Actor &actor, const CaseHeader &header, const DeskPolicy &policy, const domain::BusinessCalendar &calendar) const;
    /// Of a case that nobody holds, or by an older claim of one's own: done, nothing changes. Another's: NotHolder.
    Done<Receipt> release(const Command &command, domain::CaseId id);
    /// Lets another's claim go, who is told; their draft stays. Of a case that nobody holds: done, nothing changes.
    Done<Receipt> freeClaim(const Command &command, domain::CaseId id, const QString &reason = {});
    Done<void> freeClaimsOf(const Actor &actor, const Person &former); ///< who no longer works here holds nothing
    /// Again by whoever has skipped it within a day: done, nothing changes (unless they only now say that they know a party).
    /// Where the desk serves in order, a case that waits is skipped and parked only by whoever may choose (OnlyHolderPasses).
    Done<Receipt> skip(const Command &command, domain::CaseId id, const QString &reasonCode);
    Done<Receipt> takeOver(const Command &command, domain::CaseId id, const QString &reason);
    Done<Receipt> handToSupervisor(const Command &command, domain::CaseId id, const QString &reason); ///< release reserved to nobody, tagged "supervisor"
    Done<Receipt> renewLease(const Command &command, domain::CaseId id);
    /// Returns by itself: at @p until, or when evidence arrives before, but at latestReturn() whatever @p until is. Without a
    /// time it waits for evidence until then; without a deadline, for a day. DeadlinePast unless @p until is later than now,
    /// ParkTooLong when it is more than longestParkMs away.
    Done<Receipt> park(const Command &command, domain::CaseId id, std::optional<domain::UtcMs> until);
    Done<Receipt> assign(const Command &command, domain::CaseId id, const QString &personName);
    /// What is kept of @p add, and what neither may name, says usecases/tagwords.h (TagUnfit, TagOfDesk: nothing is done).
    Done<Receipt> tag(const Command &command, domain::CaseId id, const QStringList &add, const QStringList &remove);
    /// Takes back an assignment, release, parking or tagging: the attributes of @p before again, and its claim where it was
    /// the caller's own (another's former claim becomes a reservation). @p needed is the permission of what is taken back.
    /// Command::seenVersion must be the version it left: whoever touched the case since keeps what they did.
    Done<Receipt> putBack(const Command &command, domain::CaseId id, Permission needed, const CaseHeader &before);
    /// For the desk only, about the case.
    Done<Receipt> note(const Command &command, domain::CaseId id, const QString &text) { return note(command, id, NoteWish{.text = text}); }
    /// Whoever is mentioned in it as "@name" and may read cases is told. A place in a film has both its frames and their times
    /// afterwards, where the film can be read. BadValue: a place that the case does not have, or a text that is too long;
    /// NoFrameThen: no frame of the film begins at that time; MarkOnOtherBytes: the place is one of other bytes; FileLost, FileAltered: the vault has no such bytes.
    Done<Receipt> note(const Command &command, domain::CaseId id, const NoteWish &wish);
    /// One's own; a supervisor anybody's. NoSuchNote, NotYourNote.
    Done<Receipt> removeNote(const Command &command, domain::CaseId id, domain::NoteId note);
    /// Before a case file leaves the house unmasked: permission, and an audit entry that the sealed file itself carries.
    Done<Receipt> exporting(const Command &command, domain::CaseId id);

    /// All wishes of one letter at once: each party gets its own deadline; the case comes back to whoever asked.
    Done<Receipt> requestEvidence(const Command &command, domain::CaseId id, const QList<EvidenceWish> &wishes);
    Done<Receipt> supplement(const Command &command, domain::CaseId id, const SupplementFile &file);
    /// An exhibit made at the desk of another, which SupplementFile::derivedFrom names: it gets the id "dN" and its source's
    /// party, is on record, and is nobody's evidence handed in, so that no request is answered by it. For whoever may mark
    /// evidence, while the case is open. BadValue: no such place; MarkOnOtherBytes: its source has other bytes.
    Done<Receipt> derive(const Command &command, domain::CaseId id, const SupplementFile &file);
    Done<Receipt> evidenceDone(const Command &command, domain::CaseId id, domain::Party party); ///< the party has nothing more
    Done<Receipt> startNegotiation(const Command &command, domain::CaseId id, std::optional<domain::UtcMs> until);
    Done<Receipt> settle(const Command &command, domain::CaseId id, const QString &terms);

    Done<Receipt> rule(const Command &command, domain::CaseId id, const domain::Ruling &ruling);
    Done<Receipt> approve(const Command &command, domain::CaseId id);
    Done<Receipt> sendBack(const Command &command, domain::CaseId id, const QString &reason);
    Done<Receipt> recall(const Command &command, domain::CaseId id, const QString &reason);
    Done<Receipt> appeal(const Command &command, domain::CaseId id, domain::Party by, const QString &text);
    Done<Receipt> reverse(const Command &command, domain::CaseId id, const QString &reason);

    Done<Receipt> withdraw(const Command &command, domain::CaseId id, const QString &reason);
    Done<Receipt> suspend(const Command &command, domain::CaseId id, const QString &reason);
    Done<Receipt> resume(const Command &command, domain::CaseId id, const QString &reason);

    Done<Receipt> taskDone(const Command &command, domain::TaskId task, const QString &detail);
    Done<Receipt> taskFailed(const Command &command, domain::TaskId task, const QString &reason);
    /// The merchant did not act in time: the platform carries out the refund from @p funding (adds up to the task's sum),
    /// late_execution points are written.
    Done<Receipt> executeForMerchant(const Command &command, domain::TaskId task, const QList<domain::Funding> &funding);

    /// Time-outs, by the clock: each a transition with its default winner, exactly once (the version guards).
    Done<Receipt> carryOutDue(domain::CaseId id, DueKind kind);

    Done<void> saveDraft(const Actor &actor, const Draft &draft);

    /// What became of a command whose answer was lost with the connection: nothing when it was not recorded.
    Done<std::optional<RecordedCommand>> recorded(const QString &commandId);

    /// Every case whose lease has run out goes back to the queue. By whoever may claim: no list must tell of holds that are over.
    Done<void> freeExpired();

private:
    Done<Receipt> execute(const Command &command, domain::CaseId id);     ///< the recall window is over
    Done<Receipt> taskTimeOut(const Command &command, domain::CaseId id); ///< tasks past their deadline
    Done<Receipt> run(const Command &command, domain::CaseId id, const char *action, const QJsonObject &arguments,
                      const std::function<Done<void>(CommandStep &)> &make);
    Done<Receipt> attempt(const Command &command, domain::CaseId id, const char *action, const QJsonObject &arguments,
                          const QByteArray &digest, const std::function<Done<void>(CommandStep &)> &make, StoreError *error);

    Done<void> mayChoose(const CommandStep &step) const;

    const Desk &m_desk;
    CommandTrace *m_trace = nullptr;
};

/// Why park() or skip() of the case as @p header shows it would be refused to @p actor: somebody else holds it (NotHolder), or
/// it is neither held nor waiting (WrongState), or it waits where the desk @p servesInOrder and @p actor may not choose
/// (OnlyHolderPasses). Nothing when only the desk can tell; asks no store.
std::optional<CommandError> passRefusal(const Actor &actor, const CaseHeader &header, bool servesInOrder);

/// When the case that @p header shows would come back at the latest if it were put aside at @p now: at its deadline, so that
/// none passes unseen; one that is late already in a day. Nothing when it has no deadline.
std::optional<domain::UtcMs> latestReturn(const CaseHeader &header, domain::UtcMs now);

constexpr qint64 longestParkMs = 366 * domain::dayMs; ///< nothing is put aside for longer

} // namespace arb::usecases
