// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace.h"

#include <usecases/commanderror.h>

#include <QtCore/QStringList>

#include <functional>

namespace arb::app {

/// `db check`: database integrity, the audit chain, every exhibit's bytes against its digest. Sentences; empty when all
/// is well. Reads only. @p progress is told how far it is; once it answers false the check ends, with what was found so far.
usecases::Done<QStringList> checkDesk(Workspace &space, bool thorough, const std::function<bool(const QString &)> &progress);
/// The sentence that names an audit row.
QString auditSentence(const usecases::Desk &desk, const domain::AuditFinding &finding);

} // namespace arb::app
