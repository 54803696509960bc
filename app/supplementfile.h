// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace.h"

#include <usecases/casecommands.h>

namespace arb::app {

/// What a later exhibit's file is, checked but not yet put anywhere: the use case does that once nothing else refuses it.
/// The kind is seen from the content where @p kind is absent. Party, caption and element are the caller's to fill in.
usecases::Done<usecases::SupplementFile> supplementFile(Workspace &space, const QString &path, std::optional<domain::ExhibitKind> kind);

} // namespace arb::app
