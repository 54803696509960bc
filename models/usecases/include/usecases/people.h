// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codes.h>
#include <domain/ids.h>
#include <domain/money.h>

#include <QtCore/QString>

namespace arb::usecases {

/// The four human roles. Seniority is not a role: it is approvalLimit and hearsAppeals on the person.
enum class Role { Reviewer, Supervisor, Auditor, Admin };

struct Person
{
    domain::PersonId id;
    QString name;
    Role role = Role::Reviewer;
    bool enabled = true;
    domain::Money approvalLimit{100'000}; ///< a ruling above it needs a second person
    bool hearsAppeals = false;
    bool operator==(const Person &) const = default;
};

/// What a person may do. The table is permitted(); use cases ask it first, screens ask it to enable buttons.
enum class Permission {
    ReadCases, Import, Claim, ClaimAny, Release, TakeOver, RequestEvidence, Supplement, Negotiate, Rule, Approve, Recall,
    Appeal, Reverse, Withdraw, Suspend, Park, Assign, RunTasks, ReadReports, ExportCase, VerifyAudit, ManagePeople,
    ManagePolicy, ManageSettings, ManageDatabase
};

/// Who acts. The desk owner (whoever may open the database, without --as) has no person row and the name "owner";
/// the system acts under the name "system" for time-outs.
struct Actor
{
    Person person;
    bool owner = false;
    bool system = false;
    QString name() const;
};
Actor ownerActor();
Actor systemActor();

bool permitted(const Actor &actor, Permission permission);

} // namespace arb::usecases

namespace arb::domain {
template<> std::span<const CodeRow<usecases::Role>> codeTable<usecases::Role>();
}
