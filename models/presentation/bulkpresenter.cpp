// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/bulkpresenter.h>

#include <presentation/errortext.h>
#include <presentation/formats.h>
#include <presentation/labels.h>
#include <presentation/queuewords.h>
#include <presentation/whendone.h>

#include <usecases/tagwords.h>

#include <QtCore/QUuid>

#include <algorithm>

namespace arb::presentation {

using usecases::ManyAction;
using usecases::ManyFate;
using usecases::ManyLine;

namespace {

constexpr int portion = 20; ///< cases a job: others wait behind it for some milliseconds only

/// Where the case stands: a preview changes nothing yet.
domain::DisputeState stateOf(const ManyLine &line)
{
    return line.fate == ManyFate::Done && line.after ? line.after->state : line.before.state;
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

BulkPresenter::BulkPresenter(Session &session, QObject *parent) : QAbstractTableModel(parent), m_session(session) {}

BulkPresenter::~BulkPresenter() = default;

void BulkPresenter::setCases(const QList<domain::CaseId> &ids)
{
    beginResetModel();
    ++m_run;
    m_lines = usecases::ManyCases::linesOf(ids);
    m_wish = {};
    m_at = 0;
    endResetModel();
    setPhase(Phase::Choosing);
    readPeople();
}

QList<ManyAction> BulkPresenter::actions() const
{
    using usecases::Permission;
    QList<ManyAction> actions;
    if (m_session.may(Permission::Assign))
        actions.append(ManyAction::Assign);
    if (m_session.may(Permission::Release))
        actions.append(ManyAction::Release);
    if (m_session.may(Permission::Park))
        actions.append({ManyAction::Park, ManyAction::Tag});
    return actions;
}

void BulkPresenter::readPeople()
{
    if (!m_session.may(usecases::Permission::Assign))
        return;
    const auto future = m_session.runner().run([](const usecases::Desk &desk) {
        QStringList names;
        const auto people = desk.store.people();
        if (people) {
            for (const usecases::Person &person : *people) {
                if (usecases::permitted({.person = person}, usecases::Permission::Claim))
                    names.append(person.name);
            }
        }
        return names;
    });
    whenDone(this, future, [this](const QStringList &names) {
        m_people = names;
        Q_EMIT peopleChanged();
    });
}

QString BulkPresenter::problem() const
{
    if (m_lines.isEmpty())
        return tr("No case is chosen.");
    switch (m_wish.action) {
    case ManyAction::Assign:
        return m_wish.person.isEmpty() ? tr("Choose who gets the cases.") : QString();
    case ManyAction::Release:
        return {};
    case ManyAction::Park:
        return m_wish.until && *m_wish.until <= m_session.now() ? tr("Choose a time that lies in the future.") : QString();
    case ManyAction::Tag:
        if (m_wish.addTags.isEmpty() && m_wish.removeTags.isEmpty())
            return tr("Name a tag to add or to take off.");
        if (const auto added = usecases::tagsToAdd(m_wish.addTags); !added)
            return commandLineText(added.error());
        if (const auto removed = usecases::tagsToRemove(m_wish.removeTags); !removed)
            return commandLineText(removed.error());
        return {};
    }
    return {};
}

void BulkPresenter::setWish(const usecases::ManyWish &wish)
{
    if (m_phase == Phase::Working || m_phase == Phase::Undoing)
        return;
    m_wish = wish;
    ++m_run; // a preview of an earlier wish says nothing about this one
    m_commandId = newId();
    for (ManyLine &line : m_lines) {
        line.fate = ManyFate::Waiting;
        line.why.reset();
        line.after.reset();
    }
    m_at = 0;
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_lines.size()) - 1, ColumnCount - 1));
    if (!problem().isEmpty()) {
        setPhase(Phase::Choosing);
        return;
    }
    m_stop = false;
    setPhase(Phase::Previewing);
    work();
}

void BulkPresenter::carryOut()
{
    if (!canCarryOut())
        return;
    m_at = 0;
    m_stop = false;
    setPhase(Phase::Working);
    work();
}

void BulkPresenter::undo()
{
    if (!canUndo())
        return;
    m_commandId = newId();
    m_at = 0;
    m_stop = false;
    setPhase(Phase::Undoing);
    work();
}

