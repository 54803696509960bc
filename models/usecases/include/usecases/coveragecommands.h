// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <usecases/casecommands.h>

#include <domain/coverage.h>

namespace arb::usecases {

/// What a person had on show of a case: kept for whoever reads cases, without a trace in the audit, until they sign a ruling,
/// which then carries it. Each sees their own only.
class CoverageCommands
{
public:
    explicit CoverageCommands(const Desk &desk) : m_desk(desk) {}

    Done<domain::CaseCoverage> coverage(const Actor &actor, domain::CaseId id) const;
    /// Adds to it; the same once more changes nothing. BadValue names what is not of this case, or no such number.
    Done<void> add(const Actor &actor, domain::CaseId id, const domain::CaseCoverage &delta);

private:
    const Desk &m_desk;
};

} // namespace arb::usecases
