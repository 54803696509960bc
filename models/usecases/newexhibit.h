// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandstep.h"

/// Exhibits that come into a case after it did: what a party hands in later, and what the desk makes of others.
namespace arb::usecases {

/// What the sender called the file, without control characters.
QString givenName(const SupplementFile &file);
/// The exhibit that @p file becomes, or why it cannot be one.
Done<domain::Exhibit> exhibitOf(const CommandStep &step, const domain::CaseFile &into, const SupplementFile &file);
/// Into the transition, and into the audit entry with its digest.
void addExhibit(CommandStep &step, const domain::Exhibit &exhibit);

/// The bytes of a file on their way into the vault: put there once however often a command is tried, after nothing but the
/// store can refuse, so that whoever may not add anything leaves nothing behind.
class FileOnce
{
public:
    FileOnce(EvidenceVault &vault, const SupplementFile &file) : m_vault(vault), m_file(file) {}
    Done<void> putIn();
    void ended(const Done<Receipt> &done); ///< kept, or taken out again

private:
    EvidenceVault &m_vault;
    const SupplementFile &m_file;
    bool m_put = false;
};

} // namespace arb::usecases
