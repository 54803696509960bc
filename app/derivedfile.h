// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace.h"

#include <usecases/casecommands.h>

#include <domain/ruling.h>

namespace arb::app {

/// The frame, the page's region or the picture's region that @p place names, decoded in a helper and packed as a picture that
/// CaseCommands::derive() takes. EvidenceRefused with a sentence when it cannot be shown, BadValue when there is no such place.
usecases::Done<usecases::SupplementFile> derivedFile(Workspace &space, const usecases::CaseRecord &record, const domain::Citation &place);

} // namespace arb::app
