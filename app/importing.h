// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <intake/vault.h>

#include <usecases/desk.h>

#include <QtCore/QStringList>

namespace arb::app {

/// Imports what was dropped on the window and says in a sentence or two what became of it.
QString importSummary(const usecases::Desk &desk, intake::Vault &vault, const usecases::Actor &actor, const QStringList &paths);

} // namespace arb::app
