// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/ports.h>

#include <domain/casefile.h>
#include <domain/coverage.h>
#include <domain/machinereading.h>
#include <domain/viewing.h>

#include <optional>

namespace arb::usecases {

/// What a machine read in a file, whichever cases hold it. Not masked: it is for the program, and shown as CaseView has it.
struct StoredReading
{
    QByteArray sha256;
    QString reader; ///< which one, and which recipe of it: what another would read may differ
    domain::MachineReading reading;
    domain::UtcMs readAt;
    bool operator==(const StoredReading &) const = default;
};

/// A file of words that a party handed in: an exported chat or a text.
struct WordFile
{
    QByteArray sha256;
    domain::ExhibitKind kind = domain::ExhibitKind::Text; ///< Chat where it is one in any case
    bool operator==(const WordFile &) const = default;
};
/// What the search across cases knows of it.
struct FileWords
{
    QByteArray sha256;
    QString words;
};

/// The search text of a case that holds files a machine read, to tell whose words were found.
struct ReadSearchText
{
    QString tokens;       ///< searchColumn() of the case, as the search across cases has it
    QStringList readings; ///< what was read, each file once, in the order of the exhibits (domain::readingText)
};

/// What people pointed out on a case's evidence, how they left it and what of it they had on show. Marks belong to the case
/// and are audited; views and coverage are a person's own and are not.
class ExaminationStore
{
public:
    virtual ~ExaminationStore() = default;

    /// Marks of everybody that were not removed; the views and pairs of @p person, and where they left none, those that
    /// came with an import or that somebody else left last.
    virtual Stored<domain::Examination> examination(domain::CaseId id, domain::PersonId person) = 0;
    /// Written with the audit entry (and @p command) in one transaction; the case's version stays, since nobody's work on it
    /// is disturbed. NotFound when there is no such case, Conflict when the mark's or the command's id exists.
    virtual Stored<void> addMark(domain::CaseId id, const domain::Mark &mark, const AuditDraft &audit, const std::optional<CommandRecord> &command) = 0;
    /// The mark stays in the database, with who removed it and when; NotFound when there is none or it is removed already.
    virtual Stored<void> removeMark(domain::CaseId id, domain::MarkId mark, domain::PersonId by, domain::UtcMs at, const AuditDraft &audit,
                                    const std::optional<CommandRecord> &command) = 0;
    /// removeMark(@p corrected), by the author of @p mark and at its time, and addMark(@p mark): both or neither. NotFound and
    /// Conflict as there.
    virtual Stored<void> correctMark(domain::CaseId id, domain::MarkId corrected, const domain::Mark &mark, const AuditDraft &audit,
                                     const std::optional<CommandRecord> &command) = 0;
    /// Replaces what the person left of this exhibit (and page), or of this pair. NotFound when there is no such case.
    virtual Stored<void> saveView(domain::CaseId id, domain::PersonId person, const domain::ExhibitView &view, domain::UtcMs at) = 0;
    virtual Stored<void> savePair(domain::CaseId id, domain::PersonId person, const domain::PairView &pair, domain::UtcMs at) = 0;
    /// What @p person had on show of the case. NotFound when there is no such case.
    virtual Stored<domain::CaseCoverage> coverage(domain::CaseId id, domain::PersonId person) = 0;
    /// Puts @p delta together with what is stored (domain::merged), all in one transaction: two windows of one person lose
    /// nothing of each other's. NotFound when there is no such case.
    virtual Stored<void> addCoverage(domain::CaseId id, domain::PersonId person, const domain::CaseCoverage &delta, domain::UtcMs at) = 0;

    /// What was read in the file; nothing when it was not.
    virtual Stored<std::optional<StoredReading>> machineReading(const QByteArray &sha256) = 0;
    /// Of the case's exhibits, each file once, in their order. None for a case that is not there.
    virtual Stored<QList<StoredReading>> machineReadings(domain::CaseId id) = 0;
    /// In place of what was known of the file. NotFound when no case holds it. The search across cases takes it in with
    /// indexReadings().
    virtual Stored<void> saveReading(const StoredReading &reading) = 0;
    /// Exported chats and texts whose words were not saved yet: at most @p limit files after @p after, by digest.
    virtual Stored<QList<WordFile>> filesWithoutWords(const QByteArray &after, int limit) = 0;
    /// In place of what was known of each file; those that no case holds (any more) are left out. Zero characters must not be among them.
    virtual Stored<void> saveWords(const QList<FileWords> &files) = 0;
    /// Takes what was read and saved last into the search texts of at most @p limit cases more; true: there may be some left. One file may be
    /// in very many cases, so this goes in portions, and goes on where it stood after any break.
    virtual Stored<bool> indexReadings(int limit) = 0;
    /// Those of @p ids in whose files something was read, in any order.
    virtual Stored<QList<domain::CaseId>> casesWithReadings(const QList<domain::CaseId> &ids) = 0;
    /// Nothing of a case in whose files nothing was read, or that is not there.
    virtual Stored<std::optional<ReadSearchText>> readSearchText(domain::CaseId id) = 0;
};

} // namespace arb::usecases
