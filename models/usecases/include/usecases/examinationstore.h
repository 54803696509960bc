// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/ports.h>

#include <domain/coverage.h>
#include <domain/viewing.h>

namespace arb::usecases {

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
};

} // namespace arb::usecases