void BulkPresenter::stop()
{
    m_stop = true;
}

bool BulkPresenter::canCarryOut() const
{
    return m_phase == Phase::Previewed && std::ranges::any_of(m_lines, [](const ManyLine &line) { return line.fate == ManyFate::Changes; });
}

bool BulkPresenter::canUndo() const
{
    return m_phase == Phase::Done && std::ranges::any_of(m_lines, &ManyLine::canUndo);
}

void BulkPresenter::setPhase(Phase phase)
{
    if (std::exchange(m_phase, phase) != phase)
        Q_EMIT phaseChanged();
}

void BulkPresenter::work()
{
    if (m_stop || m_at >= m_lines.size()) {
        endWork();
        return;
    }
    const QList<ManyLine> lines = m_lines.mid(m_at, portion);
    const usecases::Actor actor = m_session.actor();
    const auto future = m_session.runner().run([actor, lines, wish = m_wish, commandId = m_commandId, phase = m_phase](const usecases::Desk &desk) {
        const usecases::ManyCases cases(desk);
        QList<ManyLine> answers;
        for (const ManyLine &line : lines) {
            if (phase == Phase::Previewing)
                answers.append(cases.preview(actor, wish, line));
            else if (phase == Phase::Undoing)
                answers.append(cases.undo(actor, commandId, wish, line));
            else // what the preview refused is left alone: nobody agreed to it
                answers.append(line.fate == ManyFate::Changes ? cases.carryOut(actor, commandId, wish, line) : line);
        }
        return answers;
    });
    whenDone(this, future, [this, run = m_run](const QList<ManyLine> &answers) {
        if (run != m_run)
            return;
        for (qsizetype n = 0; n < answers.size(); ++n)
            m_lines[m_at + n] = answers.at(n);
        const int last = m_at + static_cast<int>(answers.size()) - 1;
        Q_EMIT dataChanged(index(m_at, 0), index(last, ColumnCount - 1));
        m_at = last + 1;
        Q_EMIT progressed(m_at, static_cast<int>(m_lines.size()));
        work();
    });
}

void BulkPresenter::endWork()
{
    const bool wrote = m_phase != Phase::Previewing;
    setPhase(wrote ? Phase::Done : Phase::Previewed);
    if (wrote)
        Q_EMIT finished();
}

QString BulkPresenter::summary() const
{
    const usecases::ManyCounts counts = usecases::countLines(m_lines);
    QStringList parts;
    if (counts.changes > 0 && m_phase == Phase::Done)
        parts.append(tr("%n were left as they were.", nullptr, counts.changes));
    else if (counts.changes > 0)
        parts.append(tr("%n will be changed.", nullptr, counts.changes));
    if (counts.done > 0)
        parts.append(tr("%n are done.", nullptr, counts.done));
    if (counts.undone > 0)
        parts.append(tr("%n were taken back.", nullptr, counts.undone));
    if (counts.staysDone > 0)
        parts.append(tr("%n were not taken back.", nullptr, counts.staysDone));
    if (counts.unchanged > 0)
        parts.append(tr("%n are so already.", nullptr, counts.unchanged));
    if (counts.refused > 0)
        parts.append(tr("%n cannot be changed.", nullptr, counts.refused));
    if (counts.waiting > 0 && m_phase != Phase::Choosing)
        parts.append(tr("%n have not been looked at yet.", nullptr, counts.waiting));
    return parts.join(languageIsChinese() ? QString() : QStringLiteral(" "));
}

