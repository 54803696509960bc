// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace.h"

#include <usecases/commanderror.h>

#include <QtCore/QStringList>

#include <functional>

namespace arb::app {

/// `db check`: database integrity, the audit chain, every exhibit's bytes against its digest. Sentences; empty when all
/// is well. Reads only.
usecases::Done<QStringList> checkDesk(Workspace &space, bool thorough, const std::function<void(const QString &)> &progress);
/// The sentence that names an audit row.
QString auditSentence(const usecases::Desk &desk, const domain::AuditFinding &finding);

} // namespace arb::app
