// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/casecommands.h>

#include <domain/dispute.h>
#include <domain/rank.h>

namespace arb::usecases {

/// One command on its way: what was read, and the transition being built. The pipeline (CaseCommands::run) makes it,
/// the command's own function checks and fills it, the pipeline writes it.
struct CommandStep
{
    const Desk &desk;
    const Command &command;
    CaseHeader header; ///< as read
    domain::UtcMs now;
    DeskPolicy policy;
    domain::BusinessCalendar calendar;
    Transition transition; ///< `after` starts as a copy of header with the version raised
    QJsonObject payload;   ///< of the audit entry
    Receipt receipt;
    bool nothingToDo = false; ///< the wish is fulfilled already: answer without writing
    bool onlyLease = false;   ///< the holder's lease is all that is written: no act, no audit entry

    CaseHeader &after() { return transition.after; }
    domain::PersonId me() const { return command.actor.person.id; }

    Done<void> need(Permission permission) const;
    /// Held by the caller and not past the end of the hold, with the caller's claim number where one is given. LeaseLost without
    /// a name: it ended, and nobody has freed the case yet; the pipeline does so.
    Done<void> needHolder();
    /// Held by the caller, or waiting: then only whoever may choose puts it aside where the desk serves in order, since
    /// the order would be theirs otherwise. OnlyHolderPasses, or what needHolder() and the state say.
    Done<void> needToPass();
    /// The actor may judge this round: made no ruling that it is about, and has declared no interest in the merchant.
    Done<void> needToHear() const { return needToHear(command.actor.person); }
    Done<void> needToHear(const Person &person) const;
    /// They have declared no interest in the merchant.
    Done<void> needNoConflict(const Person &person) const;
    /// The same as needToHear(), and an appeal is for those who hear appeals.
    Done<void> mayHear(const Person &person) const;
    /// Asks the state table and moves `after.state`; WrongState when it forbids the move.
    Done<void> move(domain::DisputeEvent event, bool hasTasks = true);

    /// WrongState, with the state that the case is in.
    domain::Failure<CommandError> notInThisState() const;

    /// Tells @p person in the same transaction; nobody is told of what they do themselves.
    void notify(domain::PersonId person, NoticeKind kind, const QString &text = {});
    void dropHolder();
    void holdBy(const Person &person);
    /// Back to W: a fresh desk deadline from @p start, which is when the wait ended, not when somebody noticed; reserved from
    /// now for @p former (none: for nobody).
    void backToWaiting(domain::PersonId former, const QString &deskClock, domain::UtcMs start);
    void setDue(const Deadline &due);
    void setDeskDue(const Deadline &due);
    Deadline after(const QString &clock) const { return deadline(clock, now, calendar); }
    Done<CaseRecord> record() const;
};

/// Who can be given a case: UnknownPerson, or BadValue for somebody who can never take one.
Done<Person> assignee(const Desk &desk, const QString &name);
/// Ids are made by callers and kept for ever: short, and nothing in them that a line of text could not hold.
bool isCommandId(const QString &id);
/// Rank in ms from the case's row and the desk's weights; see domain/rank.h.
domain::RankWeights rankWeightsOf(const DeskPolicy &policy);
qint64 rankOf(const CaseHeader &header, const DeskPolicy &policy);

/// Points and tasks of a ruling that takes effect now. Of an earlier round's ruling, what is done counts, what is not is
/// replaced, and the points of an overturned one are reversed.
void putIntoEffect(CommandStep &step, const RulingRow &row, const CaseRecord &record, const domain::RuleBook &book);
/// Takes @p row back as if it had not been made: recall row, tasks cancelled, points reversed exactly, its text a draft.
void takeRulingBack(CommandStep &step, const RulingRow &row, const CaseRecord &record, const QString &reason);
/// The ruling's text as its author's newest draft.
Draft draftOf(const RulingRow &row, const CaseRecord &record, domain::UtcMs now);
/// Exactly reversing rows, written by ruling @p by, for every point in @p points that is not reversed yet and passes @p which.
QList<PenaltyPoint> reversals(const QList<PenaltyPoint> &points, domain::UtcMs now, IdSource &ids, domain::RulingId by,
                              const std::function<bool(const PenaltyPoint &)> &which);

} // namespace arb::usecases