QString BulkPresenter::whyText(const ManyLine &line) const
{
    if (line.why) {
        if (line.fate == ManyFate::StaysDone)
            return notTakenBackText(*line.why);
        const QString why = commandLineText(*line.why); // nobody wrote a draft here that could be kept
        const bool carriedOut = m_phase == Phase::Done || m_phase == Phase::Working || m_phase == Phase::Undoing;
        return carriedOut ? why : QString(why).remove(tr("Nothing was changed.")).trimmed(); // before anything is done that goes without saying
    }
    if (line.fate == ManyFate::Changes && line.takesFromHolder)
        return tr("%1 holds it now and will be told; a draft, if there is one, is kept.").arg(line.before.holderName);
    if (line.fate == ManyFate::Undone && domain::isWaiting(line.before.state) && usecases::isReserved(line.before, m_session.now()))
        return tr("Waiting, kept for %1 until %2.").arg(line.before.reservedForName, shortTimeText(*line.before.reservedUntil, m_session.now()));
    const bool changes = line.fate == ManyFate::Changes || line.fate == ManyFate::Done;
    if (!changes || !line.after)
        return {};
    const domain::UtcMs now = m_session.now();
    switch (m_wish.action) {
    case ManyAction::Assign:
        return line.after->reservedUntil ? tr("Kept for %1 until %2.").arg(m_wish.person, shortTimeText(*line.after->reservedUntil, now)) : QString();
    case ManyAction::Release:
        return tr("Waits for whoever takes it next.");
    case ManyAction::Park:
        if (m_wish.until && line.after->parkedUntil) {
            if (const QString earlier = earlierReturnText(line.before, *m_wish.until, now); !earlier.isEmpty())
                return earlier;
        }
        return line.after->parkedUntil ? tr("Comes back %1, or when evidence arrives before.").arg(shortTimeText(*line.after->parkedUntil, now)) : QString();
    case ManyAction::Tag: {
        QStringList words;
        for (const QString &tag : line.after->tags)
            words.append(tagLabel(tag));
        return words.isEmpty() ? tr("Without tags then.") : tr("Tags then: %1").arg(words.join(QStringLiteral(", ")));
    }
    }
    return {};
}

QString BulkPresenter::actionLabel(ManyAction action)
{
    switch (action) {
    case ManyAction::Assign: return tr("Assign");
    case ManyAction::Release: return tr("Release");
    case ManyAction::Park: return tr("Park");
    case ManyAction::Tag: return tr("Tag");
    }
    return {};
}

QString BulkPresenter::fateLabel(ManyFate fate, ManyAction action)
{
    switch (fate) {
    case ManyFate::Waiting: return tr("Not looked at yet");
    case ManyFate::Changes:
        switch (action) {
        case ManyAction::Assign: return tr("Will be assigned");
        case ManyAction::Release: return tr("Will be released");
        case ManyAction::Park: return tr("Will be parked");
        case ManyAction::Tag: return tr("Will be tagged");
        }
        return {};
    case ManyFate::Done:
        switch (action) {
        case ManyAction::Assign: return tr("Assigned");
        case ManyAction::Release: return tr("Released");
        case ManyAction::Park: return tr("Parked");
        case ManyAction::Tag: return tr("Tagged");
        }
        return {};
    case ManyFate::Unchanged: return tr("Is so already");
    case ManyFate::Refused: return tr("Cannot be changed");
    case ManyFate::Undone: return tr("Taken back");
    case ManyFate::StaysDone: return tr("Not taken back");
    }
    return {};
}

QString BulkPresenter::toText() const
{
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column)
        cells.append(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    lines.append(cells.join(u'\t'));
    for (int row = 0; row < rowCount(); ++row) {
        cells.clear();
        for (int column = 0; column < ColumnCount; ++column)
            cells.append(data(index(row, column), Qt::DisplayRole).toString());
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

int BulkPresenter::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int BulkPresenter::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BulkPresenter::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ManyLine &line = m_lines.at(index.row());
    if (role == FateRole)
        return static_cast<int>(line.fate);
    if (role == CaseIdRole)
        return line.caseId.value();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case CaseColumn: return line.caseNo.isEmpty() ? QStringLiteral("…") : line.caseNo;
    case StateColumn: return line.caseNo.isEmpty() ? QString() : label(stateOf(line));
    case FateColumn: return fateLabel(line.fate, m_wish.action);
    case WhyColumn: return whyText(line);
    }
    return {};
}

QVariant BulkPresenter::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case CaseColumn: return tr("Case");
    case StateColumn: return tr("State");
    case FateColumn: return m_phase == Phase::Done || m_phase == Phase::Working || m_phase == Phase::Undoing ? tr("What happened") : tr("What will happen");
    case WhyColumn: return tr("Why, or until when");
    }
    return {};
}

} // namespace arb::presentation
