// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/commanderror.h>
#include <usecases/deskpolicy.h>
#include <usecases/examinationstore.h>
#include <usecases/ports.h>
#include <usecases/queuestore.h>

#include <domain/calendar.h>
#include <domain/policy.h>

#include <optional>

namespace arb::usecases {

/// The ports a desk is made of, as references; app composes it, tests fill it with fakes. Holds no state of its own:
/// rule books, calendar years and policy are read from the rows at each use, so an admin's change counts at once.
struct Desk
{
    CaseStore &cases;
    IntakeStore &intake;
    TaskStore &tasks;
    ReportStore &reports;
    AuditStore &audit;
    DeskStore &store;
    QueueStore &queue;
    ExaminationStore &examination;
    EvidenceVault &vault;
    MediaInspector &inspector;
    ChatReader &chats;
    Clock &clock;
    IdSource &ids;

    Done<DeskPolicy> policy() const;
    Done<DeskPolicy> recentPolicy() const; ///< DeskStore::recentSettings
    Done<domain::BusinessCalendar> calendar() const;
    /// The book in force at @p date for @p platform (or its newest when @p version is empty); NoRuleBook otherwise.
    Done<domain::RuleBook> bookFor(const QString &platform, domain::UtcMs date) const;
    Done<domain::RuleBook> bookByVersion(const QString &id, const QString &version) const;
    Done<Person> person(const QString &name) const;
    /// `caseNo` or `platform:caseNo`.
    Done<domain::CaseId> caseByRef(const QString &ref) const;
};

/// A deadline, or why it is not known ("calendar 2027 missing"): stored and shown, never a refusal.
struct Deadline
{
    std::optional<domain::UtcMs> at;
    QString unknown;
};
/// @p spec counted from @p start; a spec that cannot be read is a programming error (asserted) since policy is checked when stored.
Deadline deadline(const QString &spec, domain::UtcMs start, const domain::BusinessCalendar &calendar);

} // namespace arb::usecases
