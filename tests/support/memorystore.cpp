// SPDX-License-Identifier: GPL-3.0-or-later
#include "memorystore.h"

#include <domain/casejson.h>

#include <algorithm>

namespace arb::tests {

using domain::Failure;
using namespace usecases;

namespace {

template<typename List, typename Id>
bool memoryHasId(const List &rows, Id id)
{
    return std::ranges::any_of(rows, [id](const auto &row) { return row.id == id; });
}

/// What a transition may change of the row; the columns set at admission stay as they are.
void copyChanging(CaseHeader &row, const CaseHeader &after)
{
    row.state = after.state;
    row.round = after.round;
    row.appealRound = after.appealRound;
    row.holder = after.holder;
    row.claimedAt = after.claimedAt;
    row.leaseUntil = after.leaseUntil;
    row.claimNo = after.claimNo;
    row.version = after.version;
    row.reservedFor = after.reservedFor;
    row.reservedUntil = after.reservedUntil;
    row.parkedUntil = after.parkedUntil;
    row.dueAt = after.dueAt;
    row.dueUnknown = after.dueUnknown;
    row.deskDueAt = after.deskDueAt;
    row.suspendedAt = after.suspendedAt;
    row.rank = after.rank;
    row.ruling = after.ruling;
    row.firstReviewer = after.firstReviewer;
    row.flags = after.flags;
    row.tags = after.tags;
}

void updateTask(ExecutionTask &task, const TaskUpdate &update)
{
    task.state = update.state;
    task.attempts = update.attempts;
    task.lastError = update.lastError;
    if (update.dueAt)
        task.dueAt = update.dueAt;
    if (update.at && update.state == TaskState::Sent)
        task.sentAt = update.at;
    if (update.at && update.state == TaskState::Done)
        task.doneAt = update.at;
}

} // namespace

std::optional<StoreError> MemoryStore::takeFailure()
{
    if (m_beforeWrite) {
        const auto hook = std::move(m_beforeWrite);
        m_beforeWrite = nullptr;
        hook();
    }
    if (m_breakWritten == false) {
        m_breakWritten.reset();
        m_offline = true;
    }
    if (m_offline)
        return StoreError::Offline;
    if (m_failAll)
        return m_failAll;
    return std::exchange(m_failNext, std::nullopt);
}

void MemoryStore::appendAudit(CaseRecord &record, const AuditDraft &draft)
{
    if (draft.action.isEmpty())
        return;
    const domain::AuditEntry entry = domain::chain(record.header.audit, record.header.id.value(), draft.at, draft.actor,
                                                   draft.action, draft.payload);
    record.audit.append(entry);
    record.header.audit = domain::headOf(entry);
}

Stored<void> MemoryStore::answer()
{
    if (std::exchange(m_breakWritten, std::nullopt)) {
        m_offline = true;
        return Failure{StoreError::Offline};
    }
    return {};
}

Stored<qint64> MemoryStore::changeMark()
{
    if (m_offline)
        return Failure{StoreError::Offline};
    return m_mark;
}

QString MemoryStore::nameOf(domain::PersonId id) const
{
    const auto found = m_people.find(id.value());
    return found == m_people.cend() ? QString() : found->second.name;
}

CaseHeader MemoryStore::joined(const CaseHeader &header) const
{
    CaseHeader row = header;
    row.holderName = nameOf(header.holder);
    row.reservedForName = nameOf(header.reservedFor);
    row.waitsFor = 0;
    const auto found = m_cases.find(header.id.value());
    if (found != m_cases.cend() && header.state == domain::DisputeState::AwaitingEvidence) {
        for (const EvidenceRequest &request : found->second.record.requests)
            row.waitsFor |= request.state == RequestState::Open ? partyBit(request.party) : PartySet(0);
    }
    return row;
}

bool MemoryStore::ruled(domain::RulingId id) const
{
    return std::ranges::any_of(m_cases, [id](const auto &pair) { return memoryHasId(pair.second.record.rulings, id); });
}

Stored<CaseHeader> MemoryStore::header(domain::CaseId id)
{
    if (m_offline)
        return Failure{StoreError::Offline};
    const auto found = m_cases.find(id.value());
    if (found == m_cases.cend())
        return Failure{StoreError::NotFound};
    return joined(found->second.record.header);
}

Stored<QList<domain::CaseId>> MemoryStore::find(const QString &platform, const QString &caseNo)
{
    QList<domain::CaseId> ids;
    for (const auto &[id, found] : m_cases) {
        const CaseHeader &row = found.record.header;
        if (row.caseNo == caseNo && (platform.isEmpty() || row.platform == platform))
            ids.append(row.id);
    }
    return ids;
}

Stored<CaseRecord> MemoryStore::record(domain::CaseId id)
{
    if (m_offline)
        return Failure{StoreError::Offline};
    const auto found = m_cases.find(id.value());
    if (found == m_cases.cend())
        return Failure{StoreError::NotFound};
    CaseRecord record = found->second.record;
    record.header = joined(record.header);
    for (RulingRow &row : record.rulings) {
        row.madeByName = nameOf(row.madeBy);
        if (row.approval)
            row.approval->byName = nameOf(row.approval->by);
    }
    for (ExecutionTask &task : record.tasks)
        task.caseNo = record.header.caseNo;
    return record;
}

std::optional<StoreError> MemoryStore::refusal(const StoredCase &found, const Transition &transition) const
{
    const CaseRecord &record = found.record;
    if (transition.command && m_commands.contains(transition.command->id))
        return StoreError::Conflict; // before Stale: a command that came twice must learn that it was done
    if (record.header.version != transition.seenVersion)
        return StoreError::Stale;
    if (transition.ruling && ruled(transition.ruling->id))
        return StoreError::Conflict;
    const auto rulingRow = [&](domain::RulingId id) -> const RulingRow * {
        if (transition.ruling && transition.ruling->id == id)
            return &*transition.ruling;
        const auto row = std::ranges::find(record.rulings, id, &RulingRow::id);
        return row == record.rulings.cend() ? nullptr : &*row;
    };
    if (transition.approval) {
        const RulingRow *row = rulingRow(transition.approval->ruling);
        if (!row || row->madeBy == transition.approval->approval.by)
            return StoreError::Broken; // no such ruling, or maker is checker
        if (row->approval)
            return StoreError::Conflict;
    }
    if (transition.recall) {
        const RulingRow *row = rulingRow(transition.recall->ruling);
        if (!row)
            return StoreError::Broken;
        if (row->recall)
            return StoreError::Conflict;
    }
    QSet<QString> keys;
    QSet<qint64> taskIds;
    for (const auto &pair : m_cases) {
        for (const ExecutionTask &other : pair.second.record.tasks) {
            keys.insert(other.idempotencyKey);
            taskIds.insert(other.id.value());
        }
    }
    for (const ExecutionTask &task : transition.newTasks) {
        if (keys.contains(task.idempotencyKey) || taskIds.contains(task.id.value()))
            return StoreError::Conflict;
        keys.insert(task.idempotencyKey);
        taskIds.insert(task.id.value());
    }
    for (const PenaltyPoint &point : transition.points) {
        for (const auto &pair : m_cases) {
            for (const PenaltyPoint &other : pair.second.record.points) {
                if (other.id == point.id || (!point.reverses.isNull() && other.reverses == point.reverses))
                    return StoreError::Conflict;
            }
        }
    }
    for (const domain::Exhibit &exhibit : transition.newExhibits) {
        if (domain::findExhibit(record.file, exhibit.id))
            return StoreError::Conflict;
    }
    if (const auto &removal = transition.noteRemoval; removal && !memoryHasId(record.notes, removal->note))
        return StoreError::NotFound;
    const CaseHeader &after = transition.after;
    if (after.state == domain::DisputeState::Claimed && (after.holder.isNull() || !after.leaseUntil))
        return StoreError::Broken;
    const bool people = knows(transition.after.holder) && knows(transition.after.reservedFor) && knows(transition.after.firstReviewer)
        && (!transition.ruling || knows(transition.ruling->madeBy)) && (!transition.approval || knows(transition.approval->approval.by))
        && (!transition.recall || knows(transition.recall->by)) && (!transition.draft || knows(transition.draft->author))
        && (!transition.skip || knows(transition.skip->by)) && (!transition.note || knows(transition.note->author))
        && (!transition.noteRemoval || (!transition.noteRemoval->by.isNull() && knows(transition.noteRemoval->by)))
        && std::ranges::all_of(transition.notices, [this](const Notice &notice) { return !notice.person.isNull() && knows(notice.person); });
    return people ? std::nullopt : std::optional(StoreError::Broken);
}

void MemoryStore::writeDraft(CaseRecord &record, const Draft &draft)
{
    const auto same = [&](const Draft &other) { return other.author == draft.author && other.round == draft.round; };
    const auto found = std::ranges::find_if(record.drafts, same);
    if (found == record.drafts.end())
        record.drafts.append(draft);
    else if (found->revision <= draft.revision)
        *found = draft;
}

void MemoryStore::write(StoredCase &found, const Transition &transition)
{
    CaseRecord &record = found.record;
    copyChanging(record.header, transition.after);
    record.requests.append(transition.newRequests);
    for (const RequestUpdate &update : transition.requestUpdates) {
        for (EvidenceRequest &request : record.requests) {
            if (request.id == update.id) {
                request.state = update.state;
                request.closedAt = update.state == RequestState::Open ? std::nullopt : std::optional(update.at);
                request.dueAt = update.dueAt.value_or(request.dueAt);
            }
        }
    }
    if (transition.ruling)
        record.rulings.append(*transition.ruling);
    for (RulingRow &row : record.rulings) {
        if (transition.approval && row.id == transition.approval->ruling)
            row.approval = transition.approval->approval;
    }
    record.tasks.append(transition.newTasks);
    for (const TaskUpdate &update : transition.taskUpdates) {
        for (ExecutionTask &task : record.tasks) {
            if (task.id == update.id)
                updateTask(task, update);
        }
    }
    record.points.append(transition.points);
    record.file.exhibits.append(transition.newExhibits);
    if (transition.draft)
        writeDraft(record, *transition.draft);
    if (transition.note)
        record.notes.append(*transition.note);
    if (const auto &removal = transition.noteRemoval)
        record.notes.removeIf([&](const DeskNote &note) { return note.id == removal->note; });
    if (transition.skip)
        found.skips.append(*transition.skip);
    appendAudit(record, transition.audit);
}

Stored<void> MemoryStore::apply(const Transition &transition)
{
    if (const auto failure = takeFailure())
        return Failure{*failure};
    const auto found = m_cases.find(transition.after.id.value());
    if (found == m_cases.end())
        return Failure{StoreError::NotFound};
    if (const auto refused = refusal(found->second, transition))
        return Failure{*refused};
    write(found->second, transition);
    if (transition.recall) {
        for (RulingRow &row : found->second.record.rulings) {
            if (row.id == transition.recall->ruling)
                row.recall = Recalled{nameOf(transition.recall->by), transition.recall->at, transition.recall->reason};
        }
    }
    if (transition.command)
        m_commands.insert(transition.command->id, *transition.command);
    for (Notice notice : transition.notices) {
        notice.caseId = transition.after.id;
        notice.caseNo = found->second.record.header.caseNo;
        m_notices.append(notice);
    }
    found->second.changed = ++m_mark;
    return answer();
}

Stored<std::optional<domain::CaseId>> MemoryStore::takeNext(const TakeNextQuery &query,
                                                            const std::function<Transition(const CaseHeader &)> &make)
{
    const StoredCase *best = nullptr;
    for (const auto &[id, found] : m_cases) {
        const CaseHeader &row = found.record.header;
        if (query.notPastEndedLease && row.state == domain::DisputeState::Claimed && row.leaseUntil && *row.leaseUntil < query.now)
            return std::optional<domain::CaseId>();
        if (offered(found, query) && (!best || found.record.header.rank < best->record.header.rank))
            best = &found;
    }
    if (!best)
        return std::optional<domain::CaseId>();
    const auto done = apply(make(joined(best->record.header)));
    if (!done)
        return Failure{done.error()};
    return std::optional(best->record.header.id);
}

Stored<std::optional<CommandRecord>> MemoryStore::command(const QString &id)
{
    if (m_offline)
        return Failure{StoreError::Offline};
    const auto found = m_commands.constFind(id);
    return found == m_commands.cend() ? std::nullopt : std::optional(*found);
}

Stored<void> MemoryStore::saveDraft(const Draft &draft)
{
    if (const auto failure = takeFailure())
        return Failure{*failure};
    const auto found = m_cases.find(draft.caseId.value());
    if (found == m_cases.end())
        return Failure{StoreError::NotFound};
    if (!knows(draft.author))
        return Failure{StoreError::Broken};
    for (const Draft &other : found->second.record.drafts) {
        if (other.author == draft.author && other.round == draft.round && other.revision > draft.revision)
            return Failure{StoreError::Conflict};
    }
    writeDraft(found->second.record, draft);
    ++m_mark;
    return {};
}

Stored<QStringList> MemoryStore::conflicts(domain::PersonId person)
{
    QStringList names;
    for (const auto &[id, name] : m_conflicts) {
        if (id == person.value())
            names.append(name);
    }
    names.sort();
    return names;
}

Stored<bool> MemoryStore::knowsParty(domain::PersonId person, domain::CaseId id)
{
    const auto found = m_cases.find(id.value());
    return found != m_cases.end() && std::ranges::any_of(found->second.skips, [person](const SkipRow &skip) {
        return skip.by == person && skip.reason == knowPartyReason;
    });
}

Stored<QList<domain::CaseId>> MemoryStore::casesOfKnownParties(domain::PersonId person)
{
    QList<domain::CaseId> ids;
    for (const auto &[id, found] : m_cases) {
        if (*knowsParty(person, domain::CaseId(id)))
            ids.append(domain::CaseId(id));
    }
    return ids;
}

// --- intake --------------------------------------------------------------------------------------------------------

Stored<std::optional<KnownCase>> MemoryStore::known(const QString &platform, const QString &caseNo)
{
    for (const auto &[id, found] : m_cases) {
        const CaseHeader &row = found.record.header;
        if (row.platform == platform && row.caseNo == caseNo)
            return std::optional(KnownCase{row.id, row.bundleDigest});
    }
    return std::optional<KnownCase>();
}

Stored<void> MemoryStore::addMany(std::span<const Admission> admissions)
{
    if (const auto failure = takeFailure())
        return Failure{*failure};
    QSet<QPair<QString, QString>> numbers;
    QSet<qint64> ids;
    for (const auto &[id, found] : m_cases) {
        numbers.insert({found.record.header.platform, found.record.header.caseNo});
        ids.insert(id);
    }
    for (const Admission &admission : admissions) {
        const QPair<QString, QString> number(admission.header.platform, admission.header.caseNo);
        if (numbers.contains(number) || ids.contains(admission.header.id.value()))
            return Failure{StoreError::Conflict};
        numbers.insert(number);
        ids.insert(admission.header.id.value());
    }
    ++m_mark;
    for (const Admission &admission : admissions) {
        StoredCase row;
        row.changed = m_mark;
        row.record.header = admission.header;
        row.record.header.audit = domain::emptyAuditHead();
        row.record.file = admission.file;
        row.record.file.document = domain::withoutPersonalData(admission.file.document);
        row.record.earlier = admission.earlier;
        takeIn(row, admission);
        appendAudit(row.record, admission.audit);
        m_cases.emplace(admission.header.id.value(), std::move(row));
    }
    return {};
}

Stored<bool> MemoryStore::isReferenced(const QByteArray &sha256)
{
    return std::ranges::any_of(m_cases, [&](const auto &pair) {
        return std::ranges::any_of(pair.second.record.file.exhibits,
                                   [&](const domain::Exhibit &exhibit) { return exhibit.sha256 == sha256; });
    });
}

Stored<bool> MemoryStore::holdsEvidence()
{
    return std::ranges::any_of(m_cases, [](const auto &pair) { return !pair.second.record.file.exhibits.isEmpty(); });
}

// --- desk ----------------------------------------------------------------------------------------------------------

void MemoryStore::appendDeskAudit(const AuditDraft &audit)
{
    if (audit.action.isEmpty())
        return;
    m_deskAudit.append(domain::chain(m_deskHead, 0, audit.at, audit.actor, audit.action, audit.payload));
    m_deskHead = domain::headOf(m_deskAudit.constLast());
}

Stored<QList<Person>> MemoryStore::people()
{
    QList<Person> rows;
    for (const auto &pair : m_people)
        rows.append(pair.second);
    std::ranges::sort(rows, [](const Person &a, const Person &b) { return a.id < b.id; });
    return rows;
}

Stored<QList<StoredYear>> MemoryStore::years()
{
    QList<StoredYear> rows;
    for (const auto &pair : m_years)
        rows.append(pair.second);
    return rows;
}

Stored<void> MemoryStore::apply(const DeskChange &change)
{
    if (const auto failure = takeFailure())
        return Failure{*failure};
    if (change.command && m_commands.contains(change.command->id))
        return Failure{StoreError::Conflict};
    if (change.upsertPerson) {
        for (const auto &pair : m_people) {
            if (pair.second.name == change.upsertPerson->name && pair.second.id != change.upsertPerson->id)
                return Failure{StoreError::Conflict};
        }
    }
    if (change.book) {
        for (const StoredBook &book : std::as_const(m_books)) {
            if (book.id == change.book->id && book.version == change.book->version)
                return Failure{StoreError::Conflict}; // a version that cases were judged by never changes
        }
    }
    if (change.conflict && (change.conflict->person.isNull() || !knows(change.conflict->person)))
        return Failure{StoreError::Broken};
    if (change.upsertPerson)
        m_people.insert_or_assign(change.upsertPerson->id.value(), *change.upsertPerson);
    if (change.setting)
        m_settings.insert(change.setting->first, change.setting->second);
    if (change.book) {
        m_books.append(*change.book);
        std::ranges::sort(m_books, {}, [](const StoredBook &book) { return std::tie(book.id, book.effectiveFrom, book.version); });
    }
    if (change.year)
        m_years.insert_or_assign(change.year->year, *change.year);
    if (const auto &conflict = change.conflict) {
        const QPair<qint64, QString> row(conflict->person.value(), QString(conflict->platform + u':' + conflict->merchantId));
        if (!m_conflicts.contains(row))
            m_conflicts.append(row);
    }
    if (change.command)
        m_commands.insert(change.command->id, *change.command);
    appendDeskAudit(change.audit);
    ++m_mark;
    return {};
}

Stored<void> MemoryStore::setDeskClock(domain::UtcMs now)
{
    if (const auto failure = takeFailure())
        return Failure{*failure};
    m_deskClock = m_deskClock ? std::max(*m_deskClock, now) : now;
    ++m_mark;
    return {};
}

} // namespace arb::tests
