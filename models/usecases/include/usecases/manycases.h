// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/casecommands.h>

#include <optional>

/// One wish for many cases: what would become of each, doing it case by case, and taking it back.
namespace arb::usecases {

enum class ManyAction { Assign, Release, Park, Tag };

struct ManyWish
{
    ManyAction action = ManyAction::Release;
    QString person;                     ///< Assign: who gets them
    std::optional<domain::UtcMs> until; ///< Park; absent: until evidence arrives
    QStringList addTags, removeTags;    ///< Tag
    bool operator==(const ManyWish &) const = default;
};

enum class ManyFate {
    Waiting,   ///< not looked at yet
    Changes,   ///< the preview says that it will be carried out
    Done,
    Unchanged, ///< the case is as wished already; nothing is written
    Refused,   ///< why says why; nothing is written
    Undone,
    StaysDone  ///< was to be taken back and could not be: why says why; nothing is written
};

/// One case of the wish and what becomes of it.
struct ManyLine
{
    domain::CaseId caseId;
    QString caseNo;
    ManyFate fate = ManyFate::Waiting;
    std::optional<CommandError> why;    ///< when Refused or StaysDone
    CaseHeader before;                  ///< as it was when last looked at
    std::optional<CaseHeader> after;    ///< as it will be, or is since it was done
    bool takesFromHolder = false;       ///< somebody else holds it at present and will be told
    bool canUndo() const { return fate == ManyFate::Done && after.has_value(); }
};

/// Every case is its own command with its own audit entry; one that is refused keeps none of the others. What the
/// preview says is what the command itself would answer, found by the same checks.
class ManyCases
{
public:
    explicit ManyCases(const Desk &desk) : m_desk(desk) {}

    static QList<ManyLine> linesOf(const QList<domain::CaseId> &ids);
    /// What is wrong with the wish itself, whatever the cases: who acts may not, or it is for nobody who could take a case.
    /// The single cases would each be refused for it.
    Done<void> check(const Actor &actor, const ManyWish &wish) const;
    /// What would become of @p line now; writes nothing.
    ManyLine preview(const Actor &actor, const ManyWish &wish, const ManyLine &line) const;
    /// Carries the wish out on one case. @p commandId names the whole wish; each case gets an id of its own from it, so
    /// that a repeat after a lost answer does nothing twice.
    ManyLine carryOut(const Actor &actor, const QString &commandId, const ManyWish &wish, const ManyLine &line) const;
    /// Takes a Done line back: the case as it was before. StaysDone when somebody has touched it since (Changed).
    ManyLine undo(const Actor &actor, const QString &commandId, const ManyWish &wish, const ManyLine &line) const;

private:
    Done<Receipt> give(CaseCommands &commands, const Command &command, const ManyWish &wish, const ManyLine &line) const;

    const Desk &m_desk;
};

struct ManyCounts
{
    int changes = 0, done = 0, unchanged = 0, refused = 0, undone = 0, staysDone = 0, waiting = 0;
};
ManyCounts countLines(const QList<ManyLine> &lines);

} // namespace arb::usecases
