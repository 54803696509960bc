// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace.h"

#include <intake/importrun.h>
#include <intake/vault.h>

#include <usecases/desk.h>

#include <QtCore/QStringList>

namespace arb::app {

/// Imports @p paths into the desk with its own limits; the one way in for the command line and for files dropped on the
/// window. The options' limits are replaced by the desk's.
usecases::Done<QList<intake::ImportResult>> importInto(const usecases::Desk &desk, intake::Vault &vault, const usecases::Actor &actor,
                                                       const QStringList &paths, intake::ImportOptions options);
/// What became of what was dropped on the window, in a sentence or two.
QString importSummary(const usecases::Desk &desk, intake::Vault &vault, const usecases::Actor &actor, const QStringList &paths);

/// The case that @p word means: one of the desk's, or else that of the bundle in the file or folder of this name, which is
/// imported first (of several bundles the first that is in). A sentence when it is neither, or names a file that is not there.
domain::Result<domain::CaseId, QString> caseOrBundle(Workspace &space, const usecases::Actor &actor, const QString &word);

} // namespace arb::app
