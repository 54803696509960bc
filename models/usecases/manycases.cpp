// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/manycases.h>
#include <usecases/tagwords.h>

#include "commandstep.h"

namespace arb::usecases {

using domain::Failure;

namespace {

Permission permissionOf(const Actor &actor, ManyAction action)
{
    switch (action) {
    case ManyAction::Assign: return Permission::Assign;
    case ManyAction::Release: return permitted(actor, Permission::TakeOver) ? Permission::TakeOver : Permission::Release;
    case ManyAction::Park:
    case ManyAction::Tag: return Permission::Park;
    }
    return Permission::Park;
}

QString idOf(const QString &commandId, const ManyLine &line)
{
    return commandId.isEmpty() ? QString() : QString(commandId + u'/' + line.caseId.toString());
}

ManyLine judged(const ManyLine &line, const Done<Receipt> &done, const CommandTrace &trace, ManyFate fate)
{
    ManyLine after = line;
    after.why.reset();
    if (!done) {
        after.fate = ManyFate::Refused;
        after.why = done.error();
        return after;
    }
    after.caseNo = done->caseNo;
    after.fate = done->unchanged ? ManyFate::Unchanged : fate;
    if (!done->repeated) { // of a repeat nobody knows what it changed; then it cannot be taken back here
        after.before = trace.before;
        after.after = trace.after;
    }
    return after;
}

/// What the refused line needs to be recognised by, where the case can be read at all.
void describe(const Desk &desk, const Actor &actor, ManyLine *line)
{
    const auto header = desk.cases.header(line->caseId);
    if (!header)
        return;
    line->before = *header;
    line->caseNo = header->caseNo;
    line->takesFromHolder = header->state == domain::DisputeState::Claimed && header->holder != actor.person.id;
}

/// The name of the person that @p now is kept for, which only reading it again would bring: as it was known @p before.
void nameKept(CaseHeader *now, const CaseHeader &before)
{
    if (now->reservedFor.isNull())
        now->reservedForName.clear();
    else
        now->reservedForName = now->reservedFor == before.holder ? before.holderName : before.reservedForName;
}

} // namespace

QList<ManyLine> ManyCases::linesOf(const QList<domain::CaseId> &ids)
{
    QList<ManyLine> lines;
    for (const domain::CaseId id : ids) {
        ManyLine line;
        line.caseId = id;
        lines.append(line);
    }
    return lines;
}

Done<void> ManyCases::check(const Actor &actor, const ManyWish &wish) const
{
    if (!permitted(actor, permissionOf(actor, wish.action)))
        return Failure{CommandError(CommandFault::NotAllowed)};
    if (wish.action == ManyAction::Tag) { // no case takes what none may have
        if (const auto added = tagsToAdd(wish.addTags); !added)
            return Failure{added.error()};
        if (const auto removed = tagsToRemove(wish.removeTags); !removed)
            return Failure{removed.error()};
    }
    if (wish.action != ManyAction::Assign)
        return {};
    const auto person = assignee(m_desk, wish.person);
    return person ? Done<void>() : Failure{person.error()};
}

Done<Receipt> ManyCases::give(CaseCommands &commands, const Command &command, const ManyWish &wish, const ManyLine &line) const
{
    switch (wish.action) {
    case ManyAction::Assign:
        return commands.assign(command, line.caseId, wish.person);
    case ManyAction::Release:
        return permitted(command.actor, Permission::TakeOver) ? commands.freeClaim(command, line.caseId) : commands.release(command, line.caseId);
    case ManyAction::Park:
        return commands.park(command, line.caseId, wish.until);
    case ManyAction::Tag:
        return commands.tag(command, line.caseId, wish.addTags, wish.removeTags);
    }
    return Failure{CommandError(CommandFault::BadValue)};
}

ManyLine ManyCases::preview(const Actor &actor, const ManyWish &wish, const ManyLine &line) const
{
    ManyLine looked = line;
    looked.takesFromHolder = false;
    describe(m_desk, actor, &looked);
    CommandTrace trace{.rehearse = true, .before = {}, .after = {}};
    CaseCommands commands(m_desk, trace);
    ManyLine after = judged(looked, give(commands, {actor, {}, {}, {}}, wish, line), trace, ManyFate::Changes);
    after.takesFromHolder = after.takesFromHolder && after.fate == ManyFate::Changes && wish.action == ManyAction::Release;
    return after;
}

ManyLine ManyCases::carryOut(const Actor &actor, const QString &commandId, const ManyWish &wish, const ManyLine &line) const
{
    CommandTrace trace;
    CaseCommands commands(m_desk, trace);
    ManyLine after = judged(line, give(commands, {actor, idOf(commandId, line), {}, {}}, wish, line), trace, ManyFate::Done);
    if (after.fate == ManyFate::Refused)
        describe(m_desk, actor, &after);
    return after;
}

ManyLine ManyCases::undo(const Actor &actor, const QString &commandId, const ManyWish &wish, const ManyLine &line) const
{
    if (!line.canUndo())
        return line;
    CommandTrace trace;
    CaseCommands commands(m_desk, trace);
    const Command command{actor, idOf(commandId, line), line.after->version, {}};
    const auto done = commands.putBack(command, line.caseId, permissionOf(actor, wish.action), line.before);
    ManyLine undone = line;
    undone.why.reset();
    undone.after.reset();
    undone.fate = done ? ManyFate::Undone : ManyFate::StaysDone;
    if (done) {
        if (!done->repeated) {
            undone.before = trace.after; // which need not be what it was: a hold of somebody else's does not come back
            nameKept(&undone.before, line.before);
        }
        return undone;
    }
    undone.why = done.error();
    describe(m_desk, actor, &undone);
    return undone;
}

ManyCounts countLines(const QList<ManyLine> &lines)
{
    ManyCounts counts;
    for (const ManyLine &line : lines) {
        switch (line.fate) {
        case ManyFate::Waiting: ++counts.waiting; break;
        case ManyFate::Changes: ++counts.changes; break;
        case ManyFate::Done: ++counts.done; break;
        case ManyFate::Unchanged: ++counts.unchanged; break;
        case ManyFate::Refused: ++counts.refused; break;
        case ManyFate::Undone: ++counts.undone; break;
        case ManyFate::StaysDone: ++counts.staysDone; break;
        }
    }
    return counts;
}

} // namespace arb::usecases
