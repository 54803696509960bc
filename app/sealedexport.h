// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace.h"

#include <usecases/casecommands.h>

namespace arb::app {

/// Writes the sealed case file of @p id to @p path, personal data unmasked: supervisors and above, audited, and the audit
/// trail inside holds that very entry. Later exhibits are added to its case.json. The error is a sentence.
domain::Result<QByteArray, QString> exportSealed(Workspace &space, const usecases::Command &command, domain::CaseId id, const QString &path);

} // namespace arb::app
