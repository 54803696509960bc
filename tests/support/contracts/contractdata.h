// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/ports.h>

/// Values that the contract tests put into stores: people, cases and moves that are valid as they stand.
namespace arb::tests {

/// 2026-10-12 09:00 platform time.
inline constexpr domain::UtcMs contractNow(1'791'766'800'000);

usecases::Person contractPerson(qint64 id, const char *name, usecases::Role role = usecases::Role::Reviewer, bool hearsAppeals = false);
usecases::DeskChange addingPerson(const usecases::Person &person);
usecases::DeskChange addingConflict(const usecases::Person &person, const QString &platform, const QString &merchantId);

/// A case as case.json has it, with exhibits, chat, a link and personal data of all parties.
domain::CaseFile contractFile(const QString &caseNo, const QString &platform = QStringLiteral("douyin"));
/// Admitted at contractNow with id @p id and rank @p rank.
usecases::Admission contractAdmission(qint64 id, const QString &caseNo, qint64 rank = 0);

/// A move of @p header to @p state at contractNow with an audit entry "move"; the rest is the caller's.
usecases::Transition contractMove(const usecases::CaseHeader &header, domain::DisputeState state);
/// Claimed by @p person with a lease of 15 minutes.
usecases::Transition contractClaim(const usecases::CaseHeader &header, const usecases::Person &person, domain::UtcMs now = contractNow);

usecases::RulingRow contractRuling(qint64 id, const usecases::Person &maker, domain::UtcMs at, bool needsApproval = false);
usecases::ExecutionTask contractTask(qint64 id, const usecases::CaseHeader &header, const usecases::RulingRow &ruling, int index);
usecases::PenaltyPoint contractPoint(qint64 id, const usecases::CaseHeader &header, const usecases::RulingRow &ruling, int points,
                                     domain::UtcMs at);

/// A rectangle on exhibit a1 of contractFile(), by @p person, or come with an import.
domain::Mark contractMark(qint64 id, const usecases::Person *person = nullptr);

} // namespace arb::tests
