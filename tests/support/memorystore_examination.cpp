// SPDX-License-Identifier: GPL-3.0-or-later
#include "memorystore.h"

#include <usecases/filewords.h>

#include <QtCore/QMap>

#include <algorithm>
#include <tuple>

namespace arb::tests {

using domain::Failure;
using namespace usecases;

bool MemoryStore::hasExhibit(const StoredCase &found, const QString &exhibit)
{
    return domain::findExhibit(found.record.file, exhibit) != nullptr;
}

template<typename View>
void MemoryStore::leave(QList<Left<View>> &all, const Left<View> &left)
{
    all.removeIf([&](const Left<View> &other) { return other.person == left.person && domain::placeOf(other.view) == domain::placeOf(left.view); });
    all.append(left);
}

/// The person's own of each place, else the newest of anybody.
template<typename View>
QList<View> MemoryStore::leftFor(domain::PersonId person, const QList<Left<View>> &all)
{
    QMap<QString, Left<View>> best;
    for (const Left<View> &left : all) {
        const auto rank = [person](const Left<View> &row) { return std::tuple(row.person == person, row.at, row.person); };
        const auto known = best.constFind(domain::placeOf(left.view));
        if (known == best.cend() || rank(*known) < rank(left))
            best.insert(domain::placeOf(left.view), left);
    }
    QList<View> views;
    for (const Left<View> &left : std::as_const(best))
        views.append(left.view);
    return views;
}

void MemoryStore::takeIn(StoredCase &row, const Admission &admission)
{
    for (domain::Mark mark : admission.examination.marks) {
        mark.by = {};
        row.marks.append(mark);
    }
    row.record.notes.append(admission.notes);
    for (const domain::ExhibitView &view : admission.examination.views)
        leave(row.views, {domain::PersonId(), view, admission.audit.at});
    for (const domain::PairView &pair : admission.examination.pairs)
        leave(row.pairs, {domain::PersonId(), pair, admission.audit.at});
}

Stored<domain::Examination> MemoryStore::examination(domain::CaseId id, domain::PersonId person)
{
    if (m_offline)
        return Failure{StoreError::Offline};
    const auto found = m_cases.find(id.value());
    if (found == m_cases.end())
        return Failure{StoreError::NotFound};
    const StoredCase &row = found->second;
    domain::Examination seen;
    for (const domain::Mark &mark : row.marks) {
        if (!row.removedMarks.contains(mark.id))
            seen.marks.append(mark);
    }
    std::ranges::sort(seen.marks, {}, &domain::Mark::id);
    seen.views = leftFor(person, row.views);
    seen.pairs = leftFor(person, row.pairs);
    domain::sortPlaces(seen);
    return seen;
}

/// The case that is to be marked, unless the command was carried out before.
Stored<MemoryStore::StoredCase *> MemoryStore::caseToMark(domain::CaseId id, const std::optional<CommandRecord> &command)
{
    if (const auto failure = takeFailure())
        return Failure{*failure};
    if (command && m_commands.contains(command->id))
        return Failure{StoreError::Conflict};
    const auto found = m_cases.find(id.value());
    if (found == m_cases.end())
        return Failure{StoreError::NotFound};
    return &found->second;
}

/// What every change of marks ends with.
Stored<void> MemoryStore::marked(StoredCase &row, const AuditDraft &audit, const std::optional<CommandRecord> &command)
{
    appendAudit(row.record, audit);
    if (command)
        m_commands.insert(command->id, *command);
    ++m_mark;
    return answer();
}

Stored<void> MemoryStore::addMark(domain::CaseId id, const domain::Mark &mark, const AuditDraft &audit, const std::optional<CommandRecord> &command)
{
    const auto found = caseToMark(id, command);
    if (!found)
        return Failure{found.error()};
    StoredCase &row = **found;
    if (std::ranges::find(row.marks, mark.id, &domain::Mark::id) != row.marks.end())
        return Failure{StoreError::Conflict};
    if (!knows(mark.by) || !hasExhibit(row, mark.exhibit))
        return Failure{StoreError::Broken};
    row.marks.append(mark);
    return marked(row, audit, command);
}

Stored<void> MemoryStore::removeMark(domain::CaseId id, domain::MarkId mark, domain::PersonId by, domain::UtcMs, const AuditDraft &audit,
                                     const std::optional<CommandRecord> &command)
{
    const auto found = caseToMark(id, command);
    if (!found)
        return Failure{found.error()};
    StoredCase &row = **found;
    if (std::ranges::find(row.marks, mark, &domain::Mark::id) == row.marks.end() || row.removedMarks.contains(mark))
        return Failure{StoreError::NotFound};
    if (by.isNull() || !knows(by))
        return Failure{StoreError::Broken};
    row.removedMarks.insert(mark);
    return marked(row, audit, command);
}

Stored<void> MemoryStore::correctMark(domain::CaseId id, domain::MarkId corrected, const domain::Mark &mark, const AuditDraft &audit,
                                      const std::optional<CommandRecord> &command)
{
    const auto found = caseToMark(id, command);
    if (!found)
        return Failure{found.error()};
    StoredCase &row = **found;
    if (std::ranges::find(row.marks, corrected, &domain::Mark::id) == row.marks.end() || row.removedMarks.contains(corrected))
        return Failure{StoreError::NotFound};
    if (std::ranges::find(row.marks, mark.id, &domain::Mark::id) != row.marks.end())
        return Failure{StoreError::Conflict};
    if (mark.by.isNull() || !knows(mark.by) || !hasExhibit(row, mark.exhibit))
        return Failure{StoreError::Broken};
    row.removedMarks.insert(corrected);
    row.marks.append(mark);
    return marked(row, audit, command);
}

Stored<void> MemoryStore::saveView(domain::CaseId id, domain::PersonId person, const domain::ExhibitView &view, domain::UtcMs at)
{
    if (const auto failure = takeFailure())
        return Failure{*failure};
    const auto found = m_cases.find(id.value());
    if (found == m_cases.end())
        return Failure{StoreError::NotFound};
    if (!hasExhibit(found->second, view.exhibit))
        return Failure{StoreError::Broken};
    leave(found->second.views, {person, view, at});
    ++m_mark;
    return {};
}

Stored<void> MemoryStore::savePair(domain::CaseId id, domain::PersonId person, const domain::PairView &pair, domain::UtcMs at)
{
    if (const auto failure = takeFailure())
        return Failure{*failure};
    const auto found = m_cases.find(id.value());
    if (found == m_cases.end())
        return Failure{StoreError::NotFound};
    if (!hasExhibit(found->second, pair.left) || !hasExhibit(found->second, pair.right))
        return Failure{StoreError::Broken};
    leave(found->second.pairs, {person, pair, at});
    ++m_mark;
    return {};
}

Stored<domain::CaseCoverage> MemoryStore::coverage(domain::CaseId id, domain::PersonId person)
{
    if (m_offline)
        return Failure{StoreError::Offline};
    const auto found = m_cases.find(id.value());
    if (found == m_cases.end())
        return Failure{StoreError::NotFound};
    return found->second.coverage.value(person);
}

Stored<void> MemoryStore::addCoverage(domain::CaseId id, domain::PersonId person, const domain::CaseCoverage &delta, domain::UtcMs)
{
    // Written by the way: failures that are meant for the next act are not spent on it.
    if (m_offline || m_failAll)
        return Failure{m_offline ? StoreError::Offline : *m_failAll};
    const auto found = m_cases.find(id.value());
    if (found == m_cases.end())
        return Failure{StoreError::NotFound};
    if (person.isNull() || !knows(person))
        return Failure{StoreError::Broken};
    domain::CaseCoverage &stored = found->second.coverage[person];
    stored = domain::merged(stored, delta);
    ++m_mark;
    return {};
}

QList<StoredReading> MemoryStore::readingsIn(const domain::CaseFile &file) const
{
    QList<StoredReading> found;
    QSet<QByteArray> seen;
    for (const domain::Exhibit &exhibit : file.exhibits) {
        if (m_readings.contains(exhibit.sha256) && !seen.contains(exhibit.sha256))
            found.append(m_readings.value(exhibit.sha256));
        seen.insert(exhibit.sha256);
    }
    return found;
}

QStringList MemoryStore::tokensOf(const StoredCase &found) const
{
    QStringList read;
    for (const StoredReading &reading : readingsIn(found.record.file))
        read.append(domain::readingText(reading.reading));
    QSet<QByteArray> seen;
    for (const domain::Exhibit &exhibit : found.record.file.exhibits) {
        if (m_words.contains(exhibit.sha256) && !seen.contains(exhibit.sha256))
            read.append(m_words.value(exhibit.sha256));
        seen.insert(exhibit.sha256);
    }
    return searchTokens(searchableText(found.record.file, searchableTexts(found.record.rulings), read));
}

Stored<std::optional<StoredReading>> MemoryStore::machineReading(const QByteArray &sha256)
{
    if (m_offline)
        return Failure{StoreError::Offline};
    return m_readings.contains(sha256) ? std::optional(m_readings.value(sha256)) : std::nullopt;
}

Stored<QList<StoredReading>> MemoryStore::machineReadings(domain::CaseId id)
{
    if (m_offline)
        return Failure{StoreError::Offline};
    const auto found = m_cases.find(id.value());
    return found == m_cases.end() ? QList<StoredReading>() : readingsIn(found->second.record.file);
}

Stored<QList<domain::CaseId>> MemoryStore::casesWithReadings(const QList<domain::CaseId> &ids)
{
    if (m_offline)
        return Failure{StoreError::Offline};
    QList<domain::CaseId> with;
    for (const domain::CaseId id : ids) {
        const auto found = m_cases.find(id.value());
        if (found != m_cases.end() && !readingsIn(found->second.record.file).isEmpty())
            with.append(id);
    }
    return with;
}

Stored<std::optional<ReadSearchText>> MemoryStore::readSearchText(domain::CaseId id)
{
    if (m_offline)
        return Failure{StoreError::Offline};
    const auto found = m_cases.find(id.value());
    if (found == m_cases.end() || readingsIn(found->second.record.file).isEmpty())
        return std::optional<ReadSearchText>();
    ReadSearchText text;
    text.tokens = u' ' + tokensOf(found->second).join(u' ') + u' ';
    for (const StoredReading &reading : readingsIn(found->second.record.file))
        text.readings.append(domain::readingText(reading.reading));
    return std::optional(text);
}

bool MemoryStore::isHeld(const QByteArray &sha256) const
{
    return std::ranges::any_of(m_cases, [&sha256](const auto &row) {
        return std::ranges::any_of(row.second.record.file.exhibits, [&sha256](const domain::Exhibit &exhibit) { return exhibit.sha256 == sha256; });
    });
}

Stored<void> MemoryStore::saveReading(const StoredReading &reading)
{
    // Written by the way, like coverage.
    if (m_offline || m_failAll)
        return Failure{m_offline ? StoreError::Offline : *m_failAll};
    if (!isHeld(reading.sha256))
        return Failure{StoreError::NotFound};
    m_readings.insert(reading.sha256, reading);
    ++m_mark;
    return {};
}

Stored<QList<WordFile>> MemoryStore::filesWithoutWords(const QByteArray &after, int limit)
{
    if (m_offline)
        return Failure{StoreError::Offline};
    QMap<QByteArray, domain::ExhibitKind> files;
    for (const auto &row : m_cases) {
        for (const domain::Exhibit &exhibit : row.second.record.file.exhibits) {
            const bool isNew = holdsWords(exhibit.kind) && !exhibit.derivedFrom && exhibit.sha256 > after && !m_words.contains(exhibit.sha256);
            if (isNew && (exhibit.kind == domain::ExhibitKind::Chat || !files.contains(exhibit.sha256)))
                files.insert(exhibit.sha256, exhibit.kind);
        }
    }
    QList<WordFile> found;
    for (auto file = files.cbegin(); file != files.cend() && found.size() < limit; ++file)
        found.append({file.key(), file.value()});
    return found;
}

Stored<void> MemoryStore::saveWords(const QList<FileWords> &files)
{
    if (m_offline || m_failAll)
        return Failure{m_offline ? StoreError::Offline : *m_failAll};
    for (const FileWords &file : files) {
        if (isHeld(file.sha256))
            m_words.insert(file.sha256, file.words);
    }
    ++m_mark;
    return {};
}

Stored<bool> MemoryStore::indexReadings(int)
{
    if (m_offline || m_failAll)
        return Failure{m_offline ? StoreError::Offline : *m_failAll};
    return false; // it searches in what is there
}

} // namespace arb::tests
