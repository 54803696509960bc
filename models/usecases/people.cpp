// SPDX-License-Identifier: GPL-3.0-or-later
#include <usecases/people.h>

namespace arb::usecases {

QString Actor::name() const
{
    if (owner)
        return QStringLiteral("owner");
    if (system)
        return QStringLiteral("system");
    return person.name;
}

Actor ownerActor()
{
    return Actor{.person = {}, .owner = true, .system = false};
}

Actor systemActor()
{
    return Actor{.person = {}, .owner = false, .system = true};
}

namespace {

bool ownerMay(Permission permission)
{
    using enum Permission;
    switch (permission) {
    case ReadCases: case Import: case ReadReports: case VerifyAudit: case ManagePeople: case ManagePolicy:
    case ManageSettings: case ManageDatabase:
        return true;
    case Claim: case ClaimAny: case Release: case TakeOver: case RequestEvidence: case Supplement: case Negotiate:
    case Rule: case Approve: case Recall: case Appeal: case Reverse: case Withdraw: case Suspend: case Park:
    case Assign: case RunTasks: case ExportCase:
        return false;
    }
    return false;
}

bool reviewerMay(Permission permission)
{
    using enum Permission;
    switch (permission) {
    case ReadCases: case Import: case Claim: case Release: case RequestEvidence: case Supplement: case Negotiate:
    case Rule: case Recall: case Appeal: case Withdraw: case Suspend: case Park:
        return true;
    case ClaimAny: case TakeOver: case Approve: case Reverse: case Assign: case RunTasks: case ReadReports:
    case ExportCase: case VerifyAudit: case ManagePeople: case ManagePolicy: case ManageSettings: case ManageDatabase:
        return false;
    }
    return false;
}

bool supervisorMay(Permission permission)
{
    using enum Permission;
    switch (permission) {
    case ReadCases: case Import: case Claim: case ClaimAny: case Release: case TakeOver: case RequestEvidence:
    case Supplement: case Negotiate: case Rule: case Approve: case Recall: case Appeal: case Reverse: case Withdraw:
    case Suspend: case Park: case Assign: case RunTasks: case ReadReports: case ExportCase: case VerifyAudit:
        return true;
    case ManagePeople: case ManagePolicy: case ManageSettings: case ManageDatabase:
        return false;
    }
    return false;
}

bool auditorMay(Permission permission)
{
    return permission == Permission::ReadCases || permission == Permission::ReadReports || permission == Permission::VerifyAudit;
}

bool adminMay(Permission permission)
{
    // An admin sees no case data; import is a matter of files, not of reading them.
    using enum Permission;
    return permission == Import || permission == ManagePeople || permission == ManagePolicy || permission == ManageSettings
        || permission == ManageDatabase || permission == VerifyAudit;
}

} // namespace

bool permitted(const Actor &actor, Permission permission)
{
    if (actor.owner)
        return ownerMay(permission);
    if (actor.system)
        return permission == Permission::RunTasks;
    if (!actor.person.enabled)
        return false;
    switch (actor.person.role) {
    case Role::Reviewer: return reviewerMay(permission);
    case Role::Supervisor: return supervisorMay(permission);
    case Role::Auditor: return auditorMay(permission);
    case Role::Admin: return adminMay(permission);
    }
    return false;
}

} // namespace arb::usecases

namespace arb::domain {

template<>
std::span<const CodeRow<usecases::Role>> codeTable<usecases::Role>()
{
    using usecases::Role;
    static constexpr CodeRow<Role> rows[] = {
        {Role::Reviewer, "reviewer"}, {Role::Supervisor, "supervisor"}, {Role::Auditor, "auditor"}, {Role::Admin, "admin"}};
    return rows;
}

} // namespace arb::domain
